/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-timeline-layout.h"

#define BIT(legend) (1u << TW_LEGEND_##legend)

static guint
legend_of_activity (TwFacts *facts, guint node, const TwTimelineOptions *options)
{
  const TwNodeFacts *own = tw_facts_node (facts, node);
  guint bits = own->progress > 0 ? BIT (PROGRESS) : 0;

  if (options->baseline && own->in_baseline && own->slip != 0 && own->state != TW_STATUS_SKIPPED)
    bits |= BIT (BASELINE);
  if (options->critical && tw_schedule_span (tw_facts_schedule (facts), node)->slack == 0)
    bits |= BIT (CRITICAL);
  return bits | (own->state == TW_STATUS_BLOCKED ? BIT (BLOCKED) : 0);
}

guint
tw_timeline_legend (TwFacts *facts, GArray *rows, const TwTimelineOptions *options)
{
  TwCalendar *calendar = tw_facts_plan (facts)->calendar;
  guint holidays = calendar != NULL && tw_list_n (calendar->holidays) > 0 ? BIT (HOLIDAY) : 0;
  guint bits = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      TwTimelineRow *row = &g_array_index (rows, TwTimelineRow, i);

      /* The row of milestones alone isn't shown. */
      if (row->kind != TW_ROW_MILESTONES)
        bits |= holidays;
      if (row->kind == TW_ROW_RECURRING)
        bits |= BIT (RECURRING);
      else if (row->kind == TW_ROW_ACTIVITY)
        bits |= legend_of_activity (facts, (guint) row->node, options);
      else if (row->node >= 0 && tw_facts_node (facts, (guint) row->node)->progress > 0)
        bits |= BIT (PROGRESS);
    }
  return bits;
}

static void
paint_ticks (TwCanvas *canvas, const TwPalette *palette, TwRect bar)
{
  const TwRgba *slate = &palette->colors[TW_COLOR_SLATE];
  TwRect past = { bar.x + 5, bar.y, 6, bar.height };
  TwRect future = { bar.x + bar.width - 9, bar.y, 6, bar.height };

  tw_canvas_fill (canvas, past, 3, slate);
  tw_canvas_stroke (canvas, future, 3, 1.5, TW_SOLID, slate);
}

void
tw_timeline_paint_swatch (TwCanvas *canvas, const TwPalette *palette, TwLegend which, double width,
                          double height)
{
  const TwRgba *colors = palette->colors;
  TwRect bar = { 0.5, 1, width - 1, height - 2 };

  switch (which)
    {
    case TW_LEGEND_BASELINE:
      tw_canvas_fill (canvas, (TwRect){ bar.x, height / 2 - 1.75, bar.width, 3.5 }, 1.5,
                      &colors[TW_COLOR_GREY]);
      return;
    case TW_LEGEND_BLOCKED:
      tw_canvas_fill (canvas, bar, 4, &colors[TW_COLOR_RED_TINT]);
      tw_canvas_hatch (canvas, bar, 4, 2, 6, &colors[TW_COLOR_RED]);
      tw_canvas_stroke (canvas, bar, 4, 1, TW_SOLID, &colors[TW_COLOR_RED]);
      return;
    case TW_LEGEND_MOVES:
      tw_canvas_stroke (canvas, bar, 4, 1.5, (TwDash){ 4, 3 }, &colors[TW_COLOR_ACCENT]);
      return;
    case TW_LEGEND_RECURRING:
      paint_ticks (canvas, palette, bar);
      return;
    case TW_LEGEND_HOLIDAY:
      tw_canvas_fill (canvas, bar, 0, &colors[TW_COLOR_HOLIDAY]);
      return;
    case TW_LEGEND_PROGRESS:
    case TW_LEGEND_CRITICAL:
    case TW_N_LEGENDS:
    default:
      break;
    }
  tw_canvas_fill (canvas, bar, 4, &colors[TW_COLOR_SLATE_TRACK]);
  if (which == TW_LEGEND_PROGRESS)
    tw_canvas_fill (canvas, (TwRect){ bar.x, bar.y, bar.width / 2, bar.height }, 4,
                    &colors[TW_COLOR_SLATE]);
  tw_canvas_stroke (canvas, bar, 4, which == TW_LEGEND_CRITICAL ? 1.75 : 1, TW_SOLID,
                    &colors[which == TW_LEGEND_CRITICAL ? TW_COLOR_CRITICAL : TW_COLOR_SLATE]);
}
