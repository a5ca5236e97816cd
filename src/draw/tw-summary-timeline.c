/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-flow.h"
#include "tw-scale.h"
#include "tw-words.h"

#define BAR_HEIGHT 7.5
#define LABEL_GAP 6
#define MIN_ROWS 2

/* What stands in the two lines of labels under the chart; a label in the second also takes the
 * place of its drop line in the first. */
typedef struct
{
  struct
  {
    double left, right;
    guint line;
  } taken[64];
  guint n, lines;
} Labels;

/* The phases of the plan on an axis of months, as many to a page as fit. */
typedef struct
{
  TwFlow *flow;
  TwSchedule *schedule;
  TwIndex *whole;
  GPtrArray *phases;
  TwScale scale;
  TwDate start, until;
  double x, width;    /* of the axis */
  double row;         /* height */
  double top, bottom; /* of the rows on this page */
  guint first, end;   /* phases on this page */
  double *bends;      /* of each phase: where a hand-over's arrow comes down to it; 0: nowhere */
} Chart;

static double
place_date (Chart *chart, TwDate date)
{
  return chart->x + tw_scale_x (&chart->scale, date);
}

/* What a month is called on the axis; NULL if it has no room before end: Januaries and the first
 * month with their year, that one without it if there is no room otherwise. */
static char *
month_name (Chart *chart, TwDate month, gboolean first, double end, double *width)
{
  g_autofree char *brief = tw_words_date (month, TW_DATE_MONTH_SHORT);
  g_autofree char *full = NULL;
  const char *choices[2];
  int year, number;

  tw_date_split (month, &year, &number, NULL);
  full = g_strdup_printf (C_ ("axis: month, year", "%s %d"), brief, year);
  choices[0] = first || number == 1 ? full : brief;
  choices[1] = number == 1 ? full : brief;
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      *width = tw_metrics_text_width (chart->flow->metrics, TW_FONT_CAPTION, choices[i]) + 1;
      if (place_date (chart, month) + 3 + *width <= end)
        return g_strdup (choices[i]);
    }
  return NULL;
}

/* Januaries are named before others: years have to be seen. */
static double
next_january (Chart *chart, TwDate month)
{
  int year;
  TwDate january;

  tw_date_split (month, &year, NULL, NULL);
  january = tw_date_new (year + 1, 1, 1);
  return january != TW_DATE_NONE && january < chart->until ? place_date (chart, january) + 1
                                                           : chart->x + chart->width;
}

static void
add_axis (Chart *chart)
{
  TwFlow *flow = chart->flow;
  double line = tw_metrics_text_height (flow->metrics, TW_FONT_CAPTION);
  double label_end = chart->x;
  TwTickIter iter;
  TwTick tick;

  tw_tick_iter_init (&iter, TW_TICK_MONTH, 1, chart->start, chart->until);
  while (tw_tick_iter_next (&iter, &tick))
    {
      double x = place_date (chart, tick.start), width = 0;
      g_autofree char *name = x + 3 >= label_end
                                  ? month_name (chart, tick.start, tick.start == chart->start,
                                                next_january (chart, tick.start), &width)
                                  : NULL;

      tw_flow_line (flow, x, chart->top - 3, x, chart->bottom, 0.5, TW_COLOR_LINE);
      if (name == NULL)
        continue;
      tw_flow_text (flow, TW_FONT_CAPTION, TW_TEXT_LEFT, x + 3, chart->top - line - 5, width,
                    TW_COLOR_TEXT, name);
      label_end = x + 3 + width + 2;
    }
  tw_flow_line (flow, chart->x, chart->top - 3, chart->x + chart->width, chart->top - 3, 0.9,
                TW_COLOR_TEXT);
}

static guint
number_of (Chart *chart, guint phase)
{
  return (guint) tw_index_find (chart->whole, ((TwPhase *) chart->phases->pdata[phase])->id);
}

static const TwSpan *
span_of (Chart *chart, guint phase)
{
  return tw_schedule_span (chart->schedule, number_of (chart, phase));
}

static double
row_top (Chart *chart, guint phase)
{
  return chart->top + (phase - chart->first) * chart->row;
}

static TwRect
bar_of (Chart *chart, guint phase)
{
  const TwSpan *span = span_of (chart, phase);
  double x = place_date (chart, span->start);

  return (TwRect){ x, row_top (chart, phase) + (chart->row - BAR_HEIGHT) / 2,
                   MAX (3, place_date (chart, span->finish + 1) - x), BAR_HEIGHT };
}

/* The phase with this node, or -1. */
static int
row_of (Chart *chart, int node)
{
  for (guint i = 0; node >= 0 && i < chart->phases->len; i++)
    if ((int) number_of (chart, i) == node)
      return (int) i;
  return -1;
}

static gboolean
is_here (Chart *chart, int phase)
{
  return phase >= (int) chart->first && phase < (int) chart->end;
}

static void
add_fill (TwFlow *flow, TwRect rect, double radius, TwColor color)
{
  TwItem *item = tw_flow_add (flow, TW_ITEM_FILL, rect);

  item->value = radius;
  item->color = color;
}

static void
add_bar (Chart *chart, guint phase)
{
  TwFlow *flow = chart->flow;
  const TwNodeFacts *facts = tw_facts_node (flow->facts, number_of (chart, phase));
  TwRect bar = bar_of (chart, phase), done = bar;
  gboolean begun = facts->state == TW_STATUS_IN_PROGRESS || facts->state == TW_STATUS_DONE
                   || facts->progress > 0;
  TwItem *item;

  done.width *= facts->progress / 100.0;
  add_fill (flow, bar, 2, begun ? TW_COLOR_SLATE_TRACK : TW_COLOR_VIEW_BG);
  if (begun)
    add_fill (flow, done, 2, TW_COLOR_SLATE);
  item = tw_flow_add (flow, TW_ITEM_STROKE, bar);
  item->value = 2;
  item->other = 0.75;
  item->color = TW_COLOR_SLATE_STRONG;
}

/* Takes as many phases as have room above two lines of labels, and leaves no single one over. */
static void
take_rows (Chart *chart)
{
  double line = tw_metrics_text_height (chart->flow->metrics, TW_FONT_DENSE);
  guint left = chart->phases->len - chart->first;
  double room = (chart->flow->bottom - chart->top - 2.5 * line) / chart->row;
  guint n = MIN (left, (guint) MAX (1, room));

  if (left - n == 1 && n > MIN_ROWS)
    n--;
  chart->end = chart->first + n;
  chart->bottom = chart->top + n * chart->row;
}

/* --- hand-overs --- */

int
tw_flow_edge_phase (TwFlow *flow, const char *id, gboolean first)
{
  TwSchedule *schedule = tw_facts_schedule (flow->facts);
  TwIndex *index = tw_schedule_index (schedule);
  int at = tw_index_find (index, id), best = -1;

  for (int i = at; i >= 0 && i < (int) tw_index_node (index, (guint) at)->end; i++)
    {
      const TwSpan *span = tw_schedule_span (schedule, (guint) i);
      const TwSpan *other = tw_schedule_span (schedule, (guint) MAX (best, 0));

      if (tw_index_node (index, (guint) i)->kind == TW_KIND_PHASE
          && (best < 0 || (first ? span->start < other->start : span->finish >= other->finish)))
        best = i;
    }
  return best;
}

/* Beside the bar that takes over: before it, or where that has no room, behind it. */
static void
add_handover_label (Chart *chart, TwRect bar, double bend)
{
  TwFlow *flow = chart->flow;
  const char *text = C_ ("event", "Hand-over");
  double width = tw_metrics_text_width (flow->metrics, TW_FONT_DENSE, text) + 1;
  double line = tw_metrics_text_height (flow->metrics, TW_FONT_DENSE);
  double x = bar.x - LABEL_GAP - width;

  if (x < chart->x)
    x = MAX (bar.x + bar.width, bend + 3) + LABEL_GAP;
  if (x + width > chart->x + chart->width)
    return;
  add_fill (flow, (TwRect){ x, bar.y, width, bar.height }, 0, TW_COLOR_VIEW_BG);
  tw_flow_text (flow, TW_FONT_DENSE, TW_TEXT_LEFT, x, bar.y + (bar.height - line) / 2, width,
                TW_COLOR_TEXT, text);
}

/* From the end of what the motion comes after to its beginning. What must be ready and the note
 * are ours; that one comes after the other anybody may see. */
static void
add_handovers (Chart *chart, TwMotion *motion)
{
  int to = row_of (chart, tw_flow_edge_phase (chart->flow, motion->id, TRUE));

  TW_FOREACH (char, id, motion->after)
    {
      int from = row_of (chart, tw_flow_edge_phase (chart->flow, id, FALSE));
      TwRect before, after;
      double end, bend, top;
      TwItem *item;

      if (from == to || !is_here (chart, from) || !is_here (chart, to))
        continue;
      before = bar_of (chart, (guint) from);
      after = bar_of (chart, (guint) to);
      end = before.x + before.width;
      bend = MAX (end + 5, after.x + MIN (5, after.width / 2));
      top = before.y + before.height / 2;
      item = tw_flow_add (
          chart->flow, TW_ITEM_ELBOW,
          (TwRect){ end, top, bend - end, (to > from ? after.y : after.y + after.height) - top });
      item->value = 6;
      item->other = 1.1;
      item->color = TW_COLOR_TEXT;
      chart->bends[to] = bend;
    }
}

static void
add_row (Chart *chart, guint phase)
{
  TwFlow *flow = chart->flow;
  gboolean current = (int) number_of (chart, phase) == tw_facts_current_phase (flow->facts);
  TwFont font = current ? TW_FONT_DENSE_BOLD : TW_FONT_DENSE;
  const char *name = ((TwPhase *) chart->phases->pdata[phase])->name;
  double width = chart->x - flow->left - LABEL_GAP;
  double height = tw_flow_text_height (flow, font, TW_TEXT_LEFT, width, name);

  tw_flow_text (flow, font, TW_TEXT_LEFT, flow->left,
                row_top (chart, phase) + (chart->row - height) / 2, width, TW_COLOR_TEXT, name);
  if (chart->bends[phase] > 0)
    add_handover_label (chart, bar_of (chart, phase), chart->bends[phase]);
  add_bar (chart, phase);
}

/* --- milestones --- */

static gboolean
is_clear (Labels *labels, double left, double right, guint line)
{
  for (guint i = 0; i < labels->n; i++)
    if (labels->taken[i].line == line && left < labels->taken[i].right + 6
        && labels->taken[i].left < right + 6)
      return FALSE;
  return TRUE;
}

static void
take (Labels *labels, double left, double right, guint line)
{
  labels->taken[labels->n].left = left;
  labels->taken[labels->n].right = right;
  labels->taken[labels->n++].line = line;
  labels->lines = MAX (labels->lines, line + 1);
}

/* A label under the chart, kept clear of those before it; returns where its line ends, or -1 if
 * there is no room left. */
static double
add_label (Chart *chart, double x, const char *text, TwColor color, Labels *labels)
{
  TwFlow *flow = chart->flow;
  double width = tw_metrics_text_width (flow->metrics, TW_FONT_CAPTION_BOLD, text) + 1;
  double left = CLAMP (x - width / 2, flow->left, flow->right - width);
  guint line = is_clear (labels, left, left + width, 0) ? 0 : 1;
  double y
      = chart->bottom + 4 + line * tw_metrics_text_height (flow->metrics, TW_FONT_CAPTION_BOLD);

  if (width > flow->right - flow->left || labels->n + 2 > G_N_ELEMENTS (labels->taken)
      || (line > 0
          && !(is_clear (labels, left, left + width, 1) && is_clear (labels, x - 1, x + 1, 0))))
    return -1;
  take (labels, left, left + width, line);
  if (line > 0)
    take (labels, x - 1, x + 1, 0);
  tw_flow_text (flow, TW_FONT_CAPTION_BOLD, TW_TEXT_LEFT, left, y + 1, width, color, text);
  return y;
}

/* The phase during which a day falls, or the last one. */
static guint
phase_at (Chart *chart, TwDate date)
{
  for (guint i = 0; i < chart->phases->len; i++)
    if (date <= span_of (chart, i)->finish)
      return i;
  return chart->phases->len - 1;
}

/* The phase in whose row a milestone stands. */
static guint
phase_of (Chart *chart, TwEvent *event)
{
  int row = event->node >= 0
                ? row_of (chart, tw_index_node (chart->whole, (guint) event->node)->parent)
                : -1;

  if (row >= 0)
    return (guint) row;
  return phase_at (chart, event->date);
}

/* A diamond with its label below the chart, if there is room for the label. */
static void
add_milestone (Chart *chart, TwEvent *event, const char *name, Labels *labels)
{
  TwFlow *flow = chart->flow;
  g_autofree char *date = tw_words_date_near (event->date, tw_facts_today (flow->facts), TRUE);
  g_autofree char *label = g_strdup_printf (C_ ("milestone, date", "%s %s"), name, date);
  double x = place_date (chart, event->date), y, end;
  guint phase = phase_of (chart, event);

  if (!is_here (chart, (int) phase))
    return;
  y = row_top (chart, phase) + chart->row / 2;
  end = add_label (chart, x, label, TW_COLOR_TEXT, labels);
  if (end < 0)
    return;
  tw_flow_line (flow, x, y, x, end, 0.6, TW_COLOR_TEXT_2);
  g_array_index (flow->items, TwItem, flow->items->len - 1).dash = (TwDash){ 1.2, 2 };
  tw_flow_add (flow, TW_ITEM_DIAMOND, (TwRect){ x, y, 9, 9 })->color = TW_COLOR_TEXT;
}

static gboolean
is_go_live (TwFlow *flow, TwEvent *event)
{
  return event->kind == TW_EVENT_MILESTONE
         && g_strcmp0 (tw_facts_plan (flow->facts)->go_live, ((TwActivity *) event->record)->id)
                == 0;
}

/* What a milestone is called in the copy; NULL if the audience doesn't see it. */
static const char *
milestone_name (TwFlow *flow, TwEvent *event)
{
  TwActivity *activity;

  if (event->kind == TW_EVENT_DEADLINE)
    return tw_words_event (event);
  if (event->kind != TW_EVENT_MILESTONE)
    return NULL;
  if (is_go_live (flow, event))
    return C_ ("milestone", "Go-live");
  activity = tw_index_activity (flow->index, ((TwActivity *) event->record)->id);
  return activity != NULL ? activity->name : NULL;
}

/* Go-live and renewal come first, the others where they don't get in their way. Returns how many
 * lines of labels there are. */
static guint
add_milestones (Chart *chart)
{
  TwFlow *flow = chart->flow;
  GArray *events = tw_facts_milestones (flow->facts);
  TwDate today = tw_facts_today (flow->facts);
  Labels labels = { .n = 0 };

  if (today >= chart->start && today < chart->until)
    {
      double x = place_date (chart, today);

      tw_flow_line (flow, x, chart->top - 3, x, chart->bottom + 3, 1.5, TW_COLOR_ACCENT);
      add_label (chart, x, C_ ("timeline", "Today"), TW_COLOR_ACCENT, &labels);
    }
  for (int first = 1; first >= 0; first--)
    for (guint i = 0; i < events->len; i++)
      {
        TwEvent *event = &g_array_index (events, TwEvent, i);
        const char *name = milestone_name (flow, event);
        gboolean matters = event->kind == TW_EVENT_DEADLINE || is_go_live (flow, event);

        if (matters == first && name != NULL && event->date >= chart->start
            && event->date < chart->until)
          add_milestone (chart, event, name, &labels);
      }
  return labels.lines;
}

static TwTick
month_of (TwDate date)
{
  TwTickIter iter;
  TwTick tick = { date, date + 1 };

  tw_tick_iter_init (&iter, TW_TICK_MONTH, 1, date, date + 1);
  tw_tick_iter_next (&iter, &tick);
  return tick;
}

/* Whole months. */
static void
set_axis (Chart *chart)
{
  TwFlow *flow = chart->flow;
  const TwSpan *span = tw_schedule_plan_span (chart->schedule);
  TwDate deadline = flow->copy->deadline, last = span->finish;
  double widest = 0;

  for (guint i = 0; i < chart->phases->len; i++)
    widest = MAX (widest, tw_metrics_text_width (flow->metrics, TW_FONT_DENSE_BOLD,
                                                 ((TwPhase *) chart->phases->pdata[i])->name));
  chart->x = flow->left + MIN (widest + 2 * LABEL_GAP, (flow->right - flow->left) * 0.3);
  chart->width = flow->right - chart->x;
  /* A deadline long after the end would only squeeze the plan. */
  if (deadline != TW_DATE_NONE && deadline < last + (last - span->start) / 2)
    last = MAX (last, deadline);
  chart->start = month_of (span->start).start;
  chart->until = month_of (last).end;
  chart->scale.origin = chart->start;
  chart->scale.per_week = 7 * chart->width / (chart->until - chart->start);
}

static void
set_row_height (Chart *chart)
{
  TwFlow *flow = chart->flow;
  double widest = 0;

  for (guint i = 0; i < chart->phases->len; i++)
    widest = MAX (widest, tw_flow_text_height (flow, TW_FONT_DENSE_BOLD, TW_TEXT_LEFT,
                                               chart->x - flow->left - LABEL_GAP,
                                               ((TwPhase *) chart->phases->pdata[i])->name));
  chart->row = widest + 1.5;
}

/* Links lie under bars, so that a bar is never cut. */
static void
add_page (Chart *chart)
{
  take_rows (chart);
  add_axis (chart);
  TW_FOREACH (TwMotion, motion, chart->flow->copy->motions)
    add_handovers (chart, motion);
  for (guint i = chart->first; i < chart->end; i++)
    add_row (chart, i);
}

void
tw_section_timeline (TwFlow *flow)
{
  g_autoptr (GPtrArray) phases = g_ptr_array_new ();
  g_autofree double *bends = NULL;
  TwSchedule *schedule = tw_facts_schedule (flow->facts);
  Chart chart = {
    .flow = flow, .schedule = schedule, .whole = tw_schedule_index (schedule), .phases = phases
  };
  double line = tw_metrics_text_height (flow->metrics, TW_FONT_CAPTION);
  double axis = line + 8;

  TW_FOREACH (TwMotion, motion, flow->copy->motions)
    TW_FOREACH (TwPhase, phase, motion->phases)
      g_ptr_array_add (phases, phase);
  if (phases->len == 0)
    return;
  chart.bends = bends = g_new0 (double, phases->len);
  set_axis (&chart);
  set_row_height (&chart);
  tw_flow_head (flow, _ ("Timeline"), axis + MIN_ROWS * chart.row + 2 * line + 10);
  while (chart.first < phases->len)
    {
      chart.top = flow->y + axis;
      add_page (&chart);
      flow->y = chart.bottom + add_milestones (&chart) * line + 8;
      chart.first = chart.end;
      if (chart.first < phases->len)
        tw_flow_new_page (flow);
    }
}
