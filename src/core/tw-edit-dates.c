/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-adoption.h"
#include "tw-edit.h"
#include "tw-words.h"

/* The edits that have to do with dates and links, row by row as in FACTS.md. */

static int
find_node (TwSchedule *schedule, const char *id, GError **error)
{
  int number = tw_index_find (tw_schedule_index (schedule), id);

  if (number < 0)
    g_set_error (error, TW_ERROR, TW_ERROR_REFUSED, _ ("There is no “%s” in this plan"), id);
  return number;
}

/* The writable copy of an activity in a new plan; NULL and an error if id isn't one. */
static TwPlan *
open_activity (TwSchedule *schedule, const char *id, TwActivity **activity, GError **error)
{
  int number = find_node (schedule, id, error);
  TwPlace place;
  gpointer copy;
  TwPlan *edited;

  if (number < 0)
    return NULL;
  if (tw_index_activity (tw_schedule_index (schedule), id) == NULL)
    {
      g_set_error (
          error, TW_ERROR, TW_ERROR_REFUSED, _ ("“%s” is no activity"),
          tw_record_name (tw_index_node (tw_schedule_index (schedule), (guint) number)->record));
      return NULL;
    }
  tw_index_place (tw_schedule_index (schedule), (guint) number, &place);
  edited = tw_plan_open (tw_schedule_plan (schedule), &place, &copy);
  *activity = copy;
  return edited;
}

/* Where a pin ends up when what it pins is moved to day to: nowhere, if it would start by
 * itself no earlier. */
static TwDate
pin_for (TwSchedule *schedule, guint node, TwDate to, char **sentence)
{
  TwDate earliest;
  const char *holder = tw_schedule_holder (schedule, node, &earliest);

  if (to > earliest)
    return tw_workdays_on_or_after (tw_schedule_workdays (schedule), to);
  if (to < earliest && sentence != NULL && *sentence == NULL)
    {
      int number = holder != NULL ? tw_index_find (tw_schedule_index (schedule), holder) : -1;

      *sentence
          = number < 0
                ? g_strdup (_ ("Held by the start of the plan"))
                : g_strdup_printf (
                    _ ("Held by “%s”"),
                    tw_record_name (
                        tw_index_node (tw_schedule_index (schedule), (guint) number)->record));
    }
  return TW_DATE_NONE;
}

static TwDate
shifted (TwSchedule *schedule, TwDate date, int n)
{
  TwWorkdays *workdays = tw_schedule_workdays (schedule);

  return tw_workdays_advance (workdays, tw_workdays_on_or_after (workdays, date), n);
}

/* Moves one activity by n working days in plan, which is an edit of the schedule's. */
static TwPlan *
move_activity (TwSchedule *schedule, TwPlan *plan, guint node, int n, TwDate to, char **sentence,
               GError **error)
{
  TwNode *found = tw_index_node (tw_schedule_index (schedule), node);
  TwActivity *activity = found->record;
  TwPlace place;
  gpointer copy;
  TwPlan *edited;

  if (activity->status == TW_STATUS_DONE)
    {
      g_set_error (error, TW_ERROR, TW_ERROR_REFUSED,
                   _ ("“%s” is done; its dates are changed in the inspector"), activity->name);
      return NULL;
    }
  tw_index_place (tw_schedule_index (schedule), node, &place);
  edited = tw_plan_open (plan, &place, &copy);
  activity = copy;
  if (tw_activity_has_begun (activity))
    activity->days = activity->days == 0 ? 0 : CLAMP (activity->days + n, 1, TW_DAYS_MAX);
  else
    activity->start = pin_for (schedule, node, to, sentence);
  return tw_edit_or_same (plan, edited);
}

static TwPlan *
move_group (TwSchedule *schedule, TwPlan *plan, guint node, int n, char **sentence, GError **error)
{
  TwIndex *index = tw_schedule_index (schedule);
  TwNode *group = tw_index_node (index, node);
  g_autoptr (TwPlan) edited = tw_plan_ref (plan);

  for (guint i = node; i < group->end; i++)
    {
      TwNode *member = tw_index_node (index, i);
      const TwField *field = tw_record_type_field (((TwRecord *) member->record)->type, "start");
      TwDate pin = tw_record_get (member->record, field).date;
      TwPlace place;
      TwPlan *next;

      if (i == node)
        pin = pin_for (schedule, node, shifted (schedule, tw_schedule_span (schedule, i)->start, n),
                       sentence);
      else if (pin == TW_DATE_NONE
               || (member->kind == TW_KIND_ACTIVITY && tw_activity_has_begun (member->record)))
        continue;
      else
        pin = shifted (schedule, pin, n);
      tw_index_place (index, i, &place);
      next = tw_plan_set (edited, &place, field, (TwValue){ .date = pin }, error);
      if (next == NULL)
        return NULL;
      tw_plan_unref (edited);
      edited = next;
    }
  return g_steal_pointer (&edited);
}

static TwPlan *
move_node (TwSchedule *schedule, TwPlan *plan, guint node, int n, TwDate to, char **sentence,
           GError **error)
{
  if (tw_index_node (tw_schedule_index (schedule), node)->kind == TW_KIND_ACTIVITY)
    return move_activity (schedule, plan, node, n, to, sentence, error);
  return move_group (schedule, plan, node, n, sentence, error);
}

TwPlan *
tw_edit_move (TwSchedule *schedule, const char *node, TwDate to, char **sentence, GError **error)
{
  int number = find_node (schedule, node, error);
  TwDate start;

  if (number < 0)
    return NULL;
  start = tw_schedule_span (schedule, (guint) number)->start;
  return move_node (schedule, tw_schedule_plan (schedule), (guint) number,
                    tw_workdays_between (tw_schedule_workdays (schedule), start, to), to, sentence,
                    error);
}

typedef struct
{
  TwSchedule *schedule; /* as it was before the first was moved */
  TwGrip grip;
  int n;
  char **sentence;
} Drag;

/* By what is there already of the drag: what waits for another that moves too comes along with it,
 * and isn't held by it. */
static TwPlan *
drag_one (TwSchedule *current, const char *id, gpointer data, GError **error)
{
  Drag *drag = data;
  int number = find_node (drag->schedule, id, error);
  const TwSpan *span;
  TwDate start;

  if (number < 0)
    return NULL;
  if (drag->grip == TW_GRIP_RIGHT)
    return tw_edit_right_end (
        current, id, shifted (current, tw_schedule_find (current, id)->finish, drag->n), error);
  span = tw_schedule_span (drag->schedule, (guint) number);
  start = shifted (drag->schedule, span->start, drag->n);
  if (drag->grip == TW_GRIP_LEFT)
    return tw_edit_left_end (current, id, MIN (start, span->finish), drag->sentence, error);
  return move_node (current, tw_schedule_plan (current), (guint) number, drag->n, start,
                    drag->sentence, error);
}

static int
compare_starts (gconstpointer a, gconstpointer b, gpointer schedule)
{
  const TwSpan *one = tw_schedule_find (schedule, *(const char *const *) a);
  const TwSpan *other = tw_schedule_find (schedule, *(const char *const *) b);

  if (one == NULL || other == NULL)
    return 0;
  return one->start < other->start ? -1 : one->start > other->start;
}

TwPlan *
tw_edit_drag (TwSchedule *schedule, const char *const *nodes, TwGrip grip, int n, char **sentence,
              GError **error)
{
  Drag drag = { schedule, grip, n, sentence };
  g_autofree const char **ids = tw_index_topmost (tw_schedule_index (schedule), nodes);

  /* What starts first goes first: whatever another waits for. */
  g_qsort_with_data (ids, (int) g_strv_length ((char **) ids), sizeof *ids, compare_starts,
                     schedule);
  return tw_edit_members_of_each (schedule, ids, drag_one, &drag, error);
}

TwPlan *
tw_edit_right_end (TwSchedule *schedule, const char *activity, TwDate finish, GError **error)
{
  TwActivity *copy;
  const TwSpan *span = tw_schedule_find (schedule, activity);
  TwPlan *edited = open_activity (schedule, activity, &copy, error);

  if (edited == NULL)
    return NULL;
  if (copy->days == 0 || copy->status == TW_STATUS_DONE)
    {
      g_set_error (error, TW_ERROR, TW_ERROR_REFUSED,
                   copy->days == 0 ? _ ("“%s” is a milestone and has no ends")
                                   : _ ("“%s” is done; its dates are changed in the inspector"),
                   copy->name);
      tw_plan_unref (edited);
      return NULL;
    }
  copy->days
      = CLAMP (tw_workdays_between (tw_schedule_workdays (schedule), span->start - 1, finish), 1,
               TW_DAYS_MAX);
  return tw_edit_or_same (tw_schedule_plan (schedule), edited);
}

TwPlan *
tw_edit_left_end (TwSchedule *schedule, const char *activity, TwDate start, char **sentence,
                  GError **error)
{
  const TwSpan *span = tw_schedule_find (schedule, activity);
  TwActivity *found = tw_index_activity (tw_schedule_index (schedule), activity);
  g_autoptr (TwPlan) moved = NULL;
  g_autoptr (TwSchedule) after = NULL;

  if (found != NULL && found->days > 0 && found->status != TW_STATUS_DONE
      && tw_activity_has_begun (found))
    {
      g_set_error (error, TW_ERROR, TW_ERROR_REFUSED,
                   _ ("“%s” has started; what counts is when it really started"), found->name);
      return NULL;
    }
  moved = tw_edit_move (schedule, activity, start, sentence, error);
  after = moved != NULL ? tw_schedule_new (moved, error) : NULL;
  if (after == NULL)
    return NULL;
  return tw_edit_right_end (after, activity, span->finish, error);
}

/* The links of a node written out, with the implied one of a phase. */
static GPtrArray *
written_links (TwIndex *index, guint number)
{
  GPtrArray *ids = g_ptr_array_new ();
  TwNode *node = tw_index_node (index, number);
  const char *implied = node->kind == TW_KIND_PHASE && node->after == NULL
                            ? tw_index_phase_before (index, number)
                            : NULL;

  if (implied != NULL)
    g_ptr_array_add (ids, tw_id_new (implied));
  TW_FOREACH (char, id, node->after)
    g_ptr_array_add (ids, tw_id_new (id));
  return ids;
}

/* Takes over ids. */
static TwPlan *
set_links (TwSchedule *schedule, guint number, GPtrArray *ids, GError **error)
{
  TwIndex *index = tw_schedule_index (schedule);
  TwNode *node = tw_index_node (index, number);
  g_autoptr (TwList) links = tw_list_new (TW_FIELD_REFS, ids->pdata, ids->len);
  TwPlace place;

  g_ptr_array_unref (ids);
  if (links->n == 0 && node->kind != TW_KIND_PHASE)
    g_clear_pointer (&links, tw_list_unref);
  tw_index_place (index, number, &place);
  return tw_plan_set (tw_schedule_plan (schedule), &place,
                      tw_record_type_field (((TwRecord *) node->record)->type, "after"),
                      (TwValue){ .list = links }, error);
}

TwPlan *
tw_edit_link (TwSchedule *schedule, const char *node, const char *after, GError **error)
{
  GPtrArray *ids;
  int number;

  if (!tw_schedule_can_link (schedule, node, after, error))
    return NULL;
  number = tw_index_find (tw_schedule_index (schedule), node);
  ids = written_links (tw_schedule_index (schedule), (guint) number);
  for (guint i = 0; i < ids->len; i++)
    if (g_str_equal (ids->pdata[i], after))
      {
        g_ptr_array_set_free_func (ids, (GDestroyNotify) g_ref_string_release);
        g_ptr_array_unref (ids);
        return tw_plan_ref (tw_schedule_plan (schedule));
      }
  g_ptr_array_add (ids, tw_id_new (after));
  return set_links (schedule, (guint) number, ids, error);
}

TwPlan *
tw_edit_unlink (TwSchedule *schedule, const char *node, const char *after, GError **error)
{
  int number = find_node (schedule, node, error);
  GPtrArray *ids;

  if (number < 0)
    return NULL;
  ids = written_links (tw_schedule_index (schedule), (guint) number);
  for (guint i = 0; i < ids->len; i++)
    if (g_str_equal (ids->pdata[i], after))
      g_ref_string_release (g_ptr_array_remove_index (ids, i--));
  return set_links (schedule, (guint) number, ids, error);
}

TwPlan *
tw_edit_status (TwSchedule *schedule, const char *activity, TwStatus status, const char *reason,
                TwDate today, GError **error)
{
  const TwSpan *span = tw_schedule_find (schedule, activity);
  TwActivity *copy;
  TwPlan *edited = open_activity (schedule, activity, &copy, error);

  if (edited == NULL)
    return NULL;
  if (status == TW_STATUS_DONE && copy->status != TW_STATUS_DONE)
    {
      if (copy->started == TW_DATE_NONE)
        copy->started = MIN (today, span->earliest);
      copy->finished = MAX (today, copy->started);
      copy->progress = 0;
    }
  if (status == TW_STATUS_IN_PROGRESS && copy->started == TW_DATE_NONE)
    copy->started = copy->status == TW_STATUS_DONE ? span->start : today;
  if (status != TW_STATUS_DONE)
    copy->finished = TW_DATE_NONE;
  if (status == TW_STATUS_NOT_STARTED)
    {
      copy->started = TW_DATE_NONE;
      copy->progress = 0;
    }
  copy->status = status;
  if (status == TW_STATUS_BLOCKED || status == TW_STATUS_SKIPPED)
    {
      if (reason != NULL)
        tw_string_set (&copy->reason, reason);
    }
  else
    tw_string_set (&copy->reason, NULL);
  return tw_edit_or_same (tw_schedule_plan (schedule), edited);
}

/* What really happened, in one step: finished makes it done, started alone in progress (blocked and
 * skipped stay so), neither not started. progress counts only while it is started. */
static TwPlan *
edit_dates (TwPlan *plan, const char *activity, TwDate started, TwDate finished, int progress,
            GError **error)
{
  TwPlace place;
  gpointer record;
  TwActivity *copy;
  TwPlan *edited;

  if (finished != TW_DATE_NONE && finished < started)
    {
      g_set_error (error, TW_ERROR, TW_ERROR_REFUSED, _ ("The finish lies before the start"));
      return NULL;
    }
  if (!tw_plan_find (plan, &tw_activity_type, activity, &place))
    {
      g_set_error (error, TW_ERROR, TW_ERROR_REFUSED, _ ("There is no “%s” in this plan"),
                   activity);
      return NULL;
    }
  edited = tw_plan_open (plan, &place, &record);
  copy = record;
  copy->started = started;
  copy->finished = finished;
  if (finished != TW_DATE_NONE)
    copy->status = TW_STATUS_DONE;
  else if (copy->status != TW_STATUS_BLOCKED && copy->status != TW_STATUS_SKIPPED)
    copy->status = started != TW_DATE_NONE ? TW_STATUS_IN_PROGRESS : TW_STATUS_NOT_STARTED;
  copy->progress
      = started != TW_DATE_NONE && finished == TW_DATE_NONE ? CLAMP (progress, 0, 99) : 0;
  return tw_edit_or_same (plan, edited);
}

/* Why a pin isn't kept, in a row that has room for it: what holds it there and until when. */
static void
say_what_holds (TwSchedule *schedule, const char *id, TwDate to, char **sentence)
{
  TwIndex *index = tw_schedule_index (schedule);
  int number = tw_index_find (index, id), holder;
  TwDate earliest;
  const char *held = number >= 0 ? tw_schedule_holder (schedule, (guint) number, &earliest) : NULL;
  g_autofree char *day = NULL;

  if (held == NULL || sentence == NULL || to >= earliest)
    return;
  holder = tw_index_find (index, held);
  if (holder < number && tw_index_node (index, (guint) holder)->end > (guint) number)
    {
      day = tw_words_date_near (tw_schedule_span (schedule, (guint) holder)->start, to, FALSE);
      *sentence
          = g_strdup_printf (_ ("%s begins on %s"),
                             tw_record_name (tw_index_node (index, (guint) holder)->record), day);
      return;
    }
  day = tw_words_date_near (tw_schedule_span (schedule, (guint) holder)->finish, to, FALSE);
  *sentence = g_strdup_printf (_ ("%s ends on %s"),
                               tw_record_name (tw_index_node (index, (guint) holder)->record), day);
}

/* The pin of a group: kept only where it does something. */
static TwPlan *
pin_group (TwSchedule *schedule, const char *id, TwDate to, char **sentence, GError **error)
{
  int number = find_node (schedule, id, error);
  TwNode *node = number >= 0 ? tw_index_node (tw_schedule_index (schedule), (guint) number) : NULL;
  TwPlace place;

  if (node == NULL)
    return NULL;
  say_what_holds (schedule, id, to, sentence);
  tw_index_place (tw_schedule_index (schedule), (guint) number, &place);
  return tw_plan_set (tw_schedule_plan (schedule), &place,
                      tw_record_type_field (((TwRecord *) node->record)->type, "start"),
                      (TwValue){ .date = pin_for (schedule, (guint) number, to, sentence) }, error);
}

static TwPlan *
pin_activity (TwSchedule *schedule, TwActivity *activity, TwDate to, char **sentence,
              GError **error)
{
  if (!tw_activity_has_begun (activity))
    {
      say_what_holds (schedule, activity->id, to, sentence);
      return tw_edit_move (schedule, activity->id, to, sentence, error);
    }
  g_set_error (error, TW_ERROR, TW_ERROR_REFUSED,
               _ ("“%s” has started; what counts is when it really started"), activity->name);
  return NULL;
}

/* NULL without an error: there is no rule for this member. */
static TwPlan *
edit_activity_by_rule (TwSchedule *schedule, TwActivity *activity, const char *member,
                       TwValue value, TwDate today, char **sentence, GError **error)
{
  TwPlan *plan = tw_schedule_plan (schedule);

  if (g_str_equal (member, "start") && value.date != TW_DATE_NONE)
    return pin_activity (schedule, activity, value.date, sentence, error);
  if (g_str_equal (member, "status"))
    return tw_edit_status (schedule, activity->id, (TwStatus) value.number, NULL, today, error);
  if (g_str_equal (member, "started"))
    return edit_dates (plan, activity->id, value.date, activity->finished, activity->progress,
                       error);
  if (g_str_equal (member, "finished"))
    return edit_dates (plan, activity->id, activity->started, value.date, activity->progress,
                       error);
  if (g_str_equal (member, "progress") && value.number > 0
      && (activity->started == TW_DATE_NONE || activity->finished != TW_DATE_NONE))
    g_set_error (error, TW_ERROR, TW_ERROR_REFUSED,
                 _ ("Only what has started and isn’t done has progress"));
  return NULL;
}

static TwPlan *
close_entry (TwPlan *plan, const TwPlace *place, TwEntryStatus status, TwDate today)
{
  TwEntry *entry = tw_plan_at (plan, place);
  gpointer record;
  TwPlan *edited;

  if (entry->status == status)
    return tw_plan_ref (plan);
  edited = tw_plan_open (plan, place, &record);
  entry = record;
  entry->status = status;
  entry->closed = status == TW_ENTRY_CLOSED ? today : TW_DATE_NONE;
  return edited;
}

TwPlan *
tw_edit_member (TwSchedule *schedule, const TwRecordType *type, const char *id, const char *member,
                TwValue value, TwDate today, char **sentence, GError **error)
{
  TwPlan *plan = tw_schedule_plan (schedule), *edited = NULL;
  GError *refusal = NULL;
  TwPlace place;

  if (type == &tw_activity_type)
    {
      TwActivity *activity = tw_index_activity (tw_schedule_index (schedule), id);

      if (activity != NULL)
        edited
            = edit_activity_by_rule (schedule, activity, member, value, today, sentence, &refusal);
    }
  else if ((type->kind & TW_KIND_NODE) != 0 && type != &tw_recurring_type
           && g_str_equal (member, "start") && value.date != TW_DATE_NONE)
    edited = pin_group (schedule, id, value.date, sentence, &refusal);
  else if (type == &tw_entry_type && g_str_equal (member, "status")
           && tw_plan_find (plan, type, id, &place))
    edited = close_entry (plan, &place, (TwEntryStatus) value.number, today);
  else if (type == &tw_enabler_type)
    return tw_edit_enabler (plan, id, member, value, error);
  if (refusal != NULL)
    g_propagate_error (error, refusal);
  else if (edited == NULL)
    edited = tw_plan_set_by_id (plan, type, id, member, value, error);
  /* Bounds, periods and phases have to agree with each other. */
  return type == &tw_kpi_type || type == &tw_recurring_type ? tw_edit_if_sound (edited, error)
                                                            : edited;
}

TwPlan *
tw_edit_move_overdue (TwSchedule *schedule, TwDate today, char **sentence, GError **error)
{
  TwIndex *index = tw_schedule_index (schedule);
  TwWorkdays *workdays = tw_schedule_workdays (schedule);
  TwDate day = tw_workdays_on_or_after (workdays, today);
  g_autoptr (TwPlan) edited = tw_plan_ref (tw_schedule_plan (schedule));
  guint n = 0;

  for (guint i = 0; i < tw_index_n_nodes (index); i++)
    {
      TwNode *node = tw_index_node (index, i);
      TwActivity *activity = node->record;
      TwPlace place;
      gpointer copy;
      TwPlan *next;

      if (node->kind != TW_KIND_ACTIVITY || activity->status == TW_STATUS_DONE
          || activity->status == TW_STATUS_SKIPPED
          || tw_schedule_span (schedule, i)->finish >= today)
        continue;
      tw_index_place (index, i, &place);
      next = tw_plan_open (edited, &place, &copy);
      activity = copy;
      if (activity->started == TW_DATE_NONE)
        activity->start = day;
      else if (activity->days > 0)
        activity->days
            = CLAMP (tw_workdays_between (
                         workdays, tw_workdays_on_or_after (workdays, activity->started) - 1, day),
                     1, TW_DAYS_MAX);
      tw_plan_unref (edited);
      edited = next;
      n++;
    }
  if (n == 0)
    {
      g_set_error (error, TW_ERROR, TW_ERROR_REFUSED, _ ("Nothing is overdue"));
      return NULL;
    }
  if (sentence != NULL)
    *sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u activity moved to today",
                                              "%u activities moved to today", n),
                                 n);
  return g_steal_pointer (&edited);
}

TwPlan *
tw_edit_take_baseline (TwSchedule *schedule, const char *name, TwDate today, GError **error)
{
  TwIndex *index = tw_schedule_index (schedule);
  GPtrArray *items = g_ptr_array_new ();
  char *id = NULL;
  TwPlan *edited = tw_edit_add (tw_schedule_plan (schedule), &tw_baseline_type, NULL, G_MAXUINT,
                                name, &id, error);
  TwBaseline *baseline;

  for (guint i = 0; i < tw_index_n_nodes (index); i++)
    {
      TwNode *node = tw_index_node (index, i);
      TwBaselineItem *item = tw_record_new (&tw_baseline_item_type);

      tw_id_set (&item->id, node->id);
      tw_string_set (&item->name, tw_record_name (node->record));
      item->start = tw_schedule_span (schedule, i)->start;
      item->finish = tw_schedule_span (schedule, i)->finish;
      if (node->kind == TW_KIND_ACTIVITY)
        item->status = ((TwActivity *) node->record)->status;
      g_ptr_array_add (items, item);
    }
  if (edited == NULL)
    {
      g_ptr_array_set_free_func (items, tw_record_unref);
      g_ptr_array_unref (items);
      return NULL;
    }
  /* The plan was made just now, and nobody else has seen it. */
  baseline = tw_plan_baseline (edited, id);
  g_ref_string_release (id);
  baseline->taken = today;
  baseline->items = tw_list_new_take (TW_FIELD_LIST, items);
  return edited;
}
