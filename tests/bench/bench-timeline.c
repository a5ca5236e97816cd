/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "tw-plan-file.h"
#include "tw-timeline-private.h"

/* bench-timeline PLAN HEIGHT: frames of the calendar, 1210 px wide. Prints medians in ms: a frame
 * in which nothing but one square changes, scrolling, zooming, dragging one bar, and with it the
 * edit, its schedule and the words; then the bars in view. */

#define FRAMES 200

typedef void (*Step) (TwTimeline *timeline, guint frame);

static gint64 began, took;
static gboolean painted;
static GtkWidget *square;

static void
before_cb (void)
{
  began = g_get_monotonic_time ();
}

static void
after_cb (void)
{
  took = g_get_monotonic_time () - began;
  painted = TRUE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const double *one = a, *other = b;

  return *one < *other ? -1 : *one > *other;
}

/* The median of a frame's time, with the step's own if whole. */
static double
measure (TwTimeline *timeline, Step step, gboolean whole)
{
  double times[FRAMES];

  for (guint i = 0; i < FRAMES; i++)
    {
      gint64 since = g_get_monotonic_time ();

      step (timeline, i);
      since = g_get_monotonic_time () - since;
      painted = FALSE;
      while (!painted)
        g_main_context_iteration (NULL, TRUE);
      times[i] = (double) (took + (whole ? since : 0)) / 1000;
    }
  qsort (times, FRAMES, sizeof *times, compare);
  return times[FRAMES / 2];
}

static void
change_square (TwTimeline *timeline G_GNUC_UNUSED, guint frame)
{
  gtk_widget_set_opacity (square, frame % 2 == 0 ? 1 : 0.5);
}

static void
scroll (TwTimeline *timeline, guint frame)
{
  gtk_adjustment_set_value (timeline->horizontal, frame % 50 * 7.0);
  tw_timeline_repaint (timeline);
}

static void
zoom (TwTimeline *timeline, guint frame)
{
  tw_timeline_set_scale (timeline, 31 + frame % 20, 600);
  gtk_widget_queue_draw (GTK_WIDGET (timeline));
}

static void
drag (TwTimeline *timeline, guint frame)
{
  TwSchedule *schedule = tw_facts_schedule (tw_view_state_facts (timeline->state));

  g_clear_pointer (&timeline->trial, tw_trial_unref);
  timeline->hand = TW_HAND_DRAG;
  timeline->trial = tw_trial_new (schedule, (const char *const *) timeline->ids, TW_GRIP_BODY,
                                  (int) (frame % 10) + 1, NULL);
  g_strfreev (timeline->tip);
  timeline->tip = tw_trial_lines (timeline->trial, tw_view_state_today (timeline->state));
  gtk_widget_queue_draw (GTK_WIDGET (timeline));
}

static TwViewState *
open_plan (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TwDocument *document = tw_document_open (file, &error);

  if (document == NULL)
    g_error ("%s", error->message);
  return tw_view_state_new (document, tw_document_plan (document)->start + 60);
}

int
main (int argc, char **argv)
{
  GtkWidget *window, *box;
  g_autoptr (TwViewState) state = NULL;
  g_autoptr (GArray) rows = NULL;
  TwTimeline *timeline;
  double still, across, zoomed, dragged, whole;
  GdkFrameClock *clock;

  if (argc < 3)
    return 2;
  adw_init ();
  state = open_plan (argv[1]);
  rows = tw_timeline_rows (tw_view_state_facts (state), NULL, NULL, NULL);
  window = gtk_window_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  timeline = TW_TIMELINE (tw_timeline_new (
      state, g_object_ref_sink (gtk_adjustment_new (0, 0, 1e6, 1, 1, atoi (argv[2])))));
  square = gtk_label_new ("·");
  gtk_box_append (GTK_BOX (box), square);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (timeline));
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1210, atoi (argv[2]));
  tw_timeline_set_rows (timeline, rows);
  gtk_window_present (GTK_WINDOW (window));
  while (timeline->still == NULL)
    g_main_context_iteration (NULL, TRUE);
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_cb), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_cb), NULL);
  for (guint i = 0; timeline->ids == NULL && i < rows->len; i++)
    if (g_array_index (rows, TwTimelineRow, i).kind == TW_ROW_ACTIVITY)
      {
        timeline->id = g_strdup (tw_timeline_row_id (timeline, (int) i));
        timeline->tip_id = g_strdup (timeline->id);
        timeline->ids = g_strdupv ((char *[]){ timeline->id, NULL });
      }
  still = measure (timeline, change_square, FALSE);
  across = measure (timeline, scroll, FALSE);
  zoomed = measure (timeline, zoom, TRUE);
  gtk_adjustment_set_value (timeline->horizontal, 0);
  dragged = measure (timeline, drag, FALSE);
  whole = measure (timeline, drag, TRUE);
  g_print ("%.2f %.2f %.2f %.2f %.2f %u\n", still, across, zoomed, dragged, whole,
           tw_stand_ins_n (timeline->bars));
  return 0;
}
