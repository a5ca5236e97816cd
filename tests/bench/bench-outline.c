/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-bench-clock.h"
#include "tw-outline-row.h"
#include "tw-plan-file.h"
#include "tw-window.h"

/* bench-outline PLAN: whether the Motions page pauses. Prints the longest time in ms for which it
 * was busy at a stretch, by the clock and by what the processor did for it, in a few steps that
 * change nothing but a label, scroll, add, rename, select. */

#define STEPS 10

typedef struct
{
  TwDocument *document;
  TwWindow *window;
  TwOutline *outline;
  GtkWidget *label;
} Bench;

typedef void (*Step) (Bench *bench, guint at);

static void
keep_longest (Taken *longest, Taken before)
{
  Taken taken = since (before);

  longest->clock = MAX (longest->clock, taken.clock);
  longest->processor = MAX (longest->processor, taken.processor);
}

/* The longest time for which nothing else could happen, until a moment of rest. */
static void
rest (Taken *longest)
{
  double last = now ().clock;

  while (now ().clock - last < 50)
    {
      Taken before = now ();

      if (g_main_context_iteration (NULL, FALSE))
        {
          keep_longest (longest, before);
          last = now ().clock;
        }
      else
        g_usleep (500);
    }
}

static Taken
measure (Bench *bench, Step step)
{
  Taken longest = { 0 };

  for (guint i = 0; i < STEPS; i++)
    {
      Taken before = now ();

      step (bench, i);
      keep_longest (&longest, before);
      rest (&longest);
    }
  return longest;
}

static const char *
activity (Bench *bench, guint at)
{
  TwMotion *motion = tw_document_plan (bench->document)->motions->items[0];
  TwPhase *phase = motion->phases->items[at % 2];

  return ((TwActivity *) phase->activities->items[at % 8])->id;
}

static void
change_label (Bench *bench, guint at)
{
  gtk_widget_set_opacity (bench->label, 0.5 + 0.01 * (at + 1));
}

static void
scroll (Bench *bench, guint at)
{
  gtk_adjustment_set_value (tw_outline_vertical (bench->outline), (at + 1) * 300.0);
}

/* The empty row, and what is typed into it: a person rests between the two. */
static void
add (Bench *bench, guint at)
{
  g_autofree char *id = g_strdup (activity (bench, at / 2));

  if (at % 2 == 0)
    tw_outline_add_behind (bench->outline, id);
  else
    tw_outline_add_named (bench->outline, id, "One more", NULL, TRUE);
}

static void
rename_one (Bench *bench, guint at)
{
  g_autofree char *name = g_strdup_printf ("Renamed %u", at);

  tw_outline_rename_row (bench->outline, activity (bench, at), name);
}

static gpointer
find (GtkWidget *widget, GType type)
{
  gpointer found
      = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static void
select_one (Bench *bench, guint at)
{
  gtk_widget_activate_action (find (GTK_WIDGET (bench->outline), GTK_TYPE_LIST_VIEW),
                              "list.select-item", "(ubb)", at, FALSE, FALSE);
  change_label (bench, at);
}

int
main (int argc, char **argv)
{
  g_autoptr (GFile) file = g_file_new_for_path (argc == 2 ? argv[1] : "");
  Bench bench = { 0 };
  Taken taken[5], settled = { 0 };

  adw_init ();
  /* What goes on for ever would never come to rest. */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, "gtk-enable-animations",
                FALSE, NULL);
  bench.document = tw_document_open (file, NULL);
  if (bench.document == NULL)
    return 2;
  bench.window = tw_window_new (NULL, bench.document, tw_date_parse ("2027-01-22"));
  gtk_window_set_default_size (GTK_WINDOW (bench.window), 1280, 800);
  tw_window_show_page (bench.window, "motions");
  gtk_window_present (GTK_WINDOW (bench.window));
  while ((bench.outline = find (GTK_WIDGET (bench.window), TW_TYPE_OUTLINE)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  bench.label = find (GTK_WIDGET (bench.outline), GTK_TYPE_LABEL);
  rest (&settled);
  taken[0] = measure (&bench, change_label);
  taken[1] = measure (&bench, scroll);
  gtk_adjustment_set_value (tw_outline_vertical (bench.outline), 0);
  taken[2] = measure (&bench, add);
  taken[3] = measure (&bench, rename_one);
  taken[4] = measure (&bench, select_one);
  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    g_print ("%.2f %.2f ", taken[i].clock, taken[i].processor);
  g_print ("\n");
  tw_document_close (bench.document, NULL);
  return 0;
}
