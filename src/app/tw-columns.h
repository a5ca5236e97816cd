/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children in columns of equal width, as many as there is room for: each goes into the column that
 * is shortest so far, the leftmost of several. In one column they keep their order. While they
 * are shown in as many columns, each stays in its own. */
#define TW_TYPE_COLUMNS (tw_columns_get_type ())
G_DECLARE_FINAL_TYPE (TwColumns, tw_columns, TW, COLUMNS, GtkWidget)

/* least: px that a column has at least, where the window has them. */
GtkWidget *tw_columns_new (guint max_columns, int least, int spacing);
void tw_columns_append (TwColumns *columns, GtkWidget *child);

G_END_DECLS
