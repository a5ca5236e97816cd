/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "tw-test-disk.h"

#define NOBODY 65534

static gboolean
write_text (const char *path, const char *text)
{
  int file = g_open (path, O_WRONLY);
  gboolean written = file >= 0 && write (file, text, strlen (text)) == (gssize) strlen (text);

  if (file >= 0)
    close (file);
  return written;
}

/* Mounts of its own: as root, or as root of nothing but a new name space. */
static gboolean
own_mounts (void)
{
  g_autofree char *user = g_strdup_printf ("%u %u 1", geteuid (), geteuid ());
  g_autofree char *group = g_strdup_printf ("%u %u 1", getegid (), getegid ());

  return unshare (CLONE_NEWNS) == 0
         || (unshare (CLONE_NEWUSER | CLONE_NEWNS) == 0 && write_text ("/proc/self/uid_map", user)
             && write_text ("/proc/self/setgroups", "deny")
             && write_text ("/proc/self/gid_map", group));
}

gboolean
tw_test_begin_small_disk (const char *folder, guint kib)
{
  g_autofree char *options = g_strdup_printf ("size=%uk,mode=0700", kib);

  if (own_mounts () && mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0
      && mount ("tmpfs", folder, "tmpfs", 0, options) == 0)
    return TRUE;
  g_test_message ("no file system can be mounted here: not looked at");
  return FALSE;
}

void
tw_test_end_small_disk (const char *folder)
{
  g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);
}

void
tw_test_fill_disk (const char *folder, guint kib)
{
  g_autofree char *path = g_build_filename (folder, "filler", NULL);
  static const char block[1024] = { 'x' };
  int file = g_open (path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  off_t size = 0;

  g_assert_cmpint (file, >=, 0);
  while (write (file, block, sizeof block) == sizeof block)
    size += (off_t) sizeof block;
  g_assert_cmpint (size, >=, kib * 1024);
  g_assert_cmpint (ftruncate (file, size - (off_t) kib * 1024), ==, 0);
  close (file);
}

void
tw_test_begin_read_only (const char *folder)
{
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  if (geteuid () == 0)
    g_assert_cmpint (seteuid (NOBODY), ==, 0);
}

void
tw_test_end_read_only (const char *folder)
{
  if (getuid () == 0)
    {
      g_assert_cmpint (seteuid (0), ==, 0);
      /* Else the leak checker can't look at the process. */
      prctl (PR_SET_DUMPABLE, 1);
    }
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
tw_test_names (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}
