/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-playbook.h"

G_BEGIN_DECLS

/* Adding parts of a playbook to a plan that is there already, and taking them out again: edits
 * like those of tw-edit.h, by the rules of MAKING.md. Scope are the plan's own workloads and
 * approaches, and the customer's seats; new ids are random. */

typedef struct
{
  const char *motion; /* of the playbook */
  const char *from; /* its first phase; NULL: where the hand-over from `after` says, else its own */
  const char *to;   /* its last phase; NULL: its own */
  const char *after; /* the plan's motion that it takes over from, or one of its phases; NULL: none,
                      * it runs beside the others */
  guint at;          /* place among the plan's motions; G_MAXUINT: the end */
} TwMotionRequest;

/* Adds a motion; *id (may be NULL) gets its id, to be released with g_ref_string_release(). A
 * motion that the plan has already comes in once more, beside it. */
TwPlan *tw_playbook_add_motion (TwPlaybook *playbook, TwPlan *plan, const TwMotionRequest *request,
                                char **id, GError **error);

/* Adds an approach: its record, workloads of its KPIs that the plan lacks, and to the phases of
 * the plan's motions its own activities and the optional details that it names. *sentence (may be
 * NULL) says how many went where: '3 activities: 2 in Assess, 1 in Enable'. */
TwPlan *tw_playbook_add_approach (TwPlaybook *playbook, TwPlan *plan, const char *approach,
                                  char **sentence, GError **error);
/* What removing an approach of the plan (by its id there) has to ask about: its activities on
 * which something was recorded. GPtrArray of TwActivity, borrowed from the plan. */
GPtrArray *tw_playbook_approach_recorded (TwPlaybook *playbook, TwPlan *plan, const char *approach);
/* Removes an approach: what it alone brought goes, if nothing was recorded on it, and what of the
 * recorded is named in also (ids, NULL-terminated; may be NULL). The rest stays without the tag.
 * *sentence (may be NULL) says how many went and how many stay. */
TwPlan *tw_playbook_remove_approach (TwPlaybook *playbook, TwPlan *plan, const char *approach,
                                     const char *const *also, char **sentence, GError **error);

G_END_DECLS
