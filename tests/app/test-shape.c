/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-edit.h"
#include "tw-test-plan.h"
#include "tw-test-window.h"

/* The windows in which a plan is given its shape, by keyboard and pointer. */

typedef struct
{
  TwPlan *plan; /* as it was */
  TwDocument *document;
  TwWindow *window;
} Fixture;

static void
begin (Fixture *fixture)
{
  fixture->plan = tw_test_contoso ();
  fixture->window = tw_test_window_of (fixture->plan, &fixture->document);
  tw_window_show_page (fixture->window, "motions");
  tw_test_settle ();
}

static TwPlan *
plan_of (Fixture *fixture)
{
  return tw_document_plan (fixture->document);
}

/* Undone step by step nothing of what was done is left. */
static void
end (Fixture *fixture, guint n_steps)
{
  for (guint i = 0; i < n_steps; i++)
    {
      g_assert_false (plan_of (fixture) == fixture->plan);
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
    }
  g_assert_true (plan_of (fixture) == fixture->plan);
  tw_test_settle ();
  tw_test_window_destroy (fixture->window, fixture->document);
  tw_plan_unref (fixture->plan);
}

static TwMotion *
motion_at (Fixture *fixture, guint at)
{
  g_assert_cmpuint (at, <, tw_list_n (plan_of (fixture)->motions));
  return plan_of (fixture)->motions->items[at];
}

static guint
count_activities (TwMotion *motion, const char *kind)
{
  guint n = 0;

  TW_FOREACH (TwPhase, phase, motion->phases)
    TW_FOREACH (TwActivity, activity, phase->activities)
      n += kind == NULL || g_strcmp0 (activity->kind, kind) == 0;
  return n;
}

static void
choose_from_menu (Fixture *fixture, const char *tip, const char *item)
{
  tw_test_click (tw_test_tip (fixture->window, tip));
  tw_test_click (tw_test_find (fixture->window, item));
  tw_test_settle ();
}

/* What the playbook has more is added one by one, by the space bar alone. */
static void
compare_with_the_playbook (void)
{
  Fixture fixture;
  GtkWindow *dialog;
  TwPlan *before;
  guint n;

  begin (&fixture);
  n = count_activities (motion_at (&fixture, 1), NULL);
  choose_from_menu (&fixture, "More", "Compare with Playbook…");
  dialog = tw_test_dialog (fixture.window);
  tw_test_find (dialog, "Renamed; in the playbook: “Conduct Customer Kickoff”");
  tw_test_find (dialog, "Only in this plan");
  tw_test_find (dialog, "Land the Benefit");
  before = plan_of (&fixture);
  tw_test_keys ("space");
  WAIT_FOR (plan_of (&fixture) != before && !tw_test_sees (dialog, "Land the Benefit"));
  before = plan_of (&fixture);
  tw_test_keys ("space");
  WAIT_FOR (plan_of (&fixture) != before && !tw_test_sees (dialog, "Deploy Securely"));
  g_assert_cmpuint (count_activities (motion_at (&fixture, 1), NULL), ==, n + 2);
  tw_test_keys ("ctrl+z");
  tw_test_find (dialog, "Deploy Securely");
  tw_test_keys ("Escape");
  tw_test_focus (GTK_WINDOW (fixture.window));
  end (&fixture, 1);
}

/* The reason is told, and doesn't hinder. */
static void
add_to_a_phase (void)
{
  Fixture fixture;
  GtkWindow *dialog;

  begin (&fixture);
  tw_test_click (tw_test_find (fixture.window, "Assess"));
  tw_test_keys ("shift+F10");
  tw_test_click (tw_test_find (fixture.window, "Add from Playbook…"));
  dialog = tw_test_dialog (fixture.window);
  tw_test_find (dialog, "Assess");
  g_assert_false (tw_test_sees (dialog, "Initiate"));
  tw_test_find (dialog, "Left out: of the approach Skype for Business to Teams Transition");
  gtk_widget_grab_focus (tw_test_tip (dialog, "Add “Transition Inventory” to the plan"));
  tw_test_keys ("space");
  WAIT_FOR (count_activities (motion_at (&fixture, 1), "s2t-inventory") == 1);
  tw_test_keys ("Escape");
  tw_test_focus (GTK_WINDOW (fixture.window));
  end (&fixture, 1);
}

/* A motion that isn't there shows what it would bring, and comes in as it was asked for. */
static void
add_motions (void)
{
  Fixture fixture;
  TwMotion *added;

  begin (&fixture);
  choose_from_menu (&fixture, "Add Motion", "Older motions");
  tw_test_click (tw_test_find (fixture.window, "Re-engagement"));
  tw_test_find (fixture.window, "Taking over from");
  tw_test_click (tw_test_find (fixture.window, "Add to Plan"));
  WAIT_FOR (tw_list_n (plan_of (&fixture)->motions) == 3);
  added = motion_at (&fixture, 2);
  g_assert_cmpstr (added->kind, ==, "re-engagement");
  g_assert_true (tw_list_has (added->after, motion_at (&fixture, 1)->id));
  tw_test_find (fixture.window, "Add Phase");

  choose_from_menu (&fixture, "Add Motion", "Empty Motion");
  tw_test_type ("Our own way");
  tw_test_keys ("Return");
  WAIT_FOR (g_str_equal (motion_at (&fixture, 3)->name, "Our own way"));
  end (&fixture, 3);
}

/* From the sidebar, by keys. */
static void
motions_by_keys (void)
{
  Fixture fixture;
  TwMotion *first, *second;

  begin (&fixture);
  first = motion_at (&fixture, 0);
  second = motion_at (&fixture, 1);
  tw_test_click (tw_test_find (fixture.window, "Targeting"));
  tw_test_keys ("alt+Down");
  WAIT_FOR (motion_at (&fixture, 0) == second);
  tw_test_keys ("alt+Up");
  WAIT_FOR (motion_at (&fixture, 0) == first);
  tw_test_keys ("ctrl+d");
  WAIT_FOR (tw_list_n (plan_of (&fixture)->motions) == 3);
  tw_test_keys ("F2");
  tw_test_type ("Once more");
  tw_test_keys ("Return");
  WAIT_FOR (g_str_equal (motion_at (&fixture, 1)->name, "Once more"));
  end (&fixture, 4);
}

static void
approaches_come_and_go (void)
{
  Fixture fixture;
  TwApproach *added;
  GtkWidget *sidebar;

  begin (&fixture);
  sidebar = gtk_widget_get_ancestor (tw_test_tip (fixture.window, "Add Approach"),
                                     GTK_TYPE_SCROLLED_WINDOW);
  tw_test_click (tw_test_find (sidebar, "Teams Rooms"));
  tw_test_click (tw_test_find (fixture.window, "Add to Plan"));
  WAIT_FOR (tw_list_n (plan_of (&fixture)->approaches) == 3);
  added = plan_of (&fixture)->approaches->items[2];
  g_assert_cmpstr (added->kind, ==, "teams-rooms");
  tw_test_click (tw_test_find (sidebar, "Teams Rooms"));
  tw_test_keys ("alt+Up");
  WAIT_FOR (plan_of (&fixture)->approaches->items[1] == added);
  tw_test_keys ("Delete");
  WAIT_FOR (tw_list_n (plan_of (&fixture)->approaches) == 2);
  end (&fixture, 3);
}

int
main (int argc, char **argv)
{
  tw_test_init_windows (&argc, &argv);
  g_test_add_func ("/shape/compare-with-the-playbook", compare_with_the_playbook);
  g_test_add_func ("/shape/add-to-a-phase", add_to_a_phase);
  g_test_add_func ("/shape/add-motions", add_motions);
  g_test_add_func ("/shape/motions-by-keys", motions_by_keys);
  g_test_add_func ("/shape/approaches-come-and-go", approaches_come_and_go);
  return g_test_run ();
}
