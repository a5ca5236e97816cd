/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* The search: a popover with an entry and the hits in the whole plan, each of which leads to its
 * page. stack has the window's pages. */
GtkWidget *tw_finder_new (TwViewState *state, AdwViewStack *stack);
/* Opens it under anchor, which stands in the finder's parent; what was searched last is there, and
 * typing replaces it. */
void tw_finder_open (GtkWidget *finder, GtkWidget *anchor);

G_END_DECLS
