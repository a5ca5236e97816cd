/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-chooser.h"

G_BEGIN_DECLS

/* A GtkDropDown of choices (TwChoice) whose names are data: as long as they like, never markup,
 * with the badge where a choice is a person. */

/* The person chose the one at at, another than is shown. */
typedef void (*TwDropDownFunc) (TwChoice *choice, guint at, gpointer data);

GtkWidget *tw_drop_down_new (TwDropDownFunc func, gpointer data);
/* The choice's name is told beside it: its button has no more than the badge. */
void tw_drop_down_set_brief (GtkWidget *down);
/* Shows the choice at at, "Mixed" for -1, without calling back; choices is borrowed. */
void tw_drop_down_show (GtkWidget *down, GPtrArray *choices, int at);

G_END_DECLS
