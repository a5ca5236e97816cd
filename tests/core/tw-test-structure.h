/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-plan.h"

/* What a plan is built of, as text: motions, phases, activities, recurring, checklists, links and
 * approaches by their names, without ids, kinds, dates, people or anything recorded. Free with
 * g_free(). */
char *tw_test_structure (TwPlan *plan);
/* Fails with the first line in which two plans differ; FALSE: links aside. */
void tw_test_same_structure (TwPlan *one, TwPlan *other, gboolean links);
