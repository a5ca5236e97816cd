/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-page.h"
#include "tw-timeline-layout.h"

G_BEGIN_DECLS

/* The plan as a list of rows, motion › phase › activity: the outline of the timeline and the list
 * of the Motions page. One GtkListView; its rows are those of tw_timeline_rows(). Rows that stay
 * keep their widgets, the focus and the scroll position. Names are edited in place, rows dragged
 * and moved by keys. */
#define TW_TYPE_OUTLINE (tw_outline_get_type ())
G_DECLARE_FINAL_TYPE (TwOutline, tw_outline, TW, OUTLINE, GtkWidget)

/* wide: with dates, days and tags, in cards (Motions); row_height: of each row, in px. */
GtkWidget *tw_outline_new (TwViewState *state, gboolean wide, int row_height);
/* Only what belongs to this motion or approach is shown; NULL: all. Shown with the next refresh. */
void tw_outline_set_scope (TwOutline *outline, const char *id);
/* The next refresh scrolls to what is selected and gives it the keyboard. */
void tw_outline_reveal (TwOutline *outline);
/* What was added just now is selected, and its name is asked for where it stands. */
void tw_outline_name_new (TwOutline *outline, const char *id);
/* Shows the rows of the state's facts again; they are an array of TwTimelineRow, borrowed. */
GArray *tw_outline_refresh (TwOutline *outline);
GtkAdjustment *tw_outline_vertical (TwOutline *outline);

G_END_DECLS
