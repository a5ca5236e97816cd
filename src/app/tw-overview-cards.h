/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-glyph.h"
#include "tw-page.h"

G_BEGIN_DECLS

/* The cards of the Overview, made anew for the state's facts; every row leads to what it names.
 * home is a box around them that stays. */

/* A list of rows in a card. */
GtkWidget *tw_card_list_new (GtkWidget *content);
/* Adds a row that leads to record on page (NULL: its own); record NULL: nowhere. Returns it. */
GtkWidget *tw_card_list_add (GtkWidget *list, GtkWidget *child, const char *page, gpointer record);
/* Two lines, the second with a glyph before it (TW_N_GLYPHS: none); line may be NULL. */
GtkWidget *tw_card_texts_new (const char *title, TwGlyph glyph, const char *line);
/* What is said where there is nothing, and a button that changes it; button may be NULL. */
void tw_card_add_nothing (GtkWidget *content, const char *text, const char *button,
                          const char *action);

/* What the agenda's menu does needs a home before its card is made. */
void tw_next_card_prepare (TwViewState *state, GtkWidget *home);
GtkWidget *tw_next_card_new (TwViewState *state, GtkWidget *home);
GtkWidget *tw_health_card_new (TwFacts *facts);
GtkWidget *tw_changes_card_new (TwFacts *facts);
GtkWidget *tw_adoption_card_new (TwFacts *facts);
GtkWidget *tw_risks_card_new (TwFacts *facts);
/* all: every finding, not only the first ones; overview.all-findings toggles that. */
GtkWidget *tw_findings_card_new (TwViewState *state, gboolean all);
/* The executive summary: stays, and follows the state by itself. */
GtkWidget *tw_summary_card_new (TwViewState *state);

G_END_DECLS
