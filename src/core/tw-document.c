/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "tw-document.h"
#include "tw-draft.h"
#include "tw-edit.h"
#include "tw-history.h"
#include "tw-json.h"

#define SAVE_DELAY 2000 /* ms after the last edit */
#define FAULTS_TOLD 8
#define DRAFT_DELAY 700 /* ms after an edit, so that it is on disk within a second */
#define RETRY_DELAY 30  /* s after what couldn't be written */

struct _TwDocument
{
  GObject parent_instance;

  TwHistory *history;
  TwSchedule *schedule;
  TwPlaybook *playbook;

  GFile *file; /* NULL: a draft that has no name yet */
  char *etag;
  TwPlan *on_disk; /* what file holds */
  gboolean read_only;
  gboolean in_conflict;
  GFileMonitor *monitor;

  char *draft; /* path of the draft; held by draft_lock */
  int draft_lock;
  TwPlan *drafted; /* what the draft holds */

  guint save_timer, draft_timer, retry_timer;
  gboolean saving, drafting; /* by a thread */
  GSList *waiting;           /* GTasks that want to save when the thread is done */
};

enum
{
  CHANGED,
  STATE,
  SAVE_FAILED,
  CONFLICT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TwDocument, tw_document, G_TYPE_OBJECT)

static void watch (TwDocument *self);
static void save (TwDocument *self, GTask *task);
static void schedule_save (TwDocument *self);

static gboolean
retry_cb (gpointer data)
{
  TwDocument *self = data;

  self->retry_timer = 0;
  if (!tw_document_is_saved (self))
    schedule_save (self);
  return G_SOURCE_REMOVE;
}

/* What wasn't written isn't left until the next edit. */
static void
tell_failure (TwDocument *self, GError *error)
{
  if (self->retry_timer == 0)
    self->retry_timer = g_timeout_add_seconds (RETRY_DELAY, retry_cb, self);
  g_signal_emit (self, signals[SAVE_FAILED], 0, error);
}

/* --- drafts --- */

static void
begin_draft (TwDocument *self)
{
  self->draft = tw_draft_begin (self->file, self->etag, &self->draft_lock);
}

static void
let_go_of_draft (TwDocument *self)
{
  if (self->draft_lock >= 0)
    close (self->draft_lock);
  self->draft_lock = -1;
  g_clear_pointer (&self->draft, g_free);
  g_clear_pointer (&self->drafted, tw_plan_unref);
}

static void
end_draft (TwDocument *self)
{
  g_clear_handle_id (&self->draft_timer, g_source_remove);
  if (self->draft != NULL)
    tw_draft_discard (self->draft);
  let_go_of_draft (self);
}

static void
write_draft_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED,
                    GCancellable *cancellable G_GNUC_UNUSED)
{
  TwPlan *plan = g_task_get_task_data (task);
  g_autoptr (GBytes) bytes = tw_plan_to_bytes (plan);
  const char *path = g_object_get_data (G_OBJECT (task), "path");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GError *error = NULL;

  if (tw_file_replace (file, bytes, NULL, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
draft_written_cb (GObject *source, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  TwDocument *self = TW_DOCUMENT (source);
  const char *path = g_object_get_data (G_OBJECT (result), "path");
  g_autoptr (GError) error = NULL;

  self->drafting = FALSE;
  /* The plan got a name while its draft was being written. */
  if (g_strcmp0 (path, self->draft) != 0)
    tw_draft_discard (path);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_clear_pointer (&self->drafted, tw_plan_unref);
      tell_failure (self, error);
    }
}

static gboolean
write_draft_cb (gpointer data)
{
  TwDocument *self = data;
  TwPlan *plan = tw_document_plan (self);
  g_autoptr (GTask) task = NULL;

  if (self->drafting)
    return G_SOURCE_CONTINUE;
  self->draft_timer = 0;
  if (self->draft == NULL)
    begin_draft (self);
  if (self->drafted == plan)
    return G_SOURCE_REMOVE;
  g_clear_pointer (&self->drafted, tw_plan_unref);
  self->drafted = tw_plan_ref (plan);
  self->drafting = TRUE;
  task = g_task_new (self, NULL, draft_written_cb, NULL);
  g_task_set_task_data (task, tw_plan_ref (plan), tw_record_unref);
  g_object_set_data_full (G_OBJECT (task), "path", g_strdup (self->draft), g_free);
  g_task_run_in_thread (task, write_draft_thread);
  return G_SOURCE_REMOVE;
}

/* --- saving --- */

static void
emit_state (TwDocument *self)
{
  g_signal_emit (self, signals[STATE], 0);
}

static void
write_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED,
              GCancellable *cancellable G_GNUC_UNUSED)
{
  TwPlan *plan = g_task_get_task_data (task);
  g_autoptr (GBytes) bytes = tw_plan_to_bytes (plan);
  GFile *file = g_object_get_data (G_OBJECT (task), "file");
  const char *etag = g_object_get_data (G_OBJECT (task), "etag");
  char *new_etag = NULL;
  GError *error = NULL;

  if (tw_file_replace (file, bytes, etag, &new_etag, &error))
    g_task_return_pointer (task, new_etag, g_free);
  else
    g_task_return_error (task, error);
}

static void
enter_conflict (TwDocument *self)
{
  if (self->in_conflict)
    return;
  self->in_conflict = TRUE;
  g_signal_emit (self, signals[CONFLICT], 0);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  TwDocument *self = TW_DOCUMENT (source);
  g_autoptr (GTask) outer = data;
  GError *error = NULL;
  char *etag = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GSList) waiting = g_slist_reverse (g_steal_pointer (&self->waiting));

  self->saving = FALSE;
  if (error == NULL)
    {
      GFile *file = g_object_get_data (G_OBJECT (result), "file");

      g_free (self->etag);
      self->etag = etag;
      g_clear_pointer (&self->on_disk, tw_plan_unref);
      self->on_disk = tw_plan_ref (g_task_get_task_data (G_TASK (result)));
      self->in_conflict = FALSE;
      if (self->file == NULL || !g_file_equal (self->file, file))
        {
          g_set_object (&self->file, file);
          watch (self);
        }
      if (tw_document_is_saved (self))
        end_draft (self);
      else
        {
          tw_draft_set_origin (self->draft_lock, self->file, self->etag);
          schedule_save (self);
        }
      g_task_return_boolean (outer, TRUE);
    }
  else
    {
      if (g_error_matches (error, TW_ERROR, TW_ERROR_CHANGED))
        enter_conflict (self);
      else
        tell_failure (self, error);
      g_task_return_error (outer, error);
    }
  for (GSList *task = waiting; task != NULL; task = task->next)
    save (self, task->data);
  emit_state (self);
}

/* Writes the plan to file in a thread; etag as in tw_file_replace(). */
static void
write_to (TwDocument *self, GFile *file, const char *etag, GTask *outer)
{
  GTask *task = g_task_new (self, NULL, written_cb, outer);

  self->saving = TRUE;
  g_task_set_task_data (task, tw_plan_ref (tw_document_plan (self)), tw_record_unref);
  g_object_set_data_full (G_OBJECT (task), "file", g_object_ref (file), g_object_unref);
  g_object_set_data_full (G_OBJECT (task), "etag", g_strdup (etag), g_free);
  g_task_run_in_thread (task, write_thread);
  g_object_unref (task);
}

/* Takes over task. */
static void
save (TwDocument *self, GTask *task)
{
  if (self->saving)
    self->waiting = g_slist_prepend (self->waiting, task);
  else if (self->file == NULL || self->read_only || self->in_conflict
           || tw_document_is_saved (self))
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
    }
  else
    write_to (self, self->file, self->etag, task);
}

void
tw_document_save_async (TwDocument *self, GAsyncReadyCallback callback, gpointer data)
{
  g_clear_handle_id (&self->save_timer, g_source_remove);
  save (self, g_task_new (self, NULL, callback, data));
}

gboolean
tw_document_save_finish (TwDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* What two threads write, the slower one would have the last word on. */
static void
let_threads_end (TwDocument *self)
{
  while (self->saving || self->drafting)
    g_main_context_iteration (NULL, TRUE);
}

void
tw_document_save_as_async (TwDocument *self, GFile *file, GAsyncReadyCallback callback,
                           gpointer data)
{
  let_threads_end (self);
  write_to (self, file, NULL, g_task_new (self, NULL, callback, data));
}

gboolean
tw_document_save_copy (TwDocument *self, GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = tw_plan_to_bytes (tw_document_plan (self));

  return tw_file_replace (file, bytes, NULL, NULL, error);
}

static gboolean
save_cb (gpointer data)
{
  TwDocument *self = data;

  self->save_timer = 0;
  tw_document_save_async (self, NULL, NULL);
  return G_SOURCE_REMOVE;
}

/* The draft within a second, the file two seconds after the last edit. */
static void
schedule_save (TwDocument *self)
{
  if (self->draft_timer == 0)
    self->draft_timer = g_timeout_add (DRAFT_DELAY, write_draft_cb, self);
  g_clear_handle_id (&self->save_timer, g_source_remove);
  if (self->file != NULL)
    self->save_timer = g_timeout_add (SAVE_DELAY, save_cb, self);
}

/* --- the file on disk --- */

static void
on_disk_changed_cb (GFileMonitor *monitor G_GNUC_UNUSED, GFile *file G_GNUC_UNUSED,
                    GFile *other G_GNUC_UNUSED, GFileMonitorEvent event, gpointer data)
{
  TwDocument *self = data;
  g_autofree char *etag = NULL;

  if (event != G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT && event != G_FILE_MONITOR_EVENT_RENAMED
      && event != G_FILE_MONITOR_EVENT_CREATED && event != G_FILE_MONITOR_EVENT_MOVED_IN)
    return;
  if (self->saving)
    return;
  etag = tw_file_etag (self->file);
  if (etag == NULL || g_strcmp0 (etag, self->etag) == 0)
    return;
  if (!tw_document_is_saved (self) || !tw_document_reload (self, NULL))
    enter_conflict (self);
}

static void
watch (TwDocument *self)
{
  g_clear_object (&self->monitor);
  self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect (self->monitor, "changed", G_CALLBACK (on_disk_changed_cb), self);
}

/* What is wrong with a file, as far as anybody reads it in a dialog. */
static void
set_faults (GError **error, TwPlanRead *read, const char *name)
{
  GString *lines = g_string_new (NULL);
  guint n = read->faults->len, left = n > FAULTS_TOLD ? n - FAULTS_TOLD : 0;

  for (guint i = 0; i < n - left; i++)
    {
      g_autofree char *line = tw_fault_to_string (read->faults->pdata[i], name);

      g_string_append_printf (lines, "%s%s", i == 0 ? "" : "\n", line);
    }
  if (left > 0)
    g_string_append_printf (
        lines, g_dngettext (GETTEXT_PACKAGE, "\nand %u more", "\nand %u more", left), left);
  g_set_error_literal (error, TW_ERROR, TW_ERROR_INVALID, lines->str);
  g_string_free (lines, TRUE);
}

gboolean
tw_document_reload (TwDocument *self, GError **error)
{
  g_autoptr (TwPlanRead) read = tw_plan_read_file (self->file);

  if (read->plan == NULL)
    {
      g_autofree char *path = g_file_get_parse_name (self->file);

      set_faults (error, read, path);
      return FALSE;
    }
  self->in_conflict = FALSE;
  g_free (self->etag);
  self->etag = g_strdup (read->etag);
  g_clear_pointer (&self->on_disk, tw_plan_unref);
  self->on_disk = tw_plan_ref (read->plan);
  self->read_only = read->read_only;
  if (!tw_record_equal (read->plan, tw_document_plan (self)))
    {
      gboolean read_only = self->read_only;

      self->read_only = FALSE;
      tw_document_edit (self, tw_plan_ref (read->plan), _ ("Reload"), NULL, NULL);
      self->read_only = read_only;
    }
  emit_state (self);
  return TRUE;
}

/* --- the object --- */

static void
tw_document_finalize (GObject *object)
{
  TwDocument *self = TW_DOCUMENT (object);

  g_clear_handle_id (&self->save_timer, g_source_remove);
  g_clear_handle_id (&self->draft_timer, g_source_remove);
  g_clear_handle_id (&self->retry_timer, g_source_remove);
  let_go_of_draft (self);
  g_clear_object (&self->monitor);
  g_clear_object (&self->file);
  g_free (self->etag);
  g_free (self->draft);
  g_clear_pointer (&self->on_disk, tw_plan_unref);
  g_clear_pointer (&self->drafted, tw_plan_unref);
  tw_playbook_unref (self->playbook);
  tw_schedule_unref (self->schedule);
  tw_history_free (self->history);
  G_OBJECT_CLASS (tw_document_parent_class)->finalize (object);
}

static void
tw_document_class_init (TwDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tw_document_finalize;

  signals[CHANGED] = g_signal_new ("changed", TW_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
  signals[STATE] = g_signal_new ("state", TW_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[SAVE_FAILED] = g_signal_new ("save-failed", TW_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[CONFLICT] = g_signal_new ("conflict", TW_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
}

static void
tw_document_init (TwDocument *self)
{
  self->draft_lock = -1;
}

static TwDocument *
document_new (TwPlan *plan, GError **error)
{
  g_autoptr (TwSchedule) schedule = tw_schedule_new (plan, error);
  TwDocument *self;

  if (schedule == NULL)
    return NULL;
  self = g_object_new (TW_TYPE_DOCUMENT, NULL);
  self->history = tw_history_new (plan);
  self->schedule = g_steal_pointer (&schedule);
  self->playbook = tw_playbook_find (plan->playbook);
  if (self->playbook == NULL)
    self->playbook = tw_record_ref (tw_playbook_builtin ());
  return self;
}

TwDocument *
tw_document_new (TwPlan *plan, GError **error)
{
  g_autoptr (TwPlan) sound = tw_edit_if_sound (tw_plan_ref (plan), error);
  TwDocument *self = sound != NULL ? document_new (sound, error) : NULL;

  if (self != NULL)
    write_draft_cb (self);
  return self;
}

static TwPlanRead *
read_or_fail (GFile *file, GError **error)
{
  g_autoptr (TwPlanRead) read = tw_plan_read_file (file);
  g_autofree char *name = g_file_get_parse_name (file);

  if (read->plan != NULL)
    return g_steal_pointer (&read);
  set_faults (error, read, name);
  return NULL;
}

/* Takes up what an earlier run didn't get to save of this very file: as an edit that Undo takes
 * away. */
static void
recover (TwDocument *self)
{
  g_autofree char *draft = tw_draft_find (self->file, self->etag);
  int lock = draft != NULL ? tw_draft_lock (draft) : -1;
  g_autoptr (GFile) file = NULL;
  g_autoptr (TwPlanRead) read = NULL;

  if (lock < 0)
    return;
  file = g_file_new_for_path (draft);
  read = tw_plan_read_file (file);
  if (read->plan == NULL)
    {
      close (lock);
      return;
    }
  self->draft = g_steal_pointer (&draft);
  self->draft_lock = lock;
  self->drafted = tw_plan_ref (read->plan);
  tw_document_edit (self, tw_plan_ref (read->plan), _ ("Unsaved Edits"), NULL, NULL);
}

TwDocument *
tw_document_open (GFile *file, GError **error)
{
  g_autoptr (TwPlanRead) read = read_or_fail (file, error);
  TwDocument *self;

  if (read == NULL || (self = document_new (read->plan, error)) == NULL)
    return NULL;
  self->file = g_object_ref (file);
  self->etag = g_strdup (read->etag);
  self->on_disk = tw_plan_ref (read->plan);
  self->read_only = read->read_only;
  watch (self);
  if (!self->read_only)
    recover (self);
  return self;
}

TwDocument *
tw_document_open_draft (const char *draft, GError **error)
{
  g_autofree char *etag = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (draft);
  g_autoptr (GFile) origin = tw_draft_origin (draft, &etag);
  g_autofree char *now = origin != NULL ? tw_file_etag (origin) : NULL;
  g_autoptr (TwPlanRead) read = NULL;
  TwDocument *self;
  int lock;

  if (now != NULL && g_strcmp0 (etag, now) == 0)
    return tw_document_open (origin, error);
  lock = tw_draft_lock (draft);
  if (lock < 0)
    {
      g_set_error (error, TW_ERROR, TW_ERROR_FAILED, _ ("The draft is open in another window"));
      return NULL;
    }
  read = read_or_fail (file, error);
  if (read == NULL || (self = document_new (read->plan, error)) == NULL)
    {
      close (lock);
      return NULL;
    }
  self->draft = g_strdup (draft);
  self->draft_lock = lock;
  self->drafted = tw_plan_ref (read->plan);
  return self;
}

TwPlan *
tw_document_plan (TwDocument *self)
{
  return tw_history_plan (self->history);
}

TwSchedule *
tw_document_schedule (TwDocument *self)
{
  return self->schedule;
}

TwPlaybook *
tw_document_playbook (TwDocument *self)
{
  return self->playbook;
}

GFile *
tw_document_file (TwDocument *self)
{
  return self->file;
}

gboolean
tw_document_read_only (TwDocument *self)
{
  return self->read_only;
}

gboolean
tw_document_in_conflict (TwDocument *self)
{
  return self->in_conflict;
}

gboolean
tw_document_is_saved (TwDocument *self)
{
  return self->on_disk != NULL
         && (self->on_disk == tw_document_plan (self)
             || tw_record_equal (self->on_disk, tw_document_plan (self)));
}

/* After the current plan became another one, whose schedule is at hand. Takes over schedule. */
static void
now_is (TwDocument *self, TwPlan *old, TwSchedule *schedule)
{
  tw_schedule_unref (self->schedule);
  self->schedule = schedule;
  g_signal_emit (self, signals[CHANGED], 0, old, tw_document_plan (self));
  schedule_save (self);
  emit_state (self);
}

gboolean
tw_document_edit (TwDocument *self, TwPlan *plan, const char *label, const char *merge_key,
                  GError **error)
{
  g_autoptr (TwPlan) edited = plan;
  g_autoptr (TwPlan) old = tw_plan_ref (tw_document_plan (self));
  TwSchedule *schedule;

  if (edited == NULL)
    return FALSE;
  if (edited == old)
    return TRUE;
  if (self->read_only)
    {
      g_set_error (error, TW_ERROR, TW_ERROR_REFUSED,
                   _ ("This plan was written by a newer version and can only be read"));
      return FALSE;
    }
  schedule = tw_schedule_new (edited, error);
  if (schedule == NULL)
    return FALSE;
  /* A file that can't be opened again is a lost plan. */
  edited = tw_edit_if_sound (g_steal_pointer (&edited), error);
  if (edited == NULL)
    {
      tw_schedule_unref (schedule);
      return FALSE;
    }
  tw_history_push (self->history, edited, label, merge_key);
  if (tw_document_plan (self) != edited)
    {
      tw_schedule_unref (schedule);
      schedule = tw_schedule_new (tw_document_plan (self), NULL);
    }
  now_is (self, old, schedule);
  return TRUE;
}

void
tw_document_seal (TwDocument *self)
{
  tw_history_seal (self->history);
}

static void
step (TwDocument *self, gboolean (*go) (TwHistory *history))
{
  g_autoptr (TwPlan) old = tw_plan_ref (tw_document_plan (self));

  /* Every plan of the history was scheduled when it came in. */
  if (go (self->history))
    now_is (self, old, tw_schedule_new (tw_document_plan (self), NULL));
}

void
tw_document_undo (TwDocument *self)
{
  step (self, tw_history_undo);
}

void
tw_document_redo (TwDocument *self)
{
  step (self, tw_history_redo);
}

const char *
tw_document_undo_label (TwDocument *self)
{
  return tw_history_undo_label (self->history);
}

const char *
tw_document_redo_label (TwDocument *self)
{
  return tw_history_redo_label (self->history);
}

gboolean
tw_document_close (TwDocument *self, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  gboolean written = TRUE, stays;

  let_threads_end (self);
  stays = self->file == NULL || self->in_conflict;
  g_clear_handle_id (&self->save_timer, g_source_remove);
  g_clear_handle_id (&self->draft_timer, g_source_remove);
  if (stays)
    {
      g_autoptr (GFile) draft = NULL;

      if (self->draft == NULL)
        begin_draft (self);
      draft = g_file_new_for_path (self->draft);
      bytes = tw_plan_to_bytes (tw_document_plan (self));
      written = tw_file_replace (draft, bytes, NULL, NULL, error);
    }
  else if (!self->read_only && !tw_document_is_saved (self))
    {
      bytes = tw_plan_to_bytes (tw_document_plan (self));
      written = tw_file_replace (self->file, bytes, self->etag, NULL, error);
    }
  if (!written)
    schedule_save (self);
  else if (!stays)
    end_draft (self);
  return written;
}
