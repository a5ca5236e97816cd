/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-audience.h"
#include "tw-canvas.h"
#include "tw-facts.h"
#include "tw-filter.h"
#include "tw-scale.h"
#include "tw-trial.h"

G_BEGIN_DECLS

/* The calendar: where everything lies, made when plan, rows or zoom change, never on a frame.
 * x counts from the scale's origin, y from the top of the first row; the axis is painted by
 * itself. */

typedef enum
{
  TW_ROW_MILESTONES,
  TW_ROW_MOTION,
  TW_ROW_RECURRING,
  TW_ROW_PHASE,
  TW_ROW_ACTIVITY,
} TwRowKind;

typedef struct
{
  TwRowKind kind;
  int node;               /* its number in the index, -1 for milestones and recurring */
  TwRecurring *recurring; /* borrowed from the plan, with its motion */
  TwMotion *motion;
  guint depth; /* of the outline: 0 for a motion */
  gboolean collapsed;
} TwTimelineRow;

/* The rows that are seen when the groups whose ids are in collapsed (may be NULL) are closed: an
 * array of TwTimelineRow. With a filter (may be NULL) that is on, only activities that it has or
 * whose ids are in kept (may be NULL), and the groups that they are in. */
GArray *tw_timeline_rows (TwFacts *facts, GHashTable *collapsed, const TwFilter *filter,
                          const char *const *kept);

typedef struct
{
  gboolean critical; /* show the critical path */
  gboolean baseline; /* show where things were in the facts' baseline */
  TwPlan *copy;      /* what the audience may see of the plan, and how it is called; NULL: all */
} TwTimelineOptions;

typedef struct
{
  guint from, to; /* rows */
  double x1, y1, x2, y2;
  gboolean critical;
} TwTimelineLink;

/* A milestone on the first row; its label is NULL where there was no room for it. */
typedef struct
{
  double x;
  const TwEvent *event;
  char *label;
  double label_x, label_width;
} TwTimelineMilestone;

typedef struct
{
  TwFacts *facts;
  GArray *rows; /* TwTimelineRow */
  TwScale scale;
  TwMetrics *metrics;
  TwTimelineOptions options;
  TwDate start, until;  /* the days that it covers, until not included */
  double width, height; /* of all rows */
  GArray *links;        /* TwTimelineLink */
  GArray *handovers;    /* TwTimelineLink, from one motion's end to another's start */
  GArray *milestones;   /* TwTimelineMilestone */
  GPtrArray *recurring; /* by row: GArray of TwDate, or NULL */
  char **labels;        /* by row: dates beside a phase's bar, slip behind an activity's; or NULL */
  double *label_x;      /* by row: where the dates begin, clear of lines */
} TwTimelineLayout;

/* The days that a calendar of the plan covers, with some room: all of it, today, the renewal. */
void tw_timeline_extent (TwFacts *facts, TwDate *start, TwDate *until);
/* rows are referenced. The scale's origin should be the extent's start. */
TwTimelineLayout *tw_timeline_layout_new (TwFacts *facts, GArray *rows, const TwScale *scale,
                                          TwMetrics *metrics, const TwTimelineOptions *options);
/* Another zoom: all of it that days don't place stays. */
void tw_timeline_layout_set_scale (TwTimelineLayout *layout, const TwScale *scale);
void tw_timeline_layout_free (TwTimelineLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwTimelineLayout, tw_timeline_layout_free)

/* Whether a line goes down from a milestone: go-live and renewal. */
gboolean tw_timeline_layout_drops (TwTimelineLayout *layout, guint milestone);
/* What and when the milestones are whose diamonds are at x on the first row, a line for each; NULL:
 * there is none. Free with g_free(). */
char *tw_timeline_layout_milestones_at (TwTimelineLayout *layout, double x);
/* The bar of a row; of a milestone the square around its diamond, of what recurs all its days.
 * Width 0: it has none. */
TwRect tw_timeline_layout_bar (TwTimelineLayout *layout, guint row);
/* The same by the dates of another schedule of the same nodes. */
TwRect tw_timeline_layout_bar_in (TwTimelineLayout *layout, guint row, TwSchedule *schedule);
/* The row of a node, by its number; -1: it isn't shown. */
int tw_timeline_layout_row_of (TwTimelineLayout *layout, int node);
/* The row at y, or -1. */
int tw_timeline_layout_row_at (TwTimelineLayout *layout, double y);
/* What of a row is at a point: of a hovered bar also the dot right of it, from which it is linked.
 */
typedef enum
{
  TW_HIT_NOTHING,
  TW_HIT_BODY,
  TW_HIT_LEFT,
  TW_HIT_RIGHT,
  TW_HIT_DOT,
} TwHit;
/* *row is the row at the point, -1 if there is none; hovered: the row that shows its dot, or -1. */
TwHit tw_timeline_layout_hit (TwTimelineLayout *layout, double x, double y, int hovered, int *row);
/* The day of a recurring row whose tick is at x; TW_DATE_NONE if there is none. */
TwDate tw_timeline_layout_tick (TwTimelineLayout *layout, guint row, double x);
/* The tick of a day. */
TwRect tw_timeline_layout_tick_at (TwTimelineLayout *layout, guint row, TwDate day);
/* The middle of a row's dot. */
TwPoint tw_timeline_layout_dot (TwTimelineLayout *layout, guint row);
/* Height of the axis. */
double tw_timeline_axis_height (TwMetrics *metrics);

/* Paints what lies in clip: costs what is seen. selected: the rows to tint, a byte for each; of the
 * nodes in moved (rising numbers) only where they were is shown. Both may be NULL. */
void tw_timeline_paint (TwTimelineLayout *layout, TwCanvas *canvas, const TwPalette *palette,
                        TwRect clip, const guint8 *selected, GArray *moved);
/* Over that: where what is dragged would be, and what it pushes. */
void tw_timeline_paint_trial (TwTimelineLayout *layout, TwCanvas *canvas, const TwPalette *palette,
                              TwRect clip, TwTrial *trial);
/* The axis over the same days, its top at y = 0. */
void tw_timeline_paint_axis (TwTimelineLayout *layout, TwCanvas *canvas, const TwPalette *palette,
                             double x, double width);

/* --- what the signs mean (tw-timeline-legend.c) --- */

typedef enum
{
  TW_LEGEND_PROGRESS,
  TW_LEGEND_BASELINE,
  TW_LEGEND_CRITICAL,
  TW_LEGEND_BLOCKED,
  TW_LEGEND_MOVES, /* what a drag would move */
  TW_LEGEND_RECURRING,
  TW_LEGEND_HOLIDAY,
  TW_N_LEGENDS,
} TwLegend;

/* Those that the rows show, as bits 1 << TwLegend. */
guint tw_timeline_legend (TwFacts *facts, GArray *rows, const TwTimelineOptions *options);
void tw_timeline_paint_swatch (TwCanvas *canvas, const TwPalette *palette, TwLegend which,
                               double width, double height);

/* --- what the pointer does (tw-timeline-drag.c) --- */

/* Handles of the row's bar and the dot from which it is linked. */
void tw_timeline_paint_hover (TwTimelineLayout *layout, TwCanvas *canvas, const TwPalette *palette,
                              guint row);
/* A link that is drawn from a row to a point; target: the row that it would end in, or -1. */
void tw_timeline_paint_linking (TwTimelineLayout *layout, TwCanvas *canvas,
                                const TwPalette *palette, guint row, TwPoint to, int target);
/* A rubber band. */
void tw_timeline_paint_band (TwCanvas *canvas, const TwPalette *palette, TwRect band);
/* The ring around a bar that has the focus. */
void tw_timeline_paint_focus (TwCanvas *canvas, const TwPalette *palette, TwRect bar);
/* Lines of tw_trial_lines(), or what else is to be told, beside bar and inside bounds. */
void tw_timeline_paint_tip (TwCanvas *canvas, const TwPalette *palette, TwRect bounds, TwRect bar,
                            const char *const *lines);

G_END_DECLS
