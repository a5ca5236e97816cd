/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-record.h"

/* What fits a field: the rules of FORMAT.md's types, for the reader and for edits. */

#define ID_MAX_CHARACTERS 64

static glong
longest (const TwField *field)
{
  if (field->max > 0 && (field->type == TW_FIELD_LINE || field->type == TW_FIELD_TEXT))
    return field->max;
  return field->type == TW_FIELD_TEXT ? TW_TEXT_MAX : TW_LINE_MAX;
}

static char *
expected_words (const TwField *field)
{
  g_autofree char *list = g_strjoinv (", ", (char **) field->words);

  return g_strdup_printf (field->type == TW_FIELD_WORDS ? _ ("a list of these words: %s")
                                                        : _ ("one of these words: %s"),
                          list);
}

char *
tw_field_expected (const TwField *field)
{
  switch (field->type)
    {
    case TW_FIELD_LINE:
      return g_strdup_printf (_ ("a line of 1 to %ld characters"), longest (field));
    case TW_FIELD_TEXT:
      return g_strdup_printf (_ ("a text of at most %ld characters"), longest (field));
    case TW_FIELD_ID:
      return g_strdup (_ ("an id of 1 to 64 letters, digits, dots, dashes and underscores"));
    case TW_FIELD_REF:
      return g_strdup (_ ("the id of something in this file"));
    case TW_FIELD_DATE:
      return g_strdup (_ ("a date from 1900-01-01 to 9999-12-31 as YYYY-MM-DD"));
    case TW_FIELD_INT:
      return field->max == G_MAXINT
                 ? g_strdup_printf (_ ("a whole number from %d"), field->min)
                 : g_strdup_printf (_ ("a whole number from %d to %d"), field->min, field->max);
    case TW_FIELD_BOOL:
      return g_strdup (_ ("true or false"));
    case TW_FIELD_WORD:
    case TW_FIELD_WORDS:
      return expected_words (field);
    case TW_FIELD_LINES:
      return g_strdup (_ ("a list of lines, none of them twice"));
    case TW_FIELD_REFS:
      return g_strdup (_ ("a list of ids, none of them twice"));
    case TW_FIELD_DATES:
      return g_strdup (_ ("a list of dates, none of them twice"));
    case TW_FIELD_LIST:
      return g_strdup (_ ("a list"));
    case TW_FIELD_RECORD:
    default:
      return g_strdup (_ ("an object"));
    }
}

int
tw_field_word (const TwField *field, const char *word)
{
  for (int i = 0; field->words[i] != NULL; i++)
    if (g_str_equal (field->words[i], word))
      return i;
  return TW_WORD_NONE;
}

static gboolean
takes_id (const char *id)
{
  gsize length = strlen (id);

  if (length < 1 || length > ID_MAX_CHARACTERS || !g_ascii_isalnum (id[0]))
    return FALSE;
  for (const char *at = id; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && strchr ("._-", *at) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
takes_characters (const TwField *field, const char *string)
{
  gboolean is_line = field->type != TW_FIELD_TEXT;
  gboolean blank = TRUE;
  glong n = 0;

  for (const char *at = string; *at != '\0'; at = g_utf8_next_char (at), n++)
    {
      gunichar c = (guchar) *at < 0x80 ? (guchar) *at : g_utf8_get_char (at);

      if ((c < 0x20 || (c >= 0x7f && c < 0xa0)) && (is_line || (c != '\n' && c != '\t')))
        return FALSE;
      if (blank && !(c == ' ' || (c >= 0x80 && g_unichar_isspace (c))))
        blank = FALSE;
    }
  return n <= longest (field) && (!is_line || !blank);
}

gboolean
tw_field_takes_string (const TwField *field, const char *string)
{
  switch (field->type)
    {
    case TW_FIELD_ID:
    case TW_FIELD_REF:
    case TW_FIELD_REFS:
      return takes_id (string);
    case TW_FIELD_DATE:
    case TW_FIELD_DATES:
      return tw_date_parse (string) != TW_DATE_NONE;
    case TW_FIELD_WORD:
    case TW_FIELD_WORDS:
      return tw_field_word (field, string) != TW_WORD_NONE;
    case TW_FIELD_LINE:
    case TW_FIELD_LINES:
    case TW_FIELD_TEXT:
      return takes_characters (field, string);
    case TW_FIELD_INT:
    case TW_FIELD_BOOL:
    case TW_FIELD_RECORD:
    case TW_FIELD_LIST:
    default:
      return FALSE;
    }
}

static gboolean
takes_date (TwDate date)
{
  return date >= TW_DATE_MIN && date <= TW_DATE_MAX;
}

/* Whether each item fits and none stands there twice. */
static gboolean
takes_items (const TwField *field, TwList *list)
{
  g_autoptr (GHashTable) items
      = g_hash_table_new (field->type == TW_FIELD_LINES ? g_str_hash : NULL,
                          field->type == TW_FIELD_LINES ? g_str_equal : NULL);

  for (guint i = 0; i < tw_list_n (list); i++)
    if (!g_hash_table_add (items, list->items[i])
        || !(field->type == TW_FIELD_DATES ? takes_date (GPOINTER_TO_UINT (list->items[i]))
                                           : tw_field_takes_string (field, list->items[i])))
      return FALSE;
  return TRUE;
}

static gboolean
fits (const TwField *field, TwValue value)
{
  switch (field->type)
    {
    case TW_FIELD_INT:
      return value.number == field->standard
             || (value.number >= field->min && value.number <= field->max);
    case TW_FIELD_DATE:
      return takes_date (value.date);
    case TW_FIELD_WORD:
      return value.number >= 0 && value.number < (int) g_strv_length ((char **) field->words);
    case TW_FIELD_WORDS:
      return value.words >> g_strv_length ((char **) field->words) == 0
             && (value.words != 0 || field->standard == 0);
    case TW_FIELD_LINES:
    case TW_FIELD_REFS:
    case TW_FIELD_DATES:
      return takes_items (field, value.list);
    case TW_FIELD_LINE:
    case TW_FIELD_TEXT:
    case TW_FIELD_ID:
    case TW_FIELD_REF:
      return g_utf8_validate (value.string, -1, NULL)
             && tw_field_takes_string (field, value.string);
    case TW_FIELD_BOOL:
    case TW_FIELD_RECORD:
    case TW_FIELD_LIST:
    default:
      return TRUE;
    }
}

char *
tw_field_complaint (const TwField *field, TwValue value)
{
  g_autofree char *expected = NULL;
  TwValue absent = { NULL };
  gboolean is_string = field->type <= TW_FIELD_ID || field->type == TW_FIELD_REF;
  gboolean is_absent;

  if (field->type == TW_FIELD_INT || field->type == TW_FIELD_WORD)
    absent.number = field->standard;
  is_absent = is_string ? value.string == NULL || *value.string == '\0'
                        : tw_value_equal (field, value, absent)
                              && (field->type == TW_FIELD_DATE || field->type == TW_FIELD_RECORD
                                  || value.number == TW_INT_NONE || value.number == TW_WORD_NONE);
  if (is_absent ? !field->required : fits (field, value))
    return NULL;
  expected = tw_field_expected (field);
  return g_strdup_printf (_ ("Expected %s"), expected);
}
