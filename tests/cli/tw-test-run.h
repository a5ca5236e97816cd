/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Programs and what they say. */

typedef struct
{
  int status;
  char *out, *err;
} TwTestRun;

void tw_test_run_clear (TwTestRun *run);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TwTestRun, tw_test_run_clear)

/* Runs a command line. */
TwTestRun tw_test_run (const char *command);
/* Runs trackway-cli with the words of a line. */
TwTestRun tw_test_cli (const char *line);
