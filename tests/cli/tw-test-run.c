/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sys/wait.h>

#include "tw-test-run.h"

void
tw_test_run_clear (TwTestRun *run)
{
  g_free (run->out);
  g_free (run->err);
}

TwTestRun
tw_test_run (const char *command)
{
  g_autoptr (GError) error = NULL;
  TwTestRun run = { 0 };
  int wait_status;

  g_spawn_command_line_sync (command, &run.out, &run.err, &wait_status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (wait_status));
  run.status = WEXITSTATUS (wait_status);
  return run;
}

TwTestRun
tw_test_cli (const char *line)
{
  g_autofree char *program
      = g_build_filename (g_getenv ("TRACKWAY_BUILD"), "src", "cli", "trackway-cli", NULL);
  g_autofree char *command = g_strdup_printf ("'%s' %s", program, line);

  return tw_test_run (command);
}
