/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-flow.h"
#include "tw-scale.h"
#include "tw-words.h"

#define BAR_HEIGHT 7.5
#define LABEL_GAP 6
#define MIN_ROWS 2

/* The phases of the plan on an axis of months, as many to a page as fit. */
typedef struct
{
  TwFlow *flow;
  TwScale scale;
  TwDate start, until;
  double x, width; /* of the axis */
  double row;      /* height */
  double top;      /* of the first row on this page */
  guint first;     /* phase on this page */
} Chart;

static double
place_date (Chart *chart, TwDate date)
{
  return chart->x + tw_scale_x (&chart->scale, date);
}

static void
add_axis (Chart *chart, double height)
{
  TwFlow *flow = chart->flow;
  double line = tw_metrics_text_height (flow->metrics, TW_FONT_CAPTION);
  double label_end = chart->x;
  TwTickIter iter;
  TwTick tick;

  tw_tick_iter_init (&iter, TW_TICK_MONTH, 1, chart->start, chart->until);
  while (tw_tick_iter_next (&iter, &tick))
    {
      double x = place_date (chart, MAX (tick.start, chart->start));
      double end = MIN (place_date (chart, tick.end), chart->x + chart->width);
      int month;
      g_autofree char *name = NULL;
      double width;

      tw_date_split (tick.start, NULL, &month, NULL);
      if (month == 1 || tick.start <= chart->start)
        {
          g_autofree char *brief = tw_words_date (tick.start, TW_DATE_MONTH_SHORT);
          int year;

          tw_date_split (tick.start, &year, NULL, NULL);
          name = g_strdup_printf (C_ ("axis: month, year", "%s %d"), brief, year);
        }
      else
        name = tw_words_date (tick.start, TW_DATE_MONTH_SHORT);
      width = tw_metrics_text_width (flow->metrics, TW_FONT_CAPTION, name) + 1;
      tw_flow_line (flow, x, chart->top - 3, x, chart->top + height, 0.5, TW_COLOR_LINE);
      if (x + 3 >= label_end && x + 3 + width <= MAX (end, chart->x + chart->width))
        {
          tw_flow_text (flow, TW_FONT_CAPTION, TW_TEXT_LEFT, x + 3, chart->top - line - 5, width,
                        TW_COLOR_TEXT, name);
          label_end = x + 3 + width + 4;
        }
    }
  tw_flow_line (flow, chart->x, chart->top - 3, chart->x + chart->width, chart->top - 3, 0.9,
                TW_COLOR_TEXT);
}

static void
add_bar (Chart *chart, guint number, double y)
{
  TwFlow *flow = chart->flow;
  const TwNodeFacts *facts = tw_facts_node (flow->facts, number);
  const TwSpan *span = tw_schedule_span (tw_facts_schedule (flow->facts), number);
  double x = place_date (chart, span->start);
  TwRect bar = { x, y + (chart->row - BAR_HEIGHT) / 2,
                 MAX (3, place_date (chart, span->finish + 1) - x), BAR_HEIGHT };
  TwItem *item;

  if (facts->state == TW_STATUS_IN_PROGRESS || facts->state == TW_STATUS_DONE
      || facts->progress > 0)
    {
      item = tw_flow_add (flow, TW_ITEM_FILL, bar);
      item->value = 2;
      item->color = TW_COLOR_SLATE_TRACK;
      item = tw_flow_add (flow, TW_ITEM_FILL, bar);
      item->rect.width *= facts->progress / 100.0;
      item->value = 2;
      item->color = TW_COLOR_SLATE;
    }
  item = tw_flow_add (flow, TW_ITEM_STROKE, bar);
  item->value = 2;
  item->other = 0.75;
  item->color = TW_COLOR_SLATE_STRONG;
}

static guint
add_rows (Chart *chart, GPtrArray *phases)
{
  TwFlow *flow = chart->flow;
  TwIndex *whole = tw_schedule_index (tw_facts_schedule (flow->facts));
  double line = tw_metrics_text_height (flow->metrics, TW_FONT_DENSE);
  guint i = chart->first;

  for (; i < phases->len; i++)
    {
      TwPhase *phase = phases->pdata[i];
      guint number = (guint) tw_index_find (whole, phase->id);
      gboolean current = (int) number == tw_facts_current_phase (flow->facts);
      double y = chart->top + (i - chart->first) * chart->row;

      /* Two lines of labels stand below the last row. */
      if (i - chart->first >= MIN_ROWS && y + chart->row + 3.5 * line > flow->bottom)
        break;
      tw_flow_text (flow, current ? TW_FONT_DENSE_BOLD : TW_FONT_DENSE, TW_TEXT_LEFT, flow->left,
                    y + (chart->row - line) / 2, chart->x - flow->left - LABEL_GAP, TW_COLOR_TEXT,
                    phase->name);
      add_bar (chart, number, y);
    }
  return i;
}

/* A label under the chart, kept clear of those before it; FALSE if there is no room left. */
static gboolean
add_label (Chart *chart, double x, double y, const char *text, TwColor color, double taken[2][64],
           guint *n_taken)
{
  TwFlow *flow = chart->flow;
  double width = tw_metrics_text_width (flow->metrics, TW_FONT_CAPTION_BOLD, text) + 1;
  double left = CLAMP (x - width / 2, flow->left, flow->right - width);

  if (width > flow->right - flow->left || *n_taken >= 64)
    return FALSE;
  for (guint i = 0; i < *n_taken; i++)
    if (left < taken[1][i] + 6 && taken[0][i] < left + width + 6)
      return FALSE;
  taken[0][*n_taken] = left;
  taken[1][(*n_taken)++] = left + width;
  tw_flow_text (flow, TW_FONT_CAPTION_BOLD, TW_TEXT_LEFT, left, y, width, color, text);
  return TRUE;
}

/* The row of the phase during which a day falls, or the last one. */
static guint
row_at (Chart *chart, GPtrArray *phases, guint end, TwDate date)
{
  for (guint i = chart->first; i < end; i++)
    {
      const TwSpan *span = tw_schedule_find (tw_facts_schedule (chart->flow->facts),
                                             ((TwPhase *) phases->pdata[i])->id);

      if (date <= span->finish)
        return i - chart->first;
    }
  return end - chart->first - 1;
}

/* A diamond with its label below the chart, if there is room for the label. */
static void
add_milestone (Chart *chart, TwEvent *event, const char *name, double y, double bottom,
               double taken[2][64], guint *n_taken)
{
  TwFlow *flow = chart->flow;
  g_autofree char *date = tw_words_date_near (event->date, tw_facts_today (flow->facts), TRUE);
  g_autofree char *label = g_strdup_printf (C_ ("milestone, date", "%s %s"), name, date);
  double x = place_date (chart, event->date);

  if (!add_label (chart, x, bottom + 5, label, TW_COLOR_TEXT, taken, n_taken))
    return;
  tw_flow_line (flow, x, y, x, bottom + 4, 0.6, TW_COLOR_TEXT_2);
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
static char *
milestone_name (TwFlow *flow, TwEvent *event)
{
  int number;

  if (event->kind == TW_EVENT_DEADLINE)
    return g_strdup (tw_words_event (event));
  if (event->kind != TW_EVENT_MILESTONE)
    return NULL;
  if (is_go_live (flow, event))
    return g_strdup (C_ ("milestone", "Go-live"));
  number = tw_index_find (flow->index, ((TwActivity *) event->record)->id);
  return number >= 0
             ? g_strdup (tw_record_name (tw_index_node (flow->index, (guint) number)->record))
             : NULL;
}

/* Go-live and renewal come first, the others where they don't get in their way. */
static void
add_milestones (Chart *chart, GPtrArray *phases, guint end, double bottom)
{
  TwFlow *flow = chart->flow;
  GArray *events = tw_facts_milestones (flow->facts);
  double taken[2][64];
  guint n_taken = 0;
  TwDate today = tw_facts_today (flow->facts);

  if (today >= chart->start && today < chart->until)
    {
      double x = place_date (chart, today);

      tw_flow_line (flow, x, chart->top - 3, x, bottom + 3, 1.5, TW_COLOR_ACCENT);
      add_label (chart, x, bottom + 5, C_ ("timeline", "Today"), TW_COLOR_ACCENT, taken, &n_taken);
    }
  for (int first = 1; first >= 0; first--)
    for (guint i = 0; i < events->len; i++)
      {
        TwEvent *event = &g_array_index (events, TwEvent, i);
        g_autofree char *name = milestone_name (flow, event);
        gboolean matters = event->kind == TW_EVENT_DEADLINE || is_go_live (flow, event);

        if (matters != first || name == NULL || event->date < chart->start
            || event->date >= chart->until)
          continue;
        add_milestone (chart, event, name,
                       chart->top + (row_at (chart, phases, end, event->date) + 0.5) * chart->row,
                       bottom, taken, &n_taken);
      }
}

static void
set_axis (Chart *chart, GPtrArray *phases)
{
  TwFlow *flow = chart->flow;
  const TwSpan *span = tw_schedule_plan_span (tw_facts_schedule (flow->facts));
  TwDate deadline = flow->copy->deadline, last = span->finish;
  double widest = 0;
  int year, month;

  for (guint i = 0; i < phases->len; i++)
    widest = MAX (widest, tw_metrics_text_width (flow->metrics, TW_FONT_DENSE_BOLD,
                                                 ((TwPhase *) phases->pdata[i])->name));
  chart->x = flow->left + MIN (widest + 2 * LABEL_GAP, (flow->right - flow->left) * 0.3);
  chart->width = flow->right - chart->x;
  /* A deadline long after the end would only squeeze the plan. */
  if (deadline != TW_DATE_NONE && deadline < last + (last - span->start) / 2)
    last = MAX (last, deadline);
  tw_date_split (span->start, &year, &month, NULL);
  chart->start = tw_date_new (year, month, 1);
  chart->until = last + 1;
  chart->scale.origin = chart->start;
  chart->scale.per_week = 7 * chart->width / (chart->until - chart->start);
}

void
tw_section_timeline (TwFlow *flow)
{
  g_autoptr (GPtrArray) phases = g_ptr_array_new ();
  Chart chart = { .flow = flow };
  double line = tw_metrics_text_height (flow->metrics, TW_FONT_CAPTION);
  double axis = line + 8;
  double widest = 0;

  TW_FOREACH (TwMotion, motion, flow->copy->motions)
    TW_FOREACH (TwPhase, phase, motion->phases)
      g_ptr_array_add (phases, phase);
  if (phases->len == 0)
    return;
  set_axis (&chart, phases);
  for (guint i = 0; i < phases->len; i++)
    widest = MAX (widest,
                  tw_flow_text_height (flow, TW_FONT_DENSE_BOLD, chart.x - flow->left - LABEL_GAP,
                                       ((TwPhase *) phases->pdata[i])->name));
  chart.row = widest + 1.5;
  tw_flow_head (flow, _ ("Timeline"), axis + MIN_ROWS * chart.row + 2 * line + 10);
  while (chart.first < phases->len)
    {
      guint end;
      double bottom;

      chart.top = flow->y + axis;
      end = add_rows (&chart, phases);
      bottom = chart.top + (end - chart.first) * chart.row;
      add_axis (&chart, bottom - chart.top);
      add_milestones (&chart, phases, end, bottom);
      flow->y = bottom + line + 8;
      chart.first = end;
      if (end < phases->len)
        tw_flow_new_page (flow);
    }
}
