/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-map-view.h"
#include "tw-outline-row.h"
#include "tw-page.h"
#include "tw-timeline.h"
#include "tw-words.h"

/* Outline and calendar side by side, row for row. */
typedef struct
{
  TwViewState *state;
  GtkWidget *stack, *outline, *timeline, *map, *legend, *compare, *critical;
  GtkWidget *map_look, *calendar_look; /* the two toggles */
  gboolean shows_map;
} Page;

static void
refresh (GtkWidget *widget)
{
  Page *page = g_object_get_data (G_OBJECT (widget), "tw-page");
  TwFacts *facts = tw_view_state_facts (page->state);
  const TwSpan *span = tw_schedule_plan_span (tw_facts_schedule (facts));
  g_autofree char *finish = tw_words_date (span->finish, TW_DATE_LONG);
  g_autofree char *percent = tw_words_percent (tw_facts_plan_node (facts)->progress);
  g_autofree char *words = g_strdup_printf (_ ("Plan ends %s, %s done"), finish, percent);
  TwBaseline *baseline = tw_plan_newest_baseline (tw_facts_plan (facts));
  g_autofree char *date = baseline != NULL
                              ? tw_words_date_near (baseline->taken, tw_facts_today (facts), FALSE)
                              : NULL;
  g_autofree char *id = NULL;
  g_autofree char *compare = date != NULL ? g_strdup_printf (_ ("Compare with %s"), date) : NULL;

  if (tw_view_state_take_shown (page->state, "timeline", &id) != NULL)
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (page->calendar_look), TRUE);
      tw_outline_reveal (TW_OUTLINE (page->outline));
    }
  tw_timeline_set_rows (TW_TIMELINE (page->timeline),
                        tw_outline_refresh (TW_OUTLINE (page->outline)));
  gtk_label_set_text (GTK_LABEL (page->legend), words);
  gtk_widget_set_visible (page->compare, baseline != NULL);
  if (compare != NULL)
    gtk_button_set_label (GTK_BUTTON (page->compare), compare);
  tw_map_view_refresh (TW_MAP_VIEW (page->map));
  gtk_widget_set_visible (page->legend, !page->shows_map); /* the map has its own */
  gtk_stack_set_visible_child_name (GTK_STACK (page->stack),
                                    tw_list_n (tw_facts_plan (facts)->motions) == 0 ? "empty"
                                    : page->shows_map                               ? "map"
                                                                                    : "calendar");
}

static void
zoom_in_cb (GtkButton *button G_GNUC_UNUSED, gpointer timeline)
{
  tw_timeline_zoom (timeline, 1);
}

static void
zoom_out_cb (GtkButton *button G_GNUC_UNUSED, gpointer timeline)
{
  tw_timeline_zoom (timeline, -1);
}

static void
fit_cb (GtkButton *button G_GNUC_UNUSED, gpointer timeline)
{
  tw_timeline_fit (timeline);
}

static void
today_cb (GtkButton *button G_GNUC_UNUSED, gpointer timeline)
{
  tw_timeline_show_today (timeline);
}

static void
critical_cb (GtkToggleButton *button, gpointer state)
{
  tw_view_state_set_critical (state, gtk_toggle_button_get_active (button));
}

static void
compare_cb (GtkToggleButton *button, gpointer state)
{
  tw_view_state_set_compares (state, gtk_toggle_button_get_active (button));
}

static void
map_cb (GtkToggleButton *button, gpointer widget)
{
  Page *page = g_object_get_data (G_OBJECT (widget), "tw-page");

  page->shows_map = gtk_toggle_button_get_active (button);
  refresh (widget);
}

/* The outline has the menu of both, and what it does. */
static void
menu_cb (TwTimeline *timeline, const char *id, double x, double y, gpointer outline)
{
  tw_outline_show_menu (outline, GTK_WIDGET (timeline), x, y, id);
}

static void
outline_cb (TwTimeline *timeline G_GNUC_UNUSED, const char *action, gpointer outline)
{
  gtk_widget_activate_action (outline, action, NULL);
}

/* Map and Calendar, one of them pressed. */
static GtkWidget *
looks_new (Page *page, GtkWidget *widget)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *map = gtk_toggle_button_new_with_label (C_ ("timeline", "Map"));
  GtkWidget *calendar = gtk_toggle_button_new_with_label (C_ ("timeline", "Calendar"));

  gtk_widget_add_css_class (box, "linked");
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (calendar), GTK_TOGGLE_BUTTON (map));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (calendar), TRUE);
  g_signal_connect (map, "toggled", G_CALLBACK (map_cb), widget);
  gtk_box_append (GTK_BOX (box), map);
  gtk_box_append (GTK_BOX (box), calendar);
  page->map_look = map;
  page->calendar_look = calendar;
  return box;
}

static GtkWidget *
button_new (const char *label, const char *icon, GCallback callback, gpointer data)
{
  GtkWidget *button
      = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, icon != NULL ? label : NULL);
  g_signal_connect (button, "clicked", callback, data);
  return button;
}

static GtkWidget *
toggle_new (const char *label, GCallback callback, gpointer state)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_signal_connect (button, "toggled", callback, state);
  return button;
}

static GtkWidget *
toolbar_new (Page *page, GtkWidget *widget)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *zoom = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *room = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (bar, "tw-toolbar");
  gtk_widget_add_css_class (zoom, "linked");
  gtk_box_append (GTK_BOX (zoom), button_new (_ ("Zoom out"), "zoom-out-symbolic",
                                              G_CALLBACK (zoom_out_cb), page->timeline));
  gtk_box_append (GTK_BOX (zoom), button_new (_ ("Zoom in"), "zoom-in-symbolic",
                                              G_CALLBACK (zoom_in_cb), page->timeline));
  gtk_box_append (GTK_BOX (bar), looks_new (page, widget));
  gtk_box_append (GTK_BOX (bar), zoom);
  gtk_box_append (GTK_BOX (bar),
                  button_new (C_ ("timeline", "Fit"), NULL, G_CALLBACK (fit_cb), page->timeline));
  gtk_box_append (GTK_BOX (bar), button_new (C_ ("timeline", "Today"), NULL, G_CALLBACK (today_cb),
                                             page->timeline));
  gtk_widget_set_hexpand (room, TRUE);
  gtk_box_append (GTK_BOX (bar), room);
  page->critical = toggle_new (_ ("Critical path"), G_CALLBACK (critical_cb), page->state);
  page->compare = toggle_new ("", G_CALLBACK (compare_cb), page->state);
  gtk_box_append (GTK_BOX (bar), page->critical);
  gtk_box_append (GTK_BOX (bar), page->compare);
  /* In a narrow window the bar scrolls instead of widening it. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), bar);
  return scrolled;
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

static GtkWidget *
calendar_new (Page *page, int axis)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = tw_label_new (_ ("Activity"), "heading");
  GtkWidget *room = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *scrollbar = gtk_scrollbar_new (GTK_ORIENTATION_HORIZONTAL,
                                            tw_timeline_horizontal (TW_TIMELINE (page->timeline)));
  GtkSizeGroup *same = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);

  gtk_widget_set_size_request (left, 120, -1);
  gtk_widget_set_size_request (head, -1, axis);
  gtk_label_set_yalign (GTK_LABEL (head), 0.9f);
  gtk_widget_set_margin_start (head, 10);
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

/* --- keys --- */

static void
page_action_cb (GSimpleAction *action, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  Page *page = data;
  const char *name = g_action_get_name (G_ACTION (action));
  GtkToggleButton *toggle = GTK_TOGGLE_BUTTON (g_str_equal (name, "critical")  ? page->critical
                                               : g_str_equal (name, "compare") ? page->compare
                                               : page->shows_map               ? page->calendar_look
                                                                               : page->map_look);

  if (g_str_equal (name, "in") || g_str_equal (name, "out"))
    tw_timeline_zoom (TW_TIMELINE (page->timeline), g_str_equal (name, "in") ? 1 : -1);
  else if (g_str_equal (name, "fit"))
    tw_timeline_fit (TW_TIMELINE (page->timeline));
  else if (g_str_equal (name, "today"))
    tw_timeline_show_today (TW_TIMELINE (page->timeline));
  else if (gtk_widget_get_visible (GTK_WIDGET (toggle)))
    gtk_toggle_button_set_active (toggle, !gtk_toggle_button_get_active (toggle));
}

/* In the calendar, wherever the node was shown. */
static void
show_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *id, gpointer data)
{
  Page *page = data;

  tw_view_state_reveal (page->state, g_variant_get_string (id, NULL));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (page->calendar_look), TRUE);
  tw_timeline_show (TW_TIMELINE (page->timeline), g_variant_get_string (id, NULL));
}

static void
add_keys (Page *page, GtkWidget *widget)
{
  static const struct
  {
    const char *action, *keys;
  } all[] = { { "in", "<Control>plus|<Control>equal|<Control>KP_Add" },
              { "out", "<Control>minus|<Control>KP_Subtract" },
              { "fit", "f|<Control>0" },
              { "today", "t" },
              { "critical", "c" },
              { "compare", "b" },
              { "map", "m" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) show = g_simple_action_new ("show", G_VARIANT_TYPE_STRING);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (all[i].action, NULL);
      g_autofree char *name = g_strconcat ("timeline.", all[i].action, NULL);

      g_signal_connect (action, "activate", G_CALLBACK (page_action_cb), page);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
      gtk_shortcut_controller_add_shortcut (
          GTK_SHORTCUT_CONTROLLER (keys),
          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (all[i].keys),
                            gtk_named_action_new (name)));
    }
  g_signal_connect (show, "activate", G_CALLBACK (show_cb), page);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (show));
  gtk_widget_insert_action_group (widget, "timeline", G_ACTION_GROUP (group));
  gtk_widget_add_controller (widget, keys);
}

GtkWidget *
tw_timeline_page_new (TwViewState *state)
{
  GtkWidget *widget = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Page *page = g_new0 (Page, 1);
  GtkWidget *empty = adw_status_page_new ();
  int axis, row;

  tw_timeline_heights (widget, &axis, &row);
  page->state = state;
  page->outline = tw_outline_new (state, FALSE, row);
  page->timeline = tw_timeline_new (state, tw_outline_vertical (TW_OUTLINE (page->outline)));
  g_signal_connect (page->timeline, "menu", G_CALLBACK (menu_cb), page->outline);
  g_signal_connect (page->timeline, "outline", G_CALLBACK (outline_cb), page->outline);
  page->map = tw_map_view_new (state);
  page->stack = gtk_stack_new ();
  /* What isn't shown takes neither room nor time. */
  gtk_stack_set_hhomogeneous (GTK_STACK (page->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (page->stack), FALSE);
  page->legend = tw_label_new ("", "tw-secondary");
  gtk_widget_set_margin_start (page->legend, 12);
  gtk_widget_set_margin_top (page->legend, 6);
  gtk_widget_set_margin_bottom (page->legend, 6);
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _ ("No activities yet"));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "tw-timeline-symbolic");
  gtk_box_append (GTK_BOX (widget), toolbar_new (page, widget));
  gtk_stack_add_named (GTK_STACK (page->stack), calendar_new (page, axis), "calendar");
  gtk_stack_add_named (GTK_STACK (page->stack), tw_map_view_with_legend (TW_MAP_VIEW (page->map)),
                       "map");
  gtk_stack_add_named (GTK_STACK (page->stack), empty, "empty");
  gtk_box_append (GTK_BOX (widget), page->stack);
  gtk_box_append (GTK_BOX (widget), page->legend);
  g_object_set_data_full (G_OBJECT (widget), "tw-page", page, g_free);
  add_keys (page, widget);
  tw_page_follow (widget, state, refresh);
  return widget;
}
