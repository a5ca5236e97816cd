/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-index.h"

G_BEGIN_DECLS

typedef enum
{
  TW_AUDIENCE_CUSTOMER,
  TW_AUDIENCE_INTERNAL,
} TwAudience;

/* The plan fit for the audience: for the internal edition a new reference to plan itself, for
 * the customer a plan without anything internal (FORMAT.md, The customer's copy). Dates must be
 * computed on the whole plan and looked up by id. */
TwPlan *tw_audience_copy (TwPlan *plan, TwPlaybook *playbook, TwAudience audience);
/* What the copy has of a record of the whole plan; NULL: the audience doesn't see it. */
gpointer tw_audience_record (TwPlan *copy, gpointer record);
/* Whether a record is internal in force. */
gboolean tw_record_is_internal (gpointer record);

G_END_DECLS
