/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-name.h"
#include "tw-page.h"

struct _TwName
{
  GtkWidget parent_instance;

  GtkWidget *label, *entry;
  TwNameFunc func;
  gpointer data;
  GDestroyNotify destroy;
  gboolean edited, may_be_empty;
};

G_DEFINE_FINAL_TYPE (TwName, tw_name, GTK_TYPE_WIDGET)

static void
finish (TwName *self, gboolean take)
{
  g_autofree char *text = NULL;

  if (!self->edited)
    return;
  self->edited = FALSE;
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_strstrip (text);
  gtk_widget_set_visible (self->entry, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("entry", "Name"), -1);
  gtk_widget_set_visible (self->label, TRUE);
  /* Without a root, what it named is gone. */
  if (take && gtk_widget_get_root (GTK_WIDGET (self)) != NULL
      && (*text != '\0' || self->may_be_empty)
      && !g_str_equal (text, gtk_label_get_text (GTK_LABEL (self->label))))
    self->func (self, text, self->data);
}

/* The keys go on working where they did: in the row of the list that the name stands in. */
static void
focus_row (TwName *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  while (widget != NULL && !gtk_widget_get_focusable (widget))
    widget = gtk_widget_get_parent (widget);
  if (widget != NULL)
    gtk_widget_grab_focus (widget);
}

static void
activate_cb (GtkText *entry G_GNUC_UNUSED, gpointer data)
{
  TwName *self = g_object_ref (data);

  focus_row (self);
  finish (self, TRUE);
  g_object_unref (self);
}

static void
leave_cb (GtkEventControllerFocus *controller G_GNUC_UNUSED, gpointer data)
{
  finish (data, TRUE);
}

/* What moves the row is done to it with its new name, while it still stands in its list. */
static gboolean
key_cb (GtkEventControllerKey *controller G_GNUC_UNUSED, guint key, guint code G_GNUC_UNUSED,
        GdkModifierType modifiers, gpointer data)
{
  TwName *self = data;

  if ((modifiers & GDK_ALT_MASK) != 0)
    activate_cb (NULL, self);
  if (key != GDK_KEY_Escape)
    return FALSE;
  finish (self, FALSE);
  focus_row (self);
  return TRUE;
}

static void
tw_name_dispose (GObject *object)
{
  TwName *self = TW_NAME (object);

  self->edited = FALSE;
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  if (self->destroy != NULL)
    self->destroy (self->data);
  self->destroy = NULL;
  G_OBJECT_CLASS (tw_name_parent_class)->dispose (object);
}

static void
tw_name_class_init (TwNameClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tw_name_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
tw_name_init (TwName *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->label = tw_label_new ("", NULL);
  self->entry = gtk_text_new ();
  gtk_widget_set_visible (self->entry, FALSE);
  gtk_widget_add_css_class (self->entry, "tw-name-entry");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  g_signal_connect (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->entry, focus);
  gtk_widget_add_controller (self->entry, keys);
}

GtkWidget *
tw_name_new (gboolean wrap, TwNameFunc func, gpointer data, GDestroyNotify destroy)
{
  TwName *self = g_object_new (TW_TYPE_NAME, NULL);

  self->func = func;
  self->data = data;
  self->destroy = destroy;
  gtk_label_set_wrap (GTK_LABEL (self->label), wrap);
  gtk_label_set_ellipsize (GTK_LABEL (self->label),
                           wrap ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  return GTK_WIDGET (self);
}

void
tw_name_set_text (TwName *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->label), text);
}

void
tw_name_set_hint (TwName *self, const char *hint)
{
  tw_set_placeholder (self->entry, hint);
  self->may_be_empty = TRUE;
}

void
tw_name_edit (TwName *self)
{
  self->edited = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), gtk_label_get_text (GTK_LABEL (self->label)));
  gtk_widget_set_visible (self->label, FALSE);
  gtk_widget_set_visible (self->entry, TRUE);
  gtk_widget_grab_focus (self->entry);
}

gboolean
tw_name_is_edited (TwName *self)
{
  return self->edited;
}
