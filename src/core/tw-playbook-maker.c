/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-edit.h"
#include "tw-playbook-maker.h"
#include "tw-terms.h"

void
tw_maker_give_id (TwMaker *maker, char **member, const TwRecordType *type)
{
  if (maker->plan == NULL)
    {
      gpointer letter = GINT_TO_POINTER (tw_id_letter (type));
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (maker->counters, letter)) + 1;
      char id[16];

      g_hash_table_insert (maker->counters, letter, GUINT_TO_POINTER (n));
      g_snprintf (id, sizeof id, "%c%u", tw_id_letter (type), n);
      tw_id_set (member, id);
      return;
    }
  *member = tw_ids_new (maker->ids, type);
}

void
tw_maker_give_name_id (TwMaker *maker, char **member, const TwRecordType *type, const char *id)
{
  if (maker->plan != NULL && tw_plan_find (maker->plan, type, id, NULL))
    tw_maker_give_id (maker, member, type);
  else
    tw_id_set (member, id);
}

static const char *
workload_id (TwMaker *maker, const char *kind)
{
  TW_FOREACH (TwWorkload, workload, maker->plan != NULL ? maker->plan->workloads : NULL)
    if (g_strcmp0 (workload->kind, kind) == 0)
      return workload->id;
  return kind;
}

const char *
tw_maker_approach_id (TwMaker *maker, const char *kind)
{
  TW_FOREACH (TwApproach, approach, maker->plan != NULL ? maker->plan->approaches : NULL)
    if (g_strcmp0 (approach->kind, kind) == 0)
      return approach->id;
  return kind;
}

/* In the language of the plan, where the terms have it. */
static void
set_name (TwMaker *maker, char **member, const char *name, const char *formerly)
{
  tw_string_set (member, tw_term (maker->language, name, formerly));
}

int
tw_maker_phase_order (TwMaker *maker, const char *phase)
{
  int at = -1;

  tw_list_find (maker->playbook->phases, phase, &at);
  return at;
}

gboolean
tw_maker_in_scope (TwMaker *maker, const char *workload)
{
  for (guint i = 0; i < maker->scope->len; i++)
    if (g_str_equal (((TwPbWorkload *) maker->scope->pdata[i])->id, workload))
      return TRUE;
  return FALSE;
}

gboolean
tw_maker_is_for (TwPbMotion *motion, TwList *motions)
{
  gboolean names = tw_list_n (motions) == 0;

  if (motion == NULL)
    return names;
  names = names || tw_list_has (motions, motion->id);
  TW_FOREACH (char, successor, motion->superseded_by)
    names = names || tw_list_has (motions, successor);
  return names;
}

gboolean
tw_maker_fits (TwMaker *maker, TwPbMotion *motion, TwList *workloads, TwList *motions,
               int min_seats)
{
  gboolean shares = tw_list_n (workloads) == 0;

  TW_FOREACH (char, workload, workloads)
    shares = shares || tw_maker_in_scope (maker, workload);
  return shares && tw_maker_is_for (motion, motions) && maker->seats >= min_seats;
}

static gboolean
approach_names (TwPbApproach *approach, const char *activity)
{
  TwPbActivity *found = tw_list_find (approach->activities, activity, NULL);

  return found != NULL && found->name == NULL;
}

TwPbApproach *
tw_maker_named_by (TwMaker *maker, const char *activity)
{
  for (guint i = 0; i < maker->approaches->len; i++)
    if (approach_names (maker->approaches->pdata[i], activity))
      return maker->approaches->pdata[i];
  return NULL;
}

static void
add_candidate (GArray *candidates, TwPbActivity *source, TwPbApproach *approach)
{
  TwChosen one = { source, approach, NULL };

  g_array_append_val (candidates, one);
}

GArray *
tw_maker_candidates (TwMaker *maker, TwPbMotionPhase *entry, const char *phase)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (TwChosen));

  TW_FOREACH (char, id, entry != NULL ? entry->activities : NULL)
    {
      TwPbActivity *main = tw_playbook_activity (maker->playbook, id);

      if (main != NULL)
        add_candidate (all, main, main->optional ? tw_maker_named_by (maker, id) : NULL);
      TW_FOREACH (TwPbPhase, any, maker->playbook->phases)
        TW_FOREACH (TwPbActivity, detail, any->activities)
          if (g_strcmp0 (detail->part_of, id) == 0)
            add_candidate (all, detail, tw_maker_named_by (maker, detail->id));
    }
  for (guint i = 0; i < maker->approaches->len; i++)
    TW_FOREACH (TwPbActivity, own, ((TwPbApproach *) maker->approaches->pdata[i])->activities)
      if (own->name != NULL && g_strcmp0 (own->phase, phase) == 0)
        add_candidate (all, own, maker->approaches->pdata[i]);
  return all;
}

/* Step 3: the activities of one phase of a run. An approach's own has a phase; it comes in once. */
static GArray *
choose_activities (TwMaker *maker, TwPbMotion *motion, TwPbMotionPhase *entry)
{
  g_autoptr (GArray) all = tw_maker_candidates (maker, entry, entry->phase);
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (TwChosen));

  for (guint i = 0; i < all->len; i++)
    {
      TwChosen *one = &g_array_index (all, TwChosen, i);
      TwPbActivity *source = one->source;
      gboolean own = source->phase != NULL;

      if (tw_maker_fits (maker, motion, source->workloads, source->motions, source->min_seats)
          && (!source->optional || (!own && one->approach != NULL))
          && !(own && g_hash_table_contains (maker->used, source->id)))
        {
          g_array_append_val (chosen, *one);
          g_hash_table_add (maker->used, source->id);
        }
    }
  return chosen;
}

static int
place_of (GArray *chosen, const char *id)
{
  for (guint i = 0; i < chosen->len; i++)
    if (g_str_equal (g_array_index (chosen, TwChosen, i).source->id, id))
      return (int) i;
  return -1;
}

TwPbActivity *
tw_maker_find_activity (TwMaker *maker, const char *id)
{
  TwPbActivity *found = tw_playbook_activity (maker->playbook, id);

  return found == NULL && maker->home != NULL ? tw_playbook_activity (maker->home, id) : found;
}

/* Adds what activity comes after, as far as it is in the phase, to links; goes on through what
 * isn't. TRUE if "*" was met. */
static gboolean
follow_after (TwMaker *maker, GArray *chosen, TwPbActivity *activity, GHashTable *seen,
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
        g_ptr_array_add (links, GINT_TO_POINTER (at));
      else if ((missing = tw_maker_find_activity (maker, id)) != NULL)
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
expand_star (guint n, gboolean *waits, guint at, GPtrArray *links)
{
  g_ptr_array_set_size (links, 0);
  for (guint i = 0; i < n; i++)
    {
      gboolean last = i != at && !waits[i * n + at];

      for (guint j = 0; last && j < n; j++)
        last = j == at || waits[j * n + at] || !waits[j * n + i];
      if (last)
        g_ptr_array_add (links, GUINT_TO_POINTER (i));
    }
}

GPtrArray *
tw_maker_links (TwMaker *maker, GArray *chosen)
{
  guint n = chosen->len;
  g_autofree gboolean *waits = g_new0 (gboolean, n * n + 1);
  g_autofree gboolean *stars = g_new0 (gboolean, n + 1);
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      GPtrArray *links = g_ptr_array_new ();
      TwPbActivity *source = g_array_index (chosen, TwChosen, i).source;

      g_ptr_array_add (all, links);
      g_hash_table_add (seen, source->id);
      stars[i] = follow_after (maker, chosen, source, seen, links);
      for (guint j = 0; !stars[i] && j < links->len; j++)
        add_wait (waits, n, i, GPOINTER_TO_UINT (links->pdata[j]));
    }
  for (guint i = 0; i < n; i++)
    if (stars[i])
      {
        GPtrArray *links = all->pdata[i];

        expand_star (n, waits, i, links);
        for (guint j = 0; j < links->len; j++)
          add_wait (waits, n, i, GPOINTER_TO_UINT (links->pdata[j]));
      }
  return all;
}

static void
link_activities (TwMaker *maker, GArray *chosen)
{
  g_autoptr (GPtrArray) all = tw_maker_links (maker, chosen);

  for (guint i = 0; i < chosen->len; i++)
    g_array_index (chosen, TwChosen, i).made->after = tw_maker_rule_links (chosen, all, i);
}

static TwCheck *
make_check (TwMaker *maker, const char *text)
{
  TwCheck *check = tw_record_new (&tw_check_type);

  tw_maker_give_id (maker, &check->id, &tw_check_type);
  tw_string_set (&check->text, text);
  return check;
}

/* Adds checks with nothing but their texts. */
static void
add_checks (TwMaker *maker, GPtrArray *checks, TwList *texts, gboolean internal)
{
  TW_FOREACH (char, text, texts)
    {
      TwCheck *check = make_check (maker, text);

      check->internal = internal;
      g_ptr_array_add (checks, check);
    }
}

static TwList *
make_exit (TwMaker *maker, TwPbPhase *source)
{
  int initiate = tw_maker_phase_order (maker, "initiate");
  GPtrArray *checks = g_ptr_array_new ();

  add_checks (maker, checks, source->exit_criteria,
              initiate < 0 || tw_maker_phase_order (maker, source->id) < initiate);
  add_checks (maker, checks, source->public_exit_criteria, FALSE);
  add_checks (maker, checks, source->internal_exit_criteria, TRUE);
  return tw_list_new_take (TW_FIELD_LIST, checks);
}

static TwList *
make_checklist (TwMaker *maker, TwPbMotion *motion, TwPbActivity *source)
{
  GPtrArray *checks = g_ptr_array_new ();

  TW_FOREACH (TwPbItem, item, source->checklist)
    if (tw_maker_fits (maker, motion, item->workloads, item->motions, 0))
      {
        TwCheck *check = make_check (maker, item->text);

        tw_string_set (&check->kind, item->id);
        tw_string_set (&check->role, item->role);
        check->mandatory = item->mandatory;
        check->internal = item->audience != TW_WORD_NONE
                              ? item->audience == TW_PB_INTERNAL
                              : !tw_playbook_role_is_customer (maker->playbook, item->role);
        g_ptr_array_add (checks, check);
      }
  return tw_list_new_take (TW_FIELD_LIST, checks);
}

/* Those of workloads that are in scope, in the scope's order. */
static TwList *
scope_refs (TwMaker *maker, TwList *workloads)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < maker->scope->len; i++)
    {
      TwPbWorkload *workload = maker->scope->pdata[i];

      if (tw_list_has (workloads, workload->id))
        g_ptr_array_add (ids, tw_id_new (workload_id (maker, workload->id)));
    }
  return tw_list_new_take (TW_FIELD_REFS, ids);
}

TwActivity *
tw_maker_make_activity (TwMaker *maker, TwPbMotion *motion, TwChosen *chosen)
{
  TwPbActivity *source = chosen->source;
  TwActivity *activity = tw_record_new (&tw_activity_type);

  tw_maker_give_id (maker, &activity->id, &tw_activity_type);
  tw_string_set (&activity->kind, source->id);
  set_name (maker, &activity->name, source->name, source->formerly);
  tw_string_set (&activity->customer_name, source->customer_name);
  activity->days = source->typical_days;
  activity->roles = tw_list_ref (source->primary_roles);
  if (chosen->approach != NULL)
    tw_id_set (&activity->approach, tw_maker_approach_id (maker, chosen->approach->id));
  activity->workloads = scope_refs (maker, source->workloads);
  activity->deliverables = tw_list_ref (source->deliverables);
  activity->checklist = make_checklist (maker, motion, source);
  activity->internal = source->internal;
  return activity;
}

TwPhase *
tw_maker_make_phase (TwMaker *maker, TwPbMotion *motion, TwPbMotionPhase *entry)
{
  g_autoptr (GArray) chosen = choose_activities (maker, motion, entry);
  TwPbPhase *source = tw_playbook_phase (maker->playbook, entry->phase);
  GPtrArray *activities;
  TwPhase *phase;

  if (source == NULL || (chosen->len == 0 && source->days == 0))
    return NULL;
  phase = tw_record_new (&tw_phase_type);
  tw_maker_give_id (maker, &phase->id, &tw_phase_type);
  tw_string_set (&phase->kind, source->id);
  set_name (maker, &phase->name, source->name, NULL);
  tw_string_set (&phase->customer_name, source->customer_name);
  phase->exit = make_exit (maker, source);
  activities = g_ptr_array_new ();
  for (guint i = 0; i < chosen->len; i++)
    {
      TwChosen *one = &g_array_index (chosen, TwChosen, i);

      one->made = tw_maker_make_activity (maker, motion, one);
      g_ptr_array_add (activities, one->made);
    }
  link_activities (maker, chosen);
  phase->activities = tw_list_new_take (TW_FIELD_LIST, activities);
  if (chosen->len == 0)
    phase->days = source->days;
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
make_recurring (TwMaker *maker, TwPbMotion *motion, TwMotion *run)
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
      tw_maker_give_id (maker, &recurring->id, &tw_recurring_type);
      tw_string_set (&recurring->kind, source->id);
      set_name (maker, &recurring->name, source->name, NULL);
      tw_string_set (&recurring->customer_name, source->customer_name);
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
TwMotion *
tw_maker_make_motion (TwMaker *maker, TwRun *run, const char *before, GError **error)
{
  TwMotion *motion = tw_record_new (&tw_motion_type);
  GPtrArray *phases = g_ptr_array_new ();

  tw_maker_give_id (maker, &motion->id, &tw_motion_type);
  tw_string_set (&motion->kind, run->motion->id);
  set_name (maker, &motion->name, run->motion->name, NULL);
  tw_string_set (&motion->customer_name, run->motion->customer_name);
  if (before != NULL)
    {
      GPtrArray *ready = g_ptr_array_new ();

      motion->after = tw_list_new_strv (TW_FIELD_REFS, (const char *[]){ before, NULL });
      motion->handover = tw_record_new (&tw_handover_type);
      add_checks (maker, ready, run->motion->entry_criteria, TRUE);
      motion->handover->ready = tw_list_new_take (TW_FIELD_LIST, ready);
    }
  TW_FOREACH (TwPbMotionPhase, entry, run->motion->phases)
    {
      int order = tw_maker_phase_order (maker, entry->phase);
      TwPhase *phase;

      if (order < run->first || (run->last >= 0 && order > run->last))
        continue;
      phase = tw_maker_make_phase (maker, run->motion, entry);
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

/* The greater of the health group's green bound and that of a chosen approach's KPI. */
static int
target_of (TwMaker *maker, TwPbWorkload *workload)
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

TwWorkload *
tw_maker_make_workload (TwMaker *maker, TwPbWorkload *source)
{
  TwWorkload *workload = tw_record_new (&tw_workload_type);
  TwSlice *slice = tw_record_new (&tw_slice_type);

  tw_maker_give_name_id (maker, &workload->id, &tw_workload_type, source->id);
  tw_string_set (&workload->kind, source->id);
  set_name (maker, &workload->name, source->name, source->formerly);
  workload->unit = source->unit;
  if (maker->seats > 0
      && (g_strcmp0 (source->denominator, "PAU") == 0
          || g_strcmp0 (source->denominator, "paid seats") == 0))
    workload->entitled = maker->seats;
  workload->target = target_of (maker, source);
  tw_maker_give_id (maker, &slice->id, &tw_slice_type);
  slice->seats = workload->entitled;
  tw_string_set (&slice->reason, "new-subscription-or-workload");
  workload->slices = tw_list_new (TW_FIELD_LIST, (gpointer[]){ slice }, 1);
  return workload;
}

TwApproach *
tw_maker_make_approach (TwMaker *maker, TwPbApproach *source)
{
  TwApproach *approach = tw_record_new (&tw_approach_type);
  GPtrArray *kpis = g_ptr_array_new ();

  tw_maker_give_name_id (maker, &approach->id, &tw_approach_type, source->id);
  tw_string_set (&approach->kind, source->id);
  set_name (maker, &approach->name, source->name, NULL);
  tw_string_set (&approach->customer_name, source->customer_name);
  approach->workloads = scope_refs (maker, source->workloads);
  TW_FOREACH (TwPbKpi, from, source->kpis)
    {
      TwKpi *kpi = tw_record_new (&tw_kpi_type);

      tw_maker_give_id (maker, &kpi->id, &tw_kpi_type);
      tw_string_set (&kpi->kind, from->id);
      set_name (maker, &kpi->name, from->name, NULL);
      if (from->workload != NULL)
        tw_id_set (&kpi->workload, workload_id (maker, from->workload));
      kpi->green_above = from->green_above;
      kpi->yellow_above = from->yellow_above;
      g_ptr_array_add (kpis, kpi);
    }
  approach->kpis = tw_list_new_take (TW_FIELD_LIST, kpis);
  return approach;
}

/* What the ids of the playbook stand for in motions that were made just now. */
static GHashTable *
collect_ids (TwList *motions)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  TW_FOREACH (TwMotion, motion, motions)
    {
      g_hash_table_insert (ids, g_strdup (motion->kind), motion->id);
      TW_FOREACH (TwPhase, phase, motion->phases)
        {
          g_hash_table_insert (ids, g_strdup_printf ("%s:%s", motion->kind, phase->kind),
                               phase->id);
          TW_FOREACH (TwActivity, activity, phase->activities)
            g_hash_table_insert (ids, g_strdup (activity->kind), activity->id);
        }
    }
  return ids;
}

/* Adds what is there of follows to links. */
static void
add_followed (GHashTable *ids, TwList *follows, TwList **links)
{
  GPtrArray *all = g_ptr_array_new ();

  TW_FOREACH (char, link, *links)
    g_ptr_array_add (all, g_ref_string_acquire (link));
  TW_FOREACH (char, id, follows)
    {
      const char *found = g_hash_table_lookup (ids, id);

      if (found != NULL && !tw_list_has (*links, found))
        g_ptr_array_add (all, tw_id_new (found));
    }
  g_clear_pointer (links, tw_list_unref);
  *links = tw_list_new_take (TW_FIELD_REFS, all);
}

static void
follow_phase (TwMaker *maker, GHashTable *ids, TwPbMotionPhase *entry, TwPhase *phase)
{
  if (entry->follows != NULL)
    {
      add_followed (ids, entry->follows, &phase->after);
      if (phase->after == NULL && tw_list_n (entry->follows) == 0)
        phase->after = tw_list_new (TW_FIELD_REFS, NULL, 0);
    }
  TW_FOREACH (TwActivity, activity, phase->activities)
    {
      TwPbActivity *source = tw_playbook_activity (maker->playbook, activity->kind);

      if (source->follows != NULL)
        add_followed (ids, source->follows, &activity->after);
    }
}

void
tw_maker_follow (TwMaker *maker, TwList *motions)
{
  g_autoptr (GHashTable) ids = collect_ids (motions);

  TW_FOREACH (TwMotion, motion, motions)
    {
      TwPbMotion *source = tw_playbook_motion (maker->playbook, motion->kind);

      if (source->follows != NULL && maker->plan == NULL)
        {
          g_clear_pointer (&motion->after, tw_list_unref);
          add_followed (ids, source->follows, &motion->after);
        }
      TW_FOREACH (TwPhase, phase, motion->phases)
        follow_phase (maker, ids, tw_list_find (source->phases, phase->kind, NULL), phase);
    }
}

void
tw_maker_find_go_live (TwPlan *plan)
{
  TW_FOREACH (TwMotion, motion, plan->motions)
    TW_FOREACH (TwPhase, phase, motion->phases)
      TW_FOREACH (TwActivity, activity, phase->activities)
        if (plan->go_live == NULL && g_strcmp0 (activity->kind, "go-live") == 0)
          tw_id_set (&plan->go_live, activity->id);
}

static void
take_from_plan (TwMaker *maker, TwPlan *plan)
{
  TW_FOREACH (TwApproach, approach, plan->approaches)
    {
      TwPbApproach *source
          = approach->kind != NULL ? tw_playbook_approach (maker->playbook, approach->kind) : NULL;

      if (source != NULL)
        g_ptr_array_add (maker->approaches, source);
    }
  TW_FOREACH (TwPbWorkload, workload, maker->playbook->workloads)
    TW_FOREACH (TwWorkload, own, plan->workloads)
      if (g_strcmp0 (own->kind, workload->id) == 0
          && !g_ptr_array_find (maker->scope, workload, NULL))
        g_ptr_array_add (maker->scope, workload);
  TW_FOREACH (TwMotion, motion, plan->motions)
    TW_FOREACH (TwPhase, phase, motion->phases)
      TW_FOREACH (TwActivity, activity, phase->activities)
        if (activity->kind != NULL)
          g_hash_table_add (maker->used, activity->kind);
  maker->seats = MAX (0, plan->customer->seats);
  maker->language = tw_terms_language (plan->language);
  maker->home = plan->playbook != NULL ? tw_playbook_find (plan->playbook) : NULL;
}

void
tw_maker_init (TwMaker *maker, TwPlaybook *playbook, TwPlan *plan)
{
  *maker = (TwMaker){ .playbook = playbook,
                      .plan = plan,
                      .approaches = g_ptr_array_new (),
                      .scope = g_ptr_array_new (),
                      .used = g_hash_table_new (g_str_hash, g_str_equal),
                      .counters = g_hash_table_new (NULL, NULL),
                      .ids = plan != NULL ? tw_plan_ids (plan) : NULL };
  if (plan != NULL)
    take_from_plan (maker, plan);
}

void
tw_maker_clear (TwMaker *maker)
{
  g_clear_pointer (&maker->approaches, g_ptr_array_unref);
  g_clear_pointer (&maker->scope, g_ptr_array_unref);
  g_clear_pointer (&maker->used, g_hash_table_unref);
  g_clear_pointer (&maker->counters, g_hash_table_unref);
  g_clear_pointer (&maker->ids, g_hash_table_unref);
  g_clear_pointer (&maker->home, tw_playbook_unref);
}
