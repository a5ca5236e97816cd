/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-drag.h"
#include "tw-edit.h"
#include "tw-inspector.h"
#include "tw-nodes.h"
#include "tw-outline.h"
#include "tw-page.h"
#include "tw-playbook-add.h"
#include "tw-words.h"

/* What is the work: the plan's motions and approaches, the outline of the chosen one, and the
 * inspector of what is selected. */
typedef struct
{
  TwViewState *state;
  GtkWidget *widget, *left, *right; /* the flaps of sidebar and inspector */
  GtkWidget *motions, *approaches, *title, *subtitle, *outline, *stack;
  char *shown; /* the motion or approach */
  gboolean filling;
} Page;

static TwPlan *
plan_of (Page *page)
{
  return tw_document_plan (tw_view_state_document (page->state));
}

static gboolean
is_shown_approach (Page *page)
{
  return page->shown != NULL
         && tw_list_find (plan_of (page)->approaches, page->shown, NULL) != NULL;
}

/* --- sidebar --- */

static GtkWidget *
side_row_new (GtkWidget *glyph, const char *name, const char *line, const TwRecordType *type,
              const char *id)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), tw_row_new (glyph, name, line, NULL));
  tw_drag_set_record (row, type, id);
  return row;
}

static char *
motion_line (TwFacts *facts, int number)
{
  TwIndex *index = tw_schedule_index (tw_facts_schedule (facts));
  const TwSpan *span = tw_schedule_span (tw_facts_schedule (facts), (guint) number);
  const TwNodeFacts *own = tw_facts_node (facts, (guint) number);
  g_autofree char *finish = tw_words_date_near (span->finish, tw_facts_today (facts), FALSE);
  g_autofree char *start = tw_words_date_near (span->start, tw_facts_today (facts), FALSE);
  int current = tw_facts_current_phase (facts);

  if (own->state == TW_STATUS_DONE)
    return g_strdup_printf (_ ("Finished %s"), finish);
  if (current >= 0 && tw_index_node (index, (guint) current)->parent == number)
    return g_strdup_printf (_ ("In %s, ends %s"),
                            tw_record_name (tw_index_node (index, (guint) current)->record),
                            finish);
  return g_strdup_printf (_ ("%s to %s"), start, finish);
}

/* --- what the playbook has and the plan lacks --- */

static void show (Page *page, const char *id);

static void
add_motion_cb (GtkButton *button, gpointer data)
{
  Page *page = data;
  g_autofree char *id = tw_nodes_add_motion (page->state, page->widget,
                                             g_object_get_data (G_OBJECT (button), "tw-kind"));

  if (id != NULL)
    show (page, id);
}

static void
add_approach_cb (GtkButton *button, gpointer data)
{
  Page *page = data;
  TwPlaybook *playbook = tw_document_playbook (tw_view_state_document (page->state));
  TwPbApproach *approach
      = tw_playbook_approach (playbook, g_object_get_data (G_OBJECT (button), "tw-kind"));
  g_autofree char *sentence = NULL;
  GError *error = NULL;
  TwPlan *added
      = tw_playbook_add_approach (playbook, plan_of (page), approach->id, &sentence, &error);

  if (tw_view_state_edit (page->state, page->widget, added, error, NULL,
                          C_ ("undo step", "Add “%s”"), approach->name)
      && sentence != NULL)
    gtk_widget_activate_action (page->widget, "win.tell", "s", sentence);
}

/* A pale row; kind is the playbook's id. */
static GtkWidget *
offer_row_new (Page *page, const char *kind, const char *name, GCallback callback)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");
  g_autofree char *tip = g_strdup_printf (_ ("Add “%s” to the plan"), name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_object_set_data_full (G_OBJECT (button), "tw-kind", g_strdup (kind), g_free);
  g_signal_connect (button, "clicked", callback, page);
  gtk_list_box_row_set_child (
      GTK_LIST_BOX_ROW (row),
      tw_row_new (tw_glyph_new (TW_GLYPH_SKIPPED), name, _ ("Not in this plan"), button));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "tw-offer");
  return row;
}

/* Whether a motion or approach of the plan is of this kind. */
static gboolean
has_kind (TwList *records, const char *kind)
{
  TW_FOREACH (TwRecord, record, records)
    if (g_strcmp0 (tw_record_get (record, tw_record_type_field (record->type, "kind")).string, kind)
        == 0)
      return TRUE;
  return FALSE;
}

static void
dropped_cb (GtkWidget *target, const TwRecordType *type, const char *id, gboolean below,
            gpointer data)
{
  Page *page = data;

  if (type == &tw_motion_type || type == &tw_phase_type)
    tw_nodes_drop (page->state, page->outline, id, tw_drag_id (target), below);
}

static void
fill_motions (Page *page)
{
  TwFacts *facts = tw_view_state_facts (page->state);
  TwIndex *index = tw_schedule_index (tw_facts_schedule (facts));

  tw_clear_children (page->motions);
  TW_FOREACH (TwMotion, motion, plan_of (page)->motions)
    {
      int number = tw_index_find (index, motion->id);
      const TwNodeFacts *own = tw_facts_node (facts, (guint) number);
      g_autofree char *line = motion_line (facts, number);
      GtkWidget *row = side_row_new (tw_glyph_new (tw_glyph_for_status (own->state, own->late)),
                                     motion->name, line, &tw_motion_type, motion->id);

      tw_drag_add_source (row, row);
      tw_drag_add_target (row, dropped_cb, page);
      gtk_list_box_append (GTK_LIST_BOX (page->motions), row);
    }
  TW_FOREACH (TwPbMotion, offered, tw_facts_playbook (facts)->motions)
    if (offered->current && !has_kind (plan_of (page)->motions, offered->id))
      gtk_list_box_append (
          GTK_LIST_BOX (page->motions),
          offer_row_new (page, offered->id, offered->name, G_CALLBACK (add_motion_cb)));
}

static void
fill_approaches (Page *page)
{
  TwFacts *facts = tw_view_state_facts (page->state);

  tw_clear_children (page->approaches);
  TW_FOREACH (TwApproach, approach, plan_of (page)->approaches)
    {
      TwApproachFacts own;
      g_autofree char *line = NULL;

      tw_facts_approach (facts, approach, &own);
      line = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u activity, %u done", "%u activities, %u done", own.n),
          own.n, own.done);
      gtk_list_box_append (GTK_LIST_BOX (page->approaches),
                           side_row_new (tw_glyph_new (tw_glyph_for_status (own.state, FALSE)),
                                         approach->name, line, &tw_approach_type, approach->id));
    }
  TW_FOREACH (TwPbApproach, offered, tw_facts_playbook (facts)->approaches)
    if (!has_kind (plan_of (page)->approaches, offered->id))
      gtk_list_box_append (
          GTK_LIST_BOX (page->approaches),
          offer_row_new (page, offered->id, offered->name, G_CALLBACK (add_approach_cb)));
}

/* The sidebar's rows follow what is shown. */
static void
mark_shown (Page *page)
{
  GtkWidget *const lists[] = { page->motions, page->approaches };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GtkListBoxRow *found = NULL;

      for (GtkWidget *row = gtk_widget_get_first_child (lists[i]); row != NULL;
           row = gtk_widget_get_next_sibling (row))
        if (g_strcmp0 (tw_drag_id (row), page->shown) == 0)
          found = GTK_LIST_BOX_ROW (row);
      gtk_list_box_select_row (GTK_LIST_BOX (lists[i]), found);
    }
}

static void
show (Page *page, const char *id)
{
  if (g_strcmp0 (id, page->shown) != 0)
    {
      g_free (page->shown);
      page->shown = g_strdup (id);
    }
  tw_outline_set_scope (TW_OUTLINE (page->outline), page->shown);
}

static void refresh (GtkWidget *widget);

static void
chosen_cb (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row, gpointer data)
{
  Page *page = data;
  g_autofree char *id = g_strdup (tw_drag_id (GTK_WIDGET (row)));

  show (page, id);
  tw_view_state_select (page->state, id);
  refresh (page->widget);
  if (adw_flap_get_folded (ADW_FLAP (page->left)))
    adw_flap_set_reveal_flap (ADW_FLAP (page->left), FALSE);
}

static GtkWidget *
side_list_new (Page *page, GtkWidget *box, const char *title, const char *action, const char *tip)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = tw_label_new (title, "heading");
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (head, "tw-side-head");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (head), label);
  if (action != NULL)
    {
      GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");

      gtk_widget_add_css_class (add, "flat");
      gtk_widget_set_tooltip_text (add, tip);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (add), action);
      gtk_box_append (GTK_BOX (head), add);
    }
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_widget_add_css_class (list, "tw-side-list");
  g_signal_connect (list, "row-activated", G_CALLBACK (chosen_cb), page);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), list);
  return list;
}

/* --- what the head's buttons do --- */

static void
add_motion (Page *page)
{
  char *id = NULL;
  GError *error = NULL;
  TwPlan *plan = tw_edit_add (plan_of (page), &tw_motion_type, NULL, G_MAXUINT, _ ("New motion"),
                              &id, &error);

  if (tw_view_state_edit (page->state, page->widget, plan, error, NULL, "%s",
                          C_ ("undo step", "Add a Motion")))
    {
      show (page, id);
      tw_view_state_select (page->state, id);
    }
  g_clear_pointer (&id, g_ref_string_release);
}

/* A motion goes by the outline's way, which asks; an approach by the playbook's rule. */
static void
remove_shown (Page *page)
{
  TwApproach *approach = tw_list_find (plan_of (page)->approaches, page->shown, NULL);
  g_autofree char *sentence = NULL;
  GError *error = NULL;
  TwPlan *plan;

  if (approach == NULL)
    {
      tw_view_state_select (page->state, page->shown);
      gtk_widget_activate_action (page->outline, "nodes.delete", NULL);
      return;
    }
  plan = tw_playbook_remove_approach (tw_document_playbook (tw_view_state_document (page->state)),
                                      plan_of (page), page->shown, NULL, &sentence, &error);
  if (tw_view_state_edit (page->state, page->widget, plan, error, NULL,
                          C_ ("undo step", "Remove “%s”"), approach->name)
      && sentence != NULL)
    gtk_widget_activate_action (page->widget, "win.tell", "s", sentence);
}

static void
page_action_cb (GSimpleAction *action, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  Page *page = data;
  const char *name = g_action_get_name (G_ACTION (action));

  if (g_str_equal (name, "add-motion"))
    add_motion (page);
  else if (g_str_equal (name, "add-phase") && page->shown != NULL && !is_shown_approach (page))
    {
      tw_view_state_select (page->state, page->shown);
      gtk_widget_activate_action (page->outline, "outline.add", NULL);
    }
  else if (g_str_equal (name, "left") || g_str_equal (name, "right"))
    {
      AdwFlap *flap = ADW_FLAP (g_str_equal (name, "left") ? page->left : page->right);

      adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
    }
  else if (g_str_equal (name, "remove"))
    remove_shown (page);
  else if (g_str_equal (name, "select"))
    tw_view_state_select (page->state, page->shown);
}

static void
add_actions (Page *page)
{
  static const GActionEntry entries[] = {
    { "add-motion", page_action_cb, NULL, NULL, NULL, { 0 } },
    { "add-phase", page_action_cb, NULL, NULL, NULL, { 0 } },
    { "left", page_action_cb, NULL, NULL, NULL, { 0 } },
    { "right", page_action_cb, NULL, NULL, NULL, { 0 } },
    { "remove", page_action_cb, NULL, NULL, NULL, { 0 } },
    { "select", page_action_cb, NULL, NULL, NULL, { 0 } },
  };
  GSimpleActionGroup *group = g_simple_action_group_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), page);
  gtk_widget_insert_action_group (page->widget, "motions", G_ACTION_GROUP (group));
  g_object_unref (group);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F9, 0),
                                                          gtk_named_action_new ("motions.right")));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F9, GDK_SHIFT_MASK),
                        gtk_named_action_new ("motions.left")));
  gtk_widget_add_controller (page->widget, keys);
}

/* --- the middle --- */

static char *
subtitle_of (Page *page)
{
  TwFacts *facts = tw_view_state_facts (page->state);
  TwSchedule *schedule = tw_facts_schedule (facts);
  int number = tw_index_find (tw_schedule_index (schedule), page->shown);
  TwMotion *motion;
  const TwSpan *span;
  g_autofree char *dates = NULL;
  const char *before = NULL;

  if (number < 0)
    {
      TwApproach *approach = tw_list_find (plan_of (page)->approaches, page->shown, NULL);

      return g_strdup (approach != NULL && approach->customer_name != NULL ? approach->customer_name
                                                                           : "");
    }
  motion = tw_index_node (tw_schedule_index (schedule), (guint) number)->record;
  span = tw_schedule_span (schedule, (guint) number);
  dates = tw_words_range (span->start, span->finish, TW_DATE_NONE, FALSE);
  TW_FOREACH (char, id, motion->after)
    {
      int above = tw_index_find (tw_schedule_index (schedule), id);

      if (above >= 0)
        before
            = tw_record_name (tw_index_node (tw_schedule_index (schedule), (guint) above)->record);
    }
  return before != NULL ? g_strdup_printf (_ ("%s, taken over from %s"), dates, before)
                        : g_steal_pointer (&dates);
}

/* What is shown is still there; else the current phase's motion, else the first. */
static void
choose_shown (Page *page)
{
  TwFacts *facts = tw_view_state_facts (page->state);
  TwIndex *index = tw_schedule_index (tw_facts_schedule (facts));
  TwPlan *plan = plan_of (page);
  int number = page->shown != NULL ? tw_index_find (index, page->shown) : -1;
  int current = tw_facts_current_phase (facts);

  if ((number >= 0 && tw_index_node (index, (guint) number)->kind == TW_KIND_MOTION)
      || is_shown_approach (page))
    return;
  if (current >= 0)
    show (page, tw_index_node (index, (guint) tw_index_node (index, (guint) current)->parent)->id);
  else
    show (page, tw_list_n (plan->motions) > 0 ? ((TwMotion *) plan->motions->items[0])->id : NULL);
}

static const char *
title_of (Page *page)
{
  TwRecord *motion = tw_list_find (plan_of (page)->motions, page->shown, NULL);
  TwRecord *approach = tw_list_find (plan_of (page)->approaches, page->shown, NULL);

  return motion != NULL     ? tw_record_name (motion)
         : approach != NULL ? tw_record_name (approach)
                            : "";
}

static void
refresh (GtkWidget *widget)
{
  Page *page = g_object_get_data (G_OBJECT (widget), "tw-page");
  g_autofree char *subtitle = NULL;

  choose_shown (page);
  fill_motions (page);
  fill_approaches (page);
  mark_shown (page);
  gtk_stack_set_visible_child_name (GTK_STACK (page->stack),
                                    page->shown != NULL ? "outline" : "empty");
  if (page->shown == NULL)
    return;
  subtitle = subtitle_of (page);
  gtk_label_set_text (GTK_LABEL (page->title), title_of (page));
  gtk_label_set_text (GTK_LABEL (page->subtitle), subtitle);
  tw_outline_refresh (TW_OUTLINE (page->outline));
}

static GtkWidget *
icon_button_new (const char *icon, const char *action, const char *tip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
menu_new (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("Edit"), "motions.select");
  g_menu_append (menu, _ ("Remove from the Plan"), "motions.remove");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("More"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
head_new (Page *page)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *add = gtk_button_new (), *content = adw_button_content_new ();
  GtkWidget *left
      = icon_button_new ("sidebar-show-symbolic", "motions.left", _ ("Motions and approaches"));
  GtkWidget *right = icon_button_new ("document-edit-symbolic", "motions.right", _ ("Inspector"));

  page->title = tw_label_new ("", "title-3");
  page->subtitle = tw_label_new ("", "tw-secondary");
  gtk_widget_add_css_class (head, "tw-outline-head");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), page->title);
  gtk_box_append (GTK_BOX (texts), page->subtitle);
  gtk_box_append (GTK_BOX (head), left);
  gtk_box_append (GTK_BOX (head), texts);
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Add Phase"));
  gtk_button_set_child (GTK_BUTTON (add), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "motions.add-phase");
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), add);
  gtk_box_append (GTK_BOX (head), menu_new ());
  gtk_box_append (GTK_BOX (head), right);
  g_object_bind_property (page->left, "folded", left, "visible", G_BINDING_SYNC_CREATE);
  g_object_bind_property (page->right, "folded", right, "visible", G_BINDING_SYNC_CREATE);
  return head;
}

static GtkWidget *
middle_new (Page *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *empty = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Add Motion"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "motions.add-motion");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _ ("No motions yet"));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "tw-motions-symbolic");
  adw_status_page_set_child (ADW_STATUS_PAGE (empty), button);
  page->outline = tw_outline_new (page->state, TRUE, 39);
  gtk_widget_set_vexpand (page->outline, TRUE);
  gtk_box_append (GTK_BOX (box), head_new (page));
  gtk_box_append (GTK_BOX (box), page->outline);
  page->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (page->stack), box, "outline");
  gtk_stack_add_named (GTK_STACK (page->stack), empty, "empty");
  gtk_widget_set_hexpand (page->stack, TRUE);
  return page->stack;
}

static GtkWidget *
sidebar_new (Page *page)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  page->motions = side_list_new (page, box, _ ("Motions"), "motions.add-motion", _ ("Add Motion"));
  page->approaches = side_list_new (page, box, _ ("Approaches"), NULL, NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_size_request (scrolled, 236, -1);
  gtk_widget_set_hexpand (scrolled, FALSE);
  gtk_widget_add_css_class (scrolled, "tw-sidebar");
  return scrolled;
}

static void
page_free (gpointer data)
{
  g_free (((Page *) data)->shown);
  g_free (data);
}

GtkWidget *
tw_motions_page_new (TwViewState *state)
{
  GtkWidget *inspector = tw_inspector_new (state);
  Page *page = g_new0 (Page, 1);

  page->state = state;
  gtk_widget_set_size_request (inspector, 340, -1);
  gtk_widget_set_hexpand (inspector, FALSE);
  page->right = adw_flap_new ();
  page->left = adw_flap_new ();
  page->widget = page->left;
  adw_flap_set_flap (ADW_FLAP (page->right), inspector);
  adw_flap_set_flap_position (ADW_FLAP (page->right), GTK_PACK_END);
  adw_flap_set_content (ADW_FLAP (page->right), middle_new (page));
  adw_flap_set_flap (ADW_FLAP (page->left), sidebar_new (page));
  adw_flap_set_content (ADW_FLAP (page->left), page->right);
  add_actions (page);
  g_object_set_data_full (G_OBJECT (page->widget), "tw-page", page, page_free);
  tw_page_follow (page->widget, state, refresh);
  return page->widget;
}
