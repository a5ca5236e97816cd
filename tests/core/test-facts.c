/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-audience.h"
#include "tw-edit.h"
#include "tw-edit.h"
#include "tw-facts.h"
#include "tw-test-plan.h"
#include "tw-words.h"

static TwFacts *
contoso (TwPlan **plan)
{
  g_autoptr (TwSchedule) schedule = NULL;

  *plan = tw_test_contoso ();
  schedule = tw_test_schedule (*plan);
  return tw_facts_new (schedule, NULL, tw_date_parse ("2027-01-22"),
                       tw_plan_newest_baseline (*plan));
}

/* What the pictures and their page say of the example. */
static void
the_example (void)
{
  g_autoptr (TwPlan) plan = NULL;
  g_autoptr (TwFacts) facts = contoso (&plan);
  const TwChanges *changes = tw_facts_changes (facts);
  TwIndex *index = tw_schedule_index (tw_facts_schedule (facts));
  TwStageFacts stage;

  g_assert_cmpint (tw_facts_find (facts, "h6")->progress, ==, 23);
  g_assert_cmpint (tw_facts_find (facts, "m2")->progress, ==, 7);
  g_assert_cmpint (tw_facts_plan_node (facts)->progress, ==, 18);
  g_assert_cmpstr (tw_index_node (index, (guint) tw_facts_current_phase (facts))->id, ==, "h6");
  g_assert_cmpint (tw_facts_find (facts, "h7")->state, ==, TW_STATUS_BLOCKED);
  g_assert_cmpint (tw_facts_find (facts, "m2")->state, ==, TW_STATUS_IN_PROGRESS);
  g_assert_cmpint (tw_facts_find (facts, "a13")->slip, ==, 3);
  g_assert_cmpint (tw_facts_find (facts, "a18")->slip, ==, 2);
  g_assert_true (tw_facts_find (facts, "a17")->late);
  g_assert_false (tw_facts_find (facts, "a17")->overdue);
  g_assert_cmpuint (changes->finished->len, ==, 4);
  g_assert_cmpuint (changes->slipped->len, ==, 3);
  g_assert_cmpuint (changes->added->len, ==, 1);
  g_assert_cmpuint (changes->gone->len, ==, 0);
  g_assert_cmpint (tw_facts_health (facts)->level, ==, TW_HEALTH_YELLOW);
  tw_facts_stage (facts, 1, &stage);
  g_assert_cmpuint (stage.done, ==, 3);
  g_assert_cmpuint (stage.n, ==, 8);
  g_assert_cmpuint (stage.overdue, ==, 1);
  g_assert_true (stage.current);
}

static void
the_proposed_summary (void)
{
  g_autoptr (TwPlan) plan = NULL;
  g_autoptr (TwFacts) facts = contoso (&plan);
  g_autofree char *summary = tw_words_summary (facts, NULL);

  g_assert_cmpstr (summary, ==, plan->summary_basis);
}

/* What the customer doesn't see isn't counted for the customer either. */
static void
the_proposed_summary_for_the_customer (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwIndex) index = tw_index_new (plan);
  g_autoptr (TwSchedule) schedule = NULL;
  g_autoptr (TwFacts) facts = NULL;
  g_autoptr (TwPlan) copy = NULL;
  g_autofree char *summary = NULL;

  /* Nobody else has seen the plan yet: one that moved by three days, one that is finished. */
  tw_index_activity (index, "a13")->internal = TRUE;
  tw_index_activity (index, "a14")->internal = TRUE;
  schedule = tw_test_schedule (plan);
  facts
      = tw_facts_new (schedule, NULL, tw_date_parse ("2027-01-22"), tw_plan_newest_baseline (plan));
  copy = tw_audience_copy (plan, NULL, TW_AUDIENCE_CUSTOMER);
  summary = tw_words_summary (facts, copy);
  g_assert_nonnull (strstr (summary, "Three activities were finished since 8 January."));
  g_assert_nonnull (strstr (summary, "Two activities moved by 2 to 3 days;"));
}

/* Of a phase that was deleted, its activities. */
static void
only_activities_are_gone (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwIndex) index = tw_index_new (plan);
  TwBaseline *baseline = tw_plan_newest_baseline (plan);
  guint n = 0;
  g_autoptr (TwPlan) edited = tw_edit_delete (plan, &tw_phase_type, "h6", NULL, NULL);
  g_autoptr (TwSchedule) schedule = tw_test_schedule (edited);
  g_autoptr (TwFacts) facts = tw_facts_new (schedule, NULL, tw_date_parse ("2027-01-22"), baseline);

  TW_FOREACH (TwActivity, activity, tw_index_phase (index, "h6")->activities)
    n += tw_list_find (baseline->items, activity->id, NULL) != NULL;
  g_assert_cmpuint (n, >, 5);
  g_assert_cmpuint (tw_facts_changes (facts)->gone->len, ==, n);
}

static void
next_days_are_in_order (void)
{
  g_autoptr (TwPlan) plan = NULL;
  g_autoptr (TwFacts) facts = contoso (&plan);
  GArray *events = tw_facts_next_days (facts);

  g_assert_cmpuint (events->len, >, 10);
  g_assert_cmpstr (tw_words_event_title (&g_array_index (events, TwEvent, 0)), ==,
                   "Onboarding review");
  for (guint i = 1; i < events->len; i++)
    g_assert_cmpuint (g_array_index (events, TwEvent, i - 1).date, <=,
                      g_array_index (events, TwEvent, i).date);
}

/* Percent of the six components, in the groups' order. */
static int
level_of (const int percents[6], int levels[3])
{
  static const char *const kinds[]
      = { "exchange", "onedrive", "windows-10", "office-proplus", "aadp", "intune" };
  g_autoptr (TwPlan) plan = tw_test_plan ("");
  GPtrArray *workloads = g_ptr_array_new ();
  TwHealth health;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      TwWorkload *workload = tw_record_new (&tw_workload_type);
      TwReading *reading = tw_record_new (&tw_reading_type);

      tw_id_set (&workload->id, kinds[i]);
      tw_string_set (&workload->kind, kinds[i]);
      tw_string_set (&workload->name, kinds[i]);
      workload->entitled = 1000;
      reading->date = tw_date_parse ("2020-01-01");
      reading->active = 10 * percents[i];
      workload->readings = tw_list_new (TW_FIELD_LIST, (gpointer[]){ reading }, 1);
      g_ptr_array_add (workloads, workload);
    }
  plan->workloads = tw_list_new_take (TW_FIELD_LIST, workloads);
  tw_health (plan, tw_playbook_builtin (), &health);
  for (guint i = 0; i < 3; i++)
    levels[i] = health.groups[i].level;
  return health.level;
}

/* The worked example's quarters, domain.md section 12. */
static void
quarters (void)
{
  enum
  {
    R = TW_HEALTH_RED,
    Y = TW_HEALTH_YELLOW,
    G = TW_HEALTH_GREEN,
    B = TW_HEALTH_BLUE
  };
  static const struct
  {
    int percents[6], groups[3], level;
  } rows[] = { { { 87, 40, 28, 36, 10, 5 }, { G, R, R }, Y },
               { { 87, 40, 30, 38, 17, 8 }, { G, R, Y }, Y },
               { { 87, 40, 58, 73, 34, 31 }, { G, Y, G }, G },
               { { 87, 40, 76, 78, 41, 38 }, { G, G, G }, B },
               /* A value on the limit isn't above it. */
               { { 70, 70, 70, 71, 30, 31 }, { Y, Y, Y }, R } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int groups[3];

      g_assert_cmpint (level_of (rows[i].percents, groups), ==, rows[i].level);
      for (guint j = 0; j < 3; j++)
        g_assert_cmpint (groups[j], ==, rows[i].groups[j]);
    }
}

static void
progress_is_100_only_when_done (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan ("m1: h1: a1 1000 done 2026-11-02, a2 1; h2: a3 0");
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  g_autoptr (TwFacts) facts = tw_facts_new (schedule, NULL, tw_date_parse ("2026-11-02"), NULL);

  g_assert_cmpint (tw_facts_find (facts, "h1")->progress, ==, 99);
  g_assert_cmpint (tw_facts_find (facts, "h2")->progress, ==, 0);
}

static void
typed_dates (void)
{
  static const struct
  {
    const char *text, *date;
  } rows[] = { { "2027-01-25", "2027-01-25" },
               { "25 Jan", "2027-01-25" },
               { "25 january 2028", "2028-01-25" },
               { "+5d", "2027-01-27" },
               { "+2w", "2027-02-05" },
               { "-1d", "2027-01-21" },
               { "mon", "2027-01-25" },
               { "Friday", "2027-01-29" },
               { "today", "2027-01-22" },
               { "25/1/2027", "2027-01-25" },
               { "", "" },
               { "31 Dec", "2026-12-31" } };
  static const char *const wrong[]
      = { "tomorrow or so", "30 Feb", "2027-13-01", "+", "x", "99/99" };
  TwDate today = tw_date_parse ("2027-01-22"), date;
  char iso[TW_DATE_LENGTH];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (tw_words_parse_date (rows[i].text, TW_DATE_NONE, today, &date));
      g_assert_cmpstr (tw_date_iso (date, iso), ==, rows[i].date);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (tw_words_parse_date (wrong[i], TW_DATE_NONE, today, &date));
  g_assert_true (tw_words_parse_date ("+5d", tw_date_parse ("2027-03-01"), today, &date));
  g_assert_cmpstr (tw_date_iso (date, iso), ==, "2027-03-06");
}

static void
ranges (void)
{
  static const struct
  {
    const char *start, *finish, *words;
  } rows[] = { { "2027-01-18", "2027-01-26", "18–26 Jan" },
               { "2027-01-25", "2027-02-05", "25 Jan – 5 Feb" },
               { "2027-01-12", "2027-01-12", "12 Jan" },
               { "2026-11-02", "2026-11-13", "2–13 Nov 2026" },
               { "2026-12-28", "2027-01-08", "28 Dec 2026 – 8 Jan" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words
          = tw_words_range (tw_date_parse (rows[i].start), tw_date_parse (rows[i].finish),
                            tw_date_parse ("2027-01-22"), FALSE);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
short_names (void)
{
  static const struct
  {
    const char *name, *brief;
  } rows[] = {
    { "Security and Compliance", "Security" },
    { "Skype for Business to Teams Transition", "Skype" },
    { "Get Modern", "Get Modern" },
    { "security first", "security" },
    { "Teams-Räume", "Teams-Räume" },
    { "セキュリティとコンプライアンス", "セキュリティとコンプライアンス" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *brief = tw_words_short_name (rows[i].name);

      g_assert_cmpstr (brief, ==, rows[i].brief);
    }
}

/* Somebody calls an activity by the id of an approach, and by another name again. */
static void
a_name_that_equals_an_id (void)
{
  g_autoptr (TwPlan) plan
      = tw_test_plan_of ("'approaches':[{'id':'zz9','name':'Z'}],'motions':[{'id':'m1','name':'M',"
                         "'phases':[{'id':'h1','name':'H','activities':["
                         "{'id':'a1','name':'A','approach':'zz9'},{'id':'a2','name':'B'}]}]}]");
  g_autoptr (TwPlan) named = tw_plan_set_by_id (plan, &tw_activity_type, "a2", "name",
                                                (TwValue){ .string = (char *) "zz9" }, NULL);
  g_autoptr (TwPlan) renamed = tw_plan_set_by_id (named, &tw_activity_type, "a2", "name",
                                                  (TwValue){ .string = (char *) "B" }, NULL);
  g_autoptr (TwPlan) tagged = NULL;
  g_autoptr (TwSchedule) schedule = NULL;
  g_autoptr (TwFacts) facts = NULL;
  TwApproachFacts approach;

  g_clear_pointer (&named, tw_plan_unref);
  tagged = tw_plan_set_by_id (renamed, &tw_activity_type, "a2", "approach",
                              (TwValue){ .string = (char *) "zz9" }, NULL);
  schedule = tw_test_schedule (tagged);
  facts = tw_facts_new (schedule, NULL, tw_date_parse ("2026-11-02"), NULL);
  tw_facts_approach (facts, tagged->approaches->items[0], &approach);
  g_assert_cmpuint (approach.n, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facts/the-example", the_example);
  g_test_add_func ("/facts/the-proposed-summary", the_proposed_summary);
  g_test_add_func ("/facts/the-proposed-summary-for-the-customer",
                   the_proposed_summary_for_the_customer);
  g_test_add_func ("/facts/only-activities-are-gone", only_activities_are_gone);
  g_test_add_func ("/facts/next-days-are-in-order", next_days_are_in_order);
  g_test_add_func ("/facts/quarters", quarters);
  g_test_add_func ("/facts/progress-is-100-only-when-done", progress_is_100_only_when_done);
  g_test_add_func ("/facts/a-name-that-equals-an-id", a_name_that_equals_an_id);
  g_test_add_func ("/words/typed-dates", typed_dates);
  g_test_add_func ("/words/ranges", ranges);
  g_test_add_func ("/words/short-names", short_names);
  return g_test_run ();
}
