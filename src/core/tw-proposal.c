/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-audience.h"
#include "tw-edit.h"
#include "tw-proposal.h"
#include "tw-words.h"

char *
tw_summary_proposal (TwFacts *facts)
{
  g_autoptr (TwPlan) copy
      = tw_audience_copy (tw_facts_plan (facts), tw_facts_playbook (facts), TW_AUDIENCE_CUSTOMER);

  return tw_words_summary (facts, copy);
}

TwSummaryState
tw_summary_state (TwFacts *facts)
{
  TwPlan *plan = tw_facts_plan (facts);
  g_autofree char *proposal = NULL;

  if (plan->summary == NULL)
    return TW_SUMMARY_PROPOSED;
  if (plan->summary_basis == NULL)
    return TW_SUMMARY_WRITTEN; /* nobody knows what it was made from */
  proposal = tw_summary_proposal (facts);
  return g_str_equal (proposal, plan->summary_basis) ? TW_SUMMARY_WRITTEN : TW_SUMMARY_OUTDATED;
}

TwPlan *
tw_edit_summary (TwFacts *facts, const char *text, GError **error)
{
  static const TwPlace top = { 0 };
  g_autofree char *proposal = tw_summary_proposal (facts);
  gboolean own = text != NULL && *text != '\0';
  g_autoptr (TwPlan) written
      = tw_plan_set (tw_facts_plan (facts), &top, tw_record_type_field (&tw_plan_type, "summary"),
                     (TwValue){ .string = own ? (char *) text : NULL }, error);

  if (written == NULL)
    return NULL;
  return tw_plan_set (written, &top, tw_record_type_field (&tw_plan_type, "summary_basis"),
                      (TwValue){ .string = own ? proposal : NULL }, error);
}
