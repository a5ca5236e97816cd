/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tw-timeline-layout.h"
#include "tw-words.h"

typedef struct
{
  TwTimelineLayout *layout;
  TwCanvas *canvas;
  const TwPalette *palette;
  TwRect clip;
  guint first, last;    /* rows in clip, last not included */
  double k;             /* the design's pixel in a row */
  TwSchedule *schedule; /* whose dates are painted */
  GPtrArray *links;     /* TwTimelineLink, those in clip */
} Painter;

static void
painter_init (Painter *painter, TwTimelineLayout *layout, TwCanvas *canvas,
              const TwPalette *palette, TwRect clip)
{
  double height = layout->metrics->row_height;

  *painter = (Painter){
    layout, canvas, palette, clip, 0, 0, layout->metrics->row_px, tw_facts_schedule (layout->facts),
    NULL
  };
  painter->first = (guint) MAX (0, floor (clip.y / height));
  painter->last = (guint) CLAMP (ceil ((clip.y + clip.height) / height), 0, layout->rows->len);
}

static int
compare_nodes (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *) a, other = *(const guint *) b;

  return one < other ? -1 : one > other;
}

/* nodes: rising numbers, or NULL. */
static gboolean
is_among (GArray *nodes, int node)
{
  guint number = (guint) node;

  return nodes != NULL && nodes->len > 0 && node >= 0
         && bsearch (&number, nodes->data, nodes->len, sizeof number, compare_nodes) != NULL;
}

static const TwRgba *
color (Painter *painter, TwColor which)
{
  return &painter->palette->colors[which];
}

static double
x_of (Painter *painter, double date)
{
  return tw_scale_x (&painter->layout->scale, date);
}

/* The days in clip. */
static void
days_in_clip (Painter *painter, TwDate *from, TwDate *until)
{
  double first = tw_scale_date (&painter->layout->scale, painter->clip.x);
  double last = tw_scale_date (&painter->layout->scale, painter->clip.x + painter->clip.width) + 1;

  *from = (TwDate) CLAMP (first, TW_DATE_MIN, TW_DATE_MAX);
  *until = (TwDate) CLAMP (last, TW_DATE_MIN, TW_DATE_MAX);
}

static void
paint_band (Painter *painter, TwDate from, TwDate until, TwColor which)
{
  double x = x_of (painter, from), end = x_of (painter, until);

  tw_canvas_fill (painter->canvas, (TwRect){ x, painter->clip.y, end - x, painter->clip.height }, 0,
                  color (painter, which));
}

/* Days that aren't worked, as bands; holidays stand out from weekends. */
static void
paint_days_off (Painter *painter)
{
  TwWorkdays *workdays = tw_schedule_workdays (tw_facts_schedule (painter->layout->facts));
  TwDate from, until;

  if (!tw_scale_ticks (&painter->layout->scale, painter->layout->metrics->px).weekends)
    return;
  days_in_clip (painter, &from, &until);
  for (TwDate day = from; day < until;)
    {
      gboolean holiday = tw_workdays_holiday (workdays, day) != NULL;
      TwDate end = day + 1;

      if (!holiday && tw_workdays_is_working (workdays, day))
        {
          day++;
          continue;
        }
      while (end < until && (tw_workdays_holiday (workdays, end) != NULL) == holiday
             && !tw_workdays_is_working (workdays, end))
        end++;
      paint_band (painter, day, end, holiday ? TW_COLOR_HOLIDAY : TW_COLOR_WEEKEND);
      day = end;
    }
}

static void
paint_lines (Painter *painter)
{
  TwTickChoice ticks = tw_scale_ticks (&painter->layout->scale, painter->layout->metrics->px);
  TwDate from, until;
  TwTickIter iter;
  TwTick tick;

  days_in_clip (painter, &from, &until);
  tw_tick_iter_init (&iter, ticks.upper, ticks.years, from, until);
  while (tw_tick_iter_next (&iter, &tick))
    {
      double x = floor (x_of (painter, tick.start));

      tw_canvas_fill (painter->canvas, (TwRect){ x, painter->clip.y, 1, painter->clip.height }, 0,
                      color (painter, TW_COLOR_LINE));
    }
}

/* Dashes of what is seen only: a plan is as high as it has rows. */
static void
paint_drop_lines (Painter *painter)
{
  const TwDash dash = { 2, 4 };
  double period = dash.on + dash.off, row = painter->layout->metrics->row_height;
  double top = MAX (row, row + floor ((painter->clip.y - row) / period) * period);
  double bottom = MIN (painter->layout->height, painter->clip.y + painter->clip.height);

  for (guint i = 0; i < painter->layout->milestones->len && top < bottom; i++)
    {
      TwTimelineMilestone *one
          = &g_array_index (painter->layout->milestones, TwTimelineMilestone, i);

      if (tw_timeline_layout_drops (painter->layout, i))
        tw_canvas_line (painter->canvas, floor (one->x) + 0.5, top, floor (one->x) + 0.5, bottom, 1,
                        dash, color (painter, TW_COLOR_TEXT_2));
    }
}

static void
paint_row_tint (Painter *painter, guint number, gboolean selected)
{
  TwTimelineRow *row = &g_array_index (painter->layout->rows, TwTimelineRow, number);
  double height = painter->layout->metrics->row_height;
  TwRect rect = { painter->clip.x, number * height, painter->clip.width, height };
  TwRgba tint;

  if (row->kind == TW_ROW_MOTION && !painter->palette->outlined)
    {
      tint = tw_palette_alpha (painter->palette, TW_COLOR_SLATE_TINT, 0.55);
      tw_canvas_fill (painter->canvas, rect, 0, &tint);
    }
  if (selected)
    {
      tint = tw_palette_alpha (painter->palette, TW_COLOR_ACCENT, painter->palette->select_alpha);
      tw_canvas_fill (painter->canvas, rect, 0, &tint);
    }
  if (row->kind != TW_ROW_ACTIVITY && row->kind != TW_ROW_RECURRING)
    tw_canvas_fill (painter->canvas, (TwRect){ rect.x, rect.y, rect.width, 1 }, 0,
                    color (painter, TW_COLOR_LINE_SOFT));
}

static void
paint_today (Painter *painter)
{
  double x = floor (x_of (painter, tw_facts_today (painter->layout->facts)));

  tw_canvas_fill (painter->canvas, (TwRect){ x, painter->clip.y, 2, painter->clip.height }, 0,
                  color (painter, TW_COLOR_ACCENT));
}

/* --- links --- */

static gboolean
is_seen (Painter *painter, const TwTimelineLink *link)
{
  guint top = MIN (link->from, link->to), bottom = MAX (link->from, link->to);

  return bottom >= painter->first && top < painter->last
         && MIN (link->x1, link->x2) - 20 < painter->clip.x + painter->clip.width
         && MAX (link->x1, link->x2) + 20 > painter->clip.x;
}

/* Where a link turns down or up. */
static double
bend_of (const TwTimelineLink *link)
{
  return MAX (link->x2, link->x1) + 6;
}

static void
paint_link (Painter *painter, const TwTimelineLink *link)
{
  gboolean critical = link->critical && painter->layout->options.critical;
  const TwRgba *ink = color (painter, critical ? TW_COLOR_CRITICAL : TW_COLOR_GREY);
  double width = MAX (critical ? 1.75 : 1.25, painter->palette->min_stroke);
  double half = 7 * painter->k;

  tw_canvas_elbow (painter->canvas, link->x1, link->y1, bend_of (link),
                   link->to > link->from ? link->y2 - half : link->y2 + half, width, 8 * painter->k,
                   ink);
}

static void
paint_links (Painter *painter)
{
  for (guint i = 0; i < painter->layout->links->len; i++)
    {
      TwTimelineLink *link = &g_array_index (painter->layout->links, TwTimelineLink, i);

      if (!is_seen (painter, link))
        continue;
      paint_link (painter, link);
      g_ptr_array_add (painter->links, link);
    }
  for (guint i = 0; i < painter->layout->handovers->len; i++)
    {
      TwTimelineLink *link = &g_array_index (painter->layout->handovers, TwTimelineLink, i);
      const TwRgba *ink = color (painter, TW_COLOR_SLATE_STRONG);

      if (!is_seen (painter, link) || link->x2 - link->x1 < 4)
        continue;
      /* Between rows far apart a curve would wander over what lies between. */
      if (link->to == link->from + 1)
        tw_canvas_curve (painter->canvas, link->x1 + 2, link->y1, link->x2 - 8 * painter->k,
                         link->y2, 2.25, ink);
      else
        {
          double bend = MIN (link->x1 + 8, link->x2 - 6);
          TwPoint points[] = { { link->x1 + 2, link->y1 },
                               { bend, link->y1 },
                               { bend, link->y2 },
                               { link->x2 - 6, link->y2 } };

          tw_canvas_polyline (painter->canvas, points, G_N_ELEMENTS (points), 2.25, TW_SOLID, ink);
        }
      tw_canvas_arrow (painter->canvas, TW_ARROW_RIGHT, link->x2 - 2, link->y2, 8 * painter->k,
                       8 * painter->k, ink);
    }
}

/* --- bars --- */

static void
paint_text (Painter *painter, TwFont font, double x, double y, TwColor ink, const char *text)
{
  tw_canvas_text (painter->canvas, font, TW_TEXT_LEFT | TW_TEXT_MIDDLE, x, y, -1,
                  color (painter, ink), text);
}

static void
paint_ghost (Painter *painter, guint number, const TwNodeFacts *facts)
{
  double y = number * painter->layout->metrics->row_height + 21.5 * painter->k;
  double x = x_of (painter, facts->baseline_start);
  double end = x_of (painter, (double) facts->baseline_finish + 1);
  TwRgba grey = tw_palette_alpha (painter->palette, TW_COLOR_GREY, 0.75);

  tw_canvas_fill (painter->canvas, (TwRect){ x, y, end - x, 3.5 * painter->k }, 1.5, &grey);
}

static void
paint_activity_bar (Painter *painter, TwRect bar, const TwNodeFacts *facts, gboolean critical)
{
  double radius = MIN (4 * painter->k, bar.width / 2);
  const TwRgba *edge = color (painter, critical ? TW_COLOR_CRITICAL : TW_COLOR_SLATE);
  double width = MAX (critical ? 1.75 : 1, painter->palette->min_stroke);

  if (facts->state == TW_STATUS_BLOCKED)
    {
      tw_canvas_fill (painter->canvas, bar, radius, color (painter, TW_COLOR_RED_TINT));
      tw_canvas_hatch (painter->canvas, bar, radius, 2, 6, color (painter, TW_COLOR_RED));
      edge = color (painter, critical ? TW_COLOR_CRITICAL : TW_COLOR_RED);
    }
  else if (facts->state != TW_STATUS_SKIPPED)
    {
      tw_canvas_fill (painter->canvas, bar, radius, color (painter, TW_COLOR_SLATE_TRACK));
      if (facts->progress > 0)
        {
          tw_canvas_push_clip (
              painter->canvas,
              (TwRect){ bar.x, bar.y, bar.width * facts->progress / 100.0, bar.height }, 0);
          tw_canvas_fill (painter->canvas, bar, radius, color (painter, TW_COLOR_SLATE));
          tw_canvas_pop (painter->canvas);
        }
    }
  tw_canvas_stroke (painter->canvas, bar, radius, width,
                    facts->state == TW_STATUS_SKIPPED ? (TwDash){ 3, 3 } : TW_SOLID, edge);
}

static void
paint_activity (Painter *painter, TwTimelineRow *row, TwRect bar)
{
  TwTimelineLayout *layout = painter->layout;
  const TwNodeFacts *facts = tw_facts_node (layout->facts, (guint) row->node);
  const TwSpan *span = tw_schedule_span (painter->schedule, (guint) row->node);

  if (tw_index_node (tw_schedule_index (painter->schedule), (guint) row->node)->days == 0)
    tw_canvas_diamond (painter->canvas, bar.x + bar.width / 2, bar.y + bar.height / 2,
                       15 * painter->k, color (painter, TW_COLOR_TEXT));
  else
    paint_activity_bar (painter, bar, facts, layout->options.critical && span->slack == 0);
}

/* Whether a link goes through words of a row. */
static gboolean
meets (const TwTimelineLink *link, guint row, double x, double width)
{
  double bend = bend_of (link), start = link->from == row ? link->x1 : bend;

  /* It ends above its successor's bar or below it. */
  return row != link->to && row >= MIN (link->from, link->to) && row <= MAX (link->from, link->to)
         && start < x + width && bend > x;
}

/* From x on, the first place in a row where words of a width are clear of links. */
static double
clear_of_links (Painter *painter, guint row, double x, double width)
{
  double gap = 6 * painter->k, right = painter->clip.x + painter->clip.width;
  gboolean met = TRUE;

  while (met && x < right)
    {
      met = FALSE;
      for (guint i = 0; i < painter->links->len; i++)
        if (meets (painter->links->pdata[i], row, x - gap, width + 2 * gap))
          {
            x = bend_of (painter->links->pdata[i]) + 2 * gap;
            met = TRUE;
          }
    }
  return x;
}

/* What a row says of its activity beside the bar. */
static void
paint_slip (Painter *painter, guint number, TwRect bar)
{
  const char *label = painter->layout->labels[number];
  double x = bar.x + bar.width + 22 * painter->k, width;

  if (label == NULL)
    return;
  width = tw_metrics_text_width (painter->layout->metrics, TW_FONT_CAPTION_BOLD, label);
  paint_text (painter, TW_FONT_CAPTION_BOLD, clear_of_links (painter, number, x, width),
              bar.y + bar.height / 2, TW_COLOR_YELLOW_TEXT, label);
}

/* A bar of the group's colour with its progress; of a phase with caps at both ends. */
static void
paint_group (Painter *painter, guint number, TwTimelineRow *row, TwRect bar)
{
  TwTimelineLayout *layout = painter->layout;
  const TwNodeFacts *facts = tw_facts_node (layout->facts, (guint) row->node);
  gboolean motion = row->kind == TW_ROW_MOTION;
  double top = number * layout->metrics->row_height + 8 * painter->k;
  TwRect thin = { bar.x, top, bar.width, (motion ? 10 : 7) * painter->k };
  double cap = MIN (5 * painter->k, thin.width / 2);

  if (facts->state == TW_STATUS_SKIPPED)
    return;
  tw_canvas_fill (painter->canvas, thin, motion ? 2 : 0, color (painter, TW_COLOR_SLATE_TRACK));
  if (painter->palette->outlined)
    tw_canvas_stroke (painter->canvas, thin, motion ? 2 : 0, MAX (1, painter->palette->min_stroke),
                      TW_SOLID, color (painter, TW_COLOR_SLATE));
  thin.width *= facts->progress / 100.0;
  if (thin.width > 0.5)
    tw_canvas_fill (painter->canvas, thin, motion ? 2 : 0, color (painter, TW_COLOR_SLATE_STRONG));
  if (motion)
    return;
  for (int end = 0; end < 2; end++)
    {
      double x = end == 0 ? bar.x : bar.x + bar.width, inward = end == 0 ? cap : -cap;
      TwPoint points[] = { { x, top },
                           { x + inward, top },
                           { x + inward, top + 7 * painter->k },
                           { x, top + 12 * painter->k } };

      tw_canvas_polygon (
          painter->canvas, points, G_N_ELEMENTS (points),
          color (painter, facts->progress > end * 99 ? TW_COLOR_SLATE_STRONG : TW_COLOR_SLATE), 0,
          NULL);
    }
}

static void
paint_dates (Painter *painter, guint number)
{
  const char *label = painter->layout->labels[number];

  if (label != NULL)
    paint_text (painter, TW_FONT_CAPTION, painter->layout->label_x[number],
                number * painter->layout->metrics->row_height + 12 * painter->k, TW_COLOR_TEXT_2,
                label);
}

/* Held is filled; missed is hollow and dashed, what is to come hollow, today's in its own colour.
 */
static void
paint_tick (Painter *painter, TwRect tick, TwDate date, TwDate today, gboolean held)
{
  const TwRgba *slate = color (painter, TW_COLOR_SLATE);
  double radius = 3 * painter->k;

  if (held || date == today)
    tw_canvas_fill (painter->canvas, tick, radius, held ? slate : color (painter, TW_COLOR_ACCENT));
  else
    {
      tw_canvas_fill (painter->canvas, tick, radius, color (painter, TW_COLOR_VIEW_BG));
      tw_canvas_stroke (painter->canvas, tick, radius, MAX (1.5, painter->palette->min_stroke),
                        date < today ? (TwDash){ 2, 2 } : TW_SOLID,
                        date < today ? color (painter, TW_COLOR_YELLOW_EDGE) : slate);
    }
}

static void
paint_recurring (Painter *painter, guint number)
{
  TwTimelineLayout *layout = painter->layout;
  GArray *days = layout->recurring->pdata[number];
  double middle = (number + 0.5) * layout->metrics->row_height;
  TwDate today = tw_facts_today (layout->facts);

  if (days == NULL || days->len == 0)
    return;
  tw_canvas_fill (
      painter->canvas,
      (TwRect){ x_of (painter, g_array_index (days, TwDate, 0)), middle - 1,
                x_of (painter, g_array_index (days, TwDate, days->len - 1))
                    - x_of (painter, g_array_index (days, TwDate, 0)),
                2 },
      0, color (painter, painter->palette->outlined ? TW_COLOR_SLATE : TW_COLOR_SLATE_TRACK));
  for (guint i = 0; i < days->len; i++)
    {
      TwDate date = g_array_index (days, TwDate, i);
      TwRect tick = tw_timeline_layout_tick_at (layout, number, date);

      if (tick.x < painter->clip.x - 10 || tick.x > painter->clip.x + painter->clip.width + 10)
        continue;
      paint_tick (painter, tick, date, today,
                  tw_recurring_was_held (
                      g_array_index (layout->rows, TwTimelineRow, number).recurring, date));
    }
}

static gboolean
is_in_clip (Painter *painter, double x, double width)
{
  return x < painter->clip.x + painter->clip.width && x + width > painter->clip.x;
}

static void
paint_milestones (Painter *painter, guint number)
{
  double middle = (number + 0.5) * painter->layout->metrics->row_height, size = 15 * painter->k;

  for (guint i = 0; i < painter->layout->milestones->len; i++)
    {
      TwTimelineMilestone *one
          = &g_array_index (painter->layout->milestones, TwTimelineMilestone, i);

      if (is_in_clip (painter, one->x - size, 2 * size))
        tw_canvas_diamond (painter->canvas, one->x, middle, size, color (painter, TW_COLOR_TEXT));
      if (one->label != NULL && is_in_clip (painter, one->label_x, one->label_width))
        paint_text (painter, TW_FONT_CAPTION_BOLD, one->label_x, middle, TW_COLOR_TEXT, one->label);
    }
}

/* Where something is dragged away from. */
static void
paint_old_place (Painter *painter, TwRect bar)
{
  tw_canvas_stroke (painter->canvas, bar, MIN (4 * painter->k, bar.width / 2),
                    MAX (1, painter->palette->min_stroke), (TwDash){ 3, 3 },
                    color (painter, TW_COLOR_SLATE));
}

static void
paint_row (Painter *painter, guint number, gboolean moved)
{
  TwTimelineLayout *layout = painter->layout;
  TwTimelineRow *row = &g_array_index (layout->rows, TwTimelineRow, number);
  const TwNodeFacts *facts
      = row->node >= 0 ? tw_facts_node (layout->facts, (guint) row->node) : NULL;
  TwRect bar = tw_timeline_layout_bar (layout, number);

  if (row->kind == TW_ROW_ACTIVITY && layout->options.baseline && facts->in_baseline
      && facts->slip != 0 && facts->state != TW_STATUS_SKIPPED)
    paint_ghost (painter, number, facts);
  if (moved)
    paint_old_place (painter, bar);
  else if (row->kind == TW_ROW_MILESTONES)
    paint_milestones (painter, number);
  else if (row->kind == TW_ROW_RECURRING)
    paint_recurring (painter, number);
  else if (row->kind == TW_ROW_ACTIVITY)
    {
      paint_activity (painter, row, bar);
      paint_slip (painter, number, bar);
    }
  else
    {
      paint_group (painter, number, row, bar);
      if (row->kind == TW_ROW_PHASE && facts->state != TW_STATUS_SKIPPED)
        paint_dates (painter, number);
    }
}

void
tw_timeline_paint (TwTimelineLayout *layout, TwCanvas *canvas, const TwPalette *palette,
                   TwRect clip, const guint8 *selected, GArray *moved)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new ();
  Painter painter;

  painter_init (&painter, layout, canvas, palette, clip);
  painter.links = links;
  tw_canvas_fill (canvas, clip, 0, color (&painter, TW_COLOR_VIEW_BG));
  paint_days_off (&painter);
  paint_lines (&painter);
  paint_drop_lines (&painter);
  for (guint i = painter.first; i < painter.last; i++)
    paint_row_tint (&painter, i, selected != NULL && selected[i] != 0);
  paint_today (&painter);
  paint_links (&painter);
  for (guint i = painter.first; i < painter.last; i++)
    paint_row (&painter, i, is_among (moved, g_array_index (layout->rows, TwTimelineRow, i).node));
}

/* --- what is being dragged --- */

static void
paint_handle (Painter *painter, double x, double y)
{
  double size = 10 * painter->k;
  TwRect round = { x - size / 2, y - size / 2, size, size };

  tw_canvas_fill (painter->canvas, round, size / 2, color (painter, TW_COLOR_VIEW_BG));
  tw_canvas_stroke (painter->canvas, round, size / 2, 2, TW_SOLID,
                    color (painter, TW_COLOR_ACCENT));
}

static void
paint_dragged (Painter *painter, guint number, gboolean handles)
{
  TwTimelineRow *row = &g_array_index (painter->layout->rows, TwTimelineRow, number);
  TwRect bar = tw_timeline_layout_bar_in (painter->layout, number, painter->schedule);
  TwRect around = { bar.x - 1, bar.y - 1, bar.width + 2, bar.height + 2 };
  double middle = bar.y + bar.height / 2;

  if (row->kind != TW_ROW_ACTIVITY)
    paint_group (painter, number, row, bar);
  else
    paint_activity (painter, row, bar);
  tw_canvas_stroke (painter->canvas, around, MIN (5 * painter->k, around.width / 2), 2, TW_SOLID,
                    color (painter, TW_COLOR_ACCENT));
  if (handles && row->kind == TW_ROW_ACTIVITY
      && tw_index_node (tw_schedule_index (painter->schedule), (guint) row->node)->days > 0)
    {
      paint_handle (painter, bar.x, middle);
      paint_handle (painter, bar.x + bar.width, middle);
    }
}

/* Of a closed group its own bar tells that something in it would move. */
static gboolean
is_pushed (const TwTimelineRow *row, TwTrial *trial)
{
  const TwSpan *was = tw_schedule_span (trial->before, (guint) row->node);
  const TwSpan *is = tw_schedule_span (trial->after, (guint) row->node);

  if (row->kind == TW_ROW_ACTIVITY)
    return is_among (trial->pushed, row->node);
  return row->collapsed && is->counts && (was->start != is->start || was->finish != is->finish);
}

void
tw_timeline_paint_trial (TwTimelineLayout *layout, TwCanvas *canvas, const TwPalette *palette,
                         TwRect clip, TwTrial *trial)
{
  Painter painter;

  painter_init (&painter, layout, canvas, palette, clip);
  painter.schedule = trial->after;
  for (guint i = painter.first; i < painter.last; i++)
    {
      TwTimelineRow *row = &g_array_index (layout->rows, TwTimelineRow, i);
      TwRect bar;

      if (row->node < 0)
        continue;
      bar = tw_timeline_layout_bar_in (layout, i, trial->after);
      if (is_among (trial->moved, row->node))
        paint_dragged (&painter, i, trial->moved->len == 1);
      else if (is_pushed (row, trial))
        tw_canvas_stroke (canvas, bar, MIN (4 * painter.k, bar.width / 2),
                          MAX (1.5, palette->min_stroke), (TwDash){ 4, 3 },
                          color (&painter, TW_COLOR_ACCENT));
    }
}

/* --- the axis --- */

#define N_WORDS 4

/* What a tick may be called, longest first: with its year, then without. In the lower row all are
 * as short. */
static void
tick_words (TwTickUnit unit, gboolean upper, TwDate date, char *words[N_WORDS])
{
  static const TwDateStyle months[N_WORDS]
      = { TW_DATE_MONTH, TW_DATE_MONTH_SHORT_YEAR, TW_DATE_MONTH_NAME, TW_DATE_MONTH_SHORT };
  static const TwDateStyle weeks[N_WORDS]
      = { TW_DATE_LONG, TW_DATE_SHORT_YEAR, TW_DATE_MEDIUM, TW_DATE_SHORT };
  int year, month, day;

  tw_date_split (date, &year, &month, &day);
  if (unit == TW_TICK_YEAR)
    words[0] = g_strdup_printf ("%d", year);
  else if (unit == TW_TICK_QUARTER)
    {
      words[0] = g_strdup_printf (C_ ("axis: quarter, year", "Q%d %d"), (month + 2) / 3, year);
      words[2] = g_strdup_printf (C_ ("axis: quarter", "Q%d"), (month + 2) / 3);
    }
  else if (unit == TW_TICK_MONTH || upper)
    for (guint i = upper ? 0 : N_WORDS - 1; i < N_WORDS; i++)
      words[i] = tw_words_date (date, unit == TW_TICK_MONTH ? months[i] : weeks[i]);
  else
    words[2] = g_strdup_printf ("%d", day);
}

/* The longest words for a tick that fit into room, or NULL. The year is among them where it isn't
 * told yet. */
static char *
tick_label (TwTickUnit unit, gboolean upper, TwDate date, double room, TwMetrics *metrics,
            TwFont font, int *told)
{
  int year;
  char *words[N_WORDS] = { NULL }, *found = NULL;

  tw_date_split (date, &year, NULL, NULL);
  tick_words (unit, upper, date, words);
  for (guint i = year == *told ? N_WORDS / 2 : 0; i < N_WORDS && found == NULL; i++)
    if (words[i] != NULL && tw_metrics_text_width (metrics, font, words[i]) <= room)
      {
        *told = i < N_WORDS / 2 ? year : *told;
        found = g_steal_pointer (&words[i]);
      }
  for (guint i = 0; i < N_WORDS; i++)
    g_free (words[i]);
  return found;
}

/* The upper row keeps clear of the pill of today, and tells the years. */
static void
paint_ticks (Painter *painter, const TwTickChoice *ticks, double height, const TwRect *pill)
{
  TwMetrics *metrics = painter->layout->metrics;
  gboolean upper = pill != NULL;
  TwTickUnit unit = upper ? ticks->upper : ticks->lower;
  TwFont font = upper ? TW_FONT_DENSE_BOLD : TW_FONT_CAPTION;
  double pad = 6 * metrics->px, before = upper || unit > TW_TICK_WEEK ? pad : pad / 2;
  double y = upper ? 0 : height;
  TwDate from, until;
  TwTickIter iter;
  TwTick tick;
  int told = 0;

  days_in_clip (painter, &from, &until);
  tw_tick_iter_init (&iter, unit, upper ? ticks->years : 1, from, until);
  while (tw_tick_iter_next (&iter, &tick))
    {
      double x = x_of (painter, tick.start), start = MAX (x, painter->clip.x);
      double end = MIN (x_of (painter, tick.end), painter->clip.x + painter->clip.width);
      gboolean meets = upper && pill->x < end && pill->x + pill->width > start;
      g_autofree char *label = NULL;

      if (!upper)
        tw_date_split (tick.start, &told, NULL, NULL);
      label = tick_label (unit, upper, tick.start, (meets ? pill->x : end) - start - pad, metrics,
                          font, &told);
      tw_canvas_fill (painter->canvas, (TwRect){ floor (x), y, 1, height }, 0,
                      color (painter, TW_COLOR_LINE));
      if (label == NULL && meets)
        {
          start = pill->x + pill->width;
          label = tick_label (unit, upper, tick.start, end - start - pad, metrics, font, &told);
        }
      if (label != NULL)
        paint_text (painter, font, start + before, y + height / 2,
                    upper ? TW_COLOR_TEXT : TW_COLOR_TEXT_2, label);
    }
}

void
tw_timeline_paint_axis (TwTimelineLayout *layout, TwCanvas *canvas, const TwPalette *palette,
                        double x, double width)
{
  TwTickChoice ticks = tw_scale_ticks (&layout->scale, layout->metrics->px);
  double row = tw_timeline_axis_height (layout->metrics) / 2;
  TwRect rect = { x, 0, width, 2 * row };
  Painter painter;
  const char *today = C_ ("timeline", "Today");
  TwRect pill = { 0, row * 0.1, 0, row * 0.8 };
  double at;

  painter_init (&painter, layout, canvas, palette, rect);
  at = floor (x_of (&painter, tw_facts_today (layout->facts))) + 1;
  pill.width = tw_metrics_text_width (layout->metrics, TW_FONT_CAPTION_BOLD, today)
               + 14 * layout->metrics->px;
  pill.x = at - pill.width / 2;
  tw_canvas_fill (canvas, rect, 0, color (&painter, TW_COLOR_VIEW_BG));
  paint_ticks (&painter, &ticks, row, &pill);
  paint_ticks (&painter, &ticks, row, NULL);
  tw_canvas_fill (canvas, (TwRect){ x, row, width, 1 }, 0, color (&painter, TW_COLOR_LINE_SOFT));
  tw_canvas_fill (canvas, (TwRect){ x, 2 * row - 1, width, 1 }, 0, color (&painter, TW_COLOR_LINE));
  tw_canvas_fill (canvas, (TwRect){ at - 1, row, 2, row }, 0, color (&painter, TW_COLOR_ACCENT));
  tw_canvas_fill (canvas, pill, row * 0.4, color (&painter, TW_COLOR_ACCENT_BG));
  tw_canvas_text (canvas, TW_FONT_CAPTION_BOLD, TW_TEXT_CENTER | TW_TEXT_MIDDLE, at, row / 2, -1,
                  color (&painter, TW_COLOR_ACCENT_FG), today);
}
