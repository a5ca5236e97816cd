/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "tw-test-plan.h"
#include "tw-test-run.h"

static TwTestRun
on_example (const char *command, const char *options)
{
  g_autofree char *path = tw_test_path ("data/examples/contoso.plan.json");
  g_autofree char *line = g_strdup_printf ("%s '%s' %s", command, path, options);

  return tw_test_cli (line);
}

static void
usage (void)
{
  static const char *const wrong[] = { "",
                                       "nothing",
                                       "check",
                                       "schedule",
                                       "schedule a b",
                                       "new",
                                       "playbook",
                                       "export a",
                                       "new --customer C --start yesterday -o /tmp/x",
                                       "status a --format xml",
                                       "export a -o a.pdf --sections everything",
                                       "export a -o a.pdf --sections head,handovers" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_auto (TwTestRun) run = tw_test_cli (wrong[i]);

      g_assert_cmpint (run.status, ==, 2);
      g_assert_cmpstr (run.err, !=, "");
    }
  for (const char *const *help = (const char *const[]){ "--help", "new --help", "check --help",
                                                        "export --help", "--version", NULL };
       *help != NULL; help++)
    {
      g_auto (TwTestRun) run = tw_test_cli (*help);

      g_assert_cmpint (run.status, ==, 0);
      g_assert_cmpstr (run.out, !=, "");
    }
}

static void
example_dates (void)
{
  g_autofree char *path = tw_test_path ("tests/data/contoso.dates.csv");
  g_autofree char *expected = NULL;
  g_auto (TwTestRun) run = on_example ("schedule", "--format csv");
  g_auto (TwTestRun) json = on_example ("schedule", "--format json");
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  g_assert_cmpstr (run.out, ==, expected);
  g_assert_true (json_parser_load_from_data (parser, json.out, -1, NULL));
  g_assert_cmpuint (json_array_get_length (json_node_get_array (json_parser_get_root (parser))), ==,
                    46);
}

/* Only the warnings that the example is meant to show. */
static void
example_warnings (void)
{
  g_auto (TwTestRun) run = on_example ("check", "--today 2027-01-22");
  g_auto (GStrv) lines = g_strsplit (run.out, "\n", -1);

  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_true (g_str_has_suffix (lines[0], "[past-deadline]"));
  g_assert_true (g_str_has_suffix (lines[1], "[dibs-gap]"));
  g_assert_true (g_str_has_suffix (lines[2], "[item-overdue]"));
}

static void
example_status (void)
{
  g_auto (TwTestRun) run = on_example ("status", "--today 2027-01-22");

  g_assert_nonnull (strstr (run.out, "Phase: Assess, 18 %"));
  g_assert_nonnull (strstr (run.out, "Health: Yellow. 1 of 3 groups green"));
  g_assert_nonnull (strstr (run.out, "Microsoft 365 Apps: success owner"));
}

static void
makes_checks_and_exports (void)
{
  g_autofree char *folder = g_dir_make_tmp ("trackway-XXXXXX", NULL);
  g_autofree char *plan = g_build_filename (folder, "a.plan.json", NULL);
  g_autofree char *pdf = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *png = g_build_filename (folder, "a.png", NULL);
  g_autofree char *make
      = g_strdup_printf ("new --customer 'Fabrikam & <Sons>' --start 2026-11-02 --motion csmau "
                         "--motion re-engagement --motion proactive --seats 4200 -o '%s'",
                         plan);
  g_autofree char *check = g_strdup_printf ("check '%s' --today 2026-11-02", plan);
  g_autofree char *export = g_strdup_printf ("export '%s' -o '%s' --today 2026-11-02", plan, pdf);
  g_autofree char *picture
      = g_strdup_printf ("export '%s' -o '%s' --view calendar --today 2026-11-02", plan, png);
  const char *const lines[] = { make, check, export, picture };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (TwTestRun) run = tw_test_cli (lines[i]);

      g_assert_cmpstr (run.err, ==, "");
      g_assert_cmpint (run.status, ==, 0);
    }
  {
    /* What is there already isn't overwritten. */
    g_auto (TwTestRun) again = tw_test_cli (make);

    g_assert_cmpint (again.status, ==, 1);
  }
  g_assert_cmpint (g_remove (plan) + g_remove (pdf) + g_remove (png) + g_rmdir (folder), ==, 0);
}

static TwTestRun
on_plan (const char *locale, const char *command, const char *path, const char *options)
{
  g_autofree char *line
      = g_strdup_printf ("env LC_ALL=%s '%s/src/cli/trackway-cli' %s '%s' %s", locale,
                         g_getenv ("TRACKWAY_BUILD"), command, path, options);

  return tw_test_run (line);
}

/* What programs read is the same bytes whatever the person's language. */
static void
machine_formats_have_no_locale (void)
{
  static const char *const commands[][2] = { { "schedule", "--format csv" },
                                             { "schedule", "--format json" },
                                             { "status", "--format json --today 2026-11-02" } };
  g_autofree char *folder = g_dir_make_tmp ("trackway-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.plan.json", NULL);
  g_autofree char *make
      = g_strdup_printf ("new --customer 'M\u00fcller \"S\u00f6hne\", \u65e5\u672c' "
                         "--start 2026-11-02 -o '%s'",
                         path);
  g_auto (TwTestRun) made = tw_test_cli (make);

  g_assert_cmpint (made.status, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto (TwTestRun) run = on_plan ("C.UTF-8", commands[i][0], path, commands[i][1]);
      g_auto (TwTestRun) plain = on_plan ("C", commands[i][0], path, commands[i][1]);

      g_assert_nonnull (strstr (run.out, i == 0 ? "\"M\u00fcller \"\"S\u00f6hne\"\", \u65e5\u672c: "
                                                : "M\u00fcller \\\"S\u00f6hne"));
      g_assert_cmpstr (plain.out, ==, run.out);
      g_assert_true (i < 2 || strstr (run.out, "\"what\" : \"start\"") != NULL);
    }
  g_assert_cmpint (g_remove (path) + g_rmdir (folder), ==, 0);
}

static void
bad_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("trackway-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bad.plan.json", NULL);
  g_autofree char *line = g_strdup_printf ("check '%s'", path);
  g_autofree char *in_folder = g_strdup_printf ("check '%s'", folder);
  g_autofree char *brackets = g_strnfill (1000000, '[');
  g_autofree char *large = g_strnfill (65 * 1024 * 1024, ' ');
  const char *const texts[]
      = { "",         "no JSON", "{\"a\": 1}", "[]",  "{\"format\": \"trackway-plan\"",
          "\xff\xfe", "<html/>", brackets,     large, "{\"format\": \"trackway-plan\"}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (TwTestRun) run = { 0 };

      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      run = tw_test_cli (line);
      g_assert_cmpint (run.status, ==, 1);
      g_assert_true (g_str_has_prefix (run.err, path));
    }
  g_remove (path);
  for (guint i = 0; i < 2; i++)
    {
      g_auto (TwTestRun) run = tw_test_cli (i == 0 ? line : in_folder);

      g_assert_cmpint (run.status, ==, 1);
    }
  g_rmdir (folder);
}

static void
links_no_gtk (void)
{
  g_autofree char *command
      = g_strdup_printf ("ldd '%s/src/cli/trackway-cli'", g_getenv ("TRACKWAY_BUILD"));
  g_autofree char *out = NULL;

  g_assert_true (g_spawn_command_line_sync (command, &out, NULL, NULL, NULL));
  g_assert_nonnull (strstr (out, "libglib"));
  g_assert_null (strstr (out, "gtk"));
  g_assert_null (strstr (out, "adwaita"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/usage", usage);
  g_test_add_func ("/cli/example-dates", example_dates);
  g_test_add_func ("/cli/example-warnings", example_warnings);
  g_test_add_func ("/cli/example-status", example_status);
  g_test_add_func ("/cli/makes-checks-and-exports", makes_checks_and_exports);
  g_test_add_func ("/cli/machine-formats-have-no-locale", machine_formats_have_no_locale);
  g_test_add_func ("/cli/bad-files", bad_files);
  g_test_add_func ("/cli/links-no-gtk", links_no_gtk);
  return g_test_run ();
}
