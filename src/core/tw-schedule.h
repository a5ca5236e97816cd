/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-calendar.h"
#include "tw-index.h"

G_BEGIN_DECLS

/* The dates of a plan by SCHEDULE.md: a value that never changes, made in linear time. */

#define TW_SLACK_NONE G_MININT

typedef struct
{
  TwDate start, finish; /* as SCHEDULE.md computes them */
  TwDate earliest;      /* earliest start: of an activity its computed start */
  int slack;            /* working days; TW_SLACK_NONE where there is none (also for groups) */
  gboolean counts;
} TwSpan;

/* Schedules the plan. NULL and an error (TW_ERROR_INVALID with the names of one circle, or
 * TW_ERROR_TOO_LATE with the item) if it can't be. Links to nowhere are ignored. */
TwSchedule *tw_schedule_new (TwPlan *plan, GError **error);
TwSchedule *tw_schedule_ref (TwSchedule *schedule);
void tw_schedule_unref (TwSchedule *schedule);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwSchedule, tw_schedule_unref)

TwIndex *tw_schedule_index (TwSchedule *schedule);
TwWorkdays *tw_schedule_workdays (TwSchedule *schedule);
TwPlan *tw_schedule_plan (TwSchedule *schedule);
/* By node number of the index; borrowed. */
const TwSpan *tw_schedule_span (TwSchedule *schedule, guint node);
/* By id; NULL if there is no such node. */
const TwSpan *tw_schedule_find (TwSchedule *schedule, const char *id);
/* Of the whole plan. */
const TwSpan *tw_schedule_plan_span (TwSchedule *schedule);
/* Slack 0 of an activity; of a group: one of its activities is critical. */
gboolean tw_schedule_is_critical (TwSchedule *schedule, guint node);
/* Working days from the plan's finish to the deadline, negative when late; TW_SLACK_NONE
 * without a deadline. */
int tw_schedule_spare (TwSchedule *schedule);
/* What decides the computed start of an activity without its own pin: the id of the link,
 * phase or motion it waits for, or NULL (the plan's start); and that start in *start. The window
 * names it where a drag won't go. */
const char *tw_schedule_holder (TwSchedule *schedule, guint activity, TwDate *start);
/* Whether after may be added to the links of node: FALSE and TW_ERROR_REFUSED with the members
 * of the circle, by name, or the reason, if not. */
gboolean tw_schedule_can_link (TwSchedule *schedule, const char *node, const char *after,
                               GError **error);

/* The schedule for an edit of nothing but members of the node changed, of which the dates of the
 * node wanted are to be right: this one with the other plan, unless wanted waits for changed, or
 * for what was changed before by reached; then a new one. *reached is NULL at first, and is freed
 * with g_free() at the end. NULL and an error as of tw_schedule_new(). */
TwSchedule *tw_schedule_follow (TwSchedule *schedule, TwPlan *edited, const char *changed,
                                const char *wanted, guint **reached, GError **error);

/* The days on which a recurring activity of the motion falls, in order, without repeats: a list
 * of TwDate in a GArray. Days on which it was held are not looked at. */
GArray *tw_schedule_occurrences (TwSchedule *schedule, TwMotion *motion, TwRecurring *recurring);

/* How many members of a circle a message names, before it says how many more there are. */
#define TW_CIRCLE_NAMES 10u

/* A circle in the links as given: TRUE, and its members' ids in order in *ids (GPtrArray of
 * borrowed strings), if there is one. */
gboolean tw_schedule_find_circle (TwIndex *index, GPtrArray **ids);

/* The day on which readings (TwList of TwReading, any order) of a workload with so many entitled
 * seats reach target percent by SCHEDULE.md's forecast. */
typedef enum
{
  TW_FORECAST_NONE,
  TW_FORECAST_REACHED,
  TW_FORECAST_EXPECTED,
} TwForecastState;

/* *date is the newest reading's day if reached, the forecast day if expected. slope (active per
 * day) and at (active on the newest reading's day on the line) may be NULL. With strictly_above, as
 * health has it, what is just on percent hasn't reached it. */
TwForecastState tw_forecast (TwList *readings, int entitled, int percent, gboolean strictly_above,
                             TwDate *date, double *slope, double *at);

G_END_DECLS
