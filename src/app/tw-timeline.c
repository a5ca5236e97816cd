/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "tw-menu.h"
#include "tw-nodes.h"
#include "tw-timeline-private.h"
#include "tw-words.h"

enum
{
  MENU,
  OUTLINE,
  DRAGGING,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TwTimeline, tw_timeline, GTK_TYPE_WIDGET)

TwMetrics *
tw_timeline_metrics (TwTimeline *self)
{
  if (self->metrics == NULL)
    self->metrics = tw_metrics_from_context (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  return self->metrics;
}

/* moved: how far what is seen moved to the right in it. */
static void
configure (TwTimeline *self, double moved)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double whole = self->layout != NULL ? self->layout->width : width;

  gtk_adjustment_configure (self->horizontal, gtk_adjustment_get_value (self->horizontal) + moved,
                            0, MAX (whole, width), 40, width * 0.9, width);
}

const char *
tw_timeline_row_id (TwTimeline *self, int number)
{
  TwTimelineRow *row;

  if (number < 0 || self->rows == NULL || number >= (int) self->rows->len)
    return NULL;
  row = &g_array_index (self->rows, TwTimelineRow, number);
  if (row->node >= 0)
    return tw_index_node (tw_schedule_index (tw_facts_schedule (self->facts)), (guint) row->node)
        ->id;
  return row->recurring != NULL ? row->recurring->id : NULL;
}

int
tw_timeline_row_called (TwTimeline *self, const char *id)
{
  int node = id != NULL && self->layout != NULL
                 ? tw_index_find (tw_schedule_index (tw_facts_schedule (self->facts)), id)
                 : -1;

  if (node >= 0)
    return tw_timeline_layout_row_of (self->layout, node);
  for (guint i = 0; id != NULL && self->layout != NULL && i < self->rows->len; i++)
    {
      TwRecurring *recurring = g_array_index (self->rows, TwTimelineRow, i).recurring;

      if (recurring != NULL && g_str_equal (recurring->id, id))
        return (int) i;
    }
  return -1;
}

/* A byte for each row. */
static void
mark_selected (TwTimeline *self)
{
  const char *const *ids = tw_view_state_selection (self->state);
  g_autoptr (GHashTable) all = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; ids[i] != NULL; i++)
    g_hash_table_add (all, (gpointer) ids[i]);
  g_free (self->selected);
  self->selected = g_new0 (guint8, self->rows->len + 1);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *id = tw_timeline_row_id (self, (int) i);

      self->selected[i] = id != NULL && g_hash_table_contains (all, id);
    }
}

TwTimelineLayout *
tw_timeline_layout (TwTimeline *self)
{
  TwTimelineOptions options = { .critical = tw_view_state_critical (self->state),
                                .baseline = tw_view_state_compares (self->state) };
  double moved = 0;
  TwDate start, until;

  if (self->layout != NULL || self->rows == NULL)
    return self->layout;
  tw_timeline_extent (self->facts, &start, &until);
  /* A calendar that begins on another day shows the same days as before. */
  if (self->placed)
    moved = tw_scale_width (&self->scale, self->scale.origin - start);
  self->scale.origin = start;
  self->layout = tw_timeline_layout_new (self->facts, self->rows, &self->scale,
                                         tw_timeline_metrics (self), &options);
  mark_selected (self);
  g_clear_pointer (&self->still, gsk_render_node_unref);
  tw_stand_ins_make_stale (self->bars);
  configure (self, moved);
  return self->layout;
}

/* The bar that was asked for comes into view. */
static void
show_wanted (TwTimeline *self)
{
  g_autofree char *id = g_steal_pointer (&self->wanted);
  int row = tw_timeline_row_called (self, id);
  double width = gtk_adjustment_get_page_size (self->horizontal);
  double left = gtk_adjustment_get_value (self->horizontal);
  TwRect bar;

  if (row < 0)
    return;
  bar = tw_timeline_layout_bar (self->layout, (guint) row);
  gtk_adjustment_clamp_page (self->vertical, bar.y, bar.y + bar.height);
  if (bar.x < left || bar.x + MIN (bar.width, width / 2) > left + width)
    gtk_adjustment_set_value (self->horizontal, bar.x - width / 3);
}

static gboolean
prepare_cb (gpointer data)
{
  TwTimeline *self = data;

  self->prepare = 0;
  if (gtk_widget_get_width (GTK_WIDGET (self)) <= 0 || tw_timeline_layout (self) == NULL)
    return G_SOURCE_REMOVE;
  configure (self, 0);
  if (!self->placed)
    {
      self->placed = TRUE;
      tw_timeline_show_today (self);
    }
  show_wanted (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
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
  self->hovered = -1;
  prepare_later (self);
}

void
tw_timeline_set_rows (TwTimeline *self, GArray *rows)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->facts, tw_facts_unref);
  self->rows = g_array_ref (rows);
  self->facts = tw_facts_ref (tw_view_state_facts (self->state));
  tw_stand_ins_describe (self->bars, tw_view_state_facts (self->state));
  tw_timeline_hand_check (self);
  make_stale (self);
}

/* All that no drag changes: made anew only for another view, layout or selection, so that a frame
 * of a drag compares and repaints nothing of it. */
static GskRenderNode *
still_node (TwTimeline *self, const TwPalette *palette, TwRect seen, double axis)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (TwCanvas) canvas
      = tw_canvas_new_snapshot (snapshot, tw_timeline_metrics (self), self->stamps);

  tw_canvas_push_clip (canvas, (TwRect){ 0, axis, seen.width, seen.height }, 0);
  tw_canvas_push_offset (canvas, -seen.x, axis - seen.y);
  tw_timeline_paint (self->layout, canvas, palette, seen, self->selected,
                     self->trial != NULL ? self->trial->moved : NULL);
  tw_canvas_pop (canvas);
  tw_canvas_pop (canvas);
  tw_canvas_push_offset (canvas, -seen.x, 0);
  tw_timeline_paint_axis (self->layout, canvas, palette, seen.x, seen.width);
  tw_canvas_pop (canvas);
  return gtk_snapshot_free_to_node (snapshot);
}

void
tw_timeline_repaint (TwTimeline *self)
{
  g_clear_pointer (&self->still, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Whether still shows what is to be shown. */
static gboolean
is_still (TwTimeline *self, const TwPalette *palette, TwRect seen)
{
  TwStill now = { palette, seen, self->layout, self->trial != NULL };

  if (self->still != NULL && memcmp (&now, &self->shown, sizeof now) == 0)
    return TRUE;
  self->shown = now;
  return FALSE;
}

static void
tw_timeline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TwTimeline *self = TW_TIMELINE (widget);
  AdwStyleManager *style = adw_style_manager_get_default ();
  const TwPalette *palette = tw_palette_for_screen (adw_style_manager_get_dark (style),
                                                    adw_style_manager_get_high_contrast (style));
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double axis;
  TwRect seen;
  g_autoptr (TwCanvas) canvas = NULL;

  if (self->layout == NULL || width <= 0 || height <= 0)
    return;
  canvas = tw_canvas_new_snapshot (snapshot, tw_timeline_metrics (self), self->stamps);
  axis = tw_timeline_axis_height (tw_timeline_metrics (self));
  /* On whole pixels, so that all is sharp and the same wherever it is seen. */
  seen = (TwRect){ round (gtk_adjustment_get_value (self->horizontal)),
                   round (gtk_adjustment_get_value (self->vertical)), width, height - axis };
  if (!is_still (self, palette, seen))
    {
      g_clear_pointer (&self->still, gsk_render_node_unref);
      self->still = still_node (self, palette, seen, axis);
    }
  if (self->still != NULL)
    gtk_snapshot_append_node (snapshot, self->still);
  tw_canvas_push_clip (canvas, (TwRect){ 0, axis, width, height - axis }, 0);
  tw_canvas_push_offset (canvas, -seen.x, axis - seen.y);
  tw_timeline_paint_hand (self, canvas, palette, seen);
  tw_canvas_pop (canvas);
  tw_canvas_pop (canvas);
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
tw_timeline_size_allocate (GtkWidget *widget, int width, int height G_GNUC_UNUSED,
                           int baseline G_GNUC_UNUSED)
{
  TwTimeline *self = TW_TIMELINE (widget);

  if (self->width != width || self->layout == NULL)
    prepare_later (self);
  self->width = width;
  if (self->layout != NULL)
    tw_timeline_place_bars (self);
  tw_popover_present_all (widget);
}

/* Seen from elsewhere: the bars' children go along. */
static void
scrolled_cb (TwTimeline *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
tw_timeline_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return tw_stand_ins_enter (TW_TIMELINE (widget)->bars, direction);
}

static gboolean
tw_timeline_grab_focus (GtkWidget *widget)
{
  TwTimeline *self = TW_TIMELINE (widget);

  return tw_stand_ins_grab (self->bars, tw_view_state_selected (self->state));
}

/* --- zoom --- */

void
tw_timeline_set_scale (TwTimeline *self, double per_week, double x)
{
  TwScale scale = self->scale;
  double value = gtk_adjustment_get_value (self->horizontal);
  double date = tw_scale_date (&scale, value + x);

  self->scale.per_week = CLAMP (per_week, TW_SCALE_MIN, TW_SCALE_MAX);
  if (self->layout != NULL)
    {
      tw_timeline_layout_set_scale (self->layout, &self->scale);
      configure (self, 0);
    }
  tw_timeline_layout (self);
  tw_timeline_repaint (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_adjustment_set_value (self->horizontal, tw_scale_x (&self->scale, date) - x);
}

void
tw_timeline_zoom_to (TwTimeline *self, double per_week)
{
  tw_timeline_set_scale (self, per_week, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0);
}

void
tw_timeline_zoom (TwTimeline *self, int direction)
{
  tw_timeline_zoom_to (self, tw_scale_next_step (self->scale.per_week, direction));
}

TwDate
tw_timeline_day_at (TwTimeline *self, double x)
{
  return tw_scale_day (&self->scale, gtk_adjustment_get_value (self->horizontal) + x);
}

void
tw_timeline_fit (TwTimeline *self, const char *const *ids)
{
  TwSchedule *schedule = tw_facts_schedule (tw_view_state_facts (self->state));
  TwSpan span = { 0 };
  TwScale scale = self->scale;
  double width = gtk_widget_get_width (GTK_WIDGET (self));

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const TwSpan *one = tw_schedule_find (schedule, ids[i]);

      if (one == NULL)
        continue;
      span.start = span.finish == 0 ? one->start : MIN (span.start, one->start);
      span.finish = MAX (span.finish, one->finish);
    }
  if (span.finish == 0)
    span = *tw_schedule_plan_span (schedule);
  tw_scale_fit (&scale, span.start, span.finish, width, 24);
  tw_timeline_set_scale (self, scale.per_week, 0);
  /* In the middle where it is too short to fill the width. */
  gtk_adjustment_set_value (
      self->horizontal,
      (tw_scale_x (&self->scale, span.start) + tw_scale_x (&self->scale, span.finish + 1.0) - width)
          / 2);
}

void
tw_timeline_show_today (TwTimeline *self)
{
  if (tw_timeline_layout (self) != NULL)
    gtk_adjustment_set_value (self->horizontal,
                              tw_scale_x (&self->scale, tw_view_state_today (self->state))
                                  - gtk_widget_get_width (GTK_WIDGET (self)) / 3.0);
}

void
tw_timeline_show (TwTimeline *self, const char *id)
{
  g_free (self->wanted);
  self->wanted = g_strdup (id);
  prepare_later (self);
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
    tw_timeline_set_scale (self, self->scale.per_week * pow (1.2, -dy), self->pointer.x);
  else
    gtk_adjustment_set_value (adjustment,
                              gtk_adjustment_get_value (adjustment) + (sideways ? dx : dy) * 52);
  return TRUE;
}

/* Of milestones also those whose label had no room. */
static gboolean
query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard G_GNUC_UNUSED,
                  GtkTooltip *tooltip, gpointer data G_GNUC_UNUSED)
{
  TwTimeline *self = TW_TIMELINE (widget);
  double axis = tw_timeline_axis_height (tw_timeline_metrics (self));
  int row = -1;
  g_autofree char *words = NULL;

  /* GTK asks while everybody gets their place, too: no layout is made for it. */
  if (self->layout != NULL && !tw_timeline_hand_is_busy (self) && self->tip == NULL
      && !tw_popover_is_open (widget) && y >= axis)
    row = tw_timeline_layout_row_at (self->layout,
                                     y - axis + gtk_adjustment_get_value (self->vertical));
  if (row >= 0 && g_array_index (self->rows, TwTimelineRow, row).kind == TW_ROW_MILESTONES)
    words = tw_timeline_layout_milestones_at (self->layout,
                                              x + gtk_adjustment_get_value (self->horizontal));
  else if (tw_timeline_row_id (self, row) != NULL)
    words = tw_timeline_words_for (tw_timeline_row_id (self, row), self);
  if (words != NULL)
    gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

/* --- the widget --- */

static void
tw_timeline_dispose (GObject *object)
{
  TwTimeline *self = TW_TIMELINE (object);

  g_clear_handle_id (&self->prepare, g_source_remove);
  tw_timeline_hand_clear (self);
  g_clear_pointer (&self->still, gsk_render_node_unref);
  g_clear_pointer (&self->stamps, tw_stamp_cache_free);
  g_clear_pointer (&self->bars, tw_stand_ins_free);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->selected, g_free);
  g_clear_pointer (&self->layout, tw_timeline_layout_free);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->facts, tw_facts_unref);
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

static const struct
{
  guint key;
  int distance;
} steps[] = { { GDK_KEY_Up, -1 },
              { GDK_KEY_Down, 1 },
              { GDK_KEY_Page_Up, -TW_STEP_PAGE },
              { GDK_KEY_Page_Down, TW_STEP_PAGE },
              { GDK_KEY_Home, -TW_STEP_PAGE + 1 },
              { GDK_KEY_End, TW_STEP_PAGE - 1 } };

/* Keys for what the outline does. */
static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} forwarded[]
    = { { GDK_KEY_F2, 0, "outline.rename" }, { GDK_KEY_Return, GDK_CONTROL_MASK, "outline.add" } };

static void
tw_timeline_class_init (TwTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tw_timeline_dispose;
  signals[MENU] = g_signal_new ("menu", TW_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[OUTLINE] = g_signal_new ("outline", TW_TYPE_TIMELINE, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DRAGGING] = g_signal_new ("dragging", TW_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  widget_class->snapshot = tw_timeline_snapshot;
  widget_class->measure = tw_timeline_measure;
  widget_class->size_allocate = tw_timeline_size_allocate;
  widget_class->css_changed = tw_timeline_css_changed;
  widget_class->focus = tw_timeline_focus;
  widget_class->grab_focus = tw_timeline_grab_focus;
  tw_nodes_install_actions (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_widget_class_add_binding (widget_class, steps[i].key, 0, tw_timeline_step, "i",
                                  steps[i].distance);
  for (guint i = 0; i < G_N_ELEMENTS (forwarded); i++)
    gtk_widget_class_add_binding_signal (widget_class, forwarded[i].key, forwarded[i].modifiers,
                                         "outline", "(s)", forwarded[i].action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, tw_timeline_turn, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, tw_timeline_turn, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, tw_timeline_key_tick, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, tw_timeline_key_menu, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, tw_timeline_key_menu,
                                NULL);
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
tw_timeline_init (TwTimeline *self)
{
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  self->scale.per_week = TW_SCALE_DEFAULT;
  self->hovered = -1;
  self->bars = tw_stand_ins_new (GTK_WIDGET (self), tw_timeline_words_for, self);
  self->stamps = tw_stamp_cache_new ();
  self->horizontal = g_object_ref_sink (gtk_adjustment_new (0, 0, 1, 1, 1, 1));
  g_signal_connect_swapped (self->horizontal, "value-changed", G_CALLBACK (scrolled_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  tw_timeline_hand_init (self);
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
  g_signal_connect_object (vertical, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "moved", G_CALLBACK (tw_timeline_tell), self, G_CONNECT_SWAPPED);
  tw_nodes_set_state (GTK_WIDGET (self), state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Timeline"), -1);
  return GTK_WIDGET (self);
}

void
tw_timeline_ask_outline (TwTimeline *self, const char *action)
{
  g_signal_emit (self, signals[OUTLINE], 0, action);
}

void
tw_timeline_ask_for_menu (TwTimeline *self, const char *id, double x, double y)
{
  g_signal_emit (self, signals[MENU], 0, id, x, y);
}

gboolean
tw_timeline_bar (TwTimeline *self, const char *id, graphene_rect_t *bar)
{
  int row = tw_timeline_layout (self) != NULL ? tw_timeline_row_called (self, id) : -1;
  TwRect rect;

  if (row < 0)
    return FALSE;
  rect = tw_timeline_layout_bar (self->layout, (guint) row);
  rect.x -= gtk_adjustment_get_value (self->horizontal);
  rect.y += tw_timeline_axis_height (tw_timeline_metrics (self))
            - gtk_adjustment_get_value (self->vertical);
  graphene_rect_init (bar, (float) rect.x, (float) rect.y, (float) rect.width, (float) rect.height);
  return TRUE;
}

gboolean
tw_timeline_is_dragging (TwTimeline *self)
{
  return self->hand == TW_HAND_DRAG;
}

void
tw_timeline_tell_dragging (TwTimeline *self)
{
  g_signal_emit (self, signals[DRAGGING], 0);
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
