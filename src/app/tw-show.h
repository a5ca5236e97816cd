/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-view-state.h"

G_BEGIN_DECLS

/* The way to any record of the plan: the window's action win.show with three strings, a page (""
 * for the record's own), the name of the record's type (TwRecordType) and its id. It is for rows,
 * buttons and menus; the page takes what it is asked for by tw_view_state_take_shown(). */

/* The page on which records of type are edited: overview, timeline, motions, adoption, workloads
 * or journal; people or properties for those dialogs; NULL where what holds the record is shown in
 * its stead. */
const char *tw_show_page_of (const TwRecordType *type);
/* Asks page (NULL or "": its own) to show a record, or of what holds it the nearest that has a
 * page; nodes are selected, and what holds them is opened. What is to be shown then is the page
 * that this returns, NULL without such a record. */
const char *tw_show (TwViewState *state, const char *page, const char *type, const char *id);
/* Lets a row, button or the like lead to a record of the plan, which isn't kept. */
void tw_show_on_activate (gpointer actionable, const char *page, gpointer record);

G_END_DECLS
