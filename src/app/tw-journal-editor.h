/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* The pane in which a note, a meeting or an entry of the register is edited; its head and foot have
 * the actions journal.close and journal.delete. It follows the state by itself. */
GtkWidget *tw_journal_editor_new (TwViewState *state);
/* Shows the record of type called id; id NULL: nothing. */
void tw_journal_editor_show (GtkWidget *editor, const TwRecordType *type, const char *id);
/* Puts the keyboard where the record says what it is about, all of it selected. */
void tw_journal_editor_begin (GtkWidget *editor);

G_END_DECLS
