/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-plan.h"

G_BEGIN_DECLS

/* Asks what a plan is made from, and shows live what comes of it. made is called with the plan
 * (transfer none) when Create was pressed; never if it was given up. */
typedef void (*TwNewPlanFunc) (TwPlan *plan, gpointer data);

void tw_new_plan_dialog_show (GtkWindow *parent, TwDate today, TwNewPlanFunc made, gpointer data);

G_END_DECLS
