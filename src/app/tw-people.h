/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

typedef void (*TwPeopleFunc) (GtkWidget *picker, const char *person, gpointer data);

/* A drop-down of the plan's people, nobody first; func gets the id chosen, NULL for nobody. */
GtkWidget *tw_people_picker_new (TwPlan *plan, const char *person, TwPeopleFunc func, gpointer data,
                                 GDestroyNotify destroy);

/* The dialogs of a plan: the people, and what the plan is as a whole. */
void tw_people_dialog_show (GtkWindow *parent, TwViewState *state);
void tw_properties_dialog_show (GtkWindow *parent, TwViewState *state);

G_END_DECLS
