/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-add-entry.h"
#include "tw-drag.h"
#include "tw-menu.h"
#include "tw-name.h"
#include "tw-nodes.h"
#include "tw-outline-row.h"
#include "tw-words.h"

const char *
tw_outline_row_id (TwFacts *facts, const TwTimelineRow *what)
{
  TwIndex *index = tw_schedule_index (tw_facts_schedule (facts));

  if (what->kind == TW_ROW_RECURRING)
    return what->recurring != NULL ? what->recurring->id : TW_RECURRING_GROUP;
  return what->node >= 0 ? tw_index_node (index, (guint) what->node)->id : NULL;
}

/* --- what is done in a row --- */

static void
expander_cb (GtkButton *button G_GNUC_UNUSED, gpointer data)
{
  TwOutlineRow *row = data;
  const char *id = tw_drag_id (row->box);

  if (id != NULL)
    tw_view_state_toggle (row->state, id);
}

static void
renamed_cb (TwName *name G_GNUC_UNUSED, const char *text, gpointer data)
{
  TwOutlineRow *row = data;

  tw_outline_rename_row (row->outline, tw_drag_id (row->box), text);
}

static void
dropped_cb (GtkWidget *target, const TwRecordType *type G_GNUC_UNUSED, const char *id,
            gboolean below, gpointer data)
{
  TwOutlineRow *row = data;

  tw_nodes_drop (row->state, GTK_WIDGET (row->outline), id, tw_drag_id (target), below);
}

/* What was closed lets in what is held over it. */
static void
hovered_cb (GtkWidget *target, gpointer data)
{
  TwOutlineRow *row = data;
  const char *id = tw_drag_id (target);

  if (id != NULL && g_hash_table_contains (tw_view_state_collapsed (row->state), id))
    tw_view_state_toggle (row->state, id);
}

static void
add_cb (GtkButton *button G_GNUC_UNUSED, gpointer data)
{
  TwOutlineRow *row = data;

  tw_outline_add_behind (row->outline, tw_drag_id (row->box));
}

/* Under the glyph. */
static void
glyph_cb (GtkButton *button G_GNUC_UNUSED, gpointer data)
{
  TwOutlineRow *row = data;
  const char *id = tw_drag_id (row->box);

  tw_view_state_select (row->state, id);
  tw_popover_show (tw_nodes_status_popover_new (row->state, id), row->glyph);
}

static void
named_cb (TwAddEntry *entry G_GNUC_UNUSED, const char *text, const char *kind, gboolean more,
          gpointer data)
{
  TwOutlineRow *row = data;

  tw_outline_add_named (row->outline, tw_drag_id (row->box), text, kind, more);
}

static GPtrArray *
suggest_cb (TwAddEntry *entry G_GNUC_UNUSED, gpointer data)
{
  TwOutlineRow *row = data;

  return tw_outline_suggest (row->outline, tw_drag_id (row->box));
}

static void
more_cb (GtkButton *button, gpointer data)
{
  TwOutlineRow *row = data;

  tw_outline_show_menu (row->outline, GTK_WIDGET (button), 0,
                        gtk_widget_get_height (GTK_WIDGET (button)), tw_drag_id (row->box));
}

static void
menu_cb (GtkGestureClick *gesture G_GNUC_UNUSED, int n G_GNUC_UNUSED, double x, double y,
         gpointer data)
{
  TwOutlineRow *row = data;
  const char *id = tw_drag_id (row->box);

  if (id != NULL)
    tw_outline_show_menu (row->outline, row->main, x, y, id);
}

static void
double_click_cb (GtkGestureClick *gesture, int n, double x G_GNUC_UNUSED, double y G_GNUC_UNUSED,
                 gpointer data)
{
  TwOutlineRow *row = data;

  if (n != 2 || tw_drag_id (row->box) == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  tw_name_edit (TW_NAME (row->name));
}

/* --- making --- */

/* A label that takes one line. */
static GtkWidget *
line_label_new (GtkWidget *box, const char *class)
{
  GtkWidget *label = tw_label_new ("", "tw-secondary");

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (class != NULL)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_widget_add_css_class (label, "numeric");
      gtk_widget_add_css_class (label, class);
    }
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
icon_button_new (TwOutlineRow *row, const char *icon, GCallback callback)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new ();

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "tw-expander");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (button, FALSE); /* the row has the keys for it */
  g_signal_connect (button, "clicked", callback, row);
  gtk_box_append (GTK_BOX (row->main), button);
  return button;
}

static void
add_gestures (TwOutlineRow *row)
{
  GtkGesture *twice = gtk_gesture_click_new ();

  tw_menu_on_click (row->main, G_CALLBACK (menu_cb), row);
  g_signal_connect (twice, "pressed", G_CALLBACK (double_click_cb), row);
  gtk_widget_add_controller (row->name, GTK_EVENT_CONTROLLER (twice));
  tw_drag_add_source (row->main, row->box);
  tw_drag_add_target (row->box, dropped_cb, row);
  tw_drag_add_hover (row->box, hovered_cb, row);
}

static void
foot_new (TwOutlineRow *row)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  row->foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (row->foot, "tw-foot");
  row->add = gtk_button_new ();
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (content), tw_label_new (_ ("Add activity"), "tw-dense"));
  gtk_button_set_child (GTK_BUTTON (row->add), content);
  gtk_widget_add_css_class (row->add, "flat");
  gtk_widget_add_css_class (row->add, "tw-add");
  gtk_widget_set_halign (row->add, GTK_ALIGN_START);
  g_signal_connect (row->add, "clicked", G_CALLBACK (add_cb), row);
  gtk_box_append (GTK_BOX (row->foot), row->add);
  gtk_box_append (GTK_BOX (row->box), row->foot);
}

/* Name, what is told beside it, and below it where there is no room beside. */
static void
texts_new (TwOutlineRow *row)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  row->name = tw_name_new (FALSE, renamed_cb, row, NULL);
  gtk_widget_add_css_class (row->name, "tw-dense");
  gtk_box_append (GTK_BOX (top), row->name);
  row->line = line_label_new (top, NULL);
  row->tag = gtk_label_new ("");
  gtk_widget_add_css_class (row->tag, "tw-tag");
  gtk_label_set_ellipsize (GTK_LABEL (row->tag), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (row->tag), 20);
  gtk_widget_set_valign (row->tag, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (top), row->tag);
  gtk_box_append (GTK_BOX (texts), top);
  row->under = line_label_new (texts, NULL);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row->main), texts);
}

/* What stands in columns at the end. */
static void
columns_new (TwOutlineRow *row)
{
  row->badge = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (row->badge, row->wide ? "tw-col-owner" : "tw-owner");
  gtk_box_append (GTK_BOX (row->main), row->badge);
  row->dates = line_label_new (row->main, "tw-col-dates");
  row->detail = line_label_new (row->main, "tw-col-days");
  if (!row->wide)
    return;
  row->menu = icon_button_new (row, "view-more-symbolic", G_CALLBACK (more_cb));
  tw_set_tooltip (row->menu, _ ("More"));
}

TwOutlineRow *
tw_outline_row_new (TwOutline *outline, TwViewState *state, gboolean wide, int height)
{
  TwOutlineRow *row = g_new0 (TwOutlineRow, 1);

  row->outline = outline;
  row->state = state;
  row->wide = wide;
  row->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  row->main = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (row->box), row->main);
  gtk_widget_set_size_request (row->main, -1, height);
  gtk_widget_add_css_class (row->main, "tw-main");
  row->handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  gtk_widget_add_css_class (row->handle, "tw-lock");
  gtk_box_append (GTK_BOX (row->main), row->handle);
  row->expander = icon_button_new (row, "pan-down-symbolic", G_CALLBACK (expander_cb));
  row->glyph = icon_button_new (row, NULL, G_CALLBACK (glyph_cb));
  texts_new (row);
  columns_new (row);
  if (wide)
    foot_new (row);
  add_gestures (row);
  return row;
}

GtkWidget *
tw_outline_heads_new (void)
{
  GtkWidget *heads = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *activity = line_label_new (heads, NULL);
  GtkWidget *owner = line_label_new (heads, "tw-col-owner");
  GtkWidget *dates = line_label_new (heads, "tw-col-dates");
  GtkWidget *days = line_label_new (heads, "tw-col-days");

  gtk_label_set_text (GTK_LABEL (activity), C_ ("column", "Activity"));
  gtk_widget_set_hexpand (activity, TRUE);
  gtk_label_set_text (GTK_LABEL (owner), C_ ("column", "Owner"));
  gtk_label_set_xalign (GTK_LABEL (owner), 0.5);
  gtk_label_set_text (GTK_LABEL (dates), C_ ("column", "Dates"));
  gtk_label_set_text (GTK_LABEL (days), C_ ("column", "Days"));
  gtk_widget_add_css_class (heads, "tw-outline-heads");
  return heads;
}

/* --- filling --- */

static void
set_glyph (TwOutlineRow *row, TwGlyph glyph, gboolean is_status)
{
  GtkWidget *child = gtk_button_get_child (GTK_BUTTON (row->glyph));
  int shown = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row->glyph), "tw-glyph")) - 1;

  gtk_widget_set_can_target (row->glyph, is_status);
  if (child != NULL && shown == (int) glyph)
    return;
  gtk_button_set_child (GTK_BUTTON (row->glyph), tw_glyph_new (glyph));
  g_object_set_data (G_OBJECT (row->glyph), "tw-glyph", GINT_TO_POINTER ((int) glyph + 1));
}

static void
set_class (GtkWidget *widget, const char *class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, class);
  else
    gtk_widget_remove_css_class (widget, class);
}

/* Shows text, or nothing for NULL. */
static void
set_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
}

/* The approach of an activity, or where an approach is shown, its motion; else whether it is this
 * motion's alone. */
static void
set_tag (TwOutlineRow *row, int number)
{
  TwIndex *index = tw_schedule_index (tw_facts_schedule (row->facts));
  TwNode *node = number >= 0 ? tw_index_node (index, (guint) number) : NULL;
  TwActivity *activity = node != NULL && node->kind == TW_KIND_ACTIVITY ? node->record : NULL;
  gboolean unique = activity != NULL && !row->across
                    && tw_node_is_unique (tw_facts_playbook (row->facts), index, (guint) number);
  TwRecord *of
      = activity == NULL ? NULL
        : row->across
            ? tw_index_node (index, (guint) tw_index_node (index, (guint) node->parent)->parent)
                  ->record
            : tw_list_find (tw_facts_plan (row->facts)->approaches,
                            activity->approach != NULL ? activity->approach : "", NULL);
  g_autofree char *name = of != NULL ? tw_words_short_name (tw_record_name (of)) : NULL;

  set_text (row->tag, !row->wide || row->narrow ? NULL
                      : unique                  ? C_ ("tag", "Unique to this motion")
                                                : name);
  tw_set_tooltip (row->tag, of != NULL ? tw_record_name (of) : NULL);
  set_class (row->tag, "tw-unique", unique);
}

/* Badges are made anew only for somebody else: a list has hundreds of rows to fill. */
static void
set_badge (TwOutlineRow *row, TwPerson *person)
{
  GtkWidget *badge;

  if (gtk_widget_get_first_child (row->badge) != NULL
      && g_object_get_data (G_OBJECT (row->badge), "tw-person") == person)
    return;
  tw_clear_children (row->badge);
  badge = tw_badge_new (person);
  gtk_widget_set_hexpand (badge, TRUE);
  gtk_widget_set_halign (badge, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row->badge), badge);
  gtk_widget_set_hexpand (row->badge, FALSE);
  g_object_set_data_full (G_OBJECT (row->badge), "tw-person",
                          person != NULL ? tw_record_ref (person) : NULL, tw_record_unref);
}

/* Of a group the dates stand beside its name, with how much there is in it while that isn't seen;
 * of all else in their column. Without room both go below. */
static void
set_dates (TwOutlineRow *row, gboolean group, const char *dates, TwPerson *owner)
{
  g_autofree char *both
      = owner != NULL ? g_strdup_printf (C_ ("dates, owner", "%s, %s"), dates, owner->name) : NULL;

  set_text (row->line, row->wide && group && !row->narrow ? dates : NULL);
  set_text (row->dates, row->wide && !group && !row->narrow ? dates : NULL);
  set_text (row->under, row->wide && row->narrow ? (both != NULL ? both : dates) : NULL);
  set_badge (row, owner);
}

static void
set_words (TwOutlineRow *row, const char *name, const char *words)
{
  tw_name_set_text (TW_NAME (row->name), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->box), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}

/* 18 Jan – 12 Feb; closed: with how many activities it holds. */
static char *
group_line (TwOutlineRow *row, const TwTimelineRow *what, TwNode *node, const char *dates)
{
  g_autofree char *count = tw_words_activities (node->end - (guint) what->node - 1);

  return what->collapsed && row->wide
             ? g_strdup_printf (C_ ("dates, count", "%s, %s"), dates, count)
             : g_strdup (dates);
}

static void
fill_node (TwOutlineRow *row, const TwTimelineRow *what)
{
  TwFacts *facts = row->facts;
  TwSchedule *schedule = tw_facts_schedule (facts);
  TwNode *node = tw_index_node (tw_schedule_index (schedule), (guint) what->node);
  TwActivity *activity = node->kind == TW_KIND_ACTIVITY ? node->record : NULL;
  const TwNodeFacts *own = tw_facts_node (facts, (guint) what->node);
  const TwSpan *span = tw_schedule_span (schedule, (guint) what->node);
  const char *told = tw_view_state_told (row->state, node->id);
  g_autofree char *words
      = told != NULL ? g_strdup (told) : tw_words_node (facts, (guint) what->node);
  g_autofree char *dates
      = tw_words_range (span->start, span->finish, tw_facts_today (facts), FALSE);
  g_autofree char *line = activity == NULL ? group_line (row, what, node, dates) : g_strdup (dates);
  g_autofree char *detail = activity != NULL
                                ? g_strdup_printf (C_ ("duration, short", "%d d"), activity->days)
                                : tw_words_percent (own->progress);
  gboolean shows_detail = activity == NULL ? row->wide || !row->narrow : row->wide && !row->narrow;

  set_glyph (row, tw_glyph_for_status (own->state, own->late), activity != NULL);
  set_words (row, tw_record_name (node->record), words);
  set_text (row->detail, shows_detail ? detail : NULL);
  set_dates (row, activity == NULL, line,
             activity != NULL
                 ? tw_owner_shown (tw_facts_plan (facts), activity->owner, activity->roles)
                 : NULL);
  set_tag (row, what->node);
}

/* A recurring activity, or the row for all of a motion's. */
static void
fill_recurring (TwOutlineRow *row, const TwTimelineRow *what)
{
  TwRecurring *recurring = what->recurring;
  const char *name = recurring != NULL ? recurring->name : C_ ("group", "Recurring");
  g_autofree char *line
      = recurring != NULL ? tw_words_period (recurring->every) : tw_words_recurring (what->motion);
  g_autofree char *words
      = recurring != NULL
            ? tw_words_occurrence (row->facts, recurring->id, tw_view_state_today (row->state))
            : g_strdup_printf (C_ ("name, period", "%s, %s"), name, line);

  set_glyph (row, TW_GLYPH_RECURRING, FALSE);
  set_words (row, name, words);
  set_text (row->detail, recurring != NULL && row->wide && !row->narrow ? "" : NULL);
  set_dates (row, recurring == NULL, line,
             recurring != NULL
                 ? tw_owner_shown (tw_facts_plan (row->facts), recurring->owner, recurring->roles)
                 : NULL);
  set_tag (row, -1);
}

static void
fill_milestones (TwOutlineRow *row)
{
  set_glyph (row, TW_GLYPH_MILESTONE, FALSE);
  set_words (row, _ ("Milestones"), _ ("Milestones"));
  set_text (row->detail, NULL);
  set_dates (row, TRUE, NULL, NULL);
  set_tag (row, -1);
}

static gboolean
is_card (const TwTimelineRow *what)
{
  return what != NULL
         && (what->kind == TW_ROW_ACTIVITY
             || (what->kind == TW_ROW_RECURRING && !tw_outline_row_is_group (what)));
}

/* The button below the last activity of a phase, or the entry that it turns into. */
static void
set_foot (TwOutlineRow *row, const TwTimelineRow *what, const TwTimelineRow *behind)
{
  gboolean last
      = (what->kind == TW_ROW_ACTIVITY || (what->kind == TW_ROW_PHASE && !what->collapsed))
        && (behind == NULL || behind->kind != TW_ROW_ACTIVITY);

  if (row->adding && row->entry == NULL)
    {
      row->entry = tw_add_entry_new (_ ("Name of the activity"), suggest_cb, named_cb, row);
      gtk_widget_add_css_class (row->entry, "tw-add-here");
      gtk_box_append (GTK_BOX (row->foot), row->entry);
    }
  if (row->entry != NULL)
    gtk_widget_set_visible (row->entry, row->adding);
  gtk_widget_set_visible (row->add, !row->adding);
  gtk_widget_set_visible (row->foot, row->adding || last);
}

/* In the wide outline the rows of a phase are a card: the list's own row widget carries it. */
static void
set_card (TwOutlineRow *row, const TwTimelineRow *what, const TwTimelineRow *before,
          const TwTimelineRow *behind)
{
  GtkWidget *widget = gtk_widget_get_parent (row->box);

  set_class (widget, "tw-card-row", is_card (what));
  set_class (widget, "tw-card-first", is_card (what) && !is_card (before));
  set_class (widget, "tw-card-last", is_card (what) && !is_card (behind));
  set_class (row->main, "tw-group", !is_card (what));
  gtk_widget_set_visible (row->menu, tw_outline_row_is_group (what));
  set_foot (row, what, behind);
}

void
tw_outline_row_fill (TwOutlineRow *row, const TwTimelineRow *what, const TwTimelineRow *before,
                     const TwTimelineRow *behind)
{
  gboolean group = tw_outline_row_is_group (what);
  TwIndex *index = tw_schedule_index (tw_facts_schedule (row->facts));
  const TwRecordType *type
      = what->node >= 0 ? ((TwRecord *) tw_index_node (index, (guint) what->node)->record)->type
                        : &tw_recurring_type;

  tw_drag_set_record (row->box, type, tw_outline_row_id (row->facts, what));
  if (what->node >= 0)
    fill_node (row, what);
  else if (what->kind == TW_ROW_RECURRING)
    fill_recurring (row, what);
  else
    fill_milestones (row);
  if (!row->wide)
    gtk_widget_set_margin_start (row->main, 4 + (int) what->depth * 16 + (group ? 0 : 22));
  gtk_widget_set_visible (row->handle, row->wide && !group);
  gtk_widget_set_visible (row->expander, group);
  gtk_button_set_icon_name (GTK_BUTTON (row->expander),
                            what->collapsed ? "pan-end-symbolic" : "pan-down-symbolic");
  tw_set_tooltip (row->expander, what->collapsed ? _ ("Open") : _ ("Close"));
  gtk_widget_set_visible (row->badge, !row->narrow && (!row->wide || !group));
  set_class (row->name, "heading", group || what->kind == TW_ROW_MILESTONES);
  if (row->wide)
    set_card (row, what, before, behind);
}
