/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* What of the timeline is to be seen, for a popover. */
GtkWidget *tw_filter_box_new (TwViewState *state);
/* content with a dot at its corner while a filter is on, for the button of that popover. */
GtkWidget *tw_filter_dot_new (TwViewState *state, GtkWidget *content);

G_END_DECLS
