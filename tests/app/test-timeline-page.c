/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-edit.h"
#include "tw-test-calendar.h"
#include "tw-test-plan.h"

/* What stands around the calendar: filters, baselines, the legend, and what it remembers. */

/* The ids of the activities that are shown, with spaces. */
static char *
activities_shown (TwTestCalendar *fixture)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < fixture->timeline->rows->len; i++)
    if (g_array_index (fixture->timeline->rows, TwTimelineRow, i).kind == TW_ROW_ACTIVITY)
      g_ptr_array_add (ids, (gpointer) tw_timeline_row_id (fixture->timeline, (int) i));
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (" ", (char **) ids->pdata);
}

static gboolean
shows (TwTestCalendar *fixture, const char *expected)
{
  g_autofree char *ids = activities_shown (fixture);

  return g_str_equal (ids, expected);
}

static void
choose (TwTestCalendar *fixture, const char *choice, const char *other)
{
  tw_test_click (tw_test_find (fixture->window, choice));
  tw_test_click (tw_test_find (fixture->window, other));
  tw_test_settle ();
}

/* By the popover; told, remembered for the plan, and cleared again. */
static void
a_filter_leaves_what_it_has (void)
{
  TwTestCalendar fixture;

  tw_test_calendar_begin (&fixture);
  tw_test_click (tw_test_tip (fixture.window, "Filter"));
  choose (&fixture, "Owner", "Tom Lindqvist");
  WAIT_FOR (shows (&fixture, "a14 a16 a20"));
  g_assert_true (tw_test_sees (fixture.window, "3 of 33 activities"));
  tw_test_click (tw_test_find (fixture.window, "Hide finished"));
  WAIT_FOR (shows (&fixture, "a16 a20"));
  g_assert_true (tw_test_sees (fixture.window, "2 of 33 activities"));
  tw_test_keys ("Escape");
  tw_test_calendar_end (&fixture);
  tw_test_calendar_begin (&fixture);
  g_assert_true (shows (&fixture, "a16 a20"));
  /* What one is at stays. */
  tw_test_calendar_click (&fixture, "a16");
  tw_test_keys ("space");
  WAIT_FOR (tw_test_sees (fixture.window, "1 of 33 activities"));
  g_assert_true (shows (&fixture, "a16 a20"));
  tw_test_calendar_click (&fixture, "a20");
  WAIT_FOR (shows (&fixture, "a20"));
  tw_test_click (tw_test_tip (fixture.window, "Filter"));
  choose (&fixture, "Tom Lindqvist", "Priya Raman");
  WAIT_FOR (shows (&fixture, "a19"));
  tw_test_click (tw_test_find (fixture.window, "Clear Filter"));
  WAIT_FOR (!tw_filter_is_on (tw_view_state_filter (fixture.timeline->state)));
  tw_test_keys ("Escape");
  tw_test_calendar_end (&fixture);
}

static gboolean
has_tooltip (GtkWidget *widget)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean any = FALSE;

  g_signal_emit_by_name (widget, "query-tooltip", 2, 2, FALSE, tooltip, &any);
  return any;
}

/* The tooltip of a button would lie over what it has opened. */
static void
no_tooltip_stands_over_the_filter (void)
{
  TwTestCalendar fixture;
  GtkWidget *button;

  tw_test_calendar_begin (&fixture);
  button = tw_test_tip (fixture.window, "Filter");
  g_assert_true (has_tooltip (button));
  tw_test_click (button);
  tw_test_find (fixture.window, "Hide finished");
  g_assert_false (has_tooltip (button));
  tw_test_keys ("Escape");
  WAIT_FOR (has_tooltip (button));
  tw_test_calendar_end (&fixture);
}

/* The keyboard stays with the criterion whose value it chose. */
static void
keys_choose_a_filter (void)
{
  TwTestCalendar fixture;

  tw_test_calendar_begin (&fixture);
  tw_test_click (tw_test_tip (fixture.window, "Filter"));
  tw_test_find (fixture.window, "Hide finished");
  tw_test_keys ("Tab Return");
  tw_test_find (fixture.window, "Vendor");
  tw_test_keys ("Down Down Return");
  WAIT_FOR (tw_filter_is_on (tw_view_state_filter (fixture.timeline->state)));
  tw_test_settle ();
  tw_test_keys ("Return");
  tw_test_find (fixture.window, "Partner");
  tw_test_keys ("Down Return");
  WAIT_FOR (!tw_filter_is_on (tw_view_state_filter (fixture.timeline->state)));
  tw_test_keys ("Escape");
  tw_test_calendar_end (&fixture);
}

/* The map shows all of the plan, and says nothing else. */
static void
the_map_has_no_filter (void)
{
  TwTestCalendar fixture;

  tw_test_calendar_begin (&fixture);
  tw_view_state_set_filter (fixture.timeline->state, TW_FILTER_OWNER, "p6");
  WAIT_FOR (tw_test_sees (fixture.window, "3 of 33 activities"));
  tw_test_click (tw_test_find (fixture.window, "Map"));
  WAIT_FOR (tw_test_sees (fixture.window, "Not needed here"));
  g_assert_false (tw_test_sees (fixture.window, "3 of 33 activities"));
  g_assert_false (gtk_widget_is_sensitive (tw_test_tip (fixture.window, "Filter")));
  tw_test_click (tw_test_find (fixture.window, "Calendar"));
  WAIT_FOR (tw_test_sees (fixture.window, "3 of 33 activities"));
  g_assert_true (gtk_widget_is_sensitive (tw_test_tip (fixture.window, "Filter")));
  tw_test_calendar_end (&fixture);
}

static void
a_filter_may_have_nothing (void)
{
  TwTestCalendar fixture;

  tw_test_calendar_begin (&fixture);
  tw_view_state_set_filter (fixture.timeline->state, TW_FILTER_STATUS, "skipped");
  WAIT_FOR (tw_test_sees (fixture.window, "No activities match"));
  g_assert_false (tw_test_sees (fixture.window, "Holiday"));
  tw_test_click (tw_test_find (fixture.window, "Clear Filter"));
  WAIT_FOR (!tw_test_sees (fixture.window, "No activities match"));
  g_assert_false (tw_filter_is_on (tw_view_state_filter (fixture.timeline->state)));
  tw_test_calendar_end (&fixture);
}

/* Taken, named, chosen and deleted, each in one step; what is chosen is what the facts compare
 * with. */
static void
baselines_are_kept (void)
{
  TwTestCalendar fixture;
  TwViewState *state;
  TwBaseline *taken;

  tw_test_calendar_begin (&fixture);
  state = fixture.timeline->state;
  g_assert_cmpstr (tw_facts_baseline (tw_view_state_facts (state))->id, ==, "b1");
  tw_test_click (tw_test_find (fixture.window, "8 January"));
  tw_test_click (tw_test_find (fixture.window, "Take a Baseline"));
  WAIT_FOR (tw_test_sees (fixture.window, "As of 22 January"));
  taken = tw_view_state_baseline (state);
  g_assert_cmpstr (taken->name, ==, "As of 22 January");
  g_assert_cmpstr (tw_document_undo_label (fixture.document), ==, "Take a Baseline");
  tw_test_click (tw_test_find (fixture.window, "Meeting of 8 January"));
  WAIT_FOR (tw_view_state_baseline (state) != NULL
            && g_str_equal (tw_view_state_baseline (state)->id, "b1"));
  g_assert_cmpint (tw_facts_find (tw_view_state_facts (state), "a13")->slip, ==, 3);
  tw_test_click (tw_test_find (fixture.window, "None"));
  g_assert_null (tw_facts_baseline (tw_view_state_facts (state)));
  tw_test_click (tw_test_tip (fixture.window, "Rename"));
  tw_test_type ("Kick off");
  tw_test_keys ("Return");
  g_assert_cmpstr (tw_document_undo_label (fixture.document), ==, "Rename “Kick off”");
  tw_test_settle ();
  tw_test_click (tw_test_tip (fixture.window, "Delete"));
  g_assert_cmpstr (tw_document_undo_label (fixture.document), ==, "Delete “Kick off”");
  g_assert_null (tw_plan_baseline (tw_document_plan (fixture.document), "b1"));
  tw_test_keys ("Escape");
  tw_test_calendar_end (&fixture);
  /* None is remembered, and B brings the newest back. */
  tw_test_calendar_begin (&fixture);
  g_assert_null (tw_view_state_baseline (fixture.timeline->state));
  tw_test_calendar_click (&fixture, "a16");
  tw_test_keys ("b");
  g_assert_cmpstr (tw_view_state_baseline (fixture.timeline->state)->id, ==, "b1");
  tw_test_calendar_end (&fixture);
}

/* By the pointer as by F9, whatever opened it. */
static void
a_button_shows_and_hides_the_details (void)
{
  TwTestCalendar fixture;
  GtkWidget *button;

  tw_test_calendar_begin (&fixture);
  button = tw_test_tip (fixture.window, "Details");
  tw_test_calendar_click (&fixture, "a16");
  tw_test_keys ("Return");
  WAIT_FOR (tw_test_sees (fixture.window, "Not before"));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  tw_test_click (button);
  WAIT_FOR (!tw_test_sees (fixture.window, "Not before"));
  tw_test_click (button);
  WAIT_FOR (tw_test_sees (fixture.window, "Not before"));
  tw_test_keys ("F9");
  WAIT_FOR (!tw_test_sees (fixture.window, "Not before"));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  tw_test_calendar_end (&fixture);
}

/* Only what there is stands in the legend. */
static void
the_legend_tells_what_is_shown (void)
{
  TwTestCalendar fixture;

  tw_test_calendar_begin (&fixture);
  g_assert_true (tw_test_sees (fixture.window, "Critical"));
  g_assert_true (tw_test_sees (fixture.window, "As of 8 January"));
  g_assert_false (tw_test_sees (fixture.window, "Would move"));
  tw_test_calendar_take (&fixture, "a16", 0.5, 3);
  g_assert_true (tw_test_sees (fixture.window, "Would move"));
  tw_test_keys ("Escape");
  tw_test_button (1, FALSE);
  g_assert_false (tw_test_sees (fixture.window, "Would move"));
  tw_test_keys ("c b");
  WAIT_FOR (!tw_test_sees (fixture.window, "Critical"));
  g_assert_false (tw_test_sees (fixture.window, "As of 8 January"));
  g_assert_true (tw_test_sees (fixture.window, "Blocked"));
  tw_test_keys ("b");
  tw_test_calendar_end (&fixture);
}

int
main (int argc, char **argv)
{
  tw_test_init_windows (&argc, &argv);
  g_test_add_func ("/timeline-page/a-filter-leaves-what-it-has", a_filter_leaves_what_it_has);
  g_test_add_func ("/timeline-page/no-tooltip-stands-over-the-filter",
                   no_tooltip_stands_over_the_filter);
  g_test_add_func ("/timeline-page/keys-choose-a-filter", keys_choose_a_filter);
  g_test_add_func ("/timeline-page/the-map-has-no-filter", the_map_has_no_filter);
  g_test_add_func ("/timeline-page/a-filter-may-have-nothing", a_filter_may_have_nothing);
  g_test_add_func ("/timeline-page/baselines-are-kept", baselines_are_kept);
  g_test_add_func ("/timeline-page/a-button-shows-and-hides-the-details",
                   a_button_shows_and_hides_the_details);
  g_test_add_func ("/timeline-page/the-legend-tells-what-is-shown", the_legend_tells_what_is_shown);
  return g_test_run ();
}
