/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-field-table.h"
#include "tw-filter-box.h"
#include "tw-page.h"

/* The members whose values are chosen from. */
static const struct
{
  TwFilterBy by;
  const TwRecordType *type;
  const char *member;
} criteria[] = { { TW_FILTER_OWNER, &tw_activity_type, "owner" },
                 { TW_FILTER_SIDE, &tw_person_type, "side" },
                 { TW_FILTER_APPROACH, &tw_activity_type, "approach" },
                 { TW_FILTER_WORKLOAD, &tw_activity_type, "workloads" },
                 { TW_FILTER_STATUS, &tw_activity_type, "status" } };

typedef struct
{
  TwViewState *state;
  GtkWidget *expanders[G_N_ELEMENTS (criteria)];
  GPtrArray *rows[G_N_ELEMENTS (criteria)]; /* below the expander, one a choice */
  char *shown[G_N_ELEMENTS (criteria)];     /* what they were made for */
  GtkWidget *open, *clear;
  gboolean showing;
} FilterBox;

/* What a row stands for: the place of its criterion, and the value. */
static void
chosen_cb (AdwActionRow *row, gpointer data)
{
  FilterBox *self = data;
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "tw-criterion"));

  /* The keyboard would go with the row: back to what opens it. */
  gtk_root_set_focus (gtk_widget_get_root (self->expanders[i]), NULL);
  gtk_widget_child_focus (self->expanders[i], GTK_DIR_TAB_FORWARD);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->expanders[i]), FALSE);
  tw_view_state_set_filter (self->state, criteria[i].by,
                            g_object_get_data (G_OBJECT (row), "tw-id"));
}

static void
open_cb (GtkSwitch *toggle, GParamSpec *pspec G_GNUC_UNUSED, gpointer data)
{
  FilterBox *self = data;

  if (!self->showing)
    tw_view_state_set_filter (self->state, TW_FILTER_OPEN,
                              gtk_switch_get_active (toggle) ? "yes" : NULL);
}

static void
clear_cb (GtkButton *button G_GNUC_UNUSED, gpointer state)
{
  tw_view_state_clear_filter (state);
}

/* All, then what the member can be. */
static GPtrArray *
choices_for (TwViewState *state, guint i)
{
  const TwFieldLook *look = tw_field_look (criteria[i].type, criteria[i].member);
  const TwField *field = tw_record_type_field (criteria[i].type, criteria[i].member);
  g_autoptr (GPtrArray) values = tw_field_choices (state, look, field, NULL, NULL);
  GPtrArray *choices = tw_choices_new ();

  tw_choices_add (choices, NULL, C_ ("filter", "All"), NULL);
  for (guint j = 0; j < values->len; j++)
    {
      TwChoice *value = values->pdata[j];

      if (value->id != NULL)
        tw_choices_add (choices, value->id, value->name, value->record);
    }
  return choices;
}

static char *
describe (GPtrArray *choices)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < choices->len; i++)
    {
      TwChoice *choice = choices->pdata[i];

      g_string_append_printf (text, "%s\n%s\n", choice->id != NULL ? choice->id : "", choice->name);
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
choice_row_new (FilterBox *self, guint i, TwChoice *choice)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), choice->name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "tw-criterion", GUINT_TO_POINTER (i));
  g_object_set_data (G_OBJECT (row), "tw-mark", mark);
  g_object_set_data_full (G_OBJECT (row), "tw-id", g_strdup (choice->id), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (chosen_cb), self);
  return row;
}

/* Rows stay while there are the same choices, and with them the focus. */
static void
make_rows (FilterBox *self, guint i, GPtrArray *choices)
{
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (self->expanders[i]);
  g_autofree char *words = describe (choices);

  if (g_strcmp0 (words, self->shown[i]) == 0)
    return;
  g_free (self->shown[i]);
  self->shown[i] = g_steal_pointer (&words);
  for (guint j = 0; j < self->rows[i]->len; j++)
    adw_expander_row_remove (expander, self->rows[i]->pdata[j]);
  g_ptr_array_set_size (self->rows[i], 0);
  for (guint j = 0; j < choices->len; j++)
    {
      g_ptr_array_add (self->rows[i], choice_row_new (self, i, choices->pdata[j]));
      adw_expander_row_add_row (expander, self->rows[i]->pdata[j]);
    }
}

static void
show_criterion (FilterBox *self, guint i)
{
  g_autoptr (GPtrArray) choices = choices_for (self->state, i);
  const char *value = tw_view_state_filter (self->state)->by[criteria[i].by];
  int at = tw_choices_find (choices, value);

  make_rows (self, i, choices);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->expanders[i]),
                                 ((TwChoice *) choices->pdata[MAX (at, 0)])->name);
  for (guint j = 0; j < self->rows[i]->len; j++)
    gtk_widget_set_opacity (g_object_get_data (self->rows[i]->pdata[j], "tw-mark"), (int) j == at);
}

static void
refresh (GtkWidget *widget)
{
  FilterBox *self = g_object_get_data (G_OBJECT (widget), "tw-filter-box");
  const TwFilter *filter = tw_view_state_filter (self->state);

  self->showing = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (criteria); i++)
    show_criterion (self, i);
  gtk_switch_set_active (GTK_SWITCH (self->open), filter->by[TW_FILTER_OPEN] != NULL);
  gtk_widget_set_sensitive (self->clear, tw_filter_is_on (filter));
  self->showing = FALSE;
}

static void
filter_box_free (gpointer data)
{
  FilterBox *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (criteria); i++)
    {
      g_ptr_array_unref (self->rows[i]);
      g_free (self->shown[i]);
    }
  g_free (self);
}

static GtkWidget *
open_row_new (FilterBox *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->open = gtk_switch_new ();
  gtk_widget_set_valign (self->open, GTK_ALIGN_CENTER);
  g_signal_connect (self->open, "notify::active", G_CALLBACK (open_cb), self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Hide finished"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->open);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->open);
  return row;
}

/* Drop-downs would be popovers over a popover, which GTK 4.8 doesn't close by the pointer any
 * more. */
GtkWidget *
tw_filter_box_new (TwViewState *state)
{
  FilterBox *self = g_new0 (FilterBox, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9), *list = tw_boxed_list_new ();

  self->state = state;
  gtk_widget_set_size_request (box, 280, -1);
  for (guint i = 0; i < G_N_ELEMENTS (criteria); i++)
    {
      const TwFieldLook *look = tw_field_look (criteria[i].type, criteria[i].member);

      self->rows[i] = g_ptr_array_new ();
      self->expanders[i] = adw_expander_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->expanders[i]), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->expanders[i]),
                                     tw_field_look_label (look));
      gtk_list_box_append (GTK_LIST_BOX (list), self->expanders[i]);
    }
  gtk_list_box_append (GTK_LIST_BOX (list), open_row_new (self));
  self->clear = gtk_button_new_with_label (_ ("Clear Filter"));
  g_signal_connect (self->clear, "clicked", G_CALLBACK (clear_cb), state);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), self->clear);
  g_object_set_data_full (G_OBJECT (box), "tw-filter-box", self, filter_box_free);
  refresh (box);
  /* Not only while it is mapped: what comes then has no place in that frame yet. */
  g_signal_connect_object (state, "changed", G_CALLBACK (refresh), box, G_CONNECT_SWAPPED);
  return box;
}

/* --- the dot --- */

static void
refresh_dot (GtkWidget *widget)
{
  TwViewState *state = g_object_get_data (G_OBJECT (widget), "tw-state");

  gtk_widget_set_visible (g_object_get_data (G_OBJECT (widget), "tw-dot"),
                          tw_filter_is_on (tw_view_state_filter (state)));
}

GtkWidget *
tw_filter_dot_new (TwViewState *state, GtkWidget *content)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (dot, "tw-dot");
  gtk_widget_set_halign (dot, GTK_ALIGN_END);
  gtk_widget_set_valign (dot, GTK_ALIGN_START);
  gtk_widget_set_can_target (dot, FALSE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), content);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), dot);
  g_object_set_data (G_OBJECT (overlay), "tw-dot", dot);
  tw_page_follow (overlay, state, refresh_dot);
  return overlay;
}
