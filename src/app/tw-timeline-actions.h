/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tw-map-view.h"
#include "tw-outline.h"
#include "tw-timeline.h"

G_BEGIN_DECLS

/* What is done with the nodes in the calendar beside moving them, as actions of page: calendar.edit
 * shows all that the selected one has in pane, which .pane shows and hides (F9), .block with what
 * blocks it; .link chooses what comes after it (Ctrl+L), .move-all the day
 * on which it begins; .add (beside, days, day as
 * tw_edit_add_on()), .add-above; .add-holiday (day). */
void tw_timeline_actions_add (GtkWidget *page, TwViewState *state, TwOutline *outline,
                              TwTimeline *timeline, TwMapView *map, AdwFlap *pane);
/* The menu of the axis at a point of the timeline. */
void tw_timeline_show_axis_menu (TwTimeline *timeline, double x, double y);

G_END_DECLS
