/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tw-plan-file.h"
#include "tw-playbook.h"
#include "tw-schedule.h"

G_BEGIN_DECLS

/* The one object that changes: the current plan with its history, schedule and file. It saves
 * itself: a named plan two seconds after the last edit, a draft (the whole plan, replaced
 * atomically) at most one second after an edit, both in a thread; what failed is tried again.
 *
 * Signals: changed (TwPlan *old, TwPlan *new); state (what tw_document_state() tells, the labels
 * or the file changed); save-failed (GError *); conflict (the file changed on disk and there are
 * local edits: nothing is written until tw_document_reload() or tw_document_save_copy()). */
#define TW_TYPE_DOCUMENT (tw_document_get_type ())
G_DECLARE_FINAL_TYPE (TwDocument, tw_document, TW, DOCUMENT, GObject)

/* A new plan that has no file yet; its draft is written at once. NULL and an error as in
 * tw_document_edit() if it is no plan that can be opened again. */
TwDocument *tw_document_new (TwPlan *plan, GError **error);
/* Opens a file; NULL and TW_ERROR_INVALID with all faults as lines, or TW_ERROR_FAILED. What an
 * earlier run didn't get to save of it comes back as an edit. */
TwDocument *tw_document_open (GFile *file, GError **error);
/* Takes up a draft that an earlier run left behind (tw-draft.h): with its file if that stands as it
 * did, else as a plan that has none. */
TwDocument *tw_document_open_draft (const char *draft, GError **error);
TwPlan *tw_document_plan (TwDocument *document);
TwSchedule *tw_document_schedule (TwDocument *document);
/* The plan's playbook, or the built-in one; borrowed. */
TwPlaybook *tw_document_playbook (TwDocument *document);
GFile *tw_document_file (TwDocument *document); /* NULL for a draft */
gboolean tw_document_read_only (TwDocument *document);
/* Its file was changed by another program, and nothing is written there until that is settled. */
gboolean tw_document_in_conflict (TwDocument *document);
/* The current plan is what the file holds. */
gboolean tw_document_is_saved (TwDocument *document);

/* Takes over plan (transfer full, as the edits return it) as the current one, under a label;
 * merge_key as in tw_history_push(). NULL plan: nothing happens, so that a failed edit can be
 * passed on. A plan that can't be scheduled or opened again, or a read-only document, is refused:
 * FALSE and an error. */
gboolean tw_document_edit (TwDocument *document, TwPlan *plan, const char *label,
                           const char *merge_key, GError **error);
void tw_document_seal (TwDocument *document);
void tw_document_undo (TwDocument *document);
void tw_document_redo (TwDocument *document);
const char *tw_document_undo_label (TwDocument *document);
const char *tw_document_redo_label (TwDocument *document);

/* Writes at once (Ctrl+S, focus loss): in a thread, callback when it is on disk. */
void tw_document_save_async (TwDocument *document, GAsyncReadyCallback callback, gpointer data);
gboolean tw_document_save_finish (TwDocument *document, GAsyncResult *result, GError **error);
/* Names a draft or moves the plan to another file, which it saves to from now on. */
void tw_document_save_as_async (TwDocument *document, GFile *file, GAsyncReadyCallback callback,
                                gpointer data);
/* Writes the plan to another file, and stays with its own. Blocks. */
gboolean tw_document_save_copy (TwDocument *document, GFile *file, GError **error);
/* Reads the file again, as an edit that can be undone. */
gboolean tw_document_reload (TwDocument *document, GError **error);
/* Writes what is unsaved and lets go of the draft of a named plan; a draft stays. Blocks; for
 * closing a window. */
gboolean tw_document_close (TwDocument *document, GError **error);

G_END_DECLS
