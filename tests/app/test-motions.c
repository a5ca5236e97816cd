/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-edit.h"
#include "tw-outline.h"
#include "tw-test-plan.h"
#include "tw-test-window.h"

/* The Motions page by keyboard and pointer. Each test ends by undoing all that it did. */

static void
begin (TwTestWindow *fixture)
{
  tw_test_begin (fixture, tw_test_contoso (), "motions");
  /* High enough for what is dragged to lie away from the edges, where a list scrolls. */
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 1050);
  tw_test_settle ();
}

static TwNode *
node_called (TwTestWindow *fixture, const char *name)
{
  TwIndex *index = tw_schedule_index (tw_document_schedule (fixture->document));

  for (guint i = 0; i < tw_index_n_nodes (index); i++)
    if (g_str_equal (tw_record_name (tw_index_node (index, i)->record), name))
      return tw_index_node (index, i);
  return NULL;
}

/* As node_called(), of one that has to be there. */
static TwNode *
node_at (TwTestWindow *fixture, const char *name)
{
  TwNode *node = node_called (fixture, name);

  if (node == NULL)
    g_error ("nothing is called “%s”", name);
  return node;
}

static const char *
phase_of (TwTestWindow *fixture, const char *activity)
{
  TwIndex *index = tw_schedule_index (tw_document_schedule (fixture->document));
  TwNode *node = node_at (fixture, activity);

  return tw_record_name (tw_index_node (index, (guint) node->parent)->record);
}

static void
the_outline_by_keys (void)
{
  TwTestWindow fixture;
  TwActivity *copy;

  begin (&fixture);
  tw_test_click (tw_test_find (fixture.window, "Application inventory"));
  tw_test_keys ("F2");
  tw_test_type ("List of applications");
  tw_test_keys ("Return");
  g_assert_nonnull (node_called (&fixture, "List of applications"));

  /* Enter adds, and the next may be typed. */
  tw_test_keys ("ctrl+Return");
  tw_test_type ("Licence count");
  tw_test_keys ("Return Escape");
  g_assert_cmpuint (node_at (&fixture, "Licence count")->at, ==, 2);
  tw_test_keys ("alt+Up");
  g_assert_cmpuint (node_at (&fixture, "Licence count")->at, ==, 1);
  tw_test_keys ("alt+shift+Down");
  g_assert_cmpstr (phase_of (&fixture, "Licence count"), ==, "Remediate");
  tw_test_keys ("space");
  copy = node_at (&fixture, "Licence count")->record;
  g_assert_cmpint (copy->status, ==, TW_STATUS_DONE);
  g_assert_cmpint (copy->finished, ==, tw_date_parse ("2027-01-22"));
  tw_test_keys ("ctrl+d Delete");
  g_assert_nonnull (node_called (&fixture, "Licence count"));
  /* Renaming, adding, up, to the next phase, done, copy, its deletion. */
  tw_test_end (&fixture, 7);
}

/* What is typed is completed from the playbook, and brings all that the playbook has of it. */
static void
adding_in_place (void)
{
  TwTestWindow fixture;
  TwActivity *added;

  begin (&fixture);
  tw_test_click (tw_test_find (fixture.window, "Findings agreed with Contoso"));
  tw_test_keys ("ctrl+Return");
  tw_test_type ("Licence count");
  tw_test_keys ("Return");
  WAIT_FOR (tw_test_sees (fixture.window, "Licence count"));
  tw_test_type ("csmau offers");
  tw_test_keys ("Down Return Escape");
  added = node_at (&fixture, "Deliver CSMAU Offers")->record;
  g_assert_cmpuint (node_at (&fixture, "Deliver CSMAU Offers")->at, ==, 7);
  g_assert_cmpstr (added->kind, ==, "deliver-csmau-offers");
  g_assert_cmpuint (tw_list_n (added->checklist), >, 0);
  tw_test_keys ("alt+Up");
  g_assert_cmpuint (node_at (&fixture, "Deliver CSMAU Offers")->at, ==, 6);
  tw_test_end (&fixture, 3);
}

/* The entry stays in sight, and has the keyboard, however many come in. */
static void
adding_beyond_the_view (void)
{
  TwTestWindow fixture;
  GtkWidget *outline, *focus;
  graphene_rect_t bounds;

  begin (&fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 1280, 500);
  tw_test_settle ();
  outline = gtk_widget_get_ancestor (tw_test_find (fixture.window, "Windows 11 readiness report"),
                                     TW_TYPE_OUTLINE);
  tw_test_click (tw_test_find (fixture.window, "Windows 11 readiness report"));
  tw_test_keys ("ctrl+Return");
  for (guint i = 0; i < 16; i++)
    {
      g_autofree char *name = g_strdup_printf ("added %u", i);

      tw_test_type (name);
      tw_test_keys ("Return");
      tw_test_settle ();
      g_assert_nonnull (node_called (&fixture, name));
      focus = gtk_root_get_focus (GTK_ROOT (fixture.window));
      g_assert_true (GTK_IS_EDITABLE (focus));
      g_assert_true (gtk_widget_compute_bounds (focus, outline, &bounds));
      g_assert_cmpfloat (bounds.origin.y, >=, 0);
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (outline));
    }
  tw_test_keys ("Escape");
  tw_test_end (&fixture, 16);
}

/* What recurs stands under one row, closed at first. */
static void
recurring_are_one_row (void)
{
  TwTestWindow fixture;

  begin (&fixture);
  tw_test_find (fixture.window, "4 activities, Initiate to Migrate");
  g_assert_false (tw_test_sees (fixture.window, "Escalations"));
  tw_test_click (tw_test_find (fixture.window, "Recurring"));
  tw_test_keys ("Right");
  tw_test_find (fixture.window, "Escalations");
  tw_test_keys ("Left");
  WAIT_FOR (!tw_test_sees (fixture.window, "Escalations"));
  tw_test_keys ("Delete ctrl+d");
  tw_test_end (&fixture, 0);
}

static void
the_outline_by_pointer (void)
{
  TwTestWindow fixture;

  begin (&fixture);
  tw_test_drag (tw_test_find (fixture.window, "Conditional Access design"),
                tw_test_find (fixture.window, "Application inventory"), 0.05);
  g_assert_cmpuint (node_at (&fixture, "Conditional Access design")->at, ==, 1);
  tw_test_drag (tw_test_find (fixture.window, "Conditional Access design"),
                tw_test_find (fixture.window, "Release devices from old MDM"), 0.95);
  g_assert_cmpstr (phase_of (&fixture, "Conditional Access design"), ==, "Remediate");
  g_assert_cmpuint (node_at (&fixture, "Conditional Access design")->at, ==, 1);
  tw_test_end (&fixture, 2);
}

/* What is held over a motion, or over a closed phase, opens it. Where it can't land there is no
 * line for it. */
static void
dragged_into_another_motion (void)
{
  TwTestWindow fixture;
  GtkWidget *activity, *motion, *phase;

  begin (&fixture);
  activity = tw_test_find (fixture.window, "Application inventory");
  motion
      = gtk_widget_get_ancestor (tw_test_find (fixture.window, "Targeting"), GTK_TYPE_LIST_BOX_ROW);
  tw_test_point (activity, 20, 8);
  tw_test_button (1, TRUE);
  tw_test_point (activity, 60, 8);
  tw_test_settle ();
  tw_test_point (motion, 60, 8);
  tw_test_settle ();
  tw_test_point (motion, 64, 9);
  WAIT_FOR (tw_test_sees (fixture.window, "Validation"));
  g_assert_false (gtk_widget_has_css_class (motion, "tw-drop-above"));
  g_assert_false (tw_test_sees (fixture.window, "Tenant research"));
  phase = tw_test_find (fixture.window, "Validation");
  tw_test_point (phase, 20, 8);
  tw_test_settle ();
  tw_test_point (phase, 22, 9);
  WAIT_FOR (tw_test_sees (fixture.window, "Tenant research"));
  tw_test_point (phase, 26, 10);
  tw_test_settle ();
  tw_test_button (1, FALSE);
  WAIT_FOR (g_str_equal (phase_of (&fixture, "Application inventory"), "Validation"));
  tw_test_end (&fixture, 1);
}

/* What is typed is taken at once, as one step; what can't be is said and leaves no trace. */
static void
the_inspector_by_keys (void)
{
  TwTestWindow fixture;

  begin (&fixture);
  tw_test_click (tw_test_find (fixture.window, "Application compatibility tests"));
  tw_test_click (tw_test_find (fixture.window, "Name"));
  tw_test_keys ("End");
  tw_test_type (" of all plants");
  g_assert_nonnull (node_called (&fixture, "Application compatibility tests of all plants"));
  tw_test_keys ("ctrl+a BackSpace");
  tw_test_find (fixture.window, "Expected a line of 1 to 1000 characters");
  g_assert_nonnull (node_called (&fixture, "Application compatibility tests of all plants"));
  tw_test_click (tw_test_find (fixture.window, "Customer name"));
  tw_test_type ("Tests");
  g_assert_cmpstr (
      ((TwActivity *) node_at (&fixture, "Application compatibility tests of all plants")->record)
          ->customer_name,
      ==, "Tests");
  tw_test_end (&fixture, 2);
}

/* Several are edited together, as one step. */
static void
several_at_once (void)
{
  TwTestWindow fixture;
  const char *const ids[] = { "a15", "a16", "a17", NULL };
  const TwRecordType *type = &tw_activity_type;

  begin (&fixture);
  tw_test_click (tw_test_find (fixture.window, "Windows 11 readiness report"));
  tw_test_keys ("shift+Down shift+Down");
  tw_test_find (fixture.window, "3 activities: what is changed here changes in all of them");
  tw_test_keys ("Delete");
  for (guint i = 0; ids[i] != NULL; i++)
    g_assert_true (tw_plan_find (fixture.plan, type, ids[i], NULL));
  g_assert_null (node_called (&fixture, "Windows 11 readiness report"));
  g_assert_null (node_called (&fixture, "Application compatibility tests"));
  g_assert_null (node_called (&fixture, "Conditional Access design"));
  tw_test_end (&fixture, 1);
}

/* Copies stand behind what is selected, as duplicates do; elsewhere they are lines of text, and
 * lines of text are activities here. */
static void
rows_are_copied (void)
{
  TwTestWindow fixture;
  GdkClipboard *clipboard;

  begin (&fixture);
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture.window));
  tw_test_click (tw_test_find (fixture.window, "Windows 11 readiness report"));
  tw_test_keys ("shift+Down ctrl+c");
  tw_test_click (tw_test_find (fixture.window, "Release devices from old MDM"));
  tw_test_keys ("ctrl+v");
  WAIT_FOR (tw_document_plan (fixture.document) != fixture.plan);
  g_assert_cmpuint (node_at (&fixture, "Intune policies and baselines")->at, ==, 4);
  WAIT_FOR (
      tw_test_sees (fixture.window, "2 activities: what is changed here changes in all of them"));
  tw_test_keys ("ctrl+x");
  g_assert_cmpuint (node_at (&fixture, "Intune policies and baselines")->at, ==, 2);
  gdk_clipboard_set_text (clipboard, "From a sheet\tTom\nAnother\n");
  tw_test_click (tw_test_find (fixture.window, "Release devices from old MDM"));
  tw_test_keys ("ctrl+v");
  WAIT_FOR (node_called (&fixture, "Another") != NULL);
  g_assert_cmpuint (node_at (&fixture, "From a sheet")->at, ==, 1);
  g_assert_cmpuint (node_at (&fixture, "Another")->at, ==, 2);
  tw_test_end (&fixture, 3);
}

/* On the row for all that recurs, what recurs comes behind the rest of it. */
static void
what_recurs_is_copied (void)
{
  TwTestWindow fixture;
  TwMotion *motion;
  guint n;

  begin (&fixture);
  motion = fixture.plan->motions->items[1];
  n = tw_list_n (motion->recurring);
  g_assert_cmpuint (n, >, 0);
  tw_test_click (tw_test_find (fixture.window, "Recurring"));
  tw_test_keys ("Right Down ctrl+c Up ctrl+v");
  WAIT_FOR (tw_document_plan (fixture.document) != fixture.plan);
  motion = tw_document_plan (fixture.document)->motions->items[1];
  g_assert_cmpuint (tw_list_n (motion->recurring), ==, n + 1);
  g_assert_cmpstr (((TwRecurring *) motion->recurring->items[n])->name, ==,
                   ((TwRecurring *) motion->recurring->items[0])->name);
  tw_test_end (&fixture, 1);
}

static TwActivity *
activity_at (TwTestWindow *fixture, const char *name)
{
  return node_at (fixture, name)->record;
}

/* The row of the inspector that is called so. */
static GtkWidget *
field (TwTestWindow *fixture, const char *label)
{
  return gtk_widget_get_ancestor (tw_test_find (fixture->window, label), ADW_TYPE_PREFERENCES_ROW);
}

/* What several have is edited in all of them, as one step. */
static void
several_have_one_owner (void)
{
  TwTestWindow fixture;
  GtkWidget *days;

  begin (&fixture);
  tw_test_click (tw_test_find (fixture.window, "Network and identity assessment"));
  tw_test_find (fixture.window, "Progress in %");
  tw_test_keys ("shift+Down");
  tw_test_find (field (&fixture, "Approach"), "Mixed");
  g_assert_false (tw_test_sees (fixture.window, "(None)"));
  tw_test_find (field (&fixture, "Phase"), "Assess");
  tw_test_click (tw_test_find (fixture.window, "Windows 11 readiness report"));
  WAIT_FOR (!tw_test_sees (fixture.window, "Progress in %"));
  tw_test_keys ("shift+Down");
  gtk_widget_activate_action (tw_test_find (fixture.window, "Assess"), "nodes.owner", "s", "p2");
  for (guint i = 0; i < 2; i++)
    {
      const char *const names[]
          = { "Windows 11 readiness report", "Application compatibility tests" };

      g_assert_cmpstr (((TwActivity *) node_at (&fixture, names[i])->record)->owner, ==, "p2");
    }
  /* They differ: no number, and the first one's own is as good as any. */
  days = tw_test_find_type (field (&fixture, "Duration in days"), GTK_TYPE_SPIN_BUTTON);
  tw_test_find (field (&fixture, "Duration in days"), "Mixed");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (days)), ==, "");
  gtk_widget_grab_focus (days);
  tw_test_keys ("Tab shift+Tab");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (days)), ==, "");
  tw_test_type ("5");
  tw_test_keys ("Return");
  WAIT_FOR (activity_at (&fixture, "Application compatibility tests")->days == 5);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (days)), ==, "5");
  tw_test_click (tw_test_find (fixture.window, "Windows 11 readiness report"));
  tw_test_keys ("shift+Down Delete");
  tw_test_find (fixture.window, "2 items deleted");
  tw_test_end (&fixture, 3);
}

/* The rows of the inspector are of other records when something else is selected: what was being
 * typed is of those that it was typed for, also where the keyboard is still in the row. */
static void
what_is_typed_is_of_what_was_selected (void)
{
  TwTestWindow fixture;
  GtkWidget *days, *list, *add;

  begin (&fixture);
  tw_test_click (tw_test_find (fixture.window, "Application inventory"));
  days = tw_test_find_type (field (&fixture, "Duration in days"), GTK_TYPE_SPIN_BUTTON);
  list = gtk_widget_get_ancestor (tw_test_find (fixture.window, "Application inventory"),
                                  GTK_TYPE_LIST_VIEW);
  gtk_widget_grab_focus (days);
  tw_test_keys ("ctrl+a");
  tw_test_type ("9");
  g_assert_cmpint (activity_at (&fixture, "Application inventory")->days, ==, 4);
  gtk_widget_activate_action (list, "list.select-item", "(ubb)", 6, FALSE, FALSE);
  WAIT_FOR (activity_at (&fixture, "Application inventory")->days == 9);
  g_assert_cmpint (activity_at (&fixture, "Windows 11 readiness report")->days, ==, 5);
  WAIT_FOR (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (days)) == 5);
  g_assert_true (gtk_widget_get_mapped (days));

  gtk_widget_grab_focus (tw_test_find_type (field (&fixture, "Name"), GTK_TYPE_TEXT));
  tw_test_keys ("ctrl+a");
  tw_test_type ("Readiness");
  tw_test_click (tw_test_find (fixture.window, "Conditional Access design"));
  tw_test_find (fixture.window, "Readiness");
  tw_test_settle ();
  gtk_widget_grab_focus (
      gtk_widget_get_ancestor (tw_test_find (fixture.window, "Add item"), GTK_TYPE_BUTTON));
  tw_test_keys ("space");
  add = gtk_root_get_focus (GTK_ROOT (fixture.window));
  tw_test_type ("One more");
  tw_test_click (tw_test_find (fixture.window, "Readiness"));
  WAIT_FOR (tw_list_n (activity_at (&fixture, "Conditional Access design")->checklist) > 0);
  g_assert_cmpuint (tw_list_n (activity_at (&fixture, "Readiness")->checklist), ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (add)), ==, "");
  tw_test_end (&fixture, 3);
}

/* What can't follow, or does already, is no choice; a phase of another motion is told with it. */
static void
a_motion_follows_others (void)
{
  TwTestWindow fixture;

  begin (&fixture);
  gtk_widget_activate_action (tw_test_find (fixture.window, "Conditional Access design"),
                              "motions.select", NULL);
  tw_test_find (fixture.window, "Ready for the hand-over");
  tw_test_click (tw_test_tip (fixture.window, "After: add"));
  tw_test_find (fixture.window, "Validation – Targeting");
  g_assert_false (tw_test_sees (fixture.window, "Assess – Customer Health"));
  tw_test_type ("targeting");
  tw_test_keys ("Return");
  tw_test_tip (fixture.window, "Remove “Presales – Targeting”");
  tw_test_end (&fixture, 1);
}

/* An empty motion says that there is nothing in it, and no day on which that would begin. */
static void
an_empty_motion (void)
{
  TwTestWindow fixture;

  begin (&fixture);
  gtk_widget_activate_action (tw_test_find (fixture.window, "Conditional Access design"),
                              "motions.add-motion", NULL);
  tw_test_find (fixture.window, "No phases yet");
  tw_test_settle ();
  tw_test_type ("Ours");
  tw_test_keys ("Return");
  tw_test_find (fixture.window, "Ours");
  tw_test_find (fixture.window, "No phases yet");
  tw_test_end (&fixture, 2);
}

/* A bound that isn't taken is all that it was before, and leaves no step of undo. A new KPI is
 * named at once. */
static void
kpis_are_edited (void)
{
  TwTestWindow fixture;
  TwApproach *approach;
  TwKpi *kpi;

  begin (&fixture);
  tw_test_click (tw_test_find (fixture.window, "Security and Compliance"));
  gtk_widget_grab_focus (field (&fixture, "Yellow above, in %"));
  tw_test_keys ("ctrl+a");
  tw_test_type ("90");
  tw_test_find (fixture.window,
                "That can’t be: green begins above yellow (in “Entra ID, active use”)");
  tw_test_keys ("Tab");
  kpi = ((TwApproach *) tw_document_plan (fixture.document)->approaches->items[1])->kpis->items[0];
  g_assert_cmpint (kpi->yellow_above, ==, 15);
  tw_test_click (tw_test_tip (fixture.window, "Add KPI"));
  tw_test_find (fixture.window, "New KPI");
  tw_test_settle ();
  tw_test_keys ("ctrl+a");
  tw_test_type ("Phones");
  approach = tw_document_plan (fixture.document)->approaches->items[1];
  kpi = approach->kpis->items[tw_list_n (approach->kpis) - 1];
  g_assert_cmpstr (kpi->name, ==, "Phones");
  tw_test_end (&fixture, 2);
}

/* A KPI that goes by no workload has readings of its own; given one, it has none. */
static void
kpis_have_readings (void)
{
  TwTestWindow fixture;
  TwApproach *approach;
  TwKpi *kpi;

  begin (&fixture);
  tw_test_click (tw_test_find (fixture.window, "Security and Compliance"));
  tw_test_click (tw_test_tip (fixture.window, "Add KPI"));
  tw_test_find (fixture.window, "New KPI");
  tw_test_tip (fixture.window, "Remove “New KPI”");
  gtk_widget_grab_focus (field (&fixture, "Readings, in %"));
  tw_test_keys ("space");
  gtk_widget_grab_focus (tw_test_find_type (
      gtk_widget_get_parent (tw_test_tip (fixture.window, "Add Reading")), GTK_TYPE_SPIN_BUTTON));
  tw_test_keys ("ctrl+a");
  tw_test_type ("55");
  gtk_widget_grab_focus (tw_test_tip (fixture.window, "Add Reading"));
  tw_test_keys ("space");
  tw_test_tip (fixture.window, "Delete Reading");
  approach = tw_document_plan (fixture.document)->approaches->items[1];
  kpi = approach->kpis->items[tw_list_n (approach->kpis) - 1];
  g_assert_cmpuint (tw_list_n (kpi->readings), ==, 1);
  g_assert_cmpint (((TwKpiReading *) kpi->readings->items[0])->percent, ==, 55);
  g_assert_cmpint (((TwKpiReading *) kpi->readings->items[0])->date, ==,
                   tw_date_parse ("2027-01-22"));
  gtk_widget_grab_focus (tw_test_tip (fixture.window, "Delete Reading"));
  tw_test_keys ("space");
  tw_test_find (fixture.window, "None yet");
  tw_test_end (&fixture, 3);
}

/* It is told to the end, and the newest at once. */
static void
a_move_that_cannot_be_is_told (void)
{
  TwTestWindow fixture;
  g_autofree char *before = g_strnfill (200, 'b');
  GtkWidget *told;

  begin (&fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.tell", "s", before);
  tw_test_click (tw_test_find (fixture.window, "Findings agreed with Contoso"));
  tw_test_keys ("alt+shift+Up");
  told = tw_test_find (fixture.window,
                       "That can’t be: these wait for one another: “Initiate”, “Findings agreed "
                       "with Contoso”, “Windows 11 readiness report”, “Application inventory”, "
                       "“Assess”");
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (told))));
  g_assert_cmpstr (phase_of (&fixture, "Findings agreed with Contoso"), ==, "Assess");
  tw_test_end (&fixture, 0);
}

/* What a status brings with it shows at once. */
static void
what_is_blocked_has_a_reason (void)
{
  TwTestWindow fixture;

  begin (&fixture);
  tw_test_click (tw_test_find (fixture.window, "Windows 11 readiness report"));
  tw_test_find (fixture.window, "Duration in days");
  g_assert_false (tw_test_sees (fixture.window, "Reason, for the customer"));
  gtk_widget_grab_focus (tw_test_find_type (field (&fixture, "Status"), GTK_TYPE_DROP_DOWN));
  tw_test_keys ("space Down Down Return");
  tw_test_find (fixture.window, "Reason, for the customer");
  g_assert_cmpint (activity_at (&fixture, "Windows 11 readiness report")->status, ==,
                   TW_STATUS_BLOCKED);
  tw_test_end (&fixture, 1);
}

/* Under the glyph of a row, with the reason where it is blocked. */
static void
a_status_with_its_reason (void)
{
  TwTestWindow fixture;
  GtkWidget *name;

  begin (&fixture);
  name = tw_test_find (fixture.window, "Windows 11 readiness report");
  tw_test_point (name, -14, 8);
  tw_test_button (1, TRUE);
  tw_test_button (1, FALSE);
  tw_test_click (tw_test_find (fixture.window, "Blocked"));
  WAIT_FOR (activity_at (&fixture, "Windows 11 readiness report")->status == TW_STATUS_BLOCKED);
  tw_test_settle ();
  tw_test_type ("No devices");
  tw_test_keys ("Return");
  g_assert_cmpstr (activity_at (&fixture, "Windows 11 readiness report")->reason, ==, "No devices");
  WAIT_FOR (!tw_test_sees (fixture.window, "Skipped"));
  tw_test_end (&fixture, 2);
}

/* Ctrl+Z takes back what was added, and not that it is no longer typed. */
static void
undo_where_one_adds (void)
{
  TwTestWindow fixture;
  GtkWidget *add;

  begin (&fixture);
  tw_test_click (tw_test_find (fixture.window, "Application compatibility tests"));
  tw_test_find (fixture.window, "Shop-floor app owner invited");
  gtk_widget_grab_focus (
      gtk_widget_get_ancestor (tw_test_find (fixture.window, "Add item"), GTK_TYPE_BUTTON));
  tw_test_keys ("space");
  add = gtk_root_get_focus (GTK_ROOT (fixture.window));
  gtk_editable_set_text (GTK_EDITABLE (add), "Agenda\nRoom");
  tw_test_settle ();
  WAIT_FOR (tw_list_n (activity_at (&fixture, "Application compatibility tests")->checklist) == 5);
  tw_test_keys ("ctrl+z");
  g_assert_cmpuint (
      tw_list_n (activity_at (&fixture, "Application compatibility tests")->checklist), ==, 3);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (add)), ==, "");
  tw_test_click (tw_test_find (fixture.window, "Application inventory"));
  tw_test_keys ("ctrl+Return");
  tw_test_type ("Licence count");
  tw_test_keys ("Return ctrl+z");
  g_assert_null (node_called (&fixture, "Licence count"));
  tw_test_keys ("Escape");
  tw_test_end (&fixture, 0);
}

/* Where it is typed, in words. */
static void
what_is_no_date_is_told (void)
{
  TwTestWindow fixture;
  const char *told = "Expected a date, such as 25 January, +5d for five days later, or mon";

  begin (&fixture);
  tw_test_click (tw_test_find (fixture.window, "Windows 11 readiness report"));
  gtk_widget_grab_focus (tw_test_find_type (field (&fixture, "Started"), GTK_TYPE_ENTRY));
  tw_test_type ("soon");
  tw_test_keys ("Return");
  tw_test_find (fixture.window, told);
  tw_test_keys ("ctrl+a");
  tw_test_type ("20 Jan 2027");
  tw_test_keys ("Return");
  WAIT_FOR (!tw_test_sees (fixture.window, told));
  g_assert_cmpint (activity_at (&fixture, "Windows 11 readiness report")->started, ==,
                   tw_date_parse ("2027-01-20"));
  tw_test_end (&fixture, 1);
}

static void
all_is_legible (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    all_is_legible (child);
}

/* However short the name is that the button shows. */
static void
choices_are_legible (void)
{
  TwTestWindow fixture;
  GtkWidget *down;

  begin (&fixture);
  tw_test_click (tw_test_find (fixture.window, "Network and identity assessment"));
  down = gtk_widget_get_ancestor (tw_test_find (fixture.window, "Jonas Weber"), GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (down), 0);
  tw_test_settle ();
  tw_test_click (down);
  tw_test_find (down, "Priya Raman");
  all_is_legible (down);
  tw_test_keys ("Escape");
  tw_test_end (&fixture, 1);
}

/* A row of the sidebar has the menu of what it stands for, whatever the page shows. */
static void
sidebar_rows_have_menus (void)
{
  TwTestWindow fixture;
  TwPlan *plan;
  GtkWidget *row;

  begin (&fixture);
  row = gtk_widget_get_ancestor (tw_test_find (fixture.window, "Targeting"), GTK_TYPE_LIST_BOX_ROW);
  gtk_widget_grab_focus (row);
  tw_test_keys ("shift+F10");
  tw_test_click (tw_test_find (row, "Duplicate"));
  WAIT_FOR ((plan = tw_document_plan (fixture.document), tw_list_n (plan->motions) == 3));
  g_assert_cmpstr (((TwMotion *) plan->motions->items[1])->kind, ==, "targeting");
  tw_test_end (&fixture, 1);
}

/* Wherever the focus goes, one row alone is marked: that of what the page shows. */
static void
the_mark_is_what_is_shown (void)
{
  TwTestWindow fixture;
  GtkWidget *row, *other;

  begin (&fixture);
  row = gtk_widget_get_ancestor (tw_test_find (fixture.window, "Security and Compliance"),
                                 GTK_TYPE_LIST_BOX_ROW);
  other = gtk_widget_get_prev_sibling (row);
  gtk_widget_grab_focus (row);
  tw_test_keys ("Return");
  WAIT_FOR (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row)));
  gtk_widget_grab_focus (row);
  tw_test_keys ("Up");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture.window)) == other);
  g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row)));
  g_assert_false (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (other)));
  tw_test_keys ("Return");
  WAIT_FOR (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (other)));
  g_assert_false (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row)));
  tw_test_end (&fixture, 0);
}

int
main (int argc, char **argv)
{
  tw_test_init_windows (&argc, &argv);
  g_test_add_func ("/motions/the-outline-by-keys", the_outline_by_keys);
  g_test_add_func ("/motions/adding-in-place", adding_in_place);
  g_test_add_func ("/motions/adding-beyond-the-view", adding_beyond_the_view);
  g_test_add_func ("/motions/recurring-are-one-row", recurring_are_one_row);
  g_test_add_func ("/motions/the-outline-by-pointer", the_outline_by_pointer);
  g_test_add_func ("/motions/dragged-into-another-motion", dragged_into_another_motion);
  g_test_add_func ("/motions/the-inspector-by-keys", the_inspector_by_keys);
  g_test_add_func ("/motions/several-at-once", several_at_once);
  g_test_add_func ("/motions/several-have-one-owner", several_have_one_owner);
  g_test_add_func ("/motions/what-is-typed-is-of-what-was-selected",
                   what_is_typed_is_of_what_was_selected);
  g_test_add_func ("/motions/a-move-that-cannot-be-is-told", a_move_that_cannot_be_is_told);
  g_test_add_func ("/motions/a-motion-follows-others", a_motion_follows_others);
  g_test_add_func ("/motions/an-empty-motion", an_empty_motion);
  g_test_add_func ("/motions/kpis-are-edited", kpis_are_edited);
  g_test_add_func ("/motions/kpis-have-readings", kpis_have_readings);
  g_test_add_func ("/motions/what-is-blocked-has-a-reason", what_is_blocked_has_a_reason);
  g_test_add_func ("/motions/a-status-with-its-reason", a_status_with_its_reason);
  g_test_add_func ("/motions/what-is-no-date-is-told", what_is_no_date_is_told);
  g_test_add_func ("/motions/undo-where-one-adds", undo_where_one_adds);
  g_test_add_func ("/motions/rows-are-copied", rows_are_copied);
  g_test_add_func ("/motions/what-recurs-is-copied", what_recurs_is_copied);
  g_test_add_func ("/motions/sidebar-rows-have-menus", sidebar_rows_have_menus);
  g_test_add_func ("/motions/the-mark-is-what-is-shown", the_mark_is_what_is_shown);
  g_test_add_func ("/motions/choices-are-legible", choices_are_legible);
  return g_test_run ();
}
