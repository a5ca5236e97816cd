/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-edit.h"

G_BEGIN_DECLS

/* A drag before it is made: the plan and the dates that come of it, whom it pushes, and the words
 * for all that. The pointer shows it while it drags, keys once they did it, and both make the
 * same plan. Never changes. */
typedef struct
{
  TwSchedule *before, *after; /* numbers of nodes are the same in both */
  TwGrip grip;
  GArray *moved;        /* guint, rising: the nodes that are dragged, with all below them */
  GArray *pushed;       /* guint, rising: other activities that count and get other dates */
  guint n_later;        /* of pushed: those that come later */
  TwDate start, finish; /* of all that is dragged, after it */
  int days;             /* working days by which it moved, or got longer */
  char *note;           /* the go-live that moves, or what holds it; NULL: nothing to say */
} TwTrial;

/* What tw_edit_drag() would do; NULL and its error where it refuses. nodes: not empty. */
TwTrial *tw_trial_new (TwSchedule *schedule, const char *const *nodes, TwGrip grip, int n,
                       GError **error);
TwTrial *tw_trial_ref (TwTrial *trial);
void tw_trial_unref (TwTrial *trial);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwTrial, tw_trial_unref)

/* Dates; working days moved, or what it lasts; how many it pushes; the note, if there is one. Free
 * with g_strfreev(). today: years are told where they aren't this one. */
GStrv tw_trial_lines (TwTrial *trial, TwDate today);
/* The same with the name before it, for screen readers. */
char *tw_trial_words (TwTrial *trial, TwDate today);
/* n of tw_trial_new() for moving a grip of node to a day: to the nearest working day. */
int tw_trial_days_to (TwSchedule *schedule, const char *node, TwGrip grip, TwDate day);

G_END_DECLS
