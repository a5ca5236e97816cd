/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-edit.h"
#include "tw-playbook-add.h"
#include "tw-test-plan.h"
#include "tw-test-structure.h"
#include "tw-verify.h"

#define IDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* With every workload in scope unless told otherwise. */
static TwPlan *
make (const char *const *motions, const char *const *approaches, const char *const *workloads,
      int seats)
{
  TwList *list = tw_playbook_builtin ()->workloads;
  g_autofree const char **all = g_new0 (const char *, tw_list_n (list) + 1);
  TwPlanRequest request = { .customer = "Contoso Ltd",
                            .start = tw_date_parse ("2026-11-02"),
                            .seats = seats,
                            .motions = motions,
                            .approaches = approaches,
                            .workloads = workloads };
  g_autoptr (GError) error = NULL;
  TwPlan *plan;

  for (guint i = 0; i < tw_list_n (list); i++)
    all[i] = ((TwPbWorkload *) list->items[i])->id;
  if (workloads == NULL)
    request.workloads = all;
  plan = tw_playbook_make_plan (tw_playbook_builtin (), &request, &error);
  g_assert_no_error (error);
  return plan;
}

static TwPlan *
add_motion (TwPlan *plan, const TwMotionRequest *request, char **id)
{
  g_autoptr (GError) error = NULL;
  TwPlan *edited = tw_playbook_add_motion (tw_playbook_builtin (), plan, request, id, &error);
  g_autoptr (GPtrArray) breaches = NULL;

  g_assert_no_error (error);
  breaches = tw_plan_verify (edited);
  g_assert_cmpuint (breaches->len, ==, 0);
  return edited;
}

static TwPlan *
add_approach (TwPlan *plan, const char *approach, char **sentence)
{
  g_autoptr (GError) error = NULL;
  TwPlan *edited
      = tw_playbook_add_approach (tw_playbook_builtin (), plan, approach, sentence, &error);
  g_autoptr (GPtrArray) breaches = NULL;

  g_assert_no_error (error);
  breaches = tw_plan_verify (edited);
  g_assert_cmpuint (breaches->len, ==, 0);
  return edited;
}

/* A plan that was made with two motions, and one to which the second was added. */
static void
a_motion_is_added_as_if_made_with_it (void)
{
  static const char *const chains[][2] = { { "re-engagement", "proactive" },
                                           { "targeting", "customer-health" },
                                           { "targeting", "rfa" },
                                           { "rfa", "customer-health" },
                                           { "enterprise-s400", "proactive" } };

  for (guint i = 0; i < G_N_ELEMENTS (chains); i++)
    {
      g_autoptr (TwPlan) both
          = make (IDS (chains[i][0], chains[i][1]), IDS ("get-modern"), NULL, 0);
      TwMotion *first = both->motions->items[0];
      g_autoptr (TwPlan) one = NULL, added = NULL;
      TwMotionRequest request = { .motion = chains[i][1], .after = first->id, .at = G_MAXUINT };
      g_autoptr (GError) error = NULL;
      char *id = NULL;

      one = tw_edit_delete (both, &tw_motion_type, ((TwMotion *) both->motions->items[1])->id, NULL,
                            &error);
      g_assert_no_error (error);
      added = add_motion (one, &request, &id);
      g_assert_cmpstr (((TwMotion *) added->motions->items[1])->id, ==, id);
      g_assert_cmpuint (strlen (id), ==, 7);
      tw_test_same_structure (added, both, TRUE);
      g_ref_string_release (id);
    }
}

static TwMotion *
motion_at (TwPlan *plan, guint at)
{
  return plan->motions->items[at];
}

static const char *
phase_kind (TwMotion *motion, guint at)
{
  return ((TwPhase *) motion->phases->items[at])->kind;
}

static void
a_motion_begins_and_ends_where_it_is_told (void)
{
  g_autoptr (TwPlan) plan = make (IDS ("targeting"), NULL, NULL, 0);
  g_autoptr (TwPlan) bounded = NULL, beside = NULL, behind = NULL;
  TwMotion *targeting = motion_at (plan, 0), *added;
  TwPhase *validation = targeting->phases->items[1];
  TwMotionRequest request
      = { .motion = "customer-health", .from = "assess", .to = "enable", .at = 0 };

  bounded = add_motion (plan, &request, NULL);
  added = motion_at (bounded, 0);
  g_assert_cmpstr (added->kind, ==, "customer-health");
  g_assert_cmpuint (tw_list_n (added->phases), ==, 3);
  g_assert_cmpstr (phase_kind (added, 0), ==, "assess");
  g_assert_cmpstr (phase_kind (added, 2), ==, "enable");
  g_assert_null (added->after);
  g_assert_null (added->handover);
  /* Health reviews and the like are bounded by phases that are there. */
  TW_FOREACH (TwRecurring, recurring, added->recurring)
    if (recurring->from != NULL)
      g_assert_nonnull (tw_list_find (added->phases, recurring->from, NULL));

  request = (TwMotionRequest){ .motion = "rfa", .at = G_MAXUINT };
  beside = add_motion (plan, &request, NULL);
  g_assert_cmpstr (phase_kind (motion_at (beside, 1), 0), ==, "validation");

  /* From a phase: what follows that one. */
  request.motion = "customer-health";
  request.after = validation->id;
  behind = add_motion (plan, &request, NULL);
  added = motion_at (behind, 1);
  g_assert_cmpstr (added->after->items[0], ==, validation->id);
  g_assert_cmpstr (phase_kind (added, 0), ==, "assignment");
  g_assert_cmpuint (tw_list_n (added->handover->ready), >, 0);
}

static void
a_motion_that_cannot_be_is_refused (void)
{
  g_autoptr (TwPlan) plan = make (IDS ("targeting"), NULL, NULL, 0);
  const TwMotionRequest requests[] = { { .motion = "no-such" },
                                       { .motion = "rfa", .from = "no-such" },
                                       { .motion = "rfa", .after = "no-such" },
                                       { .motion = "re-engagement", .from = "success" } };

  for (guint i = 0; i < G_N_ELEMENTS (requests); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
          tw_playbook_add_motion (tw_playbook_builtin (), plan, &requests[i], NULL, &error));
      g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
    }
}

/* Every approach, to plans of every motion and to one that has another approach already. */
static void
an_approach_is_added_as_if_made_with_it (void)
{
  TwPlaybook *playbook = tw_playbook_builtin ();

  TW_FOREACH (TwPbMotion, motion, playbook->motions)
    TW_FOREACH (TwPbApproach, first, playbook->approaches)
      TW_FOREACH (TwPbApproach, second, playbook->approaches)
        {
          g_autoptr (TwPlan) both = NULL, one = NULL, added = NULL;

          if (first == second)
            continue;
          both = make (IDS (motion->id), IDS (first->id, second->id), NULL, 0);
          one = make (IDS (motion->id), IDS (first->id), NULL, 0);
          added = add_approach (one, second->id, NULL);
          tw_test_same_structure (added, both, TRUE);
        }
}

static void
an_approach_that_was_added_goes_again (void)
{
  TwPlaybook *playbook = tw_playbook_builtin ();

  TW_FOREACH (TwPbApproach, first, playbook->approaches)
    TW_FOREACH (TwPbApproach, second, playbook->approaches)
      {
        g_autoptr (TwPlan) one = NULL, added = NULL, removed = NULL;
        g_autoptr (GPtrArray) recorded = NULL;
        g_autoptr (GError) error = NULL;

        if (first == second)
          continue;
        one = make (IDS ("targeting", "customer-health"), IDS (first->id), NULL, 0);
        added = add_approach (one, second->id, NULL);
        recorded = tw_playbook_approach_recorded (playbook, added, second->id);
        g_assert_cmpuint (recorded->len, ==, 0);
        removed = tw_playbook_remove_approach (playbook, added, second->id, NULL, NULL, &error);
        g_assert_no_error (error);
        /* But for links that say again what another one says. */
        tw_test_same_structure (removed, one, FALSE);
      }
}

static void
an_approach_says_what_goes_where (void)
{
  g_autoptr (TwPlan) plan = make (IDS ("customer-health"), NULL, IDS ("exchange"), 0);
  g_autoptr (TwPlan) all = make (IDS ("customer-health"), NULL, NULL, 0);
  g_autoptr (TwPlan) rooms = NULL, wider = NULL, twice = NULL;
  g_autofree char *sentence = NULL, *scope = NULL;
  g_autoptr (GError) error = NULL;

  rooms = add_approach (all, "teams-rooms", &sentence);
  g_assert_cmpstr (sentence, ==, "3 activities: 1 in Assess, 2 in Enable");
  wider = add_approach (plan, "teams-rooms", &scope);
  g_assert_nonnull (strstr (scope, "; workloads added: Teams Rooms"));
  g_assert_nonnull (tw_list_find (wider->workloads, "teams-rooms", NULL));
  twice = tw_playbook_add_approach (tw_playbook_builtin (), wider, "teams-rooms", NULL, &error);
  g_assert_null (twice);
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
}

static TwActivity *
find_kind (TwPlan *plan, const char *kind)
{
  TW_FOREACH (TwMotion, motion, plan->motions)
    TW_FOREACH (TwPhase, phase, motion->phases)
      TW_FOREACH (TwActivity, activity, phase->activities)
        if (g_strcmp0 (activity->kind, kind) == 0)
          return activity;
  return NULL;
}

/* Of one that has to be there. */
static TwActivity *
the_kind (TwPlan *plan, const char *kind)
{
  TwActivity *activity = find_kind (plan, kind);

  if (activity == NULL)
    g_error ("no activity of the kind %s", kind);
  return activity;
}

static TwPlan *
set (TwPlan *plan, const char *kind, const char *member, TwValue value)
{
  g_autoptr (GError) error = NULL;
  TwPlan *edited = tw_plan_set_by_id (plan, &tw_activity_type, the_kind (plan, kind)->id, member,
                                      value, &error);

  g_assert_no_error (error);
  tw_plan_unref (plan);
  return edited;
}

/* MAKING.md, Removing an approach again. */
static void
what_was_recorded_is_asked_about (void)
{
  TwPlaybook *playbook = tw_playbook_builtin ();
  g_autoptr (TwPlan) plan = make (IDS ("customer-health"), IDS ("skype-to-teams"), NULL, 0);
  g_autoptr (GPtrArray) recorded = NULL;
  g_autoptr (TwPlan) some = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  const char *close;

  plan = set (plan, "s2t-pilot", "days", (TwValue){ .number = 99 });
  plan = set (plan, "s2t-close", "notes", (TwValue){ .string = (char *) "Ask Helen" });
  plan = set (plan, "s2t-coexistence", "after", (TwValue){ .list = NULL });
  close = the_kind (plan, "s2t-close")->id;
  recorded = tw_playbook_approach_recorded (playbook, plan, "skype-to-teams");
  g_assert_cmpuint (recorded->len, ==, 3);
  g_assert_cmpstr (((TwActivity *) recorded->pdata[0])->kind, ==, "s2t-coexistence");

  some = tw_playbook_remove_approach (playbook, plan, "skype-to-teams", IDS (close), &sentence,
                                      &error);
  g_assert_no_error (error);
  g_assert_cmpstr (
      sentence, ==,
      "“Skype for Business to Teams Transition” removed; 3 activities go with it, 3 stay");
  g_assert_null (find_kind (some, "s2t-close"));
  g_assert_null (find_kind (some, "s2t-inventory"));
  g_assert_null (find_kind (some, "skype-to-teams-transition"));
  g_assert_nonnull (find_kind (some, "s2t-pilot"));
  g_assert_null (the_kind (some, "s2t-pilot")->approach);
  /* Scope alone would have brought it. */
  g_assert_nonnull (find_kind (some, "enable-teams"));
  g_assert_null (the_kind (some, "enable-teams")->approach);
  g_assert_cmpuint (tw_list_n (some->approaches), ==, 0);

  g_assert_null (
      tw_playbook_remove_approach (playbook, some, "skype-to-teams", NULL, NULL, &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
}

/* With nothing that goes, or nothing that stays, there is no zero to read. */
static void
what_is_removed_is_told_without_zeros (void)
{
  static const char *const motions[] = { "customer-health", "re-engagement", "rfa" };

  TW_FOREACH (TwPbApproach, approach, tw_playbook_builtin ()->approaches)
    for (guint i = 0; i < G_N_ELEMENTS (motions); i++)
      {
        g_autoptr (TwPlan) plan = make (IDS (motions[i]), IDS (approach->id), NULL, 0);
        g_autofree char *sentence = NULL;
        g_autoptr (GError) error = NULL;
        g_autoptr (TwPlan) removed = tw_playbook_remove_approach (
            tw_playbook_builtin (), plan, approach->id, NULL, &sentence, &error);

        g_assert_no_error (error);
        g_assert_nonnull (removed);
        g_assert_null (strstr (sentence, " 0 "));
      }
}

/* A person's links stay when the rule's change. */
static void
changed_links_stay (void)
{
  g_autoptr (TwPlan) plan = make (IDS ("customer-health"), NULL, NULL, 0);
  g_autoptr (TwPlan) added = NULL;
  TwList *links = tw_list_new_strv (
      TW_FIELD_REFS, (const char *[]){ the_kind (plan, "conduct-technical-assessment")->id,
                                       the_kind (plan, "migration-assessment")->id, NULL });
  TwActivity *workshops;

  plan = set (plan, "conduct-security-workshops", "after", (TwValue){ .list = links });
  tw_list_unref (links);
  added = add_approach (plan, "security-compliance", NULL);
  workshops = find_kind (added, "conduct-security-workshops");
  g_assert_true (tw_list_has (workshops->after, the_kind (added, "migration-assessment")->id));
  g_assert_true (
      tw_list_has (workshops->after, the_kind (added, "identity-security-workshop")->id));
}

/* --- what is missing --- */

static TwPhase *
find_phase (TwPlan *plan, const char *kind)
{
  TW_FOREACH (TwMotion, motion, plan->motions)
    TW_FOREACH (TwPhase, phase, motion->phases)
      if (g_strcmp0 (phase->kind, kind) == 0)
        return phase;
  return NULL;
}

/* Of one that has to be there. */
static TwPhase *
the_phase (TwPlan *plan, const char *kind)
{
  TwPhase *phase = find_phase (plan, kind);

  if (phase == NULL)
    g_error ("no phase of the kind %s", kind);
  return phase;
}

/* The reason for a missing activity; "" if there is none, NULL if it isn't missing. */
static char *
reason_for (TwPlan *plan, const char *phase, const char *activity)
{
  TwPhase *of = the_phase (plan, phase);

  TW_FOREACH (TwMotion, motion, plan->motions)
    {
      g_autoptr (GPtrArray) list = tw_playbook_compare (tw_playbook_builtin (), plan, motion->id);

      for (guint i = 0; i < list->len; i++)
        {
          TwDifference *one = list->pdata[i];

          if (one->kind == TW_DIFFERENCE_LEFT_OUT && g_strcmp0 (one->phase, of->id) == 0
              && g_str_equal (one->id, activity))
            return g_strdup (one->reason != NULL ? one->reason : "");
        }
    }
  return NULL;
}

static void
what_was_left_out_says_why (void)
{
  static const char *const rows[][3] = {
    { "assess", "enterprise-benefit-workshops", "needs 20,000 seats" },
    { "enable", "enable-yammer", "not in scope: Viva Engage" },
    { "enable", "enable-ems", "not in scope: Microsoft Entra ID P1 and P2, Microsoft Intune" },
    { "presales", "ecif-dwr-review", "optional" },
    { "presales", "growth-engagement", "optional" },
    { "assess", "value-add-discussions", "of the approach Get Modern" },
    { "assess", "s2t-inventory", "of the approach Skype for Business to Teams Transition" },
    { "assess", "gm-fta-engagement", "of the approach Get Modern" },
    { "assess", "conduct-technical-assessment", NULL }, /* is there */
    { "assess", "deliver-csmau-offers", NULL },         /* of another motion */
    { "validation", "edge-qualification", NULL },       /* as above */
    { "migrate", "go-live", "" },
  };
  g_autoptr (TwPlan) plan = make (
      IDS ("customer-health"), NULL,
      IDS ("exchange", "teams", "skype-for-business", "windows-10", "office-proplus"), 4200);
  TwPlan *without
      = tw_edit_delete (plan, &tw_activity_type, the_kind (plan, "go-live")->id, NULL, NULL);
  g_autoptr (TwPlan) modern = NULL;
  g_autofree char *optional = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *reason = find_phase (without, rows[i][0]) != NULL
                                    ? reason_for (without, rows[i][0], rows[i][1])
                                    : NULL;

      g_assert_cmpstr (reason, ==, rows[i][2]);
    }
  /* Its own, and still nothing that comes by itself. */
  modern = add_approach (without, "get-modern", NULL);
  optional = reason_for (modern, "assess", "gm-fta-engagement");
  g_assert_cmpstr (optional, ==, "optional");
  tw_plan_unref (without);
}

/* What is taken out of a plan and added again makes the same plan, each activity of it. */
static void
one_is_added_where_the_playbook_has_it (void)
{
  g_autoptr (TwPlan) plan
      = make (IDS ("customer-health"), IDS ("skype-to-teams", "edge-adoption"), NULL, 0);
  g_autofree char *go_live = g_strdup (the_kind (plan, "go-live")->id);

  TW_FOREACH (TwMotion, motion, plan->motions)
    TW_FOREACH (TwPhase, phase, motion->phases)
      TW_FOREACH (TwActivity, activity, phase->activities)
        {
          g_autoptr (TwPlan) without = NULL, again = NULL;
          g_autoptr (GError) error = NULL;
          char *id = NULL;

          if (tw_list_n (phase->activities) == 1 || g_str_equal (activity->id, go_live))
            continue;
          without = tw_edit_delete (plan, &tw_activity_type, activity->id, NULL, &error);
          g_assert_no_error (error);
          again = tw_playbook_add_activity (tw_playbook_builtin (), without, phase->id,
                                            activity->kind, G_MAXUINT, &id, &error);
          g_assert_no_error (error);
          g_assert_cmpstr (find_kind (again, activity->kind)->id, ==, id);
          tw_test_same_structure (again, plan, FALSE);
          g_ref_string_release (id);
        }
}

static void
one_is_added_with_its_links (void)
{
  TwPlaybook *playbook = tw_playbook_builtin ();
  g_autoptr (TwPlan) plan = make (IDS ("customer-health"), NULL, NULL, 4200);
  TwPhase *assess = the_phase (plan, "assess"), *there;
  g_autoptr (TwPlan) added = NULL, second = NULL;
  g_autoptr (GError) error = NULL;
  TwActivity *workshop;

  added = tw_playbook_add_activity (playbook, plan, assess->id, "identity-security-workshop", 0,
                                    NULL, &error);
  g_assert_no_error (error);
  there = the_phase (added, "assess");
  workshop = there->activities->items[0];
  g_assert_cmpstr (workshop->kind, ==, "identity-security-workshop");
  g_assert_cmpuint (tw_list_n (workshop->checklist), >, 0);
  g_assert_cmpuint (tw_list_n (workshop->roles), >, 0);
  g_assert_null (workshop->approach);
  g_assert_true (
      tw_list_has (workshop->after, the_kind (added, "conduct-technical-assessment")->id));
  g_assert_true (tw_list_has (the_kind (added, "conduct-security-workshops")->after, workshop->id));
  second = tw_playbook_add_activity (playbook, added, assess->id, "identity-security-workshop", 0,
                                     NULL, &error);
  g_assert_null (second);
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
}

/* A link of the person's against the rule's: no circle, and what is there keeps its links. */
static void
one_is_added_against_a_persons_links (void)
{
  g_autoptr (TwPlan) plan = make (IDS ("customer-health"), NULL, NULL, 4200);
  g_autofree char *assess = g_strdup (the_phase (plan, "assess")->id);
  g_autoptr (TwList) links = tw_list_new_strv (
      TW_FIELD_REFS, (const char *[]){ the_kind (plan, "conduct-security-workshops")->id, NULL });
  g_autoptr (TwPlan) added = NULL;
  g_autoptr (GError) error = NULL;

  plan = set (plan, "conduct-security-workshops", "after", (TwValue){ .list = NULL });
  plan = set (plan, "conduct-technical-assessment", "after", (TwValue){ .list = links });
  added = tw_playbook_add_activity (tw_playbook_builtin (), plan, assess,
                                    "identity-security-workshop", G_MAXUINT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tw_list_n (the_kind (added, "conduct-security-workshops")->after), ==, 0);
}

/* --- compare with the playbook --- */

static TwDifference *
find_difference (GPtrArray *list, TwDifferenceKind kind, const char *name)
{
  for (guint i = 0; i < list->len; i++)
    {
      TwDifference *one = list->pdata[i];

      if (one->kind == kind && g_str_equal (one->name, name))
        return one;
    }
  g_assert_not_reached ();
}

static void
a_motion_is_compared (void)
{
  TwPlaybook *playbook = tw_playbook_builtin ();
  g_autoptr (TwPlan) plan = make (IDS ("targeting", "customer-health"), NULL, NULL, 4200);
  g_autoptr (TwPlan) edited = NULL, wider = NULL;
  g_autoptr (GPtrArray) fresh = tw_playbook_compare (playbook, plan, motion_at (plan, 0)->id);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  TwDifference *one;
  char *id = NULL;

  for (guint i = 0; i < fresh->len; i++)
    {
      one = fresh->pdata[i];
      g_assert_cmpint (one->kind, ==, TW_DIFFERENCE_LEFT_OUT);
      g_assert_nonnull (one->reason);
    }
  one = find_difference (fresh, TW_DIFFERENCE_LEFT_OUT, "Assess");
  g_assert_cmpstr (one->reason, ==, "part of Customer Health");
  g_assert_null (one->phase);

  plan = set (plan, "tenant-research", "name", (TwValue){ .string = (char *) "Homework" });
  edited = tw_edit_add (plan, &tw_activity_type, the_phase (plan, "engagement")->id, 0, "Visit",
                        NULL, NULL);
  list = tw_playbook_compare (playbook, edited, motion_at (edited, 0)->id);
  one = find_difference (list, TW_DIFFERENCE_RENAMED, "Homework");
  g_assert_cmpstr (one->other, ==, "Tenant Research");
  one = find_difference (list, TW_DIFFERENCE_ADDED, "Visit");
  g_assert_cmpstr (one->phase, ==, the_phase (edited, "engagement")->id);
  g_assert_cmpuint (list->len, ==, fresh->len + 2);

  wider
      = tw_playbook_add_phase (playbook, edited, motion_at (edited, 0)->id, "assess", &id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (phase_kind (motion_at (wider, 0), 3), ==, "assess");
  g_ref_string_release (id);
  g_assert_null (
      tw_playbook_add_phase (playbook, edited, motion_at (edited, 0)->id, "no-such", NULL, &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
}

/* What is typed into a phase may be meant for another one: then it comes in there. */
static void
one_is_added_from_elsewhere (void)
{
  TwPlaybook *playbook = tw_playbook_builtin ();
  g_autoptr (TwPlan) plan = tw_test_contoso (), edited = NULL;
  g_autoptr (GPtrArray) all = tw_playbook_suggestions (playbook, plan, "h6");
  g_autoptr (GError) error = NULL;
  TwPhase *phase;

  gboolean elsewhere = FALSE;

  /* Those of the phase itself come first. */
  for (guint i = 0; i < all->len; i++)
    {
      const char *kind = ((TwMissing *) all->pdata[i])->activity->id;
      g_autofree char *reason = reason_for (plan, "assess", kind);

      g_assert_cmpstr (kind, !=, "conduct-technical-assessment");
      g_assert_false (elsewhere && reason != NULL);
      elsewhere = reason == NULL;
    }
  g_assert_true (elsewhere);
  edited = tw_playbook_add_activity (playbook, plan, "h6", "deliver-csmau-offers", 2, NULL, &error);
  g_assert_no_error (error);
  phase = ((TwMotion *) edited->motions->items[1])->phases->items[2];
  g_assert_cmpstr (((TwActivity *) phase->activities->items[2])->kind, ==, "deliver-csmau-offers");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, func) g_test_add_func ("/playbook-add/" name, func)
  TEST ("a-motion-is-added-as-if-made-with-it", a_motion_is_added_as_if_made_with_it);
  TEST ("a-motion-begins-and-ends-where-it-is-told", a_motion_begins_and_ends_where_it_is_told);
  TEST ("a-motion-that-cannot-be-is-refused", a_motion_that_cannot_be_is_refused);
  TEST ("an-approach-is-added-as-if-made-with-it", an_approach_is_added_as_if_made_with_it);
  TEST ("an-approach-that-was-added-goes-again", an_approach_that_was_added_goes_again);
  TEST ("an-approach-says-what-goes-where", an_approach_says_what_goes_where);
  TEST ("what-was-recorded-is-asked-about", what_was_recorded_is_asked_about);
  TEST ("what-is-removed-is-told-without-zeros", what_is_removed_is_told_without_zeros);
  TEST ("changed-links-stay", changed_links_stay);
  TEST ("what-was-left-out-says-why", what_was_left_out_says_why);
  TEST ("one-is-added-where-the-playbook-has-it", one_is_added_where_the_playbook_has_it);
  TEST ("one-is-added-with-its-links", one_is_added_with_its_links);
  TEST ("one-is-added-against-a-persons-links", one_is_added_against_a_persons_links);
  TEST ("a-motion-is-compared", a_motion_is_compared);
  TEST ("one-is-added-from-elsewhere", one_is_added_from_elsewhere);
  return g_test_run ();
}
