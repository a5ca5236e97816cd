/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tw-check.h"
#include "tw-date-entry.h"
#include "tw-field-row.h"
#include "tw-page.h"
#include "tw-slice-rows.h"
#include "tw-status-picker.h"
#include "tw-words.h"
#include "tw-workloads.h"

/* What every group of rows of a slice knows. */
typedef struct
{
  TwViewState *state;
  char *slice;
  GtkWidget *rows[4], *letters[4];                                   /* of DIBS */
  GtkWidget *missing, *note, *start, *start_rules, *start_row, *why; /* why: of a change */
  TwDate wanted;                                                     /* the change */
  GtkWidget *levels[3], *needs;
} Rows;

static void
rows_free (gpointer data)
{
  g_free (((Rows *) data)->slice);
  g_free (data);
}

/* NULL while it is gone. */
static TwSlice *
slice_of (Rows *self)
{
  TwWorkload *workload
      = tw_plan_workload_of (tw_document_plan (tw_view_state_document (self->state)), self->slice);

  return workload != NULL ? tw_list_find (workload->slices, self->slice, NULL) : NULL;
}

/* --- findings --- */

/* All of a plan; made once for the facts that they stand on. */
static GPtrArray *
findings_of (TwViewState *state)
{
  TwFacts *facts = tw_view_state_facts (state);

  if (g_object_get_data (G_OBJECT (state), "tw-findings-facts") != facts)
    {
      g_object_set_data_full (G_OBJECT (state), "tw-findings", tw_check (facts),
                              (GDestroyNotify) g_ptr_array_unref);
      g_object_set_data_full (G_OBJECT (state), "tw-findings-facts", tw_facts_ref (facts),
                              (GDestroyNotify) tw_facts_unref);
    }
  return g_object_get_data (G_OBJECT (state), "tw-findings");
}

char *
tw_slice_rows_findings (TwViewState *state, gpointer record, ...)
{
  GPtrArray *findings = findings_of (state);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      TwFinding *finding = findings->pdata[i];
      va_list ids;
      const char *id;

      if (finding->record != record)
        continue;
      va_start (ids, record);
      while ((id = va_arg (ids, const char *)) != NULL)
        if (g_str_equal (id, finding->id))
          g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", finding->sentence);
      va_end (ids);
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static void
show_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
}

static Rows *
rows_new (GtkWidget *group, TwViewState *state, const char *slice)
{
  Rows *self = g_new0 (Rows, 1);

  self->state = state;
  self->slice = g_strdup (slice);
  g_object_set_data_full (G_OBJECT (group), "tw-rows", self, rows_free);
  return self;
}

static GtkWidget *
field_new (Rows *self, const char *member)
{
  const char *const ids[] = { self->slice, NULL };

  return tw_field_row_new (self->state, &tw_slice_type, ids, member);
}

/* --- DIBS --- */

/* The row says that nothing is there, unless it has something else to say. */
static void
show_missing (GtkWidget *row, gboolean there)
{
  const char *none = _ ("Not recorded yet");
  const char *said = adw_action_row_get_subtitle (ADW_ACTION_ROW (row));

  if (!there && (said == NULL || *said == '\0'))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), none);
  else if (there && g_strcmp0 (said, none) == 0)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), "");
}

static void
refresh_start (Rows *self, TwSlice *slice)
{
  g_autofree char *rules = tw_slice_rows_findings (self->state, slice, "start-missing",
                                                   "start-after-target", "start-near", NULL);
  gboolean in_progress = slice->status == TW_SLICE_IN_PROGRESS;

  gtk_widget_set_visible (self->start_row, in_progress || slice->engagement_start != TW_DATE_NONE);
  show_text (self->start_rules, rules);
  if (!gtk_widget_get_visible (self->why))
    tw_date_entry_set (self->start, slice->engagement_start);
}

static void
refresh_dibs (GtkWidget *group)
{
  Rows *self = g_object_get_data (G_OBJECT (group), "tw-rows");
  TwSlice *slice = slice_of (self);
  guint letters = slice != NULL ? tw_slice_dibs (slice) : 0;
  g_autofree char *missing = tw_words_dibs_missing (letters);
  g_autofree char *text = missing != NULL ? g_strdup_printf (_ ("Missing: %s"), missing) : NULL;
  g_autofree char *note = NULL;

  if (slice == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    {
      gboolean there = (letters & (1u << i)) != 0;

      gtk_widget_remove_css_class (self->letters[i], there ? "tw-missing" : "ours");
      gtk_widget_add_css_class (self->letters[i], there ? "ours" : "tw-missing");
      show_missing (self->rows[i], there);
    }
  note = tw_slice_rows_findings (self->state, slice, "note-length", "vague-words", NULL);
  show_text (self->missing, text != NULL ? text : C_ ("dibs", "all on record"));
  show_text (self->note, note);
  refresh_start (self, slice);
}

/* --- engagement start --- */

/* The day that the plan has. */
static void
show_start (Rows *self)
{
  TwSlice *slice = slice_of (self);

  if (slice != NULL)
    tw_date_entry_set (self->start, slice->engagement_start);
}

static void
set_start (Rows *self, TwDate date, const char *why)
{
  GError *error = NULL;
  TwPlan *plan = tw_edit_engagement_start (tw_document_plan (tw_view_state_document (self->state)),
                                           self->slice, date, why,
                                           tw_view_state_today (self->state), &error);

  if (tw_view_state_edit (self->state, self->start, plan, error, NULL, "%s",
                          C_ ("undo step", "Change the Engagement Start")))
    gtk_widget_set_visible (self->why, FALSE);
  else
    show_start (self);
}

/* The first day is taken as it is; another one waits for its reason. */
static void
start_cb (GtkWidget *entry G_GNUC_UNUSED, TwDate date, gpointer data)
{
  Rows *self = data;
  TwSlice *slice = slice_of (self);

  if (slice == NULL)
    return;
  if (slice->engagement_start == TW_DATE_NONE || slice->engagement_start == date
      || (date != TW_DATE_NONE && slice->status != TW_SLICE_IN_PROGRESS))
    {
      gtk_widget_set_visible (self->why, FALSE);
      set_start (self, date, NULL);
      return;
    }
  self->wanted = date;
  gtk_editable_set_text (GTK_EDITABLE (self->why), "");
  gtk_widget_set_visible (self->why, TRUE);
  tw_focus_soon (self->why);
}

static void
why_cb (AdwEntryRow *row, gpointer data)
{
  Rows *self = data;
  g_autofree char *why = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));

  if (*g_strstrip (why) != '\0')
    set_start (self, self->wanted, why);
}

/* A reason that was typed is taken when one goes on to something else; the question stays while
 * there is none. */
static gboolean
why_left_later_cb (gpointer group)
{
  Rows *self = g_object_get_data (group, "tw-rows");

  if (gtk_widget_get_visible (self->why))
    why_cb (ADW_ENTRY_ROW (self->why), self);
  return G_SOURCE_REMOVE;
}

static void
why_left_cb (GtkEventControllerFocus *controller G_GNUC_UNUSED, gpointer group)
{
  GtkRoot *root = gtk_widget_get_root (group);

  if (root != NULL && gtk_window_is_active (GTK_WINDOW (root)))
    g_idle_add_full (G_PRIORITY_DEFAULT, why_left_later_cb, g_object_ref (group), g_object_unref);
}

/* Without a reason the day stays what it was. */
static gboolean
why_key_cb (GtkEventControllerKey *controller G_GNUC_UNUSED, guint key, guint code G_GNUC_UNUSED,
            GdkModifierType modifiers G_GNUC_UNUSED, gpointer data)
{
  Rows *self = data;

  if (key != GDK_KEY_Escape)
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->why), "");
  gtk_widget_grab_focus (self->start);
  gtk_widget_set_visible (self->why, FALSE);
  show_start (self);
  return TRUE;
}

static void
add_start (Rows *self, GtkWidget *group)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->start
      = tw_date_entry_new (TW_DATE_NONE, tw_view_state_today (self->state), start_cb, self, NULL);
  tw_date_entry_set_brief (self->start);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->start), 11);
  gtk_widget_set_valign (self->start, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->start), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Engagement start"), -1);
  self->start_row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->start_row), _ ("Engagement start"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->start_row),
                               _ ("Never in the customer’s copy"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->start_row), self->start);
  self->why = tw_entry_row_new (_ ("Why the change? Kept in the journal"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->why), TRUE);
  gtk_widget_set_visible (self->why, FALSE);
  g_signal_connect (self->why, "apply", G_CALLBACK (why_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (why_key_cb), self);
  gtk_widget_add_controller (self->why, keys);
  g_signal_connect (focus, "leave", G_CALLBACK (why_left_cb), group);
  gtk_widget_add_controller (self->why, focus);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->start_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->why);
}

static GtkWidget *
head_new (GtkWidget *box, const char *text)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = tw_label_new (text, "heading"), *said = tw_label_new ("", "tw-secondary");

  gtk_widget_set_hexpand (said, TRUE);
  gtk_label_set_xalign (GTK_LABEL (said), 1);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), said);
  gtk_box_append (GTK_BOX (box), head);
  return said;
}

void
tw_slice_rows_add_dibs (GtkWidget *box, TwViewState *state, const char *slice)
{
  static const char *const members[]
      = { "deploy_by", "intent", "business_reason", "success_owner" };
  const char *const letters[]
      = { C_ ("dibs", "D"), C_ ("dibs", "I"), C_ ("dibs", "B"), C_ ("dibs", "S") };
  GtkWidget *missing = head_new (box, _ ("DIBS"));
  GtkWidget *group = adw_preferences_group_new ();
  Rows *self = rows_new (group, state, slice);

  self->missing = missing;
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      self->rows[i] = field_new (self, members[i]);
      self->letters[i] = gtk_label_new (letters[i]);
      gtk_widget_add_css_class (self->letters[i], "tw-badge");
      gtk_widget_set_valign (self->letters[i], GTK_ALIGN_CENTER);
      adw_action_row_add_prefix (ADW_ACTION_ROW (self->rows[i]), self->letters[i]);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->rows[i]);
      if (i == 1)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), field_new (self, "intent_note"));
    }
  add_start (self, group);
  self->note = tw_label_new ("", "tw-warning");
  self->start_rules = tw_label_new ("", "tw-warning");
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), self->note);
  gtk_box_append (GTK_BOX (box), self->start_rules);
  refresh_dibs (group);
  /* After its rows, which say what they have to say first. */
  tw_page_follow (group, state, refresh_dibs);
}

/* --- status --- */

static void
refresh_status (GtkWidget *group)
{
  Rows *self = g_object_get_data (G_OBJECT (group), "tw-rows");
  TwSlice *slice = slice_of (self);
  g_autofree char *missing = NULL;
  g_autofree char *said = NULL;

  if (slice == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (self->levels); i++)
    tw_status_picker_refresh (self->levels[i]);
  said = tw_slice_rows_findings (self->state, slice, "blocked-incomplete", "unknown-no-action",
                                 NULL);
  /* What isn't a finding is asked for all the same. */
  missing = said == NULL ? tw_words_slice_missing (slice) : NULL;
  if (missing != NULL)
    said = g_strdup_printf (_ ("Missing: %s"), missing);
  show_text (self->needs, said);
}

void
tw_slice_rows_add_status (GtkWidget *box, TwViewState *state, const char *slice)
{
  GtkWidget *group = adw_preferences_group_new (), *next = adw_preferences_group_new ();
  Rows *self = rows_new (group, state, slice);
  TwWorkload *workload
      = tw_plan_workload_of (tw_document_plan (tw_view_state_document (state)), slice);

  gtk_box_append (GTK_BOX (box), tw_label_new (_ ("Status"), "heading"));
  if (tw_list_n (workload->slices) > 1)
    {
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), field_new (self, "name"));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), field_new (self, "seats"));
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->levels); i++)
    {
      self->levels[i] = tw_status_picker_new (state, slice, i + 1);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->levels[i]);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), field_new (self, "since"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (next), field_new (self, "owner"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (next), field_new (self, "next_action"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (next), field_new (self, "next_on"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (next), field_new (self, "unblock_by"));
  self->needs = tw_label_new ("", "tw-warning");
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), next);
  gtk_box_append (GTK_BOX (box), self->needs);
  gtk_box_append (GTK_BOX (box), field_new (self, "notes"));
  gtk_box_append (GTK_BOX (box), field_new (self, "internal_notes"));
  refresh_status (group);
  tw_page_follow (group, state, refresh_status);
}
