/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-audience.h"
#include "tw-page.h"
#include "tw-words.h"

/* What was said and promised: meetings and notes by date, and the register; read-only. */
typedef struct
{
  TwViewState *state;
  GtkWidget *content;
} Page;

static GtkWidget *
lock_new (gpointer record)
{
  GtkWidget *lock;

  if (!tw_record_is_internal (record))
    return NULL;
  lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");
  gtk_widget_set_tooltip_text (lock, _ ("Never in the customer’s copy"));
  return lock;
}

static TwDate
date_of (TwRecord *record)
{
  return record->type == &tw_meeting_type ? ((TwMeeting *) record)->date
                                          : ((TwNote *) record)->date;
}

/* Newest first. */
static int
compare_records (gconstpointer a, gconstpointer b)
{
  TwDate one = date_of (*(TwRecord *const *) a), other = date_of (*(TwRecord *const *) b);

  return one > other ? -1 : one < other;
}

static GtkWidget *
record_row_new (Page *page, TwRecord *record)
{
  TwPlan *plan = tw_document_plan (tw_view_state_document (page->state));
  g_autofree char *date
      = tw_words_date_near (date_of (record), tw_view_state_today (page->state), TRUE);
  GtkWidget *day = tw_label_new (date, "tw-secondary");
  TwNote *note = (TwNote *) record;
  TwMeeting *meeting = (TwMeeting *) record;
  gboolean is_meeting = record->type == &tw_meeting_type;
  TwPerson *author = is_meeting ? NULL : tw_plan_person (plan, note->author);
  g_autofree char *line
      = is_meeting ? g_strdup (meeting->notes)
                   : g_strdup_printf ("%s%s%s", author != NULL ? author->name : "",
                                      author != NULL && note->next_action != NULL ? " · " : "",
                                      note->next_action != NULL ? note->next_action : "");

  gtk_label_set_width_chars (GTK_LABEL (day), 12);
  return tw_row_new (day, is_meeting ? meeting->title : note->text, line, lock_new (record));
}

static GtkWidget *
entry_row_new (Page *page, TwEntry *entry)
{
  TwPlan *plan = tw_document_plan (tw_view_state_document (page->state));
  TwPerson *owner = tw_plan_person (plan, entry->owner);
  g_autofree char *due = tw_words_date_near (entry->due, tw_view_state_today (page->state), TRUE);
  g_autofree char *line = g_strdup_printf (
      "%s%s%s%s%s", tw_words_entry_kind (entry->kind), owner != NULL ? " · " : "",
      owner != NULL ? owner->name : "", entry->due != TW_DATE_NONE ? " · " : "",
      entry->due != TW_DATE_NONE ? due : "");
  TwGlyph glyph = entry->status == TW_ENTRY_CLOSED   ? TW_GLYPH_DONE
                  : entry->kind == TW_ENTRY_DECISION ? TW_GLYPH_DECISION
                  : entry->kind == TW_ENTRY_ISSUE    ? TW_GLYPH_BLOCKED
                  : entry->kind == TW_ENTRY_RISK     ? TW_GLYPH_LATE
                                                     : TW_GLYPH_TODO;

  return tw_row_new (tw_glyph_new (glyph), entry->title, line, lock_new (entry));
}

/* A head and a list, or what is said where there is nothing. */
static void
add_list (Page *page, const char *title, GPtrArray *rows, const char *empty)
{
  GtkWidget *list = tw_boxed_list_new ();

  gtk_box_append (GTK_BOX (page->content), tw_label_new (title, "title-3"));
  for (guint i = 0; i < rows->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), rows->pdata[i]);
  if (rows->len == 0)
    gtk_list_box_append (GTK_LIST_BOX (list), tw_row_new (NULL, empty, NULL, NULL));
  gtk_box_append (GTK_BOX (page->content), list);
  g_ptr_array_unref (rows);
}

static void
refresh (GtkWidget *widget)
{
  Page *page = g_object_get_data (G_OBJECT (widget), "tw-page");
  TwPlan *plan = tw_document_plan (tw_view_state_document (page->state));
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  GPtrArray *journal = g_ptr_array_new (), *points = g_ptr_array_new ();

  tw_clear_children (page->content);
  TW_FOREACH (TwMeeting, meeting, plan->meetings)
    g_ptr_array_add (records, meeting);
  TW_FOREACH (TwNote, note, plan->journal)
    g_ptr_array_add (records, note);
  g_ptr_array_sort (records, compare_records);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (journal, record_row_new (page, records->pdata[i]));
  TW_FOREACH (TwEntry, entry, plan->register_)
    g_ptr_array_add (points, entry_row_new (page, entry));
  add_list (page, _ ("Journal"), journal, _ ("Nothing written yet"));
  add_list (page, _ ("Register"), points, _ ("No open points"));
}

GtkWidget *
tw_journal_page_new (TwViewState *state)
{
  Page *page = g_new0 (Page, 1);
  GtkWidget *widget = tw_column_new (900, &page->content);

  page->state = state;
  g_object_set_data_full (G_OBJECT (widget), "tw-page", page, g_free);
  tw_page_follow (widget, state, refresh);
  return widget;
}
