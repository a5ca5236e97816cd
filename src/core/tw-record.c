/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-record.h"

#define MEMBER(Type, record, field) (*(Type *) G_STRUCT_MEMBER_P (record, (field)->offset))

static gboolean
is_string (TwFieldType type)
{
  return type <= TW_FIELD_ID || type == TW_FIELD_REF;
}

static gboolean
is_list (TwFieldType type)
{
  return type == TW_FIELD_LINES || type == TW_FIELD_REFS || type == TW_FIELD_DATES
         || type == TW_FIELD_LIST;
}

gpointer
tw_record_new (const TwRecordType *type)
{
  TwRecord *record = g_malloc0 (type->size);

  record->type = type;
  g_atomic_ref_count_init (&record->count);
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].standard != 0)
      MEMBER (int, record, &type->fields[i]) = type->fields[i].standard;
  return record;
}

gpointer
tw_record_copy (gpointer record)
{
  TwRecord *original = record;
  TwRecord *copy = g_memdup2 (original, original->type->size);

  g_atomic_ref_count_init (&copy->count);
  copy->fits = FALSE;
  if (copy->unknown != NULL)
    json_node_ref (copy->unknown);
  for (guint i = 0; i < copy->type->n_fields; i++)
    {
      const TwField *field = &copy->type->fields[i];

      if (is_string (field->type) && MEMBER (char *, copy, field) != NULL)
        g_ref_string_acquire (MEMBER (char *, copy, field));
      else if (is_list (field->type))
        tw_list_ref (MEMBER (TwList *, copy, field));
      else if (field->type == TW_FIELD_RECORD && MEMBER (TwRecord *, copy, field) != NULL)
        tw_record_ref (MEMBER (TwRecord *, copy, field));
    }
  return copy;
}

gpointer
tw_record_ref (gpointer record)
{
  g_atomic_ref_count_inc (&((TwRecord *) record)->count);
  return record;
}

static void
clear_member (TwRecord *record, const TwField *field)
{
  if (is_string (field->type))
    g_clear_pointer (&MEMBER (char *, record, field), g_ref_string_release);
  else if (is_list (field->type))
    g_clear_pointer (&MEMBER (TwList *, record, field), tw_list_unref);
  else if (field->type == TW_FIELD_RECORD)
    g_clear_pointer (&MEMBER (TwRecord *, record, field), tw_record_unref);
}

void
tw_record_unref (gpointer record)
{
  TwRecord *self = record;

  if (!g_atomic_ref_count_dec (&self->count))
    return;
  for (guint i = 0; i < self->type->n_fields; i++)
    clear_member (self, &self->type->fields[i]);
  g_clear_pointer (&self->unknown, json_node_unref);
  g_free (self);
}

JsonObject *
tw_record_add_unknown (gpointer record)
{
  TwRecord *self = record;

  if (self->unknown == NULL)
    {
      self->unknown = json_node_new (JSON_NODE_OBJECT);
      json_node_take_object (self->unknown, json_object_new ());
    }
  return json_node_get_object (self->unknown);
}

static gboolean
unknown_equal (JsonNode *one, JsonNode *other)
{
  JsonObject *a, *b;
  GList *names_a, *names_b;
  gboolean equal;

  if (one == other)
    return TRUE;
  if (one == NULL || other == NULL)
    return FALSE;
  a = json_node_get_object (one);
  b = json_node_get_object (other);
  if (json_object_get_size (a) != json_object_get_size (b))
    return FALSE;
  equal = TRUE;
  names_a = json_object_get_members (a);
  names_b = json_object_get_members (b);
  for (GList *at_a = names_a, *at_b = names_b; equal && at_a != NULL;
       at_a = at_a->next, at_b = at_b->next)
    equal = g_str_equal (at_a->data, at_b->data)
            && json_node_equal (json_object_get_member (a, at_a->data),
                                json_object_get_member (b, at_b->data));
  g_list_free (names_a);
  g_list_free (names_b);
  return equal;
}

gboolean
tw_record_equal (gpointer a, gpointer b)
{
  TwRecord *one = a, *other = b;

  if (one == other)
    return TRUE;
  if (one == NULL || other == NULL || one->type != other->type
      || !unknown_equal (one->unknown, other->unknown))
    return FALSE;
  for (guint i = 0; i < one->type->n_fields; i++)
    {
      const TwField *field = &one->type->fields[i];

      if (!tw_value_equal (field, tw_record_get (one, field), tw_record_get (other, field)))
        return FALSE;
    }
  return TRUE;
}

const TwField *
tw_record_type_field (const TwRecordType *type, const char *name)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (g_str_equal (type->fields[i].name, name))
      return &type->fields[i];
  return NULL;
}

TwValue
tw_record_get (gpointer record, const TwField *field)
{
  TwValue value = { NULL };

  if (is_string (field->type))
    value.string = MEMBER (char *, record, field);
  else if (is_list (field->type))
    value.list = MEMBER (TwList *, record, field);
  else if (field->type == TW_FIELD_RECORD)
    value.record = MEMBER (TwRecord *, record, field);
  else
    value.number = MEMBER (int, record, field);
  return value;
}

void
tw_record_set (gpointer record, const TwField *field, TwValue value)
{
  if (field->type == TW_FIELD_ID || field->type == TW_FIELD_REF)
    tw_id_set (&MEMBER (char *, record, field), value.string);
  else if (is_string (field->type))
    tw_string_set (&MEMBER (char *, record, field), value.string);
  else if (is_list (field->type))
    {
      TwList *list = tw_list_ref (value.list);

      clear_member (record, field);
      MEMBER (TwList *, record, field) = list;
    }
  else if (field->type == TW_FIELD_RECORD)
    {
      TwRecord *held = value.record != NULL ? tw_record_ref (value.record) : NULL;

      clear_member (record, field);
      MEMBER (TwRecord *, record, field) = held;
    }
  else
    MEMBER (int, record, field) = value.number;
}

gboolean
tw_value_equal (const TwField *field, TwValue a, TwValue b)
{
  if (is_string (field->type))
    return g_strcmp0 (a.string, b.string) == 0;
  if (is_list (field->type))
    return (!field->keep_empty || (a.list == NULL) == (b.list == NULL))
           && tw_list_equal (a.list, b.list);
  if (field->type == TW_FIELD_RECORD)
    return tw_record_equal (a.record, b.record);
  return a.number == b.number;
}

gboolean
tw_value_is_standard (const TwField *field, TwValue value)
{
  if (field->required)
    return FALSE;
  if (is_string (field->type))
    return value.string == NULL;
  if (is_list (field->type))
    return value.list == NULL || (value.list->n == 0 && !field->keep_empty);
  if (field->type == TW_FIELD_RECORD)
    return value.record == NULL;
  return value.number == field->standard;
}

const char *
tw_record_key (gpointer record, char buffer[TW_DATE_LENGTH])
{
  TwRecord *self = record;
  const TwField *field
      = self->type->key != NULL ? tw_record_type_field (self->type, self->type->key) : NULL;
  TwValue value;

  if (field == NULL)
    return NULL;
  value = tw_record_get (record, field);
  if (field->type == TW_FIELD_WORD)
    return field->words[value.number];
  if (field->type != TW_FIELD_DATE)
    return value.string;
  /* A holiday is known by its first day, whether it is a day or a span. */
  if (value.date == TW_DATE_NONE && tw_record_type_field (self->type, "from") != NULL)
    value = tw_record_get (record, tw_record_type_field (self->type, "from"));
  return tw_date_iso (value.date, buffer);
}

char *
tw_id_new (const char *id)
{
  static GMutex mutex;
  static GHashTable *ids;
  char *own;

  g_mutex_lock (&mutex);
  if (ids == NULL)
    ids = g_hash_table_new (g_str_hash, g_str_equal);
  own = g_hash_table_lookup (ids, id);
  if (own == NULL)
    {
      own = g_ref_string_new (id);
      g_hash_table_add (ids, own);
    }
  g_mutex_unlock (&mutex);
  return g_ref_string_acquire (own);
}

static void
take_string (char **member, char *value)
{
  if (*member != NULL)
    g_ref_string_release (*member);
  *member = value;
}

void
tw_string_set (char **member, const char *value)
{
  take_string (member, value != NULL && *value != '\0' ? g_ref_string_new (value) : NULL);
}

void
tw_id_set (char **member, const char *value)
{
  take_string (member, value != NULL && *value != '\0' ? tw_id_new (value) : NULL);
}

static gpointer
item_ref (TwFieldType type, gpointer item)
{
  if (type == TW_FIELD_LIST)
    return tw_record_ref (item);
  if (type != TW_FIELD_DATES)
    return g_ref_string_acquire (item);
  return item;
}

TwList *
tw_list_new (TwFieldType type, gpointer *items, guint n)
{
  TwList *list = g_malloc (sizeof (TwList) + n * sizeof (gpointer));

  g_atomic_ref_count_init (&list->count);
  list->type = type;
  list->n = n;
  if (n > 0)
    memcpy (list->items, items, n * sizeof (gpointer));
  return list;
}

static gint
compare_dates (gconstpointer a, gconstpointer b)
{
  guint one = GPOINTER_TO_UINT (*(const gpointer *) a);
  guint other = GPOINTER_TO_UINT (*(const gpointer *) b);

  return one < other ? -1 : one > other;
}

TwList *
tw_list_new_take (TwFieldType type, GPtrArray *items)
{
  TwList *list;

  if (type == TW_FIELD_DATES)
    g_ptr_array_sort (items, compare_dates);
  list = items->len > 0 ? tw_list_new (type, items->pdata, items->len) : NULL;

  g_ptr_array_set_free_func (items, NULL);
  g_ptr_array_unref (items);
  return list;
}

TwList *
tw_list_new_strv (TwFieldType type, const char *const *strings)
{
  GPtrArray *items = g_ptr_array_new ();

  for (; strings != NULL && *strings != NULL; strings++)
    g_ptr_array_add (items,
                     type == TW_FIELD_REFS ? tw_id_new (*strings) : g_ref_string_new (*strings));
  return tw_list_new_take (type, items);
}

TwList *
tw_list_ref (TwList *list)
{
  if (list != NULL)
    g_atomic_ref_count_inc (&list->count);
  return list;
}

void
tw_list_unref (TwList *list)
{
  if (list == NULL || !g_atomic_ref_count_dec (&list->count))
    return;
  for (guint i = 0; i < list->n; i++)
    if (list->type == TW_FIELD_LIST)
      tw_record_unref (list->items[i]);
    else if (list->type != TW_FIELD_DATES)
      g_ref_string_release (list->items[i]);
  g_free (list);
}

gboolean
tw_list_equal (TwList *a, TwList *b)
{
  if (a == b)
    return TRUE;
  if (tw_list_n (a) != tw_list_n (b))
    return FALSE;
  for (guint i = 0; i < tw_list_n (a); i++)
    if (a->items[i] != b->items[i]
        && !(a->type == TW_FIELD_LIST    ? tw_record_equal (a->items[i], b->items[i])
             : a->type == TW_FIELD_DATES ? FALSE
                                         : g_str_equal (a->items[i], b->items[i])))
      return FALSE;
  return TRUE;
}

TwList *
tw_list_splice (TwList *list, TwFieldType type, guint at, guint n_removed, TwList *added)
{
  GPtrArray *items = g_ptr_array_sized_new (tw_list_n (list) + tw_list_n (added));

  g_return_val_if_fail (at + n_removed <= tw_list_n (list), NULL);
  for (guint i = 0; i < at; i++)
    g_ptr_array_add (items, item_ref (type, list->items[i]));
  for (guint i = 0; i < tw_list_n (added); i++)
    g_ptr_array_add (items, item_ref (type, added->items[i]));
  for (guint i = at + n_removed; i < tw_list_n (list); i++)
    g_ptr_array_add (items, item_ref (type, list->items[i]));
  return tw_list_new_take (type, items);
}

gboolean
tw_list_has (TwList *list, const char *string)
{
  TW_FOREACH (char, item, list)
    if (item == string || g_str_equal (item, string))
      return TRUE;
  return FALSE;
}

gpointer
tw_list_find (TwList *list, const char *key, int *at)
{
  char buffer[TW_DATE_LENGTH];

  for (guint i = 0; key != NULL && i < tw_list_n (list); i++)
    if (g_strcmp0 (tw_record_key (list->items[i], buffer), key) == 0)
      {
        if (at != NULL)
          *at = (int) i;
        return list->items[i];
      }
  if (at != NULL)
    *at = -1;
  return NULL;
}
