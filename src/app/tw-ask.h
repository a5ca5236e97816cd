/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The only home of AdwMessageDialog, which is deprecated after our floor. */

typedef void (*TwAskFunc) (const char *response, gpointer data);

/* Says something that needs to be read; text is never markup. */
void tw_tell (GtkWindow *parent, const char *heading, const char *text);
/* Asks; responses: id, label, id, label, …, NULL; the first is what Escape gives. func may be
 * called with it after the window is gone. */
void tw_ask (GtkWindow *parent, const char *heading, const char *text, TwAskFunc func,
             gpointer data, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
