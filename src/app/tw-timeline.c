/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "tw-timeline-layout.h"
#include "tw-timeline.h"
#include "tw-words.h"

struct _TwTimeline
{
  GtkWidget parent_instance;

  TwViewState *state;
  GtkAdjustment *vertical, *horizontal;
  GArray *rows;
  TwScale scale;
  TwMetrics *metrics;
  TwTimelineLayout *layout; /* NULL: to be made */
  int selected;             /* the row, with the layout; -1: none */
  gboolean placed;          /* the first view was chosen */
  guint prepare;            /* idle source: layout and adjustment before the next frame */
  double pointer;
};

G_DEFINE_FINAL_TYPE (TwTimeline, tw_timeline, GTK_TYPE_WIDGET)

static TwMetrics *
metrics (TwTimeline *self)
{
  if (self->metrics == NULL)
    self->metrics = tw_metrics_from_context (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  return self->metrics;
}

static void
configure (TwTimeline *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double whole = self->layout != NULL ? self->layout->width : width;

  gtk_adjustment_configure (self->horizontal, gtk_adjustment_get_value (self->horizontal), 0,
                            MAX (whole, width), 40, width * 0.9, width);
}

static int
selected_row (TwTimeline *self)
{
  const char *id = tw_view_state_selected (self->state);
  int node = tw_index_find (
      tw_schedule_index (tw_facts_schedule (tw_view_state_facts (self->state))), id);

  for (guint i = 0; node >= 0 && i < self->rows->len; i++)
    if (g_array_index (self->rows, TwTimelineRow, i).node == node)
      return (int) i;
  return -1;
}

static TwTimelineLayout *
layout (TwTimeline *self)
{
  TwTimelineOptions options
      = { tw_view_state_critical (self->state), tw_view_state_compares (self->state) };
  TwDate start, until;

  if (self->layout != NULL || self->rows == NULL)
    return self->layout;
  tw_timeline_extent (tw_view_state_facts (self->state), &start, &until);
  self->scale.origin = start;
  self->layout = tw_timeline_layout_new (tw_view_state_facts (self->state), self->rows,
                                         &self->scale, metrics (self), &options);
  self->selected = selected_row (self);
  configure (self);
  return self->layout;
}

static gboolean
prepare_cb (gpointer data)
{
  TwTimeline *self = data;

  self->prepare = 0;
  if (gtk_widget_get_width (GTK_WIDGET (self)) <= 0 || layout (self) == NULL)
    return G_SOURCE_REMOVE;
  configure (self);
  if (!self->placed)
    {
      self->placed = TRUE;
      tw_timeline_show_today (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* Before the next frame, but neither while everybody gets their place nor while it is drawn: the
 * scrollbar that follows the adjustment would be left without an allocation. */
static void
prepare_later (TwTimeline *self)
{
  if (self->prepare == 0)
    self->prepare = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, prepare_cb, self, NULL);
}

static void
make_stale (TwTimeline *self)
{
  g_clear_pointer (&self->layout, tw_timeline_layout_free);
  prepare_later (self);
}

void
tw_timeline_set_rows (TwTimeline *self, GArray *rows)
{
  g_clear_pointer (&self->rows, g_array_unref);
  self->rows = g_array_ref (rows);
  make_stale (self);
}

static void
tw_timeline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TwTimeline *self = TW_TIMELINE (widget);
  AdwStyleManager *style = adw_style_manager_get_default ();
  const TwPalette *palette = tw_palette_for_screen (adw_style_manager_get_dark (style),
                                                    adw_style_manager_get_high_contrast (style));
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double x, y, axis;
  g_autoptr (TwCanvas) canvas = NULL;
  cairo_t *cr;

  if (self->layout == NULL || width <= 0 || height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  canvas = tw_canvas_new_cairo (cr, metrics (self));
  axis = tw_timeline_axis_height (metrics (self));
  x = gtk_adjustment_get_value (self->horizontal);
  y = gtk_adjustment_get_value (self->vertical);
  tw_canvas_push_clip (canvas, (TwRect){ 0, axis, width, height - axis }, 0);
  tw_canvas_push_offset (canvas, -x, axis - y);
  tw_timeline_paint (self->layout, canvas, palette, (TwRect){ x, y, width, height - axis },
                     self->selected);
  tw_canvas_pop (canvas);
  tw_canvas_pop (canvas);
  tw_canvas_push_offset (canvas, -x, 0);
  tw_timeline_paint_axis (self->layout, canvas, palette, x, width);
  tw_canvas_pop (canvas);
  g_clear_object (&canvas);
  cairo_destroy (cr);
}

static void
tw_timeline_measure (GtkWidget *widget G_GNUC_UNUSED, GtkOrientation orientation,
                     int for_size G_GNUC_UNUSED, int *minimum, int *natural,
                     int *minimum_baseline G_GNUC_UNUSED, int *natural_baseline G_GNUC_UNUSED)
{
  *minimum = 80;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 400;
}

static void
tw_timeline_size_allocate (GtkWidget *widget, int width G_GNUC_UNUSED, int height G_GNUC_UNUSED,
                           int baseline G_GNUC_UNUSED)
{
  prepare_later (TW_TIMELINE (widget));
}

/* --- zoom --- */

static void
set_scale (TwTimeline *self, double per_week, double x)
{
  TwScale scale = self->scale;
  double value = gtk_adjustment_get_value (self->horizontal);
  double date = tw_scale_date (&scale, value + x);

  self->scale.per_week = CLAMP (per_week, TW_SCALE_MIN, TW_SCALE_MAX);
  make_stale (self);
  layout (self);
  gtk_adjustment_set_value (self->horizontal, tw_scale_x (&self->scale, date) - x);
}

void
tw_timeline_zoom (TwTimeline *self, int direction)
{
  set_scale (self, tw_scale_next_step (self->scale.per_week, direction),
             gtk_widget_get_width (GTK_WIDGET (self)) / 2.0);
}

void
tw_timeline_fit (TwTimeline *self)
{
  const TwSpan *span
      = tw_schedule_plan_span (tw_facts_schedule (tw_view_state_facts (self->state)));
  TwScale scale = self->scale;
  double margin = 24;

  tw_scale_fit (&scale, span->start, span->finish, gtk_widget_get_width (GTK_WIDGET (self)),
                margin);
  set_scale (self, scale.per_week, 0);
  gtk_adjustment_set_value (self->horizontal, tw_scale_x (&self->scale, span->start) - margin);
}

void
tw_timeline_show_today (TwTimeline *self)
{
  if (layout (self) != NULL)
    gtk_adjustment_set_value (self->horizontal,
                              tw_scale_x (&self->scale, tw_view_state_today (self->state))
                                  - gtk_widget_get_width (GTK_WIDGET (self)) / 3.0);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, gpointer data)
{
  TwTimeline *self = data;
  GdkModifierType modifiers
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean sideways = fabs (dx) > fabs (dy);
  GtkAdjustment *adjustment
      = sideways || (modifiers & GDK_SHIFT_MASK) != 0 ? self->horizontal : self->vertical;

  if ((modifiers & GDK_CONTROL_MASK) != 0)
    set_scale (self, self->scale.per_week * (dy < 0 ? 1.2 : 1 / 1.2), self->pointer);
  else
    gtk_adjustment_set_value (adjustment,
                              gtk_adjustment_get_value (adjustment) + (sideways ? dx : dy) * 52);
  return TRUE;
}

static void
motion_cb (GtkEventControllerMotion *controller G_GNUC_UNUSED, double x, double y G_GNUC_UNUSED,
           gpointer data)
{
  TW_TIMELINE (data)->pointer = x;
}

static int
row_at (TwTimeline *self, double y)
{
  y += gtk_adjustment_get_value (self->vertical) - tw_timeline_axis_height (metrics (self));
  return layout (self) != NULL ? tw_timeline_layout_row_at (self->layout, y) : -1;
}

static void
pressed_cb (GtkGestureClick *gesture G_GNUC_UNUSED, int n G_GNUC_UNUSED, double x G_GNUC_UNUSED,
            double y, gpointer data)
{
  TwTimeline *self = data;
  int row = row_at (self, y);
  int node = row >= 0 ? g_array_index (self->rows, TwTimelineRow, row).node : -1;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (node >= 0)
    tw_view_state_select (
        self->state,
        tw_index_node (tw_schedule_index (tw_facts_schedule (tw_view_state_facts (self->state))),
                       (guint) node)
            ->id);
}

static gboolean
query_tooltip_cb (GtkWidget *widget, int x G_GNUC_UNUSED, int y, gboolean keyboard G_GNUC_UNUSED,
                  GtkTooltip *tooltip, gpointer data G_GNUC_UNUSED)
{
  TwTimeline *self = TW_TIMELINE (widget);
  int row = row_at (self, y);
  int node = row >= 0 ? g_array_index (self->rows, TwTimelineRow, row).node : -1;
  g_autofree char *words = NULL;

  if (node < 0 || y < tw_timeline_axis_height (metrics (self)))
    return FALSE;
  words = tw_words_node (tw_view_state_facts (self->state), (guint) node);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

/* --- the widget --- */

static void
tw_timeline_dispose (GObject *object)
{
  TwTimeline *self = TW_TIMELINE (object);

  g_clear_handle_id (&self->prepare, g_source_remove);
  g_clear_pointer (&self->layout, tw_timeline_layout_free);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->metrics, tw_metrics_unref);
  g_clear_object (&self->vertical);
  g_clear_object (&self->horizontal);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (tw_timeline_parent_class)->dispose (object);
}

/* Another font or text scale. */
static void
tw_timeline_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  TwTimeline *self = TW_TIMELINE (widget);

  GTK_WIDGET_CLASS (tw_timeline_parent_class)->css_changed (widget, change);
  g_clear_pointer (&self->layout, tw_timeline_layout_free);
  g_clear_pointer (&self->metrics, tw_metrics_unref);
  prepare_later (self);
}

static void
tw_timeline_class_init (TwTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tw_timeline_dispose;
  widget_class->snapshot = tw_timeline_snapshot;
  widget_class->measure = tw_timeline_measure;
  widget_class->size_allocate = tw_timeline_size_allocate;
  widget_class->css_changed = tw_timeline_css_changed;
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tw_timeline_init (TwTimeline *self)
{
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->scale.per_week = TW_SCALE_DEFAULT;
  self->horizontal = g_object_ref_sink (gtk_adjustment_new (0, 0, 1, 1, 1, 1));
  g_signal_connect_swapped (self->horizontal, "value-changed", G_CALLBACK (gtk_widget_queue_draw),
                            self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
tw_timeline_new (TwViewState *state, GtkAdjustment *vertical)
{
  TwTimeline *self = g_object_new (TW_TYPE_TIMELINE, NULL);

  self->state = g_object_ref (state);
  self->vertical = g_object_ref (vertical);
  g_signal_connect_object (vertical, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Timeline"), -1);
  return GTK_WIDGET (self);
}

GtkAdjustment *
tw_timeline_horizontal (TwTimeline *self)
{
  return self->horizontal;
}

void
tw_timeline_heights (GtkWidget *widget, int *axis, int *row)
{
  g_autoptr (TwMetrics) sizes = tw_metrics_from_context (gtk_widget_get_pango_context (widget));

  *axis = (int) tw_timeline_axis_height (sizes);
  *row = (int) sizes->row_height;
}
