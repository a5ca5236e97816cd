/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-types.h"

G_BEGIN_DECLS

/* A day as its Julian day number (GDate's), so that days are counted by subtraction.
 * 0 is none. Every day of a plan lies between TW_DATE_MIN and TW_DATE_MAX. */
typedef guint32 TwDate;

#define TW_DATE_NONE ((TwDate) 0)
#define TW_DATE_MIN ((TwDate) 693596)  /* 1900-01-01 */
#define TW_DATE_MAX ((TwDate) 3652059) /* 9999-12-31 */

/* Room for an ISO date and its end. */
#define TW_DATE_LENGTH 11

/* A duration of one unit, ISO 8601: P2W, P1M. */
typedef struct
{
  char unit; /* 'D', 'W', 'M' or 'Y' */
  int count; /* 1 to 1,000 */
} TwPeriod;

/* The day of a calendar date; TW_DATE_NONE if there is no such day between 1900 and 9999. */
TwDate tw_date_new (int year, int month, int day);
/* The day written as YYYY-MM-DD, and nothing else; TW_DATE_NONE if it isn't one. */
TwDate tw_date_parse (const char *text);
/* Writes YYYY-MM-DD, or "" for none, into buffer and returns it. */
const char *tw_date_iso (TwDate date, char buffer[TW_DATE_LENGTH]);
/* Splits a day; each pointer may be NULL. */
void tw_date_split (TwDate date, int *year, int *month, int *day);
/* 0 is Monday, 6 is Sunday. */
int tw_date_weekday (TwDate date);
/* count × period after date, counted from date itself; a month's end clips.
 * May lie after TW_DATE_MAX; never wraps. */
TwDate tw_date_add_period (TwDate date, TwPeriod period, int count);
/* Reads P2W and the like. FALSE if text isn't one of n D, W, M or Y with n from 1 to 1,000. */
gboolean tw_period_parse (const char *text, TwPeriod *period);

G_END_DECLS
