/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-canvas.h"
#include "tw-facts.h"

G_BEGIN_DECLS

/* The lifecycle ribbon: every phase of a plan in a row of equal steps. A layout is geometry and
 * texts, at 0, 0; made of the plan that is shown, which may be the customer's copy, and of the
 * facts of the whole plan, looked up by id. */

typedef enum
{
  TW_RIBBON_FULL,
  TW_RIBBON_PREVIEW, /* of a plan not begun: without today */
  TW_RIBBON_MEETING, /* "We are here", markers on two lines */
  TW_RIBBON_MINI,    /* bars alone */
} TwRibbonLook;

typedef struct
{
  const char *id;     /* of the plan */
  char *name, *dates; /* as they fit; NULL where there is no room */
  char *words;        /* all of it on one line: tooltip and screen reader */
  TwRect step;        /* from the middle of the gap before to the middle of the gap behind */
  TwRect bar;
  double label_x; /* the middle of name and dates */
  double label_width;
  gboolean counts; /* otherwise nothing of it is done in this plan */
  TwStatus state;
  int progress;
  gboolean current;
  gboolean ahead; /* after the current one */
} TwRibbonPhase;

typedef struct
{
  const char *id;
  char *name;
  double left, right;  /* of its line */
  gboolean takes_over; /* the hand-over's arrow stands before it */
} TwRibbonMotion;

typedef struct
{
  char *lines[2]; /* the second may be NULL */
  const char *id; /* of the activity; NULL: the deadline, or today */
  gboolean today;
  double x;       /* where it points at */
  double label_x; /* the middle of its label */
  double width;
  gboolean cut; /* its label has less room than it asks for */
} TwRibbonMarker;

typedef struct
{
  TwRibbonLook look;
  double width, height;
  double motion_y, name_y, dates_y, marker_y; /* the middles of these lines of text */
  double line_height;                         /* of a marker's second line below its first */
  guint n_phases, n_motions, n_markers;
  TwRibbonPhase *phases;
  TwRibbonMotion *motions;
  TwRibbonMarker markers[3]; /* from left to right */
  char *words;               /* the whole ribbon for a screen reader */
} TwRibbon;

TwRibbon *tw_ribbon_new (TwPlan *plan, TwFacts *facts, TwMetrics *metrics, TwRibbonLook look,
                         double width);
void tw_ribbon_free (TwRibbon *ribbon);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwRibbon, tw_ribbon_free)

/* Draws it with its top left corner at 0, 0. ground: the colour that it stands on. */
void tw_ribbon_paint (TwCanvas *canvas, const TwPalette *palette, TwColor ground, TwRibbon *ribbon);

G_END_DECLS
