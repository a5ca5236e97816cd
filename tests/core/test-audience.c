/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-audience.h"
#include "tw-check.h"
#include "tw-plan-file.h"
#include "tw-test-plan.h"

/* The rules of FORMAT.md, The customer's copy: the plan that a consultant has, and the one that
 * the customer gets, as tw_test_plan_of() takes them. */

/* The customer's copy of the one is the other. */
static void
becomes (const char *members, const char *expected_members)
{
  g_autoptr (TwPlan) plan = tw_test_plan_of (members);
  g_autoptr (TwPlan) expected = tw_test_plan_of (expected_members);
  g_autoptr (TwPlan) copy = tw_audience_copy (plan, NULL, TW_AUDIENCE_CUSTOMER);
  g_autofree char *found = g_string_free (tw_json_write (copy), FALSE);
  g_autofree char *wanted = g_string_free (tw_json_write (expected), FALSE);

  g_assert_cmpstr (found, ==, wanted);
  g_assert_true (tw_record_equal (copy, expected));
}

#define PHASE(activities)                                                                          \
  "'motions':[{'id':'m1','name':'M','phases':[{'id':'h1','name':'H','activities':[" activities     \
  "]}]}]"
#define ANN "{'id':'p1','name':'Ann'}"
#define PUBLIC_ACTIVITY "{'id':'a1','name':'A'}"
#define INTERNAL_ACTIVITY "{'id':'a2','name':'B','internal':true}"

/* Rule 1, each type that can be internal; a check and a note are, unless they say otherwise. */
static void
internal_records_go (void)
{
  becomes (PHASE (PUBLIC_ACTIVITY "," INTERNAL_ACTIVITY), PHASE (PUBLIC_ACTIVITY));
  becomes (PHASE ("{'id':'a1','name':'A','checklist':[{'id':'c1','text':'hidden'},"
                  "{'id':'c2','text':'shown','internal':false}]}"),
           PHASE ("{'id':'a1','name':'A','checklist':[{'id':'c2','text':'shown',"
                  "'internal':false}]}"));
  becomes ("'motions':[{'id':'m1','name':'M','phases':[{'id':'h1','name':'H',"
           "'exit':[{'id':'c1','text':'hidden'}]}],"
           "'recurring':[{'id':'r1','name':'R','every':'P2W','internal':true},"
           "{'id':'r2','name':'S','every':'P1M'}]}]",
           "'motions':[{'id':'m1','name':'M','phases':[{'id':'h1','name':'H'}],"
           "'recurring':[{'id':'r2','name':'S','every':'P1M'}]}]");
  becomes ("'adoption':[{'id':'s','name':'S','checklist':["
           "{'id':'e1','text':'hidden','internal':true},{'id':'e2','text':'shown'}]}]",
           "'adoption':[{'id':'s','name':'S','checklist':[{'id':'e2','text':'shown'}]}]");
  becomes ("'register':[{'id':'k1','kind':'risk','title':'hidden','internal':true},"
           "{'id':'k2','kind':'risk','title':'shown'}]",
           "'register':[{'id':'k2','kind':'risk','title':'shown'}]");
  becomes ("'journal':[{'id':'n1','date':'2027-01-08','text':'hidden'},"
           "{'id':'n2','date':'2027-01-08','text':'shown','internal':false}]",
           "'journal':[{'id':'n2','date':'2027-01-08','text':'shown','internal':false}]");
  becomes ("'meetings':[{'id':'g1','date':'2027-01-08','title':'hidden','internal':true},"
           "{'id':'g2','date':'2027-01-08','title':'shown'}]",
           "'meetings':[{'id':'g2','date':'2027-01-08','title':'shown'}]");
}

/* Rule 1: links, the go-live, what an entry holds up, decisions, a baseline's items. */
static void
what_refers_to_them_goes (void)
{
  becomes (
      "'go_live':'a2'," PHASE (INTERNAL_ACTIVITY ",{'id':'a3','name':'D','after':['a2','a1']}"
                                                 "," PUBLIC_ACTIVITY) ",'register':[{'id':'k1','"
                                                                      "kind':'issue','title':'I','"
                                                                      "activity':'a2'}],"
                                                                      "'baselines':[{'id':'b1','"
                                                                      "name':'N','taken':'2027-01-"
                                                                      "08','items':["
                                                                      "{'id':'a1','name':'A','"
                                                                      "start':'2026-11-02','finish'"
                                                                      ":'2026-11-02'},"
                                                                      "{'id':'a2','name':'B','"
                                                                      "start':'2026-11-02','finish'"
                                                                      ":'2026-11-02'},"
                                                                      "{'id':'gone','name':'G','"
                                                                      "start':'2026-11-02','finish'"
                                                                      ":'2026-11-02'}]}]",
      PHASE (
          "{'id':'a3','name':'D','after':['a1']}," PUBLIC_ACTIVITY) ",'register':[{'id':'k1','kind'"
                                                                    ":'issue','title':'I'}],"
                                                                    "'baselines':[{'id':'b1','name'"
                                                                    ":'N','taken':'2027-01-08','"
                                                                    "items':["
                                                                    "{'id':'a1','name':'A','start':"
                                                                    "'2026-11-02','finish':'2026-"
                                                                    "11-02'}]}]");
  becomes ("'register':[{'id':'k1','kind':'decision','title':'D','internal':true}],"
           "'meetings':[{'id':'g1','date':'2027-01-08','title':'G','decisions':['k1']}]",
           "'meetings':[{'id':'g1','date':'2027-01-08','title':'G'}]");
}

/* A phase that waited for what is internal alone waits for nothing, not for the phase before. */
static void
a_phase_that_lost_its_links (void)
{
  becomes ("'motions':[{'id':'m1','name':'M','phases':[{'id':'h1','name':'H','activities':["
           "{'id':'a1','name':'A','internal':true}]},{'id':'h2','name':'I','after':['a1']}]}]",
           "'motions':[{'id':'m1','name':'M','phases':[{'id':'h1','name':'H'},"
           "{'id':'h2','name':'I','after':[]}]}]");
}

/* Rule 2, every member that FORMAT.md's table calls internal, but for rule 4's. */
static void
internal_members_go (void)
{
  becomes ("'summary':'S','summary_basis':'x','customer':{'name':'C','notes':'N',"
           "'internal_notes':'x'},'people':[{'id':'p1','name':'Ann','internal_notes':'x'}],"
           "'lead':'p1'",
           "'summary':'S','customer':{'name':'C','notes':'N'},"
           "'people':[" ANN "],'lead':'p1'");
  becomes ("'workloads':[{'id':'w','name':'W','internal_notes':'x',"
           "'forecasts':[{'quarter':'2027-03-31','active':5}],"
           "'slices':[{'id':'s1','status':'blocked','reason':'R','detail':'x',"
           "'engagement_start':'2026-12-07','next_action':'x','next_on':'2026-12-07',"
           "'notes':'N','internal_notes':'x'}]}]",
           "'workloads':[{'id':'w','name':'W','slices':[{'id':'s1','status':'blocked',"
           "'reason':'R','next_on':'2026-12-07','notes':'N'}]}]");
  becomes ("'motions':[{'id':'m1','name':'M','internal_notes':'x','handover':{'notes':'x',"
           "'ready':[{'id':'c1','text':'x','internal':false}]},'phases':[{'id':'h1','name':'H',"
           "'internal_notes':'x','activities':[{'id':'a1','name':'A','internal_notes':'x',"
           "'checklist':[{'id':'c2','text':'T','note':'x','internal':false}]}]}],"
           "'recurring':[{'id':'r1','name':'R','every':'P2W','health':['red'],"
           "'internal_notes':'x'}]}]",
           "'motions':[{'id':'m1','name':'M','phases':[{'id':'h1','name':'H','activities':["
           "{'id':'a1','name':'A','checklist':[{'id':'c2','text':'T','internal':false}]}]}],"
           "'recurring':[{'id':'r1','name':'R','every':'P2W'}]}]");
  becomes ("'approaches':[{'id':'o','name':'O','internal_notes':'x'}],"
           "'register':[{'id':'k1','kind':'risk','title':'K','internal_notes':'x'}],"
           "'meetings':[{'id':'g1','date':'2027-01-08','title':'G','internal_notes':'x'}]",
           "'approaches':[{'id':'o','name':'O'}],"
           "'register':[{'id':'k1','kind':'risk','title':'K'}],"
           "'meetings':[{'id':'g1','date':'2027-01-08','title':'G'}]");
}

/* Rule 2: nobody knows the audience of what this version doesn't know. */
static void
unknown_members_go (void)
{
  becomes ("'zz':1,'customer':{'name':'C','zz':[1]},'calendar':{'zz':{'a':1}},"
           "'workloads':[{'id':'w','name':'W','readings':[{'date':'2026-11-01','active':3,"
           "'zz':'x'}]}]," PHASE ("{'id':'a1','name':'A','zz':'x'}"),
           "'calendar':{},'workloads':[{'id':'w','name':'W','readings':["
           "{'date':'2026-11-01','active':3}]}]," PHASE (PUBLIC_ACTIVITY));
}

/* Rule 3, in each type that has one; a baseline calls a node as the copy does. */
static void
the_customers_name_stands_in (void)
{
  becomes ("'motions':[{'id':'m1','name':'x','customer_name':'M','phases':[{'id':'h1',"
           "'name':'x','customer_name':'H','activities':[{'id':'a1','name':'x',"
           "'customer_name':'A'}]}],'recurring':[{'id':'r1','name':'x','customer_name':'R',"
           "'every':'P2W'}]}],'approaches':[{'id':'o','name':'x','customer_name':'O'}],"
           "'baselines':[{'id':'b1','name':'N','taken':'2027-01-08','items':["
           "{'id':'a1','name':'x','start':'2026-11-02','finish':'2026-11-02'}]}]",
           "'motions':[{'id':'m1','name':'M','phases':[{'id':'h1','name':'H','activities':["
           "{'id':'a1','name':'A'}]}],'recurring':[{'id':'r1','name':'R','every':'P2W'}]}],"
           "'approaches':[{'id':'o','name':'O'}],"
           "'baselines':[{'id':'b1','name':'N','taken':'2027-01-08','items':["
           "{'id':'a1','name':'A','start':'2026-11-02','finish':'2026-11-02'}]}]");
}

/* Rule 3: a check tells its role where it is the customer's. */
static void
roles_of_our_side_arent_shown (void)
{
  becomes (PHASE ("{'id':'a1','name':'A','checklist':["
                  "{'id':'c1','text':'T','role':'fm','internal':false},"
                  "{'id':'c2','text':'T','role':'customer-pm','internal':false},"
                  "{'id':'c3','text':'T','role':'csm','internal':false}]}"),
           PHASE ("{'id':'a1','name':'A','checklist':["
                  "{'id':'c1','text':'T','internal':false},"
                  "{'id':'c2','text':'T','role':'customer-pm','internal':false},"
                  "{'id':'c3','text':'T','internal':false}]}"));
}

/* Rule 4, in each type that has a word of the playbook's. */
static void
words_of_the_playbook_go (void)
{
  becomes ("'playbook':'x','playbook_edition':'x',"
           "'workloads':[{'id':'w','kind':'x','name':'W'}],"
           "'motions':[{'id':'m1','kind':'x','name':'M','phases':[{'id':'h1','kind':'x',"
           "'name':'H','activities':[{'id':'a1','kind':'x','name':'A','checklist':["
           "{'id':'c1','kind':'x','text':'T','internal':false}]}]}],'recurring':["
           "{'id':'r1','kind':'x','name':'R','every':'P2W'}]}],"
           "'approaches':[{'id':'o','kind':'x','name':'O','kpis':[{'id':'q1','kind':'x',"
           "'name':'Q','green_above':70,'yellow_above':40}]}],"
           "'adoption':[{'id':'s','kind':'x','name':'S','checklist':["
           "{'id':'e1','kind':'x','text':'E'}]}],"
           "'journal':[{'id':'n1','kind':'x','date':'2027-01-08','text':'N','internal':false}],"
           "'meetings':[{'id':'g1','kind':'x','date':'2027-01-08','title':'G'}]",
           "'workloads':[{'id':'w','name':'W'}],"
           "'motions':[{'id':'m1','name':'M','phases':[{'id':'h1',"
           "'name':'H','activities':[{'id':'a1','name':'A','checklist':["
           "{'id':'c1','text':'T','internal':false}]}]}],'recurring':["
           "{'id':'r1','name':'R','every':'P2W'}]}],"
           "'approaches':[{'id':'o','name':'O','kpis':[{'id':'q1',"
           "'name':'Q','green_above':70,'yellow_above':40}]}],"
           "'adoption':[{'id':'s','name':'S','checklist':[{'id':'e1','text':'E'}]}],"
           "'journal':[{'id':'n1','date':'2027-01-08','text':'N','internal':false}],"
           "'meetings':[{'id':'g1','date':'2027-01-08','title':'G'}]");
}

/* Rule 5: who is named by what goes, or by nothing, goes too. */
static void
people_whom_something_names_stay (void)
{
  becomes ("'people':[" ANN ",{'id':'p2','name':'Bob'},{'id':'p3','name':'Cai'}],"
           "'register':[{'id':'k1','kind':'risk','title':'K','owner':'p1'},"
           "{'id':'k2','kind':'risk','title':'L','owner':'p2','internal':true}]",
           "'people':[" ANN "],'register':[{'id':'k1','kind':'risk','title':'K',"
           "'owner':'p1'}]");
  becomes ("'people':[" ANN ",{'id':'p2','name':'Bob'}],"
           "'meetings':[{'id':'g1','date':'2027-01-08','title':'G','attendees':['p2']}]",
           "'people':[{'id':'p2','name':'Bob'}],"
           "'meetings':[{'id':'g1','date':'2027-01-08','title':'G','attendees':['p2']}]");
}

/* Rule 5: a role names the one whom it shows, the first who has the first of the roles. */
static void
people_whom_a_role_shows_stay (void)
{
  becomes ("'people':[{'id':'p1','name':'Ann','role':'fe'},{'id':'p2','name':'Bob','role':'fm'},"
           "{'id':'p3','name':'Cai','role':'fm'},{'id':'p4','name':'Dee','role':'sme'}]," PHASE (
               "{'id':'a1','name':'A','roles':['sme-lead','fm','fe']},"
               "{'id':'a2','name':'B','roles':['sme'],'internal':true}"),
           "'people':[{'id':'p2','name':'Bob','role':'fm'}]," PHASE (
               "{'id':'a1','name':'A','roles':['sme-lead','fm','fe']}"));
  becomes ("'people':[{'id':'p1','name':'Ann','role':'customer-pm'},"
           "{'id':'p2','name':'Bob','role':'customer-pm'}],"
           "'adoption':[{'id':'s','name':'S','checklist':["
           "{'id':'e1','text':'E','role':'customer-pm'}]}]",
           "'people':[{'id':'p1','name':'Ann','role':'customer-pm'}],"
           "'adoption':[{'id':'s','name':'S','checklist':["
           "{'id':'e1','text':'E','role':'customer-pm'}]}]");
}

/* Rule 6. */
static void
empty_groups_keep_their_dates_and_progress (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan_of (PHASE (
      "{'id':'a1','name':'A','days':5,'internal':true,'status':'done','started':'2026-11-02',"
      "'finished':'2026-11-06'}"));
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  g_autoptr (TwFacts) facts = tw_facts_new (schedule, NULL, tw_date_parse ("2026-12-01"), NULL);
  g_autoptr (TwPlan) copy = tw_audience_copy (plan, NULL, TW_AUDIENCE_CUSTOMER);
  TwMotion *motion = copy->motions->items[0];
  TwPhase *phase = motion->phases->items[0];

  g_assert_null (phase->activities);
  g_assert_cmpstr (tw_test_dates (schedule, phase->id), ==, "2026-11-02/2026-11-06");
  g_assert_cmpstr (tw_test_dates (schedule, motion->id), ==, "2026-11-02/2026-11-06");
  g_assert_cmpint (tw_facts_find (facts, phase->id)->progress, ==, 100);
}

static gboolean
warns_of (const char *members, const char *name)
{
  g_autoptr (TwPlan) plan = tw_test_plan_of (members);
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  g_autoptr (TwFacts) facts = tw_facts_new (schedule, NULL, tw_date_parse ("2026-11-02"), NULL);
  g_autoptr (GPtrArray) findings = tw_check (facts);

  for (guint i = 0; i < findings->len; i++)
    {
      TwFinding *finding = findings->pdata[i];

      if (g_str_equal (finding->id, "internal-name-in-public-text")
          && strstr (finding->sentence, name) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Rule 7. */
static void
a_summary_stays_and_is_warned_of (void)
{
  becomes ("'summary':'Beta waits'," PHASE ("{'id':'a1','name':'Beta','internal':true}"),
           "'summary':'Beta waits'," PHASE (""));
  g_assert_true (warns_of (
      "'summary':'Beta waits'," PHASE ("{'id':'a1','name':'Beta','internal':true}"), "Beta"));
  g_assert_true (warns_of (
      "'summary':'Beta waits'," PHASE ("{'id':'a1','name':'Beta','customer_name':'B'}"), "Beta"));
  g_assert_true (
      warns_of ("'summary':'Get Modern runs','approaches':[{'id':'o','name':'Get Modern',"
                "'customer_name':'Devices'}]",
                "Get Modern"));
  g_assert_false (warns_of ("'summary':'Beta waits'," PHASE ("{'id':'a1','name':'Beta'}"), "Beta"));
  g_assert_false (warns_of (
      "'summary':'B waits'," PHASE ("{'id':'a1','name':'Beta','customer_name':'B'}"), "Beta"));
}

static void
the_internal_edition_is_the_plan (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwPlan) edition = tw_audience_copy (plan, NULL, TW_AUDIENCE_INTERNAL);

  g_assert_true (edition == plan);
}

/* The example's copy is a plan that can be read, and its own copy. */
static void
the_copy_is_a_sound_plan (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwPlan) copy = tw_audience_copy (plan, NULL, TW_AUDIENCE_CUSTOMER);
  g_autoptr (TwPlan) again = tw_audience_copy (copy, NULL, TW_AUDIENCE_CUSTOMER);
  g_autoptr (GBytes) bytes = tw_plan_to_bytes (copy);
  g_autoptr (TwPlanRead) read = tw_plan_read_bytes (bytes);
  g_autofree char *faults = tw_plan_read_describe (read, "copy");

  g_assert_cmpstr (faults, ==, "");
  g_assert_true (tw_record_equal (copy, again));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/audience/1/internal-records-go", internal_records_go);
  g_test_add_func ("/audience/1/what-refers-to-them-goes", what_refers_to_them_goes);
  g_test_add_func ("/audience/1/a-phase-that-lost-its-links", a_phase_that_lost_its_links);
  g_test_add_func ("/audience/2/internal-members-go", internal_members_go);
  g_test_add_func ("/audience/2/unknown-members-go", unknown_members_go);
  g_test_add_func ("/audience/3/the-customers-name-stands-in", the_customers_name_stands_in);
  g_test_add_func ("/audience/3/roles-of-our-side-arent-shown", roles_of_our_side_arent_shown);
  g_test_add_func ("/audience/4/words-of-the-playbook-go", words_of_the_playbook_go);
  g_test_add_func ("/audience/5/people-whom-something-names-stay",
                   people_whom_something_names_stay);
  g_test_add_func ("/audience/5/people-whom-a-role-shows-stay", people_whom_a_role_shows_stay);
  g_test_add_func ("/audience/6/empty-groups-keep-their-dates-and-progress",
                   empty_groups_keep_their_dates_and_progress);
  g_test_add_func ("/audience/7/a-summary-stays-and-is-warned-of",
                   a_summary_stays_and_is_warned_of);
  g_test_add_func ("/audience/the-internal-edition-is-the-plan", the_internal_edition_is_the_plan);
  g_test_add_func ("/audience/the-copy-is-a-sound-plan", the_copy_is_a_sound_plan);
  return g_test_run ();
}
