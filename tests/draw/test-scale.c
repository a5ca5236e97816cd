/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-scale.h"

#include <math.h>

#define SEED 20270122

static void
test_there_and_back (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < 10000; i++)
    {
      TwDate origin = g_rand_int_range (random, TW_DATE_MIN, TW_DATE_MAX);
      TwScale scale = { origin, g_rand_double_range (random, TW_SCALE_MIN, TW_SCALE_MAX) };
      TwDate date = g_rand_int_range (random, TW_DATE_MIN, TW_DATE_MAX);
      double x = tw_scale_x (&scale, date);

      g_assert_cmpfloat_with_epsilon (tw_scale_date (&scale, x), date, 0.001);
      if (scale.per_week >= 1)
        g_assert_cmpuint (tw_scale_day (&scale, x), ==, date);
      g_assert_cmpuint (tw_scale_snap (&scale, x), ==, date);
    }
}

static void
test_days_and_edges (void)
{
  TwDate day = tw_date_new (2027, 1, 22);
  TwScale scale = { day, 70 };

  g_assert_cmpfloat_with_epsilon (tw_scale_x (&scale, day + 1), 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (tw_scale_width (&scale, 5), 50, 1e-9);
  g_assert_cmpuint (tw_scale_day (&scale, 9.9), ==, day);
  g_assert_cmpuint (tw_scale_day (&scale, 10), ==, day + 1);
  g_assert_cmpuint (tw_scale_day (&scale, -0.1), ==, day - 1);
  g_assert_cmpuint (tw_scale_snap (&scale, 4.9), ==, day);
  g_assert_cmpuint (tw_scale_snap (&scale, 5.1), ==, day + 1);
  /* Off the ends of time. */
  g_assert_cmpuint (tw_scale_day (&scale, -1e12), ==, TW_DATE_MIN);
  g_assert_cmpuint (tw_scale_day (&scale, 1e12), ==, TW_DATE_MAX);
}

static void
test_steps (void)
{
  g_assert_cmpfloat_with_epsilon (tw_scale_next_step (31, 1), 62, 1e-9);
  g_assert_cmpfloat_with_epsilon (tw_scale_next_step (31, -1), 14, 1e-9);
  g_assert_cmpfloat_with_epsilon (tw_scale_next_step (40, 1), 62, 1e-9);
  g_assert_cmpfloat_with_epsilon (tw_scale_next_step (40, -1), 31, 1e-9);
  g_assert_cmpfloat_with_epsilon (tw_scale_next_step (2, 1), 8, 1e-9);
  g_assert_cmpfloat_with_epsilon (tw_scale_next_step (2, -1), 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (tw_scale_next_step (300, 1), 300, 1e-9);
  g_assert_cmpfloat_with_epsilon (tw_scale_next_step (300, -1), 154, 1e-9);
}

static void
test_fit (void)
{
  TwDate start = tw_date_new (2026, 11, 2);
  TwDate finish = tw_date_new (2027, 9, 30);
  TwScale scale = { 0, 1 };

  tw_scale_fit (&scale, start, finish, 1000, 20);
  g_assert_cmpfloat_with_epsilon (tw_scale_x (&scale, start), 20, 1e-6);
  g_assert_cmpfloat_with_epsilon (tw_scale_x (&scale, finish + 1), 980, 1e-6);
  /* A short plan is in the middle, not blown up. */
  tw_scale_fit (&scale, start, start, 1000, 20);
  g_assert_cmpfloat_with_epsilon (scale.per_week, 154, 1e-9);
  g_assert_cmpfloat_with_epsilon (tw_scale_x (&scale, start + 0.5), 500, 1e-6);
  /* No room at all. */
  tw_scale_fit (&scale, start, finish, 0, 20);
  g_assert_cmpfloat (scale.per_week, >=, TW_SCALE_MIN);
}

static void
test_tick_choice (void)
{
  static const struct
  {
    double per_week;
    TwTickUnit upper, lower, minor;
  } rows[] = {
    { 1, TW_TICK_YEAR, TW_TICK_NONE, TW_TICK_NONE },
    { 8, TW_TICK_YEAR, TW_TICK_QUARTER, TW_TICK_NONE },
    { 14, TW_TICK_QUARTER, TW_TICK_MONTH, TW_TICK_NONE },
    { 31, TW_TICK_MONTH, TW_TICK_WEEK, TW_TICK_NONE },
    { 62, TW_TICK_MONTH, TW_TICK_WEEK, TW_TICK_DAY },
    { 154, TW_TICK_WEEK, TW_TICK_DAY, TW_TICK_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TwScale scale = { 0, rows[i].per_week };
      TwTickChoice choice = tw_scale_ticks (&scale, 1);

      g_assert_cmpint (choice.upper, ==, rows[i].upper);
      g_assert_cmpint (choice.lower, ==, rows[i].lower);
      g_assert_cmpint (choice.minor, ==, rows[i].minor);
      g_assert_cmpint (choice.weekends, ==, rows[i].per_week >= 14);
      /* Twice the type on twice the scale: the same rows. */
      scale.per_week *= 2;
      g_assert_cmpint (tw_scale_ticks (&scale, 2).upper, ==, rows[i].upper);
    }
  /* Centuries, so that labels never touch. */
  g_assert_cmpint (tw_scale_ticks (&(TwScale){ 0, 0.02 }, 1).years, >=, 20);
}

static void
check_ticks (TwTickUnit unit, int count, TwDate from, TwDate until)
{
  TwDate before = TW_DATE_NONE;
  TwTickIter iter;
  TwTick tick;
  guint n = 0;

  tw_tick_iter_init (&iter, unit, count, from, until);
  while (tw_tick_iter_next (&iter, &tick))
    {
      int month, day, year;

      tw_date_split (tick.start, &year, &month, &day);
      if (n == 0)
        g_assert_cmpuint (tick.start, <=, from);
      else
        g_assert_cmpuint (tick.start, ==, before);
      g_assert_cmpuint (tick.end, >, tick.start);
      g_assert_cmpuint (tick.start, <, until);
      if (unit == TW_TICK_WEEK && tick.start > TW_DATE_MIN)
        g_assert_cmpint (tw_date_weekday (tick.start), ==, 0);
      if (unit >= TW_TICK_MONTH)
        g_assert_cmpint (day, ==, 1);
      if (unit == TW_TICK_QUARTER)
        g_assert_cmpint (month % 3, ==, 1);
      if (unit == TW_TICK_YEAR)
        {
          g_assert_cmpint (month, ==, 1);
          if (tick.start > TW_DATE_MIN)
            g_assert_cmpint (year % count, ==, 0);
        }
      before = tick.end;
      n++;
    }
  g_assert_cmpuint (before, >=, until);
}

static void
test_ticks (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < 500; i++)
    {
      TwDate from = g_rand_int_range (random, TW_DATE_MIN, TW_DATE_MAX - 2000);
      TwDate until = from + g_rand_int_range (random, 1, 2000);

      for (int unit = TW_TICK_DAY; unit <= TW_TICK_YEAR; unit++)
        check_ticks (unit, 1, from, until);
      check_ticks (TW_TICK_YEAR, 5, from, until);
    }
  for (int unit = TW_TICK_DAY; unit <= TW_TICK_YEAR; unit++)
    {
      check_ticks (unit, 1, TW_DATE_MIN, TW_DATE_MIN + 800);
      check_ticks (unit, 1, TW_DATE_MAX - 800, TW_DATE_MAX + 1);
    }
  check_ticks (TW_TICK_YEAR, 1000, TW_DATE_MIN, TW_DATE_MAX + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scale/there-and-back", test_there_and_back);
  g_test_add_func ("/scale/days-and-edges", test_days_and_edges);
  g_test_add_func ("/scale/steps", test_steps);
  g_test_add_func ("/scale/fit", test_fit);
  g_test_add_func ("/scale/tick-choice", test_tick_choice);
  g_test_add_func ("/scale/ticks", test_ticks);
  return g_test_run ();
}
