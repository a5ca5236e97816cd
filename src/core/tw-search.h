/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-playbook.h"

G_BEGIN_DECLS

/* Finds records of a plan by words that a person types: in any order, anywhere in a word, without
 * regard to case and accents. What is searched are the lines and texts of every record, by the
 * tables of records; baselines, which repeat the names of nodes, are left out. */

/* A plan, made ready once for many searches. Never changes; holds a reference to the plan. */
typedef struct _TwSearch TwSearch;

TwSearch *tw_search_new (TwPlan *plan, TwPlaybook *playbook);
void tw_search_free (TwSearch *search);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwSearch, tw_search_free)
TwPlan *tw_search_plan (TwSearch *search);

/* A part of a string, in bytes. */
typedef struct
{
  guint start, end;
} TwRange;

typedef struct
{
  gpointer record; /* borrowed from the plan */
  TwPlace place;
  /* The member that makes it a hit: its name (text, title), or what else holds the words. */
  const TwField *member;
  /* What it is, and where it stands or what holds the words: one line each, to be shown as they
   * are. detail may be NULL. */
  char *title, *detail;
  GArray *title_matches, *detail_matches; /* TwRange, in order; never NULL */
  gboolean internal;                      /* what was found never reaches the customer */
} TwHit;

typedef struct
{
  GPtrArray *hits; /* TwHit, the best first */
  guint n_more;    /* found, too, and beyond the limit */
} TwHits;

/* Every word of text must be in the record or in the names of what it stands in, one at least in
 * the record itself. No words: no hits. */
TwHits *tw_search_find (TwSearch *search, const char *text, guint limit);
void tw_hits_free (TwHits *hits);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwHits, tw_hits_free)

G_END_DECLS
