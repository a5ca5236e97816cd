/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-edit.h"
#include "tw-rewrite.h"
#include "tw-verify.h"

/* Edits of records whatever their type; what has to do with dates is in tw-edit-dates.c. */

TwPlan *
tw_plan_open (TwPlan *plan, const TwPlace *place, gpointer *record)
{
  TwPlan *copy = tw_record_copy (plan);
  gpointer above = copy;

  for (guint i = 0; i < place->depth; i++)
    {
      const TwField *field = place->steps[i].field;
      TwValue value = tw_record_get (above, field);
      gpointer below;

      if (field->type == TW_FIELD_RECORD)
        {
          below = value.record != NULL ? tw_record_copy (value.record)
                                       : tw_record_new (place->steps[i].field->of);
          tw_record_set (above, field, (TwValue){ .record = below });
          tw_record_unref (below);
        }
      else
        {
          g_autoptr (TwList) one = NULL;
          g_autoptr (TwList) all = NULL;

          below = tw_record_copy (value.list->items[place->steps[i].at]);
          one = tw_list_new (TW_FIELD_LIST, &below, 1);
          all = tw_list_splice (value.list, TW_FIELD_LIST, place->steps[i].at, 1, one);
          tw_record_set (above, field, (TwValue){ .list = all });
        }
      above = below;
    }
  *record = above;
  return copy;
}

/* Whether the plan has something that field may refer to by id. */
static gboolean
has_target (TwPlan *plan, const TwField *field, const char *id)
{
  for (guint i = 0; tw_record_types[i] != NULL; i++)
    if ((tw_record_types[i]->kind & field->refers_to) != 0
        && tw_plan_find (plan, tw_record_types[i], id, NULL))
      return TRUE;
  return FALSE;
}

static gboolean
refuse (GError **error, char *message)
{
  g_set_error_literal (error, TW_ERROR, TW_ERROR_REFUSED, message);
  g_free (message);
  return FALSE;
}

static gboolean
takes (TwPlan *plan, const TwField *field, TwValue value, GError **error)
{
  char *complaint = tw_field_complaint (field, value);

  if (complaint != NULL)
    return refuse (error, complaint);
  if (field->type == TW_FIELD_REF && value.string != NULL && *value.string != '\0'
      && !has_target (plan, field, value.string))
    return refuse (error, g_strdup_printf (_ ("There is no “%s” in this plan"), value.string));
  if (field->type == TW_FIELD_REFS)
    TW_FOREACH (char, id, value.list)
      if (!has_target (plan, field, id))
        return refuse (error, g_strdup_printf (_ ("There is no “%s” in this plan"), id));
  return TRUE;
}

TwPlan *
tw_plan_set (TwPlan *plan, const TwPlace *place, const TwField *field, TwValue value,
             GError **error)
{
  TwRecord *record = tw_plan_at (plan, place);
  gpointer copy;
  TwPlan *edited;

  if (!takes (plan, field, value, error))
    return NULL;
  if (record != NULL ? tw_value_equal (field, tw_record_get (record, field), value)
                     : tw_value_is_standard (field, value))
    return tw_plan_ref (plan);
  edited = tw_plan_open (plan, place, &copy);
  tw_record_set (copy, field, value);
  return edited;
}

static gboolean
find (TwPlan *plan, const TwRecordType *type, const char *id, TwPlace *place, GError **error)
{
  if (tw_plan_find (plan, type, id, place))
    return TRUE;
  return refuse (error, g_strdup_printf (_ ("There is no “%s” in this plan"), id));
}

TwPlan *
tw_plan_set_by_id (TwPlan *plan, const TwRecordType *type, const char *id, const char *member,
                   TwValue value, GError **error)
{
  const TwField *field = tw_record_type_field (type, member);
  TwPlace place;

  g_return_val_if_fail (field != NULL, NULL);
  if (!find (plan, type, id, &place, error))
    return NULL;
  return tw_plan_set (plan, &place, field, value, error);
}

static guint
list_length (TwPlan *plan, const TwPlace *place, const TwField *field)
{
  gpointer record = tw_plan_at (plan, place);

  return record != NULL ? tw_list_n (tw_record_get (record, field).list) : 0;
}

TwPlan *
tw_plan_splice (TwPlan *plan, const TwPlace *place, const TwField *field, guint at, guint n_removed,
                TwList *added, GError **error)
{
  g_autoptr (TwList) list = NULL;
  gpointer copy;
  TwPlan *edited;

  g_return_val_if_fail (field->type == TW_FIELD_LIST, NULL);
  if (at + n_removed > list_length (plan, place, field))
    {
      refuse (error, g_strdup (_ ("There is nothing at this place any more")));
      return NULL;
    }
  edited = tw_plan_open (plan, place, &copy);
  list = tw_list_splice (tw_record_get (copy, field).list, TW_FIELD_LIST, at, n_removed, added);
  tw_record_set (copy, field, (TwValue){ .list = list });
  return edited;
}

char
tw_id_letter (const TwRecordType *type)
{
  static const struct
  {
    const TwRecordType *type;
    char letter;
  } letters[] = {
    { &tw_motion_type, 'm' },   { &tw_phase_type, 'h' },         { &tw_activity_type, 'a' },
    { &tw_check_type, 'c' },    { &tw_recurring_type, 'r' },     { &tw_slice_type, 's' },
    { &tw_kpi_type, 'q' },      { &tw_adoption_item_type, 'e' }, { &tw_entry_type, 'k' },
    { &tw_baseline_type, 'b' }, { &tw_note_type, 'n' },          { &tw_meeting_type, 'g' },
    { &tw_person_type, 'p' },   { &tw_workload_type, 'w' },      { &tw_approach_type, 'o' },
    { &tw_stage_type, 't' },    { &tw_agenda_item_type, 'i' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].type == type)
      return letters[i].letter;
  g_return_val_if_reached ('x');
}

static void
collect_ids (TwRecord *record, GHashTable *ids)
{
  for (guint i = 0; i < record->type->n_fields; i++)
    {
      const TwField *field = &record->type->fields[i];
      TwValue value = tw_record_get (record, field);

      if (field->type == TW_FIELD_ID)
        g_hash_table_add (ids, value.string);
      else if (field->type == TW_FIELD_RECORD && value.record != NULL)
        collect_ids (value.record, ids);
      else if (field->type == TW_FIELD_LIST)
        TW_FOREACH (TwRecord, item, value.list)
          collect_ids (item, ids);
    }
}

GHashTable *
tw_plan_ids (TwPlan *plan)
{
  GHashTable *ids = g_hash_table_new (NULL, NULL);

  collect_ids (&plan->record, ids);
  return ids;
}

char *
tw_ids_new (GHashTable *ids, const TwRecordType *type)
{
  static const char signs[] = "0123456789abcdefghijklmnopqrstuvwxyz";
  char text[8] = { tw_id_letter (type) };
  char *id = NULL;

  do
    {
      for (int i = 1; i <= 6; i++)
        text[i] = signs[g_random_int_range (0, 36)];
      g_clear_pointer (&id, g_ref_string_release);
      id = tw_id_new (text);
    }
  while (!g_hash_table_add (ids, id));
  return id;
}

char *
tw_plan_new_id (TwPlan *plan, const TwRecordType *type)
{
  g_autoptr (GHashTable) ids = tw_plan_ids (plan);

  return tw_ids_new (ids, type);
}

/* What a deletion takes away: the record, and of a group the nodes below it. */
typedef struct
{
  TwIndex *index;
  TwRecord *doomed;
  TwKind kind;
  GHashTable *gone; /* ids of that kind (of nodes: all below, too) */
  guint n_cleared;
} Deletion;

static gboolean
survives (TwRecord *record, gpointer data)
{
  return record != ((Deletion *) data)->doomed;
}

static TwList *
links_of (TwIndex *index, const char *id, const char **implied)
{
  int number = tw_index_find (index, id);
  TwNode *node = number >= 0 ? tw_index_node (index, (guint) number) : NULL;

  *implied = node != NULL && node->kind == TW_KIND_PHASE && node->after == NULL
                 ? tw_index_phase_before (index, (guint) number)
                 : NULL;
  return node != NULL ? node->after : NULL;
}

/* What stands for id once it is gone: what it came after, through all that is gone. */
static void
take_over (Deletion *deletion, const char *id, GPtrArray *ids)
{
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_ptr_array_add (queue, (gpointer) id);
  for (guint i = 0; i < queue->len; i++)
    {
      const char *implied;
      TwList *links;

      if (!g_hash_table_add (seen, queue->pdata[i]))
        continue;
      if (!g_hash_table_contains (deletion->gone, queue->pdata[i]))
        {
          g_ptr_array_add (ids, tw_id_new (queue->pdata[i]));
          continue;
        }
      links = links_of (deletion->index, queue->pdata[i], &implied);
      if (implied != NULL)
        g_ptr_array_add (queue, (gpointer) implied);
      TW_FOREACH (char, link, links)
        g_ptr_array_add (queue, link);
    }
}

static void
redirect (const TwField *field, const char *id, GPtrArray *ids, gpointer data)
{
  Deletion *deletion = data;

  if ((field->refers_to & deletion->kind) == 0 || !g_hash_table_contains (deletion->gone, id))
    {
      g_ptr_array_add (ids, tw_id_new (id));
      return;
    }
  deletion->n_cleared++;
  if (g_str_equal (field->name, "after"))
    take_over (deletion, id, ids);
}

static void
collect_gone (Deletion *deletion, const char *id)
{
  int number = (deletion->kind & TW_KIND_NODE) != 0 ? tw_index_find (deletion->index, id) : -1;

  g_hash_table_add (deletion->gone, (gpointer) id);
  if ((deletion->kind & TW_KIND_NODE) != 0)
    deletion->kind = TW_KIND_NODE;
  for (guint i = (guint) number + 1;
       number >= 0 && i < tw_index_node (deletion->index, (guint) number)->end; i++)
    g_hash_table_add (deletion->gone, (gpointer) tw_index_node (deletion->index, i)->id);
}

/* A phase that comes after another one only by their order takes over that one's own links; where
 * they are implied, too, order goes on to imply them. */
static TwPlan *
pass_links_on (TwPlan *plan, const TwPlace *place)
{
  TwPhase *phase = tw_plan_at (plan, place), *behind;
  TwPlace next = *place;
  TwPlan *edited;
  gpointer copy;

  next.steps[next.depth - 1].at++;
  behind = tw_plan_at (plan, &next);
  if (phase->after == NULL || behind == NULL || behind->after != NULL)
    return tw_plan_ref (plan);
  edited = tw_plan_open (plan, &next, &copy);
  ((TwPhase *) copy)->after = tw_list_ref (phase->after);
  return edited;
}

static TwPlan *
delete_record (TwPlan *whole, const TwPlace *place, const char *id, guint *n_cleared)
{
  TwRecord *doomed = tw_plan_at (whole, place);
  g_autoptr (TwPlan) plan
      = doomed->type == &tw_phase_type ? pass_links_on (whole, place) : tw_plan_ref (whole);
  Deletion deletion = { .doomed = doomed, .kind = doomed->type->kind };
  TwRewrite rewrite = { .keeps = survives, .refers = redirect, .data = &deletion };
  TwPlan *edited;

  deletion.index = tw_index_new (plan);
  deletion.gone = g_hash_table_new (g_str_hash, g_str_equal);
  if (deletion.kind != 0)
    collect_gone (&deletion, id);
  edited = tw_record_rewrite (plan, &rewrite);
  *n_cleared = deletion.n_cleared;
  g_hash_table_unref (deletion.gone);
  tw_index_unref (deletion.index);
  return edited;
}

TwPlan *
tw_edit_delete (TwPlan *plan, const TwRecordType *type, const char *id, char **sentence,
                GError **error)
{
  TwPlace place;
  TwPlan *edited;
  guint n_cleared;

  if (!find (plan, type, id, &place, error))
    return NULL;
  edited = delete_record (plan, &place, id, &n_cleared);
  if (sentence != NULL)
    *sentence
        = n_cleared > 0
              ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                              "“%s” deleted, and cleared in %u place",
                                              "“%s” deleted, and cleared in %u places", n_cleared),
                                 tw_record_name (tw_plan_at (plan, &place)), n_cleared)
              : g_strdup_printf (_ ("“%s” deleted"), tw_record_name (tw_plan_at (plan, &place)));
  return edited;
}

guint
tw_plan_count_uses (TwPlan *plan, const TwRecordType *type, const char *id)
{
  TwPlace place;
  guint n_cleared;

  if (!tw_plan_find (plan, type, id, &place))
    return 0;
  tw_plan_unref (delete_record (plan, &place, id, &n_cleared));
  return n_cleared;
}

/* The list field for records of type in the record called parent (NULL: the plan). */
static const TwField *
find_list (TwPlan *plan, const TwRecordType *type, const char *parent, TwPlace *place)
{
  for (guint i = 0; tw_record_types[i] != NULL; i++)
    {
      const TwRecordType *above = tw_record_types[i];

      if (tw_plan_find (plan, above, NULL, NULL) != (parent == NULL))
        continue;
      for (guint j = 0; j < above->n_fields; j++)
        if (above->fields[j].type == TW_FIELD_LIST && above->fields[j].of == type)
          if (tw_plan_find (plan, above, parent, place))
            return &above->fields[j];
    }
  return NULL;
}

TwPlan *
tw_edit_or_same (TwPlan *plan, TwPlan *edited)
{
  if (!tw_record_equal (plan, edited))
    return edited;
  tw_plan_unref (edited);
  return tw_plan_ref (plan);
}

TwPlan *
tw_edit_if_possible (TwPlan *edited, GError **error)
{
  g_autoptr (TwPlan) plan = edited;
  g_autoptr (GError) circle = NULL;
  g_autoptr (TwSchedule) schedule = plan != NULL ? tw_schedule_new (plan, &circle) : NULL;

  if (plan == NULL || schedule != NULL)
    return g_steal_pointer (&plan);
  refuse (error, g_strdup_printf (_ ("That can’t be: %s"), circle->message));
  return NULL;
}

/* With whose fault it is, behind: below a field there is little room, and none needs to be told. */
static char *
describe (TwBreach *breach)
{
  const TwField *title = tw_record_title (((TwRecord *) breach->record)->type);
  const char *name = tw_record_name (breach->record);

  if (title != NULL && g_strcmp0 (breach->member, title->name) == 0)
    return g_strdup_printf (_ ("That can’t be a name: %s"), breach->message);
  return name != NULL ? g_strdup_printf (_ ("That can’t be: %s (in “%s”)"), breach->message, name)
                      : g_strdup_printf (_ ("That can’t be: %s"), breach->message);
}

TwPlan *
tw_edit_if_sound (TwPlan *edited, GError **error)
{
  g_autoptr (TwPlan) plan = edited;
  g_autoptr (GPtrArray) breaches = edited != NULL ? tw_plan_verify (edited) : NULL;

  if (breaches != NULL && breaches->len > 0)
    {
      refuse (error, describe (breaches->pdata[0]));
      return NULL;
    }
  return g_steal_pointer (&plan);
}

TwPlan *
tw_edit_relocate (TwPlan *plan, const TwRecordType *type, const char *id, const char *parent,
                  guint at, GError **error)
{
  TwPlace place;
  const TwField *field;
  TwStep last;
  gpointer record;
  g_autoptr (TwPlan) without = NULL;
  g_autoptr (TwList) one = NULL;
  TwPlan *edited;

  if (!find (plan, type, id, &place, error))
    return NULL;
  record = tw_plan_at (plan, &place);
  last = place.steps[--place.depth];
  without = tw_plan_splice (plan, &place, last.field, last.at, 1, NULL, error);
  field = without != NULL ? find_list (without, type, parent, &place) : NULL;
  if (field == NULL)
    {
      if (error != NULL && *error == NULL)
        refuse (error, g_strdup (_ ("It can’t stand there")));
      return NULL;
    }
  one = tw_list_new (TW_FIELD_LIST, (gpointer[]){ tw_record_ref (record) }, 1);
  at = MIN (at, list_length (without, &place, field));
  edited = tw_edit_or_same (plan, tw_plan_splice (without, &place, field, at, 0, one, error));
  return (type->kind & TW_KIND_NODE) != 0 ? tw_edit_if_possible (edited, error) : edited;
}

/* What a new record can't be without, beside its name. */
static void
set_required (TwRecord *record)
{
  if (record->type == &tw_recurring_type)
    tw_string_set (&((TwRecurring *) record)->every, "P1M");
  else if (record->type == &tw_kpi_type)
    {
      ((TwKpi *) record)->green_above = 70;
      ((TwKpi *) record)->yellow_above = 40;
    }
}

TwPlan *
tw_edit_add (TwPlan *plan, const TwRecordType *type, const char *parent, guint at, const char *name,
             char **id, GError **error)
{
  TwValue title = { .string = (char *) name };
  const TwField *called = tw_record_title (type);
  TwPlace place;
  const TwField *field = find_list (plan, type, parent, &place);
  TwRecord *record;
  g_autoptr (TwList) one = NULL;
  char *new_id;

  if (field == NULL)
    {
      refuse (error, g_strdup (_ ("There is no place for it in this plan")));
      return NULL;
    }
  record = tw_record_new (type);
  one = tw_list_new (TW_FIELD_LIST, (gpointer[]){ record }, 1);
  if (called != NULL && !takes (plan, called, title, error))
    return NULL;
  if (called != NULL)
    tw_record_set (record, called, title);
  set_required (record);
  new_id = tw_plan_new_id (plan, type);
  tw_record_set (record, tw_record_type_field (type, "id"), (TwValue){ .string = new_id });
  at = MIN (at, list_length (plan, &place, field));
  if (id != NULL)
    *id = new_id;
  else
    g_ref_string_release (new_id);
  return tw_plan_splice (plan, &place, field, at, 0, one, error);
}

TwPlan *
tw_edit_tick (TwPlan *plan, const TwRecordType *type, const char *id, gboolean done, TwDate today,
              GError **error)
{
  return tw_plan_set_by_id (plan, type, id, type == &tw_note_type ? "next_done" : "done",
                            (TwValue){ .date = done ? today : TW_DATE_NONE }, error);
}
