/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-ask.h"
#include "tw-edit.h"
#include "tw-inspector.h"
#include "tw-motions-sidebar.h"
#include "tw-name.h"
#include "tw-nodes.h"
#include "tw-offer.h"
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
  GtkWidget *sidebar, *title, *subtitle, *outline, *offer, *stack, *body;
  GtkWidget *tools, *add, *menu, *take; /* of what is shown; the button that adds what is offered */
  char *shown;                          /* the motion or approach */
  char *offered;    /* the playbook's id of what is shown in its place; NULL: nothing */
  gboolean renames; /* the name of what is shown is asked for */
  GtkWidget *show_left, *show_right; /* for the flaps, while they are folded */
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

/* --- what is shown --- */

static void
show (Page *page, const char *id)
{
  g_clear_pointer (&page->offered, g_free);
  if (g_strcmp0 (id, page->shown) != 0)
    {
      g_free (page->shown);
      page->shown = g_strdup (id);
    }
  tw_outline_set_scope (TW_OUTLINE (page->outline), page->shown);
}

static void refresh (GtkWidget *widget);

/* What was chosen in the sidebar; where that lies over the page, it goes out of the way. */
static void
choose (Page *page, const char *id)
{
  tw_view_state_select (page->state, id);
  refresh (page->widget);
  if (adw_flap_get_folded (ADW_FLAP (page->left)))
    adw_flap_set_reveal_flap (ADW_FLAP (page->left), FALSE);
}

static void
show_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  g_autofree char *id = g_variant_dup_string (parameter, NULL);

  show (data, id);
  choose (data, id);
}

/* Shows another one while something is dragged: what is selected stays so. */
static void
open_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  Page *page = data;

  show (page, g_variant_get_string (parameter, NULL));
  refresh (page->widget);
}

static void
offer_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  Page *page = data;
  const char *id, *kind;
  g_autoptr (TwPlaybook) playbook = NULL;

  g_variant_get (parameter, "(&s&s)", &id, &kind);
  playbook = tw_playbook_find (id);
  if (playbook == NULL || !tw_offer_show (page->offer, playbook, kind))
    return;
  g_free (page->offered);
  page->offered = g_strdup (kind);
  choose (page, NULL);
  /* Who goes through the sidebar's rows stays there. From a menu it goes on with the button, once
   * the menu has given the focus back. */
  if (!GTK_IS_LIST_BOX_ROW (gtk_root_get_focus (gtk_widget_get_root (page->widget))))
    tw_focus_soon (page->take);
}

static void
drop_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  Page *page = data;
  const char *id, *target;
  gboolean below;

  g_variant_get (parameter, "(&s&sb)", &id, &target, &below);
  tw_nodes_drop (page->state, page->outline, id, target, below);
}

/* --- adding --- */

static void
add_offer (Page *page)
{
  char *id = tw_offer_add (page->offer);

  if (id == NULL)
    return;
  show (page, id);
  choose (page, id);
  tw_motions_sidebar_focus (page->sidebar);
  g_ref_string_release (id);
}

/* Its name is asked for at once. */
static void
add_empty (Page *page, const TwRecordType *type)
{
  gboolean motion = type == &tw_motion_type;
  char *id = NULL;
  GError *error = NULL;
  TwPlan *plan = tw_edit_add (plan_of (page), type, NULL, G_MAXUINT,
                              motion ? _ ("New motion") : _ ("New approach"), &id, &error);

  if (tw_view_state_edit (page->state, page->widget, plan, error, NULL, "%s",
                          motion ? C_ ("undo step", "Add a Motion")
                                 : C_ ("undo step", "Add an Approach")))
    {
      show (page, id);
      tw_view_state_select (page->state, id);
      page->renames = TRUE;
    }
  g_clear_pointer (&id, g_ref_string_release);
}

/* --- what is done to the one that is shown --- */

static void
rename_cb (TwName *name G_GNUC_UNUSED, const char *text, gpointer data)
{
  Page *page = data;
  GError *error = NULL;
  TwPlan *plan = tw_plan_set_by_id (
      plan_of (page), is_shown_approach (page) ? &tw_approach_type : &tw_motion_type, page->shown,
      "name", (TwValue){ .string = (char *) text }, &error);

  tw_view_state_edit (page->state, page->widget, plan, error, NULL, C_ ("undo step", "Rename “%s”"),
                      text);
}

static void
place_approach (Page *page, const char *id, guint to)
{
  TwApproach *approach = tw_list_find (plan_of (page)->approaches, id, NULL);
  GError *error = NULL;
  TwPlan *plan = tw_edit_relocate (plan_of (page), &tw_approach_type, id, NULL, to, &error);

  tw_view_state_edit (page->state, page->widget, plan, error, NULL, C_ ("undo step", "Move “%s”"),
                      approach->name);
}

static void
place_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  const char *id;
  guint to;

  g_variant_get (parameter, "(&su)", &id, &to);
  place_approach (data, id, to);
}

static void
move_approach (Page *page, int direction)
{
  int at, last = (int) tw_list_n (plan_of (page)->approaches) - 1;

  tw_list_find (plan_of (page)->approaches, page->shown, &at);
  place_approach (page, page->shown, (guint) CLAMP (at + direction, 0, last));
}

static void
remove_approach (Page *page, gboolean recorded)
{
  TwPlaybook *playbook = tw_document_playbook (tw_view_state_document (page->state));
  TwApproach *approach = tw_list_find (plan_of (page)->approaches, page->shown, NULL);
  g_autoptr (GPtrArray) also
      = tw_playbook_approach_recorded (playbook, plan_of (page), page->shown);
  g_autofree char *sentence = NULL;
  GError *error = NULL;
  TwPlan *plan;

  if (approach == NULL) /* gone while it was asked */
    return;
  for (guint i = 0; i < also->len; i++)
    also->pdata[i] = ((TwActivity *) also->pdata[i])->id;
  g_ptr_array_add (also, NULL);
  plan = tw_playbook_remove_approach (playbook, plan_of (page), page->shown,
                                      recorded ? (const char *const *) also->pdata : NULL,
                                      &sentence, &error);
  if (tw_view_state_edit (page->state, page->widget, plan, error, NULL,
                          C_ ("undo step", "Remove “%s”"), approach->name)
      && sentence != NULL)
    gtk_widget_activate_action (page->widget, "win.tell", "s", sentence);
}

static void
remove_response (const char *response, gpointer data)
{
  if (!g_str_equal (response, "cancel"))
    remove_approach (data, g_str_equal (response, "all"));
}

/* What was recorded on goes only if that is wanted. */
static void
ask_to_remove_approach (Page *page)
{
  g_autoptr (GPtrArray) recorded = tw_playbook_approach_recorded (
      tw_document_playbook (tw_view_state_document (page->state)), plan_of (page), page->shown);
  g_autoptr (GString) text = g_string_new (_ ("Something was recorded on these activities:"));
  g_autofree char *heading = NULL;

  if (recorded->len == 0)
    {
      remove_approach (page, FALSE);
      return;
    }
  for (guint i = 0; i < recorded->len; i++)
    g_string_append_printf (text, "\n%s", ((TwActivity *) recorded->pdata[i])->name);
  heading = g_strdup_printf (
      _ ("Remove “%s”?"),
      ((TwApproach *) tw_list_find (plan_of (page)->approaches, page->shown, NULL))->name);
  tw_ask (GTK_WINDOW (gtk_widget_get_root (page->widget)), heading, text->str, remove_response,
          page, "cancel", _ ("Cancel"), "all", _ ("Remove Them Too"), "keep", _ ("Keep Them"),
          NULL);
}

/* The edits that motions share with all nodes. */
static void
do_to_motion (Page *page, const char *action)
{
  tw_view_state_select (page->state, page->shown);
  gtk_widget_activate_action (page->outline, action, NULL);
}

static void
duplicate (Page *page)
{
  if (is_shown_approach (page))
    return;
  do_to_motion (page, "nodes.duplicate");
  show (page, tw_view_state_selected (page->state));
}

static void
shown_action (GSimpleAction *action, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  Page *page = data;
  const char *name = g_action_get_name (G_ACTION (action));
  gboolean approach = is_shown_approach (page);

  if (page->shown == NULL || page->offered != NULL)
    return;
  if (g_str_equal (name, "rename"))
    tw_name_edit (TW_NAME (page->title));
  else if (g_str_equal (name, "duplicate"))
    duplicate (page);
  else if (g_str_equal (name, "remove") && approach)
    ask_to_remove_approach (page);
  else if (g_str_equal (name, "remove"))
    do_to_motion (page, "nodes.delete");
  else if (approach)
    move_approach (page, g_str_equal (name, "up") ? -1 : 1);
  else
    do_to_motion (page, g_str_equal (name, "up") ? "nodes.up" : "nodes.down");
}

static void
page_action (GSimpleAction *action, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  Page *page = data;
  const char *name = g_action_get_name (G_ACTION (action));

  if (g_str_equal (name, "add-motion"))
    add_empty (page, &tw_motion_type);
  else if (g_str_equal (name, "add-approach"))
    add_empty (page, &tw_approach_type);
  else if (g_str_equal (name, "add-offer"))
    add_offer (page);
  else if (g_str_equal (name, "refresh"))
    refresh (page->widget);
  else if (g_str_equal (name, "left") || g_str_equal (name, "right"))
    {
      AdwFlap *flap = ADW_FLAP (g_str_equal (name, "left") ? page->left : page->right);

      adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
    }
  else if (page->shown == NULL || page->offered != NULL)
    return;
  else if (g_str_equal (name, "select"))
    tw_view_state_select (page->state, page->shown);
  else if (g_str_equal (name, "save-template"))
    gtk_widget_activate_action (page->widget, "win.save-template", "s", page->shown);
  else if (is_shown_approach (page))
    return;
  else if (g_str_equal (name, "add-phase"))
    do_to_motion (page, "outline.add");
  else if (g_str_equal (name, "compare"))
    gtk_widget_activate_action (page->widget, "win.compare-playbook", "s", page->shown);
}

static void
add_actions (Page *page)
{
  static const GActionEntry entries[] = {
    { "show", show_action, "s", NULL, NULL, { 0 } },
    { "open", open_action, "s", NULL, NULL, { 0 } },
    { "offer", offer_action, "(ss)", NULL, NULL, { 0 } },
    { "drop", drop_action, "(ssb)", NULL, NULL, { 0 } },
    { "place-approach", place_action, "(su)", NULL, NULL, { 0 } },
    { "rename", shown_action, NULL, NULL, NULL, { 0 } },
    { "duplicate", shown_action, NULL, NULL, NULL, { 0 } },
    { "up", shown_action, NULL, NULL, NULL, { 0 } },
    { "down", shown_action, NULL, NULL, NULL, { 0 } },
    { "remove", shown_action, NULL, NULL, NULL, { 0 } },
    { "add-motion", page_action, NULL, NULL, NULL, { 0 } },
    { "add-approach", page_action, NULL, NULL, NULL, { 0 } },
    { "add-offer", page_action, NULL, NULL, NULL, { 0 } },
    { "add-phase", page_action, NULL, NULL, NULL, { 0 } },
    { "refresh", page_action, NULL, NULL, NULL, { 0 } },
    { "left", page_action, NULL, NULL, NULL, { 0 } },
    { "right", page_action, NULL, NULL, NULL, { 0 } },
    { "select", page_action, NULL, NULL, NULL, { 0 } },
    { "save-template", page_action, NULL, NULL, NULL, { 0 } },
    { "compare", page_action, NULL, NULL, NULL, { 0 } },
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

/* A node that is waited for: the motion, and the phase after which it hands over. */
static void
name_handover (TwIndex *index, TwNode *node, const char **motion, const char **phase)
{
  TwNode *of = node->kind == TW_KIND_PHASE ? tw_index_node (index, (guint) node->parent) : node;
  TwList *phases = ((TwMotion *) of->record)->phases;

  *motion = tw_record_name (of->record);
  *phase = node->kind == TW_KIND_PHASE ? tw_record_name (node->record)
           : tw_list_n (phases) > 0    ? tw_record_name (phases->items[phases->n - 1])
                                       : NULL;
}

/* Adds whom the motion takes over from, or who takes over from it. */
static void
add_handover (GString *text, TwIndex *index, TwMotion *from, const char *id, TwMotion *to)
{
  int number = tw_index_find (index, id);
  TwNode *node = number >= 0 ? tw_index_node (index, (guint) number) : NULL;
  const char *motion, *phase;

  if (node == NULL || node->kind == TW_KIND_ACTIVITY)
    return;
  name_handover (index, node, &motion, &phase);
  if (from == NULL && phase != NULL)
    g_string_append_printf (text, _ (", taken over from %s after %s"), motion, phase);
  else if (from == NULL)
    g_string_append_printf (text, _ (", taken over from %s"), motion);
  else if (phase != NULL)
    g_string_append_printf (text, _ (", handed over to %s after %s"), to->name, phase);
}

static char *
motion_subtitle (Page *page, TwMotion *motion, const TwSpan *span)
{
  TwIndex *index = tw_schedule_index (tw_facts_schedule (tw_view_state_facts (page->state)));
  g_autofree char *dates = tw_words_range (span->start, span->finish, TW_DATE_MIN, FALSE);
  GString *text = g_string_new (tw_list_n (motion->phases) > 0 ? dates : _ ("No phases yet"));

  TW_FOREACH (char, id, motion->after)
    add_handover (text, index, NULL, id, motion);
  TW_FOREACH (TwMotion, other, plan_of (page)->motions)
    TW_FOREACH (char, id, other->after)
      if (id == motion->id || tw_list_find (motion->phases, id, NULL) != NULL)
        add_handover (text, index, motion, id, other);
  return g_string_free (text, FALSE);
}

static char *
subtitle_of (Page *page)
{
  TwSchedule *schedule = tw_facts_schedule (tw_view_state_facts (page->state));
  int number = tw_index_find (tw_schedule_index (schedule), page->shown);
  TwApproach *approach = tw_list_find (plan_of (page)->approaches, page->shown, NULL);

  if (number >= 0)
    return motion_subtitle (page,
                            tw_index_node (tw_schedule_index (schedule), (guint) number)->record,
                            tw_schedule_span (schedule, (guint) number));
  return g_strdup (approach != NULL && approach->customer_name != NULL ? approach->customer_name
                                                                       : "");
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

/* The motion that a node is in, or the approach itself. */
static void
show_asked (Page *page)
{
  TwIndex *index = tw_schedule_index (tw_facts_schedule (tw_view_state_facts (page->state)));
  g_autofree char *id = NULL;
  TwMotion *motion = NULL;
  int number;

  if (tw_view_state_take_shown (page->state, "motions", &id) == NULL)
    return;
  tw_index_recurring (index, id, &motion);
  number = tw_index_find (index, motion != NULL ? motion->id : id);
  while (number >= 0 && tw_index_node (index, (guint) number)->parent >= 0)
    number = tw_index_node (index, (guint) number)->parent;
  show (page, number >= 0 ? tw_index_node (index, (guint) number)->id : id);
  tw_outline_reveal (TW_OUTLINE (page->outline));
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
popup_menu (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenuModel) menu = tw_motions_menu_new (is_shown_approach (data));

  gtk_menu_button_set_menu_model (button, menu);
}

static void
refresh_shown (Page *page)
{
  g_autofree char *subtitle = subtitle_of (page);

  tw_name_set_text (TW_NAME (page->title), title_of (page));
  gtk_widget_set_visible (page->add, !is_shown_approach (page));
  gtk_label_set_text (GTK_LABEL (page->subtitle), subtitle);
  tw_outline_refresh (TW_OUTLINE (page->outline));
  if (page->renames)
    tw_name_edit (TW_NAME (page->title));
  page->renames = FALSE;
}

static void
refresh_offer (Page *page)
{
  tw_offer_refresh (page->offer);
  tw_name_set_text (TW_NAME (page->title), tw_offer_name (page->offer));
  gtk_label_set_text (GTK_LABEL (page->subtitle), tw_offer_sentence (page->offer));
  gtk_widget_set_sensitive (page->take, tw_offer_is_possible (page->offer));
}

static void
refresh (GtkWidget *widget)
{
  Page *page = g_object_get_data (G_OBJECT (widget), "tw-page");
  gboolean offers;

  show_asked (page);
  offers = page->offered != NULL;
  if (!offers)
    choose_shown (page);
  tw_motions_sidebar_refresh (page->sidebar, offers ? page->offered : page->shown);
  gtk_stack_set_visible_child_name (GTK_STACK (page->stack),
                                    offers || page->shown != NULL ? "shown" : "empty");
  gtk_stack_set_visible_child (GTK_STACK (page->body), offers ? page->offer : page->outline);
  gtk_widget_set_visible (page->tools, !offers);
  gtk_widget_set_visible (page->take, offers);
  if (offers)
    refresh_offer (page);
  else if (page->shown != NULL)
    refresh_shown (page);
}

/* --- making the page --- */

static GtkWidget *
icon_button_new (const char *icon, const char *action, const char *tip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  tw_set_tooltip (button, tip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
menu_button_new (void)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  tw_set_tooltip (button, _ ("More"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

/* What can be done with what is shown, or with what is offered in its place. */
static void
add_tools (Page *page, GtkWidget *head)
{
  GtkWidget *content = adw_button_content_new ();

  page->add = gtk_button_new ();
  page->tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Add Phase"));
  gtk_button_set_child (GTK_BUTTON (page->add), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (page->add), "motions.add-phase");
  gtk_widget_set_valign (page->add, GTK_ALIGN_CENTER);
  page->menu = menu_button_new ();
  gtk_box_append (GTK_BOX (page->tools), page->add);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (page->menu), popup_menu, page, NULL);
  gtk_box_append (GTK_BOX (page->tools), page->menu);
  gtk_box_append (GTK_BOX (head), page->tools);
  page->take = gtk_button_new_with_label (_ ("Add to Plan"));
  gtk_widget_add_css_class (page->take, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (page->take), "motions.add-offer");
  gtk_widget_set_valign (page->take, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), page->take);
}

/* Where the sidebar has no room, the buttons stand below the name. */
static gboolean
fold_head_cb (gpointer data)
{
  GtkWidget *head = data;
  Page *page = g_object_get_data (G_OBJECT (head), "tw-page");
  gboolean left;

  /* The window may be gone, and the page with it. */
  if (gtk_widget_get_root (head) == NULL)
    return G_SOURCE_REMOVE;
  left = adw_flap_get_folded (ADW_FLAP (page->left));
  gtk_widget_set_visible (page->show_left, left);
  gtk_widget_set_visible (page->show_right, adw_flap_get_folded (ADW_FLAP (page->right)));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (head),
                                  left ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  return G_SOURCE_REMOVE;
}

/* Out of the allocation that folds a flap. */
static void
folded_cb (AdwFlap *flap G_GNUC_UNUSED, GParamSpec *pspec G_GNUC_UNUSED, gpointer head)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE + 15, fold_head_cb, g_object_ref (head), g_object_unref);
}

static GtkWidget *
head_new (Page *page)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *name = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *left
      = icon_button_new ("sidebar-show-symbolic", "motions.left", _ ("Motions and approaches"));
  GtkWidget *right = icon_button_new ("document-edit-symbolic", "motions.right", _ ("Inspector"));

  page->title = tw_name_new (TRUE, rename_cb, page, NULL);
  gtk_widget_add_css_class (page->title, "title-3");
  page->subtitle = tw_label_new ("", "tw-secondary");
  gtk_widget_add_css_class (head, "tw-outline-head");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), page->title);
  gtk_box_append (GTK_BOX (texts), page->subtitle);
  gtk_box_append (GTK_BOX (name), left);
  gtk_box_append (GTK_BOX (name), texts);
  gtk_box_append (GTK_BOX (head), name);
  add_tools (page, buttons);
  gtk_box_append (GTK_BOX (buttons), right);
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (head), buttons);
  page->show_left = left;
  page->show_right = right;
  g_object_set_data (G_OBJECT (head), "tw-page", page);
  gtk_widget_set_visible (left, adw_flap_get_folded (ADW_FLAP (page->left)));
  gtk_widget_set_visible (right, adw_flap_get_folded (ADW_FLAP (page->right)));
  g_signal_connect_object (page->left, "notify::folded", G_CALLBACK (folded_cb), head, 0);
  g_signal_connect_object (page->right, "notify::folded", G_CALLBACK (folded_cb), head, 0);
  return head;
}

static GtkWidget *
empty_new (Page *page)
{
  GtkWidget *empty = adw_status_page_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = tw_motions_add_button_new (page->state, FALSE);
  GtkWidget *left
      = icon_button_new ("sidebar-show-symbolic", "motions.left", _ ("Motions and approaches"));

  g_object_bind_property (page->show_left, "visible", left, "visible", G_BINDING_SYNC_CREATE);
  gtk_widget_set_halign (left, GTK_ALIGN_START);
  gtk_widget_add_css_class (box, "tw-outline-head");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Add Motion"));
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _ ("No motions yet"));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "tw-motions-symbolic");
  adw_status_page_set_child (ADW_STATUS_PAGE (empty), button);
  gtk_widget_set_vexpand (empty, TRUE);
  gtk_box_append (GTK_BOX (box), left);
  gtk_box_append (GTK_BOX (box), empty);
  return box;
}

static GtkWidget *
middle_new (Page *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  page->outline = tw_outline_new (page->state, TRUE, 39);
  page->offer = tw_offer_new (page->state);
  page->body = gtk_stack_new ();
  gtk_widget_set_vexpand (page->body, TRUE);
  gtk_stack_add_child (GTK_STACK (page->body), page->outline);
  gtk_stack_add_child (GTK_STACK (page->body), page->offer);
  gtk_box_append (GTK_BOX (box), head_new (page));
  gtk_box_append (GTK_BOX (box), page->body);
  page->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (page->stack), box, "shown");
  gtk_stack_add_named (GTK_STACK (page->stack), empty_new (page), "empty");
  gtk_widget_set_hexpand (page->stack, TRUE);
  return page->stack;
}

static void
page_free (gpointer data)
{
  Page *page = data;

  g_free (page->shown);
  g_free (page->offered);
  g_free (page);
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
  page->sidebar = tw_motions_sidebar_new (state);
  adw_flap_set_flap (ADW_FLAP (page->right), inspector);
  adw_flap_set_flap_position (ADW_FLAP (page->right), GTK_PACK_END);
  adw_flap_set_content (ADW_FLAP (page->right), middle_new (page));
  adw_flap_set_flap (ADW_FLAP (page->left), page->sidebar);
  adw_flap_set_content (ADW_FLAP (page->left), page->right);
  add_actions (page);
  g_object_set_data_full (G_OBJECT (page->widget), "tw-page", page, page_free);
  tw_page_follow (page->widget, state, refresh);
  return page->widget;
}
