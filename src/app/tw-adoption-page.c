/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-add-row.h"
#include "tw-adoption-private.h"
#include "tw-ask.h"
#include "tw-columns.h"
#include "tw-edit.h"
#include "tw-fold.h"
#include "tw-menu.h"
#include "tw-playbook-add.h"
#include "tw-record-list.h"
#include "tw-stages.h"

/* Are people using it: stages with their checklists. */

TwPlan *
tw_adoption_plan (TwAdoption *page)
{
  return tw_document_plan (tw_view_state_document (page->state));
}

TwPlaybook *
tw_adoption_playbook (TwAdoption *page)
{
  return tw_document_playbook (tw_view_state_document (page->state));
}

const char *
tw_adoption_item_text (TwAdoption *page, const char *id)
{
  TwPlan *plan = tw_adoption_plan (page);
  TwPlace place;

  return tw_plan_find (plan, &tw_adoption_item_type, id, &place)
             ? tw_record_name (tw_plan_at (plan, &place))
             : "";
}

void
tw_adoption_follow (TwAdoption *page, const char *id)
{
  g_free (page->follow);
  page->follow = g_strdup (id);
}

gboolean
tw_adoption_shows (TwAdoption *page, TwAdoptionItem *item)
{
  return tw_item_is_for (item, page->workload)
         && (page->shows == TW_SHOWS_ALL
             || (page->shows == TW_SHOWS_OPEN && item->done == TW_DATE_NONE)
             || (page->shows == TW_SHOWS_OVERDUE
                 && tw_is_item_overdue (item->due, item->done, tw_view_state_today (page->state))));
}

/* --- stages --- */

/* The stage called id, and its place; NULL if it is gone. */
static TwAdoptionStage *
find_stage (TwAdoption *page, const char *id, guint *at)
{
  for (guint i = 0; i < page->stages->len; i++)
    {
      TwAdoptionStage *stage = page->stages->pdata[i];

      if (!g_str_equal (stage->id, id))
        continue;
      *at = i;
      return stage;
    }
  return NULL;
}

static TwAdoptionStage *
stage_of (TwAdoption *page, GVariant *parameter, guint *at)
{
  return find_stage (page, g_variant_get_string (parameter, NULL), at);
}

static const char *
name_of (TwAdoption *page, guint at)
{
  return ((TwStage *) tw_adoption_plan (page)->adoption->items[at])->name;
}

/* The arrow that gets the focus after the next change. */
static void
follow_stage (TwAdoption *page, const char *id)
{
  g_free (page->follow_stage);
  page->follow_stage = g_strdup (id);
}

static void
add_item_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  TwAdoption *page = data;
  guint at;
  TwAdoptionStage *stage = stage_of (page, parameter, &at);

  if (stage == NULL)
    return;
  tw_stages_choose (TW_STAGES (page->board), at);
  tw_add_row_open (stage->add);
}

static void
offer_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  guint at;
  TwAdoptionStage *stage = stage_of (data, parameter, &at);

  if (stage != NULL)
    tw_adoption_stage_offer (stage);
}

static void
rename_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  guint at;
  TwAdoptionStage *stage = stage_of (data, parameter, &at);

  if (stage != NULL)
    tw_adoption_stage_rename (stage);
}

static void
step_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TwAdoption *page = data;
  guint at, to;
  TwAdoptionStage *stage = stage_of (page, parameter, &at);
  GError *error = NULL;
  TwPlan *plan;

  if (stage == NULL)
    return;
  to = at + (g_str_equal (g_action_get_name (G_ACTION (action)), "later") ? 1 : G_MAXUINT);
  if (to >= page->stages->len)
    return;
  plan = tw_edit_relocate (tw_adoption_plan (page), &tw_stage_type, stage->id, NULL, to, &error);
  follow_stage (page, stage->id);
  tw_view_state_edit (page->state, page->widget, plan, error, NULL, C_ ("undo step", "Move “%s”"),
                      name_of (page, at));
}

static void
remove_stage (TwAdoption *page, const char *id)
{
  guint at;
  GError *error = NULL;
  TwPlan *plan;
  g_autofree char *name = NULL;

  if (find_stage (page, id, &at) == NULL)
    return;
  name = g_strdup (name_of (page, at));
  at = at + 1 < page->stages->len ? at + 1 : at - 1; /* beyond the end: none */
  follow_stage (page,
                at < page->stages->len ? ((TwAdoptionStage *) page->stages->pdata[at])->id : NULL);
  plan = tw_edit_delete (tw_adoption_plan (page), &tw_stage_type, id, NULL, &error);
  tw_view_state_edit (page->state, page->widget, plan, error, NULL, C_ ("undo step", "Remove “%s”"),
                      name);
}

typedef struct
{
  GtkWidget *widget; /* of the page, referenced */
  char *id;
} Removal;

static void
removal_cb (const char *response, gpointer data)
{
  Removal *removal = data;
  TwAdoption *page = g_object_get_data (G_OBJECT (removal->widget), "tw-page");

  if (g_str_equal (response, "remove") && gtk_widget_get_root (removal->widget) != NULL)
    remove_stage (page, removal->id);
  g_object_unref (removal->widget);
  g_free (removal->id);
  g_free (removal);
}

/* Asks where there is something to lose. */
static void
remove_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  TwAdoption *page = data;
  guint at, n;
  TwAdoptionStage *stage = stage_of (page, parameter, &at);
  g_autofree char *heading = NULL;
  g_autofree char *text = NULL;
  Removal *removal;

  if (stage == NULL)
    return;
  n = tw_list_n (((TwStage *) tw_adoption_plan (page)->adoption->items[at])->checklist);
  if (n == 0)
    {
      remove_stage (page, stage->id);
      return;
    }
  heading = g_strdup_printf (_ ("Remove “%s”?"), name_of (page, at));
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Its item goes with it.", "Its %u items go with it.", n), n);
  removal = g_new (Removal, 1);
  *removal = (Removal){ g_object_ref (page->widget), g_strdup (stage->id) };
  tw_ask (GTK_WINDOW (gtk_widget_get_root (page->widget)), heading, text, removal_cb, removal,
          "cancel", _ ("Cancel"), "remove", _ ("Remove"), NULL);
}

/* --- adding stages --- */

static void
named_cb (GtkEntry *entry, gpointer data)
{
  TwAdoption *page = data;
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER);
  GError *error = NULL;
  TwPlan *plan;

  if (*g_strstrip (name) == '\0')
    return;
  plan = tw_edit_add (tw_adoption_plan (page), &tw_stage_type, NULL, G_MAXUINT, name, NULL, &error);
  tw_stages_choose (TW_STAGES (page->board), page->stages->len);
  tw_view_state_edit (page->state, page->widget, plan, error, NULL, C_ ("undo step", "Add “%s”"),
                      name);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

/* Asks for its name, where it is added. */
static void
add_stage_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED,
                  gpointer data)
{
  TwAdoption *page = data;
  GtkWidget *popover = gtk_popover_new (), *entry = gtk_entry_new ();

  tw_set_placeholder (entry, _ ("Name of the stage"));
  g_signal_connect (entry, "activate", G_CALLBACK (named_cb), page);
  gtk_popover_set_child (GTK_POPOVER (popover), entry);
  tw_popover_show (popover, page->add_stage);
  gtk_widget_grab_focus (entry);
}

/* parameter "": all that are missing. */
static void
add_from_playbook_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  TwAdoption *page = data;
  const char *id = g_variant_get_string (parameter, NULL);
  GError *error = NULL;
  TwPlan *plan = tw_playbook_add_stages (
      tw_adoption_playbook (page), tw_document_schedule (tw_view_state_document (page->state)),
      *id != '\0' ? id : NULL, tw_view_state_today (page->state), &error);

  tw_view_state_edit (page->state, page->widget, plan, error, NULL, "%s",
                      C_ ("undo step", "Add Stages from Playbook"));
}

/* --- the page's menu --- */

static GMenuModel *
missing_menu (GPtrArray *missing)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < missing->len; i++)
    tw_menu_append (menu, ((TwPbStage *) missing->pdata[i])->name, "adoption.add-from-playbook",
                    ((TwPbStage *) missing->pdata[i])->id);
  if (missing->len > 1)
    tw_menu_append (menu, C_ ("stages", "All"), "adoption.add-from-playbook", "");
  return G_MENU_MODEL (menu);
}

/* As it is when it is opened. */
static void
menu_cb (GtkMenuButton *button, gpointer data)
{
  TwAdoption *page = data;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) adds = g_menu_new ();
  g_autoptr (GMenu) stages = g_menu_new ();
  g_autoptr (GPtrArray) missing
      = tw_playbook_missing_stages (tw_adoption_playbook (page), tw_adoption_plan (page));
  g_autoptr (GMenuModel) offers = missing_menu (missing);

  g_menu_append (adds, _ ("Add Stage…"), "adoption.add-stage");
  if (missing->len > 0)
    g_menu_append_submenu (adds, _ ("Add Stage from Playbook"), offers);
  for (guint i = 0; i < page->stages->len; i++)
    {
      g_autoptr (GMenuModel) own = tw_adoption_stage_menu (page->stages->pdata[i]);
      g_autofree char *label = tw_menu_label (name_of (page, i));

      g_menu_append_submenu (stages, label, own);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (adds));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (stages));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* --- what it shows --- */

static gboolean
has_stages (TwAdoption *page, TwList *stages)
{
  gboolean same = page->stages->len == tw_list_n (stages);

  for (guint i = 0; same && i < page->stages->len; i++)
    same = g_str_equal (((TwAdoptionStage *) page->stages->pdata[i])->id,
                        ((TwStage *) stages->items[i])->id);
  return same;
}

/* The stage that we are in. */
static guint
current_stage (TwAdoption *page)
{
  TwStageFacts own;

  for (guint i = 0; i < page->stages->len; i++)
    {
      tw_facts_stage (tw_view_state_facts (page->state), i, &own);
      if (own.current)
        return i;
    }
  return 0;
}

/* The stage that was chosen before the columns were made anew; NULL: a new one, at its place. */
static void
choose_again (TwAdoption *page, const char *before)
{
  guint at = MIN (tw_stages_chosen (TW_STAGES (page->board)), MAX (page->stages->len, 1) - 1);

  if (before != NULL)
    find_stage (page, before, &at);
  tw_stages_choose (TW_STAGES (page->board), at);
}

/* Columns stay while their stages do. */
static void
show_stages (TwAdoption *page)
{
  TwList *stages = tw_adoption_plan (page)->adoption;
  guint chosen = tw_stages_chosen (TW_STAGES (page->board));
  gboolean first = page->stages->len == 0;
  g_autofree char *before = NULL;

  if (has_stages (page, stages))
    return;
  if (chosen < page->stages->len)
    before = g_strdup (((TwAdoptionStage *) page->stages->pdata[chosen])->id);
  tw_stages_clear (TW_STAGES (page->board));
  g_ptr_array_set_size (page->stages, 0);
  TW_FOREACH (TwStage, record, stages)
    {
      TwAdoptionStage *stage = tw_adoption_stage_new (page, record->id);

      g_ptr_array_add (page->stages, stage);
      tw_stages_append (TW_STAGES (page->board), stage->arrow, stage->column);
    }
  if (first)
    tw_stages_choose (TW_STAGES (page->board), current_stage (page));
  else
    choose_again (page, before);
}

static void
show_head (TwAdoption *page)
{
  TwPlan *plan = tw_adoption_plan (page);
  TwWorkload *workload = tw_list_find (plan->workloads, page->workload, NULL);
  TwStageFacts all;
  g_autofree char *text = NULL;

  tw_facts_adoption (tw_view_state_facts (page->state), page->workload, &all);
  text = tw_words_stage_count (&all);
  gtk_label_set_text (GTK_LABEL (page->count), text);
  gtk_label_set_text (GTK_LABEL (page->filter),
                      workload != NULL ? workload->name : _ ("All workloads"));
}

static void
show_follow (TwAdoption *page)
{
  guint at;
  TwAdoptionStage *moved
      = page->follow_stage != NULL ? find_stage (page, page->follow_stage, &at) : NULL;

  if (moved != NULL)
    gtk_widget_grab_focus (moved->arrow);
  g_clear_pointer (&page->follow_stage, g_free);
  for (guint i = 0; page->follow != NULL && i < page->stages->len; i++)
    {
      TwAdoptionStage *stage = page->stages->pdata[i];
      GtkListBoxRow *row = tw_record_list_row (GTK_LIST_BOX (stage->list), page->follow);

      if (row == NULL)
        continue;
      tw_stages_choose (TW_STAGES (page->board), i);
      gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  g_clear_pointer (&page->follow, g_free);
}

static void
show_empty (TwAdoption *page)
{
  gboolean empty = page->stages->len == 0;
  g_autoptr (GPtrArray) missing
      = tw_playbook_missing_stages (tw_adoption_playbook (page), tw_adoption_plan (page));

  gtk_widget_set_visible (page->empty, empty);
  gtk_widget_set_visible (page->board, !empty);
  gtk_widget_set_visible (page->count, !empty);
  gtk_widget_set_visible (page->tools, !empty);
  gtk_widget_set_visible (page->from_playbook, missing->len > 0);
  page->add_stage = empty ? page->first_stage : page->more;
}

/* What is asked for mustn't be filtered out. */
static void
show_everything (TwAdoption *page)
{
  page->shows = TW_SHOWS_ALL;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (page->all), TRUE);
  g_action_group_change_action_state (page->actions, "workload", g_variant_new_string (""));
}

static void
refresh (GtkWidget *widget)
{
  TwAdoption *page = g_object_get_data (G_OBJECT (widget), "tw-page");
  TwPlan *plan = tw_adoption_plan (page);
  TwDate today = tw_view_state_today (page->state);
  gboolean all = page->people != plan->people || page->today != today || page->restyled;
  char *shown;

  if (tw_view_state_take_shown (page->state, "adoption", &shown) != NULL)
    {
      g_free (page->follow);
      page->follow = shown;
      show_everything (page);
    }
  if (page->workload != NULL && tw_list_find (plan->workloads, page->workload, NULL) == NULL)
    g_action_group_change_action_state (page->actions, "workload", g_variant_new_string (""));
  show_stages (page);
  for (guint i = 0; i < page->stages->len; i++)
    tw_adoption_stage_show (page->stages->pdata[i], i, all);
  g_clear_pointer (&page->people, tw_list_unref);
  page->people = plan->people != NULL ? tw_list_ref (plan->people) : NULL;
  page->today = today;
  page->restyled = FALSE;
  show_head (page);
  show_empty (page);
  show_follow (page);
}

static void
restyled_cb (GtkWidget *widget)
{
  ((TwAdoption *) g_object_get_data (G_OBJECT (widget), "tw-page"))->restyled = TRUE;
  refresh (widget);
}

/* --- filters --- */

static void
shows_cb (GtkToggleButton *button, gpointer data)
{
  TwAdoption *page = data;

  if (!gtk_toggle_button_get_active (button))
    return;
  page->shows = (TwShows) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "tw-shows"));
  refresh (page->widget);
}

static GtkWidget *
shows_new (TwAdoption *page)
{
  const char *const labels[]
      = { C_ ("items", "All"), C_ ("items", "Open"), C_ ("items", "Overdue") };
  GtkWidget *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (linked, "linked");
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (labels[i]);

      g_object_set_data (G_OBJECT (button), "tw-shows", GUINT_TO_POINTER (i));
      if (i == 0)
        page->all = button;
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (page->all));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == 0);
      g_signal_connect (button, "toggled", G_CALLBACK (shows_cb), page);
      gtk_box_append (GTK_BOX (linked), button);
    }
  return linked;
}

static void
workload_state_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  TwAdoption *page = data;
  const char *id = g_variant_get_string (value, NULL);

  g_simple_action_set_state (action, value);
  g_free (page->workload);
  page->workload = *id != '\0' ? g_strdup (id) : NULL;
  refresh (page->widget);
}

static void
workloads_cb (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  tw_menu_append (menu, _ ("All workloads"), "adoption.workload", "");
  TW_FOREACH (TwWorkload, workload, tw_adoption_plan (data)->workloads)
    tw_menu_append (menu, workload->name, "adoption.workload", workload->id);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static GtkWidget *
workloads_new (TwAdoption *page, GtkWidget *child)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), child);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), GTK_IS_LABEL (child));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), workloads_cb, page, NULL);
  tw_set_tooltip (button, _ ("Items for a Workload"));
  return button;
}

/* --- the page --- */

static GtkWidget *
head_new (TwAdoption *page)
{
  GtkWidget *head = tw_columns_new (2, 400, 12), *fold = tw_fold_new ();
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *filters;

  page->count = tw_label_new ("", "tw-secondary");
  page->filter = tw_label_new ("", NULL);
  gtk_label_set_wrap (GTK_LABEL (page->filter), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (page->filter), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (page->filter), 10);
  gtk_label_set_max_width_chars (GTK_LABEL (page->filter), 24);
  tw_fold_add (TW_FOLD (fold), workloads_new (page, page->filter), 0);
  tw_fold_add (TW_FOLD (fold),
               workloads_new (page, gtk_image_new_from_icon_name ("tw-filter-symbolic")), 0);
  page->more = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (page->more), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (page->more), menu_cb, page, NULL);
  tw_set_tooltip (page->more, _ ("Stages"));
  page->tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  filters = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_append (GTK_BOX (filters), shows_new (page));
  gtk_box_append (GTK_BOX (filters), fold);
  gtk_widget_set_halign (page->tools, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (page->tools), filters);
  gtk_box_append (GTK_BOX (page->tools), page->more);
  gtk_widget_set_hexpand (page->count, TRUE);
  gtk_widget_set_size_request (title, -1, 34); /* as high as buttons beside it */
  gtk_box_append (GTK_BOX (title), tw_label_new (_ ("Adoption"), "title-3"));
  gtk_box_append (GTK_BOX (title), page->count);
  tw_columns_append (TW_COLUMNS (head), title);
  tw_columns_append (TW_COLUMNS (head), page->tools);
  return head;
}

static GtkWidget *
empty_new (TwAdoption *page)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  page->from_playbook = gtk_button_new_with_label (_ ("Add Stages from Playbook"));
  page->first_stage = gtk_button_new_with_label (_ ("Add Stage…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (page->from_playbook),
                                  "adoption.add-from-playbook");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (page->from_playbook), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (page->first_stage), "adoption.add-stage");
  gtk_widget_add_css_class (page->from_playbook, "suggested-action");
  gtk_box_append (GTK_BOX (buttons), page->from_playbook);
  gtk_box_append (GTK_BOX (buttons), page->first_stage);
  return tw_nothing_new (_ ("No stages"), buttons);
}

static void
add_actions (TwAdoption *page)
{
  static const GActionEntry entries[] = {
    { .name = "add", .activate = add_item_action, .parameter_type = "s" },
    { .name = "offer", .activate = offer_action, .parameter_type = "s" },
    { .name = "rename", .activate = rename_action, .parameter_type = "s" },
    { .name = "earlier", .activate = step_action, .parameter_type = "s" },
    { .name = "later", .activate = step_action, .parameter_type = "s" },
    { .name = "remove", .activate = remove_action, .parameter_type = "s" },
    { .name = "add-stage", .activate = add_stage_action },
    { .name = "add-from-playbook", .activate = add_from_playbook_action, .parameter_type = "s" },
    { .name = "workload", .parameter_type = "s", .state = "''", .change_state = workload_state_cb },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), page);
  gtk_widget_insert_action_group (page->widget, "adoption", G_ACTION_GROUP (group));
  page->actions = G_ACTION_GROUP (group);
}

static void
page_free (gpointer data)
{
  TwAdoption *page = data;

  g_ptr_array_unref (page->stages);
  g_clear_pointer (&page->people, tw_list_unref);
  g_free (page->workload);
  g_free (page->follow);
  g_free (page->follow_stage);
  g_free (page);
}

GtkWidget *
tw_adoption_page_new (TwViewState *state)
{
  TwAdoption *page = g_new0 (TwAdoption, 1);
  GtkWidget *content;

  page->widget = tw_column_new (1400, &content);
  page->state = state;
  page->stages = g_ptr_array_new_with_free_func (tw_adoption_stage_free);
  add_actions (page);
  page->board = tw_stages_new ();
  page->empty = empty_new (page);
  gtk_box_append (GTK_BOX (content), head_new (page));
  gtk_box_append (GTK_BOX (content), page->empty);
  gtk_box_append (GTK_BOX (content), page->board);
  gtk_box_append (GTK_BOX (content), tw_enablers_new (state));
  g_object_set_data_full (G_OBJECT (page->widget), "tw-page", page, page_free);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (restyled_cb), page->widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (restyled_cb), page->widget, G_CONNECT_SWAPPED);
  tw_page_follow (page->widget, state, refresh);
  return page->widget;
}
