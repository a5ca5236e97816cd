/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The catalogue's terms in other languages (data/terms.json, embedded). */

/* The terms' own name of the language that a locale or BCP 47 tag names (de_AT.UTF-8, pt-BR), or
 * NULL if they don't have it; English is not among them. Static. */
const char *tw_terms_language (const char *locale);
/* What text is called in a language of tw_terms_language(); formerly (may be NULL) is an older
 * name of the same thing, by which the terms may know it. text itself where they don't. Borrowed.
 */
const char *tw_term (const char *language, const char *text, const char *formerly);

G_END_DECLS
