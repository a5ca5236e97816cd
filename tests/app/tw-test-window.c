/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <gdk/x11/gdkx.h>

#include "tw-test-window.h"

gboolean
tw_test_give_up (gpointer expired)
{
  *(gboolean *) expired = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_for (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, tw_test_give_up, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* Until nothing has happened for a while: on a busy machine a frame takes its time. */
void
tw_test_settle (void)
{
  const gint64 quiet = 60 * 1000, longest = G_USEC_PER_SEC;
  gint64 start = g_get_monotonic_time (), last = start;

  while (g_get_monotonic_time () - last < quiet && g_get_monotonic_time () - start < longest)
    if (g_main_context_iteration (NULL, FALSE))
      last = g_get_monotonic_time ();
    else
      g_usleep (1000);
}

void
tw_test_init_windows (int *argc, char ***argv)
{
  g_autofree char *data = g_dir_make_tmp ("trackway-data-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", data, TRUE);
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink",
                FALSE, "gtk-font-name", "Cantarell 11", NULL);
}

static Display *
display (void)
{
  return gdk_x11_display_get_xdisplay (gdk_display_get_default ());
}

void
tw_test_focus (GtkWindow *window)
{
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (window)));
  tw_test_settle ();
  /* No window manager gives it the keyboard. */
  XSetInputFocus (display (),
                  gdk_x11_surface_get_xid (gtk_native_get_surface (GTK_NATIVE (window))),
                  RevertToParent, CurrentTime);
  WAIT_FOR (gtk_window_is_active (window));
}

GtkWindow *
tw_test_dialog (TwWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  tw_test_settle ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) dialog = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (dialog) != GTK_WINDOW (window)
          || !gtk_widget_get_mapped (GTK_WIDGET (dialog)))
        continue;
      tw_test_focus (dialog);
      return dialog;
    }
  g_error ("no dialog to be seen");
}

TwWindow *
tw_test_window_of (TwPlan *plan, TwDocument **document)
{
  TwWindow *window;

  /* Where no window is: what the pointer lies on tells its tooltip sooner or later, and GTK 4.8
   * warns of a frame if that goes while a pane unfolds. */
  XTestFakeMotionEvent (display (), -1, 1599, 1099, CurrentTime);
  *document = tw_document_new (plan, NULL);
  window = tw_window_new (NULL, *document, tw_date_parse ("2027-01-22"));
  gtk_window_present (GTK_WINDOW (window));
  tw_test_focus (GTK_WINDOW (window));
  return window;
}

TwWindow *
tw_test_other_window (TwWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (TW_IS_WINDOW (other) && TW_WINDOW (other) != window)
        return TW_WINDOW (other);
    }
  return NULL;
}

void
tw_test_window_destroy (TwWindow *window, TwDocument *document)
{
  GtkWindow *gone = GTK_WINDOW (window);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &gone);
  gtk_window_destroy (GTK_WINDOW (window));
  WAIT_FOR (gone == NULL);
  g_object_unref (document);
}

void
tw_test_begin (TwTestWindow *test, TwPlan *plan, const char *page)
{
  test->plan = plan;
  test->window = tw_test_window_of (plan, &test->document);
  tw_window_show_page (test->window, page);
  for (int i = 0; i < 3; i++) /* shown, filled, laid out */
    tw_test_settle ();
}

void
tw_test_end (TwTestWindow *test, guint n_steps)
{
  g_autoptr (TwPlan) edited = tw_plan_ref (tw_document_plan (test->document));
  g_autoptr (GBytes) bytes = tw_plan_to_bytes (edited);
  g_autoptr (TwPlanRead) read = tw_plan_read_bytes (bytes);

  g_assert_nonnull (read->plan);
  g_assert_true (tw_record_equal (read->plan, edited));
  for (guint i = 0; i < n_steps; i++)
    {
      g_assert_false (tw_document_plan (test->document) == test->plan);
      gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
      tw_test_settle ();
    }
  g_assert_true (tw_document_plan (test->document) == test->plan);
  for (guint i = 0; i < n_steps; i++)
    gtk_widget_activate_action (GTK_WIDGET (test->window), "win.redo", NULL);
  g_assert_true (tw_document_plan (test->document) == edited);
  tw_test_settle ();
  tw_test_window_destroy (test->window, test->document);
  tw_plan_unref (test->plan);
}

void
tw_test_expect_edit (TwWindow *window, TwDocument *document, TwPlan *before, TwPlan *edit)
{
  g_autoptr (TwPlan) expected = edit;
  g_autoptr (GBytes) there = tw_plan_to_bytes (tw_document_plan (document));
  g_autoptr (GBytes) wanted = NULL;

  g_assert_nonnull (expected);
  wanted = tw_plan_to_bytes (expected);
  g_assert_true (g_bytes_equal (there, wanted));
  g_assert_false (tw_document_plan (document) == before);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_true (tw_document_plan (document) == before);
  tw_test_settle ();
}

const char *
tw_test_page (TwTestWindow *test)
{
  GtkWidget *stack = tw_test_find_type (GTK_WIDGET (test->window), ADW_TYPE_VIEW_STACK);

  return adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (stack));
}

/* --- keys --- */

static void
send_key (KeySym sym, gboolean down)
{
  XTestFakeKeyEvent (display (), XKeysymToKeycode (display (), sym), down, 0);
}

static KeySym
modifier (const char *word)
{
  if (g_str_equal (word, "ctrl"))
    return XK_Control_L;
  if (g_str_equal (word, "alt"))
    return XK_Alt_L;
  g_assert_cmpstr (word, ==, "shift");
  return XK_Shift_L;
}

static void
press (const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key, "+", -1);
  int last = (int) g_strv_length (parts) - 1;
  KeySym sym = XStringToKeysym (parts[last]);

  g_assert_cmpuint (sym, !=, NoSymbol);
  for (int i = 0; i < last; i++)
    send_key (modifier (parts[i]), TRUE);
  send_key (sym, TRUE);
  send_key (sym, FALSE);
  for (int i = last; i-- > 0;)
    send_key (modifier (parts[i]), FALSE);
  XFlush (display ());
}

void
tw_test_keys (const char *keys)
{
  g_auto (GStrv) all = g_strsplit (keys, " ", -1);

  for (char **key = all; *key != NULL; key++)
    {
      press (*key);
      tw_test_settle ();
    }
}

void
tw_test_type (const char *text)
{
  for (; *text != '\0'; text++)
    {
      char key[8] = { *text, '\0' };

      if (*text == ' ')
        press ("space");
      else if (g_ascii_isupper (*text))
        {
          g_snprintf (key, sizeof key, "shift+%c", g_ascii_tolower (*text));
          press (key);
        }
      else
        press (key);
    }
  tw_test_settle ();
}

/* --- pointer --- */

static GtkWidget *
find_below (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gtk_widget_get_mapped (child) ? find_below (child, text) : NULL;

      if (found != NULL)
        return found;
    }
  return NULL;
}

gboolean
tw_test_sees (gpointer root, const char *text)
{
  return find_below (root, text) != NULL;
}

GtkWidget *
tw_test_find (gpointer root, const char *text)
{
  gboolean expired = FALSE;
  guint timer = g_timeout_add (5000, tw_test_give_up, &expired);
  GtkWidget *found;

  /* On a busy machine it may come later than one looks. */
  while ((found = find_below (root, text)) == NULL && !expired)
    g_main_context_iteration (NULL, TRUE);
  if (!expired)
    g_source_remove (timer);
  if (found == NULL)
    g_error ("no “%s” to be seen", text);
  return found;
}

/* The first mapped widget in the order of the tree of which is() says so. */
static GtkWidget *
find_widget (GtkWidget *widget, gboolean (*is) (GtkWidget *widget, const char *text),
             const char *text)
{
  GtkWidget *found = gtk_widget_get_mapped (widget) && is (widget, text) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child))
      found = find_widget (child, is, text);
  return found;
}

static gboolean
has_tip (GtkWidget *widget, const char *text)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0;
}

static gboolean
is_text (GtkWidget *widget, const char *text G_GNUC_UNUSED)
{
  return GTK_IS_TEXT (widget);
}

GtkWidget *
tw_test_find_type (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = tw_test_find_type (child, type);
  return found;
}

GtkWidget *
tw_test_tip (gpointer root, const char *tip)
{
  GtkWidget *found = find_widget (root, has_tip, tip);

  if (found == NULL)
    g_error ("nothing with the tooltip “%s” to be seen", tip);
  return found;
}

GtkWidget *
tw_test_entry_in (gpointer root)
{
  GtkWidget *found = find_widget (root, is_text, NULL);

  g_assert_nonnull (found);
  return found;
}

static void
move_to (GtkWidget *widget, double x, double y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = gtk_native_get_surface (native);
  double left, top;

  gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), x, y, &x, &y);
  gtk_native_get_surface_transform (native, &left, &top);
  /* A popover stands somewhere on the window. */
  for (; GDK_IS_POPUP (surface); surface = gdk_popup_get_parent (GDK_POPUP (surface)))
    {
      left += gdk_popup_get_position_x (GDK_POPUP (surface));
      top += gdk_popup_get_position_y (GDK_POPUP (surface));
    }
  XTestFakeMotionEvent (display (), -1, (int) (x + left), (int) (y + top), 0);
  XFlush (display ());
}

static void
move_to_middle (GtkWidget *widget, double where)
{
  move_to (widget, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) * where);
}

static void
button (guint number, gboolean down)
{
  XTestFakeButtonEvent (display (), number, down, 0);
  XFlush (display ());
}

void
tw_test_point (GtkWidget *widget, double x, double y)
{
  move_to (widget, x, y);
  tw_test_settle ();
}

void
tw_test_button (guint number, gboolean down)
{
  button (number, down);
  tw_test_settle ();
}

void
tw_test_hold (const char *name, gboolean down)
{
  send_key (modifier (name), down);
  XFlush (display ());
  tw_test_settle ();
}

void
tw_test_click (GtkWidget *widget)
{
  /* On a busy machine the widgets may still be on their way to their places. */
  gtk_test_widget_wait_for_draw (widget);
  move_to_middle (widget, 0.5);
  tw_test_settle ();
  button (1, TRUE);
  button (1, FALSE);
  tw_test_settle ();
}

/* A drag is never quiet, and a list scrolls while one rests at its edge. */
void
tw_test_drag (GtkWidget *from, GtkWidget *to, double where)
{
  gtk_test_widget_wait_for_draw (from);
  move_to_middle (from, 0.5);
  tw_test_settle ();
  button (1, TRUE);
  run_for (100);
  move_to_middle (from, 1.5);
  run_for (100);
  move_to_middle (to, 0.5);
  run_for (100);
  move_to_middle (to, where);
  run_for (100);
  button (1, FALSE);
  run_for (100);
  tw_test_settle ();
}
