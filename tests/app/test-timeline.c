/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-edit.h"
#include "tw-test-calendar.h"
#include "tw-test-plan.h"

/* The calendar by pointer and keyboard: what comes of it is compared as a plan. */

/* --- bars --- */

static void
a_bar_is_dragged (void)
{
  TwTestCalendar fixture;
  TwPlan *edit;

  tw_test_calendar_begin (&fixture);
  edit = tw_test_calendar_moved (&fixture, "a16", "2027-01-28");
  tw_test_calendar_take (&fixture, "a16", 0.5, 3);
  g_assert_true (tw_document_plan (fixture.document) == fixture.plan);
  tw_test_button (1, FALSE);
  g_assert_cmpstr (tw_document_undo_label (fixture.document), ==,
                   "Move “Application compatibility tests”");
  tw_test_calendar_expect_plan (&fixture, edit);
  tw_test_calendar_end (&fixture);
}

static void
escape_gives_up (void)
{
  TwTestCalendar fixture;

  tw_test_calendar_begin (&fixture);
  tw_test_calendar_take (&fixture, "a16", 0.5, 3);
  tw_test_keys ("Escape");
  tw_test_button (1, FALSE);
  g_assert_true (tw_document_plan (fixture.document) == fixture.plan);
  /* Nor does a bar move that comes back to its place, or one that is done. */
  tw_test_calendar_take (&fixture, "a16", 0.5, 3);
  tw_test_calendar_point_to (&fixture, "a16", 0.5, 0);
  tw_test_button (1, FALSE);
  tw_test_calendar_take (&fixture, "a14", 0.5, 5);
  tw_test_button (1, FALSE);
  g_assert_true (tw_document_plan (fixture.document) == fixture.plan);
  tw_test_calendar_end (&fixture);
}

static void
ends_are_dragged (void)
{
  TwTestCalendar fixture;
  TwPlan *edit;

  tw_test_calendar_begin (&fixture);
  edit = tw_edit_right_end (tw_test_calendar_schedule (&fixture), "a20",
                            tw_date_parse ("2027-03-10"), NULL);
  tw_test_calendar_take (&fixture, "a20", 1, 5);
  tw_test_button (1, FALSE);
  tw_test_calendar_expect_plan (&fixture, edit);
  edit = tw_edit_left_end (tw_test_calendar_schedule (&fixture), "a17",
                           tw_date_parse ("2027-02-01"), NULL, NULL);
  tw_test_calendar_take (&fixture, "a17", 0, 5);
  tw_test_button (1, FALSE);
  tw_test_calendar_expect_plan (&fixture, edit);
  tw_test_calendar_end (&fixture);
}

static void
expect_dragged (TwTestCalendar *fixture, const char *id, double days, const char *day)
{
  TwPlan *edit = tw_test_calendar_moved (fixture, id, day);

  tw_test_calendar_take (fixture, id, 0.5, days);
  tw_test_button (1, FALSE);
  tw_test_calendar_expect_plan (fixture, edit);
}

static void
a_group_and_a_milestone_are_dragged (void)
{
  TwTestCalendar fixture;

  tw_test_calendar_begin (&fixture);
  expect_dragged (&fixture, "h8", 7, "2027-03-22");
  expect_dragged (&fixture, "a7kq2zd", 5, "2027-03-17");
  tw_test_calendar_end (&fixture);
}

static void
several_are_dragged (void)
{
  TwTestCalendar fixture;
  const char *const ids[] = { "a15", "a16", NULL };
  TwPlan *edit;

  tw_test_calendar_begin (&fixture);
  tw_test_calendar_click (&fixture, "a15");
  tw_test_hold ("ctrl", TRUE);
  tw_test_calendar_click (&fixture, "a16");
  tw_test_hold ("ctrl", FALSE);
  tw_test_calendar_expect_selected (&fixture, "a15 a16");
  edit = tw_edit_drag (tw_test_calendar_schedule (&fixture), ids, TW_GRIP_BODY, 2, NULL, NULL);
  tw_test_calendar_take (&fixture, "a15", 0.5, 2);
  tw_test_button (1, FALSE);
  g_assert_cmpstr (tw_document_undo_label (fixture.document), ==, "Move 2 Items");
  tw_test_calendar_expect_plan (&fixture, edit);
  /* Without a drag the one that was pressed is selected. */
  tw_test_calendar_click (&fixture, "a15");
  tw_test_calendar_expect_selected (&fixture, "a15");
  tw_test_hold ("shift", TRUE);
  tw_test_calendar_click (&fixture, "a18");
  tw_test_hold ("shift", FALSE);
  tw_test_calendar_expect_selected (&fixture, "a15 a16 a17 a18");
  tw_test_calendar_end (&fixture);
}

/* --- keys --- */

/* The entry in the row of the inspector with this title. */
static GtkWidget *
find_entry (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_ENTRY (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child);
  return found;
}

/* Pointer, keys and inspector make the same bytes. */
static void
three_ways_to_move (void)
{
  TwTestCalendar fixture;
  TwPlan *edit;

  tw_test_calendar_begin (&fixture);
  tw_test_calendar_click (&fixture, "a16");
  tw_test_keys ("alt+Right alt+Right alt+Right");
  tw_test_calendar_expect_plan (&fixture, tw_test_calendar_moved (&fixture, "a16", "2027-01-28"));
  /* The same from the outline, a week. */
  tw_test_click (tw_test_find (fixture.window, "Application compatibility tests"));
  tw_test_keys ("alt+Next");
  tw_test_calendar_expect_plan (&fixture, tw_test_calendar_moved (&fixture, "a16", "2027-02-01"));
  tw_test_calendar_take (&fixture, "a16", 0.5, 7);
  tw_test_button (1, FALSE);
  tw_test_calendar_expect_plan (&fixture, tw_test_calendar_moved (&fixture, "a16", "2027-02-01"));
  edit = tw_edit_member (tw_test_calendar_schedule (&fixture), &tw_activity_type, "a16", "start",
                         (TwValue){ .date = tw_date_parse ("2027-02-01") },
                         tw_date_parse ("2027-01-22"), NULL, NULL);
  tw_window_show_page (fixture.window, "motions");
  tw_test_settle ();
  tw_test_click (tw_test_find (fixture.window, "Application compatibility tests"));
  tw_test_click (find_entry (gtk_widget_get_ancestor (tw_test_find (fixture.window, "Not before"),
                                                      GTK_TYPE_LIST_BOX_ROW)));
  tw_test_keys ("ctrl+a");
  tw_test_type ("1 Feb 2027");
  tw_test_keys ("Return");
  tw_test_calendar_expect_plan (&fixture, edit);
  tw_test_calendar_end (&fixture);
}

/* What the outline does by keys, the calendar has it do. */
static void
the_calendar_has_the_keys_of_the_outline (void)
{
  TwTestCalendar fixture;
  TwActivity *activity;

  tw_test_calendar_begin (&fixture);
  tw_test_calendar_click (&fixture, "a16");
  tw_test_keys ("F2");
  tw_test_type ("Tests");
  tw_test_keys ("Return");
  activity = tw_index_activity (tw_schedule_index (tw_test_calendar_schedule (&fixture)), "a16");
  g_assert_cmpstr (activity->name, ==, "Tests");
  tw_test_calendar_click (&fixture, "a16");
  tw_test_keys ("space");
  activity = tw_index_activity (tw_schedule_index (tw_test_calendar_schedule (&fixture)), "a16");
  g_assert_cmpint (activity->status, ==, TW_STATUS_DONE);
  tw_test_calendar_end (&fixture);
}

static void
keys_change_the_length (void)
{
  TwTestCalendar fixture;

  tw_test_calendar_begin (&fixture);
  tw_test_calendar_click (&fixture, "a20");
  tw_test_keys ("alt+shift+Right alt+shift+Right");
  tw_test_calendar_expect_plan (&fixture,
                                tw_edit_right_end (tw_test_calendar_schedule (&fixture), "a20",
                                                   tw_date_parse ("2027-03-09"), NULL));
  tw_test_keys ("alt+shift+Left");
  tw_test_calendar_expect_plan (&fixture,
                                tw_edit_right_end (tw_test_calendar_schedule (&fixture), "a20",
                                                   tw_date_parse ("2027-03-04"), NULL));
  tw_test_calendar_end (&fixture);
}

/* Ctrl+Enter adds below, Delete deletes; a week back with Alt+Page Up. */
static void
keys_add_and_delete (void)
{
  TwTestCalendar fixture;
  g_autofree char *sentence = NULL;

  tw_test_calendar_begin (&fixture);
  tw_test_calendar_click (&fixture, "a20");
  tw_test_keys ("Delete");
  tw_test_calendar_expect_plan (
      &fixture, tw_edit_delete (fixture.plan, &tw_activity_type, "a20", &sentence, NULL));
  tw_test_calendar_click (&fixture, "a22");
  tw_test_keys ("alt+Next");
  tw_test_keys ("alt+Prior");
  g_assert_true (tw_record_equal (tw_document_plan (fixture.document), fixture.plan));
  tw_test_calendar_click (&fixture, "a20");
  tw_test_keys ("ctrl+Return");
  tw_test_type ("Below");
  tw_test_keys ("Return");
  g_assert_cmpstr (tw_index_activity (tw_schedule_index (tw_test_calendar_schedule (&fixture)),
                                      tw_view_state_selected (fixture.timeline->state))
                       ->name,
                   ==, "Below");
  g_assert_cmpint (tw_index_find (tw_schedule_index (tw_test_calendar_schedule (&fixture)),
                                  tw_view_state_selected (fixture.timeline->state))
                       - 1,
                   ==,
                   tw_index_find (tw_schedule_index (tw_test_calendar_schedule (&fixture)), "a20"));
  tw_test_calendar_end (&fixture);
}

static void
expect_focused (TwTestCalendar *fixture, const char *label)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_true (gtk_widget_get_parent (focus) == GTK_WIDGET (fixture->timeline));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       label);
}

/* Each bar in view is a widget with words; what a key did is said for three seconds. */
static void
bars_are_told (void)
{
  TwTestCalendar fixture;
  guint n = 0;

  tw_test_calendar_begin (&fixture);
  tw_test_calendar_click (&fixture, "a15");
  tw_test_keys ("Down");
  tw_test_calendar_expect_selected (&fixture, "a16");
  expect_focused (&fixture, "Application compatibility tests, Not started, Tom Lindqvist, 25 Jan – "
                            "5 Feb, 10 days");
  tw_test_keys ("alt+Right");
  expect_focused (&fixture, "Application compatibility tests, 26 Jan – 8 Feb, +1 working day, "
                            "Pushes nothing else");
  WAIT_FOR (fixture.timeline->tip == NULL);
  tw_test_settle ();
  expect_focused (&fixture, "Application compatibility tests, Not started, Tom Lindqvist, 26 Jan – "
                            "8 Feb, 10 days, moved by +1 day");
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture.timeline)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      n++;
      g_assert_false (gtk_widget_get_can_target (child));
    }
  g_assert_cmpuint (n, >, 10);
  g_assert_cmpuint (n, <=, 250);
  tw_test_keys ("Home");
  tw_test_calendar_expect_selected (&fixture, "m1");
  tw_test_calendar_end (&fixture);
}

/* --- links, selecting, moving the view --- */

static void
the_dot_links (void)
{
  TwTestCalendar fixture;
  TwPlan *edit;
  graphene_rect_t from, to;
  GtkWidget *timeline;

  tw_test_calendar_begin (&fixture);
  timeline = GTK_WIDGET (fixture.timeline);
  edit = tw_edit_link (tw_test_calendar_schedule (&fixture), "a17", "a15", NULL);
  from = tw_test_calendar_bar (&fixture, "a15");
  to = tw_test_calendar_bar (&fixture, "a17");
  tw_test_point (timeline, from.origin.x + 6, from.origin.y + 7);
  tw_test_point (timeline, from.origin.x + from.size.width + 13, from.origin.y + 7);
  tw_test_button (1, TRUE);
  tw_test_point (timeline, to.origin.x - 10, to.origin.y + 7);
  tw_test_point (timeline, to.origin.x + 20, to.origin.y + 7);
  tw_test_button (1, FALSE);
  g_assert_cmpstr (tw_document_undo_label (fixture.document), ==,
                   "Link “Windows 11 readiness report” to “Conditional Access design”");
  tw_test_calendar_expect_plan (&fixture, edit);
  /* A circle: refused, and told why. */
  from = tw_test_calendar_bar (&fixture, "a18");
  to = tw_test_calendar_bar (&fixture, "a16");
  tw_test_point (timeline, from.origin.x + 6, from.origin.y + 7);
  tw_test_point (timeline, from.origin.x + from.size.width + 13, from.origin.y + 7);
  tw_test_button (1, TRUE);
  tw_test_point (timeline, to.origin.x + 10, to.origin.y + 7);
  tw_test_point (timeline, to.origin.x + 20, to.origin.y + 7);
  tw_test_button (1, FALSE);
  g_assert_true (tw_document_plan (fixture.document) == fixture.plan);
  tw_test_calendar_end (&fixture);
}

static void
a_rubber_band_selects (void)
{
  TwTestCalendar fixture;
  graphene_rect_t first, last;

  tw_test_calendar_begin (&fixture);
  first = tw_test_calendar_bar (&fixture, "a15");
  last = tw_test_calendar_bar (&fixture, "a17");
  tw_test_point (GTK_WIDGET (fixture.timeline), first.origin.x - 60, first.origin.y - 3);
  tw_test_button (1, TRUE);
  tw_test_point (GTK_WIDGET (fixture.timeline), first.origin.x, first.origin.y + 20);
  tw_test_point (GTK_WIDGET (fixture.timeline), last.origin.x + 20, last.origin.y + 10);
  tw_test_button (1, FALSE);
  tw_test_calendar_expect_selected (&fixture, "a15 a16 a17");
  tw_test_calendar_end (&fixture);
}

/* With Ctrl what is selected stays so. */
static void
a_rubber_band_adds (void)
{
  TwTestCalendar fixture;
  graphene_rect_t first, last;

  tw_test_calendar_begin (&fixture);
  tw_test_calendar_click (&fixture, "a20");
  first = tw_test_calendar_bar (&fixture, "a15");
  last = tw_test_calendar_bar (&fixture, "a17");
  tw_test_hold ("ctrl", TRUE);
  tw_test_point (GTK_WIDGET (fixture.timeline), first.origin.x - 60, first.origin.y - 3);
  tw_test_button (1, TRUE);
  tw_test_point (GTK_WIDGET (fixture.timeline), first.origin.x, first.origin.y + 20);
  tw_test_point (GTK_WIDGET (fixture.timeline), last.origin.x + 20, last.origin.y + 10);
  tw_test_button (1, FALSE);
  tw_test_hold ("ctrl", FALSE);
  tw_test_calendar_expect_selected (&fixture, "a15 a16 a17 a20");
  tw_test_calendar_end (&fixture);
}

static void
the_middle_button_pans (void)
{
  TwTestCalendar fixture;
  GtkAdjustment *across;
  double was;

  tw_test_calendar_begin (&fixture);
  across = tw_timeline_horizontal (fixture.timeline);
  was = gtk_adjustment_get_value (across);
  tw_test_point (GTK_WIDGET (fixture.timeline), 300, 300);
  tw_test_button (2, TRUE);
  tw_test_point (GTK_WIDGET (fixture.timeline), 260, 300);
  tw_test_point (GTK_WIDGET (fixture.timeline), 200, 300);
  tw_test_button (2, FALSE);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (across), was + 100, 0.5);
  tw_test_calendar_end (&fixture);
}

/* A bar can go where it isn't seen yet. */
static void
edges_take_the_view_along (void)
{
  TwTestCalendar fixture;
  GtkAdjustment *across;
  double was;

  tw_test_calendar_begin (&fixture);
  across = tw_timeline_horizontal (fixture.timeline);
  was = gtk_adjustment_get_value (across);
  tw_test_calendar_take (&fixture, "a16", 0.5, 3);
  tw_test_point (GTK_WIDGET (fixture.timeline),
                 gtk_widget_get_width (GTK_WIDGET (fixture.timeline)) - 5, 300);
  WAIT_FOR (gtk_adjustment_get_value (across) > was + 100);
  g_assert_cmpint (fixture.timeline->n, >, 60);
  tw_test_keys ("Escape");
  tw_test_button (1, FALSE);
  was = gtk_adjustment_get_value (across);
  tw_test_settle ();
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (across), was, 0.5);
  g_assert_true (tw_document_plan (fixture.document) == fixture.plan);
  tw_test_calendar_end (&fixture);
}

/* The day under the pointer stays there, in and out again. */
static void
the_wheel_zooms_at_the_pointer (void)
{
  TwTestCalendar fixture;
  TwTimeline *timeline;
  double day, x = 400;

  tw_test_calendar_begin (&fixture);
  timeline = fixture.timeline;
  tw_test_point (GTK_WIDGET (timeline), x, 300);
  x = timeline->pointer.x;
  day = tw_scale_date (&timeline->scale, x + gtk_adjustment_get_value (timeline->horizontal));
  tw_test_hold ("ctrl", TRUE);
  /* In as far as it goes, out again and in: fifty steps. */
  for (guint i = 0; i < 50; i++)
    {
      guint wheel = i < 25 || i >= 37 ? 4 : 5;

      tw_test_button (wheel, TRUE);
      tw_test_button (wheel, FALSE);
      if (i == 24)
        g_assert_cmpfloat_with_epsilon (timeline->scale.per_week, TW_SCALE_MAX, 1e-9);
      g_assert_cmpfloat_with_epsilon (tw_scale_x (&timeline->scale, day)
                                          - gtk_adjustment_get_value (timeline->horizontal),
                                      x, 1);
    }
  /* Sideways it means nothing. */
  day = timeline->scale.per_week;
  tw_test_button (7, TRUE);
  tw_test_button (7, FALSE);
  tw_test_settle ();
  g_assert_cmpfloat_with_epsilon (timeline->scale.per_week, day, 1e-9);
  tw_test_hold ("ctrl", FALSE);
  tw_test_calendar_end (&fixture);
}

static void
the_menu_mends (void)
{
  TwTestCalendar fixture;
  TwPlan *edit;

  tw_test_calendar_begin (&fixture);
  edit = tw_plan_set_by_id (fixture.plan, &tw_activity_type, "a16", "start", (TwValue){ 0 }, NULL);
  tw_test_calendar_point_to (&fixture, "a16", 0.5, 0);
  tw_test_button (3, TRUE);
  tw_test_button (3, FALSE);
  tw_test_click (tw_test_find (fixture.window, "Remove Pin"));
  tw_test_calendar_expect_plan (&fixture, edit);
  edit = tw_plan_set_by_id (fixture.plan, &tw_activity_type, "a16", "after", (TwValue){ 0 }, NULL);
  tw_test_calendar_point_to (&fixture, "a16", 0.5, 0);
  tw_test_button (3, TRUE);
  tw_test_button (3, FALSE);
  tw_test_click (tw_test_find (fixture.window, "Remove Links"));
  tw_test_calendar_expect_plan (&fixture, edit);
  tw_test_calendar_end (&fixture);
}

int
main (int argc, char **argv)
{
  tw_test_init_windows (&argc, &argv);
  g_test_add_func ("/timeline/a-bar-is-dragged", a_bar_is_dragged);
  g_test_add_func ("/timeline/escape-gives-up", escape_gives_up);
  g_test_add_func ("/timeline/ends-are-dragged", ends_are_dragged);
  g_test_add_func ("/timeline/a-group-and-a-milestone-are-dragged",
                   a_group_and_a_milestone_are_dragged);
  g_test_add_func ("/timeline/several-are-dragged", several_are_dragged);
  g_test_add_func ("/timeline/three-ways-to-move", three_ways_to_move);
  g_test_add_func ("/timeline/keys-change-the-length", keys_change_the_length);
  g_test_add_func ("/timeline/the-calendar-has-the-keys-of-the-outline",
                   the_calendar_has_the_keys_of_the_outline);
  g_test_add_func ("/timeline/keys-add-and-delete", keys_add_and_delete);
  g_test_add_func ("/timeline/bars-are-told", bars_are_told);
  g_test_add_func ("/timeline/the-dot-links", the_dot_links);
  g_test_add_func ("/timeline/a-rubber-band-selects", a_rubber_band_selects);
  g_test_add_func ("/timeline/a-rubber-band-adds", a_rubber_band_adds);
  g_test_add_func ("/timeline/the-middle-button-pans", the_middle_button_pans);
  g_test_add_func ("/timeline/edges-take-the-view-along", edges_take_the_view_along);
  g_test_add_func ("/timeline/the-wheel-zooms-at-the-pointer", the_wheel_zooms_at_the_pointer);
  g_test_add_func ("/timeline/the-menu-mends", the_menu_mends);
  return g_test_run ();
}
