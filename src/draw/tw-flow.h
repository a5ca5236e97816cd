/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-charts.h"
#include "tw-glyph.h"
#include "tw-summary.h"

G_BEGIN_DECLS

/* What stands on the pages of a summary, one after another. Only for tw-summary*.c. */

typedef enum
{
  TW_ITEM_TEXT,
  TW_ITEM_FILL,
  TW_ITEM_STROKE,
  TW_ITEM_LINE,  /* from the rectangle's corner to the opposite one */
  TW_ITEM_ELBOW, /* the same way, level first, with an arrow head as broad as value */
  TW_ITEM_GLYPH,
  TW_ITEM_METER,
  TW_ITEM_DIBS,
  TW_ITEM_PILL,
  TW_ITEM_DIAMOND,
  TW_ITEM_CHECK,
} TwItemKind;

typedef struct
{
  TwItemKind kind;
  guint page;
  TwRect rect;
  TwColor color;
  TwFont font;
  TwTextFlags flags;
  char *text;          /* of a text; the word of a pill */
  char *uri;           /* a link, or NULL */
  double value, other; /* of a meter; radius and line width of rectangles; value: the width in
                          which a text is wrapped */
  int what;            /* glyph, level, DIBS, ticked; 1 a section's head, 2 a table's */
  TwDash dash;
} TwItem;

typedef struct
{
  TwMetrics *metrics;
  TwFacts *facts; /* of the whole plan */
  TwPlan *copy;   /* what the audience may see */
  TwIndex *index; /* of copy */
  const TwSummaryOptions *options;
  double left, right, top, bottom;
  double y;
  guint page;
  GArray *items; /* TwItem */
} TwFlow;

/* Adds an item on the flow's page; the pointer is good until the next call. */
TwItem *tw_flow_add (TwFlow *flow, TwItemKind kind, TwRect rect);
/* A text in a width, wrapped; returns its height. The text is copied. */
double tw_flow_text (TwFlow *flow, TwFont font, TwTextFlags flags, double x, double y, double width,
                     TwColor color, const char *text);
/* The same, not wider than most, its lines ending at right. */
double tw_flow_text_right (TwFlow *flow, TwFont font, TwTextFlags flags, double right, double y,
                           double most, TwColor color, const char *text);
/* The height that a text takes in a width, wrapped. */
double tw_flow_text_height (TwFlow *flow, TwFont font, TwTextFlags flags, double width,
                            const char *text);
/* A day, or a range of two, so that no line ends within a day; takes words over. */
char *tw_flow_whole_days (char *words);
void tw_flow_line (TwFlow *flow, double x1, double y1, double x2, double y2, double width,
                   TwColor color);
/* Begins a new page unless height fits on this one. */
void tw_flow_need (TwFlow *flow, double height);
void tw_flow_new_page (TwFlow *flow);
/* A text of several lines, each on one page as a whole, over the flow's width. */
void tw_flow_paragraphs (TwFlow *flow, TwFont font, double indent, TwColor color, const char *text);
/* A section's head, on the page on which below fits under it. */
void tw_flow_head (TwFlow *flow, const char *text, double below);

typedef enum
{
  TW_COLUMN_LEFT,
  TW_COLUMN_REST,  /* takes what the others leave over */
  TW_COLUMN_RIGHT, /* right-aligned, for figures and days */
  TW_COLUMN_EVEN,  /* all columns of the table as wide as each other */
} TwColumnKind;

typedef struct
{
  const char *title;
  TwColumnKind kind;
} TwColumn;

typedef struct
{
  int glyph;    /* TwGlyph, or -1 */
  int check;    /* -1: none, 0: open, 1: ticked */
  int dibs;     /* -1: none */
  char *text;   /* owned; NULL: nothing */
  char *second; /* a second line in caption, owned */
  char *uri;
  gboolean bold;
  gboolean tied; /* of a row's first cell: it goes on with the row above, without a line between */
  gboolean wide; /* the only one of its row: as wide as the table */
} TwCell;

#define TW_CELL_NONE ((TwCell){ .glyph = -1, .check = -1, .dibs = -1 })

/* A table under a section's head (NULL: none). cells: TwCell, row by row, cleared by this. The page
 * on which it ends has room for so much below it. */
void tw_flow_table (TwFlow *flow, const char *head, const TwColumn *columns, guint n, GArray *cells,
                    double below);
TwCell *tw_cells_add (GArray *cells, char *text);

/* The node of the phase with this id, or of that phase of the motion with it that begins first or
 * ends last; -1: none. */
int tw_flow_edge_phase (TwFlow *flow, const char *id, gboolean first);

/* The sections; each does nothing where there is nothing to say. */
void tw_section_head (TwFlow *flow);
void tw_section_summary (TwFlow *flow);
void tw_section_health (TwFlow *flow);
void tw_section_timeline (TwFlow *flow);
void tw_section_phases (TwFlow *flow);
void tw_section_handovers (TwFlow *flow);
void tw_section_next_steps (TwFlow *flow);
void tw_section_workloads (TwFlow *flow);
void tw_section_adoption (TwFlow *flow);
void tw_section_risks (TwFlow *flow);
void tw_section_changes (TwFlow *flow);
void tw_section_everything (TwFlow *flow);

G_END_DECLS
