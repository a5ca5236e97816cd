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

void
tw_test_settle (void)
{
  gboolean over = FALSE;

  g_timeout_add (120, tw_test_give_up, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

void
tw_test_init_windows (int *argc, char ***argv)
{
  g_autofree char *data = g_dir_make_tmp ("trackway-data-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", data, TRUE);
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-font-name",
                "Cantarell 11", NULL);
}

static Display *
display (void)
{
  return gdk_x11_display_get_xdisplay (gdk_display_get_default ());
}

TwWindow *
tw_test_window_of (TwPlan *plan, TwDocument **document)
{
  TwWindow *window;

  *document = tw_document_new (plan);
  window = tw_window_new (NULL, *document, tw_date_parse ("2027-01-22"));
  gtk_window_present (GTK_WINDOW (window));
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (window)));
  tw_test_settle ();
  /* No window manager gives it the keyboard. */
  XSetInputFocus (display (),
                  gdk_x11_surface_get_xid (gtk_native_get_surface (GTK_NATIVE (window))),
                  RevertToParent, CurrentTime);
  WAIT_FOR (gtk_window_is_active (GTK_WINDOW (window)));
  return window;
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

/* Where it stands may still change while the pointer is on its way. */
static void
point_at (GtkWidget *widget, double where)
{
  int last_x = -1, last_y = -1;

  for (int tries = 0; tries < 5; tries++)
    {
      GtkRoot *root = gtk_widget_get_root (widget);
      double x, y, left, top;

      gtk_widget_translate_coordinates (widget, GTK_WIDGET (root),
                                        gtk_widget_get_width (widget) / 2.0,
                                        gtk_widget_get_height (widget) * where, &x, &y);
      gtk_native_get_surface_transform (GTK_NATIVE (root), &left, &top);
      if ((int) (x + left) == last_x && (int) (y + top) == last_y)
        break;
      last_x = (int) (x + left);
      last_y = (int) (y + top);
      XTestFakeMotionEvent (display (), -1, last_x, last_y, 0);
      XFlush (display ());
      tw_test_settle ();
    }
}

static void
button (gboolean down)
{
  XTestFakeButtonEvent (display (), 1, down, 0);
  XFlush (display ());
  tw_test_settle ();
}

void
tw_test_click (GtkWidget *widget)
{
  point_at (widget, 0.5);
  button (TRUE);
  button (FALSE);
}

void
tw_test_drag (GtkWidget *from, GtkWidget *to, double where)
{
  point_at (from, 0.5);
  button (TRUE);
  point_at (from, 1.5);
  point_at (to, 0.5);
  point_at (to, where);
  button (FALSE);
  tw_test_settle ();
}
