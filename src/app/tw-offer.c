/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-offer.h"
#include "tw-page.h"
#include "tw-playbook-add.h"
#include "tw-tokens.h"
#include "tw-words.h"

typedef struct
{
  TwViewState *state;
  GtkWidget *widget, *asked, *rows; /* asked: the group of what a motion is asked for */
  GtkWidget *from, *to, *after;     /* drop-downs */
  GPtrArray *phases, *befores;      /* TwChoice: of from and to, of after */
  TwPlaybook *playbook;
  TwPbMotion *motion; /* one of the two, borrowed from the playbook */
  TwPbApproach *approach;
  TwList *motions; /* the plan's, of which befores was made */
  TwPlan *plan;    /* what comes of it, NULL: refused */
  char *id;        /* its id there */
  char *sentence;
  gboolean filling;
} Offer;

static TwPlan *
plan_of (Offer *self)
{
  return tw_document_plan (tw_view_state_document (self->state));
}

static Offer *
offer_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "tw-offer");
}

/* --- trying it --- */

/* What is chosen; NULL for the first choice, which leaves it to the playbook. */
static const char *
chosen (GtkWidget *down, GPtrArray *choices)
{
  guint at = adw_combo_row_get_selected (ADW_COMBO_ROW (down));

  return at < choices->len ? ((TwChoice *) choices->pdata[at])->id : NULL;
}

/* What it begins and ends with, as it is asked for. */
static void
show_phases (Offer *self, TwList *phases)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->from), ((TwPhase *) phases->items[0])->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->to),
                               ((TwPhase *) phases->items[phases->n - 1])->name);
}

static void
try_motion (Offer *self, GError **error)
{
  const TwMotionRequest request = { .motion = self->motion->id,
                                    .from = chosen (self->from, self->phases),
                                    .to = chosen (self->to, self->phases),
                                    .after = chosen (self->after, self->befores),
                                    .at = G_MAXUINT };
  TwMotion *made;
  guint n = 0;

  self->plan = tw_playbook_add_motion (self->playbook, plan_of (self), &request, &self->id, error);
  if (self->plan == NULL)
    return;
  made = tw_list_find (self->plan->motions, self->id, NULL);
  show_phases (self, made->phases);
  TW_FOREACH (TwPhase, phase, made->phases)
    n += tw_list_n (phase->activities);
  self->sentence = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Not in this plan. It would bring %u activity",
                   "Not in this plan. It would bring %u activities", n),
      n);
}

static void
try_approach (Offer *self, GError **error)
{
  g_autofree char *counts = NULL;

  self->plan = tw_playbook_add_approach (self->playbook, plan_of (self), self->approach->id,
                                         &counts, error);
  if (self->plan == NULL)
    return;
  self->id = g_ref_string_acquire (
      ((TwApproach *) self->plan->approaches->items[tw_list_n (self->plan->approaches) - 1])->id);
  self->sentence = g_strdup_printf (_ ("Not in this plan. %s"), counts);
}

static void
forget (Offer *self)
{
  g_clear_pointer (&self->plan, tw_plan_unref);
  g_clear_pointer (&self->id, g_ref_string_release);
  g_clear_pointer (&self->sentence, g_free);
}

/* --- what it would bring --- */

static GtkWidget *
row_new (TwActivity *activity)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *days = tw_words_days (activity->days);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row),
                              tw_row_new (tw_glyph_new (TW_GLYPH_SKIPPED), activity->name, NULL,
                                          tw_label_new (days, "tw-secondary")));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "tw-offer");
  return row;
}

static void
show_phase (Offer *self, TwSchedule *schedule, TwMotion *motion, TwPhase *phase)
{
  const TwSpan *span = tw_schedule_find (schedule, phase->id);
  g_autofree char *dates
      = tw_words_range (span->start, span->finish, tw_view_state_today (self->state), FALSE);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), *list = NULL;
  GtkWidget *name = tw_label_new (phase->name, "heading");

  TW_FOREACH (TwActivity, activity, phase->activities)
    {
      if (self->approach != NULL
          && (g_strcmp0 (activity->approach, self->id) != 0
              || tw_plan_find (plan_of (self), &tw_activity_type, activity->id, NULL)))
        continue;
      if (list == NULL)
        list = tw_boxed_list_new ();
      gtk_list_box_append (GTK_LIST_BOX (list), row_new (activity));
    }
  if (list == NULL)
    return;
  gtk_widget_add_css_class (head, "tw-offer");
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head),
                  tw_label_new (self->approach != NULL ? motion->name : dates, "tw-secondary"));
  gtk_box_append (GTK_BOX (self->rows), head);
  gtk_box_append (GTK_BOX (self->rows), list);
}

static void
show_rows (Offer *self)
{
  g_autoptr (TwSchedule) schedule = tw_schedule_new (self->plan, NULL);

  TW_FOREACH (TwMotion, motion, self->plan->motions)
    if (self->approach != NULL || motion->id == self->id)
      TW_FOREACH (TwPhase, phase, motion->phases)
        show_phase (self, schedule, motion, phase);
}

/* --- what is asked --- */

static void
set_choices (GtkWidget *down, GPtrArray *choices, guint selected)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < choices->len; i++)
    gtk_string_list_append (names, ((TwChoice *) choices->pdata[i])->name);
  adw_combo_row_set_model (ADW_COMBO_ROW (down), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (down), selected);
}

/* The plan's motions and their phases; the last motion is what it takes over from by itself. */
static void
ask_after (Offer *self)
{
  guint last = 0;

  self->motions = plan_of (self)->motions;
  g_ptr_array_set_size (self->befores, 0);
  tw_choices_add (self->befores, NULL, _ ("Nothing: side by side"), NULL);
  TW_FOREACH (TwMotion, motion, self->motions)
    {
      last = self->befores->len;
      tw_choices_add (self->befores, motion->id, motion->name, NULL);
      TW_FOREACH (TwPhase, phase, motion->phases)
        {
          g_autofree char *name = g_strdup_printf ("%s – %s", motion->name, phase->name);

          tw_choices_add (self->befores, phase->id, name, NULL);
        }
    }
  set_choices (self->after, self->befores, last);
}

static void
ask (Offer *self)
{
  gtk_widget_set_visible (self->asked, self->motion != NULL);
  if (self->motion == NULL)
    return;
  self->filling = TRUE;
  g_ptr_array_set_size (self->phases, 0);
  tw_choices_add (self->phases, NULL, _ ("By the playbook"), NULL);
  TW_FOREACH (TwPbMotionPhase, entry, self->motion->phases)
    tw_choices_add (self->phases, entry->phase,
                    tw_playbook_name (self->playbook, TW_WORD_PHASE, entry->phase), NULL);
  set_choices (self->from, self->phases, 0);
  set_choices (self->to, self->phases, 0);
  ask_after (self);
  self->filling = FALSE;
}

void
tw_offer_refresh (GtkWidget *widget)
{
  Offer *self = offer_of (widget);
  g_autoptr (GError) error = NULL;

  if (self->motion == NULL && self->approach == NULL)
    return;
  if (self->motion != NULL && self->motions != plan_of (self)->motions)
    ask (self);
  forget (self);
  if (self->motion != NULL)
    try_motion (self, &error);
  else
    try_approach (self, &error);
  tw_clear_children (self->rows);
  if (self->plan != NULL)
    show_rows (self);
  else
    self->sentence = g_strdup (error->message);
}

static void
asked_cb (GtkWidget *row G_GNUC_UNUSED, GParamSpec *pspec G_GNUC_UNUSED, gpointer data)
{
  Offer *self = data;

  if (!self->filling)
    gtk_widget_activate_action (self->widget, "motions.refresh", NULL);
}

gboolean
tw_offer_show (GtkWidget *widget, TwPlaybook *playbook, const char *kind)
{
  Offer *self = offer_of (widget);
  TwPbMotion *motion = tw_playbook_motion (playbook, kind);
  TwPbApproach *approach = motion == NULL ? tw_playbook_approach (playbook, kind) : NULL;

  if (motion == NULL && approach == NULL)
    return FALSE;
  tw_record_ref (playbook);
  g_clear_pointer (&self->playbook, tw_playbook_unref);
  self->playbook = playbook;
  self->motion = motion;
  self->approach = approach;
  ask (self);
  tw_offer_refresh (widget);
  return TRUE;
}

const char *
tw_offer_name (GtkWidget *widget)
{
  Offer *self = offer_of (widget);

  return self->motion != NULL ? self->motion->name : self->approach->name;
}

const char *
tw_offer_sentence (GtkWidget *widget)
{
  return offer_of (widget)->sentence;
}

gboolean
tw_offer_is_possible (GtkWidget *widget)
{
  return offer_of (widget)->plan != NULL;
}

char *
tw_offer_add (GtkWidget *widget)
{
  Offer *self = offer_of (widget);

  tw_offer_refresh (widget);
  if (self->plan == NULL
      || !tw_view_state_edit (self->state, widget, tw_plan_ref (self->plan), NULL, NULL,
                              C_ ("undo step", "Add “%s”"), tw_offer_name (widget)))
    return NULL;
  return g_ref_string_acquire (self->id);
}

static void
offer_free (gpointer data)
{
  Offer *self = data;

  forget (self);
  g_clear_pointer (&self->playbook, tw_playbook_unref);
  g_ptr_array_unref (self->phases);
  g_ptr_array_unref (self->befores);
  g_free (self);
}

static GtkWidget *
asked_row_new (Offer *self, const char *title)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect (row, "notify::selected", G_CALLBACK (asked_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->asked), row);
  return row;
}

GtkWidget *
tw_offer_new (TwViewState *state)
{
  Offer *self = g_new0 (Offer, 1);
  GtkWidget *content;

  self->state = state;
  self->phases = tw_choices_new ();
  self->befores = tw_choices_new ();
  self->widget = tw_column_new (800, &content);
  self->asked = adw_preferences_group_new ();
  self->from = asked_row_new (self, C_ ("phases of a motion", "From"));
  self->to = asked_row_new (self, C_ ("phases of a motion", "To"));
  self->after = asked_row_new (self, _ ("Taking over from"));
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_box_append (GTK_BOX (content), self->asked);
  gtk_box_append (GTK_BOX (content), self->rows);
  g_object_set_data_full (G_OBJECT (self->widget), "tw-offer", self, offer_free);
  return self->widget;
}
