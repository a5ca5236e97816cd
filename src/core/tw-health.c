/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "tw-health.h"

TwReading *
tw_workload_newest_reading (TwWorkload *workload)
{
  TwReading *newest = NULL;

  TW_FOREACH (TwReading, reading, workload->readings)
    if (newest == NULL || reading->date > newest->date)
      newest = reading;
  return newest;
}

double
tw_workload_usage (TwWorkload *workload, TwReading **reading)
{
  TwReading *newest = tw_workload_newest_reading (workload);

  if (reading != NULL)
    *reading = newest;
  if (newest == NULL || workload->entitled <= 0)
    return -1;
  return 100.0 * newest->active / workload->entitled;
}

int
tw_usage_percent (double usage)
{
  return (int) floor (MIN (usage, 9999) + 0.5);
}

/* Whole numbers, so that a value on the limit isn't above it by rounding. */
static gboolean
is_above (TwWorkload *workload, int percent)
{
  TwReading *newest = workload != NULL ? tw_workload_newest_reading (workload) : NULL;

  return newest != NULL && workload->entitled > 0
         && (gint64) newest->active * 100 > (gint64) percent * workload->entitled;
}

static void
rate_component (TwPlan *plan, TwPbHealthComponent *source, int green, TwHealthComponent *component)
{
  *component = (TwHealthComponent){ .component = source, .percent = -1 };
  TW_FOREACH (TwWorkload, workload, plan->workloads)
    {
      double percent = tw_workload_usage (workload, NULL);
      TwDate date;

      if (!tw_list_has (source->workloads, workload->kind != NULL ? workload->kind : workload->id))
        continue;
      if (percent > component->percent)
        {
          component->percent = percent;
          component->workload = workload;
        }
      if (tw_forecast (workload->readings, workload->entitled, green, TRUE, &date, NULL, NULL)
              == TW_FORECAST_EXPECTED
          && (component->expected == TW_DATE_NONE || date < component->expected))
        component->expected = date;
    }
  component->above = is_above (component->workload, green);
  if (component->above)
    component->expected = TW_DATE_NONE;
}

static gboolean
meets (TwHealthGroup *group, TwPbBound *bound)
{
  guint n = 0;

  for (guint i = 0; i < group->n_components; i++)
    n += is_above (group->components[i].workload, bound->above);
  return bound->need == 1 ? n > 0 && n == group->n_components : n > 0;
}

static void
rate_group (TwPlan *plan, TwPbHealthGroup *source, TwHealthGroup *group)
{
  gboolean known = FALSE, all_expected = TRUE;

  *group = (TwHealthGroup){ .group = source, .level = TW_LEVEL_NONE };
  TW_FOREACH (TwPbHealthComponent, component, source->components)
    if (group->n_components < G_N_ELEMENTS (group->components))
      rate_component (plan, component, source->green->above,
                      &group->components[group->n_components++]);
  for (guint i = 0; i < group->n_components; i++)
    known = known || group->components[i].percent >= 0;
  if (!known)
    return;
  group->level = meets (group, source->green)    ? TW_HEALTH_GREEN
                 : meets (group, source->yellow) ? TW_HEALTH_YELLOW
                                                 : TW_HEALTH_RED;
  if (group->level == TW_HEALTH_GREEN)
    return;
  for (guint i = 0; i < group->n_components; i++)
    {
      TwHealthComponent *component = &group->components[i];

      if (component->above)
        continue;
      if (component->expected == TW_DATE_NONE)
        all_expected = FALSE;
      else if (source->green->need == 1)
        group->expected = MAX (group->expected, component->expected);
      else if (group->expected == TW_DATE_NONE || component->expected < group->expected)
        group->expected = component->expected;
    }
  if (source->green->need == 1 && !all_expected)
    group->expected = TW_DATE_NONE;
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const TwDate *one = a, *other = b;

  return *one < *other ? -1 : *one > *other;
}

static void
look_ahead (TwHealth *health)
{
  TwDate dates[G_N_ELEMENTS (health->groups)];
  guint n = 0;

  for (guint i = 0; i < health->n_groups; i++)
    if (health->groups[i].expected != TW_DATE_NONE)
      dates[n++] = health->groups[i].expected;
  if (n == 0 || health->level == TW_LEVEL_NONE)
    return;
  qsort (dates, n, sizeof *dates, compare_dates);
  health->next_level = MIN (health->level + 1, TW_HEALTH_BLUE);
  health->next_expected = dates[0];
  health->last_level = MIN (health->level + (int) n, TW_HEALTH_BLUE);
  health->last_expected = dates[n - 1];
}

void
tw_health (TwPlan *plan, TwPlaybook *playbook, TwHealth *health)
{
  gboolean rated = FALSE;

  *health = (TwHealth){ .level = TW_LEVEL_NONE,
                        .next_level = TW_LEVEL_NONE,
                        .last_level = TW_LEVEL_NONE };
  TW_FOREACH (TwPbHealthGroup, group, playbook->health != NULL ? playbook->health->groups : NULL)
    if (health->n_groups < G_N_ELEMENTS (health->groups))
      rate_group (plan, group, &health->groups[health->n_groups++]);
  for (guint i = 0; i < health->n_groups; i++)
    {
      rated = rated || health->groups[i].level != TW_LEVEL_NONE;
      health->n_green += health->groups[i].level == TW_HEALTH_GREEN;
    }
  if (rated)
    health->level = MIN ((int) health->n_green, TW_HEALTH_BLUE);
  look_ahead (health);
}
