/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-chooser.h"
#include "tw-view-state.h"

G_BEGIN_DECLS

/* The edits of what is selected that outline and calendar share, as actions with their keys:
 * nodes.tick, .delete, .duplicate, .copy, .cut, .paste, .status (a word), .owner (a person's id),
 * .up, .down, .group-before, .group-behind; by working days .earlier, .later, .week-earlier,
 * .week-later, .shorter, .longer; .move-overdue, .unpin, .unlink; .internal, .to-phase (an id). */
void tw_nodes_install_actions (GtkWidgetClass *class);
/* Whose selection the widget's actions are for; borrowed, must outlive it. */
void tw_nodes_set_state (GtkWidget *widget, TwViewState *state);
/* The motion at whose end what is pasted comes to stand if nothing that holds it is selected; NULL:
 * none. */
void tw_nodes_set_home (GtkWidget *widget, const char *id);
/* What was dragged, with all that is selected if it is among that, comes before or behind
 * target. */
void tw_nodes_drop (TwViewState *state, GtkWidget *widget, const char *id, const char *target,
                    gboolean below);
/* Makes the trial's plan the current one. FALSE: refused, which was told, or the same plan. */
gboolean tw_nodes_make (TwViewState *state, GtkWidget *widget, TwTrial *trial,
                        const char *merge_key);
/* What is selected moves by n working days, or what is at the grip does; it is told what came of
 * it. */
void tw_nodes_shift (TwViewState *state, GtkWidget *widget, TwGrip grip, int n,
                     const char *merge_key);
/* The node waits for after from now on. */
void tw_nodes_link (TwViewState *state, GtkWidget *widget, const char *node, const char *after);
/* The node called id, or NULL; borrowed until the next change. */
TwNode *tw_nodes_find (TwViewState *state, const char *id);
/* All phases, with their motions; transfer full. */
GPtrArray *tw_nodes_phases (TwViewState *state);
/* The activities with these ids come to stand at the end of a phase. */
void tw_nodes_to_phase (TwViewState *state, GtkWidget *widget, const char *const *ids,
                        const char *phase);
/* Whether an activity never comes into the customer's copy. */
gboolean tw_nodes_is_internal (TwViewState *state, const char *id);
/* Whether something is that can be copied or deleted. */
gboolean tw_nodes_is_any_selected (TwViewState *state);
TwViewState *tw_nodes_state (GtkWidget *widget);
/* Deletes what is selected, and selects what is next to it; cut: they can be pasted. */
gboolean tw_nodes_delete (GtkWidget *widget, gboolean cut);
/* nodes.copy, .cut and .paste (tw-nodes-clip.c), installed with the others. */
void tw_nodes_install_clip_actions (GtkWidgetClass *class);
/* --- tw-nodes-menu.c --- */

/* The five statuses of the activity called id, which is the one selected, and the reason of one
 * that is blocked; for tw_popover_show(). */
GtkWidget *tw_nodes_status_popover_new (TwViewState *state, const char *id);
/* The menu of the actions for the node called id, with the outline's own, and the
 * calendar's where there are its actions (tw-timeline-actions.h); transfer full. */
GMenuModel *tw_nodes_menu (TwViewState *state, const char *id);

G_END_DECLS
