/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The last row of a list: a plus that turns into an entry. Enter adds what was typed and goes on;
 * Escape, or leaving it empty, turns it back. */

/* TRUE: it was taken. text isn't blank; lines that are pasted are told as they are. */
typedef gboolean (*TwAddFunc) (GtkWidget *row, const char *text, gpointer data);

/* A GtkListBoxRow. */
GtkWidget *tw_add_row_new (const char *title, TwAddFunc func, gpointer data);
/* Turns it into the entry, with the focus. */
void tw_add_row_open (GtkWidget *row);

G_END_DECLS
