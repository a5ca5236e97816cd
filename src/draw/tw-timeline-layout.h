/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-canvas.h"
#include "tw-facts.h"
#include "tw-scale.h"

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

/* The rows that are seen when the groups whose ids are in collapsed (may be NULL) are closed;
 * an array of TwTimelineRow. */
GArray *tw_timeline_rows (TwFacts *facts, GHashTable *collapsed);

typedef struct
{
  gboolean critical; /* show the critical path */
  gboolean baseline; /* show where things were in the facts' baseline */
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
  char **labels;        /* by row: dates behind a phase's bar, slip behind an activity's; or NULL */
} TwTimelineLayout;

/* The days that a calendar of the plan covers, with some room: all of it, today, the renewal. */
void tw_timeline_extent (TwFacts *facts, TwDate *start, TwDate *until);
/* rows are referenced. The scale's origin should be the extent's start. */
TwTimelineLayout *tw_timeline_layout_new (TwFacts *facts, GArray *rows, const TwScale *scale,
                                          TwMetrics *metrics, const TwTimelineOptions *options);
void tw_timeline_layout_free (TwTimelineLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwTimelineLayout, tw_timeline_layout_free)

/* The bar of a row; of a milestone the square around its diamond. Width 0: it has none. */
TwRect tw_timeline_layout_bar (TwTimelineLayout *layout, guint row);
/* The row at y, or -1. */
int tw_timeline_layout_row_at (TwTimelineLayout *layout, double y);
/* The row whose bar is at a point, or -1. */
int tw_timeline_layout_hit (TwTimelineLayout *layout, double x, double y);
/* Height of the axis. */
double tw_timeline_axis_height (TwMetrics *metrics);

/* Paints what lies in clip: costs what is seen. selected: the row to tint, or -1. */
void tw_timeline_paint (TwTimelineLayout *layout, TwCanvas *canvas, const TwPalette *palette,
                        TwRect clip, int selected);
/* The axis over the same days, its top at y = 0. */
void tw_timeline_paint_axis (TwTimelineLayout *layout, TwCanvas *canvas, const TwPalette *palette,
                             double x, double width);

G_END_DECLS
