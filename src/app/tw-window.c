/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-ask.h"
#include "tw-clock.h"
#include "tw-file-dialog.h"
#include "tw-fold.h"
#include "tw-new-plan-dialog.h"
#include "tw-page.h"
#include "tw-people.h"
#include "tw-picture.h"
#include "tw-preferences.h"
#include "tw-print-operation.h"
#include "tw-settings.h"
#include "tw-welcome.h"
#include "tw-window.h"

struct _TwWindow
{
  AdwApplicationWindow parent_instance;

  TwDocument *document;
  TwViewState *state;
  TwDate today;
  GtkWidget *stack, *toasts, *header, *switcher_bar;
  GPtrArray *undo_buttons, *redo_buttons, *plan_labels; /* one a header */
  AdwToast *failure;                                    /* weak: says that the plan isn't saved */
};

G_DEFINE_FINAL_TYPE (TwWindow, tw_window, ADW_TYPE_APPLICATION_WINDOW)

static const struct
{
  const char *name, *title, *icon;
  GtkWidget *(*make) (TwViewState *state);
} pages[] = {
  { "overview", NC_ ("page", "Overview"), "go-home-symbolic", tw_overview_page_new },
  { "timeline", NC_ ("page", "Timeline"), "tw-timeline-symbolic", tw_timeline_page_new },
  { "motions", NC_ ("page", "Motions"), "tw-motions-symbolic", tw_motions_page_new },
  { "adoption", NC_ ("page", "Adoption"), "system-users-symbolic", tw_adoption_page_new },
  { "workloads", NC_ ("page", "Workloads"), "view-app-grid-symbolic", tw_workloads_page_new },
  { "journal", NC_ ("page", "Journal"), "text-editor-symbolic", tw_journal_page_new },
};

/* --- telling --- */

static void
tell (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter)
{
  TwWindow *self = TW_WINDOW (widget);
  g_autofree char *escaped = g_markup_escape_text (g_variant_get_string (parameter, NULL), -1);

  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), adw_toast_new (escaped));
}

static void
update_actions (TwWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean plan = self->document != NULL;
  static const char *const of_a_plan[]
      = { "win.save",      "win.save-as",    "win.print",  "win.export-pdf", "win.export-internal",
          "win.save-copy", "win.properties", "win.people", "win.critical",   "win.compare" };

  gtk_widget_action_set_enabled (widget, "win.undo",
                                 plan && tw_document_undo_label (self->document) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo",
                                 plan && tw_document_redo_label (self->document) != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (of_a_plan); i++)
    gtk_widget_action_set_enabled (widget, of_a_plan[i], plan);
}

/* --- actions --- */

static void
undo (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  tw_document_undo (TW_WINDOW (widget)->document);
}

static void
redo (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  tw_document_redo (TW_WINDOW (widget)->document);
}

/* What failed was told by the document's signals. */
static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TwWindow) self = data;

  if (tw_document_save_finish (TW_DOCUMENT (source), result, NULL)
      && tw_document_file (TW_DOCUMENT (source)) != NULL)
    tw_settings_remember (tw_document_file (TW_DOCUMENT (source)));
}

static void
save_as_cb (GFile *file, gpointer data)
{
  TwWindow *self = data;

  tw_document_save_as_async (self->document, file, saved_cb, g_object_ref (self));
}

/* Proposes the customer's name with an ending. */
static void
ask_for_file (TwWindow *self, const char *title, const char *ending, TwFileFunc func)
{
  g_autofree char *name
      = g_strconcat (tw_document_plan (self->document)->customer->name, ending, NULL);

  g_strdelimit (name, "/\\", '-');
  tw_file_dialog_save (GTK_WINDOW (self), title, name, func, self);
}

static void
save_as (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  ask_for_file (TW_WINDOW (widget), _ ("Save Plan"), ".plan.json", save_as_cb);
}

static void conflict_cb (TwDocument *document, gpointer data);

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TwWindow *self = TW_WINDOW (widget);

  if (tw_document_file (self->document) == NULL)
    save_as (widget, action, parameter);
  else if (tw_document_in_conflict (self->document))
    conflict_cb (self->document, self);
  else
    tw_document_save_async (self->document, saved_cb, g_object_ref (self));
}

static void
export_for (TwWindow *self, GFile *file, TwAudience audience)
{
  const TwSummaryOptions options
      = { .audience = audience, .width = TW_PAPER_A4_WIDTH, .height = TW_PAPER_A4_HEIGHT };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = tw_picture_summary_pdf (tw_view_state_facts (self->state), &options, &error);

  if (bytes == NULL || !tw_file_replace (file, bytes, NULL, NULL, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("Summary exported"));
}

static void
export_customer_cb (GFile *file, gpointer data)
{
  export_for (data, file, TW_AUDIENCE_CUSTOMER);
}

static void
export_internal_cb (GFile *file, gpointer data)
{
  export_for (data, file, TW_AUDIENCE_INTERNAL);
}

static void
export_pdf (GtkWidget *widget, const char *action, GVariant *parameter G_GNUC_UNUSED)
{
  if (g_str_equal (action, "win.export-internal"))
    ask_for_file (TW_WINDOW (widget), _ ("Export Internal Edition"), " (internal).pdf",
                  export_internal_cb);
  else
    ask_for_file (TW_WINDOW (widget), _ ("Export as PDF"), ".pdf", export_customer_cb);
}

static void
copy_cb (GFile *file, gpointer data)
{
  TwWindow *self = data;
  g_autoptr (GError) error = NULL;

  gtk_widget_activate_action (
      GTK_WIDGET (self), "win.tell", "s",
      tw_document_save_copy (self->document, file, &error) ? _ ("Copy saved") : error->message);
}

static void
save_copy (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  ask_for_file (TW_WINDOW (widget), _ ("Save a Copy"), ".plan.json", copy_cb);
}

static void
print (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  tw_print (GTK_WINDOW (widget), tw_view_state_facts (TW_WINDOW (widget)->state));
}

static void
show_people (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  tw_people_dialog_show (GTK_WINDOW (widget), TW_WINDOW (widget)->state);
}

static void
show_properties (GtkWidget *widget, const char *action G_GNUC_UNUSED,
                 GVariant *parameter G_GNUC_UNUSED)
{
  tw_properties_dialog_show (GTK_WINDOW (widget), TW_WINDOW (widget)->state);
}

static void
show_page (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter)
{
  tw_window_show_page (TW_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
open_cb (GFile *file, gpointer data)
{
  tw_window_open (data, file);
}

static void
open_plan (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  tw_file_dialog_open (GTK_WINDOW (widget), open_cb, widget);
}

static void
show_in (TwWindow *self, TwDocument *document)
{
  if (self->document == NULL)
    tw_window_set_document (self, document);
  else
    gtk_window_present (GTK_WINDOW (
        tw_window_new (gtk_window_get_application (GTK_WINDOW (self)), document, self->today)));
}

static void
made_cb (TwPlan *plan, gpointer data)
{
  g_autoptr (TwDocument) document = tw_document_new (plan);

  show_in (data, document);
}

/* A plan of one's own, that no file holds yet: the example itself stays as it is. */
static void
open_example (GtkWidget *widget, const char *action G_GNUC_UNUSED,
              GVariant *parameter G_GNUC_UNUSED)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (
      "/io/github/trackway/Trackway/contoso.plan.json", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (TwPlanRead) read = tw_plan_read_bytes (bytes);

  g_return_if_fail (read->plan != NULL);
  made_cb (read->plan, widget);
}

static void
show_preferences (GtkWidget *widget, const char *action G_GNUC_UNUSED,
                  GVariant *parameter G_GNUC_UNUSED)
{
  tw_preferences_show (GTK_WINDOW (widget));
}

static void
new_plan (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  tw_new_plan_dialog_show (GTK_WINDOW (widget), TW_WINDOW (widget)->today, made_cb, widget);
}

static void
toggle (GtkWidget *widget, const char *action, GVariant *parameter G_GNUC_UNUSED)
{
  TwViewState *state = TW_WINDOW (widget)->state;

  if (g_str_equal (action, "win.critical"))
    tw_view_state_set_critical (state, !tw_view_state_critical (state));
  else
    tw_view_state_set_compares (state, !tw_view_state_compares (state));
}

void
tw_window_open (TwWindow *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwDocument) document = tw_document_open (file, &error);

  if (document == NULL)
    {
      tw_tell (GTK_WINDOW (self), _ ("This file can’t be opened"), error->message);
      return;
    }
  tw_settings_remember (file);
  show_in (self, document);
}

/* --- the document --- */

/* The undo buttons name the step, the plan menu the customer. */
static void
name_buttons (TwWindow *self)
{
  const char *undone = tw_document_undo_label (self->document);
  const char *redone = tw_document_redo_label (self->document);
  g_autofree char *undo_tip
      = undone != NULL ? g_strdup_printf (_ ("Undo %s"), undone) : g_strdup (_ ("Undo"));
  g_autofree char *redo_tip
      = redone != NULL ? g_strdup_printf (_ ("Redo %s"), redone) : g_strdup (_ ("Redo"));

  for (guint i = 0; i < self->undo_buttons->len; i++)
    gtk_widget_set_tooltip_text (self->undo_buttons->pdata[i], undo_tip);
  for (guint i = 0; i < self->redo_buttons->len; i++)
    gtk_widget_set_tooltip_text (self->redo_buttons->pdata[i], redo_tip);
  for (guint i = 0; i < self->plan_labels->len; i++)
    gtk_label_set_text (self->plan_labels->pdata[i],
                        tw_document_plan (self->document)->customer->name);
}

static void
take_failure_away (TwWindow *self)
{
  AdwToast *failure = self->failure;

  g_clear_weak_pointer (&self->failure);
  if (failure != NULL)
    adw_toast_dismiss (failure);
}

static void
state_cb (TwDocument *document, gpointer data)
{
  TwWindow *self = data;
  g_autofree char *title = g_strdup_printf (tw_document_is_saved (document) ? "%s" : "• %s",
                                            tw_document_plan (document)->customer->name);

  gtk_window_set_title (GTK_WINDOW (self), title);
  if (tw_document_is_saved (document))
    take_failure_away (self);
  name_buttons (self);
  update_actions (self);
}

static void
save_failed_cb (TwDocument *document G_GNUC_UNUSED, GError *error, gpointer data)
{
  TwWindow *self = data;
  g_autofree char *text = g_strdup_printf (_ ("Not saved: %s"), error->message);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _ ("Retry"));
  adw_toast_set_action_name (toast, "win.save");
  adw_toast_set_timeout (toast, 0);
  take_failure_away (self);
  g_set_weak_pointer (&self->failure, toast);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

static void
conflict_response (const char *response, gpointer data)
{
  TwWindow *self = data;
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "copy"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.save-as", NULL);
  else if (g_str_equal (response, "reload") && !tw_document_reload (self->document, &error))
    tw_tell (GTK_WINDOW (self), _ ("This file can’t be read again"), error->message);
}

static void
conflict_cb (TwDocument *document G_GNUC_UNUSED, gpointer data)
{
  tw_ask (GTK_WINDOW (data), _ ("The file was changed by another program"),
          _ ("Your edits are kept in a draft, and nothing is overwritten. Reload the file (your "
             "edits can be brought back with Undo), or save yours as a copy."),
          conflict_response, data, "later", _ ("Later"), "copy", _ ("Save as a Copy…"), "reload",
          _ ("Reload"), NULL);
}

static void
day_cb (TwClock *clock, gpointer data)
{
  TwWindow *self = data;

  self->today = tw_clock_today (clock);
  if (self->state != NULL)
    tw_view_state_set_today (self->state, self->today);
}

/* The next plan is made with the calendar that was written last. */
static void
changed_cb (TwDocument *document G_GNUC_UNUSED, gpointer old, gpointer new,
            gpointer data G_GNUC_UNUSED)
{
  if (((TwPlan *) old)->calendar != ((TwPlan *) new)->calendar)
    tw_settings_keep_calendar (((TwPlan *) new)->calendar);
}

static void
keep_size (GtkWindow *window)
{
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_boolean (tw_settings (), "window-maximized", gtk_window_is_maximized (window));
  if (gtk_window_is_maximized (window))
    return;
  g_settings_set_int (tw_settings (), "window-width", MAX (width, 360));
  g_settings_set_int (tw_settings (), "window-height", MAX (height, 294));
}

static void
active_cb (GtkWindow *window, GParamSpec *pspec G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  TwWindow *self = TW_WINDOW (window);

  if (gtk_window_is_active (window))
    tw_clock_look (tw_clock ());
  else if (self->document != NULL)
    tw_document_save_async (self->document, NULL, NULL);
}

static void
close_response (const char *response, gpointer data)
{
  if (g_str_equal (response, "close"))
    gtk_window_destroy (data);
}

static void
ask_before_losing (TwWindow *self, GError *error)
{
  tw_ask (GTK_WINDOW (self), _ ("The last edits aren’t saved"), error->message, close_response,
          self, "cancel", _ ("Keep Open"), "close", _ ("Close Without Saving"), NULL);
}

static gboolean
close_request (GtkWindow *window)
{
  TwWindow *self = TW_WINDOW (window);
  g_autoptr (GError) error = NULL;

  /* Text that is being written is taken before the window goes. */
  gtk_window_set_focus (window, NULL);
  if (self->document != NULL && !tw_document_close (self->document, &error))
    {
      ask_before_losing (self, error);
      return TRUE;
    }
  keep_size (window);
  return FALSE;
}

/* --- header --- */

static GtkWidget *
icon_button (const char *icon, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  return button;
}

static GMenuModel *
plan_menu (void)
{
  GMenu *menu = g_menu_new (), *files = g_menu_new (), *plan = g_menu_new ();

  g_menu_append (files, _ ("New Plan…"), "win.new");
  g_menu_append (files, _ ("Open…"), "win.open");
  g_menu_append (files, _ ("Save"), "win.save");
  g_menu_append (files, _ ("Save As…"), "win.save-as");
  g_menu_append (files, _ ("Save a Copy…"), "win.save-copy");
  g_menu_append (plan, _ ("Plan Properties"), "win.properties");
  g_menu_append (plan, _ ("People"), "win.people");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (plan));
  g_object_unref (files);
  g_object_unref (plan);
  return G_MENU_MODEL (menu);
}

static GMenuModel *
main_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Print…"), "win.print");
  g_menu_append (menu, _ ("Export as PDF…"), "win.export-pdf");
  g_menu_append (menu, _ ("Export Internal Edition…"), "win.export-internal");
  g_menu_append (menu, _ ("Preferences"), "win.preferences");
  g_menu_append (menu, _ ("Keyboard Shortcuts"), "win.show-help-overlay");
  g_menu_append (menu, _ ("About Trackway"), "app.about");
  return G_MENU_MODEL (menu);
}

static GtkWidget *
menu_button (const char *label, const char *icon, GMenuModel *menu)
{
  GtkWidget *button = gtk_menu_button_new ();

  if (icon != NULL)
    gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon);
  else
    gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, icon != NULL ? label : NULL);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  g_object_unref (menu);
  return button;
}

/* Under the customer's name, as long as it is; in a narrow window a few letters of it. */
static GtkWidget *
plan_button_new (TwWindow *self, guint width)
{
  GtkWidget *button = menu_button (_ ("Plan"), NULL, plan_menu ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), width == 0 ? 24 : width == 1 ? 14 : 7);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, _ ("Plan"));
  g_ptr_array_add (self->plan_labels, label);
  return button;
}

static void
pack_history (GtkWidget *bar, GPtrArray *buttons, const char *icon, const char *action)
{
  GtkWidget *button = icon_button (icon, action, NULL);

  g_ptr_array_add (buttons, button);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), button);
}

/* 0: wide switcher, 1: narrow switcher, 2: the title alone. */
static GtkWidget *
header_bar_new (TwWindow *self, guint width)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *title;

  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), plan_button_new (self, width));
  pack_history (bar, self->undo_buttons, "edit-undo-symbolic", "win.undo");
  if (width < 2)
    pack_history (bar, self->redo_buttons, "edit-redo-symbolic", "win.redo");
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar),
                           menu_button (_ ("Main Menu"), "open-menu-symbolic", main_menu ()));
  if (width < 2)
    adw_header_bar_pack_end (ADW_HEADER_BAR (bar),
                             icon_button ("document-print-symbolic", "win.print", _ ("Print")));
  if (width == 2)
    {
      title = adw_window_title_new ("", "");
      g_object_bind_property (self, "title", title, "title", G_BINDING_SYNC_CREATE);
    }
  else
    {
      title = GTK_WIDGET (adw_view_switcher_new ());
      adw_view_switcher_set_policy (ADW_VIEW_SWITCHER (title),
                                    width == 0 ? ADW_VIEW_SWITCHER_POLICY_WIDE
                                               : ADW_VIEW_SWITCHER_POLICY_NARROW);
      adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (title), ADW_VIEW_STACK (self->stack));
    }
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), title);
  return bar;
}

static gboolean
reveal_switcher_cb (gpointer data)
{
  TwWindow *self = data;

  if (self->switcher_bar != NULL)
    adw_view_switcher_bar_set_reveal (ADW_VIEW_SWITCHER_BAR (self->switcher_bar),
                                      tw_fold_shown (TW_FOLD (self->header)) == 2);
  return G_SOURCE_REMOVE;
}

/* Out of the allocation that noticed it. */
static void
shown_cb (TwFold *fold G_GNUC_UNUSED, gpointer data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, reveal_switcher_cb, g_object_ref (data), g_object_unref);
}

static GtkWidget *
read_only_new (void)
{
  GtkWidget *label = tw_label_new (
      _ ("A newer Trackway wrote this plan. It can be looked at and printed here, not changed."),
      "tw-callout");

  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  return label;
}

static GtkWidget *
plan_content_new (TwWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stack = adw_view_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page = pages[i].make (self->state);
      AdwViewStackPage *entry
          = adw_view_stack_add_titled (ADW_VIEW_STACK (self->stack), page, pages[i].name,
                                       g_dpgettext2 (GETTEXT_PACKAGE, "page", pages[i].title));

      adw_view_stack_page_set_icon_name (entry, pages[i].icon);
    }
  self->header = tw_fold_new ();
  tw_fold_add (TW_FOLD (self->header), header_bar_new (self, 0), 1320);
  tw_fold_add (TW_FOLD (self->header), header_bar_new (self, 1), 760);
  tw_fold_add (TW_FOLD (self->header), header_bar_new (self, 2), 0);
  g_signal_connect (self->header, "shown-changed", G_CALLBACK (shown_cb), self);
  self->switcher_bar = GTK_WIDGET (adw_view_switcher_bar_new ());
  adw_view_switcher_bar_set_stack (ADW_VIEW_SWITCHER_BAR (self->switcher_bar),
                                   ADW_VIEW_STACK (self->stack));
  gtk_box_append (GTK_BOX (box), self->header);
  if (tw_document_read_only (self->document))
    gtk_box_append (GTK_BOX (box), read_only_new ());
  gtk_box_append (GTK_BOX (box), self->stack);
  gtk_box_append (GTK_BOX (box), self->switcher_bar);
  return box;
}

void
tw_window_set_document (TwWindow *self, TwDocument *document)
{
  g_return_if_fail (self->document == NULL);
  self->document = g_object_ref (document);
  self->state = tw_view_state_new (document, self->today);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (document, "state", G_CALLBACK (state_cb), self, 0);
  g_signal_connect_object (document, "save-failed", G_CALLBACK (save_failed_cb), self, 0);
  g_signal_connect_object (document, "conflict", G_CALLBACK (conflict_cb), self, 0);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->toasts), plan_content_new (self));
  state_cb (document, self);
  if (!tw_document_is_saved (document) && tw_document_undo_label (document) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s",
                                _ ("Edits that weren’t saved last time were brought back"));
}

TwDocument *
tw_window_document (TwWindow *self)
{
  return self->document;
}

void
tw_window_show_page (TwWindow *self, const char *page)
{
  if (self->document != NULL)
    adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (self->stack), page);
}

static gboolean
drop_cb (GtkDropTarget *target G_GNUC_UNUSED, const GValue *value, double x G_GNUC_UNUSED,
         double y G_GNUC_UNUSED, gpointer data)
{
  tw_window_open (data, g_value_get_object (value));
  return TRUE;
}

/* --- the class --- */

static void
tw_window_dispose (GObject *object)
{
  TwWindow *self = TW_WINDOW (object);

  self->switcher_bar = NULL;
  g_clear_weak_pointer (&self->failure);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  G_OBJECT_CLASS (tw_window_parent_class)->dispose (object);
  g_clear_object (&self->state);
  g_clear_object (&self->document);
  g_clear_pointer (&self->undo_buttons, g_ptr_array_unref);
  g_clear_pointer (&self->redo_buttons, g_ptr_array_unref);
  g_clear_pointer (&self->plan_labels, g_ptr_array_unref);
}

static void
bind_key (GtkWidgetClass *class, guint key, GdkModifierType modifiers, const char *action)
{
  gtk_widget_class_add_binding_action (class, key, modifiers, action, NULL);
}

static void
tw_window_class_init (TwWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tw_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = close_request;
  gtk_widget_class_install_action (widget_class, "win.tell", "s", tell);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print);
  gtk_widget_class_install_action (widget_class, "win.export-pdf", NULL, export_pdf);
  gtk_widget_class_install_action (widget_class, "win.export-internal", NULL, export_pdf);
  gtk_widget_class_install_action (widget_class, "win.save-copy", NULL, save_copy);
  gtk_widget_class_install_action (widget_class, "win.properties", NULL, show_properties);
  gtk_widget_class_install_action (widget_class, "win.people", NULL, show_people);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_plan);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_plan);
  gtk_widget_class_install_action (widget_class, "win.open-example", NULL, open_example);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, show_preferences);
  gtk_widget_class_install_action (widget_class, "win.critical", NULL, toggle);
  gtk_widget_class_install_action (widget_class, "win.compare", NULL, toggle);
  gtk_widget_class_install_action (widget_class, "win.page", "s", show_page);
  bind_key (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo");
  bind_key (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo");
  bind_key (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "win.save");
  bind_key (widget_class, GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.save-copy");
  bind_key (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "win.print");
  bind_key (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "win.new");
  bind_key (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "win.open");
  bind_key (widget_class, GDK_KEY_comma, GDK_CONTROL_MASK, "win.preferences");
  bind_key (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "win.page", "s",
                                         pages[i].name);
}

static void
tw_window_init (TwWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  self->undo_buttons = g_ptr_array_new ();
  self->redo_buttons = g_ptr_array_new ();
  self->plan_labels = g_ptr_array_new ();
  self->toasts = adw_toast_overlay_new ();
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), self->toasts);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (tw_settings (), "window-width"),
                               g_settings_get_int (tw_settings (), "window-height"));
  if (g_settings_get_boolean (tw_settings (), "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_signal_connect_object (tw_clock (), "changed", G_CALLBACK (day_cb), self, 0);
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 300);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Trackway"));
  g_signal_connect (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
}

static GtkWidget *
welcome_new (TwWindow *self)
{
  g_autoptr (GMenuModel) menu = main_menu ();

  return tw_welcome_new (self, menu);
}

TwWindow *
tw_window_new (GtkApplication *application, TwDocument *document, TwDate today)
{
  TwWindow *self = g_object_new (TW_TYPE_WINDOW, "application", application, NULL);

  self->today = today;
  if (document != NULL)
    tw_window_set_document (self, document);
  else
    adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->toasts), welcome_new (self));
  update_actions (self);
  return self;
}
