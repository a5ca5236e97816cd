/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-add-entry.h"
#include "tw-page.h"

/* As many as are seen without scrolling. */
#define HITS_MAX 8

struct _TwAddEntry
{
  GtkWidget parent_instance;

  TwAddChoicesFunc choices_func;
  TwAddFunc func;
  gpointer data;
  GPtrArray *choices; /* TwChoice, while it has the keyboard */
  GtkWidget *text, *popover, *list;
};

G_DEFINE_FINAL_TYPE (TwAddEntry, tw_add_entry, GTK_TYPE_WIDGET)

/* --- what completes --- */

static GtkListBoxRow *
hit_at (TwAddEntry *self, int at)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), at);
}

static void
add_hit (TwAddEntry *self, TwChoice *choice)
{
  GtkWidget *label = tw_label_new (choice->name, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_list_box_append (GTK_LIST_BOX (self->list), label);
  g_object_set_data (G_OBJECT (gtk_widget_get_parent (label)), "tw-choice", choice);
}

static void
show_hits (TwAddEntry *self)
{
  g_autofree char *typed = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->text)), -1);
  guint n = 0;

  tw_clear_children (self->list);
  for (guint i = 0; self->choices != NULL && *typed != '\0' && i < self->choices->len; i++)
    {
      TwChoice *choice = self->choices->pdata[i];
      g_autofree char *name = g_utf8_casefold (choice->name, -1);

      if (n < HITS_MAX && strstr (name, typed) != NULL)
        {
          add_hit (self, choice);
          n++;
        }
    }
  if (n == 0)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  else
    gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* --- taking --- */

static void
take (TwAddEntry *self, TwChoice *choice, gboolean more)
{
  g_autofree char *text = g_strdup (
      choice != NULL ? choice->name : gtk_editable_get_text (GTK_EDITABLE (self->text)));
  g_autofree char *id = NULL;

  g_strstrip (text);
  if (choice == NULL)
    choice = tw_choices_called (self->choices, text);
  id = choice != NULL ? g_strdup (choice->id) : NULL;
  g_object_ref (self);
  tw_adding_entry_clear (self->text);
  self->func (self, text, id, more, self->data);
  if (more)
    tw_keep_in_sight (GTK_WIDGET (self));
  g_object_unref (self);
}

static gboolean
take_lines_cb (gpointer data)
{
  TwAddEntry *self = data;

  if (self->text != NULL)
    take (self, NULL, TRUE);
  return G_SOURCE_REMOVE;
}

/* Several lines, where there is nothing to choose from, are taken as soon as they are pasted. */
static void
changed_cb (GtkEditable *text, gpointer data)
{
  TwAddEntry *self = data;

  show_hits (self);
  if (self->choices == NULL && strchr (gtk_editable_get_text (text), '\n') != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, take_lines_cb, g_object_ref (self), g_object_unref);
}

static void
activate_cb (GtkText *text G_GNUC_UNUSED, gpointer data)
{
  TwAddEntry *self = data;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  take (self, row != NULL ? g_object_get_data (G_OBJECT (row), "tw-choice") : NULL, TRUE);
}

static void
row_activated_cb (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row, gpointer data)
{
  take (data, g_object_get_data (G_OBJECT (row), "tw-choice"), TRUE);
}

static gboolean
key_cb (GtkEventControllerKey *controller G_GNUC_UNUSED, guint key, guint code G_GNUC_UNUSED,
        GdkModifierType modifiers G_GNUC_UNUSED, gpointer data)
{
  TwAddEntry *self = data;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int at = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if (key == GDK_KEY_Escape)
    gtk_editable_set_text (GTK_EDITABLE (self->text), "");
  /* Back to its button: a row of a list that can't have the focus itself gives it to what is in
   * it. */
  if (key == GDK_KEY_Escape || key == GDK_KEY_ISO_Left_Tab)
    {
      take (self, NULL, FALSE);
      return TRUE;
    }
  if (key != GDK_KEY_Down && key != GDK_KEY_Up)
    return FALSE;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                           hit_at (self, at + (key == GDK_KEY_Down ? 1 : -1)));
  return TRUE;
}

static void
entered_cb (GtkEventControllerFocus *controller G_GNUC_UNUSED, gpointer data)
{
  TwAddEntry *self = data;

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->choices = self->choices_func (self, self->data);
  tw_keep_in_sight (GTK_WIDGET (self));
}

static void
left_cb (GtkEventControllerFocus *controller G_GNUC_UNUSED, gpointer data)
{
  if (TW_ADD_ENTRY (data)->text != NULL) /* it goes with the row in which one adds */
    take (data, NULL, FALSE);
}

/* --- the class --- */

static gboolean
tw_add_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TW_ADD_ENTRY (widget)->text);
}

static void
tw_add_entry_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TwAddEntry *self = TW_ADD_ENTRY (widget);

  gtk_widget_allocate (self->text, width, height, baseline, NULL);
  gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
tw_add_entry_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (TW_ADD_ENTRY (widget)->text, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
tw_add_entry_dispose (GObject *object)
{
  TwAddEntry *self = TW_ADD_ENTRY (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  G_OBJECT_CLASS (tw_add_entry_parent_class)->dispose (object);
}

static void
tw_add_entry_class_init (TwAddEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tw_add_entry_dispose;
  widget_class->grab_focus = tw_add_entry_grab_focus;
  widget_class->size_allocate = tw_add_entry_size_allocate;
  widget_class->measure = tw_add_entry_measure;
}

static void
tw_add_entry_init (TwAddEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->text = gtk_text_new ();
  gtk_widget_add_css_class (self->text, "tw-name-entry");
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  tw_adding_entry_init (self->text);
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "tw-hits");
  self->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->list);
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect (self->text, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->text, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect (focus, "enter", G_CALLBACK (entered_cb), self);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, 0);
  gtk_widget_add_controller (self->text, focus);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->text, keys);
}

GtkWidget *
tw_add_entry_new (const char *label, TwAddChoicesFunc choices, TwAddFunc func, gpointer data)
{
  TwAddEntry *self = g_object_new (TW_TYPE_ADD_ENTRY, NULL);

  self->choices_func = choices;
  self->func = func;
  self->data = data;
  tw_set_placeholder (self->text, label);
  return GTK_WIDGET (self);
}
