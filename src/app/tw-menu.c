/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-menu.h"

static gboolean
unparent_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static GtkWidget *
focus_in (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/* The action that was chosen comes after; what it does to the page comes after this. The keyboard
 * is where it was before, or in what is left of that, unless it went elsewhere. */
static void
closed_cb (GtkPopover *popover, gpointer before)
{
  GtkWidget *focus = focus_in (GTK_WIDGET (popover));

  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (popover)))
    for (GtkWidget *to = before; to != NULL; to = gtk_widget_get_parent (to))
      if (gtk_widget_get_mapped (to) && gtk_widget_grab_focus (to))
        break;
  g_idle_add_full (G_PRIORITY_HIGH, unparent_cb, g_object_ref (popover), g_object_unref);
}

static void
unref_cb (gpointer focus, GClosure *closure G_GNUC_UNUSED)
{
  if (focus != NULL)
    g_object_unref (focus);
}

void
tw_popover_show_at (GtkWidget *popover, GtkWidget *widget, const GdkRectangle *place)
{
  GtkWidget *focus = focus_in (widget);

  gtk_widget_set_parent (popover, widget);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), place);
  g_signal_connect_data (popover, "closed", G_CALLBACK (closed_cb),
                         focus != NULL ? g_object_ref (focus) : NULL, unref_cb, 0);
  g_signal_connect_object (widget, "unmap", G_CALLBACK (gtk_popover_popdown), popover,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "destroy", G_CALLBACK (gtk_widget_unparent), popover,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

void
tw_popover_present_all (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

gboolean
tw_popover_is_open (GtkWidget *widget)
{
  GtkWidget *focus = focus_in (widget);

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

void
tw_popover_show (GtkWidget *popover, GtkWidget *widget)
{
  tw_popover_show_at (
      popover, widget,
      &(GdkRectangle){ 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget) });
}

void
tw_menu_show (GtkWidget *widget, GMenuModel *menu, double x, double y)
{
  GtkWidget *popover;

  if (menu == NULL)
    return;
  popover = gtk_popover_menu_new_from_model (menu);
  g_object_unref (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  /* Beside the point it slides up where there is no room below; below it would only shrink. */
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_RIGHT);
  gtk_widget_set_valign (popover, GTK_ALIGN_START);
  tw_popover_show_at (popover, widget, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

void
tw_menu_on_click (GtkWidget *widget, GCallback asked, gpointer data)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "released", asked, data);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}

static void
released_cb (GtkGestureClick *gesture, int n G_GNUC_UNUSED, double x, double y, gpointer func)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (widget);
  tw_menu_show (widget, ((TwMenuFunc) func) (widget), x, y);
}

static gboolean
key_cb (GtkWidget *widget, GVariant *arguments G_GNUC_UNUSED, gpointer func)
{
  tw_menu_show (widget, ((TwMenuFunc) func) (widget), 24, gtk_widget_get_height (widget));
  return TRUE;
}

void
tw_menu_attach (GtkWidget *widget, TwMenuFunc func)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  const guint menu_keys[] = { GDK_KEY_Menu, GDK_KEY_F10 };

  tw_menu_on_click (widget, G_CALLBACK (released_cb), func);
  for (guint i = 0; i < G_N_ELEMENTS (menu_keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new (gtk_keyval_trigger_new (menu_keys[i], i == 0 ? 0 : GDK_SHIFT_MASK),
                          gtk_callback_action_new (key_cb, (gpointer) func, NULL)));
  gtk_widget_add_controller (widget, keys);
}

char *
tw_menu_label (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

void
tw_menu_append (GMenu *menu, const char *name, const char *action, const char *target)
{
  g_autofree char *label = tw_menu_label (name);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}
