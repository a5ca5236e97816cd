/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tw-date-entry.h"
#include "tw-edit-plan.h"
#include "tw-move-dialog.h"
#include "tw-page.h"
#include "tw-plan-dialog.h"
#include "tw-preview.h"
#include "tw-tokens.h"

typedef struct
{
  TwViewState *state;
  GtkWidget *window, *accept, *preview, *lines;
  GtkWidget *gate, *to; /* what moves, and where to */
  GtkWidget *customer;  /* of a copy; NULL: the plan itself moves */
  GPtrArray *gates;     /* TwChoice; the first, without an id, is the kick-off */
  TwPlan *plan;         /* what comes of it, or NULL */
  TwNewPlanFunc made;   /* of a copy */
  gpointer data;
} Dialog;

static TwSchedule *
schedule_of (Dialog *self)
{
  return tw_document_schedule (tw_view_state_document (self->state));
}

/* --- what comes of it --- */

static const char *
chosen_gate (Dialog *self)
{
  guint at = self->gate != NULL ? adw_combo_row_get_selected (ADW_COMBO_ROW (self->gate)) : 0;

  return at < self->gates->len ? ((TwChoice *) self->gates->pdata[at])->id : NULL;
}

/* Until a copy has a name, it is only shown. */
static gboolean
is_named (Dialog *self)
{
  return self->customer == NULL || *gtk_editable_get_text (GTK_EDITABLE (self->customer)) != '\0';
}

static TwPlan *
make_plan (Dialog *self, GError **error)
{
  TwDate to;

  if (!tw_date_entry_get (self->to, &to) || to == TW_DATE_NONE)
    {
      g_set_error_literal (error, TW_ERROR, TW_ERROR_REFUSED, _ ("The start needs a date"));
      return NULL;
    }
  if (self->customer == NULL)
    return tw_edit_move_plan (schedule_of (self), chosen_gate (self), to,
                              tw_view_state_today (self->state), error);
  return tw_edit_copy_for (tw_schedule_plan (schedule_of (self)),
                           is_named (self) ? gtk_editable_get_text (GTK_EDITABLE (self->customer))
                                           : _ ("Customer"),
                           to, error);
}

/* "Pilot moves from 3 to 17 March", and so on. */
static void
show_lines (Dialog *self, TwSchedule *after)
{
  g_auto (GStrv) lines = tw_edit_describe_move (schedule_of (self), after);

  for (char **line = lines; *line != NULL; line++)
    gtk_box_append (GTK_BOX (self->lines), tw_label_new (*line, NULL));
  if (lines[0] == NULL)
    gtk_box_append (GTK_BOX (self->lines), tw_label_new (_ ("Nothing moves"), "tw-secondary"));
}

static void
refresh (Dialog *self)
{
  TwFacts *now = tw_view_state_facts (self->state);
  g_autoptr (TwSchedule) after = NULL;
  g_autoptr (TwFacts) facts = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->plan, tw_plan_unref);
  self->plan = make_plan (self, &error);
  after = self->plan != NULL ? tw_schedule_new (self->plan, &error) : NULL;
  if (after != NULL)
    facts = tw_facts_new (after, tw_facts_playbook (now), tw_facts_today (now), NULL);
  tw_clear_children (self->lines);
  if (after != NULL && self->customer == NULL)
    show_lines (self, after);
  tw_preview_show (self->preview, facts, facts != NULL && self->customer == NULL ? now : NULL,
                   error != NULL ? error->message : NULL);
  gtk_widget_set_sensitive (self->accept, facts != NULL && is_named (self));
}

static void
changed_cb (GtkEditable *editable G_GNUC_UNUSED, gpointer data)
{
  refresh (data);
}

static void
date_cb (GtkWidget *entry G_GNUC_UNUSED, TwDate date G_GNUC_UNUSED, gpointer data)
{
  refresh (data);
}

/* The day of what is chosen is where it is moved from. */
static void
gate_cb (AdwComboRow *row G_GNUC_UNUSED, GParamSpec *pspec G_GNUC_UNUSED, gpointer data)
{
  Dialog *self = data;
  const char *gate = chosen_gate (self);
  const TwSpan *span = gate != NULL ? tw_schedule_find (schedule_of (self), gate) : NULL;

  tw_date_entry_set (self->to,
                     span != NULL ? span->start : tw_schedule_plan (schedule_of (self))->start);
  refresh (self);
}

static void
accept_cb (GtkButton *button, gpointer data)
{
  Dialog *self = data;

  refresh (self);
  if (!gtk_widget_get_sensitive (self->accept))
    return;
  if (self->customer != NULL)
    self->made (self->plan, self->data);
  else if (!tw_view_state_edit (self->state, button, tw_plan_ref (self->plan), NULL, NULL, "%s",
                                C_ ("undo step", "Move the Plan")))
    return;
  gtk_window_destroy (GTK_WINDOW (self->window));
}

/* --- the window --- */

/* The kick-off, and the motions and phases that haven't begun. */
static void
find_gates (Dialog *self)
{
  TwFacts *facts = tw_view_state_facts (self->state);
  TwIndex *index = tw_schedule_index (schedule_of (self));

  tw_choices_add (self->gates, NULL, _ ("All of the plan"), NULL);
  for (guint i = 0; i < tw_index_n_nodes (index); i++)
    {
      TwNode *node = tw_index_node (index, i);
      const char *name = tw_record_name (node->record);
      g_autofree char *full = NULL;

      if (node->kind == TW_KIND_ACTIVITY || !tw_edit_can_move_from (index, i)
          || tw_facts_node (facts, i)->state == TW_STATUS_IN_PROGRESS)
        continue;
      full = node->kind == TW_KIND_PHASE ? g_strdup_printf (
                 "%s – %s", tw_record_name (tw_index_node (index, (guint) node->parent)->record),
                 name)
                                         : g_strdup (name);
      tw_choices_add (self->gates, node->id, full, NULL);
    }
}

static GtkWidget *
gate_row_new (Dialog *self)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  find_gates (self);
  for (guint i = 0; i < self->gates->len; i++)
    gtk_string_list_append (names, ((TwChoice *) self->gates->pdata[i])->name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("What moves"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  g_signal_connect (row, "notify::selected", G_CALLBACK (gate_cb), self);
  return row;
}

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  g_clear_pointer (&self->plan, tw_plan_unref);
  g_ptr_array_unref (self->gates);
  g_free (self);
}

/* With a group that gets a row for the date; what else is asked comes before it. */
static Dialog *
dialog_new (GtkWindow *parent, TwViewState *state, const char *title, const char *accept,
            GtkWidget **group, GtkWidget **content)
{
  Dialog *self = g_new0 (Dialog, 1);

  self->state = state;
  self->gates = tw_choices_new ();
  self->window = tw_plan_dialog_new (parent, state, title, 960, content);
  self->accept = tw_plan_dialog_add_accept (self->window, accept, G_CALLBACK (accept_cb), self);
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->preview = tw_preview_new ();
  *group = adw_preferences_group_new ();
  gtk_box_append (GTK_BOX (*content), *group);
  tw_plan_dialog_add_foot (self->window, self->preview);
  g_object_set_data_full (G_OBJECT (self->window), "tw-dialog", self, dialog_free);
  return self;
}

static void
add_date (Dialog *self, GtkWidget *group, TwDate date)
{
  self->to = tw_date_entry_new (date, tw_view_state_today (self->state), date_cb, self, NULL);
  g_signal_connect (self->to, "changed", G_CALLBACK (changed_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             tw_suffix_row_new (_ ("New start"), self->to));
}

void
tw_move_dialog_show (GtkWindow *parent, TwViewState *state)
{
  GtkWidget *group, *content;
  Dialog *self
      = dialog_new (parent, state, _ ("Move Plan"), C_ ("move plan", "Move"), &group, &content);

  self->gate = gate_row_new (self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->gate);
  add_date (self, group, tw_schedule_plan (schedule_of (self))->start);
  gtk_box_append (GTK_BOX (content), self->lines);
  refresh (self);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_grab_focus (self->gate);
}

void
tw_copy_dialog_show (GtkWindow *parent, TwViewState *state, TwNewPlanFunc made, gpointer data)
{
  GtkWidget *group, *content;
  Dialog *self = dialog_new (parent, state, _ ("Copy for Another Customer"),
                             C_ ("copy of a plan", "Copy"), &group, &content);

  self->made = made;
  self->data = data;
  self->customer = tw_entry_row_new (_ ("Customer name"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->customer), TRUE);
  g_signal_connect (self->customer, "changed", G_CALLBACK (changed_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->customer);
  add_date (self, group,
            MAX (tw_schedule_plan (schedule_of (self))->start, tw_view_state_today (state)));
  gtk_box_append (GTK_BOX (content),
                  tw_label_new (_ ("Motions, approaches, workloads and adoption items come along. "
                                   "People, notes, readings, the journal, the register and what "
                                   "was done do not."),
                                "tw-secondary"));
  refresh (self);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_grab_focus (self->customer);
}
