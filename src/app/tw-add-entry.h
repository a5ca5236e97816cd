/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-tokens.h"

G_BEGIN_DECLS

/* An entry that stands where something is added: Enter takes what was typed, and what is typed is
 * completed from a list; Down and Up go through it, Escape leaves. Leaving it otherwise takes what
 * was typed, too. */
#define TW_TYPE_ADD_ENTRY (tw_add_entry_get_type ())
G_DECLARE_FINAL_TYPE (TwAddEntry, tw_add_entry, TW, ADD_ENTRY, GtkWidget)

/* text: what was typed, "" for nothing: then it is left. id: of the choice that it stands for, or
 * NULL. more: Enter took it, and another one may follow. */
typedef void (*TwAddFunc) (TwAddEntry *entry, const char *text, const char *id, gboolean more,
                           gpointer data);
/* What typing is completed from, asked whenever the entry gets the keyboard; transfer full. */
typedef GPtrArray *(*TwAddChoicesFunc) (TwAddEntry *entry, gpointer data);

GtkWidget *tw_add_entry_new (const char *label, TwAddChoicesFunc choices, TwAddFunc func,
                             gpointer data);

G_END_DECLS
