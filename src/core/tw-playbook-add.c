/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-edit.h"
#include "tw-playbook-add.h"
#include "tw-playbook-maker.h"

void
tw_refuse_unknown (GError **error, const char *id)
{
  g_set_error (error, TW_ERROR, TW_ERROR_REFUSED, _ ("The playbook has no “%s”"), id);
}

void
tw_refuse_absent (GError **error, const char *id)
{
  g_set_error (error, TW_ERROR, TW_ERROR_REFUSED, _ ("There is no “%s” in this plan"), id);
}

TwPlan *
tw_plan_insert (TwPlan *plan, const char *list, guint at, gpointer record, GError **error)
{
  const TwField *field = tw_record_type_field (&tw_plan_type, list);
  g_autoptr (TwList) one = tw_list_new (TW_FIELD_LIST, &record, 1);

  at = MIN (at, tw_list_n (tw_record_get (plan, field).list));
  return tw_plan_splice (plan, &(TwPlace){ 0 }, field, at, 0, one, error);
}

/* --- a motion --- */

/* The motion of the plan with this id, or the one that holds the phase with it. */
static TwMotion *
find_giver (TwPlan *plan, const char *id, TwPhase **phase)
{
  TW_FOREACH (TwMotion, motion, plan->motions)
    {
      *phase = tw_list_find (motion->phases, id, NULL);
      if (*phase != NULL || g_str_equal (motion->id, id))
        return motion;
    }
  return NULL;
}

/* Step 1: where a motion begins that takes over from giver, or from one of its phases. */
static int
first_of (TwMaker *maker, const char *motion, TwMotion *giver, TwPhase *phase)
{
  TwPbMotion *source
      = giver->kind != NULL ? tw_playbook_motion (maker->playbook, giver->kind) : NULL;
  TwPbHandover *link = source != NULL ? tw_list_find (source->hands_over_to, motion, NULL) : NULL;
  const char *stop = phase != NULL ? phase->kind : link != NULL ? link->after_phase : NULL;

  if (link != NULL && link->from_phase != NULL)
    return tw_maker_phase_order (maker, link->from_phase);
  return stop != NULL && tw_playbook_phase (maker->playbook, stop) != NULL
             ? tw_maker_phase_order (maker, stop) + 1
             : -1;
}

static gboolean
bound_run (TwMaker *maker, const TwMotionRequest *request, TwRun *run, GError **error)
{
  TwPhase *phase = NULL;
  TwMotion *giver
      = request->after != NULL ? find_giver (maker->plan, request->after, &phase) : NULL;
  const char *const bounds[] = { request->motion, request->from, request->to };

  run->motion = tw_playbook_motion (maker->playbook, request->motion);
  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    if (bounds[i] != NULL
        && (i == 0 ? run->motion == NULL : tw_playbook_phase (maker->playbook, bounds[i]) == NULL))
      {
        tw_refuse_unknown (error, bounds[i]);
        return FALSE;
      }
  if (request->after != NULL && giver == NULL)
    {
      tw_refuse_absent (error, request->after);
      return FALSE;
    }
  run->first = request->from != NULL ? tw_maker_phase_order (maker, request->from)
               : giver != NULL       ? first_of (maker, request->motion, giver, phase)
                                     : -1;
  run->last = request->to != NULL ? tw_maker_phase_order (maker, request->to) : -1;
  return TRUE;
}

TwPlan *
tw_playbook_add_motion (TwPlaybook *playbook, TwPlan *plan, const TwMotionRequest *request,
                        char **id, GError **error)
{
  g_auto (TwMaker) maker = { 0 };
  TwRun run;
  TwMotion *motion;
  g_autoptr (TwList) made = NULL;
  TwPlan *edited;

  tw_maker_init (&maker, playbook, plan);
  if (!bound_run (&maker, request, &run, error))
    return NULL;
  motion = tw_maker_make_motion (&maker, &run, request->after, error);
  if (motion == NULL)
    return NULL;
  made = tw_list_new (TW_FIELD_LIST, (gpointer[]){ tw_record_ref (motion) }, 1);
  tw_maker_follow (&maker, made);
  edited = tw_plan_insert (plan, "motions", request->at, motion, error);
  /* The plan was made just now, and nobody else has seen it. */
  tw_maker_find_go_live (edited);
  edited = tw_edit_if_possible (edited, error);
  if (edited != NULL && id != NULL)
    *id = g_ref_string_acquire (motion->id);
  return edited;
}

/* --- activities of a phase --- */

static gboolean
is_kind (TwActivity *activity, const char *kind)
{
  return g_strcmp0 (activity->kind, kind) == 0;
}

gboolean
tw_motion_has_kind (TwMotion *motion, const char *kind)
{
  TW_FOREACH (TwPhase, phase, motion->phases)
    TW_FOREACH (TwActivity, activity, phase->activities)
      if (is_kind (activity, kind))
        return TRUE;
  return FALSE;
}

GArray *
tw_maker_find_present (TwMaker *maker, TwList *activities)
{
  GArray *present = g_array_new (FALSE, FALSE, sizeof (TwChosen));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  TW_FOREACH (TwActivity, activity, activities)
    if (activity->kind != NULL && g_hash_table_add (seen, activity->kind))
      {
        TwChosen one
            = { .source = tw_maker_find_activity (maker, activity->kind), .made = activity };

        if (one.source != NULL)
          g_array_append_val (present, one);
      }
  return present;
}

TwList *
tw_maker_rule_links (GArray *chosen, GPtrArray *links, guint i)
{
  GPtrArray *ids = g_ptr_array_new ();
  GPtrArray *own = links->pdata[i];

  for (guint j = 0; j < own->len; j++)
    {
      TwChosen *target = &g_array_index (chosen, TwChosen, GPOINTER_TO_UINT (own->pdata[j]));

      g_ptr_array_add (ids, g_ref_string_acquire (target->made->id));
    }
  return tw_list_new_take (TW_FIELD_REFS, ids);
}

/* The links of an activity with what the rule says now instead of what it said before; what a
 * person changed stays changed. */
static TwList *
merge_links (TwList *links, TwList *before, TwList *now)
{
  GPtrArray *ids = g_ptr_array_new ();

  TW_FOREACH (char, link, links)
    if (!tw_list_has (before, link) || tw_list_has (now, link))
      g_ptr_array_add (ids, g_ref_string_acquire (link));
  TW_FOREACH (char, link, now)
    if (!tw_list_has (before, link) && !tw_list_has (links, link))
      g_ptr_array_add (ids, g_ref_string_acquire (link));
  return tw_list_new_take (TW_FIELD_REFS, ids);
}

/* Where the first (last) activity of a kind stands among items, or -1. */
static int
find_kind (GPtrArray *items, const char *kind, gboolean last)
{
  int at = -1;

  for (guint i = 0; i < items->len && (last || at < 0); i++)
    if (is_kind (items->pdata[i], kind))
      at = (int) i;
  return at;
}

/* Where the playbook has an activity among items: behind the nearest before it that is there. */
static guint
place_among (GPtrArray *items, GArray *order, TwPbActivity *activity)
{
  guint own = 0;
  int at;

  while (own < order->len && g_array_index (order, TwChosen, own).source != activity)
    own++;
  for (guint i = MIN (own, order->len); i-- > 0;)
    if ((at = find_kind (items, g_array_index (order, TwChosen, i).source->id, TRUE)) >= 0)
      return (guint) at + 1;
  for (guint i = own + 1; i < order->len; i++)
    if ((at = find_kind (items, g_array_index (order, TwChosen, i).source->id, FALSE)) >= 0)
      return (guint) at;
  return items->len;
}

void
tw_site_clear (TwSite *site)
{
  g_clear_pointer (&site->order, g_array_unref);
}

void
tw_site_init (TwSite *site, TwMaker *maker, TwMotion *of, TwPhase *phase)
{
  *site = (TwSite){ .of = of, .phase = phase };
  tw_plan_find (maker->plan, &tw_phase_type, phase->id, &site->place);
  if (of->kind != NULL)
    site->motion = tw_playbook_motion (maker->playbook, of->kind);
  if (site->motion != NULL && phase->kind != NULL)
    site->entry = tw_list_find (site->motion->phases, phase->kind, NULL);
  site->order = tw_maker_candidates (maker, site->entry, phase->kind);
}

/* Puts the activities of added into the site's phase at at (G_MAXUINT: each where the playbook has
 * it). With relink, what is there and hasn't begun is linked to them by the rule. */
static TwPlan *
fill (TwMaker *maker, TwPlan *plan, TwSite *site, GArray *added, guint at, gboolean relink)
{
  TwPhase *old = tw_plan_at (plan, &site->place);
  g_autoptr (GArray) chosen = tw_maker_find_present (maker, old->activities);
  g_autoptr (GPtrArray) before = tw_maker_links (maker, chosen), now = NULL;
  guint n = chosen->len;
  GPtrArray *items = g_ptr_array_new ();
  gpointer phase;
  TwPlan *edited;

  for (guint i = 0; i < added->len; i++)
    {
      TwChosen *one = &g_array_index (added, TwChosen, i);

      one->made = tw_maker_make_activity (maker, site->motion, one);
      g_array_append_val (chosen, *one);
    }
  now = tw_maker_links (maker, chosen);
  TW_FOREACH (TwActivity, activity, old->activities)
    g_ptr_array_add (items, tw_record_ref (activity));
  for (guint i = 0; i < chosen->len; i++)
    {
      TwActivity *activity = g_array_index (chosen, TwChosen, i).made;
      g_autoptr (TwList) said = i < n ? tw_maker_rule_links (chosen, before, i) : NULL;
      g_autoptr (TwList) says = tw_maker_rule_links (chosen, now, i);
      g_autoptr (TwList) merged = merge_links (activity->after, said, says);
      guint found;

      if (i >= n)
        {
          activity->after = g_steal_pointer (&merged);
          g_ptr_array_insert (items,
                              (int) (at == G_MAXUINT
                                         ? place_among (items, site->order,
                                                        g_array_index (chosen, TwChosen, i).source)
                                         : MIN (at + i - n, items->len)),
                              activity);
        }
      else if (relink && !tw_activity_has_begun (activity)
               && !tw_list_equal (merged, activity->after)
               && g_ptr_array_find (items, activity, &found))
        {
          TwActivity *copy = tw_record_copy (activity);

          tw_record_set (copy, tw_record_type_field (&tw_activity_type, "after"),
                         (TwValue){ .list = merged });
          items->pdata[found] = copy;
          tw_record_unref (activity);
        }
    }
  edited = tw_plan_open (plan, &site->place, &phase);
  tw_list_unref (((TwPhase *) phase)->activities);
  ((TwPhase *) phase)->activities = tw_list_new_take (TW_FIELD_LIST, items);
  return edited;
}

/* Where a person's links and the rule's would close a circle, the rule's towards what
 * is there already are left out. */
TwPlan *
tw_site_fill (TwMaker *maker, TwPlan *plan, TwSite *site, GArray *added, guint at)
{
  g_autoptr (TwPlan) edited = fill (maker, plan, site, added, at, TRUE);
  g_autoptr (TwSchedule) schedule = tw_schedule_new (edited, NULL);

  return schedule != NULL ? g_steal_pointer (&edited) : fill (maker, plan, site, added, at, FALSE);
}
