/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-check.h"
#include "tw-edit.h"
#include "tw-test-plan.h"
#include "tw-words.h"
#include "tw-workloads.h"

/* The rules of health, DIBS, engagement start and status with the figures of one customer from
 * September 2019 to June 2020: 4,200 seats, 4,000 PCs. */

#define FIRST_READINGS                                                                             \
  "'workloads':["                                                                                  \
  "{'id':'exchange','kind':'exchange','name':'Exchange Online','entitled':4200,"                   \
  "'readings':[{'date':'2019-09-30','active':3650}]},"                                             \
  "{'id':'onedrive','kind':'onedrive','name':'OneDrive','entitled':4200,"                          \
  "'readings':[{'date':'2019-09-30','active':1700}]},"                                             \
  "{'id':'windows','kind':'windows-10','name':'Windows','unit':'devices','entitled':4000,"         \
  "'readings':[{'date':'2019-09-30','active':1100}]},"                                             \
  "{'id':'apps','kind':'office-proplus','name':'Apps','entitled':4200,"                            \
  "'readings':[{'date':'2019-09-30','active':1500}]},"                                             \
  "{'id':'aadp','kind':'aadp','name':'AADP','entitled':4200,"                                      \
  "'readings':[{'date':'2019-09-30','active':420}]},"                                              \
  "{'id':'intune','kind':'intune','name':'Intune','unit':'devices','entitled':4200,"               \
  "'readings':[{'date':'2019-09-30','active':210}]}]"

/* One more reading of each of the four that move, in percent of what is entitled. */
static TwPlan *
quarter (TwPlan *plan, const char *date, int windows, int apps, int aadp, int intune)
{
  const char *const ids[] = { "windows", "apps", "aadp", "intune", NULL };
  const int active[] = { windows * 40, apps * 42, aadp * 42, intune * 42 };

  return tw_edit_usage (plan, tw_date_parse (date), ids, active, NULL);
}

static void
assert_why (TwPlan *plan, guint group, const char *expected)
{
  TwHealth health;
  g_autofree char *why = NULL;

  tw_health (plan, tw_playbook_builtin (), &health);
  why = tw_words_group_why (&health.groups[group]);
  g_assert_cmpstr (why, ==, expected);
}

static void
assert_health (TwPlan *plan, int one, int two, int three, int level, const char *reason)
{
  TwHealth health;
  g_autofree char *words = NULL;

  tw_health (plan, tw_playbook_builtin (), &health);
  words = tw_words_health_reason (&health);
  g_assert_cmpuint (health.n_groups, ==, 3);
  g_assert_cmpint (health.groups[0].level, ==, one);
  g_assert_cmpint (health.groups[1].level, ==, two);
  g_assert_cmpint (health.groups[2].level, ==, three);
  g_assert_cmpint (health.level, ==, level);
  g_assert_cmpstr (words, ==, reason);
}

static void
health_at_the_ends_of_the_quarters (void)
{
  const int R = TW_HEALTH_RED, Y = TW_HEALTH_YELLOW, G = TW_HEALTH_GREEN, B = TW_HEALTH_BLUE;
  g_autoptr (TwPlan) september = tw_test_plan_of (FIRST_READINGS);
  g_autoptr (TwPlan) december = quarter (september, "2019-12-31", 30, 38, 17, 8);
  g_autoptr (TwPlan) march = quarter (december, "2020-03-31", 58, 73, 34, 31);
  g_autoptr (TwPlan) june = quarter (march, "2020-06-30", 76, 78, 41, 38);

  assert_health (september, G, R, R, Y, "1 of 3 groups green");
  assert_health (december, G, R, Y, Y, "1 of 3 groups green");
  assert_health (march, G, Y, G, G, "2 of 3 groups green");
  assert_health (june, G, G, G, B, "3 of 3 groups green");
  assert_why (september, 0, "Green: Exchange Online is above 70 %");
  assert_why (september, 1, "Red: none is above 40 %");
  assert_why (march, 1, "Yellow: Windows and Microsoft 365 Apps are above 40 %");
  assert_why (december, 2, "Yellow: Entra ID is above 15 %");
}

/* A kind that the customer has twice counts by the one that is used more. */
static void
health_of_two_of_a_kind (void)
{
  g_autoptr (TwPlan) plan
      = tw_test_plan_of ("'workloads':["
                         "{'id':'w1','kind':'exchange','name':'First','entitled':100,"
                         "'readings':[{'date':'2019-09-30','active':20}]},"
                         "{'id':'w2','kind':'exchange','name':'Second','entitled':100,"
                         "'readings':[{'date':'2019-09-30','active':90}]}]");

  assert_why (plan, 0, "Green: Exchange Online is above 70 %");
}

/* DIBS after the discovery: Windows has all, Intune lacks the reason of its blocked part, Teams
 * knows nobody, Yammer's intent of no is known. */
#define AFTER_DISCOVERY                                                                            \
  "'people':[{'id':'p1','name':'Head of workplace'},{'id':'p2','name':'Security officer'}],"       \
  "'workloads':["                                                                                  \
  "{'id':'windows','kind':'windows-10','name':'Windows','unit':'devices','entitled':4000,"         \
  "'slices':[{'id':'s1','seats':4000,'status':'in-progress','reason':'technical-onboarding',"      \
  "'deploy_by':'2020-03-31','intent':'yes','business_reason':'end-of-life','success_owner':'p1',"  \
  "'engagement_start':'2019-10-07'}]},"                                                            \
  "{'id':'intune','kind':'intune','name':'Intune','entitled':4200,'slices':["                      \
  "{'id':'s2','name':'Ready','seats':2500,'status':'in-progress','reason':'technical-onboarding'," \
  "'deploy_by':'2020-05-29','intent':'yes','business_reason':'increase-security',"                 \
  "'success_owner':'p2','engagement_start':'2020-01-13'},"                                         \
  "{'id':'s3','name':'Waiting','seats':1700,'status':'blocked',"                                   \
  "'reason':'billing-and-licensing','since':'2019-09-25','deploy_by':'2020-05-29',"                \
  "'intent':'yes','success_owner':'p2','owner':'p2','next_action':'Ask for the budget',"           \
  "'next_on':'2020-04-01','unblock_by':'2020-04-15','notes':'Budget not before April'}]},"         \
  "{'id':'teams','kind':'teams','name':'Teams','entitled':4200,'slices':[{'id':'s4'}]},"           \
  "{'id':'yammer','kind':'yammer','name':'Yammer','entitled':4200,"                                \
  "'slices':[{'id':'s5','status':'no-intent','intent':'no'}]}]"

static TwWorkload *
workload (TwPlan *plan, const char *id)
{
  return tw_list_find (plan->workloads, id, NULL);
}

static void
dibs_after_the_discovery (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan_of (AFTER_DISCOVERY);
  g_autofree char *missing = tw_words_dibs_missing (tw_workload_dibs (workload (plan, "intune")));

  g_assert_cmpuint (tw_workload_dibs (workload (plan, "windows")), ==, 15);
  g_assert_cmpstr (missing, ==, "business reason");
  g_assert_cmpuint (tw_workload_dibs (workload (plan, "teams")), ==, 0);
  g_assert_cmpuint (tw_workload_dibs (workload (plan, "yammer")), ==, 2);
}

/* What is blocked stays to be seen as a part, and is what the workload's row speaks of. */
static void
a_blocked_part_stays_visible (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan_of (AFTER_DISCOVERY);
  TwSlice *slice = tw_workload_leading_slice (workload (plan, "intune"));

  g_assert_cmpint (slice->status, ==, TW_SLICE_BLOCKED);
  g_assert_cmpint (slice->seats, ==, 1700);
}

/* How often the finding called id is made on a day. */
static guint
count (TwPlan *plan, const char *today, const char *id)
{
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  g_autoptr (TwFacts) facts = tw_facts_new (schedule, NULL, tw_date_parse (today), NULL);
  g_autoptr (GPtrArray) findings = tw_check (facts);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += g_str_equal (((TwFinding *) findings->pdata[i])->id, id);
  return n;
}

/* 7 October lies within thirty days of 25 September: hand over now. It lies before the target. A
 * part that is blocked has none. */
static void
the_engagement_start (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan_of (AFTER_DISCOVERY);
  TwDate february = tw_date_parse ("2020-02-20"), april = tw_date_parse ("2020-04-01");
  g_autoptr (TwPlan) late = NULL;

  g_assert_cmpuint (count (plan, "2019-09-06", "start-near"), ==, 0);
  g_assert_cmpuint (count (plan, "2019-09-25", "start-near"), ==, 1);
  g_assert_cmpuint (count (plan, "2019-09-25", "start-after-target"), ==, 0);
  g_assert_cmpuint (count (plan, "2019-09-25", "start-missing"), ==, 0);
  g_assert_null (tw_edit_engagement_start (plan, "s3", april, NULL, february, NULL));
  g_assert_null (tw_edit_engagement_start (plan, "s1", april, NULL, february, NULL));
  late = tw_edit_engagement_start (plan, "s1", april, "Add-ins have to be solved", february, NULL);
  g_assert_cmpuint (tw_list_n (late->journal), ==, 1);
  g_assert_cmpuint (count (late, "2020-02-20", "start-after-target"), ==, 1);
}

/* Each level clears those below, and level 2 offers only what belongs to level 1; 18 in all. */
static void
the_levels_of_status (void)
{
  static const struct
  {
    const char *word;
    guint n; /* beside none */
  } levels[] = { { "status-unknown", 2 },
                 { "in-progress", 3 },
                 { "blocked", 10 },
                 { "no-intent", 3 },
                 { "duplicate-invalid", 0 } };
  g_autoptr (TwPlan) plan = tw_test_plan_of (AFTER_DISCOVERY);
  TwDate day = tw_date_parse ("2020-01-15");

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autoptr (TwPlan) edited
          = tw_edit_status_level (plan, tw_playbook_builtin (), "s4", 1, levels[i].word, day, NULL);
      TwWorkload *teams = workload (edited, "teams");
      g_autoptr (GArray) choices
          = tw_status_choices (tw_playbook_builtin (), teams, teams->slices->items[0], 2);

      g_assert_cmpuint (choices->len, ==, levels[i].n + 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/health-at-the-ends-of-the-quarters", health_at_the_ends_of_the_quarters);
  g_test_add_func ("/rules/health-of-two-of-a-kind", health_of_two_of_a_kind);
  g_test_add_func ("/rules/dibs-after-the-discovery", dibs_after_the_discovery);
  g_test_add_func ("/rules/a-blocked-part-stays-visible", a_blocked_part_stays_visible);
  g_test_add_func ("/rules/the-engagement-start", the_engagement_start);
  g_test_add_func ("/rules/the-levels-of-status", the_levels_of_status);
  return g_test_run ();
}
