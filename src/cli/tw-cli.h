/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

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

G_END_DECLS
