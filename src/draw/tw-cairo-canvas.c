/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-canvas.h"

#include <cairo-pdf.h>
#include <math.h>
#include <pango/pangocairo.h>

#define TW_TYPE_CAIRO_CANVAS (tw_cairo_canvas_get_type ())
G_DECLARE_FINAL_TYPE (TwCairoCanvas, tw_cairo_canvas, TW, CAIRO_CANVAS, TwCanvas)

struct _TwCairoCanvas
{
  TwCanvas parent_instance;
  cairo_t *cr;
};

G_DEFINE_FINAL_TYPE (TwCairoCanvas, tw_cairo_canvas, TW_TYPE_CANVAS)

static void
set_color (cairo_t *cr, const TwRgba *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
set_dash (cairo_t *cr, TwDash dash)
{
  double dashes[2] = { dash.on, dash.off };

  if (dash.on > 0 && dash.off > 0)
    cairo_set_dash (cr, dashes, 2, 0);
  else
    cairo_set_dash (cr, NULL, 0, 0);
}

static void
add_rect (cairo_t *cr, const TwRect *rect, double radius)
{
  double x = rect->x, y = rect->y;
  double right = x + rect->width, bottom = y + rect->height;

  if (radius <= 0)
    {
      cairo_rectangle (cr, x, y, rect->width, rect->height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x + radius, bottom - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, G_PI * 3 / 2);
  cairo_close_path (cr);
}

static void
fill_rect (TwCanvas *canvas, const TwRect *rect, double radius, const TwRgba *color)
{
  cairo_t *cr = TW_CAIRO_CANVAS (canvas)->cr;

  set_color (cr, color);
  add_rect (cr, rect, radius);
  cairo_fill (cr);
}

static void
stroke_rect (TwCanvas *canvas, const TwRect *rect, double radius, double width, TwDash dash,
             const TwRgba *color)
{
  cairo_t *cr = TW_CAIRO_CANVAS (canvas)->cr;
  TwRect inner
      = { rect->x + width / 2, rect->y + width / 2, rect->width - width, rect->height - width };

  set_color (cr, color);
  set_dash (cr, dash);
  cairo_set_line_width (cr, width);
  add_rect (cr, &inner, MAX (radius - width / 2, 0));
  cairo_stroke (cr);
}

static void
add_points (cairo_t *cr, const TwPoint *points, guint n)
{
  cairo_new_path (cr);
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
}

static void
polygon (TwCanvas *canvas, const TwPoint *points, guint n, const TwRgba *fill, double width,
         const TwRgba *stroke)
{
  cairo_t *cr = TW_CAIRO_CANVAS (canvas)->cr;

  add_points (cr, points, n);
  cairo_close_path (cr);
  if (fill != NULL)
    {
      set_color (cr, fill);
      cairo_fill_preserve (cr);
    }
  if (stroke != NULL && width > 0)
    {
      set_color (cr, stroke);
      set_dash (cr, TW_SOLID);
      cairo_set_line_width (cr, width);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
polyline (TwCanvas *canvas, const TwPoint *points, guint n, double width, TwDash dash,
          const TwRgba *color)
{
  cairo_t *cr = TW_CAIRO_CANVAS (canvas)->cr;

  add_points (cr, points, n);
  set_color (cr, color);
  set_dash (cr, dash);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static void
hatch (TwCanvas *canvas, const TwRect *rect, double radius, double on, double period,
       const TwRgba *color)
{
  cairo_t *cr = TW_CAIRO_CANVAS (canvas)->cr;
  double step = period * G_SQRT2;

  cairo_save (cr);
  add_rect (cr, rect, radius);
  cairo_clip (cr);
  set_color (cr, color);
  set_dash (cr, TW_SOLID);
  cairo_set_line_width (cr, on);
  for (double x = rect->x; x < rect->x + rect->width + rect->height; x += step)
    {
      cairo_move_to (cr, x + on, rect->y - on);
      cairo_line_to (cr, x - rect->height - on, rect->y + rect->height + on);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
show_layout (TwCanvas *canvas, PangoLayout *layout, double x, double y, const TwRgba *color)
{
  cairo_t *cr = TW_CAIRO_CANVAS (canvas)->cr;

  set_color (cr, color);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

static void
put_stamp (TwCanvas *canvas, const TwStamp *stamp, double x, double y)
{
  cairo_t *cr = TW_CAIRO_CANVAS (canvas)->cr;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  set_dash (cr, TW_SOLID);
  cairo_new_path (cr);
  stamp->paint (cr, stamp);
  cairo_restore (cr);
}

static void
push_clip (TwCanvas *canvas, const TwRect *rect, double radius)
{
  cairo_t *cr = TW_CAIRO_CANVAS (canvas)->cr;

  cairo_save (cr);
  cairo_new_path (cr);
  add_rect (cr, rect, radius);
  cairo_clip (cr);
}

static void
push_offset (TwCanvas *canvas, double dx, double dy)
{
  cairo_t *cr = TW_CAIRO_CANVAS (canvas)->cr;

  cairo_save (cr);
  cairo_translate (cr, dx, dy);
}

static void
pop (TwCanvas *canvas)
{
  cairo_restore (TW_CAIRO_CANVAS (canvas)->cr);
}

static void
begin_tag (TwCanvas *canvas, const char *tag, const char *attributes)
{
  cairo_tag_begin (TW_CAIRO_CANVAS (canvas)->cr, tag, attributes);
}

static void
end_tag (TwCanvas *canvas, const char *tag)
{
  cairo_tag_end (TW_CAIRO_CANVAS (canvas)->cr, tag);
}

static int
add_outline (TwCanvas *canvas, int parent, const char *title, const char *attributes)
{
  cairo_surface_t *surface = cairo_get_target (TW_CAIRO_CANVAS (canvas)->cr);

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_PDF)
    return 0;
  return cairo_pdf_surface_add_outline (surface, parent, title, attributes,
                                        CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

static void
tw_cairo_canvas_finalize (GObject *object)
{
  cairo_destroy (TW_CAIRO_CANVAS (object)->cr);
  G_OBJECT_CLASS (tw_cairo_canvas_parent_class)->finalize (object);
}

static void
tw_cairo_canvas_class_init (TwCairoCanvasClass *klass)
{
  TwCanvasClass *canvas_class = TW_CANVAS_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tw_cairo_canvas_finalize;
  canvas_class->fill_rect = fill_rect;
  canvas_class->stroke_rect = stroke_rect;
  canvas_class->polygon = polygon;
  canvas_class->polyline = polyline;
  canvas_class->hatch = hatch;
  canvas_class->layout = show_layout;
  canvas_class->stamp = put_stamp;
  canvas_class->push_clip = push_clip;
  canvas_class->push_offset = push_offset;
  canvas_class->pop = pop;
  canvas_class->tag_begin = begin_tag;
  canvas_class->tag_end = end_tag;
  canvas_class->outline = add_outline;
}

static void
tw_cairo_canvas_init (TwCairoCanvas *canvas G_GNUC_UNUSED)
{
}

TwCanvas *
tw_canvas_new_cairo (cairo_t *cr, TwMetrics *metrics)
{
  TwCairoCanvas *canvas;

  g_return_val_if_fail (cr != NULL && metrics != NULL, NULL);
  canvas = g_object_new (TW_TYPE_CAIRO_CANVAS, NULL);
  canvas->cr = cairo_reference (cr);
  tw_canvas_set_metrics (TW_CANVAS (canvas), metrics);
  return TW_CANVAS (canvas);
}
