/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "tw-snapshot-canvas.h"

/* GSK 4.8 has no paths: what isn't made of rectangles, text and pictures made once goes through a
 * small cairo node of its own. */

#define MOST_STAMPS 512

struct _TwStampCache
{
  GHashTable *nodes; /* TwStamp to GskRenderNode */
};

TwStampCache *
tw_stamp_cache_new (void)
{
  TwStampCache *cache = g_new0 (TwStampCache, 1);

  cache->nodes = g_hash_table_new_full (tw_stamp_hash, tw_stamp_equal, g_free,
                                        (GDestroyNotify) gsk_render_node_unref);
  return cache;
}

void
tw_stamp_cache_free (TwStampCache *cache)
{
  g_hash_table_unref (cache->nodes);
  g_free (cache);
}

#define TW_TYPE_SNAPSHOT_CANVAS (tw_snapshot_canvas_get_type ())
G_DECLARE_FINAL_TYPE (TwSnapshotCanvas, tw_snapshot_canvas, TW, SNAPSHOT_CANVAS, TwCanvas)

struct _TwSnapshotCanvas
{
  TwCanvas parent_instance;
  GtkSnapshot *snapshot;
  TwStampCache *cache;
  GArray *pushes; /* gboolean: a clip, else an offset */
};

G_DEFINE_FINAL_TYPE (TwSnapshotCanvas, tw_snapshot_canvas, TW_TYPE_CANVAS)

static GtkSnapshot *
snapshot_of (TwCanvas *canvas)
{
  return TW_SNAPSHOT_CANVAS (canvas)->snapshot;
}

static graphene_rect_t
to_rect (const TwRect *rect)
{
  return GRAPHENE_RECT_INIT ((float) rect->x, (float) rect->y, (float) rect->width,
                             (float) rect->height);
}

static const GdkRGBA *
to_rgba (const TwRgba *color)
{
  return (const GdkRGBA *) color;
}

static void
fill_rect (TwCanvas *canvas, const TwRect *rect, double radius, const TwRgba *color)
{
  graphene_rect_t bounds = to_rect (rect);
  GskRoundedRect outline;

  if (radius <= 0)
    {
      gtk_snapshot_append_color (snapshot_of (canvas), to_rgba (color), &bounds);
      return;
    }
  gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot_of (canvas), &outline);
  gtk_snapshot_append_color (snapshot_of (canvas), to_rgba (color), &bounds);
  gtk_snapshot_pop (snapshot_of (canvas));
}

/* A cairo node over bounds on which the cairo canvas paints. */
static TwCanvas *
begin_cairo (TwCanvas *canvas, double x1, double y1, double x2, double y2, cairo_t **cr)
{
  graphene_rect_t bounds
      = GRAPHENE_RECT_INIT ((float) floor (x1), (float) floor (y1),
                            (float) (ceil (x2) - floor (x1)), (float) (ceil (y2) - floor (y1)));

  *cr = gtk_snapshot_append_cairo (snapshot_of (canvas), &bounds);
  return tw_canvas_new_cairo (*cr, tw_canvas_metrics (canvas));
}

static void
end_cairo (TwCanvas *painter, cairo_t *cr)
{
  g_object_unref (painter);
  cairo_destroy (cr);
}

static void
stroke_rect (TwCanvas *canvas, const TwRect *rect, double radius, double width, TwDash dash,
             const TwRgba *color)
{
  float w = (float) width;
  graphene_rect_t bounds = to_rect (rect);
  GskRoundedRect outline;
  TwCanvas *painter;
  cairo_t *cr;

  if (dash.on <= 0 || dash.off <= 0)
    {
      gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) radius);
      gtk_snapshot_append_border (
          snapshot_of (canvas), &outline, (float[4]){ w, w, w, w },
          (GdkRGBA[4]){ *to_rgba (color), *to_rgba (color), *to_rgba (color), *to_rgba (color) });
      return;
    }
  painter
      = begin_cairo (canvas, rect->x, rect->y, rect->x + rect->width, rect->y + rect->height, &cr);
  tw_canvas_stroke (painter, *rect, radius, width, dash, color);
  end_cairo (painter, cr);
}

static void
find_bounds (const TwPoint *points, guint n, double margin, TwPoint *least, TwPoint *most)
{
  *least = *most = points[0];
  for (guint i = 1; i < n; i++)
    {
      least->x = MIN (least->x, points[i].x);
      least->y = MIN (least->y, points[i].y);
      most->x = MAX (most->x, points[i].x);
      most->y = MAX (most->y, points[i].y);
    }
  least->x -= margin;
  least->y -= margin;
  most->x += margin;
  most->y += margin;
}

static void
polygon (TwCanvas *canvas, const TwPoint *points, guint n, const TwRgba *fill, double width,
         const TwRgba *stroke)
{
  TwPoint least, most;
  TwCanvas *painter;
  cairo_t *cr;

  find_bounds (points, n, width, &least, &most);
  painter = begin_cairo (canvas, least.x, least.y, most.x, most.y, &cr);
  tw_canvas_polygon (painter, points, n, fill, width, stroke);
  end_cairo (painter, cr);
}

static gboolean
is_square (const TwPoint *points, guint n)
{
  for (guint i = 1; i < n; i++)
    if (fabs (points[i].x - points[i - 1].x) > 1e-6 && fabs (points[i].y - points[i - 1].y) > 1e-6)
      return FALSE;
  return TRUE;
}

/* One side of a line, longer by half its width at joins, so that corners are whole. */
static void
append_side (TwCanvas *canvas, TwPoint from, TwPoint to, double width, double before, double behind,
             const TwRgba *color)
{
  gboolean down = fabs (from.x - to.x) <= 1e-6;
  gboolean forward = down ? to.y >= from.y : to.x >= from.x;
  double low = forward ? before : behind, high = forward ? behind : before;
  TwRect side = down ? (TwRect){ from.x - width / 2, MIN (from.y, to.y) - low, width,
                                 fabs (to.y - from.y) + low + high }
                     : (TwRect){ MIN (from.x, to.x) - low, from.y - width / 2,
                                 fabs (to.x - from.x) + low + high, width };

  tw_canvas_fill (canvas, side, 0, color);
}

static void
polyline (TwCanvas *canvas, const TwPoint *points, guint n, double width, TwDash dash,
          const TwRgba *color)
{
  TwPoint least, most;
  TwCanvas *painter;
  cairo_t *cr;

  /* What shows through would be darker where two sides meet. */
  if ((dash.on <= 0 || dash.off <= 0) && is_square (points, n) && color->alpha >= 1)
    {
      for (guint i = 1; i < n; i++)
        append_side (canvas, points[i - 1], points[i], width, i > 1 ? width / 2 : 0,
                     i + 1 < n ? width / 2 : 0, color);
      return;
    }
  find_bounds (points, n, width, &least, &most);
  painter = begin_cairo (canvas, least.x, least.y, most.x, most.y, &cr);
  tw_canvas_polyline (painter, points, n, width, dash, color);
  end_cairo (painter, cr);
}

static void
hatch (TwCanvas *canvas, const TwRect *rect, double radius, double on, double period,
       const TwRgba *color)
{
  TwCanvas *painter;
  cairo_t *cr;

  painter
      = begin_cairo (canvas, rect->x, rect->y, rect->x + rect->width, rect->y + rect->height, &cr);
  tw_canvas_hatch (painter, *rect, radius, on, period, color);
  end_cairo (painter, cr);
}

static void
show_layout (TwCanvas *canvas, PangoLayout *layout, double x, double y, const TwRgba *color)
{
  GtkSnapshot *snapshot = snapshot_of (canvas);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, to_rgba (color));
  gtk_snapshot_restore (snapshot);
}

static GskRenderNode *
stamp_node (TwStampCache *cache, const TwStamp *stamp)
{
  GskRenderNode *node = g_hash_table_lookup (cache->nodes, stamp);
  cairo_t *cr;

  if (node != NULL)
    return node;
  if (g_hash_table_size (cache->nodes) >= MOST_STAMPS)
    g_hash_table_remove_all (cache->nodes);
  /* A line may lie on the edge. */
  node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (-1, -1, (float) ceil (stamp->width) + 2,
                                                  (float) ceil (stamp->height) + 2));
  cr = gsk_cairo_node_get_draw_context (node);
  stamp->paint (cr, stamp);
  cairo_destroy (cr);
  g_hash_table_insert (cache->nodes, g_memdup2 (stamp, sizeof *stamp), node);
  return node;
}

static void
put_stamp (TwCanvas *canvas, const TwStamp *stamp, double x, double y)
{
  GtkSnapshot *snapshot = snapshot_of (canvas);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_node (snapshot, stamp_node (TW_SNAPSHOT_CANVAS (canvas)->cache, stamp));
  gtk_snapshot_restore (snapshot);
}

static void
push_clip (TwCanvas *canvas, const TwRect *rect, double radius)
{
  graphene_rect_t bounds = to_rect (rect);
  gboolean clip = TRUE;
  GskRoundedRect outline;

  if (radius > 0)
    {
      gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) radius);
      gtk_snapshot_push_rounded_clip (snapshot_of (canvas), &outline);
    }
  else
    gtk_snapshot_push_clip (snapshot_of (canvas), &bounds);
  g_array_append_val (TW_SNAPSHOT_CANVAS (canvas)->pushes, clip);
}

static void
push_offset (TwCanvas *canvas, double dx, double dy)
{
  gboolean clip = FALSE;

  gtk_snapshot_save (snapshot_of (canvas));
  gtk_snapshot_translate (snapshot_of (canvas), &GRAPHENE_POINT_INIT ((float) dx, (float) dy));
  g_array_append_val (TW_SNAPSHOT_CANVAS (canvas)->pushes, clip);
}

static void
pop (TwCanvas *canvas)
{
  GArray *pushes = TW_SNAPSHOT_CANVAS (canvas)->pushes;
  gboolean clip = g_array_index (pushes, gboolean, pushes->len - 1);

  g_array_set_size (pushes, pushes->len - 1);
  if (clip)
    gtk_snapshot_pop (snapshot_of (canvas));
  else
    gtk_snapshot_restore (snapshot_of (canvas));
}

static void
tw_snapshot_canvas_finalize (GObject *object)
{
  g_array_unref (TW_SNAPSHOT_CANVAS (object)->pushes);
  G_OBJECT_CLASS (tw_snapshot_canvas_parent_class)->finalize (object);
}

static void
tw_snapshot_canvas_class_init (TwSnapshotCanvasClass *klass)
{
  TwCanvasClass *canvas_class = TW_CANVAS_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tw_snapshot_canvas_finalize;
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
}

static void
tw_snapshot_canvas_init (TwSnapshotCanvas *canvas)
{
  canvas->pushes = g_array_new (FALSE, FALSE, sizeof (gboolean));
}

TwCanvas *
tw_canvas_new_snapshot (GtkSnapshot *snapshot, TwMetrics *metrics, TwStampCache *cache)
{
  TwSnapshotCanvas *canvas = g_object_new (TW_TYPE_SNAPSHOT_CANVAS, NULL);

  canvas->snapshot = snapshot;
  canvas->cache = cache;
  tw_canvas_set_metrics (TW_CANVAS (canvas), metrics);
  return TW_CANVAS (canvas);
}
