/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-show.h"

const char *
tw_show_page_of (const TwRecordType *type)
{
  static const struct
  {
    const TwRecordType *type;
    const char *page;
  } pages[] = {
    { &tw_plan_type, "properties" },        { &tw_customer_type, "properties" },
    { &tw_calendar_type, "properties" },    { &tw_person_type, "people" },
    { &tw_workload_type, "workloads" },     { &tw_enabler_type, "adoption" },
    { &tw_motion_type, "timeline" },        { &tw_phase_type, "timeline" },
    { &tw_activity_type, "timeline" },      { &tw_recurring_type, "timeline" },
    { &tw_approach_type, "motions" },       { &tw_stage_type, "adoption" },
    { &tw_adoption_item_type, "adoption" }, { &tw_entry_type, "journal" },
    { &tw_note_type, "journal" },           { &tw_meeting_type, "journal" },
    { &tw_baseline_type, "timeline" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (pages[i].type == type)
      return pages[i].page;
  return NULL;
}

static const TwRecordType *
type_called (const char *name)
{
  for (guint i = 0; tw_record_types[i] != NULL; i++)
    if (g_str_equal (tw_record_types[i]->name, name))
      return tw_record_types[i];
  return NULL;
}

/* Groups that are closed would hide what is in them. */
static void
open_above (TwViewState *state, TwPlace place)
{
  TwPlan *plan = tw_document_plan (tw_view_state_document (state));

  while (--place.depth > 0)
    {
      TwRecord *above = tw_plan_at (plan, &place);
      const char *id = tw_record_key (above, (char[TW_DATE_LENGTH]){ 0 });

      if (g_hash_table_contains (tw_view_state_collapsed (state), id))
        tw_view_state_toggle (state, id);
    }
}

const char *
tw_show (TwViewState *state, const char *page, const char *type_name, const char *id)
{
  TwPlan *plan = tw_document_plan (tw_view_state_document (state));
  const TwRecordType *type = type_called (type_name);
  TwPlace place;
  TwRecord *record;

  if (type == NULL || !tw_plan_find (plan, type, id, &place))
    return NULL;
  while (
      place.depth > 0
      && ((record = tw_plan_at (plan, &place)) == NULL || tw_show_page_of (record->type) == NULL))
    place.depth--;
  record = tw_plan_at (plan, &place);
  if (page == NULL || *page == '\0')
    page = tw_show_page_of (record->type);
  id = tw_record_key (record, (char[TW_DATE_LENGTH]){ 0 });
  if ((record->type->kind & TW_KIND_NODE) != 0)
    {
      open_above (state, place);
      tw_view_state_select (state, id);
    }
  tw_view_state_show (state, page, record->type, id);
  return page;
}

void
tw_show_on_activate (gpointer actionable, const char *page, gpointer record)
{
  const char *id = tw_record_key (record, (char[TW_DATE_LENGTH]){ 0 });

  gtk_actionable_set_action_name (actionable, "win.show");
  gtk_actionable_set_action_target (actionable, "(sss)", page != NULL ? page : "",
                                    ((TwRecord *) record)->type->name, id != NULL ? id : "");
}
