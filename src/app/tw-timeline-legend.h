/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-timeline-layout.h"
#include "tw-view-state.h"

G_BEGIN_DECLS

/* The line below the timeline: what its signs mean, how much a filter leaves, when the plan ends.
 * Whether it is shown is a setting. */
GtkWidget *tw_timeline_legend_new (TwViewState *state);
/* rows: NULL for the map. dragging: something is moved just now. */
void tw_timeline_legend_refresh (GtkWidget *legend, GArray *rows, gboolean dragging);

G_END_DECLS
