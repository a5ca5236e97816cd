/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tw-page.h"
#include "tw-playbook.h"
#include "tw-preferences.h"
#include "tw-settings.h"

static void
appearance_cb (GSettings *settings, const char *key, gpointer data G_GNUC_UNUSED)
{
  static const AdwColorScheme schemes[]
      = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };
  static const char *const words[] = { "system", "light", "dark" };
  g_autofree char *word = g_settings_get_string (settings, key);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[i]);
}

void
tw_preferences_follow_appearance (void)
{
  g_signal_connect (tw_settings (), "changed::appearance", G_CALLBACK (appearance_cb), NULL);
  appearance_cb (tw_settings (), "appearance", NULL);
}

static GtkWidget *
group_new (const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  return group;
}

static void
add_entry (GtkWidget *group, const char *key, const char *title)
{
  GtkWidget *row = tw_entry_row_new (title);

  g_settings_bind (tw_settings (), key, row, "text", G_SETTINGS_BIND_DEFAULT);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
chosen_cb (AdwComboRow *row, GParamSpec *pspec G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  GStrv words = g_object_get_data (G_OBJECT (row), "tw-words");
  guint at = adw_combo_row_get_selected (row);

  if (at < g_strv_length (words))
    g_settings_set_string (tw_settings (), g_object_get_data (G_OBJECT (row), "tw-key"), words[at]);
}

/* One of words, shown by names; both NULL-terminated. */
static void
add_choice (GtkWidget *group, const char *key, const char *title, const char *const *words,
            const char *const *names)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) model = gtk_string_list_new (names);
  g_autofree char *now = g_settings_get_string (tw_settings (), key);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  g_object_set_data (G_OBJECT (row), "tw-key", (gpointer) key);
  g_object_set_data_full (G_OBJECT (row), "tw-words", g_strdupv ((char **) words),
                          (GDestroyNotify) g_strfreev);
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], now))
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
  g_signal_connect (row, "notify::selected", G_CALLBACK (chosen_cb), NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_roles (GtkWidget *group)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_add (words, (gpointer) "");
  g_ptr_array_add (names, (gpointer) C_ ("choice", "None"));
  TW_FOREACH (TwPbRole, role, tw_playbook_builtin ()->roles)
    if (role->side == TW_SIDE_OURS)
      {
        g_ptr_array_add (words, role->id);
        g_ptr_array_add (names, role->name);
      }
  g_ptr_array_add (words, NULL);
  g_ptr_array_add (names, NULL);
  add_choice (group, "my-role", _ ("My role"), (const char *const *) words->pdata,
              (const char *const *) names->pdata);
}

void
tw_preferences_show (GtkWindow *parent)
{
  GtkWidget *window = adw_preferences_window_new (), *page = adw_preferences_page_new ();
  GtkWidget *me = group_new (_ ("Me"), _ ("Stands in People when you press “That’s Me”."));
  GtkWidget *look = group_new (_ ("Appearance"), NULL);
  GtkWidget *print
      = group_new (_ ("Printing"), _ ("What is internal is never in the customer’s copy."));

  add_entry (me, "my-name", _ ("My name"));
  add_entry (me, "my-organisation", _ ("My organisation"));
  add_roles (me);
  add_choice (look, "appearance", _ ("Light or dark"),
              (const char *const[]){ "system", "light", "dark", NULL },
              (const char *const[]){ C_ ("appearance", "As the system"), C_ ("appearance", "Light"),
                                     C_ ("appearance", "Dark"), NULL });
  add_choice (
      print, "print-audience", _ ("A summary is for"),
      (const char *const[]){ "customer", "internal", NULL },
      (const char *const[]){ C_ ("audience", "The customer"), C_ ("audience", "Us"), NULL });
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (me));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (look));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (print));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 620);
  gtk_window_present (GTK_WINDOW (window));
}
