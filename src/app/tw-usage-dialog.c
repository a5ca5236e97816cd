/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tw-date-entry.h"
#include "tw-page.h"
#include "tw-plan-dialog.h"
#include "tw-usage-dialog.h"
#include "tw-words.h"
#include "tw-workloads.h"

typedef struct
{
  TwViewState *state;
  GtkWidget *window, *content, *take; /* take: the button that does it */
  GtkWidget *date, *said;
  GPtrArray *rows; /* entry rows, or check buttons; each has its id */
  GtkWidget *own;  /* the name of a workload of one's own */
} Dialog;

static TwPlan *
plan_of (Dialog *dialog)
{
  return tw_document_plan (tw_view_state_document (dialog->state));
}

static TwPlaybook *
playbook_of (Dialog *dialog)
{
  return tw_document_playbook (tw_view_state_document (dialog->state));
}

static void
dialog_free (gpointer data)
{
  Dialog *dialog = data;

  g_ptr_array_unref (dialog->rows);
  g_free (dialog);
}

/* What is refused, or left over, is said above the rows. */
static void
say (Dialog *dialog, const char *text, gboolean wrong)
{
  gtk_label_set_text (GTK_LABEL (dialog->said), text);
  if (wrong)
    gtk_widget_add_css_class (dialog->said, "tw-warning");
  else
    gtk_widget_remove_css_class (dialog->said, "tw-warning");
}

/* A window with Cancel and a button that calls func. */
static Dialog *
dialog_new (GtkWindow *parent, TwViewState *state, const char *title, const char *label,
            GCallback func)
{
  Dialog *dialog = g_new0 (Dialog, 1);

  dialog->state = state;
  dialog->rows = g_ptr_array_new ();
  dialog->window = tw_plan_dialog_new (parent, state, title, 480, &dialog->content);
  dialog->take = tw_plan_dialog_add_accept (dialog->window, label, func, dialog);
  dialog->said = tw_label_new ("", "tw-secondary");
  g_object_set_data_full (G_OBJECT (dialog->window), "tw-dialog", dialog, dialog_free);
  return dialog;
}

static const char *
id_of (gpointer row)
{
  return g_object_get_data (row, "tw-id");
}

/* --- update usage --- */

/* What stands in a row: TW_INT_NONE while it is empty. FALSE if it isn't a number. */
static gboolean
read_row (GtkWidget *row, int *active)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));

  *active = TW_INT_NONE;
  gtk_widget_remove_css_class (row, "error");
  if (*g_strstrip (text) == '\0')
    return TRUE;
  if (tw_usage_number_parse (text, active))
    return TRUE;
  gtk_widget_add_css_class (row, "error");
  return FALSE;
}

/* What is being mended isn't wrong any more. */
static void
row_changed_cb (GtkWidget *row, gpointer data G_GNUC_UNUSED)
{
  gtk_widget_remove_css_class (row, "error");
}

static void
update_cb (GtkButton *button, gpointer data)
{
  Dialog *dialog = data;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree int *active = g_new0 (int, dialog->rows->len + 1);
  g_autoptr (GError) error = NULL;
  TwDate date;
  TwPlan *plan;
  gboolean good = tw_date_entry_get (dialog->date, &date) && date != TW_DATE_NONE;

  for (guint i = 0; i < dialog->rows->len; i++)
    {
      g_ptr_array_add (ids, (gpointer) id_of (dialog->rows->pdata[i]));
      if (!read_row (dialog->rows->pdata[i], &active[i]))
        {
          gtk_widget_grab_focus (dialog->rows->pdata[i]);
          say (dialog, _ ("Expected whole numbers"), TRUE);
          return;
        }
    }
  g_ptr_array_add (ids, NULL);
  plan = tw_edit_usage (plan_of (dialog), good ? date : TW_DATE_NONE,
                        (const char *const *) ids->pdata, active, &error);
  if (plan != NULL)
    tw_document_edit (tw_view_state_document (dialog->state), plan,
                      C_ ("undo step", "Update Usage"), NULL, &error);
  if (error != NULL)
    say (dialog, error->message, TRUE);
  else
    gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))));
}

static GtkWidget *
row_for (Dialog *dialog, const char *id)
{
  for (guint i = 0; i < dialog->rows->len; i++)
    if (g_strcmp0 (id_of (dialog->rows->pdata[i]), id) == 0)
      return dialog->rows->pdata[i];
  return NULL;
}

/* Fills in what is understood of a report; FALSE if that is nothing. */
static gboolean
take_report (Dialog *dialog, const char *text)
{
  g_autoptr (GPtrArray) rows = tw_usage_rows_parse (plan_of (dialog), playbook_of (dialog), text);
  g_autoptr (GString) left = g_string_new (NULL);
  g_autofree char *said = NULL;
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      TwUsageRow *row = rows->pdata[i];
      g_autofree char *number = NULL;

      if (row->workload == NULL)
        {
          g_string_append_printf (left, "\n%s", row->line);
          continue;
        }
      number = g_strdup_printf ("%d", row->active);
      gtk_editable_set_text (GTK_EDITABLE (row_for (dialog, row->workload->id)), number);
      n++;
    }
  if (n == 0)
    return FALSE;
  said = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row of the report is filled in.",
                                       "%u rows of the report are filled in.", n),
                          n);
  if (left->len > 0)
    {
      g_autofree char *all = g_strdup_printf (_ ("%s Not understood:%s"), said, left->str);

      say (dialog, all, TRUE);
    }
  else
    say (dialog, said, FALSE);
  return TRUE;
}

static void
pasted_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) window = data;
  Dialog *dialog = g_object_get_data (G_OBJECT (window), "tw-dialog");
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  /* It may come when the window is gone. */
  if (text == NULL || !gtk_widget_get_mapped (window) || take_report (dialog, text))
    return;
  if (GTK_IS_EDITABLE (focus) && strpbrk (text, "\n\t") == NULL)
    {
      int at = gtk_editable_get_position (GTK_EDITABLE (focus));

      gtk_editable_delete_selection (GTK_EDITABLE (focus));
      gtk_editable_insert_text (GTK_EDITABLE (focus), text, -1, &at);
      gtk_editable_set_position (GTK_EDITABLE (focus), at);
    }
  else
    say (dialog, _ ("Nothing in what was copied names a workload and its number"), TRUE);
}

static gboolean
paste (GtkWidget *widget, GVariant *arguments G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb,
                                 g_object_ref (gtk_widget_get_root (widget)));
  return TRUE;
}

static void
paste_cb (GtkButton *button, gpointer data G_GNUC_UNUSED)
{
  paste (GTK_WIDGET (button), NULL, NULL);
}

static char *
newest_line (Dialog *dialog, TwWorkload *workload)
{
  TwReading *newest = tw_workload_newest_reading (workload);
  g_autofree char *number = NULL;
  g_autofree char *date = NULL;

  if (newest == NULL)
    return g_strdup (workload->name);
  number = tw_words_number (newest->active);
  date = tw_words_date_near (newest->date, tw_view_state_today (dialog->state), FALSE);
  return g_strdup_printf (C_ ("workload: newest reading and its date", "%s: %s on %s"),
                          workload->name, number, date);
}

static void
add_usage_rows (Dialog *dialog)
{
  GtkWidget *group = adw_preferences_group_new ();

  TW_FOREACH (TwWorkload, workload, plan_of (dialog)->workloads)
    {
      g_autofree char *title = newest_line (dialog, workload);
      GtkWidget *row = tw_entry_row_new (title);

      adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
      gtk_editable_set_enable_undo (GTK_EDITABLE (row), FALSE);
      g_object_set_data_full (G_OBJECT (row), "tw-id", g_strdup (workload->id), g_free);
      g_signal_connect (row, "changed", G_CALLBACK (row_changed_cb), NULL);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_ptr_array_add (dialog->rows, row);
    }
  gtk_box_append (GTK_BOX (dialog->content), group);
}

static void
date_cb (GtkWidget *entry G_GNUC_UNUSED, TwDate date G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
}

static GtkWidget *
date_group_new (Dialog *dialog)
{
  TwDate today = tw_view_state_today (dialog->state);
  GtkWidget *group = adw_preferences_group_new (), *row = adw_action_row_new ();

  dialog->date = tw_date_entry_new (today, today, date_cb, dialog, NULL);
  gtk_widget_set_valign (dialog->date, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dialog->date), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Day of the readings"), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Day of the readings"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), dialog->date);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return group;
}

void
tw_usage_dialog_show (GtkWindow *parent, TwViewState *state, const char *id)
{
  Dialog *dialog = dialog_new (parent, state, _ ("Update Usage"), C_ ("usage dialog", "Update"),
                               G_CALLBACK (update_cb));
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_button_new_with_label (_ ("Paste Report"));
  GtkEventController *keys = gtk_shortcut_controller_new ();

  say (dialog,
       _ ("Active users or devices of each workload; what stays empty is left as it is. Copied "
          "rows of a report, name and number, are filled in by pasting."),
       FALSE);
  gtk_widget_set_hexpand (dialog->said, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", G_CALLBACK (paste_cb), NULL);
  gtk_box_append (GTK_BOX (bar), dialog->said);
  gtk_box_append (GTK_BOX (bar), button);
  gtk_box_append (GTK_BOX (dialog->content), bar);
  gtk_box_append (GTK_BOX (dialog->content), date_group_new (dialog));
  add_usage_rows (dialog);
  /* Before the entry that has the focus takes it. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_v, GDK_CONTROL_MASK),
                        gtk_callback_action_new (paste, NULL, NULL)));
  gtk_widget_add_controller (dialog->window, keys);
  gtk_window_present (GTK_WINDOW (dialog->window));
  if (row_for (dialog, id) != NULL)
    gtk_widget_grab_focus (row_for (dialog, id));
  else if (dialog->rows->len > 0)
    gtk_widget_grab_focus (dialog->rows->pdata[0]);
}

/* --- add workloads --- */

static void
add_cb (GtkButton *button, gpointer data)
{
  Dialog *dialog = data;
  g_autoptr (GPtrArray) kinds = g_ptr_array_new ();
  g_autofree char *own = g_strdup (gtk_editable_get_text (GTK_EDITABLE (dialog->own)));
  g_autoptr (TwPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < dialog->rows->len; i++)
    if (gtk_check_button_get_active (dialog->rows->pdata[i]))
      g_ptr_array_add (kinds, (gpointer) id_of (dialog->rows->pdata[i]));
  g_ptr_array_add (kinds, NULL);
  plan = kinds->len > 1 ? tw_edit_add_workloads (plan_of (dialog), playbook_of (dialog),
                                                 (const char *const *) kinds->pdata, &error)
                        : tw_plan_ref (plan_of (dialog));
  if (plan != NULL && *g_strstrip (own) != '\0')
    {
      TwPlan *both = tw_edit_add_workload (plan, own, NULL, &error);

      tw_plan_unref (plan);
      plan = both;
    }
  if (plan != NULL)
    tw_document_edit (tw_view_state_document (dialog->state), g_steal_pointer (&plan),
                      C_ ("undo step", "Add Workloads"), NULL, &error);
  if (error != NULL)
    say (dialog, error->message, TRUE);
  else
    gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))));
}

void
tw_add_workloads_dialog_show (GtkWindow *parent, TwViewState *state)
{
  Dialog *dialog = dialog_new (parent, state, _ ("Add Workloads"), C_ ("workloads dialog", "Add"),
                               G_CALLBACK (add_cb));
  GtkWidget *own = adw_preferences_group_new (), *group = adw_preferences_group_new ();
  g_autoptr (GPtrArray) missing = tw_workloads_missing (plan_of (dialog), playbook_of (dialog));

  gtk_box_append (GTK_BOX (dialog->content), dialog->said);
  gtk_label_set_text (GTK_LABEL (dialog->said), _ ("Of the playbook, what the plan lacks:"));
  for (guint i = 0; i < missing->len; i++)
    {
      TwPbWorkload *workload = missing->pdata[i];
      GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();

      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      workload->name, -1);
      g_object_set_data_full (G_OBJECT (check), "tw-id", g_strdup (workload->id), g_free);
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), workload->name);
      if (workload->legacy)
        adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Older"));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_ptr_array_add (dialog->rows, check);
    }
  dialog->own = tw_entry_row_new (_ ("Another one, by its name"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (dialog->own), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (own), dialog->own);
  gtk_box_prepend (GTK_BOX (dialog->content), own);
  gtk_box_append (GTK_BOX (dialog->content), group);
  gtk_widget_set_visible (dialog->said, missing->len > 0);
  gtk_window_present (GTK_WINDOW (dialog->window));
  gtk_widget_grab_focus (missing->len > 0 ? dialog->rows->pdata[0] : dialog->own);
}
