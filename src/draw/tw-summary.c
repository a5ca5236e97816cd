/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-flow.h"
#include "tw-words.h"

#define MARGIN_SIDE 42
#define MARGIN_TOP 33
#define MARGIN_BOTTOM 28
#define ASIDE 110 /* the room for the day and the page's number, at the right of head and foot */

struct _TwSummary
{
  TwFlow flow;
  TwSummaryOptions options;
  guint n_pages;
};

const char *const tw_section_words[]
    = { "head",      "summary",  "health", "timeline", "phases",     "handovers", "next-steps",
        "workloads", "adoption", "risks",  "changes",  "everything", NULL };

static void
clear_item (gpointer data)
{
  TwItem *item = data;

  g_free (item->text);
  g_free (item->uri);
}

/* On every page but the first: whose plan it is, and when it was printed. */
static void
add_running_head (TwFlow *flow)
{
  g_autofree char *date = tw_words_date (tw_facts_today (flow->facts), TW_DATE_LONG);
  double y
      = MARGIN_TOP
        + tw_flow_text (flow, TW_FONT_DENSE_BOLD, TW_TEXT_LEFT, flow->left, MARGIN_TOP,
                        flow->right - flow->left - ASIDE, TW_COLOR_TEXT, flow->copy->customer->name)
        + 5;

  tw_flow_text_right (flow, TW_FONT_DENSE, TW_TEXT_LEFT, flow->right, MARGIN_TOP, ASIDE - 12,
                      TW_COLOR_TEXT_2, date);
  tw_flow_line (flow, flow->left, y, flow->right, y, 0.6, TW_COLOR_LINE);
}

static char *
foot_words (TwFlow *flow)
{
  g_autofree char *line = tw_words_confidentiality (flow->copy);

  return flow->options->audience == TW_AUDIENCE_INTERNAL
             ? g_strdup_printf (C_ ("foot of the internal edition", "Internal. %s"), line)
             : g_steal_pointer (&line);
}

static void
add_foot (TwFlow *flow, guint page, guint n_pages)
{
  g_autofree char *words = foot_words (flow);
  g_autofree char *number
      = g_strdup_printf (C_ ("foot of a page", "Page %u of %u"), page + 1, n_pages);
  double y = flow->bottom + 9;

  flow->page = page;
  tw_flow_line (flow, flow->left, y, flow->right, y, 0.6, TW_COLOR_LINE);
  tw_flow_text (flow, TW_FONT_CAPTION, TW_TEXT_LEFT, flow->left, y + 5,
                flow->right - flow->left - ASIDE, TW_COLOR_TEXT_2, words);
  tw_flow_text_right (flow, TW_FONT_CAPTION, TW_TEXT_LEFT, flow->right, y + 5, ASIDE - 12,
                      TW_COLOR_TEXT_2, number);
}

/* The body of a page: below the running head, which the first page hasn't, and above the foot. */
static void
set_body (TwFlow *flow)
{
  double width = flow->right - flow->left - ASIDE;
  double line = tw_metrics_text_height (flow->metrics, TW_FONT_CAPTION);
  g_autofree char *foot = foot_words (flow);

  flow->top = MARGIN_TOP
              + tw_flow_text_height (flow, TW_FONT_DENSE_BOLD, TW_TEXT_LEFT, width,
                                     flow->copy->customer->name)
              + 5 + 14;
  flow->bottom
      = flow->options->height - MARGIN_BOTTOM - 9 - 5
        - MAX (2 * line, tw_flow_text_height (flow, TW_FONT_CAPTION, TW_TEXT_LEFT, width, foot));
  flow->y = MARGIN_TOP;
}

/* Running heads belong first on their page, feet last: that is how they are read. */
static void
sort_pages (TwFlow *flow, guint n_pages)
{
  GArray *body = flow->items;
  GArray *all = g_array_new (FALSE, FALSE, sizeof (TwItem));
  guint at = 0;

  flow->items = all;
  for (guint page = 0; page < n_pages; page++)
    {
      flow->page = page;
      if (page > 0)
        add_running_head (flow);
      for (; at < body->len && g_array_index (body, TwItem, at).page == page; at++)
        g_array_append_val (all, g_array_index (body, TwItem, at));
      add_foot (flow, page, n_pages);
    }
  g_array_unref (body);
  g_array_set_clear_func (all, clear_item);
}

static void
add_sections (TwFlow *flow, TwSection sections)
{
  void (*const add[]) (TwFlow *)
      = { tw_section_head,     tw_section_summary,   tw_section_health,     tw_section_timeline,
          tw_section_phases,   tw_section_handovers, tw_section_next_steps, tw_section_workloads,
          tw_section_adoption, tw_section_risks,     tw_section_changes,    tw_section_everything };

  for (guint i = 0; i < G_N_ELEMENTS (add); i++)
    if ((sections & (1u << i)) != 0)
      add[i](flow);
}

TwSummary *
tw_summary_new (TwFacts *facts, const TwSummaryOptions *options, TwMetrics *metrics)
{
  TwSummary *summary = g_new0 (TwSummary, 1);
  TwFlow *flow = &summary->flow;
  TwSection sections = options->sections != 0 ? options->sections : TW_SECTION_ALL;

  summary->options = *options;
  if (options->audience == TW_AUDIENCE_CUSTOMER)
    sections &= ~TW_SECTION_INTERNAL;
  flow->options = &summary->options;
  flow->metrics = tw_metrics_ref (metrics);
  flow->facts = tw_facts_ref (facts);
  flow->copy
      = tw_audience_copy (tw_facts_plan (facts), tw_facts_playbook (facts), options->audience);
  flow->index = tw_index_new (flow->copy);
  flow->left = MARGIN_SIDE;
  flow->right = options->width - MARGIN_SIDE;
  flow->items = g_array_new (FALSE, FALSE, sizeof (TwItem));
  set_body (flow);
  add_sections (flow, sections);
  summary->n_pages = flow->page + 1;
  sort_pages (flow, summary->n_pages);
  return summary;
}

void
tw_summary_free (TwSummary *summary)
{
  g_array_unref (summary->flow.items);
  tw_index_unref (summary->flow.index);
  tw_plan_unref (summary->flow.copy);
  tw_facts_unref (summary->flow.facts);
  tw_metrics_unref (summary->flow.metrics);
  g_free (summary);
}

guint
tw_summary_n_pages (TwSummary *summary)
{
  return summary->n_pages;
}

static void
paint_check (TwCanvas *canvas, const TwPalette *palette, const TwItem *item)
{
  TwRect rect = item->rect;
  TwPoint tick[] = { { rect.x + 0.22 * rect.width, rect.y + 0.52 * rect.height },
                     { rect.x + 0.42 * rect.width, rect.y + 0.72 * rect.height },
                     { rect.x + 0.78 * rect.width, rect.y + 0.28 * rect.height } };

  tw_canvas_stroke (canvas, rect, 2, 0.9, TW_SOLID, &palette->colors[TW_COLOR_TEXT_2]);
  if (item->what)
    tw_canvas_polyline (canvas, tick, G_N_ELEMENTS (tick), 1.3, TW_SOLID,
                        &palette->colors[TW_COLOR_TEXT]);
}

static void
paint_text (TwSummary *summary, TwCanvas *canvas, const TwPalette *palette, const TwItem *item,
            guint at)
{
  static const char *const tags[] = { "P", "H1", "TH" };

  if (item->what == 1)
    {
      g_autofree char *name = g_strdup_printf ("section-%u", at);

      tw_canvas_destination (canvas, name);
      tw_canvas_outline (canvas, 0, item->text, name);
    }
  if (item->uri != NULL)
    tw_canvas_link_begin (canvas, item->uri);
  tw_canvas_tag_begin (canvas, tags[item->what]);
  tw_canvas_layout (
      canvas,
      tw_metrics_layout (summary->flow.metrics, item->font, item->flags, item->value, item->text),
      item->rect.x, item->rect.y, &palette->colors[item->color]);
  tw_canvas_tag_end (canvas, tags[item->what]);
  if (item->uri != NULL)
    tw_canvas_link_end (canvas);
}

static void
paint_item (TwSummary *summary, TwCanvas *canvas, const TwPalette *palette, const TwItem *item,
            guint at)
{
  const TwRect *rect = &item->rect;
  const TwRgba *color = &palette->colors[item->color];

  switch (item->kind)
    {
    case TW_ITEM_TEXT:
      paint_text (summary, canvas, palette, item, at);
      break;
    case TW_ITEM_FILL:
      tw_canvas_fill (canvas, *rect, item->value, color);
      break;
    case TW_ITEM_STROKE:
      tw_canvas_stroke (canvas, *rect, item->value, item->other, item->dash, color);
      break;
    case TW_ITEM_LINE:
      tw_canvas_line (canvas, rect->x, rect->y, rect->x + rect->width, rect->y + rect->height,
                      item->other, item->dash, color);
      break;
    case TW_ITEM_ELBOW:
      tw_canvas_elbow (canvas, rect->x, rect->y, rect->x + rect->width, rect->y + rect->height,
                       item->other, item->value, color);
      break;
    case TW_ITEM_GLYPH:
      tw_glyph_paint (canvas, palette, (TwGlyph) item->what, rect->x, rect->y, rect->width);
      break;
    case TW_ITEM_METER:
      tw_meter_paint (canvas, palette, *rect, item->value, item->other);
      break;
    case TW_ITEM_DIBS:
      tw_dibs_paint (canvas, palette, rect->x, rect->y + rect->height / 2, (guint) item->what);
      break;
    case TW_ITEM_PILL:
      tw_health_pill_paint (canvas, palette, rect->x, rect->y + rect->height / 2, rect->height,
                            item->what, item->text);
      break;
    case TW_ITEM_DIAMOND:
      tw_canvas_diamond (canvas, rect->x, rect->y, rect->width, color);
      break;
    case TW_ITEM_CHECK:
    default:
      paint_check (canvas, palette, item);
      break;
    }
}

void
tw_summary_paint (TwSummary *summary, TwCanvas *canvas, guint page)
{
  const TwPalette *palette
      = tw_palette_get (summary->options.grey ? TW_PALETTE_PAPER_GREY : TW_PALETTE_PAPER);

  for (guint i = 0; i < summary->flow.items->len; i++)
    {
      TwItem *item = &g_array_index (summary->flow.items, TwItem, i);

      if (item->page == page)
        paint_item (summary, canvas, palette, item, i);
    }
}

void
tw_summary_each_text (TwSummary *summary, void (*visit) (const TwSummaryText *text, gpointer data),
                      gpointer data)
{
  for (guint i = 0; i < summary->flow.items->len; i++)
    {
      TwItem *item = &g_array_index (summary->flow.items, TwItem, i);
      TwSummaryText text;

      if (item->kind != TW_ITEM_TEXT)
        continue;
      text = (TwSummaryText){ item->page, item->rect,
                              pango_font_description_get_size (
                                  tw_metrics_font (summary->flow.metrics, item->font))
                                  / (double) PANGO_SCALE,
                              item->text, item->what };
      visit (&text, data);
    }
}
