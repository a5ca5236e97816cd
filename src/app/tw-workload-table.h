/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* The workloads by the groups of the health, in columns; one is selected. The list box follows
 * nothing by itself. Rows are those of tw-drag.h: tw_drag_id() tells the workload. */
GtkWidget *tw_workload_table_new (TwViewState *state);
/* Shows the plan as it is; the selected row stays, while its workload does. */
void tw_workload_table_refresh (GtkWidget *table);
/* id NULL: none. */
void tw_workload_table_select (GtkWidget *table, const char *id);

G_END_DECLS
