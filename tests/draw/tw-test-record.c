/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "tw-test-record.h"

#define TW_TYPE_TEST_RECORD (tw_test_record_get_type ())
G_DECLARE_FINAL_TYPE (TwTestRecord, tw_test_record, TW, TEST_RECORD, TwCanvas)

struct _TwTestRecord
{
  TwCanvas parent_instance;
  GString *text;
  int depth; /* of clips and offsets */
};

G_DEFINE_FINAL_TYPE (TwTestRecord, tw_test_record, TW_TYPE_CANVAS)

static GString *
begin_line (TwCanvas *canvas, const char *what)
{
  TwTestRecord *self = TW_TEST_RECORD (canvas);

  g_string_append_printf (self->text, "%*s%s", 2 * self->depth, "", what);
  return self->text;
}

/* -0.0 isn't another place. */
static void
add_number (GString *text, double number)
{
  double rounded = round (number * 10) / 10;

  g_string_append_printf (text, " %.7g", fabs (rounded) < 0.05 ? 0 : rounded);
}

static void
add_rect (GString *text, const TwRect *rect)
{
  add_number (text, rect->x);
  add_number (text, rect->y);
  add_number (text, rect->width);
  add_number (text, rect->height);
}

static void
add_color (GString *text, const TwRgba *color)
{
  if (color == NULL)
    g_string_append (text, " -");
  else
    g_string_append_printf (text, " #%02x%02x%02x/%02x", (guint) lroundf (color->red * 255),
                            (guint) lroundf (color->green * 255),
                            (guint) lroundf (color->blue * 255),
                            (guint) lroundf (color->alpha * 255));
}

static void
add_dash (GString *text, TwDash dash)
{
  if (dash.on > 0 && dash.off > 0)
    {
      g_string_append (text, " dashed");
      add_number (text, dash.on);
      add_number (text, dash.off);
    }
}

static void
add_points (GString *text, const TwPoint *points, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      add_number (text, points[i].x);
      g_string_append_c (text, ',');
      add_number (text, points[i].y);
    }
}

static void
end_line (GString *text)
{
  g_string_append_c (text, '\n');
}

static void
fill_rect (TwCanvas *canvas, const TwRect *rect, double radius, const TwRgba *color)
{
  GString *text = begin_line (canvas, "fill");

  add_rect (text, rect);
  g_string_append (text, " round");
  add_number (text, radius);
  add_color (text, color);
  end_line (text);
}

static void
stroke_rect (TwCanvas *canvas, const TwRect *rect, double radius, double width, TwDash dash,
             const TwRgba *color)
{
  GString *text = begin_line (canvas, "stroke");

  add_rect (text, rect);
  g_string_append (text, " round");
  add_number (text, radius);
  g_string_append (text, " width");
  add_number (text, width);
  add_dash (text, dash);
  add_color (text, color);
  end_line (text);
}

static void
polygon (TwCanvas *canvas, const TwPoint *points, guint n, const TwRgba *fill, double width,
         const TwRgba *stroke)
{
  GString *text = begin_line (canvas, "polygon");

  add_points (text, points, n);
  add_color (text, fill);
  add_number (text, width);
  add_color (text, stroke);
  end_line (text);
}

static void
polyline (TwCanvas *canvas, const TwPoint *points, guint n, double width, TwDash dash,
          const TwRgba *color)
{
  GString *text = begin_line (canvas, "line");

  add_points (text, points, n);
  g_string_append (text, " width");
  add_number (text, width);
  add_dash (text, dash);
  add_color (text, color);
  end_line (text);
}

static void
hatch (TwCanvas *canvas, const TwRect *rect, double radius, double on, double period,
       const TwRgba *color)
{
  GString *text = begin_line (canvas, "hatch");

  add_rect (text, rect);
  g_string_append (text, " round");
  add_number (text, radius);
  add_number (text, on);
  add_number (text, period);
  add_color (text, color);
  end_line (text);
}

static void
show_layout (TwCanvas *canvas, PangoLayout *layout, double x, double y, const TwRgba *color)
{
  GString *text = begin_line (canvas, "text");
  const PangoFontDescription *font = pango_layout_get_font_description (layout);
  PangoRectangle box;

  pango_layout_get_extents (layout, NULL, &box);
  g_string_append_printf (
      text, " %.0f %.0f %.4g %s “%s”", x, y + pango_units_to_double (box.height) / 2,
      pango_units_to_double (pango_font_description_get_size (font)),
      pango_font_description_get_weight (font) > PANGO_WEIGHT_MEDIUM ? "bold" : "plain",
      pango_layout_get_text (layout));
  add_color (text, color);
  end_line (text);
}

static void
put_stamp (TwCanvas *canvas, const TwStamp *stamp, double x, double y)
{
  GString *text = begin_line (canvas, "stamp");

  add_rect (text, &(TwRect){ x, y, stamp->width, stamp->height });
  for (guint i = 0; i < G_N_ELEMENTS (stamp->colors); i++)
    if (stamp->colors[i].alpha > 0)
      add_color (text, &stamp->colors[i]);
  for (guint i = 0; i < G_N_ELEMENTS (stamp->values); i++)
    add_number (text, stamp->values[i]);
  end_line (text);
}

static void
push_clip (TwCanvas *canvas, const TwRect *rect, double radius)
{
  GString *text = begin_line (canvas, "clip");

  add_rect (text, rect);
  add_number (text, radius);
  end_line (text);
  TW_TEST_RECORD (canvas)->depth++;
}

static void
push_offset (TwCanvas *canvas, double dx, double dy)
{
  GString *text = begin_line (canvas, "offset");

  add_number (text, dx);
  add_number (text, dy);
  end_line (text);
  TW_TEST_RECORD (canvas)->depth++;
}

static void
pop (TwCanvas *canvas)
{
  TW_TEST_RECORD (canvas)->depth--;
}

static void
tw_test_record_finalize (GObject *object)
{
  g_string_free (TW_TEST_RECORD (object)->text, TRUE);
  G_OBJECT_CLASS (tw_test_record_parent_class)->finalize (object);
}

static void
tw_test_record_class_init (TwTestRecordClass *klass)
{
  TwCanvasClass *canvas_class = TW_CANVAS_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tw_test_record_finalize;
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
tw_test_record_init (TwTestRecord *self)
{
  self->text = g_string_new (NULL);
}

TwCanvas *
tw_test_record_new (TwMetrics *metrics)
{
  TwCanvas *canvas = g_object_new (TW_TYPE_TEST_RECORD, NULL);

  tw_canvas_set_metrics (canvas, metrics);
  return canvas;
}

const char *
tw_test_record_text (TwCanvas *record)
{
  return TW_TEST_RECORD (record)->text->str;
}

void
tw_test_record_expect (TwCanvas *record, const char *name)
{
  const char *text = tw_test_record_text (record);
  g_autofree char *file = g_strconcat (name, ".txt", NULL);
  g_autofree char *path
      = g_build_filename (g_getenv ("TRACKWAY_SOURCE"), "tests", "data", "pictures", file, NULL);
  g_autofree char *expected = NULL;
  g_auto (GStrv) lines = NULL, wanted = NULL;
  guint i = 0;

  if (g_getenv ("TRACKWAY_WRITE_PICTURES") != NULL)
    {
      g_assert_true (g_file_set_contents (path, text, -1, NULL));
      return;
    }
  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  wanted = g_strsplit (expected, "\n", -1);
  while (lines[i] != NULL && wanted[i] != NULL && g_str_equal (lines[i], wanted[i]))
    i++;
  g_test_message ("%s, line %u", file, i + 1);
  g_assert_cmpstr (lines[i], ==, wanted[i]);
}
