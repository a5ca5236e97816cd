/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-edit.h"
#include "tw-playbook-add.h"
#include "tw-playbook-maker.h"
#include "tw-terms.h"

/* What a playbook has for the adoption continuum: all of it for a new plan, what is missing for
 * one that is there. */

static TwList *
stages_of (TwPlaybook *playbook)
{
  return playbook->adoption_continuum != NULL ? playbook->adoption_continuum->stages : NULL;
}

/* When a stage's items are due: the finish of the first phase of its kind, else of the last.
 * Nothing is due before today (TW_DATE_NONE: there is no today). */
static TwDate
stage_due (TwSchedule *schedule, const char *kind, TwDate today)
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
  return due < today ? TW_DATE_NONE : due;
}

static TwAdoptionItem *
make_item (TwMaker *maker, TwPbAdoptionItem *from, TwDate due)
{
  TwAdoptionItem *item = tw_record_new (&tw_adoption_item_type);

  tw_maker_give_id (maker, &item->id, &tw_adoption_item_type);
  tw_string_set (&item->kind, from->id);
  tw_string_set (&item->text, from->text);
  tw_string_set (&item->role, from->role);
  item->due = due;
  return item;
}

static gboolean
has_item (TwPlan *plan, const char *kind)
{
  TW_FOREACH (TwStage, stage, plan->adoption)
    TW_FOREACH (TwAdoptionItem, item, stage->checklist)
      if (g_strcmp0 (item->kind, kind) == 0)
        return TRUE;
  return FALSE;
}

/* A stage with the items that the plan, if there is one, lacks. */
static TwStage *
make_stage (TwMaker *maker, TwSchedule *schedule, TwPbStage *source, TwDate today)
{
  TwStage *stage = tw_record_new (&tw_stage_type);
  GPtrArray *items = g_ptr_array_new ();
  TwDate due = stage_due (schedule, source->phase, today);

  tw_maker_give_name_id (maker, &stage->id, &tw_stage_type, source->id);
  tw_string_set (&stage->kind, source->id);
  tw_string_set (&stage->name, tw_term (maker->language, source->name, NULL));
  TW_FOREACH (TwPbAdoptionItem, from, source->checklist)
    if (maker->plan == NULL || !has_item (maker->plan, from->id))
      g_ptr_array_add (items, make_item (maker, from, due));
  stage->checklist = tw_list_new_take (TW_FIELD_LIST, items);
  return stage;
}

TwList *
tw_maker_make_adoption (TwMaker *maker, TwSchedule *schedule)
{
  GPtrArray *stages = g_ptr_array_new ();

  TW_FOREACH (TwPbStage, source, stages_of (maker->playbook))
    g_ptr_array_add (stages, make_stage (maker, schedule, source, TW_DATE_NONE));
  return tw_list_new_take (TW_FIELD_LIST, stages);
}

/* --- of a plan that is there --- */

const char *
tw_playbook_evidence (TwPlaybook *playbook, const char *item)
{
  TwPlaybook *const sources[] = { playbook, tw_playbook_builtin () };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    TW_FOREACH (TwPbStage, stage, stages_of (sources[i]))
      {
        TwPbAdoptionItem *found = tw_list_find (stage->checklist, item, NULL);

        if (found != NULL)
          return found->evidence;
      }
  return NULL;
}

/* The playbook's stage that one of the plan was made from, or NULL. */
static TwPbStage *
source_of (TwPlaybook *playbook, TwStage *stage)
{
  return stage->kind != NULL ? tw_list_find (stages_of (playbook), stage->kind, NULL) : NULL;
}

GPtrArray *
tw_playbook_missing_items (TwPlaybook *playbook, TwPlan *plan, const char *stage)
{
  GPtrArray *missing = g_ptr_array_new ();
  TwStage *record = tw_list_find (plan->adoption, stage, NULL);
  TwPbStage *source = record != NULL ? source_of (playbook, record) : NULL;

  TW_FOREACH (TwPbAdoptionItem, item, source != NULL ? source->checklist : NULL)
    if (!has_item (plan, item->id))
      g_ptr_array_add (missing, item);
  return missing;
}

GPtrArray *
tw_playbook_missing_stages (TwPlaybook *playbook, TwPlan *plan)
{
  GPtrArray *missing = g_ptr_array_new ();

  TW_FOREACH (TwPbStage, source, stages_of (playbook))
    {
      gboolean there = FALSE;

      TW_FOREACH (TwStage, stage, plan->adoption)
        there = there || g_strcmp0 (stage->kind, source->id) == 0;
      if (!there)
        g_ptr_array_add (missing, source);
    }
  return missing;
}

/* Where the record of this kind stands; -1 if there is none. */
static int
find_kind (TwList *records, const char *kind)
{
  for (guint i = 0; i < tw_list_n (records); i++)
    {
      const TwField *field = tw_record_type_field (((TwRecord *) records->items[i])->type, "kind");

      if (g_strcmp0 (tw_record_get (records->items[i], field).string, kind) == 0)
        return (int) i;
    }
  return -1;
}

/* Where the playbook, which has them in order, has kind among records: behind the nearest before
 * it that is there, else before the nearest after it, else at the end. */
static guint
place_among (TwList *records, TwList *order, const char *kind)
{
  int own, at;

  tw_list_find (order, kind, &own);
  for (int i = own; i-- > 0;)
    if ((at = find_kind (records, tw_record_key (order->items[i], NULL))) >= 0)
      return (guint) at + 1;
  for (int i = own + 1; i < (int) tw_list_n (order); i++)
    if ((at = find_kind (records, tw_record_key (order->items[i], NULL))) >= 0)
      return (guint) at;
  return tw_list_n (records);
}

static TwPlan *
refuse_nothing (GError **error)
{
  g_set_error_literal (error, TW_ERROR, TW_ERROR_REFUSED,
                       _ ("The playbook has nothing that is missing here"));
  return NULL;
}

/* plan with an item in the stage at place, where source has it. Takes over item. */
static TwPlan *
insert_item (TwPlan *plan, const TwPlace *place, TwPbStage *source, TwAdoptionItem *item,
             GError **error)
{
  TwStage *stage = tw_plan_at (plan, place);
  g_autoptr (TwList) one = tw_list_new (TW_FIELD_LIST, (gpointer[]){ item }, 1);

  return tw_plan_splice (plan, place, tw_record_type_field (&tw_stage_type, "checklist"),
                         place_among (stage->checklist, source->checklist, item->kind), 0, one,
                         error);
}

TwPlan *
tw_playbook_add_items (TwPlaybook *playbook, TwSchedule *schedule, const char *stage,
                       const char *item, TwDate today, GError **error)
{
  TwPlan *plan = tw_schedule_plan (schedule);
  TwStage *record = tw_list_find (plan->adoption, stage, NULL);
  TwPbStage *source = record != NULL ? source_of (playbook, record) : NULL;
  g_autoptr (TwPlan) edited = tw_plan_ref (plan);
  g_auto (TwMaker) maker = { 0 };
  TwPlace place;

  if (source == NULL || !tw_plan_find (plan, &tw_stage_type, stage, &place))
    return refuse_nothing (error);
  tw_maker_init (&maker, playbook, plan);
  TW_FOREACH (TwPbAdoptionItem, from, source->checklist)
    if (!has_item (plan, from->id) && (item == NULL || g_str_equal (item, from->id)))
      {
        g_autoptr (TwPlan) before = edited;

        edited = insert_item (before, &place, source,
                              make_item (&maker, from, stage_due (schedule, source->phase, today)),
                              error);
      }
  return edited != plan ? g_steal_pointer (&edited) : refuse_nothing (error);
}

TwPlan *
tw_playbook_add_stages (TwPlaybook *playbook, TwSchedule *schedule, const char *stage, TwDate today,
                        GError **error)
{
  TwPlan *plan = tw_schedule_plan (schedule);
  g_auto (TwMaker) maker = { 0 };
  g_autoptr (GPtrArray) missing = tw_playbook_missing_stages (playbook, plan);
  g_autoptr (TwPlan) edited = tw_plan_ref (plan);

  tw_maker_init (&maker, playbook, plan);
  for (guint i = 0; i < missing->len; i++)
    {
      TwPbStage *source = missing->pdata[i];
      g_autoptr (TwPlan) before = tw_plan_ref (edited);

      if (stage != NULL && !g_str_equal (stage, source->id))
        continue;
      tw_plan_unref (edited);
      edited = tw_plan_insert (before, "adoption",
                               place_among (before->adoption, stages_of (playbook), source->id),
                               make_stage (&maker, schedule, source, today), error);
    }
  return edited != plan ? g_steal_pointer (&edited) : refuse_nothing (error);
}
