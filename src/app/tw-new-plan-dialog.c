/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tw-date-entry.h"
#include "tw-drag.h"
#include "tw-new-plan-dialog.h"
#include "tw-page.h"
#include "tw-ribbon.h"
#include "tw-settings.h"
#include "tw-words.h"

typedef struct
{
  GtkWidget *window, *create, *name, *seats, *start, *renewal, *counts, *advice, *ribbon;
  TwPlaybook *playbook;
  GHashTable *chosen;   /* ids of motions, approaches and workloads */
  GPtrArray *order;     /* TwPbMotion, as they stand in the list */
  GtkWidget *motions;   /* the list */
  TwCalendar *calendar; /* of the plan made last, or NULL */
  TwDate today;
  char *language; /* the window's, as a tag: pt-BR */
  TwPlan *plan;   /* what comes of it, or NULL */
  TwFacts *facts; /* of plan */
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
      *problem = g_strdup (_ ("The start needs a date"));
      return NULL;
    }
  plan = tw_playbook_make_plan (self->playbook, &request, &error);
  if (plan == NULL)
    *problem = g_strdup (error->message);
  gtk_widget_set_sensitive (self->create, plan != NULL && complaint == NULL);
  return plan;
}

/* The most useful finding only. */
static char *
advice (TwPlan *plan, TwSchedule *schedule)
{
  int spare = tw_schedule_spare (schedule);

  if (plan->deadline != TW_DATE_NONE && spare < 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "The renewal comes %d working day before the plan ends",
                     "The renewal comes %d working days before the plan ends", (gulong) -spare),
        -spare);
  return g_strdup ("");
}

static void
refresh (Dialog *self)
{
  g_autofree char *problem = NULL;
  g_autofree char *counts = NULL;

  g_clear_pointer (&self->facts, tw_facts_unref);
  g_clear_pointer (&self->plan, tw_plan_unref);
  self->plan = make_plan (self, &problem);
  if (self->plan == NULL)
    {
      gtk_widget_set_sensitive (self->create, FALSE);
      gtk_label_set_text (GTK_LABEL (self->advice), problem);
      gtk_label_set_text (GTK_LABEL (self->counts), "");
    }
  else
    {
      g_autoptr (TwSchedule) schedule = tw_schedule_new (self->plan, NULL);
      g_autofree char *finish
          = tw_words_date (tw_schedule_plan_span (schedule)->finish, TW_DATE_LONG);
      g_autofree char *hint = advice (self->plan, schedule);
      guint phases = 0, activities = 0;

      self->facts = tw_facts_new (schedule, self->playbook, self->today, NULL);
      TW_FOREACH (TwMotion, motion, self->plan->motions)
        TW_FOREACH (TwPhase, phase, motion->phases)
          {
            phases++;
            activities += tw_list_n (phase->activities);
          }
      counts
          = g_strdup_printf (_ ("%u phases, %u activities. Ends %s"), phases, activities, finish);
      gtk_label_set_text (GTK_LABEL (self->counts), counts);
      gtk_label_set_text (GTK_LABEL (self->advice), hint);
    }
  gtk_widget_queue_draw (self->ribbon);
}

static void
paint_preview (TwCanvas *canvas, const TwPalette *palette, double width,
               double height G_GNUC_UNUSED, gpointer data)
{
  Dialog *self = data;
  g_autoptr (TwRibbon) ribbon = NULL;

  if (self->facts == NULL)
    return;
  ribbon = tw_ribbon_new (self->plan, self->facts, tw_canvas_metrics (canvas), TW_RIBBON_PREVIEW,
                          width);
  tw_ribbon_paint (canvas, palette, TW_COLOR_CARD_BG, ribbon);
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

  g_clear_pointer (&self->facts, tw_facts_unref);
  g_clear_pointer (&self->plan, tw_plan_unref);
  g_hash_table_unref (self->chosen);
  g_ptr_array_unref (self->order);
  g_clear_pointer (&self->calendar, tw_record_unref);
  g_free (self->language);
  tw_playbook_unref (self->playbook);
  g_free (self);
}

static GtkWidget *
suffix_row (const char *title, GtkWidget *suffix)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), suffix);
  gtk_accessible_update_property (GTK_ACCESSIBLE (suffix), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  return row;
}

static GtkWidget *
customer_group_new (Dialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Customer"));
  self->name = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name), _ ("Customer name"));
  g_signal_connect (self->name, "changed", G_CALLBACK (changed_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->name);
  self->seats = gtk_spin_button_new_with_range (0, 100000000, 100);
  gtk_editable_set_alignment (GTK_EDITABLE (self->seats), 1);
  g_signal_connect (self->seats, "value-changed", G_CALLBACK (changed_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), suffix_row (_ ("Seats"), self->seats));
  self->start = tw_date_entry_new (self->today, self->today, date_cb, self, NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), suffix_row (_ ("Start"), self->start));
  self->renewal = tw_date_entry_new (TW_DATE_NONE, self->today, date_cb, self, NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             suffix_row (_ ("Licence renewal"), self->renewal));
  return group;
}

/* --- motions: the order of the list is the order of the plan --- */

static void fill_motions (Dialog *self);

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

/* An older motion comes to stand among the others, behind them. */
static void
older_cb (GtkButton *button, gpointer data)
{
  Dialog *self = data;
  TwPbMotion *motion = g_object_get_data (G_OBJECT (button), "tw-motion");

  g_hash_table_add (self->chosen, motion->id);
  g_ptr_array_add (self->order, motion);
  fill_motions (self);
  refresh (self);
}

static void
move_motion (Dialog *self, const char *id, guint to)
{
  guint from = place_of (self, id);
  gpointer motion;

  if (from >= self->order->len)
    return;
  motion = g_ptr_array_steal_index (self->order, from);
  g_ptr_array_insert (self->order, (int) MIN (to, self->order->len), motion);
  fill_motions (self);
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

/* From its first phase to its last. */
static char *
motion_line (Dialog *self, TwPbMotion *motion)
{
  guint n = tw_list_n (motion->phases);
  const char *first, *last;

  if (n == 0)
    return g_strdup ("");
  first = tw_playbook_name (self->playbook, TW_WORD_PHASE,
                            ((TwPbMotionPhase *) motion->phases->items[0])->phase);
  last = tw_playbook_name (self->playbook, TW_WORD_PHASE,
                           ((TwPbMotionPhase *) motion->phases->items[n - 1])->phase);
  return n == 1 ? g_strdup (first) : g_strdup_printf (_ ("%s to %s"), first, last);
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
  gtk_widget_set_tooltip_text (button, _ ("Add"));
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

  tw_clear_children (self->motions);
  for (guint i = 0; i < self->order->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->motions),
                         motion_row_new (self, self->order->pdata[i]));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (older), _ ("Older motions"));
  TW_FOREACH (TwPbMotion, motion, self->playbook->motions)
    if (place_of (self, motion->id) == self->order->len)
      adw_expander_row_add_row (ADW_EXPANDER_ROW (older), older_row_new (self, motion));
  gtk_list_box_append (GTK_LIST_BOX (self->motions), older);
}

static GtkWidget *
motions_group_new (Dialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->motions = tw_boxed_list_new ();
  gtk_box_append (GTK_BOX (box), tw_label_new (_ ("Motions, in order"), "heading"));
  gtk_box_append (GTK_BOX (box), self->motions);
  fill_motions (self);
  return box;
}

static GtkWidget *
approaches_group_new (Dialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Approaches"));
  TW_FOREACH (TwPbApproach, approach, self->playbook->approaches)
    {
      GtkWidget *toggle = gtk_switch_new ();

      g_object_set_data (G_OBJECT (toggle), "tw-id", approach->id);
      g_signal_connect (toggle, "notify::active", G_CALLBACK (approach_cb), self);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 suffix_row (approach->name, toggle));
    }
  return group;
}

static GtkWidget *
workloads_new (Dialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 3);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (flow), 2);
  gtk_box_append (GTK_BOX (box), tw_label_new (_ ("Workloads"), "heading"));
  TW_FOREACH (TwPbWorkload, workload, self->playbook->workloads)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (workload->name);
      GtkWidget *label = gtk_widget_get_first_child (button);

      g_object_set_data (G_OBJECT (button), "tw-id", workload->id);
      gtk_widget_add_css_class (button, "tw-dense");
      gtk_widget_add_css_class (button, "tw-chosen");
      /* Whole names: three of them begin with “Microsoft Defender for”. */
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 15);
      gtk_widget_set_tooltip_text (button, workload->name);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), workload->standard);
      if (workload->standard)
        g_hash_table_add (self->chosen, workload->id);
      g_signal_connect (button, "toggled", G_CALLBACK (workload_cb), self);
      gtk_flow_box_insert (GTK_FLOW_BOX (flow), button, -1);
      gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
    }
  gtk_box_append (GTK_BOX (box), flow);
  return box;
}

static GtkWidget *
preview_new (Dialog *self)
{
  GtkWidget *content, *card;

  self->counts = tw_label_new ("", "tw-secondary");
  self->advice = tw_label_new ("", "tw-slip");
  self->ribbon = tw_paint_new (300, 108, paint_preview, self, NULL);
  gtk_widget_set_hexpand (self->ribbon, TRUE);
  card = tw_card_new (_ ("Preview"), NULL, NULL, NULL, &content);
  gtk_box_append (GTK_BOX (content), self->counts);
  gtk_box_append (GTK_BOX (content), self->ribbon);
  gtk_box_append (GTK_BOX (content), self->advice);
  gtk_widget_set_margin_start (card, 24);
  gtk_widget_set_margin_end (card, 24);
  gtk_widget_set_margin_bottom (card, 18);
  return card;
}

static GtkWidget *
header_new (Dialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_label (_ ("Cancel"));

  self->create = gtk_button_new_with_label (C_ ("new plan", "Create"));
  gtk_widget_add_css_class (self->create, "suggested-action");
  g_signal_connect (self->create, "clicked", G_CALLBACK (create_cb), self);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_destroy), self->window);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->create);
  return header;
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
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *flow = gtk_flow_box_new (), *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18),
            *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *content, *column;

  self->playbook = tw_record_ref (tw_playbook_builtin ());
  self->today = today;
  self->made = made;
  self->data = data;
  self->chosen = g_hash_table_new (g_str_hash, g_str_equal);
  self->order = g_ptr_array_new ();
  self->calendar = tw_settings_calendar ();
  self->language = window_language ();
  TW_FOREACH (char, id, self->playbook->default_motions)
    g_hash_table_add (self->chosen, id);
  TW_FOREACH (TwPbMotion, motion, self->playbook->motions)
    if (motion->current || g_hash_table_contains (self->chosen, motion->id))
      g_ptr_array_add (self->order, motion);
  self->window = adw_window_new ();
  g_object_set_data_full (G_OBJECT (self->window), "tw-dialog", self, dialog_free);
  gtk_window_set_title (GTK_WINDOW (self->window), _ ("New Plan"));
  gtk_window_set_transient_for (GTK_WINDOW (self->window), parent);
  gtk_window_set_modal (GTK_WINDOW (self->window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 960, 698);
  gtk_box_append (GTK_BOX (box), header_new (self));
  column = tw_column_new (960, &content);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 2);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 18);
  gtk_box_append (GTK_BOX (left), customer_group_new (self));
  gtk_box_append (GTK_BOX (left), motions_group_new (self));
  gtk_box_append (GTK_BOX (right), approaches_group_new (self));
  gtk_box_append (GTK_BOX (right), workloads_new (self));
  gtk_flow_box_insert (GTK_FLOW_BOX (flow), left, -1);
  gtk_flow_box_insert (GTK_FLOW_BOX (flow), right, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (left), FALSE);
  gtk_widget_set_focusable (gtk_widget_get_parent (right), FALSE);
  gtk_box_append (GTK_BOX (content), flow);
  gtk_box_append (GTK_BOX (box), column);
  gtk_box_append (GTK_BOX (box), preview_new (self));
  adw_window_set_content (ADW_WINDOW (self->window), box);
  refresh (self);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_grab_focus (self->name);
}
