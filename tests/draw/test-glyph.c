/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-glyph.h"
#include "tw-test-image.h"

static const int sizes[] = { 12, 13, 14, 16, 30 };

/* The colour that says what a glyph is. */
static const TwColor main_color[TW_N_GLYPHS] = {
  [TW_GLYPH_TODO] = TW_COLOR_GREY,      [TW_GLYPH_PROGRESS] = TW_COLOR_BLUE,
  [TW_GLYPH_BLOCKED] = TW_COLOR_RED,    [TW_GLYPH_DONE] = TW_COLOR_GREEN,
  [TW_GLYPH_SKIPPED] = TW_COLOR_GREY,   [TW_GLYPH_LATE] = TW_COLOR_YELLOW,
  [TW_GLYPH_UNKNOWN] = TW_COLOR_GREY,   [TW_GLYPH_NEW] = TW_COLOR_BLUE,
  [TW_GLYPH_MILESTONE] = TW_COLOR_TEXT, [TW_GLYPH_DECISION] = TW_COLOR_TEXT,
  [TW_GLYPH_RECURRING] = TW_COLOR_GREY,
};

static void
check_glyph (const TwPalette *palette, TwGlyph glyph, int size)
{
  const TwRgba *ground = &palette->colors[TW_COLOR_CARD_BG];
  TwRect square = { 10, 10, size, size };
  g_auto (TwTestImage) image = { 0 };
  guint painted;

  tw_test_image_init (&image, size + 20, size + 20, ground);
  tw_glyph_paint (image.canvas, palette, glyph, 10, 10, size);
  painted = tw_test_image_painted (&image, square, ground);
  g_assert_cmpuint (painted, >, size * size / 8);
  /* Nothing outside its square. */
  g_assert_cmpuint (tw_test_image_painted (&image, (TwRect){ 0, 0, size + 20, size + 20 }, ground),
                    ==, painted);
  /* A light grey paper's triangle is its edge; the text colour is translucent. */
  if (size == 30 && main_color[glyph] != TW_COLOR_TEXT)
    g_assert_cmpuint (tw_test_image_count (&image, square, &palette->colors[main_color[glyph]]), >,
                      10);
}

static void
test_every_glyph (void)
{
  for (guint kind = 0; kind < TW_N_PALETTES; kind++)
    for (guint glyph = 0; glyph < TW_N_GLYPHS; glyph++)
      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        check_glyph (tw_palette_get (kind), glyph, sizes[i]);
}

/* Two glyphs differ by their shape alone, as in a print without colour. */
static void
test_shapes_differ (void)
{
  const TwPalette *palette = tw_palette_get (TW_PALETTE_PAPER_GREY);
  const TwRgba *ground = &palette->colors[TW_COLOR_CARD_BG];
  gboolean dark[TW_N_GLYPHS][16 * 16];

  for (guint glyph = 0; glyph < TW_N_GLYPHS; glyph++)
    {
      g_auto (TwTestImage) image = { 0 };

      tw_test_image_init (&image, 16, 16, ground);
      tw_glyph_paint (image.canvas, palette, glyph, 0, 0, 16);
      for (int i = 0; i < 256; i++)
        dark[glyph][i] = (tw_test_image_pixel (&image, i % 16, i / 16) & 0xff) < 0xb0;
    }
  for (guint a = 0; a < TW_N_GLYPHS; a++)
    for (guint b = a + 1; b < TW_N_GLYPHS; b++)
      {
        guint different = 0;

        for (guint i = 0; i < 256; i++)
          different += dark[a][i] != dark[b][i];
        if (different < 5)
          g_test_message ("%s and %s", tw_glyph_name (a), tw_glyph_name (b));
        g_assert_cmpuint (different, >=, 5);
      }
}

static void
test_glyph_of_a_status (void)
{
  g_assert_cmpint (tw_glyph_for_status (TW_STATUS_NOT_STARTED, FALSE), ==, TW_GLYPH_TODO);
  g_assert_cmpint (tw_glyph_for_status (TW_STATUS_NOT_STARTED, TRUE), ==, TW_GLYPH_LATE);
  g_assert_cmpint (tw_glyph_for_status (TW_STATUS_IN_PROGRESS, FALSE), ==, TW_GLYPH_PROGRESS);
  g_assert_cmpint (tw_glyph_for_status (TW_STATUS_IN_PROGRESS, TRUE), ==, TW_GLYPH_LATE);
  g_assert_cmpint (tw_glyph_for_status (TW_STATUS_BLOCKED, TRUE), ==, TW_GLYPH_BLOCKED);
  g_assert_cmpint (tw_glyph_for_status (TW_STATUS_DONE, TRUE), ==, TW_GLYPH_DONE);
  g_assert_cmpint (tw_glyph_for_status (TW_STATUS_SKIPPED, TRUE), ==, TW_GLYPH_SKIPPED);
}

static void
test_names (void)
{
  for (guint glyph = 0; glyph < TW_N_GLYPHS; glyph++)
    g_assert_cmpstr (tw_glyph_name (glyph), !=, "");
  g_assert_cmpstr (tw_glyph_name (TW_GLYPH_PROGRESS), ==, "In progress");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/glyph/every-glyph", test_every_glyph);
  g_test_add_func ("/glyph/shapes-differ", test_shapes_differ);
  g_test_add_func ("/glyph/of-a-status", test_glyph_of_a_status);
  g_test_add_func ("/glyph/names", test_names);
  return g_test_run ();
}
