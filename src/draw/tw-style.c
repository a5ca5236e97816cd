/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-style.h"

#include <string.h>

/* A colour as 0xRRGGBBAA. */
typedef guint32 Packed;

#define RGB(hex) (((Packed) (hex) << 8) | 0xff)
#define RGBA(hex, alpha) (((Packed) (hex) << 8) | (Packed) ((alpha) *255 + 0.5))

typedef struct
{
  TwColor color;
  const char *css; /* NULL: libadwaita defines it, and as it should be */
  Packed values[TW_N_PALETTES];
} Row;

/* The one table of colours. High contrast: no tints, lines and outlines stronger. Grey paper: done,
 * remaining and not started are dark, middle and white. A row stays on its line, the columns below
 * each other. */
/* clang-format off */
static const Row table[] = {
  /*                                              light                 dark                  high contrast         its dark              paper                 grey paper */
  { TW_COLOR_WINDOW_BG,    NULL,                { RGB (0xfafafa),       RGB (0x242424),       RGB (0xfafafa),       RGB (0x242424),       RGB (0xffffff),       RGB (0xffffff) } },
  { TW_COLOR_VIEW_BG,      NULL,                { RGB (0xffffff),       RGB (0x1e1e1e),       RGB (0xffffff),       RGB (0x1e1e1e),       RGB (0xffffff),       RGB (0xffffff) } },
  { TW_COLOR_HEADERBAR_BG, NULL,                { RGB (0xebebeb),       RGB (0x303030),       RGB (0xebebeb),       RGB (0x303030),       RGB (0xffffff),       RGB (0xffffff) } },
  { TW_COLOR_CARD_BG,      NULL,                { RGB (0xffffff),       RGB (0x353535),       RGB (0xffffff),       RGB (0x353535),       RGB (0xffffff),       RGB (0xffffff) } },
  { TW_COLOR_TEXT,         NULL,                { RGBA (0x000000, 0.8), RGB (0xffffff),       RGB (0x000000),       RGB (0xffffff),       RGB (0x1a1a1a),       RGB (0x1a1a1a) } },
  { TW_COLOR_TEXT_2,       "tw_text_2",         { RGB (0x5e5c64),       RGB (0xc0bfbc),       RGB (0x3d3846),       RGB (0xdeddda),       RGB (0x4a4a4a),       RGB (0x4a4a4a) } },
  { TW_COLOR_GREY,         "tw_grey",           { RGB (0x77767b),       RGB (0xa2a19f),       RGB (0x5e5c64),       RGB (0xc0bfbc),       RGB (0x77767b),       RGB (0x6a6a6a) } },
  { TW_COLOR_LINE,         "tw_line",           { RGBA (0x000000, .12), RGBA (0xffffff, .13), RGBA (0x000000, .50), RGBA (0xffffff, .50), RGB (0xd9d9d9),       RGB (0xd9d9d9) } },
  { TW_COLOR_LINE_SOFT,    "tw_line_soft",      { RGBA (0x000000, .07), RGBA (0xffffff, .08), RGBA (0x000000, .30), RGBA (0xffffff, .30), RGB (0xe8e8e8),       RGB (0xe8e8e8) } },
  { TW_COLOR_ACCENT_BG,    "accent_bg_color",   { RGB (0x1c71d8),       RGB (0x1c71d8),       RGB (0x1a5fb4),       RGB (0x1a5fb4),       RGB (0x1c71d8),       RGB (0x1a1a1a) } },
  { TW_COLOR_ACCENT_FG,    "accent_fg_color",   { RGB (0xffffff),       RGB (0xffffff),       RGB (0xffffff),       RGB (0xffffff),       RGB (0xffffff),       RGB (0xffffff) } },
  { TW_COLOR_ACCENT,       "accent_color",      { RGB (0x1c71d8),       RGB (0x78aeed),       RGB (0x1a5fb4),       RGB (0x99c1f1),       RGB (0x1c71d8),       RGB (0x1a1a1a) } },
  { TW_COLOR_ACCENT_TINT,  "tw_accent_tint",    { RGB (0xe4eefb),       RGB (0x2b3d54),       RGB (0xffffff),       RGB (0x1e1e1e),       RGB (0xe4eefb),       RGB (0xffffff) } },
  { TW_COLOR_TROUGH,       "tw_trough",         { RGB (0xe3e3e1),       RGB (0x525252),       RGB (0xe3e3e1),       RGB (0x525252),       RGB (0xe3e3e1),       RGB (0xe3e3e3) } },
  { TW_COLOR_CRITICAL,     "tw_critical",       { RGB (0x813d9c),       RGB (0xcf8ee6),       RGB (0x613583),       RGB (0xdc9ff0),       RGB (0x813d9c),       RGB (0x000000) } },
  { TW_COLOR_SLATE_STRONG, "tw_slate_strong",   { RGB (0x4a6073),       RGB (0xa9bfd0),       RGB (0x2f4252),       RGB (0xcfdde8),       RGB (0x4a6073),       RGB (0x333333) } },
  { TW_COLOR_SLATE,        "tw_slate",          { RGB (0x6b8499),       RGB (0x86a1b5),       RGB (0x4a6073),       RGB (0xa9bfd0),       RGB (0x6b8499),       RGB (0x4d4d4d) } },
  { TW_COLOR_SLATE_LINE,   "tw_slate_line",     { RGB (0xa9bac7),       RGB (0x5d6e7a),       RGB (0x4a6073),       RGB (0xa9bfd0),       RGB (0xa9bac7),       RGB (0x6a6a6a) } },
  { TW_COLOR_SLATE_TRACK,  "tw_slate_track",    { RGB (0xc8d4dd),       RGB (0x48565f),       RGB (0xc8d4dd),       RGB (0x48565f),       RGB (0xc8d4dd),       RGB (0xb8b8b8) } },
  { TW_COLOR_SLATE_TINT,   "tw_slate_tint",     { RGB (0xe7edf2),       RGB (0x3a434a),       RGB (0xffffff),       RGB (0x1e1e1e),       RGB (0xe7edf2),       RGB (0xffffff) } },
  { TW_COLOR_SLATE_TEXT,   "tw_slate_text",     { RGB (0x3c5161),       RGB (0xcfdde8),       RGB (0x22303b),       RGB (0xe7edf2),       RGB (0x3c5161),       RGB (0x333333) } },
  { TW_COLOR_WEEKEND,      "tw_weekend",        { RGBA (0x1e3246, .045), RGBA (0xffffff, .035), RGBA (0x1e3246, .09), RGBA (0xffffff, .07), RGBA (0x1e3246, .045), RGBA (0x000000, .05) } },
  { TW_COLOR_HOLIDAY,      "tw_holiday",        { RGBA (0x1e3246, .09), RGBA (0xffffff, .07), RGBA (0x1e3246, .18), RGBA (0xffffff, .14), RGBA (0x1e3246, .09), RGBA (0x000000, .10) } },
  { TW_COLOR_TIP,          "tw_tip",            { RGBA (0x000000, .86), RGBA (0x000000, .90), RGB (0x000000),       RGB (0x000000),       RGBA (0x000000, .86), RGB (0x000000) } },
  { TW_COLOR_TIP_TEXT,     "tw_tip_text",       { RGB (0xffffff),       RGB (0xffffff),       RGB (0xffffff),       RGB (0xffffff),       RGB (0xffffff),       RGB (0xffffff) } },
  { TW_COLOR_GREEN,        "tw_green",          { RGB (0x1f8f5a),       RGB (0x57d98f),       RGB (0x17754a),       RGB (0x8ff0a4),       RGB (0x1f8f5a),       RGB (0x4d4d4d) } },
  { TW_COLOR_GREEN_TEXT,   "tw_green_text",     { RGB (0x17754a),       RGB (0x8ff0a4),       RGB (0x0d5534),       RGB (0xb4f7c1),       RGB (0x17754a),       RGB (0x1a1a1a) } },
  { TW_COLOR_GREEN_TINT,   "tw_green_tint",     { RGB (0xe0f3e8),       RGB (0x2a4636),       RGB (0xffffff),       RGB (0x1e1e1e),       RGB (0xe0f3e8),       RGB (0xffffff) } },
  { TW_COLOR_YELLOW,       "tw_yellow",         { RGB (0xe5a50a),       RGB (0xf5c211),       RGB (0xe5a50a),       RGB (0xf8e45c),       RGB (0xe5a50a),       RGB (0xffffff) } },
  { TW_COLOR_YELLOW_EDGE,  "tw_yellow_edge",    { RGB (0x8a6000),       RGB (0xf5c211),       RGB (0x5f4200),       RGB (0xf8e45c),       RGB (0x8a6000),       RGB (0x1a1a1a) } },
  { TW_COLOR_YELLOW_TEXT,  "tw_yellow_text",    { RGB (0x7f5a00),       RGB (0xf8e45c),       RGB (0x5f4200),       RGB (0xfbef8f),       RGB (0x7f5a00),       RGB (0x1a1a1a) } },
  { TW_COLOR_YELLOW_TINT,  "tw_yellow_tint",    { RGB (0xfcf1cf),       RGB (0x4a4022),       RGB (0xffffff),       RGB (0x1e1e1e),       RGB (0xfcf1cf),       RGB (0xffffff) } },
  { TW_COLOR_RED,          "tw_red",            { RGB (0xc01c28),       RGB (0xff7b63),       RGB (0xa51d2d),       RGB (0xff9580),       RGB (0xc01c28),       RGB (0x1a1a1a) } },
  { TW_COLOR_RED_TEXT,     "tw_red_text",       { RGB (0xb31b26),       RGB (0xff9580),       RGB (0x8a0f1a),       RGB (0xffb8aa),       RGB (0xb31b26),       RGB (0x1a1a1a) } },
  { TW_COLOR_RED_TINT,     "tw_red_tint",       { RGB (0xfbe3e5),       RGB (0x52302d),       RGB (0xffffff),       RGB (0x1e1e1e),       RGB (0xfbe3e5),       RGB (0xffffff) } },
  { TW_COLOR_BLUE,         "tw_blue",           { RGB (0x1c71d8),       RGB (0x78aeed),       RGB (0x1a5fb4),       RGB (0x99c1f1),       RGB (0x1c71d8),       RGB (0x4d4d4d) } },
  { TW_COLOR_BLUE_TEXT,    "tw_blue_text",      { RGB (0x1a5fb4),       RGB (0x99c1f1),       RGB (0x144a8c),       RGB (0xc4dcf8),       RGB (0x1a5fb4),       RGB (0x1a1a1a) } },
  { TW_COLOR_BLUE_TINT,    "tw_blue_tint",      { RGB (0xe1ecfa),       RGB (0x2c3f57),       RGB (0xffffff),       RGB (0x1e1e1e),       RGB (0xe1ecfa),       RGB (0xffffff) } },
  { TW_COLOR_INK,          "tw_ink",            { RGB (0xffffff),       RGB (0x1e1e1e),       RGB (0xffffff),       RGB (0x1e1e1e),       RGB (0xffffff),       RGB (0xffffff) } },
  { TW_COLOR_INK_YELLOW,   "tw_ink_yellow",     { RGB (0x3d2c00),       RGB (0x1e1e1e),       RGB (0x000000),       RGB (0x1e1e1e),       RGB (0x3d2c00),       RGB (0x1a1a1a) } },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (table) == TW_N_COLORS);

static TwRgba
unpack (Packed packed)
{
  TwRgba color = {
    .red = (float) (packed >> 24) / 255,
    .green = (float) ((packed >> 16) & 0xff) / 255,
    .blue = (float) ((packed >> 8) & 0xff) / 255,
    .alpha = (float) (packed & 0xff) / 255,
  };

  return color;
}

static void
fill_palette (TwPalette *palette, TwPaletteKind kind)
{
  gboolean high = kind == TW_PALETTE_HC_LIGHT || kind == TW_PALETTE_HC_DARK;

  for (guint i = 0; i < TW_N_COLORS; i++)
    {
      g_assert (table[i].color == (TwColor) i);
      palette->colors[i] = unpack (table[i].values[kind]);
    }
  palette->min_stroke = high ? 2 : 0;
  palette->outlined = high || kind == TW_PALETTE_PAPER_GREY;
  palette->dark = kind == TW_PALETTE_DARK || kind == TW_PALETTE_HC_DARK;
  palette->select_alpha = palette->dark ? 0.26 : 0.12;
}

const TwPalette *
tw_palette_get (TwPaletteKind kind)
{
  static TwPalette palettes[TW_N_PALETTES];
  static gsize filled;

  g_return_val_if_fail (kind < TW_N_PALETTES, NULL);
  if (g_once_init_enter (&filled))
    {
      for (guint i = 0; i < TW_N_PALETTES; i++)
        fill_palette (&palettes[i], i);
      g_once_init_leave (&filled, 1);
    }
  return &palettes[kind];
}

const TwPalette *
tw_palette_for_screen (gboolean dark, gboolean high_contrast)
{
  if (high_contrast)
    return tw_palette_get (dark ? TW_PALETTE_HC_DARK : TW_PALETTE_HC_LIGHT);
  return tw_palette_get (dark ? TW_PALETTE_DARK : TW_PALETTE_LIGHT);
}

TwRgba
tw_palette_alpha (const TwPalette *palette, TwColor color, double alpha)
{
  TwRgba result = palette->colors[color];

  result.alpha *= (float) alpha;
  return result;
}

char *
tw_style_define_colors (TwPaletteKind kind)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < TW_N_COLORS; i++)
    {
      Packed value = table[i].values[kind];
      char alpha[G_ASCII_DTOSTR_BUF_SIZE];

      if (table[i].css == NULL)
        continue;
      if ((value & 0xff) == 0xff)
        {
          g_string_append_printf (text, "@define-color %s #%06x;\n", table[i].css, value >> 8);
          continue;
        }
      g_ascii_formatd (alpha, sizeof alpha, "%.3f", (value & 0xff) / 255.0);
      g_string_append_printf (text, "@define-color %s rgba(%u,%u,%u,%s);\n", table[i].css,
                              value >> 24, (value >> 16) & 0xff, (value >> 8) & 0xff, alpha);
    }
  /* Around what has no tint to be told by. */
  g_string_append_printf (text, "@define-color tw_outline %s;\n",
                          tw_palette_get (kind)->outlined ? "@tw_slate_line" : "transparent");
  return g_string_free (text, FALSE);
}
