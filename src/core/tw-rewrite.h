/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-plan.h"

G_BEGIN_DECLS

/* A plan with records left out and references changed; what doesn't change is shared. */
typedef struct
{
  /* FALSE leaves a record of a list out, with all it holds. NULL: all stay. */
  gboolean (*keeps) (TwRecord *record, gpointer data);
  /* Adds the ids (tw_id_new()) that stand for id in field to ids. NULL: references stay. */
  void (*refers) (const TwField *field, const char *id, GPtrArray *ids, gpointer data);
  /* Whether members of this record are to be changed, and changing them in its copy (after
   * references and lists). NULL: none. */
  gboolean (*changes) (TwRecord *record, gpointer data);
  void (*change) (TwRecord *copy, gpointer data);
  gpointer data;
} TwRewrite;

/* A new reference to record, or to its changed copy. */
gpointer tw_record_rewrite (gpointer record, const TwRewrite *rewrite);

G_END_DECLS
