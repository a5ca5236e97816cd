/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-charts.h"

#include "tw-scale.h"
#include "tw-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define YEAR 365

/* The sparkline's room for its dot. */
#define SPARK_LEFT 2
#define SPARK_RIGHT 6
#define SPARK_TOP 3
#define SPARK_DOT 7

/* Where a line of usage over time is drawn. */
typedef struct
{
  TwRect area;
  double from, days; /* at the left edge, and across */
  double top;        /* percent at the upper edge */
} Plot;

static TwPoint
plot_point (const Plot *plot, double date, double percent)
{
  return (TwPoint){
    .x = plot->area.x + (date - plot->from) / plot->days * plot->area.width,
    .y = plot->area.y + plot->area.height * (1 - CLAMP (percent / plot->top, 0, 1)),
  };
}

/* The points that show, the first one moved to the left edge along its line. Free with g_free(). */
static TwPoint *
plot_points (const Plot *plot, const TwUsagePoint *points, guint n, guint *n_shown)
{
  TwPoint *shown = g_new (TwPoint, n + 1);
  guint count = 0;

  for (guint i = 0; i < n; i++)
    {
      const TwUsagePoint *p = &points[i];

      if (p->date < plot->from)
        continue;
      if (i > 0 && count == 0)
        {
          const TwUsagePoint *before = &points[i - 1];
          double share = (plot->from - before->date) / ((double) p->date - before->date);

          shown[count++] = plot_point (plot, plot->from,
                                       before->percent + share * (p->percent - before->percent));
        }
      shown[count++] = plot_point (plot, p->date, p->percent);
    }
  *n_shown = count;
  return shown;
}

static void
paint_dot (TwCanvas *canvas, TwPoint at, double size, const TwRgba *color)
{
  TwRect dot = { at.x - size / 2, at.y - size / 2, size, size };

  tw_canvas_fill (canvas, dot, size / 2, color);
}

/* What lies below a line, down to the bottom of the plot. */
static void
paint_area (TwCanvas *canvas, const Plot *plot, const TwPoint *line, guint n, const TwRgba *color)
{
  g_autofree TwPoint *around = g_new (TwPoint, n + 2);
  double bottom = plot->area.y + plot->area.height;

  for (guint i = 0; i < n; i++)
    around[i] = line[i];
  around[n] = (TwPoint){ line[n - 1].x, bottom };
  around[n + 1] = (TwPoint){ line[0].x, bottom };
  tw_canvas_polygon (canvas, around, n + 2, color, 0, NULL);
}

void
tw_sparkline_paint (TwCanvas *canvas, const TwPalette *palette, TwRect rect,
                    const TwUsagePoint *points, guint n, double target, TwDate today)
{
  double px = tw_canvas_metrics (canvas)->px;
  Plot plot = {
    .area = { rect.x + SPARK_LEFT * px, rect.y + SPARK_TOP * px,
              rect.width - (SPARK_LEFT + SPARK_RIGHT) * px, rect.height - SPARK_TOP * px },
    .from = (double) today - YEAR,
    .days = YEAR,
    .top = 100,
  };
  g_autofree TwPoint *line = NULL;
  guint n_line;

  /* A reading of a day to come isn't past the edge either. */
  if (n > 0 && points[n - 1].date > today)
    plot.days += points[n - 1].date - today;
  line = plot_points (&plot, points, n, &n_line);
  if (n_line >= 2)
    paint_area (canvas, &plot, line, n_line, &palette->colors[TW_COLOR_SLATE_TINT]);
  if (target >= 0)
    {
      double y = plot_point (&plot, plot.from, target).y;

      tw_canvas_line (canvas, rect.x, y, rect.x + rect.width, y, MAX (px, palette->min_stroke / 2),
                      (TwDash){ 3 * px, 3 * px }, &palette->colors[TW_COLOR_TEXT_2]);
    }
  if (n_line >= 2)
    tw_canvas_polyline (canvas, line, n_line, MAX (1.5 * px, palette->min_stroke), TW_SOLID,
                        &palette->colors[TW_COLOR_SLATE]);
  if (n_line >= 1)
    paint_dot (canvas, line[n_line - 1], SPARK_DOT * px, &palette->colors[TW_COLOR_SLATE_STRONG]);
}

static double
chart_top (const TwUsageChart *chart)
{
  double highest = MAX (MAX (chart->target, chart->threshold), 20);

  for (guint i = 0; i < chart->n_points; i++)
    highest = MAX (highest, chart->points[i].percent);
  /* A line of the grid above everything, for the labels; 100 is the end of the scale, unless more
   * people are active than have seats. */
  if (highest <= 100)
    return MIN (ceil ((highest + 10) / 20) * 20, 100);
  return ceil (highest / 20) * 20;
}

static void
chart_plot (TwMetrics *metrics, TwRect rect, const TwUsageChart *chart, Plot *plot)
{
  double px = metrics->px;
  double top = chart_top (chart);
  g_autofree char *widest = tw_words_number ((gint64) MAX (top, 100));
  double label = tw_metrics_text_width (metrics, TW_FONT_CAPTION, widest) + 8 * px;
  double half = tw_metrics_text_height (metrics, TW_FONT_CAPTION) / 2;
  double first = (double) chart->today - YEAR;
  double last = chart->today;

  if (chart->n_points > 0)
    {
      first = MIN (chart->points[0].date, (double) chart->today - 90);
      last = MAX (last, chart->points[chart->n_points - 1].date);
    }
  if (chart->forecast[1].date != TW_DATE_NONE)
    last = MAX (last, chart->forecast[1].date);
  plot->area.x = rect.x + label;
  plot->area.y = rect.y + half;
  plot->area.width = MAX (rect.width - label, 1);
  plot->area.height = MAX (rect.height - half * 2 - 8 * px - half, 1);
  /* Some air at both ends: labels and dots stand around their days. */
  plot->days = (last - first) * 1.1;
  plot->from = first - (last - first) * 0.03;
  plot->top = top;
}

static void
paint_grid (TwCanvas *canvas, const TwPalette *palette, const Plot *plot)
{
  TwMetrics *metrics = tw_canvas_metrics (canvas);
  double right = plot->area.x + plot->area.width;
  double step = ceil (plot->top / 5 / 20) * 20;

  for (double percent = 0; percent <= plot->top + 0.5; percent += step)
    {
      double y = plot_point (plot, plot->from, percent).y;
      g_autofree char *label = tw_words_number ((gint64) percent);

      tw_canvas_line (canvas, plot->area.x, y, right, y, metrics->hairline, TW_SOLID,
                      &palette->colors[TW_COLOR_LINE_SOFT]);
      tw_canvas_text (canvas, TW_FONT_CAPTION, TW_TEXT_RIGHT | TW_TEXT_MIDDLE,
                      plot->area.x - 6 * metrics->px, y, -1, &palette->colors[TW_COLOR_TEXT_2],
                      label);
    }
}

/* The first of each month, or of each third, sixth or twelfth, as they fit. */
static void
paint_months (TwCanvas *canvas, const TwPalette *palette, const Plot *plot)
{
  static const guint steps[] = { 1, 3, 6, 12, 24 };
  TwMetrics *metrics = tw_canvas_metrics (canvas);
  double month = plot->area.width / plot->days * 30.4;
  double y = plot->area.y + plot->area.height + 8 * metrics->px;
  double right = plot->area.x + plot->area.width;
  TwTickIter iter;
  TwTick tick;
  guint step = 0;

  while (step + 1 < G_N_ELEMENTS (steps) && month * steps[step] < 40 * metrics->px)
    step++;
  tw_tick_iter_init (&iter, TW_TICK_MONTH, 1, (TwDate) ceil (plot->from),
                     (TwDate) (plot->from + plot->days));
  while (tw_tick_iter_next (&iter, &tick))
    {
      g_autofree char *label = NULL;
      double x = plot_point (plot, tick.start, 0).x;
      double half;
      int year, number;

      tw_date_split (tick.start, &year, &number, NULL);
      if ((guint) (year * 12 + number - 3) % steps[step] != 0)
        continue;
      label = tw_words_date (tick.start, TW_DATE_MONTH_SHORT);
      half = tw_metrics_text_width (metrics, TW_FONT_CAPTION, label) / 2;
      if (x - half >= plot->area.x && x + half <= right)
        tw_canvas_text (canvas, TW_FONT_CAPTION, TW_TEXT_CENTER, x, y, -1,
                        &palette->colors[TW_COLOR_TEXT_2], label);
    }
}

/* A line across at a percentage, with its name over or under it. */
static void
paint_limit (TwCanvas *canvas, const TwPalette *palette, const Plot *plot, double percent,
             gboolean is_target, gboolean under, const char *label)
{
  TwMetrics *metrics = tw_canvas_metrics (canvas);
  double px = metrics->px;
  double y = plot_point (plot, plot->from, percent).y;
  double shift = under ? px : -px - tw_metrics_text_height (metrics, TW_FONT_CAPTION);
  TwFont font = is_target ? TW_FONT_CAPTION_BOLD : TW_FONT_CAPTION;
  TwDash dash = is_target ? (TwDash){ 4 * px, 3 * px } : (TwDash){ px, 3 * px };

  tw_canvas_line (canvas, plot->area.x, y, plot->area.x + plot->area.width, y,
                  MAX ((is_target ? 1.5 : 1) * px, palette->min_stroke), dash,
                  &palette->colors[TW_COLOR_TEXT_2]);
  tw_canvas_text (canvas, font, TW_TEXT_LEFT, plot->area.x + 6 * px, y + shift, plot->area.width,
                  &palette->colors[is_target ? TW_COLOR_TEXT : TW_COLOR_TEXT_2], label);
}

static void
paint_limits (TwCanvas *canvas, const TwPalette *palette, const Plot *plot,
              const TwUsageChart *chart)
{
  TwMetrics *metrics = tw_canvas_metrics (canvas);
  double room = tw_metrics_text_height (metrics, TW_FONT_CAPTION) + 2 * metrics->px;
  double between = (chart->target - chart->threshold) / plot->top * plot->area.height;
  /* Two lines too near each other have their names on either side. */
  gboolean near = chart->target >= 0 && chart->threshold >= 0 && fabs (between) < room;

  if (chart->target >= 0)
    {
      g_autofree char *value = tw_words_percent ((int) (chart->target + 0.5));
      g_autofree char *label = g_strdup_printf (C_ ("usage chart", "Usage target %s"), value);

      paint_limit (canvas, palette, plot, chart->target, TRUE, near && between < 0, label);
    }
  if (chart->threshold >= 0)
    {
      g_autofree char *value = tw_words_percent ((int) (chart->threshold + 0.5));
      g_autofree char *label = g_strdup_printf (C_ ("usage chart", "Health threshold %s"), value);

      paint_limit (canvas, palette, plot, chart->threshold, FALSE, near && between >= 0, label);
    }
}

static void
paint_today (TwCanvas *canvas, const TwPalette *palette, const Plot *plot, TwDate today)
{
  TwMetrics *metrics = tw_canvas_metrics (canvas);
  double x = plot_point (plot, today, 0).x;
  const TwRgba *accent = &palette->colors[TW_COLOR_ACCENT];

  tw_canvas_line (canvas, x, plot->area.y, x, plot->area.y + plot->area.height, 2 * metrics->px,
                  TW_SOLID, accent);
  tw_canvas_text (canvas, TW_FONT_CAPTION_BOLD, TW_TEXT_RIGHT | TW_TEXT_MIDDLE, x - 5 * metrics->px,
                  plot->area.y, -1, accent, C_ ("usage chart", "Today"));
}

static void
paint_forecast (TwCanvas *canvas, const TwPalette *palette, const Plot *plot,
                const TwUsagePoint forecast[2])
{
  TwMetrics *metrics = tw_canvas_metrics (canvas);
  double px = metrics->px;
  TwPoint from = plot_point (plot, forecast[0].date, forecast[0].percent);
  TwPoint to = plot_point (plot, forecast[1].date, forecast[1].percent);
  const TwRgba *color = &palette->colors[TW_COLOR_SLATE_STRONG];
  g_autofree char *day = tw_words_date (forecast[1].date, TW_DATE_SHORT);
  double half = tw_metrics_text_width (metrics, TW_FONT_CAPTION_BOLD, day) / 2;
  double right = plot->area.x + plot->area.width - half;
  TwRect end = { to.x - 5 * px, to.y - 5 * px, 10 * px, 10 * px };

  tw_canvas_line (canvas, from.x, from.y, to.x, to.y, 2 * px, (TwDash){ 2 * px, 3 * px }, color);
  tw_canvas_fill (canvas, end, 5 * px, &palette->colors[TW_COLOR_CARD_BG]);
  tw_canvas_stroke (canvas, end, 5 * px, 2 * px, TW_SOLID, color);
  tw_canvas_text (canvas, TW_FONT_CAPTION_BOLD, TW_TEXT_CENTER, MIN (to.x, right),
                  to.y - 6 * px - tw_metrics_text_height (metrics, TW_FONT_CAPTION_BOLD), -1,
                  &palette->colors[TW_COLOR_TEXT], day);
}

static void
paint_recorded (TwCanvas *canvas, const TwPalette *palette, const Plot *plot,
                const TwUsageChart *chart)
{
  double px = tw_canvas_metrics (canvas)->px;
  const TwRgba *color = &palette->colors[TW_COLOR_SLATE_STRONG];
  g_autofree TwPoint *line = NULL;
  guint n;

  line = plot_points (plot, chart->points, chart->n_points, &n);
  if (n >= 2)
    tw_canvas_polyline (canvas, line, n, 2 * px, TW_SOLID, color);
  if (n >= 1)
    {
      paint_dot (canvas, line[n - 1], 9 * px, &palette->colors[TW_COLOR_CARD_BG]);
      paint_dot (canvas, line[n - 1], 7 * px, color);
    }
  if (chart->cursor >= 0 && chart->cursor < (int) n)
    {
      TwPoint at = line[chart->cursor];
      TwRect ring = { at.x - 7 * px, at.y - 7 * px, 14 * px, 14 * px };

      tw_canvas_stroke (canvas, ring, 7 * px, 2 * px, TW_SOLID, &palette->colors[TW_COLOR_ACCENT]);
    }
}

void
tw_usage_chart_paint (TwCanvas *canvas, const TwPalette *palette, TwRect rect,
                      const TwUsageChart *chart)
{
  Plot plot;

  g_return_if_fail (chart->today != TW_DATE_NONE);
  chart_plot (tw_canvas_metrics (canvas), rect, chart, &plot);
  paint_grid (canvas, palette, &plot);
  paint_months (canvas, palette, &plot);
  paint_limits (canvas, palette, &plot, chart);
  paint_today (canvas, palette, &plot, chart->today);
  if (chart->forecast[1].date != TW_DATE_NONE)
    paint_forecast (canvas, palette, &plot, chart->forecast);
  paint_recorded (canvas, palette, &plot, chart);
}

int
tw_usage_chart_find (TwMetrics *metrics, TwRect rect, const TwUsageChart *chart, double x)
{
  double nearest = G_MAXDOUBLE;
  int found = -1;
  Plot plot;

  chart_plot (metrics, rect, chart, &plot);
  for (guint i = 0; i < chart->n_points; i++)
    {
      double distance
          = fabs (plot_point (&plot, chart->points[i].date, chart->points[i].percent).x - x);

      if (distance < nearest)
        {
          nearest = distance;
          found = (int) i;
        }
    }
  return found;
}
