/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tw-document.h"
#include "tw-facts.h"
#include "tw-filter.h"
#include "tw-trial.h"

G_BEGIN_DECLS

/* What the pages of one window share and no plan holds: the day, the selection, what is closed,
 * the filter, the baseline to compare with; and the facts, made once for all of them. Filter and
 * baseline are remembered for the plan. Signals: changed, when any of it or the plan did; moved,
 * when keys moved bars, and three seconds later. */
#define TW_TYPE_VIEW_STATE (tw_view_state_get_type ())
G_DECLARE_FINAL_TYPE (TwViewState, tw_view_state, TW, VIEW_STATE, GObject)

TwViewState *tw_view_state_new (TwDocument *document, TwDate today);

TwDocument *tw_view_state_document (TwViewState *state);
/* Of the current plan; borrowed, until the next change. */
TwFacts *tw_view_state_facts (TwViewState *state);
TwDate tw_view_state_today (TwViewState *state);
void tw_view_state_set_today (TwViewState *state, TwDate today);

/* The id of the node that is selected, the first of several; NULL if none is. */
const char *tw_view_state_selected (TwViewState *state);
/* The ids of all that are selected, in the order of the rows; NULL-terminated, borrowed. */
const char *const *tw_view_state_selection (TwViewState *state);
/* id NULL: nothing. */
void tw_view_state_select (TwViewState *state, const char *id);
void tw_view_state_select_all (TwViewState *state, const char *const *ids);
/* Something is to be seen on a page; see tw_show(), which also finds the page. The page takes it,
 * once, when it refreshes: the type and the *id (released with g_free()), NULL if nothing is asked
 * of it. */
void tw_view_state_show (TwViewState *state, const char *page, const TwRecordType *type,
                         const char *id);
const TwRecordType *tw_view_state_take_shown (TwViewState *state, const char *page, char **id);
/* Stands among the ids of groups for a motion's recurring activities; no record can be called so.
 */
#define TW_RECURRING_GROUP "@recurring"
/* Ids of closed groups; borrowed. */
GHashTable *tw_view_state_collapsed (TwViewState *state);
void tw_view_state_toggle (TwViewState *state, const char *id);
/* Opens all that hides a node, and selects it. */
void tw_view_state_reveal (TwViewState *state, const char *id);
gboolean tw_view_state_critical (TwViewState *state);
void tw_view_state_set_critical (TwViewState *state, gboolean critical);
/* The baseline to compare with, the newest unless another was chosen; NULL: none. */
TwBaseline *tw_view_state_baseline (TwViewState *state);
/* id NULL: none. */
void tw_view_state_set_baseline (TwViewState *state, const char *id);
/* Compares with the baseline chosen last, or not. */
gboolean tw_view_state_compares (TwViewState *state);
void tw_view_state_set_compares (TwViewState *state, gboolean compares);
/* What of the timeline is seen; what is selected stays seen, so that nothing goes while a person
 * is at it. */
const TwFilter *tw_view_state_filter (TwViewState *state);
/* value as TwFilter has it, NULL: anything. */
void tw_view_state_set_filter (TwViewState *state, TwFilterBy by, const char *value);
void tw_view_state_clear_filter (TwViewState *state);

/* Bars were moved by keys: it is told where they are and spoken. */
void tw_view_state_tell_move (TwViewState *state, TwTrial *trial);
/* What is told just now, or NULL; borrowed, as the next. */
TwTrial *tw_view_state_moved (TwViewState *state);
/* Its words, if it is about the node called id first; else NULL. */
const char *tw_view_state_told (TwViewState *state, const char *id);

/* Makes the edit of the document, and tells what was refused through the window's toast. plan is
 * taken over, NULL with error set passes a refusal on; error is freed. */
gboolean tw_view_state_edit (TwViewState *state, gpointer widget, TwPlan *plan, GError *error,
                             const char *merge_key, const char *format, ...) G_GNUC_PRINTF (6, 7);

G_END_DECLS
