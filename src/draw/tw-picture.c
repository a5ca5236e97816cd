/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "tw-picture.h"
#include "tw-words.h"

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Text as it is on paper: 72 dpi, unhinted, so that a page looks the same at every zoom. */
static TwMetrics *
paper_metrics (void)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context;
  cairo_font_options_t *options = cairo_font_options_create ();
  TwMetrics *metrics;

  context = pango_font_map_create_context (map);
  pango_cairo_context_set_resolution (context, 72);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  metrics = tw_metrics_for_paper (context, NULL);
  cairo_font_options_destroy (options);
  g_object_unref (context);
  return metrics;
}

/* Takes over surface; the bytes that it wrote, or an error. */
static GBytes *
finish (cairo_surface_t *surface, GByteArray *bytes, GError **error)
{
  cairo_status_t status;

  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  g_set_error_literal (error, TW_ERROR, TW_ERROR_FAILED, cairo_status_to_string (status));
  return NULL;
}

static void
describe (cairo_surface_t *pdf, TwFacts *facts, const TwSummaryOptions *options)
{
  g_autoptr (TwPlan) copy
      = tw_audience_copy (tw_facts_plan (facts), tw_facts_playbook (facts), options->audience);
  TwPerson *lead = tw_plan_person (copy, copy->lead);
  g_autofree char *date = g_malloc0 (TW_DATE_LENGTH + 10);

  tw_date_iso (tw_facts_today (facts), date);
  g_strlcat (date, "T00:00:00Z", TW_DATE_LENGTH + 10);
  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_TITLE, copy->title);
  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_SUBJECT, copy->customer->name);
  if (lead != NULL)
    cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_AUTHOR, lead->name);
  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_CREATOR, "Trackway " PACKAGE_VERSION);
  /* The day that the summary tells of: the same plan gives the same bytes. */
  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

GBytes *
tw_picture_summary_pdf (TwFacts *facts, const TwSummaryOptions *options, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (TwMetrics) metrics = paper_metrics ();
  g_autoptr (TwSummary) summary = tw_summary_new (facts, options, metrics);
  cairo_surface_t *pdf
      = cairo_pdf_surface_create_for_stream (append, bytes, options->width, options->height);
  cairo_t *cr = cairo_create (pdf);
  g_autoptr (TwCanvas) canvas = tw_canvas_new_cairo (cr, metrics);

  describe (pdf, facts, options);
  for (guint page = 0; page < tw_summary_n_pages (summary); page++)
    {
      g_autofree char *label = g_strdup_printf ("%u", page + 1);

      cairo_pdf_surface_set_page_label (pdf, label);
      tw_summary_paint (summary, canvas, page);
      cairo_show_page (cr);
    }
  g_clear_object (&canvas);
  cairo_destroy (cr);
  return finish (pdf, bytes, error);
}

GBytes *
tw_picture_summary_page (TwFacts *facts, const TwSummaryOptions *options, guint page, gboolean svg,
                         GError **error)
{
  const double zoom = 96.0 / 72;
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (TwMetrics) metrics = paper_metrics ();
  g_autoptr (TwSummary) summary = tw_summary_new (facts, options, metrics);
  double width = options->width * zoom, height = options->height * zoom;
  cairo_surface_t *surface
      = svg ? cairo_svg_surface_create_for_stream (append, bytes, width, height)
            : cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width + 0.5),
                                          (int) (height + 0.5));
  cairo_t *cr = cairo_create (surface);
  g_autoptr (TwCanvas) canvas = NULL;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, zoom, zoom);
  canvas = tw_canvas_new_cairo (cr, metrics);
  tw_summary_paint (summary, canvas, MIN (page, tw_summary_n_pages (summary) - 1));
  g_clear_object (&canvas);
  cairo_destroy (cr);
  if (!svg)
    cairo_surface_write_to_png_stream (surface, append, bytes);
  return finish (surface, bytes, error);
}
