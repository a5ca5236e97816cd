/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-window.h"

G_BEGIN_DECLS

/* What a window without a plan shows: drafts left behind and recent plans, read in the background,
 * New Plan, Open. menu: the main menu. */
GtkWidget *tw_welcome_new (TwWindow *window, GMenuModel *menu);

G_END_DECLS
