/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-json.h"
#include "tw-settings.h"

#define RECENT_MAX 20

GSettings *
tw_settings (void)
{
  static GSettings *settings;

  if (settings == NULL)
    settings = g_settings_new (APPLICATION_ID);
  return settings;
}

void
tw_settings_replace_recent (const char *path, const char *by)
{
  g_auto (GStrv) old = g_settings_get_strv (tw_settings (), "recent-plans");
  g_autoptr (GPtrArray) recent = g_ptr_array_new ();

  /* What another row has found stands there once. */
  if (by != NULL && !g_str_equal (by, path) && g_strv_contains ((const char *const *) old, by))
    by = NULL;
  for (char **one = old; *one != NULL && recent->len < RECENT_MAX; one++)
    if (!g_str_equal (*one, path))
      g_ptr_array_add (recent, *one);
    else if (by != NULL)
      g_ptr_array_add (recent, (gpointer) by);
  g_ptr_array_add (recent, NULL);
  g_settings_set_strv (tw_settings (), "recent-plans", (const char *const *) recent->pdata);
}

void
tw_settings_remember (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_auto (GStrv) old = NULL;
  g_autoptr (GPtrArray) recent = g_ptr_array_new ();

  if (path == NULL)
    return;
  tw_settings_replace_recent (path, NULL);
  old = g_settings_get_strv (tw_settings (), "recent-plans");
  g_ptr_array_add (recent, path);
  for (char **one = old; *one != NULL && recent->len < RECENT_MAX; one++)
    g_ptr_array_add (recent, *one);
  g_ptr_array_add (recent, NULL);
  g_settings_set_strv (tw_settings (), "recent-plans", (const char *const *) recent->pdata);
}

TwCalendar *
tw_settings_calendar (void)
{
  g_autofree char *text = g_settings_get_string (tw_settings (), "last-calendar");
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) tw_fault_free);

  return *text != '\0'
             ? tw_json_read (&tw_calendar_type, text, strlen (text), TW_JSON_STRICT, NULL, faults)
             : NULL;
}

void
tw_settings_keep_calendar (TwCalendar *calendar)
{
  GString *text = calendar != NULL ? tw_json_write (calendar) : g_string_new (NULL);

  g_settings_set_string (tw_settings (), "last-calendar", text->str);
  g_string_free (text, TRUE);
}

char *
tw_settings_recall (const char *plan, const char *what)
{
  g_autoptr (GVariant) all = g_settings_get_value (tw_settings (), "views");
  g_autofree char *key = g_strdup_printf ("%s/%s", plan, what);
  char *value = NULL;

  return g_variant_lookup (all, key, "s", &value) ? value : NULL;
}

void
tw_settings_keep_view (const char *plan, const char *what, const char *value)
{
  g_autoptr (GVariant) all = g_settings_get_value (tw_settings (), "views");
  g_autofree char *key = g_strdup_printf ("%s/%s", plan, what);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *one, *its;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&s&s}", &one, &its))
    if (!g_str_equal (one, key))
      g_variant_builder_add (&builder, "{ss}", one, its);
  if (value != NULL)
    g_variant_builder_add (&builder, "{ss}", key, value);
  g_settings_set_value (tw_settings (), "views", g_variant_builder_end (&builder));
}
