/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-charts.h"
#include "tw-columns.h"
#include "tw-edit.h"
#include "tw-field-row.h"
#include "tw-page.h"
#include "tw-words.h"

/* Are people using it: stages with their checklists. */
typedef struct
{
  TwViewState *state;
  GtkWidget *widget, *content;
  char *shape;       /* of the stages and items that stand there */
  GPtrArray *arrows; /* a box for each stage's */
  GHashTable *rows;  /* of items, by id */
} Page;

/* What a row needs to know to be edited. */
typedef struct
{
  Page *page;
  char *id; /* of the item; of the stage for the entry that adds one */
} Target;

static void
target_free (gpointer data)
{
  g_free (((Target *) data)->id);
  g_free (data);
}

static void
target_release (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  target_free (data);
}

static Target *
target_new (Page *page, const char *id)
{
  Target *target = g_new0 (Target, 1);

  *target = (Target){ page, g_strdup (id) };
  return target;
}

static TwPlan *
plan_of (Page *page)
{
  return tw_document_plan (tw_view_state_document (page->state));
}

static void
ticked_cb (GtkCheckButton *button, gpointer data)
{
  Target *target = data;
  gboolean done = gtk_check_button_get_active (button);
  GError *error = NULL;
  TwPlan *plan = tw_edit_tick (plan_of (target->page), &tw_adoption_item_type, target->id, done,
                               tw_view_state_today (target->page->state), &error);

  tw_view_state_edit (target->page->state, button, plan, error, NULL, "%s",
                      done ? C_ ("undo step", "Tick Off an Item")
                           : C_ ("undo step", "Untick an Item"));
}

static void
add_cb (GtkEntry *entry, gpointer data)
{
  Target *target = data;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  GError *error = NULL;
  TwPlan *plan;

  if (*text == '\0')
    return;
  plan = tw_edit_add (plan_of (target->page), &tw_adoption_item_type, target->id, G_MAXUINT, text,
                      NULL, &error);
  tw_view_state_edit (target->page->state, entry, plan, error, NULL, C_ ("undo step", "Add “%s”"),
                      text);
}

static void
delete_cb (GtkButton *button, gpointer data)
{
  Target *target = data;
  GError *error = NULL;
  TwPlan *plan
      = tw_edit_delete (plan_of (target->page), &tw_adoption_item_type, target->id, NULL, &error);

  tw_view_state_edit (target->page->state, button, plan, error, NULL, "%s",
                      C_ ("undo step", "Delete an Item"));
}

/* The popover in which an item is edited. */
static GtkWidget *
editor_new (Page *page, TwAdoptionItem *item)
{
  static const char *const members[]
      = { "text", "owner", "due", "done", "evidence", "note", "workloads", "internal", NULL, NULL };
  const char *const ids[] = { item->id, NULL };
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *remove = gtk_button_new_with_label (_ ("Delete"));

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Edit"));
  gtk_widget_set_size_request (box, 340, -1);
  tw_field_rows_add (box, page->state, &tw_adoption_item_type, ids, members);
  gtk_widget_add_css_class (remove, "destructive-action");
  g_signal_connect_data (remove, "clicked", G_CALLBACK (delete_cb), target_new (page, item->id),
                         target_release, 0);
  gtk_box_append (GTK_BOX (box), remove);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
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
  return g_strdup_printf ("%s%s%s%s%s", owner != NULL ? owner->name : "",
                          owner != NULL && when != NULL ? " · " : "", when != NULL ? when : "",
                          item->evidence != NULL ? "\n" : "",
                          item->evidence != NULL ? item->evidence : "");
}

/* A row stays while its item does: what has the focus keeps it, what is open stays open. */
static void
show_item (Page *page, TwAdoptionItem *item)
{
  GtkWidget *row = g_hash_table_lookup (page->rows, item->id);
  GtkWidget *tick = g_object_get_data (G_OBJECT (row), "tw-tick");
  GtkWidget *badge = g_object_get_data (G_OBJECT (row), "tw-badge-box");
  TwDate today = tw_view_state_today (page->state);
  g_autofree char *line = item_line (page, item);

  g_signal_handlers_block_matched (tick, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, ticked_cb, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), item->done != TW_DATE_NONE);
  g_signal_handlers_unblock_matched (tick, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, ticked_cb, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, item->text,
                                  -1);
  tw_row_set_texts (row, item->text, line);
  tw_clear_children (badge);
  gtk_box_append (GTK_BOX (badge),
                  tw_badge_new (tw_role_owner_shown (plan_of (page), item->owner, item->role)));
  if (tw_is_item_overdue (item->due, item->done, today))
    gtk_widget_add_css_class (row, "tw-overdue");
  else
    gtk_widget_remove_css_class (row, "tw-overdue");
}

static gboolean
row_key_cb (GtkEventControllerKey *controller, guint key, guint code G_GNUC_UNUSED,
            GdkModifierType modifiers, gpointer data)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkCheckButton *tick = data;

  if (key == GDK_KEY_space && gtk_widget_is_focus (row))
    gtk_check_button_set_active (tick, !gtk_check_button_get_active (tick));
  else if (key == GDK_KEY_Return && (modifiers & GDK_CONTROL_MASK) != 0)
    gtk_widget_grab_focus (
        g_object_get_data (G_OBJECT (gtk_widget_get_parent (row)), "tw-add-entry"));
  else
    return FALSE;
  return TRUE;
}

static void
add_item_row (Page *page, GtkWidget *list, TwAdoptionItem *item)
{
  GtkWidget *tick = gtk_check_button_new ();
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *badge = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *row;

  gtk_widget_set_valign (tick, GTK_ALIGN_START);
  g_signal_connect_data (tick, "toggled", G_CALLBACK (ticked_cb), target_new (page, item->id),
                         target_release, 0);
  gtk_box_append (GTK_BOX (side), badge);
  gtk_box_append (GTK_BOX (side), editor_new (page, item));
  row = tw_row_new (tick, item->text, NULL, side);
  g_object_set_data (G_OBJECT (row), "tw-tick", tick);
  g_object_set_data (G_OBJECT (row), "tw-badge-box", badge);
  g_object_set_data_full (G_OBJECT (row), "tw-focus", g_strdup (item->id), g_free);
  g_hash_table_insert (page->rows, g_strdup (item->id), row);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (row_key_cb), tick);
  gtk_widget_add_controller (gtk_widget_get_parent (row), keys);
  show_item (page, item);
}

static GtkWidget *
stage_new (Page *page, TwStage *stage)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *list = tw_boxed_list_new ();
  GtkWidget *entry = gtk_entry_new ();

  g_object_set_data (G_OBJECT (list), "tw-add-entry", entry);
  TW_FOREACH (TwAdoptionItem, item, stage->checklist)
    add_item_row (page, list, item);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Add item"));
  gtk_widget_add_css_class (entry, "flat");
  gtk_widget_add_css_class (entry, "tw-add-entry");
  g_object_set_data_full (G_OBJECT (entry), "tw-focus", g_strdup (stage->id), g_free);
  g_signal_connect_data (entry, "activate", G_CALLBACK (add_cb), target_new (page, stage->id),
                         target_release, 0);
  gtk_list_box_append (GTK_LIST_BOX (list), entry);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (gtk_widget_get_parent (entry)), FALSE);
  gtk_widget_set_focusable (gtk_widget_get_parent (entry), FALSE);
  g_hash_table_insert (page->rows, g_strdup (stage->id), entry);
  gtk_box_append (GTK_BOX (box), list);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_size_request (box, 280, -1);
  return box;
}

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

static char *
shape_of (TwPlan *plan)
{
  GString *shape = g_string_new (NULL);

  TW_FOREACH (TwStage, stage, plan->adoption)
    {
      g_string_append_printf (shape, "%s:", stage->id);
      TW_FOREACH (TwAdoptionItem, item, stage->checklist)
        g_string_append_printf (shape, "%s ", item->id);
    }
  return g_string_free (shape, FALSE);
}

/* The item or stage in whose row the keyboard is; free it. */
static char *
focused_id (Page *page)
{
  GtkRoot *root = gtk_widget_get_root (page->widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (GTK_IS_LIST_BOX_ROW (focus))
    focus = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (focus));
  for (; focus != NULL && focus != page->content; focus = gtk_widget_get_parent (focus))
    if (g_object_get_data (G_OBJECT (focus), "tw-focus") != NULL)
      return g_strdup (g_object_get_data (G_OBJECT (focus), "tw-focus"));
  return NULL;
}

static void
build (Page *page, TwPlan *plan)
{
  GtkWidget *columns = tw_columns_new (3, 280, 18);

  tw_clear_children (page->content);
  g_ptr_array_set_size (page->arrows, 0);
  g_hash_table_remove_all (page->rows);
  gtk_box_append (GTK_BOX (page->content), tw_label_new (_ ("Adoption"), "title-3"));
  TW_FOREACH (TwStage, stage, plan->adoption)
    {
      GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
      GtkWidget *arrow = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      g_ptr_array_add (page->arrows, arrow);
      gtk_box_append (GTK_BOX (column), arrow);
      gtk_box_append (GTK_BOX (column), stage_new (page, stage));
      tw_columns_append (TW_COLUMNS (columns), column);
    }
  if (tw_list_n (plan->adoption) == 0)
    gtk_box_append (GTK_BOX (page->content), tw_label_new (_ ("No stages yet"), "tw-secondary"));
  gtk_box_append (GTK_BOX (page->content), columns);
}

static void
refresh (GtkWidget *widget)
{
  Page *page = g_object_get_data (G_OBJECT (widget), "tw-page");
  TwPlan *plan = plan_of (page);
  g_autofree char *shape = shape_of (plan);

  if (g_strcmp0 (shape, page->shape) != 0)
    {
      g_autofree char *id = focused_id (page);
      GtkWidget *row;

      build (page, plan);
      g_free (page->shape);
      page->shape = g_steal_pointer (&shape);
      row = id != NULL ? g_hash_table_lookup (page->rows, id) : NULL;
      if (row != NULL)
        gtk_widget_grab_focus (GTK_IS_ENTRY (row) ? row : gtk_widget_get_parent (row));
    }
  for (guint i = 0; i < page->arrows->len; i++)
    {
      TwStage *stage = plan->adoption->items[i];

      tw_clear_children (page->arrows->pdata[i]);
      gtk_box_append (page->arrows->pdata[i], arrow_new (page, i));
      TW_FOREACH (TwAdoptionItem, item, stage->checklist)
        show_item (page, item);
    }
}

static void
page_free (gpointer data)
{
  Page *page = data;

  g_free (page->shape);
  g_ptr_array_unref (page->arrows);
  g_hash_table_unref (page->rows);
  g_free (page);
}

GtkWidget *
tw_adoption_page_new (TwViewState *state)
{
  Page *page = g_new0 (Page, 1);

  page->widget = tw_column_new (1400, &page->content);
  page->state = state;
  page->arrows = g_ptr_array_new ();
  page->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_object_set_data_full (G_OBJECT (page->widget), "tw-page", page, page_free);
  tw_page_follow (page->widget, state, refresh);
  return page->widget;
}
