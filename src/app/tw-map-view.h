/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* The map of motions and phases. A click or the arrow keys select what is on it; Enter or a double
 * click opens a phase; motions and the ends of recurring bands are dragged; what the playbook has
 * more is added. */
#define TW_TYPE_MAP_VIEW (tw_map_view_get_type ())
G_DECLARE_FINAL_TYPE (TwMapView, tw_map_view, TW, MAP_VIEW, GtkWidget)

GtkWidget *tw_map_view_new (TwViewState *state);
/* The map where it scrolls if the window is too small for it. */
GtkWidget *tw_map_view_scrolled (TwMapView *map);
/* Shows the state's facts anew. */
void tw_map_view_refresh (TwMapView *map);
/* Scrolls to where the customer stands. */
void tw_map_view_show_current (TwMapView *map);
/* Where in the widget the thing with this id is that keys stop at; FALSE if there is none. */
gboolean tw_map_view_find (TwMapView *map, const char *id, graphene_rect_t *place);

G_END_DECLS
