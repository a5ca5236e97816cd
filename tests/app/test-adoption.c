/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-test-plan.h"
#include "tw-test-window.h"

/* The Adoption page by keyboard and pointer. */

static TwAdoptionItem *
item_at (TwDocument *document, guint stage, guint at)
{
  TwStage *record = tw_document_plan (document)->adoption->items[stage];

  g_assert_cmpuint (at, <, tw_list_n (record->checklist));
  return record->checklist->items[at];
}

static void
items_by_keys (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  TwDocument *document;
  TwWindow *window = tw_test_window_of (plan, &document);
  guint n = 0;

  tw_test_keys ("alt+4");
  tw_test_click (tw_test_find (window, "Value case signed"));
  tw_test_keys ("space");
  g_assert_cmpint (item_at (document, 0, 5)->done, ==, tw_date_parse ("2027-01-22"));
  tw_test_keys ("space");
  g_assert_cmpint (item_at (document, 0, 5)->done, ==, TW_DATE_NONE);
  tw_test_keys ("F2");
  tw_test_type ("Case signed");
  tw_test_keys ("Return alt+Up");
  g_assert_cmpstr (item_at (document, 0, 4)->text, ==, "Case signed");
  tw_test_keys ("alt+shift+Down");
  g_assert_cmpstr (item_at (document, 1, 8)->text, ==, "Case signed");
  /* The focus went along. */
  tw_test_keys ("alt+Up");
  g_assert_cmpstr (item_at (document, 1, 7)->text, ==, "Case signed");
  tw_test_keys ("ctrl+Return");
  tw_test_type ("One more");
  tw_test_keys ("Return");
  g_assert_cmpstr (item_at (document, 1, 9)->text, ==, "One more");
  tw_test_click (tw_test_find (window, "Case signed"));
  tw_test_keys ("Delete");
  g_assert_cmpstr (item_at (document, 1, 8)->text, ==, "One more");
  for (; tw_document_undo_label (document) != NULL; n++)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpuint (n, ==, 8);
  g_assert_true (tw_document_plan (document) == plan);
  tw_test_settle ();
  tw_test_window_destroy (window, document);
}

static void
items_by_pointer (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  TwDocument *document;
  TwWindow *window = tw_test_window_of (plan, &document);

  tw_test_keys ("alt+4");
  tw_test_drag (tw_test_find (window, "Value case signed"),
                tw_test_find (window, "Training needs collected"), 0.1);
  g_assert_cmpstr (item_at (document, 1, 0)->text, ==, "Value case signed");
  g_assert_cmpuint (
      tw_list_n (((TwStage *) tw_document_plan (document)->adoption->items[0])->checklist), ==, 5);
  tw_test_click (tw_test_find (window, "Overdue"));
  tw_test_find (window, "Awareness campaign sent");
  tw_test_click (tw_test_find (window, "All"));
  tw_test_find (window, "Help desk briefed");
  tw_test_window_destroy (window, document);
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
  g_assert_cmpint (item_at (document, 0, 0)->done, ==, TW_DATE_NONE);
  tw_test_keys ("Down space");
  g_assert_cmpint (item_at (document, 0, 1)->done, ==, TW_DATE_NONE);
  tw_test_keys ("ctrl+z");
  g_assert_cmpint (item_at (document, 0, 1)->done, !=, TW_DATE_NONE);
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
  n = tw_list_n (((TwStage *) tw_document_plan (document)->adoption->items[0])->checklist);
  gtk_widget_grab_focus (row_of (window, "Executive sponsor named"));
  tw_test_keys ("ctrl+Return");
  tw_test_type ("One");
  tw_test_keys ("Return");
  tw_test_type ("Two");
  tw_test_keys ("Return");
  g_assert_cmpuint (
      tw_list_n (((TwStage *) tw_document_plan (document)->adoption->items[0])->checklist), ==,
      n + 2);
  g_assert_cmpstr (item_at (document, 0, n)->text, ==, "One");
  g_assert_cmpstr (item_at (document, 0, n + 1)->text, ==, "Two");
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
  tw_test_keys ("Return");
  tw_test_type ("Sponsor");
  g_assert_cmpstr (item_at (document, 0, 0)->text, ==, "Sponsor");
  tw_test_click (tw_test_find (window, "Note"));
  tw_test_type ("New");
  g_assert_cmpstr (item_at (document, 0, 0)->note, ==, "New");
  tw_test_window_destroy (window, document);
}

int
main (int argc, char **argv)
{
  tw_test_init_windows (&argc, &argv);
  g_test_add_func ("/adoption/items-by-keys", items_by_keys);
  g_test_add_func ("/adoption/items-by-pointer", items_by_pointer);
  g_test_add_func ("/adoption/ticking-keeps-the-focus", ticking_keeps_the_focus);
  g_test_add_func ("/adoption/adding-keeps-the-focus", adding_keeps_the_focus);
  g_test_add_func ("/adoption/an-item-is-edited-in-one-go", an_item_is_edited_in_one_go);
  return g_test_run ();
}
