/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-facts.h"

G_BEGIN_DECLS

/* The executive summary: what is proposed from the facts, or a text of one's own together with
 * what was proposed when it was written. */
typedef enum
{
  TW_SUMMARY_PROPOSED, /* no text of one's own */
  TW_SUMMARY_WRITTEN,
  TW_SUMMARY_OUTDATED, /* written, and the proposal is another one now */
} TwSummaryState;

/* What is proposed now, by the names that the customer reads; free with g_free(). */
char *tw_summary_proposal (TwFacts *facts);
TwSummaryState tw_summary_state (TwFacts *facts);
/* Writes the text with what is proposed now; NULL or "": none of one's own. The same
 * text once more says that it still holds. */
TwPlan *tw_edit_summary (TwFacts *facts, const char *text, GError **error);

G_END_DECLS
