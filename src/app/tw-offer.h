/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-playbook.h"
#include "tw-view-state.h"

G_BEGIN_DECLS

/* What a playbook has and the plan doesn't: a motion, from which phase to which and taking over
 * from whom, or an approach; with the activities that it would bring, pale. */
GtkWidget *tw_offer_new (TwViewState *state);
/* Shows the motion or approach of playbook that is called kind. FALSE: it has no such thing. */
gboolean tw_offer_show (GtkWidget *offer, TwPlaybook *playbook, const char *kind);
/* Tries it with the plan as it is now. */
void tw_offer_refresh (GtkWidget *offer);
/* Its name, and in a sentence what it would bring; borrowed. */
const char *tw_offer_name (GtkWidget *offer);
const char *tw_offer_sentence (GtkWidget *offer);
/* Whether it can be added as it is asked for; else the sentence says why not. */
gboolean tw_offer_is_possible (GtkWidget *offer);
/* Adds it to the plan, as one step. Returns its id in the plan, NULL if it was refused, which was
 * told; release it with g_ref_string_release(). */
char *tw_offer_add (GtkWidget *offer);

G_END_DECLS
