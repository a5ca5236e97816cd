/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-adoption.h"
#include "tw-field-table.h"
#include "tw-playbook-add.h"
#include "tw-words.h"
#include "tw-workloads.h"

/* --- the table --- */

static const char *
status_word (int at)
{
  return tw_words_status ((TwStatus) at);
}

static const char *
side_word (int at)
{
  return tw_words_side ((TwSide) at);
}

static const char *
entry_kind_word (int at)
{
  return tw_words_entry_kind ((TwEntryKind) at);
}

static const char *
entry_status_word (int at)
{
  return at == TW_ENTRY_CLOSED ? C_ ("register", "Closed") : C_ ("register", "Open");
}

static const char *
severity_word (int at)
{
  return tw_words_severity (at);
}

static const char *
slice_status_word (int at)
{
  return tw_words_slice_status ((TwSliceStatus) at);
}

static const char *
intent_word (int at)
{
  return at == TW_INTENT_YES ? C_ ("intent", "Yes") : C_ ("intent", "No");
}

static const char *
unit_word (int at)
{
  return tw_words_unit ((TwUnit) at);
}

/* 1 January 1900 was a Monday. */
static const char *
weekday_word (int at)
{
  static char *names[7];

  if (names[at] == NULL)
    names[at] = tw_words_date (TW_DATE_MIN + at, TW_DATE_WEEKDAY);
  return names[at];
}

static const char *
health_word (int at)
{
  return tw_words_health (at);
}

static const char *
enabler_word (int at)
{
  return tw_words_enabler ((TwEnablerKind) at);
}

static const char *
enabler_state_word (int at)
{
  return tw_words_enabler_state ((TwEnablerState) at);
}

static const char *
evidence_hint (TwViewState *state, gpointer record)
{
  return tw_playbook_evidence (tw_document_playbook (tw_view_state_document (state)),
                               ((TwAdoptionItem *) record)->kind);
}

#define F(of, name, text, ...)                                                                     \
  {                                                                                                \
    .type = &tw_##of##_type, .member = #name, .label = NC_ ("field", text), __VA_ARGS__            \
  }

static const TwFieldLook looks[] = {
  F (customer, name, "Customer name"),
  F (customer, industry, "Industry"),
  F (customer, region, "Region"),
  F (customer, tenant, "Tenant"),
  F (customer, seats, "Seats"),
  F (customer, notes, "Notes for the customer"),
  F (customer, internal_notes, "Internal notes", .help = N_ ("Never in the customer’s copy")),
  F (plan, title, "Title"),
  F (plan, start, "Start", .help = N_ ("What hangs on it moves along; dates that are pinned stay")),
  F (plan, deadline, "Licence renewal"),
  F (plan, go_live, "Go-live", .below = TRUE),
  F (plan, lead, "Lead", .help = N_ ("Printed at the head")),
  F (plan, confidentiality, "Confidentiality line"),
  F (plan, summary, "Executive summary", .help = N_ ("Empty: proposed from the plan")),
  F (calendar, working_days, "Working days", .word = weekday_word),
  F (person, name, "Name"),
  F (person, role, "Role"),
  F (person, side, "Side", .word = side_word),
  F (person, organisation, "Organisation"),
  F (person, email, "E-mail"),
  F (motion, name, "Name"),
  F (motion, customer_name, "Customer name", .help = N_ ("Stands in the customer’s copy")),
  F (motion, start, "Not before"),
  F (motion, after, "After"),
  F (motion, notes, "Notes for the customer"),
  F (motion, internal_notes, "Internal notes", .help = N_ ("Never in the customer’s copy")),
  F (handover, ready, "Ready for the hand-over"),
  F (handover, notes, "Hand-over note", .help = N_ ("Never in the customer’s copy")),
  F (phase, name, "Name"),
  F (phase, customer_name, "Customer name", .help = N_ ("Stands in the customer’s copy")),
  F (phase, start, "Not before"),
  F (phase, after, "After"),
  F (phase, days, "Days without activities", .help = N_ ("Counts while there are none")),
  F (phase, exit, "Exit criteria"),
  F (phase, notes, "Notes for the customer"),
  F (phase, internal_notes, "Internal notes", .help = N_ ("Never in the customer’s copy")),
  F (activity, name, "Name"),
  F (activity, customer_name, "Customer name", .help = N_ ("Stands in the customer’s copy")),
  F (activity, owner, "Owner"),
  F (activity, roles, "Roles"),
  F (activity, status, "Status", .word = status_word),
  F (activity, reason, "Reason, for the customer"),
  F (activity, progress, "Progress in %"),
  F (activity, days, "Duration in days", .help = N_ ("0: a milestone")),
  F (activity, after, "After"),
  F (activity, start, "Not before"),
  F (activity, started, "Started"),
  F (activity, finished, "Finished"),
  F (activity, approach, "Approach", .below = TRUE),
  F (activity, workloads, "Workloads"),
  F (activity, deliverables, "Deliverables"),
  F (activity, internal, "Internal", .help = N_ ("On: never in the customer’s copy")),
  F (activity, notes, "Notes for the customer"),
  F (activity, internal_notes, "Internal notes", .help = N_ ("Never in the customer’s copy")),
  F (activity, checklist, "Checklist"),
  F (check, role, "Role"),
  F (check, owner, "Owner"),
  F (check, note, "Note", .help = N_ ("Never in the customer’s copy")),
  F (recurring, name, "Name"),
  F (recurring, customer_name, "Customer name", .help = N_ ("Stands in the customer’s copy")),
  F (recurring, owner, "Owner"),
  F (recurring, roles, "Roles"),
  F (recurring, every, "Every", .help = N_ ("P2W: two weeks; D, M and Y likewise")),
  F (recurring, first, "First on"),
  F (recurring, from, "From phase"),
  F (recurring, until, "Until phase"),
  F (recurring, health, "Only while health is", .word = health_word),
  F (recurring, done, "Held on"),
  F (recurring, internal, "Internal", .help = N_ ("On: never in the customer’s copy")),
  F (recurring, notes, "Notes for the customer"),
  F (recurring, internal_notes, "Internal notes", .help = N_ ("Never in the customer’s copy")),
  F (approach, name, "Name"),
  F (approach, customer_name, "Customer name", .help = N_ ("Stands in the customer’s copy")),
  F (approach, workloads, "Workloads"),
  F (approach, internal_notes, "Internal notes", .help = N_ ("Never in the customer’s copy")),
  F (kpi, name, "Name"),
  F (kpi, workload, "Workload"),
  F (kpi, green_above, "Green above, in %"),
  F (kpi, yellow_above, "Yellow above, in %"),
  F (stage, name, "Name"),
  F (enabler, kind, "Kind", .word = enabler_word),
  F (enabler, state, "State", .word = enabler_state_word),
  F (enabler, notes, "Notes for the customer"),
  F (adoption_item, text, "Text"),
  F (adoption_item, owner, "Owner"),
  F (adoption_item, due, "Due"),
  F (adoption_item, done, "Done"),
  F (adoption_item, evidence, "Evidence", .hint = evidence_hint),
  F (adoption_item, note, "Note"),
  F (adoption_item, workloads, "Workloads"),
  F (adoption_item, internal, "Internal", .help = N_ ("Never in the customer’s copy")),
  F (entry, kind, "Kind", .word = entry_kind_word),
  F (entry, title, "Title"),
  F (entry, severity, "Severity", .word = severity_word),
  F (entry, owner, "Owner"),
  F (entry, due, "Due"),
  F (entry, status, "Status", .word = entry_status_word),
  F (entry, response, "Answer or decision"),
  F (entry, activity, "Holds up", .below = TRUE),
  F (entry, workload, "Workload"),
  F (entry, internal, "Internal", .help = N_ ("Never in the customer’s copy")),
  F (entry, internal_notes, "Internal notes", .help = N_ ("Never in the customer’s copy")),
  F (note, date, "Date"),
  F (note, kind, "Kind", .below = TRUE),
  F (note, author, "Author"),
  F (note, workload, "Workload"),
  F (note, text, "Text"),
  F (note, next_action, "Next action"),
  F (note, next_on, "On"),
  F (note, next_owner, "Owner"),
  F (note, next_done, "Done"),
  F (note, internal, "Internal", .help = N_ ("On: only for us; off: the customer reads it")),
  F (meeting, title, "Title"),
  F (meeting, date, "Date"),
  F (meeting, kind, "Kind", .below = TRUE),
  F (meeting, attendees, "Attendees"),
  F (meeting, decisions, "Decisions"),
  F (meeting, notes, "Notes for the customer"),
  F (meeting, internal_notes, "Internal notes", .help = N_ ("Never in the customer’s copy")),
  F (meeting, internal, "Internal", .help = N_ ("Never in the customer’s copy")),
  F (workload, name, "Name"),
  F (workload, unit, "Counted in", .word = unit_word),
  F (workload, entitled, "Entitled"),
  F (workload, target, "Usage target in %"),
  F (workload, notes, "Notes for the customer"),
  F (workload, internal_notes, "Internal notes", .help = N_ ("Never in the customer’s copy")),
  F (slice, name, "Part", .help = N_ ("Such as a country; empty: all")),
  F (slice, seats, "Seats"),
  F (slice, since, "Since"),
  F (slice, intent_note, "Intent, in one or two sentences"),
  F (slice, owner, "Who removes the block", .below = TRUE),
  F (slice, next_action, "Next action, never in the customer’s copy"),
  F (slice, next_on, "Next action on"),
  F (slice, unblock_by, "Unblocked by"),
  F (slice, notes, "Notes for the customer"),
  F (slice, internal_notes, "Internal notes", .help = N_ ("Never in the customer’s copy")),
  F (slice, status, "Status", .word = slice_status_word),
  F (slice, deploy_by, "Target date"),
  F (slice, intent, "Intent", .word = intent_word),
  F (slice, business_reason, "Business reason", .below = TRUE),
  F (slice, success_owner, "Success owner", .below = TRUE),
};

const TwFieldLook *
tw_field_look (const TwRecordType *type, const char *member)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (looks[i].type == type && g_str_equal (looks[i].member, member))
      return &looks[i];
  g_return_val_if_reached (&looks[0]);
}

const char *
tw_field_look_label (const TwFieldLook *look)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "field", look->label);
}

char *
tw_field_look_title (const TwFieldLook *look, TwViewState *state, gpointer record)
{
  const char *label = tw_field_look_label (look), *hint = NULL;

  if (look->hint != NULL && record != NULL
      && tw_record_get (record, tw_record_type_field (look->type, look->member)).string == NULL)
    hint = look->hint (state, record);
  return hint != NULL
             ? g_strdup_printf (C_ ("member, what would be a value", "%s: %s"), label, hint)
             : g_strdup (label);
}

const char *
tw_field_record_name (const TwRecordType *type, const char *id, gpointer record)
{
  const TwField *key = type->key != NULL ? tw_record_type_field (type, type->key) : NULL;

  if (key != NULL && key->type == TW_FIELD_WORD)
    return tw_field_look (type, key->name)->word (tw_field_word (key, id));
  return record != NULL ? tw_record_name (record) : NULL;
}

const char *
tw_field_look_help (const TwFieldLook *look)
{
  return look->help != NULL ? _ (look->help) : NULL;
}

/* --- choices --- */

static gboolean
is_absent_a_choice (const TwField *field)
{
  return field->type == TW_FIELD_WORD ? field->standard == TW_WORD_NONE && !field->required
                                      : field->type == TW_FIELD_REF || field->type == TW_FIELD_LINE;
}

int
tw_field_choice_word (const TwField *field, guint at)
{
  return is_absent_a_choice (field) ? (int) at - 1 : (int) at;
}

/* Assess – Customer Health */
static char *
full_name (TwIndex *index, TwNode *node)
{
  const char *name = tw_record_name (node->record);

  return node->parent >= 0 ? g_strdup_printf (
             "%s – %s", name, tw_record_name (tw_index_node (index, (guint) node->parent)->record))
                           : g_strdup (name);
}

/* Whether one of the two is in the other, or is it. */
static gboolean
is_in_line (TwIndex *index, int one, guint other)
{
  if (one < 0)
    return FALSE;
  return (guint) one < other ? other < tw_index_node (index, (guint) one)->end
                             : (guint) one < tw_index_node (index, other)->end;
}

/* Activities are told apart by their phase. What itself is in, or what is in it, is no choice. */
static void
add_nodes (TwIndex *index, TwKind kinds, const char *itself, const char *motion, GPtrArray *choices)
{
  int own = itself != NULL ? tw_index_find (index, itself) : -1;

  for (guint i = 0; i < tw_index_n_nodes (index); i++)
    {
      TwNode *node = tw_index_node (index, i);
      g_autofree char *name = full_name (index, node);

      if ((node->kind & kinds) == 0 || is_in_line (index, own, i))
        continue;
      if (motion != NULL && node->parent >= 0
          && !g_str_equal (tw_index_node (index, (guint) node->parent)->id, motion))
        continue;
      tw_choices_add (choices, node->id, name, NULL);
    }
}

static void
add_records (TwPlan *plan, TwKind kinds, GPtrArray *choices)
{
  TwList *const lists[] = { plan->people, plan->workloads, plan->approaches, plan->register_ };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    TW_FOREACH (TwRecord, record, lists[i])
      if ((record->type->kind & kinds) != 0)
        tw_choices_add (choices, tw_record_key (record, (char[TW_DATE_LENGTH]){ 0 }),
                        tw_record_name (record), record);
}

static void
add_catalogue (TwPlaybook *playbook, int kind, GPtrArray *choices)
{
  if (kind == TW_WORD_ROLE)
    TW_FOREACH (TwPbRole, role, playbook->roles)
      tw_choices_add (choices, role->id, role->name, NULL);
  else if (kind == TW_WORD_BUSINESS_REASON)
    TW_FOREACH (TwPbWord, word, playbook->business_reasons)
      tw_choices_add (choices, word->id, word->name, NULL);
  else if (kind == TW_WORD_NOTE_TYPE)
    TW_FOREACH (TwPbNoteType, type, playbook->note_types)
      tw_choices_add (choices, type->id, type->name, NULL);
  else if (kind == TW_WORD_MEETING)
    TW_FOREACH (TwPbMeeting, meeting, playbook->meetings)
      tw_choices_add (choices, meeting->id, meeting->name, NULL);
}

GPtrArray *
tw_field_choices (TwViewState *state, const TwFieldLook *look, const TwField *field, const char *id,
                  const char *has)
{
  TwDocument *document = tw_view_state_document (state);
  TwIndex *index = tw_schedule_index (tw_document_schedule (document));
  TwPlaybook *playbook = tw_document_playbook (document);
  GPtrArray *choices = tw_choices_new ();
  TwMotion *motion = NULL;

  if (is_absent_a_choice (field))
    tw_choices_add (choices, NULL,
                    (field->refers_to & TW_KIND_PERSON) != 0 ? C_ ("owner", "Nobody")
                                                             : C_ ("choice", "None"),
                    NULL);
  for (int i = 0; field->type == TW_FIELD_WORD && field->words[i] != NULL; i++)
    tw_choices_add (choices, field->words[i], look->word (i), NULL);
  if (look->type == &tw_recurring_type && id != NULL)
    tw_index_recurring (index, id, &motion);
  if ((field->refers_to & TW_KIND_NODE) != 0)
    add_nodes (index, field->refers_to, id, motion != NULL ? motion->id : NULL, choices);
  add_records (tw_document_plan (document), field->refers_to, choices);
  /* Of the register, what a meeting decides. */
  for (guint i = choices->len; i-- > 0;)
    {
      TwRecord *record = ((TwChoice *) choices->pdata[i])->record;

      if (tw_record_is (record, &tw_entry_type) && ((TwEntry *) record)->kind != TW_ENTRY_DECISION)
        g_ptr_array_remove_index (choices, i);
    }
  if (field->catalogue > 0)
    {
      add_catalogue (playbook, field->catalogue - 1, choices);
      if (has != NULL && tw_choices_find (choices, has) < 0)
        tw_choices_add (choices, has,
                        tw_playbook_name (playbook, (TwWordKind) (field->catalogue - 1), has),
                        NULL);
    }
  return choices;
}

/* The name of a node, with that of what it is in where that isn't what of is in. */
static char *
node_name (TwIndex *index, int number, const char *of)
{
  TwNode *node = tw_index_node (index, (guint) number);
  int own = tw_index_find (index, of);

  if (node->parent < 0 || (own >= 0 && tw_index_node (index, (guint) own)->parent == node->parent))
    return g_strdup (tw_record_name (node->record));
  return full_name (index, node);
}

/* The name of what a list of the record called of refers to, or holds. */
static char *
token_name (TwViewState *state, const TwField *field, const char *id, const char *of)
{
  TwDocument *document = tw_view_state_document (state);
  TwIndex *index = tw_schedule_index (tw_document_schedule (document));
  g_autoptr (GPtrArray) records = tw_choices_new ();
  int at = (field->refers_to & TW_KIND_NODE) != 0 ? tw_index_find (index, id) : -1;

  if (at >= 0)
    return node_name (index, at, of);
  if (field->catalogue > 0)
    return g_strdup (tw_playbook_name (tw_document_playbook (document),
                                       (TwWordKind) (field->catalogue - 1), id));
  add_records (tw_document_plan (document), field->refers_to, records);
  at = tw_choices_find (records, id);
  return g_strdup (at >= 0 ? ((TwChoice *) records->pdata[at])->name : id);
}

void
tw_field_add_tokens (TwViewState *state, const TwFieldLook *look, const TwField *field,
                     const char *id, TwList *list, GPtrArray *choices)
{
  TwIndex *index = tw_schedule_index (tw_document_schedule (tw_view_state_document (state)));
  int number = list == NULL && look->type == &tw_phase_type ? tw_index_find (index, id) : -1;
  const char *implied = number >= 0 ? tw_index_phase_before (index, (guint) number) : NULL;

  if (implied != NULL && tw_choices_find (choices, implied) < 0)
    {
      g_autofree char *before = token_name (state, field, implied, id);
      g_autofree char *name = g_strdup_printf (_ ("%s (order of phases)"), before);

      tw_choices_add (choices, implied, name, NULL);
    }
  TW_FOREACH (char, one, list)
    if (tw_choices_find (choices, one) < 0)
      {
        g_autofree char *name = token_name (state, field, one, id);

        tw_choices_add (choices, one, name, NULL);
      }
}
