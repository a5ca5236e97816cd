/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-node-popover.h"
#include "tw-page.h"
#include "tw-words.h"

#define WIDTH 340
#define MOST_HEIGHT 380

/* Closed before, so that the focus goes where it leads. */
static void
show (GtkWidget *widget, const char *id)
{
  GtkWidget *popover = gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER);
  GtkWidget *parent = gtk_widget_get_parent (popover);
  g_autofree char *shown = g_strdup (id);

  gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_widget_activate_action (parent, "timeline.show", "s", shown);
}

static void
row_cb (GtkListBox *list, GtkListBoxRow *row, gpointer data G_GNUC_UNUSED)
{
  show (GTK_WIDGET (list), g_object_get_data (G_OBJECT (row), "tw-id"));
}

static void
button_cb (GtkButton *button, gpointer id)
{
  show (GTK_WIDGET (button), id);
}

static char *
dates_of (TwFacts *facts, guint node)
{
  const TwSpan *span = tw_schedule_span (tw_facts_schedule (facts), node);

  return tw_words_range (span->start, span->finish, tw_facts_today (facts), FALSE);
}

static void
add_node (GtkWidget *list, TwFacts *facts, guint number)
{
  TwNode *node = tw_index_node (tw_schedule_index (tw_facts_schedule (facts)), number);
  const TwNodeFacts *own = tw_facts_node (facts, number);
  TwActivity *activity = node->kind == TW_KIND_ACTIVITY ? node->record : NULL;
  TwPerson *owner = activity != NULL
                        ? tw_owner_shown (tw_facts_plan (facts), activity->owner, activity->roles)
                        : NULL;
  g_autofree char *dates = dates_of (facts, number);
  g_autofree char *both = owner != NULL ? g_strdup_printf (C_ ("activity: owner, dates", "%s · %s"),
                                                           owner->name, dates)
                                        : NULL;
  g_autofree char *words = tw_words_node (facts, number);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (
      GTK_LIST_BOX_ROW (row),
      tw_row_new (tw_glyph_new (tw_glyph_for_status (own->state, own->late)),
                  tw_record_name (node->record), both != NULL ? both : dates,
                  owner != NULL ? tw_badge_new (owner) : NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (row), "tw-id", g_strdup (node->id), g_free);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static GtkWidget *
list_new (TwFacts *facts, guint number)
{
  TwIndex *index = tw_schedule_index (tw_facts_schedule (facts));
  TwNode *node = tw_index_node (index, number);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "tw-hits");
  g_signal_connect (list, "row-activated", G_CALLBACK (row_cb), NULL);
  if (node->kind == TW_KIND_ACTIVITY)
    add_node (list, facts, number);
  else
    for (guint i = number + 1; i < node->end; i = tw_index_node (index, i)->end)
      add_node (list, facts, i);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  return scrolled;
}

GtkWidget *
tw_node_popover_new (TwViewState *state, const char *id)
{
  TwFacts *facts = tw_view_state_facts (state);
  TwIndex *index = tw_schedule_index (tw_facts_schedule (facts));
  guint number = (guint) tw_index_find (index, id);
  TwNode *node = tw_index_node (index, number);
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_ ("Show in Calendar"));
  g_autofree char *dates = dates_of (facts, number);
  g_autofree char *percent = tw_words_percent (tw_facts_node (facts, number)->progress);
  g_autofree char *state_words
      = g_strdup_printf (C_ ("group: dates, percent", "%s, %s done"), dates, percent);

  gtk_widget_set_size_request (box, WIDTH, -1);
  if (node->kind != TW_KIND_ACTIVITY)
    {
      gtk_box_append (GTK_BOX (box), tw_label_new (tw_record_name (node->record), "heading"));
      gtk_box_append (GTK_BOX (box), tw_label_new (state_words, "tw-secondary"));
    }
  gtk_box_append (GTK_BOX (box), list_new (facts, number));
  g_signal_connect_data (button, "clicked", G_CALLBACK (button_cb), g_strdup (id),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  gtk_box_append (GTK_BOX (box), button);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tw_record_name (node->record), -1);
  return popover;
}
