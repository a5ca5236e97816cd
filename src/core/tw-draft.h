/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Drafts: whole plans in $XDG_DATA_HOME/trackway/drafts, each beside a lock file that a living
 * program holds and that tells whose unsaved edits they are. */

/* A new draft's path; *lock gets its open lock. origin, etag: the file whose edits it holds, as it
 * stood; NULL for a plan that has none. */
char *tw_draft_begin (GFile *origin, const char *etag, int *lock);
/* Writes anew into lock whose edits these are. */
void tw_draft_set_origin (int lock, GFile *origin, const char *etag);
/* An open, locked file beside the draft, which the system lets go of when the program dies; -1 if
 * another window holds it. */
int tw_draft_lock (const char *draft);
/* The file that the draft's edits belong to, and how it stood; NULL: none. */
GFile *tw_draft_origin (const char *draft, char **etag);
/* Drafts that nobody holds, newest first; transfer full. */
GStrv tw_draft_list (void);
/* The newest of them whose edits belong to file as it stands with this etag, or NULL. */
char *tw_draft_find (GFile *file, const char *etag);
void tw_draft_discard (const char *draft);

G_END_DECLS
