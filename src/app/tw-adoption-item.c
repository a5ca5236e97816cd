/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-adoption-private.h"
#include "tw-drag.h"
#include "tw-edit.h"
#include "tw-field-row.h"
#include "tw-menu.h"
#include "tw-name.h"
#include "tw-playbook-add.h"
#include "tw-record-list.h"
#include "tw-stages.h"
#include "tw-words.h"

/* One item of a stage's checklist. */
typedef struct
{
  GtkListBoxRow parent_instance;

  GtkWidget *tick, *name, *lock, *when, *evidence_line, *evidence, *add_evidence, *note_line, *note,
      *side;
} TwItemRow;
typedef GtkListBoxRowClass TwItemRowClass;

static GType tw_item_row_get_type (void);

G_DEFINE_TYPE (TwItemRow, tw_item_row, GTK_TYPE_LIST_BOX_ROW)

static TwItemRow *
row_of (GtkWidget *widget)
{
  return (TwItemRow *) gtk_widget_get_ancestor (widget, tw_item_row_get_type ());
}

static const char *
id_of (TwItemRow *self)
{
  return tw_drag_id (GTK_WIDGET (self));
}

static TwAdoption *
page_of (TwItemRow *self)
{
  return tw_adoption_stage_of (GTK_WIDGET (self))->page;
}

/* The row's item, or NULL. */
static TwAdoptionItem *
item_of (TwItemRow *self)
{
  TwPlan *plan = tw_adoption_plan (page_of (self));
  TwStage *stage
      = tw_list_find (plan->adoption, tw_adoption_stage_of (GTK_WIDGET (self))->id, NULL);

  return stage != NULL ? tw_list_find (stage->checklist, id_of (self), NULL) : NULL;
}

/* The next row in a direction that the filter lets through, or NULL. */
static GtkWidget *
neighbour (TwItemRow *self, int direction)
{
  GtkListBox *list = GTK_LIST_BOX (tw_adoption_stage_of (GTK_WIDGET (self))->list);
  GtkListBoxRow *row;
  int at = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self));

  while ((row = gtk_list_box_get_row_at_index (list, at += direction)) != NULL)
    if (tw_drag_id (GTK_WIDGET (row)) != NULL && gtk_widget_get_child_visible (GTK_WIDGET (row)))
      return GTK_WIDGET (row);
  return NULL;
}

/* --- edits --- */

/* format has the item's text for its %s. The focus goes on to the next one where the row goes. */
static gboolean
edit (TwItemRow *self, TwPlan *plan, GError *error, const char *format)
{
  TwAdoption *page = page_of (self);
  const char *text = tw_adoption_item_text (page, id_of (self));
  g_autoptr (GString) label = g_string_new (format);

  g_string_replace (label, "%s", text, 1);
  return tw_view_state_edit (page->state, self, plan, error, NULL, "%s", label->str);
}

static void
set_member (TwItemRow *self, const char *member, TwValue value, const char *format)
{
  GError *error = NULL;
  TwPlan *plan = tw_plan_set_by_id (tw_adoption_plan (page_of (self)), &tw_adoption_item_type,
                                    id_of (self), member, value, &error);

  edit (self, plan, error, format);
}

/* The keyboard goes on where it is; from a row that is about to go, to the next. */
static void
leave (TwItemRow *self)
{
  GtkWidget *next = neighbour (self, 1);

  if (next == NULL)
    next = neighbour (self, -1);
  tw_adoption_follow (page_of (self), next != NULL ? tw_drag_id (next) : NULL);
}

static gboolean
tick (TwItemRow *self, gboolean done)
{
  TwAdoption *page = page_of (self);
  GError *error = NULL;
  TwPlan *plan;

  if (page->shows != TW_SHOWS_ALL && done)
    leave (self);
  plan = tw_edit_tick (tw_adoption_plan (page), &tw_adoption_item_type, id_of (self), done,
                       tw_view_state_today (page->state), &error);
  return edit (self, plan, error,
               done ? C_ ("undo step", "Tick Off “%s”") : C_ ("undo step", "Untick “%s”"));
}

static void
ticked_cb (GtkCheckButton *button, gpointer data)
{
  gboolean done = gtk_check_button_get_active (button);

  if (!tick (data, done))
    tw_tick_show (GTK_WIDGET (button), !done, G_CALLBACK (ticked_cb), data);
}

static void
tick_action (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  TwItemRow *self = row_of (widget);
  TwAdoptionItem *item = item_of (self);

  if (item != NULL)
    tick (self, item->done == TW_DATE_NONE);
}

static void
renamed_cb (TwName *name, const char *text, gpointer data G_GNUC_UNUSED)
{
  set_member (row_of (GTK_WIDGET (name)), "text", (TwValue){ .string = (char *) text },
              C_ ("undo step", "Rename “%s”"));
}

static void
proven_cb (TwName *name, const char *text, gpointer data G_GNUC_UNUSED)
{
  set_member (row_of (GTK_WIDGET (name)), "evidence", (TwValue){ .string = (char *) text },
              C_ ("undo step", "Evidence for “%s”"));
}

static void
rename_action (GtkWidget *widget, const char *action G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED)
{
  tw_name_edit (TW_NAME (row_of (widget)->name));
}

static void
show_evidence (TwItemRow *self, TwAdoptionItem *item, gboolean edited)
{
  gtk_widget_set_visible (self->evidence_line, item->evidence != NULL || edited);
  gtk_widget_set_visible (self->add_evidence,
                          item->evidence == NULL && item->done != TW_DATE_NONE && !edited);
}

/* Nothing was typed: what was there before comes back, unless the row has gone with its item. */
static void
evidence_left_cb (GtkEventControllerFocus *controller G_GNUC_UNUSED, gpointer data)
{
  TwAdoptionItem *item = gtk_widget_get_root (data) != NULL ? item_of (data) : NULL;

  if (item != NULL)
    show_evidence (data, item, FALSE);
}

static void
evidence_action (GtkWidget *widget, const char *action G_GNUC_UNUSED,
                 GVariant *parameter G_GNUC_UNUSED)
{
  TwItemRow *self = row_of (widget);
  TwAdoptionItem *item = item_of (self);

  if (item == NULL)
    return;
  show_evidence (self, item, TRUE);
  tw_name_edit (TW_NAME (self->evidence));
}

static void
owner_action (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter)
{
  const char *id = g_variant_get_string (parameter, NULL);

  set_member (row_of (widget), "owner", (TwValue){ .string = (char *) id },
              C_ ("undo step", "Owner of “%s”"));
}

static void
delete_action (GtkWidget *widget, const char *action G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED)
{
  TwItemRow *self = row_of (widget);
  GError *error = NULL;
  TwPlan *plan = tw_edit_delete (tw_adoption_plan (page_of (self)), &tw_adoption_item_type,
                                 id_of (self), NULL, &error);

  leave (self);
  edit (self, plan, error, C_ ("undo step", "Delete “%s”"));
}

static void
duplicate_action (GtkWidget *widget, const char *action G_GNUC_UNUSED,
                  GVariant *parameter G_GNUC_UNUSED)
{
  TwItemRow *self = row_of (widget);
  char *id = NULL;
  GError *error = NULL;
  TwPlan *plan
      = tw_edit_duplicate_item (tw_adoption_plan (page_of (self)), id_of (self), &id, &error);

  tw_adoption_follow (page_of (self), id);
  edit (self, plan, error, C_ ("undo step", "Duplicate “%s”"));
  g_clear_pointer (&id, g_ref_string_release);
}

/* --- order --- */

static void
step_action (GtkWidget *widget, const char *action, GVariant *parameter G_GNUC_UNUSED)
{
  TwItemRow *self = row_of (widget);
  GtkWidget *to = neighbour (self, g_str_equal (action, "item.up") ? -1 : 1);

  if (to != NULL)
    tw_adoption_stage_take (tw_adoption_stage_of (widget), widget, id_of (self),
                            (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (to)));
}

static void
stage_step_action (GtkWidget *widget, const char *action, GVariant *parameter G_GNUC_UNUSED)
{
  TwAdoptionStage *stage = tw_adoption_stage_of (widget);
  GPtrArray *stages = stage->page->stages;
  guint at;

  g_ptr_array_find (stages, stage, &at);
  at += g_str_equal (action, "item.stage-before") ? G_MAXUINT : 1; /* one less, or one more */
  if (at < stages->len)
    tw_adoption_stage_take (stages->pdata[at], widget, id_of (row_of (widget)), G_MAXUINT);
}

static void
stage_action (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter)
{
  const char *id = g_variant_get_string (parameter, NULL);
  GPtrArray *stages = page_of (row_of (widget))->stages;

  for (guint i = 0; i < stages->len; i++)
    if (g_str_equal (((TwAdoptionStage *) stages->pdata[i])->id, id))
      tw_adoption_stage_take (stages->pdata[i], widget, id_of (row_of (widget)), G_MAXUINT);
}

static void
add_action (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  gtk_widget_activate_action (tw_adoption_stage_of (widget)->arrow, "adoption.add", "s",
                              tw_adoption_stage_of (widget)->id);
}

static void
dropped_cb (GtkWidget *target, const TwRecordType *type, const char *id, gboolean below,
            gpointer stage)
{
  if (type == &tw_adoption_item_type)
    tw_adoption_stage_take (stage, target, id, tw_record_list_drop_place (target, id, below));
}

/* --- popovers --- */

/* members of the row's item, to be edited in a popover. */
static void
show_members (TwItemRow *self, const char *const *members)
{
  const char *const ids[] = { id_of (self), NULL };
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_widget_set_size_request (box, 300, -1);
  tw_field_rows_add (box, page_of (self)->state, &tw_adoption_item_type, ids, members);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_add_css_class (popover, "tw-inspector");
  /* Beside the row it finds a place at any height. */
  if (!tw_stages_is_narrow (TW_STAGES (page_of (self)->board)))
    gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_RIGHT);
  tw_popover_show (popover, GTK_WIDGET (self));
}

void
tw_adoption_item_edit (GtkWidget *row)
{
  static const char *const members[]
      = { "text", "owner", "due", "done", "evidence", "note", "workloads", "internal", NULL, NULL };

  show_members (row_of (row), members);
}

static void
edit_action (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  tw_adoption_item_edit (widget);
}

static void
date_action (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  static const char *const members[] = { "due", NULL, NULL };

  show_members (row_of (widget), members);
}

/* --- the menu --- */

static GMenuModel *
owners_menu (TwPlan *plan)
{
  GMenu *menu = g_menu_new ();

  TW_FOREACH (TwPerson, person, plan->people)
    tw_menu_append (menu, person->name, "item.owner", person->id);
  tw_menu_append (menu, C_ ("owner", "Nobody"), "item.owner", "");
  return G_MENU_MODEL (menu);
}

static GMenuModel *
stages_menu (TwPlan *plan, const char *own)
{
  GMenu *menu = g_menu_new ();

  TW_FOREACH (TwStage, stage, plan->adoption)
    if (!g_str_equal (stage->id, own))
      tw_menu_append (menu, stage->name, "item.stage", stage->id);
  return G_MENU_MODEL (menu);
}

static GMenuModel *
menu_of (GtkWidget *row)
{
  TwAdoptionStage *stage = tw_adoption_stage_of (row);
  TwPlan *plan = tw_adoption_plan (stage->page);
  TwAdoptionItem *item = item_of (row_of (row));
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) edits = g_menu_new ();
  g_autoptr (GMenu) places = g_menu_new ();
  g_autoptr (GMenuModel) owners = owners_menu (plan);
  g_autoptr (GMenuModel) stages = stages_menu (plan, stage->id);

  g_menu_append (edits, _ ("Edit…"), "item.edit");
  g_menu_append_submenu (edits, _ ("Set Owner"), owners);
  g_menu_append (edits, _ ("Set Date…"), "item.date");
  g_menu_append (
      edits, item != NULL && item->evidence != NULL ? _ ("Edit Evidence…") : _ ("Add Evidence…"),
      "item.evidence");
  if (tw_list_n (plan->adoption) > 1)
    g_menu_append_submenu (places, _ ("Move to Stage"), stages);
  g_menu_append (places, _ ("Duplicate"), "item.duplicate");
  g_menu_append (places, _ ("Delete"), "item.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edits));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (places));
  return G_MENU_MODEL (menu);
}

static void
menu_cb (GtkButton *button, gpointer data)
{
  double x, y;

  gtk_widget_translate_coordinates (GTK_WIDGET (button), data, 0,
                                    gtk_widget_get_height (GTK_WIDGET (button)), &x, &y);
  tw_menu_show (data, menu_of (data), x, y);
}

/* --- the row --- */

static const struct
{
  const char *name, *parameter;
  GtkWidgetActionActivateFunc activate;
  guint key; /* 0: none */
  GdkModifierType modifiers;
} actions[] = {
  { "item.tick", NULL, tick_action, GDK_KEY_space, 0 },
  { "item.edit", NULL, edit_action, 0, 0 },
  { "item.rename", NULL, rename_action, GDK_KEY_F2, 0 },
  { "item.owner", "s", owner_action, 0, 0 },
  { "item.date", NULL, date_action, 0, 0 },
  { "item.evidence", NULL, evidence_action, 0, 0 },
  { "item.duplicate", NULL, duplicate_action, GDK_KEY_d, GDK_CONTROL_MASK },
  { "item.delete", NULL, delete_action, GDK_KEY_Delete, 0 },
  { "item.up", NULL, step_action, GDK_KEY_Up, GDK_ALT_MASK },
  { "item.down", NULL, step_action, GDK_KEY_Down, GDK_ALT_MASK },
  { "item.stage-before", NULL, stage_step_action, GDK_KEY_Up, GDK_ALT_MASK | GDK_SHIFT_MASK },
  { "item.stage-behind", NULL, stage_step_action, GDK_KEY_Down, GDK_ALT_MASK | GDK_SHIFT_MASK },
  { "item.stage", "s", stage_action, 0, 0 },
  { "item.add", NULL, add_action, GDK_KEY_Return, GDK_CONTROL_MASK },
};

static void
tw_item_row_class_init (TwItemRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                       actions[i].activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers,
                                             actions[i].name, NULL);
    }
}

/* A line with an icon, for evidence and notes. */
static GtkWidget *
line_new (const char *icon, const char *tip, GtkWidget *text)
{
  GtkWidget *line = tw_line_new (5);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_image_set_pixel_size (GTK_IMAGE (image), 12);
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_set_margin_top (image, 2);
  tw_set_tooltip (image, tip);
  gtk_widget_set_hexpand (text, TRUE);
  tw_line_append (line, image);
  tw_line_append (line, text);
  gtk_widget_add_css_class (line, "tw-item-line");
  return line;
}

static GtkWidget *
texts_new (TwItemRow *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->name = tw_name_new (TRUE, renamed_cb, NULL, NULL);
  self->when = tw_label_new ("", "tw-secondary");
  self->evidence = tw_name_new (TRUE, proven_cb, NULL, NULL);
  g_signal_connect (focus, "leave", G_CALLBACK (evidence_left_cb), self);
  gtk_widget_add_controller (self->evidence, focus);
  self->evidence_line = line_new ("tw-evidence-symbolic", _ ("Evidence"), self->evidence);
  self->add_evidence = gtk_button_new_with_label (_ ("Add evidence"));
  gtk_widget_add_css_class (self->add_evidence, "flat");
  gtk_widget_add_css_class (self->add_evidence, "tw-inline");
  gtk_widget_set_halign (self->add_evidence, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add_evidence), "item.evidence");
  self->note = tw_label_new ("", NULL);
  self->note_line = line_new ("document-edit-symbolic", _ ("Note"), self->note);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), self->name);
  gtk_box_append (GTK_BOX (texts), self->when);
  gtk_box_append (GTK_BOX (texts), self->evidence_line);
  gtk_box_append (GTK_BOX (texts), self->add_evidence);
  gtk_box_append (GTK_BOX (texts), self->note_line);
  return texts;
}

static void
tw_item_row_init (TwItemRow *self)
{
  GtkWidget *line = tw_line_new (12), *over = gtk_overlay_new ();
  GtkWidget *more = gtk_button_new_from_icon_name ("view-more-horizontal-symbolic");

  self->tick = gtk_check_button_new ();
  self->lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");
  self->side = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_valign (self->tick, GTK_ALIGN_START);
  gtk_widget_set_valign (self->side, GTK_ALIGN_START);
  gtk_widget_set_size_request (self->side, 24, -1); /* the menu's button stands there, too */
  gtk_widget_set_valign (self->lock, GTK_ALIGN_START);
  tw_set_tooltip (self->lock, _ ("Never in the customer’s copy"));
  gtk_widget_add_css_class (self->lock, "tw-lock");
  g_signal_connect (self->tick, "toggled", G_CALLBACK (ticked_cb), self);
  gtk_widget_add_css_class (line, "tw-row");
  gtk_widget_add_css_class (line, "tw-item");
  tw_line_append (line, self->tick);
  tw_line_append (line, texts_new (self));
  tw_line_append (line, self->lock);
  tw_line_append (line, self->side);
  gtk_widget_add_css_class (more, "tw-item-menu");
  gtk_widget_set_halign (more, GTK_ALIGN_END);
  gtk_widget_set_valign (more, GTK_ALIGN_END);
  tw_set_tooltip (more, _ ("More"));
  g_signal_connect (more, "clicked", G_CALLBACK (menu_cb), self);
  gtk_overlay_set_child (GTK_OVERLAY (over), line);
  gtk_overlay_add_overlay (GTK_OVERLAY (over), more);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), over);
  tw_menu_attach (GTK_WIDGET (self), menu_of);
}

GtkWidget *
tw_adoption_item_new (gpointer stage)
{
  GtkWidget *row = g_object_new (tw_item_row_get_type (), NULL);

  tw_drag_add_source (row, row);
  tw_drag_add_target (row, dropped_cb, stage);
  return row;
}

/* --- what it shows --- */

static void
set_class (GtkWidget *widget, const char *class, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, class);
  else
    gtk_widget_remove_css_class (widget, class);
}

static void
show_when (TwItemRow *self, TwPerson *owner, TwAdoptionItem *item, TwDate today)
{
  g_autofree char *due = tw_words_due (item->due, item->done, today);
  g_autofree char *line
      = g_strdup_printf ("%s%s%s", owner != NULL ? owner->name : "",
                         owner != NULL && due != NULL ? " · " : "", due != NULL ? due : "");

  tw_label_set_due (self->when, line, item->due, item->done, today);
  gtk_widget_set_visible (self->when, *line != '\0');
}

static void
fill_evidence (TwItemRow *self, TwAdoption *page, TwAdoptionItem *item)
{
  const char *hint = tw_playbook_evidence (tw_adoption_playbook (page), item->kind);

  tw_name_set_hint (TW_NAME (self->evidence),
                    hint != NULL ? hint : _ ("Words, a link or a file’s name"));
  tw_name_set_text (TW_NAME (self->evidence), item->evidence != NULL ? item->evidence : "");
  tw_set_tooltip (self->add_evidence, hint);
  show_evidence (self, item, tw_name_is_edited (TW_NAME (self->evidence)));
}

void
tw_adoption_item_fill (GtkWidget *row, gpointer record, gpointer stage)
{
  TwItemRow *self = (TwItemRow *) row;
  TwAdoption *page = ((TwAdoptionStage *) stage)->page;
  TwAdoptionItem *item = record;
  TwDate today = tw_view_state_today (page->state);
  TwPerson *owner = tw_role_owner_shown (tw_adoption_plan (page), item->owner, item->role);
  gboolean overdue = tw_is_item_overdue (item->due, item->done, today);

  tw_tick_show (self->tick, item->done != TW_DATE_NONE, G_CALLBACK (ticked_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tick), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  item->text, -1);
  tw_name_set_text (TW_NAME (self->name), item->text);
  show_when (self, owner, item, today);
  fill_evidence (self, page, item);
  gtk_label_set_text (GTK_LABEL (self->note), item->note != NULL ? item->note : "");
  gtk_widget_set_visible (self->note_line, item->note != NULL);
  gtk_widget_set_visible (self->lock, item->internal);
  set_class (self->name, "tw-done", item->done != TW_DATE_NONE);
  set_class (self->name, "tw-strong", overdue);
  set_class (row, "tw-overdue", overdue);
  tw_clear_children (self->side);
  if (overdue)
    gtk_box_append (GTK_BOX (self->side), tw_glyph_new (TW_GLYPH_LATE));
  if (owner != NULL)
    gtk_box_append (GTK_BOX (self->side), tw_badge_new (owner));
  gtk_list_box_row_changed (GTK_LIST_BOX_ROW (row));
}
