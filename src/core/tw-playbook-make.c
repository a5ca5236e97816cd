/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-playbook.h"
#include "tw-schedule.h"
#include "tw-terms.h"

/* MAKING.md, step by step. */

/* What one motion contributes: its phase entries from first up to and with last. */
typedef struct
{
  TwPbMotion *motion;
  int first, last; /* places in the catalogue's phases; -1: no bound */
} Run;

/* An activity on its way into a phase of the plan. */
typedef struct
{
  TwPbActivity *source;
  TwPbApproach *approach; /* whose tag it gets, or NULL */
  TwActivity *made;
} Chosen;

typedef struct
{
  TwPlaybook *playbook;
  const TwPlanRequest *request;
  GPtrArray *approaches; /* TwPbApproach, in order */
  GPtrArray *scope;      /* TwPbWorkload, in the catalogue's order */
  GHashTable *used;      /* ids of the activities that are in the plan */
  GHashTable *counters;  /* letter → how many ids were given */
  const char *language;  /* of tw_terms_language(), or NULL */
} Maker;

static void
give_id (Maker *maker, char **member, char letter)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (maker->counters, GINT_TO_POINTER (letter)));
  char id[16];

  g_hash_table_insert (maker->counters, GINT_TO_POINTER (letter), GUINT_TO_POINTER (++n));
  g_snprintf (id, sizeof id, "%c%u", letter, n);
  tw_id_set (member, id);
}

/* In the language of the plan, where the terms have it. */
static void
set_name (Maker *maker, char **member, const char *name, const char *formerly)
{
  tw_string_set (member, tw_term (maker->language, name, formerly));
}

static int
phase_order (Maker *maker, const char *phase)
{
  int at = -1;

  tw_list_find (maker->playbook->phases, phase, &at);
  return at;
}

static gboolean
in_scope (Maker *maker, const char *workload)
{
  for (guint i = 0; i < maker->scope->len; i++)
    if (g_str_equal (((TwPbWorkload *) maker->scope->pdata[i])->id, workload))
      return TRUE;
  return FALSE;
}

static gboolean
fits (Maker *maker, TwPbMotion *motion, TwList *workloads, TwList *motions, int min_seats)
{
  gboolean shares = tw_list_n (workloads) == 0;
  gboolean names = tw_list_n (motions) == 0 || tw_list_has (motions, motion->id);

  TW_FOREACH (char, workload, workloads)
    shares = shares || in_scope (maker, workload);
  TW_FOREACH (char, successor, motion->superseded_by)
    names = names || tw_list_has (motions, successor);
  return shares && names && maker->request->seats >= min_seats;
}

/* The first chosen approach that names the activity, or NULL. */
static TwPbApproach *
named_by (Maker *maker, const char *activity)
{
  for (guint i = 0; i < maker->approaches->len; i++)
    {
      TwPbApproach *approach = maker->approaches->pdata[i];
      TwPbActivity *found = tw_list_find (approach->activities, activity, NULL);

      if (found != NULL && found->name == NULL)
        return approach;
    }
  return NULL;
}

static gboolean
comes_in (Maker *maker, TwPbMotion *motion, TwPbActivity *activity)
{
  return fits (maker, motion, activity->workloads, activity->motions, activity->min_seats)
         && (!activity->optional || named_by (maker, activity->id) != NULL);
}

static void
choose (Maker *maker, GArray *chosen, TwPbActivity *activity, TwPbApproach *approach)
{
  Chosen one = { activity, approach, NULL };

  g_array_append_val (chosen, one);
  g_hash_table_add (maker->used, activity->id);
}

/* Step 3: the activities of one phase of a run. */
static GArray *
choose_activities (Maker *maker, TwPbMotion *motion, TwPbMotionPhase *entry)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (Chosen));

  TW_FOREACH (char, id, entry->activities)
    {
      TwPbActivity *main = tw_playbook_activity (maker->playbook, id);

      if (main != NULL && comes_in (maker, motion, main))
        choose (maker, chosen, main, NULL);
      TW_FOREACH (TwPbPhase, phase, maker->playbook->phases)
        TW_FOREACH (TwPbActivity, detail, phase->activities)
          if (g_strcmp0 (detail->part_of, id) == 0 && comes_in (maker, motion, detail))
            choose (maker, chosen, detail, named_by (maker, detail->id));
    }
  for (guint i = 0; i < maker->approaches->len; i++)
    TW_FOREACH (TwPbActivity, own, ((TwPbApproach *) maker->approaches->pdata[i])->activities)
      if (own->name != NULL && g_strcmp0 (own->phase, entry->phase) == 0 && !own->optional
          && fits (maker, motion, own->workloads, own->motions, own->min_seats)
          && !g_hash_table_contains (maker->used, own->id))
        choose (maker, chosen, own, maker->approaches->pdata[i]);
  return chosen;
}

static int
place_of (GArray *chosen, const char *id)
{
  for (guint i = 0; i < chosen->len; i++)
    if (g_str_equal (g_array_index (chosen, Chosen, i).source->id, id))
      return (int) i;
  return -1;
}

/* Adds what activity comes after, as far as it is in the phase, to links; goes on through what
 * isn't. TRUE if "*" was met. */
static gboolean
follow_after (Maker *maker, GArray *chosen, TwPbActivity *activity, GHashTable *seen,
              GPtrArray *links)
{
  gboolean star = FALSE;

  TW_FOREACH (char, id, activity->after)
    {
      int at = place_of (chosen, id);
      TwPbActivity *missing;

      if (g_str_equal (id, "*"))
        star = TRUE;
      else if (!g_hash_table_add (seen, id))
        continue;
      else if (at >= 0)
        g_ptr_array_add (links, g_array_index (chosen, Chosen, at).source);
      else if ((missing = tw_playbook_activity (maker->playbook, id)) != NULL)
        star = follow_after (maker, chosen, missing, seen, links) || star;
    }
  return star;
}

/* Marks in waits (n × n) that row comes after column, and after all that column comes after. */
static void
add_wait (gboolean *waits, guint n, guint row, guint column)
{
  for (guint i = 0; i < n; i++)
    if (i == row || waits[i * n + row])
      {
        waits[i * n + column] = TRUE;
        for (guint j = 0; j < n; j++)
          waits[i * n + j] = waits[i * n + j] || waits[column * n + j];
      }
}

/* "*": those that don't come after this one, less those that another of them comes after. */
static void
expand_star (GArray *chosen, gboolean *waits, guint at, GPtrArray *links)
{
  guint n = chosen->len;

  g_ptr_array_set_size (links, 0);
  for (guint i = 0; i < n; i++)
    {
      gboolean last = i != at && !waits[i * n + at];

      for (guint j = 0; last && j < n; j++)
        last = j == at || waits[j * n + at] || !waits[j * n + i];
      if (last)
        g_ptr_array_add (links, g_array_index (chosen, Chosen, i).source);
    }
}

static void
link_activities (Maker *maker, GArray *chosen)
{
  guint n = chosen->len;
  g_autofree gboolean *waits = g_new0 (gboolean, n * n + 1);
  g_autofree gboolean *stars = g_new0 (gboolean, n + 1);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      GPtrArray *links = g_ptr_array_new ();
      TwPbActivity *source = g_array_index (chosen, Chosen, i).source;

      g_ptr_array_add (all, links);
      g_hash_table_add (seen, source->id);
      stars[i] = follow_after (maker, chosen, source, seen, links);
      for (guint j = 0; !stars[i] && j < links->len; j++)
        add_wait (waits, n, i, (guint) place_of (chosen, ((TwPbActivity *) links->pdata[j])->id));
    }
  for (guint i = 0; i < n; i++)
    {
      GPtrArray *links = all->pdata[i];
      GPtrArray *ids = g_ptr_array_new ();

      if (stars[i])
        expand_star (chosen, waits, i, links);
      for (guint j = 0; j < links->len; j++)
        {
          int target = place_of (chosen, ((TwPbActivity *) links->pdata[j])->id);

          if (stars[i])
            add_wait (waits, n, i, (guint) target);
          g_ptr_array_add (ids,
                           g_ref_string_acquire (g_array_index (chosen, Chosen, target).made->id));
        }
      g_array_index (chosen, Chosen, i).made->after = tw_list_new_take (TW_FIELD_REFS, ids);
    }
}

static TwCheck *
make_check (Maker *maker, const char *text)
{
  TwCheck *check = tw_record_new (&tw_check_type);

  give_id (maker, &check->id, 'c');
  tw_string_set (&check->text, text);
  return check;
}

/* A list of checks with nothing but their texts. */
static TwList *
make_checks (Maker *maker, TwList *texts, gboolean internal)
{
  GPtrArray *checks = g_ptr_array_new ();

  TW_FOREACH (char, text, texts)
    {
      TwCheck *check = make_check (maker, text);

      check->internal = internal;
      g_ptr_array_add (checks, check);
    }
  return tw_list_new_take (TW_FIELD_LIST, checks);
}

static TwList *
make_checklist (Maker *maker, TwPbMotion *motion, TwPbActivity *source)
{
  GPtrArray *checks = g_ptr_array_new ();

  TW_FOREACH (TwPbItem, item, source->checklist)
    if (fits (maker, motion, item->workloads, item->motions, 0))
      {
        TwCheck *check = make_check (maker, item->text);

        tw_string_set (&check->kind, item->id);
        tw_string_set (&check->role, item->role);
        check->mandatory = item->mandatory;
        check->internal = !tw_playbook_role_is_customer (maker->playbook, item->role);
        g_ptr_array_add (checks, check);
      }
  return tw_list_new_take (TW_FIELD_LIST, checks);
}

/* Those of workloads that are in scope, in the scope's order. */
static TwList *
scope_refs (Maker *maker, TwList *workloads)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < maker->scope->len; i++)
    {
      TwPbWorkload *workload = maker->scope->pdata[i];

      if (tw_list_has (workloads, workload->id))
        g_ptr_array_add (ids, g_ref_string_new_intern (workload->id));
    }
  return tw_list_new_take (TW_FIELD_REFS, ids);
}

static TwActivity *
make_activity (Maker *maker, TwPbMotion *motion, Chosen *chosen)
{
  TwPbActivity *source = chosen->source;
  TwActivity *activity = tw_record_new (&tw_activity_type);

  give_id (maker, &activity->id, 'a');
  tw_string_set (&activity->kind, source->id);
  set_name (maker, &activity->name, source->name, source->formerly);
  tw_string_set (&activity->customer_name, source->customer_name);
  activity->days = source->typical_days;
  activity->roles = tw_list_ref (source->primary_roles);
  tw_id_set (&activity->approach, chosen->approach != NULL ? chosen->approach->id : NULL);
  activity->workloads = scope_refs (maker, source->workloads);
  activity->deliverables = tw_list_ref (source->deliverables);
  activity->checklist = make_checklist (maker, motion, source);
  activity->internal = source->internal;
  return activity;
}

/* NULL if nothing remains in it. */
static TwPhase *
make_phase (Maker *maker, TwPbMotion *motion, TwPbMotionPhase *entry)
{
  g_autoptr (GArray) chosen = choose_activities (maker, motion, entry);
  TwPbPhase *source = tw_playbook_phase (maker->playbook, entry->phase);
  int initiate = phase_order (maker, "initiate");
  GPtrArray *activities;
  TwPhase *phase;

  if (chosen->len == 0 || source == NULL)
    return NULL;
  phase = tw_record_new (&tw_phase_type);
  give_id (maker, &phase->id, 'h');
  tw_string_set (&phase->kind, source->id);
  set_name (maker, &phase->name, source->name, NULL);
  phase->exit = make_checks (maker, source->exit_criteria,
                             initiate < 0 || phase_order (maker, source->id) < initiate);
  activities = g_ptr_array_new ();
  for (guint i = 0; i < chosen->len; i++)
    {
      Chosen *one = &g_array_index (chosen, Chosen, i);

      one->made = make_activity (maker, motion, one);
      g_ptr_array_add (activities, one->made);
    }
  link_activities (maker, chosen);
  phase->activities = tw_list_new_take (TW_FIELD_LIST, activities);
  return phase;
}

/* Fills from and until with the first and last phase of the run that phases names; FALSE if it
 * names none. */
static gboolean
meets (TwMotion *run, TwList *phases, TwPhase **from, TwPhase **until)
{
  *from = *until = NULL;
  TW_FOREACH (TwPhase, phase, run->phases)
    if (tw_list_n (phases) == 0 || tw_list_has (phases, phase->kind))
      {
        if (*from == NULL)
          *from = phase;
        *until = phase;
      }
  return *from != NULL;
}

static TwList *
make_recurring (Maker *maker, TwPbMotion *motion, TwMotion *run)
{
  GPtrArray *list = g_ptr_array_new ();
  TwPhase *from, *until;

  TW_FOREACH (TwPbRecurring, source, motion->recurring_activities)
    {
      TwRecurring *recurring;

      if (source->optional || (source->applies_when != NULL && source->applies_when->partner)
          || !meets (run, source->phases, &from, &until))
        continue;
      recurring = tw_record_new (&tw_recurring_type);
      give_id (maker, &recurring->id, 'r');
      tw_string_set (&recurring->kind, source->id);
      set_name (maker, &recurring->name, source->name, NULL);
      tw_string_set (&recurring->every, source->every);
      recurring->roles = tw_list_ref (source->primary_roles);
      recurring->internal = source->internal;
      if (source->applies_when != NULL)
        recurring->health = source->applies_when->health;
      if (tw_list_n (source->phases) > 0)
        {
          tw_id_set (&recurring->from, from->id);
          tw_id_set (&recurring->until, until->id);
        }
      g_ptr_array_add (list, recurring);
    }
  return tw_list_new_take (TW_FIELD_LIST, list);
}

static gboolean
refuse_empty (TwPbMotion *motion, GError **error)
{
  g_set_error (error, TW_ERROR, TW_ERROR_REFUSED,
               _ ("Nothing of “%s” is left to do in this order and scope"), motion->name);
  return FALSE;
}

/* NULL and an error if nothing of it remains. */
static TwMotion *
make_motion (Maker *maker, Run *run, TwMotion *before, GError **error)
{
  TwMotion *motion = tw_record_new (&tw_motion_type);
  GPtrArray *phases = g_ptr_array_new ();

  give_id (maker, &motion->id, 'm');
  tw_string_set (&motion->kind, run->motion->id);
  set_name (maker, &motion->name, run->motion->name, NULL);
  tw_string_set (&motion->customer_name, run->motion->customer_name);
  if (before != NULL)
    {
      motion->after = tw_list_new_strv (TW_FIELD_REFS, (const char *[]){ before->id, NULL });
      motion->handover = tw_record_new (&tw_handover_type);
      motion->handover->ready = make_checks (maker, run->motion->entry_criteria, TRUE);
    }
  TW_FOREACH (TwPbMotionPhase, entry, run->motion->phases)
    {
      int order = phase_order (maker, entry->phase);
      TwPhase *phase;

      if (order < run->first || (run->last >= 0 && order > run->last))
        continue;
      phase = make_phase (maker, run->motion, entry);
      if (phase != NULL)
        g_ptr_array_add (phases, phase);
    }
  motion->phases = tw_list_new_take (TW_FIELD_LIST, phases);
  if (tw_list_n (motion->phases) == 0)
    {
      refuse_empty (run->motion, error);
      tw_record_unref (motion);
      return NULL;
    }
  motion->recurring = make_recurring (maker, run->motion, motion);
  return motion;
}

/* Step 1: which phases each motion contributes. */
static void
bound_run (Maker *maker, Run *run, Run *next)
{
  TwPbHandover *link = tw_list_find (run->motion->hands_over_to, next->motion->id, NULL);

  if (link == NULL || link->after_phase == NULL)
    return;
  run->last = phase_order (maker, link->after_phase);
  next->first = link->from_phase != NULL ? phase_order (maker, link->from_phase) : run->last + 1;
}

static TwList *
make_motions (Maker *maker, GError **error)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));
  GPtrArray *motions = g_ptr_array_new ();
  g_auto (GStrv) standard = NULL;
  const char *const *ids = maker->request->motions;

  if (ids == NULL)
    {
      standard = g_new0 (char *, tw_list_n (maker->playbook->default_motions) + 1);
      for (guint i = 0; i < tw_list_n (maker->playbook->default_motions); i++)
        standard[i] = g_strdup (maker->playbook->default_motions->items[i]);
      ids = (const char *const *) standard;
    }
  for (; *ids != NULL; ids++)
    {
      Run run = { tw_playbook_motion (maker->playbook, *ids), -1, -1 };

      g_array_append_val (runs, run);
    }
  for (guint i = 0; i + 1 < runs->len; i++)
    bound_run (maker, &g_array_index (runs, Run, i), &g_array_index (runs, Run, i + 1));
  for (guint i = 0; i < runs->len; i++)
    {
      TwMotion *motion = make_motion (maker, &g_array_index (runs, Run, i),
                                      i > 0 ? motions->pdata[i - 1] : NULL, error);

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

/* The greater of the health group's green bound and that of a chosen approach's KPI. */
static int
target_of (Maker *maker, TwPbWorkload *workload)
{
  int target = TW_INT_NONE;
  TwPbHealthGroup *group
      = maker->playbook->health != NULL
            ? tw_list_find (maker->playbook->health->groups, workload->health_group, NULL)
            : NULL;

  if (group != NULL)
    target = group->green->above;
  for (guint i = 0; i < maker->approaches->len; i++)
    TW_FOREACH (TwPbKpi, kpi, ((TwPbApproach *) maker->approaches->pdata[i])->kpis)
      if (g_strcmp0 (kpi->workload, workload->id) == 0)
        target = MAX (target, kpi->green_above);
  return target > 0 ? target : TW_INT_NONE;
}

static gpointer
make_workload (Maker *maker, gpointer record)
{
  TwPbWorkload *source = record;
  TwWorkload *workload = tw_record_new (&tw_workload_type);
  TwSlice *slice = tw_record_new (&tw_slice_type);

  tw_id_set (&workload->id, source->id);
  tw_string_set (&workload->kind, source->id);
  set_name (maker, &workload->name, source->name, source->formerly);
  workload->unit = source->unit;
  if (maker->request->seats > 0
      && (g_strcmp0 (source->denominator, "PAU") == 0
          || g_strcmp0 (source->denominator, "paid seats") == 0))
    workload->entitled = maker->request->seats;
  workload->target = target_of (maker, source);
  give_id (maker, &slice->id, 's');
  slice->seats = workload->entitled;
  tw_string_set (&slice->reason, "new-subscription-or-workload");
  workload->slices = tw_list_new (TW_FIELD_LIST, (gpointer[]){ slice }, 1);
  return workload;
}

static gpointer
make_approach (Maker *maker, gpointer record)
{
  TwPbApproach *source = record;
  TwApproach *approach = tw_record_new (&tw_approach_type);
  GPtrArray *kpis = g_ptr_array_new ();

  tw_id_set (&approach->id, source->id);
  tw_string_set (&approach->kind, source->id);
  set_name (maker, &approach->name, source->name, NULL);
  tw_string_set (&approach->customer_name, source->customer_name);
  approach->workloads = scope_refs (maker, source->workloads);
  TW_FOREACH (TwPbKpi, from, source->kpis)
    {
      TwKpi *kpi = tw_record_new (&tw_kpi_type);

      give_id (maker, &kpi->id, 'q');
      tw_string_set (&kpi->kind, from->id);
      set_name (maker, &kpi->name, from->name, NULL);
      tw_id_set (&kpi->workload, from->workload);
      kpi->green_above = from->green_above;
      kpi->yellow_above = from->yellow_above;
      g_ptr_array_add (kpis, kpi);
    }
  approach->kpis = tw_list_new_take (TW_FIELD_LIST, kpis);
  return approach;
}

/* When a stage's items are due: the finish of the first phase of its kind, else of the last. */
static TwDate
stage_due (TwSchedule *schedule, const char *kind)
{
  TwIndex *index = tw_schedule_index (schedule);
  TwDate due = TW_DATE_NONE;

  for (guint i = 0; i < tw_index_n_nodes (index); i++)
    if (tw_index_node (index, i)->kind == TW_KIND_PHASE)
      {
        due = tw_schedule_span (schedule, i)->finish;
        if (g_strcmp0 (((TwPhase *) tw_index_node (index, i)->record)->kind, kind) == 0)
          break;
      }
  return due;
}

static TwList *
make_adoption (Maker *maker, TwSchedule *schedule)
{
  GPtrArray *stages = g_ptr_array_new ();
  TwPbAdoption *adoption = maker->playbook->adoption_continuum;

  TW_FOREACH (TwPbStage, source, adoption != NULL ? adoption->stages : NULL)
    {
      TwStage *stage = tw_record_new (&tw_stage_type);
      GPtrArray *items = g_ptr_array_new ();

      tw_id_set (&stage->id, source->id);
      tw_string_set (&stage->kind, source->id);
      set_name (maker, &stage->name, source->name, NULL);
      TW_FOREACH (TwPbAdoptionItem, from, source->checklist)
        {
          TwAdoptionItem *item = tw_record_new (&tw_adoption_item_type);

          give_id (maker, &item->id, 'e');
          tw_string_set (&item->kind, from->id);
          tw_string_set (&item->text, from->text);
          tw_string_set (&item->role, from->role);
          item->due = stage_due (schedule, source->phase);
          g_ptr_array_add (items, item);
        }
      stage->checklist = tw_list_new_take (TW_FIELD_LIST, items);
      g_ptr_array_add (stages, stage);
    }
  return tw_list_new_take (TW_FIELD_LIST, stages);
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
find_scope (Maker *maker)
{
  TW_FOREACH (TwPbWorkload, workload, maker->playbook->workloads)
    {
      gboolean in = maker->request->workloads != NULL
                        ? g_strv_contains (maker->request->workloads, workload->id)
                        : workload->standard;

      for (guint i = 0; i < maker->approaches->len; i++)
        TW_FOREACH (TwPbKpi, kpi, ((TwPbApproach *) maker->approaches->pdata[i])->kpis)
          in = in || g_strcmp0 (kpi->workload, workload->id) == 0;
      if (in)
        g_ptr_array_add (maker->scope, workload);
    }
}

static TwPlan *
make_head (Maker *maker)
{
  const TwPlanRequest *request = maker->request;
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

static void
find_go_live (TwPlan *plan)
{
  TW_FOREACH (TwMotion, motion, plan->motions)
    TW_FOREACH (TwPhase, phase, motion->phases)
      TW_FOREACH (TwActivity, activity, phase->activities)
        if (plan->go_live == NULL && g_strcmp0 (activity->kind, "go-live") == 0)
          tw_id_set (&plan->go_live, activity->id);
}

static TwList *
make_all (Maker *maker, GPtrArray *sources, gpointer (*make) (Maker *maker, gpointer source))
{
  GPtrArray *made = g_ptr_array_new ();

  for (guint i = 0; i < sources->len; i++)
    g_ptr_array_add (made, make (maker, sources->pdata[i]));
  return tw_list_new_take (TW_FIELD_LIST, made);
}

static TwPlan *
make_plan (Maker *maker, GError **error)
{
  g_autoptr (TwPlan) plan = make_head (maker);
  g_autoptr (TwSchedule) schedule = NULL;
  g_autoptr (GError) empty = NULL;

  plan->workloads = make_all (maker, maker->scope, make_workload);
  plan->motions = make_motions (maker, &empty);
  if (empty != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&empty));
      return NULL;
    }
  plan->approaches = make_all (maker, maker->approaches, make_approach);
  find_go_live (plan);
  schedule = tw_schedule_new (plan, error);
  if (schedule == NULL)
    return NULL;
  plan->adoption = make_adoption (maker, schedule);
  return g_steal_pointer (&plan);
}

TwPlan *
tw_playbook_make_plan (TwPlaybook *playbook, const TwPlanRequest *request, GError **error)
{
  Maker maker = { .playbook = playbook,
                  .request = request,
                  .language = tw_terms_language (request->language) };
  TwPlan *plan;

  g_return_val_if_fail (request->customer != NULL && request->start != TW_DATE_NONE, NULL);
  if (!check_ids (playbook->motions, request->motions, _ ("The playbook has no such motion"), error)
      || !check_ids (playbook->approaches, request->approaches,
                     _ ("The playbook has no such approach"), error)
      || !check_ids (playbook->workloads, request->workloads,
                     _ ("The playbook has no such workload"), error))
    return NULL;
  maker.approaches = g_ptr_array_new ();
  for (guint i = 0; request->approaches != NULL && request->approaches[i] != NULL; i++)
    g_ptr_array_add (maker.approaches, tw_playbook_approach (playbook, request->approaches[i]));
  maker.scope = g_ptr_array_new ();
  maker.used = g_hash_table_new (g_str_hash, g_str_equal);
  maker.counters = g_hash_table_new (NULL, NULL);
  find_scope (&maker);
  plan = make_plan (&maker, error);
  g_ptr_array_unref (maker.approaches);
  g_ptr_array_unref (maker.scope);
  g_hash_table_unref (maker.used);
  g_hash_table_unref (maker.counters);
  return plan;
}
