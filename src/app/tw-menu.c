/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-menu.h"

typedef struct
{
  GtkWidget *list, *home;
  TwMenuFunc func;
  gpointer data;
} Menu;

static gboolean
take_away_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkPopover *popover, gpointer data G_GNUC_UNUSED)
{
  /* The action that was chosen comes after. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, take_away_cb, g_object_ref (popover), g_object_unref);
}

void
tw_menu_let_go (GtkWidget *popover)
{
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
}

static void
popup (Menu *menu, GtkListBoxRow *row, double x, double y)
{
  g_autoptr (GMenuModel) model = NULL;
  GtkWidget *popover;

  gtk_widget_grab_focus (GTK_WIDGET (row));
  model = menu->func (row, menu->data);
  if (model == NULL)
    return;
  popover = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (popover, menu->home);
  gtk_widget_translate_coordinates (menu->list, menu->home, x, y, &x, &y);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  tw_menu_let_go (popover);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
pressed_cb (GtkGestureClick *gesture, int n G_GNUC_UNUSED, double x, double y, gpointer data)
{
  Menu *menu = data;
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (GTK_LIST_BOX (menu->list), (int) y);

  if (row == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup (menu, row, x, y);
}

static gboolean
key_cb (GtkWidget *list, GVariant *arguments G_GNUC_UNUSED, gpointer data)
{
  GtkWidget *row = gtk_root_get_focus (gtk_widget_get_root (list));
  double x, y;

  if (row != NULL && !GTK_IS_LIST_BOX_ROW (row))
    row = gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX_ROW);
  if (row == NULL || gtk_widget_get_parent (row) != list)
    return FALSE;
  gtk_widget_translate_coordinates (row, list, 24, gtk_widget_get_height (row), &x, &y);
  popup (data, GTK_LIST_BOX_ROW (row), x, y);
  return TRUE;
}

static void
add_key (GtkEventController *keys, guint key, GdkModifierType modifiers, Menu *menu)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                        gtk_callback_action_new (key_cb, menu, NULL)));
}

void
tw_menu_add (GtkWidget *list, GtkWidget *home, TwMenuFunc func, gpointer data)
{
  Menu *menu = g_new (Menu, 1);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  *menu = (Menu){ list, home, func, data };
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), menu);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (click));
  add_key (keys, GDK_KEY_Menu, 0, menu);
  add_key (keys, GDK_KEY_F10, GDK_SHIFT_MASK, menu);
  gtk_widget_add_controller (list, keys);
  g_object_set_data_full (G_OBJECT (list), "tw-menu", menu, g_free);
}
