/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-check.h"
#include "tw-edit.h"
#include "tw-words.h"
#include "tw-workloads.h"

#define HAND_OVER_DAYS 30
#define NOTE_GAP_DAYS 21
/* The type of the note of which a slice keeps the text. */
#define SERVICE_INTENT "service-intent"

typedef struct
{
  TwFacts *facts;
  TwPlan *plan;
  TwDate today;
  const char *id, *where; /* the one finding whose remedy is wanted, or NULL */
  TwPlan *mended;         /* the plan with it */
  TwPlace place;          /* of the record being looked at */
  GPtrArray *findings;
  GPtrArray *internal_names; /* names that the customer mustn't read */
  GHashTable *words;         /* every id of the playbook */
} Checker;

static void
finding_free (gpointer data)
{
  TwFinding *finding = data;

  g_free (finding->sentence);
  g_free (finding->remedy);
  g_free (finding);
}

G_GNUC_PRINTF (4, 5)
static TwFinding *
find (Checker *checker, gpointer record, const char *id, const char *format, ...)
{
  TwFinding *finding = g_new0 (TwFinding, 1);
  va_list arguments;

  va_start (arguments, format);
  finding->sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  finding->id = id;
  finding->place = checker->place;
  finding->record = record;
  g_ptr_array_add (checker->findings, finding);
  return finding;
}

/* Names the remedy of a finding; TRUE if it is to be made, too. */
static gboolean
mends (Checker *checker, TwFinding *finding, const char *remedy)
{
  g_autofree char *place = NULL;

  finding->remedy = g_strdup (remedy);
  if (checker->mended != NULL || g_strcmp0 (finding->id, checker->id) != 0)
    return FALSE;
  place = tw_place_to_string (&finding->place);
  return g_str_equal (place, checker->where);
}

/* --- notes --- */

/* Between two sentences stand a stop, a blank and a letter that isn't a small one: "approx. ten"
 * is one. */
static int
count_sentences (const char *text)
{
  int n = 1;
  gunichar before = 0;
  gboolean parted = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (g_unichar_isspace (letter))
        {
          parted = TRUE;
          continue;
        }
      if (parted && (before == '.' || before == '!' || before == '?' || before == 0x2026)
          && g_unichar_isalpha (letter) && !g_unichar_islower (letter))
        n++;
      before = letter;
      parted = FALSE;
    }
  return n;
}

void
tw_check_note (TwPlaybook *playbook, const char *type, const char *text, TwNoteCheck *check)
{
  TwPbNoteType *own = tw_playbook_note_type (playbook, type);
  g_autofree char *lower = g_utf8_strdown (text, -1);

  *check = (TwNoteCheck){ .sentences = count_sentences (text),
                          .most = own != NULL ? MAX (own->max_sentences, 0) : 0,
                          .vague = g_ptr_array_new () };
  TW_FOREACH (char, word, own != NULL ? own->avoid : NULL)
    {
      g_autofree char *small = g_utf8_strdown (word, -1);
      g_autofree char *escaped = g_regex_escape_string (small, -1);
      g_autofree char *pattern = g_strdup_printf ("\\b%s\\b", escaped);

      if (g_regex_match_simple (pattern, lower, 0, 0))
        g_ptr_array_add (check->vague, word);
    }
}

static void
check_note (Checker *checker, TwNote *note)
{
  TwPlaybook *playbook = tw_facts_playbook (checker->facts);
  const char *type = tw_playbook_name (playbook, TW_WORD_NOTE_TYPE, note->kind);
  g_autofree char *date = tw_words_date_near (note->date, checker->today, FALSE);
  TwNoteCheck own;

  tw_check_note (playbook, note->kind, note->text, &own);
  if (own.most > 0 && own.sentences > own.most)
    find (checker, note, "note-length",
          _ ("The note “%s” of %s has %d sentences; at most %d are asked for"), type, date,
          own.sentences, own.most);
  for (guint i = 0; i < own.vague->len; i++)
    find (checker, note, "vague-words", _ ("The note “%s” of %s says “%s”: say what is so"), type,
          date, (char *) own.vague->pdata[i]);
  g_ptr_array_unref (own.vague);
}

/* What a workload's intent is, and why. */
static void
check_intent_note (Checker *checker, TwWorkload *workload, TwSlice *slice)
{
  TwNoteCheck own;

  tw_check_note (tw_facts_playbook (checker->facts), SERVICE_INTENT, slice->intent_note, &own);
  if (own.most > 0 && own.sentences > own.most)
    find (checker, slice, "note-length",
          _ ("The intent note of %s has %d sentences; at most %d are asked for"), workload->name,
          own.sentences, own.most);
  for (guint i = 0; i < own.vague->len; i++)
    find (checker, slice, "vague-words", _ ("The intent note of %s says “%s”: say what is so"),
          workload->name, (char *) own.vague->pdata[i]);
  g_ptr_array_unref (own.vague);
}

/* --- workloads --- */

static void
check_slice_in_progress (Checker *checker, TwWorkload *workload, TwSlice *slice)
{
  g_autofree char *missing = tw_words_dibs_missing (tw_slice_dibs (slice));

  if (missing != NULL)
    find (checker, slice, "dibs-gap", _ ("%s is in progress without: %s"), workload->name, missing);
  if (slice->engagement_start == TW_DATE_NONE)
    find (checker, slice, "start-missing", _ ("%s is in progress without an engagement start date"),
          workload->name);
  else if (slice->deploy_by != TW_DATE_NONE && slice->engagement_start >= slice->deploy_by)
    find (checker, slice, "start-after-target",
          _ ("The engagement start of %s doesn’t lie before its target date"), workload->name);
  if (slice->engagement_start >= checker->today
      && slice->engagement_start <= checker->today + HAND_OVER_DAYS)
    {
      g_autofree char *date = tw_words_date_near (slice->engagement_start, checker->today, FALSE);

      find (checker, slice, "start-near", _ ("The engagement start of %s is on %s: hand over now"),
            workload->name, date);
    }
}

static void
check_slice (Checker *checker, TwWorkload *workload, TwSlice *slice)
{
  g_autofree char *blocked
      = slice->status == TW_SLICE_BLOCKED ? tw_words_slice_missing (slice) : NULL;

  if (slice->status == TW_SLICE_IN_PROGRESS)
    check_slice_in_progress (checker, workload, slice);
  if (blocked != NULL)
    find (checker, slice, "blocked-incomplete", _ ("%s is blocked, and lacks %s"), workload->name,
          blocked);
  if (slice->status == TW_SLICE_UNKNOWN && slice->next_action == NULL
      && slice->since != TW_DATE_NONE)
    find (checker, slice, "unknown-no-action",
          _ ("The status of %s is unknown, and there is no next action"), workload->name);
  if (slice->intent_note != NULL)
    check_intent_note (checker, workload, slice);
}

/* The last part takes what the others leave, where they leave something. */
static void
mend_seats (Checker *checker, TwFinding *finding, TwWorkload *workload, gint64 seats)
{
  TwSlice *last = workload->slices->items[workload->slices->n - 1];
  gint64 rest = workload->entitled - (seats - last->seats);
  g_autofree char *number = NULL;
  g_autofree char *remedy = NULL;

  if (rest < 0)
    return;
  number = tw_words_seats ((int) rest);
  remedy = g_strdup_printf (C_ ("remedy: part, seats", "%s: %s"),
                            last->name != NULL ? last->name : _ ("The last part"), number);
  if (mends (checker, finding, remedy))
    checker->mended = tw_plan_set_by_id (checker->plan, &tw_slice_type, last->id, "seats",
                                         (TwValue){ .number = (int) rest }, NULL);
}

static void
check_workload (Checker *checker, TwWorkload *workload)
{
  gint64 seats = 0;
  gboolean known = workload->entitled > 0 && tw_list_n (workload->slices) > 0;

  TW_FOREACH (TwSlice, slice, workload->slices)
    {
      if (slice->seats == TW_INT_NONE)
        known = FALSE;
      else
        seats += slice->seats;
    }
  if (known && seats != workload->entitled)
    {
      g_autofree char *sum = tw_words_number (seats);
      g_autofree char *all = tw_words_number (workload->entitled);

      mend_seats (checker,
                  find (checker, workload, "seats-split",
                        _ ("The parts of %s add up to %s of %s seats"), workload->name, sum, all),
                  workload, seats);
    }
}

/* --- motions --- */

static gboolean
has_open_mandatory (TwList *checks)
{
  TW_FOREACH (TwCheck, check, checks)
    if (check->mandatory && check->done == TW_DATE_NONE)
      return TRUE;
  return FALSE;
}

/* What falls on a day that isn't worked moves to the next one that is. */
static void
mend_day (Checker *checker, TwFinding *finding, const char *member, TwDate date)
{
  TwDate day
      = tw_workdays_on_or_after (tw_schedule_workdays (tw_facts_schedule (checker->facts)), date);
  g_autofree char *text = tw_words_date_near (day, checker->today, FALSE);
  g_autofree char *remedy = g_strdup_printf (_ ("Move to %s"), text);

  if (mends (checker, finding, remedy))
    checker->mended
        = tw_plan_set (checker->plan, &checker->place,
                       tw_record_type_field (((TwRecord *) finding->record)->type, member),
                       (TwValue){ .date = day }, NULL);
}

static void
check_pin (Checker *checker, guint node, gpointer record, TwDate pin)
{
  TwSchedule *schedule = tw_facts_schedule (checker->facts);
  TwDate earliest;
  g_autofree char *date = NULL;
  TwFinding *finding;

  if (pin == TW_DATE_NONE)
    return;
  tw_schedule_holder (schedule, node, &earliest);
  date = tw_words_date_near (pin, checker->today, FALSE);
  if (pin <= earliest)
    {
      finding = find (checker, record, "pin-ineffective",
                      _ ("“%s” is set to start not before %s, but can’t start earlier anyhow"),
                      tw_record_name (record), date);
      if (mends (checker, finding, _ ("Remove the date")))
        checker->mended = tw_plan_set (checker->plan, &checker->place,
                                       tw_record_type_field (((TwRecord *) record)->type, "start"),
                                       (TwValue){ .date = TW_DATE_NONE }, NULL);
    }
  if (!tw_workdays_is_working (tw_schedule_workdays (schedule), pin))
    {
      finding = find (checker, record, "on-day-off",
                      _ ("“%s” is set to start on %s, which isn’t worked"), tw_record_name (record),
                      date);
      mend_day (checker, finding, "start", pin);
    }
}

static TwPlan *
tick_mandatory (TwPlan *plan, TwList *checks, TwDate today)
{
  TwPlan *ticked = tw_plan_ref (plan);

  TW_FOREACH (TwCheck, check, checks)
    if (check->mandatory && check->done == TW_DATE_NONE)
      {
        g_autoptr (TwPlan) before = ticked;

        ticked = tw_edit_tick (before, &tw_check_type, check->id, TRUE, today, NULL);
      }
  return ticked;
}

static void
check_activity (Checker *checker, guint node, TwActivity *activity)
{
  const TwNodeFacts *own = tw_facts_node (checker->facts, node);
  gboolean open = own->state != TW_STATUS_DONE && own->state != TW_STATUS_SKIPPED;
  TwFinding *finding;

  if (own->overdue)
    {
      g_autofree char *date
          = tw_words_date_near (tw_schedule_span (tw_facts_schedule (checker->facts), node)->finish,
                                checker->today, FALSE);

      finding = find (checker, activity, "overdue", _ ("“%s” should have finished on %s"),
                      activity->name, date);
      if (mends (checker, finding, _ ("Mark as done")))
        checker->mended = tw_edit_status (tw_facts_schedule (checker->facts), activity->id,
                                          TW_STATUS_DONE, NULL, checker->today, NULL);
    }
  if (open && tw_owner_shown (checker->plan, activity->owner, activity->roles) == NULL
      && tw_list_n (checker->plan->people) > 0)
    find (checker, activity, "no-owner", _ ("Nobody is named for “%s”"), activity->name);
  if (activity->status == TW_STATUS_DONE && has_open_mandatory (activity->checklist))
    {
      finding = find (checker, activity, "done-with-open-mandatory",
                      _ ("“%s” is done, but mandatory items of its checklist are open"),
                      activity->name);
      if (mends (checker, finding, _ ("Tick them off")))
        checker->mended = tick_mandatory (checker->plan, activity->checklist, checker->today);
    }
  if (open && activity->started == TW_DATE_NONE)
    check_pin (checker, node, activity, activity->start);
}

static void
check_nodes (Checker *checker)
{
  TwIndex *index = tw_schedule_index (tw_facts_schedule (checker->facts));

  for (guint i = 0; i < tw_index_n_nodes (index); i++)
    {
      TwNode *node = tw_index_node (index, i);

      tw_index_place (index, i, &checker->place);
      if (node->kind == TW_KIND_ACTIVITY)
        check_activity (checker, i, node->record);
      else if (node->kind == TW_KIND_PHASE)
        {
          TwPhase *phase = node->record;

          if (tw_list_n (phase->activities) == 0 && phase->days == 0)
            {
              TwFinding *finding
                  = find (checker, phase, "empty-phase", _ ("“%s” holds no activity"), phase->name);

              if (mends (checker, finding, _ ("Remove the phase")))
                checker->mended
                    = tw_edit_delete (checker->plan, &tw_phase_type, phase->id, NULL, NULL);
            }
          check_pin (checker, i, phase, phase->start);
        }
      else
        check_pin (checker, i, node->record, ((TwMotion *) node->record)->start);
    }
}

static void
check_item (Checker *checker, gpointer record, const char *text, TwDate due, TwDate done)
{
  g_autofree char *date = tw_words_date_near (due, checker->today, FALSE);

  if (tw_is_item_overdue (due, done, checker->today))
    {
      TwFinding *finding
          = find (checker, record, "item-overdue", _ ("“%s” was due on %s"), text, date);

      if (mends (checker, finding, _ ("Tick it off")))
        checker->mended = tw_plan_set (checker->plan, &checker->place,
                                       tw_record_type_field (((TwRecord *) record)->type, "done"),
                                       (TwValue){ .date = checker->today }, NULL);
    }
}

static void
check_day_off (Checker *checker, gpointer record, const char *member, TwDate date)
{
  g_autofree char *text = NULL;
  TwFinding *finding;

  if (date == TW_DATE_NONE || date < checker->today
      || tw_workdays_is_working (tw_schedule_workdays (tw_facts_schedule (checker->facts)), date))
    return;
  text = tw_words_date_near (date, checker->today, FALSE);
  finding = find (checker, record, "on-day-off", _ ("“%s” falls on %s, which isn’t worked"),
                  tw_record_name (record), text);
  mend_day (checker, finding, member, date);
}

/* --- the plan as a whole --- */

static void
check_status_notes (Checker *checker)
{
  int level = tw_facts_health (checker->facts)->level;
  TwDate newest = TW_DATE_NONE;

  if (level != TW_HEALTH_RED && level != TW_HEALTH_YELLOW)
    return;
  TW_FOREACH (TwNote, note, checker->plan->journal)
    if (g_strcmp0 (note->kind, "enterprise-status") == 0 && note->date <= checker->today)
      newest = MAX (newest, note->date);
  if (newest != TW_DATE_NONE && checker->today > newest + NOTE_GAP_DAYS)
    find (checker, checker->plan, "status-note-gap",
          _ ("The last status note was %d days ago; a red or yellow customer has one every "
             "%d days"),
          (int) (checker->today - newest), NOTE_GAP_DAYS);
}

static void
check_plan (Checker *checker)
{
  int spare = tw_schedule_spare (tw_facts_schedule (checker->facts));

  checker->place.depth = 0;
  if (spare != TW_SLACK_NONE && spare < 0)
    find (checker, checker->plan, "past-deadline",
          g_dngettext (GETTEXT_PACKAGE, "The plan ends %d working day after the licence renewal",
                       "The plan ends %d working days after the licence renewal", (gulong) -spare),
          -spare);
  check_status_notes (checker);
}

static void
collect_words (Checker *checker, TwRecord *record)
{
  const TwField *id = tw_record_type_field (record->type, "id");

  if (id != NULL)
    g_hash_table_add (checker->words, tw_record_get (record, id).string);
  for (guint i = 0; i < record->type->n_fields; i++)
    {
      const TwField *field = &record->type->fields[i];
      TwValue value = tw_record_get (record, field);

      if (field->type == TW_FIELD_LIST)
        TW_FOREACH (TwRecord, item, value.list)
          collect_words (checker, item);
      if (field->type == TW_FIELD_RECORD && value.record != NULL)
        collect_words (checker, value.record);
    }
}

/* What lines hold of the playbook. A role may be one of one's own; what the catalogue has in many
 * places (activities, items, KPIs) is looked for in all of them. */
static void
check_words (Checker *checker, TwRecord *record)
{
  for (guint i = 0; i < record->type->n_fields; i++)
    {
      const TwField *field = &record->type->fields[i];
      const char *word = field->type == TW_FIELD_LINE ? tw_record_get (record, field).string : NULL;

      if (word == NULL || field->catalogue == 0 || field->catalogue == 1 + TW_WORD_ROLE)
        continue;
      if (field->catalogue == TW_CATALOGUE_ID
              ? !g_hash_table_contains (checker->words, word)
              : !tw_playbook_knows (tw_facts_playbook (checker->facts),
                                    (TwWordKind) (field->catalogue - 1), word))
        find (checker, record, "unknown-word", _ ("The playbook doesn’t have “%s”"), word);
    }
}

/* The customer reads a text that a person wrote: it mustn't name what is internal. */
static void
check_text (Checker *checker, TwRecord *record, const char *text)
{
  for (guint i = 0; text != NULL && i < checker->internal_names->len; i++)
    if (strstr (text, checker->internal_names->pdata[i]) != NULL)
      find (checker, record, "internal-name-in-public-text",
            _ ("The text says “%s”, which the customer doesn’t read"),
            (char *) checker->internal_names->pdata[i]);
}

static void
collect_internal_names (Checker *checker, TwRecord *record)
{
  const TwField *stands_in = tw_record_type_field (record->type, "customer_name");

  if (stands_in != NULL
      && (tw_record_get (record, stands_in).string != NULL || tw_record_is_internal (record)))
    g_ptr_array_add (checker->internal_names, (gpointer) tw_record_name (record));
  for (guint i = 0; i < record->type->n_fields; i++)
    if (record->type->fields[i].type == TW_FIELD_LIST)
      TW_FOREACH (TwRecord, item, tw_record_get (record, &record->type->fields[i]).list)
        collect_internal_names (checker, item);
}

static void
check_unknown (Checker *checker, TwRecord *record)
{
  g_autoptr (GList) names = record->unknown != NULL
                                ? json_object_get_members (json_node_get_object (record->unknown))
                                : NULL;

  for (GList *name = names; name != NULL; name = name->next)
    find (checker, record, "unknown-member",
          _ ("The member “%s” is unknown to this version; it is kept, but not printed"),
          (char *) name->data);
}

/* What is looked at in every record, whatever holds it. */
static void
check_record (Checker *checker, TwRecord *record)
{
  check_unknown (checker, record);
  check_words (checker, record);
  if (record->type == &tw_workload_type)
    check_workload (checker, (TwWorkload *) record);
  else if (record->type == &tw_adoption_item_type)
    {
      TwAdoptionItem *item = (TwAdoptionItem *) record;

      check_item (checker, item, item->text, item->due, item->done);
      if (item->done == TW_DATE_NONE)
        check_day_off (checker, item, "due", item->due);
    }
  else if (record->type == &tw_note_type)
    check_note (checker, (TwNote *) record);
  else if (record->type == &tw_meeting_type)
    check_day_off (checker, record, "date", ((TwMeeting *) record)->date);
  else if (record->type == &tw_entry_type && ((TwEntry *) record)->status == TW_ENTRY_OPEN)
    check_day_off (checker, record, "due", ((TwEntry *) record)->due);
  else if (record->type == &tw_plan_type)
    check_text (checker, record, ((TwPlan *) record)->summary);
}

static void
walk (Checker *checker, TwRecord *record, TwRecord *above)
{
  check_record (checker, record);
  if (record->type == &tw_slice_type)
    check_slice (checker, (TwWorkload *) above, (TwSlice *) record);
  for (guint i = 0; i < record->type->n_fields; i++)
    {
      const TwField *field = &record->type->fields[i];
      TwStep *step = &checker->place.steps[checker->place.depth];
      TwValue value;

      if (field->of == NULL)
        continue;
      value = tw_record_get (record, field);
      *step = (TwStep){ field, 0 };
      checker->place.depth++;
      if (field->type == TW_FIELD_RECORD && value.record != NULL)
        walk (checker, value.record, record);
      if (field->type == TW_FIELD_LIST)
        for (; step->at < tw_list_n (value.list); step->at++)
          walk (checker, value.list->items[step->at], record);
      checker->place.depth--;
    }
}

/* In the order of the plan: by the steps of their places. */
static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const TwPlace *one = &(*(TwFinding *const *) a)->place;
  const TwPlace *other = &(*(TwFinding *const *) b)->place;

  for (guint i = 0; i < one->depth && i < other->depth; i++)
    {
      if (one->steps[i].field != other->steps[i].field)
        return one->steps[i].field < other->steps[i].field ? -1 : 1;
      if (one->steps[i].at != other->steps[i].at)
        return one->steps[i].at < other->steps[i].at ? -1 : 1;
    }
  return (int) one->depth - (int) other->depth;
}

static GPtrArray *
check (Checker *checker)
{
  checker->plan = tw_facts_plan (checker->facts);
  checker->today = tw_facts_today (checker->facts);
  checker->findings = g_ptr_array_new_with_free_func (finding_free);
  checker->internal_names = g_ptr_array_new ();
  checker->words = g_hash_table_new (g_str_hash, g_str_equal);
  collect_words (checker, &tw_facts_playbook (checker->facts)->record);
  collect_internal_names (checker, &checker->plan->record);
  check_plan (checker);
  walk (checker, &checker->plan->record, NULL);
  check_nodes (checker);
  g_ptr_array_sort (checker->findings, compare_findings);
  g_ptr_array_unref (checker->internal_names);
  g_hash_table_unref (checker->words);
  return checker->findings;
}

GPtrArray *
tw_check (TwFacts *facts)
{
  Checker checker = { .facts = facts };

  return check (&checker);
}

TwPlan *
tw_check_mend (TwFacts *facts, const char *id, const char *place, GError **error)
{
  Checker checker = { .facts = facts, .id = id, .where = place };

  g_ptr_array_unref (check (&checker));
  if (checker.mended != NULL)
    return checker.mended;
  g_set_error (error, TW_ERROR, TW_ERROR_REFUSED, _ ("There is nothing to mend any more"));
  return NULL;
}

/* --- what is still being made --- */

/* Working days by which the deadline comes before the end of the last Migrate, or of the plan:
 * *of names it. */
static int
days_late (TwSchedule *schedule, const char **of)
{
  TwPlan *plan = tw_schedule_plan (schedule);
  TwDate finish = tw_schedule_plan_span (schedule)->finish;

  *of = NULL;
  TW_FOREACH (TwMotion, motion, plan->motions)
    TW_FOREACH (TwPhase, phase, motion->phases)
      {
        const TwSpan *span = tw_schedule_find (schedule, phase->id);

        if (g_strcmp0 (phase->kind, "migrate") != 0 || !span->counts)
          continue;
        *of = phase->name;
        finish = span->finish;
      }
  return plan->deadline != TW_DATE_NONE
             ? -tw_workdays_between (tw_schedule_workdays (schedule), finish, plan->deadline)
             : 0;
}

/* The first holiday of the calendar within the days of an activity, or NULL. */
static const char *
holiday_in (TwSchedule *schedule, const TwSpan *span)
{
  for (TwDate day = span->start; day <= span->finish; day++)
    {
      const char *name = tw_workdays_holiday (tw_schedule_workdays (schedule), day);

      if (name != NULL)
        return name;
    }
  return NULL;
}

char *
tw_check_outlook (TwSchedule *schedule)
{
  TwIndex *index = tw_schedule_index (schedule);
  TwPlan *plan = tw_schedule_plan (schedule);
  guint n_approaches = tw_list_n (plan->approaches);
  const char *of;
  int days = days_late (schedule, &of);

  if (tw_list_n (plan->motions) == 0 && n_approaches > 0)
    return g_strdup (
        g_dngettext (GETTEXT_PACKAGE, "Without a motion the approach has nothing to do",
                     "Without a motion the approaches have nothing to do", n_approaches));
  if (days > 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "The renewal comes %d working day before %s ends",
                     "The renewal comes %d working days before %s ends", (gulong) days),
        days, of != NULL ? of : _ ("the plan"));
  for (guint i = 0; i < tw_index_n_nodes (index); i++)
    {
      TwNode *node = tw_index_node (index, i);
      TwActivity *activity = node->kind == TW_KIND_ACTIVITY ? node->record : NULL;
      const char *holiday
          = activity != NULL && activity->kind != NULL && g_str_has_suffix (activity->kind, "pilot")
                ? holiday_in (schedule, tw_schedule_span (schedule, i))
                : NULL;

      if (holiday != NULL)
        return g_strdup_printf (_ ("“%s” falls into %s"), holiday, activity->name);
    }
  return NULL;
}
