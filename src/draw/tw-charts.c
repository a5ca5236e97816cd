/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-charts.h"

#include "tw-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* All lengths below are in the design's pixels and grow with the font. */
#define METER_HEIGHT 8
#define TICK_WIDTH 2
#define TICK_HEIGHT 16

#define STAGE_POINT 20
#define STAGE_GAP 2
#define STAGE_CORNER 6
#define STAGE_WORDS 130 /* below, only the chosen one has words */
#define STAGE_BRIEF 200 /* below, no second column of words */
#define STAGE_WIDE 190  /* what a chosen one gets where it is narrow, and the others at least */
#define STAGE_SMALL 44

#define DIBS_SIZE 22
#define DIBS_GAP 4

#define LARGE_PILL 30

#define N_DOTS 3

static TwRect
centred (double x, double y, double size)
{
  return (TwRect){ x - size / 2, y - size / 2, size, size };
}

static double
stroke_width (const TwPalette *palette, double width)
{
  return MAX (width, palette->min_stroke);
}

void
tw_meter_paint (TwCanvas *canvas, const TwPalette *palette, TwRect rect, double value,
                double threshold)
{
  double px = tw_canvas_metrics (canvas)->px;
  double middle = rect.y + rect.height / 2;
  TwRect bar = { rect.x, middle - METER_HEIGHT * px / 2, rect.width, METER_HEIGHT * px };
  double radius = bar.height / 2;

  tw_canvas_fill (canvas, bar, radius, &palette->colors[TW_COLOR_TROUGH]);
  if (value > 0)
    {
      TwRect fill = bar;

      fill.width = bar.width * MIN (value, 100) / 100;
      tw_canvas_push_clip (canvas, bar, radius);
      tw_canvas_fill (canvas, fill, radius, &palette->colors[TW_COLOR_SLATE]);
      tw_canvas_pop (canvas);
    }
  if (palette->outlined)
    tw_canvas_stroke (canvas, bar, radius, stroke_width (palette, 1), TW_SOLID,
                      &palette->colors[TW_COLOR_SLATE]);
  if (threshold >= 0)
    {
      TwRect tick = { rect.x + rect.width * MIN (threshold, 100) / 100 - TICK_WIDTH * px / 2,
                      middle - TICK_HEIGHT * px / 2, TICK_WIDTH * px, TICK_HEIGHT * px };

      tw_canvas_fill (canvas, tick, 0, &palette->colors[TW_COLOR_TEXT]);
    }
}

/* The widths that n chevrons have together, shared out: how wide all but the chosen one are. */
static double
other_width (TwMetrics *metrics, double together, guint n)
{
  double px = metrics->px;

  return MIN (MAX ((together - STAGE_WIDE * px) / (n - 1), STAGE_SMALL * px), together / (n + 1));
}

TwRect
tw_stage_arrow_rect (TwMetrics *metrics, TwRect rect, const TwStageArrow *stages, guint n,
                     guint stage)
{
  double gap = STAGE_GAP * metrics->px;
  double together = rect.width - gap * (n - 1);
  double width = together / n, before = width;
  gboolean any = FALSE, before_any = FALSE;

  for (guint i = 0; i < n; i++)
    {
      any = any || stages[i].chosen;
      before_any = before_any || (i < stage && stages[i].chosen);
    }
  if (any && n > 1 && width < STAGE_WORDS * metrics->px)
    {
      before = other_width (metrics, together, n);
      width = stages[stage].chosen ? together - before * (n - 1) : before;
      if (before_any)
        rect.x += together - before * n;
    }
  return (TwRect){ rect.x + stage * (before + gap), rect.y, width, rect.height };
}

/* Only how far it is, as far as there is room between notch and point. */
static void
paint_stage_percent (TwCanvas *canvas, const TwPalette *palette, TwRect arrow, gboolean first,
                     const char *percent)
{
  TwMetrics *metrics = tw_canvas_metrics (canvas);
  double left = arrow.x + (first ? 0 : STAGE_POINT * metrics->px);
  double right = arrow.x + arrow.width;

  if (tw_metrics_text_width (metrics, TW_FONT_CAPTION, percent) <= right - left)
    tw_canvas_text (canvas, TW_FONT_CAPTION, TW_TEXT_CENTER | TW_TEXT_MIDDLE, (left + right) / 2,
                    arrow.y + arrow.height / 2, -1, &palette->colors[TW_COLOR_SLATE_TEXT], percent);
}

static void
paint_stage_words (TwCanvas *canvas, const TwPalette *palette, TwRect arrow, gboolean first,
                   const TwStageArrow *stage)
{
  double px = tw_canvas_metrics (canvas)->px;
  gboolean brief = arrow.width < STAGE_BRIEF * px;
  double left = arrow.x + (first ? 18 : STAGE_POINT + (brief ? 9 : 21)) * px;
  double right = arrow.x + arrow.width - (STAGE_POINT + (brief ? 2 : 14)) * px;
  double upper = arrow.y + arrow.height / 3;
  double lower = arrow.y + arrow.height * 0.68;
  const TwRgba *text = &palette->colors[TW_COLOR_TEXT];
  const TwRgba *second = &palette->colors[TW_COLOR_SLATE_TEXT];
  g_autofree char *percent
      = tw_words_percent (stage->n == 0 ? 0 : (int) (stage->done * 100.0 / stage->n + 0.5));
  g_autofree char *count
      = g_strdup_printf (C_ ("checklist", "%u of %u done"), stage->done, stage->n);
  double taken = 0;

  if (arrow.width < STAGE_WORDS * px && !stage->chosen)
    {
      paint_stage_percent (canvas, palette, arrow, first, percent);
      return;
    }
  if (!brief)
    taken = 12 * px
            + tw_canvas_text (canvas, TW_FONT_TITLE_4, TW_TEXT_RIGHT | TW_TEXT_MIDDLE, right, upper,
                              -1, text, percent);
  tw_canvas_text (canvas, TW_FONT_TITLE_4, TW_TEXT_MIDDLE, left, upper,
                  MAX (right - taken - left, 0), text, stage->name);
  if (brief)
    {
      tw_canvas_text (canvas, TW_FONT_CAPTION, TW_TEXT_MIDDLE, left, lower, MAX (right - left, 0),
                      second, count);
      return;
    }
  taken = 12 * px
          + tw_canvas_text (canvas, TW_FONT_CAPTION, TW_TEXT_RIGHT | TW_TEXT_MIDDLE, right, lower,
                            -1, second, count);
  if (stage->detail != NULL)
    tw_canvas_text (canvas, TW_FONT_CAPTION, TW_TEXT_MIDDLE, left, lower,
                    MAX (right - taken - left, 0), second, stage->detail);
}

/* The corners of a chevron, the first of which has a straight left side; inset moves its edges
 * inwards. */
static void
stage_points (TwRect arrow, double point, gboolean first, double inset, TwPoint points[6])
{
  double left = arrow.x + inset, right = arrow.x + arrow.width - inset;
  double top = arrow.y + inset, bottom = arrow.y + arrow.height - inset;
  double middle = arrow.y + arrow.height / 2;

  points[0] = (TwPoint){ left, top };
  points[1] = (TwPoint){ right - point, top };
  points[2] = (TwPoint){ right, middle };
  points[3] = (TwPoint){ right - point, bottom };
  points[4] = (TwPoint){ left, bottom };
  points[5] = (TwPoint){ left + (first ? 0 : point), middle };
}

static void
paint_stage (TwCanvas *canvas, const TwPalette *palette, TwRect arrow, gboolean first,
             const TwStageArrow *stage)
{
  double px = tw_canvas_metrics (canvas)->px;
  double point = STAGE_POINT * px;
  TwPoint points[6];
  double fraction = stage->n == 0 ? 0 : (double) stage->done / stage->n;
  TwRect done = { arrow.x, arrow.y, arrow.width * fraction, arrow.height };
  TwRect line = { arrow.x, arrow.y + arrow.height - 3 * px, arrow.width, 3 * px };
  const TwRgba *edge = NULL;

  stage_points (arrow, point, first, 0, points);
  /* Only the first one's left corners lie at the edges of its rectangle, so that rounding them
   * all rounds those two. */
  tw_canvas_push_clip (canvas, arrow, first ? STAGE_CORNER * px : 0);
  tw_canvas_polygon (canvas, points, G_N_ELEMENTS (points), &palette->colors[TW_COLOR_SLATE_TINT],
                     0, NULL);
  tw_canvas_push_clip (canvas, done, 0);
  tw_canvas_polygon (canvas, points, G_N_ELEMENTS (points), &palette->colors[TW_COLOR_SLATE_TRACK],
                     0, NULL);
  tw_canvas_pop (canvas);
  if (stage->chosen)
    {
      tw_canvas_push_clip (canvas, line, 0);
      tw_canvas_polygon (canvas, points, G_N_ELEMENTS (points), &palette->colors[TW_COLOR_ACCENT],
                         0, NULL);
      tw_canvas_pop (canvas);
    }
  tw_canvas_pop (canvas);
  if (stage->current)
    edge = &palette->colors[TW_COLOR_ACCENT];
  else if (palette->outlined)
    edge = &palette->colors[TW_COLOR_SLATE_LINE];
  stage_points (arrow, point, first, px, points);
  if (edge != NULL)
    tw_canvas_polygon (canvas, points, G_N_ELEMENTS (points), NULL, 2 * px, edge);
  paint_stage_words (canvas, palette, arrow, first, stage);
}

void
tw_stage_arrows_paint (TwCanvas *canvas, const TwPalette *palette, TwRect rect,
                       const TwStageArrow *stages, guint n)
{
  TwMetrics *metrics = tw_canvas_metrics (canvas);

  for (guint i = 0; i < n; i++)
    paint_stage (canvas, palette, tw_stage_arrow_rect (metrics, rect, stages, n, i), i == 0,
                 &stages[i]);
}

double
tw_dibs_width (TwMetrics *metrics)
{
  return (4 * DIBS_SIZE + 3 * DIBS_GAP) * metrics->px;
}

double
tw_dibs_height (TwMetrics *metrics)
{
  return DIBS_SIZE * metrics->px;
}

double
tw_dibs_paint (TwCanvas *canvas, const TwPalette *palette, double x, double y, guint dibs)
{
  TwMetrics *metrics = tw_canvas_metrics (canvas);
  double size = DIBS_SIZE * metrics->px;
  const char *letters[]
      = { C_ ("dibs", "D"), C_ ("dibs", "I"), C_ ("dibs", "B"), C_ ("dibs", "S") };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      double middle = x + i * (size + DIBS_GAP * metrics->px) + size / 2;
      gboolean there = (dibs & (1u << i)) != 0;

      if (there)
        tw_canvas_fill (canvas, centred (middle, y, size), size / 2,
                        &palette->colors[TW_COLOR_SLATE_STRONG]);
      else
        tw_canvas_dashed_circle (
            canvas, middle, y, size / 2, stroke_width (palette, 1.1 * metrics->px),
            (TwDash){ 3 * metrics->px, 2 * metrics->px }, &palette->colors[TW_COLOR_GREY]);
      tw_canvas_text (canvas, TW_FONT_BADGE, TW_TEXT_CENTER | TW_TEXT_MIDDLE, middle, y, -1,
                      &palette->colors[there ? TW_COLOR_CARD_BG : TW_COLOR_TEXT_2], letters[i]);
    }
  return tw_dibs_width (metrics);
}

/* In the order of TwHealthLevel. */
static const TwColor level_text[]
    = { TW_COLOR_RED_TEXT, TW_COLOR_YELLOW_TEXT, TW_COLOR_GREEN_TEXT, TW_COLOR_BLUE_TEXT };
static const TwColor level_tint[]
    = { TW_COLOR_RED_TINT, TW_COLOR_YELLOW_TINT, TW_COLOR_GREEN_TINT, TW_COLOR_BLUE_TINT };

static double
dot_pitch (double size)
{
  return size * 7 / 6;
}

void
tw_health_dots_paint (TwCanvas *canvas, const TwPalette *palette, double x, double y, double size,
                      int level)
{
  const TwRgba *color;

  g_return_if_fail (level >= 0 && level < (int) G_N_ELEMENTS (level_text));
  color = &palette->colors[level_text[level]];
  for (int i = 0; i < N_DOTS; i++)
    {
      TwRect dot = centred (x + size / 2 + i * dot_pitch (size), y, size);

      if (i < level)
        tw_canvas_fill (canvas, dot, size / 2, color);
      else
        tw_canvas_stroke (canvas, dot, size / 2, size / 8, TW_SOLID, color);
    }
}

static TwFont
pill_font (TwMetrics *metrics, double height)
{
  return height >= LARGE_PILL * metrics->px ? TW_FONT_TITLE_4 : TW_FONT_HEADING;
}

/* The parts of a pill, in proportion to its height: padding, dots, gap, word, padding. */
#define PILL_LEFT 0.4
#define PILL_RIGHT 0.47
#define PILL_DOT 0.35
#define PILL_GAP 0.28

static double
pill_dots_width (double height)
{
  return height * PILL_DOT + (N_DOTS - 1) * dot_pitch (height * PILL_DOT);
}

double
tw_health_pill_width (TwMetrics *metrics, double height, const char *word)
{
  double dots = height * PILL_LEFT + pill_dots_width (height);

  if (word == NULL)
    return dots + height * PILL_LEFT;
  return dots + height * (PILL_GAP + PILL_RIGHT)
         + tw_metrics_text_width (metrics, pill_font (metrics, height), word);
}

double
tw_health_pill_paint (TwCanvas *canvas, const TwPalette *palette, double x, double y, double height,
                      int level, const char *word)
{
  TwMetrics *metrics = tw_canvas_metrics (canvas);
  TwRect pill = { x, y - height / 2, tw_health_pill_width (metrics, height, word), height };

  g_return_val_if_fail (level >= 0 && level < (int) G_N_ELEMENTS (level_text), 0);
  tw_canvas_fill (canvas, pill, height / 2, &palette->colors[level_tint[level]]);
  if (palette->outlined)
    tw_canvas_stroke (canvas, pill, height / 2, stroke_width (palette, metrics->hairline), TW_SOLID,
                      &palette->colors[level_text[level]]);
  tw_health_dots_paint (canvas, palette, x + height * PILL_LEFT, y, height * PILL_DOT, level);
  if (word != NULL)
    tw_canvas_text (canvas, pill_font (metrics, height), TW_TEXT_MIDDLE,
                    x + height * (PILL_LEFT + PILL_GAP) + pill_dots_width (height), y, -1,
                    &palette->colors[level_text[level]], word);
  return pill.width;
}
