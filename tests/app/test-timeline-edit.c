/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-edit.h"
#include "tw-nodes.h"
#include "tw-outline.h"
#include "tw-test-calendar.h"
#include "tw-test-plan.h"

/* What menus, keys and clicks of the calendar do beside moving bars, compared as a plan. */

#define TODAY tw_date_parse ("2027-01-22")

static void
open_menu (TwTestCalendar *fixture, const char *id)
{
  tw_test_calendar_point_to (fixture, id, 0.5, 0);
  tw_test_button (3, TRUE);
  tw_test_button (3, FALSE);
}

static TwActivity *
activity (TwTestCalendar *fixture, const char *id)
{
  return tw_index_activity (tw_schedule_index (tw_test_calendar_schedule (fixture)), id);
}

/* Ctrl+L, a few letters, Enter; what would close a circle is refused. */
static void
keys_link (void)
{
  TwTestCalendar fixture;
  g_autoptr (TwPlan) linked = NULL;

  tw_test_calendar_begin (&fixture);
  linked = tw_edit_link (tw_test_calendar_schedule (&fixture), "a25", "a14", NULL);
  tw_test_calendar_click (&fixture, "a14");
  tw_test_keys ("ctrl+l");
  tw_test_type ("pilot rev");
  WAIT_FOR (!tw_test_sees (fixture.timeline, "Pilot, 50 devices"));
  tw_test_keys ("Return");
  tw_test_calendar_expect_plan (&fixture, tw_plan_ref (linked));
  /* By arrows. */
  tw_test_calendar_click (&fixture, "a14");
  tw_test_keys ("ctrl+l");
  tw_test_type ("pilot");
  WAIT_FOR (!tw_test_sees (fixture.timeline, "Success"));
  tw_test_keys ("Down Down Return");
  tw_test_calendar_expect_plan (&fixture, tw_plan_ref (linked));
  tw_test_calendar_click (&fixture, "a18");
  tw_test_keys ("ctrl+l");
  tw_test_type ("Application inv");
  WAIT_FOR (!tw_test_sees (fixture.timeline, "Success"));
  tw_test_keys ("Return");
  g_assert_true (tw_document_plan (fixture.document) == fixture.plan);
  tw_test_calendar_end (&fixture);
}

static void
the_menu_marks_and_adds (void)
{
  TwTestCalendar fixture;
  TwPlan *edit;

  tw_test_calendar_begin (&fixture);
  edit = tw_edit_status (tw_test_calendar_schedule (&fixture), "a16", TW_STATUS_DONE, NULL, TODAY,
                         NULL);
  open_menu (&fixture, "a16");
  tw_test_click (tw_test_find (fixture.window, "Mark as Done"));
  tw_test_calendar_expect_plan (&fixture, edit);
  open_menu (&fixture, "a16");
  tw_test_click (tw_test_find (fixture.window, "Add Activity Above"));
  tw_test_settle ();
  tw_test_type ("Before it");
  tw_test_keys ("Return");
  g_assert_cmpstr (activity (&fixture, tw_view_state_selected (fixture.timeline->state))->name, ==,
                   "Before it");
  g_assert_cmpint (tw_index_find (tw_schedule_index (tw_test_calendar_schedule (&fixture)),
                                  tw_view_state_selected (fixture.timeline->state))
                       + 1,
                   ==,
                   tw_index_find (tw_schedule_index (tw_test_calendar_schedule (&fixture)), "a16"));
  tw_test_calendar_end (&fixture);
}

static void
the_menu_skips_and_hides (void)
{
  TwTestCalendar fixture;

  tw_test_calendar_begin (&fixture);
  open_menu (&fixture, "a16");
  tw_test_click (tw_test_find (fixture.window, "Skip"));
  WAIT_FOR (activity (&fixture, "a16")->status == TW_STATUS_SKIPPED);
  tw_test_keys ("ctrl+z");
  WAIT_FOR (activity (&fixture, "a16")->status == TW_STATUS_NOT_STARTED);
  open_menu (&fixture, "a16");
  tw_test_click (tw_test_find (fixture.window, "Mark as Internal"));
  WAIT_FOR (activity (&fixture, "a16")->internal);
  tw_test_calendar_end (&fixture);
}

/* 'Move All…' does what dragging the phase's bar does. */
static void
the_menu_moves_a_phase (void)
{
  TwTestCalendar fixture;
  TwPlan *edit;

  tw_test_calendar_begin (&fixture);
  edit = tw_test_calendar_moved (&fixture, "h8", "2027-03-22");
  open_menu (&fixture, "h8");
  tw_test_click (tw_test_find (fixture.window, "Move All…"));
  tw_test_find (fixture.window, "All of it begins on");
  tw_test_keys ("ctrl+a");
  tw_test_type ("22 Mar 2027");
  tw_test_keys ("Return");
  WAIT_FOR (!tw_test_sees (fixture.window, "All of it begins on"));
  g_assert_cmpstr (tw_document_undo_label (fixture.document), ==, "Move “Enable”");
  tw_test_calendar_expect_plan (&fixture, edit);
  tw_test_calendar_end (&fixture);
}

/* What blocks it is written where the rest stands; to another phase it goes as it is. */
static void
the_menu_blocks_and_relocates (void)
{
  TwTestCalendar fixture;
  TwPlan *edit;

  tw_test_calendar_begin (&fixture);
  edit = tw_edit_status (tw_test_calendar_schedule (&fixture), "a16", TW_STATUS_BLOCKED, NULL,
                         TODAY, NULL);
  open_menu (&fixture, "a16");
  tw_test_click (tw_test_find (fixture.window, "Block…"));
  WAIT_FOR (tw_test_sees (fixture.window, "Not before"));
  tw_test_calendar_expect_plan (&fixture, edit);
  tw_test_keys ("F9");
  edit = tw_edit_relocate (fixture.plan, &tw_activity_type, "a20", "h8", G_MAXUINT, NULL);
  open_menu (&fixture, "a20");
  tw_test_click (tw_test_find (fixture.window, "Move"));
  tw_test_click (tw_test_find (fixture.window, "Enable – Customer Health"));
  tw_test_calendar_expect_plan (&fixture, edit);
  tw_test_calendar_end (&fixture);
}

/* The reason is asked for at once, and isn't typed over the name. */
static void
the_reason_of_a_block_is_typed_at_once (void)
{
  TwTestCalendar fixture;
  TwActivity *activity;

  tw_test_calendar_begin (&fixture);
  open_menu (&fixture, "a16");
  tw_test_click (tw_test_find (fixture.window, "Block…"));
  WAIT_FOR (tw_test_sees (fixture.window, "Not before"));
  tw_test_settle ();
  tw_test_type ("No devices");
  tw_test_keys ("Return");
  activity = tw_nodes_find (fixture.timeline->state, "a16")->record;
  g_assert_cmpint (activity->status, ==, TW_STATUS_BLOCKED);
  g_assert_cmpstr (activity->reason, ==, "No devices");
  g_assert_cmpstr (activity->name, ==, "Application compatibility tests");
  tw_test_calendar_end (&fixture);
}

static gboolean
focus_is_on (TwTestCalendar *fixture, const char *id)
{
  return g_strcmp0 (tw_stand_ins_focused (fixture->timeline->bars, FALSE), id) == 0;
}

/* Where a bar with the keyboard is gone, what is selected in its place has it. */
static void
the_keyboard_outlives_a_deleted_bar (void)
{
  TwTestCalendar fixture;

  tw_test_calendar_begin (&fixture);
  tw_test_calendar_click (&fixture, "h6");
  WAIT_FOR (focus_is_on (&fixture, "h6"));
  tw_test_keys ("ctrl+x");
  WAIT_FOR (tw_nodes_find (fixture.timeline->state, "h6") == NULL);
  tw_test_settle ();
  tw_test_calendar_expect_selected (&fixture, "h7");
  WAIT_FOR (focus_is_on (&fixture, "h7"));
  tw_test_calendar_end (&fixture);
}

/* What else an activity's menu holds, each in one step. */
static void
the_menu_does_the_rest (void)
{
  TwTestCalendar fixture;
  TwSchedule *schedule;
  GtkWidget *menu;
  g_autofree char *sentence = NULL;

  tw_test_calendar_begin (&fixture);
  schedule = tw_test_calendar_schedule (&fixture);
  open_menu (&fixture, "a16");
  menu = tw_test_find_type (GTK_WIDGET (fixture.window), TW_TYPE_OUTLINE);
  tw_test_click (tw_test_find (menu, "Status"));
  tw_test_click (tw_test_find (menu, "In progress"));
  tw_test_calendar_expect_plan (
      &fixture, tw_edit_status (schedule, "a16", TW_STATUS_IN_PROGRESS, NULL, TODAY, NULL));
  open_menu (&fixture, "a20");
  tw_test_click (tw_test_find (fixture.window, "Delete"));
  tw_test_calendar_expect_plan (
      &fixture, tw_edit_delete (fixture.plan, &tw_activity_type, "a20", &sentence, NULL));
  open_menu (&fixture, "a20");
  tw_test_click (tw_test_find (fixture.window, "Duplicate"));
  g_assert_cmpstr (tw_document_undo_label (fixture.document), ==,
                   "Duplicate “Fix line-of-business apps”");
  tw_test_keys ("ctrl+z");
  tw_test_settle ();
  tw_test_calendar_end (&fixture);
}

/* What was to be done until 19 January moves to today, the 22nd. */
static void
the_menu_moves_overdue_work (void)
{
  TwTestCalendar fixture;
  g_autoptr (TwPlan) alone = NULL, brief = NULL;
  TwPlan *whole, *moved;

  tw_test_calendar_begin (&fixture);
  whole = fixture.plan;
  alone = tw_plan_set_by_id (whole, &tw_activity_type, "a15", "after", (TwValue){ 0 }, NULL);
  brief
      = tw_plan_set_by_id (alone, &tw_activity_type, "a15", "days", (TwValue){ .number = 2 }, NULL);
  fixture.plan = tw_plan_set_by_id (brief, &tw_activity_type, "a15", "start",
                                    (TwValue){ .date = tw_date_parse ("2027-01-18") }, NULL);
  g_assert_true (
      tw_document_edit (fixture.document, tw_plan_ref (fixture.plan), "Let It Slip", NULL, NULL));
  tw_test_settle ();
  moved = tw_edit_move_overdue (tw_test_calendar_schedule (&fixture), tw_date_parse ("2027-01-22"),
                                NULL, NULL);
  g_assert_true (moved != NULL && !tw_record_equal (moved, fixture.plan));
  open_menu (&fixture, "a16");
  tw_test_click (tw_test_find (fixture.window, "Move Overdue Work to Today"));
  tw_test_calendar_expect_plan (&fixture, moved);
  tw_document_undo (fixture.document);
  tw_plan_unref (fixture.plan);
  fixture.plan = whole;
  tw_test_calendar_end (&fixture);
}

/* 'Link To…', then what comes after is chosen; 'Edit…' shows the pane. */
static void
the_menu_links_and_edits (void)
{
  TwTestCalendar fixture;
  TwPlan *linked;

  tw_test_calendar_begin (&fixture);
  linked = tw_edit_link (tw_test_calendar_schedule (&fixture), "a25", "a14", NULL);
  open_menu (&fixture, "a14");
  tw_test_click (tw_test_find (fixture.window, "Link To…"));
  tw_test_type ("pilot rev");
  WAIT_FOR (!tw_test_sees (fixture.timeline, "Pilot, 50 devices"));
  tw_test_keys ("Return");
  tw_test_calendar_expect_plan (&fixture, linked);
  open_menu (&fixture, "a16");
  tw_test_click (tw_test_find (fixture.window, "Edit…"));
  WAIT_FOR (tw_test_sees (fixture.window, "Not before"));
  tw_test_calendar_end (&fixture);
}

/* Of a phase: closed and opened, with one more activity, gone. */
static void
a_phase_has_a_menu (void)
{
  TwTestCalendar fixture;
  guint n;

  tw_test_calendar_begin (&fixture);
  n = fixture.timeline->rows->len;
  open_menu (&fixture, "h8");
  tw_test_click (tw_test_find (fixture.window, "Collapse"));
  WAIT_FOR (fixture.timeline->rows->len == n - 4);
  tw_test_settle ();
  open_menu (&fixture, "h8");
  tw_test_click (tw_test_find (fixture.window, "Expand"));
  WAIT_FOR (fixture.timeline->rows->len == n);
  tw_test_settle ();
  open_menu (&fixture, "h8");
  tw_test_click (tw_test_find (fixture.window, "Add Activity"));
  tw_test_settle ();
  tw_test_type ("Gate");
  tw_test_keys ("Return");
  g_assert_cmpstr (activity (&fixture, tw_view_state_selected (fixture.timeline->state))->name, ==,
                   "Gate");
  tw_test_keys ("ctrl+z ctrl+z");
  tw_test_settle ();
  open_menu (&fixture, "h8");
  tw_test_click (tw_test_find (fixture.window, "Rename"));
  tw_test_settle ();
  tw_test_type ("Prepare");
  tw_test_keys ("Return");
  tw_test_calendar_expect_plan (
      &fixture, tw_plan_set_by_id (fixture.plan, &tw_phase_type, "h8", "name",
                                   (TwValue){ .string = (char *) "Prepare" }, NULL));
  open_menu (&fixture, "h8");
  tw_test_click (tw_test_find (fixture.window, "Remove Phase"));
  tw_test_click (tw_test_find (tw_test_dialog (fixture.window), "Delete"));
  WAIT_FOR (tw_index_find (tw_schedule_index (tw_test_calendar_schedule (&fixture)), "h8") < 0);
  tw_test_calendar_end (&fixture);
}

/* Enter and a double click show all that an activity has; F9 takes it away. */
static void
the_pane_has_everything (void)
{
  TwTestCalendar fixture;

  tw_test_calendar_begin (&fixture);
  g_assert_false (tw_test_sees (fixture.window, "Not before"));
  tw_test_calendar_click (&fixture, "a16");
  tw_test_keys ("Return");
  WAIT_FOR (tw_test_sees (fixture.window, "Not before"));
  tw_test_keys ("F9");
  WAIT_FOR (!tw_test_sees (fixture.window, "Not before"));
  tw_test_calendar_click (&fixture, "a16");
  tw_test_calendar_click (&fixture, "a16");
  WAIT_FOR (tw_test_sees (fixture.window, "Not before"));
  tw_test_calendar_end (&fixture);
}

/* A double click on the empty canvas: an activity of the row's phase that starts on that day. */
static void
a_double_click_adds (void)
{
  TwTestCalendar fixture;
  const char *id;
  const TwSpan *span;

  tw_test_calendar_begin (&fixture);
  for (int i = 0; i < 2; i++)
    {
      tw_test_calendar_point_to (&fixture, "a20", 1, 9.5);
      tw_test_button (1, TRUE);
      tw_test_button (1, FALSE);
    }
  tw_test_settle ();
  tw_test_type ("Here");
  tw_test_keys ("Return");
  id = tw_view_state_selected (fixture.timeline->state);
  g_assert_cmpstr (activity (&fixture, id)->name, ==, "Here");
  span = tw_schedule_find (tw_test_calendar_schedule (&fixture), id);
  g_assert_cmpint (span->start, ==, tw_date_parse ("2027-03-15"));
  tw_test_calendar_end (&fixture);
}

static void
the_axis_has_a_menu (void)
{
  TwTestCalendar fixture;
  graphene_rect_t bar;
  TwDate day;

  tw_test_calendar_begin (&fixture);
  bar = tw_test_calendar_bar (&fixture, "a20");
  tw_test_point (GTK_WIDGET (fixture.timeline), bar.origin.x + 2, 10);
  day = tw_timeline_day_at (fixture.timeline, fixture.timeline->pointer.x);
  tw_test_button (3, TRUE);
  tw_test_button (3, FALSE);
  tw_test_click (tw_test_find (fixture.window, "Add Holiday Here"));
  tw_test_calendar_expect_plan (
      &fixture, tw_edit_add_holiday (fixture.plan, day, TW_DATE_NONE, "Holiday", NULL));
  tw_test_point (GTK_WIDGET (fixture.timeline), bar.origin.x + 2, 10);
  tw_test_button (3, TRUE);
  tw_test_button (3, FALSE);
  tw_test_click (tw_test_find (fixture.window, "Add Milestone Here"));
  tw_test_settle ();
  tw_test_type ("Gate");
  tw_test_keys ("Return");
  g_assert_cmpint (activity (&fixture, tw_view_state_selected (fixture.timeline->state))->days, ==,
                   0);
  tw_test_calendar_end (&fixture);
}

/* Escape lets go of what is selected, then the menu is that of the axis: the day is in the middle.
 */
static void
keys_open_menus (void)
{
  TwTestCalendar fixture;
  TwDate day;

  tw_test_calendar_begin (&fixture);
  tw_test_calendar_click (&fixture, "a16");
  tw_test_keys ("Menu");
  tw_test_find (fixture.window, "Remove Pin");
  tw_test_keys ("Escape");
  WAIT_FOR (!tw_test_sees (fixture.window, "Remove Pin"));
  /* The keyboard is where it was. */
  tw_test_settle ();
  tw_test_keys ("Down");
  tw_test_calendar_expect_selected (&fixture, "a17");
  tw_test_keys ("Escape");
  tw_test_calendar_expect_selected (&fixture, "");
  day = tw_timeline_day_at (fixture.timeline,
                            gtk_widget_get_width (GTK_WIDGET (fixture.timeline)) / 2.0);
  tw_test_keys ("shift+F10");
  tw_test_find (fixture.window, "Add Holiday Here");
  tw_test_keys ("Down Down Return");
  tw_test_calendar_expect_plan (
      &fixture, tw_edit_add_holiday (fixture.plan, day, TW_DATE_NONE, "Holiday", NULL));
  tw_test_calendar_end (&fixture);
}

static gboolean
has_tooltip_at (TwTestCalendar *fixture, double x, double y)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean any = FALSE;

  g_signal_emit_by_name (fixture->timeline, "query-tooltip", (int) x, (int) y, FALSE, tooltip,
                         &any);
  return any;
}

static gboolean
has_tooltip (TwTestCalendar *fixture)
{
  graphene_rect_t bar = tw_test_calendar_bar (fixture, "a16");

  return has_tooltip_at (fixture, bar.origin.x + 2, bar.origin.y + 2);
}

/* Of today's decision there is no label. */
static void
a_diamond_has_a_tooltip (void)
{
  TwTestCalendar fixture;
  double today, row;

  tw_test_calendar_begin (&fixture);
  today = tw_scale_x (&fixture.timeline->scale, tw_view_state_today (fixture.timeline->state))
          - gtk_adjustment_get_value (fixture.timeline->horizontal);
  row = tw_timeline_axis_height (fixture.timeline->metrics)
        + fixture.timeline->metrics->row_height / 2;
  g_assert_true (has_tooltip_at (&fixture, today + 1, row));
  g_assert_false (has_tooltip_at (&fixture, today - 30, row));
  tw_test_calendar_end (&fixture);
}

static void
no_tooltip_stands_over_a_menu (void)
{
  TwTestCalendar fixture;

  tw_test_calendar_begin (&fixture);
  g_assert_true (has_tooltip (&fixture));
  open_menu (&fixture, "a16");
  tw_test_find (fixture.window, "Remove Pin");
  g_assert_false (has_tooltip (&fixture));
  tw_test_keys ("Escape");
  WAIT_FOR (has_tooltip (&fixture));
  /* Nor over what keys did, while that is told. */
  tw_test_settle ();
  tw_test_keys ("alt+Right");
  g_assert_false (has_tooltip (&fixture));
  WAIT_FOR (has_tooltip (&fixture));
  tw_test_calendar_end (&fixture);
}

/* To a tick in the row that is selected. */
static void
at_tick (TwTestCalendar *fixture, const char *day)
{
  TwTimeline *timeline = fixture->timeline;
  double x = tw_scale_x (&timeline->scale, tw_date_parse (day) + 0.5)
             - gtk_adjustment_get_value (timeline->horizontal);
  double row = 0;

  while (timeline->selected[(int) row] == 0)
    row++;
  tw_test_point (GTK_WIDGET (timeline), x,
                 tw_timeline_axis_height (timeline->metrics)
                     + (row + 0.5) * timeline->metrics->row_height
                     - gtk_adjustment_get_value (timeline->vertical));
}

/* A tick is held by a click, the last one due by the space bar in its row. */
static void
ticks_are_held (void)
{
  TwTestCalendar fixture;
  g_autofree char *id = NULL;

  tw_test_calendar_begin (&fixture);
  tw_test_click (tw_test_find (fixture.window, "Health review"));
  tw_test_keys ("space");
  g_assert_cmpstr (tw_document_undo_label (fixture.document), ==, "Tick “Health review”");
  id = g_strdup (tw_view_state_selected (fixture.timeline->state));
  tw_test_calendar_expect_plan (&fixture, tw_edit_toggle_held (fixture.plan, id, TODAY, NULL));
  at_tick (&fixture, "2027-01-08");
  tw_test_button (1, TRUE);
  tw_test_button (1, FALSE);
  tw_test_calendar_expect_plan (
      &fixture, tw_edit_toggle_held (fixture.plan, id, tw_date_parse ("2027-01-08"), NULL));
  /* What is to come can't have been held. */
  at_tick (&fixture, "2027-02-05");
  tw_test_button (1, TRUE);
  tw_test_button (1, FALSE);
  g_assert_true (tw_document_plan (fixture.document) == fixture.plan);
  tw_test_calendar_end (&fixture);
}

/* What recurs is a bar to the keyboard: the arrows go from tick to tick, up to today. */
static void
keys_hold_ticks (void)
{
  TwTestCalendar fixture;
  GtkWidget *focus;

  tw_test_calendar_begin (&fixture);
  tw_test_calendar_click (&fixture, "m2");
  tw_test_keys ("Down");
  tw_test_calendar_expect_selected (&fixture, "r1");
  tw_test_settle ();
  focus = gtk_root_get_focus (GTK_ROOT (fixture.window));
  g_assert_true (gtk_widget_get_parent (focus) == GTK_WIDGET (fixture.timeline));
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Health review, every 2 weeks, not held on 22 January, next on 5 February");
  tw_test_keys ("Right space");
  tw_test_calendar_expect_plan (&fixture, tw_edit_toggle_held (fixture.plan, "r1", TODAY, NULL));
  tw_test_keys ("Left");
  tw_test_settle ();
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (gtk_root_get_focus (GTK_ROOT (fixture.window))),
      GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Health review, every 2 weeks, held on 8 January, next on 5 February");
  tw_test_keys ("Left space");
  tw_test_calendar_expect_plan (
      &fixture, tw_edit_toggle_held (fixture.plan, "r1", tw_date_parse ("2027-01-08"), NULL));
  tw_test_calendar_end (&fixture);
}

/* The drag that the design describes pushes two activities by a day each, and nothing else. */
static void
a_drag_pushes_two (void)
{
  TwTestCalendar fixture;
  TwIndex *index;

  tw_test_calendar_begin (&fixture);
  index = tw_schedule_index (tw_test_calendar_schedule (&fixture));
  tw_test_calendar_take (&fixture, "a16", 0.5, 3);
  g_assert_nonnull (fixture.timeline->trial);
  g_assert_cmpuint (fixture.timeline->trial->pushed->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      guint number = g_array_index (fixture.timeline->trial->pushed, guint, i);
      const TwSpan *was = tw_schedule_span (fixture.timeline->trial->before, number);
      const TwSpan *is = tw_schedule_span (fixture.timeline->trial->after, number);

      g_assert_cmpstr (tw_index_node (index, number)->id, ==, i == 0 ? "a18" : "a20");
      g_assert_cmpint (tw_workdays_between (tw_schedule_workdays (fixture.timeline->trial->before),
                                            was->finish, is->finish),
                       ==, 1);
    }
  tw_test_keys ("Escape");
  tw_test_button (1, FALSE);
  tw_test_calendar_end (&fixture);
}

/* Between an edit and what is shown of it the rows are still those of the plan before. */
static void
rows_are_of_their_own_plan (void)
{
  TwTestCalendar fixture;
  g_autofree char *last = NULL, *before = NULL, *after = NULL;
  TwRecurring *recurring;
  int row;

  tw_test_calendar_begin (&fixture);
  recurring = ((TwMotion *) fixture.plan->motions->items[1])->recurring->items[0];
  before = tw_timeline_words_for (recurring->id, fixture.timeline);
  row = (int) fixture.timeline->rows->len - 1;
  last = g_strdup (tw_timeline_row_id (fixture.timeline, row));
  g_assert_nonnull (last);
  g_assert_true (
      tw_document_edit (fixture.document, tw_test_plan (""), "Empty the Plan", NULL, NULL));
  g_signal_emit_by_name (fixture.timeline->state, "moved");
  g_assert_cmpstr (tw_timeline_row_id (fixture.timeline, row), ==, last);
  after = tw_timeline_words_for (recurring->id, fixture.timeline);
  g_assert_cmpstr (after, ==, before);
  tw_test_settle ();
  g_assert_null (tw_timeline_row_id (fixture.timeline, row));
  tw_document_undo (fixture.document);
  tw_test_calendar_end (&fixture);
}

int
main (int argc, char **argv)
{
  tw_test_init_windows (&argc, &argv);
  g_test_add_func ("/timeline-edit/keys-link", keys_link);
  g_test_add_func ("/timeline-edit/the-menu-marks-and-adds", the_menu_marks_and_adds);
  g_test_add_func ("/timeline-edit/the-menu-skips-and-hides", the_menu_skips_and_hides);
  g_test_add_func ("/timeline-edit/the-menu-moves-a-phase", the_menu_moves_a_phase);
  g_test_add_func ("/timeline-edit/the-menu-blocks-and-relocates", the_menu_blocks_and_relocates);
  g_test_add_func ("/timeline-edit/the-reason-of-a-block-is-typed-at-once",
                   the_reason_of_a_block_is_typed_at_once);
  g_test_add_func ("/timeline-edit/the-keyboard-outlives-a-deleted-bar",
                   the_keyboard_outlives_a_deleted_bar);
  g_test_add_func ("/timeline-edit/the-menu-does-the-rest", the_menu_does_the_rest);
  g_test_add_func ("/timeline-edit/the-menu-moves-overdue-work", the_menu_moves_overdue_work);
  g_test_add_func ("/timeline-edit/the-menu-links-and-edits", the_menu_links_and_edits);
  g_test_add_func ("/timeline-edit/a-phase-has-a-menu", a_phase_has_a_menu);
  g_test_add_func ("/timeline-edit/the-pane-has-everything", the_pane_has_everything);
  g_test_add_func ("/timeline-edit/a-double-click-adds", a_double_click_adds);
  g_test_add_func ("/timeline-edit/the-axis-has-a-menu", the_axis_has_a_menu);
  g_test_add_func ("/timeline-edit/keys-open-menus", keys_open_menus);
  g_test_add_func ("/timeline-edit/a-diamond-has-a-tooltip", a_diamond_has_a_tooltip);
  g_test_add_func ("/timeline-edit/no-tooltip-stands-over-a-menu", no_tooltip_stands_over_a_menu);
  g_test_add_func ("/timeline-edit/ticks-are-held", ticks_are_held);
  g_test_add_func ("/timeline-edit/keys-hold-ticks", keys_hold_ticks);
  g_test_add_func ("/timeline-edit/a-drag-pushes-two", a_drag_pushes_two);
  g_test_add_func ("/timeline-edit/rows-are-of-their-own-plan", rows_are_of_their_own_plan);
  return g_test_run ();
}
