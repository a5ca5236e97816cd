/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tw-check.h"
#include "tw-columns.h"
#include "tw-date-entry.h"
#include "tw-drag.h"
#include "tw-new-plan-dialog.h"
#include "tw-page.h"
#include "tw-plan-dialog.h"
#include "tw-preview.h"
#include "tw-settings.h"
#include "tw-wrap.h"

typedef struct
{
  GtkWidget *window, *create, *name, *seats, *start, *renewal, *preview;
  GPtrArray *playbooks;                        /* all that there are */
  TwPlaybook *playbook;                        /* the one that is chosen, borrowed from them */
  GHashTable *chosen;                          /* ids of motions, approaches and workloads */
  GPtrArray *order;                            /* TwPbMotion, as they stand in the list */
  GtkWidget *motions, *approaches, *workloads; /* lists, and pills */
  TwCalendar *calendar;                        /* of the plan made last, or NULL */
  TwDate today;
  char *language; /* the window's, as a tag: pt-BR */
  TwPlan *plan;   /* what comes of it, or NULL */
  TwNewPlanFunc made;
  gpointer data;
} Dialog;

static const char **
chosen_of (Dialog *self, TwList *list)
{
  GPtrArray *ids = g_ptr_array_new ();

  TW_FOREACH (TwRecord, record, list)
    {
      char buffer[TW_DATE_LENGTH];
      const char *id = tw_record_key (record, buffer);

      if (g_hash_table_contains (self->chosen, id))
        g_ptr_array_add (ids, (gpointer) id);
    }
  g_ptr_array_add (ids, NULL);
  return (const char **) g_ptr_array_free (ids, FALSE);
}

/* The plan of what is chosen now; NULL and what is missing or refused. */
static TwPlan *
make_plan (Dialog *self, char **problem)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name));
  g_autofree char *complaint = tw_field_complaint (tw_record_type_field (&tw_customer_type, "name"),
                                                   (TwValue){ .string = (char *) name });
  g_autofree const char **approaches = chosen_of (self, self->playbook->approaches);
  g_autofree const char **workloads = chosen_of (self, self->playbook->workloads);
  g_autoptr (GPtrArray) motions = g_ptr_array_new ();
  TwPlanRequest request
      = { .customer = complaint == NULL ? name : _ ("Customer"),
          .seats = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->seats)),
          .approaches = approaches,
          .workloads = workloads,
          .calendar = self->calendar,
          .language = self->language };
  g_autoptr (GError) error = NULL;
  TwPlan *plan;

  for (guint i = 0; i < self->order->len; i++)
    if (g_hash_table_contains (self->chosen, ((TwPbMotion *) self->order->pdata[i])->id))
      g_ptr_array_add (motions, ((TwPbMotion *) self->order->pdata[i])->id);
  g_ptr_array_add (motions, NULL);
  request.motions = (const char *const *) motions->pdata;
  if (!tw_date_entry_get (self->start, &request.start) || request.start == TW_DATE_NONE
      || !tw_date_entry_get (self->renewal, &request.renewal))
    {
      *problem = g_strdup (request.start == TW_DATE_NONE ? _ ("The start needs a date")
                                                         : _ ("The licence renewal is no date"));
      return NULL;
    }
  plan = tw_playbook_make_plan (self->playbook, &request, &error);
  if (plan == NULL)
    *problem = g_strdup (error->message);
  gtk_widget_set_sensitive (self->create, plan != NULL && complaint == NULL);
  return plan;
}

static char *
name_phases (const char *first, const char *last, gboolean hands_over)
{
  if (hands_over)
    return g_str_equal (first, last)
               ? g_strdup_printf (_ ("%s, then hands over"), first)
               : g_strdup_printf (_ ("%s to %s, then hands over"), first, last);
  return g_str_equal (first, last) ? g_strdup (first)
                                   : g_strdup_printf (_ ("%s to %s"), first, last);
}

/* From its first phase to its last: of those that it contributes, if it is in the plan that comes
 * of what is chosen, else of all. */
static char *
motion_line (Dialog *self, TwPbMotion *motion)
{
  guint n = tw_list_n (motion->phases);

  TW_FOREACH (TwMotion, made, self->plan != NULL ? self->plan->motions : NULL)
    if (g_strcmp0 (made->kind, motion->id) == 0)
      return name_phases (((TwPhase *) made->phases->items[0])->name,
                          ((TwPhase *) made->phases->items[made->phases->n - 1])->name,
                          made != self->plan->motions->items[self->plan->motions->n - 1]);
  if (n == 0)
    return g_strdup ("");
  return name_phases (tw_playbook_name (self->playbook, TW_WORD_PHASE,
                                        ((TwPbMotionPhase *) motion->phases->items[0])->phase),
                      tw_playbook_name (self->playbook, TW_WORD_PHASE,
                                        ((TwPbMotionPhase *) motion->phases->items[n - 1])->phase),
                      FALSE);
}

static void
show_lines (Dialog *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->motions); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      TwPbMotion *motion
          = tw_drag_id (row) != NULL ? tw_playbook_motion (self->playbook, tw_drag_id (row)) : NULL;
      g_autofree char *line = motion != NULL ? motion_line (self, motion) : NULL;

      if (line != NULL)
        adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
    }
}

static void
refresh (Dialog *self)
{
  g_autofree char *problem = NULL;

  g_clear_pointer (&self->plan, tw_plan_unref);
  self->plan = make_plan (self, &problem);
  if (self->plan == NULL)
    {
      gtk_widget_set_sensitive (self->create, FALSE);
      tw_preview_advise (self->preview, problem);
    }
  else
    {
      g_autoptr (TwSchedule) schedule = tw_schedule_new (self->plan, NULL);
      g_autoptr (TwFacts) facts = tw_facts_new (schedule, self->playbook, self->today, NULL);
      g_autofree char *outlook = tw_check_outlook (schedule);

      tw_preview_show (self->preview, facts, NULL, outlook);
    }
  show_lines (self);
}

static void
changed_cb (gpointer widget G_GNUC_UNUSED, gpointer data)
{
  refresh (data);
}

static void
date_cb (GtkWidget *entry G_GNUC_UNUSED, TwDate date G_GNUC_UNUSED, gpointer data)
{
  refresh (data);
}

static void
choose (Dialog *self, gpointer widget, gboolean chosen)
{
  gpointer id = g_object_get_data (G_OBJECT (widget), "tw-id");

  if (chosen)
    g_hash_table_add (self->chosen, id);
  else
    g_hash_table_remove (self->chosen, id);
  refresh (self);
}

static void
approach_cb (GtkSwitch *toggle, GParamSpec *pspec G_GNUC_UNUSED, gpointer data)
{
  choose (data, toggle, gtk_switch_get_active (toggle));
}

static void
workload_cb (GtkToggleButton *button, gpointer data)
{
  choose (data, button, gtk_toggle_button_get_active (button));
}

/* Both marks are as wide as each other: the pills stay where they are. */
static void
mark_workload (GtkToggleButton *button, GParamSpec *pspec G_GNUC_UNUSED, gpointer mark)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (mark), gtk_toggle_button_get_active (button)
                                                      ? "object-select-symbolic"
                                                      : "list-add-symbolic");
}

static void
create_cb (GtkButton *button G_GNUC_UNUSED, gpointer data)
{
  Dialog *self = data;

  refresh (self);
  if (self->plan == NULL || !gtk_widget_get_sensitive (self->create))
    return;
  self->made (self->plan, self->data);
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  g_clear_pointer (&self->plan, tw_plan_unref);
  g_hash_table_unref (self->chosen);
  g_ptr_array_unref (self->order);
  g_clear_pointer (&self->calendar, tw_record_unref);
  g_free (self->language);
  g_ptr_array_unref (self->playbooks);
  g_free (self);
}

static void add_playbooks (Dialog *self, GtkWidget *group);

static GtkWidget *
customer_group_new (Dialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->name = tw_entry_row_new (_ ("Customer name"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->name), TRUE);
  g_signal_connect (self->name, "changed", G_CALLBACK (changed_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->name);
  self->seats = gtk_spin_button_new_with_range (0, 100000000, 100);
  gtk_editable_set_alignment (GTK_EDITABLE (self->seats), 1);
  g_signal_connect (self->seats, "value-changed", G_CALLBACK (changed_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             tw_suffix_row_new (_ ("Seats"), self->seats));
  self->start = tw_date_entry_new (self->today, self->today, date_cb, self, NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             tw_suffix_row_new (_ ("Start"), self->start));
  g_signal_connect (self->start, "changed", G_CALLBACK (changed_cb), self);
  self->renewal = tw_date_entry_new (TW_DATE_NONE, self->today, date_cb, self, NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             tw_suffix_row_new (_ ("Licence renewal"), self->renewal));
  g_signal_connect (self->renewal, "changed", G_CALLBACK (changed_cb), self);
  add_playbooks (self, group);
  return group;
}

/* --- motions: the order of the list is the order of the plan --- */

static guint
place_of (Dialog *self, const char *id)
{
  for (guint i = 0; i < self->order->len; i++)
    if (g_str_equal (((TwPbMotion *) self->order->pdata[i])->id, id))
      return i;
  return self->order->len;
}

static void
motion_cb (GtkCheckButton *button, gpointer data)
{
  Dialog *self = data;
  TwPbMotion *motion = g_object_get_data (G_OBJECT (button), "tw-motion");

  if (gtk_check_button_get_active (button))
    g_hash_table_add (self->chosen, motion->id);
  else
    g_hash_table_remove (self->chosen, motion->id);
  refresh (self);
}

static GtkWidget *motion_row_new (Dialog *self, TwPbMotion *motion);

/* An older motion comes to stand among the others, behind them; the focus goes to the next one. */
static void
older_cb (GtkButton *button, gpointer data)
{
  Dialog *self = data;
  TwPbMotion *motion = g_object_get_data (G_OBJECT (button), "tw-motion");
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_ACTION_ROW);
  GtkWidget *older = gtk_widget_get_ancestor (row, ADW_TYPE_EXPANDER_ROW);
  GtkWidget *next = gtk_widget_get_next_sibling (row);

  gtk_widget_grab_focus (
      next != NULL ? adw_action_row_get_activatable_widget (ADW_ACTION_ROW (next)) : older);
  adw_expander_row_remove (ADW_EXPANDER_ROW (older), row);
  g_hash_table_add (self->chosen, motion->id);
  gtk_list_box_insert (GTK_LIST_BOX (self->motions), motion_row_new (self, motion),
                       (int) self->order->len);
  g_ptr_array_add (self->order, motion);
  refresh (self);
}

static void
move_motion (Dialog *self, const char *id, guint to)
{
  guint from = place_of (self, id);
  GtkListBox *list = GTK_LIST_BOX (self->motions);
  g_autoptr (GtkWidget) row = NULL;

  if (from >= self->order->len)
    return;
  to = MIN (to, self->order->len - 1);
  g_ptr_array_insert (self->order, (int) to, g_ptr_array_steal_index (self->order, from));
  row = GTK_WIDGET (g_object_ref (gtk_list_box_get_row_at_index (list, (int) from)));
  gtk_list_box_remove (list, row);
  gtk_list_box_insert (list, row, (int) to);
  refresh (self);
}

static void
dropped_cb (GtkWidget *target, const TwRecordType *type G_GNUC_UNUSED, const char *id,
            gboolean below, gpointer data)
{
  Dialog *self = data;
  g_autofree char *moved = g_strdup (id);
  guint to = place_of (self, tw_drag_id (target)) + (below ? 1 : 0);

  move_motion (self, moved, to - (place_of (self, moved) < to ? 1 : 0));
}

static gboolean
row_key_cb (GtkEventControllerKey *controller, guint key, guint code G_GNUC_UNUSED,
            GdkModifierType modifiers, gpointer data)
{
  Dialog *self = data;
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  g_autofree char *id = g_strdup (tw_drag_id (row));
  guint at = place_of (self, id);

  if ((modifiers & GDK_ALT_MASK) == 0 || (key != GDK_KEY_Up && key != GDK_KEY_Down))
    return FALSE;
  if (key == GDK_KEY_Down || at > 0)
    move_motion (self, id, key == GDK_KEY_Up ? at - 1 : at + 1);
  gtk_widget_grab_focus (GTK_WIDGET (
      gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->motions), (int) place_of (self, id))));
  return TRUE;
}

static GtkWidget *
motion_row_new (Dialog *self, TwPbMotion *motion)
{
  GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autofree char *line = motion_line (self, motion);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), motion->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (check), "tw-motion", motion);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               g_hash_table_contains (self->chosen, motion->id));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  motion->name, -1);
  g_signal_connect (check, "toggled", G_CALLBACK (motion_cb), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("list-drag-handle-symbolic"));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  tw_drag_set_record (row, &tw_motion_type, motion->id);
  tw_drag_add_source (row, row);
  tw_drag_add_target (row, dropped_cb, self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (row_key_cb), self);
  gtk_widget_add_controller (row, keys);
  return row;
}

static GtkWidget *
older_row_new (Dialog *self, TwPbMotion *motion)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");
  g_autofree char *line = motion_line (self, motion);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), motion->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  tw_set_tooltip (button, _ ("Add"));
  g_object_set_data (G_OBJECT (button), "tw-motion", motion);
  g_signal_connect (button, "clicked", G_CALLBACK (older_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

static void
fill_motions (Dialog *self)
{
  GtkWidget *older = adw_expander_row_new ();
  guint n = tw_list_n (self->playbook->motions);

  tw_clear_children (self->motions);
  for (guint i = 0; i < self->order->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->motions),
                         motion_row_new (self, self->order->pdata[i]));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (older), _ ("Older motions"));
  TW_FOREACH (TwPbMotion, motion, self->playbook->motions)
    if (place_of (self, motion->id) == self->order->len)
      adw_expander_row_add_row (ADW_EXPANDER_ROW (older), older_row_new (self, motion));
  gtk_list_box_append (GTK_LIST_BOX (self->motions), older);
  gtk_widget_set_visible (older, n > self->order->len);
  gtk_widget_set_visible (gtk_widget_get_parent (self->motions), n > 0);
}

static void
fill_approaches (Dialog *self)
{
  tw_clear_children (self->approaches);
  TW_FOREACH (TwPbApproach, approach, self->playbook->approaches)
    {
      GtkWidget *toggle = gtk_switch_new ();

      gtk_switch_set_active (GTK_SWITCH (toggle),
                             g_hash_table_contains (self->chosen, approach->id));
      g_object_set_data (G_OBJECT (toggle), "tw-id", approach->id);
      g_signal_connect (toggle, "notify::active", G_CALLBACK (approach_cb), self);
      gtk_list_box_append (GTK_LIST_BOX (self->approaches),
                           tw_suffix_row_new (approach->name, toggle));
    }
}

static void
fill_workloads (Dialog *self)
{
  tw_wrap_clear (TW_WRAP (self->workloads));
  TW_FOREACH (TwPbWorkload, workload, self->playbook->workloads)
    {
      GtkWidget *button = gtk_toggle_button_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *mark = gtk_image_new ();

      g_object_set_data (G_OBJECT (button), "tw-id", workload->id);
      gtk_widget_add_css_class (button, "tw-choice");
      gtk_widget_add_css_class (button, "tw-chosen");
      /* Whole names: three of them begin with “Microsoft Defender for”. */
      gtk_box_append (GTK_BOX (box), mark);
      gtk_box_append (GTK_BOX (box), tw_label_new (workload->name, NULL));
      gtk_button_set_child (GTK_BUTTON (button), box);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      workload->name, -1);
      g_signal_connect (button, "notify::active", G_CALLBACK (mark_workload), mark);
      mark_workload (GTK_TOGGLE_BUTTON (button), NULL, mark);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                    g_hash_table_contains (self->chosen, workload->id));
      g_signal_connect (button, "toggled", G_CALLBACK (workload_cb), self);
      tw_wrap_append (TW_WRAP (self->workloads), button);
    }
}

/* --- what it is made from --- */

static void
choose_all (Dialog *self, TwList *ids)
{
  TW_FOREACH (char, id, ids)
    g_hash_table_add (self->chosen, id);
}

/* What the playbook has is offered, what it takes by itself is chosen. */
static void
choose_playbook (Dialog *self, TwPlaybook *playbook)
{
  gboolean template = playbook != tw_playbook_builtin ();

  self->playbook = playbook;
  g_hash_table_remove_all (self->chosen);
  g_ptr_array_set_size (self->order, 0);
  choose_all (self, playbook->default_motions);
  choose_all (self, playbook->default_approaches);
  TW_FOREACH (TwPbWorkload, workload, playbook->workloads)
    if (workload->standard)
      g_hash_table_add (self->chosen, workload->id);
  TW_FOREACH (TwPbMotion, motion, playbook->motions)
    if (template || motion->current || g_hash_table_contains (self->chosen, motion->id))
      g_ptr_array_add (self->order, motion);
  fill_motions (self);
  fill_approaches (self);
  fill_workloads (self);
}

static void
playbook_cb (AdwComboRow *row, GParamSpec *pspec G_GNUC_UNUSED, gpointer data)
{
  Dialog *self = data;
  guint at = adw_combo_row_get_selected (row);

  if (at >= self->playbooks->len)
    return;
  choose_playbook (self, self->playbooks->pdata[at]);
  refresh (self);
}

/* There is a choice once there are templates. */
static void
add_playbooks (Dialog *self, GtkWidget *group)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->playbooks->len; i++)
    gtk_string_list_append (titles, ((TwPlaybook *) self->playbooks->pdata[i])->title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Made from"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  gtk_widget_set_visible (row, self->playbooks->len > 1);
  g_signal_connect (row, "notify::selected", G_CALLBACK (playbook_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
titled_new (const char *title, GtkWidget *list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_box_append (GTK_BOX (box), tw_label_new (title, "heading"));
  gtk_box_append (GTK_BOX (box), list);
  return box;
}

/* Two columns, one below the other where there is no room. */
static GtkWidget *
columns_new (Dialog *self)
{
  GtkWidget *columns = tw_columns_new (2, 320, 18);
  GtkWidget *boxes[2];

  gtk_widget_add_css_class (columns, "tw-inspector");
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      boxes[i] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
      tw_columns_append (TW_COLUMNS (columns), boxes[i]);
    }
  self->motions = tw_boxed_list_new ();
  self->approaches = tw_boxed_list_new ();
  self->workloads = tw_wrap_new (6);
  gtk_box_append (GTK_BOX (boxes[0]), titled_new (_ ("Customer"), customer_group_new (self)));
  gtk_box_append (GTK_BOX (boxes[0]), titled_new (_ ("Motions, in order"), self->motions));
  gtk_box_append (GTK_BOX (boxes[1]), titled_new (_ ("Approaches"), self->approaches));
  gtk_box_append (GTK_BOX (boxes[1]), titled_new (_ ("Workloads"), self->workloads));
  return columns;
}

/* pt_BR.UTF-8 is pt-BR. */
static char *
window_language (void)
{
  char *language = g_strdup (g_get_language_names ()[0]);

  language[strcspn (language, ".@")] = '\0';
  return g_strdelimit (language, "_", '-');
}

void
tw_new_plan_dialog_show (GtkWindow *parent, TwDate today, TwNewPlanFunc made, gpointer data)
{
  Dialog *self = g_new0 (Dialog, 1);
  GtkWidget *content;

  self->playbooks = tw_playbook_list (NULL);
  self->today = today;
  self->made = made;
  self->data = data;
  self->chosen = g_hash_table_new (g_str_hash, g_str_equal);
  self->order = g_ptr_array_new ();
  self->calendar = tw_settings_calendar ();
  self->language = window_language ();
  self->window = tw_plan_dialog_new (parent, NULL, _ ("New Plan"), 960, &content);
  g_object_set_data_full (G_OBJECT (self->window), "tw-dialog", self, dialog_free);
  self->create = tw_plan_dialog_add_accept (self->window, C_ ("new plan", "Create"),
                                            G_CALLBACK (create_cb), self);
  self->preview = tw_preview_new ();
  tw_plan_dialog_add_foot (self->window, self->preview);
  gtk_box_append (GTK_BOX (content), columns_new (self));
  choose_playbook (self, self->playbooks->pdata[0]);
  refresh (self);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_grab_focus (self->name);
}
