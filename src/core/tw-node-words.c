/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-words.h"

/* What is said of nodes, and of what recurs. */

char *
tw_words_short_name (const char *name)
{
  const char *end = name;

  /* “and”, “for”, “und”, “y”: the rest explains the name. Where nothing is written in small
   * letters, or without spaces between words, the name is its own short one. */
  while ((end = strchr (end, ' ')) != NULL)
    if (g_unichar_islower (g_utf8_get_char (++end)))
      return g_strndup (name, (gsize) (end - 1 - name));
  return g_strdup (name);
}

char *
tw_words_activities (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u activity", "%u activities", n), n);
}

char *
tw_words_phases (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u phase", "%u phases", n), n);
}

char *
tw_words_seats (int n)
{
  g_autofree char *number = tw_words_number (n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s seat", "%s seats", (gulong) n), number);
}

/* The place of the phase with this id, or that of none. */
static guint
phase_at (TwMotion *motion, const char *id, guint none)
{
  int at;

  return id != NULL && tw_list_find (motion->phases, id, &at) != NULL ? (guint) at : none;
}

char *
tw_words_recurring (TwMotion *motion)
{
  guint n = tw_list_n (motion->phases), first = n, last = 0;
  g_autofree char *count = tw_words_activities (tw_list_n (motion->recurring));

  TW_FOREACH (TwRecurring, recurring, motion->recurring)
    {
      first = MIN (first, phase_at (motion, recurring->from, 0));
      last = MAX (last, phase_at (motion, recurring->until, n - 1));
    }
  if (n == 0 || first >= n)
    return g_steal_pointer (&count);
  if (first == last)
    return g_strdup_printf (C_ ("count, phase", "%s, %s"), count,
                            tw_record_name (motion->phases->items[first]));
  return g_strdup_printf (C_ ("count, first and last phase", "%s, %s to %s"), count,
                          tw_record_name (motion->phases->items[first]),
                          tw_record_name (motion->phases->items[last]));
}

gboolean
tw_node_is_unique (TwPlaybook *playbook, TwIndex *index, guint number)
{
  TwNode *node = tw_index_node (index, number), *phase;
  TwActivity *activity = node->record;
  TwMotion *of;
  TwPbMotion *motion;
  TwPbMotionPhase *entry;

  if (node->kind != TW_KIND_ACTIVITY || activity->approach != NULL)
    return FALSE;
  if (activity->kind == NULL)
    return TRUE;
  phase = tw_index_node (index, (guint) node->parent);
  of = tw_index_node (index, (guint) phase->parent)->record;
  motion = of->kind != NULL ? tw_playbook_motion (playbook, of->kind) : NULL;
  entry = motion != NULL && ((TwPhase *) phase->record)->kind != NULL
              ? tw_list_find (motion->phases, ((TwPhase *) phase->record)->kind, NULL)
              : NULL;
  return entry != NULL && tw_list_has (entry->unique, activity->kind);
}

static void
append_line (GString *text, TwFacts *facts, guint number)
{
  TwSchedule *schedule = tw_facts_schedule (facts);
  TwActivity *activity = tw_index_node (tw_schedule_index (schedule), number)->record;
  TwPerson *owner = tw_owner_shown (tw_facts_plan (facts), activity->owner, activity->roles);
  const TwSpan *span = tw_schedule_span (schedule, number);
  g_autofree char *dates
      = tw_words_range (span->start, span->finish, tw_facts_today (facts), FALSE);

  g_string_append_printf (text, "%s\t%s\t%s\n", activity->name, owner != NULL ? owner->name : "",
                          dates);
}

char *
tw_words_list (TwFacts *facts, const char *const *nodes)
{
  TwIndex *index = tw_schedule_index (tw_facts_schedule (facts));
  GString *text = g_string_new (NULL);
  guint until = 0; /* what is below a node that was listed */

  for (guint i = 0; nodes[i] != NULL; i++)
    {
      int number = tw_index_find (index, nodes[i]);

      for (guint j = MAX ((guint) number, until);
           number >= 0 && j < tw_index_node (index, (guint) number)->end; j++)
        {
          until = j + 1;
          if (tw_index_node (index, j)->kind == TW_KIND_ACTIVITY)
            append_line (text, facts, j);
        }
    }
  return g_string_free (text, FALSE);
}

static void
append_part (GString *text, char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part);
  g_free (part);
}

char *
tw_words_node (TwFacts *facts, guint node)
{
  TwNode *found = tw_index_node (tw_schedule_index (tw_facts_schedule (facts)), node);
  const TwSpan *span = tw_schedule_span (tw_facts_schedule (facts), node);
  const TwNodeFacts *own = tw_facts_node (facts, node);
  GString *text = g_string_new (tw_record_name (found->record));

  append_part (text, g_strdup (own->late && own->state != TW_STATUS_BLOCKED
                                   ? C_ ("status", "Late")
                                   : tw_words_status (own->state)));
  if (found->kind == TW_KIND_ACTIVITY)
    {
      TwActivity *activity = found->record;
      TwPerson *owner = tw_owner_shown (tw_facts_plan (facts), activity->owner, activity->roles);

      append_part (text, g_strdup (owner != NULL ? owner->name : NULL));
      append_part (text, tw_words_range (span->start, span->finish, tw_facts_today (facts), FALSE));
      append_part (text, tw_words_days (activity->days));
    }
  else
    {
      append_part (text, tw_words_percent (own->progress));
      append_part (text, tw_words_range (span->start, span->finish, tw_facts_today (facts), FALSE));
    }
  if (own->in_baseline && own->slip != 0)
    {
      g_autofree char *slip = tw_words_slip (own->slip, FALSE);

      append_part (text, g_strdup_printf (_ ("moved by %s"), slip));
    }
  return g_string_free (text, FALSE);
}

char *
tw_words_occurrence (TwFacts *facts, const char *id, TwDate day)
{
  TwSchedule *schedule = tw_facts_schedule (facts);
  TwMotion *motion;
  TwRecurring *recurring = tw_index_recurring (tw_schedule_index (schedule), id, &motion);
  g_autoptr (GArray) days = tw_schedule_occurrences (schedule, motion, recurring);
  TwDate today = tw_facts_today (facts), last = TW_DATE_NONE, next = TW_DATE_NONE;
  GString *text = g_string_new (recurring->name);

  for (guint i = 0; i < days->len && next == TW_DATE_NONE; i++)
    {
      TwDate one = g_array_index (days, TwDate, i);

      if (one <= day)
        last = one;
      if (one > today)
        next = one;
    }
  append_part (text, tw_words_period (recurring->every));
  if (last != TW_DATE_NONE)
    {
      g_autofree char *date = tw_words_date_near (last, today, FALSE);

      append_part (text, g_strdup_printf (tw_recurring_was_held (recurring, last)
                                              ? C_ ("recurring", "held on %s")
                                              : C_ ("recurring", "not held on %s"),
                                          date));
    }
  if (next != TW_DATE_NONE)
    {
      g_autofree char *date = tw_words_date_near (next, today, FALSE);

      append_part (text, g_strdup_printf (C_ ("recurring", "next on %s"), date));
    }
  return g_string_free (text, FALSE);
}
