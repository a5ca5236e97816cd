/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core-resources.h"
#include "tw-playbook.h"
#include "tw-record-table.h"
#include "tw-verify.h"

static const char *const side_words[] = { "ours", "customer", "partner", "vendor", NULL };
static const char *const unit_words[] = { "users", "devices", "rooms", NULL };
static const char *const health_words[] = { "red", "yellow", "green", "blue", NULL };
static const char *const audience_words[] = { "internal", "public", NULL };
static const char *const need_words[] = { "any", "all", NULL };
static const char *const format_words[] = { "engagement-playbook", NULL };

static const TwField pb_role_fields[] = {
  KEY (TwPbRole),
  FIELD (TwPbRole, name, LINE, REQUIRED),
  FIELD (TwPbRole, abbreviation, LINE),
  WORD (TwPbRole, side, TW_SIDE_OURS, side_words),
  FIELD (TwPbRole, summary, TEXT),
};
static TYPE (pb_role, TwPbRole, "role", .key = "id");

static const TwField pb_workload_fields[] = {
  KEY (TwPbWorkload),
  FIELD (TwPbWorkload, name, LINE, REQUIRED),
  FIELD (TwPbWorkload, formerly, LINE),
  FIELD (TwPbWorkload, abbreviation, LINE),
  FIELD (TwPbWorkload, group, LINE),
  WORD (TwPbWorkload, unit, TW_UNIT_USERS, unit_words),
  FIELD (TwPbWorkload, denominator, LINE),
  FIELD (TwPbWorkload, health_group, LINE),
  FIELD (TwPbWorkload, health_component, LINE),
  { .name = "default", .type = TW_FIELD_BOOL, .offset = G_STRUCT_OFFSET (TwPbWorkload, standard) },
  FIELD (TwPbWorkload, legacy, BOOL),
};
TYPE (pb_workload, TwPbWorkload, "workload", .key = "id");

static const TwField pb_item_fields[] = {
  KEY (TwPbItem),
  FIELD (TwPbItem, text, LINE, REQUIRED),
  FIELD (TwPbItem, role, LINE),
  FIELD (TwPbItem, mandatory, BOOL),
  WORD (TwPbItem, audience, TW_WORD_NONE, audience_words),
  FIELD (TwPbItem, workloads, LINES),
  FIELD (TwPbItem, motions, LINES),
};
TYPE (pb_item, TwPbItem, "checklist item", .key = "id");

static const TwField pb_activity_fields[] = {
  KEY (TwPbActivity),
  FIELD (TwPbActivity, phase, LINE),
  FIELD (TwPbActivity, name, LINE, REQUIRED),
  FIELD (TwPbActivity, customer_name, LINE),
  FIELD (TwPbActivity, formerly, LINE),
  FIELD (TwPbActivity, summary, TEXT),
  FIELD (TwPbActivity, primary_roles, LINES),
  FIELD (TwPbActivity, motions, LINES),
  FIELD (TwPbActivity, workloads, LINES),
  FIELD (TwPbActivity, deliverables, LINES),
  LIST (TwPbActivity, checklist, pb_item),
  FIELD (TwPbActivity, typical_days, INT, .standard = 1, .min = 0, .max = TW_DAYS_MAX),
  FIELD (TwPbActivity, after, LINES),
  FIELD (TwPbActivity, follows, LINES),
  FIELD (TwPbActivity, milestone, BOOL),
  FIELD (TwPbActivity, optional, BOOL),
  FIELD (TwPbActivity, internal, BOOL),
  FIELD (TwPbActivity, current, BOOL, .standard = TRUE),
  FIELD (TwPbActivity, part_of, LINE),
  FIELD (TwPbActivity, min_seats, INT, .min = 0, .max = 100000000),
};
TYPE (pb_activity, TwPbActivity, "activity", .key = "id");

static const TwField pb_phase_fields[] = {
  KEY (TwPbPhase),
  FIELD (TwPbPhase, name, LINE, REQUIRED),
  FIELD (TwPbPhase, customer_name, LINE),
  FIELD (TwPbPhase, summary, TEXT),
  FIELD (TwPbPhase, exit_criteria, LINES),
  FIELD (TwPbPhase, internal_exit_criteria, LINES),
  FIELD (TwPbPhase, public_exit_criteria, LINES),
  FIELD (TwPbPhase, days, INT, .min = 0, .max = TW_DAYS_MAX),
  LIST (TwPbPhase, activities, pb_activity),
  FIELD (TwPbPhase, current, BOOL, .standard = TRUE),
};
TYPE (pb_phase, TwPbPhase, "phase", .key = "id");

static const TwField pb_motion_phase_fields[] = {
  FIELD (TwPbMotionPhase, phase, LINE, REQUIRED),
  FIELD (TwPbMotionPhase, activities, LINES),
  FIELD (TwPbMotionPhase, unique, LINES),
  FIELD (TwPbMotionPhase, optional, LINES),
  FIELD (TwPbMotionPhase, follows, LINES, .keep_empty = TRUE),
};
TYPE (pb_motion_phase, TwPbMotionPhase, "phase of a motion", .key = "phase");

static const TwField pb_handover_fields[] = {
  FIELD (TwPbHandover, motion, LINE, REQUIRED),
  FIELD (TwPbHandover, after_phase, LINE),
  FIELD (TwPbHandover, from_phase, LINE),
  FIELD (TwPbHandover, when, LINE),
};
static TYPE (pb_handover, TwPbHandover, "hand-over", .key = "motion");

static const TwField pb_applies_when_fields[] = {
  FIELD (TwPbAppliesWhen, health, WORDS, .words = health_words),
  FIELD (TwPbAppliesWhen, partner, BOOL),
};
TYPE (pb_applies_when, TwPbAppliesWhen, "condition");

static const TwField pb_recurring_fields[] = {
  KEY (TwPbRecurring),
  FIELD (TwPbRecurring, name, LINE, REQUIRED),
  FIELD (TwPbRecurring, customer_name, LINE),
  FIELD (TwPbRecurring, summary, TEXT),
  FIELD (TwPbRecurring, every, LINE, REQUIRED),
  FIELD (TwPbRecurring, primary_roles, LINES),
  FIELD (TwPbRecurring, phases, LINES),
  FIELD (TwPbRecurring, optional, BOOL),
  FIELD (TwPbRecurring, internal, BOOL),
  RECORD (TwPbRecurring, applies_when, pb_applies_when),
};
TYPE (pb_recurring, TwPbRecurring, "recurring activity", .key = "id");

static const TwField pb_motion_fields[] = {
  KEY (TwPbMotion),
  FIELD (TwPbMotion, name, LINE, REQUIRED),
  FIELD (TwPbMotion, customer_name, LINE),
  FIELD (TwPbMotion, abbreviation, LINE),
  FIELD (TwPbMotion, summary, TEXT),
  FIELD (TwPbMotion, objective, TEXT),
  FIELD (TwPbMotion, entry_criteria, LINES),
  LIST (TwPbMotion, phases, pb_motion_phase),
  LIST (TwPbMotion, recurring_activities, pb_recurring),
  LIST (TwPbMotion, hands_over_to, pb_handover),
  FIELD (TwPbMotion, superseded_by, LINES),
  FIELD (TwPbMotion, follows, LINES, .keep_empty = TRUE),
  FIELD (TwPbMotion, current, BOOL, .standard = TRUE),
};
TYPE (pb_motion, TwPbMotion, "motion", .key = "id");

static const TwField pb_kpi_fields[] = {
  KEY (TwPbKpi),
  FIELD (TwPbKpi, name, LINE, REQUIRED),
  FIELD (TwPbKpi, workload, LINE),
  FIELD (TwPbKpi, green_above, INT, .min = 0, .max = 100, REQUIRED),
  FIELD (TwPbKpi, yellow_above, INT, .min = 0, .max = 100, REQUIRED),
};
TYPE (pb_kpi, TwPbKpi, "kpi", .key = "id");

static const TwField pb_approach_fields[] = {
  KEY (TwPbApproach),
  FIELD (TwPbApproach, name, LINE, REQUIRED),
  FIELD (TwPbApproach, customer_name, LINE),
  FIELD (TwPbApproach, summary, TEXT),
  FIELD (TwPbApproach, motions, LINES),
  FIELD (TwPbApproach, workloads, LINES),
  LIST (TwPbApproach, kpis, pb_kpi),
  LIST (TwPbApproach, activities, pb_activity, .id_alone = TRUE),
  FIELD (TwPbApproach, documented, BOOL, .standard = TRUE),
};
TYPE (pb_approach, TwPbApproach, "approach", .key = "id");

static const TwField pb_adoption_item_fields[] = {
  KEY (TwPbAdoptionItem),
  FIELD (TwPbAdoptionItem, text, LINE, REQUIRED),
  FIELD (TwPbAdoptionItem, role, LINE),
  FIELD (TwPbAdoptionItem, evidence, LINE),
};
TYPE (pb_adoption_item, TwPbAdoptionItem, "adoption item", .key = "id");

static const TwField pb_stage_fields[] = {
  KEY (TwPbStage),
  FIELD (TwPbStage, name, LINE, REQUIRED),
  FIELD (TwPbStage, summary, TEXT),
  FIELD (TwPbStage, phase, LINE),
  LIST (TwPbStage, checklist, pb_adoption_item),
};
TYPE (pb_stage, TwPbStage, "stage", .key = "id");

static const TwField pb_status_detail_fields[] = {
  KEY (TwPbStatusDetail),
  FIELD (TwPbStatusDetail, name, LINE, REQUIRED),
  FIELD (TwPbStatusDetail, summary, TEXT),
  FIELD (TwPbStatusDetail, hint, LINE),
  FIELD (TwPbStatusDetail, workloads, LINES),
};
static TYPE (pb_status_detail, TwPbStatusDetail, "status, level 3", .key = "id");

static const TwField pb_status_reason_fields[] = {
  KEY (TwPbStatusReason),
  FIELD (TwPbStatusReason, name, LINE, REQUIRED),
  FIELD (TwPbStatusReason, summary, TEXT),
  FIELD (TwPbStatusReason, hint, LINE),
  LIST (TwPbStatusReason, details, pb_status_detail),
};
static TYPE (pb_status_reason, TwPbStatusReason, "status, level 2", .key = "id");

static const TwField pb_status_fields[] = {
  KEY (TwPbStatus),
  FIELD (TwPbStatus, name, LINE, REQUIRED),
  FIELD (TwPbStatus, summary, TEXT),
  FIELD (TwPbStatus, needs, LINES),
  LIST (TwPbStatus, reasons, pb_status_reason),
};
static TYPE (pb_status, TwPbStatus, "status", .key = "id");

static const TwField pb_component_fields[] = {
  KEY (TwPbHealthComponent),
  FIELD (TwPbHealthComponent, name, LINE, REQUIRED),
  FIELD (TwPbHealthComponent, workloads, LINES),
};
static TYPE (pb_component, TwPbHealthComponent, "health component", .key = "id");

static const TwField pb_bound_fields[] = {
  WORD (TwPbBound, need, 0, need_words, REQUIRED),
  FIELD (TwPbBound, above, INT, .min = 0, .max = 100, REQUIRED),
};
static TYPE (pb_bound, TwPbBound, "bound");

static const TwField pb_health_group_fields[] = {
  KEY (TwPbHealthGroup),
  FIELD (TwPbHealthGroup, name, LINE, REQUIRED),
  LIST (TwPbHealthGroup, components, pb_component),
  RECORD (TwPbHealthGroup, green, pb_bound, REQUIRED),
  RECORD (TwPbHealthGroup, yellow, pb_bound, REQUIRED),
};
static TYPE (pb_health_group, TwPbHealthGroup, "health group", .key = "id");

static const TwField pb_word_fields[] = {
  KEY (TwPbWord),
  FIELD (TwPbWord, name, LINE, REQUIRED),
  FIELD (TwPbWord, summary, TEXT),
};
static TYPE (pb_word, TwPbWord, "word", .key = "id");

static const TwField pb_note_type_fields[] = {
  KEY (TwPbNoteType),
  FIELD (TwPbNoteType, name, LINE, REQUIRED),
  FIELD (TwPbNoteType, summary, TEXT),
  FIELD (TwPbNoteType, max_sentences, INT, .min = 1, .max = 1000),
  FIELD (TwPbNoteType, avoid, LINES),
};
static TYPE (pb_note_type, TwPbNoteType, "note type", .key = "id");

static const TwField pb_agenda_item_fields[] = {
  FIELD (TwPbAgendaItem, text, LINE, REQUIRED),
  FIELD (TwPbAgendaItem, minutes, INT, .min = 1, .max = 480),
};
static TYPE (pb_agenda_item, TwPbAgendaItem, "agenda item");

static const TwField pb_meeting_fields[] = {
  KEY (TwPbMeeting),
  FIELD (TwPbMeeting, name, LINE, REQUIRED),
  FIELD (TwPbMeeting, summary, TEXT),
  FIELD (TwPbMeeting, every, LINE),
  LIST (TwPbMeeting, agenda, pb_agenda_item),
  FIELD (TwPbMeeting, internal, BOOL),
};
static TYPE (pb_meeting, TwPbMeeting, "meeting", .key = "id");

static const TwField pb_health_fields[] = {
  LIST (TwPbHealth, groups, pb_health_group),
};
static TYPE (pb_health, TwPbHealth, "health");

static const TwField pb_adoption_fields[] = {
  LIST (TwPbAdoption, stages, pb_stage),
};
TYPE (pb_adoption, TwPbAdoption, "adoption continuum");

static const TwField playbook_fields[] = {
  WORD (TwPlaybook, format, 0, format_words, REQUIRED),
  FIELD (TwPlaybook, version, INT, .min = 1, .max = 1, REQUIRED),
  KEY (TwPlaybook),
  FIELD (TwPlaybook, title, LINE, REQUIRED),
  FIELD (TwPlaybook, summary, TEXT),
  FIELD (TwPlaybook, language, LINE),
  FIELD (TwPlaybook, edition, LINE),
  FIELD (TwPlaybook, plan_title, LINE),
  LIST (TwPlaybook, roles, pb_role),
  LIST (TwPlaybook, workloads, pb_workload),
  LIST (TwPlaybook, phases, pb_phase),
  LIST (TwPlaybook, motions, pb_motion),
  LIST (TwPlaybook, approaches, pb_approach),
  RECORD (TwPlaybook, adoption_continuum, pb_adoption),
  LIST (TwPlaybook, statuses, pb_status),
  RECORD (TwPlaybook, health, pb_health),
  LIST (TwPlaybook, business_reasons, pb_word),
  LIST (TwPlaybook, note_types, pb_note_type),
  LIST (TwPlaybook, meetings, pb_meeting),
  LIST (TwPlaybook, ssat, pb_word),
  FIELD (TwPlaybook, default_motions, LINES),
  FIELD (TwPlaybook, default_approaches, LINES),
};
TYPE (playbook, TwPlaybook, "playbook");

TwPlaybook *
tw_playbook_read (GBytes *bytes, GPtrArray *faults)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  guint before = faults->len;
  g_autoptr (GHashTable) offsets = NULL;
  g_autoptr (TwPlaybook) playbook
      = tw_json_read (&tw_playbook_type, data, length, TW_JSON_NULL_IS_ABSENT, &offsets, faults);

  if (playbook != NULL)
    tw_breaches_tell (tw_playbook_verify (playbook), offsets, data, length, faults);
  return faults->len == before ? g_steal_pointer (&playbook) : NULL;
}

TwPlaybook *
tw_playbook_builtin (void)
{
  static gsize made;

  if (g_once_init_enter (&made))
    {
      g_autoptr (GPtrArray) faults
          = g_ptr_array_new_with_free_func ((GDestroyNotify) tw_fault_free);
      g_autoptr (GBytes) bytes = g_resource_lookup_data (
          tw_core_get_resource (), "/io/github/trackway/core/playbooks/fasttrack-m365.json", 0,
          NULL);
      TwPlaybook *playbook = tw_playbook_read (bytes, faults);

      g_assert (playbook != NULL);
      g_once_init_leave (&made, (gsize) playbook);
    }
  return (TwPlaybook *) made;
}

static gboolean
is_listed (GPtrArray *playbooks, const char *id)
{
  for (guint i = 0; i < playbooks->len; i++)
    if (g_str_equal (((TwPlaybook *) playbooks->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

static void
list_file (GPtrArray *playbooks, const char *path, GPtrArray *problems)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) tw_fault_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);
  TwPlaybook *playbook = bytes != NULL ? tw_playbook_read (bytes, faults) : NULL;

  if (bytes == NULL && problems != NULL)
    g_ptr_array_add (problems, g_strdup_printf ("%s: %s", path, error->message));
  for (guint i = 0; i < faults->len && problems != NULL; i++)
    g_ptr_array_add (problems, tw_fault_to_string (faults->pdata[i], path));
  if (playbook != NULL && !is_listed (playbooks, playbook->id))
    g_ptr_array_add (playbooks, playbook);
  else
    g_clear_pointer (&playbook, tw_playbook_unref);
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
list_folder (GPtrArray *playbooks, const char *data_dir, GPtrArray *problems)
{
  g_autofree char *folder = g_build_filename (data_dir, "trackway", "playbooks", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    list_file (playbooks, names->pdata[i], problems);
}

GPtrArray *
tw_playbook_list (GPtrArray **problems)
{
  GPtrArray *playbooks = g_ptr_array_new_with_free_func (tw_record_unref);
  GPtrArray *told = problems != NULL ? g_ptr_array_new_with_free_func (g_free) : NULL;

  g_ptr_array_add (playbooks, tw_record_ref (tw_playbook_builtin ()));
  list_folder (playbooks, g_get_user_data_dir (), told);
  for (const char *const *dir = g_get_system_data_dirs (); *dir != NULL; dir++)
    list_folder (playbooks, *dir, told);
  if (problems != NULL)
    *problems = told;
  return playbooks;
}

TwPlaybook *
tw_playbook_find (const char *id)
{
  g_autoptr (GPtrArray) playbooks = NULL;

  if (id == NULL || g_str_equal (id, tw_playbook_builtin ()->id))
    return tw_record_ref (tw_playbook_builtin ());
  playbooks = tw_playbook_list (NULL);
  for (guint i = 0; i < playbooks->len; i++)
    if (g_str_equal (((TwPlaybook *) playbooks->pdata[i])->id, id))
      return tw_record_ref (playbooks->pdata[i]);
  return NULL;
}

TwPbMotion *
tw_playbook_motion (TwPlaybook *playbook, const char *id)
{
  return tw_list_find (playbook->motions, id, NULL);
}

TwPbApproach *
tw_playbook_approach (TwPlaybook *playbook, const char *id)
{
  return tw_list_find (playbook->approaches, id, NULL);
}

TwPbPhase *
tw_playbook_phase (TwPlaybook *playbook, const char *id)
{
  return tw_list_find (playbook->phases, id, NULL);
}

TwPbActivity *
tw_playbook_activity (TwPlaybook *playbook, const char *id)
{
  TwPbActivity *found;

  TW_FOREACH (TwPbPhase, phase, playbook->phases)
    if ((found = tw_list_find (phase->activities, id, NULL)) != NULL)
      return found;
  TW_FOREACH (TwPbApproach, approach, playbook->approaches)
    if ((found = tw_list_find (approach->activities, id, NULL)) != NULL && found->name != NULL)
      return found;
  return NULL;
}

static const char *
status_word (TwPlaybook *playbook, gboolean detail, const char *word)
{
  TW_FOREACH (TwPbStatus, status, playbook->statuses)
    TW_FOREACH (TwPbStatusReason, reason, status->reasons)
      {
        TwPbStatusDetail *found = detail ? tw_list_find (reason->details, word, NULL) : NULL;

        if (found != NULL)
          return found->name;
        if (!detail && g_str_equal (reason->id, word))
          return reason->name;
      }
  return NULL;
}

static const char *
name_in (TwPlaybook *playbook, TwWordKind kind, const char *word)
{
  TwList *lists[] = {
    [TW_WORD_ROLE] = playbook->roles,
    [TW_WORD_BUSINESS_REASON] = playbook->business_reasons,
    [TW_WORD_NOTE_TYPE] = playbook->note_types,
    [TW_WORD_MEETING] = playbook->meetings,
    [TW_WORD_WORKLOAD] = playbook->workloads,
    [TW_WORD_MOTION] = playbook->motions,
    [TW_WORD_PHASE] = playbook->phases,
    [TW_WORD_APPROACH] = playbook->approaches,
  };
  gpointer found;

  if (kind == TW_WORD_REASON || kind == TW_WORD_DETAIL)
    return status_word (playbook, kind == TW_WORD_DETAIL, word);
  found = tw_list_find (lists[kind], word, NULL);
  return found != NULL ? tw_record_name (found) : NULL;
}

const char *
tw_playbook_name (TwPlaybook *playbook, TwWordKind kind, const char *word)
{
  const char *name = NULL;

  if (word == NULL)
    return NULL;
  if (playbook != NULL)
    name = name_in (playbook, kind, word);
  if (name == NULL)
    name = name_in (tw_playbook_builtin (), kind, word);
  return name != NULL ? name : word;
}

gboolean
tw_playbook_knows (TwPlaybook *playbook, TwWordKind kind, const char *word)
{
  return name_in (playbook, kind, word) != NULL;
}

TwPbNoteType *
tw_playbook_note_type (TwPlaybook *playbook, const char *id)
{
  TwPbNoteType *found = tw_list_find (playbook->note_types, id, NULL);

  return found != NULL ? found : tw_list_find (tw_playbook_builtin ()->note_types, id, NULL);
}

TwPbMeeting *
tw_playbook_meeting (TwPlaybook *playbook, const char *id)
{
  TwPbMeeting *found = tw_list_find (playbook->meetings, id, NULL);

  return found != NULL ? found : tw_list_find (tw_playbook_builtin ()->meetings, id, NULL);
}

gboolean
tw_playbook_role_is_customer (TwPlaybook *playbook, const char *role)
{
  TwPbRole *found = role != NULL ? tw_list_find (playbook->roles, role, NULL) : NULL;

  return found != NULL && found->side == TW_SIDE_CUSTOMER;
}
