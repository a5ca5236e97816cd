/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-drag.h"
#include "tw-edit.h"

/* How long one rests on what is opened by it. */
#define HOVER_MS 600

typedef struct
{
  const TwRecordType *type;
  char *id;
} DragItem;

static DragItem *
drag_item_copy (DragItem *item)
{
  DragItem *copy = g_new (DragItem, 1);

  *copy = (DragItem){ item->type, g_strdup (item->id) };
  return copy;
}

static void
drag_item_free (DragItem *item)
{
  g_free (item->id);
  g_free (item);
}

typedef DragItem TwDragItem;

static GType tw_drag_item_get_type (void);

G_DEFINE_BOXED_TYPE (TwDragItem, tw_drag_item, drag_item_copy, drag_item_free)

void
tw_drag_set_record (GtkWidget *row, const TwRecordType *type, const char *id)
{
  DragItem item = { type, (char *) id };

  g_object_set_data_full (G_OBJECT (row), "tw-drag-item",
                          id != NULL ? drag_item_copy (&item) : NULL,
                          (GDestroyNotify) drag_item_free);
}

const char *
tw_drag_id (GtkWidget *row)
{
  DragItem *item = g_object_get_data (G_OBJECT (row), "tw-drag-item");

  return item != NULL ? item->id : NULL;
}

/* The row as it is seen, on a ground of its own: it is drawn over other rows. */
static GdkPaintable *
icon_of (GtkWidget *row)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (row);
  double width = gdk_paintable_get_intrinsic_width (paintable);
  double height = gdk_paintable_get_intrinsic_height (paintable);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GdkRGBA ground;

  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (row), "popover_bg_color",
                                      &ground))
    gtk_snapshot_append_color (snapshot, &ground,
                               &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  return gtk_snapshot_free_to_paintable (snapshot, NULL);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x G_GNUC_UNUSED, double y G_GNUC_UNUSED, gpointer row)
{
  DragItem *item = g_object_get_data (G_OBJECT (row), "tw-drag-item");
  g_autoptr (GdkPaintable) paintable = NULL;

  if (item == NULL)
    return NULL;
  paintable = icon_of (row);
  gtk_drag_source_set_icon (source, paintable, 12, 12);
  return gdk_content_provider_new_typed (tw_drag_item_get_type (), item);
}

void
tw_drag_add_source (GtkWidget *handle, GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), row);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
}

/* --- targets --- */

typedef struct
{
  GtkWidget *row;
  TwDropFunc func;
  gpointer data;
} Target;

static void
show_line (GtkWidget *row, int where)
{
  gtk_widget_remove_css_class (row, where > 0 ? "tw-drop-above" : "tw-drop-below");
  if (where == 0)
    gtk_widget_remove_css_class (row, "tw-drop-above");
  else
    gtk_widget_add_css_class (row, where > 0 ? "tw-drop-below" : "tw-drop-above");
}

static gboolean
is_below (GtkWidget *row, double y)
{
  return y > gtk_widget_get_height (row) / 2.0;
}

/* Whether what is dragged has a place beside the row or in it; what has no record decides itself.
 */
static gboolean
can_land (Target *target, GtkDropTarget *drop)
{
  GdkDrag *drag = gdk_drop_get_drag (gtk_drop_target_get_current_drop (drop));
  DragItem *on = g_object_get_data (G_OBJECT (target->row), "tw-drag-item");
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, tw_drag_item_get_type ());
  return drag != NULL && gdk_content_provider_get_value (gdk_drag_get_content (drag), &value, NULL)
         && (on == NULL
             || tw_edit_can_land (((DragItem *) g_value_get_boxed (&value))->type, on->type));
}

static GdkDragAction
motion_cb (GtkDropTarget *drop, double x G_GNUC_UNUSED, double y, gpointer data)
{
  Target *target = data;

  if (!can_land (target, drop))
    return 0;
  show_line (target->row, is_below (target->row, y) ? 1 : -1);
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *drop G_GNUC_UNUSED, gpointer data)
{
  show_line (((Target *) data)->row, 0);
}

static gboolean
drop_cb (GtkDropTarget *drop G_GNUC_UNUSED, const GValue *value, double x G_GNUC_UNUSED, double y,
         gpointer data)
{
  Target *target = data;
  DragItem *item = g_value_get_boxed (value);

  show_line (target->row, 0);
  if (g_strcmp0 (tw_drag_id (target->row), item->id) == 0)
    return FALSE;
  target->func (target->row, item->type, item->id, is_below (target->row, y), target->data);
  return TRUE;
}

void
tw_drag_add_target (GtkWidget *row, TwDropFunc func, gpointer data)
{
  GtkDropTarget *drop = gtk_drop_target_new (tw_drag_item_get_type (), GDK_ACTION_MOVE);
  Target *target = g_new (Target, 1);

  *target = (Target){ row, func, data };
  g_object_set_data_full (G_OBJECT (drop), "tw-target", target, g_free);
  g_signal_connect (drop, "enter", G_CALLBACK (motion_cb), target);
  g_signal_connect (drop, "motion", G_CALLBACK (motion_cb), target);
  g_signal_connect (drop, "leave", G_CALLBACK (leave_cb), target);
  g_signal_connect (drop, "drop", G_CALLBACK (drop_cb), target);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (drop));
}

/* --- what opens --- */

typedef struct
{
  GtkWidget *row;
  TwHoverFunc func;
  gpointer data;
  guint timer;
} Hover;

static void
hover_stop (Hover *hover)
{
  g_clear_handle_id (&hover->timer, g_source_remove);
}

static void
hover_free (gpointer data)
{
  hover_stop (data);
  g_free (data);
}

static gboolean
hover_timeout_cb (gpointer data)
{
  Hover *hover = data;

  hover->timer = 0;
  hover->func (hover->row, hover->data);
  return G_SOURCE_REMOVE;
}

static void
hover_enter_cb (GtkDropControllerMotion *motion, double x G_GNUC_UNUSED, double y G_GNUC_UNUSED,
                gpointer data)
{
  Hover *hover = data;
  GdkDrop *drop = gtk_drop_controller_motion_get_drop (motion);

  hover_stop (hover);
  if (gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), tw_drag_item_get_type ()))
    hover->timer = g_timeout_add (HOVER_MS, hover_timeout_cb, hover);
}

static void
hover_leave_cb (GtkDropControllerMotion *motion G_GNUC_UNUSED, gpointer data)
{
  hover_stop (data);
}

void
tw_drag_add_hover (GtkWidget *row, TwHoverFunc func, gpointer data)
{
  GtkEventController *motion = gtk_drop_controller_motion_new ();
  Hover *hover = g_new (Hover, 1);

  *hover = (Hover){ row, func, data, 0 };
  g_object_set_data_full (G_OBJECT (motion), "tw-hover", hover, hover_free);
  g_signal_connect (motion, "enter", G_CALLBACK (hover_enter_cb), hover);
  g_signal_connect (motion, "leave", G_CALLBACK (hover_leave_cb), hover);
  gtk_widget_add_controller (row, motion);
}
