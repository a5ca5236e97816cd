/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-json.h"
#include "tw-schedule.h"
#include "tw-verify.h"
#include "tw-words.h"

#define LOGO_MAX (256 * 1024)

typedef struct
{
  TwPlan *plan;         /* this, or */
  TwPlaybook *playbook; /* this */
  GHashTable *spaces;   /* record type (of nodes: the motion's) → GHashTable of id → record */
  GHashTable *holders;  /* record of a node → the record above it */
  TwPlace place;        /* of the record being looked at */
  guint n_activities;
  GPtrArray *breaches;
} Verifier;

void
tw_breach_free (TwBreach *breach)
{
  g_free (breach->path);
  g_free (breach->message);
  g_free (breach);
}

G_GNUC_PRINTF (4, 5)
static void
add_breach (Verifier *verifier, gpointer record, const char *member, const char *format, ...)
{
  TwBreach *breach;
  g_autofree char *above = NULL;
  va_list arguments;

  if (verifier->breaches->len >= TW_FAULTS_MAX)
    return;
  breach = g_new0 (TwBreach, 1);
  above = tw_place_to_string (&verifier->place);
  breach->record = record;
  breach->member = member;
  breach->path = member == NULL || *above == '\0' ? g_strdup (member != NULL ? member : above)
                                                  : g_strconcat (above, ".", member, NULL);
  va_start (arguments, format);
  breach->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (verifier->breaches, breach);
}

static gconstpointer
space_of (const TwRecordType *type)
{
  return (type->kind & TW_KIND_NODE) != 0 ? &tw_motion_type : type;
}

static GHashTable *
space (Verifier *verifier, const TwRecordType *type)
{
  GHashTable *ids = g_hash_table_lookup (verifier->spaces, space_of (type));

  if (ids == NULL)
    {
      ids = g_hash_table_new (g_str_hash, g_str_equal);
      g_hash_table_insert (verifier->spaces, (gpointer) space_of (type), ids);
    }
  return ids;
}

/* Calls visit for record and all below it, with its place in verifier->place. */
static void
walk (Verifier *verifier, TwRecord *record, TwRecord *above,
      void (*visit) (Verifier *verifier, TwRecord *record, TwRecord *above))
{
  visit (verifier, record, above);
  for (guint i = 0; i < record->type->n_fields; i++)
    {
      const TwField *field = &record->type->fields[i];
      TwStep *step = &verifier->place.steps[verifier->place.depth];
      TwValue value;

      if (field->of == NULL)
        continue;
      value = tw_record_get (record, field);
      verifier->place.depth++;
      *step = (TwStep){ field, 0 };
      if (field->type == TW_FIELD_RECORD && value.record != NULL)
        walk (verifier, value.record, record, visit);
      if (field->type == TW_FIELD_LIST)
        for (; step->at < tw_list_n (value.list); step->at++)
          walk (verifier, value.list->items[step->at], record, visit);
      verifier->place.depth--;
    }
}

static void
collect (Verifier *verifier, TwRecord *record, TwRecord *above)
{
  const TwField *id = tw_record_type_field (record->type, "id");
  char *text;

  if (record->type == &tw_activity_type && ++verifier->n_activities == TW_ACTIVITIES_MAX + 1)
    add_breach (verifier, record, NULL, _ ("a plan holds at most %d activities"),
                TW_ACTIVITIES_MAX);
  if ((record->type->kind & TW_KIND_NODE) != 0)
    g_hash_table_insert (verifier->holders, record, above);
  if (id == NULL || record->type == &tw_baseline_item_type)
    return;
  text = tw_record_get (record, id).string;
  if (!g_hash_table_insert (space (verifier, record->type), text, record))
    add_breach (verifier, record, "id", _ ("the id “%s” is taken by another one"), text);
}

static void
check_keys (Verifier *verifier, TwRecord *record)
{
  for (guint i = 0; i < record->type->n_fields; i++)
    {
      const TwField *field = &record->type->fields[i];
      g_autoptr (GHashTable) keys = NULL;
      gboolean by_id = field->type == TW_FIELD_LIST && g_strcmp0 (field->of->key, "id") == 0;

      /* The ids of a plan are unique in the file, those of a baseline's items and of a playbook in
       * their list. */
      if (field->type != TW_FIELD_LIST || field->of->key == NULL || field->of == &tw_holiday_type
          || (verifier->playbook != NULL ? !by_id : by_id && field->of != &tw_baseline_item_type))
        continue;
      keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      TW_FOREACH (TwRecord, item, tw_record_get (record, field).list)
        {
          char buffer[TW_DATE_LENGTH];
          const char *key = tw_record_key (item, buffer);

          if (!g_hash_table_add (keys, g_strdup (key)))
            add_breach (verifier, item, field->name, _ ("“%s” stands in the list twice"), key);
        }
    }
}

static gpointer
find_target (Verifier *verifier, const TwField *field, const char *id)
{
  for (guint i = 0; tw_record_types[i] != NULL; i++)
    if ((tw_record_types[i]->kind & field->refers_to) != 0)
      {
        TwRecord *target = g_hash_table_lookup (space (verifier, tw_record_types[i]), id);

        if (target != NULL && (target->type->kind & field->refers_to) != 0)
          return target;
      }
  return NULL;
}

static gboolean
is_above (Verifier *verifier, gpointer above, gpointer record)
{
  for (record = g_hash_table_lookup (verifier->holders, record); record != NULL;
       record = g_hash_table_lookup (verifier->holders, record))
    if (record == above)
      return TRUE;
  return FALSE;
}

static void
check_reference (Verifier *verifier, TwRecord *record, const TwField *field, const char *id)
{
  gpointer target = find_target (verifier, field, id);

  if (target == NULL)
    add_breach (verifier, record, field->name, _ ("“%s” isn’t the id of %s in this file"), id,
                (field->refers_to & TW_KIND_NODE) != 0 ? _ ("an activity, a phase or a motion")
                : field->refers_to == TW_KIND_PERSON   ? _ ("a person")
                : field->refers_to == TW_KIND_WORKLOAD ? _ ("a workload")
                : field->refers_to == TW_KIND_APPROACH ? _ ("an approach")
                : field->refers_to == TW_KIND_ENTRY    ? _ ("an entry of the register")
                                                       : _ ("a baseline"));
  else if (target == record)
    add_breach (verifier, record, field->name, _ ("“%s” can’t wait for itself"),
                tw_record_name (record));
  else if (g_str_equal (field->name, "after") && is_above (verifier, target, record))
    add_breach (verifier, record, field->name, _ ("“%s” can’t wait for “%s”, which it is part of"),
                tw_record_name (record), tw_record_name (target));
  else if (g_str_equal (field->name, "after") && is_above (verifier, record, target))
    add_breach (verifier, record, field->name, _ ("“%s” can’t wait for “%s”, which is part of it"),
                tw_record_name (record), tw_record_name (target));
}

/* The reader has looked at each value by itself; at what edits write, nobody has. */
static void
check_members (Verifier *verifier, TwRecord *record)
{
  gboolean fits = TRUE;

  for (guint i = 0; i < record->type->n_fields && !record->fits; i++)
    {
      const TwField *field = &record->type->fields[i];
      g_autofree char *complaint = tw_field_complaint (field, tw_record_get (record, field));

      if (complaint != NULL)
        add_breach (verifier, record, field->name, "%s", complaint);
      fits = fits && complaint == NULL;
    }
  record->fits = fits;
}

static void
check_references (Verifier *verifier, TwRecord *record)
{
  for (guint i = 0; i < record->type->n_fields; i++)
    {
      const TwField *field = &record->type->fields[i];

      if (field->type == TW_FIELD_REF && tw_record_get (record, field).string != NULL)
        check_reference (verifier, record, field, tw_record_get (record, field).string);
      if (field->type == TW_FIELD_REFS)
        TW_FOREACH (char, id, tw_record_get (record, field).list)
          check_reference (verifier, record, field, id);
    }
}

static void
check_activity (Verifier *verifier, TwActivity *activity)
{
  gboolean started = activity->started != TW_DATE_NONE;
  gboolean finished = activity->finished != TW_DATE_NONE;

  if (activity->status == TW_STATUS_DONE && !finished)
    add_breach (verifier, activity, "finished", _ ("what is done needs the date it was finished"));
  if (activity->status != TW_STATUS_DONE && finished)
    add_breach (verifier, activity, "finished", _ ("only what is done has a finish date"));
  if (activity->status == TW_STATUS_IN_PROGRESS && !started)
    add_breach (verifier, activity, "started",
                _ ("what is in progress needs the date it was started"));
  if (activity->status == TW_STATUS_NOT_STARTED && started)
    add_breach (verifier, activity, "started", _ ("what has a start date isn’t “not-started”"));
  if (finished && activity->finished < activity->started)
    add_breach (verifier, activity, "finished", _ ("the finish lies before the start"));
  if (activity->progress > 0 && (!started || finished))
    add_breach (verifier, activity, "progress",
                _ ("progress is only for what is started and not finished"));
}

static void
check_period (Verifier *verifier, gpointer recurring, const char *every)
{
  TwPeriod period;

  if (!tw_period_parse (every, &period))
    add_breach (verifier, recurring, "every",
                _ ("expected P, a number from 1 to 1000 and D, W, M or Y, found “%s”"), every);
}

static void
check_phase (Verifier *verifier, TwRecurring *recurring, TwMotion *motion, const char *member,
             const char *phase, int *at)
{
  TwRecord *elsewhere;

  if (phase == NULL || tw_list_find (motion->phases, phase, at) != NULL)
    return;
  elsewhere = find_target (verifier, tw_record_type_field (&tw_recurring_type, member), phase);
  add_breach (verifier, recurring, member, _ ("“%s” isn’t a phase of the same motion"),
              elsewhere != NULL ? tw_record_name (elsewhere) : phase);
}

static void
check_recurring (Verifier *verifier, TwRecurring *recurring, TwMotion *motion)
{
  int from = -1, until = -1;

  check_period (verifier, recurring, recurring->every);
  check_phase (verifier, recurring, motion, "from", recurring->from, &from);
  check_phase (verifier, recurring, motion, "until", recurring->until, &until);
  if (until >= 0 && from > until)
    add_breach (verifier, recurring, "until",
                _ ("it would end with “%s”, before it begins with “%s”"),
                tw_record_name (motion->phases->items[until]),
                tw_record_name (motion->phases->items[from]));
}

static void
check_holiday (Verifier *verifier, TwHoliday *holiday)
{
  gboolean day = holiday->date != TW_DATE_NONE;
  gboolean from = holiday->from != TW_DATE_NONE, to = holiday->to != TW_DATE_NONE;

  if (day ? from || to : !from || !to)
    add_breach (verifier, holiday, NULL, _ ("a holiday has either “date”, or “from” and “to”"));
  else if (!day && holiday->to < holiday->from)
    add_breach (verifier, holiday, "to", _ ("the last day lies before the first"));
}

static void
check_bounds (Verifier *verifier, gpointer kpi, int green_above, int yellow_above)
{
  if (green_above <= yellow_above)
    add_breach (verifier, kpi, "green_above", _ ("green begins above yellow"));
}

static void
check_kpi (Verifier *verifier, TwKpi *kpi)
{
  check_bounds (verifier, kpi, kpi->green_above, kpi->yellow_above);
  if (kpi->workload != NULL && tw_list_n (kpi->readings) > 0)
    add_breach (verifier, kpi, "readings",
                _ ("a KPI of a workload goes by that workload’s readings and has none of its own"));
}

static void
check_logo (Verifier *verifier, TwPlan *plan)
{
  g_autofree guchar *bytes = NULL;
  gsize length = 0;

  if (plan->logo == NULL)
    return;
  bytes = g_base64_decode (plan->logo, &length);
  if (length < 8 || memcmp (bytes, "\x89PNG\r\n\x1a\n", 8) != 0)
    add_breach (verifier, plan, "logo", _ ("expected a PNG picture in base64"));
  else if (length > LOGO_MAX)
    add_breach (verifier, plan, "logo", _ ("the picture is larger than 256 KiB"));
}

static void
check_record (Verifier *verifier, TwRecord *record, TwRecord *above)
{
  check_keys (verifier, record);
  check_members (verifier, record);
  check_references (verifier, record);
  if (record->type == &tw_activity_type)
    check_activity (verifier, (TwActivity *) record);
  else if (record->type == &tw_recurring_type)
    check_recurring (verifier, (TwRecurring *) record, (TwMotion *) above);
  else if (record->type == &tw_holiday_type)
    check_holiday (verifier, (TwHoliday *) record);
  else if (record->type == &tw_kpi_type)
    check_kpi (verifier, (TwKpi *) record);
  else if (record->type == &tw_entry_type)
    {
      TwEntry *entry = (TwEntry *) record;

      if (entry->closed != TW_DATE_NONE && entry->status != TW_ENTRY_CLOSED)
        add_breach (verifier, entry, "closed", _ ("only what is closed has the date of it"));
    }
  else if (record->type == &tw_plan_type)
    check_logo (verifier, (TwPlan *) record);
}

/* The first members of the circle by path and name, and how many more there are. */
static void
tell_circle (Verifier *verifier, TwIndex *index, GPtrArray *ids)
{
  g_autoptr (GString) members = g_string_new (NULL);

  for (guint i = 0; i < MIN (ids->len, TW_CIRCLE_NAMES); i++)
    {
      int number = tw_index_find (index, ids->pdata[i]);
      g_autofree char *path = NULL;
      TwPlace place;

      tw_index_place (index, (guint) number, &place);
      path = tw_place_to_string (&place);
      if (i == 0)
        verifier->place = place;
      g_string_append_printf (members, "%s%s “%s”", i == 0 ? "" : ", ", path,
                              tw_record_name (tw_index_node (index, (guint) number)->record));
    }
  if (ids->len > TW_CIRCLE_NAMES)
    {
      g_autofree char *more = tw_words_more (ids->len - TW_CIRCLE_NAMES);

      g_string_append_printf (members, " %s", more);
    }
  add_breach (verifier, tw_index_node (index, (guint) tw_index_find (index, ids->pdata[0]))->record,
              NULL, _ ("these wait for one another: %s"), members->str);
}

static void
check_schedule (Verifier *verifier)
{
  g_autoptr (TwIndex) index = tw_index_new (verifier->plan);
  g_autoptr (TwWorkdays) workdays = tw_workdays_new (verifier->plan->calendar);
  g_autoptr (TwSchedule) schedule = NULL;
  g_autoptr (GPtrArray) circle = NULL;
  g_autoptr (GError) error = NULL;
  char buffer[TW_DATE_LENGTH];

  verifier->place.depth = 0;
  if (tw_workdays_desert (workdays) != TW_DATE_NONE)
    add_breach (verifier, verifier->plan, "calendar",
                _ ("there is no working day in the ten years from %s"),
                tw_date_iso (tw_workdays_desert (workdays), buffer));
  else if (tw_schedule_find_circle (index, &circle))
    tell_circle (verifier, index, circle);
  else
    {
      schedule = tw_schedule_new (verifier->plan, &error);
      if (schedule == NULL)
        add_breach (verifier, verifier->plan, NULL, "%s", error->message);
    }
}

GPtrArray *
tw_plan_verify (TwPlan *plan)
{
  Verifier verifier = { .plan = plan };

  verifier.breaches = g_ptr_array_new_with_free_func ((GDestroyNotify) tw_breach_free);
  verifier.spaces = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  verifier.holders = g_hash_table_new (NULL, NULL);
  walk (&verifier, &plan->record, NULL, collect);
  walk (&verifier, &plan->record, NULL, check_record);
  if (verifier.breaches->len == 0)
    check_schedule (&verifier);
  g_hash_table_unref (verifier.spaces);
  g_hash_table_unref (verifier.holders);
  return verifier.breaches;
}

static void
check_defaults (Verifier *verifier, const char *member, TwList *ids, TwList *there,
                const char *what)
{
  TW_FOREACH (char, id, ids)
    if (tw_list_find (there, id, NULL) == NULL)
      add_breach (verifier, verifier->playbook, member, _ ("“%s” isn’t the id of %s in this file"),
                  id, what);
}

static void
check_pb_record (Verifier *verifier, TwRecord *record, TwRecord *above G_GNUC_UNUSED)
{
  check_keys (verifier, record);
  if (record->type == &tw_pb_recurring_type)
    check_period (verifier, record, ((TwPbRecurring *) record)->every);
  else if (record->type == &tw_pb_kpi_type)
    check_bounds (verifier, record, ((TwPbKpi *) record)->green_above,
                  ((TwPbKpi *) record)->yellow_above);
}

GPtrArray *
tw_playbook_verify (TwPlaybook *playbook)
{
  Verifier verifier = { .playbook = playbook };

  verifier.breaches = g_ptr_array_new_with_free_func ((GDestroyNotify) tw_breach_free);
  check_defaults (&verifier, "default_motions", playbook->default_motions, playbook->motions,
                  _ ("a motion"));
  check_defaults (&verifier, "default_approaches", playbook->default_approaches,
                  playbook->approaches, _ ("an approach"));
  walk (&verifier, &playbook->record, NULL, check_pb_record);
  return verifier.breaches;
}

void
tw_breaches_tell (GPtrArray *breaches, GHashTable *offsets, const char *bytes, gsize length,
                  GPtrArray *faults)
{
  for (guint i = 0; i < breaches->len; i++)
    {
      TwBreach *breach = breaches->pdata[i];
      gsize offset = GPOINTER_TO_SIZE (g_hash_table_lookup (offsets, breach->record));

      if (breach->member != NULL)
        offset = tw_json_member_offset (bytes, length, offset, breach->member);
      g_ptr_array_add (faults, tw_fault_new (bytes, length, offset, g_steal_pointer (&breach->path),
                                             g_steal_pointer (&breach->message)));
    }
  g_ptr_array_unref (breaches);
}
