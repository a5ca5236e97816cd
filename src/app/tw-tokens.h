/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-chooser.h"

G_BEGIN_DECLS

/* A title, tokens that flow behind it, each with a button that takes it away, and a button that
 * adds one from a list that is searched by typing. */
#define TW_TYPE_TOKENS (tw_tokens_get_type ())
G_DECLARE_FINAL_TYPE (TwTokens, tw_tokens, TW, TOKENS, GtkWidget)

/* add: TRUE for a token that is to come in. id is the choice's; of a free token what was typed. */
typedef void (*TwTokensFunc) (TwTokens *tokens, const char *id, gboolean add, gpointer data);
/* What may be added, asked when the list opens; transfer full. */
typedef GPtrArray *(*TwTokensChoicesFunc) (TwTokens *tokens, gpointer data);

/* free_text: what is typed may be taken as it is. */
GtkWidget *tw_tokens_new (const char *title, gboolean free_text, TwTokensChoicesFunc choices,
                          TwTokensFunc func, gpointer data);
/* Shows these, an array of TwChoice; borrowed. */
void tw_tokens_show (TwTokens *tokens, GPtrArray *shown);
/* Says something below the title; NULL: nothing. */
void tw_tokens_say (TwTokens *tokens, const char *text);

G_END_DECLS
