/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-plan.h"
#include "tw-schedule.h"

/* A plan from a string: "m1: h1: a1 5, a2 3 after a1; h2: a3 0". Ids begin with their letter; a
 * motion and a phase end with a colon, an activity has its days. Behind them may stand after ID…,
 * pin DATE, done DATE, started DATE, skipped. Starts on Monday, 2 November 2026. */
TwPlan *tw_test_plan (const char *text);
/* A plan of the file's format with these members beside those that are required, written with '
 * for ": "'deadline':'2027-06-30'". Starts on the same day. */
TwPlan *tw_test_plan_of (const char *members);
/* The example plan. */
TwPlan *tw_test_contoso (void);
/* The path of a file of the source tree; free with g_free(). */
char *tw_test_path (const char *name);
/* START/FINISH of a node as ISO dates, in a static buffer. */
const char *tw_test_dates (TwSchedule *schedule, const char *id);
/* A schedule that must be possible. */
TwSchedule *tw_test_schedule (TwPlan *plan);
