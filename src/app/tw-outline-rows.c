/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-outline-row.h"

/* The rows of one motion, or of an approach across all motions. What is closed in the calendar is
 * so here, but for the motions, which have no rows. */

typedef struct
{
  TwIndex *index;
  GHashTable *collapsed;
  const char *approach; /* NULL: all that is in the motion */
  GArray *rows;
} Rows;

static gboolean
is_closed (Rows *self, const char *id)
{
  return g_hash_table_contains (self->collapsed, id);
}

static void
add_recurring (Rows *self, TwMotion *motion)
{
  TwTimelineRow row = { .kind = TW_ROW_RECURRING, .node = -1, .motion = motion };

  row.collapsed = is_closed (self, TW_RECURRING_GROUP);
  g_array_append_val (self->rows, row);
  for (guint i = 0; i < tw_list_n (motion->recurring) && !row.collapsed; i++)
    {
      TwTimelineRow one = { .kind = TW_ROW_RECURRING, .node = -1, .motion = motion, .depth = 1 };

      one.recurring = motion->recurring->items[i];
      g_array_append_val (self->rows, one);
    }
}

/* A phase and what is wanted of it; of an approach only phases that have something of it. */
static void
add_phase (Rows *self, guint number)
{
  TwNode *phase = tw_index_node (self->index, number);
  TwTimelineRow row = { .kind = TW_ROW_PHASE, .node = (int) number };
  guint before = self->rows->len;

  row.collapsed = is_closed (self, phase->id);
  g_array_append_val (self->rows, row);
  for (guint i = number + 1; i < phase->end; i++)
    {
      TwActivity *activity = tw_index_node (self->index, i)->record;
      TwTimelineRow one = { .kind = TW_ROW_ACTIVITY, .node = (int) i, .depth = 1 };

      if (self->approach == NULL || g_strcmp0 (activity->approach, self->approach) == 0)
        g_array_append_val (self->rows, one);
    }
  if (self->approach != NULL && self->rows->len == before + 1)
    g_array_set_size (self->rows, before);
  else if (row.collapsed)
    g_array_set_size (self->rows, before + 1);
}

GArray *
tw_outline_rows (TwViewState *state, const char *scope)
{
  TwFacts *facts = tw_view_state_facts (state);
  Rows self = { .index = tw_schedule_index (tw_facts_schedule (facts)),
                .collapsed = tw_view_state_collapsed (state),
                .rows = g_array_new (FALSE, FALSE, sizeof (TwTimelineRow)) };
  int motion = tw_index_find (self.index, scope);
  guint until = motion >= 0 ? tw_index_node (self.index, (guint) motion)->end
                            : tw_index_n_nodes (self.index);

  if (motion >= 0)
    add_recurring (&self, tw_index_node (self.index, (guint) motion)->record);
  else
    self.approach = scope;
  for (guint i = motion >= 0 ? (guint) motion : 0; i < until;)
    {
      TwNode *node = tw_index_node (self.index, i);

      if (node->kind == TW_KIND_PHASE)
        add_phase (&self, i);
      i = node->kind == TW_KIND_PHASE ? node->end : i + 1;
    }
  return self.rows;
}

gboolean
tw_outline_row_is_group (const TwTimelineRow *row)
{
  return row->kind == TW_ROW_MOTION || row->kind == TW_ROW_PHASE
         || (row->kind == TW_ROW_RECURRING && row->depth == 0);
}
