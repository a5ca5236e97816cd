/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-json-reader.h"

#define FOUND_MAX 40 /* characters of a wrong value that a message shows */

void
tw_fault_free (TwFault *fault)
{
  g_free (fault->position.path);
  g_free (fault->message);
  g_free (fault);
}

char *
tw_fault_to_string (TwFault *fault, const char *file)
{
  GString *line = g_string_new (file);

  if (fault->position.line > 0)
    g_string_append_printf (line, ":%u:%u", fault->position.line, fault->position.column);
  if (fault->position.path != NULL && *fault->position.path != '\0')
    g_string_append_printf (line, ": %s", fault->position.path);
  g_string_append_printf (line, ": %s", fault->message);
  return g_string_free (line, FALSE);
}

void
tw_json_locate (const char *bytes, gsize length, gsize offset, guint *line, guint *column)
{
  const char *start = bytes;

  *line = *column = 1;
  offset = MIN (offset, length);
  for (const char *at = bytes; at < bytes + offset; at++)
    if (*at == '\n')
      {
        (*line)++;
        start = at + 1;
      }
  for (const char *at = start; at < bytes + offset; at++)
    if (((guchar) *at & 0xc0) != 0x80)
      (*column)++;
}

gsize
tw_json_member_offset (const char *bytes, gsize length, gsize offset, const char *name)
{
  gsize n = strlen (name);
  int depth = 0;

  for (gsize at = offset; at < length; at++)
    {
      gsize start = at;

      if (bytes[at] == '{' || bytes[at] == '[')
        depth++;
      else if ((bytes[at] == '}' || bytes[at] == ']') && --depth == 0)
        break;
      if (bytes[at] != '"')
        continue;
      for (at++; at < length && bytes[at] != '"'; at++)
        if (bytes[at] == '\\')
          at++;
      if (depth != 1 || at - start - 1 != n || memcmp (bytes + start + 1, name, n) != 0)
        continue;
      for (at++; at < length && g_ascii_isspace (bytes[at]); at++)
        ;
      if (at < length && bytes[at] == ':')
        return start;
      at--;
    }
  return offset;
}

TwFault *
tw_fault_new (const char *bytes, gsize length, gsize offset, char *path, char *message)
{
  TwFault *fault = g_new0 (TwFault, 1);

  tw_json_locate (bytes, length, offset, &fault->position.line, &fault->position.column);
  fault->position.path = path;
  fault->message = message;
  return fault;
}

static char *
path_of (TwJsonReader *reader)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < reader->n_steps; i++)
    {
      TwJsonStep *step = &reader->steps[i];

      if (step->name == NULL)
        g_string_append_printf (path, "[%" G_GSIZE_FORMAT "]", step->length);
      else
        {
          if (i > 0)
            g_string_append_c (path, '.');
          g_string_append_len (path, step->name, (gssize) MIN (step->length, 80));
        }
    }
  return g_string_free (path, FALSE);
}

void
tw_json_add_fault (TwJsonReader *reader, const char *at, char *message)
{
  /* More of them would only hide the rest. */
  if (reader->faults->len >= TW_FAULTS_MAX)
    {
      g_free (message);
      reader->broken = TRUE;
      return;
    }
  g_ptr_array_add (reader->faults,
                   tw_fault_new (reader->begin, (gsize) (reader->end - reader->begin),
                                 (gsize) (at - reader->begin), path_of (reader), message));
}

/* What stands at a place, for messages. */
static char *
found_at (TwJsonReader *reader, const char *at)
{
  const char *stop = at;
  int n = 0;

  if (at >= reader->end)
    return g_strdup (_ ("the end of the file"));
  if (*at == '{')
    return g_strdup (_ ("an object"));
  if (*at == '[')
    return g_strdup (_ ("a list"));
  if (*at == '"')
    {
      for (stop = at + 1; stop < reader->end && *stop != '"' && *stop != '\n' && n < FOUND_MAX;
           stop = g_utf8_next_char (stop), n++)
        if (*stop == '\\' && stop + 1 < reader->end)
          stop++;
      stop = MIN (stop, reader->end);
      return g_strdup_printf ("%.*s%s", (int) (stop - at), at, n == FOUND_MAX ? "…\"" : "\"");
    }
  while (stop < reader->end && n < FOUND_MAX
         && (g_ascii_isalnum (*stop) || strchr ("+-.", *stop) != NULL))
    {
      stop++;
      n++;
    }
  if (stop == at)
    stop = MIN (g_utf8_next_char (at), reader->end);
  return g_strdup_printf ("%.*s", (int) (stop - at), at);
}

void
tw_json_expect (TwJsonReader *reader, const char *at, const char *expected)
{
  g_autofree char *found = found_at (reader, at);

  tw_json_add_fault (reader, at, g_strdup_printf (_ ("expected %s, found %s"), expected, found));
}

void
tw_json_expect_field (TwJsonReader *reader, const char *at, const TwField *field)
{
  g_autofree char *expected = tw_field_expected (field);

  tw_json_expect (reader, at, expected);
}

void
tw_json_break_off (TwJsonReader *reader, const char *expected)
{
  if (!reader->broken)
    tw_json_expect (reader, reader->at, expected);
  reader->broken = TRUE;
}
