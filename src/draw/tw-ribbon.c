/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-ribbon.h"

#include "tw-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In the design's pixels. */
#define GAP 4
#define MINI_GAP 2
#define MOTION_MIDDLE 8
#define NAME_MIDDLE 33
#define DATES_MIDDLE 51
#define BAR_TOP 67
#define BAR_HEIGHT 12
#define MINI_HEIGHT 8
#define MARKER_MIDDLE 94
#define HEIGHT 104
#define SECOND_LINE 16
#define NARROW_STEP 64
#define LABEL_GAP 8
#define ARROW_ROOM 16
#define PILL_PADDING 8
#define PILL_HEIGHT 18
#define DIAMOND 12
#define HALO 2
#define CORNER 3
#define END_CORNER 6
#define ARROW_SIZE 16

#define NAME_FONT TW_FONT_DENSE
#define NAME_BOLD TW_FONT_DENSE_BOLD
#define TEXT_FONT TW_FONT_CAPTION
#define TEXT_BOLD TW_FONT_CAPTION_BOLD

static void
add_phases (TwRibbon *ribbon, TwPlan *plan, TwFacts *facts)
{
  TwSchedule *schedule = tw_facts_schedule (facts);
  int current = tw_facts_current_phase (facts);
  const char *current_id
      = current < 0 ? NULL : tw_index_node (tw_schedule_index (schedule), (guint) current)->id;
  gboolean passed = FALSE;
  guint n = 0;

  TW_FOREACH (TwMotion, motion, plan->motions)
    n += tw_list_n (motion->phases);
  ribbon->phases = g_new0 (TwRibbonPhase, n + 1);
  TW_FOREACH (TwMotion, motion, plan->motions)
    TW_FOREACH (TwPhase, phase, motion->phases)
      {
        const TwNodeFacts *node = tw_facts_find (facts, phase->id);
        const TwSpan *span = tw_schedule_find (schedule, phase->id);
        TwRibbonPhase *step = &ribbon->phases[ribbon->n_phases];

        /* The copy has nothing that the whole plan hasn't. */
        if (node == NULL || span == NULL)
          continue;
        step->id = phase->id;
        step->counts = span->counts;
        step->state = node->state;
        step->progress = node->progress;
        step->current = ribbon->look != TW_RIBBON_PREVIEW && phase->id == current_id;
        step->ahead = passed;
        passed |= step->current;
        ribbon->n_phases++;
      }
}

static double
gap_of (TwRibbon *ribbon, double px)
{
  return (ribbon->look == TW_RIBBON_MINI ? MINI_GAP : GAP) * px;
}

static void
place_bars (TwRibbon *ribbon, double px)
{
  gboolean mini = ribbon->look == TW_RIBBON_MINI;
  double gap = gap_of (ribbon, px);
  double step = ribbon->n_phases > 0 ? (ribbon->width + gap) / ribbon->n_phases : 0;
  double top = mini ? 0 : BAR_TOP * px;
  double height = (mini ? MINI_HEIGHT : BAR_HEIGHT) * px;

  for (guint i = 0; i < ribbon->n_phases; i++)
    {
      TwRibbonPhase *phase = &ribbon->phases[i];

      phase->step = (TwRect){ i * step - gap / 2, 0, step, ribbon->height };
      phase->bar = (TwRect){ i * step, top, MAX (step - gap, px), height };
      phase->label_x = phase->bar.x + phase->bar.width / 2;
      phase->label_width = step - gap;
    }
}

/* The place of a day in its phase: at its beginning in the middle of the gap before. */
static double
x_of_day (const TwRibbonPhase *phase, const TwSpan *span, TwDate date)
{
  double share = ((double) date - span->start) / ((double) span->finish - span->start + 1);

  return phase->step.x + phase->step.width * CLAMP (share, 0, 1);
}

static char *
phase_words (const TwRibbonPhase *step, const char *name, const TwSpan *span, TwDate today)
{
  g_autofree char *dates = tw_words_range (span->start, span->finish, today, FALSE);
  g_autofree char *percent = tw_words_percent (step->progress);
  const char *state = tw_words_status (step->state);

  if (step->counts && step->state != TW_STATUS_DONE && step->progress > 0)
    return g_strdup_printf (C_ ("phase: name, dates, state, percent", "%s, %s, %s, %s"), name,
                            dates, state, percent);
  return g_strdup_printf (C_ ("phase: name, dates, state", "%s, %s, %s"), name, dates, state);
}

/* The dates of all phases in the widest form that fits everywhere; none if none does. */
static void
choose_dates (TwRibbon *ribbon, TwSchedule *schedule, TwMetrics *metrics)
{
  for (guint tight = 0; tight < 2; tight++)
    {
      gboolean fit = TRUE;

      for (guint i = 0; i < ribbon->n_phases; i++)
        {
          TwRibbonPhase *phase = &ribbon->phases[i];
          const TwSpan *span = tw_schedule_find (schedule, phase->id);
          TwFont font = phase->current ? TEXT_BOLD : TEXT_FONT;

          if (phase->name == NULL || !phase->counts)
            continue;
          g_free (phase->dates);
          phase->dates = tw_words_range (span->start, span->finish, TW_DATE_NONE, tight > 0);
          fit &= tw_metrics_text_width (metrics, font, phase->dates) <= phase->label_width;
        }
      if (fit)
        return;
    }
  for (guint i = 0; i < ribbon->n_phases; i++)
    g_clear_pointer (&ribbon->phases[i].dates, g_free);
}

/* In a narrow ribbon the current and the next phase spread over their neighbours' places. */
static void
spread_names (TwRibbon *ribbon, TwMetrics *metrics, guint current)
{
  guint last = MIN (current + 1, ribbon->n_phases - 1);
  double gap = LABEL_GAP * metrics->px;
  double room = (ribbon->width - gap * (last - current)) / (last - current + 1);
  double edge = 0;

  for (guint i = current; i <= last; i++)
    {
      TwRibbonPhase *phase = &ribbon->phases[i];
      TwFont font = phase->current ? NAME_BOLD : NAME_FONT;
      double width = tw_metrics_text_width (metrics, font, phase->name);

      if (phase->dates != NULL)
        width = MAX (width, tw_metrics_text_width (metrics, phase->current ? TEXT_BOLD : TEXT_FONT,
                                                   phase->dates));
      phase->label_width = MIN (width, room);
      phase->label_x = MAX (phase->label_x, edge + phase->label_width / 2);
      edge = phase->label_x + phase->label_width / 2 + gap;
    }
  edge = ribbon->width;
  for (guint i = last + 1; i-- > current;)
    {
      TwRibbonPhase *phase = &ribbon->phases[i];

      phase->label_x = MIN (phase->label_x, edge - phase->label_width / 2);
      edge = phase->label_x - phase->label_width / 2 - gap;
    }
}

static void
name_phases (TwRibbon *ribbon, TwPlan *plan, TwFacts *facts, TwMetrics *metrics)
{
  TwSchedule *schedule = tw_facts_schedule (facts);
  gboolean narrow
      = ribbon->n_phases > 0 && ribbon->phases[0].step.width < NARROW_STEP * metrics->px;
  int current = -1;
  guint i = 0;

  for (guint at = 0; at < ribbon->n_phases; at++)
    if (ribbon->phases[at].current)
      current = (int) at;
  TW_FOREACH (TwMotion, motion, plan->motions)
    TW_FOREACH (TwPhase, phase, motion->phases)
      {
        TwRibbonPhase *step = &ribbon->phases[i];

        if (i >= ribbon->n_phases || step->id != phase->id)
          continue;
        step->words = phase_words (step, phase->name, tw_schedule_find (schedule, phase->id),
                                   tw_facts_today (facts));
        if (!narrow || (current >= 0 && ((int) i == current || (int) i == current + 1)))
          step->name = g_strdup (phase->name);
        i++;
      }
  if (ribbon->look == TW_RIBBON_MINI)
    return;
  if (!narrow)
    choose_dates (ribbon, schedule, metrics);
  else if (current >= 0)
    {
      for (guint at = (guint) current; at < ribbon->n_phases && at <= (guint) current + 1; at++)
        {
          const TwSpan *span = tw_schedule_find (schedule, ribbon->phases[at].id);

          if (span->counts)
            ribbon->phases[at].dates
                = tw_words_range (span->start, span->finish, TW_DATE_NONE, TRUE);
        }
      spread_names (ribbon, metrics, (guint) current);
    }
}

static void
add_motions (TwRibbon *ribbon, TwPlan *plan, double px)
{
  guint at = 0;

  ribbon->motions = g_new0 (TwRibbonMotion, tw_list_n (plan->motions) + 1);
  TW_FOREACH (TwMotion, motion, plan->motions)
    {
      TwRibbonMotion *line = &ribbon->motions[ribbon->n_motions];
      guint first = at;

      TW_FOREACH (TwPhase, phase, motion->phases)
        if (at < ribbon->n_phases && ribbon->phases[at].id == phase->id)
          at++;
      if (at == first)
        continue;
      line->id = motion->id;
      line->name = g_strdup (motion->name);
      line->takes_over = ribbon->n_motions > 0;
      line->left = ribbon->phases[first].bar.x + (line->takes_over ? ARROW_ROOM * px - 2 * px : 0);
      line->right = ribbon->phases[at - 1].bar.x + ribbon->phases[at - 1].bar.width;
      if (line->takes_over)
        line[-1].right -= ARROW_ROOM * px - 2 * px;
      ribbon->n_motions++;
    }
}

/* What the name of a motion asks for beyond its line; less than 0: what it has to spare. */
static double
missing_of (const TwRibbonMotion *motion, TwMetrics *metrics)
{
  return tw_metrics_text_width (metrics, TEXT_BOLD, motion->name) + LABEL_GAP * metrics->px
         - (motion->right - motion->left);
}

/* A motion of one phase may have a long name: its line goes a little beyond the phase, as far as
 * the names beside it leave room. */
static void
fit_motions (TwRibbon *ribbon, TwMetrics *metrics)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 1; i < ribbon->n_motions; i++)
      {
        guint at = pass == 0 ? i : ribbon->n_motions - i;
        TwRibbonMotion *before = &ribbon->motions[at - 1], *behind = &ribbon->motions[at];
        double missing[] = { missing_of (before, metrics), missing_of (behind, metrics) };
        double shift = missing[0] > 0   ? CLAMP (-missing[1], 0, missing[0])
                       : missing[1] > 0 ? -CLAMP (-missing[0], 0, missing[1])
                                        : 0;

        before->right += shift;
        behind->left += shift;
      }
}

static TwRibbonMarker *
add_marker (TwRibbon *ribbon, double x, const char *id, const char *name, const char *date)
{
  TwRibbonMarker *marker;
  guint at = ribbon->n_markers++;

  g_assert (ribbon->n_markers <= G_N_ELEMENTS (ribbon->markers));
  /* From left to right. */
  while (at > 0 && ribbon->markers[at - 1].x > x)
    {
      ribbon->markers[at] = ribbon->markers[at - 1];
      at--;
    }
  marker = &ribbon->markers[at];
  *marker = (TwRibbonMarker){ .id = id, .x = x, .label_x = x };
  marker->lines[0] = g_strdup (name);
  marker->lines[1] = g_strdup (date);
  return marker;
}

/* The phase in which a day falls: the one begun last by then, else the first. */
static guint
phase_of_day (TwRibbon *ribbon, TwSchedule *schedule, TwDate date)
{
  TwDate latest = TW_DATE_NONE;
  guint found = 0;

  for (guint i = 0; i < ribbon->n_phases; i++)
    {
      const TwSpan *span = tw_schedule_find (schedule, ribbon->phases[i].id);

      if (!span->counts || span->start > date || span->start < latest)
        continue;
      latest = span->start;
      found = i;
    }
  return found;
}

static void
add_day_marker (TwRibbon *ribbon, TwSchedule *schedule, guint phase, TwDate date, const char *id,
                const char *name, double px)
{
  TwDateStyle style = ribbon->look == TW_RIBBON_MEETING ? TW_DATE_MEDIUM : TW_DATE_SHORT;
  const TwRibbonPhase *step = &ribbon->phases[phase];
  g_autofree char *words = tw_words_date (date, style);
  double x = x_of_day (step, tw_schedule_find (schedule, step->id), date);
  double half = DIAMOND / 2 * px;

  /* At both ends the diamond stays whole. */
  add_marker (ribbon, CLAMP (x, half, MAX (ribbon->width - half, half)), id, name, words);
}

/* The step of the phase that an activity is in. */
static guint
phase_of_activity (TwRibbon *ribbon, TwIndex *index, const char *id)
{
  TwNode *node = tw_index_node (index, (guint) tw_index_find (index, id));
  const char *phase = tw_index_node (index, (guint) node->parent)->id;

  for (guint i = 0; i < ribbon->n_phases; i++)
    if (ribbon->phases[i].id == phase)
      return i;
  return 0;
}

static void
add_markers (TwRibbon *ribbon, TwPlan *plan, TwFacts *facts, double px)
{
  TwSchedule *schedule = tw_facts_schedule (facts);
  g_autoptr (TwIndex) index = tw_index_new (plan);
  TwActivity *go_live = tw_index_activity (index, plan->go_live);
  const TwSpan *span = go_live != NULL ? tw_schedule_find (schedule, go_live->id) : NULL;
  const char *today
      = ribbon->look == TW_RIBBON_MEETING ? C_ ("ribbon", "We are here") : C_ ("ribbon", "Today");

  for (guint i = 0; i < ribbon->n_phases; i++)
    {
      TwRibbonPhase *phase = &ribbon->phases[i];

      if (phase->current)
        add_marker (
            ribbon,
            x_of_day (phase, tw_schedule_find (schedule, phase->id), tw_facts_today (facts)), NULL,
            today, NULL)
            ->today
            = TRUE;
    }
  if (span != NULL && span->counts)
    add_day_marker (ribbon, schedule, phase_of_activity (ribbon, index, go_live->id), span->finish,
                    go_live->id, go_live->name, px);
  if (plan->deadline != TW_DATE_NONE)
    add_day_marker (ribbon, schedule, phase_of_day (ribbon, schedule, plan->deadline),
                    plan->deadline, NULL, C_ ("milestone", "Renewal"), px);
}

static double
marker_width (TwRibbon *ribbon, TwMetrics *metrics, const TwRibbonMarker *marker)
{
  gboolean meeting = ribbon->look == TW_RIBBON_MEETING;
  double width;

  if (marker->today)
    return tw_metrics_text_width (metrics, TEXT_BOLD, marker->lines[0])
           + 2 * PILL_PADDING * metrics->px;
  width = tw_metrics_text_width (metrics, meeting ? TEXT_BOLD : TEXT_FONT, marker->lines[0]);
  if (marker->lines[1] != NULL)
    width = MAX (width, tw_metrics_text_width (metrics, TEXT_FONT, marker->lines[1]));
  return width;
}

/* Whether all labels stand clear of each other in the middle of their markers, and whole. */
static gboolean
markers_are_clear (TwRibbon *ribbon, TwMetrics *metrics)
{
  double edge = -G_MAXDOUBLE, gap = LABEL_GAP * metrics->px;
  double room = MAX (ribbon->width / MAX (ribbon->n_markers, 1) - gap, 0);
  gboolean clear = TRUE;

  for (guint i = 0; i < ribbon->n_markers; i++)
    {
      TwRibbonMarker *marker = &ribbon->markers[i];

      marker->width = marker_width (ribbon, metrics, marker);
      marker->cut = !marker->today && marker->width > room;
      if (marker->cut)
        marker->width = room;
      marker->label_x = CLAMP (marker->x, marker->width / 2,
                               MAX (ribbon->width - marker->width / 2, marker->width / 2));
      clear &= !marker->cut && marker->label_x - marker->width / 2 >= edge;
      edge = marker->label_x + marker->width / 2 + gap;
    }
  return clear;
}

static void
push_markers_apart (TwRibbon *ribbon, TwMetrics *metrics)
{
  double gap = LABEL_GAP * metrics->px;
  double edge = 0;

  for (guint i = 0; i < ribbon->n_markers; i++)
    {
      TwRibbonMarker *marker = &ribbon->markers[i];

      marker->label_x = MAX (marker->label_x, edge + marker->width / 2);
      edge = marker->label_x + marker->width / 2 + gap;
    }
  edge = ribbon->width;
  for (guint i = ribbon->n_markers; i-- > 0;)
    {
      TwRibbonMarker *marker = &ribbon->markers[i];

      marker->label_x = MIN (marker->label_x, edge - marker->width / 2);
      edge = marker->label_x - marker->width / 2 - gap;
    }
}

/* "Name date" on one line while that fits, then the name alone, then the name on two lines; what
 * still touches is pushed apart. */
static void
fit_markers (TwRibbon *ribbon, TwMetrics *metrics)
{
  if (ribbon->look != TW_RIBBON_MEETING)
    {
      char *names[G_N_ELEMENTS (ribbon->markers)];

      for (guint i = 0; i < ribbon->n_markers; i++)
        {
          TwRibbonMarker *marker = &ribbon->markers[i];

          names[i] = marker->lines[0];
          marker->lines[0] = marker->lines[1] == NULL
                                 ? g_strdup (names[i])
                                 : g_strdup_printf (C_ ("milestone: name, date", "%s %s"), names[i],
                                                    marker->lines[1]);
          g_clear_pointer (&marker->lines[1], g_free);
        }
      for (guint form = 1; form < 3 && !markers_are_clear (ribbon, metrics); form++)
        for (guint i = 0; i < ribbon->n_markers; i++)
          {
            TwRibbonMarker *marker = &ribbon->markers[i];
            const char *space = strrchr (names[i], ' ');

            g_free (marker->lines[0]);
            if (form == 1 || space == NULL || marker->today)
              {
                marker->lines[0] = g_strdup (names[i]);
                continue;
              }
            marker->lines[0] = g_strndup (names[i], (gsize) (space - names[i]));
            marker->lines[1] = g_strdup (space + 1);
          }
      for (guint i = 0; i < ribbon->n_markers; i++)
        g_free (names[i]);
    }
  if (!markers_are_clear (ribbon, metrics))
    push_markers_apart (ribbon, metrics);
  for (guint i = 0; i < ribbon->n_markers; i++)
    if (ribbon->markers[i].lines[1] != NULL)
      ribbon->height = (HEIGHT + SECOND_LINE) * metrics->px;
}

/* What a screen reader says of all of it. */
static void
describe (TwRibbon *ribbon)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < ribbon->n_phases; i++)
    {
      if (i > 0)
        g_string_append (words, "; ");
      g_string_append (words, ribbon->phases[i].words);
    }
  ribbon->words = g_string_free (words, FALSE);
}

static double
height_of (TwMetrics *metrics, TwRibbonLook look)
{
  switch (look)
    {
    case TW_RIBBON_MINI:
      return MINI_HEIGHT * metrics->px;
    case TW_RIBBON_MEETING:
      return (HEIGHT + SECOND_LINE) * metrics->px;
    case TW_RIBBON_FULL:
    case TW_RIBBON_PREVIEW:
    default:
      return HEIGHT * metrics->px;
    }
}

TwRibbon *
tw_ribbon_new (TwPlan *plan, TwFacts *facts, TwMetrics *metrics, TwRibbonLook look, double width)
{
  TwRibbon *ribbon;
  double px;

  g_return_val_if_fail (plan != NULL && facts != NULL && metrics != NULL, NULL);
  ribbon = g_new0 (TwRibbon, 1);
  px = metrics->px;
  ribbon->look = look;
  ribbon->width = MAX (width, px);
  ribbon->height = height_of (metrics, look);
  ribbon->motion_y = MOTION_MIDDLE * px;
  ribbon->name_y = NAME_MIDDLE * px;
  ribbon->dates_y = DATES_MIDDLE * px;
  ribbon->marker_y = MARKER_MIDDLE * px;
  ribbon->line_height = SECOND_LINE * px;
  add_phases (ribbon, plan, facts);
  place_bars (ribbon, px);
  name_phases (ribbon, plan, facts, metrics);
  describe (ribbon);
  if (look != TW_RIBBON_MINI && ribbon->n_phases > 0)
    {
      add_motions (ribbon, plan, px);
      fit_motions (ribbon, metrics);
      add_markers (ribbon, plan, facts, px);
      fit_markers (ribbon, metrics);
    }
  return ribbon;
}

void
tw_ribbon_free (TwRibbon *ribbon)
{
  for (guint i = 0; i < ribbon->n_phases; i++)
    {
      g_free (ribbon->phases[i].name);
      g_free (ribbon->phases[i].dates);
      g_free (ribbon->phases[i].words);
    }
  for (guint i = 0; i < ribbon->n_motions; i++)
    g_free (ribbon->motions[i].name);
  for (guint i = 0; i < ribbon->n_markers; i++)
    {
      g_free (ribbon->markers[i].lines[0]);
      g_free (ribbon->markers[i].lines[1]);
    }
  g_free (ribbon->phases);
  g_free (ribbon->motions);
  g_free (ribbon->words);
  g_free (ribbon);
}

/* A bar whose outer end is rounder, if it is the first or the last: two that overlap. */
static void
fill_bar (TwCanvas *canvas, TwRect bar, double corner, double end_corner, gboolean first,
          gboolean last, const TwRgba *color)
{
  double share = MIN (bar.width / 2, end_corner);

  if (!first && !last)
    {
      tw_canvas_fill (canvas, bar, corner, color);
      return;
    }
  tw_canvas_fill (canvas, bar, end_corner, color);
  if (!first)
    tw_canvas_fill (canvas, (TwRect){ bar.x, bar.y, bar.width - share, bar.height }, corner, color);
  if (!last)
    tw_canvas_fill (canvas, (TwRect){ bar.x + share, bar.y, bar.width - share, bar.height }, corner,
                    color);
}

static TwRect
inset (TwRect rect, double by)
{
  return (TwRect){ rect.x + by, rect.y + by, rect.width - 2 * by, rect.height - 2 * by };
}

static void
paint_bar (TwCanvas *canvas, const TwPalette *palette, TwRibbon *ribbon, guint at)
{
  TwMetrics *metrics = tw_canvas_metrics (canvas);
  const TwRibbonPhase *phase = &ribbon->phases[at];
  gboolean mini = ribbon->look == TW_RIBBON_MINI;
  gboolean first = at == 0;
  gboolean last = at + 1 == ribbon->n_phases;
  double corner = (mini ? 2 : CORNER) * metrics->px;
  double end = (mini ? CORNER : END_CORNER) * metrics->px;
  gboolean begun = phase->progress > 0 || phase->current;
  double line = MAX (metrics->hairline, palette->min_stroke);
  TwColor fill = TW_COLOR_SLATE_TINT;

  if (phase->counts && phase->state == TW_STATUS_DONE)
    fill = TW_COLOR_SLATE;
  else if (mini && phase->current)
    fill = TW_COLOR_ACCENT;
  else if (begun)
    fill = TW_COLOR_SLATE_TRACK;
  if (!phase->counts)
    {
      tw_canvas_stroke (canvas, phase->bar, corner, line, (TwDash){ 3 * line, 3 * line },
                        &palette->colors[TW_COLOR_SLATE_LINE]);
      return;
    }
  if (fill == TW_COLOR_SLATE_TINT || (palette->outlined && fill == TW_COLOR_SLATE_TRACK))
    {
      fill_bar (canvas, phase->bar, corner, end, first, last,
                &palette->colors[TW_COLOR_SLATE_LINE]);
      fill_bar (canvas, inset (phase->bar, line), corner - line / 2, end - line, first, last,
                &palette->colors[fill]);
    }
  else
    fill_bar (canvas, phase->bar, corner, end, first, last, &palette->colors[fill]);
  if (fill == TW_COLOR_SLATE_TRACK && phase->progress > 0)
    {
      TwRect done = phase->bar;

      done.width *= phase->progress / 100.0;
      tw_canvas_push_clip (canvas, done, 0);
      fill_bar (canvas, phase->bar, corner, end, first, last,
                &palette->colors[TW_COLOR_SLATE_STRONG]);
      tw_canvas_pop (canvas);
    }
}

static void
paint_phase_words (TwCanvas *canvas, const TwPalette *palette, TwRibbon *ribbon, guint at)
{
  const TwRibbonPhase *phase = &ribbon->phases[at];
  TwColor name = phase->ahead || !phase->counts ? TW_COLOR_TEXT_2 : TW_COLOR_TEXT;

  if (phase->name != NULL)
    tw_canvas_text (canvas, phase->current ? NAME_BOLD : NAME_FONT, TW_TEXT_CENTER | TW_TEXT_MIDDLE,
                    phase->label_x, ribbon->name_y, phase->label_width, &palette->colors[name],
                    phase->name);
  if (phase->dates != NULL)
    tw_canvas_text (canvas, phase->current ? TEXT_BOLD : TEXT_FONT, TW_TEXT_CENTER | TW_TEXT_MIDDLE,
                    phase->label_x, ribbon->dates_y, -1,
                    &palette->colors[phase->current ? TW_COLOR_TEXT : TW_COLOR_TEXT_2],
                    phase->dates);
}

static void
paint_motion (TwCanvas *canvas, const TwPalette *palette, TwRibbon *ribbon,
              const TwRibbonMotion *motion)
{
  TwMetrics *metrics = tw_canvas_metrics (canvas);
  double px = metrics->px;
  double middle = (motion->left + motion->right) / 2;
  double room = motion->right - motion->left;
  double taken = tw_canvas_text (canvas, TEXT_BOLD, TW_TEXT_CENTER | TW_TEXT_MIDDLE, middle,
                                 ribbon->motion_y, MAX (room, 0),
                                 &palette->colors[TW_COLOR_SLATE_TEXT], motion->name);
  double half = taken / 2 + 10 * px;
  const TwRgba *color
      = &palette->colors[palette->outlined ? TW_COLOR_SLATE_LINE : TW_COLOR_SLATE_TRACK];

  if (middle - half > motion->left)
    {
      tw_canvas_line (canvas, motion->left, ribbon->motion_y, middle - half, ribbon->motion_y,
                      metrics->hairline, TW_SOLID, color);
      tw_canvas_line (canvas, middle + half, ribbon->motion_y, motion->right, ribbon->motion_y,
                      metrics->hairline, TW_SOLID, color);
    }
  if (motion->takes_over)
    tw_canvas_handover (canvas, motion->left - (ARROW_ROOM + ARROW_SIZE / 2) * px,
                        ribbon->motion_y - ARROW_SIZE / 2 * px, ARROW_SIZE * px,
                        &palette->colors[TW_COLOR_SLATE_STRONG]);
}

static void
paint_today (TwCanvas *canvas, const TwPalette *palette, TwRibbon *ribbon,
             const TwRibbonMarker *marker)
{
  double px = tw_canvas_metrics (canvas)->px;
  double top = ribbon->phases[0].bar.y - 4 * px;
  TwRect pill = { marker->label_x - marker->width / 2, ribbon->marker_y - PILL_HEIGHT / 2 * px,
                  marker->width, PILL_HEIGHT * px };

  tw_canvas_line (canvas, marker->x, top, marker->x, pill.y + px, 2 * px, TW_SOLID,
                  &palette->colors[TW_COLOR_ACCENT]);
  tw_canvas_fill (canvas, pill, pill.height / 2, &palette->colors[TW_COLOR_ACCENT_BG]);
  tw_canvas_text (canvas, TEXT_BOLD, TW_TEXT_CENTER | TW_TEXT_MIDDLE, marker->label_x,
                  ribbon->marker_y, -1, &palette->colors[TW_COLOR_ACCENT_FG], marker->lines[0]);
}

static void
paint_marker (TwCanvas *canvas, const TwPalette *palette, TwColor ground, TwRibbon *ribbon,
              const TwRibbonMarker *marker)
{
  double px = tw_canvas_metrics (canvas)->px;
  const TwRect *bar = &ribbon->phases[0].bar;
  double y = bar->y + bar->height / 2;
  const TwRgba *text = &palette->colors[TW_COLOR_TEXT];
  TwTextFlags flags = TW_TEXT_CENTER | TW_TEXT_MIDDLE;
  double width = marker->cut ? marker->width : -1;

  tw_canvas_diamond (canvas, marker->x, y, (DIAMOND + 2 * HALO) * px, &palette->colors[ground]);
  tw_canvas_diamond (canvas, marker->x, y, DIAMOND * px, text);
  tw_canvas_text (canvas, ribbon->look == TW_RIBBON_MEETING ? TEXT_BOLD : TEXT_FONT, flags,
                  marker->label_x, ribbon->marker_y, width, text, marker->lines[0]);
  if (marker->lines[1] != NULL)
    tw_canvas_text (canvas, TEXT_FONT, flags, marker->label_x,
                    ribbon->marker_y + ribbon->line_height, width, text, marker->lines[1]);
}

void
tw_ribbon_paint (TwCanvas *canvas, const TwPalette *palette, TwColor ground, TwRibbon *ribbon)
{
  g_return_if_fail (TW_IS_CANVAS (canvas));
  for (guint i = 0; i < ribbon->n_motions; i++)
    paint_motion (canvas, palette, ribbon, &ribbon->motions[i]);
  for (guint i = 0; i < ribbon->n_phases; i++)
    {
      paint_bar (canvas, palette, ribbon, i);
      if (ribbon->look != TW_RIBBON_MINI)
        paint_phase_words (canvas, palette, ribbon, i);
    }
  for (guint i = 0; i < ribbon->n_markers; i++)
    if (ribbon->markers[i].today)
      paint_today (canvas, palette, ribbon, &ribbon->markers[i]);
    else
      paint_marker (canvas, palette, ground, ribbon, &ribbon->markers[i]);
}
