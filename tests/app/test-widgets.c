/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-date-entry.h"
#include "tw-edit.h"
#include "tw-outline.h"
#include "tw-test-calendar.h"
#include "tw-test-plan.h"

/* What is typed or chosen in the small widgets that all pages share is taken as it was meant. */

static void
a_filter_leaves_the_rest_selected (void)
{
  TwTestCalendar fixture;

  tw_test_calendar_begin (&fixture);
  tw_test_calendar_click (&fixture, "a14"); /* finished */
  tw_test_hold ("ctrl", TRUE);
  tw_test_calendar_click (&fixture, "a16");
  tw_test_calendar_click (&fixture, "a20");
  tw_test_hold ("ctrl", FALSE);
  tw_test_calendar_expect_selected (&fixture, "a14 a16 a20");
  tw_test_click (tw_test_tip (fixture.window, "Filter"));
  tw_test_click (tw_test_find (fixture.window, "Hide finished"));
  WAIT_FOR (tw_filter_is_on (tw_view_state_filter (fixture.timeline->state)));
  tw_test_calendar_expect_selected (&fixture, "a16 a20");
  tw_view_state_clear_filter (fixture.timeline->state);
  tw_test_keys ("Escape");
  tw_test_calendar_end (&fixture);
}

static TwPlan *
plan_of (TwTestWindow *test)
{
  return tw_document_plan (test->document);
}

static TwAdoptionItem *
adoption_item (TwTestWindow *test, guint stage, guint at)
{
  TwList *items = ((TwStage *) plan_of (test)->adoption->items[stage])->checklist;

  g_assert_cmpuint (at, <, tw_list_n (items));
  return items->items[at];
}

static TwActivity *
activity (TwTestWindow *test, const char *id)
{
  return tw_index_activity (tw_schedule_index (tw_document_schedule (test->document)), id);
}

/* By keys that move the row while its name is typed, what was typed goes along. */
static void
a_name_is_taken_before_its_row_moves (void)
{
  TwTestWindow test;

  tw_test_begin (&test, tw_test_contoso (), "adoption");
  tw_test_click (tw_test_find (test.window, "Value case signed"));
  tw_test_keys ("F2");
  tw_test_type ("Case signed");
  tw_test_keys ("alt+shift+Down");
  g_assert_cmpstr (adoption_item (&test, 1, 8)->text, ==, "Case signed");
  tw_test_end (&test, 2);

  tw_test_begin (&test, tw_test_contoso (), "motions");
  tw_test_click (tw_test_find (test.window, "Application inventory"));
  tw_test_keys ("F2");
  tw_test_type ("List of applications");
  tw_test_keys ("alt+Down");
  g_assert_cmpstr (activity (&test, "a14")->name, ==, "List of applications");
  tw_test_end (&test, 2);
}

/* Read anew, the file hasn't what was being named any more. */
static void
a_name_goes_with_its_row (void)
{
  TwTestWindow test;
  GError *error = NULL;
  const char *id;

  tw_test_begin (&test, tw_test_contoso (), "adoption");
  id = adoption_item (&test, 0, 5)->id;
  tw_test_click (tw_test_find (test.window, "Value case signed"));
  tw_test_keys ("F2");
  tw_test_type ("Case signed");
  tw_document_edit (test.document,
                    tw_edit_delete (plan_of (&test), &tw_adoption_item_type, id, NULL, &error),
                    "Take It Away", NULL, NULL);
  g_assert_no_error (error);
  WAIT_FOR (!tw_test_sees (test.window, "Value case signed"));
  tw_test_settle ();
  id = adoption_item (&test, 1, 5)->id;
  g_assert_cmpstr (adoption_item (&test, 1, 5)->text, ==, "Help desk briefed");
  gtk_widget_grab_focus (gtk_widget_get_ancestor (tw_test_find (test.window, "Help desk briefed"),
                                                  GTK_TYPE_LIST_BOX_ROW));
  tw_test_keys ("Menu");
  tw_test_click (tw_test_find (test.window, "Add Evidence…"));
  tw_test_settle ();
  tw_test_type ("By post");
  tw_document_edit (test.document,
                    tw_edit_delete (plan_of (&test), &tw_adoption_item_type, id, NULL, &error),
                    "Take It Away", NULL, NULL);
  g_assert_no_error (error);
  WAIT_FOR (!tw_test_sees (test.window, "Help desk briefed"));
  tw_test_settle ();
  tw_test_end (&test, 2);
}

static void
enter_takes_what_is_typed (void)
{
  TwTestCalendar fixture;
  TwPlan *linked;

  tw_test_calendar_begin (&fixture);
  linked = tw_edit_link (tw_test_calendar_schedule (&fixture), "a25", "a14", NULL);
  tw_test_calendar_click (&fixture, "a14");
  tw_test_keys ("ctrl+l");
  tw_test_type ("pilot rev");
  tw_test_keys ("Return");
  tw_test_calendar_expect_plan (&fixture, linked);
  tw_test_calendar_end (&fixture);
}

/* Though something is called “Customer Technical Lead”. */
static void
enter_takes_words_of_ones_own (void)
{
  TwTestWindow test;

  tw_test_begin (&test, tw_test_contoso (), "motions");
  tw_test_click (tw_test_find (test.window, "Application inventory"));
  WAIT_FOR (tw_test_sees (test.window, "Roles"));
  gtk_widget_grab_focus (tw_test_tip (test.window, "Roles: add"));
  tw_test_keys ("space");
  tw_test_type ("Lead");
  tw_test_keys ("Return");
  WAIT_FOR (plan_of (&test) != test.plan);
  g_assert_true (tw_list_has (activity (&test, "a14")->roles, "Lead"));
  tw_test_settle ();
  tw_test_keys ("space");
  tw_test_type ("customer technical lead");
  tw_test_keys ("Return");
  WAIT_FOR (tw_list_has (activity (&test, "a14")->roles, "customer-tech-lead"));
  tw_test_end (&test, 2);
}

static void
escape_leaves_the_date (void)
{
  TwTestWindow test;

  tw_test_begin (&test, tw_test_contoso (), "overview");
  gtk_widget_grab_focus (gtk_widget_get_ancestor (tw_test_find (test.window, "Onboarding review"),
                                                  GTK_TYPE_LIST_BOX_ROW));
  tw_test_keys ("shift+F10");
  tw_test_click (tw_test_find (test.window, "Move…"));
  tw_test_settle ();
  tw_test_keys ("ctrl+a");
  tw_test_type ("mon");
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (test.window))));
  tw_test_keys ("Escape");
  WAIT_FOR (!GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (test.window))));
  g_assert_true (plan_of (&test) == test.plan);
  tw_test_end (&test, 0);
}

static void
dated_cb (GtkWidget *entry G_GNUC_UNUSED, TwDate date, gpointer data)
{
  *(TwDate *) data = date;
}

static GtkWidget *
open_calendar (GtkWidget *entry)
{
  GdkRectangle icon;

  gtk_entry_get_icon_area (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY, &icon);
  tw_test_point (entry, icon.x + icon.width / 2.0, icon.y + icon.height / 2.0);
  tw_test_button (1, TRUE);
  tw_test_button (1, FALSE);
  WAIT_FOR (tw_test_find_type (entry, GTK_TYPE_CALENDAR) != NULL);
  WAIT_FOR (gtk_widget_get_mapped (tw_test_find_type (entry, GTK_TYPE_CALENDAR)));
  tw_test_settle ();
  return tw_test_find_type (entry, GTK_TYPE_CALENDAR);
}

/* Another month is only looked at; then any of its days can be taken, that of the same number, too.
 */
static void
the_calendar_takes_days (void)
{
  TwDate taken = TW_DATE_NONE;
  GtkWidget *window = gtk_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *entry = tw_date_entry_new (tw_date_parse ("2027-01-31"), tw_date_parse ("2027-01-22"),
                                        dated_cb, &taken, NULL);
  GtkWidget *calendar;

  gtk_window_set_default_size (GTK_WINDOW (window), 400, 400);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  tw_test_focus (GTK_WINDOW (window));
  calendar = open_calendar (entry);
  gtk_widget_grab_focus (calendar);
  tw_test_keys ("ctrl+Right");
  g_assert_cmpint (taken, ==, TW_DATE_NONE);
  g_assert_true (gtk_widget_get_mapped (calendar));
  tw_test_click (tw_test_find (calendar, "15"));
  g_assert_cmpint (taken, ==, tw_date_parse ("2027-02-15"));
  WAIT_FOR (!gtk_widget_get_mapped (calendar));
  tw_test_settle ();
  calendar = open_calendar (entry);
  gtk_widget_grab_focus (calendar);
  tw_test_keys ("ctrl+Right");
  tw_test_click (tw_test_find (calendar, "15"));
  g_assert_cmpint (taken, ==, tw_date_parse ("2027-03-15"));
  WAIT_FOR (!gtk_widget_get_mapped (calendar));
  tw_test_settle ();
  calendar = open_calendar (entry);
  gtk_widget_grab_focus (calendar);
  tw_test_keys ("Left Up Up Up");
  g_assert_cmpint (taken, ==, tw_date_parse ("2027-03-15"));
  tw_test_keys ("Return");
  g_assert_cmpint (taken, ==, tw_date_parse ("2027-02-21"));
  WAIT_FOR (!gtk_widget_get_mapped (calendar));
  gtk_window_destroy (GTK_WINDOW (window));
  tw_test_settle ();
}

static void
a_dialog_takes_what_is_typed (void)
{
  TwWindow *window = tw_window_new (NULL, NULL, tw_date_parse ("2027-01-22"));
  TwDocument *document;

  gtk_window_present (GTK_WINDOW (window));
  tw_test_focus (GTK_WINDOW (window));
  tw_test_keys ("ctrl+n");
  tw_test_dialog (window);
  tw_test_type ("Fabrikam");
  tw_test_keys ("Tab ctrl+a");
  tw_test_type ("4200");
  tw_test_keys ("ctrl+Return");
  WAIT_FOR ((document = tw_window_document (window)) != NULL);
  g_assert_cmpint (tw_document_plan (document)->customer->seats, ==, 4200);
  tw_test_focus (GTK_WINDOW (window));
  tw_test_window_destroy (window, g_object_ref (document));
}

static TwMeeting *
meeting_called (TwTestWindow *test, const char *id)
{
  return tw_list_find (plan_of (test)->meetings, id, NULL);
}

static void
type_an_item (TwTestWindow *test, const char *text)
{
  WAIT_FOR (tw_test_sees (test->window, "Add item"));
  gtk_widget_grab_focus (
      gtk_widget_get_ancestor (tw_test_find (test->window, "Add item"), GTK_TYPE_BUTTON));
  tw_test_keys ("space");
  tw_test_type (text);
}

/* First to the button that opened the entry, then on. */
static void
tab_goes_back_from_what_adds (void)
{
  TwTestWindow test;
  GtkWidget *button, *focus;
  guint n;

  tw_test_begin (&test, tw_test_contoso (), "motions");
  tw_test_click (tw_test_find (test.window, "Application inventory"));
  WAIT_FOR (tw_test_sees (test.window, "Roles"));
  n = tw_list_n (activity (&test, "a14")->checklist);
  type_an_item (&test, "Count the printers");
  tw_test_keys ("shift+Tab");
  WAIT_FOR (tw_list_n (activity (&test, "a14")->checklist) == n + 1);
  button = gtk_widget_get_ancestor (tw_test_find (test.window, "Add item"), GTK_TYPE_BUTTON);
  WAIT_FOR (gtk_root_get_focus (GTK_ROOT (test.window)) == button);
  tw_test_keys ("shift+Tab");
  focus = gtk_root_get_focus (GTK_ROOT (test.window));
  g_assert_true (focus != button && !GTK_IS_TEXT (focus));
  tw_test_end (&test, 1);
}

/* In the agenda and in a checklist, by leaving them and by closing what they stand in. */
static void
what_is_typed_into_lists_stays (void)
{
  TwTestWindow test;
  guint n;

  tw_test_begin (&test, tw_test_contoso (), "journal");
  tw_test_click (tw_test_find (test.window, "Onboarding review"));
  WAIT_FOR (tw_test_sees (test.window, "Add item"));
  n = tw_list_n (meeting_called (&test, "g3")->agenda);
  type_an_item (&test, "Any other business");
  tw_test_keys ("Tab");
  WAIT_FOR (tw_list_n (meeting_called (&test, "g3")->agenda) == n + 1);
  tw_test_settle ();
  gtk_widget_grab_focus (tw_test_tip (test.window, "Minutes"));
  tw_test_keys ("ctrl+a");
  tw_test_type ("33");
  tw_test_keys ("F9");
  WAIT_FOR (!tw_test_sees (test.window, "Add item"));
  g_assert_cmpint (((TwAgendaItem *) meeting_called (&test, "g3")->agenda->items[0])->minutes, ==,
                   33);
  tw_test_end (&test, 2);

  tw_test_begin (&test, tw_test_contoso (), "motions");
  tw_test_click (tw_test_find (test.window, "Application inventory"));
  WAIT_FOR (tw_test_sees (test.window, "Roles"));
  n = tw_list_n (activity (&test, "a14")->checklist);
  type_an_item (&test, "Count the printers");
  tw_test_click (tw_test_find (test.window, "Windows 11 readiness report"));
  WAIT_FOR (tw_list_n (activity (&test, "a14")->checklist) == n + 1);
  tw_test_end (&test, 1);
}

/* Of a decision there is none, also once it has been edited. */
static void
a_decision_has_no_severity (void)
{
  TwTestWindow test;

  tw_test_begin (&test, tw_test_contoso (), "journal");
  tw_test_click (tw_test_find (test.window, "Sign the value case"));
  WAIT_FOR (tw_test_sees (test.window, "Decision"));
  g_assert_false (tw_test_sees (test.window, "Severity"));
  gtk_widget_grab_focus (
      gtk_widget_get_ancestor (tw_test_find (test.window, "Title"), ADW_TYPE_ENTRY_ROW));
  tw_test_keys ("End");
  tw_test_type ("s");
  WAIT_FOR (plan_of (&test) != test.plan);
  tw_test_settle ();
  g_assert_false (tw_test_sees (test.window, "Severity"));
  tw_test_click (tw_test_find (test.window, "Easter shutdown shortens the pilot"));
  WAIT_FOR (tw_test_sees (test.window, "Severity"));
  tw_test_end (&test, 1);
}

/* What the clipboard answers comes to a window that was closed meanwhile. */
static void
a_paste_may_come_too_late (void)
{
  TwTestWindow test;
  GtkWidget *outline;
  GtkWindow *dialog;

  tw_test_begin (&test, tw_test_contoso (), "workloads");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (test.window)), "Intune\t1,000\n");
  tw_test_click (tw_test_find (test.window, "Update Usage"));
  dialog = tw_test_dialog (test.window);
  g_signal_emit_by_name (
      gtk_widget_get_ancestor (tw_test_find (dialog, "Paste Report"), GTK_TYPE_BUTTON), "clicked");
  gtk_window_destroy (dialog);
  tw_test_settle ();
  tw_test_focus (GTK_WINDOW (test.window));
  tw_test_end (&test, 0);

  tw_test_begin (&test, tw_test_contoso (), "motions");
  tw_test_click (tw_test_find (test.window, "Application inventory"));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (test.window)), "Count printers\n");
  outline = tw_test_find_type (GTK_WIDGET (test.window), TW_TYPE_OUTLINE);
  g_assert_true (gtk_widget_activate_action (outline, "nodes.paste", NULL));
  tw_test_window_destroy (test.window, g_object_ref (test.document));
  tw_test_settle ();
  g_assert_true (plan_of (&test) == test.plan);
  g_object_unref (test.document);
  tw_plan_unref (test.plan);
}

static void
record_on_activity_of (TwTestWindow *test, const char *approach)
{
  TwIndex *index = tw_schedule_index (tw_document_schedule (test->document));

  for (guint i = 0; i < tw_index_n_nodes (index); i++)
    {
      TwNode *node = tw_index_node (index, i);

      if (node->kind == TW_KIND_ACTIVITY
          && g_strcmp0 (((TwActivity *) node->record)->approach, approach) == 0)
        {
          tw_document_edit (test->document,
                            tw_plan_set_by_id (plan_of (test), &tw_activity_type, node->id, "notes",
                                               (TwValue){ .string = (char *) "Seen" }, NULL),
                            "Write a Note", NULL, NULL);
          return;
        }
    }
}

/* It asks before it removes; read anew, the file hasn't the approach any more. */
static void
an_approach_goes_while_one_is_asked (void)
{
  TwTestWindow test;
  GtkWidget *sidebar;
  GtkWindow *dialog;

  tw_test_begin (&test, tw_test_contoso (), "motions");
  sidebar = gtk_widget_get_ancestor (tw_test_tip (test.window, "Add Approach"),
                                     GTK_TYPE_SCROLLED_WINDOW);
  tw_test_click (tw_test_find (sidebar, "Teams Rooms"));
  tw_test_click (tw_test_find (test.window, "Add to Plan"));
  WAIT_FOR (plan_of (&test) != test.plan);
  record_on_activity_of (&test, "teams-rooms");
  tw_test_settle ();
  tw_test_click (tw_test_find (sidebar, "Teams Rooms"));
  tw_test_keys ("Delete");
  dialog = tw_test_dialog (test.window);
  tw_test_find (dialog, "Remove Them Too");
  tw_document_edit (test.document,
                    tw_edit_delete (plan_of (&test), &tw_approach_type, "teams-rooms", NULL, NULL),
                    "Take It Away", NULL, NULL);
  tw_test_settle ();
  gtk_widget_grab_focus (
      gtk_widget_get_ancestor (tw_test_find (dialog, "Remove Them Too"), GTK_TYPE_BUTTON));
  tw_test_keys ("space");
  tw_test_focus (GTK_WINDOW (test.window));
  g_assert_cmpstr (tw_document_undo_label (test.document), ==, "Take It Away");
  tw_test_end (&test, 3);
}

/* Those of whom it belongs to, as they are called now. */
static void
a_checklist_shows_initials (void)
{
  TwTestWindow test;
  GtkWidget *row;

  tw_test_begin (&test, tw_test_contoso (), "motions");
  tw_test_click (tw_test_find (test.window, "Application compatibility tests"));
  row = gtk_widget_get_ancestor (tw_test_find (test.window, "Test devices ready at both plants"),
                                 GTK_TYPE_LIST_BOX_ROW);
  WAIT_FOR (tw_test_sees (row, "TL"));
  tw_document_edit (test.document,
                    tw_plan_set_by_id (plan_of (&test), &tw_person_type, "p6", "name",
                                       (TwValue){ .string = (char *) "Uma Kade" }, NULL),
                    "Rename", NULL, NULL);
  WAIT_FOR (tw_test_sees (row, "UK"));
  tw_test_end (&test, 1);
}

static void
people_come_in_another_order (void)
{
  static const char *const orders[] = {
    "'people':[{'id':'p1','name':'Ada'},{'id':'p2','name':'Bea'}]",
    "'people':[{'id':'p2','name':'Bea'},{'id':'p1','name':'Ada'},{'id':'p3','name':'Cleo'}]",
  };
  TwTestWindow test;
  GtkWindow *dialog;
  GtkListBox *list;

  tw_test_begin (&test, tw_test_plan_of (orders[0]), "motions");
  gtk_widget_activate_action (GTK_WIDGET (test.window), "win.people", NULL);
  dialog = tw_test_dialog (test.window);
  list = GTK_LIST_BOX (gtk_widget_get_ancestor (
      gtk_widget_get_ancestor (tw_test_find (dialog, "Ada"), ADW_TYPE_EXPANDER_ROW),
      GTK_TYPE_LIST_BOX));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (gtk_list_box_get_row_at_index (list, 1)), TRUE);
  tw_document_edit (test.document, tw_test_plan_of (orders[1]), "Read It Anew", NULL, NULL);
  tw_test_find (dialog, "Cleo");
  g_assert_true (tw_test_sees (gtk_list_box_get_row_at_index (list, 0), "Bea"));
  g_assert_true (
      adw_expander_row_get_expanded (ADW_EXPANDER_ROW (gtk_list_box_get_row_at_index (list, 0))));
  g_assert_true (tw_test_sees (gtk_list_box_get_row_at_index (list, 1), "Ada"));
  g_assert_true (tw_test_sees (gtk_list_box_get_row_at_index (list, 2), "Cleo"));
  g_assert_null (gtk_list_box_get_row_at_index (list, 3));
  tw_test_keys ("Escape");
  tw_test_focus (GTK_WINDOW (test.window));
  tw_test_end (&test, 1);
}

int
main (int argc, char **argv)
{
  tw_test_init_windows (&argc, &argv);
  g_test_add_func ("/widgets/a-filter-leaves-the-rest-selected", a_filter_leaves_the_rest_selected);
  g_test_add_func ("/widgets/a-name-is-taken-before-its-row-moves",
                   a_name_is_taken_before_its_row_moves);
  g_test_add_func ("/widgets/a-name-goes-with-its-row", a_name_goes_with_its_row);
  g_test_add_func ("/widgets/enter-takes-what-is-typed", enter_takes_what_is_typed);
  g_test_add_func ("/widgets/enter-takes-words-of-ones-own", enter_takes_words_of_ones_own);
  g_test_add_func ("/widgets/escape-leaves-the-date", escape_leaves_the_date);
  g_test_add_func ("/widgets/the-calendar-takes-days", the_calendar_takes_days);
  g_test_add_func ("/widgets/a-dialog-takes-what-is-typed", a_dialog_takes_what_is_typed);
  g_test_add_func ("/widgets/what-is-typed-into-lists-stays", what_is_typed_into_lists_stays);
  g_test_add_func ("/widgets/a-decision-has-no-severity", a_decision_has_no_severity);
  g_test_add_func ("/widgets/a-paste-may-come-too-late", a_paste_may_come_too_late);
  g_test_add_func ("/widgets/an-approach-goes-while-one-is-asked",
                   an_approach_goes_while_one_is_asked);
  g_test_add_func ("/widgets/a-checklist-shows-initials", a_checklist_shows_initials);
  g_test_add_func ("/widgets/people-come-in-another-order", people_come_in_another_order);
  g_test_add_func ("/widgets/tab-goes-back-from-what-adds", tab_goes_back_from_what_adds);
  return g_test_run ();
}
