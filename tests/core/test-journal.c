/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-edit.h"
#include "tw-test-plan.h"
#include "tw-verify.h"

/* Notes, the register, meetings, what was held. */

#define TODAY (tw_date_parse ("2027-01-22"))

/* No rule of the format is broken. */
static void
is_sound (TwPlan *plan)
{
  g_autoptr (GPtrArray) breaches = NULL;

  g_assert_nonnull (plan);
  breaches = tw_plan_verify (plan);
  g_assert_cmpuint (breaches->len, ==, 0);
}

static gpointer
last (TwList *list)
{
  return list->items[list->n - 1];
}

static void
what_is_held_is_kept_once_and_in_order (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwPlan) once = tw_edit_hold (plan, "r4", TODAY, NULL);
  g_autoptr (TwPlan) twice = tw_edit_hold (once, "r4", TODAY, NULL);
  g_autoptr (TwPlan) earlier = tw_edit_hold (twice, "r4", TODAY - 3, NULL);
  g_autoptr (GError) error = NULL;
  TwPlace place;
  TwRecurring *recurring;

  is_sound (earlier);
  g_assert_true (twice == once);
  g_assert_true (tw_plan_find (earlier, &tw_recurring_type, "r4", &place));
  recurring = tw_plan_at (earlier, &place);
  g_assert_cmpuint (recurring->done->n, >=, 2);
  for (guint i = 1; i < recurring->done->n; i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (recurring->done->items[i - 1]), <,
                      GPOINTER_TO_UINT (recurring->done->items[i]));
  g_assert_cmpuint (GPOINTER_TO_UINT (last (recurring->done)), ==, TODAY);
  g_assert_null (tw_edit_hold (plan, "nothing", TODAY, &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
}

/* Of today, by the lead, and nobody else's business until it is released. */
static void
a_note_is_internal_and_of_today (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  char *id = NULL;
  g_autoptr (TwPlan) edited = tw_edit_add_note (plan, "Called Helen Ward", TODAY, &id, NULL);
  TwNote *note = last (edited->journal);

  is_sound (edited);
  g_assert_cmpstr (note->id, ==, id);
  g_assert_cmpint (note->date, ==, TODAY);
  g_assert_cmpstr (note->author, ==, plan->lead);
  g_assert_true (note->internal);
  g_ref_string_release (id);
  g_assert_null (tw_edit_add_note (plan, "", TODAY, NULL, NULL));
}

static void
an_entry_is_raised_today (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwPlan) edited
      = tw_edit_add_entry (plan, TW_ENTRY_DECISION, "Which plant begins", TODAY, NULL, NULL);
  TwEntry *entry = last (edited->register_);

  is_sound (edited);
  g_assert_cmpint (entry->kind, ==, TW_ENTRY_DECISION);
  g_assert_cmpint (entry->raised, ==, TODAY);
  g_assert_cmpint (entry->status, ==, TW_ENTRY_OPEN);
}

static void
a_next_action_is_ticked (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwPlan) ticked = tw_edit_tick (plan, &tw_note_type, "n2", TRUE, TODAY, NULL);
  g_autoptr (TwPlan) back = tw_edit_tick (ticked, &tw_note_type, "n2", FALSE, TODAY, NULL);

  g_assert_cmpint (((TwNote *) tw_list_find (ticked->journal, "n2", NULL))->next_done, ==, TODAY);
  g_assert_cmpint (((TwNote *) tw_list_find (back->journal, "n2", NULL))->next_done, ==,
                   TW_DATE_NONE);
}

/* The meeting of the kind that repeats, under the title that it has here, with the playbook's
 * agenda; and the dates as they stand, under the meeting's name. */
static void
a_meeting_is_recorded_with_a_baseline (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  char *id = NULL;
  g_autoptr (TwPlan) edited
      = tw_edit_record_meeting (schedule, tw_playbook_builtin (), NULL, TODAY + 3, &id, NULL);
  TwMeeting *meeting = last (edited->meetings);
  TwBaseline *baseline = last (edited->baselines);

  is_sound (edited);
  g_assert_cmpuint (edited->meetings->n, ==, plan->meetings->n + 1);
  g_assert_cmpuint (edited->baselines->n, ==, plan->baselines->n + 1);
  g_assert_cmpstr (meeting->id, ==, id);
  g_assert_cmpstr (meeting->kind, ==, "customer-health-review");
  g_assert_cmpstr (meeting->title, ==, "Onboarding review");
  g_assert_cmpint (meeting->date, ==, TODAY + 3);
  g_assert_false (meeting->internal);
  g_assert_cmpuint (tw_list_n (meeting->agenda), ==, 4);
  g_assert_cmpint (((TwAgendaItem *) meeting->agenda->items[2])->minutes, ==, 15);
  g_assert_cmpstr (meeting->baseline, ==, baseline->id);
  g_assert_cmpstr (baseline->name, ==, "Meeting of 25 January");
  g_assert_cmpint (baseline->taken, ==, TODAY + 3);
  g_assert_cmpuint (tw_list_n (baseline->items), ==,
                    tw_index_n_nodes (tw_schedule_index (schedule)));
  g_ref_string_release (id);
}

/* One that stands on today takes place; it isn't added once more. */
static void
a_meeting_of_today_is_that_one (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  char *id = NULL;
  g_autoptr (TwPlan) edited
      = tw_edit_record_meeting (schedule, tw_playbook_builtin (), NULL, TODAY, &id, NULL);
  g_autoptr (TwSchedule) after = tw_test_schedule (edited);
  g_autoptr (TwPlan) again
      = tw_edit_record_meeting (after, tw_playbook_builtin (), NULL, TODAY, NULL, NULL);
  g_autoptr (TwPlan) other = tw_edit_record_meeting (after, tw_playbook_builtin (),
                                                     "internal-review", TODAY, NULL, NULL);
  TwMeeting *meeting = last (edited->meetings);
  TwBaseline *baseline = last (edited->baselines);

  is_sound (edited);
  g_assert_cmpstr (id, ==, "g3");
  g_assert_cmpuint (edited->meetings->n, ==, plan->meetings->n);
  g_assert_cmpstr (meeting->baseline, ==, baseline->id);
  g_assert_cmpint (baseline->taken, ==, TODAY);
  g_assert_cmpuint (tw_list_n (meeting->agenda), ==, 4);
  g_assert_true (again == edited);
  g_assert_cmpuint (other->meetings->n, ==, plan->meetings->n + 1);
  g_ref_string_release (id);
}

static void
the_first_meeting_is_the_kick_off (void)
{
  g_autoptr (TwPlan) plan = tw_test_plan ("m1: h1: a1 1");
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  g_autoptr (TwPlan) edited
      = tw_edit_record_meeting (schedule, tw_playbook_builtin (), NULL, TODAY, NULL, NULL);
  g_autoptr (TwSchedule) after = tw_test_schedule (edited);
  g_autoptr (TwPlan) next
      = tw_edit_record_meeting (after, tw_playbook_builtin (), NULL, TODAY + 7, NULL, NULL);
  g_autoptr (TwPlan) internal = tw_edit_record_meeting (after, tw_playbook_builtin (),
                                                        "internal-review", TODAY, NULL, NULL);
  TwMeeting *meeting = last (edited->meetings);

  is_sound (next);
  g_assert_cmpstr (meeting->kind, ==, "kickoff");
  g_assert_cmpstr (meeting->title, ==, "Customer Kickoff");
  g_assert_cmpuint (tw_list_n (meeting->agenda), ==, 7);
  g_assert_cmpstr (((TwMeeting *) last (next->meetings))->kind, ==, "status-meeting");
  g_assert_true (((TwMeeting *) last (internal->meetings))->internal);
}

static void
a_planned_meeting_gets_its_baseline (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwSchedule) schedule = tw_test_schedule (plan);
  g_autoptr (TwPlan) edited = tw_edit_meeting_baseline (schedule, "g2", TODAY, NULL);
  TwBaseline *baseline = last (edited->baselines);

  is_sound (edited);
  g_assert_cmpstr (((TwMeeting *) edited->meetings->items[1])->baseline, ==, baseline->id);
  g_assert_cmpstr (baseline->name, ==, "Meeting of 12 January");
  g_assert_null (tw_edit_meeting_baseline (schedule, "nothing", TODAY, NULL));
}

static void
an_agenda_comes_of_the_playbook (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwPlan) filled = tw_edit_fill_agenda (plan, tw_playbook_builtin (), "g2", NULL);
  g_autoptr (TwPlan) other = tw_plan_set_by_id (plan, &tw_meeting_type, "g2", "kind",
                                                (TwValue){ .string = (char *) "ours" }, NULL);
  g_autoptr (GError) error = NULL;

  is_sound (filled);
  g_assert_cmpuint (tw_list_n (((TwMeeting *) filled->meetings->items[1])->agenda), ==, 7);
  g_assert_null (tw_edit_fill_agenda (other, tw_playbook_builtin (), "g2", &error));
  g_assert_error (error, TW_ERROR, TW_ERROR_REFUSED);
}

static void
agenda_items_are_reordered (void)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (TwPlan) edited = tw_edit_relocate (plan, &tw_agenda_item_type, "i3", "g1", 0, NULL);
  TwMeeting *meeting = edited->meetings->items[0];

  is_sound (edited);
  g_assert_cmpstr (((TwAgendaItem *) meeting->agenda->items[0])->id, ==, "i3");
  g_assert_cmpstr (((TwAgendaItem *) meeting->agenda->items[2])->id, ==, "i2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal/what-is-held-is-kept-once-and-in-order",
                   what_is_held_is_kept_once_and_in_order);
  g_test_add_func ("/journal/a-note-is-internal-and-of-today", a_note_is_internal_and_of_today);
  g_test_add_func ("/journal/an-entry-is-raised-today", an_entry_is_raised_today);
  g_test_add_func ("/journal/a-next-action-is-ticked", a_next_action_is_ticked);
  g_test_add_func ("/journal/a-meeting-is-recorded-with-a-baseline",
                   a_meeting_is_recorded_with_a_baseline);
  g_test_add_func ("/journal/a-meeting-of-today-is-that-one", a_meeting_of_today_is_that_one);
  g_test_add_func ("/journal/the-first-meeting-is-the-kick-off", the_first_meeting_is_the_kick_off);
  g_test_add_func ("/journal/a-planned-meeting-gets-its-baseline",
                   a_planned_meeting_gets_its_baseline);
  g_test_add_func ("/journal/an-agenda-comes-of-the-playbook", an_agenda_comes_of_the_playbook);
  g_test_add_func ("/journal/agenda-items-are-reordered", agenda_items_are_reordered);
  return g_test_run ();
}
