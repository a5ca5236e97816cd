/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-facts.h"

G_BEGIN_DECLS

/* A card with the lifecycle that would come: how much it is, the ribbon, and a line of advice. It
 * stays in sight while things are chosen above it. */
GtkWidget *tw_preview_new (void);
/* Says what keeps the next plan from being shown; the last one stays. */
void tw_preview_advise (GtkWidget *preview, const char *advice);
/* facts NULL: nothing can be shown, and advice says why. before (may be NULL): the dates as they
 * are now, which stand above the ribbon as its ghost. */
void tw_preview_show (GtkWidget *preview, TwFacts *facts, TwFacts *before, const char *advice);

G_END_DECLS
