/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* The plan's motions and approaches with their state, those of its playbook that it lacks, pale,
 * and menus that add from any playbook. Asks the page by its actions: motions.show (id),
 * motions.offer (playbook, kind), motions.drop (id, target, below),
 * .place-approach (id, place), .up, .down, .duplicate, .rename, .remove, .add-motion,
 * .add-approach. */
GtkWidget *tw_motions_sidebar_new (TwViewState *state);
/* Shows the plan again; shown: the id that is marked, or the playbook's of what is offered. */
void tw_motions_sidebar_refresh (GtkWidget *sidebar, const char *shown);
/* Gives the focus to the row that is marked. */
void tw_motions_sidebar_focus (GtkWidget *sidebar);
/* A button with a menu of every motion, or every approach that the plan lacks, of every playbook,
 * and an empty one. */
GtkWidget *tw_motions_add_button_new (TwViewState *state, gboolean approaches);
/* What can be done to the motion, or approach, that the page shows. */
GMenuModel *tw_motions_menu_new (gboolean approach);

G_END_DECLS
