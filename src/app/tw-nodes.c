/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-ask.h"
#include "tw-edit.h"
#include "tw-nodes.h"
#include "tw-words.h"

void
tw_nodes_set_state (GtkWidget *widget, TwViewState *state)
{
  g_object_set_data_full (G_OBJECT (widget), "tw-nodes-state", g_object_ref (state),
                          g_object_unref);
}

void
tw_nodes_set_home (GtkWidget *widget, const char *id)
{
  g_object_set_data_full (G_OBJECT (widget), "tw-nodes-home", g_strdup (id), g_free);
}

TwViewState *
tw_nodes_state (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "tw-nodes-state");
}

static TwSchedule *
schedule_of (TwViewState *state)
{
  return tw_document_schedule (tw_view_state_document (state));
}

static TwPlan *
plan_of (TwViewState *state)
{
  return tw_document_plan (tw_view_state_document (state));
}

TwNode *
tw_nodes_find (TwViewState *state, const char *id)
{
  TwIndex *index = tw_schedule_index (schedule_of (state));
  int number = id != NULL ? tw_index_find (index, id) : -1;

  return number >= 0 ? tw_index_node (index, (guint) number) : NULL;
}

/* “Kick-off”, or how many are selected: for the name of an undo step. */
static char *
selected_words (TwViewState *state)
{
  const char *const *ids = tw_view_state_selection (state);
  guint n = g_strv_length ((char **) ids);
  TwNode *node = tw_nodes_find (state, ids[0]);

  if (n == 1 && node != NULL)
    return g_strdup_printf (_ ("“%s”"), tw_record_name (node->record));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u Item", "%u Items", n), n);
}

gboolean
tw_nodes_is_any_selected (TwViewState *state)
{
  const char *id = tw_view_state_selected (state);

  return tw_nodes_find (state, id) != NULL
         || (id != NULL
             && tw_index_recurring (tw_schedule_index (schedule_of (state)), id, NULL) != NULL);
}

/* --- status --- */

typedef struct
{
  TwStatus status;
  TwDate today;
} Status;

static TwPlan *
set_status (TwSchedule *schedule, const char *id, gpointer data, GError **error)
{
  Status *status = data;

  if (tw_index_activity (tw_schedule_index (schedule), id) == NULL)
    return tw_plan_ref (tw_schedule_plan (schedule));
  return tw_edit_status (schedule, id, status->status, NULL, status->today, error);
}

static void
give_status (GtkWidget *widget, TwStatus status)
{
  TwViewState *state = tw_nodes_state (widget);
  Status wanted = { status, tw_view_state_today (state) };
  g_autofree char *what = selected_words (state);
  GError *error = NULL;
  TwPlan *plan = tw_edit_members_of_each (schedule_of (state), tw_view_state_selection (state),
                                          set_status, &wanted, &error);

  tw_view_state_edit (state, widget, plan, error, NULL, C_ ("undo step", "%s: %s"), what,
                      tw_words_status (status));
}

static void
status_action (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter)
{
  int status = tw_field_word (tw_record_type_field (&tw_activity_type, "status"),
                              g_variant_get_string (parameter, NULL));

  if (status != TW_WORD_NONE)
    give_status (widget, (TwStatus) status);
}

/* Done, or not done after all: what the first of them isn't. A recurring one was held on the last
 * day on which it was due, or it wasn't. */
static void
tick_action (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  TwViewState *state = tw_nodes_state (widget);
  const char *id = tw_view_state_selected (state);
  TwNode *node = tw_nodes_find (state, id);
  TwRecurring *recurring
      = id != NULL ? tw_index_recurring (tw_schedule_index (schedule_of (state)), id, NULL) : NULL;
  GError *error = NULL;

  if (recurring != NULL)
    {
      TwPlan *plan
          = tw_edit_toggle_held_last (schedule_of (state), id, tw_view_state_today (state), &error);

      tw_view_state_edit (state, widget, plan, error, NULL, C_ ("undo step", "Tick “%s”"),
                          recurring->name);
    }
  if (node != NULL && node->kind == TW_KIND_ACTIVITY)
    give_status (widget, ((TwActivity *) node->record)->status == TW_STATUS_DONE
                             ? TW_STATUS_IN_PROGRESS
                             : TW_STATUS_DONE);
}

/* --- what the customer sees --- */

gboolean
tw_nodes_is_internal (TwViewState *state, const char *id)
{
  TwIndex *index = tw_schedule_index (schedule_of (state));
  TwActivity *activity = id != NULL ? tw_index_activity (index, id) : NULL;

  return activity != NULL && activity->internal;
}

static TwPlan *
set_internal (TwSchedule *schedule, const char *id, gpointer internal, GError **error)
{
  if (tw_index_activity (tw_schedule_index (schedule), id) == NULL)
    return tw_plan_ref (tw_schedule_plan (schedule));
  return tw_plan_set_by_id (tw_schedule_plan (schedule), &tw_activity_type, id, "internal",
                            (TwValue){ .number = GPOINTER_TO_INT (internal) }, error);
}

static void
internal_action (GtkWidget *widget, const char *action G_GNUC_UNUSED,
                 GVariant *parameter G_GNUC_UNUSED)
{
  TwViewState *state = tw_nodes_state (widget);
  gboolean internal = !tw_nodes_is_internal (state, tw_view_state_selected (state));
  g_autofree char *what = selected_words (state);
  GError *error = NULL;
  TwPlan *plan = tw_edit_members_of_each (schedule_of (state), tw_view_state_selection (state),
                                          set_internal, GINT_TO_POINTER (internal), &error);

  tw_view_state_edit (state, widget, plan, error, NULL, "%s: %s", what,
                      internal ? C_ ("undo step", "Internal") : C_ ("undo step", "Not Internal"));
}

/* --- to another phase --- */

GPtrArray *
tw_nodes_phases (TwViewState *state)
{
  TwIndex *index = tw_schedule_index (schedule_of (state));
  GPtrArray *phases = tw_choices_new ();

  for (guint i = 0; i < tw_index_n_nodes (index); i++)
    {
      TwNode *node = tw_index_node (index, i);
      g_autofree char *name = NULL;

      if (node->kind != TW_KIND_PHASE)
        continue;
      name = g_strdup_printf ("%s – %s", tw_record_name (node->record),
                              tw_record_name (tw_index_node (index, (guint) node->parent)->record));
      tw_choices_add (phases, node->id, name, NULL);
    }
  return phases;
}

static TwPlan *
put_in_phase (TwSchedule *schedule, const char *id, gpointer phase, GError **error)
{
  return tw_edit_relocate (tw_schedule_plan (schedule), &tw_activity_type, id, phase, G_MAXUINT,
                           error);
}

void
tw_nodes_to_phase (TwViewState *state, GtkWidget *widget, const char *const *ids, const char *phase)
{
  GError *error = NULL;
  TwPlan *plan = tw_edit_each (schedule_of (state), ids, put_in_phase, (gpointer) phase, &error);

  tw_view_state_edit (state, widget, plan, error, NULL, "%s",
                      C_ ("undo step", "Move to Another Phase"));
}

static void
to_phase_action (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter)
{
  TwViewState *state = tw_nodes_state (widget);

  tw_nodes_to_phase (state, widget, tw_view_state_selection (state),
                     g_variant_get_string (parameter, NULL));
}

/* --- delete, duplicate --- */

static TwPlan *
delete_one (TwSchedule *schedule, const char *id, gpointer data, GError **error)
{
  TwIndex *index = tw_schedule_index (schedule);
  int number = tw_index_find (index, id);
  const TwRecordType *type = &tw_recurring_type;
  char **sentence = data;

  if (number >= 0)
    type = ((TwRecord *) tw_index_node (index, (guint) number)->record)->type;
  else if (tw_index_recurring (index, id, NULL) == NULL) /* a heading */
    return tw_plan_ref (tw_schedule_plan (schedule));
  g_clear_pointer (sentence, g_free);
  return tw_edit_delete (tw_schedule_plan (schedule), type, id, sentence, error);
}

/* What is selected when the nodes are gone: the one behind them among their siblings, else the
 * one before, else what they stood in. */
static char *
find_heir (TwViewState *state)
{
  TwIndex *index = tw_schedule_index (schedule_of (state));
  const char *const *ids = tw_view_state_selection (state);
  int number = tw_index_find (index, ids[0]), parent;
  const char *before = NULL;

  if (number < 0)
    return NULL;
  parent = tw_index_node (index, (guint) number)->parent;
  for (guint i = (guint) (parent + 1); i < tw_index_n_nodes (index);
       i = tw_index_node (index, i)->end)
    {
      TwNode *node = tw_index_node (index, i);

      if (node->parent != parent)
        break;
      if (g_strv_contains (ids, node->id))
        continue;
      if ((int) i > number)
        return g_strdup (node->id);
      before = node->id;
    }
  return g_strdup (before != NULL ? before
                   : parent >= 0  ? tw_index_node (index, (guint) parent)->id
                                  : NULL);
}

gboolean
tw_nodes_delete (GtkWidget *widget, gboolean cut)
{
  TwViewState *state = tw_nodes_state (widget);
  const char *const *selection = tw_view_state_selection (state);
  g_autofree const char **topmost
      = tw_index_topmost (tw_schedule_index (schedule_of (state)), selection);
  guint n = g_strv_length ((char **) selection);
  g_autofree char *all = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u item deleted", "%u items deleted", n), n);
  g_autofree char *heir = find_heir (state);
  g_autofree char *what = selected_words (state);
  g_autofree char *label
      = g_strdup_printf (cut ? C_ ("undo step", "Cut %s") : C_ ("undo step", "Delete %s"), what);
  g_autofree char *sentence = NULL;
  GError *error = NULL;
  TwPlan *plan = tw_edit_each (schedule_of (state), topmost, delete_one, &sentence, &error);

  if (!tw_view_state_edit (state, widget, plan, error, NULL, "%s", label))
    return FALSE;
  tw_view_state_select (state, heir);
  if (sentence != NULL)
    gtk_widget_activate_action (widget, "win.tell", "s", n > 1 ? all : sentence);
  return TRUE;
}

static void
delete_selected (GtkWidget *widget)
{
  tw_nodes_delete (widget, FALSE);
}

static void
delete_response (const char *response, gpointer data)
{
  if (g_str_equal (response, "delete"))
    delete_selected (data);
}

/* How many activities would go with what is selected. */
static guint
count_below (TwViewState *state)
{
  const char *const *ids = tw_view_state_selection (state);
  TwIndex *index = tw_schedule_index (schedule_of (state));
  guint n = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      int number = tw_index_find (index, ids[i]);

      for (guint j = (guint) number + 1;
           number >= 0 && j < tw_index_node (index, (guint) number)->end; j++)
        n += tw_index_node (index, j)->kind == TW_KIND_ACTIVITY;
    }
  return n;
}

static void
delete_action (GtkWidget *widget, const char *action G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED)
{
  TwViewState *state = tw_nodes_state (widget);
  guint n = count_below (state);
  g_autofree char *what = selected_words (state);
  g_autofree char *heading = g_strdup_printf (_ ("Delete %s?"), what);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u activity goes with it. It can be brought back with Undo.",
                   "%u activities go with it. They can be brought back with Undo.", n),
      n);

  if (!tw_nodes_is_any_selected (state))
    return;
  if (n == 0)
    delete_selected (widget);
  else
    tw_ask (GTK_WINDOW (gtk_widget_get_root (widget)), heading, text, delete_response, widget,
            "cancel", _ ("Cancel"), "delete", _ ("Delete"), NULL);
}

static void
duplicate_action (GtkWidget *widget, const char *action G_GNUC_UNUSED,
                  GVariant *parameter G_GNUC_UNUSED)
{
  TwViewState *state = tw_nodes_state (widget);
  g_autofree char *what = selected_words (state);
  g_auto (GStrv) ids = NULL;
  GError *error = NULL;
  TwPlan *plan;

  if (!tw_nodes_is_any_selected (state))
    return;
  plan = tw_edit_duplicate (plan_of (state), tw_view_state_selection (state), &ids, &error);
  if (tw_view_state_edit (state, widget, plan, error, NULL, C_ ("undo step", "Duplicate %s"), what))
    tw_view_state_select_all (state, (const char *const *) ids);
}

/* --- owner --- */

static TwPlan *
set_owner (TwSchedule *schedule, const char *id, gpointer owner, GError **error)
{
  return tw_edit_owner (tw_schedule_plan (schedule), id, owner, error);
}

static void
owner_action (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter)
{
  TwViewState *state = tw_nodes_state (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  TwPerson *person = tw_plan_person (plan_of (state), id);
  g_autofree char *what = selected_words (state);
  GError *error = NULL;
  TwPlan *plan = tw_edit_members_of_each (schedule_of (state), tw_view_state_selection (state),
                                          set_owner, *id != '\0' ? (gpointer) id : NULL, &error);

  tw_view_state_edit (state, widget, plan, error, NULL, C_ ("undo step", "%s: owner %s"), what,
                      person != NULL ? person->name : C_ ("owner", "Nobody"));
}

/* --- order --- */

static void
step_action (GtkWidget *widget, const char *action, GVariant *parameter G_GNUC_UNUSED)
{
  TwViewState *state = tw_nodes_state (widget);
  gboolean to_group = g_str_has_prefix (action, "nodes.group");
  int direction
      = g_str_equal (action, "nodes.up") || g_str_equal (action, "nodes.group-before") ? -1 : 1;
  g_autofree char *what = selected_words (state);
  const char *id = tw_view_state_selected (state);
  GError *error = NULL;
  TwPlan *plan;

  if (tw_nodes_find (state, id) == NULL)
    return;
  plan = tw_edit_step (plan_of (state), id, direction, to_group, &error);
  tw_view_state_edit (state, widget, plan, error, NULL, C_ ("undo step", "Move %s"), what);
}

void
tw_nodes_drop (TwViewState *state, GtkWidget *widget, const char *id, const char *target,
               gboolean below)
{
  const char *const *selection = tw_view_state_selection (state);
  const char *const one[] = { id, NULL };
  g_autofree char *what = NULL;
  GError *error = NULL;
  TwPlan *plan;

  if (!g_strv_contains (selection, id))
    tw_view_state_select (state, id);
  else if (selection[1] != NULL)
    {
      plan = tw_edit_drop (plan_of (state), selection, target, below, &error);
      what = selected_words (state);
      tw_view_state_edit (state, widget, plan, error, NULL, C_ ("undo step", "Move %s"), what);
      return;
    }
  what = selected_words (state);
  plan = tw_edit_drop (plan_of (state), one, target, below, &error);
  tw_view_state_edit (state, widget, plan, error, NULL, C_ ("undo step", "Move %s"), what);
}

/* --- dates --- */

/* The one that is dragged with all below it, or how many there are. */
static char *
what_is_dragged (TwTrial *trial)
{
  TwIndex *index = tw_schedule_index (trial->before);
  guint first = g_array_index (trial->moved, guint, 0), n = 0;

  if (tw_index_node (index, first)->end == first + trial->moved->len)
    return g_strdup_printf (_ ("“%s”"), tw_record_name (tw_index_node (index, first)->record));
  for (guint i = 0, end = 0; i < trial->moved->len; i++)
    if (g_array_index (trial->moved, guint, i) >= end)
      {
        end = tw_index_node (index, g_array_index (trial->moved, guint, i))->end;
        n++;
      }
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u Item", "%u Items", n), n);
}

gboolean
tw_nodes_make (TwViewState *state, GtkWidget *widget, TwTrial *trial, const char *merge_key)
{
  TwPlan *plan = tw_schedule_plan (trial->after);
  g_autofree char *what = what_is_dragged (trial);

  if (tw_record_equal (plan, plan_of (state)))
    return FALSE;
  plan = tw_plan_ref (plan);
  if (trial->grip == TW_GRIP_BODY)
    return tw_view_state_edit (state, widget, plan, NULL, merge_key, C_ ("undo step", "Move %s"),
                               what);
  return tw_view_state_edit (state, widget, plan, NULL, merge_key,
                             C_ ("undo step", "Change Length of %s"), what);
}

/* Working days from the first of what is selected to the day a week from it. */
static int
days_of_week (TwViewState *state, int direction)
{
  TwSchedule *schedule = schedule_of (state);
  const char *id = tw_view_state_selected (state);
  int n = tw_trial_days_to (schedule, id, TW_GRIP_BODY,
                            tw_schedule_find (schedule, id)->start + (TwDate) (7 * direction));

  return n != 0 ? n : direction;
}

void
tw_nodes_shift (TwViewState *state, GtkWidget *widget, TwGrip grip, int n, const char *merge_key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwTrial) trial
      = tw_trial_new (schedule_of (state), tw_view_state_selection (state), grip, n, &error);

  if (trial == NULL)
    {
      gtk_widget_activate_action (widget, "win.tell", "s", error->message);
      return;
    }
  tw_nodes_make (state, widget, trial, merge_key);
  tw_view_state_tell_move (state, trial);
}

static void
shift_action (GtkWidget *widget, const char *action, GVariant *parameter G_GNUC_UNUSED)
{
  TwViewState *state = tw_nodes_state (widget);
  const char *id = tw_view_state_selected (state);
  int direction
      = g_str_has_suffix (action, "earlier") || g_str_has_suffix (action, "shorter") ? -1 : 1;
  gboolean end = g_str_equal (action, "nodes.shorter") || g_str_equal (action, "nodes.longer");
  g_autofree char *key = g_strconcat (end ? "length " : "move ", id, NULL);

  /* Pressed again and again it is one step, until something else is selected. */
  if (tw_nodes_find (state, id) != NULL)
    tw_nodes_shift (
        state, widget, end ? TW_GRIP_RIGHT : TW_GRIP_BODY,
        g_str_has_prefix (action, "nodes.week") ? days_of_week (state, direction) : direction, key);
}

static void
overdue_action (GtkWidget *widget, const char *action G_GNUC_UNUSED,
                GVariant *parameter G_GNUC_UNUSED)
{
  TwViewState *state = tw_nodes_state (widget);
  g_autofree char *sentence = NULL;
  GError *error = NULL;
  TwPlan *plan
      = tw_edit_move_overdue (schedule_of (state), tw_view_state_today (state), &sentence, &error);

  if (tw_view_state_edit (state, widget, plan, error, NULL, "%s",
                          C_ ("undo step", "Move Overdue Work to Today")))
    gtk_widget_activate_action (widget, "win.tell", "s", sentence);
}

/* --- pins and links --- */

static TwPlan *
clear_member (TwSchedule *schedule, const char *id, gpointer member, GError **error)
{
  int number = tw_index_find (tw_schedule_index (schedule), id);
  TwPlan *plan = tw_schedule_plan (schedule);
  TwNode *node;

  if (number < 0)
    return tw_plan_ref (plan);
  node = tw_index_node (tw_schedule_index (schedule), (guint) number);
  return tw_plan_set_by_id (plan, ((TwRecord *) node->record)->type, id, member, (TwValue){ 0 },
                            error);
}

static void
unpin_action (GtkWidget *widget, const char *action G_GNUC_UNUSED,
              GVariant *parameter G_GNUC_UNUSED)
{
  TwViewState *state = tw_nodes_state (widget);
  g_autofree char *what = selected_words (state);
  GError *error = NULL;
  TwPlan *plan = tw_edit_each (schedule_of (state), tw_view_state_selection (state), clear_member,
                               (gpointer) "start", &error);

  tw_view_state_edit (state, widget, plan, error, NULL, C_ ("undo step", "Remove Pin of %s"), what);
}

static void
unlink_action (GtkWidget *widget, const char *action G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED)
{
  TwViewState *state = tw_nodes_state (widget);
  g_autofree char *what = selected_words (state);
  GError *error = NULL;
  TwPlan *plan = tw_edit_each (schedule_of (state), tw_view_state_selection (state), clear_member,
                               (gpointer) "after", &error);

  tw_view_state_edit (state, widget, plan, error, NULL, C_ ("undo step", "Remove Links of %s"),
                      what);
}

void
tw_nodes_link (TwViewState *state, GtkWidget *widget, const char *node, const char *after)
{
  TwNode *successor = tw_nodes_find (state, node);
  TwNode *before = tw_nodes_find (state, after);
  GError *error = NULL;
  TwPlan *plan;

  if (successor == NULL || before == NULL)
    return;
  plan = tw_edit_link (schedule_of (state), node, after, &error);
  tw_view_state_edit (state, widget, plan, error, NULL, C_ ("undo step", "Link “%s” to “%s”"),
                      tw_record_name (before->record), tw_record_name (successor->record));
}

/* --- the actions --- */

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
  guint key; /* 0: none */
  GdkModifierType modifiers;
} actions[] = {
  { "nodes.tick", tick_action, 0, 0 },
  { "nodes.delete", delete_action, GDK_KEY_Delete, 0 },
  { "nodes.duplicate", duplicate_action, GDK_KEY_d, GDK_CONTROL_MASK },
  { "nodes.up", step_action, GDK_KEY_Up, GDK_ALT_MASK },
  { "nodes.down", step_action, GDK_KEY_Down, GDK_ALT_MASK },
  { "nodes.group-before", step_action, GDK_KEY_Up, GDK_ALT_MASK | GDK_SHIFT_MASK },
  { "nodes.group-behind", step_action, GDK_KEY_Down, GDK_ALT_MASK | GDK_SHIFT_MASK },
  { "nodes.earlier", shift_action, GDK_KEY_Left, GDK_ALT_MASK },
  { "nodes.later", shift_action, GDK_KEY_Right, GDK_ALT_MASK },
  { "nodes.week-earlier", shift_action, GDK_KEY_Page_Up, GDK_ALT_MASK },
  { "nodes.week-later", shift_action, GDK_KEY_Page_Down, GDK_ALT_MASK },
  { "nodes.shorter", shift_action, GDK_KEY_Left, GDK_ALT_MASK | GDK_SHIFT_MASK },
  { "nodes.longer", shift_action, GDK_KEY_Right, GDK_ALT_MASK | GDK_SHIFT_MASK },
  { "nodes.move-overdue", overdue_action, 0, 0 },
  { "nodes.unpin", unpin_action, 0, 0 },
  { "nodes.unlink", unlink_action, 0, 0 },
  { "nodes.internal", internal_action, 0, 0 },
};

void
tw_nodes_install_actions (GtkWidgetClass *class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (class, actions[i].name, NULL, actions[i].activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (class, actions[i].key, actions[i].modifiers,
                                             actions[i].name, NULL);
    }
  gtk_widget_class_install_action (class, "nodes.status", "s", status_action);
  gtk_widget_class_install_action (class, "nodes.to-phase", "s", to_phase_action);
  gtk_widget_class_install_action (class, "nodes.owner", "s", owner_action);
  tw_nodes_install_clip_actions (class);
}
