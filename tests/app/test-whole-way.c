/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "tw-draft.h"
#include "tw-test-plan.h"
#include "tw-test-window.h"

/* From an empty folder to a plan on disk, by mouse and keyboard. */

/* The window shows what the test's program made; its document isn't known from outside. */
typedef struct
{
  TwWindow *window;
  TwDocument *document;
} Way;

static void
make_the_plan (Way *way)
{
  GtkWindow *dialog;

  way->window = tw_window_new (NULL, NULL, tw_date_parse ("2027-01-22"));
  gtk_window_present (GTK_WINDOW (way->window));
  tw_test_focus (GTK_WINDOW (way->window));
  tw_test_settle ();
  tw_test_keys ("ctrl+n");
  dialog = tw_test_dialog (way->window);
  tw_test_type ("Fabrikam");
  tw_test_click (tw_test_find (dialog, "Targeting"));
  /* A switch is the row's: the name flips it. */
  tw_test_click (tw_test_find (dialog, "Get Modern"));
  tw_test_click (tw_test_find (dialog, "Security and Compliance"));
  tw_test_click (tw_test_find (dialog, "Create"));
  tw_test_settle ();
  tw_test_focus (GTK_WINDOW (way->window));
  way->document = tw_window_document (way->window);
  g_assert_nonnull (way->document);
}

static TwPlan *
plan_of (Way *way)
{
  return tw_document_plan (way->document);
}

static void
name_two_people (Way *way)
{
  GtkWindow *dialog;

  gtk_widget_activate_action (GTK_WIDGET (way->window), "win.people", NULL);
  tw_test_settle ();
  dialog = tw_test_dialog (way->window);
  tw_test_type ("Helen Ward");
  tw_test_keys ("Return");
  tw_test_type ("Maya Okafor");
  tw_test_keys ("Return");
  g_assert_cmpuint (tw_list_n (plan_of (way)->people), ==, 2);
  tw_test_find (dialog, "Helen Ward");
  tw_test_keys ("Escape");
  tw_test_focus (GTK_WINDOW (way->window));
}

static TwActivity *
activity_at (Way *way, guint motion, guint phase, guint activity)
{
  TwMotion *in = plan_of (way)->motions->items[motion];

  return ((TwPhase *) in->phases->items[phase])->activities->items[activity];
}

static void
edit_three_activities (Way *way)
{
  g_autofree char *name = g_strdup (activity_at (way, 0, 0, 0)->name);

  tw_test_keys ("alt+3");
  tw_test_click (tw_test_find (way->window, name));
  tw_test_keys ("space Down space Down F2");
  tw_test_type ("Third of them");
  tw_test_keys ("Return");
  g_assert_cmpint (activity_at (way, 0, 0, 0)->status, ==, TW_STATUS_DONE);
  g_assert_cmpint (activity_at (way, 0, 0, 1)->status, ==, TW_STATUS_DONE);
  g_assert_cmpstr (activity_at (way, 0, 0, 2)->name, ==, "Third of them");
}

static void
tick_two_items (Way *way)
{
  TwStage *stage = plan_of (way)->adoption->items[0];
  TwAdoptionItem *items[2] = { stage->checklist->items[0], stage->checklist->items[1] };
  GtkWidget *rows[2];

  tw_test_keys ("alt+4");
  for (guint i = 0; i < 2; i++)
    {
      rows[i] = gtk_widget_get_ancestor (tw_test_find (way->window, items[i]->text),
                                         GTK_TYPE_LIST_BOX_ROW);
      while (!GTK_IS_CHECK_BUTTON (rows[i]))
        rows[i] = gtk_widget_get_first_child (rows[i]);
      tw_test_click (rows[i]);
    }
  stage = plan_of (way)->adoption->items[0];
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (((TwAdoptionItem *) stage->checklist->items[i])->done, ==,
                     tw_date_parse ("2027-01-22"));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(gboolean *) data = tw_document_save_finish (TW_DOCUMENT (source), result, &error);
  g_assert_no_error (error);
}

static void
from_new_plan_to_the_file (void)
{
  Way way;
  g_autofree char *folder = g_dir_make_tmp ("trackway-way-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Fabrikam.plan.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TwPlan) made = NULL, edited = NULL;
  g_autoptr (TwPlanRead) read = NULL;
  gboolean saved = FALSE;
  guint n = 0;

  make_the_plan (&way);
  made = tw_plan_ref (plan_of (&way));
  g_assert_cmpuint (tw_list_n (made->motions), ==, 2);
  g_assert_cmpuint (tw_list_n (made->approaches), ==, 2);
  name_two_people (&way);
  edit_three_activities (&way);
  tick_two_items (&way);
  edited = tw_plan_ref (plan_of (&way));

  for (; tw_document_undo_label (way.document) != NULL; n++)
    {
      TwPlan *before = plan_of (&way);

      tw_test_keys ("ctrl+z");
      WAIT_FOR (plan_of (&way) != before);
    }
  g_assert_cmpuint (n, ==, 7);
  g_assert_true (plan_of (&way) == made);
  while (tw_document_redo_label (way.document) != NULL)
    tw_test_keys ("ctrl+shift+z");
  g_assert_true (plan_of (&way) == edited);

  tw_document_save_as_async (way.document, file, saved_cb, &saved);
  WAIT_FOR (saved);
  read = tw_plan_read_file (file);
  g_assert_true (tw_record_equal (read->plan, edited));
  g_object_ref (way.document);
  tw_test_window_destroy (way.window, way.document);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  tw_test_init_windows (&argc, &argv);
  g_test_add_func ("/whole-way/from-new-plan-to-the-file", from_new_plan_to_the_file);
  return g_test_run ();
}
