/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "tw-plan-file.h"
#include "tw-template.h"

/* Templates are files in the folder where the user's playbooks are. */

static char *
path_of (const char *id)
{
  g_autofree char *name = g_strconcat (id, ".json", NULL);

  return g_build_filename (g_get_user_data_dir (), "trackway", "playbooks", name, NULL);
}

static gboolean
is_taken (const char *id)
{
  g_autoptr (TwPlaybook) found = tw_playbook_find (id);

  return found != NULL || tw_template_is_own (id);
}

/* etag "": there must be no such file yet; NULL: in its place. */
static gboolean
write_file (TwPlaybook *template, const char *etag, GError **error)
{
  g_autofree char *path = path_of (template->id);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = tw_playbook_to_bytes (template);

  g_mkdir_with_parents (folder, 0700);
  return tw_file_replace (file, bytes, etag, NULL, error);
}

gboolean
tw_template_save (TwPlaybook *template, char **id, GError **error)
{
  g_autoptr (TwPlaybook) named = tw_record_copy (template);

  for (guint n = 2; is_taken (named->id); n++)
    {
      g_autofree char *other = g_strdup_printf ("%s-%u", template->id, n);

      tw_id_set (&named->id, other);
    }
  if (!write_file (named, "", error))
    return FALSE;
  if (id != NULL)
    *id = g_strdup (named->id);
  return TRUE;
}

gboolean
tw_template_is_own (const char *id)
{
  g_autofree char *path = path_of (id);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
refuse (const char *id, GError **error)
{
  g_set_error (error, TW_ERROR, TW_ERROR_REFUSED, _ ("“%s” isn’t a template of yours"), id);
  return FALSE;
}

gboolean
tw_template_rename (const char *id, const char *title, GError **error)
{
  g_autoptr (TwPlaybook) found = tw_template_is_own (id) ? tw_playbook_find (id) : NULL;
  g_autoptr (TwPlaybook) named = NULL;
  g_autofree char *complaint = tw_field_complaint (
      tw_record_type_field (&tw_playbook_type, "title"), (TwValue){ .string = (char *) title });

  if (found == NULL)
    return refuse (id, error);
  if (complaint != NULL)
    {
      g_set_error_literal (error, TW_ERROR, TW_ERROR_REFUSED, complaint);
      return FALSE;
    }
  named = tw_record_copy (found);
  tw_string_set (&named->title, title);
  return write_file (named, NULL, error);
}

gboolean
tw_template_remove (const char *id, GError **error)
{
  g_autofree char *path = path_of (id);

  if (!tw_template_is_own (id))
    return refuse (id, error);
  if (g_unlink (path) == 0)
    return TRUE;
  g_set_error (error, TW_ERROR, TW_ERROR_FAILED, _ ("“%s” can’t be removed: %s"), path,
               g_strerror (errno));
  return FALSE;
}
