/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "tw-playbook.h"
#include "tw-terms.h"
#include "tw-test-plan.h"
#include "tw-verify.h"

#define MONTH 30.4375
#define IDS(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define NINE                                                                                       \
  IDS ("exchange", "onedrive", "sharepoint", "windows-10", "office-proplus", "aadp", "intune",     \
       "teams", "edge")

static TwPlan *
make (const char *const *motions, const char *const *approaches, const char *const *workloads,
      int seats)
{
  TwCalendar *calendar = tw_record_new (&tw_calendar_type);
  TwHoliday *freeze = tw_record_new (&tw_holiday_type);
  TwPlanRequest request = { .customer = "Contoso Ltd",
                            .start = tw_date_parse ("2026-11-02"),
                            .seats = seats,
                            .motions = motions,
                            .approaches = approaches,
                            .workloads = workloads,
                            .calendar = calendar };
  g_autoptr (GError) error = NULL;
  TwPlan *plan;

  freeze->from = tw_date_parse ("2026-12-24");
  freeze->to = tw_date_parse ("2027-01-01");
  tw_string_set (&freeze->name, "Year-end freeze");
  calendar->holidays = tw_list_new (TW_FIELD_LIST, (gpointer[]){ freeze }, 1);
  plan = tw_playbook_make_plan (tw_playbook_builtin (), &request, &error);
  g_assert_no_error (error);
  tw_record_unref (calendar);
  return plan;
}

typedef struct
{
  int phases, activities, items, mandatory, recurring, adoption;
} Counts;

static Counts
count (TwPlan *plan)
{
  Counts counts = { 0 };

  TW_FOREACH (TwStage, stage, plan->adoption)
    counts.adoption += (int) tw_list_n (stage->checklist);
  TW_FOREACH (TwMotion, motion, plan->motions)
    {
      counts.recurring += (int) tw_list_n (motion->recurring);
      TW_FOREACH (TwPhase, phase, motion->phases)
        {
          counts.phases++;
          TW_FOREACH (TwActivity, activity, phase->activities)
            {
              counts.activities++;
              TW_FOREACH (TwCheck, check, activity->checklist)
                {
                  counts.items++;
                  counts.mandatory += check->mandatory;
                }
            }
        }
    }
  return counts;
}

/* All ids of a list; free the array alone. */
static const char **
all_ids (TwList *list)
{
  const char **ids = g_new0 (const char *, tw_list_n (list) + 1);
  char buffer[TW_DATE_LENGTH]; /* for keys that are dates */

  for (guint i = 0; i < tw_list_n (list); i++)
    ids[i] = tw_record_key (list->items[i], buffer);
  return ids;
}

/* A row of the table at the end of MAKING.md; 0 where it says nothing. */
typedef struct
{
  const char *const *motions, *const *approaches, *const *workloads;
  int seats;
  Counts counts;
  int tenths; /* of a month */
  const char *ends;
} Row;

static void
comes_true (const Row *row)
{
  g_autoptr (TwPlan) plan = make (row->motions, row->approaches, row->workloads, row->seats);
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  TwDate finish = tw_schedule_plan_span (schedule)->finish;
  Counts counts = count (plan);
  char iso[TW_DATE_LENGTH];

  g_assert_cmpint (counts.phases, ==, row->counts.phases);
  g_assert_cmpint (counts.activities, ==, row->counts.activities);
  g_assert_cmpint (counts.items, ==, row->counts.items);
  g_assert_cmpint (counts.recurring, ==, row->counts.recurring);
  g_assert_cmpint (counts.adoption, ==, row->counts.adoption);
  g_assert_cmpint (rint (10 * (finish - plan->start) / MONTH), ==, row->tenths);
  if (row->counts.mandatory > 0)
    g_assert_cmpint (counts.mandatory, ==, row->counts.mandatory);
  if (row->ends != NULL)
    g_assert_cmpstr (tw_date_iso (finish, iso), ==, row->ends);
}

#define FIRST IDS ("targeting", "customer-health")
#define SECOND IDS ("csmau", "re-engagement", "proactive")
#define TWO IDS ("get-modern", "security-compliance")
#define THREE IDS ("skype-to-teams", "teams-rooms", "edge-adoption")

static void
what_comes_of_it (void)
{
  g_autofree const char **all = all_ids (tw_playbook_builtin ()->approaches);
  g_autofree const char **everything = all_ids (tw_playbook_builtin ()->workloads);
  const Row rows[] = {
    { FIRST, TWO, NINE, 4200, { 10, 39, 308, 107, 7, 27 }, 98, "2027-08-27" },
    { SECOND, TWO, NINE, 4200, { 9, 30, 228, 69, 2, 27 }, 91, "2027-08-06" },
    { IDS ("rfa"), TWO, NINE, 4200, { 7, 32, 250, 100, 2, 27 }, 72, "2027-06-10" },
    { FIRST, NULL, NULL, 4200, { 10, 30, 249, 0, 7, 27 }, 97, NULL },
    { SECOND, NULL, NULL, 4200, { 9, 25, 197, 0, 2, 27 }, 90, NULL },
    { IDS ("rfa"), NULL, NULL, 4200, { 7, 23, 191, 0, 2, 27 }, 69, NULL },
    { FIRST, NULL, IDS ("exchange"), 300, { 10, 26, 203, 0, 7, 27 }, 88, NULL },
    { FIRST, all, everything, 25000, { 10, 58, 433, 0, 7, 27 }, 112, NULL },
    /* The table says 10.0, which is without the freeze. */
    { SECOND, THREE, NULL, 4200, { 9, 37, 266, 0, 2, 27 }, 103, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    comes_true (&rows[i]);
}

/* What each approach adds to Customer Health, with the workloads that it is about. */
static void
activities_of_each_approach (void)
{
  static const struct
  {
    const char *approach;
    int activities;
  } rows[] = { { "get-modern", 3 },  { "security-compliance", 6 }, { "skype-to-teams", 6 },
               { "teams-rooms", 3 }, { "edge-adoption", 5 },       { "remote-work-response", 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TwPlan) plan = make (IDS ("customer-health"), IDS (rows[i].approach), NULL, 4200);
      int n = 0;

      TW_FOREACH (TwMotion, motion, plan->motions)
        TW_FOREACH (TwPhase, phase, motion->phases)
          TW_FOREACH (TwActivity, activity, phase->activities)
            n += g_strcmp0 (activity->approach, rows[i].approach) == 0;
      g_assert_cmpint (n, ==, rows[i].activities);
    }
}

/* The phases of the first chain: working days, and how many activities. */
static void
phases_of_the_first_chain (void)
{
  static const int days[] = { 10, 5, 16, 4, 18, 20, 20, 40, 40, 35 };
  static const guint activities[] = { 3, 2, 2, 2, 5, 12, 1, 8, 2, 2 };
  g_autoptr (TwPlan) plan = make (IDS ("targeting", "customer-health"),
                                  IDS ("get-modern", "security-compliance"), NINE, 4200);
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  guint n = 0;

  TW_FOREACH (TwMotion, motion, plan->motions)
    TW_FOREACH (TwPhase, phase, motion->phases)
      {
        const TwSpan *span = tw_schedule_find (schedule, phase->id);

        g_assert_cmpint (
            tw_workdays_between (tw_schedule_workdays (schedule), span->start - 1, span->finish),
            ==, days[n]);
        g_assert_cmpuint (tw_list_n (phase->activities), ==, activities[n++]);
      }
  g_assert_cmpuint (n, ==, 10);
}

static void
every_chain_is_a_sound_plan (void)
{
  TwList *motions = tw_playbook_builtin ()->motions;
  guint n = tw_list_n (motions);
  int made = 0;

  for (guint i = 0; i < n * n * n; i++)
    {
      const char *ids[] = { ((TwPbMotion *) motions->items[i / n / n])->id,
                            ((TwPbMotion *) motions->items[i / n % n])->id,
                            ((TwPbMotion *) motions->items[i % n])->id, NULL };
      g_autoptr (TwPlan) plan = NULL;
      g_autoptr (GPtrArray) breaches = NULL;

      if (ids[0] == ids[1] || ids[1] == ids[2] || ids[0] == ids[2])
        continue;
      plan = make (ids, IDS ("get-modern"), NULL, 4200);
      breaches = tw_plan_verify (plan);
      g_assert_cmpuint (breaches->len, ==, 0);
      made++;
    }
  g_assert_cmpint (made, ==, 8 * 7 * 6);
}

static void
refuses_what_it_lacks (void)
{
  TwPlanRequest request = { .customer = "C", .start = TW_DATE_MIN };
  g_autofree char *name = g_strnfill (990, 'x');
  g_autoptr (GError) error = NULL;

  request.motions = IDS ("no-such");
  g_assert_null (tw_playbook_make_plan (tw_playbook_builtin (), &request, &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
  g_clear_error (&error);
  request.motions = IDS ("rfa", "rfa");
  g_assert_null (tw_playbook_make_plan (tw_playbook_builtin (), &request, &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
  g_clear_error (&error);
  /* With what the title has beside it, no line. */
  request.motions = IDS ("rfa");
  request.customer = name;
  g_assert_null (tw_playbook_make_plan (tw_playbook_builtin (), &request, &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
}

/* What a playbook of one's own must not say, because no plan could come of it. */
static void
tells_what_is_wrong_with_a_playbook (void)
{
  static const struct
  {
    const char *members, *fault; /* written with ' for " */
  } playbooks[] = {
    { "'id':'a'", "" },
    { "'id':null", "f:1:1: id: this member is missing" },
    { "'id':'a','language':null", "" },
    { "'id':'a','health':{'groups':[{'id':'g','name':'G','green':null,"
      "'yellow':{'need':'any','above':1}}]}",
      "health.groups[0].green: this member is missing" },
    { "'id':'a','default_motions':['nope']",
      "default_motions: “nope” isn’t the id of a motion in this file" },
    { "'id':'a','default_approaches':['nope']",
      "default_approaches: “nope” isn’t the id of an approach in this file" },
    { "'id':'a','motions':[{'id':'m','name':'M','recurring_activities':"
      "[{'id':'r','name':'R','every':'weekly'}]}]",
      "motions[0].recurring_activities[0].every: expected P, a number" },
    { "'id':'a','approaches':[{'id':'o','name':'O','kpis':"
      "[{'id':'q','name':'Q','green_above':40,'yellow_above':40}]}]",
      "approaches[0].kpis[0].green_above: green begins above yellow" },
    { "'id':'a','workloads':[{'id':'w','name':'One'},{'id':'w','name':'Other'}]",
      "“w” stands in the list twice" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (playbooks); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) faults
          = g_ptr_array_new_with_free_func ((GDestroyNotify) tw_fault_free);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *found = NULL;
      TwPlaybook *playbook;

      g_string_printf (text, "{'format':'engagement-playbook','version':1,'title':'T',%s}",
                       playbooks[i].members);
      g_string_replace (text, "'", "\"", 0);
      bytes = g_bytes_new (text->str, text->len);
      playbook = tw_playbook_read (bytes, faults);
      found = faults->len > 0 ? tw_fault_to_string (faults->pdata[0], "f") : g_strdup ("");
      if (strstr (found, playbooks[i].fault) == NULL || faults->len > 1)
        g_error ("%s: expected “%s”, found “%s”", text->str, playbooks[i].fault, found);
      g_assert_true ((playbook != NULL) == (*playbooks[i].fault == '\0'));
      g_clear_pointer (&playbook, tw_playbook_unref);
    }
}

/* Everything of the catalogue is there, counted by another reader. */
static void
nothing_is_lost (void)
{
  g_autofree char *path = tw_test_path ("data/playbooks/fasttrack-m365.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  TwPlaybook *playbook = tw_playbook_builtin ();
  JsonObject *root;

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  root = json_node_get_object (json_parser_get_root (parser));
#define SAME(list, name)                                                                           \
  g_assert_cmpuint (tw_list_n (list), ==,                                                          \
                    json_array_get_length (json_object_get_array_member (root, name)))
  SAME (playbook->roles, "roles");
  SAME (playbook->workloads, "workloads");
  SAME (playbook->phases, "phases");
  SAME (playbook->motions, "motions");
  SAME (playbook->approaches, "approaches");
  SAME (playbook->statuses, "statuses");
  SAME (playbook->business_reasons, "business_reasons");
  SAME (playbook->note_types, "note_types");
  SAME (playbook->meetings, "meetings");
  g_assert_cmpuint (tw_list_n (playbook->adoption_continuum->stages), ==, 3);
  g_assert_cmpuint (tw_list_n (playbook->health->groups), ==, 3);
  g_assert_cmpstr (tw_playbook_name (playbook, TW_WORD_REASON, "migration"), ==, "Migration");
  g_assert_cmpstr (tw_playbook_name (playbook, TW_WORD_ROLE, "Endpoint lead"), ==, "Endpoint lead");
}

/* FACTS.md, Language of a plan. */
static void
the_language_of_a_plan (void)
{
  TwPlanRequest request = { .customer = "Contoso", .start = tw_date_parse ("2026-11-02") };
  g_autoptr (TwPlan) english = NULL, german = NULL, french = NULL;
  TwPhase *phase;

  g_assert_cmpstr (tw_terms_language ("de_AT.UTF-8"), ==, "de");
  g_assert_cmpstr (tw_terms_language ("pt-BR"), ==, "pt");
  g_assert_cmpstr (tw_terms_language ("zh-CN"), ==, "zh_CN");
  g_assert_null (tw_terms_language ("zh_TW"));
  g_assert_null (tw_terms_language ("deu"));
  g_assert_null (tw_terms_language ("C"));
  g_assert_cmpstr (tw_term ("de", "Assess", NULL), ==, "Analyse");
  g_assert_cmpstr (tw_term ("de", "A new name", "Assess"), ==, "Analyse");
  g_assert_cmpstr (tw_term ("de", "No term", NULL), ==, "No term");

  english = tw_playbook_make_plan (tw_playbook_builtin (), &request, NULL);
  request.language = "de-AT";
  german = tw_playbook_make_plan (tw_playbook_builtin (), &request, NULL);
  request.language = "fr";
  french = tw_playbook_make_plan (tw_playbook_builtin (), &request, NULL);
  g_assert_null (english->language);
  g_assert_null (french->language);
  g_assert_cmpstr (german->language, ==, "de-AT");
  phase = ((TwMotion *) german->motions->items[0])->phases->items[2];
  g_assert_cmpstr (phase->kind, ==, "initiate");
  g_assert_cmpstr (phase->name, ==, "Initiierung");
  phase = ((TwMotion *) french->motions->items[0])->phases->items[2];
  g_assert_cmpstr (phase->name, ==, "Initiate");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/playbook/what-comes-of-it", what_comes_of_it);
  g_test_add_func ("/playbook/activities-of-each-approach", activities_of_each_approach);
  g_test_add_func ("/playbook/phases-of-the-first-chain", phases_of_the_first_chain);
  g_test_add_func ("/playbook/every-chain-is-a-sound-plan", every_chain_is_a_sound_plan);
  g_test_add_func ("/playbook/refuses-what-it-lacks", refuses_what_it_lacks);
  g_test_add_func ("/playbook/tells-what-is-wrong", tells_what_is_wrong_with_a_playbook);
  g_test_add_func ("/playbook/nothing-is-lost", nothing_is_lost);
  g_test_add_func ("/playbook/the-language-of-a-plan", the_language_of_a_plan);
  return g_test_run ();
}
