/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-check.h"
#include "tw-playbook.h"
#include "tw-test-plan.h"
#include "tw-verify.h"

/* Each finding of FACTS.md on a plan that holds little else, from the day on which it is one to
 * the plan in which it is none. */

static TwFacts *
facts_of (TwPlan *plan, const char *today)
{
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);

  return tw_facts_new (schedule, NULL, tw_date_parse (today), NULL);
}

/* The findings are these: "ID PATH, ID PATH"; the path of the plan itself is left out. */
static void
finds_in (TwPlan *plan, const char *today, const char *expected)
{
  g_autoptr (TwFacts) facts = facts_of (plan, today);
  g_autoptr (GPtrArray) findings = tw_check (facts);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      TwFinding *finding = findings->pdata[i];
      g_autofree char *path = tw_place_to_string (&finding->place);

      g_string_append_printf (found, "%s%s%s%s", i > 0 ? ", " : "", finding->id,
                              *path != '\0' ? " " : "", path);
      g_assert_cmpstr (finding->sentence, !=, "");
      g_assert_true (tw_plan_at (plan, &finding->place) == finding->record);
    }
  g_assert_cmpstr (found->str, ==, expected);
  g_string_free (found, TRUE);
}

static void
finds (const char *members, const char *today, const char *expected)
{
  g_autoptr (TwPlan) plan = tw_test_plan_of (members);

  finds_in (plan, today, expected);
}

/* The one finding has a remedy; with it the plan is sound and has none. */
static TwPlan *
mends (const char *members, const char *today, const char *remedy)
{
  g_autoptr (TwPlan) plan = tw_test_plan_of (members);
  g_autoptr (TwFacts) facts = facts_of (plan, today);
  g_autoptr (GPtrArray) findings = tw_check (facts);
  g_autoptr (GPtrArray) breaches = NULL;
  g_autofree char *place = NULL;
  TwPlan *mended;
  TwFinding *finding;

  g_assert_cmpuint (findings->len, ==, 1);
  finding = findings->pdata[0];
  g_assert_cmpstr (finding->remedy, ==, remedy);
  place = tw_place_to_string (&finding->place);
  mended = tw_check_mend (facts, finding->id, place, NULL);
  breaches = tw_plan_verify (mended);
  g_assert_cmpuint (breaches->len, ==, 0);
  finds_in (mended, today, "");
  return mended;
}

#define DAY "2026-11-02" /* a Monday, on which the plans start */
#define SLICE(members) "'workloads':[{'id':'w','name':'W','slices':[{'id':'s1'," members "}]}]"
#define HOLDER ",'people':[{'id':'p1','name':'Ann'}]"
#define MOTION(phases) "'motions':[{'id':'m1','name':'M','phases':[" phases "]}]"
#define PHASE(activities) MOTION ("{'id':'h1','name':'H','activities':[" activities "]}")
#define ADOPTION(item) "'adoption':[{'id':'o','name':'O','checklist':[" item "]}]"

static void
dibs_gap (void)
{
#define IN_PROGRESS "'status':'in-progress','engagement_start':'2026-10-01',"
  finds (SLICE (IN_PROGRESS "'deploy_by':'2027-02-01','intent':'yes','business_reason':"
                            "'work-anywhere','success_owner':'p1'") HOLDER,
         DAY, "");
  finds (SLICE (IN_PROGRESS "'intent':'yes','business_reason':'work-anywhere',"
                            "'success_owner':'p1'") HOLDER,
         DAY, "dibs-gap workloads[0].slices[0]");
  finds (SLICE (IN_PROGRESS "'deploy_by':'2027-02-01','business_reason':'work-anywhere',"
                            "'success_owner':'p1'") HOLDER,
         DAY, "dibs-gap workloads[0].slices[0]");
  finds (SLICE (IN_PROGRESS "'deploy_by':'2027-02-01','intent':'yes','success_owner':'p1'") HOLDER,
         DAY, "dibs-gap workloads[0].slices[0]");
  finds (SLICE (IN_PROGRESS "'deploy_by':'2027-02-01','intent':'no','business_reason':"
                            "'work-anywhere'"),
         DAY, "dibs-gap workloads[0].slices[0]");
}

#define DIBS                                                                                       \
  "'status':'in-progress','intent':'yes','business_reason':'work-anywhere',"                       \
  "'success_owner':'p1','deploy_by':'2027-02-01'"

static void
engagement_start (void)
{
  finds (SLICE (DIBS) HOLDER, DAY, "start-missing workloads[0].slices[0]");
  finds (SLICE (DIBS ",'engagement_start':'2027-02-01'") HOLDER, DAY,
         "start-after-target workloads[0].slices[0]");
  finds (SLICE (DIBS ",'engagement_start':'2027-01-31'") HOLDER, DAY, "");
  finds (SLICE (DIBS ",'engagement_start':'2026-12-02'") HOLDER, DAY,
         "start-near workloads[0].slices[0]");
  finds (SLICE (DIBS ",'engagement_start':'2026-11-02'") HOLDER, DAY,
         "start-near workloads[0].slices[0]");
  finds (SLICE (DIBS ",'engagement_start':'2026-12-03'") HOLDER, DAY, "");
  finds (SLICE (DIBS ",'engagement_start':'2026-11-01'") HOLDER, DAY, "");
}

static void
blocked_incomplete (void)
{
  static const char *const members[]
      = { "'owner':'p1'", "'next_action':'Ask'", "'next_on':'2026-11-09'",
          "'unblock_by':'2026-11-30'", "'notes':'N'" };

  /* All but one; the last round: all. */
  for (guint left_out = 0; left_out <= G_N_ELEMENTS (members); left_out++)
    {
      GString *text = g_string_new ("'workloads':[{'id':'w','name':'W','slices':[{'id':'s1',"
                                    "'status':'blocked'");

      for (guint i = 0; i < G_N_ELEMENTS (members); i++)
        if (i != left_out)
          g_string_append_printf (text, ",%s", members[i]);
      g_string_append (text, "}]}]" HOLDER);
      finds (text->str, DAY,
             left_out < G_N_ELEMENTS (members) ? "blocked-incomplete workloads[0].slices[0]" : "");
      g_string_free (text, TRUE);
    }
}

static void
blocked_says_all (void)
{
  g_autoptr (TwPlan) plan
      = tw_test_plan_of ("'workloads':[{'id':'w','name':'W','slices':[{'id':'s1',"
                         "'status':'blocked','next_action':'Ask','notes':'N'}]}]" HOLDER);
  g_autoptr (TwFacts) facts = facts_of (plan, DAY);
  g_autoptr (GPtrArray) findings = tw_check (facts);

  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (((TwFinding *) findings->pdata[0])->sentence, ==,
                   "W is blocked, and lacks who removes the block, the date of the next action and "
                   "the day by which it is unblocked");
}

static void
unknown_no_action (void)
{
  finds (SLICE ("'since':'2026-10-01'"), DAY, "unknown-no-action workloads[0].slices[0]");
  finds (SLICE ("'since':'2026-10-01','next_action':'Ask'"), DAY, "");
}

static void
seats_split (void)
{
  g_autoptr (TwPlan) mended = NULL;

  finds ("'workloads':[{'id':'w','name':'W','entitled':100,'slices':[{'id':'s1','seats':60},"
         "{'id':'s2','seats':39}]}]",
         DAY, "seats-split workloads[0]");
  finds ("'workloads':[{'id':'w','name':'W','entitled':100,'slices':[{'id':'s1','seats':60},"
         "{'id':'s2','seats':40}]}]",
         DAY, "");
  mended
      = mends ("'workloads':[{'id':'w','name':'W','entitled':100,'slices':[{'id':'s1','seats':60},"
               "{'id':'s2','name':'Plants','seats':39}]}]",
               DAY, "Plants: 40 seats");
  g_assert_cmpint (
      ((TwSlice *) ((TwWorkload *) mended->workloads->items[0])->slices->items[1])->seats, ==, 40);
  /* No part can be below nothing. */
  finds ("'workloads':[{'id':'w','name':'W','entitled':100,'slices':[{'id':'s1','seats':160},"
         "{'id':'s2','seats':39}]}]",
         DAY, "seats-split workloads[0]");
}

#define NOTE(kind, text)                                                                           \
  "'journal':[{'id':'n1','date':'2026-10-30','kind':'" kind "','text':'" text "'}]"

static void
vague_words (void)
{
  finds (SLICE ("'intent_note':'Not planned for now'"), DAY, "vague-words workloads[0].slices[0]");
  finds (SLICE ("'intent_note':'Currently stopped'"), DAY, "vague-words workloads[0].slices[0]");
  finds (SLICE ("'intent_note':'Not yet.'"), DAY, "vague-words workloads[0].slices[0]");
  finds (SLICE ("'intent_note':'Yetis use it for nowhere'"), DAY, "");
  /* Where the playbook says so of a type of note, in the journal as well. */
  finds (NOTE ("service-intent", "Not planned for now."), DAY, "vague-words journal[0]");
  finds (NOTE ("environment", "Not planned for now."), DAY, "");
}

/* A note on intent is of two sentences; other types are of any length. */
static void
note_length (void)
{
  finds (NOTE ("service-intent", "One. Two. Three."), DAY, "note-length journal[0]");
  finds (NOTE ("service-intent", "One? Two! Drei …\\nÜber vier"), DAY, "note-length journal[0]");
  finds (NOTE ("service-intent", "One, of approx. ten users at v. 2.5. Two."), DAY, "");
  finds (NOTE ("environment", "One. Two. Three."), DAY, "");
  finds (SLICE ("'intent_note':'One. Two. Three.'"), DAY, "note-length workloads[0].slices[0]");
  finds (SLICE ("'intent_note':'One. Two.'"), DAY, "");
}

static void
overdue (void)
{
  const char *members = PHASE ("{'id':'a1','name':'A','days':5}");
  g_autoptr (TwPlan) mended = NULL;
  char iso[TW_DATE_LENGTH];
  TwPlace place;

  finds (members, "2026-11-06", "");
  finds (members, "2026-11-07", "overdue motions[0].phases[0].activities[0]");
  mended = mends (members, "2026-11-09", "Mark as done");
  g_assert_true (tw_plan_find (mended, &tw_activity_type, "a1", &place));
  g_assert_cmpstr (tw_date_iso (((TwActivity *) tw_plan_at (mended, &place))->finished, iso), ==,
                   "2026-11-09");
}

/* One finding is mended where it stands, and nothing else. */
static void
one_is_mended (void)
{
  g_autoptr (TwPlan) plan
      = tw_test_plan_of (PHASE ("{'id':'a1','name':'A','days':5},{'id':'a2','name':'B','days':5}"));
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  g_autoptr (TwFacts) facts = tw_facts_new (schedule, NULL, tw_date_parse ("2026-11-09"), NULL);
  g_autoptr (TwPlan) mended
      = tw_check_mend (facts, "overdue", "motions[0].phases[0].activities[1]", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (mended);
  finds_in (mended, "2026-11-09", "overdue motions[0].phases[0].activities[0]");
  g_assert_null (tw_check_mend (facts, "overdue", "motions[1]", &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
}

static void
item_overdue (void)
{
  const char *members = ADOPTION ("{'id':'e1','text':'E','due':'2026-11-03'}");

  finds (members, "2026-11-03", "");
  finds (members, "2026-11-04", "item-overdue adoption[0].checklist[0]");
  finds (ADOPTION ("{'id':'e1','text':'E','due':'2026-11-03','done':'2026-11-20'}"), "2026-11-04",
         "");
  tw_plan_unref (mends (members, "2026-11-04", "Tick it off"));
}

static void
no_owner (void)
{
  finds (PHASE ("{'id':'a1','name':'A','roles':['fm']}") HOLDER, DAY,
         "no-owner motions[0].phases[0].activities[0]");
  finds (PHASE ("{'id':'a1','name':'A','owner':'p1'}") HOLDER, DAY, "");
  finds (PHASE ("{'id':'a1','name':'A','roles':['fm']}") ",'people':[{'id':'p1','name':'Ann',"
                                                         "'role':'fm'}]",
         DAY, "");
  finds (PHASE ("{'id':'a1','name':'A','status':'skipped'}") HOLDER, DAY, "");
  finds (PHASE ("{'id':'a1','name':'A'}"), DAY, "");
}

static void
past_deadline (void)
{
  finds ("'deadline':'2026-11-05'," PHASE ("{'id':'a1','name':'A','days':5}"), DAY,
         "past-deadline");
  finds ("'deadline':'2026-11-06'," PHASE ("{'id':'a1','name':'A','days':5}"), DAY, "");
}

#define PINNED(start)                                                                              \
  PHASE ("{'id':'a1','name':'A','days':5},"                                                        \
         "{'id':'a2','name':'B','start':'" start "','after':['a1']}")

/* Of all three kinds of nodes. */
static void
pin_ineffective (void)
{
  static const struct
  {
    const char *members, *found;
  } rows[] = {
    { PINNED ("2026-11-03"), "pin-ineffective motions[0].phases[0].activities[1]" },
    { MOTION ("{'id':'h1','name':'H','days':5},{'id':'h2','name':'I','days':5,"
              "'start':'2026-11-03'}"),
      "pin-ineffective motions[0].phases[1]" },
    { "'motions':[{'id':'m1','name':'M','phases':[{'id':'h1','name':'H','days':5}]},"
      "{'id':'m2','name':'N','after':['m1'],'start':'2026-11-03','phases':["
      "{'id':'h2','name':'I','days':5}]}]",
      "pin-ineffective motions[1]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      tw_plan_unref (mends (rows[i].members, DAY, "Remove the date"));
      finds (rows[i].members, DAY, rows[i].found);
    }
  finds (PINNED ("2026-11-09"), DAY, "pin-ineffective motions[0].phases[0].activities[1]");
  finds (PINNED ("2026-11-10"), DAY, "");
}

static void
on_day_off (void)
{
  finds (PHASE ("{'id':'a1','name':'A','start':'2026-11-14'}"), DAY,
         "on-day-off motions[0].phases[0].activities[0]");
  finds (MOTION ("{'id':'h1','name':'H','days':5,'start':'2026-11-15'}"), DAY,
         "on-day-off motions[0].phases[0]");
  finds (ADOPTION ("{'id':'e1','text':'E','due':'2026-11-14'}"), DAY,
         "on-day-off adoption[0].checklist[0]");
  finds ("'register':[{'id':'k1','kind':'risk','title':'K','due':'2026-11-14'}]", DAY,
         "on-day-off register[0]");
  finds ("'meetings':[{'id':'g1','date':'2026-11-14','title':'G'}]", DAY, "on-day-off meetings[0]");
  /* A holiday; what is past or over. */
  finds ("'calendar':{'holidays':[{'date':'2026-11-11','name':'X'}]},"
         "'meetings':[{'id':'g1','date':'2026-11-11','title':'G'}]",
         DAY, "on-day-off meetings[0]");
  finds ("'meetings':[{'id':'g1','date':'2026-11-14','title':'G'}]", "2026-11-16", "");
  finds (ADOPTION ("{'id':'e1','text':'E','due':'2026-11-14','done':'2026-11-02'}"), DAY, "");
  tw_plan_unref (
      mends (PHASE ("{'id':'a1','name':'A','start':'2026-11-14'}"), DAY, "Move to 16 November"));
  tw_plan_unref (
      mends (ADOPTION ("{'id':'e1','text':'E','due':'2026-11-14'}"), DAY, "Move to 16 November"));
  tw_plan_unref (mends ("'register':[{'id':'k1','kind':'risk','title':'K','due':'2026-11-14'}]",
                        DAY, "Move to 16 November"));
  tw_plan_unref (mends ("'meetings':[{'id':'g1','date':'2026-11-14','title':'G'}]", DAY,
                        "Move to 16 November"));
}

static void
done_with_open_mandatory (void)
{
#define DONE(check)                                                                                \
  PHASE ("{'id':'a1','name':'A','status':'done','finished':'2026-11-02','checklist':[" check "]}")
  finds (DONE ("{'id':'c1','text':'T','mandatory':true}"), DAY,
         "done-with-open-mandatory motions[0].phases[0].activities[0]");
  finds (DONE ("{'id':'c1','text':'T','mandatory':true,'done':'2026-11-02'}"), DAY, "");
  finds (DONE ("{'id':'c1','text':'T'}"), DAY, "");
  tw_plan_unref (mends (DONE ("{'id':'c1','text':'T','mandatory':true},"
                              "{'id':'c2','text':'U','mandatory':true}"),
                        DAY, "Tick them off"));
}

static void
empty_phase (void)
{
  finds (MOTION ("{'id':'h1','name':'H'}"), DAY, "empty-phase motions[0].phases[0]");
  finds (MOTION ("{'id':'h1','name':'H','days':1}"), DAY, "");
  tw_plan_unref (mends (MOTION ("{'id':'h1','name':'H'}"), DAY, "Remove the phase"));
}

/* Of a customer that is red, and of one that is blue. */
static void
status_note_gap (void)
{
#define RATED(active)                                                                              \
  "'workloads':[{'id':'w','kind':'exchange','name':'W','entitled':100,"                            \
  "'readings':[{'date':'2026-10-01','active':" active "}]}]"
#define ALL_RATED                                                                                  \
  "'workloads':[{'id':'w','kind':'exchange','name':'W','entitled':100,"                            \
  "'readings':[{'date':'2026-10-01','active':90}]},"                                               \
  "{'id':'v','kind':'windows-10','name':'V','entitled':100,"                                       \
  "'readings':[{'date':'2026-10-01','active':90}]},"                                               \
  "{'id':'u','kind':'office-proplus','name':'U','entitled':100,"                                   \
  "'readings':[{'date':'2026-10-01','active':90}]}]"
#define STATUS_NOTE                                                                                \
  ",'journal':[{'id':'n1','date':'2026-10-01','kind':'enterprise-status','text':'S'}]"
  finds (RATED ("1") STATUS_NOTE, "2026-10-22", "");
  finds (RATED ("1") STATUS_NOTE, "2026-10-23", "status-note-gap");
  finds (RATED ("90") STATUS_NOTE, "2026-10-23", "status-note-gap");
  finds (ALL_RATED STATUS_NOTE, "2026-10-23", "");
  finds (RATED ("1") ",'journal':[{'id':'n1','date':'2026-10-01','text':'S'}]", "2026-10-23", "");
}

static void
unknown_word (void)
{
  finds ("'workloads':[{'id':'w','kind':'x','name':'W','slices':[{'id':'s1','reason':'x'}]}]", DAY,
         "unknown-word workloads[0], unknown-word workloads[0].slices[0]");
  finds (SLICE ("'detail':'x'"), DAY, "unknown-word workloads[0].slices[0]");
  finds (SLICE ("'business_reason':'x'"), DAY, "unknown-word workloads[0].slices[0]");
  finds ("'motions':[{'id':'m1','kind':'x','name':'M','phases':[{'id':'h1','kind':'x','name':'H',"
         "'days':1}]}]",
         DAY, "unknown-word motions[0], unknown-word motions[0].phases[0]");
  finds ("'approaches':[{'id':'o','kind':'x','name':'O'}]", DAY, "unknown-word approaches[0]");
  finds (NOTE ("x", "T"), DAY, "unknown-word journal[0]");
  finds ("'meetings':[{'id':'g1','kind':'x','date':'2026-11-09','title':'G'}]", DAY,
         "unknown-word meetings[0]");
  finds ("'motions':[{'id':'m1','name':'M','recurring':[{'id':'r1','kind':'x','name':'R',"
         "'every':'P2W'}],'phases':[{'id':'h1','name':'H','activities':[{'id':'a1','kind':'x',"
         "'name':'A','checklist':[{'id':'c1','kind':'x','text':'T'}]}]}]}]",
         DAY,
         "unknown-word motions[0].phases[0].activities[0], "
         "unknown-word motions[0].phases[0].activities[0].checklist[0], "
         "unknown-word motions[0].recurring[0]");
  finds ("'approaches':[{'id':'o','name':'O','kpis':[{'id':'q1','kind':'x','name':'Q',"
         "'green_above':70,'yellow_above':40}]}],'adoption':[{'id':'o','kind':'x','name':'O',"
         "'checklist':[{'id':'e1','kind':'x','text':'E'}]}]",
         DAY,
         "unknown-word approaches[0].kpis[0], unknown-word adoption[0], "
         "unknown-word adoption[0].checklist[0]");
}

/* Made of the playbook, with all its motions' words and no other. */
static void
words_of_the_playbook_are_known (void)
{
  TwPlaybook *playbook = tw_playbook_builtin ();

  TW_FOREACH (TwPbMotion, motion, playbook->motions)
    {
      TwPlanRequest request = { .customer = "C",
                                .start = tw_date_parse (DAY),
                                .seats = 4200,
                                .motions = (const char *[]){ motion->id, NULL },
                                .approaches = (const char *[]){ "get-modern", NULL } };
      g_autoptr (TwPlan) plan = tw_playbook_make_plan (playbook, &request, NULL);

      finds_in (plan, DAY, "");
    }
}

static void
unknown_member (void)
{
  finds ("'zz':1,'customer':{'name':'C','zz':1}," PHASE ("{'id':'a1','name':'A','zz':1}"), DAY,
         "unknown-member, unknown-member customer, "
         "unknown-member motions[0].phases[0].activities[0]");
}

static void
internal_name_in_public_text (void)
{
  finds ("'summary':'Beta waits'," PHASE ("{'id':'a1','name':'Beta','customer_name':'B'}"), DAY,
         "internal-name-in-public-text");
  finds ("'summary':'Alpha waits'," PHASE ("{'id':'a1','name':'Beta','customer_name':'B'}"), DAY,
         "");
}

static void
outlook_of (const char *deadline, const char *calendar, const char *kind, const char *sentence)
{
  g_autofree char *members = g_strdup_printf (
      "'deadline':'%s','calendar':{%s},'motions':[{'id':'m1','name':'M','phases':["
      "{'id':'h1','kind':'%s','name':'Move','activities':[{'id':'a1','name':'Try it','kind':"
      "'s2t-pilot','days':10}]},"
      "{'id':'h2','name':'After','activities':[{'id':'a2','name':'B','days':10}]}]}]",
      deadline, calendar, kind);
  g_autoptr (TwPlan) plan = tw_test_plan_of (members);
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  g_autofree char *found = tw_check_outlook (schedule);

  g_assert_cmpstr (found, ==, sentence);
}

/* From 2 to 13, and from 16 to 27 November. */
static void
outlook (void)
{
  const char *free_day = "'holidays':[{'date':'2026-11-11','name':'Martinmas'}]";

  outlook_of ("2026-11-12", "", "migrate", "The renewal comes 1 working day before Move ends");
  outlook_of ("2026-11-13", "", "migrate", NULL);
  outlook_of ("2026-11-25", "", "assess", "The renewal comes 2 working days before the plan ends");
  outlook_of ("2026-12-31", free_day, "migrate", "“Martinmas” falls into Try it");
}

static void
outlook_without_motions (void)
{
  const struct
  {
    const char *approaches, *sentence;
  } cases[] = {
    { "", NULL },
    { "{'id':'p1','name':'P'}", "Without a motion the approach has nothing to do" },
    { "{'id':'p1','name':'P'},{'id':'p2','name':'Q'}",
      "Without a motion the approaches have nothing to do" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *members = g_strdup_printf ("'approaches':[%s]", cases[i].approaches);
      g_autoptr (TwPlan) plan = tw_test_plan_of (members);
      g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
      g_autofree char *found = tw_check_outlook (schedule);

      g_assert_cmpstr (found, ==, cases[i].sentence);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/dibs-gap", dibs_gap);
  g_test_add_func ("/check/engagement-start", engagement_start);
  g_test_add_func ("/check/blocked-incomplete", blocked_incomplete);
  g_test_add_func ("/check/blocked-says-all", blocked_says_all);
  g_test_add_func ("/check/unknown-no-action", unknown_no_action);
  g_test_add_func ("/check/seats-split", seats_split);
  g_test_add_func ("/check/vague-words", vague_words);
  g_test_add_func ("/check/note-length", note_length);
  g_test_add_func ("/check/overdue", overdue);
  g_test_add_func ("/check/one-is-mended", one_is_mended);
  g_test_add_func ("/check/item-overdue", item_overdue);
  g_test_add_func ("/check/no-owner", no_owner);
  g_test_add_func ("/check/past-deadline", past_deadline);
  g_test_add_func ("/check/pin-ineffective", pin_ineffective);
  g_test_add_func ("/check/on-day-off", on_day_off);
  g_test_add_func ("/check/done-with-open-mandatory", done_with_open_mandatory);
  g_test_add_func ("/check/empty-phase", empty_phase);
  g_test_add_func ("/check/status-note-gap", status_note_gap);
  g_test_add_func ("/check/unknown-word", unknown_word);
  g_test_add_func ("/check/words-of-the-playbook-are-known", words_of_the_playbook_are_known);
  g_test_add_func ("/check/unknown-member", unknown_member);
  g_test_add_func ("/check/internal-name-in-public-text", internal_name_in_public_text);
  g_test_add_func ("/check/outlook", outlook);
  g_test_add_func ("/check/outlook-without-motions", outlook_without_motions);
  return g_test_run ();
}
