/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-map-layout.h"

G_BEGIN_DECLS

/* How a map is laid out, in steps. Only for tw-map-*.c. */

typedef struct
{
  TwMapLayout *map;
  TwPlan *plan; /* what is shown */
  TwFacts *facts;
  TwSchedule *schedule;
  TwMetrics *metrics;
  TwPlaybook *playbook;
  const char *current; /* the current phase, or NULL */
  GHashTable *numbers; /* of nodes, by their phase's id */
  GPtrArray *keys;     /* of the columns: a catalogue phase's id, or a phase's name */
  double px;
  double y; /* where the next card begins */
} TwMapBuild;

/* Lengths in the design's pixels that more than one step needs. */
#define TW_MAP_RADIUS 22
#define TW_MAP_HALO 27
#define TW_MAP_GAP 12
#define TW_MAP_PADDING 18
#define TW_MAP_BAND_MARGIN 5

/* The node of a phase, or NULL. */
TwMapNode *tw_map_build_node (TwMapBuild *build, const char *phase);
TwMapColumn *tw_map_build_column (TwMapBuild *build, guint column);

/* The height of a name in the label column: one line or two. */
double tw_map_name_height (TwMapLayout *map, TwMetrics *metrics, const char *name);
/* Columns, lanes and the nodes in them, without places. */
void tw_map_build_lanes (TwMapBuild *build, gboolean offers);
/* Recurring bands of a motion, under y; returns the lower end. */
double tw_map_build_bands (TwMapBuild *build, TwMotion *motion, double y);
/* Frees what these two have made. */
void tw_map_free_bands (TwMapLayout *map);
/* The card of the approaches. */
void tw_map_build_approaches (TwMapBuild *build);
/* What the pointer and keys find, of a map that has its places. */
void tw_map_build_items (TwMapLayout *map);

G_END_DECLS
