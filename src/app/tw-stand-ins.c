/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-stand-ins.h"
#include "tw-words.h"

#define TW_TYPE_STAND_IN_WIDGET (tw_stand_in_widget_get_type ())
G_DECLARE_FINAL_TYPE (TwStandInWidget, tw_stand_in_widget, TW, STAND_IN_WIDGET, GtkWidget)

struct _TwStandInWidget
{
  GtkWidget parent_instance;
  char *id; /* of what it stands for; NULL: nothing just now */
  char *label;
};

G_DEFINE_FINAL_TYPE (TwStandInWidget, tw_stand_in_widget, GTK_TYPE_WIDGET)

struct _TwStandIns
{
  GtkWidget *widget;
  TwStandInWords words;
  gpointer data;
  GPtrArray *all; /* children of the widget */
  guint making;
  guint n_lacking; /* how many are to be made */
  gboolean stale;
  guint idle;
  char *wanted; /* by it */
};

static void
tw_stand_in_widget_finalize (GObject *object)
{
  g_free (TW_STAND_IN_WIDGET (object)->id);
  g_free (TW_STAND_IN_WIDGET (object)->label);
  G_OBJECT_CLASS (tw_stand_in_widget_parent_class)->finalize (object);
}

static void
tw_stand_in_widget_flags_changed (GtkWidget *widget, GtkStateFlags before G_GNUC_UNUSED)
{
  if (gtk_widget_get_parent (widget) != NULL)
    gtk_widget_queue_draw (gtk_widget_get_parent (widget));
}

static void
tw_stand_in_widget_class_init (TwStandInWidgetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tw_stand_in_widget_finalize;
  GTK_WIDGET_CLASS (klass)->state_flags_changed = tw_stand_in_widget_flags_changed;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "stand-in");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
tw_stand_in_widget_init (TwStandInWidget *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

TwStandIns *
tw_stand_ins_new (GtkWidget *widget, TwStandInWords words, gpointer data)
{
  TwStandIns *self = g_new0 (TwStandIns, 1);

  *self = (TwStandIns){ .widget = widget, .words = words, .data = data };
  self->all = g_ptr_array_new ();
  return self;
}

void
tw_stand_ins_free (TwStandIns *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_handle_id (&self->making, g_source_remove);
  for (guint i = 0; i < self->all->len; i++)
    gtk_widget_unparent (self->all->pdata[i]);
  g_ptr_array_unref (self->all);
  g_free (self->wanted);
  g_free (self);
}

void
tw_stand_ins_describe (TwStandIns *self, TwFacts *facts)
{
  g_autofree char *words = tw_words_course (facts);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->widget),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

guint
tw_stand_ins_n (TwStandIns *self)
{
  return self->all->len;
}

void
tw_stand_ins_make_stale (TwStandIns *self)
{
  self->stale = TRUE;
}

static void
stand_for (TwStandIns *self, TwStandInWidget *child, const TwStandIn *what)
{
  g_autofree char *words = NULL;

  if (g_strcmp0 (child->id, what->id) == 0 && !self->stale)
    return;
  if (g_strcmp0 (child->id, what->id) != 0)
    {
      g_free (child->id);
      child->id = g_strdup (what->id);
    }
  words = self->words (what->id, self->data);
  if (g_strcmp0 (words, child->label) != 0)
    {
      g_free (child->label);
      child->label = g_steal_pointer (&words);
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      child->label, -1);
    }
  gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_SELECTED,
                               what->selected, -1);
}

static void
place (GtkWidget *child, const TwRect *rect)
{
  graphene_point_t at = GRAPHENE_POINT_INIT ((float) rect->x, (float) rect->y);
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_set_child_visible (child, TRUE);
  gtk_widget_allocate (child, MAX (1, (int) rect->width), MAX (1, (int) rect->height), -1,
                       gsk_transform_translate (NULL, &at));
}

static gboolean
make_cb (gpointer data)
{
  TwStandIns *self = data;

  self->making = 0;
  for (; self->n_lacking > 0; self->n_lacking--)
    {
      GtkWidget *child = g_object_new (TW_TYPE_STAND_IN_WIDGET, NULL);

      gtk_widget_set_parent (child, self->widget);
      g_ptr_array_add (self->all, child);
    }
  return G_SOURCE_REMOVE;
}

/* A widget that gets children while it is given its size may leave those above it without theirs:
 * they are made before the next frame, in which they are placed. */
static TwStandInWidget *
take_spare (TwStandIns *self, GPtrArray *spare)
{
  if (spare->len > 0)
    return g_ptr_array_steal_index (spare, spare->len - 1);
  self->n_lacking++;
  if (self->making == 0)
    self->making = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 10, make_cb, self, NULL);
  return NULL;
}

/* Those that stay stay with what they stand for, so that the focus does: by id; the others are in
 * spare. */
static GHashTable *
find_those_that_stay (TwStandIns *self, GHashTable *wanted, GPtrArray *spare)
{
  GHashTable *there = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->all->len; i++)
    {
      TwStandInWidget *child = self->all->pdata[i];

      if (child->id != NULL && g_hash_table_contains (wanted, child->id))
        g_hash_table_insert (there, child->id, child);
      else
        g_ptr_array_add (spare, child);
    }
  return there;
}

static void
focus_wanted (TwStandIns *self)
{
  GtkRoot *root = gtk_widget_get_root (self->widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  g_autofree char *wanted = g_steal_pointer (&self->wanted);

  /* It may have gone elsewhere meanwhile. */
  if (focus == NULL || wanted == NULL
      || (focus != self->widget && gtk_widget_get_parent (focus) != self->widget))
    return;
  for (guint i = 0; i < self->all->len; i++)
    if (g_strcmp0 (TW_STAND_IN_WIDGET (self->all->pdata[i])->id, wanted) == 0)
      {
        gtk_widget_grab_focus (self->all->pdata[i]);
        return;
      }
  self->wanted = g_steal_pointer (&wanted);
}

static gboolean
focus_cb (gpointer data)
{
  TwStandIns *self = data;

  self->idle = 0;
  focus_wanted (self);
  return G_SOURCE_REMOVE;
}

/* Where what had the keyboard is gone, what is selected gets it: not what its child stands for
 * next. */
static void
pass_focus_on (TwStandIns *self, GHashTable *there, GArray *all)
{
  const char *id = tw_stand_ins_focused (self, FALSE);

  if (id == NULL || self->wanted != NULL || g_hash_table_contains (there, id))
    return;
  for (guint i = 0; i < all->len && self->wanted == NULL; i++)
    if (g_array_index (all, TwStandIn, i).selected)
      self->wanted = g_strdup (g_array_index (all, TwStandIn, i).id);
}

void
tw_stand_ins_place (TwStandIns *self, GArray *all)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) spare = g_ptr_array_new ();
  g_autoptr (GHashTable) there = NULL;

  for (guint i = 0; i < all->len; i++)
    g_hash_table_add (wanted, (gpointer) g_array_index (all, TwStandIn, i).id);
  there = find_those_that_stay (self, wanted, spare);
  pass_focus_on (self, there, all);
  self->n_lacking = 0;
  for (guint i = 0; i < all->len; i++)
    {
      const TwStandIn *what = &g_array_index (all, TwStandIn, i);
      TwStandInWidget *child;

      if (!g_hash_table_remove (wanted, what->id))
        continue;
      child = g_hash_table_lookup (there, what->id);
      if (child == NULL)
        child = take_spare (self, spare);
      if (child == NULL)
        continue;
      stand_for (self, child, what);
      place (GTK_WIDGET (child), &what->rect);
    }
  for (guint i = 0; i < spare->len; i++)
    {
      TwStandInWidget *child = spare->pdata[i];

      g_clear_pointer (&child->id, g_free);
      gtk_widget_set_child_visible (GTK_WIDGET (child), FALSE);
    }
  self->stale = FALSE;
  if (self->wanted != NULL && self->idle == 0)
    self->idle = g_idle_add (focus_cb, self);
}

const char *
tw_stand_ins_focused (TwStandIns *self, gboolean visible)
{
  GtkWidget *focus = gtk_widget_get_focus_child (self->widget);

  if (focus == NULL || !TW_IS_STAND_IN_WIDGET (focus)
      || (visible && (gtk_widget_get_state_flags (focus) & GTK_STATE_FLAG_FOCUS_VISIBLE) == 0))
    return NULL;
  return TW_STAND_IN_WIDGET (focus)->id;
}

void
tw_stand_ins_focus (TwStandIns *self, const char *id)
{
  g_free (self->wanted);
  self->wanted = g_strdup (id);
  focus_wanted (self);
}

gboolean
tw_stand_ins_grab (TwStandIns *self, const char *id)
{
  if (!gtk_widget_get_focusable (self->widget))
    return FALSE;
  gtk_root_set_focus (gtk_widget_get_root (self->widget), self->widget);
  tw_stand_ins_focus (self, id);
  return TRUE;
}

gboolean
tw_stand_ins_enter (TwStandIns *self, GtkDirectionType direction)
{
  GtkWidget *inside = gtk_widget_get_focus_child (self->widget);

  /* A popover of the widget goes on by itself. */
  if (inside != NULL && !TW_IS_STAND_IN_WIDGET (inside))
    return gtk_widget_child_focus (inside, direction);
  return inside == NULL && (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
         && !gtk_widget_has_focus (self->widget) && gtk_widget_grab_focus (self->widget);
}
