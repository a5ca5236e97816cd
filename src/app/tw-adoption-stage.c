/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-add-row.h"
#include "tw-adoption-private.h"
#include "tw-ask.h"
#include "tw-drag.h"
#include "tw-edit.h"
#include "tw-field-row.h"
#include "tw-menu.h"
#include "tw-playbook-add.h"
#include "tw-record-list.h"
#include "tw-stages.h"
#include "tw-words.h"

/* One stage of the page: its arrow, its list, what can be added to it. */

TwAdoptionStage *
tw_adoption_stage_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX)),
                            "tw-stage");
}

static TwStage *
record_of (TwAdoptionStage *stage)
{
  return tw_list_find (tw_adoption_plan (stage->page)->adoption, stage->id, NULL);
}

/* --- edits --- */

/* The missing item of the playbook called item; NULL: all of them. stage is an id. */
static void
add_from_playbook (TwAdoption *page, const char *stage, const char *item)
{
  TwStage *record = tw_list_find (tw_adoption_plan (page)->adoption, stage, NULL);
  GError *error = NULL;
  TwPlan *plan;

  if (record == NULL)
    return;
  plan = tw_playbook_add_items (tw_adoption_playbook (page),
                                tw_document_schedule (tw_view_state_document (page->state)), stage,
                                item, tw_view_state_today (page->state), &error);
  tw_view_state_edit (page->state, page->widget, plan, error, NULL,
                      C_ ("undo step", "Add to “%s” from Playbook"), record->name);
}

static GPtrArray *
missing_choices (TwAddEntry *entry G_GNUC_UNUSED, gpointer data)
{
  TwAdoptionStage *stage = data;
  g_autoptr (GPtrArray) missing = tw_playbook_missing_items (
      tw_adoption_playbook (stage->page), tw_adoption_plan (stage->page), stage->id);
  GPtrArray *choices = tw_choices_new ();

  /* They are for all workloads. */
  for (guint i = 0; i < missing->len && stage->page->workload == NULL; i++)
    tw_choices_add (choices, ((TwPbAdoptionItem *) missing->pdata[i])->id,
                    ((TwPbAdoptionItem *) missing->pdata[i])->text, NULL);
  return choices;
}

static void
add_cb (GtkWidget *row, const char *text, const char *id, gpointer data)
{
  TwAdoptionStage *stage = data;
  TwAdoption *page = stage->page;
  const char *const workloads[] = { page->workload, NULL };
  g_autoptr (TwList) list = tw_list_new_strv (TW_FIELD_REFS, workloads);
  guint n = 0;
  GError *error = NULL;
  TwPlan *plan;

  if (id != NULL)
    {
      add_from_playbook (page, stage->id, id);
      return;
    }
  plan = tw_edit_add_lines (tw_adoption_plan (page), &tw_adoption_item_type, stage->id, "workloads",
                            (TwValue){ .list = list }, text, &n, &error);
  if (n == 1)
    tw_view_state_edit (page->state, row, plan, error, NULL, C_ ("undo step", "Add “%s”"), text);
  else
    tw_view_state_edit (page->state, row, plan, error, NULL,
                        g_dngettext (GETTEXT_PACKAGE, "Add %u Item", "Add %u Items", n), n);
}

void
tw_adoption_stage_take (TwAdoptionStage *to, GtkWidget *widget, const char *item, guint at)
{
  g_autofree char *id = g_strdup (item);
  TwAdoption *page = to->page;
  GError *error = NULL;
  TwPlan *plan
      = tw_edit_relocate (tw_adoption_plan (page), &tw_adoption_item_type, id, to->id, at, &error);

  tw_adoption_follow (page, id);
  tw_view_state_edit (page->state, widget, plan, error, NULL, C_ ("undo step", "Move “%s”"),
                      tw_adoption_item_text (page, id));
}

/* What is dropped on an arrow, or below the items, comes to the end. */
static void
dropped_cb (GtkWidget *target, const TwRecordType *type, const char *id,
            gboolean below G_GNUC_UNUSED, gpointer data)
{
  if (type == &tw_adoption_item_type)
    tw_adoption_stage_take (data, target, id, G_MAXUINT);
}

/* --- from the playbook --- */

/* It may see a change later than the page, which then has other stages. */
typedef struct
{
  TwAdoption *page;
  char *stage;
  GtkWidget *popover, *scrolled, *list;
} Offer;

#define OFFER_WIDTH 280 /* px */
#define OFFER_HEIGHT 400

static void
add_all_cb (GtkButton *button G_GNUC_UNUSED, gpointer data)
{
  Offer *offer = data;

  add_from_playbook (offer->page, offer->stage, NULL);
}

static void
add_one_cb (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row, gpointer data)
{
  Offer *offer = data;

  add_from_playbook (offer->page, offer->stage, g_object_get_data (G_OBJECT (row), "tw-kind"));
}

static void
fill_offer (GtkWidget *box)
{
  Offer *offer = g_object_get_data (G_OBJECT (box), "tw-offer");
  g_autoptr (GPtrArray) missing = tw_playbook_missing_items (
      tw_adoption_playbook (offer->page), tw_adoption_plan (offer->page), offer->stage);
  int height;

  tw_clear_children (offer->list);
  for (guint i = 0; i < missing->len; i++)
    {
      TwPbAdoptionItem *item = missing->pdata[i];
      GtkWidget *row = gtk_list_box_row_new ();

      g_object_set_data_full (G_OBJECT (row), "tw-kind", g_strdup (item->id), g_free);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row),
                                  tw_row_new (NULL, item->text, item->evidence,
                                              gtk_image_new_from_icon_name ("list-add-symbolic")));
      gtk_list_box_append (GTK_LIST_BOX (offer->list), row);
    }
  /* By itself it would measure without wrapping. */
  gtk_widget_measure (offer->list, GTK_ORIENTATION_VERTICAL, OFFER_WIDTH, NULL, &height, NULL,
                      NULL);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (offer->scrolled),
                                              MIN (height, OFFER_HEIGHT));
  if (missing->len == 0)
    gtk_popover_popdown (GTK_POPOVER (offer->popover));
}

static void
offer_free (gpointer data)
{
  g_free (((Offer *) data)->stage);
  g_free (data);
}

void
tw_adoption_stage_offer (TwAdoptionStage *stage)
{
  Offer *offer = g_new0 (Offer, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *all = gtk_button_new_with_label (_ ("Add All"));

  *offer = (Offer){ stage->page, g_strdup (stage->id), gtk_popover_new (),
                    gtk_scrolled_window_new (), tw_boxed_list_new () };
  g_object_set_data_full (G_OBJECT (box), "tw-offer", offer, offer_free);
  g_signal_connect (all, "clicked", G_CALLBACK (add_all_cb), offer);
  g_signal_connect (offer->list, "row-activated", G_CALLBACK (add_one_cb), offer);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (offer->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (offer->scrolled), offer->list);
  gtk_widget_set_size_request (offer->scrolled, OFFER_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), offer->scrolled);
  gtk_box_append (GTK_BOX (box), all);
  gtk_popover_set_child (GTK_POPOVER (offer->popover), box);
  fill_offer (box);
  tw_page_follow (box, stage->page->state, fill_offer);
  tw_popover_show (offer->popover, stage->arrow);
}

static void
offer_cb (GtkButton *button G_GNUC_UNUSED, gpointer data)
{
  tw_adoption_stage_offer (data);
}

/* --- the arrow --- */

void
tw_adoption_stage_rename (TwAdoptionStage *stage)
{
  static const char *const members[] = { "name", NULL, NULL };
  const char *const ids[] = { stage->id, NULL };
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_widget_set_size_request (box, 260, -1);
  tw_field_rows_add (box, stage->page->state, &tw_stage_type, ids, members);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_add_css_class (popover, "tw-inspector");
  tw_popover_show (popover, stage->arrow);
}

GMenuModel *
tw_adoption_stage_menu (TwAdoptionStage *stage)
{
  TwAdoption *page = stage->page;
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) adds = g_menu_new ();
  g_autoptr (GMenu) edits = g_menu_new ();
  g_autoptr (GPtrArray) missing
      = tw_playbook_missing_items (tw_adoption_playbook (page), tw_adoption_plan (page), stage->id);
  guint at = 0;

  g_ptr_array_find (page->stages, stage, &at);
  tw_menu_append (adds, _ ("Add Item"), "adoption.add", stage->id);
  if (missing->len > 0)
    tw_menu_append (adds, _ ("Add from Playbook…"), "adoption.offer", stage->id);
  tw_menu_append (edits, _ ("Rename…"), "adoption.rename", stage->id);
  if (at > 0)
    tw_menu_append (edits, _ ("Move Left"), "adoption.earlier", stage->id);
  if (at + 1 < page->stages->len)
    tw_menu_append (edits, _ ("Move Right"), "adoption.later", stage->id);
  tw_menu_append (edits, _ ("Remove Stage"), "adoption.remove", stage->id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (adds));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edits));
  return G_MENU_MODEL (menu);
}

static TwAdoptionStage *
stage_of_arrow (GtkWidget *arrow)
{
  return g_object_get_data (G_OBJECT (arrow), "tw-stage");
}

static GMenuModel *
arrow_menu (GtkWidget *arrow)
{
  return tw_adoption_stage_menu (stage_of_arrow (arrow));
}

typedef struct
{
  GtkButton parent_instance;
} TwStageButton;
typedef GtkButtonClass TwStageButtonClass;

static GType tw_stage_button_get_type (void);

G_DEFINE_TYPE (TwStageButton, tw_stage_button, GTK_TYPE_BUTTON)

/* A key does what the action of the page does to this stage. */
static gboolean
key_action (GtkWidget *widget, GVariant *action, gpointer data G_GNUC_UNUSED)
{
  return gtk_widget_activate_action (widget, g_variant_get_string (action, NULL), "s",
                                     stage_of_arrow (widget)->id);
}

static void
tw_stage_button_class_init (TwStageButtonClass *klass)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = { { GDK_KEY_F2, 0, "adoption.rename" },
               { GDK_KEY_Delete, 0, "adoption.remove" },
               { GDK_KEY_Left, GDK_ALT_MASK, "adoption.earlier" },
               { GDK_KEY_Right, GDK_ALT_MASK, "adoption.later" },
               { GDK_KEY_Return, GDK_CONTROL_MASK, "adoption.add" } };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), keys[i].key, keys[i].modifiers,
                                  key_action, "s", keys[i].action);
}

static void
tw_stage_button_init (TwStageButton *self G_GNUC_UNUSED)
{
}

/* Where one stage is shown, its arrow brings it; else it opens its menu. */
static void
clicked_cb (GtkButton *arrow, gpointer data)
{
  TwAdoptionStage *stage = data;
  TwStages *board = TW_STAGES (stage->page->board);
  guint at = 0;

  g_ptr_array_find (stage->page->stages, stage, &at);
  if (tw_stages_is_narrow (board) && tw_stages_chosen (board) != at)
    tw_stages_choose (board, at);
  else
    tw_menu_show (GTK_WIDGET (arrow), arrow_menu (GTK_WIDGET (arrow)), 24,
                  gtk_widget_get_height (GTK_WIDGET (arrow)));
}

static GtkWidget *
arrow_new (TwAdoptionStage *stage)
{
  GtkWidget *arrow = g_object_new (tw_stage_button_get_type (), NULL);

  g_object_set_data (G_OBJECT (arrow), "tw-stage", stage);
  gtk_widget_add_css_class (arrow, "tw-stage");
  g_signal_connect (arrow, "clicked", G_CALLBACK (clicked_cb), stage);
  tw_menu_attach (arrow, arrow_menu);
  tw_drag_add_target (arrow, dropped_cb, stage);
  return arrow;
}

/* --- the column --- */

/* What stands in a list without items. */
static GtkWidget *
none_new (TwAdoptionStage *stage)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  stage->none_label = tw_label_new ("", "tw-text-2");
  stage->offer = gtk_button_new_with_label (_ ("Add from Playbook"));
  gtk_widget_set_halign (stage->offer, GTK_ALIGN_START);
  g_signal_connect (stage->offer, "clicked", G_CALLBACK (offer_cb), stage);
  gtk_widget_add_css_class (box, "tw-known");
  gtk_box_append (GTK_BOX (box), stage->none_label);
  gtk_box_append (GTK_BOX (box), stage->offer);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer data)
{
  TwAdoptionStage *stage = data;
  TwStage *record = record_of (stage);
  TwAdoptionItem *item = record != NULL && tw_drag_id (GTK_WIDGET (row)) != NULL
                             ? tw_list_find (record->checklist, tw_drag_id (GTK_WIDGET (row)), NULL)
                             : NULL;

  return item == NULL || tw_adoption_shows (stage->page, item);
}

static void
activated_cb (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row, gpointer data G_GNUC_UNUSED)
{
  if (tw_drag_id (GTK_WIDGET (row)) != NULL)
    tw_adoption_item_edit (GTK_WIDGET (row));
}

TwAdoptionStage *
tw_adoption_stage_new (TwAdoption *page, const char *id)
{
  TwAdoptionStage *stage = g_new0 (TwAdoptionStage, 1);

  stage->page = page;
  stage->id = g_strdup (id);
  stage->arrow = arrow_new (stage);
  stage->list = tw_boxed_list_new ();
  stage->none = none_new (stage);
  stage->add = tw_add_row_new (_ ("Add item"), missing_choices, add_cb, stage);
  stage->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_object_set_data (G_OBJECT (stage->list), "tw-stage", stage);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (stage->list), FALSE);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (stage->list), filter_cb, stage, NULL);
  g_signal_connect (stage->list, "row-activated", G_CALLBACK (activated_cb), stage);
  tw_drag_add_target (stage->add, dropped_cb, stage);
  gtk_list_box_append (GTK_LIST_BOX (stage->list), stage->none);
  gtk_list_box_append (GTK_LIST_BOX (stage->list), stage->add);
  gtk_box_append (GTK_BOX (stage->column), stage->list);
  return stage;
}

void
tw_adoption_stage_free (gpointer data)
{
  g_free (((TwAdoptionStage *) data)->id);
  g_free (data);
}

/* --- what it shows --- */

static const char *
none_words (TwAdoption *page, guint n)
{
  if (n == 0 || page->shows == TW_SHOWS_ALL)
    return n == 0 ? _ ("No items") : _ ("No items for this workload");
  return page->shows == TW_SHOWS_OPEN ? _ ("Nothing open") : _ ("Nothing overdue");
}

static void
show_none (TwAdoptionStage *stage, TwStage *record)
{
  TwAdoption *page = stage->page;
  guint n = tw_list_n (record->checklist), shown = 0;
  g_autoptr (GPtrArray) missing = NULL;

  TW_FOREACH (TwAdoptionItem, item, record->checklist)
    shown += tw_adoption_shows (page, item);
  gtk_widget_set_visible (stage->none, shown == 0);
  if (shown > 0)
    return;
  missing
      = tw_playbook_missing_items (tw_adoption_playbook (page), tw_adoption_plan (page), stage->id);
  gtk_label_set_text (GTK_LABEL (stage->none_label), none_words (page, n));
  gtk_widget_set_visible (stage->offer, n == 0 && missing->len > 0);
}

static void
show_arrow (TwAdoptionStage *stage, guint at)
{
  TwFacts *facts = tw_view_state_facts (stage->page->state);
  TwStage *record = tw_facts_plan (facts)->adoption->items[at];
  g_autofree char *when = tw_words_stage (facts, at);
  g_autofree char *count = NULL;
  g_autofree char *label = NULL;
  TwStageFacts own;

  tw_facts_stage_for (facts, at, stage->page->workload, &own);
  tw_stages_set_arrow (TW_STAGES (stage->page->board), at,
                       &(TwStageArrow){ .name = record->name,
                                        .detail = when,
                                        .done = own.done,
                                        .n = own.n,
                                        .current = own.current });
  count = tw_words_stage_count (&own);
  label = g_strdup_printf ("%s\n%s%s%s", record->name, count, when != NULL ? "\n" : "",
                           when != NULL ? when : "");
  tw_set_tooltip (stage->arrow, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (stage->arrow), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

void
tw_adoption_stage_show (TwAdoptionStage *stage, guint at, gboolean all)
{
  TwStage *record = tw_adoption_plan (stage->page)->adoption->items[at];

  show_arrow (stage, at);
  gtk_accessible_update_property (GTK_ACCESSIBLE (stage->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  record->name, -1);
  tw_record_list_show (GTK_LIST_BOX (stage->list), record->checklist, all, tw_adoption_item_new,
                       tw_adoption_item_fill, stage);
  show_none (stage, record);
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (stage->list));
}
