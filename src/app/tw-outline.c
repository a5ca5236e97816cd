/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-drag.h"
#include "tw-edit.h"
#include "tw-menu.h"
#include "tw-name.h"
#include "tw-nodes.h"
#include "tw-outline-row.h"
#include "tw-playbook-add.h"
#include "tw-terms.h"
#include "tw-tokens.h"

/* Below so many px there is room but for names. */
#define NARROW 220
#define NARROW_WIDE 520

struct _TwOutline
{
  GtkWidget parent_instance;

  TwViewState *state;
  gboolean wide;
  int row_height;
  char *scope;                        /* id of a motion or approach; NULL: all */
  GtkWidget *scrolled, *heads, *list; /* heads: NULL in the calendar's */
  GtkStringList *model;               /* the key of each row, in the order of rows */
  GtkMultiSelection *selection;
  GArray *rows;
  TwFacts *facts;    /* what the rows are of: older than the state's until they are made anew */
  GPtrArray *bound;  /* TwOutlineRow: those that stand for a row just now */
  char *rename;      /* the id of the row to be renamed once it is there */
  char *adding;      /* the id of the row behind which something is being added */
  gboolean to_entry; /* which gets the keyboard once it is there */
  gboolean refreshing, reveal;
  gboolean narrow;
  guint refill;
};

G_DEFINE_FINAL_TYPE (TwOutline, tw_outline, GTK_TYPE_WIDGET)

static TwTimelineRow *
row_at (TwOutline *self, guint position)
{
  return position < self->rows->len ? &g_array_index (self->rows, TwTimelineRow, position) : NULL;
}

static const char *
id_at (TwOutline *self, guint position)
{
  TwTimelineRow *row = row_at (self, position);

  return row != NULL ? tw_outline_row_id (self->facts, row) : NULL;
}

static gboolean
is_approach (TwOutline *self, const char *id)
{
  return tw_list_find (tw_document_plan (tw_view_state_document (self->state))->approaches, id,
                       NULL)
         != NULL;
}

/* --- rows and their widgets --- */

static void
setup_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, gpointer data)
{
  TwOutline *self = data;
  TwOutlineRow *row = tw_outline_row_new (self, self->state, self->wide, self->row_height);

  row->item = item;
  g_object_set_data_full (G_OBJECT (item), "tw-row", row, g_free);
  gtk_list_item_set_child (item, row->box);
}

static void
fill (TwOutline *self, TwOutlineRow *row)
{
  guint position = gtk_list_item_get_position (row->item);

  row->facts = self->facts;
  row->narrow = self->narrow;
  row->across = self->scope != NULL && is_approach (self, self->scope);
  row->adding = self->adding != NULL && g_strcmp0 (id_at (self, position), self->adding) == 0;
  if (row_at (self, position) != NULL)
    tw_outline_row_fill (row, row_at (self, position),
                         position > 0 ? row_at (self, position - 1) : NULL,
                         row_at (self, position + 1));
}

static void
bind_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, gpointer data)
{
  TwOutline *self = data;
  TwOutlineRow *row = g_object_get_data (G_OBJECT (item), "tw-row");

  g_ptr_array_add (self->bound, row);
  if (!self->refreshing)
    fill (self, row);
}

static void
unbind_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, gpointer data)
{
  g_ptr_array_remove_fast (TW_OUTLINE (data)->bound, g_object_get_data (G_OBJECT (item), "tw-row"));
}

static TwOutlineRow *
bound_row (TwOutline *self, const char *id)
{
  for (guint i = 0; i < self->bound->len; i++)
    {
      TwOutlineRow *row = self->bound->pdata[i];

      if (g_strcmp0 (tw_drag_id (row->box), id) == 0)
        return row;
    }
  return NULL;
}

/* --- selection --- */

static void
selected_cb (GtkSelectionModel *selection, guint at G_GNUC_UNUSED, guint n G_GNUC_UNUSED,
             gpointer data)
{
  TwOutline *self = data;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GtkBitset) bits = NULL;
  GtkBitsetIter iter;
  guint position;

  if (self->refreshing)
    return;
  bits = gtk_selection_model_get_selection (selection);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, bits, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    if (id_at (self, position) != NULL)
      g_ptr_array_add (ids, (gpointer) id_at (self, position));
  g_ptr_array_add (ids, NULL);
  tw_view_state_select_all (self->state, (const char *const *) ids->pdata);
}

/* Selects in the list what the state has selected; the first of them is *first. */
static void
follow_selection (TwOutline *self, guint *first)
{
  const char *const *ids = tw_view_state_selection (self->state);
  guint n = self->rows->len;
  g_autoptr (GtkBitset) chosen = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, n);

  *first = GTK_INVALID_LIST_POSITION;
  for (guint i = 0; ids[0] != NULL && i < n; i++)
    if (id_at (self, i) != NULL && g_strv_contains (ids, id_at (self, i)))
      {
        gtk_bitset_add (chosen, i);
        *first = MIN (*first, i);
      }
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), chosen, all);
}

/* --- in place --- */

void
tw_outline_rename_row (TwOutline *self, const char *id, const char *name)
{
  TwSchedule *schedule = tw_document_schedule (tw_view_state_document (self->state));
  int number = tw_index_find (tw_schedule_index (schedule), id);
  GError *error = NULL;
  TwPlan *plan = tw_plan_set_by_id (
      tw_schedule_plan (schedule),
      number >= 0
          ? ((TwRecord *) tw_index_node (tw_schedule_index (schedule), (guint) number)->record)
                ->type
          : &tw_recurring_type,
      id, "name", (TwValue){ .string = (char *) name }, &error);

  tw_view_state_edit (self->state, self, plan, error, NULL, C_ ("undo step", "Rename “%s”"), name);
}

static void
rename_action (GtkWidget *widget, const char *action G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED)
{
  TwOutline *self = TW_OUTLINE (widget);
  TwOutlineRow *row = bound_row (self, tw_view_state_selected (self->state));

  if (row != NULL && tw_drag_id (row->box) != NULL)
    tw_name_edit (TW_NAME (row->name));
}

static guint
find_row (TwOutline *self, const char *id)
{
  guint i = 0;

  while (i < self->rows->len && g_strcmp0 (id_at (self, i), id) != 0)
    i++;
  return i;
}

/* The id of the last row that is shown of a phase: an activity of it, or itself; of all else its
 * own. */
static const char *
last_row_of (TwOutline *self, const char *id)
{
  const char *last = id;
  guint i = find_row (self, id);

  if (row_at (self, i) != NULL && row_at (self, i)->kind == TW_ROW_PHASE)
    for (i++; row_at (self, i) != NULL && row_at (self, i)->kind == TW_ROW_ACTIVITY; i++)
      last = id_at (self, i);
  return last;
}

static void
set_adding (TwOutline *self, const char *id)
{
  char *copy = g_strdup (id);

  g_free (self->adding);
  self->adding = copy;
  self->to_entry = id != NULL;
}

/* Opens the entry behind a row, of a phase, which has to be open for that, behind its last one. */
static void
add_in_place (TwOutline *self, const char *id)
{
  g_autofree char *copy = g_strdup (id);

  if (g_hash_table_contains (tw_view_state_collapsed (self->state), copy))
    {
      tw_view_state_toggle (self->state, copy);
      tw_outline_refresh (self);
    }
  set_adding (self, last_row_of (self, copy));
  tw_outline_refresh (self);
}

/* The phase in which something is added behind the row called id, and its place there; NULL in a
 * motion. */
static TwNode *
phase_behind (TwOutline *self, const char *id, guint *at)
{
  TwIndex *index = tw_schedule_index (tw_document_schedule (tw_view_state_document (self->state)));
  int number = id != NULL ? tw_index_find (index, id) : -1;
  TwNode *node = number >= 0 ? tw_index_node (index, (guint) number) : NULL;

  *at = node != NULL && node->kind == TW_KIND_ACTIVITY ? node->at + 1 : G_MAXUINT;
  if (node == NULL || node->kind == TW_KIND_MOTION)
    return NULL;
  return node->kind == TW_KIND_PHASE ? node : tw_index_node (index, (guint) node->parent);
}

/* A new record below parent at at, under a name that is asked for where it stands. */
static void
add_and_rename (TwOutline *self, const TwRecordType *type, const char *parent, guint at,
                const char *name)
{
  char *id = NULL;
  GError *error = NULL;
  TwPlan *plan = tw_edit_add (tw_document_plan (tw_view_state_document (self->state)), type, parent,
                              at, name, &id, &error);

  if (tw_view_state_edit (self->state, self, plan, error, NULL, C_ ("undo step", "Add “%s”"), name))
    {
      g_free (self->rename);
      self->rename = g_strdup (id);
      tw_view_state_select (self->state, id);
    }
  g_clear_pointer (&id, g_ref_string_release);
}

/* Among what recurs in a motion, which has to be open for that. */
static void
add_recurring (TwOutline *self, TwMotion *motion)
{
  if (g_hash_table_contains (tw_view_state_collapsed (self->state), TW_RECURRING_GROUP))
    tw_view_state_toggle (self->state, TW_RECURRING_GROUP);
  add_and_rename (self, &tw_recurring_type, motion->id, G_MAXUINT, _ ("New recurring activity"));
}

void
tw_outline_name_new (TwOutline *self, const char *id)
{
  g_free (self->rename);
  self->rename = g_strdup (id);
  tw_view_state_select (self->state, id);
}

/* A new activity behind the one called id, at the end of a phase, a new phase in a motion. */
void
tw_outline_add_behind (TwOutline *self, const char *id)
{
  TwDocument *document = tw_view_state_document (self->state);
  TwList *motions = tw_document_plan (document)->motions;
  TwMotion *motion = NULL;
  guint at;
  TwNode *phase = phase_behind (self, id, &at);

  if (phase != NULL && self->wide)
    add_in_place (self, id);
  else if (phase != NULL)
    add_and_rename (self, &tw_activity_type, phase->id, at, _ ("New activity"));
  else if (id != NULL && tw_list_find (motions, id, NULL) != NULL)
    add_and_rename (self, &tw_phase_type, id, G_MAXUINT, _ ("New phase"));
  else if (g_strcmp0 (id, TW_RECURRING_GROUP) == 0 && self->scope != NULL)
    add_recurring (self, tw_list_find (motions, self->scope, NULL));
  else if (id != NULL
           && tw_index_recurring (tw_schedule_index (tw_document_schedule (document)), id, &motion)
                  != NULL)
    add_recurring (self, motion);
}

/* Where an approach is shown, what is added there is one of its. */
static TwPlan *
with_approach (TwOutline *self, TwPlan *plan, const char *id, GError **error)
{
  g_autoptr (TwPlan) added = plan;

  if (added == NULL || self->scope == NULL || !is_approach (self, self->scope))
    return g_steal_pointer (&added);
  return tw_plan_set_by_id (added, &tw_activity_type, id, "approach",
                            (TwValue){ .string = self->scope }, error);
}

void
tw_outline_add_named (TwOutline *self, const char *id, const char *text, const char *kind,
                      gboolean more)
{
  TwDocument *document = tw_view_state_document (self->state);
  guint at;
  TwNode *phase = phase_behind (self, id, &at);
  char *new_id = NULL;
  GError *error = NULL;
  TwPlan *plan;

  if (phase == NULL || g_strcmp0 (id, self->adding) != 0)
    return;
  if (*text != '\0')
    {
      plan = kind != NULL ? tw_playbook_add_activity (tw_document_playbook (document),
                                                      tw_document_plan (document), phase->id, kind,
                                                      at, &new_id, &error)
                          : tw_edit_add (tw_document_plan (document), &tw_activity_type, phase->id,
                                         at, text, &new_id, &error);
      plan = with_approach (self, plan, new_id, &error);
      if (!tw_view_state_edit (self->state, self, plan, error, NULL, C_ ("undo step", "Add “%s”"),
                               text))
        g_clear_pointer (&new_id, g_ref_string_release);
    }
  set_adding (self, more ? new_id : NULL);
  if (more && new_id != NULL)
    tw_view_state_select (self->state, new_id);
  else
    tw_outline_refresh (self);
  g_clear_pointer (&new_id, g_ref_string_release);
}

GPtrArray *
tw_outline_suggest (TwOutline *self, const char *id)
{
  TwDocument *document = tw_view_state_document (self->state);
  TwPlan *plan = tw_document_plan (document);
  GPtrArray *choices = tw_choices_new ();
  guint at;
  TwNode *phase = phase_behind (self, id, &at);
  g_autoptr (GPtrArray) missing
      = phase != NULL ? tw_playbook_suggestions (tw_document_playbook (document), plan, phase->id)
                      : NULL;

  for (guint i = 0; missing != NULL && i < missing->len; i++)
    {
      TwPbActivity *activity = ((TwMissing *) missing->pdata[i])->activity;

      tw_choices_add (choices, activity->id,
                      tw_term (tw_terms_language (plan->language), activity->name, NULL), NULL);
    }
  return choices;
}

static void
add_action (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  TwOutline *self = TW_OUTLINE (widget);

  tw_outline_add_behind (self, tw_view_state_selected (self->state));
}

static void
toggle_action (GtkWidget *widget, const char *action, GVariant *parameter G_GNUC_UNUSED)
{
  TwOutline *self = TW_OUTLINE (widget);
  const char *id = tw_view_state_selected (self->state);

  for (guint i = 0; id != NULL && i < self->rows->len; i++)
    {
      TwTimelineRow *row = row_at (self, i);

      if (g_strcmp0 (id_at (self, i), id) != 0)
        continue;
      if (tw_outline_row_is_group (row) && row->collapsed == g_str_equal (action, "outline.open"))
        tw_view_state_toggle (self->state, id);
      return;
    }
}

void
tw_outline_show_menu (TwOutline *self, GtkWidget *at, double x, double y, const char *id)
{
  double to_x, to_y;

  if (!g_strv_contains (tw_view_state_selection (self->state), id))
    tw_view_state_select (self->state, id);
  gtk_widget_translate_coordinates (at, GTK_WIDGET (self), x, y, &to_x, &to_y);
  tw_menu_show (GTK_WIDGET (self), tw_nodes_menu (self->state, id), to_x, to_y);
}

static void
menu_action (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  TwOutline *self = TW_OUTLINE (widget);
  const char *id = tw_view_state_selected (self->state);
  TwOutlineRow *row = id != NULL ? bound_row (self, id) : NULL;

  if (row != NULL)
    tw_outline_show_menu (self, row->main, 60, self->row_height, id);
}

/* The list would take these keys: the space bar for selecting what is selected already, the arrows
 * for columns that it doesn't have. */
static gboolean
key_cb (GtkEventControllerKey *controller G_GNUC_UNUSED, guint key, guint code G_GNUC_UNUSED,
        GdkModifierType modifiers, gpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (data));
  gboolean mirrored = gtk_widget_get_direction (data) == GTK_TEXT_DIR_RTL;

  if ((modifiers & gtk_accelerator_get_default_mod_mask ()) != 0 || GTK_IS_BUTTON (focus)
      || GTK_IS_EDITABLE (focus))
    return FALSE;
  if (key == GDK_KEY_space)
    gtk_widget_activate_action (data, "nodes.tick", NULL);
  else if (key == GDK_KEY_Right || key == GDK_KEY_Left)
    gtk_widget_activate_action (
        data, (key == GDK_KEY_Right) != mirrored ? "outline.open" : "outline.close", NULL);
  else
    return FALSE;
  return TRUE;
}

/* --- showing the plan again --- */

static void
make_rows (TwOutline *self)
{
  g_array_unref (self->rows);
  g_clear_pointer (&self->facts, tw_facts_unref);
  self->facts = tw_facts_ref (tw_view_state_facts (self->state));
  /* Where one edits nothing is left out. */
  self->rows = self->scope != NULL
                   ? tw_outline_rows (self->state, self->scope)
                   : tw_timeline_rows (tw_view_state_facts (self->state),
                                       tw_view_state_collapsed (self->state),
                                       self->wide ? NULL : tw_view_state_filter (self->state),
                                       tw_view_state_selection (self->state));
}

/* Tells the list which rows came and went; those before and behind stay what they are. */
static void
splice_model (TwOutline *self)
{
  guint old = g_list_model_get_n_items (G_LIST_MODEL (self->model)), new = self->rows->len;
  guint head = 0, tail = 0;
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; i < new; i++)
    g_ptr_array_add (keys, (gpointer) (id_at (self, i) != NULL ? id_at (self, i) : ""));
  while (head < MIN (old, new)
         && g_str_equal (gtk_string_list_get_string (self->model, head), keys->pdata[head]))
    head++;
  while (tail < MIN (old, new) - head
         && g_str_equal (gtk_string_list_get_string (self->model, old - 1 - tail),
                         keys->pdata[new - 1 - tail]))
    tail++;
  g_ptr_array_set_size (keys, (int) (new - tail));
  g_ptr_array_add (keys, NULL);
  gtk_string_list_splice (self->model, head, old - head - tail,
                          (const char *const *) keys->pdata + head);
}

static void tw_outline_size_allocate (GtkWidget *widget, int width, int height, int baseline);

/* Where the focus was in a row that moved or went, it goes to what is selected. A row that came is
 * laid out first: a list that scrolls to one of no height would hide it, and take the focus away.
 */
static gboolean
restore_focus_cb (gpointer data)
{
  TwOutline *self = data;
  const char *id;
  TwOutlineRow *row;

  if (self->list == NULL)
    return G_SOURCE_REMOVE;
  id = self->to_entry ? self->adding : tw_view_state_selected (self->state);
  if (id == NULL)
    return G_SOURCE_REMOVE;
  tw_outline_size_allocate (data, gtk_widget_get_width (data), gtk_widget_get_height (data), -1);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", find_row (self, id));
  row = bound_row (self, id);
  if (row == NULL)
    return G_SOURCE_REMOVE;
  if (self->to_entry && row->entry != NULL)
    {
      self->to_entry = FALSE;
      gtk_widget_grab_focus (row->entry);
      return G_SOURCE_REMOVE;
    }
  gtk_widget_grab_focus (gtk_widget_get_parent (row->box));
  if (self->rename != NULL && g_strcmp0 (self->rename, tw_drag_id (row->box)) == 0)
    tw_name_edit (TW_NAME (row->name));
  g_clear_pointer (&self->rename, g_free);
  return G_SOURCE_REMOVE;
}

static GtkWidget *
get_focus (TwOutline *self)
{
  GtkRoot *root = gtk_widget_get_root (self->list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == self->list || gtk_widget_is_ancestor (focus, self->list))
             ? focus
             : NULL;
}

/* Whether the focus is in a row that isn't among those selected: its row moved away from it. */
static gboolean
has_lost_focus (TwOutline *self)
{
  GtkWidget *focus = get_focus (self);

  for (guint i = 0; focus != NULL && i < self->bound->len; i++)
    {
      TwOutlineRow *row = self->bound->pdata[i];
      const char *id = tw_drag_id (row->box);

      if (id != NULL && g_strv_contains (tw_view_state_selection (self->state), id)
          && (gtk_widget_is_ancestor (focus, row->box)
              || gtk_widget_get_parent (row->box) == focus))
        return FALSE;
    }
  return TRUE;
}

GArray *
tw_outline_refresh (TwOutline *self)
{
  gboolean focused = get_focus (self) != NULL;
  guint first;

  self->refreshing = TRUE;
  make_rows (self);
  splice_model (self);
  follow_selection (self, &first);
  for (guint i = 0; i < self->bound->len; i++)
    fill (self, self->bound->pdata[i]);
  self->refreshing = FALSE;
  if (self->to_entry)
    first = find_row (self, self->adding);
  if (first < self->rows->len
      && (self->rename != NULL || self->to_entry || self->reveal
          || (focused && has_lost_focus (self))))
    {
      self->reveal = FALSE;
      g_idle_add_full (G_PRIORITY_DEFAULT, restore_focus_cb, g_object_ref (self), g_object_unref);
    }
  return self->rows;
}

void
tw_outline_reveal (TwOutline *self)
{
  self->reveal = TRUE;
}

void
tw_outline_set_scope (TwOutline *self, const char *id)
{
  g_free (self->scope);
  self->scope = g_strdup (id);
  tw_nodes_set_home (GTK_WIDGET (self), id);
}

GtkAdjustment *
tw_outline_vertical (TwOutline *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
}

/* All that a row has, where there is a pane for it. */
static void
activate_cb (GtkListView *list, guint position G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  gtk_widget_activate_action (GTK_WIDGET (list), "calendar.edit", NULL);
}

/* --- the class --- */

static void
tw_outline_dispose (GObject *object)
{
  TwOutline *self = TW_OUTLINE (object);

  self->list = NULL;
  g_clear_handle_id (&self->refill, g_source_remove);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_pointer (&self->heads, gtk_widget_unparent);
  g_clear_pointer (&self->bound, g_ptr_array_unref);
  g_clear_object (&self->model);
  g_clear_object (&self->state);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->facts, tw_facts_unref);
  g_clear_pointer (&self->scope, g_free);
  g_clear_pointer (&self->rename, g_free);
  g_clear_pointer (&self->adding, g_free);
  G_OBJECT_CLASS (tw_outline_parent_class)->dispose (object);
}

static void
refill (TwOutline *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    fill (self, self->bound->pdata[i]);
}

/* Out of the allocation that noticed it. */
static gboolean
refill_cb (gpointer data)
{
  TwOutline *self = data;

  self->refill = 0;
  refill (self);
  return G_SOURCE_REMOVE;
}

static void
tw_outline_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TwOutline *self = TW_OUTLINE (widget);
  gboolean narrow = width < (self->wide ? NARROW_WIDE : NARROW);
  int top = 0;

  if (narrow != self->narrow && self->refill == 0)
    self->refill = g_idle_add (refill_cb, self);
  self->narrow = narrow;
  if (self->heads != NULL)
    {
      gtk_widget_set_child_visible (self->heads, !narrow);
      if (!narrow)
        {
          gtk_widget_measure (self->heads, GTK_ORIENTATION_VERTICAL, -1, NULL, &top, NULL, NULL);
          gtk_widget_allocate (self->heads, width, top, -1, NULL);
        }
    }
  gtk_widget_allocate (self->scrolled, width, MAX (height - top, 0), baseline,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, (float) top)));
  tw_popover_present_all (widget);
}

static void
tw_outline_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                    int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (TW_OUTLINE (widget)->scrolled, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
bind_key (GtkWidgetClass *class, guint key, GdkModifierType modifiers, const char *action)
{
  gtk_widget_class_add_binding_action (class, key, modifiers, action, NULL);
}

static void
tw_outline_class_init (TwOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tw_outline_dispose;
  widget_class->size_allocate = tw_outline_size_allocate;
  widget_class->measure = tw_outline_measure;
  tw_nodes_install_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "outline.open", NULL, toggle_action);
  gtk_widget_class_install_action (widget_class, "outline.close", NULL, toggle_action);
  gtk_widget_class_install_action (widget_class, "outline.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "outline.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "outline.menu", NULL, menu_action);
  bind_key (widget_class, GDK_KEY_F2, 0, "outline.rename");
  bind_key (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "outline.add");
  bind_key (widget_class, GDK_KEY_Menu, 0, "outline.menu");
  bind_key (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "outline.menu");
}

static void
tw_outline_init (TwOutline *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->rows = g_array_new (FALSE, FALSE, sizeof (TwTimelineRow));
  self->bound = g_ptr_array_new ();
  self->model = gtk_string_list_new (NULL);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  g_signal_connect (self->selection, "selection-changed", G_CALLBACK (selected_cb), self);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory);
  gtk_widget_add_css_class (self->list, "tw-outline");
  g_signal_connect (self->list, "activate", G_CALLBACK (activate_cb), NULL);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->list);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->list, keys);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

GtkWidget *
tw_outline_new (TwViewState *state, gboolean wide, int row_height)
{
  TwOutline *self = g_object_new (TW_TYPE_OUTLINE, NULL);

  self->state = g_object_ref (state);
  self->wide = wide;
  self->row_height = row_height;
  tw_nodes_set_state (GTK_WIDGET (self), state);
  /* What keys did is said in the label of its row. */
  g_signal_connect_object (state, "moved", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  if (wide)
    {
      gtk_widget_add_css_class (self->list, "tw-cards");
      self->heads = tw_outline_heads_new ();
      gtk_widget_insert_before (self->heads, GTK_WIDGET (self), self->scrolled);
    }
  return GTK_WIDGET (self);
}
