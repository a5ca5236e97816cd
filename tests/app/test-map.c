/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-edit.h"
#include "tw-map-view.h"
#include "tw-playbook-add.h"
#include "tw-test-plan.h"
#include "tw-test-window.h"
#include "tw-timeline-private.h"

/* The map by pointer and keyboard: what comes of it is compared as a plan. */

typedef struct
{
  TwPlan *plan; /* as it was */
  TwDocument *document;
  TwWindow *window;
  TwMapView *map;
} Fixture;

static void
begin (Fixture *fixture)
{
  fixture->plan = tw_test_contoso ();
  fixture->window = tw_test_window_of (fixture->plan, &fixture->document);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 900);
  tw_window_show_page (fixture->window, "timeline");
  tw_test_settle ();
  tw_test_click (tw_test_find (fixture->window, "Map"));
  fixture->map = TW_MAP_VIEW (tw_test_find_type (GTK_WIDGET (fixture->window), TW_TYPE_MAP_VIEW));
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (fixture->map)));
  tw_test_settle ();
}

static void
end (Fixture *fixture)
{
  tw_test_window_destroy (fixture->window, fixture->document);
  tw_plan_unref (fixture->plan);
}

static void
expect_plan (Fixture *fixture, TwPlan *edit)
{
  tw_test_expect_edit (fixture->window, fixture->document, fixture->plan, edit);
}

/* To a place of what has this id: 0 to 1 along it, and px from there. */
static void
point_to (Fixture *fixture, const char *id, double along, double dx, double dy)
{
  graphene_rect_t rect;

  g_assert_true (tw_map_view_find (fixture->map, id, &rect));
  tw_test_point (GTK_WIDGET (fixture->map), rect.origin.x + rect.size.width * along + dx,
                 rect.origin.y + rect.size.height / 2 + dy);
}

static void
click (Fixture *fixture, const char *id)
{
  point_to (fixture, id, 0.5, 0, 0);
  tw_test_button (1, TRUE);
  tw_test_button (1, FALSE);
  tw_test_settle ();
}

/* The focus is on the map's child with this label. */
static void
expect_focused (Fixture *fixture, const char *label)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_true (gtk_widget_get_parent (focus) == GTK_WIDGET (fixture->map));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       label);
}

static void
keys_go_from_node_to_node (void)
{
  Fixture fixture;

  begin (&fixture);
  click (&fixture, "h6");
  expect_focused (&fixture, "Assess, In progress, 23 %, 18 Jan – 12 Feb, moved by +2 days");
  tw_test_keys ("Left");
  expect_focused (&fixture, "Initiate, Done, 100 %, 7–15 Jan");
  tw_test_keys ("Down");
  expect_focused (&fixture,
                  "Health review every 2 weeks, Forecast quarterly, Situational awareness "
                  "monthly, Escalations monthly, from Initiate to Migrate");
  tw_test_keys ("Down");
  expect_focused (&fixture, "Add “Request for Assistance” to the plan");
  tw_test_keys ("Down");
  /* The first sign of the first approach: an activity, as anywhere. */
  expect_focused (&fixture, "Application inventory, Done, Tom Lindqvist, 18–21 Jan, 4 days");
  tw_test_keys ("Up Up Up");
  tw_test_keys ("alt+Right");
  g_assert_true (tw_document_plan (fixture.document) != fixture.plan);
  end (&fixture);
}

static void
a_motion_is_added (void)
{
  Fixture fixture;
  TwPlan *added;

  begin (&fixture);
  click (&fixture, "rfa");
  added = tw_document_plan (fixture.document);
  g_assert_cmpuint (tw_list_n (added->motions), ==, 3);
  g_assert_cmpstr (tw_document_undo_label (fixture.document), ==, "Add “Request for Assistance”");
  tw_test_keys ("ctrl+z");
  g_assert_true (tw_document_plan (fixture.document) == fixture.plan);
  tw_test_settle ();
  click (&fixture, "h9");
  tw_test_keys ("Down Down");
  expect_focused (&fixture, "Add “Request for Assistance” to the plan");
  tw_test_keys ("Return");
  g_assert_cmpuint (tw_list_n (tw_document_plan (fixture.document)->motions), ==, 3);
  end (&fixture);
}

static void
a_phase_opens (void)
{
  Fixture fixture;
  graphene_rect_t bar;
  TwTimeline *calendar;

  begin (&fixture);
  calendar = TW_TIMELINE (tw_test_find_type (GTK_WIDGET (fixture.window), TW_TYPE_TIMELINE));
  click (&fixture, "h9");
  tw_test_keys ("Return");
  tw_test_find (fixture.window, "Show in Calendar");
  g_assert_true (tw_test_sees (fixture.window, "Go-live"));
  tw_test_keys ("Escape");
  WAIT_FOR (!tw_test_sees (fixture.window, "Show in Calendar"));
  tw_test_settle ();
  expect_focused (&fixture, "Migrate, Not started, 0 %, 26 Apr – 16 Jul");
  tw_test_keys ("Return");
  tw_test_click (tw_test_find (fixture.window, "Show in Calendar"));
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (calendar)));
  tw_test_settle ();
  g_assert_true (tw_timeline_bar (calendar, "h9", &bar));
  g_assert_cmpfloat (bar.origin.x, >=, 0);
  g_assert_cmpfloat (bar.origin.x, <, gtk_widget_get_width (GTK_WIDGET (calendar)));
  /* With the keyboard. */
  tw_test_keys ("Down");
  g_assert_cmpstr (tw_view_state_selected (calendar->state), !=, "h9");
  WAIT_FOR (g_strcmp0 (tw_stand_ins_focused (calendar->bars, FALSE),
                       tw_view_state_selected (calendar->state))
            == 0);
  end (&fixture);
}

static void
a_motion_is_dragged (void)
{
  Fixture fixture;

  begin (&fixture);
  point_to (&fixture, "m2", 0.5, 0, 0);
  tw_test_button (1, TRUE);
  point_to (&fixture, "m1", 0.5, 0, 10);
  point_to (&fixture, "m1", 0.5, 0, -20);
  tw_test_keys ("Escape");
  tw_test_button (1, FALSE);
  g_assert_true (tw_document_plan (fixture.document) == fixture.plan);
  point_to (&fixture, "m2", 0.5, 0, 0);
  tw_test_button (1, TRUE);
  point_to (&fixture, "m1", 0.5, 0, 10);
  point_to (&fixture, "m1", 0.5, 0, -20);
  tw_test_button (1, FALSE);
  expect_plan (&fixture, tw_edit_step (fixture.plan, "m2", -1, FALSE, NULL));
  click (&fixture, "m1");
  tw_test_keys ("alt+Down");
  expect_plan (&fixture, tw_edit_step (fixture.plan, "m1", 1, FALSE, NULL));
  end (&fixture);
}

static void
a_band_is_stretched (void)
{
  static const char *const ids[] = { "r1", "r2", "r3", "r4", NULL };
  Fixture fixture;

  begin (&fixture);
  point_to (&fixture, "r1", 1, -1, 0);
  tw_test_button (1, TRUE);
  point_to (&fixture, "r1", 1, 40, 0);
  point_to (&fixture, "r1", 1, 80, 0);
  tw_test_button (1, FALSE);
  g_assert_cmpstr (tw_document_undo_label (fixture.document), ==,
                   "Change Phases of “Health review”");
  expect_plan (&fixture, tw_edit_stretch (fixture.plan, ids, TW_GRIP_RIGHT, 1, NULL));
  point_to (&fixture, "r1", 0, 1, 0);
  tw_test_button (1, TRUE);
  point_to (&fixture, "r1", 0, 60, 0);
  point_to (&fixture, "r1", 0, 150, 0);
  tw_test_button (1, FALSE);
  expect_plan (&fixture, tw_edit_stretch (fixture.plan, ids, TW_GRIP_LEFT, 1, NULL));
  click (&fixture, "r1");
  tw_test_keys ("alt+shift+Left");
  expect_plan (&fixture, tw_edit_stretch (fixture.plan, ids, TW_GRIP_RIGHT, -1, NULL));
  tw_test_keys ("alt+Left");
  expect_plan (&fixture, tw_edit_stretch (fixture.plan, ids, TW_GRIP_BODY, -1, NULL));
  end (&fixture);
}

/* Two of them aren't one, as two keys are. */
static void
each_drag_is_a_step (void)
{
  Fixture fixture;

  begin (&fixture);
  for (guint i = 0; i < 2; i++)
    {
      point_to (&fixture, "r1", 0, 1, 0);
      tw_test_button (1, TRUE);
      point_to (&fixture, "r1", 0, 60, 0);
      point_to (&fixture, "r1", 0, 150, 0);
      tw_test_button (1, FALSE);
      tw_test_settle ();
    }
  tw_document_undo (fixture.document);
  g_assert_nonnull (tw_document_undo_label (fixture.document));
  tw_document_undo (fixture.document);
  g_assert_null (tw_document_undo_label (fixture.document));
  tw_test_settle ();
  end (&fixture);
}

static void
open_menu (Fixture *fixture, const char *id)
{
  point_to (fixture, id, 0.5, 0, 0);
  tw_test_button (3, TRUE);
  tw_test_button (3, FALSE);
}

/* The menu is that of the bar; what is named is named in the calendar. */
static void
nodes_have_a_menu (void)
{
  Fixture fixture;
  TwTimeline *calendar;

  begin (&fixture);
  calendar = TW_TIMELINE (tw_test_find_type (GTK_WIDGET (fixture.window), TW_TYPE_TIMELINE));
  open_menu (&fixture, "h9");
  tw_test_click (tw_test_find (fixture.window, "Add Activity"));
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (calendar)));
  tw_test_settle ();
  tw_test_type ("Freeze");
  tw_test_keys ("Return");
  g_assert_cmpstr (tw_document_undo_label (fixture.document), ==, "Rename “Freeze”");
  tw_test_keys ("ctrl+z ctrl+z m");
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (fixture.map)));
  tw_test_settle ();
  g_assert_true (tw_document_plan (fixture.document) == fixture.plan);
  click (&fixture, "h9");
  tw_test_keys ("Menu");
  tw_test_find (fixture.window, "Remove Phase");
  tw_test_keys ("Escape");
  WAIT_FOR (!tw_test_sees (fixture.window, "Remove Phase"));
  tw_test_settle ();
  expect_focused (&fixture, "Migrate, Not started, 0 %, 26 Apr – 16 Jul");
  tw_test_keys ("shift+F10");
  tw_test_find (fixture.window, "Remove Phase");
  tw_test_keys ("Down Return");
  WAIT_FOR (tw_test_sees (fixture.window, "Not before"));
  tw_test_keys ("F9");
  click (&fixture, "h9");
  tw_test_keys ("shift+F10");
  tw_test_click (tw_test_find (fixture.window, "Show in Calendar"));
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (calendar)));
  g_assert_cmpstr (tw_view_state_selected (calendar->state), ==, "h9");
  end (&fixture);
}

static void
bands_and_offers_have_a_menu (void)
{
  Fixture fixture;

  begin (&fixture);
  open_menu (&fixture, "r1");
  tw_test_find (fixture.window, "Forecast");
  tw_test_keys ("Escape");
  WAIT_FOR (!tw_test_sees (fixture.window, "Forecast"));
  open_menu (&fixture, "rfa");
  tw_test_click (tw_test_find (fixture.window, "Add to Plan"));
  WAIT_FOR (tw_list_n (tw_document_plan (fixture.document)->motions) == 3);
  tw_test_settle ();
  tw_test_keys ("ctrl+z");
  tw_test_settle ();
  /* Beside the button, and by keys. */
  point_to (&fixture, "rfa", 0.5, 400, 0);
  tw_test_button (3, TRUE);
  tw_test_button (3, FALSE);
  tw_test_find (fixture.window, "Add to Plan");
  tw_test_keys ("Escape");
  WAIT_FOR (!tw_test_sees (fixture.window, "Add to Plan"));
  tw_test_settle ();
  tw_test_keys ("Menu");
  tw_test_find (fixture.window, "Add to Plan");
  tw_test_keys ("Return");
  WAIT_FOR (tw_list_n (tw_document_plan (fixture.document)->motions) == 3);
  end (&fixture);
}

/* What the map has no days for can't be done there; Today scrolls to where the customer stands. */
static void
the_map_has_no_zoom (void)
{
  Fixture fixture;
  TwTimeline *calendar;
  GtkAdjustment *across;
  graphene_rect_t rect;
  double per_week;

  begin (&fixture);
  calendar = TW_TIMELINE (tw_test_find_type (GTK_WIDGET (fixture.window), TW_TYPE_TIMELINE));
  per_week = calendar->scale.per_week;
  g_assert_false (gtk_widget_is_sensitive (tw_test_tip (fixture.window, "Zoom in")));
  g_assert_false (gtk_widget_is_sensitive (tw_test_find (fixture.window, "Critical path")));
  click (&fixture, "h6");
  tw_test_keys ("plus f c");
  g_assert_cmpfloat_with_epsilon (calendar->scale.per_week, per_week, 1e-9);
  g_assert_true (tw_view_state_critical (calendar->state));
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 500, 900);
  across = gtk_scrollable_get_hadjustment (
      GTK_SCROLLABLE (gtk_widget_get_ancestor (GTK_WIDGET (fixture.map), GTK_TYPE_VIEWPORT)));
  WAIT_FOR (gtk_adjustment_get_upper (across) > gtk_adjustment_get_page_size (across) + 100);
  gtk_adjustment_set_value (across, 0);
  tw_test_keys ("t");
  WAIT_FOR (gtk_adjustment_get_value (across) > 100);
  /* In the middle: its column is seen, and those beside it. */
  g_assert_true (tw_map_view_find (fixture.map, "h6", &rect));
  g_assert_cmpfloat_with_epsilon (
      rect.origin.x + rect.size.width / 2,
      gtk_adjustment_get_value (across) + gtk_adjustment_get_page_size (across) / 2, 1);
  tw_test_keys ("m");
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (calendar)));
  tw_test_keys ("c");
  g_assert_false (tw_view_state_critical (calendar->state));
  end (&fixture);
}

int
main (int argc, char **argv)
{
  tw_test_init_windows (&argc, &argv);
  g_test_add_func ("/map-view/keys-go-from-node-to-node", keys_go_from_node_to_node);
  g_test_add_func ("/map-view/a-motion-is-added", a_motion_is_added);
  g_test_add_func ("/map-view/a-phase-opens", a_phase_opens);
  g_test_add_func ("/map-view/a-motion-is-dragged", a_motion_is_dragged);
  g_test_add_func ("/map-view/a-band-is-stretched", a_band_is_stretched);
  g_test_add_func ("/map-view/each-drag-is-a-step", each_drag_is_a_step);
  g_test_add_func ("/map-view/nodes-have-a-menu", nodes_have_a_menu);
  g_test_add_func ("/map-view/bands-and-offers-have-a-menu", bands_and_offers_have_a_menu);
  g_test_add_func ("/map-view/the-map-has-no-zoom", the_map_has_no_zoom);
  return g_test_run ();
}
