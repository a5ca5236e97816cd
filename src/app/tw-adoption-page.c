/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-charts.h"
#include "tw-columns.h"
#include "tw-drag.h"
#include "tw-edit.h"
#include "tw-field-row.h"
#include "tw-name.h"
#include "tw-page.h"
#include "tw-record-list.h"
#include "tw-words.h"

typedef enum
{
  SHOWS_ALL,
  SHOWS_OPEN,
  SHOWS_OVERDUE,
} Shows;

/* Are people using it: stages with their checklists. */
typedef struct
{
  TwViewState *state;
  GtkWidget *widget, *count, *columns, *empty;
  GPtrArray *stages; /* Stage */
  TwList *people;    /* whom the rows were made with */
  TwDate today;
  Shows shows;
  char *moved; /* the item that takes the focus: it went to another stage, or is to be shown */
} Page;

/* One stage on the page. */
typedef struct
{
  Page *page;
  char *id;
  GtkWidget *column, *arrow, *list, *entry;
} Stage;

static TwPlan *
plan_of (Page *page)
{
  return tw_document_plan (tw_view_state_document (page->state));
}

static Stage *
stage_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX)),
                            "tw-stage");
}

static TwAdoptionItem *
item_of (Stage *stage, const char *id)
{
  TwStage *record = tw_list_find (plan_of (stage->page)->adoption, stage->id, NULL);

  return record != NULL ? tw_list_find (record->checklist, id, NULL) : NULL;
}

/* --- edits --- */

static void
edit (Stage *stage, gpointer widget, TwPlan *plan, GError *error, const char *label)
{
  tw_view_state_edit (stage->page->state, widget, plan, error, NULL, "%s", label);
}

static void
tick (Stage *stage, GtkWidget *widget, const char *id, gboolean done)
{
  GError *error = NULL;
  TwPlan *plan = tw_edit_tick (plan_of (stage->page), &tw_adoption_item_type, id, done,
                               tw_view_state_today (stage->page->state), &error);

  edit (stage, widget, plan, error,
        done ? C_ ("undo step", "Tick Off an Item") : C_ ("undo step", "Untick an Item"));
}

static void
ticked_cb (GtkCheckButton *button, gpointer data G_GNUC_UNUSED)
{
  GtkWidget *widget = GTK_WIDGET (button);
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  tick (stage_of (row), widget, tw_drag_id (row), gtk_check_button_get_active (button));
}

static void
renamed_cb (TwName *name, const char *text, gpointer data G_GNUC_UNUSED)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (name), GTK_TYPE_LIST_BOX_ROW);
  Stage *stage = stage_of (row);
  GError *error = NULL;
  TwPlan *plan = tw_plan_set_by_id (plan_of (stage->page), &tw_adoption_item_type, tw_drag_id (row),
                                    "text", (TwValue){ .string = (char *) text }, &error);

  edit (stage, name, plan, error, C_ ("undo step", "Rename an Item"));
}

static void
add_cb (GtkEntry *entry, gpointer data)
{
  Stage *stage = data;
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  GError *error = NULL;
  TwPlan *plan;

  if (*g_strstrip (text) == '\0')
    return;
  plan = tw_edit_add (plan_of (stage->page), &tw_adoption_item_type, stage->id, G_MAXUINT, text,
                      NULL, &error);
  if (tw_view_state_edit (stage->page->state, entry, plan, error, NULL,
                          C_ ("undo step", "Add “%s”"), text))
    gtk_editable_set_text (GTK_EDITABLE (entry), "");
}

static void
remove_item (GtkWidget *row)
{
  Stage *stage = stage_of (row);
  GError *error = NULL;
  TwPlan *plan = tw_edit_delete (plan_of (stage->page), &tw_adoption_item_type, tw_drag_id (row),
                                 NULL, &error);

  edit (stage, row, plan, error, C_ ("undo step", "Delete an Item"));
}

static void
delete_cb (GtkButton *button, gpointer data G_GNUC_UNUSED)
{
  remove_item (gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW));
}

static void
relocate (Stage *stage, GtkWidget *widget, const char *id, Stage *to, guint at)
{
  g_autofree char *copy = g_strdup (id);
  GError *error = NULL;
  TwPlan *plan
      = tw_edit_relocate (plan_of (stage->page), &tw_adoption_item_type, copy, to->id, at, &error);

  g_free (stage->page->moved);
  stage->page->moved = g_strdup (copy);
  edit (stage, widget, plan, error, C_ ("undo step", "Move an Item"));
}

static void
dropped_cb (GtkWidget *target, const TwRecordType *type, const char *id, gboolean below,
            gpointer data)
{
  if (type == &tw_adoption_item_type)
    relocate (data, target, id, data, tw_record_list_drop_place (target, id, below));
}

static Stage *
neighbour (Stage *stage, int direction)
{
  GPtrArray *stages = stage->page->stages;
  guint at;

  g_ptr_array_find (stages, stage, &at);
  at += (guint) direction;
  return at < stages->len ? stages->pdata[at] : NULL;
}

/* Alt and the arrows move an item, with Shift to the stage before or behind. */
static gboolean
move_by_key (GtkWidget *row, guint key, GdkModifierType modifiers)
{
  Stage *stage = stage_of (row);
  int direction = key == GDK_KEY_Up ? -1 : 1;
  int at = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  Stage *to = (modifiers & GDK_SHIFT_MASK) != 0 ? neighbour (stage, direction) : stage;

  if (to == NULL || (to == stage && at + direction < 0))
    return TRUE;
  relocate (stage, row, tw_drag_id (row), to, to == stage ? (guint) (at + direction) : G_MAXUINT);
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code G_GNUC_UNUSED,
        GdkModifierType modifiers, gpointer data)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  Stage *stage = data;
  const char *id = tw_drag_id (row);
  TwAdoptionItem *item = item_of (stage, id);

  if ((modifiers & GDK_ALT_MASK) != 0 && (key == GDK_KEY_Up || key == GDK_KEY_Down))
    return move_by_key (row, key, modifiers);
  if ((modifiers & GDK_CONTROL_MASK) != 0 && key == GDK_KEY_Return)
    gtk_widget_grab_focus (stage->entry);
  else if (GTK_IS_EDITABLE (gtk_root_get_focus (gtk_widget_get_root (row))))
    return FALSE;
  else if (key == GDK_KEY_F2)
    tw_name_edit (g_object_get_data (G_OBJECT (row), "tw-name"));
  else if (key == GDK_KEY_Delete)
    remove_item (row);
  else if (key == GDK_KEY_space && item != NULL)
    tick (stage, row, id, item->done == TW_DATE_NONE);
  else
    return FALSE;
  return TRUE;
}

/* --- rows --- */

/* Made when it is opened: a page of popovers that nobody sees takes its time. */
static void
editor_cb (GtkMenuButton *button, gpointer data)
{
  static const char *const members[]
      = { "text", "owner", "due", "done", "evidence", "note", "workloads", "internal", NULL, NULL };
  Stage *stage = data;
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  const char *const ids[] = { tw_drag_id (row), NULL };
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *remove = gtk_button_new_with_label (_ ("Delete"));

  gtk_widget_set_size_request (box, 340, -1);
  tw_field_rows_add (box, stage->page->state, &tw_adoption_item_type, ids, members);
  gtk_widget_add_css_class (remove, "destructive-action");
  g_signal_connect (remove, "clicked", G_CALLBACK (delete_cb), NULL);
  gtk_box_append (GTK_BOX (box), remove);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_add_css_class (popover, "tw-inspector");
  gtk_menu_button_set_popover (button, popover);
}

static GtkWidget *
editor_new (Stage *stage)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), editor_cb, stage, NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Edit"));
  return button;
}

static char *
item_line (Page *page, TwAdoptionItem *item)
{
  TwPerson *owner = tw_role_owner_shown (plan_of (page), item->owner, item->role);
  TwDate today = tw_view_state_today (page->state);
  TwDate date = item->done != TW_DATE_NONE ? item->done : item->due;
  g_autofree char *day = tw_words_date_near (date, today, TRUE);
  g_autofree char *when = NULL;

  if (date != TW_DATE_NONE)
    {
      if (item->done != TW_DATE_NONE)
        when = g_strdup_printf (C_ ("checklist item", "done %s"), day);
      else if (tw_is_item_overdue (item->due, item->done, today))
        when = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day overdue, was due %s",
                                             "%d days overdue, was due %s", today - item->due),
                                (int) (today - item->due), day);
      else
        when = g_strdup_printf (C_ ("checklist item", "due %s"), day);
    }
  return g_strdup_printf ("%s%s%s", owner != NULL ? owner->name : "",
                          owner != NULL && when != NULL ? " · " : "", when != NULL ? when : "");
}

/* What proves it, or what would: the playbook's hint, pale. */
static GtkWidget *
evidence_new (Page *page, TwAdoptionItem *item)
{
  TwPlaybook *playbook = tw_document_playbook (tw_view_state_document (page->state));
  const char *hint = NULL;
  GtkWidget *label;

  if (item->evidence != NULL)
    return tw_label_new (item->evidence, "tw-secondary");
  if (item->done == TW_DATE_NONE || playbook->adoption_continuum == NULL)
    return NULL;
  TW_FOREACH (TwPbStage, stage, playbook->adoption_continuum->stages)
    {
      TwPbAdoptionItem *found = tw_list_find (stage->checklist, item->kind, NULL);

      if (found != NULL)
        hint = found->evidence;
    }
  if (hint == NULL)
    return NULL;
  label = tw_label_new (hint, "tw-secondary");
  gtk_widget_add_css_class (label, "tw-hint");
  gtk_widget_set_tooltip_text (label, _ ("What would count as evidence"));
  return label;
}

static GtkWidget *
item_row_new (gpointer data)
{
  Stage *stage = data;
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_check_button_new (), *name = tw_name_new (TRUE, renamed_cb, NULL, NULL);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  g_signal_connect (button, "toggled", G_CALLBACK (ticked_cb), NULL);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), name);
  gtk_box_append (GTK_BOX (texts), lines);
  gtk_widget_add_css_class (box, "tw-row");
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), side);
  gtk_box_append (GTK_BOX (box), editor_new (stage));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "tw-name", name);
  g_object_set_data (G_OBJECT (row), "tw-tick", button);
  g_object_set_data (G_OBJECT (row), "tw-lines", lines);
  g_object_set_data (G_OBJECT (row), "tw-side", side);
  tw_drag_add_source (row, row);
  tw_drag_add_target (row, dropped_cb, stage);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), stage);
  gtk_widget_add_controller (row, keys);
  return row;
}

/* Owner and date, evidence, note. */
static void
fill_lines (Page *page, GtkWidget *lines, TwAdoptionItem *item)
{
  GtkWidget *evidence = evidence_new (page, item);
  g_autofree char *line = item_line (page, item);

  tw_clear_children (lines);
  if (*line != '\0')
    gtk_box_append (GTK_BOX (lines), tw_label_new (line, "tw-secondary"));
  if (evidence != NULL)
    gtk_box_append (GTK_BOX (lines), evidence);
  if (item->note != NULL)
    gtk_box_append (GTK_BOX (lines), tw_label_new (item->note, "tw-secondary"));
}

static void
fill_item_row (GtkWidget *row, gpointer record, gpointer data)
{
  Page *page = ((Stage *) data)->page;
  TwAdoptionItem *item = record;
  GtkWidget *button = g_object_get_data (G_OBJECT (row), "tw-tick");
  GtkWidget *side = g_object_get_data (G_OBJECT (row), "tw-side");
  gboolean overdue = tw_is_item_overdue (item->due, item->done, tw_view_state_today (page->state));

  g_signal_handlers_block_by_func (button, ticked_cb, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), item->done != TW_DATE_NONE);
  g_signal_handlers_unblock_by_func (button, ticked_cb, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  item->text, -1);
  tw_name_set_text (g_object_get_data (G_OBJECT (row), "tw-name"), item->text);
  fill_lines (page, g_object_get_data (G_OBJECT (row), "tw-lines"), item);
  tw_clear_children (side);
  if (overdue)
    {
      gtk_box_append (GTK_BOX (side), tw_glyph_new (TW_GLYPH_LATE));
      gtk_widget_add_css_class (row, "tw-overdue");
    }
  else
    gtk_widget_remove_css_class (row, "tw-overdue");
  gtk_box_append (GTK_BOX (side),
                  tw_badge_new (tw_role_owner_shown (plan_of (page), item->owner, item->role)));
  g_object_set_data (G_OBJECT (row), "tw-open", GINT_TO_POINTER (item->done == TW_DATE_NONE));
  g_object_set_data (G_OBJECT (row), "tw-late", GINT_TO_POINTER (overdue));
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer data)
{
  Page *page = data;

  if (tw_drag_id (GTK_WIDGET (row)) == NULL || page->shows == SHOWS_ALL)
    return TRUE;
  return g_object_get_data (G_OBJECT (row), page->shows == SHOWS_OPEN ? "tw-open" : "tw-late")
         != NULL;
}

/* --- stages --- */

static void
paint_arrow (TwCanvas *canvas, const TwPalette *palette, double width, double height, gpointer data)
{
  tw_stage_arrows_paint (canvas, palette, (TwRect){ 0, 0, width, height }, data, 1);
}

static void
arrow_free (gpointer data)
{
  g_free ((char *) ((TwStageArrow *) data)->name);
  g_free ((char *) ((TwStageArrow *) data)->detail);
  g_free (data);
}

static GtkWidget *
arrow_new (Page *page, guint at)
{
  TwFacts *facts = tw_view_state_facts (page->state);
  TwStage *stage = tw_facts_plan (facts)->adoption->items[at];
  TwStageArrow *arrow = g_new0 (TwStageArrow, 1);
  TwStageFacts own;
  GtkWidget *area;

  tw_facts_stage (facts, at, &own);
  *arrow
      = (TwStageArrow){ g_strdup (stage->name), own.current ? g_strdup (_ ("We are here")) : NULL,
                        own.done, own.n, own.current };
  area = tw_paint_new (280, 66, paint_arrow, arrow, arrow_free);
  gtk_widget_set_hexpand (area, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, stage->name,
                                  -1);
  return area;
}

static void
stage_free (gpointer data)
{
  g_free (((Stage *) data)->id);
  g_free (data);
}

static Stage *
stage_new (Page *page, const char *id)
{
  Stage *stage = g_new0 (Stage, 1);

  stage->page = page;
  stage->id = g_strdup (id);
  stage->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  stage->arrow = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  stage->list = tw_boxed_list_new ();
  stage->entry = gtk_entry_new ();
  g_object_set_data (G_OBJECT (stage->list), "tw-stage", stage);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (stage->list), filter_cb, page, NULL);
  gtk_entry_set_placeholder_text (GTK_ENTRY (stage->entry), _ ("Add item"));
  gtk_widget_add_css_class (stage->entry, "flat");
  g_signal_connect (stage->entry, "activate", G_CALLBACK (add_cb), stage);
  gtk_list_box_append (GTK_LIST_BOX (stage->list), stage->entry);
  gtk_widget_set_focusable (gtk_widget_get_parent (stage->entry), FALSE);
  gtk_box_append (GTK_BOX (stage->column), stage->arrow);
  gtk_box_append (GTK_BOX (stage->column), stage->list);
  return stage;
}

/* Columns stay while their stages do. */
static void
show_stages (Page *page)
{
  TwList *stages = plan_of (page)->adoption;
  gboolean same = page->stages->len == tw_list_n (stages);

  for (guint i = 0; same && i < page->stages->len; i++)
    same = g_str_equal (((Stage *) page->stages->pdata[i])->id, ((TwStage *) stages->items[i])->id);
  if (same)
    return;
  for (guint i = 0; i < page->stages->len; i++)
    gtk_widget_unparent (((Stage *) page->stages->pdata[i])->column);
  g_ptr_array_set_size (page->stages, 0);
  TW_FOREACH (TwStage, record, stages)
    {
      Stage *stage = stage_new (page, record->id);

      g_ptr_array_add (page->stages, stage);
      tw_columns_append (TW_COLUMNS (page->columns), stage->column);
    }
}

static void
show_count (Page *page)
{
  TwFacts *facts = tw_view_state_facts (page->state);
  g_autofree char *text = NULL;
  guint done = 0, n = 0;

  for (guint i = 0; i < page->stages->len; i++)
    {
      TwStageFacts own;

      tw_facts_stage (facts, i, &own);
      done += own.done;
      n += own.n;
    }
  text = g_strdup_printf (_ ("%u of %u done"), done, n);
  gtk_label_set_text (GTK_LABEL (page->count), text);
}

static void
follow_moved (Page *page)
{
  for (guint i = 0; page->moved != NULL && i < page->stages->len; i++)
    {
      GtkListBoxRow *row = tw_record_list_row (
          GTK_LIST_BOX (((Stage *) page->stages->pdata[i])->list), page->moved);

      if (row != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  g_clear_pointer (&page->moved, g_free);
}

static void
refresh (GtkWidget *widget)
{
  Page *page = g_object_get_data (G_OBJECT (widget), "tw-page");
  TwPlan *plan = plan_of (page);
  TwDate today = tw_view_state_today (page->state);
  gboolean all = page->people != plan->people || page->today != today;
  char *shown;

  if (tw_view_state_take_shown (page->state, "adoption", &shown) != NULL)
    {
      g_free (page->moved);
      page->moved = shown;
    }
  show_stages (page);
  for (guint i = 0; i < page->stages->len; i++)
    {
      Stage *stage = page->stages->pdata[i];

      tw_clear_children (stage->arrow);
      gtk_box_append (GTK_BOX (stage->arrow), arrow_new (page, i));
      tw_record_list_show (GTK_LIST_BOX (stage->list),
                           ((TwStage *) plan->adoption->items[i])->checklist, all, item_row_new,
                           fill_item_row, stage);
      gtk_list_box_invalidate_filter (GTK_LIST_BOX (stage->list));
    }
  g_clear_pointer (&page->people, tw_list_unref);
  page->people = plan->people != NULL ? tw_list_ref (plan->people) : NULL;
  page->today = today;
  show_count (page);
  follow_moved (page);
  gtk_widget_set_visible (page->empty, page->stages->len == 0);
}

/* --- the page --- */

static void
shows_cb (GtkToggleButton *button, gpointer data)
{
  Page *page = data;

  if (!gtk_toggle_button_get_active (button))
    return;
  page->shows = (Shows) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "tw-shows"));
  refresh (page->widget);
}

static GtkWidget *
head_new (Page *page)
{
  const char *const labels[]
      = { C_ ("items", "All"), C_ ("items", "Open"), C_ ("items", "Overdue") };
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *first = NULL;

  page->count = tw_label_new ("", "tw-secondary");
  gtk_widget_set_hexpand (page->count, TRUE);
  gtk_widget_add_css_class (linked, "linked");
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (labels[i]);

      g_object_set_data (G_OBJECT (button), "tw-shows", GUINT_TO_POINTER (i));
      if (first == NULL)
        first = button;
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == 0);
      g_signal_connect (button, "toggled", G_CALLBACK (shows_cb), page);
      gtk_box_append (GTK_BOX (linked), button);
    }
  gtk_box_append (GTK_BOX (head), tw_label_new (_ ("Adoption"), "title-3"));
  gtk_box_append (GTK_BOX (head), page->count);
  gtk_box_append (GTK_BOX (head), linked);
  return head;
}

static void
page_free (gpointer data)
{
  Page *page = data;

  g_ptr_array_unref (page->stages);
  g_clear_pointer (&page->people, tw_list_unref);
  g_free (page->moved);
  g_free (page);
}

GtkWidget *
tw_adoption_page_new (TwViewState *state)
{
  Page *page = g_new0 (Page, 1);
  GtkWidget *content;

  page->widget = tw_column_new (1400, &content);
  page->state = state;
  page->stages = g_ptr_array_new_with_free_func (stage_free);
  page->columns = tw_columns_new (3, 280, 18);
  page->empty = tw_label_new (_ ("No stages yet"), "tw-secondary");
  gtk_box_append (GTK_BOX (content), head_new (page));
  gtk_box_append (GTK_BOX (content), page->empty);
  gtk_box_append (GTK_BOX (content), page->columns);
  g_object_set_data_full (G_OBJECT (page->widget), "tw-page", page, page_free);
  tw_page_follow (page->widget, state, refresh);
  return page->widget;
}
