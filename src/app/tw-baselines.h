/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* The baselines to compare with, for a popover: choose, name and delete one, and take another. */
GtkWidget *tw_baselines_new (TwViewState *state);
/* The one compared with by its day, or None; free with g_free(). */
char *tw_baselines_words (TwViewState *state);

G_END_DECLS
