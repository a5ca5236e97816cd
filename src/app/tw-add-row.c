/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-add-row.h"
#include "tw-page.h"

typedef struct
{
  GtkWidget *row, *stack, *button, *entry;
  TwAddFunc func;
  gpointer data;
} AddRow;

static void
close_entry (AddRow *self, gboolean focus)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->button);
  if (focus)
    gtk_widget_grab_focus (self->button);
}

static void
add (AddRow *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (*g_strstrip (text) == '\0')
    close_entry (self, TRUE);
  else if (self->func (self->row, text, self->data))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
activate_cb (GtkText *entry G_GNUC_UNUSED, gpointer data)
{
  add (data);
}

static gboolean
add_later_cb (gpointer row)
{
  add (g_object_get_data (G_OBJECT (row), "tw-add-row"));
  return G_SOURCE_REMOVE;
}

/* Several lines come in as soon as they are pasted. */
static void
changed_cb (GtkEditable *entry, gpointer data)
{
  if (strchr (gtk_editable_get_text (entry), '\n') != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, add_later_cb, g_object_ref (((AddRow *) data)->row),
                     g_object_unref);
}

/* What was begun stays: only an empty entry goes. */
static void
leave_cb (GtkEventControllerFocus *controller G_GNUC_UNUSED, gpointer data)
{
  AddRow *self = data;

  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    close_entry (self, FALSE);
}

static gboolean
key_cb (GtkEventControllerKey *controller G_GNUC_UNUSED, guint key, guint code G_GNUC_UNUSED,
        GdkModifierType modifiers G_GNUC_UNUSED, gpointer data)
{
  if (key != GDK_KEY_Escape)
    return FALSE;
  close_entry (data, TRUE);
  return TRUE;
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

static GtkWidget *
entry_new (AddRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_text_new ();
  g_signal_connect (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->entry, focus);
  gtk_widget_add_controller (self->entry, keys);
  return self->entry;
}

GtkWidget *
tw_add_row_new (const char *title, TwAddFunc func, gpointer data)
{
  AddRow *self = g_new0 (AddRow, 1);
  GtkWidget *line;

  *self
      = (AddRow){ gtk_list_box_row_new (), gtk_stack_new (), gtk_button_new (), NULL, func, data };
  gtk_button_set_child (GTK_BUTTON (self->button), line_new (tw_label_new (title, NULL)));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "tw-add-line");
  g_signal_connect (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  line = line_new (entry_new (self));
  gtk_widget_add_css_class (line, "tw-add-line");
  gtk_text_set_placeholder_text (GTK_TEXT (self->entry), title);
  gtk_stack_add_child (GTK_STACK (self->stack), self->button);
  gtk_stack_add_named (GTK_STACK (self->stack), line, "entry");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->row), self->stack);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self->row), FALSE);
  gtk_widget_set_focusable (self->row, FALSE);
  g_object_set_data_full (G_OBJECT (self->row), "tw-add-row", self, g_free);
  return self->row;
}
