/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-edit.h"
#include "tw-outline.h"
#include "tw-words.h"

struct _TwOutline
{
  GtkWidget parent_instance;

  TwViewState *state;
  gboolean wide;
  int row_height;
  GtkWidget *scrolled, *list;
  GtkStringList *model; /* one entry a row: what the row is is looked up in rows */
  GtkSingleSelection *selection;
  GArray *rows;
  gboolean refreshing;
};

G_DEFINE_FINAL_TYPE (TwOutline, tw_outline, GTK_TYPE_WIDGET)

/* The widgets of one row, made once and filled again and again. */
typedef struct
{
  TwOutline *outline;
  GtkWidget *box, *expander, *glyph_box, *name, *detail, *dates, *badge_box;
  guint position;
} Row;

static const char *
row_id (TwOutline *self, guint position)
{
  TwTimelineRow *row = &g_array_index (self->rows, TwTimelineRow, position);
  TwIndex *index = tw_schedule_index (tw_facts_schedule (tw_view_state_facts (self->state)));

  return row->node >= 0 ? tw_index_node (index, (guint) row->node)->id : NULL;
}

static void
expander_clicked_cb (GtkButton *button G_GNUC_UNUSED, gpointer data)
{
  Row *row = data;

  tw_view_state_toggle (row->outline->state, row_id (row->outline, row->position));
}

static void
setup_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, gpointer data)
{
  TwOutline *self = data;
  Row *row = g_new0 (Row, 1);

  row->outline = self;
  row->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  row->expander = gtk_button_new_from_icon_name ("pan-down-symbolic");
  gtk_widget_add_css_class (row->expander, "flat");
  gtk_widget_add_css_class (row->expander, "tw-expander");
  gtk_widget_set_valign (row->expander, GTK_ALIGN_CENTER);
  row->glyph_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  row->name = tw_label_new ("", "tw-dense");
  gtk_label_set_wrap (GTK_LABEL (row->name), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (row->name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (row->name, TRUE);
  row->detail = tw_label_new ("", "tw-secondary");
  gtk_label_set_wrap (GTK_LABEL (row->detail), FALSE);
  row->dates = tw_label_new ("", "tw-secondary");
  gtk_label_set_wrap (GTK_LABEL (row->dates), FALSE);
  gtk_label_set_width_chars (GTK_LABEL (row->dates), self->wide ? 16 : 0);
  gtk_label_set_xalign (GTK_LABEL (row->dates), 1);
  row->badge_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_size_request (row->box, -1, self->row_height);
  gtk_box_append (GTK_BOX (row->box), row->expander);
  gtk_box_append (GTK_BOX (row->box), row->glyph_box);
  gtk_box_append (GTK_BOX (row->box), row->name);
  gtk_box_append (GTK_BOX (row->box), row->badge_box);
  gtk_box_append (GTK_BOX (row->box), row->dates);
  gtk_box_append (GTK_BOX (row->box), row->detail);
  gtk_widget_set_margin_end (row->box, 10);
  g_signal_connect (row->expander, "clicked", G_CALLBACK (expander_clicked_cb), row);
  g_object_set_data_full (G_OBJECT (item), "tw-row", row, g_free);
  gtk_list_item_set_child (item, row->box);
}

static void
fill_activity (Row *row, TwTimelineRow *what)
{
  TwOutline *self = row->outline;
  TwFacts *facts = tw_view_state_facts (self->state);
  TwSchedule *schedule = tw_facts_schedule (facts);
  TwActivity *activity = tw_index_node (tw_schedule_index (schedule), (guint) what->node)->record;
  const TwSpan *span = tw_schedule_span (schedule, (guint) what->node);
  TwPerson *owner = tw_owner_shown (tw_facts_plan (facts), activity->owner, activity->roles);

  gtk_box_append (GTK_BOX (row->badge_box), tw_badge_new (owner));
  gtk_label_set_text (GTK_LABEL (row->detail), "");
  if (self->wide)
    {
      g_autofree char *dates
          = tw_words_range (span->start, span->finish, tw_facts_today (facts), FALSE);
      g_autofree char *days = g_strdup_printf (C_ ("duration, short", "%d d"), activity->days);

      gtk_label_set_text (GTK_LABEL (row->dates), dates);
      gtk_label_set_text (GTK_LABEL (row->detail), days);
    }
}

static void
fill_group (Row *row, TwTimelineRow *what)
{
  TwOutline *self = row->outline;
  TwFacts *facts = tw_view_state_facts (self->state);
  const TwSpan *span = tw_schedule_span (tw_facts_schedule (facts), (guint) what->node);
  g_autofree char *percent = tw_words_percent (tw_facts_node (facts, (guint) what->node)->progress);
  g_autofree char *dates
      = tw_words_range (span->start, span->finish, tw_facts_today (facts), FALSE);

  gtk_label_set_text (GTK_LABEL (row->detail), percent);
  gtk_label_set_text (GTK_LABEL (row->dates), self->wide ? dates : "");
}

static void
bind_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, gpointer data)
{
  TwOutline *self = data;
  Row *row = g_object_get_data (G_OBJECT (item), "tw-row");
  TwTimelineRow *what;
  TwFacts *facts = tw_view_state_facts (self->state);
  TwIndex *index = tw_schedule_index (tw_facts_schedule (facts));
  gboolean group;

  row->position = gtk_list_item_get_position (item);
  if (row->position >= self->rows->len)
    return;
  what = &g_array_index (self->rows, TwTimelineRow, row->position);
  group = what->kind == TW_ROW_MOTION || what->kind == TW_ROW_PHASE;
  tw_clear_children (row->glyph_box);
  tw_clear_children (row->badge_box);
  gtk_label_set_text (GTK_LABEL (row->dates), "");
  gtk_label_set_text (GTK_LABEL (row->detail), "");
  gtk_widget_set_margin_start (row->box, 4 + (int) what->depth * 16 + (group ? 0 : 22));
  gtk_widget_set_visible (row->expander, group);
  gtk_button_set_icon_name (GTK_BUTTON (row->expander),
                            what->collapsed ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_widget_set_tooltip_text (row->expander, what->collapsed ? _ ("Open") : _ ("Close"));
  if (what->node >= 0)
    {
      const TwNodeFacts *own = tw_facts_node (facts, (guint) what->node);
      g_autofree char *words = tw_words_node (facts, (guint) what->node);

      gtk_box_append (GTK_BOX (row->glyph_box),
                      tw_glyph_new (tw_glyph_for_status (own->state, own->late)));
      gtk_label_set_text (GTK_LABEL (row->name),
                          tw_record_name (tw_index_node (index, (guint) what->node)->record));
      gtk_accessible_update_property (GTK_ACCESSIBLE (row->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      words, -1);
      if (group)
        fill_group (row, what);
      else
        fill_activity (row, what);
    }
  else
    {
      gtk_box_append (
          GTK_BOX (row->glyph_box),
          tw_glyph_new (what->recurring != NULL ? TW_GLYPH_RECURRING : TW_GLYPH_MILESTONE));
      gtk_label_set_text (GTK_LABEL (row->name),
                          what->recurring != NULL ? what->recurring->name : _ ("Milestones"));
    }
  if (group || what->kind == TW_ROW_MILESTONES)
    gtk_widget_add_css_class (row->name, "heading");
  else
    gtk_widget_remove_css_class (row->name, "heading");
}

static void
selected_cb (GtkSingleSelection *selection, GParamSpec *pspec G_GNUC_UNUSED, gpointer data)
{
  TwOutline *self = data;
  guint position = gtk_single_selection_get_selected (selection);

  if (!self->refreshing && position < self->rows->len)
    tw_view_state_select (self->state, row_id (self, position));
}

static void
toggle_selected (GtkWidget *widget, const char *action, GVariant *parameter G_GNUC_UNUSED)
{
  TwOutline *self = TW_OUTLINE (widget);
  guint position = gtk_single_selection_get_selected (self->selection);
  TwTimelineRow *row;

  if (position >= self->rows->len)
    return;
  row = &g_array_index (self->rows, TwTimelineRow, position);
  if ((row->kind == TW_ROW_MOTION || row->kind == TW_ROW_PHASE)
      && row->collapsed == g_str_equal (action, "outline.open"))
    tw_view_state_toggle (self->state, row_id (self, position));
}

/* Space: done, or not done after all. */
static void
tick_selected (TwOutline *self)
{
  TwSchedule *schedule = tw_facts_schedule (tw_view_state_facts (self->state));
  const char *id = tw_view_state_selected (self->state);
  TwActivity *activity = id != NULL ? tw_index_activity (tw_schedule_index (schedule), id) : NULL;
  GError *error = NULL;
  TwPlan *plan;

  if (activity == NULL)
    return;
  plan = tw_edit_status (
      schedule, id, activity->status == TW_STATUS_DONE ? TW_STATUS_IN_PROGRESS : TW_STATUS_DONE,
      NULL, tw_view_state_today (self->state), &error);
  tw_view_state_edit (self->state, self, plan, error, NULL,
                      activity->status == TW_STATUS_DONE ? C_ ("undo step", "Mark “%s” as Not Done")
                                                         : C_ ("undo step", "Mark “%s” as Done"),
                      activity->name);
}

/* The list would take the space bar for selecting what is selected already. */
static gboolean
space_cb (GtkEventControllerKey *controller G_GNUC_UNUSED, guint key, guint code G_GNUC_UNUSED,
          GdkModifierType modifiers, gpointer data)
{
  if (key != GDK_KEY_space || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0
      || GTK_IS_BUTTON (gtk_root_get_focus (gtk_widget_get_root (data))))
    return FALSE;
  tick_selected (data);
  return TRUE;
}

static void
delete_selected (GtkWidget *widget, const char *action G_GNUC_UNUSED,
                 GVariant *parameter G_GNUC_UNUSED)
{
  TwOutline *self = TW_OUTLINE (widget);
  TwPlan *plan = tw_document_plan (tw_view_state_document (self->state));
  TwIndex *index = tw_schedule_index (tw_facts_schedule (tw_view_state_facts (self->state)));
  g_autofree char *id = g_strdup (tw_view_state_selected (self->state));
  int number = tw_index_find (index, id);
  g_autofree char *sentence = NULL;
  g_autofree char *name = NULL;
  GError *error = NULL;
  TwRecord *record;
  TwPlan *edited;

  if (number < 0)
    return;
  record = tw_index_node (index, (guint) number)->record;
  name = g_strdup (tw_record_name (record));
  edited = tw_edit_delete (plan, record->type, id, &sentence, &error);
  if (tw_view_state_edit (self->state, self, edited, error, NULL, C_ ("undo step", "Delete “%s”"),
                          name))
    gtk_widget_activate_action (widget, "win.tell", "s", sentence);
}

static void
tw_outline_dispose (GObject *object)
{
  TwOutline *self = TW_OUTLINE (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->state);
  g_clear_pointer (&self->rows, g_array_unref);
  G_OBJECT_CLASS (tw_outline_parent_class)->dispose (object);
}

static void
tw_outline_class_init (TwOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tw_outline_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "outline.open", NULL, toggle_selected);
  gtk_widget_class_install_action (widget_class, "outline.close", NULL, toggle_selected);
  gtk_widget_class_install_action (widget_class, "outline.delete", NULL, delete_selected);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, 0, "outline.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, 0, "outline.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "outline.delete", NULL);
}

static void
tw_outline_init (TwOutline *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->rows = g_array_new (FALSE, FALSE, sizeof (TwTimelineRow));
  self->model = gtk_string_list_new (NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory);
  gtk_widget_add_css_class (self->list, "tw-outline");
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->list);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (space_cb), self);
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
  return GTK_WIDGET (self);
}

GArray *
tw_outline_refresh (TwOutline *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  const char *selected = tw_view_state_selected (self->state);
  GPtrArray *names = g_ptr_array_new ();
  guint position = GTK_INVALID_LIST_POSITION;

  self->refreshing = TRUE;
  g_array_unref (self->rows);
  self->rows
      = tw_timeline_rows (tw_view_state_facts (self->state), tw_view_state_collapsed (self->state));
  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *id = row_id (self, i);

      g_ptr_array_add (names, (gpointer) "");
      if (id != NULL && g_strcmp0 (id, selected) == 0)
        position = i;
    }
  g_ptr_array_add (names, NULL);
  gtk_string_list_splice (self->model, 0, n, (const char *const *) names->pdata);
  gtk_single_selection_set_selected (self->selection, position);
  g_ptr_array_unref (names);
  self->refreshing = FALSE;
  return self->rows;
}

GtkAdjustment *
tw_outline_vertical (TwOutline *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
}
