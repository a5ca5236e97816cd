/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-window.h"

G_BEGIN_DECLS

/* What a window without a plan shows: drafts left behind, recent plans, New Plan, Open. */
GtkWidget *tw_welcome_new (TwWindow *window);

G_END_DECLS
