/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-text.h"

typedef struct
{
  GtkTextView parent_instance;
} TwText;
typedef GtkTextViewClass TwTextClass;

static GType tw_text_get_type (void);

G_DEFINE_TYPE (TwText, tw_text, GTK_TYPE_TEXT_VIEW)

static GtkSizeRequestMode
tw_text_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tw_text_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                 int *natural, int *minimum_baseline, int *natural_baseline)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_autoptr (PangoLayout) layout = NULL;

  *minimum_baseline = *natural_baseline = -1;
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL || for_size < 0)
    return;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, for_size * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, minimum);
  *natural = *minimum;
}

static void
tw_text_class_init (TwTextClass *klass)
{
  GTK_WIDGET_CLASS (klass)->measure = tw_text_measure;
  GTK_WIDGET_CLASS (klass)->get_request_mode = tw_text_get_request_mode;
}

static void
tw_text_init (TwText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed",
                           G_CALLBACK (gtk_widget_queue_resize), self, G_CONNECT_SWAPPED);
}

GtkWidget *
tw_text_new (void)
{
  return g_object_new (tw_text_get_type (), NULL);
}
