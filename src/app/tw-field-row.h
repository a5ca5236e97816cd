/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* A row in which one member of one or several records is edited in place: label, help and words
 * come from one table (tw-field-row.c), the kind of editor from the record's field table, what an
 * edit does from tw_edit_member(). What is refused is said in the row and not taken. The row
 * follows the state by itself and keeps its focus.
 *
 * ids: of the records, which are edited in one step and show "Mixed" where they differ; NULL for
 * what the plan holds once. Texts, lists of checks and of lines are boxes with a heading, all
 * else AdwPreferencesRows. */
GtkWidget *tw_field_row_new (TwViewState *state, const TwRecordType *type, const char *const *ids,
                             const char *member);
/* Puts rows into box: members is a list of names, NULL between groups, terminated by two. A group
 * becomes a boxed list, and what is no row stands below it. */
void tw_field_rows_add (GtkWidget *box, TwViewState *state, const TwRecordType *type,
                        const char *const *ids, const char *const *members);
/* All rows in box are of other records of their type from now on. What is being typed in one is
 * taken before that, and it loses the focus. */
void tw_field_rows_set_ids (GtkWidget *box, const char *const *ids);
/* Gives the keyboard to the row of a member; FALSE if there is none to be seen in box. */
gboolean tw_field_rows_focus (GtkWidget *box, const char *member);

G_END_DECLS
