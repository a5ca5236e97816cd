/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-finder.h"
#include "tw-page.h"
#include "tw-search.h"
#include "tw-show.h"
#include "tw-words.h"

/* As many hits as one looks through. */
#define MOST_HITS 50
#define WIDTH 480
#define HEIGHT 440

typedef struct
{
  TwViewState *state;
  AdwViewStack *stack;
  GtkWidget *popover, *entry, *list, *scrolled, *note;
  TwSearch *search; /* of the plan that was searched last */
} Finder;

/* --- hits --- */

/* The page on which a hit is edited: its own, or that of what holds it; what else there is to a
 * node than its name stands on Motions. */
static const char *
page_of (TwPlan *plan, const TwHit *hit)
{
  TwPlace place = hit->place;
  TwRecord *record = hit->record;

  while (place.depth > 0 && tw_show_page_of (record->type) == NULL)
    {
      place.depth--;
      record = tw_plan_at (plan, &place);
    }
  if ((record->type->kind & TW_KIND_NODE) != 0
      && (record != hit->record || hit->member != tw_record_title (record->type)))
    return "motions";
  return tw_show_page_of (record->type);
}

static void
name_page (Finder *self, const char *page, const char **name, const char **icon)
{
  GtkWidget *child = adw_view_stack_get_child_by_name (self->stack, page);
  gboolean people = g_str_equal (page, "people");

  *name = people ? _ ("People") : _ ("Plan Properties");
  *icon = people ? "avatar-default-symbolic" : "document-properties-symbolic";
  if (child == NULL)
    return;
  *name = adw_view_stack_page_get_title (adw_view_stack_get_page (self->stack, child));
  *icon = adw_view_stack_page_get_icon_name (adw_view_stack_get_page (self->stack, child));
}

/* Text of a file, with what was found in bold; one line. */
static GtkWidget *
text_new (const char *text, GArray *matches, const char *class)
{
  GtkWidget *label = tw_label_new (text, class);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; matches != NULL && i < matches->len; i++)
    {
      TwRange *range = &g_array_index (matches, TwRange, i);
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_HEAVY);

      bold->start_index = range->start;
      bold->end_index = range->end;
      pango_attr_list_insert (attributes, bold);
    }
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

/* Where it leads to goes by ids: records don't stay while the plan changes. */
static void
set_target (GtkWidget *row, TwPlan *plan, const TwHit *hit)
{
  TwPlace place = hit->place;
  TwRecord *record = hit->record;
  const char *id;

  /* What is held once goes with what holds it. */
  while (place.depth > 1 && record->type->key == NULL)
    {
      place.depth--;
      record = tw_plan_at (plan, &place);
    }
  id = tw_record_key (record, (char[TW_DATE_LENGTH]){ 0 });
  g_object_set_data_full (
      G_OBJECT (row), "tw-target",
      g_variant_ref_sink (
          g_variant_new ("(sss)", page_of (plan, hit), record->type->name, id != NULL ? id : "")),
      (GDestroyNotify) g_variant_unref);
}

static GtkWidget *
hit_row_new (Finder *self, const TwHit *hit)
{
  TwPlan *plan = tw_search_plan (self->search);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *icon, *lock;
  const char *name, *icon_name, *words[5] = { NULL };
  g_autofree char *label = NULL;
  guint n = 0;

  name_page (self, page_of (plan, hit), &name, &icon_name);
  icon = gtk_image_new_from_icon_name (icon_name);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), text_new (hit->title, hit->title_matches, NULL));
  if (hit->detail != NULL)
    gtk_box_append (GTK_BOX (texts), text_new (hit->detail, hit->detail_matches, "tw-secondary"));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), texts);
  if (hit->internal)
    {
      lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");
      tw_set_tooltip (lock, _ ("Never in the customer’s copy"));
      gtk_widget_add_css_class (lock, "tw-secondary");
      gtk_box_append (GTK_BOX (box), lock);
    }
  gtk_box_append (GTK_BOX (box), text_new (name, NULL, "tw-secondary"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  set_target (row, plan, hit);
  words[n++] = hit->title;
  if (hit->detail != NULL)
    words[n++] = hit->detail;
  words[n++] = name;
  if (hit->internal)
    words[n++] = C_ ("search hit", "internal");
  label = g_strjoinv (", ", (char **) words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return row;
}

static TwHits *
find (Finder *self, const char *text)
{
  TwDocument *document = tw_view_state_document (self->state);

  if (self->search == NULL || tw_search_plan (self->search) != tw_document_plan (document))
    {
      g_clear_pointer (&self->search, tw_search_free);
      self->search = tw_search_new (tw_document_plan (document), tw_document_playbook (document));
    }
  return tw_search_find (self->search, text, MOST_HITS);
}

static void
focus_entry (Finder *self)
{
  gtk_text_grab_focus_without_selecting (
      GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))));
}

static void
show_note (Finder *self, const char *text, const TwHits *hits)
{
  g_autofree char *note = NULL;

  if (hits->n_more > 0)
    note = tw_words_more (hits->n_more);
  else if (hits->hits->len == 0)
    note = g_strdup (*text != '\0' ? _ ("Nothing found")
                                   : _ ("Names, notes, checklists, people, meetings: all that "
                                        "is written in this plan"));
  gtk_widget_set_visible (self->note, note != NULL);
  gtk_label_set_text (GTK_LABEL (self->note), note != NULL ? note : "");
}

/* The hits for what the entry says; the first is the one that Enter takes. */
static void
refresh (Finder *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (TwHits) hits = find (self, text);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (self->popover));

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->list))
    focus_entry (self);
  tw_clear_children (self->list);
  for (guint i = 0; i < hits->hits->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), hit_row_new (self, hits->hits->pdata[i]));
  gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
  gtk_widget_set_visible (self->scrolled, hits->hits->len > 0);
  show_note (self, text, hits);
}

/* --- what keys and clicks do --- */

static void
changed_cb (GtkEditable *entry G_GNUC_UNUSED, gpointer data)
{
  refresh (data);
}

static void
go_to (Finder *self, GtkListBoxRow *row)
{
  g_autoptr (GVariant) target = g_variant_ref (g_object_get_data (G_OBJECT (row), "tw-target"));

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_activate_action_variant (self->popover, "win.show", target);
}

static void
activated_cb (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row, gpointer data)
{
  go_to (data, row);
}

static void
enter_cb (GtkSearchEntry *entry G_GNUC_UNUSED, gpointer data)
{
  Finder *self = data;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (row != NULL)
    go_to (self, row);
}

static void
stop_cb (GtkSearchEntry *entry G_GNUC_UNUSED, gpointer data)
{
  gtk_popover_popdown (GTK_POPOVER (((Finder *) data)->popover));
}

/* Down from the entry into the list, up from its first row back. The keyboard really goes there, so
 * that the rows are spoken. */
static gboolean
key_cb (GtkEventControllerKey *controller G_GNUC_UNUSED, guint key, guint code G_GNUC_UNUSED,
        GdkModifierType modifiers G_GNUC_UNUSED, gpointer data)
{
  Finder *self = data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (self->popover));
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  GtkListBoxRow *second = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 1);

  if (first == NULL || (key != GDK_KEY_Down && key != GDK_KEY_Up))
    return FALSE;
  if (key == GDK_KEY_Up && focus == GTK_WIDGET (first))
    {
      focus_entry (self);
      return TRUE;
    }
  if (key != GDK_KEY_Down || focus == NULL || gtk_widget_is_ancestor (focus, self->list))
    return FALSE;
  /* The first is chosen already. */
  gtk_widget_grab_focus (GTK_WIDGET (second != NULL ? second : first));
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), second != NULL ? second : first);
  return TRUE;
}

/* --- making it --- */

static void
finder_free (gpointer data)
{
  g_clear_pointer (&((Finder *) data)->search, tw_search_free);
  g_free (data);
}

static void
add_keys (Finder *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->popover, keys);
  /* What is typed while the keyboard is in the list goes on in the entry. */
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), self->popover);
}

GtkWidget *
tw_finder_new (TwViewState *state, AdwViewStack *stack)
{
  Finder *self = g_new0 (Finder, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  *self = (Finder){ .state = state, .stack = stack, .popover = gtk_popover_new () };
  self->entry = gtk_search_entry_new ();
  self->list = gtk_list_box_new ();
  self->scrolled = gtk_scrolled_window_new ();
  self->note = tw_label_new ("", "tw-secondary");
  tw_set_placeholder (self->entry, _ ("Search the whole plan"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (self->list, "tw-found");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What was found"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled), HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->list);
  gtk_widget_set_margin_start (self->note, 9);
  gtk_widget_set_margin_end (self->note, 9);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->scrolled);
  gtk_box_append (GTK_BOX (box), self->note);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_signal_connect (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (enter_cb), self);
  g_signal_connect (self->entry, "stop-search", G_CALLBACK (stop_cb), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  add_keys (self);
  g_object_set_data_full (G_OBJECT (self->popover), "tw-finder", self, finder_free);
  return self->popover;
}

void
tw_finder_open (GtkWidget *popover, GtkWidget *anchor)
{
  Finder *self = g_object_get_data (G_OBJECT (popover), "tw-finder");
  GtkWidget *parent = gtk_widget_get_parent (popover);
  graphene_rect_t place;

  if (gtk_widget_compute_bounds (anchor, parent, &place))
    gtk_popover_set_pointing_to (
        GTK_POPOVER (popover), &(GdkRectangle){ (int) place.origin.x, (int) place.origin.y,
                                                (int) place.size.width, (int) place.size.height });
  gtk_widget_set_size_request (gtk_popover_get_child (GTK_POPOVER (popover)),
                               MIN (WIDTH, gtk_widget_get_width (parent) - 48), -1);
  refresh (self);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}
