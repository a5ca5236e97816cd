/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-map-build.h"

#include "tw-words.h"

#include <glib/gi18n-lib.h>

/* The key of a phase's column. */
static const char *
column_key (TwMapBuild *build, TwPhase *phase)
{
  /* The customer's copy has no kinds; the places of its phases are those of the whole plan. */
  TwPhase *whole = tw_index_phase (tw_schedule_index (build->schedule), phase->id);

  if (whole != NULL && whole->kind != NULL
      && tw_playbook_phase (build->playbook, whole->kind) != NULL)
    return whole->kind;
  return phase->name;
}

TwMapNode *
tw_map_build_node (TwMapBuild *build, const char *phase)
{
  gpointer number;

  if (!g_hash_table_lookup_extended (build->numbers, phase, NULL, &number))
    return NULL;
  return &g_array_index (build->map->nodes, TwMapNode, GPOINTER_TO_UINT (number));
}

TwMapColumn *
tw_map_build_column (TwMapBuild *build, guint column)
{
  return &g_array_index (build->map->columns, TwMapColumn, column);
}

static gboolean
motion_has (TwPbMotion *motion, const char *phase)
{
  if (motion != NULL)
    TW_FOREACH (TwPbMotionPhase, entry, motion->phases)
      if (g_strcmp0 (entry->phase, phase) == 0)
        return TRUE;
  return FALSE;
}

static gboolean
plan_has_motion (TwPlan *plan, const char *kind)
{
  TW_FOREACH (TwMotion, motion, plan->motions)
    if (g_strcmp0 (motion->kind, kind) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_offered (TwMapBuild *build, TwPbMotion *motion)
{
  return motion->current && !plan_has_motion (build->plan, motion->id);
}

static gboolean
is_shown (TwMapBuild *build, const char *phase, gboolean offers)
{
  TW_FOREACH (TwMotion, motion, build->plan->motions)
    {
      if (motion->kind != NULL
          && motion_has (tw_playbook_motion (build->playbook, motion->kind), phase))
        return TRUE;
      TW_FOREACH (TwPhase, own, motion->phases)
        if (g_str_equal (column_key (build, own), phase))
          return TRUE;
    }
  if (offers)
    TW_FOREACH (TwPbMotion, motion, build->playbook->motions)
      if (is_offered (build, motion) && motion_has (motion, phase))
        return TRUE;
  return FALSE;
}

/* The first column of a key that a motion hasn't taken yet, or -1. */
static int
free_column (TwMapBuild *build, GHashTable *taken, const char *key)
{
  for (guint i = 0; i < build->keys->len; i++)
    if (g_str_equal (build->keys->pdata[i], key)
        && !g_hash_table_contains (taken, build->keys->pdata[i]))
      return (int) i;
  return -1;
}

/* Where a new column goes: behind the phase before it in its motion; for the first, before the
 * one after it. */
static guint
place_for (TwMapBuild *build, TwMotion *motion, GHashTable *taken, int last)
{
  if (last >= 0)
    return (guint) last + 1;
  TW_FOREACH (TwPhase, phase, motion->phases)
    {
      int at = free_column (build, taken, column_key (build, phase));

      if (at >= 0)
        return (guint) at;
    }
  return build->keys->len;
}

/* The catalogue's order; a phase that a motion has twice, or that the catalogue doesn't know, gets
 * a column of its own. */
static void
find_columns (TwMapBuild *build, gboolean offers)
{
  TW_FOREACH (TwPbPhase, phase, build->playbook->phases)
    if (is_shown (build, phase->id, offers))
      g_ptr_array_add (build->keys, g_strdup (phase->id));
  TW_FOREACH (TwMotion, motion, build->plan->motions)
    {
      g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
      int last = -1;

      TW_FOREACH (TwPhase, phase, motion->phases)
        {
          const char *key = column_key (build, phase);
          int at = free_column (build, taken, key);

          if (at < 0)
            {
              at = (int) place_for (build, motion, taken, last);
              g_ptr_array_insert (build->keys, at, g_strdup (key));
            }
          g_hash_table_add (taken, build->keys->pdata[at]);
          last = at;
        }
    }
}

static TwMapNode *
add_node (TwMapBuild *build, TwMapNodeKind kind, const char *id, guint column)
{
  TwMapNode node = { .kind = kind, .id = id, .column = column };

  node.lane = build->map->lanes->len - 1;
  g_array_append_val (build->map->nodes, node);
  return &g_array_index (build->map->nodes, TwMapNode, build->map->nodes->len - 1);
}

static void
add_line (TwMapNode *node, char *text, TwGlyph glyph, TwColor color)
{
  if (node->n_lines < TW_MAP_MAX_LINES)
    node->lines[node->n_lines++] = (TwMapLine){ .text = text, .glyph = glyph, .color = color };
  else
    g_free (text);
}

static void
count_activities (TwMapBuild *build, TwPhase *phase, TwMapNode *node)
{
  guint n = 0, blocked = 0, moved = 0;

  TW_FOREACH (TwActivity, activity, phase->activities)
    {
      const TwNodeFacts *facts = tw_facts_find (build->facts, activity->id);

      if (facts == NULL || activity->status == TW_STATUS_SKIPPED)
        continue;
      n++;
      blocked += activity->status == TW_STATUS_BLOCKED;
      moved += activity->status != TW_STATUS_DONE && facts->in_baseline && facts->slip > 0;
    }
  add_line (node, tw_words_activities (n), TW_N_GLYPHS, TW_COLOR_TEXT_2);
  if (blocked > 0)
    add_line (node,
              g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u blocked", "%u blocked", blocked),
                               blocked),
              TW_GLYPH_BLOCKED, TW_COLOR_RED_TEXT);
  if (moved > 0)
    add_line (node,
              g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u moved", "%u moved", moved), moved),
              TW_GLYPH_LATE, TW_COLOR_YELLOW_TEXT);
}

static void
add_phase (TwMapBuild *build, TwPhase *phase, guint column)
{
  const TwNodeFacts *facts = tw_facts_find (build->facts, phase->id);
  const TwSpan *span = tw_schedule_find (build->schedule, phase->id);
  TwMapNode *node;

  if (facts == NULL || span == NULL)
    return;
  g_hash_table_insert (build->numbers, phase->id, GUINT_TO_POINTER (build->map->nodes->len));
  node = add_node (build, TW_MAP_PHASE, phase->id, column);
  node->counts = span->counts;
  node->state = facts->state;
  node->progress = facts->progress;
  node->current = phase->id == build->current;
  node->percent = tw_words_percent (facts->progress);
  count_activities (build, phase, node);
}

/* The phase of a motion that stands in a column: the second of a key in the second column of that
 * key. NULL if there is none. */
static TwPhase *
phase_in_column (TwMapBuild *build, TwMotion *motion, const char *key, guint which)
{
  TW_FOREACH (TwPhase, phase, motion->phases)
    if (g_str_equal (column_key (build, phase), key) && which-- == 0)
      return phase;
  return NULL;
}

/* A motion's phases by column; columns that only its catalogue has are unused. */
static void
add_phases (TwMapBuild *build, TwMotion *motion)
{
  TwPbMotion *whole
      = motion->kind != NULL ? tw_playbook_motion (build->playbook, motion->kind) : NULL;

  for (guint column = 0; column < build->keys->len; column++)
    {
      const char *key = build->keys->pdata[column];
      TwPhase *phase;
      guint which = 0;

      for (guint i = 0; i < column; i++)
        which += g_str_equal (build->keys->pdata[i], key);
      phase = phase_in_column (build, motion, key, which);
      if (phase != NULL)
        add_phase (build, phase, column);
      else if (which == 0 && motion_has (whole, key))
        add_node (build, TW_MAP_UNUSED, key, column);
    }
}

static void
describe_lane (TwMapBuild *build, TwMapLane *lane, TwMotion *motion)
{
  const TwNodeFacts *facts = tw_facts_find (build->facts, motion->id);
  const TwSpan *span = tw_schedule_find (build->schedule, motion->id);
  g_autofree char *percent = NULL;

  if (facts == NULL || span == NULL)
    return;
  /* Near no year of ours: the year is always written. */
  lane->dates = tw_words_range (span->start, span->finish, TW_DATE_MIN, FALSE);
  lane->glyph = tw_glyph_for_status (facts->state, FALSE);
  percent = tw_words_percent (facts->progress);
  if (facts->state == TW_STATUS_DONE)
    lane->state = g_strdup (C_ ("motion", "Finished"));
  else if (facts->state == TW_STATUS_IN_PROGRESS)
    lane->state = g_strdup_printf (C_ ("motion", "%s done"), percent);
  else
    lane->state = g_strdup (tw_words_status (facts->state));
}

static TwMapLane *
add_lane (TwMapBuild *build, const char *id, const char *name, gboolean offered)
{
  TwMapLane lane = { .id = id, .name = g_strdup (name), .offered = offered };

  lane.first = build->map->nodes->len;
  g_array_append_val (build->map->lanes, lane);
  return &g_array_index (build->map->lanes, TwMapLane, build->map->lanes->len - 1);
}

static void
add_offer (TwMapBuild *build, TwPbMotion *motion)
{
  TwMapLane *lane = add_lane (build, motion->id, motion->name, TRUE);

  lane->dates = g_strdup (C_ ("motion", "Not in this plan"));
  for (guint column = 0; column < build->keys->len; column++)
    if (motion_has (motion, build->keys->pdata[column]))
      add_node (build, TW_MAP_OFFERED, build->keys->pdata[column], column);
  lane->end = build->map->nodes->len;
}

static void
add_span (TwMapBuild *build, TwMapColumn *column, const char *phase, TwDate *start, TwDate *finish)
{
  const TwSpan *span = tw_schedule_find (build->schedule, phase);
  const TwNodeFacts *facts = tw_facts_find (build->facts, phase);

  if (!span->counts)
    return;
  *start = *start == TW_DATE_NONE ? span->start : MIN (*start, span->start);
  *finish = MAX (*finish, span->finish);
  if (facts->in_baseline && facts->slip != 0 && column->slip == NULL)
    column->slip = tw_words_slip (facts->slip, TRUE);
}

/* Names and dates over the columns: of the plan's phases if there are any. */
static void
name_columns (TwMapBuild *build)
{
  gboolean passed = FALSE;

  for (guint at = 0; at < build->keys->len; at++)
    {
      TwPbPhase *known = tw_playbook_phase (build->playbook, build->keys->pdata[at]);
      TwMapColumn column = { .name = NULL };
      TwDate start = TW_DATE_NONE, finish = TW_DATE_NONE;

      TW_FOREACH (TwMotion, motion, build->plan->motions)
        TW_FOREACH (TwPhase, phase, motion->phases)
          {
            TwMapNode *node = tw_map_build_node (build, phase->id);

            if (node == NULL || node->column != at)
              continue;
            add_span (build, &column, phase->id, &start, &finish);
            column.current |= node->current;
            if (column.name == NULL)
              column.name = g_strdup (phase->name);
          }
      column.ahead = passed;
      passed |= column.current;
      if (column.name == NULL)
        column.name = g_strdup (known != NULL ? known->name : build->keys->pdata[at]);
      if (start != TW_DATE_NONE)
        column.dates = tw_words_range (start, finish, TW_DATE_NONE, column.slip != NULL);
      g_array_append_val (build->map->columns, column);
    }
}

void
tw_map_build_lanes (TwMapBuild *build, gboolean offers)
{
  find_columns (build, offers);
  TW_FOREACH (TwMotion, motion, build->plan->motions)
    {
      TwMapLane *lane = add_lane (build, motion->id, motion->name, FALSE);

      add_phases (build, motion);
      describe_lane (build, lane, motion);
      lane->end = build->map->nodes->len;
    }
  if (offers)
    TW_FOREACH (TwPbMotion, motion, build->playbook->motions)
      if (is_offered (build, motion))
        add_offer (build, motion);
  name_columns (build);
}
