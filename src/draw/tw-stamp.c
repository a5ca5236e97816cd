/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-canvas.h"

#include <math.h>
#include <string.h>

/* The bytes are compared, so there may be none that nobody sets. */
G_STATIC_ASSERT (sizeof (TwStamp)
                 == sizeof (TwStampFunc) + 6 * sizeof (double) + 3 * sizeof (TwRgba));

void
tw_stamp_init (TwStamp *stamp, TwStampFunc paint, double width, double height)
{
  memset (stamp, 0, sizeof *stamp);
  stamp->paint = paint;
  stamp->width = width;
  stamp->height = height;
}

guint
tw_stamp_hash (gconstpointer stamp)
{
  const guchar *bytes = stamp;
  guint hash = 5381;

  for (gsize i = 0; i < sizeof (TwStamp); i++)
    hash = hash * 33 + bytes[i];
  return hash;
}

gboolean
tw_stamp_equal (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (TwStamp)) == 0;
}

static void
set_color (cairo_t *cr, const TwRgba *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
paint_diamond (cairo_t *cr, const TwStamp *stamp)
{
  double half = stamp->width / 2;

  cairo_move_to (cr, half, 0);
  cairo_line_to (cr, stamp->width, half);
  cairo_line_to (cr, half, stamp->width);
  cairo_line_to (cr, 0, half);
  cairo_close_path (cr);
  set_color (cr, &stamp->colors[0]);
  cairo_fill (cr);
}

void
tw_canvas_diamond (TwCanvas *canvas, double x, double y, double size, const TwRgba *color)
{
  TwStamp stamp;

  tw_stamp_init (&stamp, paint_diamond, size, size);
  stamp.colors[0] = *color;
  tw_canvas_stamp (canvas, &stamp, x - size / 2, y - size / 2);
}

static void
paint_arrow (cairo_t *cr, const TwStamp *stamp)
{
  double w = stamp->width;
  double h = stamp->height;

  switch ((TwArrow) stamp->values[0])
    {
    case TW_ARROW_RIGHT:
      cairo_move_to (cr, w, h / 2);
      cairo_line_to (cr, 0, h);
      cairo_line_to (cr, 0, 0);
      break;
    case TW_ARROW_DOWN:
      cairo_move_to (cr, w / 2, h);
      cairo_line_to (cr, 0, 0);
      cairo_line_to (cr, w, 0);
      break;
    case TW_ARROW_UP:
      cairo_move_to (cr, w / 2, 0);
      cairo_line_to (cr, w, h);
      cairo_line_to (cr, 0, h);
      break;
    default:
      g_assert_not_reached ();
    }
  cairo_close_path (cr);
  set_color (cr, &stamp->colors[0]);
  cairo_fill (cr);
}

void
tw_canvas_arrow (TwCanvas *canvas, TwArrow direction, double x, double y, double length,
                 double breadth, const TwRgba *color)
{
  gboolean level = direction == TW_ARROW_RIGHT;
  TwStamp stamp;

  tw_stamp_init (&stamp, paint_arrow, level ? length : breadth, level ? breadth : length);
  stamp.colors[0] = *color;
  stamp.values[0] = direction;
  if (level)
    tw_canvas_stamp (canvas, &stamp, x - length, y - breadth / 2);
  else
    tw_canvas_stamp (canvas, &stamp, x - breadth / 2, direction == TW_ARROW_DOWN ? y - length : y);
}

void
tw_canvas_elbow (TwCanvas *canvas, double x1, double y1, double bend, double y2, double width,
                 double breadth, const TwRgba *color)
{
  TwPoint points[] = { { x1, y1 }, { bend, y1 }, { bend, y2 } };

  tw_canvas_polyline (canvas, points, G_N_ELEMENTS (points), width, TW_SOLID, color);
  tw_canvas_arrow (canvas, y2 > y1 ? TW_ARROW_DOWN : TW_ARROW_UP, bend, y2, breadth * 6.5 / 8,
                   breadth, color);
}

static void
paint_ring (cairo_t *cr, const TwStamp *stamp)
{
  double middle = stamp->width / 2;
  double line = stamp->values[0];
  double fraction = stamp->values[1];

  cairo_set_line_width (cr, line);
  cairo_arc (cr, middle, middle, middle - line / 2, 0, 2 * G_PI);
  set_color (cr, &stamp->colors[0]);
  cairo_stroke (cr);
  if (fraction <= 0)
    return;
  cairo_arc (cr, middle, middle, middle - line / 2, -G_PI / 2,
             -G_PI / 2 + 2 * G_PI * MIN (fraction, 1));
  set_color (cr, &stamp->colors[1]);
  cairo_stroke (cr);
}

void
tw_canvas_ring (TwCanvas *canvas, double x, double y, double radius, double width, double fraction,
                const TwRgba *track, const TwRgba *fill)
{
  TwStamp stamp;

  tw_stamp_init (&stamp, paint_ring, 2 * radius, 2 * radius);
  stamp.colors[0] = *track;
  stamp.colors[1] = *fill;
  stamp.values[0] = width;
  stamp.values[1] = fraction;
  tw_canvas_stamp (canvas, &stamp, x - radius, y - radius);
}

static void
paint_dashed_circle (cairo_t *cr, const TwStamp *stamp)
{
  double middle = stamp->width / 2;
  double line = stamp->values[0];
  double dashes[2] = { stamp->values[1], stamp->values[2] };

  cairo_set_line_width (cr, line);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_arc (cr, middle, middle, middle - line / 2, 0, 2 * G_PI);
  set_color (cr, &stamp->colors[0]);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

void
tw_canvas_dashed_circle (TwCanvas *canvas, double x, double y, double radius, double width,
                         TwDash dash, const TwRgba *color)
{
  double around = 2 * G_PI * (radius - width / 2);
  double period = dash.on + dash.off;
  TwStamp stamp;

  g_return_if_fail (period > 0);
  tw_stamp_init (&stamp, paint_dashed_circle, 2 * radius, 2 * radius);
  stamp.colors[0] = *color;
  stamp.values[0] = width;
  /* A whole number of dashes, so that the ends meet. */
  period = around / MAX (floor (around / period + 0.5), 1);
  stamp.values[1] = period * dash.on / (dash.on + dash.off);
  stamp.values[2] = period - stamp.values[1];
  tw_canvas_stamp (canvas, &stamp, x - radius, y - radius);
}

static void
paint_curve (cairo_t *cr, const TwStamp *stamp)
{
  double line = stamp->values[0];
  double reach = stamp->values[1];
  double dx = stamp->values[2];
  double dy = stamp->values[3];
  double x = dx >= 0 ? reach : reach - dx;
  double y = (dy >= 0 ? 0 : -dy) + line / 2;

  cairo_set_line_width (cr, line);
  cairo_move_to (cr, x, y);
  cairo_curve_to (cr, x + reach, y, x + dx - reach, y + dy, x + dx, y + dy);
  set_color (cr, &stamp->colors[0]);
  cairo_stroke (cr);
}

void
tw_canvas_curve (TwCanvas *canvas, double x1, double y1, double x2, double y2, double width,
                 const TwRgba *color)
{
  double dx = x2 - x1;
  double dy = y2 - y1;
  double reach = MAX (fabs (dx) / 2, fabs (dy));
  TwStamp stamp;

  tw_stamp_init (&stamp, paint_curve, fabs (dx) + 2 * reach, fabs (dy) + width);
  stamp.colors[0] = *color;
  stamp.values[0] = width;
  stamp.values[1] = reach;
  stamp.values[2] = dx;
  stamp.values[3] = dy;
  tw_canvas_stamp (canvas, &stamp, MIN (x1, x2) - reach, MIN (y1, y2) - width / 2);
}

/* The icon tw-handover, on its grid of 16. */
static void
paint_handover (cairo_t *cr, const TwStamp *stamp)
{
  cairo_scale (cr, stamp->width / 16, stamp->height / 16);
  cairo_move_to (cr, 2, 2);
  cairo_arc (cr, 3, 2, 1, G_PI, G_PI * 3 / 2);
  cairo_arc (cr, 4, 2, 1, -G_PI / 2, 0);
  cairo_line_to (cr, 5, 7);
  cairo_line_to (cr, 10, 7);
  cairo_line_to (cr, 10, 4.5);
  cairo_line_to (cr, 15, 8);
  cairo_line_to (cr, 10, 11.5);
  cairo_line_to (cr, 10, 9);
  cairo_arc (cr, 4, 7, 2, G_PI / 2, G_PI);
  cairo_close_path (cr);
  set_color (cr, &stamp->colors[0]);
  cairo_fill (cr);
}

void
tw_canvas_handover (TwCanvas *canvas, double x, double y, double size, const TwRgba *color)
{
  TwStamp stamp;

  tw_stamp_init (&stamp, paint_handover, size, size);
  stamp.colors[0] = *color;
  tw_canvas_stamp (canvas, &stamp, x, y);
}
