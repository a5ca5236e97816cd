/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-flow.h"

/* The internal edition's last section: every member, by the tables, so that nothing can be
 * missing. */

static char *
value_words (const TwField *field, TwValue value)
{
  char iso[TW_DATE_LENGTH];
  GString *list;

  switch (field->type)
    {
    case TW_FIELD_DATE:
      return g_strdup (tw_date_iso (value.date, iso));
    case TW_FIELD_INT:
      return g_strdup_printf ("%d", value.number);
    case TW_FIELD_BOOL:
      return g_strdup (value.number ? _ ("yes") : _ ("no"));
    case TW_FIELD_WORD:
      return g_strdup (field->words[value.number]);
    case TW_FIELD_WORDS:
      list = g_string_new (NULL);
      for (int i = 0; field->words[i] != NULL; i++)
        if (value.words & (1u << i))
          g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", field->words[i]);
      return g_string_free (list, FALSE);
    case TW_FIELD_LINES:
    case TW_FIELD_REFS:
    case TW_FIELD_DATES:
      list = g_string_new (NULL);
      for (guint i = 0; i < tw_list_n (value.list); i++)
        g_string_append_printf (list, "%s%s", i > 0 ? ", " : "",
                                field->type == TW_FIELD_DATES
                                    ? tw_date_iso (GPOINTER_TO_UINT (value.list->items[i]), iso)
                                    : (char *) value.list->items[i]);
      return g_string_free (list, FALSE);
    case TW_FIELD_LINE:
    case TW_FIELD_TEXT:
    case TW_FIELD_ID:
    case TW_FIELD_REF:
    case TW_FIELD_RECORD:
    case TW_FIELD_LIST:
    default:
      return g_strdup (value.string);
    }
}

/* The members of a record in a paragraph: name: value; name: value. */
static char *
record_words (TwRecord *record)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < record->type->n_fields; i++)
    {
      const TwField *field = &record->type->fields[i];
      TwValue value = tw_record_get (record, field);
      g_autofree char *words = NULL;

      if (field->of != NULL || tw_value_is_standard (field, value)
          || g_str_equal (field->name, "logo"))
        continue;
      words = value_words (field, value);
      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "; " : "", field->name, words);
    }
  if (record->unknown != NULL)
    {
      JsonObject *unknown = json_node_get_object (record->unknown);
      g_autoptr (GList) names = json_object_get_members (unknown);

      for (GList *name = names; name != NULL; name = name->next)
        {
          g_autofree char *value
              = json_to_string (json_object_get_member (unknown, name->data), FALSE);

          g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "; " : "", (char *) name->data,
                                  value);
        }
    }
  return g_string_free (text, FALSE);
}

static void
place_words (TwFlow *flow, const char *what, const char *words, int depth)
{
  g_autofree char *line
      = g_strdup_printf (C_ ("kind of record, its members", "%s – %s"), what, words);

  tw_flow_need (flow, 2 * tw_metrics_text_height (flow->metrics, TW_FONT_CAPTION));
  flow->y += 2;
  tw_flow_paragraphs (flow, TW_FONT_CAPTION, MIN (depth, 6) * 10,
                      depth == 0 ? TW_COLOR_TEXT : TW_COLOR_TEXT_2, line);
}

static void place_record (TwFlow *flow, TwRecord *record, int depth);

/* Readings and the like, many and short, stand one behind the other. */
static void
place_list (TwFlow *flow, const TwField *field, TwList *list, int depth)
{
  g_autoptr (GString) all = g_string_new (NULL);

  TW_FOREACH (TwRecord, item, list)
    if (field->of->one_line)
      {
        g_autofree char *words = record_words (item);

        g_string_append_printf (all, "%s%s", all->len > 0 ? " · " : "", words);
      }
    else
      place_record (flow, item, depth);
  if (all->len > 0)
    place_words (flow, field->name, all->str, depth);
}

static void
place_record (TwFlow *flow, TwRecord *record, int depth)
{
  g_autofree char *words = record_words (record);

  if (*words != '\0')
    place_words (flow, record->type->name, words, depth);
  for (guint i = 0; i < record->type->n_fields; i++)
    {
      const TwField *field = &record->type->fields[i];
      TwValue value = tw_record_get (record, field);

      if (field->type == TW_FIELD_LIST)
        place_list (flow, field, value.list, depth + 1);
      else if (field->type == TW_FIELD_RECORD && value.record != NULL)
        place_record (flow, value.record, depth + 1);
    }
}

void
tw_section_everything (TwFlow *flow)
{
  tw_flow_head (flow, _ ("Everything in this plan"),
                4 * tw_metrics_text_height (flow->metrics, TW_FONT_CAPTION));
  place_record (flow, &flow->copy->record, 0);
}
