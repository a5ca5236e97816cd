/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-graph.h"
#include "tw-schedule.h"
#include "tw-words.h"

/* SCHEDULE.md in two passes over the points of the plan's graph: forward for start and finish,
 * backward for late start and late finish, from which the slack comes. */

#define UNBOUNDED G_MAXUINT32

typedef struct
{
  TwDate after;      /* when what follows may start */
  TwDate late_start; /* UNBOUNDED: nothing asks for it */
  TwDate limit;      /* the earliest late start of what waits for the node itself */
} Work;

struct _TwSchedule
{
  gatomicrefcount count;
  TwPlan *plan;
  TwIndex *index;
  TwGraph *graph;
  TwWorkdays *workdays;
  guint n;
  TwSpan *spans;
  Work *work;
  TwSpan plan_span;
  TwSchedule *dates; /* that has all but the plan, or NULL */
};

static gboolean
has_length (TwNode *activity)
{
  return activity->days > 0 && activity->status != TW_STATUS_SKIPPED;
}

/* A phase that holds no activity at all is work of its own days. */
static gboolean
is_bare_work (TwNode *node, guint number)
{
  return node->kind == TW_KIND_PHASE && node->end == number + 1 && node->days > 0;
}

static void
set_start (TwSchedule *schedule, guint number)
{
  TwNode *node = tw_index_node (schedule->index, number);
  TwDate start = node->parent >= 0 ? schedule->spans[node->parent].earliest : schedule->plan->start;

  if (node->status != TW_STATUS_SKIPPED)
    start = MAX (start, node->start);
  for (guint i = schedule->graph->link_at[number]; i < schedule->graph->link_at[number + 1]; i++)
    start = MAX (start, schedule->work[schedule->graph->links[i]].after);
  if (node->kind == TW_KIND_ACTIVITY)
    start = tw_workdays_on_or_after (schedule->workdays, start);
  schedule->spans[number].earliest = start;
}

static void
finish_activity (TwSchedule *schedule, guint number, TwNode *activity)
{
  TwWorkdays *workdays = schedule->workdays;
  TwSpan *span = &schedule->spans[number];

  span->counts = activity->status != TW_STATUS_SKIPPED;
  if (activity->finished != TW_DATE_NONE)
    {
      span->finish = activity->finished;
      span->start = activity->started != TW_DATE_NONE ? activity->started
                    : activity->days == 0             ? activity->finished
                                                      : MIN (activity->finished, span->earliest);
    }
  else if (!span->counts)
    span->start = span->finish = span->earliest;
  else
    {
      gboolean started = activity->started != TW_DATE_NONE;

      span->start = started ? activity->started : span->earliest;
      span->finish
          = activity->days == 0
                ? span->start
                : tw_workdays_advance (workdays,
                                       started ? tw_workdays_on_or_after (workdays, span->start)
                                               : span->start,
                                       activity->days - 1);
    }
  schedule->work[number].after
      = tw_workdays_on_or_after (workdays, span->finish + (has_length (activity) ? 1 : 0));
}

static void
finish_group (TwSchedule *schedule, guint number, TwNode *node)
{
  TwWorkdays *workdays = schedule->workdays;
  TwSpan *span = &schedule->spans[number];
  TwDate after = TW_DATE_NONE;

  for (guint child = number + 1; child < node->end;
       child = tw_index_node (schedule->index, child)->end)
    {
      TwSpan *own = &schedule->spans[child];

      if (!own->counts)
        continue;
      span->start = span->counts ? MIN (span->start, own->start) : own->start;
      span->finish = MAX (span->finish, own->finish);
      after = MAX (after, schedule->work[child].after);
      span->counts = TRUE;
    }
  if (!span->counts)
    {
      span->start = span->finish = tw_workdays_on_or_after (workdays, span->earliest);
      after = tw_workdays_on_or_after (workdays, span->finish);
    }
  if (is_bare_work (node, number))
    {
      span->counts = TRUE;
      span->finish = tw_workdays_advance (workdays, span->start, node->days - 1);
      after = tw_workdays_on_or_after (workdays, span->finish + 1);
    }
  schedule->work[number].after = after;
}

static gboolean
forward (TwSchedule *schedule, const guint *order, guint n, GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      guint number = order[i] / 2;
      TwNode *node = tw_index_node (schedule->index, number);
      TwSpan *span = &schedule->spans[number];

      if (order[i] == TW_GRAPH_START (number))
        set_start (schedule, number);
      if (order[i] == tw_graph_end (schedule->graph, number))
        {
          if (node->kind == TW_KIND_ACTIVITY)
            finish_activity (schedule, number, node);
          else
            finish_group (schedule, number, node);
        }
      if (span->earliest > TW_DATE_MAX || span->finish > TW_DATE_MAX)
        {
          g_set_error (error, TW_ERROR, TW_ERROR_TOO_LATE,
                       _ ("“%s” would end after 31 December 9999"), tw_record_name (node->record));
          return FALSE;
        }
    }
  return TRUE;
}

static void
span_plan (TwSchedule *schedule)
{
  TwSpan *span = &schedule->plan_span;

  span->slack = TW_SLACK_NONE;
  span->earliest = span->start = span->finish = schedule->plan->start;
  for (guint i = 0; i < schedule->n; i = tw_index_node (schedule->index, i)->end)
    {
      TwSpan *own = &schedule->spans[i];

      if (!own->counts)
        continue;
      span->start = span->counts ? MIN (span->start, own->start) : own->start;
      span->finish = span->counts ? MAX (span->finish, own->finish) : own->finish;
      span->counts = TRUE;
    }
}

/* The last day on which something may finish so that what starts at late still can. */
static TwDate
last_day_before (TwSchedule *schedule, TwDate late, gboolean length)
{
  if (late == UNBOUNDED)
    return UNBOUNDED;
  return tw_workdays_on_or_before (schedule->workdays, late) - (length ? 1 : 0);
}

/* The late finish of work that is bound by who waits for it and, if it counts, by those who wait
 * for the groups it counts in and by the plan's finish. */
static TwDate
late_finish (TwSchedule *schedule, guint number, TwNode *node, gboolean length)
{
  TwDate limit = schedule->work[number].limit;

  if (!schedule->spans[number].counts)
    return last_day_before (schedule, limit, length);
  for (int above = node->parent; above >= 0;
       above = tw_index_node (schedule->index, (guint) above)->parent)
    limit = MIN (limit, schedule->work[above].limit);
  return MIN (last_day_before (schedule, limit, length), schedule->plan_span.finish);
}

static TwDate
late_start (TwSchedule *schedule, TwDate finish, int days)
{
  TwDate last;

  if (finish == UNBOUNDED)
    return UNBOUNDED;
  last = tw_workdays_on_or_before (schedule->workdays, finish);
  return days > 1 ? tw_workdays_advance (schedule->workdays, last, 1 - days) : last;
}

static void
back_activity (TwSchedule *schedule, guint number, TwNode *node)
{
  TwSpan *span = &schedule->spans[number];
  Work *work = &schedule->work[number];
  TwDate late = late_finish (schedule, number, node, has_length (node));

  if (node->status == TW_STATUS_SKIPPED)
    work->late_start = late;
  else if (node->status == TW_STATUS_DONE || node->started != TW_DATE_NONE)
    work->late_start = UNBOUNDED;
  else
    work->late_start = late_start (schedule, late, node->days);
  if (node->status != TW_STATUS_DONE && node->status != TW_STATUS_SKIPPED)
    span->slack = MAX (0, tw_workdays_between (schedule->workdays, span->finish, late));
}

static void
back_group (TwSchedule *schedule, guint number, TwNode *node)
{
  Work *work = &schedule->work[number];

  if (is_bare_work (node, number))
    work->late_start
        = late_start (schedule, late_finish (schedule, number, node, TRUE), node->days);
  else if (!schedule->spans[number].counts)
    work->late_start = last_day_before (schedule, work->limit, FALSE);
  else
    work->late_start = UNBOUNDED;
  for (guint child = number + 1; child < node->end;
       child = tw_index_node (schedule->index, child)->end)
    work->late_start = MIN (work->late_start, schedule->work[child].late_start);
}

static void
backward (TwSchedule *schedule, const guint *order, guint n)
{
  TwGraph *graph = schedule->graph;

  for (guint i = n; i-- > 0;)
    {
      guint number = order[i] / 2;
      TwNode *node = tw_index_node (schedule->index, number);
      Work *work = &schedule->work[number];

      if (order[i] == tw_graph_end (graph, number))
        {
          work->limit = UNBOUNDED;
          for (guint j = graph->user_at[number]; j < graph->user_at[number + 1]; j++)
            work->limit = MIN (work->limit, schedule->work[graph->users[j]].late_start);
        }
      if (order[i] == TW_GRAPH_START (number))
        {
          if (node->kind == TW_KIND_ACTIVITY)
            back_activity (schedule, number, node);
          else
            back_group (schedule, number, node);
        }
    }
}

static void
set_circle_error (TwIndex *index, GArray *circle, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (circle->len, TW_CIRCLE_NAMES); i++)
    g_string_append_printf (
        names, i == 0 ? "“%s”" : ", “%s”",
        tw_record_name (tw_index_node (index, g_array_index (circle, guint, i))->record));
  if (circle->len > TW_CIRCLE_NAMES)
    {
      g_autofree char *more = tw_words_more (circle->len - TW_CIRCLE_NAMES);

      g_string_append_printf (names, " %s", more);
    }
  g_set_error (error, TW_ERROR, TW_ERROR_INVALID, _ ("these wait for one another: %s"), names->str);
}

TwSchedule *
tw_schedule_new (TwPlan *plan, GError **error)
{
  g_autoptr (TwSchedule) schedule = g_new0 (TwSchedule, 1);
  g_autofree guint *order = NULL;
  guint n_points;

  g_atomic_ref_count_init (&schedule->count);
  schedule->plan = tw_plan_ref (plan);
  schedule->index = tw_index_new (plan);
  schedule->graph = tw_graph_new (schedule->index);
  schedule->workdays = tw_workdays_new (plan->calendar);
  schedule->n = tw_index_n_nodes (schedule->index);
  schedule->spans = g_new0 (TwSpan, schedule->n + 1);
  schedule->work = g_new0 (Work, schedule->n + 1);
  for (guint i = 0; i < schedule->n; i++)
    schedule->spans[i].slack = TW_SLACK_NONE;
  order = tw_graph_order (schedule->graph, &n_points);
  if (order == NULL)
    {
      g_autoptr (GArray) circle = tw_graph_circle (schedule->graph);

      set_circle_error (schedule->index, circle, error);
      return NULL;
    }
  if (!forward (schedule, order, n_points, error))
    return NULL;
  span_plan (schedule);
  backward (schedule, order, n_points);
  return g_steal_pointer (&schedule);
}

TwSchedule *
tw_schedule_ref (TwSchedule *schedule)
{
  g_atomic_ref_count_inc (&schedule->count);
  return schedule;
}

void
tw_schedule_unref (TwSchedule *schedule)
{
  if (!g_atomic_ref_count_dec (&schedule->count))
    return;
  tw_plan_unref (schedule->plan);
  if (schedule->dates != NULL)
    tw_schedule_unref (schedule->dates);
  else
    {
      g_free (schedule->spans);
      g_free (schedule->work);
      tw_workdays_free (schedule->workdays);
      tw_graph_free (schedule->graph);
      tw_index_unref (schedule->index);
    }
  g_free (schedule);
}

TwSchedule *
tw_schedule_follow (TwSchedule *schedule, TwPlan *edited, const char *changed, const char *wanted,
                    guint **reached, GError **error)
{
  int from = tw_index_find (schedule->index, changed);
  int to = tw_index_find (schedule->index, wanted);
  TwSchedule *next;

  if (*reached == NULL)
    *reached = g_new0 (guint, 2 * schedule->n + 1);
  if (from >= 0)
    tw_graph_reach (schedule->graph, (guint) from, *reached);
  if (to >= 0
      && ((*reached)[TW_GRAPH_START ((guint) to)] != 0
          || (*reached)[tw_graph_end (schedule->graph, (guint) to)] != 0))
    {
      g_clear_pointer (reached, g_free);
      return tw_schedule_new (edited, error);
    }
  next = g_memdup2 (schedule, sizeof *schedule);
  g_atomic_ref_count_init (&next->count);
  next->plan = tw_plan_ref (edited);
  next->dates = tw_schedule_ref (schedule->dates != NULL ? schedule->dates : schedule);
  return next;
}

TwIndex *
tw_schedule_index (TwSchedule *schedule)
{
  return schedule->index;
}

TwWorkdays *
tw_schedule_workdays (TwSchedule *schedule)
{
  return schedule->workdays;
}

TwPlan *
tw_schedule_plan (TwSchedule *schedule)
{
  return schedule->plan;
}

const TwSpan *
tw_schedule_span (TwSchedule *schedule, guint node)
{
  g_return_val_if_fail (node < schedule->n, NULL);
  return &schedule->spans[node];
}

const TwSpan *
tw_schedule_find (TwSchedule *schedule, const char *id)
{
  int number = tw_index_find (schedule->index, id);

  return number >= 0 ? &schedule->spans[number] : NULL;
}

const TwSpan *
tw_schedule_plan_span (TwSchedule *schedule)
{
  return &schedule->plan_span;
}

gboolean
tw_schedule_is_critical (TwSchedule *schedule, guint node)
{
  for (guint i = node; i < tw_index_node (schedule->index, node)->end; i++)
    if (schedule->spans[i].slack == 0)
      return TRUE;
  return FALSE;
}

int
tw_schedule_spare (TwSchedule *schedule)
{
  if (schedule->plan->deadline == TW_DATE_NONE)
    return TW_SLACK_NONE;
  return tw_workdays_between (schedule->workdays, schedule->plan_span.finish,
                              schedule->plan->deadline);
}

const char *
tw_schedule_holder (TwSchedule *schedule, guint activity, TwDate *start)
{
  const char *holder = NULL;
  TwDate latest = schedule->plan->start;
  guint number = activity;

  for (int at = (int) activity; at >= 0; at = tw_index_node (schedule->index, number)->parent)
    {
      TwNode *node;

      number = (guint) at;
      node = tw_index_node (schedule->index, number);
      if (number != activity && node->start > latest)
        {
          latest = node->start;
          holder = node->id;
        }
      for (guint i = schedule->graph->link_at[number]; i < schedule->graph->link_at[number + 1];
           i++)
        if (schedule->work[schedule->graph->links[i]].after > latest)
          {
            latest = schedule->work[schedule->graph->links[i]].after;
            holder = tw_index_node (schedule->index, schedule->graph->links[i])->id;
          }
    }
  if (start != NULL)
    *start = tw_workdays_on_or_after (schedule->workdays, latest);
  return holder;
}

gboolean
tw_schedule_can_link (TwSchedule *schedule, const char *node, const char *after, GError **error)
{
  int number = tw_index_find (schedule->index, node);
  int target = tw_index_find (schedule->index, after);
  g_autoptr (GArray) path = NULL;

  if (number < 0 || target < 0)
    {
      g_set_error (error, TW_ERROR, TW_ERROR_REFUSED, _ ("There is no “%s” to link to"),
                   number < 0 ? node : after);
      return FALSE;
    }
  path = tw_graph_path (schedule->graph, (guint) number, (guint) target);
  if (path == NULL)
    return TRUE;
  if (path->len == 1)
    g_set_error (error, TW_ERROR, TW_ERROR_REFUSED, _ ("“%s” can’t wait for itself"),
                 tw_record_name (tw_index_node (schedule->index, (guint) number)->record));
  else
    {
      g_autoptr (GError) circle = NULL;

      set_circle_error (schedule->index, path, &circle);
      g_set_error (error, TW_ERROR, TW_ERROR_REFUSED, _ ("That would close a circle: %s"),
                   circle->message);
    }
  return FALSE;
}

gboolean
tw_schedule_find_circle (TwIndex *index, GPtrArray **ids)
{
  g_autoptr (TwGraph) graph = tw_graph_new (index);
  g_autoptr (GArray) circle = tw_graph_circle (graph);

  if (circle == NULL)
    return FALSE;
  if (ids != NULL)
    {
      *ids = g_ptr_array_new ();
      for (guint i = 0; i < circle->len; i++)
        g_ptr_array_add (*ids,
                         (gpointer) tw_index_node (index, g_array_index (circle, guint, i))->id);
    }
  return TRUE;
}
