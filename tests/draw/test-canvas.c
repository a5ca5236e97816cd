/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-test-image.h"

#include <cairo-pdf.h>
#include <string.h>

static const TwRgba white = { 1, 1, 1, 1 };
static const TwRgba red = { 1, 0, 0, 1 };
static const TwRgba blue = { 0, 0, 1, 1 };

#define ALL ((TwRect){ 0, 0, 200, 100 })

static void
test_rectangles (void)
{
  g_auto (TwTestImage) image = { 0 };

  tw_test_image_init (&image, 200, 100, &white);
  tw_canvas_fill (image.canvas, (TwRect){ 10, 10, 20, 10 }, 0, &red);
  g_assert_cmpuint (tw_test_image_count (&image, ALL, &red), ==, 200);
  /* The outline is inside. */
  tw_canvas_stroke (image.canvas, (TwRect){ 50, 10, 20, 10 }, 0, 2, TW_SOLID, &blue);
  g_assert_cmpuint (tw_test_image_count (&image, ALL, &blue), ==, 2 * 20 * 2 + 2 * 6 * 2);
  g_assert_cmphex (tw_test_image_pixel (&image, 50, 10), ==, 0x0000ff);
  g_assert_cmphex (tw_test_image_pixel (&image, 49, 10), ==, 0xffffff);
  /* Round corners leave the corner alone. */
  tw_canvas_fill (image.canvas, (TwRect){ 100, 10, 20, 20 }, 99, &red);
  g_assert_cmphex (tw_test_image_pixel (&image, 100, 10), ==, 0xffffff);
  g_assert_cmphex (tw_test_image_pixel (&image, 110, 20), ==, 0xff0000);
}

static void
test_clip_and_offset (void)
{
  g_auto (TwTestImage) image = { 0 };

  tw_test_image_init (&image, 200, 100, &white);
  tw_canvas_push_offset (image.canvas, 100, 50);
  tw_canvas_push_clip (image.canvas, (TwRect){ 0, 0, 5, 5 }, 0);
  tw_canvas_fill (image.canvas, (TwRect){ -50, -50, 200, 100 }, 0, &red);
  tw_canvas_pop (image.canvas);
  tw_canvas_pop (image.canvas);
  g_assert_cmpuint (tw_test_image_count (&image, ALL, &red), ==, 25);
  g_assert_cmphex (tw_test_image_pixel (&image, 100, 50), ==, 0xff0000);
  tw_canvas_fill (image.canvas, (TwRect){ 0, 0, 1, 1 }, 0, &blue);
  g_assert_cmphex (tw_test_image_pixel (&image, 0, 0), ==, 0x0000ff);
}

static void
test_text_lies_where_asked (void)
{
  g_auto (TwTestImage) image = { 0 };
  double width;

  tw_test_image_init (&image, 200, 100, &white);
  width = tw_canvas_text (image.canvas, TW_FONT_HEADING, TW_TEXT_RIGHT | TW_TEXT_MIDDLE, 190, 50,
                          -1, &red, "HHHH");
  g_assert_cmpfloat_with_epsilon (
      width, tw_metrics_text_width (image.metrics, TW_FONT_HEADING, "HHHH"), 0.01);
  g_assert_cmpuint (tw_test_image_count (&image, (TwRect){ 190 - width, 40, width, 20 }, &red), >,
                    20);
  g_assert_cmpuint (tw_test_image_painted (&image, (TwRect){ 0, 0, 190 - width, 100 }, &white), ==,
                    0);
  g_assert_cmpuint (tw_test_image_painted (&image, (TwRect){ 191, 0, 9, 100 }, &white), ==, 0);
  g_assert_cmpuint (tw_test_image_painted (&image, (TwRect){ 0, 0, 200, 38 }, &white), ==, 0);
  g_assert_cmpuint (tw_test_image_painted (&image, (TwRect){ 0, 62, 200, 38 }, &white), ==, 0);
}

static void
test_text_keeps_its_width (void)
{
  g_auto (TwTestImage) image = { 0 };
  /* Written from the right: cut or not, it stays in its place. */
  static const char *const texts[] = { "A very long name of an activity", "פגישת פתיחה עם הלקוח" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      tw_test_image_init (&image, 200, 100, &white);
      g_assert_cmpfloat (
          tw_canvas_text (image.canvas, TW_FONT_BODY, TW_TEXT_LEFT, 50, 10, 60, &red, texts[i]), <=,
          60.01);
      g_assert_cmpuint (tw_test_image_painted (&image, (TwRect){ 0, 0, 48, 100 }, &white), ==, 0);
      g_assert_cmpuint (tw_test_image_painted (&image, (TwRect){ 50, 0, 60, 100 }, &white), >, 50);
      g_assert_cmpuint (tw_test_image_painted (&image, (TwRect){ 112, 0, 88, 100 }, &white), ==, 0);
      tw_test_image_clear (&image);
    }
  tw_test_image_init (&image, 200, 100, &white);
  /* A file's text is never markup. */
  g_assert_cmpfloat (tw_canvas_text (image.canvas, TW_FONT_BODY, 0, 0, 0, -1, &red, "<b>R&D</b>"),
                     >, tw_canvas_text (image.canvas, TW_FONT_BODY, 0, 0, 40, -1, &red, "R&D") * 2);
  g_assert_cmpfloat_with_epsilon (
      tw_canvas_text (image.canvas, TW_FONT_BODY, 0, 0, 0, -1, &red, ""), 0, 1e-9);
}

static void
test_wrapped_text_grows_down (void)
{
  g_autoptr (TwMetrics) metrics = tw_metrics_fixed ();
  PangoLayout *layout
      = tw_metrics_layout (metrics, TW_FONT_BODY, TW_TEXT_WRAP, 60, "one two three four five six");

  g_assert_cmpint (pango_layout_get_line_count (layout), >, 2);
  layout = tw_metrics_layout (metrics, TW_FONT_BODY, 0, 60, "one two three four five six");
  g_assert_cmpint (pango_layout_get_line_count (layout), ==, 1);
  g_assert_true (pango_layout_is_ellipsized (layout));
}

static void
test_layouts_are_kept (void)
{
  g_autoptr (TwMetrics) metrics = tw_metrics_fixed ();
  PangoLayout *layout = tw_metrics_layout (metrics, TW_FONT_BODY, 0, -1, "Assess");

  g_assert_true (layout == tw_metrics_layout (metrics, TW_FONT_BODY, 0, -1, "Assess"));
  g_assert_true (layout != tw_metrics_layout (metrics, TW_FONT_HEADING, 0, -1, "Assess"));
  /* But not for ever. */
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      g_assert_nonnull (tw_metrics_layout (metrics, TW_FONT_BODY, 0, -1, text));
    }
  g_assert_cmpuint (g_hash_table_size (metrics->layouts), <=, 2048);
}

static void
test_metrics_of_the_design (void)
{
  g_autoptr (TwMetrics) metrics = tw_metrics_fixed ();
  g_autoptr (TwMetrics) large = tw_metrics_scaled (metrics->context, 2);

  g_assert_cmpfloat_with_epsilon (metrics->px, 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (metrics->row_height, 26, 1e-9);
  g_assert_cmpfloat_with_epsilon (large->px, 2, 1e-6);
  g_assert_cmpfloat_with_epsilon (tw_metrics_text_width (large, TW_FONT_BODY, "Assess"),
                                  2 * tw_metrics_text_width (metrics, TW_FONT_BODY, "Assess"), 0.1);
}

static void
test_stamps_are_data (void)
{
  TwStamp one, other;

  tw_stamp_init (&one, NULL, 10, 10);
  tw_stamp_init (&other, NULL, 10, 10);
  g_assert_true (tw_stamp_equal (&one, &other));
  g_assert_cmpuint (tw_stamp_hash (&one), ==, tw_stamp_hash (&other));
  other.values[3] = 1;
  g_assert_false (tw_stamp_equal (&one, &other));
}

static void
test_shapes (void)
{
  g_auto (TwTestImage) image = { 0 };

  tw_test_image_init (&image, 200, 100, &white);
  tw_canvas_diamond (image.canvas, 50, 50, 15, &red);
  g_assert_cmphex (tw_test_image_pixel (&image, 50, 50), ==, 0xff0000);
  g_assert_cmphex (tw_test_image_pixel (&image, 44, 44), ==, 0xffffff);
  tw_canvas_arrow (image.canvas, TW_ARROW_RIGHT, 100, 50, 8, 6, &red);
  g_assert_cmphex (tw_test_image_pixel (&image, 93, 50), ==, 0xff0000);
  g_assert_cmphex (tw_test_image_pixel (&image, 101, 50), ==, 0xffffff);
  /* A quarter of the ring, from the top to the right. */
  tw_canvas_ring (image.canvas, 150, 50, 20, 6, 0.25, &blue, &red);
  g_assert_cmphex (tw_test_image_pixel (&image, 163, 38), ==, 0xff0000);
  g_assert_cmphex (tw_test_image_pixel (&image, 137, 38), ==, 0x0000ff);
  g_assert_cmphex (tw_test_image_pixel (&image, 163, 62), ==, 0x0000ff);
  g_assert_cmphex (tw_test_image_pixel (&image, 150, 50), ==, 0xffffff);
}

static void
test_hatching_has_gaps (void)
{
  g_auto (TwTestImage) image = { 0 };
  TwRect rect = { 10, 10, 60, 60 };
  guint n;

  tw_test_image_init (&image, 200, 100, &white);
  tw_canvas_hatch (image.canvas, rect, 0, 2, 6, &red);
  n = tw_test_image_painted (&image, rect, &white);
  g_assert_cmpuint (n, >, 60 * 60 / 4);
  g_assert_cmpuint (n, <, 60 * 60 * 3 / 4);
  g_assert_cmpuint (tw_test_image_painted (&image, (TwRect){ 80, 0, 120, 100 }, &white), ==, 0);
}

static cairo_status_t
append (void *closure, const guchar *data, guint length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
contains (GByteArray *bytes, const char *text)
{
  gsize length = strlen (text);

  for (gsize i = 0; i + length <= bytes->len; i++)
    if (memcmp (bytes->data + i, text, length) == 0)
      return TRUE;
  return FALSE;
}

static void
test_paper_has_links_and_outline (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (TwMetrics) metrics = tw_metrics_fixed ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, bytes, 200, 100);
  cairo_t *cr = cairo_create (surface);
  TwCanvas *canvas = tw_canvas_new_cairo (cr, metrics);
  int top;

  /* What a file may hold in its names must not break out of the attributes. */
  tw_canvas_destination (canvas, "it's \\ here");
  tw_canvas_link_begin (canvas, "https://example.com/it's é");
  tw_canvas_text (canvas, TW_FONT_BODY, 0, 10, 10, -1, &red, "link");
  tw_canvas_link_end (canvas);
  tw_canvas_tag_begin (canvas, "H1");
  tw_canvas_tag_end (canvas, "H1");
  top = tw_canvas_outline (canvas, 0, "Summary", "it's \\ here");
  g_assert_cmpint (top, >, 0);
  g_assert_cmpint (tw_canvas_outline (canvas, top, "Health", "it's \\ here"), >, top);
  g_object_unref (canvas);
  cairo_show_page (cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  /* cairo 1.18 packs both into a compressed stream. */
  if (!contains (bytes, "/ObjStm"))
    {
      g_assert_true (contains (bytes, "/Outlines"));
      g_assert_true (contains (bytes, "https://example.com/it"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/rectangles", test_rectangles);
  g_test_add_func ("/canvas/clip-and-offset", test_clip_and_offset);
  g_test_add_func ("/canvas/text-lies-where-asked", test_text_lies_where_asked);
  g_test_add_func ("/canvas/text-keeps-its-width", test_text_keeps_its_width);
  g_test_add_func ("/canvas/wrapped-text-grows-down", test_wrapped_text_grows_down);
  g_test_add_func ("/canvas/layouts-are-kept", test_layouts_are_kept);
  g_test_add_func ("/canvas/metrics-of-the-design", test_metrics_of_the_design);
  g_test_add_func ("/canvas/stamps-are-data", test_stamps_are_data);
  g_test_add_func ("/canvas/shapes", test_shapes);
  g_test_add_func ("/canvas/hatching-has-gaps", test_hatching_has_gaps);
  g_test_add_func ("/canvas/paper-has-links-and-outline", test_paper_has_links_and_outline);
  return g_test_run ();
}
