/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "tw-plan-file.h"
#include "tw-test-disk.h"
#include "tw-test-plan.h"

#define HEAD                                                                                       \
  "{\"format\":\"trackway-plan\",\"version\":1,\"id\":\"x\",\"title\":\"T\","                      \
  "\"start\":\"2026-11-02\",\"customer\":{\"name\":\"C\"}"
#define ACTIVITIES(text)                                                                           \
  HEAD ",\"motions\":[{\"id\":\"m1\",\"name\":\"M\",\"phases\":[{\"id\":\"h1\",\"name\":\"H\","    \
       "\"activities\":[" text "]}]}]}"

static void
expect (const char *text, const char *fault)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TwPlanRead) read = tw_plan_read_bytes (bytes);
  g_autofree char *found = tw_plan_read_describe (read, "f");

  if (strstr (found, fault) == NULL || (*fault == '\0') != (*found == '\0'))
    g_error ("expected “%s”, found “%s”", fault, found);
  g_assert_true ((read->plan == NULL) == (read->faults->len > 0));
}

static void
other_files (void)
{
  expect ("", "the file is empty");
  expect (" \n", "white space");
  expect ("PK", "isn’t JSON");
  expect ("<html>", "XML or HTML");
  expect ("[1]", "JSON list");
  expect ("{\"a\": 1}", "JSON, but not a plan");
  expect ("{\"format\": \"other\"}", "found \"other\"");
  expect (HEAD, "found the end of the file");
}

/* A file that is cut off is told of once, wherever that is. */
static void
cut_off (void)
{
  const char *whole = ACTIVITIES ("{\"id\":\"a1\",\"name\":\"A\",\"days\":5}");

  for (gsize length = strlen ("{\"format\":\"trackway-plan\","); length < strlen (whole); length++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (whole, length);
      g_autoptr (TwPlanRead) read = tw_plan_read_bytes (bytes);

      g_assert_null (read->plan);
      if (read->faults->len != 1)
        g_error ("%u faults in %.*s", read->faults->len, (int) length, whole);
    }
}

static void
rules_between_records (void)
{
  expect (ACTIVITIES ("{\"id\":\"a1\",\"name\":\"A\"}"), "");
  /* The plan's own id is of another kind. */
  expect (ACTIVITIES ("{\"id\":\"x\",\"name\":\"A\"}"), "");
  expect (ACTIVITIES ("{\"id\":\"h1\",\"name\":\"A\"}"),
          "motions[0].phases[0].activities[0].id: the id “h1” is taken");
  expect (ACTIVITIES ("{\"id\":\"a1\",\"name\":\"A\",\"after\":[\"a9\"]}"),
          "activities[0].after: “a9” isn’t the id of an activity");
  expect (ACTIVITIES ("{\"id\":\"a1\",\"name\":\"A\",\"after\":[\"a1\"]}"), "wait for itself");
  expect (ACTIVITIES ("{\"id\":\"a1\",\"name\":\"A\",\"after\":[\"h1\"]}"), "which it is part of");
  expect (ACTIVITIES ("{\"id\":\"a1\",\"name\":\"A\",\"after\":[\"a2\"]},"
                      "{\"id\":\"a2\",\"name\":\"B\",\"after\":[\"a1\"]}"),
          "these wait for one another: motions[0].phases[0].activities[");
  expect (ACTIVITIES ("{\"id\":\"a1\",\"name\":\"A\",\"status\":\"done\"}"), "needs the date");
  expect (ACTIVITIES ("{\"id\":\"a1\",\"name\":\"A\",\"finished\":\"2026-11-02\"}"),
          "only what is done");
  expect (ACTIVITIES ("{\"id\":\"a1\",\"name\":\"A\",\"status\":\"in-progress\"}"),
          "needs the date");
  expect (ACTIVITIES ("{\"id\":\"a1\",\"name\":\"A\",\"progress\":5}"), "progress");
  expect (ACTIVITIES ("{\"id\":\"a1\",\"name\":\"A\",\"start\":\"9999-12-31\",\"days\":3}"),
          "would end after");
  expect (HEAD ",\"calendar\":{\"holidays\":[{\"from\":\"2020-01-01\",\"to\":\"2040-01-01\","
               "\"name\":\"x\"}]}}",
          "no working day in the ten years from 2020-01-01");
  expect (HEAD ",\"calendar\":{\"holidays\":[{\"date\":\"2020-01-01\",\"to\":\"2040-01-01\","
               "\"name\":\"x\"}]}}",
          "either “date”");
  expect (HEAD ",\"logo\":\"aGVsbG8=\"}", "PNG");
}

static void
empty_texts (void)
{
  expect (HEAD
          ",\"summary\":\"\",\"journal\":[{\"id\":\"n1\",\"date\":\"2027-01-08\",\"text\":\"\"}]}",
          "journal[0].text: expected a text");
  expect (HEAD ",\"summary\":\"\"}", "");
}

static void
newer_version_is_read_only (void)
{
  static const char text[] = "{\"format\":\"trackway-plan\",\"version\":2,\"id\":\"x\","
                             "\"title\":\"T\",\"start\":\"2026-11-02\","
                             "\"customer\":{\"name\":\"C\"}}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (TwPlanRead) read = tw_plan_read_bytes (bytes);

  g_assert_nonnull (read->plan);
  g_assert_true (read->read_only);
}

typedef struct
{
  char *folder, *path;
  GFile *file;
} Folder;

static void
set_up (Folder *folder, gconstpointer data G_GNUC_UNUSED)
{
  folder->folder = g_dir_make_tmp ("trackway-XXXXXX", NULL);
  folder->path = g_build_filename (folder->folder, "a.plan.json", NULL);
  folder->file = g_file_new_for_path (folder->path);
}

static void
tear_down (Folder *folder, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GDir) dir = g_dir_open (folder->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder->folder);
  g_object_unref (folder->file);
  g_free (folder->folder);
  g_free (folder->path);
}

static void
replace (GFile *file, const char *text, const char *etag, char **new_etag)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  tw_file_replace (file, bytes, etag, new_etag, &error);
  g_assert_no_error (error);
}

static void
keeps_mode_and_links (Folder *folder, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *link = g_build_filename (folder->folder, "link", NULL);
  g_autoptr (GFile) through = g_file_new_for_path (link);
  g_autofree char *found = NULL;
  struct stat status;

  replace (folder->file, "one", "", NULL);
  /* More than the umask leaves to new files. */
  g_assert_cmpint (g_chmod (folder->path, 0666), ==, 0);
  g_assert_cmpint (symlink ("a.plan.json", link), ==, 0);
  replace (through, "two", NULL, NULL);
  g_assert_cmpint (lstat (link, &status), ==, 0);
  g_assert_true (S_ISLNK (status.st_mode));
  g_assert_cmpint (stat (folder->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0666);
  g_assert_true (g_file_get_contents (folder->path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, "two");
}

static void
writes_through_a_link_to_nothing (Folder *folder, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *link = g_build_filename (folder->folder, "link", NULL);
  g_autoptr (GFile) through = g_file_new_for_path (link);
  g_autofree char *found = NULL;

  g_assert_cmpint (symlink ("a.plan.json", link), ==, 0);
  replace (through, "one", "", NULL);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (folder->path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, "one");
}

static void
does_not_overwrite_another_version (Folder *folder, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *etag = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("mine", 4);
  g_autoptr (GError) error = NULL;

  replace (folder->file, "one", "", &etag);
  g_assert_true (g_file_set_contents (folder->path, "theirs!", -1, NULL));
  g_assert_false (tw_file_replace (folder->file, bytes, etag, NULL, &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_CHANGED);
  g_clear_error (&error);
  g_remove (folder->path);
  g_assert_false (tw_file_replace (folder->file, bytes, etag, NULL, &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_CHANGED);
}

static void
folders_and_missing_files (Folder *folder, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) dir = g_file_new_for_path (folder->folder);
  g_autoptr (TwPlanRead) of_folder = tw_plan_read_file (dir);
  g_autoptr (TwPlanRead) of_nothing = tw_plan_read_file (folder->file);

  g_assert_cmpuint (of_folder->faults->len, ==, 1);
  g_assert_cmpuint (of_nothing->faults->len, ==, 1);
}

static void
cannot_write (const char *path, GBytes *bytes, const char *reason)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *words = g_strdup_printf ("“%s” can’t be written: %s", path, reason);
  g_autoptr (GError) error = NULL;

  g_assert_false (tw_file_replace (file, bytes, NULL, NULL, &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_FAILED);
  g_assert_cmpstr (error->message, ==, words);
}

/* Neither an old file nor a new one: what was there stays as it was, and nothing comes to it. */
static void
leaves_all_as_it_was (Folder *folder, const char *old, const char *reason)
{
  g_autofree char *large = g_strnfill (40000, '2');
  g_autoptr (GBytes) bytes = g_bytes_new (large, strlen (large));
  g_autofree char *another = g_build_filename (folder->folder, "b.plan.json", NULL);
  g_autofree char *before = tw_test_names (folder->folder);
  g_autofree char *after = NULL;
  g_autofree char *found = NULL;

  cannot_write (folder->path, bytes, reason);
  cannot_write (another, bytes, reason);
  after = tw_test_names (folder->folder);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (g_file_get_contents (folder->path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, old);
}

static void
full_disk (Folder *folder, gconstpointer data G_GNUC_UNUSED)
{
  static const guint spare[] = { 0, 4, 20 };
  g_autofree char *old = g_strnfill (8000, '1');

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  if (!tw_test_begin_small_disk (folder->folder, 64))
    return;
  replace (folder->file, old, "", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (spare); i++)
    {
      tw_test_fill_disk (folder->folder, spare[i]);
      leaves_all_as_it_was (folder, old, "the disk is full");
    }
  tw_test_end_small_disk (folder->folder);
}

static void
read_only_folder (Folder *folder, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *old = g_strnfill (8000, '1');

  replace (folder->file, old, "", NULL);
  g_assert_cmpint (g_chmod (folder->path, 0666), ==, 0);
  tw_test_begin_read_only (folder->folder);
  leaves_all_as_it_was (folder, old, "nothing may be written in its folder");
  tw_test_end_read_only (folder->folder);
}

/* Its folder would let it be replaced. */
static void
read_only_file (Folder *folder, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("two", 3);

  replace (folder->file, "one", "", NULL);
  g_assert_cmpint (g_chmod (folder->path, 0444), ==, 0);
  tw_test_begin_read_only (folder->folder);
  if (getuid () != 0)
    g_assert_cmpint (g_chmod (folder->folder, 0700), ==, 0);
  cannot_write (folder->path, bytes, "it may only be read");
  tw_test_end_read_only (folder->folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-file/cut-off", cut_off);
  g_test_add_func ("/plan-file/other-files", other_files);
  g_test_add_func ("/plan-file/rules-between-records", rules_between_records);
  g_test_add_func ("/plan-file/empty-texts", empty_texts);
  g_test_add_func ("/plan-file/newer-version-is-read-only", newer_version_is_read_only);
#define ADD(name, function) g_test_add (name, Folder, NULL, set_up, function, tear_down)
  ADD ("/plan-file/keeps-mode-and-links", keeps_mode_and_links);
  ADD ("/plan-file/does-not-overwrite-another-version", does_not_overwrite_another_version);
  ADD ("/plan-file/full-disk", full_disk);
  ADD ("/plan-file/writes-through-a-link-to-nothing", writes_through_a_link_to_nothing);
  ADD ("/plan-file/read-only-file", read_only_file);
  ADD ("/plan-file/read-only-folder", read_only_folder);
  ADD ("/plan-file/folders-and-missing-files", folders_and_missing_files);
  return g_test_run ();
}
