/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-outline.h"

G_BEGIN_DECLS

/* The widgets of one row of the outline, made once and filled again and again. */
typedef struct _TwOutlineRow TwOutlineRow;

struct _TwOutlineRow
{
  TwOutline *outline;
  TwViewState *state;
  TwFacts *facts;        /* of the outline's rows, borrowed */
  gboolean wide, narrow; /* narrow: no room but for the name, and in the wide one a line below it */
  gboolean across;       /* what of all motions belongs to an approach: they are told */
  gboolean adding;       /* something is being added behind it */
  GtkListItem *item;
  GtkWidget *box, *main, *handle, *expander, *glyph, *name, *line, *tag, *under, *badge, *dates,
      *detail, *menu;
  GtkWidget *foot, *add, *entry; /* below the last row of a card; the entry is made when it is
                                  * needed first */
};

TwOutlineRow *tw_outline_row_new (TwOutline *outline, TwViewState *state, gboolean wide,
                                  int height);
/* before, behind: the rows above and below, NULL at the ends; what they are decides about the
 * corners of a card. */
void tw_outline_row_fill (TwOutlineRow *row, const TwTimelineRow *what, const TwTimelineRow *before,
                          const TwTimelineRow *behind);
/* The id of what a row of the facts is, NULL for the milestones. */
const char *tw_outline_row_id (TwFacts *facts, const TwTimelineRow *what);
/* Whether it is closed and opened. */
gboolean tw_outline_row_is_group (const TwTimelineRow *what);
/* The rows of a motion or an approach, by its id. */
GArray *tw_outline_rows (TwViewState *state, const char *scope);
/* A box with as wide columns as the rows have, for the heads above them. */
GtkWidget *tw_outline_heads_new (void);

/* What a row asks of the outline it stands in. */
void tw_outline_rename_row (TwOutline *outline, const char *id, const char *name);
void tw_outline_show_menu (TwOutline *outline, GtkWidget *at, double x, double y, const char *id);
void tw_outline_add_behind (TwOutline *outline, const char *id);
/* A name was typed behind the row called id; kind: of the playbook's activity that it stands for,
 * or NULL. text "": nothing is added any more. more: the next one may be typed. */
void tw_outline_add_named (TwOutline *outline, const char *id, const char *text, const char *kind,
                           gboolean more);
/* What the playbook has for the phase of the row called id, as TwChoice. */
GPtrArray *tw_outline_suggest (TwOutline *outline, const char *id);

G_END_DECLS
