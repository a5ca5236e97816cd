/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-drag.h"
#include "tw-edit.h"
#include "tw-test-plan.h"
#include "tw-test-window.h"

/* Searching by keys, and where each kind of record leads to. */

static GtkWidget *
first_of (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget)
                         ? widget
                         : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = first_of (child, type);
  return found;
}

static GtkWidget *
finder_of (TwTestWindow *test)
{
  GtkWidget *entry = first_of (GTK_WIDGET (test->window), GTK_TYPE_SEARCH_ENTRY);

  return entry != NULL ? gtk_widget_get_ancestor (entry, GTK_TYPE_POPOVER) : NULL;
}

/* Opens the search, and types. */
static void
look_for (TwTestWindow *test, const char *text)
{
  tw_test_settle ();
  tw_test_keys ("ctrl+f");
  WAIT_FOR (finder_of (test) != NULL);
  tw_test_settle ();
  tw_test_type (text);
  tw_test_settle ();
}

/* The id of the record whose row has the keyboard, or NULL. */
static const char *
focused_id (TwTestWindow *test)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (test->window));
  const char *id = NULL;

  if (focus != NULL && gtk_widget_get_first_child (focus) != NULL)
    id = tw_drag_id (gtk_widget_get_first_child (focus));
  for (; focus != NULL && id == NULL; focus = gtk_widget_get_parent (focus))
    id = tw_drag_id (focus);
  return id;
}

/* What is typed, the title of the hit, the page that it leads to, and there the record that has the
 * keyboard or a text that is seen. */
static const struct
{
  const char *typed, *title, *page, *focused, *seen;
} kinds[] = {
  { "targeting", "Targeting", "timeline", "m1", NULL },
  { "remediate", "Remediate", "timeline", "h7", NULL },
  { "architect assigned", "Architect assigned", "timeline", "a1", NULL },
  { "312 apps", "Application inventory", "motions", "a14", NULL },
  { "plants second reminder", "Network and identity assessment", "motions", "a13", NULL },
  { "handbook", "Hand-over to Contoso's own team", "motions", "a32", NULL },
  { "migration tools configured", "All services in scope enabled, migration tools configured",
    "motions", "h8", NULL },
  { "full dibs five", "Hand-over", "motions", NULL, "Hand-over note" },
  { "situational", "Situational awareness", "timeline", "r3", NULL },
  { "get modern", "Get Modern", "motions", NULL, "Windows and Microsoft 365 Apps deployment" },
  { "monthly devices", "Windows, monthly active devices", "motions", NULL, "Get Modern" },
  { "onedrive", "OneDrive and SharePoint", "workloads", NULL, "OneDrive and SharePoint" },
  { "file shares", "OneDrive and SharePoint", "workloads", NULL, "OneDrive and SharePoint" },
  { "envision", "Envision", "adoption", NULL, NULL },
  { "letter of support", "Executive sponsor named", "adoption", "e1", NULL },
  { "shop floor open", "Office and plant office; shop floor open", "adoption", NULL, NULL },
  { "untested", "Shop-floor app untested on Windows 11", "journal", NULL, "Answer or decision" },
  { "asked for the plans",
    "Asked for the plans with Teams at the plants. The offices use it daily; the plants have no "
    "devices for it.",
    "journal", NULL, "Next action" },
  { "kick off joined", "Kick-off", "journal", NULL, "Attendees" },
  { "team and roles", "Team and roles", "journal", NULL, "Onboarding review" },
};

static void
each_kind_leads_to_its_page (void)
{
  TwTestWindow test;

  tw_test_begin (&test, tw_test_contoso (), "overview");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_test_message ("%s", kinds[i].typed);
      look_for (&test, kinds[i].typed);
      tw_test_find (finder_of (&test), kinds[i].title);
      tw_test_keys ("Return");
      WAIT_FOR (finder_of (&test) == NULL && g_str_equal (tw_test_page (&test), kinds[i].page));
      tw_test_settle ();
      if (kinds[i].focused != NULL)
        WAIT_FOR (g_strcmp0 (focused_id (&test), kinds[i].focused) == 0);
      if (kinds[i].seen != NULL)
        tw_test_find (test.window, kinds[i].seen);
    }
  tw_test_end (&test, 0);
}

static void
people_and_the_customer_open_their_dialogs (void)
{
  TwTestWindow test;
  GtkWindow *dialog;

  tw_test_begin (&test, tw_test_contoso (), "overview");
  look_for (&test, "priya");
  tw_test_find (finder_of (&test), "Priya Raman");
  tw_test_keys ("Return");
  dialog = tw_test_dialog (test.window);
  tw_test_find (dialog, "Priya Raman");
  tw_test_keys ("Escape");
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (test.window)));
  tw_test_settle ();
  tw_test_focus (GTK_WINDOW (test.window));
  look_for (&test, "good friday");
  tw_test_find (finder_of (&test), "Good Friday");
  tw_test_keys ("Return");
  dialog = tw_test_dialog (test.window);
  tw_test_keys ("Escape");
  tw_test_settle ();
  tw_test_end (&test, 0);
}

static void
by_arrows (void)
{
  TwTestWindow test;
  GtkWidget *list;

  tw_test_begin (&test, tw_test_contoso (), "journal");
  look_for (&test, "rev");
  list = first_of (finder_of (&test), GTK_TYPE_LIST_BOX);
  tw_test_keys ("Down Down");
  WAIT_FOR (gtk_window_get_focus (GTK_WINDOW (test.window))
            == GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2)));
  /* Back to the entry, and what is typed in the list goes on there. */
  tw_test_keys ("Up Up Up");
  WAIT_FOR (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (test.window))));
  tw_test_keys ("Down");
  tw_test_type ("iew");
  WAIT_FOR (g_str_equal (
      gtk_editable_get_text (GTK_EDITABLE (first_of (finder_of (&test), GTK_TYPE_SEARCH_ENTRY))),
      "review"));
  WAIT_FOR (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (test.window))));
  tw_test_keys ("Escape");
  WAIT_FOR (finder_of (&test) == NULL);
  g_assert_cmpstr (tw_test_page (&test), ==, "journal");
  /* Typing replaces what was searched last. */
  look_for (&test, "nowhere");
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (first_of (finder_of (&test), GTK_TYPE_SEARCH_ENTRY))),
      ==, "nowhere");
  tw_test_find (finder_of (&test), "Nothing found");
  tw_test_keys ("Return");
  g_assert_nonnull (finder_of (&test));
  tw_test_keys ("Escape");
  WAIT_FOR (finder_of (&test) == NULL);
  tw_test_end (&test, 0);
}

static void
by_pointer (void)
{
  TwTestWindow test;
  GtkWidget *button;

  tw_test_begin (&test, tw_test_contoso (), "motions");
  button = tw_test_tip (test.window, "Search (Ctrl+F)");
  tw_test_click (button);
  WAIT_FOR (finder_of (&test) != NULL && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  tw_test_settle ();
  tw_test_type ("warehouse retired");
  tw_test_click (tw_test_find (finder_of (&test), "Wave 3: warehouse, old tools retired"));
  WAIT_FOR (g_str_equal (tw_test_page (&test), "timeline"));
  WAIT_FOR (g_strcmp0 (focused_id (&test), "a29") == 0);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  tw_test_end (&test, 0);
}

static void
a_narrow_window_has_it_in_the_menu (void)
{
  TwTestWindow test;

  tw_test_begin (&test, tw_test_contoso (), "overview");
  gtk_window_set_default_size (GTK_WINDOW (test.window), 360, 700);
  WAIT_FOR (gtk_widget_get_width (GTK_WIDGET (test.window)) < 500);
  tw_test_settle ();
  look_for (&test, "priya");
  g_assert_cmpint (gtk_widget_get_width (gtk_popover_get_child (GTK_POPOVER (finder_of (&test)))),
                   <=, 340);
  tw_test_keys ("Escape");
  WAIT_FOR (finder_of (&test) == NULL);
  tw_test_click (tw_test_tip (test.window, "Main Menu"));
  tw_test_click (tw_test_find (test.window, "Search…"));
  WAIT_FOR (finder_of (&test) != NULL);
  tw_test_keys ("Escape");
  WAIT_FOR (finder_of (&test) == NULL);
  tw_test_end (&test, 0);
}

/* What was found is of the plan as it is. */
static void
after_an_edit (void)
{
  TwTestWindow test;
  g_autoptr (GError) error = NULL;

  tw_test_begin (&test, tw_test_contoso (), "overview");
  look_for (&test, "zebra");
  tw_test_find (finder_of (&test), "Nothing found");
  tw_test_keys ("Escape");
  WAIT_FOR (finder_of (&test) == NULL);
  g_assert_true (tw_document_edit (
      test.document,
      tw_plan_set_by_id (tw_document_plan (test.document), &tw_activity_type, "a1", "name",
                         (TwValue){ .string = (char *) "<b>Zebra &amp; co" }, &error),
      "Rename", NULL, &error));
  look_for (&test, "zebra");
  tw_test_find (finder_of (&test), "<b>Zebra &amp; co");
  tw_test_keys ("Return");
  WAIT_FOR (g_strcmp0 (focused_id (&test), "a1") == 0);
  tw_test_end (&test, 1);
}

static void
a_filter_gives_way (void)
{
  TwTestWindow test;

  tw_test_begin (&test, tw_test_contoso (), "adoption");
  tw_test_click (tw_test_find (test.window, "Open"));
  WAIT_FOR (!tw_test_sees (test.window, "Executive sponsor named"));
  look_for (&test, "executive sponsor named");
  tw_test_find (finder_of (&test), "Executive sponsor named");
  tw_test_keys ("Return");
  WAIT_FOR (g_strcmp0 (focused_id (&test), "e1") == 0);
  tw_test_find (test.window, "Executive sponsor named");
  tw_test_end (&test, 0);
}

int
main (int argc, char **argv)
{
  tw_test_init_windows (&argc, &argv);
  g_test_add_func ("/search/each-kind-leads-to-its-page", each_kind_leads_to_its_page);
  g_test_add_func ("/search/people-and-the-customer-open-their-dialogs",
                   people_and_the_customer_open_their_dialogs);
  g_test_add_func ("/search/by-arrows", by_arrows);
  g_test_add_func ("/search/by-pointer", by_pointer);
  g_test_add_func ("/search/a-narrow-window-has-it-in-the-menu",
                   a_narrow_window_has_it_in_the_menu);
  g_test_add_func ("/search/after-an-edit", after_an_edit);
  g_test_add_func ("/search/a-filter-gives-way", a_filter_gives_way);
  return g_test_run ();
}
