/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-cli.h"
#include "tw-picture.h"
#include "tw-playbook.h"

typedef struct
{
  char *output, *audience, *sections, *paper, *baseline, *today, *view;
  int width;
  gboolean landscape, grey;
} Export;

/* The bits of a list of section names; FALSE and a message for one that isn't. */
static gboolean
parse_sections (const char *text, TwSection *sections)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", ",", -1);

  *sections = 0;
  for (char **word = words; *word != NULL; word++)
    {
      guint at = 0;

      while (tw_section_words[at] != NULL && !g_str_equal (tw_section_words[at], *word))
        at++;
      if (tw_section_words[at] == NULL)
        {
          g_autofree char *all = g_strjoinv (", ", (char **) tw_section_words);

          tw_cli_usage_error ("export", _ ("there is no section “%s”; there are: %s"), *word, all);
          return FALSE;
        }
      *sections |= 1u << at;
    }
  return TRUE;
}

static gboolean
parse_options (Export *export, TwSummaryOptions *options)
{
  gboolean letter = g_strcmp0 (export->paper, "letter") == 0;
  gboolean internal = g_strcmp0 (export->audience, "internal") == 0;

  if (export->paper != NULL && !letter && !g_str_equal (export->paper, "a4"))
    {
      tw_cli_usage_error ("export", "%s", _ ("--paper is a4 or letter"));
      return FALSE;
    }
  if (export->audience != NULL && !internal && !g_str_equal (export->audience, "customer"))
    {
      tw_cli_usage_error ("export", "%s", _ ("--audience is customer or internal"));
      return FALSE;
    }
  options->audience = internal ? TW_AUDIENCE_INTERNAL : TW_AUDIENCE_CUSTOMER;
  options->width = letter ? TW_PAPER_LETTER_WIDTH : TW_PAPER_A4_WIDTH;
  options->height = letter ? TW_PAPER_LETTER_HEIGHT : TW_PAPER_A4_HEIGHT;
  options->grey = export->grey;
  if (export->landscape)
    {
      double width = options->width;

      options->width = options->height;
      options->height = width;
    }
  if (!parse_sections (export->sections, &options->sections))
    return FALSE;
  if (internal || (options->sections & TW_SECTION_INTERNAL) == 0)
    return TRUE;
  tw_cli_usage_error ("export", "%s",
                      _ ("the sections handovers and everything are only for --audience internal"));
  return FALSE;
}

/* The facts against the baseline asked for, or the newest; NULL after a message. */
static TwFacts *
export_facts (TwPlan *plan, Export *export, TwDate today)
{
  g_autoptr (TwSchedule) schedule = tw_schedule_new (plan, NULL);
  g_autoptr (TwPlaybook) playbook = tw_playbook_find (plan->playbook);
  TwBaseline *baseline = export->baseline != NULL ? tw_plan_baseline (plan, export->baseline)
                                                  : tw_plan_newest_baseline (plan);

  if (export->baseline != NULL && baseline == NULL)
    {
      tw_cli_usage_error ("export", _ ("the plan has no baseline “%s”"), export->baseline);
      return NULL;
    }
  return tw_facts_new (schedule, playbook, today, baseline);
}

/* The view called so, or -1. */
static int
find_view (const char *name)
{
  for (int i = 0; tw_view_words[i] != NULL; i++)
    if (g_str_equal (tw_view_words[i], name))
      return i;
  return -1;
}

static TwCliStatus
write_export (TwFacts *facts, const TwSummaryOptions *options, Export *export)
{
  const char *path = export->output;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (export->view != NULL)
    bytes = tw_picture_view (facts, (TwView) find_view (export->view), options->audience,
                             export->width > 0 ? MIN (export->width, 16000) : 1280,
                             g_str_has_suffix (path, ".svg"), &error);
  else if (g_str_has_suffix (path, ".pdf"))
    bytes = tw_picture_summary_pdf (facts, options, &error);
  else
    bytes = tw_picture_summary_page (facts, options, 0, g_str_has_suffix (path, ".svg"), &error);
  if (bytes != NULL && tw_file_replace (file, bytes, NULL, NULL, &error))
    return TW_CLI_DONE;
  g_printerr ("%s: %s\n", path, error->message);
  return TW_CLI_INPUT;
}

static TwCliStatus
export_plan (Export *export, const char *path)
{
  TwSummaryOptions options = { 0 };
  g_autoptr (TwPlanRead) read = NULL;
  g_autoptr (TwFacts) facts = NULL;
  TwDate today;

  if (!tw_cli_date_option ("export", export->today, tw_cli_local_today (), &today)
      || !parse_options (export, &options))
    return TW_CLI_USAGE;
  if (!g_str_has_suffix (export->output, ".pdf") && !g_str_has_suffix (export->output, ".svg")
      && !g_str_has_suffix (export->output, ".png"))
    return tw_cli_usage_error ("export", "%s",
                               _ ("-o takes a file that ends in .pdf, .svg or .png"));
  if (export->view != NULL
      && (find_view (export->view) < 0 || g_str_has_suffix (export->output, ".pdf")))
    return tw_cli_usage_error (
        "export", "%s", _ ("--view is calendar, map or ribbon, and written as .svg or .png"));
  read = tw_cli_read_plan (path);
  if (read == NULL)
    return TW_CLI_INPUT;
  facts = export_facts (read->plan, export, today);
  return facts != NULL ? write_export (facts, &options, export) : TW_CLI_USAGE;
}

TwCliStatus
tw_cli_run_export (int argc, char **argv)
{
  Export export = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &export.output, N_ ("The file to write"), "FILE" },
    { "audience", 0, 0, G_OPTION_ARG_STRING, &export.audience, N_ ("Who reads it"),
      "customer|internal" },
    { "sections", 0, 0, G_OPTION_ARG_STRING, &export.sections, N_ ("What stands in it"), "A,B…" },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &export.paper, N_ ("The size of the paper"),
      "a4|letter" },
    { "landscape", 0, 0, G_OPTION_ARG_NONE, &export.landscape, N_ ("Turn the paper"), NULL },
    { "grey", 0, 0, G_OPTION_ARG_NONE, &export.grey, N_ ("For printers without colour"), NULL },
    { "view", 0, 0, G_OPTION_ARG_STRING, &export.view, N_ ("A picture of the timeline instead"),
      "calendar|map|ribbon" },
    { "width", 0, 0, G_OPTION_ARG_INT, &export.width, N_ ("The width of that picture"), "PX" },
    { "baseline", 0, 0, G_OPTION_ARG_STRING, &export.baseline, N_ ("What to compare with"), "ID" },
    { "today", 0, 0, G_OPTION_ARG_STRING, &export.today, N_ ("The day to look from"), "DATE" },
    { 0 }
  };
  TwCliStatus status;

  if (!tw_cli_parse ("export", entries, &argc, &argv))
    status = TW_CLI_USAGE;
  else if (argc != 2 || export.output == NULL)
    status = tw_cli_usage_error ("export", "%s", _ ("one file and -o are needed"));
  else
    status = export_plan (&export, argv[1]);
  g_free (export.output);
  g_free (export.audience);
  g_free (export.sections);
  g_free (export.paper);
  g_free (export.baseline);
  g_free (export.today);
  g_free (export.view);
  return status;
}
