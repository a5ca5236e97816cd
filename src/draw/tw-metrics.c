/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-metrics.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* Layouts kept; a full timeline shows a few hundred texts. */
#define MAX_LAYOUTS 2048

/* The body font of the design: Cantarell 11 is 14 2/3 px. */
#define DESIGN_EM (11.0 * 96 / 72)
#define DESIGN_ROW 26.0
#define ROW_PADDING 8

typedef struct
{
  double size; /* relative to the body font */
  PangoWeight weight;
} FontStyle;

static const FontStyle screen_styles[TW_N_FONTS] = {
  [TW_FONT_TITLE_1] = { 20.0 / 11, PANGO_WEIGHT_ULTRABOLD },
  [TW_FONT_TITLE_3] = { 15.0 / 11, PANGO_WEIGHT_BOLD },
  [TW_FONT_TITLE_4] = { 13.0 / 11, PANGO_WEIGHT_BOLD },
  [TW_FONT_HEADING] = { 1, PANGO_WEIGHT_BOLD },
  [TW_FONT_BODY] = { 1, PANGO_WEIGHT_NORMAL },
  [TW_FONT_DENSE] = { 10.0 / 11, PANGO_WEIGHT_NORMAL },
  [TW_FONT_DENSE_BOLD] = { 10.0 / 11, PANGO_WEIGHT_BOLD },
  [TW_FONT_CAPTION] = { 9.0 / 11, PANGO_WEIGHT_NORMAL },
  [TW_FONT_CAPTION_BOLD] = { 9.0 / 11, PANGO_WEIGHT_BOLD },
  [TW_FONT_BADGE] = { 7.0 / 11, PANGO_WEIGHT_BOLD },
};

/* The printed summary's: its body is 9.4 pt. */
#define PAPER_BODY 9.4
static const FontStyle paper_styles[TW_N_FONTS] = {
  [TW_FONT_TITLE_1] = { 18.8 / PAPER_BODY, PANGO_WEIGHT_ULTRABOLD },
  [TW_FONT_TITLE_3] = { 13.0 / PAPER_BODY, PANGO_WEIGHT_BOLD },
  [TW_FONT_TITLE_4] = { 11.0 / PAPER_BODY, PANGO_WEIGHT_BOLD },
  [TW_FONT_HEADING] = { 11.0 / PAPER_BODY, PANGO_WEIGHT_ULTRABOLD },
  [TW_FONT_BODY] = { 1, PANGO_WEIGHT_NORMAL },
  [TW_FONT_DENSE] = { 9.0 / PAPER_BODY, PANGO_WEIGHT_NORMAL },
  [TW_FONT_DENSE_BOLD] = { 9.0 / PAPER_BODY, PANGO_WEIGHT_BOLD },
  [TW_FONT_CAPTION] = { 8.25 / PAPER_BODY, PANGO_WEIGHT_NORMAL },
  [TW_FONT_CAPTION_BOLD] = { 8.25 / PAPER_BODY, PANGO_WEIGHT_BOLD },
  [TW_FONT_BADGE] = { 6.0 / PAPER_BODY, PANGO_WEIGHT_BOLD },
};

typedef struct
{
  TwFont font;
  TwTextFlags flags;
  int width; /* Pango units, -1: no limit */
  const char *text;
} LayoutKey;

static guint
layout_key_hash (gconstpointer data)
{
  const LayoutKey *key = data;

  return g_str_hash (key->text) ^ (key->font * 31 + key->flags) ^ (guint) key->width * 2654435761u;
}

static gboolean
layout_key_equal (gconstpointer a, gconstpointer b)
{
  const LayoutKey *one = a;
  const LayoutKey *other = b;

  return one->font == other->font && one->flags == other->flags && one->width == other->width
         && g_str_equal (one->text, other->text);
}

static double
context_resolution (PangoContext *context)
{
  double resolution = pango_cairo_context_get_resolution (context);

  return resolution > 0 ? resolution : 96;
}

static double
measure_height (PangoContext *context, const PangoFontDescription *font)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  int height;

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, "Xg", -1);
  pango_layout_get_size (layout, NULL, &height);
  return pango_units_to_double (height);
}

static TwMetrics *
metrics_new (PangoContext *context, const PangoFontDescription *family, double em,
             const FontStyle *styles)
{
  TwMetrics *metrics = g_new0 (TwMetrics, 1);

  metrics->ref_count = 1;
  metrics->context = g_object_ref (context);
  metrics->layouts
      = g_hash_table_new_full (layout_key_hash, layout_key_equal, g_free, g_object_unref);
  for (guint i = 0; i < TW_N_FONTS; i++)
    {
      PangoFontDescription *font = pango_font_description_copy (family);

      pango_font_description_set_absolute_size (font, em * styles[i].size * PANGO_SCALE);
      pango_font_description_set_weight (font, styles[i].weight);
      metrics->fonts[i] = font;
    }
  metrics->em = em;
  metrics->px = em / DESIGN_EM;
  metrics->line_height = tw_metrics_text_height (metrics, TW_FONT_BODY);
  metrics->row_height = ceil (metrics->line_height) + ROW_PADDING;
  metrics->row_px = metrics->row_height / DESIGN_ROW;
  metrics->hairline = 1;
  return metrics;
}

static double
em_of (PangoContext *context, const PangoFontDescription *font)
{
  double size = pango_units_to_double (pango_font_description_get_size (font));

  if (size <= 0)
    return DESIGN_EM;
  if (pango_font_description_get_size_is_absolute (font))
    return size;
  return size * context_resolution (context) / 72;
}

TwMetrics *
tw_metrics_scaled (PangoContext *context, double factor)
{
  const PangoFontDescription *font;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (factor > 0, NULL);
  font = pango_context_get_font_description (context);
  return metrics_new (context, font, em_of (context, font) * factor, screen_styles);
}

TwMetrics *
tw_metrics_from_context (PangoContext *context)
{
  return tw_metrics_scaled (context, 1);
}

TwMetrics *
tw_metrics_for_paper (PangoContext *context, const PangoFontDescription *font)
{
  g_autoptr (PangoFontDescription) family = NULL;
  double resolution;
  TwMetrics *metrics;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);
  family = font != NULL ? pango_font_description_copy (font)
                        : pango_font_description_from_string ("Cantarell");
  resolution = context_resolution (context);
  metrics = metrics_new (context, family, PAPER_BODY * resolution / 72, paper_styles);
  metrics->row_height = metrics->line_height + ROW_PADDING * metrics->px;
  metrics->row_px = metrics->row_height / DESIGN_ROW;
  metrics->hairline = 0.75 * resolution / 72;
  return metrics;
}

TwMetrics *
tw_metrics_fixed (void)
{
  PangoFontMap *map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell 11");
  cairo_font_options_t *options = cairo_font_options_create ();
  TwMetrics *metrics;

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_font_description (context, font);
  metrics = tw_metrics_from_context (context);
  cairo_font_options_destroy (options);
  pango_font_description_free (font);
  g_object_unref (context);
  g_object_unref (map);
  return metrics;
}

TwMetrics *
tw_metrics_ref (TwMetrics *metrics)
{
  g_return_val_if_fail (metrics != NULL, NULL);
  metrics->ref_count++;
  return metrics;
}

void
tw_metrics_unref (TwMetrics *metrics)
{
  g_return_if_fail (metrics != NULL);
  if (--metrics->ref_count > 0)
    return;
  g_hash_table_unref (metrics->layouts);
  for (guint i = 0; i < TW_N_FONTS; i++)
    pango_font_description_free (metrics->fonts[i]);
  g_object_unref (metrics->context);
  g_free (metrics);
}

const PangoFontDescription *
tw_metrics_font (TwMetrics *metrics, TwFont font)
{
  return metrics->fonts[font];
}

double
tw_metrics_text_height (TwMetrics *metrics, TwFont font)
{
  /* The first text in a font costs a millisecond, and no surface uses all of them. */
  if (metrics->heights[font] <= 0)
    metrics->heights[font] = measure_height (metrics->context, metrics->fonts[font]);
  return metrics->heights[font];
}

static PangoLayout *
make_layout (TwMetrics *metrics, const LayoutKey *key)
{
  PangoLayout *layout = pango_layout_new (metrics->context);

  pango_layout_set_font_description (layout, metrics->fonts[key->font]);
  pango_layout_set_text (layout, key->text, -1);
  if (key->flags & TW_TEXT_CENTER)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  else if (key->flags & TW_TEXT_RIGHT)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  if (key->flags & TW_TEXT_NUMERIC)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
      pango_layout_set_attributes (layout, attributes);
    }
  if (key->flags & TW_TEXT_WRAP)
    pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  else
    pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (key->width >= 0)
    {
      pango_layout_set_width (layout, key->width);
      if (!(key->flags & TW_TEXT_WRAP) || key->flags & TW_TEXT_TWO_LINES)
        pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      if (key->flags & TW_TEXT_TWO_LINES)
        pango_layout_set_height (layout, -2);
    }
  return layout;
}

PangoLayout *
tw_metrics_layout (TwMetrics *metrics, TwFont font, TwTextFlags flags, double width,
                   const char *text)
{
  LayoutKey key = { .font = font, .flags = flags & ~TW_TEXT_MIDDLE, .width = -1, .text = text };
  PangoLayout *layout;
  LayoutKey *kept;
  gsize length;

  g_return_val_if_fail (metrics != NULL && text != NULL, NULL);
  if (width >= 0)
    key.width = pango_units_from_double (width);
  layout = g_hash_table_lookup (metrics->layouts, &key);
  if (layout != NULL)
    return layout;
  if (g_hash_table_size (metrics->layouts) >= MAX_LAYOUTS)
    g_hash_table_remove_all (metrics->layouts);
  layout = make_layout (metrics, &key);
  /* The key and its text are one block. */
  length = strlen (text) + 1;
  kept = g_malloc (sizeof key + length);
  *kept = key;
  kept->text = memcpy (kept + 1, text, length);
  g_hash_table_insert (metrics->layouts, kept, layout);
  return layout;
}

double
tw_metrics_text_size (TwMetrics *metrics, TwFont font, const char *text, double *height)
{
  PangoLayout *layout = tw_metrics_layout (metrics, font, TW_TEXT_LEFT, -1, text);
  int w, h;

  pango_layout_get_size (layout, &w, &h);
  if (height != NULL)
    *height = pango_units_to_double (h);
  return pango_units_to_double (w);
}
