/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-date.h"
#include "tw-plan.h"

G_BEGIN_DECLS

/* The working days of a plan, made ready for counting: every call but tw_workdays_holiday(),
 * which looks through them, is logarithmic in the number of holidays. Made of a TwCalendar record;
 * never changes. */

/* calendar may be NULL: Monday to Friday, no holidays. Free with tw_workdays_free(). */
TwWorkdays *tw_workdays_new (TwCalendar *calendar);
void tw_workdays_free (TwWorkdays *workdays);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwWorkdays, tw_workdays_free)

gboolean tw_workdays_is_working (TwWorkdays *workdays, TwDate date);
/* The name of the holiday that covers date, or NULL; borrowed from the calendar record. */
const char *tw_workdays_holiday (TwWorkdays *workdays, TwDate date);
/* date if it is working, else the next working day; TW_DATE_MAX + 1 if there is none. */
TwDate tw_workdays_on_or_after (TwWorkdays *workdays, TwDate date);
/* date if it is working, else the last working day before it; TW_DATE_NONE if none since 1900. */
TwDate tw_workdays_on_or_before (TwWorkdays *workdays, TwDate date);
/* The n-th working day after the working day date (before it, if n is negative);
 * date itself for 0. TW_DATE_MAX + 1 or TW_DATE_NONE where there is no such day. */
TwDate tw_workdays_advance (TwWorkdays *workdays, TwDate date, int n);
/* Working days after from up to and with to; negative when to lies before from. */
int tw_workdays_between (TwWorkdays *workdays, TwDate from, TwDate to);
/* The first day of ten years without a working day, or TW_DATE_NONE if there are none. */
TwDate tw_workdays_desert (TwWorkdays *workdays);

G_END_DECLS
