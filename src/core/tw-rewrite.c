/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-rewrite.h"

/* The copy of record, made when it is first needed. */
static TwRecord *
writable (TwRecord *record, TwRecord **copy)
{
  if (*copy == NULL)
    *copy = tw_record_copy (record);
  return *copy;
}

static void
rewrite_list (TwRecord *record, const TwField *field, TwRecord **copy, const TwRewrite *rewrite)
{
  TwList *list = tw_record_get (record, field).list;
  GPtrArray *items = g_ptr_array_sized_new (tw_list_n (list));
  gboolean same = TRUE;
  TwList *made;

  TW_FOREACH (TwRecord, item, list)
    {
      if (rewrite->keeps != NULL && !rewrite->keeps (item, rewrite->data))
        same = FALSE;
      else
        {
          g_ptr_array_add (items, tw_record_rewrite (item, rewrite));
          same = same && items->pdata[items->len - 1] == item;
        }
    }
  made = tw_list_new_take (TW_FIELD_LIST, items);
  if (!same)
    tw_record_set (writable (record, copy), field, (TwValue){ .list = made });
  tw_list_unref (made);
}

static void
rewrite_reference (TwRecord *record, const TwField *field, TwRecord **copy,
                   const TwRewrite *rewrite)
{
  const char *id = tw_record_get (record, field).string;
  g_autoptr (GPtrArray) ids
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);

  if (id == NULL)
    return;
  rewrite->refers (field, id, ids, rewrite->data);
  if (ids->len != 1 || !g_str_equal (ids->pdata[0], id))
    tw_record_set (writable (record, copy), field,
                   (TwValue){ .string = ids->len > 0 ? ids->pdata[0] : NULL });
}

static void
rewrite_references (TwRecord *record, const TwField *field, TwRecord **copy,
                    const TwRewrite *rewrite)
{
  TwList *list = tw_record_get (record, field).list;
  g_autoptr (GPtrArray) ids
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  GPtrArray *once;
  TwList *made;

  if (tw_list_n (list) == 0)
    return;
  TW_FOREACH (char, id, list)
    rewrite->refers (field, id, ids, rewrite->data);
  once = g_ptr_array_new ();
  for (guint i = 0; i < ids->len; i++)
    if (!g_ptr_array_find (once, ids->pdata[i], NULL))
      g_ptr_array_add (once, g_ref_string_acquire (ids->pdata[i]));
  made = tw_list_new_take (TW_FIELD_REFS, once);
  /* What had links and lost them isn't what never had any. */
  if (made == NULL && field->keep_empty)
    made = tw_list_new (TW_FIELD_REFS, NULL, 0);
  if (!tw_list_equal (made, list))
    tw_record_set (writable (record, copy), field, (TwValue){ .list = made });
  tw_list_unref (made);
}

gpointer
tw_record_rewrite (gpointer record, const TwRewrite *rewrite)
{
  TwRecord *self = record, *copy = NULL;

  for (guint i = 0; i < self->type->n_fields; i++)
    {
      const TwField *field = &self->type->fields[i];

      if (field->type == TW_FIELD_LIST)
        rewrite_list (self, field, &copy, rewrite);
      else if (field->type == TW_FIELD_RECORD)
        {
          TwRecord *held = tw_record_get (self, field).record;
          TwRecord *made = held != NULL ? tw_record_rewrite (held, rewrite) : NULL;

          if (made != held)
            tw_record_set (writable (self, &copy), field, (TwValue){ .record = made });
          g_clear_pointer (&made, tw_record_unref);
        }
      else if (field->type == TW_FIELD_REF && rewrite->refers != NULL)
        rewrite_reference (self, field, &copy, rewrite);
      else if (field->type == TW_FIELD_REFS && rewrite->refers != NULL)
        rewrite_references (self, field, &copy, rewrite);
    }
  if (rewrite->changes != NULL && rewrite->changes (self, rewrite->data))
    rewrite->change (writable (self, &copy), rewrite->data);
  return copy != NULL ? copy : tw_record_ref (self);
}
