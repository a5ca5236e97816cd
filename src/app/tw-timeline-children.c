/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-timeline-private.h"
#include "tw-words.h"

/* A focusable child over each bar in view, for the keyboard and for screen readers: they are used
 * again and again, never more than a view holds, and see nothing of the pointer. */

#define MOST 250

#define TW_TYPE_TIMELINE_BAR (tw_bar_get_type ())
G_DECLARE_FINAL_TYPE (TwTimelineBar, tw_bar, TW, TIMELINE_BAR, GtkWidget)

struct _TwTimelineBar
{
  GtkWidget parent_instance;
  char *id; /* of its node; NULL: it has none just now */
  char *label;
};

G_DEFINE_FINAL_TYPE (TwTimelineBar, tw_bar, GTK_TYPE_WIDGET)

static void
tw_bar_finalize (GObject *object)
{
  g_free (TW_TIMELINE_BAR (object)->id);
  g_free (TW_TIMELINE_BAR (object)->label);
  G_OBJECT_CLASS (tw_bar_parent_class)->finalize (object);
}

/* The canvas paints the ring of what has the focus. */
static void
tw_bar_flags_changed (GtkWidget *widget, GtkStateFlags before G_GNUC_UNUSED)
{
  if (gtk_widget_get_parent (widget) != NULL)
    gtk_widget_queue_draw (gtk_widget_get_parent (widget));
}

static void
tw_bar_class_init (TwTimelineBarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tw_bar_finalize;
  GTK_WIDGET_CLASS (klass)->state_flags_changed = tw_bar_flags_changed;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "bar");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
tw_bar_init (TwTimelineBar *bar)
{
  gtk_widget_set_focusable (GTK_WIDGET (bar), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (bar), FALSE);
}

/* What keys did to a bar is its label while it is told. */
static char *
words_for (TwTimeline *self, guint node, const char *id)
{
  const char *told = tw_view_state_told (self->state, id);

  return told != NULL ? g_strdup (told) : tw_words_node (tw_view_state_facts (self->state), node);
}

static void
stand_for (TwTimeline *self, TwTimelineBar *bar, guint row)
{
  const char *id = tw_timeline_row_id (self, (int) row);
  guint node = (guint) g_array_index (self->rows, TwTimelineRow, row).node;
  g_autofree char *words = NULL;

  if (g_strcmp0 (bar->id, id) == 0 && !self->bars_stale)
    return;
  if (g_strcmp0 (bar->id, id) != 0)
    {
      g_free (bar->id);
      bar->id = g_strdup (id);
    }
  words = words_for (self, node, id);
  if (g_strcmp0 (words, bar->label) != 0)
    {
      g_free (bar->label);
      bar->label = g_steal_pointer (&words);
      gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      bar->label, -1);
    }
  gtk_accessible_update_state (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_STATE_SELECTED,
                               self->selected[row] != 0, -1);
}

static void
place (TwTimeline *self, TwTimelineBar *bar, guint row)
{
  TwRect rect = tw_timeline_layout_bar (self->layout, row);
  double axis = tw_timeline_axis_height (tw_timeline_metrics (self));
  float x = (float) (rect.x - gtk_adjustment_get_value (self->horizontal));
  float y = (float) (rect.y - gtk_adjustment_get_value (self->vertical) + axis);
  int least;

  gtk_widget_measure (GTK_WIDGET (bar), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_set_child_visible (GTK_WIDGET (bar), TRUE);
  gtk_widget_allocate (GTK_WIDGET (bar), MAX (1, (int) rect.width), (int) rect.height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x, y)));
}

/* The rows with a bar in view, and the one with the focus wherever it is. */
static GArray *
rows_in_view (TwTimeline *self)
{
  TwTimelineLayout *layout = self->layout;
  double left = gtk_adjustment_get_value (self->horizontal);
  double top = gtk_adjustment_get_value (self->vertical);
  double right = left + gtk_widget_get_width (GTK_WIDGET (self));
  double bottom
      = top + gtk_widget_get_height (GTK_WIDGET (self)) - tw_timeline_axis_height (layout->metrics);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = (guint) MAX (0, top / layout->metrics->row_height);
       i < layout->rows->len && i * layout->metrics->row_height < bottom && rows->len < MOST; i++)
    {
      TwRect bar = tw_timeline_layout_bar (layout, i);

      if (g_array_index (layout->rows, TwTimelineRow, i).node >= 0 && bar.x < right
          && bar.x + bar.width > left)
        g_array_append_val (rows, i);
    }
  return rows;
}

static TwTimelineBar *
focused_bar (TwTimeline *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return focus != NULL ? TW_TIMELINE_BAR (focus) : NULL;
}

void
tw_timeline_make_bars (TwTimeline *self)
{
  double rows = gtk_widget_get_height (GTK_WIDGET (self)) / tw_timeline_metrics (self)->row_height;
  /* Two that are cut off, and the one with the focus. */
  guint most = MIN (MOST, (guint) MAX (0, rows) + 2) + 1;

  while (self->bars->len < most)
    {
      GtkWidget *bar = g_object_new (TW_TYPE_TIMELINE_BAR, NULL);

      gtk_widget_set_child_visible (bar, FALSE);
      gtk_widget_set_parent (bar, GTK_WIDGET (self));
      g_ptr_array_add (self->bars, bar);
    }
}

gboolean
tw_timeline_place_bars (TwTimeline *self)
{
  g_autoptr (GArray) rows = rows_in_view (self);
  g_autoptr (GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) spare = g_ptr_array_new ();
  TwTimelineBar *focused = focused_bar (self);
  int focus_row = focused != NULL ? tw_timeline_row_called (self, focused->id) : -1;
  gboolean all = TRUE;

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (wanted,
                      (gpointer) tw_timeline_row_id (self, (int) g_array_index (rows, guint, i)));
  if (focus_row >= 0 && !g_hash_table_contains (wanted, focused->id))
    {
      g_hash_table_add (wanted, focused->id);
      g_array_append_val (rows, focus_row);
    }
  /* Those that stay stay with their bar, so that the focus does. */
  for (guint i = 0; i < self->bars->len; i++)
    {
      TwTimelineBar *bar = self->bars->pdata[i];

      if (bar->id != NULL && g_hash_table_contains (wanted, bar->id))
        g_hash_table_insert (there, bar->id, bar);
      else
        g_ptr_array_add (spare, bar);
    }
  for (guint i = 0; i < rows->len; i++)
    {
      guint row = g_array_index (rows, guint, i);
      TwTimelineBar *bar = g_hash_table_lookup (there, tw_timeline_row_id (self, (int) row));

      if (bar == NULL && spare->len > 0)
        bar = g_ptr_array_steal_index (spare, spare->len - 1);
      all &= bar != NULL;
      if (bar == NULL)
        continue;
      stand_for (self, bar, row);
      place (self, bar, row);
    }
  for (guint i = 0; i < spare->len; i++)
    {
      TwTimelineBar *bar = spare->pdata[i];

      g_clear_pointer (&bar->id, g_free);
      gtk_widget_set_child_visible (GTK_WIDGET (bar), FALSE);
    }
  self->bars_stale = FALSE;
  return all;
}

/* --- the keyboard --- */

static gboolean
focus_cb (gpointer data)
{
  TwTimeline *self = data;
  const char *id = tw_view_state_selected (self->state);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  self->focus = 0;
  /* It may have gone elsewhere meanwhile. */
  if (focus == NULL
      || (focus != GTK_WIDGET (self) && gtk_widget_get_parent (focus) != GTK_WIDGET (self)))
    return G_SOURCE_REMOVE;
  for (guint i = 0; i < self->bars->len; i++)
    if (id != NULL && g_strcmp0 (((TwTimelineBar *) self->bars->pdata[i])->id, id) == 0)
      gtk_widget_grab_focus (self->bars->pdata[i]);
  return G_SOURCE_REMOVE;
}

void
tw_timeline_focus_selected (TwTimeline *self)
{
  if (self->focus == 0)
    self->focus = g_idle_add (focus_cb, self);
}

/* A row with an id by direction, the nearest to distance rows away. */
static int
row_from (TwTimeline *self, int from, int distance)
{
  int found = from, step = distance < 0 ? -1 : 1, n = (int) self->rows->len;

  for (int i = from + step; i >= 0 && i < n; i += step)
    {
      if (g_array_index (self->rows, TwTimelineRow, i).node < 0)
        continue;
      found = i;
      if (ABS (i - from) >= ABS (distance))
        break;
    }
  return found;
}

static void
show_row (TwTimeline *self, int row)
{
  double height = self->metrics->row_height;

  gtk_adjustment_clamp_page (self->vertical, row * height, (row + 1) * height);
}

gboolean
tw_timeline_step (GtkWidget *widget, GVariant *parameter, gpointer data G_GNUC_UNUSED)
{
  TwTimeline *self = TW_TIMELINE (widget);
  int distance = g_variant_get_int32 (parameter), row, page;

  if (tw_timeline_layout (self) == NULL)
    return FALSE;
  page = (int) (gtk_adjustment_get_page_size (self->vertical) / self->metrics->row_height);
  if (ABS (distance) == TW_STEP_PAGE)
    distance = distance < 0 ? -page : page;
  row = row_from (self, tw_timeline_row_called (self, tw_view_state_selected (self->state)),
                  distance);
  if (tw_timeline_row_id (self, row) == NULL)
    return TRUE;
  show_row (self, row);
  tw_view_state_select (self->state, tw_timeline_row_id (self, row));
  tw_timeline_focus_selected (self);
  return TRUE;
}

void
tw_timeline_paint_focused (TwTimeline *self, TwCanvas *canvas, const TwPalette *palette)
{
  TwTimelineBar *bar = focused_bar (self);
  int row = bar != NULL ? tw_timeline_row_called (self, bar->id) : -1;

  if (row >= 0
      && (gtk_widget_get_state_flags (GTK_WIDGET (bar)) & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0)
    tw_timeline_paint_focus (canvas, palette, tw_timeline_layout_bar (self->layout, (guint) row));
}
