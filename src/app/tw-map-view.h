/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* The map of motions and phases: a click or the arrow keys select a phase. It scrolls where the
 * window is too narrow for its columns. */
GtkWidget *tw_map_view_new (TwViewState *state);
/* Draws the state's facts anew. */
void tw_map_view_refresh (GtkWidget *view);

G_END_DECLS
