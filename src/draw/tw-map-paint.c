/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-map-build.h"
#include "tw-map-paint.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In the design's pixels. */
#define CARD_CORNER 12
#define BAND_CORNER 10
#define RING 5
#define HALO 27
#define PILL_MIDDLE 44
#define PILL_HEIGHT 19
#define NAME_ABOVE 19
#define STATE_BELOW 21

typedef struct
{
  TwCanvas *canvas;
  const TwPalette *palette;
  TwMapLayout *map;
  const TwMapState *state;
  double px;
} Paint;

static const TwRgba *
color (Paint *paint, TwColor which)
{
  return &paint->palette->colors[which];
}

static double
width_of (Paint *paint, double width)
{
  return MAX (width * paint->px, paint->palette->min_stroke);
}

static double
text (Paint *paint, TwFont font, TwTextFlags flags, double x, double y, double width, TwColor which,
      const char *words)
{
  return tw_canvas_text (paint->canvas, font, flags | TW_TEXT_MIDDLE, x, y, width,
                         color (paint, which), words);
}

static void
paint_card (Paint *paint, TwRect card)
{
  TwMetrics *metrics = tw_canvas_metrics (paint->canvas);

  tw_canvas_fill (paint->canvas, card, CARD_CORNER * paint->px, color (paint, TW_COLOR_CARD_BG));
  tw_canvas_stroke (paint->canvas, card, CARD_CORNER * paint->px, metrics->hairline, TW_SOLID,
                    color (paint, TW_COLOR_LINE_SOFT));
}

static void
paint_head (Paint *paint)
{
  for (guint i = 0; i < paint->map->columns->len; i++)
    {
      const TwMapColumn *column = &g_array_index (paint->map->columns, TwMapColumn, i);
      TwColor name = column->ahead ? TW_COLOR_TEXT_2 : TW_COLOR_TEXT;
      TwFont dates
          = column->current && column->slip == NULL ? TW_FONT_CAPTION_BOLD : TW_FONT_CAPTION;
      TwMetrics *metrics = tw_canvas_metrics (paint->canvas);
      double shift = 0;

      text (paint, TW_FONT_DENSE_BOLD, TW_TEXT_CENTER, column->x, 20 * paint->px,
            column->width - 8 * paint->px, name, column->name);
      if (column->dates == NULL)
        continue;
      if (column->slip != NULL)
        {
          double own = tw_metrics_text_width (metrics, dates, column->dates);
          double slip = tw_metrics_text_width (metrics, TW_FONT_CAPTION_BOLD, column->slip);

          shift = column->slip_below ? 0 : (slip + 4 * paint->px) / 2;
          text (paint, TW_FONT_CAPTION_BOLD, column->slip_below ? TW_TEXT_CENTER : TW_TEXT_RIGHT,
                column->slip_below ? column->x : column->x + own / 2 + shift,
                (column->slip_below ? 53 : 38) * paint->px, -1, TW_COLOR_YELLOW_TEXT, column->slip);
        }
      text (paint, dates, TW_TEXT_CENTER, column->x - shift, 38 * paint->px, -1,
            column->current ? TW_COLOR_TEXT : TW_COLOR_TEXT_2, column->dates);
    }
}

static void
paint_button (Paint *paint, const TwMapLane *lane)
{
  gboolean hovered = paint->state != NULL && paint->state->hovered != NULL
                     && g_strcmp0 (paint->state->hovered, lane->id) == 0;
  TwRgba fill = tw_palette_alpha (paint->palette, TW_COLOR_TEXT, hovered ? 0.18 : 0.1);

  tw_canvas_fill (paint->canvas, lane->button, 6 * paint->px, &fill);
  if (paint->palette->outlined)
    tw_canvas_stroke (paint->canvas, lane->button, 6 * paint->px, width_of (paint, 1), TW_SOLID,
                      color (paint, TW_COLOR_LINE));
  text (paint, TW_FONT_CAPTION_BOLD, TW_TEXT_CENTER, lane->button.x + lane->button.width / 2,
        lane->button.y + lane->button.height / 2, lane->button.width, TW_COLOR_TEXT,
        C_ ("map", "Add to plan"));
}

/* A name on two lines at most, the last of which has its middle at y. */
static void
paint_name (Paint *paint, double y, const char *name)
{
  TwMetrics *metrics = tw_canvas_metrics (paint->canvas);
  double height = tw_map_name_height (paint->map, metrics, name);

  tw_canvas_text (paint->canvas, TW_FONT_HEADING, TW_TEXT_WRAP | TW_TEXT_TWO_LINES,
                  paint->map->label_x,
                  y + tw_metrics_text_height (metrics, TW_FONT_HEADING) / 2 - height,
                  paint->map->label_width, color (paint, TW_COLOR_TEXT), name);
}

static void
paint_lane_label (Paint *paint, const TwMapLane *lane)
{
  TwMapLayout *map = paint->map;
  double px = paint->px;
  double name = lane->y - NAME_ABOVE * px;

  paint_name (paint, name, lane->name);
  if (lane->dates != NULL)
    text (paint, TW_FONT_CAPTION, TW_TEXT_LEFT, map->label_x, name + 18 * px, map->label_width,
          TW_COLOR_TEXT_2, lane->dates);
  if (lane->offered)
    paint_button (paint, lane);
  if (lane->state == NULL)
    return;
  tw_glyph_paint (paint->canvas, paint->palette, lane->glyph, map->label_x,
                  lane->y + STATE_BELOW * px - map->glyph_size / 2, map->glyph_size);
  text (paint, TW_FONT_CAPTION, TW_TEXT_LEFT, map->label_x + 20 * px, lane->y + STATE_BELOW * px,
        map->label_width - 20 * px, TW_COLOR_TEXT, lane->state);
}

static void
paint_link (Paint *paint, const TwMapLink *link)
{
  double px = paint->px;
  TwColor which = link->offered  ? TW_COLOR_SLATE_TRACK
                  : link->behind ? TW_COLOR_SLATE_STRONG
                                 : TW_COLOR_SLATE;
  double head = (link->behind ? 9 : 8) * px;

  if (link->dotted)
    {
      tw_canvas_line (paint->canvas, link->x1, link->y, link->x2, link->y, width_of (paint, 1.5),
                      (TwDash){ 2 * px, 4 * px }, color (paint, TW_COLOR_GREY));
      return;
    }
  if (paint->palette->outlined && link->offered)
    which = TW_COLOR_SLATE_LINE;
  tw_canvas_line (paint->canvas, link->x1, link->y, MAX (link->x2 - head, link->x1), link->y,
                  width_of (paint, link->behind ? 2.5 : 1.5), TW_SOLID, color (paint, which));
  tw_canvas_arrow (paint->canvas, TW_ARROW_RIGHT, link->x2, link->y, head, head,
                   color (paint, which));
}

static void
paint_handover (Paint *paint, const TwMapHandover *handover)
{
  TwPoint points[G_N_ELEMENTS (handover->points)];
  double px = paint->px;
  guint last = handover->n_points - 1;
  TwPoint end = handover->points[last];
  gboolean up = end.y < handover->points[last - 1].y;

  for (guint i = 0; i <= last; i++)
    points[i] = handover->points[i];
  points[last].y += (up ? 10 : -10) * px;
  tw_canvas_polyline (paint->canvas, points, handover->n_points, 4 * px, TW_SOLID,
                      color (paint, TW_COLOR_SLATE_STRONG));
  tw_canvas_arrow (paint->canvas, up ? TW_ARROW_UP : TW_ARROW_DOWN, end.x, end.y, 11 * px, 16 * px,
                   color (paint, TW_COLOR_SLATE_STRONG));
}

static void
paint_chip (Paint *paint, const TwMapHandover *handover)
{
  const TwRect *chip = &handover->chip;
  double px = paint->px;
  double middle = chip->y + chip->height / 2;

  tw_canvas_fill (paint->canvas, *chip, chip->height / 2, color (paint, TW_COLOR_WINDOW_BG));
  tw_canvas_stroke (paint->canvas, *chip, chip->height / 2, width_of (paint, 1), TW_SOLID,
                    color (paint, TW_COLOR_LINE));
  tw_canvas_handover (paint->canvas, chip->x + 10 * px, middle - 6 * px, 14 * px,
                      color (paint, TW_COLOR_SLATE_TEXT));
  text (paint, TW_FONT_CAPTION_BOLD, TW_TEXT_LEFT, chip->x + 30 * px, middle, -1,
        TW_COLOR_SLATE_TEXT, handover->text);
}

static void
draw_tick (cairo_t *cr, const TwStamp *stamp)
{
  double unit = stamp->width / 20;
  const TwRgba *ink = &stamp->colors[0];

  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, ink->alpha);
  cairo_set_line_width (cr, 3.4 * unit);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, 2 * unit, 8 * unit);
  cairo_line_to (cr, 7.5 * unit, 13 * unit);
  cairo_line_to (cr, 18 * unit, 2.5 * unit);
  cairo_stroke (cr);
}

static void
paint_done (Paint *paint, const TwMapNode *node)
{
  TwRect disc
      = { node->x - node->radius, node->y - node->radius, 2 * node->radius, 2 * node->radius };
  TwStamp tick;

  tw_canvas_fill (paint->canvas, disc, node->radius, color (paint, TW_COLOR_SLATE_STRONG));
  tw_stamp_init (&tick, draw_tick, 20 * paint->px, 16 * paint->px);
  tick.colors[0] = *color (paint, TW_COLOR_INK);
  tw_canvas_stamp (paint->canvas, &tick, node->x - 10 * paint->px, node->y - 7.5 * paint->px);
}

static void
paint_circle (Paint *paint, double x, double y, double radius, double width, TwColor which,
              double alpha)
{
  TwRect circle = { x - radius, y - radius, 2 * radius, 2 * radius };
  TwRgba line = tw_palette_alpha (paint->palette, which, alpha);

  tw_canvas_stroke (paint->canvas, circle, radius, width, TW_SOLID, &line);
}

static void
paint_phase (Paint *paint, const TwMapNode *node)
{
  double px = paint->px;
  TwRect disc = { node->x - HALO * px, node->y - HALO * px, 2 * HALO * px, 2 * HALO * px };

  if (!node->counts)
    {
      tw_canvas_dashed_circle (paint->canvas, node->x, node->y, node->radius, width_of (paint, 1.5),
                               (TwDash){ 2.6 * px, 2.3 * px }, color (paint, TW_COLOR_GREY));
      return;
    }
  if (node->state == TW_STATUS_DONE)
    {
      paint_done (paint, node);
      return;
    }
  if (node->current)
    {
      tw_canvas_fill (paint->canvas, disc, HALO * px, color (paint, TW_COLOR_CARD_BG));
      paint_circle (paint, node->x, node->y, HALO * px, 2 * px, TW_COLOR_ACCENT, 1);
    }
  tw_canvas_ring (paint->canvas, node->x, node->y, node->radius, RING * px, node->progress / 100.0,
                  color (paint, TW_COLOR_SLATE_TRACK), color (paint, TW_COLOR_SLATE_STRONG));
  if (paint->palette->outlined)
    {
      paint_circle (paint, node->x, node->y, node->radius, width_of (paint, 1), TW_COLOR_SLATE_LINE,
                    1);
      paint_circle (paint, node->x, node->y, node->radius - RING * px, width_of (paint, 1),
                    TW_COLOR_SLATE_LINE, 1);
    }
  text (paint, node->current ? TW_FONT_CAPTION_BOLD : TW_FONT_CAPTION, TW_TEXT_CENTER, node->x,
        node->y, 2 * node->radius, node->current ? TW_COLOR_TEXT : TW_COLOR_TEXT_2, node->percent);
}

static void
paint_node_line (Paint *paint, const TwMapNode *node, guint at)
{
  const TwMapLine *line = &node->lines[at];
  TwMetrics *metrics = tw_canvas_metrics (paint->canvas);
  double y = node->lines_y + at * paint->map->line_height;
  double size = 12 * paint->px;
  double gap = 5 * paint->px;
  double left;

  if (line->glyph == TW_N_GLYPHS)
    {
      text (paint, TW_FONT_CAPTION, TW_TEXT_CENTER, node->x, y, -1, line->color, line->text);
      return;
    }
  left = node->x
         - (size + gap + tw_metrics_text_width (metrics, TW_FONT_CAPTION_BOLD, line->text)) / 2;
  tw_glyph_paint (paint->canvas, paint->palette, line->glyph, left, y - size / 2, size);
  text (paint, TW_FONT_CAPTION_BOLD, TW_TEXT_LEFT, left + size + gap, y, -1, line->color,
        line->text);
}

static void
paint_here (Paint *paint, const TwMapNode *node)
{
  const char *words = C_ ("ribbon", "We are here");
  TwMetrics *metrics = tw_canvas_metrics (paint->canvas);
  double width = tw_metrics_text_width (metrics, TW_FONT_CAPTION_BOLD, words) + 24 * paint->px;
  TwRect pill = { node->x - width / 2, node->y + (PILL_MIDDLE - PILL_HEIGHT / 2.0) * paint->px,
                  width, PILL_HEIGHT * paint->px };

  tw_canvas_fill (paint->canvas, pill, pill.height / 2, color (paint, TW_COLOR_ACCENT_BG));
  text (paint, TW_FONT_CAPTION_BOLD, TW_TEXT_CENTER, node->x, pill.y + pill.height / 2, -1,
        TW_COLOR_ACCENT_FG, words);
}

static void
paint_node (Paint *paint, const TwMapNode *node)
{
  double px = paint->px;
  TwRect disc
      = { node->x - node->radius, node->y - node->radius, 2 * node->radius, 2 * node->radius };

  switch (node->kind)
    {
    case TW_MAP_PHASE:
      paint_phase (paint, node);
      break;
    case TW_MAP_UNUSED:
      tw_canvas_dashed_circle (paint->canvas, node->x, node->y, node->radius, width_of (paint, 1.5),
                               (TwDash){ 2.6 * px, 2.3 * px }, color (paint, TW_COLOR_GREY));
      break;
    case TW_MAP_OFFERED:
      tw_canvas_fill (paint->canvas, disc, node->radius, color (paint, TW_COLOR_SLATE_TINT));
      paint_circle (paint, node->x, node->y, node->radius, width_of (paint, 1.5),
                    paint->palette->outlined ? TW_COLOR_SLATE_LINE : TW_COLOR_SLATE_TRACK, 1);
      break;
    case TW_MAP_NOTHING:
    default:
      break;
    }
  if (node->current)
    paint_here (paint, node);
  for (guint i = 0; i < node->n_lines; i++)
    paint_node_line (paint, node, i);
}

static void
paint_mark (Paint *paint, const TwMapMark *mark)
{
  double px = paint->px;

  tw_canvas_diamond (paint->canvas, mark->x, mark->y, 23 * px, color (paint, TW_COLOR_CARD_BG));
  tw_canvas_diamond (paint->canvas, mark->x, mark->y, 13 * px, color (paint, TW_COLOR_TEXT));
  text (paint, TW_FONT_CAPTION_BOLD, TW_TEXT_CENTER, mark->x, mark->y - 34 * px, mark->width,
        TW_COLOR_TEXT, mark->name);
  text (paint, TW_FONT_CAPTION, TW_TEXT_CENTER, mark->x, mark->y - 20 * px, -1, TW_COLOR_TEXT,
        mark->date);
}

static void
paint_band (Paint *paint, const TwMapBand *band)
{
  double px = paint->px;
  double size = 18 * px;
  double middle = band->rect.y + band->rect.height / 2;

  tw_canvas_fill (paint->canvas, band->rect, BAND_CORNER * px, color (paint, TW_COLOR_SLATE_TINT));
  if (paint->palette->outlined)
    tw_canvas_stroke (paint->canvas, band->rect, BAND_CORNER * px, width_of (paint, 1), TW_SOLID,
                      color (paint, TW_COLOR_SLATE_LINE));
  if (!band->narrow)
    tw_glyph_paint (paint->canvas, paint->palette, TW_GLYPH_RECURRING, band->rect.x + 11 * px,
                    middle - size / 2, size);
  tw_canvas_push_clip (paint->canvas, band->rect, BAND_CORNER * px);
  for (guint i = 0; i < band->texts->len; i++)
    {
      const TwMapText *piece = &g_array_index (band->texts, TwMapText, i);

      text (paint, piece->bold ? TW_FONT_CAPTION_BOLD : TW_FONT_CAPTION, TW_TEXT_LEFT, piece->x,
            piece->y, piece->width, TW_COLOR_SLATE_TEXT, piece->text);
    }
  if (band->next != NULL)
    text (paint, TW_FONT_CAPTION, TW_TEXT_RIGHT, band->rect.x + band->rect.width - 12 * px,
          band->next_y, band->rect.width - 24 * px, TW_COLOR_SLATE_TEXT, band->next);
  tw_canvas_pop (paint->canvas);
}

/* "Recurring" once for each lane, beside its first band. */
static void
paint_bands (Paint *paint)
{
  const char *motion = NULL;

  for (guint i = 0; i < paint->map->bands->len; i++)
    {
      const TwMapBand *band = &g_array_index (paint->map->bands, TwMapBand, i);

      if (band->motion != motion)
        text (paint, TW_FONT_CAPTION_BOLD, TW_TEXT_LEFT, paint->map->label_x,
              band->rect.y + band->rect.height / 2, paint->map->label_width, TW_COLOR_TEXT_2,
              C_ ("map", "Recurring"));
      motion = band->motion;
      paint_band (paint, band);
    }
}

static void
paint_approaches (Paint *paint)
{
  TwMapLayout *map = paint->map;
  TwMetrics *metrics = tw_canvas_metrics (paint->canvas);
  double px = paint->px;
  double right = map->approaches_card.x + map->approaches_card.width - 18 * px;

  if (map->approaches->len == 0)
    return;
  text (paint, TW_FONT_CAPTION_BOLD, TW_TEXT_LEFT, map->label_x, map->approaches_card.y + 18 * px,
        map->label_width, TW_COLOR_TEXT_2, C_ ("map", "Approaches"));
  for (guint i = 0; i < map->approaches->len; i++)
    {
      const TwMapApproach *row = &g_array_index (map->approaches, TwMapApproach, i);
      double more = tw_map_name_height (map, metrics, row->name)
                    - tw_metrics_text_height (metrics, TW_FONT_HEADING);

      if (i > 0)
        tw_canvas_line (paint->canvas, map->label_x, row->top, right, row->top, metrics->hairline,
                        TW_SOLID, color (paint, TW_COLOR_LINE_SOFT));
      paint_name (paint, row->y - 9 * px + more / 2, row->name);
      text (paint, TW_FONT_CAPTION, TW_TEXT_LEFT, map->label_x, row->y + 9 * px + more / 2,
            map->label_width, TW_COLOR_TEXT_2, row->count);
    }
  for (guint i = 0; i < map->signs->len; i++)
    {
      const TwMapSign *sign = &g_array_index (map->signs, TwMapSign, i);
      double size = map->glyph_size;

      if (sign->id != NULL)
        tw_glyph_paint (paint->canvas, paint->palette, sign->glyph, sign->x - size / 2,
                        sign->y - size / 2, size);
      else
        tw_canvas_line (paint->canvas, sign->x - 5 * px, sign->y, sign->x + 5 * px, sign->y,
                        1.5 * px, TW_SOLID, color (paint, TW_COLOR_LINE));
    }
}

static void
paint_selection (Paint *paint)
{
  const TwMapState *state = paint->state;
  const TwMapItem *item = state != NULL ? tw_map_item (paint->map, state->selected) : NULL;
  const TwMapNode *node = item != NULL ? tw_map_node (paint->map, item->id) : NULL;
  TwRgba accent = tw_palette_alpha (paint->palette, TW_COLOR_ACCENT,
                                    state != NULL && state->focused ? 1 : 0.5);
  TwRect ring;
  double radius, inset;

  if (item == NULL)
    return;
  ring = item->rect;
  /* A lane's label stays inside of its card, the others have room around them. */
  inset = (item->place == TW_MAP_AT_MOTION ? 5 : -3) * paint->px;
  radius = (item->place == TW_MAP_AT_ACTIVITY ? CARD_CORNER : CARD_CORNER - inset / 2) * paint->px;
  if (node != NULL)
    {
      radius = MAX (node->radius, HALO * paint->px) + 4 * paint->px;
      ring = (TwRect){ node->x - radius, node->y - radius, 2 * radius, 2 * radius };
      inset = 0;
    }
  ring
      = (TwRect){ ring.x + inset, ring.y + inset, ring.width - 2 * inset, ring.height - 2 * inset };
  tw_canvas_stroke (paint->canvas, ring, MIN (radius, MIN (ring.width, ring.height) / 2),
                    2 * paint->px, TW_SOLID, &accent);
}

/* Between two lanes, where a motion that is dragged comes to stand. */
static void
paint_landing (Paint *paint)
{
  double x = paint->map->label_x - 18 * paint->px, y = paint->state->landing;

  tw_canvas_line (paint->canvas, x, y, paint->map->width - x, y, 3 * paint->px, TW_SOLID,
                  color (paint, TW_COLOR_ACCENT));
}

static void
paint_captions (Paint *paint)
{
  for (guint i = 0; i < paint->map->captions->len; i++)
    {
      const TwMapCaption *caption = &g_array_index (paint->map->captions, TwMapCaption, i);

      tw_canvas_text (paint->canvas, TW_FONT_CAPTION,
                      TW_TEXT_CENTER | TW_TEXT_WRAP | TW_TEXT_TWO_LINES, caption->x, caption->y,
                      caption->width, color (paint, TW_COLOR_TEXT_2), caption->text);
    }
}

void
tw_map_paint (TwCanvas *canvas, const TwPalette *palette, TwMapLayout *map, const TwMapState *state)
{
  Paint paint = { canvas, palette, map, state, tw_canvas_metrics (canvas)->px };
  TwRgba band = tw_palette_alpha (palette, TW_COLOR_ACCENT, palette->dark ? 0.2 : 0.1);

  for (guint i = 0; i < map->lanes->len; i++)
    paint_card (&paint, g_array_index (map->lanes, TwMapLane, i).card);
  if (map->approaches->len > 0)
    paint_card (&paint, map->approaches_card);
  tw_canvas_fill (canvas, map->current, 6 * paint.px, &band);
  paint_head (&paint);
  for (guint i = 0; i < map->lanes->len; i++)
    paint_lane_label (&paint, &g_array_index (map->lanes, TwMapLane, i));
  for (guint i = 0; i < map->links->len; i++)
    paint_link (&paint, &g_array_index (map->links, TwMapLink, i));
  for (guint i = 0; i < map->handovers->len; i++)
    paint_handover (&paint, &g_array_index (map->handovers, TwMapHandover, i));
  for (guint i = 0; i < map->nodes->len; i++)
    paint_node (&paint, &g_array_index (map->nodes, TwMapNode, i));
  paint_captions (&paint);
  for (guint i = 0; i < map->marks->len; i++)
    paint_mark (&paint, &g_array_index (map->marks, TwMapMark, i));
  for (guint i = 0; i < map->handovers->len; i++)
    paint_chip (&paint, &g_array_index (map->handovers, TwMapHandover, i));
  paint_bands (&paint);
  paint_approaches (&paint);
  paint_selection (&paint);
  if (state != NULL && state->landing > 0)
    paint_landing (&paint);
}

/* --- the legend --- */

void
tw_map_paint_swatch (TwCanvas *canvas, const TwPalette *palette, TwMapLegend which, double width,
                     double height)
{
  double px = height / 14, x = width / 2, y = height / 2, radius = 7 * px;
  Paint paint = { canvas, palette, NULL, NULL, px };
  TwRect disc = { x - radius, y - radius, 2 * radius, 2 * radius };
  TwStamp tick;

  switch (which)
    {
    case TW_MAP_LEGEND_DONE:
      tw_canvas_fill (canvas, disc, radius, color (&paint, TW_COLOR_SLATE_STRONG));
      tw_stamp_init (&tick, draw_tick, 8 * px, 6.4 * px);
      tick.colors[0] = *color (&paint, TW_COLOR_INK);
      tw_canvas_stamp (canvas, &tick, x - 4 * px, y - 3 * px);
      break;
    case TW_MAP_LEGEND_PROGRESS:
      tw_canvas_ring (canvas, x, y, radius, 3 * px, 0.25, color (&paint, TW_COLOR_SLATE_TRACK),
                      color (&paint, TW_COLOR_SLATE_STRONG));
      break;
    case TW_MAP_LEGEND_UNUSED:
      tw_canvas_dashed_circle (canvas, x, y, 6 * px, width_of (&paint, 1.5),
                               (TwDash){ 2.6 * px, 2.3 * px }, color (&paint, TW_COLOR_GREY));
      break;
    case TW_MAP_LEGEND_HANDOVER:
      tw_canvas_line (canvas, 0, y, width - 8 * px, y, 4 * px, TW_SOLID,
                      color (&paint, TW_COLOR_SLATE_STRONG));
      tw_canvas_arrow (canvas, TW_ARROW_RIGHT, width, y, 10 * px, 10 * px,
                       color (&paint, TW_COLOR_SLATE_STRONG));
      break;
    case TW_MAP_LEGEND_MILESTONE:
    case TW_N_MAP_LEGENDS:
    default:
      tw_canvas_diamond (canvas, x, y, 13 * px, color (&paint, TW_COLOR_TEXT));
      break;
    }
}
