/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* The pane beside the workloads: everything that one of them has, edited in place. It follows the
 * state by itself. */
GtkWidget *tw_workload_detail_new (TwViewState *state);
/* id NULL: a sentence instead. */
void tw_workload_detail_show (GtkWidget *detail, const char *id);
/* Edits the name in the pane's title. */
void tw_workload_detail_rename (GtkWidget *detail);
/* Scrolls to the activities, and gives the first of them the keyboard. */
void tw_workload_detail_show_activities (GtkWidget *detail);

G_END_DECLS
