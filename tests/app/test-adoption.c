/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-edit.h"
#include "tw-test-plan.h"
#include "tw-test-window.h"

/* The Adoption page by keyboard. */

static TwStage *
first_stage (TwDocument *document)
{
  return tw_document_plan (document)->adoption->items[0];
}

static TwAdoptionItem *
item_at (TwDocument *document, guint i)
{
  return first_stage (document)->checklist->items[i];
}

static GtkWidget *
row_of (TwWindow *window, const char *text)
{
  return gtk_widget_get_ancestor (tw_test_find (window, text), GTK_TYPE_LIST_BOX_ROW);
}

/* The keyboard stays where it is while items are ticked: the next key goes to the next item. */
static void
ticking_keeps_the_focus (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  TwDocument *document;
  TwWindow *window = tw_test_window_of (plan, &document);

  tw_window_show_page (window, "adoption");
  tw_test_settle ();
  gtk_widget_grab_focus (row_of (window, "Executive sponsor named"));
  tw_test_keys ("space");
  g_assert_cmpint (item_at (document, 0)->done, ==, TW_DATE_NONE);
  tw_test_keys ("Down space");
  g_assert_cmpint (item_at (document, 1)->done, ==, TW_DATE_NONE);
  tw_test_keys ("ctrl+z");
  g_assert_cmpint (item_at (document, 1)->done, !=, TW_DATE_NONE);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window))
                 == row_of (window, "Usage baseline recorded"));
  tw_test_window_destroy (window, document);
}

/* What is added one after another is typed one after another. */
static void
adding_keeps_the_focus (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  TwDocument *document;
  TwWindow *window = tw_test_window_of (plan, &document);
  guint n;

  tw_window_show_page (window, "adoption");
  tw_test_settle ();
  n = tw_list_n (first_stage (document)->checklist);
  gtk_widget_grab_focus (row_of (window, "Executive sponsor named"));
  tw_test_keys ("ctrl+Return");
  tw_test_type ("One");
  tw_test_keys ("Return");
  tw_test_type ("Two");
  tw_test_keys ("Return");
  g_assert_cmpuint (tw_list_n (first_stage (document)->checklist), ==, n + 2);
  g_assert_cmpstr (item_at (document, n)->text, ==, "One");
  g_assert_cmpstr (item_at (document, n + 1)->text, ==, "Two");
  tw_test_window_destroy (window, document);
}

/* What an item is edited in stays open from one field to the next. */
static void
an_item_is_edited_in_one_go (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  TwDocument *document;
  TwWindow *window = tw_test_window_of (plan, &document);

  tw_window_show_page (window, "adoption");
  tw_test_settle ();
  gtk_widget_grab_focus (row_of (window, "Executive sponsor named"));
  tw_test_keys ("Tab Tab Return");
  tw_test_type ("Sponsor");
  g_assert_cmpstr (item_at (document, 0)->text, ==, "Sponsor");
  tw_test_click (tw_test_find (window, "Note"));
  tw_test_type ("New");
  g_assert_cmpstr (item_at (document, 0)->note, ==, "New");
  tw_test_window_destroy (window, document);
}

int
main (int argc, char **argv)
{
  tw_test_init_windows (&argc, &argv);
  g_test_add_func ("/adoption/ticking-keeps-the-focus", ticking_keeps_the_focus);
  g_test_add_func ("/adoption/adding-keeps-the-focus", adding_keeps_the_focus);
  g_test_add_func ("/adoption/an-item-is-edited-in-one-go", an_item_is_edited_in_one_go);
  return g_test_run ();
}
