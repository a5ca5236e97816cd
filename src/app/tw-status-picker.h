/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* A row that chooses one level (1, 2, 3) of a slice's status from a list that says the playbook's
 * hint at each choice. It follows the state by itself; of level 3 it hides where nothing can be
 * chosen. */
GtkWidget *tw_status_picker_new (TwViewState *state, const char *slice, guint level);

G_END_DECLS
