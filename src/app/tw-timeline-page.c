/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-inspector.h"
#include "tw-map-view.h"
#include "tw-outline-row.h"
#include "tw-page.h"
#include "tw-timeline-actions.h"
#include "tw-timeline-bar.h"
#include "tw-timeline-legend.h"
#include "tw-timeline.h"

/* Outline and calendar side by side, row for row. */
typedef struct
{
  TwViewState *state;
  GtkWidget *widget, *bar, *stack, *outline, *timeline, *map, *legend;
  GArray *rows; /* of the outline, borrowed */
  GSimpleActionGroup *actions;
} Page;

static GAction *
action (Page *page, const char *name)
{
  return g_action_map_lookup_action (G_ACTION_MAP (page->actions), name);
}

static gboolean
shows_map (Page *page)
{
  g_autoptr (GVariant) look = g_action_get_state (action (page, "look"));

  return g_str_equal (g_variant_get_string (look, NULL), "map");
}

static const char *
what_is_shown (Page *page)
{
  gboolean any = FALSE;

  if (tw_list_n (tw_document_plan (tw_view_state_document (page->state))->motions) == 0)
    return "empty";
  if (shows_map (page))
    return "map";
  for (guint i = 0; i < page->rows->len; i++)
    any |= g_array_index (page->rows, TwTimelineRow, i).node >= 0;
  return any ? "calendar" : "nothing";
}

static void
refresh_legend (TwTimeline *timeline, gpointer data)
{
  Page *page = data;

  tw_timeline_legend_refresh (page->legend, shows_map (page) ? NULL : page->rows,
                              tw_timeline_is_dragging (timeline));
}

/* The map has neither days nor links, and shows all of the plan. */
static const char *const of_calendar[] = { "in", "out", "zoom", "fit", "critical" };

static void
refresh (GtkWidget *widget)
{
  Page *page = g_object_get_data (G_OBJECT (widget), "tw-page");
  g_autofree char *id = NULL;

  if (tw_view_state_take_shown (page->state, "timeline", &id) != NULL)
    {
      g_simple_action_set_state (G_SIMPLE_ACTION (action (page, "look")),
                                 g_variant_new_string ("calendar"));
      tw_outline_reveal (TW_OUTLINE (page->outline));
      tw_timeline_show (TW_TIMELINE (page->timeline), id);
    }
  page->rows = tw_outline_refresh (TW_OUTLINE (page->outline));
  tw_timeline_set_rows (TW_TIMELINE (page->timeline), page->rows);
  refresh_legend (TW_TIMELINE (page->timeline), page);
  tw_map_view_refresh (TW_MAP_VIEW (page->map));
  g_simple_action_set_state (G_SIMPLE_ACTION (action (page, "critical")),
                             g_variant_new_boolean (tw_view_state_critical (page->state)));
  for (guint i = 0; i < G_N_ELEMENTS (of_calendar); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action (page, of_calendar[i])),
                                 !shows_map (page));
  tw_timeline_bar_set_filters (page->bar, !shows_map (page));
  gtk_stack_set_visible_child_name (GTK_STACK (page->stack), what_is_shown (page));
}

/* The outline has the menu of both, and what it does. */
static void
menu_cb (TwTimeline *timeline, const char *id, double x, double y, gpointer outline)
{
  if (id == NULL)
    tw_timeline_show_axis_menu (timeline, x, y);
  else
    tw_outline_show_menu (outline, GTK_WIDGET (timeline), x, y, id);
}

static void
outline_cb (TwTimeline *timeline G_GNUC_UNUSED, const char *action, gpointer outline)
{
  gtk_widget_activate_action (outline, action, NULL);
}

/* What the outline does in place is done there when the map asks for it. */
static void
from_map_cb (GSimpleAction *simple, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  Page *page = data;
  const char *id = tw_view_state_selected (page->state);
  g_autofree char *name = g_strconcat ("outline.", g_action_get_name (G_ACTION (simple)), NULL);

  if (id == NULL)
    return;
  gtk_widget_activate_action (page->timeline, "timeline.show", "s", id);
  gtk_widget_activate_action (page->outline, name, NULL);
}

/* The outline leaves the calendar room in a narrow window. */
static gboolean
place_handle_cb (gpointer paned)
{
  int room;

  g_object_get (paned, "max-position", &room, NULL);
  gtk_paned_set_position (paned, CLAMP (room * 2 / 5, 120, 328));
  return G_SOURCE_REMOVE;
}

/* Out of the allocation that noticed it. */
static void
width_cb (GtkPaned *paned, GParamSpec *pspec G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE + 15, place_handle_cb, g_object_ref (paned),
                   g_object_unref);
}

/* What the columns of the outline hold. */
static GtkWidget *
head_new (int axis)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *activity = tw_label_new (_ ("Activity"), "heading");
  GtkWidget *owner = tw_label_new (C_ ("column", "Owner"), "tw-secondary");

  gtk_widget_set_size_request (head, -1, axis);
  gtk_widget_set_margin_start (head, 10);
  gtk_widget_set_margin_end (head, 10);
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *label = i == 0 ? activity : owner;

      gtk_widget_set_valign (label, GTK_ALIGN_END);
      gtk_widget_set_margin_bottom (label, 4);
      gtk_label_set_wrap (GTK_LABEL (label), FALSE);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (head), label);
    }
  gtk_widget_set_hexpand (activity, TRUE);
  return head;
}

static GtkWidget *
calendar_new (Page *page, int axis)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = head_new (axis);
  GtkWidget *room = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *scrollbar = gtk_scrollbar_new (GTK_ORIENTATION_HORIZONTAL,
                                            tw_timeline_horizontal (TW_TIMELINE (page->timeline)));
  GtkSizeGroup *same = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);

  gtk_widget_set_size_request (left, 120, -1);
  gtk_box_append (GTK_BOX (left), head);
  gtk_widget_set_vexpand (page->outline, TRUE);
  gtk_box_append (GTK_BOX (left), page->outline);
  gtk_box_append (GTK_BOX (right), page->timeline);
  gtk_box_append (GTK_BOX (right), scrollbar);
  /* Both show the same rows: the outline ends where the calendar does. */
  gtk_box_append (GTK_BOX (left), room);
  gtk_size_group_add_widget (same, scrollbar);
  gtk_size_group_add_widget (same, room);
  g_object_unref (same);
  gtk_widget_add_css_class (left, "view");
  gtk_paned_set_start_child (GTK_PANED (paned), left);
  gtk_paned_set_end_child (GTK_PANED (paned), right);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_resize_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_position (GTK_PANED (paned), 328);
  g_signal_connect (paned, "notify::max-position", G_CALLBACK (width_cb), NULL);
  gtk_widget_set_vexpand (paned, TRUE);
  return paned;
}

/* --- actions and keys --- */

/* The motion of what is selected, else the one under way. */
static const char *
find_motion (Page *page)
{
  TwFacts *facts = tw_view_state_facts (page->state);
  TwIndex *index = tw_schedule_index (tw_facts_schedule (facts));
  const char *id = tw_view_state_selected (page->state);
  int at = id != NULL ? tw_index_find (index, id) : -1;

  if (at < 0)
    at = tw_facts_current_phase (facts);
  while (at >= 0 && tw_index_node (index, (guint) at)->parent >= 0)
    at = tw_index_node (index, (guint) at)->parent;
  return at >= 0 ? tw_index_node (index, (guint) at)->id : NULL;
}

static void
fit_cb (GSimpleAction *simple G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  Page *page = data;
  const char *what = g_variant_get_string (parameter, NULL);
  const char *const motion[] = { find_motion (page), NULL };

  tw_timeline_fit (TW_TIMELINE (page->timeline), g_str_equal (what, "motion") ? motion
                                                 : g_str_equal (what, "selection")
                                                     ? tw_view_state_selection (page->state)
                                                     : NULL);
}

static void
zoom_cb (GSimpleAction *simple, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  tw_timeline_zoom (TW_TIMELINE (((Page *) data)->timeline),
                    g_str_equal (g_action_get_name (G_ACTION (simple)), "in") ? 1 : -1);
}

static void
zoom_to_cb (GSimpleAction *simple G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  tw_timeline_zoom_to (TW_TIMELINE (((Page *) data)->timeline), g_variant_get_double (parameter));
}

static void
today_cb (GSimpleAction *simple G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  Page *page = data;

  if (shows_map (page))
    tw_map_view_show_current (TW_MAP_VIEW (page->map));
  else
    tw_timeline_show_today (TW_TIMELINE (page->timeline));
}

static void
critical_cb (GSimpleAction *simple G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  TwViewState *state = ((Page *) data)->state;

  tw_view_state_set_critical (state, !tw_view_state_critical (state));
}

static void
compare_cb (GSimpleAction *simple G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  TwViewState *state = ((Page *) data)->state;

  tw_view_state_set_compares (state, !tw_view_state_compares (state));
}

static void
clear_filter_cb (GSimpleAction *simple G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED,
                 gpointer data)
{
  tw_view_state_clear_filter (((Page *) data)->state);
}

static void
look_cb (GSimpleAction *look, GVariant *value, gpointer data)
{
  g_simple_action_set_state (look, value);
  refresh (((Page *) data)->widget);
}

static void
other_look_cb (GSimpleAction *simple G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED,
               gpointer data)
{
  Page *page = data;

  g_action_change_state (action (page, "look"),
                         g_variant_new_string (shows_map (page) ? "calendar" : "map"));
}

/* In the calendar, wherever the node was shown. */
static void
show_cb (GSimpleAction *simple G_GNUC_UNUSED, GVariant *id, gpointer data)
{
  Page *page = data;
  gboolean from_map = shows_map (page);

  tw_view_state_reveal (page->state, g_variant_get_string (id, NULL));
  g_action_change_state (action (page, "look"), g_variant_new_string ("calendar"));
  tw_timeline_show (TW_TIMELINE (page->timeline), g_variant_get_string (id, NULL));
  /* What had the keyboard isn't seen any more. */
  if (from_map)
    gtk_widget_grab_focus (page->timeline);
}

static const GActionEntry entries[] = {
  { "look", NULL, "s", "'calendar'", look_cb, { 0 } },
  { "other-look", other_look_cb, NULL, NULL, NULL, { 0 } },
  { "in", zoom_cb, NULL, NULL, NULL, { 0 } },
  { "out", zoom_cb, NULL, NULL, NULL, { 0 } },
  { "zoom", zoom_to_cb, "d", NULL, NULL, { 0 } },
  { "fit", fit_cb, "s", NULL, NULL, { 0 } },
  { "show", show_cb, "s", NULL, NULL, { 0 } },
  { "today", today_cb, NULL, NULL, NULL, { 0 } },
  { "critical", critical_cb, NULL, "true", NULL, { 0 } },
  { "compare", compare_cb, NULL, NULL, NULL, { 0 } },
  { "clear-filter", clear_filter_cb, NULL, NULL, NULL, { 0 } },
};

static const GActionEntry in_outline[] = {
  { "rename", from_map_cb, NULL, NULL, NULL, { 0 } },
  { "add", from_map_cb, NULL, NULL, NULL, { 0 } },
};

static const struct
{
  const char *keys, *action;
} keys[] = { { "plus|equal|KP_Add|<Control>plus|<Control>equal|<Control>KP_Add", "timeline.in" },
             { "minus|KP_Subtract|<Control>minus|<Control>KP_Subtract", "timeline.out" },
             { "f|<Control>0|<Control>KP_0", "timeline.fit::plan" },
             { "<Shift>f", "timeline.fit::selection" },
             { "t", "timeline.today" },
             { "c", "timeline.critical" },
             { "b", "timeline.compare" },
             { "m", "timeline.other-look" } };

static void
add_actions (Page *page)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  page->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (page->actions), entries, G_N_ELEMENTS (entries),
                                   page);
  gtk_widget_insert_action_group (page->widget, "timeline", G_ACTION_GROUP (page->actions));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      GtkShortcut *shortcut;

      g_action_parse_detailed_name (keys[i].action, &name, &target, NULL);
      shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].keys),
                                   gtk_named_action_new (name));
      gtk_shortcut_set_arguments (shortcut, target);
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (page->widget, controller);
}

/* --- the page --- */

static void
page_free (gpointer data)
{
  Page *page = data;

  g_object_unref (page->actions);
  g_free (page);
}

static GtkWidget *
status_new (const char *title, const char *label, const char *name, const char *target)
{
  GtkWidget *status = adw_status_page_new (), *button = gtk_button_new_with_label (label);

  adw_status_page_set_title (ADW_STATUS_PAGE (status), title);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "tw-timeline-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), name);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  adw_status_page_set_child (ADW_STATUS_PAGE (status), button);
  gtk_widget_set_vexpand (status, TRUE);
  return status;
}

GtkWidget *
tw_timeline_page_new (TwViewState *state)
{
  Page *page = g_new0 (Page, 1);
  GtkWidget *widget = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *flap = adw_flap_new (), *inspector = tw_inspector_new (state);
  g_autoptr (GSimpleActionGroup) in_place = g_simple_action_group_new ();
  GtkStack *stack;
  int axis, row;

  page->state = state;
  page->widget = widget;
  add_actions (page);
  tw_timeline_heights (widget, &axis, &row);
  page->outline = tw_outline_new (state, FALSE, row);
  page->timeline = tw_timeline_new (state, tw_outline_vertical (TW_OUTLINE (page->outline)));
  g_signal_connect (page->timeline, "menu", G_CALLBACK (menu_cb), page->outline);
  g_signal_connect (page->timeline, "outline", G_CALLBACK (outline_cb), page->outline);
  g_signal_connect (page->timeline, "dragging", G_CALLBACK (refresh_legend), page);
  page->map = tw_map_view_new (state);
  g_action_map_add_action_entries (G_ACTION_MAP (in_place), in_outline, G_N_ELEMENTS (in_outline),
                                   page);
  gtk_widget_insert_action_group (page->map, "outline", G_ACTION_GROUP (in_place));
  page->legend = tw_timeline_legend_new (state);
  page->stack = gtk_stack_new ();
  stack = GTK_STACK (page->stack);
  /* What isn't shown takes neither room nor time. */
  gtk_stack_set_hhomogeneous (stack, FALSE);
  gtk_stack_set_vhomogeneous (stack, FALSE);
  gtk_stack_add_named (stack, calendar_new (page, axis), "calendar");
  gtk_stack_add_named (stack, tw_map_view_scrolled (TW_MAP_VIEW (page->map)), "map");
  gtk_stack_add_named (
      stack, status_new (_ ("No activities yet"), _ ("Add Motion"), "win.page", "motions"),
      "empty");
  gtk_stack_add_named (
      stack,
      status_new (_ ("No activities match"), _ ("Clear Filter"), "timeline.clear-filter", NULL),
      "nothing");
  page->bar = tw_timeline_bar_new (state);
  gtk_box_append (GTK_BOX (widget), page->bar);
  gtk_widget_set_size_request (inspector, 340, -1);
  gtk_widget_set_hexpand (inspector, FALSE);
  gtk_widget_set_hexpand (page->stack, TRUE);
  adw_flap_set_flap (ADW_FLAP (flap), inspector);
  adw_flap_set_flap_position (ADW_FLAP (flap), GTK_PACK_END);
  adw_flap_set_locked (ADW_FLAP (flap), TRUE);
  adw_flap_set_reveal_flap (ADW_FLAP (flap), FALSE);
  /* A drag sideways moves bars. */
  adw_flap_set_swipe_to_open (ADW_FLAP (flap), FALSE);
  adw_flap_set_content (ADW_FLAP (flap), page->stack);
  tw_timeline_actions_add (widget, state, TW_OUTLINE (page->outline), TW_TIMELINE (page->timeline),
                           TW_MAP_VIEW (page->map), ADW_FLAP (flap));
  gtk_box_append (GTK_BOX (widget), flap);
  gtk_box_append (GTK_BOX (widget), page->legend);
  g_object_set_data_full (G_OBJECT (widget), "tw-page", page, page_free);
  tw_page_follow (widget, state, refresh);
  return widget;
}
