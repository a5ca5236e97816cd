/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-fold.h"

typedef struct
{
  GtkWidget *widget;
  int from;
} Arrangement;

struct _TwFold
{
  GtkWidget parent_instance;

  GArray *arrangements;
  guint shown;
};

enum
{
  SHOWN_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TwFold, tw_fold, GTK_TYPE_WIDGET)

static Arrangement *
arrangement (TwFold *self, guint i)
{
  return &g_array_index (self->arrangements, Arrangement, i);
}

/* Widths are the narrowest's; a height for a width is that of what would be shown. */
static guint
choose (TwFold *self, int width)
{
  guint last = self->arrangements->len - 1;

  for (guint i = 0; i < last; i++)
    {
      int least;

      gtk_widget_measure (arrangement (self, i)->widget, GTK_ORIENTATION_HORIZONTAL, -1, &least,
                          NULL, NULL, NULL);
      if (width >= MAX (least, arrangement (self, i)->from))
        return i;
    }
  return last;
}

/* Without it nobody asks for a height for a width, and the tallest arrangement's is taken. */
static GtkSizeRequestMode
tw_fold_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tw_fold_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                 int *natural, int *minimum_baseline, int *natural_baseline)
{
  TwFold *self = TW_FOLD (widget);

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  for (guint i = 0; i < self->arrangements->len; i++)
    {
      int least, wish;

      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          gtk_widget_measure (arrangement (self, i)->widget, orientation, -1, &least, &wish, NULL,
                              NULL);
          *minimum = i == 0 ? least : MIN (*minimum, least);
          *natural = i == 0 ? wish : *natural;
        }
      else if (for_size < 0 || i == choose (self, for_size))
        {
          gtk_widget_measure (arrangement (self, i)->widget, orientation, for_size, &least, &wish,
                              NULL, NULL);
          *minimum = MAX (*minimum, least);
          *natural = MAX (*natural, wish);
        }
    }
  *natural = MAX (*natural, *minimum);
}

static GtkSizeRequestMode
tw_fold_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tw_fold_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TwFold *self = TW_FOLD (widget);
  guint shown = choose (self, width);

  for (guint i = 0; i < self->arrangements->len; i++)
    gtk_widget_set_child_visible (arrangement (self, i)->widget, i == shown);
  gtk_widget_allocate (arrangement (self, shown)->widget, width, height, baseline, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
  if (shown != self->shown)
    {
      self->shown = shown;
      g_signal_emit (self, signals[SHOWN_CHANGED], 0);
    }
}

static void
tw_fold_dispose (GObject *object)
{
  TwFold *self = TW_FOLD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->arrangements, g_array_unref);
  G_OBJECT_CLASS (tw_fold_parent_class)->dispose (object);
}

static void
tw_fold_class_init (TwFoldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tw_fold_dispose;
  widget_class->get_request_mode = tw_fold_request_mode;
  widget_class->measure = tw_fold_measure;
  widget_class->get_request_mode = tw_fold_get_request_mode;
  widget_class->size_allocate = tw_fold_size_allocate;
  signals[SHOWN_CHANGED] = g_signal_new ("shown-changed", TW_TYPE_FOLD, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

static void
tw_fold_init (TwFold *self)
{
  self->arrangements = g_array_new (FALSE, FALSE, sizeof (Arrangement));
  self->shown = G_MAXUINT;
}

GtkWidget *
tw_fold_new (void)
{
  return g_object_new (TW_TYPE_FOLD, NULL);
}

void
tw_fold_add (TwFold *self, GtkWidget *child, int from)
{
  Arrangement one = { child, from };

  g_array_append_val (self->arrangements, one);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

guint
tw_fold_shown (TwFold *self)
{
  return self->shown;
}
