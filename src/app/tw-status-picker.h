/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* A row that chooses one level (1, 2, 3) of a slice's status from a list that says the playbook's
 * hint at each choice. */
GtkWidget *tw_status_picker_new (TwViewState *state, const char *slice, guint level);
/* Shows what the slice has now. Where nothing can be chosen, the row hides: then it couldn't follow
 * the state by itself. */
void tw_status_picker_refresh (GtkWidget *picker);

G_END_DECLS
