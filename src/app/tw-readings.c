/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tw-date-entry.h"
#include "tw-page.h"
#include "tw-readings.h"
#include "tw-words.h"
#include "tw-workloads.h"

typedef struct
{
  TwViewState *state;
  const TwRecordType *type;
  const TwField *field; /* its readings */
  char *id;
  GtkWidget *expander;
  GPtrArray *rows; /* of the readings, newest first */
  TwList *shown;   /* what the rows stand for, compared and held */
} Readings;

static void
edit (Readings *self, GtkWidget *widget, TwDate from, TwDate to, int value, const char *label)
{
  /* Numbers that a button counts up are one step. */
  g_autofree char *key = from == to ? g_strdup_printf ("%s reading %d", self->id, from) : NULL;
  GError *error = NULL;
  TwPlan *plan = tw_edit_reading (tw_document_plan (tw_view_state_document (self->state)),
                                  self->type, self->id, from, to, value, &error);

  tw_view_state_edit (self->state, widget, plan, error, key, "%s", label);
}

/* What stands in a row of a reading. */
typedef struct
{
  Readings *readings;
  GtkWidget *date, *value;
  TwDate shown; /* TW_DATE_NONE: the row that adds one */
  gboolean showing;
} Reading;

static int
value_of (Reading *reading)
{
  return gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (reading->value));
}

static void
date_cb (GtkWidget *entry, TwDate date, gpointer data)
{
  Reading *reading = data;

  if (reading->shown == TW_DATE_NONE)
    return;
  if (date != TW_DATE_NONE)
    edit (reading->readings, entry, reading->shown, date, value_of (reading),
          C_ ("undo step", "Change a Reading"));
  /* What wasn't taken goes. */
  tw_date_entry_set (entry, reading->shown);
}

static void
value_cb (GtkSpinButton *spin, gpointer data)
{
  Reading *reading = data;

  if (reading->shown != TW_DATE_NONE && !reading->showing)
    edit (reading->readings, GTK_WIDGET (spin), reading->shown, reading->shown, value_of (reading),
          C_ ("undo step", "Change a Reading"));
}

static void
button_cb (GtkButton *button, gpointer data)
{
  Reading *reading = data;
  TwDate date;

  if (reading->shown != TW_DATE_NONE)
    edit (reading->readings, GTK_WIDGET (button), reading->shown, TW_DATE_NONE, 0,
          C_ ("undo step", "Delete a Reading"));
  else if (tw_date_entry_get (reading->date, &date) && date != TW_DATE_NONE)
    {
      gtk_spin_button_update (GTK_SPIN_BUTTON (reading->value));
      edit (reading->readings, GTK_WIDGET (button), TW_DATE_NONE, date, value_of (reading),
            C_ ("undo step", "Add a Reading"));
    }
  else
    gtk_widget_activate_action (GTK_WIDGET (button), "win.tell", "s",
                                _ ("A reading needs its day"));
}

static void
reading_show (GtkWidget *row, TwRecord *record)
{
  Reading *reading = g_object_get_data (G_OBJECT (row), "tw-reading");

  reading->showing = TRUE;
  reading->shown = tw_record_get (record, &record->type->fields[0]).date;
  tw_date_entry_set (reading->date, reading->shown);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (reading->value),
                             tw_record_get (record, &record->type->fields[1]).number);
  reading->showing = FALSE;
}

/* adds: the row in which a new one is entered. */
static GtkWidget *
reading_row_new (Readings *self, gboolean adds)
{
  const TwField *field = &self->field->of->fields[1];
  TwDate today = tw_view_state_today (self->state);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button
      = gtk_button_new_from_icon_name (adds ? "list-add-symbolic" : "user-trash-symbolic");
  Reading *reading = g_new0 (Reading, 1);

  reading->readings = self;
  reading->date = tw_date_entry_new (adds ? today : TW_DATE_NONE, today, date_cb, reading, NULL);
  reading->value = gtk_spin_button_new_with_range (field->min, field->max, 1);
  tw_date_entry_set_brief (reading->date);
  gtk_editable_set_width_chars (GTK_EDITABLE (reading->date), 11);
  gtk_editable_set_width_chars (GTK_EDITABLE (reading->value), field->max < 1000 ? 3 : 5);
  gtk_widget_set_hexpand (reading->date, TRUE);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (reading->value), TRUE);
  gtk_widget_add_css_class (button, "flat");
  tw_set_tooltip (button, adds ? _ ("Add Reading") : _ ("Delete Reading"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (reading->date), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Day of the reading"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (reading->value), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->type == &tw_kpi_type ? _ ("Percent") : _ ("Active"), -1);
  g_signal_connect (reading->value, "value-changed", G_CALLBACK (value_cb), reading);
  g_signal_connect (button, "clicked", G_CALLBACK (button_cb), reading);
  gtk_widget_add_css_class (box, "tw-reading");
  gtk_box_append (GTK_BOX (box), reading->date);
  gtk_box_append (GTK_BOX (box), reading->value);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  g_object_set_data_full (G_OBJECT (row), "tw-reading", reading, g_free);
  return row;
}

/* Rows stay where they are, so that the focus does. */
static void
show_readings (Readings *self, TwList *readings)
{
  guint n = tw_list_n (readings);

  if (readings == self->shown && n == self->rows->len)
    return;
  g_clear_pointer (&self->shown, tw_list_unref);
  self->shown = readings != NULL ? tw_list_ref (readings) : NULL;
  while (self->rows->len > n)
    {
      GtkWidget *row = self->rows->pdata[self->rows->len - 1];

      g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
      adw_expander_row_remove (ADW_EXPANDER_ROW (self->expander), row);
    }
  while (self->rows->len < n)
    {
      GtkWidget *row = reading_row_new (self, FALSE);

      g_ptr_array_add (self->rows, row);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self->expander), row);
    }
  for (guint i = 0; i < n; i++)
    reading_show (self->rows->pdata[i], readings->items[n - 1 - i]);
}

/* --- all of it --- */

static void
refresh (GtkWidget *widget)
{
  Readings *self = g_object_get_data (G_OBJECT (widget), "tw-readings");
  TwPlan *plan = tw_document_plan (tw_view_state_document (self->state));
  TwPlace place;
  TwRecord *of
      = tw_plan_find (plan, self->type, self->id, &place) ? tw_plan_at (plan, &place) : NULL;
  TwList *readings = of != NULL ? tw_record_get (of, self->field).list : NULL;
  guint n = tw_list_n (readings);
  g_autofree char *line = NULL;

  gtk_widget_set_visible (widget, of != NULL && tw_record_uses (of, self->field));
  if (n > 0)
    {
      TwRecord *newest = readings->items[n - 1];
      g_autofree char *date
          = tw_words_date_near (tw_record_get (newest, &newest->type->fields[0]).date,
                                tw_view_state_today (self->state), FALSE);

      line = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u, of %s", "%u, the newest of %s", n),
                              n, date);
    }
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->expander),
                                 line != NULL ? line : _ ("None yet"));
  show_readings (self, readings);
}

static void
readings_free (gpointer data)
{
  Readings *self = data;

  g_clear_pointer (&self->shown, tw_list_unref);
  g_ptr_array_unref (self->rows);
  g_free (self->id);
  g_free (self);
}

GtkWidget *
tw_readings_new (TwViewState *state, const TwRecordType *type, const char *id)
{
  Readings *self = g_new0 (Readings, 1);
  GtkWidget *list = tw_boxed_list_new ();

  self->state = state;
  self->type = type;
  self->field = tw_record_type_field (type, "readings");
  self->id = g_strdup (id);
  self->rows = g_ptr_array_new ();
  self->expander = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->expander),
                                 type == &tw_kpi_type ? _ ("Readings, in %") : _ ("Readings"));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->expander), reading_row_new (self, TRUE));
  gtk_list_box_append (GTK_LIST_BOX (list), self->expander);
  g_object_set_data_full (G_OBJECT (list), "tw-readings", self, readings_free);
  refresh (list);
  tw_page_follow (list, state, refresh);
  return list;
}
