/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-plan.h"

G_BEGIN_DECLS

/* Undo and redo: plans with labels, 1,000 at most. A plain object without signals. */
typedef struct _TwHistory TwHistory;

TwHistory *tw_history_new (TwPlan *plan);
void tw_history_free (TwHistory *history);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwHistory, tw_history_free)

TwPlan *tw_history_plan (TwHistory *history);
/* Makes plan the current one. label says what was done ('Move “Kick-off”'). Edits with the same
 * non-NULL merge_key, one right after the other (no undo, no tw_history_seal() between), are one
 * step under the first label, and none if nothing comes of them: then the plan before, its equal,
 * is the current one. */
void tw_history_push (TwHistory *history, TwPlan *plan, const char *label, const char *merge_key);
/* Ends merging: focus left the entry, the drag ended. */
void tw_history_seal (TwHistory *history);
/* FALSE if there is nothing to undo or redo. */
gboolean tw_history_undo (TwHistory *history);
gboolean tw_history_redo (TwHistory *history);
/* What would be undone or redone; NULL if nothing. */
const char *tw_history_undo_label (TwHistory *history);
const char *tw_history_redo_label (TwHistory *history);

G_END_DECLS
