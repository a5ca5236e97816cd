/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-playbook.h"
#include "tw-schedule.h"

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

/* Something that the playbook has for a phase of the plan and that isn't there. */
typedef struct
{
  TwPbActivity *activity; /* borrowed from the playbook */
  char *reason;           /* why it was left out: 'needs 20,000 seats'; NULL: it fits */
} TwMissing;

/* What may be meant when an activity is typed into a phase of the plan: GPtrArray of TwMissing;
 * what the playbook has for this phase, in its order, then what for others and the motion lacks. */
GPtrArray *tw_playbook_suggestions (TwPlaybook *playbook, TwPlan *plan, const char *phase);
/* Adds one of these to a phase, whatever the reason, at at (G_MAXUINT: where the playbook has it);
 * with its checklist, and linked to what is there and not begun by MAKING.md's rule. */
TwPlan *tw_playbook_add_activity (TwPlaybook *playbook, TwPlan *plan, const char *phase,
                                  const char *activity, guint at, char **id, GError **error);
/* Adds a phase that a motion of the plan lacks, with all that fits of it, where the playbook has
 * it. Refused if nothing fits. */
TwPlan *tw_playbook_add_phase (TwPlaybook *playbook, TwPlan *plan, const char *motion,
                               const char *phase, char **id, GError **error);

/* What the playbook has for a stage of the plan (by its id there) and isn't in any of its stages:
 * GPtrArray of TwPbAdoptionItem; stages that the plan lacks: GPtrArray of TwPbStage. Borrowed from
 * the playbook, in its order. */
GPtrArray *tw_playbook_missing_items (TwPlaybook *playbook, TwPlan *plan, const char *stage);
GPtrArray *tw_playbook_missing_stages (TwPlaybook *playbook, TwPlan *plan);
/* Adds one of the missing items to its stage, item NULL: all of them; a missing stage with the
 * items of it that the plan lacks, stage NULL: all stages. Each comes where the playbook has it
 * and is due as in a new plan, unless that day is over. */
TwPlan *tw_playbook_add_items (TwPlaybook *playbook, TwSchedule *schedule, const char *stage,
                               const char *item, TwDate today, GError **error);
TwPlan *tw_playbook_add_stages (TwPlaybook *playbook, TwSchedule *schedule, const char *stage,
                                TwDate today, GError **error);
/* What would prove an adoption item of this kind (may be NULL), by the playbook or the built-in
 * one; NULL if they don't say. Borrowed. */
const char *tw_playbook_evidence (TwPlaybook *playbook, const char *item);

typedef enum
{
  TW_DIFFERENCE_LEFT_OUT, /* the playbook has it, the plan doesn't */
  TW_DIFFERENCE_ADDED,    /* the other way round */
  TW_DIFFERENCE_RENAMED,
} TwDifferenceKind;

typedef struct
{
  TwDifferenceKind kind;
  char *phase; /* the id of the plan's phase; NULL: a phase was left out, or the motion renamed */
  char *id;    /* in the plan (of an activity, phase or motion); of what was left out, the
                * playbook's */
  const char *name;  /* in the plan; of what was left out, the playbook's. Borrowed from it */
  const char *other; /* of what was renamed: its name in the playbook. Borrowed */
  char *reason;      /* why it was left out, as in TwMissing */
} TwDifference;

/* 'Compare with playbook' of one of the plan's motions: GPtrArray of TwDifference, phase by phase.
 * Empty for a motion that the playbook doesn't have. */
GPtrArray *tw_playbook_compare (TwPlaybook *playbook, TwPlan *plan, const char *motion);

G_END_DECLS
