/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "tw-edit-plan.h"
#include "tw-edit.h"
#include "tw-playbook-add.h"
#include "tw-template.h"
#include "tw-test-mark.h"
#include "tw-test-plan.h"
#include "tw-test-structure.h"
#include "tw-verify.h"

#define IDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static char *
text_of (TwPlaybook *template)
{
  g_autoptr (GBytes) bytes = tw_playbook_to_bytes (template);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The template as it is read again from its file. */
static TwPlaybook *
keep (TwPlaybook *base, TwPlan *plan, const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwPlaybook) template = tw_template_new (base, plan, what, "My way", &error);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) tw_fault_free);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL, *again = NULL;
  TwPlaybook *read;

  g_assert_no_error (error);
  bytes = tw_playbook_to_bytes (template);
  read = tw_playbook_read (bytes, faults);
  if (faults->len > 0)
    {
      g_autofree char *fault = tw_fault_to_string (faults->pdata[0], "template");

      g_test_message ("%s", fault);
    }
  g_assert_nonnull (read);
  text = text_of (template);
  again = text_of (read);
  g_assert_cmpstr (text, ==, again);
  return read;
}

static TwPlan *
make (TwPlaybook *playbook, const char *const *motions, const char *const *approaches)
{
  TwPlanRequest request = { .customer = "Fabrikam",
                            .start = tw_date_parse ("2027-03-01"),
                            .seats = 4200,
                            .motions = motions,
                            .approaches = approaches };
  g_autoptr (GError) error = NULL;
  TwPlan *plan = tw_playbook_make_plan (playbook, &request, &error);
  g_autoptr (GPtrArray) breaches = NULL;

  g_assert_no_error (error);
  breaches = tw_plan_verify (plan);
  g_assert_cmpuint (breaches->len, ==, 0);
  return plan;
}

static void
comes_back (TwPlaybook *base, TwPlan *plan)
{
  g_autoptr (TwPlaybook) template = keep (base, plan, NULL);
  g_autoptr (TwPlan) again = make (template, NULL, NULL);

  tw_test_same_structure (again, plan, TRUE);
}

/* Every chain of two motions with two approaches, and the example. */
static void
a_plan_of_it_is_built_the_same (void)
{
  TwPlaybook *playbook = tw_playbook_builtin ();
  g_autoptr (TwPlan) contoso = tw_test_contoso (), named = NULL;

  TW_FOREACH (TwPbMotion, first, playbook->motions)
    TW_FOREACH (TwPbMotion, second, playbook->motions)
      {
        g_autoptr (TwPlan) plan = NULL;

        if (first == second)
          continue;
        plan = make (playbook, IDS (first->id, second->id), IDS ("skype-to-teams", "get-modern"));
        comes_back (playbook, plan);
      }
  named = tw_edit_without_names (contoso, "the customer");
  comes_back (playbook, named);
}

static TwPlan *
edit (TwPlan *plan, const TwRecordType *type, const char *id, const char *member, TwValue value)
{
  g_autoptr (GError) error = NULL;
  TwPlan *edited = tw_plan_set_by_id (plan, type, id, member, value, &error);

  g_assert_no_error (error);
  tw_plan_unref (plan);
  return edited;
}

static TwPlan *
link_to (TwPlan *plan, const TwRecordType *type, const char *id, const char *const *after)
{
  TwList *links = after[0] != NULL ? tw_list_new_strv (TW_FIELD_REFS, after)
                                   : tw_list_new (TW_FIELD_REFS, NULL, 0);
  TwPlan *edited = edit (plan, type, id, "after", (TwValue){ .list = links });

  tw_list_unref (links);
  return edited;
}

/* What the playbook itself doesn't have: phases that overlap, motions side by side, links across
 * phases, phases of one's own, the same phase twice, names of one's own. */
static void
what_a_person_built_comes_back (void)
{
  TwPlan *plan = tw_test_plan ("m1: h1: a1 5, a2 3 after a1; h2: a3 2 after a1; h3: "
                               "m2: h4: a4 1, a5 0 after a4; h5: a6 9; h6: a7 1 "
                               "m3: h7: a8 2");
  g_autoptr (TwPlan) built = NULL;
  static const char *const kinds[][2]
      = { { "h1", "assess" }, { "h2", "enable" }, { "h4", "enable" },
          { "h5", "assess" }, { "h6", "assess" }, { "h7", "assess" } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    plan = edit (plan, &tw_phase_type, kinds[i][0], "kind",
                 (TwValue){ .string = (char *) kinds[i][1] });
  plan = edit (plan, &tw_phase_type, "h7", "name", (TwValue){ .string = (char *) "h1" });
  plan = edit (plan, &tw_phase_type, "h3", "days", (TwValue){ .number = 7 });
  plan = edit (plan, &tw_phase_type, "h2", "customer_name", (TwValue){ .string = (char *) "Go" });
  plan = edit (plan, &tw_activity_type, "a3", "name", (TwValue){ .string = (char *) "日本" });
  plan = edit (plan, &tw_activity_type, "a4", "kind", (TwValue){ .string = (char *) "go live!" });
  plan = edit (plan, &tw_activity_type, "a6", "kind", (TwValue){ .string = (char *) "go live!" });
  plan = edit (plan, &tw_plan_type, NULL, "go_live", (TwValue){ .string = (char *) "a5" });
  plan = link_to (plan, &tw_motion_type, "m2", IDS ("h1"));
  plan = link_to (plan, &tw_phase_type, "h2", IDS (NULL));
  plan = link_to (plan, &tw_phase_type, "h5", IDS ("a2", "h2"));
  plan = link_to (plan, &tw_activity_type, "a7", IDS ("m1", "a4"));
  built = plan;
  comes_back (tw_playbook_builtin (), built);
}

static void
a_motion_is_kept (void)
{
  TwPlaybook *playbook = tw_playbook_builtin ();
  g_autoptr (TwPlan) plan
      = make (playbook, IDS ("targeting", "customer-health"), IDS ("skype-to-teams"));
  TwMotion *health = plan->motions->items[1];
  g_autoptr (TwPlaybook) template = keep (playbook, plan, health->id);
  g_autoptr (TwPlan) again = make (template, NULL, NULL);
  g_autoptr (TwPlan) alone = tw_edit_delete (
      plan, &tw_motion_type, ((TwMotion *) plan->motions->items[0])->id, NULL, NULL);
  TwPbMotion *kept = template->motions->items[0];
  g_autoptr (TwPlan) added = NULL;
  g_autoptr (GError) error = NULL;
  TwMotion *of_two;

  g_assert_cmpuint (tw_list_n (template->motions), ==, 1);
  g_assert_cmpuint (tw_list_n (kept->entry_criteria), ==, tw_list_n (health->handover->ready));
  of_two = alone->motions->items[0];
  g_assert_cmpuint (tw_list_n (((TwMotion *) again->motions->items[0])->phases), ==,
                    tw_list_n (of_two->phases));
  /* And to a plan that has something else already. */
  added = tw_playbook_add_motion (
      template, alone, &(TwMotionRequest){ .motion = kept->id, .at = G_MAXUINT }, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tw_list_n (((TwMotion *) added->motions->items[1])->phases), ==,
                    tw_list_n (health->phases));
}

static TwActivity *
find_kind (TwPhase *phase, const char *kind)
{
  TW_FOREACH (TwActivity, activity, phase->activities)
    if (g_strcmp0 (activity->kind, kind) == 0)
      return activity;
  return NULL;
}

static void
an_approach_is_kept (void)
{
  TwPlaybook *playbook = tw_playbook_builtin ();
  g_autoptr (TwPlan) plan = make (playbook, IDS ("customer-health"), IDS ("security-compliance"));
  g_autoptr (TwPlaybook) template = keep (playbook, plan, "security-compliance");
  g_autoptr (TwPlan) target = make (playbook, IDS ("customer-health"), NULL);
  g_autoptr (TwPlan) mine = NULL, theirs = NULL;
  g_autofree char *my_words = NULL, *their_words = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (tw_list_n (template->motions), ==, 0);
  mine = tw_playbook_add_approach (template, target, "security-compliance", &my_words, &error);
  g_assert_no_error (error);
  theirs = tw_playbook_add_approach (playbook, target, "security-compliance", &their_words, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (my_words, ==, their_words);
  /* Linked to what is there and doesn't come with it. */
  TW_FOREACH (TwMotion, motion, mine->motions)
    TW_FOREACH (TwPhase, phase, motion->phases)
      {
        TwActivity *baseline = find_kind (phase, "security-baseline-check"),
                   *kickoff = find_kind (phase, "conduct-customer-kickoff");

        g_assert_true ((baseline != NULL) == g_str_equal (phase->kind, "initiate"));
        if (baseline != NULL && kickoff != NULL)
          g_assert_true (tw_list_has (baseline->after, kickoff->id));
      }
  /* In the same places of the phases but for details, which are the approach's own now. */
  TW_FOREACH (TwMotion, motion, theirs->motions)
    TW_FOREACH (TwPhase, phase, motion->phases)
      {
        TwMotion *of = mine->motions->items[0];
        TwPhase *other = tw_list_find (of->phases, phase->id, NULL);

        g_assert_cmpuint (tw_list_n (other->activities), ==, tw_list_n (phase->activities));
      }
}

/* The files of templates of a plan, of one of its motions and of one of its approaches. */
static char *
all_texts (TwPlan *plan)
{
  const char *whats[] = { NULL, ((TwMotion *) plan->motions->items[0])->id,
                          ((TwApproach *) plan->approaches->items[0])->id };
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (whats); i++)
    {
      g_autoptr (TwPlaybook) template = keep (tw_playbook_builtin (), plan, whats[i]);
      g_autofree char *text = text_of (template);

      g_string_append (all, text);
    }
  return g_string_free (all, FALSE);
}

/* No string that isn't part of what the plan is built of, and no date. */
static void
nothing_of_the_customer_is_in_it (void)
{
  g_autoptr (GRegex) date = g_regex_new ("\"[12][0-9]{3}-[0-9]{2}-[0-9]{2}\"", 0, 0, NULL);
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autofree char *text = NULL;

  g_assert_cmpuint (tw_test_mark_recorded (plan), >, 300);
  text = all_texts (plan);
  g_assert_null (strstr (text, TW_TEST_MARK));
  g_assert_false (g_regex_match (date, text, 0, NULL));
}

/* Nor the name of a person or of the customer in what it is built of. */
static void
names_are_blotted_out (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autofree char *title
      = g_strdup_printf ("Visit %s at CONTOSO", ((TwPerson *) plan->people->items[1])->name);
  g_autofree char *text = NULL, *lower = NULL;

  plan = edit (plan, &tw_activity_type, "a5", "name", (TwValue){ .string = title });
  text = all_texts (plan);
  lower = g_utf8_strdown (text, -1);
  g_assert_null (strstr (lower, "contoso"));
  g_assert_nonnull (strstr (text, "Visit N. N. at the customer"));
  TW_FOREACH (TwPerson, person, plan->people)
    g_assert_null (strstr (text, person->name));
}

/* Whatever legal form the customer's name has. */
static void
the_customer_is_blotted_out_without_its_form (void)
{
  const char *const names[] = { "Nokia Oyj", "Nokia, Inc.", "Nokia S.p.A.", "Nokia", NULL };

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (TwPlan) plan = tw_test_plan ("m1: h1: a1 1");
      g_autoptr (TwIndex) index = tw_index_new (plan);
      g_autoptr (TwPlan) named = NULL;
      g_autoptr (TwIndex) after = NULL;
      TwActivity *activity = tw_index_activity (index, "a1");

      /* Nobody else has seen the plan yet. */
      tw_string_set (&plan->customer->name, names[i]);
      tw_string_set (&activity->name, "Nokia kick-off");
      named = tw_edit_without_names (plan, "the customer");
      after = tw_index_new (named);
      g_assert_cmpstr (tw_index_activity (after, "a1")->name, ==, "the customer kick-off");
    }
}

static void
a_template_is_saved_renamed_and_removed (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TwPlaybook) template
      = tw_template_new (tw_playbook_builtin (), plan, NULL, "My Way", &error);
  g_autoptr (TwPlaybook) found = NULL, renamed = NULL;
  g_autofree char *id = NULL, *other = NULL;

  g_assert_no_error (error);
  g_assert_true (tw_template_save (template, &id, &error));
  g_assert_no_error (error);
  g_assert_true (tw_template_save (template, &other, &error));
  g_assert_cmpstr (id, ==, "my-way");
  g_assert_cmpstr (other, ==, "my-way-2");
  found = tw_playbook_find (other);
  g_assert_cmpstr (found->title, ==, "My Way");
  g_assert_true (tw_template_rename (other, "Your Way", &error));
  renamed = tw_playbook_find (other);
  g_assert_cmpstr (renamed->title, ==, "Your Way");
  g_assert_false (tw_template_rename (other, "", &error));
  g_clear_error (&error);
  g_assert_true (tw_template_remove (id, &error));
  g_assert_true (tw_template_remove (other, &error));
  g_assert_null (tw_playbook_find (other));
  g_assert_false (tw_template_remove (other, &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (tw_template_is_own ("fasttrack-m365"));
  g_assert_null (tw_template_new (tw_playbook_builtin (), plan, "no-such", "A", &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (tw_template_new (tw_playbook_builtin (), plan, NULL, " ", &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
}

int
main (int argc, char **argv)
{
  static const char *const folders[] = { "trackway/playbooks", "trackway", "" };
  int result;
  g_autofree char *home = g_dir_make_tmp ("trackway-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
#define TEST(name, func) g_test_add_func ("/template/" name, func)
  TEST ("a-plan-of-it-is-built-the-same", a_plan_of_it_is_built_the_same);
  TEST ("what-a-person-built-comes-back", what_a_person_built_comes_back);
  TEST ("a-motion-is-kept", a_motion_is_kept);
  TEST ("an-approach-is-kept", an_approach_is_kept);
  TEST ("nothing-of-the-customer-is-in-it", nothing_of_the_customer_is_in_it);
  TEST ("names-are-blotted-out", names_are_blotted_out);
  TEST ("the-customer-is-blotted-out-without-its-form",
        the_customer_is_blotted_out_without_its_form);
  TEST ("a-template-is-saved-renamed-and-removed", a_template_is_saved_renamed_and_removed);
  result = g_test_run ();
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename (home, folders[i], NULL);

      g_rmdir (folder);
    }
  return result;
}
