/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-history.h"
#include "tw-test-plan.h"

#define LIMIT 1000

static TwHistory *
begin (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan ("");

  return tw_history_new (plan);
}

/* An edit that makes a plan with this title. */
static void
push (TwHistory *history, const char *title, const char *merge_key)
{
  g_autoptr (TwPlan) plan = tw_record_copy (tw_history_plan (history));

  tw_string_set (&plan->title, title);
  tw_history_push (history, plan, title, merge_key);
}

/* The title of the current plan, what would be undone and what redone; NULL: nothing. */
static void
stands (TwHistory *history, const char *title, const char *undo, const char *redo)
{
  g_assert_cmpstr (tw_history_plan (history)->title, ==, title);
  g_assert_cmpstr (tw_history_undo_label (history), ==, undo);
  g_assert_cmpstr (tw_history_redo_label (history), ==, redo);
}

static void
labels (void)
{
  g_autoptr (TwHistory) history = begin ();

  stands (history, "Test", NULL, NULL);
  g_assert_false (tw_history_undo (history));
  g_assert_false (tw_history_redo (history));
  push (history, "A", NULL);
  stands (history, "A", "A", NULL);
  push (history, "B", NULL);
  stands (history, "B", "B", NULL);
  g_assert_true (tw_history_undo (history));
  stands (history, "A", "A", "B");
  g_assert_true (tw_history_undo (history));
  stands (history, "Test", NULL, "A");
  g_assert_false (tw_history_undo (history));
  stands (history, "Test", NULL, "A");
  g_assert_true (tw_history_redo (history));
  g_assert_true (tw_history_redo (history));
  stands (history, "B", "B", NULL);
  g_assert_false (tw_history_redo (history));
}

static void
an_edit_clears_what_was_undone (void)
{
  g_autoptr (TwHistory) history = begin ();

  push (history, "A", NULL);
  push (history, "B", NULL);
  push (history, "C", NULL);
  tw_history_undo (history);
  tw_history_undo (history);
  push (history, "D", NULL);
  stands (history, "D", "D", NULL);
  g_assert_false (tw_history_redo (history));
  g_assert_true (tw_history_undo (history));
  stands (history, "A", "A", "D");
}

/* What is typed into one entry is one step, under its first label: a rename tells the old
 * name. */
static void
edits_with_one_key_are_one_step (void)
{
  g_autoptr (TwHistory) history = begin ();

  push (history, "A", "a1.name");
  push (history, "Ab", "a1.name");
  push (history, "Abc", "a1.name");
  stands (history, "Abc", "A", NULL);
  g_assert_true (tw_history_undo (history));
  stands (history, "Test", NULL, "A");
  g_assert_true (tw_history_redo (history));
  stands (history, "Abc", "A", NULL);
}

static void
other_keys_are_other_steps (void)
{
  g_autoptr (TwHistory) history = begin ();

  push (history, "A", "a1.name");
  push (history, "B", "a1.notes");
  push (history, "C", NULL);
  push (history, "D", NULL);
  push (history, "E", "a1.name");
  for (const char *const *title = (const char *const[]){ "E", "D", "C", "B", "A", NULL };
       *title != NULL; title++)
    {
      g_assert_cmpstr (tw_history_undo_label (history), ==, *title);
      g_assert_true (tw_history_undo (history));
    }
  stands (history, "Test", NULL, "A");
}

static void
a_seal_ends_a_step (void)
{
  g_autoptr (TwHistory) history = begin ();

  push (history, "A", "a1.name");
  tw_history_seal (history);
  push (history, "B", "a1.name");
  g_assert_true (tw_history_undo (history));
  stands (history, "A", "A", "B");
}

/* Neither is merged with what was edited before. */
static void
undo_and_redo_end_a_step (void)
{
  g_autoptr (TwHistory) history = begin ();

  push (history, "A", NULL);
  push (history, "B", "a1.name");
  tw_history_undo (history);
  push (history, "C", "a1.name");
  g_assert_true (tw_history_undo (history));
  stands (history, "A", "A", "C");
  tw_history_redo (history);
  push (history, "D", "a1.name");
  g_assert_true (tw_history_undo (history));
  stands (history, "C", "C", "D");
}

static void
the_oldest_steps_go (void)
{
  g_autoptr (TwHistory) history = begin ();
  int undone = 0;

  for (int i = 1; i <= LIMIT + 5; i++)
    {
      g_autofree char *title = g_strdup_printf ("%d", i);

      push (history, title, NULL);
    }
  /* One that is merged costs none. */
  push (history, "merged", "a1.name");
  push (history, "last", "a1.name");
  while (tw_history_undo (history))
    undone++;
  g_assert_cmpint (undone, ==, LIMIT);
  stands (history, "6", NULL, "7");
  while (tw_history_redo (history))
    undone--;
  g_assert_cmpint (undone, ==, 0);
  stands (history, "last", "merged", NULL);
}

static void
what_is_taken_back_is_no_step (void)
{
  g_autoptr (TwHistory) history = begin ();

  push (history, "1", NULL);
  push (history, "2", "a1.name");
  push (history, "1", "a1.name");
  stands (history, "1", "1", NULL);
  /* What comes next is a step of its own. */
  push (history, "3", "a1.name");
  stands (history, "3", "3", NULL);
  g_assert_true (tw_history_undo (history));
  stands (history, "1", "1", "3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/labels", labels);
  g_test_add_func ("/history/an-edit-clears-what-was-undone", an_edit_clears_what_was_undone);
  g_test_add_func ("/history/edits-with-one-key-are-one-step", edits_with_one_key_are_one_step);
  g_test_add_func ("/history/other-keys-are-other-steps", other_keys_are_other_steps);
  g_test_add_func ("/history/a-seal-ends-a-step", a_seal_ends_a_step);
  g_test_add_func ("/history/undo-and-redo-end-a-step", undo_and_redo_end_a_step);
  g_test_add_func ("/history/the-oldest-steps-go", the_oldest_steps_go);
  g_test_add_func ("/history/what-is-taken-back-is-no-step", what_is_taken_back_is_no_step);
  return g_test_run ();
}
