/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"
#include "tw-check.h"
#include "tw-plan-file.h"
#include "tw-playbook.h"

/* Any bytes are a playbook or faults. A playbook has a plan that can be opened and looked at, or
 * says why it has none. */

const char tw_fuzz_example[] = "data/playbooks/fasttrack-m365.json";

static void
can_be_looked_at (TwPlan *plan, TwPlaybook *playbook)
{
  TwDate today = tw_date_parse ("2027-01-22");
  g_autoptr (GBytes) bytes = tw_plan_to_bytes (plan);
  g_autoptr (TwPlanRead) read = tw_plan_read_bytes (bytes);
  g_autoptr (TwSchedule) schedule = NULL;
  g_autoptr (TwFacts) facts = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_nonnull (read->plan);
  schedule = tw_schedule_new (read->plan, NULL);
  facts = tw_facts_new (schedule, playbook, today, NULL);
  findings = tw_check (facts);
}

gboolean
tw_fuzz (const guint8 *data, gsize size)
{
  TwPlanRequest request = { .customer = "C", .start = tw_date_parse ("2026-11-02"), .seats = 4200 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) tw_fault_free);
  g_autoptr (TwPlaybook) playbook = tw_playbook_read (bytes, faults);
  g_autoptr (TwPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true ((playbook == NULL) == (faults->len > 0));
  if (playbook == NULL)
    return FALSE;
  plan = tw_playbook_make_plan (playbook, &request, &error);
  g_assert_true ((plan == NULL) == (error != NULL));
  if (plan != NULL)
    can_be_looked_at (plan, playbook);
  return TRUE;
}
