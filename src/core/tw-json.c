/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-json-reader.h"

#define LIST_LONG 64 /* from so many entries on, a table is made of them */

static gpointer read_record (TwJsonReader *reader, const TwRecordType *type);
static JsonNode *read_unknown (TwJsonReader *reader);
static void skip_value (TwJsonReader *reader);
static void
skip_space (TwJsonReader *reader)
{
  while (
      reader->at < reader->end
      && (*reader->at == ' ' || *reader->at == '\n' || *reader->at == '\t' || *reader->at == '\r'))
    reader->at++;
}

/* The next character after white space without taking it; 0 at the end. */
static char
peek (TwJsonReader *reader)
{
  skip_space (reader);
  return reader->at < reader->end ? *reader->at : '\0';
}

static gboolean
take (TwJsonReader *reader, char c)
{
  if (reader->broken || peek (reader) != c)
    return FALSE;
  reader->at++;
  return TRUE;
}

static gboolean
take_word (TwJsonReader *reader, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (reader->end - reader->at) < length || memcmp (reader->at, word, length) != 0
      || (reader->at + length < reader->end && g_ascii_isalnum (reader->at[length])))
    return FALSE;
  reader->at += length;
  return TRUE;
}

static gboolean
open_bracket (TwJsonReader *reader, char c, const char *expected)
{
  if (!take (reader, c))
    {
      tw_json_break_off (reader, expected);
      return FALSE;
    }
  if (++reader->depth > TW_JSON_DEPTH_MAX)
    {
      reader->at--;
      if (!reader->broken)
        tw_json_add_fault (
            reader, reader->at,
            g_strdup_printf (_ ("brackets are nested more than %d deep"), TW_JSON_DEPTH_MAX));
      reader->broken = TRUE;
      return FALSE;
    }
  return TRUE;
}

/* After an item: TRUE if another one follows; takes the closing bracket otherwise. */
static gboolean
next_item (TwJsonReader *reader, char close)
{
  if (reader->broken)
    return FALSE;
  if (take (reader, ','))
    return TRUE;
  if (take (reader, close))
    reader->depth--;
  else
    tw_json_break_off (reader, close == '}' ? _ ("“,” or “}”") : _ ("“,” or “]”"));
  return FALSE;
}

/* Whether a bracket that was just opened closes at once. */
static gboolean
is_empty (TwJsonReader *reader, char close)
{
  if (!take (reader, close))
    return FALSE;
  reader->depth--;
  return TRUE;
}

static int
hex4 (TwJsonReader *reader, const char *at)
{
  int value = 0;

  for (int i = 0; i < 4; i++)
    {
      if (at + i >= reader->end || !g_ascii_isxdigit (at[i]))
        return -1;
      value = value * 16 + g_ascii_xdigit_value (at[i]);
    }
  return value;
}

/* The character of \uXXXX, surrogates joined; at stands behind the u. */
static gboolean
read_unicode (TwJsonReader *reader)
{
  int c = hex4 (reader, reader->at);
  int low;

  if (c <= 0 || (c >= 0xdc00 && c <= 0xdfff))
    return FALSE;
  reader->at += 4;
  if (c >= 0xd800 && c <= 0xdbff)
    {
      if (reader->end - reader->at < 6 || reader->at[0] != '\\' || reader->at[1] != 'u')
        return FALSE;
      low = hex4 (reader, reader->at + 2);
      if (low < 0xdc00 || low > 0xdfff)
        return FALSE;
      c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
      reader->at += 6;
    }
  g_string_append_unichar (reader->text, (gunichar) c);
  return TRUE;
}

static gboolean
read_escape (TwJsonReader *reader)
{
  static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
  const char *found;
  char c = reader->at < reader->end ? *reader->at++ : '\0';

  if (c == 'u')
    return read_unicode (reader);
  found = c != '\0' ? strchr (from, c) : NULL;
  if (found == NULL)
    return FALSE;
  g_string_append_c (reader->text, to[found - from]);
  return TRUE;
}

/* Reads a string into reader->text; its bytes are known to be UTF-8. */
static gboolean
read_string (TwJsonReader *reader)
{
  if (!take (reader, '"'))
    {
      tw_json_break_off (reader, _ ("a string"));
      return FALSE;
    }
  g_string_truncate (reader->text, 0);
  for (;;)
    {
      const char *start = reader->at;

      while (reader->at < reader->end && *reader->at != '"' && *reader->at != '\\'
             && (guchar) *reader->at >= 0x20)
        reader->at++;
      g_string_append_len (reader->text, start, reader->at - start);
      if (reader->at >= reader->end || (guchar) *reader->at < 0x20)
        {
          tw_json_break_off (reader, _ ("the end of the string (“\"”)"));
          return FALSE;
        }
      if (*reader->at++ == '"')
        return TRUE;
      start = reader->at - 1;
      if (!read_escape (reader))
        {
          reader->at = start;
          tw_json_break_off (reader, _ ("a valid escape after “\\” (and no \\u0000)"));
          return FALSE;
        }
    }
}

typedef enum
{
  NUMBER_WHOLE,
  NUMBER_OTHER, /* a fraction, an exponent, or too large */
  NUMBER_NONE,  /* no JSON number at all */
} NumberKind;

static NumberKind
read_number (TwJsonReader *reader, gint64 *value)
{
  const char *at = reader->at;
  gboolean negative = at < reader->end && *at == '-';
  NumberKind kind = NUMBER_WHOLE;
  guint64 sum = 0;

  at += negative;
  if (at >= reader->end || !g_ascii_isdigit (*at)
      || (*at == '0' && at + 1 < reader->end && g_ascii_isdigit (at[1])))
    return NUMBER_NONE;
  for (; at < reader->end && g_ascii_isdigit (*at); at++)
    {
      if (sum > (G_MAXINT64 - 9) / 10)
        kind = NUMBER_OTHER;
      else
        sum = sum * 10 + (guint64) (*at - '0');
    }
  if (at < reader->end && (*at == '.' || *at == 'e' || *at == 'E'))
    {
      kind = NUMBER_OTHER;
      while (at < reader->end && (g_ascii_isalnum (*at) || strchr (".+-", *at) != NULL))
        at++;
    }
  reader->at = at;
  *value = negative ? -(gint64) sum : (gint64) sum;
  return kind;
}

/* Whether the value that stands here is null; tells a fault where that isn't allowed. */
static gboolean
take_null (TwJsonReader *reader)
{
  const char *at;

  if (peek (reader) != 'n')
    return FALSE;
  at = reader->at;
  if (!take_word (reader, "null"))
    return FALSE;
  if (!(reader->flags & TW_JSON_NULL_IS_ABSENT))
    tw_json_add_fault (reader, at, g_strdup (_ ("null isn’t allowed; leave the member out")));
  return TRUE;
}

static void
push_place (TwJsonReader *reader, gsize place)
{
  reader->steps[reader->n_steps++] = (TwJsonStep){ NULL, place };
}

/* Goes through a list, calling read_item for each; FALSE if there was none to go through. */
static gboolean
read_items (TwJsonReader *reader, const TwField *field,
            void (*read_item) (TwJsonReader *reader, const TwField *field, gpointer data),
            gpointer data)
{
  gsize place = 0;

  if (peek (reader) != '[')
    {
      tw_json_expect_field (reader, reader->at, field);
      skip_value (reader);
      return FALSE;
    }
  if (!open_bracket (reader, '[', _ ("a list")) || is_empty (reader, ']'))
    return !reader->broken;
  do
    {
      push_place (reader, place++);
      skip_space (reader);
      read_item (reader, field, data);
      reader->n_steps--;
    }
  while (next_item (reader, ']'));
  return !reader->broken;
}

/* Reads a string that must fit the field into reader->text. */
static gboolean
read_fitting (TwJsonReader *reader, const TwField *field)
{
  const char *at = reader->at;

  if (peek (reader) != '"')
    {
      tw_json_expect_field (reader, reader->at, field);
      skip_value (reader);
      return FALSE;
    }
  if (!read_string (reader))
    return FALSE;
  if (!tw_field_takes_string (field, reader->text->str))
    {
      tw_json_expect_field (reader, at, field);
      return FALSE;
    }
  return TRUE;
}

/* Whether an entry stands in the list already. A long list is looked through by a table. */
static gboolean
is_there (TwJsonReader *reader, const TwField *field, GPtrArray *items, gpointer item)
{
  GEqualFunc equal = field->type != TW_FIELD_DATES ? g_str_equal : NULL;

  if (items->len < LIST_LONG)
    return g_ptr_array_find_with_equal_func (items, item, equal, NULL);
  if (reader->seen == NULL)
    {
      reader->seen = g_hash_table_new (equal != NULL ? g_str_hash : NULL, equal);
      for (guint i = 0; i < items->len; i++)
        g_hash_table_add (reader->seen, items->pdata[i]);
    }
  if (g_hash_table_contains (reader->seen, item))
    return TRUE;
  g_hash_table_add (reader->seen, item);
  return FALSE;
}

static void
read_list_string (TwJsonReader *reader, const TwField *field, gpointer data)
{
  static const TwField line = { .type = TW_FIELD_LINE }, date = { .type = TW_FIELD_DATE },
                       ref = { .type = TW_FIELD_REF };
  GPtrArray *items = data;
  const char *at = reader->at;
  gpointer item;

  if (!read_fitting (reader, field->type == TW_FIELD_LINES   ? &line
                             : field->type == TW_FIELD_DATES ? &date
                                                             : &ref))
    return;
  item = field->type == TW_FIELD_LINES   ? g_ref_string_new (reader->text->str)
         : field->type == TW_FIELD_DATES ? GUINT_TO_POINTER (tw_date_parse (reader->text->str))
                                         : tw_id_new (reader->text->str);
  if (!is_there (reader, field, items, item))
    {
      g_ptr_array_add (items, item);
      return;
    }
  tw_json_add_fault (reader, at,
                     g_strdup_printf (_ ("“%s” stands in the list twice"), reader->text->str));
  if (field->type != TW_FIELD_DATES)
    g_ref_string_release (item);
}

static void
read_list_word (TwJsonReader *reader, const TwField *field, gpointer data)
{
  guint *words = data;
  const char *at = reader->at;
  guint bit;

  if (!read_fitting (reader, &(TwField){ .type = TW_FIELD_WORD, .words = field->words }))
    return;
  bit = 1u << tw_field_word (field, reader->text->str);
  if (*words & bit)
    tw_json_add_fault (reader, at,
                       g_strdup_printf (_ ("“%s” stands in the list twice"), reader->text->str));
  *words |= bit;
}

static void
read_list_record (TwJsonReader *reader, const TwField *field, gpointer data)
{
  TwRecord *record = NULL;

  if (field->id_alone && peek (reader) == '"')
    {
      const TwField *id = tw_record_type_field (field->of, "id");

      if (!read_fitting (reader, id))
        return;
      record = tw_record_new (field->of);
      tw_record_set (record, id, (TwValue){ .string = reader->text->str });
    }
  else
    record = read_record (reader, field->of);
  if (record != NULL)
    g_ptr_array_add (data, record);
}

static gint
compare_keys (gconstpointer a, gconstpointer b)
{
  char one[TW_DATE_LENGTH], other[TW_DATE_LENGTH];

  return strcmp (tw_record_key (*(const gpointer *) a, one),
                 tw_record_key (*(const gpointer *) b, other));
}

static TwValue
read_list (TwJsonReader *reader, const TwField *field)
{
  GPtrArray *items = g_ptr_array_new ();
  TwValue value = { NULL };
  gboolean there = read_items (
      reader, field, field->type == TW_FIELD_LIST ? read_list_record : read_list_string, items);

  g_clear_pointer (&reader->seen, g_hash_table_unref);
  if (field->type == TW_FIELD_LIST && field->of->sorted)
    g_ptr_array_sort (items, compare_keys);
  if (there && items->len == 0 && field->keep_empty)
    {
      value.list = tw_list_new (field->type, NULL, 0);
      g_ptr_array_unref (items);
    }
  else
    value.list = tw_list_new_take (field->type, items);
  return value;
}

static int
read_int (TwJsonReader *reader, const TwField *field)
{
  const char *at = reader->at;
  gint64 number = 0;
  NumberKind kind = read_number (reader, &number);

  if (kind == NUMBER_NONE)
    skip_value (reader);
  if (kind != NUMBER_WHOLE || number < field->min || number > field->max)
    {
      if (!reader->broken)
        tw_json_expect_field (reader, at, field);
      return field->standard;
    }
  return (int) number;
}

static int
read_bool (TwJsonReader *reader, const TwField *field)
{
  if (take_word (reader, "true"))
    return TRUE;
  if (take_word (reader, "false"))
    return FALSE;
  tw_json_expect_field (reader, reader->at, field);
  skip_value (reader);
  return field->standard;
}

/* A string member: empty is absent where that is allowed. */
static void
read_string_member (TwJsonReader *reader, const TwField *field, TwRecord *record)
{
  const char *at = reader->at;
  const char *text;
  TwValue value = { NULL };

  if (peek (reader) != '"')
    {
      tw_json_expect_field (reader, reader->at, field);
      skip_value (reader);
      return;
    }
  if (!read_string (reader))
    return;
  text = reader->text->str;
  if (*text == '\0' && !field->required)
    return;
  if (*text == '\0' || !tw_field_takes_string (field, text))
    {
      tw_json_expect_field (reader, at, field);
      return;
    }
  if (field->type == TW_FIELD_DATE)
    value.date = tw_date_parse (text);
  else if (field->type == TW_FIELD_WORD)
    value.number = tw_field_word (field, text);
  else
    value.string = reader->text->str;
  tw_record_set (record, field, value);
}

/* FALSE: a null, that stands for no member at all. */
static gboolean
read_member (TwJsonReader *reader, const TwField *field, TwRecord *record)
{
  TwValue value = { NULL };

  skip_space (reader);
  if (take_null (reader))
    return (reader->flags & TW_JSON_NULL_IS_ABSENT) == 0;
  switch (field->type)
    {
    case TW_FIELD_INT:
      value.number = read_int (reader, field);
      break;
    case TW_FIELD_BOOL:
      value.number = read_bool (reader, field);
      break;
    case TW_FIELD_WORDS:
      value.words = 0;
      read_items (reader, field, read_list_word, &value.words);
      if (value.words == 0)
        value.words = (guint) field->standard;
      break;
    case TW_FIELD_LINES:
    case TW_FIELD_REFS:
    case TW_FIELD_DATES:
    case TW_FIELD_LIST:
      value = read_list (reader, field);
      tw_record_set (record, field, value);
      tw_list_unref (value.list);
      return TRUE;
    case TW_FIELD_RECORD:
      value.record = read_record (reader, field->of);
      tw_record_set (record, field, value);
      g_clear_pointer (&value.record, tw_record_unref);
      return TRUE;
    case TW_FIELD_LINE:
    case TW_FIELD_TEXT:
    case TW_FIELD_ID:
    case TW_FIELD_REF:
    case TW_FIELD_DATE:
    case TW_FIELD_WORD:
    default:
      read_string_member (reader, field, record);
      return TRUE;
    }
  tw_record_set (record, field, value);
  return TRUE;
}

/* The place of the field called by reader->text; first looked for behind the one before, since
 * files are written in the table's order. -1 if the table doesn't have it. */
static int
find_field (TwJsonReader *reader, const TwRecordType *type, int before)
{
  for (guint i = 1; i <= type->n_fields; i++)
    {
      guint at = ((guint) (before + 1) + i - 1) % type->n_fields;

      if (g_str_equal (type->fields[at].name, reader->text->str))
        return (int) at;
    }
  return -1;
}

static void
add_unknown (TwJsonReader *reader, JsonObject *object, const char *name_at)
{
  g_autofree char *name = g_strdup (reader->text->str);
  JsonNode *node;

  if (json_object_has_member (object, name))
    tw_json_add_fault (reader, name_at, g_strdup (_ ("this member stands here twice")));
  node = read_unknown (reader);
  if (node != NULL)
    json_object_set_member (object, name, node);
}

/* Reads a member's name and its colon; pushes it to the path. */
static gboolean
read_name (TwJsonReader *reader, const char **name_at)
{
  skip_space (reader);
  *name_at = reader->at;
  if (!read_string (reader))
    return FALSE;
  reader->steps[reader->n_steps++]
      = (TwJsonStep){ *name_at + 1, (gsize) (reader->at - *name_at - 2) };
  if (!take (reader, ':'))
    {
      tw_json_break_off (reader, _ ("“:”"));
      reader->n_steps--;
      return FALSE;
    }
  return TRUE;
}

static void
read_members (TwJsonReader *reader, TwRecord *record, guint64 *seen)
{
  int field = -1;
  const char *name_at;

  do
    {
      int found;

      if (!read_name (reader, &name_at))
        return;
      found = find_field (reader, record->type, field);
      if (found < 0)
        add_unknown (reader, tw_record_add_unknown (record), name_at);
      else
        {
          field = found;
          if (*seen & (G_GUINT64_CONSTANT (1) << field))
            tw_json_add_fault (reader, name_at, g_strdup (_ ("this member stands here twice")));
          if (read_member (reader, &record->type->fields[field], record))
            *seen |= G_GUINT64_CONSTANT (1) << field;
        }
      reader->n_steps--;
    }
  while (next_item (reader, '}'));
}

static gpointer
read_record (TwJsonReader *reader, const TwRecordType *type)
{
  TwRecord *record;
  const char *at;
  guint64 seen = 0;

  g_assert (type->n_fields <= 64);
  if (peek (reader) != '{')
    {
      tw_json_expect (reader, reader->at, _ ("an object"));
      skip_value (reader);
      return NULL;
    }
  at = reader->at;
  if (!open_bracket (reader, '{', _ ("an object")))
    return NULL;
  record = tw_record_new (type);
  if (!is_empty (reader, '}'))
    read_members (reader, record, &seen);
  for (guint i = 0; i < type->n_fields && !reader->broken; i++)
    if (type->fields[i].required && !(seen & (G_GUINT64_CONSTANT (1) << i)))
      {
        reader->steps[reader->n_steps++]
            = (TwJsonStep){ type->fields[i].name, strlen (type->fields[i].name) };
        tw_json_add_fault (reader, at, g_strdup (_ ("this member is missing")));
        reader->n_steps--;
      }
  record->fits = TRUE;
  if (reader->offsets != NULL)
    g_hash_table_insert (reader->offsets, record, GSIZE_TO_POINTER (at - reader->begin));
  return record;
}

static JsonNode *
read_unknown_object (TwJsonReader *reader)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  const char *name_at;

  if (open_bracket (reader, '{', _ ("an object")) && !is_empty (reader, '}'))
    do
      {
        if (!read_name (reader, &name_at))
          break;
        add_unknown (reader, object, name_at);
        reader->n_steps--;
      }
    while (next_item (reader, '}'));
  json_node_take_object (node, object);
  return node;
}

static JsonNode *
read_unknown_list (TwJsonReader *reader)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  gsize place = 0;

  if (open_bracket (reader, '[', _ ("a list")) && !is_empty (reader, ']'))
    do
      {
        JsonNode *item;

        push_place (reader, place++);
        item = read_unknown (reader);
        if (item != NULL)
          json_array_add_element (array, item);
        reader->n_steps--;
      }
    while (next_item (reader, ']'));
  json_node_take_array (node, array);
  return node;
}

/* Any value, kept as it is; NULL after a fault. */
static JsonNode *
read_unknown (TwJsonReader *reader)
{
  char c = peek (reader);
  const char *at = reader->at;
  gint64 number;

  if (reader->broken || take_null (reader))
    return NULL;
  if (c == '{')
    return read_unknown_object (reader);
  if (c == '[')
    return read_unknown_list (reader);
  if (c == '"')
    return read_string (reader) ? json_node_init_string (json_node_alloc (), reader->text->str)
                                : NULL;
  if (take_word (reader, "true"))
    return json_node_init_boolean (json_node_alloc (), TRUE);
  if (take_word (reader, "false"))
    return json_node_init_boolean (json_node_alloc (), FALSE);
  switch (read_number (reader, &number))
    {
    case NUMBER_WHOLE:
      return json_node_init_int (json_node_alloc (), number);
    case NUMBER_OTHER:
      tw_json_expect (reader, at, _ ("a whole number of at most 18 digits"));
      return NULL;
    case NUMBER_NONE:
    default:
      tw_json_break_off (reader, _ ("a value"));
      return NULL;
    }
}

/* Whether the last of each tell of the same place. */
static gboolean
same_place (GPtrArray *faults, GPtrArray *others)
{
  TwFault *one = faults->len > 0 ? faults->pdata[faults->len - 1] : NULL;
  TwFault *other = others->pdata[others->len - 1];

  return one != NULL && one->position.line == other->position.line
         && one->position.column == other->position.column;
}

/* Passes over a value whose kind was wrong, without a second fault for it. */
static void
skip_value (TwJsonReader *reader)
{
  GPtrArray *faults = reader->faults;
  g_autoptr (GPtrArray) ignored = g_ptr_array_new_with_free_func ((GDestroyNotify) tw_fault_free);
  JsonNode *node;

  reader->faults = ignored;
  node = read_unknown (reader);
  reader->faults = faults;
  if (node != NULL)
    json_node_unref (node);
  /* Wrong syntax inside ends the reading, and is then what must be told; not again at its place. */
  if (reader->broken && ignored->len > 0 && !same_place (faults, ignored))
    g_ptr_array_add (faults, g_ptr_array_steal_index (ignored, ignored->len - 1));
}

gpointer
tw_json_read (const TwRecordType *type, const char *bytes, gsize length, TwJsonFlags flags,
              GHashTable **offsets, GPtrArray *faults)
{
  TwJsonReader reader = { .begin = bytes, .at = bytes, .end = bytes + length, .flags = flags };
  guint before = faults->len;
  const char *invalid;
  TwRecord *record;

  reader.faults = faults;
  if (!g_utf8_validate_len (bytes, length, &invalid))
    {
      tw_json_add_fault (
          &reader, invalid,
          g_strdup_printf (_ ("byte 0x%02x isn’t valid UTF-8 text"), (guchar) *invalid));
      return NULL;
    }
  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    reader.at += 3;
  reader.text = g_string_new (NULL);
  reader.offsets = offsets != NULL ? g_hash_table_new (NULL, NULL) : NULL;
  record = read_record (&reader, type);
  if (!reader.broken && (skip_space (&reader), reader.at < reader.end))
    tw_json_break_off (&reader, _ ("the end of the file"));
  g_string_free (reader.text, TRUE);
  if (faults->len > before)
    {
      g_clear_pointer (&record, tw_record_unref);
      g_clear_pointer (&reader.offsets, g_hash_table_unref);
    }
  if (offsets != NULL)
    *offsets = reader.offsets;
  return record;
}
