/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-adoption.h"
#include "tw-edit.h"
#include "tw-words.h"

/* --- counting --- */

gboolean
tw_item_is_for (TwAdoptionItem *item, const char *workload)
{
  return workload == NULL || tw_list_has (item->workloads, workload);
}

static void
count (TwFacts *facts, guint stage, const char *workload, TwStageFacts *out)
{
  TwStage *record = tw_facts_plan (facts)->adoption->items[stage];

  TW_FOREACH (TwAdoptionItem, item, record->checklist)
    if (tw_item_is_for (item, workload))
      {
        out->n++;
        out->done += item->done != TW_DATE_NONE;
        out->overdue += tw_is_item_overdue (item->due, item->done, tw_facts_today (facts));
      }
}

void
tw_facts_stage_for (TwFacts *facts, guint stage, const char *workload, TwStageFacts *out)
{
  TwStageFacts all = { 0 }, before = { 0 };

  *out = (TwStageFacts){ 0 };
  count (facts, stage, workload, out);
  count (facts, stage, NULL, &all);
  if (stage > 0)
    count (facts, stage - 1, NULL, &before);
  out->current = all.done * 5 < all.n * 4 && before.done * 5 >= before.n * 4;
}

void
tw_facts_adoption (TwFacts *facts, const char *workload, TwStageFacts *out)
{
  *out = (TwStageFacts){ 0 };
  for (guint i = 0; i < tw_list_n (tw_facts_plan (facts)->adoption); i++)
    count (facts, i, workload, out);
}

/* --- words --- */

char *
tw_words_stage_count (const TwStageFacts *own)
{
  g_autofree char *done = g_strdup_printf (_ ("%u of %u done"), own->done, own->n);
  g_autofree char *overdue = NULL;

  if (own->overdue == 0)
    return g_steal_pointer (&done);
  overdue = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u overdue", "%u overdue", own->overdue), own->overdue);
  return g_strdup_printf (C_ ("between parts of a sentence", "%s, %s"), done, overdue);
}

/* The first and last date of a stage's items; TW_DATE_NONE if none has one. */
static void
find_span (TwStage *stage, TwDate *first, TwDate *last)
{
  *first = *last = TW_DATE_NONE;
  TW_FOREACH (TwAdoptionItem, item, stage->checklist)
    {
      TwDate date = item->done != TW_DATE_NONE ? item->done : item->due;

      if (date == TW_DATE_NONE)
        continue;
      *first = *first == TW_DATE_NONE ? date : MIN (*first, date);
      *last = MAX (*last, date);
    }
}

/* Months of which one knows the year go without it. */
static char *
name_month (TwDate date, TwDate today)
{
  const TwDate known = 330;
  gboolean near = date + known > today && date < today + known;

  return tw_words_date (date, near ? TW_DATE_MONTH_NAME : TW_DATE_MONTH);
}

static char *
describe_span (TwFacts *facts, TwStage *stage)
{
  const TwSpan *go_live
      = tw_facts_plan (facts)->go_live != NULL
            ? tw_schedule_find (tw_facts_schedule (facts), tw_facts_plan (facts)->go_live)
            : NULL;
  TwDate first, last;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  find_span (stage, &first, &last);
  if (first == TW_DATE_NONE)
    return NULL;
  if (go_live != NULL && first >= go_live->start)
    return g_strdup (C_ ("when a stage is", "From go-live"));
  from = name_month (first, tw_facts_today (facts));
  to = name_month (last, tw_facts_today (facts));
  if (g_str_equal (from, to))
    return g_steal_pointer (&from);
  return g_strdup_printf (C_ ("when a stage is, two months", "%s to %s"), from, to);
}

char *
tw_words_stage (TwFacts *facts, guint stage)
{
  g_autofree char *span = describe_span (facts, tw_facts_plan (facts)->adoption->items[stage]);
  TwStageFacts own;

  tw_facts_stage (facts, stage, &own);
  if (!own.current)
    return g_steal_pointer (&span);
  return span != NULL ? g_strdup_printf (C_ ("when a stage is", "%s, we are here"), span)
                      : g_strdup (_ ("We are here"));
}

const char *
tw_words_enabler (TwEnablerKind kind)
{
  const char *const words[] = { C_ ("enabler", "Stakeholders"), C_ ("enabler", "Scenarios"),
                                C_ ("enabler", "Awareness"), C_ ("enabler", "Training") };

  return words[kind];
}

const char *
tw_words_enabler_state (TwEnablerState state)
{
  const char *const words[]
      = { C_ ("enabler", "Open"), C_ ("enabler", "Partly"), C_ ("enabler", "Done") };

  return words[state];
}

char *
tw_words_enablers (TwPlan *plan)
{
  GString *text = g_string_new (NULL);

  TW_FOREACH (TwEnabler, enabler, plan->enablers)
    {
      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append_printf (text, C_ ("enabler, state", "%s: %s"),
                              tw_words_enabler (enabler->kind),
                              tw_words_enabler_state (enabler->state));
    }
  return g_string_free (text, text->len == 0);
}

/* --- edits --- */

TwEnabler *
tw_plan_enabler (TwPlan *plan, TwEnablerKind kind)
{
  TW_FOREACH (TwEnabler, enabler, plan->enablers)
    if (enabler->kind == kind)
      return enabler;
  return NULL;
}

/* The plan with a record of this kind, in the order of the words. */
static TwPlan *
add_enabler (TwPlan *plan, TwEnablerKind kind, GError **error)
{
  TwEnabler *enabler = tw_record_new (&tw_enabler_type);
  g_autoptr (TwList) one = tw_list_new (TW_FIELD_LIST, (gpointer[]){ enabler }, 1);
  guint at = 0;

  TW_FOREACH (TwEnabler, other, plan->enablers)
    at += other->kind < kind;
  enabler->kind = kind;
  return tw_plan_splice (plan, &(TwPlace){ 0 }, tw_record_type_field (&tw_plan_type, "enablers"),
                         at, 0, one, error);
}

TwPlan *
tw_edit_enabler (TwPlan *plan, const char *kind, const char *member, TwValue value, GError **error)
{
  int word = tw_field_word (tw_record_type_field (&tw_enabler_type, "kind"), kind);
  g_autoptr (TwPlan) with = NULL;

  g_return_val_if_fail (word != TW_WORD_NONE, NULL);
  if (tw_plan_enabler (plan, (TwEnablerKind) word) != NULL)
    with = tw_plan_ref (plan);
  else if (tw_value_is_standard (tw_record_type_field (&tw_enabler_type, member), value))
    return tw_plan_ref (plan);
  else
    with = add_enabler (plan, (TwEnablerKind) word, error);
  return tw_plan_set_by_id (with, &tw_enabler_type, kind, member, value, error);
}

TwPlan *
tw_edit_duplicate_item (TwPlan *plan, const char *id, char **new_id, GError **error)
{
  TwPlace place;
  TwAdoptionItem *copy;
  TwStep last;
  g_autoptr (TwList) one = NULL;

  if (!tw_plan_find (plan, &tw_adoption_item_type, id, &place))
    {
      g_set_error (error, TW_ERROR, TW_ERROR_REFUSED, _ ("There is no “%s” in this plan"), id);
      return NULL;
    }
  copy = tw_record_copy (tw_plan_at (plan, &place));
  g_ref_string_release (copy->id);
  copy->id = tw_plan_new_id (plan, &tw_adoption_item_type);
  copy->due = copy->done = TW_DATE_NONE;
  tw_string_set (&copy->evidence, NULL);
  if (new_id != NULL)
    *new_id = g_ref_string_acquire (copy->id);
  one = tw_list_new (TW_FIELD_LIST, (gpointer[]){ copy }, 1);
  last = place.steps[--place.depth];
  return tw_plan_splice (plan, &place, last.field, last.at + 1, 0, one, error);
}
