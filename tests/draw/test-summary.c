/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-picture.h"
#include "tw-rewrite.h"
#include "tw-playbook.h"
#include "tw-test-mark.h"
#include "tw-test-plan.h"

#define LONG_NAME "A name of eighty characters, as consultants write them when nobody looks at all"
/* Narrower in figures as the font has them than in figures of one width. */
#define LONG_FIGURES "Wave 11, 1,111 to 11,111 of 111,111 devices at sites 11, 111, 1111 and 111111"

/* n activities with long names, a phase for each ten. */
static TwPlan *
large_plan (int n, const char *name)
{
  GString *text = g_string_new ("m1: ");
  TwPlan *plan;

  for (int i = 0; i < n; i++)
    {
      if (i % 10 == 0)
        g_string_append_printf (text, "h%d: ", i / 10 + 1);
      g_string_append_printf (text, "a%d 3 ", i + 1);
    }
  plan = tw_test_plan (text->str);
  g_string_free (text, TRUE);
  /* Nobody else has seen the plan yet. */
  tw_string_set (&plan->customer->name, name);
  TW_FOREACH (TwMotion, motion, plan->motions)
    {
      tw_string_set (&motion->name, name);
      TW_FOREACH (TwPhase, phase, motion->phases)
        {
          tw_string_set (&phase->name, name);
          TW_FOREACH (TwActivity, activity, phase->activities)
            tw_string_set (&activity->name, name);
        }
    }
  return plan;
}

static TwFacts *
facts_of (TwPlan *plan)
{
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);

  return tw_facts_new (schedule, NULL, tw_date_parse ("2027-01-22"),
                       tw_plan_newest_baseline (plan));
}

static void
collect (const TwSummaryText *text, gpointer data)
{
  g_array_append_val ((GArray *) data, *text);
}

static gboolean
overlap (const TwSummaryText *a, const TwSummaryText *b)
{
  return a->page == b->page && a->rect.x + 0.5 < b->rect.x + b->rect.width
         && b->rect.x + 0.5 < a->rect.x + a->rect.width
         && a->rect.y + 0.5 < b->rect.y + b->rect.height
         && b->rect.y + 0.5 < a->rect.y + a->rect.height;
}

/* Where a table goes on on another page, no row of it is alone on either. */
static void
check_rows (GArray *texts, guint first)
{
  const TwSummaryText *title = &g_array_index (texts, TwSummaryText, first);
  guint n = 0, other = G_MAXUINT;
  double y = -1;

  for (guint i = first + 1; i < texts->len && other == G_MAXUINT; i++)
    {
      const TwSummaryText *text = &g_array_index (texts, TwSummaryText, i);

      if (text->head == 1)
        break;
      if (text->head == 2 && text->page != title->page && g_str_equal (text->text, title->text))
        other = text->page;
      if (text->head == 0 && text->page == title->page && text->size > 8.5 && text->rect.y > y + 1)
        {
          /* One that is high may be. */
          n += text->rect.height > 120 ? 2 : 1;
          y = text->rect.y;
        }
    }
  for (guint i = 0; i < first; i++)
    {
      const TwSummaryText *text = &g_array_index (texts, TwSummaryText, i);

      if (text->head == 1)
        other = G_MAXUINT;
      else if (text->head == 2 && g_str_equal (text->text, title->text)
               && text->page + 1 == title->page)
        other = text->page;
    }
  if (n == 1 && other != G_MAXUINT)
    g_error ("a row of the table of “%s” is alone on page %u", title->text, title->page);
}

static void
check_texts (GArray *texts, const TwSummaryOptions *options)
{
  for (guint i = 0; i < texts->len; i++)
    {
      TwSummaryText *text = &g_array_index (texts, TwSummaryText, i);
      const TwSummaryText *next
          = i + 1 < texts->len ? &g_array_index (texts, TwSummaryText, i + 1) : NULL;

      if (text->rect.x < 41.5 || text->rect.x + text->rect.width > options->width - 40.5
          || text->rect.y < 32 || text->rect.y + text->rect.height > options->height - 20)
        g_error ("“%s” leaves the margins of page %u", text->text, text->page);
      g_assert_cmpfloat (text->size, >=, 8);
      /* A section's head stands on the page of what follows it. */
      if (text->head == 1 && next != NULL)
        g_assert_cmpuint (next->page, ==, text->page);
      if (text->head == 2 && text->rect.x < 43)
        check_rows (texts, i);
      for (guint j = i + 1; j < texts->len; j++)
        if (overlap (text, &g_array_index (texts, TwSummaryText, j)))
          g_error ("“%s” and “%s” overlap on page %u", text->text,
                   g_array_index (texts, TwSummaryText, j).text, text->page);
    }
}

static void
check_plan (TwPlan *plan)
{
  g_autoptr (TwFacts) facts = facts_of (plan);
  g_autoptr (TwMetrics) metrics = tw_paper_metrics ();
  const TwSummaryOptions all[]
      = { { TW_AUDIENCE_CUSTOMER, 0, TW_PAPER_A4_WIDTH, TW_PAPER_A4_HEIGHT, FALSE },
          { TW_AUDIENCE_CUSTOMER, 0, TW_PAPER_LETTER_HEIGHT, TW_PAPER_LETTER_WIDTH, TRUE },
          { TW_AUDIENCE_INTERNAL, 0, TW_PAPER_LETTER_WIDTH, TW_PAPER_LETTER_HEIGHT, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (TwSummary) summary = tw_summary_new (facts, &all[i], metrics);
      g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (TwSummaryText));

      tw_summary_each_text (summary, collect, texts);
      g_assert_cmpuint (texts->len, >, 3);
      check_texts (texts, &all[i]);
    }
}

static void
pages_are_in_order (gconstpointer data)
{
  int n = GPOINTER_TO_INT (data);
  g_autoptr (TwPlan) plan = n < 0 ? tw_test_contoso () : large_plan (n, LONG_NAME);

  check_plan (plan);
}

/* Figures are measured as they are set. */
static void
figures_have_room (void)
{
  g_autoptr (TwPlan) plan = large_plan (200, LONG_FIGURES);

  check_plan (plan);
}

/* The longest names that a file may have. */
static void
the_longest_names_have_room (void)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (TwPlan) plan = NULL;

  while (name->len < TW_LINE_MAX - 60)
    g_string_append (name, "A name that is as long as a line of the file can be at all ");
  plan = large_plan (30, name->str);
  tw_string_set (&plan->confidentiality, name->str);
  check_plan (plan);
}

/* A note may be longer than a page: it goes on in the next. */
static void
long_notes_have_room (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (GString) note = g_string_new (NULL);

  while (note->len < 20000)
    g_string_append (note, "Another sentence of a note that nobody will read. ");
  TW_FOREACH (TwMotion, motion, plan->motions)
    if (motion->handover != NULL)
      tw_string_set (&motion->handover->notes, note->str);
  check_plan (plan);
}

static void
same_bytes_for_the_same_plan (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwFacts) facts = facts_of (plan);
  const TwSummaryOptions options
      = { TW_AUDIENCE_CUSTOMER, 0, TW_PAPER_A4_WIDTH, TW_PAPER_A4_HEIGHT, FALSE };
  g_autoptr (GBytes) one = tw_picture_summary_pdf (facts, &options, NULL);
  g_autoptr (GBytes) other = tw_picture_summary_pdf (facts, &options, NULL);

  g_assert_cmpuint (g_bytes_get_size (one), >, 5000);
  g_assert_true (g_bytes_equal (one, other));
}

static void
gather (const TwSummaryText *text, gpointer data)
{
  g_auto (GStrv) words = g_strsplit (text->text, "\u00a0", -1);
  g_autofree char *plain = g_strjoinv (" ", words);

  g_string_append (data, plain);
  g_string_append_c (data, ' ');
}

static char *
words_of (TwFacts *facts, TwAudience audience)
{
  const TwSummaryOptions options = { audience, 0, TW_PAPER_A4_WIDTH, TW_PAPER_A4_HEIGHT, FALSE };
  g_autoptr (TwMetrics) metrics = tw_paper_metrics ();
  g_autoptr (TwSummary) summary = tw_summary_new (facts, &options, metrics);
  GString *text = g_string_new (NULL);

  tw_summary_each_text (summary, gather, text);
  return g_string_free (text, FALSE);
}

/* Where a note is parted, no line of it is, nor a word. */
static void
long_notes_are_parted_at_lines (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwFacts) facts = NULL;
  g_autoptr (GString) note = g_string_new (NULL);
  g_autofree char *words = NULL;

  for (guint i = 1000; i < 3000; i++)
    g_string_append_printf (note, "line-%u%s", i, i % 2 == 0 ? " and\n" : "\n");
  TW_FOREACH (TwMotion, motion, plan->motions)
    if (motion->handover != NULL)
      tw_string_set (&motion->handover->notes, note->str);
  facts = facts_of (plan);
  words = words_of (facts, TW_AUDIENCE_INTERNAL);
  for (guint i = 1000; i < 3000; i++)
    {
      g_autofree char *line = g_strdup_printf ("line-%u%s", i, i % 2 == 0 ? " and" : "");
      g_auto (GStrv) parts = g_strsplit (words, line, -1);

      /* Among the hand-overs and in the list of everything. */
      if (g_strv_length (parts) != 3)
        g_error ("“%s” is parted", line);
    }
}

#define BLANK "( |\u00a0)"
#define DAY_OF(blank)                                                                              \
  "[0-9]+" blank "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(" blank "20[0-9]+)?"

/* A text that is nothing but a day stands on one line; what has several lines has none that ends
 * within a day. */
static void
check_day (const TwSummaryText *text, gpointer n)
{
  gboolean lines = text->rect.height > 2 * text->size;

  if (g_regex_match_simple ("^" DAY_OF (BLANK) "$", text->text, 0, 0))
    {
      ++*(guint *) n;
      if (lines)
        g_error ("“%s” is broken into lines", text->text);
    }
  /* Sentences go on in the next line wherever they like. */
  if (lines && strstr (text->text, ". ") == NULL && strstr (text->text, "Licence renewal") == NULL
      && g_regex_match_simple (DAY_OF (" "), text->text, 0, 0))
    g_error ("“%s” may be broken within a day", text->text);
}

/* Days are written with their year as long as it isn't theirs. */
static void
days_with_their_year_stay_whole (void)
{
  static const char *const days[] = { "2027-01-22", "2026-11-28", "2028-02-01" };
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  g_autoptr (TwMetrics) metrics = tw_paper_metrics ();
  guint n = 0;

  for (guint i = 0; i < 2 * G_N_ELEMENTS (days); i++)
    {
      g_autoptr (TwFacts) facts = tw_facts_new (schedule, NULL, tw_date_parse (days[i / 2]),
                                                tw_plan_newest_baseline (plan));
      const TwSummaryOptions options
          = { (TwAudience) (i % 2), TW_SECTION_ALL & ~TW_SECTION_EVERYTHING, TW_PAPER_A4_WIDTH,
              TW_PAPER_A4_HEIGHT, FALSE };
      g_autoptr (TwSummary) summary = tw_summary_new (facts, &options, metrics);

      tw_summary_each_text (summary, check_day, &n);
    }
  g_assert_cmpuint (n, >, 100);
}

/* What the timeline says on a day, in a plan's year or another, to both audiences. */
static void
the_timeline_tells_what_matters (void)
{
  static const char *const days[] = { "2027-01-22", "2026-11-05", "2028-02-01" };
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);

  for (guint i = 0; i < 2 * G_N_ELEMENTS (days); i++)
    {
      g_autoptr (TwFacts) facts = tw_facts_new (schedule, NULL, tw_date_parse (days[i / 2]), NULL);
      g_autofree char *words = words_of (facts, (TwAudience) (i % 2));
      const char *timeline = strstr (words, "Timeline Nov 2026 Dec Jan 2027 Feb ");
      const char *end = strstr (words, " Phases Phase");

      g_assert_nonnull (timeline);
      g_assert_nonnull (g_strstr_len (timeline, end - timeline, " Assignment Hand-over "));
      g_assert_nonnull (g_strstr_len (timeline, end - timeline, " Go-live 26 Apr"));
      g_assert_nonnull (g_strstr_len (timeline, end - timeline, " Licence renewal 30 Jun"));
    }
}

/* All used by all: the widest per cent there is. */
static void
check_per_cent (const TwSummaryText *text, gpointer n)
{
  if (!g_str_equal (text->text, "100\u00a0%"))
    return;
  ++*(guint *) n;
  if (text->rect.height > 2 * text->size)
    g_error ("“%s” is broken into lines", text->text);
}

static void
a_hundred_per_cent_has_room (void)
{
  const TwSummaryOptions options
      = { TW_AUDIENCE_CUSTOMER, TW_SECTION_HEALTH, TW_PAPER_A4_WIDTH, TW_PAPER_A4_HEIGHT, FALSE };
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwMetrics) metrics = tw_paper_metrics ();
  g_autoptr (TwSummary) summary = NULL;
  g_autoptr (TwFacts) facts = NULL;
  guint n = 0;

  TW_FOREACH (TwWorkload, workload, plan->workloads)
    TW_FOREACH (TwReading, reading, workload->readings)
      reading->active = workload->entitled;
  facts = facts_of (plan);
  summary = tw_summary_new (facts, &options, metrics);
  tw_summary_each_text (summary, check_per_cent, &n);
  g_assert_cmpuint (n, ==, 6);
}

/* A register's entry is called the same among the next steps, and what an action is is told to
 * those who may know. */
static void
steps_are_told_in_the_same_words (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwFacts) facts = facts_of (plan);
  g_autofree char *internal = words_of (facts, TW_AUDIENCE_INTERNAL);
  g_autofree char *customer = words_of (facts, TW_AUDIENCE_CUSTOMER);
  const char *const both[] = { customer, internal };
  const char *action = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_assert_nonnull (strstr (both[i], " Blocker: Old MDM contract holds 1,150 devices "));
      g_assert_nonnull (strstr (both[i], " To decide: Sign the value case "));
      g_assert_nonnull (strstr (both[i], " High risk: Shop-floor app untested on Windows 11 "));
    }
  TW_FOREACH (TwWorkload, workload, plan->workloads)
    TW_FOREACH (TwSlice, slice, workload->slices)
      if (g_str_equal (workload->name, "Intune"))
        action = slice->next_action;
  g_assert_nonnull (action);
  {
    g_autofree char *step = g_strdup_printf (" Intune: %s ", action);

    g_assert_nonnull (strstr (internal, step));
    g_assert_null (strstr (customer, action));
  }
}

/* What is to be decided soonest comes first; of what is decided, the newest. */
static void
decisions_are_by_their_days (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwFacts) facts = facts_of (plan);
  g_autofree char *words = words_of (facts, TW_AUDIENCE_CUSTOMER);
  const char *section = strstr (words, " Risks and decisions Kind ");

  g_assert_nonnull (section);
  g_assert_nonnull (strstr (section, " To decide Release the awareness campaign Helen Ward 22 Jan "
                                     "To decide Give notice on the old MDM contract "));
  g_assert_nonnull (strstr (section, " Tom Lindqvist 21 Jan Decided Windows 11 on existing "));
}

/* The customer's name isn't told twice, nor a day. */
static void
the_head_says_nothing_twice (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwPlan) none = tw_test_plan ("");
  g_autoptr (TwFacts) facts = facts_of (plan);
  g_autoptr (TwFacts) nothing = facts_of (none);
  g_autofree char *words = words_of (facts, TW_AUDIENCE_CUSTOMER);
  g_autofree char *few = words_of (nothing, TW_AUDIENCE_CUSTOMER);

  g_assert_nonnull (strstr (
      words, "Contoso Ltd Microsoft 365 onboarding, 2 November 2026 to 30 September 2027 "));
  g_assert_null (strstr (few, " to "));
}

/* All motions of the playbook, one after the other: three years. */
static TwPlan *
fresh_plan (void)
{
  TwPlaybook *playbook = tw_playbook_builtin ();
  g_autoptr (GPtrArray) motions = g_ptr_array_new ();
  TwPlanRequest request = { .customer = "Tailspin Toys",
                            .start = tw_date_parse ("2026-11-30"),
                            .renewal = tw_date_parse ("2027-12-31"),
                            .seats = 900,
                            .approaches = (const char *[]){ "get-modern", NULL },
                            .plan_id = "fresh" };

  TW_FOREACH (TwPbMotion, motion, playbook->motions)
    g_ptr_array_add (motions, (gpointer) motion->id);
  g_ptr_array_add (motions, NULL);
  request.motions = (const char *const *) motions->pdata;
  return tw_playbook_make_plan (playbook, &request, NULL);
}

/* Each year is named on the axis, however narrow its months. */
static void
years_are_named (void)
{
  g_autoptr (TwPlan) plan = fresh_plan ();
  g_autoptr (TwFacts) facts = facts_of (plan);
  g_autofree char *words = words_of (facts, TW_AUDIENCE_CUSTOMER);

  g_assert_nonnull (strstr (words, " Jan 2027 "));
  g_assert_nonnull (strstr (words, " Jan 2028 "));
  g_assert_nonnull (strstr (words, " Jan 2029 "));
  check_plan (plan);
}

/* A workload more or less: wherever the page ends, what the letters mean stands below the table. */
static void
check_legend (const TwSummaryText *text, gpointer last)
{
  TwSummaryText *before = last;

  if (g_str_has_prefix (text->text, "DIBS: "))
    {
      g_assert_nonnull (before->text);
      g_assert_cmpuint (before->page, ==, text->page);
    }
  *before = *text;
  /* A running head is none of the table. */
  if (text->rect.y < 34)
    before->page = G_MAXUINT;
}

static void
letters_are_explained_below_the_table (void)
{
  g_autoptr (TwMetrics) metrics = tw_paper_metrics ();
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwFacts) facts = facts_of (plan);

  for (guint height = 600; height < 900; height += 4)
    {
      const TwSummaryOptions options
          = { TW_AUDIENCE_CUSTOMER, 0, TW_PAPER_A4_WIDTH, height, FALSE };
      g_autoptr (TwSummary) summary = tw_summary_new (facts, &options, metrics);
      TwSummaryText last = { 0 };

      tw_summary_each_text (summary, check_legend, &last);
    }
}

static void
nothing_internal_for_the_customer (void)
{
  for (guint round = 0; round < 200; round++)
    {
      guint n;
      g_autoptr (TwPlan) plan = tw_test_marked_plan (round, &n);
      g_autoptr (TwFacts) facts = facts_of (plan);
      g_autofree char *customer = words_of (facts, TW_AUDIENCE_CUSTOMER);
      g_autofree char *internal = words_of (facts, TW_AUDIENCE_INTERNAL);

      g_assert_null (strstr (customer, TW_TEST_MARK));
      g_assert_null (strstr (customer, TW_TEST_MARK_YEAR));
      g_assert_nonnull (strstr (internal, TW_TEST_MARK_YEAR));
      for (guint i = 1; i <= n; i++)
        {
          g_autofree char *marker = tw_test_marker (i);

          if (strstr (internal, marker) == NULL)
            g_error ("%s of %u isn't in the internal edition of round %u", marker, n, round);
        }
      g_assert_nonnull (strstr (internal, TW_TEST_MARK_UNKNOWN));
    }
}

/* The members that hold a marker, as "type.member". */
static void
add_marked (TwRecord *record, GHashTable *marked)
{
  for (guint i = 0; i < record->type->n_fields; i++)
    {
      const TwField *field = &record->type->fields[i];
      TwValue value = tw_record_get (record, field);
      gboolean text = field->type == TW_FIELD_LINE || field->type == TW_FIELD_TEXT;

      if (field->type == TW_FIELD_RECORD && value.record != NULL)
        add_marked (value.record, marked);
      else if (field->type == TW_FIELD_LIST)
        TW_FOREACH (TwRecord, item, value.list)
          add_marked (item, marked);
      else if ((text && value.string != NULL && strstr (value.string, TW_TEST_MARK) != NULL)
               || (field->type == TW_FIELD_DATE && value.date != TW_DATE_NONE
                   && value.date >= tw_date_parse (TW_TEST_MARK_YEAR "-01-01")))
        g_hash_table_add (marked, g_strdup_printf ("%s.%s", record->type->name, field->name));
    }
}

/* Whether each text or day of the type, and of what it holds, that is internal by itself is among
 * them. */
static void
check_marked (const TwRecordType *type, GHashTable *seen, GHashTable *marked)
{
  if (!g_hash_table_add (seen, (gpointer) type))
    return;
  for (guint i = 0; i < type->n_fields; i++)
    {
      const TwField *field = &type->fields[i];
      g_autofree char *name = g_strdup_printf ("%s.%s", type->name, field->name);

      if (field->of != NULL)
        check_marked (field->of, seen, marked);
      else if (field->audience == TW_MEMBER_INTERNAL && g_strcmp0 (type->key, field->name) != 0
               && (field->type == TW_FIELD_LINE || field->type == TW_FIELD_TEXT
                   || field->type == TW_FIELD_DATE)
               && !g_hash_table_contains (marked, name))
        g_error ("%s is internal, and no plan of the test has it", name);
    }
}

/* What the tables have as internal, now or some day, is looked for by the tests above. */
static void
every_internal_member_is_looked_for (void)
{
  g_autoptr (GHashTable) marked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint round = 0; round < 20; round++)
    {
      guint n;
      g_autoptr (TwPlan) plan = tw_test_marked_plan (round, &n);

      add_marked (&plan->record, marked);
    }
  check_marked (&tw_plan_type, seen, marked);
  g_assert_cmpuint (g_hash_table_size (seen), ==, 27);
}

/* A milestone and a decision that are internal, called so; the decision is due that day. */
static TwFacts *
with_internal (const char *name, const char *due)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwIndex) index = tw_index_new (plan);

  for (guint i = 0; i < tw_index_n_nodes (index); i++)
    {
      TwNode *node = tw_index_node (index, i);
      TwActivity *activity = node->record;

      if (node->kind == TW_KIND_ACTIVITY && node->days == 0
          && !g_str_equal (node->id, plan->go_live))
        {
          activity->internal = TRUE;
          tw_string_set (&activity->name, name);
        }
    }
  TW_FOREACH (TwEntry, entry, plan->register_)
    if (entry->kind == TW_ENTRY_DECISION && entry->status == TW_ENTRY_OPEN)
      {
        entry->internal = TRUE;
        entry->due = tw_date_parse (due);
        tw_string_set (&entry->title, name);
      }
  return facts_of (plan);
}

/* Whatever is internal is called, and whenever it is due, the customer's pictures are the same to
 * the byte. */
static void
nothing_internal_in_pictures_for_the_customer (void)
{
  g_autoptr (TwFacts) one = with_internal ("One", "2027-02-19");
  g_autoptr (TwFacts) other = with_internal ("Something else", "2027-05-28");

  for (TwView view = TW_VIEW_CALENDAR; tw_view_words[view] != NULL; view++)
    {
      g_autoptr (GBytes) a = tw_picture_view (one, view, TW_AUDIENCE_CUSTOMER, 1280, FALSE, NULL);
      g_autoptr (GBytes) b = tw_picture_view (other, view, TW_AUDIENCE_CUSTOMER, 1280, FALSE, NULL);

      if (!g_bytes_equal (a, b))
        g_error ("the customer's picture of the %s shows what is internal", tw_view_words[view]);
    }
}

static gboolean
is_any (TwRecord *record G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  return TRUE;
}

/* What is marked as internal says something else. */
static void
say_otherwise (TwRecord *copy, gpointer data G_GNUC_UNUSED)
{
  for (guint i = 0; i < copy->type->n_fields; i++)
    {
      const TwField *field = &copy->type->fields[i];

      if ((field->type == TW_FIELD_LINE || field->type == TW_FIELD_TEXT)
          && tw_record_get (copy, field).string != NULL
          && strstr (tw_record_get (copy, field).string, TW_TEST_MARK) != NULL)
        tw_record_set (copy, field, (TwValue){ .string = (char *) "Of another length" });
    }
}

/* Whatever any internal member says, the customer's pictures are the same to the byte. */
static void
no_internal_member_is_in_pictures_for_the_customer (void)
{
  const TwRewrite rewrite = { .changes = is_any, .change = say_otherwise };

  for (guint round = 0; round < 24; round++)
    {
      guint n;
      g_autoptr (TwPlan) plan = tw_test_marked_plan (round, &n);
      g_autoptr (TwPlan) changed = tw_record_rewrite (plan, &rewrite);
      g_autoptr (TwFacts) one = facts_of (plan);
      g_autoptr (TwFacts) other = facts_of (changed);

      for (TwView view = TW_VIEW_CALENDAR; tw_view_words[view] != NULL; view++)
        {
          g_autoptr (GBytes) a
              = tw_picture_view (one, view, TW_AUDIENCE_CUSTOMER, 2000, FALSE, NULL);
          g_autoptr (GBytes) b
              = tw_picture_view (other, view, TW_AUDIENCE_CUSTOMER, 2000, FALSE, NULL);

          if (!g_bytes_equal (a, b))
            g_error ("the %s of round %u shows what is internal", tw_view_words[view], round);
        }
    }
}

/* A calendar of so many rows is too high for a PNG. */
static void
a_picture_that_is_too_large_is_refused_in_words (void)
{
  g_autoptr (TwPlan) plan = large_plan (1500, "Name");
  g_autoptr (TwFacts) facts = facts_of (plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg
      = tw_picture_view (facts, TW_VIEW_CALENDAR, TW_AUDIENCE_INTERNAL, 800, TRUE, &error);
  g_autoptr (GBytes) png = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (svg);
  png = tw_picture_view (facts, TW_VIEW_CALENDAR, TW_AUDIENCE_INTERNAL, 800, FALSE, &error);
  g_assert_null (png);
  g_assert_error (error, TW_ERROR, TW_ERROR_FAILED);
  g_assert_cmpstr (error->message, ==, "The picture is too large for .png; .svg takes it");
}

static void
an_empty_plan_has_a_page (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan ("");
  g_autoptr (TwFacts) facts = facts_of (plan);
  g_autofree char *words = words_of (facts, TW_AUDIENCE_CUSTOMER);

  g_assert_nonnull (strstr (words, "holds no motions yet"));
}

/* What must be ready and the note are ours; the row says between whom, and how much is ready. */
static void
hand_overs_are_told_to_us (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwFacts) facts = facts_of (plan);
  g_autofree char *internal = words_of (facts, TW_AUDIENCE_INTERNAL);
  g_autofree char *customer = words_of (facts, TW_AUDIENCE_CUSTOMER);
  const char *section = strstr (internal, "Hand-overs From To Date Ready");

  g_assert_nonnull (section);
  g_assert_true (g_str_has_prefix (
      section, "Hand-overs From To Date Ready Targeting (Preparation) Engagement Customer Health"
               " (Deployment and Adoption) Assignment 18 Dec 2026 3 of 3 ready"
               " Customer is on the strategic list (S1500) done 16 Dec 2026"));
  g_assert_null (strstr (customer, "Hand-overs From"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/summary/pages/contoso", GINT_TO_POINTER (-1), pages_are_in_order);
  g_test_add_data_func ("/summary/pages/1", GINT_TO_POINTER (1), pages_are_in_order);
  g_test_add_data_func ("/summary/pages/40", GINT_TO_POINTER (40), pages_are_in_order);
  g_test_add_data_func ("/summary/pages/500", GINT_TO_POINTER (500), pages_are_in_order);
  g_test_add_func ("/summary/figures-have-room", figures_have_room);
  g_test_add_func ("/summary/the-longest-names-have-room", the_longest_names_have_room);
  g_test_add_func ("/summary/long-notes-have-room", long_notes_have_room);
  g_test_add_func ("/summary/long-notes-are-parted-at-lines", long_notes_are_parted_at_lines);
  g_test_add_func ("/summary/no-internal-member-is-in-pictures-for-the-customer",
                   no_internal_member_is_in_pictures_for_the_customer);
  g_test_add_func ("/summary/a-picture-that-is-too-large-is-refused-in-words",
                   a_picture_that_is_too_large_is_refused_in_words);
  g_test_add_func ("/summary/an-empty-plan-has-a-page", an_empty_plan_has_a_page);
  g_test_add_func ("/summary/same-bytes-for-the-same-plan", same_bytes_for_the_same_plan);
  g_test_add_func ("/summary/nothing-internal-for-the-customer", nothing_internal_for_the_customer);
  g_test_add_func ("/summary/nothing-internal-in-pictures-for-the-customer",
                   nothing_internal_in_pictures_for_the_customer);
  g_test_add_func ("/summary/every-internal-member-is-looked-for",
                   every_internal_member_is_looked_for);
  g_test_add_func ("/summary/hand-overs-are-told-to-us", hand_overs_are_told_to_us);
  g_test_add_func ("/summary/the-timeline-tells-what-matters", the_timeline_tells_what_matters);
  g_test_add_func ("/summary/a-hundred-per-cent-has-room", a_hundred_per_cent_has_room);
  g_test_add_func ("/summary/steps-are-told-in-the-same-words", steps_are_told_in_the_same_words);
  g_test_add_func ("/summary/decisions-are-by-their-days", decisions_are_by_their_days);
  g_test_add_func ("/summary/years-are-named", years_are_named);
  g_test_add_func ("/summary/letters-are-explained-below-the-table",
                   letters_are_explained_below_the_table);
  g_test_add_func ("/summary/the-head-says-nothing-twice", the_head_says_nothing_twice);
  g_test_add_func ("/summary/days-with-their-year-stay-whole", days_with_their_year_stay_whole);
  return g_test_run ();
}
