/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-cli.h"

gboolean
tw_cli_parse (const char *command, const GOptionEntry *entries, int *argc, char ***argv)
{
  const TwCliCommand *found = tw_cli_commands;
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  while (!g_str_equal (found->name, command))
    found++;
  name = g_strconcat ("trackway-cli ", command, NULL);
  g_set_prgname (name);
  context = g_option_context_new (found->arguments);
  g_option_context_set_summary (context, _ (found->summary));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;
  g_printerr ("trackway-cli %s: %s\n", command, error->message);
  return FALSE;
}

TwCliStatus
tw_cli_usage_error (const char *command, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("trackway-cli %s: %s\n", command, message);
  return TW_CLI_USAGE;
}

TwDate
tw_cli_local_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);
  return tw_date_new (year, month, day);
}

gboolean
tw_cli_date_option (const char *command, const char *text, TwDate standard, TwDate *date)
{
  *date = text != NULL ? tw_date_parse (text) : standard;
  if (text == NULL || *date != TW_DATE_NONE)
    return TRUE;
  tw_cli_usage_error (command, _ ("expected a date as YYYY-MM-DD, found “%s”"), text);
  return FALSE;
}

TwPlanRead *
tw_cli_read_plan (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (TwPlanRead) read = tw_plan_read_file (file);
  g_autofree char *faults = tw_plan_read_describe (read, path);

  if (read->plan != NULL)
    return g_steal_pointer (&read);
  g_printerr ("%s\n", faults);
  return NULL;
}
