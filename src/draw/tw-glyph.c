/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-glyph.h"
#include "tw-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GRID 16.0
#define MIDDLE (GRID / 2)
#define RING 6.2

/* Which colours a glyph takes: shape, ink, edge. */
static const TwColor colors[TW_N_GLYPHS][3] = {
  [TW_GLYPH_TODO] = { TW_COLOR_GREY, TW_COLOR_GREY, TW_COLOR_GREY },
  [TW_GLYPH_PROGRESS] = { TW_COLOR_BLUE, TW_COLOR_BLUE, TW_COLOR_BLUE },
  [TW_GLYPH_BLOCKED] = { TW_COLOR_RED, TW_COLOR_INK, TW_COLOR_RED },
  [TW_GLYPH_DONE] = { TW_COLOR_GREEN, TW_COLOR_INK, TW_COLOR_GREEN },
  [TW_GLYPH_SKIPPED] = { TW_COLOR_GREY, TW_COLOR_GREY, TW_COLOR_GREY },
  [TW_GLYPH_LATE] = { TW_COLOR_YELLOW, TW_COLOR_INK_YELLOW, TW_COLOR_YELLOW_EDGE },
  [TW_GLYPH_UNKNOWN] = { TW_COLOR_GREY, TW_COLOR_GREY, TW_COLOR_GREY },
  [TW_GLYPH_NEW] = { TW_COLOR_BLUE, TW_COLOR_BLUE, TW_COLOR_BLUE },
  [TW_GLYPH_MILESTONE] = { TW_COLOR_TEXT, TW_COLOR_TEXT, TW_COLOR_TEXT },
  [TW_GLYPH_DECISION] = { TW_COLOR_TEXT, TW_COLOR_TEXT, TW_COLOR_TEXT },
  [TW_GLYPH_RECURRING] = { TW_COLOR_GREY, TW_COLOR_GREY, TW_COLOR_GREY },
};

static void
set_color (cairo_t *cr, const TwRgba *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
stroke (cairo_t *cr, double width, const TwRgba *color)
{
  set_color (cr, color);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static void
fill (cairo_t *cr, const TwRgba *color)
{
  set_color (cr, color);
  cairo_fill (cr);
}

static void
line (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
}

static void
dot (cairo_t *cr, double x, double y, double radius, const TwRgba *color)
{
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  fill (cr, color);
}

static void
ring (cairo_t *cr, const TwRgba *color)
{
  cairo_arc (cr, MIDDLE, MIDDLE, RING, 0, 2 * G_PI);
  stroke (cr, 1.6, color);
}

static void
draw_done (cairo_t *cr, const TwRgba *color, const TwRgba *ink)
{
  dot (cr, MIDDLE, MIDDLE, 7, color);
  line (cr, 4.7, 8.2, 7, 10.5);
  cairo_line_to (cr, 11.4, 5.8);
  stroke (cr, 1.8, ink);
}

static void
draw_progress (cairo_t *cr, const TwRgba *color)
{
  ring (cr, color);
  cairo_arc (cr, MIDDLE, MIDDLE, 4, -G_PI / 2, G_PI / 2);
  cairo_close_path (cr);
  fill (cr, color);
}

/* A triangle with corners rounded around three centres. */
static void
draw_late (cairo_t *cr, const TwRgba *color, const TwRgba *ink, const TwRgba *edge)
{
  const double radius = 1.3;
  double slope = atan2 (5.9, 10.6);

  cairo_new_sub_path (cr);
  cairo_arc (cr, 8, 2.6, radius, slope - G_PI, -slope);
  cairo_arc (cr, 13.9, 13.2, radius, -slope, G_PI / 2);
  cairo_arc (cr, 2.1, 13.2, radius, G_PI / 2, G_PI + slope);
  cairo_close_path (cr);
  set_color (cr, color);
  cairo_fill_preserve (cr);
  stroke (cr, 1, edge);
  line (cr, 8, 5.6, 8, 9.6);
  stroke (cr, 1.8, ink);
  dot (cr, 8, 12, 1.05, ink);
}

static void
draw_blocked (cairo_t *cr, const TwRgba *color, const TwRgba *ink)
{
  static const double points[][2] = { { 5.1, 1 },   { 10.9, 1 }, { 15, 5.1 }, { 15, 10.9 },
                                      { 10.9, 15 }, { 5.1, 15 }, { 1, 10.9 }, { 1, 5.1 } };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    cairo_line_to (cr, points[i][0], points[i][1]);
  cairo_close_path (cr);
  fill (cr, color);
  line (cr, 4.7, 8, 11.3, 8);
  stroke (cr, 2.2, ink);
}

static void
draw_unknown (cairo_t *cr, const TwRgba *color)
{
  static const double dashes[] = { 2.6, 2.27 };

  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, dashes, 2, 0);
  ring (cr, color);
  cairo_restore (cr);
  cairo_arc (cr, 8.05, 6.6, 1.85, G_PI, 2 * G_PI + 1.1);
  cairo_curve_to (cr, 8.3, 8.6, 8, 8.9, 8, 9.5);
  stroke (cr, 1.5, color);
  dot (cr, 8, 11.5, 0.95, color);
}

static void
add_diamond (cairo_t *cr, double reach)
{
  cairo_move_to (cr, MIDDLE, MIDDLE - reach);
  cairo_line_to (cr, MIDDLE + reach, MIDDLE);
  cairo_line_to (cr, MIDDLE, MIDDLE + reach);
  cairo_line_to (cr, MIDDLE - reach, MIDDLE);
  cairo_close_path (cr);
}

/* Two arrows that chase each other; the second is the first turned around. */
static void
draw_recurring (cairo_t *cr, const TwRgba *color)
{
  for (guint i = 0; i < 2; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, MIDDLE, MIDDLE);
      cairo_rotate (cr, i * G_PI);
      cairo_translate (cr, -MIDDLE, -MIDDLE);
      cairo_move_to (cr, 2, 8.6);
      cairo_line_to (cr, 2, 6.5);
      cairo_arc (cr, 4.3, 6.3, 2.3, G_PI, G_PI * 3 / 2);
      cairo_line_to (cr, 9.5, 4);
      stroke (cr, 1.8, color);
      cairo_move_to (cr, 9.5, 1);
      cairo_line_to (cr, 13.5, 4);
      cairo_line_to (cr, 9.5, 7);
      cairo_close_path (cr);
      fill (cr, color);
      cairo_restore (cr);
    }
}

static void
draw (cairo_t *cr, const TwStamp *stamp)
{
  const TwRgba *color = &stamp->colors[0];
  const TwRgba *ink = &stamp->colors[1];

  cairo_scale (cr, stamp->width / GRID, stamp->height / GRID);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  switch ((TwGlyph) stamp->values[0])
    {
    case TW_GLYPH_TODO:
      ring (cr, color);
      break;
    case TW_GLYPH_PROGRESS:
      draw_progress (cr, color);
      break;
    case TW_GLYPH_BLOCKED:
      draw_blocked (cr, color, ink);
      break;
    case TW_GLYPH_DONE:
      draw_done (cr, color, ink);
      break;
    case TW_GLYPH_SKIPPED:
      ring (cr, color);
      line (cr, 5.3, 8, 10.7, 8);
      stroke (cr, 1.6, color);
      break;
    case TW_GLYPH_LATE:
      draw_late (cr, color, ink, &stamp->colors[2]);
      break;
    case TW_GLYPH_UNKNOWN:
      draw_unknown (cr, color);
      break;
    case TW_GLYPH_NEW:
      ring (cr, color);
      line (cr, 8, 5, 8, 11);
      line (cr, 5, 8, 11, 8);
      stroke (cr, 1.6, color);
      break;
    case TW_GLYPH_MILESTONE:
      add_diamond (cr, 6.5);
      fill (cr, color);
      break;
    case TW_GLYPH_DECISION:
      add_diamond (cr, 5.6);
      stroke (cr, 1.6, color);
      break;
    case TW_GLYPH_RECURRING:
      draw_recurring (cr, color);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
tw_glyph_paint (TwCanvas *canvas, const TwPalette *palette, TwGlyph glyph, double x, double y,
                double size)
{
  TwStamp stamp;

  g_return_if_fail (glyph < TW_N_GLYPHS);
  tw_stamp_init (&stamp, draw, size, size);
  for (guint i = 0; i < 3; i++)
    stamp.colors[i] = palette->colors[colors[glyph][i]];
  stamp.values[0] = glyph;
  tw_canvas_stamp (canvas, &stamp, x, y);
}

TwGlyph
tw_glyph_for_status (TwStatus status, gboolean late)
{
  switch (status)
    {
    case TW_STATUS_DONE:
      return TW_GLYPH_DONE;
    case TW_STATUS_SKIPPED:
      return TW_GLYPH_SKIPPED;
    case TW_STATUS_BLOCKED:
      return TW_GLYPH_BLOCKED;
    case TW_STATUS_IN_PROGRESS:
      return late ? TW_GLYPH_LATE : TW_GLYPH_PROGRESS;
    case TW_STATUS_NOT_STARTED:
      return late ? TW_GLYPH_LATE : TW_GLYPH_TODO;
    default:
      g_return_val_if_reached (TW_GLYPH_UNKNOWN);
    }
}

TwGlyph
tw_glyph_for_slice (TwSliceStatus status)
{
  static const TwGlyph glyphs[] = { TW_GLYPH_UNKNOWN, TW_GLYPH_PROGRESS, TW_GLYPH_BLOCKED,
                                    TW_GLYPH_SKIPPED, TW_GLYPH_SKIPPED };

  return glyphs[status];
}

TwGlyph
tw_glyph_for_entry (TwEntry *entry)
{
  if (entry->status == TW_ENTRY_CLOSED)
    return TW_GLYPH_DONE;
  switch (entry->kind)
    {
    case TW_ENTRY_DECISION:
      return TW_GLYPH_DECISION;
    case TW_ENTRY_ISSUE:
      return TW_GLYPH_BLOCKED;
    case TW_ENTRY_RISK:
      return TW_GLYPH_LATE;
    case TW_ENTRY_ACTION:
    default:
      return TW_GLYPH_TODO;
    }
}

const char *
tw_glyph_name (TwGlyph glyph)
{
  switch (glyph)
    {
    case TW_GLYPH_TODO:
      return tw_words_status (TW_STATUS_NOT_STARTED);
    case TW_GLYPH_PROGRESS:
      return tw_words_status (TW_STATUS_IN_PROGRESS);
    case TW_GLYPH_BLOCKED:
      return tw_words_status (TW_STATUS_BLOCKED);
    case TW_GLYPH_DONE:
      return tw_words_status (TW_STATUS_DONE);
    case TW_GLYPH_SKIPPED:
      return tw_words_status (TW_STATUS_SKIPPED);
    case TW_GLYPH_LATE:
      return C_ ("glyph", "Late");
    case TW_GLYPH_UNKNOWN:
      return C_ ("glyph", "Unknown");
    case TW_GLYPH_NEW:
      return C_ ("glyph", "New");
    case TW_GLYPH_MILESTONE:
      return C_ ("glyph", "Milestone");
    case TW_GLYPH_DECISION:
      return C_ ("glyph", "To decide");
    case TW_GLYPH_RECURRING:
      return C_ ("glyph", "Recurring");
    default:
      g_return_val_if_reached (NULL);
    }
}
