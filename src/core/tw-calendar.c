/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-calendar.h"

/* Holidays as spans that don't overlap, in order, each with what it takes away: so the count of
 * working days up to a day is arithmetic and one binary search, and so is its inverse. */
typedef struct
{
  TwDate from, to;
  int worked; /* working days up to the day before from */
  int lost;   /* days of the week's working days inside this span and all before it */
  const char *name;
} Span;

struct _TwWorkdays
{
  guint weekdays; /* bit 0 is Monday */
  int per_week;
  int before[7]; /* working weekdays before the n-th day of a week */
  int nth[7];    /* weekday of the n-th working day of a week */
  GArray *spans;
  GArray *names; /* spans as given, in order of their first day, for tw_workdays_holiday() */
  TwList *holidays;
};

/* Working weekdays from Monday 1 January of the year 1 up to and with date, holidays ignored. */
static int
weekdays_to (TwWorkdays *workdays, TwDate date)
{
  return (int) (date / 7) * workdays->per_week + workdays->before[date % 7];
}

/* The last span that begins on or before date, or NULL. */
static Span *
span_before (TwWorkdays *workdays, TwDate date)
{
  guint low = 0, high = workdays->spans->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (workdays->spans, Span, middle).from <= date)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? &g_array_index (workdays->spans, Span, low - 1) : NULL;
}

/* Working days up to and with date. */
static int
worked_to (TwWorkdays *workdays, TwDate date)
{
  Span *span = span_before (workdays, date);

  if (span == NULL)
    return weekdays_to (workdays, date);
  return date <= span->to ? span->worked : weekdays_to (workdays, date) - span->lost;
}

/* The day on which the n-th working day (from 1) falls, counted as by worked_to(). */
static TwDate
nth_working (TwWorkdays *workdays, int n)
{
  guint low = 0, high = workdays->spans->len;
  int weekday;

  if (n < 1)
    return TW_DATE_NONE;
  /* Every span with fewer days before it than n lies before the day sought. */
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (workdays->spans, Span, middle).worked < n)
        low = middle + 1;
      else
        high = middle;
    }
  if (low > 0)
    n += g_array_index (workdays->spans, Span, low - 1).lost;
  weekday = workdays->nth[(n - 1) % workdays->per_week];
  return (TwDate) ((n - 1) / workdays->per_week * 7 + weekday + 1);
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const Span *one = a, *other = b;

  return one->from < other->from ? -1 : one->from > other->from;
}

static void
merge_spans (TwWorkdays *workdays)
{
  int lost = 0;

  for (guint i = 0; i < workdays->names->len; i++)
    {
      Span span = g_array_index (workdays->names, Span, i);

      for (; i + 1 < workdays->names->len; i++)
        {
          Span *next = &g_array_index (workdays->names, Span, i + 1);

          if (next->from > span.to + 1)
            break;
          span.to = MAX (span.to, next->to);
        }
      span.worked = weekdays_to (workdays, span.from - 1) - lost;
      lost += weekdays_to (workdays, span.to) - weekdays_to (workdays, span.from - 1);
      span.lost = lost;
      g_array_append_val (workdays->spans, span);
    }
}

TwWorkdays *
tw_workdays_new (TwCalendar *calendar)
{
  TwWorkdays *workdays = g_new0 (TwWorkdays, 1);

  workdays->weekdays = calendar != NULL ? calendar->working_days : 0x1f;
  for (int day = 0; day < 7; day++)
    {
      workdays->before[day] = workdays->per_week;
      if (workdays->weekdays & (1u << day))
        workdays->nth[workdays->per_week++] = day;
    }
  workdays->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  workdays->names = g_array_new (FALSE, FALSE, sizeof (Span));
  workdays->holidays = tw_list_ref (calendar != NULL ? calendar->holidays : NULL);
  TW_FOREACH (TwHoliday, holiday, workdays->holidays)
    {
      Span span = { holiday->date, holiday->date, 0, 0, holiday->name };

      if (holiday->date == TW_DATE_NONE)
        {
          span.from = holiday->from;
          span.to = holiday->to;
        }
      g_array_append_val (workdays->names, span);
    }
  g_array_sort (workdays->names, compare_spans);
  merge_spans (workdays);
  return workdays;
}

void
tw_workdays_free (TwWorkdays *workdays)
{
  g_array_unref (workdays->spans);
  g_array_unref (workdays->names);
  tw_list_unref (workdays->holidays);
  g_free (workdays);
}

gboolean
tw_workdays_is_working (TwWorkdays *workdays, TwDate date)
{
  Span *span = span_before (workdays, date);

  return (workdays->weekdays & (1u << tw_date_weekday (date))) != 0
         && (span == NULL || date > span->to);
}

const char *
tw_workdays_holiday (TwWorkdays *workdays, TwDate date)
{
  Span *span = span_before (workdays, date);

  if (span == NULL || date > span->to)
    return NULL;
  for (guint i = 0; i < workdays->names->len; i++)
    {
      Span *named = &g_array_index (workdays->names, Span, i);

      if (named->from <= date && date <= named->to)
        return named->name;
    }
  return NULL;
}

TwDate
tw_workdays_on_or_after (TwWorkdays *workdays, TwDate date)
{
  if (date > TW_DATE_MAX)
    return TW_DATE_MAX + 1;
  if (tw_workdays_is_working (workdays, date))
    return date;
  return MIN (nth_working (workdays, worked_to (workdays, date) + 1), TW_DATE_MAX + 1);
}

TwDate
tw_workdays_on_or_before (TwWorkdays *workdays, TwDate date)
{
  TwDate found;

  if (tw_workdays_is_working (workdays, date))
    return date;
  found = nth_working (workdays, worked_to (workdays, date));
  return found >= TW_DATE_MIN ? found : TW_DATE_NONE;
}

TwDate
tw_workdays_advance (TwWorkdays *workdays, TwDate date, int n)
{
  TwDate found;

  if (date > TW_DATE_MAX)
    return TW_DATE_MAX + 1;
  if (n == 0)
    return date;
  found = nth_working (workdays, worked_to (workdays, date) + n);
  if (found > TW_DATE_MAX)
    return TW_DATE_MAX + 1;
  return found >= TW_DATE_MIN ? found : TW_DATE_NONE;
}

int
tw_workdays_between (TwWorkdays *workdays, TwDate from, TwDate to)
{
  return worked_to (workdays, to) - worked_to (workdays, from);
}

TwDate
tw_workdays_desert (TwWorkdays *workdays)
{
  for (guint i = 0; i < workdays->spans->len; i++)
    {
      Span *span = &g_array_index (workdays->spans, Span, i);

      if (tw_workdays_on_or_after (workdays, span->from)
          >= tw_date_add_period (span->from, (TwPeriod){ 'Y', 10 }, 1))
        return span->from;
    }
  return TW_DATE_NONE;
}
