/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-words.h"
#include "tw-workloads.h"

/* What is said of workloads and the groups of the health. */

const TwHealthGroup *
tw_health_group_of (const TwHealth *health, TwWorkload *workload)
{
  const char *kind = workload->kind != NULL ? workload->kind : workload->id;

  for (guint i = 0; i < health->n_groups; i++)
    TW_FOREACH (TwPbHealthComponent, component, health->groups[i].group->components)
      if (tw_list_has (component->workloads, kind))
        return &health->groups[i];
  return NULL;
}

/* The components that still have to rise: for "any" those that would do it, for "all" all that
 * are below. With a date, only the one that comes there on that day. */
static char *
components_below (const TwHealthGroup *group, gboolean any, gboolean *several)
{
  GString *names = g_string_new (NULL);
  guint n = 0, left;

  for (guint i = 0; i < group->n_components; i++)
    n += !group->components[i].above
         && (group->expected == TW_DATE_NONE || group->components[i].expected == group->expected);
  left = n;
  for (guint i = 0; i < group->n_components; i++)
    {
      const TwHealthComponent *component = &group->components[i];
      const char *name
          = component->workload != NULL ? component->workload->name : component->component->name;

      if (component->above
          || (group->expected != TW_DATE_NONE && component->expected != group->expected))
        continue;
      if (left < n)
        g_string_append (names, left > 1 ? C_ ("list", ", ")
                                : any    ? C_ ("list", " or ")
                                         : C_ ("list", " and "));
      g_string_append (names, name);
      left--;
    }
  *several = n > 1 && !any;
  return g_string_free (names, FALSE);
}

char *
tw_words_group_level (const TwHealthGroup *group, TwDate today)
{
  g_autofree char *date = NULL;

  if (group->expected == TW_DATE_NONE)
    return g_strdup (tw_words_health (group->level));
  date = tw_words_date_near (group->expected, today, FALSE);
  return g_strdup_printf (C_ ("health level, date", "%s expected %s"),
                          tw_words_health (TW_HEALTH_GREEN), date);
}

/* The names of the components above a bound, or of all of them; *n gets how many. */
static char *
components_above (const TwHealthGroup *group, int bound, guint *n)
{
  g_autofree const char **names = g_new0 (const char *, group->n_components + 1);

  *n = 0;
  for (guint i = 0; i < group->n_components; i++)
    if (group->components[i].percent > bound)
      names[(*n)++] = group->components[i].component->name;
  return tw_words_names (names, *n, group->n_components + 1);
}

char *
tw_words_group_why (const TwHealthGroup *group)
{
  const TwPbBound *bound
      = group->level == TW_HEALTH_GREEN ? group->group->green : group->group->yellow;
  const char *level = tw_words_health (group->level);
  g_autofree char *percent = NULL;
  g_autofree char *names = NULL;
  guint n;

  if (group->level == TW_LEVEL_NONE)
    return g_strdup (_ ("Not rated: usage or seats aren’t known"));
  percent = tw_words_percent (bound->above);
  names = components_above (group, bound->above, &n);
  if (n == 0)
    return g_strdup_printf (C_ ("health group: level, percent", "%s: none is above %s"), level,
                            percent);
  return n == 1
             ? g_strdup_printf (C_ ("health group: level, workload, percent", "%s: %s is above %s"),
                                level, names, percent)
             : g_strdup_printf (
                 C_ ("health group: level, workloads, percent", "%s: %s are above %s"), level,
                 names, percent);
}

char *
tw_words_group_next (const TwHealthGroup *group, TwDate today)
{
  gboolean several;
  g_autofree char *names = components_below (group, group->group->green->need == 0, &several);
  g_autofree char *percent = tw_words_percent (group->group->green->above);
  g_autofree char *date = NULL;

  if (group->level == TW_HEALTH_GREEN)
    return NULL;
  if (group->expected == TW_DATE_NONE)
    return several ? g_strdup_printf (
               C_ ("health group: workloads, percent", "Green when %s are above %s"), names,
               percent)
                   : g_strdup_printf (
                       C_ ("health group: workload, percent", "Green when %s is above %s"), names,
                       percent);
  date = tw_words_date_near (group->expected, today, FALSE);
  return several ? g_strdup_printf (C_ ("health group: date, workloads, percent",
                                        "Green expected %s, when %s are above %s"),
                                    date, names, percent)
                 : g_strdup_printf (C_ ("health group: date, workload, percent",
                                        "Green expected %s, when %s is above %s"),
                                    date, names, percent);
}

char *
tw_words_slice_since (TwSlice *slice, TwDate today)
{
  g_autofree char *date = NULL;

  if (slice->since == TW_DATE_NONE)
    return g_strdup (tw_words_slice_status (slice->status));
  date = tw_words_date_near (slice->since, today, FALSE);
  return g_strdup_printf (C_ ("status, date", "%s since %s"), tw_words_slice_status (slice->status),
                          date);
}

char *
tw_words_slice_missing (TwSlice *slice)
{
  const guint unknown = 1u << TW_SLICE_UNKNOWN, blocked = 1u << TW_SLICE_BLOCKED,
              no_intent = 1u << TW_SLICE_NO_INTENT, duplicate = 1u << TW_SLICE_DUPLICATE_INVALID;
  gboolean noted = slice->notes != NULL || slice->internal_notes != NULL;
  const struct
  {
    guint of;
    gboolean there;
    const char *words;
  } parts[] = {
    { no_intent, slice->reason != NULL, _ ("the reason") },
    { blocked, slice->owner != NULL, _ ("who removes the block") },
    { unknown | blocked, slice->next_action != NULL, _ ("the next action") },
    { blocked, slice->next_on != TW_DATE_NONE, _ ("the date of the next action") },
    { blocked, slice->unblock_by != TW_DATE_NONE, _ ("the day by which it is unblocked") },
    { blocked | duplicate, noted, _ ("a note") },
    { no_intent, noted || slice->intent_note != NULL, _ ("a note") },
  };
  const char *names[G_N_ELEMENTS (parts)];
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if ((parts[i].of & 1u << slice->status) != 0 && !parts[i].there)
      names[n++] = parts[i].words;
  return n > 0 ? tw_words_names (names, n, n + 1) : NULL;
}

char *
tw_words_usage_trend (TwWorkload *workload)
{
  double slope = 0, at = 0;
  TwDate date;

  if (workload->entitled <= 0 || tw_list_n (workload->readings) < 3)
    return NULL;
  tw_forecast (workload->readings, workload->entitled, 100, FALSE, &date, &slope, &at);
  if (at <= 0)
    return NULL;
  return g_strdup_printf (_ ("%.1f points a month, last 180 days"),
                          slope / workload->entitled * 100 * 365.25 / 12);
}

char *
tw_words_usage_forecast (TwWorkload *workload, TwDate today)
{
  double slope = 0, at = 0;
  TwDate date = TW_DATE_NONE;
  TwForecastState state = tw_forecast (workload->readings, workload->entitled, workload->target,
                                       FALSE, &date, &slope, &at);
  g_autofree char *percent = workload->target > 0 ? tw_words_percent (workload->target) : NULL;
  g_autofree char *day = state != TW_FORECAST_NONE ? tw_words_date_near (date, today, FALSE) : NULL;
  g_autofree char *trend = tw_words_usage_trend (workload);

  if (workload->entitled <= 0)
    return g_strdup (_ ("No forecast: the entitled number isn’t known"));
  if (workload->target <= 0)
    return g_strdup (_ ("No forecast: there is no usage target"));
  if (state == TW_FORECAST_REACHED)
    return g_strdup_printf (_ ("The usage target of %s is reached"), percent);
  if (state == TW_FORECAST_EXPECTED)
    return g_strdup_printf (C_ ("usage forecast: percent, date, trend", "%s on %s, at %s"), percent,
                            day, trend);
  if (trend == NULL)
    return g_strdup (_ ("No forecast: it takes three readings of the last 180 days"));
  return g_strdup (slope <= 0 ? _ ("No forecast: usage doesn’t grow")
                              : _ ("No forecast: at this pace it takes more than three years"));
}

const char *
tw_words_unit (TwUnit unit)
{
  return unit == TW_UNIT_DEVICES ? C_ ("unit", "Devices")
         : unit == TW_UNIT_ROOMS ? C_ ("unit", "Rooms")
                                 : C_ ("unit", "Users");
}
