/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-date-entry.h"
#include "tw-edit.h"
#include "tw-field-row.h"
#include "tw-menu.h"
#include "tw-nodes.h"
#include "tw-page.h"
#include "tw-timeline-actions.h"

typedef struct
{
  TwViewState *state;
  TwOutline *outline;
  TwTimeline *timeline;
  TwMapView *map;
  AdwFlap *pane;
} Actions;

static TwSchedule *
schedule_of (Actions *self)
{
  return tw_document_schedule (tw_view_state_document (self->state));
}

/* --- the pane --- */

static void
edit_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  Actions *self = data;

  if (tw_view_state_selected (self->state) == NULL)
    return;
  adw_flap_set_reveal_flap (self->pane, TRUE);
  gtk_widget_child_focus (adw_flap_get_flap (self->pane), GTK_DIR_TAB_FORWARD);
}

/* What blocks it is written where the rest of it stands. */
static void
block_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Actions *self = data;
  GtkWidget *inspector = adw_flap_get_flap (self->pane);

  gtk_widget_activate_action (GTK_WIDGET (self->outline), "nodes.status", "s", "blocked");
  edit_cb (action, parameter, data);
  tw_page_refresh (inspector);
  tw_field_rows_focus (inspector, "reason");
}

/* --- links --- */

static GPtrArray *
successors_cb (gpointer data)
{
  Actions *self = data;
  TwIndex *index = tw_schedule_index (schedule_of (self));
  const char *id = tw_view_state_selected (self->state);
  GPtrArray *choices = tw_choices_new ();

  for (guint i = 0; i < tw_index_n_nodes (index); i++)
    {
      TwNode *node = tw_index_node (index, i);

      if (!g_str_equal (node->id, id) && !tw_list_has (node->after, id))
        tw_choices_add (choices, node->id, tw_record_name (node->record), NULL);
    }
  return choices;
}

static void
chosen_cb (const char *id, gpointer data)
{
  Actions *self = data;

  tw_nodes_link (self->state, GTK_WIDGET (self->timeline), id,
                 tw_view_state_selected (self->state));
}

/* Shows a popover beside a node's bar, or where the map has it. */
static void
show_beside (Actions *self, const char *id, GtkWidget *popover)
{
  gboolean on_map = gtk_widget_get_mapped (GTK_WIDGET (self->map));
  GtkWidget *widget = on_map ? GTK_WIDGET (self->map) : GTK_WIDGET (self->timeline);
  graphene_rect_t bar = GRAPHENE_RECT_INIT (0, 0, 1, 1);

  if (on_map)
    tw_map_view_find (self->map, id, &bar);
  else
    tw_timeline_bar (self->timeline, id, &bar);
  tw_popover_show_at (popover, widget,
                      &(GdkRectangle){ CLAMP ((int) bar.origin.x, 0, gtk_widget_get_width (widget)),
                                       (int) bar.origin.y, (int) MIN (bar.size.width, 1),
                                       (int) bar.size.height });
}

static void
link_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  Actions *self = data;
  const char *id = tw_view_state_selected (self->state);

  if (tw_nodes_find (self->state, id) != NULL)
    show_beside (self, id, tw_chooser_new (FALSE, successors_cb, chosen_cb, self));
}

/* --- moving all of a group --- */

static void
moved_cb (GtkWidget *entry, TwDate date, gpointer data)
{
  Actions *self = data;
  const char *id = tw_view_state_selected (self->state);

  if (date == TW_DATE_NONE || tw_nodes_find (self->state, id) == NULL)
    return;
  tw_nodes_shift (self->state, GTK_WIDGET (self->timeline), TW_GRIP_BODY,
                  tw_trial_days_to (schedule_of (self), id, TW_GRIP_BODY, date), NULL);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (entry, GTK_TYPE_POPOVER)));
}

static void
move_all_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  Actions *self = data;
  const char *id = tw_view_state_selected (self->state);
  TwNode *node = tw_nodes_find (self->state, id);

  if (node != NULL)
    show_beside (self, id,
                 tw_date_popover_new (
                     tw_record_name (node->record), _ ("All of it begins on"),
                     tw_date_entry_new (tw_schedule_find (schedule_of (self), id)->start,
                                        tw_view_state_today (self->state), moved_cb, self, NULL)));
}

/* --- adding --- */

/* Named where it stands, from wherever it was added. */
static void
name_new (Actions *self, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self->timeline), "timeline.show", "s", id);
  tw_outline_name_new (self->outline, id);
}

static void
add_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  Actions *self = data;
  const char *beside;
  int days, day;
  const char *name;
  char *id = NULL;
  GError *error = NULL;
  TwPlan *plan;

  g_variant_get (parameter, "(&sii)", &beside, &days, &day);
  name = days > 0 ? _ ("New activity") : _ ("New milestone");
  plan = tw_edit_add_on (schedule_of (self), *beside != '\0' ? beside : NULL, days, name,
                         (TwDate) day, &id, &error);
  if (tw_view_state_edit (self->state, self->timeline, plan, error, NULL,
                          C_ ("undo step", "Add “%s”"), name))
    name_new (self, id);
  g_clear_pointer (&id, g_ref_string_release);
}

static void
add_above_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  Actions *self = data;
  TwIndex *index = tw_schedule_index (schedule_of (self));
  const char *selected = tw_view_state_selected (self->state);
  int number = selected != NULL ? tw_index_find (index, selected) : -1;
  TwNode *node = number >= 0 ? tw_index_node (index, (guint) number) : NULL;
  const char *name = _ ("New activity");
  char *id = NULL;
  GError *error = NULL;
  TwPlan *plan;

  if (node == NULL || node->kind != TW_KIND_ACTIVITY)
    return;
  plan = tw_edit_add (tw_schedule_plan (schedule_of (self)), &tw_activity_type,
                      tw_index_node (index, (guint) node->parent)->id, node->at, name, &id, &error);
  if (tw_view_state_edit (self->state, self->timeline, plan, error, NULL,
                          C_ ("undo step", "Add “%s”"), name))
    name_new (self, id);
  g_clear_pointer (&id, g_ref_string_release);
}

static void
add_holiday_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  Actions *self = data;
  GError *error = NULL;
  TwPlan *plan = tw_edit_add_holiday (tw_schedule_plan (schedule_of (self)),
                                      (TwDate) g_variant_get_int32 (parameter), TW_DATE_NONE,
                                      _ ("Holiday"), &error);

  tw_view_state_edit (self->state, self->timeline, plan, error, NULL, "%s",
                      C_ ("undo step", "Add a Holiday"));
}

/* --- the axis --- */

static GMenuModel *
zoom_menu (void)
{
  const char *const names[TW_SCALE_N_STEPS]
      = { C_ ("zoom", "Years"), C_ ("zoom", "Quarters"), C_ ("zoom", "Months"),
          C_ ("zoom", "Weeks"), C_ ("zoom", "Days") };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < TW_SCALE_N_STEPS; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (names[i], NULL);

      g_menu_item_set_action_and_target (item, "timeline.zoom", "d", tw_scale_steps[i]);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

void
tw_timeline_show_axis_menu (TwTimeline *timeline, double x, double y)
{
  int day = (int) tw_timeline_day_at (timeline, x);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuModel) zoom = zoom_menu ();
  g_autoptr (GMenuItem) milestone = g_menu_item_new (_ ("Add Milestone Here"), NULL);
  g_autoptr (GMenuItem) holiday = g_menu_item_new (_ ("Add Holiday Here"), NULL);

  g_menu_append_submenu (menu, _ ("Set Zoom"), zoom);
  g_menu_item_set_action_and_target (milestone, "calendar.add", "(sii)", "", 0, day);
  g_menu_append_item (menu, milestone);
  g_menu_item_set_action_and_target (holiday, "calendar.add-holiday", "i", day);
  g_menu_append_item (menu, holiday);
  tw_menu_show (GTK_WIDGET (timeline), G_MENU_MODEL (menu), x, y);
}

void
tw_timeline_actions_add (GtkWidget *page, TwViewState *state, TwOutline *outline,
                         TwTimeline *timeline, TwMapView *map, AdwFlap *pane)
{
  static const GActionEntry entries[] = {
    { "edit", edit_cb, NULL, NULL, NULL, { 0 } },
    { "block", block_cb, NULL, NULL, NULL, { 0 } },
    { "move-all", move_all_cb, NULL, NULL, NULL, { 0 } },
    { "link", link_cb, NULL, NULL, NULL, { 0 } },
    { "add", add_cb, "(sii)", NULL, NULL, { 0 } },
    { "add-above", add_above_cb, NULL, NULL, NULL, { 0 } },
    { "add-holiday", add_holiday_cb, "i", NULL, NULL, { 0 } },
  };
  static const char *const keys[][2] = { { "Return|KP_Enter", "calendar.edit" },
                                         { "F9", "calendar.pane" },
                                         { "<Control>l", "calendar.link" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GPropertyAction) reveal = g_property_action_new ("pane", pane, "reveal-flap");
  GtkEventController *controller = gtk_shortcut_controller_new ();
  Actions *self = g_new0 (Actions, 1);

  *self = (Actions){ state, outline, timeline, map, pane };
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (reveal));
  gtk_widget_insert_action_group (page, "calendar", G_ACTION_GROUP (group));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i][0]),
                          gtk_named_action_new (keys[i][1])));
  gtk_widget_add_controller (page, controller);
  g_object_set_data_full (G_OBJECT (page), "tw-actions", self, g_free);
}
