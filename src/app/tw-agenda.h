/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* The agenda of a meeting: items with minutes, added (several by pasting lines), edited in place,
 * reordered by dragging and with Alt and the arrows, deleted; or taken from the playbook. It
 * follows the state by itself. meeting is an id. */
GtkWidget *tw_agenda_new (TwViewState *state, const char *meeting);

G_END_DECLS
