/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-ask.h"
#include "tw-clock.h"
#include "tw-compare-dialog.h"
#include "tw-file-dialog.h"
#include "tw-fold.h"
#include "tw-header.h"
#include "tw-move-dialog.h"
#include "tw-new-plan-dialog.h"
#include "tw-page.h"
#include "tw-people.h"
#include "tw-picture.h"
#include "tw-preferences.h"
#include "tw-print-operation.h"
#include "tw-settings.h"
#include "tw-show.h"
#include "tw-templates.h"
#include "tw-usage-dialog.h"
#include "tw-welcome.h"
#include "tw-window.h"

struct _TwWindow
{
  AdwApplicationWindow parent_instance;

  TwDocument *document;
  TwViewState *state;
  TwDate today;
  GtkWidget *stack, *toasts, *header, *switcher_bar;
  AdwToast *failure, *told; /* weak: says that the plan isn't saved; what was told last */
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
take_away (AdwToast **toast)
{
  AdwToast *gone = *toast;

  g_clear_weak_pointer (toast);
  if (gone != NULL)
    adw_toast_dismiss (gone);
}

static void
tell (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter)
{
  TwWindow *self = TW_WINDOW (widget);

  take_away (&self->told);
  g_set_weak_pointer (&self->told, tw_toast_add (ADW_TOAST_OVERLAY (self->toasts),
                                                 g_variant_get_string (parameter, NULL), NULL));
}

static void
update_actions (TwWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean plan = self->document != NULL;
  static const char *const of_a_plan[]
      = { "win.save",       "win.save-as",         "win.print",
          "win.export-pdf", "win.export-internal", "win.save-copy",
          "win.properties", "win.people",          "win.critical",
          "win.compare",    "win.record-meeting",  "win.compare-playbook",
          "win.move-plan",  "win.copy-plan",       "win.save-template",
          "win.show",       "win.search",          "win.update-usage" };

  gtk_widget_action_set_enabled (widget, "win.undo",
                                 plan && tw_document_undo_label (self->document) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo",
                                 plan && tw_document_redo_label (self->document) != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (of_a_plan); i++)
    gtk_widget_action_set_enabled (widget, of_a_plan[i], plan);
}

/* --- actions --- */

static void
change_history (GtkWidget *widget, const char *action, GVariant *parameter G_GNUC_UNUSED)
{
  if (g_str_equal (action, "win.undo"))
    tw_document_undo (TW_WINDOW (widget)->document);
  else
    tw_document_redo (TW_WINDOW (widget)->document);
}

/* What failed was told by the document's signals. */
static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  if (tw_document_save_finish (TW_DOCUMENT (source), result, NULL)
      && tw_document_file (TW_DOCUMENT (source)) != NULL)
    tw_settings_remember (tw_document_file (TW_DOCUMENT (source)));
}

/* A plan's file says what it is; a name that was typed without the ending gets it, if that is
 * free. */
static GFile *
with_ending (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *whole = g_strconcat (name, ".plan.json", NULL);
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autoptr (GFile) better
      = parent != NULL ? g_file_get_child (parent, whole) : g_object_ref (file);

  return g_object_ref (strchr (name, '.') != NULL || g_file_query_exists (better, NULL) ? file
                                                                                        : better);
}

static void
save_as_cb (GFile *file, gpointer data)
{
  TwWindow *self = data;
  g_autoptr (GFile) named = with_ending (file);

  tw_document_save_as_async (self->document, named, saved_cb, NULL);
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

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TwWindow *self = TW_WINDOW (widget);

  if (tw_document_file (self->document) == NULL)
    save_as (widget, action, parameter);
  else if (tw_document_in_conflict (self->document))
    g_signal_emit_by_name (self->document, "conflict");
  else
    tw_document_save_async (self->document, saved_cb, NULL);
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
show_dialog (GtkWidget *widget, const char *action, GVariant *parameter G_GNUC_UNUSED)
{
  TwViewState *state = TW_WINDOW (widget)->state;

  if (g_str_equal (action, "win.update-usage"))
    tw_usage_dialog_show (GTK_WINDOW (widget), state, NULL);
  else if (g_str_equal (action, "win.people"))
    tw_people_dialog_show (GTK_WINDOW (widget), state);
  else if (g_str_equal (action, "win.move-plan"))
    tw_move_dialog_show (GTK_WINDOW (widget), state);
  else
    tw_properties_dialog_show (GTK_WINDOW (widget), state);
}

/* Of the plan, or with an id of a motion or approach. */
static void
save_template (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter)
{
  const char *what = g_variant_get_string (parameter, NULL);

  tw_template_dialog_show (GTK_WINDOW (widget), TW_WINDOW (widget)->state,
                           *what != '\0' ? what : NULL);
}

static void
show_templates (GtkWidget *widget, const char *action G_GNUC_UNUSED,
                GVariant *parameter G_GNUC_UNUSED)
{
  tw_templates_dialog_show (GTK_WINDOW (widget));
}

static void
compare_playbook (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter)
{
  tw_compare_dialog_show (GTK_WINDOW (widget), TW_WINDOW (widget)->state,
                          g_variant_get_string (parameter, NULL));
}

static void
show_page (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter)
{
  tw_window_show_page (TW_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter)
{
  TwWindow *self = TW_WINDOW (widget);
  const char *page, *type, *id;

  g_variant_get (parameter, "(&s&s&s)", &page, &type, &id);
  page = tw_show (self->state, page, type, id);
  if (page == NULL)
    return;
  if (g_str_equal (page, "people"))
    tw_people_dialog_show (GTK_WINDOW (self), self->state);
  else if (g_str_equal (page, "properties"))
    tw_properties_dialog_show (GTK_WINDOW (self), self->state);
  else
    tw_window_show_page (self, page);
}

static void
search (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  tw_header_search (TW_WINDOW (widget)->header);
}

/* The Journal shows what it recorded. */
static void
record_meeting (GtkWidget *widget, const char *action G_GNUC_UNUSED,
                GVariant *parameter G_GNUC_UNUSED)
{
  AdwViewStack *stack = ADW_VIEW_STACK (TW_WINDOW (widget)->stack);

  adw_view_stack_set_visible_child_name (stack, "journal");
  gtk_widget_activate_action (adw_view_stack_get_visible_child (stack), "journal.record-meeting",
                              "s", "");
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
  g_autoptr (GError) error = NULL;
  g_autoptr (TwDocument) document = tw_document_new (plan, &error);

  if (document != NULL)
    show_in (data, document);
  else
    tw_tell (data, _ ("The plan can’t be opened"), error->message);
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
copy_plan (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  tw_copy_dialog_show (GTK_WINDOW (widget), TW_WINDOW (widget)->state, made_cb, widget);
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

gboolean
tw_window_present_file (GFile *file)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      TwDocument *document = TW_IS_WINDOW (window) ? TW_WINDOW (window)->document : NULL;

      GFile *own = document != NULL ? tw_document_file (document) : NULL;

      if (own == NULL || !g_file_equal (own, file))
        continue;
      gtk_window_present (window);
      return TRUE;
    }
  return FALSE;
}

void
tw_window_open (TwWindow *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwDocument) document = NULL;

  if (tw_window_present_file (file))
    return;
  document = tw_document_open (file, &error);
  if (document == NULL)
    {
      tw_tell (GTK_WINDOW (self), _ ("This file can’t be opened"), error->message);
      return;
    }
  tw_settings_remember (file);
  show_in (self, document);
}

/* --- the document --- */

static void
state_cb (TwDocument *document, gpointer data)
{
  TwWindow *self = data;
  g_autofree char *title = g_strdup_printf (tw_document_is_saved (document) ? "%s" : "• %s",
                                            tw_document_plan (document)->customer->name);

  gtk_window_set_title (GTK_WINDOW (self), title);
  if (tw_document_is_saved (document))
    take_away (&self->failure);
  tw_header_name (self->header, tw_document_plan (document)->customer->name,
                  tw_document_undo_label (document), tw_document_redo_label (document));
  update_actions (self);
}

static void
save_failed_cb (TwDocument *document G_GNUC_UNUSED, GError *error, gpointer data)
{
  TwWindow *self = data;
  g_autofree char *text = g_strdup_printf (_ ("Not saved: %s"), error->message);
  AdwToast *toast;

  take_away (&self->failure);
  toast = tw_toast_add (ADW_TOAST_OVERLAY (self->toasts), text, _ ("Retry"));
  adw_toast_set_action_name (toast, "win.save");
  adw_toast_set_timeout (toast, 0);
  g_set_weak_pointer (&self->failure, toast);
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
gone_response (const char *response, gpointer data)
{
  TwWindow *self = data;

  if (g_str_equal (response, "again"))
    tw_document_save_as_async (self->document, tw_document_file (self->document), saved_cb, NULL);
  else if (g_str_equal (response, "copy"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.save-as", NULL);
}

static void
conflict_cb (TwDocument *document, gpointer data)
{
  if (!g_file_query_exists (tw_document_file (document), NULL))
    {
      tw_ask (GTK_WINDOW (data), _ ("The file was moved or deleted"),
              _ ("Your edits are kept in a draft. Save the plan where it was, or elsewhere."),
              gone_response, data, "later", _ ("Later"), "copy", _ ("Save Elsewhere…"), "again",
              _ ("Save Again"), NULL);
      return;
    }
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

/* --- content --- */

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
  self->header = tw_header_new (GTK_WINDOW (self), ADW_VIEW_STACK (self->stack), self->state);
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
  GtkWidget *focus, *shown;

  if (self->document == NULL)
    return;
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (self->stack), page);
  shown = adw_view_stack_get_visible_child (ADW_VIEW_STACK (self->stack));
  focus = gtk_window_get_focus (GTK_WINDOW (self));
  /* The page's own keys work from here. */
  if (focus == NULL || !gtk_widget_is_ancestor (focus, shown))
    gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
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
  g_clear_weak_pointer (&self->told);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  G_OBJECT_CLASS (tw_window_parent_class)->dispose (object);
  g_clear_object (&self->state);
  g_clear_object (&self->document);
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
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, change_history);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, change_history);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print);
  gtk_widget_class_install_action (widget_class, "win.export-pdf", NULL, export_pdf);
  gtk_widget_class_install_action (widget_class, "win.export-internal", NULL, export_pdf);
  gtk_widget_class_install_action (widget_class, "win.save-copy", NULL, save_copy);
  gtk_widget_class_install_action (widget_class, "win.properties", NULL, show_dialog);
  gtk_widget_class_install_action (widget_class, "win.people", NULL, show_dialog);
  gtk_widget_class_install_action (widget_class, "win.update-usage", NULL, show_dialog);
  gtk_widget_class_install_action (widget_class, "win.compare-playbook", "s", compare_playbook);
  gtk_widget_class_install_action (widget_class, "win.move-plan", NULL, show_dialog);
  gtk_widget_class_install_action (widget_class, "win.copy-plan", NULL, copy_plan);
  gtk_widget_class_install_action (widget_class, "win.save-template", "s", save_template);
  gtk_widget_class_install_action (widget_class, "win.templates", NULL, show_templates);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_plan);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_plan);
  gtk_widget_class_install_action (widget_class, "win.open-example", NULL, open_example);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, show_preferences);
  gtk_widget_class_install_action (widget_class, "win.critical", NULL, toggle);
  gtk_widget_class_install_action (widget_class, "win.compare", NULL, toggle);
  gtk_widget_class_install_action (widget_class, "win.page", "s", show_page);
  gtk_widget_class_install_action (widget_class, "win.show", "(sss)", show);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search);
  gtk_widget_class_install_action (widget_class, "win.record-meeting", NULL, record_meeting);
  bind_key (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo");
  bind_key (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo");
  bind_key (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "win.save");
  bind_key (widget_class, GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.save-copy");
  bind_key (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.search");
  bind_key (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "win.print");
  bind_key (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "win.record-meeting");
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
  g_autoptr (GMenuModel) menu = tw_header_main_menu ();

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
