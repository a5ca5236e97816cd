/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-test-plan.h"
#include "tw-trial.h"

static TwTrial *
drag (TwSchedule *schedule, const char *ids, TwGrip grip, int n)
{
  g_auto (GStrv) nodes = g_strsplit (ids, " ", -1);
  g_autoptr (GError) error = NULL;
  TwTrial *trial = tw_trial_new (schedule, (const char *const *) nodes, grip, n, &error);

  g_assert_no_error (error);
  return trial;
}

/* The lines of the trial, which is taken over, with a bar between them. */
static void
expect (TwTrial *taken, const char *expected)
{
  g_autoptr (TwTrial) trial = taken;
  g_auto (GStrv) lines = tw_trial_lines (trial, tw_date_parse ("2027-01-22"));
  g_autofree char *all = g_strjoinv ("|", lines);

  g_assert_cmpstr (all, ==, expected);
}

static void
expect_pushed (TwTrial *trial, const char *ids)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < trial->pushed->len; i++)
    g_string_append_printf (
        all, "%s%s", i > 0 ? " " : "",
        tw_index_node (tw_schedule_index (trial->before), g_array_index (trial->pushed, guint, i))
            ->id);
  g_assert_cmpstr (all->str, ==, ids);
}

/* The drag of the mock-ups: exactly two activities, by one day each, and go-live stays. */
static void
the_example_pushes_two (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  int n = tw_trial_days_to (schedule, "a16", TW_GRIP_BODY, tw_date_parse ("2027-01-28"));
  g_autoptr (TwTrial) trial = drag (schedule, "a16", TW_GRIP_BODY, n);
  g_autofree char *words = tw_trial_words (trial, tw_date_parse ("2027-01-22"));
  TwWorkdays *workdays = tw_schedule_workdays (schedule);

  g_assert_cmpint (n, ==, 3);
  expect_pushed (trial, "a18 a20");
  for (guint i = 0; i < trial->pushed->len; i++)
    {
      guint node = g_array_index (trial->pushed, guint, i);

      g_assert_cmpint (tw_workdays_between (workdays, tw_schedule_span (trial->before, node)->start,
                                            tw_schedule_span (trial->after, node)->start),
                       ==, 1);
    }
  g_assert_cmpstr (words, ==,
                   "Application compatibility tests, 28 Jan – 10 Feb, +3 working days, "
                   "Pushes 2 activities");
  expect (drag (schedule, "a16", TW_GRIP_BODY, 3),
          "28 Jan – 10 Feb|+3 working days|Pushes 2 activities");
}

static void
go_live_and_holder_are_named (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);

  /* It is pinned a working day after what it waits for. */
  expect (drag (schedule, "a16", TW_GRIP_BODY, -4),
          "22 Jan – 4 Feb|−1 working day|Pushes nothing else|Held by “Application inventory”");
  /* On the critical path. */
  expect (drag (schedule, "a22", TW_GRIP_BODY, 1),
          "16 Mar – 12 Apr|+1 working day|Pushes 8 activities|Go-live moves to 27 April");
}

static void
the_start_of_the_plan_holds (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan ("m1: h1: a1 5, a2 3 after a1");
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);

  expect (drag (schedule, "a1", TW_GRIP_BODY, -1),
          "2–6 Nov 2026|Stays where it is|Pushes nothing else|Held by the start of the plan");
}

static void
ends_tell_what_it_lasts (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan ("m1: h1: a1 5 pin 2026-11-03, a2 3 after a1");
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);

  expect (drag (schedule, "a1", TW_GRIP_RIGHT, 2),
          "3–11 Nov 2026|7 working days (+2)|Pushes 1 activity");
  expect (drag (schedule, "a1", TW_GRIP_RIGHT, -9),
          "3 Nov 2026|1 working day (−4)|Brings 1 activity forward");
  expect (drag (schedule, "a1", TW_GRIP_LEFT, 2),
          "5–9 Nov 2026|3 working days (−2)|Pushes nothing else");
  /* The left end stops at the right one. */
  expect (drag (schedule, "a1", TW_GRIP_LEFT, 9),
          "9 Nov 2026|1 working day (−4)|Pushes nothing else");
  expect (drag (schedule, "a1", TW_GRIP_LEFT, -3),
          "2–9 Nov 2026|6 working days (+1)|Pushes nothing else|Held by the start of the plan");
}

/* What waits for another that is dragged too isn't held by it, nor pinned where it needn't be. */
static void
several_go_together (void)
{
  g_autoptr (TwPlan) plan
      = tw_test_plan ("m1: h1: a1 2 pin 2026-11-11, a2 3 after a1, a3 1 after a2");
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  g_autoptr (TwTrial) trial = drag (schedule, "a2 a1", TW_GRIP_BODY, 2);
  TwIndex *index = tw_schedule_index (trial->after);

  g_assert_cmpstr (tw_test_dates (trial->after, "a1"), ==, "2026-11-13/2026-11-16");
  g_assert_cmpstr (tw_test_dates (trial->after, "a2"), ==, "2026-11-17/2026-11-19");
  g_assert_cmpuint (tw_index_activity (index, "a2")->start, ==, TW_DATE_NONE);
  expect_pushed (trial, "a3");
  expect (drag (schedule, "a1 a2", TW_GRIP_BODY, -2),
          "9–13 Nov 2026|−2 working days|Brings 1 activity forward");
}

static void
a_group_goes_as_a_whole (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan ("m1: h1: a1 2, a2 3 pin 2026-11-11; h2: a3 1");
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  g_autoptr (TwTrial) trial = drag (schedule, "h1 a1", TW_GRIP_BODY, 1);

  g_assert_cmpuint (trial->moved->len, ==, 3);
  g_assert_cmpstr (tw_test_dates (trial->after, "a1"), ==, "2026-11-03/2026-11-04");
  g_assert_cmpstr (tw_test_dates (trial->after, "a2"), ==, "2026-11-12/2026-11-16");
  expect_pushed (trial, "a3");
}

static void
what_is_done_is_refused (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan ("m1: h1: a1 2 done 2026-11-03, a2 3 started 2026-11-04");
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  g_autoptr (GError) error = NULL;

  g_assert_null (tw_trial_new (schedule, (const char *[]){ "a1", NULL }, TW_GRIP_BODY, 1, &error));
  g_assert_cmpstr (error->message, ==, "“a1” is done; its dates are changed in the inspector");
  g_clear_error (&error);
  g_assert_null (tw_trial_new (schedule, (const char *[]){ "a2", NULL }, TW_GRIP_LEFT, 1, &error));
  g_assert_cmpstr (error->message, ==, "“a2” has started; what counts is when it really started");
  g_clear_error (&error);
  g_assert_null (tw_trial_new (schedule, (const char *[]){ "h1", NULL }, TW_GRIP_RIGHT, 1, &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
  /* Of what has started only the end moves. */
  expect (drag (schedule, "a2", TW_GRIP_BODY, 2),
          "4–10 Nov 2026|+2 working days|Pushes nothing else");
}

static void
days_snap_to_the_nearest_worked (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan ("m1: h1: a1 5 pin 2026-11-09");
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  static const struct
  {
    TwGrip grip;
    const char *day;
    int n;
  } all[] = { { TW_GRIP_BODY, "2026-11-09", 0 },  { TW_GRIP_BODY, "2026-11-08", 0 },
              { TW_GRIP_BODY, "2026-11-07", -1 }, { TW_GRIP_BODY, "2026-11-06", -1 },
              { TW_GRIP_BODY, "2026-11-14", 4 },  { TW_GRIP_BODY, "2026-11-15", 5 },
              { TW_GRIP_RIGHT, "2026-11-13", 0 }, { TW_GRIP_RIGHT, "2026-11-16", 1 },
              { TW_GRIP_LEFT, "2026-11-10", 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_assert_cmpint (tw_trial_days_to (schedule, "a1", all[i].grip, tw_date_parse (all[i].day)), ==,
                     all[i].n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trial/the-example-pushes-two", the_example_pushes_two);
  g_test_add_func ("/trial/go-live-and-holder-are-named", go_live_and_holder_are_named);
  g_test_add_func ("/trial/the-start-of-the-plan-holds", the_start_of_the_plan_holds);
  g_test_add_func ("/trial/ends-tell-what-it-lasts", ends_tell_what_it_lasts);
  g_test_add_func ("/trial/several-go-together", several_go_together);
  g_test_add_func ("/trial/a-group-goes-as-a-whole", a_group_goes_as_a_whole);
  g_test_add_func ("/trial/what-is-done-is-refused", what_is_done_is_refused);
  g_test_add_func ("/trial/days-snap-to-the-nearest-worked", days_snap_to_the_nearest_worked);
  return g_test_run ();
}
