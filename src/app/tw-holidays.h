/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* The holidays of the plan's calendar: each with its days and name, to be removed, and a row that
 * adds one. */
GtkWidget *tw_holidays_new (TwViewState *state);

G_END_DECLS
