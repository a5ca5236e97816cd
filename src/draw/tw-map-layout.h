/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-canvas.h"
#include "tw-facts.h"
#include "tw-glyph.h"

G_BEGIN_DECLS

/* The map: motions as lanes, phases as columns. A layout is geometry and texts with its top left
 * corner at 0, 0. It is made of the plan that is shown, which may be the customer's copy, and of
 * the facts of the whole plan, looked up by id. Ids are those of the plan. */

typedef struct
{
  char *name, *dates, *slip; /* dates and slip may be NULL */
  double x, width;           /* x: the middle */
  gboolean current, ahead;
  gboolean slip_below; /* the dates, because both don't fit beside each other */
} TwMapColumn;

typedef enum
{
  TW_MAP_PHASE,   /* of the plan */
  TW_MAP_UNUSED,  /* in the motion, not needed in this plan */
  TW_MAP_OFFERED, /* of a motion that isn't in the plan */
  TW_MAP_NOTHING, /* an unused phase that gives way to a hand-over */
} TwMapNodeKind;

/* A line under a node, after "6 activities". */
typedef struct
{
  char *text;
  TwGlyph glyph; /* or TW_N_GLYPHS for none */
  TwColor color;
  const char *id; /* of a milestone; NULL: none, or the deadline */
} TwMapLine;

#define TW_MAP_MAX_LINES 5

typedef struct
{
  TwMapNodeKind kind;
  const char *id; /* of the phase; of the others the catalogue's */
  guint lane, column;
  double x, y, radius; /* the halo of the current one is outside */
  TwStatus state;
  int progress;
  gboolean counts, current;
  char *percent;
  guint n_lines;
  TwMapLine lines[TW_MAP_MAX_LINES];
  double lines_y; /* the middle of the first line, line_height apart */
} TwMapNode;

typedef struct
{
  const char *id; /* of the motion; of one not in the plan the catalogue's */
  gboolean offered;
  char *name, *dates, *state;
  TwGlyph glyph;
  TwRect card;
  double y;         /* the middle of its nodes */
  TwRect button;    /* "Add to plan"; empty for a motion of the plan */
  guint first, end; /* of its nodes */
} TwMapLane;

/* A line between two nodes of a lane. */
typedef struct
{
  double x1, x2, y;
  gboolean dotted, behind, offered;
} TwMapLink;

/* What stands once under a run of unused phases. */
typedef struct
{
  double x, y, width; /* x: the middle, y: the top */
  char *text;
} TwMapCaption;

typedef struct
{
  const char *from, *to; /* motions */
  guint source, target;  /* nodes */
  TwPoint points[5];     /* the last one is the arrow's point */
  guint n_points;
  TwRect chip;
  char *text;
} TwMapHandover;

/* A milestone on the arrow before its phase. */
typedef struct
{
  const char *id;
  guint lane;
  double x, y, width; /* the diamond's middle; as wide as its words */
  char *name, *date;
} TwMapMark;

typedef struct
{
  char *text;
  gboolean bold;
  double x, y;  /* left, middle */
  double width; /* -1: no limit */
} TwMapText;

/* Recurring activities of the same range. */
typedef struct
{
  const char *motion;
  guint from, to; /* columns */
  GPtrArray *ids;
  TwRect rect;
  GArray *texts;   /* TwMapText */
  gboolean narrow; /* no room for the glyph and what comes next */
  char *next;      /* may be NULL; right at next_y */
  double next_y;
} TwMapBand;

typedef struct
{
  const char *id; /* the approach's */
  char *name, *count;
  double y; /* the middle */
  double top;
} TwMapApproach;

typedef struct
{
  const char *id; /* of the activity; NULL: nothing in this column */
  TwGlyph glyph;
  double x, y; /* the middle */
} TwMapSign;

typedef enum
{
  TW_MAP_AT_NOTHING,
  TW_MAP_AT_PHASE,
  TW_MAP_AT_ACTIVITY, /* of an approach, or a milestone */
  TW_MAP_AT_DEADLINE,
  TW_MAP_AT_RECURRING, /* id: the first of the band */
  TW_MAP_AT_RECURRING_START,
  TW_MAP_AT_RECURRING_END,
  TW_MAP_AT_HANDOVER, /* id: the motion that takes over */
  TW_MAP_AT_MOTION,
  TW_MAP_AT_APPROACH,
  TW_MAP_AT_ADD,     /* id: the catalogue's motion */
  TW_MAP_AT_OFFERED, /* the same, beside its button */
} TwMapPlace;

/* What is found at a point. Keys stop at what has a row: they go along it, and from row to row. */
typedef struct
{
  TwMapPlace place;
  const char *id;
  TwRect rect;
  int row;     /* -1: none */
  double x, y; /* in it */
} TwMapItem;

typedef struct
{
  double width, height;
  double label_x, label_width;
  double line_height, glyph_size, gap; /* between two cards */
  TwRect current;  /* the band behind the current phase's column; empty for none */
  GArray *columns; /* TwMapColumn, and so on */
  GArray *lanes, *nodes, *links, *captions, *handovers, *marks, *bands;
  TwRect approaches_card; /* empty without approaches */
  GArray *approaches, *signs;
  GArray *items; /* TwMapItem, what lies on top first */
} TwMapLayout;

/* offers: also the catalogue's motions that aren't in the plan, pale, each with a button. width:
 * what there is; the layout is wider if that isn't enough. */
TwMapLayout *tw_map_layout_new (TwPlan *plan, TwFacts *facts, TwMetrics *metrics, double width,
                                gboolean offers);
void tw_map_layout_free (TwMapLayout *map);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwMapLayout, tw_map_layout_free)

/* What is at a place, its id and its rectangle (each may be NULL). */
TwMapPlace tw_map_find (TwMapLayout *map, double x, double y, const char **id, TwRect *rect);
/* The node of a phase, or NULL. */
const TwMapNode *tw_map_node (TwMapLayout *map, const char *phase);
/* The item that keys stop at for an id, or NULL. */
const TwMapItem *tw_map_item (TwMapLayout *map, const char *id);
/* The item that an arrow key leads to: dx, dy one of -1, 0, 1. From NULL: the current phase, else
 * the first. NULL if there is none. */
const TwMapItem *tw_map_neighbour (TwMapLayout *map, const char *id, int dx, int dy);
/* The band of a recurring activity, or NULL. */
const TwMapBand *tw_map_band (TwMapLayout *map, const char *recurring);
/* Where a motion that is dragged to y lands: y between two lanes, and the motion before which or
 * below which it comes; 0 and nothing where it is already. */
double tw_map_landing (TwMapLayout *map, const char *motion, double y, const char **target,
                       gboolean *below);
/* By how many of its motion's phases an end of the band of a recurring activity moves when it is
 * dragged to x. */
int tw_map_phases_to (TwMapLayout *map, const char *recurring, gboolean end, double x);

G_END_DECLS
