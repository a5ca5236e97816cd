/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tw-edit.h"
#include "tw-menu.h"
#include "tw-nodes.h"
#include "tw-timeline-private.h"

/* The calendar by hand: bars are dragged, linked and selected. What is shown while a bar is dragged
 * is the plan that its release makes. */

#define FAR_ENOUGH 4
#define EDGE 28

static TwSchedule *
schedule_of (TwTimeline *self)
{
  return tw_facts_schedule (tw_view_state_facts (self->state));
}

static TwPoint
in_layout (TwTimeline *self, TwPoint point)
{
  point.x += gtk_adjustment_get_value (self->horizontal);
  point.y += gtk_adjustment_get_value (self->vertical)
             - tw_timeline_axis_height (tw_timeline_metrics (self));
  return point;
}

static TwHit
hit (TwTimeline *self, TwPoint point, int *row)
{
  *row = -1;
  if (point.y < tw_timeline_axis_height (tw_timeline_metrics (self))
      || tw_timeline_layout (self) == NULL)
    return TW_HIT_NOTHING;
  point = in_layout (self, point);
  return tw_timeline_layout_hit (self->layout, point.x, point.y, self->hovered, row);
}

static void
show_cursor (TwTimeline *self, const char *name)
{
  if (g_strcmp0 (self->cursor, name) == 0)
    return;
  self->cursor = name;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

static void
set_tip (TwTimeline *self, GStrv lines, const char *id)
{
  g_strfreev (self->tip);
  self->tip = lines;
  g_free (self->tip_id);
  self->tip_id = g_strdup (id);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
tw_timeline_hand_clear (TwTimeline *self)
{
  gboolean dragged = tw_timeline_is_dragging (self);

  set_tip (self, NULL, NULL);
  if (self->scroll != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll);
  self->scroll = 0;
  self->hand = TW_HAND_IDLE;
  self->n = 0;
  self->choose = FALSE;
  /* The next drag may be of another bar. */
  if (self->trial != NULL)
    g_clear_pointer (&self->still, gsk_render_node_unref);
  g_clear_pointer (&self->trial, tw_trial_unref);
  g_clear_pointer (&self->ids, g_strfreev);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->target, g_free);
  if (dragged)
    tw_timeline_tell_dragging (self);
}

gboolean
tw_timeline_hand_is_busy (TwTimeline *self)
{
  return self->hand > TW_HAND_PRESSED;
}

void
tw_timeline_hand_check (TwTimeline *self)
{
  gboolean other = self->trial != NULL && self->trial->before != schedule_of (self);

  if (self->hand == TW_HAND_DRAG && other)
    tw_timeline_hand_clear (self);
}

/* --- selecting --- */

static gboolean
is_selected (TwTimeline *self, const char *id)
{
  return g_strv_contains (tw_view_state_selection (self->state), id);
}

static void
select_toggled (TwTimeline *self, const char *id)
{
  const char *const *was = tw_view_state_selection (self->state);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  gboolean there = is_selected (self, id);

  /* In the order of the rows. */
  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *one = tw_timeline_row_id (self, (int) i);

      if (one != NULL && (g_str_equal (one, id) ? !there : g_strv_contains (was, one)))
        g_ptr_array_add (ids, (gpointer) one);
    }
  g_ptr_array_add (ids, NULL);
  tw_view_state_select_all (self->state, (const char *const *) ids->pdata);
}

/* From what is selected to row. */
static void
select_to (TwTimeline *self, int row)
{
  const char *first = tw_view_state_selected (self->state);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  int from = row;

  for (guint i = 0; first != NULL && i < self->rows->len; i++)
    if (g_strcmp0 (tw_timeline_row_id (self, (int) i), first) == 0)
      from = (int) i;
  for (int i = MIN (from, row); i <= MAX (from, row); i++)
    if (tw_timeline_row_id (self, i) != NULL)
      g_ptr_array_add (ids, (gpointer) tw_timeline_row_id (self, i));
  g_ptr_array_add (ids, NULL);
  tw_view_state_select_all (self->state, (const char *const *) ids->pdata);
}

static TwRect
band (TwTimeline *self)
{
  TwPoint now = in_layout (self, self->pointer);

  return (TwRect){ MIN (self->start.x, now.x), MIN (self->start.y, now.y),
                   fabs (now.x - self->start.x), fabs (now.y - self->start.y) };
}

/* Marks the activities in the band; those that are selected stay so with Ctrl. */
static void
mark_band (TwTimeline *self)
{
  TwRect all = band (self);

  for (guint i = 0; i < self->rows->len; i++)
    {
      TwTimelineRow *row = &g_array_index (self->rows, TwTimelineRow, i);
      TwRect bar = tw_timeline_layout_bar (self->layout, i);

      const char *id = tw_timeline_row_id (self, (int) i);

      self->selected[i] = (self->adds && id != NULL && is_selected (self, id))
                          || (row->kind == TW_ROW_ACTIVITY && bar.x < all.x + all.width
                              && bar.x + bar.width > all.x && bar.y < all.y + all.height
                              && bar.y + bar.height > all.y);
    }
  tw_timeline_repaint (self);
}

static void
select_band (TwTimeline *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    if (self->selected[i] != 0)
      g_ptr_array_add (ids, (gpointer) tw_timeline_row_id (self, (int) i));
  g_ptr_array_add (ids, NULL);
  tw_view_state_select_all (self->state, (const char *const *) ids->pdata);
}

/* --- dragging --- */

static TwGrip
grip_of (TwTimeline *self)
{
  return self->hit == TW_HIT_LEFT    ? TW_GRIP_LEFT
         : self->hit == TW_HIT_RIGHT ? TW_GRIP_RIGHT
                                     : TW_GRIP_BODY;
}

/* All that is selected moves with a bar that is among it. */
static void
begin_drag (TwTimeline *self)
{
  const char *const one[] = { self->id, NULL };
  gboolean all = self->hit == TW_HIT_BODY && is_selected (self, self->id);

  self->hand = TW_HAND_DRAG;
  self->ids = g_strdupv ((char **) (all ? tw_view_state_selection (self->state) : one));
  show_cursor (self, self->hit == TW_HIT_BODY ? "grabbing" : "ew-resize");
  tw_timeline_tell_dragging (self);
}

static void
drag_by (TwTimeline *self, int n)
{
  g_autoptr (GError) error = NULL;
  TwTrial *trial;

  if (self->tip != NULL && n == self->n)
    return;
  self->n = n;
  trial = tw_trial_new (schedule_of (self), (const char *const *) self->ids, grip_of (self), n,
                        &error);
  g_clear_pointer (&self->trial, tw_trial_unref);
  self->trial = trial;
  if (trial != NULL)
    set_tip (self, tw_trial_lines (trial, tw_view_state_today (self->state)), self->id);
  else
    set_tip (self, g_strdupv ((char *[]){ error->message, NULL }), self->id);
}

static void
update_drag (TwTimeline *self)
{
  const TwSpan *span = tw_schedule_find (schedule_of (self), self->id);
  gboolean right = self->hit == TW_HIT_RIGHT;
  double x;
  TwDate day;

  if (span == NULL)
    return;
  x = tw_scale_x (&self->scale, right ? (double) span->finish + 1 : span->start);
  x += in_layout (self, self->pointer).x - self->start.x;
  day = tw_scale_snap (&self->scale, x);
  drag_by (self, tw_trial_days_to (schedule_of (self), self->id, grip_of (self),
                                   right && day > 0 ? day - 1 : day));
}

static void
end_drag (TwTimeline *self)
{
  g_autoptr (TwTrial) trial = g_steal_pointer (&self->trial);
  int n = self->n;

  tw_timeline_hand_clear (self);
  if (trial != NULL && n != 0)
    tw_nodes_make (self->state, GTK_WIDGET (self), trial, NULL);
}

/* --- linking --- */

static void
update_link (TwTimeline *self)
{
  int row;
  TwHit what = hit (self, self->pointer, &row);
  const char *id = what != TW_HIT_NOTHING ? tw_timeline_row_id (self, row) : NULL;
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (id, self->id) == 0)
    id = NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (g_strcmp0 (id, self->target) == 0)
    return;
  g_free (self->target);
  self->target = g_strdup (id);
  if (id == NULL)
    set_tip (self, NULL, NULL);
  else if (tw_schedule_can_link (schedule_of (self), id, self->id, &error))
    {
      TwIndex *index = tw_schedule_index (schedule_of (self));
      TwNode *after = tw_index_node (index, (guint) tw_index_find (index, self->id));
      g_autofree char *words
          = g_strdup_printf (_ ("Waits for “%s”"), tw_record_name (after->record));

      set_tip (self, g_strdupv ((char *[]){ words, NULL }), id);
    }
  else
    set_tip (self, g_strdupv ((char *[]){ error->message, NULL }), id);
}

static void
end_link (TwTimeline *self)
{
  g_autofree char *id = g_steal_pointer (&self->id);
  g_autofree char *target = g_steal_pointer (&self->target);

  tw_timeline_hand_clear (self);
  if (target != NULL)
    tw_nodes_link (self->state, GTK_WIDGET (self), target, id);
}

/* --- the gesture --- */

static void
update (TwTimeline *self)
{
  if (tw_timeline_layout (self) == NULL)
    return;
  if (self->hand == TW_HAND_DRAG)
    update_drag (self);
  else if (self->hand == TW_HAND_LINK)
    update_link (self);
  else if (self->hand == TW_HAND_BAND)
    mark_band (self);
}

/* How fast to scroll for a pointer at place in a view of size; 0: not. */
static double
speed_at (double place, double size)
{
  if (place < EDGE)
    return MAX (place - EDGE, -2 * EDGE) / 2;
  return place > size - EDGE ? MIN (place - size + EDGE, 2 * EDGE) / 2 : 0;
}

static gboolean
scroll_tick (GtkWidget *widget, GdkFrameClock *clock G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  TwTimeline *self = TW_TIMELINE (widget);
  double axis = tw_timeline_axis_height (tw_timeline_metrics (self));
  double dx = speed_at (self->pointer.x, gtk_widget_get_width (widget));
  double dy = speed_at (self->pointer.y - axis, gtk_widget_get_height (widget) - axis);
  double x = gtk_adjustment_get_value (self->horizontal),
         y = gtk_adjustment_get_value (self->vertical);

  if (fabs (dx) + fabs (dy) < 0.5)
    {
      self->scroll = 0;
      return G_SOURCE_REMOVE;
    }
  gtk_adjustment_set_value (self->horizontal, x + dx);
  /* A bar stays in its row: only what has a way up and down takes the view along. */
  if (self->hand != TW_HAND_DRAG)
    gtk_adjustment_set_value (self->vertical, y + dy);
  update (self);
  return G_SOURCE_CONTINUE;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, gpointer data)
{
  TwTimeline *self = data;
  GdkModifierType modifiers
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  int row;

  tw_timeline_hand_clear (self);
  self->pointer = (TwPoint){ x, y };
  self->hit = hit (self, self->pointer, &row);
  self->id = g_strdup (tw_timeline_row_id (self, row));
  self->adds = (modifiers & GDK_CONTROL_MASK) != 0;
  self->tick = TW_DATE_NONE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (tw_timeline_layout (self) == NULL)
    return;
  if (y >= tw_timeline_axis_height (tw_timeline_metrics (self)))
    self->hand = TW_HAND_PRESSED;
  self->start = in_layout (self, self->pointer);
  if (self->id == NULL)
    return;
  if (self->hit == TW_HIT_DOT)
    return;
  if (self->adds)
    select_toggled (self, self->id);
  else if ((modifiers & GDK_SHIFT_MASK) != 0)
    select_to (self, row);
  else if (!is_selected (self, self->id))
    tw_view_state_select (self->state, self->id);
  else
    self->choose = TRUE;
  tw_timeline_focus_selected (self);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, gpointer data)
{
  TwTimeline *self = data;
  double x, y;

  if (self->hand == TW_HAND_IDLE || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  self->pointer = (TwPoint){ x + dx, y + dy };
  if (self->hand == TW_HAND_PRESSED)
    {
      if (hypot (dx, dy) < FAR_ENOUGH)
        return;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      if (self->id != NULL && self->hit == TW_HIT_DOT)
        self->hand = TW_HAND_LINK;
      else if (self->id != NULL && self->hit != TW_HIT_NOTHING)
        begin_drag (self);
      else
        self->hand = TW_HAND_BAND;
    }
  /* It ends by itself away from the edges. */
  if (self->scroll == 0)
    self->scroll = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_tick, NULL, NULL);
  update (self);
}

void
tw_timeline_toggle_held (TwTimeline *self, TwRecurring *recurring, TwDate day)
{
  GError *error = NULL;
  TwPlan *plan
      = tw_edit_toggle_held (tw_schedule_plan (schedule_of (self)), recurring->id, day, &error);

  tw_view_state_edit (self->state, self, plan, error, NULL, C_ ("undo step", "Tick “%s”"),
                      recurring->name);
}

/* A tick up to today was pressed. */
static void
tick (TwTimeline *self)
{
  int row;
  TwRecurring *recurring;
  TwDate day;

  hit (self, self->pointer, &row);
  recurring = row >= 0 ? g_array_index (self->rows, TwTimelineRow, row).recurring : NULL;
  day = recurring != NULL
            ? tw_timeline_layout_tick (self->layout, (guint) row, in_layout (self, self->pointer).x)
            : TW_DATE_NONE;
  if (day != TW_DATE_NONE && day <= tw_view_state_today (self->state))
    tw_timeline_toggle_held (self, recurring, day);
}

static void
drag_end_cb (GtkGestureDrag *gesture G_GNUC_UNUSED, double dx G_GNUC_UNUSED,
             double dy G_GNUC_UNUSED, gpointer data)
{
  TwTimeline *self = data;
  TwHand hand = self->hand;

  if (hand == TW_HAND_DRAG)
    end_drag (self);
  else if (hand == TW_HAND_LINK)
    end_link (self);
  else if (hand == TW_HAND_BAND)
    {
      tw_timeline_hand_clear (self);
      select_band (self);
    }
  else
    {
      g_autofree char *id = g_steal_pointer (&self->id);
      gboolean choose = self->choose;

      tw_timeline_hand_clear (self);
      if (choose)
        tw_view_state_select (self->state, id);
      if (hand == TW_HAND_PRESSED)
        tick (self);
    }
  show_cursor (self, NULL);
}

/* Escape gives up what is under way, else what is selected. */
static gboolean
key_cb (GtkEventControllerKey *controller G_GNUC_UNUSED, guint key, guint code G_GNUC_UNUSED,
        GdkModifierType modifiers G_GNUC_UNUSED, gpointer data)
{
  TwTimeline *self = data;

  if (key != GDK_KEY_Escape)
    return FALSE;
  if (self->hand == TW_HAND_IDLE)
    {
      tw_view_state_select (self->state, NULL);
      return FALSE;
    }
  tw_timeline_hand_clear (self);
  /* What the band marked. */
  g_clear_pointer (&self->layout, tw_timeline_layout_free);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
  show_cursor (self, NULL);
  return TRUE;
}

/* --- hovering --- */

static void
motion_cb (GtkEventControllerMotion *controller G_GNUC_UNUSED, double x, double y, gpointer data)
{
  TwTimeline *self = data;
  int row, hovered;
  TwHit what;

  if (self->hand != TW_HAND_IDLE)
    return;
  self->pointer = (TwPoint){ x, y };
  /* It may be asked between the layout and the painting of a frame: none is made then. */
  if (self->layout == NULL)
    return;
  what = hit (self, self->pointer, &row);
  hovered = what == TW_HIT_NOTHING ? -1 : row;
  if (hovered != self->hovered)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->hovered = hovered;
  show_cursor (self, what == TW_HIT_DOT       ? "crosshair"
                     : what == TW_HIT_BODY    ? "grab"
                     : what == TW_HIT_NOTHING ? NULL
                                              : "ew-resize");
}

static void
leave_cb (GtkEventControllerMotion *controller G_GNUC_UNUSED, gpointer data)
{
  TwTimeline *self = data;

  self->hovered = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- other buttons and fingers --- */

static void
menu_cb (GtkGestureClick *gesture, int n G_GNUC_UNUSED, double x, double y, gpointer data)
{
  TwTimeline *self = data;
  int row;

  hit (self, (TwPoint){ x, y }, &row);
  if (y >= tw_timeline_axis_height (tw_timeline_metrics (self))
      && tw_timeline_row_id (self, row) == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  tw_timeline_ask_for_menu (self, tw_timeline_row_id (self, row), x, y);
}

/* On a bar: all that it has; elsewhere an activity begins there. */
static void
twice_cb (GtkGestureClick *gesture, int n, double x, double y, gpointer data)
{
  TwTimeline *self = data;
  int row;
  TwHit what = hit (self, (TwPoint){ x, y }, &row);
  g_autofree char *id = g_strdup (tw_timeline_row_id (self, row));
  TwRecurring *recurring
      = row >= 0 ? g_array_index (self->rows, TwTimelineRow, row).recurring : NULL;

  if (n != 2 || y < tw_timeline_axis_height (tw_timeline_metrics (self)) || recurring != NULL)
    return;
  /* The second press is neither a drag nor does it select. */
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  tw_timeline_hand_clear (self);
  if (what != TW_HIT_NOTHING)
    gtk_widget_activate_action (GTK_WIDGET (self), "calendar.edit", NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "calendar.add", "(sii)", id != NULL ? id : "", 1,
                                (int) tw_timeline_day_at (self, x));
}

static void
pan_begin_cb (GtkGestureDrag *gesture, double x G_GNUC_UNUSED, double y G_GNUC_UNUSED,
              gpointer data)
{
  TwTimeline *self = data;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->panned[0] = gtk_adjustment_get_value (self->horizontal);
  self->panned[1] = gtk_adjustment_get_value (self->vertical);
  show_cursor (self, "all-scroll");
}

static void
pan_update_cb (GtkGestureDrag *gesture G_GNUC_UNUSED, double dx, double dy, gpointer data)
{
  TwTimeline *self = data;

  gtk_adjustment_set_value (self->horizontal, self->panned[0] - dx);
  gtk_adjustment_set_value (self->vertical, self->panned[1] - dy);
}

static void
pan_end_cb (GtkGestureDrag *gesture G_GNUC_UNUSED, double dx G_GNUC_UNUSED, double dy G_GNUC_UNUSED,
            gpointer data)
{
  show_cursor (data, NULL);
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence G_GNUC_UNUSED, gpointer data)
{
  TwTimeline *self = data;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  tw_timeline_hand_clear (self);
  self->pinched = self->scale.per_week;
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, gpointer data)
{
  TwTimeline *self = data;
  double x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    tw_timeline_set_scale (self, self->pinched * scale, x);
}

/* --- what keys did --- */

void
tw_timeline_reveal (TwTimeline *self, TwDate start, TwDate finish)
{
  double x = tw_scale_x (&self->scale, start), end = tw_scale_x (&self->scale, finish + 1.0);
  double value = gtk_adjustment_get_value (self->horizontal);
  double width = gtk_widget_get_width (GTK_WIDGET (self));

  if (x > value + width - EDGE || end < value + EDGE)
    gtk_adjustment_set_value (self->horizontal, (x + end - width) / 2);
}

void
tw_timeline_tell (TwTimeline *self)
{
  TwTrial *trial = tw_view_state_moved (self->state);

  tw_stand_ins_make_stale (self->bars);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (tw_timeline_layout (self) == NULL || self->hand != TW_HAND_IDLE)
    return;
  if (trial == NULL)
    {
      set_tip (self, NULL, NULL);
      return;
    }
  set_tip (
      self, tw_trial_lines (trial, tw_view_state_today (self->state)),
      tw_index_node (tw_schedule_index (trial->after), g_array_index (trial->moved, guint, 0))->id);
  tw_timeline_reveal (self, trial->start, trial->finish);
}

/* --- painting --- */

static void
paint_tip (TwTimeline *self, TwCanvas *canvas, const TwPalette *palette, TwRect seen)
{
  TwSchedule *schedule = self->trial != NULL ? self->trial->after : schedule_of (self);
  int node = tw_index_find (tw_schedule_index (schedule), self->tip_id);
  int row = tw_timeline_layout_row_of (self->layout, node);

  if (row >= 0)
    tw_timeline_paint_tip (canvas, palette, seen,
                           tw_timeline_layout_bar_in (self->layout, (guint) row, schedule),
                           (const char *const *) self->tip);
}

void
tw_timeline_paint_hand (TwTimeline *self, TwCanvas *canvas, const TwPalette *palette, TwRect seen)
{
  int row = tw_timeline_row_called (self, self->id);

  if (self->hand != TW_HAND_DRAG)
    tw_timeline_paint_focused (self, canvas, palette);
  if (self->hand == TW_HAND_DRAG && self->trial != NULL)
    tw_timeline_paint_trial (self->layout, canvas, palette, seen, self->trial);
  else if (self->hand == TW_HAND_LINK && row >= 0)
    tw_timeline_paint_linking (self->layout, canvas, palette, (guint) row,
                               in_layout (self, self->pointer),
                               tw_timeline_row_called (self, self->target));
  else if (self->hand == TW_HAND_BAND)
    tw_timeline_paint_band (canvas, palette, band (self));
  else if (self->hovered >= 0)
    tw_timeline_paint_hover (self->layout, canvas, palette, (guint) self->hovered);
  if (self->tip != NULL)
    paint_tip (self, canvas, palette, seen);
}

/* --- controllers --- */

static void
add_drag (TwTimeline *self, GtkGesture *drag, guint button, GCallback begin, GCallback going,
          GCallback end)
{
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), button);
  g_signal_connect (drag, "drag-begin", begin, self);
  g_signal_connect (drag, "drag-update", going, self);
  g_signal_connect (drag, "drag-end", end, self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

void
tw_timeline_hand_init (TwTimeline *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *twice = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  self->drag = gtk_gesture_drag_new ();
  add_drag (self, self->drag, GDK_BUTTON_PRIMARY, G_CALLBACK (drag_begin_cb),
            G_CALLBACK (drag_update_cb), G_CALLBACK (drag_end_cb));
  add_drag (self, gtk_gesture_drag_new (), GDK_BUTTON_MIDDLE, G_CALLBACK (pan_begin_cb),
            G_CALLBACK (pan_update_cb), G_CALLBACK (pan_end_cb));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  tw_menu_on_click (GTK_WIDGET (self), G_CALLBACK (menu_cb), self);
  g_signal_connect (twice, "pressed", G_CALLBACK (twice_cb), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (twice), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (twice));
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}
