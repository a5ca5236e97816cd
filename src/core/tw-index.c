/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-index.h"

struct _TwIndex
{
  gatomicrefcount count;
  TwPlan *plan;
  GArray *nodes;         /* TwNode */
  GHashTable *numbers;   /* id, by its address → number + 1 */
  GHashTable *recurring; /* id → TwRecurring, borrowed from the plan */
  GHashTable *homes;     /* id of a recurring activity → its TwMotion */
};

static guint
add_node (TwIndex *index, TwNode node)
{
  node.end = index->nodes->len + 1;
  g_array_append_val (index->nodes, node);
  g_hash_table_insert (index->numbers, (gpointer) node.id, GUINT_TO_POINTER (node.end));
  return node.end - 1;
}

static void
add_activity (TwIndex *index, TwActivity *activity, int phase, guint at)
{
  add_node (index, (TwNode){ TW_KIND_ACTIVITY, activity, activity->id, phase, .at = at,
                             .after = activity->after, .start = activity->start,
                             .days = activity->days, .status = activity->status,
                             .started = activity->started, .finished = activity->finished });
}

static void
add_motion (TwIndex *index, TwMotion *motion, guint at)
{
  guint number = add_node (index, (TwNode){ TW_KIND_MOTION, motion, motion->id, -1, .at = at,
                                            .after = motion->after, .start = motion->start });

  for (guint i = 0; i < tw_list_n (motion->phases); i++)
    {
      TwPhase *phase = motion->phases->items[i];
      guint own = add_node (index, (TwNode){ TW_KIND_PHASE, phase, phase->id, (int) number, .at = i,
                                             .after = phase->after, .start = phase->start,
                                             .days = phase->days });

      for (guint j = 0; j < tw_list_n (phase->activities); j++)
        add_activity (index, phase->activities->items[j], (int) own, j);
      tw_index_node (index, own)->end = index->nodes->len;
    }
  tw_index_node (index, number)->end = index->nodes->len;
  TW_FOREACH (TwRecurring, recurring, motion->recurring)
    {
      g_hash_table_insert (index->recurring, recurring->id, recurring);
      g_hash_table_insert (index->homes, recurring->id, motion);
    }
}

TwIndex *
tw_index_new (TwPlan *plan)
{
  TwIndex *index = g_new0 (TwIndex, 1);

  g_atomic_ref_count_init (&index->count);
  index->plan = tw_plan_ref (plan);
  index->nodes = g_array_new (FALSE, FALSE, sizeof (TwNode));
  index->numbers = g_hash_table_new (NULL, NULL);
  index->recurring = g_hash_table_new (g_str_hash, g_str_equal);
  index->homes = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < tw_list_n (plan->motions); i++)
    add_motion (index, plan->motions->items[i], i);
  return index;
}

TwIndex *
tw_index_ref (TwIndex *index)
{
  g_atomic_ref_count_inc (&index->count);
  return index;
}

void
tw_index_unref (TwIndex *index)
{
  if (!g_atomic_ref_count_dec (&index->count))
    return;
  g_hash_table_unref (index->homes);
  g_hash_table_unref (index->recurring);
  g_hash_table_unref (index->numbers);
  g_array_unref (index->nodes);
  tw_plan_unref (index->plan);
  g_free (index);
}

guint
tw_index_n_nodes (TwIndex *index)
{
  return index->nodes->len;
}

TwNode *
tw_index_node (TwIndex *index, guint number)
{
  return &g_array_index (index->nodes, TwNode, number);
}

int
tw_index_find (TwIndex *index, const char *id)
{
  gpointer found = g_hash_table_lookup (index->numbers, id);

  /* Any other text is looked for as the id that it spells. */
  if (found == NULL && id != NULL)
    {
      g_autoptr (GRefString) known = tw_id_new (id);

      found = g_hash_table_lookup (index->numbers, known);
    }
  return (int) GPOINTER_TO_UINT (found) - 1;
}

TwRecurring *
tw_index_recurring (TwIndex *index, const char *id, TwMotion **motion)
{
  if (motion != NULL)
    *motion = g_hash_table_lookup (index->homes, id);
  return g_hash_table_lookup (index->recurring, id);
}

static gpointer
find_kind (TwIndex *index, const char *id, TwKind kind)
{
  int number = tw_index_find (index, id);

  if (number < 0 || tw_index_node (index, (guint) number)->kind != kind)
    return NULL;
  return tw_index_node (index, (guint) number)->record;
}

TwActivity *
tw_index_activity (TwIndex *index, const char *id)
{
  return find_kind (index, id, TW_KIND_ACTIVITY);
}

TwPhase *
tw_index_phase (TwIndex *index, const char *id)
{
  return find_kind (index, id, TW_KIND_PHASE);
}

static gboolean
is_below_any (TwIndex *index, const char *id, GHashTable *ids)
{
  TwMotion *home;
  int number = tw_index_find (index, id);

  if (tw_index_recurring (index, id, &home) != NULL)
    return g_hash_table_contains (ids, home->id);
  while (number >= 0 && (number = tw_index_node (index, (guint) number)->parent) >= 0)
    if (g_hash_table_contains (ids, tw_index_node (index, (guint) number)->id))
      return TRUE;
  return FALSE;
}

const char **
tw_index_topmost (TwIndex *index, const char *const *ids)
{
  g_autoptr (GHashTable) all = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *topmost = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    g_hash_table_add (all, (gpointer) ids[i]);
  for (guint i = 0; ids[i] != NULL; i++)
    if (!is_below_any (index, ids[i], all))
      g_ptr_array_add (topmost, (gpointer) ids[i]);
  g_ptr_array_add (topmost, NULL);
  return (const char **) g_ptr_array_free (topmost, FALSE);
}

void
tw_index_place (TwIndex *index, guint number, TwPlace *place)
{
  TwNode *node = tw_index_node (index, number);
  guint depth = node->kind == TW_KIND_MOTION ? 1 : node->kind == TW_KIND_PHASE ? 2 : 3;

  place->depth = depth;
  for (; depth > 0; depth--)
    {
      const TwField *field = depth == 1   ? tw_record_type_field (&tw_plan_type, "motions")
                             : depth == 2 ? tw_record_type_field (&tw_motion_type, "phases")
                                          : tw_record_type_field (&tw_phase_type, "activities");

      place->steps[depth - 1] = (TwStep){ field, node->at };
      if (node->parent >= 0)
        node = tw_index_node (index, (guint) node->parent);
    }
}

const char *
tw_index_phase_before (TwIndex *index, guint phase)
{
  TwNode *node = tw_index_node (index, phase);
  TwMotion *motion = tw_index_node (index, (guint) node->parent)->record;

  return node->at > 0 ? ((TwPhase *) motion->phases->items[node->at - 1])->id : NULL;
}
