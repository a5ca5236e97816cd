/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-test-plan.h"
#include "tw-test-window.h"

/* The Overview by keyboard and pointer, and the way from it to what its rows name. */

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
      g_assert_cmpstr (tw_test_page (&test), ==, ways[i].expected);
      if (ways[i].sees != NULL)
        tw_test_find (test.window, ways[i].sees);
      if (ways[i].focused && ways[i].sees != NULL)
        WAIT_FOR (focus_says (&test, ways[i].sees));
    }
  tw_test_end (&test, 0);
}

static GtkWidget *
row_of (TwTestWindow *test, const char *text)
{
  return gtk_widget_get_ancestor (tw_test_find (test->window, text), GTK_TYPE_LIST_BOX_ROW);
}

/* A tooltip that says what stands there already is in the way. */
static void
what_is_cut_off_alone_has_its_tooltip (void)
{
  TwTestWindow test;
  GtkWidget *label;
  gboolean tells = TRUE;

  tw_test_begin (&test, tw_test_contoso (), "overview");
  label = tw_test_find (test.window, "Group 2: Windows and Microsoft 365 Apps");
  g_signal_emit_by_name (label, "query-tooltip", 1, 1, FALSE, NULL, &tells);
  g_assert_false (tells);
  g_assert_null (gtk_widget_get_tooltip_text (label));
  tw_test_end (&test, 0);
}

static int
x_of (TwTestWindow *test, const char *title)
{
  double x, y;

  gtk_widget_translate_coordinates (tw_test_find (test->window, title), GTK_WIDGET (test->window),
                                    0, 0, &x, &y);
  return (int) x;
}

/* What one works with doesn't go elsewhere because it shrank. */
static void
cards_keep_their_column (void)
{
  static const char *const titles[]
      = { "Next 14 days", "Adoption", "Blockers and risks", "Findings", "Executive summary" };
  g_autoptr (GString) text = g_string_new ("m1: h1:");
  TwTestWindow test;
  int before[G_N_ELEMENTS (titles)];

  /* All of this month in one column, until nothing is. */
  for (int i = 1; i <= 12; i++)
    g_string_append_printf (text, "%s a%d 30 pin 2027-01-25", i > 1 ? "," : "", i);
  tw_test_begin (&test, tw_test_plan (text->str), "overview");
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    before[i] = x_of (&test, titles[i]);
  tw_document_edit (test.document, tw_test_plan ("m1: h1: a1 1 pin 2029-01-25"), "Shrink", NULL,
                    NULL);
  tw_test_find (test.window, "Nothing due before 5 February");
  tw_test_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_cmpint (x_of (&test, titles[i]), ==, before[i]);
  tw_test_end (&test, 1);
}

/* Every card's rows, by pointer and by keys. */
static void
rows_lead_to_what_they_name (void)
{
  static const struct
  {
    const char *row, *page, *sees;
  } ways[] = {
    { "Conditional Access design", "timeline", "Conditional Access design" },
    { "Release the awareness campaign", "journal", "Decision" },
    { "Findings agreed with Contoso", "timeline", "Findings agreed with Contoso" },
    { "Value case signed, 29 January", "adoption", "Value case signed" },
    { "Modern Management", "workloads", "Blocked since 14 January" },
    { "Shop-floor app untested on Windows 11", "journal", "Severity" },
    { "Onboarding review", "journal", "Agenda" },
    { "Microsoft 365 Apps is in progress without: success owner", "workloads", "Readings" },
  };
  TwTestWindow test;

  tw_test_begin (&test, tw_test_contoso (), "overview");
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      GtkWidget *row = row_of (&test, ways[i].row);

      g_test_message ("%s", ways[i].row);
      /* Where nothing has a tooltip: GTK shows one while it lays out a page under the pointer. */
      tw_test_point (GTK_WIDGET (test.window), 1, 1);
      if (i % 2 == 1)
        {
          gtk_widget_grab_focus (row);
          tw_test_keys ("Return");
        }
      else
        {
          gtk_widget_grab_focus (row); /* scrolled to */
          tw_test_settle ();
          tw_test_click (tw_test_find (row, ways[i].row));
        }
      WAIT_FOR (g_str_equal (tw_test_page (&test), ways[i].page));
      tw_test_find (test.window, ways[i].sees);
      tw_window_show_page (test.window, "overview");
      tw_test_settle ();
    }
  tw_test_end (&test, 0);
}

static void
the_agenda_s_menu (void)
{
  TwTestWindow test;
  TwPlace place;
  TwMeeting *meeting;

  tw_test_begin (&test, tw_test_contoso (), "overview");
  gtk_widget_grab_focus (row_of (&test, "Network and identity assessment"));
  tw_test_keys ("Menu");
  tw_test_click (tw_test_find (test.window, "Mark as Done"));
  WAIT_FOR (tw_document_plan (test.document) != test.plan);
  g_assert_true (tw_plan_find (tw_document_plan (test.document), &tw_activity_type, "a13", &place));
  g_assert_cmpint (((TwActivity *) tw_plan_at (tw_document_plan (test.document), &place))->status,
                   ==, TW_STATUS_DONE);
  tw_test_settle ();
  gtk_widget_grab_focus (row_of (&test, "Onboarding review"));
  tw_test_keys ("shift+F10");
  tw_test_click (tw_test_find (test.window, "Move…"));
  tw_test_settle ();
  tw_test_keys ("ctrl+a");
  tw_test_type ("mon");
  tw_test_keys ("Return");
  WAIT_FOR (g_strcmp0 (tw_document_undo_label (test.document), "Move “Onboarding review”") == 0);
  meeting = tw_list_find (tw_document_plan (test.document)->meetings, "g3", NULL);
  g_assert_cmpint (meeting->date, ==, tw_date_parse ("2027-01-25"));
  tw_test_end (&test, 2);
}

static void
the_keyboard_stays_in_its_card (void)
{
  TwTestWindow test;
  GtkWidget *tick;

  tw_test_begin (&test, tw_test_contoso (), "overview");
  tick = tw_test_tip (row_of (&test, "Health review"), "Mark as held");
  gtk_widget_grab_focus (tick);
  tw_test_keys ("space");
  WAIT_FOR (tw_document_plan (test.document) != test.plan);
  tw_test_settle ();
  WAIT_FOR (gtk_window_get_focus (GTK_WINDOW (test.window)) != NULL
            && gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (test.window)),
                                        GTK_TYPE_LIST_BOX_ROW)
                   != NULL);
  tw_test_end (&test, 1);
}

static void
the_summary_says_that_the_plan_changed (void)
{
  TwTestWindow test;

  tw_test_begin (&test, tw_test_contoso (), "overview");
  g_assert_false (tw_test_sees (test.window, "The plan has changed since this was written"));
  gtk_widget_grab_focus (row_of (&test, "Network and identity assessment"));
  tw_test_keys ("Menu");
  tw_test_click (tw_test_find (test.window, "Mark as Done"));
  tw_test_find (test.window, "The plan has changed since this was written");
  gtk_widget_grab_focus (
      gtk_widget_get_ancestor (tw_test_find (test.window, "Use Proposal"), GTK_TYPE_BUTTON));
  tw_test_keys ("space");
  WAIT_FOR (tw_document_plan (test.document)->summary == NULL);
  tw_test_find (test.window, "Proposed from the plan");
  gtk_widget_grab_focus (
      gtk_widget_get_ancestor (tw_test_find (test.window, "Write Your Own"), GTK_TYPE_BUTTON));
  tw_test_keys ("space");
  WAIT_FOR (tw_document_plan (test.document)->summary != NULL);
  tw_test_settle ();
  tw_test_keys ("ctrl+a");
  tw_test_type ("All is well");
  WAIT_FOR (g_strcmp0 (tw_document_plan (test.document)->summary, "All is well") == 0);
  g_assert_nonnull (tw_document_plan (test.document)->summary_basis);
  /* Done, the proposal, a text of one's own, what was typed. */
  tw_test_end (&test, 4);
}

static void
an_empty_plan_says_so (void)
{
  static const char *const words[] = { "Nothing due before 5 February",
                                       "No blockers or risks",
                                       "No meeting recorded yet",
                                       "Record Meeting",
                                       "Not rated yet",
                                       "Update Usage",
                                       "No stages yet",
                                       "Nothing to look at" };
  TwTestWindow test;

  tw_test_begin (&test, tw_test_plan_of ("'language':'en'"), "overview");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    tw_test_find (test.window, words[i]);
  tw_test_end (&test, 0);
}

/* A large plan's two weeks don't hold up its window. */
static void
so_many_days_and_no_more (void)
{
  g_autoptr (GString) text = g_string_new ("m1: h1:");
  TwTestWindow test;

  for (int i = 1; i <= 60; i++)
    g_string_append_printf (text, "%s a%d 30 pin 2027-01-25", i > 1 ? "," : "", i);
  tw_test_begin (&test, tw_test_plan (text->str), "overview");
  tw_test_find (test.window, "… and 20 more");
  tw_test_end (&test, 0);
}

int
main (int argc, char **argv)
{
  tw_test_init_windows (&argc, &argv);
  g_test_add_func ("/overview/every-record-has-its-way", every_record_has_its_way);
  g_test_add_func ("/overview/what-is-cut-off-alone-has-its-tooltip",
                   what_is_cut_off_alone_has_its_tooltip);
  g_test_add_func ("/overview/cards-keep-their-column", cards_keep_their_column);
  g_test_add_func ("/overview/rows-lead-to-what-they-name", rows_lead_to_what_they_name);
  g_test_add_func ("/overview/the-agenda-s-menu", the_agenda_s_menu);
  g_test_add_func ("/overview/the-keyboard-stays-in-its-card", the_keyboard_stays_in_its_card);
  g_test_add_func ("/overview/the-summary-says-that-the-plan-changed",
                   the_summary_says_that_the_plan_changed);
  g_test_add_func ("/overview/so-many-days-and-no-more", so_many_days_and_no_more);
  g_test_add_func ("/overview/an-empty-plan-says-so", an_empty_plan_says_so);
  return g_test_run ();
}
