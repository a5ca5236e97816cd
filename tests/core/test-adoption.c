/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-adoption.h"
#include "tw-edit.h"
#include "tw-playbook-add.h"
#include "tw-test-plan.h"
#include "tw-verify.h"
#include "tw-words.h"

/* The adoption continuum: what is said of it, and its edits. */

#define TODAY tw_date_parse ("2027-01-22")

static TwFacts *
facts_of (TwPlan *plan)
{
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);

  return tw_facts_new (schedule, NULL, TODAY, NULL);
}

static TwStage *
stage_at (TwPlan *plan, guint at)
{
  g_assert_cmpuint (at, <, tw_list_n (plan->adoption));
  return plan->adoption->items[at];
}

static TwAdoptionItem *
item_at (TwPlan *plan, guint stage, guint at)
{
  g_assert_cmpuint (at, <, tw_list_n (stage_at (plan, stage)->checklist));
  return stage_at (plan, stage)->checklist->items[at];
}

static void
assert_sound (TwPlan *plan)
{
  g_autoptr (GPtrArray) breaches = tw_plan_verify (plan);

  g_assert_cmpuint (breaches->len, ==, 0);
}

static void
assert_words (char *words, const char *expected)
{
  g_autofree char *owned = words;

  g_assert_cmpstr (owned, ==, expected);
}

static void
what_is_done_is_counted (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwFacts) facts = facts_of (plan);
  TwStageFacts all, none;

  tw_facts_adoption (facts, NULL, &all);
  assert_words (tw_words_stage_count (&all), "8 of 20 done, 1 overdue");
  tw_facts_adoption (facts, "teams", &none);
  assert_words (tw_words_stage_count (&none), "0 of 1 done");
}

static void
a_workload_counts_its_own_items (void)
{
  g_autoptr (TwPlan) plan
      = tw_test_plan_of ("'workloads':[{'id':'teams','name':'Teams'},{'id':'edge','name':'Edge'}],"
                         "'adoption':[{'id':'t1','name':'One','checklist':["
                         "{'id':'e1','text':'A','workloads':['teams'],'done':'2027-01-04'},"
                         "{'id':'e2','text':'B','workloads':['teams','edge'],'due':'2027-01-21'},"
                         "{'id':'e3','text':'C','due':'2027-01-20'}]}]");
  g_autoptr (TwFacts) facts = facts_of (plan);
  TwStageFacts own;

  tw_facts_stage_for (facts, 0, "teams", &own);
  g_assert_cmpuint (own.done, ==, 1);
  g_assert_cmpuint (own.n, ==, 2);
  g_assert_cmpuint (own.overdue, ==, 1);
  tw_facts_stage_for (facts, 0, "edge", &own);
  g_assert_cmpuint (own.done, ==, 0);
  g_assert_cmpuint (own.n, ==, 1);
  /* The stage is current by all its items. */
  g_assert_true (own.current);
  tw_facts_stage (facts, 0, &own);
  g_assert_cmpuint (own.n, ==, 3);
  g_assert_cmpuint (own.overdue, ==, 2);
}

static void
a_stage_is_when_its_items_are (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwFacts) facts = facts_of (plan);
  g_autoptr (TwPlan) own = tw_test_plan_of (
      "'adoption':[{'id':'t1','name':'Empty'},"
      "{'id':'t2','name':'One month','checklist':[{'id':'e1','text':'A','due':'2027-03-01'},"
      "{'id':'e2','text':'B','done':'2027-03-31','due':'2027-01-01'}]},"
      "{'id':'t3','name':'Far','checklist':[{'id':'e3','text':'A','due':'2027-06-01'},"
      "{'id':'e4','text':'B','due':'2028-02-01'}]}]");
  g_autoptr (TwFacts) own_facts = facts_of (own);

  assert_words (tw_words_stage (facts, 0), "December to January");
  assert_words (tw_words_stage (facts, 1), "January to April, we are here");
  assert_words (tw_words_stage (facts, 2), "From go-live");
  assert_words (tw_words_stage (own_facts, 0), NULL);
  assert_words (tw_words_stage (own_facts, 1), "March, we are here");
  assert_words (tw_words_stage (own_facts, 2), "June to February 2028");
}

static void
overdue_is_told_by_itself (void)
{
  assert_words (tw_words_overdue (TODAY - 1, TODAY), "1 day overdue");
  assert_words (tw_words_due (tw_date_parse ("2027-01-18"), TW_DATE_NONE, TODAY),
                "4 days overdue, was due 18 Jan");
}

static void
an_enabler_comes_with_its_first_word (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan_of ("'enablers':[{'kind':'scenarios'}]");
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  g_autoptr (TwPlan) same = NULL, noted = NULL, done = NULL;
  g_autoptr (TwSchedule) later = NULL;
  g_autoptr (GError) error = NULL;

  /* Nothing is said by saying that it is open. */
  same = tw_edit_member (schedule, &tw_enabler_type, "training", "state",
                         (TwValue){ .number = TW_ENABLER_OPEN }, TODAY, NULL, &error);
  g_assert_true (same == plan);
  noted = tw_edit_member (schedule, &tw_enabler_type, "stakeholders", "notes",
                          (TwValue){ .string = (char *) "14 people" }, TODAY, NULL, &error);
  g_assert_no_error (error);
  later = tw_test_schedule (noted);
  done = tw_edit_member (later, &tw_enabler_type, "training", "state",
                         (TwValue){ .number = TW_ENABLER_DONE }, TODAY, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tw_list_n (done->enablers), ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (((TwEnabler *) done->enablers->items[i])->kind, ==,
                     ((const TwEnablerKind[]){ TW_ENABLER_STAKEHOLDERS, TW_ENABLER_SCENARIOS,
                                               TW_ENABLER_TRAINING })[i]);
  g_assert_cmpstr (tw_plan_enabler (done, TW_ENABLER_STAKEHOLDERS)->notes, ==, "14 people");
  g_assert_cmpint (tw_plan_enabler (done, TW_ENABLER_TRAINING)->state, ==, TW_ENABLER_DONE);
  g_assert_null (tw_plan_enabler (done, TW_ENABLER_AWARENESS));
  assert_sound (done);
}

static void
enablers_are_told_in_a_line (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwPlan) none = tw_test_plan ("");

  assert_words (tw_words_enablers (plan),
                "Stakeholders: Done · Scenarios: Partly · Awareness: Open · Training: Partly");
  g_assert_null (tw_words_enablers (none));
}

static void
a_copy_of_an_item_is_not_begun (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (GError) error = NULL;
  char *id = NULL;
  g_autoptr (TwPlan) edited = tw_edit_duplicate_item (plan, "e1", &id, &error);
  TwAdoptionItem *copy;

  g_assert_no_error (error);
  copy = item_at (edited, 0, 1);
  g_assert_cmpstr (copy->id, ==, id);
  g_assert_cmpstr (copy->text, ==, "Executive sponsor named");
  g_assert_cmpstr (copy->owner, ==, "p4");
  g_assert_cmpint (copy->due, ==, TW_DATE_NONE);
  g_assert_cmpint (copy->done, ==, TW_DATE_NONE);
  g_assert_null (copy->evidence);
  assert_sound (edited);
  g_ref_string_release (id);
  g_assert_null (tw_edit_duplicate_item (plan, "gone", NULL, &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
}

static TwPlan *
made (void)
{
  TwPlanRequest request = { .customer = "Contoso Ltd", .start = tw_date_parse ("2026-11-02") };

  return tw_playbook_make_plan (tw_playbook_builtin (), &request, NULL);
}

static TwPlan *
without (TwPlan *plan, const TwRecordType *type, const char *id)
{
  TwPlan *edited = tw_edit_delete (plan, type, id, NULL, NULL);

  tw_plan_unref (plan);
  return edited;
}

static TwPlan *
add_items (TwPlan *plan, const char *stage, const char *item, TwDate today, GError **error)
{
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);

  return tw_playbook_add_items (tw_playbook_builtin (), schedule, stage, item, today, error);
}

static void
items_come_back_where_they_were (void)
{
  g_autoptr (TwPlan) whole = made ();
  g_autoptr (TwPlan) plan = without (
      without (without (made (), &tw_adoption_item_type, "e1"), &tw_adoption_item_type, "e5"),
      &tw_adoption_item_type, "e9");
  g_autoptr (GPtrArray) missing
      = tw_playbook_missing_items (tw_playbook_builtin (), plan, "envision");
  g_autoptr (GError) error = NULL;
  g_autoptr (TwPlan) one = NULL, all = NULL;

  g_assert_cmpuint (missing->len, ==, 3);
  one = add_items (plan, "envision", ((TwPbAdoptionItem *) missing->pdata[1])->id, TW_DATE_NONE,
                   &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tw_list_n (stage_at (one, 0)->checklist), ==, 7);
  g_assert_cmpstr (item_at (one, 0, 3)->kind, ==, item_at (whole, 0, 4)->kind);
  all = add_items (one, "envision", NULL, TW_DATE_NONE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 9; i++)
    {
      g_assert_cmpstr (item_at (all, 0, i)->kind, ==, item_at (whole, 0, i)->kind);
      g_assert_cmpstr (item_at (all, 0, i)->text, ==, item_at (whole, 0, i)->text);
      g_assert_cmpint (item_at (all, 0, i)->due, ==, item_at (whole, 0, i)->due);
    }
  assert_sound (all);
  g_assert_null (add_items (all, "envision", NULL, TW_DATE_NONE, &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
}

/* What was moved to another stage isn't missing; what comes late isn't overdue at once; a stage of
 * one's own has nothing that could be missing. */
static void
items_that_are_somewhere_else_are_there (void)
{
  g_autoptr (TwPlan) plan = without (made (), &tw_adoption_item_type, "e3");
  g_autoptr (GError) error = NULL;
  g_autoptr (TwPlan) moved
      = tw_edit_relocate (plan, &tw_adoption_item_type, "e1", "onboard", 0, &error);
  g_autoptr (TwPlan) added = NULL, own = NULL;
  g_autoptr (GPtrArray) missing = NULL, none = NULL;

  missing = tw_playbook_missing_items (tw_playbook_builtin (), moved, "envision");
  g_assert_cmpuint (missing->len, ==, 1);
  added = add_items (moved, "envision", NULL, tw_date_parse ("2030-01-01"), &error);
  g_assert_no_error (error);
  g_assert_cmpint (item_at (added, 0, 1)->due, ==, TW_DATE_NONE);
  own = tw_edit_add (added, &tw_stage_type, NULL, G_MAXUINT, "Ours", NULL, &error);
  none = tw_playbook_missing_items (tw_playbook_builtin (), own, stage_at (own, 3)->id);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
stages_come_back_where_they_were (void)
{
  g_autoptr (TwPlan) whole = made ();
  g_autoptr (TwPlan) plan = without (made (), &tw_stage_type, "onboard");
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  g_autoptr (GPtrArray) missing = tw_playbook_missing_stages (tw_playbook_builtin (), plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (TwPlan) added = NULL;

  g_assert_cmpuint (missing->len, ==, 1);
  added
      = tw_playbook_add_stages (tw_playbook_builtin (), schedule, "onboard", TW_DATE_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (stage_at (added, 1)->id, ==, "onboard");
  g_assert_cmpuint (tw_list_n (stage_at (added, 1)->checklist), ==, 9);
  g_assert_cmpint (item_at (added, 1, 0)->due, ==, item_at (whole, 1, 0)->due);
  assert_sound (added);
}

/* A plan without any gets all; a stage whose name is taken gets another id. */
static void
all_stages_come_into_an_empty_plan (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan_of ("'adoption':[{'id':'onboard','name':'Ours'}]");
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (TwPlan) added
      = tw_playbook_add_stages (tw_playbook_builtin (), schedule, NULL, TODAY, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (tw_list_n (added->adoption), ==, 4);
  g_assert_cmpstr (stage_at (added, 0)->name, ==, "Ours");
  g_assert_cmpstr (stage_at (added, 2)->kind, ==, "onboard");
  g_assert_cmpstr (stage_at (added, 2)->id, !=, "onboard");
  assert_sound (added);
}

static void
evidence_is_known_by_the_playbook (void)
{
  g_assert_cmpstr (tw_playbook_evidence (tw_playbook_builtin (), "env-stakeholders"), ==,
                   "Stakeholder list with influence and owner");
  g_assert_null (tw_playbook_evidence (tw_playbook_builtin (), NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define T(name, function) g_test_add_func ("/adoption/" name, function)
  T ("what-is-done-is-counted", what_is_done_is_counted);
  T ("a-workload-counts-its-own-items", a_workload_counts_its_own_items);
  T ("a-stage-is-when-its-items-are", a_stage_is_when_its_items_are);
  T ("overdue-is-told-by-itself", overdue_is_told_by_itself);
  T ("an-enabler-comes-with-its-first-word", an_enabler_comes_with_its_first_word);
  T ("enablers-are-told-in-a-line", enablers_are_told_in_a_line);
  T ("a-copy-of-an-item-is-not-begun", a_copy_of_an_item_is_not_begun);
  T ("items-come-back-where-they-were", items_come_back_where_they_were);
  T ("items-that-are-somewhere-else-are-there", items_that_are_somewhere_else_are_there);
  T ("stages-come-back-where-they-were", stages_come_back_where_they_were);
  T ("all-stages-come-into-an-empty-plan", all_stages_come_into_an_empty_plan);
  T ("evidence-is-known-by-the-playbook", evidence_is_known_by_the_playbook);
  return g_test_run ();
}
