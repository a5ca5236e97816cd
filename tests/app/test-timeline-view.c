/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-application.h"
#include "tw-settings.h"
#include "tw-test-calendar.h"
#include "tw-test-plan.h"

/* What of the calendar is seen, by pointer, keys and menus; and keys that go through its rows. */

/* These days are seen, and no more than there is room for on either side. */
static void
expect_days (TwTestCalendar *fixture, const TwSpan *span)
{
  TwTimeline *timeline = fixture->timeline;
  double width = gtk_widget_get_width (GTK_WIDGET (timeline));
  TwDate left = tw_timeline_day_at (timeline, 25),
         right = tw_timeline_day_at (timeline, width - 25);

  g_assert_cmpint (left, <=, span->start);
  g_assert_cmpint (ABS ((int) (span->start + span->finish) - (int) (left + right)), <=, 1);
  if (timeline->scale.per_week < 154)
    g_assert_cmpint (left, ==, span->start);
}

static const TwSpan *
span_of (TwTestCalendar *fixture, const char *id)
{
  return tw_schedule_find (tw_test_calendar_schedule (fixture), id);
}

static void
choose_fit (TwTestCalendar *fixture, const char *what)
{
  GtkWidget *split = tw_test_find_type (GTK_WIDGET (fixture->window), ADW_TYPE_SPLIT_BUTTON);

  tw_test_click (tw_test_find_type (split, GTK_TYPE_MENU_BUTTON));
  tw_test_click (tw_test_find (split, what));
  tw_test_settle ();
}

/* The whole plan, the motion and all of what is selected, by the menu and by keys. */
static void
fit_shows_what_is_asked_for (void)
{
  TwTestCalendar fixture;
  TwSpan both;

  tw_test_calendar_begin (&fixture);
  tw_test_calendar_click (&fixture, "a16");
  choose_fit (&fixture, "Motion");
  expect_days (&fixture, span_of (&fixture, "m2"));
  choose_fit (&fixture, "Selection");
  expect_days (&fixture, span_of (&fixture, "a16"));
  choose_fit (&fixture, "Whole Plan");
  expect_days (&fixture, tw_schedule_plan_span (tw_test_calendar_schedule (&fixture)));
  tw_test_calendar_click (&fixture, "a16");
  tw_test_hold ("ctrl", TRUE);
  tw_test_calendar_click (&fixture, "a20");
  tw_test_hold ("ctrl", FALSE);
  both = *span_of (&fixture, "a16");
  both.finish = span_of (&fixture, "a20")->finish;
  tw_test_keys ("shift+f");
  tw_test_settle ();
  expect_days (&fixture, &both);
  tw_test_keys ("f");
  tw_test_settle ();
  expect_days (&fixture, tw_schedule_plan_span (tw_test_calendar_schedule (&fixture)));
  tw_test_calendar_end (&fixture);
}

static void
keys_zoom (void)
{
  TwTestCalendar fixture;
  TwTimeline *timeline;
  double middle;

  tw_test_calendar_begin (&fixture);
  timeline = fixture.timeline;
  tw_test_calendar_click (&fixture, "a16");
  middle = gtk_widget_get_width (GTK_WIDGET (timeline)) / 3.0;
  tw_test_keys ("plus");
  g_assert_cmpfloat_with_epsilon (timeline->scale.per_week, 62, 1e-9);
  tw_test_keys ("ctrl+plus");
  g_assert_cmpfloat_with_epsilon (timeline->scale.per_week, 154, 1e-9);
  tw_test_keys ("minus ctrl+minus minus");
  g_assert_cmpfloat_with_epsilon (timeline->scale.per_week, 14, 1e-9);
  tw_test_keys ("plus plus plus");
  gtk_adjustment_set_value (tw_timeline_horizontal (timeline), 0);
  tw_test_keys ("t");
  g_assert_cmpint (tw_timeline_day_at (timeline, middle + 1), ==,
                   tw_view_state_today (timeline->state));
  tw_test_keys ("ctrl+0");
  expect_days (&fixture, tw_schedule_plan_span (tw_test_calendar_schedule (&fixture)));
  tw_test_calendar_end (&fixture);
}

/* By the menu of the axis, around the day in the middle. */
static void
the_axis_sets_the_zoom (void)
{
  TwTestCalendar fixture;

  tw_test_calendar_begin (&fixture);
  tw_test_point (GTK_WIDGET (fixture.timeline), 200, 10);
  tw_test_button (3, TRUE);
  tw_test_button (3, FALSE);
  tw_test_click (tw_test_find (fixture.timeline, "Set Zoom"));
  tw_test_click (tw_test_find (fixture.timeline, "Days"));
  WAIT_FOR (fixture.timeline->scale.per_week > 150);
  tw_test_calendar_end (&fixture);
}

/* The wheel goes up and down, with Shift sideways. */
static void
the_wheel_scrolls (void)
{
  TwTestCalendar fixture;
  double was;

  tw_test_calendar_begin (&fixture);
  tw_test_point (GTK_WIDGET (fixture.timeline), 300, 300);
  tw_test_button (5, TRUE);
  tw_test_button (5, FALSE);
  WAIT_FOR (gtk_adjustment_get_value (fixture.timeline->vertical) > 0);
  tw_test_button (4, TRUE);
  tw_test_button (4, FALSE);
  WAIT_FOR (gtk_adjustment_get_value (fixture.timeline->vertical) < 1);
  was = gtk_adjustment_get_value (fixture.timeline->horizontal);
  tw_test_hold ("shift", TRUE);
  tw_test_button (5, TRUE);
  tw_test_button (5, FALSE);
  WAIT_FOR (gtk_adjustment_get_value (fixture.timeline->horizontal) > was + 20);
  tw_test_hold ("shift", FALSE);
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture.timeline->vertical), <, 1);
  tw_test_calendar_end (&fixture);
}

/* Page Up and Down, Home and End go through the rows; left closes a group, right opens it. */
static void
keys_go_through_rows (void)
{
  TwTestCalendar fixture;
  guint n;

  tw_test_calendar_begin (&fixture);
  tw_test_calendar_click (&fixture, "h8");
  n = fixture.timeline->rows->len;
  tw_test_keys ("Left");
  WAIT_FOR (fixture.timeline->rows->len == n - 4);
  tw_test_keys ("Right");
  WAIT_FOR (fixture.timeline->rows->len == n);
  tw_test_keys ("End");
  tw_test_calendar_expect_selected (&fixture, "a32");
  tw_test_keys ("Prior");
  g_assert_cmpstr (tw_view_state_selected (fixture.timeline->state), !=, "a32");
  tw_test_keys ("Next");
  tw_test_calendar_expect_selected (&fixture, "a32");
  tw_test_keys ("Home");
  tw_test_calendar_expect_selected (&fixture, "m1");
  tw_test_calendar_end (&fixture);
}

/* A hit of the search is seen in the outline and in the calendar, wherever that was. */
static void
a_hit_comes_into_view (void)
{
  TwTestCalendar fixture;
  graphene_rect_t bar;

  tw_test_calendar_begin (&fixture);
  tw_test_calendar_click (&fixture, "a16");
  tw_test_keys ("shift+f");
  tw_test_settle ();
  tw_test_keys ("ctrl+f");
  tw_test_settle ();
  tw_test_type ("Roadmap");
  tw_test_find (fixture.window, "Targeting › Engagement");
  tw_test_keys ("Return");
  WAIT_FOR (tw_timeline_bar (fixture.timeline, "a6", &bar));
  tw_test_settle ();
  bar = tw_test_calendar_bar (&fixture, "a6");
  g_assert_cmpfloat (bar.origin.x, >=, 0);
  g_assert_cmpfloat (bar.origin.x, <, gtk_widget_get_width (GTK_WIDGET (fixture.timeline)));
  tw_test_calendar_end (&fixture);
}

static void
switch_legend (TwTestCalendar *fixture)
{
  tw_test_click (tw_test_tip (fixture->window, "Main Menu"));
  tw_test_click (tw_test_find (fixture->window, "Show Legend"));
  tw_test_settle ();
}

/* By the main menu; that of the map as well. */
static void
the_legend_is_hidden (void)
{
  g_autoptr (TwApplication) application = tw_application_new ();
  TwTestCalendar fixture;

  tw_test_calendar_begin (&fixture);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  gtk_window_set_application (GTK_WINDOW (fixture.window), GTK_APPLICATION (application));
  g_assert_true (tw_test_sees (fixture.window, "Blocked"));
  switch_legend (&fixture);
  WAIT_FOR (!tw_test_sees (fixture.window, "Blocked"));
  g_assert_false (g_settings_get_boolean (tw_settings (), "show-legend"));
  tw_test_click (tw_test_find (fixture.window, "Map"));
  g_assert_false (tw_test_sees (fixture.window, "Not needed here"));
  switch_legend (&fixture);
  WAIT_FOR (tw_test_sees (fixture.window, "Not needed here"));
  g_assert_false (tw_test_sees (fixture.window, "Blocked"));
  tw_test_calendar_end (&fixture);
}

int
main (int argc, char **argv)
{
  tw_test_init_windows (&argc, &argv);
  g_test_add_func ("/timeline-view/fit-shows-what-is-asked-for", fit_shows_what_is_asked_for);
  g_test_add_func ("/timeline-view/keys-zoom", keys_zoom);
  g_test_add_func ("/timeline-view/the-axis-sets-the-zoom", the_axis_sets_the_zoom);
  g_test_add_func ("/timeline-view/the-wheel-scrolls", the_wheel_scrolls);
  g_test_add_func ("/timeline-view/keys-go-through-rows", keys_go_through_rows);
  g_test_add_func ("/timeline-view/a-hit-comes-into-view", a_hit_comes_into_view);
  g_test_add_func ("/timeline-view/the-legend-is-hidden", the_legend_is_hidden);
  return g_test_run ();
}
