/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "tw-check.h"
#include "tw-cli.h"
#include "tw-plan-file.h"
#include "tw-playbook.h"
#include "tw-words.h"

static TwFacts *
facts_of (TwPlan *plan, TwDate today)
{
  g_autoptr (TwSchedule) schedule = tw_schedule_new (plan, NULL);
  g_autoptr (TwPlaybook) playbook = tw_playbook_find (plan->playbook);

  return tw_facts_new (schedule, playbook, today, tw_plan_newest_baseline (plan));
}

/* What programs read: the bytes as they are, while g_print() writes for the locale of a terminal.
 */
static void
print_raw (const char *text)
{
  fwrite (text, 1, strlen (text), stdout);
}

static void
print_json (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  print_raw (text);
  print_raw ("\n");
}

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_date (JsonBuilder *builder, const char *name, TwDate date)
{
  char iso[TW_DATE_LENGTH];

  add_string (builder, name, date != TW_DATE_NONE ? tw_date_iso (date, iso) : NULL);
}

static void
add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/* --- new --- */

static TwCliStatus
write_new (TwPlan *plan, const char *path, gboolean force)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GBytes) bytes = tw_plan_to_bytes (plan);
  g_autoptr (GError) error = NULL;

  if (tw_file_replace (file, bytes, force ? NULL : "", NULL, &error))
    return TW_CLI_DONE;
  if (g_error_matches (error, TW_ERROR, TW_ERROR_CHANGED))
    g_printerr (_ ("%s: this file is there already; --force replaces it\n"), path);
  else
    g_printerr ("%s: %s\n", path, error->message);
  return TW_CLI_INPUT;
}

static TwCliStatus
run_new (int argc, char **argv)
{
  g_autofree char *customer = NULL, *start = NULL, *renewal = NULL, *playbook_id = NULL,
                  *output = NULL;
  g_auto (GStrv) motions = NULL;
  g_auto (GStrv) approaches = NULL;
  g_auto (GStrv) workloads = NULL;
  int seats = 0;
  gboolean force = FALSE;
  const GOptionEntry entries[] = {
    { "customer", 0, 0, G_OPTION_ARG_STRING, &customer, N_ ("The customer’s name"), "NAME" },
    { "start", 0, 0, G_OPTION_ARG_STRING, &start, N_ ("The day on which the plan starts"), "DATE" },
    { "playbook", 0, 0, G_OPTION_ARG_STRING, &playbook_id, N_ ("The playbook to make it from"),
      "ID" },
    { "motion", 0, 0, G_OPTION_ARG_STRING_ARRAY, &motions, N_ ("A motion; in order"), "ID" },
    { "approach", 0, 0, G_OPTION_ARG_STRING_ARRAY, &approaches, N_ ("An approach; in order"),
      "ID" },
    { "workload", 0, 0, G_OPTION_ARG_STRING_ARRAY, &workloads, N_ ("A workload in scope"), "ID" },
    { "seats", 0, 0, G_OPTION_ARG_INT, &seats, N_ ("How many seats the customer has"), "N" },
    { "renewal", 0, 0, G_OPTION_ARG_STRING, &renewal, N_ ("The licence renewal"), "DATE" },
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_ ("Replace FILE if it is there"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write"), "FILE" },
    { 0 }
  };
  g_autoptr (TwPlaybook) playbook = NULL;
  g_autoptr (TwPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *complaint = NULL;
  TwPlanRequest request = { 0 };

  if (!tw_cli_parse ("new", entries, &argc, &argv))
    return TW_CLI_USAGE;
  if (customer == NULL || start == NULL || output == NULL || argc > 1)
    return tw_cli_usage_error ("new", "%s",
                               _ ("--customer, --start and -o are needed, and no more"));
  if (!tw_cli_date_option ("new", start, TW_DATE_NONE, &request.start)
      || !tw_cli_date_option ("new", renewal, TW_DATE_NONE, &request.renewal))
    return TW_CLI_USAGE;
  complaint = tw_field_complaint (tw_record_type_field (&tw_customer_type, "name"),
                                  (TwValue){ .string = customer });
  if (complaint != NULL)
    return tw_cli_usage_error ("new", "--customer: %s", complaint);
  if (seats < 0 || seats > 100000000)
    return tw_cli_usage_error ("new", "%s", _ ("--seats takes a whole number from 0 to 100000000"));
  playbook = tw_playbook_find (playbook_id);
  if (playbook == NULL)
    return tw_cli_usage_error ("new", _ ("there is no playbook “%s”"), playbook_id);
  request.customer = customer;
  request.seats = seats;
  request.motions = (const char *const *) motions;
  request.approaches = (const char *const *) approaches;
  request.workloads = (const char *const *) workloads;
  plan = tw_playbook_make_plan (playbook, &request, &error);
  if (plan == NULL)
    return tw_cli_usage_error ("new", "%s", error->message);
  return write_new (plan, output, force);
}

/* --- check --- */

/* The warnings of a sound plan. */
static void
print_findings (TwPlanRead *read, const char *path, TwDate today)
{
  g_autoptr (TwFacts) facts = facts_of (read->plan, today);
  g_autoptr (GPtrArray) findings = tw_check (facts);
  gsize length;
  const char *bytes = g_bytes_get_data (read->bytes, &length);
  gsize counted = 0; /* the start of a line */
  guint lines = 0;   /* above it */

  for (guint i = 0; i < findings->len; i++)
    {
      TwFinding *finding = findings->pdata[i];
      gsize offset = GPOINTER_TO_SIZE (g_hash_table_lookup (read->offsets, finding->record));
      g_autofree char *place = tw_place_to_string (&finding->place);
      guint line, column;

      /* Findings mostly come in the order of the file: counting goes on from the last one. */
      if (offset < counted)
        counted = lines = 0;
      tw_json_locate (bytes + counted, length - counted, offset - counted, &line, &column);
      line += lines;
      lines = line - 1;
      for (counted = offset; counted > 0 && bytes[counted - 1] != '\n'; counted--)
        ;
      g_print ("%s:%u:%u: %s%s%s: %s [%s]\n", path, line, column, place, *place != '\0' ? ": " : "",
               _ ("warning"), finding->sentence, finding->id);
    }
}

static TwCliStatus
run_check (int argc, char **argv)
{
  g_autofree char *today_text = NULL;
  const GOptionEntry entries[]
      = { { "today", 0, 0, G_OPTION_ARG_STRING, &today_text, N_ ("The day to look from"), "DATE" },
          { 0 } };
  TwCliStatus status = TW_CLI_DONE;
  TwDate today;

  if (!tw_cli_parse ("check", entries, &argc, &argv)
      || !tw_cli_date_option ("check", today_text, tw_cli_local_today (), &today))
    return TW_CLI_USAGE;
  if (argc < 2)
    return tw_cli_usage_error ("check", "%s", _ ("which file?"));
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (TwPlanRead) read = tw_cli_read_plan (argv[i]);

      if (read == NULL)
        status = TW_CLI_INPUT;
      else
        print_findings (read, argv[i], today);
    }
  return status;
}

/* --- schedule --- */

typedef struct
{
  const char *id, *name;
  const TwSpan *span;
  int depth;
  gboolean critical;
} Row;

static GArray *
schedule_rows (TwSchedule *schedule)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  TwPlan *plan = tw_schedule_plan (schedule);
  TwIndex *index = tw_schedule_index (schedule);
  Row row = { plan->id, plan->title, tw_schedule_plan_span (schedule), 0, FALSE };

  g_array_append_val (rows, row);
  for (guint i = 0; i < tw_index_n_nodes (index); i++)
    {
      TwNode *node = tw_index_node (index, i);

      row = (Row){ node->id, tw_record_name (node->record), tw_schedule_span (schedule, i),
                   node->kind == TW_KIND_MOTION  ? 1
                   : node->kind == TW_KIND_PHASE ? 2
                                                 : 3,
                   tw_schedule_is_critical (schedule, i) };
      g_array_append_val (rows, row);
    }
  return rows;
}

/* A field of RFC 4180. */
static void
add_csv (GString *csv, const char *text, const char *end)
{
  g_autoptr (GString) quoted = g_string_new (text);

  g_string_replace (quoted, "\"", "\"\"", 0);
  g_string_append_printf (csv, strpbrk (text, ",\"\n\r") != NULL ? "\"%s\"%s" : "%s%s", quoted->str,
                          end);
}

static void
print_row_csv (Row *row)
{
  char start[TW_DATE_LENGTH], finish[TW_DATE_LENGTH];
  g_autoptr (GString) csv = g_string_new (NULL);

  add_csv (csv, row->id, ",");
  add_csv (csv, row->name, ",");
  g_string_append_printf (csv, "%s,%s,", tw_date_iso (row->span->start, start),
                          tw_date_iso (row->span->finish, finish));
  if (row->span->slack != TW_SLACK_NONE)
    g_string_append_printf (csv, "%d", row->span->slack);
  g_string_append_c (csv, '\n');
  print_raw (csv->str);
}

static void
print_row_table (Row *row)
{
  char start[TW_DATE_LENGTH], finish[TW_DATE_LENGTH];
  g_autofree char *slack
      = row->span->slack != TW_SLACK_NONE ? g_strdup_printf ("%5d", row->span->slack) : NULL;

  g_print ("%s  %s  %5s  %s  %*s%s\n", tw_date_iso (row->span->start, start),
           tw_date_iso (row->span->finish, finish), slack != NULL ? slack : "",
           row->critical ? "*" : " ", 2 * row->depth, "", row->name);
}

static void
add_row_json (JsonBuilder *builder, Row *row)
{
  json_builder_begin_object (builder);
  add_string (builder, "id", row->id);
  add_string (builder, "name", row->name);
  add_date (builder, "start", row->span->start);
  add_date (builder, "finish", row->span->finish);
  json_builder_set_member_name (builder, "slack");
  if (row->span->slack != TW_SLACK_NONE)
    json_builder_add_int_value (builder, row->span->slack);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "critical");
  json_builder_add_boolean_value (builder, row->critical);
  json_builder_end_object (builder);
}

static void
print_rows (GArray *rows, const char *format)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gboolean csv = g_str_equal (format, "csv"), json = g_strcmp0 (format, "json") == 0;

  if (csv)
    print_raw ("id,name,start,finish,slack\n");
  else if (!json)
    g_print ("%-10s  %-10s  %5s\n", _ ("Start"), _ ("Finish"), _ ("Slack"));
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = &g_array_index (rows, Row, i);

      if (csv)
        print_row_csv (row);
      else if (json)
        add_row_json (builder, row);
      else
        print_row_table (row);
    }
  json_builder_end_array (builder);
  if (json)
    print_json (builder);
}

static TwCliStatus
run_schedule (int argc, char **argv)
{
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = { { "format", 0, 0, G_OPTION_ARG_STRING, &format,
                                     N_ ("How to print it"), "table|csv|json" },
                                   { 0 } };
  const char *const formats[] = { "table", "csv", "json", NULL };
  g_autoptr (TwPlanRead) read = NULL;
  g_autoptr (TwSchedule) schedule = NULL;
  g_autoptr (GArray) rows = NULL;

  if (!tw_cli_parse ("schedule", entries, &argc, &argv))
    return TW_CLI_USAGE;
  if (argc != 2 || (format != NULL && !g_strv_contains (formats, format)))
    return tw_cli_usage_error ("schedule", "%s",
                               _ ("one file is needed, and --format is table, csv or json"));
  read = tw_cli_read_plan (argv[1]);
  if (read == NULL)
    return TW_CLI_INPUT;
  schedule = tw_schedule_new (read->plan, NULL);
  rows = schedule_rows (schedule);
  print_rows (rows, format != NULL ? format : "table");
  return TW_CLI_DONE;
}

/* --- status --- */

static const char *
phase_name (TwFacts *facts)
{
  int phase = tw_facts_current_phase (facts);

  if (phase < 0)
    return NULL;
  return tw_record_name (
      tw_index_node (tw_schedule_index (tw_facts_schedule (facts)), (guint) phase)->record);
}

static void
print_status_text (TwFacts *facts)
{
  TwPlan *plan = tw_facts_plan (facts);
  TwIndex *index = tw_schedule_index (tw_facts_schedule (facts));
  const TwHealth *health = tw_facts_health (facts);
  g_autofree char *reason = tw_words_health_reason (health);
  g_autofree char *next = tw_words_health_next (health, tw_facts_today (facts));
  g_autofree char *percent = tw_words_percent (tw_facts_plan_node (facts)->progress);

  g_print ("%s\n", plan->title);
  g_print ("%s: %s, %s\n", _ ("Phase"),
           phase_name (facts) != NULL ? phase_name (facts) : _ ("none"), percent);
  g_print ("%s: %s. %s%s%s\n", _ ("Health"), tw_words_health (health->level), reason,
           next != NULL ? ". " : "", next != NULL ? next : "");
  g_print ("\n%s\n", _ ("DIBS gaps"));
  TW_FOREACH (TwWorkload, workload, plan->workloads)
    {
      g_autofree char *missing = tw_words_dibs_missing (tw_workload_dibs (workload));

      if (missing != NULL)
        g_print ("  %s: %s\n", workload->name, missing);
    }
  g_print ("\n%s\n", _ ("Overdue"));
  for (guint i = 0; i < tw_index_n_nodes (index); i++)
    if (tw_facts_node (facts, i)->overdue && tw_index_node (index, i)->kind == TW_KIND_ACTIVITY)
      {
        g_autofree char *words = tw_words_node (facts, i);

        g_print ("  %s\n", words);
      }
  g_print ("\n%s\n", _ ("Next 14 days"));
  for (guint i = 0; i < tw_facts_next_days (facts)->len; i++)
    {
      TwEvent *event = &g_array_index (tw_facts_next_days (facts), TwEvent, i);
      g_autofree char *date = tw_words_date_near (event->date, tw_facts_today (facts), TRUE);

      g_print ("  %s  %s: %s%s%s\n", date, tw_words_event (event), tw_words_event_title (event),
               event->owner != NULL ? ", " : "", event->owner != NULL ? event->owner->name : "");
    }
}

static void
add_status_lists (JsonBuilder *builder, TwFacts *facts)
{
  /* Of what comes within the next days. */
  static const char *const whats[] = {
    [TW_EVENT_MEETING] = "meeting",
    [TW_EVENT_START] = "start",
    [TW_EVENT_END] = "end",
    [TW_EVENT_OCCURRENCE] = "recurring",
    [TW_EVENT_ENTRY] = "register",
    [TW_EVENT_ADOPTION_ITEM] = "adoption",
    [TW_EVENT_NEXT_ACTION] = "next-action",
    [TW_EVENT_SLICE_NEXT] = "slice-next-action",
    [TW_EVENT_SLICE_DEPLOY] = "deploy-by",
    [TW_EVENT_SLICE_UNBLOCK] = "unblock-by",
  };
  TwIndex *index = tw_schedule_index (tw_facts_schedule (facts));

  json_builder_set_member_name (builder, "dibs_gaps");
  json_builder_begin_array (builder);
  TW_FOREACH (TwWorkload, workload, tw_facts_plan (facts)->workloads)
    if (tw_workload_dibs (workload) != 15)
      {
        guint dibs = tw_workload_dibs (workload);
        char letters[5] = "";
        int n = 0;

        for (guint i = 0; i < 4; i++)
          if (!(dibs & (1u << i)))
            letters[n++] = "DIBS"[i];
        letters[n] = '\0';
        json_builder_begin_object (builder);
        add_string (builder, "id", workload->id);
        add_string (builder, "missing", letters);
        json_builder_end_object (builder);
      }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "overdue");
  json_builder_begin_array (builder);
  for (guint i = 0; i < tw_index_n_nodes (index); i++)
    if (tw_facts_node (facts, i)->overdue && tw_index_node (index, i)->kind == TW_KIND_ACTIVITY)
      json_builder_add_string_value (builder, tw_index_node (index, i)->id);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "next_days");
  json_builder_begin_array (builder);
  for (guint i = 0; i < tw_facts_next_days (facts)->len; i++)
    {
      TwEvent *event = &g_array_index (tw_facts_next_days (facts), TwEvent, i);

      json_builder_begin_object (builder);
      add_date (builder, "date", event->date);
      add_string (builder, "what", whats[event->kind]);
      add_string (builder, "title", tw_words_event_title (event));
      add_string (builder, "owner", event->owner != NULL ? event->owner->name : NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_status_json (TwFacts *facts)
{
  static const char *const levels[] = { "red", "yellow", "green", "blue" };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const TwHealth *health = tw_facts_health (facts);
  int phase = tw_facts_current_phase (facts);

  json_builder_begin_object (builder);
  add_string (builder, "title", tw_facts_plan (facts)->title);
  add_string (builder, "phase",
              phase >= 0
                  ? tw_index_node (tw_schedule_index (tw_facts_schedule (facts)), (guint) phase)->id
                  : NULL);
  add_int (builder, "progress", tw_facts_plan_node (facts)->progress);
  add_string (builder, "health", health->level >= 0 ? levels[health->level] : NULL);
  add_date (builder, "finish", tw_schedule_plan_span (tw_facts_schedule (facts))->finish);
  add_status_lists (builder, facts);
  json_builder_end_object (builder);
  print_json (builder);
}

static TwCliStatus
run_status (int argc, char **argv)
{
  g_autofree char *format = NULL;
  g_autofree char *today_text = NULL;
  const GOptionEntry entries[]
      = { { "today", 0, 0, G_OPTION_ARG_STRING, &today_text, N_ ("The day to look from"), "DATE" },
          { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("How to print it"), "text|json" },
          { 0 } };
  g_autoptr (TwPlanRead) read = NULL;
  g_autoptr (TwFacts) facts = NULL;
  gboolean json;
  TwDate today;

  if (!tw_cli_parse ("status", entries, &argc, &argv)
      || !tw_cli_date_option ("status", today_text, tw_cli_local_today (), &today))
    return TW_CLI_USAGE;
  json = g_strcmp0 (format, "json") == 0;
  if (argc != 2 || (!json && g_strcmp0 (format != NULL ? format : "text", "text") != 0))
    return tw_cli_usage_error ("status", "%s",
                               _ ("one file is needed, and --format is text or json"));
  read = tw_cli_read_plan (argv[1]);
  if (read == NULL)
    return TW_CLI_INPUT;
  facts = facts_of (read->plan, today);
  if (json)
    print_status_json (facts);
  else
    print_status_text (facts);
  return TW_CLI_DONE;
}

/* --- playbook --- */

static TwCliStatus
list_playbooks (void)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) playbooks = tw_playbook_list (&problems);

  for (guint i = 0; i < playbooks->len; i++)
    {
      TwPlaybook *playbook = playbooks->pdata[i];

      g_print ("%-24s %s\n", playbook->id, playbook->title);
    }
  for (guint i = 0; i < problems->len; i++)
    g_printerr ("%s\n", (char *) problems->pdata[i]);
  return TW_CLI_DONE;
}

static void
print_words (const char *head, TwList *list)
{
  g_print ("\n%s\n", head);
  TW_FOREACH (TwRecord, record, list)
    g_print ("  %-28s %s\n",
             tw_record_get (record, tw_record_type_field (record->type, "id")).string,
             tw_record_name (record));
}

static TwCliStatus
show_playbook (const char *id)
{
  g_autoptr (TwPlaybook) playbook = tw_playbook_find (id);

  if (playbook == NULL)
    {
      g_printerr (_ ("There is no playbook “%s”\n"), id);
      return TW_CLI_INPUT;
    }
  g_print ("%s (%s)\n", playbook->title, playbook->id);
  print_words (_ ("Motions"), playbook->motions);
  print_words (_ ("Approaches"), playbook->approaches);
  print_words (_ ("Workloads"), playbook->workloads);
  print_words (_ ("Phases"), playbook->phases);
  print_words (_ ("Adoption"),
               playbook->adoption_continuum != NULL ? playbook->adoption_continuum->stages : NULL);
  print_words (_ ("Statuses"), playbook->statuses);
  print_words (_ ("Roles"), playbook->roles);
  return TW_CLI_DONE;
}

static TwCliStatus
check_playbook (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) tw_fault_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);
  g_autoptr (TwPlaybook) playbook = NULL;

  if (bytes == NULL)
    {
      g_printerr ("%s: %s\n", path, error->message);
      return TW_CLI_INPUT;
    }
  playbook = tw_playbook_read (bytes, faults);
  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *line = tw_fault_to_string (faults->pdata[i], path);

      g_printerr ("%s\n", line);
    }
  return playbook != NULL ? TW_CLI_DONE : TW_CLI_INPUT;
}

static TwCliStatus
run_playbook (int argc, char **argv)
{
  const GOptionEntry entries[] = { { 0 } };

  if (!tw_cli_parse ("playbook", entries, &argc, &argv))
    return TW_CLI_USAGE;
  if (argc == 2 && g_str_equal (argv[1], "list"))
    return list_playbooks ();
  if (argc == 3 && g_str_equal (argv[1], "show"))
    return show_playbook (argv[2]);
  if (argc == 3 && g_str_equal (argv[1], "check"))
    return check_playbook (argv[2]);
  return tw_cli_usage_error ("playbook", "%s", _ ("expected list, show ID or check FILE"));
}

const TwCliCommand tw_cli_commands[]
    = { { "new", "--customer NAME --start DATE -o FILE", N_ ("Makes a plan from a playbook"),
          run_new },
        { "check", "FILE…", N_ ("Tells what is wrong with plans, and what to look at"), run_check },
        { "schedule", "FILE", N_ ("Prints the dates of a plan"), run_schedule },
        { "status", "FILE", N_ ("Prints phase, health, gaps, and the next 14 days"), run_status },
        { "playbook", "list | show ID | check FILE", N_ ("Lists, shows and checks playbooks"),
          run_playbook },
        { "export", "FILE -o OUT.{pdf,svg,png}", N_ ("Writes the summary as PDF, SVG or PNG"),
          tw_cli_run_export },
        { 0 } };
