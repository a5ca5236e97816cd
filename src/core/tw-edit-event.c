/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-edit-event.h"
#include "tw-edit.h"

gboolean
tw_event_can_be_done (const TwEvent *event, TwDate today)
{
  switch (event->kind)
    {
    case TW_EVENT_START:
    case TW_EVENT_END:
    case TW_EVENT_ENTRY:
    case TW_EVENT_ADOPTION_ITEM:
    case TW_EVENT_NEXT_ACTION:
      return TRUE;
    case TW_EVENT_OCCURRENCE:
      return event->date <= today;
    case TW_EVENT_MEETING:
    case TW_EVENT_SLICE_NEXT:
    case TW_EVENT_SLICE_DEPLOY:
    case TW_EVENT_SLICE_UNBLOCK:
    case TW_EVENT_MILESTONE:
    case TW_EVENT_HANDOVER:
    case TW_EVENT_DECISION:
    case TW_EVENT_DEADLINE:
    default:
      return FALSE;
    }
}

static const char *
id_of (const TwEvent *event)
{
  return tw_record_key (event->record, (char[TW_DATE_LENGTH]){ 0 });
}

TwPlan *
tw_event_do (TwFacts *facts, const TwEvent *event, GError **error)
{
  TwPlan *plan = tw_facts_plan (facts);
  TwDate today = tw_facts_today (facts);
  const TwRecordType *type = ((TwRecord *) event->record)->type;

  if (event->kind == TW_EVENT_START || event->kind == TW_EVENT_END)
    return tw_edit_status (tw_facts_schedule (facts), id_of (event), TW_STATUS_DONE, NULL, today,
                           error);
  if (event->kind == TW_EVENT_OCCURRENCE)
    return tw_edit_hold (plan, id_of (event), event->date, error);
  if (event->kind == TW_EVENT_ENTRY)
    return tw_edit_member (tw_facts_schedule (facts), type, id_of (event), "status",
                           (TwValue){ .number = TW_ENTRY_CLOSED }, today, NULL, error);
  return tw_edit_tick (plan, type, id_of (event), TRUE, today, error);
}

/* The member that holds the day; NULL: it is computed. */
static const char *
member_of (const TwEvent *event)
{
  switch (event->kind)
    {
    case TW_EVENT_MEETING:
      return "date";
    case TW_EVENT_ENTRY:
    case TW_EVENT_ADOPTION_ITEM:
      return "due";
    case TW_EVENT_NEXT_ACTION:
    case TW_EVENT_SLICE_NEXT:
      return "next_on";
    case TW_EVENT_SLICE_DEPLOY:
      return "deploy_by";
    case TW_EVENT_SLICE_UNBLOCK:
      return "unblock_by";
    case TW_EVENT_START:
    case TW_EVENT_END:
    case TW_EVENT_OCCURRENCE:
    case TW_EVENT_MILESTONE:
    case TW_EVENT_HANDOVER:
    case TW_EVENT_DECISION:
    case TW_EVENT_DEADLINE:
    default:
      return NULL;
    }
}

gboolean
tw_event_can_be_moved (const TwEvent *event)
{
  return event->kind == TW_EVENT_START || event->kind == TW_EVENT_END || member_of (event) != NULL;
}

TwPlan *
tw_event_move (TwFacts *facts, const TwEvent *event, TwDate to, char **sentence, GError **error)
{
  TwSchedule *schedule = tw_facts_schedule (facts);
  gboolean milestone = tw_record_is (event->record, &tw_activity_type)
                       && ((TwActivity *) event->record)->days == 0;

  if (event->kind == TW_EVENT_START || milestone)
    return tw_edit_move (schedule, id_of (event), to, sentence, error);
  if (event->kind == TW_EVENT_END)
    return tw_edit_right_end (schedule, id_of (event), to, error);
  return tw_edit_member (schedule, ((TwRecord *) event->record)->type, id_of (event),
                         member_of (event), (TwValue){ .date = to }, tw_facts_today (facts),
                         sentence, error);
}
