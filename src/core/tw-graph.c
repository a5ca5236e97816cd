/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-graph.h"

static void
add_links (TwGraph *graph, guint number, GArray *links)
{
  TwNode *node = tw_index_node (graph->index, number);
  int link;

  if (node->kind == TW_KIND_PHASE && node->after == NULL)
    {
      link = tw_index_find (graph->index, tw_index_phase_before (graph->index, number));
      if (link >= 0)
        g_array_append_val (links, link);
    }
  TW_FOREACH (char, id, node->after)
    {
      link = tw_index_find (graph->index, id);
      if (link >= 0)
        g_array_append_val (links, link);
    }
}

static void
turn_round (TwGraph *graph)
{
  guint n_links = graph->link_at[graph->n];
  g_autofree guint *at = NULL;

  graph->user_at = g_new0 (guint, graph->n + 2);
  graph->users = g_new (guint, n_links + 1);
  for (guint i = 0; i < n_links; i++)
    graph->user_at[graph->links[i] + 1]++;
  for (guint i = 0; i < graph->n; i++)
    graph->user_at[i + 1] += graph->user_at[i];
  at = g_memdup2 (graph->user_at, (graph->n + 1) * sizeof (guint));
  for (guint i = 0; i < graph->n; i++)
    for (guint j = graph->link_at[i]; j < graph->link_at[i + 1]; j++)
      graph->users[at[graph->links[j]]++] = i;
}

TwGraph *
tw_graph_new (TwIndex *index)
{
  TwGraph *graph = g_new0 (TwGraph, 1);
  GArray *links = g_array_new (FALSE, FALSE, sizeof (guint));

  graph->index = tw_index_ref (index);
  graph->n = tw_index_n_nodes (index);
  graph->link_at = g_new0 (guint, graph->n + 1);
  for (guint i = 0; i < graph->n; i++)
    {
      add_links (graph, i, links);
      graph->link_at[i + 1] = links->len;
    }
  graph->links = (guint *) (gpointer) g_array_free (links, FALSE);
  turn_round (graph);
  return graph;
}

void
tw_graph_free (TwGraph *graph)
{
  tw_index_unref (graph->index);
  g_free (graph->link_at);
  g_free (graph->links);
  g_free (graph->user_at);
  g_free (graph->users);
  g_free (graph);
}

guint
tw_graph_end (TwGraph *graph, guint node)
{
  return 2 * node + (tw_index_node (graph->index, node)->kind != TW_KIND_ACTIVITY);
}

/* Calls visit for each point that waits for point. */
static void
each_user (TwGraph *graph, guint point, void (*visit) (guint user, gpointer data), gpointer data)
{
  guint number = point / 2;
  TwNode *node = tw_index_node (graph->index, number);

  if (point == TW_GRAPH_START (number) && node->kind != TW_KIND_ACTIVITY)
    {
      visit (tw_graph_end (graph, number), data);
      for (guint child = number + 1; child < node->end;
           child = tw_index_node (graph->index, child)->end)
        visit (TW_GRAPH_START (child), data);
    }
  if (point == tw_graph_end (graph, number))
    {
      if (node->parent >= 0)
        visit (tw_graph_end (graph, (guint) node->parent), data);
      for (guint i = graph->user_at[number]; i < graph->user_at[number + 1]; i++)
        visit (TW_GRAPH_START (graph->users[i]), data);
    }
}

typedef struct
{
  guint *waiting; /* for how many points each still waits */
  guint *order;
  guint n;
} Walk;

static void
count_user (guint user, gpointer data)
{
  ((Walk *) data)->waiting[user]++;
}

static void
release_user (guint user, gpointer data)
{
  Walk *walk = data;

  if (--walk->waiting[user] == 0)
    walk->order[walk->n++] = user;
}

static gboolean
is_point (TwGraph *graph, guint point)
{
  return point == TW_GRAPH_START (point / 2) || point == tw_graph_end (graph, point / 2);
}

/* Fills walk->order as far as there is an order; TRUE if that is all of it. */
static gboolean
sort_points (TwGraph *graph, Walk *walk)
{
  guint n_points = 0;

  walk->waiting = g_new0 (guint, 2 * graph->n + 1);
  walk->order = g_new (guint, 2 * graph->n + 1);
  walk->n = 0;
  for (guint point = 0; point < 2 * graph->n; point++)
    if (is_point (graph, point))
      {
        n_points++;
        each_user (graph, point, count_user, walk);
      }
  for (guint point = 0; point < 2 * graph->n; point++)
    if (is_point (graph, point) && walk->waiting[point] == 0)
      walk->order[walk->n++] = point;
  for (guint i = 0; i < walk->n; i++)
    each_user (graph, walk->order[i], release_user, walk);
  return walk->n == n_points;
}

guint *
tw_graph_order (TwGraph *graph, guint *n)
{
  Walk walk;

  if (!sort_points (graph, &walk))
    g_clear_pointer (&walk.order, g_free);
  g_free (walk.waiting);
  *n = walk.n;
  return walk.order;
}

/* A point that point waits for and that waits still; there is one in every leftover. */
static guint
unsorted_before (TwGraph *graph, const guint *waiting, guint point)
{
  guint number = point / 2;
  TwNode *node = tw_index_node (graph->index, number);

  if (point == TW_GRAPH_START (number))
    {
      for (guint i = graph->link_at[number]; i < graph->link_at[number + 1]; i++)
        if (waiting[tw_graph_end (graph, graph->links[i])] > 0)
          return tw_graph_end (graph, graph->links[i]);
      return TW_GRAPH_START ((guint) node->parent);
    }
  for (guint child = number + 1; child < node->end;
       child = tw_index_node (graph->index, child)->end)
    if (waiting[tw_graph_end (graph, child)] > 0)
      return tw_graph_end (graph, child);
  return TW_GRAPH_START (number);
}

GArray *
tw_graph_circle (TwGraph *graph)
{
  GArray *circle = NULL;
  Walk walk;

  if (!sort_points (graph, &walk))
    {
      g_autofree guint8 *seen = g_new0 (guint8, 2 * graph->n + 1);
      guint point = 0;

      while (walk.waiting[point] == 0)
        point++;
      for (; !seen[point]; point = unsorted_before (graph, walk.waiting, point))
        seen[point] = 1;
      circle = g_array_new (FALSE, FALSE, sizeof (guint));
      for (; seen[point] == 1; point = unsorted_before (graph, walk.waiting, point))
        {
          seen[point] = 2;
          /* A group's start and end stand next to each other or far apart; one name does. */
          if (circle->len == 0 || g_array_index (circle, guint, circle->len - 1) != point / 2)
            g_array_append_vals (circle, &(guint){ point / 2 }, 1);
        }
    }
  g_free (walk.waiting);
  g_free (walk.order);
  return circle;
}

typedef struct
{
  guint *from; /* the point from which each was reached, + 1; 0: not yet */
  guint *queue;
  guint n, at;
} Search;

static void
reach (guint user, gpointer data)
{
  Search *search = data;

  if (search->from[user] != 0)
    return;
  search->from[user] = search->at + 1;
  search->queue[search->n++] = user;
}

/* From first to all that waits for it, until last is reached. */
static void
walk_from (TwGraph *graph, Search *search, guint first, guint last)
{
  search->queue = g_new (guint, 2 * graph->n + 1);
  search->at = first;
  reach (first, search);
  for (guint i = 0; i < search->n && search->from[last] == 0; i++)
    {
      search->at = search->queue[i];
      each_user (graph, search->at, reach, search);
    }
  g_free (search->queue);
}

void
tw_graph_reach (TwGraph *graph, guint node, guint *reached)
{
  Search search = { .from = reached };

  /* The last place is no point, and never reached. */
  walk_from (graph, &search, TW_GRAPH_START (node), 2 * graph->n);
}

GArray *
tw_graph_path (TwGraph *graph, guint node, guint target)
{
  Search search = { .from = g_new0 (guint, 2 * graph->n + 1) };
  guint first = TW_GRAPH_START (node), last = tw_graph_end (graph, target);
  GArray *path = NULL;

  walk_from (graph, &search, first, last);
  if (search.from[last] != 0)
    {
      g_autofree guint8 *seen = g_new0 (guint8, graph->n);

      path = g_array_new (FALSE, FALSE, sizeof (guint));
      for (guint point = last;; point = search.from[point] - 1)
        {
          if (!seen[point / 2])
            g_array_append_vals (path, &(guint){ point / 2 }, 1);
          seen[point / 2] = TRUE;
          if (point == first)
            break;
        }
    }
  g_free (search.from);
  return path;
}
