/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* What a node of the plan is made of, with status, owner and dates: of a phase its activities, of
 * a motion its phases, of an activity itself. A row, and "Show in Calendar", activate
 * timeline.show. */
GtkWidget *tw_node_popover_new (TwViewState *state, const char *id);

G_END_DECLS
