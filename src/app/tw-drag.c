/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-drag.h"

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

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x G_GNUC_UNUSED, double y G_GNUC_UNUSED, gpointer row)
{
  DragItem *item = g_object_get_data (G_OBJECT (row), "tw-drag-item");
  g_autoptr (GdkPaintable) paintable = NULL;

  if (item == NULL)
    return NULL;
  paintable = gtk_widget_paintable_new (row);
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

static GdkDragAction
motion_cb (GtkDropTarget *drop G_GNUC_UNUSED, double x G_GNUC_UNUSED, double y, gpointer data)
{
  Target *target = data;

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
