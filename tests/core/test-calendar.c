/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-calendar.h"

#define FIRST 739500
#define LAST (FIRST + 400)

static TwCalendar *
random_calendar (gboolean *working)
{
  TwCalendar *calendar = tw_record_new (&tw_calendar_type);
  GPtrArray *holidays = g_ptr_array_new ();

  calendar->working_days = (guint) g_test_rand_int_range (1, 128);
  for (TwDate date = FIRST; date <= LAST; date++)
    working[date - FIRST] = (calendar->working_days >> tw_date_weekday (date)) & 1;
  for (int i = g_test_rand_int_range (0, 12); i > 0; i--)
    {
      TwHoliday *holiday = tw_record_new (&tw_holiday_type);

      tw_string_set (&holiday->name, "off");
      holiday->from = FIRST + (TwDate) g_test_rand_int_range (0, 380);
      holiday->to = holiday->from + (TwDate) g_test_rand_int_range (0, 15);
      for (TwDate date = holiday->from; date <= holiday->to; date++)
        working[date - FIRST] = FALSE;
      g_ptr_array_add (holidays, holiday);
    }
  calendar->holidays = tw_list_new_take (TW_FIELD_LIST, holidays);
  return calendar;
}

/* Against counting day by day. */
static void
agrees_with_counting (void)
{
  for (int round = 0; round < 200; round++)
    {
      gboolean working[LAST - FIRST + 1];
      TwCalendar *calendar = random_calendar (working);
      g_autoptr (TwWorkdays) workdays = tw_workdays_new (calendar);
      TwDate from = FIRST + (TwDate) g_test_rand_int_range (0, 300);
      int n = 0;

      g_assert_cmpuint (tw_workdays_on_or_after (workdays, from), >=, from);
      for (TwDate date = from; date < LAST - 20; date++)
        {
          g_assert_cmpint (tw_workdays_is_working (workdays, date), ==, working[date - FIRST]);
          if (date > from && working[date - FIRST])
            n++;
          g_assert_cmpint (tw_workdays_between (workdays, from, date), ==, n);
          g_assert_cmpint (tw_workdays_between (workdays, date, from), ==, -n);
          if (working[date - FIRST] && working[from - FIRST])
            {
              g_assert_cmpuint (tw_workdays_advance (workdays, from, n), ==, date);
              g_assert_cmpuint (tw_workdays_advance (workdays, date, -n), ==, from);
            }
          if (working[date - FIRST])
            g_assert_cmpuint (tw_workdays_on_or_before (workdays, date), ==, date);
        }
      tw_record_unref (calendar);
    }
}

static void
ends_with_the_calendar (void)
{
  g_autoptr (TwWorkdays) workdays = tw_workdays_new (NULL);

  g_assert_cmpuint (tw_workdays_advance (workdays, TW_DATE_MAX - 3, 10000), ==, TW_DATE_MAX + 1);
  g_assert_cmpuint (tw_workdays_advance (workdays, TW_DATE_MIN, -10), ==, TW_DATE_NONE);
}

static void
ten_years_without_work (void)
{
  TwCalendar *calendar = tw_record_new (&tw_calendar_type);
  TwHoliday *holiday = tw_record_new (&tw_holiday_type);
  TwWorkdays *workdays;

  holiday->from = tw_date_parse ("2030-01-01");
  holiday->to = tw_date_parse ("2039-12-31");
  calendar->holidays = tw_list_new (TW_FIELD_LIST, (gpointer[]){ holiday }, 1);
  workdays = tw_workdays_new (calendar);
  g_assert_cmpuint (tw_workdays_desert (workdays), ==, holiday->from);
  tw_workdays_free (workdays);
  holiday->to = tw_date_parse ("2039-12-29");
  workdays = tw_workdays_new (calendar);
  g_assert_cmpuint (tw_workdays_desert (workdays), ==, TW_DATE_NONE);
  tw_workdays_free (workdays);
  tw_record_unref (calendar);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/agrees-with-counting", agrees_with_counting);
  g_test_add_func ("/calendar/ends-with-the-calendar", ends_with_the_calendar);
  g_test_add_func ("/calendar/ten-years-without-work", ten_years_without_work);
  return g_test_run ();
}
