/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-date-entry.h"
#include "tw-edit.h"
#include "tw-test-calendar.h"
#include "tw-test-plan.h"

/* What is typed or chosen in the small widgets that all pages share is taken as it was meant. */

static void
a_filter_leaves_the_rest_selected (void)
{
  TwTestCalendar fixture;

  tw_test_calendar_begin (&fixture);
  tw_test_calendar_click (&fixture, "a14"); /* finished */
  tw_test_hold ("ctrl", TRUE);
  tw_test_calendar_click (&fixture, "a16");
  tw_test_calendar_click (&fixture, "a20");
  tw_test_hold ("ctrl", FALSE);
  tw_test_calendar_expect_selected (&fixture, "a14 a16 a20");
  tw_test_click (tw_test_tip (fixture.window, "Filter"));
  tw_test_click (tw_test_find (fixture.window, "Hide finished"));
  WAIT_FOR (tw_filter_is_on (tw_view_state_filter (fixture.timeline->state)));
  tw_test_calendar_expect_selected (&fixture, "a16 a20");
  tw_view_state_clear_filter (fixture.timeline->state);
  tw_test_keys ("Escape");
  tw_test_calendar_end (&fixture);
}

int
main (int argc, char **argv)
{
  tw_test_init_windows (&argc, &argv);
  g_test_add_func ("/widgets/a-filter-leaves-the-rest-selected", a_filter_leaves_the_rest_selected);
  return g_test_run ();
}
