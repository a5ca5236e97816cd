/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "tw-rewrite.h"
#include "tw-test-plan.h"
#include "tw-test-window.h"

/* Plans that nobody would write, and keys and clicks as nobody would make them, on every page:
 * nothing warns, nothing stops, and what was edited is undone to the first byte. TRACKWAY_STORM is
 * how many random keys a plan gets on a page. */

static const char *const pages[]
    = { "overview", "timeline", "motions", "adoption", "workloads", "journal" };

/* What is told of in the shortcuts window, less what opens a dialog of the system. */
static const char *const all_keys[] = { "Down",
                                        "Down",
                                        "Up",
                                        "Page_Down",
                                        "Page_Up",
                                        "End",
                                        "Home",
                                        "Tab",
                                        "Tab",
                                        "Down",
                                        "Right",
                                        "Left",
                                        "Right",
                                        "space",
                                        "space",
                                        "F2",
                                        "Escape",
                                        "ctrl+Return",
                                        "Escape",
                                        "alt+Down",
                                        "alt+Up",
                                        "alt+shift+Down",
                                        "alt+shift+Up",
                                        "alt+Right",
                                        "alt+Left",
                                        "alt+Page_Down",
                                        "alt+Page_Up",
                                        "alt+shift+Right",
                                        "alt+shift+Left",
                                        "ctrl+d",
                                        "shift+F10",
                                        "Escape",
                                        "Menu",
                                        "Escape",
                                        "m",
                                        "t",
                                        "f",
                                        "c",
                                        "b",
                                        "m",
                                        "ctrl+plus",
                                        "ctrl+minus",
                                        "ctrl+0",
                                        "F9",
                                        "shift+F9",
                                        "F9",
                                        "shift+F9",
                                        "F10",
                                        "Escape",
                                        "ctrl+f",
                                        "e",
                                        "Down",
                                        "Escape",
                                        "ctrl+z",
                                        "ctrl+shift+z",
                                        "Return",
                                        "Escape",
                                        "F5",
                                        "Escape",
                                        "ctrl+m",
                                        "Escape",
                                        "shift+Tab",
                                        "Delete",
                                        "ctrl+a",
                                        "Delete",
                                        "space",
                                        "ctrl+z" };

static GtkWindow *
find_other (TwTestWindow *test)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) one = g_list_model_get_item (all, i);

      if (one != GTK_WINDOW (test->window) && gtk_widget_get_mapped (GTK_WIDGET (one)))
        return one;
    }
  return NULL;
}

/* What opened over the window is closed again. */
static void
close_others (TwTestWindow *test)
{
  GtkWindow *other;

  if (find_other (test) == NULL)
    return;
  for (int i = 0; (other = find_other (test)) != NULL; i++)
    {
      g_assert_cmpint (i, <, 20);
      tw_test_focus (other);
      tw_test_keys ("Escape");
      if (find_other (test) == other)
        gtk_window_destroy (other);
      tw_test_settle ();
    }
  tw_test_focus (GTK_WINDOW (test->window));
}

static void
press (TwTestWindow *test, const char *key)
{
  static const char *const dialogs_of_the_system[]
      = { "win.print",     "win.open",       "win.save",           "win.save-as",
          "win.save-copy", "win.export-pdf", "win.export-internal" };

  for (guint i = 0; i < G_N_ELEMENTS (dialogs_of_the_system); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (test->window), dialogs_of_the_system[i], FALSE);
  g_test_message ("%s", key);
  tw_test_keys (key);
  close_others (test);
}

/* Somewhere on the page, one time in four for a menu. GTK's own menu of a text opens while the
 * button is down: where it lies under the pointer then, 4.8 warns of what it didn't see begin. */
static void
click (TwTestWindow *test, GRand *random)
{
  GtkWidget *toasts = gtk_window_get_child (GTK_WINDOW (test->window));
  int x = g_rand_int_range (random, 4, gtk_widget_get_width (toasts) - 4);
  int y = g_rand_int_range (random, 52, gtk_widget_get_height (toasts) - 4);
  GtkWidget *at = gtk_widget_pick (toasts, x, y, GTK_PICK_DEFAULT);
  guint button = g_rand_int_range (random, 0, 4) == 0 && !GTK_IS_TEXT (at) ? 3 : 1;

  g_test_message ("%d, %d, button %u", x, y, button);
  tw_test_point (toasts, x, y);
  tw_test_button (button, TRUE);
  tw_test_button (button, FALSE);
  tw_test_settle ();
  close_others (test);
}

/* Back to where it began. */
static void
undo_all (TwTestWindow *test)
{
  g_autoptr (GBytes) bytes = tw_plan_to_bytes (tw_document_plan (test->document));
  g_autoptr (TwPlanRead) read = tw_plan_read_bytes (bytes);
  g_autoptr (GBytes) first = tw_plan_to_bytes (test->plan);
  g_autoptr (GBytes) last = NULL;
  guint n = 0;

  g_assert_nonnull (read->plan);
  gtk_window_set_focus (GTK_WINDOW (test->window), NULL);
  for (; tw_document_undo_label (test->document) != NULL; n++)
    tw_document_undo (test->document);
  g_test_message ("%u edits", n);
  last = tw_plan_to_bytes (tw_document_plan (test->document));
  g_assert_true (g_bytes_equal (first, last));
  tw_test_settle ();
}

static void
storm (TwPlan *plan, guint seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (
      seed
      + (g_getenv ("TRACKWAY_STORM_SEED") != NULL ? (guint) atoi (g_getenv ("TRACKWAY_STORM_SEED"))
                                                  : 0));
  const char *more = g_getenv ("TRACKWAY_STORM");
  guint n = more != NULL ? (guint) atoi (more) : 8;
  TwTestWindow test;

  tw_test_begin (&test, plan, pages[0]);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_test_message ("%s", pages[i]);
      tw_window_show_page (test.window, pages[i]);
      tw_test_settle ();
      if (more != NULL)
        for (guint j = 0; j < G_N_ELEMENTS (all_keys); j++)
          press (&test, all_keys[j]);
      for (guint j = 0; j < n; j++)
        if (g_rand_int_range (random, 0, 3) == 0)
          click (&test, random);
        else
          press (&test, all_keys[g_rand_int_range (random, 0, (gint32) G_N_ELEMENTS (all_keys))]);
    }
  undo_all (&test);
  tw_test_end (&test, 0);
}

static void
the_example (void)
{
  storm (tw_test_contoso (), 1);
}

static void
nothing (void)
{
  storm (tw_test_plan (""), 2);
}

static void
hollow (void)
{
  storm (tw_test_plan_of (
             "'motions':[{'id':'m1','name':'Alone'},{'id':'m2','name':'Empty phases','phases':["
             "{'id':'h1','name':'One'},{'id':'h2','name':'Two'}]}],"
             "'approaches':[{'id':'x','name':'Of nothing'}],"
             "'workloads':[{'id':'w','name':'Without parts'}],"
             "'adoption':[{'id':'s','name':'Without items'}],"
             "'meetings':[{'id':'g1','date':'2027-01-01','title':'Bare'}]"),
         3);
}

/* Long, of both directions, with what looks like markup. */
#define WEIRD                                                                                                        \
  "<b>&amp;</b> %s %d \\n \u202eمرحبا بالعالم\u202c 👩\u200d👩\u200d👧 e\u0301\u0301\u0301\u0301 " \
  "Wolkenkuckucksheimatmuseumsdirektorenanwärter"

static gboolean
always (TwRecord *record G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  return TRUE;
}

static void
make_weird (TwRecord *record, gpointer data G_GNUC_UNUSED)
{
  for (guint i = 0; i < record->type->n_fields; i++)
    {
      const TwField *field = &record->type->fields[i];

      if ((field->type == TW_FIELD_LINE || field->type == TW_FIELD_TEXT) && !field->code
          && field->catalogue == 0 && tw_record_get (record, field).string != NULL)
        tw_record_set (record, field, (TwValue){ .string = (char *) WEIRD });
    }
}

static void
weird_names (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  TwRewrite rewrite = { .changes = always, .change = make_weird };

  storm (tw_record_rewrite (plan, &rewrite), 4);
}

static void
the_end_of_time (void)
{
  storm (tw_test_plan_of (
             "'deadline':'9999-12-31','motions':[{'id':'m1','name':'Late','start':'9999-11-01',"
             "'phases':[{'id':'h1','name':'Last','activities':["
             "{'id':'a1','name':'One','days':20,'start':'9999-11-01'},"
             "{'id':'a2','name':'Two','days':10,'after':['a1']},{'id':'a3','name':'M','days':0}]}],"
             "'recurring':[{'id':'r1','name':'Often','every':'P1D'}]}],"
             "'adoption':[{'id':'s','name':'S','checklist':[{'id':'e1','text':'T',"
             "'due':'9999-12-31'},{'id':'e2','text':'U','due':'1900-01-01'}]}],"
             "'register':[{'id':'k1','kind':'risk','title':'R','due':'9999-12-31'}],"
             "'journal':[{'id':'n1','date':'9999-12-31','text':'T'},"
             "{'id':'n2','date':'1900-01-01','text':'T'}]"),
         5);
}

static void
two_thousand_in_a_phase (void)
{
  g_autoptr (GString) text = g_string_new ("m1: h1: ");

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (text, "%sa%u %u", i > 0 ? ", " : "", i, i % 7);
  storm (tw_test_plan (text->str), 6);
}

int
main (int argc, char **argv)
{
  tw_test_init_windows (&argc, &argv);
  g_test_add_func ("/storm/the-example", the_example);
  g_test_add_func ("/storm/nothing", nothing);
  g_test_add_func ("/storm/hollow", hollow);
  g_test_add_func ("/storm/weird-names", weird_names);
  g_test_add_func ("/storm/the-end-of-time", the_end_of_time);
  g_test_add_func ("/storm/two-thousand-in-a-phase", two_thousand_in_a_phase);
  return g_test_run ();
}
