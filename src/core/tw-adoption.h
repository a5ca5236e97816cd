/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-facts.h"

G_BEGIN_DECLS

/* The adoption continuum: what its stages, items and enablers (SSAT) have for themselves. What
 * isn't here is edited as any record, by tw-edit.h; what the playbook has for them is in
 * tw-playbook-add.h. */

/* Whether an item names the workload; NULL: any item will do. */
gboolean tw_item_is_for (TwAdoptionItem *item, const char *workload);
/* As tw_facts_stage(), of the items that name a workload (NULL: of all). Whether the stage is
 * current doesn't hang on it. */
void tw_facts_stage_for (TwFacts *facts, guint stage, const char *workload, TwStageFacts *out);
/* Of all stages together; none of them is current. */
void tw_facts_adoption (TwFacts *facts, const char *workload, TwStageFacts *out);

/* "8 of 20 done, 1 overdue". Free with g_free(). */
char *tw_words_stage_count (const TwStageFacts *own);
/* When a stage is, by the dates of its items: "November to January", "From go-live", and whether
 * we are in it. Free with g_free(); NULL if there is nothing to say. */
char *tw_words_stage (TwFacts *facts, guint stage);
/* Translated. */
const char *tw_words_enabler (TwEnablerKind kind);
const char *tw_words_enabler_state (TwEnablerState state);
/* "Stakeholders: Done · Training: Partly", of those that the plan has; NULL if there
 * are none. Free with g_free(). */
char *tw_words_enablers (TwPlan *plan);

/* The plan's record of a kind; NULL: nothing was said of it, it is open. */
TwEnabler *tw_plan_enabler (TwPlan *plan, TwEnablerKind kind);
/* Writes a member of the enabler of this kind (its word), which needn't be there yet. */
TwPlan *tw_edit_enabler (TwPlan *plan, const char *kind, const char *member, TwValue value,
                         GError **error);
/* A copy of an item behind it, without dates, tick and evidence; *new_id (may be NULL) gets its
 * id, to be released with g_ref_string_release(). */
TwPlan *tw_edit_duplicate_item (TwPlan *plan, const char *id, char **new_id, GError **error);

G_END_DECLS
