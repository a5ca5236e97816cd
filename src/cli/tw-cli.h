/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-plan-file.h"

G_BEGIN_DECLS

/* Exit statuses: done (warnings never change it), the input is at fault, the usage is. */
typedef enum
{
  TW_CLI_DONE = 0,
  TW_CLI_INPUT = 1,
  TW_CLI_USAGE = 2,
} TwCliStatus;

/* One command, called with the arguments behind its name, argv[0] being the name. */
typedef struct
{
  const char *name;
  const char *arguments; /* for the usage line */
  const char *summary;
  TwCliStatus (*run) (int argc, char **argv);
} TwCliCommand;

extern const TwCliCommand tw_cli_commands[]; /* the last one without a name */

TwCliStatus tw_cli_run_export (int argc, char **argv);

/* What the commands share. They tell on standard error what is wrong. */

/* Parses the options of a command; the arguments that are left stay in argv. */
gboolean tw_cli_parse (const char *command, const GOptionEntry *entries, int *argc, char ***argv);
/* Tells how a command was used wrongly; TW_CLI_USAGE. */
TwCliStatus tw_cli_usage_error (const char *command, const char *format, ...) G_GNUC_PRINTF (2, 3);
TwDate tw_cli_local_today (void);
/* Reads an option's date; FALSE if it isn't one. Without text it is standard. */
gboolean tw_cli_date_option (const char *command, const char *text, TwDate standard, TwDate *date);
/* Reads the plan of a file; NULL after its faults are told. */
TwPlanRead *tw_cli_read_plan (const char *path);

G_END_DECLS
