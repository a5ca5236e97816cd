/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Who the person is, light or dark, what printing offers first. */
void tw_preferences_show (GtkWindow *parent);
/* Keeps light and dark as the settings have it, from now on. */
void tw_preferences_follow_appearance (void);

G_END_DECLS
