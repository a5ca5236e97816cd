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

/* The signs of a map, for the line that tells what they mean. */
typedef enum
{
  TW_MAP_LEGEND_DONE,
  TW_MAP_LEGEND_PROGRESS,
  TW_MAP_LEGEND_UNUSED,
  TW_MAP_LEGEND_HANDOVER,
  TW_MAP_LEGEND_MILESTONE,
  TW_N_MAP_LEGENDS,
} TwMapLegend;

void tw_map_paint_swatch (TwCanvas *canvas, const TwPalette *palette, TwMapLegend which,
                          double width, double height);

G_END_DECLS
