/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-check.h"
#include "tw-health.h"
#include "tw-test-plan.h"
#include "tw-test-window.h"

/* A health review with the customer, prepared and followed up by keyboard and pointer: usage pasted
 * from a report, a workload blocked, two decisions, the meeting recorded, the summary brought up
 * to date. */

#define DAY tw_date_parse ("2027-01-22")

static TwPlan *
plan_of (TwTestWindow *test)
{
  return tw_document_plan (test->document);
}

static GtkWidget *
row_of (TwTestWindow *test, const char *text)
{
  return gtk_widget_get_ancestor (tw_test_find (test->window, text), GTK_TYPE_LIST_BOX_ROW);
}

static TwWorkload *
workload_of (TwTestWindow *test, const char *id)
{
  return tw_list_find (plan_of (test)->workloads, id, NULL);
}

static void
paste_usage (TwTestWindow *test)
{
  GtkWindow *dialog;

  tw_test_keys ("alt+5");
  tw_test_click (tw_test_find (test->window, "Update Usage"));
  dialog = tw_test_dialog (test->window);
  tw_test_find (dialog, "Exchange Online: 3,528 on 22 January");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (dialog)),
                          "Windows\t2,700\nMicrosoft 365 Apps\t3,100\n");
  tw_test_keys ("ctrl+v");
  tw_test_find (dialog, "2 rows of the report are filled in.");
  tw_test_click (tw_test_find (dialog, "Update"));
  WAIT_FOR (tw_workload_newest_reading (workload_of (test, "windows-10"))->active == 2700);
  tw_test_focus (GTK_WINDOW (test->window));
  tw_test_find (test->window, "Green: Windows and Microsoft 365 Apps are above 70 %");
}

static void
block_a_workload (TwTestWindow *test)
{
  GtkWidget *row = row_of (test, "Teams");

  gtk_widget_grab_focus (row);
  tw_test_keys ("Menu");
  tw_test_click (tw_test_find (row, "Set Status"));
  tw_test_click (tw_test_find (row, "Blocked"));
  WAIT_FOR (((TwSlice *) workload_of (test, "teams")->slices->items[0])->status
            == TW_SLICE_BLOCKED);
  tw_test_settle ();
}

static void
decide (TwTestWindow *test, const char *title)
{
  guint n = tw_list_n (plan_of (test)->register_);

  tw_test_click (tw_test_find (test->window, "Add Entry"));
  tw_test_keys ("Down Down Return"); /* risk, issue, decision */
  WAIT_FOR (tw_list_n (plan_of (test)->register_) == n + 1);
  tw_test_settle ();
  tw_test_type (title);
  gtk_widget_grab_focus (row_of (test, title));
  tw_test_keys ("Menu");
  tw_test_click (tw_test_find (test->window, "Mark as Decided"));
  WAIT_FOR (((TwEntry *) plan_of (test)->register_->items[n])->status == TW_ENTRY_CLOSED);
  g_assert_cmpint (((TwEntry *) plan_of (test)->register_->items[n])->kind, ==, TW_ENTRY_DECISION);
  tw_test_settle ();
}

static void
record_the_meeting (TwTestWindow *test)
{
  TwMeeting *meeting;

  tw_test_keys ("ctrl+m");
  tw_test_find (test->window, "Baseline “Meeting of 22 January”");
  meeting = tw_list_find (plan_of (test)->meetings, "g3", NULL);
  g_assert_cmpint (meeting->date, ==, DAY);
  g_assert_nonnull (meeting->baseline);
  tw_test_settle ();
}

static void
follow_up (TwTestWindow *test)
{
  tw_test_keys ("alt+1");
  tw_test_find (test->window, "2 of 3 groups green");
  tw_test_find (test->window, "Compared with 22 January");
  tw_test_find (test->window, "The plan has changed since this was written");
  gtk_widget_grab_focus (
      gtk_widget_get_ancestor (tw_test_find (test->window, "Use Proposal"), GTK_TYPE_BUTTON));
  tw_test_keys ("space");
  WAIT_FOR (plan_of (test)->summary == NULL);
  gtk_widget_grab_focus (tw_test_tip (row_of (test, "Health review"), "Mark as held"));
  tw_test_keys ("space");
  tw_test_settle ();
  WAIT_FOR (g_strcmp0 (tw_document_undo_label (test->document), "Mark “Health review” as Held")
            == 0);
}

static void
from_the_kick_off_to_the_next_review (void)
{
  TwTestWindow test;

  tw_test_begin (&test, tw_test_contoso (), "overview");
  paste_usage (&test);
  block_a_workload (&test);
  tw_test_keys ("alt+6");
  decide (&test, "Kiosk devices come in spring");
  decide (&test, "Training starts at Leeds");
  record_the_meeting (&test);
  follow_up (&test);
  /* Usage, the status; each decision is added, named and taken; the meeting; summary, held. */
  tw_test_end (&test, 2 + 2 * 3 + 1 + 2);
}

int
main (int argc, char **argv)
{
  tw_test_init_windows (&argc, &argv);
  g_test_add_func ("/review/from-the-kick-off-to-the-next", from_the_kick_off_to_the_next_review);
  return g_test_run ();
}
