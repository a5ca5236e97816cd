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

static GtkWidget *
item_row_new (Page *page, TwAdoptionItem *item)
{
  TwPerson *owner = tw_role_owner_shown (plan_of (page), item->owner, item->role);
  GtkWidget *tick = gtk_check_button_new ();
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *line = item_line (page, item);
  GtkWidget *row;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), item->done != TW_DATE_NONE);
  gtk_widget_set_valign (tick, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, item->text,
                                  -1);
  g_signal_connect_data (tick, "toggled", G_CALLBACK (ticked_cb), target_new (page, item->id),
                         target_release, 0);
  gtk_box_append (GTK_BOX (side), tw_badge_new (owner));
  gtk_box_append (GTK_BOX (side), editor_new (page, item));
  row = tw_row_new (tick, item->text, line, side);
  if (tw_is_item_overdue (item->due, item->done, tw_view_state_today (page->state)))
    gtk_widget_add_css_class (row, "tw-overdue");
  return row;
}

static GtkWidget *
stage_new (Page *page, TwStage *stage)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *list = tw_boxed_list_new ();
  GtkWidget *entry = gtk_entry_new ();

  TW_FOREACH (TwAdoptionItem, item, stage->checklist)
    gtk_list_box_append (GTK_LIST_BOX (list), item_row_new (page, item));
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Add item"));
  gtk_widget_add_css_class (entry, "flat");
  g_signal_connect_data (entry, "activate", G_CALLBACK (add_cb), target_new (page, stage->id),
                         target_release, 0);
  gtk_list_box_append (GTK_LIST_BOX (list), entry);
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

static void
refresh (GtkWidget *widget)
{
  Page *page = g_object_get_data (G_OBJECT (widget), "tw-page");
  TwPlan *plan = plan_of (page);
  GtkWidget *columns = tw_columns_new (3, 280, 18);

  tw_clear_children (page->content);
  gtk_box_append (GTK_BOX (page->content), tw_label_new (_ ("Adoption"), "title-3"));
  for (guint i = 0; i < tw_list_n (plan->adoption); i++)
    {
      GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

      gtk_box_append (GTK_BOX (column), arrow_new (page, i));
      gtk_box_append (GTK_BOX (column), stage_new (page, plan->adoption->items[i]));
      tw_columns_append (TW_COLUMNS (columns), column);
    }
  if (tw_list_n (plan->adoption) == 0)
    gtk_box_append (GTK_BOX (page->content), tw_label_new (_ ("No stages yet"), "tw-secondary"));
  gtk_box_append (GTK_BOX (page->content), columns);
}

GtkWidget *
tw_adoption_page_new (TwViewState *state)
{
  Page *page = g_new0 (Page, 1);

  page->widget = tw_column_new (1400, &page->content);
  page->state = state;
  g_object_set_data_full (G_OBJECT (page->widget), "tw-page", page, g_free);
  tw_page_follow (page->widget, state, refresh);
  return page->widget;
}
