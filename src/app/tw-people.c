/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tw-date-entry.h"
#include "tw-edit.h"
#include "tw-page.h"
#include "tw-people.h"
#include "tw-words.h"

/* --- the picker --- */

typedef struct
{
  GStrv ids; /* of the entries behind 'nobody' */
  TwPeopleFunc func;
  gpointer data;
  GDestroyNotify destroy;
} Picker;

static void
picker_free (gpointer data)
{
  Picker *picker = data;

  if (picker->destroy != NULL)
    picker->destroy (picker->data);
  g_strfreev (picker->ids);
  g_free (picker);
}

static void
picked_cb (GtkDropDown *down, GParamSpec *pspec G_GNUC_UNUSED, gpointer data)
{
  Picker *picker = data;
  guint at = gtk_drop_down_get_selected (down);

  picker->func (GTK_WIDGET (down), at == 0 ? NULL : picker->ids[at - 1], picker->data);
}

GtkWidget *
tw_people_picker_new (TwPlan *plan, const char *person, TwPeopleFunc func, gpointer data,
                      GDestroyNotify destroy)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GPtrArray *ids = g_ptr_array_new ();
  Picker *picker = g_new0 (Picker, 1);
  GtkWidget *down;
  guint selected = 0;

  g_ptr_array_add (names, (gpointer) C_ ("owner", "Nobody"));
  TW_FOREACH (TwPerson, one, plan->people)
    {
      g_ptr_array_add (names, one->name);
      g_ptr_array_add (ids, g_strdup (one->id));
      if (g_strcmp0 (one->id, person) == 0)
        selected = ids->len;
    }
  g_ptr_array_add (names, NULL);
  g_ptr_array_add (ids, NULL);
  down = gtk_drop_down_new_from_strings ((const char *const *) names->pdata);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (down), selected);
  *picker = (Picker){ (GStrv) g_ptr_array_free (ids, FALSE), func, data, destroy };
  g_object_set_data_full (G_OBJECT (down), "tw-picker", picker, picker_free);
  g_signal_connect (down, "notify::selected", G_CALLBACK (picked_cb), picker);
  return down;
}

/* --- a dialog of rows that is filled anew after each change --- */

typedef struct
{
  TwViewState *state;
  GtkWidget *window, *content;
} Dialog;

static GtkWidget *
dialog_new (GtkWindow *parent, TwViewState *state, const char *title, TwRefreshFunc refresh)
{
  Dialog *dialog = g_new0 (Dialog, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *column = tw_column_new (640, &dialog->content);

  dialog->state = state;
  dialog->window = adw_window_new ();
  gtk_window_set_title (GTK_WINDOW (dialog->window), title);
  gtk_window_set_transient_for (GTK_WINDOW (dialog->window), parent);
  gtk_window_set_modal (GTK_WINDOW (dialog->window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (dialog->window), 560, 600);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), column);
  adw_window_set_content (ADW_WINDOW (dialog->window), box);
  g_object_set_data_full (G_OBJECT (column), "tw-dialog", dialog, g_free);
  tw_page_follow (column, state, refresh);
  gtk_window_present (GTK_WINDOW (dialog->window));
  return dialog->window;
}

static TwPlan *
plan_of (Dialog *dialog)
{
  return tw_document_plan (tw_view_state_document (dialog->state));
}

/* Which member of which record an entry is for. */
typedef struct
{
  Dialog *dialog;
  const TwRecordType *type;
  char *id;
  const char *member;
} Member;

static void
member_free (gpointer data)
{
  g_free (((Member *) data)->id);
  g_free (data);
}

static void
member_release (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  member_free (data);
}

static Member *
member_new (Dialog *dialog, const TwRecordType *type, const char *id, const char *name)
{
  Member *member = g_new0 (Member, 1);

  *member = (Member){ dialog, type, g_strdup (id), name };
  return member;
}

/* The customer and the plan have no id to be found by. */
static TwPlan *
set_member (Member *member, TwValue value, GError **error)
{
  TwPlan *plan = plan_of (member->dialog);

  if (member->type == &tw_customer_type)
    {
      TwPlace place = { 1, { { tw_record_type_field (&tw_plan_type, "customer"), 0 } } };

      return tw_plan_set (plan, &place, tw_record_type_field (member->type, member->member), value,
                          error);
    }
  return tw_plan_set_by_id (plan, member->type, member->id, member->member, value, error);
}

static void
apply (Member *member, gpointer widget, TwValue value)
{
  GError *error = NULL;
  TwPlan *plan = set_member (member, value, &error);
  g_autofree char *refusal = error != NULL ? g_strdup (error->message) : NULL;

  /* The dialog has no toasts: what is refused is said at the entry. */
  if (refusal != NULL)
    {
      gtk_widget_add_css_class (widget, "error");
      gtk_widget_set_tooltip_text (widget, refusal);
    }
  tw_view_state_edit (member->dialog->state, widget, plan, error, NULL, "%s",
                      C_ ("undo step", "Edit Properties"));
}

static void
line_cb (AdwEntryRow *row, gpointer data)
{
  Member *member = data;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  const TwField *field = tw_record_type_field (member->type, member->member);

  if (field->type == TW_FIELD_INT)
    {
      char *end;
      gint64 number = g_ascii_strtoll (text, &end, 10);

      apply (member, row,
             (TwValue){ .number = *text == '\0'                       ? field->standard
                                  : *end == '\0' && number < G_MAXINT ? (int) number
                                                                      : G_MAXINT });
    }
  else
    apply (member, row, (TwValue){ .string = (char *) text });
}

static void
date_cb (GtkWidget *entry, TwDate date, gpointer data)
{
  apply (data, entry, (TwValue){ .date = date });
}

static void
person_cb (GtkWidget *picker, const char *person, gpointer data)
{
  apply (data, picker, (TwValue){ .string = (char *) person });
}

static GtkWidget *
line_row_new (Member *member, const char *label, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_data (row, "apply", G_CALLBACK (line_cb), member, member_release, 0);
  return row;
}

static GtkWidget *
suffix_row_new (const char *label, GtkWidget *suffix)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), suffix);
  gtk_accessible_update_property (GTK_ACCESSIBLE (suffix), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return row;
}

/* --- people --- */

static void
add_person_cb (GtkEntry *entry, gpointer data)
{
  Dialog *dialog = data;
  const char *name = gtk_editable_get_text (GTK_EDITABLE (entry));
  GError *error = NULL;
  TwPlan *plan;

  if (*name == '\0')
    return;
  plan = tw_edit_add (plan_of (dialog), &tw_person_type, NULL, G_MAXUINT, name, NULL, &error);
  tw_view_state_edit (dialog->state, entry, plan, error, NULL, C_ ("undo step", "Add “%s”"), name);
}

static void
remove_person_cb (GtkButton *button, gpointer data)
{
  Member *member = data;
  GError *error = NULL;
  TwPlan *plan
      = tw_edit_delete (plan_of (member->dialog), &tw_person_type, member->id, NULL, &error);

  tw_view_state_edit (member->dialog->state, button, plan, error, NULL, "%s",
                      C_ ("undo step", "Remove a Person"));
}

static void
role_cb (GtkDropDown *down, GParamSpec *pspec G_GNUC_UNUSED, gpointer data)
{
  Member *member = data;
  TwPlaybook *playbook = tw_document_playbook (tw_view_state_document (member->dialog->state));
  guint at = gtk_drop_down_get_selected (down);

  if (at > 0 && at <= tw_list_n (playbook->roles))
    apply (member, down, (TwValue){ .string = ((TwPbRole *) playbook->roles->items[at - 1])->id });
}

static void
side_cb (GtkDropDown *down, GParamSpec *pspec G_GNUC_UNUSED, gpointer data)
{
  apply (data, down, (TwValue){ .number = (int) gtk_drop_down_get_selected (down) });
}

/* The playbook's roles, and the person's own word first. */
static GtkWidget *
role_picker_new (Dialog *dialog, TwPerson *person)
{
  TwPlaybook *playbook = tw_document_playbook (tw_view_state_document (dialog->state));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint selected = 0;
  GtkWidget *down;

  g_ptr_array_add (names, (gpointer) (person->role != NULL ? person->role : _ ("No role")));
  TW_FOREACH (TwPbRole, role, playbook->roles)
    {
      g_ptr_array_add (names, role->name);
      if (g_strcmp0 (role->id, person->role) == 0)
        selected = names->len - 1;
    }
  g_ptr_array_add (names, NULL);
  down = gtk_drop_down_new_from_strings ((const char *const *) names->pdata);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (down), selected);
  g_signal_connect_data (down, "notify::selected", G_CALLBACK (role_cb),
                         member_new (dialog, &tw_person_type, person->id, "role"), member_release,
                         0);
  return down;
}

static GtkWidget *
side_picker_new (Dialog *dialog, TwPerson *person)
{
  const char *sides[5] = { NULL };
  GtkWidget *down;

  for (int i = 0; i < 4; i++)
    sides[i] = tw_words_side ((TwSide) i);
  down = gtk_drop_down_new_from_strings (sides);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (down), person->side);
  g_signal_connect_data (down, "notify::selected", G_CALLBACK (side_cb),
                         member_new (dialog, &tw_person_type, person->id, "side"), member_release,
                         0);
  return down;
}

static GtkWidget *
person_group_new (Dialog *dialog, TwPerson *person)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), "");
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _ ("Remove"));
  g_signal_connect_data (remove, "clicked", G_CALLBACK (remove_person_cb),
                         member_new (dialog, &tw_person_type, person->id, NULL), member_release, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             line_row_new (member_new (dialog, &tw_person_type, person->id, "name"),
                                           _ ("Name"), person->name));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             suffix_row_new (_ ("Role"), role_picker_new (dialog, person)));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             suffix_row_new (_ ("Side"), side_picker_new (dialog, person)));
  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (group),
      line_row_new (member_new (dialog, &tw_person_type, person->id, "organisation"),
                    _ ("Organisation"), person->organisation));
  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (group),
      line_row_new (member_new (dialog, &tw_person_type, person->id, "email"), _ ("E-mail"),
                    person->email));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             suffix_row_new (_ ("Remove from the plan"), remove));
  return group;
}

static void
refresh_people (GtkWidget *column)
{
  Dialog *dialog = g_object_get_data (G_OBJECT (column), "tw-dialog");
  GtkWidget *entry = gtk_entry_new ();

  tw_clear_children (dialog->content);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Add a person: name, then Enter"));
  g_signal_connect (entry, "activate", G_CALLBACK (add_person_cb), dialog);
  gtk_box_append (GTK_BOX (dialog->content), entry);
  TW_FOREACH (TwPerson, person, plan_of (dialog)->people)
    gtk_box_append (GTK_BOX (dialog->content), person_group_new (dialog, person));
  gtk_widget_grab_focus (entry);
}

void
tw_people_dialog_show (GtkWindow *parent, TwViewState *state)
{
  dialog_new (parent, state, _ ("People"), refresh_people);
}

/* --- plan properties --- */

static GtkWidget *
date_row_new (Dialog *dialog, const char *label, const char *member, TwDate date)
{
  return suffix_row_new (
      label, tw_date_entry_new (date, tw_view_state_today (dialog->state), date_cb,
                                member_new (dialog, &tw_plan_type, NULL, member), member_free));
}

static void
refresh_properties (GtkWidget *column)
{
  Dialog *dialog = g_object_get_data (G_OBJECT (column), "tw-dialog");
  TwPlan *plan = plan_of (dialog);
  GtkWidget *customer = adw_preferences_group_new (), *whole = adw_preferences_group_new ();
  g_autofree char *seats = plan->customer->seats != TW_INT_NONE
                               ? g_strdup_printf ("%d", plan->customer->seats)
                               : g_strdup ("");
  const struct
  {
    const char *member, *label, *value;
  } lines[] = { { "name", _ ("Customer name"), plan->customer->name },
                { "industry", _ ("Industry"), plan->customer->industry },
                { "region", _ ("Region"), plan->customer->region },
                { "tenant", _ ("Tenant"), plan->customer->tenant },
                { "seats", _ ("Seats"), seats } };

  tw_clear_children (dialog->content);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (customer), _ ("Customer"));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    adw_preferences_group_add (
        ADW_PREFERENCES_GROUP (customer),
        line_row_new (member_new (dialog, &tw_customer_type, NULL, lines[i].member), lines[i].label,
                      lines[i].value));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (whole), _ ("Plan"));
  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (whole),
      line_row_new (member_new (dialog, &tw_plan_type, NULL, "title"), _ ("Title"), plan->title));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (whole),
                             date_row_new (dialog, _ ("Start"), "start", plan->start));
  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (whole),
      date_row_new (dialog, _ ("Licence renewal"), "deadline", plan->deadline));
  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (whole),
      suffix_row_new (_ ("Lead"),
                      tw_people_picker_new (plan, plan->lead, person_cb,
                                            member_new (dialog, &tw_plan_type, NULL, "lead"),
                                            member_free)));
  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (whole),
      line_row_new (member_new (dialog, &tw_plan_type, NULL, "confidentiality"),
                    _ ("Confidentiality line"), plan->confidentiality));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (whole),
                             line_row_new (member_new (dialog, &tw_plan_type, NULL, "summary"),
                                           _ ("Executive summary"), plan->summary));
  gtk_box_append (GTK_BOX (dialog->content), customer);
  gtk_box_append (GTK_BOX (dialog->content), whole);
}

void
tw_properties_dialog_show (GtkWindow *parent, TwViewState *state)
{
  dialog_new (parent, state, _ ("Plan Properties"), refresh_properties);
}
