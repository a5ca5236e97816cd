/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-date.h"

G_BEGIN_DECLS

/* An entry for a date: the user's format, +5d, mon; a calendar behind a button. Called when a
 * date was entered (TW_DATE_NONE: cleared); what isn't a date is said, and not taken. destroy (may
 * be NULL) frees data with the entry. */
typedef void (*TwDateEntryFunc) (GtkWidget *entry, TwDate date, gpointer data);

GtkWidget *tw_date_entry_new (TwDate date, TwDate today, TwDateEntryFunc func, gpointer data,
                              GDestroyNotify destroy);
/* Shows another date without calling back. */
void tw_date_entry_set (GtkWidget *entry, TwDate date);
/* What stands in it, if it is a date; FALSE if it isn't. */
gboolean tw_date_entry_get (GtkWidget *entry, TwDate *date);
/* A popover that asks for a date: what of, and what it is now or does. */
GtkWidget *tw_date_popover_new (const char *title, const char *line, GtkWidget *entry);

G_END_DECLS
