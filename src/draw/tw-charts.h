/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-canvas.h"
#include "tw-date.h"

G_BEGIN_DECLS

/* Painters of small charts. They take plain numbers and fill the rectangle that they are given;
 * lengths inside come from the canvas's metrics. */

/* A bar with a tick at its threshold; percents, threshold < 0: none, value < 0: unknown. The bar
 * lies in the middle of rect, 8 high, the tick is 16 high. */
void tw_meter_paint (TwCanvas *canvas, const TwPalette *palette, TwRect rect, double value,
                     double threshold);

typedef struct
{
  TwDate date;
  double percent;
} TwUsagePoint;

/* Usage over the twelve months before today on a scale of 0 to 100 %, its area filled, the target
 * (< 0: none) a dashed line. points rise by date. */
void tw_sparkline_paint (TwCanvas *canvas, const TwPalette *palette, TwRect rect,
                         const TwUsagePoint *points, guint n, double target, TwDate today);

typedef struct
{
  const TwUsagePoint *points; /* recorded, rising by date */
  guint n_points;
  double target;            /* percent; < 0: none */
  double threshold;         /* of health; < 0: none */
  TwUsagePoint forecast[2]; /* the line's point at the newest reading, and where it reaches the
                               target; dates 0: none */
  TwDate today;
  int cursor; /* the point that arrow keys stand on, -1: none */
} TwUsageChart;

/* Solid recorded, dotted forecast, dashed target, fine dots the threshold, accent today. */
void tw_usage_chart_paint (TwCanvas *canvas, const TwPalette *palette, TwRect rect,
                           const TwUsageChart *chart);
/* The recorded point nearest to x, or -1. */
int tw_usage_chart_find (TwMetrics *metrics, TwRect rect, const TwUsageChart *chart, double x);

typedef struct
{
  const char *name;
  const char *detail; /* second line; may be NULL */
  guint done, n;
  gboolean current; /* has an outline */
  gboolean chosen;  /* the one that is shown of several: has a line, and words in any case */
} TwStageArrow;

/* Chevrons with their progress as fill: of equal width, or where words would find no room in
 * that, the chosen one wide and the others with their per cent at most. */
void tw_stage_arrows_paint (TwCanvas *canvas, const TwPalette *palette, TwRect rect,
                            const TwStageArrow *stages, guint n);
/* Where the stage's chevron lies, points and all. */
TwRect tw_stage_arrow_rect (TwMetrics *metrics, TwRect rect, const TwStageArrow *stages, guint n,
                            guint stage);

/* The four circles of DIBS from x on, around y; dibs as tw_slice_dibs(). Returns the width. */
double tw_dibs_paint (TwCanvas *canvas, const TwPalette *palette, double x, double y, guint dibs);
double tw_dibs_width (TwMetrics *metrics);
double tw_dibs_height (TwMetrics *metrics);

/* The pill of a health level (TwHealthLevel): n filled dots of three and its word, from x on,
 * around y; returns its width. Without a word, only the dots. */
double tw_health_pill_paint (TwCanvas *canvas, const TwPalette *palette, double x, double y,
                             double height, int level, const char *word);
double tw_health_pill_width (TwMetrics *metrics, double height, const char *word);
/* The three dots alone, size each, from x on, around y. */
void tw_health_dots_paint (TwCanvas *canvas, const TwPalette *palette, double x, double y,
                           double size, int level);

G_END_DECLS
