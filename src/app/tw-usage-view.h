/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* How a workload is used: newest figure, chart with target, threshold and forecast, and the
 * readings, which can be added, changed and deleted. It follows the state by itself. */
GtkWidget *tw_usage_view_new (TwViewState *state, const char *workload);

G_END_DECLS
