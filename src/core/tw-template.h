/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-playbook.h"

G_BEGIN_DECLS

/* 'Save as Template': what a plan is built of, as a playbook of the user's own. It keeps names,
 * days, roles, links, checklists and what is internal; nothing of the customer gets in: no people,
 * dates, notes, statuses, seats, readings. */

/* A template of the whole plan (what NULL), of one of its motions or of one of its approaches (by
 * its id). Words that the plan doesn't hold (roles, statuses, health) are those of base, the plan's
 * playbook. A plan made from it by default is built as this one is. NULL and TW_ERROR_REFUSED if
 * title isn't a line or there is no such motion or approach. */
TwPlaybook *tw_template_new (TwPlaybook *base, TwPlan *plan, const char *what, const char *title,
                             GError **error);
/* The bytes of a playbook file. */
GBytes *tw_playbook_to_bytes (TwPlaybook *playbook);

/* Keeps a template where tw_playbook_list() finds it, under a new id if its own is taken; *id (may
 * be NULL, free with g_free()) gets it. Blocks. */
gboolean tw_template_save (TwPlaybook *template, char **id, GError **error);
/* Whether the user has a playbook of this id, which may be renamed and removed. */
gboolean tw_template_is_own (const char *id);
gboolean tw_template_rename (const char *id, const char *title, GError **error);
gboolean tw_template_remove (const char *id, GError **error);

G_END_DECLS
