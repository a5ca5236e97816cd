/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-file-dialog.h"

typedef struct
{
  TwFileFunc func;
  gpointer data;
} Request;

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  Request *request = data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      if (file != NULL)
        request->func (file, request->data);
    }
  g_free (request);
  /* GTK doesn't own a native dialog: this was the reference that kept it. */
  g_object_unref (dialog);
}

static void
show (GtkFileChooserNative *dialog, TwFileFunc func, gpointer data)
{
  Request *request = g_new0 (Request, 1);

  *request = (Request){ func, data };
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
tw_file_dialog_open (GtkWindow *parent, TwFileFunc func, gpointer data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Open Plan"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_autoptr (GtkFileFilter) plans = gtk_file_filter_new (), all = gtk_file_filter_new ();

  gtk_file_filter_set_name (plans, _ ("Plans"));
  gtk_file_filter_add_pattern (plans, "*.json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), plans);
  /* A plan that was saved under another ending is one, too. */
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
  show (dialog, func, data);
}

void
tw_file_dialog_save (GtkWindow *parent, const char *title, const char *name, TwFileFunc func,
                     gpointer data)
{
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  show (dialog, func, data);
}
