/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* Sizes of a surface, from its font: every length in a layout is a multiple of one of these.
 * Also makes and measures text, so that layouts and painters see the same widths. One thread. */

/* The styles of type. */
typedef enum
{
  TW_FONT_TITLE_1,
  TW_FONT_TITLE_3,
  TW_FONT_TITLE_4,
  TW_FONT_HEADING,
  TW_FONT_BODY,
  TW_FONT_DENSE,
  TW_FONT_DENSE_BOLD,
  TW_FONT_CAPTION,
  TW_FONT_CAPTION_BOLD,
  TW_FONT_BADGE, /* initials */
  TW_N_FONTS,
} TwFont;

/* How a text lies at its point; without flags the point is its top left corner. */
typedef enum
{
  TW_TEXT_LEFT = 0,
  TW_TEXT_CENTER = 1 << 0,    /* x is the middle */
  TW_TEXT_RIGHT = 1 << 1,     /* x is the right edge */
  TW_TEXT_MIDDLE = 1 << 2,    /* y is the middle */
  TW_TEXT_WRAP = 1 << 3,      /* what is wider than the width goes on in the next line */
  TW_TEXT_NUMERIC = 1 << 4,   /* digits of one width */
  TW_TEXT_TWO_LINES = 1 << 5, /* with TW_TEXT_WRAP: cut after the second */
} TwTextFlags;

typedef struct
{
  double em;          /* size of the body font */
  double px;          /* a pixel of the design, grown with the body font: 1 for Cantarell 11 */
  double line_height; /* of the body font */
  double row_height;  /* of the timeline: line height + 8 */
  double row_px;      /* a pixel of the design inside a row: row height ÷ 26 */
  double hairline;    /* thinnest line */
  /*< private >*/
  int ref_count;
  PangoContext *context;
  PangoFontDescription *fonts[TW_N_FONTS];
  double heights[TW_N_FONTS]; /* 0: not measured yet */
  GHashTable *layouts;
} TwMetrics;

/* For a screen: by the context's own font description. */
TwMetrics *tw_metrics_from_context (PangoContext *context);
/* The same, with all type larger or smaller: meeting mode. */
TwMetrics *tw_metrics_scaled (PangoContext *context, double factor);
/* For paper: by the sizes of the printed summary, with the family of font (NULL: Cantarell). One
 * unit is what the context's resolution makes of it: a point at 72 dpi. */
TwMetrics *tw_metrics_for_paper (PangoContext *context, const PangoFontDescription *font);
/* Cantarell 11 at 96 dpi, whatever the desktop's settings: pictures and tests. */
TwMetrics *tw_metrics_fixed (void);
TwMetrics *tw_metrics_ref (TwMetrics *metrics);
void tw_metrics_unref (TwMetrics *metrics);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwMetrics, tw_metrics_unref)

const PangoFontDescription *tw_metrics_font (TwMetrics *metrics, TwFont font);
/* Height of a line. */
double tw_metrics_text_height (TwMetrics *metrics, TwFont font);
/* Width and height of a text, without limit; height may be NULL. */
double tw_metrics_text_size (TwMetrics *metrics, TwFont font, const char *text, double *height);
#define tw_metrics_text_width(metrics, font, text) tw_metrics_text_size (metrics, font, text, NULL)
/* The layout of a text in a width (< 0: no limit): ellipsized at its end, or wrapped. Kept for
 * the next time; borrowed, valid until the next call. */
PangoLayout *tw_metrics_layout (TwMetrics *metrics, TwFont font, TwTextFlags flags, double width,
                                const char *text);

G_END_DECLS
