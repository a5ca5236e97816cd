/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-canvas.h"

#include <math.h>
#include <string.h>

typedef struct
{
  TwMetrics *metrics;
} TwCanvasPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TwCanvas, tw_canvas, G_TYPE_OBJECT)

static void
tw_canvas_finalize (GObject *object)
{
  TwCanvasPrivate *priv = tw_canvas_get_instance_private (TW_CANVAS (object));

  g_clear_pointer (&priv->metrics, tw_metrics_unref);
  G_OBJECT_CLASS (tw_canvas_parent_class)->finalize (object);
}

static void
tw_canvas_class_init (TwCanvasClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tw_canvas_finalize;
}

static void
tw_canvas_init (TwCanvas *canvas G_GNUC_UNUSED)
{
}

void
tw_canvas_set_metrics (TwCanvas *canvas, TwMetrics *metrics)
{
  TwCanvasPrivate *priv = tw_canvas_get_instance_private (canvas);

  g_return_if_fail (TW_IS_CANVAS (canvas));
  g_return_if_fail (metrics != NULL);
  tw_metrics_ref (metrics);
  g_clear_pointer (&priv->metrics, tw_metrics_unref);
  priv->metrics = metrics;
}

TwMetrics *
tw_canvas_metrics (TwCanvas *canvas)
{
  TwCanvasPrivate *priv = tw_canvas_get_instance_private (canvas);

  g_return_val_if_fail (TW_IS_CANVAS (canvas), NULL);
  return priv->metrics;
}

void
tw_canvas_fill (TwCanvas *canvas, TwRect rect, double radius, const TwRgba *color)
{
  g_return_if_fail (TW_IS_CANVAS (canvas));
  if (rect.width <= 0 || rect.height <= 0 || color->alpha <= 0)
    return;
  radius = MIN (radius, MIN (rect.width, rect.height) / 2);
  TW_CANVAS_GET_CLASS (canvas)->fill_rect (canvas, &rect, radius, color);
}

void
tw_canvas_stroke (TwCanvas *canvas, TwRect rect, double radius, double width, TwDash dash,
                  const TwRgba *color)
{
  g_return_if_fail (TW_IS_CANVAS (canvas));
  if (rect.width <= 0 || rect.height <= 0 || width <= 0 || color->alpha <= 0)
    return;
  /* A rectangle that its own outline fills. */
  if (width * 2 >= MIN (rect.width, rect.height))
    {
      tw_canvas_fill (canvas, rect, radius, color);
      return;
    }
  radius = MIN (radius, MIN (rect.width, rect.height) / 2);
  TW_CANVAS_GET_CLASS (canvas)->stroke_rect (canvas, &rect, radius, width, dash, color);
}

void
tw_canvas_polygon (TwCanvas *canvas, const TwPoint *points, guint n, const TwRgba *fill,
                   double width, const TwRgba *stroke)
{
  g_return_if_fail (TW_IS_CANVAS (canvas));
  g_return_if_fail (n >= 3);
  TW_CANVAS_GET_CLASS (canvas)->polygon (canvas, points, n, fill, width, stroke);
}

void
tw_canvas_polyline (TwCanvas *canvas, const TwPoint *points, guint n, double width, TwDash dash,
                    const TwRgba *color)
{
  g_return_if_fail (TW_IS_CANVAS (canvas));
  g_return_if_fail (n >= 2);
  if (width > 0)
    TW_CANVAS_GET_CLASS (canvas)->polyline (canvas, points, n, width, dash, color);
}

/* Solid lines along an axis are rectangles on whole units, so that they are sharp on a screen. */
void
tw_canvas_line (TwCanvas *canvas, double x1, double y1, double x2, double y2, double width,
                TwDash dash, const TwRgba *color)
{
  TwPoint points[2] = { { x1, y1 }, { x2, y2 } };
  gboolean solid = dash.on <= 0 || dash.off <= 0;

  if (solid && fabs (x1 - x2) < 1e-6)
    tw_canvas_fill (canvas,
                    (TwRect){ floor (x1 - width / 2 + 0.5), MIN (y1, y2), width, fabs (y2 - y1) },
                    0, color);
  else if (solid && fabs (y1 - y2) < 1e-6)
    tw_canvas_fill (canvas,
                    (TwRect){ MIN (x1, x2), floor (y1 - width / 2 + 0.5), fabs (x2 - x1), width },
                    0, color);
  else
    tw_canvas_polyline (canvas, points, 2, width, dash, color);
}

void
tw_canvas_hatch (TwCanvas *canvas, TwRect rect, double radius, double on, double period,
                 const TwRgba *color)
{
  g_return_if_fail (TW_IS_CANVAS (canvas));
  g_return_if_fail (on > 0 && period > on);
  if (rect.width <= 0 || rect.height <= 0)
    return;
  radius = MIN (radius, MIN (rect.width, rect.height) / 2);
  TW_CANVAS_GET_CLASS (canvas)->hatch (canvas, &rect, radius, on, period, color);
}

void
tw_canvas_stamp (TwCanvas *canvas, const TwStamp *stamp, double x, double y)
{
  g_return_if_fail (TW_IS_CANVAS (canvas));
  if (stamp->width > 0 && stamp->height > 0)
    TW_CANVAS_GET_CLASS (canvas)->stamp (canvas, stamp, x, y);
}

void
tw_canvas_layout (TwCanvas *canvas, PangoLayout *layout, double x, double y, const TwRgba *color)
{
  g_return_if_fail (TW_IS_CANVAS (canvas));
  TW_CANVAS_GET_CLASS (canvas)->layout (canvas, layout, x, y, color);
}

double
tw_canvas_text (TwCanvas *canvas, TwFont font, TwTextFlags flags, double x, double y, double width,
                const TwRgba *color, const char *text)
{
  TwMetrics *metrics = tw_canvas_metrics (canvas);
  PangoLayout *layout;
  PangoRectangle box;
  double w, shift = 0;

  g_return_val_if_fail (metrics != NULL && text != NULL, 0);
  if (*text == '\0')
    return 0;
  layout = tw_metrics_layout (metrics, font, flags, -1, text);
  pango_layout_get_extents (layout, NULL, &box);
  /* Only what doesn't fit is given a width: a fitting text is placed by its own, so that Pango
   * doesn't move what is written from the right. */
  if (width >= 0 && box.width > pango_units_from_double (width))
    {
      layout = tw_metrics_layout (metrics, font, flags, width, text);
      pango_layout_get_extents (layout, NULL, &box);
    }
  w = pango_units_to_double (box.width);
  if (flags & TW_TEXT_CENTER)
    shift = w / 2;
  else if (flags & TW_TEXT_RIGHT)
    shift = w;
  if (flags & TW_TEXT_MIDDLE)
    y -= pango_units_to_double (box.height) / 2;
  tw_canvas_layout (canvas, layout, x - shift - pango_units_to_double (box.x), y, color);
  return w;
}

void
tw_canvas_push_clip (TwCanvas *canvas, TwRect rect, double radius)
{
  g_return_if_fail (TW_IS_CANVAS (canvas));
  rect.width = MAX (rect.width, 0);
  rect.height = MAX (rect.height, 0);
  radius = MIN (radius, MIN (rect.width, rect.height) / 2);
  TW_CANVAS_GET_CLASS (canvas)->push_clip (canvas, &rect, radius);
}

void
tw_canvas_push_offset (TwCanvas *canvas, double dx, double dy)
{
  g_return_if_fail (TW_IS_CANVAS (canvas));
  TW_CANVAS_GET_CLASS (canvas)->push_offset (canvas, dx, dy);
}

void
tw_canvas_pop (TwCanvas *canvas)
{
  g_return_if_fail (TW_IS_CANVAS (canvas));
  TW_CANVAS_GET_CLASS (canvas)->pop (canvas);
}

/* An attribute string of cairo's tags: name='value', ASCII only. */
static char *
tag_attribute (const char *name, const char *value, gboolean percent)
{
  GString *text = g_string_new (name);

  g_string_append (text, "='");
  for (const char *c = value; *c != '\0'; c++)
    {
      guchar byte = (guchar) *c;

      if (percent && (byte <= ' ' || byte >= 0x7f))
        g_string_append_printf (text, "%%%02X", byte);
      else
        {
          if (byte == '\'' || byte == '\\')
            g_string_append_c (text, '\\');
          g_string_append_c (text, *c);
        }
    }
  g_string_append_c (text, '\'');
  return g_string_free (text, FALSE);
}

static void
tag_begin (TwCanvas *canvas, const char *tag, const char *attributes)
{
  g_return_if_fail (TW_IS_CANVAS (canvas));
  if (TW_CANVAS_GET_CLASS (canvas)->tag_begin != NULL)
    TW_CANVAS_GET_CLASS (canvas)->tag_begin (canvas, tag, attributes);
}

void
tw_canvas_tag_begin (TwCanvas *canvas, const char *tag)
{
  tag_begin (canvas, tag, "");
}

void
tw_canvas_tag_end (TwCanvas *canvas, const char *tag)
{
  g_return_if_fail (TW_IS_CANVAS (canvas));
  if (TW_CANVAS_GET_CLASS (canvas)->tag_end != NULL)
    TW_CANVAS_GET_CLASS (canvas)->tag_end (canvas, tag);
}

void
tw_canvas_link_begin (TwCanvas *canvas, const char *uri)
{
  g_autofree char *attributes = tag_attribute ("uri", uri, TRUE);

  tag_begin (canvas, CAIRO_TAG_LINK, attributes);
}

void
tw_canvas_link_end (TwCanvas *canvas)
{
  tw_canvas_tag_end (canvas, CAIRO_TAG_LINK);
}

void
tw_canvas_destination (TwCanvas *canvas, const char *name)
{
  g_autofree char *attributes = tag_attribute ("name", name, FALSE);

  tag_begin (canvas, CAIRO_TAG_DEST, attributes);
  tw_canvas_tag_end (canvas, CAIRO_TAG_DEST);
}

int
tw_canvas_outline (TwCanvas *canvas, int parent, const char *title, const char *destination)
{
  g_autofree char *attributes = tag_attribute ("dest", destination, FALSE);

  g_return_val_if_fail (TW_IS_CANVAS (canvas), 0);
  if (TW_CANVAS_GET_CLASS (canvas)->outline == NULL)
    return 0;
  return TW_CANVAS_GET_CLASS (canvas)->outline (canvas, parent, title, attributes);
}
