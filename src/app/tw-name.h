/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A name that is edited where it stands: a label, and while it is edited an entry. Enter and
 * leaving it take what was typed, Escape doesn't. */
#define TW_TYPE_NAME (tw_name_get_type ())
G_DECLARE_FINAL_TYPE (TwName, tw_name, TW, NAME, GtkWidget)

/* text differs from what is shown. */
typedef void (*TwNameFunc) (TwName *name, const char *text, gpointer data);

/* wrap: long names take more lines; else they are cut off with an ellipsis. */
GtkWidget *tw_name_new (gboolean wrap, TwNameFunc func, gpointer data, GDestroyNotify destroy);
void tw_name_set_text (TwName *name, const char *text);
/* Stands pale in the entry while that is empty. A name with a hint may be empty. */
void tw_name_set_hint (TwName *name, const char *hint);
void tw_name_edit (TwName *name);
gboolean tw_name_is_edited (TwName *name);

G_END_DECLS
