/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-date-entry.h"
#include "tw-edit.h"
#include "tw-holidays.h"
#include "tw-page.h"
#include "tw-words.h"

typedef struct
{
  TwViewState *state;
  GtkWidget *list, *from, *to, *name;
} Holidays;

static TwPlan *
plan_of (Holidays *self)
{
  return tw_document_plan (tw_view_state_document (self->state));
}

static TwList *
holidays_of (TwPlan *plan)
{
  return plan->calendar != NULL ? plan->calendar->holidays : NULL;
}

static TwDate
first_day (TwHoliday *holiday)
{
  return holiday->date != TW_DATE_NONE ? holiday->date : holiday->from;
}

static void
remove_cb (GtkButton *button, gpointer data)
{
  Holidays *self = data;
  guint at = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "tw-at"));
  TwPlace place;
  GError *error = NULL;
  TwPlan *plan;

  tw_plan_find (plan_of (self), &tw_calendar_type, NULL, &place);
  plan = tw_plan_splice (plan_of (self), &place,
                         tw_record_type_field (&tw_calendar_type, "holidays"), at, 1, NULL, &error);
  tw_view_state_edit (self->state, button, plan, error, NULL, "%s",
                      C_ ("undo step", "Remove a Holiday"));
}

static void
add_cb (GtkWidget *widget, gpointer data)
{
  Holidays *self = data;
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  TwDate from, to;
  GError *error = NULL;
  TwPlan *plan;

  if (!tw_date_entry_get (self->from, &from) || !tw_date_entry_get (self->to, &to)
      || from == TW_DATE_NONE || *g_strstrip (name) == '\0')
    {
      gtk_widget_activate_action (widget, "win.tell", "s",
                                  _ ("A holiday has a first day and a name"));
      return;
    }
  if (to != TW_DATE_NONE && to < from)
    {
      gtk_widget_activate_action (widget, "win.tell", "s",
                                  _ ("The last day lies before the first"));
      return;
    }
  plan = tw_edit_add_holiday (plan_of (self), from, to, name, &error);
  tw_view_state_edit (self->state, widget, plan, error, NULL, "%s",
                      C_ ("undo step", "Add a Holiday"));
  tw_date_entry_set (self->from, TW_DATE_NONE);
  tw_date_entry_set (self->to, TW_DATE_NONE);
  gtk_editable_set_text (GTK_EDITABLE (self->name), "");
}

static void
refresh (GtkWidget *widget)
{
  Holidays *self = g_object_get_data (G_OBJECT (widget), "tw-holidays");
  guint at = 0;

  tw_clear_children (self->list);
  TW_FOREACH (TwHoliday, holiday, holidays_of (plan_of (self)))
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
      TwDate last = holiday->date != TW_DATE_NONE ? holiday->date : holiday->to;
      g_autofree char *days = tw_words_range (first_day (holiday), last, TW_DATE_MIN, FALSE);

      gtk_widget_add_css_class (button, "flat");
      tw_set_tooltip (button, _ ("Remove"));
      g_object_set_data (G_OBJECT (button), "tw-at", GUINT_TO_POINTER (at++));
      g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), self);
      gtk_list_box_append (GTK_LIST_BOX (self->list),
                           tw_row_new (NULL, holiday->name, days, button));
    }
  gtk_widget_set_visible (self->list, at > 0);
}

static void
ignore_date_cb (GtkWidget *entry G_GNUC_UNUSED, TwDate date G_GNUC_UNUSED,
                gpointer data G_GNUC_UNUSED)
{
}

static GtkWidget *
day_new (Holidays *self, const char *hint)
{
  GtkWidget *entry = tw_date_entry_new (TW_DATE_NONE, tw_view_state_today (self->state),
                                        ignore_date_cb, NULL, NULL);

  tw_set_placeholder (entry, hint);
  gtk_widget_set_hexpand (entry, TRUE);
  return entry;
}

GtkWidget *
tw_holidays_new (TwViewState *state)
{
  Holidays *self = g_new0 (Holidays, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *days = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_ ("Add"));

  self->state = state;
  self->list = tw_boxed_list_new ();
  self->from = day_new (self, _ ("First day"));
  self->to = day_new (self, _ ("Last day, if several"));
  self->name = gtk_entry_new ();
  tw_set_placeholder (self->name, _ ("Name of the holiday"));
  gtk_widget_set_hexpand (self->name, TRUE);
  g_signal_connect (self->name, "activate", G_CALLBACK (add_cb), self);
  g_signal_connect (button, "clicked", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (days), self->from);
  gtk_box_append (GTK_BOX (days), self->to);
  gtk_box_append (GTK_BOX (bar), self->name);
  gtk_box_append (GTK_BOX (bar), button);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), days);
  gtk_box_append (GTK_BOX (box), bar);
  g_object_set_data_full (G_OBJECT (box), "tw-holidays", self, g_free);
  tw_page_follow (box, state, refresh);
  return box;
}
