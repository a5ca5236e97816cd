/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tw-page.h"
#include "tw-status-picker.h"
#include "tw-words.h"
#include "tw-workloads.h"

#define HINT_CHARS 44

typedef struct
{
  TwViewState *state;
  char *slice;
  guint level;
  GtkWidget *row, *button, *label, *popover, *list;
} Picker;

static TwDocument *
document_of (Picker *self)
{
  return tw_view_state_document (self->state);
}

/* NULL while it is gone. */
static TwSlice *
slice_of (Picker *self, TwWorkload **workload)
{
  *workload = tw_plan_workload_of (tw_document_plan (document_of (self)), self->slice);
  return *workload != NULL ? tw_list_find ((*workload)->slices, self->slice, NULL) : NULL;
}

static const char *
title_of (Picker *self)
{
  return self->level == 1   ? C_ ("field", "Status")
         : self->level == 2 ? C_ ("field", "Reason")
                            : C_ ("field", "Detail");
}

static const char *
word_of (Picker *self, TwSlice *slice)
{
  const TwField *status = tw_record_type_field (&tw_slice_type, "status");

  return self->level == 1   ? status->words[slice->status]
         : self->level == 2 ? slice->reason
                            : slice->detail;
}

static const char *
name_of (Picker *self, TwSlice *slice)
{
  TwPlaybook *playbook = tw_document_playbook (document_of (self));
  const char *word = word_of (self, slice);

  if (self->level == 1)
    return tw_words_slice_status (slice->status);
  if (word == NULL)
    return C_ ("choice", "None");
  return tw_playbook_name (playbook, self->level == 2 ? TW_WORD_REASON : TW_WORD_DETAIL, word);
}

/* --- choosing --- */

static void
chosen_cb (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row, gpointer data)
{
  Picker *self = data;
  const char *word = g_object_get_data (G_OBJECT (row), "tw-word");
  GError *error = NULL;
  TwPlan *plan = tw_edit_status_level (
      tw_document_plan (document_of (self)), tw_document_playbook (document_of (self)), self->slice,
      self->level, word, tw_view_state_today (self->state), &error);

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  tw_view_state_edit (self->state, self->button, plan, error, NULL, C_ ("undo step", "Edit %s"),
                      title_of (self));
}

static GtkWidget *
choice_row_new (const TwStatusChoice *choice)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "tw-choice-row");
  gtk_box_append (GTK_BOX (box), tw_label_new (choice->name, NULL));
  if (choice->hint != NULL)
    {
      GtkWidget *hint = tw_label_new (choice->hint, "tw-secondary");

      /* The list is as high as its texts are at the width that they ask for. */
      gtk_label_set_width_chars (GTK_LABEL (hint), HINT_CHARS);
      gtk_label_set_max_width_chars (GTK_LABEL (hint), HINT_CHARS);
      gtk_box_append (GTK_BOX (box), hint);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "tw-word", g_strdup (choice->word), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, choice->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  choice->hint != NULL ? choice->hint : "", -1);
  return row;
}

/* What can be chosen is looked up when the list opens. */
static void
opened_cb (GtkWidget *popover G_GNUC_UNUSED, gpointer data)
{
  Picker *self = data;
  TwWorkload *workload;
  TwSlice *slice = slice_of (self, &workload);
  g_autoptr (GArray) choices = NULL;

  tw_clear_children (self->list);
  if (slice == NULL)
    return;
  choices
      = tw_status_choices (tw_document_playbook (document_of (self)), workload, slice, self->level);
  for (guint i = 0; i < choices->len; i++)
    {
      const TwStatusChoice *choice = &g_array_index (choices, TwStatusChoice, i);
      GtkWidget *row = choice_row_new (choice);

      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
      if (g_strcmp0 (choice->word, word_of (self, slice)) == 0)
        {
          gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
          gtk_widget_grab_focus (row);
        }
    }
}

static GtkWidget *
popover_new (Picker *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "tw-hits");
  g_signal_connect (self->list, "row-activated", G_CALLBACK (chosen_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  g_signal_connect (popover, "show", G_CALLBACK (opened_cb), self);
  return popover;
}

/* --- the row --- */

void
tw_status_picker_refresh (GtkWidget *row)
{
  Picker *self = g_object_get_data (G_OBJECT (row), "tw-picker");
  TwWorkload *workload;
  TwSlice *slice = slice_of (self, &workload);
  g_autoptr (GArray) choices = NULL;
  const char *name;

  if (slice == NULL)
    return;
  choices
      = tw_status_choices (tw_document_playbook (document_of (self)), workload, slice, self->level);
  name = name_of (self, slice);
  if (self->level == 1)
    gtk_label_set_text (GTK_LABEL (self->label), name);
  else /* the playbook's names are long */
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), name);
  gtk_widget_set_visible (row,
                          self->level == 1 || choices->len > 1 || word_of (self, slice) != NULL);
}

static void
picker_free (gpointer data)
{
  g_free (((Picker *) data)->slice);
  g_free (data);
}

GtkWidget *
tw_status_picker_new (TwViewState *state, const char *slice, guint level)
{
  Picker *self = g_new0 (Picker, 1);

  self->state = state;
  self->slice = g_strdup (slice);
  self->level = level;
  self->row = adw_action_row_new ();
  self->button = gtk_menu_button_new ();
  self->label = gtk_label_new (NULL);
  self->popover = popover_new (self);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), self->label);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "tw-choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title_of (self), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title_of (self));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), self->button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->row), self->button);
  g_object_set_data_full (G_OBJECT (self->row), "tw-picker", self, picker_free);
  tw_status_picker_refresh (self->row);
  return self->row;
}
