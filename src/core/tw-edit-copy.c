/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-edit.h"
#include "tw-json.h"
#include "tw-record-table.h"
#include "tw-rewrite.h"

/* Copies of nodes: beside themselves, and over the clipboard. */

/* --- the rule --- */

/* What is copied from a plan. People, workloads and approaches have nothing but what they are found
 * by in another plan. */
typedef struct
{
  TwRecord record;
  int format; /* always 0 */
  char *plan;
  TwList *people, *workloads, *approaches, *motions, *phases, *recurring, *activities;
} TwClip;

static const TwField clip_fields[] = {
  WORD (TwClip, format, TW_WORD_NONE, WORDS ("trackway-clip"), REQUIRED),
  FIELD (TwClip, plan, ID, REQUIRED),
  LIST (TwClip, people, person),
  LIST (TwClip, workloads, workload),
  LIST (TwClip, approaches, approach),
  LIST (TwClip, motions, motion),
  LIST (TwClip, phases, phase),
  LIST (TwClip, recurring, recurring),
  LIST (TwClip, activities, activity),
};

static const TwRecordType clip_type = { .name = "clip",
                                        .size = sizeof (TwClip),
                                        .fields = clip_fields,
                                        .n_fields = G_N_ELEMENTS (clip_fields) };

typedef struct
{
  GHashTable *ids;  /* old → new, of the copied set */
  TwPlan *plan;     /* into which it is copied */
  TwClip *clip;     /* NULL: within the plan */
  TwMotion *motion; /* that takes it, or NULL */
} Copying;

/* The lists of clip and plan in which a reference to one of kind is looked up. */
static void
lists_of (Copying *copying, TwKind kind, TwList **from, TwList **to)
{
  gboolean person = (kind & TW_KIND_PERSON) != 0, workload = (kind & TW_KIND_WORKLOAD) != 0;

  *from = person     ? copying->clip->people
          : workload ? copying->clip->workloads
                     : copying->clip->approaches;
  *to = person     ? copying->plan->people
        : workload ? copying->plan->workloads
                   : copying->plan->approaches;
}

static gboolean
has_same (TwRecord *a, TwRecord *b, const char *member)
{
  const TwField *field = tw_record_type_field (a->type, member);
  const char *one = field != NULL ? tw_record_get (a, field).string : NULL;

  return one != NULL && g_strcmp0 (one, tw_record_get (b, field).string) == 0;
}

/* What in another plan is what was called id where it comes from: the workload or approach of the
 * same kind, else what has the same name. NULL: there is nothing. */
static const char *
find_namesake (Copying *copying, TwKind kind, const char *id)
{
  TwList *from, *to;
  TwRecord *known;

  if ((kind & (TW_KIND_PERSON | TW_KIND_WORKLOAD | TW_KIND_APPROACH)) == 0)
    return NULL;
  lists_of (copying, kind, &from, &to);
  known = tw_list_find (from, id, NULL);
  TW_FOREACH (TwRecord, record, known != NULL ? to : NULL)
    if (has_same (known, record, "kind") || has_same (known, record, "name"))
      return tw_record_key (record, (char[TW_DATE_LENGTH]){ 0 });
  return NULL;
}

/* Whether the plan has what field may name by this id; of a recurring activity's phases, in its
 * motion. */
static gboolean
is_there (Copying *copying, const TwField *field, const char *id)
{
  if (field->refers_to == TW_KIND_PHASE)
    return copying->motion != NULL && tw_list_find (copying->motion->phases, id, NULL) != NULL;
  for (guint i = 0; tw_record_types[i] != NULL; i++)
    if ((tw_record_types[i]->kind & field->refers_to) != 0
        && tw_plan_find (copying->plan, tw_record_types[i], id, NULL))
      return TRUE;
  return FALSE;
}

static void
repoint (const TwField *field, const char *id, GPtrArray *ids, gpointer data)
{
  Copying *copying = data;
  const char *copy = g_hash_table_lookup (copying->ids, id);

  /* Only nodes are copied, and only they share their ids with each other. */
  if ((field->refers_to & TW_KIND_NODE) == 0)
    copy = NULL;
  if (copy == NULL && copying->clip != NULL
      && !g_str_equal (copying->clip->plan, copying->plan->id))
    copy = find_namesake (copying, field->refers_to, id);
  else if (copy == NULL && (copying->clip == NULL || is_there (copying, field, id)))
    copy = id;
  if (copy != NULL)
    g_ptr_array_add (ids, tw_id_new (copy));
}

static gboolean
is_copied (TwRecord *record G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  return TRUE;
}

/* A copy has a new id and nothing recorded: not started, no pins, no ticks. */
static void
make_fresh (TwRecord *copy, gpointer data)
{
  const TwField *id = tw_record_type_field (copy->type, "id");
  const char *new_id
      = id != NULL ? g_hash_table_lookup (((Copying *) data)->ids, tw_record_get (copy, id).string)
                   : NULL;

  if (new_id != NULL)
    tw_record_set (copy, id, (TwValue){ .string = (char *) new_id });
  for (guint i = 0; i < copy->type->n_fields; i++)
    if (copy->type->fields[i].type == TW_FIELD_DATE || copy->type->fields[i].type == TW_FIELD_DATES)
      tw_record_set (copy, &copy->type->fields[i], (TwValue){ NULL });
  if (copy->type == &tw_activity_type)
    {
      TwActivity *activity = (TwActivity *) copy;

      activity->status = TW_STATUS_NOT_STARTED;
      activity->progress = 0;
      tw_string_set (&activity->reason, NULL);
    }
}

/* used: the ids that the copies must not have. */
static void
name_copies (GHashTable *used, TwRecord *record, GHashTable *ids)
{
  const TwField *id = tw_record_type_field (record->type, "id");

  if (id != NULL)
    g_hash_table_insert (ids, tw_record_get (record, id).string, tw_ids_new (used, record->type));
  for (guint i = 0; i < record->type->n_fields; i++)
    {
      const TwField *field = &record->type->fields[i];

      if (field->type == TW_FIELD_LIST)
        TW_FOREACH (TwRecord, item, tw_record_get (record, field).list)
          name_copies (used, item, ids);
      if (field->type == TW_FIELD_RECORD && tw_record_get (record, field).record != NULL)
        name_copies (used, tw_record_get (record, field).record, ids);
    }
}

static gboolean
find_node (TwPlan *plan, const char *id, TwPlace *place)
{
  static const TwRecordType *const types[]
      = { &tw_activity_type, &tw_phase_type, &tw_motion_type, &tw_recurring_type };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (tw_plan_find (plan, types[i], id, place))
      return TRUE;
  return FALSE;
}

static GHashTable *
new_ids_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                (GDestroyNotify) g_ref_string_release);
}

static TwRewrite
copying_rule (Copying *copying)
{
  return (
      TwRewrite){ .refers = repoint, .changes = is_copied, .change = make_fresh, .data = copying };
}

/* Takes over list. */
static GStrv
take_names (GPtrArray *names)
{
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (names, FALSE);
}

TwPlan *
tw_edit_duplicate (TwPlan *plan, const char *const *nodes, GStrv *new_ids, GError **error)
{
  g_autoptr (TwIndex) index = tw_index_new (plan);
  g_autofree const char **topmost = tw_index_topmost (index, nodes);
  g_autoptr (GHashTable) used = tw_plan_ids (plan);
  g_autoptr (GHashTable) ids = new_ids_table ();
  Copying copying = { .ids = ids, .plan = plan };
  TwRewrite rewrite = copying_rule (&copying);
  g_autoptr (TwPlan) edited = tw_plan_ref (plan);
  g_auto (GStrv) made = NULL;
  GPtrArray *names = g_ptr_array_new ();
  TwPlace place;

  for (guint i = 0; topmost[i] != NULL; i++)
    if (find_node (plan, topmost[i], &place))
      name_copies (used, tw_plan_at (plan, &place), ids);
  for (guint i = 0; topmost[i] != NULL; i++)
    {
      g_autoptr (TwList) one = NULL;
      TwStep last;
      TwPlan *next;

      if (!find_node (edited, topmost[i], &place))
        continue;
      one = tw_list_new (TW_FIELD_LIST,
                         (gpointer[]){ tw_record_rewrite (tw_plan_at (edited, &place), &rewrite) },
                         1);
      last = place.steps[--place.depth];
      next = tw_plan_splice (edited, &place, last.field, last.at + 1, 0, one, error);
      tw_plan_unref (edited);
      edited = next;
      g_ptr_array_add (names, g_strdup (g_hash_table_lookup (ids, topmost[i])));
    }
  made = take_names (names);
  if (new_ids != NULL)
    *new_ids = g_steal_pointer (&made);
  return tw_edit_if_possible (g_steal_pointer (&edited), error);
}

/* --- copying --- */

/* Nothing but what they are found by. */
static TwList *
strip (TwList *list)
{
  static const char *const members[] = { "id", "kind", "name" };
  GPtrArray *items = g_ptr_array_new ();

  TW_FOREACH (TwRecord, record, list)
    {
      TwRecord *bare = tw_record_new (record->type);

      for (guint i = 0; i < G_N_ELEMENTS (members); i++)
        {
          const TwField *field = tw_record_type_field (record->type, members[i]);

          if (field != NULL)
            tw_record_set (bare, field, tw_record_get (record, field));
        }
      g_ptr_array_add (items, bare);
    }
  return tw_list_new_take (TW_FIELD_LIST, items);
}

/* The list of the clip for records of type. */
static const TwField *
clip_list (const TwRecordType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (clip_fields); i++)
    if (clip_fields[i].of == type)
      return &clip_fields[i];
  return NULL;
}

GBytes *
tw_clip_new (TwPlan *plan, const char *const *nodes)
{
  g_autoptr (TwIndex) index = tw_index_new (plan);
  g_autofree const char **topmost = tw_index_topmost (index, nodes);
  TwClip *clip = tw_record_new (&clip_type);
  GBytes *bytes;

  clip->format = 0;
  tw_id_set (&clip->plan, plan->id);
  clip->people = strip (plan->people);
  clip->workloads = strip (plan->workloads);
  clip->approaches = strip (plan->approaches);
  for (guint i = 0; topmost[i] != NULL; i++)
    {
      TwPlace place;
      TwRecord *record;
      const TwField *field;
      g_autoptr (TwList) one = NULL, all = NULL;

      if (!find_node (plan, topmost[i], &place))
        continue;
      record = tw_plan_at (plan, &place);
      field = clip_list (record->type);
      one = tw_list_new (TW_FIELD_LIST, (gpointer[]){ tw_record_ref (record) }, 1);
      all = tw_list_splice (tw_record_get (clip, field).list, TW_FIELD_LIST,
                            tw_list_n (tw_record_get (clip, field).list), 0, one);
      tw_record_set (clip, field, (TwValue){ .list = all });
    }
  bytes = g_string_free_to_bytes (tw_json_write (clip));
  tw_record_unref (clip);
  return bytes;
}

/* --- pasting --- */

/* Where records of a type come in. */
typedef struct
{
  TwPlace place; /* of what holds the list */
  const TwField *field;
  guint at;
} Site;

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, TW_ERROR, TW_ERROR_REFUSED, message);
  return FALSE;
}

/* Where records of type come to stand behind a node: in the innermost list of them around it, else
 * at the end of the one that it holds itself. */
static gboolean
find_site (TwPlan *plan, const TwRecordType *type, const char *behind, Site *site, GError **error)
{
  TwPlace place = { 0 };

  if (behind != NULL)
    find_node (plan, behind, &place);
  for (;; place.depth--)
    {
      TwRecord *record = tw_plan_at (plan, &place);

      if (place.depth > 0 && record->type == type)
        {
          site->field = place.steps[place.depth - 1].field;
          site->at = place.steps[--place.depth].at + 1;
          site->place = place;
          return TRUE;
        }
      for (guint i = 0; i < record->type->n_fields; i++)
        if (record->type->fields[i].of == type && record->type->fields[i].type == TW_FIELD_LIST)
          {
            site->field = &record->type->fields[i];
            site->at = tw_list_n (tw_record_get (record, site->field).list);
            site->place = place;
            return TRUE;
          }
      if (place.depth == 0)
        return refuse (error, type == &tw_activity_type
                                  ? _ ("Choose a phase or an activity, to put it behind that")
                                  : _ ("Choose a motion or a phase, to put it behind that"));
    }
}

static TwMotion *
motion_at (TwPlan *plan, TwPlace place)
{
  if (place.depth == 0)
    return NULL;
  place.depth = 1;
  return tw_plan_at (plan, &place);
}

/* Puts copies of list behind a node. Takes over plan. */
static TwPlan *
put_in (TwPlan *plan, TwList *list, const char *behind, Copying *copying, GPtrArray *names,
        GError **error)
{
  g_autoptr (TwPlan) before = plan;
  TwRewrite rewrite = copying_rule (copying);
  GPtrArray *items = g_ptr_array_new ();
  g_autoptr (TwList) made = NULL;
  Site site;

  if (!find_site (before, ((TwRecord *) list->items[0])->type, behind, &site, error))
    {
      g_ptr_array_unref (items);
      return NULL;
    }
  copying->motion = motion_at (before, site.place);
  TW_FOREACH (TwRecord, record, list)
    {
      TwRecord *copy = tw_record_rewrite (record, &rewrite);

      g_ptr_array_add (items, copy);
      g_ptr_array_add (names, g_strdup (tw_record_key (copy, (char[TW_DATE_LENGTH]){ 0 })));
    }
  made = tw_list_new_take (TW_FIELD_LIST, items);
  return tw_plan_splice (before, &site.place, site.field, site.at, 0, made, error);
}

static TwClip *
read_clip (GBytes *bytes, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) tw_fault_free);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  TwClip *clip = tw_json_read (&clip_type, text, length, TW_JSON_STRICT, NULL, faults);

  if (clip == NULL)
    refuse (error, _ ("What was copied can’t be read"));
  return clip;
}

TwPlan *
tw_edit_paste (TwPlan *plan, GBytes *bytes, const char *behind, GStrv *new_ids, GError **error)
{
  TwClip *clip = read_clip (bytes, error);
  g_autoptr (GHashTable) used = tw_plan_ids (plan);
  g_autoptr (GHashTable) ids = new_ids_table ();
  Copying copying = { .ids = ids, .plan = plan, .clip = clip };
  TwPlan *edited = tw_plan_ref (plan);
  g_auto (GStrv) made = NULL;
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; clip != NULL && i < G_N_ELEMENTS (clip_fields); i++)
    if (clip_fields[i].of != NULL && (clip_fields[i].of->kind & TW_KIND_NODE) != 0)
      TW_FOREACH (TwRecord, record, tw_record_get (clip, &clip_fields[i]).list)
        name_copies (used, record, ids);
  for (guint i = 0; clip != NULL && edited != NULL && i < G_N_ELEMENTS (clip_fields); i++)
    if (clip_fields[i].of != NULL && (clip_fields[i].of->kind & TW_KIND_NODE) != 0
        && tw_list_n (tw_record_get (clip, &clip_fields[i]).list) > 0)
      edited = put_in (edited, tw_record_get (clip, &clip_fields[i]).list, behind, &copying, names,
                       error);
  made = take_names (names);
  if (clip == NULL)
    g_clear_pointer (&edited, tw_plan_unref);
  g_clear_pointer (&clip, tw_record_unref);
  if (edited == NULL)
    return NULL;
  if (new_ids != NULL)
    *new_ids = g_steal_pointer (&made);
  return tw_edit_if_sound (edited, error);
}

TwPlan *
tw_edit_paste_lines (TwPlan *plan, const char *text, const char *behind, GStrv *new_ids,
                     GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (TwPlan) edited = tw_plan_ref (plan);
  g_auto (GStrv) made = NULL;
  GPtrArray *names = g_ptr_array_new ();
  Site site;

  if (!find_site (plan, &tw_activity_type, behind, &site, error))
    {
      g_ptr_array_unref (names);
      return NULL;
    }
  for (char **line = lines; *line != NULL && edited != NULL; line++)
    {
      const char *phase
          = tw_record_key (tw_plan_at (edited, &site.place), (char[TW_DATE_LENGTH]){ 0 });
      g_autoptr (TwPlan) before = NULL;
      char *id = NULL;

      (*line)[strcspn (*line, "\t")] = '\0';
      if (*g_strstrip (*line) == '\0')
        continue;
      before = g_steal_pointer (&edited);
      edited = tw_edit_add (before, &tw_activity_type, phase, site.at++, *line, &id, error);
      if (edited != NULL)
        g_ptr_array_add (names, g_strdup (id));
      g_clear_pointer (&id, g_ref_string_release);
    }
  made = take_names (names);
  if (new_ids != NULL)
    *new_ids = g_steal_pointer (&made);
  return g_steal_pointer (&edited);
}
