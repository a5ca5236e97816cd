/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tw-ask.h"
#include "tw-page.h"
#include "tw-plan-dialog.h"
#include "tw-template.h"
#include "tw-templates.h"

/* --- saving one --- */

typedef struct
{
  TwViewState *state;
  GtkWindow *parent;
  GtkWidget *window, *title, *accept;
  char *what; /* id, or NULL */
} Saving;

static void
save_cb (GtkButton *button, gpointer data)
{
  Saving *self = data;
  TwDocument *document = tw_view_state_document (self->state);
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title));
  g_autofree char *told = g_strdup_printf (_ ("Saved as the template “%s”"), title);
  g_autoptr (GError) error = NULL;
  g_autoptr (TwPlaybook) template = tw_template_new (
      tw_document_playbook (document), tw_document_plan (document), self->what, title, &error);

  if (template == NULL || !tw_template_save (template, NULL, &error))
    {
      gtk_widget_activate_action (GTK_WIDGET (button), "win.tell", "s", error->message);
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (self->parent), "win.tell", "s", told);
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static void
title_cb (GtkEditable *title, gpointer data)
{
  gtk_widget_set_sensitive (((Saving *) data)->accept, *gtk_editable_get_text (title) != '\0');
}

static void
saving_free (gpointer data)
{
  g_free (((Saving *) data)->what);
  g_free (data);
}

/* What it is called in the plan; a plan's own name is the customer's, and stays out. */
static const char *
proposed_title (TwPlan *plan, const char *what)
{
  TwRecord *motion = tw_list_find (plan->motions, what, NULL);
  TwRecord *approach = tw_list_find (plan->approaches, what, NULL);

  return motion != NULL     ? tw_record_name (motion)
         : approach != NULL ? tw_record_name (approach)
                            : "";
}

void
tw_template_dialog_show (GtkWindow *parent, TwViewState *state, const char *what)
{
  Saving *self = g_new0 (Saving, 1);
  GtkWidget *content, *group = adw_preferences_group_new ();

  *self = (Saving){ .state = state, .parent = parent, .what = g_strdup (what) };
  self->window = tw_plan_dialog_new (parent, state, _ ("Save as Template"), 480, &content);
  self->accept = tw_plan_dialog_add_accept (self->window, C_ ("template", "Save"),
                                            G_CALLBACK (save_cb), self);
  self->title = tw_entry_row_new (_ ("Name of the template"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->title), TRUE);
  g_signal_connect (self->title, "changed", G_CALLBACK (title_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->title);
  gtk_box_append (GTK_BOX (content), group);
  gtk_box_append (
      GTK_BOX (content),
      tw_label_new (
          _ ("It keeps names, days, roles, links and checklists. Customer, people, dates, "
             "notes, statuses, seats and readings stay out. It is offered where the "
             "playbook’s motions and approaches are, and in New Plan."),
          "tw-secondary"));
  g_object_set_data_full (G_OBJECT (self->window), "tw-dialog", self, saving_free);
  gtk_editable_set_text (GTK_EDITABLE (self->title),
                         proposed_title (tw_document_plan (tw_view_state_document (state)), what));
  title_cb (GTK_EDITABLE (self->title), self);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 480, 300);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_grab_focus (self->title);
}

/* --- all of them --- */

typedef struct
{
  GtkWidget *window, *list;
  char *asked; /* the id of the one that is to be removed */
} Templates;

static void fill (Templates *self);

static const char *
id_of (gpointer row)
{
  return g_object_get_data (row, "tw-id");
}

static gboolean
fill_cb (gpointer window)
{
  if (gtk_widget_get_mapped (window))
    fill (g_object_get_data (window, "tw-dialog"));
  return G_SOURCE_REMOVE;
}

/* What went wrong is told, and the list shows what there is, when the row that asked for it has
 * done its part. */
static void
show_again (Templates *self, GError *error)
{
  if (error != NULL)
    gtk_widget_activate_action (self->window, "win.tell", "s", error->message);
  g_idle_add_full (G_PRIORITY_DEFAULT, fill_cb, g_object_ref (self->window), g_object_unref);
}

static void
apply_cb (AdwEntryRow *row, gpointer data)
{
  g_autoptr (GError) error = NULL;

  tw_template_rename (id_of (row), gtk_editable_get_text (GTK_EDITABLE (row)), &error);
  show_again (data, error);
}

static void
remove_response (const char *response, gpointer data)
{
  Templates *self = data;
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "remove"))
    tw_template_remove (self->asked, &error);
  show_again (self, error);
}

static void
remove_cb (GtkButton *button, gpointer data)
{
  Templates *self = data;
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_ENTRY_ROW);
  g_autofree char *heading
      = g_strdup_printf (_ ("Remove “%s”?"), gtk_editable_get_text (GTK_EDITABLE (row)));

  g_free (self->asked);
  self->asked = g_strdup (id_of (row));
  tw_ask (GTK_WINDOW (self->window), heading,
          _ ("Plans that were made from it stay as they are. The template can’t be brought back."),
          remove_response, self, "cancel", _ ("Cancel"), "remove", C_ ("template", "Remove"), NULL);
}

/* "2 motions, 1 approach" */
static char *
contents_of (TwPlaybook *template)
{
  guint motions = tw_list_n (template->motions), approaches = tw_list_n (template->approaches);
  g_autofree char *one = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u motion", "%u motions", motions), motions);
  g_autofree char *other = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u approach", "%u approaches", approaches), approaches);

  return motions == 0      ? g_steal_pointer (&other)
         : approaches == 0 ? g_steal_pointer (&one)
                           : g_strconcat (one, C_ ("between parts of a list", ", "), other, NULL);
}

static GtkWidget *
row_new (Templates *self, TwPlaybook *template)
{
  g_autofree char *contents = contents_of (template);
  GtkWidget *row = tw_entry_row_new (contents);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *tip = g_strdup_printf (_ ("Remove “%s”"), template->title);

  gtk_editable_set_text (GTK_EDITABLE (row), template->title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect (row, "apply", G_CALLBACK (apply_cb), self);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  tw_set_tooltip (button, tip);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), self);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  g_object_set_data_full (G_OBJECT (row), "tw-id", g_strdup (template->id), g_free);
  return row;
}

static void
fill (Templates *self)
{
  g_autoptr (GPtrArray) all = tw_playbook_list (NULL);

  tw_clear_children (self->list);
  for (guint i = 0; i < all->len; i++)
    if (tw_template_is_own (((TwPlaybook *) all->pdata[i])->id))
      gtk_list_box_append (GTK_LIST_BOX (self->list), row_new (self, all->pdata[i]));
}

static void
templates_free (gpointer data)
{
  g_free (((Templates *) data)->asked);
  g_free (data);
}

void
tw_templates_dialog_show (GtkWindow *parent)
{
  Templates *self = g_new0 (Templates, 1);
  GtkWidget *content;
  GtkWidget *none = tw_label_new (
      _ ("No templates yet. The menus of a plan, and of its motions and approaches, "
         "have “Save as Template…”."),
      "tw-nothing");

  self->window = tw_plan_dialog_new (parent, NULL, _ ("Templates"), 480, &content);
  self->list = tw_boxed_list_new ();
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), none);
  gtk_box_append (GTK_BOX (content), self->list);
  g_object_set_data_full (G_OBJECT (self->window), "tw-dialog", self, templates_free);
  fill (self);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 480, 400);
  gtk_window_present (GTK_WINDOW (self->window));
}
