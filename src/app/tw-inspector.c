/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tw-drop-down.h"
#include "tw-edit.h"
#include "tw-field-row.h"
#include "tw-inspector.h"
#include "tw-nodes.h"
#include "tw-page.h"
#include "tw-readings.h"
#include "tw-tokens.h"

/* What each type of record shows, in the order of the pane: NULL between groups, two at the end. */
static const char *const activity_members[]
    = { "name",           "customer_name", "owner",        "roles",    NULL,
        "status",         "reason",        "progress",     NULL,       "days",
        "after",          "start",         "started",      "finished", NULL,
        "approach",       "workloads",     "deliverables", "internal", "notes",
        "internal_notes", "checklist",     NULL,           NULL };
static const char *const shared_members[]
    = { "owner", "roles", NULL,       "status",    "reason",   NULL, "days",
        "start", NULL,    "approach", "workloads", "internal", NULL, NULL };
static const char *const phase_members[]
    = { "name",  "customer_name",  NULL,   "after", "start", "days",
        "notes", "internal_notes", "exit", NULL,    NULL };
static const char *const motion_members[]
    = { "name", "customer_name", NULL, "after", "start", "notes", "internal_notes", NULL, NULL };
static const char *const handover_members[] = { "ready", "notes", NULL, NULL };
static const char *const recurring_members[]
    = { "name",  "customer_name", "owner", "roles",    NULL,    "every",          "first", "from",
        "until", "health",        "done",  "internal", "notes", "internal_notes", NULL,    NULL };
static const char *const approach_members[]
    = { "name", "customer_name", "workloads", "internal_notes", NULL, NULL };
static const char *const kpi_members[]
    = { "name", "workload", "green_above", "yellow_above", NULL, NULL };

typedef struct
{
  TwViewState *state;
  GtkWidget *widget, *rows, *sentence;
  char **shown;     /* the ids whose rows stand here */
  char *standing;   /* what the rows depend on beside the ids */
  GtkWidget *phase; /* the drop-down */
  char *to_kpi;     /* the id of the one that was added, "" if one was removed: there the keyboard
                     * goes on */
  GPtrArray *kpis;  /* the headings of an approach's */
} Inspector;

static TwPlan *
plan_of (Inspector *self)
{
  return tw_document_plan (tw_view_state_document (self->state));
}

static TwIndex *
index_of (Inspector *self)
{
  return tw_schedule_index (tw_document_schedule (tw_view_state_document (self->state)));
}

static TwApproach *
approach_of (Inspector *self, const char *id)
{
  return tw_list_find (plan_of (self)->approaches, id, NULL);
}

/* The type of what is called id among nodes and approaches; NULL if there is none. */
static const TwRecordType *
type_of (Inspector *self, const char *id)
{
  int number = tw_index_find (index_of (self), id);

  if (number >= 0)
    return ((TwRecord *) tw_index_node (index_of (self), (guint) number)->record)->type;
  if (tw_index_recurring (index_of (self), id, NULL) != NULL)
    return &tw_recurring_type;
  return approach_of (self, id) != NULL ? &tw_approach_type : NULL;
}

/* --- the phase that activities stand in --- */

static void show_phase (Inspector *self);

static void
phase_cb (TwChoice *choice, guint at G_GNUC_UNUSED, gpointer data)
{
  Inspector *self = data;

  tw_nodes_to_phase (self->state, self->phase, (const char *const *) self->shown, choice->id);
  show_phase (self); /* what wasn't taken goes */
}

static GtkWidget *
phase_row_new (Inspector *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->phase = tw_drop_down_new (phase_cb, self);
  gtk_widget_set_valign (self->phase, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Phase"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->phase), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Phase"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->phase);
  return row;
}

static TwNode *
phase_of (Inspector *self, const char *id)
{
  TwIndex *index = index_of (self);

  return tw_index_node (index,
                        (guint) tw_index_node (index, (guint) tw_index_find (index, id))->parent);
}

/* Of the one that they stand in the name is enough. */
static void
show_phase (Inspector *self)
{
  g_autoptr (GPtrArray) phases = tw_nodes_phases (self->state);
  TwNode *phase = phase_of (self, self->shown[0]);
  int at = tw_choices_find (phases, phase->id);
  TwChoice *own = phases->pdata[at];

  g_free (own->name);
  own->name = g_strdup (tw_record_name (phase->record));
  for (char **id = self->shown + 1; *id != NULL; id++)
    if (phase_of (self, *id) != phase)
      at = -1;
  tw_drop_down_show (self->phase, phases, at);
}

/* --- what is shown --- */

static void
add (Inspector *self, const TwRecordType *type, const char *id, const char *const *members)
{
  const char *const one[] = { id, NULL };

  tw_field_rows_add (self->rows, self->state, type,
                     id != NULL ? one : (const char *const *) self->shown, members);
}

static void
add_kpi_cb (GtkButton *button, gpointer data)
{
  Inspector *self = data;
  char *id = NULL;
  GError *error = NULL;
  TwPlan *plan = tw_edit_add (plan_of (self), &tw_kpi_type, self->shown[0], G_MAXUINT,
                              _ ("New KPI"), &id, &error);

  g_free (self->to_kpi);
  self->to_kpi = g_strdup (id);
  tw_view_state_edit (self->state, button, plan, error, NULL, "%s", C_ ("undo step", "Add a KPI"));
  g_clear_pointer (&id, g_ref_string_release);
}

static void
remove_kpi_cb (GtkButton *button, gpointer data)
{
  Inspector *self = data;
  const char *id = g_object_get_data (G_OBJECT (button), "tw-id");
  GError *error = NULL;
  TwPlan *plan = tw_edit_delete (plan_of (self), &tw_kpi_type, id, NULL, &error);

  g_free (self->to_kpi);
  self->to_kpi = g_strdup ("");
  tw_view_state_edit (self->state, button, plan, error, NULL, "%s",
                      C_ ("undo step", "Remove a KPI"));
}

static GtkWidget *
kpi_button_new (Inspector *self, const char *icon, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

/* A heading with a button at its end. */
static GtkWidget *
add_heading (Inspector *self, const char *text, GtkWidget *button)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = tw_label_new (text, "heading");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), button);
  gtk_box_append (GTK_BOX (self->rows), head);
  return label;
}

/* The heading of a KPI, and what its button is for. */
static void
name_kpi (GtkWidget *heading, const char *name)
{
  GtkWidget *button = gtk_widget_get_next_sibling (heading);
  g_autofree char *tip = g_strdup_printf (_ ("Remove “%s”"), name);

  gtk_label_set_text (GTK_LABEL (heading), name);
  tw_set_tooltip (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
}

/* Their names; all else follows by itself. */
static void
show_kpis (Inspector *self, TwApproach *approach)
{
  for (guint i = 0; i < self->kpis->len; i++)
    name_kpi (self->kpis->pdata[i], ((TwKpi *) approach->kpis->items[i])->name);
}

static void
add_kpis (Inspector *self, TwApproach *approach)
{
  GtkWidget *add_button = kpi_button_new (self, "list-add-symbolic", G_CALLBACK (add_kpi_cb));

  g_ptr_array_set_size (self->kpis, 0);
  tw_set_tooltip (add_button, _ ("Add KPI"));
  add_heading (self, _ ("KPIs"), add_button);
  TW_FOREACH (TwKpi, kpi, approach->kpis)
    {
      GtkWidget *button = kpi_button_new (self, "user-trash-symbolic", G_CALLBACK (remove_kpi_cb));

      g_object_set_data_full (G_OBJECT (button), "tw-id", g_strdup (kpi->id), g_free);
      g_ptr_array_add (self->kpis, add_heading (self, kpi->name, button));
      add (self, &tw_kpi_type, kpi->id, kpi_members);
      if (g_strcmp0 (kpi->id, self->to_kpi) == 0)
        {
          gtk_widget_child_focus (gtk_widget_get_last_child (self->rows), GTK_DIR_TAB_FORWARD);
          tw_keep_in_sight (gtk_widget_get_last_child (self->rows));
        }
      gtk_box_append (GTK_BOX (self->rows), tw_readings_new (self->state, &tw_kpi_type, kpi->id));
    }
  g_clear_pointer (&self->to_kpi, g_free);
}

static void
add_records (Inspector *self, const TwRecordType *type)
{
  if (type == &tw_activity_type)
    {
      add (self, type, NULL, self->shown[1] != NULL ? shared_members : activity_members);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (gtk_widget_get_first_child (self->rows)),
                                 phase_row_new (self));
    }
  else if (type == &tw_phase_type)
    add (self, type, NULL, phase_members);
  else if (type == &tw_motion_type)
    {
      add (self, type, NULL, motion_members);
      if (tw_list_n (plan_of (self)->motions) > 1)
        add (self, &tw_handover_type, NULL, handover_members);
    }
  else if (type == &tw_recurring_type)
    add (self, type, NULL, recurring_members);
  else
    {
      add (self, type, NULL, approach_members);
      add_kpis (self, approach_of (self, self->shown[0]));
    }
}

/* The type that all selected have in common, NULL if they differ or one is gone. */
static const TwRecordType *
common_type (Inspector *self, const char *const *ids)
{
  const TwRecordType *type = ids[0] != NULL ? type_of (self, ids[0]) : NULL;

  for (guint i = 1; type != NULL && ids[i] != NULL; i++)
    if (type_of (self, ids[i]) != type || type != &tw_activity_type)
      return NULL;
  return type;
}

/* Other rows are needed when this differs. */
static char *
standing_of (Inspector *self, const TwRecordType *type, const char *const *ids)
{
  gboolean several = ids[0] != NULL && ids[1] != NULL;
  GString *standing = g_string_new (type != NULL ? type->name : "");

  g_string_append_printf (standing, " %d %d", several, tw_list_n (plan_of (self)->motions) > 1);
  if (type == &tw_approach_type)
    TW_FOREACH (TwKpi, kpi, approach_of (self, ids[0])->kpis)
      g_string_append_printf (standing, " %s", kpi->id);
  return g_string_free (standing, FALSE);
}

/* What is said below the rows, or in their place. */
static void
show_sentence (Inspector *self, const TwRecordType *type)
{
  guint n = g_strv_length (self->shown);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u activity: what is changed here changes in it",
                   "%u activities: what is changed here changes in all of them", n),
      n);

  gtk_label_set_text (GTK_LABEL (self->sentence), type != NULL ? text
                                                  : n > 1
                                                      ? _ ("Several different things are selected")
                                                      : _ ("Choose an activity"));
  gtk_widget_set_visible (self->sentence, type == NULL || n > 1);
}

/* Rows stay while there are others of the same kind to be shown, and follow by themselves. */
static void
refresh (GtkWidget *widget)
{
  Inspector *self = g_object_get_data (G_OBJECT (widget), "tw-inspector");
  const char *const *ids = tw_view_state_selection (self->state);
  const TwRecordType *type = common_type (self, ids);
  g_autofree char *standing = standing_of (self, type, ids);
  gboolean same = g_strv_equal (ids, (const char *const *) self->shown);

  if (!same)
    {
      g_strfreev (self->shown);
      self->shown = g_strdupv ((char **) ids);
    }
  if (g_strcmp0 (standing, self->standing) != 0)
    {
      g_free (self->standing);
      self->standing = g_steal_pointer (&standing);
      tw_clear_children (self->rows);
      if (type != NULL)
        add_records (self, type);
    }
  else if (!same)
    tw_field_rows_set_ids (self->rows, (const char *const *) self->shown);
  if (type == &tw_activity_type)
    show_phase (self);
  else if (type == &tw_approach_type)
    show_kpis (self, approach_of (self, self->shown[0]));
  show_sentence (self, type);
}

static void
inspector_free (gpointer data)
{
  Inspector *self = data;

  g_ptr_array_unref (self->kpis);
  g_strfreev (self->shown);
  g_free (self->standing);
  g_free (self->to_kpi);
  g_free (self);
}

GtkWidget *
tw_inspector_new (TwViewState *state)
{
  Inspector *self = g_new0 (Inspector, 1);
  GtkWidget *content;

  self->state = state;
  self->shown = g_new0 (char *, 1);
  self->kpis = g_ptr_array_new ();
  self->widget = tw_column_new (332, &content);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->sentence = tw_label_new ("", "tw-secondary");
  gtk_label_set_xalign (GTK_LABEL (self->sentence), 0.5);
  gtk_box_append (GTK_BOX (content), self->rows);
  gtk_box_append (GTK_BOX (content), self->sentence);
  gtk_widget_add_css_class (self->widget, "tw-pane");
  gtk_widget_add_css_class (self->widget, "tw-inspector");
  g_object_set_data_full (G_OBJECT (self->widget), "tw-inspector", self, inspector_free);
  tw_page_follow (self->widget, state, refresh);
  return self->widget;
}
