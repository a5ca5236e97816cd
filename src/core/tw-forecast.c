/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "tw-schedule.h"

/* What of SCHEDULE.md isn't the network: recurring activities, and the forecast of usage. */

GArray *
tw_schedule_occurrences (TwSchedule *schedule, TwMotion *motion, TwRecurring *recurring)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (TwDate));
  guint n = tw_list_n (motion->phases);
  const char *from, *until;
  const TwSpan *last;
  TwDate first;
  TwPeriod every;

  if (n == 0 || !tw_period_parse (recurring->every, &every))
    return days;
  from = recurring->from != NULL ? recurring->from : ((TwPhase *) motion->phases->items[0])->id;
  until = recurring->until != NULL ? recurring->until
                                   : ((TwPhase *) motion->phases->items[n - 1])->id;
  last = tw_schedule_find (schedule, until);
  if (last == NULL || tw_schedule_find (schedule, from) == NULL)
    return days;
  first = recurring->first != TW_DATE_NONE ? recurring->first
                                           : tw_schedule_find (schedule, from)->start;
  for (int k = 0;; k++)
    {
      TwDate day = tw_workdays_on_or_after (tw_schedule_workdays (schedule),
                                            tw_date_add_period (first, every, k));

      if (day > last->finish || day > TW_DATE_MAX)
        return days;
      if (days->len == 0 || g_array_index (days, TwDate, days->len - 1) != day)
        g_array_append_val (days, day);
    }
}

/* The least-squares line through the readings of 180 days: counted from the newest's day. */
static gboolean
fit (TwList *readings, TwDate newest, double *slope, double *at)
{
  double n = 0, sum_x = 0, sum_y = 0, sum_xx = 0, sum_xy = 0, divisor;

  TW_FOREACH (TwReading, reading, readings)
    if (reading->date + 180 >= newest && reading->date <= newest)
      {
        double x = (double) reading->date - (double) newest;

        n += 1;
        sum_x += x;
        sum_y += reading->active;
        sum_xx += x * x;
        sum_xy += x * reading->active;
      }
  divisor = n * sum_xx - sum_x * sum_x;
  if (n < 3 || divisor <= 0)
    return FALSE;
  *slope = (n * sum_xy - sum_x * sum_y) / divisor;
  *at = (sum_y - *slope * sum_x) / n;
  return TRUE;
}

TwForecastState
tw_forecast (TwList *readings, int entitled, int percent, gboolean strictly_above, TwDate *date,
             double *slope, double *at)
{
  TwReading *newest = NULL;
  double grows, now, goal, days;

  TW_FOREACH (TwReading, reading, readings)
    if (newest == NULL || reading->date > newest->date)
      newest = reading;
  if (newest == NULL || entitled <= 0 || percent < 0)
    return TW_FORECAST_NONE;
  if (!fit (readings, newest->date, &grows, &now))
    grows = now = 0;
  if (slope != NULL)
    *slope = grows;
  if (at != NULL)
    *at = now;
  goal = (double) entitled * percent / 100;
  if (newest->active > goal || (!strictly_above && newest->active >= goal))
    {
      *date = newest->date;
      return TW_FORECAST_REACHED;
    }
  if (grows <= 0)
    return TW_FORECAST_NONE;
  /* A line that is at the goal already while the reading isn't reaches it on the next day. */
  days = MAX (1, ceil ((goal - now) / grows - 1e-9));
  if (newest->date + days > tw_date_add_period (newest->date, (TwPeriod){ 'Y', 3 }, 1))
    return TW_FORECAST_NONE;
  *date = newest->date + (TwDate) days;
  return TW_FORECAST_EXPECTED;
}
