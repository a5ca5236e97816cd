/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tw-charts.h"
#include "tw-page.h"
#include "tw-ribbon.h"
#include "tw-words.h"

/* How is the customer: facts, read-only, each card by itself. */
typedef struct
{
  TwViewState *state;
  GtkWidget *content;
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

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), tw_label_new (caption, "tw-secondary"));
  gtk_box_append (GTK_BOX (box), tw_label_new (value, "title-4"));
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

static GtkWidget *
head_new (TwFacts *facts)
{
  TwPlan *plan = tw_facts_plan (facts);
  const TwHealth *health = tw_facts_health (facts);
  TwDate today = tw_facts_today (facts);
  GtkWidget *flow = gtk_flow_box_new ();
  GtkWidget *name = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *reason = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *line = subtitle (plan);
  g_autofree char *why = tw_words_health_reason (health);
  g_autofree char *next = tw_words_health_next (health, today);

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 2);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 12);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (name), adw_avatar_new (48, plan->customer->name, TRUE));
  gtk_box_append (GTK_BOX (texts), tw_label_new (plan->customer->name, "title-1"));
  gtk_box_append (GTK_BOX (texts), tw_label_new (line, "tw-secondary"));
  gtk_box_append (GTK_BOX (name), texts);
  if (plan->deadline != TW_DATE_NONE)
    {
      g_autofree char *date = tw_words_date_near (plan->deadline, today, FALSE);
      g_autofree char *caption = g_strdup_printf (_ ("Renewal, %s"), date);
      int days = (int) plan->deadline - (int) today;
      g_autofree char *left = tw_words_days (days);

      gtk_box_append (GTK_BOX (side), fact_new (caption, left));
    }
  if (plan->go_live != NULL)
    {
      g_autofree char *date = tw_words_date_near (
          tw_schedule_find (tw_facts_schedule (facts), plan->go_live)->start, today, FALSE);

      gtk_box_append (GTK_BOX (side), fact_new (_ ("Go-live"), date));
    }
  gtk_box_append (GTK_BOX (side), tw_pill_new (health->level));
  gtk_widget_set_valign (reason, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (reason), tw_label_new (why, NULL));
  if (next != NULL)
    gtk_box_append (GTK_BOX (reason), tw_label_new (next, "tw-secondary"));
  gtk_box_append (GTK_BOX (side), reason);
  gtk_widget_set_halign (side, GTK_ALIGN_END);
  gtk_flow_box_insert (GTK_FLOW_BOX (flow), name, -1);
  gtk_flow_box_insert (GTK_FLOW_BOX (flow), side, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (name), FALSE);
  gtk_widget_set_focusable (gtk_widget_get_parent (side), FALSE);
  return flow;
}

static GtkWidget *
next_card_new (TwFacts *facts)
{
  GArray *events = tw_facts_next_days (facts);
  TwDate today = tw_facts_today (facts), last = TW_DATE_NONE;
  g_autofree char *range = tw_words_range (today, today + 14, today, FALSE);
  GtkWidget *content, *card = tw_card_new (_ ("Next 14 days"), range, &content);

  for (guint i = 0; i < events->len; i++)
    {
      TwEvent *event = &g_array_index (events, TwEvent, i);
      g_autofree char *day
          = event->date != last ? tw_words_date (event->date, TW_DATE_SHORT) : g_strdup ("");
      g_autofree char *line
          = event->owner != NULL
                ? g_strdup_printf ("%s · %s", tw_words_event (event), event->owner->name)
                : g_strdup (tw_words_event (event));
      GtkWidget *date = tw_label_new (day, event->date == today ? "accent" : NULL);

      gtk_label_set_width_chars (GTK_LABEL (date), 7);
      gtk_box_append (GTK_BOX (content), tw_row_new (date, tw_words_event_title (event), line,
                                                     tw_badge_new (event->owner)));
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
  return tw_paint_new (110, 18, paint_meter, meter, g_free);
}

static GtkWidget *
health_card_new (TwFacts *facts)
{
  const TwHealth *health = tw_facts_health (facts);
  GtkWidget *content, *card = tw_card_new (_ ("Workload health"), NULL, &content);

  if (health->level == TW_LEVEL_NONE)
    gtk_box_append (GTK_BOX (content), tw_label_new (_ ("Not rated yet"), "tw-secondary"));
  for (guint i = 0; health->level != TW_LEVEL_NONE && i < health->n_groups; i++)
    {
      const TwHealthGroup *group = &health->groups[i];
      GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *name = tw_label_new (group->group->name, "tw-secondary");

      gtk_widget_set_hexpand (name, TRUE);
      gtk_box_append (GTK_BOX (head), name);
      gtk_box_append (GTK_BOX (head),
                      tw_label_new (tw_words_health (group->level), "tw-secondary"));
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
          gtk_label_set_width_chars (GTK_LABEL (value), 10);
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
  GtkWidget *content, *card = tw_card_new (_ ("Adoption"), NULL, &content);

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

static void
add_changes (GtkWidget *content, TwFacts *facts, GArray *nodes, TwGlyph glyph, gboolean slip)
{
  TwIndex *index = tw_schedule_index (tw_facts_schedule (facts));

  for (guint i = 0; i < nodes->len; i++)
    {
      guint node = g_array_index (nodes, guint, i);
      g_autofree char *text
          = slip ? tw_words_slip (tw_facts_node (facts, node)->slip, FALSE) : NULL;

      gtk_box_append (GTK_BOX (content),
                      tw_row_new (tw_glyph_new (glyph),
                                  tw_record_name (tw_index_node (index, node)->record), NULL,
                                  text != NULL ? tw_label_new (text, "tw-slip") : NULL));
    }
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
  g_autofree char *counts
      = g_strdup_printf (_ ("%u finished, %u slipped, %u new, %u gone"), changes->finished->len,
                         changes->slipped->len, changes->added->len, changes->gone->len);
  GtkWidget *content, *card = tw_card_new (_ ("Since last meeting"), caption, &content);

  if (baseline == NULL)
    {
      gtk_box_append (GTK_BOX (content),
                      tw_label_new (_ ("No meeting recorded yet"), "tw-secondary"));
      return card;
    }
  gtk_box_append (GTK_BOX (content), tw_label_new (counts, NULL));
  add_changes (content, facts, changes->slipped, TW_GLYPH_LATE, TRUE);
  add_changes (content, facts, changes->added, TW_GLYPH_NEW, FALSE);
  add_changes (content, facts, changes->finished, TW_GLYPH_DONE, FALSE);
  return card;
}

static GtkWidget *
risks_card_new (TwFacts *facts)
{
  GPtrArray *blockers = tw_facts_blockers (facts);
  GtkWidget *content, *card = tw_card_new (_ ("Blockers and risks"), NULL, &content);

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

static void
release_facts (gpointer facts)
{
  tw_facts_unref (facts);
}

static void
refresh (GtkWidget *widget)
{
  Page *page = g_object_get_data (G_OBJECT (widget), "tw-page");
  TwFacts *facts = tw_view_state_facts (page->state);
  GtkWidget *flow = gtk_flow_box_new ();
  GtkWidget *ribbon_content, *ribbon = tw_card_new (_ ("Lifecycle"), NULL, &ribbon_content);
  GtkWidget *cards[] = { next_card_new (facts), health_card_new (facts), changes_card_new (facts),
                         adoption_card_new (facts), risks_card_new (facts) };
  GtkWidget *area = tw_paint_new (300, 108, paint_ribbon, tw_facts_ref (facts), release_facts);

  tw_clear_children (page->content);
  gtk_box_append (GTK_BOX (page->content), head_new (facts));
  gtk_widget_set_hexpand (area, TRUE);
  gtk_box_append (GTK_BOX (ribbon_content), area);
  gtk_box_append (GTK_BOX (page->content), ribbon);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 3);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), FALSE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 18);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 18);
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      gtk_widget_set_valign (cards[i], GTK_ALIGN_START);
      gtk_widget_set_size_request (cards[i], 300, -1);
      gtk_flow_box_insert (GTK_FLOW_BOX (flow), cards[i], -1);
      gtk_widget_set_focusable (gtk_widget_get_parent (cards[i]), FALSE);
    }
  gtk_box_append (GTK_BOX (page->content), flow);
}

GtkWidget *
tw_overview_page_new (TwViewState *state)
{
  Page *page = g_new0 (Page, 1);
  GtkWidget *widget = tw_column_new (1400, &page->content);

  page->state = state;
  g_object_set_data_full (G_OBJECT (widget), "tw-page", page, g_free);
  tw_page_follow (widget, state, refresh);
  return widget;
}
