/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tw-ask.h"

typedef struct
{
  TwAskFunc func;
  gpointer data;
} Question;

static void
response_cb (AdwMessageDialog *dialog G_GNUC_UNUSED, const char *response, gpointer data)
{
  Question *question = data;

  if (question->func != NULL)
    question->func (response, question->data);
}

static void
question_free (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  g_free (data);
}

void
tw_tell (GtkWindow *parent, const char *heading, const char *text)
{
  tw_ask (parent, heading, text, NULL, NULL, "close", C_ ("dialog", "Close"), NULL);
}

void
tw_ask (GtkWindow *parent, const char *heading, const char *text, TwAskFunc func, gpointer data,
        ...)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, NULL);
  Question *question = g_new0 (Question, 1);
  const char *id, *first = NULL;
  va_list arguments;

  *question = (Question){ func, data };
  adw_message_dialog_set_body_use_markup (ADW_MESSAGE_DIALOG (dialog), FALSE);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), text);
  va_start (arguments, data);
  while ((id = va_arg (arguments, const char *)) != NULL)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), id,
                                       va_arg (arguments, const char *));
      if (first == NULL)
        first = id;
    }
  va_end (arguments);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), first);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
