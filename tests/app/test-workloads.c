/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-edit.h"
#include "tw-health.h"
#include "tw-test-plan.h"
#include "tw-test-window.h"
#include "tw-words.h"

/* The Workloads page by keyboard and pointer. Each test ends by undoing all that it did. */

static void
begin (TwTestWindow *test)
{
  tw_test_begin (test, tw_test_contoso (), "workloads");
  WAIT_FOR (tw_test_sees (test->window, "Blocked since 14 January"));
  tw_test_settle ();
  tw_test_settle ();
}

static TwWorkload *
workload_of (TwTestWindow *test, const char *id)
{
  return tw_list_find (tw_document_plan (test->document)->workloads, id, NULL);
}

static int
newest_of (TwTestWindow *test, const char *id)
{
  return tw_workload_newest_reading (workload_of (test, id))->active;
}

static TwSlice *
slice_of (TwTestWindow *test, const char *id)
{
  return workload_of (test, id)->slices->items[0];
}

static GtkWindow *
find_dialog (TwTestWindow *test)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) one = g_list_model_get_item (all, i);

      if (gtk_window_get_transient_for (one) == GTK_WINDOW (test->window)
          && gtk_widget_get_mapped (GTK_WIDGET (one)))
        return one;
    }
  return NULL;
}

/* The dialog that stands over the window, with the keyboard: it has no window manager to give it
 * to. */
static GtkWindow *
dialog_of (TwTestWindow *test)
{
  WAIT_FOR (find_dialog (test) != NULL);
  tw_test_focus (find_dialog (test));
  return find_dialog (test);
}

static GtkWidget *
pane_of (TwTestWindow *test)
{
  return gtk_widget_get_ancestor (tw_test_tip (test->window, "Rename"), GTK_TYPE_SCROLLED_WINDOW);
}

/* Brings what is further down in the pane into view. */
static GtkWidget *
bring (TwTestWindow *test, GtkWidget *widget)
{
  GtkWidget *view = pane_of (test);
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (view));
  double x, y, before;

  /* Until it stays where it is. */
  gtk_widget_translate_coordinates (widget, view, 0, 0, &x, &y);
  do
    {
      before = y;
      tw_test_settle ();
      gtk_widget_translate_coordinates (widget, view, 0, 0, &x, &y);
    }
  while (ABS (y - before) > 0.5);
  gtk_adjustment_set_value (scroll, gtk_adjustment_get_value (scroll) + y - 200);
  tw_test_settle ();
  return widget;
}

static GtkWidget *
show (TwTestWindow *test, const char *text)
{
  WAIT_FOR (tw_test_sees (pane_of (test), text));
  return bring (test, tw_test_find (pane_of (test), text));
}

static void
rows_by_pointer_and_keys (void)
{
  TwTestWindow test;

  begin (&test);
  /* What is blocked is what one comes for. */
  WAIT_FOR (tw_test_sees (test.window, "Blocked since 14 January"));
  WAIT_FOR (tw_test_sees (test.window, "Missing: business reason"));
  tw_test_click (tw_test_find (test.window, "Windows"));
  WAIT_FOR (tw_test_sees (test.window, "1,387 of 3,650"));
  tw_test_keys ("Down");
  WAIT_FOR (tw_test_sees (test.window, "2,184 of 4,200"));
  WAIT_FOR (tw_test_sees (test.window, "Missing: success owner"));
  tw_test_keys ("F2 ctrl+a");
  tw_test_type ("Office");
  tw_test_keys ("Return");
  WAIT_FOR (g_strcmp0 (workload_of (&test, "office-proplus")->name, "Office") == 0);
  tw_test_end (&test, 1);
}

/* One step: what hung on the level above goes with it. */
static void
the_status_by_its_levels (void)
{
  TwTestWindow test;

  begin (&test);
  tw_test_click (show (&test, "IT Change Management and Resourcing"));
  WAIT_FOR (
      tw_test_sees (test.window, "Is it devices, hardware, network, identity or the client?"));
  /* What it is has the cursor. */
  tw_test_keys ("Up Return");
  WAIT_FOR (g_strcmp0 (slice_of (&test, "intune")->reason, "it-infrastructure") == 0);
  g_assert_null (slice_of (&test, "intune")->detail);
  tw_test_keys ("Tab space");
  WAIT_FOR (tw_test_sees (test.window, "Bandwidth, proxy or firewall cannot carry cloud traffic"));
  tw_test_keys ("Down Down Down Return");
  WAIT_FOR (g_strcmp0 (slice_of (&test, "intune")->detail, "network") == 0);
  tw_test_end (&test, 2);
}

/* A level that had nothing to choose from is there as soon as it has. */
static void
a_level_appears (void)
{
  TwTestWindow test;

  begin (&test);
  tw_test_click (tw_test_find (test.window, "Windows"));
  WAIT_FOR (tw_test_sees (test.window, "1,387 of 3,650"));
  tw_test_click (show (&test, "In progress"));
  tw_test_settle ();
  tw_test_keys ("Down Return");
  WAIT_FOR (slice_of (&test, "windows-10")->status == TW_SLICE_BLOCKED);
  g_assert_false (tw_test_sees (pane_of (&test), "Detail"));
  tw_test_click (show (&test, "Reason"));
  WAIT_FOR (
      tw_test_sees (test.window, "Is it devices, hardware, network, identity or the client?"));
  tw_test_keys ("Down Return");
  WAIT_FOR (g_strcmp0 (slice_of (&test, "windows-10")->reason, "it-infrastructure") == 0);
  WAIT_FOR (tw_test_sees (pane_of (&test), "Detail"));
  tw_test_end (&test, 2);
}

/* What isn't a finding is asked for as well. */
static void
a_status_asks_for_what_it_needs (void)
{
  TwTestWindow test;

  begin (&test);
  tw_test_click (show (&test, "Blocked"));
  tw_test_settle ();
  tw_test_keys ("Down Return");
  WAIT_FOR (slice_of (&test, "intune")->status == TW_SLICE_NO_INTENT);
  WAIT_FOR (tw_test_sees (test.window, "Missing: the reason"));
  tw_test_end (&test, 1);
}

/* Types another day into the engagement start of Windows and leaves it by key. */
static void
type_start (TwTestWindow *test, const char *day, const char *key)
{
  GtkWidget *row;

  tw_test_click (tw_test_find (test->window, "Windows"));
  row = gtk_widget_get_ancestor (show (test, "Engagement start"), GTK_TYPE_LIST_BOX_ROW);
  tw_test_click (tw_test_entry_in (row));
  tw_test_keys ("ctrl+a");
  tw_test_type (day);
  tw_test_keys (key);
}

/* However its entry is left. */
static void
a_start_that_moves_needs_its_reason (gconstpointer key)
{
  TwTestWindow test;
  GtkWidget *why;

  begin (&test);
  type_start (&test, "1 Feb 2027", key);
  /* Nothing is taken yet. */
  g_assert_true (tw_document_plan (test.document) == test.plan);
  why = gtk_widget_get_ancestor (tw_test_find (test.window, "Why the change? Kept in the journal"),
                                 ADW_TYPE_ENTRY_ROW);
  WAIT_FOR (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (test.window)), why));
  tw_test_type ("Plants closed");
  tw_test_keys ("Return");
  WAIT_FOR (slice_of (&test, "windows-10")->engagement_start == tw_date_parse ("2027-02-01"));
  WAIT_FOR (tw_list_n (tw_document_plan (test.document)->journal)
            == tw_list_n (test.plan->journal) + 1);
  WAIT_FOR (tw_test_sees (test.window,
                          "The engagement start of Windows is on 1 February: hand over now"));
  tw_test_end (&test, 1);
}

static void
a_reason_that_was_typed_is_kept (void)
{
  TwTestWindow test;

  begin (&test);
  type_start (&test, "1 Feb 2027", "Return");
  tw_test_find (test.window, "Why the change? Kept in the journal");
  tw_test_settle ();
  tw_test_type ("Plants closed");
  tw_test_click (tw_test_find (test.window, "Teams"));
  WAIT_FOR (slice_of (&test, "windows-10")->engagement_start == tw_date_parse ("2027-02-01"));
  tw_test_end (&test, 1);
}

/* The whole row is for choosing, not only the button at its end. */
static void
the_title_of_a_choice_opens_it (void)
{
  TwTestWindow test;

  begin (&test);
  tw_test_click (show (&test, "Business reason"));
  WAIT_FOR (tw_test_sees (test.window, "End of life of existing IT"));
  tw_test_keys ("Down Return");
  WAIT_FOR (g_strcmp0 (slice_of (&test, "intune")->business_reason, "end-of-life") == 0);
  WAIT_FOR (tw_test_sees (pane_of (&test), "End of life of existing IT"));
  tw_test_end (&test, 1);
}

static void
a_number_is_wrong_until_it_is_mended (void)
{
  TwTestWindow test;
  GtkWindow *dialog;
  GtkWidget *row;

  begin (&test);
  tw_test_click (tw_test_find (test.window, "Update Usage"));
  dialog = dialog_of (&test);
  row = gtk_widget_get_ancestor (tw_test_find (dialog, "Exchange Online: 3,528 on 22 January"),
                                 ADW_TYPE_ENTRY_ROW);
  tw_test_settle ();
  tw_test_type ("odd");
  tw_test_keys ("Return");
  WAIT_FOR (gtk_widget_has_css_class (row, "error"));
  tw_test_keys ("ctrl+a");
  tw_test_type ("36");
  WAIT_FOR (!gtk_widget_has_css_class (row, "error"));
  tw_test_keys ("Escape");
  WAIT_FOR (find_dialog (&test) == NULL);
  tw_test_end (&test, 0);
}

/* It is said again after an edit of another member. */
static void
what_is_missing_stays_told (void)
{
  TwTestWindow test;

  begin (&test);
  tw_test_find (pane_of (&test), "Not recorded yet");
  tw_test_click (tw_test_entry_in (gtk_widget_get_ancestor (
      show (&test, "Intent, in one or two sentences"), ADW_TYPE_ENTRY_ROW)));
  tw_test_keys ("ctrl+a");
  tw_test_type ("Later");
  WAIT_FOR (g_strcmp0 (slice_of (&test, "intune")->intent_note, "Later") == 0);
  tw_test_settle ();
  tw_test_find (pane_of (&test), "Not recorded yet");
  tw_test_end (&test, 1);
}

static void
usage_of_all (void)
{
  TwTestWindow test;
  GtkWindow *dialog;

  begin (&test);
  tw_test_click (tw_test_find (test.window, "Update Usage"));
  dialog = dialog_of (&test);
  WAIT_FOR (tw_test_sees (dialog, "Exchange Online: 3,528 on 22 January"));
  tw_test_type ("3600");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (dialog)),
                          "Product\tActive\nIntune\t1,000\nTeams\t2800\nPost\t3\n");
  tw_test_keys ("ctrl+v");
  WAIT_FOR (tw_test_sees (dialog, "2 rows of the report are filled in. Not understood:\nPost\t3"));
  tw_test_click (tw_test_find (dialog, "Update"));
  WAIT_FOR (newest_of (&test, "intune") == 1000);
  WAIT_FOR (newest_of (&test, "exchange") == 3600);
  WAIT_FOR (tw_list_n (workload_of (&test, "exchange")->readings) == 12);
  tw_test_end (&test, 1);
}

/* What only a block has doesn't come with an edit. */
static void
an_unknown_part_asks_for_its_next_action_alone (void)
{
  TwTestWindow test;

  begin (&test);
  tw_test_click (tw_test_find (test.window, "Teams"));
  tw_test_click (show (&test, "Notes for the customer"));
  tw_test_click (show (&test, "Next action, never in the customer’s copy"));
  tw_test_keys ("ctrl+a Delete");
  WAIT_FOR (slice_of (&test, "teams")->next_action == NULL);
  tw_test_settle ();
  tw_test_find (pane_of (&test), "Since");
  g_assert_false (tw_test_sees (pane_of (&test), "Who removes the block"));
  g_assert_false (tw_test_sees (pane_of (&test), "Unblocked by"));
  tw_test_end (&test, 1);
}

static void
parts (void)
{
  TwTestWindow test;

  begin (&test);
  tw_test_click (show (&test, "Add Part"));
  WAIT_FOR (tw_list_n (workload_of (&test, "intune")->slices) == 2);
  tw_test_click (show (&test, "Seats"));
  tw_test_keys ("ctrl+a");
  tw_test_type ("200");
  WAIT_FOR (tw_test_sees (test.window, "The parts of Intune add up to 4,400 of 4,200 seats"));
  WAIT_FOR (((TwSlice *) workload_of (&test, "intune")->slices->items[1])->seats == 200);
  tw_test_end (&test, 2);
}

static void
readings (void)
{
  TwTestWindow test;

  begin (&test);
  tw_test_click (show (&test, "Readings"));
  tw_test_settle ();
  tw_test_click (bring (&test, tw_test_tip (test.window, "Delete Reading")));
  WAIT_FOR (tw_list_n (workload_of (&test, "intune")->readings) == 11);
  tw_test_click (bring (&test, tw_test_tip (test.window, "Add Reading")));
  WAIT_FOR (tw_list_n (workload_of (&test, "intune")->readings) == 12);
  tw_test_end (&test, 2);
}

/* However often a key counts it up. */
static void
a_number_counted_up_is_one_step (void)
{
  TwTestWindow test;
  GtkWidget *number;
  int active;

  begin (&test);
  active = newest_of (&test, "intune");
  tw_test_click (show (&test, "Readings"));
  tw_test_settle ();
  number = tw_test_find_type (
      gtk_widget_get_parent (bring (&test, tw_test_tip (test.window, "Delete Reading"))),
      GTK_TYPE_SPIN_BUTTON);
  gtk_widget_grab_focus (number);
  tw_test_keys ("Up Up Up");
  WAIT_FOR (newest_of (&test, "intune") == active + 3);
  tw_test_end (&test, 1);
}

static void
a_long_name_has_its_lines (void)
{
  const char *name
      = "Intune und was noch dazu gehört, damit ein Name wirklich sehr lang wird, länger ";
  g_autoptr (TwPlan) contoso = tw_test_contoso ();
  TwTestWindow test;
  double x, y;

  tw_test_begin (&test,
                 tw_plan_set_by_id (contoso, &tw_workload_type, "intune", "name",
                                    (TwValue){ .string = (char *) name }, NULL),
                 "workloads");
  gtk_widget_translate_coordinates (tw_test_find (test.window, "Blocked since 14 January"),
                                    pane_of (&test), 0, 0, &x, &y);
  g_assert_cmpint (y, <, 200);
  tw_test_end (&test, 0);
}

/* Also the pane, which opens over the table there. */
static void
fits_into_a_narrow_window (void)
{
  TwTestWindow test;
  int least;

  begin (&test);
  WAIT_FOR (tw_test_sees (test.window, "Readings"));
  gtk_widget_measure (GTK_WIDGET (test.window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                      NULL);
  g_assert_cmpint (least, <=, 360);
  tw_test_end (&test, 0);
}

static void
from_an_empty_page (void)
{
  TwTestWindow test;
  GtkWindow *dialog;

  tw_test_begin (&test, tw_test_plan_of ("'workloads':[]"), "workloads");
  WAIT_FOR (tw_test_sees (test.window, "No workloads"));
  tw_test_click (tw_test_find (test.window, "Add Workloads"));
  dialog = dialog_of (&test);
  tw_test_click (tw_test_find (dialog, "Exchange Online"));
  tw_test_click (tw_test_find (dialog, "Another one, by its name"));
  tw_test_type ("Planner");
  tw_test_click (tw_test_find (dialog, "Add"));
  WAIT_FOR (tw_list_n (tw_document_plan (test.document)->workloads) == 2);
  WAIT_FOR (tw_test_sees (test.window, "Planner"));
  tw_test_click (tw_test_find (test.window, "Planner"));
  tw_test_keys ("Delete");
  dialog = dialog_of (&test);
  WAIT_FOR (tw_test_sees (dialog, "Nothing else names it. Its parts and readings go with it."));
  tw_test_click (tw_test_find (dialog, "Remove"));
  WAIT_FOR (tw_list_n (tw_document_plan (test.document)->workloads) == 1);
  tw_test_end (&test, 2);
}

/* Each value of the chart is told, from the newest on. */
static void
the_chart_by_keys (void)
{
  g_autofree char *percent = tw_words_percent (18);
  g_autofree char *newest = g_strdup_printf ("22 January 2027: 756, %s", percent);
  g_autofree char *before = g_strdup_printf ("22 December 2026: 756, %s", percent);
  GtkWidget *below;
  TwTestWindow test;

  tw_test_begin (&test, tw_test_contoso (), "workloads");
  tw_test_click (tw_test_find (test.window, "Intune"));
  below = gtk_widget_get_ancestor (tw_test_find (test.window, "Readings"), ADW_TYPE_EXPANDER_ROW);
  gtk_widget_child_focus (below, GTK_DIR_TAB_FORWARD);
  tw_test_keys ("shift+Tab Left");
  tw_test_tip (test.window, newest);
  tw_test_keys ("Left");
  tw_test_tip (test.window, before);
  tw_test_keys ("Right Right");
  tw_test_tip (test.window, newest);
  tw_test_end (&test, 0);
}

int
main (int argc, char **argv)
{
  tw_test_init_windows (&argc, &argv);
  g_test_add_func ("/workloads/rows-by-pointer-and-keys", rows_by_pointer_and_keys);
  g_test_add_func ("/workloads/the-status-by-its-levels", the_status_by_its_levels);
  g_test_add_func ("/workloads/a-level-appears", a_level_appears);
  g_test_add_func ("/workloads/a-status-asks-for-what-it-needs", a_status_asks_for_what_it_needs);
  g_test_add_data_func ("/workloads/a-start-that-moves-needs-its-reason", "Return",
                        a_start_that_moves_needs_its_reason);
  g_test_add_data_func ("/workloads/a-start-that-moves-needs-its-reason/when-left", "Tab",
                        a_start_that_moves_needs_its_reason);
  g_test_add_func ("/workloads/a-reason-that-was-typed-is-kept", a_reason_that_was_typed_is_kept);
  g_test_add_func ("/workloads/the-title-of-a-choice-opens-it", the_title_of_a_choice_opens_it);
  g_test_add_func ("/workloads/what-is-missing-stays-told", what_is_missing_stays_told);
  g_test_add_func ("/workloads/a-number-is-wrong-until-it-is-mended",
                   a_number_is_wrong_until_it_is_mended);
  g_test_add_func ("/workloads/usage-of-all", usage_of_all);
  g_test_add_func ("/workloads/an-unknown-part-asks-for-its-next-action-alone",
                   an_unknown_part_asks_for_its_next_action_alone);
  g_test_add_func ("/workloads/parts", parts);
  g_test_add_func ("/workloads/readings", readings);
  g_test_add_func ("/workloads/a-number-counted-up-is-one-step", a_number_counted_up_is_one_step);
  g_test_add_func ("/workloads/the-chart-by-keys", the_chart_by_keys);
  g_test_add_func ("/workloads/a-long-name-has-its-lines", a_long_name_has_its_lines);
  g_test_add_func ("/workloads/fits-into-a-narrow-window", fits_into_a_narrow_window);
  g_test_add_func ("/workloads/from-an-empty-page", from_an_empty_page);
  return g_test_run ();
}
