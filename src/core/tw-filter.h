/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-plan.h"

G_BEGIN_DECLS

/* Which of a plan's activities are to be seen. */

typedef enum
{
  TW_FILTER_OWNER,    /* id of the person who is shown as the owner */
  TW_FILTER_SIDE,     /* word of the owner's side */
  TW_FILTER_APPROACH, /* id */
  TW_FILTER_WORKLOAD, /* id */
  TW_FILTER_STATUS,   /* word of the status */
  TW_FILTER_OPEN,     /* any: what is done or skipped isn't seen */
  TW_N_FILTERS,
} TwFilterBy;

/* What each of them has to be; NULL: anything. All must hold. */
typedef struct
{
  char *by[TW_N_FILTERS];
} TwFilter;

/* FALSE: everything is seen. */
gboolean tw_filter_is_on (const TwFilter *filter);
void tw_filter_set (TwFilter *filter, TwFilterBy by, const char *value);
void tw_filter_clear (TwFilter *filter);
/* Lets go of what the plan has no more; TRUE if there was something. */
gboolean tw_filter_follow (TwFilter *filter, TwPlan *plan);
gboolean tw_filter_has_activity (const TwFilter *filter, TwPlan *plan, TwActivity *activity);
/* A recurring activity has an owner; of an approach, a workload or a status there is none. */
gboolean tw_filter_has_recurring (const TwFilter *filter, TwPlan *plan, TwRecurring *recurring);

G_END_DECLS
