/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-date-entry.h"
#include "tw-edit-event.h"
#include "tw-menu.h"
#include "tw-overview-cards.h"
#include "tw-page.h"
#include "tw-words.h"

/* What happens in the next 14 days, by day. Rows are made anew, what their menu is for stays. */
/* A row takes GTK a millisecond or two, and nobody reads hundreds. */
#define EVENTS_MAX 40

typedef struct
{
  TwViewState *state;
  GtkWidget *home;
  GActionMap *actions;
  TwEvent *chosen; /* by the menu */
  GtkWidget *row;  /* its row; weak */
} Agenda;

/* Holds its record. */
static TwEvent *
event_copy (const TwEvent *event)
{
  tw_record_ref (event->record);
  return g_memdup2 (event, sizeof *event);
}

static void
event_free (gpointer event)
{
  tw_record_unref (((TwEvent *) event)->record);
  g_free (event);
}

static void
set_event (gpointer widget, const TwEvent *event)
{
  g_object_set_data_full (G_OBJECT (widget), "tw-event", event_copy (event), event_free);
}

static TwEvent *
event_of (gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), "tw-event");
}

/* --- what can be done --- */

static gboolean
mark_done (Agenda *self, TwEvent *event)
{
  GError *error = NULL;
  TwPlan *plan = tw_event_do (tw_view_state_facts (self->state), event, &error);

  if (event->kind == TW_EVENT_OCCURRENCE)
    return tw_view_state_edit (self->state, self->home, plan, error, NULL,
                               C_ ("undo step", "Mark “%s” as Held"), tw_words_event_title (event));
  return tw_view_state_edit (self->state, self->home, plan, error, NULL,
                             C_ ("undo step", "Mark “%s” as Done"), tw_words_event_title (event));
}

static void
ticked_cb (GtkCheckButton *tick, gpointer data)
{
  if (!mark_done (data, event_of (tick)))
    tw_tick_show (GTK_WIDGET (tick), FALSE, G_CALLBACK (ticked_cb), data);
}

static void
done_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  mark_done (data, ((Agenda *) data)->chosen);
}

static void
copy_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  Agenda *self = data;
  g_autofree char *day = tw_words_date (self->chosen->date, TW_DATE_LONG);
  g_autofree char *line = tw_words_event_line (tw_view_state_facts (self->state), self->chosen);
  g_autofree char *text = g_strdup_printf (C_ ("copied: day, what, more", "%s: %s (%s)"), day,
                                           tw_words_event_title (self->chosen), line);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->home), text);
}

static void
moved_cb (GtkWidget *entry, TwDate date, gpointer data)
{
  Agenda *self = data;
  GtkWidget *popover = gtk_widget_get_ancestor (entry, GTK_TYPE_POPOVER);
  TwEvent *event = event_of (popover);
  g_autofree char *sentence = NULL;
  GError *error = NULL;
  TwPlan *plan;

  if (date == TW_DATE_NONE)
    return;
  plan = tw_event_move (tw_view_state_facts (self->state), event, date, &sentence, &error);
  if (tw_view_state_edit (self->state, self->home, plan, error, NULL, C_ ("undo step", "Move “%s”"),
                          tw_words_event_title (event))
      && sentence != NULL)
    gtk_widget_activate_action (self->home, "win.tell", "s", sentence);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

/* Asks for the day where the row is. */
static void
move_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  Agenda *self = data;
  GtkWidget *entry = tw_date_entry_new (self->chosen->date, tw_view_state_today (self->state),
                                        moved_cb, self, NULL);
  GtkWidget *popover = tw_date_popover_new (tw_words_event_title (self->chosen),
                                            tw_words_event (self->chosen), entry);

  set_event (popover, self->chosen);
  tw_popover_show (popover, self->row != NULL ? self->row : self->home);
  gtk_widget_child_focus (entry, GTK_DIR_TAB_FORWARD);
}

static void
enable (Agenda *self, const char *name, gboolean can)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (self->actions, name)),
                               can);
}

static GMenuModel *
menu_of (GtkWidget *row)
{
  Agenda *self = g_object_get_data (G_OBJECT (row), "tw-agenda");
  GMenu *menu = g_menu_new ();
  TwEvent *event = event_of (row);

  g_clear_pointer (&self->chosen, event_free);
  self->chosen = event_copy (event);
  g_set_weak_pointer (&self->row, row);
  enable (self, "done", tw_event_can_be_done (event, tw_view_state_today (self->state)));
  enable (self, "move", tw_event_can_be_moved (event));
  g_menu_append (menu, event->kind == TW_EVENT_OCCURRENCE ? _ ("Mark as Held") : _ ("Mark as Done"),
                 "agenda.done");
  g_menu_append (menu, _ ("Move…"), "agenda.move");
  g_menu_append (menu, _ ("Copy as Text"), "agenda.copy");
  return G_MENU_MODEL (menu);
}

/* --- rows --- */

/* The day, and its name below; today's in a block of its own. */
static GtkWidget *
day_new (TwDate date, gboolean today)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *weekday = tw_words_date (date, TW_DATE_WEEKDAY);
  g_autofree char *whole = tw_words_date (date, TW_DATE_LONG);
  g_autofree char *number = NULL;
  int year, month, day;
  GtkWidget *labels[2];

  tw_date_split (date, &year, &month, &day);
  number = g_strdup_printf ("%d", day);
  labels[0] = tw_label_new (number, "title-4");
  labels[1] = tw_label_new (weekday, "tw-secondary");
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_xalign (GTK_LABEL (labels[i]), 0.5);
      gtk_box_append (GTK_BOX (box), labels[i]);
    }
  if (today)
    gtk_widget_add_css_class (box, "tw-today");
  tw_set_tooltip (box, whole);
  return box;
}

static TwGlyph
glyph_of (TwFacts *facts, TwEvent *event)
{
  const TwNodeFacts *own = event->node >= 0 ? tw_facts_node (facts, (guint) event->node) : NULL;

  if (own != NULL)
    return tw_glyph_for_status (own->state, own->late || tw_event_is_moved (facts, event));
  if (event->kind == TW_EVENT_OCCURRENCE)
    return TW_GLYPH_RECURRING;
  if (event->kind == TW_EVENT_ENTRY)
    return tw_glyph_for_entry (event->record);
  if (event->kind == TW_EVENT_SLICE_UNBLOCK)
    return TW_GLYPH_BLOCKED;
  return event->kind == TW_EVENT_MEETING ? TW_N_GLYPHS : TW_GLYPH_TODO;
}

static GtkWidget *
tick_new (Agenda *self, TwEvent *event)
{
  GtkWidget *tick = gtk_check_button_new ();

  tw_set_tooltip (tick,
                  event->kind == TW_EVENT_OCCURRENCE ? _ ("Mark as held") : _ ("Mark as done"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tw_words_event_title (event), -1);
  set_event (tick, event);
  g_signal_connect (tick, "toggled", G_CALLBACK (ticked_cb), self);
  return tick;
}

/* Only what a tick is all that there is to say of. */
static gboolean
shows_tick (Agenda *self, TwEvent *event)
{
  return tw_event_can_be_done (event, tw_view_state_today (self->state)) && event->node < 0
         && event->kind != TW_EVENT_ENTRY;
}

/* What, its glyph with what happens and to whom; at the end whose it is. */
static GtkWidget *
event_new (Agenda *self, TwEvent *event)
{
  TwFacts *facts = tw_view_state_facts (self->state);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *line = tw_words_event_line (facts, event);

  gtk_box_append (GTK_BOX (box),
                  tw_card_texts_new (tw_words_event_title (event), glyph_of (facts, event), line));
  if (shows_tick (self, event))
    gtk_box_append (GTK_BOX (box), tick_new (self, event));
  if (event->owner != NULL)
    gtk_box_append (GTK_BOX (box), tw_tag_new (tw_facts_plan (facts), event->owner));
  return box;
}

static void
add_event (Agenda *self, GtkWidget *list, TwEvent *event, gboolean new_day)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *day = new_day ? day_new (event->date, event->date == tw_view_state_today (self->state))
                           : gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *what = event_new (self, event), *row;
  g_autofree char *date = tw_words_date (event->date, TW_DATE_MEDIUM);
  g_autofree char *line = tw_words_event_line (tw_view_state_facts (self->state), event);
  g_autofree char *name = g_strdup_printf (C_ ("spoken: what, day, more", "%s, %s, %s"),
                                           tw_words_event_title (event), date, line);

  gtk_widget_add_css_class (day, "tw-day");
  gtk_widget_set_valign (day, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), day);
  gtk_widget_add_css_class (what, "tw-event");
  gtk_box_append (GTK_BOX (box), what);
  row = tw_card_list_add (list, box, NULL,
                          event->workload != NULL ? (gpointer) event->workload : event->record);
  gtk_widget_add_css_class (row, "tw-day-row");
  gtk_widget_add_css_class (row, new_day ? "tw-new-day" : "tw-same-day");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  set_event (row, event);
  g_object_set_data (G_OBJECT (row), "tw-agenda", self);
  tw_menu_attach (row, menu_of);
}

GtkWidget *
tw_next_card_new (TwViewState *state, GtkWidget *home)
{
  Agenda *self = g_object_get_data (G_OBJECT (home), "tw-agenda");
  TwFacts *facts = tw_view_state_facts (state);
  GArray *events = tw_facts_next_days (facts);
  TwDate today = tw_facts_today (facts), last = TW_DATE_NONE;
  g_autofree char *range = tw_words_range (today, today + 14, today, FALSE);
  GtkWidget *content, *list,
      *card = tw_card_new (_ ("Next 14 days"), range, "timeline", _ ("Open Timeline"), &content);

  if (events->len == 0)
    {
      g_autofree char *date = tw_words_date_near (today + 14, today, FALSE);
      g_autofree char *words = g_strdup_printf (_ ("Nothing due before %s"), date);

      tw_card_add_nothing (content, words, NULL, NULL);
      return card;
    }
  list = tw_card_list_new (content);
  for (guint i = 0; i < MIN (events->len, EVENTS_MAX); i++)
    {
      TwEvent *event = &g_array_index (events, TwEvent, i);

      add_event (self, list, event, event->date != last);
      last = event->date;
    }
  if (events->len > EVENTS_MAX)
    {
      g_autofree char *more = tw_words_more (events->len - EVENTS_MAX);

      gtk_box_append (GTK_BOX (content), tw_label_new (more, "tw-secondary"));
    }
  return card;
}

static void
agenda_free (gpointer data)
{
  Agenda *self = data;

  g_clear_pointer (&self->chosen, event_free);
  g_clear_weak_pointer (&self->row);
  g_object_unref (self->actions);
  g_free (self);
}

void
tw_next_card_prepare (TwViewState *state, GtkWidget *home)
{
  static const GActionEntry entries[] = { { "done", done_cb, NULL, NULL, NULL, { 0 } },
                                          { "move", move_cb, NULL, NULL, NULL, { 0 } },
                                          { "copy", copy_cb, NULL, NULL, NULL, { 0 } } };
  Agenda *self = g_new0 (Agenda, 1);

  self->state = state;
  self->home = home;
  self->actions = G_ACTION_MAP (g_simple_action_group_new ());
  g_action_map_add_action_entries (self->actions, entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (home, "agenda", G_ACTION_GROUP (self->actions));
  g_object_set_data_full (G_OBJECT (home), "tw-agenda", self, agenda_free);
}
