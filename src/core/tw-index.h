/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-plan.h"

G_BEGIN_DECLS

/* The nodes of a plan by number, in the order of the file: each motion, then its phases, each
 * with its activities. The plan itself is not a node. Never changes; holds a reference to the
 * plan. Recurring activities are found, but have no number. What the dates come from stands in
 * the node: to fetch it from each record, far apart in memory, takes a large plan longer than to
 * compute its dates. */
typedef struct
{
  TwKind kind; /* MOTION, PHASE or ACTIVITY */
  gpointer record;
  const char *id;
  gint parent;   /* number of the phase or motion above, -1 for a motion */
  guint end;     /* the first node after all that lies below this one */
  guint at;      /* place in its list */
  TwList *after; /* as given */
  TwDate start;  /* pin */
  int days;      /* 0 for a motion */
  /* Of an activity. */
  TwStatus status;
  TwDate started, finished;
} TwNode;

TwIndex *tw_index_new (TwPlan *plan);
TwIndex *tw_index_ref (TwIndex *index);
void tw_index_unref (TwIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwIndex, tw_index_unref)

guint tw_index_n_nodes (TwIndex *index);
/* Borrowed; valid as long as the index. */
TwNode *tw_index_node (TwIndex *index, guint number);
/* The number of the node with this id, or -1. */
int tw_index_find (TwIndex *index, const char *id);
TwRecurring *tw_index_recurring (TwIndex *index, const char *id, TwMotion **motion);
/* Typed look-ups, NULL if there is none of that kind. */
TwActivity *tw_index_activity (TwIndex *index, const char *id);
TwPhase *tw_index_phase (TwIndex *index, const char *id);
/* Those of ids in their order that aren't below another of them: what is done to a group is done to
 * all that is in it. Borrowed, NULL-terminated; free the vector with g_free(). */
const char **tw_index_topmost (TwIndex *index, const char *const *ids);
/* Where the node stands, for tw_plan_set() and messages. */
void tw_index_place (TwIndex *index, guint number, TwPlace *place);
/* The id of the phase before this one in its motion (what an absent `after` stands for), or
 * NULL for the first. */
const char *tw_index_phase_before (TwIndex *index, guint phase);

G_END_DECLS
