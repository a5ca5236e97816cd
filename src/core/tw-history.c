/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-history.h"

#define STEPS_MAX 1000

typedef struct
{
  TwPlan *plan;
  char *label; /* of the edit that made it; NULL of the first */
} Step;

struct _TwHistory
{
  GArray *steps;
  guint at; /* the current one */
  char *merge_key;
};

static void
clear_step (gpointer step)
{
  tw_plan_unref (((Step *) step)->plan);
  g_free (((Step *) step)->label);
}

TwHistory *
tw_history_new (TwPlan *plan)
{
  TwHistory *history = g_new0 (TwHistory, 1);
  Step first = { tw_plan_ref (plan), NULL };

  history->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_array_set_clear_func (history->steps, clear_step);
  g_array_append_val (history->steps, first);
  return history;
}

void
tw_history_free (TwHistory *history)
{
  g_array_unref (history->steps);
  g_free (history->merge_key);
  g_free (history);
}

TwPlan *
tw_history_plan (TwHistory *history)
{
  return g_array_index (history->steps, Step, history->at).plan;
}

void
tw_history_push (TwHistory *history, TwPlan *plan, const char *label, const char *merge_key)
{
  Step step = { tw_plan_ref (plan), NULL };
  gboolean merges
      = merge_key != NULL && history->at > 0 && g_strcmp0 (merge_key, history->merge_key) == 0;

  if (history->at + 1 < history->steps->len)
    g_array_set_size (history->steps, history->at + 1);
  if (merges)
    {
      step.label = g_strdup (tw_history_undo_label (history));
      g_array_set_size (history->steps, history->at--);
      if (tw_record_equal (plan, tw_history_plan (history)))
        {
          clear_step (&step);
          tw_history_seal (history);
          return;
        }
    }
  else
    step.label = g_strdup (label);
  g_array_append_val (history->steps, step);
  history->at++;
  if (history->steps->len > STEPS_MAX + 1)
    {
      g_array_remove_index (history->steps, 0);
      history->at--;
    }
  g_free (history->merge_key);
  history->merge_key = g_strdup (merge_key);
}

void
tw_history_seal (TwHistory *history)
{
  g_clear_pointer (&history->merge_key, g_free);
}

gboolean
tw_history_undo (TwHistory *history)
{
  tw_history_seal (history);
  if (history->at == 0)
    return FALSE;
  history->at--;
  return TRUE;
}

gboolean
tw_history_redo (TwHistory *history)
{
  tw_history_seal (history);
  if (history->at + 1 >= history->steps->len)
    return FALSE;
  history->at++;
  return TRUE;
}

const char *
tw_history_undo_label (TwHistory *history)
{
  return history->at > 0 ? g_array_index (history->steps, Step, history->at).label : NULL;
}

const char *
tw_history_redo_label (TwHistory *history)
{
  return history->at + 1 < history->steps->len
             ? g_array_index (history->steps, Step, history->at + 1).label
             : NULL;
}
