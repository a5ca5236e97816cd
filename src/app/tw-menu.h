/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Context menus of rows: opened by the secondary button, the Menu key and Shift+F10. */

/* The menu for a row of the list, which has the keyboard by then; transfer full, NULL: none. */
typedef GMenuModel *(*TwMenuFunc) (GtkListBoxRow *row, gpointer data);

/* home: a box around the list that stays where it is; what the menu names is activated from it. */
void tw_menu_add (GtkWidget *list, GtkWidget *home, TwMenuFunc func, gpointer data);
/* Takes a popover away once it is closed and what was chosen in it is done. */
void tw_menu_let_go (GtkWidget *popover);

G_END_DECLS
