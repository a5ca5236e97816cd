/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-record.h"

G_BEGIN_DECLS

/* Drag and drop of records in lists. A row that is a target shows a line where the dragged one
 * lands, above or below it, if it may (tw_edit_can_land()). */

/* The record called id of type was dropped on target. */
typedef void (*TwDropFunc) (GtkWidget *target, const TwRecordType *type, const char *id,
                            gboolean below, gpointer data);

/* What the row stands for; recycled rows are given another. id NULL: nothing that can be
 * dragged. */
void tw_drag_set_record (GtkWidget *row, const TwRecordType *type, const char *id);
/* Dragging handle drags row; the two may be one. */
void tw_drag_add_source (GtkWidget *handle, GtkWidget *row);
void tw_drag_add_target (GtkWidget *row, TwDropFunc func, gpointer data);
/* A record has been held over row for a while: whatever is closed there opens. */
typedef void (*TwHoverFunc) (GtkWidget *row, gpointer data);
void tw_drag_add_hover (GtkWidget *row, TwHoverFunc func, gpointer data);
/* The id that row stands for, or NULL. */
const char *tw_drag_id (GtkWidget *row);

G_END_DECLS
