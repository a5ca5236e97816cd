/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-map-build.h"

#include "tw-words.h"

#include <glib/gi18n-lib.h>

/* In the design's pixels. */
#define BAND_PADDING 6.5
#define BAND_LINE 16
#define BAND_ICON 38
#define BAND_RIGHT 12
#define BAND_NARROW_PADDING 10
#define BAND_GAP 6
#define BAND_LEAST_TEXT 120
#define CARD_MARGIN 12
#define HEAD_MIDDLE 18
#define FIRST_ROW 27
#define ROW_HEIGHT 50
#define SIGN_STEP 23
#define SIGN_LINE 20
#define CARD_BOTTOM 7

/* The columns from and to of a recurring activity; FALSE if its phases aren't shown. */
static gboolean
range_of (TwMapBuild *build, TwMotion *motion, TwRecurring *recurring, guint *from, guint *to)
{
  TwMapNode *first = NULL;
  TwMapNode *last = NULL;

  TW_FOREACH (TwPhase, phase, motion->phases)
    {
      TwMapNode *node = tw_map_build_node (build, phase->id);

      if (node == NULL)
        continue;
      if (recurring->from != NULL ? recurring->from == phase->id : first == NULL)
        first = node;
      if (recurring->until == NULL || recurring->until == phase->id)
        last = node;
    }
  if (first == NULL || last == NULL)
    return FALSE;
  *from = MIN (first->column, last->column);
  *to = MAX (first->column, last->column);
  return TRUE;
}

/* most: what it may take. */
static void
add_text (TwMapBuild *build, TwMapBand *band, const char *text, gboolean bold, double most,
          double *x, double y)
{
  TwFont font = bold ? TW_FONT_CAPTION_BOLD : TW_FONT_CAPTION;
  double width = tw_metrics_text_width (build->metrics, font, text);
  TwMapText piece = { .text = g_strdup (text), .bold = bold, .x = *x, .y = y };

  piece.width = width > most ? MAX (most, 0) : -1;
  g_array_append_val (band->texts, piece);
  *x += MIN (width, MAX (most, 0));
}

/* "Health review every 2 weeks · Forecast quarterly", broken between two of them. Returns how
 * many lines it takes. */
static guint
flow_texts (TwMapBuild *build, TwMotion *motion, TwMapBand *band, double left, double right)
{
  const char *dot = C_ ("between recurring activities", " · ");
  double x = left;
  double y = band->rect.y + (BAND_PADDING + BAND_LINE / 2) * build->px;
  guint lines = 1;

  TW_FOREACH (TwRecurring, recurring, motion->recurring)
    {
      g_autofree char *period = NULL;
      g_autofree char *words = NULL;
      double behind, width;

      if (!g_ptr_array_find (band->ids, recurring->id, NULL))
        continue;
      period = tw_words_period (recurring->every);
      words = g_strconcat (" ", period, NULL);
      behind = tw_metrics_text_width (build->metrics, TW_FONT_CAPTION, words);
      width = tw_metrics_text_width (build->metrics, TW_FONT_CAPTION_BOLD, recurring->name) + behind
              + tw_metrics_text_width (build->metrics, TW_FONT_CAPTION, dot);
      if (x > left && x + width > right)
        {
          x = left;
          y += BAND_LINE * build->px;
          lines++;
        }
      if (x > left)
        add_text (build, band, dot, FALSE, right - x, &x, y);
      /* A name that is too long for a line leaves its period room. */
      add_text (build, band, recurring->name, TRUE, right - x - behind, &x, y);
      add_text (build, band, words, FALSE, right - x, &x, y);
    }
  return lines;
}

/* In a band of a column or so: name and period of each below each other, cut where the band
 * ends. Returns how many lines it takes. */
static guint
stack_texts (TwMapBuild *build, TwMotion *motion, TwMapBand *band)
{
  double padding = BAND_NARROW_PADDING * build->px;
  double y = band->rect.y + (BAND_PADDING + BAND_LINE / 2) * build->px;
  guint lines = 0;

  TW_FOREACH (TwRecurring, recurring, motion->recurring)
    {
      g_autofree char *period = NULL;

      if (!g_ptr_array_find (band->ids, recurring->id, NULL))
        continue;
      period = tw_words_period (recurring->every);
      for (guint i = 0; i < 2; i++)
        {
          double x = band->rect.x + padding;

          add_text (build, band, i == 0 ? recurring->name : period, i == 0,
                    band->rect.width - 2 * padding, &x, y);
          y += BAND_LINE * build->px;
          lines++;
        }
    }
  return lines;
}

/* What of the band comes next after today, and when; NULL if nothing does. */
static char *
find_next (TwMapBuild *build, TwMapBand *band)
{
  TwIndex *index = tw_schedule_index (build->schedule);
  g_autoptr (TwIndex) shown = tw_index_new (build->plan);
  const char *name = NULL;
  TwDate next = TW_DATE_NONE;
  g_autofree char *day = NULL;

  for (guint i = 0; i < band->ids->len; i++)
    {
      TwMotion *motion;
      TwRecurring *recurring = tw_index_recurring (index, band->ids->pdata[i], &motion);
      g_autoptr (GArray) dates = NULL;

      if (recurring == NULL)
        continue;
      dates = tw_schedule_occurrences (build->schedule, motion, recurring);
      for (guint at = 0; at < dates->len; at++)
        {
          TwDate date = g_array_index (dates, TwDate, at);

          if (date <= tw_facts_today (build->facts) || (next != TW_DATE_NONE && date >= next))
            continue;
          next = date;
          name = tw_index_recurring (shown, recurring->id, NULL)->name;
        }
    }
  if (next == TW_DATE_NONE)
    return NULL;
  day = tw_words_date (next, TW_DATE_SHORT);
  return g_strdup_printf (C_ ("recurring: name, date", "Next: %s, %s"), name, day);
}

static void
place_band (TwMapBuild *build, TwMotion *motion, TwMapBand *band)
{
  double px = build->px;
  double left = band->rect.x + BAND_ICON * px;
  double right = band->rect.x + band->rect.width - BAND_RIGHT * px;
  double next = 0;
  gboolean beside;
  guint lines;

  if (right - left < BAND_LEAST_TEXT * px)
    {
      band->narrow = TRUE;
      lines = stack_texts (build, motion, band);
      band->rect.height = (2 * BAND_PADDING + lines * BAND_LINE) * px;
      return;
    }
  band->next = find_next (build, band);
  if (band->next != NULL)
    next = tw_metrics_text_width (build->metrics, TW_FONT_CAPTION, band->next) + 16 * px;
  /* Beside the texts while they have room, else below them. */
  beside = right - next - left >= BAND_LEAST_TEXT * px;
  lines = flow_texts (build, motion, band, left, beside ? right - next : right);
  if (band->next != NULL && !beside)
    lines++;
  band->rect.height = (2 * BAND_PADDING + lines * BAND_LINE) * px;
  band->next_y = beside ? band->rect.y + band->rect.height / 2
                        : band->rect.y + band->rect.height - (BAND_PADDING + BAND_LINE / 2) * px;
}

static TwMapBand *
band_for (TwMapBuild *build, TwMotion *motion, guint from, guint to)
{
  TwMapColumn *one = tw_map_build_column (build, from);
  TwMapColumn *other = tw_map_build_column (build, to);
  double margin = TW_MAP_BAND_MARGIN * build->px;
  double left = one->x - one->width / 2 + margin;
  TwMapBand band = { .motion = motion->id, .from = from, .to = to };

  for (guint i = 0; i < build->map->bands->len; i++)
    {
      TwMapBand *same = &g_array_index (build->map->bands, TwMapBand, i);

      if (same->motion == motion->id && same->from == from && same->to == to)
        return same;
    }
  band.rect = (TwRect){ left, 0, other->x + other->width / 2 - margin - left, 0 };
  band.ids = g_ptr_array_new ();
  band.texts = g_array_new (FALSE, FALSE, sizeof (TwMapText));
  g_array_append_val (build->map->bands, band);
  return &g_array_index (build->map->bands, TwMapBand, build->map->bands->len - 1);
}

double
tw_map_build_bands (TwMapBuild *build, TwMotion *motion, double y)
{
  guint first = build->map->bands->len;

  TW_FOREACH (TwRecurring, recurring, motion->recurring)
    {
      guint from, to;

      if (range_of (build, motion, recurring, &from, &to))
        g_ptr_array_add (band_for (build, motion, from, to)->ids, recurring->id);
    }
  for (guint i = first; i < build->map->bands->len; i++)
    {
      TwMapBand *band = &g_array_index (build->map->bands, TwMapBand, i);

      band->rect.y = i == first ? y : y + BAND_GAP * build->px;
      place_band (build, motion, band);
      y = band->rect.y + band->rect.height;
    }
  return y;
}

double
tw_map_name_height (TwMapLayout *map, TwMetrics *metrics, const char *name)
{
  PangoLayout *layout = tw_metrics_layout (
      metrics, TW_FONT_HEADING, TW_TEXT_WRAP | TW_TEXT_TWO_LINES, map->label_width, name);
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return pango_units_to_double (height);
}

static void
add_sign (TwMapBuild *build, TwActivity *activity, double x, double y)
{
  const TwNodeFacts *facts = activity != NULL ? tw_facts_find (build->facts, activity->id) : NULL;
  TwMapSign sign = { .x = x, .y = y };

  if (facts != NULL)
    {
      sign.id = activity->id;
      sign.glyph = tw_glyph_for_status (activity->status, facts->late);
    }
  g_array_append_val (build->map->signs, sign);
}

/* The activities of an approach that stand in a column, in the plan's order. */
static GPtrArray *
activities_in_column (TwMapBuild *build, TwApproach *approach, guint column)
{
  GPtrArray *found = g_ptr_array_new ();

  TW_FOREACH (TwMotion, motion, build->plan->motions)
    TW_FOREACH (TwPhase, phase, motion->phases)
      {
        TwMapNode *node = tw_map_build_node (build, phase->id);

        if (node == NULL || node->column != column)
          continue;
        TW_FOREACH (TwActivity, activity, phase->activities)
          if (activity->approach == approach->id && activity->approach != NULL
              && tw_facts_find (build->facts, activity->id) != NULL)
            g_ptr_array_add (found, activity);
      }
  return found;
}

/* Glyphs beside each other while they fit in the column, then on more lines. */
static void
place_signs (TwMapBuild *build, TwApproach *approach, double top, double *height, guint *n)
{
  guint n_columns = build->map->columns->len;
  g_autofree guint *per_line = g_new0 (guint, n_columns + 1);
  g_autoptr (GPtrArray) groups
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  double px = build->px;

  *height = ROW_HEIGHT * px + tw_map_name_height (build->map, build->metrics, approach->name)
            - tw_metrics_text_height (build->metrics, TW_FONT_HEADING);
  for (guint c = 0; c < n_columns; c++)
    {
      GPtrArray *group = activities_in_column (build, approach, c);
      guint fit = (guint) MAX (tw_map_build_column (build, c)->width / (SIGN_STEP * px), 1);
      guint lines = (group->len + fit - 1) / fit;

      g_ptr_array_add (groups, group);
      per_line[c] = MIN (fit, MAX (group->len, 1));
      *n += group->len;
      *height = MAX (*height, (ROW_HEIGHT + (MAX (lines, 1) - 1) * SIGN_LINE) * px);
    }
  for (guint c = 0; c < n_columns; c++)
    {
      GPtrArray *group = groups->pdata[c];
      double x = tw_map_build_column (build, c)->x;
      guint lines = (MAX (group->len, 1) + per_line[c] - 1) / per_line[c];
      double y = top + *height / 2 - (lines - 1) * SIGN_LINE * px / 2;

      if (group->len == 0)
        add_sign (build, NULL, x, y);
      for (guint i = 0; i < group->len; i++)
        {
          guint line = i / per_line[c];
          guint in_line = MIN (per_line[c], group->len - line * per_line[c]);
          double left = x - (in_line - 1) * SIGN_STEP * px / 2;

          add_sign (build, group->pdata[i], left + (i % per_line[c]) * SIGN_STEP * px,
                    y + line * SIGN_LINE * px);
        }
    }
}

void
tw_map_build_approaches (TwMapBuild *build)
{
  TwMapLayout *map = build->map;
  double px = build->px;
  double y = build->y + FIRST_ROW * px;

  TW_FOREACH (TwApproach, approach, build->plan->approaches)
    {
      TwMapApproach row = { .id = approach->id, .name = g_strdup (approach->name), .top = y };
      double height;
      guint n = 0;

      place_signs (build, approach, y, &height, &n);
      row.y = y + height / 2;
      row.count = tw_words_activities (n);
      g_array_append_val (map->approaches, row);
      y += height;
    }
  if (map->approaches->len == 0)
    return;
  map->approaches_card = (TwRect){ CARD_MARGIN * px, build->y, map->width - 2 * CARD_MARGIN * px,
                                   y + CARD_BOTTOM * px - build->y };
  build->y = y + (CARD_BOTTOM + TW_MAP_GAP) * px;
}

void
tw_map_free_bands (TwMapLayout *map)
{
  for (guint i = 0; i < map->bands->len; i++)
    {
      TwMapBand *band = &g_array_index (map->bands, TwMapBand, i);

      for (guint at = 0; at < band->texts->len; at++)
        g_free (g_array_index (band->texts, TwMapText, at).text);
      g_array_unref (band->texts);
      g_ptr_array_unref (band->ids);
      g_free (band->next);
    }
  for (guint i = 0; i < map->approaches->len; i++)
    {
      g_free (g_array_index (map->approaches, TwMapApproach, i).name);
      g_free (g_array_index (map->approaches, TwMapApproach, i).count);
    }
}
