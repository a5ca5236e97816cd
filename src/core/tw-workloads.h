/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-health.h"

G_BEGIN_DECLS

/* Workloads: their parts (slices) with the three levels of status, their readings, and how they
 * come and go. The edits are functions from plan to plan as in tw-edit.h. */

/* --- status --- */

/* What can be chosen for a level of a slice's status. */
typedef struct
{
  const char *word;        /* as the file has it; NULL: none */
  const char *name, *hint; /* hint may be NULL */
} TwStatusChoice;

/* The choices for level 1, 2 or 3: only what belongs to the level above, of level 3 only what fits
 * the workload. Levels 2 and 3 begin with none. GArray of TwStatusChoice, borrowed from playbook;
 * transfer full. */
GArray *tw_status_choices (TwPlaybook *playbook, TwWorkload *workload, TwSlice *slice, guint level);
/* Chooses word for a level: the levels below are cleared with it, and with level 1 the day since
 * when it is so becomes today. Refused where word doesn't belong to the level above. */
TwPlan *tw_edit_status_level (TwPlan *plan, TwPlaybook *playbook, const char *slice, guint level,
                              const char *word, TwDate today, GError **error);
/* The day on which the talks with delivery begin: only of what is in progress. Where there was
 * another day, why says why (a note in the journal keeps it), and without it the edit is refused.
 */
TwPlan *tw_edit_engagement_start (TwPlan *plan, const char *slice, TwDate date, const char *why,
                                  TwDate today, GError **error);

/* --- slices --- */

/* The one that a workload's row speaks of: what is blocked, else in progress, else the first; NULL
 * without slices. */
TwSlice *tw_workload_leading_slice (TwWorkload *workload);
/* The workload that holds a slice, or NULL. */
TwWorkload *tw_plan_workload_of (TwPlan *plan, const char *slice);
/* Adds a slice with the seats that the others leave; *id (may be NULL) is released with
 * g_ref_string_release(). */
TwPlan *tw_edit_add_slice (TwPlan *plan, const char *workload, const char *name, char **id,
                           GError **error);
/* Removes one; a single one that stays has all seats, and the last is refused. */
TwPlan *tw_edit_remove_slice (TwPlan *plan, const char *slice, GError **error);

/* --- readings --- */

/* Writes a reading of a workload or of a KPI: from is the day of the one that changes
 * (TW_DATE_NONE: a new one, or the one of that day), to the day that it gets (TW_DATE_NONE: it
 * goes); value is how many were active, or percent. */
TwPlan *tw_edit_reading (TwPlan *plan, const TwRecordType *type, const char *id, TwDate from,
                         TwDate to, int value, GError **error);
/* Readings of several workloads on one day; active is in their order, TW_INT_NONE leaves out. */
TwPlan *tw_edit_usage (TwPlan *plan, TwDate date, const char *const *workloads, const int *active,
                       GError **error);

/* A row of a usage report: a name and, behind a tab, comma or semicolon, a number. */
typedef struct
{
  TwWorkload *workload; /* NULL: not understood */
  int active;
  char *line;
} TwUsageRow;

/* Reads rows of a report. Workloads go by their name, id, or what the playbook calls them. Empty
 * lines are left out, and headings: names of columns before the first row that is understood.
 * GPtrArray of TwUsageRow, transfer full. */
GPtrArray *tw_usage_rows_parse (TwPlan *plan, TwPlaybook *playbook, const char *text);

/* A whole number, its thousands parted by a comma, a stop, a blank or an apostrophe: 3528, 3,528,
 * 3 528. FALSE if text is anything else. */
gboolean tw_usage_number_parse (const char *text, int *number);

/* --- which there are --- */

/* The playbook's that the plan lacks: GPtrArray of TwPbWorkload, borrowed; transfer container. */
GPtrArray *tw_workloads_missing (TwPlan *plan, TwPlaybook *playbook);
/* Adds workloads of the playbook, by MAKING.md, in its order. */
TwPlan *tw_edit_add_workloads (TwPlan *plan, TwPlaybook *playbook, const char *const *kinds,
                               GError **error);
/* Adds one of one's own, with one slice. */
TwPlan *tw_edit_add_workload (TwPlan *plan, const char *name, char **id, GError **error);

/* --- words --- */

/* The group of the health that a workload counts in, or NULL. */
const TwHealthGroup *tw_health_group_of (const TwHealth *health, TwWorkload *workload);
/* How a group is: "Green expected 18 June" where that is known, else its level. */
char *tw_words_group_level (const TwHealthGroup *group, TwDate today);
/* Why it is so: "Yellow: Microsoft 365 Apps is above 40 %". */
char *tw_words_group_why (const TwHealthGroup *group);
/* What turns a group green, and when: "Green expected 18 June, when Windows is above 70 %"; NULL
 * while it is green. Free with g_free(), as all below. */
char *tw_words_group_next (const TwHealthGroup *group, TwDate today);
/* "Blocked since 14 January" */
char *tw_words_slice_since (TwSlice *slice, TwDate today);
/* What its status needs beside DIBS and isn't on record: of what is blocked, has no intent or is a
 * duplicate; NULL: nothing. */
char *tw_words_slice_missing (TwSlice *slice);
/* "2.1 points a month, last 180 days"; NULL without a line. */
char *tw_words_usage_trend (TwWorkload *workload);
/* When the usage target is reached, or why there is no forecast, as a sentence. */
char *tw_words_usage_forecast (TwWorkload *workload, TwDate today);
const char *tw_words_unit (TwUnit unit);

G_END_DECLS
