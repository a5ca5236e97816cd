/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "tw-draft.h"

static char *
drafts_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "trackway", "drafts", NULL);
}

static char *
lock_path (const char *draft)
{
  return g_strconcat (draft, ".lock", NULL);
}

int
tw_draft_lock (const char *draft)
{
  g_autofree char *path = lock_path (draft);
  int lock = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (lock >= 0 && flock (lock, LOCK_EX | LOCK_NB) != 0)
    {
      close (lock);
      return -1;
    }
  return lock;
}

void
tw_draft_set_origin (int lock, GFile *origin, const char *etag)
{
  g_autofree char *uri = origin != NULL ? g_file_get_uri (origin) : NULL;
  g_autofree char *text
      = uri != NULL && etag != NULL ? g_strdup_printf ("%s\n%s\n", uri, etag) : g_strdup ("");

  /* Without it the edits are still there, as a draft of their own. */
  if (lock < 0 || ftruncate (lock, 0) != 0 || pwrite (lock, text, strlen (text), 0) < 0)
    g_debug ("draft: whose edits these are can't be written");
}

GFile *
tw_draft_origin (const char *draft, char **etag)
{
  g_autofree char *path = lock_path (draft);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;
  lines = g_strsplit (text, "\n", 3);
  if (g_strv_length (lines) < 3)
    return NULL;
  if (etag != NULL)
    *etag = g_strdup (lines[1]);
  return g_file_new_for_uri (lines[0]);
}

char *
tw_draft_begin (GFile *origin, const char *etag, int *lock)
{
  g_autofree char *folder = drafts_folder ();
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (uuid, ".plan.json", NULL);
  char *draft = g_build_filename (folder, name, NULL);

  g_mkdir_with_parents (folder, 0700);
  *lock = tw_draft_lock (draft);
  tw_draft_set_origin (*lock, origin, etag);
  return draft;
}

void
tw_draft_discard (const char *draft)
{
  g_autofree char *lock = lock_path (draft);

  g_remove (draft);
  g_remove (lock);
}

typedef struct
{
  char *path;
  guint64 changed;
} Found;

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *one = a, *other = b;

  return one->changed > other->changed ? -1 : one->changed < other->changed;
}

GStrv
tw_draft_list (void)
{
  g_autofree char *folder = drafts_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  GPtrArray *paths = g_ptr_array_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      char *path = g_build_filename (folder, name, NULL);
      int lock = g_str_has_suffix (name, ".plan.json") ? tw_draft_lock (path) : -1;
      GStatBuf status;

      if (lock >= 0 && g_stat (path, &status) == 0)
        {
          Found one = { path, (guint64) status.st_mtime };

          g_array_append_val (found, one);
        }
      else
        g_free (path);
      if (lock >= 0)
        close (lock);
    }
  g_array_sort (found, compare_found);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (paths, g_array_index (found, Found, i).path);
  g_ptr_array_add (paths, NULL);
  return (GStrv) g_ptr_array_free (paths, FALSE);
}

char *
tw_draft_find (GFile *file, const char *etag)
{
  g_auto (GStrv) drafts = tw_draft_list ();

  for (char **draft = drafts; *draft != NULL; draft++)
    {
      g_autofree char *as_it_stood = NULL;
      g_autoptr (GFile) origin = tw_draft_origin (*draft, &as_it_stood);

      if (origin != NULL && g_file_equal (origin, file) && g_strcmp0 (as_it_stood, etag) == 0)
        return g_strdup (*draft);
    }
  return NULL;
}
