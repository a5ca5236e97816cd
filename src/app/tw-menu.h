/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Context menus, and other popovers that are made when they are asked for and gone when they
 * close. */

/* The menu for widget as it is now; transfer full, NULL: none. */
typedef GMenuModel *(*TwMenuFunc) (GtkWidget *widget);

/* A right click, the Menu key and Shift+F10 open func's menu on widget, whose actions are those of
 * the menu. */
void tw_menu_attach (GtkWidget *widget, TwMenuFunc func);
/* A right click asks for a menu; asked: as for GtkGestureClick::released. It is when the button is
 * let go: a menu that finds no room lies under the pointer, and would get what it didn't see
 * begin. */
void tw_menu_on_click (GtkWidget *widget, GCallback asked, gpointer data);
/* Opens a menu (taken over, NULL: none) at a point of widget. */
void tw_menu_show (GtkWidget *widget, GMenuModel *menu, double x, double y);
/* What is data as the label of a menu's entry: an underscore in it is no mnemonic. Free it. */
char *tw_menu_label (const char *name);
/* Appends an entry whose action has a string for its target. The name may be data. */
void tw_menu_append (GMenu *menu, const char *name, const char *action, const char *target);
/* Shows a new popover, which points to widget, or to a place in it. It is taken over: it closes
 * when widget is no longer seen, gives the keyboard back, and goes when it has closed. */
void tw_popover_show (GtkWidget *popover, GtkWidget *widget);
void tw_popover_show_at (GtkWidget *popover, GtkWidget *widget, const GdkRectangle *place);
/* For the size_allocate of a widget without a layout manager: its popovers get their size, which
 * that of a submenu changes. */
void tw_popover_present_all (GtkWidget *widget);
/* Whether a popover has the keyboard in the window of widget. */
gboolean tw_popover_is_open (GtkWidget *widget);

G_END_DECLS
