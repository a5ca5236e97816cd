/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-ask.h"
#include "tw-drag.h"
#include "tw-edit.h"
#include "tw-fold.h"
#include "tw-page.h"
#include "tw-usage-dialog.h"
#include "tw-words.h"
#include "tw-workload-detail.h"
#include "tw-workload-table.h"
#include "tw-workloads.h"

/* What the table has at least beside the pane. */
#define TABLE_WIDTH 720

/* Which product lags: the workloads by the groups of the health, and all of the chosen one. */
typedef struct
{
  TwViewState *state;
  GtkWidget *widget, *flap; /* the flap: the table, and the pane at its end */
  GtkWidget *content, *head, *table, *detail, *stack;
  char *chosen; /* the workload */
  char *said;   /* what the head says, to leave it alone while it is the same */
  gboolean filling;
} Page;

static TwPlan *
plan_of (Page *page)
{
  return tw_document_plan (tw_view_state_document (page->state));
}

static TwWorkload *
chosen_workload (Page *page)
{
  return tw_list_find (plan_of (page)->workloads, page->chosen, NULL);
}

/* --- what can be done --- */

typedef struct
{
  GtkWidget *page; /* held */
  char *id;
} Removal;

static void
remove_answered (const char *response, gpointer data)
{
  Removal *removal = data;
  Page *page = g_object_get_data (G_OBJECT (removal->page), "tw-page");

  if (page != NULL && g_str_equal (response, "remove"))
    {
      GError *error = NULL;
      g_autofree char *sentence = NULL;
      TwWorkload *workload = tw_list_find (plan_of (page)->workloads, removal->id, NULL);
      g_autofree char *name = g_strdup (workload != NULL ? workload->name : "");
      TwPlan *plan
          = tw_edit_delete (plan_of (page), &tw_workload_type, removal->id, &sentence, &error);

      if (tw_view_state_edit (page->state, page->widget, plan, error, NULL,
                              C_ ("undo step", "Remove “%s”"), name))
        gtk_widget_activate_action (page->widget, "win.tell", "s", sentence);
    }
  g_object_unref (removal->page);
  g_free (removal->id);
  g_free (removal);
}

/* How much points to it is said first. */
static void
ask_remove (Page *page)
{
  TwWorkload *workload = chosen_workload (page);
  guint n = tw_plan_count_uses (plan_of (page), &tw_workload_type, page->chosen);
  g_autofree char *heading = NULL;
  g_autofree char *uses
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place names it, and is cleared.",
                                      "%u places name it, and are cleared.", n),
                         n);
  g_autofree char *text = g_strdup_printf (
      C_ ("removing a workload: places", "%s Its parts and readings go with it."),
      n > 0 ? uses : _ ("Nothing else names it."));
  Removal *removal;

  if (workload == NULL)
    return;
  removal = g_new0 (Removal, 1);
  *removal = (Removal){ g_object_ref (page->widget), g_strdup (workload->id) };
  heading = g_strdup_printf (_ ("Remove “%s”?"), workload->name);
  tw_ask (GTK_WINDOW (gtk_widget_get_root (page->widget)), heading, text, remove_answered, removal,
          "cancel", _ ("Cancel"), "remove", _ ("Remove"), NULL);
}

static void
set_status (Page *page, const char *word)
{
  TwWorkload *workload = chosen_workload (page);
  TwSlice *slice = workload != NULL ? tw_workload_leading_slice (workload) : NULL;
  GError *error = NULL;
  TwPlan *plan;

  if (slice == NULL)
    return;
  plan = tw_edit_status_level (plan_of (page),
                               tw_document_playbook (tw_view_state_document (page->state)),
                               slice->id, 1, word, tw_view_state_today (page->state), &error);
  tw_view_state_edit (page->state, page->widget, plan, error, NULL, "%s",
                      C_ ("undo step", "Edit Status"));
}

static void
show_pane (Page *page)
{
  adw_flap_set_reveal_flap (ADW_FLAP (page->flap), TRUE);
}

static void
page_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Page *page = data;
  const char *name = g_action_get_name (G_ACTION (action));
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (page->widget));
  AdwFlap *flap = ADW_FLAP (page->flap);

  if (g_str_equal (name, "usage"))
    tw_usage_dialog_show (window, page->state, NULL);
  else if (g_str_equal (name, "usage-of"))
    tw_usage_dialog_show (window, page->state, page->chosen);
  else if (g_str_equal (name, "add"))
    tw_add_workloads_dialog_show (window, page->state);
  else if (g_str_equal (name, "remove"))
    ask_remove (page);
  else if (g_str_equal (name, "pane"))
    adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
  else if (g_str_equal (name, "edit"))
    show_pane (page);
  else if (g_str_equal (name, "activities"))
    {
      show_pane (page);
      tw_workload_detail_show_activities (page->detail);
    }
  else if (g_str_equal (name, "rename"))
    {
      show_pane (page);
      tw_workload_detail_rename (page->detail);
    }
  else if (g_str_equal (name, "status"))
    set_status (page, g_variant_get_string (parameter, NULL));
}

static void
add_key (GtkEventController *keys, guint key, GdkModifierType modifiers, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_named_action_new (action)));
}

static void
add_actions (Page *page)
{
  static const GActionEntry entries[] = {
    { "usage", page_action_cb, NULL, NULL, NULL, { 0 } },
    { "usage-of", page_action_cb, NULL, NULL, NULL, { 0 } },
    { "add", page_action_cb, NULL, NULL, NULL, { 0 } },
    { "remove", page_action_cb, NULL, NULL, NULL, { 0 } },
    { "pane", page_action_cb, NULL, NULL, NULL, { 0 } },
    { "edit", page_action_cb, NULL, NULL, NULL, { 0 } },
    { "activities", page_action_cb, NULL, NULL, NULL, { 0 } },
    { "rename", page_action_cb, NULL, NULL, NULL, { 0 } },
    { "status", page_action_cb, "s", NULL, NULL, { 0 } },
  };
  GSimpleActionGroup *group = g_simple_action_group_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), page);
  gtk_widget_insert_action_group (page->widget, "workloads", G_ACTION_GROUP (group));
  g_object_unref (group);
  add_key (keys, GDK_KEY_F9, 0, "workloads.pane");
  gtk_widget_add_controller (page->widget, keys);
  keys = gtk_shortcut_controller_new ();
  add_key (keys, GDK_KEY_F2, 0, "workloads.rename");
  add_key (keys, GDK_KEY_Delete, 0, "workloads.remove");
  gtk_widget_add_controller (page->table, keys);
}

/* --- head --- */

static GtkWidget *
actions_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *update = gtk_button_new (), *content = adw_button_content_new ();
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "document-edit-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Update Usage"));
  gtk_button_set_child (GTK_BUTTON (update), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (update), "workloads.usage");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "workloads.add");
  tw_set_tooltip (add, _ ("Add Workloads"));
  gtk_box_append (GTK_BOX (box), update);
  gtk_box_append (GTK_BOX (box), add);
  return box;
}

/* beside: all in one line; else the reason stands below. */
static GtkWidget *
title_new (const TwHealth *health, const char *said, gboolean beside)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = tw_label_new (_ ("Workloads"), "title-3");
  GtkWidget *reason = tw_label_new (said, "tw-secondary");

  gtk_label_set_wrap (GTK_LABEL (title), FALSE);
  gtk_label_set_max_width_chars (GTK_LABEL (reason), 20);
  gtk_widget_set_hexpand (reason, TRUE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), tw_pill_new (health->level));
  gtk_box_append (GTK_BOX (column), box);
  gtk_box_append (GTK_BOX (beside ? box : column), reason);
  gtk_widget_set_hexpand (column, TRUE);
  return column;
}

/* Health, why it is so, and what comes next; in one line where there is room. */
static void
refresh_head (Page *page)
{
  const TwHealth *health = tw_facts_health (tw_view_state_facts (page->state));
  g_autofree char *reason = tw_words_health_reason (health);
  g_autofree char *next = tw_words_health_next (health, tw_view_state_today (page->state));
  g_autofree char *said
      = g_strdup_printf ("%s%s%s", reason, next != NULL ? " · " : "", next != NULL ? next : "");
  g_autofree char *key = g_strdup_printf ("%d %s", health->level, said);
  GtkWidget *fold, *wide, *narrow;

  if (g_strcmp0 (key, page->said) == 0)
    return;
  g_free (page->said);
  page->said = g_steal_pointer (&key);
  fold = tw_fold_new ();
  wide = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  narrow = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_box_append (GTK_BOX (wide), title_new (health, said, TRUE));
  gtk_box_append (GTK_BOX (wide), actions_new ());
  gtk_widget_set_valign (gtk_widget_get_last_child (wide), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (narrow), title_new (health, said, FALSE));
  gtk_box_append (GTK_BOX (narrow), actions_new ());
  tw_fold_add (TW_FOLD (fold), wide, 560);
  tw_fold_add (TW_FOLD (fold), narrow, 0);
  tw_clear_children (page->head);
  gtk_box_append (GTK_BOX (page->head), fold);
}

/* --- all of it --- */

/* What is chosen is still there; else what is blocked, else the first. */
static void
choose (Page *page)
{
  TwWorkload *found = chosen_workload (page);

  TW_FOREACH (TwWorkload, workload, plan_of (page)->workloads)
    {
      TwSlice *slice = found == NULL ? tw_workload_leading_slice (workload) : NULL;

      if (slice != NULL && slice->status == TW_SLICE_BLOCKED)
        found = workload;
    }
  if (found == NULL && tw_list_n (plan_of (page)->workloads) > 0)
    found = plan_of (page)->workloads->items[0];
  if (found != NULL && g_strcmp0 (found->id, page->chosen) == 0)
    return;
  g_free (page->chosen);
  page->chosen = found != NULL ? g_strdup (found->id) : NULL;
}

static void
refresh (GtkWidget *widget)
{
  Page *page = g_object_get_data (G_OBJECT (widget), "tw-page");
  gboolean some = tw_list_n (plan_of (page)->workloads) > 0;
  char *id;

  if (tw_view_state_take_shown (page->state, "workloads", &id) != NULL)
    {
      g_free (page->chosen);
      page->chosen = id;
      show_pane (page);
    }
  choose (page);
  refresh_head (page);
  page->filling = TRUE;
  tw_workload_table_refresh (page->table);
  tw_workload_table_select (page->table, page->chosen);
  page->filling = FALSE;
  gtk_stack_set_visible_child_name (GTK_STACK (page->stack), some ? "table" : "empty");
  if (!some)
    adw_flap_set_reveal_flap (ADW_FLAP (page->flap), FALSE);
  tw_workload_detail_show (page->detail, page->chosen);
}

static void
selected_cb (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row, gpointer data)
{
  Page *page = data;

  if (page->filling || row == NULL)
    return;
  g_free (page->chosen);
  page->chosen = g_strdup (tw_drag_id (GTK_WIDGET (row)));
  tw_workload_detail_show (page->detail, page->chosen);
}

static void
activated_cb (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row G_GNUC_UNUSED, gpointer data)
{
  show_pane (data);
}

static GtkWidget *
empty_new (void)
{
  GtkWidget *empty = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Add Workloads"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "workloads.add");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _ ("No workloads"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (empty), _ ("The products that the customer deploys, and how they are used"));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "view-app-grid-symbolic");
  adw_status_page_set_child (ADW_STATUS_PAGE (empty), button);
  return empty;
}

/* The pane folds before the table loses its columns: nothing, that asks for their width and does
 * with less. */
static GtkWidget *
room_new (void)
{
  GtkWidget *room = tw_fold_new (), *wide = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (wide, TABLE_WIDTH, -1);
  tw_fold_add (TW_FOLD (room), wide, 0);
  tw_fold_add (TW_FOLD (room), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), 0);
  return room;
}

static void
page_free (gpointer data)
{
  Page *page = data;

  g_free (page->chosen);
  g_free (page->said);
  g_free (page);
}

GtkWidget *
tw_workloads_page_new (TwViewState *state)
{
  Page *page = g_new0 (Page, 1);
  GtkWidget *column = tw_column_new (1100, &page->content);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  page->state = state;
  page->head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  page->table = tw_workload_table_new (state);
  page->detail = tw_workload_detail_new (state);
  page->stack = gtk_stack_new ();
  page->flap = adw_flap_new ();
  page->widget = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (page->content), page->head);
  gtk_box_append (GTK_BOX (page->content), page->table);
  gtk_stack_add_named (GTK_STACK (page->stack), column, "table");
  gtk_stack_add_named (GTK_STACK (page->stack), empty_new (), "empty");
  gtk_widget_set_hexpand (page->stack, TRUE);
  gtk_widget_set_size_request (page->detail, 340, -1);
  gtk_widget_set_hexpand (page->detail, FALSE);
  gtk_box_append (GTK_BOX (content), room_new ());
  gtk_box_append (GTK_BOX (content), page->stack);
  adw_flap_set_content (ADW_FLAP (page->flap), content);
  adw_flap_set_fold_threshold_policy (ADW_FLAP (page->flap), ADW_FOLD_THRESHOLD_POLICY_NATURAL);
  adw_flap_set_flap (ADW_FLAP (page->flap), page->detail);
  adw_flap_set_flap_position (ADW_FLAP (page->flap), GTK_PACK_END);
  gtk_widget_set_vexpand (page->flap, TRUE);
  gtk_box_append (GTK_BOX (page->widget), page->flap);
  g_signal_connect (page->table, "row-selected", G_CALLBACK (selected_cb), page);
  g_signal_connect (page->table, "row-activated", G_CALLBACK (activated_cb), page);
  add_actions (page);
  g_object_set_data_full (G_OBJECT (page->widget), "tw-page", page, page_free);
  tw_page_follow (page->widget, state, refresh);
  return page->widget;
}
