/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-adoption.h"
#include "tw-facts.h"

#define AHEAD 14 /* days */

struct _TwFacts
{
  gatomicrefcount count;
  TwSchedule *schedule;
  TwIndex *index; /* the schedule's */
  TwPlan *plan;   /* the schedule's */
  TwPlaybook *playbook;
  TwDate today;
  TwBaseline *baseline;
  TwHealth health;
  TwNodeFacts *nodes; /* one more than there are: the plan's */
  guint n;
  int current_phase;
  GArray *next_days, *milestones;
  TwChanges changes;
  GPtrArray *blockers;
};

/* What a group's facts are made of. */
typedef struct
{
  gint64 days, done_days; /* done_days in hundredths */
  guint counting, done, blocked, begun;
} Sum;

static void
add_sum (Sum *sum, const Sum *more)
{
  sum->days += more->days;
  sum->done_days += more->done_days;
  sum->counting += more->counting;
  sum->done += more->done;
  sum->blocked += more->blocked;
  sum->begun += more->begun;
}

/* Of one activity that counts. */
static Sum
activity_sum (TwActivity *activity, int progress)
{
  return (Sum){ .days = activity->days,
                .done_days = (gint64) activity->days * progress,
                .counting = 1,
                .done = activity->status == TW_STATUS_DONE,
                .blocked = activity->status == TW_STATUS_BLOCKED,
                .begun = tw_activity_has_begun (activity) };
}

static Sum
activity_facts (TwFacts *facts, guint number, TwActivity *activity)
{
  TwNodeFacts *node = &facts->nodes[number];
  const TwSpan *span = tw_schedule_span (facts->schedule, number);
  gboolean open = activity->status != TW_STATUS_DONE && activity->status != TW_STATUS_SKIPPED;
  TwDate expected = node->in_baseline ? node->baseline_start : span->start + 1;

  node->state = activity->status;
  node->progress = activity->status == TW_STATUS_DONE  ? 100
                   : activity->started != TW_DATE_NONE ? activity->progress
                                                       : 0;
  node->overdue = open && span->finish < facts->today;
  node->late
      = node->overdue || (open && activity->started == TW_DATE_NONE && expected <= facts->today);
  return span->counts ? activity_sum (activity, node->progress) : (Sum){ 0 };
}

static void
group_facts (TwNodeFacts *node, const Sum *sum, gboolean shows_blocked)
{
  gboolean done = sum->counting > 0 && sum->done == sum->counting;

  node->state = sum->counting == 0                  ? TW_STATUS_SKIPPED
                : done                              ? TW_STATUS_DONE
                : shows_blocked && sum->blocked > 0 ? TW_STATUS_BLOCKED
                : sum->begun > 0                    ? TW_STATUS_IN_PROGRESS
                                                    : TW_STATUS_NOT_STARTED;
  node->progress = done ? 100
                   : sum->days == 0
                       ? 0
                       : (int) MIN (99, (2 * sum->done_days + sum->days) / (2 * sum->days));
}

void
tw_facts_approach (TwFacts *facts, TwApproach *approach, TwApproachFacts *out)
{
  TwNodeFacts group = { 0 };
  Sum sum = { 0 };

  for (guint i = 0; i < facts->n; i++)
    {
      TwNode *node = tw_index_node (facts->index, i);
      TwActivity *activity = node->kind == TW_KIND_ACTIVITY ? node->record : NULL;

      if (activity != NULL && activity->approach == approach->id
          && tw_schedule_span (facts->schedule, i)->counts)
        {
          Sum own = activity_sum (activity, facts->nodes[i].progress);

          add_sum (&sum, &own);
        }
    }
  group_facts (&group, &sum, TRUE);
  *out = (TwApproachFacts){ sum.done, sum.blocked, sum.counting, group.state };
}

static void
compute_nodes (TwFacts *facts)
{
  g_autofree Sum *sums = g_new0 (Sum, facts->n + 1);

  for (guint i = facts->n; i-- > 0;)
    {
      TwNode *node = tw_index_node (facts->index, i);
      TwNodeFacts *own = &facts->nodes[i];
      const TwSpan *span = tw_schedule_span (facts->schedule, i);

      if (node->kind == TW_KIND_ACTIVITY)
        sums[i] = activity_facts (facts, i, node->record);
      else
        {
          /* A phase of nothing but days is work that is never begun. */
          if (node->kind == TW_KIND_PHASE && span->counts && sums[i].counting == 0)
            sums[i] = (Sum){ .days = ((TwPhase *) node->record)->days, .counting = 1 };
          group_facts (own, &sums[i], node->kind == TW_KIND_PHASE);
          own->overdue = own->state != TW_STATUS_DONE && own->state != TW_STATUS_SKIPPED
                         && span->finish < facts->today;
        }
      add_sum (&sums[node->parent >= 0 ? (guint) node->parent : facts->n], &sums[i]);
      if (own->in_baseline)
        own->slip = tw_workdays_between (tw_schedule_workdays (facts->schedule),
                                         own->baseline_finish, span->finish);
    }
  group_facts (&facts->nodes[facts->n], &sums[facts->n], FALSE);
}

/* A baseline doesn't tell groups from activities; the id that the program gave what is gone does.
 */
static gboolean
was_group (const char *id)
{
  return g_regex_match_simple ("^[mh]([0-9]+|[0-9a-z]{6})$", id, G_REGEX_DOLLAR_ENDONLY, 0);
}

static void
match_baseline (TwFacts *facts)
{
  facts->changes.finished = g_array_new (FALSE, FALSE, sizeof (guint));
  facts->changes.slipped = g_array_new (FALSE, FALSE, sizeof (guint));
  facts->changes.added = g_array_new (FALSE, FALSE, sizeof (guint));
  facts->changes.gone = g_ptr_array_new ();
  if (facts->baseline == NULL)
    return;
  TW_FOREACH (TwBaselineItem, item, facts->baseline->items)
    {
      int number = tw_index_find (facts->index, item->id);
      TwNodeFacts *node = &facts->nodes[MAX (number, 0)];

      if (number < 0)
        {
          if (!was_group (item->id))
            g_ptr_array_add (facts->changes.gone, item);
          continue;
        }
      node->in_baseline = TRUE;
      node->baseline_start = item->start;
      node->baseline_finish = item->finish;
      node->baseline_status = item->status;
    }
}

static void
compute_changes (TwFacts *facts)
{
  for (guint i = 0; facts->baseline != NULL && i < facts->n; i++)
    {
      TwNodeFacts *node = &facts->nodes[i];

      if (tw_index_node (facts->index, i)->kind != TW_KIND_ACTIVITY)
        continue;
      if (node->state == TW_STATUS_DONE
          && (!node->in_baseline || node->baseline_status != TW_STATUS_DONE))
        g_array_append_val (facts->changes.finished, i);
      if (!node->in_baseline)
        g_array_append_val (facts->changes.added, i);
      else if (node->slip > 0 && node->state != TW_STATUS_DONE && node->state != TW_STATUS_SKIPPED)
        g_array_append_val (facts->changes.slipped, i);
    }
}

static void
find_current_phase (TwFacts *facts)
{
  int first = -1;

  facts->current_phase = -1;
  for (guint i = 0; i < facts->n && facts->current_phase < 0; i++)
    {
      TwStatus state = facts->nodes[i].state;

      if (tw_index_node (facts->index, i)->kind != TW_KIND_PHASE || state == TW_STATUS_DONE
          || state == TW_STATUS_SKIPPED)
        continue;
      if (first < 0)
        first = (int) i;
      if (tw_schedule_span (facts->schedule, i)->start <= facts->today)
        facts->current_phase = (int) i;
    }
  if (facts->current_phase < 0)
    facts->current_phase = first;
}

static void
add_event (GArray *events, TwEventKind kind, TwDate date, gpointer record, TwWorkload *workload,
           TwPerson *owner, int node)
{
  TwEvent event = { kind, date, record, workload, owner, node };

  g_array_append_val (events, event);
}

/* Days from today to two weeks later. */
static gboolean
is_near (TwFacts *facts, TwDate date)
{
  return date >= facts->today && date <= facts->today + AHEAD;
}

static void
add_activity_events (TwFacts *facts, guint number, TwActivity *activity)
{
  const TwSpan *span = tw_schedule_span (facts->schedule, number);
  TwPerson *owner = tw_owner_shown (facts->plan, activity->owner, activity->roles);

  if (!span->counts || activity->status == TW_STATUS_DONE)
    return;
  if (activity->started == TW_DATE_NONE && activity->days > 0 && is_near (facts, span->start))
    add_event (facts->next_days, TW_EVENT_START, span->start, activity, NULL, owner, (int) number);
  if (is_near (facts, span->finish))
    add_event (facts->next_days, TW_EVENT_END, span->finish, activity, NULL, owner, (int) number);
}

/* A customer that isn't rated counts as red. */
static gboolean
is_due_at_health (TwFacts *facts, TwRecurring *recurring)
{
  int level = MAX (facts->health.level, TW_HEALTH_RED);

  return recurring->health == 0 || (recurring->health & (1u << level)) != 0;
}

static void
add_occurrences (TwFacts *facts, TwMotion *motion)
{
  TW_FOREACH (TwRecurring, recurring, motion->recurring)
    {
      g_autoptr (GArray) days = NULL;

      if (!is_due_at_health (facts, recurring))
        continue;
      days = tw_schedule_occurrences (facts->schedule, motion, recurring);
      for (guint i = 0; i < days->len; i++)
        {
          TwDate day = g_array_index (days, TwDate, i);

          if (is_near (facts, day) && !tw_recurring_was_held (recurring, day))
            add_event (facts->next_days, TW_EVENT_OCCURRENCE, day, recurring, NULL,
                       tw_owner_shown (facts->plan, recurring->owner, recurring->roles), -1);
        }
    }
}

static void
add_slice_events (TwFacts *facts, TwWorkload *workload, TwSlice *slice)
{
  TwPerson *owner
      = tw_plan_person (facts->plan, slice->owner != NULL ? slice->owner : slice->success_owner);

  if (is_near (facts, slice->next_on))
    add_event (facts->next_days, TW_EVENT_SLICE_NEXT, slice->next_on, slice, workload, owner, -1);
  if (is_near (facts, slice->deploy_by))
    add_event (facts->next_days, TW_EVENT_SLICE_DEPLOY, slice->deploy_by, slice, workload, owner,
               -1);
  if (is_near (facts, slice->unblock_by))
    add_event (facts->next_days, TW_EVENT_SLICE_UNBLOCK, slice->unblock_by, slice, workload, owner,
               -1);
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const TwEvent *one = a, *other = b;

  if (one->date != other->date)
    return one->date < other->date ? -1 : 1;
  if (one->kind != other->kind)
    return one->kind < other->kind ? -1 : 1;
  return 0;
}

static void
find_next_days (TwFacts *facts)
{
  TwPlan *plan = facts->plan;

  TW_FOREACH (TwMeeting, meeting, plan->meetings)
    if (is_near (facts, meeting->date))
      add_event (facts->next_days, TW_EVENT_MEETING, meeting->date, meeting, NULL,
                 tw_plan_person (plan, plan->lead), -1);
  for (guint i = 0; i < facts->n; i++)
    if (tw_index_node (facts->index, i)->kind == TW_KIND_ACTIVITY)
      add_activity_events (facts, i, tw_index_node (facts->index, i)->record);
  TW_FOREACH (TwMotion, motion, plan->motions)
    add_occurrences (facts, motion);
  TW_FOREACH (TwEntry, entry, plan->register_)
    if (entry->status == TW_ENTRY_OPEN && is_near (facts, entry->due))
      add_event (facts->next_days, TW_EVENT_ENTRY, entry->due, entry, NULL,
                 tw_plan_person (plan, entry->owner), -1);
  TW_FOREACH (TwStage, stage, plan->adoption)
    TW_FOREACH (TwAdoptionItem, item, stage->checklist)
      if (item->done == TW_DATE_NONE && is_near (facts, item->due))
        add_event (facts->next_days, TW_EVENT_ADOPTION_ITEM, item->due, item, NULL,
                   tw_role_owner_shown (plan, item->owner, item->role), -1);
  TW_FOREACH (TwNote, note, plan->journal)
    if (note->next_done == TW_DATE_NONE && is_near (facts, note->next_on))
      add_event (facts->next_days, TW_EVENT_NEXT_ACTION, note->next_on, note, NULL,
                 tw_plan_person (plan, note->next_owner), -1);
  TW_FOREACH (TwWorkload, workload, plan->workloads)
    TW_FOREACH (TwSlice, slice, workload->slices)
      add_slice_events (facts, workload, slice);
  /* GLib's sort keeps what is equal in its order, which is the plan's. */
  g_array_sort (facts->next_days, compare_events);
}

/* Where a motion takes over from another: on the day on which the one before it is over. */
static void
add_handovers (TwFacts *facts, TwMotion *motion)
{
  TW_FOREACH (char, id, motion->after)
    {
      int number = tw_index_find (facts->index, id);
      TwNode *node = number >= 0 ? tw_index_node (facts->index, (guint) number) : NULL;
      TwMotion *before = NULL;

      if (node == NULL || !tw_schedule_span (facts->schedule, (guint) number)->counts)
        continue;
      before = node->kind == TW_KIND_MOTION
                   ? node->record
                   : tw_index_node (facts->index, (guint) node->parent)->record;
      add_event (facts->milestones, TW_EVENT_HANDOVER,
                 tw_schedule_span (facts->schedule, (guint) number)->finish, before, NULL, NULL,
                 tw_index_find (facts->index, before->id));
    }
}

static void
find_milestones (TwFacts *facts)
{
  TwPlan *plan = facts->plan;

  for (guint i = 0; i < facts->n; i++)
    {
      TwNode *node = tw_index_node (facts->index, i);
      TwActivity *activity = node->record;

      if (node->kind == TW_KIND_ACTIVITY && activity->days == 0
          && tw_schedule_span (facts->schedule, i)->counts)
        add_event (facts->milestones, TW_EVENT_MILESTONE,
                   tw_schedule_span (facts->schedule, i)->finish, activity, NULL,
                   tw_owner_shown (plan, activity->owner, activity->roles), (int) i);
    }
  TW_FOREACH (TwMotion, motion, plan->motions)
    add_handovers (facts, motion);
  TW_FOREACH (TwEntry, entry, plan->register_)
    if (entry->kind == TW_ENTRY_DECISION && entry->status == TW_ENTRY_OPEN
        && entry->due != TW_DATE_NONE)
      add_event (facts->milestones, TW_EVENT_DECISION, entry->due, entry, NULL,
                 tw_plan_person (plan, entry->owner), -1);
  if (plan->deadline != TW_DATE_NONE)
    add_event (facts->milestones, TW_EVENT_DEADLINE, plan->deadline, NULL, NULL, NULL, -1);
  g_array_sort (facts->milestones, compare_events);
}

static int
compare_blockers (gconstpointer a, gconstpointer b)
{
  const TwEntry *one = *(TwEntry *const *) a, *other = *(TwEntry *const *) b;

  if (one->kind != other->kind)
    return one->kind == TW_ENTRY_ISSUE ? -1 : 1;
  return other->severity - one->severity;
}

static void
find_blockers (TwFacts *facts)
{
  TW_FOREACH (TwEntry, entry, facts->plan->register_)
    if (entry->status == TW_ENTRY_OPEN
        && (entry->kind == TW_ENTRY_ISSUE || entry->kind == TW_ENTRY_RISK))
      g_ptr_array_add (facts->blockers, entry);
  g_ptr_array_sort (facts->blockers, compare_blockers);
}

TwFacts *
tw_facts_new (TwSchedule *schedule, TwPlaybook *playbook, TwDate today, TwBaseline *baseline)
{
  TwFacts *facts = g_new0 (TwFacts, 1);

  g_atomic_ref_count_init (&facts->count);
  facts->schedule = tw_schedule_ref (schedule);
  facts->index = tw_schedule_index (schedule);
  facts->plan = tw_schedule_plan (schedule);
  facts->playbook = tw_record_ref (playbook != NULL ? playbook : tw_playbook_builtin ());
  facts->today = today;
  facts->baseline = baseline != NULL ? tw_record_ref (baseline) : NULL;
  facts->n = tw_index_n_nodes (facts->index);
  facts->nodes = g_new0 (TwNodeFacts, facts->n + 1);
  facts->next_days = g_array_new (FALSE, FALSE, sizeof (TwEvent));
  facts->milestones = g_array_new (FALSE, FALSE, sizeof (TwEvent));
  facts->blockers = g_ptr_array_new ();
  tw_health (facts->plan, facts->playbook, &facts->health);
  match_baseline (facts);
  compute_nodes (facts);
  compute_changes (facts);
  find_current_phase (facts);
  find_next_days (facts);
  find_milestones (facts);
  find_blockers (facts);
  return facts;
}

TwFacts *
tw_facts_ref (TwFacts *facts)
{
  g_atomic_ref_count_inc (&facts->count);
  return facts;
}

void
tw_facts_unref (TwFacts *facts)
{
  if (!g_atomic_ref_count_dec (&facts->count))
    return;
  g_array_unref (facts->next_days);
  g_array_unref (facts->milestones);
  g_array_unref (facts->changes.finished);
  g_array_unref (facts->changes.slipped);
  g_array_unref (facts->changes.added);
  g_ptr_array_unref (facts->changes.gone);
  g_ptr_array_unref (facts->blockers);
  g_free (facts->nodes);
  g_clear_pointer (&facts->baseline, tw_record_unref);
  tw_playbook_unref (facts->playbook);
  tw_schedule_unref (facts->schedule);
  g_free (facts);
}

TwPlan *
tw_facts_plan (TwFacts *facts)
{
  return facts->plan;
}

TwSchedule *
tw_facts_schedule (TwFacts *facts)
{
  return facts->schedule;
}

TwPlaybook *
tw_facts_playbook (TwFacts *facts)
{
  return facts->playbook;
}

TwDate
tw_facts_today (TwFacts *facts)
{
  return facts->today;
}

TwBaseline *
tw_facts_baseline (TwFacts *facts)
{
  return facts->baseline;
}

const TwHealth *
tw_facts_health (TwFacts *facts)
{
  return &facts->health;
}

const TwNodeFacts *
tw_facts_node (TwFacts *facts, guint node)
{
  g_return_val_if_fail (node < facts->n, NULL);
  return &facts->nodes[node];
}

const TwNodeFacts *
tw_facts_find (TwFacts *facts, const char *id)
{
  int number = tw_index_find (facts->index, id);

  return number >= 0 ? &facts->nodes[number] : NULL;
}

const TwNodeFacts *
tw_facts_plan_node (TwFacts *facts)
{
  return &facts->nodes[facts->n];
}

int
tw_facts_current_phase (TwFacts *facts)
{
  return facts->current_phase;
}

TwPerson *
tw_role_owner_shown (TwPlan *plan, const char *owner, const char *role)
{
  if (owner != NULL)
    return tw_plan_person (plan, owner);
  TW_FOREACH (TwPerson, person, role != NULL ? plan->people : NULL)
    if (g_strcmp0 (person->role, role) == 0)
      return person;
  return NULL;
}

TwPerson *
tw_owner_shown (TwPlan *plan, const char *owner, TwList *roles)
{
  if (owner != NULL)
    return tw_plan_person (plan, owner);
  TW_FOREACH (char, role, roles)
    {
      TwPerson *person = tw_role_owner_shown (plan, NULL, role);

      if (person != NULL)
        return person;
    }
  return NULL;
}

guint
tw_facts_phase_owners (TwFacts *facts, guint phase, TwPerson *owners[2])
{
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);
  guint n = 0;

  for (guint i = phase + 1; i < tw_index_node (facts->index, phase)->end; i++)
    {
      TwActivity *activity = tw_index_node (facts->index, i)->record;
      TwPerson *person = tw_owner_shown (facts->plan, activity->owner, activity->roles);
      guint sum = GPOINTER_TO_UINT (g_hash_table_lookup (days, person));

      if (person != NULL && tw_schedule_span (facts->schedule, i)->counts)
        g_hash_table_insert (days, person, GUINT_TO_POINTER (sum + (guint) activity->days + 1));
    }
  for (; n < 2; n++)
    {
      guint most = 0;

      owners[n] = NULL;
      TW_FOREACH (TwPerson, person, facts->plan->people)
        {
          guint sum = GPOINTER_TO_UINT (g_hash_table_lookup (days, person));

          if (sum > most && (n == 0 || person != owners[0]))
            {
              most = sum;
              owners[n] = person;
            }
        }
      if (owners[n] == NULL)
        break;
    }
  return n;
}

char *
tw_person_initials (TwPerson *person)
{
  g_auto (GStrv) words = g_strsplit (person->name, " ", -1);
  GString *initials = g_string_new (NULL);
  const char *first = NULL, *last = NULL;

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      {
        if (first == NULL)
          first = *word;
        else
          last = *word;
      }
  if (first != NULL)
    g_string_append_unichar (initials, g_unichar_toupper (g_utf8_get_char (first)));
  if (last != NULL)
    g_string_append_unichar (initials, g_unichar_toupper (g_utf8_get_char (last)));
  return g_string_free (initials, FALSE);
}

GArray *
tw_facts_next_days (TwFacts *facts)
{
  return facts->next_days;
}

GArray *
tw_facts_milestones (TwFacts *facts)
{
  return facts->milestones;
}

const TwChanges *
tw_facts_changes (TwFacts *facts)
{
  return &facts->changes;
}

gboolean
tw_is_item_overdue (TwDate due, TwDate done, TwDate today)
{
  return due != TW_DATE_NONE && done == TW_DATE_NONE && due < today;
}

GPtrArray *
tw_facts_blockers (TwFacts *facts)
{
  return facts->blockers;
}

void
tw_facts_stage (TwFacts *facts, guint stage, TwStageFacts *out)
{
  tw_facts_stage_for (facts, stage, NULL, out);
}

guint
tw_slice_dibs (TwSlice *slice)
{
  return (slice->deploy_by != TW_DATE_NONE ? 1u : 0) | (slice->intent != TW_WORD_NONE ? 2u : 0)
         | (slice->business_reason != NULL ? 4u : 0) | (slice->success_owner != NULL ? 8u : 0);
}

guint
tw_workload_dibs (TwWorkload *workload)
{
  guint all = 15, any = 0;
  gboolean active = FALSE;

  TW_FOREACH (TwSlice, slice, workload->slices)
    {
      any |= tw_slice_dibs (slice);
      if (slice->status == TW_SLICE_IN_PROGRESS || slice->status == TW_SLICE_BLOCKED)
        {
          active = TRUE;
          all &= tw_slice_dibs (slice);
        }
    }
  return active ? all : any;
}
