/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "tw-cli.h"

static void
print_help (void)
{
  g_print ("%s\n\n", _ ("Usage: trackway-cli COMMAND [OPTION…]"));
  for (const TwCliCommand *command = tw_cli_commands; command->name != NULL; command++)
    g_print ("  %-10s %s\n", command->name, _ (command->summary));
  g_print ("\n%s\n", _ ("“trackway-cli COMMAND --help” tells more of each."));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("trackway-cli");

  if (argc < 2)
    {
      g_printerr ("%s\n", _ ("Which command? “trackway-cli --help” lists them."));
      return TW_CLI_USAGE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    {
      print_help ();
      return TW_CLI_DONE;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("trackway-cli %s\n", PACKAGE_VERSION);
      return TW_CLI_DONE;
    }
  for (const TwCliCommand *command = tw_cli_commands; command->name != NULL; command++)
    if (g_str_equal (argv[1], command->name))
      return (int) command->run (argc - 1, argv + 1);
  g_printerr (_ ("There is no command “%s”; “trackway-cli --help” lists them.\n"), argv[1]);
  return TW_CLI_USAGE;
}
