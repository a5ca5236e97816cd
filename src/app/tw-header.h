/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* The header bar of a plan's window, in three arrangements by the room there is: the third has the
 * title alone, and the switcher is to stand at the window's foot. A TwFold. */
GtkWidget *tw_header_new (GtkWindow *window, AdwViewStack *stack, TwViewState *state);
/* The plan menu bears the customer's name, the undo buttons name their steps (NULL: none). */
void tw_header_name (GtkWidget *header, const char *customer, const char *undone,
                     const char *redone);
/* Opens the search under its button. */
void tw_header_search (GtkWidget *header);
/* Transfer full. */
GMenuModel *tw_header_main_menu (void);

G_END_DECLS
