/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A GtkTextView that is as high as its text at the width that it gets: one that stands in a column
 * without scrolling by itself measures by the width that it had before. */
GtkWidget *tw_text_new (void);

G_END_DECLS
