/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-date.h"

static void
every_day_comes_back (void)
{
  char iso[TW_DATE_LENGTH];

  for (TwDate date = TW_DATE_MIN; date <= TW_DATE_MAX; date += 37)
    g_assert_cmpuint (tw_date_parse (tw_date_iso (date, iso)), ==, date);
  g_assert_cmpstr (tw_date_iso (TW_DATE_MIN, iso), ==, "1900-01-01");
  g_assert_cmpstr (tw_date_iso (TW_DATE_MAX, iso), ==, "9999-12-31");
}

static void
days_that_do_not_exist (void)
{
  static const char *const wrong[] = { "",           "2027-02-29",  "2027-13-01",  "2027-1-1",
                                       "1899-12-31", "10000-01-01", "2027-01-01 ", "2027/01/01",
                                       "abcd-ef-gh", "2027-04-31" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpuint (tw_date_parse (wrong[i]), ==, TW_DATE_NONE);
}

static void
weekdays (void)
{
  g_assert_cmpint (tw_date_weekday (tw_date_parse ("2026-11-02")), ==, 0);
  g_assert_cmpint (tw_date_weekday (tw_date_parse ("2027-01-22")), ==, 4);
}

static void
months_clip (void)
{
  TwDate january = tw_date_parse ("2027-01-31");

  g_assert_cmpuint (tw_date_add_period (january, (TwPeriod){ 'M', 1 }, 1), ==,
                    tw_date_parse ("2027-02-28"));
  g_assert_cmpuint (tw_date_add_period (january, (TwPeriod){ 'M', 1 }, 2), ==,
                    tw_date_parse ("2027-03-31"));
  g_assert_cmpuint (tw_date_add_period (january, (TwPeriod){ 'W', 2 }, 1), ==, january + 14);
  g_assert_cmpuint (tw_date_add_period (TW_DATE_MAX, (TwPeriod){ 'Y', 1000 }, 1000), >,
                    TW_DATE_MAX);
}

static void
periods (void)
{
  static const char *const wrong[]
      = { "", "P", "P0D", "P1001D", "P1", "1W", "P1WD", "P-1W", "PT1H" };
  TwPeriod period;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (tw_period_parse (wrong[i], &period));
  g_assert_true (tw_period_parse ("P1000Y", &period));
  g_assert_cmpint (period.count, ==, 1000);
  g_assert_cmpint (period.unit, ==, 'Y');
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/every-day-comes-back", every_day_comes_back);
  g_test_add_func ("/date/days-that-do-not-exist", days_that_do_not_exist);
  g_test_add_func ("/date/weekdays", weekdays);
  g_test_add_func ("/date/months-clip", months_clip);
  g_test_add_func ("/date/periods", periods);
  return g_test_run ();
}
