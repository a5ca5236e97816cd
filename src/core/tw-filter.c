/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-facts.h"
#include "tw-filter.h"

gboolean
tw_filter_is_on (const TwFilter *filter)
{
  for (guint i = 0; i < TW_N_FILTERS; i++)
    if (filter->by[i] != NULL)
      return TRUE;
  return FALSE;
}

void
tw_filter_set (TwFilter *filter, TwFilterBy by, const char *value)
{
  char *copy = g_strdup (value);

  g_free (filter->by[by]);
  filter->by[by] = copy;
}

void
tw_filter_clear (TwFilter *filter)
{
  for (guint i = 0; i < TW_N_FILTERS; i++)
    g_clear_pointer (&filter->by[i], g_free);
}

gboolean
tw_filter_follow (TwFilter *filter, TwPlan *plan)
{
  const struct
  {
    TwFilterBy by;
    TwList *list;
  } all[] = { { TW_FILTER_OWNER, plan->people },
              { TW_FILTER_APPROACH, plan->approaches },
              { TW_FILTER_WORKLOAD, plan->workloads } };
  gboolean gone = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (filter->by[all[i].by] != NULL
        && tw_list_find (all[i].list, filter->by[all[i].by], NULL) == NULL)
      {
        tw_filter_set (filter, all[i].by, NULL);
        gone = TRUE;
      }
  return gone;
}

static gboolean
has_owner (const TwFilter *filter, TwPlan *plan, const char *owner, TwList *roles)
{
  const char *side = filter->by[TW_FILTER_SIDE], *id = filter->by[TW_FILTER_OWNER];
  TwPerson *person = side != NULL || id != NULL ? tw_owner_shown (plan, owner, roles) : NULL;

  if (id != NULL && (person == NULL || !g_str_equal (person->id, id)))
    return FALSE;
  return side == NULL
         || (person != NULL
             && (int) person->side
                    == tw_field_word (tw_record_type_field (&tw_person_type, "side"), side));
}

gboolean
tw_filter_has_activity (const TwFilter *filter, TwPlan *plan, TwActivity *activity)
{
  const char *approach = filter->by[TW_FILTER_APPROACH];
  const char *workload = filter->by[TW_FILTER_WORKLOAD], *status = filter->by[TW_FILTER_STATUS];

  if (approach != NULL && g_strcmp0 (activity->approach, approach) != 0)
    return FALSE;
  if (workload != NULL && !tw_list_has (activity->workloads, workload))
    return FALSE;
  if (status != NULL
      && (int) activity->status
             != tw_field_word (tw_record_type_field (&tw_activity_type, "status"), status))
    return FALSE;
  if (filter->by[TW_FILTER_OPEN] != NULL
      && (activity->status == TW_STATUS_DONE || activity->status == TW_STATUS_SKIPPED))
    return FALSE;
  return has_owner (filter, plan, activity->owner, activity->roles);
}

gboolean
tw_filter_has_recurring (const TwFilter *filter, TwPlan *plan, TwRecurring *recurring)
{
  return filter->by[TW_FILTER_APPROACH] == NULL && filter->by[TW_FILTER_WORKLOAD] == NULL
         && filter->by[TW_FILTER_STATUS] == NULL
         && has_owner (filter, plan, recurring->owner, recurring->roles);
}
