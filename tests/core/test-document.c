/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <sys/wait.h>

#include "tw-document.h"
#include "tw-draft.h"
#include "tw-edit.h"
#include "tw-test-disk.h"
#include "tw-test-plan.h"

typedef struct
{
  char *folder, *path;
  GFile *file;
  int conflicts, failures;
} Place;

static gboolean
wake (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_for (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, wake, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
conflict_cb (TwDocument *document G_GNUC_UNUSED, gpointer data)
{
  ((Place *) data)->conflicts++;
}

static void
failed_cb (TwDocument *document G_GNUC_UNUSED, GError *error G_GNUC_UNUSED, gpointer data)
{
  ((Place *) data)->failures++;
}

static void
write_example (Place *place)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (GBytes) bytes = tw_plan_to_bytes (plan);

  g_assert_true (tw_file_replace (place->file, bytes, "", NULL, NULL));
}

static void
set_up (Place *place, gconstpointer data G_GNUC_UNUSED)
{
  place->folder = g_dir_make_tmp ("trackway-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "a.plan.json", NULL);
  place->file = g_file_new_for_path (place->path);
  write_example (place);
}

static void
tear_down (Place *place, gconstpointer data G_GNUC_UNUSED)
{
  g_remove (place->path);
  g_rmdir (place->folder);
  g_object_unref (place->file);
  g_free (place->path);
  g_free (place->folder);
}

static TwDocument *
open (Place *place)
{
  g_autoptr (GError) error = NULL;
  TwDocument *document = tw_document_open (place->file, &error);

  g_assert_no_error (error);
  g_signal_connect (document, "conflict", G_CALLBACK (conflict_cb), place);
  g_signal_connect (document, "save-failed", G_CALLBACK (failed_cb), place);
  return document;
}

static void
rename_first (TwDocument *document, const char *name)
{
  TwPlan *plan = tw_plan_set_by_id (tw_document_plan (document), &tw_activity_type, "a1", "name",
                                    (TwValue){ .string = (char *) name }, NULL);

  g_assert_true (tw_document_edit (document, plan, "Rename", NULL, NULL));
}

static gboolean
holds (const char *path, const char *text)
{
  g_autofree char *found = NULL;

  return g_file_get_contents (path, &found, NULL, NULL) && strstr (found, text) != NULL;
}

/* Two seconds after the last edit, without being asked. */
static void
saves_itself (Place *place, gconstpointer data G_GNUC_UNUSED)
{
  TwDocument *document = open (place);

  rename_first (document, "First name");
  run_for (1000);
  rename_first (document, "Second name");
  run_for (1500);
  g_assert_false (holds (place->path, "name\": \"First name"));
  run_for (1500);
  g_assert_true (holds (place->path, "Second name"));
  g_assert_true (tw_document_is_saved (document));
  g_assert_true (tw_document_close (document, NULL));
  g_object_unref (document);
}

static void
never_overwrites_what_changed (Place *place, gconstpointer data G_GNUC_UNUSED)
{
  TwDocument *document = open (place);
  g_autoptr (GError) error = NULL;

  rename_first (document, "Mine");
  g_assert_true (g_file_set_contents (place->path, "{\"theirs\": 1}", -1, NULL));
  run_for (3000);
  g_assert_cmpint (place->conflicts, ==, 1);
  g_assert_true (holds (place->path, "theirs"));
  g_assert_false (tw_document_reload (document, &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_INVALID);
  /* Closing keeps the edits as a draft. */
  g_assert_true (tw_document_close (document, NULL));
  g_assert_true (holds (place->path, "theirs"));
  g_object_unref (document);
}

static void
reloads_what_changed_while_saved (Place *place, gconstpointer data G_GNUC_UNUSED)
{
  TwDocument *document = open (place);
  g_autoptr (TwPlan) theirs
      = tw_plan_set_by_id (tw_document_plan (document), &tw_activity_type, "a1", "name",
                           (TwValue){ .string = (char *) "Theirs" }, NULL);
  g_autoptr (GBytes) bytes = tw_plan_to_bytes (theirs);

  g_assert_true (tw_file_replace (place->file, bytes, NULL, NULL, NULL));
  run_for (1500);
  g_assert_true (tw_record_equal (tw_document_plan (document), theirs));
  g_assert_true (tw_document_is_saved (document));
  /* It can be undone. */
  tw_document_undo (document);
  g_assert_false (tw_record_equal (tw_document_plan (document), theirs));
  g_assert_cmpint (place->conflicts, ==, 0);
  tw_document_redo (document);
  g_assert_true (tw_document_close (document, NULL));
  g_object_unref (document);
}

static void
saved_cb (GObject *document, GAsyncResult *result, gpointer over)
{
  *(int *) over = tw_document_save_finish (TW_DOCUMENT (document), result, NULL) ? 1 : -1;
}

static gboolean
save (TwDocument *document)
{
  int over = 0;

  tw_document_save_async (document, saved_cb, &over);
  while (over == 0)
    g_main_context_iteration (NULL, TRUE);
  return over > 0;
}

static void
edits_on_a_full_disk (Place *place)
{
  g_autofree char *filler = g_build_filename (place->folder, "filler", NULL);
  g_autofree char *old = NULL;
  g_autofree char *found = NULL;
  TwDocument *document = open (place);

  tw_test_fill_disk (place->folder, 8);
  g_assert_true (g_file_get_contents (place->path, &old, NULL, NULL));
  rename_first (document, "Written later");
  g_assert_false (save (document));
  g_assert_cmpint (place->failures, ==, 1);
  g_assert_cmpint (place->conflicts, ==, 0);
  g_assert_false (tw_document_is_saved (document));
  g_assert_true (g_file_get_contents (place->path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, old);
  g_assert_cmpint (g_remove (filler), ==, 0);
  g_assert_true (save (document));
  g_assert_true (tw_document_is_saved (document));
  g_assert_true (holds (place->path, "Written later"));
  g_assert_true (tw_document_close (document, NULL));
  g_object_unref (document);
}

/* The file stays whole, and takes the edit when there is room again. */
static void
a_full_disk_loses_nothing (Place *place, gconstpointer data G_GNUC_UNUSED)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  if (!tw_test_begin_small_disk (place->folder, 128))
    return;
  write_example (place);
  edits_on_a_full_disk (place);
  tw_test_end_small_disk (place->folder);
}

/* Another process is killed within a second after its edit. */
static void
a_kill_loses_no_edit (Place *place G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  char *argv[] = { program, (char *) "--edit-and-wait", NULL };
  g_auto (GStrv) drafts = NULL;
  gboolean found = FALSE;
  GPid child;

  g_assert_true (
      g_spawn_async (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &child, NULL));
  run_for (2500);
  /* While it lives, its draft isn't offered. */
  drafts = tw_draft_list ();
  for (char **draft = drafts; *draft != NULL; draft++)
    g_assert_false (holds (*draft, "Edited before the kill"));
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  g_strfreev (drafts);
  drafts = tw_draft_list ();
  for (char **draft = drafts; *draft != NULL; draft++)
    if (holds (*draft, "Edited before the kill"))
      {
        g_autoptr (TwDocument) document = tw_document_open_draft (*draft, NULL);

        g_assert_nonnull (document);
        found = TRUE;
      }
  g_assert_true (found);
}

static int
edit_and_wait (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  TwDocument *document = tw_document_new (plan, NULL);

  run_for (300);
  rename_first (document, "Edited before the kill");
  run_for (60000);
  return 0;
}

/* A file with hundreds of faults is told of in a message that fits a screen. */
static void
tells_a_few_of_many_faults (Place *place, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *whole = NULL;
  g_autoptr (GString) broken = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (place->path, &whole, NULL, NULL));
  broken = g_string_new (whole);
  g_string_replace (broken, "\"days\": ", "\"days\": -", 0);
  g_assert_true (g_file_set_contents (place->path, broken->str, -1, NULL));
  g_assert_null (tw_document_open (place->file, &error));
  lines = g_strsplit (error->message, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 9);
  g_assert_true (g_str_has_prefix (lines[8], "and "));
}

/* What no reader takes is refused, whichever way it came about. */
static void
takes_only_what_can_be_opened (Place *place, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const wrong[] = { "two\nlines", " ", "\x7f" };
  TwDocument *document = open (place);
  g_autofree char *too_long = g_strnfill (TW_LINE_MAX + 1, 'x');

  for (guint i = 0; i <= G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      TwPlan *plan = tw_record_copy (tw_document_plan (document));

      tw_string_set (&plan->title, i < G_N_ELEMENTS (wrong) ? wrong[i] : too_long);
      g_assert_null (tw_document_new (plan, &error));
      g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
      g_clear_error (&error);
      g_assert_false (tw_document_edit (document, plan, "Rename", NULL, &error));
      g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
    }
  g_assert_true (tw_document_close (document, NULL));
  g_object_unref (document);
}

/* A plan that takes a while to be written. */
static TwPlan *
large_plan (void)
{
  g_autoptr (GString) text = g_string_new ("m1: h1: a0 1");

  for (guint i = 1; i < 20000; i++)
    g_string_append_printf (text, ", a%u 1", i);
  return tw_test_plan (text->str);
}

/* How many files of drafts there are, their locks included. */
static guint
count_drafts (void)
{
  g_autofree char *drafts = g_build_filename (g_get_user_data_dir (), "trackway", "drafts", NULL);
  g_autoptr (GDir) dir = g_dir_open (drafts, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* A draft that is being written while the document is closed doesn't come back after it. */
static void
closing_waits_for_the_draft (Place *place, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (TwPlan) large = large_plan ();
  g_autoptr (GBytes) bytes = tw_plan_to_bytes (large);
  guint before = count_drafts ();
  TwDocument *document;

  g_assert_true (tw_file_replace (place->file, bytes, NULL, NULL, NULL));
  document = open (place);
  rename_first (document, "Taken back");
  while (count_drafts () == before)
    g_main_context_iteration (NULL, TRUE);
  tw_document_undo (document);
  g_assert_true (tw_document_is_saved (document));
  g_assert_true (tw_document_close (document, NULL));
  g_usleep (300 * 1000);
  g_assert_cmpuint (count_drafts (), ==, before);
  g_object_unref (document);
}

/* What couldn't be written when the window was to be closed is written when it stays open. */
static void
goes_on_after_a_close_that_fails (Place *place, gconstpointer data G_GNUC_UNUSED)
{
  TwDocument *document = open (place);
  g_autoptr (GError) error = NULL;

  rename_first (document, "Kept open");
  tw_test_begin_read_only (place->folder);
  g_assert_false (tw_document_close (document, &error));
  tw_test_end_read_only (place->folder);
  g_assert_error (error, TW_ERROR, TW_ERROR_FAILED);
  run_for (3000);
  g_assert_true (holds (place->path, "Kept open"));
  g_assert_true (tw_document_close (document, NULL));
  g_object_unref (document);
}

static void
goes_on_after_a_new_name_that_fails (Place *place, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (place->folder, "none", "b.plan.json", NULL);
  g_autoptr (GFile) other = g_file_new_for_path (path);
  TwDocument *document = open (place);
  int over = 0;

  rename_first (document, "Under the old name");
  tw_document_save_as_async (document, other, saved_cb, &over);
  run_for (3000);
  g_assert_cmpint (over, ==, -1);
  g_assert_true (holds (place->path, "Under the old name"));
  g_assert_true (tw_document_close (document, NULL));
  g_object_unref (document);
}

static gboolean
a_draft_holds (const char *folder, const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gboolean found = FALSE;
  const char *name;

  while (!found && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      found = holds (path, text);
    }
  return found;
}

static void
a_draft_that_failed_is_tried_again (Place *place, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *drafts = g_build_filename (g_get_user_data_dir (), "trackway", "drafts", NULL);
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  TwDocument *document = tw_document_new (plan, NULL);

  g_signal_connect (document, "save-failed", G_CALLBACK (failed_cb), place);
  run_for (500);
  tw_test_begin_read_only (drafts);
  rename_first (document, "Tried twice");
  run_for (1500);
  tw_test_end_read_only (drafts);
  g_assert_cmpint (place->failures, ==, 1);
  rename_first (document, "Another");
  tw_document_undo (document);
  run_for (1500);
  g_assert_true (a_draft_holds (drafts, "Tried twice"));
  g_assert_true (tw_document_close (document, NULL));
  g_object_unref (document);
}

static void
second_saved_cb (GObject *document, GAsyncResult *result, gpointer path)
{
  g_assert_true (tw_document_save_finish (TW_DOCUMENT (document), result, NULL));
  g_assert_true (holds (path, "Saved behind"));
}

/* Who asks for a save is told when it is on disk, also while another one runs. */
static void
a_save_waits_for_the_one_before (Place *place, gconstpointer data G_GNUC_UNUSED)
{
  TwDocument *document = open (place);
  int over = 0, last = 0;

  g_assert_true (tw_document_edit (document, large_plan (), "Enlarge", NULL, NULL));
  tw_document_save_async (document, saved_cb, &over);
  rename_first (document, "Saved behind");
  tw_document_save_async (document, second_saved_cb, place->path);
  tw_document_save_async (document, saved_cb, &last);
  while (over == 0 || last == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (over, ==, 1);
  g_assert_cmpint (last, ==, 1);
  g_assert_true (tw_document_is_saved (document));
  g_assert_true (tw_document_close (document, NULL));
  g_object_unref (document);
}

/* However long the last save to the old file takes. */
static void
the_new_name_stays (Place *place, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (place->folder, "b.plan.json", NULL);
  g_autoptr (GFile) other = g_file_new_for_path (path);
  TwDocument *document = open (place);
  int over = 0, named = 0;

  g_assert_true (tw_document_edit (document, large_plan (), "Enlarge", NULL, NULL));
  tw_document_save_async (document, saved_cb, &over);
  tw_document_undo (document);
  tw_document_save_as_async (document, other, saved_cb, &named);
  while (over == 0 || named == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (over, ==, 1);
  g_assert_cmpint (named, ==, 1);
  g_assert_true (g_file_equal (tw_document_file (document), other));
  g_assert_true (tw_document_is_saved (document));
  g_assert_true (tw_document_close (document, NULL));
  g_assert_cmpint (g_remove (path), ==, 0);
  g_object_unref (document);
}

static void
remove_data (const char *data)
{
  g_autofree char *program = g_build_filename (data, "trackway", NULL);
  g_autofree char *drafts = g_build_filename (program, "drafts", NULL);
  g_autoptr (GDir) dir = g_dir_open (drafts, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (drafts, name, NULL);

      g_remove (path);
    }
  g_rmdir (drafts);
  g_rmdir (program);
  g_rmdir (data);
}

int
main (int argc, char **argv)
{
  g_autofree char *data = NULL;
  int status;

  if (argc > 1 && g_str_equal (argv[1], "--edit-and-wait"))
    return edit_and_wait ();
  data = g_dir_make_tmp ("trackway-data-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add (name, Place, NULL, set_up, function, tear_down)
  ADD ("/document/saves-itself", saves_itself);
  ADD ("/document/never-overwrites-what-changed", never_overwrites_what_changed);
  ADD ("/document/reloads-what-changed-while-saved", reloads_what_changed_while_saved);
  ADD ("/document/a-full-disk-loses-nothing", a_full_disk_loses_nothing);
  ADD ("/document/a-kill-loses-no-edit", a_kill_loses_no_edit);
  ADD ("/document/closing-waits-for-the-draft", closing_waits_for_the_draft);
  ADD ("/document/the-new-name-stays", the_new_name_stays);
  ADD ("/document/goes-on-after-a-close-that-fails", goes_on_after_a_close_that_fails);
  ADD ("/document/goes-on-after-a-new-name-that-fails", goes_on_after_a_new_name_that_fails);
  ADD ("/document/a-draft-that-failed-is-tried-again", a_draft_that_failed_is_tried_again);
  ADD ("/document/a-save-waits-for-the-one-before", a_save_waits_for_the_one_before);
  ADD ("/document/takes-only-what-can-be-opened", takes_only_what_can_be_opened);
  ADD ("/document/tells-a-few-of-many-faults", tells_a_few_of_many_faults);
  status = g_test_run ();
  remove_data (data);
  return status;
}
