/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-index.h"
#include "tw-test-structure.h"

typedef struct
{
  TwPlan *plan;
  TwIndex *index;
  GString *out;
} Writer;

/* The name of what an id stands for, with that of the phase above. */
static void
write_link (Writer *self, const char *id)
{
  int number = tw_index_find (self->index, id);
  TwNode *node = tw_index_node (self->index, (guint) number);

  if (node->kind == TW_KIND_ACTIVITY)
    write_link (self, tw_index_node (self->index, (guint) node->parent)->id);
  g_string_append_printf (self->out, "/%s", tw_record_name (node->record));
}

static gint
compare_ids (gconstpointer a, gconstpointer b, gpointer data)
{
  TwIndex *index = data;

  return tw_index_find (index, *(char *const *) a) - tw_index_find (index, *(char *const *) b);
}

/* In the order of the plan: the order of links says nothing. */
static void
write_links (Writer *self, const char *what, TwList *links, gboolean also_empty)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  TW_FOREACH (char, id, links)
    g_ptr_array_add (ids, id);
  g_ptr_array_sort_with_data (ids, compare_ids, self->index);
  if (ids->len > 0 || (also_empty && links != NULL))
    g_string_append_printf (self->out, " %s:", what);
  for (guint i = 0; i < ids->len; i++)
    write_link (self, ids->pdata[i]);
}

static void
write_checks (Writer *self, const char *what, TwList *checks)
{
  TW_FOREACH (TwCheck, check, checks)
    g_string_append_printf (self->out, "\n      %s %s (%s)%s%s", what, check->text,
                            check->role != NULL ? check->role : "", check->mandatory ? " !" : "",
                            check->internal ? " internal" : "");
}

static void
write_names (Writer *self, const char *what, TwList *list, TwList *names)
{
  TW_FOREACH (char, line, list)
    {
      gpointer record = names != NULL ? tw_list_find (names, line, NULL) : NULL;

      g_string_append_printf (self->out, " %s=%s", what,
                              record != NULL ? tw_record_name (record) : line);
    }
}

static void
write_activity (Writer *self, TwActivity *activity)
{
  TwApproach *approach = tw_list_find (self->plan->approaches, activity->approach, NULL);

  g_string_append_printf (self->out, "\n    %s (%s) %d%s%s", activity->name,
                          activity->customer_name != NULL ? activity->customer_name : "",
                          activity->days, activity->internal ? " internal" : "",
                          g_strcmp0 (self->plan->go_live, activity->id) == 0 ? " live" : "");
  if (approach != NULL)
    g_string_append_printf (self->out, " [%s]", approach->name);
  write_names (self, "role", activity->roles, NULL);
  write_names (self, "workload", activity->workloads, self->plan->workloads);
  write_names (self, "deliverable", activity->deliverables, NULL);
  write_links (self, "after", activity->after, FALSE);
  write_checks (self, "-", activity->checklist);
}

static void
write_motion (Writer *self, TwMotion *motion)
{
  g_string_append_printf (self->out, "%s (%s)", motion->name,
                          motion->customer_name != NULL ? motion->customer_name : "");
  write_links (self, "after", motion->after, FALSE);
  write_checks (self, "ready", motion->handover != NULL ? motion->handover->ready : NULL);
  TW_FOREACH (TwPhase, phase, motion->phases)
    {
      g_string_append_printf (self->out, "\n  %s (%s)", phase->name,
                              phase->customer_name != NULL ? phase->customer_name : "");
      if (tw_list_n (phase->activities) == 0)
        g_string_append_printf (self->out, " %d", phase->days);
      write_links (self, "after", phase->after, TRUE);
      write_checks (self, "exit", phase->exit);
      TW_FOREACH (TwActivity, activity, phase->activities)
        write_activity (self, activity);
    }
  TW_FOREACH (TwRecurring, recurring, motion->recurring)
    {
      TwPhase *from = tw_list_find (motion->phases, recurring->from, NULL);
      TwPhase *until = tw_list_find (motion->phases, recurring->until, NULL);

      g_string_append_printf (self->out, "\n  * %s (%s) %s %s %s %u%s", recurring->name,
                              recurring->customer_name != NULL ? recurring->customer_name : "",
                              recurring->every, from != NULL ? from->name : "",
                              until != NULL ? until->name : "", recurring->health,
                              recurring->internal ? " internal" : "");
      write_names (self, "role", recurring->roles, NULL);
    }
  g_string_append_c (self->out, '\n');
}

char *
tw_test_structure (TwPlan *plan)
{
  g_autoptr (TwIndex) index = tw_index_new (plan);
  Writer self = { plan, index, g_string_new (NULL) };

  TW_FOREACH (TwWorkload, workload, plan->workloads)
    g_string_append_printf (self.out, "%s %d\n", workload->name, workload->unit);
  TW_FOREACH (TwMotion, motion, plan->motions)
    write_motion (&self, motion);
  TW_FOREACH (TwApproach, approach, plan->approaches)
    {
      g_string_append_printf (self.out, "%s (%s)", approach->name,
                              approach->customer_name != NULL ? approach->customer_name : "");
      write_names (&self, "workload", approach->workloads, plan->workloads);
      TW_FOREACH (TwKpi, kpi, approach->kpis)
        g_string_append_printf (self.out, "\n  %s %s %d %d", kpi->name,
                                kpi->workload != NULL ? kpi->workload : "", kpi->green_above,
                                kpi->yellow_above);
      g_string_append_c (self.out, '\n');
    }
  TW_FOREACH (TwStage, stage, plan->adoption)
    {
      g_string_append_printf (self.out, "%s", stage->name);
      TW_FOREACH (TwAdoptionItem, item, stage->checklist)
        g_string_append_printf (self.out, "\n  %s (%s)", item->text,
                                item->role != NULL ? item->role : "");
      g_string_append_c (self.out, '\n');
    }
  return g_string_free (self.out, FALSE);
}

void
tw_test_same_structure (TwPlan *one, TwPlan *other, gboolean links)
{
  g_autofree char *a = tw_test_structure (one);
  g_autofree char *b = tw_test_structure (other);
  g_auto (GStrv) as = g_strsplit (a, "\n", -1);
  g_auto (GStrv) bs = g_strsplit (b, "\n", -1);

  for (guint i = 0; as[i] != NULL && bs[i] != NULL; i++)
    {
      g_auto (GStrv) left = g_strsplit (as[i], links ? "\n" : " after:", 2);
      g_auto (GStrv) right = g_strsplit (bs[i], links ? "\n" : " after:", 2);

      g_assert_cmpstr (left[0], ==, right[0]);
    }
  g_assert_cmpuint (g_strv_length (as), ==, g_strv_length (bs));
}
