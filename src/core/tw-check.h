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

G_END_DECLS
