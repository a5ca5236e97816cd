/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-audience.h"
#include "tw-facts.h"
#include "tw-playbook.h"
#include "tw-rewrite.h"

gboolean
tw_record_is_internal (gpointer record)
{
  TwRecord *self = record;
  const TwField *internal = tw_record_type_field (self->type, "internal");

  return internal != NULL && tw_record_get (self, internal).number != 0;
}

/* What the customer's copy still has: ids by kind, so that references to the rest go. */
typedef struct
{
  TwPlaybook *playbook;
  GHashTable *kept[16]; /* by the bit of the kind */
  GHashTable *named;    /* ids of people whom something that stays names */
} Copy;

static guint
bit_of (TwKind kind)
{
  guint bit = 0;

  while (((guint) kind >> bit) > 1)
    bit++;
  return bit;
}

static gboolean
is_public (TwRecord *record, gpointer data G_GNUC_UNUSED)
{
  return !tw_record_is_internal (record);
}

/* The members that go, and the name that stands in. */
static void
make_public (TwRecord *copy, gpointer data)
{
  Copy *self = data;

  g_clear_pointer (&copy->unknown, json_node_unref);
  for (guint i = 0; i < copy->type->n_fields; i++)
    {
      const TwField *field = &copy->type->fields[i];
      TwValue value = tw_record_get (copy, field);
      TwValue nothing = { NULL };

      if (field->type == TW_FIELD_INT || field->type == TW_FIELD_WORD)
        nothing.number = field->standard;
      if (field->audience == TW_MEMBER_STANDS_IN && value.string != NULL)
        tw_record_set (copy, tw_record_type_field (copy->type, "name"), value);
      /* The key of a list whose records are internal goes with the list. */
      if (field->audience == TW_MEMBER_STANDS_IN
          || (field->audience == TW_MEMBER_INTERNAL && !field->required))
        tw_record_set (copy, field, nothing);
    }
  if (copy->type == &tw_check_type
      && !tw_playbook_role_is_customer (self->playbook, ((TwCheck *) copy)->role))
    tw_string_set (&((TwCheck *) copy)->role, NULL);
}

static gboolean
always (TwRecord *record G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  return TRUE;
}

static void
collect (Copy *copy, TwRecord *record)
{
  if (record->type->kind != 0)
    g_hash_table_add (copy->kept[bit_of (record->type->kind)],
                      tw_record_get (record, tw_record_type_field (record->type, "id")).string);
  for (guint i = 0; i < record->type->n_fields; i++)
    {
      const TwField *field = &record->type->fields[i];
      TwValue value = tw_record_get (record, field);

      if ((field->refers_to & TW_KIND_PERSON) != 0)
        {
          if (field->type == TW_FIELD_REF && value.string != NULL)
            g_hash_table_add (copy->named, value.string);
          if (field->type == TW_FIELD_REFS)
            TW_FOREACH (char, id, value.list)
              g_hash_table_add (copy->named, id);
        }
      if (field->type == TW_FIELD_LIST)
        TW_FOREACH (TwRecord, item, value.list)
          collect (copy, item);
      if (field->type == TW_FIELD_RECORD && value.record != NULL)
        collect (copy, value.record);
    }
}

static void
keep_reference (const TwField *field, const char *id, GPtrArray *ids, gpointer data)
{
  Copy *copy = data;

  for (guint bit = 0; bit < G_N_ELEMENTS (copy->kept); bit++)
    if ((field->refers_to & (1 << bit)) != 0 && g_hash_table_contains (copy->kept[bit], id))
      {
        g_ptr_array_add (ids, tw_id_new (id));
        return;
      }
}

static gboolean
is_kept (Copy *copy, const char *id)
{
  for (guint bit = bit_of (TW_KIND_MOTION); bit <= bit_of (TW_KIND_RECURRING); bit++)
    if (g_hash_table_contains (copy->kept[bit], id))
      return TRUE;
  return FALSE;
}

/* Baselines keep what the copy still has; people stay if something names them, be it by a
 * role. */
static gboolean
is_wanted (TwRecord *record, gpointer data)
{
  Copy *copy = data;

  if (record->type == &tw_baseline_item_type)
    return is_kept (copy, ((TwBaselineItem *) record)->id);
  if (record->type == &tw_person_type)
    return g_hash_table_contains (copy->named, ((TwPerson *) record)->id);
  return TRUE;
}

/* Who is shown for something that names nobody, but has roles: one, not all who have them. */
static void
name_role_owners (Copy *copy, TwPlan *plan, TwRecord *record)
{
  const TwField *owner = tw_record_type_field (record->type, "owner");
  const TwField *roles = tw_record_type_field (record->type, "roles");
  const TwField *role = tw_record_type_field (record->type, "role");
  TwPerson *shown = NULL;

  if (owner != NULL && roles != NULL)
    shown = tw_owner_shown (plan, tw_record_get (record, owner).string,
                            tw_record_get (record, roles).list);
  else if (owner != NULL && role != NULL)
    shown = tw_role_owner_shown (plan, tw_record_get (record, owner).string,
                                 tw_record_get (record, role).string);
  if (shown != NULL)
    g_hash_table_add (copy->named, shown->id);
  for (guint i = 0; i < record->type->n_fields; i++)
    if (record->type->fields[i].type == TW_FIELD_LIST)
      TW_FOREACH (TwRecord, item, tw_record_get (record, &record->type->fields[i]).list)
        name_role_owners (copy, plan, item);
}

/* A baseline calls things by the names that the copy gives them. */
static gboolean
is_baseline_item (TwRecord *record, gpointer data G_GNUC_UNUSED)
{
  return record->type == &tw_baseline_item_type;
}

static void
rename_item (TwRecord *record, gpointer data)
{
  TwBaselineItem *item = (TwBaselineItem *) record;
  int number = tw_index_find (data, item->id);

  if (number >= 0)
    tw_string_set (&item->name, tw_record_name (tw_index_node (data, (guint) number)->record));
}

TwPlan *
tw_audience_copy (TwPlan *plan, TwPlaybook *playbook, TwAudience audience)
{
  Copy copy = { .playbook = playbook != NULL ? playbook : tw_playbook_builtin () };
  TwRewrite first = { .keeps = is_public, .changes = always, .change = make_public, .data = &copy };
  TwRewrite second = { .keeps = is_wanted, .refers = keep_reference, .data = &copy };
  TwRewrite third = { .changes = is_baseline_item, .change = rename_item };
  g_autoptr (TwPlan) without = NULL;
  g_autoptr (TwPlan) sound = NULL;
  g_autoptr (TwIndex) index = NULL;

  if (audience == TW_AUDIENCE_INTERNAL)
    return tw_plan_ref (plan);
  for (guint i = 0; i < G_N_ELEMENTS (copy.kept); i++)
    copy.kept[i] = g_hash_table_new (g_str_hash, g_str_equal);
  copy.named = g_hash_table_new (g_str_hash, g_str_equal);
  without = tw_record_rewrite (plan, &first);
  collect (&copy, &without->record);
  name_role_owners (&copy, without, &without->record);
  sound = tw_record_rewrite (without, &second);
  index = tw_index_new (sound);
  third.data = index;
  for (guint i = 0; i < G_N_ELEMENTS (copy.kept); i++)
    g_hash_table_unref (copy.kept[i]);
  g_hash_table_unref (copy.named);
  return tw_record_rewrite (sound, &third);
}

gpointer
tw_audience_record (TwPlan *copy, gpointer record)
{
  TwRecord *self = record;
  char buffer[TW_DATE_LENGTH];
  TwPlace place;

  return tw_plan_find (copy, self->type, tw_record_key (record, buffer), &place)
             ? tw_plan_at (copy, &place)
             : NULL;
}
