/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-test-plan.h"

static void
tables_are_sound (void)
{
  for (guint i = 0; tw_record_types[i] != NULL; i++)
    {
      const TwRecordType *type = tw_record_types[i];

      g_assert_cmpuint (type->n_fields, <=, 64);
      g_assert_true (type->key == NULL || tw_record_type_field (type, type->key) != NULL);
      for (guint j = 0; j < type->n_fields; j++)
        {
          const TwField *field = &type->fields[j];

          g_assert_cmpuint (field->offset, >=, sizeof (TwRecord));
          g_assert_cmpuint (field->offset, <, type->size);
          g_assert_true (tw_record_type_field (type, field->name) == field);
          g_assert_true ((field->type == TW_FIELD_LIST || field->type == TW_FIELD_RECORD)
                         == (field->of != NULL));
          g_assert_true ((field->type == TW_FIELD_WORD || field->type == TW_FIELD_WORDS)
                         == (field->words != NULL));
        }
    }
}

static void
copies_share_and_compare (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwPlan) copy = tw_record_copy (plan);

  g_assert_true (tw_record_equal (plan, copy));
  g_assert_true (plan->motions == copy->motions);
  tw_string_set (&copy->title, "Other");
  g_assert_false (tw_record_equal (plan, copy));
}

static void
finds_by_place (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autofree char *text = NULL;
  TwPlace place;

  g_assert_true (tw_plan_find (plan, &tw_activity_type, "a13", &place));
  text = tw_place_to_string (&place);
  g_assert_cmpstr (text, ==, "motions[1].phases[2].activities[0]");
  g_assert_cmpstr (((TwActivity *) tw_plan_at (plan, &place))->id, ==, "a13");
  g_assert_false (tw_plan_find (plan, &tw_activity_type, "m1", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/tables-are-sound", tables_are_sound);
  g_test_add_func ("/record/copies-share-and-compare", copies_share_and_compare);
  g_test_add_func ("/record/finds-by-place", finds_by_place);
  return g_test_run ();
}
