/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>

#include "tw-settings.h"
#include "tw-view-state.h"

/* How long it is told what keys did. */
#define TELL_SECONDS 3

struct _TwViewState
{
  GObject parent_instance;

  TwDocument *document;
  TwFacts *facts; /* NULL: to be made */
  TwDate today;
  GStrv selection;      /* never NULL */
  const char *shown_on; /* the page that is to show something, interned; NULL: none */
  const TwRecordType *shown_type;
  char *shown;
  GHashTable *collapsed;
  gboolean critical, compares;
  char *baseline; /* id of the one chosen; NULL, or gone: the newest */
  TwFilter filter;
  TwTrial *moved; /* what keys did just now; NULL: nothing is told */
  guint telling;
  char *told;
};

enum
{
  CHANGED,
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TwViewState, tw_view_state, G_TYPE_OBJECT)

static void
tw_view_state_dispose (GObject *object)
{
  TwViewState *self = TW_VIEW_STATE (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_handle_id (&self->telling, g_source_remove);
  g_clear_pointer (&self->moved, tw_trial_unref);
  g_clear_pointer (&self->told, g_free);
  g_clear_pointer (&self->baseline, g_free);
  tw_filter_clear (&self->filter);
  g_clear_pointer (&self->facts, tw_facts_unref);
  g_clear_pointer (&self->collapsed, g_hash_table_unref);
  g_clear_pointer (&self->selection, g_strfreev);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (tw_view_state_parent_class)->dispose (object);
}

static void
tw_view_state_class_init (TwViewStateClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tw_view_state_dispose;
  signals[CHANGED] = g_signal_new ("changed", TW_TYPE_VIEW_STATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", TW_TYPE_VIEW_STATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
tw_view_state_init (TwViewState *self)
{
  self->collapsed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->selection = g_new0 (char *, 1);
  self->critical = self->compares = TRUE;
}

/* What was said of the old plan, day or baseline holds no more. */
static void
make_stale (TwViewState *self)
{
  g_clear_pointer (&self->facts, tw_facts_unref);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
plan_changed_cb (TwDocument *document G_GNUC_UNUSED, gpointer old G_GNUC_UNUSED, gpointer plan,
                 gpointer data)
{
  tw_filter_follow (&((TwViewState *) data)->filter, plan);
  make_stale (data);
}

/* What is done is closed at first, and what recurs: the work that is left fits the screen. */
static void
collapse_done (TwViewState *self)
{
  TwFacts *facts = tw_view_state_facts (self);
  TwIndex *index = tw_schedule_index (tw_facts_schedule (facts));

  g_hash_table_add (self->collapsed, g_strdup (TW_RECURRING_GROUP));
  for (guint i = 0; i < tw_index_n_nodes (index); i++)
    {
      TwNode *node = tw_index_node (index, i);

      if (node->kind != TW_KIND_ACTIVITY && tw_facts_node (facts, i)->state == TW_STATUS_DONE)
        g_hash_table_add (self->collapsed, g_strdup (node->id));
    }
}

/* --- what is remembered --- */

#define BASELINE "baseline"
#define NOTHING "-" /* no id is so */

static const char *const filter_names[TW_N_FILTERS]
    = { "owner", "side", "approach", "workload", "status", "open" };

static const char *
plan_id (TwViewState *self)
{
  return tw_document_plan (self->document)->id;
}

static void
recall (TwViewState *self)
{
  self->baseline = tw_settings_recall (plan_id (self), BASELINE);
  if (g_strcmp0 (self->baseline, NOTHING) == 0)
    {
      g_clear_pointer (&self->baseline, g_free);
      self->compares = FALSE;
    }
  for (guint i = 0; i < TW_N_FILTERS; i++)
    self->filter.by[i] = tw_settings_recall (plan_id (self), filter_names[i]);
  tw_filter_follow (&self->filter, tw_document_plan (self->document));
}

TwViewState *
tw_view_state_new (TwDocument *document, TwDate today)
{
  TwViewState *self = g_object_new (TW_TYPE_VIEW_STATE, NULL);

  self->document = g_object_ref (document);
  self->today = today;
  g_signal_connect (document, "changed", G_CALLBACK (plan_changed_cb), self);
  recall (self);
  collapse_done (self);
  return self;
}

TwDocument *
tw_view_state_document (TwViewState *self)
{
  return self->document;
}

TwFacts *
tw_view_state_facts (TwViewState *self)
{
  if (self->facts == NULL)
    self->facts = tw_facts_new (tw_document_schedule (self->document),
                                tw_document_playbook (self->document), self->today,
                                tw_view_state_baseline (self));
  return self->facts;
}

TwDate
tw_view_state_today (TwViewState *self)
{
  return self->today;
}

void
tw_view_state_set_today (TwViewState *self, TwDate today)
{
  if (today == self->today)
    return;
  self->today = today;
  make_stale (self);
}

const char *
tw_view_state_selected (TwViewState *self)
{
  return self->selection[0];
}

const char *const *
tw_view_state_selection (TwViewState *self)
{
  return (const char *const *) self->selection;
}

void
tw_view_state_select_all (TwViewState *self, const char *const *ids)
{
  char **copy;

  if (g_strv_equal (ids, tw_view_state_selection (self)))
    return;
  copy = g_strdupv ((char **) ids); /* ids may be of the selection */
  g_strfreev (self->selection);
  self->selection = copy;
  tw_document_seal (self->document);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
tw_view_state_select (TwViewState *self, const char *id)
{
  tw_view_state_select_all (self, (const char *[]){ id, NULL });
}

void
tw_view_state_show (TwViewState *self, const char *page, const TwRecordType *type, const char *id)
{
  char *copy = g_strdup (id);

  g_free (self->shown);
  self->shown = copy;
  self->shown_on = g_intern_string (page);
  self->shown_type = type;
  g_signal_emit (self, signals[CHANGED], 0);
}

const TwRecordType *
tw_view_state_take_shown (TwViewState *self, const char *page, char **id)
{
  if (g_strcmp0 (self->shown_on, page) != 0)
    return NULL;
  self->shown_on = NULL;
  *id = g_steal_pointer (&self->shown);
  return self->shown_type;
}

GHashTable *
tw_view_state_collapsed (TwViewState *self)
{
  return self->collapsed;
}

void
tw_view_state_toggle (TwViewState *self, const char *id)
{
  if (!g_hash_table_remove (self->collapsed, id))
    g_hash_table_add (self->collapsed, g_strdup (id));
  g_signal_emit (self, signals[CHANGED], 0);
}

void
tw_view_state_reveal (TwViewState *self, const char *id)
{
  TwIndex *index = tw_schedule_index (tw_document_schedule (self->document));
  int node = tw_index_find (index, id);

  tw_view_state_select (self, id);
  while (node >= 0 && (node = tw_index_node (index, (guint) node)->parent) >= 0)
    if (g_hash_table_contains (self->collapsed, tw_index_node (index, (guint) node)->id))
      tw_view_state_toggle (self, tw_index_node (index, (guint) node)->id);
}

gboolean
tw_view_state_critical (TwViewState *self)
{
  return self->critical;
}

void
tw_view_state_set_critical (TwViewState *self, gboolean critical)
{
  if (self->critical == critical)
    return;
  self->critical = critical;
  g_signal_emit (self, signals[CHANGED], 0);
}

TwBaseline *
tw_view_state_baseline (TwViewState *self)
{
  TwPlan *plan = tw_document_plan (self->document);
  TwBaseline *chosen = tw_plan_baseline (plan, self->baseline);

  if (!self->compares)
    return NULL;
  return chosen != NULL ? chosen : tw_plan_newest_baseline (plan);
}

gboolean
tw_view_state_compares (TwViewState *self)
{
  return self->compares;
}

void
tw_view_state_set_compares (TwViewState *self, gboolean compares)
{
  if (self->compares == compares)
    return;
  self->compares = compares;
  tw_settings_keep_view (plan_id (self), BASELINE, compares ? self->baseline : NOTHING);
  make_stale (self);
}

void
tw_view_state_set_baseline (TwViewState *self, const char *id)
{
  if (id != NULL && g_strcmp0 (id, self->baseline) != 0)
    {
      char *copy = g_strdup (id);

      g_free (self->baseline);
      self->baseline = copy;
      self->compares = FALSE; /* with the other one */
    }
  tw_view_state_set_compares (self, id != NULL);
}

/* --- the filter --- */

const TwFilter *
tw_view_state_filter (TwViewState *self)
{
  return &self->filter;
}

/* What is selected and isn't among what is to be seen would stay in view. */
static void
filter_selection (TwViewState *self)
{
  TwIndex *index = tw_schedule_index (tw_document_schedule (self->document));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; self->selection[i] != NULL; i++)
    {
      TwActivity *activity = tw_index_activity (index, self->selection[i]);

      if (activity == NULL
          || tw_filter_has_activity (&self->filter, tw_document_plan (self->document), activity))
        g_ptr_array_add (ids, self->selection[i]);
    }
  g_ptr_array_add (ids, NULL);
  tw_view_state_select_all (self, (const char *const *) ids->pdata);
}

static void
filter_changed (TwViewState *self)
{
  for (guint i = 0; i < TW_N_FILTERS; i++)
    tw_settings_keep_view (plan_id (self), filter_names[i], self->filter.by[i]);
  filter_selection (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
tw_view_state_set_filter (TwViewState *self, TwFilterBy by, const char *value)
{
  if (g_strcmp0 (self->filter.by[by], value) == 0)
    return;
  tw_filter_set (&self->filter, by, value);
  filter_changed (self);
}

void
tw_view_state_clear_filter (TwViewState *self)
{
  tw_filter_clear (&self->filter);
  filter_changed (self);
}

static gboolean
told_cb (gpointer data)
{
  TwViewState *self = data;

  self->telling = 0;
  g_clear_pointer (&self->moved, tw_trial_unref);
  g_signal_emit (self, signals[MOVED], 0);
  return G_SOURCE_REMOVE;
}

void
tw_view_state_tell_move (TwViewState *self, TwTrial *trial)
{
  g_clear_handle_id (&self->telling, g_source_remove);
  g_clear_pointer (&self->moved, tw_trial_unref);
  self->moved = tw_trial_ref (trial);
  self->telling = g_timeout_add_seconds (TELL_SECONDS, told_cb, self);
  g_free (self->told);
  self->told = tw_trial_words (trial, self->today);
  g_signal_emit (self, signals[MOVED], 0);
}

TwTrial *
tw_view_state_moved (TwViewState *self)
{
  return self->moved;
}

const char *
tw_view_state_told (TwViewState *self, const char *id)
{
  const char *first = self->moved != NULL
                          ? tw_index_node (tw_schedule_index (self->moved->before),
                                           g_array_index (self->moved->moved, guint, 0))
                                ->id
                          : NULL;

  return g_strcmp0 (first, id) == 0 ? self->told : NULL;
}

gboolean
tw_view_state_edit (TwViewState *self, gpointer widget, TwPlan *plan, GError *error,
                    const char *merge_key, const char *format, ...)
{
  g_autoptr (GError) refusal = error;
  g_autofree char *label = NULL;
  va_list arguments;

  va_start (arguments, format);
  label = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (tw_document_edit (self->document, plan, label, merge_key, refusal == NULL ? &refusal : NULL))
    return TRUE;
  if (refusal != NULL)
    gtk_widget_activate_action (widget, "win.tell", "s", refusal->message);
  return FALSE;
}
