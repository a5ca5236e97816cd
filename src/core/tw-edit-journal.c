/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-edit.h"
#include "tw-words.h"

/* Edits of what is said and promised: notes, the register, meetings, what was held. */

static void
refuse_missing (GError **error, const char *id)
{
  g_set_error (error, TW_ERROR, TW_ERROR_REFUSED, _ ("There is no “%s” in this plan"), id);
}

/* Whether it was held on a day becomes held. */
static TwPlan *
set_held (TwPlan *plan, const char *id, TwDate date, gboolean held, GError **error)
{
  g_autoptr (GPtrArray) days = g_ptr_array_new ();
  TwPlace place;
  gpointer record;
  TwRecurring *recurring;
  TwPlan *edited;
  guint at;

  if (!tw_plan_find (plan, &tw_recurring_type, id, &place))
    {
      refuse_missing (error, id);
      return NULL;
    }
  recurring = tw_plan_at (plan, &place);
  for (guint i = 0; i < tw_list_n (recurring->done); i++)
    g_ptr_array_add (days, recurring->done->items[i]);
  if (g_ptr_array_find (days, GUINT_TO_POINTER (date), &at) == held)
    return tw_plan_ref (plan);
  if (held)
    g_ptr_array_add (days, GUINT_TO_POINTER (date));
  else
    g_ptr_array_remove_index (days, at);
  edited = tw_plan_open (plan, &place, &record);
  recurring = record;
  g_clear_pointer (&recurring->done, tw_list_unref);
  recurring->done = tw_list_new_take (TW_FIELD_DATES, g_steal_pointer (&days));
  return edited;
}

TwPlan *
tw_edit_hold (TwPlan *plan, const char *id, TwDate date, GError **error)
{
  return set_held (plan, id, date, TRUE, error);
}

TwPlan *
tw_edit_toggle_held (TwPlan *plan, const char *id, TwDate date, GError **error)
{
  TwPlace place;
  TwRecurring *recurring
      = tw_plan_find (plan, &tw_recurring_type, id, &place) ? tw_plan_at (plan, &place) : NULL;

  return set_held (plan, id, date, recurring == NULL || !tw_recurring_was_held (recurring, date),
                   error);
}

TwPlan *
tw_edit_toggle_held_last (TwSchedule *schedule, const char *id, TwDate today, GError **error)
{
  TwMotion *motion;
  TwRecurring *recurring = tw_index_recurring (tw_schedule_index (schedule), id, &motion);
  g_autoptr (GArray) days
      = recurring != NULL ? tw_schedule_occurrences (schedule, motion, recurring) : NULL;
  TwDate last = TW_DATE_NONE;

  for (guint i = 0; days != NULL && i < days->len; i++)
    if (g_array_index (days, TwDate, i) <= today)
      last = g_array_index (days, TwDate, i);
  if (recurring != NULL && last == TW_DATE_NONE)
    {
      g_set_error (error, TW_ERROR, TW_ERROR_REFUSED, _ ("“%s” hasn’t been due yet"),
                   recurring->name);
      return NULL;
    }
  return tw_edit_toggle_held (tw_schedule_plan (schedule), id, last, error);
}

TwPlan *
tw_edit_add_note (TwPlan *plan, const char *text, TwDate today, char **id, GError **error)
{
  TwPlan *edited = tw_edit_add (plan, &tw_note_type, NULL, G_MAXUINT, text, id, error);
  TwNote *note;

  if (edited == NULL)
    return NULL;
  /* The plan was made just now, and nobody else has seen it. */
  note = edited->journal->items[edited->journal->n - 1];
  note->date = today;
  tw_id_set (&note->author, plan->lead);
  return edited;
}

TwPlan *
tw_edit_add_entry (TwPlan *plan, TwEntryKind kind, const char *title, TwDate today, char **id,
                   GError **error)
{
  TwPlan *edited = tw_edit_add (plan, &tw_entry_type, NULL, G_MAXUINT, title, id, error);
  TwEntry *entry;

  if (edited == NULL)
    return NULL;
  entry = edited->register_->items[edited->register_->n - 1];
  entry->kind = kind;
  entry->raised = today;
  return edited;
}

/* --- meetings --- */

/* The newest meeting of a kind, NULL: of any that repeats; NULL if there is none. */
static TwMeeting *
newest_meeting (TwPlan *plan, TwPlaybook *playbook, const char *kind, TwDate today)
{
  TwMeeting *newest = NULL;

  TW_FOREACH (TwMeeting, meeting, plan->meetings)
    {
      TwPbMeeting *own = tw_playbook_meeting (playbook, meeting->kind);

      if (meeting->date > today || own == NULL
          || (kind != NULL ? !g_str_equal (own->id, kind) : own->every == NULL))
        continue;
      if (newest == NULL || meeting->date >= newest->date)
        newest = meeting;
    }
  return newest;
}

/* What is met for, when nobody says: NULL if the playbook has no meetings. */
static const char *
usual_kind (TwPlan *plan, TwPlaybook *playbook, TwDate today)
{
  TwMeeting *last = newest_meeting (plan, playbook, NULL, today);

  if (last != NULL)
    return last->kind;
  TW_FOREACH (TwPbMeeting, meeting, playbook->meetings)
    if (meeting->every != NULL || tw_list_n (plan->meetings) == 0)
      return meeting->id;
  return NULL;
}

/* A baseline called by the day of the meeting; *id is borrowed from the plan. */
static TwPlan *
take_baseline (TwSchedule *schedule, TwDate day, TwDate today, const char **id, GError **error)
{
  g_autofree char *date = tw_words_date (day, TW_DATE_MEDIUM);
  /* Translators: the name of a baseline; %s is a day, as in 22 January. */
  g_autofree char *name = g_strdup_printf (_ ("Meeting of %s"), date);
  TwPlan *edited = tw_edit_take_baseline (schedule, name, today, error);

  if (edited != NULL)
    *id = ((TwBaseline *) edited->baselines->items[edited->baselines->n - 1])->id;
  return edited;
}

TwPlan *
tw_edit_fill_agenda (TwPlan *plan, TwPlaybook *playbook, const char *id, GError **error)
{
  TwMeeting *meeting = tw_list_find (plan->meetings, id, NULL);
  TwPbMeeting *own = meeting != NULL ? tw_playbook_meeting (playbook, meeting->kind) : NULL;
  g_autoptr (TwPlan) edited = tw_plan_ref (plan);

  if (own == NULL || tw_list_n (own->agenda) == 0)
    {
      g_set_error (error, TW_ERROR, TW_ERROR_REFUSED,
                   _ ("The playbook has no agenda for this kind of meeting"));
      return NULL;
    }
  TW_FOREACH (TwPbAgendaItem, item, own->agenda)
    {
      TwPlan *next
          = tw_edit_add (edited, &tw_agenda_item_type, id, G_MAXUINT, item->text, NULL, error);
      TwAgendaItem *added;

      if (next == NULL)
        return NULL;
      meeting = tw_list_find (next->meetings, id, NULL);
      added = meeting->agenda->items[meeting->agenda->n - 1];
      added->minutes = item->minutes > 0 ? item->minutes : TW_INT_NONE;
      tw_plan_unref (edited);
      edited = next;
    }
  return g_steal_pointer (&edited);
}

static TwMeeting *
meeting_on (TwPlan *plan, const char *kind, TwDate day)
{
  TwMeeting *found = NULL;

  TW_FOREACH (TwMeeting, meeting, plan->meetings)
    if (meeting->date == day && (kind == NULL || g_strcmp0 (meeting->kind, kind) == 0))
      found = meeting;
  return found;
}

/* What was planned takes place. */
static TwPlan *
complete_meeting (TwSchedule *schedule, TwPlaybook *playbook, TwMeeting *meeting, TwDate today,
                  GError **error)
{
  TwPlan *plan = tw_schedule_plan (schedule);
  TwPbMeeting *own = tw_playbook_meeting (playbook, meeting->kind);
  g_autoptr (TwPlan) taken = meeting->baseline != NULL
                                 ? tw_plan_ref (plan)
                                 : tw_edit_meeting_baseline (schedule, meeting->id, today, error);

  if (taken == NULL || tw_list_n (meeting->agenda) > 0 || own == NULL
      || tw_list_n (own->agenda) == 0)
    return g_steal_pointer (&taken);
  return tw_edit_fill_agenda (taken, playbook, meeting->id, error);
}

TwPlan *
tw_edit_record_meeting (TwSchedule *schedule, TwPlaybook *playbook, const char *kind, TwDate today,
                        char **id, GError **error)
{
  TwPlan *plan = tw_schedule_plan (schedule);
  TwMeeting *planned = meeting_on (plan, kind, today);
  const char *what = kind != NULL ? kind : usual_kind (plan, playbook, today), *baseline;
  TwPbMeeting *own = tw_playbook_meeting (playbook, what);
  TwMeeting *like = own != NULL ? newest_meeting (plan, playbook, own->id, today) : NULL;
  const char *title = like != NULL ? like->title : own != NULL ? own->name : _ ("Meeting");
  g_autoptr (TwPlan) taken = NULL;
  g_autoptr (TwPlan) added = NULL;
  TwMeeting *meeting;

  if (planned != NULL)
    {
      if (id != NULL)
        *id = g_ref_string_acquire (planned->id);
      return complete_meeting (schedule, playbook, planned, today, error);
    }
  taken = take_baseline (schedule, today, today, &baseline, error);
  if (taken == NULL)
    return NULL;
  added = tw_edit_add (taken, &tw_meeting_type, NULL, G_MAXUINT, title, id, error);
  if (added == NULL)
    return NULL;
  meeting = added->meetings->items[added->meetings->n - 1];
  meeting->date = today;
  tw_string_set (&meeting->kind, what);
  tw_id_set (&meeting->baseline, baseline);
  meeting->internal = own != NULL && own->internal;
  if (own == NULL || tw_list_n (own->agenda) == 0)
    return g_steal_pointer (&added);
  return tw_edit_fill_agenda (added, playbook, meeting->id, error);
}

TwPlan *
tw_edit_meeting_baseline (TwSchedule *schedule, const char *id, TwDate today, GError **error)
{
  TwMeeting *meeting = tw_list_find (tw_schedule_plan (schedule)->meetings, id, NULL);
  g_autoptr (TwPlan) taken = NULL;
  const char *baseline;

  if (meeting == NULL)
    {
      refuse_missing (error, id);
      return NULL;
    }
  taken = take_baseline (schedule, meeting->date, today, &baseline, error);
  if (taken == NULL)
    return NULL;
  return tw_plan_set_by_id (taken, &tw_meeting_type, id, "baseline",
                            (TwValue){ .string = (char *) baseline }, error);
}
