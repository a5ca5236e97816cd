/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* 'Update Usage': one number for each workload and one date; rows of a report that are pasted fill
 * it. The cursor stands in the row of the workload called id (NULL: the first). */
void tw_usage_dialog_show (GtkWindow *parent, TwViewState *state, const char *id);
/* 'Add Workloads': those of the playbook that the plan lacks, or one of one's own. */
void tw_add_workloads_dialog_show (GtkWindow *parent, TwViewState *state);

G_END_DECLS
