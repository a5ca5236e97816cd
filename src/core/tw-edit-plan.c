/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-edit-plan.h"
#include "tw-edit.h"
#include "tw-rewrite.h"
#include "tw-words.h"

/* --- moving --- */

typedef struct
{
  TwWorkdays *workdays;
  TwDate from; /* what lies before it stays */
  int n;       /* working days */
} Move;

/* The date of a record that moves, or NULL: what is done, closed or held stays. */
static const TwField *
date_field (TwRecord *record)
{
  static const struct
  {
    const TwRecordType *type;
    const char *member;
  } dates[] = {
    { &tw_motion_type, "start" },      { &tw_phase_type, "start" },
    { &tw_activity_type, "start" },    { &tw_recurring_type, "first" },
    { &tw_adoption_item_type, "due" }, { &tw_entry_type, "due" },
    { &tw_slice_type, "deploy_by" },
  };

  if ((record->type == &tw_activity_type
       && (((TwActivity *) record)->started != TW_DATE_NONE
           || ((TwActivity *) record)->finished != TW_DATE_NONE))
      || (record->type == &tw_adoption_item_type
          && ((TwAdoptionItem *) record)->done != TW_DATE_NONE)
      || (record->type == &tw_entry_type && ((TwEntry *) record)->status == TW_ENTRY_CLOSED))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    if (dates[i].type == record->type)
      return tw_record_type_field (record->type, dates[i].member);
  return NULL;
}

static gboolean
moves (TwRecord *record, gpointer data)
{
  const TwField *field = date_field (record);

  return field != NULL && tw_record_get (record, field).date != TW_DATE_NONE
         && tw_record_get (record, field).date >= ((Move *) data)->from;
}

static void
move (TwRecord *copy, gpointer data)
{
  Move *self = data;
  const TwField *field = date_field (copy);
  TwDate date = tw_workdays_on_or_after (self->workdays, tw_record_get (copy, field).date);

  date = tw_workdays_advance (self->workdays, date, self->n);
  tw_record_set (copy, field, (TwValue){ .date = CLAMP (date, TW_DATE_MIN, TW_DATE_MAX) });
}

static TwPlan *
move_dates (TwPlan *plan, TwWorkdays *workdays, TwDate from, int n)
{
  Move self = { workdays, from, n };
  TwRewrite rewrite = { .changes = moves, .change = move, .data = &self };

  return n != 0 ? tw_record_rewrite (plan, &rewrite) : tw_plan_ref (plan);
}

static TwPlan *
set_start (TwPlan *plan, TwDate to, GError **error)
{
  return tw_plan_set (plan, &(TwPlace){ 0 }, tw_record_type_field (&tw_plan_type, "start"),
                      (TwValue){ .date = to }, error);
}

static int
days_between (TwWorkdays *workdays, TwDate from, TwDate to)
{
  return tw_workdays_between (workdays, tw_workdays_on_or_after (workdays, from),
                              tw_workdays_on_or_after (workdays, to));
}

gboolean
tw_edit_can_move_from (TwIndex *index, guint number)
{
  for (guint i = number; i < tw_index_node (index, number)->end; i++)
    {
      TwNode *node = tw_index_node (index, i);

      if (node->kind == TW_KIND_ACTIVITY
              ? node->started == TW_DATE_NONE && node->finished == TW_DATE_NONE
              : node->kind == TW_KIND_PHASE && node->end == i + 1)
        return TRUE;
    }
  return FALSE;
}

static TwPlan *
move_from_gate (TwSchedule *schedule, const char *gate, TwDate to, TwDate today, GError **error)
{
  TwIndex *index = tw_schedule_index (schedule);
  TwWorkdays *workdays = tw_schedule_workdays (schedule);
  int number = tw_index_find (index, gate);
  TwRecord *record = number >= 0 ? tw_index_node (index, (guint) number)->record : NULL;
  g_autoptr (TwPlan) moved = NULL;
  g_autoptr (TwSchedule) after = NULL;
  TwDate start, earliest;

  if (record == NULL || !tw_edit_can_move_from (index, (guint) number))
    {
      g_set_error (error, TW_ERROR, TW_ERROR_REFUSED,
                   record == NULL ? _ ("There is no “%s” in this plan")
                                  : _ ("“%s” has begun; choose what comes after it"),
                   record == NULL ? gate : tw_record_name (record));
      return NULL;
    }
  start = tw_schedule_span (schedule, (guint) number)->start;
  tw_schedule_holder (schedule, (guint) number, &earliest);
  to = MAX (to, earliest);
  moved = move_dates (tw_schedule_plan (schedule), workdays, MAX (today, start),
                      days_between (workdays, start, to));
  /* Its own pin stays only where it does something. */
  after = tw_schedule_new (moved, error);
  return after != NULL ? tw_edit_member (after, record->type, gate, "start",
                                         (TwValue){ .date = to }, today, NULL, error)
                       : NULL;
}

TwPlan *
tw_edit_move_plan (TwSchedule *schedule, const char *gate, TwDate to, TwDate today, GError **error)
{
  TwPlan *plan = tw_schedule_plan (schedule);
  TwWorkdays *workdays = tw_schedule_workdays (schedule);
  g_autoptr (TwPlan) moved = NULL;
  g_autoptr (TwSchedule) after = NULL;

  if (gate != NULL)
    moved = move_from_gate (schedule, gate, to, today, error);
  else
    {
      g_autoptr (TwPlan) dates
          = move_dates (plan, workdays, today, days_between (workdays, plan->start, to));

      moved = set_start (dates, to, error);
    }
  after = moved != NULL ? tw_schedule_new (moved, error) : NULL;
  return after != NULL ? g_steal_pointer (&moved) : NULL;
}

/* --- in sentences --- */

static char *
describe (const char *name, TwDate from, TwDate to)
{
  int month, to_month, year, to_year, day;
  g_autofree char *was = NULL, *will = NULL;

  tw_date_split (from, &year, &month, &day);
  tw_date_split (to, &to_year, &to_month, NULL);
  will = tw_words_date (to, year == to_year ? TW_DATE_MEDIUM : TW_DATE_LONG);
  if (year == to_year && month == to_month)
    /* What moves, within one month: the day, and the other date. */
    return g_strdup_printf (_ ("%s moves from %d to %s"), name, day, will);
  was = tw_words_date (from, year == to_year ? TW_DATE_MEDIUM : TW_DATE_LONG);
  /* What moves, and two dates. */
  return g_strdup_printf (_ ("%s moves from %s to %s"), name, was, will);
}

GStrv
tw_edit_describe_move (TwSchedule *before, TwSchedule *after)
{
  TwIndex *index = tw_schedule_index (before);
  GPtrArray *lines = g_ptr_array_new ();
  TwDate was = tw_schedule_plan_span (before)->finish, will = tw_schedule_plan_span (after)->finish;

  for (guint i = 0; i < tw_index_n_nodes (index); i++)
    {
      TwNode *node = tw_index_node (index, i);
      const TwSpan *old = tw_schedule_span (before, i), *now = tw_schedule_find (after, node->id);

      if (node->kind == TW_KIND_PHASE && old->counts && now != NULL && now->start != old->start)
        g_ptr_array_add (lines,
                         describe (((TwPhase *) node->record)->name, old->start, now->start));
    }
  if (was != will)
    g_ptr_array_add (lines, describe (_ ("The end of the plan"), was, will));
  g_ptr_array_add (lines, NULL);
  return (GStrv) g_ptr_array_free (lines, FALSE);
}

/* --- names of people and of the customer in texts --- */

typedef struct
{
  GPtrArray *patterns; /* GRegex */
  GPtrArray *stand_ins;
} Names;

static void
add_name (Names *names, const char *name, const char *stand_in)
{
  g_autofree char *escaped = g_regex_escape_string (name, -1);
  g_autofree char *whole = g_strdup_printf ("(?<!\\w)%s(?!\\w)", escaped);

  g_ptr_array_add (names->patterns, g_regex_new (whole, G_REGEX_CASELESS, 0, NULL));
  g_ptr_array_add (names->stand_ins, g_strdup (stand_in));
}

static char *
replace_names (Names *names, const char *text)
{
  char *result = g_strdup (text);

  for (guint i = 0; i < names->patterns->len; i++)
    {
      char *next = g_regex_replace_literal (names->patterns->pdata[i], result, -1, 0,
                                            names->stand_ins->pdata[i], 0, NULL);

      if (next != NULL)
        {
          g_free (result);
          result = next;
        }
    }
  return result;
}

static gboolean
is_any (TwRecord *record G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  return TRUE;
}

static void
replace_lines (Names *names, TwRecord *copy, const TwField *field)
{
  GPtrArray *lines = g_ptr_array_new ();
  g_autoptr (TwList) list = NULL;

  TW_FOREACH (char, line, tw_record_get (copy, field).list)
    {
      g_autofree char *text = replace_names (names, line);

      if (!g_ptr_array_find_with_equal_func (lines, text, g_str_equal, NULL))
        g_ptr_array_add (lines, g_ref_string_new (text));
    }
  list = tw_list_new_take (TW_FIELD_LINES, lines);
  tw_record_set (copy, field, (TwValue){ .list = list });
}

/* Only in what people wrote: an id of the playbook may be a name, too. */
static void
replace_in (TwRecord *copy, gpointer data)
{
  static const char *const members[] = { "name", "customer_name", "text", "title" };
  const TwField *lines = tw_record_type_field (copy->type, "deliverables");

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const TwField *field = tw_record_type_field (copy->type, members[i]);
      char *old = field != NULL ? tw_record_get (copy, field).string : NULL;
      g_autofree char *text = old != NULL ? replace_names (data, old) : NULL;

      if (text != NULL)
        tw_record_set (copy, field, (TwValue){ .string = text });
    }
  if (lines != NULL)
    replace_lines (data, copy, lines);
}

TwPlan *
tw_edit_without_names (TwPlan *plan, const char *customer)
{
  g_autoptr (GPtrArray) patterns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);
  g_autoptr (GPtrArray) stand_ins = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *bare = tw_words_customer (plan);
  Names names = { patterns, stand_ins };
  TwRewrite rewrite = { .changes = is_any, .change = replace_in, .data = &names };

  add_name (&names, plan->customer->name, customer);
  add_name (&names, bare, customer);
  TW_FOREACH (TwPerson, person, plan->people)
    add_name (&names, person->name, C_ ("stands for the name of a person", "N. N."));
  return tw_record_rewrite (plan, &rewrite);
}

/* --- copying --- */

/* What a copy for somebody else keeps of each record; of a type that isn't named, all that is
 * known. */
static const struct
{
  const TwRecordType *type;
  const char *members;
} kept[] = {
  { &tw_plan_type, " format version id title playbook playbook_edition start go_live language "
                   "customer calendar workloads motions approaches adoption " },
  { &tw_customer_type, " name " },
  { &tw_workload_type, " id kind name unit target slices " },
  { &tw_slice_type, " id " },
  { &tw_motion_type, " id kind name customer_name start after handover phases recurring " },
  { &tw_handover_type, " ready " },
  { &tw_phase_type, " id kind name customer_name start after days exit activities " },
  { &tw_activity_type, " id kind name customer_name days start after roles approach workloads "
                       "deliverables checklist internal " },
  { &tw_check_type, " id kind text mandatory role internal " },
  { &tw_recurring_type, " id kind name customer_name every first from until roles health "
                        "internal " },
  { &tw_approach_type, " id kind name customer_name workloads kpis " },
  { &tw_kpi_type, " id kind name workload green_above yellow_above " },
  { &tw_stage_type, " id kind name checklist " },
  { &tw_adoption_item_type, " id kind text role due workloads internal " },
};

static gboolean
is_kept (const TwField *field, const char *members)
{
  g_autofree char *word = g_strdup_printf (" %s ", field->name);

  return strstr (members, word) != NULL;
}

static void
forget (TwRecord *copy, gpointer data G_GNUC_UNUSED)
{
  TwRecord *blank = tw_record_new (copy->type);

  g_clear_pointer (&copy->unknown, json_node_unref);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    for (guint j = 0; kept[i].type == copy->type && j < copy->type->n_fields; j++)
      if (!is_kept (&copy->type->fields[j], kept[i].members))
        tw_record_set (copy, &copy->type->fields[j], tw_record_get (blank, &copy->type->fields[j]));
  tw_record_unref (blank);
  /* One slice is what is known of a new customer's workload. */
  if (copy->type == &tw_workload_type && tw_list_n (((TwWorkload *) copy)->slices) > 1)
    {
      TwWorkload *workload = (TwWorkload *) copy;
      gpointer first = tw_record_ref (workload->slices->items[0]);

      tw_list_unref (workload->slices);
      workload->slices = tw_list_new (TW_FIELD_LIST, &first, 1);
    }
}

TwPlan *
tw_edit_copy_for (TwPlan *plan, const char *customer, TwDate start, GError **error)
{
  TwRewrite rewrite = { .changes = is_any, .change = forget };
  g_autoptr (TwPlan) named = NULL, blank = NULL;
  g_autoptr (TwSchedule) schedule = NULL;
  g_autofree char *id = g_uuid_string_random ();
  char *complaint = tw_field_complaint (tw_record_type_field (&tw_customer_type, "name"),
                                        (TwValue){ .string = (char *) customer });

  if (complaint != NULL)
    {
      g_set_error_literal (error, TW_ERROR, TW_ERROR_REFUSED, complaint);
      g_free (complaint);
      return NULL;
    }
  named = tw_edit_without_names (plan, customer);
  blank = tw_record_rewrite (named, &rewrite);
  /* All of it was copied just now, and nobody else has seen it. */
  tw_id_set (&blank->id, id);
  tw_string_set (&blank->customer->name, customer);
  schedule = tw_schedule_new (blank, error);
  return schedule != NULL ? tw_edit_if_sound (
             tw_edit_move_plan (schedule, NULL, start, TW_DATE_NONE, error), error)
                          : NULL;
}
