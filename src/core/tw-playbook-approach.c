/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-edit.h"
#include "tw-playbook-add.h"
#include "tw-playbook-maker.h"

/* An approach comes into a plan, and goes again. */

/* How many activities went to phases of each name. */
typedef struct
{
  GPtrArray *names;
  GArray *counts;
  guint n;
} Tally;

static void
tally (Tally *tally, const char *name, guint n)
{
  guint at;

  if (n == 0)
    return;
  tally->n += n;
  if (!g_ptr_array_find_with_equal_func (tally->names, name, g_str_equal, &at))
    {
      at = tally->names->len;
      g_ptr_array_add (tally->names, (gpointer) name);
      g_array_set_size (tally->counts, at + 1);
    }
  g_array_index (tally->counts, guint, at) += n;
}

static char *
describe (Tally *tally, GPtrArray *workloads)
{
  GString *phases = g_string_new (NULL);
  g_autofree char *names = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < tally->names->len; i++)
    {
      if (i > 0)
        g_string_append (phases, C_ ("between parts of a list", ", "));
      g_string_append_printf (phases, C_ ("how many activities in which phase", "%u in %s"),
                              g_array_index (tally->counts, guint, i),
                              (char *) tally->names->pdata[i]);
    }
  text = tally->n > 0 ? g_strdup_printf (
             g_dngettext (GETTEXT_PACKAGE, "%u activity: %s", "%u activities: %s", tally->n),
             tally->n, phases->str)
                      : g_strdup (_ ("No activities"));
  g_string_free (phases, TRUE);
  if (workloads->len == 0)
    return g_steal_pointer (&text);
  g_ptr_array_add (workloads, NULL);
  names = g_strjoinv (C_ ("between parts of a list", ", "), (char **) workloads->pdata);
  return g_strdup_printf (_ ("%s; workloads added: %s"), text, names);
}

/* Adds to scope and plan the workloads of the approach's KPIs that the plan lacks; their names to
 * names. */
static TwPlan *
add_workloads (TwMaker *maker, TwPbApproach *approach, GPtrArray *names)
{
  g_autoptr (TwPlan) plan = tw_plan_ref (maker->plan);

  TW_FOREACH (TwPbWorkload, workload, maker->playbook->workloads)
    {
      gboolean measured = FALSE;
      TwWorkload *made;
      TwPlan *edited;

      TW_FOREACH (TwPbKpi, kpi, approach->kpis)
        measured = measured || g_strcmp0 (kpi->workload, workload->id) == 0;
      if (!measured || tw_maker_in_scope (maker, workload->id))
        continue;
      made = tw_maker_make_workload (maker, workload);
      g_ptr_array_add (names, made->name);
      edited = tw_plan_insert (plan, "workloads", G_MAXUINT, made, NULL);
      tw_plan_unref (plan);
      plan = edited;
      g_ptr_array_add (maker->scope, workload);
    }
  return g_steal_pointer (&plan);
}

static TwPlan *
tag (TwPlan *plan, TwPhase *phase, const char *kind, const char *approach)
{
  TW_FOREACH (TwActivity, activity, phase->activities)
    if (g_strcmp0 (activity->kind, kind) == 0 && activity->approach == NULL)
      return tw_plan_set_by_id (plan, &tw_activity_type, activity->id, "approach",
                                (TwValue){ .string = (char *) approach }, NULL);
  return tw_plan_ref (plan);
}

/* Adds to one phase what the approach has for it. */
static TwPlan *
fill_for_approach (TwMaker *maker, TwPlan *plan, TwSite *site, TwPbApproach *approach,
                   const char *id, guint *n)
{
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (TwChosen));
  g_autoptr (TwPlan) tagged = tw_plan_ref (plan);

  for (guint i = 0; i < site->order->len; i++)
    {
      TwChosen *one = &g_array_index (site->order, TwChosen, i);
      TwPbActivity *source = one->source;
      gboolean own = source->phase != NULL;
      TwPlan *next;

      if (one->approach != approach)
        continue;
      if (own ? g_hash_table_contains (maker->used, source->id)
              : tw_motion_has_kind (site->of, source->id))
        {
          next = tag (tagged, site->phase, source->id, id);
          tw_plan_unref (tagged);
          tagged = next;
        }
      else if (tw_maker_fits (maker, site->motion, source->workloads, source->motions,
                              source->min_seats)
               && !(own && source->optional))
        {
          g_array_append_val (added, *one);
          g_hash_table_add (maker->used, source->id);
        }
    }
  *n = added->len;
  if (added->len == 0)
    return g_steal_pointer (&tagged);
  return tw_site_fill (maker, tagged, site, added, G_MAXUINT);
}

/* Fills the phases of the plan with what the approach has for them. */
static TwPlan *
fill_phases (TwMaker *maker, TwPbApproach *approach, const char *id, Tally *counts)
{
  g_autoptr (TwPlan) plan = tw_plan_ref (maker->plan);

  TW_FOREACH (TwMotion, motion, maker->plan->motions)
    TW_FOREACH (TwPhase, phase, motion->phases)
      {
        g_auto (TwSite) site = { 0 };
        TwPlan *edited;
        guint n;

        tw_site_init (&site, maker, motion, phase);
        edited = fill_for_approach (maker, plan, &site, approach, id, &n);
        tally (counts, phase->name, n);
        tw_plan_unref (plan);
        plan = edited;
      }
  return g_steal_pointer (&plan);
}

TwPlan *
tw_playbook_add_approach (TwPlaybook *playbook, TwPlan *plan, const char *approach, char **sentence,
                          GError **error)
{
  TwPbApproach *source = tw_playbook_approach (playbook, approach);
  g_auto (TwMaker) maker = { 0 };
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) phases = g_ptr_array_new ();
  g_autoptr (GArray) numbers = g_array_new (FALSE, TRUE, sizeof (guint));
  Tally counts = { phases, numbers, 0 };
  g_autoptr (TwPlan) wider = NULL, recorded = NULL;
  TwApproach *made;
  TwPlan *edited;

  tw_maker_init (&maker, playbook, plan);
  if (source == NULL)
    {
      tw_refuse_unknown (error, approach);
      return NULL;
    }
  if (g_ptr_array_find (maker.approaches, source, NULL))
    {
      g_set_error (error, TW_ERROR, TW_ERROR_REFUSED, _ ("“%s” is in the plan already"),
                   source->name);
      return NULL;
    }
  g_ptr_array_add (maker.approaches, source);
  maker.plan = wider = add_workloads (&maker, source, names);
  made = tw_maker_make_approach (&maker, source);
  maker.plan = recorded = tw_plan_insert (wider, "approaches", G_MAXUINT, made, error);
  edited = tw_edit_if_possible (fill_phases (&maker, source, made->id, &counts), error);
  if (edited != NULL && sentence != NULL)
    *sentence = describe (&counts, names);
  return edited;
}

/* Whether the approach (which isn't among the maker's) alone brought the activity. */
static gboolean
is_brought (TwMaker *maker, TwPbApproach *approach, TwActivity *activity)
{
  TwPbActivity *own
      = activity->kind != NULL ? tw_list_find (approach->activities, activity->kind, NULL) : NULL;
  TwPbActivity *source;

  if (own == NULL)
    return FALSE;
  source = tw_playbook_activity (maker->playbook, activity->kind);
  return own->name != NULL
         || (source != NULL && source->optional
             && tw_maker_named_by (maker, activity->kind) == NULL);
}

static gboolean
has_changed_links (TwMaker *maker, TwPhase *phase, TwActivity *activity)
{
  g_autoptr (GArray) present = tw_maker_find_present (maker, phase->activities);
  g_autoptr (GPtrArray) links = tw_maker_links (maker, present);

  for (guint i = 0; i < present->len; i++)
    if (g_array_index (present, TwChosen, i).made == activity)
      {
        g_autoptr (TwList) rule = tw_maker_rule_links (present, links, i);
        gboolean same = tw_list_n (rule) == tw_list_n (activity->after);

        TW_FOREACH (char, id, rule)
          same = same && tw_list_has (activity->after, id);
        return !same;
      }
  return FALSE;
}

/* Whether a person or an engagement left something on it (MAKING.md). */
static gboolean
is_recorded (TwMaker *maker, TwPhase *phase, TwActivity *activity)
{
  TwPbActivity *source = tw_maker_find_activity (maker, activity->kind);

  TW_FOREACH (TwCheck, check, activity->checklist)
    if (check->done != TW_DATE_NONE || check->note != NULL || check->owner != NULL
        || check->kind == NULL)
      return TRUE;
  return activity->status != TW_STATUS_NOT_STARTED || activity->start != TW_DATE_NONE
         || activity->started != TW_DATE_NONE || activity->finished != TW_DATE_NONE
         || activity->notes != NULL || activity->internal_notes != NULL || activity->owner != NULL
         || activity->reason != NULL || activity->days != source->typical_days
         || has_changed_links (maker, phase, activity);
}

/* Sorts the activities with the approach's tag: brought by it alone and nothing recorded; brought
 * and recorded; the others. Each array may be NULL. */
static void
sort_activities (TwMaker *maker, TwApproach *approach, GPtrArray *bare, GPtrArray *recorded,
                 GPtrArray *others)
{
  TwPbApproach *source
      = approach->kind != NULL ? tw_playbook_approach (maker->playbook, approach->kind) : NULL;

  if (source != NULL)
    g_ptr_array_remove (maker->approaches, source);
  TW_FOREACH (TwMotion, motion, maker->plan->motions)
    TW_FOREACH (TwPhase, phase, motion->phases)
      TW_FOREACH (TwActivity, activity, phase->activities)
        {
          GPtrArray *into = others;

          if (g_strcmp0 (activity->approach, approach->id) != 0)
            continue;
          if (source != NULL && is_brought (maker, source, activity))
            into = is_recorded (maker, phase, activity) ? recorded : bare;
          if (into != NULL)
            g_ptr_array_add (into, activity);
        }
}

GPtrArray *
tw_playbook_approach_recorded (TwPlaybook *playbook, TwPlan *plan, const char *approach)
{
  TwApproach *found = tw_list_find (plan->approaches, approach, NULL);
  GPtrArray *recorded = g_ptr_array_new ();
  g_auto (TwMaker) maker = { 0 };

  tw_maker_init (&maker, playbook, plan);
  if (found != NULL)
    sort_activities (&maker, found, NULL, recorded, NULL);
  return recorded;
}

static char *
describe_removal (TwApproach *approach, guint n_gone, guint n_stay)
{
  g_autofree char *gone = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u activity goes with it", "%u activities go with it", n_gone),
      n_gone);
  g_autofree char *stay
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u stays", "%u stay", n_stay), n_stay);

  if (n_gone == 0 && n_stay == 0)
    return g_strdup_printf (_ ("“%s” removed"), approach->name);
  if (n_gone == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%s” removed; its activity stays",
                                         "“%s” removed; its %u activities stay", n_stay),
                            approach->name, n_stay);
  if (n_stay == 0)
    return g_strdup_printf (_ ("“%s” removed; %s"), approach->name, gone);
  /* The approach removed, what goes with it, what stays. */
  return g_strdup_printf (_ ("“%s” removed; %s, %s"), approach->name, gone, stay);
}

/* The activities that stay get the tag of another approach that names them, if there is one. */
static TwPlan *
retag (TwMaker *maker, GPtrArray *staying)
{
  g_autoptr (TwPlan) plan = tw_plan_ref (maker->plan);

  for (guint i = 0; i < staying->len; i++)
    {
      TwActivity *activity = staying->pdata[i];
      TwPbApproach *other
          = activity->kind != NULL ? tw_maker_named_by (maker, activity->kind) : NULL;
      TwPlan *edited;

      if (other == NULL)
        continue;
      edited = tw_plan_set_by_id (
          plan, &tw_activity_type, activity->id, "approach",
          (TwValue){ .string = (char *) tw_maker_approach_id (maker, other->id) }, NULL);
      tw_plan_unref (plan);
      plan = edited;
    }
  return g_steal_pointer (&plan);
}

TwPlan *
tw_playbook_remove_approach (TwPlaybook *playbook, TwPlan *plan, const char *approach,
                             const char *const *also, char **sentence, GError **error)
{
  TwApproach *found = tw_list_find (plan->approaches, approach, NULL);
  g_autoptr (GPtrArray) going = g_ptr_array_new (), recorded = g_ptr_array_new (),
                        staying = g_ptr_array_new ();
  g_auto (TwMaker) maker = { 0 };
  g_autoptr (TwPlan) edited = NULL;
  TwPlan *without;

  if (found == NULL)
    {
      tw_refuse_absent (error, approach);
      return NULL;
    }
  tw_maker_init (&maker, playbook, plan);
  sort_activities (&maker, found, going, recorded, staying);
  for (guint i = 0; i < recorded->len; i++)
    {
      TwActivity *activity = recorded->pdata[i];

      g_ptr_array_add (also != NULL && g_strv_contains (also, activity->id) ? going : staying,
                       activity);
    }
  edited = retag (&maker, staying);
  for (guint i = 0; i < going->len; i++)
    {
      without = tw_edit_delete (edited, &tw_activity_type, ((TwActivity *) going->pdata[i])->id,
                                NULL, error);
      if (without == NULL)
        return NULL;
      tw_plan_unref (edited);
      edited = without;
    }
  without = tw_edit_delete (edited, &tw_approach_type, approach, NULL, error);
  if (without != NULL && sentence != NULL)
    *sentence = describe_removal (found, going->len, staying->len);
  return without;
}
