/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tw-plan-file.h"
#include "tw-verify.h"

void
tw_plan_read_free (TwPlanRead *read)
{
  g_clear_pointer (&read->plan, tw_plan_unref);
  g_free (read->etag);
  g_ptr_array_unref (read->faults);
  g_clear_pointer (&read->offsets, g_hash_table_unref);
  g_clear_pointer (&read->bytes, g_bytes_unref);
  g_free (read);
}

static TwPlanRead *
read_new (void)
{
  TwPlanRead *read = g_new0 (TwPlanRead, 1);

  read->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) tw_fault_free);
  return read;
}

/* A fault of the file as a whole; takes over message. */
static void
add_whole (TwPlanRead *read, char *message)
{
  TwFault *fault = g_new0 (TwFault, 1);

  fault->message = message;
  g_ptr_array_add (read->faults, fault);
}

/* What a file is that can't be a plan, or NULL. Wrong JSON is left to the reader. */
static char *
other_format (const char *bytes, gsize length)
{
  const char *at = bytes, *end;
  gsize format;

  /* Empty GBytes have no address to count from. */
  if (length == 0)
    return g_strdup (_ ("the file is empty; expected a plan as JSON"));
  end = bytes + length;
  if (memchr (bytes, '\0', MIN (length, 4096)) != NULL)
    return g_strdup (_ ("this is a binary file; expected a plan as JSON"));
  if (length >= 3 && memcmp (at, "\xef\xbb\xbf", 3) == 0)
    at += 3;
  while (at < end && g_ascii_isspace (*at))
    at++;
  if (at == end)
    return g_strdup (_ ("the file holds nothing but white space; expected a plan as JSON"));
  if (*at == '<')
    return g_strdup (_ ("this looks like XML or HTML; expected a plan as JSON"));
  if (*at == '[')
    return g_strdup (_ ("this is a JSON list; expected a plan, which is an object"));
  if (*at != '{')
    return g_strdup (_ ("this isn’t JSON; expected a plan, which begins with “{”"));
  format = tw_json_member_offset (bytes, length, (gsize) (at - bytes), "format");
  if (format == (gsize) (at - bytes))
    return g_utf8_validate_len (bytes, length, NULL) && end[-1] != '\0'
                   && memchr (at, '}', (gsize) (end - at)) != NULL
               ? g_strdup (_ ("this is JSON, but not a plan: it lacks "
                              "“format”: “trackway-plan”"))
               : NULL;
  return NULL;
}

static gint
compare_faults (gconstpointer a, gconstpointer b)
{
  const TwPosition *one = &(*(TwFault *const *) a)->position;
  const TwPosition *other = &(*(TwFault *const *) b)->position;

  if (one->line != other->line)
    return one->line < other->line ? -1 : 1;
  return one->column < other->column ? -1 : one->column > other->column;
}

static void
read_plan (TwPlanRead *read)
{
  gsize length;
  const char *bytes = g_bytes_get_data (read->bytes, &length);
  char *message = other_format (bytes, length);

  if (message == NULL && length > TW_FILE_MAX)
    message = g_strdup_printf (_ ("the file is larger than %d MiB"), TW_FILE_MAX / 1024 / 1024);
  if (message != NULL)
    {
      add_whole (read, message);
      return;
    }
  read->plan
      = tw_json_read (&tw_plan_type, bytes, length, TW_JSON_STRICT, &read->offsets, read->faults);
  if (read->plan != NULL)
    {
      read->read_only = read->plan->version > TW_PLAN_VERSION;
      tw_breaches_tell (tw_plan_verify (read->plan), read->offsets, bytes, length, read->faults);
    }
  g_ptr_array_sort (read->faults, compare_faults);
  if (read->faults->len > 0)
    g_clear_pointer (&read->plan, tw_plan_unref);
}

TwPlanRead *
tw_plan_read_bytes (GBytes *bytes)
{
  TwPlanRead *read = read_new ();

  read->bytes = g_bytes_ref (bytes);
  read_plan (read);
  return read;
}

/* The bytes of a regular file of a size that can be a plan. */
static GBytes *
load (GFile *file, GError **error)
{
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                           G_FILE_QUERY_INFO_NONE, NULL, error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error (error, TW_ERROR, TW_ERROR_FAILED, _ ("this is a folder; expected a file"));
      return NULL;
    }
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, TW_ERROR, TW_ERROR_FAILED, _ ("this isn’t an ordinary file"));
      return NULL;
    }
  if (g_file_info_get_size (info) > TW_FILE_MAX)
    {
      g_set_error (error, TW_ERROR, TW_ERROR_FAILED, _ ("the file is larger than %d MiB"),
                   TW_FILE_MAX / 1024 / 1024);
      return NULL;
    }
  return g_file_load_bytes (file, NULL, NULL, error);
}

TwPlanRead *
tw_plan_read_file (GFile *file)
{
  TwPlanRead *read = read_new ();
  g_autoptr (GError) error = NULL;

  /* Taken before the bytes: a change in between shows as a change. */
  read->etag = tw_file_etag (file);
  read->bytes = load (file, &error);
  if (read->bytes == NULL)
    add_whole (read, g_strdup (error->message));
  else
    read_plan (read);
  return read;
}

char *
tw_plan_read_describe (TwPlanRead *read, const char *file)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < read->faults->len; i++)
    {
      g_autofree char *line = tw_fault_to_string (read->faults->pdata[i], file);

      g_string_append_printf (lines, "%s%s", i == 0 ? "" : "\n", line);
    }
  return g_string_free (lines, FALSE);
}

/* The time of change alone misses two changes within one tick of the file system's clock. */
char *
tw_file_etag (GFile *file)
{
  g_autoptr (GFileInfo) info
      = g_file_query_info (file,
                           G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_STANDARD_TYPE
                                                       "," G_FILE_ATTRIBUTE_STANDARD_SIZE
                                                       "," G_FILE_ATTRIBUTE_UNIX_INODE,
                           G_FILE_QUERY_INFO_NONE, NULL, NULL);

  /* Of a link to nothing GIO tells about the link. */
  if (info == NULL || g_file_info_get_file_type (info) == G_FILE_TYPE_SYMBOLIC_LINK)
    return NULL;
  return g_strdup_printf ("%s/%" G_GOFFSET_FORMAT "/%" G_GUINT64_FORMAT,
                          g_file_info_get_etag (info), g_file_info_get_size (info),
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_UNIX_INODE));
}

/* The path behind all symbolic links, also of a file that isn't there. */
static char *
resolve (const char *path)
{
  char *resolved = realpath (path, NULL);
  g_autofree char *link
      = resolved == NULL && errno == ENOENT ? g_file_read_link (path, NULL) : NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *behind = NULL;

  if (resolved != NULL)
    return resolved;
  if (link == NULL)
    return g_strdup (path);
  behind = g_path_is_absolute (link) ? g_strdup (link) : g_build_filename (folder, link, NULL);
  return resolve (behind);
}

/* Why a file can't be written, without the name of the temporary one and of a system call. */
static void
set_unwritable (GError **error, const char *path, const GError *cause)
{
  const char *reason = g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC)
                           ? _ ("the disk is full")
                       : g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ACCES)
                               || g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_PERM)
                               || g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ROFS)
                           ? _ ("nothing may be written in its folder")
                           : cause->message;

  g_set_error (error, TW_ERROR, TW_ERROR_FAILED, _ ("“%s” can’t be written: %s"), path, reason);
}

gboolean
tw_file_replace (GFile *file, GBytes *bytes, const char *etag, char **new_etag, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *target = NULL;
  g_autofree char *there = NULL;
  g_autoptr (GError) cause = NULL;
  struct stat status;
  gboolean is_there;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (path == NULL)
    {
      g_set_error (error, TW_ERROR, TW_ERROR_FAILED, _ ("A plan is saved in a local folder only"));
      return FALSE;
    }
  target = resolve (path);
  there = tw_file_etag (file);
  if (etag != NULL && g_strcmp0 (there != NULL ? there : "", etag) != 0)
    {
      g_set_error (error, TW_ERROR, TW_ERROR_CHANGED,
                   there != NULL ? _ ("“%s” was changed by another program")
                                 : _ ("“%s” was moved or deleted by another program"),
                   path);
      return FALSE;
    }
  is_there = stat (target, &status) == 0;
  /* To put another in its place, its folder would be enough. */
  if (is_there && faccessat (AT_FDCWD, target, W_OK, AT_EACCESS) != 0 && errno == EACCES)
    {
      g_set_error (error, TW_ERROR, TW_ERROR_FAILED, _ ("“%s” can’t be written: %s"), path,
                   _ ("it may only be read"));
      return FALSE;
    }
  /* g_file_replace_contents() destroys the old file when the disk is full; this doesn't. */
  if (!g_file_set_contents_full (target, data, (gssize) length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 is_there ? (int) (status.st_mode & 07777) : 0666, &cause))
    {
      set_unwritable (error, path, cause);
      return FALSE;
    }
  /* The umask is for new files. */
  if (is_there)
    g_chmod (target, (int) (status.st_mode & 07777));
  if (new_etag != NULL)
    *new_etag = tw_file_etag (file);
  return TRUE;
}

GBytes *
tw_plan_to_bytes (TwPlan *plan)
{
  return g_string_free_to_bytes (tw_json_write (plan));
}
