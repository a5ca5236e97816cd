/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-edit.h"
#include "tw-words.h"
#include "tw-workloads.h"

static TwPlan *
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, TW_ERROR, TW_ERROR_REFUSED, message);
  return NULL;
}

/* --- status --- */

static const char *
status_id (TwSliceStatus status)
{
  return tw_record_type_field (&tw_slice_type, "status")->words[status];
}

static TwPbStatus *
find_status (TwPlaybook *playbook, TwSliceStatus status)
{
  return tw_list_find (playbook->statuses, status_id (status), NULL);
}

static void
add_choice (GArray *choices, const char *word, const char *name, const char *hint)
{
  TwStatusChoice choice = { word, name, hint };

  g_array_append_val (choices, choice);
}

static void
add_statuses (TwPlaybook *playbook, GArray *choices)
{
  for (int i = TW_SLICE_UNKNOWN; i <= TW_SLICE_DUPLICATE_INVALID; i++)
    {
      TwPbStatus *status = find_status (playbook, (TwSliceStatus) i);

      add_choice (choices, status_id ((TwSliceStatus) i), tw_words_slice_status ((TwSliceStatus) i),
                  status != NULL ? status->summary : NULL);
    }
}

static gboolean
fits (TwPbStatusDetail *detail, TwWorkload *workload)
{
  return tw_list_n (detail->workloads) == 0
         || tw_list_has (detail->workloads, workload->kind != NULL ? workload->kind : workload->id);
}

GArray *
tw_status_choices (TwPlaybook *playbook, TwWorkload *workload, TwSlice *slice, guint level)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (TwStatusChoice));
  TwPbStatus *status = find_status (playbook, slice->status);
  TwPbStatusReason *reason
      = status != NULL ? tw_list_find (status->reasons, slice->reason, NULL) : NULL;

  if (level == 1)
    {
      add_statuses (playbook, choices);
      return choices;
    }
  add_choice (choices, NULL, C_ ("choice", "None"), NULL);
  if (level == 2)
    TW_FOREACH (TwPbStatusReason, one, status != NULL ? status->reasons : NULL)
      add_choice (choices, one->id, one->name, one->hint != NULL ? one->hint : one->summary);
  else
    TW_FOREACH (TwPbStatusDetail, one, reason != NULL ? reason->details : NULL)
      if (fits (one, workload))
        add_choice (choices, one->id, one->name, one->hint != NULL ? one->hint : one->summary);
  return choices;
}

static gboolean
is_among (GArray *choices, const char *word)
{
  for (guint i = 0; i < choices->len; i++)
    if (g_strcmp0 (g_array_index (choices, TwStatusChoice, i).word, word) == 0)
      return TRUE;
  return FALSE;
}

static void
write_level (TwSlice *slice, guint level, const char *word, TwDate today)
{
  if (level == 1)
    {
      slice->status
          = (TwSliceStatus) tw_field_word (tw_record_type_field (&tw_slice_type, "status"), word);
      slice->since = today;
      tw_string_set (&slice->reason, NULL);
    }
  else if (level == 2)
    tw_string_set (&slice->reason, word);
  tw_string_set (&slice->detail, level == 3 ? word : NULL);
}

static const char *
level_word (TwSlice *slice, guint level)
{
  return level == 1 ? status_id (slice->status) : level == 2 ? slice->reason : slice->detail;
}

/* FALSE and an error if there is no such slice. */
static gboolean
find_slice (TwPlan *plan, const char *id, TwPlace *place, GError **error)
{
  if (tw_plan_find (plan, &tw_slice_type, id, place))
    return TRUE;
  refuse (error, _ ("This part of the workload is gone"));
  return FALSE;
}

TwPlan *
tw_edit_status_level (TwPlan *plan, TwPlaybook *playbook, const char *id, guint level,
                      const char *word, TwDate today, GError **error)
{
  g_autoptr (GArray) choices = NULL;
  TwPlace place;
  TwSlice *slice;
  gpointer copy;
  TwPlan *edited;

  g_return_val_if_fail (level >= 1 && level <= 3, NULL);
  if (!find_slice (plan, id, &place, error))
    return NULL;
  slice = tw_plan_at (plan, &place);
  if (g_strcmp0 (level_word (slice, level), word) == 0)
    return tw_plan_ref (plan);
  choices = tw_status_choices (playbook, tw_plan_workload_of (plan, id), slice, level);
  if (!is_among (choices, word))
    return refuse (error, _ ("That doesn’t belong to the level above"));
  edited = tw_plan_open (plan, &place, &copy);
  write_level (copy, level, word, today);
  return edited;
}

/* What the journal keeps of a day that changed. */
static TwPlan *
note_change (TwPlan *plan, TwWorkload *workload, TwDate before, TwDate after, const char *why,
             TwDate today, GError **error)
{
  g_autofree char *from = tw_words_date (before, TW_DATE_LONG);
  g_autofree char *to = after != TW_DATE_NONE ? tw_words_date (after, TW_DATE_LONG)
                                              : g_strdup (C_ ("date", "none"));
  g_autofree char *text = g_strdup_printf (_ ("Engagement start of %s changed from %s to %s: %s"),
                                           workload->name, from, to, why);
  char *id = NULL;
  TwPlan *edited = tw_edit_add (plan, &tw_note_type, NULL, G_MAXUINT, text, &id, error);
  TwNote *note;

  if (edited == NULL)
    return NULL;
  /* The plan was made just now, and nobody else has seen it. */
  note = tw_list_find (edited->journal, id, NULL);
  note->date = today;
  tw_string_set (&note->kind, "engagement-management");
  tw_id_set (&note->workload, workload->id);
  g_ref_string_release (id);
  return edited;
}

TwPlan *
tw_edit_engagement_start (TwPlan *plan, const char *id, TwDate date, const char *why, TwDate today,
                          GError **error)
{
  g_autoptr (TwPlan) edited = NULL;
  TwPlace place;
  TwSlice *slice;

  if (!find_slice (plan, id, &place, error))
    return NULL;
  slice = tw_plan_at (plan, &place);
  if (slice->engagement_start == date)
    return tw_plan_ref (plan);
  if (date != TW_DATE_NONE && slice->status != TW_SLICE_IN_PROGRESS)
    return refuse (error, _ ("Only what is in progress has an engagement start"));
  edited = tw_plan_set_by_id (plan, &tw_slice_type, id, "engagement_start",
                              (TwValue){ .date = date }, error);
  if (edited == NULL || slice->engagement_start == TW_DATE_NONE)
    return g_steal_pointer (&edited);
  if (why == NULL || *why == '\0')
    return refuse (error, _ ("A change of the engagement start needs its reason"));
  return note_change (edited, tw_plan_workload_of (plan, id), slice->engagement_start, date, why,
                      today, error);
}

/* --- slices --- */

TwSlice *
tw_workload_leading_slice (TwWorkload *workload)
{
  TwSlice *leading = NULL;

  TW_FOREACH (TwSlice, slice, workload->slices)
    if (leading == NULL
        || (slice->status == TW_SLICE_BLOCKED && leading->status != TW_SLICE_BLOCKED)
        || (slice->status == TW_SLICE_IN_PROGRESS && leading->status != TW_SLICE_BLOCKED
            && leading->status != TW_SLICE_IN_PROGRESS))
      leading = slice;
  return leading;
}

TwWorkload *
tw_plan_workload_of (TwPlan *plan, const char *slice)
{
  TW_FOREACH (TwWorkload, workload, plan->workloads)
    if (tw_list_find (workload->slices, slice, NULL) != NULL)
      return workload;
  return NULL;
}

/* The seats that are not in a slice; TW_INT_NONE where the workload's aren't known. */
static int
seats_left (TwWorkload *workload)
{
  gint64 left = workload->entitled;

  if (workload->entitled == TW_INT_NONE)
    return TW_INT_NONE;
  TW_FOREACH (TwSlice, slice, workload->slices)
    left -= slice->seats != TW_INT_NONE ? slice->seats : workload->entitled;
  return (int) MAX (left, 0);
}

static TwPlan *
set_seats (TwPlan *plan, const char *slice, int seats, GError **error)
{
  return tw_plan_set_by_id (plan, &tw_slice_type, slice, "seats", (TwValue){ .number = seats },
                            error);
}

TwPlan *
tw_edit_add_slice (TwPlan *plan, const char *id, const char *name, char **new_id, GError **error)
{
  TwWorkload *workload = tw_list_find (plan->workloads, id, NULL);
  g_autoptr (TwPlan) added = NULL;
  g_autoptr (TwPlan) seated = NULL;
  char *slice = NULL;

  if (workload == NULL)
    return refuse (error, _ ("This workload is gone"));
  added = tw_edit_add (plan, &tw_slice_type, id, G_MAXUINT, name, &slice, error);
  if (added == NULL)
    return NULL;
  seated = set_seats (added, slice, seats_left (workload), error);
  /* One alone may leave open that it has all of them; beside another it may not. */
  if (tw_list_n (workload->slices) == 1)
    {
      TwSlice *first = workload->slices->items[0];

      if (first->seats == TW_INT_NONE)
        {
          TwPlan *both = set_seats (seated, first->id, workload->entitled, error);

          tw_plan_unref (seated);
          seated = both;
        }
    }
  if (new_id != NULL)
    *new_id = slice;
  else
    g_ref_string_release (slice);
  return g_steal_pointer (&seated);
}

TwPlan *
tw_edit_remove_slice (TwPlan *plan, const char *id, GError **error)
{
  TwWorkload *workload = tw_plan_workload_of (plan, id);
  g_autoptr (TwPlan) without = NULL;

  if (workload == NULL)
    return refuse (error, _ ("This part of the workload is gone"));
  if (tw_list_n (workload->slices) == 1)
    return refuse (error, _ ("A workload has one part at least"));
  without = tw_edit_delete (plan, &tw_slice_type, id, NULL, error);
  if (without == NULL || tw_list_n (workload->slices) > 2)
    return g_steal_pointer (&without);
  workload = tw_list_find (without->workloads, workload->id, NULL);
  return set_seats (without, ((TwSlice *) workload->slices->items[0])->id, workload->entitled,
                    error);
}

/* --- readings --- */

/* A reading is a day and a number, in this order, of a workload as of a KPI. */
static TwDate
day_of (TwRecord *reading)
{
  return tw_record_get (reading, &reading->type->fields[0]).date;
}

static TwRecord *
reading_on (TwList *readings, TwDate date, guint *at)
{
  guint i = 0;

  TW_FOREACH (TwRecord, reading, readings)
    {
      if (date != TW_DATE_NONE && day_of (reading) == date)
        {
          *at = i;
          return reading;
        }
      i++;
    }
  *at = i;
  return NULL;
}

/* Where a reading of that day comes to stand: they are written by date. */
static guint
place_for (TwList *readings, TwDate date)
{
  guint at = 0;

  TW_FOREACH (TwRecord, reading, readings)
    if (day_of (reading) < date)
      at++;
  return at;
}

static gboolean
takes (const TwField *field, TwValue value, GError **error)
{
  g_autofree char *complaint = tw_field_complaint (field, value);

  if (complaint != NULL)
    refuse (error, complaint);
  return complaint == NULL;
}

static TwPlan *
put_reading (TwPlan *plan, const TwPlace *place, const TwField *field, TwDate date, int value,
             GError **error)
{
  TwRecord *reading = tw_record_new (field->of);
  g_autoptr (TwList) one = tw_list_new (TW_FIELD_LIST, (gpointer[]){ reading }, 1);

  tw_record_set (reading, &field->of->fields[0], (TwValue){ .date = date });
  tw_record_set (reading, &field->of->fields[1], (TwValue){ .number = value });
  return tw_plan_splice (plan, place, field,
                         place_for (tw_record_get (tw_plan_at (plan, place), field).list, date), 0,
                         one, error);
}

TwPlan *
tw_edit_reading (TwPlan *plan, const TwRecordType *type, const char *id, TwDate from, TwDate to,
                 int value, GError **error)
{
  const TwField *field = tw_record_type_field (type, "readings");
  const TwField *number = &field->of->fields[1];
  g_autoptr (TwPlan) without = NULL;
  TwList *readings;
  TwPlace place;
  TwRecord *own, *other;
  guint at, there;

  if (!tw_plan_find (plan, type, id, &place))
    return refuse (error, _ ("What was read is gone"));
  if (to != TW_DATE_NONE
      && (!takes (&field->of->fields[0], (TwValue){ .date = to }, error)
          || !takes (number, (TwValue){ .number = value }, error)))
    return NULL;
  readings = tw_record_get (tw_plan_at (plan, &place), field).list;
  own = reading_on (readings, from != TW_DATE_NONE ? from : to, &at);
  other = reading_on (readings, to, &there);
  if (from != TW_DATE_NONE && own == NULL)
    return refuse (error, _ ("This reading is gone"));
  if (other != NULL && other != own)
    return refuse (error, _ ("There is a reading of that day already"));
  if (own != NULL && day_of (own) == to && tw_record_get (own, number).number == value)
    return tw_plan_ref (plan);
  without
      = own != NULL ? tw_plan_splice (plan, &place, field, at, 1, NULL, error) : tw_plan_ref (plan);
  if (without == NULL || to == TW_DATE_NONE)
    return g_steal_pointer (&without);
  return put_reading (without, &place, field, to, value, error);
}

TwPlan *
tw_edit_usage (TwPlan *plan, TwDate date, const char *const *workloads, const int *active,
               GError **error)
{
  g_autoptr (TwPlan) edited = tw_plan_ref (plan);

  if (date == TW_DATE_NONE)
    return refuse (error, _ ("Readings need the day that they are of"));
  for (guint i = 0; workloads[i] != NULL; i++)
    if (active[i] != TW_INT_NONE)
      {
        TwPlan *next = tw_edit_reading (edited, &tw_workload_type, workloads[i], TW_DATE_NONE, date,
                                        active[i], error);

        if (next == NULL)
          return NULL;
        tw_plan_unref (edited);
        edited = next;
      }
  return g_steal_pointer (&edited);
}

/* --- rows of a report --- */

static void
row_free (gpointer data)
{
  g_free (((TwUsageRow *) data)->line);
  g_free (data);
}

static gboolean
is_name (const char *name, const char *folded)
{
  g_autofree char *own = name != NULL ? g_utf8_casefold (name, -1) : NULL;

  return g_strcmp0 (own, folded) == 0;
}

/* The plan's one workload of a health component that is called so, as the health card calls it. */
static TwWorkload *
workload_of_component (TwPlan *plan, TwPlaybook *playbook, const char *folded)
{
  TwWorkload *found = NULL;

  TW_FOREACH (TwPbHealthGroup, group, playbook->health != NULL ? playbook->health->groups : NULL)
    TW_FOREACH (TwPbHealthComponent, component, group->components)
      if (is_name (component->name, folded))
        TW_FOREACH (TwWorkload, workload, plan->workloads)
          if (workload->kind != NULL && tw_list_has (component->workloads, workload->kind))
            {
              if (found != NULL)
                return NULL;
              found = workload;
            }
  return found;
}

static TwWorkload *
workload_called (TwPlan *plan, TwPlaybook *playbook, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  TW_FOREACH (TwWorkload, workload, plan->workloads)
    if (is_name (workload->name, folded) || is_name (workload->id, folded))
      return workload;
  TW_FOREACH (TwWorkload, workload, plan->workloads)
    {
      TwPbWorkload *known = tw_list_find (playbook->workloads, workload->kind, NULL);

      if (known != NULL
          && (is_name (known->name, folded) || is_name (known->formerly, folded)
              || is_name (known->abbreviation, folded)))
        return workload;
    }
  return workload_of_component (plan, playbook, folded);
}

gboolean
tw_usage_number_parse (const char *text, int *number)
{
  g_autoptr (GRegex) shape
      = g_regex_new ("^[0-9]{1,9}$|^[0-9]{1,3}([,.'’\\h][0-9]{3})+$", G_REGEX_DEFAULT, 0, NULL);
  gint64 value = 0;

  if (!g_regex_match (shape, text, 0, NULL))
    return FALSE;
  for (; *text != '\0'; text++)
    if (g_ascii_isdigit (*text) && value < G_MAXINT)
      value = value * 10 + (*text - '0');
  if (value >= G_MAXINT)
    return FALSE;
  *number = (int) value;
  return TRUE;
}

/* Without blanks and quotes around it; in place. */
static char *
clean (char *cell)
{
  gsize length;

  g_strstrip (cell);
  length = strlen (cell);
  if (length >= 2 && cell[0] == '"' && cell[length - 1] == '"')
    {
      cell[length - 1] = '\0';
      return g_strstrip (cell + 1);
    }
  return cell;
}

static char
sign_of (const char *line)
{
  return strchr (line, '\t') != NULL ? '\t' : strchr (line, ';') != NULL ? ';' : ',';
}

/* Names columns: several cells, no number among them, and no workload in front. */
static gboolean
is_heading (TwPlan *plan, TwPlaybook *playbook, const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, (char[]){ sign_of (line), '\0' }, -1);

  if (g_strv_length (cells) < 2 || workload_called (plan, playbook, clean (cells[0])) != NULL)
    return FALSE;
  for (char **cell = cells; *cell != NULL; cell++)
    if (g_ascii_isdigit (*clean (*cell)))
      return FALSE;
  return TRUE;
}

static void
parse_row (TwPlan *plan, TwPlaybook *playbook, TwUsageRow *row)
{
  char sign = sign_of (row->line);

  /* The names of workloads may have commas, and numbers, too: the place that makes sense of both
   * sides is the one. */
  for (char *at = strchr (row->line, sign); at != NULL; at = strchr (at + 1, sign))
    {
      g_autofree char *name = g_strndup (row->line, (gsize) (at - row->line));
      g_autofree char *rest = g_strdup (at + 1);
      char *end = sign != ',' ? strchr (rest, sign) : NULL;
      TwWorkload *workload = workload_called (plan, playbook, clean (name));

      if (end != NULL)
        *end = '\0';
      if (workload != NULL && tw_usage_number_parse (clean (rest), &row->active))
        {
          row->workload = workload;
          return;
        }
    }
}

GPtrArray *
tw_usage_rows_parse (TwPlan *plan, TwPlaybook *playbook, const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  gboolean understood = FALSE;

  for (char **line = lines; *line != NULL; line++)
    if (*g_strstrip (*line) != '\0' && (understood || !is_heading (plan, playbook, *line)))
      {
        TwUsageRow *row = g_new0 (TwUsageRow, 1);

        row->line = g_strdup (*line);
        parse_row (plan, playbook, row);
        understood = understood || row->workload != NULL;
        g_ptr_array_add (rows, row);
      }
  return rows;
}

/* --- which there are --- */

static gboolean
has_kind (TwPlan *plan, const char *kind)
{
  TW_FOREACH (TwWorkload, workload, plan->workloads)
    if (g_strcmp0 (workload->kind != NULL ? workload->kind : workload->id, kind) == 0)
      return TRUE;
  return FALSE;
}

GPtrArray *
tw_workloads_missing (TwPlan *plan, TwPlaybook *playbook)
{
  GPtrArray *missing = g_ptr_array_new ();

  TW_FOREACH (TwPbWorkload, workload, playbook->workloads)
    if (!has_kind (plan, workload->id))
      g_ptr_array_add (missing, workload);
  return missing;
}

/* A copy that fits into plan: the playbook's id where it is free, slices with ids of their own. */
static TwWorkload *
fit_in (TwPlan *plan, TwWorkload *made)
{
  TwWorkload *workload = tw_record_copy (made);
  TwSlice *slice = tw_record_copy (made->slices->items[0]);
  char *id = tw_plan_new_id (plan, &tw_slice_type);

  tw_id_set (&slice->id, id);
  g_ref_string_release (id);
  tw_list_unref (workload->slices);
  workload->slices = tw_list_new (TW_FIELD_LIST, (gpointer[]){ slice }, 1);
  if (tw_plan_find (plan, &tw_workload_type, workload->id, NULL))
    {
      id = tw_plan_new_id (plan, &tw_workload_type);
      tw_id_set (&workload->id, id);
      g_ref_string_release (id);
    }
  return workload;
}

/* A plan of nothing but workloads, made as New Plan makes them. */
static TwPlan *
make_workloads (TwPlan *plan, TwPlaybook *playbook, const char *const *kinds, GError **error)
{
  static const char *const no_motions[] = { NULL };
  g_autoptr (GPtrArray) approaches = g_ptr_array_new ();
  TwPlanRequest request = { .customer = plan->customer->name,
                            .start = plan->start,
                            .seats = MAX (plan->customer->seats, 0),
                            .motions = no_motions,
                            .workloads = kinds,
                            .language = plan->language };

  TW_FOREACH (TwApproach, approach, plan->approaches)
    if (approach->kind != NULL && tw_playbook_approach (playbook, approach->kind) != NULL)
      g_ptr_array_add (approaches, approach->kind);
  g_ptr_array_add (approaches, NULL);
  request.approaches = (const char *const *) approaches->pdata;
  return tw_playbook_make_plan (playbook, &request, error);
}

TwPlan *
tw_edit_add_workloads (TwPlan *plan, TwPlaybook *playbook, const char *const *kinds, GError **error)
{
  const TwField *field = tw_record_type_field (&tw_plan_type, "workloads");
  g_autoptr (TwPlan) made = make_workloads (plan, playbook, kinds, error);
  g_autoptr (TwPlan) edited = made != NULL ? tw_plan_ref (plan) : NULL;

  if (made == NULL)
    return NULL;
  /* The approaches bring theirs along; only what was asked for comes in. */
  TW_FOREACH (TwWorkload, workload, made->workloads)
    if (g_strv_contains (kinds, workload->id) && !has_kind (plan, workload->kind))
      {
        g_autoptr (TwList) one
            = tw_list_new (TW_FIELD_LIST, (gpointer[]){ fit_in (edited, workload) }, 1);
        TwPlan *next = tw_plan_splice (edited, &(TwPlace){ 0 }, field,
                                       tw_list_n (edited->workloads), 0, one, error);

        tw_plan_unref (edited);
        edited = next;
      }
  return g_steal_pointer (&edited);
}

TwPlan *
tw_edit_add_workload (TwPlan *plan, const char *name, char **id, GError **error)
{
  char *new_id = NULL;
  g_autoptr (TwPlan) added
      = tw_edit_add (plan, &tw_workload_type, NULL, G_MAXUINT, name, &new_id, error);
  TwPlan *edited = added != NULL ? tw_edit_add_slice (added, new_id, NULL, NULL, error) : NULL;

  if (id != NULL && edited != NULL)
    *id = new_id;
  else
    g_clear_pointer (&new_id, g_ref_string_release);
  return edited;
}
