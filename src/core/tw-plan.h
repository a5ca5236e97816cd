/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-record.h"

G_BEGIN_DECLS

/* The record types of a plan: FORMAT.md's table in C. What a member means, its default, range
 * and audience stand in the field tables of tw-plan.c, which is all that reading, writing,
 * checking, comparing, redaction and the schema go by. */

typedef enum
{
  TW_STATUS_NOT_STARTED,
  TW_STATUS_IN_PROGRESS,
  TW_STATUS_BLOCKED,
  TW_STATUS_DONE,
  TW_STATUS_SKIPPED,
} TwStatus; /* of an activity; groups have one derived */

typedef enum
{
  TW_SIDE_OURS,
  TW_SIDE_CUSTOMER,
  TW_SIDE_PARTNER,
  TW_SIDE_VENDOR,
} TwSide;

typedef enum
{
  TW_UNIT_USERS,
  TW_UNIT_DEVICES,
  TW_UNIT_ROOMS,
} TwUnit;

typedef enum
{
  TW_SLICE_UNKNOWN,
  TW_SLICE_IN_PROGRESS,
  TW_SLICE_BLOCKED,
  TW_SLICE_NO_INTENT,
  TW_SLICE_DUPLICATE_INVALID,
} TwSliceStatus;

typedef enum
{
  TW_INTENT_YES,
  TW_INTENT_NO,
} TwIntent;

typedef enum
{
  TW_ENABLER_STAKEHOLDERS,
  TW_ENABLER_SCENARIOS,
  TW_ENABLER_AWARENESS,
  TW_ENABLER_TRAINING,
} TwEnablerKind;

typedef enum
{
  TW_ENABLER_OPEN,
  TW_ENABLER_PARTLY,
  TW_ENABLER_DONE,
} TwEnablerState;

typedef enum
{
  TW_ENTRY_RISK,
  TW_ENTRY_ISSUE,
  TW_ENTRY_DECISION,
  TW_ENTRY_ACTION,
} TwEntryKind;

typedef enum
{
  TW_SEVERITY_LOW,
  TW_SEVERITY_MEDIUM,
  TW_SEVERITY_HIGH,
} TwSeverity;

typedef enum
{
  TW_ENTRY_OPEN,
  TW_ENTRY_CLOSED,
} TwEntryStatus;

/* In the order of the words of recurring.health; as a bit mask in TwRecurring.health. */
typedef enum
{
  TW_HEALTH_RED,
  TW_HEALTH_YELLOW,
  TW_HEALTH_GREEN,
  TW_HEALTH_BLUE,
} TwHealthLevel;

typedef struct
{
  TwRecord record;
  char *name, *industry, *region, *tenant;
  int seats;
  char *notes, *internal_notes;
} TwCustomer;

typedef struct
{
  TwRecord record;
  guint working_days; /* bit 0 is Monday */
  TwList *holidays;
} TwCalendar;

typedef struct
{
  TwRecord record;
  TwDate date;     /* either this */
  TwDate from, to; /* or these two */
  char *name;
} TwHoliday;

typedef struct
{
  TwRecord record;
  char *id, *name, *role;
  TwSide side;
  char *organisation, *email, *internal_notes;
} TwPerson;

typedef struct
{
  TwRecord record;
  char *id, *kind, *name;
  TwUnit unit;
  int entitled, target;
  TwList *slices, *readings, *forecasts;
  char *notes, *internal_notes;
} TwWorkload;

typedef struct
{
  TwRecord record;
  char *id, *name;
  int seats;
  TwSliceStatus status;
  char *reason, *detail;
  TwDate since, deploy_by;
  int intent; /* TwIntent or TW_WORD_NONE */
  char *intent_note, *business_reason, *success_owner;
  TwDate engagement_start;
  char *owner, *next_action;
  TwDate next_on, unblock_by;
  char *notes, *internal_notes;
} TwSlice;

typedef struct
{
  TwRecord record;
  TwDate date;
  int active;
} TwReading;

typedef struct
{
  TwRecord record;
  TwDate quarter;
  int active;
} TwForecast;

typedef struct
{
  TwRecord record;
  TwEnablerKind kind;
  TwEnablerState state;
  char *notes;
} TwEnabler;

typedef struct
{
  TwRecord record;
  TwList *ready; /* TwCheck */
  char *notes;
} TwHandover;

typedef struct
{
  TwRecord record;
  char *id, *kind, *name, *customer_name;
  TwDate start;
  TwList *after;
  TwHandover *handover;
  TwList *phases, *recurring;
  char *notes, *internal_notes;
} TwMotion;

typedef struct
{
  TwRecord record;
  char *id, *kind, *name, *customer_name;
  TwDate start;
  TwList *after; /* NULL: the phase before it; empty: none */
  int days;
  TwList *exit; /* TwCheck */
  TwList *activities;
  char *notes, *internal_notes;
} TwPhase;

typedef struct
{
  TwRecord record;
  char *id, *kind, *name, *customer_name;
  int days;
  TwDate start;
  TwList *after;
  char *owner;
  TwList *roles;
  TwStatus status;
  TwDate started, finished;
  int progress;
  char *reason, *approach;
  TwList *workloads, *deliverables, *checklist;
  char *notes, *internal_notes;
  gboolean internal;
} TwActivity;

typedef struct
{
  TwRecord record;
  char *id, *kind, *text;
  gboolean mandatory;
  char *role, *owner;
  TwDate done;
  char *note;
  gboolean internal;
} TwCheck;

typedef struct
{
  TwRecord record;
  char *id, *kind, *name, *customer_name, *every;
  TwDate first;
  char *from, *until, *owner;
  TwList *roles;
  guint health; /* bits of TwHealthLevel; 0: always */
  TwList *done;
  char *notes, *internal_notes;
  gboolean internal;
} TwRecurring;

typedef struct
{
  TwRecord record;
  char *id, *kind, *name, *customer_name;
  TwList *workloads, *kpis;
  char *internal_notes;
} TwApproach;

typedef struct
{
  TwRecord record;
  char *id, *kind, *name, *workload;
  int green_above, yellow_above;
  TwList *readings; /* TwKpiReading */
} TwKpi;

typedef struct
{
  TwRecord record;
  TwDate date;
  int percent;
} TwKpiReading;

typedef struct
{
  TwRecord record;
  char *id, *kind, *name;
  TwList *checklist; /* TwAdoptionItem */
} TwStage;

typedef struct
{
  TwRecord record;
  char *id, *kind, *text, *role, *owner;
  TwDate due, done;
  char *evidence, *note;
  TwList *workloads;
  gboolean internal;
} TwAdoptionItem;

typedef struct
{
  TwRecord record;
  char *id;
  TwEntryKind kind;
  char *title;
  int severity; /* TwSeverity or TW_WORD_NONE */
  char *owner;
  TwDate raised, due;
  TwEntryStatus status;
  TwDate closed;
  char *response, *activity, *workload, *internal_notes;
  gboolean internal;
} TwEntry;

typedef struct
{
  TwRecord record;
  char *id, *name;
  TwDate taken;
  TwList *items; /* TwBaselineItem */
} TwBaseline;

typedef struct
{
  TwRecord record;
  char *id, *name;
  TwDate start, finish;
  TwStatus status;
} TwBaselineItem;

typedef struct
{
  TwRecord record;
  char *id;
  TwDate date;
  char *kind, *author, *workload, *text, *next_action;
  TwDate next_on, next_done;
  char *next_owner;
  gboolean internal;
} TwNote;

typedef struct
{
  TwRecord record;
  char *id, *kind;
  TwDate date;
  char *title;
  TwList *attendees, *agenda, *decisions;
  char *baseline, *notes, *internal_notes;
  gboolean internal;
} TwMeeting;

typedef struct
{
  TwRecord record;
  char *id, *text;
  int minutes;
} TwAgendaItem;

typedef struct
{
  TwRecord record;
  int format; /* always 0 */
  int version;
  char *id, *title, *playbook, *playbook_edition;
  TwDate start, deadline;
  char *go_live, *lead, *language, *confidentiality, *logo, *summary, *summary_basis;
  TwCustomer *customer;
  TwCalendar *calendar;
  TwList *people, *workloads, *enablers, *motions, *approaches, *adoption, *register_, *baselines,
      *journal, *meetings;
} TwPlan;

#define TW_PLAN_VERSION 1
#define TW_DAYS_MAX 10000 /* of an activity or an empty phase */

extern const TwRecordType tw_plan_type, tw_customer_type, tw_calendar_type, tw_holiday_type,
    tw_person_type, tw_workload_type, tw_slice_type, tw_reading_type, tw_forecast_type,
    tw_enabler_type, tw_motion_type, tw_handover_type, tw_phase_type, tw_activity_type,
    tw_check_type, tw_recurring_type, tw_approach_type, tw_kpi_type, tw_kpi_reading_type,
    tw_stage_type, tw_adoption_item_type, tw_entry_type, tw_baseline_type, tw_baseline_item_type,
    tw_note_type, tw_meeting_type, tw_agenda_item_type;

/* Every record type, the plan's first, in the order of FORMAT.md; NULL-terminated. */
extern const TwRecordType *const tw_record_types[];

static inline TwPlan *
tw_plan_ref (TwPlan *plan)
{
  return tw_record_ref (plan);
}

static inline void
tw_plan_unref (TwPlan *plan)
{
  tw_record_unref (plan);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwPlan, tw_plan_unref)

static inline gboolean
tw_record_is (gpointer record, const TwRecordType *type)
{
  return record != NULL && ((TwRecord *) record)->type == type;
}

/* Whether a member says anything as the record stands: progress of what has started and isn't done,
 * a reason for what is blocked or skipped, days of a phase without activities, who removes a block
 * and by when where there is one, how severe a risk or an issue is; what stands there all the same
 * is used. */
gboolean tw_record_uses (gpointer record, const TwField *field);

/* Look-ups by a loop, for what a plan has few of; NULL if there is none or id is NULL. */
TwPerson *tw_plan_person (TwPlan *plan, const char *id);
TwEntry *tw_plan_entry (TwPlan *plan, const char *id);
TwBaseline *tw_plan_baseline (TwPlan *plan, const char *id);
/* The baseline taken last, or NULL. */
TwBaseline *tw_plan_newest_baseline (TwPlan *plan);

/* Whether it was started, or is done. */
gboolean tw_activity_has_begun (TwActivity *activity);
gboolean tw_recurring_was_held (TwRecurring *recurring, TwDate day);

/* Where a record stands: the list fields and places that lead to it from the plan. */
typedef struct
{
  const TwField *field; /* a list or record field of the record above */
  guint at;             /* 0 for a record field */
} TwStep;

#define TW_PLACE_DEPTH 6

typedef struct
{
  guint depth; /* 0: the plan itself */
  TwStep steps[TW_PLACE_DEPTH];
} TwPlace;

/* Finds the record of type with this key (its id, mostly) anywhere in the plan; a walk over
 * all. Nodes are found faster by TwIndex. FALSE if there is none; place may be NULL. What is held
 * once (customer, calendar, handover) goes by the id of what holds it, NULL for the plan, and has
 * its place while it is absent, too: tw_plan_at() is NULL there. */
gboolean tw_plan_find (TwPlan *plan, const TwRecordType *type, const char *id, TwPlace *place);
/* The record at a place, borrowed. */
gpointer tw_plan_at (TwPlan *plan, const TwPlace *place);
/* As in messages: motions[1].phases[0].activities[2]; "" for the plan. */
char *tw_place_to_string (const TwPlace *place);
/* The member that is the name of records of a type: name, text or title; NULL if they have none. */
const TwField *tw_record_title (const TwRecordType *type);
/* The name that a record shows in a message; NULL if it has none. */
const char *tw_record_name (gpointer record);

G_END_DECLS
