/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tw-plan.h"

G_BEGIN_DECLS

/* What is remembered outside any plan. */

/* The program's settings; borrowed. */
GSettings *tw_settings (void);
/* Puts file first among the recent plans; a file without a path isn't remembered. */
void tw_settings_remember (GFile *file);
/* Takes path from the recent plans, or puts another in its place (NULL: none). */
void tw_settings_replace_recent (const char *path, const char *by);
/* The calendar of the plan made last, NULL for Monday to Friday; a new reference. */
TwCalendar *tw_settings_calendar (void);
/* What the window of the plan called id shows of it, by a word of what it is: NULL where nothing is
 * remembered. */
char *tw_settings_recall (const char *plan, const char *what);
/* value NULL: nothing is remembered any more. */
void tw_settings_keep_view (const char *plan, const char *what, const char *value);
/* calendar may be NULL. */
void tw_settings_keep_calendar (TwCalendar *calendar);

G_END_DECLS
