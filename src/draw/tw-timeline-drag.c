/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-timeline-layout.h"

/* What lies over the calendar while the pointer does something. */

#define TIP_AWAY 44
#define TIP_WIDTH 300
#define TIP_PAD 12

void
tw_timeline_paint_hover (TwTimelineLayout *layout, TwCanvas *canvas, const TwPalette *palette,
                         guint row)
{
  TwPoint dot = tw_timeline_layout_dot (layout, row);
  TwRect bar = tw_timeline_layout_bar (layout, row);
  double k = layout->metrics->row_px, size = 9 * k;
  TwRect round = { dot.x - size / 2, dot.y - size / 2, size, size };

  tw_canvas_line (canvas, bar.x + bar.width, dot.y, round.x, dot.y, 1, TW_SOLID,
                  &palette->colors[TW_COLOR_ACCENT]);
  tw_canvas_fill (canvas, round, size / 2, &palette->colors[TW_COLOR_VIEW_BG]);
  tw_canvas_stroke (canvas, round, size / 2, 2, TW_SOLID, &palette->colors[TW_COLOR_ACCENT]);
}

void
tw_timeline_paint_linking (TwTimelineLayout *layout, TwCanvas *canvas, const TwPalette *palette,
                           guint row, TwPoint to, int target)
{
  TwPoint dot = tw_timeline_layout_dot (layout, row);
  TwPoint points[] = { dot, { to.x, dot.y }, to };
  const TwRgba *accent = &palette->colors[TW_COLOR_ACCENT];

  tw_timeline_paint_hover (layout, canvas, palette, row);
  if (target >= 0)
    {
      TwRect bar = tw_timeline_layout_bar (layout, (guint) target);
      TwRect around = { bar.x - 2, bar.y - 2, bar.width + 4, bar.height + 4 };

      tw_canvas_stroke (canvas, around, 5, 2, TW_SOLID, accent);
    }
  tw_canvas_polyline (canvas, points, G_N_ELEMENTS (points), 2, (TwDash){ 4, 3 }, accent);
}

void
tw_timeline_paint_band (TwCanvas *canvas, const TwPalette *palette, TwRect band)
{
  TwRgba tint = tw_palette_alpha (palette, TW_COLOR_ACCENT, 0.12);

  tw_canvas_fill (canvas, band, 2, &tint);
  tw_canvas_stroke (canvas, band, 2, MAX (1, palette->min_stroke), TW_SOLID,
                    &palette->colors[TW_COLOR_ACCENT]);
}

void
tw_timeline_paint_focus (TwCanvas *canvas, const TwPalette *palette, TwRect bar)
{
  TwRgba ring = tw_palette_alpha (palette, TW_COLOR_ACCENT, 0.5);
  TwRect around = { bar.x - 4, bar.y - 4, bar.width + 8, bar.height + 8 };

  tw_canvas_stroke (canvas, around, 6, 2, TW_SOLID, &ring);
}

/* --- the tooltip --- */

static TwFont
font_of_line (guint line, guint n)
{
  if (line == 0 && n > 1)
    return TW_FONT_DENSE_BOLD;
  return line < 3 ? TW_FONT_CAPTION : TW_FONT_CAPTION_BOLD;
}

/* Paints the lines with their top left corner at x, y, or only measures them. */
static void
lay_lines (TwCanvas *canvas, const TwPalette *palette, const char *const *lines, double x, double y,
           gboolean paint, double *width, double *height)
{
  TwMetrics *metrics = tw_canvas_metrics (canvas);
  guint n = g_strv_length ((char **) lines);

  *width = *height = 0;
  for (guint i = 0; i < n; i++)
    {
      PangoLayout *layout = tw_metrics_layout (metrics, font_of_line (i, n), TW_TEXT_WRAP,
                                               TIP_WIDTH * metrics->px, lines[i]);
      PangoRectangle box;

      pango_layout_get_extents (layout, NULL, &box);
      if (paint)
        tw_canvas_layout (canvas, layout, x - pango_units_to_double (box.x), y + *height,
                          &palette->colors[TW_COLOR_TIP_TEXT]);
      *width = MAX (*width, pango_units_to_double (box.width));
      *height += pango_units_to_double (box.height) + (i + 1 < n ? metrics->px : 0);
    }
}

void
tw_timeline_paint_tip (TwCanvas *canvas, const TwPalette *palette, TwRect bounds, TwRect bar,
                       const char *const *lines)
{
  double px = tw_canvas_metrics (canvas)->px, pad = TIP_PAD * px, away = TIP_AWAY * px;
  double right = bounds.x + bounds.width - 6, bottom = bounds.y + bounds.height - 6;
  TwRect tip;

  lay_lines (canvas, palette, lines, 0, 0, FALSE, &tip.width, &tip.height);
  tip.width += 2 * pad;
  tip.height += 1.3 * pad;
  tip.x = bar.x + bar.width + away;
  if (tip.x + tip.width > right)
    tip.x = bar.x - away - tip.width;
  /* A bar as long as the view leaves no room on either side. */
  tip.x = CLAMP (tip.x, bounds.x + 6, MAX (bounds.x + 6, right - tip.width));
  tip.y = bar.y + (bar.height - tip.height) / 2;
  tip.y = CLAMP (tip.y, bounds.y + 6, MAX (bounds.y + 6, bottom - tip.height));
  tw_canvas_fill (canvas, tip, 9 * px, &palette->colors[TW_COLOR_TIP]);
  if (palette->outlined)
    tw_canvas_stroke (canvas, tip, 9 * px, palette->min_stroke, TW_SOLID,
                      &palette->colors[TW_COLOR_TEXT]);
  lay_lines (canvas, palette, lines, tip.x + pad, tip.y + 0.65 * pad, TRUE, &tip.width,
             &tip.height);
}
