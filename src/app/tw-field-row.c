/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tw-date-entry.h"
#include "tw-drop-down.h"
#include "tw-edit.h"
#include "tw-field-row-private.h"
#include "tw-page.h"
#include "tw-proposal.h"
#include "tw-text.h"

TwDocument *
tw_field_row_document (TwFieldRow *self)
{
  return tw_view_state_document (self->state);
}

const char *
tw_field_row_id (const char *id)
{
  return *id != '\0' ? id : NULL;
}

/* NULL while it is absent or gone. */
static gpointer
record_of (TwFieldRow *self, const char *id)
{
  TwPlan *plan = tw_document_plan (tw_field_row_document (self));
  const TwRecordType *type = self->look->type;
  TwPlace place;

  if ((type->kind & (TW_KIND_MOTION | TW_KIND_PHASE | TW_KIND_ACTIVITY)) != 0)
    {
      TwIndex *index = tw_schedule_index (tw_document_schedule (tw_field_row_document (self)));
      int number = tw_index_find (index, id);

      return number >= 0 ? tw_index_node (index, (guint) number)->record : NULL;
    }
  return tw_plan_find (plan, type, tw_field_row_id (id), &place) ? tw_plan_at (plan, &place) : NULL;
}

TwValue
tw_field_row_value (TwFieldRow *self, const char *id)
{
  gpointer record = record_of (self, id);
  gpointer empty = record == NULL ? tw_record_new (self->look->type) : NULL;
  TwValue value = tw_record_get (record != NULL ? record : empty, self->field);

  if (empty != NULL)
    tw_record_unref (empty); /* the defaults of its members outlive it */
  return value;
}

/* --- saying and doing --- */

/* It stands pale in the row while its entry is empty. */
static void
show_title (TwFieldRow *self)
{
  g_autofree char *title
      = tw_field_look_title (self->look, self->state, record_of (self, self->ids[0]));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row),
                                 self->complaint != NULL ? self->complaint : title);
}

static void
show_message (TwFieldRow *self)
{
  const char *help = tw_field_look_help (self->look);
  const char *said = self->complaint != NULL ? self->complaint
                     : self->chosen != NULL  ? self->chosen
                                             : help;

  if (self->refused)
    gtk_widget_add_css_class (self->row, "error");
  else
    gtk_widget_remove_css_class (self->row, "error");
  if (ADW_IS_ACTION_ROW (self->row))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row), said != NULL ? said : "");
  else if (TW_IS_TOKENS (self->input))
    tw_tokens_say (TW_TOKENS (self->input), said);
  else if (ADW_IS_PREFERENCES_ROW (self->row))
    show_title (self);
  else
    tw_set_tooltip (self->row, self->complaint);
}

static void
say (TwFieldRow *self, const char *message, gboolean refused)
{
  g_free (self->complaint);
  self->complaint = g_strdup (message);
  self->refused = refused;
  self->refused_by = tw_document_plan (tw_field_row_document (self));
  show_message (self);
}

static char *
undo_label (TwFieldRow *self)
{
  guint n = g_strv_length (self->ids);
  const char *label = tw_field_look_label (self->look);
  const char *name
      = tw_field_record_name (self->look->type, self->ids[0], record_of (self, self->ids[0]));

  if (n > 1)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Edit %u Item (%s)", "Edit %u Items (%s)", n), n, label);
  if (name == NULL)
    return g_strdup_printf (C_ ("undo step", "Edit %s"), label);
  return g_strdup_printf (C_ ("undo step", "Edit “%s” (%s)"), name, label);
}

TwPlan *
tw_field_row_set_each (TwSchedule *schedule, const char *id, gpointer data, GError **error)
{
  TwFieldChange *change = data;
  TwFieldRow *self = change->self;

  /* The summary keeps what it was made from. */
  if (self->look->type == &tw_plan_type && g_str_equal (self->field->name, "summary"))
    return tw_edit_summary (tw_view_state_facts (self->state), change->value.string, error);
  return tw_edit_member (schedule, self->look->type, tw_field_row_id (id), self->field->name,
                         change->value, tw_view_state_today (self->state), &change->sentence,
                         error);
}

void
tw_field_row_edit (TwFieldRow *self, TwEditFunc each, TwFieldChange *change, gboolean merges)
{
  g_autofree char *label = undo_label (self);
  g_autofree char *key = merges ? g_strdup_printf ("%s %s", self->ids[0], self->field->name) : NULL;
  GError *error = NULL;
  TwPlan *plan = tw_edit_each (tw_document_schedule (tw_field_row_document (self)),
                               (const char *const *) self->ids, each, change, &error);

  if (plan != NULL)
    tw_document_edit (tw_field_row_document (self), plan, label, key, &error);
  say (self, error != NULL ? error->message : change->sentence, error != NULL);
  g_clear_error (&error);
  g_free (change->sentence);
}

static void
set (TwFieldRow *self, TwValue value, gboolean merges)
{
  TwFieldChange change = { .self = self, .value = value };

  if (!self->showing)
    tw_field_row_edit (self, tw_field_row_set_each, &change, merges);
}

/* --- lines and numbers --- */

/* Of a number that isn't taken its first digits aren't, either. */
static void
take_back_number (TwFieldRow *self)
{
  g_autofree char *complaint = g_strdup (self->complaint);

  if (self->ids[1] != NULL || tw_field_row_value (self, self->ids[0]).number == self->began)
    return;
  set (self, (TwValue){ .number = self->began }, TRUE);
  say (self, complaint, TRUE);
}

static void
line_changed_cb (GtkEditable *editable, gpointer data)
{
  TwFieldRow *self = data;
  const char *text = gtk_editable_get_text (editable);
  char *end;
  gint64 number;

  if (self->field->type != TW_FIELD_INT)
    {
      set (self, (TwValue){ .string = (char *) text }, TRUE);
      return;
    }
  number = g_ascii_strtoll (text, &end, 10);
  set (self,
       (TwValue){ .number = *text == '\0'                             ? self->field->standard
                            : *end == '\0' && ABS (number) < G_MAXINT ? (int) number
                                                                      : G_MAXINT },
       TRUE);
  if (self->refused)
    take_back_number (self);
}

static void
line_show (TwFieldRow *self, TwValue value, gboolean mixed)
{
  g_autofree char *number = self->field->type == TW_FIELD_INT && value.number != TW_INT_NONE
                                ? g_strdup_printf ("%d", value.number)
                                : NULL;
  const char *text = mixed ? "" : self->field->type != TW_FIELD_INT ? value.string : number;

  /* Nothing that is being typed is taken away: what isn't taken stands until one leaves. */
  if (!self->refused
      && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->input)), text != NULL ? text : "")
             != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->input), text != NULL ? text : "");
  if (self->look->hint != NULL)
    show_message (self);
}

static void refresh (GtkWidget *row);

/* One step of undo for all that was typed; what wasn't taken goes. */
static void
left_cb (GtkEventControllerFocus *controller G_GNUC_UNUSED, gpointer data)
{
  TwFieldRow *self = data;

  tw_document_seal (tw_field_row_document (self));
  if (self->refused)
    {
      say (self, NULL, FALSE);
      refresh (self->row);
    }
}

static void
came_cb (GtkEventControllerFocus *controller G_GNUC_UNUSED, gpointer data)
{
  TwFieldRow *self = data;

  if (self->field->type == TW_FIELD_INT)
    self->began = tw_field_row_value (self, self->ids[0]).number;
}

/* Ctrl+Z is the plan's here, too; the entry's own would swallow it even when it is off. */
static void
add_undo (GtkEventController *keys, GdkModifierType modifiers, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_z, modifiers),
                        gtk_named_action_new (action)));
}

static void
follow_focus (TwFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_signal_connect (focus, "enter", G_CALLBACK (came_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (self->input, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_undo (keys, GDK_CONTROL_MASK, "win.undo");
  add_undo (keys, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo");
  gtk_widget_add_controller (self->input, keys);
}

static GtkWidget *
line_make (TwFieldRow *self)
{
  self->input = tw_entry_row_new ("");
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->input), FALSE);
  g_signal_connect (self->input, "changed", G_CALLBACK (line_changed_cb), self);
  follow_focus (self);
  return self->input;
}

/* --- texts --- */

static void
text_changed_cb (GtkTextBuffer *buffer, gpointer data)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  set (data, (TwValue){ .string = text }, TRUE);
}

static void
text_show (TwFieldRow *self, TwValue value, gboolean mixed)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input));
  const char *wanted = mixed || value.string == NULL ? "" : value.string;
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  if (!self->refused && !g_str_equal (text, wanted))
    gtk_text_buffer_set_text (buffer, wanted, -1);
}

GtkWidget *
tw_field_row_heading (TwFieldRow *self, GtkWidget **box)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = tw_label_new (tw_field_look_label (self->look), "heading");
  const char *help = tw_field_look_help (self->look);

  *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  if (self->field->audience == TW_MEMBER_INTERNAL)
    gtk_box_append (GTK_BOX (*box), gtk_image_new_from_icon_name ("changes-prevent-symbolic"));
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (*box), label);
  if (help != NULL)
    gtk_box_append (GTK_BOX (*box), tw_label_new (help, "tw-secondary"));
  gtk_box_append (GTK_BOX (column), *box);
  return column;
}

static GtkWidget *
text_make (TwFieldRow *self)
{
  GtkWidget *head, *column = tw_field_row_heading (self, &head);

  self->input = tw_text_new ();
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input)), FALSE);
  gtk_widget_set_size_request (self->input, -1, 54);
  gtk_widget_add_css_class (self->input,
                            self->field->audience == TW_MEMBER_INTERNAL ? "tw-internal" : "card");
  gtk_widget_add_css_class (self->input, "tw-note");
  g_signal_connect (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input)), "changed",
                    G_CALLBACK (text_changed_cb), self);
  follow_focus (self);
  gtk_box_append (GTK_BOX (column), self->input);
  return column;
}

/* --- what stands at the end of a row --- */

GtkWidget *
tw_field_row_action (TwFieldRow *self, GtkWidget *input)
{
  GtkWidget *row = adw_action_row_new ();

  self->input = input;
  gtk_widget_set_valign (input, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), input);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), input);
  /* Tab goes from one editor to the next. */
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), tw_field_look_label (self->look));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  return row;
}

/* Where records differ, the button is empty: it is at one less than the least, so that whichever
 * number is typed is a change. */
static gboolean
spin_is_empty (TwFieldRow *self)
{
  return gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->input)) < self->field->min;
}

static void
spin_cb (GtkSpinButton *spin, gpointer data)
{
  if (!spin_is_empty (data))
    set (data, (TwValue){ .number = gtk_spin_button_get_value_as_int (spin) }, TRUE);
}

static int
spin_input_cb (GtkSpinButton *spin, double *value, gpointer data)
{
  if (!spin_is_empty (data) || *gtk_editable_get_text (GTK_EDITABLE (spin)) != '\0')
    return FALSE;
  *value = gtk_spin_button_get_value (spin);
  return TRUE;
}

static gboolean
spin_output_cb (GtkSpinButton *spin, gpointer data)
{
  if (!spin_is_empty (data))
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (spin), "");
  return TRUE;
}

static void
spin_show (TwFieldRow *self, TwValue value, gboolean mixed)
{
  GtkSpinButton *spin = GTK_SPIN_BUTTON (self->input);
  double min = self->field->min;

  gtk_spin_button_set_range (spin, mixed ? min - 1 : min, self->field->max);
  gtk_spin_button_set_value (spin, mixed ? min - 1 : value.number);
}

static GtkWidget *
spin_make (TwFieldRow *self)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (self->field->min, self->field->max, 1);
  GtkWidget *row = tw_field_row_action (self, spin);

  g_signal_connect (spin, "value-changed", G_CALLBACK (spin_cb), self);
  g_signal_connect (spin, "input", G_CALLBACK (spin_input_cb), self);
  g_signal_connect (spin, "output", G_CALLBACK (spin_output_cb), self);
  follow_focus (self);
  return row;
}

static void
date_cb (GtkWidget *entry G_GNUC_UNUSED, TwDate date, gpointer data)
{
  set (data, (TwValue){ .date = date }, FALSE);
}

static void
date_show (TwFieldRow *self, TwValue value, gboolean mixed)
{
  tw_date_entry_set (self->input, mixed ? TW_DATE_NONE : value.date);
}

/* What isn't a date is marked by the entry, and said where the row says what it refuses. */
static void
date_marked_cb (GtkWidget *entry, GParamSpec *pspec G_GNUC_UNUSED, gpointer data)
{
  gboolean wrong = gtk_widget_has_css_class (entry, "error");

  if (wrong || ((TwFieldRow *) data)->refused)
    say (data, wrong ? gtk_widget_get_tooltip_text (entry) : NULL, wrong);
}

static GtkWidget *
date_make (TwFieldRow *self)
{
  GtkWidget *entry
      = tw_date_entry_new (TW_DATE_NONE, tw_view_state_today (self->state), date_cb, self, NULL);

  g_signal_connect (entry, "notify::css-classes", G_CALLBACK (date_marked_cb), self);
  return tw_field_row_action (self, entry);
}

static void
switch_cb (GtkSwitch *toggle, GParamSpec *pspec G_GNUC_UNUSED, gpointer data)
{
  set (data, (TwValue){ .number = gtk_switch_get_active (toggle) }, FALSE);
}

static void
switch_show (TwFieldRow *self, TwValue value, gboolean mixed)
{
  gtk_switch_set_active (GTK_SWITCH (self->input), value.number && !mixed);
}

static GtkWidget *
switch_make (TwFieldRow *self)
{
  GtkWidget *toggle = gtk_switch_new ();
  GtkWidget *row = tw_field_row_action (self, toggle);

  g_signal_connect (toggle, "notify::active", G_CALLBACK (switch_cb), self);
  return row;
}

/* --- some of a few words: a button each --- */

static void
words_cb (GtkToggleButton *button G_GNUC_UNUSED, gpointer data)
{
  TwFieldRow *self = data;
  guint words = 0, bit = 1;

  for (GtkWidget *one = gtk_widget_get_first_child (self->input); one != NULL;
       one = gtk_widget_get_next_sibling (one), bit <<= 1)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (one)))
      words |= bit;
  set (self, (TwValue){ .words = words }, FALSE);
}

static void
words_show (TwFieldRow *self, TwValue value, gboolean mixed)
{
  guint bit = 1;

  for (GtkWidget *one = gtk_widget_get_first_child (self->input); one != NULL;
       one = gtk_widget_get_next_sibling (one), bit <<= 1)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (one), !mixed && (value.words & bit) != 0);
}

static GtkWidget *
words_make (TwFieldRow *self)
{
  /* Days are short; longer words stand one below the other. */
  GtkWidget *box
      = gtk_box_new (g_strv_length ((char **) self->field->words) == 7 ? GTK_ORIENTATION_HORIZONTAL
                                                                       : GTK_ORIENTATION_VERTICAL,
                     0);

  gtk_widget_add_css_class (box, "linked");
  for (int i = 0; self->field->words[i] != NULL; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (self->look->word (i));

      g_signal_connect (button, "toggled", G_CALLBACK (words_cb), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  return tw_field_row_action (self, box);
}

/* --- one of several --- */

static void
choice_cb (TwChoice *choice, guint at, gpointer data)
{
  TwFieldRow *self = data;

  if (self->field->type == TW_FIELD_WORD)
    set (self, (TwValue){ .number = tw_field_choice_word (self->field, at) }, FALSE);
  else
    set (self, (TwValue){ .string = choice->id }, FALSE);
}

static void
choice_show (TwFieldRow *self, TwValue value, gboolean mixed)
{
  const char *id = self->field->type == TW_FIELD_WORD
                       ? (value.number != TW_WORD_NONE ? self->field->words[value.number] : NULL)
                       : value.string;
  g_autoptr (GPtrArray) choices = tw_field_choices (
      self->state, self->look, self->field, tw_field_row_id (self->ids[0]), mixed ? NULL : id);

  int at = mixed ? -1 : tw_choices_find (choices, id);

  tw_drop_down_show (self->input, choices, at);
  if (!self->look->below)
    return;
  g_free (self->chosen);
  self->chosen = id != NULL && at >= 0 ? g_strdup (((TwChoice *) choices->pdata[at])->name) : NULL;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->chosen != NULL ? self->chosen : "", -1);
  show_message (self);
}

static GtkWidget *
choice_make (TwFieldRow *self)
{
  GtkWidget *down = tw_drop_down_new (choice_cb, self);

  if (self->look->below)
    tw_drop_down_set_brief (down);
  return tw_field_row_action (self, down);
}

/* --- the row --- */

static const TwFieldEditor *
editor_for (const TwField *field)
{
  static const TwFieldEditor line = { line_make, line_show }, text = { text_make, text_show },
                             spin = { spin_make, spin_show }, date = { date_make, date_show },
                             toggle = { switch_make, switch_show },
                             choice = { choice_make, choice_show },
                             words = { words_make, words_show };

  switch (field->type)
    {
    case TW_FIELD_LINE:
      return field->catalogue > 0 ? &choice : &line;
    case TW_FIELD_TEXT:
      return &text;
    case TW_FIELD_INT:
      return field->standard == TW_INT_NONE ? &line : &spin;
    case TW_FIELD_DATE:
      return &date;
    case TW_FIELD_BOOL:
      return &toggle;
    case TW_FIELD_WORDS:
      return &words;
    case TW_FIELD_WORD:
    case TW_FIELD_REF:
      return &choice;
    case TW_FIELD_LINES:
    case TW_FIELD_REFS:
      return &tw_field_tokens;
    case TW_FIELD_DATES:
      return &tw_field_days;
    case TW_FIELD_LIST:
      return &tw_field_checks;
    default:
      g_return_val_if_reached (&line);
    }
}

static void
refresh (GtkWidget *row)
{
  TwFieldRow *self = g_object_get_data (G_OBJECT (row), "tw-field-row");
  TwValue value = tw_field_row_value (self, self->ids[0]);
  gboolean mixed = FALSE, used = FALSE;

  /* Undo, say, has the last word over what was typed. */
  if (self->refused && self->refused_by != tw_document_plan (tw_field_row_document (self)))
    say (self, NULL, FALSE);
  for (char **id = self->ids; *id != NULL && !used; id++)
    {
      gpointer record = record_of (self, *id);

      used = record == NULL || tw_record_uses (record, self->field);
    }
  gtk_widget_set_visible (self->row, used);
  for (char **id = self->ids + 1; *id != NULL; id++)
    mixed = mixed || !tw_value_equal (self->field, value, tw_field_row_value (self, *id));
  self->showing = TRUE;
  self->editor->show (self, value, mixed);
  self->showing = FALSE;
  if (!self->refused && self->complaint == NULL && mixed)
    say (self, C_ ("values of several", "Mixed"), FALSE);
}

static void
field_row_free (gpointer data)
{
  TwFieldRow *self = data;

  g_strfreev (self->ids);
  g_free (self->complaint);
  g_free (self->chosen);
  g_free (self);
}

GtkWidget *
tw_field_row_new (TwViewState *state, const TwRecordType *type, const char *const *ids,
                  const char *member)
{
  TwFieldRow *self = g_new0 (TwFieldRow, 1);

  self->state = state;
  self->look = tw_field_look (type, member);
  self->field = tw_record_type_field (type, member);
  self->ids = g_strdupv ((char **) (ids != NULL ? ids : (const char *[]){ "", NULL }));
  self->editor = editor_for (self->field);
  self->row = self->editor->make (self);
  g_object_set_data_full (G_OBJECT (self->row), "tw-field-row", self, field_row_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tw_field_look_label (self->look), -1);
  show_message (self);
  refresh (self->row);
  tw_page_follow (self->row, state, refresh);
  return self->row;
}

void
tw_field_rows_set_ids (GtkWidget *box, const char *const *ids)
{
  TwFieldRow *self = g_object_get_data (G_OBJECT (box), "tw-field-row");
  GtkWidget *child = self == NULL ? gtk_widget_get_first_child (box) : NULL;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    tw_field_rows_set_ids (child, ids);
  if (self == NULL)
    return;
  tw_take_focus_from (self->row);
  g_strfreev (self->ids);
  self->ids = g_strdupv ((char **) ids);
  say (self, NULL, FALSE);
  tw_page_refresh (box);
}

gboolean
tw_field_rows_focus (GtkWidget *box, const char *member)
{
  TwFieldRow *self = g_object_get_data (G_OBJECT (box), "tw-field-row");

  if (self != NULL && g_str_equal (self->field->name, member))
    {
      tw_page_refresh (box);
      return gtk_widget_get_visible (box) && gtk_widget_grab_focus (self->input);
    }
  for (GtkWidget *child = self == NULL ? gtk_widget_get_first_child (box) : NULL; child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (tw_field_rows_focus (child, member))
      return TRUE;
  return FALSE;
}

void
tw_field_rows_add (GtkWidget *box, TwViewState *state, const TwRecordType *type,
                   const char *const *ids, const char *const *members)
{
  GtkWidget *group = NULL;

  for (; members[0] != NULL || members[1] != NULL; members++)
    {
      GtkWidget *row;

      if (members[0] == NULL)
        {
          group = NULL;
          continue;
        }
      row = tw_field_row_new (state, type, ids, members[0]);
      if (!ADW_IS_PREFERENCES_ROW (row))
        {
          gtk_box_append (GTK_BOX (box), row);
          continue;
        }
      if (group == NULL)
        {
          group = adw_preferences_group_new ();
          gtk_box_append (GTK_BOX (box), group);
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
}
