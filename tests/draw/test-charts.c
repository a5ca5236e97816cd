/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-charts.h"
#include "tw-test-image.h"
#include "tw-test-record.h"

#define TODAY (tw_date_new (2027, 1, 22))

typedef struct
{
  TwTestImage image;
  const TwPalette *palette;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->palette = tw_palette_get (TW_PALETTE_LIGHT);
  tw_test_image_init (&fixture->image, 400, 200, &fixture->palette->colors[TW_COLOR_CARD_BG]);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  tw_test_image_clear (&fixture->image);
}

static guint
count (Fixture *fixture, TwRect rect, TwColor color)
{
  return tw_test_image_count (&fixture->image, rect, &fixture->palette->colors[color]);
}

static void
test_meter (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  TwRect rect = { 0, 0, 100, 22 };
  guint half, full;

  tw_meter_paint (fixture->image.canvas, fixture->palette, rect, 50, -1);
  half = count (fixture, rect, TW_COLOR_SLATE);
  g_assert_cmpuint (half, >, 360);
  g_assert_cmpuint (half, <=, 400);
  g_assert_cmpuint (count (fixture, rect, TW_COLOR_TROUGH), >, 350);
  /* More active people than seats: full, not over the edge. */
  tw_meter_paint (fixture->image.canvas, fixture->palette, rect, 130, -1);
  full = count (fixture, (TwRect){ 0, 0, 400, 22 }, TW_COLOR_SLATE);
  g_assert_cmpuint (full, >, 750);
  g_assert_cmpuint (full, <=, 800);
}

static void
test_meter_threshold (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  TwRgba tick = { 0.2f, 0.2f, 0.2f, 1 };

  tw_meter_paint (fixture->image.canvas, fixture->palette, (TwRect){ 0, 0, 100, 22 }, -1, 70);
  g_assert_cmpuint (count (fixture, (TwRect){ 0, 0, 100, 22 }, TW_COLOR_SLATE), ==, 0);
  /* Above the bar; the text colour is four fifths of black over white. */
  g_assert_cmpuint (tw_test_image_count (&fixture->image, (TwRect){ 69, 3, 2, 4 }, &tick), ==, 8);
}

static void
test_sparkline (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  TwRect rect = { 0, 0, 88, 36 };
  TwUsagePoint points[] = { { TODAY - 700, 0 }, { TODAY - 300, 50 }, { TODAY - 7, 50 } };

  tw_sparkline_paint (fixture->image.canvas, fixture->palette, rect, points, 3, 80, TODAY);
  /* The area below the line, and nothing painted outside. */
  g_assert_cmpuint (count (fixture, (TwRect){ 20, 25, 50, 10 }, TW_COLOR_SLATE_TINT), ==, 500);
  g_assert_cmpuint (tw_test_image_painted (&fixture->image, (TwRect){ 88, 0, 312, 200 },
                                           &fixture->palette->colors[TW_COLOR_CARD_BG]),
                    ==, 0);
  g_assert_cmpuint (count (fixture, (TwRect){ 70, 10, 18, 20 }, TW_COLOR_SLATE_STRONG), >, 20);
}

static void
test_sparkline_of_nothing (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  tw_sparkline_paint (fixture->image.canvas, fixture->palette, (TwRect){ 0, 0, 88, 36 }, NULL, 0,
                      -1, TODAY);
  g_assert_cmpuint (tw_test_image_painted (&fixture->image, (TwRect){ 0, 0, 400, 200 },
                                           &fixture->palette->colors[TW_COLOR_CARD_BG]),
                    ==, 0);
}

static void
test_usage_chart (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  TwRect rect = { 0, 0, 400, 200 };
  TwUsagePoint points[] = { { TODAY - 300, 6 }, { TODAY - 100, 18 }, { TODAY - 7, 18 } };
  TwUsageChart chart = {
    .points = points,
    .n_points = 3,
    .target = 60,
    .threshold = 30,
    .forecast = { { TODAY - 7, 18 }, { TODAY + 150, 60 } },
    .today = TODAY,
    .cursor = -1,
  };

  tw_usage_chart_paint (fixture->image.canvas, fixture->palette, rect, &chart);
  g_assert_cmpuint (count (fixture, rect, TW_COLOR_ACCENT), >, 250);
  g_assert_cmpuint (count (fixture, rect, TW_COLOR_SLATE_STRONG), >, 100);
  g_assert_cmpint (tw_usage_chart_find (fixture->image.metrics, rect, &chart, 0), ==, 0);
  g_assert_cmpint (tw_usage_chart_find (fixture->image.metrics, rect, &chart, 400), ==, 2);
  chart.n_points = 0;
  chart.forecast[1].date = TW_DATE_NONE;
  tw_usage_chart_paint (fixture->image.canvas, fixture->palette, rect, &chart);
  g_assert_cmpint (tw_usage_chart_find (fixture->image.metrics, rect, &chart, 10), ==, -1);
}

/* However far above the seats usage is, there are few lines, and their labels have room. */
static void
test_usage_far_above (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const TwRect rect = { 0, 0, 400, 200 };
  TwUsagePoint points[] = { { TODAY - 7, 0 } };
  TwUsageChart chart = { .points = points, .n_points = 1, .today = TODAY, .cursor = -1 };

  for (double percent = 1; percent < 2e6; percent *= 1.3)
    {
      g_autoptr (TwCanvas) record = tw_test_record_new (fixture->image.metrics);
      g_auto (GStrv) lines = NULL;
      guint n = 0;

      points[0].percent = percent;
      tw_usage_chart_paint (record, fixture->palette, rect, &chart);
      lines = g_strsplit (tw_test_record_text (record), "\n", -1);
      for (char **line = lines; *line != NULL; line++)
        {
          n += g_str_has_prefix (*line, "text ");
          /* Figures are not all as wide. */
          g_assert_true (!g_str_has_prefix (*line, "text ") || atoi (*line + 5) > -3);
        }
      /* With months and today. */
      g_assert_cmpuint (n, <, 20);
    }
}

static void
test_stage_arrows (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  TwRect rect = { 0, 0, 400, 66 };
  TwStageArrow stages[]
      = { { .name = "Envision", .done = 3, .n = 3 },
          { .name = "Onboard", .detail = "now", .done = 1, .n = 2, .current = TRUE },
          { .name = "", .detail = "" } };
  TwRect first, second;
  TwMetrics *metrics = fixture->image.metrics;

  tw_stage_arrows_paint (fixture->image.canvas, fixture->palette, rect, stages, 3);
  g_assert_cmpuint (count (fixture, (TwRect){ 0, 0, 130, 66 }, TW_COLOR_SLATE_TRACK), >, 3000);
  g_assert_cmpuint (count (fixture, (TwRect){ 270, 0, 130, 66 }, TW_COLOR_SLATE_TRACK), <, 5);
  g_assert_cmpuint (count (fixture, (TwRect){ 134, 0, 130, 66 }, TW_COLOR_ACCENT), >, 100);
  first = tw_stage_arrow_rect (metrics, rect, stages, 3, 0);
  second = tw_stage_arrow_rect (metrics, rect, stages, 3, 1);
  g_assert_cmpfloat_with_epsilon (first.width, second.width, 0.01);
  g_assert_cmpfloat (second.x, >, first.width);
  /* Where it is narrow, the chosen one gets the room, and all of them stay inside. */
  stages[1].chosen = TRUE;
  rect.width = 300;
  second = tw_stage_arrow_rect (metrics, rect, stages, 3, 1);
  g_assert_cmpfloat (second.width, >, 180);
  second = tw_stage_arrow_rect (metrics, rect, stages, 3, 2);
  g_assert_cmpfloat_with_epsilon (second.x + second.width, 300, 0.01);
  tw_stage_arrows_paint (fixture->image.canvas, fixture->palette, rect, stages, 3);
}

static void
test_dibs (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  guint strong[2];

  tw_dibs_paint (fixture->image.canvas, fixture->palette, 0, 20, 1 | 4);
  strong[0] = count (fixture, (TwRect){ 0, 0, 26, 40 }, TW_COLOR_SLATE_STRONG);
  g_assert_cmpuint (strong[0], >, 200);
  strong[1] = count (fixture, (TwRect){ 26, 0, 24, 40 }, TW_COLOR_SLATE_STRONG);
  g_assert_cmpuint (strong[1], ==, 0);
  g_assert_cmpuint (count (fixture, (TwRect){ 52, 0, 24, 40 }, TW_COLOR_SLATE_STRONG), >, 200);
  g_assert_cmpfloat_with_epsilon (tw_dibs_width (fixture->image.metrics), 100, 1e-6);
}

static void
test_health (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  guint before = 0;

  /* Filled dots tell the level without its colour. */
  for (int level = 0; level < 4; level++)
    {
      TwRect row = { 0, level * 40, 200, 40 };
      double width = tw_health_pill_paint (fixture->image.canvas, fixture->palette, 0,
                                           level * 40 + 20, 34, level, NULL);
      static const TwColor texts[]
          = { TW_COLOR_RED_TEXT, TW_COLOR_YELLOW_TEXT, TW_COLOR_GREEN_TEXT, TW_COLOR_BLUE_TEXT };
      guint filled = count (fixture, row, texts[level]);

      if (level > 0)
        g_assert_cmpuint (filled, >, before + 40);
      before = filled;
      g_assert_cmpfloat_with_epsilon (
          width, tw_health_pill_width (fixture->image.metrics, 34, NULL), 1e-9);
    }
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/charts/meter", test_meter);
  add ("/charts/meter-threshold", test_meter_threshold);
  add ("/charts/sparkline", test_sparkline);
  add ("/charts/sparkline-of-nothing", test_sparkline_of_nothing);
  add ("/charts/usage-chart", test_usage_chart);
  add ("/charts/usage-far-above", test_usage_far_above);
  add ("/charts/stage-arrows", test_stage_arrows);
  add ("/charts/dibs", test_dibs);
  add ("/charts/health", test_health);
  return g_test_run ();
}
