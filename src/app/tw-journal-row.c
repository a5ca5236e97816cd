/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-audience.h"
#include "tw-drag.h"
#include "tw-edit.h"
#include "tw-journal-row.h"
#include "tw-page.h"
#include "tw-words.h"

static GtkWidget *
lock_new (gpointer record)
{
  GtkWidget *lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");

  gtk_widget_set_visible (lock, tw_record_is_internal (record));
  gtk_widget_set_valign (lock, GTK_ALIGN_START);
  gtk_widget_add_css_class (lock, "tw-lock");
  tw_set_tooltip (lock, _ ("Never in the customer’s copy"));
  return lock;
}

/* Adds what is there to a line of parts. */
static void
add_part (GString *line, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

static void
add_person (GString *line, TwPlan *plan, const char *id)
{
  TwPerson *person = tw_plan_person (plan, id);

  if (person != NULL)
    add_part (line, person->name);
}

static void
ticked_cb (GtkCheckButton *tick, gpointer data)
{
  TwViewState *state = data;
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (tick), GTK_TYPE_LIST_BOX_ROW);
  gboolean done = gtk_check_button_get_active (tick);
  GError *error = NULL;
  TwPlan *plan = tw_edit_tick (tw_document_plan (tw_view_state_document (state)), &tw_note_type,
                               tw_drag_id (row), done, tw_view_state_today (state), &error);

  if (!tw_view_state_edit (state, tick, plan, error, NULL, "%s",
                           done ? C_ ("undo step", "Tick Off a Next Action")
                                : C_ ("undo step", "Untick a Next Action")))
    tw_tick_show (GTK_WIDGET (tick), !done, G_CALLBACK (ticked_cb), state);
}

static GtkWidget *
due_new (const char *line, TwDate due, TwDate done, TwDate today)
{
  GtkWidget *label = tw_label_new ("", "tw-secondary");

  tw_label_set_due (label, line, due, done, today);
  return label;
}

/* A tick, what is to be done, by whom and when. */
static GtkWidget *
next_action_new (TwViewState *state, TwNote *note)
{
  GtkWidget *box = tw_line_new (6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *tick = gtk_check_button_new ();
  TwDate today = tw_view_state_today (state);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *due = tw_words_due (note->next_on, note->next_done, today);

  add_person (line, tw_document_plan (tw_view_state_document (state)), note->next_owner);
  add_part (line, due);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), note->next_done != TW_DATE_NONE);
  gtk_widget_set_valign (tick, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  note->next_action, -1);
  g_signal_connect (tick, "toggled", G_CALLBACK (ticked_cb), state);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (
      GTK_BOX (texts),
      tw_label_new (note->next_action, note->next_done != TW_DATE_NONE ? "tw-done" : NULL));
  if (line->len > 0)
    gtk_box_append (GTK_BOX (texts), due_new (line->str, note->next_on, note->next_done, today));
  tw_line_append (box, tick);
  tw_line_append (box, texts);
  gtk_widget_add_css_class (box, "tw-next");
  return box;
}

static GtkWidget *
row_new (const TwRecordType *type, const char *id, GtkWidget *prefix, GtkWidget *texts,
         GtkWidget *suffix, const char *title)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = tw_line_new (12);

  gtk_widget_add_css_class (box, "tw-row");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (prefix, GTK_ALIGN_START);
  tw_line_append (box, prefix);
  tw_line_append (box, texts);
  tw_line_append (box, suffix);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (row), "tw-type", (gpointer) type);
  tw_drag_set_record (row, type, id);
  return row;
}

static GtkWidget *
title_new (const char *text, gboolean strong)
{
  const char *begin = text + strspn (text, " \n");
  g_autofree char *first = g_strndup (begin, strcspn (begin, "\n"));
  GtkWidget *label = tw_label_new (first, strong ? "tw-strong" : NULL);

  gtk_widget_set_visible (label, *first != '\0');
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static GtkWidget *
meeting_texts_new (TwViewState *state, TwMeeting *meeting)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GString) line = g_string_new (NULL);
  guint n = tw_list_n (meeting->attendees);
  g_autofree char *count
      = n > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u attendee", "%u attendees", n), n)
              : NULL;
  g_autofree char *decisions = NULL;

  add_part (line, tw_playbook_name (tw_document_playbook (tw_view_state_document (state)),
                                    TW_WORD_MEETING, meeting->kind));
  add_part (line, count);
  n = tw_list_n (meeting->decisions);
  decisions
      = n > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u decision", "%u decisions", n), n)
              : NULL;
  add_part (line, decisions);
  gtk_box_append (GTK_BOX (texts), title_new (meeting->title, TRUE));
  gtk_box_append (GTK_BOX (texts), tw_label_new (line->str, "tw-secondary"));
  if (meeting->notes != NULL)
    gtk_box_append (GTK_BOX (texts), title_new (meeting->notes, FALSE));
  return texts;
}

static GtkWidget *
note_texts_new (TwViewState *state, TwNote *note)
{
  TwPlan *plan = tw_document_plan (tw_view_state_document (state));
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GString) line = g_string_new (NULL);
  TwRecord *workload = tw_list_find (plan->workloads, note->workload, NULL);

  add_part (line, note->kind != NULL
                      ? tw_playbook_name (tw_document_playbook (tw_view_state_document (state)),
                                          TW_WORD_NOTE_TYPE, note->kind)
                      : _ ("Note"));
  add_person (line, plan, note->author);
  if (workload != NULL)
    add_part (line, tw_record_name (workload));
  gtk_box_append (GTK_BOX (texts), title_new (note->text, FALSE));
  gtk_box_append (GTK_BOX (texts), tw_label_new (line->str, "tw-secondary"));
  if (note->next_action != NULL)
    gtk_box_append (GTK_BOX (texts), next_action_new (state, note));
  return texts;
}

static GtkWidget *
record_row_new (TwViewState *state, TwRecord *record)
{
  gboolean is_meeting = record->type == &tw_meeting_type;
  g_autofree char *date
      = tw_words_date_near (is_meeting ? ((TwMeeting *) record)->date : ((TwNote *) record)->date,
                            tw_view_state_today (state), TRUE);
  GtkWidget *day = tw_label_new (date, "tw-day-of");

  gtk_label_set_width_chars (GTK_LABEL (day), 6);
  gtk_label_set_max_width_chars (GTK_LABEL (day), 6);
  return row_new (record->type, tw_record_key (record, (char[TW_DATE_LENGTH]){ 0 }), day,
                  is_meeting ? meeting_texts_new (state, (TwMeeting *) record)
                             : note_texts_new (state, (TwNote *) record),
                  lock_new (record), tw_record_name (record));
}

static GtkWidget *
entry_row_new (TwViewState *state, TwEntry *entry)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  TwPlan *plan = tw_document_plan (tw_view_state_document (state));
  TwDate today = tw_view_state_today (state);
  gboolean open = entry->status == TW_ENTRY_OPEN;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *due = tw_words_due (entry->due, TW_DATE_NONE, today);
  g_autofree char *closed = tw_words_date_near (entry->closed, today, TRUE);

  add_part (line, tw_words_entry_kind (entry->kind));
  add_part (line, tw_words_severity (entry->severity));
  add_person (line, plan, entry->owner);
  if (open)
    add_part (line, due);
  else
    {
      add_part (line, entry->kind == TW_ENTRY_DECISION ? C_ ("register", "Decided")
                                                       : C_ ("register", "Closed"));
      add_part (line, closed);
    }
  gtk_box_append (GTK_BOX (texts), title_new (entry->title, FALSE));
  gtk_box_append (GTK_BOX (texts),
                  due_new (line->str, open ? entry->due : TW_DATE_NONE, TW_DATE_NONE, today));
  return row_new (&tw_entry_type, entry->id, tw_glyph_new (tw_glyph_for_entry (entry)), texts,
                  lock_new (entry), entry->title);
}

GtkWidget *
tw_journal_row_new (TwViewState *state, gpointer record)
{
  return tw_record_is (record, &tw_entry_type) ? entry_row_new (state, record)
                                               : record_row_new (state, record);
}

const TwRecordType *
tw_journal_row_type (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "tw-type");
}
