/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* A modal window over the plan's, closed by Escape. What is refused in it is said in it
 * (win.tell), and it has the plan's undo. */

/* state NULL: of no plan. width: px. *content gets the box of a scrolled column. */
GtkWidget *tw_plan_dialog_new (GtkWindow *parent, TwViewState *state, const char *title, int width,
                               GtkWidget **content);
/* Cancel, and a button, which is returned, that calls func with data. Enter in an entry and
 * Ctrl+Enter press it. */
GtkWidget *tw_plan_dialog_add_accept (GtkWidget *dialog, const char *label, GCallback func,
                                      gpointer data);
/* A row of a dialog whose title presses, or gives the focus to, what stands at its end. */
GtkWidget *tw_suffix_row_new (const char *title, GtkWidget *suffix);
/* What stays in sight below the column. */
void tw_plan_dialog_add_foot (GtkWidget *dialog, GtkWidget *foot);

G_END_DECLS
