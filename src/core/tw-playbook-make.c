/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-edit.h"
#include "tw-playbook-maker.h"
#include "tw-schedule.h"
#include "tw-terms.h"

/* A whole plan by MAKING.md, step by step. */

/* Step 1: which phases each motion contributes. */
static void
bound_run (TwMaker *maker, TwRun *run, TwRun *next)
{
  TwPbHandover *link = tw_list_find (run->motion->hands_over_to, next->motion->id, NULL);

  if (link == NULL || link->after_phase == NULL)
    return;
  run->last = tw_maker_phase_order (maker, link->after_phase);
  next->first
      = link->from_phase != NULL ? tw_maker_phase_order (maker, link->from_phase) : run->last + 1;
}

static TwList *
make_motions (TwMaker *maker, const TwPlanRequest *request, GError **error)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (TwRun));
  GPtrArray *motions = g_ptr_array_new ();
  g_auto (GStrv) standard = NULL;
  const char *const *ids = request->motions;

  if (ids == NULL)
    {
      standard = g_new0 (char *, tw_list_n (maker->playbook->default_motions) + 1);
      for (guint i = 0; i < tw_list_n (maker->playbook->default_motions); i++)
        standard[i] = g_strdup (maker->playbook->default_motions->items[i]);
      ids = (const char *const *) standard;
    }
  for (; *ids != NULL; ids++)
    {
      TwRun run = { tw_playbook_motion (maker->playbook, *ids), -1, -1 };

      g_array_append_val (runs, run);
    }
  for (guint i = 0; i + 1 < runs->len; i++)
    bound_run (maker, &g_array_index (runs, TwRun, i), &g_array_index (runs, TwRun, i + 1));
  for (guint i = 0; i < runs->len; i++)
    {
      TwMotion *before = i > 0 ? motions->pdata[i - 1] : NULL;
      TwMotion *motion = tw_maker_make_motion (maker, &g_array_index (runs, TwRun, i),
                                               before != NULL ? before->id : NULL, error);

      if (motion == NULL)
        {
          g_ptr_array_set_free_func (motions, tw_record_unref);
          g_ptr_array_unref (motions);
          return NULL;
        }
      g_ptr_array_add (motions, motion);
    }
  return tw_list_new_take (TW_FIELD_LIST, motions);
}

/* Refuses ids that list doesn't have and ids that stand twice. */
static gboolean
check_ids (TwList *list, const char *const *ids, const char *unknown, GError **error)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      if (tw_list_find (list, ids[i], NULL) == NULL)
        {
          g_set_error (error, TW_ERROR, TW_ERROR_REFUSED, "%s: “%s”", unknown, ids[i]);
          return FALSE;
        }
      for (guint j = 0; j < i; j++)
        if (g_str_equal (ids[i], ids[j]))
          {
            g_set_error (error, TW_ERROR, TW_ERROR_REFUSED, _ ("“%s” was chosen twice"), ids[i]);
            return FALSE;
          }
    }
  return TRUE;
}

/* Step 2: the workloads in scope, in the catalogue's order. */
static void
find_scope (TwMaker *maker, const TwPlanRequest *request)
{
  TW_FOREACH (TwPbWorkload, workload, maker->playbook->workloads)
    {
      gboolean in = request->workloads != NULL ? g_strv_contains (request->workloads, workload->id)
                                               : workload->standard;

      for (guint i = 0; i < maker->approaches->len; i++)
        TW_FOREACH (TwPbKpi, kpi, ((TwPbApproach *) maker->approaches->pdata[i])->kpis)
          in = in || g_strcmp0 (kpi->workload, workload->id) == 0;
      if (in)
        g_ptr_array_add (maker->scope, workload);
    }
}

static TwPlan *
make_head (TwMaker *maker, const TwPlanRequest *request)
{
  TwPlan *plan = tw_record_new (&tw_plan_type);
  g_autofree char *id
      = request->plan_id != NULL ? g_strdup (request->plan_id) : g_uuid_string_random ();
  g_autofree char *title
      = maker->playbook->plan_title != NULL
            ? g_strdup_printf ("%s: %s", request->customer, maker->playbook->plan_title)
            : g_strdup (request->customer);

  plan->version = TW_PLAN_VERSION;
  tw_id_set (&plan->id, id);
  tw_string_set (&plan->title, title);
  tw_string_set (&plan->playbook, maker->playbook->id);
  tw_string_set (&plan->language, maker->language != NULL ? request->language : NULL);
  tw_string_set (&plan->playbook_edition, maker->playbook->edition);
  plan->start = request->start;
  plan->deadline = request->renewal;
  plan->customer = tw_record_new (&tw_customer_type);
  tw_string_set (&plan->customer->name, request->customer);
  if (request->seats > 0)
    plan->customer->seats = request->seats;
  plan->calendar = request->calendar != NULL ? tw_record_ref (request->calendar) : NULL;
  return plan;
}

static TwPlan *
make_plan (TwMaker *maker, const TwPlanRequest *request, GError **error)
{
  g_autoptr (TwPlan) plan = make_head (maker, request);
  g_autoptr (TwSchedule) schedule = NULL;
  g_autoptr (GError) empty = NULL;
  GPtrArray *workloads = g_ptr_array_new (), *approaches = g_ptr_array_new ();

  for (guint i = 0; i < maker->scope->len; i++)
    g_ptr_array_add (workloads, tw_maker_make_workload (maker, maker->scope->pdata[i]));
  plan->workloads = tw_list_new_take (TW_FIELD_LIST, workloads);
  plan->motions = make_motions (maker, request, &empty);
  for (guint i = 0; i < maker->approaches->len; i++)
    g_ptr_array_add (approaches, tw_maker_make_approach (maker, maker->approaches->pdata[i]));
  plan->approaches = tw_list_new_take (TW_FIELD_LIST, approaches);
  if (empty != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&empty));
      return NULL;
    }
  tw_maker_follow (maker, plan->motions);
  tw_maker_find_go_live (plan);
  schedule = tw_schedule_new (plan, error);
  if (schedule == NULL)
    return NULL;
  plan->adoption = tw_maker_make_adoption (maker, schedule);
  return tw_edit_if_sound (g_steal_pointer (&plan), error);
}

TwPlan *
tw_playbook_make_plan (TwPlaybook *playbook, const TwPlanRequest *request, GError **error)
{
  g_auto (TwMaker) maker = { 0 };

  g_return_val_if_fail (request->customer != NULL && request->start != TW_DATE_NONE, NULL);
  tw_maker_init (&maker, playbook, NULL);
  if (!check_ids (playbook->motions, request->motions, _ ("The playbook has no such motion"), error)
      || !check_ids (playbook->approaches, request->approaches,
                     _ ("The playbook has no such approach"), error)
      || !check_ids (playbook->workloads, request->workloads,
                     _ ("The playbook has no such workload"), error))
    return NULL;
  maker.seats = request->seats;
  maker.language = tw_terms_language (request->language);
  for (guint i = 0; request->approaches != NULL && request->approaches[i] != NULL; i++)
    g_ptr_array_add (maker.approaches, tw_playbook_approach (playbook, request->approaches[i]));
  TW_FOREACH (char, id, request->approaches == NULL ? playbook->default_approaches : NULL)
    if (tw_playbook_approach (playbook, id) != NULL)
      g_ptr_array_add (maker.approaches, tw_playbook_approach (playbook, id));
  find_scope (&maker, request);
  return make_plan (&maker, request, error);
}
