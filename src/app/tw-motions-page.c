/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-inspector.h"
#include "tw-edit.h"
#include "tw-outline.h"
#include "tw-page.h"

/* What is the work: the outline, and the inspector of what is selected. */
typedef struct
{
  TwViewState *state;
  GtkWidget *widget, *outline, *entry;
} Page;

/* Where a new activity goes: into the phase that is selected, or behind the selected activity. */
static gboolean
find_place (Page *page, char **phase, guint *at)
{
  TwIndex *index = tw_schedule_index (tw_facts_schedule (tw_view_state_facts (page->state)));
  int number = tw_index_find (index, tw_view_state_selected (page->state));
  TwNode *node = number >= 0 ? tw_index_node (index, (guint) number) : NULL;

  if (node == NULL || node->kind == TW_KIND_MOTION)
    return FALSE;
  *at = node->kind == TW_KIND_ACTIVITY ? node->at + 1 : G_MAXUINT;
  *phase = g_strdup (node->kind == TW_KIND_PHASE ? node->id
                                                 : tw_index_node (index, (guint) node->parent)->id);
  return TRUE;
}

static void
add_cb (GtkEntry *entry, gpointer data)
{
  Page *page = data;
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  g_autofree char *phase = NULL;
  char *id = NULL;
  GError *error = NULL;
  TwPlan *plan;
  guint at;

  if (*name == '\0')
    return;
  if (!find_place (page, &phase, &at))
    {
      gtk_widget_activate_action (GTK_WIDGET (entry), "win.tell", "s",
                                  _ ("Choose the phase or activity that it comes behind"));
      return;
    }
  plan = tw_edit_add (tw_document_plan (tw_view_state_document (page->state)), &tw_activity_type,
                      phase, at, name, &id, &error);
  if (tw_view_state_edit (page->state, entry, plan, error, NULL, C_ ("undo step", "Add “%s”"),
                          name))
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), "");
      tw_view_state_select (page->state, id);
    }
  g_clear_pointer (&id, g_ref_string_release);
}

/* Up and down among its siblings. */
static void
move_selected (Page *page, int direction)
{
  TwIndex *index = tw_schedule_index (tw_facts_schedule (tw_view_state_facts (page->state)));
  g_autofree char *id = g_strdup (tw_view_state_selected (page->state));
  int number = tw_index_find (index, id);
  TwNode *node = number >= 0 ? tw_index_node (index, (guint) number) : NULL;
  GError *error = NULL;
  TwPlan *plan;

  if (node == NULL || (direction < 0 && node->at == 0))
    return;
  plan = tw_edit_relocate (
      tw_document_plan (tw_view_state_document (page->state)), ((TwRecord *) node->record)->type,
      id, node->parent >= 0 ? tw_index_node (index, (guint) node->parent)->id : NULL,
      node->at + (guint) direction, &error);
  tw_view_state_edit (page->state, page->widget, plan, error, NULL, C_ ("undo step", "Move “%s”"),
                      tw_record_name (node->record));
}

static gboolean
key_cb (GtkEventControllerKey *controller G_GNUC_UNUSED, guint key, guint code G_GNUC_UNUSED,
        GdkModifierType modifiers, gpointer data)
{
  Page *page = data;

  if ((modifiers & GDK_ALT_MASK) != 0 && (key == GDK_KEY_Up || key == GDK_KEY_Down))
    {
      move_selected (page, key == GDK_KEY_Up ? -1 : 1);
      return TRUE;
    }
  if ((modifiers & GDK_CONTROL_MASK) != 0 && key == GDK_KEY_Return)
    {
      gtk_widget_grab_focus (page->entry);
      return TRUE;
    }
  return FALSE;
}

static void
refresh (GtkWidget *widget)
{
  Page *page = g_object_get_data (G_OBJECT (widget), "tw-page");

  tw_outline_refresh (TW_OUTLINE (page->outline));
}

GtkWidget *
tw_motions_page_new (TwViewState *state)
{
  GtkWidget *widget = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *inspector = tw_inspector_new (state);
  GtkEventController *keys = gtk_event_controller_key_new ();
  Page *page = g_new0 (Page, 1);

  page->state = state;
  page->widget = widget;
  page->outline = tw_outline_new (state, TRUE, 36);
  page->entry = gtk_entry_new ();
  gtk_widget_set_vexpand (page->outline, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (page->entry), _ ("Add activity"));
  gtk_widget_set_margin_start (page->entry, 12);
  gtk_widget_set_margin_end (page->entry, 12);
  gtk_widget_set_margin_bottom (page->entry, 12);
  g_signal_connect (page->entry, "activate", G_CALLBACK (add_cb), page);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), page);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (left, keys);
  gtk_widget_add_css_class (left, "view");
  gtk_box_append (GTK_BOX (left), page->outline);
  gtk_box_append (GTK_BOX (left), page->entry);
  gtk_widget_set_hexpand (left, TRUE);
  gtk_widget_set_size_request (left, 160, -1);
  gtk_widget_set_size_request (inspector, 180, -1);
  gtk_paned_set_start_child (GTK_PANED (widget), left);
  gtk_paned_set_end_child (GTK_PANED (widget), inspector);
  gtk_paned_set_resize_end_child (GTK_PANED (widget), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (widget), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (widget), TRUE);
  gtk_paned_set_position (GTK_PANED (widget), 860);
  g_object_set_data_full (G_OBJECT (widget), "tw-page", page, g_free);
  tw_page_follow (widget, state, refresh);
  return widget;
}
