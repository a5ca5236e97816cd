/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-edit.h"
#include "tw-settings.h"
#include "tw-template.h"
#include "tw-test-plan.h"
#include "tw-test-window.h"

/* The windows in which a plan is given its shape, by keyboard and pointer. */

static TwPlan *
plan_of (TwTestWindow *fixture)
{
  return tw_document_plan (fixture->document);
}

static TwMotion *
motion_at (TwTestWindow *fixture, guint at)
{
  g_assert_cmpuint (at, <, tw_list_n (plan_of (fixture)->motions));
  return plan_of (fixture)->motions->items[at];
}

static guint
count_activities (TwMotion *motion, const char *kind)
{
  guint n = 0;

  TW_FOREACH (TwPhase, phase, motion->phases)
    TW_FOREACH (TwActivity, activity, phase->activities)
      n += kind == NULL || g_strcmp0 (activity->kind, kind) == 0;
  return n;
}

static void
choose_from_menu (TwTestWindow *fixture, const char *tip, const char *item)
{
  tw_test_click (tw_test_tip (fixture->window, tip));
  tw_test_click (tw_test_find (fixture->window, item));
  tw_test_settle ();
}

/* What the playbook has more is added one by one, by the space bar alone. */
static void
compare_with_the_playbook (void)
{
  TwTestWindow fixture;
  GtkWindow *dialog;
  TwPlan *before;
  guint n;

  tw_test_begin (&fixture, tw_test_contoso (), "motions");
  n = count_activities (motion_at (&fixture, 1), NULL);
  choose_from_menu (&fixture, "More", "Compare with Playbook…");
  dialog = tw_test_dialog (fixture.window);
  tw_test_find (dialog, "Renamed; in the playbook: “Conduct Customer Kickoff”");
  tw_test_find (dialog, "Only in this plan");
  tw_test_find (dialog, "Land the Benefit");
  before = plan_of (&fixture);
  tw_test_keys ("space");
  WAIT_FOR (plan_of (&fixture) != before && !tw_test_sees (dialog, "Land the Benefit"));
  before = plan_of (&fixture);
  tw_test_keys ("space");
  WAIT_FOR (plan_of (&fixture) != before && !tw_test_sees (dialog, "Deploy Securely"));
  g_assert_cmpuint (count_activities (motion_at (&fixture, 1), NULL), ==, n + 2);
  tw_test_keys ("ctrl+z");
  tw_test_find (dialog, "Deploy Securely");
  tw_test_keys ("Escape");
  tw_test_focus (GTK_WINDOW (fixture.window));
  tw_test_end (&fixture, 1);
}

/* The reason is told, and doesn't hinder. */
static void
add_to_a_phase (void)
{
  TwTestWindow fixture;
  GtkWindow *dialog;

  tw_test_begin (&fixture, tw_test_contoso (), "motions");
  tw_test_click (tw_test_find (fixture.window, "Assess"));
  tw_test_keys ("shift+F10");
  tw_test_click (tw_test_find (fixture.window, "Add from Playbook…"));
  dialog = tw_test_dialog (fixture.window);
  tw_test_find (dialog, "Assess");
  g_assert_false (tw_test_sees (dialog, "Initiate"));
  tw_test_find (dialog, "Left out: of the approach Skype for Business to Teams Transition");
  gtk_widget_grab_focus (tw_test_tip (dialog, "Add “Transition Inventory” to the plan"));
  tw_test_keys ("space");
  WAIT_FOR (count_activities (motion_at (&fixture, 1), "s2t-inventory") == 1);
  tw_test_keys ("Escape");
  tw_test_focus (GTK_WINDOW (fixture.window));
  tw_test_end (&fixture, 1);
}

/* A motion that isn't there shows what it would bring, and comes in as it was asked for. */
static void
add_motions (void)
{
  TwTestWindow fixture;
  TwMotion *added;

  tw_test_begin (&fixture, tw_test_contoso (), "motions");
  choose_from_menu (&fixture, "Add Motion", "Older motions");
  tw_test_click (tw_test_find (fixture.window, "Re-engagement"));
  tw_test_find (fixture.window, "Taking over from");
  tw_test_click (tw_test_find (fixture.window, "Add to Plan"));
  WAIT_FOR (tw_list_n (plan_of (&fixture)->motions) == 3);
  added = motion_at (&fixture, 2);
  g_assert_cmpstr (added->kind, ==, "re-engagement");
  g_assert_true (tw_list_has (added->after, motion_at (&fixture, 1)->id));
  tw_test_find (fixture.window, "Add Phase");

  choose_from_menu (&fixture, "Add Motion", "Empty Motion");
  tw_test_type ("Our own way");
  tw_test_keys ("Return");
  WAIT_FOR (g_str_equal (motion_at (&fixture, 3)->name, "Our own way"));
  tw_test_end (&fixture, 3);
}

/* From the sidebar, by keys. */
static void
motions_by_keys (void)
{
  TwTestWindow fixture;
  TwMotion *first, *second;

  tw_test_begin (&fixture, tw_test_contoso (), "motions");
  first = motion_at (&fixture, 0);
  second = motion_at (&fixture, 1);
  tw_test_click (tw_test_find (fixture.window, "Targeting"));
  tw_test_keys ("alt+Down");
  WAIT_FOR (motion_at (&fixture, 0) == second);
  tw_test_keys ("alt+Up");
  WAIT_FOR (motion_at (&fixture, 0) == first);
  tw_test_keys ("ctrl+d");
  WAIT_FOR (tw_list_n (plan_of (&fixture)->motions) == 3);
  tw_test_keys ("F2");
  tw_test_type ("Once more");
  tw_test_keys ("Return");
  WAIT_FOR (g_str_equal (motion_at (&fixture, 1)->name, "Once more"));
  tw_test_end (&fixture, 4);
}

/* Its first activity gets an owner. */
static void
record_on_activity_of (TwTestWindow *fixture, const char *approach)
{
  TW_FOREACH (TwPhase, phase, motion_at (fixture, 1)->phases)
    TW_FOREACH (TwActivity, activity, phase->activities)
      if (g_strcmp0 (activity->approach, approach) == 0)
        {
          TwPlan *plan = tw_plan_set_by_id (plan_of (fixture), &tw_activity_type, activity->id,
                                            "notes", (TwValue){ .string = (char *) "Ours" }, NULL);

          g_assert_true (tw_document_edit (fixture->document, plan, "Note", NULL, NULL));
          tw_test_settle ();
          return;
        }
  g_assert_not_reached ();
}

/* What was recorded on the activities of an approach is asked for before it goes with them. */
static void
approaches_come_and_go (void)
{
  TwTestWindow fixture;
  TwApproach *added;
  GtkWidget *sidebar;
  guint n;

  tw_test_begin (&fixture, tw_test_contoso (), "motions");
  n = count_activities (motion_at (&fixture, 1), NULL);
  sidebar = gtk_widget_get_ancestor (tw_test_tip (fixture.window, "Add Approach"),
                                     GTK_TYPE_SCROLLED_WINDOW);
  tw_test_click (tw_test_find (sidebar, "Teams Rooms"));
  tw_test_click (tw_test_find (fixture.window, "Add to Plan"));
  WAIT_FOR (tw_list_n (plan_of (&fixture)->approaches) == 3);
  added = plan_of (&fixture)->approaches->items[2];
  g_assert_cmpstr (added->kind, ==, "teams-rooms");
  tw_test_click (tw_test_find (sidebar, "Teams Rooms"));
  tw_test_keys ("alt+Up");
  WAIT_FOR (plan_of (&fixture)->approaches->items[1] == added);
  tw_test_drag (tw_test_find (sidebar, "Teams Rooms"), tw_test_find (sidebar, "Get Modern"), 0.05);
  WAIT_FOR (plan_of (&fixture)->approaches->items[0] == added);
  record_on_activity_of (&fixture, added->id);
  tw_test_click (tw_test_find (sidebar, "Teams Rooms"));
  tw_test_keys ("Delete");
  tw_test_click (tw_test_find (tw_test_dialog (fixture.window), "Remove Them Too"));
  WAIT_FOR (tw_list_n (plan_of (&fixture)->approaches) == 2);
  g_assert_cmpuint (count_activities (motion_at (&fixture, 1), NULL), ==, n);
  tw_test_focus (GTK_WINDOW (fixture.window));
  tw_test_end (&fixture, 5);
}

/* What comes of it is told before it is done, and then it is one step. */
static void
move_the_plan (void)
{
  TwTestWindow fixture;
  GtkWindow *dialog;
  TwDate start;

  tw_test_begin (&fixture, tw_test_contoso (), "motions");
  start = tw_schedule_find (tw_document_schedule (fixture.document), "h7")->start;
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.move-plan", NULL);
  dialog = tw_test_dialog (fixture.window);
  tw_test_find (dialog, "Nothing moves");
  tw_test_keys ("space Down Return");
  tw_test_find (dialog, "Customer Health – Remediate");
  tw_test_keys ("Tab ctrl+a");
  tw_test_type ("1 Mar 2027");
  tw_test_find (dialog, "Remediate moves from 15 February to 1 March");
  g_assert_true (plan_of (&fixture) == fixture.plan);
  tw_test_keys ("ctrl+Return");
  WAIT_FOR (plan_of (&fixture) != fixture.plan);
  g_assert_cmpint (start, ==, tw_date_parse ("2027-02-15"));
  g_assert_cmpint (tw_schedule_find (tw_document_schedule (fixture.document), "h7")->start, ==,
                   tw_date_parse ("2027-03-01"));
  tw_test_focus (GTK_WINDOW (fixture.window));
  tw_test_end (&fixture, 1);
}

static void
copy_for_another_customer (void)
{
  TwTestWindow fixture;
  TwWindow *other;
  TwDocument *document;

  tw_test_begin (&fixture, tw_test_contoso (), "motions");
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.copy-plan", NULL);
  tw_test_dialog (fixture.window);
  tw_test_keys ("ctrl+Return");
  g_assert_null (tw_test_other_window (fixture.window));
  tw_test_type ("Fabrikam");
  tw_test_keys ("Tab ctrl+a");
  tw_test_type ("7 Jun 2027");
  tw_test_keys ("ctrl+Return");
  WAIT_FOR ((other = tw_test_other_window (fixture.window)) != NULL);
  document = g_object_ref (tw_window_document (other));
  g_assert_cmpstr (tw_document_plan (document)->customer->name, ==, "Fabrikam");
  g_assert_cmpint (tw_document_plan (document)->start, ==, tw_date_parse ("2027-06-07"));
  g_assert_null (tw_document_file (document));
  tw_test_window_destroy (other, document);
  tw_test_focus (GTK_WINDOW (fixture.window));
  tw_test_end (&fixture, 0);
}

/* What trackway-cli says of a playbook's file. */
static void
check_playbook (const char *id)
{
  g_autofree char *cli
      = g_build_filename (g_getenv ("TRACKWAY_BUILD"), "src", "cli", "trackway-cli", NULL);
  g_autofree char *name = g_strconcat (id, ".json", NULL);
  g_autofree char *path
      = g_build_filename (g_get_user_data_dir (), "trackway", "playbooks", name, NULL);
  const char *arguments[] = { cli, "playbook", "check", path, NULL };
  g_autofree char *output = NULL, *errors = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &errors,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (errors, ==, "");
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

static gboolean
is_called (const char *id, const char *title)
{
  g_autoptr (TwPlaybook) playbook = tw_playbook_find (id);

  return playbook != NULL && g_str_equal (playbook->title, title);
}

/* A motion is kept, stands where the playbook's do, and goes again. */
static void
templates (void)
{
  TwTestWindow fixture;
  GtkWindow *dialog;

  tw_test_begin (&fixture, tw_test_contoso (), "motions");
  choose_from_menu (&fixture, "More", "Save as Template…");
  dialog = tw_test_dialog (fixture.window);
  tw_test_keys ("ctrl+a");
  tw_test_type ("Our Health");
  tw_test_keys ("Return");
  WAIT_FOR (tw_template_is_own ("our-health"));
  tw_test_focus (GTK_WINDOW (fixture.window));
  check_playbook ("our-health");

  tw_test_click (tw_test_tip (fixture.window, "Add Motion"));
  tw_test_find (fixture.window, "Our Health");
  tw_test_keys ("Escape");
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.new", NULL);
  dialog = tw_test_dialog (fixture.window);
  tw_test_find (dialog, "Made from");
  tw_test_keys ("Escape");
  tw_test_focus (GTK_WINDOW (fixture.window));

  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.templates", NULL);
  dialog = tw_test_dialog (fixture.window);
  tw_test_find (dialog, "1 motion, 2 approaches");
  tw_test_click (tw_test_entry_in (dialog));
  tw_test_keys ("ctrl+a");
  tw_test_type ("Health as we do it");
  tw_test_keys ("Return");
  WAIT_FOR (is_called ("our-health", "Health as we do it"));
  tw_test_settle ();
  tw_test_click (tw_test_tip (dialog, "Remove “Health as we do it”"));
  tw_test_click (tw_test_find (tw_test_dialog ((TwWindow *) dialog), "Remove"));
  WAIT_FOR (!tw_template_is_own ("our-health"));
  /* Without any it says how to come by one. */
  tw_test_find (dialog, "No templates yet. The menus of a plan, and of its motions and approaches, "
                        "have “Save as Template…”.");
  tw_test_focus (dialog);
  tw_test_keys ("Escape");
  tw_test_focus (GTK_WINDOW (fixture.window));
  tw_test_end (&fixture, 0);
}

/* A plan of the list that is gone is offered to be located, and can be taken from the list. */
static void
recent_plans (void)
{
  g_autofree char *path = tw_test_path ("data/examples/contoso.plan.json");
  const char *const recent[] = { path, "/nowhere/gone.plan.json", NULL };
  g_auto (GStrv) left = NULL;
  TwWindow *window;
  GtkWidget *row;

  g_settings_set_strv (tw_settings (), "recent-plans", recent);
  window = tw_window_new (NULL, NULL, tw_date_parse ("2027-01-22"));
  gtk_window_present (GTK_WINDOW (window));
  tw_test_focus (GTK_WINDOW (window));
  tw_test_find (window, "Contoso Ltd");
  tw_test_find (window, "Locate…");
  row = gtk_widget_get_ancestor (tw_test_find (window, "gone.plan.json"), GTK_TYPE_LIST_BOX_ROW);
  gtk_widget_grab_focus (row);
  tw_test_keys ("shift+F10");
  tw_test_click (tw_test_find (row, "Remove from List"));
  WAIT_FOR (!tw_test_sees (window, "gone.plan.json"));
  left = g_settings_get_strv (tw_settings (), "recent-plans");
  g_assert_cmpuint (g_strv_length (left), ==, 1);
  gtk_widget_grab_focus (
      gtk_widget_get_ancestor (tw_test_find (window, "Contoso Ltd"), GTK_TYPE_LIST_BOX_ROW));
  tw_test_keys ("Return");
  WAIT_FOR (tw_window_document (window) != NULL);
  tw_test_settle ();
  g_settings_reset (tw_settings (), "recent-plans");
  tw_test_window_destroy (window, g_object_ref (tw_window_document (window)));
}

/* What is found again under an address that another row has, or its own, stands there once. */
static void
located_plans (void)
{
  const char *const recent[] = { "/here/a.plan.json", "/gone/b.plan.json", NULL };
  g_auto (GStrv) same = NULL, left = NULL;

  g_settings_set_strv (tw_settings (), "recent-plans", recent);
  tw_settings_replace_recent (recent[1], recent[1]);
  same = g_settings_get_strv (tw_settings (), "recent-plans");
  g_assert_cmpuint (g_strv_length (same), ==, 2);
  tw_settings_replace_recent (recent[1], recent[0]);
  left = g_settings_get_strv (tw_settings (), "recent-plans");
  g_assert_cmpuint (g_strv_length (left), ==, 1);
  g_assert_cmpstr (left[0], ==, recent[0]);
  g_settings_reset (tw_settings (), "recent-plans");
}

/* The preview follows what is typed. */
static void
new_plan_follows_keys (void)
{
  TwWindow *window = tw_window_new (NULL, NULL, tw_date_parse ("2027-01-22"));
  GtkWindow *dialog;

  gtk_window_present (GTK_WINDOW (window));
  tw_test_focus (GTK_WINDOW (window));
  tw_test_keys ("ctrl+n");
  dialog = tw_test_dialog (window);
  tw_test_find (dialog, "8 phases, 27 activities. Ends 7 October 2027");
  tw_test_find (dialog, "Presales to Success");
  tw_test_type ("Fabrikam");
  tw_test_keys ("Tab Tab ctrl+a");
  tw_test_type ("1 Feb 2027");
  tw_test_find (dialog, "8 phases, 27 activities. Ends 15 October 2027");
  /* While a date is half typed, what it was stays in sight. */
  tw_test_keys ("ctrl+a");
  tw_test_type ("1 Fex");
  tw_test_find (dialog, "The start needs a date");
  g_assert_true (tw_test_sees (dialog, "8 phases, 27 activities. Ends 15 October 2027"));
  tw_test_keys ("ctrl+a");
  tw_test_type ("1 Feb 2027");
  tw_test_keys ("Tab");
  tw_test_type ("1 Aug 2027");
  tw_test_find (dialog, "The renewal comes 20 working days before Migrate ends");
  tw_test_keys ("Escape");
  tw_test_focus (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (window));
  tw_test_settle ();
}

/* Adding one older motion leaves the others at hand, and the focus on the next. */
static void
older_motions_stay_open (void)
{
  TwWindow *window = tw_window_new (NULL, NULL, tw_date_parse ("2027-01-22"));
  GtkWindow *dialog;
  GtkWidget *older, *focus;

  gtk_window_present (GTK_WINDOW (window));
  tw_test_focus (GTK_WINDOW (window));
  tw_test_keys ("ctrl+n");
  dialog = tw_test_dialog (window);
  tw_test_type ("Fabrikam");
  older = gtk_widget_get_ancestor (tw_test_find (dialog, "Older motions"), ADW_TYPE_EXPANDER_ROW);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (older), TRUE);
  tw_test_settle ();
  gtk_widget_grab_focus (tw_test_tip (
      gtk_widget_get_ancestor (tw_test_find (dialog, "Commercial Services Monthly Active Usage"),
                               GTK_TYPE_LIST_BOX_ROW),
      "Add"));
  tw_test_keys ("space");
  tw_test_find (dialog, "Presales to Success, then hands over");
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (older)));
  focus = gtk_window_get_focus (dialog);
  g_assert_nonnull (focus);
  g_assert_true (
      tw_test_sees (gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW), "Re-engagement"));
  tw_test_keys ("Escape");
  tw_test_focus (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (window));
  tw_test_settle ();
}

/* What was typed into a row is read from its beginning once the focus is elsewhere. */
static void
long_name_from_its_beginning (void)
{
  TwWindow *window = tw_window_new (NULL, NULL, tw_date_parse ("2027-01-22"));
  GtkWindow *dialog;
  GtkWidget *name;

  gtk_window_present (GTK_WINDOW (window));
  tw_test_focus (GTK_WINDOW (window));
  tw_test_keys ("ctrl+n");
  dialog = tw_test_dialog (window);
  tw_test_type ("Consolidated Wholesale Distribution and Logistics Holdings of America");
  name = gtk_widget_get_ancestor (gtk_window_get_focus (dialog), ADW_TYPE_ENTRY_ROW);
  WAIT_FOR (gtk_editable_get_position (GTK_EDITABLE (name)) > 60);
  tw_test_keys ("Tab");
  WAIT_FOR (gtk_editable_get_position (GTK_EDITABLE (name)) == 0);
  tw_test_keys ("Escape");
  tw_test_focus (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (window));
  tw_test_settle ();
}

/* Presses key until the focus is where what stands: on it, or in its tooltip. */
static void
reach (TwTestWindow *fixture, const char *key, const char *what)
{
  for (guint i = 0; i < 60; i++)
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

      if (focus != NULL
          && (g_strcmp0 (gtk_widget_get_tooltip_text (focus), what) == 0
              || g_strcmp0 (gtk_widget_get_tooltip_text (gtk_widget_get_parent (focus)), what) == 0
              || tw_test_sees (focus, what)))
        return;
      tw_test_keys (key);
    }
  g_error ("%s never gets to “%s”", key, what);
}

/* From a menu of the sidebar, through up to two levels; to: the place of its last phase among
 * those that are offered, 0: by the playbook. */
static void
add_by_keys (TwTestWindow *fixture, const char *menu, const char *submenu, const char *item,
             guint to)
{
  TwPlan *before = plan_of (fixture);

  reach (fixture, "Tab", menu);
  tw_test_keys ("Return");
  if (submenu != NULL)
    {
      reach (fixture, "Down", submenu);
      tw_test_keys ("Return");
    }
  reach (fixture, "Down", item);
  tw_test_keys ("Return");
  reach (fixture, "Tab", "Add to Plan");
  if (to > 0)
    {
      reach (fixture, "Tab", "To");
      tw_test_keys ("space");
      while (to-- > 0)
        tw_test_keys ("Down");
      tw_test_keys ("Return");
      reach (fixture, "shift+Tab", "Add to Plan");
    }
  tw_test_keys ("Return");
  WAIT_FOR (plan_of (fixture) != before);
  tw_test_settle ();
}

static const char *
phase_with (TwMotion *motion, const char *activity)
{
  TW_FOREACH (TwPhase, phase, motion->phases)
    TW_FOREACH (TwActivity, one, phase->activities)
      if (g_str_equal (one->name, activity))
        return phase->kind;
  return NULL;
}

/* From an empty plan to the whole of an engagement and back, with nothing but keys. */
static void
an_engagement_by_keys (void)
{
  static const char *const motions[]
      = { "Commercial Services Monthly Active Usage", "Re-engagement", "Proactive" };
  static const char *const approaches[]
      = { "Skype for Business to Teams Transition", "Teams Rooms", "Edge Adoption" };
  const TwPlanRequest request = { .customer = "Fabrikam",
                                  .start = tw_date_parse ("2027-02-01"),
                                  .seats = 4200,
                                  .motions = (const char *[]){ NULL } };
  TwTestWindow fixture;
  g_autoptr (TwPlan) made = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TwPlanRead) read = NULL;
  TwPlan *before;
  guint n = 0;

  fixture.plan = tw_playbook_make_plan (tw_playbook_builtin (), &request, NULL);
  fixture.window = tw_test_window_of (fixture.plan, &fixture.document);
  tw_test_keys ("alt+3");
  for (guint i = 0; i < G_N_ELEMENTS (motions); i++)
    add_by_keys (&fixture, "Add Motion", "Older motions", motions[i], i == 0 ? 1 : 0);
  for (guint i = 0; i < G_N_ELEMENTS (approaches); i++)
    add_by_keys (&fixture, "Add Approach", NULL, approaches[i], 0);
  g_assert_cmpuint (tw_list_n (plan_of (&fixture)->motions), ==, 3);
  g_assert_cmpuint (tw_list_n (plan_of (&fixture)->approaches), ==, 3);
  /* As the playbook makes it of the three at once. */
  g_assert_cmpuint (count_activities (motion_at (&fixture, 0), NULL), ==, 1);
  g_assert_cmpuint (count_activities (motion_at (&fixture, 1), NULL), ==, 4);
  g_assert_cmpuint (count_activities (motion_at (&fixture, 2), NULL), ==, 32);

  /* An activity to the next phase. */
  g_assert_cmpstr (phase_with (motion_at (&fixture, 2), "Room Inventory and Design"), ==, "assess");
  reach (&fixture, "shift+Tab", "Add Approach");
  tw_test_keys ("shift+Tab");
  reach (&fixture, "Up", "Commercial Services Monthly Active Usage");
  reach (&fixture, "Down", "Proactive");
  tw_test_keys ("Return");
  while (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture.window)),
                                  GTK_TYPE_LIST_VIEW)
         == NULL)
    tw_test_keys ("Tab");
  tw_test_keys ("Home");
  reach (&fixture, "Down", "Room Inventory and Design");
  before = plan_of (&fixture);
  tw_test_keys ("alt+shift+Down");
  WAIT_FOR (plan_of (&fixture) != before);
  g_assert_cmpstr (phase_with (motion_at (&fixture, 2), "Room Inventory and Design"), ==,
                   "remediate");

  made = tw_plan_ref (plan_of (&fixture));
  bytes = tw_plan_to_bytes (made);
  read = tw_plan_read_bytes (bytes);
  g_assert_true (tw_record_equal (read->plan, made));
  for (; tw_document_undo_label (fixture.document) != NULL; n++)
    {
      before = plan_of (&fixture);
      tw_test_keys ("ctrl+z");
      WAIT_FOR (plan_of (&fixture) != before);
    }
  g_assert_cmpuint (n, ==, 7);
  tw_test_end (&fixture, 0);
}

int
main (int argc, char **argv)
{
  tw_test_init_windows (&argc, &argv);
  g_test_add_func ("/shape/compare-with-the-playbook", compare_with_the_playbook);
  g_test_add_func ("/shape/add-to-a-phase", add_to_a_phase);
  g_test_add_func ("/shape/add-motions", add_motions);
  g_test_add_func ("/shape/motions-by-keys", motions_by_keys);
  g_test_add_func ("/shape/approaches-come-and-go", approaches_come_and_go);
  g_test_add_func ("/shape/move-the-plan", move_the_plan);
  g_test_add_func ("/shape/copy-for-another-customer", copy_for_another_customer);
  g_test_add_func ("/shape/templates", templates);
  g_test_add_func ("/shape/recent-plans", recent_plans);
  g_test_add_func ("/shape/located-plans", located_plans);
  g_test_add_func ("/shape/older-motions-stay-open", older_motions_stay_open);
  g_test_add_func ("/shape/long-name-from-its-beginning", long_name_from_its_beginning);
  g_test_add_func ("/shape/new-plan-follows-keys", new_plan_follows_keys);
  g_test_add_func ("/shape/an-engagement-by-keys", an_engagement_by_keys);
  return g_test_run ();
}
