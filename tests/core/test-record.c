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

/* Another value than the default, which the caller frees with release(). */
static TwValue
some_value (const TwField *field)
{
  static char text[] = "a1";
  TwValue value = { NULL };

  switch (field->type)
    {
    case TW_FIELD_LINE:
    case TW_FIELD_TEXT:
    case TW_FIELD_ID:
    case TW_FIELD_REF:
      value.string = text;
      break;
    case TW_FIELD_DATE:
      value.date = tw_date_parse ("2027-01-22");
      break;
    case TW_FIELD_INT:
      value.number = field->standard == field->max ? field->min : field->max;
      break;
    case TW_FIELD_BOOL:
      value.number = !field->standard;
      break;
    case TW_FIELD_WORD:
      value.number = field->standard == 0 && field->words[1] != NULL ? 1 : 0;
      break;
    case TW_FIELD_WORDS:
      value.words = (guint) field->standard == 1 ? 2 : 1;
      break;
    case TW_FIELD_LINES:
    case TW_FIELD_REFS:
      value.list = tw_list_new_strv (field->type, (const char *[]){ "a1", "a2", NULL });
      break;
    case TW_FIELD_DATES:
      value.list = tw_list_new (field->type, (gpointer[]){ GUINT_TO_POINTER (TW_DATE_MIN) }, 1);
      break;
    case TW_FIELD_RECORD:
      value.record = tw_record_new (field->of);
      break;
    case TW_FIELD_LIST:
      value.list = tw_list_new (field->type, (gpointer[]){ tw_record_new (field->of) }, 1);
      break;
    }
  return value;
}

static void
release (const TwField *field, TwValue value)
{
  if (field->type == TW_FIELD_RECORD)
    tw_record_unref (value.record);
  else if (field->type >= TW_FIELD_LINES && field->type != TW_FIELD_REF)
    tw_list_unref (value.list);
}

/* A member that overlaps its neighbour, or a type that doesn't fit the struct's, shows here. */
static void
every_member_keeps_what_is_set (void)
{
  for (guint i = 0; tw_record_types[i] != NULL; i++)
    for (guint j = 0; j < tw_record_types[i]->n_fields; j++)
      {
        const TwRecordType *type = tw_record_types[i];
        const TwField *field = &type->fields[j];
        gpointer empty = tw_record_new (type), record = tw_record_new (type), copy;
        TwValue value = some_value (field);
        gboolean had_default = tw_value_is_standard (field, tw_record_get (record, field));
        g_autofree char *complaint = tw_field_complaint (field, value);

        g_assert_true (had_default || field->required || field->keep_empty);
        /* format has one value only */
        if (!tw_value_equal (field, value, tw_record_get (empty, field)))
          {
            tw_record_set (record, field, value);
            g_assert_true (tw_value_equal (field, tw_record_get (record, field), value));
            g_assert_false (tw_value_is_standard (field, tw_record_get (record, field)));
            g_assert_false (tw_record_equal (record, empty));
            for (guint k = 0; k < type->n_fields; k++)
              if (k != j)
                g_assert_true (tw_value_equal (&type->fields[k],
                                               tw_record_get (record, &type->fields[k]),
                                               tw_record_get (empty, &type->fields[k])));
          }
        g_assert_null (complaint);
        copy = tw_record_copy (record);
        g_assert_true (tw_record_equal (copy, record));
        tw_record_set (copy, field, tw_record_get (empty, field));
        g_assert_true (tw_record_equal (copy, empty));
        tw_record_unref (copy);
        tw_record_unref (record);
        tw_record_unref (empty);
        release (field, value);
      }
}

static void
defaults_fit_their_fields (void)
{
  for (guint i = 0; tw_record_types[i] != NULL; i++)
    for (guint j = 0; j < tw_record_types[i]->n_fields; j++)
      {
        const TwField *field = &tw_record_types[i]->fields[j];
        guint n_words = field->words != NULL ? g_strv_length ((char **) field->words) : 0;

        g_assert_cmpuint (field->offset + sizeof (int), <=, tw_record_types[i]->size);
        if (field->type == TW_FIELD_INT)
          {
            g_assert_cmpint (field->min, <=, field->max);
            g_assert_true (field->standard == TW_INT_NONE
                           || (field->min <= field->standard && field->standard <= field->max));
          }
        if (field->type == TW_FIELD_WORD)
          g_assert_true (field->standard >= TW_WORD_NONE && field->standard < (int) n_words);
        if (field->type == TW_FIELD_WORDS)
          g_assert_true (n_words < 32 && (guint) field->standard < 1u << n_words);
        if (field->type == TW_FIELD_REF || field->type == TW_FIELD_REFS)
          g_assert_cmpint (field->refers_to, !=, 0);
        for (guint k = 0; k < n_words; k++)
          g_assert_cmpint (tw_field_word (field, field->words[k]), ==, (int) k);
      }
}

static void
lists_have_no_doubles (void)
{
  const TwField *lines = tw_record_type_field (&tw_activity_type, "deliverables");
  const TwField *refs = tw_record_type_field (&tw_activity_type, "after");
  const TwField *dates = tw_record_type_field (&tw_recurring_type, "done");
  g_autoptr (TwList) strings
      = tw_list_new_strv (TW_FIELD_LINES, (const char *[]){ "a b", "a b", NULL });
  g_autoptr (TwList) ids = tw_list_new_strv (TW_FIELD_REFS, (const char *[]){ "a1", "a1", NULL });
  g_autoptr (TwList) days = tw_list_new (TW_FIELD_DATES, (gpointer[]){ GUINT_TO_POINTER (1) }, 1);
  g_autofree char *of_lines = tw_field_complaint (lines, (TwValue){ .list = strings });
  g_autofree char *of_refs = tw_field_complaint (refs, (TwValue){ .list = ids });
  g_autofree char *of_dates = tw_field_complaint (dates, (TwValue){ .list = days });

  g_assert_nonnull (of_lines);
  g_assert_nonnull (of_refs);
  g_assert_nonnull (of_dates);
}

static void
lists_are_spliced (void)
{
  g_autoptr (TwList) list
      = tw_list_new_strv (TW_FIELD_REFS, (const char *[]){ "a", "b", "c", NULL });
  g_autoptr (TwList) added = tw_list_new_strv (TW_FIELD_REFS, (const char *[]){ "x", "y", NULL });
  g_autoptr (TwList) middle = tw_list_splice (list, TW_FIELD_REFS, 1, 1, added);
  g_autoptr (TwList) expected
      = tw_list_new_strv (TW_FIELD_REFS, (const char *[]){ "a", "x", "y", "c", NULL });
  g_autoptr (TwList) first = tw_list_splice (NULL, TW_FIELD_REFS, 0, 0, added);

  g_assert_true (tw_list_equal (middle, expected));
  g_assert_true (tw_list_equal (first, added));
  g_assert_null (tw_list_splice (list, TW_FIELD_REFS, 0, 3, NULL));
  g_assert_cmpuint (tw_list_n (list), ==, 3);
  g_assert_true (tw_list_has (list, "c") && !tw_list_has (list, "x"));
  g_assert_false (tw_list_equal (list, middle));
}

static void
dates_are_put_in_order (void)
{
  GPtrArray *days = g_ptr_array_new ();
  g_autoptr (TwList) list = NULL;

  g_ptr_array_add (days, GUINT_TO_POINTER (TW_DATE_MIN + 1));
  g_ptr_array_add (days, GUINT_TO_POINTER (TW_DATE_MIN));
  list = tw_list_new_take (TW_FIELD_DATES, days);
  g_assert_cmpuint (GPOINTER_TO_UINT (list->items[0]), ==, TW_DATE_MIN);
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

static gpointer
give_and_take_back_an_id (gpointer data G_GNUC_UNUSED)
{
  char *id = NULL;

  for (int i = 0; i < 500000; i++)
    {
      tw_id_set (&id, "never-kept");
      g_assert_cmpstr (id, ==, "never-kept");
      tw_id_set (&id, NULL);
    }
  return NULL;
}

static void
in_two_threads (GThreadFunc func, gpointer data)
{
  GThread *other = g_thread_new ("other", func, data);

  func (data);
  g_thread_join (other);
}

static void
ids_in_two_threads (void)
{
  in_two_threads (give_and_take_back_an_id, NULL);
}

static gpointer
copy_and_release (gpointer record)
{
  for (int i = 0; i < 100000; i++)
    tw_record_unref (tw_record_copy (record));
  return NULL;
}

/* What both hold in common is counted right: the plan that is being saved and its next edit. */
static void
unknown_members_in_two_threads (void)
{
  for (int i = 0; i < 10; i++)
    {
      TwRecord *record = tw_record_new (&tw_check_type);
      JsonObject *unknown = tw_record_add_unknown (record);

      json_object_set_int_member (unknown, "zz", 1);
      in_two_threads (copy_and_release, record);
      g_assert_cmpint (json_object_get_int_member (unknown, "zz"), ==, 1);
      tw_record_unref (record);
    }
}

/* Another string with the same text doesn't take the id with it, and an id that nobody has any more
 * comes back at its place. */
static void
an_id_stays_one_string (void)
{
  char *id = NULL, *same = NULL, *text = NULL;
  char *first;

  tw_id_set (&id, "m36");
  first = id;
  tw_string_set (&text, "m36");
  tw_string_set (&text, "m365");
  tw_id_set (&same, "m36");
  g_assert_true (same == first);
  tw_id_set (&id, NULL);
  tw_id_set (&same, NULL);
  tw_string_set (&text, NULL);
  tw_id_set (&id, "m36");
  g_assert_true (id == first);
  tw_id_set (&id, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/tables-are-sound", tables_are_sound);
  g_test_add_func ("/record/every-member-keeps-what-is-set", every_member_keeps_what_is_set);
  g_test_add_func ("/record/defaults-fit-their-fields", defaults_fit_their_fields);
  g_test_add_func ("/record/lists-have-no-doubles", lists_have_no_doubles);
  g_test_add_func ("/record/lists-are-spliced", lists_are_spliced);
  g_test_add_func ("/record/dates-are-put-in-order", dates_are_put_in_order);
  g_test_add_func ("/record/copies-share-and-compare", copies_share_and_compare);
  g_test_add_func ("/record/finds-by-place", finds_by_place);
  g_test_add_func ("/record/ids-in-two-threads", ids_in_two_threads);
  g_test_add_func ("/record/unknown-members-in-two-threads", unknown_members_in_two_threads);
  g_test_add_func ("/record/an-id-stays-one-string", an_id_stays_one_string);
  return g_test_run ();
}
