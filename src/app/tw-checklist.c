/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-add-row.h"
#include "tw-checklist.h"
#include "tw-drag.h"
#include "tw-edit.h"
#include "tw-field-row.h"
#include "tw-menu.h"
#include "tw-name.h"
#include "tw-page.h"
#include "tw-record-list.h"

typedef struct
{
  TwViewState *state;
  char *parent;
  GtkWidget *list, *count;
  TwList *shown; /* what the rows stand for, to leave them alone while it is the same */
  TwList *people;
} Checklist;

static Checklist *
checklist_of (GtkWidget *widget)
{
  GtkWidget *list = g_object_get_data (G_OBJECT (widget), "tw-checklist") != NULL
                        ? widget
                        : gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX);

  return g_object_get_data (G_OBJECT (list), "tw-checklist");
}

/* The row of a check that widget stands in. */
static GtkWidget *
row_of (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);
}

static TwPlan *
plan_of (Checklist *self)
{
  return tw_document_plan (tw_view_state_document (self->state));
}

static void
set_member (GtkWidget *widget, const char *id, const char *member, TwValue value)
{
  Checklist *self = checklist_of (widget);
  GError *error = NULL;
  TwPlan *plan = tw_plan_set_by_id (plan_of (self), &tw_check_type, id, member, value, &error);

  tw_view_state_edit (self->state, widget, plan, error, NULL, "%s",
                      C_ ("undo step", "Edit a Checklist Item"));
}

static void
ticked_cb (GtkCheckButton *button, gpointer data G_GNUC_UNUSED)
{
  Checklist *self = checklist_of (GTK_WIDGET (button));
  gboolean done = gtk_check_button_get_active (button);
  GError *error = NULL;
  TwPlan *plan
      = tw_edit_tick (plan_of (self), &tw_check_type, tw_drag_id (row_of (GTK_WIDGET (button))),
                      done, tw_view_state_today (self->state), &error);

  if (!tw_view_state_edit (self->state, button, plan, error, NULL, "%s",
                           done ? C_ ("undo step", "Tick Off an Item")
                                : C_ ("undo step", "Untick an Item")))
    tw_tick_show (GTK_WIDGET (button), !done, G_CALLBACK (ticked_cb), NULL);
}

static void
renamed_cb (TwName *name, const char *text, gpointer data G_GNUC_UNUSED)
{
  set_member (GTK_WIDGET (name), tw_drag_id (row_of (GTK_WIDGET (name))), "text",
              (TwValue){ .string = (char *) text });
}

/* --- order --- */

static int
place_of (Checklist *self, const char *id)
{
  int at;

  return tw_list_find (self->shown, id, &at) != NULL ? at : -1;
}

static void
relocate (Checklist *self, GtkWidget *widget, const char *id, guint at)
{
  g_autofree char *copy = g_strdup (id);
  GError *error = NULL;
  TwPlan *plan = tw_edit_relocate (plan_of (self), &tw_check_type, copy, self->parent, at, &error);

  tw_view_state_edit (self->state, widget, plan, error, NULL, "%s",
                      C_ ("undo step", "Move a Checklist Item"));
}

static void
dropped_cb (GtkWidget *target, const TwRecordType *type, const char *id, gboolean below,
            gpointer data)
{
  if (type == &tw_check_type)
    relocate (data, target, id, tw_record_list_drop_place (target, id, below));
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code G_GNUC_UNUSED,
        GdkModifierType modifiers, gpointer data)
{
  Checklist *self = data;
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  const char *id = tw_drag_id (row);
  int at = place_of (self, id);

  if (key == GDK_KEY_F2)
    tw_name_edit (g_object_get_data (G_OBJECT (row), "tw-name"));
  else if ((modifiers & GDK_ALT_MASK) != 0 && key == GDK_KEY_Up && at > 0)
    relocate (self, row, id, (guint) at - 1);
  else if ((modifiers & GDK_ALT_MASK) != 0 && key == GDK_KEY_Down)
    relocate (self, row, id, (guint) at + 1);
  else
    return FALSE;
  return TRUE;
}

/* --- adding --- */

static void
add_cb (GtkWidget *row, const char *text, const char *id G_GNUC_UNUSED, gpointer data)
{
  Checklist *self = data;
  GError *error = NULL;
  guint n;
  TwPlan *plan = tw_edit_add_lines (plan_of (self), &tw_check_type, self->parent, NULL,
                                    (TwValue){ 0 }, text, &n, &error);

  tw_view_state_edit (
      self->state, row, plan, error, NULL,
      g_dngettext (GETTEXT_PACKAGE, "Add %u Checklist Item", "Add %u Checklist Items", n), n);
}

/* --- rows --- */

/* What there is little of: in a popover at the row. */
static void
show_fields (Checklist *self, GtkWidget *row, const char *id)
{
  static const char *const members[] = { "role", "owner", "note", NULL, NULL };
  const char *const ids[] = { id, NULL };
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  tw_field_rows_add (box, self->state, &tw_check_type, ids, members);
  gtk_widget_add_css_class (box, "tw-inspector");
  gtk_widget_set_size_request (box, 300, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  tw_popover_show (popover, g_object_get_data (G_OBJECT (row), "tw-menu"));
}

static void
row_action (GtkWidget *widget, const char *action, GVariant *parameter G_GNUC_UNUSED)
{
  Checklist *self = checklist_of (widget);
  const char *id = tw_drag_id (widget);
  TwCheck *check = tw_list_find (self->shown, id, NULL);
  GError *error = NULL;

  if (check == NULL)
    return;
  if (g_str_equal (action, "check.rename"))
    tw_name_edit (g_object_get_data (G_OBJECT (widget), "tw-name"));
  else if (g_str_equal (action, "check.fields"))
    show_fields (self, widget, id);
  else if (g_str_equal (action, "check.mandatory"))
    set_member (widget, id, "mandatory", (TwValue){ .number = !check->mandatory });
  else if (g_str_equal (action, "check.internal"))
    set_member (widget, id, "internal", (TwValue){ .number = !check->internal });
  else
    tw_view_state_edit (self->state, widget,
                        tw_edit_delete (plan_of (self), &tw_check_type, id, NULL, &error), error,
                        NULL, "%s", C_ ("undo step", "Delete a Checklist Item"));
}

typedef struct
{
  GtkListBoxRow parent_instance;
} TwCheckRow;
typedef GtkListBoxRowClass TwCheckRowClass;

static GType tw_check_row_get_type (void);

G_DEFINE_TYPE (TwCheckRow, tw_check_row, GTK_TYPE_LIST_BOX_ROW)

static void
tw_check_row_class_init (TwCheckRowClass *klass)
{
  static const char *const actions[]
      = { "check.rename", "check.fields", "check.mandatory", "check.internal", "check.delete" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), actions[i], NULL, row_action);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Delete, 0, "check.delete",
                                       NULL);
}

static void
tw_check_row_init (TwCheckRow *self G_GNUC_UNUSED)
{
}

static GMenuModel *
menu_of (TwCheck *check)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Rename"), "check.rename");
  g_menu_append (menu, _ ("Role, Owner, Note…"), "check.fields");
  g_menu_append (menu, check->mandatory ? _ ("Not Mandatory") : _ ("Mandatory"), "check.mandatory");
  g_menu_append (menu, check->internal ? _ ("Show to the Customer") : _ ("Keep Internal"),
                 "check.internal");
  g_menu_append (menu, _ ("Delete"), "check.delete");
  return G_MENU_MODEL (menu);
}

static GtkWidget *
part_of (GtkWidget *row, const char *part)
{
  return g_object_get_data (G_OBJECT (row), part);
}

static GtkWidget *
add_part (GtkWidget *row, GtkWidget *box, const char *part, GtkWidget *widget)
{
  g_object_set_data (G_OBJECT (row), part, widget);
  gtk_box_append (GTK_BOX (box), widget);
  return widget;
}

static GtkWidget *
row_new (gpointer data)
{
  GtkWidget *row = g_object_new (tw_check_row_get_type (), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *tick = add_part (row, box, "tw-tick", gtk_check_button_new ());
  GtkWidget *name = add_part (row, box, "tw-name", tw_name_new (TRUE, renamed_cb, NULL, NULL));
  GtkWidget *lock
      = add_part (row, box, "tw-lock", gtk_image_new_from_icon_name ("changes-prevent-symbolic"));
  GtkWidget *badge = add_part (row, box, "tw-badge", gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  GtkWidget *menu = add_part (row, box, "tw-menu", gtk_menu_button_new ());
  GtkEventController *keys = gtk_event_controller_key_new ();

  tw_drag_add_source (row, row);
  tw_drag_add_target (row, dropped_cb, data);
  gtk_widget_add_css_class (badge, "tw-owner");
  gtk_widget_add_css_class (box, "tw-check");
  g_signal_connect (tick, "toggled", G_CALLBACK (ticked_cb), NULL);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_valign (name, GTK_ALIGN_CENTER);
  tw_set_tooltip (lock, _ ("Never in the customer’s copy"));
  gtk_widget_add_css_class (lock, "tw-lock");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu), "view-more-symbolic");
  gtk_widget_add_css_class (menu, "flat");
  tw_set_tooltip (menu, _ ("More"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), data);
  gtk_widget_add_controller (row, keys);
  return row;
}

static void
fill_row (GtkWidget *row, gpointer record, gpointer data)
{
  Checklist *self = data;
  TwCheck *check = record;
  GtkWidget *tick = part_of (row, "tw-tick"), *name = part_of (row, "tw-name");
  g_autoptr (GMenuModel) menu = menu_of (check);

  tw_tick_show (tick, check->done != TW_DATE_NONE, G_CALLBACK (ticked_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, check->text,
                                  -1);
  tw_name_set_text (TW_NAME (name), check->text);
  if (check->mandatory)
    gtk_widget_add_css_class (name, "tw-mandatory");
  else
    gtk_widget_remove_css_class (name, "tw-mandatory");
  tw_set_tooltip (name, check->mandatory ? _ ("Mandatory") : NULL);
  tw_clear_children (part_of (row, "tw-badge"));
  gtk_box_append (GTK_BOX (part_of (row, "tw-badge")),
                  tw_badge_new (tw_role_owner_shown (plan_of (self), check->owner, check->role)));
  gtk_widget_set_visible (part_of (row, "tw-lock"), check->internal);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (part_of (row, "tw-menu")), menu);
}

static void
show_count (Checklist *self)
{
  guint n = tw_list_n (self->shown), done = 0;
  g_autofree char *text = NULL;

  TW_FOREACH (TwCheck, check, self->shown)
    done += check->done != TW_DATE_NONE;
  text = n > 0 ? g_strdup_printf (_ ("%u of %u done"), done, n) : g_strdup ("");
  gtk_label_set_text (GTK_LABEL (self->count), text);
}

static void
set_list (TwList **member, TwList *list)
{
  g_clear_pointer (member, tw_list_unref);
  *member = list != NULL ? tw_list_ref (list) : NULL;
}

void
tw_checklist_show (GtkWidget *list, const char *parent, TwList *checks)
{
  Checklist *self = checklist_of (list);
  TwList *people = plan_of (self)->people;
  gboolean renamed = self->people != people;

  if (g_strcmp0 (parent, self->parent) != 0)
    {
      g_free (self->parent);
      self->parent = g_strdup (parent);
    }
  if (self->shown == checks && !renamed)
    return;
  set_list (&self->shown, checks);
  set_list (&self->people, people);
  tw_record_list_show (GTK_LIST_BOX (list), checks, renamed, row_new, fill_row, self);
  show_count (self);
}

static void
checklist_free (gpointer data)
{
  Checklist *self = data;

  set_list (&self->shown, NULL);
  set_list (&self->people, NULL);
  g_free (self->parent);
  g_free (self);
}

GtkWidget *
tw_checklist_new (TwViewState *state, GtkWidget *head)
{
  Checklist *self = g_new0 (Checklist, 1);

  self->state = state;
  self->list = tw_boxed_list_new ();
  self->count = tw_label_new ("", "tw-secondary");
  gtk_list_box_append (GTK_LIST_BOX (self->list),
                       tw_add_row_new (_ ("Add item"), NULL, add_cb, self));
  gtk_box_append (GTK_BOX (head), self->count);
  g_object_set_data_full (G_OBJECT (self->list), "tw-checklist", self, checklist_free);
  return self->list;
}
