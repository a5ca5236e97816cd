/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>

#include "core-resources.h"
#include "tw-terms.h"

/* English term → JsonObject of its translations. */
static GHashTable *
read_terms (void)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (
      tw_core_get_resource (), "/io/github/trackway/core/playbooks/terms.json", 0, NULL);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  GHashTable *terms
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) json_object_unref);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  JsonArray *list;

  if (!json_parser_load_from_data (parser, text, (gssize) length, NULL))
    g_return_val_if_reached (terms);
  list = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                       "terms");
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *term = json_array_get_object_element (list, i);

      g_hash_table_insert (terms, g_strdup (json_object_get_string_member (term, "en")),
                           json_object_ref (term));
    }
  return terms;
}

static GHashTable *
terms_by_name (void)
{
  static gsize made;

  if (g_once_init_enter (&made))
    g_once_init_leave (&made, (gsize) read_terms ());
  return (GHashTable *) made;
}

const char *
tw_terms_language (const char *locale)
{
  static const char *const languages[] = { "de", "es", "pt", "ja", "zh_CN" };

  for (guint i = 0; locale != NULL && i < G_N_ELEMENTS (languages); i++)
    if (strncmp (locale, languages[i], 2) == 0 && !g_ascii_isalpha (locale[2])
        && !g_str_has_prefix (locale, "zh_TW") && !g_str_has_prefix (locale, "zh-TW"))
      return languages[i];
  return NULL;
}

const char *
tw_term (const char *language, const char *text, const char *formerly)
{
  const char *const names[] = { text, formerly };

  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (names); i++)
    {
      JsonObject *term = names[i] != NULL ? g_hash_table_lookup (terms_by_name (), names[i]) : NULL;

      if (term != NULL && json_object_has_member (term, language))
        return json_object_get_string_member (term, language);
    }
  return text;
}
