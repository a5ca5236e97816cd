/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* The readings of a workload or of a KPI: a row that opens, in it one of each reading, newest
 * first, and one that adds one. It follows the state by itself, and hides while there can't be any
 * (a KPI that goes by a workload's). */
GtkWidget *tw_readings_new (TwViewState *state, const TwRecordType *type, const char *id);

G_END_DECLS
