/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-edit.h"
#include "tw-test-plan.h"
#include "tw-test-window.h"

/* The Journal, and what is ticked and mended on the Overview, by keyboard and pointer. Each test
 * ends by undoing all that it did. */

static TwPlan *
plan_of (TwTestWindow *test)
{
  return tw_document_plan (test->document);
}

static gpointer
last (TwList *list)
{
  return list->items[list->n - 1];
}

/* What of this type stands nearest to a label. */
static GtkWidget *
beside (GtkWidget *label, GType type)
{
  GtkWidget *found = NULL;

  for (GtkWidget *up = label; up != NULL && found == NULL; up = gtk_widget_get_parent (up))
    found = tw_test_find_type (up, type);
  g_assert_nonnull (found);
  return found;
}

/* The drop-down or switch of a row. */
static GtkWidget *
of_row (TwTestWindow *test, const char *title, GType type)
{
  return tw_test_find_type (
      gtk_widget_get_ancestor (tw_test_find (test->window, title), ADW_TYPE_ACTION_ROW), type);
}

static TwNote *
note_of (TwTestWindow *test)
{
  return last (plan_of (test)->journal);
}

static void
a_note_by_keys (void)
{
  TwTestWindow test;
  TwNote *note;

  tw_test_begin (&test, tw_test_contoso (), "journal");
  tw_test_click (tw_test_find (test.window, "Add Note"));
  tw_test_find (test.window, "Next action");
  tw_test_settle ();
  tw_test_type ("Called");
  tw_test_keys ("period space");
  tw_test_type ("Nothing yet");
  tw_test_keys ("period space");
  tw_test_type ("Again");
  WAIT_FOR (g_str_equal (note_of (&test)->text, "Called. Nothing yet. Again"));
  note = note_of (&test);
  g_assert_cmpint (note->date, ==, tw_date_parse ("2027-01-22"));
  g_assert_true (note->internal);
  /* What its type asks for is said while one types. */
  tw_test_click (of_row (&test, "Kind", GTK_TYPE_DROP_DOWN));
  tw_test_keys ("Down Down Down Return");
  WAIT_FOR (g_strcmp0 (note_of (&test)->kind, "service-intent") == 0);
  tw_test_find (test.window, "3 sentences; at most 2 are asked for\nIt says “yet”: say what is so");
  tw_test_click (tw_test_find (test.window, "Next action"));
  tw_test_type ("Call again");
  WAIT_FOR (g_strcmp0 (note_of (&test)->next_action, "Call again") == 0);
  tw_test_settle ();
  tw_test_click (of_row (&test, "Internal", GTK_TYPE_SWITCH));
  WAIT_FOR (!note_of (&test)->internal);
  /* Adding, its text, its kind, the next action, the release. */
  tw_test_end (&test, 5);
}

/* Not a line each. */
static void
attendees_flow (void)
{
  static const char *const names[]
      = { "Jonas Weber", "Aiko Fujita", "Helen Ward", "Priya Raman", "Tom Lindqvist" };
  TwTestWindow test;
  guint lines = 1;
  int before = 0;

  tw_test_begin (&test, tw_test_contoso (), "journal");
  tw_test_click (tw_test_find (test.window, "Onboarding review"));
  tw_test_find (test.window, "Attendees");
  tw_test_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *label = tw_test_find (test.window, names[i]);
      double x, y;

      gtk_widget_translate_coordinates (label, GTK_WIDGET (test.window), 0, 0, &x, &y);
      lines += i > 0 && (int) y != before ? 1 : 0;
      before = (int) y;
    }
  g_assert_cmpuint (lines, <=, 3);
  tw_test_end (&test, 0);
}

static TwNote *
note_called (TwTestWindow *test, const char *id)
{
  return tw_list_find (plan_of (test)->journal, id, NULL);
}

static void
a_next_action_is_ticked (void)
{
  TwTestWindow test;

  tw_test_begin (&test, tw_test_contoso (), "journal");
  tw_test_click (
      beside (tw_test_find (test.window, "Answer on Teams at the plants"), GTK_TYPE_CHECK_BUTTON));
  WAIT_FOR (note_called (&test, "n2")->next_done == tw_date_parse ("2027-01-22"));
  tw_test_find (test.window, "Elena Marsh · done 22 Jan");
  tw_test_keys ("space"); /* the keyboard is still there */
  WAIT_FOR (note_called (&test, "n2")->next_done == TW_DATE_NONE);
  tw_test_end (&test, 2);
}

static TwAgendaItem *
agenda_item (TwTestWindow *test, guint at)
{
  TwMeeting *meeting = last (plan_of (test)->meetings);

  g_assert_cmpuint (tw_list_n (meeting->agenda), >, at);
  return meeting->agenda->items[at];
}

static void
a_meeting_by_keys (void)
{
  TwTestWindow test;
  TwMeeting *meeting;

  tw_test_begin (&test, tw_test_contoso (), "overview");
  tw_test_keys ("ctrl+m");
  tw_test_find (test.window, "Baseline “Meeting of 22 January”");
  meeting = last (plan_of (&test)->meetings);
  g_assert_cmpstr (meeting->id, ==, "g3"); /* which stood on this day */
  g_assert_cmpint (meeting->date, ==, tw_date_parse ("2027-01-22"));
  g_assert_nonnull (tw_plan_baseline (plan_of (&test), meeting->baseline));
  tw_test_settle ();
  tw_test_type ("Second review");
  WAIT_FOR (g_str_equal (((TwMeeting *) last (plan_of (&test)->meetings))->title, "Second review"));
  /* The agenda: a name, its place, minutes, another item, one less. */
  tw_test_click (tw_test_find (test.window, "Done since 8 January"));
  tw_test_keys ("ctrl+a");
  tw_test_type ("Milestones");
  tw_test_keys ("Return alt+Up");
  WAIT_FOR (g_str_equal (agenda_item (&test, 0)->text, "Milestones"));
  tw_test_keys ("alt+Down Delete");
  WAIT_FOR (g_str_equal (agenda_item (&test, 1)->text, "Old MDM contract and other risks"));
  tw_test_settle ();
  tw_test_drag (tw_test_find (test.window, "Decisions needed"),
                tw_test_find (test.window, "Health and usage"), 0.05);
  WAIT_FOR (g_str_equal (agenda_item (&test, 0)->text, "Decisions needed"));
  /* Recording, the title, the item's name, up, down, its deletion, the drag. */
  tw_test_end (&test, 7);
}

static TwEntry *
entry_called (TwTestWindow *test, const char *id)
{
  return tw_plan_entry (plan_of (test), id);
}

static void
the_register_by_keys (void)
{
  TwTestWindow test;
  TwEntry *entry;

  tw_test_begin (&test, tw_test_contoso (), "journal");
  tw_test_click (tw_test_find (test.window, "Sign the value case"));
  tw_test_click (of_row (&test, "Status", GTK_TYPE_DROP_DOWN));
  tw_test_keys ("Down Return");
  WAIT_FOR (entry_called (&test, "k5")->status == TW_ENTRY_CLOSED);
  g_assert_cmpint (entry_called (&test, "k5")->closed, ==, tw_date_parse ("2027-01-22"));
  /* Of risks and issues alone. */
  tw_test_settle ();
  tw_test_find (test.window, "Answer or decision");
  g_assert_false (tw_test_sees (test.window, "Severity"));
  /* What is closed stands under All. */
  tw_test_click (tw_test_find (test.window, "All"));
  tw_test_find (test.window, "Decision · Helen Ward · Decided · 22 Jan");
  tw_test_click (tw_test_find (test.window, "Add Entry"));
  tw_test_keys ("Down Down Down Return");
  tw_test_type ("Which plant is next");
  tw_test_find (test.window, "Which plant is next");
  entry = last (plan_of (&test)->register_);
  g_assert_cmpint (entry->kind, ==, TW_ENTRY_ACTION);
  tw_test_settle ();
  /* Delete takes away the row that has the keyboard. */
  tw_test_click (tw_test_find (test.window, "Easter shutdown shortens the pilot"));
  tw_test_find (test.window, "Risk");
  tw_test_keys ("Delete");
  WAIT_FOR (entry_called (&test, "k3") == NULL);
  tw_test_end (&test, 4);
}

/* Rows have a menu, which acts on them. */
static void
rows_have_a_menu (void)
{
  TwTestWindow test;

  tw_test_begin (&test, tw_test_contoso (), "journal");
  gtk_widget_grab_focus (gtk_widget_get_ancestor (tw_test_find (test.window, "Sign the value case"),
                                                  GTK_TYPE_LIST_BOX_ROW));
  tw_test_keys ("Menu");
  tw_test_click (tw_test_find (test.window, "Mark as Decided"));
  WAIT_FOR (entry_called (&test, "k5")->status == TW_ENTRY_CLOSED);
  g_assert_cmpstr (tw_document_undo_label (test.document), ==, "Close “Sign the value case”");
  tw_test_settle ();
  gtk_widget_grab_focus (gtk_widget_get_ancestor (
      tw_test_find (test.window, "Answer on Teams at the plants"), GTK_TYPE_LIST_BOX_ROW));
  tw_test_keys ("shift+F10");
  tw_test_click (tw_test_find (test.window, "Next Action Is Done"));
  WAIT_FOR (note_called (&test, "n2")->next_done == tw_date_parse ("2027-01-22"));
  tw_test_settle ();
  gtk_widget_grab_focus (
      gtk_widget_get_ancestor (tw_test_find (test.window, "Kick-off"), GTK_TYPE_LIST_BOX_ROW));
  tw_test_keys ("Menu");
  tw_test_click (tw_test_find (test.window, "Delete"));
  WAIT_FOR (tw_list_find (plan_of (&test)->meetings, "g2", NULL) == NULL);
  tw_test_end (&test, 3);
}

static void
an_empty_plan_says_so (void)
{
  TwTestWindow test;

  tw_test_begin (&test, tw_test_plan ("m1: h1: a1 1"), "journal");
  tw_test_find (test.window, "Nothing written yet");
  tw_test_find (test.window, "No open points");
  tw_test_click (tw_test_find (test.window, "Record Meeting"));
  WAIT_FOR (tw_list_n (plan_of (&test)->meetings) == 1);
  g_assert_cmpuint (tw_list_n (plan_of (&test)->baselines), ==, 1);
  /* Nor are there people who could attend. */
  WAIT_FOR (tw_test_sees (test.window, "Attendees"));
  tw_test_click (tw_test_tip (test.window, "Attendees: add"));
  WAIT_FOR (tw_test_sees (test.window, "There is nothing to choose from yet"));
  tw_test_keys ("Escape");
  tw_test_end (&test, 1);
}

static void
the_overview_is_ticked_and_mended (void)
{
  TwTestWindow test;
  TwPlace place;

  tw_test_begin (&test, tw_test_contoso (), "overview");
  tw_test_click (beside (tw_test_find (test.window, "Health review"), GTK_TYPE_CHECK_BUTTON));
  WAIT_FOR (plan_of (&test) != test.plan);
  tw_test_settle ();
  g_assert_true (tw_plan_find (plan_of (&test), &tw_recurring_type, "r1", &place));
  g_assert_cmpuint (
      GPOINTER_TO_UINT (last (((TwRecurring *) tw_plan_at (plan_of (&test), &place))->done)), ==,
      tw_date_parse ("2027-01-22"));
  gtk_widget_grab_focus (
      gtk_widget_get_ancestor (tw_test_find (test.window, "Tick it off"), GTK_TYPE_BUTTON));
  tw_test_keys ("space");
  WAIT_FOR (
      g_strcmp0 (tw_document_undo_label (test.document), "Tick it off: Awareness campaign sent")
      == 0);
  /* The occurrence, the item that was overdue. */
  tw_test_end (&test, 2);
}

/* The others' rows stay, while one types in one. */
static void
rows_stay_while_one_types (void)
{
  TwTestWindow test;
  GtkWidget *other, *own;

  tw_test_begin (&test, tw_test_contoso (), "journal");
  other = gtk_widget_get_ancestor (tw_test_find (test.window, "Kick-off"), GTK_TYPE_LIST_BOX_ROW);
  own = gtk_widget_get_ancestor (tw_test_find (test.window, "Sign the value case"),
                                 GTK_TYPE_LIST_BOX_ROW);
  g_object_add_weak_pointer (G_OBJECT (other), (gpointer *) &other);
  g_object_add_weak_pointer (G_OBJECT (own), (gpointer *) &own);
  tw_test_click (tw_test_find (test.window, "Sign the value case"));
  WAIT_FOR (tw_test_sees (test.window, "Title"));
  gtk_widget_grab_focus (tw_test_find_type (
      gtk_widget_get_ancestor (tw_test_find (test.window, "Title"), ADW_TYPE_ENTRY_ROW),
      GTK_TYPE_TEXT));
  tw_test_keys ("ctrl+a");
  tw_test_type ("Sign it");
  WAIT_FOR (tw_test_sees (test.window, "Sign it") && own == NULL);
  g_assert_nonnull (other);
  g_object_remove_weak_pointer (G_OBJECT (other), (gpointer *) &other);
  tw_test_end (&test, 1);
}

int
main (int argc, char **argv)
{
  tw_test_init_windows (&argc, &argv);
  g_test_add_func ("/journal/a-note-by-keys", a_note_by_keys);
  g_test_add_func ("/journal/attendees-flow", attendees_flow);
  g_test_add_func ("/journal/a-next-action-is-ticked", a_next_action_is_ticked);
  g_test_add_func ("/journal/a-meeting-by-keys", a_meeting_by_keys);
  g_test_add_func ("/journal/the-register-by-keys", the_register_by_keys);
  g_test_add_func ("/journal/rows-have-a-menu", rows_have_a_menu);
  g_test_add_func ("/journal/an-empty-plan-says-so", an_empty_plan_says_so);
  g_test_add_func ("/journal/the-overview-is-ticked-and-mended", the_overview_is_ticked_and_mended);
  g_test_add_func ("/journal/rows-stay-while-one-types", rows_stay_while_one_types);
  return g_test_run ();
}
