/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-columns.h"

#define COLUMNS_MAX 6
#define CHILDREN_MAX 16 /* that keep their column */

struct _TwColumns
{
  GtkWidget parent_instance;

  guint max_columns;
  int least, spacing;
  guint n_kept; /* the columns for which kept is, 0: none yet */
  guint8 kept[CHILDREN_MAX];
};

G_DEFINE_FINAL_TYPE (TwColumns, tw_columns, GTK_TYPE_WIDGET)

static guint
shortest (const int *heights, guint n)
{
  guint column = 0;

  for (guint i = 1; i < n; i++)
    if (heights[i] < heights[column])
      column = i;
  return column;
}

/* Puts the children into columns for width; returns the height of the tallest. place: also
 * allocates them, and keeps the columns: what is being worked with doesn't go elsewhere because it
 * or another one grew. */
static int
arrange (TwColumns *self, int width, gboolean place)
{
  guint n = CLAMP ((guint) (width + self->spacing) / (guint) (self->least + self->spacing), 1,
                   self->max_columns);
  int column_width = (width - (int) (n - 1) * self->spacing) / (int) n;
  int heights[COLUMNS_MAX] = { 0 }, tallest = 0;
  gboolean decided = self->n_kept == n;
  guint at = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child), at++)
    {
      guint column = decided && at < CHILDREN_MAX ? self->kept[at] : shortest (heights, n);
      int height;

      if (place && at < CHILDREN_MAX)
        self->kept[at] = (guint8) column;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column_width, NULL, &height, NULL, NULL);
      if (heights[column] > 0)
        heights[column] += self->spacing;
      if (place)
        {
          gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
          guint shown = mirrored ? n - 1 - column : column;

          gtk_widget_size_allocate (child,
                                    &(GtkAllocation){ (int) shown * (column_width + self->spacing),
                                                      heights[column], column_width, height },
                                    -1);
        }
      heights[column] += height;
      tallest = MAX (tallest, heights[column]);
    }
  if (place)
    self->n_kept = n;
  return tallest;
}

static void
tw_columns_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                    int *natural, int *minimum_baseline, int *natural_baseline)
{
  TwColumns *self = TW_COLUMNS (widget);

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = arrange (self, for_size < 0 ? self->least : for_size, FALSE);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least;

      gtk_widget_measure (child, orientation, -1, &least, NULL, NULL, NULL);
      *minimum = MAX (*minimum, least);
    }
  *natural = MAX (*minimum, (int) self->max_columns * (self->least + self->spacing));
}

static GtkSizeRequestMode
tw_columns_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tw_columns_size_allocate (GtkWidget *widget, int width, int height G_GNUC_UNUSED,
                          int baseline G_GNUC_UNUSED)
{
  arrange (TW_COLUMNS (widget), width, TRUE);
}

/* Shown again they are put anew. */
static void
tw_columns_unmap (GtkWidget *widget)
{
  TW_COLUMNS (widget)->n_kept = 0;
  GTK_WIDGET_CLASS (tw_columns_parent_class)->unmap (widget);
}

static void
tw_columns_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (tw_columns_parent_class)->dispose (object);
}

static void
tw_columns_class_init (TwColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tw_columns_dispose;
  widget_class->measure = tw_columns_measure;
  widget_class->get_request_mode = tw_columns_get_request_mode;
  widget_class->size_allocate = tw_columns_size_allocate;
  widget_class->unmap = tw_columns_unmap;
}

static void
tw_columns_init (TwColumns *self G_GNUC_UNUSED)
{
}

GtkWidget *
tw_columns_new (guint max_columns, int least, int spacing)
{
  TwColumns *self = g_object_new (TW_TYPE_COLUMNS, NULL);

  self->max_columns = MIN (max_columns, COLUMNS_MAX);
  self->least = least;
  self->spacing = spacing;
  return GTK_WIDGET (self);
}

void
tw_columns_append (TwColumns *self, GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
