/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-date-entry.h"
#include "tw-page.h"
#include "tw-words.h"

typedef struct
{
  TwDate date, today;
  TwDateStyle style;
  TwDateEntryFunc func;
  gpointer data;
  GDestroyNotify destroy;
  GtkWidget *popover;
} DateEntry;

static void
date_entry_free (gpointer data)
{
  DateEntry *self = data;

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self);
}

static DateEntry *
date_entry (GtkWidget *entry)
{
  return g_object_get_data (G_OBJECT (entry), "tw-date-entry");
}

void
tw_date_entry_set (GtkWidget *entry, TwDate date)
{
  g_autofree char *text = tw_words_date (date, date_entry (entry)->style);

  date_entry (entry)->date = date;
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_widget_remove_css_class (entry, "error");
  tw_set_tooltip (entry, NULL);
}

void
tw_date_entry_set_brief (GtkWidget *entry)
{
  DateEntry *self = date_entry (entry);

  self->style = TW_DATE_SHORT_YEAR;
  tw_date_entry_set (entry, self->date);
}

gboolean
tw_date_entry_get (GtkWidget *entry, TwDate *date)
{
  DateEntry *self = date_entry (entry);
  g_autofree char *shown = tw_words_date (self->date, self->style);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  if (g_str_equal (text, shown))
    {
      *date = self->date;
      return TRUE;
    }
  return tw_words_parse_date (text, self->date, self->today, date);
}

/* Takes what was typed; FALSE leaves it standing with what was expected. */
static void
take (GtkWidget *entry)
{
  DateEntry *self = date_entry (entry);
  TwDate date;

  if (!tw_date_entry_get (entry, &date))
    {
      tw_set_tooltip (entry,
                      _ ("Expected a date, such as 25 January, +5d for five days later, or mon"));
      gtk_widget_add_css_class (entry, "error");
      return;
    }
  if (date != self->date)
    {
      tw_date_entry_set (entry, date);
      self->func (entry, date, self->data);
    }
  else
    tw_date_entry_set (entry, date);
}

static void
activate_cb (GtkEntry *entry, gpointer data G_GNUC_UNUSED)
{
  take (GTK_WIDGET (entry));
}

static void
leave_cb (GtkEventControllerFocus *controller G_GNUC_UNUSED, gpointer entry)
{
  if (date_entry (entry) != NULL)
    take (entry);
}

/* Escape lets go of what was typed, before what it closes makes the entry take it. */
static gboolean
key_cb (GtkEventControllerKey *controller G_GNUC_UNUSED, guint key, guint code G_GNUC_UNUSED,
        GdkModifierType modifiers G_GNUC_UNUSED, gpointer entry)
{
  if (key == GDK_KEY_Escape)
    tw_date_entry_set (entry, date_entry (entry)->date);
  return FALSE;
}

/* Its signals won't do: they come when another month is looked at, and don't when that has a day of
 * the same number. */
static void
take_day (GtkWidget *calendar)
{
  GtkWidget *entry = gtk_widget_get_ancestor (calendar, GTK_TYPE_ENTRY);
  DateEntry *self = date_entry (entry);
  g_autoptr (GDateTime) time = gtk_calendar_get_date (GTK_CALENDAR (calendar));
  int year, month, day;
  TwDate date;

  g_date_time_get_ymd (time, &year, &month, &day);
  date = tw_date_new (year, month, day);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (date == self->date)
    return;
  tw_date_entry_set (entry, date);
  self->func (entry, date, self->data);
}

static void
released_cb (GtkGestureClick *click G_GNUC_UNUSED, int n G_GNUC_UNUSED, double x, double y,
             gpointer calendar)
{
  GtkWidget *at = gtk_widget_pick (calendar, x, y, GTK_PICK_DEFAULT);

  if (at != NULL && gtk_widget_has_css_class (at, "day-number"))
    take_day (calendar);
}

/* Arrows choose the day, in any month, that Enter or the space bar takes. */
static gboolean
calendar_key_cb (GtkEventControllerKey *controller G_GNUC_UNUSED, guint key,
                 guint code G_GNUC_UNUSED, GdkModifierType modifiers, gpointer calendar)
{
  int days = key == GDK_KEY_Left    ? -1
             : key == GDK_KEY_Right ? 1
             : key == GDK_KEY_Up    ? -7
             : key == GDK_KEY_Down  ? 7
                                    : 0;
  g_autoptr (GDateTime) time = gtk_calendar_get_date (calendar);
  g_autoptr (GDateTime) to = g_date_time_add_days (time, days);

  if (!gtk_widget_has_focus (calendar) || (modifiers & GDK_CONTROL_MASK) != 0)
    return FALSE;
  if (days != 0)
    gtk_calendar_select_day (calendar, to);
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space)
    take_day (calendar);
  else
    return FALSE;
  return TRUE;
}

static GtkWidget *
calendar_new (TwDate date)
{
  GtkWidget *calendar = gtk_calendar_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autoptr (GDateTime) time = NULL;
  int year, month, day;

  tw_date_split (date, &year, &month, &day);
  time = g_date_time_new_local (year, month, day, 12, 0, 0);
  gtk_calendar_select_day (GTK_CALENDAR (calendar), time);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), calendar);
  gtk_widget_add_controller (calendar, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (calendar_key_cb), calendar);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (calendar, keys);
  return calendar;
}

static void
icon_cb (GtkEntry *entry, GtkEntryIconPosition position G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  DateEntry *self = date_entry (GTK_WIDGET (entry));

  gtk_popover_set_child (GTK_POPOVER (self->popover),
                         calendar_new (self->date != TW_DATE_NONE ? self->date : self->today));
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
destroy_cb (GtkWidget *entry, gpointer data G_GNUC_UNUSED)
{
  DateEntry *self = date_entry (entry);

  if (self != NULL)
    g_clear_pointer (&self->popover, gtk_widget_unparent);
}

GtkWidget *
tw_date_entry_new (TwDate date, TwDate today, TwDateEntryFunc func, gpointer data,
                   GDestroyNotify destroy)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  DateEntry *self = g_new0 (DateEntry, 1);

  *self = (DateEntry){ TW_DATE_NONE, today, TW_DATE_LONG, func, data, destroy, gtk_popover_new () };
  g_object_set_data_full (G_OBJECT (entry), "tw-date-entry", self, date_entry_free);
  gtk_widget_set_parent (self->popover, entry);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY,
                                     "x-office-calendar-symbolic");
  gtk_entry_set_icon_tooltip_text (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY, _ ("Calendar"));
  g_signal_connect (entry, "activate", G_CALLBACK (activate_cb), NULL);
  g_signal_connect (entry, "icon-press", G_CALLBACK (icon_cb), NULL);
  g_signal_connect (entry, "destroy", G_CALLBACK (destroy_cb), NULL);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), entry);
  gtk_widget_add_controller (entry, focus);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), entry);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (entry, keys);
  tw_date_entry_set (entry, date);
  return entry;
}

GtkWidget *
tw_date_popover_new (const char *title, const char *line, GtkWidget *entry)
{
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), tw_label_new (title, "heading"));
  gtk_box_append (GTK_BOX (box), tw_label_new (line, "tw-secondary"));
  gtk_box_append (GTK_BOX (box), entry);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}
