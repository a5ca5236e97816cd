/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-json.h"
#include "tw-test-plan.h"

#define HEAD                                                                                       \
  "{\"format\":\"trackway-plan\",\"version\":1,\"id\":\"x\",\"title\":\"T\","                      \
  "\"start\":\"2026-11-02\",\"customer\":{\"name\":\"C\"}"

static char *
faults_of (const char *bytes, gsize length)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) tw_fault_free);
  TwRecord *record = tw_json_read (&tw_plan_type, bytes, length, TW_JSON_STRICT, NULL, faults);
  GString *text = g_string_new (NULL);

  g_assert_true ((record == NULL) == (faults->len > 0));
  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *line = tw_fault_to_string (faults->pdata[i], "f");

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  g_clear_pointer (&record, tw_record_unref);
  return g_string_free (text, FALSE);
}

static void
expect (const char *bytes, const char *faults)
{
  g_autofree char *found = faults_of (bytes, strlen (bytes));

  g_assert_cmpstr (found, ==, faults);
}

static void
wrong_values (void)
{
  expect (HEAD "}", "");
  expect (HEAD ",\n \"deadline\": \"2027-02-30\"}",
          "f:2:14: deadline: expected a date from 1900-01-01 to 9999-12-31 as YYYY-MM-DD, found "
          "\"2027-02-30\"");
  expect (HEAD ",\"motions\":[{\"id\":\"m1\",\"name\":\"M\",\"phases\":[{\"id\":\"h1\","
               "\"name\":\"H\",\n\"activities\":[{\"id\":\"a1\",\"name\":\"A\",\"days\":\"three\"}]"
               "}]}]}",
          "f:2:44: motions[0].phases[0].activities[0].days: expected a whole number from 0 to "
          "10000, found \"three\"");
  expect (HEAD ",\"people\":[{\"id\":\"p\",\"name\":\"N\",\"side\":\"theirs\"}]}",
          "f:1:143: people[0].side: expected one of these words: ours, customer, partner, vendor, "
          "found \"theirs\"");
  expect (HEAD ",\"lead\":null}", "f:1:112: lead: null isn’t allowed; leave the member out");
  expect (HEAD ",\"x\":1.5}",
          "f:1:109: x: expected a whole number of at most 18 digits, found 1.5");
  expect (HEAD ",\"title\":\"U\"}", "f:1:105: title: this member stands here twice");
  expect ("{\"format\":\"trackway-plan\",\"version\":1,\"id\":\"x\",\"title\":\" \","
          "\"start\":\"2026-11-02\"}",
          "f:1:56: title: expected a line of 1 to 1000 characters, found \" \"\n"
          "f:1:1: customer: this member is missing");
}

static void
wrong_syntax (void)
{
  static const char *const wrong[] = { "",
                                       "{",
                                       "{\"a\":1,}",
                                       "{'a':1}",
                                       "{\"a\":01}",
                                       "{\"a\":1}x",
                                       "[]",
                                       "{\"a\" 1}",
                                       "{\"a\":\"\\x\"}",
                                       "{\"a\":\"\\u0000\"}",
                                       "{\"a\":\"\\ud800\"}",
                                       "{\"a\":tru}",
                                       "{/**/}",
                                       "{\"a\":\"\n\"}",
                                       "{\"a\":+1}",
                                       "{\"a\":0x1}",
                                       "{\"a\":[1,]}" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *found = faults_of (wrong[i], strlen (wrong[i]));

      g_test_message ("%s -> %s", wrong[i], found);
      g_assert_cmpstr (found, !=, "");
    }
}

static void
nested_brackets (void)
{
  g_autofree char *bytes = g_strnfill (1000000, '[');
  g_autofree char *found = faults_of (bytes, 1000000);
  g_autoptr (GString) inside = g_string_new ("{\"x\":");
  g_autofree char *found_inside = NULL;

  g_assert_cmpstr (found, !=, "");
  g_string_append_len (inside, bytes, 1000000);
  found_inside = faults_of (inside->str, inside->len);
  g_assert_nonnull (strstr (found_inside, "brackets are nested more than 64 deep"));
}

static void
invalid_utf8 (void)
{
  expect ("{\"format\": \"\xff\"}", "f:1:13: byte 0xff isn’t valid UTF-8 text");
}

static void
same_bytes_again (void)
{
  g_autofree char *path = tw_test_path ("data/examples/contoso.plan.json");
  g_autofree char *bytes = NULL;
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  GString *written = tw_json_write (plan);

  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_cmpstr (written->str, ==, bytes);
  g_string_free (written, TRUE);
}

/* Every record type keeps members that its table doesn't have. */
static void
unknown_members_stay (void)
{
  for (guint i = 0; tw_record_types[i] != NULL; i++)
    {
      TwRecord *record = tw_record_new (tw_record_types[i]);
      g_autoptr (GPtrArray) faults
          = g_ptr_array_new_with_free_func ((GDestroyNotify) tw_fault_free);
      TwRecord *again;
      GString *first, *second;

      for (guint j = 0; j < record->type->n_fields; j++)
        {
          const TwField *field = &record->type->fields[j];

          if (!field->required || field->type == TW_FIELD_WORD)
            continue;
          if (field->type == TW_FIELD_DATE)
            tw_record_set (record, field, (TwValue){ .date = TW_DATE_MIN });
          else if (field->type == TW_FIELD_INT)
            tw_record_set (record, field, (TwValue){ .number = field->min });
          else if (field->type == TW_FIELD_RECORD)
            {
              TwCustomer *customer = tw_record_new (&tw_customer_type);

              tw_string_set (&customer->name, "C");
              tw_record_set (record, field, (TwValue){ .record = &customer->record });
              tw_record_unref (customer);
            }
          else
            tw_record_set (record, field, (TwValue){ .string = (char *) "x" });
        }
      json_object_set_string_member (tw_record_add_unknown (record), "zz", "kept \" \\ \n");
      json_object_set_int_member (tw_record_add_unknown (record), "aa", G_MAXINT32);
      first = tw_json_write (record);
      again = tw_json_read (record->type, first->str, first->len, TW_JSON_STRICT, NULL, faults);
      g_assert_nonnull (again);
      g_assert_true (tw_record_equal (record, again));
      second = tw_json_write (again);
      g_assert_cmpstr (first->str, ==, second->str);
      g_string_free (first, TRUE);
      g_string_free (second, TRUE);
      tw_record_unref (record);
      tw_record_unref (again);
    }
}

/* However long a list is: which entry stands in it twice, and none that doesn't. */
static void
long_lists (void)
{
  static const guint lengths[] = { 3, 63, 64, 65, 200 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    for (int twice = 0; twice < 2; twice++)
      {
        GString *text
            = g_string_new (HEAD ",\"motions\":[{\"id\":\"m1\",\"name\":\"M\",\n\"after\":[");
        g_autofree char *found = NULL, *expected = NULL;

        for (guint j = 0; j < lengths[i]; j++)
          g_string_append_printf (text, "%s\n\"a%u\"", j > 0 ? "," : "", j);
        expected
            = twice
                  ? g_strdup_printf ("f:%u:1: motions[0].after[%u]: “a1” stands in the list twice",
                                     lengths[i] + 3, lengths[i])
                  : g_strdup ("");
        g_string_append_printf (text, "%s]}]}", twice ? ",\n\"a1\"" : "");
        found = faults_of (text->str, text->len);
        g_assert_cmpstr (found, ==, expected);
        g_string_free (text, TRUE);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/wrong-values", wrong_values);
  g_test_add_func ("/json/wrong-syntax", wrong_syntax);
  g_test_add_func ("/json/nested-brackets", nested_brackets);
  g_test_add_func ("/json/invalid-utf8", invalid_utf8);
  g_test_add_func ("/json/same-bytes-again", same_bytes_again);
  g_test_add_func ("/json/unknown-members-stay", unknown_members_stay);
  g_test_add_func ("/json/long-lists", long_lists);
  return g_test_run ();
}
