/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-facts.h"

G_BEGIN_DECLS

/* Prints the customer's summary through the system's dialog. */
void tw_print (GtkWindow *parent, TwFacts *facts);

G_END_DECLS
