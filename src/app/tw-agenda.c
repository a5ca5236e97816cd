/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-add-row.h"
#include "tw-agenda.h"
#include "tw-drag.h"
#include "tw-edit.h"
#include "tw-name.h"
#include "tw-page.h"
#include "tw-record-list.h"

typedef struct
{
  TwViewState *state;
  char *meeting;
  GtkWidget *widget, *list, *count, *fill;
  TwList *shown; /* what the rows stand for, to leave them alone while it is the same */
} Agenda;

static TwPlan *
plan_of (Agenda *self)
{
  return tw_document_plan (tw_view_state_document (self->state));
}

static GtkWidget *
row_of (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);
}

static void
set_member (Agenda *self, GtkWidget *widget, const char *member, TwValue value)
{
  GError *error = NULL;
  TwPlan *plan = tw_plan_set_by_id (plan_of (self), &tw_agenda_item_type,
                                    tw_drag_id (row_of (widget)), member, value, &error);

  tw_view_state_edit (self->state, widget, plan, error, NULL, "%s",
                      C_ ("undo step", "Edit an Agenda Item"));
}

static void
renamed_cb (TwName *name, const char *text, gpointer data)
{
  set_member (data, GTK_WIDGET (name), "text", (TwValue){ .string = (char *) text });
}

/* --- minutes --- */

static void
show_minutes (GtkWidget *entry, int minutes)
{
  g_autofree char *text = minutes != TW_INT_NONE ? g_strdup_printf ("%d", minutes) : g_strdup ("");

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
take_minutes (Agenda *self, GtkWidget *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  TwAgendaItem *item = tw_list_find (self->shown, tw_drag_id (row_of (entry)), NULL);
  char *end;
  gint64 number = g_ascii_strtoll (text, &end, 10);
  int minutes = *text == '\0'                             ? TW_INT_NONE
                : *end == '\0' && ABS (number) < G_MAXINT ? (int) number
                                                          : G_MAXINT;

  if (item == NULL || item->minutes == minutes)
    return;
  show_minutes (entry, item->minutes); /* until it is taken */
  set_member (self, entry, "minutes", (TwValue){ .number = minutes });
}

static void
minutes_activate_cb (GtkEntry *entry, gpointer data)
{
  take_minutes (data, GTK_WIDGET (entry));
}

static void
minutes_leave_cb (GtkEventControllerFocus *controller, gpointer data)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if (gtk_widget_get_root (entry) != NULL)
    take_minutes (data, entry);
}

static GtkWidget *
minutes_new (Agenda *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 3);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 3);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (entry, "tw-minutes");
  tw_set_tooltip (entry, _ ("Minutes"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Minutes"), -1);
  g_signal_connect (entry, "activate", G_CALLBACK (minutes_activate_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (minutes_leave_cb), self);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

/* --- order --- */

static int
place_of (Agenda *self, const char *id)
{
  int at;

  return tw_list_find (self->shown, id, &at) != NULL ? at : -1;
}

static void
relocate (Agenda *self, GtkWidget *widget, const char *id, guint at)
{
  g_autofree char *copy = g_strdup (id);
  GError *error = NULL;
  TwPlan *plan
      = tw_edit_relocate (plan_of (self), &tw_agenda_item_type, copy, self->meeting, at, &error);

  tw_view_state_edit (self->state, widget, plan, error, NULL, "%s",
                      C_ ("undo step", "Move an Agenda Item"));
}

static void
dropped_cb (GtkWidget *target, const TwRecordType *type, const char *id, gboolean below,
            gpointer data)
{
  if (type == &tw_agenda_item_type)
    relocate (data, target, id, tw_record_list_drop_place (target, id, below));
}

static void delete (Agenda *self, GtkWidget *widget)
{
  g_autofree char *id = g_strdup (tw_drag_id (row_of (widget)));
  GError *error = NULL;
  TwPlan *plan = tw_edit_delete (plan_of (self), &tw_agenda_item_type, id, NULL, &error);

  tw_view_state_edit (self->state, widget, plan, error, NULL, "%s",
                      C_ ("undo step", "Delete an Agenda Item"));
}

static void
delete_cb (GtkButton *button, gpointer data)
{
  delete (data, GTK_WIDGET (button));
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code G_GNUC_UNUSED,
        GdkModifierType modifiers, gpointer data)
{
  Agenda *self = data;
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  int at = place_of (self, tw_drag_id (row));

  if (key == GDK_KEY_F2)
    tw_name_edit (g_object_get_data (G_OBJECT (row), "tw-name"));
  else if ((modifiers & GDK_ALT_MASK) != 0 && key == GDK_KEY_Up && at > 0)
    relocate (self, row, tw_drag_id (row), (guint) at - 1);
  else if ((modifiers & GDK_ALT_MASK) != 0 && key == GDK_KEY_Down)
    relocate (self, row, tw_drag_id (row), (guint) at + 1);
  else if (key == GDK_KEY_Delete && gtk_widget_has_focus (row))
    delete (self, row);
  else
    return FALSE;
  return TRUE;
}

/* --- adding --- */

static void
add_cb (GtkWidget *row, const char *text, const char *id G_GNUC_UNUSED, gpointer data)
{
  Agenda *self = data;
  GError *error = NULL;
  guint n;
  TwPlan *plan = tw_edit_add_lines (plan_of (self), &tw_agenda_item_type, self->meeting, NULL,
                                    (TwValue){ 0 }, text, &n, &error);

  tw_view_state_edit (self->state, row, plan, error, NULL,
                      g_dngettext (GETTEXT_PACKAGE, "Add %u Agenda Item", "Add %u Agenda Items", n),
                      n);
}

static void
fill_cb (GtkButton *button, gpointer data)
{
  Agenda *self = data;
  GError *error = NULL;
  TwPlan *plan = tw_edit_fill_agenda (plan_of (self),
                                      tw_document_playbook (tw_view_state_document (self->state)),
                                      self->meeting, &error);

  tw_view_state_edit (self->state, button, plan, error, NULL, "%s",
                      C_ ("undo step", "Add the Playbook’s Agenda"));
}

/* --- rows --- */

static void
activated_cb (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row, gpointer data G_GNUC_UNUSED)
{
  TwName *name = g_object_get_data (G_OBJECT (row), "tw-name");

  if (name != NULL)
    tw_name_edit (name);
}

static GtkWidget *
row_new (gpointer data)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkWidget *name = tw_name_new (TRUE, renamed_cb, data, NULL), *minutes = minutes_new (data);
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  GtkEventController *keys = gtk_event_controller_key_new ();

  tw_drag_add_source (row, row);
  tw_drag_add_target (row, dropped_cb, data);
  gtk_widget_add_css_class (box, "tw-check");
  gtk_widget_add_css_class (handle, "tw-lock");
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_valign (name, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  g_signal_connect (remove, "clicked", G_CALLBACK (delete_cb), data);
  gtk_box_append (GTK_BOX (box), handle);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), minutes);
  gtk_box_append (GTK_BOX (box), remove);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "tw-name", name);
  g_object_set_data (G_OBJECT (row), "tw-minutes", minutes);
  g_object_set_data (G_OBJECT (row), "tw-remove", remove);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), data);
  gtk_widget_add_controller (row, keys);
  return row;
}

static void
fill_row (GtkWidget *row, gpointer record, gpointer data G_GNUC_UNUSED)
{
  TwAgendaItem *item = record;
  GtkWidget *remove = g_object_get_data (G_OBJECT (row), "tw-remove");
  g_autofree char *tip = g_strdup_printf (_ ("Remove “%s”"), item->text);

  tw_name_set_text (g_object_get_data (G_OBJECT (row), "tw-name"), item->text);
  show_minutes (g_object_get_data (G_OBJECT (row), "tw-minutes"), item->minutes);
  tw_set_tooltip (remove, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, item->text,
                                  -1);
}

static void
show_count (Agenda *self, TwMeeting *meeting)
{
  TwPbMeeting *own = tw_playbook_meeting (
      tw_document_playbook (tw_view_state_document (self->state)), meeting->kind);
  guint minutes = 0;
  g_autofree char *text = NULL;

  TW_FOREACH (TwAgendaItem, item, self->shown)
    minutes += item->minutes != TW_INT_NONE ? (guint) item->minutes : 0;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u minute", "%u minutes", minutes),
                          minutes);
  gtk_label_set_text (GTK_LABEL (self->count), minutes > 0 ? text : "");
  gtk_widget_set_visible (self->fill, tw_list_n (self->shown) == 0 && own != NULL
                                          && tw_list_n (own->agenda) > 0);
}

static void
refresh (GtkWidget *widget)
{
  Agenda *self = g_object_get_data (G_OBJECT (widget), "tw-agenda");
  TwMeeting *meeting = tw_list_find (plan_of (self)->meetings, self->meeting, NULL);

  if (meeting == NULL)
    return;
  if (self->shown != meeting->agenda)
    {
      g_clear_pointer (&self->shown, tw_list_unref);
      self->shown = meeting->agenda != NULL ? tw_list_ref (meeting->agenda) : NULL;
      tw_record_list_show (GTK_LIST_BOX (self->list), self->shown, FALSE, row_new, fill_row, self);
    }
  show_count (self, meeting);
}

static void
agenda_free (gpointer data)
{
  Agenda *self = data;

  g_clear_pointer (&self->shown, tw_list_unref);
  g_free (self->meeting);
  g_free (self);
}

GtkWidget *
tw_agenda_new (TwViewState *state, const char *meeting)
{
  Agenda *self = g_new0 (Agenda, 1);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = tw_label_new (_ ("Agenda"), "heading");

  self->state = state;
  self->meeting = g_strdup (meeting);
  self->widget = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->list = tw_boxed_list_new ();
  self->count = tw_label_new ("", "tw-secondary");
  self->fill = gtk_button_new_with_label (_ ("Agenda from the Playbook"));
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), self->count);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  g_signal_connect (self->fill, "clicked", G_CALLBACK (fill_cb), self);
  gtk_list_box_append (GTK_LIST_BOX (self->list),
                       tw_add_row_new (_ ("Add item"), NULL, add_cb, self));
  gtk_box_append (GTK_BOX (self->widget), head);
  gtk_box_append (GTK_BOX (self->widget), self->list);
  gtk_box_append (GTK_BOX (self->widget), self->fill);
  g_object_set_data_full (G_OBJECT (self->widget), "tw-agenda", self, agenda_free);
  refresh (self->widget);
  tw_page_follow (self->widget, state, refresh);
  return self->widget;
}
