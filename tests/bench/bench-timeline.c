/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "tw-bench-clock.h"
#include "tw-page.h"
#include "tw-plan-file.h"
#include "tw-timeline-private.h"

/* bench-timeline PLAN ROWS: frames of the calendar in a window of 1210 × 700, with a font so small
 * that ROWS rows fit (0: the usual one) and the weeks so narrow that bars of all of them are in
 * view. Prints medians in ms, of the clock and of the processor's time: a frame in which nothing
 * but one square changes, scrolling, zooming, dragging one bar, and with it the edit, its schedule
 * and the words; then the whole page from nothing to its first frame, and the bars in view. */

#define FRAMES 200
#define WIDTH 1210
#define HEIGHT 700

typedef void (*Step) (TwTimeline *timeline, guint frame);

static Taken began, took;
static gboolean painted;
static GtkWidget *square;

static void
before_cb (void)
{
  began = now ();
}

static void
after_cb (void)
{
  took = since (began);
  painted = TRUE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const double *one = a, *other = b;

  return *one < *other ? -1 : *one > *other;
}

/* The median of a frame's time, with the step's own if whole. */
static void
measure (TwTimeline *timeline, Step step, gboolean whole)
{
  double clocks[FRAMES], processors[FRAMES];

  for (guint i = 0; i < FRAMES; i++)
    {
      Taken before = now (), own;

      step (timeline, i);
      own = since (before);
      painted = FALSE;
      while (!painted)
        g_main_context_iteration (NULL, TRUE);
      clocks[i] = took.clock + (whole ? own.clock : 0);
      processors[i] = took.processor + (whole ? own.processor : 0);
    }
  qsort (clocks, FRAMES, sizeof *clocks, compare);
  qsort (processors, FRAMES, sizeof *processors, compare);
  g_print ("%.2f %.2f ", clocks[FRAMES / 2], processors[FRAMES / 2]);
}

static void
change_square (TwTimeline *timeline G_GNUC_UNUSED, guint frame)
{
  gtk_widget_set_opacity (square, frame % 2 == 0 ? 1 : 0.5);
}

static void
scroll (TwTimeline *timeline, guint frame)
{
  gtk_adjustment_set_value (timeline->horizontal, frame % 50 + 1);
  tw_timeline_repaint (timeline);
}

static void
zoom (TwTimeline *timeline, guint frame)
{
  static double per_week;

  if (frame == 0)
    per_week = timeline->scale.per_week;
  tw_timeline_set_scale (timeline, per_week * (1 + frame % 20 / 200.0), 600);
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

/* So low and narrow that the bars of so many rows are in view. */
static void
shrink (TwTimeline *timeline, GArray *rows, guint n)
{
  TwFacts *facts = tw_view_state_facts (timeline->state);
  TwMetrics *metrics = tw_timeline_metrics (timeline);
  TwDate first = TW_DATE_MAX, last = TW_DATE_MIN, start, until;

  metrics->row_px = (HEIGHT - tw_timeline_axis_height (metrics)) / n / metrics->row_height;
  metrics->row_height *= metrics->row_px;
  for (guint i = 0; i < MIN (n, rows->len); i++)
    {
      int node = g_array_index (rows, TwTimelineRow, i).node;
      const TwSpan *span
          = node >= 0 ? tw_schedule_span (tw_facts_schedule (facts), (guint) node) : NULL;

      if (span == NULL || g_array_index (rows, TwTimelineRow, i).kind != TW_ROW_ACTIVITY)
        continue;
      first = MIN (first, span->start);
      last = MAX (last, span->finish);
    }
  tw_timeline_extent (facts, &start, &until);
  timeline->scale.per_week = WIDTH * 7.0 / (double) (last - start + 20);
}

/* What a page takes from nothing to its first frame, in a window that is there. */
static void
measure_opening (TwViewState *state, GtkWidget *box)
{
  Taken before = now ();
  GtkWidget *page = tw_timeline_page_new (state);

  gtk_box_append (GTK_BOX (box), page);
  painted = FALSE;
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  before = since (before);
  g_print ("%.2f %.2f ", before.clock, before.processor);
}

static void
prepare_drag (TwTimeline *timeline, GArray *rows)
{
  for (guint i = 0; timeline->ids == NULL && i < rows->len; i++)
    if (g_array_index (rows, TwTimelineRow, i).kind == TW_ROW_ACTIVITY)
      {
        timeline->id = g_strdup (tw_timeline_row_id (timeline, (int) i));
        timeline->tip_id = g_strdup (timeline->id);
        timeline->ids = g_strdupv ((char *[]){ timeline->id, NULL });
      }
}

int
main (int argc, char **argv)
{
  GtkWidget *window, *box;
  g_autoptr (TwViewState) state = NULL;
  g_autoptr (GArray) rows = NULL;
  TwTimeline *timeline;
  GdkFrameClock *clock;
  guint n;

  if (argc < 3)
    return 2;
  n = (guint) atoi (argv[2]);
  adw_init ();
  state = open_plan (argv[1]);
  rows = tw_timeline_rows (tw_view_state_facts (state), NULL, NULL, NULL);
  window = gtk_window_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  timeline = TW_TIMELINE (
      tw_timeline_new (state, g_object_ref_sink (gtk_adjustment_new (0, 0, 1e6, 1, 1, HEIGHT))));
  square = gtk_label_new ("·");
  gtk_box_append (GTK_BOX (box), square);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (timeline));
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_present (GTK_WINDOW (window));
  timeline->scale.per_week = 154; /* wide enough for the shortest plan to scroll */
  if (n > 0)
    shrink (timeline, rows, n);
  tw_timeline_set_rows (timeline, rows);
  while (timeline->still == NULL)
    g_main_context_iteration (NULL, TRUE);
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_cb), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_cb), NULL);
  prepare_drag (timeline, rows);
  measure (timeline, change_square, FALSE);
  measure (timeline, scroll, FALSE);
  measure (timeline, zoom, TRUE);
  gtk_adjustment_set_value (timeline->horizontal, 0);
  measure (timeline, drag, FALSE);
  measure (timeline, drag, TRUE);
  tw_timeline_hand_clear (timeline);
  n = tw_stand_ins_n (timeline->bars);
  gtk_box_remove (GTK_BOX (box), GTK_WIDGET (timeline));
  measure_opening (state, box);
  g_print ("%u\n", n);
  return 0;
}
