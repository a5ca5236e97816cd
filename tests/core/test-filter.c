/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-filter.h"
#include "tw-index.h"
#include "tw-test-plan.h"

/* How many activities of the example are seen, and how many recurring ones. */
static void
expect (TwPlan *plan, const TwFilter *filter, guint activities, guint recurring)
{
  g_autoptr (TwIndex) index = tw_index_new (plan);
  guint n = 0, again = 0;

  for (guint i = 0; i < tw_index_n_nodes (index); i++)
    {
      TwNode *node = tw_index_node (index, i);

      if (node->kind == TW_KIND_ACTIVITY)
        n += tw_filter_has_activity (filter, plan, node->record);
      if (node->kind == TW_KIND_MOTION)
        TW_FOREACH (TwRecurring, one, ((TwMotion *) node->record)->recurring)
          again += tw_filter_has_recurring (filter, plan, one);
    }
  g_assert_cmpuint (n, ==, activities);
  g_assert_cmpuint (again, ==, recurring);
}

/* Every criterion alone, and two together. */
static void
criteria (void)
{
  static const struct
  {
    TwFilterBy by, also;
    const char *value, *other; /* other NULL: it stands alone */
    guint activities, recurring;
  } all[] = {
    { TW_FILTER_OWNER, 0, "p6", NULL, 3, 0 },
    { TW_FILTER_OWNER, 0, "p1", NULL, 11, 4 },
    { TW_FILTER_SIDE, 0, "customer", NULL, 10, 0 },
    { TW_FILTER_APPROACH, 0, "security-compliance", NULL, 5, 0 },
    { TW_FILTER_WORKLOAD, 0, "intune", NULL, 2, 0 },
    { TW_FILTER_STATUS, 0, "blocked", NULL, 1, 0 },
    { TW_FILTER_OPEN, 0, "yes", NULL, 20, 4 },
    { TW_FILTER_OWNER, TW_FILTER_OPEN, "p6", "yes", 2, 0 },
    { TW_FILTER_SIDE, TW_FILTER_OWNER, "customer", "p1", 0, 0 },
  };
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  TwFilter filter = { 0 };

  g_assert_false (tw_filter_is_on (&filter));
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      tw_filter_set (&filter, all[i].by, all[i].value);
      if (all[i].other != NULL)
        tw_filter_set (&filter, all[i].also, all[i].other);
      g_assert_true (tw_filter_is_on (&filter));
      expect (plan, &filter, all[i].activities, all[i].recurring);
      tw_filter_clear (&filter);
    }
}

/* What is taken out of the plan is no longer filtered by. */
static void
follows_the_plan (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  TwFilter filter = { 0 };

  tw_filter_set (&filter, TW_FILTER_OWNER, "p6");
  tw_filter_set (&filter, TW_FILTER_STATUS, "done");
  g_assert_false (tw_filter_follow (&filter, plan));
  tw_filter_set (&filter, TW_FILTER_WORKLOAD, "gone");
  g_assert_true (tw_filter_follow (&filter, plan));
  g_assert_null (filter.by[TW_FILTER_WORKLOAD]);
  g_assert_cmpstr (filter.by[TW_FILTER_OWNER], ==, "p6");
  tw_filter_clear (&filter);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/criteria", criteria);
  g_test_add_func ("/filter/follows-the-plan", follows_the_plan);
  return g_test_run ();
}
