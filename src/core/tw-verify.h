/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-playbook.h"

G_BEGIN_DECLS

#define TW_ACTIVITIES_MAX 100000

/* One thing that a plan has wrong. */
typedef struct
{
  gpointer record;    /* in which it is, borrowed from the plan */
  const char *member; /* static; NULL: the record as a whole */
  char *path;         /* motions[1].phases[0].after[2] */
  char *message;      /* translated */
} TwBreach;

void tw_breach_free (TwBreach *breach);

/* What an edit may have written past the tables, and what no table says: unique ids, references
 * that exist and fit, links that can be, statuses and dates that agree, days that can be worked,
 * nothing after 9999. GPtrArray of TwBreach in the order of the plan, 100 at most, transfer full;
 * empty if all is well. */
GPtrArray *tw_plan_verify (TwPlan *plan);
/* The same for a playbook: ids that are unique in their list, defaults that are there, periods and
 * bounds that a plan takes. */
GPtrArray *tw_playbook_verify (TwPlaybook *playbook);
/* Adds to faults what breaches tell of records that were read from bytes, and where
 * (tw_json_read()). Takes over breaches. */
void tw_breaches_tell (GPtrArray *breaches, GHashTable *offsets, const char *bytes, gsize length,
                       GPtrArray *faults);

G_END_DECLS
