/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-edit.h"

/* Where nodes stand: several edits in one step, dragging in lists, moving by keys; and from which
 * phase until which recurring ones go on. */

static TwPlan *
edit_each (TwSchedule *schedule, const char *const *ids, gboolean members, TwEditFunc func,
           gpointer data, GError **error)
{
  g_autoptr (TwSchedule) current = tw_schedule_ref (schedule);
  g_autoptr (TwPlan) plan = tw_plan_ref (tw_schedule_plan (schedule));
  g_autofree guint *reached = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (TwSchedule) before = NULL;
      TwPlan *edited = func (current, ids[i], data, error);

      if (edited == NULL)
        return NULL;
      tw_plan_unref (plan);
      plan = edited;
      if (ids[i + 1] == NULL)
        break;
      before = g_steal_pointer (&current);
      current = members ? tw_schedule_follow (before, plan, ids[i], ids[i + 1], &reached, error)
                        : tw_schedule_new (plan, error);
      if (current == NULL)
        return NULL;
    }
  return g_steal_pointer (&plan);
}

TwPlan *
tw_edit_each (TwSchedule *schedule, const char *const *ids, TwEditFunc func, gpointer data,
              GError **error)
{
  return edit_each (schedule, ids, FALSE, func, data, error);
}

TwPlan *
tw_edit_members_of_each (TwSchedule *schedule, const char *const *ids, TwEditFunc func,
                         gpointer data, GError **error)
{
  return edit_each (schedule, ids, TRUE, func, data, error);
}

TwPlan *
tw_edit_add_lines (TwPlan *plan, const TwRecordType *type, const char *parent, const char *member,
                   TwValue value, const char *text, guint *n, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  TwPlan *edited = tw_plan_ref (plan);

  *n = 0;
  for (char **line = lines; *line != NULL && edited != NULL; line++)
    if (*g_strstrip (*line) != '\0')
      {
        g_autoptr (TwPlan) before = edited;
        g_autoptr (TwPlan) added = NULL;
        char *id = NULL;

        added = tw_edit_add (before, type, parent, G_MAXUINT, *line, &id, error);
        edited = added == NULL || member == NULL
                     ? g_steal_pointer (&added)
                     : tw_plan_set_by_id (added, type, id, member, value, error);
        g_clear_pointer (&id, g_ref_string_release);
        ++*n;
      }
  return edited;
}

TwPlan *
tw_edit_add_person (TwPlan *plan, const char *name, TwSide side, const char *organisation,
                    const char *role, GError **error)
{
  TwPlan *edited = tw_edit_add (plan, &tw_person_type, NULL, G_MAXUINT, name, NULL, error);
  TwPerson *person;

  if (edited == NULL)
    return NULL;
  /* The plan was made just now, and nobody else has seen it. */
  person = edited->people->items[edited->people->n - 1];
  person->side = side;
  tw_string_set (&person->organisation, organisation);
  tw_string_set (&person->role, role);
  return edited;
}

TwPlan *
tw_edit_owner (TwPlan *plan, const char *node, const char *owner, GError **error)
{
  g_autoptr (TwIndex) index = tw_index_new (plan);
  g_autoptr (TwPlan) edited = tw_plan_ref (plan);
  int number = tw_index_find (index, node);
  TwValue value = { .string = (char *) owner };

  if (number < 0)
    return tw_plan_set_by_id (plan, &tw_recurring_type, node, "owner", value, error);
  for (guint i = (guint) number; i < tw_index_node (index, (guint) number)->end; i++)
    {
      g_autoptr (TwPlan) before = NULL;

      if (tw_index_node (index, i)->kind != TW_KIND_ACTIVITY)
        continue;
      before = g_steal_pointer (&edited);
      edited = tw_plan_set_by_id (before, &tw_activity_type, tw_index_node (index, i)->id, "owner",
                                  value, error);
      if (edited == NULL)
        break;
    }
  return g_steal_pointer (&edited);
}

gboolean
tw_edit_can_land (const TwRecordType *type, const TwRecordType *on)
{
  return type == on || (type == &tw_activity_type && on == &tw_phase_type)
         || (type == &tw_phase_type && on == &tw_motion_type);
}

/* Where a node of type comes to stand when it is put before or behind target: below *parent
 * (NULL: in the plan), as number *at of what is there without itself. */
static gboolean
place_beside (TwIndex *index, TwNode *node, TwNode *target, gboolean below, const char **parent,
              guint *at)
{
  const TwRecordType *type = ((TwRecord *) node->record)->type;

  if (((TwRecord *) target->record)->type == type)
    {
      *parent = target->parent >= 0 ? tw_index_node (index, (guint) target->parent)->id : NULL;
      *at = target->at + (below ? 1 : 0);
      if (node->parent == target->parent && node->at < *at)
        --*at;
      return TRUE;
    }
  /* On the head of a group: to its beginning. */
  *parent = target->id;
  *at = 0;
  return tw_edit_can_land (type, ((TwRecord *) target->record)->type);
}

static TwPlan *
put_beside (TwPlan *plan, const char *id, const char *target, gboolean below, GError **error)
{
  g_autoptr (TwIndex) index = tw_index_new (plan);
  int number = tw_index_find (index, id), to = tw_index_find (index, target);
  const char *parent;
  guint at;

  if (number < 0 || to < 0
      || !place_beside (index, tw_index_node (index, (guint) number),
                        tw_index_node (index, (guint) to), below, &parent, &at))
    {
      g_set_error_literal (error, TW_ERROR, TW_ERROR_REFUSED, _ ("It can’t stand there"));
      return NULL;
    }
  return tw_edit_relocate (plan, ((TwRecord *) tw_index_node (index, (guint) number)->record)->type,
                           id, parent, at, error);
}

TwPlan *
tw_edit_drop (TwPlan *plan, const char *const *ids, const char *target, gboolean below,
              GError **error)
{
  g_autoptr (TwIndex) index = tw_index_new (plan);
  g_autofree const char **topmost = tw_index_topmost (index, ids);
  g_autoptr (TwPlan) edited = tw_plan_ref (plan);

  for (guint i = 0; topmost[i] != NULL; i++)
    {
      TwPlan *next;

      if (g_str_equal (topmost[i], target))
        continue;
      next = put_beside (edited, topmost[i], target, below, error);
      if (next == NULL)
        return NULL;
      tw_plan_unref (edited);
      edited = next;
      /* The others follow it. */
      target = topmost[i];
      below = TRUE;
    }
  return g_steal_pointer (&edited);
}

/* The nearest node of kind before or after, in the order of the file; -1: none. */
static int
neighbour (TwIndex *index, int from, TwKind kind, int direction)
{
  for (int i = from + direction; i >= 0 && i < (int) tw_index_n_nodes (index); i += direction)
    if (tw_index_node (index, (guint) i)->kind == kind)
      return i;
  return -1;
}

TwPlan *
tw_edit_step (TwPlan *plan, const char *id, int direction, gboolean to_group, GError **error)
{
  g_autoptr (TwIndex) index = tw_index_new (plan);
  int number = tw_index_find (index, id), group;
  TwNode *node = number >= 0 ? tw_index_node (index, (guint) number) : NULL;
  const char *parent;
  guint at;

  if (node == NULL || (!to_group && direction < 0 && node->at == 0)
      || (to_group && node->parent < 0))
    return tw_plan_ref (plan);
  if (to_group)
    {
      group
          = neighbour (index, direction < 0 ? node->parent : number,
                       node->kind == TW_KIND_ACTIVITY ? TW_KIND_PHASE : TW_KIND_MOTION, direction);
      if (group < 0)
        return tw_plan_ref (plan);
      parent = tw_index_node (index, (guint) group)->id;
      at = direction < 0 ? G_MAXUINT : 0;
    }
  else
    {
      parent = node->parent >= 0 ? tw_index_node (index, (guint) node->parent)->id : NULL;
      at = node->at + (guint) direction;
    }
  return tw_edit_relocate (plan, ((TwRecord *) node->record)->type, id, parent, at, error);
}

static TwPlan *
set_end (TwPlan *plan, const char *id, const char *member, TwMotion *motion, int at, GError **error)
{
  TwPhase *phase = motion->phases->items[at];

  return tw_plan_set_by_id (plan, &tw_recurring_type, id, member, (TwValue){ .string = phase->id },
                            error);
}

static TwPlan *
stretch_one (TwPlan *plan, const char *id, TwGrip grip, int n, GError **error)
{
  g_autoptr (TwIndex) index = tw_index_new (plan);
  g_autoptr (TwPlan) begun = NULL;
  TwMotion *motion = NULL;
  TwRecurring *recurring = tw_index_recurring (index, id, &motion);
  int last = motion != NULL ? (int) tw_list_n (motion->phases) - 1 : -1;
  int from, until, new_from, new_until;

  if (recurring == NULL || last < 0)
    return tw_plan_ref (plan);
  if (tw_list_find (motion->phases, recurring->from, &from) == NULL)
    from = 0;
  if (tw_list_find (motion->phases, recurring->until, &until) == NULL)
    until = last;
  if (grip == TW_GRIP_BODY)
    n = CLAMP (n, -from, last - until);
  new_from
      = grip != TW_GRIP_RIGHT ? CLAMP (from + n, 0, grip == TW_GRIP_LEFT ? until : last) : from;
  new_until = grip != TW_GRIP_LEFT ? CLAMP (until + n, new_from, last) : until;
  begun
      = new_from != from ? set_end (plan, id, "from", motion, new_from, error) : tw_plan_ref (plan);
  if (begun == NULL || new_until == until)
    return g_steal_pointer (&begun);
  return set_end (begun, id, "until", motion, new_until, error);
}

TwPlan *
tw_edit_stretch (TwPlan *plan, const char *const *recurring, TwGrip grip, int n, GError **error)
{
  g_autoptr (TwPlan) edited = tw_plan_ref (plan);

  for (guint i = 0; recurring[i] != NULL; i++)
    {
      TwPlan *next = stretch_one (edited, recurring[i], grip, n, error);

      if (next == NULL)
        return NULL;
      tw_plan_unref (edited);
      edited = next;
    }
  return g_steal_pointer (&edited);
}

/* --- at a day --- */

/* The last phase below the motion (-1: of all) that has begun by a day, else the first; -1 if there
 * is none. */
static int
find_phase (TwSchedule *schedule, int motion, TwDate day)
{
  TwIndex *index = tw_schedule_index (schedule);
  int found = -1;

  for (guint i = 0; i < tw_index_n_nodes (index); i++)
    {
      TwNode *node = tw_index_node (index, i);

      if (node->kind == TW_KIND_PHASE && (motion < 0 || node->parent == motion)
          && (found < 0 || tw_schedule_span (schedule, i)->start <= day))
        found = (int) i;
    }
  return found;
}

TwPlan *
tw_edit_add_on (TwSchedule *schedule, const char *beside, int days, const char *name, TwDate day,
                char **id, GError **error)
{
  TwIndex *index = tw_schedule_index (schedule);
  int number = beside != NULL ? tw_index_find (index, beside) : -1;
  TwNode *node = number >= 0 ? tw_index_node (index, (guint) number) : NULL;
  guint at = node != NULL && node->kind == TW_KIND_ACTIVITY ? node->at + 1 : G_MAXUINT;
  g_autoptr (TwPlan) added = NULL, sized = NULL;
  g_autoptr (TwSchedule) then = NULL;
  char *new_id = NULL;
  TwPlan *moved = NULL;
  int phase = node == NULL || node->kind == TW_KIND_MOTION ? find_phase (schedule, number, day)
              : node->kind == TW_KIND_ACTIVITY             ? node->parent
                                                           : number;

  if (phase < 0)
    {
      g_set_error (error, TW_ERROR, TW_ERROR_REFUSED, _ ("There is no phase for it in this plan"));
      return NULL;
    }
  added = tw_edit_add (tw_schedule_plan (schedule), &tw_activity_type,
                       tw_index_node (index, (guint) phase)->id, at, name, &new_id, error);
  if (added != NULL)
    sized = tw_plan_set_by_id (added, &tw_activity_type, new_id, "days",
                               (TwValue){ .number = days }, error);
  if (sized != NULL)
    then = tw_schedule_new (sized, error);
  if (then != NULL)
    moved = tw_edit_move (then, new_id, day, NULL, error);
  if (moved != NULL && id != NULL)
    *id = g_steal_pointer (&new_id);
  g_clear_pointer (&new_id, g_ref_string_release);
  return moved;
}

TwPlan *
tw_edit_add_holiday (TwPlan *plan, TwDate from, TwDate to, const char *name, GError **error)
{
  TwHoliday *holiday = tw_record_new (&tw_holiday_type);
  g_autoptr (TwList) one = tw_list_new (TW_FIELD_LIST, (gpointer[]){ holiday }, 1);
  TwPlace place;
  guint at = 0;

  if (to == TW_DATE_NONE || to == from)
    holiday->date = from;
  else
    {
      holiday->from = from;
      holiday->to = to;
    }
  tw_string_set (&holiday->name, name);
  TW_FOREACH (TwHoliday, other, plan->calendar != NULL ? plan->calendar->holidays : NULL)
    at += (other->date != TW_DATE_NONE ? other->date : other->from) <= from;
  tw_plan_find (plan, &tw_calendar_type, NULL, &place);
  return tw_edit_if_sound (tw_plan_splice (plan, &place,
                                           tw_record_type_field (&tw_calendar_type, "holidays"), at,
                                           0, one, error),
                           error);
}
