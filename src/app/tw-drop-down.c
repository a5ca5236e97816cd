/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-drop-down.h"
#include "tw-page.h"

typedef struct
{
  GPtrArray *choices;
  TwDropDownFunc func;
  gpointer data;
  gboolean showing, mixed;
} DropDown;

static void
selected_cb (GtkDropDown *down, GParamSpec *pspec G_GNUC_UNUSED, gpointer data)
{
  DropDown *self = data;
  guint at = gtk_drop_down_get_selected (down);

  if (!self->showing && at < self->choices->len)
    self->func (self->choices->pdata[at], at, self->data);
}

static void
setup_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item,
          gpointer data G_GNUC_UNUSED)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_list_item_set_child (item, box);
}

#define CHOICE_CHARS 26 /* what a name has room for in the button */
#define LISTED_CHARS 40 /* and in the list, which is as wide as it asks for at least */

typedef enum
{
  SHOWS_BADGE,
  SHOWS_NAME,
  SHOWS_LISTED,
} Shows;

/* A name, and the badge of a person. The list's names are data. */
static void
bind_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkStringObject *string = gtk_list_item_get_item (item);
  TwRecord *record = g_object_get_data (G_OBJECT (string), "tw-record");
  Shows shows = (Shows) GPOINTER_TO_INT (data);
  GtkWidget *label;

  tw_clear_children (box);
  if (tw_record_is (record, &tw_person_type))
    gtk_box_append (GTK_BOX (box), tw_badge_new ((TwPerson *) record));
  if (shows == SHOWS_BADGE)
    return;
  label = gtk_label_new (gtk_string_object_get_string (string));
  if (shows == SHOWS_NAME
      || g_utf8_strlen (gtk_label_get_text (GTK_LABEL (label)), -1) > LISTED_CHARS)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (shows == SHOWS_NAME)
    gtk_label_set_max_width_chars (GTK_LABEL (label), CHOICE_CHARS);
  else if (gtk_label_get_ellipsize (GTK_LABEL (label)) != PANGO_ELLIPSIZE_NONE)
    {
      gtk_label_set_width_chars (GTK_LABEL (label), LISTED_CHARS);
      gtk_label_set_max_width_chars (GTK_LABEL (label), LISTED_CHARS);
    }
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
}

static GListModel *
model_of (GPtrArray *choices)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < choices->len; i++)
    {
      TwChoice *choice = choices->pdata[i];
      g_autoptr (GtkStringObject) string = NULL;

      gtk_string_list_append (list, choice->name);
      string = g_list_model_get_item (G_LIST_MODEL (list), i);
      if (choice->record != NULL)
        g_object_set_data_full (G_OBJECT (string), "tw-record", tw_record_ref (choice->record),
                                tw_record_unref);
    }
  return G_LIST_MODEL (list);
}

static gboolean
same_choices (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      TwChoice *one = a->pdata[i], *other = b->pdata[i];

      if (g_strcmp0 (one->id, other->id) != 0 || !g_str_equal (one->name, other->name))
        return FALSE;
    }
  return TRUE;
}

static GtkListItemFactory *
factory_new (Shows shows)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (shows));
  return factory;
}

void
tw_drop_down_set_brief (GtkWidget *down)
{
  g_autoptr (GtkListItemFactory) button = factory_new (SHOWS_BADGE);

  gtk_drop_down_set_factory (GTK_DROP_DOWN (down), button);
}

void
tw_drop_down_show (GtkWidget *down, GPtrArray *choices, int at)
{
  DropDown *self = g_object_get_data (G_OBJECT (down), "tw-drop-down");

  self->showing = TRUE;
  if (!same_choices (self->choices, choices) || self->mixed != (at < 0))
    {
      g_autoptr (GListModel) model = model_of (choices);

      self->mixed = at < 0;
      if (self->mixed)
        gtk_string_list_append (GTK_STRING_LIST (model), C_ ("values of several", "Mixed"));
      gtk_drop_down_set_model (GTK_DROP_DOWN (down), model);
      gtk_drop_down_set_enable_search (GTK_DROP_DOWN (down), choices->len > 12);
      g_clear_pointer (&self->choices, g_ptr_array_unref);
      self->choices = g_ptr_array_ref (choices);
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (down), self->mixed ? choices->len : (guint) at);
  self->showing = FALSE;
}

static void
drop_down_free (gpointer data)
{
  DropDown *self = data;

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_free (self);
}

GtkWidget *
tw_drop_down_new (TwDropDownFunc func, gpointer data)
{
  GtkWidget *down = gtk_drop_down_new (
      NULL, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  g_autoptr (GtkListItemFactory) button = factory_new (SHOWS_NAME),
                                 list = factory_new (SHOWS_LISTED);
  DropDown *self = g_new0 (DropDown, 1);

  *self = (DropDown){ .func = func, .data = data };
  gtk_drop_down_set_factory (GTK_DROP_DOWN (down), button);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (down), list);
  g_signal_connect (down, "notify::selected", G_CALLBACK (selected_cb), self);
  gtk_widget_add_css_class (down, "tw-choice");
  g_object_set_data_full (G_OBJECT (down), "tw-drop-down", self, drop_down_free);
  return down;
}
