/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-style.h"

#include <stdio.h>

/* Part of the build: writes a style sheet of the application, which is the colours of one palette
 * and, where they are given, the rules.
 *
 *   tw-style-sheets light|dark|hc|hc-dark OUT [RULES] */

static const char *const names[] = { "light", "dark", "hc", "hc-dark" };
static const TwPaletteKind kinds[]
    = { TW_PALETTE_LIGHT, TW_PALETTE_DARK, TW_PALETTE_HC_LIGHT, TW_PALETTE_HC_DARK };

static gboolean
write_sheet (TwPaletteKind kind, const char *out, const char *rules, GError **error)
{
  g_autofree char *colors = tw_style_define_colors (kind);
  g_autofree char *more = NULL;
  g_autofree char *sheet = NULL;

  if (rules != NULL && !g_file_get_contents (rules, &more, NULL, error))
    return FALSE;
  sheet = g_strconcat (colors, more != NULL ? "\n" : "", more, NULL);
  return g_file_set_contents (out, sheet, -1, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; (argc == 3 || argc == 4) && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (argv[1], names[i]))
      {
        if (write_sheet (kinds[i], argv[2], argv[3], &error))
          return 0;
        fprintf (stderr, "tw-style-sheets: %s\n", error->message);
        return 1;
      }
  fprintf (stderr, "Usage: tw-style-sheets light|dark|hc|hc-dark OUT [RULES]\n");
  return 2;
}
