/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-drag.h"
#include "tw-edit.h"
#include "tw-field-row.h"
#include "tw-holidays.h"
#include "tw-page.h"
#include "tw-people.h"
#include "tw-plan-dialog.h"
#include "tw-record-list.h"
#include "tw-settings.h"
#include "tw-words.h"

typedef struct
{
  TwViewState *state;
  GtkWidget *window, *content;
  GtkWidget *list; /* of people */
} Dialog;

static TwPlan *
plan_of (Dialog *dialog)
{
  return tw_document_plan (tw_view_state_document (dialog->state));
}

static Dialog *
dialog_new (GtkWindow *parent, TwViewState *state, const char *title)
{
  Dialog *dialog = g_new0 (Dialog, 1);

  dialog->state = state;
  dialog->window = tw_plan_dialog_new (parent, state, title, 600, &dialog->content);
  g_object_set_data_full (G_OBJECT (dialog->window), "tw-dialog", dialog, g_free);
  return dialog;
}

/* --- people --- */

/* One of ours comes with what Preferences say of oneself. */
static void
add_person (Dialog *dialog, GtkWidget *widget, const char *name, TwSide side)
{
  gboolean ours = side == TW_SIDE_OURS;
  g_autofree char *organisation = g_settings_get_string (tw_settings (), "my-organisation");
  g_autofree char *role = g_settings_get_string (tw_settings (), "my-role");
  GError *error = NULL;
  TwPlan *plan = tw_edit_add_person (plan_of (dialog), name, side, ours ? organisation : NULL,
                                     ours ? role : NULL, &error);

  tw_view_state_edit (dialog->state, widget, plan, error, NULL, C_ ("undo step", "Add “%s”"), name);
}

static void
add_person_cb (GtkEntry *entry, gpointer data)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));

  if (*g_strstrip (name) == '\0')
    return;
  add_person (data, GTK_WIDGET (entry), name, TW_SIDE_CUSTOMER);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
}

static void
add_myself_cb (GtkButton *button, gpointer data)
{
  g_autofree char *name = g_settings_get_string (tw_settings (), "my-name");

  if (*name != '\0')
    add_person (data, GTK_WIDGET (button), name, TW_SIDE_OURS);
  else
    gtk_widget_activate_action (GTK_WIDGET (button), "win.tell", "s",
                                _ ("Your name isn’t known yet: it stands in Preferences"));
}

static void
remove_person_cb (GtkButton *button, gpointer data)
{
  Dialog *dialog = data;
  const char *id
      = tw_drag_id (gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_EXPANDER_ROW));
  g_autofree char *name = g_strdup (tw_plan_person (plan_of (dialog), id)->name);
  g_autofree char *sentence = NULL;
  GError *error = NULL;
  TwPlan *plan = tw_edit_delete (plan_of (dialog), &tw_person_type, id, &sentence, &error);

  if (tw_view_state_edit (dialog->state, button, plan, error, NULL, C_ ("undo step", "Remove “%s”"),
                          name))
    gtk_widget_activate_action (dialog->window, "win.tell", "s", sentence);
}

static GtkWidget *
remove_row_new (Dialog *dialog)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Remove"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Remove from the plan"));
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_person_cb), dialog);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

/* How much points to a person is said before the button is pressed. */
static void
show_uses (GtkWidget *row, TwPlan *plan, TwPerson *person)
{
  guint n = tw_plan_count_uses (plan, &tw_person_type, person->id);
  g_autofree char *uses
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Named in %u place, which is cleared",
                                      "Named in %u places, which are cleared", n),
                         n);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), n > 0 ? uses : _ ("Named nowhere"));
}

static GtkWidget *
person_row_new (gpointer data G_GNUC_UNUSED)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *badge = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), badge);
  g_object_set_data (G_OBJECT (row), "tw-badge-box", badge);
  return row;
}

/* What folds out; gives the row that removes the person. */
static GtkWidget *
add_members (GtkWidget *row, Dialog *dialog, TwPerson *person)
{
  static const char *const members[] = { "name", "role", "side", "organisation", "email" };
  const char *const ids[] = { person->id, NULL };
  GtkWidget *last = remove_row_new (dialog);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              tw_field_row_new (dialog->state, &tw_person_type, ids, members[i]));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), last);
  g_object_set_data (G_OBJECT (row), "tw-last", last);
  return last;
}

/* The name, the role and the side; the rest folds out. */
static void
show_person (GtkWidget *row, gpointer record, gpointer data)
{
  Dialog *dialog = data;
  TwPerson *person = record;
  TwPlaybook *playbook = tw_document_playbook (tw_view_state_document (dialog->state));
  GtkWidget *badge = g_object_get_data (G_OBJECT (row), "tw-badge-box");
  GtkWidget *last = g_object_get_data (G_OBJECT (row), "tw-last");
  const char *role = tw_playbook_name (playbook, TW_WORD_ROLE, person->role);
  g_autofree char *line = role != NULL
                              ? g_strdup_printf ("%s · %s", role, tw_words_side (person->side))
                              : g_strdup (tw_words_side (person->side));

  if (last == NULL)
    last = add_members (row, dialog, person);
  show_uses (last, plan_of (dialog), person);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), person->name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), line);
  tw_clear_children (badge);
  gtk_box_append (GTK_BOX (badge), tw_badge_new (person));
}

static void
refresh_people (GtkWidget *list)
{
  Dialog *dialog = g_object_get_data (G_OBJECT (list), "tw-dialog");

  tw_record_list_show (GTK_LIST_BOX (list), plan_of (dialog)->people, TRUE, person_row_new,
                       show_person, dialog);
}

static GtkWidget *
nobody_new (void)
{
  GtkWidget *label = tw_label_new (_ ("Nobody yet"), "tw-secondary");

  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 12);
  return label;
}

void
tw_people_dialog_show (GtkWindow *parent, TwViewState *state)
{
  Dialog *dialog = dialog_new (parent, state, _ ("People"));
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *myself = gtk_button_new_with_label (_ ("That’s Me"));

  tw_set_placeholder (entry, _ ("Add a person: name, then Enter"));
  gtk_widget_set_hexpand (entry, TRUE);
  tw_set_tooltip (myself, _ ("Adds you, by your name in Preferences"));
  g_signal_connect (entry, "activate", G_CALLBACK (add_person_cb), dialog);
  g_signal_connect (myself, "clicked", G_CALLBACK (add_myself_cb), dialog);
  gtk_box_append (GTK_BOX (bar), entry);
  gtk_box_append (GTK_BOX (bar), myself);
  dialog->list = tw_boxed_list_new ();
  gtk_list_box_set_placeholder (GTK_LIST_BOX (dialog->list), nobody_new ());
  g_object_set_data (G_OBJECT (dialog->list), "tw-dialog", dialog);
  gtk_box_append (GTK_BOX (dialog->content), bar);
  gtk_box_append (GTK_BOX (dialog->content), dialog->list);
  tw_page_follow (dialog->list, state, refresh_people);
  gtk_window_present (GTK_WINDOW (dialog->window));
  refresh_people (dialog->list);
  gtk_widget_grab_focus (entry);
}

/* --- plan properties --- */

static void
add_heading (Dialog *dialog, const char *text)
{
  gtk_box_append (GTK_BOX (dialog->content), tw_label_new (text, "heading"));
}

void
tw_properties_dialog_show (GtkWindow *parent, TwViewState *state)
{
  static const char *const customer[]
      = { "name", "industry", "region", "tenant", "seats", "notes", "internal_notes", NULL, NULL };
  static const char *const plan[] = { "title",           "start",   "deadline", "go_live", "lead",
                                      "confidentiality", "summary", NULL,       NULL };
  static const char *const calendar[] = { "working_days", NULL, NULL };
  Dialog *dialog = dialog_new (parent, state, _ ("Plan Properties"));

  add_heading (dialog, _ ("Customer"));
  tw_field_rows_add (dialog->content, state, &tw_customer_type, NULL, customer);
  add_heading (dialog, _ ("Plan"));
  tw_field_rows_add (dialog->content, state, &tw_plan_type, NULL, plan);
  add_heading (dialog, _ ("Working days and holidays"));
  tw_field_rows_add (dialog->content, state, &tw_calendar_type, NULL, calendar);
  gtk_box_append (GTK_BOX (dialog->content), tw_holidays_new (state));
  gtk_window_present (GTK_WINDOW (dialog->window));
}
