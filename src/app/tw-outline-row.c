/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-drag.h"
#include "tw-name.h"
#include "tw-nodes.h"
#include "tw-outline-row.h"
#include "tw-words.h"

static TwFacts *
facts_of (TwOutlineRow *row)
{
  return tw_view_state_facts (row->state);
}

const char *
tw_outline_row_id (TwViewState *state, const TwTimelineRow *what)
{
  TwIndex *index = tw_schedule_index (tw_facts_schedule (tw_view_state_facts (state)));

  if (what->recurring != NULL)
    return what->recurring->id;
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

static void
add_cb (GtkButton *button G_GNUC_UNUSED, gpointer data)
{
  TwOutlineRow *row = data;

  tw_outline_add_behind (row->outline, tw_drag_id (row->box));
}

/* The five statuses, under the glyph. */
static void
glyph_cb (GtkButton *button G_GNUC_UNUSED, gpointer data)
{
  TwOutlineRow *row = data;
  const char *id = tw_drag_id (row->box);
  g_autoptr (GMenuModel) statuses = tw_nodes_status_menu ();
  GtkWidget *popover = gtk_popover_menu_new_from_model (statuses);

  tw_view_state_select (row->state, id);
  gtk_widget_set_parent (popover, row->glyph);
  g_signal_connect (popover, "closed", G_CALLBACK (gtk_widget_unparent), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
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

static GtkWidget *
side_label_new (TwOutlineRow *row)
{
  GtkWidget *label = tw_label_new ("", "tw-secondary");

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (row->main), label);
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
  GtkGesture *menu = gtk_gesture_click_new (), *twice = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (menu_cb), row);
  gtk_widget_add_controller (row->main, GTK_EVENT_CONTROLLER (menu));
  g_signal_connect (twice, "pressed", G_CALLBACK (double_click_cb), row);
  gtk_widget_add_controller (row->name, GTK_EVENT_CONTROLLER (twice));
  tw_drag_add_source (row->main, row->box);
  tw_drag_add_target (row->box, dropped_cb, row);
}

static void
add_button_new (TwOutlineRow *row)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  row->add = gtk_button_new ();
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (content), tw_label_new (_ ("Add activity"), "tw-dense"));
  gtk_button_set_child (GTK_BUTTON (row->add), content);
  gtk_widget_add_css_class (row->add, "flat");
  gtk_widget_add_css_class (row->add, "tw-add");
  gtk_widget_set_halign (row->add, GTK_ALIGN_START);
  g_signal_connect (row->add, "clicked", G_CALLBACK (add_cb), row);
  gtk_box_append (GTK_BOX (row->box), row->add);
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
  gtk_widget_set_margin_end (row->main, 10);
  row->handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  gtk_widget_add_css_class (row->handle, "tw-lock");
  gtk_box_append (GTK_BOX (row->main), row->handle);
  row->expander = icon_button_new (row, "pan-down-symbolic", G_CALLBACK (expander_cb));
  row->glyph = icon_button_new (row, NULL, G_CALLBACK (glyph_cb));
  row->name = tw_name_new (FALSE, renamed_cb, row, NULL);
  gtk_widget_add_css_class (row->name, "tw-dense");
  gtk_box_append (GTK_BOX (row->main), row->name);
  row->tag = gtk_label_new ("");
  gtk_widget_add_css_class (row->tag, "tw-tag");
  gtk_label_set_ellipsize (GTK_LABEL (row->tag), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (row->tag, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row->main), row->tag);
  row->badge = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_hexpand (row->badge, TRUE);
  gtk_widget_set_halign (row->badge, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (row->main), row->badge);
  row->dates = side_label_new (row);
  row->detail = side_label_new (row);
  gtk_label_set_width_chars (GTK_LABEL (row->dates), wide ? 15 : 0);
  gtk_label_set_width_chars (GTK_LABEL (row->detail), 5);
  if (wide)
    add_button_new (row);
  add_gestures (row);
  return row;
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
set_tag (TwOutlineRow *row, TwActivity *activity)
{
  TwPlan *plan = tw_facts_plan (facts_of (row));
  TwApproach *approach = activity != NULL && activity->approach != NULL
                             ? tw_list_find (plan->approaches, activity->approach, NULL)
                             : NULL;

  gtk_widget_set_visible (row->tag, row->wide && !row->narrow && approach != NULL);
  if (approach != NULL)
    {
      gtk_label_set_text (GTK_LABEL (row->tag), approach->name);
      gtk_widget_set_tooltip_text (row->tag, approach->name);
    }
}

static void
fill_node (TwOutlineRow *row, const TwTimelineRow *what)
{
  TwFacts *facts = facts_of (row);
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
  g_autofree char *detail = activity != NULL
                                ? g_strdup_printf (C_ ("duration, short", "%d d"), activity->days)
                                : tw_words_percent (own->progress);

  set_glyph (row, tw_glyph_for_status (own->state, own->late), activity != NULL);
  tw_name_set_text (TW_NAME (row->name), tw_record_name (node->record));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->box), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_label_set_text (GTK_LABEL (row->dates), row->wide ? dates : "");
  gtk_label_set_text (GTK_LABEL (row->detail), row->wide || activity == NULL ? detail : "");
  gtk_widget_set_visible (row->detail,
                          activity == NULL ? row->wide || !row->narrow : row->wide && !row->narrow);
  gtk_widget_set_visible (row->dates, row->wide && !row->narrow);
  set_tag (row, activity);
  if (activity != NULL)
    gtk_box_append (
        GTK_BOX (row->badge),
        tw_badge_new (tw_owner_shown (tw_facts_plan (facts), activity->owner, activity->roles)));
}

static void
fill_recurring (TwOutlineRow *row, const TwTimelineRow *what)
{
  TwRecurring *recurring = what->recurring;
  g_autofree char *period = recurring != NULL ? tw_words_period (recurring->every) : NULL;
  g_autofree char *words
      = recurring != NULL ? g_strdup_printf (C_ ("name, period", "%s, %s"), recurring->name, period)
                          : NULL;

  set_glyph (row, recurring != NULL ? TW_GLYPH_RECURRING : TW_GLYPH_MILESTONE, FALSE);
  tw_name_set_text (TW_NAME (row->name), recurring != NULL ? recurring->name : _ ("Milestones"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words != NULL ? words : _ ("Milestones"), -1);
  gtk_label_set_text (GTK_LABEL (row->dates), row->wide && period != NULL ? period : "");
  gtk_label_set_text (GTK_LABEL (row->detail), "");
  gtk_widget_set_visible (row->detail, row->wide && !row->narrow);
  gtk_widget_set_visible (row->dates, row->wide && !row->narrow);
  set_tag (row, NULL);
  if (recurring != NULL)
    gtk_box_append (GTK_BOX (row->badge),
                    tw_badge_new (tw_owner_shown (tw_facts_plan (facts_of (row)), recurring->owner,
                                                  recurring->roles)));
}

static gboolean
is_card (const TwTimelineRow *what)
{
  return what != NULL && (what->kind == TW_ROW_ACTIVITY || what->kind == TW_ROW_RECURRING);
}

static void
set_class (GtkWidget *widget, const char *class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, class);
  else
    gtk_widget_remove_css_class (widget, class);
}

/* In the wide outline the rows of a phase are a card: the list's own row widget carries it. */
static void
set_card (TwOutlineRow *row, const TwTimelineRow *what, const TwTimelineRow *before,
          const TwTimelineRow *behind)
{
  GtkWidget *widget = gtk_widget_get_parent (row->box);
  gboolean empty_phase = what->kind == TW_ROW_PHASE && !what->collapsed && !is_card (behind);

  set_class (widget, "tw-card-row", is_card (what));
  set_class (widget, "tw-card-first",
             is_card (what) && (!is_card (before) || before->kind != what->kind));
  set_class (widget, "tw-card-last",
             is_card (what) && (!is_card (behind) || behind->kind != what->kind));
  gtk_widget_set_visible (row->add,
                          empty_phase
                              || (what->kind == TW_ROW_ACTIVITY
                                  && (behind == NULL || behind->kind != TW_ROW_ACTIVITY)));
}

void
tw_outline_row_fill (TwOutlineRow *row, const TwTimelineRow *what, const TwTimelineRow *before,
                     const TwTimelineRow *behind)
{
  gboolean group = what->kind == TW_ROW_MOTION || what->kind == TW_ROW_PHASE;
  TwIndex *index = tw_schedule_index (tw_facts_schedule (facts_of (row)));
  const TwRecordType *type
      = what->node >= 0 ? ((TwRecord *) tw_index_node (index, (guint) what->node)->record)->type
                        : &tw_recurring_type;

  tw_drag_set_record (row->box, type, tw_outline_row_id (row->state, what));
  tw_clear_children (row->badge);
  if (what->node >= 0)
    fill_node (row, what);
  else
    fill_recurring (row, what);
  gtk_widget_set_margin_start (
      row->main, row->wide ? (group ? 4 : 12) : 4 + (int) what->depth * 16 + (group ? 0 : 22));
  gtk_widget_set_visible (row->handle, row->wide && !group);
  gtk_widget_set_visible (row->expander, group);
  gtk_button_set_icon_name (GTK_BUTTON (row->expander),
                            what->collapsed ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_widget_set_tooltip_text (row->expander, what->collapsed ? _ ("Open") : _ ("Close"));
  gtk_widget_set_visible (row->badge, row->wide || !row->narrow);
  set_class (row->name, "heading", group || what->kind == TW_ROW_MILESTONES);
  if (row->wide)
    set_card (row, what, before, behind);
}
