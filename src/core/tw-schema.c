/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-schema.h"

/* Neither control characters nor a line feed at the end, which “$” alone would let pass. */
#define LINE_PATTERN "^(?=.*\\S)[^\\u0000-\\u001f\\u007f-\\u009f]*$(?!\\n)"
#define TEXT_PATTERN "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]*$"
#define ID_PATTERN "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$(?!\\n)"
#define DATE_PATTERN "^(19|[2-9][0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$(?!\\n)"

typedef struct
{
  JsonBuilder *json;
  TwJsonFlags flags;
  GPtrArray *types; /* TwRecordType, each once, as they are met */
} Schema;

static void
add_string (JsonBuilder *json, const char *name, const char *value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_string_value (json, value);
}

static void
add_int (JsonBuilder *json, const char *name, int value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, value);
}

static void
add_reference (JsonBuilder *json, const char *name)
{
  g_autofree char *reference = g_strdup_printf ("#/$defs/%s", name);

  add_string (json, "$ref", reference);
}

/* status, level 2 → status-level-2 */
static char *
definition_of (const TwRecordType *type)
{
  GString *name = g_string_new (type->name);

  g_string_replace (name, ",", "", 0);
  g_string_replace (name, " ", "-", 0);
  return g_string_free (name, FALSE);
}

static void
add_record_reference (Schema *schema, const TwRecordType *type)
{
  g_autofree char *name = definition_of (type);

  if (!g_ptr_array_find (schema->types, type, NULL))
    g_ptr_array_add (schema->types, (gpointer) type);
  add_reference (schema->json, name);
}

static void
begin_member (JsonBuilder *json, const char *name)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_object (json);
}

static void
add_string_rules (JsonBuilder *json, const char *pattern, int min, int max)
{
  add_string (json, "type", "string");
  add_string (json, "pattern", pattern);
  if (min > 0)
    add_int (json, "minLength", min);
  if (max > 0)
    add_int (json, "maxLength", max);
}

/* One of alternatives in an anyOf. */
static void
add_alternative (JsonBuilder *json, const char *keyword, const char *value)
{
  json_builder_begin_object (json);
  add_string (json, keyword, value);
  json_builder_end_object (json);
}

static void
add_words (Schema *schema, const TwField *field)
{
  json_builder_set_member_name (schema->json, "enum");
  json_builder_begin_array (schema->json);
  for (const char *const *word = field->words; *word != NULL; word++)
    json_builder_add_string_value (schema->json, *word);
  json_builder_end_array (schema->json);
}

static void
add_list (Schema *schema, const TwField *field)
{
  JsonBuilder *json = schema->json;

  add_string (json, "type", "array");
  begin_member (json, "items");
  if (field->type == TW_FIELD_LIST && field->id_alone)
    {
      json_builder_set_member_name (json, "anyOf");
      json_builder_begin_array (json);
      json_builder_begin_object (json);
      add_record_reference (schema, field->of);
      json_builder_end_object (json);
      add_alternative (json, "$ref", "#/$defs/id");
      json_builder_end_array (json);
    }
  else if (field->type == TW_FIELD_LIST)
    add_record_reference (schema, field->of);
  else if (field->type == TW_FIELD_WORDS)
    add_words (schema, field);
  else
    add_reference (json, field->type == TW_FIELD_LINES   ? "line"
                         : field->type == TW_FIELD_DATES ? "date"
                                                         : "id");
  json_builder_end_object (json);
  if (field->type != TW_FIELD_LIST)
    {
      json_builder_set_member_name (json, "uniqueItems");
      json_builder_add_boolean_value (json, TRUE);
    }
}

/* What the value of a member must be. */
static void
add_constraint (Schema *schema, const TwField *field)
{
  JsonBuilder *json = schema->json;

  switch (field->type)
    {
    case TW_FIELD_LINE:
      if (field->max > 0)
        add_string_rules (json, LINE_PATTERN, 1, field->max);
      else
        add_reference (json, "line");
      break;
    case TW_FIELD_TEXT:
      if (field->max > 0 || field->required)
        add_string_rules (json, TEXT_PATTERN, field->required,
                          field->max > 0 ? field->max : TW_TEXT_MAX);
      else
        add_reference (json, "text");
      break;
    case TW_FIELD_ID:
    case TW_FIELD_REF:
      add_reference (json, "id");
      break;
    case TW_FIELD_DATE:
      add_reference (json, "date");
      break;
    case TW_FIELD_INT:
      add_string (json, "type", "integer");
      add_int (json, "minimum", field->min);
      add_int (json, "maximum", field->max);
      break;
    case TW_FIELD_BOOL:
      add_string (json, "type", "boolean");
      break;
    case TW_FIELD_WORD:
      add_words (schema, field);
      break;
    case TW_FIELD_WORDS:
    case TW_FIELD_LINES:
    case TW_FIELD_REFS:
    case TW_FIELD_DATES:
    case TW_FIELD_LIST:
      add_list (schema, field);
      break;
    case TW_FIELD_RECORD:
    default:
      add_record_reference (schema, field->of);
      break;
    }
}

static gboolean
is_string (const TwField *field)
{
  return field->type <= TW_FIELD_DATE || field->type == TW_FIELD_WORD
         || field->type == TW_FIELD_REF;
}

static void
add_default (JsonBuilder *json, const TwField *field)
{
  gboolean has = !field->required
                 && ((field->type == TW_FIELD_INT && field->standard != TW_INT_NONE)
                     || (field->type == TW_FIELD_WORD && field->standard != TW_WORD_NONE)
                     || field->type == TW_FIELD_BOOL);

  if (!has)
    return;
  json_builder_set_member_name (json, "default");
  if (field->type == TW_FIELD_BOOL)
    json_builder_add_boolean_value (json, field->standard);
  else if (field->type == TW_FIELD_WORD)
    json_builder_add_string_value (json, field->words[field->standard]);
  else
    json_builder_add_int_value (json, field->standard);
}

/* An empty string is as good as none where the member isn't required. */
static void
add_property (Schema *schema, const TwField *field)
{
  JsonBuilder *json = schema->json;
  gboolean or_empty = is_string (field) && !field->required && field->type != TW_FIELD_TEXT;
  gboolean or_null = (schema->flags & TW_JSON_NULL_IS_ABSENT) != 0 && !field->required;

  begin_member (json, field->name);
  if (or_empty || or_null)
    {
      json_builder_set_member_name (json, "anyOf");
      json_builder_begin_array (json);
      json_builder_begin_object (json);
      add_constraint (schema, field);
      json_builder_end_object (json);
      if (or_empty)
        add_alternative (json, "const", "");
      if (or_null)
        add_alternative (json, "type", "null");
      json_builder_end_array (json);
    }
  else
    add_constraint (schema, field);
  add_default (json, field);
  json_builder_end_object (json);
}

static void
add_record (Schema *schema, const TwRecordType *type)
{
  JsonBuilder *json = schema->json;
  g_autofree char *name = definition_of (type);

  begin_member (json, name);
  add_string (json, "type", "object");
  begin_member (json, "properties");
  for (guint i = 0; i < type->n_fields; i++)
    add_property (schema, &type->fields[i]);
  json_builder_end_object (json);
  json_builder_set_member_name (json, "required");
  json_builder_begin_array (json);
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].required)
      json_builder_add_string_value (json, type->fields[i].name);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
add_string_type (JsonBuilder *json, const char *name, const char *pattern, int min, int max)
{
  begin_member (json, name);
  add_string_rules (json, pattern, min, max);
  json_builder_end_object (json);
}

char *
tw_schema_write (const TwRecordType *root, TwJsonFlags flags, const char *id, const char *title)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (GPtrArray) types = g_ptr_array_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;
  Schema schema = { json, flags, types };

  g_return_val_if_fail (root != NULL, NULL);

  json_builder_begin_object (json);
  add_string (json, "$schema", "https://json-schema.org/draft/2020-12/schema");
  add_string (json, "$id", id);
  add_string (json, "title", title);
  add_record_reference (&schema, root);
  begin_member (json, "$defs");
  add_string_type (json, "line", LINE_PATTERN, 1, TW_LINE_MAX);
  add_string_type (json, "text", TEXT_PATTERN, 0, TW_TEXT_MAX);
  add_string_type (json, "id", ID_PATTERN, 0, 0);
  add_string_type (json, "date", DATE_PATTERN, 0, 0);
  for (guint i = 0; i < types->len; i++)
    add_record (&schema, types->pdata[i]);
  json_builder_end_object (json);
  json_builder_end_object (json);
  node = json_builder_get_root (json);
  json_generator_set_root (generator, node);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  return g_strconcat (text, "\n", NULL);
}
