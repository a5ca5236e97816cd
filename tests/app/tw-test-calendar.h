/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-test-window.h"
#include "tw-timeline-private.h"

/* A window that shows the example plan in the calendar, at 31 px a week, and hands for it. */
typedef struct
{
  TwPlan *plan; /* as it was */
  TwDocument *document;
  TwWindow *window;
  TwTimeline *timeline;
} TwTestCalendar;

void tw_test_calendar_begin (TwTestCalendar *fixture);
void tw_test_calendar_end (TwTestCalendar *fixture);
/* The plan is what the edit, which is taken over, would have made; one undo brings it back. */
void tw_test_calendar_expect_plan (TwTestCalendar *fixture, TwPlan *edit);
/* The ids of what is selected, with spaces. */
void tw_test_calendar_expect_selected (TwTestCalendar *fixture, const char *expected);
TwSchedule *tw_test_calendar_schedule (TwTestCalendar *fixture);
/* Where a bar is in the calendar. */
graphene_rect_t tw_test_calendar_bar (TwTestCalendar *fixture, const char *id);
/* To a place of a bar, 0 to 1 along it, and days from there. */
void tw_test_calendar_point_to (TwTestCalendar *fixture, const char *id, double along, double days);
/* Takes a bar at a place of it and moves it by days; it isn't let go yet. */
void tw_test_calendar_take (TwTestCalendar *fixture, const char *id, double along, double days);
void tw_test_calendar_click (TwTestCalendar *fixture, const char *id);
/* What moving a node to a day makes of the plan. */
TwPlan *tw_test_calendar_moved (TwTestCalendar *fixture, const char *id, const char *day);
