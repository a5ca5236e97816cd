/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* 'Compare with Playbook…' of a motion, 'Add from Playbook…' of a phase: what the plan left out,
 * and why, what it added and what it renamed; each that is missing can be added. id: of the motion
 * or phase. */
void tw_compare_dialog_show (GtkWindow *parent, TwViewState *state, const char *id);

G_END_DECLS
