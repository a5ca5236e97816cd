/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-edit-plan.h"
#include "tw-template.h"

/* Everything is made new from the members that a template keeps; nothing of the plan is copied as a
 * whole, so that what somebody adds to a record later stays out of templates. */

typedef struct
{
  TwPlan *plan;
  TwPlaybook *base;
  TwIndex *index;
  GPtrArray *motions;    /* TwMotion: those that are kept */
  GPtrArray *approaches; /* TwApproach, as above */
  gboolean own;          /* activities belong to the approach instead of phases */
  GPtrArray *phases;     /* TwPbPhase, in the order of the catalogue */
  GHashTable *used;      /* ids of motions and activities in the template */
  GHashTable *shaped;    /* TwPbPhase → the plan's phase that it is like */
  GHashTable *ids; /* id of a node, "w" or "o" and that of a workload or approach → its id in
                    * the template */
} Maker;

/* An id for kind, or for name where there is none, that isn't in used. */
static char *
new_id (GHashTable *used, const char *kind, const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (kind != NULL ? kind : name, "C");
  GString *id = g_string_new (NULL);
  gsize length;

  for (const char *at = ascii; *at != '\0' && id->len < 50; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (id, kind != NULL ? *at : g_ascii_tolower (*at));
    else if (id->len > 0 && id->str[id->len - 1] != '-')
      g_string_append_c (id, kind != NULL && strchr ("._", *at) != NULL ? *at : '-');
  while (id->len > 0 && !g_ascii_isalnum (id->str[id->len - 1]))
    g_string_truncate (id, id->len - 1);
  if (id->len == 0)
    g_string_append (id, "item");
  length = id->len;
  for (guint n = 2; !g_hash_table_add (used, g_strdup (id->str)); n++)
    {
      g_string_truncate (id, length);
      g_string_append_printf (id, "-%u", n);
    }
  return g_string_free (id, FALSE);
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static const char *
id_of (Maker *maker, const char *prefix, const char *id)
{
  g_autofree char *key = g_strconcat (prefix, id, NULL);

  return g_hash_table_lookup (maker->ids, key);
}

static void
keep_id (Maker *maker, const char *prefix, const char *id, char *taken)
{
  g_hash_table_insert (maker->ids, g_strconcat (prefix, id, NULL), taken);
}

/* Those of a list of ids of the plan that are in the template. */
static TwList *
map_ids (Maker *maker, const char *prefix, TwList *ids)
{
  GPtrArray *mapped = g_ptr_array_new ();

  TW_FOREACH (char, id, ids)
    {
      const char *taken = id_of (maker, prefix, id);

      if (taken != NULL)
        g_ptr_array_add (mapped, g_ref_string_new (taken));
    }
  return tw_list_new_take (TW_FIELD_LINES, mapped);
}

static TwList *
texts_of (TwList *checks, gboolean internal, gboolean also_public)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  TwList *list;

  TW_FOREACH (TwCheck, check, checks)
    if ((check->internal == internal || also_public)
        && !g_ptr_array_find_with_equal_func (texts, check->text, g_str_equal, NULL))
      g_ptr_array_add (texts, g_ref_string_acquire (check->text));
  list = tw_list_new (TW_FIELD_LINES, texts->pdata, texts->len);
  g_ptr_array_set_free_func (texts, NULL);
  g_ptr_array_unref (texts);
  if (list->n == 0)
    g_clear_pointer (&list, tw_list_unref);
  return list;
}

/* --- workloads --- */

/* The plan's, in its order, which are in a plan made from the template; then the others of the
 * playbook. */
static TwList *
make_workloads (Maker *maker)
{
  GPtrArray *all = g_ptr_array_new ();
  g_autoptr (GHashTable) used = new_set ();

  TW_FOREACH (TwWorkload, workload, maker->plan->workloads)
    {
      TwPbWorkload *source = tw_list_find (maker->base->workloads, workload->kind, NULL);
      TwPbWorkload *made
          = source != NULL ? tw_record_copy (source) : tw_record_new (&tw_pb_workload_type);
      char *id = new_id (used, workload->kind, workload->name);

      keep_id (maker, "w", workload->id, id);
      tw_id_set (&made->id, id);
      tw_string_set (&made->name, workload->name);
      made->unit = workload->unit;
      made->standard = TRUE;
      g_ptr_array_add (all, made);
    }
  TW_FOREACH (TwPbWorkload, source, maker->base->workloads)
    if (g_hash_table_add (used, g_strdup (source->id)))
      {
        TwPbWorkload *copy = tw_record_copy (source);

        copy->standard = FALSE;
        g_ptr_array_add (all, copy);
      }
  return tw_list_new_take (TW_FIELD_LIST, all);
}

/* --- activities --- */

static TwList *
make_checklist (Maker *maker, TwActivity *activity)
{
  GPtrArray *items = g_ptr_array_new ();
  g_autoptr (GHashTable) used = new_set ();

  TW_FOREACH (TwCheck, check, activity->checklist)
    {
      TwPbItem *item = tw_record_new (&tw_pb_item_type);
      g_autofree char *id = new_id (used, check->kind, check->text);

      tw_id_set (&item->id, id);
      tw_string_set (&item->text, check->text);
      tw_string_set (&item->role, check->role);
      item->mandatory = check->mandatory;
      if (check->internal == tw_playbook_role_is_customer (maker->base, check->role))
        item->audience = check->internal ? TW_PB_INTERNAL : TW_PB_PUBLIC;
      g_ptr_array_add (items, item);
    }
  return tw_list_new_take (TW_FIELD_LIST, items);
}

/* What a person who adds an approach elsewhere has there already goes by its kind. */
static const char *
neighbour_id (Maker *maker, const char *id)
{
  const char *taken = id_of (maker, "", id);
  TwActivity *activity = tw_index_activity (maker->index, id);

  return taken == NULL && maker->own && activity != NULL ? activity->kind : taken;
}

/* Splits what an activity comes after: what stands in its phase, and the rest. */
static void
split_links (Maker *maker, TwPhase *phase, TwActivity *activity, TwPbActivity *made)
{
  GPtrArray *after = g_ptr_array_new (), *follows = g_ptr_array_new ();

  TW_FOREACH (char, id, activity->after)
    {
      const char *taken = neighbour_id (maker, id);

      if (taken != NULL)
        g_ptr_array_add (tw_list_find (phase->activities, id, NULL) != NULL ? after : follows,
                         g_ref_string_new (taken));
    }
  made->after = tw_list_new_take (TW_FIELD_LINES, after);
  made->follows = tw_list_new_take (TW_FIELD_LINES, follows);
}

static TwPbActivity *
make_activity (Maker *maker, TwPhase *phase, TwActivity *activity)
{
  TwPbActivity *made = tw_record_new (&tw_pb_activity_type);

  tw_id_set (&made->id, id_of (maker, "", activity->id));
  tw_string_set (&made->name, activity->name);
  tw_string_set (&made->customer_name, activity->customer_name);
  made->primary_roles = tw_list_ref (activity->roles);
  made->workloads = map_ids (maker, "w", activity->workloads);
  made->deliverables = tw_list_ref (activity->deliverables);
  made->checklist = make_checklist (maker, activity);
  made->typical_days = activity->days;
  made->milestone = activity->days == 0;
  made->internal = activity->internal;
  split_links (maker, phase, activity, made);
  return made;
}

/* --- phases --- */

static gboolean
same_texts (TwList *one, TwList *other)
{
  gboolean same = tw_list_n (one) == tw_list_n (other);

  for (guint i = 0; same && i < tw_list_n (one); i++)
    same = g_str_equal (one->items[i], other->items[i]);
  return same;
}

/* Whether two phases of a kind can be one phase of the catalogue. */
static gboolean
is_alike (TwPhase *one, TwPhase *other)
{
  g_autoptr (TwList) shown = texts_of (one->exit, FALSE, FALSE);
  g_autoptr (TwList) others_shown = texts_of (other->exit, FALSE, FALSE);
  g_autoptr (TwList) hidden = texts_of (one->exit, TRUE, FALSE);
  g_autoptr (TwList) others_hidden = texts_of (other->exit, TRUE, FALSE);

  return g_str_equal (one->name, other->name)
         && g_strcmp0 (one->customer_name, other->customer_name) == 0 && one->days == other->days
         && same_texts (shown, others_shown) && same_texts (hidden, others_hidden);
}

static int
find_phase (Maker *maker, const char *id)
{
  for (guint i = 0; i < maker->phases->len; i++)
    if (g_strcmp0 (((TwPbPhase *) maker->phases->pdata[i])->id, id) == 0)
      return (int) i;
  return -1;
}

static void
shape_phase (Maker *maker, TwPbPhase *made, TwPhase *phase)
{
  tw_string_set (&made->name, phase->name);
  tw_string_set (&made->customer_name, phase->customer_name);
  g_clear_pointer (&made->exit_criteria, tw_list_unref);
  tw_list_unref (made->public_exit_criteria);
  made->public_exit_criteria = texts_of (phase->exit, FALSE, FALSE);
  tw_list_unref (made->internal_exit_criteria);
  made->internal_exit_criteria = texts_of (phase->exit, TRUE, FALSE);
  made->days = tw_list_n (phase->activities) == 0 ? phase->days : 0;
  g_hash_table_insert (maker->shaped, made, phase);
}

/* The catalogue's phase for a phase of a motion: that of its kind if nothing else has it, or
 * something like it in another motion; else a new one behind number before. taken: the catalogue's
 * phases that the motion has already. */
static int
take_phase (Maker *maker, TwPhase *phase, int before, GHashTable *taken)
{
  int at = find_phase (maker, phase->kind);
  TwPbPhase *made = at >= 0 ? maker->phases->pdata[at] : NULL;
  TwPhase *other = made != NULL ? g_hash_table_lookup (maker->shaped, made) : NULL;

  if (made == NULL || g_hash_table_contains (taken, made)
      || (other != NULL && !is_alike (phase, other)))
    {
      g_autoptr (GHashTable) used = new_set ();
      g_autofree char *id = NULL;

      for (guint i = 0; i < maker->phases->len; i++)
        g_hash_table_add (used, g_strdup (((TwPbPhase *) maker->phases->pdata[i])->id));
      id = new_id (used, phase->kind, phase->name);
      at = MAX (at, before) + 1;
      made = tw_record_new (&tw_pb_phase_type);
      tw_id_set (&made->id, id);
      g_ptr_array_insert (maker->phases, at, made);
      other = NULL;
    }
  if (other == NULL)
    shape_phase (maker, made, phase);
  g_hash_table_add (taken, made);
  return at;
}

/* All nodes get their ids before anything is made, as links go in any direction. */
static void
name_nodes (Maker *maker)
{
  TwActivity *live = maker->plan->go_live != NULL
                         ? tw_index_activity (maker->index, maker->plan->go_live)
                         : NULL;

  /* By this id a plan that is made knows it again. */
  if (live != NULL)
    keep_id (maker, "", live->id, new_id (maker->used, "go-live", NULL));
  for (guint i = 0; i < maker->motions->len; i++)
    {
      TwMotion *motion = maker->motions->pdata[i];
      g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
      const char *id;
      int at = -1;

      keep_id (maker, "", motion->id, new_id (maker->used, motion->kind, motion->name));
      id = id_of (maker, "", motion->id);
      TW_FOREACH (TwPhase, phase, motion->phases)
        {
          at = take_phase (maker, phase, at, taken);
          keep_id (maker, "", phase->id,
                   g_strdup_printf ("%s:%s", id, ((TwPbPhase *) maker->phases->pdata[at])->id));
          TW_FOREACH (TwActivity, activity, phase->activities)
            if (activity != live)
              keep_id (maker, "", activity->id,
                       new_id (maker->used, activity->kind, activity->name));
        }
    }
}

/* --- motions --- */

/* What comes after ids, for a member `follows`: NULL where that is the default. */
static TwList *
make_follows (Maker *maker, TwList *ids, const char *before)
{
  TwList *mapped = map_ids (maker, "", ids);

  if (before == NULL ? tw_list_n (mapped) == 0
                     : tw_list_n (ids) == 1 && g_str_equal (ids->items[0], before))
    {
      g_clear_pointer (&mapped, tw_list_unref);
      return NULL;
    }
  return mapped != NULL ? mapped : tw_list_new (TW_FIELD_LINES, NULL, 0);
}

static TwPbMotionPhase *
make_entry (Maker *maker, TwPhase *phase)
{
  TwPbMotionPhase *entry = tw_record_new (&tw_pb_motion_phase_type);
  GPtrArray *ids = g_ptr_array_new ();
  const char *place = strchr (id_of (maker, "", phase->id), ':') + 1;
  TwPbPhase *made = maker->phases->pdata[find_phase (maker, place)];
  GPtrArray *activities = g_ptr_array_new ();

  tw_string_set (&entry->phase, place);
  TW_FOREACH (TwPbActivity, activity, made->activities)
    g_ptr_array_add (activities, tw_record_ref (activity));
  TW_FOREACH (TwActivity, activity, phase->activities)
    {
      TwPbActivity *one = make_activity (maker, phase, activity);

      one->optional = activity->approach != NULL;
      g_ptr_array_add (activities, one);
      g_ptr_array_add (ids, g_ref_string_new (one->id));
    }
  tw_list_unref (made->activities);
  made->activities = tw_list_new_take (TW_FIELD_LIST, activities);
  entry->activities = tw_list_new_take (TW_FIELD_LINES, ids);
  /* With links that all lead out of the template, as if it had none. */
  if (phase->after != NULL)
    entry->follows = make_follows (maker, phase->after, "");
  return entry;
}

/* The catalogue's phases from one of the motion's up to another. */
static TwList *
make_range (Maker *maker, TwMotion *motion, TwRecurring *recurring)
{
  GPtrArray *ids = g_ptr_array_new ();
  gboolean inside = recurring->from == NULL;

  if (recurring->from == NULL && recurring->until == NULL)
    return tw_list_new_take (TW_FIELD_LINES, ids);
  TW_FOREACH (TwPhase, phase, motion->phases)
    {
      inside = inside || g_strcmp0 (phase->id, recurring->from) == 0;
      if (inside)
        g_ptr_array_add (ids, g_ref_string_new (strchr (id_of (maker, "", phase->id), ':') + 1));
      if (g_strcmp0 (phase->id, recurring->until) == 0)
        break;
    }
  return tw_list_new_take (TW_FIELD_LINES, ids);
}

static TwList *
make_recurring (Maker *maker, TwMotion *motion)
{
  GPtrArray *all = g_ptr_array_new ();
  g_autoptr (GHashTable) used = new_set ();

  TW_FOREACH (TwRecurring, recurring, motion->recurring)
    {
      TwPbRecurring *made = tw_record_new (&tw_pb_recurring_type);
      g_autofree char *id = new_id (used, recurring->kind, recurring->name);

      tw_id_set (&made->id, id);
      tw_string_set (&made->name, recurring->name);
      tw_string_set (&made->customer_name, recurring->customer_name);
      tw_string_set (&made->every, recurring->every);
      made->primary_roles = tw_list_ref (recurring->roles);
      made->phases = make_range (maker, motion, recurring);
      made->internal = recurring->internal;
      if (recurring->health != 0)
        {
          made->applies_when = tw_record_new (&tw_pb_applies_when_type);
          made->applies_when->health = recurring->health;
        }
      g_ptr_array_add (all, made);
    }
  return tw_list_new_take (TW_FIELD_LIST, all);
}

static TwPbMotion *
make_motion (Maker *maker, TwMotion *motion, const char *before)
{
  TwPbMotion *made = tw_record_new (&tw_pb_motion_type);
  TwPbMotion *source = motion->kind != NULL ? tw_playbook_motion (maker->base, motion->kind) : NULL;
  GPtrArray *phases = g_ptr_array_new ();

  tw_id_set (&made->id, id_of (maker, "", motion->id));
  tw_string_set (&made->name, motion->name);
  tw_string_set (&made->customer_name, motion->customer_name);
  if (motion->handover != NULL)
    made->entry_criteria = texts_of (motion->handover->ready, TRUE, TRUE);
  else if (source != NULL)
    made->entry_criteria = tw_list_ref (source->entry_criteria);
  TW_FOREACH (TwPhase, phase, motion->phases)
    g_ptr_array_add (phases, make_entry (maker, phase));
  made->phases = tw_list_new_take (TW_FIELD_LIST, phases);
  made->recurring_activities = make_recurring (maker, motion);
  made->follows = make_follows (maker, motion->after, before);
  return made;
}

/* --- approaches --- */

static TwList *
make_kpis (Maker *maker, TwApproach *approach)
{
  GPtrArray *all = g_ptr_array_new ();
  g_autoptr (GHashTable) used = new_set ();

  TW_FOREACH (TwKpi, kpi, approach->kpis)
    {
      TwPbKpi *made = tw_record_new (&tw_pb_kpi_type);
      g_autofree char *id = new_id (used, kpi->kind, kpi->name);

      tw_id_set (&made->id, id);
      tw_string_set (&made->name, kpi->name);
      if (kpi->workload != NULL)
        tw_string_set (&made->workload, id_of (maker, "w", kpi->workload));
      made->green_above = kpi->green_above;
      made->yellow_above = kpi->yellow_above;
      g_ptr_array_add (all, made);
    }
  return tw_list_new_take (TW_FIELD_LIST, all);
}

/* An activity as the approach's own, or its name alone. */
static TwPbActivity *
make_member (Maker *maker, TwPhase *phase, TwActivity *activity)
{
  TwPbActivity *made;

  if (maker->own)
    {
      made = make_activity (maker, phase, activity);
      tw_string_set (&made->phase, phase->kind);
    }
  else
    {
      made = tw_record_new (&tw_pb_activity_type);
      tw_id_set (&made->id, id_of (maker, "", activity->id));
    }
  return made;
}

static TwPbApproach *
make_approach (Maker *maker, TwApproach *approach)
{
  TwPbApproach *made = tw_record_new (&tw_pb_approach_type);
  GPtrArray *members = g_ptr_array_new ();

  tw_id_set (&made->id, id_of (maker, "o", approach->id));
  tw_string_set (&made->name, approach->name);
  tw_string_set (&made->customer_name, approach->customer_name);
  made->workloads = map_ids (maker, "w", approach->workloads);
  made->kpis = make_kpis (maker, approach);
  TW_FOREACH (TwMotion, motion, maker->plan->motions)
    TW_FOREACH (TwPhase, phase, motion->phases)
      TW_FOREACH (TwActivity, activity, phase->activities)
        if (g_strcmp0 (activity->approach, approach->id) == 0
            && id_of (maker, "", activity->id) != NULL)
          g_ptr_array_add (members, make_member (maker, phase, activity));
  made->activities = tw_list_new_take (TW_FIELD_LIST, members);
  return made;
}

static gboolean
has_tag (TwMotion *motion, TwApproach *approach)
{
  TW_FOREACH (TwPhase, phase, motion->phases)
    TW_FOREACH (TwActivity, activity, phase->activities)
      if (g_strcmp0 (activity->approach, approach->id) == 0)
        return TRUE;
  return FALSE;
}

/* The activities of an approach that is kept alone; each kind once, as an approach has them. */
static void
name_members (Maker *maker, TwApproach *approach)
{
  TW_FOREACH (TwMotion, motion, maker->plan->motions)
    TW_FOREACH (TwPhase, phase, motion->phases)
      TW_FOREACH (TwActivity, activity, phase->activities)
        if (g_strcmp0 (activity->approach, approach->id) == 0 && phase->kind != NULL
            && (activity->kind == NULL || !g_hash_table_contains (maker->used, activity->kind)))
          keep_id (maker, "", activity->id, new_id (maker->used, activity->kind, activity->name));
}

/* --- all of it --- */

static TwPbAdoption *
make_adoption (Maker *maker)
{
  TwPbAdoption *adoption = tw_record_new (&tw_pb_adoption_type);
  TwList *known
      = maker->base->adoption_continuum != NULL ? maker->base->adoption_continuum->stages : NULL;
  GPtrArray *stages = g_ptr_array_new ();
  g_autoptr (GHashTable) used = new_set ();

  TW_FOREACH (TwStage, stage, maker->plan->adoption)
    {
      TwPbStage *source = tw_list_find (known, stage->kind, NULL);
      TwPbStage *made = tw_record_new (&tw_pb_stage_type);
      g_autofree char *id = new_id (used, stage->kind, stage->name);
      g_autoptr (GHashTable) names = new_set ();
      GPtrArray *items = g_ptr_array_new ();

      tw_id_set (&made->id, id);
      tw_string_set (&made->name, stage->name);
      tw_string_set (&made->phase, source != NULL ? source->phase : NULL);
      TW_FOREACH (TwAdoptionItem, item, stage->checklist)
        {
          TwPbAdoptionItem *one = tw_record_new (&tw_pb_adoption_item_type);
          TwPbAdoptionItem *hint
              = source != NULL ? tw_list_find (source->checklist, item->kind, NULL) : NULL;
          g_autofree char *name = new_id (names, item->kind, item->text);

          tw_id_set (&one->id, name);
          tw_string_set (&one->text, item->text);
          tw_string_set (&one->role, item->role);
          tw_string_set (&one->evidence, hint != NULL ? hint->evidence : NULL);
          g_ptr_array_add (items, one);
        }
      made->checklist = tw_list_new_take (TW_FIELD_LIST, items);
      g_ptr_array_add (stages, made);
    }
  adoption->stages = tw_list_new_take (TW_FIELD_LIST, stages);
  return adoption;
}

static TwList *
ids_of (TwList *records)
{
  GPtrArray *ids = g_ptr_array_new ();

  TW_FOREACH (TwRecord, record, records)
    g_ptr_array_add (ids, g_ref_string_new (tw_record_key (record, (char[TW_DATE_LENGTH]){ 0 })));
  return tw_list_new_take (TW_FIELD_LINES, ids);
}

/* Sets a list of the playbook; takes over items. */
static void
set_list (TwPlaybook *made, const char *member, TwList *list)
{
  tw_record_set (made, tw_record_type_field (&tw_playbook_type, member), (TwValue){ .list = list });
  tw_list_unref (list);
}

/* What is kept of the plan; FALSE if there is no such motion or approach. */
static gboolean
choose (Maker *maker, const char *what)
{
  TwApproach *alone = what != NULL ? tw_list_find (maker->plan->approaches, what, NULL) : NULL;
  g_autoptr (GHashTable) used = new_set ();
  gboolean tagged;

  TW_FOREACH (TwMotion, motion, maker->plan->motions)
    if (what == NULL || g_str_equal (motion->id, what))
      g_ptr_array_add (maker->motions, motion);
  maker->own = maker->motions->len == 0 && alone != NULL;
  TW_FOREACH (TwApproach, approach, maker->plan->approaches)
    {
      tagged = what == NULL || (maker->own && approach == alone)
               || (maker->motions->len > 0 && has_tag (maker->motions->pdata[0], approach));
      if (!tagged)
        continue;
      g_ptr_array_add (maker->approaches, approach);
      keep_id (maker, "o", approach->id, new_id (used, approach->kind, approach->name));
    }
  return what == NULL || maker->motions->len > 0 || alone != NULL;
}

static void
make_parts (Maker *maker, TwPlaybook *made, gboolean whole)
{
  GPtrArray *motions = g_ptr_array_new (), *approaches = g_ptr_array_new ();

  set_list (made, "workloads", make_workloads (maker));
  TW_FOREACH (TwPbPhase, phase, maker->base->phases)
    {
      TwPbPhase *copy = tw_record_copy (phase);

      g_clear_pointer (&copy->activities, tw_list_unref);
      g_ptr_array_add (maker->phases, copy);
    }
  name_nodes (maker);
  if (maker->own)
    name_members (maker, maker->approaches->pdata[0]);
  for (guint i = 0; i < maker->motions->len; i++)
    g_ptr_array_add (motions,
                     make_motion (maker, maker->motions->pdata[i],
                                  i > 0 ? ((TwMotion *) maker->motions->pdata[i - 1])->id : NULL));
  for (guint i = 0; i < maker->approaches->len; i++)
    g_ptr_array_add (approaches, make_approach (maker, maker->approaches->pdata[i]));
  set_list (made, "phases", tw_list_new (TW_FIELD_LIST, maker->phases->pdata, maker->phases->len));
  set_list (made, "motions", tw_list_new_take (TW_FIELD_LIST, motions));
  set_list (made, "approaches", tw_list_new_take (TW_FIELD_LIST, approaches));
  set_list (made, "default_motions", ids_of (made->motions));
  set_list (made, "default_approaches", ids_of (made->approaches));
  if (whole)
    {
      TwPbAdoption *adoption = make_adoption (maker);

      tw_record_set (made, tw_record_type_field (&tw_playbook_type, "adoption_continuum"),
                     (TwValue){ .record = &adoption->record });
      tw_record_unref (adoption);
    }
}

static gboolean
check (Maker *maker, const char *what, const char *title, GError **error)
{
  g_autofree char *complaint = tw_field_complaint (
      tw_record_type_field (&tw_playbook_type, "title"), (TwValue){ .string = (char *) title });

  if (complaint != NULL)
    g_set_error_literal (error, TW_ERROR, TW_ERROR_REFUSED, complaint);
  else if (!choose (maker, what))
    g_set_error (error, TW_ERROR, TW_ERROR_REFUSED, _ ("There is no “%s” in this plan"), what);
  else
    return TRUE;
  return FALSE;
}

TwPlaybook *
tw_template_new (TwPlaybook *base, TwPlan *plan, const char *what, const char *title,
                 GError **error)
{
  /* The names of people and of the customer may stand in any text. */
  g_autoptr (TwPlan) blank
      = tw_edit_without_names (plan, C_ ("instead of the customer’s name", "the customer"));
  g_autoptr (TwIndex) index = tw_index_new (blank);
  g_autoptr (GPtrArray) motions = g_ptr_array_new (), approaches = g_ptr_array_new (),
                        phases = g_ptr_array_new ();
  g_autoptr (GHashTable) used = new_set (), shaped = g_hash_table_new (NULL, NULL),
                         ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Maker maker = { .plan = blank,
                  .base = base,
                  .index = index,
                  .motions = motions,
                  .approaches = approaches,
                  .phases = phases,
                  .used = used,
                  .shaped = shaped,
                  .ids = ids };
  g_autoptr (GHashTable) none = new_set ();
  g_autofree char *id = NULL;
  TwPlaybook *made;

  if (!check (&maker, what, title, error))
    return NULL;
  made = tw_record_copy (base);
  g_clear_pointer (&made->record.unknown, json_node_unref);
  id = new_id (none, NULL, title);
  tw_id_set (&made->id, id);
  tw_string_set (&made->title, title);
  tw_string_set (&made->summary, NULL);
  tw_string_set (&made->edition, NULL);
  if (plan->language != NULL)
    tw_string_set (&made->language, plan->language);
  make_parts (&maker, made, what == NULL);
  return made;
}

GBytes *
tw_playbook_to_bytes (TwPlaybook *playbook)
{
  return g_string_free_to_bytes (tw_json_write (playbook));
}
