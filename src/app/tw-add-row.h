/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-add-entry.h"

G_BEGIN_DECLS

/* The last row of a list: a plus that turns into a TwAddEntry, and back when that is left. */

/* text isn't blank, but may be several lines; id: of the choice that it stands for, or NULL. */
typedef void (*TwAddRowFunc) (GtkWidget *row, const char *text, const char *id, gpointer data);

/* A GtkListBoxRow; choices as in tw_add_entry_new(), or NULL. */
GtkWidget *tw_add_row_new (const char *title, TwAddChoicesFunc choices, TwAddRowFunc func,
                           gpointer data);
/* Turns it into the entry, with the focus. */
void tw_add_row_open (GtkWidget *row);

G_END_DECLS
