/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-wrap.h"

struct _TwWrap
{
  GtkWidget parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (TwWrap, tw_wrap, GTK_TYPE_WIDGET)

/* How wide and high child is in a line of width. */
static GtkRequisition
size_of (GtkWidget *child, int width)
{
  GtkRequisition size;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &size.width, NULL, NULL);
  size.width = MIN (size.width, width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, size.width, NULL, &size.height, NULL, NULL);
  return size;
}

/* Puts the line from first to before end (NULL: the last) at y. spare: what it leaves of width. */
static void
place_line (TwWrap *self, GtkWidget *first, GtkWidget *end, int y, int width, int height, int spare)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkWidget *head = gtk_widget_get_first_child (GTK_WIDGET (self));
  gboolean at_end = head != NULL && gtk_widget_get_hexpand (head);
  int x = at_end && first != head ? spare : 0;

  for (GtkWidget *child = first; child != end; child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition size = size_of (child, width);

      if (child == head && at_end)
        size.width += spare;
      gtk_widget_size_allocate (
          child, &(GtkAllocation){ mirrored ? width - x - size.width : x, y, size.width, height },
          -1);
      x += size.width + self->spacing;
    }
}

/* Puts the children into lines of width; returns the height of all. place: also allocates them. */
static int
arrange (TwWrap *self, int width, gboolean place)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self));
  int x = 0, y = 0, line = 0;

  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition size = size_of (child, width);

      if (x > 0 && x + size.width > width)
        {
          if (place)
            place_line (self, first, child, y, width, line, width - x + self->spacing);
          y += line + self->spacing;
          first = child;
          x = line = 0;
        }
      x += size.width + self->spacing;
      line = MAX (line, size.height);
    }
  if (place)
    place_line (self, first, NULL, y, width, line, width - x + self->spacing);
  return y + line;
}

static void
tw_wrap_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                 int *natural, int *minimum_baseline, int *natural_baseline)
{
  TwWrap *self = TW_WRAP (widget);

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = arrange (self, for_size < 0 ? G_MAXINT / 2 : for_size, FALSE);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, liked;

      gtk_widget_measure (child, orientation, -1, &least, &liked, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += liked + (*natural > 0 ? self->spacing : 0);
    }
}

static GtkSizeRequestMode
tw_wrap_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tw_wrap_size_allocate (GtkWidget *widget, int width, int height G_GNUC_UNUSED,
                       int baseline G_GNUC_UNUSED)
{
  arrange (TW_WRAP (widget), width, TRUE);
}

void
tw_wrap_clear (TwWrap *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
tw_wrap_dispose (GObject *object)
{
  tw_wrap_clear (TW_WRAP (object));
  G_OBJECT_CLASS (tw_wrap_parent_class)->dispose (object);
}

static void
tw_wrap_class_init (TwWrapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tw_wrap_dispose;
  widget_class->measure = tw_wrap_measure;
  widget_class->get_request_mode = tw_wrap_get_request_mode;
  widget_class->size_allocate = tw_wrap_size_allocate;
}

static void
tw_wrap_init (TwWrap *self G_GNUC_UNUSED)
{
}

GtkWidget *
tw_wrap_new (int spacing)
{
  TwWrap *self = g_object_new (TW_TYPE_WRAP, NULL);

  self->spacing = spacing;
  return GTK_WIDGET (self);
}

void
tw_wrap_append (TwWrap *self, GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
