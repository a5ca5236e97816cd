/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* The calendar on screen: the viewport of a layout, never larger. It scrolls sideways by itself;
 * up and down it follows an adjustment that the outline beside it configures. Bars are moved by
 * hand, in tw-timeline-drag.c. Signals: menu (id, x, y), when one is asked for (id NULL:
 * of the axis); outline (name), for
 * an action of the outline on what is selected; dragging, when a drag begins to move something, and
 * when it ends. */
#define TW_TYPE_TIMELINE (tw_timeline_get_type ())
G_DECLARE_FINAL_TYPE (TwTimeline, tw_timeline, TW, TIMELINE, GtkWidget)

GtkWidget *tw_timeline_new (TwViewState *state, GtkAdjustment *vertical);
/* rows: of tw_timeline_rows(), for the state's facts; referenced. */
void tw_timeline_set_rows (TwTimeline *timeline, GArray *rows);
gboolean tw_timeline_is_dragging (TwTimeline *timeline);
GtkAdjustment *tw_timeline_horizontal (TwTimeline *timeline);
/* To so many px a week, around the middle. */
void tw_timeline_zoom_to (TwTimeline *timeline, double per_week);
/* The day at x of the widget. */
TwDate tw_timeline_day_at (TwTimeline *timeline, double x);
/* Zooms by a step (direction > 0: in) around the middle. */
void tw_timeline_zoom (TwTimeline *timeline, int direction);
/* Zooms to all days of the nodes with these ids; NULL or none of them: of the plan. */
void tw_timeline_fit (TwTimeline *timeline, const char *const *ids);
/* Today one third from the left. */
void tw_timeline_show_today (TwTimeline *timeline);
/* Brings the bar of a node into view, as soon as its row is shown. */
void tw_timeline_show (TwTimeline *timeline, const char *id);
/* Where the bar of a node is in the widget, seen or not; FALSE if its row isn't shown. */
gboolean tw_timeline_bar (TwTimeline *timeline, const char *id, graphene_rect_t *bar);
/* Height of the axis and of a row, in px, for the outline. */
void tw_timeline_heights (GtkWidget *widget, int *axis, int *row);

G_END_DECLS
