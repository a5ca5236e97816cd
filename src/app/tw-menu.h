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
/* Opens it at a point of widget. */
void tw_menu_show (GtkWidget *widget, TwMenuFunc func, double x, double y);
/* Appends an entry whose action has a string for its target. */
void tw_menu_append (GMenu *menu, const char *label, const char *action, const char *target);
/* Shows a new popover, which points to widget, or to a place in it. It is taken over: it closes
 * when widget is no longer seen, and goes when it has closed. */
void tw_popover_show (GtkWidget *popover, GtkWidget *widget);
void tw_popover_show_at (GtkWidget *popover, GtkWidget *widget, const GdkRectangle *place);

G_END_DECLS
