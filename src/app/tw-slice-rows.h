/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* Rows that edit one part (slice) of a workload; they follow the state by themselves. */

/* DIBS with what is missing, and the engagement start with its rules. */
void tw_slice_rows_add_dibs (GtkWidget *box, TwViewState *state, const char *slice);
/* The status by its three levels, who goes on with it and how, name and seats. */
void tw_slice_rows_add_status (GtkWidget *box, TwViewState *state, const char *slice);
/* The sentences of the findings at record with one of the ids (up to NULL), a line each; NULL if
 * there are none. Free with g_free(). */
char *tw_slice_rows_findings (TwViewState *state, gpointer record, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
