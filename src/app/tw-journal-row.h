/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* A row of the Journal: a meeting or a note with its date and its next action, which is ticked
 * there, or an entry of the register. tw_drag_id() is the record's id. */
GtkWidget *tw_journal_row_new (TwViewState *state, gpointer record);
const TwRecordType *tw_journal_row_type (GtkWidget *row);

G_END_DECLS
