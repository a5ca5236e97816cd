/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* Everything that the selected node has, edited in place; what a rule forbids is said. */
GtkWidget *tw_inspector_new (TwViewState *state);

G_END_DECLS
