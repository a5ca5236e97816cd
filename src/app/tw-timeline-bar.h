/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* The toolbar of the timeline; in a narrow window most of it is in one popover. It works by the
 * actions of its page: timeline.look (the state is "map" or "calendar"), .in, .out, .fit (of what:
 * "plan", "motion" or "selection"), .today, .critical; calendar.pane. */
GtkWidget *tw_timeline_bar_new (TwViewState *state);
/* Whether what is shown goes by the filter. */
void tw_timeline_bar_set_filters (GtkWidget *bar, gboolean filters);

G_END_DECLS
