/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-test-plan.h"
#include "tw-test-window.h"

/* The page that is ours in the system's print dialog. The dialog has a main loop of its own, so
 * that it is looked at from a timer. */

#define NO_VIEWER "trackway-no-such-viewer"

static GtkCheckButton *
find_check (GtkWidget *widget, const char *label)
{
  GtkCheckButton *found = NULL;

  if (GTK_IS_CHECK_BUTTON (widget)
      && g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)), label) == 0)
    return GTK_CHECK_BUTTON (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_check (child, label);
  return found;
}

static GtkDialog *
print_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "GtkPrintUnixDialog")
          && gtk_widget_get_mapped (window))
        return GTK_DIALOG (window);
    }
  return NULL;
}

/* What is only for us can be chosen with our edition only; then asks for the preview. */
static gboolean
look_cb (gpointer n)
{
  static const char *const ours[]
      = { "Hand-overs (only for us)", "Everything in this plan (only for us)" };
  GtkDialog *dialog = print_dialog ();
  GtkCheckButton *internal;

  if (dialog == NULL)
    return G_SOURCE_CONTINUE;
  internal = find_check (GTK_WIDGET (dialog), "For _us: all that is internal, too");
  g_assert_false (gtk_check_button_get_active (internal));
  for (guint i = 0; i < 2 * G_N_ELEMENTS (ours); i++)
    {
      gboolean is_ours = i >= G_N_ELEMENTS (ours);

      gtk_check_button_set_active (internal, is_ours);
      g_assert_cmpint (
          gtk_widget_get_sensitive (GTK_WIDGET (find_check (GTK_WIDGET (dialog), ours[i % 2]))), ==,
          is_ours);
    }
  ++*(guint *) n;
  gtk_dialog_response (dialog, GTK_RESPONSE_APPLY);
  return G_SOURCE_REMOVE;
}

static void
what_is_ours_and_no_preview (void)
{
  TwTestWindow test;
  guint n = 0;

  tw_test_begin (&test, tw_test_contoso (), "overview");
  g_object_set (gtk_settings_get_default (), "gtk-print-preview-command", NO_VIEWER " %f", NULL);
  g_timeout_add (50, look_cb, &n);
  tw_test_keys ("ctrl+p");
  WAIT_FOR (n == 1);
  WAIT_FOR (tw_test_sees (test.window, "There is no “" NO_VIEWER "” to show the preview. Print to "
                                       "a file instead."));
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-print-preview-command");
  tw_test_end (&test, 0);
}

int
main (int argc, char **argv)
{
  tw_test_init_windows (&argc, &argv);
  g_test_add_func ("/print/what-is-ours-and-no-preview", what_is_ours_and_no_preview);
  return g_test_run ();
}
