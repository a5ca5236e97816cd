/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-map-build.h"

#include <math.h>

/* How near an end of a band the pointer takes hold of it, in units of the glyph's size. */
#define HANDLE 0.5

/* Rows of keys: lanes by their number, then bands, lines of milestones and approaches. */
#define ROW_BANDS 1000000
#define ROW_LINES 2000000
#define ROW_APPROACHES 3000000

static TwRect
around (double x, double y, double width, double height)
{
  return (TwRect){ x - width / 2, y - height / 2, width, height };
}

/* Something that keys pass by. */
static void
add (TwMapLayout *map, TwMapPlace place, const char *id, TwRect rect)
{
  TwMapItem item = { place, id, rect, -1, 0, 0 };

  g_array_append_val (map->items, item);
}

/* Something that they stop at, at x, y. */
static void
add_stop (TwMapLayout *map, TwMapPlace place, const char *id, TwRect rect, guint row, double x,
          double y)
{
  TwMapItem item = { place, id, rect, (int) row, x, y };

  g_array_append_val (map->items, item);
}

static void
add_lines (TwMapLayout *map, const TwMapNode *node, guint number, double width)
{
  for (guint line = 0; line < node->n_lines; line++)
    {
      double y = node->lines_y + line * map->line_height;
      TwRect rect = around (node->x, y, width, map->line_height);

      if (node->lines[line].glyph != TW_GLYPH_MILESTONE)
        continue;
      if (node->lines[line].id != NULL)
        add_stop (map, TW_MAP_AT_ACTIVITY, node->lines[line].id, rect, ROW_LINES + number, node->x,
                  y);
      else
        add (map, TW_MAP_AT_DEADLINE, NULL, rect);
    }
}

static void
add_nodes (TwMapLayout *map)
{
  for (guint i = 0; i < map->nodes->len; i++)
    {
      const TwMapNode *node = &g_array_index (map->nodes, TwMapNode, i);
      double width = g_array_index (map->columns, TwMapColumn, node->column).width;
      double bottom = node->lines_y - map->line_height / 2;

      if (node->kind != TW_MAP_PHASE)
        continue;
      add_lines (map, node, i, width);
      add_stop (map, TW_MAP_AT_PHASE, node->id,
                around (node->x, node->y, 2.4 * node->radius, 2.4 * node->radius), node->lane,
                node->x, node->y);
      add (map, TW_MAP_AT_PHASE, node->id,
           (TwRect){ node->x - width / 2, node->y, width,
                     bottom + node->n_lines * map->line_height - node->y });
    }
}

static void
add_bands (TwMapLayout *map)
{
  double handle = HANDLE * map->glyph_size;

  for (guint i = 0; i < map->bands->len; i++)
    {
      const TwMapBand *band = &g_array_index (map->bands, TwMapBand, i);
      const char *id = band->ids->pdata[0];
      TwRect start = { band->rect.x - handle, band->rect.y, 2 * handle, band->rect.height };
      TwRect end = start;

      end.x += band->rect.width;
      add (map, TW_MAP_AT_RECURRING_START, id, start);
      add (map, TW_MAP_AT_RECURRING_END, id, end);
      add_stop (map, TW_MAP_AT_RECURRING, id, band->rect, ROW_BANDS + i,
                band->rect.x + band->rect.width / 2, band->rect.y + band->rect.height / 2);
    }
}

/* The approach in whose row something is. */
static guint
approach_at (TwMapLayout *map, double y)
{
  guint at = 0;

  while (at + 1 < map->approaches->len
         && g_array_index (map->approaches, TwMapApproach, at + 1).top <= y)
    at++;
  return at;
}

static void
add_marks (TwMapLayout *map)
{
  for (guint i = 0; i < map->handovers->len; i++)
    {
      const TwMapHandover *handover = &g_array_index (map->handovers, TwMapHandover, i);

      add (map, TW_MAP_AT_HANDOVER, handover->to, handover->chip);
    }
  for (guint i = 0; i < map->marks->len; i++)
    {
      const TwMapMark *mark = &g_array_index (map->marks, TwMapMark, i);
      double size = map->glyph_size, words = 2 * map->line_height + 2;
      TwRect rect = around (mark->x, mark->y, MAX (2 * size, mark->width + size / 2), 2 * size);

      /* With the two lines above the diamond. */
      rect.height += words - size;
      rect.y -= words - size;
      add_stop (map, TW_MAP_AT_ACTIVITY, mark->id, rect, mark->lane, mark->x, mark->y);
    }
  for (guint i = 0; i < map->signs->len; i++)
    {
      const TwMapSign *sign = &g_array_index (map->signs, TwMapSign, i);
      double size = 1.5 * map->glyph_size;

      if (sign->id != NULL)
        add_stop (map, TW_MAP_AT_ACTIVITY, sign->id, around (sign->x, sign->y, size, size),
                  ROW_APPROACHES + approach_at (map, sign->y), sign->x, sign->y);
    }
}

static void
add_labels (TwMapLayout *map)
{
  for (guint i = 0; i < map->lanes->len; i++)
    {
      const TwMapLane *lane = &g_array_index (map->lanes, TwMapLane, i);
      TwRect label = lane->card;

      label.width = map->label_x - lane->card.x + map->label_width;
      if (lane->offered)
        {
          add_stop (map, TW_MAP_AT_ADD, lane->id, lane->button, i, map->label_x, lane->y);
          add (map, TW_MAP_AT_OFFERED, lane->id, lane->card);
        }
      else
        add_stop (map, TW_MAP_AT_MOTION, lane->id, label, i, map->label_x, lane->y);
    }
  for (guint i = 0; i < map->approaches->len; i++)
    {
      const TwMapApproach *row = &g_array_index (map->approaches, TwMapApproach, i);

      add (map, TW_MAP_AT_APPROACH, row->id,
           (TwRect){ map->label_x, row->top, map->label_width, 2 * (row->y - row->top) });
    }
}

void
tw_map_build_items (TwMapLayout *map)
{
  add_bands (map);
  add_nodes (map);
  add_marks (map);
  add_labels (map);
}

TwMapPlace
tw_map_find (TwMapLayout *map, double x, double y, const char **id, TwRect *rect)
{
  static const TwMapItem nothing = { .place = TW_MAP_AT_NOTHING };
  const TwMapItem *found = &nothing;

  for (guint i = 0; i < map->items->len && found == &nothing; i++)
    {
      const TwMapItem *item = &g_array_index (map->items, TwMapItem, i);

      if (x >= item->rect.x && x < item->rect.x + item->rect.width && y >= item->rect.y
          && y < item->rect.y + item->rect.height)
        found = item;
    }
  if (id != NULL)
    *id = found->id;
  if (rect != NULL)
    *rect = found->rect;
  return found->place;
}

const TwMapNode *
tw_map_node (TwMapLayout *map, const char *phase)
{
  for (guint i = 0; i < map->nodes->len; i++)
    {
      const TwMapNode *node = &g_array_index (map->nodes, TwMapNode, i);

      if (node->kind == TW_MAP_PHASE && g_strcmp0 (node->id, phase) == 0)
        return node;
    }
  return NULL;
}

const TwMapItem *
tw_map_item (TwMapLayout *map, const char *id)
{
  for (guint i = 0; id != NULL && i < map->items->len; i++)
    {
      const TwMapItem *item = &g_array_index (map->items, TwMapItem, i);

      if (item->row >= 0 && g_strcmp0 (item->id, id) == 0)
        return item;
    }
  return NULL;
}

/* More than anything is aside. */
#define ASIDE 100000

/* How good an item is as the next one in a direction; the least is best, < 0 is none. Left and
 * right it is the same row, up and down the nearest row counts first, and in it what is like. */
static double
distance (const TwMapItem *from, const TwMapItem *to, int dx, int dy)
{
  double x = to->x - from->x, y = to->y - from->y;
  double aside = (from->place == TW_MAP_AT_MOTION) != (to->place == TW_MAP_AT_MOTION) ? ASIDE : 0;

  if (dx != 0)
    return to->row == from->row && x * dx > 0.5 ? x * dx + fabs (y) / 1000 : -1;
  return (to->row != from->row || fabs (x) < 0.5) && y * dy > 0.5
             ? y * dy * ASIDE + fabs (x) + aside
             : -1;
}

const TwMapItem *
tw_map_neighbour (TwMapLayout *map, const char *id, int dx, int dy)
{
  const TwMapItem *from = tw_map_item (map, id), *best = NULL;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < map->items->len; i++)
    {
      const TwMapItem *item = &g_array_index (map->items, TwMapItem, i);
      const TwMapNode *node = from == NULL ? tw_map_node (map, item->id) : NULL;
      double found;

      if (item->row < 0)
        continue;
      if (from != NULL)
        found = distance (from, item, dx, dy);
      else
        found = node == NULL ? -1 : node->current ? 0 : (double) i + 1;
      if (found >= 0 && found < least)
        {
          least = found;
          best = item;
        }
    }
  return best;
}

const TwMapBand *
tw_map_band (TwMapLayout *map, const char *recurring)
{
  for (guint i = 0; i < map->bands->len; i++)
    {
      const TwMapBand *band = &g_array_index (map->bands, TwMapBand, i);

      for (guint at = 0; at < band->ids->len; at++)
        if (g_strcmp0 (band->ids->pdata[at], recurring) == 0)
          return band;
    }
  return NULL;
}

int
tw_map_phases_to (TwMapLayout *map, const char *recurring, gboolean end, double x)
{
  const TwMapBand *band = tw_map_band (map, recurring);
  double least = G_MAXDOUBLE;
  int number = 0, from = 0, to = 0;

  for (guint i = 0; band != NULL && i < map->nodes->len; i++)
    {
      const TwMapNode *node = &g_array_index (map->nodes, TwMapNode, i);

      if (node->kind != TW_MAP_PHASE
          || g_array_index (map->lanes, TwMapLane, node->lane).id != band->motion)
        continue;
      if (node->column == (end ? band->to : band->from))
        from = number;
      if (fabs (node->x - x) < least)
        {
          least = fabs (node->x - x);
          to = number;
        }
      number++;
    }
  return to - from;
}

double
tw_map_landing (TwMapLayout *map, const char *motion, double y, const char **target,
                gboolean *below)
{
  const TwMapLane *before = NULL, *behind = NULL, *beside;

  for (guint i = 0; i < map->lanes->len && behind == NULL; i++)
    {
      const TwMapLane *lane = &g_array_index (map->lanes, TwMapLane, i);

      if (lane->offered)
        break;
      if (y < lane->card.y + lane->card.height / 2)
        behind = lane;
      else
        before = lane;
    }
  if ((before != NULL && g_str_equal (before->id, motion))
      || (behind != NULL && g_str_equal (behind->id, motion)))
    return 0;
  beside = behind != NULL ? behind : before;
  if (beside == NULL)
    return 0;
  *target = beside->id;
  *below = behind == NULL;
  return *below ? beside->card.y + beside->card.height + map->gap / 2
                : beside->card.y - map->gap / 2;
}
