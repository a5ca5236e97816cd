/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "tw-glyph.h"
#include "tw-map-layout.h"
#include "tw-map-paint.h"
#include "tw-picture.h"
#include "tw-ribbon.h"
#include "tw-timeline-layout.h"
#include "tw-words.h"

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

TwMetrics *
tw_paper_metrics (void)
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
  g_set_error_literal (error, TW_ERROR, TW_ERROR_FAILED,
                       status == CAIRO_STATUS_INVALID_SIZE
                           ? _ ("The picture is too large for .png; .svg takes it")
                           : cairo_status_to_string (status));
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
  g_autoptr (TwMetrics) metrics = tw_paper_metrics ();
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
  g_autoptr (TwMetrics) metrics = tw_paper_metrics ();
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

#define OUTLINE_WIDTH 328
#define INDENT 18

/* Only the rows that the audience may see, called as in its copy. */
static GArray *
rows_for (TwFacts *facts, TwPlan *copy)
{
  g_autoptr (TwIndex) index = tw_index_new (copy);
  g_autoptr (GArray) all = tw_timeline_rows (facts, NULL, NULL, NULL);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (TwTimelineRow));

  for (guint i = 0; i < all->len; i++)
    {
      TwTimelineRow *row = &g_array_index (all, TwTimelineRow, i);
      const char *id
          = row->node >= 0
                ? tw_index_node (tw_schedule_index (tw_facts_schedule (facts)), (guint) row->node)
                      ->id
                : NULL;
      gboolean seen = row->recurring != NULL
                          ? tw_index_recurring (index, row->recurring->id, NULL) != NULL
                          : id == NULL || tw_index_find (index, id) >= 0;

      if (seen)
        g_array_append_val (rows, *row);
    }
  return rows;
}

static const char *
row_name (TwFacts *facts, TwIndex *copy, TwTimelineRow *row)
{
  int number;

  if (row->kind == TW_ROW_MILESTONES)
    return _ ("Milestones");
  if (row->recurring != NULL)
    return tw_record_name (tw_index_recurring (copy, row->recurring->id, NULL));
  number = tw_index_find (
      copy, tw_index_node (tw_schedule_index (tw_facts_schedule (facts)), (guint) row->node)->id);
  return tw_record_name (tw_index_node (copy, (guint) number)->record);
}

static void
paint_outline (TwTimelineLayout *layout, TwCanvas *canvas, const TwPalette *palette, TwPlan *plan)
{
  g_autoptr (TwIndex) copy = tw_index_new (plan);

  for (guint i = 0; i < layout->rows->len; i++)
    {
      TwTimelineRow *row = &g_array_index (layout->rows, TwTimelineRow, i);
      double y = (i + 0.5) * layout->metrics->row_height, x = 12 + row->depth * INDENT;
      TwGlyph glyph = TW_GLYPH_MILESTONE;

      if (row->recurring != NULL)
        glyph = TW_GLYPH_RECURRING;
      else if (row->node >= 0)
        {
          const TwNodeFacts *facts = tw_facts_node (layout->facts, (guint) row->node);

          glyph = tw_glyph_for_status (facts->state, facts->late);
        }
      tw_glyph_paint (canvas, palette, glyph, x, y - 7, 14);
      tw_canvas_text (canvas,
                      row->kind == TW_ROW_ACTIVITY || row->kind == TW_ROW_RECURRING
                          ? TW_FONT_DENSE
                          : TW_FONT_DENSE_BOLD,
                      TW_TEXT_LEFT | TW_TEXT_MIDDLE, x + 20, y, OUTLINE_WIDTH - x - 28,
                      &palette->colors[TW_COLOR_TEXT], row_name (layout->facts, copy, row));
    }
}

static void
paint_calendar (TwTimelineLayout *layout, TwCanvas *canvas, TwPlan *copy, double width)
{
  const TwPalette *palette = tw_palette_get (TW_PALETTE_LIGHT);
  double axis = tw_timeline_axis_height (layout->metrics);
  TwRect all = { 0, 0, width, axis + layout->height };
  TwRect days = { 0, 0, width - OUTLINE_WIDTH, layout->height };

  tw_canvas_fill (canvas, all, 0, &palette->colors[TW_COLOR_VIEW_BG]);
  tw_canvas_push_offset (canvas, OUTLINE_WIDTH, axis);
  tw_canvas_push_clip (canvas, days, 0);
  tw_timeline_paint (layout, canvas, palette, days, NULL, NULL);
  tw_canvas_pop (canvas);
  tw_canvas_pop (canvas);
  tw_canvas_push_offset (canvas, OUTLINE_WIDTH, 0);
  tw_canvas_push_clip (canvas, (TwRect){ 0, 0, days.width, axis }, 0);
  tw_timeline_paint_axis (layout, canvas, palette, 0, days.width);
  tw_canvas_pop (canvas);
  tw_canvas_pop (canvas);
  tw_canvas_push_offset (canvas, 0, axis);
  paint_outline (layout, canvas, palette, copy);
  tw_canvas_pop (canvas);
  tw_canvas_fill (canvas, (TwRect){ OUTLINE_WIDTH - 1, 0, 1, all.height }, 0,
                  &palette->colors[TW_COLOR_LINE]);
}

/* What a view is painted from. */
typedef struct
{
  TwFacts *facts;
  TwPlan *copy; /* what the audience may see */
  TwMetrics *metrics;
  TwTimelineLayout *calendar;
  TwMapLayout *map;
  TwRibbon *ribbon;
  double width, height;
} Picture;

const char *const tw_view_words[] = { "calendar", "map", "ribbon", NULL };

static void
lay_out_calendar (Picture *picture)
{
  g_autoptr (GArray) rows = rows_for (picture->facts, picture->copy);
  const TwTimelineOptions options = { .critical = TRUE, .baseline = TRUE, .copy = picture->copy };
  TwScale scale = { 0, TW_SCALE_DEFAULT };
  TwDate start, until;

  picture->width = MAX (picture->width, OUTLINE_WIDTH + 200);
  tw_timeline_extent (picture->facts, &start, &until);
  scale.origin = start;
  scale.per_week = 7 * (picture->width - OUTLINE_WIDTH) / (until - start);
  picture->calendar
      = tw_timeline_layout_new (picture->facts, rows, &scale, picture->metrics, &options);
  picture->height = tw_timeline_axis_height (picture->metrics) + picture->calendar->height;
}

static void
lay_out (Picture *picture, TwView view)
{
  if (view == TW_VIEW_CALENDAR)
    lay_out_calendar (picture);
  else if (view == TW_VIEW_MAP)
    {
      picture->map = tw_map_layout_new (picture->copy, picture->facts, picture->metrics,
                                        picture->width, FALSE);
      picture->width = picture->map->width;
      picture->height = picture->map->height;
    }
  else
    {
      picture->ribbon = tw_ribbon_new (picture->copy, picture->facts, picture->metrics,
                                       TW_RIBBON_FULL, MAX (picture->width, 100));
      picture->width = picture->ribbon->width;
      picture->height = picture->ribbon->height;
    }
}

static void
paint_picture (Picture *picture, TwCanvas *canvas)
{
  const TwPalette *palette = tw_palette_get (TW_PALETTE_LIGHT);

  if (picture->calendar != NULL)
    {
      paint_calendar (picture->calendar, canvas, picture->copy, picture->width);
      return;
    }
  tw_canvas_fill (canvas, (TwRect){ 0, 0, picture->width, picture->height }, 0,
                  &palette->colors[picture->map != NULL ? TW_COLOR_WINDOW_BG : TW_COLOR_CARD_BG]);
  if (picture->map != NULL)
    tw_map_paint (canvas, palette, picture->map, NULL);
  else
    tw_ribbon_paint (canvas, palette, TW_COLOR_CARD_BG, picture->ribbon);
}

GBytes *
tw_picture_view (TwFacts *facts, TwView view, TwAudience audience, double width, gboolean svg,
                 GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (TwMetrics) metrics = tw_metrics_fixed ();
  g_autoptr (TwPlan) copy
      = tw_audience_copy (tw_facts_plan (facts), tw_facts_playbook (facts), audience);
  Picture picture = { .facts = facts, .copy = copy, .metrics = metrics, .width = width };
  g_autoptr (TwCanvas) canvas = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  lay_out (&picture, view);
  surface = svg ? cairo_svg_surface_create_for_stream (append, bytes, picture.width, picture.height)
                : cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) picture.width,
                                              (int) picture.height);
  cr = cairo_create (surface);
  canvas = tw_canvas_new_cairo (cr, metrics);
  paint_picture (&picture, canvas);
  g_clear_object (&canvas);
  cairo_destroy (cr);
  if (!svg)
    cairo_surface_write_to_png_stream (surface, append, bytes);
  g_clear_pointer (&picture.calendar, tw_timeline_layout_free);
  g_clear_pointer (&picture.map, tw_map_layout_free);
  g_clear_pointer (&picture.ribbon, tw_ribbon_free);
  return finish (surface, bytes, error);
}
