/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-map-view.h"
#include "tw-outline.h"
#include "tw-test-plan.h"
#include "tw-test-window.h"
#include "tw-timeline.h"

/* The timeline for everyone: written from the right, with large type, and for screen readers. */

typedef struct
{
  TwPlan *plan;
  TwDocument *document;
  TwWindow *window;
  TwTimeline *calendar;
} Fixture;

static void
begin (Fixture *fixture)
{
  fixture->plan = tw_test_contoso ();
  fixture->window = tw_test_window_of (fixture->plan, &fixture->document);
  tw_window_show_page (fixture->window, "timeline");
  tw_test_settle ();
  fixture->calendar
      = TW_TIMELINE (tw_test_find_type (GTK_WIDGET (fixture->window), TW_TYPE_TIMELINE));
  WAIT_FOR (gtk_widget_get_width (GTK_WIDGET (fixture->calendar)) > 0);
  tw_test_settle ();
}

static void
end (Fixture *fixture)
{
  tw_test_window_destroy (fixture->window, fixture->document);
  tw_plan_unref (fixture->plan);
}

static graphene_rect_t
bar (Fixture *fixture, const char *id)
{
  graphene_rect_t rect;

  g_assert_true (tw_timeline_bar (fixture->calendar, id, &rect));
  return rect;
}

static float
left_of (Fixture *fixture, GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (fixture->window), &bounds));
  return bounds.origin.x;
}

/* The child that stands over a bar. */
static GtkWidget *
child_over (Fixture *fixture, const char *id)
{
  graphene_rect_t rect = bar (fixture, id), bounds;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->calendar));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_child_visible (child)
        && gtk_widget_compute_bounds (child, GTK_WIDGET (fixture->calendar), &bounds)
        && ABS (bounds.origin.x - rect.origin.x) < 2 && ABS (bounds.origin.y - rect.origin.y) < 2)
      return child;
  g_assert_not_reached ();
}

/* Panes change sides, days don't. */
static void
from_the_right (void)
{
  Fixture fixture;
  GtkWidget *outline;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  begin (&fixture);
  outline = tw_test_find_type (GTK_WIDGET (fixture.window), TW_TYPE_OUTLINE);
  g_assert_cmpfloat (left_of (&fixture, outline), >,
                     left_of (&fixture, GTK_WIDGET (fixture.calendar)));
  g_assert_cmpfloat (bar (&fixture, "a15").origin.x, <, bar (&fixture, "a18").origin.x);
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (child_over (&fixture, "a16")), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Application compatibility tests, Not started, Tom Lindqvist, 25 Jan – 5 Feb, 10 days");
  end (&fixture);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Rows, bars and nodes grow with the type. */
static void
with_large_type (void)
{
  Fixture fixture;
  float height, far;
  GtkWidget *map;
  graphene_rect_t node;

  begin (&fixture);
  height = bar (&fixture, "a16").size.height;
  far = bar (&fixture, "a16").origin.y - bar (&fixture, "a15").origin.y;
  end (&fixture);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 22", NULL);
  begin (&fixture);
  g_assert_cmpfloat (bar (&fixture, "a16").size.height, >, 1.5 * height);
  g_assert_cmpfloat (bar (&fixture, "a16").origin.y - bar (&fixture, "a15").origin.y, >, 1.5 * far);
  tw_test_click (tw_test_find (fixture.window, "Map"));
  map = tw_test_find_type (GTK_WIDGET (fixture.window), TW_TYPE_MAP_VIEW);
  WAIT_FOR (gtk_widget_get_mapped (map));
  tw_test_settle ();
  g_assert_true (tw_map_view_find (TW_MAP_VIEW (map), "h6", &node));
  g_assert_cmpfloat (node.size.width, >, 2 * 2.4 * 22 - 1);
  end (&fixture);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", NULL);
}

static void
the_whole_is_described (void)
{
  const char *words = "2 November 2026 to 30 September 2027, current phase Assess, 23 %";
  Fixture fixture;

  begin (&fixture);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture.calendar),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);
  end (&fixture);
}

int
main (int argc, char **argv)
{
  tw_test_init_windows (&argc, &argv);
  g_test_add_func ("/looks/from-the-right", from_the_right);
  g_test_add_func ("/looks/with-large-type", with_large_type);
  g_test_add_func ("/looks/the-whole-is-described", the_whole_is_described);
  return g_test_run ();
}
