/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-ask.h"
#include "tw-page.h"
#include "tw-welcome.h"

static GtkWidget *
action_button (const char *label, const char *action, const char *class)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "pill");
  if (class != NULL)
    gtk_widget_add_css_class (button, class);
  return button;
}

static void
open_recent_cb (GtkButton *button, gpointer window)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_object_get_data (G_OBJECT (button), "tw-path"));

  tw_window_open (window, file);
}

static void
open_draft_cb (GtkButton *button, gpointer window)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwDocument) document
      = tw_document_open_draft (g_object_get_data (G_OBJECT (button), "tw-path"), &error);

  if (document != NULL)
    tw_window_set_document (window, document);
  else
    tw_tell (window, _ ("The draft can’t be opened"), error->message);
}

static GtkWidget *
row_new (TwWindow *window, const char *title, const char *detail, const char *path,
         const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data_full (G_OBJECT (button), "tw-path", g_strdup (path), g_free);
  g_signal_connect (button, "clicked", callback, window);
  return tw_row_new (NULL, title, detail, button);
}

/* Whose plan a draft is; a draft that can't be read is offered all the same, and says why when it
 * is opened. */
static GtkWidget *
draft_row_new (TwWindow *window, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TwPlanRead) read = tw_plan_read_file (file);

  return row_new (
      window, read->plan != NULL ? read->plan->customer->name : _ ("A draft that can’t be read"),
      _ ("Never saved"), path, _ ("Take Up"), G_CALLBACK (open_draft_cb));
}

/* The example is found beside the installed program, or in the source tree it was built from. */
static char *
example_path (void)
{
  for (const char *const *dir = g_get_system_data_dirs (); *dir != NULL; dir++)
    {
      char *path = g_build_filename (*dir, "trackway", "examples", "contoso.plan.json", NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return path;
      g_free (path);
    }
  return NULL;
}

static void
add_list (GtkWidget *box, const char *title, GPtrArray *rows)
{
  GtkWidget *list = tw_boxed_list_new ();

  for (guint i = 0; i < rows->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), rows->pdata[i]);
  if (rows->len > 0)
    {
      gtk_box_append (GTK_BOX (box), tw_label_new (title, "heading"));
      gtk_box_append (GTK_BOX (box), list);
    }
  else
    {
      g_object_ref_sink (list);
      g_object_unref (list);
    }
  g_ptr_array_unref (rows);
}

static GtkWidget *
column_new (TwWindow *window)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_auto (GStrv) recent = g_settings_get_strv (settings, "recent-plans");
  g_auto (GStrv) drafts = tw_document_list_drafts ();
  g_autofree char *example = example_path ();
  GtkWidget *content, *column = tw_column_new (900, &content);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (APPLICATION_ID);
  GtkWidget *title = gtk_label_new (
      recent[0] == NULL && drafts[0] == NULL ? _ ("Plan your first customer") : _ ("Trackway"));
  GPtrArray *rows = g_ptr_array_new ();

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 88);
  gtk_widget_add_css_class (title, "title-1");
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (content), icon);
  gtk_box_append (GTK_BOX (content), title);
  gtk_box_append (GTK_BOX (buttons),
                  action_button (_ ("_New Plan"), "win.new", "suggested-action"));
  gtk_box_append (GTK_BOX (buttons), action_button (_ ("_Open…"), "win.open", NULL));
  gtk_box_append (GTK_BOX (content), buttons);
  for (char **draft = drafts; *draft != NULL; draft++)
    g_ptr_array_add (rows, draft_row_new (window, *draft));
  add_list (content, _ ("Drafts"), rows);
  rows = g_ptr_array_new ();
  for (char **path = recent; *path != NULL; path++)
    {
      g_autofree char *name = g_path_get_basename (*path);

      g_ptr_array_add (
          rows, row_new (window, name, *path, *path, _ ("Open"), G_CALLBACK (open_recent_cb)));
    }
  if (example != NULL)
    g_ptr_array_add (rows, row_new (window, _ ("Example: Contoso Ltd"), NULL, example,
                                    _ ("Open Example"), G_CALLBACK (open_recent_cb)));
  add_list (content, _ ("Plans"), rows);
  return column;
}

GtkWidget *
tw_welcome_new (TwWindow *window)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), column_new (window));
  return box;
}
