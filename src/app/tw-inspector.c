/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tw-date-entry.h"
#include "tw-edit.h"
#include "tw-inspector.h"
#include "tw-page.h"
#include "tw-people.h"
#include "tw-words.h"

typedef struct
{
  TwViewState *state;
  GtkWidget *widget, *content;
  char *shown;      /* the id whose rows stand here */
  TwRecord *record; /* as it was when they were made */
} Inspector;

static TwPlan *
plan_of (Inspector *self)
{
  return tw_document_plan (tw_view_state_document (self->state));
}

/* One edit of a member of the node that is shown. */
static void
set_member (Inspector *self, gpointer widget, const char *member, TwValue value,
            const char *merge_key)
{
  GError *error = NULL;
  TwPlan *plan
      = tw_plan_set_by_id (plan_of (self), self->record->type, self->shown, member, value, &error);

  tw_view_state_edit (self->state, widget, plan, error, merge_key, C_ ("undo step", "Edit “%s”"),
                      tw_record_name (self->record));
}

static void
name_cb (AdwEntryRow *row, gpointer data)
{
  set_member (data, row, "name",
              (TwValue){ .string = (char *) gtk_editable_get_text (GTK_EDITABLE (row)) }, NULL);
}

static void
customer_name_cb (AdwEntryRow *row, gpointer data)
{
  set_member (data, row, "customer_name",
              (TwValue){ .string = (char *) gtk_editable_get_text (GTK_EDITABLE (row)) }, NULL);
}

static void
days_cb (GtkSpinButton *spin, gpointer data)
{
  set_member (data, spin, "days", (TwValue){ .number = gtk_spin_button_get_value_as_int (spin) },
              "days");
}

static void
owner_cb (GtkWidget *picker, const char *person, gpointer data)
{
  set_member (data, picker, "owner", (TwValue){ .string = (char *) person }, NULL);
}

/* A date earlier than the links allow isn't kept, and who holds it is said. */
static void
start_cb (GtkWidget *entry, TwDate date, gpointer data)
{
  Inspector *self = data;
  g_autofree char *sentence = NULL;
  GError *error = NULL;
  TwPlan *plan;

  if (date == TW_DATE_NONE || self->record->type != &tw_activity_type)
    {
      set_member (self, entry, "start", (TwValue){ .date = date }, NULL);
      return;
    }
  plan = tw_edit_move (tw_document_schedule (tw_view_state_document (self->state)), self->shown,
                       date, &sentence, &error);
  if (tw_view_state_edit (self->state, entry, plan, error, NULL, C_ ("undo step", "Move “%s”"),
                          tw_record_name (self->record))
      && sentence != NULL)
    gtk_widget_activate_action (entry, "win.tell", "s", sentence);
}

static void
status_cb (GtkDropDown *down, GParamSpec *pspec G_GNUC_UNUSED, gpointer data)
{
  Inspector *self = data;
  GError *error = NULL;
  TwPlan *plan = tw_edit_status (tw_document_schedule (tw_view_state_document (self->state)),
                                 self->shown, (TwStatus) gtk_drop_down_get_selected (down), NULL,
                                 tw_view_state_today (self->state), &error);

  tw_view_state_edit (self->state, down, plan, error, NULL, C_ ("undo step", "Status of “%s”"),
                      tw_record_name (self->record));
}

static void
actual_cb (Inspector *self, GtkWidget *entry, TwDate started, TwDate finished)
{
  GError *error = NULL;
  TwActivity *activity = (TwActivity *) self->record;
  TwPlan *plan
      = tw_edit_dates (plan_of (self), self->shown, started, finished, activity->progress, &error);

  tw_view_state_edit (self->state, entry, plan, error, NULL, C_ ("undo step", "Dates of “%s”"),
                      activity->name);
}

static void
started_cb (GtkWidget *entry, TwDate date, gpointer data)
{
  Inspector *self = data;

  actual_cb (self, entry, date, ((TwActivity *) self->record)->finished);
}

static void
finished_cb (GtkWidget *entry, TwDate date, gpointer data)
{
  Inspector *self = data;

  actual_cb (self, entry, ((TwActivity *) self->record)->started, date);
}

static void
internal_cb (GtkSwitch *toggle, GParamSpec *pspec G_GNUC_UNUSED, gpointer data)
{
  set_member (data, toggle, "internal", (TwValue){ .number = gtk_switch_get_active (toggle) },
              NULL);
}

static void
check_cb (GtkCheckButton *button, gpointer data)
{
  Inspector *self = data;
  const char *id = g_object_get_data (G_OBJECT (button), "tw-id");
  GError *error = NULL;
  TwPlan *plan
      = tw_edit_tick (plan_of (self), &tw_check_type, id, gtk_check_button_get_active (button),
                      tw_view_state_today (self->state), &error);

  tw_view_state_edit (self->state, button, plan, error, NULL, "%s",
                      C_ ("undo step", "Tick Off an Item"));
}

/* Text is taken when the focus leaves it: one step for all that was typed. */
static void
notes_left_cb (GtkEventControllerFocus *controller, gpointer data)
{
  Inspector *self = data;
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  const char *member = g_object_get_data (G_OBJECT (view), "tw-member");
  const char *id = g_object_get_data (G_OBJECT (view), "tw-id");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  if (!gtk_text_buffer_get_modified (buffer) || g_strcmp0 (id, self->shown) != 0)
    return;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  gtk_text_buffer_set_modified (buffer, FALSE);
  set_member (self, view, member, (TwValue){ .string = text }, NULL);
}

/* --- rows --- */

static void
add_row (GtkWidget *group, const char *title, GtkWidget *suffix)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
  gtk_accessible_update_property (GTK_ACCESSIBLE (suffix), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_entry (Inspector *self, GtkWidget *group, const char *title, const char *text,
           GCallback callback)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect (row, "apply", callback, self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
group_new (Inspector *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (self->content), group);
  return group;
}

static GtkWidget *
status_picker_new (Inspector *self, TwActivity *activity)
{
  const char *words[6] = { NULL };
  GtkWidget *down;

  for (int i = 0; i < 5; i++)
    words[i] = tw_words_status ((TwStatus) i);
  down = gtk_drop_down_new_from_strings (words);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (down), activity->status);
  g_signal_connect (down, "notify::selected", G_CALLBACK (status_cb), self);
  return down;
}

static GtkWidget *
date_new (Inspector *self, TwDate date, TwDateEntryFunc func)
{
  return tw_date_entry_new (date, tw_view_state_today (self->state), func, self, NULL);
}

static void
add_text (Inspector *self, const char *title, const char *member, const char *text,
          const char *class)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_box_append (GTK_BOX (self->content), tw_label_new (title, "heading"));
  gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
  gtk_text_buffer_set_modified (buffer, FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_set_size_request (view, -1, 60);
  gtk_widget_add_css_class (view, class);
  gtk_widget_add_css_class (view, "tw-note");
  g_object_set_data (G_OBJECT (view), "tw-member", (gpointer) member);
  g_object_set_data_full (G_OBJECT (view), "tw-id", g_strdup (self->shown), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect (focus, "leave", G_CALLBACK (notes_left_cb), self);
  gtk_widget_add_controller (view, focus);
  gtk_box_append (GTK_BOX (self->content), view);
}

static void
add_checklist (Inspector *self, const char *title, TwList *checks)
{
  GtkWidget *list = tw_boxed_list_new ();

  if (tw_list_n (checks) == 0)
    return;
  gtk_box_append (GTK_BOX (self->content), tw_label_new (title, "heading"));
  TW_FOREACH (TwCheck, check, checks)
    {
      GtkWidget *tick = gtk_check_button_new ();
      GtkWidget *lock
          = check->internal ? gtk_image_new_from_icon_name ("changes-prevent-symbolic") : NULL;
      const char *second = check->mandatory ? _ ("Mandatory") : NULL;

      gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), check->done != TW_DATE_NONE);
      g_object_set_data_full (G_OBJECT (tick), "tw-id", g_strdup (check->id), g_free);
      gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      check->text, -1);
      g_signal_connect (tick, "toggled", G_CALLBACK (check_cb), self);
      if (lock != NULL)
        gtk_widget_set_tooltip_text (lock, _ ("Never in the customer’s copy"));
      gtk_list_box_append (GTK_LIST_BOX (list), tw_row_new (tick, check->text, second, lock));
    }
  gtk_box_append (GTK_BOX (self->content), list);
}

static char *
links_words (Inspector *self, TwList *after)
{
  TwIndex *index = tw_schedule_index (tw_document_schedule (tw_view_state_document (self->state)));
  GString *text = g_string_new (NULL);

  TW_FOREACH (char, id, after)
    {
      int number = tw_index_find (index, id);

      if (number >= 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                                tw_record_name (tw_index_node (index, (guint) number)->record));
    }
  return g_string_free (text, FALSE);
}

static void
show_activity (Inspector *self, TwActivity *activity)
{
  GtkWidget *group = group_new (self, NULL);
  GtkWidget *spin = gtk_spin_button_new_with_range (0, 10000, 1);
  GtkWidget *toggle = gtk_switch_new ();
  g_autofree char *after = links_words (self, activity->after);

  add_entry (self, group, _ ("Name"), activity->name, G_CALLBACK (name_cb));
  add_entry (self, group, _ ("Customer name"), activity->customer_name,
             G_CALLBACK (customer_name_cb));
  add_row (group, _ ("Owner"),
           tw_people_picker_new (plan_of (self), activity->owner, owner_cb, self, NULL));
  add_row (group, _ ("Status"), status_picker_new (self, activity));
  group = group_new (self, NULL);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), activity->days);
  g_signal_connect (spin, "value-changed", G_CALLBACK (days_cb), self);
  add_row (group, _ ("Duration in days"), spin);
  add_row (group, _ ("After"), tw_label_new (*after != '\0' ? after : "–", NULL));
  add_row (group, _ ("Not before"), date_new (self, activity->start, start_cb));
  add_row (group, _ ("Started"), date_new (self, activity->started, started_cb));
  add_row (group, _ ("Finished"), date_new (self, activity->finished, finished_cb));
  gtk_switch_set_active (GTK_SWITCH (toggle), activity->internal);
  g_signal_connect (toggle, "notify::active", G_CALLBACK (internal_cb), self);
  add_row (group, _ ("Never in the customer’s copy"), toggle);
  add_text (self, _ ("Notes for the customer"), "notes", activity->notes, "card");
  add_text (self, _ ("Internal notes"), "internal_notes", activity->internal_notes, "tw-internal");
  add_checklist (self, _ ("Checklist"), activity->checklist);
}

static void
show_group (Inspector *self, TwRecord *record)
{
  GtkWidget *group = group_new (self, NULL);
  TwDate start = tw_record_get (record, tw_record_type_field (record->type, "start")).date;
  const char *customer_name
      = tw_record_get (record, tw_record_type_field (record->type, "customer_name")).string;
  const char *notes = tw_record_get (record, tw_record_type_field (record->type, "notes")).string;
  const char *internal
      = tw_record_get (record, tw_record_type_field (record->type, "internal_notes")).string;

  add_entry (self, group, _ ("Name"), tw_record_name (record), G_CALLBACK (name_cb));
  add_entry (self, group, _ ("Customer name"), customer_name, G_CALLBACK (customer_name_cb));
  add_row (group, _ ("Not before"), date_new (self, start, start_cb));
  add_text (self, _ ("Notes for the customer"), "notes", notes, "card");
  add_text (self, _ ("Internal notes"), "internal_notes", internal, "tw-internal");
  if (record->type == &tw_phase_type)
    add_checklist (self, _ ("Exit criteria"), ((TwPhase *) record)->exit);
  else if (((TwMotion *) record)->handover != NULL)
    add_checklist (self, _ ("Ready for the hand-over"), ((TwMotion *) record)->handover->ready);
}

static void
refresh (GtkWidget *widget)
{
  Inspector *self = g_object_get_data (G_OBJECT (widget), "tw-inspector");
  const char *id = tw_view_state_selected (self->state);
  TwIndex *index = tw_schedule_index (tw_document_schedule (tw_view_state_document (self->state)));
  int number = tw_index_find (index, id);
  TwRecord *record = number >= 0 ? tw_index_node (index, (guint) number)->record : NULL;

  /* The same record again: its rows stay, with the focus in them. */
  if (record != NULL && record == self->record)
    return;
  tw_clear_children (self->content);
  g_clear_pointer (&self->record, tw_record_unref);
  g_free (self->shown);
  self->shown = g_strdup (id);
  if (record == NULL)
    {
      GtkWidget *empty = tw_label_new (_ ("Choose an activity"), "tw-secondary");

      gtk_label_set_xalign (GTK_LABEL (empty), 0.5);
      gtk_box_append (GTK_BOX (self->content), empty);
      return;
    }
  self->record = tw_record_ref (record);
  if (record->type == &tw_activity_type)
    show_activity (self, (TwActivity *) record);
  else
    show_group (self, record);
}

static void
inspector_free (gpointer data)
{
  Inspector *self = data;

  g_clear_pointer (&self->record, tw_record_unref);
  g_free (self->shown);
  g_free (self);
}

GtkWidget *
tw_inspector_new (TwViewState *state)
{
  Inspector *self = g_new0 (Inspector, 1);

  self->state = state;
  self->widget = tw_column_new (560, &self->content);
  gtk_widget_add_css_class (self->widget, "tw-pane");
  g_object_set_data_full (G_OBJECT (self->widget), "tw-inspector", self, inspector_free);
  tw_page_follow (self->widget, state, refresh);
  return self->widget;
}
