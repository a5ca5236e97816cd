/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tw-map-layout.h"
#include "tw-map-paint.h"
#include "tw-map-view.h"
#include "tw-words.h"

typedef struct
{
  TwViewState *state;
  GtkWidget *area;
  TwMetrics *metrics;
  TwMapLayout *layout; /* of width; NULL: to be made */
  int width;
} MapView;

static void
map_view_free (gpointer data)
{
  MapView *self = data;

  g_clear_pointer (&self->layout, tw_map_layout_free);
  g_clear_pointer (&self->metrics, tw_metrics_unref);
  g_free (self);
}

static TwMapLayout *
layout_for (MapView *self, int width)
{
  TwFacts *facts = tw_view_state_facts (self->state);

  if (self->metrics == NULL)
    self->metrics = tw_metrics_from_context (gtk_widget_get_pango_context (self->area));
  if (self->layout != NULL && self->width == width)
    return self->layout;
  g_clear_pointer (&self->layout, tw_map_layout_free);
  self->width = width;
  self->layout
      = tw_map_layout_new (tw_facts_plan (facts), facts, self->metrics, MAX (width, 200), FALSE);
  return self->layout;
}

static void
draw_cb (GtkDrawingArea *area G_GNUC_UNUSED, cairo_t *cr, int width, int height G_GNUC_UNUSED,
         gpointer data)
{
  MapView *self = data;
  AdwStyleManager *style = adw_style_manager_get_default ();
  TwMapLayout *layout = layout_for (self, width);
  g_autoptr (TwCanvas) canvas = tw_canvas_new_cairo (cr, self->metrics);
  TwMapState state = { .selected = g_intern_string (tw_view_state_selected (self->state)) };

  tw_map_paint (canvas,
                tw_palette_for_screen (adw_style_manager_get_dark (style),
                                       adw_style_manager_get_high_contrast (style)),
                layout, &state);
}

/* A map needs its columns' width; what is narrower scrolls. */
static void
resize_cb (GtkDrawingArea *area, int width, int height G_GNUC_UNUSED, gpointer data)
{
  TwMapLayout *layout = layout_for (data, width);

  gtk_drawing_area_set_content_height (area, (int) layout->height);
}

static void
pressed_cb (GtkGestureClick *gesture G_GNUC_UNUSED, int n G_GNUC_UNUSED, double x, double y,
            gpointer data)
{
  MapView *self = data;
  const char *id = NULL;
  TwMapPlace place = tw_map_find (layout_for (self, self->width), x, y, &id, NULL);

  gtk_widget_grab_focus (self->area);
  if (id != NULL
      && (place == TW_MAP_AT_PHASE || place == TW_MAP_AT_ACTIVITY || place == TW_MAP_AT_MOTION))
    tw_view_state_select (self->state, id);
}

static gboolean
key_cb (GtkEventControllerKey *controller G_GNUC_UNUSED, guint key, guint code G_GNUC_UNUSED,
        GdkModifierType modifiers G_GNUC_UNUSED, gpointer data)
{
  MapView *self = data;
  int dx = key == GDK_KEY_Right ? 1 : key == GDK_KEY_Left ? -1 : 0;
  int dy = key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1 : 0;
  TwMapLayout *layout = layout_for (self, self->width);
  const char *selected = tw_view_state_selected (self->state);
  const TwMapNode *node = selected != NULL ? tw_map_node (layout, selected) : NULL;
  const char *next;

  if (dx == 0 && dy == 0)
    return FALSE;
  next = tw_map_neighbour (layout, node != NULL ? node->id : NULL, dx, dy);
  if (next != NULL)
    tw_view_state_select (self->state, next);
  return TRUE;
}

static gboolean
query_tooltip_cb (GtkWidget *widget G_GNUC_UNUSED, int x, int y, gboolean keyboard G_GNUC_UNUSED,
                  GtkTooltip *tooltip, gpointer data)
{
  MapView *self = data;
  const char *id = NULL;
  TwMapPlace place = tw_map_find (layout_for (self, self->width), x, y, &id, NULL);
  TwFacts *facts = tw_view_state_facts (self->state);
  int node = tw_index_find (tw_schedule_index (tw_facts_schedule (facts)), id);
  g_autofree char *words = NULL;

  if (node < 0 || (place != TW_MAP_AT_PHASE && place != TW_MAP_AT_ACTIVITY))
    return FALSE;
  words = tw_words_node (facts, (guint) node);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

void
tw_map_view_refresh (GtkWidget *view)
{
  MapView *self = g_object_get_data (G_OBJECT (view), "tw-map-view");

  g_clear_pointer (&self->layout, tw_map_layout_free);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->area),
                                       (int) layout_for (self, MAX (self->width, 200))->height);
  gtk_widget_queue_draw (self->area);
}

GtkWidget *
tw_map_view_new (TwViewState *state)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  MapView *self = g_new0 (MapView, 1);

  self->state = state;
  self->area = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->area), 1130);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw_cb, self, NULL);
  g_signal_connect (self->area, "resize", G_CALLBACK (resize_cb), self);
  g_signal_connect (self->area, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->area, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (self->area, keys);
  gtk_widget_set_focusable (self->area, TRUE);
  gtk_widget_set_has_tooltip (self->area, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Map of motions and phases"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->area);
  gtk_widget_set_vexpand (scrolled, TRUE);
  g_object_set_data_full (G_OBJECT (scrolled), "tw-map-view", self, map_view_free);
  return scrolled;
}
