/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The only home of GtkFileChooserNative, which is deprecated after our floor. */

typedef void (*TwFileFunc) (GFile *file, gpointer data);

/* Asks for a plan to open. func is called with a file, or not at all. */
void tw_file_dialog_open (GtkWindow *parent, TwFileFunc func, gpointer data);
/* Asks where to write; name is proposed. */
void tw_file_dialog_save (GtkWindow *parent, const char *title, const char *name, TwFileFunc func,
                          gpointer data);

G_END_DECLS
