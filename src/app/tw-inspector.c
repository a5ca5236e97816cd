/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tw-edit.h"
#include "tw-field-row.h"
#include "tw-inspector.h"
#include "tw-nodes.h"
#include "tw-page.h"
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
  GtkWidget *widget, *content;
  char **shown; /* the ids whose rows stand here */
  const TwRecordType *type;
  char *stands; /* what the rows depend on beside the records: where it stands, how many KPIs */
  GPtrArray *phases; /* TwChoice, of the drop-down */
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

/* The type of what is called id among nodes and approaches; NULL if there is none. */
static const TwRecordType *
type_of (Inspector *self, const char *id)
{
  int number = tw_index_find (index_of (self), id);

  if (number >= 0)
    return ((TwRecord *) tw_index_node (index_of (self), (guint) number)->record)->type;
  if (tw_index_recurring (index_of (self), id, NULL) != NULL)
    return &tw_recurring_type;
  return tw_list_find (plan_of (self)->approaches, id, NULL) != NULL ? &tw_approach_type : NULL;
}

/* --- the phase that activities stand in --- */

static void
phase_cb (GtkDropDown *down, GParamSpec *pspec G_GNUC_UNUSED, gpointer data)
{
  Inspector *self = data;
  guint at = gtk_drop_down_get_selected (down);

  if (at < self->phases->len)
    tw_nodes_to_phase (self->state, GTK_WIDGET (down), (const char *const *) self->shown,
                       ((TwChoice *) self->phases->pdata[at])->id);
}

static GtkWidget *
phase_row_new (Inspector *self)
{
  GtkWidget *row = adw_action_row_new (), *down;
  GtkStringList *names = gtk_string_list_new (NULL);
  TwIndex *index = index_of (self);
  int number = tw_index_find (index, self->shown[0]);
  TwNode *phase = tw_index_node (index, (guint) tw_index_node (index, (guint) number)->parent);
  guint selected;

  g_clear_pointer (&self->phases, g_ptr_array_unref);
  self->phases = tw_nodes_phases (self->state);
  selected = (guint) tw_choices_find (self->phases, phase->id);
  /* Of its own the name is enough. */
  for (guint i = 0; i < self->phases->len; i++)
    gtk_string_list_append (names, i == selected ? tw_record_name (phase->record)
                                                 : ((TwChoice *) self->phases->pdata[i])->name);
  down = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (down), selected);
  g_signal_connect (down, "notify::selected", G_CALLBACK (phase_cb), self);
  gtk_widget_set_valign (down, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (down, "tw-choice");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Phase"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (down), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Phase"),
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), down);
  return row;
}

/* --- what is shown --- */

static void
add (Inspector *self, const TwRecordType *type, const char *id, const char *const *members)
{
  const char *const one[] = { id, NULL };

  tw_field_rows_add (self->content, self->state, type,
                     id != NULL ? one : (const char *const *) self->shown, members);
}

static void
add_kpi_cb (GtkButton *button, gpointer data)
{
  Inspector *self = data;
  GError *error = NULL;
  TwPlan *plan = tw_edit_add (plan_of (self), &tw_kpi_type, self->shown[0], G_MAXUINT,
                              _ ("New KPI"), NULL, &error);

  tw_view_state_edit (self->state, button, plan, error, NULL, "%s", C_ ("undo step", "Add a KPI"));
}

static void
remove_kpi_cb (GtkButton *button, gpointer data)
{
  Inspector *self = data;
  const char *id = g_object_get_data (G_OBJECT (button), "tw-id");
  GError *error = NULL;
  TwPlan *plan = tw_edit_delete (plan_of (self), &tw_kpi_type, id, NULL, &error);

  tw_view_state_edit (self->state, button, plan, error, NULL, "%s",
                      C_ ("undo step", "Remove a KPI"));
}

static GtkWidget *
kpi_button_new (Inspector *self, const char *icon, const char *tip, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  tw_set_tooltip (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

/* A heading with a button at its end. */
static void
add_heading (Inspector *self, const char *text, GtkWidget *button)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = tw_label_new (text, "heading");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), button);
  gtk_box_append (GTK_BOX (self->content), head);
}

static void
show_kpis (Inspector *self, TwApproach *approach)
{
  TW_FOREACH (TwKpi, kpi, approach->kpis)
    {
      g_autofree char *tip = g_strdup_printf (_ ("Remove “%s”"), kpi->name);
      GtkWidget *button
          = kpi_button_new (self, "user-trash-symbolic", tip, G_CALLBACK (remove_kpi_cb));

      g_object_set_data_full (G_OBJECT (button), "tw-id", g_strdup (kpi->id), g_free);
      add_heading (self, kpi->name, button);
      add (self, &tw_kpi_type, kpi->id, kpi_members);
    }
  add_heading (self, _ ("KPIs"),
               kpi_button_new (self, "list-add-symbolic", _ ("Add KPI"), G_CALLBACK (add_kpi_cb)));
}

static void
show_records (Inspector *self)
{
  const char *id = self->shown[0];

  if (self->type == &tw_activity_type)
    {
      add (self, self->type, NULL, self->shown[1] != NULL ? shared_members : activity_members);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (gtk_widget_get_first_child (self->content)),
                                 phase_row_new (self));
    }
  else if (self->type == &tw_phase_type)
    add (self, self->type, NULL, phase_members);
  else if (self->type == &tw_motion_type)
    {
      add (self, self->type, NULL, motion_members);
      if (tw_list_n (plan_of (self)->motions) > 1)
        add (self, &tw_handover_type, id, handover_members);
    }
  else if (self->type == &tw_recurring_type)
    add (self, self->type, NULL, recurring_members);
  else
    {
      add (self, self->type, NULL, approach_members);
      show_kpis (self, tw_list_find (plan_of (self)->approaches, id, NULL));
    }
}

static void
show_sentence (Inspector *self, const char *text)
{
  GtkWidget *label = tw_label_new (text, "tw-secondary");

  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_box_append (GTK_BOX (self->content), label);
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
standing (Inspector *self, const char *id)
{
  int number = id != NULL ? tw_index_find (index_of (self), id) : -1;
  TwNode *node = number >= 0 ? tw_index_node (index_of (self), (guint) number) : NULL;
  TwApproach *approach = id != NULL ? tw_list_find (plan_of (self)->approaches, id, NULL) : NULL;

  if (node != NULL && node->kind == TW_KIND_ACTIVITY)
    return g_strdup (tw_index_node (index_of (self), (guint) node->parent)->id);
  return g_strdup_printf ("%u", approach != NULL ? tw_list_n (approach->kpis) : 0);
}

static void
refresh (GtkWidget *widget)
{
  Inspector *self = g_object_get_data (G_OBJECT (widget), "tw-inspector");
  const char *const *ids = tw_view_state_selection (self->state);
  const TwRecordType *type = common_type (self, ids);
  guint n = g_strv_length ((char **) ids);
  g_autofree char *stands = standing (self, ids[0]);

  /* The same again: its rows follow by themselves, with the focus in them. */
  if (type != NULL && type == self->type && g_strv_equal (ids, (const char *const *) self->shown)
      && g_strcmp0 (stands, self->stands) == 0)
    return;
  g_free (self->stands);
  self->stands = g_steal_pointer (&stands);
  tw_clear_children (self->content);
  g_strfreev (self->shown);
  self->shown = g_strdupv ((char **) ids);
  self->type = type;
  if (type == NULL)
    {
      show_sentence (self, n > 1 ? _ ("Several different things are selected")
                                 : _ ("Choose an activity"));
      return;
    }
  show_records (self);
  if (n > 1)
    {
      g_autofree char *text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u activity: what is changed here changes in it",
                       "%u activities: what is changed here changes in all of them", n),
          n);

      show_sentence (self, text);
    }
}

static void
inspector_free (gpointer data)
{
  Inspector *self = data;

  g_clear_pointer (&self->phases, g_ptr_array_unref);
  g_strfreev (self->shown);
  g_free (self->stands);
  g_free (self);
}

GtkWidget *
tw_inspector_new (TwViewState *state)
{
  Inspector *self = g_new0 (Inspector, 1);

  self->state = state;
  self->widget = tw_column_new (332, &self->content);
  gtk_widget_add_css_class (self->widget, "tw-pane");
  gtk_widget_add_css_class (self->widget, "tw-inspector");
  g_object_set_data_full (G_OBJECT (self->widget), "tw-inspector", self, inspector_free);
  tw_page_follow (self->widget, state, refresh);
  return self->widget;
}
