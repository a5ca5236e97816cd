/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-schedule.h"

G_BEGIN_DECLS

/* Edits of the whole plan. */

/* 'Move Plan…'. gate NULL: the kick-off moves to to; else the node with this id does, and with it
 * what comes later. By as many working days move the pins of what hasn't begun, due dates of open
 * items, target dates and first days of recurring items that lie on or after today (TW_DATE_NONE:
 * all) and, with a gate, on or after its start. What is done stays, as do the deadline, meetings
 * and promised next actions. A gate that is held lands where it can. NULL and an error if it is
 * done or isn't there. */
TwPlan *tw_edit_move_plan (TwSchedule *schedule, const char *gate, TwDate to, TwDate today,
                           GError **error);
/* Whether a node may be such a gate: something in it is still to begin. */
gboolean tw_edit_can_move_from (TwIndex *index, guint node);
/* What a move does, in sentences: 'Pilot moves from 3 to 17 March', a line for each phase whose
 * start is another one, and one for the plan's end. Free with g_strfreev(). */
GStrv tw_edit_describe_move (TwSchedule *before, TwSchedule *after);
/* The plan with customer in the place of its customer's name (with or without its legal form) in
 * names and texts of items, and people's names blotted out. */
TwPlan *tw_edit_without_names (TwPlan *plan, const char *customer);
/* 'Copy for Another Customer…': the plan's motions, approaches, workloads and adoption items with
 * their pins and due dates, moved to the new kick-off, under a new id. All else is forgotten: what
 * was done, people, target dates, readings, notes, evidence, summary, journal, meetings, register
 * and baselines, and what isn't known. */
TwPlan *tw_edit_copy_for (TwPlan *plan, const char *customer, TwDate start, GError **error);

G_END_DECLS
