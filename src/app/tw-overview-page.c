/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tw-charts.h"
#include "tw-check.h"
#include "tw-columns.h"
#include "tw-edit.h"
#include "tw-fold.h"
#include "tw-page.h"
#include "tw-ribbon.h"
#include "tw-words.h"

/* As many findings as are read; the rest on demand. */
#define FINDINGS_MAX 6

/* How is the customer: facts, each card by itself; what can be ticked is ticked here. */
typedef struct
{
  TwViewState *state;
  GtkWidget *widget, *content;
  gboolean all_findings;
} Page;

static void
paint_ribbon (TwCanvas *canvas, const TwPalette *palette, double width, double height G_GNUC_UNUSED,
              gpointer data)
{
  TwFacts *facts = data;
  g_autoptr (TwRibbon) ribbon = tw_ribbon_new (tw_facts_plan (facts), facts,
                                               tw_canvas_metrics (canvas), TW_RIBBON_FULL, width);

  tw_ribbon_paint (canvas, palette, TW_COLOR_CARD_BG, ribbon);
}

static GtkWidget *
fact_new (const char *caption, const char *value)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  GtkWidget *labels[] = { tw_label_new (caption, "tw-secondary"), tw_label_new (value, "title-4") };

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_wrap (GTK_LABEL (labels[i]), FALSE);
      gtk_box_append (GTK_BOX (box), labels[i]);
    }
  return box;
}

static char *
subtitle (TwPlan *plan)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (plan->customer->industry != NULL)
    g_ptr_array_add (parts, g_strdup (plan->customer->industry));
  if (plan->customer->seats != TW_INT_NONE)
    {
      g_autofree char *seats = tw_words_number (plan->customer->seats);

      g_ptr_array_add (parts, g_strdup_printf (_ ("%s seats"), seats));
    }
  TW_FOREACH (TwApproach, approach, plan->approaches)
    g_ptr_array_add (parts, g_strdup (approach->name));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
add_fact (GtkWidget *box, const char *caption, const char *value)
{
  gtk_box_append (GTK_BOX (box), fact_new (caption, value));
}

/* A label that wraps asks for a few letters' width, and gets it where others want more. */
static void
keep_in_a_line (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    gtk_label_set_wrap (GTK_LABEL (widget), FALSE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    keep_in_a_line (child);
}

/* Renewal, go-live, health and why: in a line, or in a narrow window in two. */
static GtkWidget *
side_new (TwFacts *facts, GtkOrientation orientation)
{
  TwPlan *plan = tw_facts_plan (facts);
  const TwHealth *health = tw_facts_health (facts);
  TwDate today = tw_facts_today (facts);
  GtkWidget *side = gtk_box_new (orientation, 12);
  GtkWidget *dates = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *rating = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *reason = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *why = tw_words_health_reason (health);
  g_autofree char *next = tw_words_health_next (health, today);

  if (plan->deadline != TW_DATE_NONE)
    {
      g_autofree char *date = tw_words_date_near (plan->deadline, today, FALSE);
      g_autofree char *caption = g_strdup_printf (_ ("Renewal, %s"), date);
      g_autofree char *left = tw_words_days ((int) plan->deadline - (int) today);

      add_fact (dates, caption, left);
    }
  if (plan->go_live != NULL)
    {
      g_autofree char *date = tw_words_date_near (
          tw_schedule_find (tw_facts_schedule (facts), plan->go_live)->start, today, FALSE);

      add_fact (dates, _ ("Go-live"), date);
    }
  gtk_box_append (GTK_BOX (rating), tw_pill_new (health->level));
  gtk_widget_set_valign (reason, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (reason), tw_label_new (why, NULL));
  if (next != NULL)
    gtk_box_append (GTK_BOX (reason), tw_label_new (next, "tw-secondary"));
  for (GtkWidget *label = gtk_widget_get_first_child (reason); label != NULL;
       label = gtk_widget_get_next_sibling (label))
    gtk_label_set_wrap (GTK_LABEL (label), orientation == GTK_ORIENTATION_VERTICAL);
  gtk_box_append (GTK_BOX (rating), reason);
  gtk_box_append (GTK_BOX (side), dates);
  gtk_box_append (GTK_BOX (side), rating);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    keep_in_a_line (side);
  return side;
}

static GtkWidget *
name_new (TwPlan *plan)
{
  GtkWidget *name = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *line = subtitle (plan);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (name), adw_avatar_new (48, plan->customer->name, TRUE));
  gtk_box_append (GTK_BOX (texts), tw_label_new (plan->customer->name, "title-1"));
  gtk_box_append (GTK_BOX (texts), tw_label_new (line, "tw-secondary"));
  gtk_box_append (GTK_BOX (name), texts);
  return name;
}

static GtkWidget *
arrangement_new (TwFacts *facts, GtkOrientation orientation, GtkOrientation side)
{
  GtkWidget *box = gtk_box_new (orientation, 12);

  gtk_box_append (GTK_BOX (box), name_new (tw_facts_plan (facts)));
  gtk_box_append (GTK_BOX (box), side_new (facts, side));
  return box;
}

static GtkWidget *
head_new (TwFacts *facts)
{
  const GtkOrientation across = GTK_ORIENTATION_HORIZONTAL, down = GTK_ORIENTATION_VERTICAL;
  GtkWidget *fold = tw_fold_new ();

  tw_fold_add (TW_FOLD (fold), arrangement_new (facts, across, across), 960);
  tw_fold_add (TW_FOLD (fold), arrangement_new (facts, down, across), 560);
  tw_fold_add (TW_FOLD (fold), arrangement_new (facts, down, down), 0);
  return fold;
}

/* The day, and its name below; today's in a block of its own. */
static GtkWidget *
day_new (TwDate date, gboolean today)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *weekday = tw_words_date (date, TW_DATE_WEEKDAY);
  g_autofree char *whole = tw_words_date (date, TW_DATE_LONG);
  g_autofree char *number = NULL;
  int year, month, day;
  GtkWidget *labels[2];

  tw_date_split (date, &year, &month, &day);
  number = g_strdup_printf ("%d", day);
  labels[0] = tw_label_new (number, "title-4");
  labels[1] = tw_label_new (weekday, "tw-secondary");
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_xalign (GTK_LABEL (labels[i]), 0.5);
      gtk_box_append (GTK_BOX (box), labels[i]);
    }
  gtk_widget_add_css_class (box, "tw-day");
  if (today)
    gtk_widget_add_css_class (box, "tw-today");
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (box, whole);
  return box;
}

static GtkWidget *
no_day_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "tw-day");
  return box;
}

/* Events of this kind are done with by a tick; occurrences on their day, they can't be held
 * before. */
static gboolean
can_be_ticked (TwEvent *event, TwDate today)
{
  return event->kind == TW_EVENT_ADOPTION_ITEM || event->kind == TW_EVENT_NEXT_ACTION
         || (event->kind == TW_EVENT_OCCURRENCE && event->date <= today);
}

static void
event_ticked_cb (GtkCheckButton *tick, gpointer data)
{
  Page *page = data;
  TwRecord *record = g_object_get_data (G_OBJECT (tick), "tw-record");
  TwDate day = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (tick), "tw-day"));
  TwPlan *plan = tw_document_plan (tw_view_state_document (page->state));
  const char *id = tw_record_key (record, (char[TW_DATE_LENGTH]){ 0 });
  GError *error = NULL;
  TwPlan *edited = record->type == &tw_recurring_type
                       ? tw_edit_hold (plan, id, day, &error)
                       : tw_edit_tick (plan, record->type, id, TRUE,
                                       tw_view_state_today (page->state), &error);

  tw_view_state_edit (page->state, tick, edited, error, NULL, "%s",
                      record->type == &tw_recurring_type ? C_ ("undo step", "Mark as Held")
                                                         : C_ ("undo step", "Tick Off an Item"));
}

/* The owner's badge, before it a tick where one can be made. */
static GtkWidget *
event_side_new (Page *page, TwEvent *event)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *tick;

  if (can_be_ticked (event, tw_view_state_today (page->state)))
    {
      tick = gtk_check_button_new ();
      gtk_widget_set_tooltip_text (tick, event->kind == TW_EVENT_OCCURRENCE ? _ ("Mark as held")
                                                                            : _ ("Mark as done"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      tw_words_event_title (event), -1);
      g_object_set_data_full (G_OBJECT (tick), "tw-record", tw_record_ref (event->record),
                              tw_record_unref);
      g_object_set_data (G_OBJECT (tick), "tw-day", GUINT_TO_POINTER (event->date));
      g_signal_connect (tick, "toggled", G_CALLBACK (event_ticked_cb), page);
      gtk_box_append (GTK_BOX (box), tick);
    }
  gtk_box_append (GTK_BOX (box), tw_badge_new (event->owner));
  return box;
}

static GtkWidget *
next_card_new (Page *page)
{
  TwFacts *facts = tw_view_state_facts (page->state);
  GArray *events = tw_facts_next_days (facts);
  TwDate today = tw_facts_today (facts), last = TW_DATE_NONE;
  g_autofree char *range = tw_words_range (today, today + 14, today, FALSE);
  GtkWidget *content,
      *card = tw_card_new (_ ("Next 14 days"), range, "timeline", _ ("Open Timeline"), &content);

  for (guint i = 0; i < events->len; i++)
    {
      TwEvent *event = &g_array_index (events, TwEvent, i);
      g_autofree char *line
          = event->owner != NULL
                ? g_strdup_printf ("%s · %s", tw_words_event (event), event->owner->name)
                : g_strdup (tw_words_event (event));
      GtkWidget *day
          = event->date != last ? day_new (event->date, event->date == today) : no_day_new ();
      GtkWidget *row
          = tw_row_new (day, tw_words_event_title (event), line, event_side_new (page, event));

      gtk_widget_add_css_class (row, event->date != last ? "tw-new-day" : "tw-same-day");
      gtk_box_append (GTK_BOX (content), row);
      last = event->date;
    }
  if (events->len == 0)
    {
      g_autofree char *date = tw_words_date_near (today + 14, today, FALSE);
      g_autofree char *words = g_strdup_printf (_ ("Nothing due before %s"), date);

      gtk_box_append (GTK_BOX (content), tw_label_new (words, "tw-secondary"));
    }
  return card;
}

typedef struct
{
  double value, threshold;
} Meter;

static void
paint_meter (TwCanvas *canvas, const TwPalette *palette, double width, double height, gpointer data)
{
  Meter *meter = data;

  tw_meter_paint (canvas, palette, (TwRect){ 0, 0, width, height }, meter->value, meter->threshold);
}

static GtkWidget *
meter_new (double value, double threshold)
{
  Meter *meter = g_new (Meter, 1);

  *meter = (Meter){ value, threshold };
  return tw_paint_new (96, 18, paint_meter, meter, g_free);
}

static GtkWidget *
health_card_new (TwFacts *facts)
{
  const TwHealth *health = tw_facts_health (facts);
  GtkWidget *content, *card = tw_card_new (_ ("Workload health"), NULL, "workloads",
                                           _ ("Open Workloads"), &content);

  if (health->level == TW_LEVEL_NONE)
    gtk_box_append (GTK_BOX (content), tw_label_new (_ ("Not rated yet"), "tw-secondary"));
  for (guint i = 0; health->level != TW_LEVEL_NONE && i < health->n_groups; i++)
    {
      const TwHealthGroup *group = &health->groups[i];
      GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *name = tw_label_new (group->group->name, "tw-secondary");

      GtkWidget *level = tw_label_new (tw_words_health (group->level), "tw-secondary");

      gtk_widget_set_hexpand (name, TRUE);
      gtk_label_set_wrap (GTK_LABEL (level), FALSE);
      gtk_box_append (GTK_BOX (head), name);
      gtk_box_append (GTK_BOX (head), level);
      gtk_box_append (GTK_BOX (content), head);
      for (guint j = 0; j < group->n_components; j++)
        {
          const TwHealthComponent *one = &group->components[j];
          g_autofree char *percent
              = one->percent >= 0
                    ? g_strdup_printf (C_ ("usage, threshold", "%d / %d %%"),
                                       (int) floor (one->percent + 0.5), group->group->green->above)
                    : g_strdup (_ ("No usage"));
          GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
          GtkWidget *label = tw_label_new (one->component->name, "tw-dense");
          GtkWidget *value = tw_label_new (percent, "tw-dense");

          gtk_widget_set_hexpand (label, TRUE);
          gtk_label_set_wrap (GTK_LABEL (label), FALSE);
          gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
          gtk_widget_set_tooltip_text (label, one->component->name);
          gtk_label_set_wrap (GTK_LABEL (value), FALSE);
          gtk_label_set_width_chars (GTK_LABEL (value), 9);
          gtk_label_set_xalign (GTK_LABEL (value), 1);
          gtk_box_append (GTK_BOX (row), label);
          gtk_box_append (GTK_BOX (row), meter_new (one->percent, group->group->green->above));
          gtk_box_append (GTK_BOX (row), value);
          gtk_box_append (GTK_BOX (content), row);
        }
    }
  return card;
}

static GtkWidget *
adoption_card_new (TwFacts *facts)
{
  TwPlan *plan = tw_facts_plan (facts);
  GtkWidget *content,
      *card = tw_card_new (_ ("Adoption"), NULL, "adoption", _ ("Open Adoption"), &content);

  for (guint i = 0; i < tw_list_n (plan->adoption); i++)
    {
      TwStage *stage = plan->adoption->items[i];
      TwStageFacts own;
      g_autofree char *count = NULL;
      g_autofree char *overdue = NULL;

      tw_facts_stage (facts, i, &own);
      count = g_strdup_printf (C_ ("items done, of all", "%u of %u"), own.done, own.n);
      if (own.overdue > 0)
        overdue = g_strdup_printf (
            g_dngettext (GETTEXT_PACKAGE, "%u overdue", "%u overdue", own.overdue), own.overdue);
      gtk_box_append (GTK_BOX (content),
                      tw_row_new (NULL, stage->name, overdue, tw_label_new (count, NULL)));
      gtk_box_append (GTK_BOX (content), meter_new (own.n > 0 ? 100.0 * own.done / own.n : 0, -1));
    }
  if (tw_list_n (plan->adoption) == 0)
    gtk_box_append (GTK_BOX (content), tw_label_new (_ ("No stages yet"), "tw-secondary"));
  return card;
}

static GtkWidget *
counter_new (guint n, const char *word)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *number = g_strdup_printf ("%u", n);
  GtkWidget *label = tw_label_new (word, "tw-secondary");

  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (box), tw_label_new (number, "title-3"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static void
add_changes (GtkWidget *content, TwFacts *facts, GArray *nodes, TwGlyph glyph, gboolean slip)
{
  TwIndex *index = tw_schedule_index (tw_facts_schedule (facts));

  for (guint i = 0; i < nodes->len; i++)
    {
      guint node = g_array_index (nodes, guint, i);
      g_autofree char *text = slip ? tw_words_slip (tw_facts_node (facts, node)->slip, FALSE)
                                   : g_strdup (tw_glyph_name (glyph));

      gtk_box_append (GTK_BOX (content),
                      tw_row_new (tw_glyph_new (glyph),
                                  tw_record_name (tw_index_node (index, node)->record), NULL,
                                  tw_label_new (text, slip ? "tw-slip" : "tw-secondary")));
    }
}

static void
add_gone (GtkWidget *content, GPtrArray *gone)
{
  for (guint i = 0; i < gone->len; i++)
    gtk_box_append (GTK_BOX (content),
                    tw_row_new (tw_glyph_new (TW_GLYPH_SKIPPED),
                                ((TwBaselineItem *) gone->pdata[i])->name, NULL,
                                tw_label_new (C_ ("change", "Gone"), "tw-secondary")));
}

/* The last row says whether go-live moved. */
static void
add_go_live (GtkWidget *content, TwFacts *facts)
{
  const char *id = tw_facts_plan (facts)->go_live;
  const TwNodeFacts *own = id != NULL ? tw_facts_find (facts, id) : NULL;
  g_autofree char *date = NULL, *text = NULL;

  if (own == NULL || !own->in_baseline)
    return;
  date = tw_words_date_near (tw_schedule_find (tw_facts_schedule (facts), id)->finish,
                             tw_facts_today (facts), FALSE);
  text = own->slip == 0 ? g_strdup_printf (C_ ("go-live", "Still %s"), date)
                        : g_strdup_printf (C_ ("go-live", "Now %s"), date);
  gtk_box_append (GTK_BOX (content),
                  tw_row_new (tw_glyph_new (TW_GLYPH_MILESTONE), _ ("Go-live"), NULL,
                              tw_label_new (text, own->slip == 0 ? "tw-secondary" : "tw-slip")));
}

static GtkWidget *
changes_card_new (TwFacts *facts)
{
  const TwChanges *changes = tw_facts_changes (facts);
  TwBaseline *baseline = tw_facts_baseline (facts);
  g_autofree char *date = baseline != NULL
                              ? tw_words_date_near (baseline->taken, tw_facts_today (facts), FALSE)
                              : NULL;
  g_autofree char *caption = date != NULL ? g_strdup_printf (_ ("Compared with %s"), date) : NULL;
  GtkWidget *content, *counters = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *card
      = tw_card_new (_ ("Since last meeting"), caption, "timeline", _ ("Open Timeline"), &content);

  if (baseline == NULL)
    {
      GtkWidget *record = gtk_button_new_with_label (_ ("Record Meeting"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (record), "win.record-meeting");
      gtk_widget_set_halign (record, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (content),
                      tw_label_new (_ ("No meeting recorded yet"), "tw-secondary"));
      gtk_box_append (GTK_BOX (content), record);
      return card;
    }
  gtk_box_append (GTK_BOX (counters),
                  counter_new (changes->finished->len, C_ ("change", "finished")));
  gtk_box_append (GTK_BOX (counters),
                  counter_new (changes->slipped->len, C_ ("change", "slipped")));
  gtk_box_append (GTK_BOX (counters), counter_new (changes->added->len, C_ ("change", "new")));
  if (changes->gone->len > 0)
    gtk_box_append (GTK_BOX (counters), counter_new (changes->gone->len, C_ ("change", "gone")));
  gtk_box_append (GTK_BOX (content), counters);
  add_changes (content, facts, changes->slipped, TW_GLYPH_LATE, TRUE);
  add_changes (content, facts, changes->added, TW_GLYPH_NEW, FALSE);
  add_changes (content, facts, changes->finished, TW_GLYPH_DONE, FALSE);
  add_gone (content, changes->gone);
  add_go_live (content, facts);
  return card;
}

static GtkWidget *
risks_card_new (TwFacts *facts)
{
  GPtrArray *blockers = tw_facts_blockers (facts);
  GtkWidget *content,
      *card = tw_card_new (_ ("Blockers and risks"), NULL, "journal", _ ("Open Journal"), &content);

  for (guint i = 0; i < blockers->len; i++)
    {
      TwEntry *entry = blockers->pdata[i];
      TwPerson *owner = tw_plan_person (tw_facts_plan (facts), entry->owner);
      g_autofree char *line
          = g_strdup_printf ("%s%s%s", tw_words_entry_kind (entry->kind),
                             owner != NULL ? " · " : "", owner != NULL ? owner->name : "");

      gtk_box_append (GTK_BOX (content),
                      tw_row_new (tw_glyph_new (entry->kind == TW_ENTRY_ISSUE ? TW_GLYPH_BLOCKED
                                                                              : TW_GLYPH_LATE),
                                  entry->title, line, NULL));
    }
  if (blockers->len == 0)
    gtk_box_append (GTK_BOX (content), tw_label_new (_ ("No blockers or risks"), "tw-secondary"));
  return card;
}

/* --- findings --- */

static void
mend_cb (GtkButton *button, gpointer data)
{
  Page *page = data;
  GError *error = NULL;
  TwPlan *plan = tw_check_mend (tw_view_state_facts (page->state),
                                g_object_get_data (G_OBJECT (button), "tw-finding"),
                                g_object_get_data (G_OBJECT (button), "tw-place"), &error);

  tw_view_state_edit (
      page->state, button, plan, error, NULL, C_ ("undo step, remedy and what it is for", "%s: %s"),
      gtk_button_get_label (button), (char *) g_object_get_data (G_OBJECT (button), "tw-name"));
}

static void all_findings_cb (GtkButton *button G_GNUC_UNUSED, gpointer data);

/* The page where what a finding is about is edited; NULL: it is in the menu. */
static const char *
page_of_finding (TwFinding *finding)
{
  static const struct
  {
    const char *member, *page;
  } pages[] = {
    { "workloads", "workloads" }, { "motions", "motions" },    { "approaches", "motions" },
    { "adoption", "adoption" },   { "register", "journal" },   { "journal", "journal" },
    { "meetings", "journal" },    { "baselines", "timeline" },
  };

  if (finding->place.depth == 0)
    return g_str_equal (finding->id, "status-note-gap") ? "journal"
           : g_str_equal (finding->id, "past-deadline") ? "timeline"
                                                        : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (finding->place.steps[0].field->name, pages[i].member))
      return pages[i].page;
  return NULL;
}

static void
go_cb (GtkButton *button, gpointer data)
{
  Page *page = data;
  const char *node = g_object_get_data (G_OBJECT (button), "tw-node");

  if (node != NULL)
    tw_view_state_select (page->state, node);
  gtk_widget_activate_action (GTK_WIDGET (button), "win.page", "s",
                              g_object_get_data (G_OBJECT (button), "tw-page-name"));
}

static GtkWidget *
go_new (Page *page, TwFinding *finding, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("go-next-symbolic");
  TwRecord *record = finding->record;

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "tw-card-link");
  gtk_widget_set_tooltip_text (button, _ ("Show"));
  if ((record->type->kind & TW_KIND_NODE) != 0)
    g_object_set_data_full (G_OBJECT (button), "tw-node",
                            g_strdup (tw_record_key (record, (char[TW_DATE_LENGTH]){ 0 })), g_free);
  g_object_set_data (G_OBJECT (button), "tw-page-name", (gpointer) name);
  g_signal_connect (button, "clicked", G_CALLBACK (go_cb), page);
  return button;
}

/* The sentence, and below it the edit that mends it. */
static GtkWidget *
finding_row_new (Page *page, TwFinding *finding)
{
  const char *name = page_of_finding (finding);
  GtkWidget *row = tw_row_new (tw_glyph_new (TW_GLYPH_LATE), finding->sentence, NULL,
                               name != NULL ? go_new (page, finding, name) : NULL);
  GtkWidget *box, *button;

  if (finding->remedy == NULL)
    return row;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  button = gtk_button_new_with_label (finding->remedy);
  g_object_set_data (G_OBJECT (button), "tw-finding", (gpointer) finding->id);
  g_object_set_data_full (G_OBJECT (button), "tw-name", g_strdup (tw_record_name (finding->record)),
                          g_free);
  g_object_set_data_full (G_OBJECT (button), "tw-place", tw_place_to_string (&finding->place),
                          g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (mend_cb), page);
  gtk_widget_add_css_class (button, "tw-remedy");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

/* What a consultant should look at. */
static GtkWidget *
findings_card_new (Page *page)
{
  g_autoptr (GPtrArray) findings = tw_check (tw_view_state_facts (page->state), FALSE);
  guint shown = page->all_findings ? findings->len : MIN (findings->len, FINDINGS_MAX);
  g_autofree char *count = findings->len > 0 ? g_strdup_printf ("%u", findings->len) : NULL;
  GtkWidget *content, *card = tw_card_new (_ ("Findings"), count, NULL, NULL, &content);

  for (guint i = 0; i < shown; i++)
    gtk_box_append (GTK_BOX (content), finding_row_new (page, findings->pdata[i]));
  if (findings->len == 0)
    gtk_box_append (GTK_BOX (content), tw_label_new (_ ("Nothing to look at"), "tw-secondary"));
  if (findings->len > FINDINGS_MAX)
    {
      GtkWidget *more
          = gtk_button_new_with_label (page->all_findings ? _ ("Show Fewer") : _ ("Show All"));

      gtk_widget_add_css_class (more, "flat");
      gtk_widget_set_halign (more, GTK_ALIGN_START);
      g_signal_connect (more, "clicked", G_CALLBACK (all_findings_cb), page);
      gtk_box_append (GTK_BOX (content), more);
    }
  return card;
}

static void
release_facts (gpointer facts)
{
  tw_facts_unref (facts);
}

static GtkWidget *
ribbon_card_new (TwFacts *facts)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *area = tw_paint_new (300, 108, paint_ribbon, tw_facts_ref (facts), release_facts);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "tw-card");
  gtk_widget_set_hexpand (area, TRUE);
  gtk_box_append (GTK_BOX (card), area);
  return card;
}

static void
refresh (GtkWidget *widget)
{
  Page *page = g_object_get_data (G_OBJECT (widget), "tw-page");
  TwFacts *facts = tw_view_state_facts (page->state);
  GtkWidget *columns = tw_columns_new (3, 300, 18);
  GtkWidget *cards[]
      = { next_card_new (page),      health_card_new (facts),  changes_card_new (facts),
          adoption_card_new (facts), findings_card_new (page), risks_card_new (facts) };

  tw_clear_children (page->content);
  gtk_box_append (GTK_BOX (page->content), head_new (facts));
  gtk_box_append (GTK_BOX (page->content), ribbon_card_new (facts));
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    tw_columns_append (TW_COLUMNS (columns), cards[i]);
  gtk_box_append (GTK_BOX (page->content), columns);
}

static void
all_findings_cb (GtkButton *button G_GNUC_UNUSED, gpointer data)
{
  Page *page = data;

  page->all_findings = !page->all_findings;
  refresh (page->widget);
}

GtkWidget *
tw_overview_page_new (TwViewState *state)
{
  Page *page = g_new0 (Page, 1);

  page->state = state;
  page->widget = tw_column_new (1400, &page->content);
  g_object_set_data_full (G_OBJECT (page->widget), "tw-page", page, g_free);
  tw_page_follow (page->widget, state, refresh);
  return page->widget;
}
