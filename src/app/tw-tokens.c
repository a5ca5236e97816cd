/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-chooser.h"
#include "tw-page.h"
#include "tw-tokens.h"
#include "tw-wrap.h"

struct _TwTokens
{
  GtkWidget parent_instance;

  TwTokensChoicesFunc choices_func;
  TwTokensFunc func;
  gpointer data;
  GtkWidget *wrap, *said, *button;
};

G_DEFINE_FINAL_TYPE (TwTokens, tw_tokens, GTK_TYPE_WIDGET)

static void
take (TwTokens *self, const char *id, gboolean add)
{
  g_autofree char *copy = g_strdup (id); /* the token may go with the edit */

  g_object_ref (self);
  self->func (self, copy, add, self->data);
  g_object_unref (self);
}

static void
remove_cb (GtkButton *button, gpointer data)
{
  take (data, g_object_get_data (G_OBJECT (button), "tw-id"), FALSE);
}

static GtkWidget *
token_new (TwTokens *self, TwChoice *choice)
{
  GtkWidget *token = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (choice->name);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *tip = g_strdup_printf (_ ("Remove “%s”"), choice->name);

  gtk_widget_add_css_class (token, "tw-tag");
  gtk_widget_add_css_class (token, "tw-token");
  gtk_widget_set_valign (token, GTK_ALIGN_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  tw_tell_when_cut (label);
  gtk_widget_add_css_class (button, "flat");
  tw_set_tooltip (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_object_set_data_full (G_OBJECT (button), "tw-id", g_strdup (choice->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), self);
  gtk_box_append (GTK_BOX (token), label);
  gtk_box_append (GTK_BOX (token), button);
  return token;
}

void
tw_tokens_show (TwTokens *self, GPtrArray *shown)
{
  GtkWidget *head = gtk_widget_get_first_child (self->wrap), *token;

  while ((token = gtk_widget_get_next_sibling (head)) != self->button)
    gtk_widget_unparent (token);
  for (guint i = 0; i < shown->len; i++)
    gtk_widget_insert_before (token_new (self, shown->pdata[i]), self->wrap, self->button);
}

void
tw_tokens_say (TwTokens *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->said), text != NULL ? text : "");
  gtk_widget_set_visible (self->said, text != NULL);
}

static GPtrArray *
choices_cb (gpointer data)
{
  TwTokens *self = data;

  return self->choices_func != NULL ? self->choices_func (self, self->data) : NULL;
}

static void
chosen_cb (const char *id, gpointer data)
{
  take (data, id, TRUE);
}

static void
tw_tokens_dispose (GObject *object)
{
  TwTokens *self = TW_TOKENS (object);

  g_clear_pointer (&self->wrap, gtk_widget_unparent);
  G_OBJECT_CLASS (tw_tokens_parent_class)->dispose (object);
}

static void
tw_tokens_class_init (TwTokensClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tw_tokens_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
tw_tokens_init (TwTokens *self)
{
  self->wrap = tw_wrap_new (4);
  self->said = tw_label_new ("", "tw-secondary");
  self->button = gtk_menu_button_new ();
  gtk_widget_add_css_class (self->wrap, "tw-tokens");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "list-add-symbolic");
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_parent (self->wrap, GTK_WIDGET (self));
}

GtkWidget *
tw_tokens_new (const char *title, gboolean free_text, TwTokensChoicesFunc choices,
               TwTokensFunc func, gpointer data)
{
  TwTokens *self = g_object_new (TW_TYPE_TOKENS, NULL);
  g_autofree char *tip = g_strdup_printf (C_ ("button", "%s: add"), title);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_hexpand (head, TRUE);
  gtk_widget_set_valign (head, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), tw_label_new (title, NULL));
  gtk_box_append (GTK_BOX (head), self->said);
  tw_tokens_say (self, NULL);
  tw_wrap_append (TW_WRAP (self->wrap), head);
  tw_wrap_append (TW_WRAP (self->wrap), self->button);
  self->choices_func = choices;
  self->func = func;
  self->data = data;
  tw_set_tooltip (self->button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip,
                                  -1);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button),
                               tw_chooser_new (free_text, choices_cb, chosen_cb, self));
  return GTK_WIDGET (self);
}
