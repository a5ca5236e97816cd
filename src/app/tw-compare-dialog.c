/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-compare-dialog.h"
#include "tw-page.h"
#include "tw-plan-dialog.h"
#include "tw-playbook-add.h"
#include "tw-words.h"

typedef struct
{
  TwViewState *state;
  TwPlaybook *playbook; /* the one that has the motion */
  char *motion, *phase; /* ids; phase NULL: all of the motion */
  GtkWidget *content;
  GPtrArray *buttons; /* those that add, borrowed */
} Dialog;

static TwPlan *
plan_of (Dialog *self)
{
  return tw_document_plan (tw_view_state_document (self->state));
}

/* The plan's playbook, if it has the motion, else the first that does. */
static TwPlaybook *
find_playbook (TwPlaybook *own, TwMotion *motion)
{
  g_autoptr (GPtrArray) all = NULL;

  if (motion->kind == NULL || tw_playbook_motion (own, motion->kind) != NULL)
    return tw_record_ref (own);
  all = tw_playbook_list (NULL);
  for (guint i = 0; i < all->len; i++)
    if (tw_playbook_motion (all->pdata[i], motion->kind) != NULL)
      return tw_record_ref (all->pdata[i]);
  return tw_record_ref (own);
}

/* --- adding what is missing --- */

/* kind: of the playbook; phase NULL: it is a phase itself. */
static void
add_missing (Dialog *self, GtkWidget *button, const char *kind, const char *phase, const char *name)
{
  GError *error = NULL;
  TwPlan *plan = phase != NULL ? tw_playbook_add_activity (self->playbook, plan_of (self), phase,
                                                           kind, G_MAXUINT, NULL, &error)
                               : tw_playbook_add_phase (self->playbook, plan_of (self),
                                                        self->motion, kind, NULL, &error);

  tw_view_state_edit (self->state, button, plan, error, NULL,
                      C_ ("undo step", "Add “%s” from the Playbook"), name);
}

static void
add_cb (GtkButton *button, gpointer data)
{
  TwDifference *difference = g_object_get_data (G_OBJECT (button), "tw-difference");

  add_missing (data, GTK_WIDGET (button), difference->id, difference->phase, difference->name);
}

static GtkWidget *
add_button_new (Dialog *self, TwDifference *difference)
{
  GtkWidget *button = gtk_button_new_with_label (C_ ("playbook", "Add"));
  g_autofree char *tip = g_strdup_printf (_ ("Add “%s” to the plan"), difference->name);

  tw_set_tooltip (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_object_set_data (G_OBJECT (button), "tw-difference", difference);
  g_signal_connect (button, "clicked", G_CALLBACK (add_cb), self);
  g_ptr_array_add (self->buttons, button);
  return button;
}

/* --- rows --- */

static char *
difference_line (TwDifference *difference)
{
  if (difference->kind == TW_DIFFERENCE_ADDED)
    return g_strdup (_ ("Only in this plan"));
  if (difference->kind == TW_DIFFERENCE_RENAMED)
    return g_strdup_printf (_ ("Renamed; in the playbook: “%s”"), difference->other);
  return difference->reason != NULL
             ? g_strdup_printf (C_ ("not in the plan, and why", "Left out: %s"), difference->reason)
             : g_strdup (_ ("Left out"));
}

static GtkWidget *
row_new (Dialog *self, TwDifference *difference)
{
  static const TwGlyph glyphs[] = { [TW_DIFFERENCE_LEFT_OUT] = TW_GLYPH_SKIPPED,
                                    [TW_DIFFERENCE_ADDED] = TW_GLYPH_NEW,
                                    [TW_DIFFERENCE_RENAMED] = TW_GLYPH_TODO };
  GtkWidget *row = gtk_list_box_row_new (), *glyph = tw_glyph_new (glyphs[difference->kind]);
  gboolean missing = difference->kind == TW_DIFFERENCE_LEFT_OUT;
  g_autofree char *line = difference_line (difference);

  /* The line says it; the glyph's own name is of another matter. */
  gtk_widget_set_has_tooltip (glyph, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row),
                              tw_row_new (glyph, difference->name, line,
                                          missing ? add_button_new (self, difference) : NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  if (missing)
    gtk_widget_add_css_class (row, "tw-offer");
  return row;
}

/* Under the name of its phase, or of the motion. */
static const char *
heading_of (Dialog *self, const char *phase)
{
  TwMotion *motion = tw_list_find (plan_of (self)->motions, self->motion, NULL);
  TwPhase *found = phase != NULL ? tw_list_find (motion->phases, phase, NULL) : NULL;

  return found != NULL ? found->name : motion->name;
}

static char *
count_words (TwDifferenceKind kind, guint n)
{
  if (kind == TW_DIFFERENCE_LEFT_OUT)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u left out", "%u left out", n), n);
  if (kind == TW_DIFFERENCE_ADDED)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u only in this plan", "%u only in this plan", n), n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u renamed", "%u renamed", n), n);
}

/* "2 left out · 1 only in this plan · 1 renamed" */
static char *
summary_of (GPtrArray *differences)
{
  guint n[TW_DIFFERENCE_RENAMED + 1] = { 0 };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    n[((TwDifference *) differences->pdata[i])->kind]++;
  for (guint i = 0; i < G_N_ELEMENTS (n); i++)
    {
      g_autofree char *part = count_words ((TwDifferenceKind) i, n[i]);

      if (n[i] > 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
    }
  return g_string_free (text, FALSE);
}

/* The differences of this dialog. */
static GPtrArray *
find_differences (Dialog *self)
{
  GPtrArray *all = tw_playbook_compare (self->playbook, plan_of (self), self->motion);

  for (guint i = all->len; self->phase != NULL && i > 0; i--)
    if (g_strcmp0 (((TwDifference *) all->pdata[i - 1])->phase, self->phase) != 0)
      g_ptr_array_remove_index (all, i - 1);
  return all;
}

static void
show_nothing (Dialog *self)
{
  GtkWidget *label = tw_label_new (_ ("All that the playbook has is here"), "tw-secondary");

  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_box_append (GTK_BOX (self->content), label);
}

static void
fill (Dialog *self, GPtrArray *differences)
{
  g_autofree char *summary = summary_of (differences);
  const char *phase = NULL;
  GtkWidget *list = NULL;

  g_ptr_array_set_size (self->buttons, 0);
  tw_clear_children (self->content);
  if (differences->len == 0)
    {
      show_nothing (self);
      return;
    }
  gtk_box_append (GTK_BOX (self->content), tw_label_new (summary, "tw-secondary"));
  for (guint i = 0; i < differences->len; i++)
    {
      TwDifference *difference = differences->pdata[i];

      if (list == NULL || g_strcmp0 (difference->phase, phase) != 0)
        {
          phase = difference->phase;
          list = tw_boxed_list_new ();
          gtk_box_append (GTK_BOX (self->content),
                          tw_label_new (heading_of (self, phase), "heading"));
          gtk_box_append (GTK_BOX (self->content), list);
        }
      gtk_list_box_append (GTK_LIST_BOX (list), row_new (self, difference));
    }
}

/* The focus stays where it was: on the button that took the place of the one that was pressed. */
static void
refresh (GtkWidget *window)
{
  Dialog *self = g_object_get_data (G_OBJECT (window), "tw-dialog");
  GPtrArray *differences = NULL;
  guint at = 0;

  if (tw_list_find (plan_of (self)->motions, self->motion, NULL) == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (window));
      return;
    }
  g_ptr_array_find (self->buttons, gtk_window_get_focus (GTK_WINDOW (window)), &at);
  differences = find_differences (self);
  fill (self, differences);
  /* The buttons' differences live as long as they are shown. */
  g_object_set_data_full (G_OBJECT (window), "tw-differences", differences,
                          (GDestroyNotify) g_ptr_array_unref);
  if (self->buttons->len > 0)
    gtk_widget_grab_focus (self->buttons->pdata[at < self->buttons->len ? at : 0]);
}

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  tw_playbook_unref (self->playbook);
  g_ptr_array_unref (self->buttons);
  g_free (self->motion);
  g_free (self->phase);
  g_free (self);
}

void
tw_compare_dialog_show (GtkWindow *parent, TwViewState *state, const char *id)
{
  TwDocument *document = tw_view_state_document (state);
  TwIndex *index = tw_schedule_index (tw_document_schedule (document));
  int number = tw_index_find (index, id);
  TwNode *node = number >= 0 ? tw_index_node (index, (guint) number) : NULL;
  GtkWidget *window;
  Dialog *self;

  if (node == NULL || node->kind == TW_KIND_ACTIVITY)
    return;
  self = g_new0 (Dialog, 1);
  self->state = state;
  self->buttons = g_ptr_array_new ();
  self->phase = node->kind == TW_KIND_PHASE ? g_strdup (id) : NULL;
  if (self->phase != NULL)
    node = tw_index_node (index, (guint) node->parent);
  self->motion = g_strdup (node->id);
  self->playbook = find_playbook (tw_document_playbook (document), node->record);
  window = tw_plan_dialog_new (
      parent, state, self->phase != NULL ? _ ("Add from Playbook") : _ ("Compare with Playbook"),
      600, &self->content);
  g_object_set_data_full (G_OBJECT (window), "tw-dialog", self, dialog_free);
  tw_page_follow (window, state, refresh);
  gtk_window_present (GTK_WINDOW (window));
}
