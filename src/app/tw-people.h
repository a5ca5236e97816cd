/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* The dialogs of a plan: its people, and what it is as a whole. */
void tw_people_dialog_show (GtkWindow *parent, TwViewState *state);
void tw_properties_dialog_show (GtkWindow *parent, TwViewState *state);

G_END_DECLS
