/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-page.h"
#include "tw-plan-dialog.h"

/* px, where the screen has the room. */
#define HEIGHT 698

typedef struct
{
  AdwWindow parent_instance;

  TwViewState *state; /* may be NULL */
  GtkWidget *toasts, *box, *header;
} TwPlanDialog;
typedef AdwWindowClass TwPlanDialogClass;

static GType tw_plan_dialog_get_type (void);

G_DEFINE_TYPE (TwPlanDialog, tw_plan_dialog, ADW_TYPE_WINDOW)

static void
tell (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter)
{
  tw_toast_add (ADW_TOAST_OVERLAY (((TwPlanDialog *) widget)->toasts),
                g_variant_get_string (parameter, NULL), NULL);
}

static void
change_history (GtkWidget *widget, const char *action, GVariant *parameter G_GNUC_UNUSED)
{
  TwPlanDialog *self = (TwPlanDialog *) widget;

  if (self->state == NULL)
    return;
  if (g_str_equal (action, "win.undo"))
    tw_document_undo (tw_view_state_document (self->state));
  else
    tw_document_redo (tw_view_state_document (self->state));
}

/* What is half typed is taken first. Where there is nothing to accept yet, one types on. */
static gboolean
accept_cb (GtkWidget *widget, GVariant *arguments G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  GtkWindow *window = GTK_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (window),
            *accept = gtk_window_get_default_widget (window);

  gtk_window_set_focus (window, NULL);
  if (accept != NULL && gtk_widget_is_sensitive (accept))
    gtk_widget_activate (accept);
  else if (focus != NULL)
    gtk_widget_grab_focus (focus);
  return TRUE;
}

static void
tw_plan_dialog_dispose (GObject *object)
{
  G_OBJECT_CLASS (tw_plan_dialog_parent_class)->dispose (object);
  g_clear_object (&((TwPlanDialog *) object)->state);
}

static void
tw_plan_dialog_class_init (TwPlanDialogClass *klass)
{
  GtkWidgetClass *class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tw_plan_dialog_dispose;
  gtk_widget_class_install_action (class, "win.tell", "s", tell);
  gtk_widget_class_install_action (class, "win.undo", NULL, change_history);
  gtk_widget_class_install_action (class, "win.redo", NULL, change_history);
  gtk_widget_class_add_binding_action (class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding (class, GDK_KEY_Return, GDK_CONTROL_MASK, accept_cb, NULL);
}

static void
tw_plan_dialog_init (TwPlanDialog *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->header = adw_header_bar_new ();
  gtk_box_append (GTK_BOX (self->box), self->header);
  self->toasts = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->toasts), self->box);
  adw_window_set_content (ADW_WINDOW (self), self->toasts);
}

GtkWidget *
tw_plan_dialog_new (GtkWindow *parent, TwViewState *state, const char *title, int width,
                    GtkWidget **content)
{
  TwPlanDialog *self = g_object_new (tw_plan_dialog_get_type (), "title", title, "transient-for",
                                     parent, "modal", TRUE, NULL);

  g_set_object (&self->state, state);
  gtk_window_set_default_size (GTK_WINDOW (self), width, HEIGHT);
  gtk_box_append (GTK_BOX (self->box), tw_column_new (width, content));
  return GTK_WIDGET (self);
}

GtkWidget *
tw_plan_dialog_add_accept (GtkWidget *dialog, const char *label, GCallback func, gpointer data)
{
  TwPlanDialog *self = (TwPlanDialog *) dialog;
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *accept = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (accept, "suggested-action");
  g_signal_connect (accept, "clicked", func, data);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (self->header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (self->header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (self->header), accept);
  gtk_window_set_default_widget (GTK_WINDOW (dialog), accept);
  return accept;
}

void
tw_plan_dialog_add_foot (GtkWidget *dialog, GtkWidget *foot)
{
  gtk_box_append (GTK_BOX (((TwPlanDialog *) dialog)->box), foot);
}

GtkWidget *
tw_suffix_row_new (const char *title, GtkWidget *suffix)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), suffix);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (suffix), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  return row;
}
