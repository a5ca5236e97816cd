/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-edit-plan.h"
#include "tw-edit.h"
#include "tw-plan-file.h"
#include "tw-test-mark.h"
#include "tw-test-plan.h"
#include "tw-test-structure.h"
#include "tw-verify.h"

#define DAY(text) tw_date_parse (text)

static TwPlan *
move (TwPlan *plan, const char *gate, const char *to, const char *today)
{
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  g_autoptr (GError) error = NULL;
  TwPlan *moved = tw_edit_move_plan (schedule, gate, DAY (to),
                                     today != NULL ? DAY (today) : TW_DATE_NONE, &error);

  g_assert_no_error (error);
  return moved;
}

static void
falls (TwPlan *plan, const char *id, const char *dates)
{
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);

  g_assert_cmpstr (tw_test_dates (schedule, id), ==, dates);
}

static void
a_kick_off_takes_pins_with_it (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan ("m1: h1: a1 5, a2 3 pin 2026-12-01; h2: a3 2");
  g_autoptr (TwPlan) moved = move (plan, NULL, "2026-11-16", "2026-10-01");
  g_autoptr (TwPlan) back = move (moved, NULL, "2026-11-02", "2026-10-01");

  falls (plan, "a2", "2026-12-01/2026-12-03");
  falls (moved, "a1", "2026-11-16/2026-11-20");
  falls (moved, "a2", "2026-12-15/2026-12-17");
  falls (moved, "a3", "2026-12-18/2026-12-21");
  falls (back, "a2", "2026-12-01/2026-12-03");
}

static void
what_is_past_or_done_stays (void)
{
  g_autoptr (TwPlan) plan
      = tw_test_plan ("m1: h1: a1 5 done 2026-11-04, a2 3 pin 2026-11-05, a3 1 pin 2026-11-10, "
                      "a4 2 started 2026-11-03 pin 2026-12-01");
  g_autoptr (TwPlan) moved = move (plan, NULL, "2026-11-09", "2026-11-06");
  TwPhase *phase = ((TwMotion *) moved->motions->items[0])->phases->items[0];

  falls (moved, "a1", "2026-11-04/2026-11-04");
  falls (moved, "a2", "2026-11-09/2026-11-11");
  falls (moved, "a3", "2026-11-17/2026-11-17");
  falls (moved, "a4", "2026-11-03/2026-11-04");
  g_assert_cmpuint (((TwActivity *) phase->activities->items[1])->start, ==, DAY ("2026-11-05"));
  g_assert_cmpuint (((TwActivity *) phase->activities->items[3])->start, ==, DAY ("2026-12-01"));
}

/* Due dates, targets and recurring items, by working days over a holiday. */
static void
dates_move_across_holidays (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan_of (
      "'deadline':'2027-06-30',"
      "'calendar':{'holidays':[{'from':'2026-12-24','to':'2027-01-01','name':'Freeze'}]},"
      "'workloads':[{'id':'teams','name':'Teams','slices':[{'id':'s1',"
      "'deploy_by':'2026-12-22'}]}],"
      "'motions':[{'id':'m1','name':'M','phases':[{'id':'h1','name':'H','activities':["
      "{'id':'a1','name':'A','start':'2026-12-21'}]}],"
      "'recurring':[{'id':'r1','name':'R','every':'P1W','first':'2026-12-07'},"
      "{'id':'r2','name':'S','every':'P1W','first':'2026-11-03'}]}],"
      "'adoption':[{'id':'t','name':'T','checklist':[{'id':'e1','text':'E','due':'2026-12-23'},"
      "{'id':'e2','text':'F','due':'2026-12-23','done':'2026-11-03'},"
      "{'id':'e3','text':'G','due':'2026-11-03'}]}],"
      "'register':[{'id':'k1','kind':'risk','title':'K','due':'2026-12-21'},"
      "{'id':'k2','kind':'risk','title':'L','due':'2026-12-21','status':'closed'}]");
  g_autoptr (TwPlan) moved = move (plan, NULL, "2026-11-09", "2026-11-05");
  TwStage *stage = moved->adoption->items[0];
  TwMotion *motion = moved->motions->items[0];
  TwSlice *slice = ((TwWorkload *) moved->workloads->items[0])->slices->items[0];
  const struct
  {
    TwDate is;
    const char *date;
  } rows[] = {
    { moved->start, "2026-11-09" },
    { moved->deadline, "2027-06-30" },
    { slice->deploy_by, "2027-01-07" },
    { ((TwActivity *) ((TwPhase *) motion->phases->items[0])->activities->items[0])->start,
      "2027-01-06" },
    { ((TwRecurring *) motion->recurring->items[0])->first, "2026-12-14" },
    { ((TwRecurring *) motion->recurring->items[1])->first, "2026-11-03" },
    { ((TwAdoptionItem *) stage->checklist->items[0])->due, "2027-01-08" },
    { ((TwAdoptionItem *) stage->checklist->items[1])->due, "2026-12-23" },
    { ((TwAdoptionItem *) stage->checklist->items[2])->due, "2026-11-03" },
    { ((TwEntry *) moved->register_->items[0])->due, "2027-01-06" },
    { ((TwEntry *) moved->register_->items[1])->due, "2026-12-21" },
  };
  char iso[TW_DATE_LENGTH];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (tw_date_iso (rows[i].is, iso), ==, rows[i].date);
}

static void
a_gate_takes_what_is_later_with_it (void)
{
  g_autoptr (TwPlan) plan
      = tw_test_plan ("m1: h1: a1 5, a2 1 pin 2026-11-04; h2: a3 5, a4 1 pin 2026-11-25; h3: a5 2");
  g_autoptr (TwPlan) later = move (plan, "h2", "2026-11-16", NULL);
  g_autoptr (TwPlan) held = move (later, "h2", "2026-11-02", NULL);

  falls (plan, "a3", "2026-11-09/2026-11-13");
  falls (later, "a2", "2026-11-04/2026-11-04");
  falls (later, "a3", "2026-11-16/2026-11-20");
  falls (later, "a4", "2026-12-02/2026-12-02");
  falls (later, "a5", "2026-12-03/2026-12-04");
  /* No further back than what it comes after lets it, and all that is later as far. */
  falls (held, "a3", "2026-11-09/2026-11-13");
  falls (held, "a4", "2026-11-25/2026-11-25");
}

static void
a_gate_that_has_begun_is_refused (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan ("m1: h1: a1 5 done 2026-11-04; h2: a2 1");
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  static const char *const gates[] = { "a1", "h1", "no-such" };

  for (guint i = 0; i < G_N_ELEMENTS (gates); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
          tw_edit_move_plan (schedule, gates[i], DAY ("2027-01-11"), TW_DATE_NONE, &error));
      g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
    }
}

static void
a_move_is_told (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan ("m1: h1: a1 5; h2: a2 15; h3: a3 1");
  g_autoptr (TwPlan) moved = move (plan, "h2", "2026-11-23", NULL);
  g_autoptr (TwSchedule) before = tw_test_schedule (plan), after = tw_test_schedule (moved);
  g_auto (GStrv) lines = tw_edit_describe_move (before, after);

  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_cmpstr (lines[0], ==, "h2 moves from 9 to 23 November");
  g_assert_cmpstr (lines[1], ==, "h3 moves from 30 November to 14 December");
  g_assert_cmpstr (lines[2], ==, "The end of the plan moves from 30 November to 14 December");
}

/* --- a copy --- */

static void
a_copy_forgets_the_customer (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwPlan) marked = tw_test_contoso ();
  g_autoptr (TwPlan) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TwPlanRead) read = NULL;
  g_autofree char *text = NULL;
  char iso[TW_DATE_LENGTH];

  g_assert_cmpuint (tw_test_mark_recorded (marked), >, 300);
  copy = tw_edit_copy_for (marked, "Fabrikam", DAY ("2027-03-01"), &error);
  g_assert_no_error (error);
  bytes = tw_plan_to_bytes (copy);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_null (strstr (text, TW_TEST_MARK));
  TW_FOREACH (TwPerson, person, plan->people)
    g_assert_null (strstr (text, person->name));
  g_assert_cmpstr (tw_date_iso (copy->start, iso), ==, "2027-03-01");
  g_assert_cmpstr (copy->customer->name, ==, "Fabrikam");
  g_assert_cmpstr (copy->id, !=, plan->id);
  g_assert_null (copy->people);
  g_assert_null (copy->journal);
  read = tw_plan_read_bytes (bytes);
  g_assert_cmpuint (read->faults->len, ==, 0);
}

static void
a_copy_is_built_the_same (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TwPlan) copy = tw_edit_copy_for (plan, "Fabrikam", DAY ("2027-03-01"), &error);
  g_autoptr (TwPlan) named = NULL;
  g_autoptr (TwSchedule) schedule = NULL;
  g_autofree char *text = tw_test_structure (copy);

  g_assert_no_error (error);
  named = tw_edit_without_names (plan, "Fabrikam");
  tw_test_same_structure (copy, named, TRUE);
  g_assert_nonnull (strstr (text, "Results reviewed with Fabrikam"));
  g_assert_cmpstr (copy->title, ==, "Fabrikam: Microsoft 365 onboarding");
  schedule = tw_test_schedule (copy);
  g_assert_cmpuint (tw_schedule_plan_span (schedule)->start, ==, DAY ("2027-03-01"));
  TW_FOREACH (TwMotion, motion, copy->motions)
    TW_FOREACH (TwPhase, phase, motion->phases)
      TW_FOREACH (TwActivity, activity, phase->activities)
        g_assert_cmpint (activity->status, ==, TW_STATUS_NOT_STARTED);
  g_assert_null (tw_edit_copy_for (plan, "", DAY ("2027-03-01"), &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
}

static TwActivity *
first_of (TwPlan *plan)
{
  TwPlace place;

  g_assert_true (tw_plan_find (plan, &tw_activity_type, "a1", &place));
  return tw_plan_at (plan, &place);
}

/* Names stand in texts that have a longest length, and in lists without doubles. */
static void
a_copy_can_be_opened (void)
{
  g_autofree char *long_name = g_strnfill (990, 'x');
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwPlan) people = tw_test_plan_of (
      "'people':[{'id':'p1','name':'Ann'},{'id':'p2','name':'Bob'}],"
      "'motions':[{'id':'m1','name':'M','phases':[{'id':'h1','name':'H','activities':["
      "{'id':'a1','name':'A','deliverables':['Report of Ann','Report of Bob']}]}]}]");
  g_autoptr (GError) error = NULL;
  g_autoptr (TwPlan) copy = tw_edit_copy_for (people, "Fabrikam", DAY ("2027-03-01"), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (tw_list_n (first_of (copy)->deliverables), ==, 1);
  g_assert_null (tw_edit_copy_for (plan, long_name, DAY ("2027-03-01"), &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
  g_assert_true (g_str_has_prefix (error->message, "That can’t be a name: "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, func) g_test_add_func ("/move/" name, func)
  TEST ("a-kick-off-takes-pins-with-it", a_kick_off_takes_pins_with_it);
  TEST ("what-is-past-or-done-stays", what_is_past_or_done_stays);
  TEST ("dates-move-across-holidays", dates_move_across_holidays);
  TEST ("a-gate-takes-what-is-later-with-it", a_gate_takes_what_is_later_with_it);
  TEST ("a-gate-that-has-begun-is-refused", a_gate_that_has_begun_is_refused);
  TEST ("a-move-is-told", a_move_is_told);
  TEST ("a-copy-forgets-the-customer", a_copy_forgets_the_customer);
  TEST ("a-copy-is-built-the-same", a_copy_is_built_the_same);
  TEST ("a-copy-can-be-opened", a_copy_can_be_opened);
  return g_test_run ();
}
