/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-edit.h"
#include "tw-history.h"
#include "tw-test-plan.h"
#include "tw-verify.h"

/* The dates of node after an edit, which is taken over. */
static void
expect (TwPlan *edited, const char *node, const char *dates)
{
  g_autoptr (TwPlan) plan = edited;
  g_autoptr (TwSchedule) schedule = NULL;
  g_autoptr (GPtrArray) breaches = NULL;

  g_assert_nonnull (plan);
  breaches = tw_plan_verify (plan);
  g_assert_cmpuint (breaches->len, ==, 0);
  schedule = tw_test_schedule (plan);
  g_assert_cmpstr (tw_test_dates (schedule, node), ==, dates);
}

static void
moves (void)
{
  g_autoptr (TwPlan) plan
      = tw_test_plan ("m1: h1: a1 5, a2 3 after a1, a3 2 pin 2026-11-10; h2: a4 1");
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  g_autofree char *sentence = NULL;

  expect (tw_edit_move (schedule, "a2", tw_date_parse ("2026-11-14"), NULL, NULL), "a2",
          "2026-11-16/2026-11-18");
  /* No earlier than the links allow, and who holds it is said. */
  expect (tw_edit_move (schedule, "a2", tw_date_parse ("2026-11-03"), &sentence, NULL), "a2",
          "2026-11-09/2026-11-11");
  g_assert_cmpstr (sentence, ==, "Held by “a1”");
  expect (tw_edit_move (schedule, "a3", tw_date_parse ("2026-11-02"), NULL, NULL), "a3",
          "2026-11-02/2026-11-03");
  /* A group takes its members' pins with it. */
  expect (tw_edit_move (schedule, "h1", tw_date_parse ("2026-11-04"), NULL, NULL), "a3",
          "2026-11-12/2026-11-13");
  expect (tw_edit_move (schedule, "h1", tw_date_parse ("2026-11-04"), NULL, NULL), "a1",
          "2026-11-04/2026-11-10");
}

static void
ends (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan ("m1: h1: a1 5, a2 0");
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  g_autoptr (GError) error = NULL;

  expect (tw_edit_right_end (schedule, "a1", tw_date_parse ("2026-11-03"), NULL), "a1",
          "2026-11-02/2026-11-03");
  expect (tw_edit_right_end (schedule, "a1", tw_date_parse ("2026-10-01"), NULL), "a1",
          "2026-11-02/2026-11-02");
  expect (tw_edit_left_end (schedule, "a1", tw_date_parse ("2026-11-04"), NULL, NULL), "a1",
          "2026-11-04/2026-11-06");
  g_assert_null (tw_edit_right_end (schedule, "a2", tw_date_parse ("2026-11-03"), &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
}

static void
links (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan ("m1: h1: a1 5, a2 3; h2: a3 1");
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  g_autoptr (TwPlan) linked = tw_edit_link (schedule, "h2", "a1", NULL);
  g_autoptr (TwPlan) unlinked = tw_edit_unlink (schedule, "h2", "h1", NULL);
  g_autoptr (GError) error = NULL;
  TwPhase *phase = ((TwMotion *) linked->motions->items[0])->phases->items[1];

  expect (tw_edit_link (schedule, "a2", "a1", NULL), "a2", "2026-11-09/2026-11-11");
  /* The implied link is written out first. */
  g_assert_cmpuint (tw_list_n (phase->after), ==, 2);
  g_assert_cmpstr (phase->after->items[0], ==, "h1");
  phase = ((TwMotion *) unlinked->motions->items[0])->phases->items[1];
  g_assert_nonnull (phase->after);
  g_assert_cmpuint (phase->after->n, ==, 0);
  g_assert_null (tw_edit_link (schedule, "a1", "a3", &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
}

static void
statuses (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan ("m1: h1: a1 5, a2 3 after a1");
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  TwDate today = tw_date_parse ("2026-11-04");
  g_autoptr (TwPlan) done = tw_edit_status (schedule, "a1", TW_STATUS_DONE, NULL, today, NULL);
  g_autoptr (TwSchedule) after = tw_test_schedule (done);

  g_assert_cmpstr (tw_test_dates (after, "a1"), ==, "2026-11-02/2026-11-04");
  g_assert_cmpstr (tw_test_dates (after, "a2"), ==, "2026-11-05/2026-11-09");
  expect (tw_edit_status (after, "a1", TW_STATUS_IN_PROGRESS, NULL, today, NULL), "a1",
          "2026-11-02/2026-11-06");
  expect (tw_edit_status (after, "a1", TW_STATUS_NOT_STARTED, NULL, today, NULL), "a1",
          "2026-11-02/2026-11-06");
  expect (tw_edit_status (schedule, "a1", TW_STATUS_SKIPPED, "why", today, NULL), "a2",
          "2026-11-02/2026-11-04");
  expect (tw_edit_move_overdue (schedule, tw_date_parse ("2026-11-10"), NULL, NULL), "a1",
          "2026-11-10/2026-11-16");
}

/* What changes nothing is no step to be undone. */
static void
nothing_changed_is_the_same_plan (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan ("m1: h1: a1 5, a2 3 after a1");
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  TwDate today = tw_date_parse ("2026-11-04");
  g_autoptr (TwPlan) blocked
      = tw_edit_status (schedule, "a1", TW_STATUS_BLOCKED, "why", today, NULL);
  g_autoptr (TwSchedule) after = tw_test_schedule (blocked);
  g_autoptr (TwPlan) again = tw_edit_status (after, "a1", TW_STATUS_BLOCKED, "why", today, NULL);
  g_autoptr (TwPlan) down = tw_edit_step (plan, "a2", 1, FALSE, NULL);
  g_autoptr (TwPlan) dropped
      = tw_edit_drop (plan, (const char *const[]){ "a2", NULL }, "a1", TRUE, NULL);
  g_autoptr (TwPlan) moved
      = tw_edit_move (schedule, "a2", tw_date_parse ("2026-11-09"), NULL, NULL);
  g_autoptr (TwPlan) ended = tw_edit_right_end (schedule, "a2", tw_date_parse ("2026-11-11"), NULL);
  g_autoptr (TwPlan) dated = tw_edit_member (schedule, &tw_activity_type, "a1", "started",
                                             (TwValue){ .date = TW_DATE_NONE }, today, NULL, NULL);

  g_assert_true (again == blocked);
  g_assert_true (down == plan);
  g_assert_true (dropped == plan);
  g_assert_true (moved == plan);
  g_assert_true (ended == plan);
  g_assert_true (dated == plan);
}

static void
deleting_hands_links_on (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan ("m1: h1: a1 5, a2 3 after a1, a3 1 after a2; h2: a4 1");
  g_autoptr (TwPlan) edited = tw_edit_delete (plan, &tw_activity_type, "a2", NULL, NULL);
  TwPhase *phase = ((TwMotion *) edited->motions->items[0])->phases->items[0];

  g_assert_cmpuint (tw_list_n (phase->activities), ==, 2);
  g_assert_true (tw_list_has (((TwActivity *) phase->activities->items[1])->after, "a1"));
  /* What isn't touched is shared. */
  g_assert_true (((TwMotion *) edited->motions->items[0])->phases->items[1]
                 == ((TwMotion *) plan->motions->items[0])->phases->items[1]);
  expect (tw_edit_delete (plan, &tw_phase_type, "h1", NULL, NULL), "a4", "2026-11-02/2026-11-02");
}

/* What is deleted hands its links on however long the chain is. */
static void
deleting_a_long_chain (void)
{
  const guint n = 150000;
  GString *text = g_string_new ("m1: h1: a0 1, a1 1; h2: a2 1");
  g_autoptr (TwPlan) plan = NULL;
  g_autoptr (TwPlan) edited = NULL;
  TwActivity *left;

  for (guint i = 3; i < n; i++)
    g_string_append_printf (text, ", a%u 1 after a%u", i, i - 1);
  g_string_append_printf (text, "; h3: a%u 1 after a%u", n, n - 1);
  plan = tw_test_plan (text->str);
  edited = tw_edit_delete (plan, &tw_phase_type, "h2", NULL, NULL);
  left = ((TwPhase *) ((TwMotion *) edited->motions->items[0])->phases->items[1])
             ->activities->items[0];
  g_assert_null (left->after);
  g_string_free (text, TRUE);
}

/* What follows a phase by the order alone stays behind what that one came after, or behind
 * nothing. */
static void
deleting_a_phase_hands_its_links_on (void)
{
  g_autoptr (TwPlan) plan
      = tw_test_plan ("m1: h1: a1 5, a2 15; h2: after a1 a3 2; h3: a4 1; h4: a5 1");
  TwPhase *phase = ((TwMotion *) plan->motions->items[0])->phases->items[1];

  expect (tw_edit_delete (plan, &tw_phase_type, "h2", NULL, NULL), "a4", "2026-11-09/2026-11-09");
  expect (tw_edit_delete (plan, &tw_phase_type, "h3", NULL, NULL), "a5", "2026-11-11/2026-11-11");
  expect (tw_edit_delete (plan, &tw_phase_type, "h4", NULL, NULL), "a4", "2026-11-11/2026-11-11");
  /* Nobody else has seen the plan yet. */
  tw_list_unref (phase->after);
  phase->after = tw_list_new (TW_FIELD_REFS, NULL, 0);
  expect (tw_edit_delete (plan, &tw_phase_type, "h2", NULL, NULL), "a4", "2026-11-02/2026-11-02");
}

static void
removing_a_person_clears_what_names_it (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autofree char *sentence = NULL;
  guint uses = tw_plan_count_uses (plan, &tw_person_type, "p1");
  g_autoptr (TwPlan) edited = tw_edit_delete (plan, &tw_person_type, "p1", &sentence, NULL);
  g_autoptr (GPtrArray) breaches = tw_plan_verify (edited);

  g_assert_cmpuint (uses, >, 5);
  g_assert_nonnull (sentence);
  g_assert_cmpuint (breaches->len, ==, 0);
  g_assert_null (edited->lead);
}

static void
duplicates_are_fresh (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_auto (GStrv) ids = NULL;
  const char *const nodes[] = { "h6", NULL };
  g_autoptr (TwPlan) edited = tw_edit_duplicate (plan, nodes, &ids, NULL);
  g_autoptr (GPtrArray) breaches = tw_plan_verify (edited);
  TwPlace place;

  g_assert_cmpuint (breaches->len, ==, 0);
  g_assert_true (tw_plan_find (edited, &tw_phase_type, ids[0], &place));
  TW_FOREACH (TwActivity, activity, ((TwPhase *) tw_plan_at (edited, &place))->activities)
    {
      g_assert_cmpint (activity->status, ==, TW_STATUS_NOT_STARTED);
      TW_FOREACH (TwCheck, check, activity->checklist)
        g_assert_cmpuint (check->done, ==, TW_DATE_NONE);
    }
}

/* An id isn't given again, not even where a baseline alone still has it. */
static void
new_ids_are_new (void)
{
  g_autoptr (TwPlan) empty = tw_test_plan ("m1: h1: a1 1");
  g_autoptr (TwPlan) plan = NULL;
  g_autofree char *members = NULL;
  char *id, *other;

  g_random_set_seed (1);
  id = tw_plan_new_id (empty, &tw_activity_type);
  members = g_strdup_printf ("'baselines':[{'id':'b1','name':'B','taken':'2026-11-02','items':["
                             "{'id':'%s','name':'A','start':'2026-11-02','finish':'2026-11-02'}]}]",
                             id);
  plan = tw_test_plan_of (members);
  g_random_set_seed (1);
  other = tw_plan_new_id (plan, &tw_activity_type);
  g_assert_cmpstr (other, !=, id);
  g_assert_cmpint (other[0], ==, 'a');
  g_ref_string_release (id);
  g_ref_string_release (other);
}

/* What is below another one of what is chosen goes with it, once. */
static void
a_group_with_what_is_in_it (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan ("m1: h1: a1 1, a2 1; h2: a3 1; h3: a4 1");
  const char *const nodes[] = { "a2", "h1", "a4", NULL }, *const two[] = { "h1", "a2", NULL };
  g_auto (GStrv) ids = NULL;
  g_autoptr (TwPlan) copied = tw_edit_duplicate (plan, nodes, &ids, NULL);
  g_autoptr (TwPlan) dropped = tw_edit_drop (plan, two, "h3", FALSE, NULL);
  g_autoptr (GPtrArray) breaches = tw_plan_verify (copied);
  TwList *phases = ((TwMotion *) copied->motions->items[0])->phases;

  g_assert_cmpuint (breaches->len, ==, 0);
  g_assert_cmpuint (g_strv_length (ids), ==, 2);
  g_assert_cmpuint (tw_list_n (((TwPhase *) tw_list_find (phases, "h1", NULL))->activities), ==, 2);
  g_assert_cmpuint (tw_list_n (((TwPhase *) tw_list_find (phases, ids[0], NULL))->activities), ==,
                    2);
  g_assert_nonnull (dropped);
  phases = ((TwMotion *) dropped->motions->items[0])->phases;
  g_assert_cmpstr (((TwPhase *) phases->items[1])->id, ==, "h1");
  g_assert_cmpstr (((TwActivity *) ((TwPhase *) phases->items[1])->activities->items[0])->id, ==,
                   "a1");
}

/* Of a group its pin goes, too, and the day from which what recurs is counted. */
static void
duplicates_have_no_pins (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwPlan) edited = NULL;
  TwDate day = tw_date_parse ("2027-01-18");
  TwMotion *motion = plan->motions->items[1], *copy;

  /* Nobody else has seen the plan yet. */
  motion->start = day;
  TW_FOREACH (TwPhase, phase, motion->phases)
    phase->start = day;
  TW_FOREACH (TwRecurring, recurring, motion->recurring)
    recurring->first = day;
  edited = tw_edit_duplicate (plan, (const char *[]){ motion->id, NULL }, NULL, NULL);
  copy = edited->motions->items[2];
  g_assert_cmpint (copy->start, ==, TW_DATE_NONE);
  TW_FOREACH (TwPhase, phase, copy->phases)
    g_assert_cmpint (phase->start, ==, TW_DATE_NONE);
  g_assert_cmpuint (tw_list_n (copy->recurring), >, 0);
  TW_FOREACH (TwRecurring, recurring, copy->recurring)
    {
      g_assert_cmpint (recurring->first, ==, TW_DATE_NONE);
      g_assert_null (recurring->done);
    }
  g_assert_cmpint (motion->start, ==, day);
}

static void
members_keep_the_rules (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  const TwDate today = tw_date_parse ("2027-01-22");
  const TwValue early = { .date = tw_date_parse ("2027-01-20") };
  g_autofree char *sentence = NULL, *of_group = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwPlan) pinned = tw_edit_member (schedule, &tw_activity_type, "a16", "start", early,
                                              today, &sentence, &error);
  g_autoptr (TwPlan) group
      = tw_edit_member (schedule, &tw_phase_type, "h8", "start", early, today, &of_group, &error);
  TwKpi *kpi = ((TwApproach *) plan->approaches->items[0])->kpis->items[0];

  g_assert_no_error (error);
  g_assert_nonnull (pinned);
  g_assert_nonnull (group);
  g_assert_cmpstr (sentence, ==, "Application inventory ends on 21 January");
  g_assert_cmpstr (of_group, ==, "Remediate ends on 12 March");
  /* What the reader would refuse. */
  g_assert_null (tw_edit_member (schedule, &tw_kpi_type, kpi->id, "green_above",
                                 (TwValue){ .number = kpi->yellow_above }, today, NULL, &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (tw_edit_member (schedule, &tw_recurring_type, "r1", "every",
                                 (TwValue){ .string = (char *) "weekly" }, today, NULL, &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
}

/* Copies of phase h6's first four activities behind another node, as duplicates. */
static TwPlan *
paste (TwPlan *from, TwPlan *to, const char *behind, GStrv *ids)
{
  const char *const nodes[] = { "a13", "a14", "a15", "a16", NULL };
  g_autoptr (GBytes) clip = tw_clip_new (from, nodes);
  g_autoptr (GError) error = NULL;
  TwPlan *pasted = tw_edit_paste (to, clip, behind, ids, &error);
  g_autoptr (GPtrArray) breaches = NULL;

  g_assert_no_error (error);
  breaches = tw_plan_verify (pasted);
  g_assert_cmpuint (breaches->len, ==, 0);
  g_assert_cmpuint (g_strv_length (*ids), ==, 4);
  return pasted;
}

static TwActivity *
activity_in (TwPlan *plan, const char *id, guint *at)
{
  TwPlace place;

  g_assert_true (tw_plan_find (plan, &tw_activity_type, id, &place));
  *at = place.steps[place.depth - 1].at;
  return tw_plan_at (plan, &place);
}

static void
pastes_in_the_same_plan (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_auto (GStrv) ids = NULL;
  g_autoptr (TwPlan) pasted = paste (plan, plan, "a19", &ids);
  guint at;
  TwActivity *inventory = activity_in (pasted, ids[1], &at);
  TwActivity *tests = activity_in (pasted, ids[3], &at);

  g_assert_cmpuint (at, ==, 4);
  g_assert_cmpint (inventory->status, ==, TW_STATUS_NOT_STARTED);
  g_assert_cmpuint (inventory->finished, ==, TW_DATE_NONE);
  g_assert_true (tw_list_has (tests->after, ids[1]));
  g_assert_cmpuint (tw_list_n (tests->after), ==, 1);
  g_assert_cmpuint (tests->start, ==, TW_DATE_NONE);
  g_assert_cmpstr (tests->approach, ==, "get-modern");
  g_assert_cmpstr (tests->owner, !=, NULL);
}

/* In another plan the same ids mean others: what is called alike is found, the rest is dropped. */
static void
pastes_in_another_plan (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwPlan) other = tw_test_plan_of (
      "'people':[{'id':'p1','name':'Somebody else'},{'id':'p9','name':'Tom Lindqvist'}],"
      "'approaches':[{'id':'o1','kind':'get-modern','name':'Devices'}],"
      "'motions':[{'id':'m1','name':'M','phases':[{'id':'h1','name':'P','activities':["
      "{'id':'a14','name':'Another one'}]}]}]");
  g_auto (GStrv) ids = NULL;
  g_autoptr (TwPlan) pasted = paste (plan, other, "h1", &ids);
  guint at;
  TwActivity *network = activity_in (pasted, ids[0], &at);
  TwActivity *tests = activity_in (pasted, ids[3], &at);

  g_assert_cmpuint (at, ==, 4);
  g_assert_null (network->owner);
  g_assert_null (network->approach);
  g_assert_cmpstr (tests->owner, ==, "p9");
  g_assert_cmpstr (tests->approach, ==, "o1");
  g_assert_null (tests->workloads);
  g_assert_true (tw_list_has (tests->after, ids[1]));
}

/* Phases and motions go where such stand; what doesn't fit is refused, in words. */
static void
pastes_groups (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  const char *const nodes[] = { "h6", "a13", "h7", NULL };
  g_autoptr (GBytes) clip = tw_clip_new (plan, nodes);
  g_autoptr (GBytes) wrong = g_bytes_new_static ("{}", 2);
  g_auto (GStrv) ids = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwPlan) pasted = tw_edit_paste (plan, clip, "a1", &ids, &error);
  TwPlace place;

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (ids), ==, 2);
  g_assert_true (tw_plan_find (pasted, &tw_phase_type, ids[0], &place));
  g_assert_cmpuint (place.steps[0].at, ==, 0);
  g_assert_cmpuint (place.steps[1].at, ==, 1);
  g_assert_null (tw_edit_paste (plan, clip, NULL, NULL, &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (tw_edit_paste (plan, wrong, "a1", NULL, &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
}

static void
pastes_lines (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan ("m1: h1: a1 5, a2 3 after a1");
  g_auto (GStrv) ids = NULL;
  g_autoptr (TwPlan) pasted
      = tw_edit_paste_lines (plan, "One\tTom\t5 days\r\n\n  Two \n", "a1", &ids, NULL);
  guint at;

  g_assert_cmpuint (g_strv_length (ids), ==, 2);
  g_assert_cmpstr (activity_in (pasted, ids[0], &at)->name, ==, "One");
  g_assert_cmpuint (at, ==, 1);
  g_assert_cmpstr (activity_in (pasted, ids[1], &at)->name, ==, "Two");
}

static void
adds_and_relocates (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan ("m1: h1: a1 5, a2 3 after a1; h2: a3 1");
  char *id = NULL;
  g_autoptr (TwPlan) added
      = tw_edit_add (plan, &tw_activity_type, "h2", G_MAXUINT, "New one", &id, NULL);
  g_autoptr (TwPlan) moved = tw_edit_relocate (added, &tw_activity_type, "a2", "h2", 0, NULL);
  g_autoptr (GError) error = NULL;
  TwPhase *phase = ((TwMotion *) moved->motions->items[0])->phases->items[1];

  g_assert_cmpuint (tw_list_n (phase->activities), ==, 3);
  g_assert_cmpstr (((TwActivity *) phase->activities->items[0])->id, ==, "a2");
  g_assert_cmpstr (((TwActivity *) phase->activities->items[2])->id, ==, id);
  g_ref_string_release (id);
  g_assert_null (tw_edit_add (plan, &tw_activity_type, "h2", 0, " ", NULL, &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
}

static void
fields_refuse_what_does_not_fit (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (GError) error = NULL;

  g_assert_null (tw_plan_set_by_id (plan, &tw_activity_type, "a1", "days",
                                    (TwValue){ .number = 10001 }, &error));
  g_assert_cmpstr (error->message, ==, "Expected a whole number from 0 to 10000");
  g_clear_error (&error);
  g_assert_null (tw_plan_set_by_id (plan, &tw_activity_type, "a1", "owner",
                                    (TwValue){ .string = (char *) "nobody" }, &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
}

static void
expect_range (TwPlan *edited, const char *from, const char *until)
{
  g_autoptr (TwPlan) plan = edited;
  g_autoptr (TwIndex) index = tw_index_new (plan);
  TwRecurring *recurring = tw_index_recurring (index, "r1", NULL);

  g_assert_cmpstr (recurring->from, ==, from);
  g_assert_cmpstr (recurring->until, ==, until);
}

/* The health review goes on from Initiate until Migrate, of Assignment to Success. */
static void
stretches_what_recurs (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  const char *const ids[] = { "r1", NULL };

  expect_range (tw_edit_stretch (plan, ids, TW_GRIP_LEFT, 1, NULL), "h6", "h9");
  expect_range (tw_edit_stretch (plan, ids, TW_GRIP_LEFT, 9, NULL), "h9", "h9");
  expect_range (tw_edit_stretch (plan, ids, TW_GRIP_LEFT, -9, NULL), "h4", "h9");
  expect_range (tw_edit_stretch (plan, ids, TW_GRIP_RIGHT, -2, NULL), "h5", "h7");
  expect_range (tw_edit_stretch (plan, ids, TW_GRIP_RIGHT, -9, NULL), "h5", "h5");
  expect_range (tw_edit_stretch (plan, ids, TW_GRIP_BODY, -1, NULL), "h4", "h8");
  expect_range (tw_edit_stretch (plan, ids, TW_GRIP_BODY, 5, NULL), "h6", "h10");
}

static void
history (void)
{
  g_autoptr (TwPlan) first = tw_test_plan ("m1: h1: a1 1");
  g_autoptr (TwHistory) steps = tw_history_new (first);

  for (int i = 1; i <= 1100; i++)
    {
      g_autoptr (TwPlan) next = tw_plan_set_by_id (tw_history_plan (steps), &tw_activity_type, "a1",
                                                   "days", (TwValue){ .number = i + 1 }, NULL);

      tw_history_push (steps, next, "Longer", i > 1098 ? "days" : NULL);
    }
  g_assert_cmpstr (tw_history_undo_label (steps), ==, "Longer");
  for (int i = 0; i < 1000; i++)
    g_assert_true (tw_history_undo (steps));
  g_assert_false (tw_history_undo (steps));
  g_assert_null (tw_history_undo_label (steps));
  g_assert_true (tw_history_redo (steps));
}

static int
days_of (TwPlan *plan, const char *id)
{
  TwPlace place;

  g_assert_true (tw_plan_find (plan, &tw_activity_type, id, &place));
  return ((TwActivity *) tw_plan_at (plan, &place))->days;
}

/* A long while makes days that the file still takes. */
static void
days_stay_in_their_range (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan ("m1: h1: a1 5 started 1980-01-07");
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  g_autoptr (TwPlan) moved
      = tw_edit_move_overdue (schedule, tw_date_parse ("2026-11-10"), NULL, NULL);
  g_autoptr (TwPlan) dragged
      = tw_edit_move (schedule, "a1", tw_date_parse ("2099-11-10"), NULL, NULL);
  g_autoptr (GPtrArray) breaches = tw_plan_verify (moved);

  g_assert_cmpint (days_of (moved, "a1"), ==, 10000);
  g_assert_cmpint (days_of (dragged, "a1"), ==, 10000);
  g_assert_cmpuint (breaches->len, ==, 0);
}

static void
a_holiday_has_a_name_on_one_line (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (GError) error = NULL;
  TwDate day = tw_date_parse ("2026-12-31");

  g_assert_null (tw_edit_add_holiday (plan, day, TW_DATE_NONE, "Year\nend", &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (tw_edit_add_holiday (plan, day, day - 1, "Year-end", &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
}

/* By names: nobody knows ids. */
static void
a_refusal_says_of_what (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan_of (
      "'motions':[{'id':'m1','name':'M','phases':[{'id':'h1','name':'Assess'},"
      "{'id':'h2','name':'Enable'}],'recurring':[{'id':'r1','name':'Health review',"
      "'every':'P2W','from':'h2','until':'h2'}]},"
      "{'id':'m2','name':'N','phases':[{'id':'h3','name':'Migrate'}]}]");
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  static const char *const wrong[][2] = {
    { "h1", "That can’t be: it would end with “Assess”, before it begins with “Enable” (in “Health "
            "review”)" },
    { "h3", "That can’t be: “Migrate” isn’t a phase of the same motion (in “Health review”)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (tw_edit_member (schedule, &tw_recurring_type, "r1", "until",
                                     (TwValue){ .string = (char *) wrong[i][0] },
                                     tw_date_parse ("2026-11-10"), NULL, &error));
      g_assert_cmpstr (error->message, ==, wrong[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/moves", moves);
  g_test_add_func ("/edit/ends", ends);
  g_test_add_func ("/edit/links", links);
  g_test_add_func ("/edit/statuses", statuses);
  g_test_add_func ("/edit/nothing-changed-is-the-same-plan", nothing_changed_is_the_same_plan);
  g_test_add_func ("/edit/deleting-hands-links-on", deleting_hands_links_on);
  g_test_add_func ("/edit/deleting-a-long-chain", deleting_a_long_chain);
  g_test_add_func ("/edit/deleting-a-phase-hands-its-links-on",
                   deleting_a_phase_hands_its_links_on);
  g_test_add_func ("/edit/removing-a-person-clears-what-names-it",
                   removing_a_person_clears_what_names_it);
  g_test_add_func ("/edit/duplicates-are-fresh", duplicates_are_fresh);
  g_test_add_func ("/edit/duplicates-have-no-pins", duplicates_have_no_pins);
  g_test_add_func ("/edit/new-ids-are-new", new_ids_are_new);
  g_test_add_func ("/edit/a-group-with-what-is-in-it", a_group_with_what_is_in_it);
  g_test_add_func ("/edit/members-keep-the-rules", members_keep_the_rules);
  g_test_add_func ("/edit/pastes-in-the-same-plan", pastes_in_the_same_plan);
  g_test_add_func ("/edit/pastes-in-another-plan", pastes_in_another_plan);
  g_test_add_func ("/edit/pastes-groups", pastes_groups);
  g_test_add_func ("/edit/pastes-lines", pastes_lines);
  g_test_add_func ("/edit/adds-and-relocates", adds_and_relocates);
  g_test_add_func ("/edit/fields-refuse-what-does-not-fit", fields_refuse_what_does_not_fit);
  g_test_add_func ("/edit/stretches-what-recurs", stretches_what_recurs);
  g_test_add_func ("/edit/days-stay-in-their-range", days_stay_in_their_range);
  g_test_add_func ("/edit/a-holiday-has-a-name-on-one-line", a_holiday_has_a_name_on_one_line);
  g_test_add_func ("/edit/a-refusal-says-of-what", a_refusal_says_of_what);
  g_test_add_func ("/edit/history", history);
  return g_test_run ();
}
