/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-style.h"

#include <math.h>
#include <string.h>

static TwRgba
lay_over (const TwRgba *color, const TwRgba *base)
{
  float a = color->alpha;
  TwRgba result = {
    .red = color->red * a + base->red * (1 - a),
    .green = color->green * a + base->green * (1 - a),
    .blue = color->blue * a + base->blue * (1 - a),
    .alpha = 1,
  };

  return result;
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const TwRgba *color)
{
  return 0.2126 * linear (color->red) + 0.7152 * linear (color->green)
         + 0.0722 * linear (color->blue);
}

/* WCAG contrast of a colour over a background, both laid over base first; 1 to 21. */
static double
rgba_contrast (const TwRgba *color, const TwRgba *background, const TwRgba *base)
{
  TwRgba below = lay_over (background, base);
  TwRgba above = lay_over (color, &below);
  double a = luminance (&above);
  double b = luminance (&below);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

static double
contrast (const TwPalette *palette, TwColor color, TwColor background)
{
  return rgba_contrast (&palette->colors[color], &palette->colors[background],
                        &palette->colors[TW_COLOR_WINDOW_BG]);
}

static void
check_contrast (TwPaletteKind kind, TwColor color, TwColor background, double least)
{
  double found = contrast (tw_palette_get (kind), color, background);

  if (found < least)
    g_test_message ("palette %d: colour %d on %d", kind, color, background);
  g_assert_cmpfloat (found, >=, least);
}

static void
test_known_contrast (void)
{
  TwRgba black = { 0, 0, 0, 1 };
  TwRgba white = { 1, 1, 1, 1 };
  TwRgba half = { 0, 0, 0, 0.5 };
  TwRgba grey = { 0.5, 0.5, 0.5, 1 };

  g_assert_cmpfloat_with_epsilon (rgba_contrast (&black, &white, &white), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (rgba_contrast (&white, &white, &white), 1, 0.001);
  /* Half of black over white is grey. */
  g_assert_cmpfloat_with_epsilon (rgba_contrast (&half, &white, &white),
                                  rgba_contrast (&grey, &white, &white), 0.001);
}

static void
test_text (void)
{
  static const TwColor grounds[]
      = { TW_COLOR_WINDOW_BG, TW_COLOR_VIEW_BG, TW_COLOR_HEADERBAR_BG, TW_COLOR_CARD_BG };
  static const TwColor texts[] = { TW_COLOR_TEXT, TW_COLOR_TEXT_2 };

  for (guint kind = 0; kind < TW_N_PALETTES; kind++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
        for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
          check_contrast (kind, texts[j], grounds[i], 4.5);
      check_contrast (kind, TW_COLOR_TEXT, TW_COLOR_ACCENT_TINT, 4.5);
      check_contrast (kind, TW_COLOR_TEXT, TW_COLOR_SLATE_TRACK, 4.5);
      check_contrast (kind, TW_COLOR_ACCENT_FG, TW_COLOR_ACCENT_BG, 4.5);
      check_contrast (kind, TW_COLOR_ACCENT, TW_COLOR_WINDOW_BG, 4.5);
      check_contrast (kind, TW_COLOR_SLATE_TEXT, TW_COLOR_SLATE_TINT, 4.5);
      check_contrast (kind, TW_COLOR_SLATE_TEXT, TW_COLOR_SLATE_TRACK, 4.5);
      check_contrast (kind, TW_COLOR_TIP_TEXT, TW_COLOR_TIP, 4.5);
      check_contrast (kind, TW_COLOR_INK, TW_COLOR_SLATE_STRONG, 4.5);
      check_contrast (kind, TW_COLOR_CARD_BG, TW_COLOR_SLATE_STRONG, 4.5);
    }
}

static void
test_status (void)
{
  static const TwColor groups[] = { TW_COLOR_GREEN, TW_COLOR_RED, TW_COLOR_BLUE };
  static const TwColor texts[]
      = { TW_COLOR_GREEN_TEXT, TW_COLOR_YELLOW_TEXT, TW_COLOR_RED_TEXT, TW_COLOR_BLUE_TEXT };

  for (guint kind = 0; kind < TW_N_PALETTES; kind++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          check_contrast (kind, texts[i], texts[i] + 1, 4.9);
          check_contrast (kind, texts[i], TW_COLOR_CARD_BG, 4.5);
        }
      for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
        {
          check_contrast (kind, groups[i], TW_COLOR_CARD_BG, 3);
          check_contrast (kind, groups[i], TW_COLOR_WINDOW_BG, 3);
          check_contrast (kind, TW_COLOR_INK, groups[i], 3);
        }
      check_contrast (kind, TW_COLOR_YELLOW_EDGE, TW_COLOR_CARD_BG, 3);
      check_contrast (kind, TW_COLOR_YELLOW_EDGE, TW_COLOR_YELLOW_TINT, 3);
      check_contrast (kind, TW_COLOR_INK_YELLOW, TW_COLOR_YELLOW, 3);
      check_contrast (kind, TW_COLOR_GREY, TW_COLOR_CARD_BG, 3);
    }
}

static void
test_bars (void)
{
  for (guint kind = 0; kind < TW_N_PALETTES; kind++)
    {
      check_contrast (kind, TW_COLOR_SLATE, TW_COLOR_VIEW_BG, 3);
      check_contrast (kind, TW_COLOR_CRITICAL, TW_COLOR_VIEW_BG, 3);
      check_contrast (kind, TW_COLOR_SLATE_STRONG, TW_COLOR_SLATE_TRACK, 1.5);
      check_contrast (kind, TW_COLOR_ACCENT, TW_COLOR_VIEW_BG, 3);
    }
  /* High contrast outlines what is pale on purpose elsewhere. */
  check_contrast (TW_PALETTE_HC_LIGHT, TW_COLOR_SLATE_LINE, TW_COLOR_CARD_BG, 4.5);
  check_contrast (TW_PALETTE_HC_DARK, TW_COLOR_SLATE_LINE, TW_COLOR_CARD_BG, 4.5);
  g_assert_true (tw_palette_get (TW_PALETTE_HC_DARK)->outlined);
}

static void
test_grey_paper_is_grey (void)
{
  const TwPalette *palette = tw_palette_get (TW_PALETTE_PAPER_GREY);

  for (guint i = 0; i < TW_N_COLORS; i++)
    {
      const TwRgba *c = &palette->colors[i];

      g_assert_cmpfloat_with_epsilon (c->red, c->green, 0.0001);
      g_assert_cmpfloat_with_epsilon (c->red, c->blue, 0.0001);
    }
  check_contrast (TW_PALETTE_PAPER_GREY, TW_COLOR_SLATE, TW_COLOR_SLATE_TRACK, 3);
  check_contrast (TW_PALETTE_PAPER_GREY, TW_COLOR_SLATE_TRACK, TW_COLOR_SLATE_TINT, 1.5);
}

static void
test_sheet_is_the_table (void)
{
  g_autofree char *light = tw_style_define_colors (TW_PALETTE_LIGHT);
  g_autofree char *dark = tw_style_define_colors (TW_PALETTE_DARK);

  g_assert_nonnull (strstr (light, "@define-color tw_slate #6b8499;\n"));
  g_assert_nonnull (strstr (dark, "@define-color tw_slate #86a1b5;\n"));
  g_assert_nonnull (strstr (light, "@define-color tw_line rgba(0,0,0,0.122);\n"));
  g_assert_nonnull (strstr (light, "@define-color accent_bg_color #1c71d8;\n"));
  /* libadwaita's own. */
  g_assert_null (strstr (light, "window_bg_color"));
}

static void
test_screen_palettes (void)
{
  g_assert_true (tw_palette_for_screen (FALSE, FALSE) == tw_palette_get (TW_PALETTE_LIGHT));
  g_assert_true (tw_palette_for_screen (TRUE, FALSE) == tw_palette_get (TW_PALETTE_DARK));
  g_assert_true (tw_palette_for_screen (FALSE, TRUE) == tw_palette_get (TW_PALETTE_HC_LIGHT));
  g_assert_true (tw_palette_for_screen (TRUE, TRUE) == tw_palette_get (TW_PALETTE_HC_DARK));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/style/known-contrast", test_known_contrast);
  g_test_add_func ("/style/text", test_text);
  g_test_add_func ("/style/status", test_status);
  g_test_add_func ("/style/bars", test_bars);
  g_test_add_func ("/style/grey-paper-is-grey", test_grey_paper_is_grey);
  g_test_add_func ("/style/sheet-is-the-table", test_sheet_is_the_table);
  g_test_add_func ("/style/screen-palettes", test_screen_palettes);
  return g_test_run ();
}
