/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-page.h"
#include "tw-tokens.h"

/* As many hits as a person looks through; more letters find the rest. */
#define HITS_MAX 40

struct _TwTokens
{
  GtkWidget parent_instance;

  gboolean free_text;
  TwTokensChoicesFunc choices_func;
  TwTokensFunc func;
  gpointer data;
  GPtrArray *choices; /* while the list is open */
  GtkWidget *box, *column, *button, *search, *list;
};

G_DEFINE_FINAL_TYPE (TwTokens, tw_tokens, GTK_TYPE_WIDGET)

void
tw_choice_free (gpointer data)
{
  TwChoice *choice = data;

  g_free (choice->id);
  g_free (choice->name);
  g_free (choice);
}

GPtrArray *
tw_choices_new (void)
{
  return g_ptr_array_new_with_free_func (tw_choice_free);
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
  gtk_widget_set_halign (token, GTK_ALIGN_END);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18); /* leaves room for the row's title */
  gtk_widget_set_tooltip_text (label, choice->name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tip);
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
  tw_clear_children (self->column);
  for (guint i = 0; i < shown->len; i++)
    gtk_box_append (GTK_BOX (self->column), token_new (self, shown->pdata[i]));
  gtk_widget_set_visible (self->column, shown->len > 0);
}

/* --- the list --- */

static void
fill_list (TwTokens *self)
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
}

static void
search_cb (GtkSearchEntry *entry G_GNUC_UNUSED, gpointer data)
{
  fill_list (data);
}

static void
chosen (TwTokens *self, const char *id)
{
  g_autofree char *copy = g_strdup (id);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  take (self, copy, TRUE);
}

static void
row_activated_cb (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row, gpointer data)
{
  chosen (data, g_object_get_data (G_OBJECT (row), "tw-id"));
}

/* Enter takes the first hit; where words of one's own are welcome, what was typed if nothing is
 * called so. */
static void
activate_cb (GtkSearchEntry *entry, gpointer data)
{
  TwTokens *self = data;
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);

  g_strstrip (text);
  if (first != NULL && (*text != '\0' || !self->free_text))
    chosen (self, g_object_get_data (G_OBJECT (first), "tw-id"));
  else if (self->free_text && *text != '\0')
    chosen (self, text);
}

static void
stop_cb (GtkSearchEntry *entry G_GNUC_UNUSED, gpointer data)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (TW_TOKENS (data)->button));
}

static void
opened_cb (GtkPopover *popover G_GNUC_UNUSED, gpointer data)
{
  TwTokens *self = data;

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->choices = self->choices_func != NULL ? self->choices_func (self, self->data) : NULL;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  fill_list (self);
  gtk_widget_grab_focus (self->search);
}

static GtkWidget *
popover_new (TwTokens *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->search = gtk_search_entry_new ();
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "tw-hits");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 280);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_widget_set_size_request (box, 300, -1);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect (self->search, "search-changed", G_CALLBACK (search_cb), self);
  g_signal_connect (self->search, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect (self->search, "stop-search", G_CALLBACK (stop_cb), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect (popover, "show", G_CALLBACK (opened_cb), self);
  return popover;
}

static void
tw_tokens_dispose (GObject *object)
{
  TwTokens *self = TW_TOKENS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
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
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->button = gtk_menu_button_new ();
  gtk_widget_set_valign (self->column, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (self->column, 6);
  gtk_widget_set_margin_bottom (self->column, 6);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "list-add-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover_new (self));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_valign (self->button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->box), self->column);
  gtk_box_append (GTK_BOX (self->box), self->button);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
tw_tokens_new (const char *title, gboolean free_text, TwTokensChoicesFunc choices,
               TwTokensFunc func, gpointer data)
{
  TwTokens *self = g_object_new (TW_TYPE_TOKENS, NULL);
  g_autofree char *tip = g_strdup_printf (C_ ("button", "%s: add"), title);

  self->free_text = free_text;
  self->choices_func = choices;
  self->func = func;
  self->data = data;
  gtk_widget_set_tooltip_text (self->button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip,
                                  -1);
  if (free_text)
    g_object_set (self->search, "placeholder-text", _ ("Type a word, then Enter"), NULL);
  return GTK_WIDGET (self);
}
