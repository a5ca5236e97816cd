/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-edit.h"
#include "tw-test-calendar.h"
#include "tw-test-plan.h"

void
tw_test_calendar_begin (TwTestCalendar *fixture)
{
  fixture->plan = tw_test_contoso ();
  fixture->window = tw_test_window_of (fixture->plan, &fixture->document);
  tw_window_show_page (fixture->window, "timeline");
  tw_test_settle ();
  fixture->timeline
      = TW_TIMELINE (tw_test_find_type (GTK_WIDGET (fixture->window), TW_TYPE_TIMELINE));
}

void
tw_test_calendar_end (TwTestCalendar *fixture)
{
  tw_test_window_destroy (fixture->window, fixture->document);
  tw_plan_unref (fixture->plan);
}

void
tw_test_calendar_expect_plan (TwTestCalendar *fixture, TwPlan *edit)
{
  tw_test_expect_edit (fixture->window, fixture->document, fixture->plan, edit);
}

void
tw_test_calendar_expect_selected (TwTestCalendar *fixture, const char *expected)
{
  g_autofree char *ids
      = g_strjoinv (" ", (char **) tw_view_state_selection (fixture->timeline->state));

  g_assert_cmpstr (ids, ==, expected);
}

TwSchedule *
tw_test_calendar_schedule (TwTestCalendar *fixture)
{
  return tw_document_schedule (fixture->document);
}

graphene_rect_t
tw_test_calendar_bar (TwTestCalendar *fixture, const char *id)
{
  graphene_rect_t rect;

  g_assert_true (tw_timeline_bar (fixture->timeline, id, &rect));
  return rect;
}

/* To a place of a bar, 0 to 1 along it, and days from there: at 31 px a week. */
void
tw_test_calendar_point_to (TwTestCalendar *fixture, const char *id, double along, double days)
{
  graphene_rect_t rect = tw_test_calendar_bar (fixture, id);

  tw_test_point (GTK_WIDGET (fixture->timeline),
                 rect.origin.x + rect.size.width * along + days * 31 / 7,
                 rect.origin.y + rect.size.height / 2);
}

/* Takes a bar at a place of it and moves it by days; it isn't let go yet. */
void
tw_test_calendar_take (TwTestCalendar *fixture, const char *id, double along, double days)
{
  tw_test_calendar_point_to (fixture, id, along, 0);
  tw_test_button (1, TRUE);
  tw_test_calendar_point_to (fixture, id, along, days / 2);
  tw_test_calendar_point_to (fixture, id, along, days);
}

void
tw_test_calendar_click (TwTestCalendar *fixture, const char *id)
{
  tw_test_calendar_point_to (fixture, id, 0.5, 0);
  tw_test_button (1, TRUE);
  tw_test_button (1, FALSE);
}

TwPlan *
tw_test_calendar_moved (TwTestCalendar *fixture, const char *id, const char *day)
{
  return tw_edit_move (tw_test_calendar_schedule (fixture), id, tw_date_parse (day), NULL, NULL);
}
