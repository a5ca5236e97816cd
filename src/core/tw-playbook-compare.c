/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-edit.h"
#include "tw-playbook-add.h"
#include "tw-playbook-maker.h"
#include "tw-terms.h"
#include "tw-words.h"

/* What a plan lacks of its playbook, and why; and one by one into it. */

static void
missing_free (gpointer data)
{
  TwMissing *missing = data;

  g_free (missing->reason);
  g_free (missing);
}

/* The first approach of the playbook that names the activity or whose own it is. */
static TwPbApproach *
approach_of (TwPlaybook *playbook, const char *activity)
{
  TW_FOREACH (TwPbApproach, approach, playbook->approaches)
    if (tw_list_find (approach->activities, activity, NULL) != NULL)
      return approach;
  return NULL;
}

static char *
name_workloads (TwMaker *maker, TwList *workloads)
{
  GString *names = g_string_new (NULL);

  TW_FOREACH (char, id, workloads)
    {
      TwPbWorkload *workload = tw_list_find (maker->playbook->workloads, id, NULL);

      if (names->len > 0)
        g_string_append (names, C_ ("between parts of a list", ", "));
      g_string_append (names, workload != NULL
                                  ? tw_term (maker->language, workload->name, workload->formerly)
                                  : id);
    }
  return g_string_free (names, FALSE);
}

/* Why an activity isn't in the plan by itself; NULL if it would be. on_request: the motion has it
 * only as an option. */
static char *
reason_of (TwMaker *maker, TwChosen *one, gboolean on_request)
{
  TwPbActivity *source = one->source;
  TwPbApproach *approach = approach_of (maker->playbook, source->id);
  gboolean own = source->phase != NULL;
  gboolean optional = on_request || source->optional;
  g_autofree char *detail = NULL;

  if (maker->seats < source->min_seats)
    {
      detail = tw_words_number (source->min_seats);
      return g_strdup_printf (_ ("needs %s seats"), detail);
    }
  if (!tw_maker_fits (maker, NULL, source->workloads, NULL, 0))
    {
      detail = name_workloads (maker, source->workloads);
      return g_strdup_printf (_ ("not in scope: %s"), detail);
    }
  if (one->approach == NULL && approach != NULL && (own || optional))
    return g_strdup_printf (_ ("of the approach %s"),
                            tw_term (maker->language, approach->name, NULL));
  if (optional && (own || one->approach == NULL))
    return g_strdup (C_ ("why an activity was left out", "optional"));
  return NULL;
}

static void
add_missing (GPtrArray *list, TwMaker *maker, TwSite *site, TwChosen one, gboolean on_request)
{
  TwMissing *missing;

  if (!tw_maker_is_for (site->motion, one.source->motions)
      || (one.source->phase != NULL ? g_hash_table_contains (maker->used, one.source->id)
                                    : tw_motion_has_kind (site->of, one.source->id)))
    return;
  for (guint i = 0; i < list->len; i++)
    if (((TwMissing *) list->pdata[i])->activity == one.source)
      return;
  missing = g_new0 (TwMissing, 1);
  missing->activity = one.source;
  missing->reason = reason_of (maker, &one, on_request);
  g_ptr_array_add (list, missing);
}

static GPtrArray *
find_missing (TwMaker *maker, TwSite *site)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (missing_free);

  for (guint i = 0; i < site->order->len; i++)
    add_missing (list, maker, site, g_array_index (site->order, TwChosen, i), FALSE);
  TW_FOREACH (char, id, site->entry != NULL ? site->entry->optional : NULL)
    {
      TwPbActivity *source = tw_playbook_activity (maker->playbook, id);

      if (source != NULL)
        add_missing (list, maker, site, (TwChosen){ .source = source }, TRUE);
    }
  TW_FOREACH (TwPbApproach, approach, maker->playbook->approaches)
    TW_FOREACH (TwPbActivity, own, approach->activities)
      if (own->name != NULL && g_strcmp0 (own->phase, site->phase->kind) == 0)
        add_missing (list, maker, site, (TwChosen){ .source = own }, FALSE);
  return list;
}

static gboolean
find_site (TwMaker *maker, const char *phase, TwSite *site)
{
  TW_FOREACH (TwMotion, motion, maker->plan->motions)
    {
      TwPhase *found = tw_list_find (motion->phases, phase, NULL);

      if (found == NULL)
        continue;
      tw_site_init (site, maker, motion, found);
      return TRUE;
    }
  return FALSE;
}

/* Adds what the playbook has elsewhere and the motion lacks. */
static void
add_elsewhere (GPtrArray *list, TwSite *site, TwList *activities)
{
  TW_FOREACH (TwPbActivity, source, activities)
    {
      gboolean known = source->name == NULL || tw_motion_has_kind (site->of, source->id);

      for (guint i = 0; i < list->len && !known; i++)
        known = ((TwMissing *) list->pdata[i])->activity == source;
      if (!known)
        {
          TwMissing *missing = g_new0 (TwMissing, 1);

          missing->activity = source;
          g_ptr_array_add (list, missing);
        }
    }
}

static GPtrArray *
find_suggestions (TwMaker *maker, TwSite *site)
{
  GPtrArray *list = find_missing (maker, site);

  TW_FOREACH (TwPbPhase, phase, maker->playbook->phases)
    add_elsewhere (list, site, phase->activities);
  TW_FOREACH (TwPbApproach, approach, maker->playbook->approaches)
    add_elsewhere (list, site, approach->activities);
  return list;
}

GPtrArray *
tw_playbook_suggestions (TwPlaybook *playbook, TwPlan *plan, const char *phase)
{
  g_auto (TwMaker) maker = { 0 };
  g_auto (TwSite) site = { 0 };

  tw_maker_init (&maker, playbook, plan);
  if (!find_site (&maker, phase, &site))
    return g_ptr_array_new_with_free_func (missing_free);
  return find_suggestions (&maker, &site);
}

TwPlan *
tw_playbook_add_activity (TwPlaybook *playbook, TwPlan *plan, const char *phase,
                          const char *activity, guint at, char **id, GError **error)
{
  g_auto (TwMaker) maker = { 0 };
  g_auto (TwSite) site = { 0 };
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (TwChosen));
  TwChosen one = { 0 };
  TwPlan *edited;

  tw_maker_init (&maker, playbook, plan);
  if (!find_site (&maker, phase, &site))
    {
      tw_refuse_absent (error, phase);
      return NULL;
    }
  missing = find_suggestions (&maker, &site);
  for (guint i = 0; i < missing->len; i++)
    if (g_str_equal (((TwMissing *) missing->pdata[i])->activity->id, activity))
      one.source = ((TwMissing *) missing->pdata[i])->activity;
  if (one.source == NULL)
    {
      g_set_error (error, TW_ERROR, TW_ERROR_REFUSED,
                   _ ("The playbook has no “%s” that is missing here"), activity);
      return NULL;
    }
  for (guint i = 0; i < site.order->len; i++)
    if (g_array_index (site.order, TwChosen, i).source == one.source)
      one.approach = g_array_index (site.order, TwChosen, i).approach;
  g_array_append_val (added, one);
  edited = tw_site_fill (&maker, plan, &site, added, at);
  if (id != NULL)
    *id = g_ref_string_acquire (g_array_index (added, TwChosen, 0).made->id);
  return tw_edit_if_possible (edited, error);
}

/* --- comparing --- */

static void
difference_free (gpointer data)
{
  TwDifference *difference = data;

  g_free (difference->phase);
  g_free (difference->id);
  g_free (difference->reason);
  g_free (difference);
}

static TwDifference *
add_difference (GPtrArray *list, TwDifferenceKind kind, TwPhase *phase, const char *id,
                const char *name)
{
  TwDifference *difference = g_new0 (TwDifference, 1);

  difference->kind = kind;
  difference->phase = phase != NULL ? g_strdup (phase->id) : NULL;
  difference->id = g_strdup (id);
  difference->name = name;
  g_ptr_array_add (list, difference);
  return difference;
}

/* Something of the plan that is called name, and in the playbook other (NULL: not there). */
static void
compare_names (GPtrArray *list, TwPhase *phase, const char *id, const char *name, const char *other)
{
  if (other == NULL)
    add_difference (list, TW_DIFFERENCE_ADDED, phase, id, name);
  else if (!g_str_equal (name, other))
    add_difference (list, TW_DIFFERENCE_RENAMED, phase, id, name)->other = other;
}

static void
compare_phase (GPtrArray *list, TwMaker *maker, TwSite *site)
{
  TwPhase *phase = site->phase;
  TwPbPhase *source
      = site->entry != NULL ? tw_playbook_phase (maker->playbook, site->entry->phase) : NULL;
  g_autoptr (GPtrArray) missing = find_missing (maker, site);

  compare_names (list, phase, phase->id, phase->name,
                 source != NULL ? tw_term (maker->language, source->name, NULL) : NULL);
  TW_FOREACH (TwActivity, activity, phase->activities)
    {
      TwPbActivity *same
          = activity->kind != NULL ? tw_playbook_activity (maker->playbook, activity->kind) : NULL;

      compare_names (list, phase, activity->id, activity->name,
                     same != NULL ? tw_term (maker->language, same->name, same->formerly) : NULL);
    }
  for (guint i = 0; i < missing->len; i++)
    {
      TwMissing *one = missing->pdata[i];
      TwDifference *difference = add_difference (
          list, TW_DIFFERENCE_LEFT_OUT, phase, one->activity->id,
          tw_term (maker->language, one->activity->name, one->activity->formerly));

      difference->reason = g_steal_pointer (&one->reason);
    }
}

static TwPhase *
find_phase_kind (TwMotion *motion, const char *kind)
{
  TW_FOREACH (TwPhase, phase, motion->phases)
    if (g_strcmp0 (phase->kind, kind) == 0)
      return phase;
  return NULL;
}

/* The phases that the motion lacks; another one of the plan may have them. */
static void
compare_phases (GPtrArray *list, TwMaker *maker, TwMotion *motion, TwPbMotion *source)
{
  TW_FOREACH (TwPbMotionPhase, entry, source->phases)
    {
      TwPbPhase *phase = tw_playbook_phase (maker->playbook, entry->phase);
      TwDifference *difference;

      if (phase == NULL || find_phase_kind (motion, entry->phase) != NULL)
        continue;
      difference = add_difference (list, TW_DIFFERENCE_LEFT_OUT, NULL, phase->id,
                                   tw_term (maker->language, phase->name, NULL));
      TW_FOREACH (TwMotion, other, maker->plan->motions)
        if (difference->reason == NULL && find_phase_kind (other, entry->phase) != NULL)
          difference->reason = g_strdup_printf (
              C_ ("which motion has the phase that this one lacks", "part of %s"), other->name);
    }
}

GPtrArray *
tw_playbook_compare (TwPlaybook *playbook, TwPlan *plan, const char *motion)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (difference_free);
  TwMotion *own = tw_list_find (plan->motions, motion, NULL);
  TwPbMotion *source
      = own != NULL && own->kind != NULL ? tw_playbook_motion (playbook, own->kind) : NULL;
  g_auto (TwMaker) maker = { 0 };

  if (source == NULL)
    return list;
  tw_maker_init (&maker, playbook, plan);
  compare_names (list, NULL, own->id, own->name, tw_term (maker.language, source->name, NULL));
  TW_FOREACH (TwPhase, phase, own->phases)
    {
      g_auto (TwSite) site = { 0 };

      tw_site_init (&site, &maker, own, phase);
      compare_phase (list, &maker, &site);
    }
  compare_phases (list, &maker, own, source);
  return list;
}

/* Where a phase of the catalogue stands among a motion's: behind the last that comes before it. */
static guint
place_of_phase (TwMaker *maker, TwMotion *motion, const char *phase)
{
  int order = tw_maker_phase_order (maker, phase);
  guint at = 0, n = 0;

  TW_FOREACH (TwPhase, other, motion->phases)
    {
      n++;
      if (other->kind != NULL && tw_playbook_phase (maker->playbook, other->kind) != NULL
          && tw_maker_phase_order (maker, other->kind) < order)
        at = n;
    }
  return at;
}

TwPlan *
tw_playbook_add_phase (TwPlaybook *playbook, TwPlan *plan, const char *motion, const char *phase,
                       char **id, GError **error)
{
  g_auto (TwMaker) maker = { 0 };
  TwMotion *own = tw_list_find (plan->motions, motion, NULL);
  TwPbMotion *source
      = own != NULL && own->kind != NULL ? tw_playbook_motion (playbook, own->kind) : NULL;
  TwPbMotionPhase *entry = source != NULL ? tw_list_find (source->phases, phase, NULL) : NULL;
  TwPhase *made;
  g_autoptr (TwList) one = NULL;
  TwPlace place;

  if (entry == NULL)
    {
      tw_refuse_unknown (error, phase);
      return NULL;
    }
  tw_maker_init (&maker, playbook, plan);
  made = tw_maker_make_phase (&maker, source, entry);
  if (made == NULL)
    {
      g_set_error (error, TW_ERROR, TW_ERROR_REFUSED,
                   _ ("Nothing of “%s” is left to do in this order and scope"),
                   tw_playbook_name (playbook, TW_WORD_PHASE, phase));
      return NULL;
    }
  one = tw_list_new (TW_FIELD_LIST, (gpointer[]){ made }, 1);
  tw_plan_find (plan, &tw_motion_type, motion, &place);
  if (id != NULL)
    *id = g_ref_string_acquire (made->id);
  return tw_edit_if_possible (tw_plan_splice (plan, &place,
                                              tw_record_type_field (&tw_motion_type, "phases"),
                                              place_of_phase (&maker, own, phase), 0, one, error),
                              error);
}
