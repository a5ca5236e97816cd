/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-audience.h"
#include "tw-edit.h"
#include "tw-ribbon.h"
#include "tw-test-image.h"
#include "tw-test-plan.h"

#include <string.h>

typedef struct
{
  TwPlan *plan;
  TwSchedule *schedule;
  TwFacts *facts;
  TwMetrics *metrics;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->plan = data != NULL ? tw_test_plan (data) : tw_test_contoso ();
  fixture->schedule = tw_test_schedule (fixture->plan);
  fixture->facts = tw_facts_new (fixture->schedule, NULL, tw_date_new (2027, 1, 22),
                                 tw_plan_newest_baseline (fixture->plan));
  fixture->metrics = tw_metrics_fixed ();
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  tw_metrics_unref (fixture->metrics);
  tw_facts_unref (fixture->facts);
  tw_schedule_unref (fixture->schedule);
  tw_plan_unref (fixture->plan);
}

static TwRibbon *
make (Fixture *fixture, TwRibbonLook look, double width)
{
  return tw_ribbon_new (fixture->plan, fixture->facts, fixture->metrics, look, width);
}

static void
test_example (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (TwRibbon) ribbon = make (fixture, TW_RIBBON_FULL, 1196);

  g_assert_cmpuint (ribbon->n_phases, ==, 10);
  g_assert_cmpuint (ribbon->n_motions, ==, 2);
  g_assert_true (ribbon->motions[1].takes_over);
  g_assert_cmpfloat_with_epsilon (ribbon->height, 104, 1e-6);
  g_assert_cmpfloat_with_epsilon (ribbon->phases[1].bar.x, 120, 1e-6);
  g_assert_cmpfloat_with_epsilon (ribbon->phases[9].bar.x + ribbon->phases[9].bar.width, 1196,
                                  1e-6);
  g_assert_true (ribbon->phases[5].current);
  g_assert_cmpstr (ribbon->phases[5].name, ==, "Assess");
  g_assert_cmpint (ribbon->phases[5].progress, ==, 23);
  g_assert_false (ribbon->phases[4].ahead);
  g_assert_true (ribbon->phases[6].ahead);
  g_assert_cmpstr (ribbon->phases[5].words, ==, "Assess, 18 Jan – 12 Feb, In progress, 23 %");
  g_assert_cmpuint (ribbon->n_markers, ==, 3);
  g_assert_cmpstr (ribbon->markers[0].lines[0], ==, "Today");
  g_assert_cmpstr (ribbon->markers[1].lines[0], ==, "Go-live 26 Apr");
  g_assert_cmpstr (ribbon->markers[2].lines[0], ==, "Renewal 30 Jun");
  /* Go-live is the first day of Migrate: between two bars. */
  g_assert_cmpfloat_with_epsilon (ribbon->markers[1].x, 8 * 120 - 2, 1e-6);
  /* Today is the fifth of 26 days of Assess. */
  g_assert_cmpfloat_with_epsilon (ribbon->markers[0].x, 5 * 120 - 2 + 120 * 4.0 / 26, 1e-6);
}

/* A renewal after the end of the plan stands at the end of the ribbon, not half outside it. */
static void
test_diamond_stays_whole (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (TwPlan) plan = tw_test_plan_of (
      "'deadline':'2030-01-01','motions':[{'id':'m1','name':'M','phases':["
      "{'id':'p1','name':'P','activities':[{'id':'a1','name':'A','days':5}]}]}]");
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  g_autoptr (TwFacts) facts = tw_facts_new (schedule, NULL, tw_date_new (2027, 1, 22), NULL);
  g_autoptr (TwRibbon) ribbon
      = tw_ribbon_new (plan, facts, fixture->metrics, TW_RIBBON_PREVIEW, 960);
  const TwRibbonMarker *renewal = &ribbon->markers[0];

  g_assert_cmpuint (ribbon->n_markers, ==, 1);
  g_assert_cmpfloat_with_epsilon (renewal->x, 960 - 6, 1e-6);
}

static void
test_room (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (TwRibbon) tight = make (fixture, TW_RIBBON_FULL, 876);
  g_autoptr (TwRibbon) no_dates = make (fixture, TW_RIBBON_FULL, 700);
  g_autoptr (TwRibbon) narrow = make (fixture, TW_RIBBON_FULL, 600);

  g_assert_cmpstr (tight->phases[2].dates, ==, "30 Nov–18 Dec");
  g_assert_cmpstr (tight->markers[1].lines[0], ==, "Go-live");
  g_assert_null (no_dates->phases[2].dates);
  g_assert_nonnull (no_dates->phases[2].name);
  /* Under 64 px a step: the current and the next. */
  for (guint i = 0; i < narrow->n_phases; i++)
    g_assert_cmpint (narrow->phases[i].name != NULL, ==, i == 5 || i == 6);
  g_assert_nonnull (narrow->phases[5].dates);
}

static void
check_labels_at (Fixture *fixture, TwRibbonLook look, double width)
{
  g_autoptr (TwRibbon) ribbon = make (fixture, look, width);
  double edge = 0, sum = 0;

  for (guint i = 0; i < ribbon->n_markers; i++)
    sum += ribbon->markers[i].width + 8;
  if (sum > width)
    return;
  for (guint i = 0; i < ribbon->n_markers; i++)
    {
      g_assert_cmpfloat (ribbon->markers[i].label_x - ribbon->markers[i].width / 2, >=,
                         edge - 0.01);
      edge = ribbon->markers[i].label_x + ribbon->markers[i].width / 2;
    }
  g_assert_cmpfloat (edge, <=, width + 0.01);
  edge = -0.01;
  for (guint i = 0; i < ribbon->n_phases; i++)
    if (ribbon->phases[i].name != NULL)
      {
        double half = ribbon->phases[i].label_width / 2;

        g_assert_cmpfloat (ribbon->phases[i].label_x - half, >=, edge);
        edge = ribbon->phases[i].label_x + half - 0.01;
      }
  g_assert_cmpfloat (edge, <=, width + 0.01);
}

/* A go-live with a long name is cut, so that all stand in the ribbon, once there is room at all. */
static void
test_long_names_are_cut (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const char *name = "Go-live of all plants, of the offices, and of whoever else is in the tenant";
  GError *error = NULL;
  g_autoptr (TwPlan) plan
      = tw_plan_set_by_id (fixture->plan, &tw_activity_type, fixture->plan->go_live, "name",
                           (TwValue){ .string = (char *) name }, &error);
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  g_autoptr (TwFacts) facts = tw_facts_new (schedule, NULL, tw_date_new (2027, 1, 22), NULL);

  g_assert_no_error (error);
  for (double width = 200; width < 1600; width += 7)
    {
      g_autoptr (TwRibbon) ribbon
          = tw_ribbon_new (plan, facts, fixture->metrics, TW_RIBBON_FULL, width);
      double edge = 0;

      for (guint i = 0; i < ribbon->n_markers; i++)
        {
          const TwRibbonMarker *marker = &ribbon->markers[i];

          g_assert_cmpfloat (marker->label_x - marker->width / 2, >=, edge - 0.01);
          edge = marker->label_x + marker->width / 2;
        }
      g_assert_cmpfloat (edge, <=, width + 0.01);
    }
}

static void
test_labels_never_touch (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  for (double width = 20; width < 1600; width += 7)
    {
      check_labels_at (fixture, TW_RIBBON_FULL, width);
      check_labels_at (fixture, TW_RIBBON_MEETING, width);
    }
}

static void
test_preview_has_no_today (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (TwRibbon) ribbon = make (fixture, TW_RIBBON_PREVIEW, 876);

  g_assert_cmpuint (ribbon->n_markers, ==, 2);
  for (guint i = 0; i < ribbon->n_phases; i++)
    g_assert_false (ribbon->phases[i].current || ribbon->phases[i].ahead);
}

static void
test_meeting_has_two_lines (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (TwRibbon) ribbon = make (fixture, TW_RIBBON_MEETING, 1600);

  g_assert_cmpstr (ribbon->markers[0].lines[0], ==, "We are here");
  g_assert_cmpstr (ribbon->markers[1].lines[1], ==, "26 April");
  g_assert_cmpfloat (ribbon->height, >, 104);
}

static void
test_mini_has_no_text (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (TwRibbon) ribbon = make (fixture, TW_RIBBON_MINI, 200);
  const TwPalette *palette = tw_palette_get (TW_PALETTE_LIGHT);
  const TwRgba *card = &palette->colors[TW_COLOR_CARD_BG];
  g_auto (TwTestImage) image = { 0 };

  g_assert_cmpfloat_with_epsilon (ribbon->height, 8, 1e-6);
  g_assert_cmpuint (ribbon->n_markers, ==, 0);
  tw_test_image_init (&image, 220, 30, card);
  tw_ribbon_paint (image.canvas, palette, TW_COLOR_CARD_BG, ribbon);
  g_assert_cmpuint (tw_test_image_painted (&image, (TwRect){ 0, 8, 220, 22 }, card), ==, 0);
  g_assert_cmpuint (
      tw_test_image_count (&image, (TwRect){ 0, 0, 220, 8 }, &palette->colors[TW_COLOR_ACCENT]), >,
      80);
  g_assert_cmpuint (
      tw_test_image_count (&image, (TwRect){ 0, 0, 100, 8 }, &palette->colors[TW_COLOR_SLATE]), >,
      5 * 80);
}

/* A motion of one phase has its name whole, while its neighbours' names leave room for it. */
static void
test_short_motions_are_named (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (TwRibbon) ribbon = make (fixture, TW_RIBBON_FULL, 700);

  g_assert_cmpuint (ribbon->n_motions, ==, 3);
  for (guint i = 0; i < ribbon->n_motions; i++)
    {
      const TwRibbonMotion *motion = &ribbon->motions[i];

      g_assert_cmpfloat (
          motion->right - motion->left, >=,
          tw_metrics_text_width (fixture->metrics, TW_FONT_CAPTION_BOLD, motion->name));
      if (i > 0)
        g_assert_cmpfloat (motion->left, >, ribbon->motions[i - 1].right);
    }
}

static void
test_customer_copy (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (TwPlan) copy = tw_audience_copy (fixture->plan, NULL, TW_AUDIENCE_CUSTOMER);
  g_autoptr (TwRibbon) ribbon
      = tw_ribbon_new (copy, fixture->facts, fixture->metrics, TW_RIBBON_FULL, 1196);

  g_assert_cmpstr (ribbon->motions[0].name, ==, "Preparation");
  g_assert_cmpstr (ribbon->motions[1].name, ==, "Deployment and Adoption");
  g_assert_null (strstr (ribbon->words, "Targeting"));
  g_assert_cmpint (ribbon->phases[5].progress, ==, 23);
}

static void
test_paints_everywhere (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  for (guint kind = 0; kind < TW_N_PALETTES; kind++)
    {
      const TwPalette *palette = tw_palette_get (kind);
      g_autoptr (TwRibbon) ribbon = make (fixture, TW_RIBBON_FULL, 800);
      g_auto (TwTestImage) image = { 0 };

      tw_test_image_init (&image, 800, 110, &palette->colors[TW_COLOR_CARD_BG]);
      tw_ribbon_paint (image.canvas, palette, TW_COLOR_CARD_BG, ribbon);
      g_assert_cmpuint (tw_test_image_count (&image, (TwRect){ 0, 67, 300, 12 },
                                             &palette->colors[TW_COLOR_SLATE]),
                        >, 2500);
      g_assert_cmpuint (tw_test_image_painted (&image, (TwRect){ 0, 0, 800, 60 },
                                               &palette->colors[TW_COLOR_CARD_BG]),
                        >, 500);
    }
}

/* A plan without phases, and phases in which nothing counts. */
static void
test_little (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const TwRibbonLook looks[]
      = { TW_RIBBON_FULL, TW_RIBBON_PREVIEW, TW_RIBBON_MEETING, TW_RIBBON_MINI };
  const TwPalette *palette = tw_palette_get (TW_PALETTE_LIGHT);

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autoptr (TwRibbon) ribbon = make (fixture, looks[i], 300);
      g_auto (TwTestImage) image = { 0 };

      tw_test_image_init (&image, 300, 120, &palette->colors[TW_COLOR_CARD_BG]);
      tw_ribbon_paint (image.canvas, palette, TW_COLOR_CARD_BG, ribbon);
      for (guint at = 0; at < ribbon->n_phases; at++)
        g_assert_nonnull (ribbon->phases[at].words);
    }
}

static void
add (const char *path, const char *plan, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, plan, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/ribbon/example", NULL, test_example);
  add ("/ribbon/diamond-stays-whole", NULL, test_diamond_stays_whole);
  add ("/ribbon/room", NULL, test_room);
  add ("/ribbon/labels-never-touch", NULL, test_labels_never_touch);
  add ("/ribbon/long-names-are-cut", NULL, test_long_names_are_cut);
  add ("/ribbon/preview-has-no-today", NULL, test_preview_has_no_today);
  add ("/ribbon/meeting-has-two-lines", NULL, test_meeting_has_two_lines);
  add ("/ribbon/mini-has-no-text", NULL, test_mini_has_no_text);
  add ("/ribbon/short-motions-are-named",
       "m1: h1: a1 5; h2: a2 5; h3: a3 5; mAssistanceOfManyKinds after m1: h4: a4 5; "
       "m3 after mAssistanceOfManyKinds: h5: a5 5; h6: a6 5; h7: a7 5",
       test_short_motions_are_named);
  add ("/ribbon/customer-copy", NULL, test_customer_copy);
  add ("/ribbon/paints-everywhere", NULL, test_paints_everywhere);
  add ("/ribbon/nothing", "", test_little);
  add ("/ribbon/skipped", "m1: h1: a1 5 skipped; h2: a2 3 skipped", test_little);
  add ("/ribbon/finished", "m1: h1: a1 5 done 2026-11-06; h2: a2 3 done 2026-11-11", test_little);
  return g_test_run ();
}
