/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-audience.h"
#include "tw-facts.h"

G_BEGIN_DECLS

/* Findings (FACTS.md): what a consultant should look at. Warnings only; errors are faults of
 * the file. */
typedef struct
{
  const char *id; /* stable: dibs-gap, overdue, … */
  TwPlace place;
  gpointer record; /* at the place, borrowed from the plan */
  char *sentence;  /* translated */
  char *remedy;    /* the name of the edit that mends it, or NULL */
} TwFinding;

/* All findings in the order of the plan; GPtrArray of TwFinding, transfer full. */
GPtrArray *tw_check (TwFacts *facts);
/* The plan with the remedy of the finding that has this id and, by tw_place_to_string(), stands at
 * place; NULL and an error if there is none any more. */
TwPlan *tw_check_mend (TwFacts *facts, const char *id, const char *place, GError **error);

/* What is most worth knowing of a plan that is still being made: that its approaches have no motion
 * to work in, that the deadline comes before Migrate ends (without one: before the plan does), or
 * which holidays fall into its pilot. A sentence, or NULL. Free with g_free(). */
char *tw_check_outlook (TwSchedule *schedule);

/* How a text keeps to what the playbook asks of a note of this type (may be NULL). */
typedef struct
{
  int sentences, most; /* most 0: any number */
  GPtrArray *vague;    /* the words that it had better not say, borrowed from the playbook */
} TwNoteCheck;

/* Fills check; vague is to be released with g_ptr_array_unref(). */
void tw_check_note (TwPlaybook *playbook, const char *type, const char *text, TwNoteCheck *check);

G_END_DECLS
