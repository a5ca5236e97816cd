/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tw-adoption.h"
#include "tw-flow.h"
#include "tw-words.h"

/* --- looking things up: names from the copy, dates and states from the whole plan --- */

/* In the internal edition the internal name stands beside the customer's. */
static char *
name_of (TwFlow *flow, gpointer record)
{
  const TwField *stands_in = tw_record_type_field (((TwRecord *) record)->type, "customer_name");
  const char *other = stands_in != NULL ? tw_record_get (record, stands_in).string : NULL;

  if (flow->options->audience == TW_AUDIENCE_INTERNAL && other != NULL)
    return g_strdup_printf (C_ ("internal name, customer’s name", "%s (%s)"),
                            tw_record_name (record), other);
  return g_strdup (tw_record_name (record));
}

/* As it stands in a table. */
static char *
day_words (TwFlow *flow, TwDate date)
{
  return tw_flow_whole_days (tw_words_date_near (date, tw_facts_today (flow->facts), TRUE));
}

/* Whose an item is and when it is due or was done: Helen Ward, due 29 Jan; NULL: nobody knows. */
static char *
owned_words (TwFlow *flow, TwPerson *owner, TwDate due, TwDate done)
{
  TwDate today = tw_facts_today (flow->facts);
  GString *line = g_string_new (owner != NULL ? owner->name : NULL);
  TwDate date = done != TW_DATE_NONE ? done : due;

  if (date != TW_DATE_NONE)
    {
      g_autofree char *text = day_words (flow, date);

      if (line->len > 0)
        g_string_append (line, ", ");
      g_string_append_printf (line,
                              done != TW_DATE_NONE ? C_ ("checklist item", "done %s")
                              : tw_is_item_overdue (due, done, today)
                                  ? C_ ("checklist item", "overdue, was due %s")
                                  : C_ ("checklist item", "due %s"),
                              text);
    }
  return g_string_free (line, line->len == 0);
}

static GArray *
cells_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (TwCell));
}

/* --- head, summary --- */

static char *
subject_line (TwFlow *flow)
{
  TwPlan *plan = flow->copy;
  GString *line = g_string_new (plan->customer->industry);

  if (plan->customer->seats != TW_INT_NONE)
    {
      g_autofree char *seats = tw_words_seats (plan->customer->seats);

      g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", seats);
    }
  if (line->len > 0)
    g_string_append (line, ". ");
  for (guint i = 0; i < tw_list_n (plan->approaches); i++)
    {
      g_autofree char *name = name_of (flow, plan->approaches->items[i]);

      g_string_append_printf (line, "%s%s%s", i > 0 ? "; " : "", name,
                              i + 1 == tw_list_n (plan->approaches) ? ". " : "");
    }
  if (plan->deadline != TW_DATE_NONE)
    {
      g_autofree char *date = tw_words_date (plan->deadline, TW_DATE_LONG);

      g_string_append_printf (line, _ ("Licence renewal %s."), date);
    }
  return g_string_free (line, FALSE);
}

/* Lines at the right edge; returns their width. */
static double
place_lead (TwFlow *flow, double y)
{
  TwPerson *lead = tw_plan_person (flow->copy, flow->copy->lead);
  g_autofree char *date = tw_words_date (tw_facts_today (flow->facts), TW_DATE_LONG);
  const char *lines[] = { date, lead != NULL ? lead->name : "",
                          lead != NULL && lead->organisation != NULL ? lead->organisation : "" };
  double most = (flow->right - flow->left) * 0.32, widest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      TwFont font = i == 0 ? TW_FONT_DENSE_BOLD : TW_FONT_DENSE;

      widest = MAX (widest, MIN (most, tw_metrics_text_width (flow->metrics, font, lines[i]) + 1));
      y += tw_flow_text_right (flow, font, TW_TEXT_LEFT, flow->right, y, most, TW_COLOR_TEXT,
                               lines[i]);
    }
  return widest;
}

/* The title and from when to when; the customer's name stands above it already. */
static char *
course_line (TwFlow *flow)
{
  const TwSpan *span = tw_schedule_plan_span (tw_facts_schedule (flow->facts));
  g_autofree char *start = tw_words_date (span->start, TW_DATE_LONG);
  g_autofree char *finish = tw_words_date (span->finish, TW_DATE_LONG);
  g_autofree char *customer = g_strconcat (flow->copy->customer->name, ": ", NULL);
  const char *title = flow->copy->title;

  if (g_str_has_prefix (title, customer) && title[strlen (customer)] != '\0')
    title += strlen (customer);
  if (span->start == span->finish)
    return g_strdup_printf (C_ ("title, day", "%s, %s"), title, start);
  return g_strdup_printf (_ ("%s, %s to %s"), title, start, finish);
}

void
tw_section_head (TwFlow *flow)
{
  TwPlan *plan = flow->copy;
  g_autofree char *dates = course_line (flow);
  g_autofree char *subject = subject_line (flow);
  double title = tw_metrics_text_height (flow->metrics, TW_FONT_TITLE_1);
  double width, y = flow->y;

  width = flow->right - flow->left - 18 - place_lead (flow, y + title * 0.45);
  y += tw_flow_text (flow, TW_FONT_TITLE_1, TW_TEXT_LEFT, flow->left, y, width, TW_COLOR_TEXT,
                     plan->customer->name);
  g_array_index (flow->items, TwItem, flow->items->len - 1).what = 1;
  y += tw_flow_text (flow, TW_FONT_BODY, TW_TEXT_LEFT, flow->left, y, width, TW_COLOR_TEXT, dates);
  y += tw_flow_text (flow, TW_FONT_DENSE, TW_TEXT_LEFT, flow->left, y, width, TW_COLOR_TEXT_2,
                     subject);
  /* The lead's three lines may be longer than the title's. */
  y = MAX (y, flow->y + title * 0.45 + 3 * tw_metrics_text_height (flow->metrics, TW_FONT_DENSE));
  flow->y = y + 7;
  tw_flow_line (flow, flow->left, flow->y, flow->right, flow->y, 1.5, TW_COLOR_TEXT);
  flow->y += 2;
}

void
tw_section_summary (TwFlow *flow)
{
  g_autofree char *text = flow->copy->summary != NULL ? g_strdup (flow->copy->summary)
                                                      : tw_words_summary (flow->facts, flow->copy);

  tw_flow_head (flow, _ ("Summary"), 3 * tw_metrics_text_height (flow->metrics, TW_FONT_BODY));
  tw_flow_paragraphs (flow, TW_FONT_BODY, 0, TW_COLOR_TEXT, text);
}

/* --- health --- */

static void
place_component (TwFlow *flow, TwHealthComponent *component, int above, double x, double width)
{
  double line = tw_metrics_text_height (flow->metrics, TW_FONT_DENSE);
  g_autofree char *percent = component->percent >= 0
                                 ? tw_words_percent (tw_usage_percent (component->percent))
                                 : g_strdup ("–");
  TwItem *meter;

  tw_flow_text (flow, TW_FONT_DENSE, TW_TEXT_LEFT, x, flow->y, width * 0.5, TW_COLOR_TEXT,
                component->component->name);
  meter = tw_flow_add (flow, TW_ITEM_METER,
                       (TwRect){ x + width * 0.52, flow->y, width * 0.29, line });
  meter->value = component->percent;
  meter->other = above;
  tw_flow_text_right (flow, TW_FONT_DENSE, TW_TEXT_NUMERIC, x + width, flow->y, width * 0.2,
                      TW_COLOR_TEXT, percent);
}

/* Returns where the group ends. */
static double
place_group (TwFlow *flow, const TwHealthGroup *group, guint number, double x, double width)
{
  double line = tw_metrics_text_height (flow->metrics, TW_FONT_DENSE);
  double top = flow->y, bottom;
  g_autofree char *head = g_strdup_printf (_ ("Group %u"), number + 1);
  g_autofree char *expected = NULL;
  const char *state = tw_words_health (group->level);
  gboolean green = group->level == TW_HEALTH_GREEN;

  if (group->expected != TW_DATE_NONE)
    {
      g_autofree char *date
          = tw_words_date_near (group->expected, tw_facts_today (flow->facts), TRUE);

      expected = g_strdup_printf (C_ ("health group", "Green %s"), date);
      state = expected;
    }
  tw_flow_text (flow, TW_FONT_DENSE_BOLD, TW_TEXT_LEFT, x, top, width * 0.4, TW_COLOR_TEXT, head);
  tw_flow_text_right (flow, green ? TW_FONT_DENSE_BOLD : TW_FONT_DENSE, TW_TEXT_LEFT, x + width,
                      top, width * 0.58, green ? TW_COLOR_TEXT : TW_COLOR_TEXT_2, state);
  if (green)
    {
      const TwRect *word = &g_array_index (flow->items, TwItem, flow->items->len - 1).rect;

      tw_flow_add (flow, TW_ITEM_GLYPH, (TwRect){ word->x - 14, top + (line - 9.5) / 2, 9.5, 9.5 })
          ->what
          = TW_GLYPH_DONE;
    }
  flow->y += line + 2;
  for (guint i = 0; i < group->n_components; i++)
    {
      TwHealthComponent component = group->components[i];

      place_component (flow, &component, group->group->green->above, x, width);
      flow->y += MAX (line, tw_flow_text_height (flow, TW_FONT_DENSE, TW_TEXT_LEFT, width * 0.5,
                                                 component.component->name))
                 + 1;
    }
  bottom = flow->y;
  flow->y = top;
  return bottom;
}

void
tw_section_health (TwFlow *flow)
{
  const TwHealth *health = tw_facts_health (flow->facts);
  double line = tw_metrics_text_height (flow->metrics, TW_FONT_DENSE);
  double pill = tw_metrics_text_height (flow->metrics, TW_FONT_HEADING) + 4;
  g_autofree char *reason = tw_words_health_reason (health);
  g_autofree char *next = tw_words_health_next (health, tw_facts_today (flow->facts));
  g_autofree char *text
      = next != NULL ? g_strdup_printf ("%s. %s.", reason, next) : g_strdup_printf ("%s.", reason);
  double width = (flow->right - flow->left - 36) / 3, bottom, x;

  if (tw_list_n (flow->copy->workloads) == 0)
    return;
  tw_flow_head (flow, _ ("Health"), 8 * line);
  x = flow->left + tw_metrics_text_width (flow->metrics, TW_FONT_HEADING, _ ("Health")) + 10;
  flow->y -= pill;
  if (health->level != TW_LEVEL_NONE)
    {
      TwItem *item = tw_flow_add (
          flow, TW_ITEM_PILL,
          (TwRect){ x, flow->y - 2,
                    tw_health_pill_width (flow->metrics, pill, tw_words_health (health->level)),
                    pill });

      item->what = health->level;
      item->text = g_strdup (tw_words_health (health->level));
      x += item->rect.width + 10;
    }
  tw_flow_text (flow, TW_FONT_DENSE, TW_TEXT_LEFT, x, flow->y + (pill - 4 - line) / 2,
                flow->right - x, TW_COLOR_TEXT, text);
  flow->y += pill + 5;
  bottom = flow->y;
  for (guint i = 0; i < MIN (health->n_groups, 3); i++)
    {
      double end = place_group (flow, &health->groups[i], i, flow->left + i * (width + 18), width);

      bottom = MAX (bottom, end);
    }
  flow->y = bottom;
}

/* --- phases, next steps --- */

static char *
state_words (TwFlow *flow, guint phase, const TwNodeFacts *facts)
{
  TwIndex *index = tw_schedule_index (tw_facts_schedule (flow->facts));

  if (facts->state == TW_STATUS_BLOCKED)
    TW_FOREACH (TwEntry, entry, flow->copy->register_)
      {
        int activity = tw_index_find (index, entry->activity);

        if (entry->kind == TW_ENTRY_DECISION && entry->status == TW_ENTRY_OPEN
            && entry->due != TW_DATE_NONE && activity > (int) phase
            && activity < (int) tw_index_node (index, phase)->end)
          {
            g_autofree char *date = tw_flow_whole_days (
                tw_words_date_near (entry->due, tw_facts_today (flow->facts), FALSE));

            return g_strdup_printf (_ ("Blocked, decision by %s"), date);
          }
      }
  return g_strdup (tw_words_status (facts->state));
}

static void
add_phase (TwFlow *flow, GArray *cells, TwMotion *motion, TwPhase *phase)
{
  TwIndex *whole = tw_schedule_index (tw_facts_schedule (flow->facts));
  guint number = (guint) tw_index_find (whole, phase->id);
  const TwNodeFacts *facts = tw_facts_node (flow->facts, number);
  const TwSpan *span = tw_schedule_span (tw_facts_schedule (flow->facts), number);
  TwPerson *owners[2];
  guint n = tw_facts_phase_owners (flow->facts, number, owners);
  gboolean current = (int) number == tw_facts_current_phase (flow->facts);
  GString *names = g_string_new (NULL);
  TwCell *cell;

  for (guint i = 0; i < n; i++)
    {
      /* An owner of nothing but internal work isn't named. */
      TwPerson *person = tw_plan_person (flow->copy, owners[i]->id);

      if (person != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", person->name);
    }
  tw_cells_add (cells, name_of (flow, phase))->bold = current;
  tw_cells_add (cells, name_of (flow, motion));
  tw_cells_add (cells, tw_flow_whole_days (tw_words_range (span->start, span->finish,
                                                           tw_facts_today (flow->facts), FALSE)));
  cell = tw_cells_add (cells, state_words (flow, number, facts));
  cell->glyph = (int) tw_glyph_for_status (facts->state, FALSE);
  tw_cells_add (cells, tw_words_percent (facts->progress));
  tw_cells_add (cells, g_string_free (names, FALSE));
}

void
tw_section_phases (TwFlow *flow)
{
  const TwColumn columns[]
      = { { C_ ("table", "Phase"), TW_COLUMN_LEFT }, { C_ ("table", "Motion"), TW_COLUMN_LEFT },
          { C_ ("table", "Dates"), TW_COLUMN_LEFT }, { C_ ("table", "Status"), TW_COLUMN_LEFT },
          { C_ ("table", "Done"), TW_COLUMN_RIGHT }, { C_ ("table", "Owner"), TW_COLUMN_REST } };
  g_autoptr (GArray) cells = cells_new ();

  TW_FOREACH (TwMotion, motion, flow->copy->motions)
    TW_FOREACH (TwPhase, phase, motion->phases)
      add_phase (flow, cells, motion, phase);
  tw_flow_table (flow, _ ("Phases"), columns, G_N_ELEMENTS (columns), cells, 0);
}

/* --- hand-overs: of the internal edition, since what must be ready and the notes are ours --- */

static char *
ready_words (TwHandover *handover)
{
  guint n = handover != NULL ? tw_list_n (handover->ready) : 0, done = 0;

  for (guint i = 0; i < n; i++)
    done += ((TwCheck *) handover->ready->items[i])->done != TW_DATE_NONE;
  return n > 0 ? g_strdup_printf (_ ("%u of %u ready"), done, n) : NULL;
}

/* A motion and which of its phases, at its beginning or its end. */
static void
add_side (TwFlow *flow, GArray *cells, const char *id, gboolean first)
{
  TwIndex *index = tw_schedule_index (tw_facts_schedule (flow->facts));
  int phase = tw_flow_edge_phase (flow, id, first);
  guint number = (guint) tw_index_find (index, id);
  TwNode *node = tw_index_node (index, number);
  gpointer motion = node->kind == TW_KIND_PHASE
                        ? tw_index_node (index, (guint) node->parent)->record
                        : node->record;
  TwCell *cell = tw_cells_add (cells, name_of (flow, motion));

  cell->bold = TRUE;
  if (phase >= 0)
    cell->second = name_of (flow, tw_index_node (index, (guint) phase)->record);
}

static void
add_handover_row (TwFlow *flow, GArray *cells, const char *from, TwMotion *to)
{
  add_side (flow, cells, from, FALSE);
  add_side (flow, cells, to->id, TRUE);
  tw_cells_add (cells,
                day_words (flow, tw_schedule_find (tw_facts_schedule (flow->facts), from)->finish));
  tw_cells_add (cells, ready_words (to->handover));
}

/* A row that says more of the hand-over above it; text is taken over. */
static TwCell *
add_handover_line (GArray *cells, char *text)
{
  guint at = cells->len;

  for (int i = 0; i < 4; i++)
    tw_cells_add (cells, i == 0 ? text : NULL);
  g_array_index (cells, TwCell, at).tied = TRUE;
  g_array_index (cells, TwCell, at).wide = TRUE;
  return &g_array_index (cells, TwCell, at);
}

void
tw_section_handovers (TwFlow *flow)
{
  const TwColumn columns[] = { { C_ ("table: who hands over", "From"), TW_COLUMN_LEFT },
                               { C_ ("table: who takes over", "To"), TW_COLUMN_LEFT },
                               { C_ ("table", "Date"), TW_COLUMN_LEFT },
                               { C_ ("table: what must be ready", "Ready"), TW_COLUMN_REST } };
  g_autoptr (GArray) cells = cells_new ();

  TW_FOREACH (TwMotion, motion, flow->copy->motions)
    {
      TW_FOREACH (char, from, motion->after)
        add_handover_row (flow, cells, from, motion);
      if (motion->handover == NULL || tw_list_n (motion->after) == 0)
        continue;
      TW_FOREACH (TwCheck, check, motion->handover->ready)
        {
          TwPerson *owner = tw_role_owner_shown (flow->copy, check->owner, check->role);
          TwCell *cell = add_handover_line (cells, g_strdup (check->text));

          cell->check = check->done != TW_DATE_NONE;
          cell->second = owned_words (flow, owner, TW_DATE_NONE, check->done);
        }
      if (motion->handover->notes != NULL)
        add_handover_line (cells, g_strdup (motion->handover->notes));
    }
  tw_flow_table (flow, _ ("Hand-overs"), columns, G_N_ELEMENTS (columns), cells, 0);
}

static char *
entry_kind_words (TwEntry *entry)
{
  gboolean open = entry->status == TW_ENTRY_OPEN;

  if (entry->kind == TW_ENTRY_DECISION)
    return g_strdup (open ? C_ ("register", "To decide") : C_ ("register", "Decided"));
  if (entry->kind == TW_ENTRY_RISK && entry->severity != TW_WORD_NONE)
    return g_strdup_printf (C_ ("register: severity, risk", "%s risk"),
                            tw_words_severity (entry->severity));
  return g_strdup (entry->kind == TW_ENTRY_ISSUE && open ? C_ ("register", "Blocker")
                                                         : tw_words_entry_kind (entry->kind));
}

static char *
step_words (TwFlow *flow, TwEvent *event, gpointer record)
{
  g_autofree char *name
      = event->workload != NULL ? g_strdup (event->workload->name) : name_of (flow, record);
  g_autofree char *kind = event->kind == TW_EVENT_ENTRY ? entry_kind_words (record) : NULL;
  const char *action
      = event->kind == TW_EVENT_SLICE_NEXT ? ((TwSlice *) record)->next_action : NULL;

  switch (event->kind)
    {
    case TW_EVENT_START:
      return g_strdup_printf (C_ ("next step", "%s starts"), name);
    case TW_EVENT_END:
      return g_strdup_printf (C_ ("next step", "%s ends"), name);
    case TW_EVENT_ENTRY:
      return g_strdup_printf (C_ ("next step: kind of entry, its title", "%s: %s"), kind, name);
    case TW_EVENT_NEXT_ACTION:
      return g_strdup (((TwNote *) record)->next_action != NULL ? ((TwNote *) record)->next_action
                                                                : name);
    case TW_EVENT_SLICE_NEXT:
    case TW_EVENT_SLICE_DEPLOY:
    case TW_EVENT_SLICE_UNBLOCK:
      return g_strdup_printf (C_ ("next step: what, of a workload", "%s: %s"), name,
                              action != NULL ? action : tw_words_event (event));
    case TW_EVENT_MEETING:
    case TW_EVENT_OCCURRENCE:
    case TW_EVENT_ADOPTION_ITEM:
    case TW_EVENT_MILESTONE:
    case TW_EVENT_HANDOVER:
    case TW_EVENT_DECISION:
    case TW_EVENT_DEADLINE:
    default:
      return g_steal_pointer (&name);
    }
}

/* Whose it is, in one word: the person's organisation. */
static const char *
side_of (TwPlan *plan, TwPerson *person)
{
  if (person == NULL)
    return "";
  if (person->organisation != NULL)
    return person->organisation;
  return person->side == TW_SIDE_CUSTOMER ? plan->customer->name : tw_words_side (person->side);
}

void
tw_section_next_steps (TwFlow *flow)
{
  const TwColumn columns[] = { { C_ ("table", "Date"), TW_COLUMN_LEFT },
                               { C_ ("table", "Step"), TW_COLUMN_REST },
                               { C_ ("table", "Owner"), TW_COLUMN_LEFT },
                               { C_ ("table", "Side"), TW_COLUMN_LEFT } };
  GArray *events = tw_facts_next_days (flow->facts);
  g_autoptr (GArray) cells = cells_new ();

  for (guint i = 0; i < events->len; i++)
    {
      TwEvent *event = &g_array_index (events, TwEvent, i);
      gpointer record = ((TwRecord *) event->record)->type == &tw_activity_type
                            ? tw_index_activity (flow->index, ((TwActivity *) event->record)->id)
                            : tw_audience_record (flow->copy, event->record);
      TwPerson *owner = event->owner != NULL ? tw_plan_person (flow->copy, event->owner->id) : NULL;

      /* A slice's next action is internal; only its dates are the customer's. */
      if (record == NULL
          || (event->kind == TW_EVENT_SLICE_NEXT
              && flow->options->audience == TW_AUDIENCE_CUSTOMER))
        continue;
      tw_cells_add (cells, day_words (flow, event->date));
      tw_cells_add (cells, step_words (flow, event, record));
      tw_cells_add (cells, g_strdup (owner != NULL ? owner->name : ""));
      tw_cells_add (cells, g_strdup (side_of (flow->copy, owner)));
    }
  tw_flow_table (flow, _ ("Next steps"), columns, G_N_ELEMENTS (columns), cells, 0);
}

/* --- workloads, adoption --- */

static char *
slice_words (TwFlow *flow, TwSlice *slice)
{
  const char *status = tw_words_slice_status (slice->status);
  const char *reason
      = tw_playbook_name (tw_facts_playbook (flow->facts), TW_WORD_REASON, slice->reason);

  return reason != NULL
             ? g_strdup_printf (C_ ("workload: status, reason", "%s: %s"), status, reason)
             : g_strdup (status);
}

static void
add_workload (TwFlow *flow, GArray *cells, TwWorkload *workload)
{
  double usage = tw_workload_usage (workload, NULL);
  guint n = MAX (1, tw_list_n (workload->slices));

  for (guint i = 0; i < n; i++)
    {
      TwSlice *slice = tw_list_n (workload->slices) > 0 ? workload->slices->items[i] : NULL;
      int seats = slice != NULL && slice->seats != TW_INT_NONE ? slice->seats : workload->entitled;
      TwCell *cell;

      cell = tw_cells_add (cells, n == 1 || slice->name == NULL
                                      ? g_strdup (workload->name)
                                      : g_strdup_printf (C_ ("workload, part of it", "%s, %s"),
                                                         workload->name, slice->name));
      cell->bold = TRUE;
      cell = tw_cells_add (cells, slice != NULL ? slice_words (flow, slice) : g_strdup (""));
      cell->glyph = slice != NULL ? (int) tw_glyph_for_slice (slice->status) : -1;
      cell = tw_cells_add (cells, NULL);
      cell->dibs = slice != NULL ? (int) tw_slice_dibs (slice) : 0;
      tw_cells_add (cells, seats != TW_INT_NONE ? tw_words_number (seats) : g_strdup ("–"));
      tw_cells_add (cells,
                    usage >= 0 ? tw_words_percent (tw_usage_percent (usage)) : g_strdup ("–"));
      tw_cells_add (cells,
                    workload->target > 0 ? tw_words_percent (workload->target) : g_strdup ("–"));
      tw_cells_add (cells, tw_words_reached (workload));
    }
}

void
tw_section_workloads (TwFlow *flow)
{
  const TwColumn columns[] = {
    { C_ ("table", "Workload"), TW_COLUMN_LEFT },   { C_ ("table", "Status"), TW_COLUMN_REST },
    { C_ ("table", "DIBS"), TW_COLUMN_LEFT },       { C_ ("table", "Seats"), TW_COLUMN_RIGHT },
    { C_ ("table", "Usage"), TW_COLUMN_RIGHT },     { C_ ("table", "Target"), TW_COLUMN_RIGHT },
    { C_ ("table", "Reached on"), TW_COLUMN_RIGHT }
  };
  g_autoptr (GArray) cells = cells_new ();
  const char *legend = _ ("DIBS: target date, intent, business reason, success owner. A filled "
                          "letter is on record, a dashed one is missing.");

  TW_FOREACH (TwWorkload, workload, flow->copy->workloads)
    add_workload (flow, cells, workload);
  if (cells->len == 0)
    return;
  tw_flow_table (flow, _ ("Workloads"), columns, G_N_ELEMENTS (columns), cells,
                 6
                     + tw_flow_text_height (flow, TW_FONT_CAPTION, TW_TEXT_LEFT,
                                            flow->right - flow->left, legend));
  flow->y += 6;
  flow->y += tw_flow_text (flow, TW_FONT_CAPTION, TW_TEXT_LEFT, flow->left, flow->y,
                           flow->right - flow->left, TW_COLOR_TEXT_2, legend);
}

/* Stages side by side, three at a time, row by row. */
static void
place_stages (TwFlow *flow, guint first, guint n, const char *head)
{
  TwColumn columns[3];
  char *titles[3] = { NULL };
  g_autoptr (GArray) cells = cells_new ();
  guint rows = 0;

  for (guint i = 0; i < n; i++)
    {
      TwStage *stage = flow->copy->adoption->items[first + i];
      guint done = 0;

      TW_FOREACH (TwAdoptionItem, item, stage->checklist)
        done += item->done != TW_DATE_NONE;
      titles[i] = g_strdup_printf (C_ ("stage, so many items done", "%s, %u of %u"), stage->name,
                                   done, tw_list_n (stage->checklist));
      columns[i] = (TwColumn){ titles[i], TW_COLUMN_EVEN };
      rows = MAX (rows, MAX (tw_list_n (stage->checklist), 1));
    }
  for (guint row = 0; row < rows; row++)
    for (guint i = 0; i < n; i++)
      {
        TwStage *stage = flow->copy->adoption->items[first + i];
        TwAdoptionItem *item
            = row < tw_list_n (stage->checklist) ? stage->checklist->items[row] : NULL;
        const char *none = row == 0 ? _ ("No items") : NULL;
        TwCell *cell = tw_cells_add (cells, g_strdup (item != NULL ? item->text : none));

        if (item == NULL)
          continue;
        cell->check = item->done != TW_DATE_NONE;
        cell->second = owned_words (flow, tw_role_owner_shown (flow->copy, item->owner, item->role),
                                    item->due, item->done);
        cell->bold = tw_is_item_overdue (item->due, item->done, tw_facts_today (flow->facts));
        if (item->evidence != NULL
            && g_regex_match_simple ("^https?://\\S+$", item->evidence, 0, 0))
          cell->uri = g_strdup (item->evidence);
      }
  tw_flow_table (flow, head, columns, n, cells, 0);
  for (guint i = 0; i < n; i++)
    g_free (titles[i]);
}

/* What was said of the enablers, in a line below the stages. */
static void
place_enablers (TwFlow *flow)
{
  g_autofree char *states = tw_words_enablers (flow->copy);
  g_autofree char *words = NULL;

  if (states == NULL)
    return;
  words = g_strdup_printf (C_ ("enablers and their states", "What carries adoption. %s"), states);
  if (tw_list_n (flow->copy->adoption) == 0)
    tw_flow_head (flow, _ ("Adoption"), tw_metrics_text_height (flow->metrics, TW_FONT_CAPTION));
  tw_flow_need (flow, 2 * tw_metrics_text_height (flow->metrics, TW_FONT_CAPTION) + 6);
  flow->y += 6;
  tw_flow_paragraphs (flow, TW_FONT_CAPTION, 0, TW_COLOR_TEXT_2, words);
}

void
tw_section_adoption (TwFlow *flow)
{
  guint n = tw_list_n (flow->copy->adoption);

  for (guint i = 0; i < n; i += 3)
    {
      if (i > 0)
        flow->y += 9;
      place_stages (flow, i, MIN (3, n - i), i == 0 ? _ ("Adoption") : NULL);
    }
  place_enablers (flow);
}

/* --- risks and decisions, changes --- */

static void
add_entry (TwFlow *flow, GArray *cells, TwEntry *entry)
{
  TwPerson *owner = tw_plan_person (flow->copy, entry->owner);
  gboolean open = entry->status == TW_ENTRY_OPEN;
  TwDate date = open ? entry->due : entry->closed;
  TwCell *cell = tw_cells_add (cells, entry_kind_words (entry));

  cell->glyph = (int) tw_glyph_for_entry (entry);
  cell->bold = open && entry->kind == TW_ENTRY_DECISION;
  tw_cells_add (cells, g_strdup (entry->title));
  tw_cells_add (cells, g_strdup (owner != NULL ? owner->name : ""));
  tw_cells_add (cells, date != TW_DATE_NONE ? day_words (flow, date) : g_strdup ("–"));
}

/* Open before closed, by kind and severity; then what is due soonest, or was closed last. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  static const int order[] = {
    [TW_ENTRY_ISSUE] = 0, [TW_ENTRY_RISK] = 1, [TW_ENTRY_DECISION] = 2, [TW_ENTRY_ACTION] = 3
  };
  const TwEntry *one = *(TwEntry *const *) a;
  const TwEntry *other = *(TwEntry *const *) b;

  if (one->status != other->status)
    return one->status == TW_ENTRY_CLOSED ? 1 : -1;
  if (one->kind != other->kind)
    return order[one->kind] - order[other->kind];
  if (one->severity != other->severity)
    return other->severity - one->severity;
  if (one->status == TW_ENTRY_CLOSED)
    return (other->closed > one->closed) - (one->closed > other->closed);
  /* Without a day: 0 less 1 comes after all. */
  return (one->due - 1 > other->due - 1) - (one->due - 1 < other->due - 1);
}

void
tw_section_risks (TwFlow *flow)
{
  const TwColumn columns[] = { { C_ ("table", "Kind"), TW_COLUMN_LEFT },
                               { C_ ("table", "Subject"), TW_COLUMN_REST },
                               { C_ ("table", "Owner"), TW_COLUMN_LEFT },
                               { C_ ("table: by which date", "By"), TW_COLUMN_RIGHT } };
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GArray) cells = cells_new ();

  TW_FOREACH (TwEntry, entry, flow->copy->register_)
    g_ptr_array_add (entries, entry);
  g_ptr_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    add_entry (flow, cells, entries->pdata[i]);
  tw_flow_table (flow, _ ("Risks and decisions"), columns, G_N_ELEMENTS (columns), cells, 0);
}

static void
add_change (TwFlow *flow, GArray *cells, TwGlyph glyph, const char *what, guint node)
{
  TwIndex *whole = tw_schedule_index (tw_facts_schedule (flow->facts));
  const TwNodeFacts *facts = tw_facts_node (flow->facts, node);
  TwActivity *activity = tw_index_activity (flow->index, tw_index_node (whole, node)->id);
  TwDate now = tw_schedule_span (tw_facts_schedule (flow->facts), node)->finish;

  if (activity == NULL)
    return;
  tw_cells_add (cells, g_strdup (what))->glyph = (int) glyph;
  tw_cells_add (cells, name_of (flow, activity));
  tw_cells_add (cells,
                facts->in_baseline ? day_words (flow, facts->baseline_finish) : g_strdup ("–"));
  tw_cells_add (cells, day_words (flow, now));
  tw_cells_add (cells, facts->in_baseline && facts->slip != 0 ? tw_words_slip (facts->slip, FALSE)
                                                              : g_strdup ("–"));
}

static void
add_changes (TwFlow *flow, GArray *cells, TwGlyph glyph, const char *what, GArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    add_change (flow, cells, glyph, what, g_array_index (nodes, guint, i));
}

void
tw_section_changes (TwFlow *flow)
{
  const TwColumn columns[] = { { C_ ("table", "Change"), TW_COLUMN_LEFT },
                               { C_ ("table", "Activity"), TW_COLUMN_REST },
                               { C_ ("table: date then", "Was"), TW_COLUMN_RIGHT },
                               { C_ ("table: date now", "Now"), TW_COLUMN_RIGHT },
                               { C_ ("table: by so many days", "By"), TW_COLUMN_RIGHT } };
  const TwChanges *changes = tw_facts_changes (flow->facts);
  TwBaseline *baseline = tw_facts_baseline (flow->facts);
  g_autoptr (GArray) cells = cells_new ();
  g_autofree char *date = NULL;
  g_autofree char *head = NULL;

  if (baseline == NULL)
    return;
  add_changes (flow, cells, TW_GLYPH_LATE, C_ ("change", "Moved"), changes->slipped);
  add_changes (flow, cells, TW_GLYPH_DONE, C_ ("change", "Finished"), changes->finished);
  add_changes (flow, cells, TW_GLYPH_NEW, C_ ("change", "New"), changes->added);
  for (guint i = 0; flow->options->audience == TW_AUDIENCE_INTERNAL && i < changes->gone->len; i++)
    {
      TwBaselineItem *item = changes->gone->pdata[i];

      tw_cells_add (cells, g_strdup (C_ ("change", "Gone")))->glyph = TW_GLYPH_SKIPPED;
      tw_cells_add (cells, g_strdup (item->name));
      tw_cells_add (cells, day_words (flow, item->finish));
      tw_cells_add (cells, g_strdup ("–"));
      tw_cells_add (cells, g_strdup ("–"));
    }
  date = tw_words_date_near (baseline->taken, tw_facts_today (flow->facts), FALSE);
  head = g_strdup_printf (_ ("Changes since %s"), date);
  tw_flow_table (flow, head, columns, G_N_ELEMENTS (columns), cells, 0);
}
