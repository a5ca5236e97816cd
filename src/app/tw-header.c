/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-finder.h"
#include "tw-fold.h"
#include "tw-header.h"
#include "tw-page.h"

typedef struct
{
  GtkWindow *window;
  AdwViewStack *stack;
  GtkWidget *finder;
  /* One an arrangement; what search opens under: its button, or the main menu's. */
  GPtrArray *undo_buttons, *redo_buttons, *plan_labels, *anchors;
} Header;

static GtkWidget *
icon_button (const char *icon, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  tw_set_tooltip (button, tooltip);
  return button;
}

static GMenuModel *
plan_menu (void)
{
  GMenu *menu = g_menu_new (), *files = g_menu_new (), *plan = g_menu_new ();

  g_menu_append (files, _ ("New Plan…"), "win.new");
  g_menu_append (files, _ ("Open…"), "win.open");
  g_menu_append (files, _ ("Save"), "win.save");
  g_menu_append (files, _ ("Save As…"), "win.save-as");
  g_menu_append (files, _ ("Save a Copy…"), "win.save-copy");
  g_menu_append (plan, _ ("Plan Properties"), "win.properties");
  g_menu_append (plan, _ ("People"), "win.people");
  g_menu_append (plan, _ ("Move Plan…"), "win.move-plan");
  g_menu_append (plan, _ ("Copy for Another Customer…"), "win.copy-plan");
  g_menu_append (plan, _ ("Save as Template…"), "win.save-template::");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (plan));
  g_object_unref (files);
  g_object_unref (plan);
  return G_MENU_MODEL (menu);
}

GMenuModel *
tw_header_main_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Print…"), "win.print");
  g_menu_append (menu, _ ("Export as PDF…"), "win.export-pdf");
  g_menu_append (menu, _ ("Export Internal Edition…"), "win.export-internal");
  g_menu_append (menu, _ ("Show Legend"), "app.show-legend");
  g_menu_append (menu, _ ("Templates"), "win.templates");
  g_menu_append (menu, _ ("Preferences"), "win.preferences");
  g_menu_append (menu, _ ("Keyboard Shortcuts"), "win.show-help-overlay");
  g_menu_append (menu, _ ("About Trackway"), "app.about");
  return G_MENU_MODEL (menu);
}

static GtkWidget *
menu_button (const char *label, const char *icon, GMenuModel *menu)
{
  GtkWidget *button = gtk_menu_button_new ();

  if (icon != NULL)
    gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon);
  else
    gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  tw_set_tooltip (button, icon != NULL ? label : NULL);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  g_object_unref (menu);
  return button;
}

/* Under the customer's name, as long as it is. */
static GtkWidget *
plan_button_new (Header *self, guint width)
{
  GtkWidget *button = menu_button (_ ("Plan"), NULL, plan_menu ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), width == 0 ? 24 : 14);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), box);
  tw_set_tooltip (button, _ ("Plan"));
  g_ptr_array_add (self->plan_labels, label);
  return button;
}

static void
pack_history (GtkWidget *bar, GPtrArray *buttons, const char *icon, const char *action)
{
  GtkWidget *button = icon_button (icon, action, NULL);

  g_ptr_array_add (buttons, button);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), button);
}

static void
find_cb (GtkWidget *button)
{
  gtk_widget_activate_action (button, "win.search", NULL);
}

/* Stays pressed while the finder is open. */
static GtkWidget *
search_button_new (Header *self)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), "edit-find-symbolic");
  tw_set_tooltip (button, _ ("Search (Ctrl+F)"));
  g_signal_connect (button, "clicked", G_CALLBACK (find_cb), NULL);
  g_object_bind_property (self->finder, "visible", button, "active", G_BINDING_SYNC_CREATE);
  return button;
}

static GtkWidget *
main_menu_button_new (guint width)
{
  GMenuModel *menu = tw_header_main_menu ();
  GtkWidget *button;

  if (width == 2)
    {
      g_autoptr (GMenuModel) plan = plan_menu ();

      g_menu_prepend_section (G_MENU (menu), NULL, plan);
      g_menu_prepend (G_MENU (menu), _ ("Search…"), "win.search");
      g_menu_prepend (G_MENU (menu), _ ("Redo"), "win.redo");
    }
  button = menu_button (_ ("Main Menu"), "open-menu-symbolic", menu);
  gtk_menu_button_set_primary (GTK_MENU_BUTTON (button), TRUE);
  return button;
}

/* 0: wide switcher, 1: narrow switcher, 2: the title alone. */
static GtkWidget *
header_bar_new (Header *self, guint width)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *title, *anchor;

  if (width < 2)
    adw_header_bar_pack_start (ADW_HEADER_BAR (bar), plan_button_new (self, width));
  pack_history (bar, self->undo_buttons, "edit-undo-symbolic", "win.undo");
  if (width < 2)
    pack_history (bar, self->redo_buttons, "edit-redo-symbolic", "win.redo");
  anchor = main_menu_button_new (width);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), anchor);
  if (width < 2)
    {
      adw_header_bar_pack_end (ADW_HEADER_BAR (bar),
                               icon_button ("document-print-symbolic", "win.print", _ ("Print")));
      anchor = search_button_new (self);
      adw_header_bar_pack_end (ADW_HEADER_BAR (bar), anchor);
    }
  g_ptr_array_add (self->anchors, anchor);
  if (width == 2)
    {
      title = adw_window_title_new ("", "");
      g_object_bind_property (self->window, "title", title, "title", G_BINDING_SYNC_CREATE);
    }
  else
    {
      title = GTK_WIDGET (adw_view_switcher_new ());
      adw_view_switcher_set_policy (ADW_VIEW_SWITCHER (title),
                                    width == 0 ? ADW_VIEW_SWITCHER_POLICY_WIDE
                                               : ADW_VIEW_SWITCHER_POLICY_NARROW);
      adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (title), self->stack);
    }
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), title);
  return bar;
}

void
tw_header_name (GtkWidget *fold, const char *customer, const char *undone, const char *redone)
{
  Header *self = g_object_get_data (G_OBJECT (fold), "tw-header");
  g_autofree char *undo_tip
      = undone != NULL ? g_strdup_printf (_ ("Undo %s"), undone) : g_strdup (_ ("Undo"));
  g_autofree char *redo_tip
      = redone != NULL ? g_strdup_printf (_ ("Redo %s"), redone) : g_strdup (_ ("Redo"));

  for (guint i = 0; i < self->undo_buttons->len; i++)
    tw_set_tooltip (self->undo_buttons->pdata[i], undo_tip);
  for (guint i = 0; i < self->redo_buttons->len; i++)
    tw_set_tooltip (self->redo_buttons->pdata[i], redo_tip);
  for (guint i = 0; i < self->plan_labels->len; i++)
    gtk_label_set_text (self->plan_labels->pdata[i], customer);
}

static void
header_free (gpointer data)
{
  Header *self = data;

  g_ptr_array_unref (self->undo_buttons);
  g_ptr_array_unref (self->redo_buttons);
  g_ptr_array_unref (self->plan_labels);
  g_ptr_array_unref (self->anchors);
  g_free (self);
}

void
tw_header_search (GtkWidget *fold)
{
  Header *self = g_object_get_data (G_OBJECT (fold), "tw-header");

  tw_finder_open (self->finder, self->anchors->pdata[tw_fold_shown (TW_FOLD (fold))]);
}

GtkWidget *
tw_header_new (GtkWindow *window, AdwViewStack *stack, TwViewState *state)
{
  GtkWidget *fold = tw_fold_new ();
  Header *self = g_new0 (Header, 1);

  *self = (Header){ window,
                    stack,
                    tw_finder_new (state, stack),
                    g_ptr_array_new (),
                    g_ptr_array_new (),
                    g_ptr_array_new (),
                    g_ptr_array_new () };
  g_object_set_data_full (G_OBJECT (fold), "tw-header", self, header_free);
  tw_fold_add (TW_FOLD (fold), header_bar_new (self, 0), 1320);
  tw_fold_add (TW_FOLD (fold), header_bar_new (self, 1), 760);
  tw_fold_add (TW_FOLD (fold), header_bar_new (self, 2), 0);
  gtk_widget_set_parent (self->finder, fold);
  return fold;
}
