/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Colours of every surface: one table, from which the palettes of the painters and the
 * application's style sheets are made. */

/* Laid out as GdkRGBA, so that the window casts one to the other. */
typedef struct
{
  float red, green, blue, alpha; /* 0 to 1, not premultiplied */
} TwRgba;

typedef enum
{
  TW_COLOR_WINDOW_BG,
  TW_COLOR_VIEW_BG, /* timeline canvas and outline */
  TW_COLOR_HEADERBAR_BG,
  TW_COLOR_CARD_BG, /* opaque */
  TW_COLOR_TEXT,
  TW_COLOR_TEXT_2, /* secondary text */
  TW_COLOR_GREY,   /* hollow glyphs, links, baseline bars */
  TW_COLOR_LINE,   /* pane and month lines */
  TW_COLOR_LINE_SOFT,
  TW_COLOR_ACCENT_BG,
  TW_COLOR_ACCENT_FG, /* text on ACCENT_BG */
  TW_COLOR_ACCENT,    /* today line, selection outline, accent text */
  TW_COLOR_ACCENT_TINT,
  TW_COLOR_TROUGH, /* meter background */
  TW_COLOR_CRITICAL,
  TW_COLOR_SLATE_STRONG, /* done phase node, summary progress, our badge */
  TW_COLOR_SLATE,        /* bar progress, bar outline, meter fill */
  TW_COLOR_SLATE_LINE,   /* outline of what hasn't started */
  TW_COLOR_SLATE_TRACK,  /* remaining part of a bar */
  TW_COLOR_SLATE_TINT,   /* upcoming phase, tag, motion row */
  TW_COLOR_SLATE_TEXT,
  TW_COLOR_WEEKEND,
  TW_COLOR_HOLIDAY,
  TW_COLOR_TIP, /* drag tooltip */
  TW_COLOR_TIP_TEXT,
  TW_COLOR_GREEN, /* glyph, text on tint, tint; the same for the other three */
  TW_COLOR_GREEN_TEXT,
  TW_COLOR_GREEN_TINT,
  TW_COLOR_YELLOW,
  TW_COLOR_YELLOW_EDGE, /* the edge that gives the yellow glyph its contrast */
  TW_COLOR_YELLOW_TEXT,
  TW_COLOR_YELLOW_TINT,
  TW_COLOR_RED,
  TW_COLOR_RED_TEXT,
  TW_COLOR_RED_TINT,
  TW_COLOR_BLUE,
  TW_COLOR_BLUE_TEXT,
  TW_COLOR_BLUE_TINT,
  TW_COLOR_INK,        /* inside a glyph, letters on SLATE_STRONG */
  TW_COLOR_INK_YELLOW, /* inside the yellow triangle */
  TW_N_COLORS,
} TwColor;

typedef enum
{
  TW_PALETTE_LIGHT,
  TW_PALETTE_DARK,
  TW_PALETTE_HC_LIGHT,
  TW_PALETTE_HC_DARK,
  TW_PALETTE_PAPER,
  TW_PALETTE_PAPER_GREY, /* for printers without colour */
  TW_N_PALETTES,
} TwPaletteKind;

typedef struct
{
  TwRgba colors[TW_N_COLORS];
  double min_stroke; /* px: outlines aren't thinner than this (2 in high contrast, else 0) */
  gboolean outlined; /* pills, tags and pale fills get an outline: high contrast and grey paper */
  gboolean dark;
  double select_alpha; /* of ACCENT over a selected row */
} TwPalette;

/* The palette of a kind; static. */
const TwPalette *tw_palette_get (TwPaletteKind kind);
/* The palette of the window. */
const TwPalette *tw_palette_for_screen (gboolean dark, gboolean high_contrast);
/* A colour of the palette with its alpha multiplied. */
TwRgba tw_palette_alpha (const TwPalette *palette, TwColor color, double alpha);

/* The @define-color lines of a style sheet for a screen palette; free with g_free(). Names that
 * libadwaita defines by itself and that we leave as they are don't appear. */
char *tw_style_define_colors (TwPaletteKind kind);

G_END_DECLS
