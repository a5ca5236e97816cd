/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"
#include "tw-check.h"
#include "tw-plan-file.h"
#include "tw-verify.h"

/* Any bytes are a plan or faults. A plan is written as it is read, has dates, findings that can
 * be mended, and a customer's copy that is a plan too. */

const char tw_fuzz_example[] = "data/examples/contoso.plan.json";

static TwPlan *
read_or_null (GBytes *bytes)
{
  g_autoptr (TwPlanRead) read = tw_plan_read_bytes (bytes);
  g_autofree char *faults = tw_plan_read_describe (read, "input");

  g_assert_true ((read->plan == NULL) == (*faults != '\0'));
  return read->plan != NULL ? tw_plan_ref (read->plan) : NULL;
}

static void
is_written_as_read (TwPlan *plan)
{
  g_autoptr (GBytes) bytes = tw_plan_to_bytes (plan);
  g_autoptr (TwPlan) again = read_or_null (bytes);
  g_autoptr (GBytes) bytes_again = NULL;

  g_assert_nonnull (again);
  g_assert_true (tw_record_equal (plan, again));
  bytes_again = tw_plan_to_bytes (again);
  g_assert_true (g_bytes_equal (bytes, bytes_again));
}

static void
is_sound (TwPlan *plan)
{
  g_autoptr (GPtrArray) breaches = tw_plan_verify (plan);

  g_assert_cmpuint (breaches->len, ==, 0);
}

static void
can_be_looked_at (TwPlan *plan)
{
  g_autoptr (TwSchedule) schedule = tw_schedule_new (plan, NULL);
  g_autoptr (TwFacts) facts = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_nonnull (schedule);
  facts
      = tw_facts_new (schedule, NULL, tw_date_parse ("2027-01-22"), tw_plan_newest_baseline (plan));
  findings = tw_check (facts);
  for (guint i = 0; i < findings->len; i++)
    {
      TwFinding *finding = findings->pdata[i];
      g_autofree char *place = tw_place_to_string (&finding->place);
      g_autoptr (TwPlan) mended
          = finding->remedy != NULL ? tw_check_mend (facts, finding->id, place, NULL) : NULL;

      if (mended != NULL)
        is_sound (mended);
    }
}

gboolean
tw_fuzz (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (TwPlan) plan = read_or_null (bytes);
  g_autoptr (TwPlan) copy = NULL;

  if (plan == NULL)
    return FALSE;
  is_written_as_read (plan);
  can_be_looked_at (plan);
  copy = tw_audience_copy (plan, NULL, TW_AUDIENCE_CUSTOMER);
  is_sound (copy);
  is_written_as_read (copy);
  can_be_looked_at (copy);
  return TRUE;
}
