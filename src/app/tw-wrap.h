/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children one behind the other, each as wide as it likes to be, in as many lines as that takes;
 * what is wider than a line is as wide as the line. A line is as high as its highest. A first
 * child that expands takes what its line leaves, and the other lines stand at the end. */
#define TW_TYPE_WRAP (tw_wrap_get_type ())
G_DECLARE_FINAL_TYPE (TwWrap, tw_wrap, TW, WRAP, GtkWidget)

/* spacing: px between children and between lines. */
GtkWidget *tw_wrap_new (int spacing);
void tw_wrap_append (TwWrap *wrap, GtkWidget *child);
void tw_wrap_clear (TwWrap *wrap);

G_END_DECLS
