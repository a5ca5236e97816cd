/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-columns.h"
#include "tw-drag.h"
#include "tw-edit.h"
#include "tw-fold.h"
#include "tw-journal-editor.h"
#include "tw-journal-row.h"
#include "tw-menu.h"
#include "tw-page.h"
#include "tw-words.h"

/* What was said and promised: meetings and notes by date, the register, and beside them in a pane
 * what is selected. */
typedef struct
{
  TwViewState *state;
  GtkWidget *widget; /* the flap, with the editor */
  GtkWidget *editor;
  GtkWidget *journal, *points;             /* the lists */
  GtkWidget *journal_stack, *points_stack; /* list, or what is said where there is nothing */
  GtkWidget *journal_actions, *add_entry;  /* in the heads */
  const TwRecordType *type;
  char *shown; /* the record in the pane; NULL: none */
  const TwRecordType *menu_type;
  char *menu_id; /* the record that the menu was opened on */
  gboolean all;
  TwPlan *filled; /* what the rows were made of, and when */
  TwDate filled_on;
} Page;

static TwPlan *
plan_of (Page *page)
{
  return tw_document_plan (tw_view_state_document (page->state));
}

static TwPlaybook *
playbook_of (Page *page)
{
  return tw_document_playbook (tw_view_state_document (page->state));
}

static gpointer
record_of (Page *page, const TwRecordType *type, const char *id)
{
  TwPlan *plan = plan_of (page);

  return tw_list_find (type == &tw_note_type      ? plan->journal
                       : type == &tw_meeting_type ? plan->meetings
                                                  : plan->register_,
                       id, NULL);
}

/* --- the pane --- */

static void
mark_shown (Page *page, GtkWidget *list)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (page->shown != NULL && g_strcmp0 (tw_drag_id (row), page->shown) == 0
        && tw_journal_row_type (row) == page->type)
      gtk_widget_add_css_class (row, "tw-current");
    else
      gtk_widget_remove_css_class (row, "tw-current");
}

static void
show (Page *page, const TwRecordType *type, const char *id)
{
  g_autofree char *copy = g_strdup (id);

  tw_document_seal (tw_view_state_document (page->state));
  g_free (page->shown);
  page->shown = g_steal_pointer (&copy);
  page->type = type;
  tw_journal_editor_show (page->editor, type, page->shown);
  adw_flap_set_reveal_flap (ADW_FLAP (page->widget), page->shown != NULL);
  mark_shown (page, page->journal);
  mark_shown (page, page->points);
}

static void
activated_cb (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row, gpointer data)
{
  show (data, tw_journal_row_type (GTK_WIDGET (row)), tw_drag_id (GTK_WIDGET (row)));
}

/* --- lists --- */

static TwDate
date_of (TwRecord *record)
{
  return record->type == &tw_meeting_type ? ((TwMeeting *) record)->date
                                          : ((TwNote *) record)->date;
}

/* Newest first; of one day, what was written last. */
static int
compare_records (gconstpointer a, gconstpointer b)
{
  TwDate one = date_of (*(TwRecord *const *) a), other = date_of (*(TwRecord *const *) b);

  return one > other ? -1 : one < other;
}

/* What is open by its date, without one at the end; then what is closed, newest first. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const TwEntry *one = *(TwEntry *const *) a, *other = *(TwEntry *const *) b;
  TwDate due = one->due != TW_DATE_NONE ? one->due : TW_DATE_MAX;
  TwDate other_due = other->due != TW_DATE_NONE ? other->due : TW_DATE_MAX;

  if (one->status != other->status)
    return one->status == TW_ENTRY_OPEN ? -1 : 1;
  if (one->status == TW_ENTRY_OPEN)
    return due < other_due ? -1 : due > other_due;
  return one->closed > other->closed ? -1 : one->closed < other->closed;
}

/* Where the keyboard is in a list, to put it back when its rows are made anew. */
typedef struct
{
  GtkWidget *list; /* NULL: elsewhere */
  char *id;
  int at;
  gboolean tick;
} Focus;

static Focus
keep_focus (GtkWidget *list)
{
  GtkRoot *root = gtk_widget_get_root (list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, list))
    return (Focus){ 0 };
  row = GTK_IS_LIST_BOX_ROW (focus) ? focus
                                    : gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);
  return (Focus){ list, g_strdup (tw_drag_id (row)),
                  gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), focus != row };
}

static GtkWidget *
find_tick (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_CHECK_BUTTON (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_tick (child);
  return found;
}

static void
put_focus_back (Focus *focus)
{
  GtkListBoxRow *found = NULL;
  GtkWidget *tick;

  if (focus->list == NULL)
    return;
  for (GtkWidget *row = gtk_widget_get_first_child (focus->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (tw_drag_id (row), focus->id) == 0)
      found = GTK_LIST_BOX_ROW (row);
  for (int at = focus->at; found == NULL && at >= 0; at--)
    found = gtk_list_box_get_row_at_index (GTK_LIST_BOX (focus->list), at);
  tick = found != NULL && focus->tick ? find_tick (GTK_WIDGET (found)) : NULL;
  if (found != NULL)
    gtk_widget_grab_focus (tick != NULL ? tick : GTK_WIDGET (found));
  g_free (focus->id);
}

/* --- the menu of a row --- */

static GMenuModel *
menu_of (GtkWidget *row)
{
  Page *page = g_object_get_data (G_OBJECT (row), "tw-page");
  GMenu *menu = g_menu_new ();
  gpointer record = record_of (page, tw_journal_row_type (row), tw_drag_id (row));
  TwNote *note = tw_record_is (record, &tw_note_type) ? record : NULL;
  TwEntry *entry = tw_record_is (record, &tw_entry_type) ? record : NULL;

  g_free (page->menu_id);
  page->menu_id = g_strdup (tw_drag_id (row));
  page->menu_type = tw_journal_row_type (row);
  g_menu_append (menu, _ ("Edit…"), "journal.edit");
  if (note != NULL && note->next_action != NULL)
    g_menu_append (menu,
                   note->next_done == TW_DATE_NONE ? _ ("Next Action Is Done")
                                                   : _ ("Next Action Isn’t Done"),
                   "journal.tick");
  if (entry != NULL)
    g_menu_append (menu,
                   entry->status == TW_ENTRY_CLOSED   ? _ ("Open Again")
                   : entry->kind == TW_ENTRY_DECISION ? _ ("Mark as Decided")
                                                      : _ ("Mark as Closed"),
                   "journal.tick");
  g_menu_append (menu, _ ("Copy as Text"), "journal.copy");
  g_menu_append (menu, _ ("Delete"), "journal.remove");
  return G_MENU_MODEL (menu);
}

static GtkWidget *
row_new (Page *page, gpointer record)
{
  GtkWidget *row = tw_journal_row_new (page->state, record);

  g_object_set_data (G_OBJECT (row), "tw-page", page);
  g_object_set_data_full (G_OBJECT (row), "tw-record", tw_record_ref (record), tw_record_unref);
  tw_menu_attach (row, menu_of);
  return row;
}

/* Rows stay while their record does: one types in one of hundreds. all: they show more than it. */
static void
fill (Page *page, GtkWidget *list, GPtrArray *records, gboolean all)
{
  GtkListBox *box = GTK_LIST_BOX (list);
  GtkListBoxRow *row;

  for (guint i = 0; i < records->len; i++)
    {
      TwRecord *record = records->pdata[i];
      TwRecord *shown = NULL;
      char key[TW_DATE_LENGTH];

      row = gtk_list_box_get_row_at_index (box, (int) i);
      if (row != NULL)
        shown = g_object_get_data (G_OBJECT (row), "tw-record");
      if (shown == record && !all)
        continue;
      if (shown != NULL && shown->type == record->type
          && g_strcmp0 (tw_drag_id (GTK_WIDGET (row)), tw_record_key (record, key)) == 0)
        gtk_list_box_remove (box, GTK_WIDGET (row));
      gtk_list_box_insert (box, row_new (page, record), (int) i);
    }
  while ((row = gtk_list_box_get_row_at_index (box, (int) records->len)) != NULL)
    gtk_list_box_remove (box, GTK_WIDGET (row));
}

static void
fill_journal (Page *page, gboolean all)
{
  TwPlan *plan = plan_of (page);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  Focus focus = keep_focus (page->journal);

  for (guint i = tw_list_n (plan->meetings); i-- > 0;)
    g_ptr_array_add (records, plan->meetings->items[i]);
  for (guint i = tw_list_n (plan->journal); i-- > 0;)
    g_ptr_array_add (records, plan->journal->items[i]);
  g_ptr_array_sort (records, compare_records);
  fill (page, page->journal, records, all);
  mark_shown (page, page->journal);
  put_focus_back (&focus);
  gtk_stack_set_visible_child_name (GTK_STACK (page->journal_stack),
                                    records->len > 0 ? "list" : "empty");
  gtk_widget_set_visible (page->journal_actions, records->len > 0);
}

static void
fill_points (Page *page, gboolean all)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  Focus focus = keep_focus (page->points);

  TW_FOREACH (TwEntry, entry, plan_of (page)->register_)
    if (page->all || entry->status == TW_ENTRY_OPEN)
      g_ptr_array_add (entries, entry);
  g_ptr_array_sort (entries, compare_entries);
  fill (page, page->points, entries, all);
  mark_shown (page, page->points);
  put_focus_back (&focus);
  gtk_stack_set_visible_child_name (GTK_STACK (page->points_stack),
                                    entries->len > 0 ? "list" : "empty");
  gtk_widget_set_visible (page->add_entry, entries->len > 0);
}

/* Whether there is something else than records of the Journal in the rows, and it changed. */
static gboolean
take_over (Page *page)
{
  TwPlan *plan = plan_of (page), *old = page->filled;
  TwDate today = tw_view_state_today (page->state);
  gboolean all = old == NULL || page->filled_on != today || old->people != plan->people
                 || old->workloads != plan->workloads;

  page->filled = tw_plan_ref (plan);
  page->filled_on = today;
  g_clear_pointer (&old, tw_plan_unref);
  return all;
}

static void
refresh (GtkWidget *widget)
{
  Page *page = g_object_get_data (G_OBJECT (widget), "tw-page");
  gboolean all = take_over (page);
  g_autofree char *id = NULL;
  const TwRecordType *type = tw_view_state_take_shown (page->state, "journal", &id);

  if (type != NULL)
    show (page, type, id);
  if (page->shown != NULL && record_of (page, page->type, page->shown) == NULL)
    show (page, NULL, NULL);
  fill_journal (page, all);
  fill_points (page, all);
}

/* --- what the buttons do --- */

/* Takes over what an edit made, and id; shows it. */
static void
added (Page *page, TwPlan *plan, const TwRecordType *type, char *id, GError *error,
       const char *label)
{
  if (tw_view_state_edit (page->state, page->widget, plan, error, NULL, "%s", label))
    {
      show (page, type, id);
      tw_journal_editor_begin (page->editor);
    }
  g_clear_pointer (&id, g_ref_string_release);
}

static void
add_note_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  Page *page = data;
  char *id = NULL;
  GError *error = NULL;
  TwPlan *plan = tw_edit_add_note (plan_of (page), _ ("New note"),
                                   tw_view_state_today (page->state), &id, &error);

  added (page, plan, &tw_note_type, id, error, C_ ("undo step", "Add a Note"));
}

static void
add_entry_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  Page *page = data;
  TwEntryKind kind = (TwEntryKind) g_variant_get_int32 (parameter);
  g_autofree char *title = g_strdup_printf (C_ ("register", "New: %s"), tw_words_entry_kind (kind));
  char *id = NULL;
  GError *error = NULL;
  TwPlan *plan = tw_edit_add_entry (plan_of (page), kind, title, tw_view_state_today (page->state),
                                    &id, &error);

  added (page, plan, &tw_entry_type, id, error, C_ ("undo step", "Add an Entry"));
}

/* The parameter is a kind of meeting; empty: the usual one. */
static void
record_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  Page *page = data;
  const char *kind = g_variant_get_string (parameter, NULL);
  char *id = NULL;
  GError *error = NULL;
  TwPlan *plan = tw_edit_record_meeting (
      tw_document_schedule (tw_view_state_document (page->state)), playbook_of (page),
      *kind != '\0' ? kind : NULL, tw_view_state_today (page->state), &id, &error);

  added (page, plan, &tw_meeting_type, id, error, C_ ("undo step", "Record a Meeting"));
}

static void
delete_record (Page *page, const TwRecordType *type, const char *id)
{
  g_autofree char *copy = g_strdup (id);
  GError *error = NULL;
  gpointer record = record_of (page, type, id);
  TwPlan *plan = tw_edit_delete (plan_of (page), type, copy, NULL, &error);

  tw_view_state_edit (page->state, page->widget, plan, error, NULL, C_ ("undo step", "Delete “%s”"),
                      record != NULL ? tw_record_name (record) : "");
}

static void
delete_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  Page *page = data;

  if (page->shown != NULL)
    delete_record (page, page->type, page->shown);
}

static void
edit_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  Page *page = data;

  show (page, page->menu_type, page->menu_id);
}

static void
remove_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  Page *page = data;

  delete_record (page, page->menu_type, page->menu_id);
}

/* A next action is done or not, a point closed or open. */
static void
tick_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  Page *page = data;
  TwDate today = tw_view_state_today (page->state);
  gpointer record = record_of (page, page->menu_type, page->menu_id);
  GError *error = NULL;
  TwPlan *plan;
  gboolean open;

  if (record == NULL)
    return;
  if (tw_record_is (record, &tw_note_type))
    {
      open = ((TwNote *) record)->next_done == TW_DATE_NONE;
      plan = tw_edit_tick (plan_of (page), &tw_note_type, page->menu_id, open, today, &error);
      tw_view_state_edit (page->state, page->widget, plan, error, NULL, "%s",
                          open ? C_ ("undo step", "Tick Off a Next Action")
                               : C_ ("undo step", "Untick a Next Action"));
      return;
    }
  open = ((TwEntry *) record)->status == TW_ENTRY_OPEN;
  plan = tw_edit_member (
      tw_document_schedule (tw_view_state_document (page->state)), &tw_entry_type, page->menu_id,
      "status", (TwValue){ .number = open ? TW_ENTRY_CLOSED : TW_ENTRY_OPEN }, today, NULL, &error);
  if (open)
    tw_view_state_edit (page->state, page->widget, plan, error, NULL,
                        C_ ("undo step", "Close “%s”"), ((TwEntry *) record)->title);
  else
    tw_view_state_edit (page->state, page->widget, plan, error, NULL,
                        C_ ("undo step", "Open “%s” Again"), ((TwEntry *) record)->title);
}

static void
copy_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  Page *page = data;
  gpointer record = record_of (page, page->menu_type, page->menu_id);

  if (record != NULL)
    {
      g_autofree char *text = tw_words_journal (plan_of (page), record);

      gdk_clipboard_set_text (gtk_widget_get_clipboard (page->widget), text);
    }
}

static void
close_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  show (data, NULL, NULL);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code G_GNUC_UNUSED,
        GdkModifierType modifiers G_GNUC_UNUSED, gpointer data)
{
  GtkWidget *list = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (list));

  if (key != GDK_KEY_Delete || !GTK_IS_LIST_BOX_ROW (focus))
    return FALSE;
  delete_record (data, tw_journal_row_type (focus), tw_drag_id (focus));
  return TRUE;
}

static void
all_cb (GtkToggleButton *button, gpointer data)
{
  Page *page = data;

  page->all = gtk_toggle_button_get_active (button);
  fill_points (page, FALSE);
}

/* One hides the pane by swiping, too: nothing is selected then. */
static void
reveal_cb (AdwFlap *flap, GParamSpec *pspec G_GNUC_UNUSED, gpointer data)
{
  Page *page = data;

  if (!adw_flap_get_reveal_flap (flap) && page->shown != NULL)
    show (page, NULL, NULL);
}

/* --- making it --- */

static void
add_actions (Page *page)
{
  static const GActionEntry entries[] = {
    { "add-note", add_note_cb, NULL, NULL, NULL, { 0 } },
    { "add-entry", add_entry_cb, "i", NULL, NULL, { 0 } },
    { "record-meeting", record_cb, "s", NULL, NULL, { 0 } },
    { "delete", delete_cb, NULL, NULL, NULL, { 0 } },
    { "close", close_cb, NULL, NULL, NULL, { 0 } },
    { "edit", edit_cb, NULL, NULL, NULL, { 0 } },
    { "tick", tick_cb, NULL, NULL, NULL, { 0 } },
    { "copy", copy_cb, NULL, NULL, NULL, { 0 } },
    { "remove", remove_cb, NULL, NULL, NULL, { 0 } },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), page);
  gtk_widget_insert_action_group (page->widget, "journal", G_ACTION_GROUP (group));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F9, 0),
                                                          gtk_named_action_new ("journal.close")));
  gtk_widget_add_controller (page->widget, keys);
}

static GtkWidget *
add_note_new (gboolean brief)
{
  GtkWidget *button = brief ? gtk_button_new_from_icon_name ("list-add-symbolic")
                            : gtk_button_new_with_label (_ ("Add Note"));

  tw_set_tooltip (button, brief ? _ ("Add Note") : NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "journal.add-note");
  return button;
}

static GtkWidget *
record_new (Page *page, gboolean brief)
{
  GtkWidget *button = adw_split_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  TW_FOREACH (TwPbMeeting, meeting, playbook_of (page)->meetings)
    tw_menu_append (menu, meeting->name, "journal.record-meeting", meeting->id);
  if (brief)
    adw_split_button_set_icon_name (ADW_SPLIT_BUTTON (button), "x-office-calendar-symbolic");
  else
    adw_split_button_set_label (ADW_SPLIT_BUTTON (button), _ ("Record Meeting"));
  tw_set_tooltip (button, _ ("Record Meeting (Ctrl+M)"));
  adw_split_button_set_menu_model (ADW_SPLIT_BUTTON (button), G_MENU_MODEL (menu));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "journal.record-meeting");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "");
  return button;
}

static GtkWidget *
add_entry_new (gboolean brief)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (int kind = TW_ENTRY_RISK; kind <= TW_ENTRY_ACTION; kind++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (tw_words_entry_kind ((TwEntryKind) kind), NULL);

      g_menu_item_set_action_and_target (item, "journal.add-entry", "i", kind);
      g_menu_append_item (menu, item);
    }
  if (brief)
    gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  else
    gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Add Entry"));
  tw_set_tooltip (button, brief ? _ ("Add Entry") : NULL);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  return button;
}

static GtkWidget *
actions_new (Page *page, gboolean brief)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), add_note_new (brief));
  gtk_box_append (GTK_BOX (box), record_new (page, brief));
  return box;
}

static GtkWidget *
filter_new (Page *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *open = gtk_toggle_button_new_with_label (C_ ("register", "Open"));
  GtkWidget *all = gtk_toggle_button_new_with_label (C_ ("register", "All"));

  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (all), GTK_TOGGLE_BUTTON (open));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (open), TRUE);
  g_signal_connect (all, "toggled", G_CALLBACK (all_cb), page);
  gtk_widget_add_css_class (box, "linked");
  gtk_box_append (GTK_BOX (box), open);
  gtk_box_append (GTK_BOX (box), all);
  return box;
}

static GtkWidget *
list_new (Page *page)
{
  GtkWidget *list = tw_boxed_list_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (list, "row-activated", G_CALLBACK (activated_cb), page);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), page);
  gtk_widget_add_controller (list, keys);
  return list;
}

static GtkWidget *
stack_new (GtkWidget *list, GtkWidget *empty)
{
  GtkWidget *stack = gtk_stack_new ();

  gtk_stack_set_vhomogeneous (GTK_STACK (stack), FALSE);
  gtk_stack_add_named (GTK_STACK (stack), list, "list");
  gtk_stack_add_named (GTK_STACK (stack), empty, "empty");
  return stack;
}

static GtkWidget *
column_new (const char *title, GtkWidget *side, GtkWidget *stack)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = tw_label_new (title, "title-3");

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_widget_set_hexpand (side, TRUE);
  gtk_widget_add_css_class (head, "tw-column-head");
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), side);
  gtk_box_append (GTK_BOX (column), head);
  gtk_box_append (GTK_BOX (column), stack);
  return column;
}

static GtkWidget *
journal_column_new (Page *page)
{
  page->journal = list_new (page);
  page->journal_stack = stack_new (
      page->journal, tw_nothing_new (_ ("Nothing written yet"), actions_new (page, FALSE)));
  page->journal_actions = tw_fold_new ();
  tw_fold_add (TW_FOLD (page->journal_actions), actions_new (page, FALSE), 0);
  tw_fold_add (TW_FOLD (page->journal_actions), actions_new (page, TRUE), 0);
  return column_new (_ ("Journal"), page->journal_actions, page->journal_stack);
}

static GtkWidget *
register_column_new (Page *page)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), *filter = filter_new (page);

  page->points = list_new (page);
  page->points_stack
      = stack_new (page->points, tw_nothing_new (_ ("No open points"), add_entry_new (FALSE)));
  page->add_entry = tw_fold_new ();
  tw_fold_add (TW_FOLD (page->add_entry), add_entry_new (FALSE), 0);
  tw_fold_add (TW_FOLD (page->add_entry), add_entry_new (TRUE), 0);
  gtk_widget_set_hexpand (filter, TRUE);
  gtk_widget_set_halign (filter, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (side), filter);
  gtk_box_append (GTK_BOX (side), page->add_entry);
  return column_new (_ ("Register"), side, page->points_stack);
}

static void
page_free (gpointer data)
{
  Page *page = data;

  g_free (page->shown);
  g_free (page->menu_id);
  g_clear_pointer (&page->filled, tw_plan_unref);
  g_free (page);
}

GtkWidget *
tw_journal_page_new (TwViewState *state)
{
  Page *page = g_new0 (Page, 1);
  GtkWidget *content, *scrolled = tw_column_new (1200, &content);
  GtkWidget *columns = tw_columns_new (2, 300, 24);

  page->state = state;
  page->widget = adw_flap_new ();
  page->editor = tw_journal_editor_new (state);
  gtk_widget_set_size_request (page->editor, 340, -1);
  gtk_widget_set_hexpand (page->editor, FALSE);
  tw_columns_append (TW_COLUMNS (columns), journal_column_new (page));
  tw_columns_append (TW_COLUMNS (columns), register_column_new (page));
  gtk_box_append (GTK_BOX (content), columns);
  adw_flap_set_flap (ADW_FLAP (page->widget), page->editor);
  adw_flap_set_flap_position (ADW_FLAP (page->widget), GTK_PACK_END);
  adw_flap_set_content (ADW_FLAP (page->widget), scrolled);
  adw_flap_set_locked (ADW_FLAP (page->widget), TRUE);
  adw_flap_set_reveal_flap (ADW_FLAP (page->widget), FALSE);
  g_signal_connect (page->widget, "notify::reveal-flap", G_CALLBACK (reveal_cb), page);
  add_actions (page);
  g_object_set_data_full (G_OBJECT (page->widget), "tw-page", page, page_free);
  tw_page_follow (page->widget, state, refresh);
  return page->widget;
}
