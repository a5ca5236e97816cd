/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-edit.h"
#include "tw-test-image.h"
#include "tw-test-plan.h"
#include "tw-test-record.h"
#include "tw-timeline-layout.h"

/* The calendar: what of a bar is where, and what is painted over it while it is dragged. */

typedef struct
{
  TwSchedule *schedule;
  TwFacts *facts;
  GArray *rows;
  TwMetrics *metrics;
  TwTimelineLayout *layout;
} Fixture;

/* Compared with the plan's baseline, if it has one. */
static void
begin_with (Fixture *fixture, TwPlan *plan)
{
  TwBaseline *baseline = tw_plan_newest_baseline (plan);
  TwScale scale = { 0, 62 };
  TwTimelineOptions options = { .baseline = baseline != NULL };
  TwDate until;
  TwDate start;

  fixture->schedule = tw_test_schedule (plan);
  fixture->facts = tw_facts_new (fixture->schedule, NULL, tw_date_parse ("2026-11-02"), baseline);
  fixture->rows = tw_timeline_rows (fixture->facts, NULL, NULL, NULL);
  fixture->metrics = tw_metrics_fixed ();
  tw_timeline_extent (fixture->facts, &start, &until);
  scale.origin = start;
  fixture->layout
      = tw_timeline_layout_new (fixture->facts, fixture->rows, &scale, fixture->metrics, &options);
}

static void
begin (Fixture *fixture, const char *text)
{
  g_autoptr (TwPlan) plan = tw_test_plan (text);

  begin_with (fixture, plan);
}

static void
end (Fixture *fixture)
{
  tw_timeline_layout_free (fixture->layout);
  tw_metrics_unref (fixture->metrics);
  g_array_unref (fixture->rows);
  tw_facts_unref (fixture->facts);
  tw_schedule_unref (fixture->schedule);
}

static int
row_of (Fixture *fixture, const char *id)
{
  return tw_timeline_layout_row_of (fixture->layout,
                                    tw_index_find (tw_schedule_index (fixture->schedule), id));
}

static TwRect
bar (Fixture *fixture, const char *id)
{
  return tw_timeline_layout_bar (fixture->layout, (guint) row_of (fixture, id));
}

static void
bars_have_a_middle_and_ends (void)
{
  Fixture fixture;
  TwRect rect;
  int row;

  begin (&fixture, "m1: h1: a1 5, a2 1, a3 0");
  rect = bar (&fixture, "a1");
#define HIT(x, hovered)                                                                            \
  tw_timeline_layout_hit (fixture.layout, x, rect.y + rect.height / 2, hovered, &row)
  g_assert_cmpint (HIT (rect.x + rect.width / 2, -1), ==, TW_HIT_BODY);
  g_assert_cmpint (row, ==, row_of (&fixture, "a1"));
  g_assert_cmpint (HIT (rect.x - 3, -1), ==, TW_HIT_LEFT);
  g_assert_cmpint (HIT (rect.x + rect.width - 3, -1), ==, TW_HIT_RIGHT);
  g_assert_cmpint (HIT (rect.x + rect.width + 13, -1), ==, TW_HIT_NOTHING);
  g_assert_cmpint (row, ==, row_of (&fixture, "a1"));
  g_assert_cmpint (HIT (rect.x + rect.width + 13, row), ==, TW_HIT_DOT);
  /* A day is narrow, but can be taken by its middle. */
  rect = bar (&fixture, "a2");
  g_assert_cmpint (HIT (rect.x + rect.width / 2, -1), ==, TW_HIT_BODY);
  g_assert_cmpint (HIT (rect.x, -1), ==, TW_HIT_LEFT);
  /* Milestones and groups have no ends. */
  rect = bar (&fixture, "a3");
  g_assert_cmpint (HIT (rect.x, -1), ==, TW_HIT_BODY);
  rect = bar (&fixture, "h1");
  g_assert_cmpint (HIT (rect.x, -1), ==, TW_HIT_BODY);
  g_assert_cmpint (HIT (rect.x + 500, -1), ==, TW_HIT_NOTHING);
#undef HIT
  end (&fixture);
}

/* Where it was there is but an outline, where it would be the bar. */
static void
a_drag_shows_both_places (void)
{
  Fixture fixture;
  g_auto (TwTestImage) image = { 0 };
  const TwPalette *palette = tw_palette_get (TW_PALETTE_LIGHT);
  const TwRgba *track = &palette->colors[TW_COLOR_SLATE_TRACK];
  g_autoptr (TwTrial) trial = NULL;
  TwRect whole = { 0, 0, 700, 200 }, was, is, pushed, inside;

  begin (&fixture, "m1: h1: a1 3, a2 3 after a1");
  trial = tw_trial_new (fixture.schedule, (const char *[]){ "a1", NULL }, TW_GRIP_BODY, 5, NULL);
  tw_test_image_init (&image, 700, 200, &palette->colors[TW_COLOR_VIEW_BG]);
  was = bar (&fixture, "a1");
  is = tw_timeline_layout_bar_in (fixture.layout, (guint) row_of (&fixture, "a1"), trial->after);
  pushed
      = tw_timeline_layout_bar_in (fixture.layout, (guint) row_of (&fixture, "a2"), trial->after);
  tw_timeline_paint (fixture.layout, image.canvas, palette, whole, NULL, trial->moved);
  inside = (TwRect){ was.x + 4, was.y + 3, was.width - 8, was.height - 6 };
  g_assert_cmpuint (tw_test_image_count (&image, inside, track), ==, 0);
  g_assert_cmpuint (tw_test_image_count (&image, bar (&fixture, "a2"), track), >, 100);
  tw_timeline_paint_trial (fixture.layout, image.canvas, palette, whole, trial);
  inside = (TwRect){ is.x + 8, is.y + 3, is.width - 16, is.height - 6 };
  g_assert_cmpuint (tw_test_image_count (&image, inside, track), >,
                    (guint) (inside.width * inside.height * 0.8));
  g_assert_cmpuint (tw_test_image_count (&image, pushed, &palette->colors[TW_COLOR_ACCENT]), >, 10);
  end (&fixture);
}

/* At any zoom the axis tells month and year, the year once; what today's pill would lie on gives
 * way. */
static void
the_axis_tells_month_and_year (void)
{
  static const struct
  {
    double per_week;
    const char *from, *told[3];
  } cases[] = { { 8, "2026-11-09", { "“2026”", "“Q4”", "“2027”" } },
                { 14, "2026-11-09", { "“Q4 2026”", "“Dec”", "“Q1 2027”" } },
                { 31, "2026-11-09", { "“Nov 2026”", "“December”", "“January 2027”" } },
                { 31, "2026-10-05", { "“October 2026”", "“November”", "“December”" } },
                { 154, "2026-11-10", { "“9 November 2026”", "“16 November”", "“23 November”" } } };
  Fixture fixture;

  begin (&fixture, "m1: h1: a1 5");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TwCanvas) record = tw_test_record_new (fixture.metrics);

      fixture.layout->scale.per_week = cases[i].per_week;
      tw_timeline_paint_axis (fixture.layout, record, tw_palette_get (TW_PALETTE_LIGHT),
                              tw_scale_x (&fixture.layout->scale, tw_date_parse (cases[i].from)),
                              700);
      for (guint j = 0; j < G_N_ELEMENTS (cases[i].told); j++)
        if (strstr (tw_test_record_text (record), cases[i].told[j]) == NULL)
          g_error ("%g px a week: %s isn't among %s", cases[i].per_week, cases[i].told[j],
                   tw_test_record_text (record));
    }
  end (&fixture);
}

/* The figure behind a bar that moved stands where no link goes through it. */
static void
a_slip_is_clear_of_links (void)
{
  static const TwRect clip = { 0, 0, 2000, 300 };
  g_autoptr (TwPlan) plan = tw_test_plan ("m1: h1: a1 5, a2 4, a3 1 after a1 after a2");
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  g_autoptr (TwPlan) kept = tw_edit_take_baseline (schedule, "b", plan->start, NULL);
  g_autoptr (TwSchedule) then = tw_test_schedule (kept);
  g_autoptr (TwPlan) moved = tw_edit_move (then, "a2", tw_date_parse ("2026-11-03"), NULL, NULL);
  g_autoptr (TwCanvas) record = NULL;
  Fixture fixture;
  const char *end_of_line, *line;
  double x;

  begin_with (&fixture, moved);
  record = tw_test_record_new (fixture.metrics);
  tw_timeline_paint (fixture.layout, record, tw_palette_get (TW_PALETTE_LIGHT), clip, NULL, NULL);
  end_of_line = strstr (tw_test_record_text (record), "“+1 d”");
  g_assert_nonnull (end_of_line);
  line = g_strrstr_len (tw_test_record_text (record), end_of_line - tw_test_record_text (record),
                        "\n");
  g_assert_cmpint (sscanf (line, "\ntext %lf", &x), ==, 1);
  g_assert_cmpfloat (x, >, bar (&fixture, "a3").x + 6);
  end (&fixture);
}

/* What lies outside of the clip isn't painted; a label is, where it comes in. */
static void
milestones_are_painted_in_the_clip (void)
{
  Fixture fixture;
  const TwPalette *palette = tw_palette_get (TW_PALETTE_LIGHT);
  const char *const words[] = { "“first 2 Nov”", "“second 30 Nov”", NULL };
  g_autoptr (TwPlan) plan = tw_test_plan ("m1: h1: a1 0, a2 0 pin 2026-11-30");
  g_autoptr (TwIndex) index = tw_index_new (plan);

  /* Nobody else has seen the plan yet. */
  tw_string_set (&tw_index_activity (index, "a1")->name, "first");
  tw_string_set (&tw_index_activity (index, "a2")->name, "second");
  begin_with (&fixture, plan);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TwCanvas) record = tw_test_record_new (fixture.layout->metrics);
      const TwTimelineMilestone *one
          = &g_array_index (fixture.layout->milestones, TwTimelineMilestone, i);
      const TwRect clip = { one->label_x + 5, 0, 5, 20 };

      tw_timeline_paint (fixture.layout, record, palette, clip, NULL, NULL);
      g_assert_nonnull (strstr (tw_test_record_text (record), words[i]));
      g_assert_null (strstr (tw_test_record_text (record), words[1 - i]));
    }
  end (&fixture);
}

/* What has no room for its label is told where its diamond is. */
static void
milestones_are_told_where_they_are (void)
{
  Fixture fixture;
  g_autofree char *both = NULL, *nothing = NULL;

  begin (&fixture, "m1: h1: a1 0, a2 0, a3 5");
  both = tw_timeline_layout_milestones_at (fixture.layout, bar (&fixture, "a1").x + 8);
  g_assert_cmpstr (both, ==, "a1 2 Nov\na2 2 Nov");
  nothing = tw_timeline_layout_milestones_at (fixture.layout, bar (&fixture, "a1").x + 60);
  g_assert_null (nothing);
  end (&fixture);
}

/* Right of the bar, left of it, or over it: whole in any view. */
static void
the_tip_stays_in_view (void)
{
  const TwPalette *palette = tw_palette_get (TW_PALETTE_LIGHT);
  const TwRgba *white = &palette->colors[TW_COLOR_VIEW_BG];
  const char *const lines[] = { "28 Jan – 10 Feb", "+3 working days", "Pushes 2 activities",
                                "Held by “Application inventory”", NULL };
  TwRect bounds = { 50, 50, 420, 150 };
  static const TwRect bars[] = {
    { 60, 100, 60, 14 }, { 400, 100, 60, 14 },  { 55, 52, 400, 14 },
    { 60, 180, 60, 14 }, { -900, 100, 60, 14 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      g_auto (TwTestImage) image = { 0 };
      guint all, within;

      tw_test_image_init (&image, 520, 250, white);
      tw_timeline_paint_tip (image.canvas, palette, bounds, bars[i], lines);
      all = tw_test_image_painted (&image, (TwRect){ 0, 0, 520, 250 }, white);
      within = tw_test_image_painted (&image, bounds, white);
      g_assert_cmpuint (all, >, 5000);
      g_assert_cmpuint (within, ==, all);
      if (i < 2)
        g_assert_cmpuint (tw_test_image_painted (&image, bars[i], white), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/bars-have-a-middle-and-ends", bars_have_a_middle_and_ends);
  g_test_add_func ("/timeline/a-drag-shows-both-places", a_drag_shows_both_places);
  g_test_add_func ("/timeline/the-axis-tells-month-and-year", the_axis_tells_month_and_year);
  g_test_add_func ("/timeline/a-slip-is-clear-of-links", a_slip_is_clear_of_links);
  g_test_add_func ("/timeline/milestones-are-painted-in-the-clip",
                   milestones_are_painted_in_the_clip);
  g_test_add_func ("/timeline/milestones-are-told-where-they-are",
                   milestones_are_told_where_they_are);
  g_test_add_func ("/timeline/the-tip-stays-in-view", the_tip_stays_in_view);
  return g_test_run ();
}
