/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-chooser.h"
#include "tw-page.h"

/* As many hits as a person looks through; more letters find the rest. */
#define HITS_MAX 40

typedef struct
{
  gboolean free_text;
  TwChooserChoicesFunc choices_func;
  TwChooserFunc func;
  gpointer data;
  GPtrArray *choices; /* while it is open */
  GtkWidget *popover, *search, *list, *none;
} Chooser;

static void
choice_free (gpointer data)
{
  TwChoice *choice = data;

  g_free (choice->id);
  g_free (choice->name);
  g_free (choice);
}

GPtrArray *
tw_choices_new (void)
{
  return g_ptr_array_new_with_free_func (choice_free);
}

void
tw_choices_add (GPtrArray *choices, const char *id, const char *name, gpointer record)
{
  TwChoice *choice = g_new (TwChoice, 1);

  *choice = (TwChoice){ g_strdup (id), g_strdup (name), record };
  g_ptr_array_add (choices, choice);
}

int
tw_choices_find (GPtrArray *choices, const char *id)
{
  for (guint i = 0; i < choices->len; i++)
    if (g_strcmp0 (((TwChoice *) choices->pdata[i])->id, id) == 0)
      return (int) i;
  return -1;
}

TwChoice *
tw_choices_called (GPtrArray *choices, const char *name)
{
  g_autofree char *typed = g_utf8_casefold (name, -1);

  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      g_autofree char *folded = g_utf8_casefold (((TwChoice *) choices->pdata[i])->name, -1);

      if (g_str_equal (folded, typed))
        return choices->pdata[i];
    }
  return NULL;
}

static void
fill_list (Chooser *self)
{
  g_autofree char *text = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  guint n = 0;

  tw_clear_children (self->list);
  for (guint i = 0; self->choices != NULL && i < self->choices->len && n < HITS_MAX; i++)
    {
      TwChoice *choice = self->choices->pdata[i];
      g_autofree char *name = g_utf8_casefold (choice->name, -1);
      GtkWidget *label;

      if (strstr (name, text) == NULL)
        continue;
      label = tw_label_new (choice->name, NULL);
      gtk_label_set_wrap (GTK_LABEL (label), FALSE);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_list_box_append (GTK_LIST_BOX (self->list), label);
      g_object_set_data_full (G_OBJECT (gtk_widget_get_parent (label)), "tw-id",
                              g_strdup (choice->id), g_free);
      n++;
    }
  gtk_label_set_text (GTK_LABEL (self->none), self->choices == NULL || self->choices->len == 0
                                                  ? _ ("There is nothing to choose from yet")
                                                  : _ ("Nothing found"));
  gtk_widget_set_visible (self->none, n == 0 && !self->free_text);
}

static void
changed_cb (GtkEditable *entry G_GNUC_UNUSED, gpointer data)
{
  fill_list (data);
}

/* The popover may go once it is closed. */
static void
chosen (Chooser *self, const char *id)
{
  g_autofree char *copy = g_strdup (id);
  TwChooserFunc func = self->func;
  gpointer data = self->data;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  func (copy, data);
}

static void
row_activated_cb (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row, gpointer data)
{
  chosen (data, g_object_get_data (G_OBJECT (row), "tw-id"));
}

/* Enter takes the first hit; where words of one's own are welcome, what was typed, which may be
 * what a choice is called. */
static void
activate_cb (GtkSearchEntry *entry, gpointer data)
{
  Chooser *self = data;
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  TwChoice *choice;
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);

  g_strstrip (text);
  choice = tw_choices_called (self->choices, text);
  if (!self->free_text && first != NULL)
    chosen (self, g_object_get_data (G_OBJECT (first), "tw-id"));
  else if (self->free_text && *text != '\0')
    chosen (self, choice != NULL ? choice->id : text);
}

/* From the entry into the list. */
static gboolean
key_cb (GtkEventControllerKey *controller G_GNUC_UNUSED, guint key, guint code G_GNUC_UNUSED,
        GdkModifierType modifiers G_GNUC_UNUSED, gpointer data)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (((Chooser *) data)->list), 0);

  if (key != GDK_KEY_Down || first == NULL)
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (first));
  return TRUE;
}

static void
stop_cb (GtkSearchEntry *entry G_GNUC_UNUSED, gpointer data)
{
  gtk_popover_popdown (GTK_POPOVER (((Chooser *) data)->popover));
}

static void
opened_cb (GtkPopover *popover G_GNUC_UNUSED, gpointer data)
{
  Chooser *self = data;

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->choices = self->choices_func (self->data);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  fill_list (self);
  gtk_widget_grab_focus (self->search);
}

static void
chooser_free (gpointer data)
{
  Chooser *self = data;

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_free (self);
}

GtkWidget *
tw_chooser_new (gboolean free_text, TwChooserChoicesFunc choices, TwChooserFunc func, gpointer data)
{
  Chooser *self = g_new0 (Chooser, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  *self = (Chooser){ free_text, choices, func, data, NULL, gtk_popover_new (), NULL, NULL, NULL };
  self->search = gtk_search_entry_new ();
  self->list = gtk_list_box_new ();
  self->none = tw_label_new ("", "tw-secondary");
  if (free_text)
    tw_set_placeholder (self->search, _ ("Type a word, then Enter"));
  gtk_widget_add_css_class (self->list, "tw-hits");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 280);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_widget_set_size_request (box, 300, -1);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), self->none);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_signal_connect (self->search, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->search, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect (self->search, "stop-search", G_CALLBACK (stop_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->search, keys);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect (self->popover, "show", G_CALLBACK (opened_cb), self);
  g_object_set_data_full (G_OBJECT (self->popover), "tw-chooser", self, chooser_free);
  return self->popover;
}
