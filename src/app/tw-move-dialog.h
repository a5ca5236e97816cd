/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-new-plan-dialog.h"
#include "tw-view-state.h"

G_BEGIN_DECLS

/* 'Move Plan…': a new day for the kick-off, or for a phase and all that comes after it. */
void tw_move_dialog_show (GtkWindow *parent, TwViewState *state);
/* 'Copy for Another Customer…': made gets the copy. */
void tw_copy_dialog_show (GtkWindow *parent, TwViewState *state, TwNewPlanFunc made, gpointer data);

G_END_DECLS
