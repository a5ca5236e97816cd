/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-add-row.h"
#include "tw-page.h"

typedef struct
{
  GtkWidget *row, *stack, *entry;
  TwAddChoicesFunc choices;
  TwAddRowFunc func;
  gpointer data;
} AddRow;

static GPtrArray *
choices_cb (TwAddEntry *entry, gpointer data)
{
  AddRow *self = data;

  return self->choices != NULL ? self->choices (entry, self->data) : NULL;
}

/* The stack takes the focus along from the entry. */
static void
named_cb (TwAddEntry *entry G_GNUC_UNUSED, const char *text, const char *id, gboolean more,
          gpointer data)
{
  AddRow *self = data;

  if (*text != '\0')
    self->func (self->row, text, id, self->data);
  if (*text == '\0' || !more)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "button");
}

static void
clicked_cb (GtkButton *button G_GNUC_UNUSED, gpointer data)
{
  tw_add_row_open (((AddRow *) data)->row);
}

void
tw_add_row_open (GtkWidget *row)
{
  AddRow *self = g_object_get_data (G_OBJECT (row), "tw-add-row");

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "entry");
  gtk_widget_grab_focus (self->entry);
}

static GtkWidget *
line_new (GtkWidget *child)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 17);

  gtk_widget_set_hexpand (child, TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (box), child);
  return box;
}

GtkWidget *
tw_add_row_new (const char *title, TwAddChoicesFunc choices, TwAddRowFunc func, gpointer data)
{
  AddRow *self = g_new0 (AddRow, 1);
  GtkWidget *button = gtk_button_new (), *line;

  self->choices = choices;
  self->func = func;
  self->data = data;
  self->row = gtk_list_box_row_new ();
  self->stack = gtk_stack_new ();
  self->entry = tw_add_entry_new (title, choices_cb, named_cb, self);
  gtk_button_set_child (GTK_BUTTON (button), line_new (tw_label_new (title, NULL)));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "tw-add-line");
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  line = line_new (self->entry);
  gtk_widget_add_css_class (line, "tw-add-line");
  gtk_stack_add_named (GTK_STACK (self->stack), button, "button");
  gtk_stack_add_named (GTK_STACK (self->stack), line, "entry");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->row), self->stack);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self->row), FALSE);
  gtk_widget_set_focusable (self->row, FALSE);
  g_object_set_data_full (G_OBJECT (self->row), "tw-add-row", self, g_free);
  return self->row;
}
