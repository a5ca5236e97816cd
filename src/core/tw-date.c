/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-date.h"

TwDate
tw_date_new (int year, int month, int day)
{
  GDate date;

  if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return TW_DATE_NONE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

/* The number of exactly n digits, or -1. */
static int
digits (const char *text, int n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }
  return value;
}

TwDate
tw_date_parse (const char *text)
{
  if (text == NULL || strlen (text) != TW_DATE_LENGTH - 1 || text[4] != '-' || text[7] != '-')
    return TW_DATE_NONE;
  return tw_date_new (digits (text, 4), digits (text + 5, 2), digits (text + 8, 2));
}

const char *
tw_date_iso (TwDate date, char buffer[TW_DATE_LENGTH])
{
  int year, month, day;

  buffer[0] = '\0';
  if (date == TW_DATE_NONE)
    return buffer;
  tw_date_split (date, &year, &month, &day);
  for (int i = 3; i >= 0; i--, year /= 10)
    buffer[i] = (char) ('0' + year % 10);
  buffer[4] = buffer[7] = '-';
  buffer[5] = (char) ('0' + month / 10);
  buffer[6] = (char) ('0' + month % 10);
  buffer[8] = (char) ('0' + day / 10);
  buffer[9] = (char) ('0' + day % 10);
  buffer[10] = '\0';
  return buffer;
}

void
tw_date_split (TwDate date, int *year, int *month, int *day)
{
  GDate parts;

  g_date_clear (&parts, 1);
  g_date_set_julian (&parts, date);
  if (year != NULL)
    *year = g_date_get_year (&parts);
  if (month != NULL)
    *month = (int) g_date_get_month (&parts);
  if (day != NULL)
    *day = g_date_get_day (&parts);
}

int
tw_date_weekday (TwDate date)
{
  return (int) ((date - 1) % 7);
}

TwDate
tw_date_add_period (TwDate date, TwPeriod period, int count)
{
  gint64 n = (gint64) period.count * count;
  int year, month, day;
  gint64 months;

  if (period.unit == 'D' || period.unit == 'W')
    return (TwDate) MIN (date + n * (period.unit == 'W' ? 7 : 1), (gint64) TW_DATE_MAX + 1);
  tw_date_split (date, &year, &month, &day);
  months = year * 12 + (month - 1) + n * (period.unit == 'Y' ? 12 : 1);
  if (months / 12 > 9999)
    return TW_DATE_MAX + 1;
  year = (int) (months / 12);
  month = (int) (months % 12) + 1;
  day = MIN (day, g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year));
  return tw_date_new (year, month, day);
}

gboolean
tw_period_parse (const char *text, TwPeriod *period)
{
  int count = 0;

  if (text == NULL || *text++ != 'P' || *text == '0')
    return FALSE;
  for (; g_ascii_isdigit (*text) && count <= 1000; text++)
    count = count * 10 + (*text - '0');
  if (count < 1 || count > 1000 || *text == '\0' || strchr ("DWMY", *text) == NULL
      || text[1] != '\0')
    return FALSE;
  *period = (TwPeriod){ *text, count };
  return TRUE;
}
