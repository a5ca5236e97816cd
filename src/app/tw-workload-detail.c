/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tw-check.h"
#include "tw-edit.h"
#include "tw-field-row.h"
#include "tw-name.h"
#include "tw-page.h"
#include "tw-show.h"
#include "tw-slice-rows.h"
#include "tw-usage-view.h"
#include "tw-words.h"
#include "tw-workload-detail.h"
#include "tw-workloads.h"

typedef struct
{
  TwViewState *state;
  GtkWidget *widget, *content;
  GtkWidget *name, *callout, *callout_title, *callout_text;
  GtkWidget *parts, *parts_sum, *activities, *n_activities;
  char *id;     /* of the workload, NULL: none */
  char *slice;  /* of the part that is shown */
  char *stands; /* what the rows depend on */
} Detail;

static TwPlan *
plan_of (Detail *self)
{
  return tw_document_plan (tw_view_state_document (self->state));
}

static TwWorkload *
workload_of (Detail *self)
{
  return tw_list_find (plan_of (self)->workloads, self->id, NULL);
}

static void refresh (GtkWidget *widget);

/* --- title --- */

static void
renamed_cb (TwName *name, const char *text, gpointer data)
{
  Detail *self = data;
  GError *error = NULL;
  TwPlan *plan = tw_plan_set_by_id (plan_of (self), &tw_workload_type, self->id, "name",
                                    (TwValue){ .string = (char *) text }, &error);

  tw_view_state_edit (self->state, name, plan, error, NULL, C_ ("undo step", "Rename to “%s”"),
                      text);
}

void
tw_workload_detail_show_activities (GtkWidget *detail)
{
  Detail *self = g_object_get_data (G_OBJECT (detail), "tw-detail");

  gtk_widget_child_focus (self->activities, GTK_DIR_TAB_FORWARD);
}

void
tw_workload_detail_rename (GtkWidget *detail)
{
  Detail *self = g_object_get_data (G_OBJECT (detail), "tw-detail");

  if (self->name != NULL)
    tw_name_edit (TW_NAME (self->name));
}

static GtkWidget *
flat_button_new (const char *icon, const char *action, const char *tip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  tw_set_tooltip (button, tip);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
add_title (Detail *self)
{
  GtkWidget *head = tw_line_new (3);

  self->name = tw_name_new (TRUE, renamed_cb, self, NULL);
  gtk_widget_add_css_class (self->name, "title-4");
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_widget_set_valign (self->name, GTK_ALIGN_CENTER);
  tw_line_append (head, self->name);
  tw_line_append (head,
                  flat_button_new ("document-edit-symbolic", "workloads.rename", _ ("Rename")));
  tw_line_append (head, flat_button_new ("user-trash-symbolic", "workloads.remove", _ ("Remove…")));
  tw_line_append (head, flat_button_new ("window-close-symbolic", "workloads.pane", _ ("Close")));
  gtk_box_append (GTK_BOX (self->content), head);
}

/* --- what blocks it --- */

static void
add_callout (Detail *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *glyph;

  self->callout = tw_line_new (9);
  self->callout_title = tw_label_new ("", "tw-blocked");
  self->callout_text = tw_label_new ("", "tw-dense");
  glyph = tw_glyph_new (TW_GLYPH_BLOCKED);
  gtk_widget_set_valign (glyph, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->callout, "tw-callout");
  gtk_box_append (GTK_BOX (texts), self->callout_title);
  gtk_box_append (GTK_BOX (texts), self->callout_text);
  tw_line_append (self->callout, glyph);
  tw_line_append (self->callout, texts);
  gtk_box_append (GTK_BOX (self->content), self->callout);
}

static void
show_callout (Detail *self, TwWorkload *workload, TwSlice *slice)
{
  TwDate today = tw_view_state_today (self->state);
  g_autofree char *title = NULL;
  const char *text;

  gtk_widget_set_visible (self->callout, slice != NULL && slice->status == TW_SLICE_BLOCKED);
  if (slice == NULL || slice->status != TW_SLICE_BLOCKED)
    return;
  title = tw_words_slice_since (slice, today);
  text = slice->notes != NULL ? slice->notes : workload->notes;
  gtk_label_set_text (GTK_LABEL (self->callout_title), title);
  gtk_label_set_text (GTK_LABEL (self->callout_text), text != NULL ? text : "");
  gtk_widget_set_visible (self->callout_text, text != NULL);
}

/* --- parts --- */

static void
part_chosen_cb (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row, gpointer data)
{
  Detail *self = data;

  g_free (self->slice);
  self->slice = g_strdup (g_object_get_data (G_OBJECT (row), "tw-id"));
  refresh (self->widget);
}

static void
scroll_to_top (Detail *self)
{
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->widget)), 0);
}

static void
add_part_cb (GtkButton *button, gpointer data)
{
  Detail *self = data;
  GError *error = NULL;
  char *id = NULL;
  TwPlan *plan = tw_edit_add_slice (plan_of (self), self->id, NULL, &id, &error);

  if (tw_view_state_edit (self->state, button, plan, error, NULL, "%s",
                          C_ ("undo step", "Add a Part")))
    {
      g_free (self->slice);
      self->slice = g_strdup (id);
      refresh (self->widget);
      scroll_to_top (self);
    }
  g_clear_pointer (&id, g_ref_string_release);
}

static void
remove_part_cb (GtkButton *button, gpointer data)
{
  Detail *self = data;
  GError *error = NULL;
  TwPlan *plan = tw_edit_remove_slice (plan_of (self),
                                       g_object_get_data (G_OBJECT (button), "tw-id"), &error);

  tw_view_state_edit (self->state, button, plan, error, NULL, "%s",
                      C_ ("undo step", "Remove a Part"));
}

static GtkWidget *
part_row_new (Detail *self, TwSlice *slice, guint number)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *seats = slice->seats != TW_INT_NONE ? tw_words_seats (slice->seats) : NULL;
  g_autofree char *name
      = slice->name != NULL ? g_strdup (slice->name) : g_strdup_printf (_ ("Part %u"), number);
  g_autofree char *line = seats != NULL
                              ? g_strdup_printf (C_ ("part: seats, status", "%s · %s"), seats,
                                                 tw_words_slice_status (slice->status))
                              : g_strdup_printf (C_ ("part: status", "no seats given · %s"),
                                                 tw_words_slice_status (slice->status));

  gtk_widget_add_css_class (remove, "flat");
  tw_set_tooltip (remove, _ ("Remove this Part"));
  g_object_set_data_full (G_OBJECT (remove), "tw-id", g_strdup (slice->id), g_free);
  g_object_set_data_full (G_OBJECT (row), "tw-id", g_strdup (slice->id), g_free);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_part_cb), self);
  gtk_list_box_row_set_child (
      GTK_LIST_BOX_ROW (row),
      tw_row_new (tw_glyph_new (tw_glyph_for_slice (slice->status)), name, line, remove));
  return row;
}

static void
show_parts (Detail *self, TwWorkload *workload)
{
  g_autofree char *sum = tw_slice_rows_findings (self->state, workload, "seats-split", NULL);
  guint number = 0;

  tw_clear_children (self->parts);
  TW_FOREACH (TwSlice, slice, workload->slices)
    {
      GtkWidget *row = part_row_new (self, slice, ++number);

      gtk_list_box_append (GTK_LIST_BOX (self->parts), row);
      if (g_strcmp0 (slice->id, self->slice) == 0)
        gtk_list_box_select_row (GTK_LIST_BOX (self->parts), GTK_LIST_BOX_ROW (row));
    }
  gtk_widget_set_visible (self->parts, number > 1);
  gtk_label_set_text (GTK_LABEL (self->parts_sum), sum != NULL ? sum : "");
  gtk_widget_set_visible (self->parts_sum, sum != NULL);
}

static void
add_parts (Detail *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = tw_label_new (_ ("Parts"), "heading");
  GtkWidget *add = gtk_button_new_with_label (_ ("Add Part"));

  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (add, "flat");
  tw_set_tooltip (add, _ ("For countries or companies whose status differs"));
  g_signal_connect (add, "clicked", G_CALLBACK (add_part_cb), self);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), add);
  self->parts = tw_boxed_list_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->parts), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (self->parts, "tw-workloads");
  g_signal_connect (self->parts, "row-activated", G_CALLBACK (part_chosen_cb), self);
  self->parts_sum = tw_label_new ("", "tw-warning");
  gtk_box_append (GTK_BOX (self->content), head);
  gtk_box_append (GTK_BOX (self->content), self->parts);
  gtk_box_append (GTK_BOX (self->content), self->parts_sum);
}

/* --- activities --- */

static GtkWidget *
activity_row_new (Detail *self, guint number)
{
  TwFacts *facts = tw_view_state_facts (self->state);
  TwSchedule *schedule = tw_facts_schedule (facts);
  TwActivity *activity = tw_index_node (tw_schedule_index (schedule), number)->record;
  const TwNodeFacts *own = tw_facts_node (facts, number);
  const TwSpan *span = tw_schedule_span (schedule, number);
  g_autofree char *dates
      = tw_words_range (span->start, span->finish, tw_view_state_today (self->state), FALSE);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (
      GTK_LIST_BOX_ROW (row),
      tw_row_new (tw_glyph_new (tw_glyph_for_status (own->state, own->late)), activity->name, dates,
                  NULL));
  tw_show_on_activate (row, "motions", activity);
  return row;
}

static void
show_activities (Detail *self)
{
  TwIndex *index = tw_schedule_index (tw_facts_schedule (tw_view_state_facts (self->state)));
  g_autofree char *count = NULL;
  guint n = 0;

  tw_clear_children (self->activities);
  for (guint i = 0; i < tw_index_n_nodes (index); i++)
    {
      TwNode *node = tw_index_node (index, i);

      if (node->kind != TW_KIND_ACTIVITY
          || !tw_list_has (((TwActivity *) node->record)->workloads, self->id))
        continue;
      gtk_list_box_append (GTK_LIST_BOX (self->activities), activity_row_new (self, i));
      n++;
    }
  count = n > 0 ? g_strdup_printf (
              g_dngettext (GETTEXT_PACKAGE, "%u in this plan", "%u in this plan", n), n)
                : g_strdup (_ ("None in this plan"));
  gtk_label_set_text (GTK_LABEL (self->n_activities), count);
  gtk_widget_set_visible (self->activities, n > 0);
}

static void
add_activities (Detail *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = tw_label_new (_ ("Activities"), "heading");

  self->n_activities = tw_label_new ("", "tw-secondary");
  self->activities = tw_boxed_list_new ();
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->n_activities);
  gtk_box_append (GTK_BOX (self->content), head);
  gtk_box_append (GTK_BOX (self->content), self->activities);
}

/* --- all of it --- */

static void
build (Detail *self, TwWorkload *workload)
{
  static const char *const members[]
      = { "name", "unit", "entitled", "target", "notes", "internal_notes", NULL, NULL };
  const char *const ids[] = { workload->id, NULL };
  gboolean split = tw_list_n (workload->slices) > 1;

  add_title (self);
  /* Chosen above what is shown of it. */
  if (split)
    add_parts (self);
  add_callout (self);
  if (self->slice != NULL)
    tw_slice_rows_add_dibs (self->content, self->state, self->slice);
  gtk_box_append (GTK_BOX (self->content), tw_usage_view_new (self->state, workload->id));
  if (self->slice != NULL)
    tw_slice_rows_add_status (self->content, self->state, self->slice);
  if (!split)
    add_parts (self);
  add_activities (self);
  gtk_box_append (GTK_BOX (self->content), tw_label_new (_ ("Workload"), "heading"));
  tw_field_rows_add (self->content, self->state, &tw_workload_type, ids, members);
}

/* The part that is shown is still there; else the one that the row speaks of. */
static void
choose_slice (Detail *self, TwWorkload *workload)
{
  TwSlice *leading = tw_workload_leading_slice (workload);

  if (tw_list_find (workload->slices, self->slice, NULL) != NULL)
    return;
  g_free (self->slice);
  self->slice = leading != NULL ? g_strdup (leading->id) : NULL;
}

static void
refresh (GtkWidget *widget)
{
  Detail *self = g_object_get_data (G_OBJECT (widget), "tw-detail");
  TwWorkload *workload = workload_of (self);
  g_autofree char *stands = NULL;

  if (workload != NULL)
    choose_slice (self, workload);
  stands = workload != NULL
               ? g_strdup_printf ("%s %s %d", self->id, self->slice != NULL ? self->slice : "",
                                  tw_list_n (workload->slices) > 1)
               : g_strdup ("");
  /* The same again: its rows follow by themselves, with the focus in them. */
  if (g_strcmp0 (stands, self->stands) != 0)
    {
      g_free (self->stands);
      self->stands = g_steal_pointer (&stands);
      tw_take_focus_from (self->content);
      tw_clear_children (self->content);
      self->name = NULL;
      if (workload != NULL)
        build (self, workload);
      else
        gtk_box_append (GTK_BOX (self->content),
                        tw_label_new (_ ("Choose a workload"), "tw-secondary"));
    }
  if (workload == NULL)
    return;
  tw_name_set_text (TW_NAME (self->name), workload->name);
  show_callout (self, workload, tw_list_find (workload->slices, self->slice, NULL));
  show_parts (self, workload);
  show_activities (self);
}

void
tw_workload_detail_show (GtkWidget *detail, const char *id)
{
  Detail *self = g_object_get_data (G_OBJECT (detail), "tw-detail");

  if (g_strcmp0 (id, self->id) != 0)
    {
      g_free (self->id);
      self->id = g_strdup (id);
      scroll_to_top (self);
    }
  refresh (detail);
}

static void
detail_free (gpointer data)
{
  Detail *self = data;

  g_free (self->id);
  g_free (self->slice);
  g_free (self->stands);
  g_free (self);
}

GtkWidget *
tw_workload_detail_new (TwViewState *state)
{
  Detail *self = g_new0 (Detail, 1);

  self->state = state;
  self->widget = tw_column_new (332, &self->content);
  gtk_widget_add_css_class (self->widget, "tw-pane");
  gtk_widget_add_css_class (self->widget, "tw-inspector");
  g_object_set_data_full (G_OBJECT (self->widget), "tw-detail", self, detail_free);
  tw_page_follow (self->widget, state, refresh);
  return self->widget;
}
