/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-facts.h"

G_BEGIN_DECLS

/* What can be done with one of the next days' events, as edits of tw-edit.h. */

/* Whether it is done with by a tick: work, items, next actions and points; occurrences from their
 * day on, they can't be held before. */
gboolean tw_event_can_be_done (const TwEvent *event, TwDate today);
TwPlan *tw_event_do (TwFacts *facts, const TwEvent *event, GError **error);
/* All but occurrences, which follow their rule. */
gboolean tw_event_can_be_moved (const TwEvent *event);
/* To another day: of work its start or its end, by the rules of moving. *sentence (may be NULL)
 * says what that did, where it isn't plain. */
TwPlan *tw_event_move (TwFacts *facts, const TwEvent *event, TwDate to, char **sentence,
                       GError **error);

G_END_DECLS
