/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "tw-plan-file.h"
#include "tw-schedule.h"
#include "tw-search.h"

/* bench-plan make N FILE: writes a plan of N activities.
 * bench-plan make-whole N FILE: as many with eight checks each.
 * bench-plan make-list N FILE: as many in one motion, with them.
 * bench-plan read FILE: milliseconds to read and check it, and to make its bytes.
 * bench-plan schedule FILE: milliseconds to compute its dates.
 * bench-plan search FILE: milliseconds to make it ready for searching, and to find a letter that is
 * everywhere, and a few words. */

#define ROUNDS 5
#define PER_PHASE 50
#define PHASES_PER_MOTION 20

static gpointer
named (const TwRecordType *type, char letter, guint number, const char *text)
{
  gpointer record = tw_record_new (type);
  g_autofree char *id = g_strdup_printf ("%c%u", letter, number);
  g_autofree char *name = g_strdup_printf ("%s %u", text, number);

  tw_record_set (record, tw_record_type_field (type, "id"), (TwValue){ .string = id });
  tw_record_set (record, tw_record_type_field (type, "name"), (TwValue){ .string = name });
  return record;
}

static TwActivity *
make_activity (guint number, GRand *random)
{
  TwActivity *activity
      = named (&tw_activity_type, 'a', number, "Conditional Access design and review");
  g_autofree char *owner = g_strdup_printf ("p%d", g_rand_int_range (random, 1, 9));

  activity->days = g_rand_int_range (random, 1, 6);
  tw_id_set (&activity->owner, owner);
  if (g_rand_int_range (random, 0, 4) == 0)
    tw_string_set (&activity->notes, "Agreed with the customer; waits for the network team.");
  /* Most follow another one of their phase. */
  if (number % PER_PHASE > 1 && g_rand_int_range (random, 0, 3) > 0)
    {
      guint back = (guint) g_rand_int_range (random, 1, (gint32) (number % PER_PHASE));
      g_autofree char *before = g_strdup_printf ("a%u", number - back);

      activity->after = tw_list_new_strv (TW_FIELD_REFS, (const char *const[]){ before, NULL });
    }
  return activity;
}

static TwList *
make_checks (guint number)
{
  GPtrArray *checks = g_ptr_array_new ();

  for (guint i = 0; i < 8; i++)
    {
      TwCheck *check = tw_record_new (&tw_check_type);
      g_autofree char *id = g_strdup_printf ("c%u-%u", number, i);

      tw_id_set (&check->id, id);
      tw_string_set (&check->text, "Agree the naming of devices, groups and café kiosks with all");
      g_ptr_array_add (checks, check);
    }
  return tw_list_new_take (TW_FIELD_LIST, checks);
}

static TwPlan *
make_plan (guint n, gboolean whole, guint phases_per_motion)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  TwPlan *plan = tw_record_new (&tw_plan_type);
  GPtrArray *people = g_ptr_array_new (), *motions = g_ptr_array_new ();

  plan->version = TW_PLAN_VERSION;
  tw_id_set (&plan->id, "bench");
  tw_string_set (&plan->title, "Bench");
  plan->start = tw_date_parse ("2026-11-02");
  plan->customer = tw_record_new (&tw_customer_type);
  tw_string_set (&plan->customer->name, "Contoso Ltd");
  for (guint i = 1; i < 9; i++)
    g_ptr_array_add (people, named (&tw_person_type, 'p', i, "Priya Raman"));
  for (guint at = 0, phase_number = 0; at < n;)
    {
      TwMotion *motion = named (&tw_motion_type, 'm', motions->len + 1, "Customer Health");
      GPtrArray *phases = g_ptr_array_new ();

      while (at < n && phases->len < phases_per_motion)
        {
          TwPhase *phase = named (&tw_phase_type, 'h', ++phase_number, "Remediate");
          GPtrArray *activities = g_ptr_array_new ();

          while (at < n && activities->len < PER_PHASE)
            {
              TwActivity *activity = make_activity (at++, random);

              activity->checklist = whole ? make_checks (at) : NULL;
              g_ptr_array_add (activities, activity);
            }
          phase->activities = tw_list_new_take (TW_FIELD_LIST, activities);
          g_ptr_array_add (phases, phase);
        }
      motion->phases = tw_list_new_take (TW_FIELD_LIST, phases);
      g_ptr_array_add (motions, motion);
    }
  plan->people = tw_list_new_take (TW_FIELD_LIST, people);
  plan->motions = tw_list_new_take (TW_FIELD_LIST, motions);
  return plan;
}

static GBytes *
load (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &error);

  if (bytes == NULL)
    g_error ("%s", error->message);
  return bytes;
}

static TwPlan *
read_plan (GBytes *bytes)
{
  g_autoptr (TwPlanRead) read = tw_plan_read_bytes (bytes);

  if (read->plan == NULL)
    {
      g_autofree char *faults = tw_plan_read_describe (read, "bench");

      g_error ("%s", faults);
    }
  return tw_plan_ref (read->plan);
}

/* The best of a few rounds, in milliseconds. */
static void
best (double *least, gint64 since)
{
  double took = (double) (g_get_monotonic_time () - since) / 1000;

  *least = MIN (*least, took);
}

static void
bench_read (const char *path)
{
  g_autoptr (GBytes) bytes = load (path);
  double reading = G_MAXDOUBLE, writing = G_MAXDOUBLE;

  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 since = g_get_monotonic_time ();
      g_autoptr (TwPlan) plan = read_plan (bytes);
      g_autoptr (GBytes) written = NULL;

      best (&reading, since);
      since = g_get_monotonic_time ();
      written = tw_plan_to_bytes (plan);
      best (&writing, since);
      g_assert_true (g_bytes_equal (bytes, written));
    }
  g_print ("%.3f %.3f\n", reading, writing);
}

static void
bench_schedule (const char *path)
{
  g_autoptr (GBytes) bytes = load (path);
  g_autoptr (TwPlan) plan = read_plan (bytes);
  double least = G_MAXDOUBLE;

  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 since = g_get_monotonic_time ();
      g_autoptr (GError) error = NULL;
      g_autoptr (TwSchedule) schedule = tw_schedule_new (plan, &error);

      best (&least, since);
      g_assert_nonnull (schedule);
    }
  g_print ("%.3f\n", least);
}

static double
time_search (TwSearch *search, const char *text)
{
  double least = G_MAXDOUBLE;

  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 since = g_get_monotonic_time ();
      g_autoptr (TwHits) hits = tw_search_find (search, text, 100);

      best (&least, since);
      g_assert_cmpuint (hits->hits->len, >, 0);
    }
  return least;
}

static void
bench_search (const char *path)
{
  g_autoptr (GBytes) bytes = load (path);
  g_autoptr (TwPlan) plan = read_plan (bytes);
  g_autoptr (TwSearch) search = tw_search_new (plan, tw_playbook_builtin ());
  double least = G_MAXDOUBLE;

  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 since = g_get_monotonic_time ();
      TwSearch *made = tw_search_new (plan, tw_playbook_builtin ());

      best (&least, since);
      tw_search_free (made);
    }
  g_print ("%.3f %.3f %.3f\n", least, time_search (search, "e"),
           time_search (search, "design health access"));
}

int
main (int argc, char **argv)
{
  if (argc == 4 && g_str_has_prefix (argv[1], "make"))
    {
      g_autoptr (TwPlan) plan
          = make_plan ((guint) atoi (argv[2]), !g_str_equal (argv[1], "make"),
                       g_str_equal (argv[1], "make-list") ? G_MAXUINT : PHASES_PER_MOTION);
      g_autoptr (GBytes) bytes = tw_plan_to_bytes (plan);
      g_autoptr (GError) error = NULL;

      g_file_set_contents (argv[3], g_bytes_get_data (bytes, NULL),
                           (gssize) g_bytes_get_size (bytes), &error);
      g_assert_no_error (error);
    }
  else if (argc == 3 && g_str_equal (argv[1], "read"))
    bench_read (argv[2]);
  else if (argc == 3 && g_str_equal (argv[1], "schedule"))
    bench_schedule (argv[2]);
  else if (argc == 3 && g_str_equal (argv[1], "search"))
    bench_search (argv[2]);
  else
    return 2;
  return 0;
}
