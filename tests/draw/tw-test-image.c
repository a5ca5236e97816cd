/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-test-image.h"

void
tw_test_image_init (TwTestImage *image, int width, int height, const TwRgba *background)
{
  image->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  image->cr = cairo_create (image->surface);
  image->metrics = tw_metrics_fixed ();
  image->canvas = tw_canvas_new_cairo (image->cr, image->metrics);
  cairo_set_source_rgb (image->cr, background->red, background->green, background->blue);
  cairo_paint (image->cr);
}

void
tw_test_image_clear (TwTestImage *image)
{
  g_assert_cmpint (cairo_status (image->cr), ==, CAIRO_STATUS_SUCCESS);
  g_object_unref (image->canvas);
  tw_metrics_unref (image->metrics);
  cairo_destroy (image->cr);
  cairo_surface_destroy (image->surface);
}

guint32
tw_test_image_pixel (TwTestImage *image, int x, int y)
{
  const guchar *data;

  cairo_surface_flush (image->surface);
  g_assert_cmpint (x, <, cairo_image_surface_get_width (image->surface));
  g_assert_cmpint (y, <, cairo_image_surface_get_height (image->surface));
  data = cairo_image_surface_get_data (image->surface);
  data += y * cairo_image_surface_get_stride (image->surface);
  return ((const guint32 *) (gconstpointer) data)[x] & 0xffffff;
}

static gboolean
is_near (guint32 pixel, const TwRgba *color)
{
  const double wanted[] = { color->red, color->green, color->blue };

  for (guint i = 0; i < 3; i++)
    {
      int channel = (pixel >> (16 - 8 * i)) & 0xff;

      if (ABS (channel - (int) (wanted[i] * 255 + 0.5)) > 3)
        return FALSE;
    }
  return TRUE;
}

guint
tw_test_image_count (TwTestImage *image, TwRect rect, const TwRgba *color)
{
  guint count = 0;

  for (int y = (int) rect.y; y < (int) (rect.y + rect.height); y++)
    for (int x = (int) rect.x; x < (int) (rect.x + rect.width); x++)
      count += is_near (tw_test_image_pixel (image, x, y), color);
  return count;
}

guint
tw_test_image_painted (TwTestImage *image, TwRect rect, const TwRgba *background)
{
  return (guint) rect.width * (guint) rect.height - tw_test_image_count (image, rect, background);
}
