/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "tw-draft.h"
#include "tw-edit.h"
#include "tw-fold.h"
#include "tw-test-plan.h"
#include "tw-test-window.h"

static void
show_every_page (TwPlan *plan)
{
  static const char *const pages[]
      = { "overview", "timeline", "motions", "adoption", "workloads", "journal" };
  static const int widths[] = { 1280, 700, 360, 1920 };
  TwDocument *document;
  TwWindow *window = tw_test_window_of (plan, &document);

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      int least;

      gtk_window_set_default_size (GTK_WINDOW (window), widths[i], 800);
      for (guint page = 0; page < G_N_ELEMENTS (pages); page++)
        {
          tw_window_show_page (window, pages[page]);
          tw_test_settle ();
        }
      gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                          NULL);
      /* Side by side panes may ask for more; they fold on the way down. */
      g_assert_cmpint (least, <=, widths[i] > 700 ? 600 : 400);
    }
  tw_test_window_destroy (window, document);
}

static void
every_page_of_the_example (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();

  show_every_page (plan);
}

static void
every_page_of_an_empty_plan (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan ("");

  show_every_page (plan);
}

static void
undo_and_redo (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwPlan) edited = NULL;
  TwDocument *document;
  TwWindow *window = tw_test_window_of (plan, &document);

  tw_window_show_page (window, "motions");
  edited = tw_plan_set_by_id (plan, &tw_activity_type, "a16", "name",
                              (TwValue){ .string = (char *) "A & <b>bold</b> name" }, NULL);
  g_assert_true (tw_document_edit (document, tw_plan_ref (edited), "Rename", NULL, NULL));
  tw_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_true (tw_document_plan (document) == plan);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  g_assert_true (tw_document_plan (document) == edited);
  tw_test_settle ();
  tw_test_window_destroy (window, document);
}

static void
the_welcome_shows_drafts (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  TwDocument *document = tw_document_new (plan, NULL);
  g_auto (GStrv) held = NULL;
  g_auto (GStrv) left = NULL;
  TwWindow *window;
  GtkWindow *gone;

  /* A draft that is being worked on isn't offered; one left behind is. */
  g_assert_true (tw_document_close (document, NULL));
  held = tw_draft_list ();
  g_object_unref (document);
  tw_test_settle (); /* the draft's own writing holds the document, too */
  left = tw_draft_list ();
  g_assert_cmpuint (g_strv_length (left), ==, g_strv_length (held) + 1);
  window = tw_window_new (NULL, NULL, tw_date_parse ("2027-01-22"));
  gtk_window_present (GTK_WINDOW (window));
  tw_test_settle ();
  gone = GTK_WINDOW (window);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &gone);
  gtk_window_destroy (GTK_WINDOW (window));
  WAIT_FOR (gone == NULL);
}

static void
fold_shows_what_fits (void)
{
  GtkWidget *fold = g_object_ref_sink (tw_fold_new ());
  GtkWidget *wide = gtk_drawing_area_new (), *narrow = gtk_drawing_area_new ();
  int least;

  gtk_widget_set_size_request (wide, 500, 10);
  gtk_widget_set_size_request (narrow, 100, 10);
  tw_fold_add (TW_FOLD (fold), wide, 600);
  tw_fold_add (TW_FOLD (fold), narrow, 0);
  gtk_widget_measure (fold, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, ==, 100);
  gtk_widget_measure (fold, GTK_ORIENTATION_VERTICAL, 700, &least, NULL, NULL, NULL);
  gtk_widget_allocate (fold, 700, 20, -1, NULL);
  g_assert_cmpuint (tw_fold_shown (TW_FOLD (fold)), ==, 0);
  gtk_widget_allocate (fold, 599, 20, -1, NULL);
  g_assert_cmpuint (tw_fold_shown (TW_FOLD (fold)), ==, 1);
  /* What isn't shown takes no room. */
  gtk_widget_set_size_request (narrow, 100, 90);
  g_assert_cmpint (gtk_widget_get_request_mode (fold), ==, GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);
  gtk_widget_measure (fold, GTK_ORIENTATION_VERTICAL, 700, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, ==, 10);
  g_object_unref (fold);
}

/* A box asks for the height at the width it has: that of what is shown there. */
static void
fold_is_as_high_as_what_it_shows (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkWidget *fold = tw_fold_new ();
  GtkWidget *wide = gtk_drawing_area_new (), *narrow = gtk_drawing_area_new ();
  int least;

  gtk_widget_set_size_request (wide, 500, 20);
  gtk_widget_set_size_request (narrow, 100, 90);
  tw_fold_add (TW_FOLD (fold), wide, 600);
  tw_fold_add (TW_FOLD (fold), narrow, 0);
  gtk_box_append (GTK_BOX (box), fold);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 700, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, ==, 20);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 300, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, ==, 90);
  g_object_unref (box);
}

/* The dates and the health beside the customer are each in a line. */
static void
overview_head_is_in_lines (void)
{
  static const char *const texts[] = { "159 days", "26 April", "1 of 3 groups green" };
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  TwDocument *document;
  TwWindow *window = tw_test_window_of (plan, &document);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpint (pango_layout_get_line_count (
                         gtk_label_get_layout (GTK_LABEL (tw_test_find (window, texts[i])))),
                     ==, 1);
  tw_test_window_destroy (window, document);
}

static void
people_show_in_a_plan_without_any (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan ("m1: h1: a1 5");
  TwDocument *document;
  TwWindow *window = tw_test_window_of (plan, &document);
  GtkWindow *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.people", NULL);
  dialog = tw_test_dialog (window);
  tw_test_find (dialog, "Nobody yet");
  tw_test_type ("Maya Okafor");
  tw_test_keys ("Return");
  tw_test_find (dialog, "Maya Okafor");
  gtk_window_destroy (dialog);
  tw_test_window_destroy (window, document);
}

/* However often saving failed, it is said once, and no longer when it worked. */
static void
a_failure_is_told_until_it_is_mended (void)
{
  const char *warning = "Not saved: no room";
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (GError) error = g_error_new_literal (TW_ERROR, TW_ERROR_FAILED, "no room");
  g_autofree char *folder = g_dir_make_tmp ("trackway-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.plan.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TwDocument *document;
  TwWindow *window = tw_test_window_of (plan, &document);

  for (guint i = 0; i < 3; i++)
    g_signal_emit_by_name (document, "save-failed", error);
  tw_test_settle ();
  g_assert_true (tw_test_sees (window, warning));
  tw_document_save_as_async (document, file, NULL, NULL);
  WAIT_FOR (tw_document_is_saved (document));
  WAIT_FOR (!tw_test_sees (window, warning));
  tw_test_window_destroy (window, document);
  g_unlink (path);
  g_rmdir (folder);
}

/* Whoever decides later what becomes of a changed file is asked again by Save. */
static void
save_asks_again_what_was_put_off (void)
{
  const char *heading = "The file was changed by another program";
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autofree char *folder = g_dir_make_tmp ("trackway-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.plan.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TwDocument *document;
  TwWindow *window = tw_test_window_of (plan, &document);

  tw_document_save_as_async (document, file, NULL, NULL);
  WAIT_FOR (tw_document_is_saved (document));
  tw_document_edit (document,
                    tw_plan_set_by_id (plan, &tw_activity_type, "a16", "name",
                                       (TwValue){ .string = (char *) "Ours" }, NULL),
                    "Rename", NULL, NULL);
  g_assert_true (g_file_set_contents (path, "theirs", -1, NULL));
  WAIT_FOR (tw_document_in_conflict (document));
  for (guint i = 0; i < 2; i++)
    {
      GtkWindow *dialog = tw_test_dialog (window);

      tw_test_find (dialog, heading);
      gtk_window_close (dialog); /* which is “Later” */
      tw_test_settle ();
      if (i == 0)
        gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
    }
  tw_test_window_destroy (window, document);
  g_unlink (path);
  g_rmdir (folder);
}

static guint
n_windows (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      n += TW_IS_WINDOW (window);
    }
  return n;
}

static void
a_plan_has_one_window (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autofree char *folder = g_dir_make_tmp ("trackway-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.plan.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TwDocument *document;
  TwWindow *window = tw_test_window_of (plan, &document);
  guint n = n_windows ();

  tw_document_save_as_async (document, file, NULL, NULL);
  WAIT_FOR (tw_document_is_saved (document));
  tw_window_open (window, file);
  tw_test_settle ();
  g_assert_cmpuint (n_windows (), ==, n);
  tw_test_window_destroy (window, document);
  g_unlink (path);
  g_rmdir (folder);
}

/* As a file manager drops it: onto the welcome, which becomes the plan's window. */
static void
a_dropped_plan_is_opened (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TRACKWAY_SOURCE"), "data", "examples",
                                            "contoso.plan.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_auto (GValue) value = G_VALUE_INIT;
  TwWindow *window = tw_window_new (NULL, NULL, tw_date_parse ("2027-01-22"));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  gboolean taken = FALSE;

  gtk_window_present (GTK_WINDOW (window));
  tw_test_settle ();
  g_value_init (&value, G_TYPE_FILE);
  g_value_set_object (&value, file);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) one = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (one))
        g_signal_emit_by_name (one, "drop", &value, 10.0, 10.0, &taken);
    }
  g_assert_true (taken);
  WAIT_FOR (tw_window_document (window) != NULL);
  g_assert_cmpstr (tw_document_plan (tw_window_document (window))->customer->name, ==,
                   "Contoso Ltd");
  tw_test_settle ();
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
the_main_menu_by_its_key (void)
{
  TwTestWindow test;

  tw_test_begin (&test, tw_test_contoso (), "timeline");
  tw_test_keys ("F10");
  tw_test_find (test.window, "Keyboard Shortcuts");
  tw_test_keys ("Escape");
  tw_test_end (&test, 0);
}

/* What a newer program wrote is shown as it is: a tick that isn't taken goes again. */
static void
a_newer_plan_keeps_its_ticks (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (GBytes) bytes = tw_plan_to_bytes (plan);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *folder = g_dir_make_tmp ("trackway-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "newer.plan.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  char *version = strstr (text, "\"version\": 1");
  TwDocument *document;
  TwWindow *window;
  GtkWidget *row;

  version[strlen ("\"version\": ")] = '9';
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  document = tw_document_open (file, NULL);
  g_assert_true (tw_document_read_only (document));
  window = tw_window_new (NULL, document, tw_date_parse ("2027-01-22"));
  gtk_window_present (GTK_WINDOW (window));
  tw_test_focus (GTK_WINDOW (window));
  tw_test_keys ("alt+4");
  row = gtk_widget_get_ancestor (tw_test_find (window, "Value case signed"), GTK_TYPE_LIST_BOX_ROW);
  tw_test_click (tw_test_find_type (row, GTK_TYPE_CHECK_BUTTON));
  WAIT_FOR (tw_test_sees (window, "This plan was written by a newer version and can only be read"));
  g_assert_false (gtk_check_button_get_active (
      GTK_CHECK_BUTTON (tw_test_find_type (row, GTK_TYPE_CHECK_BUTTON))));
  tw_test_window_destroy (window, document);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  tw_test_init_windows (&argc, &argv);
  g_test_add_func ("/window/every-page-of-the-example", every_page_of_the_example);
  g_test_add_func ("/window/every-page-of-an-empty-plan", every_page_of_an_empty_plan);
  g_test_add_func ("/window/undo-and-redo", undo_and_redo);
  g_test_add_func ("/window/the-welcome-shows-drafts", the_welcome_shows_drafts);
  g_test_add_func ("/window/fold-shows-what-fits", fold_shows_what_fits);
  g_test_add_func ("/window/fold-is-as-high-as-what-it-shows", fold_is_as_high_as_what_it_shows);
  g_test_add_func ("/window/overview-head-is-in-lines", overview_head_is_in_lines);
  g_test_add_func ("/window/people-show-in-a-plan-without-any", people_show_in_a_plan_without_any);
  g_test_add_func ("/window/a-failure-is-told-until-it-is-mended",
                   a_failure_is_told_until_it_is_mended);
  g_test_add_func ("/window/save-asks-again-what-was-put-off", save_asks_again_what_was_put_off);
  g_test_add_func ("/window/a-plan-has-one-window", a_plan_has_one_window);
  g_test_add_func ("/window/a-dropped-plan-is-opened", a_dropped_plan_is_opened);
  g_test_add_func ("/window/the-main-menu-by-its-key", the_main_menu_by_its_key);
  g_test_add_func ("/window/a-newer-plan-keeps-its-ticks", a_newer_plan_keeps_its_ticks);
  return g_test_run ();
}
