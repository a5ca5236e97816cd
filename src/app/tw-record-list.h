/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-record.h"

G_BEGIN_DECLS

/* A GtkListBox whose first rows stand for the records of a list, by their ids. */

/* Makes a row for records of a list: a GtkListBoxRow. Its record isn't known yet. */
typedef GtkWidget *(*TwRecordRowFunc) (gpointer data);
/* Shows record in the row. */
typedef void (*TwRecordFillFunc) (GtkWidget *row, gpointer record, gpointer data);

/* Shows records (may be NULL): a row stays while there is a record of its id, with its focus and
 * what is open in it, and is filled anew when the record changed. What stands in the list behind
 * the rows of records, such as an entry that adds one, stays there. all: fill every row, since
 * they show more than their record. Rows can be asked for their id by tw_drag_id(). */
void tw_record_list_show (GtkListBox *list, TwList *records, gboolean all, TwRecordRowFunc make,
                          TwRecordFillFunc fill, gpointer data);
/* The row of the record called id, or NULL. */
GtkListBoxRow *tw_record_list_row (GtkListBox *list, const char *id);
/* Where a row dropped on target comes to stand, counted without itself; id: of the one that is
 * dropped, which may come from elsewhere. */
guint tw_record_list_drop_place (GtkWidget *target, const char *id, gboolean below);

G_END_DECLS
