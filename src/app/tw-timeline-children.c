/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-timeline-private.h"
#include "tw-words.h"

/* A stand-in over each bar in view, and how the keyboard goes from one to the other. */

#define MOST 250

/* The tick of a recurring row that keys are at. */
static TwDate
tick_of (TwTimeline *self)
{
  return self->tick != TW_DATE_NONE ? self->tick : tw_view_state_today (self->state);
}

/* What keys did to a bar is its label while it is told. */
char *
tw_timeline_words_for (const char *id, gpointer data)
{
  TwTimeline *self = data;
  TwFacts *facts = self->facts; /* bars are of the rows, as these are */
  const char *told = tw_view_state_told (self->state, id);
  int node = tw_index_find (tw_schedule_index (tw_facts_schedule (facts)), id);

  return told != NULL ? g_strdup (told)
         : node >= 0  ? tw_words_node (facts, (guint) node)
                      : tw_words_occurrence (facts, id, tick_of (self));
}

static void
add_bar (TwTimeline *self, GArray *bars, guint row)
{
  TwStandIn bar = { tw_timeline_row_id (self, (int) row),
                    tw_timeline_layout_bar (self->layout, row), self->selected[row] != 0 };

  bar.rect.x -= gtk_adjustment_get_value (self->horizontal);
  bar.rect.y += tw_timeline_axis_height (tw_timeline_metrics (self))
                - gtk_adjustment_get_value (self->vertical);
  g_array_append_val (bars, bar);
}

void
tw_timeline_place_bars (TwTimeline *self)
{
  TwTimelineLayout *layout = self->layout;
  g_autoptr (GArray) bars = g_array_new (FALSE, FALSE, sizeof (TwStandIn));
  double left = gtk_adjustment_get_value (self->horizontal);
  double right = left + gtk_widget_get_width (GTK_WIDGET (self));
  double top = gtk_adjustment_get_value (self->vertical);
  double bottom
      = top + gtk_widget_get_height (GTK_WIDGET (self)) - tw_timeline_axis_height (layout->metrics);
  int focused = tw_timeline_row_called (self, tw_stand_ins_focused (self->bars, FALSE));

  for (guint i = (guint) MAX (0, top / layout->metrics->row_height);
       i < layout->rows->len && i * layout->metrics->row_height < bottom && bars->len < MOST; i++)
    {
      TwRect bar = tw_timeline_layout_bar (layout, i);

      if (tw_timeline_row_id (self, (int) i) != NULL && bar.width > 0 && bar.x < right
          && bar.x + bar.width > left)
        add_bar (self, bars, i);
    }
  /* The one with the focus keeps it wherever it is. */
  if (focused >= 0)
    add_bar (self, bars, (guint) focused);
  tw_stand_ins_place (self->bars, bars);
}

/* --- the keyboard --- */

void
tw_timeline_focus_selected (TwTimeline *self)
{
  tw_stand_ins_focus (self->bars, tw_view_state_selected (self->state));
}

/* A row with an id by direction, the nearest to distance rows away. */
static int
row_from (TwTimeline *self, int from, int distance)
{
  int found = from, step = distance < 0 ? -1 : 1, n = (int) self->rows->len;

  for (int i = from + step; i >= 0 && i < n; i += step)
    {
      if (tw_timeline_row_id (self, i) == NULL)
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
  self->tick = TW_DATE_NONE;
  tw_view_state_select (self->state, tw_timeline_row_id (self, row));
  tw_timeline_focus_selected (self);
  return TRUE;
}

/* Of what recurs, if its row is selected: the number of the tick that keys are at, -1 if none has
 * been due, and all its days. */
static TwRecurring *
recurring_at (TwTimeline *self, GArray **days, int *at)
{
  int row = tw_timeline_layout (self) != NULL
                ? tw_timeline_row_called (self, tw_view_state_selected (self->state))
                : -1;
  TwRecurring *recurring
      = row >= 0 ? g_array_index (self->rows, TwTimelineRow, row).recurring : NULL;

  if (recurring == NULL)
    return NULL;
  *days = self->layout->recurring->pdata[row];
  for (*at = -1;
       *at + 1 < (int) (*days)->len && g_array_index (*days, TwDate, *at + 1) <= tick_of (self);)
    ++*at;
  return recurring;
}

gboolean
tw_timeline_turn (GtkWidget *widget, GVariant *parameter, gpointer data G_GNUC_UNUSED)
{
  TwTimeline *self = TW_TIMELINE (widget);
  int n = g_variant_get_int32 (parameter), at;
  GArray *days;

  if (recurring_at (self, &days, &at) == NULL)
    {
      tw_timeline_ask_outline (self, n > 0 ? "outline.open" : "outline.close");
      return TRUE;
    }
  at += n;
  if (at < 0 || at >= (int) days->len
      || g_array_index (days, TwDate, at) > tw_view_state_today (self->state))
    return TRUE;
  self->tick = g_array_index (days, TwDate, at);
  tw_timeline_reveal (self, self->tick, self->tick);
  tw_stand_ins_make_stale (self->bars);
  gtk_widget_queue_allocate (widget);
  gtk_widget_queue_draw (widget);
  return TRUE;
}

gboolean
tw_timeline_key_tick (GtkWidget *widget, GVariant *parameter G_GNUC_UNUSED,
                      gpointer data G_GNUC_UNUSED)
{
  TwTimeline *self = TW_TIMELINE (widget);
  GArray *days;
  int at;
  TwRecurring *recurring = recurring_at (self, &days, &at);

  if (recurring != NULL && at >= 0)
    tw_timeline_toggle_held (self, recurring, g_array_index (days, TwDate, at));
  else
    gtk_widget_activate_action (widget, "nodes.tick", NULL);
  return TRUE;
}

gboolean
tw_timeline_key_menu (GtkWidget *widget, GVariant *parameter G_GNUC_UNUSED,
                      gpointer data G_GNUC_UNUSED)
{
  TwTimeline *self = TW_TIMELINE (widget);
  const char *id = tw_view_state_selected (self->state);
  double width = gtk_widget_get_width (widget), axis;
  graphene_rect_t bar;

  if (tw_timeline_layout (self) == NULL)
    return FALSE;
  axis = tw_timeline_axis_height (self->metrics);
  if (id == NULL)
    tw_timeline_ask_for_menu (self, NULL, width / 2, axis);
  else if (tw_timeline_bar (self, id, &bar))
    tw_timeline_ask_for_menu (self, id, CLAMP (bar.origin.x, 0, width),
                              MAX (bar.origin.y + bar.size.height, axis));
  return TRUE;
}

void
tw_timeline_paint_focused (TwTimeline *self, TwCanvas *canvas, const TwPalette *palette)
{
  int row = tw_timeline_row_called (self, tw_stand_ins_focused (self->bars, TRUE)), at;
  GArray *days;

  if (row < 0)
    return;
  tw_timeline_paint_focus (
      canvas, palette,
      recurring_at (self, &days, &at) != NULL && at >= 0
          ? tw_timeline_layout_tick_at (self->layout, (guint) row, g_array_index (days, TwDate, at))
          : tw_timeline_layout_bar (self->layout, (guint) row));
}
