/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* A list of checks: ticked, added (several by pasting lines), renamed, reordered by dragging and
 * with Alt and the arrows, made mandatory, shown to the customer, deleted, each in place. */

/* head: a box that gets the count at its end. */
GtkWidget *tw_checklist_new (TwViewState *state, GtkWidget *head);
/* Shows the checks, a list of TwCheck or NULL, of the activity, phase, or for what must be ready
 * at a hand-over the motion, called parent. */
void tw_checklist_show (GtkWidget *checklist, const char *parent, TwList *checks);

G_END_DECLS
