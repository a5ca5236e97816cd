/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-json.h"
#include "tw-plan.h"

/* The bytes of FORMAT.md. level is the indentation of what is written, -1 on one line. */

static void write_record (GString *out, TwRecord *record, int level);
static void write_node (GString *out, JsonNode *node, int level);

static void
write_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *start = text;; text++)
    {
      guchar c = (guchar) *text;

      if (c >= 0x20 && c != '"' && c != '\\')
        continue;
      g_string_append_len (out, start, text - start);
      start = text + 1;
      if (c == '\0')
        break;
      if (c == '"' || c == '\\')
        g_string_append_printf (out, "\\%c", c);
      else if (c == '\n' || c == '\t')
        g_string_append (out, c == '\n' ? "\\n" : "\\t");
      else
        g_string_append_printf (out, "\\u%04x", c);
    }
  g_string_append_c (out, '"');
}

/* Before a member or an item: a comma if it isn't the first, and a new line or a space. */
static void
separate (GString *out, gboolean first, int level)
{
  if (!first)
    g_string_append_c (out, ',');
  if (level < 0)
    {
      if (!first)
        g_string_append_c (out, ' ');
      return;
    }
  g_string_append_c (out, '\n');
  for (int i = 0; i < level; i++)
    g_string_append (out, "  ");
}

static int
deeper (int level)
{
  return level < 0 ? -1 : level + 1;
}

static void
write_words (GString *out, const TwField *field, guint words)
{
  gboolean first = TRUE;

  g_string_append_c (out, '[');
  for (int i = 0; field->words[i] != NULL; i++)
    if (words & (1u << i))
      {
        separate (out, first, -1);
        write_string (out, field->words[i]);
        first = FALSE;
      }
  g_string_append_c (out, ']');
}

/* A record that has nothing but its id: it lacks what such records must have. */
static gboolean
is_id_alone (TwRecord *record)
{
  return tw_record_name (record) == NULL;
}

static void
write_list (GString *out, const TwField *field, TwList *list, int level)
{
  char buffer[TW_DATE_LENGTH];
  gboolean records = field->type == TW_FIELD_LIST;

  g_string_append_c (out, '[');
  for (guint i = 0; i < tw_list_n (list); i++)
    {
      separate (out, i == 0, records ? deeper (level) : -1);
      if (!records)
        write_string (out, field->type == TW_FIELD_DATES
                               ? tw_date_iso (GPOINTER_TO_UINT (list->items[i]), buffer)
                               : list->items[i]);
      else if (field->id_alone && is_id_alone (list->items[i]))
        write_string (out, tw_record_key (list->items[i], buffer));
      else
        write_record (out, list->items[i], field->of->one_line ? -1 : deeper (level));
    }
  if (records && tw_list_n (list) > 0)
    separate (out, TRUE, level);
  g_string_append_c (out, ']');
}

static void
write_value (GString *out, const TwField *field, TwValue value, int level)
{
  char buffer[TW_DATE_LENGTH];

  switch (field->type)
    {
    case TW_FIELD_DATE:
      write_string (out, tw_date_iso (value.date, buffer));
      break;
    case TW_FIELD_INT:
      g_string_append_printf (out, "%d", value.number);
      break;
    case TW_FIELD_BOOL:
      g_string_append (out, value.number ? "true" : "false");
      break;
    case TW_FIELD_WORD:
      write_string (out, field->words[value.number]);
      break;
    case TW_FIELD_WORDS:
      write_words (out, field, value.words);
      break;
    case TW_FIELD_LINES:
    case TW_FIELD_REFS:
    case TW_FIELD_DATES:
    case TW_FIELD_LIST:
      write_list (out, field, value.list, level);
      break;
    case TW_FIELD_RECORD:
      write_record (out, value.record, level);
      break;
    case TW_FIELD_LINE:
    case TW_FIELD_TEXT:
    case TW_FIELD_ID:
    case TW_FIELD_REF:
    default:
      write_string (out, value.string);
    }
}

static void
write_name (GString *out, const char *name, gboolean first, int level)
{
  if (first && level < 0)
    g_string_append_c (out, ' ');
  separate (out, first, level);
  write_string (out, name);
  g_string_append (out, ": ");
}

static gboolean
write_members (GString *out, JsonObject *object, gboolean first, int level)
{
  GList *names = json_object_get_members (object);

  for (GList *at = names; at != NULL; at = at->next)
    {
      write_name (out, at->data, first, level);
      write_node (out, json_object_get_member (object, at->data), level);
      first = FALSE;
    }
  g_list_free (names);
  return first;
}

static void
close_object (GString *out, gboolean empty, int level)
{
  if (!empty && level < 0)
    g_string_append_c (out, ' ');
  else if (!empty)
    separate (out, TRUE, level);
  g_string_append_c (out, '}');
}

static void
write_record (GString *out, TwRecord *record, int level)
{
  gboolean first = TRUE;

  g_string_append_c (out, '{');
  for (guint i = 0; i < record->type->n_fields; i++)
    {
      const TwField *field = &record->type->fields[i];
      TwValue value = tw_record_get (record, field);

      if (tw_value_is_standard (field, value))
        continue;
      write_name (out, field->name, first, deeper (level));
      write_value (out, field, value, deeper (level));
      first = FALSE;
    }
  if (record->unknown != NULL)
    first = write_members (out, json_node_get_object (record->unknown), first, deeper (level));
  close_object (out, first, level);
}

static gboolean
is_scalar (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) || JSON_NODE_HOLDS_NULL (node);
}

static void
write_array (GString *out, JsonArray *array, int level)
{
  guint n = json_array_get_length (array);
  gboolean scalars = TRUE;

  for (guint i = 0; i < n; i++)
    scalars = scalars && is_scalar (json_array_get_element (array, i));
  g_string_append_c (out, '[');
  for (guint i = 0; i < n; i++)
    {
      separate (out, i == 0, scalars ? -1 : deeper (level));
      write_node (out, json_array_get_element (array, i), deeper (level));
    }
  if (!scalars)
    separate (out, TRUE, level);
  g_string_append_c (out, ']');
}

/* An unknown value, by the same rules as the known ones. */
static void
write_node (GString *out, JsonNode *node, int level)
{
  gboolean first;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_string_append_c (out, '{');
      first = write_members (out, json_node_get_object (node), TRUE, deeper (level));
      close_object (out, first, level);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    write_array (out, json_node_get_array (node), level);
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    write_string (out, json_node_get_string (node));
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
  else
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
}

GString *
tw_json_write (gpointer record)
{
  GString *out = g_string_sized_new (4096);

  write_record (out, record, 0);
  g_string_append_c (out, '\n');
  return out;
}
