/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-map-layout.h"

G_BEGIN_DECLS

/* What the pointer and the keyboard are at; all may be NULL. */
typedef struct
{
  const char *selected; /* a phase, or an activity of an approach */
  const char *hovered;  /* a motion's button */
  gboolean focused;     /* the selected one has the keyboard's focus */
} TwMapState;

/* Draws the map on a ground of WINDOW_BG; state may be NULL. */
void tw_map_paint (TwCanvas *canvas, const TwPalette *palette, TwMapLayout *map,
                   const TwMapState *state);

G_END_DECLS
