/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-map-build.h"

#include <math.h>

/* How near an end of a band the pointer takes hold of it, in units of the glyph's size. */
#define HANDLE 0.5

typedef struct
{
  double x, y;
  TwMapPlace place;
  const char *id;
  TwRect rect;
} Search;

static gboolean
covers (const TwRect *rect, double x, double y)
{
  return x >= rect->x && x < rect->x + rect->width && y >= rect->y && y < rect->y + rect->height;
}

static gboolean
hit (Search *search, TwRect rect, TwMapPlace place, const char *id)
{
  if (search->place != TW_MAP_AT_NOTHING || !covers (&rect, search->x, search->y))
    return FALSE;
  search->place = place;
  search->id = id;
  search->rect = rect;
  return TRUE;
}

static TwRect
around (double x, double y, double width, double height)
{
  return (TwRect){ x - width / 2, y - height / 2, width, height };
}

static double
column_width (TwMapLayout *map, guint column)
{
  return g_array_index (map->columns, TwMapColumn, column).width;
}

static void
search_nodes (TwMapLayout *map, Search *search)
{
  for (guint i = 0; i < map->nodes->len; i++)
    {
      const TwMapNode *node = &g_array_index (map->nodes, TwMapNode, i);
      double width = column_width (map, node->column);
      double bottom = node->lines_y - map->line_height / 2;

      if (node->kind != TW_MAP_PHASE)
        continue;
      for (guint line = 0; line < node->n_lines; line++)
        if (node->lines[line].glyph == TW_GLYPH_MILESTONE)
          hit (search,
               around (node->x, node->lines_y + line * map->line_height, width, map->line_height),
               node->lines[line].id != NULL ? TW_MAP_AT_ACTIVITY : TW_MAP_AT_DEADLINE,
               node->lines[line].id);
      hit (search, around (node->x, node->y, 2.4 * node->radius, 2.4 * node->radius),
           TW_MAP_AT_PHASE, node->id);
      hit (search,
           (TwRect){ node->x - width / 2, node->y, width,
                     bottom + node->n_lines * map->line_height - node->y },
           TW_MAP_AT_PHASE, node->id);
    }
}

static void
search_bands (TwMapLayout *map, Search *search)
{
  double handle = HANDLE * map->glyph_size;

  for (guint i = 0; i < map->bands->len; i++)
    {
      const TwMapBand *band = &g_array_index (map->bands, TwMapBand, i);
      const char *id = band->ids->pdata[0];
      TwRect start = { band->rect.x - handle, band->rect.y, 2 * handle, band->rect.height };
      TwRect end = start;

      end.x += band->rect.width;
      hit (search, start, TW_MAP_AT_RECURRING_START, id);
      hit (search, end, TW_MAP_AT_RECURRING_END, id);
      hit (search, band->rect, TW_MAP_AT_RECURRING, id);
    }
}

static void
search_marks (TwMapLayout *map, Search *search)
{
  for (guint i = 0; i < map->handovers->len; i++)
    {
      const TwMapHandover *handover = &g_array_index (map->handovers, TwMapHandover, i);

      hit (search, handover->chip, TW_MAP_AT_HANDOVER, handover->to);
    }
  for (guint i = 0; i < map->marks->len; i++)
    {
      const TwMapMark *mark = &g_array_index (map->marks, TwMapMark, i);
      double size = 2 * map->glyph_size;

      hit (search, around (mark->x, mark->y - size / 2, size, 2 * size), TW_MAP_AT_ACTIVITY,
           mark->id);
    }
  for (guint i = 0; i < map->signs->len; i++)
    {
      const TwMapSign *sign = &g_array_index (map->signs, TwMapSign, i);

      if (sign->id != NULL)
        hit (search, around (sign->x, sign->y, 1.5 * map->glyph_size, 1.5 * map->glyph_size),
             TW_MAP_AT_ACTIVITY, sign->id);
    }
}

static void
search_labels (TwMapLayout *map, Search *search)
{
  for (guint i = 0; i < map->lanes->len; i++)
    {
      const TwMapLane *lane = &g_array_index (map->lanes, TwMapLane, i);
      TwRect label = lane->card;

      label.width = map->label_x - lane->card.x + map->label_width;
      hit (search, lane->button, TW_MAP_AT_ADD, lane->id);
      if (!lane->offered)
        hit (search, label, TW_MAP_AT_MOTION, lane->id);
    }
  for (guint i = 0; i < map->approaches->len; i++)
    {
      const TwMapApproach *row = &g_array_index (map->approaches, TwMapApproach, i);

      hit (search, (TwRect){ map->label_x, row->top, map->label_width, 2 * (row->y - row->top) },
           TW_MAP_AT_APPROACH, row->id);
    }
}

TwMapPlace
tw_map_find (TwMapLayout *map, double x, double y, const char **id, TwRect *rect)
{
  Search search = { .x = x, .y = y, .place = TW_MAP_AT_NOTHING };

  search_marks (map, &search);
  search_bands (map, &search);
  search_nodes (map, &search);
  search_labels (map, &search);
  if (id != NULL)
    *id = search.id;
  if (rect != NULL)
    *rect = search.rect;
  return search.place;
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

/* How good a node is as the next one in a direction; the least is best, < 0 is none. Up and down
 * the nearest lane counts first, left and right it is the same lane. */
static double
distance (const TwMapNode *from, const TwMapNode *to, int dx, int dy)
{
  int columns = (int) to->column - (int) from->column;
  int lanes = (int) to->lane - (int) from->lane;

  if (dx != 0)
    return lanes == 0 && columns * dx > 0 ? columns * dx : -1;
  return lanes * dy > 0 ? lanes * dy * 1000 + ABS (columns) : -1;
}

const char *
tw_map_neighbour (TwMapLayout *map, const char *phase, int dx, int dy)
{
  const TwMapNode *from = tw_map_node (map, phase);
  const char *best = NULL;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < map->nodes->len; i++)
    {
      const TwMapNode *node = &g_array_index (map->nodes, TwMapNode, i);
      double found;

      if (node->kind != TW_MAP_PHASE)
        continue;
      if (from == NULL)
        found = node->current ? 0 : i + 1;
      else
        found = distance (from, node, dx, dy);
      if (found >= 0 && found < least)
        {
          least = found;
          best = node->id;
        }
    }
  return best;
}

const char *
tw_map_phase_near (TwMapLayout *map, const char *motion, double x)
{
  const char *best = NULL;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < map->nodes->len; i++)
    {
      const TwMapNode *node = &g_array_index (map->nodes, TwMapNode, i);
      const TwMapLane *lane = &g_array_index (map->lanes, TwMapLane, node->lane);

      if (node->kind != TW_MAP_PHASE || g_strcmp0 (lane->id, motion) != 0
          || fabs (node->x - x) >= least)
        continue;
      least = fabs (node->x - x);
      best = node->id;
    }
  return best;
}
