/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Several arrangements of the same thing, widest first. It measures as the narrowest and shows
 * the first one that fits, so that a window goes down to the narrowest's width. */
#define TW_TYPE_FOLD (tw_fold_get_type ())
G_DECLARE_FINAL_TYPE (TwFold, tw_fold, TW, FOLD, GtkWidget)

GtkWidget *tw_fold_new (void);
/* Adds a narrower arrangement, which is shown below from px of width (0: from its minimum). */
void tw_fold_add (TwFold *fold, GtkWidget *child, int from);
/* The one that is shown, counted from 0. */
guint tw_fold_shown (TwFold *fold);

G_END_DECLS
