/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-playbook.h"
#include "tw-schema.h"
#include "tw-test-plan.h"

/* The published schema is what the tables make; TRACKWAY_WRITE_SCHEMA=1 publishes it anew. */
static void
is_published (const char *name, const TwRecordType *root, TwJsonFlags flags, const char *title)
{
  g_autofree char *file = g_strdup_printf ("data/schema/%s.schema.json", name);
  g_autofree char *path = tw_test_path (file);
  g_autofree char *id = g_strdup_printf ("urn:io.github.trackway:%s", name);
  g_autofree char *made = tw_schema_write (root, flags, id, title);
  g_autofree char *published = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("TRACKWAY_WRITE_SCHEMA") != NULL)
    g_file_set_contents (path, made, -1, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &published, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (published, ==, made);
}

static void
plan_is_published (void)
{
  is_published ("plan", &tw_plan_type, TW_JSON_STRICT, "Trackway plan");
}

static void
playbook_is_published (void)
{
  is_published ("playbook", &tw_playbook_type, TW_JSON_NULL_IS_ABSENT, "Trackway playbook");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/plan-is-published", plan_is_published);
  g_test_add_func ("/schema/playbook-is-published", playbook_is_published);
  return g_test_run ();
}
