/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tw-json.h"
#include "tw-plan.h"

G_BEGIN_DECLS

/* Plan ⇄ bytes ⇄ file. */

#define TW_FILE_MAX (64 * 1024 * 1024)

/* What came of reading a file. */
typedef struct
{
  TwPlan *plan;        /* NULL if there is a fault */
  gboolean read_only;  /* a newer version: open, but don't write */
  char *etag;          /* of the file as it was read; NULL for bytes */
  GPtrArray *faults;   /* of TwFault, in the order of the file; empty if all is well */
  GHashTable *offsets; /* record → byte offset, GUINT_TO_POINTER; valid with the plan */
  GBytes *bytes;       /* what was read */
} TwPlanRead;

void tw_plan_read_free (TwPlanRead *read);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwPlanRead, tw_plan_read_free)

/* Reads and checks a plan wholly: syntax, tables, unique ids, links, circles, statuses, dates
 * that agree, days that can be worked. Never NULL. Bounded in time and memory. */
TwPlanRead *tw_plan_read_bytes (GBytes *bytes);
/* As above from a file. A file that can't be read at all (missing, a directory, no permission,
 * too large) is a fault without a line. */
TwPlanRead *tw_plan_read_file (GFile *file);
/* The faults as one text, a line each, with the file's name. */
char *tw_plan_read_describe (TwPlanRead *read, const char *file);

/* Writes bytes in place of file, atomically and durably: through symlinks, keeping the mode; a
 * full disk leaves the old file as it was, and one that may only be read stays. etag, if not NULL,
 * must be what the file on disk has now (TW_ERROR_CHANGED otherwise, also when the file is gone);
 * "" means there must be no file. new_etag may be NULL. Blocks; call it in a thread. */
gboolean tw_file_replace (GFile *file, GBytes *bytes, const char *etag, char **new_etag,
                          GError **error);
/* The etag of a file, or NULL if it isn't there. */
char *tw_file_etag (GFile *file);
/* tw_json_write() of the plan as bytes. */
GBytes *tw_plan_to_bytes (TwPlan *plan);

G_END_DECLS
