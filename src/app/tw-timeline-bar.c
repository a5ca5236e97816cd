/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-baselines.h"
#include "tw-filter-box.h"
#include "tw-fold.h"
#include "tw-page.h"
#include "tw-timeline-bar.h"

static GtkWidget *
content_new (const char *icon, const char *label)
{
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), icon);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  return content;
}

static GtkWidget *
look_new (const char *icon, const char *label, const char *look, gboolean brief)
{
  GtkWidget *button = gtk_toggle_button_new ();

  if (brief)
    gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  else
    gtk_button_set_child (GTK_BUTTON (button), content_new (icon, label));
  tw_set_tooltip (button, brief ? label : NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "timeline.look");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", look);
  return button;
}

/* Map and Calendar, one of them pressed. */
static GtkWidget *
looks_new (gboolean brief)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_box_append (GTK_BOX (box),
                  look_new ("tw-map-symbolic", C_ ("timeline", "Map"), "map", brief));
  gtk_box_append (GTK_BOX (box), look_new ("tw-timeline-symbolic", C_ ("timeline", "Calendar"),
                                           "calendar", brief));
  return box;
}

static GtkWidget *
button_new (const char *label, const char *icon, const char *action)
{
  GtkWidget *button
      = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_label (label);

  tw_set_tooltip (button, icon != NULL ? label : NULL);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
zoom_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_box_append (GTK_BOX (box), button_new (_ ("Zoom out"), "zoom-out-symbolic", "timeline.out"));
  gtk_box_append (GTK_BOX (box), button_new (_ ("Zoom in"), "zoom-in-symbolic", "timeline.in"));
  return box;
}

static const struct
{
  const char *name, *action;
} fits[] = { { N_ ("Whole Plan"), "timeline.fit::plan" },
             { N_ ("Motion"), "timeline.fit::motion" },
             { N_ ("Selection"), "timeline.fit::selection" } };

static GtkWidget *
fit_new (void)
{
  GtkWidget *button = adw_split_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (fits); i++)
    g_menu_append (menu, _ (fits[i].name), fits[i].action);
  adw_split_button_set_label (ADW_SPLIT_BUTTON (button), C_ ("timeline", "Fit"));
  adw_split_button_set_menu_model (ADW_SPLIT_BUTTON (button), G_MENU_MODEL (menu));
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), "timeline.fit::plan");
  return button;
}

/* The same where a menu in a popover would be too much. */
static GtkWidget *
fits_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  for (guint i = 0; i < G_N_ELEMENTS (fits); i++)
    gtk_box_append (GTK_BOX (box), button_new (_ (fits[i].name), NULL, fits[i].action));
  return box;
}

static GtkWidget *
critical_new (void)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_child (GTK_BUTTON (button),
                        content_new ("tw-critical-symbolic", _ ("Critical path")));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "timeline.critical");
  return button;
}

static GtkWidget *
popover_new (GtkWidget *content)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 520);
  gtk_widget_add_css_class (content, "tw-popover");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  return popover;
}

static void
refresh_compare (GtkWidget *button)
{
  g_autofree char *words = tw_baselines_words (g_object_get_data (G_OBJECT (button), "tw-state"));

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), words);
}

static GtkWidget *
compare_new (TwViewState *state)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ ("Compare with")), *button = gtk_menu_button_new ();

  gtk_widget_add_css_class (label, "tw-secondary");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover_new (tw_baselines_new (state)));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, button, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  tw_page_follow (button, state, refresh_compare);
  return box;
}

/* A button that opens content, with the dot of a filter that is on. */
static GtkWidget *
folded_new (TwViewState *state, const char *icon, const char *tip, GtkWidget *content)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_child (GTK_MENU_BUTTON (button),
                             tw_filter_dot_new (state, gtk_image_new_from_icon_name (icon)));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover_new (content));
  gtk_widget_add_css_class (button, "image-button");
  tw_set_tooltip (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  return button;
}

static GtkWidget *
bar_new (gboolean brief)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_add_css_class (bar, "tw-toolbar");
  gtk_box_append (GTK_BOX (bar), looks_new (brief));
  return bar;
}

static void
append_room (GtkWidget *bar)
{
  GtkWidget *room = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_hexpand (room, TRUE);
  gtk_box_append (GTK_BOX (bar), room);
}

/* The pane with all that what is selected has. */
static GtkWidget *
pane_button_new (void)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), "sidebar-show-right-symbolic");
  tw_set_tooltip (button, _ ("Details"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "calendar.pane");
  return button;
}

static GtkWidget *
wide_new (TwViewState *state, GtkWidget **filter)
{
  GtkWidget *bar = bar_new (FALSE);

  gtk_box_append (GTK_BOX (bar), zoom_new ());
  gtk_box_append (GTK_BOX (bar), fit_new ());
  gtk_box_append (GTK_BOX (bar), button_new (C_ ("timeline", "Today"), NULL, "timeline.today"));
  append_room (bar);
  gtk_box_append (GTK_BOX (bar), critical_new ());
  gtk_box_append (GTK_BOX (bar), compare_new (state));
  *filter = folded_new (state, "tw-filter-symbolic", _ ("Filter"), tw_filter_box_new (state));
  gtk_box_append (GTK_BOX (bar), *filter);
  gtk_box_append (GTK_BOX (bar), pane_button_new ());
  return bar;
}

static GtkWidget *
narrow_new (TwViewState *state, GtkWidget **filter)
{
  GtkWidget *bar = bar_new (TRUE);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_box_append (GTK_BOX (column), zoom_new ());
  gtk_box_append (GTK_BOX (column), tw_label_new (C_ ("timeline", "Fit"), "heading"));
  gtk_box_append (GTK_BOX (column), fits_new ());
  gtk_box_append (GTK_BOX (column), critical_new ());
  gtk_box_append (GTK_BOX (column), tw_label_new (_ ("Compare with"), "heading"));
  gtk_box_append (GTK_BOX (column), tw_baselines_new (state));
  *filter = tw_filter_box_new (state);
  gtk_box_append (GTK_BOX (column), tw_label_new (_ ("Filter"), "heading"));
  gtk_box_append (GTK_BOX (column), *filter);
  gtk_box_append (GTK_BOX (bar), button_new (C_ ("timeline", "Today"), NULL, "timeline.today"));
  append_room (bar);
  gtk_box_append (GTK_BOX (bar),
                  folded_new (state, "view-more-symbolic", _ ("View and Filter"), column));
  gtk_box_append (GTK_BOX (bar), pane_button_new ());
  return bar;
}

GtkWidget *
tw_timeline_bar_new (TwViewState *state)
{
  GtkWidget *fold = tw_fold_new ();
  GtkWidget *wide, *narrow;

  tw_fold_add (TW_FOLD (fold), wide_new (state, &wide), 0);
  tw_fold_add (TW_FOLD (fold), narrow_new (state, &narrow), 0);
  g_object_bind_property (wide, "sensitive", narrow, "sensitive", G_BINDING_DEFAULT);
  g_object_set_data (G_OBJECT (fold), "tw-filter", wide);
  return fold;
}

void
tw_timeline_bar_set_filters (GtkWidget *bar, gboolean filters)
{
  gtk_widget_set_sensitive (g_object_get_data (G_OBJECT (bar), "tw-filter"), filters);
}
