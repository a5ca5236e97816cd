/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-scale.h"

#include <math.h>

const double tw_scale_steps[TW_SCALE_N_STEPS] = { 8, 14, 31, 62, 154 };

/* Where the axis changes over: the geometric means of neighbouring steps. */
#define QUARTERS_FROM 4.0
#define MONTHS_FROM 10.6
#define WEEKS_FROM 20.8
#define WEEKDAYS_FROM 43.8
#define DAYS_FROM 97.7
#define WEEKENDS_FROM 14.0
/* A year's label needs this much. */
#define YEAR_WIDTH 40.0

double
tw_scale_x (const TwScale *scale, double date)
{
  return (date - scale->origin) * scale->per_week / 7;
}

double
tw_scale_date (const TwScale *scale, double x)
{
  return scale->origin + x * 7 / scale->per_week;
}

double
tw_scale_width (const TwScale *scale, double days)
{
  return days * scale->per_week / 7;
}

static TwDate
to_day (double date)
{
  return (TwDate) CLAMP (date, TW_DATE_MIN, TW_DATE_MAX);
}

TwDate
tw_scale_day (const TwScale *scale, double x)
{
  /* A thousandth of a pixel: the start of a day is in it, whatever the rounding. */
  return to_day (floor (tw_scale_date (scale, x + 0.001)));
}

TwDate
tw_scale_snap (const TwScale *scale, double x)
{
  return to_day (floor (tw_scale_date (scale, x) + 0.5));
}

double
tw_scale_next_step (double per_week, int direction)
{
  if (direction > 0)
    {
      for (guint i = 0; i < TW_SCALE_N_STEPS; i++)
        if (tw_scale_steps[i] > per_week + 0.01)
          return tw_scale_steps[i];
    }
  else
    {
      for (guint i = TW_SCALE_N_STEPS; i-- > 0;)
        if (tw_scale_steps[i] < per_week - 0.01)
          return tw_scale_steps[i];
    }
  return per_week;
}

void
tw_scale_fit (TwScale *scale, TwDate start, TwDate finish, double width, double margin)
{
  double days = MAX (finish, start) - (double) start + 1;
  double room = MAX (width - 2 * margin, 1);

  scale->per_week = CLAMP (room * 7 / days, TW_SCALE_MIN, tw_scale_steps[TW_SCALE_N_STEPS - 1]);
  /* What is left over when the plan is too short to fill the width stands on both sides. */
  scale->origin = start - (width - tw_scale_width (scale, days)) / 2 * 7 / scale->per_week;
}

static int
years_together (double per_week, double px)
{
  static const int counts[] = { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000 };
  double year = per_week / 7 * 365.2425;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (year * counts[i] >= YEAR_WIDTH * px)
      return counts[i];
  return counts[G_N_ELEMENTS (counts) - 1];
}

TwTickChoice
tw_scale_ticks (const TwScale *scale, double px)
{
  TwTickChoice choice = { TW_TICK_YEAR, TW_TICK_NONE, TW_TICK_NONE, 1, FALSE };
  double per_week = scale->per_week / px;

  choice.weekends = scale->per_week >= WEEKENDS_FROM;
  choice.years = years_together (scale->per_week, px);
  if (per_week >= DAYS_FROM)
    {
      choice.upper = TW_TICK_WEEK;
      choice.lower = TW_TICK_DAY;
    }
  else if (per_week >= WEEKS_FROM)
    {
      choice.upper = TW_TICK_MONTH;
      choice.lower = TW_TICK_WEEK;
      if (per_week >= WEEKDAYS_FROM)
        choice.minor = TW_TICK_DAY;
    }
  else if (per_week >= MONTHS_FROM)
    {
      choice.upper = TW_TICK_QUARTER;
      choice.lower = TW_TICK_MONTH;
    }
  else if (per_week >= QUARTERS_FROM)
    choice.lower = TW_TICK_QUARTER;
  return choice;
}

static TwDate
first_of_month (int month_number)
{
  return tw_date_new (month_number / 12, month_number % 12 + 1, 1);
}

/* The tick's start at or before date; TW_DATE_MIN at the beginning of time. */
static TwDate
tick_floor (TwTickUnit unit, int count, TwDate date)
{
  int months = unit == TW_TICK_MONTH ? 1 : unit == TW_TICK_QUARTER ? 3 : 12 * count;
  TwDate start;
  int year, month;

  if (unit == TW_TICK_DAY)
    return date;
  if (unit == TW_TICK_WEEK)
    return MAX (date - (TwDate) tw_date_weekday (date), TW_DATE_MIN);
  tw_date_split (date, &year, &month, NULL);
  start = first_of_month ((year * 12 + month - 1) / months * months);
  return start == TW_DATE_NONE ? TW_DATE_MIN : start;
}

/* The start of the tick after the one that date lies in. */
static TwDate
tick_next (TwTickUnit unit, int count, TwDate date)
{
  int months = unit == TW_TICK_MONTH ? 1 : unit == TW_TICK_QUARTER ? 3 : 12 * count;
  TwDate start;
  int year, month;

  if (unit == TW_TICK_DAY)
    return date + 1;
  if (unit == TW_TICK_WEEK)
    return date - (TwDate) tw_date_weekday (date) + 7;
  tw_date_split (date, &year, &month, NULL);
  start = first_of_month (((year * 12 + month - 1) / months + 1) * months);
  return start == TW_DATE_NONE ? TW_DATE_MAX + 1 : start;
}

void
tw_tick_iter_init (TwTickIter *iter, TwTickUnit unit, int count, TwDate from, TwDate until)
{
  g_return_if_fail (count >= 1);
  iter->unit = unit;
  iter->count = unit == TW_TICK_YEAR ? count : 1;
  iter->until = MIN (until, TW_DATE_MAX + 1);
  iter->next = CLAMP (from, TW_DATE_MIN, TW_DATE_MAX);
  if (unit != TW_TICK_NONE)
    iter->next = tick_floor (unit, iter->count, iter->next);
}

gboolean
tw_tick_iter_next (TwTickIter *iter, TwTick *tick)
{
  if (iter->unit == TW_TICK_NONE || iter->next >= iter->until)
    return FALSE;
  tick->start = iter->next;
  tick->end = tick_next (iter->unit, iter->count, iter->next);
  iter->next = tick->end;
  return TRUE;
}
