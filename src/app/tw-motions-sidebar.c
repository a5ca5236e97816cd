/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-drag.h"
#include "tw-menu.h"
#include "tw-motions-sidebar.h"
#include "tw-page.h"
#include "tw-record-list.h"
#include "tw-words.h"

typedef struct
{
  TwViewState *state;
  GtkWidget *widget;
  GtkWidget *lists[2]; /* motions, approaches */
  char *shown;         /* what is marked */
  TwFacts *facts;      /* what the rows say */
} Sidebar;

static TwPlan *
plan_of (TwViewState *state)
{
  return tw_document_plan (tw_view_state_document (state));
}

static TwList *
records_of (TwPlan *plan, gboolean approaches)
{
  return approaches ? plan->approaches : plan->motions;
}

/* --- the rows of the plan --- */

/* The playbook's id of a pale row, NULL for one of the plan. */
static const char *
kind_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "tw-kind");
}

static char *
motion_line (TwFacts *facts, TwMotion *motion, int number)
{
  TwIndex *index = tw_schedule_index (tw_facts_schedule (facts));
  const TwSpan *span = tw_schedule_span (tw_facts_schedule (facts), (guint) number);
  const TwNodeFacts *own = tw_facts_node (facts, (guint) number);
  g_autofree char *finish = tw_words_date_near (span->finish, tw_facts_today (facts), FALSE);
  g_autofree char *start = tw_words_date_near (span->start, tw_facts_today (facts), FALSE);
  int current = tw_facts_current_phase (facts);

  if (tw_list_n (motion->phases) == 0)
    return g_strdup (_ ("No phases yet"));
  if (own->state == TW_STATUS_DONE)
    return g_strdup_printf (_ ("Finished %s"), finish);
  if (current >= 0 && tw_index_node (index, (guint) current)->parent == number)
    return g_strdup_printf (_ ("In %s, ends %s"),
                            tw_record_name (tw_index_node (index, (guint) current)->record),
                            finish);
  return span->start == span->finish ? g_steal_pointer (&start)
                                     : g_strdup_printf (_ ("%s to %s"), start, finish);
}

static char *
approach_line (const TwApproachFacts *own)
{
  if (own->blocked > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u activity, %u blocked",
                                         "%u activities, %u blocked", own->n),
                            own->n, own->blocked);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u activity, %u done", "%u activities, %u done", own->n),
      own->n, own->done);
}

static void
dropped_cb (GtkWidget *target, const TwRecordType *type, const char *id, gboolean below,
            gpointer data)
{
  Sidebar *self = data;
  gboolean approach = type == &tw_approach_type;

  if (gtk_widget_get_parent (target) != self->lists[approach])
    return;
  if (approach)
    gtk_widget_activate_action (self->widget, "motions.place-approach", "(su)", id,
                                tw_record_list_drop_place (target, id, below));
  else
    gtk_widget_activate_action (self->widget, "motions.drop", "(ssb)", id, tw_drag_id (target),
                                below);
}

/* What is held over a motion is to come into it: its outline takes the place of the other one. */
static void
hovered_cb (GtkWidget *row, gpointer data)
{
  gtk_widget_activate_action (((Sidebar *) data)->widget, "motions.open", "s", tw_drag_id (row));
}

GMenuModel *
tw_motions_menu_new (gboolean approach)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) edits = g_menu_new (), order = g_menu_new (), end = g_menu_new ();

  g_menu_append (edits, _ ("Rename"), "motions.rename");
  g_menu_append (edits, _ ("Customer Name and Details"), "motions.select");
  if (!approach)
    {
      g_menu_append (edits, _ ("Duplicate"), "motions.duplicate");
      g_menu_append (edits, _ ("Compare with Playbook…"), "motions.compare");
    }
  g_menu_append (edits, _ ("Save as Template…"), "motions.save-template");
  g_menu_append (order, _ ("Move Up"), "motions.up");
  g_menu_append (order, _ ("Move Down"), "motions.down");
  g_menu_append (end, _ ("Remove from the Plan"), "motions.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edits));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
  return G_MENU_MODEL (menu);
}

/* What is chosen from a row's menu is done to what the page shows: the row's own. */
static GMenuModel *
menu_of (GtkWidget *row, gboolean approach)
{
  gtk_widget_grab_focus (row);
  gtk_widget_activate_action (row, "motions.show", "s", tw_drag_id (row));
  return tw_motions_menu_new (approach);
}

static GMenuModel *
motion_menu (GtkWidget *row)
{
  return menu_of (row, FALSE);
}

static GMenuModel *
approach_menu (GtkWidget *row)
{
  return menu_of (row, TRUE);
}

static GtkWidget *
row_new (Sidebar *self, TwMenuFunc menu)
{
  GtkWidget *row = gtk_list_box_row_new ();

  tw_drag_add_source (row, row);
  tw_drag_add_target (row, dropped_cb, self);
  tw_menu_attach (row, menu);
  return row;
}

static GtkWidget *
motion_row_new (gpointer data)
{
  GtkWidget *row = row_new (data, motion_menu);

  tw_drag_add_hover (row, hovered_cb, data);
  return row;
}

static GtkWidget *
approach_row_new (gpointer data)
{
  return row_new (data, approach_menu);
}

static void
fill_motion (GtkWidget *row, gpointer record, gpointer data)
{
  TwFacts *facts = tw_view_state_facts (((Sidebar *) data)->state);
  TwMotion *motion = record;
  int number = tw_index_find (tw_schedule_index (tw_facts_schedule (facts)), motion->id);
  const TwNodeFacts *own = tw_facts_node (facts, (guint) number);
  g_autofree char *line = motion_line (facts, motion, number);

  gtk_list_box_row_set_child (
      GTK_LIST_BOX_ROW (row),
      tw_row_new (tw_glyph_new (tw_glyph_for_status (own->state, own->late)), motion->name, line,
                  NULL));
}

static void
fill_approach (GtkWidget *row, gpointer record, gpointer data)
{
  TwApproach *approach = record;
  TwApproachFacts own;
  g_autofree char *line = NULL;

  tw_facts_approach (tw_view_state_facts (((Sidebar *) data)->state), approach, &own);
  line = approach_line (&own);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row),
                              tw_row_new (tw_glyph_new (tw_glyph_for_status (own.state, FALSE)),
                                          approach->name, line, NULL));
}

/* --- what the playbook has and the plan lacks --- */

/* Whether a motion or approach of the plan is of this kind. */
static gboolean
has_kind (TwList *records, const char *kind)
{
  TW_FOREACH (TwRecord, record, records)
    if (g_strcmp0 (tw_record_get (record, tw_record_type_field (record->type, "kind")).string, kind)
        == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_older (TwRecord *record)
{
  return record->type == &tw_pb_motion_type && !((TwPbMotion *) record)->current;
}

/* The pale rows stand behind those of the plan; they are made again only when they are others, so
 * that the focus stays. */
static void
show_offers (Sidebar *self, gboolean approaches)
{
  GtkListBox *list = GTK_LIST_BOX (self->lists[approaches]);
  TwPlaybook *playbook = tw_document_playbook (tw_view_state_document (self->state));
  TwList *own = records_of (plan_of (self->state), approaches);
  int at = (int) tw_list_n (own);
  GtkListBoxRow *row;

  TW_FOREACH (TwRecord, offered, approaches ? playbook->approaches : playbook->motions)
    {
      char buffer[TW_DATE_LENGTH];
      const char *kind = tw_record_key (offered, buffer);

      if (is_older (offered) || has_kind (own, kind))
        continue;
      while ((row = gtk_list_box_get_row_at_index (list, at)) != NULL
             && !g_str_equal (kind_of (GTK_WIDGET (row)), kind))
        gtk_list_box_remove (list, GTK_WIDGET (row));
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (gtk_list_box_row_new ());
          g_object_set_data_full (G_OBJECT (row), "tw-kind", g_strdup (kind), g_free);
          gtk_list_box_row_set_child (row, tw_row_new (tw_glyph_new (TW_GLYPH_SKIPPED),
                                                       tw_record_name (offered),
                                                       _ ("Not in this plan"), NULL));
          gtk_widget_add_css_class (GTK_WIDGET (row), "tw-offer");
          gtk_list_box_insert (list, GTK_WIDGET (row), at);
        }
      at++;
    }
  while ((row = gtk_list_box_get_row_at_index (list, at)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* The row of what is shown, NULL if it is in the other list. */
static GtkListBoxRow *
shown_row (Sidebar *self, GtkWidget *list)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (self->shown != NULL
        && (g_strcmp0 (tw_drag_id (row), self->shown) == 0
            || g_strcmp0 (kind_of (row), self->shown) == 0))
      return GTK_LIST_BOX_ROW (row);
  return NULL;
}

static void
fill (Sidebar *self)
{
  TwPlan *plan = plan_of (self->state);

  tw_record_list_show (GTK_LIST_BOX (self->lists[FALSE]), plan->motions, TRUE, motion_row_new,
                       fill_motion, self);
  tw_record_list_show (GTK_LIST_BOX (self->lists[TRUE]), plan->approaches, TRUE, approach_row_new,
                       fill_approach, self);
  show_offers (self, FALSE);
  show_offers (self, TRUE);
  g_clear_pointer (&self->facts, tw_facts_unref);
  self->facts = tw_facts_ref (tw_view_state_facts (self->state));
}

void
tw_motions_sidebar_refresh (GtkWidget *widget, const char *shown)
{
  Sidebar *self = g_object_get_data (G_OBJECT (widget), "tw-sidebar");
  gboolean other = g_strcmp0 (shown, self->shown) != 0;

  if (tw_view_state_facts (self->state) != self->facts)
    fill (self);
  g_free (self->shown);
  self->shown = g_strdup (shown);
  for (guint i = 0; i < G_N_ELEMENTS (self->lists); i++)
    {
      GtkListBoxRow *row;

      row = shown_row (self, self->lists[i]);
      gtk_list_box_select_row (GTK_LIST_BOX (self->lists[i]), row);
      /* The keys go on with what came in the place of the one they were for. */
      if (other && row != NULL && gtk_widget_get_focus_child (self->lists[i]) != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (row));
    }
}

void
tw_motions_sidebar_focus (GtkWidget *widget)
{
  Sidebar *self = g_object_get_data (G_OBJECT (widget), "tw-sidebar");

  for (guint i = 0; i < G_N_ELEMENTS (self->lists); i++)
    {
      GtkListBoxRow *row = shown_row (self, self->lists[i]);

      if (row != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (row));
    }
}

static void
sidebar_free (gpointer data)
{
  Sidebar *self = data;

  g_clear_pointer (&self->facts, tw_facts_unref);
  g_free (self->shown);
  g_free (self);
}

/* --- menus --- */

static void
append_offer (GMenu *menu, TwPlaybook *playbook, TwRecord *record)
{
  char buffer[TW_DATE_LENGTH];
  g_autofree char *label = tw_menu_label (tw_record_name (record));
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "motions.offer", "(ss)", playbook->id,
                                     tw_record_key (record, buffer));
  g_menu_append_item (menu, item);
}

static void
append_playbook (GMenu *menu, TwPlaybook *playbook, TwPlan *plan, gboolean approaches)
{
  g_autoptr (GMenu) section = g_menu_new (), older = g_menu_new ();
  gboolean template = playbook != tw_playbook_builtin ();

  TW_FOREACH (TwRecord, record, approaches ? playbook->approaches : playbook->motions)
    {
      char buffer[TW_DATE_LENGTH];

      if (!approaches || !has_kind (plan->approaches, tw_record_key (record, buffer)))
        append_offer (!template && is_older (record) ? older : section, playbook, record);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (older)) > 0)
    g_menu_append_submenu (section, _ ("Older motions"), G_MENU_MODEL (older));
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, template ? playbook->title : NULL, G_MENU_MODEL (section));
}

static GMenuModel *
add_menu (TwViewState *state, gboolean approaches)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) empty = g_menu_new ();
  g_autoptr (GPtrArray) playbooks = tw_playbook_list (NULL);

  for (guint i = 0; i < playbooks->len; i++)
    append_playbook (menu, playbooks->pdata[i], plan_of (state), approaches);
  if (approaches)
    g_menu_append (empty, _ ("Empty Approach"), "motions.add-approach");
  else
    g_menu_append (empty, _ ("Empty Motion"), "motions.add-motion");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (empty));
  return G_MENU_MODEL (menu);
}

/* Made anew each time: a template may have come. Closed, it gives the keyboard back to the button:
 * a page that is shown again would look for it in the menu that isn't there any more. */
static void
popup (GtkMenuButton *button, TwViewState *state, gboolean approaches)
{
  g_autoptr (GMenuModel) menu = add_menu (state, approaches);

  gtk_menu_button_set_menu_model (button, menu);
  g_signal_connect_swapped (gtk_menu_button_get_popover (button), "closed",
                            G_CALLBACK (gtk_widget_grab_focus), button);
}

static void
popup_motions (GtkMenuButton *button, gpointer data)
{
  popup (button, data, FALSE);
}

static void
popup_approaches (GtkMenuButton *button, gpointer data)
{
  popup (button, data, TRUE);
}

GtkWidget *
tw_motions_add_button_new (TwViewState *state, gboolean approaches)
{
  GtkWidget *add = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (add), "list-add-symbolic");
  gtk_menu_button_set_create_popup_func (
      GTK_MENU_BUTTON (add), approaches ? popup_approaches : popup_motions, state, NULL);
  tw_set_tooltip (add, approaches ? _ ("Add Approach") : _ ("Add Motion"));
  return add;
}

/* --- the widget --- */

static void
activated_cb (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row, gpointer data)
{
  Sidebar *self = data;
  const char *id = tw_drag_id (GTK_WIDGET (row));

  if (id != NULL)
    gtk_widget_activate_action (self->widget, "motions.show", "s", id);
  else
    gtk_widget_activate_action (self->widget, "motions.offer", "(ss)",
                                tw_document_playbook (tw_view_state_document (self->state))->id,
                                kind_of (GTK_WIDGET (row)));
}

/* A list marks the row that the focus comes to; here the mark is that of what the page shows. */
static void
selected_cb (GtkListBox *list, GtkListBoxRow *row, gpointer data)
{
  GtkListBoxRow *shown = shown_row (data, GTK_WIDGET (list));

  if (row != shown)
    gtk_list_box_select_row (list, shown);
}

/* What a key does is done to the row that has the focus. */
static gboolean
key_cb (GtkWidget *list, GVariant *arguments, gpointer data G_GNUC_UNUSED)
{
  GtkWidget *row = gtk_root_get_focus (gtk_widget_get_root (list));
  const char *id = row != NULL && GTK_IS_LIST_BOX_ROW (row) ? tw_drag_id (row) : NULL;

  if (id == NULL || !gtk_widget_activate_action (list, "motions.show", "s", id))
    return FALSE;
  return gtk_widget_activate_action (list, g_variant_get_string (arguments, NULL), NULL);
}

static void
add_keys (GtkWidget *list)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_Up, GDK_ALT_MASK, "motions.up" },
    { GDK_KEY_Down, GDK_ALT_MASK, "motions.down" },
    { GDK_KEY_d, GDK_CONTROL_MASK, "motions.duplicate" },
    { GDK_KEY_F2, 0, "motions.rename" },
    { GDK_KEY_Delete, 0, "motions.remove" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                                         gtk_callback_action_new (key_cb, NULL, NULL), "s",
                                         keys[i].action));
  gtk_widget_add_controller (list, controller);
}

static void
add_list (Sidebar *self, GtkWidget *box, gboolean approaches)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = tw_label_new (approaches ? _ ("Approaches") : _ ("Motions"), "heading");
  GtkWidget *add = tw_motions_add_button_new (self->state, approaches);
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (head, "tw-side-head");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (head), label);
  gtk_widget_add_css_class (add, "flat");
  gtk_box_append (GTK_BOX (head), add);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_widget_add_css_class (list, "tw-side-list");
  g_signal_connect (list, "row-activated", G_CALLBACK (activated_cb), self);
  g_signal_connect (list, "row-selected", G_CALLBACK (selected_cb), self);
  add_keys (list);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), list);
  self->lists[approaches] = list;
}

GtkWidget *
tw_motions_sidebar_new (TwViewState *state)
{
  Sidebar *self = g_new0 (Sidebar, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->state = state;
  self->widget = gtk_scrolled_window_new ();
  add_list (self, box, FALSE);
  add_list (self, box, TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->widget), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->widget), box);
  gtk_widget_set_size_request (self->widget, 236, -1);
  gtk_widget_set_hexpand (self->widget, FALSE);
  gtk_widget_add_css_class (self->widget, "tw-sidebar");
  g_object_set_data_full (G_OBJECT (self->widget), "tw-sidebar", self, sidebar_free);
  return self->widget;
}
