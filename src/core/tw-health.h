/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-playbook.h"
#include "tw-schedule.h"

G_BEGIN_DECLS

/* Health by domain.md section 7 and FACTS.md: pure arithmetic on readings and seats. */

#define TW_LEVEL_NONE (-1) /* not rated */

typedef struct
{
  TwPbHealthComponent *component; /* of the playbook, borrowed */
  TwWorkload *workload;           /* the one whose newest reading counts; NULL if unknown */
  double percent;                 /* -1: unknown */
  gboolean above;                 /* above the group's green bound */
  TwDate expected;                /* forecast day of being above; TW_DATE_NONE: none or above */
} TwHealthComponent;

typedef struct
{
  TwPbHealthGroup *group;
  int level; /* TwHealthLevel RED, YELLOW, GREEN or TW_LEVEL_NONE */
  guint n_components;
  TwHealthComponent components[4];
  TwDate expected; /* forecast day of green; TW_DATE_NONE: none, or green already */
} TwHealthGroup;

typedef struct
{
  int level; /* TwHealthLevel or TW_LEVEL_NONE */
  guint n_groups, n_green;
  TwHealthGroup groups[4];
  int next_level;       /* the next step up that the forecast gives, or TW_LEVEL_NONE */
  TwDate next_expected; /* and its day */
  int last_level;       /* the highest that the forecasts lead to, with its day */
  TwDate last_expected;
} TwHealth;

/* Fills health from the plan's workloads. Borrows from plan and playbook. */
void tw_health (TwPlan *plan, TwPlaybook *playbook, TwHealth *health);
/* Newest reading ÷ entitled in percent; -1 without either. reading may be NULL. */
double tw_workload_usage (TwWorkload *workload, TwReading **reading);
/* A usage as a whole number, rounded half up; 9,999 is the most that is told. */
int tw_usage_percent (double usage);
TwReading *tw_workload_newest_reading (TwWorkload *workload);

G_END_DECLS
