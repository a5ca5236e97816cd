/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-edit-event.h"
#include "tw-edit.h"
#include "tw-proposal.h"
#include "tw-test-plan.h"
#include "tw-words.h"

/* What the Overview says, and what is done there. */

static TwFacts *
facts_of (TwPlan *plan)
{
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);

  return tw_facts_new (schedule, NULL, tw_date_parse ("2027-01-22"),
                       tw_plan_newest_baseline (plan));
}

/* The event of this kind and title; fails if there is none. */
static TwEvent *
event_called (TwFacts *facts, TwEventKind kind, const char *title)
{
  GArray *events = tw_facts_next_days (facts);

  for (guint i = 0; i < events->len; i++)
    {
      TwEvent *event = &g_array_index (events, TwEvent, i);

      if (event->kind == kind && g_str_equal (tw_words_event_title (event), title))
        return event;
    }
  g_error ("no event “%s”", title);
}

static void
assert_line (char *line, const char *expected)
{
  g_assert_cmpstr (line, ==, expected);
  g_free (line);
}

static void
lines_of_the_example (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwFacts) facts = facts_of (plan);

  assert_line (tw_words_event_line (
                   facts, event_called (facts, TW_EVENT_END, "Network and identity assessment")),
               "Due, moved by 3 days · Jonas Weber");
  assert_line (tw_words_event_line (
                   facts, event_called (facts, TW_EVENT_START, "Conditional Access design")),
               "Starts, moved by 3 days · Samir Haddad");
  assert_line (tw_words_event_line (
                   facts, event_called (facts, TW_EVENT_START, "Windows 11 readiness report")),
               "Starts · Jonas Weber");
  assert_line (tw_words_event_line (facts, event_called (facts, TW_EVENT_SLICE_NEXT, "Teams")),
               "Next action · Ask Elena Marsh for the plans with Teams at the plants · "
               "Elena Marsh");
  assert_line (tw_words_stage_next (facts, 0), "Value case signed, 29 January");
  assert_line (tw_words_stage_next (facts, 1), "Awareness campaign sent, 4 days overdue");
  assert_line (tw_words_entry_line (facts, tw_plan_entry (plan, "k1")),
               "Blocks Intune since 14 January · Priya Raman");
  assert_line (tw_words_entry_line (facts, tw_plan_entry (plan, "k2")),
               "High · Tom Lindqvist · review 5 February");
  assert_line (tw_words_blockers (facts), "1 blocker, 2 risks");
  assert_line (tw_words_since (facts), "6 adoption items were done. 2 decisions were taken. "
                                       "1 blocker came up. 2 risks came up.");
}

/* What is sent holds nothing internal. */
static void
a_meeting_as_a_text (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();

  assert_line (tw_words_journal (plan, plan->meetings->items[0]),
               "Onboarding review\n8 January 2027\n"
               "Attendees: Maya Okafor, Jonas Weber, Priya Raman, Tom Lindqvist, Samir Haddad\n"
               "• Team and roles\n• Plan to go-live\n• Kick-off on 12 January\n"
               "The plan to go-live on 26 April is agreed. Reviews every second Friday.\n");
}

static void
a_plan_with_nothing_says_nothing (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan ("m1: h1: a1 1");
  g_autoptr (TwFacts) facts = facts_of (plan);

  g_assert_null (tw_words_blockers (facts));
  g_assert_null (tw_words_since (facts));
}

static void
names_in_a_line (void)
{
  const char *const names[] = { "A", "B", "C", "D" };

  assert_line (tw_words_names (names, 1, 2), "A");
  assert_line (tw_words_names (names, 2, 2), "A and B");
  assert_line (tw_words_names (names, 3, 3), "A, B and C");
  assert_line (tw_words_names (names, 4, 3), "A, B and 2 more");
}

static void
the_customer_as_one_says (void)
{
  static const char *const names[][2] = { { "Contoso Ltd", "Contoso" },
                                          { "Contoso, Inc.", "Contoso" },
                                          { "Fourth Coffee", "Fourth Coffee" },
                                          { "Ltd", "Ltd" } };
  TwPlace top = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TwPlan) plan = tw_test_plan ("m1: h1: a1 1");
      gpointer customer;
      g_autoptr (TwPlan) renamed = NULL;

      g_assert_true (tw_plan_find (plan, &tw_customer_type, NULL, &top));
      renamed = tw_plan_open (plan, &top, &customer);
      tw_string_set (&((TwCustomer *) customer)->name, names[i][0]);
      assert_line (tw_words_customer (renamed), names[i][1]);
    }
}

/* --- what is done with an event --- */

static void
events_are_done (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwFacts) facts = facts_of (plan);
  TwDate today = tw_facts_today (facts);
  TwEvent *later = event_called (facts, TW_EVENT_OCCURRENCE, "Health review");
  TwEvent not_yet = *later;
  g_autoptr (TwPlan) done = tw_event_do (
      facts, event_called (facts, TW_EVENT_END, "Network and identity assessment"), NULL);
  g_autoptr (TwPlan) decided = tw_event_do (
      facts, event_called (facts, TW_EVENT_ENTRY, "Give notice on the old MDM contract"), NULL);
  g_autoptr (TwPlan) ticked = tw_event_do (
      facts, event_called (facts, TW_EVENT_ADOPTION_ITEM, "Value case signed"), NULL);
  g_autoptr (TwFacts) after = facts_of (done);
  TwAdoptionItem *item
      = tw_list_find (((TwStage *) ticked->adoption->items[0])->checklist, "e6", NULL);

  g_assert_cmpint (tw_facts_find (after, "a13")->state, ==, TW_STATUS_DONE);
  g_assert_cmpint (tw_plan_entry (decided, "k4")->status, ==, TW_ENTRY_CLOSED);
  g_assert_cmpint (tw_plan_entry (decided, "k4")->closed, ==, today);
  g_assert_cmpint (item->done, ==, today);
  /* What is to be held isn't held before its day. */
  g_assert_true (tw_event_can_be_done (later, today));
  not_yet.date = today + 1;
  g_assert_false (tw_event_can_be_done (&not_yet, today));
  g_assert_false (
      tw_event_can_be_done (event_called (facts, TW_EVENT_MEETING, "Onboarding review"), today));
}

static void
events_are_moved (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwFacts) facts = facts_of (plan);
  TwDate to = tw_date_parse ("2027-02-03");
  g_autoptr (TwPlan) start = tw_event_move (
      facts, event_called (facts, TW_EVENT_START, "Windows 11 readiness report"), to, NULL, NULL);
  g_autoptr (TwPlan) end = tw_event_move (
      facts, event_called (facts, TW_EVENT_END, "Windows 11 readiness report"), to, NULL, NULL);
  g_autoptr (TwPlan) meeting = tw_event_move (
      facts, event_called (facts, TW_EVENT_MEETING, "Onboarding review"), to, NULL, NULL);
  g_autoptr (TwPlan) slice
      = tw_event_move (facts, event_called (facts, TW_EVENT_SLICE_NEXT, "Teams"), to, NULL, NULL);
  g_autoptr (TwSchedule) started = tw_test_schedule (start);
  g_autoptr (TwSchedule) ended = tw_test_schedule (end);

  g_assert_cmpstr (tw_test_dates (started, "a15"), ==, "2027-02-03/2027-02-09");
  g_assert_cmpstr (tw_test_dates (ended, "a15"), ==, "2027-01-25/2027-02-03");
  g_assert_cmpint (((TwMeeting *) tw_list_find (meeting->meetings, "g3", NULL))->date, ==, to);
  g_assert_cmpint (((TwSlice *) ((TwWorkload *) tw_list_find (slice->workloads, "teams", NULL))
                        ->slices->items[0])
                       ->next_on,
                   ==, to);
  g_assert_false (
      tw_event_can_be_moved (event_called (facts, TW_EVENT_OCCURRENCE, "Health review")));
}

/* --- the summary --- */

static void
a_summary_knows_what_it_was_made_from (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwFacts) facts = facts_of (plan);
  g_autoptr (TwPlan) proposed = tw_edit_summary (facts, NULL, NULL);
  g_autoptr (TwFacts) proposed_facts = facts_of (proposed);
  g_autoptr (TwPlan) written = tw_edit_summary (proposed_facts, "All is well.", NULL);
  g_autoptr (TwFacts) written_facts = facts_of (written);
  g_autoptr (TwPlan) moved = tw_event_do (
      written_facts, event_called (written_facts, TW_EVENT_END, "Network and identity assessment"),
      NULL);
  g_autoptr (TwFacts) moved_facts = facts_of (moved);
  g_autoptr (TwPlan) kept = tw_edit_summary (moved_facts, moved->summary, NULL);
  g_autoptr (TwFacts) kept_facts = facts_of (kept);

  g_assert_null (proposed->summary);
  g_assert_null (proposed->summary_basis);
  g_assert_cmpint (tw_summary_state (proposed_facts), ==, TW_SUMMARY_PROPOSED);
  g_assert_cmpstr (written->summary, ==, "All is well.");
  g_assert_cmpint (tw_summary_state (written_facts), ==, TW_SUMMARY_WRITTEN);
  g_assert_cmpint (tw_summary_state (moved_facts), ==, TW_SUMMARY_OUTDATED);
  g_assert_cmpstr (kept->summary, ==, "All is well.");
  g_assert_cmpint (tw_summary_state (kept_facts), ==, TW_SUMMARY_WRITTEN);
}

/* What was proposed when the example's was edited is what is proposed now. */
static void
the_example_s_summary_is_of_today (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwFacts) facts = facts_of (plan);
  g_autofree char *proposal = tw_summary_proposal (facts);

  g_assert_cmpstr (proposal, ==, plan->summary_basis);
  g_assert_cmpint (tw_summary_state (facts), ==, TW_SUMMARY_WRITTEN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/overview/lines-of-the-example", lines_of_the_example);
  g_test_add_func ("/overview/a-meeting-as-a-text", a_meeting_as_a_text);
  g_test_add_func ("/overview/a-plan-with-nothing-says-nothing", a_plan_with_nothing_says_nothing);
  g_test_add_func ("/overview/names-in-a-line", names_in_a_line);
  g_test_add_func ("/overview/the-customer-as-one-says", the_customer_as_one_says);
  g_test_add_func ("/events/are-done", events_are_done);
  g_test_add_func ("/events/are-moved", events_are_moved);
  g_test_add_func ("/summary/knows-what-it-was-made-from", a_summary_knows_what_it_was_made_from);
  g_test_add_func ("/summary/the-example-s-is-of-today", the_example_s_summary_is_of_today);
  return g_test_run ();
}
