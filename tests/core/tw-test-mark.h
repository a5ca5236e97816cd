/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-plan.h"

/* Plans in which everything that the customer mustn't see says so. */

#define TW_TEST_MARK "SECRET"
#define TW_TEST_MARK_UNKNOWN TW_TEST_MARK "-UNKNOWN"
/* In no other day of the plan. */
#define TW_TEST_MARK_YEAR "2087"

/* A plan of a round, which is always the same one: the example with other records internal and
 * other customer names, in every second round one of other motions and approaches of the
 * playbook. Each string that is internal is a marker, each day that is
 * is of TW_TEST_MARK_YEAR, and each record has an unknown member that
 * says TW_TEST_MARK_UNKNOWN. *n: how many markers, from 1 on. */
TwPlan *tw_test_marked_plan (guint round, guint *n);
/* The marker of a number; free with g_free(). */
char *tw_test_marker (guint number);
/* Writes TW_TEST_MARK into all that a person could have written into a plan, which nobody else has
 * seen, and that isn't part of what it is built of: notes, names of people, titles. How many. */
guint tw_test_mark_recorded (TwPlan *plan);
