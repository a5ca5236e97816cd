/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-canvas.h"
#include "tw-plan.h"

G_BEGIN_DECLS

/* The status glyphs, each with a shape of its own, on a grid of 16 × 16 at any size. */

typedef enum
{
  TW_GLYPH_TODO,
  TW_GLYPH_PROGRESS,
  TW_GLYPH_BLOCKED,
  TW_GLYPH_DONE,
  TW_GLYPH_SKIPPED,
  TW_GLYPH_LATE, /* also a moved date and a risk */
  TW_GLYPH_UNKNOWN,
  TW_GLYPH_NEW,
  TW_GLYPH_MILESTONE,
  TW_GLYPH_DECISION, /* still open */
  TW_GLYPH_RECURRING,
  TW_N_GLYPHS,
} TwGlyph;

/* x, y is the top left corner of a square of size. */
void tw_glyph_paint (TwCanvas *canvas, const TwPalette *palette, TwGlyph glyph, double x, double y,
                     double size);
/* late as TwNodeFacts has it: the triangle in place of a ring. */
TwGlyph tw_glyph_for_status (TwStatus status, gboolean late);
/* Of the status of a workload's seats. */
TwGlyph tw_glyph_for_slice (TwSliceStatus status);
/* Of a point of the register. */
TwGlyph tw_glyph_for_entry (TwEntry *entry);
/* Its spoken name, translated. */
const char *tw_glyph_name (TwGlyph glyph);

G_END_DECLS
