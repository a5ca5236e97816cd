/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-edit.h"
#include "tw-test-plan.h"
#include "tw-test-window.h"
#include "tw-timeline-private.h"

/* The calendar by pointer and keyboard: what comes of it is compared as a plan. */

typedef struct
{
  TwPlan *plan; /* as it was */
  TwDocument *document;
  TwWindow *window;
  TwTimeline *timeline;
} Fixture;

static TwTimeline *
find_timeline (GtkWidget *widget)
{
  TwTimeline *found = TW_IS_TIMELINE (widget) ? TW_TIMELINE (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_timeline (child);
  return found;
}

static void
begin (Fixture *fixture)
{
  fixture->plan = tw_test_contoso ();
  fixture->window = tw_test_window_of (fixture->plan, &fixture->document);
  tw_window_show_page (fixture->window, "timeline");
  tw_test_settle ();
  fixture->timeline = find_timeline (GTK_WIDGET (fixture->window));
  g_assert_nonnull (fixture->timeline);
}

static void
end (Fixture *fixture)
{
  tw_test_window_destroy (fixture->window, fixture->document);
  tw_plan_unref (fixture->plan);
}

/* The plan is what the edit, which is taken over, would have made; one undo brings it back. */
static void
expect_plan (Fixture *fixture, TwPlan *edit)
{
  g_autoptr (TwPlan) expected = edit;
  g_autoptr (GBytes) there = tw_plan_to_bytes (tw_document_plan (fixture->document));
  g_autoptr (GBytes) wanted = NULL;

  g_assert_nonnull (expected);
  wanted = tw_plan_to_bytes (expected);
  g_assert_true (g_bytes_equal (there, wanted));
  g_assert_false (tw_document_plan (fixture->document) == fixture->plan);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_true (tw_document_plan (fixture->document) == fixture->plan);
  tw_test_settle ();
}

static void
expect_selected (Fixture *fixture, const char *expected)
{
  g_autofree char *ids
      = g_strjoinv (" ", (char **) tw_view_state_selection (fixture->timeline->state));

  g_assert_cmpstr (ids, ==, expected);
}

static TwSchedule *
schedule (Fixture *fixture)
{
  return tw_document_schedule (fixture->document);
}

static graphene_rect_t
bar (Fixture *fixture, const char *id)
{
  graphene_rect_t rect;

  g_assert_true (tw_timeline_bar (fixture->timeline, id, &rect));
  return rect;
}

/* To a place of a bar, 0 to 1 along it, and days from there: at 31 px a week. */
static void
point_to (Fixture *fixture, const char *id, double along, double days)
{
  graphene_rect_t rect = bar (fixture, id);

  tw_test_point (GTK_WIDGET (fixture->timeline),
                 rect.origin.x + rect.size.width * along + days * 31 / 7,
                 rect.origin.y + rect.size.height / 2);
}

/* Takes a bar at a place of it and moves it by days; it isn't let go yet. */
static void
take (Fixture *fixture, const char *id, double along, double days)
{
  point_to (fixture, id, along, 0);
  tw_test_button (1, TRUE);
  point_to (fixture, id, along, days / 2);
  point_to (fixture, id, along, days);
}

static void
click (Fixture *fixture, const char *id)
{
  point_to (fixture, id, 0.5, 0);
  tw_test_button (1, TRUE);
  tw_test_button (1, FALSE);
}

static TwPlan *
moved (Fixture *fixture, const char *id, const char *day)
{
  return tw_edit_move (schedule (fixture), id, tw_date_parse (day), NULL, NULL);
}

/* --- bars --- */

static void
a_bar_is_dragged (void)
{
  Fixture fixture;
  TwPlan *edit;

  begin (&fixture);
  edit = moved (&fixture, "a16", "2027-01-28");
  take (&fixture, "a16", 0.5, 3);
  g_assert_true (tw_document_plan (fixture.document) == fixture.plan);
  tw_test_button (1, FALSE);
  g_assert_cmpstr (tw_document_undo_label (fixture.document), ==,
                   "Move “Application compatibility tests”");
  expect_plan (&fixture, edit);
  end (&fixture);
}

static void
escape_gives_up (void)
{
  Fixture fixture;

  begin (&fixture);
  take (&fixture, "a16", 0.5, 3);
  tw_test_keys ("Escape");
  tw_test_button (1, FALSE);
  g_assert_true (tw_document_plan (fixture.document) == fixture.plan);
  /* Nor does a bar move that comes back to its place, or one that is done. */
  take (&fixture, "a16", 0.5, 3);
  point_to (&fixture, "a16", 0.5, 0);
  tw_test_button (1, FALSE);
  take (&fixture, "a14", 0.5, 5);
  tw_test_button (1, FALSE);
  g_assert_true (tw_document_plan (fixture.document) == fixture.plan);
  end (&fixture);
}

static void
ends_are_dragged (void)
{
  Fixture fixture;
  TwPlan *edit;

  begin (&fixture);
  edit = tw_edit_right_end (schedule (&fixture), "a20", tw_date_parse ("2027-03-10"), NULL);
  take (&fixture, "a20", 1, 5);
  tw_test_button (1, FALSE);
  expect_plan (&fixture, edit);
  edit = tw_edit_left_end (schedule (&fixture), "a17", tw_date_parse ("2027-02-01"), NULL, NULL);
  take (&fixture, "a17", 0, 5);
  tw_test_button (1, FALSE);
  expect_plan (&fixture, edit);
  end (&fixture);
}

static void
a_group_is_dragged (void)
{
  Fixture fixture;
  TwPlan *edit;

  begin (&fixture);
  edit = moved (&fixture, "h8", "2027-03-22");
  take (&fixture, "h8", 0.5, 7);
  tw_test_button (1, FALSE);
  expect_plan (&fixture, edit);
  end (&fixture);
}

static void
several_are_dragged (void)
{
  Fixture fixture;
  const char *const ids[] = { "a15", "a16", NULL };
  TwPlan *edit;

  begin (&fixture);
  click (&fixture, "a15");
  tw_test_hold ("ctrl", TRUE);
  click (&fixture, "a16");
  tw_test_hold ("ctrl", FALSE);
  expect_selected (&fixture, "a15 a16");
  edit = tw_edit_move_by (schedule (&fixture), ids, 2, NULL, NULL);
  take (&fixture, "a15", 0.5, 2);
  tw_test_button (1, FALSE);
  g_assert_cmpstr (tw_document_undo_label (fixture.document), ==, "Move 2 Items");
  expect_plan (&fixture, edit);
  /* Without a drag the one that was pressed is selected. */
  click (&fixture, "a15");
  expect_selected (&fixture, "a15");
  tw_test_hold ("shift", TRUE);
  click (&fixture, "a18");
  tw_test_hold ("shift", FALSE);
  expect_selected (&fixture, "a15 a16 a17 a18");
  end (&fixture);
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
  Fixture fixture;
  TwPlan *edit;

  begin (&fixture);
  click (&fixture, "a16");
  tw_test_keys ("alt+Right alt+Right alt+Right");
  expect_plan (&fixture, moved (&fixture, "a16", "2027-01-28"));
  /* The same from the outline, a week. */
  tw_test_click (tw_test_find (fixture.window, "Application compatibility tests"));
  tw_test_keys ("alt+Next");
  expect_plan (&fixture, moved (&fixture, "a16", "2027-02-01"));
  take (&fixture, "a16", 0.5, 7);
  tw_test_button (1, FALSE);
  expect_plan (&fixture, moved (&fixture, "a16", "2027-02-01"));
  edit = tw_edit_member (schedule (&fixture), &tw_activity_type, "a16", "start",
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
  expect_plan (&fixture, edit);
  end (&fixture);
}

static void
keys_change_the_length (void)
{
  Fixture fixture;

  begin (&fixture);
  click (&fixture, "a20");
  tw_test_keys ("alt+shift+Right alt+shift+Right");
  expect_plan (&fixture,
               tw_edit_right_end (schedule (&fixture), "a20", tw_date_parse ("2027-03-09"), NULL));
  tw_test_keys ("alt+shift+Left");
  expect_plan (&fixture,
               tw_edit_right_end (schedule (&fixture), "a20", tw_date_parse ("2027-03-04"), NULL));
  end (&fixture);
}

/* --- links, selecting, moving the view --- */

static void
the_dot_links (void)
{
  Fixture fixture;
  TwPlan *edit;
  graphene_rect_t from, to;
  GtkWidget *timeline;

  begin (&fixture);
  timeline = GTK_WIDGET (fixture.timeline);
  edit = tw_edit_link (schedule (&fixture), "a17", "a15", NULL);
  from = bar (&fixture, "a15");
  to = bar (&fixture, "a17");
  tw_test_point (timeline, from.origin.x + 6, from.origin.y + 7);
  tw_test_point (timeline, from.origin.x + from.size.width + 13, from.origin.y + 7);
  tw_test_button (1, TRUE);
  tw_test_point (timeline, to.origin.x - 10, to.origin.y + 7);
  tw_test_point (timeline, to.origin.x + 20, to.origin.y + 7);
  tw_test_button (1, FALSE);
  g_assert_cmpstr (tw_document_undo_label (fixture.document), ==,
                   "Link “Windows 11 readiness report” to “Conditional Access design”");
  expect_plan (&fixture, edit);
  /* A circle: refused, and told why. */
  from = bar (&fixture, "a18");
  to = bar (&fixture, "a16");
  tw_test_point (timeline, from.origin.x + 6, from.origin.y + 7);
  tw_test_point (timeline, from.origin.x + from.size.width + 13, from.origin.y + 7);
  tw_test_button (1, TRUE);
  tw_test_point (timeline, to.origin.x + 10, to.origin.y + 7);
  tw_test_point (timeline, to.origin.x + 20, to.origin.y + 7);
  tw_test_button (1, FALSE);
  g_assert_true (tw_document_plan (fixture.document) == fixture.plan);
  end (&fixture);
}

static void
a_rubber_band_selects (void)
{
  Fixture fixture;
  graphene_rect_t first, last;

  begin (&fixture);
  first = bar (&fixture, "a15");
  last = bar (&fixture, "a17");
  tw_test_point (GTK_WIDGET (fixture.timeline), first.origin.x - 60, first.origin.y - 3);
  tw_test_button (1, TRUE);
  tw_test_point (GTK_WIDGET (fixture.timeline), first.origin.x, first.origin.y + 20);
  tw_test_point (GTK_WIDGET (fixture.timeline), last.origin.x + 20, last.origin.y + 10);
  tw_test_button (1, FALSE);
  expect_selected (&fixture, "a15 a16 a17");
  end (&fixture);
}

static void
the_middle_button_pans (void)
{
  Fixture fixture;
  GtkAdjustment *across;
  double was;

  begin (&fixture);
  across = tw_timeline_horizontal (fixture.timeline);
  was = gtk_adjustment_get_value (across);
  tw_test_point (GTK_WIDGET (fixture.timeline), 300, 300);
  tw_test_button (2, TRUE);
  tw_test_point (GTK_WIDGET (fixture.timeline), 260, 300);
  tw_test_point (GTK_WIDGET (fixture.timeline), 200, 300);
  tw_test_button (2, FALSE);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (across), was + 100, 0.5);
  end (&fixture);
}

static void
the_menu_mends (void)
{
  Fixture fixture;
  TwPlan *edit;

  begin (&fixture);
  edit = tw_plan_set_by_id (fixture.plan, &tw_activity_type, "a16", "start", (TwValue){ 0 }, NULL);
  point_to (&fixture, "a16", 0.5, 0);
  tw_test_button (3, TRUE);
  tw_test_button (3, FALSE);
  tw_test_click (tw_test_find (fixture.window, "Remove Pin"));
  expect_plan (&fixture, edit);
  edit = tw_plan_set_by_id (fixture.plan, &tw_activity_type, "a16", "after", (TwValue){ 0 }, NULL);
  point_to (&fixture, "a16", 0.5, 0);
  tw_test_button (3, TRUE);
  tw_test_button (3, FALSE);
  tw_test_click (tw_test_find (fixture.window, "Remove Links"));
  expect_plan (&fixture, edit);
  end (&fixture);
}

int
main (int argc, char **argv)
{
  tw_test_init_windows (&argc, &argv);
  g_test_add_func ("/timeline/a-bar-is-dragged", a_bar_is_dragged);
  g_test_add_func ("/timeline/escape-gives-up", escape_gives_up);
  g_test_add_func ("/timeline/ends-are-dragged", ends_are_dragged);
  g_test_add_func ("/timeline/a-group-is-dragged", a_group_is_dragged);
  g_test_add_func ("/timeline/several-are-dragged", several_are_dragged);
  g_test_add_func ("/timeline/three-ways-to-move", three_ways_to_move);
  g_test_add_func ("/timeline/keys-change-the-length", keys_change_the_length);
  g_test_add_func ("/timeline/the-dot-links", the_dot_links);
  g_test_add_func ("/timeline/a-rubber-band-selects", a_rubber_band_selects);
  g_test_add_func ("/timeline/the-middle-button-pans", the_middle_button_pans);
  g_test_add_func ("/timeline/the-menu-mends", the_menu_mends);
  return g_test_run ();
}
