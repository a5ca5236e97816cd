/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tw-timeline-layout.h"
#include "tw-words.h"

#define BAR_TOP 6
#define BAR_HEIGHT 14
#define DIAMOND 15
#define HANDLE 5 /* of an end, inside and outside the bar */
#define DOT 13   /* from the bar to the middle of its dot */

static void
add_row (GArray *rows, TwRowKind kind, int node, TwRecurring *recurring, TwMotion *motion,
         guint depth, gboolean collapsed)
{
  TwTimelineRow row = { kind, node, recurring, motion, depth, collapsed };

  g_array_append_val (rows, row);
}

static gboolean
is_collapsed (GHashTable *collapsed, const char *id)
{
  return collapsed != NULL && g_hash_table_contains (collapsed, id);
}

/* A byte for each node: 1 where it is seen. A group is if something in it is. */
static guint8 *
find_seen (TwFacts *facts, const TwFilter *filter, const char *const *kept)
{
  TwIndex *index = tw_schedule_index (tw_facts_schedule (facts));
  guint8 *seen = g_new0 (guint8, tw_index_n_nodes (index) + 1);

  for (guint i = 0; i < tw_index_n_nodes (index); i++)
    {
      TwNode *node = tw_index_node (index, i);

      if (node->kind != TW_KIND_ACTIVITY
          || (!tw_filter_has_activity (filter, tw_facts_plan (facts), node->record)
              && (kept == NULL || !g_strv_contains (kept, node->id))))
        continue;
      for (int at = (int) i; at >= 0; at = tw_index_node (index, (guint) at)->parent)
        seen[at] = 1;
    }
  return seen;
}

static void
add_recurring (GArray *rows, TwMotion *motion, TwPlan *plan, const TwFilter *filter)
{
  TW_FOREACH (TwRecurring, recurring, motion->recurring)
    if (filter == NULL || tw_filter_has_recurring (filter, plan, recurring))
      add_row (rows, TW_ROW_RECURRING, -1, recurring, motion, 1, FALSE);
}

GArray *
tw_timeline_rows (TwFacts *facts, GHashTable *collapsed, const TwFilter *filter,
                  const char *const *kept)
{
  TwIndex *index = tw_schedule_index (tw_facts_schedule (facts));
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (TwTimelineRow));
  g_autofree guint8 *seen
      = filter != NULL && tw_filter_is_on (filter) ? find_seen (facts, filter, kept) : NULL;

  if (tw_facts_milestones (facts)->len > 0)
    add_row (rows, TW_ROW_MILESTONES, -1, NULL, NULL, 0, FALSE);
  for (guint i = 0; i < tw_index_n_nodes (index);)
    {
      TwNode *node = tw_index_node (index, i);
      gboolean closed = node->kind != TW_KIND_ACTIVITY && is_collapsed (collapsed, node->id);

      if (seen != NULL && seen[i] == 0)
        {
          i = node->end;
          continue;
        }
      add_row (rows,
               node->kind == TW_KIND_MOTION  ? TW_ROW_MOTION
               : node->kind == TW_KIND_PHASE ? TW_ROW_PHASE
                                             : TW_ROW_ACTIVITY,
               (int) i, NULL, NULL,
               node->kind == TW_KIND_MOTION  ? 0
               : node->kind == TW_KIND_PHASE ? 1
                                             : 2,
               closed);
      if (node->kind == TW_KIND_MOTION && !closed)
        add_recurring (rows, node->record, tw_facts_plan (facts), seen != NULL ? filter : NULL);
      i = closed ? node->end : i + 1;
    }
  return rows;
}

void
tw_timeline_extent (TwFacts *facts, TwDate *start, TwDate *until)
{
  const TwSpan *span = tw_schedule_plan_span (tw_facts_schedule (facts));
  TwDate today = tw_facts_today (facts), deadline = tw_facts_plan (facts)->deadline;
  TwDate first = span->start, last = span->finish;

  /* A day years away from the plan would only make an empty calendar. */
  if (today + 400 > first && today < last + 400)
    {
      first = MIN (first, today);
      last = MAX (last, today);
    }
  if (deadline != TW_DATE_NONE && deadline < last + 400)
    last = MAX (last, deadline);
  first = MAX (first, TW_DATE_MIN + 40) - 14;
  *start = first - (TwDate) tw_date_weekday (first);
  *until = MIN (last + 60, TW_DATE_MAX);
}

static TwRect
span_rect (TwTimelineLayout *layout, guint row, const TwSpan *span)
{
  double k = layout->metrics->row_px, y = row * layout->metrics->row_height;
  double x = tw_scale_x (&layout->scale, span->start);
  double end = tw_scale_x (&layout->scale, (double) span->finish + 1);

  return (TwRect){ x, y + BAR_TOP * k, MAX (end - x, 3), BAR_HEIGHT * k };
}

TwRect
tw_timeline_layout_bar_in (TwTimelineLayout *layout, guint number, TwSchedule *schedule)
{
  TwTimelineRow *row = &g_array_index (layout->rows, TwTimelineRow, number);
  GArray *days = row->recurring != NULL ? layout->recurring->pdata[number] : NULL;
  double k = layout->metrics->row_px;
  TwNode *node;
  TwRect rect;

  if (days != NULL && days->len > 0)
    return span_rect (layout, number,
                      &(TwSpan){ .start = g_array_index (days, TwDate, 0),
                                 .finish = g_array_index (days, TwDate, days->len - 1) });
  if (row->node < 0)
    return (TwRect){ 0, number * layout->metrics->row_height, 0, layout->metrics->row_height };
  node = tw_index_node (tw_schedule_index (schedule), (guint) row->node);
  rect = span_rect (layout, number, tw_schedule_span (schedule, (guint) row->node));
  if (node->kind == TW_KIND_ACTIVITY && node->days == 0)
    return (TwRect){ rect.x - DIAMOND * k / 2, rect.y, DIAMOND * k, rect.height };
  return rect;
}

TwRect
tw_timeline_layout_bar (TwTimelineLayout *layout, guint number)
{
  return tw_timeline_layout_bar_in (layout, number, tw_facts_schedule (layout->facts));
}

int
tw_timeline_layout_row_of (TwTimelineLayout *layout, int node)
{
  for (guint i = 0; node >= 0 && i < layout->rows->len; i++)
    if (g_array_index (layout->rows, TwTimelineRow, i).node == node)
      return (int) i;
  return -1;
}

int
tw_timeline_layout_row_at (TwTimelineLayout *layout, double y)
{
  double row = y / layout->metrics->row_height;

  return row >= 0 && row < layout->rows->len ? (int) row : -1;
}

TwDate
tw_timeline_layout_tick (TwTimelineLayout *layout, guint row, double x)
{
  GArray *days = layout->recurring->pdata[row];
  double half = tw_scale_width (&layout->scale, 1) / 2, best = 6 * layout->metrics->row_px;
  TwDate found = TW_DATE_NONE;

  for (guint i = 0; days != NULL && i < days->len; i++)
    {
      TwDate day = g_array_index (days, TwDate, i);
      double away = fabs (tw_scale_x (&layout->scale, day) + half - x);

      if (away > best)
        continue;
      best = away;
      found = day;
    }
  return found;
}

TwRect
tw_timeline_layout_tick_at (TwTimelineLayout *layout, guint row, TwDate day)
{
  double x = tw_scale_x (&layout->scale, day + 0.5), k = layout->metrics->row_px;

  return (TwRect){ x - 3 * k, (row + 0.5) * layout->metrics->row_height - 6 * k, 6 * k, 12 * k };
}

TwPoint
tw_timeline_layout_dot (TwTimelineLayout *layout, guint row)
{
  TwRect bar = tw_timeline_layout_bar (layout, row);

  return (TwPoint){ bar.x + bar.width + DOT * layout->metrics->row_px, bar.y + bar.height / 2 };
}

TwHit
tw_timeline_layout_hit (TwTimelineLayout *layout, double x, double y, int hovered, int *row)
{
  double reach = HANDLE * layout->metrics->row_px, inside;
  TwNode *node;
  TwRect bar;

  *row = tw_timeline_layout_row_at (layout, y);
  if (*row < 0 || g_array_index (layout->rows, TwTimelineRow, *row).node < 0)
    return TW_HIT_NOTHING;
  bar = tw_timeline_layout_bar (layout, (guint) *row);
  node = tw_index_node (tw_schedule_index (tw_facts_schedule (layout->facts)),
                        (guint) g_array_index (layout->rows, TwTimelineRow, *row).node);
  if (*row == hovered && fabs (tw_timeline_layout_dot (layout, (guint) *row).x - x) <= 1.5 * reach)
    return TW_HIT_DOT;
  if (x < bar.x - reach || x > bar.x + bar.width + reach)
    return TW_HIT_NOTHING;
  if (node->kind != TW_KIND_ACTIVITY || node->days == 0)
    return TW_HIT_BODY;
  /* However short a bar is, there is a middle to take it by. */
  inside = MIN (reach, bar.width / 4);
  if (x < bar.x + inside)
    return TW_HIT_LEFT;
  return x > bar.x + bar.width - inside ? TW_HIT_RIGHT : TW_HIT_BODY;
}

double
tw_timeline_axis_height (TwMetrics *metrics)
{
  return 48 * metrics->px;
}

/* --- what takes work: done once --- */

static void
place_links (TwTimelineLayout *layout, GArray *links)
{
  for (guint i = 0; i < links->len; i++)
    {
      TwTimelineLink *link = &g_array_index (links, TwTimelineLink, i);
      TwRect before = tw_timeline_layout_bar (layout, link->from);
      TwRect after = tw_timeline_layout_bar (layout, link->to);

      link->x1 = before.x + before.width;
      link->y1 = before.y + before.height / 2;
      link->x2 = after.x;
      link->y2 = after.y + after.height / 2;
    }
}

static void
find_links (TwTimelineLayout *layout)
{
  TwSchedule *schedule = tw_facts_schedule (layout->facts);
  TwIndex *index = tw_schedule_index (schedule);
  g_autofree int *row_of = g_new (int, tw_index_n_nodes (index) + 1);

  memset (row_of, 0xff, sizeof (int) * (tw_index_n_nodes (index) + 1));
  for (guint i = 0; i < layout->rows->len; i++)
    {
      TwTimelineRow *row = &g_array_index (layout->rows, TwTimelineRow, i);

      if (row->node >= 0)
        row_of[row->node] = (int) i;
    }
  for (guint i = 0; i < layout->rows->len; i++)
    {
      TwTimelineRow *row = &g_array_index (layout->rows, TwTimelineRow, i);
      TwNode *node = row->node >= 0 ? tw_index_node (index, (guint) row->node) : NULL;
      TwList *after = node != NULL ? node->after : NULL;

      TW_FOREACH (char, id, after)
        {
          int from = tw_index_find (index, id);
          TwTimelineLink link = { 0 };

          if (from < 0 || row_of[from] < 0)
            continue;
          link.from = (guint) row_of[from];
          link.to = i;
          link.critical = tw_schedule_span (schedule, (guint) from)->slack == 0
                          && tw_schedule_span (schedule, (guint) row->node)->slack == 0;
          g_array_append_val (row->kind == TW_ROW_MOTION ? layout->handovers : layout->links, link);
        }
    }
}

/* Whether a label at x keeps clear of what is left of it and of the next diamond. */
static gboolean
has_room (const TwTimelineMilestone *one, double x, double taken, double next)
{
  return x >= taken && (x < one->x || x + one->label_width <= next);
}

/* Labels stand right of their diamond, or left of it, or not at all: they never overlap. Where
 * there is a choice, today's line doesn't cross them. */
static void
place_labels (TwTimelineLayout *layout)
{
  double gap = 12 * layout->metrics->px, taken = -1e9;
  double today = tw_scale_x (&layout->scale, tw_facts_today (layout->facts));

  for (guint i = 0; i < layout->milestones->len; i++)
    {
      TwTimelineMilestone *one = &g_array_index (layout->milestones, TwTimelineMilestone, i);
      double next = i + 1 < layout->milestones->len
                        ? g_array_index (layout->milestones, TwTimelineMilestone, i + 1).x - gap
                        : 1e18;
      double right, left;
      gboolean crossed;

      one->label_width
          = tw_metrics_text_width (layout->metrics, TW_FONT_CAPTION_BOLD, one->label) + 2;
      right = one->x + gap;
      left = one->x - gap - one->label_width;
      crossed = today > one->x + gap / 2 && today < right + one->label_width;
      one->label_x
          = has_room (one, right, taken, next) && !(crossed && has_room (one, left, taken, next))
                ? right
                : left;
      if (!has_room (one, one->label_x, taken, next))
        g_clear_pointer (&one->label, g_free);
      taken = one->label != NULL && one->label_x > one->x ? one->label_x + one->label_width + gap
                                                          : one->x + gap;
    }
}

gboolean
tw_timeline_layout_drops (TwTimelineLayout *layout, guint milestone)
{
  const TwEvent *event = g_array_index (layout->milestones, TwTimelineMilestone, milestone).event;

  return event->kind == TW_EVENT_DEADLINE
         || (event->kind == TW_EVENT_MILESTONE
             && g_strcmp0 (((TwActivity *) event->record)->id,
                           tw_facts_plan (layout->facts)->go_live)
                    == 0);
}

static char *
milestone_words (TwTimelineLayout *layout, const TwEvent *event)
{
  g_autofree char *date = tw_words_date_near (event->date, tw_facts_today (layout->facts), TRUE);

  return g_strdup_printf (C_ ("milestone, date", "%s %s"), tw_words_event_title (event), date);
}

char *
tw_timeline_layout_milestones_at (TwTimelineLayout *layout, double x)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < layout->milestones->len; i++)
    {
      TwTimelineMilestone *one = &g_array_index (layout->milestones, TwTimelineMilestone, i);

      if (fabs (one->x - x) <= 9 * layout->metrics->row_px)
        g_ptr_array_add (lines, milestone_words (layout, one->event));
    }
  g_ptr_array_add (lines, NULL);
  return lines->len > 1 ? g_strjoinv ("\n", (char **) lines->pdata) : NULL;
}

static void
find_milestones (TwTimelineLayout *layout)
{
  GArray *events = tw_facts_milestones (layout->facts);

  for (guint i = 0; i < events->len; i++)
    {
      TwEvent *event = &g_array_index (events, TwEvent, i);
      TwTimelineMilestone one = { .event = event };
      TwEvent seen = *event;

      if (layout->options.copy != NULL && event->record != NULL)
        seen.record = tw_audience_record (layout->options.copy, event->record);
      if (seen.record == NULL && event->record != NULL)
        continue;
      one.x = tw_scale_x (&layout->scale, event->date);
      one.label = event->kind == TW_EVENT_HANDOVER ? g_strdup (tw_words_event_title (&seen))
                                                   : milestone_words (layout, &seen);
      g_array_append_val (layout->milestones, one);
    }
  place_labels (layout);
}

/* Whether a line that goes all the way down lies between x and end: today, go-live, the renewal.
 */
static gboolean
is_crossed (TwTimelineLayout *layout, double x, double end, double *line)
{
  double today = tw_scale_x (&layout->scale, tw_facts_today (layout->facts));

  *line = today;
  if (today >= x && today <= end)
    return TRUE;
  for (guint i = 0; i < layout->milestones->len; i++)
    {
      TwTimelineMilestone *one = &g_array_index (layout->milestones, TwTimelineMilestone, i);

      *line = one->x;
      if (tw_timeline_layout_drops (layout, i) && one->x >= x && one->x <= end)
        return TRUE;
    }
  return FALSE;
}

/* Right of the bar; behind a line that is near; left of the bar; right all the same. */
static double
place_dates (TwTimelineLayout *layout, guint row)
{
  TwRect bar = tw_timeline_layout_bar (layout, row);
  double gap = 10 * layout->metrics->row_px, line, other;
  double width = tw_metrics_text_width (layout->metrics, TW_FONT_CAPTION, layout->labels[row]);
  double right = bar.x + bar.width + gap, left = bar.x - gap - width;

  if (!is_crossed (layout, right - gap, right + width, &line))
    return right;
  if (line < right + gap && !is_crossed (layout, line + 1, line + gap + width, &other))
    return line + gap;
  return left >= 0 && !is_crossed (layout, left, bar.x, &other) ? left : right;
}

static void
find_row_details (TwTimelineLayout *layout)
{
  TwSchedule *schedule = tw_facts_schedule (layout->facts);
  TwDate today = tw_facts_today (layout->facts);

  layout->labels = g_new0 (char *, layout->rows->len + 1);
  layout->label_x = g_new0 (double, layout->rows->len + 1);
  for (guint i = 0; i < layout->rows->len; i++)
    {
      TwTimelineRow *row = &g_array_index (layout->rows, TwTimelineRow, i);

      g_ptr_array_add (layout->recurring, row->recurring != NULL ? tw_schedule_occurrences (
                                              schedule, row->motion, row->recurring)
                                                                 : NULL);
      if (row->kind == TW_ROW_PHASE)
        {
          const TwSpan *span = tw_schedule_span (schedule, (guint) row->node);

          layout->labels[i] = tw_words_range (span->start, span->finish, today, FALSE);
        }
      if (row->kind == TW_ROW_ACTIVITY && layout->options.baseline)
        {
          const TwNodeFacts *facts = tw_facts_node (layout->facts, (guint) row->node);

          if (facts->in_baseline && facts->slip != 0 && facts->state != TW_STATUS_SKIPPED)
            layout->labels[i] = tw_words_slip (facts->slip, TRUE);
        }
    }
}

static void
clear_milestone (gpointer data)
{
  g_free (((TwTimelineMilestone *) data)->label);
}

static void
free_days (gpointer days)
{
  if (days != NULL)
    g_array_unref (days);
}

void
tw_timeline_layout_set_scale (TwTimelineLayout *layout, const TwScale *scale)
{
  layout->scale = *scale;
  layout->width = tw_scale_x (scale, layout->until);
  place_links (layout, layout->links);
  place_links (layout, layout->handovers);
  g_array_set_size (layout->milestones, 0);
  find_milestones (layout);
  for (guint i = 0; i < layout->rows->len; i++)
    if (g_array_index (layout->rows, TwTimelineRow, i).kind == TW_ROW_PHASE)
      layout->label_x[i] = place_dates (layout, i);
}

TwTimelineLayout *
tw_timeline_layout_new (TwFacts *facts, GArray *rows, const TwScale *scale, TwMetrics *metrics,
                        const TwTimelineOptions *options)
{
  TwTimelineLayout *layout = g_new0 (TwTimelineLayout, 1);

  layout->facts = tw_facts_ref (facts);
  layout->rows = g_array_ref (rows);
  layout->metrics = tw_metrics_ref (metrics);
  layout->options = *options;
  layout->links = g_array_new (FALSE, FALSE, sizeof (TwTimelineLink));
  layout->handovers = g_array_new (FALSE, FALSE, sizeof (TwTimelineLink));
  layout->milestones = g_array_new (FALSE, FALSE, sizeof (TwTimelineMilestone));
  g_array_set_clear_func (layout->milestones, clear_milestone);
  layout->recurring = g_ptr_array_new_with_free_func (free_days);
  tw_timeline_extent (facts, &layout->start, &layout->until);
  layout->height = rows->len * metrics->row_height;
  find_links (layout);
  find_row_details (layout);
  tw_timeline_layout_set_scale (layout, scale);
  return layout;
}

void
tw_timeline_layout_free (TwTimelineLayout *layout)
{
  for (guint i = 0; i < layout->rows->len; i++)
    g_free (layout->labels[i]);
  g_free (layout->labels);
  g_free (layout->label_x);
  g_ptr_array_unref (layout->recurring);
  g_array_unref (layout->milestones);
  g_array_unref (layout->handovers);
  g_array_unref (layout->links);
  g_array_unref (layout->rows);
  tw_metrics_unref (layout->metrics);
  tw_facts_unref (layout->facts);
  g_free (layout);
}
