/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tw-charts.h"
#include "tw-page.h"
#include "tw-readings.h"
#include "tw-usage-view.h"
#include "tw-words.h"
#include "tw-workloads.h"

#define CHART_HEIGHT 190

typedef struct
{
  TwViewState *state;
  char *id; /* of the workload */
  GtkWidget *widget, *figure, *chart, *forecast, *card;
  int cursor; /* the reading that arrow keys stand on, -1: none */
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
          tw_usage_percent (100.0 * reading->active / MAX (workload->entitled, 1)));

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

  if (workload == NULL)
    return;
  newest = tw_workload_newest_reading (workload);
  forecast = tw_words_usage_forecast (workload, today);
  if (newest != NULL)
    {
      g_autofree char *active = tw_words_number (newest->active);
      g_autofree char *all = workload->entitled > 0 ? tw_words_number (workload->entitled) : NULL;

      figure = all != NULL
                   ? g_strdup_printf (C_ ("usage: active, entitled", "%s of %s"), active, all)
                   : g_strdup (active);
    }
  gtk_label_set_text (GTK_LABEL (self->figure), figure != NULL ? figure : "");
  gtk_label_set_text (GTK_LABEL (self->forecast), forecast);
  gtk_widget_set_visible (self->chart, newest != NULL && workload->entitled > 0);
  gtk_widget_queue_draw (self->chart);
}

static void
view_free (gpointer data)
{
  View *self = data;

  g_free (self->id);
  g_free (self);
}

GtkWidget *
tw_usage_view_new (TwViewState *state, const char *workload)
{
  View *self = g_new0 (View, 1);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = tw_label_new (_ ("Active usage"), "heading");

  self->state = state;
  self->id = g_strdup (workload);
  self->cursor = -1;
  self->widget = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  self->figure = tw_label_new ("", "tw-secondary");
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->forecast = tw_label_new ("", "tw-secondary");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->figure);
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_add_css_class (self->card, "tw-chart");
  gtk_box_append (GTK_BOX (self->card), chart_new (self));
  gtk_box_append (GTK_BOX (self->card), self->forecast);
  gtk_box_append (GTK_BOX (self->widget), head);
  gtk_box_append (GTK_BOX (self->widget), self->card);
  gtk_box_append (GTK_BOX (self->widget), tw_readings_new (state, &tw_workload_type, workload));
  g_object_set_data_full (G_OBJECT (self->widget), "tw-usage-view", self, view_free);
  refresh (self->widget);
  tw_page_follow (self->widget, state, refresh);
  return self->widget;
}
