/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-field-row.h"
#include "tw-menu.h"
#include "tw-nodes.h"
#include "tw-outline.h"
#include "tw-page.h"
#include "tw-words.h"

/* The menus of what tw-nodes.c does. */

static GMenu *
owner_menu (TwViewState *state)
{
  GMenu *menu = g_menu_new ();

  TW_FOREACH (TwPerson, person, tw_document_plan (tw_view_state_document (state))->people)
    tw_menu_append (menu, person->name, "nodes.owner", person->id);
  g_menu_append (menu, C_ ("owner", "Nobody"), "nodes.owner::");
  return menu;
}

static GMenuModel *
status_menu (void)
{
  const char *const *words = tw_record_type_field (&tw_activity_type, "status")->words;
  GMenu *menu = g_menu_new ();

  for (int i = 0; words[i] != NULL; i++)
    {
      g_autofree char *action = g_strdup_printf ("nodes.status::%s", words[i]);

      g_menu_append (menu, tw_words_status ((TwStatus) i), action);
    }
  return G_MENU_MODEL (menu);
}

/* --- status, with its reason --- */

/* Only what is blocked asks for a reason, once one has chosen that. */
static void
status_cb (GtkButton *button, gpointer popover)
{
  int status = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "tw-status"));
  GtkWidget *reason = g_object_get_data (popover, "tw-reason");

  gtk_widget_activate_action (GTK_WIDGET (button), "nodes.status", "s",
                              tw_record_type_field (&tw_activity_type, "status")->words[status]);
  if (status != TW_STATUS_BLOCKED)
    {
      gtk_popover_popdown (popover);
      return;
    }
  gtk_widget_show (reason);
  gtk_widget_grab_focus (reason);
}

static GtkWidget *
status_button_new (int status, GtkWidget *group, gboolean active)
{
  GtkWidget *button = gtk_toggle_button_new (), *box = tw_line_new (8);

  tw_line_append (box, tw_glyph_new (tw_glyph_for_status ((TwStatus) status, FALSE)));
  tw_line_append (box, tw_label_new (tw_words_status ((TwStatus) status), NULL));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tw_words_status ((TwStatus) status), -1);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (group));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), active);
  g_object_set_data (G_OBJECT (button), "tw-status", GINT_TO_POINTER (status));
  return button;
}

static void
popdown_cb (GtkWidget *row G_GNUC_UNUSED, gpointer popover)
{
  gtk_popover_popdown (popover);
}

GtkWidget *
tw_nodes_status_popover_new (TwViewState *state, const char *id)
{
  const char *const ids[] = { id, NULL };
  TwActivity *activity = tw_nodes_find (state, id)->record;
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *reason = tw_field_row_new (state, &tw_activity_type, ids, "reason");
  GtkWidget *list = tw_boxed_list_new (), *button = NULL;

  for (int i = 0; tw_record_type_field (&tw_activity_type, "status")->words[i] != NULL; i++)
    {
      button = status_button_new (i, button, activity->status == (TwStatus) i);
      g_signal_connect (button, "clicked", G_CALLBACK (status_cb), popover);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_list_box_append (GTK_LIST_BOX (list), reason);
  g_object_bind_property (reason, "visible", list, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect (reason, "entry-activated", G_CALLBACK (popdown_cb), popover);
  gtk_widget_set_size_request (list, 280, -1);
  gtk_box_append (GTK_BOX (box), list);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_set_halign (popover, GTK_ALIGN_START); /* the reason widens it */
  g_object_set_data (G_OBJECT (popover), "tw-reason", reason);
  return popover;
}

/* Only where there is the action. */
static void
append_if_there (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-missing");
  g_menu_append_item (menu, item);
}

/* Among its siblings, and of an activity to any phase. */
static GMenu *
order_menu (TwViewState *state, TwKind kind)
{
  g_autoptr (GPtrArray) phases = tw_nodes_phases (state);
  g_autoptr (GMenu) others = g_menu_new ();
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Move Up"), "nodes.up");
  g_menu_append (menu, _ ("Move Down"), "nodes.down");
  if (kind != TW_KIND_ACTIVITY)
    return menu;
  g_menu_append (menu, _ ("To the Phase Before"), "nodes.group-before");
  g_menu_append (menu, _ ("To the Next Phase"), "nodes.group-behind");
  for (guint i = 0; i < phases->len; i++)
    {
      TwChoice *phase = phases->pdata[i];

      tw_menu_append (others, phase->name, "nodes.to-phase", phase->id);
    }
  g_menu_append_section (menu, _ ("Move to Phase"), G_MENU_MODEL (others));
  return menu;
}

static void
append_status (GMenu *menu, TwActivity *activity)
{
  g_autoptr (GMenuModel) statuses = status_menu ();

  g_menu_append (menu,
                 activity->status == TW_STATUS_DONE ? _ ("Mark as Not Done") : _ ("Mark as Done"),
                 "nodes.tick");
  append_if_there (menu, _ ("Block…"), "calendar.block");
  g_menu_append (menu, C_ ("an activity", "Skip"), "nodes.status::skipped");
  g_menu_append_submenu (menu, _ ("Status"), statuses);
}

static void
append_playbook (GMenu *menu, TwNode *node)
{
  g_autofree char *action = g_strdup_printf ("win.compare-playbook::%s", node->id);

  g_menu_append (
      menu, node->kind == TW_KIND_PHASE ? _ ("Add from Playbook…") : _ ("Compare with Playbook…"),
      action);
}

/* Only what there is to remove. */
static void
append_dates (GMenu *menu, TwNode *node)
{
  if (node->kind != TW_KIND_ACTIVITY)
    append_if_there (menu, _ ("Move All…"), "calendar.move-all");
  append_if_there (menu, _ ("Link To…"), "calendar.link");
  if (tw_list_n (node->after) > 0)
    g_menu_append (menu, _ ("Remove Links"), "nodes.unlink");
  if (node->start != TW_DATE_NONE)
    g_menu_append (menu, _ ("Remove Pin"), "nodes.unpin");
  g_menu_append (menu, _ ("Move Overdue Work to Today"), "nodes.move-overdue");
}

/* What may be added beside it, or in it. */
static void
append_adding (GMenu *menu, TwNode *node, TwKind kind)
{
  if (kind == TW_KIND_ACTIVITY)
    append_if_there (menu, _ ("Add Activity Above"), "calendar.add-above");
  g_menu_append (menu,
                 kind == TW_KIND_ACTIVITY ? _ ("Add Activity Below")
                 : kind == TW_KIND_PHASE  ? _ ("Add Activity")
                 : kind == TW_KIND_MOTION ? _ ("Add Phase")
                                          : _ ("Add Recurring Activity"),
                 "outline.add");
  if (node != NULL && kind != TW_KIND_ACTIVITY)
    append_playbook (menu, node);
}

static void
append_icon (GMenu *menu, const char *label, const char *icon, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "verb-icon", "s", icon);
  g_menu_append_item (menu, item);
}

/* In one row, so that the menu fits into a low window. */
static void
append_clipboard (GMenu *menu)
{
  g_autoptr (GMenu) clipboard = g_menu_new ();
  g_autoptr (GMenuItem) section = g_menu_item_new_section (NULL, G_MENU_MODEL (clipboard));

  append_icon (clipboard, _ ("Cut"), "edit-cut-symbolic", "nodes.cut");
  append_icon (clipboard, _ ("Copy"), "edit-copy-symbolic", "nodes.copy");
  append_icon (clipboard, _ ("Paste"), "edit-paste-symbolic", "nodes.paste");
  g_menu_item_set_attribute (section, "display-hint", "s", "horizontal-buttons");
  g_menu_append_item (menu, section);
}

/* What it is called, where it stands, whose it is. */
static void
append_arranging (GMenu *menu, TwViewState *state, TwNode *node, TwKind kind)
{
  g_autoptr (GMenu) owners = owner_menu (state);

  g_menu_append (menu, _ ("Rename"), "outline.rename");
  if (node != NULL && kind != TW_KIND_ACTIVITY)
    {
      gboolean closed = g_hash_table_contains (tw_view_state_collapsed (state), node->id);

      append_if_there (menu, closed ? _ ("Expand") : _ ("Collapse"),
                       closed ? "outline.open" : "outline.close");
    }
  g_menu_append (menu, _ ("Duplicate"), "nodes.duplicate");
  if (node != NULL)
    {
      g_autoptr (GMenu) order = order_menu (state, kind);

      g_menu_append_submenu (menu, C_ ("menu", "Move"), G_MENU_MODEL (order));
    }
  g_menu_append_submenu (
      menu, kind == TW_KIND_ACTIVITY || node == NULL ? _ ("Set Owner") : _ ("Set Owner for All"),
      G_MENU_MODEL (owners));
  if (kind == TW_KIND_ACTIVITY)
    g_menu_append (menu,
                   tw_nodes_is_internal (state, node->id) ? _ ("Mark as Not Internal")
                                                          : _ ("Mark as Internal"),
                   "nodes.internal");
}

static void
append_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

GMenuModel *
tw_nodes_menu (TwViewState *state, const char *id)
{
  GMenu *menu = g_menu_new (), *first = g_menu_new (), *adding = g_menu_new (), *arranging, *end;
  TwNode *node = tw_nodes_find (state, id);
  TwKind kind = node != NULL ? node->kind : TW_KIND_RECURRING;

  append_adding (adding, node, kind);
  if (g_str_equal (id, TW_RECURRING_GROUP))
    {
      g_object_unref (first);
      append_section (menu, adding);
      return G_MENU_MODEL (menu);
    }
  arranging = g_menu_new ();
  end = g_menu_new ();
  append_if_there (first, _ ("Edit…"), "calendar.edit");
  if (kind == TW_KIND_ACTIVITY)
    append_status (first, node->record);
  else if (node == NULL)
    g_menu_append (first, _ ("Tick the Last One"), "nodes.tick");
  if (node != NULL)
    append_dates (adding, node);
  append_arranging (arranging, state, node, kind);
  g_menu_append (end, kind == TW_KIND_PHASE ? _ ("Remove Phase") : _ ("Delete"), "nodes.delete");
  append_section (menu, first);
  append_section (menu, adding);
  append_section (menu, arranging);
  append_clipboard (menu);
  append_section (menu, end);
  return G_MENU_MODEL (menu);
}
