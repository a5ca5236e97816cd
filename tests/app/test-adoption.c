/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-adoption.h"
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
  /* On an arrow: to the end of its stage. */
  tw_test_drag (tw_test_find (window, "Old tools switched off"),
                tw_test_tip (window, "Envision\n5 of 5 done\nDecember to January"), 0.5);
  g_assert_cmpstr (item_at (document, 0, 5)->text, ==, "Old tools switched off");
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

static TwStage *
stage_at (TwDocument *document, guint at)
{
  TwList *stages = tw_document_plan (document)->adoption;

  g_assert_cmpuint (at, <, tw_list_n (stages));
  return stages->items[at];
}

static TwWindow *
open_page (TwPlan *plan, TwDocument **document)
{
  TwWindow *window = tw_test_window_of (plan, document);

  tw_window_show_page (window, "adoption");
  tw_test_settle ();
  return window;
}

static void
focus_item (TwWindow *window, const char *text)
{
  gtk_widget_grab_focus (row_of (window, text));
  tw_test_settle ();
}

/* One undo takes it back, and its label names it. */
static void
assert_one_step (TwWindow *window, TwDocument *document, TwPlan *plan, const char *label)
{
  g_assert_cmpstr (tw_document_undo_label (document), ==, label);
  tw_test_keys ("Escape");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_true (tw_document_plan (document) == plan);
  tw_test_settle ();
}

static void
the_menu_edits_an_item (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  TwDocument *document;
  TwWindow *window = open_page (plan, &document);

  focus_item (window, "Help desk briefed");
  tw_test_keys ("shift+F10");
  tw_test_click (tw_test_find (window, "Set Owner"));
  tw_test_click (tw_test_find (window, "Maya Okafor"));
  g_assert_cmpstr (item_at (document, 1, 5)->owner, ==, "p1");
  assert_one_step (window, document, plan, "Owner of “Help desk briefed”");

  focus_item (window, "Help desk briefed");
  tw_test_keys ("shift+F10");
  tw_test_click (tw_test_find (window, "Move to Stage"));
  tw_test_click (tw_test_find (window, "Drive value"));
  g_assert_cmpstr (item_at (document, 2, 6)->text, ==, "Help desk briefed");
  assert_one_step (window, document, plan, "Move “Help desk briefed”");

  focus_item (window, "Help desk briefed");
  tw_test_keys ("shift+F10");
  tw_test_click (tw_test_find (window, "Set Date…"));
  tw_test_click (tw_test_find (window, "Due"));
  tw_test_click (
      tw_test_entry_in (gtk_widget_get_ancestor (tw_test_find (window, "Due"), GTK_TYPE_POPOVER)));
  tw_test_keys ("ctrl+a");
  tw_test_type ("3 feb");
  tw_test_keys ("Return");
  g_assert_cmpint (item_at (document, 1, 5)->due, ==, tw_date_parse ("2027-02-03"));
  tw_test_window_destroy (window, document);
}

static void
a_copy_follows_its_original (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  TwDocument *document;
  TwWindow *window = open_page (plan, &document);

  focus_item (window, "Help desk briefed");
  tw_test_keys ("ctrl+d F2");
  tw_test_type ("Twice");
  tw_test_keys ("Return");
  g_assert_cmpstr (item_at (document, 1, 5)->text, ==, "Help desk briefed");
  g_assert_cmpstr (item_at (document, 1, 6)->text, ==, "Twice");
  tw_test_window_destroy (window, document);
}

/* Ticking asks for nothing, and offers what comes next. */
static void
evidence_is_offered (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  TwDocument *document;
  TwWindow *window = open_page (plan, &document);
  GtkWidget *entry;

  focus_item (window, "Awareness campaign sent");
  g_assert_false (tw_test_sees (window, "Add evidence"));
  tw_test_keys ("space");
  tw_test_click (tw_test_find (window, "Add evidence"));
  entry = tw_test_entry_in (row_of (window, "Awareness campaign sent"));
  g_assert_cmpstr (gtk_text_get_placeholder_text (GTK_TEXT (entry)), ==,
                   "Communication plan and sent items");
  /* Nothing is there as long as nothing was typed. */
  tw_test_keys ("Escape");
  g_assert_true (tw_test_sees (window, "Add evidence"));
  tw_test_click (tw_test_find (window, "Add evidence"));
  tw_test_type ("Mail sent");
  tw_test_keys ("Return");
  g_assert_cmpstr (item_at (document, 1, 3)->evidence, ==, "Mail sent");
  tw_test_find (window, "Mail sent");
  g_assert_false (tw_test_sees (window, "Add evidence"));
  /* What was there can be taken away again. */
  gtk_widget_activate_action (row_of (window, "Awareness campaign sent"), "item.evidence", NULL);
  tw_test_settle ();
  tw_test_keys ("ctrl+a BackSpace Return");
  g_assert_null (item_at (document, 1, 3)->evidence);
  tw_test_window_destroy (window, document);
}

static void
a_workload_shows_its_items (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  TwDocument *document;
  TwWindow *window = open_page (plan, &document);

  tw_test_find (window, "8 of 20 done, 1 overdue");
  tw_test_click (tw_test_find (window, "All workloads"));
  tw_test_click (tw_test_find (window, "Teams"));
  tw_test_find (window, "0 of 1 done");
  tw_test_find (window, "Second training round held");
  g_assert_false (tw_test_sees (window, "Success review held"));
  /* What is added here belongs here. */
  focus_item (window, "Second training round held");
  tw_test_keys ("ctrl+Return");
  tw_test_type ("Chat tips");
  tw_test_keys ("Return");
  tw_test_find (window, "0 of 2 done");
  g_assert_true (tw_list_has (item_at (document, 2, 6)->workloads, "teams"));
  tw_test_window_destroy (window, document);
}

/* With a filter the keys go from one row that is seen to the next. */
static void
filtered_rows_are_neighbours (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  TwDocument *document;
  TwWindow *window = open_page (plan, &document);

  tw_test_click (tw_test_find (window, "Open"));
  focus_item (window, "Awareness campaign sent");
  tw_test_keys ("space");
  g_assert_false (tw_test_sees (window, "Awareness campaign sent"));
  tw_test_keys ("Delete");
  g_assert_cmpstr (tw_document_undo_label (document), ==, "Delete “Training scheduled”");
  tw_test_keys ("alt+Up");
  g_assert_cmpstr (item_at (document, 1, 4)->text, ==, "Help desk briefed");
  tw_test_window_destroy (window, document);
}

static void
an_empty_plan_gets_stages (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan_of ("'customer':{'name':'Contoso'}");
  TwDocument *document;
  TwWindow *window = open_page (plan, &document);

  tw_test_find (window, "No stages");
  tw_test_click (tw_test_find (window, "Add Stages from Playbook"));
  g_assert_cmpuint (tw_list_n (tw_document_plan (document)->adoption), ==, 3);
  g_assert_false (tw_test_sees (window, "No stages"));
  assert_one_step (window, document, plan, "Add Stages from Playbook");
  tw_test_click (tw_test_find (window, "Add Stage…"));
  tw_test_type ("Ours");
  tw_test_keys ("Return");
  g_assert_cmpstr (stage_at (document, 0)->name, ==, "Ours");
  tw_test_find (window, "No items");
  g_assert_false (tw_test_sees (window, "Add from Playbook"));
  assert_one_step (window, document, plan, "Add “Ours”");
  tw_test_window_destroy (window, document);
}

static void
a_stage_is_filled_from_the_playbook (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan_of (
      "'adoption':[{'id':'t1','kind':'envision','name':'Begin'},{'id':'t2','name':'Ours'}]");
  TwDocument *document;
  TwWindow *window = open_page (plan, &document);

  tw_test_click (tw_test_find (window, "Add from Playbook"));
  tw_test_click (tw_test_find (window, "Identify the stakeholders of every affected department"));
  /* The other items stay offered. */
  g_assert_cmpuint (tw_list_n (stage_at (document, 0)->checklist), ==, 1);
  tw_test_click (tw_test_find (window, "Add All"));
  g_assert_cmpuint (tw_list_n (stage_at (document, 0)->checklist), ==, 9);
  g_assert_cmpstr (item_at (document, 0, 1)->kind, ==, "env-stakeholders");
  g_assert_cmpstr (tw_document_undo_label (document), ==, "Add to “Begin” from Playbook");
  WAIT_FOR (!tw_test_sees (window, "Add All"));
  tw_test_window_destroy (window, document);
}

static GtkWidget *
arrow_of (TwWindow *window, const char *tip)
{
  return tw_test_tip (window, tip);
}

static void
stages_by_keys (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  TwDocument *document;
  TwWindow *window = open_page (plan, &document);
  GtkWindow *dialog;

  gtk_widget_grab_focus (arrow_of (window, "Drive value\n0 of 6 done\nFrom go-live"));
  tw_test_keys ("F2");
  tw_test_type ("Value");
  g_assert_cmpstr (stage_at (document, 2)->name, ==, "Value");
  assert_one_step (window, document, plan, tw_document_undo_label (document));
  gtk_widget_grab_focus (arrow_of (window, "Drive value\n0 of 6 done\nFrom go-live"));
  tw_test_keys ("alt+Left");
  g_assert_cmpstr (stage_at (document, 1)->name, ==, "Drive value");
  /* The focus went along. */
  tw_test_keys ("alt+Left alt+Left");
  g_assert_cmpstr (stage_at (document, 0)->name, ==, "Drive value");
  tw_test_keys ("Delete");
  dialog = tw_test_dialog (window);
  tw_test_find (dialog, "Its 6 items go with it.");
  tw_test_click (tw_test_find (dialog, "Cancel"));
  tw_test_focus (GTK_WINDOW (window));
  g_assert_cmpuint (tw_list_n (tw_document_plan (document)->adoption), ==, 3);
  tw_test_keys ("Delete");
  tw_test_click (tw_test_find (tw_test_dialog (window), "Remove"));
  tw_test_focus (GTK_WINDOW (window));
  g_assert_cmpuint (tw_list_n (tw_document_plan (document)->adoption), ==, 2);
  g_assert_cmpstr (tw_document_undo_label (document), ==, "Remove “Drive value”");
  tw_test_window_destroy (window, document);
}

static void
enablers_are_edited (void)
{
  g_autoptr (TwPlan) plan
      = tw_test_plan_of ("'adoption':[{'id':'t1','name':'Ours'}],'enablers':[{'kind':'training'}]");
  TwDocument *document;
  TwWindow *window = open_page (plan, &document);
  GtkWidget *popover;

  gtk_widget_grab_focus (tw_test_tip (window, "Awareness: Open"));
  tw_test_keys ("Return");
  popover = gtk_widget_get_ancestor (tw_test_find (window, "State"), GTK_TYPE_POPOVER);
  tw_test_click (tw_test_find (popover, "Open"));
  tw_test_keys ("Down Down Return");
  g_assert_cmpint (tw_plan_enabler (tw_document_plan (document), TW_ENABLER_AWARENESS)->state, ==,
                   TW_ENABLER_DONE);
  g_assert_cmpstr (tw_document_undo_label (document), ==, "Edit “Awareness” (State)");
  gtk_widget_grab_focus (gtk_widget_get_last_child (
      gtk_widget_get_last_child (gtk_popover_get_child (GTK_POPOVER (popover)))));
  tw_test_type ("Posters");
  g_assert_cmpstr (tw_plan_enabler (tw_document_plan (document), TW_ENABLER_AWARENESS)->notes, ==,
                   "Posters");
  tw_test_keys ("Escape");
  tw_test_find (window, "Posters");
  tw_test_tip (window, "Awareness: Done\nPosters");
  tw_test_window_destroy (window, document);
}

/* Where it is narrow, the arrows choose; at first the stage that we are in is shown. */
static void
arrows_choose_where_it_is_narrow (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  TwDocument *document;
  TwWindow *window = tw_test_window_of (plan, &document);

  gtk_window_set_default_size (GTK_WINDOW (window), 700, 700);
  WAIT_FOR (gtk_widget_get_width (GTK_WIDGET (window)) < 800);
  tw_window_show_page (window, "adoption");
  tw_test_find (window, "Help desk briefed");
  WAIT_FOR (!tw_test_sees (window, "Value case signed"));
  tw_test_click (arrow_of (window, "Envision\n5 of 6 done\nDecember to January"));
  tw_test_find (window, "Value case signed");
  WAIT_FOR (!tw_test_sees (window, "Help desk briefed"));
  /* An item that goes to another stage takes the page along. */
  focus_item (window, "Value case signed");
  tw_test_keys ("alt+shift+Down");
  tw_test_find (window, "Help desk briefed");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == row_of (window, "Value case signed"));
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
  g_test_add_func ("/adoption/the-menu-edits-an-item", the_menu_edits_an_item);
  g_test_add_func ("/adoption/a-copy-follows-its-original", a_copy_follows_its_original);
  g_test_add_func ("/adoption/evidence-is-offered", evidence_is_offered);
  g_test_add_func ("/adoption/a-workload-shows-its-items", a_workload_shows_its_items);
  g_test_add_func ("/adoption/filtered-rows-are-neighbours", filtered_rows_are_neighbours);
  g_test_add_func ("/adoption/an-empty-plan-gets-stages", an_empty_plan_gets_stages);
  g_test_add_func ("/adoption/a-stage-is-filled-from-the-playbook",
                   a_stage_is_filled_from_the_playbook);
  g_test_add_func ("/adoption/stages-by-keys", stages_by_keys);
  g_test_add_func ("/adoption/enablers-are-edited", enablers_are_edited);
  g_test_add_func ("/adoption/arrows-choose-where-it-is-narrow", arrows_choose_where_it_is_narrow);
  return g_test_run ();
}
