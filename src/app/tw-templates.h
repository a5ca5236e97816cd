/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* 'Save as Template…': asks for a name and keeps the whole plan (what NULL), a motion or an
 * approach of it (its id) as a playbook of the user's own. */
void tw_template_dialog_show (GtkWindow *parent, TwViewState *state, const char *what);
/* The user's templates, to be renamed and removed. */
void tw_templates_dialog_show (GtkWindow *parent);

G_END_DECLS
