/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-snapshot-canvas.h"
#include "tw-stand-ins.h"
#include "tw-timeline-layout.h"
#include "tw-timeline.h"

G_BEGIN_DECLS

/* Shared by the files of the calendar: the view of a layout (tw-timeline.c), and what the pointer
 * does to it (tw-timeline-drag.c). */

typedef enum
{
  TW_HAND_IDLE,
  TW_HAND_PRESSED, /* not yet moved far enough to be a drag */
  TW_HAND_DRAG,
  TW_HAND_LINK,
  TW_HAND_BAND,
} TwHand;

/* What a node of the calendar was made for; compared by its bytes. */
typedef struct
{
  const TwPalette *palette;
  TwRect seen;
  TwTimelineLayout *layout;
  gsize dragging;
} TwStill;

struct _TwTimeline
{
  GtkWidget parent_instance;

  TwViewState *state;
  GtkAdjustment *vertical, *horizontal;
  GArray *rows;
  TwFacts *facts; /* what the rows are of: older than the state's until they are made anew */
  TwScale scale;
  TwMetrics *metrics;
  TwTimelineLayout *layout; /* NULL: to be made */
  guint8 *selected;         /* a byte for each row, with the layout */
  int width;                /* at the last allocation */
  gboolean placed;          /* the first view was chosen */
  char *wanted;             /* node whose bar comes into view before the next frame, or NULL */
  guint prepare;            /* idle source: layout and adjustment before the next frame */

  TwStampCache *stamps;
  GskRenderNode *still; /* all that no drag changes; NULL: to be made */
  TwStill shown;        /* by it */

  /* The pointer, in the widget; the rest in the layout. */
  TwPoint pointer;
  TwHand hand;
  TwHit hit;        /* what was pressed */
  int hovered;      /* row, or -1 */
  char *id;         /* of the row that was pressed, or NULL */
  GStrv ids;        /* what is dragged */
  TwPoint start;    /* where it was pressed */
  int n;            /* working days that it is dragged by */
  TwTrial *trial;   /* of the drag; NULL: none, or refused */
  GStrv tip;        /* what is told beside the bar, or NULL */
  char *tip_id;     /* the bar that it stands beside */
  char *target;     /* the node that a link would end in, or NULL */
  gboolean adds;    /* it was pressed with Ctrl: what is selected stays so */
  gboolean choose;  /* the row alone is to be selected if it isn't dragged */
  guint scroll;     /* tick callback at the edges */
  double panned[2]; /* the adjustments, as the middle button was pressed */
  double pinched;   /* the zoom, as two fingers were put down */
  GtkGesture *drag;

  TwDate tick; /* that keys went to in a recurring row; TW_DATE_NONE: the last one due */

  TwStandIns *bars; /* over those in view (tw-timeline-children.c) */
  const char *cursor;
};

TwMetrics *tw_timeline_metrics (TwTimeline *self);
/* Made if need be; NULL before there are rows. */
TwTimelineLayout *tw_timeline_layout (TwTimeline *self);
/* The id of what a row stands for, NULL if it has none or there is no such row. */
const char *tw_timeline_row_id (TwTimeline *self, int row);
/* The row of what has this id, or -1. */
int tw_timeline_row_called (TwTimeline *self, const char *id);
/* Zooms so that the day at x of the widget stays. */
void tw_timeline_set_scale (TwTimeline *self, double per_week, double x);
/* Something else is selected or marked. */
void tw_timeline_repaint (TwTimeline *self);
void tw_timeline_ask_outline (TwTimeline *self, const char *action);
void tw_timeline_ask_for_menu (TwTimeline *self, const char *id, double x, double y);
void tw_timeline_tell_dragging (TwTimeline *self);

void tw_timeline_hand_init (TwTimeline *self);
/* Gives up what is under way, and all that belongs to it. */
void tw_timeline_hand_clear (TwTimeline *self);
/* The same if it is about another plan than the state's. */
void tw_timeline_hand_check (TwTimeline *self);
gboolean tw_timeline_hand_is_busy (TwTimeline *self);
/* What lies over the calendar; seen: the part of the layout in view. */
void tw_timeline_paint_hand (TwTimeline *self, TwCanvas *canvas, const TwPalette *palette,
                             TwRect seen);
/* What recurs was held on a day, or it wasn't after all. */
void tw_timeline_toggle_held (TwTimeline *self, TwRecurring *recurring, TwDate day);
/* A bar that went out of the view takes it along. */
void tw_timeline_reveal (TwTimeline *self, TwDate start, TwDate finish);
/* Shows what keys did, as long as the state tells it. */
void tw_timeline_tell (TwTimeline *self);

/* Children over all bars in view; from size_allocate. */
void tw_timeline_place_bars (TwTimeline *self);
/* What the one for an id is called. */
char *tw_timeline_words_for (const char *id, gpointer timeline);
/* The focus goes from the calendar, if it has it, to the bar that is selected. */
void tw_timeline_focus_selected (TwTimeline *self);
/* A key: selects the bar so many rows below; TW_STEP_PAGE: a page, negative: above. */
#define TW_STEP_PAGE 1000000000
gboolean tw_timeline_step (GtkWidget *widget, GVariant *parameter, gpointer data);
/* Keys: -1 closes a group, 1 opens it; of what recurs they go to the tick before or behind, and not
 * beyond today. */
gboolean tw_timeline_turn (GtkWidget *widget, GVariant *parameter, gpointer data);
/* Of what recurs that tick was held, or it wasn't; all else is done, or it isn't. */
gboolean tw_timeline_key_tick (GtkWidget *widget, GVariant *parameter, gpointer data);
/* A key: the menu of the bar that is selected, of the axis if none is. */
gboolean tw_timeline_key_menu (GtkWidget *widget, GVariant *parameter, gpointer data);
void tw_timeline_paint_focused (TwTimeline *self, TwCanvas *canvas, const TwPalette *palette);

G_END_DECLS
