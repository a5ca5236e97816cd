/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-map-build.h"

#include "tw-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In the design's pixels. */
#define MARGIN 12
#define LABEL_WIDTH 184
#define COLUMN_MIN 92
#define COLUMNS_RIGHT 10
#define COLUMN_GAP 8
#define SLIP_GAP 4
#define SLIP_HEIGHT 14
#define HEAD_HEIGHT 58
#define BAND_TOP 4
#define BAND_SIDE 1.5
#define ROW_MIDDLE 50     /* of the nodes below a card's top */
#define ROW_MIDDLE_LOW 58 /* with something over them */
#define ROW_BELOW 72      /* from the nodes to the card's lower end, at least */
#define OFFER_MIDDLE 46
#define OFFER_HEIGHT 92
#define LINE_HEIGHT 21
#define FIRST_LINE 38
#define PILL_LINE 66 /* the first line below the pill "We are here" */
#define BELOW_LINES 14
#define CARD_BOTTOM 15
#define UNUSED_RADIUS 7
#define OFFERED_RADIUS 11
#define LINK_GAP 4
#define DOTTED_GAP 6
#define CAPTION_TOP 20
#define CAPTION_MARGIN 18
#define CHIP_HEIGHT 24
#define BUTTON_TOP 10
#define BUTTON_HEIGHT 24
#define ELBOW_MARGIN 16

#define LANE(map, i) (&g_array_index ((map)->lanes, TwMapLane, i))
#define NODE(map, i) (&g_array_index ((map)->nodes, TwMapNode, i))

static void
place_columns (TwMapBuild *build, double width)
{
  TwMapLayout *map = build->map;
  double px = build->px;
  double sides = (2 * MARGIN + LABEL_WIDTH + COLUMNS_RIGHT) * px;
  double least = COLUMN_MIN * px;
  double step;

  for (guint i = 0; i < map->columns->len; i++)
    {
      TwMapColumn *column = tw_map_build_column (build, i);

      if (column->dates != NULL)
        least = MAX (least,
                     tw_metrics_text_width (build->metrics, TW_FONT_CAPTION_BOLD, column->dates)
                         + COLUMN_GAP * px);
    }
  step = MAX ((width - sides) / MAX (map->columns->len, 1), least);
  map->width = MAX (width, sides + step * map->columns->len);
  map->label_x = (MARGIN + TW_MAP_PADDING) * px;
  map->label_width = (LABEL_WIDTH - TW_MAP_PADDING) * px;
  map->line_height = LINE_HEIGHT * px;
  map->glyph_size = 14 * px;
  map->gap = TW_MAP_GAP * px;
  for (guint i = 0; i < map->columns->len; i++)
    {
      TwMapColumn *column = tw_map_build_column (build, i);

      column->x = (MARGIN + LABEL_WIDTH) * px + step * (i + 0.5);
      column->width = step;
      if (column->dates == NULL || column->slip == NULL)
        continue;
      column->slip_below
          = tw_metrics_text_width (build->metrics, TW_FONT_CAPTION, column->dates)
                + tw_metrics_text_width (build->metrics, TW_FONT_CAPTION_BOLD, column->slip)
                + SLIP_GAP * px
            > step - 2 * BAND_SIDE * px;
      if (column->slip_below)
        build->y = (HEAD_HEIGHT + SLIP_HEIGHT) * px;
    }
}

static double
node_radius (const TwMapNode *node)
{
  switch (node->kind)
    {
    case TW_MAP_PHASE:
      return node->counts ? TW_MAP_RADIUS : UNUSED_RADIUS;
    case TW_MAP_UNUSED:
      return UNUSED_RADIUS;
    case TW_MAP_OFFERED:
      return OFFERED_RADIUS;
    case TW_MAP_NOTHING:
    default:
      return 0;
    }
}

/* The day of a milestone in words under a node of its phase, or on the arrow that leads to it, if
 * it falls on the phase's first day. */
static void
add_milestone (TwMapBuild *build, TwMapNode *node, const char *id, const char *name, TwDate date)
{
  const TwSpan *span = tw_schedule_find (build->schedule, node->id);
  TwMapLane *lane = LANE (build->map, node->lane);
  guint number = (guint) (node - NODE (build->map, 0));
  gboolean led_to = number > lane->first && node[-1].kind == TW_MAP_PHASE;
  g_autofree char *day = tw_words_date (date, TW_DATE_SHORT);

  if (id != NULL && led_to && date == span->start)
    {
      TwMapMark mark = { .id = id, .name = g_strdup (name), .date = g_steal_pointer (&day) };

      mark.x = (tw_map_build_column (build, node->column)->x
                + tw_map_build_column (build, node[-1].column)->x)
               / 2;
      mark.width = tw_metrics_text_width (build->metrics, TW_FONT_CAPTION_BOLD, name) + 2;
      mark.width = MIN (mark.width, 2 * tw_map_build_column (build, node->column)->width);
      mark.lane = node->lane;
      g_array_append_val (build->map->marks, mark);
    }
  else if (node->n_lines < TW_MAP_MAX_LINES)
    {
      TwMapLine *line = &node->lines[node->n_lines++];

      line->text = g_strdup_printf (C_ ("milestone: name, date", "%s %s"), name, day);
      line->glyph = TW_GLYPH_MILESTONE;
      line->color = TW_COLOR_TEXT;
      line->id = id;
    }
}

/* Whether a phase begins later than another, but not after a day. */
static gboolean
is_later (TwMapBuild *build, const TwMapNode *node, const TwMapNode *than, TwDate day)
{
  TwDate start = tw_schedule_find (build->schedule, node->id)->start;

  return start <= day && start >= tw_schedule_find (build->schedule, than->id)->start;
}

static void
add_milestones (TwMapBuild *build)
{
  g_autoptr (TwIndex) index = tw_index_new (build->plan);
  TwActivity *go_live = tw_index_activity (index, build->plan->go_live);
  TwDate deadline = build->plan->deadline;
  TwMapNode *last = NULL;

  if (go_live != NULL && tw_schedule_find (build->schedule, go_live->id) != NULL
      && tw_schedule_find (build->schedule, go_live->id)->counts)
    {
      TwNode *node = tw_index_node (index, (guint) tw_index_find (index, go_live->id));
      TwMapNode *phase = tw_map_build_node (build, tw_index_node (index, (guint) node->parent)->id);

      if (phase != NULL)
        add_milestone (build, phase, go_live->id, go_live->name,
                       tw_schedule_find (build->schedule, go_live->id)->finish);
    }
  if (deadline == TW_DATE_NONE)
    return;
  for (guint i = 0; i < build->map->nodes->len; i++)
    {
      TwMapNode *node = NODE (build->map, i);

      if (node->kind == TW_MAP_PHASE && node->counts
          && (last == NULL || is_later (build, node, last, deadline)))
        last = node;
    }
  if (last != NULL)
    add_milestone (build, last, NULL, C_ ("milestone", "Renewal"), deadline);
}

/* The motion of the plan that this one takes over from, by its links, and the day; -1: none. */
static int
taken_from (TwMapBuild *build, TwMotion *motion, TwMapNode **node, TwDate *date)
{
  TwMapLayout *map = build->map;

  TW_FOREACH (char, id, motion->after)
    {
      const TwSpan *span = tw_schedule_find (build->schedule, id);

      for (guint i = 0; i < map->lanes->len && span != NULL && span->counts; i++)
        {
          TwMapLane *lane = LANE (map, i);
          TwMapNode *last = NULL;

          if (lane->id == motion->id || lane->offered)
            continue;
          for (guint at = lane->first; at < lane->end; at++)
            if (NODE (map, at)->kind == TW_MAP_PHASE
                && (lane->id == id || NODE (map, at)->id == id))
              last = NODE (map, at);
          if (last == NULL)
            continue;
          *node = last;
          *date = span->finish;
          return (int) i;
        }
    }
  return -1;
}

static TwMapNode *
first_phase (TwMapBuild *build, const TwMapLane *lane)
{
  for (guint at = lane->first; at < lane->end; at++)
    if (NODE (build->map, at)->kind == TW_MAP_PHASE)
      return NODE (build->map, at);
  return NULL;
}

/* Hand-overs, still without places; unused phases over which the arrow goes give way. */
static void
add_handovers (TwMapBuild *build)
{
  guint to = 0;

  TW_FOREACH (TwMotion, motion, build->plan->motions)
    {
      TwMapLane *lane = LANE (build->map, to++);
      TwMapNode *target = first_phase (build, lane);
      TwMapNode *source = NULL;
      TwDate date = TW_DATE_NONE;
      int from = taken_from (build, motion, &source, &date);
      TwMapHandover handover = { .to = motion->id };
      g_autofree char *day = NULL;

      if (from < 0 || target == NULL)
        continue;
      day = tw_words_date (date, TW_DATE_SHORT);
      handover.from = LANE (build->map, from)->id;
      handover.text = g_strdup_printf (C_ ("map", "Hand-over, %s"), day);
      handover.source = (guint) (source - NODE (build->map, 0));
      handover.target = (guint) (target - NODE (build->map, 0));
      g_array_append_val (build->map->handovers, handover);
      for (TwMapNode *node = source + 1; node < NODE (build->map, LANE (build->map, from)->end);
           node++)
        if (node->kind == TW_MAP_UNUSED && node->column <= target->column)
          node->kind = TW_MAP_NOTHING;
    }
}

static gboolean
has_mark_in_lane (TwMapBuild *build, guint lane)
{
  for (guint i = 0; i < build->map->marks->len; i++)
    if (g_array_index (build->map->marks, TwMapMark, i).lane == lane)
      return TRUE;
  for (guint i = 0; i < build->map->handovers->len; i++)
    if (g_array_index (build->map->handovers, TwMapHandover, i).to == LANE (build->map, lane)->id)
      return TRUE;
  return FALSE;
}

static TwMotion *
motion_of_lane (TwMapBuild *build, const TwMapLane *lane)
{
  TW_FOREACH (TwMotion, motion, build->plan->motions)
    if (motion->id == lane->id)
      return motion;
  return NULL;
}

static void
place_nodes (TwMapBuild *build, TwMapLane *lane, double *bottom)
{
  double px = build->px;

  for (guint at = lane->first; at < lane->end; at++)
    {
      TwMapNode *node = NODE (build->map, at);

      node->x = tw_map_build_column (build, node->column)->x;
      node->y = lane->y;
      node->radius = node_radius (node) * px;
      node->lines_y = lane->y + (node->current ? PILL_LINE : FIRST_LINE) * px;
      if (node->n_lines > 0)
        *bottom = MAX (*bottom, node->lines_y + (node->n_lines - 1) * build->map->line_height
                                    + BELOW_LINES * px);
    }
}

static void
place_lane (TwMapBuild *build, guint number)
{
  TwMapLane *lane = LANE (build->map, number);
  double px = build->px;
  double bottom;

  lane->card = (TwRect){ MARGIN * px, build->y, build->map->width - 2 * MARGIN * px, 0 };
  if (lane->offered)
    {
      double width
          = tw_metrics_text_width (build->metrics, TW_FONT_CAPTION_BOLD, C_ ("map", "Add to plan"))
            + 24 * px;

      lane->y = build->y + OFFER_MIDDLE * px;
      lane->card.height = OFFER_HEIGHT * px;
      lane->button
          = (TwRect){ build->map->label_x, lane->y + BUTTON_TOP * px, width, BUTTON_HEIGHT * px };
      place_nodes (build, lane, &bottom);
    }
  else
    {
      lane->y = build->y + (has_mark_in_lane (build, number) ? ROW_MIDDLE_LOW : ROW_MIDDLE) * px
                + (tw_map_name_height (build->map, build->metrics, lane->name)
                   - tw_metrics_text_height (build->metrics, TW_FONT_HEADING))
                      / 2;
      bottom = lane->y;
      place_nodes (build, lane, &bottom);
      bottom = tw_map_build_bands (build, motion_of_lane (build, lane), bottom);
      lane->card.height = MAX (bottom + CARD_BOTTOM * px, lane->y + ROW_BELOW * px) - build->y;
    }
  build->y += lane->card.height + TW_MAP_GAP * px;
}

static gboolean
hands_over_across (TwMapBuild *build, const TwMapLane *lane, double *x)
{
  for (guint i = 0; i < build->map->handovers->len; i++)
    {
      TwMapHandover *handover = &g_array_index (build->map->handovers, TwMapHandover, i);

      if (handover->from == lane->id)
        {
          *x = NODE (build->map, handover->target)->x;
          return TRUE;
        }
    }
  return FALSE;
}

static void
add_link (TwMapBuild *build, const TwMapLane *lane, double x1, double x2, gboolean dotted,
          gboolean behind)
{
  TwMapLink link = { x1, x2, lane->y, dotted, behind, lane->offered };

  if (x2 > x1)
    g_array_append_val (build->map->links, link);
}

static double
reach (TwMapBuild *build, const TwMapNode *node, gboolean dotted)
{
  double radius = node->current ? TW_MAP_HALO * build->px : node->radius;

  return radius + (dotted ? DOTTED_GAP : LINK_GAP) * build->px;
}

/* From node to node; what comes after a hand-over begins behind its arrow. */
static void
add_links (TwMapBuild *build, const TwMapLane *lane)
{
  double across = 0;
  gboolean gone = hands_over_across (build, lane, &across);
  TwMapNode *before = NULL;

  for (guint at = lane->first; at < lane->end; at++)
    {
      TwMapNode *node = NODE (build->map, at);
      gboolean dotted
          = node->kind == TW_MAP_UNUSED || (before != NULL && before->kind == TW_MAP_UNUSED);
      gboolean behind = node->current || node->state == TW_STATUS_DONE;

      if (node->kind == TW_MAP_NOTHING)
        continue;
      if (before != NULL && node->kind == TW_MAP_UNUSED && before->kind == TW_MAP_PHASE && gone)
        add_link (build, lane, across + ELBOW_MARGIN * build->px,
                  node->x - reach (build, node, TRUE), TRUE, FALSE);
      else if (before != NULL)
        add_link (build, lane, before->x + reach (build, before, dotted),
                  node->x - reach (build, node, dotted), dotted, behind);
      before = node;
    }
}

static void
add_caption (TwMapBuild *build, const TwMapLane *lane, guint first, guint last, char *text)
{
  TwMapNode *one = NODE (build->map, first);
  TwMapNode *other = NODE (build->map, last);
  TwMapCaption caption
      = { .x = (one->x + other->x) / 2,
          .y = lane->y + CAPTION_TOP * build->px,
          .width = other->x - one->x + tw_map_build_column (build, one->column)->width
                   - CAPTION_MARGIN * build->px,
          .text = text };

  g_array_append_val (build->map->captions, caption);
}

/* One caption for a run of unused phases: it says where they happen instead. */
static void
add_captions (TwMapBuild *build, guint number)
{
  TwMapLane *lane = LANE (build->map, number);
  gboolean begun = FALSE;
  guint last = lane->end;

  for (guint at = lane->first; at < lane->end; at++)
    if (NODE (build->map, at)->kind == TW_MAP_PHASE)
      last = at;
  for (guint at = lane->first; at < lane->end; at++)
    {
      guint end = at;
      char *text;

      begun |= NODE (build->map, at)->kind == TW_MAP_PHASE;
      if (NODE (build->map, at)->kind != TW_MAP_UNUSED)
        continue;
      while (end + 1 < lane->end && NODE (build->map, end + 1)->kind == TW_MAP_UNUSED)
        end++;
      if (!begun && number > 0)
        text = g_strdup_printf (C_ ("map", "Done in %s"), LANE (build->map, number - 1)->name);
      else if (begun && at > last && number + 1 < build->map->lanes->len
               && !LANE (build->map, number + 1)->offered)
        text
            = g_strdup_printf (C_ ("map", "Carried on in %s"), LANE (build->map, number + 1)->name);
      else
        text = g_strdup (C_ ("map", "Not in this plan"));
      add_caption (build, lane, at, end, text);
      at = end;
    }
}

/* To the right and down into the target; to a column further left around the lane's end. */
static void
place_handover (TwMapBuild *build, TwMapHandover *handover)
{
  TwMapNode *source = NODE (build->map, handover->source);
  TwMapNode *target = NODE (build->map, handover->target);
  TwMapLane *lane = LANE (build->map, target->lane);
  double px = build->px;
  double from = source->x + reach (build, source, FALSE);
  gboolean up = target->lane < source->lane;
  /* From below, the words under the node are in the way: the arrow ends at the card. */
  double end = up ? lane->card.y + lane->card.height - CHIP_HEIGHT * px
                  : target->y - reach (build, target, FALSE);
  double gap = up ? lane->card.y + lane->card.height + TW_MAP_GAP * px / 2
                  : lane->card.y - TW_MAP_GAP * px / 2;
  double width
      = tw_metrics_text_width (build->metrics, TW_FONT_CAPTION_BOLD, handover->text) + 42 * px;

  if (target->x > from)
    {
      handover->n_points = 3;
      handover->points[0] = (TwPoint){ from, source->y };
      handover->points[1] = (TwPoint){ target->x, source->y };
      handover->points[2] = (TwPoint){ target->x, end };
    }
  else
    {
      double turn = source->x + tw_map_build_column (build, source->column)->width / 2;

      handover->n_points = 5;
      handover->points[0] = (TwPoint){ from, source->y };
      handover->points[1] = (TwPoint){ turn, source->y };
      handover->points[2] = (TwPoint){ turn, gap };
      handover->points[3] = (TwPoint){ target->x, gap };
      handover->points[4] = (TwPoint){ target->x, end };
    }
  handover->chip = (TwRect){ CLAMP (target->x - width / 2, MARGIN * px,
                                    MAX (build->map->width - MARGIN * px - width, MARGIN * px)),
                             gap - CHIP_HEIGHT * px / 2, width, CHIP_HEIGHT * px };
}

static void
build_map (TwMapBuild *build, double width, gboolean offers)
{
  TwMapLayout *map = build->map;
  double px = build->px;

  tw_map_build_lanes (build, offers);
  build->y = HEAD_HEIGHT * px;
  place_columns (build, width);
  add_milestones (build);
  add_handovers (build);
  for (guint i = 0; i < map->lanes->len; i++)
    place_lane (build, i);
  for (guint i = 0; i < map->lanes->len; i++)
    {
      add_links (build, LANE (map, i));
      if (!LANE (map, i)->offered)
        add_captions (build, i);
    }
  for (guint i = 0; i < map->handovers->len; i++)
    place_handover (build, &g_array_index (map->handovers, TwMapHandover, i));
  for (guint i = 0; i < map->marks->len; i++)
    {
      TwMapMark *mark = &g_array_index (map->marks, TwMapMark, i);

      mark->y = LANE (map, mark->lane)->y;
    }
  tw_map_build_approaches (build);
  map->height = build->y;
  for (guint i = 0; i < map->columns->len; i++)
    {
      TwMapColumn *column = tw_map_build_column (build, i);

      if (column->current)
        map->current = (TwRect){ column->x - column->width / 2 + BAND_SIDE * px, BAND_TOP * px,
                                 column->width - 2 * BAND_SIDE * px,
                                 map->height - (BAND_TOP + TW_MAP_GAP) * px };
    }
}

TwMapLayout *
tw_map_layout_new (TwPlan *plan, TwFacts *facts, TwMetrics *metrics, double width, gboolean offers)
{
  TwMapLayout *map;
  TwMapBuild build;
  int current;

  g_return_val_if_fail (plan != NULL && facts != NULL && metrics != NULL, NULL);
  map = g_new0 (TwMapLayout, 1);
  map->columns = g_array_new (FALSE, FALSE, sizeof (TwMapColumn));
  map->lanes = g_array_new (FALSE, FALSE, sizeof (TwMapLane));
  map->nodes = g_array_new (FALSE, FALSE, sizeof (TwMapNode));
  map->links = g_array_new (FALSE, FALSE, sizeof (TwMapLink));
  map->captions = g_array_new (FALSE, FALSE, sizeof (TwMapCaption));
  map->handovers = g_array_new (FALSE, FALSE, sizeof (TwMapHandover));
  map->marks = g_array_new (FALSE, FALSE, sizeof (TwMapMark));
  map->bands = g_array_new (FALSE, FALSE, sizeof (TwMapBand));
  map->approaches = g_array_new (FALSE, FALSE, sizeof (TwMapApproach));
  map->signs = g_array_new (FALSE, FALSE, sizeof (TwMapSign));
  map->items = g_array_new (FALSE, FALSE, sizeof (TwMapItem));
  build = (TwMapBuild){ .map = map,
                        .plan = plan,
                        .facts = facts,
                        .schedule = tw_facts_schedule (facts),
                        .metrics = metrics,
                        .playbook = tw_facts_playbook (facts),
                        .px = metrics->px };
  current = tw_facts_current_phase (facts);
  if (current >= 0)
    build.current = tw_index_node (tw_schedule_index (build.schedule), (guint) current)->id;
  build.keys = g_ptr_array_new_with_free_func (g_free);
  build.numbers = g_hash_table_new (NULL, NULL);
  build_map (&build, width, offers);
  tw_map_build_items (map);
  g_ptr_array_unref (build.keys);
  g_hash_table_unref (build.numbers);
  return map;
}

static void
free_items (TwMapLayout *map)
{
  for (guint i = 0; i < map->columns->len; i++)
    {
      TwMapColumn *column = &g_array_index (map->columns, TwMapColumn, i);

      g_free (column->name);
      g_free (column->dates);
      g_free (column->slip);
    }
  for (guint i = 0; i < map->lanes->len; i++)
    {
      g_free (LANE (map, i)->name);
      g_free (LANE (map, i)->dates);
      g_free (LANE (map, i)->state);
    }
  for (guint i = 0; i < map->nodes->len; i++)
    {
      g_free (NODE (map, i)->percent);
      for (guint line = 0; line < NODE (map, i)->n_lines; line++)
        g_free (NODE (map, i)->lines[line].text);
    }
  for (guint i = 0; i < map->captions->len; i++)
    g_free (g_array_index (map->captions, TwMapCaption, i).text);
  for (guint i = 0; i < map->handovers->len; i++)
    g_free (g_array_index (map->handovers, TwMapHandover, i).text);
  for (guint i = 0; i < map->marks->len; i++)
    {
      g_free (g_array_index (map->marks, TwMapMark, i).name);
      g_free (g_array_index (map->marks, TwMapMark, i).date);
    }
}

void
tw_map_layout_free (TwMapLayout *map)
{
  free_items (map);
  tw_map_free_bands (map);
  g_array_unref (map->columns);
  g_array_unref (map->lanes);
  g_array_unref (map->nodes);
  g_array_unref (map->links);
  g_array_unref (map->captions);
  g_array_unref (map->handovers);
  g_array_unref (map->marks);
  g_array_unref (map->bands);
  g_array_unref (map->approaches);
  g_array_unref (map->signs);
  g_array_unref (map->items);
  g_free (map);
}
