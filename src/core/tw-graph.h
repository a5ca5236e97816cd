/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-index.h"

G_BEGIN_DECLS

/* What waits for what, by node number: the links as given, an absent `after` of a phase as the
 * phase before it, and what groups imply. Links to nowhere are left out. Each node has a start
 * and an end; of an activity they are one point. Never changes. */
typedef struct
{
  TwIndex *index;
  guint n;
  guint *link_at; /* links of node i: links[link_at[i]] to links[link_at[i + 1] - 1] */
  guint *links;
  guint *user_at; /* the other way round: who waits for node i */
  guint *users;
} TwGraph;

#define TW_GRAPH_START(node) (2 * (node))

TwGraph *tw_graph_new (TwIndex *index);
void tw_graph_free (TwGraph *graph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwGraph, tw_graph_free)

/* The point at which node is over. */
guint tw_graph_end (TwGraph *graph, guint node);
/* All points in an order in which each comes after what it waits for (Kahn 1962): an array of
 * *n points, to be freed; NULL if there is a circle. */
guint *tw_graph_order (TwGraph *graph, guint *n);
/* The nodes of one circle, each waiting for the next, or NULL if there is none. */
GArray *tw_graph_circle (TwGraph *graph);
/* Marks in reached, of two places for each node and one more, the points that wait for node's
 * start; what is marked already isn't looked at again. */
void tw_graph_reach (TwGraph *graph, guint node, guint *reached);
/* The nodes that lead from node to target, if target waits for node already: so a link that
 * makes node wait for target would close a circle of them. NULL if not. */
GArray *tw_graph_path (TwGraph *graph, guint node, guint target);

G_END_DECLS
