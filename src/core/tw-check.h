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
  TwPlan *mended;  /* the plan with the remedy applied, or NULL */
  char *remedy;    /* its name, or NULL */
} TwFinding;

/* All findings in the order of the plan; GPtrArray of TwFinding, transfer full. remedies: also
 * make `mended`. */
GPtrArray *tw_check (TwFacts *facts, gboolean remedies);

/* How a text keeps to what the playbook asks of a note of this type (may be NULL). */
typedef struct
{
  int sentences, most; /* most 0: any number */
  GPtrArray *vague;    /* the words that it had better not say, borrowed from the playbook */
} TwNoteCheck;

/* Fills check; vague is to be released with g_ptr_array_unref(). */
void tw_check_note (TwPlaybook *playbook, const char *type, const char *text, TwNoteCheck *check);

G_END_DECLS
