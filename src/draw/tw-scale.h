/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-date.h"

G_BEGIN_DECLS

/* Dates and places on the time axis: pure arithmetic. A day d takes the place from
 * tw_scale_x (d) to tw_scale_x (d + 1). */

typedef struct
{
  double origin;   /* the date at x = 0, in days with fractions */
  double per_week; /* px */
} TwScale;

/* The steps of the zoom, px per week, rising. */
#define TW_SCALE_N_STEPS 5
extern const double tw_scale_steps[TW_SCALE_N_STEPS];
#define TW_SCALE_DEFAULT 31
/* Smooth zoom and Fit stay within these. */
#define TW_SCALE_MIN 0.02
#define TW_SCALE_MAX 308

double tw_scale_x (const TwScale *scale, double date);
double tw_scale_date (const TwScale *scale, double x);
/* The width of so many days. */
double tw_scale_width (const TwScale *scale, double days);
/* The day that covers x. */
TwDate tw_scale_day (const TwScale *scale, double x);
/* The day whose start is nearest to x: where a dragged bar's left edge snaps. */
TwDate tw_scale_snap (const TwScale *scale, double x);
/* The next step up (direction > 0) or down; the same when there is none. */
double tw_scale_next_step (double per_week, int direction);
/* Shows the days from start to finish, both whole, in a width with a margin on both sides. */
void tw_scale_fit (TwScale *scale, TwDate start, TwDate finish, double width, double margin);

typedef enum
{
  TW_TICK_NONE,
  TW_TICK_DAY,
  TW_TICK_WEEK, /* from its Monday */
  TW_TICK_MONTH,
  TW_TICK_QUARTER,
  TW_TICK_YEAR,
} TwTickUnit;

/* Units of the two rows of the axis; ticks without label between the lower row's (weekdays), or
 * NONE; and how many years stand together where they'd be too narrow one by one. */
typedef struct
{
  TwTickUnit upper, lower, minor;
  int years;
  gboolean weekends; /* wide enough to shade them */
} TwTickChoice;

/* px: the design's pixel of the metrics. */
TwTickChoice tw_scale_ticks (const TwScale *scale, double px);

typedef struct
{
  TwDate start, end; /* the tick's days, end not included */
} TwTick;

typedef struct
{
  /*< private >*/
  TwTickUnit unit;
  int count;
  TwDate next, until;
} TwTickIter;

/* Walks the ticks that touch the days from from to until, until not included; count years at a
 * time, 1 for the other units. */
void tw_tick_iter_init (TwTickIter *iter, TwTickUnit unit, int count, TwDate from, TwDate until);
gboolean tw_tick_iter_next (TwTickIter *iter, TwTick *tick);

G_END_DECLS
