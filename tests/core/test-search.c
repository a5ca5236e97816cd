/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-audience.h"
#include "tw-search.h"
#include "tw-test-mark.h"
#include "tw-test-plan.h"

static TwHits *
find (TwPlan *plan, const char *text)
{
  g_autoptr (TwSearch) search = tw_search_new (plan, tw_playbook_builtin ());

  return tw_search_find (search, text, 50);
}

/* 'title | detail', with what matches in brackets. */
static void
append_marked (GString *line, const char *text, GArray *matches)
{
  guint at = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      TwRange *range = &g_array_index (matches, TwRange, i);

      g_string_append_printf (line, "%.*s[%.*s]", (int) (range->start - at), text + at,
                              (int) (range->end - range->start), text + range->start);
      at = range->end;
    }
  g_string_append (line, text + at);
}

/* The hits as lines, the internal ones with an asterisk. */
static char *
told (TwHits *hits)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < hits->hits->len; i++)
    {
      TwHit *hit = hits->hits->pdata[i];

      g_string_append (lines, hit->internal ? "*" : "");
      append_marked (lines, hit->title, hit->title_matches);
      if (hit->detail != NULL)
        {
          g_string_append (lines, " | ");
          append_marked (lines, hit->detail, hit->detail_matches);
        }
      g_string_append_c (lines, '\n');
    }
  if (hits->n_more > 0)
    g_string_append_printf (lines, "and %u more\n", hits->n_more);
  return g_string_free (lines, FALSE);
}

static void
expect (TwPlan *plan, const char *text, const char *expected)
{
  g_autoptr (TwHits) hits = find (plan, text);
  g_autofree char *found = told (hits);

  g_assert_cmpstr (found, ==, expected);
}

static TwPlan *
names_plan (const char *one, const char *other)
{
  g_autofree char *members
      = g_strdup_printf ("'people':[{'id':'p1','name':'%s'},{'id':'p2','name':'%s'}]", one, other);

  return tw_test_plan_of (members);
}

static void
words_in_any_order (void)
{
  g_autoptr (TwPlan) plan = names_plan ("Maya Okafor", "Okafor Mayas sister");

  expect (plan, "okafor maya", "[Okafor] [Maya]s sister\n[Maya] [Okafor]\n");
  expect (plan, "  OKA  ya ", "Ma[ya] [Oka]for\n[Oka]for Ma[ya]s sister\n");
  expect (plan, "maya raman", "");
  expect (plan, "", "");
  expect (plan, "  ", "");
}

static void
letters_without_accents (void)
{
  g_autoptr (TwPlan) plan = names_plan ("Łukasz Müßig, Ångström", "ΟΔΥΣΣΕΎΣ O\u0301rla e\u0301");

  expect (plan, "lukasz mussig ang", "[Łukasz] [Müßig], [Ång]ström\n");
  expect (plan, "musig", "");
  expect (plan, "Oδυσσεύς", "");
  expect (plan, "οδυσσευς", "[ΟΔΥΣΣΕΎΣ] O\u0301rla e\u0301\n");
  expect (plan, "orla", "ΟΔΥΣΣΕΎΣ [O\u0301rla] e\u0301\n");
  expect (plan, "é", "ΟΔΥΣΣΕΎΣ O\u0301rla [e\u0301]\n");
  expect (plan, "s", "Łuka[s]z Mü[ß]ig, Ång[s]tröm\n");
}

static void
letters_of_other_scripts (void)
{
  g_autoptr (TwPlan) plan = names_plan ("がいよう 计划书", "محمد بن");

  expect (plan, "计划", "がいよう [计划]书\n");
  expect (plan, "がい", "[がい]よう 计划书\n");
  expect (plan, "かい", "");
  expect (plan, "مُحَمَّد", "[محمد] بن\n");
}

static void
the_best_first (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan_of (
      "'motions':[{'id':'m1','name':'Work','phases':[{'id':'h1','name':'Pilot','activities':["
      "{'id':'a1','name':'Other','notes':'About the pilot'},"
      "{'id':'a2','name':'Autopilot'},"
      "{'id':'a3','name':'Review of the pilot',"
      "'checklist':[{'id':'c1','text':'Pilot users named','internal':false}]},"
      "{'id':'a4','name':'Pilot users'}]}]}]");

  expect (plan, "pilot",
          "[Pilot] | Work\n[Pilot] users | Work › [Pilot]\n"
          "[Pilot] users named | Work › [Pilot] › Review of the [pilot]\n"
          "Review of the [pilot] | Work › [Pilot]\nAuto[pilot] | Work › [Pilot]\n"
          "Other | About the [pilot]\n");
  /* A word may stand in what holds it. */
  expect (plan, "named review", "Pilot users [named] | Work › Pilot › [Review] of the pilot\n");
}

static void
what_is_internal_says_so (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan_of (
      "'motions':[{'id':'m1','name':'One','internal_notes':'thing','handover':{'notes':'a thing'},"
      "'phases':[{'id':'h1','name':'Two','activities':[{'id':'a1','name':'A thing',"
      "'internal':true,'checklist':[{'id':'c1','text':'thing','internal':false}]}]}]}],"
      "'journal':[{'id':'n1','date':'2027-01-22','text':'Told:\\nthing'},"
      "{'id':'n2','date':'2027-01-22','text':'thing','internal':false}]");

  expect (plan, "thing",
          "[thing] | Note, 22 January 2027\n*[thing] | One › Two › A [thing]\n"
          "*Told: [thing] | Note, 22 January 2027\n*A [thing] | One › Two\n*One | [thing]\n"
          "*Hand-over | a [thing]\n");
}

static void
nothing_internal_is_without_a_lock (void)
{
  guint n, n_found = 0;
  g_autoptr (TwPlan) plan = tw_test_marked_plan (0, &n);
  g_autoptr (TwSearch) search = tw_search_new (plan, tw_playbook_builtin ());

  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *marker = tw_test_marker (i);
      g_autoptr (TwHits) hits = tw_search_find (search, marker, 10);

      for (guint j = 0; j < hits->hits->len; j++, n_found++)
        if (!((TwHit *) hits->hits->pdata[j])->internal)
          /* A name for which another one stands in. */
          g_assert_nonnull (tw_record_type_field (
              ((TwRecord *) ((TwHit *) hits->hits->pdata[j])->record)->type, "customer_name"));
    }
  g_assert_cmpuint (n_found, >, 100);
}

static guint
look_for_all (TwSearch *search, TwRecord *record)
{
  guint n = 0;

  if (record->type == &tw_baseline_type)
    return 0;
  for (guint i = 0; i < record->type->n_fields; i++)
    {
      const TwField *field = &record->type->fields[i];
      TwValue value = tw_record_get (record, field);
      gboolean found = FALSE;

      if (field->type == TW_FIELD_RECORD && value.record != NULL)
        n += look_for_all (search, value.record);
      if (field->type == TW_FIELD_LIST)
        TW_FOREACH (TwRecord, item, value.list)
          n += look_for_all (search, item);
      if ((field->type != TW_FIELD_LINE && field->type != TW_FIELD_TEXT) || value.string == NULL
          || field->code || field->catalogue != 0)
        continue;
      {
        g_autoptr (TwHits) hits = tw_search_find (search, value.string, 1000);

        for (guint j = 0; j < hits->hits->len; j++)
          {
            TwHit *hit = hits->hits->pdata[j];

            g_assert_true (tw_plan_at (tw_search_plan (search), &hit->place) == hit->record);
            found = found || hit->record == record;
          }
        g_assert_true (found);
        n++;
      }
    }
  return n;
}

static void
every_text_is_found (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwSearch) search = tw_search_new (plan, tw_playbook_builtin ());

  g_assert_cmpuint (look_for_all (search, &plan->record), >, 200);
}

static void
words_of_the_playbook_by_their_names (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan_of (
      "'people':[{'id':'p1','name':'Maya','role':'fm'}],"
      "'journal':[{'id':'n1','date':'2027-01-22','kind':'service-intent','text':'Said so'}]");

  expect (plan, "fasttrack manager", "Maya | [FastTrack] [Manager]\n");
  expect (plan, "service-intent", "");
  expect (plan, "trackway-plan", "");
}

static void
long_texts_are_cut (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *members = NULL;
  g_autoptr (TwPlan) plan = NULL;
  g_autoptr (TwHits) hits = NULL;
  TwHit *hit;

  for (guint i = 0; i < 500; i++)
    g_string_append (text, i == 300 ? "the needle " : "some straw ");
  members = g_strdup_printf ("'customer':{'name':'Contoso','notes':'%s'}", text->str);
  plan = tw_test_plan_of (members);
  hits = find (plan, "needle");
  hit = hits->hits->pdata[0];
  g_assert_cmpuint (hits->hits->len, ==, 1);
  g_assert_cmpstr (hit->title, ==, "Contoso");
  g_assert_true (g_str_has_prefix (hit->detail, "… straw some straw the needle some straw"));
  g_assert_true (g_str_has_suffix (hit->detail, "…"));
  g_assert_cmpint (g_utf8_strlen (hit->detail, -1), <, 170);
}

static void
the_rest_is_counted (void)
{
  g_autoptr (GString) text = g_string_new ("'people':[");
  g_autoptr (TwPlan) plan = NULL;
  g_autoptr (TwHits) hits = NULL;

  for (guint i = 0; i < 170; i++)
    g_string_append_printf (text, "%s{'id':'p%u','name':'Person %u'}", i > 0 ? "," : "", i, i);
  g_string_append (text, "]");
  plan = tw_test_plan_of (text->str);
  hits = find (plan, "person");
  g_assert_cmpuint (hits->hits->len, ==, 50);
  g_assert_cmpuint (hits->n_more, ==, 120);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/words-in-any-order", words_in_any_order);
  g_test_add_func ("/search/letters-without-accents", letters_without_accents);
  g_test_add_func ("/search/letters-of-other-scripts", letters_of_other_scripts);
  g_test_add_func ("/search/the-best-first", the_best_first);
  g_test_add_func ("/search/what-is-internal-says-so", what_is_internal_says_so);
  g_test_add_func ("/search/nothing-internal-is-without-a-lock",
                   nothing_internal_is_without_a_lock);
  g_test_add_func ("/search/every-text-is-found", every_text_is_found);
  g_test_add_func ("/search/words-of-the-playbook-by-their-names",
                   words_of_the_playbook_by_their_names);
  g_test_add_func ("/search/long-texts-are-cut", long_texts_are_cut);
  g_test_add_func ("/search/the-rest-is-counted", the_rest_is_counted);
  return g_test_run ();
}
