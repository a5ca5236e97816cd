/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-edit.h"
#include "tw-test-plan.h"
#include "tw-verify.h"

/* The dates and slacks that the rules make of the example, row by row. */
static void
contoso (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  g_autofree char *path = tw_test_path ("tests/data/contoso.dates.csv");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines + 2; *line != NULL && **line != '\0'; line++, n++)
    {
      g_autofree char *id = g_strndup (*line, strcspn (*line, ","));
      const TwSpan *span = tw_schedule_find (schedule, id);
      g_autofree char *slack
          = span->slack != TW_SLACK_NONE ? g_strdup_printf ("%d", span->slack) : g_strdup ("");
      char start[TW_DATE_LENGTH], finish[TW_DATE_LENGTH];
      g_autofree char *end = g_strdup_printf (",%s,%s,%s", tw_date_iso (span->start, start),
                                              tw_date_iso (span->finish, finish), slack);

      g_test_message ("%s", *line);
      g_assert_true (g_str_has_suffix (*line, end));
    }
  g_assert_cmpuint (n, ==, tw_index_n_nodes (tw_schedule_index (schedule)));
}

static void
expect (const char *text, const char *id, const char *dates)
{
  g_autoptr (TwPlan) plan = tw_test_plan (text);
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);

  g_assert_cmpstr (tw_test_dates (schedule, id), ==, dates);
}

static void
forward_rules (void)
{
  expect ("m1: h1: a1 5, a2 3 after a1", "a2", "2026-11-09/2026-11-11");
  /* A milestone after work falls on the working day after it, and holds nobody back. */
  expect ("m1: h1: a1 5, a2 0 after a1, a3 2 after a2", "a2", "2026-11-09/2026-11-09");
  expect ("m1: h1: a1 5, a2 0 after a1, a3 2 after a2", "a3", "2026-11-09/2026-11-10");
  /* Links pass through what is skipped. */
  expect ("m1: h1: a1 5, a2 3 after a1 skipped, a3 2 after a2", "a3", "2026-11-09/2026-11-10");
  /* Phases follow one another; an empty list lets them overlap. */
  expect ("m1: h1: a1 5; h2: a2 1", "a2", "2026-11-09/2026-11-09");
  expect ("m1: h1: a1 5; h2: after none a2 1", "a2", "2026-11-02/2026-11-02");
  /* A pin is a 'no earlier than'. */
  expect ("m1: h1: a1 1 pin 2026-11-07", "a1", "2026-11-09/2026-11-09");
  expect ("m1: h1: a1 5, a2 1 after a1 pin 2026-11-03", "a2", "2026-11-09/2026-11-09");
  /* What was done stands as it is, working day or not. */
  expect ("m1: h1: a1 5 done 2026-11-07", "a1", "2026-11-02/2026-11-07");
  expect ("m1: h1: a1 5 done 2026-10-31", "a1", "2026-10-31/2026-10-31");
  expect ("m1: h1: a1 2 started 2026-11-07", "a1", "2026-11-07/2026-11-10");
  /* A group that doesn't count stands on its earliest start. */
  expect ("m1: h1: a1 5; h2: a2 3 skipped", "h2", "2026-11-09/2026-11-09");
}

static void
circle_is_named (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan ("m1: h1: a1 1 after a3, a2 1 after a1, a3 1 after a2");
  g_autoptr (GError) error = NULL;

  g_assert_null (tw_schedule_new (plan, &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_INVALID);
  for (int i = 1; i <= 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("“a%d”", i);

      g_assert_nonnull (strstr (error->message, name));
    }
}

/* Of a long circle the first members and how many more there are. */
static void
long_circle_is_named_in_brief (void)
{
  GString *text = g_string_new ("m1: h1: a0 1 after a29999");
  g_autoptr (TwPlan) plan = NULL;
  g_autoptr (GPtrArray) breaches = NULL;
  g_autoptr (GError) error = NULL;
  const char *message;

  for (int i = 1; i < 30000; i++)
    g_string_append_printf (text, ", a%d 1 after a%d", i, i - 1);
  plan = tw_test_plan (text->str);
  g_string_free (text, TRUE);
  g_assert_null (tw_schedule_new (plan, &error));
  g_assert_cmpuint (strlen (error->message), <, 300);
  g_assert_nonnull (strstr (error->message, "… and 29,990 more"));
  breaches = tw_plan_verify (plan);
  message = ((TwBreach *) breaches->pdata[0])->message;
  g_assert_cmpuint (strlen (message), <, 800);
  g_assert_nonnull (strstr (message, "… and 29,990 more"));
}

static void
refuses_links_that_close_a_circle (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan ("m1: h1: a1 5, a2 3 after a1; h2: a3 1");
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);

  g_assert_true (tw_schedule_can_link (schedule, "a3", "a1", NULL));
  g_assert_false (tw_schedule_can_link (schedule, "a1", "a2", NULL));
  g_assert_false (tw_schedule_can_link (schedule, "a1", "a3", NULL));
  g_assert_false (tw_schedule_can_link (schedule, "a1", "h1", NULL));
  g_assert_false (tw_schedule_can_link (schedule, "h1", "a1", NULL));
  g_assert_false (tw_schedule_can_link (schedule, "a1", "a1", NULL));
  g_assert_false (tw_schedule_can_link (schedule, "m1", "a1", NULL));
}

static void
too_late (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan ("m1: h1: a1 10 pin 9999-12-30");
  g_autoptr (GError) error = NULL;

  g_assert_null (tw_schedule_new (plan, &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_TOO_LATE);
}

/* Random plans of up to three motions, in the little language. */
static char *
random_plan (void)
{
  GString *text = g_string_new (NULL);
  int a = 0, h = 0, motions = g_test_rand_int_range (1, 4);

  for (int m = 1; m <= motions; m++)
    {
      g_string_append_printf (text, "m%d: ", m);
      if (m > 1 && g_test_rand_int_range (0, 3) > 0)
        g_string_append_printf (text, "after %c%d ", g_test_rand_int_range (0, 2) ? 'm' : 'h',
                                m - 1);
      for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
        {
          g_string_append_printf (text, "h%d: ", ++h);
          if (g_test_rand_int_range (0, 5) == 0)
            g_string_append (text, "after none ");
          else if (a > 0 && g_test_rand_int_range (0, 6) == 0)
            g_string_append_printf (text, "after a%d ", g_test_rand_int_range (1, a + 1));
          for (int j = g_test_rand_int_range (0, 5); j > 0; j--)
            {
              g_string_append_printf (text, "a%d %d ", ++a, g_test_rand_int_range (0, 6));
              if (a > 1 && g_test_rand_int_range (0, 2) == 0)
                g_string_append_printf (text, "after a%d ", g_test_rand_int_range (1, a));
              else if (h > 1 && g_test_rand_int_range (0, 8) == 0)
                g_string_append_printf (text, "after h%d ", g_test_rand_int_range (1, h));
              if (g_test_rand_int_range (0, 8) == 0)
                g_string_append_printf (text, "pin 2026-11-%02d ", g_test_rand_int_range (2, 29));
              switch (g_test_rand_int_range (0, 12))
                {
                case 0:
                  g_string_append (text, "skipped ");
                  break;
                case 1:
                  g_string_append_printf (text, "done 2026-11-%02d ",
                                          g_test_rand_int_range (2, 29));
                  break;
                case 2:
                  g_string_append_printf (text, "started 2026-11-%02d ",
                                          g_test_rand_int_range (2, 29));
                  break;
                default:
                  break;
                }
            }
        }
    }
  return g_string_free (text, FALSE);
}

static TwPlan *
make_done (TwSchedule *schedule, const char *id, gpointer today, GError **error)
{
  return tw_edit_status (schedule, id, TW_STATUS_DONE, NULL, GPOINTER_TO_UINT (today), error);
}

static TwPlan *
move_on (TwSchedule *schedule, const char *id, gpointer n, GError **error)
{
  return tw_edit_move (schedule, id, tw_schedule_find (schedule, id)->start + GPOINTER_TO_UINT (n),
                       NULL, error);
}

/* Dates that are computed only where they hang on what was edited are those of a new schedule after
 * each edit; whatever the order of the edits. */
static void
several_edits_are_as_one_by_one (void)
{
  static const TwEditFunc edits[] = { make_done, move_on };

  for (int i = 0; i < 600; i++)
    {
      g_autofree char *text = random_plan ();
      g_autoptr (TwPlan) plan = tw_test_plan (text);
      g_autoptr (TwSchedule) schedule = tw_schedule_new (plan, NULL);
      g_autoptr (GPtrArray) ids = g_ptr_array_new ();
      g_autoptr (TwPlan) one_by_one = NULL;
      g_autoptr (TwPlan) together = NULL;
      gpointer data = GUINT_TO_POINTER (i % 2 == 0 ? tw_date_parse ("2026-11-18") : 3);

      for (guint j = 0; schedule != NULL && j < tw_index_n_nodes (tw_schedule_index (schedule));
           j++)
        {
          TwNode *node = tw_index_node (tw_schedule_index (schedule), j);

          if (node->kind == TW_KIND_ACTIVITY && node->status != TW_STATUS_DONE
              && g_test_rand_int_range (0, 2) == 0)
            g_ptr_array_insert (ids, g_test_rand_int_range (0, (int) ids->len + 1),
                                (gpointer) node->id);
        }
      if (ids->len == 0)
        continue;
      g_ptr_array_add (ids, NULL);
      one_by_one
          = tw_edit_each (schedule, (const char *const *) ids->pdata, edits[i % 2], data, NULL);
      together = tw_edit_members_of_each (schedule, (const char *const *) ids->pdata, edits[i % 2],
                                          data, NULL);
      g_assert_nonnull (together);
      g_assert_true (tw_record_equal (one_by_one, together));
    }
}

/* The plan's finish when the activity is put off by k working days, all else as given: one not
 * started waits for a pin that is put off, one under way takes k days more. */
static TwDate
finish_when_put_off (TwPlan *plan, TwSchedule *schedule, const char *id, int k)
{
  g_autoptr (TwPlan) other = tw_record_copy (plan);
  g_autoptr (TwSchedule) later = NULL;
  TwPlace place;
  TwActivity *activity;
  const TwSpan *span = tw_schedule_find (schedule, id);
  gpointer copies[3], above;

  g_assert_true (tw_plan_find (plan, &tw_activity_type, id, &place));
  above = other;
  for (guint i = 0; i < 3; i++)
    {
      const TwField *field = place.steps[i].field;
      TwList *list = tw_record_get (above, field).list;
      g_autoptr (TwList) one = NULL;
      g_autoptr (TwList) all = NULL;

      copies[i] = tw_record_copy (list->items[place.steps[i].at]);
      one = tw_list_new (TW_FIELD_LIST, &copies[i], 1);
      all = tw_list_splice (list, TW_FIELD_LIST, place.steps[i].at, 1, one);
      tw_record_set (above, field, (TwValue){ .list = all });
      above = copies[i];
    }
  activity = copies[2];
  if (activity->started != TW_DATE_NONE)
    activity->days = activity->days == 0 ? k + 1 : activity->days + k;
  else
    activity->start = tw_workdays_advance (tw_schedule_workdays (schedule), span->start, k);
  later = tw_test_schedule (other);
  return tw_schedule_plan_span (later)->finish;
}

/* Slack by its definition: the largest k such that the plan's finish stays. */
static void
slack_by_definition (void)
{
  int compared = 0;

  for (int round = 0; round < 400; round++)
    {
      g_autofree char *text = random_plan ();
      g_autoptr (TwPlan) plan = tw_test_plan (text);
      g_autoptr (TwSchedule) schedule = tw_schedule_new (plan, NULL);
      TwIndex *index;

      if (schedule == NULL)
        continue;
      index = tw_schedule_index (schedule);
      for (guint i = 0; i < tw_index_n_nodes (index); i++)
        {
          TwNode *node = tw_index_node (index, i);
          int slack = tw_schedule_span (schedule, i)->slack;
          TwDate finish = tw_schedule_plan_span (schedule)->finish;
          TwActivity *activity = node->record;

          if (node->kind != TW_KIND_ACTIVITY || slack == TW_SLACK_NONE
              || (activity->days == 0 && activity->started != TW_DATE_NONE))
            continue;
          compared++;
          if (finish_when_put_off (plan, schedule, node->id, slack) != finish
              || finish_when_put_off (plan, schedule, node->id, slack + 1) == finish)
            g_error ("slack %d of %s in: %s", slack, node->id, text);
        }
    }
  g_assert_cmpint (compared, >, 500);
}

static void
long_chains_do_not_overflow (void)
{
  g_autoptr (GString) text = g_string_new ("m1: h1: a1 1");
  g_autoptr (TwPlan) plan = NULL;
  g_autoptr (TwSchedule) schedule = NULL;

  for (int i = 2; i <= 20000; i++)
    g_string_append_printf (text, ", a%d 1 after a%d", i, i - 1);
  plan = tw_test_plan (text->str);
  schedule = tw_test_schedule (plan);
  g_assert_cmpint (tw_schedule_find (schedule, "a20000")->slack, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/contoso", contoso);
  g_test_add_func ("/schedule/forward-rules", forward_rules);
  g_test_add_func ("/schedule/circle-is-named", circle_is_named);
  g_test_add_func ("/schedule/long-circle-is-named-in-brief", long_circle_is_named_in_brief);
  g_test_add_func ("/schedule/refuses-links-that-close-a-circle",
                   refuses_links_that_close_a_circle);
  g_test_add_func ("/schedule/too-late", too_late);
  g_test_add_func ("/schedule/several-edits-are-as-one-by-one", several_edits_are_as_one_by_one);
  g_test_add_func ("/schedule/slack-by-definition", slack_by_definition);
  g_test_add_func ("/schedule/long-chains-do-not-overflow", long_chains_do_not_overflow);
  return g_test_run ();
}
