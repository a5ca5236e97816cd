/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-page.h"
#include "tw-stages.h"

#define ARROW_HEIGHT 66
#define GAP 12           /* between arrows and columns */
#define SPACING 18       /* between columns */
#define COLUMN_LEAST 216 /* px that a column beside others has at least */
#define WIDE 840         /* px from which columns stand side by side: a window of 900 */
#define NARROWEST 280

typedef struct
{
  GtkWidget *arrow, *column;
} Part;

struct _TwStages
{
  GtkWidget parent_instance;

  GtkWidget *area;
  GArray *parts;  /* Part */
  GArray *arrows; /* TwStageArrow, with words of its own */
  guint chosen;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (TwStages, tw_stages, GTK_TYPE_WIDGET)

static void
clear_arrow (gpointer data)
{
  TwStageArrow *arrow = data;

  g_free ((char *) arrow->name);
  g_free ((char *) arrow->detail);
}

static Part *
part (TwStages *self, guint at)
{
  return &g_array_index (self->parts, Part, at);
}

static TwStageArrow *
arrow_at (TwStages *self, guint at)
{
  return &g_array_index (self->arrows, TwStageArrow, at);
}

static void
paint (TwCanvas *canvas, const TwPalette *palette, double width, double height, gpointer data)
{
  TwStages *self = data;

  if (self->arrows->len > 0)
    tw_stage_arrows_paint (canvas, palette, (TwRect){ 0, 0, width, height }, arrow_at (self, 0),
                           self->arrows->len);
}

static int
column_width (TwStages *self, int width)
{
  int n = (int) self->parts->len;

  return (width - (n - 1) * SPACING) / n;
}

static gboolean
is_narrow (TwStages *self, int width)
{
  return self->parts->len > 1 && (width < WIDE || column_width (self, width) < COLUMN_LEAST);
}

static int
arrow_height (TwStages *self)
{
  g_autoptr (TwMetrics) metrics
      = tw_metrics_from_context (gtk_widget_get_pango_context (GTK_WIDGET (self)));

  return (int) (ARROW_HEIGHT * metrics->px);
}

static int
column_height (TwStages *self, guint at, int width)
{
  int height;

  gtk_widget_measure (part (self, at)->column, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL,
                      NULL);
  return height;
}

static void
tw_stages_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                   int *natural, int *minimum_baseline, int *natural_baseline)
{
  TwStages *self = TW_STAGES (widget);
  int width = for_size < 0 ? NARROWEST : for_size, tallest = 0;

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (self->parts->len == 0)
    return;
  for (guint i = 0; i < self->parts->len; i++)
    if (orientation == GTK_ORIENTATION_HORIZONTAL)
      {
        int least;

        gtk_widget_measure (part (self, i)->column, orientation, -1, &least, NULL, NULL, NULL);
        *minimum = MAX (*minimum, least);
      }
    else if (!is_narrow (self, width))
      tallest = MAX (tallest, column_height (self, i, column_width (self, width)));
    else if (i == self->chosen)
      tallest = column_height (self, i, width);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = arrow_height (self) + GAP + tallest;
  else
    *natural = MAX (*minimum, NARROWEST) * (int) self->parts->len;
}

static GtkSizeRequestMode
tw_stages_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
place_arrows (TwStages *self, int width, int height)
{
  g_autoptr (TwMetrics) metrics
      = tw_metrics_from_context (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  TwRect all = { 0, 0, width, height };

  gtk_widget_size_allocate (self->area, &(GtkAllocation){ 0, 0, width, height }, -1);
  for (guint i = 0; i < self->parts->len; i++)
    {
      TwRect rect;
      int least;

      gtk_widget_measure (part (self, i)->arrow, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                          NULL);
      rect = tw_stage_arrow_rect (metrics, all, arrow_at (self, 0), self->arrows->len, i);
      gtk_widget_size_allocate (
          part (self, i)->arrow,
          &(GtkAllocation){ (int) rect.x, 0, MAX ((int) rect.width, least), height }, -1);
    }
  gtk_widget_queue_draw (self->area);
}

static void
tw_stages_size_allocate (GtkWidget *widget, int width, int height G_GNUC_UNUSED,
                         int baseline G_GNUC_UNUSED)
{
  TwStages *self = TW_STAGES (widget);
  int top = arrow_height (self);
  int each;

  if (self->parts->len == 0)
    return;
  self->narrow = is_narrow (self, width);
  each = self->narrow ? width : column_width (self, width);
  for (guint i = 0; i < self->parts->len; i++)
    {
      GtkWidget *column = part (self, i)->column;
      gboolean shown = !self->narrow || i == self->chosen;

      gtk_widget_set_child_visible (column, shown);
      if (shown)
        gtk_widget_size_allocate (column,
                                  &(GtkAllocation){ self->narrow ? 0 : (int) i * (each + SPACING),
                                                    top + GAP, each,
                                                    column_height (self, i, each) },
                                  -1);
    }
  /* The last: which arrow is chosen hangs on the width. */
  for (guint i = 0; i < self->arrows->len; i++)
    arrow_at (self, i)->chosen = self->narrow && i == self->chosen;
  place_arrows (self, width, top);
}

void
tw_stages_clear (TwStages *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      gtk_widget_unparent (part (self, i)->arrow);
      gtk_widget_unparent (part (self, i)->column);
    }
  g_array_set_size (self->parts, 0);
  g_array_set_size (self->arrows, 0);
}

static void
tw_stages_dispose (GObject *object)
{
  TwStages *self = TW_STAGES (object);

  tw_stages_clear (self);
  g_clear_pointer (&self->area, gtk_widget_unparent);
  G_OBJECT_CLASS (tw_stages_parent_class)->dispose (object);
}

static void
tw_stages_finalize (GObject *object)
{
  TwStages *self = TW_STAGES (object);

  g_array_unref (self->parts);
  g_array_unref (self->arrows);
  G_OBJECT_CLASS (tw_stages_parent_class)->finalize (object);
}

static void
tw_stages_class_init (TwStagesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tw_stages_dispose;
  G_OBJECT_CLASS (klass)->finalize = tw_stages_finalize;
  widget_class->measure = tw_stages_measure;
  widget_class->get_request_mode = tw_stages_get_request_mode;
  widget_class->size_allocate = tw_stages_size_allocate;
}

static void
tw_stages_init (TwStages *self)
{
  self->parts = g_array_new (FALSE, TRUE, sizeof (Part));
  self->arrows = g_array_new (FALSE, TRUE, sizeof (TwStageArrow));
  g_array_set_clear_func (self->arrows, clear_arrow);
  self->area = tw_paint_new (0, 0, paint, self, NULL);
  gtk_widget_set_valign (self->area, GTK_ALIGN_FILL);
  gtk_widget_set_parent (self->area, GTK_WIDGET (self));
}

GtkWidget *
tw_stages_new (void)
{
  return g_object_new (TW_TYPE_STAGES, NULL);
}

void
tw_stages_append (TwStages *self, GtkWidget *arrow, GtkWidget *column)
{
  const Part added = { arrow, column };

  g_array_append_val (self->parts, added);
  g_array_set_size (self->arrows, self->parts->len);
  gtk_widget_set_parent (arrow, GTK_WIDGET (self));
  gtk_widget_set_parent (column, GTK_WIDGET (self));
}

void
tw_stages_set_arrow (TwStages *self, guint at, const TwStageArrow *arrow)
{
  TwStageArrow *own = arrow_at (self, at);

  clear_arrow (own);
  *own = *arrow;
  own->name = g_strdup (arrow->name);
  own->detail = g_strdup (arrow->detail);
  own->chosen = self->narrow && at == self->chosen;
  gtk_widget_queue_draw (self->area);
}

void
tw_stages_choose (TwStages *self, guint at)
{
  if (self->chosen == at)
    return;
  self->chosen = at;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
tw_stages_chosen (TwStages *self)
{
  return self->chosen;
}

gboolean
tw_stages_is_narrow (TwStages *self)
{
  return self->narrow;
}
