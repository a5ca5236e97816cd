/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-playbook.h"
#include "tw-record-table.h"

#define MOST_SEATS 100000000

static const char *const status_words[]
    = { "not-started", "in-progress", "blocked", "done", "skipped", NULL };
static const char *const unit_words[] = { "users", "devices", "rooms", NULL };
static const char *const side_words[] = { "ours", "customer", "partner", "vendor", NULL };
static const char *const day_words[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun", NULL };
static const char *const slice_status_words[]
    = { "status-unknown", "in-progress", "blocked", "no-intent", "duplicate-invalid", NULL };
static const char *const intent_words[] = { "yes", "no", NULL };
static const char *const enabler_words[]
    = { "stakeholders", "scenarios", "awareness", "training", NULL };
static const char *const enabler_state_words[] = { "open", "partly", "done", NULL };
static const char *const entry_words[] = { "risk", "issue", "decision", "action", NULL };
static const char *const severity_words[] = { "low", "medium", "high", NULL };
static const char *const entry_status_words[] = { "open", "closed", NULL };
static const char *const health_words[] = { "red", "yellow", "green", "blue", NULL };
static const char *const format_words[] = { "trackway-plan", NULL };

static const TwField customer_fields[] = {
  FIELD (TwCustomer, name, LINE, REQUIRED),
  FIELD (TwCustomer, industry, LINE),
  FIELD (TwCustomer, region, LINE),
  FIELD (TwCustomer, tenant, LINE),
  NUMBER (TwCustomer, seats, 0, MOST_SEATS),
  FIELD (TwCustomer, notes, TEXT),
  FIELD (TwCustomer, internal_notes, TEXT, INTERNAL),
};
TYPE (customer, TwCustomer, "customer");

static const TwField holiday_fields[] = {
  FIELD (TwHoliday, date, DATE, .unit = 1),
  FIELD (TwHoliday, from, DATE, .unit = 1),
  FIELD (TwHoliday, to, DATE, .unit = 1),
  FIELD (TwHoliday, name, LINE, REQUIRED),
};
TYPE (holiday, TwHoliday, "holiday", .key = "date", .one_line = TRUE);

static const TwField calendar_fields[] = {
  FIELD (TwCalendar, working_days, WORDS, .standard = 0x1f, .words = day_words),
  LIST (TwCalendar, holidays, holiday),
};
TYPE (calendar, TwCalendar, "calendar");

static const TwField person_fields[] = {
  KEY (TwPerson),
  FIELD (TwPerson, name, LINE, REQUIRED),
  FIELD (TwPerson, role, LINE, NAMED_BY (ROLE)),
  WORD (TwPerson, side, TW_SIDE_CUSTOMER, side_words),
  FIELD (TwPerson, organisation, LINE),
  FIELD (TwPerson, email, LINE),
  FIELD (TwPerson, internal_notes, TEXT, INTERNAL),
};
TYPE (person, TwPerson, "person", .key = "id", .kind = TW_KIND_PERSON);

static const TwField slice_fields[] = {
  KEY (TwSlice),
  FIELD (TwSlice, name, LINE),
  NUMBER (TwSlice, seats, 0, MOST_SEATS),
  WORD (TwSlice, status, TW_SLICE_UNKNOWN, slice_status_words, .unit = 1),
  FIELD (TwSlice, reason, LINE, NAMED_BY (REASON), .unit = 1),
  FIELD (TwSlice, detail, LINE, NAMED_BY (DETAIL), INTERNAL, .unit = 1),
  FIELD (TwSlice, since, DATE, .unit = 1),
  FIELD (TwSlice, deploy_by, DATE),
  WORD (TwSlice, intent, TW_WORD_NONE, intent_words),
  FIELD (TwSlice, intent_note, LINE),
  FIELD (TwSlice, business_reason, LINE, NAMED_BY (BUSINESS_REASON)),
  REF (TwSlice, success_owner, PERSON),
  FIELD (TwSlice, engagement_start, DATE, INTERNAL),
  REF (TwSlice, owner, PERSON),
  FIELD (TwSlice, next_action, LINE, INTERNAL, .max = 500),
  FIELD (TwSlice, next_on, DATE),
  FIELD (TwSlice, unblock_by, DATE),
  FIELD (TwSlice, notes, TEXT),
  FIELD (TwSlice, internal_notes, TEXT, INTERNAL),
};
TYPE (slice, TwSlice, "slice", .key = "id");

static const TwField reading_fields[] = {
  FIELD (TwReading, date, DATE, REQUIRED),
  NUMBER (TwReading, active, 0, MOST_SEATS, REQUIRED),
};
TYPE (reading, TwReading, "reading", .key = "date", .one_line = TRUE, .sorted = TRUE);

static const TwField forecast_fields[] = {
  FIELD (TwForecast, quarter, DATE, REQUIRED, INTERNAL),
  NUMBER (TwForecast, active, 0, MOST_SEATS, REQUIRED, INTERNAL),
};
TYPE (forecast, TwForecast, "forecast", .key = "quarter", .one_line = TRUE, .sorted = TRUE);

static const TwField workload_fields[] = {
  KEY (TwWorkload),
  FIELD (TwWorkload, kind, LINE, INTERNAL, NAMED_BY (WORKLOAD)),
  FIELD (TwWorkload, name, LINE, REQUIRED),
  WORD (TwWorkload, unit, TW_UNIT_USERS, unit_words),
  NUMBER (TwWorkload, entitled, 1, MOST_SEATS),
  NUMBER (TwWorkload, target, 1, 100),
  LIST (TwWorkload, slices, slice),
  LIST (TwWorkload, readings, reading),
  LIST (TwWorkload, forecasts, forecast, INTERNAL),
  FIELD (TwWorkload, notes, TEXT),
  FIELD (TwWorkload, internal_notes, TEXT, INTERNAL),
};
TYPE (workload, TwWorkload, "workload", .key = "id", .kind = TW_KIND_WORKLOAD);

static const TwField enabler_fields[] = {
  WORD (TwEnabler, kind, TW_ENABLER_STAKEHOLDERS, enabler_words, REQUIRED),
  WORD (TwEnabler, state, TW_ENABLER_OPEN, enabler_state_words),
  FIELD (TwEnabler, notes, TEXT),
};
TYPE (enabler, TwEnabler, "enabler", .key = "kind");

static const TwField check_fields[] = {
  KEY (TwCheck),
  FIELD (TwCheck, kind, LINE, INTERNAL, CATALOGUE_ID),
  FIELD (TwCheck, text, LINE, REQUIRED),
  FIELD (TwCheck, mandatory, BOOL),
  FIELD (TwCheck, role, LINE, NAMED_BY (ROLE)),
  REF (TwCheck, owner, PERSON),
  FIELD (TwCheck, done, DATE),
  FIELD (TwCheck, note, LINE, INTERNAL),
  SHOWS (TwCheck),
};
TYPE (check, TwCheck, "check", .key = "id");

static const TwField handover_fields[] = {
  LIST (TwHandover, ready, check, INTERNAL),
  FIELD (TwHandover, notes, TEXT, INTERNAL),
};
TYPE (handover, TwHandover, "handover");

static const TwField activity_fields[] = {
  KEY (TwActivity),
  FIELD (TwActivity, kind, LINE, INTERNAL, CATALOGUE_ID),
  FIELD (TwActivity, name, LINE, REQUIRED),
  FIELD (TwActivity, customer_name, LINE, STANDS_IN),
  FIELD (TwActivity, days, INT, .standard = 1, .min = 0, .max = TW_DAYS_MAX),
  FIELD (TwActivity, start, DATE),
  REFS (TwActivity, after, TW_KIND_ACTIVITY | TW_KIND_PHASE | TW_KIND_MOTION),
  REF (TwActivity, owner, PERSON),
  FIELD (TwActivity, roles, LINES, NAMED_BY (ROLE), .merge = TW_MERGE_SET),
  WORD (TwActivity, status, TW_STATUS_NOT_STARTED, status_words, .unit = 1),
  FIELD (TwActivity, started, DATE, .unit = 1),
  FIELD (TwActivity, finished, DATE, .unit = 1),
  FIELD (TwActivity, progress, INT, .min = 0, .max = 99, .unit = 1),
  FIELD (TwActivity, reason, LINE),
  REF (TwActivity, approach, APPROACH),
  REFS (TwActivity, workloads, TW_KIND_WORKLOAD),
  FIELD (TwActivity, deliverables, LINES, .merge = TW_MERGE_SET),
  LIST (TwActivity, checklist, check),
  FIELD (TwActivity, notes, TEXT),
  FIELD (TwActivity, internal_notes, TEXT, INTERNAL),
  HIDES (TwActivity),
};
TYPE (activity, TwActivity, "activity", .key = "id", .kind = TW_KIND_ACTIVITY);

static const TwField phase_fields[] = {
  KEY (TwPhase),
  FIELD (TwPhase, kind, LINE, INTERNAL, NAMED_BY (PHASE)),
  FIELD (TwPhase, name, LINE, REQUIRED),
  FIELD (TwPhase, customer_name, LINE, STANDS_IN),
  FIELD (TwPhase, start, DATE),
  REFS (TwPhase, after, TW_KIND_PHASE | TW_KIND_MOTION | TW_KIND_ACTIVITY, .keep_empty = TRUE),
  FIELD (TwPhase, days, INT, .min = 0, .max = TW_DAYS_MAX),
  LIST (TwPhase, exit, check),
  LIST (TwPhase, activities, activity),
  FIELD (TwPhase, notes, TEXT),
  FIELD (TwPhase, internal_notes, TEXT, INTERNAL),
};
TYPE (phase, TwPhase, "phase", .key = "id", .kind = TW_KIND_PHASE);

static const TwField recurring_fields[] = {
  KEY (TwRecurring),
  FIELD (TwRecurring, kind, LINE, INTERNAL, CATALOGUE_ID),
  FIELD (TwRecurring, name, LINE, REQUIRED),
  FIELD (TwRecurring, customer_name, LINE, STANDS_IN),
  FIELD (TwRecurring, every, LINE, REQUIRED, CODE),
  FIELD (TwRecurring, first, DATE),
  REF (TwRecurring, from, PHASE),
  REF (TwRecurring, until, PHASE),
  REF (TwRecurring, owner, PERSON),
  FIELD (TwRecurring, roles, LINES, NAMED_BY (ROLE), .merge = TW_MERGE_SET),
  FIELD (TwRecurring, health, WORDS, .words = health_words, INTERNAL),
  FIELD (TwRecurring, done, DATES, .merge = TW_MERGE_SET),
  FIELD (TwRecurring, notes, TEXT),
  FIELD (TwRecurring, internal_notes, TEXT, INTERNAL),
  HIDES (TwRecurring),
};
TYPE (recurring, TwRecurring, "recurring", .key = "id", .kind = TW_KIND_RECURRING);

static const TwField motion_fields[] = {
  KEY (TwMotion),
  FIELD (TwMotion, kind, LINE, INTERNAL, NAMED_BY (MOTION)),
  FIELD (TwMotion, name, LINE, REQUIRED),
  FIELD (TwMotion, customer_name, LINE, STANDS_IN),
  FIELD (TwMotion, start, DATE),
  REFS (TwMotion, after, TW_KIND_MOTION | TW_KIND_PHASE),
  RECORD (TwMotion, handover, handover, INTERNAL),
  LIST (TwMotion, phases, phase),
  LIST (TwMotion, recurring, recurring),
  FIELD (TwMotion, notes, TEXT),
  FIELD (TwMotion, internal_notes, TEXT, INTERNAL),
};
TYPE (motion, TwMotion, "motion", .key = "id", .kind = TW_KIND_MOTION);

static const TwField kpi_reading_fields[] = {
  FIELD (TwKpiReading, date, DATE, REQUIRED),
  NUMBER (TwKpiReading, percent, 0, 100, REQUIRED),
};
TYPE (kpi_reading, TwKpiReading, "kpi reading", .key = "date", .one_line = TRUE, .sorted = TRUE);

static const TwField kpi_fields[] = {
  KEY (TwKpi),
  FIELD (TwKpi, kind, LINE, INTERNAL, CATALOGUE_ID),
  FIELD (TwKpi, name, LINE, REQUIRED),
  REF (TwKpi, workload, WORKLOAD),
  NUMBER (TwKpi, green_above, 0, 100, REQUIRED),
  NUMBER (TwKpi, yellow_above, 0, 100, REQUIRED),
  LIST (TwKpi, readings, kpi_reading),
};
TYPE (kpi, TwKpi, "kpi", .key = "id");

static const TwField approach_fields[] = {
  KEY (TwApproach),
  FIELD (TwApproach, kind, LINE, INTERNAL, NAMED_BY (APPROACH)),
  FIELD (TwApproach, name, LINE, REQUIRED),
  FIELD (TwApproach, customer_name, LINE, STANDS_IN),
  REFS (TwApproach, workloads, TW_KIND_WORKLOAD),
  LIST (TwApproach, kpis, kpi),
  FIELD (TwApproach, internal_notes, TEXT, INTERNAL),
};
TYPE (approach, TwApproach, "approach", .key = "id", .kind = TW_KIND_APPROACH);

static const TwField adoption_item_fields[] = {
  KEY (TwAdoptionItem),
  FIELD (TwAdoptionItem, kind, LINE, INTERNAL, CATALOGUE_ID),
  FIELD (TwAdoptionItem, text, LINE, REQUIRED),
  FIELD (TwAdoptionItem, role, LINE, NAMED_BY (ROLE)),
  REF (TwAdoptionItem, owner, PERSON),
  FIELD (TwAdoptionItem, due, DATE),
  FIELD (TwAdoptionItem, done, DATE),
  FIELD (TwAdoptionItem, evidence, LINE),
  FIELD (TwAdoptionItem, note, LINE),
  REFS (TwAdoptionItem, workloads, TW_KIND_WORKLOAD),
  HIDES (TwAdoptionItem),
};
TYPE (adoption_item, TwAdoptionItem, "adoption item", .key = "id");

static const TwField stage_fields[] = {
  KEY (TwStage),
  FIELD (TwStage, kind, LINE, INTERNAL, CATALOGUE_ID),
  FIELD (TwStage, name, LINE, REQUIRED),
  LIST (TwStage, checklist, adoption_item),
};
TYPE (stage, TwStage, "stage", .key = "id");

static const TwField entry_fields[] = {
  KEY (TwEntry),
  WORD (TwEntry, kind, TW_ENTRY_RISK, entry_words, REQUIRED),
  FIELD (TwEntry, title, LINE, REQUIRED),
  WORD (TwEntry, severity, TW_WORD_NONE, severity_words),
  REF (TwEntry, owner, PERSON),
  FIELD (TwEntry, raised, DATE),
  FIELD (TwEntry, due, DATE),
  WORD (TwEntry, status, TW_ENTRY_OPEN, entry_status_words, .unit = 1),
  FIELD (TwEntry, closed, DATE, .unit = 1),
  FIELD (TwEntry, response, TEXT),
  REF (TwEntry, activity, ACTIVITY),
  REF (TwEntry, workload, WORKLOAD),
  FIELD (TwEntry, internal_notes, TEXT, INTERNAL),
  HIDES (TwEntry),
};
TYPE (entry, TwEntry, "entry", .key = "id", .kind = TW_KIND_ENTRY);

static const TwField baseline_item_fields[] = {
  KEY (TwBaselineItem), /* of a node alive or gone: not a reference */
  FIELD (TwBaselineItem, name, LINE, REQUIRED),
  FIELD (TwBaselineItem, start, DATE, REQUIRED),
  FIELD (TwBaselineItem, finish, DATE, REQUIRED),
  WORD (TwBaselineItem, status, TW_STATUS_NOT_STARTED, status_words),
};
TYPE (baseline_item, TwBaselineItem, "baseline item", .key = "id", .one_line = TRUE);

static const TwField baseline_fields[] = {
  KEY (TwBaseline),
  FIELD (TwBaseline, name, LINE, REQUIRED),
  FIELD (TwBaseline, taken, DATE, REQUIRED),
  LIST (TwBaseline, items, baseline_item),
};
TYPE (baseline, TwBaseline, "baseline", .key = "id", .kind = TW_KIND_BASELINE);

static const TwField note_fields[] = {
  KEY (TwNote),
  FIELD (TwNote, date, DATE, REQUIRED),
  FIELD (TwNote, kind, LINE, INTERNAL, NAMED_BY (NOTE_TYPE)),
  REF (TwNote, author, PERSON),
  REF (TwNote, workload, WORKLOAD),
  FIELD (TwNote, text, TEXT, REQUIRED),
  FIELD (TwNote, next_action, LINE, .max = 500),
  FIELD (TwNote, next_on, DATE),
  FIELD (TwNote, next_done, DATE),
  REF (TwNote, next_owner, PERSON),
  SHOWS (TwNote),
};
TYPE (note, TwNote, "note", .key = "id");

static const TwField agenda_item_fields[] = {
  KEY (TwAgendaItem),
  FIELD (TwAgendaItem, text, LINE, REQUIRED),
  NUMBER (TwAgendaItem, minutes, 1, 480),
};
TYPE (agenda_item, TwAgendaItem, "agenda item", .key = "id", .one_line = TRUE);

static const TwField meeting_fields[] = {
  KEY (TwMeeting),
  FIELD (TwMeeting, kind, LINE, INTERNAL, NAMED_BY (MEETING)),
  FIELD (TwMeeting, date, DATE, REQUIRED),
  FIELD (TwMeeting, title, LINE, REQUIRED),
  REFS (TwMeeting, attendees, TW_KIND_PERSON),
  LIST (TwMeeting, agenda, agenda_item),
  REFS (TwMeeting, decisions, TW_KIND_ENTRY),
  REF (TwMeeting, baseline, BASELINE),
  FIELD (TwMeeting, notes, TEXT),
  FIELD (TwMeeting, internal_notes, TEXT, INTERNAL),
  HIDES (TwMeeting),
};
TYPE (meeting, TwMeeting, "meeting", .key = "id");

static const TwField plan_fields[] = {
  WORD (TwPlan, format, 0, format_words, REQUIRED, .merge = TW_MERGE_AGREE),
  NUMBER (TwPlan, version, 1, G_MAXINT, REQUIRED, .merge = TW_MERGE_AGREE),
  FIELD (TwPlan, id, ID, REQUIRED, .merge = TW_MERGE_AGREE),
  FIELD (TwPlan, title, LINE, REQUIRED),
  FIELD (TwPlan, playbook, LINE, INTERNAL, CODE),
  FIELD (TwPlan, playbook_edition, LINE, INTERNAL, CODE),
  FIELD (TwPlan, start, DATE, REQUIRED),
  FIELD (TwPlan, deadline, DATE),
  REF (TwPlan, go_live, ACTIVITY),
  REF (TwPlan, lead, PERSON),
  FIELD (TwPlan, language, LINE, CODE),
  FIELD (TwPlan, confidentiality, LINE),
  FIELD (TwPlan, logo, TEXT, CODE, .max = 256 * 1024 * 4 / 3 + 4),
  FIELD (TwPlan, summary, TEXT, .unit = 1),
  FIELD (TwPlan, summary_basis, TEXT, .unit = 1, INTERNAL, CODE),
  RECORD (TwPlan, customer, customer, REQUIRED),
  RECORD (TwPlan, calendar, calendar),
  LIST (TwPlan, people, person),
  LIST (TwPlan, workloads, workload),
  LIST (TwPlan, enablers, enabler),
  LIST (TwPlan, motions, motion),
  LIST (TwPlan, approaches, approach),
  LIST (TwPlan, adoption, stage),
  { .name = "register",
    .type = TW_FIELD_LIST,
    .offset = G_STRUCT_OFFSET (TwPlan, register_),
    .of = &tw_entry_type,
    .merge = TW_MERGE_MEMBERS },
  LIST (TwPlan, baselines, baseline),
  LIST (TwPlan, journal, note),
  LIST (TwPlan, meetings, meeting),
};
TYPE (plan, TwPlan, "plan");

const TwRecordType *const tw_record_types[]
    = { &tw_plan_type,          &tw_customer_type, &tw_calendar_type,    &tw_holiday_type,
        &tw_person_type,        &tw_workload_type, &tw_slice_type,       &tw_reading_type,
        &tw_forecast_type,      &tw_enabler_type,  &tw_motion_type,      &tw_handover_type,
        &tw_phase_type,         &tw_activity_type, &tw_check_type,       &tw_recurring_type,
        &tw_approach_type,      &tw_kpi_type,      &tw_kpi_reading_type, &tw_stage_type,
        &tw_adoption_item_type, &tw_entry_type,    &tw_baseline_type,    &tw_baseline_item_type,
        &tw_note_type,          &tw_meeting_type,  &tw_agenda_item_type, NULL };

TwPerson *
tw_plan_person (TwPlan *plan, const char *id)
{
  return tw_list_find (plan->people, id, NULL);
}

TwEntry *
tw_plan_entry (TwPlan *plan, const char *id)
{
  return tw_list_find (plan->register_, id, NULL);
}

TwBaseline *
tw_plan_baseline (TwPlan *plan, const char *id)
{
  return tw_list_find (plan->baselines, id, NULL);
}

TwBaseline *
tw_plan_newest_baseline (TwPlan *plan)
{
  TwBaseline *newest = NULL;

  TW_FOREACH (TwBaseline, baseline, plan->baselines)
    if (newest == NULL || baseline->taken >= newest->taken)
      newest = baseline;
  return newest;
}

/* Whether a record of type can stand below one of above; a plan's types form no circle. */
static gboolean
type_holds (const TwRecordType *above, const TwRecordType *type)
{
  for (guint i = 0; i < above->n_fields; i++)
    if (above->fields[i].of != NULL
        && (above->fields[i].of == type || type_holds (above->fields[i].of, type)))
      return TRUE;
  return FALSE;
}

static gboolean
find_below (TwRecord *above, const TwRecordType *type, const char *key, TwPlace *place)
{
  for (guint i = 0; i < above->type->n_fields; i++)
    {
      const TwField *field = &above->type->fields[i];
      TwStep *step = &place->steps[place->depth];
      TwValue value;

      if (field->of == NULL || (field->of != type && !type_holds (field->of, type)))
        continue;
      value = tw_record_get (above, field);
      place->depth++;
      *step = (TwStep){ field, 0 };
      if (field->type == TW_FIELD_RECORD)
        {
          if (value.record != NULL && find_below (value.record, type, key, place))
            return TRUE;
        }
      else
        for (; step->at < tw_list_n (value.list); step->at++)
          {
            TwRecord *record = value.list->items[step->at];
            char buffer[TW_DATE_LENGTH];

            if (record->type == type && g_strcmp0 (tw_record_key (record, buffer), key) == 0)
              return TRUE;
            if (find_below (record, type, key, place))
              return TRUE;
          }
      place->depth--;
    }
  return FALSE;
}

/* The field that holds the one record of this type, and the type that has it; NULL if records of
 * the type stand in lists. */
static const TwField *
held_once (const TwRecordType *type, const TwRecordType **above)
{
  for (guint i = 0; tw_record_types[i] != NULL; i++)
    for (guint j = 0; j < tw_record_types[i]->n_fields; j++)
      if (tw_record_types[i]->fields[j].type == TW_FIELD_RECORD
          && tw_record_types[i]->fields[j].of == type)
        {
          *above = tw_record_types[i];
          return &tw_record_types[i]->fields[j];
        }
  return NULL;
}

gboolean
tw_plan_find (TwPlan *plan, const TwRecordType *type, const char *id, TwPlace *place)
{
  TwPlace found = { 0 };
  const TwRecordType *above;
  const TwField *field = held_once (type, &above);

  if (field != NULL)
    {
      if (!tw_plan_find (plan, above, id, &found))
        return FALSE;
      found.steps[found.depth++] = (TwStep){ field, 0 };
    }
  else if (type != &tw_plan_type && (id == NULL || !find_below (&plan->record, type, id, &found)))
    return FALSE;
  if (place != NULL)
    *place = found;
  return TRUE;
}

gpointer
tw_plan_at (TwPlan *plan, const TwPlace *place)
{
  gpointer record = plan;

  for (guint i = 0; i < place->depth && record != NULL; i++)
    {
      TwValue value = tw_record_get (record, place->steps[i].field);

      if (place->steps[i].field->type == TW_FIELD_RECORD)
        record = value.record;
      else
        record = place->steps[i].at < tw_list_n (value.list) ? value.list->items[place->steps[i].at]
                                                             : NULL;
    }
  return record;
}

char *
tw_place_to_string (const TwPlace *place)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < place->depth; i++)
    {
      if (i > 0)
        g_string_append_c (path, '.');
      g_string_append (path, place->steps[i].field->name);
      if (place->steps[i].field->type == TW_FIELD_LIST)
        g_string_append_printf (path, "[%u]", place->steps[i].at);
    }
  return g_string_free (path, FALSE);
}

const TwField *
tw_record_title (const TwRecordType *type)
{
  static const char *const members[] = { "name", "text", "title" };
  const TwField *field = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (members) && field == NULL; i++)
    field = tw_record_type_field (type, members[i]);
  return field;
}

const char *
tw_record_name (gpointer record)
{
  const TwField *title = tw_record_title (((TwRecord *) record)->type);

  return title != NULL ? tw_record_get (record, title).string : NULL;
}

gboolean
tw_activity_has_begun (TwActivity *activity)
{
  return activity->started != TW_DATE_NONE || activity->status == TW_STATUS_DONE;
}

gboolean
tw_recurring_was_held (TwRecurring *recurring, TwDate day)
{
  for (guint i = 0; i < tw_list_n (recurring->done); i++)
    if (GPOINTER_TO_UINT (recurring->done->items[i]) == day)
      return TRUE;
  return FALSE;
}

gboolean
tw_record_uses (gpointer record, const TwField *field)
{
  TwActivity *activity = record;
  TwSlice *slice = record;
  TwEntry *entry = record;

  if (tw_record_is (record, &tw_entry_type) && g_str_equal (field->name, "severity"))
    return entry->kind == TW_ENTRY_RISK || entry->kind == TW_ENTRY_ISSUE
           || entry->severity != TW_WORD_NONE;
  if (tw_record_is (record, &tw_slice_type) && g_str_equal (field->name, "owner"))
    return slice->status == TW_SLICE_BLOCKED || slice->owner != NULL;
  if (tw_record_is (record, &tw_slice_type) && g_str_equal (field->name, "unblock_by"))
    return slice->status == TW_SLICE_BLOCKED || slice->unblock_by != TW_DATE_NONE;
  if (tw_record_is (record, &tw_phase_type) && g_str_equal (field->name, "days"))
    return tw_list_n (((TwPhase *) record)->activities) == 0;
  if (tw_record_is (record, &tw_kpi_type) && g_str_equal (field->name, "readings"))
    return ((TwKpi *) record)->workload == NULL;
  if (!tw_record_is (record, &tw_activity_type))
    return TRUE;
  if (g_str_equal (field->name, "progress"))
    return activity->started != TW_DATE_NONE && activity->finished == TW_DATE_NONE;
  if (g_str_equal (field->name, "reason"))
    return activity->reason != NULL || activity->status == TW_STATUS_BLOCKED
           || activity->status == TW_STATUS_SKIPPED;
  return TRUE;
}
