/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-edit.h"
#include "tw-test-plan.h"
#include "tw-verify.h"
#include "tw-workloads.h"

#define TODAY tw_date_parse ("2027-01-22")

static TwWorkload *
workload_of (TwPlan *plan, const char *id)
{
  TwWorkload *workload = tw_list_find (plan->workloads, id, NULL);

  g_assert_nonnull (workload);
  return workload;
}

static TwSlice *
first_slice (TwPlan *plan, const char *id)
{
  return workload_of (plan, id)->slices->items[0];
}

/* An edit leaves a plan in which nothing is wrong. Passes it on. */
static TwPlan *
sound (TwPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) breaches = NULL;

  g_assert_no_error (*error);
  breaches = tw_plan_verify (plan);
  g_assert_cmpuint (breaches->len, ==, 0);
  return plan;
}

static void
refused (TwPlan *plan, GError **error, const char *message)
{
  g_assert_null (plan);
  g_assert_error (*error, TW_ERROR, TW_ERROR_REFUSED);
  g_assert_cmpstr ((*error)->message, ==, message);
  g_clear_error (error);
}

static void
a_level_clears_those_below (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  TwPlaybook *playbook = tw_playbook_builtin ();
  GError *error = NULL;
  g_autoptr (TwPlan) reason = sound (
      tw_edit_status_level (plan, playbook, "s6", 2, "it-infrastructure", TODAY, &error), &error);
  g_autoptr (TwPlan) detail
      = sound (tw_edit_status_level (reason, playbook, "s6", 3, "network", TODAY, &error), &error);
  g_autoptr (TwPlan) status = sound (
      tw_edit_status_level (detail, playbook, "s6", 1, "in-progress", TODAY, &error), &error);
  g_autoptr (TwPlan) same = tw_edit_status_level (plan, playbook, "s6", 1, "blocked", TODAY, NULL);

  g_assert_cmpstr (first_slice (reason, "intune")->reason, ==, "it-infrastructure");
  g_assert_null (first_slice (reason, "intune")->detail);
  g_assert_cmpint (first_slice (reason, "intune")->since, ==, tw_date_parse ("2027-01-14"));
  g_assert_cmpstr (first_slice (detail, "intune")->detail, ==, "network");
  g_assert_cmpint (first_slice (status, "intune")->status, ==, TW_SLICE_IN_PROGRESS);
  g_assert_null (first_slice (status, "intune")->reason);
  g_assert_null (first_slice (status, "intune")->detail);
  g_assert_cmpint (first_slice (status, "intune")->since, ==, TODAY);
  /* What it is already stays as it is. */
  g_assert_true (same == plan);
}

#define ONE_SLICE "'workloads':[{'id':'w1','name':'Mail','kind':'exchange','slices':[{'id':'s1'}]}]"

/* domain.md, section 6: what is unknown needs a next action, no intent its reason and a note, a
 * duplicate a note. */
static void
what_a_status_needs (void)
{
  static const char *const expected[]
      = { "the next action", NULL,
          "who removes the block, the next action, the date of the next action, the day by which "
          "it is unblocked and a note",
          "the reason and a note", "a note" };
  const TwField *statuses = tw_record_type_field (&tw_slice_type, "status");
  g_autoptr (TwPlan) plan = tw_test_plan_of (ONE_SLICE);
  TwPlaybook *playbook = tw_playbook_builtin ();

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      GError *error = NULL;
      g_autoptr (TwPlan) edited = sound (
          tw_edit_status_level (plan, playbook, "s1", 1, statuses->words[i], TODAY, &error),
          &error);
      g_autofree char *missing = tw_words_slice_missing (first_slice (edited, "w1"));

      g_assert_cmpstr (missing, ==, expected[i]);
    }
}

static void
what_no_intent_needs_is_recorded (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan_of (ONE_SLICE);
  TwPlaybook *playbook = tw_playbook_builtin ();
  GError *error = NULL;
  g_autoptr (TwPlan) status
      = sound (tw_edit_status_level (plan, playbook, "s1", 1, "no-intent", TODAY, &error), &error);
  g_autoptr (TwPlan) reason = sound (
      tw_edit_status_level (status, playbook, "s1", 2, "competitive-solution", TODAY, &error),
      &error);
  g_autoptr (TwPlan) noted = sound (
      tw_plan_set_by_id (reason, &tw_slice_type, "s1", "internal_notes",
                         (TwValue){ .string = (char *) "Stays with the other mail" }, &error),
      &error);
  g_autofree char *missing = tw_words_slice_missing (first_slice (reason, "w1"));
  g_autoptr (TwPlan) contoso = tw_test_contoso ();

  g_assert_cmpstr (missing, ==, "a note");
  g_assert_null (tw_words_slice_missing (first_slice (noted, "w1")));
  /* Why there is no intent may stand where the intent does. */
  g_assert_null (tw_words_slice_missing (first_slice (contoso, "edge")));
}

static guint
n_choices (TwPlan *plan, const char *workload, guint level)
{
  g_autoptr (GArray) choices = tw_status_choices (
      tw_playbook_builtin (), workload_of (plan, workload), first_slice (plan, workload), level);

  return choices->len;
}

static void
only_what_belongs_to_the_level_above (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  TwPlaybook *playbook = tw_playbook_builtin ();
  g_autoptr (GArray) choices
      = tw_status_choices (playbook, workload_of (plan, "intune"), first_slice (plan, "intune"), 2);
  TwStatusChoice *second = &g_array_index (choices, TwStatusChoice, 1);
  GError *error = NULL;

  g_assert_cmpuint (n_choices (plan, "intune", 1), ==, 5);
  /* None, and the ten reasons of what is blocked; the three of what is in progress. */
  g_assert_cmpuint (choices->len, ==, 11);
  g_assert_cmpuint (n_choices (plan, "exchange", 2), ==, 4);
  g_assert_cmpstr (second->word, ==, "it-infrastructure");
  g_assert_cmpstr (second->hint, ==, "Is it devices, hardware, network, identity or the client?");
  /* Details of change management: those of Edge and Teams aren't Intune's. */
  g_assert_cmpuint (n_choices (plan, "intune", 3), ==, 6);
  refused (tw_edit_status_level (plan, playbook, "s6", 2, "migration", TODAY, &error), &error,
           "That doesn’t belong to the level above");
  refused (tw_edit_status_level (plan, playbook, "s6", 3, "edge-resources", TODAY, &error), &error,
           "That doesn’t belong to the level above");
}

static void
engagement_start (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  TwDate day = tw_date_parse ("2027-02-01");
  GError *error = NULL;
  g_autoptr (TwPlan) cleared = NULL;
  g_autoptr (TwPlan) changed = NULL;
  g_autoptr (TwPlan) first = NULL;
  TwNote *note;

  refused (tw_edit_engagement_start (plan, "s6", day, NULL, TODAY, &error), &error,
           "Only what is in progress has an engagement start");
  refused (tw_edit_engagement_start (plan, "s3", day, "", TODAY, &error), &error,
           "A change of the engagement start needs its reason");
  refused (tw_edit_engagement_start (plan, "s3", day, NULL, TODAY, &error), &error,
           "A change of the engagement start needs its reason");
  changed = sound (
      tw_edit_engagement_start (plan, "s3", day, "The plants were closed", TODAY, &error), &error);
  g_assert_cmpint (first_slice (changed, "windows-10")->engagement_start, ==, day);
  g_assert_cmpuint (tw_list_n (changed->journal), ==, tw_list_n (plan->journal) + 1);
  note = changed->journal->items[tw_list_n (plan->journal)];
  g_assert_cmpstr (note->kind, ==, "engagement-management");
  g_assert_cmpstr (note->workload, ==, "windows-10");
  g_assert_cmpint (note->date, ==, TODAY);
  g_assert_true (note->internal);
  g_assert_cmpstr (note->text, ==,
                   "Engagement start of Windows changed from 18 January 2027 to 1 February 2027: "
                   "The plants were closed");
  /* The first day that is named needs none. */
  cleared = tw_edit_engagement_start (plan, "s3", TW_DATE_NONE, "Asked anew", TODAY, NULL);
  first = sound (tw_edit_engagement_start (cleared, "s3", day, NULL, TODAY, &error), &error);
  g_assert_cmpuint (tw_list_n (first->journal), ==, tw_list_n (cleared->journal));
}

static void
slices_share_the_seats (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan_of (
      "'workloads':[{'id':'w1','name':'Mail','entitled':500,'slices':[{'id':'s1'}]}]");
  GError *error = NULL;
  char *id = NULL;
  g_autoptr (TwPlan) two = sound (tw_edit_add_slice (plan, "w1", "Germany", &id, &error), &error);
  g_autoptr (TwPlan) split
      = tw_plan_set_by_id (two, &tw_slice_type, "s1", "seats", (TwValue){ .number = 300 }, NULL);
  g_autoptr (TwPlan) three = sound (tw_edit_add_slice (split, "w1", NULL, NULL, &error), &error);
  g_autoptr (TwPlan) back = sound (tw_edit_remove_slice (split, id, &error), &error);
  TwSlice *slice = workload_of (two, "w1")->slices->items[1];

  g_assert_cmpint (first_slice (two, "w1")->seats, ==, 500);
  g_assert_cmpstr (slice->id, ==, id);
  g_assert_cmpstr (slice->name, ==, "Germany");
  g_assert_cmpint (slice->seats, ==, 0);
  g_assert_cmpint (((TwSlice *) workload_of (three, "w1")->slices->items[2])->seats, ==, 200);
  /* What is left alone has all of them. */
  g_assert_cmpint (first_slice (back, "w1")->seats, ==, 500);
  refused (tw_edit_remove_slice (back, "s1", &error), &error, "A workload has one part at least");
  g_ref_string_release (id);
}

static void
the_leading_slice (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan_of (
      "'workloads':[{'id':'w1','name':'Mail','slices':[{'id':'s1','status':'no-intent'},"
      "{'id':'s2','status':'in-progress'},{'id':'s3','status':'blocked'},{'id':'s4'}]},"
      "{'id':'w2','name':'Chat'}]");

  g_assert_cmpstr (tw_workload_leading_slice (workload_of (plan, "w1"))->id, ==, "s3");
  g_assert_null (tw_workload_leading_slice (workload_of (plan, "w2")));
}

static char *
readings_of (TwPlan *plan, const char *id)
{
  GString *text = g_string_new (NULL);

  TW_FOREACH (TwReading, reading, workload_of (plan, id)->readings)
    {
      char date[TW_DATE_LENGTH];

      g_string_append_printf (text, "%s%s %d", text->len > 0 ? ", " : "",
                              tw_date_iso (reading->date, date) + 5, reading->active);
    }
  return g_string_free (text, FALSE);
}

static void
expect_readings (TwPlan *edited, GError **error, const char *expected)
{
  g_autoptr (TwPlan) plan = sound (edited, error);
  g_autofree char *text = readings_of (plan, "w1");

  g_assert_cmpstr (text, ==, expected);
}

#define MAIL                                                                                       \
  "'workloads':[{'id':'w1','name':'Mail','kind':'exchange','readings':["                           \
  "{'date':'2027-01-05','active':10},{'date':'2027-02-05','active':20}]},"                         \
  "{'id':'w2','name':'Rooms, small and large'}]"

/* One that isn't a workload's has readings of its own, in percent. */
static void
readings_of_a_kpi (void)
{
  g_autoptr (TwPlan) plan
      = tw_test_plan_of ("'approaches':[{'id':'o1','name':'Ours','kpis':[{'id':'q1',"
                         "'name':'Trained','green_above':70,'yellow_above':40}]}]");
  TwDate first = tw_date_parse ("2027-01-05"), second = tw_date_parse ("2027-02-05");
  GError *error = NULL;
  g_autoptr (TwPlan) later = sound (
      tw_edit_reading (plan, &tw_kpi_type, "q1", TW_DATE_NONE, second, 60, &error), &error);
  g_autoptr (TwPlan) both = sound (
      tw_edit_reading (later, &tw_kpi_type, "q1", TW_DATE_NONE, first, 35, &error), &error);
  TwKpi *kpi = ((TwApproach *) both->approaches->items[0])->kpis->items[0];
  TwKpiReading *reading = kpi->readings->items[0];

  g_assert_cmpuint (tw_list_n (kpi->readings), ==, 2);
  g_assert_cmpint (reading->date, ==, first);
  g_assert_cmpint (reading->percent, ==, 35);
  g_assert_null (tw_edit_reading (both, &tw_kpi_type, "q1", first, first, 101, &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
  g_clear_error (&error);
}

static void
readings (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan_of (MAIL);
  TwDate first = tw_date_parse ("2027-01-05"), second = tw_date_parse ("2027-02-05"),
         between = tw_date_parse ("2027-01-20"), late = tw_date_parse ("2027-03-01");
  GError *error = NULL;

  expect_readings (
      tw_edit_reading (plan, &tw_workload_type, "w1", TW_DATE_NONE, between, 15, &error), &error,
      "01-05 10, 01-20 15, 02-05 20");
  /* One a day: what is there already is written over. */
  expect_readings (
      tw_edit_reading (plan, &tw_workload_type, "w1", TW_DATE_NONE, second, 25, &error), &error,
      "01-05 10, 02-05 25");
  expect_readings (tw_edit_reading (plan, &tw_workload_type, "w1", first, late, 10, &error), &error,
                   "02-05 20, 03-01 10");
  expect_readings (tw_edit_reading (plan, &tw_workload_type, "w1", first, TW_DATE_NONE, 0, &error),
                   &error, "02-05 20");
  refused (tw_edit_reading (plan, &tw_workload_type, "w1", first, second, 10, &error), &error,
           "There is a reading of that day already");
  refused (tw_edit_reading (plan, &tw_workload_type, "w1", between, late, 10, &error), &error,
           "This reading is gone");
  g_assert_null (tw_edit_reading (plan, &tw_workload_type, "w1", first, first, -1, &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
  g_clear_error (&error);
}

static void
usage_of_all_on_one_day (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan_of (MAIL);
  const char *const ids[] = { "w1", "w2", NULL };
  TwDate day = tw_date_parse ("2027-03-01");
  GError *error = NULL;
  g_autoptr (TwPlan) edited
      = sound (tw_edit_usage (plan, day, ids, (int[]){ 30, TW_INT_NONE }, &error), &error);
  g_autofree char *text = readings_of (edited, "w1");

  g_assert_cmpstr (text, ==, "01-05 10, 02-05 20, 03-01 30");
  g_assert_true (workload_of (edited, "w2") == workload_of (plan, "w2"));
  refused (tw_edit_usage (plan, TW_DATE_NONE, ids, (int[]){ 30, 3 }, &error), &error,
           "Readings need the day that they are of");
}

static void
expect_row (GPtrArray *rows, guint at, const char *workload, int active)
{
  TwUsageRow *row = rows->pdata[at];

  g_assert_cmpstr (row->workload != NULL ? row->workload->id : NULL, ==, workload);
  if (workload != NULL)
    g_assert_cmpint (row->active, ==, active);
}

static void
rows_of_a_report (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan_of (MAIL);
  g_autoptr (GPtrArray) rows = tw_usage_rows_parse (plan, tw_playbook_builtin (),
                                                    "Workload\tActive\n"
                                                    "Mail\t3528\r\n"
                                                    "\n"
                                                    "mail, 3,529\n"
                                                    "  EXO ; 3.530 ; 84 %\n"
                                                    "\"Exchange Online\",\"3,531\"\n"
                                                    "Rooms, small and large,12\n"
                                                    "Mail\t-3\n"
                                                    "Mail\t84 %\n"
                                                    "Mail\t99999999999999999999\n"
                                                    "Mail 7\n");

  g_assert_cmpuint (rows->len, ==, 9);
  expect_row (rows, 0, "w1", 3528);
  expect_row (rows, 1, "w1", 3529);
  expect_row (rows, 2, "w1", 3530);
  expect_row (rows, 3, "w1", 3531);
  expect_row (rows, 4, "w2", 12);
  for (guint i = 5; i < 9; i++)
    expect_row (rows, i, NULL, 0);
  g_assert_cmpstr (((TwUsageRow *) rows->pdata[8])->line, ==, "Mail 7");
}

static void
expect_rows (const char *report, guint n)
{
  g_autoptr (TwPlan) plan = tw_test_plan_of (MAIL);
  g_autoptr (GPtrArray) rows = tw_usage_rows_parse (plan, tw_playbook_builtin (), report);

  g_assert_cmpuint (rows->len, ==, n);
}

/* A heading is of columns, has no number and stands before what names a workload. */
static void
headings_of_a_report (void)
{
  expect_rows ("Workload\tActive users\tEntitled\nMail\t12\n", 1);
  expect_rows ("Usage report\nas of 22 January\nService;Active;%\nMail;12;84 %\n", 3);
  expect_rows ("\"Product\",\"MAU (28 days)\"\n\"Mail\",\"12\"\n", 1);
  /* What names a workload is none, nor what has a number, nor what comes later. */
  expect_rows ("Mail\tmany\nMail\t12\n", 2);
  expect_rows ("Post\t13\nMail\t12\n", 2);
  expect_rows ("Mail\t12\nPost\tmany\n", 2);
  expect_rows ("Workload\tActive users\n", 0);
}

/* The health card says "Entra ID" of what the plan calls "Entra ID (AADP)". */
static void
rows_by_the_name_on_the_card (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (GPtrArray) rows
      = tw_usage_rows_parse (plan, tw_playbook_builtin (), "Entra ID\t2600\nNothing\t1\n");

  g_assert_cmpuint (rows->len, ==, 2);
  expect_row (rows, 0, "aadp", 2600);
  expect_row (rows, 1, NULL, 0);
}

static void
adding_workloads (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  TwPlaybook *playbook = tw_playbook_builtin ();
  const char *const kinds[] = { "sharepoint", "teams-rooms", "teams", NULL };
  g_autoptr (GPtrArray) before = tw_workloads_missing (plan, playbook);
  GError *error = NULL;
  g_autoptr (TwPlan) added = sound (tw_edit_add_workloads (plan, playbook, kinds, &error), &error);
  g_autoptr (GPtrArray) after = tw_workloads_missing (added, playbook);
  char *id = NULL;
  g_autoptr (TwPlan) own = sound (tw_edit_add_workload (plan, "Planner", &id, &error), &error);
  g_autoptr (TwPlan) removed
      = sound (tw_edit_delete (added, &tw_workload_type, "intune", NULL, &error), &error);

  /* Teams is there already. */
  g_assert_cmpuint (tw_list_n (added->workloads), ==, 10);
  g_assert_cmpuint (after->len, ==, before->len - 2);
  g_assert_cmpint (workload_of (added, "sharepoint")->entitled, ==, 4200);
  g_assert_cmpint (workload_of (added, "sharepoint")->target, ==, 70);
  g_assert_cmpint (workload_of (added, "teams-rooms")->unit, ==, TW_UNIT_ROOMS);
  g_assert_cmpint (first_slice (added, "sharepoint")->status, ==, TW_SLICE_UNKNOWN);
  g_assert_cmpstr (workload_of (own, id)->name, ==, "Planner");
  g_assert_cmpuint (tw_list_n (workload_of (own, id)->slices), ==, 1);
  g_assert_cmpuint (tw_list_n (removed->workloads), ==, 9);
  g_ref_string_release (id);
}

static void
what_turns_a_group_green (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwPlan) empty = tw_test_plan_of ("'workloads':[]");
  TwHealth health;
  g_autofree char *second = NULL;
  g_autofree char *any = NULL;
  g_autofree char *all = NULL;

  tw_health (plan, tw_playbook_builtin (), &health);
  g_assert_true (tw_health_group_of (&health, workload_of (plan, "windows-10"))
                 == &health.groups[1]);
  g_assert_null (tw_health_group_of (&health, workload_of (plan, "teams")));
  g_assert_null (tw_words_group_next (&health.groups[0], TODAY));
  second = tw_words_group_next (&health.groups[1], TODAY);
  g_assert_cmpstr (second, ==, "Green when Windows and Microsoft 365 Apps are above 70 %");
  tw_health (empty, tw_playbook_builtin (), &health);
  any = tw_words_group_next (&health.groups[0], TODAY);
  all = tw_words_group_next (&health.groups[1], TODAY);
  g_assert_cmpstr (any, ==, "Green when Exchange Online or OneDrive and SharePoint is above 70 %");
  g_assert_cmpstr (all, ==, "Green when Windows and Microsoft 365 Apps are above 70 %");
}

static void
words_of_usage (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwPlan) mail = tw_test_plan_of (MAIL);
  g_autofree char *since = tw_words_slice_since (first_slice (plan, "intune"), TODAY);
  g_autofree char *trend = tw_words_usage_trend (workload_of (plan, "onedrive"));
  g_autofree char *expected = tw_words_usage_forecast (workload_of (plan, "onedrive"), TODAY);
  g_autofree char *reached = tw_words_usage_forecast (workload_of (plan, "exchange"), TODAY);
  g_autofree char *untold = tw_words_usage_forecast (workload_of (plan, "edge"), TODAY);
  g_autofree char *unknown = tw_words_usage_forecast (workload_of (mail, "w1"), TODAY);

  g_assert_cmpstr (since, ==, "Blocked since 14 January");
  g_assert_cmpstr (trend, ==, "1.6 points a month, last 180 days");
  g_assert_cmpstr (expected, ==, "60 % on 15 January 2028, at 1.6 points a month, last 180 days");
  g_assert_cmpstr (reached, ==, "The usage target of 80 % is reached");
  g_assert_cmpstr (untold, ==, "No forecast: there is no usage target");
  g_assert_cmpstr (unknown, ==, "No forecast: the entitled number isn’t known");
  g_assert_cmpint (tw_usage_percent (49.5), ==, 50);
  g_assert_cmpint (tw_usage_percent (1e10), ==, 9999);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workloads/a-level-clears-those-below", a_level_clears_those_below);
  g_test_add_func ("/workloads/only-what-belongs-to-the-level-above",
                   only_what_belongs_to_the_level_above);
  g_test_add_func ("/workloads/what-a-status-needs", what_a_status_needs);
  g_test_add_func ("/workloads/what-no-intent-needs-is-recorded", what_no_intent_needs_is_recorded);
  g_test_add_func ("/workloads/engagement-start", engagement_start);
  g_test_add_func ("/workloads/slices-share-the-seats", slices_share_the_seats);
  g_test_add_func ("/workloads/the-leading-slice", the_leading_slice);
  g_test_add_func ("/workloads/readings", readings);
  g_test_add_func ("/workloads/readings-of-a-kpi", readings_of_a_kpi);
  g_test_add_func ("/workloads/usage-of-all-on-one-day", usage_of_all_on_one_day);
  g_test_add_func ("/workloads/rows-of-a-report", rows_of_a_report);
  g_test_add_func ("/workloads/headings-of-a-report", headings_of_a_report);
  g_test_add_func ("/workloads/rows-by-the-name-on-the-card", rows_by_the_name_on_the_card);
  g_test_add_func ("/workloads/adding-workloads", adding_workloads);
  g_test_add_func ("/workloads/what-turns-a-group-green", what_turns_a_group_green);
  g_test_add_func ("/workloads/words-of-usage", words_of_usage);
  return g_test_run ();
}
