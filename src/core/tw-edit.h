/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-playbook.h"
#include "tw-schedule.h"

G_BEGIN_DECLS

/* Edits: plan, arguments → new plan. Each returns a new reference, or NULL and an error whose
 * message is what the person is told. What an edit changes is copied along its path, all else
 * shared. An edit that changes nothing returns the plan itself (a new reference). Functions that
 * need dates take the plan's schedule and work on its plan. */

/* Writes one member of the record at place; checked by the field's table (range, length, words,
 * references that exist), not by rules between members. */
TwPlan *tw_plan_set (TwPlan *plan, const TwPlace *place, const TwField *field, TwValue value,
                     GError **error);
/* A plan in which the record at place, and what lies above it, is a copy that the caller may
 * write until the plan is published: *record. For edits of more than one member. */
TwPlan *tw_plan_open (TwPlan *plan, const TwPlace *place, gpointer *record);
/* As tw_plan_set() with the member's name, for the record of type with this id. */
TwPlan *tw_plan_set_by_id (TwPlan *plan, const TwRecordType *type, const char *id,
                           const char *member, TwValue value, GError **error);
/* In the list field of the record at place: removes n_removed records at at and puts in those of
 * added (may be NULL). No rule but the table's is applied: what points to a removed record is
 * cleared by tw_edit_delete(). */
TwPlan *tw_plan_splice (TwPlan *plan, const TwPlace *place, const TwField *field, guint at,
                        guint n_removed, TwList *added, GError **error);
/* The letter with which new ids of records of a type begin. */
char tw_id_letter (const TwRecordType *type);
/* The ids of all records in plan: a set of strings by tw_id_new(). */
GHashTable *tw_plan_ids (TwPlan *plan);
/* A new id: the type's letter and six random characters, not in ids, to which it is added; as by
 * tw_id_new(), release with g_ref_string_release(). */
char *tw_ids_new (GHashTable *ids, const TwRecordType *type);
/* The same for a plan, of which it needs one alone. */
char *tw_plan_new_id (TwPlan *plan, const TwRecordType *type);

/* FACTS.md, Edits. Days and n count working days unless told otherwise. node is an id. */
TwPlan *tw_edit_move (TwSchedule *schedule, const char *node, TwDate to, char **sentence,
                      GError **error); /* an activity to a day, a group so that it starts there */
TwPlan *tw_edit_right_end (TwSchedule *schedule, const char *activity, TwDate finish,
                           GError **error);
TwPlan *tw_edit_left_end (TwSchedule *schedule, const char *activity, TwDate start, char **sentence,
                          GError **error);
/* What a bar is taken by. */
typedef enum
{
  TW_GRIP_BODY,
  TW_GRIP_LEFT,
  TW_GRIP_RIGHT,
} TwGrip;
/* What a drag of the bars by n working days does: the three edits above for several nodes, what is
 * below another of them only with it. */
TwPlan *tw_edit_drag (TwSchedule *schedule, const char *const *nodes, TwGrip grip, int n,
                      char **sentence, GError **error);
TwPlan *tw_edit_link (TwSchedule *schedule, const char *node, const char *after, GError **error);
/* Removing the implied link of a phase writes the rest, or []. */
TwPlan *tw_edit_unlink (TwSchedule *schedule, const char *node, const char *after, GError **error);
/* Sets the status by FACTS.md's rules (done, not done, skip, block, begin); reason is kept for
 * blocked and skipped, may be NULL. */
TwPlan *tw_edit_status (TwSchedule *schedule, const char *activity, TwStatus status,
                        const char *reason, TwDate today, GError **error);
/* The owner (NULL: nobody) of an activity or a recurring one; of a group, of all activities in it.
 */
TwPlan *tw_edit_owner (TwPlan *plan, const char *node, const char *owner, GError **error);
/* As a person edits a member of a record: by FACTS.md's rule where there is one (the start, status
 * and actual dates of activities, the pin of a group, closing a register entry), else as
 * tw_plan_set_by_id(). *sentence (may be NULL) says what the edit did, where that isn't plain. */
TwPlan *tw_edit_member (TwSchedule *schedule, const TwRecordType *type, const char *id,
                        const char *member, TwValue value, TwDate today, char **sentence,
                        GError **error);
/* Deletes a record of any type: successors of a node take over its predecessors; what points to
 * it is cleared. *sentence (may be NULL) says how much was touched. */
TwPlan *tw_edit_delete (TwPlan *plan, const TwRecordType *type, const char *id, char **sentence,
                        GError **error);
/* How many places point to a record, for the question before it is removed. */
guint tw_plan_count_uses (TwPlan *plan, const TwRecordType *type, const char *id);
/* Copies behind the original, by FACTS.md's duplicate; what is below another of them only with it.
 * *new_ids (may be NULL) gets the ids. */
TwPlan *tw_edit_duplicate (TwPlan *plan, const char *const *nodes, GStrv *new_ids, GError **error);
/* What is copied from one plan to be pasted into this or another one: the nodes with all they hold,
 * as JSON; what is below another of them only with it. Of what they name outside of themselves
 * (owners, workloads, approaches) the names come along, to be found again in another plan. */
#define TW_CLIP_MIME "application/x-trackway-clip+json"
GBytes *tw_clip_new (TwPlan *plan, const char *const *nodes);
/* Puts copies of what was copied behind the node called behind (into it, where it is a phase or a
 * motion that takes such), by the rule of duplicate. What names something that the plan hasn't got
 * names it no more. *new_ids (may be NULL) gets the ids. */
TwPlan *tw_edit_paste (TwPlan *plan, GBytes *clip, const char *behind, GStrv *new_ids,
                       GError **error);
/* As above from plain text: an activity a line, called by what stands before a tab. */
TwPlan *tw_edit_paste_lines (TwPlan *plan, const char *text, const char *behind, GStrv *new_ids,
                             GError **error);
/* edited, or plan itself where nothing in it differs. Takes over edited. */
TwPlan *tw_edit_or_same (TwPlan *plan, TwPlan *edited);
/* edited as it is (NULL stays NULL), or an error if its links can't be. Takes over edited. */
TwPlan *tw_edit_if_possible (TwPlan *edited, GError **error);
/* As above for an edit of members that have rules between them: all that the
 * reader would refuse. */
TwPlan *tw_edit_if_sound (TwPlan *edited, GError **error);
/* Moves a record to stand at at in the list of the same kind below parent (its id; NULL for the
 * plan's own lists). Refused where links would close a circle. Works for activities, phases,
 * motions, checks, adoption items, stages and the plan's lists. */
TwPlan *tw_edit_relocate (TwPlan *plan, const TwRecordType *type, const char *id,
                          const char *parent, guint at, GError **error);
/* One edit of several nodes, each on the plan that the one before made. */
typedef TwPlan *(*TwEditFunc) (TwSchedule *schedule, const char *id, gpointer data, GError **error);
TwPlan *tw_edit_each (TwSchedule *schedule, const char *const *ids, TwEditFunc func, gpointer data,
                      GError **error);
/* The same for edits that change nothing but members of the node: dates are computed again only for
 * what waits for one that was edited. */
TwPlan *tw_edit_members_of_each (TwSchedule *schedule, const char *const *ids, TwEditFunc func,
                                 gpointer data, GError **error);
/* Whether a record of type may be put beside one of another type, or at the beginning of it. */
gboolean tw_edit_can_land (const TwRecordType *type, const TwRecordType *on);
/* What was dragged is dropped: the nodes come to stand before or behind target, in their order,
 * what is below another of them only with it; dropped on the head of a group, at its beginning. */
TwPlan *tw_edit_drop (TwPlan *plan, const char *const *ids, const char *target, gboolean below,
                      GError **error);
/* Moves a node among its siblings by direction (-1 or 1), or with to_group to the end of the
 * group before, the beginning of the one behind. Where it can't go, it stays. */
TwPlan *tw_edit_step (TwPlan *plan, const char *id, int direction, gboolean to_group,
                      GError **error);
/* Recurring activities go on from another phase of their motion, until another, or both: by n
 * phases, no further than their motion has any, and no end beyond the other. */
TwPlan *tw_edit_stretch (TwPlan *plan, const char *const *recurring, TwGrip grip, int n,
                         GError **error);
/* Adds a record of type with a name (or text, title) below parent at at (G_MAXUINT: at the end);
 * *id (may be NULL) gets its new id, to be released with g_ref_string_release(). */
TwPlan *tw_edit_add (TwPlan *plan, const TwRecordType *type, const char *parent, guint at,
                     const char *name, char **id, GError **error);
/* Adds one for each line of text that isn't blank, at the end; *n gets how many. member, if it
 * isn't NULL, gets value in each. */
TwPlan *tw_edit_add_lines (TwPlan *plan, const TwRecordType *type, const char *parent,
                           const char *member, TwValue value, const char *text, guint *n,
                           GError **error);
/* Somebody new, at the end; organisation and role may be NULL or "". */
TwPlan *tw_edit_add_person (TwPlan *plan, const char *name, TwSide side, const char *organisation,
                            const char *role, GError **error);
/* Ticks or unticks a check, an adoption item or the next action of a note: done = today or none.
 */
TwPlan *tw_edit_tick (TwPlan *plan, const TwRecordType *type, const char *id, gboolean done,
                      TwDate today, GError **error);
/* Pins what hasn't started and is overdue on or after today, lengthens what has. */
TwPlan *tw_edit_move_overdue (TwSchedule *schedule, TwDate today, char **sentence, GError **error);
/* Takes a baseline: dates and statuses of every node but recurring ones. */
TwPlan *tw_edit_take_baseline (TwSchedule *schedule, const char *name, TwDate today,
                               GError **error);

/* A new activity of so many days (0: a milestone) that starts on day: behind the activity beside,
 * in the phase beside, or in the phase of the motion beside (NULL: of the plan) that has begun by
 * that day. */
TwPlan *tw_edit_add_on (TwSchedule *schedule, const char *beside, int days, const char *name,
                        TwDate day, char **id, GError **error);
/* A holiday from a day to another (TW_DATE_NONE: that one alone), at its place by date. */
TwPlan *tw_edit_add_holiday (TwPlan *plan, TwDate from, TwDate to, const char *name,
                             GError **error);

/* The journal (tw-edit-journal.c). Where *id (may be NULL) gets a new id, it is to be released with
 * g_ref_string_release(). */
/* A recurring activity was held on a day; once is enough. */
TwPlan *tw_edit_hold (TwPlan *plan, const char *recurring, TwDate date, GError **error);
/* It was held on that day, or it wasn't after all. */
TwPlan *tw_edit_toggle_held (TwPlan *plan, const char *recurring, TwDate date, GError **error);
/* The same for the last day up to today on which it falls. */
TwPlan *tw_edit_toggle_held_last (TwSchedule *schedule, const char *recurring, TwDate today,
                                  GError **error);
/* A note of today by the plan's lead. */
TwPlan *tw_edit_add_note (TwPlan *plan, const char *text, TwDate today, char **id, GError **error);
/* A point of the register, raised today. */
TwPlan *tw_edit_add_entry (TwPlan *plan, TwEntryKind kind, const char *title, TwDate today,
                           char **id, GError **error);
/* A meeting of today with a baseline that is taken now; agenda, and whether it is internal, by the
 * playbook's meeting of this kind. Where one of the kind (NULL: any) stands on today, it is that
 * one, which gets what it lacks of both. kind NULL: the one of the plan's last meeting that
 * repeats; else of a plan without meetings the playbook's first one, of others its first that
 * repeats. */
TwPlan *tw_edit_record_meeting (TwSchedule *schedule, TwPlaybook *playbook, const char *kind,
                                TwDate today, char **id, GError **error);
/* Takes a baseline for a meeting that has none. */
TwPlan *tw_edit_meeting_baseline (TwSchedule *schedule, const char *meeting, TwDate today,
                                  GError **error);
/* Adds what the playbook has for a meeting of its kind behind its agenda. */
TwPlan *tw_edit_fill_agenda (TwPlan *plan, TwPlaybook *playbook, const char *meeting,
                             GError **error);

G_END_DECLS
