/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-audience.h"
#include "tw-playbook.h"
#include "tw-test-mark.h"
#include "tw-test-plan.h"

typedef struct
{
  GRand *rand; /* NULL: nothing is changed but for the markers */
  guint n;
} Marker;

char *
tw_test_marker (guint number)
{
  /* The letter at the end tells 1 from 12. */
  return g_strdup_printf (TW_TEST_MARK "%uX", number);
}

static void
mark_string (Marker *self, TwRecord *record, const TwField *field)
{
  g_autofree char *marker = tw_test_marker (++self->n);

  tw_record_set (record, field, (TwValue){ .string = marker });
}

/* Other records are internal, other names stand in. */
static void
change (Marker *self, TwRecord *record)
{
  const TwField *internal = tw_record_type_field (record->type, "internal");
  const TwField *customer_name = tw_record_type_field (record->type, "customer_name");

  if (self->rand == NULL)
    return;
  if (internal != NULL && g_rand_int_range (self->rand, 0, 3) == 0)
    tw_record_set (record, internal, (TwValue){ .number = g_rand_boolean (self->rand) });
  if (customer_name != NULL && g_rand_int_range (self->rand, 0, 3) == 0)
    tw_record_set (
        record, customer_name,
        (TwValue){ .string = g_rand_boolean (self->rand) ? (char *) "Stands in" : NULL });
}

/* A name for which another one stands in is internal itself. */
static gboolean
is_replaced (TwRecord *record, const TwField *field)
{
  const TwField *stands_in = tw_record_type_field (record->type, "customer_name");

  return stands_in != NULL && g_str_equal (field->name, "name")
         && tw_record_get (record, stands_in).string != NULL;
}

static void
mark (Marker *self, TwRecord *record, gboolean inside)
{
  gboolean hidden;

  change (self, record);
  hidden = inside || tw_record_is_internal (record);
  for (guint i = 0; i < record->type->n_fields; i++)
    {
      const TwField *field = &record->type->fields[i];
      gboolean internal
          = hidden || field->audience == TW_MEMBER_INTERNAL || is_replaced (record, field);

      if (field->type == TW_FIELD_RECORD && tw_record_get (record, field).record != NULL)
        mark (self, tw_record_get (record, field).record, internal);
      else if (field->type == TW_FIELD_LIST)
        TW_FOREACH (TwRecord, item, tw_record_get (record, field).list)
          mark (self, item, internal);
      else if (internal && (field->type == TW_FIELD_LINE || field->type == TW_FIELD_TEXT)
               && !g_str_equal (field->name, "every"))
        mark_string (self, record, field);
      /* Others would move what the customer sees. */
      else if (field->audience == TW_MEMBER_INTERNAL && field->type == TW_FIELD_DATE
               && g_strcmp0 (record->type->key, field->name) != 0)
        tw_record_set (record, field,
                       (TwValue){ .date = tw_date_parse (TW_TEST_MARK_YEAR "-06-15") });
    }
  if (!hidden)
    json_object_set_string_member (tw_record_add_unknown (record), "zz", TW_TEST_MARK_UNKNOWN);
}

/* A baseline's name of a node is as the node's; of what is gone, internal. */
static void
mark_baselines (Marker *self, TwPlan *plan)
{
  g_autoptr (TwIndex) index = tw_index_new (plan);

  TW_FOREACH (TwBaseline, baseline, plan->baselines)
    TW_FOREACH (TwBaselineItem, item, baseline->items)
      {
        int node = tw_index_find (index, item->id);

        if (node < 0
            || strstr (tw_record_name (tw_index_node (index, (guint) node)->record), TW_TEST_MARK))
          mark_string (self, &item->record, tw_record_type_field (&tw_baseline_item_type, "name"));
      }
}

static TwPlan *
make (guint round)
{
  TwPlaybook *playbook = tw_playbook_builtin ();
  TwPbMotion *motion = playbook->motions->items[round % tw_list_n (playbook->motions)];
  TwPbApproach *approach = playbook->approaches->items[round % tw_list_n (playbook->approaches)];
  TwPlanRequest request = { .customer = "Customer",
                            .start = tw_date_parse ("2026-11-02"),
                            .seats = 100 * (int) (round + 1),
                            .motions = (const char *[]){ motion->id, NULL },
                            .approaches = (const char *[]){ approach->id, NULL },
                            .plan_id = "marked" };

  return tw_playbook_make_plan (playbook, &request, NULL);
}

TwPlan *
tw_test_marked_plan (guint round, guint *n)
{
  Marker self = { .rand = round > 0 ? g_rand_new_with_seed (round) : NULL };
  TwPlan *plan = round % 2 == 0 ? tw_test_contoso () : make (round / 2);

  /* Nobody else has seen the plan yet. */
  mark (&self, &plan->record, FALSE);
  mark_baselines (&self, plan);
  g_clear_pointer (&self.rand, g_rand_free);
  *n = self.n;
  return plan;
}

static void
mark_recorded (TwRecord *record, guint *n)
{
  static const char *const built[]
      = { "name", "text", "kind", "role", "every", "playbook", "playbook_edition", "language" };

  for (guint i = 0; i < record->type->n_fields; i++)
    {
      const TwField *field = &record->type->fields[i];
      gboolean keeps = record->type == &tw_holiday_type;

      for (guint j = 0; j < G_N_ELEMENTS (built); j++)
        keeps = keeps
                || (g_str_equal (field->name, built[j]) && record->type != &tw_person_type
                    && record->type != &tw_customer_type && record->type != &tw_note_type
                    && record->type != &tw_slice_type && record->type != &tw_agenda_item_type
                    && record->type != &tw_baseline_type && record->type != &tw_baseline_item_type);
      if (field->type == TW_FIELD_RECORD && tw_record_get (record, field).record != NULL)
        mark_recorded (tw_record_get (record, field).record, n);
      else if (field->type == TW_FIELD_LIST)
        TW_FOREACH (TwRecord, item, tw_record_get (record, field).list)
          mark_recorded (item, n);
      else if (!keeps && (field->type == TW_FIELD_LINE || field->type == TW_FIELD_TEXT)
               && !g_str_equal (field->name, "customer_name"))
        {
          tw_record_set (record, field, (TwValue){ .string = (char *) TW_TEST_MARK });
          ++*n;
        }
    }
  json_object_set_string_member (tw_record_add_unknown (record), "zz", TW_TEST_MARK_UNKNOWN);
}

guint
tw_test_mark_recorded (TwPlan *plan)
{
  guint n = 0;

  mark_recorded (&plan->record, &n);
  return n;
}
