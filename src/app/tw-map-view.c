/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "tw-edit.h"
#include "tw-map-paint.h"
#include "tw-map-view.h"
#include "tw-menu.h"
#include "tw-node-popover.h"
#include "tw-nodes.h"
#include "tw-page.h"
#include "tw-playbook-add.h"
#include "tw-snapshot-canvas.h"
#include "tw-stand-ins.h"
#include "tw-words.h"

/* From here on, in px, pressing and moving is dragging. */
#define DRAG_LEAST 8

struct _TwMapView
{
  GtkWidget parent_instance;

  TwViewState *state;
  TwMetrics *metrics;
  TwStampCache *stamps;
  TwStandIns *stops;   /* over what keys stop at */
  TwMapLayout *layout; /* of width; NULL: to be made */
  int width;
  guint place; /* idle source: to where the customer stands, at first */
  gboolean placed;
  char *hovered; /* motion of a button, or NULL */

  GtkGesture *drag;
  TwMapPlace taken;   /* what is dragged, TW_MAP_AT_NOTHING: nothing is */
  TwPlan *dragged;    /* the plan that it is about; only compared */
  char *id;           /* of it */
  int n;              /* phases by which an end of a band is dragged */
  TwMapLayout *trial; /* with that; else NULL */
  double landing;     /* between two lanes; 0: a motion stays where it is */
  const char *target; /* the motion beside it */
  gboolean below;
};

G_DEFINE_FINAL_TYPE (TwMapView, tw_map_view, GTK_TYPE_WIDGET)

static TwMapLayout *
layout_new (TwMapView *self, TwPlan *plan, int width)
{
  TwFacts *facts = tw_view_state_facts (self->state);

  if (self->metrics == NULL)
    self->metrics = tw_metrics_from_context (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  return tw_map_layout_new (plan, facts, self->metrics, width, TRUE);
}

static TwPlan *
plan_of (TwMapView *self)
{
  return tw_facts_plan (tw_view_state_facts (self->state));
}

static TwMapLayout *
layout_for (TwMapView *self, int width)
{
  if (self->layout != NULL && self->width == width)
    return self->layout;
  g_clear_pointer (&self->layout, tw_map_layout_free);
  self->width = width;
  self->layout = layout_new (self, plan_of (self), width);
  return self->layout;
}

static TwMapLayout *
layout_of (TwMapView *self)
{
  return layout_for (self, MAX (self->width, 1));
}

static int
node_of (TwMapView *self, const char *id)
{
  return tw_index_find (tw_schedule_index (tw_facts_schedule (tw_view_state_facts (self->state))),
                        id);
}

/* The id of what keys are at: it has the focus, or is selected. */
static const char *
cursor_of (TwMapView *self)
{
  const char *focused = tw_stand_ins_focused (self->stops, FALSE);

  return focused != NULL ? focused : tw_view_state_selected (self->state);
}

static gboolean
is_dragged (TwMapView *self)
{
  return self->landing > 0 || self->trial != NULL;
}

/* --- words --- */

/* "Health review every 2 weeks, …" of a band, or what a button adds. */
static char *
words_for_others (TwMapView *self, const char *id)
{
  const TwMapBand *band = tw_map_band (layout_of (self), id);
  TwPbMotion *offered
      = tw_playbook_motion (tw_document_playbook (tw_view_state_document (self->state)), id);
  GString *words;

  if (band == NULL)
    return g_strdup_printf (_ ("Add “%s” to the plan"), offered != NULL ? offered->name : id);
  words = g_string_new (NULL);
  for (guint i = 0; i < band->ids->len; i++)
    {
      TwRecurring *recurring = tw_index_recurring (
          tw_schedule_index (tw_facts_schedule (tw_view_state_facts (self->state))),
          band->ids->pdata[i], NULL);
      g_autofree char *period = recurring != NULL ? tw_words_period (recurring->every) : NULL;

      if (recurring != NULL)
        g_string_append_printf (words, "%s%s %s", i > 0 ? ", " : "", recurring->name, period);
    }
  g_string_append_printf (words, C_ ("recurring: first, last phase", ", from %s to %s"),
                          g_array_index (layout_of (self)->columns, TwMapColumn, band->from).name,
                          g_array_index (layout_of (self)->columns, TwMapColumn, band->to).name);
  return g_string_free (words, FALSE);
}

static char *
words_for (const char *id, gpointer data)
{
  TwMapView *self = data;
  const char *told = tw_view_state_told (self->state, id);
  int node = node_of (self, id);

  if (told != NULL)
    return g_strdup (told);
  return node >= 0 ? tw_words_node (tw_view_state_facts (self->state), (guint) node)
                   : words_for_others (self, id);
}

static gboolean
query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard G_GNUC_UNUSED,
                  GtkTooltip *tooltip, gpointer data G_GNUC_UNUSED)
{
  TwMapView *self = TW_MAP_VIEW (widget);
  const char *id = NULL;
  g_autofree char *words = NULL;

  tw_map_find (layout_of (self), x, y, &id, NULL);
  if (id == NULL || is_dragged (self) || tw_popover_is_open (widget)
      || tw_map_item (layout_of (self), id) == NULL)
    return FALSE;
  words = words_for (id, self);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

/* --- what is done --- */

static GtkAdjustment *
across_of (TwMapView *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);

  return gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (viewport));
}

/* Where the map is larger than the window; with the words that are wider than a node. Whether it
 * had to scroll sideways. */
static gboolean
scroll_to (TwMapView *self, const TwRect *rect)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  double margin = self->layout->gap, was = gtk_adjustment_get_value (across_of (self));

  gtk_adjustment_clamp_page (across_of (self), rect->x - 3 * margin,
                             rect->x + rect->width + 3 * margin);
  gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)),
                             rect->y - margin, rect->y + rect->height + margin);
  return fabs (gtk_adjustment_get_value (across_of (self)) - was) > 0.5;
}

/* In the middle, with what comes before it and after it, unless it is seen anyway. */
void
tw_map_view_show_current (TwMapView *self)
{
  const TwMapItem *here = tw_map_neighbour (layout_of (self), NULL, 1, 0);
  double page = gtk_adjustment_get_page_size (across_of (self));

  if (here != NULL && scroll_to (self, &here->rect))
    gtk_adjustment_set_value (across_of (self), here->rect.x + (here->rect.width - page) / 2);
}

static gboolean
place_cb (gpointer data)
{
  ((TwMapView *) data)->place = 0;
  tw_map_view_show_current (data);
  return G_SOURCE_REMOVE;
}

/* Selected, unless it is something that isn't in the plan; the focus follows. */
static void
go_to (TwMapView *self, const TwMapItem *item)
{
  scroll_to (self, &item->rect);
  if (item->place != TW_MAP_AT_ADD)
    tw_view_state_select (self->state, item->id);
  tw_stand_ins_focus (self->stops, item->id);
}

static gboolean
step (GtkWidget *widget, GVariant *parameter, gpointer data G_GNUC_UNUSED)
{
  TwMapView *self = TW_MAP_VIEW (widget);
  const TwMapItem *next;
  int dx, dy;

  g_variant_get (parameter, "(ii)", &dx, &dy);
  next = tw_map_neighbour (layout_of (self), cursor_of (self), dx, dy);
  if (next != NULL)
    go_to (self, next);
  return TRUE;
}

/* A motion of the playbook comes behind the plan's last, which it takes over from. */
static void
add_motion (TwMapView *self, const char *motion)
{
  TwPlaybook *playbook = tw_document_playbook (tw_view_state_document (self->state));
  TwList *motions = plan_of (self)->motions;
  guint n = tw_list_n (motions);
  const TwMotionRequest request
      = { .motion = motion,
          .after = n > 0 ? ((TwMotion *) motions->items[n - 1])->id : NULL,
          .at = G_MAXUINT };
  char *id = NULL;
  GError *error = NULL;
  TwPlan *edited = tw_playbook_add_motion (playbook, plan_of (self), &request, &id, &error);

  if (tw_view_state_edit (self->state, GTK_WIDGET (self), edited, error, NULL,
                          C_ ("undo step", "Add “%s”"),
                          tw_playbook_motion (playbook, motion)->name))
    {
      tw_view_state_select (self->state, id);
      tw_stand_ins_focus (self->stops, id);
    }
  g_clear_pointer (&id, g_ref_string_release);
}

static void
add_action (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *motion)
{
  add_motion (TW_MAP_VIEW (widget), g_variant_get_string (motion, NULL));
}

static void
open_popover (TwMapView *self, const TwMapItem *item)
{
  tw_popover_show_at (tw_node_popover_new (self->state, item->id), GTK_WIDGET (self),
                      &(GdkRectangle){ (int) item->rect.x, (int) item->rect.y,
                                       (int) item->rect.width, (int) item->rect.height });
}

static gboolean
open_item (TwMapView *self, const char *id)
{
  const TwMapItem *item = tw_map_item (layout_of (self), id);

  if (item == NULL)
    return FALSE;
  if (item->place == TW_MAP_AT_ADD)
    add_motion (self, item->id);
  else if (node_of (self, item->id) < 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "timeline.show", "s", item->id);
  else
    open_popover (self, item);
  return TRUE;
}

/* Of what is in the plan that of its bar, of a band where its rows are. */
static GMenuModel *
menu_of (TwMapView *self, const TwMapItem *item)
{
  TwIndex *index = tw_schedule_index (tw_facts_schedule (tw_view_state_facts (self->state)));
  const TwMapBand *band = tw_map_band (layout_of (self), item->id);
  g_autoptr (GMenu) first = g_menu_new ();
  GMenuModel *menu;

  if (item->place == TW_MAP_AT_ADD)
    tw_menu_append (first, _ ("Add to Plan"), "map.add", item->id);
  else if (band == NULL)
    tw_menu_append (first, _ ("Show in Calendar"), "timeline.show", item->id);
  for (guint i = 0; band != NULL && i < band->ids->len; i++)
    tw_menu_append (first, tw_index_recurring (index, band->ids->pdata[i], NULL)->name,
                    "timeline.show", band->ids->pdata[i]);
  menu = node_of (self, item->id) >= 0 ? tw_nodes_menu (self->state, item->id)
                                       : G_MENU_MODEL (g_menu_new ());
  g_menu_prepend_section (G_MENU (menu), band != NULL ? _ ("Show in Calendar") : NULL,
                          G_MENU_MODEL (first));
  return menu;
}

static gboolean
menu_at_cursor (GtkWidget *widget, GVariant *parameter G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  TwMapView *self = TW_MAP_VIEW (widget);
  const TwMapItem *item = tw_map_item (layout_of (self), cursor_of (self));

  if (item == NULL)
    return TRUE;
  go_to (self, item);
  tw_menu_show (widget, menu_of (self, item), item->rect.x + item->rect.width / 2,
                item->rect.y + item->rect.height);
  return TRUE;
}

static gboolean
open_cursor (GtkWidget *widget, GVariant *parameter G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  return open_item (TW_MAP_VIEW (widget), cursor_of (TW_MAP_VIEW (widget)));
}

static TwPlan *
stretched (TwMapView *self, const char *id, TwGrip grip, int n, GError **error)
{
  const TwMapBand *band = tw_map_band (layout_of (self), id);
  g_autofree const char **ids = g_new0 (const char *, band->ids->len + 1);

  for (guint i = 0; i < band->ids->len; i++)
    ids[i] = band->ids->pdata[i];
  return tw_edit_stretch (plan_of (self), ids, grip, n, error);
}

static void
stretch (TwMapView *self, const char *id, TwGrip grip, int n, gboolean merges)
{
  g_autofree char *key = merges ? g_strconcat ("stretch ", id, NULL) : NULL;
  TwRecurring *recurring = tw_index_recurring (
      tw_schedule_index (tw_facts_schedule (tw_view_state_facts (self->state))), id, NULL);
  g_autofree char *name = g_strdup (recurring->name);
  GError *error = NULL;
  TwPlan *plan = stretched (self, id, grip, n, &error);

  tw_view_state_edit (self->state, GTK_WIDGET (self), plan, error, key,
                      C_ ("undo step", "Change Phases of “%s”"), name);
}

/* --- the pointer --- */

static void
forget_drag (TwMapView *self)
{
  self->taken = TW_MAP_AT_NOTHING;
  self->landing = 0;
  self->n = 0;
  g_clear_pointer (&self->trial, tw_map_layout_free);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_begin_cb (GtkGestureDrag *drag G_GNUC_UNUSED, double x, double y, gpointer data)
{
  TwMapView *self = data;
  const char *id = NULL;
  TwMapPlace place = tw_map_find (layout_of (self), x, y, &id, NULL);

  forget_drag (self);
  if (place != TW_MAP_AT_MOTION && place != TW_MAP_AT_RECURRING_START
      && place != TW_MAP_AT_RECURRING_END)
    return;
  self->taken = place;
  self->dragged = plan_of (self);
  g_free (self->id);
  self->id = g_strdup (id);
}

/* Shows what would come of it. */
static void
try_stretch (TwMapView *self, double x)
{
  gboolean end = self->taken == TW_MAP_AT_RECURRING_END;
  g_autoptr (TwPlan) plan = NULL;

  self->n = tw_map_phases_to (layout_of (self), self->id, end, x);
  plan = stretched (self, self->id, end ? TW_GRIP_RIGHT : TW_GRIP_LEFT, self->n, NULL);
  g_clear_pointer (&self->trial, tw_map_layout_free);
  if (plan != NULL)
    self->trial = layout_new (self, plan, self->width);
}

static void
drag_update_cb (GtkGestureDrag *drag, double dx, double dy, gpointer data)
{
  TwMapView *self = data;
  double x, y;

  if (self->taken == TW_MAP_AT_NOTHING || (!is_dragged (self) && hypot (dx, dy) < DRAG_LEAST))
    return;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_gesture_drag_get_start_point (drag, &x, &y);
  if (self->taken == TW_MAP_AT_MOTION)
    self->landing
        = tw_map_landing (layout_of (self), self->id, y + dy, &self->target, &self->below);
  else
    try_stretch (self, x + dx);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   self->taken == TW_MAP_AT_MOTION ? "grabbing" : "ew-resize");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (GtkGestureDrag *drag G_GNUC_UNUSED, double dx G_GNUC_UNUSED, double dy G_GNUC_UNUSED,
             gpointer data)
{
  TwMapView *self = data;
  gboolean dragged = is_dragged (self), end = self->taken == TW_MAP_AT_RECURRING_END;
  gboolean motion = self->taken == TW_MAP_AT_MOTION;
  g_autofree char *target = g_strdup (self->landing > 0 ? self->target : NULL);
  int n = self->n;

  forget_drag (self);
  if (!dragged)
    return;
  if (motion)
    tw_nodes_drop (self->state, GTK_WIDGET (self), self->id, target, self->below);
  else
    stretch (self, self->id, end ? TW_GRIP_RIGHT : TW_GRIP_LEFT, n, FALSE);
}

/* What keys stop at, of which there is something at a point. */
static const TwMapItem *
item_at (TwMapView *self, double x, double y)
{
  const char *id = NULL;
  TwMapPlace place = tw_map_find (layout_of (self), x, y, &id, NULL);

  return place == TW_MAP_AT_HANDOVER || place == TW_MAP_AT_APPROACH
             ? NULL
             : tw_map_item (layout_of (self), id);
}

static void
pressed_cb (GtkGestureClick *gesture G_GNUC_UNUSED, int n, double x, double y, gpointer data)
{
  TwMapView *self = data;
  const TwMapItem *item = item_at (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (item != NULL && n == 1)
    go_to (self, item);
  else if (item != NULL && n == 2 && item->place != TW_MAP_AT_ADD)
    open_item (self, item->id);
}

static void
released_cb (GtkGestureClick *gesture G_GNUC_UNUSED, int n G_GNUC_UNUSED, double x, double y,
             gpointer data)
{
  TwMapView *self = data;
  const char *id = NULL;

  if (tw_map_find (layout_of (self), x, y, &id, NULL) == TW_MAP_AT_ADD)
    add_motion (self, id);
}

static void
motion_cb (GtkEventControllerMotion *controller G_GNUC_UNUSED, double x, double y, gpointer data)
{
  TwMapView *self = data;
  const char *id = NULL;
  TwMapPlace place = tw_map_find (layout_of (self), x, y, &id, NULL);
  gboolean button = place == TW_MAP_AT_ADD;
  gboolean end = place == TW_MAP_AT_RECURRING_START || place == TW_MAP_AT_RECURRING_END;

  if (is_dragged (self))
    return;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), end      ? "ew-resize"
                                                      : button ? "pointer"
                                                               : NULL);
  if (g_strcmp0 (self->hovered, button ? id : NULL) == 0)
    return;
  g_free (self->hovered);
  self->hovered = g_strdup (button ? id : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave_cb (GtkEventControllerMotion *controller G_GNUC_UNUSED, gpointer data)
{
  g_clear_pointer (&TW_MAP_VIEW (data)->hovered, g_free);
  gtk_widget_queue_draw (data);
}

static void
menu_cb (GtkGestureClick *gesture, int n G_GNUC_UNUSED, double x, double y, gpointer data)
{
  TwMapView *self = data;
  const TwMapItem *item = item_at (self, x, y);

  if (item == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  go_to (self, item);
  tw_menu_show (GTK_WIDGET (self), menu_of (self, item), x, y);
}

/* --- the keyboard --- */

/* Escape gives up a drag; on a band the keys that move bars go by phases. */
static gboolean
key_cb (GtkEventControllerKey *controller G_GNUC_UNUSED, guint key, guint code G_GNUC_UNUSED,
        GdkModifierType modifiers, gpointer data)
{
  TwMapView *self = data;
  int n = key == GDK_KEY_Left ? -1 : key == GDK_KEY_Right ? 1 : 0;
  const char *id = cursor_of (self);

  if (key == GDK_KEY_Escape && is_dragged (self))
    {
      forget_drag (self);
      gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
      return TRUE;
    }
  if (n == 0 || (modifiers & GDK_ALT_MASK) == 0 || id == NULL
      || tw_map_band (layout_of (self), id) == NULL)
    return FALSE;
  stretch (self, id, (modifiers & GDK_SHIFT_MASK) != 0 ? TW_GRIP_RIGHT : TW_GRIP_BODY, n, TRUE);
  return TRUE;
}

static gboolean
tw_map_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return tw_stand_ins_enter (TW_MAP_VIEW (widget)->stops, direction);
}

/* What is selected has it, else the current phase. */
static gboolean
tw_map_view_grab_focus (GtkWidget *widget)
{
  TwMapView *self = TW_MAP_VIEW (widget);
  const TwMapItem *item = tw_map_item (layout_of (self), tw_view_state_selected (self->state));

  if (item == NULL)
    item = tw_map_neighbour (layout_of (self), NULL, 1, 0);
  return tw_stand_ins_grab (self->stops, item != NULL ? item->id : NULL);
}

/* --- the widget --- */

static void
tw_map_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TwMapView *self = TW_MAP_VIEW (widget);
  AdwStyleManager *style = adw_style_manager_get_default ();
  TwMapLayout *layout = self->trial != NULL ? self->trial : layout_of (self);
  const char *focused = tw_stand_ins_focused (self->stops, TRUE);
  g_autoptr (TwCanvas) canvas = tw_canvas_new_snapshot (snapshot, self->metrics, self->stamps);
  TwMapState state = { .selected = focused != NULL ? focused : tw_view_state_selected (self->state),
                       .focused = focused != NULL,
                       .hovered = self->hovered,
                       .landing = self->landing };

  tw_map_paint (canvas,
                tw_palette_for_screen (adw_style_manager_get_dark (style),
                                       adw_style_manager_get_high_contrast (style)),
                layout, &state);
}

static GtkSizeRequestMode
tw_map_view_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* As wide as its columns need, as high as it is in a width. */
static void
tw_map_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                     int *natural, int *minimum_baseline G_GNUC_UNUSED,
                     int *natural_baseline G_GNUC_UNUSED)
{
  TwMapView *self = TW_MAP_VIEW (widget);
  gboolean vertical = orientation == GTK_ORIENTATION_VERTICAL;
  gboolean known = vertical && self->layout != NULL && self->width == for_size;
  g_autoptr (TwMapLayout) other
      = known ? NULL : layout_new (self, plan_of (self), vertical ? MAX (for_size, 0) : 0);
  TwMapLayout *layout = known ? self->layout : other;

  *minimum = *natural = (int) ceil (vertical ? layout->height : layout->width);
}

static void
tw_map_view_size_allocate (GtkWidget *widget, int width, int height G_GNUC_UNUSED,
                           int baseline G_GNUC_UNUSED)
{
  TwMapView *self = TW_MAP_VIEW (widget);
  TwMapLayout *layout = layout_for (self, width);
  const char *const *selection = tw_view_state_selection (self->state);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (TwStandIn));

  for (guint i = 0; i < layout->items->len; i++)
    {
      const TwMapItem *item = &g_array_index (layout->items, TwMapItem, i);
      TwStandIn stop = { item->id, item->rect, FALSE };

      if (item->row < 0)
        continue;
      stop.selected = g_strv_contains (selection, item->id);
      g_array_append_val (all, stop);
    }
  tw_stand_ins_place (self->stops, all);
  tw_popover_present_all (widget);
  if (!self->placed)
    self->place = g_idle_add (place_cb, self);
  self->placed = TRUE;
}

void
tw_map_view_refresh (TwMapView *self)
{
  if (self->dragged != plan_of (self))
    forget_drag (self);
  g_clear_pointer (&self->layout, tw_map_layout_free);
  tw_stand_ins_make_stale (self->stops);
  tw_stand_ins_describe (self->stops, tw_view_state_facts (self->state));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Another font or text scale. */
static void
tw_map_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  TwMapView *self = TW_MAP_VIEW (widget);

  GTK_WIDGET_CLASS (tw_map_view_parent_class)->css_changed (widget, change);
  g_clear_pointer (&self->layout, tw_map_layout_free);
  g_clear_pointer (&self->metrics, tw_metrics_unref);
  gtk_widget_queue_resize (widget);
}

static void
tw_map_view_dispose (GObject *object)
{
  TwMapView *self = TW_MAP_VIEW (object);

  g_clear_handle_id (&self->place, g_source_remove);
  g_clear_pointer (&self->stops, tw_stand_ins_free);
  g_clear_pointer (&self->trial, tw_map_layout_free);
  g_clear_pointer (&self->layout, tw_map_layout_free);
  g_clear_pointer (&self->stamps, tw_stamp_cache_free);
  g_clear_pointer (&self->metrics, tw_metrics_unref);
  g_clear_pointer (&self->hovered, g_free);
  g_clear_pointer (&self->id, g_free);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (tw_map_view_parent_class)->dispose (object);
}

static void
tw_map_view_class_init (TwMapViewClass *klass)
{
  static const struct
  {
    guint key;
    int dx, dy;
  } steps[] = {
    { GDK_KEY_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 }, { GDK_KEY_Up, 0, -1 }, { GDK_KEY_Down, 0, 1 }
  };
  static const guint open[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };
  static const guint menu[] = { GDK_KEY_Menu, GDK_KEY_F10 };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tw_map_view_dispose;
  widget_class->snapshot = tw_map_view_snapshot;
  widget_class->get_request_mode = tw_map_view_get_request_mode;
  widget_class->measure = tw_map_view_measure;
  widget_class->size_allocate = tw_map_view_size_allocate;
  widget_class->css_changed = tw_map_view_css_changed;
  widget_class->focus = tw_map_view_focus;
  widget_class->grab_focus = tw_map_view_grab_focus;
  tw_nodes_install_actions (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_widget_class_add_binding (widget_class, steps[i].key, 0, step, "(ii)", steps[i].dx,
                                  steps[i].dy);
  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    gtk_widget_class_add_binding (widget_class, open[i], 0, open_cursor, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (menu); i++)
    gtk_widget_class_add_binding (widget_class, menu[i], i == 0 ? 0 : GDK_SHIFT_MASK,
                                  menu_at_cursor, NULL);
  gtk_widget_class_install_action (widget_class, "map.add", "s", add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "nodes.tick", NULL);
  gtk_widget_class_set_css_name (widget_class, "map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
tw_map_view_init (TwMapView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->stamps = tw_stamp_cache_new ();
  self->stops = tw_stand_ins_new (widget, words_for, self);
  self->drag = gtk_gesture_drag_new ();
  g_signal_connect (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (self->drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  tw_menu_on_click (widget, G_CALLBACK (menu_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (self->drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
}

/* Keys moved a phase: it is spoken. */
static void
moved_cb (TwMapView *self)
{
  tw_stand_ins_make_stale (self->stops);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

GtkWidget *
tw_map_view_new (TwViewState *state)
{
  TwMapView *self = g_object_new (TW_TYPE_MAP_VIEW, NULL);
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->state = g_object_ref (state);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  tw_nodes_set_state (GTK_WIDGET (self), state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Map of motions and phases"), -1);
  return GTK_WIDGET (self);
}

GtkWidget *
tw_map_view_scrolled (TwMapView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *viewport = gtk_viewport_new (NULL, NULL);

  /* The whole map has the focus, too: what is to be seen of it only the map knows. */
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), GTK_WIDGET (self));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), viewport);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

gboolean
tw_map_view_find (TwMapView *self, const char *id, graphene_rect_t *place)
{
  const TwMapItem *item = tw_map_item (layout_of (self), id);

  if (item == NULL)
    return FALSE;
  graphene_rect_init (place, (float) item->rect.x, (float) item->rect.y, (float) item->rect.width,
                      (float) item->rect.height);
  return TRUE;
}
