/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "tw-charts.h"
#include "tw-date-entry.h"
#include "tw-page.h"
#include "tw-usage-view.h"
#include "tw-words.h"
#include "tw-workloads.h"

#define CHART_HEIGHT 190

typedef struct
{
  TwViewState *state;
  char *id; /* of the workload */
  GtkWidget *widget, *figure, *chart, *forecast, *card;
  GtkWidget *expander, *first; /* the readings, and the row that adds one */
  GPtrArray *rows;             /* of the readings, newest first */
  int cursor;                  /* the reading that arrow keys stand on, -1: none */
  TwList *shown;               /* what the rows stand for, compared and held */
} View;

static TwWorkload *
workload_of (View *self)
{
  return tw_list_find (tw_document_plan (tw_view_state_document (self->state))->workloads, self->id,
                       NULL);
}

/* --- the chart --- */

static int
health_threshold (View *self, TwWorkload *workload)
{
  const TwHealthGroup *group
      = tw_health_group_of (tw_facts_health (tw_view_state_facts (self->state)), workload);

  return group != NULL ? group->group->green->above : -1;
}

/* Fills chart; its points are to be freed. NULL where there is nothing to show. */
static TwUsagePoint *
fill_chart (View *self, TwUsageChart *chart)
{
  TwWorkload *workload = workload_of (self);
  guint n = workload != NULL ? tw_list_n (workload->readings) : 0;
  TwUsagePoint *points;
  double slope = 0, at = 0;
  TwDate date;

  if (n == 0 || workload->entitled <= 0)
    return NULL;
  points = g_new0 (TwUsagePoint, n);
  for (guint i = 0; i < n; i++)
    {
      TwReading *reading = workload->readings->items[i];

      points[i] = (TwUsagePoint){ reading->date, 100.0 * reading->active / workload->entitled };
    }
  *chart = (TwUsageChart){ .points = points,
                           .n_points = n,
                           .target = workload->target > 0 ? workload->target : -1,
                           .threshold = health_threshold (self, workload),
                           .today = tw_view_state_today (self->state),
                           .cursor = self->cursor };
  if (tw_forecast (workload->readings, workload->entitled, workload->target, FALSE, &date, &slope,
                   &at)
      == TW_FORECAST_EXPECTED)
    {
      chart->forecast[0] = (TwUsagePoint){ points[n - 1].date, 100 * at / workload->entitled };
      chart->forecast[1] = (TwUsagePoint){ date, workload->target };
    }
  return points;
}

static void
paint_chart (TwCanvas *canvas, const TwPalette *palette, double width, double height, gpointer data)
{
  TwUsageChart chart;
  g_autofree TwUsagePoint *points = fill_chart (data, &chart);

  if (points != NULL)
    tw_usage_chart_paint (canvas, palette, (TwRect){ 0, 0, width, height }, &chart);
}

/* The value under the cursor, as the tooltip and to screen readers. */
static void
say_value (View *self)
{
  TwWorkload *workload = workload_of (self);
  TwReading *reading = workload != NULL && self->cursor >= 0
                               && (guint) self->cursor < tw_list_n (workload->readings)
                           ? workload->readings->items[self->cursor]
                           : NULL;
  g_autofree char *text = NULL;

  if (reading != NULL)
    {
      g_autofree char *date = tw_words_date (reading->date, TW_DATE_LONG);
      g_autofree char *number = tw_words_number (reading->active);
      g_autofree char *percent = tw_words_percent (
          (int) floor (100.0 * reading->active / MAX (workload->entitled, 1) + 0.5));

      text = g_strdup_printf (C_ ("reading: date, number, percent", "%s: %s, %s"), date, number,
                              percent);
    }
  tw_set_tooltip (self->chart, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : _ ("Usage over time"), -1);
  gtk_widget_queue_draw (self->chart);
}

static gboolean
chart_key_cb (GtkEventControllerKey *controller G_GNUC_UNUSED, guint key, guint code G_GNUC_UNUSED,
              GdkModifierType modifiers G_GNUC_UNUSED, gpointer data)
{
  View *self = data;
  TwWorkload *workload = workload_of (self);
  int n = workload != NULL ? (int) tw_list_n (workload->readings) : 0;

  if (n == 0 || (key != GDK_KEY_Left && key != GDK_KEY_Right))
    return FALSE;
  if (self->cursor < 0)
    self->cursor = n - 1;
  else
    self->cursor = CLAMP (self->cursor + (key == GDK_KEY_Left ? -1 : 1), 0, n - 1);
  say_value (self);
  gtk_widget_trigger_tooltip_query (self->chart);
  return TRUE;
}

static void
chart_motion_cb (GtkEventControllerMotion *controller G_GNUC_UNUSED, double x,
                 double y G_GNUC_UNUSED, gpointer data)
{
  View *self = data;
  TwUsageChart chart;
  g_autofree TwUsagePoint *points = fill_chart (self, &chart);
  g_autoptr (TwMetrics) metrics
      = tw_metrics_from_context (gtk_widget_get_pango_context (self->chart));
  TwRect rect = { 0, 0, gtk_widget_get_width (self->chart), gtk_widget_get_height (self->chart) };
  int at = points != NULL ? tw_usage_chart_find (metrics, rect, &chart, x) : -1;

  if (at == self->cursor)
    return;
  self->cursor = at;
  say_value (self);
}

static void
chart_left_cb (gpointer data)
{
  View *self = data;

  if (self->cursor < 0)
    return;
  self->cursor = -1;
  say_value (self);
}

static GtkWidget *
chart_new (View *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->chart = tw_paint_new (280, CHART_HEIGHT, paint_chart, self, NULL);
  gtk_widget_set_focusable (self->chart, TRUE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (chart_key_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (chart_motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (chart_left_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (chart_left_cb), self);
  gtk_widget_add_controller (self->chart, keys);
  gtk_widget_add_controller (self->chart, motion);
  gtk_widget_add_controller (self->chart, focus);
  return self->chart;
}

/* --- readings --- */

static void
edit (View *self, GtkWidget *widget, TwDate from, TwDate to, int active, const char *label)
{
  GError *error = NULL;
  TwPlan *plan = tw_edit_reading (tw_document_plan (tw_view_state_document (self->state)), self->id,
                                  from, to, active, &error);

  tw_view_state_edit (self->state, widget, plan, error, NULL, "%s", label);
}

/* What stands in a row of a reading. */
typedef struct
{
  View *view;
  GtkWidget *date, *active;
  TwDate shown; /* TW_DATE_NONE: the row that adds one */
  gboolean showing;
} Reading;

static int
active_of (Reading *reading)
{
  return gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (reading->active));
}

static void
date_cb (GtkWidget *entry, TwDate date, gpointer data)
{
  Reading *reading = data;

  if (reading->shown == TW_DATE_NONE)
    return;
  if (date != TW_DATE_NONE)
    edit (reading->view, entry, reading->shown, date, active_of (reading),
          C_ ("undo step", "Change a Reading"));
  /* What wasn't taken goes. */
  tw_date_entry_set (entry, reading->shown);
}

static void
active_cb (GtkSpinButton *spin, gpointer data)
{
  Reading *reading = data;

  if (reading->shown != TW_DATE_NONE && !reading->showing)
    edit (reading->view, GTK_WIDGET (spin), reading->shown, reading->shown, active_of (reading),
          C_ ("undo step", "Change a Reading"));
}

static void
button_cb (GtkButton *button, gpointer data)
{
  Reading *reading = data;
  TwDate date;

  if (reading->shown != TW_DATE_NONE)
    edit (reading->view, GTK_WIDGET (button), reading->shown, TW_DATE_NONE, 0,
          C_ ("undo step", "Delete a Reading"));
  else if (tw_date_entry_get (reading->date, &date) && date != TW_DATE_NONE)
    {
      gtk_spin_button_update (GTK_SPIN_BUTTON (reading->active));
      edit (reading->view, GTK_WIDGET (button), TW_DATE_NONE, date, active_of (reading),
            C_ ("undo step", "Add a Reading"));
    }
  else
    gtk_widget_activate_action (GTK_WIDGET (button), "win.tell", "s",
                                _ ("A reading needs its day"));
}

static void
reading_show (GtkWidget *row, TwDate date, int active)
{
  Reading *reading = g_object_get_data (G_OBJECT (row), "tw-reading");

  reading->showing = TRUE;
  reading->shown = date;
  tw_date_entry_set (reading->date, date);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (reading->active), active);
  reading->showing = FALSE;
}

/* adds: the row in which a new one is entered. */
static GtkWidget *
reading_row_new (View *self, gboolean adds)
{
  const TwField *field = tw_record_type_field (&tw_reading_type, "active");
  TwDate today = tw_view_state_today (self->state);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button
      = gtk_button_new_from_icon_name (adds ? "list-add-symbolic" : "user-trash-symbolic");
  Reading *reading = g_new0 (Reading, 1);

  reading->view = self;
  reading->date = tw_date_entry_new (adds ? today : TW_DATE_NONE, today, date_cb, reading, NULL);
  reading->active = gtk_spin_button_new_with_range (field->min, field->max, 1);
  tw_date_entry_set_brief (reading->date);
  gtk_editable_set_width_chars (GTK_EDITABLE (reading->date), 11);
  gtk_editable_set_width_chars (GTK_EDITABLE (reading->active), 5);
  gtk_widget_set_hexpand (reading->date, TRUE);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (reading->active), TRUE);
  gtk_widget_add_css_class (button, "flat");
  tw_set_tooltip (button, adds ? _ ("Add Reading") : _ ("Delete Reading"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (reading->date), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Day of the reading"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (reading->active), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Active"), -1);
  g_signal_connect (reading->active, "value-changed", G_CALLBACK (active_cb), reading);
  g_signal_connect (button, "clicked", G_CALLBACK (button_cb), reading);
  gtk_widget_add_css_class (box, "tw-reading");
  gtk_box_append (GTK_BOX (box), reading->date);
  gtk_box_append (GTK_BOX (box), reading->active);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  g_object_set_data_full (G_OBJECT (row), "tw-reading", reading, g_free);
  return row;
}

/* Rows stay where they are, so that the focus does. */
static void
show_readings (View *self, TwList *readings)
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
    {
      TwReading *reading = readings->items[n - 1 - i];

      reading_show (self->rows->pdata[i], reading->date, reading->active);
    }
}

/* --- all of it --- */

static void
refresh (GtkWidget *widget)
{
  View *self = g_object_get_data (G_OBJECT (widget), "tw-usage-view");
  TwWorkload *workload = workload_of (self);
  TwDate today = tw_view_state_today (self->state);
  TwReading *newest = NULL;
  g_autofree char *forecast = NULL;
  g_autofree char *figure = NULL;
  g_autofree char *line = NULL;

  if (workload == NULL)
    return;
  newest = tw_workload_newest_reading (workload);
  forecast = tw_words_usage_forecast (workload, today);
  if (newest != NULL)
    {
      g_autofree char *active = tw_words_number (newest->active);
      g_autofree char *all = workload->entitled > 0 ? tw_words_number (workload->entitled) : NULL;
      g_autofree char *date = tw_words_date_near (newest->date, today, FALSE);

      figure = all != NULL
                   ? g_strdup_printf (C_ ("usage: active, entitled", "%s of %s"), active, all)
                   : g_strdup (active);
      line = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u, of %s", "%u, the newest of %s",
                                           tw_list_n (workload->readings)),
                              tw_list_n (workload->readings), date);
    }
  gtk_label_set_text (GTK_LABEL (self->figure), figure != NULL ? figure : "");
  gtk_label_set_text (GTK_LABEL (self->forecast), forecast);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->expander),
                                 line != NULL ? line : _ ("None yet"));
  gtk_widget_set_visible (self->chart, newest != NULL && workload->entitled > 0);
  show_readings (self, workload->readings);
  gtk_widget_queue_draw (self->chart);
}

static void
view_free (gpointer data)
{
  View *self = data;

  g_clear_pointer (&self->shown, tw_list_unref);
  g_ptr_array_unref (self->rows);
  g_free (self->id);
  g_free (self);
}

GtkWidget *
tw_usage_view_new (TwViewState *state, const char *workload)
{
  View *self = g_new0 (View, 1);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = tw_label_new (_ ("Active usage"), "heading");
  GtkWidget *list = tw_boxed_list_new ();

  self->state = state;
  self->id = g_strdup (workload);
  self->cursor = -1;
  self->rows = g_ptr_array_new ();
  self->widget = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  self->figure = tw_label_new ("", "tw-secondary");
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->forecast = tw_label_new ("", "tw-secondary");
  self->expander = adw_expander_row_new ();
  self->first = reading_row_new (self, TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->figure);
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_add_css_class (self->card, "tw-chart");
  gtk_box_append (GTK_BOX (self->card), chart_new (self));
  gtk_box_append (GTK_BOX (self->card), self->forecast);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->expander), _ ("Readings"));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->expander), self->first);
  gtk_list_box_append (GTK_LIST_BOX (list), self->expander);
  gtk_box_append (GTK_BOX (self->widget), head);
  gtk_box_append (GTK_BOX (self->widget), self->card);
  gtk_box_append (GTK_BOX (self->widget), list);
  g_object_set_data_full (G_OBJECT (self->widget), "tw-usage-view", self, view_free);
  refresh (self->widget);
  tw_page_follow (self->widget, state, refresh);
  return self->widget;
}
