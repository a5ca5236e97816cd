/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib-object.h>

#include "tw-metrics.h"
#include "tw-style.h"

G_BEGIN_DECLS

/* What can be drawn, on whatever surface: cairo for paper, files and tests, GSK nodes in the
 * window. A subclass draws these primitives; everything else is made of them. */

typedef struct
{
  double x, y;
} TwPoint;

typedef struct
{
  double x, y, width, height;
} TwRect;

/* A dash: on and off; both 0 for a solid line. */
typedef struct
{
  double on, off;
} TwDash;

#define TW_SOLID ((TwDash){ 0, 0 })

/* A small picture with curves: glyph, diamond, arrow head, ring. Plain data without padding, so
 * that a canvas may keep what it made of one and find it again by its bytes (tw_stamp_hash,
 * _equal); make it with tw_stamp_init(), which clears what isn't set. */
typedef struct _TwStamp TwStamp;
typedef void (*TwStampFunc) (cairo_t *cr, const TwStamp *stamp);

struct _TwStamp
{
  TwStampFunc paint;    /* draws inside (0, 0, width, height) */
  double width, height; /* clipped to nothing: paint stays inside by itself */
  TwRgba colors[3];
  double values[4]; /* as paint understands them */
};

void tw_stamp_init (TwStamp *stamp, TwStampFunc paint, double width, double height);
guint tw_stamp_hash (gconstpointer stamp);
gboolean tw_stamp_equal (gconstpointer a, gconstpointer b);

#define TW_TYPE_CANVAS (tw_canvas_get_type ())
G_DECLARE_DERIVABLE_TYPE (TwCanvas, tw_canvas, TW, CANVAS, GObject)

struct _TwCanvasClass
{
  GObjectClass parent_class;

  void (*fill_rect) (TwCanvas *canvas, const TwRect *rect, double radius, const TwRgba *color);
  void (*stroke_rect) (TwCanvas *canvas, const TwRect *rect, double radius, double width,
                       TwDash dash, const TwRgba *color);
  void (*polygon) (TwCanvas *canvas, const TwPoint *points, guint n, const TwRgba *fill,
                   double width, const TwRgba *stroke);
  void (*polyline) (TwCanvas *canvas, const TwPoint *points, guint n, double width, TwDash dash,
                    const TwRgba *color);
  void (*hatch) (TwCanvas *canvas, const TwRect *rect, double radius, double on, double period,
                 const TwRgba *color);
  void (*layout) (TwCanvas *canvas, PangoLayout *layout, double x, double y, const TwRgba *color);
  void (*stamp) (TwCanvas *canvas, const TwStamp *stamp, double x, double y);
  void (*push_clip) (TwCanvas *canvas, const TwRect *rect, double radius);
  void (*push_offset) (TwCanvas *canvas, double dx, double dy);
  void (*pop) (TwCanvas *canvas);
  /* For paper; a screen leaves these NULL. */
  void (*tag_begin) (TwCanvas *canvas, const char *tag, const char *attributes);
  void (*tag_end) (TwCanvas *canvas, const char *tag);
  int (*outline) (TwCanvas *canvas, int parent, const char *title, const char *destination);
};

/* The cairo canvas; both are referenced. */
TwCanvas *tw_canvas_new_cairo (cairo_t *cr, TwMetrics *metrics);
/* For subclasses: what tw_canvas_text() makes its layouts with. */
void tw_canvas_set_metrics (TwCanvas *canvas, TwMetrics *metrics);
TwMetrics *tw_canvas_metrics (TwCanvas *canvas);

/* A rectangle, its corners rounded by radius (at most half its shorter side). */
void tw_canvas_fill (TwCanvas *canvas, TwRect rect, double radius, const TwRgba *color);
/* A line of that width along the inside of the rectangle's edge. */
void tw_canvas_stroke (TwCanvas *canvas, TwRect rect, double radius, double width, TwDash dash,
                       const TwRgba *color);
/* A closed shape; fill or stroke may be NULL. The stroke is centred on the edge. */
void tw_canvas_polygon (TwCanvas *canvas, const TwPoint *points, guint n, const TwRgba *fill,
                        double width, const TwRgba *stroke);
/* An open line with butt ends and mitred joins, centred on its points. */
void tw_canvas_polyline (TwCanvas *canvas, const TwPoint *points, guint n, double width,
                         TwDash dash, const TwRgba *color);
/* A straight line; a solid one along an axis is moved to whole units, to be sharp. */
void tw_canvas_line (TwCanvas *canvas, double x1, double y1, double x2, double y2, double width,
                     TwDash dash, const TwRgba *color);
/* Stripes at 45°, rising to the right: on wide, repeated every period, both measured across. */
void tw_canvas_hatch (TwCanvas *canvas, TwRect rect, double radius, double on, double period,
                      const TwRgba *color);
/* The stamp's (0, 0) at x, y. */
void tw_canvas_stamp (TwCanvas *canvas, const TwStamp *stamp, double x, double y);
void tw_canvas_layout (TwCanvas *canvas, PangoLayout *layout, double x, double y,
                       const TwRgba *color);
/* A text at a point as the flags say, not wider than width (< 0: no limit). Returns the width
 * that it takes. */
double tw_canvas_text (TwCanvas *canvas, TwFont font, TwTextFlags flags, double x, double y,
                       double width, const TwRgba *color, const char *text);

/* Each push is undone by one pop, last first. */
void tw_canvas_push_clip (TwCanvas *canvas, TwRect rect, double radius);
void tw_canvas_push_offset (TwCanvas *canvas, double dx, double dy);
void tw_canvas_pop (TwCanvas *canvas);

/* Paper only; nothing happens on a screen. Pairs nest. */
void tw_canvas_link_begin (TwCanvas *canvas, const char *uri);
void tw_canvas_link_end (TwCanvas *canvas);
void tw_canvas_destination (TwCanvas *canvas, const char *name);
/* A structure tag of PDF: "H1", "P", "Table", "TR", "TD", … */
void tw_canvas_tag_begin (TwCanvas *canvas, const char *tag);
void tw_canvas_tag_end (TwCanvas *canvas, const char *tag);
/* An entry of the document's outline below parent (0: the root) that leads to a destination;
 * returns its number. */
int tw_canvas_outline (TwCanvas *canvas, int parent, const char *title, const char *destination);

/* Shapes of more than one painter. */
void tw_canvas_diamond (TwCanvas *canvas, double x, double y, double size, const TwRgba *color);
/* An arrow head with its point at x, y; length along its direction. */
typedef enum
{
  TW_ARROW_RIGHT,
  TW_ARROW_DOWN,
  TW_ARROW_UP,
} TwArrow;
void tw_canvas_arrow (TwCanvas *canvas, TwArrow direction, double x, double y, double length,
                      double breadth, const TwRgba *color);
/* From x1, y1 level to bend, then down or up to y2, with an arrow head of that breadth there. */
void tw_canvas_elbow (TwCanvas *canvas, double x1, double y1, double bend, double y2, double width,
                      double breadth, const TwRgba *color);
/* A ring around x, y, of outer radius, its line width wide; fraction of it from the top clockwise
 * in fill over track. */
void tw_canvas_ring (TwCanvas *canvas, double x, double y, double radius, double width,
                     double fraction, const TwRgba *track, const TwRgba *fill);
/* A dashed circle. */
void tw_canvas_dashed_circle (TwCanvas *canvas, double x, double y, double radius, double width,
                              TwDash dash, const TwRgba *color);
/* An S-curve from one point to another that leaves and arrives level. */
void tw_canvas_curve (TwCanvas *canvas, double x1, double y1, double x2, double y2, double width,
                      const TwRgba *color);
/* The sign of a hand-over in a square with its top left corner at x, y. */
void tw_canvas_handover (TwCanvas *canvas, double x, double y, double size, const TwRgba *color);

G_END_DECLS
