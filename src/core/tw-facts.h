/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-health.h"

G_BEGIN_DECLS

/* What every page says of a plan (FACTS.md): made once for a plan, a day and a baseline; a value
 * that never changes and holds its plan and schedule. */

typedef struct _TwFacts TwFacts;

typedef struct
{
  TwStatus state; /* of an activity its status, of a group derived */
  int progress;   /* percent, rounded half up */
  gboolean overdue, late;
  gboolean in_baseline;
  TwDate baseline_start, baseline_finish; /* TW_DATE_NONE when not in it */
  TwStatus baseline_status;
  int slip; /* working days from the baseline's finish to the finish; 0 when not in it */
} TwNodeFacts;

/* One thing that happens on a day: of the next 14 days, or a milestone. */
typedef enum
{
  TW_EVENT_MEETING,
  TW_EVENT_START,
  TW_EVENT_END,
  TW_EVENT_OCCURRENCE,
  TW_EVENT_ENTRY,
  TW_EVENT_ADOPTION_ITEM,
  TW_EVENT_NEXT_ACTION,
  TW_EVENT_SLICE_NEXT,
  TW_EVENT_SLICE_DEPLOY,
  TW_EVENT_SLICE_UNBLOCK,
  TW_EVENT_MILESTONE, /* from here on only among milestones */
  TW_EVENT_HANDOVER,
  TW_EVENT_DECISION,
  TW_EVENT_DEADLINE,
} TwEventKind;

typedef struct
{
  TwEventKind kind;
  TwDate date;
  gpointer record;      /* TwMeeting, TwActivity, TwRecurring, TwEntry, TwAdoptionItem, TwNote,
                           TwSlice; of a hand-over the TwMotion that ends; NULL: the deadline */
  TwWorkload *workload; /* of a slice */
  TwPerson *owner;      /* shown, or NULL */
  int node;             /* its number in the index, or -1 */
} TwEvent;

/* baseline may be NULL; playbook NULL: the built-in one. */
TwFacts *tw_facts_new (TwSchedule *schedule, TwPlaybook *playbook, TwDate today,
                       TwBaseline *baseline);
TwFacts *tw_facts_ref (TwFacts *facts);
void tw_facts_unref (TwFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwFacts, tw_facts_unref)

TwPlan *tw_facts_plan (TwFacts *facts);
TwSchedule *tw_facts_schedule (TwFacts *facts);
TwPlaybook *tw_facts_playbook (TwFacts *facts);
TwDate tw_facts_today (TwFacts *facts);
TwBaseline *tw_facts_baseline (TwFacts *facts);
const TwHealth *tw_facts_health (TwFacts *facts);

const TwNodeFacts *tw_facts_node (TwFacts *facts, guint node);
const TwNodeFacts *tw_facts_find (TwFacts *facts, const char *id);
/* Of the plan as a whole: state and progress. */
const TwNodeFacts *tw_facts_plan_node (TwFacts *facts);
/* The current phase's node number; -1: finished, or there is none. */
int tw_facts_current_phase (TwFacts *facts);

/* The person shown for an owner id and roles: the owner, else the first with one of the roles in
 * their order; NULL if nobody. */
TwPerson *tw_owner_shown (TwPlan *plan, const char *owner, TwList *roles);
/* Of a check or adoption item: by role. */
TwPerson *tw_role_owner_shown (TwPlan *plan, const char *owner, const char *role);
/* The owners of a phase's activities that count, by days, at most two; returns how many. */
guint tw_facts_phase_owners (TwFacts *facts, guint phase, TwPerson *owners[2]);
/* Initials for a badge: "JW". Free with g_free(). */
char *tw_person_initials (TwPerson *person);

/* Events in order, arrays of TwEvent; borrowed. */
GArray *tw_facts_next_days (TwFacts *facts); /* today to today + 14 */
GArray *tw_facts_milestones (TwFacts *facts);

/* Since the baseline; arrays of node numbers (guint) of activities, in plan order; gone: array
 * of TwBaselineItem pointers. All empty without a baseline. */
typedef struct
{
  GArray *finished, *slipped, *added;
  GPtrArray *gone;
} TwChanges;
const TwChanges *tw_facts_changes (TwFacts *facts);

/* A check or adoption item that is due before today and not done. */
gboolean tw_is_item_overdue (TwDate due, TwDate done, TwDate today);
/* Open issues, then open risks by severity: GPtrArray of TwEntry; borrowed. */
GPtrArray *tw_facts_blockers (TwFacts *facts);
/* Done and all items of a stage; current: while the one before it is at least 80 % done and it
 * is not. */
typedef struct
{
  guint done, n, overdue;
  gboolean current;
} TwStageFacts;
void tw_facts_stage (TwFacts *facts, guint stage, TwStageFacts *out);

/* The activities of an approach that count, and its state, by the rule of a phase. */
typedef struct
{
  guint done, blocked, n;
  TwStatus state;
} TwApproachFacts;
void tw_facts_approach (TwFacts *facts, TwApproach *approach, TwApproachFacts *out);

/* DIBS by FACTS.md: bits 1 D, 2 I, 4 B, 8 S for letters on record. */
guint tw_slice_dibs (TwSlice *slice);
guint tw_workload_dibs (TwWorkload *workload);

G_END_DECLS
