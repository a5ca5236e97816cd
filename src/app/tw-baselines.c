/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-baselines.h"
#include "tw-drag.h"
#include "tw-edit.h"
#include "tw-name.h"
#include "tw-page.h"
#include "tw-record-list.h"
#include "tw-words.h"

typedef struct
{
  TwViewState *state;
  GtkWidget *list;
  GtkWidget *none_mark; /* in the row behind those of the baselines */
} Baselines;

/* What stands in the row of a baseline. */
typedef struct
{
  Baselines *self;
  GtkWidget *row, *mark, *name, *date;
} Row;

static TwPlan *
plan_of (Baselines *self)
{
  return tw_document_plan (tw_view_state_document (self->state));
}

char *
tw_baselines_words (TwViewState *state)
{
  TwBaseline *baseline = tw_view_state_baseline (state);

  return baseline != NULL ? tw_words_date_near (baseline->taken, tw_view_state_today (state), FALSE)
                          : g_strdup (C_ ("compare with", "None"));
}

/* --- what is done with one --- */

static void
activated_cb (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row, gpointer data)
{
  /* Of the last row there is no id: none. */
  tw_view_state_set_baseline (((Baselines *) data)->state, tw_drag_id (GTK_WIDGET (row)));
}

static void
renamed_cb (TwName *name, const char *text, gpointer data)
{
  Row *row = data;
  GError *error = NULL;
  TwPlan *plan = tw_plan_set_by_id (plan_of (row->self), &tw_baseline_type, tw_drag_id (row->row),
                                    "name", (TwValue){ .string = (char *) text }, &error);

  tw_view_state_edit (row->self->state, name, plan, error, NULL, C_ ("undo step", "Rename “%s”"),
                      text);
}

static void
rename_cb (GtkButton *button G_GNUC_UNUSED, gpointer data)
{
  tw_name_edit (TW_NAME (((Row *) data)->name));
}

static void
delete_cb (GtkButton *button, gpointer data)
{
  Row *row = data;
  TwViewState *state = row->self->state;
  GtkWidget *list = row->self->list; /* the row goes with the edit */
  TwBaseline *baseline = tw_plan_baseline (plan_of (row->self), tw_drag_id (row->row));
  g_autofree char *name = g_strdup (baseline->name);
  g_autofree char *sentence = NULL;
  GError *error = NULL;
  TwPlan *plan
      = tw_edit_delete (plan_of (row->self), &tw_baseline_type, baseline->id, &sentence, &error);

  if (tw_view_state_edit (state, button, plan, error, NULL, C_ ("undo step", "Delete “%s”"), name)
      && sentence != NULL)
    gtk_widget_activate_action (list, "win.tell", "s", sentence);
}

static void
take_cb (GtkButton *button, gpointer data)
{
  Baselines *self = data;
  TwDate today = tw_view_state_today (self->state);
  g_autofree char *date = tw_words_date (today, TW_DATE_MEDIUM);
  /* Translators: the name of a baseline; %s is a day, as in 22 January. */
  g_autofree char *name = g_strdup_printf (_ ("As of %s"), date);
  GError *error = NULL;
  TwPlan *plan = tw_edit_take_baseline (tw_document_schedule (tw_view_state_document (self->state)),
                                        name, today, &error);

  tw_view_state_edit (self->state, button, plan, error, NULL, "%s",
                      C_ ("undo step", "Take a Baseline"));
}

/* --- the list --- */

static GtkWidget *
mark_new (void)
{
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Compared with"), -1);
  return mark;
}

static GtkWidget *
button_new (Row *row, const char *icon, const char *tip, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  tw_set_tooltip (button, tip);
  g_signal_connect (button, "clicked", callback, row);
  return button;
}

static GtkWidget *
make_row (gpointer data)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  row->self = data;
  row->row = gtk_list_box_row_new ();
  row->mark = mark_new ();
  row->name = tw_name_new (FALSE, renamed_cb, row, NULL);
  row->date = tw_label_new ("", "tw-secondary");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), row->name);
  gtk_box_append (GTK_BOX (texts), row->date);
  gtk_box_append (GTK_BOX (box), row->mark);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box),
                  button_new (row, "document-edit-symbolic", _ ("Rename"), G_CALLBACK (rename_cb)));
  gtk_box_append (GTK_BOX (box),
                  button_new (row, "user-trash-symbolic", _ ("Delete"), G_CALLBACK (delete_cb)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row->row), box);
  g_object_set_data_full (G_OBJECT (row->row), "tw-row", row, g_free);
  return row->row;
}

/* The mark keeps its place where it isn't seen. */
static void
set_mark (GtkWidget *mark, gboolean chosen)
{
  gtk_widget_set_opacity (mark, chosen ? 1 : 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_STATE_HIDDEN, !chosen, -1);
}

static void
fill_row (GtkWidget *widget, gpointer record, gpointer data)
{
  Row *row = g_object_get_data (G_OBJECT (widget), "tw-row");
  TwViewState *state = ((Baselines *) data)->state;
  TwBaseline *baseline = record;
  g_autofree char *date = tw_words_date_near (baseline->taken, tw_view_state_today (state), FALSE);

  tw_name_set_text (TW_NAME (row->name), baseline->name);
  gtk_label_set_text (GTK_LABEL (row->date), date);
  set_mark (row->mark, baseline == tw_view_state_baseline (state));
}

static void
refresh (GtkWidget *widget)
{
  Baselines *self = g_object_get_data (G_OBJECT (widget), "tw-baselines");

  tw_record_list_show (GTK_LIST_BOX (self->list), plan_of (self)->baselines, TRUE, make_row,
                       fill_row, self);
  set_mark (self->none_mark, tw_view_state_baseline (self->state) == NULL);
}

GtkWidget *
tw_baselines_new (TwViewState *state)
{
  Baselines *self = g_new0 (Baselines, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *none = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *take = gtk_button_new_with_label (_ ("Take a Baseline"));

  self->state = state;
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "tw-hits");
  self->none_mark = mark_new ();
  gtk_box_append (GTK_BOX (none), self->none_mark);
  gtk_box_append (GTK_BOX (none), tw_label_new (C_ ("compare with", "None"), NULL));
  gtk_list_box_append (GTK_LIST_BOX (self->list), none);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  g_signal_connect (take, "clicked", G_CALLBACK (take_cb), self);
  tw_set_tooltip (take, _ ("Keeps all dates as they stand today, to compare with"));
  gtk_widget_set_size_request (box, 280, -1);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), take);
  g_object_set_data_full (G_OBJECT (box), "tw-baselines", self, g_free);
  refresh (box);
  /* Not only while it is mapped: what comes then has no place in that frame yet. */
  g_signal_connect_object (state, "changed", G_CALLBACK (refresh), box, G_CONNECT_SWAPPED);
  return box;
}
