/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-trial.h"
#include "tw-words.h"

static void
clear_trial (gpointer data)
{
  TwTrial *trial = data;

  g_clear_pointer (&trial->before, tw_schedule_unref);
  g_clear_pointer (&trial->after, tw_schedule_unref);
  g_clear_pointer (&trial->moved, g_array_unref);
  g_clear_pointer (&trial->pushed, g_array_unref);
  g_clear_pointer (&trial->note, g_free);
}

TwTrial *
tw_trial_ref (TwTrial *trial)
{
  return g_rc_box_acquire (trial);
}

void
tw_trial_unref (TwTrial *trial)
{
  g_rc_box_release_full (trial, clear_trial);
}

/* The nodes, and the extent and way of what is dragged itself. */
static void
find_moved (TwTrial *trial, const char *const *nodes)
{
  TwIndex *index = tw_schedule_index (trial->before);
  TwWorkdays *workdays = tw_schedule_workdays (trial->before);
  TwDate start = TW_DATE_MAX, finish = TW_DATE_NONE;

  trial->start = TW_DATE_MAX;
  for (guint i = 0, below = 0; i < tw_index_n_nodes (index); i++)
    {
      TwNode *node = tw_index_node (index, i);
      const TwSpan *was = tw_schedule_span (trial->before, i);
      const TwSpan *is = tw_schedule_span (trial->after, i);

      if (i >= below && !g_strv_contains (nodes, node->id))
        continue;
      g_array_append_val (trial->moved, i);
      below = MAX (below, node->end);
      start = MIN (start, was->start);
      finish = MAX (finish, was->finish);
      trial->start = MIN (trial->start, is->start);
      trial->finish = MAX (trial->finish, is->finish);
    }
  if (trial->grip != TW_GRIP_RIGHT && trial->start != start)
    trial->days = tw_workdays_between (workdays, start, trial->start);
  else
    trial->days = tw_workdays_between (workdays, finish, trial->finish);
}

static void
find_pushed (TwTrial *trial)
{
  TwIndex *index = tw_schedule_index (trial->before);

  for (guint i = 0, at = 0; i < tw_index_n_nodes (index); i++)
    {
      const TwSpan *was = tw_schedule_span (trial->before, i);
      const TwSpan *is = tw_schedule_span (trial->after, i);

      if (at < trial->moved->len && g_array_index (trial->moved, guint, at) == i)
        {
          at++;
          continue;
        }
      if (tw_index_node (index, i)->kind != TW_KIND_ACTIVITY || !is->counts
          || (was->start == is->start && was->finish == is->finish))
        continue;
      g_array_append_val (trial->pushed, i);
      trial->n_later += is->finish > was->finish || is->start > was->start;
    }
}

/* What becomes of the go-live is what matters most. */
static void
find_note (TwTrial *trial, const char *held)
{
  const char *go_live = tw_schedule_plan (trial->before)->go_live;
  const TwSpan *was = go_live != NULL ? tw_schedule_find (trial->before, go_live) : NULL;
  const TwSpan *is = was != NULL ? tw_schedule_find (trial->after, go_live) : NULL;

  if (is != NULL && was->start != is->start)
    {
      g_autofree char *date = tw_words_date_near (is->start, was->start, FALSE);

      trial->note = g_strdup_printf (_ ("Go-live moves to %s"), date);
    }
  else
    trial->note = g_strdup (held);
}

TwTrial *
tw_trial_new (TwSchedule *schedule, const char *const *nodes, TwGrip grip, int n, GError **error)
{
  g_autofree char *held = NULL;
  g_autoptr (TwPlan) plan = tw_edit_drag (schedule, nodes, grip, n, &held, error);
  g_autoptr (TwSchedule) after = plan != NULL ? tw_schedule_new (plan, error) : NULL;
  TwTrial *trial;

  if (after == NULL)
    return NULL;
  trial = g_rc_box_new0 (TwTrial);
  trial->before = tw_schedule_ref (schedule);
  trial->after = g_steal_pointer (&after);
  trial->grip = grip;
  trial->moved = g_array_new (FALSE, FALSE, sizeof (guint));
  trial->pushed = g_array_new (FALSE, FALSE, sizeof (guint));
  find_moved (trial, nodes);
  find_pushed (trial);
  find_note (trial, held);
  return trial;
}

/* --- words --- */

/* How far it moved; of what is dragged by an end, how long it is now. */
static char *
move_words (TwTrial *trial)
{
  guint n = (guint) ABS (trial->days);
  const char *sign = trial->days < 0 ? "−" : "+";
  TwWorkdays *workdays = tw_schedule_workdays (trial->before);

  if (trial->grip != TW_GRIP_BODY)
    {
      int days = tw_workdays_between (workdays, trial->start - 1, trial->finish);
      int change = trial->grip == TW_GRIP_LEFT ? -trial->days : trial->days;

      if (change == 0)
        return g_strdup_printf (
            g_dngettext (GETTEXT_PACKAGE, "%d working day", "%d working days", (gulong) days),
            days);
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d working day (%s%d)",
                                           "%d working days (%s%d)", (gulong) days),
                              days, change < 0 ? "−" : "+", ABS (change));
    }
  if (n == 0)
    return g_strdup (_ ("Stays where it is"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s%u working day", "%s%u working days", n),
                          sign, n);
}

static char *
push_words (TwTrial *trial)
{
  guint n = trial->pushed->len;

  if (n == 0)
    return g_strdup (_ ("Pushes nothing else"));
  if (trial->n_later == n)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Pushes %u activity", "Pushes %u activities", n), n);
  if (trial->n_later == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Brings %u activity forward",
                                         "Brings %u activities forward", n),
                            n);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Moves %u other activity", "Moves %u other activities", n), n);
}

GStrv
tw_trial_lines (TwTrial *trial, TwDate today)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  g_ptr_array_add (lines, tw_words_range (trial->start, trial->finish, today, FALSE));
  g_ptr_array_add (lines, move_words (trial));
  g_ptr_array_add (lines, push_words (trial));
  if (trial->note != NULL)
    g_ptr_array_add (lines, g_strdup (trial->note));
  g_ptr_array_add (lines, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}

char *
tw_trial_words (TwTrial *trial, TwDate today)
{
  g_auto (GStrv) lines = tw_trial_lines (trial, today);
  g_autofree char *words = g_strjoinv (", ", lines);
  TwIndex *index = tw_schedule_index (trial->before);
  TwNode *first = tw_index_node (index, g_array_index (trial->moved, guint, 0));

  if (trial->moved->len == first->end - g_array_index (trial->moved, guint, 0))
    return g_strconcat (tw_record_name (first->record), ", ", words, NULL);
  return g_steal_pointer (&words);
}

int
tw_trial_days_to (TwSchedule *schedule, const char *node, TwGrip grip, TwDate day)
{
  const TwSpan *span = tw_schedule_find (schedule, node);
  TwWorkdays *workdays = tw_schedule_workdays (schedule);
  TwDate from, before, after;

  g_return_val_if_fail (span != NULL, 0);
  from = tw_workdays_on_or_after (workdays, grip == TW_GRIP_RIGHT ? span->finish : span->start);
  day = CLAMP (day, tw_schedule_plan (schedule)->start - 1, TW_DATE_MAX);
  before = tw_workdays_on_or_before (workdays, day);
  after = tw_workdays_on_or_after (workdays, day);
  if (after > TW_DATE_MAX || (before != TW_DATE_NONE && day - before < after - day))
    after = before;
  return tw_workdays_between (workdays, from, after);
}
