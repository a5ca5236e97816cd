/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-map-layout.h"

G_BEGIN_DECLS

/* What the pointer and the keyboard are at; ids may be NULL. */
typedef struct
{
  const char *selected; /* something that keys stop at */
  const char *hovered;  /* a motion's button */
  gboolean focused;     /* the selected one has the keyboard's focus */
  double landing;       /* y between two lanes, where a dragged motion lands; 0: none is dragged */
} TwMapState;

/* Draws the map on a ground of WINDOW_BG; state may be NULL. */
void tw_map_paint (TwCanvas *canvas, const TwPalette *palette, TwMapLayout *map,
                   const TwMapState *state);
/* What the signs of a map mean, on one line in the middle of rect; what has no room is left
 * out, the hint first. */
void tw_map_paint_legend (TwCanvas *canvas, const TwPalette *palette, TwRect rect);
/* The same in words. Free with g_free(). */
char *tw_map_legend_words (void);

G_END_DECLS
