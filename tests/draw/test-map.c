/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-edit.h"
#include "tw-audience.h"
#include "tw-map-paint.h"
#include "tw-test-image.h"
#include "tw-test-plan.h"

typedef struct
{
  TwPlan *plan;
  TwSchedule *schedule;
  TwFacts *facts;
  TwMetrics *metrics;
  TwMapLayout *map; /* as wide as the design's window */
} Fixture;

#define WIDTH 1280

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->plan = data != NULL ? tw_test_plan (data) : tw_test_contoso ();
  fixture->schedule = tw_test_schedule (fixture->plan);
  fixture->facts = tw_facts_new (fixture->schedule, NULL, tw_date_new (2027, 1, 22),
                                 tw_plan_newest_baseline (fixture->plan));
  fixture->metrics = tw_metrics_fixed ();
  fixture->map = tw_map_layout_new (fixture->plan, fixture->facts, fixture->metrics, WIDTH, TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  tw_map_layout_free (fixture->map);
  tw_metrics_unref (fixture->metrics);
  tw_facts_unref (fixture->facts);
  tw_schedule_unref (fixture->schedule);
  tw_plan_unref (fixture->plan);
}

static TwMapColumn *
column (TwMapLayout *map, guint at)
{
  return &g_array_index (map->columns, TwMapColumn, at);
}

static TwMapLane *
lane (TwMapLayout *map, guint at)
{
  return &g_array_index (map->lanes, TwMapLane, at);
}

static void
test_columns (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  TwMapLayout *map = fixture->map;

  g_assert_cmpuint (map->columns->len, ==, 10);
  g_assert_cmpfloat_with_epsilon (map->width, WIDTH, 1e-6);
  g_assert_cmpfloat_with_epsilon (column (map, 0)->width, 106.2, 1e-6);
  g_assert_cmpstr (column (map, 5)->name, ==, "Assess");
  g_assert_cmpstr (column (map, 5)->dates, ==, "18 Jan–12 Feb");
  g_assert_cmpstr (column (map, 5)->slip, ==, "+2 d");
  g_assert_true (column (map, 5)->current);
  g_assert_true (column (map, 6)->ahead);
  g_assert_null (column (map, 6)->slip);
  g_assert_cmpfloat (map->current.x, <, column (map, 5)->x);
  g_assert_cmpfloat (map->current.x + map->current.width, >, column (map, 5)->x);
}

static void
test_lanes (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  TwMapLayout *map = fixture->map;

  g_assert_cmpuint (map->lanes->len, ==, 3);
  g_assert_cmpstr (lane (map, 0)->state, ==, "Finished");
  g_assert_cmpint (lane (map, 0)->glyph, ==, TW_GLYPH_DONE);
  g_assert_cmpstr (lane (map, 1)->state, ==, "7 % done");
  g_assert_cmpstr (lane (map, 1)->dates, ==, "4 Jan – 30 Sep 2027");
  g_assert_cmpstr (lane (map, 2)->id, ==, "rfa");
  g_assert_true (lane (map, 2)->offered);
  g_assert_cmpfloat (lane (map, 2)->button.width, >, 0);
  /* One below the other. */
  for (guint i = 1; i < 3; i++)
    g_assert_cmpfloat (lane (map, i)->card.y, >,
                       lane (map, i - 1)->card.y + lane (map, i - 1)->card.height);
  g_assert_cmpfloat (map->approaches_card.y + map->approaches_card.height, <, map->height);
}

static void
test_nodes (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  TwMapLayout *map = fixture->map;
  const TwMapNode *assess = tw_map_node (map, "h6");
  guint unused = 0, offered = 0;

  for (guint i = 0; i < map->nodes->len; i++)
    {
      TwMapNodeKind kind = g_array_index (map->nodes, TwMapNode, i).kind;

      unused += kind == TW_MAP_UNUSED;
      offered += kind == TW_MAP_OFFERED;
    }
  /* Targeting goes on without us from Initiate on, and has been our Presales before. */
  g_assert_cmpuint (unused, ==, 6 + 1);
  g_assert_cmpuint (offered, ==, 8);
  g_assert_true (assess->current);
  g_assert_cmpstr (assess->percent, ==, "23 %");
  g_assert_cmpuint (assess->n_lines, ==, 2);
  g_assert_cmpstr (assess->lines[0].text, ==, "6 activities");
  g_assert_cmpstr (assess->lines[1].text, ==, "3 moved");
  g_assert_cmpstr (tw_map_node (map, "h7")->lines[1].text, ==, "1 blocked");
  g_assert_cmpstr (tw_map_node (map, "h9")->lines[1].text, ==, "Renewal 30 Jun");
  g_assert_null (tw_map_node (map, "a1"));
}

static void
test_handover_and_go_live (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  TwMapLayout *map = fixture->map;
  TwMapHandover *handover = &g_array_index (map->handovers, TwMapHandover, 0);
  TwMapMark *mark = &g_array_index (map->marks, TwMapMark, 0);

  g_assert_cmpuint (map->handovers->len, ==, 1);
  g_assert_cmpstr (handover->text, ==, "Hand-over, 18 Dec");
  g_assert_cmpuint (handover->n_points, ==, 3);
  g_assert_cmpfloat_with_epsilon (handover->points[2].x, tw_map_node (map, "h4")->x, 1e-6);
  g_assert_cmpuint (map->marks->len, ==, 1);
  g_assert_cmpstr (mark->date, ==, "26 Apr");
  g_assert_cmpfloat (mark->x, >, tw_map_node (map, "h8")->x);
  g_assert_cmpfloat (mark->x, <, tw_map_node (map, "h9")->x);
  /* Its words are in its rectangle, and no name is wider than two columns. */
  g_assert_cmpfloat (tw_map_item (map, mark->id)->rect.width, >, mark->width);
  g_assert_cmpfloat (mark->width, <=, 2 * g_array_index (map->columns, TwMapColumn, 0).width);
}

static void
test_captions (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_cmpuint (fixture->map->captions->len, ==, 2);
  g_assert_cmpstr (g_array_index (fixture->map->captions, TwMapCaption, 0).text, ==,
                   "Carried on in Customer Health");
  g_assert_cmpstr (g_array_index (fixture->map->captions, TwMapCaption, 1).text, ==,
                   "Done in Targeting");
}

static void
test_recurring (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  TwMapBand *band = &g_array_index (fixture->map->bands, TwMapBand, 0);

  g_assert_cmpuint (fixture->map->bands->len, ==, 1);
  g_assert_cmpuint (band->ids->len, ==, 4);
  g_assert_cmpstr (band->next, ==, "Next: Health review, 5 Feb");
  g_assert_cmpfloat (band->rect.x, <, tw_map_node (fixture->map, "h5")->x);
  g_assert_cmpfloat (band->rect.x + band->rect.width, >, tw_map_node (fixture->map, "h9")->x);
  g_assert_cmpfloat (band->rect.x + band->rect.width, <, tw_map_node (fixture->map, "h10")->x);
}

/* A long name gives way to the period behind it, and both stay in the band. */
static void
test_long_recurring (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *name = g_strnfill (120, 'w');
  g_autoptr (TwPlan) plan = tw_plan_set_by_id (fixture->plan, &tw_recurring_type, "r1", "name",
                                               (TwValue){ .string = name }, NULL);
  TwMapLayout *map = tw_map_layout_new (plan, fixture->facts, fixture->metrics, WIDTH, TRUE);
  TwMapBand *band = &g_array_index (map->bands, TwMapBand, 0);
  double right = band->rect.x + band->rect.width;

  g_assert_cmpstr (g_array_index (band->texts, TwMapText, 1).text, ==, " every 2 weeks");
  for (guint i = 0; i < band->texts->len; i++)
    {
      TwMapText *piece = &g_array_index (band->texts, TwMapText, i);
      TwFont font = piece->bold ? TW_FONT_CAPTION_BOLD : TW_FONT_CAPTION;

      g_assert_cmpfloat (piece->x
                             + (piece->width >= 0
                                    ? piece->width
                                    : tw_metrics_text_width (fixture->metrics, font, piece->text)),
                         <=, right);
    }
  tw_map_layout_free (map);
}

static void
test_approaches (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  TwMapLayout *map = fixture->map;
  guint n = 0;

  g_assert_cmpuint (map->approaches->len, ==, 2);
  g_assert_cmpstr (g_array_index (map->approaches, TwMapApproach, 0).count, ==, "9 activities");
  for (guint i = 0; i < map->signs->len; i++)
    {
      TwMapSign *sign = &g_array_index (map->signs, TwMapSign, i);

      n += sign->id != NULL;
      if (g_strcmp0 (sign->id, "a17") == 0)
        g_assert_cmpint (sign->glyph, ==, TW_GLYPH_LATE);
    }
  g_assert_cmpuint (n, ==, 9 + 5);
}

static void
check_place (Fixture *fixture, double x, double y, TwMapPlace place, const char *id)
{
  const char *found;
  TwRect rect;

  g_assert_cmpint (tw_map_find (fixture->map, x, y, &found, &rect), ==, place);
  g_assert_cmpstr (found, ==, id);
}

static void
test_finds (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  TwMapLayout *map = fixture->map;
  const TwMapNode *assess = tw_map_node (map, "h6");
  TwMapMark *mark = &g_array_index (map->marks, TwMapMark, 0);
  TwMapBand *band = &g_array_index (map->bands, TwMapBand, 0);
  TwRect *chip = &g_array_index (map->handovers, TwMapHandover, 0).chip;
  TwRect *button = &lane (map, 2)->button;
  const TwMapNode *migrate = tw_map_node (map, "h9");

  check_place (fixture, assess->x, assess->y, TW_MAP_AT_PHASE, "h6");
  check_place (fixture, assess->x, assess->lines_y, TW_MAP_AT_PHASE, "h6");
  check_place (fixture, mark->x, mark->y, TW_MAP_AT_ACTIVITY, "a26");
  check_place (fixture, migrate->x, migrate->lines_y + map->line_height, TW_MAP_AT_DEADLINE, NULL);
  check_place (fixture, chip->x + 5, chip->y + 5, TW_MAP_AT_HANDOVER, "m2");
  check_place (fixture, band->rect.x + 40, band->rect.y + 10, TW_MAP_AT_RECURRING, "r1");
  check_place (fixture, band->rect.x + 1, band->rect.y + 10, TW_MAP_AT_RECURRING_START, "r1");
  check_place (fixture, band->rect.x + band->rect.width, band->rect.y + 10, TW_MAP_AT_RECURRING_END,
               "r1");
  check_place (fixture, button->x + 5, button->y + 5, TW_MAP_AT_ADD, "rfa");
  check_place (fixture, 40, lane (map, 0)->y, TW_MAP_AT_MOTION, "m1");
  check_place (fixture, 40, map->approaches_card.y + 50, TW_MAP_AT_APPROACH, "get-modern");
  check_place (fixture, 5, 5, TW_MAP_AT_NOTHING, NULL);
}

static void
expect_next (TwMapLayout *map, const char *from, int dx, int dy, const char *to)
{
  const TwMapItem *next = tw_map_neighbour (map, from, dx, dy);

  g_assert_nonnull (next);
  g_assert_cmpstr (next->id, ==, to);
}

static void
test_keys (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  TwMapLayout *map = fixture->map;

  expect_next (map, NULL, 1, 0, "h6");
  expect_next (map, "h6", 1, 0, "h7");
  expect_next (map, "h6", -1, 0, "h5");
  expect_next (map, "h8", 1, 0, "a26"); /* go-live, on the arrow */
  g_assert_null (tw_map_neighbour (map, "h10", 1, 0));
  expect_next (map, "h4", -1, 0, "m2");
  expect_next (map, "h4", 0, -1, "h3");
  expect_next (map, "h1", 0, 1, "h4");
  expect_next (map, "h6", 0, 1, "r1");
  expect_next (map, "r1", 0, 1, "rfa");
  expect_next (map, "rfa", 0, 1, "a14");
  expect_next (map, "m1", 0, 1, "m2");
  g_assert_cmpint (tw_map_phases_to (map, "r1", TRUE, tw_map_node (map, "h8")->x + 20), ==, -1);
  g_assert_cmpint (tw_map_phases_to (map, "r4", FALSE, 0), ==, -1);
  g_assert_cmpint (tw_map_phases_to (map, "r1", FALSE, tw_map_node (map, "h7")->x), ==, 2);
}

/* A motion lands between two lanes of the plan, never beside itself or among what is offered. */
static void
test_landing (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  TwMapLayout *map = fixture->map;
  double first = lane (map, 0)->card.y;
  const char *target = NULL;
  gboolean below = TRUE;

  g_assert_cmpfloat_with_epsilon (tw_map_landing (map, "m2", first + 5, &target, &below),
                                  first - map->gap / 2, 1e-6);
  g_assert_cmpstr (target, ==, "m1");
  g_assert_false (below);
  g_assert_cmpfloat_with_epsilon (tw_map_landing (map, "m1", first + 5, &target, &below), 0, 1e-6);
  g_assert_cmpfloat_with_epsilon (tw_map_landing (map, "m2", map->height, &target, &below), 0,
                                  1e-6);
  g_assert_cmpfloat_with_epsilon (tw_map_landing (map, "m1", map->height, &target, &below),
                                  lane (map, 1)->card.y + lane (map, 1)->card.height + map->gap / 2,
                                  1e-6);
  g_assert_cmpstr (target, ==, "m2");
  g_assert_true (below);
}

static void
test_customer_copy (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (TwPlan) copy = tw_audience_copy (fixture->plan, NULL, TW_AUDIENCE_CUSTOMER);
  g_autoptr (TwMapLayout) map
      = tw_map_layout_new (copy, fixture->facts, fixture->metrics, 800, FALSE);

  g_assert_cmpstr (lane (map, 0)->name, ==, "Preparation");
  g_assert_cmpuint (map->lanes->len, ==, 2);
  /* The catalogue's order, although the copy has no kinds. */
  g_assert_cmpstr (column (map, 0)->name, ==, "Presales");
  g_assert_cmpstr (column (map, 9)->name, ==, "Success");
  g_assert_cmpuint (g_array_index (map->bands, TwMapBand, 0).ids->len, ==, 1);
  /* Too narrow for its columns: wider than there is. */
  g_assert_cmpfloat (map->width, >, 800);
}

static void
check_map (Fixture *fixture, TwMapLayout *map)
{
  for (guint i = 0; i < map->nodes->len; i++)
    {
      TwMapNode *node = &g_array_index (map->nodes, TwMapNode, i);

      g_assert_cmpuint (node->column, <, map->columns->len);
      g_assert_cmpuint (node->lane, <, map->lanes->len);
      if (node->kind == TW_MAP_PHASE)
        {
          double last = node->lines_y + (node->n_lines - 1.0) * map->line_height;
          TwMapLane *card = lane (map, node->lane);

          g_assert_cmpfloat (last, <, card->card.y + card->card.height);
        }
      if (i > 0 && node[-1].lane == node->lane)
        g_assert_cmpuint (node[-1].column, <, node->column);
    }
  for (guint kind = 0; kind < TW_N_PALETTES; kind++)
    {
      const TwPalette *palette = tw_palette_get (kind);
      TwMapState state = { .selected = "h1", .hovered = "rfa", .focused = TRUE, .landing = 90 };
      g_auto (TwTestImage) image = { 0 };

      tw_test_image_init (&image, 1300, 400, &palette->colors[TW_COLOR_WINDOW_BG]);
      tw_canvas_set_metrics (image.canvas, fixture->metrics);
      tw_map_paint (image.canvas, palette, map, &state);
      for (TwMapLegend which = 0; which < TW_N_MAP_LEGENDS; which++)
        tw_map_paint_swatch (image.canvas, palette, which, 24, 14);
    }
}

static void
test_any_plan (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const double widths[] = { 0, 360, 1280, 4000 };

  check_map (fixture, fixture->map);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (TwMapLayout) map
          = tw_map_layout_new (fixture->plan, fixture->facts, fixture->metrics, widths[i], FALSE);

      g_assert_cmpfloat (map->width, >=, widths[i]);
      check_map (fixture, map);
    }
}

/* From a lane below to one above: the arrow points up and stays in the lane's card. */
static void
test_handover_upwards (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  TwMapHandover *handover = &g_array_index (fixture->map->handovers, TwMapHandover, 0);
  TwPoint end = handover->points[handover->n_points - 1];
  TwRect *card = &lane (fixture->map, 0)->card;

  g_assert_cmpuint (fixture->map->handovers->len, ==, 1);
  g_assert_cmpfloat (end.y, <, handover->points[handover->n_points - 2].y);
  g_assert_cmpfloat (end.y, >, tw_map_node (fixture->map, "h1")->y);
  g_assert_cmpfloat (end.y, <, card->y + card->height);
}

static void
test_order_of_unknown_phases (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (TwMapLayout) map
      = tw_map_layout_new (fixture->plan, fixture->facts, fixture->metrics, WIDTH, FALSE);

  g_assert_cmpuint (map->columns->len, ==, 4);
  g_assert_cmpuint (tw_map_node (map, "h1")->column, ==, 0);
  g_assert_cmpuint (tw_map_node (map, "h2")->column, ==, 1);
  g_assert_cmpuint (tw_map_node (map, "h3")->column, ==, 2);
  g_assert_cmpuint (tw_map_node (map, "h4")->column, ==, 3);
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
  add ("/map/columns", NULL, test_columns);
  add ("/map/lanes", NULL, test_lanes);
  add ("/map/nodes", NULL, test_nodes);
  add ("/map/handover-and-go-live", NULL, test_handover_and_go_live);
  add ("/map/captions", NULL, test_captions);
  add ("/map/recurring", NULL, test_recurring);
  add ("/map/long-recurring", NULL, test_long_recurring);
  add ("/map/approaches", NULL, test_approaches);
  add ("/map/finds", NULL, test_finds);
  add ("/map/keys", NULL, test_keys);
  add ("/map/landing", NULL, test_landing);
  add ("/map/customer-copy", NULL, test_customer_copy);
  add ("/map/example", NULL, test_any_plan);
  add ("/map/nothing", "", test_any_plan);
  add ("/map/skipped", "m1: h1: a1 5 skipped; h2: a2 3 skipped", test_any_plan);
  add ("/map/finished", "m1: h1: a1 5 done 2026-11-06; h2: a2 3 done 2026-11-11", test_any_plan);
  add ("/map/side-by-side", "m1: h1: a1 5; h2: a2 3; m2: h3: a3 1; m3: after m1 h4: a4 2",
       test_any_plan);
  add ("/map/back", "m1: after m2 h1: a1 5; m2: h2: a2 3", test_any_plan);
  add ("/map/handover-upwards", "m1: after m2 h1: a1 5; m2: h2: a2 3", test_handover_upwards);
  add ("/map/order-of-unknown-phases", "m1: h1: a1 5; h2: a2 3; m2: h3: a3 1; h4: a4 2",
       test_order_of_unknown_phases);
  return g_test_run ();
}
