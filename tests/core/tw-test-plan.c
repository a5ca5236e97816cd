/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-plan-file.h"
#include "tw-test-plan.h"

char *
tw_test_path (const char *name)
{
  return g_build_filename (g_getenv ("TRACKWAY_SOURCE"), name, NULL);
}

TwPlan *
tw_test_contoso (void)
{
  g_autofree char *path = tw_test_path ("data/examples/contoso.plan.json");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TwPlanRead) read = tw_plan_read_file (file);

  g_assert_nonnull (read->plan);
  return tw_plan_ref (read->plan);
}

static void
close_list (GPtrArray **items, TwList **member)
{
  if (*items == NULL)
    return;
  *member = tw_list_new_take (TW_FIELD_LIST, *items);
  *items = NULL;
}

/* One word behind a node's name and days. */
static void
apply (TwActivity *activity, TwList **after, TwDate *pin, const char *word, const char *argument)
{
  if (g_str_equal (word, "after"))
    {
      g_auto (GStrv) ids = g_strsplit (argument, "+", -1);

      tw_list_unref (*after);
      *after = g_str_equal (argument, "none")
                   ? tw_list_new (TW_FIELD_REFS, NULL, 0)
                   : tw_list_new_strv (TW_FIELD_REFS, (const char *const *) ids);
    }
  else if (g_str_equal (word, "pin"))
    *pin = tw_date_parse (argument);
  else if (g_str_equal (word, "done"))
    {
      activity->status = TW_STATUS_DONE;
      activity->finished = tw_date_parse (argument);
    }
  else if (g_str_equal (word, "started"))
    {
      activity->status = TW_STATUS_IN_PROGRESS;
      activity->started = tw_date_parse (argument);
    }
  else
    {
      g_assert_cmpstr (word, ==, "skipped");
      activity->status = TW_STATUS_SKIPPED;
    }
}

static gpointer
add_record (const TwRecordType *type, const char *name, GPtrArray **items)
{
  gpointer record = tw_record_new (type);

  tw_record_set (record, tw_record_type_field (type, "id"), (TwValue){ .string = (char *) name });
  tw_record_set (record, tw_record_type_field (type, "name"), (TwValue){ .string = (char *) name });
  if (*items == NULL)
    *items = g_ptr_array_new ();
  g_ptr_array_add (*items, record);
  return record;
}

TwPlan *
tw_test_plan (const char *text)
{
  TwPlan *plan = tw_record_new (&tw_plan_type);
  g_auto (GStrv) words = g_strsplit_set (text, " ,;\n", -1);
  GPtrArray *motions = NULL, *phases = NULL, *activities = NULL;
  TwMotion *motion = NULL;
  TwPhase *phase = NULL;
  TwActivity *activity = NULL;
  TwList **after = NULL;
  TwDate *pin = NULL;

  plan->version = TW_PLAN_VERSION;
  tw_id_set (&plan->id, "test");
  tw_string_set (&plan->title, "Test");
  plan->start = tw_date_parse ("2026-11-02");
  plan->customer = tw_record_new (&tw_customer_type);
  tw_string_set (&plan->customer->name, "Customer");
  for (char **at = words; *at != NULL; at++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (*at), ":", '\0');

      if (**at == '\0')
        continue;
      if (**at == 'm')
        {
          if (phase != NULL)
            close_list (&activities, &phase->activities);
          if (motion != NULL)
            close_list (&phases, &motion->phases);
          motion = add_record (&tw_motion_type, name, &motions);
          after = &motion->after;
          pin = &motion->start;
        }
      else if (**at == 'h')
        {
          if (phase != NULL)
            close_list (&activities, &phase->activities);
          phase = add_record (&tw_phase_type, name, &phases);
          after = &phase->after;
          pin = &phase->start;
        }
      else if (**at == 'a' && !g_str_equal (*at, "after"))
        {
          activity = add_record (&tw_activity_type, name, &activities);
          activity->days = atoi (*++at);
          after = &activity->after;
          pin = &activity->start;
        }
      else
        {
          apply (activity, after, pin, *at, at[1]);
          at += !g_str_equal (*at, "skipped");
        }
    }
  if (phase != NULL)
    close_list (&activities, &phase->activities);
  if (motion != NULL)
    close_list (&phases, &motion->phases);
  close_list (&motions, &plan->motions);
  return plan;
}

TwPlan *
tw_test_plan_of (const char *members)
{
  g_autofree char *text = g_strdup_printf (
      "{'format':'trackway-plan','version':1,'id':'x','title':'T',"
      "'start':'2026-11-02',%s%s}",
      strstr (members, "'customer':") == NULL ? "'customer':{'name':'C'}," : "", members);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TwPlanRead) read = NULL;
  g_autofree char *faults = NULL;

  g_strdelimit (text, "'", '"');
  bytes = g_bytes_new (text, strlen (text));
  read = tw_plan_read_bytes (bytes);
  faults = tw_plan_read_describe (read, text);
  g_assert_cmpstr (faults, ==, "");
  return tw_plan_ref (read->plan);
}

TwSchedule *
tw_test_schedule (TwPlan *plan)
{
  g_autoptr (GError) error = NULL;
  TwSchedule *schedule = tw_schedule_new (plan, &error);

  g_assert_no_error (error);
  return schedule;
}

const char *
tw_test_dates (TwSchedule *schedule, const char *id)
{
  static char text[2 * TW_DATE_LENGTH];
  char start[TW_DATE_LENGTH], finish[TW_DATE_LENGTH];
  const TwSpan *span = tw_schedule_find (schedule, id);

  g_snprintf (text, sizeof text, "%s/%s", tw_date_iso (span->start, start),
              tw_date_iso (span->finish, finish));
  return text;
}
