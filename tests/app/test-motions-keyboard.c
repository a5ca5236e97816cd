/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "tw-edit.h"
#include "tw-outline.h"
#include "tw-template.h"
#include "tw-test-plan.h"
#include "tw-test-structure.h"
#include "tw-test-window.h"

/* A plan of an engagement that was run the older way, made of nothing by keyboard alone, and
 * another customer's of that. */

typedef struct
{
  char *folder;
  GFile *file;
  TwDocument *document;
  TwWindow *window;
  GtkWindow *front; /* which the keys go to */
} Fixture;

static void
begin (Fixture *fixture)
{
  g_autoptr (TwPlan) plan = tw_test_plan_of ("'deadline':'2027-06-30'");
  g_autoptr (GBytes) bytes = tw_plan_to_bytes (plan);
  g_autofree char *path = NULL;
  GError *error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  fixture->folder = g_dir_make_tmp ("trackway-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "made.plan.json", NULL);
  g_assert_true (g_file_set_contents (path, text, (gssize) length, NULL));
  fixture->file = g_file_new_for_path (path);
  fixture->document = tw_document_open (fixture->file, &error);
  g_assert_no_error (error);
  fixture->window = tw_window_new (NULL, fixture->document, tw_date_parse ("2027-01-22"));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 1000);
  fixture->front = GTK_WINDOW (fixture->window);
  gtk_window_present (fixture->front);
  tw_test_focus (GTK_WINDOW (fixture->window));
  tw_test_keys ("alt+3");
}

static void
end (Fixture *fixture)
{
  g_autofree char *path = g_file_get_path (fixture->file);

  tw_test_window_destroy (fixture->window, fixture->document);
  g_remove (path);
  g_rmdir (fixture->folder);
  g_object_unref (fixture->file);
  g_free (fixture->folder);
}

static TwPlan *
plan_of (Fixture *fixture)
{
  return tw_document_plan (fixture->document);
}

/* Whether what has the keyboard is called so, by a label in it or its tooltip. */
static gboolean
is_at (Fixture *fixture, const char *name)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->front);

  for (GtkWidget *widget = focus; widget != NULL && widget != GTK_WIDGET (fixture->front);
       widget = gtk_widget_get_parent (widget))
    if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), name) == 0)
      return TRUE;
  return focus != NULL && tw_test_sees (focus, name);
}

/* Presses key until what is called name has the keyboard. */
static void
go_to (Fixture *fixture, const char *key, const char *name)
{
  for (guint i = 0; i < 80 && !is_at (fixture, name); i++)
    tw_test_keys (key);
  if (!is_at (fixture, name))
    g_error ("%s doesn’t lead to “%s”", key, name);
}

/* To a row of the outline, which begins with what recurs. */
static void
go_to_row (Fixture *fixture, const char *name)
{
  for (guint i = 0; i < 80; i++)
    {
      GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

      if (focus != NULL && gtk_widget_get_ancestor (focus, TW_TYPE_OUTLINE) != NULL)
        break;
      tw_test_keys ("Tab");
    }
  tw_test_keys ("Home");
  go_to (fixture, "Down", name);
}

static void
add_motion (Fixture *fixture, const char *name, gboolean older)
{
  guint n = tw_list_n (plan_of (fixture)->motions);

  go_to (fixture, "Tab", "Add Motion");
  tw_test_keys ("Return");
  if (older)
    {
      go_to (fixture, "Down", "Older motions");
      tw_test_keys ("Return");
    }
  go_to (fixture, "Down", name);
  tw_test_keys ("Return");
  go_to (fixture, "Tab", "Add to Plan");
  tw_test_keys ("Return");
  WAIT_FOR (tw_list_n (plan_of (fixture)->motions) == n + 1);
}

static void
add_approach (Fixture *fixture, const char *name)
{
  guint n = tw_list_n (plan_of (fixture)->approaches);

  go_to (fixture, "Tab", "Add Approach");
  tw_test_keys ("Return");
  go_to (fixture, "Down", name);
  tw_test_keys ("Return");
  go_to (fixture, "Tab", "Add to Plan");
  tw_test_keys ("Return");
  WAIT_FOR (tw_list_n (plan_of (fixture)->approaches) == n + 1);
}

/* The phase of an activity, and its motion. */
static TwPhase *
phase_of (Fixture *fixture, const char *activity, TwMotion **motion)
{
  TwIndex *index = tw_schedule_index (tw_document_schedule (fixture->document));

  for (guint i = 0; i < tw_index_n_nodes (index); i++)
    {
      TwNode *node = tw_index_node (index, i), *phase;

      if (node->kind != TW_KIND_ACTIVITY
          || !g_str_equal (((TwActivity *) node->record)->name, activity))
        continue;
      phase = tw_index_node (index, (guint) node->parent);
      *motion = tw_index_node (index, (guint) phase->parent)->record;
      return phase->record;
    }
  g_error ("nothing is called “%s”", activity);
}

static void
show_motion (Fixture *fixture, const char *name)
{
  TwMotion *motion = plan_of (fixture)->motions->items[0];

  go_to (fixture, "Tab", motion->name);
  go_to (fixture, "Down", name);
  tw_test_keys ("Return");
}

/* From the row that has the keyboard to the next phase, until it stands in motion. */
static void
move_to_motion (Fixture *fixture, const char *activity, const char *motion)
{
  TwMotion *of;

  phase_of (fixture, activity, &of);
  for (guint i = 0; i < 20 && !g_str_equal (of->name, motion); i++)
    {
      tw_test_keys ("alt+shift+Down");
      phase_of (fixture, activity, &of);
    }
  g_assert_cmpstr (of->name, ==, motion);
}

static void
type_activities (Fixture *fixture, const char *phase)
{
  TwMotion *motion;

  go_to_row (fixture, phase);
  tw_test_keys ("ctrl+Return");
  tw_test_type ("First of ours");
  tw_test_keys ("Return");
  tw_test_type ("Second of ours");
  tw_test_keys ("Return Escape");
  g_assert_cmpstr (phase_of (fixture, "First of ours", &motion)->name, ==, phase);
  g_assert_cmpstr (phase_of (fixture, "Second of ours", &motion)->name, ==, phase);
}

/* Undone to the beginning, not a byte is different; redone, all of it is there again. */
static void
undo_and_redo (Fixture *fixture, TwPlan *empty)
{
  g_autoptr (TwPlan) made = tw_plan_ref (plan_of (fixture));
  g_autoptr (GBytes) before = tw_plan_to_bytes (empty);
  g_autoptr (GBytes) undone = NULL;
  guint n = 0;

  for (; tw_document_undo_label (fixture->document) != NULL && n < 100; n++)
    tw_test_keys ("ctrl+z");
  undone = tw_plan_to_bytes (plan_of (fixture));
  g_assert_true (g_bytes_equal (undone, before));
  g_assert_cmpuint (n, >=, 10);
  for (; tw_document_redo_label (fixture->document) != NULL && n > 0; n--)
    tw_test_keys ("ctrl+shift+z");
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (tw_record_equal (plan_of (fixture), made));
}

static void
save_and_reopen (Fixture *fixture)
{
  g_autoptr (TwDocument) again = NULL;
  g_autoptr (GError) error = NULL;

  tw_test_keys ("ctrl+s");
  WAIT_FOR (tw_document_is_saved (fixture->document));
  again = tw_document_open (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_true (tw_record_equal (tw_document_plan (again), plan_of (fixture)));
  g_assert_true (tw_document_close (again, NULL));
}

/* From the plan's menu, and then from New Plan: Fabrikam's is built the same. */
static void
make_another_of_it (Fixture *fixture)
{
  TwWindow *other;
  TwDocument *document;

  go_to (fixture, "Tab", plan_of (fixture)->customer->name);
  tw_test_keys ("Return");
  go_to (fixture, "Down", "Save as Template…");
  tw_test_keys ("Return");
  tw_test_dialog (fixture->window);
  tw_test_type ("The older way");
  tw_test_keys ("Return");
  WAIT_FOR (tw_template_is_own ("the-older-way"));
  tw_test_focus (GTK_WINDOW (fixture->window));

  tw_test_keys ("ctrl+n");
  fixture->front = tw_test_dialog (fixture->window);
  tw_test_type ("Fabrikam");
  go_to (fixture, "Tab", "Made from");
  tw_test_keys ("space Down Return");
  tw_test_find (fixture->front, "The older way");
  tw_test_keys ("ctrl+Return");
  WAIT_FOR ((other = tw_test_other_window (fixture->window)) != NULL);
  fixture->front = GTK_WINDOW (fixture->window);
  document = g_object_ref (tw_window_document (other));
  g_assert_cmpstr (tw_document_plan (document)->customer->name, ==, "Fabrikam");
  tw_test_same_structure (tw_document_plan (document), plan_of (fixture), TRUE);
  tw_test_window_destroy (other, document);
  tw_test_focus (fixture->front);
}

static void
a_plan_is_made (void)
{
  static const char *const approaches[]
      = { "Skype for Business to Teams Transition", "Teams Rooms", "Edge Adoption" };
  Fixture fixture;
  g_autoptr (TwPlan) empty = NULL;
  TwMotion *motion;

  begin (&fixture);
  empty = tw_plan_ref (plan_of (&fixture));
  add_motion (&fixture, "Commercial Services Monthly Active Usage", TRUE);
  add_motion (&fixture, "Re-engagement", TRUE);
  add_motion (&fixture, "Proactive", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (approaches); i++)
    add_approach (&fixture, approaches[i]);
  motion = plan_of (&fixture)->motions->items[2];
  g_assert_true (
      tw_list_has (motion->after, ((TwMotion *) plan_of (&fixture)->motions->items[1])->id));

  show_motion (&fixture, "Re-engagement");
  type_activities (&fixture, "Engagement");
  move_to_motion (&fixture, "Second of ours", "Proactive");
  tw_test_keys ("alt+shift+Down");
  g_assert_cmpstr (phase_of (&fixture, "First of ours", &motion)->name, ==, "Engagement");
  g_assert_cmpstr (motion->name, ==, "Re-engagement");

  undo_and_redo (&fixture, empty);
  save_and_reopen (&fixture);
  phase_of (&fixture, "Second of ours", &motion);
  g_assert_cmpstr (motion->name, ==, "Proactive");
  make_another_of_it (&fixture);
  end (&fixture);
}

int
main (int argc, char **argv)
{
  tw_test_init_windows (&argc, &argv);
  g_test_add_func ("/motions-keyboard/a-plan-is-made", a_plan_is_made);
  return g_test_run ();
}
