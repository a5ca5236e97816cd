/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tw-agenda.h"
#include "tw-check.h"
#include "tw-edit.h"
#include "tw-field-row.h"
#include "tw-journal-editor.h"
#include "tw-page.h"
#include "tw-words.h"

/* In the order of the pane: NULL between groups, two at the end. */
static const char *const note_head[] = { "date", "kind", "author", "workload", NULL, NULL };
static const char *const note_text[] = { "text", NULL, NULL };
static const char *const note_next[]
    = { "next_action", "next_on", "next_owner", "next_done", NULL, "internal", NULL, NULL };
static const char *const meeting_head[] = { "title", "date", "kind", "attendees", NULL, NULL };
static const char *const meeting_rest[]
    = { "decisions", "notes", "internal_notes", NULL, "internal", NULL, NULL };
static const char *const entry_head[]
    = { "title", "kind", "severity", "owner", "due", "status", NULL, NULL };
static const char *const entry_rest[]
    = { "response", NULL, "activity", "workload", "internal", "internal_notes", NULL, NULL };

typedef struct
{
  TwViewState *state;
  GtkWidget *widget, *content, *title;
  const TwRecordType *type;
  char *id;
  GtkWidget *first;               /* where one begins to write */
  GtkWidget *advice;              /* of a note: how it keeps to its type */
  GtkWidget *baseline, *take_one; /* of a meeting */
} Editor;

static Editor *
editor_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "tw-journal-editor");
}

static TwPlan *
plan_of (Editor *self)
{
  return tw_document_plan (tw_view_state_document (self->state));
}

static gpointer
record_of (Editor *self)
{
  TwPlan *plan = plan_of (self);

  return tw_list_find (self->type == &tw_note_type      ? plan->journal
                       : self->type == &tw_meeting_type ? plan->meetings
                                                        : plan->register_,
                       self->id, NULL);
}

static void
add (Editor *self, GtkWidget *box, const char *const *members)
{
  const char *const ids[] = { self->id, NULL };

  tw_field_rows_add (box, self->state, self->type, ids, members);
}

/* --- notes --- */

static void
add_line (GString *text, char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
  g_free (line);
}

/* What the type of the note asks for, and whether it keeps to it. */
static void
show_advice (Editor *self, TwNote *note)
{
  TwPlaybook *playbook = tw_document_playbook (tw_view_state_document (self->state));
  g_autoptr (GString) text = g_string_new (NULL);
  TwNoteCheck check;
  gboolean wrong;

  tw_check_note (playbook, note->kind, note->text, &check);
  wrong = check.vague->len > 0 || (check.most > 0 && check.sentences > check.most);
  if (check.most > 0)
    add_line (text,
              g_strdup_printf (
                  check.sentences > check.most
                      ? g_dngettext (GETTEXT_PACKAGE, "%d sentence; at most %d are asked for",
                                     "%d sentences; at most %d are asked for", check.sentences)
                      : g_dngettext (GETTEXT_PACKAGE, "%d of at most %d sentence",
                                     "%d of at most %d sentences", check.most),
                  check.sentences, check.most));
  for (guint i = 0; i < check.vague->len; i++)
    add_line (text,
              g_strdup_printf (_ ("It says “%s”: say what is so"), (char *) check.vague->pdata[i]));
  g_ptr_array_unref (check.vague);
  gtk_label_set_text (GTK_LABEL (self->advice), text->str);
  gtk_widget_set_visible (self->advice, text->len > 0);
  if (wrong)
    gtk_widget_add_css_class (self->advice, "tw-slip");
  else
    gtk_widget_remove_css_class (self->advice, "tw-slip");
}

static void
add_note (Editor *self)
{
  add (self, self->content, note_head);
  add (self, self->content, note_text);
  self->first = gtk_widget_get_last_child (self->content);
  self->advice = tw_label_new ("", "tw-secondary");
  gtk_box_append (GTK_BOX (self->content), self->advice);
  add (self, self->content, note_next);
}

/* --- meetings --- */

static void
take_cb (GtkButton *button, gpointer data)
{
  Editor *self = data;
  GError *error = NULL;
  TwPlan *plan
      = tw_edit_meeting_baseline (tw_document_schedule (tw_view_state_document (self->state)),
                                  self->id, tw_view_state_today (self->state), &error);

  tw_view_state_edit (self->state, button, plan, error, NULL, "%s",
                      C_ ("undo step", "Take a Baseline"));
}

static void
show_baseline (Editor *self, TwMeeting *meeting)
{
  TwBaseline *baseline = tw_plan_baseline (plan_of (self), meeting->baseline);
  g_autofree char *text
      = baseline != NULL ? g_strdup_printf (_ ("Baseline “%s”"), baseline->name)
                         : g_strdup (_ ("No baseline: nothing can be compared with this meeting"));

  gtk_label_set_text (GTK_LABEL (self->baseline), text);
  gtk_widget_set_visible (self->take_one, baseline == NULL);
}

static void
add_meeting (Editor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  add (self, self->content, meeting_head);
  self->first = gtk_widget_get_last_child (self->content);
  gtk_box_append (GTK_BOX (self->content), tw_agenda_new (self->state, self->id));
  add (self, self->content, meeting_rest);
  self->baseline = tw_label_new ("", "tw-secondary");
  self->take_one = gtk_button_new_with_label (_ ("Take Baseline"));
  gtk_widget_set_hexpand (self->baseline, TRUE);
  gtk_widget_set_valign (self->take_one, GTK_ALIGN_CENTER);
  g_signal_connect (self->take_one, "clicked", G_CALLBACK (take_cb), self);
  gtk_box_append (GTK_BOX (box), self->baseline);
  gtk_box_append (GTK_BOX (box), self->take_one);
  gtk_box_append (GTK_BOX (self->content), box);
}

/* --- the register --- */

static void
add_entry (Editor *self)
{
  add (self, self->content, entry_head);
  self->first = gtk_widget_get_last_child (self->content);
  add (self, self->content, entry_rest);
}

/* --- the pane --- */

static void
refresh (GtkWidget *widget)
{
  Editor *self = editor_of (widget);
  gpointer record = self->id != NULL ? record_of (self) : NULL;

  if (record == NULL)
    return;
  if (self->type == &tw_note_type)
    show_advice (self, record);
  else if (self->type == &tw_meeting_type)
    show_baseline (self, record);
  else
    gtk_label_set_text (GTK_LABEL (self->title), tw_words_entry_kind (((TwEntry *) record)->kind));
}

static GtkWidget *
head_new (Editor *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->title = tw_label_new (self->type == &tw_note_type ? _ ("Note") : _ ("Meeting"), "title-4");
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (close, "flat");
  tw_set_tooltip (close, _ ("Close"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "journal.close");
  gtk_box_append (GTK_BOX (head), self->title);
  gtk_box_append (GTK_BOX (head), close);
  return head;
}

void
tw_journal_editor_show (GtkWidget *editor, const TwRecordType *type, const char *id)
{
  Editor *self = editor_of (editor);
  GtkWidget *remove;

  if (type == self->type && g_strcmp0 (id, self->id) == 0)
    return;
  tw_take_focus_from (self->content);
  tw_clear_children (self->content);
  g_free (self->id);
  self->id = g_strdup (id);
  self->type = type;
  self->first = NULL;
  if (id == NULL)
    return;
  gtk_box_append (GTK_BOX (self->content), head_new (self));
  if (type == &tw_note_type)
    add_note (self);
  else if (type == &tw_meeting_type)
    add_meeting (self);
  else
    add_entry (self);
  remove = gtk_button_new_with_label (_ ("Delete"));
  gtk_widget_add_css_class (remove, "destructive-action");
  gtk_widget_set_halign (remove, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (remove), "journal.delete");
  gtk_box_append (GTK_BOX (self->content), remove);
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->widget)), 0);
  refresh (editor);
}

/* The first thing below widget that text is written in. */
static GtkWidget *
find_text (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_TEXT_VIEW (widget) || GTK_IS_TEXT (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_text (child);
  return found;
}

void
tw_journal_editor_begin (GtkWidget *editor)
{
  Editor *self = editor_of (editor);
  GtkWidget *text = self->first != NULL ? find_text (self->first) : NULL;

  if (text == NULL)
    return;
  gtk_widget_grab_focus (text);
  if (GTK_IS_TEXT_VIEW (text))
    g_signal_emit_by_name (text, "select-all", TRUE);
  else
    gtk_editable_select_region (GTK_EDITABLE (text), 0, -1);
}

static void
editor_free (gpointer data)
{
  g_free (((Editor *) data)->id);
  g_free (data);
}

GtkWidget *
tw_journal_editor_new (TwViewState *state)
{
  Editor *self = g_new0 (Editor, 1);

  self->state = state;
  self->widget = tw_column_new (332, &self->content);
  gtk_widget_add_css_class (self->widget, "tw-pane");
  gtk_widget_add_css_class (self->widget, "tw-inspector");
  g_object_set_data_full (G_OBJECT (self->widget), "tw-journal-editor", self, editor_free);
  tw_page_follow (self->widget, state, refresh);
  return self->widget;
}
