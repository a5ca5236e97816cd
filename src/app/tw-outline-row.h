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
  gboolean wide, narrow; /* narrow: no room but for the name */
  GtkListItem *item;
  GtkWidget *box, *main, *handle, *expander, *glyph, *name, *tag, *badge, *dates, *detail, *add;
};

TwOutlineRow *tw_outline_row_new (TwOutline *outline, TwViewState *state, gboolean wide,
                                  int height);
/* before, behind: the rows above and below, NULL at the ends; what they are decides about the
 * corners of a card. */
void tw_outline_row_fill (TwOutlineRow *row, const TwTimelineRow *what, const TwTimelineRow *before,
                          const TwTimelineRow *behind);
/* The id of what a row of the state's facts is, NULL for the milestones. */
const char *tw_outline_row_id (TwViewState *state, const TwTimelineRow *what);

/* What a row asks of the outline it stands in. */
void tw_outline_rename_row (TwOutline *outline, const char *id, const char *name);
void tw_outline_show_menu (TwOutline *outline, GtkWidget *at, double x, double y, const char *id);
void tw_outline_add_behind (TwOutline *outline, const char *id);

G_END_DECLS
