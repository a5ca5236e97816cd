/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-application.h"
#include "tw-clock.h"
#include "tw-preferences.h"
#include "tw-settings.h"
#include "tw-window.h"

struct _TwApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (TwApplication, tw_application, ADW_TYPE_APPLICATION)

static void
tw_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (
        tw_window_new (GTK_APPLICATION (application), NULL, tw_clock_today (tw_clock ())));
  gtk_window_present (window);
}

static void
tw_application_open (GApplication *application, GFile **files, int n_files,
                     const char *hint G_GNUC_UNUSED)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autoptr (TwDocument) document = NULL;
      TwWindow *window;

      if (tw_window_present_file (files[i]))
        continue;
      document = tw_document_open (files[i], NULL);
      window
          = tw_window_new (GTK_APPLICATION (application), document, tw_clock_today (tw_clock ()));

      gtk_window_present (GTK_WINDOW (window));
      if (document != NULL)
        tw_settings_remember (files[i]);
      if (document == NULL)
        tw_window_open (window, files[i]); /* says why */
    }
}

static void
about (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  gtk_show_about_dialog (gtk_application_get_active_window (data), "program-name", "Trackway",
                         "version", PACKAGE_VERSION, "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _ ("Plans customer engagements by a playbook"),
                         "logo-icon-name", APPLICATION_ID, NULL);
}

static void
quit (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *window = windows; window != NULL; window = window->next)
    gtk_window_close (window->data);
  g_list_free (windows);
}

static void
tw_application_startup (GApplication *application)
{
  static const GActionEntry actions[]
      = { { "about", about, NULL, NULL, NULL, { 0 } }, { "quit", quit, NULL, NULL, NULL, { 0 } } };

  g_autoptr (GAction) legend = NULL;

  G_APPLICATION_CLASS (tw_application_parent_class)->startup (application);
  tw_preferences_follow_appearance ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  legend = g_settings_create_action (tw_settings (), "show-legend");
  g_action_map_add_action (G_ACTION_MAP (application), legend);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit",
                                         (const char *[]){ "<Control>q", NULL });
}

static void
tw_application_class_init (TwApplicationClass *klass)
{
  G_APPLICATION_CLASS (klass)->activate = tw_application_activate;
  G_APPLICATION_CLASS (klass)->open = tw_application_open;
  G_APPLICATION_CLASS (klass)->startup = tw_application_startup;
}

static void
tw_application_init (TwApplication *self G_GNUC_UNUSED)
{
}

TwApplication *
tw_application_new (void)
{
  return g_object_new (TW_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                       "/io/github/trackway/Trackway", NULL);
}
