/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-words.h"

/* What is said in a line of events, changes, points and stages. */

/* Parts of a line that may be absent; takes text over. */
static void
add_part (GString *line, char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", text);
  g_free (text);
}

static void
add_person (GString *line, TwPerson *person)
{
  add_part (line, g_strdup (person != NULL ? person->name : NULL));
}

char *
tw_words_customer (TwPlan *plan)
{
  static const char *const forms[]
      = { "Ltd",  "Ltd.", "Limited", "Inc",   "Inc.", "LLC",  "plc", "PLC",  "Corp", "Corp.",
          "Co.",  "GmbH", "AG",      "SE",    "KG",   "S.A.", "SA",  "S.L.", "SL",   "S.p.A.",
          "B.V.", "N.V.", "Ltda",    "Ltda.", "AB",   "A/S",  "AS",  "Oy",   "Oyj",  "K.K." };
  const char *name = plan->customer->name, *last = strrchr (name, ' ');

  for (guint i = 0; last != NULL && last > name && i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (last + 1, forms[i]))
      return g_strndup (name, (gsize) (last - name) - (last[-1] == ',' ? 1 : 0));
  return g_strdup (name);
}

char *
tw_words_side_of (TwPlan *plan, TwPerson *person)
{
  if (person->side == TW_SIDE_CUSTOMER)
    return tw_words_customer (plan);
  return g_strdup (person->side != TW_SIDE_OURS && person->organisation != NULL
                       ? person->organisation
                       : tw_words_side (person->side));
}

char *
tw_words_names (const char *const *names, guint n, guint most)
{
  GString *text = g_string_new (NULL);
  guint shown = n <= most ? n : most - 1;

  for (guint i = 0; i < shown; i++)
    {
      if (i > 0)
        g_string_append (text, i == n - 1 ? C_ ("list", " and ") : C_ ("list", ", "));
      g_string_append (text, names[i]);
    }
  if (shown < n)
    g_string_append_printf (
        text, g_dngettext (GETTEXT_PACKAGE, " and %u more", " and %u more", n - shown), n - shown);
  return g_string_free (text, FALSE);
}

char *
tw_words_more (guint n)
{
  g_autofree char *number = tw_words_number (n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "… and %s more", "… and %s more", n),
                          number);
}

/* By how many working days the event moved since the baseline. */
static int
moved (TwFacts *facts, const TwEvent *event)
{
  const TwNodeFacts *own = event->node >= 0 ? tw_facts_node (facts, (guint) event->node) : NULL;

  if (own == NULL || !own->in_baseline)
    return 0;
  return event->kind == TW_EVENT_START ? tw_workdays_between (
             tw_schedule_workdays (tw_facts_schedule (facts)), own->baseline_start, event->date)
         : event->kind == TW_EVENT_END ? own->slip
                                       : 0;
}

gboolean
tw_event_is_moved (TwFacts *facts, const TwEvent *event)
{
  return moved (facts, event) > 0;
}

char *
tw_words_event_line (TwFacts *facts, TwEvent *event)
{
  GString *line = g_string_new (NULL);
  int days = moved (facts, event);
  g_autofree char *by = days > 0 ? tw_words_days (days) : NULL;

  add_part (line, by != NULL ? g_strdup_printf (C_ ("event", "%s, moved by %s"),
                                                tw_words_event (event), by)
                             : g_strdup (tw_words_event (event)));
  if (event->kind == TW_EVENT_SLICE_NEXT)
    add_part (line, g_strdup (((TwSlice *) event->record)->next_action));
  add_person (line, event->owner);
  return g_string_free (line, FALSE);
}

static gboolean
falls_due_before (const TwAdoptionItem *one, const TwAdoptionItem *other)
{
  TwDate due = one->due != TW_DATE_NONE ? one->due : TW_DATE_MAX;

  return due < (other->due != TW_DATE_NONE ? other->due : TW_DATE_MAX);
}

TwAdoptionItem *
tw_facts_stage_next (TwFacts *facts, guint stage)
{
  TwAdoptionItem *next = NULL;

  TW_FOREACH (TwAdoptionItem, item,
              ((TwStage *) tw_facts_plan (facts)->adoption->items[stage])->checklist)
    if (item->done == TW_DATE_NONE && (next == NULL || falls_due_before (item, next)))
      next = item;
  return next;
}

char *
tw_words_stage_next (TwFacts *facts, guint stage)
{
  TwAdoptionItem *item = tw_facts_stage_next (facts, stage);
  TwDate today = tw_facts_today (facts);
  g_autofree char *day = NULL;

  if (item == NULL)
    return NULL;
  if (tw_is_item_overdue (item->due, item->done, today))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %d day overdue",
                                         "%s, %d days overdue", today - item->due),
                            item->text, (int) (today - item->due));
  if (item->due == TW_DATE_NONE)
    return g_strdup (item->text);
  day = tw_words_date_near (item->due, today, FALSE);
  return g_strdup_printf (C_ ("adoption item, day", "%s, %s"), item->text, day);
}

/* --- the register --- */

/* What an issue holds up, and since when. */
static char *
words_block (TwFacts *facts, TwEntry *entry)
{
  TwPlan *plan = tw_facts_plan (facts);
  TwWorkload *workload = tw_list_find (plan->workloads, entry->workload, NULL);
  TwActivity *activity
      = entry->activity != NULL
            ? tw_index_activity (tw_schedule_index (tw_facts_schedule (facts)), entry->activity)
            : NULL;
  const char *what = workload != NULL ? workload->name : activity != NULL ? activity->name : NULL;
  g_autofree char *since = entry->raised != TW_DATE_NONE
                               ? tw_words_date_near (entry->raised, tw_facts_today (facts), FALSE)
                               : NULL;

  if (what != NULL && since != NULL)
    return g_strdup_printf (C_ ("issue: what, day", "Blocks %s since %s"), what, since);
  if (what != NULL)
    return g_strdup_printf (C_ ("issue: what", "Blocks %s"), what);
  return since != NULL ? g_strdup_printf (C_ ("issue: day", "Blocker since %s"), since)
                       : g_strdup (C_ ("register", "Blocker"));
}

char *
tw_words_entry_line (TwFacts *facts, TwEntry *entry)
{
  GString *line = g_string_new (NULL);
  TwDate today = tw_facts_today (facts);
  gboolean risk = entry->kind == TW_ENTRY_RISK;

  add_part (line, entry->kind == TW_ENTRY_ISSUE ? words_block (facts, entry)
                  : risk && entry->severity != TW_WORD_NONE
                      ? g_strdup (tw_words_severity (entry->severity))
                      : g_strdup (tw_words_entry_kind (entry->kind)));
  add_person (line, tw_plan_person (tw_facts_plan (facts), entry->owner));
  if (tw_is_item_overdue (entry->due, TW_DATE_NONE, today))
    add_part (line, tw_words_due (entry->due, TW_DATE_NONE, today));
  else if (risk && entry->due != TW_DATE_NONE)
    {
      g_autofree char *day = tw_words_date_near (entry->due, today, FALSE);

      add_part (line, g_strdup_printf (C_ ("risk: day", "review %s"), day));
    }
  return g_string_free (line, FALSE);
}

char *
tw_words_blockers (TwFacts *facts)
{
  GPtrArray *blockers = tw_facts_blockers (facts);
  GString *text = g_string_new (NULL);
  guint issues = 0;

  for (guint i = 0; i < blockers->len; i++)
    issues += ((TwEntry *) blockers->pdata[i])->kind == TW_ENTRY_ISSUE;
  if (issues > 0)
    g_string_append_printf (
        text, g_dngettext (GETTEXT_PACKAGE, "%u blocker", "%u blockers", issues), issues);
  if (blockers->len > issues)
    {
      guint risks = blockers->len - issues;

      g_string_append (text, issues > 0 ? C_ ("list", ", ") : "");
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u risk", "%u risks", risks),
                              risks);
    }
  return g_string_free (text, text->len == 0);
}

/* --- since the baseline --- */

static guint
count_items_done (TwPlan *plan, TwDate since, TwDate today)
{
  guint n = 0;

  TW_FOREACH (TwStage, stage, plan->adoption)
    TW_FOREACH (TwAdoptionItem, item, stage->checklist)
      n += item->done > since && item->done <= today;
  return n;
}

/* Takes sentence over; n 0: it isn't said. */
static void
add_sentence (GString *text, guint n, char *sentence)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

char *
tw_words_since (TwFacts *facts)
{
  TwPlan *plan = tw_facts_plan (facts);
  TwBaseline *baseline = tw_facts_baseline (facts);
  TwDate today = tw_facts_today (facts);
  guint items, decided = 0, issues = 0, risks = 0;
  GString *text;

  if (baseline == NULL)
    return NULL;
  text = g_string_new (NULL);
  items = count_items_done (plan, baseline->taken, today);
  TW_FOREACH (TwEntry, entry, plan->register_)
    {
      gboolean raised = entry->raised > baseline->taken && entry->raised <= today;

      decided += entry->kind == TW_ENTRY_DECISION && entry->status == TW_ENTRY_CLOSED
                 && entry->closed > baseline->taken && entry->closed <= today;
      issues += raised && entry->kind == TW_ENTRY_ISSUE;
      risks += raised && entry->kind == TW_ENTRY_RISK;
    }
  add_sentence (text, items,
                g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u adoption item was done.",
                                              "%u adoption items were done.", items),
                                 items));
  add_sentence (text, decided,
                g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u decision was taken.",
                                              "%u decisions were taken.", decided),
                                 decided));
  add_sentence (text, issues,
                g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u blocker came up.",
                                              "%u blockers came up.", issues),
                                 issues));
  add_sentence (
      text, risks,
      g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u risk came up.", "%u risks came up.", risks), risks));
  return g_string_free (text, text->len == 0);
}

/* --- the journal as a text --- */

/* What and its value on a line of their own; takes value over, NULL: nothing. */
static void
add_line (GString *text, const char *what, char *value)
{
  if (value != NULL && *value != '\0')
    {
      if (what != NULL)
        g_string_append_printf (text, C_ ("line of a text: what, value", "%s: %s"), what, value);
      else
        g_string_append (text, value);
      g_string_append_c (text, '\n');
    }
  g_free (value);
}

static char *
date_or_null (TwDate date)
{
  return date != TW_DATE_NONE ? tw_words_date (date, TW_DATE_LONG) : NULL;
}

static char *
person_or_null (TwPlan *plan, const char *id)
{
  TwPerson *person = tw_plan_person (plan, id);

  return person != NULL ? g_strdup (person->name) : NULL;
}

static void
add_meeting (GString *text, TwPlan *plan, TwMeeting *meeting)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  TW_FOREACH (char, id, meeting->attendees)
    if (tw_plan_person (plan, id) != NULL)
      g_ptr_array_add (names, tw_plan_person (plan, id)->name);
  g_ptr_array_add (names, NULL);
  add_line (text, NULL, g_strdup (meeting->title));
  add_line (text, NULL, date_or_null (meeting->date));
  add_line (text, _ ("Attendees"), g_strjoinv (C_ ("list", ", "), (char **) names->pdata));
  TW_FOREACH (TwAgendaItem, item, meeting->agenda)
    add_line (text, NULL, g_strdup_printf ("• %s", item->text));
  TW_FOREACH (char, id, meeting->decisions)
    {
      TwEntry *entry = tw_plan_entry (plan, id);

      if (entry != NULL && !entry->internal)
        add_line (text, C_ ("register", "Decided"), g_strdup (entry->title));
    }
  add_line (text, NULL, g_strdup (meeting->notes));
}

char *
tw_words_journal (TwPlan *plan, gpointer record)
{
  GString *text = g_string_new (NULL);

  if (tw_record_is (record, &tw_meeting_type))
    add_meeting (text, plan, record);
  else if (tw_record_is (record, &tw_note_type))
    {
      TwNote *note = record;

      add_line (text, NULL, date_or_null (note->date));
      add_line (text, NULL, g_strdup (note->text));
      add_line (text, _ ("Next action"), g_strdup (note->next_action));
      add_line (text, _ ("Owner"), person_or_null (plan, note->next_owner));
      add_line (text, _ ("By"), date_or_null (note->next_on));
    }
  else if (tw_record_is (record, &tw_entry_type))
    {
      TwEntry *entry = record;

      add_line (text, tw_words_entry_kind (entry->kind), g_strdup (entry->title));
      add_line (text, _ ("Owner"), person_or_null (plan, entry->owner));
      add_line (text, _ ("By"), date_or_null (entry->due));
      add_line (text, NULL, g_strdup (entry->response));
    }
  return g_string_free (text, FALSE);
}
