/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-test-plan.h"
#include "tw-test-window.h"

/* The Overview by keyboard and pointer, and the way from it to what its rows name. */

static GtkWidget *
stack_below (GtkWidget *widget)
{
  GtkWidget *found = ADW_IS_VIEW_STACK (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = stack_below (child);
  return found;
}

static const char *
page_of (TwTestWindow *test)
{
  return adw_view_stack_get_visible_child_name (
      ADW_VIEW_STACK (stack_below (GTK_WIDGET (test->window))));
}

/* What has the keyboard, or holds what has it, says this. */
static gboolean
focus_says (TwTestWindow *test, const char *text)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (test->window));

  return focus != NULL && tw_test_sees (focus, text);
}

static void
every_record_has_its_way (void)
{
  static const struct
  {
    const char *page, *type, *id, *expected, *sees;
    gboolean focused;
  } ways[] = {
    { "", "activity", "a13", "timeline", "Network and identity assessment", TRUE },
    /* In a phase that was closed. */
    { "motions", "activity", "a1", "motions", "Architect assigned", TRUE },
    { "", "approach", "get-modern", "motions", "Get Modern", FALSE },
    { "", "adoption item", "e7", "adoption", NULL, TRUE },
    { "", "slice", "s6", "workloads", "Blocked since 14 January", FALSE },
    { "", "entry", "k3", "journal", "Severity", FALSE },
    { "", "agenda item", "i1", "journal", "Agenda", FALSE },
  };
  TwTestWindow test;

  tw_test_begin (&test, tw_test_contoso (), "overview");
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_test_message ("%s %s", ways[i].type, ways[i].id);
      gtk_widget_activate_action (GTK_WIDGET (test.window), "win.show", "(sss)", ways[i].page,
                                  ways[i].type, ways[i].id);
      g_assert_cmpstr (page_of (&test), ==, ways[i].expected);
      if (ways[i].sees != NULL)
        tw_test_find (test.window, ways[i].sees);
      if (ways[i].focused && ways[i].sees != NULL)
        WAIT_FOR (focus_says (&test, ways[i].sees));
    }
  tw_test_end (&test, 0);
}

int
main (int argc, char **argv)
{
  tw_test_init_windows (&argc, &argv);
  g_test_add_func ("/overview/every-record-has-its-way", every_record_has_its_way);
  return g_test_run ();
}
