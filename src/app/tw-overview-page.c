/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-columns.h"
#include "tw-fold.h"
#include "tw-overview-cards.h"
#include "tw-ribbon.h"
#include "tw-words.h"
#include "tw-workloads.h"

/* Where cards stand, in their order. */
enum
{
  SLOT_HEAD,
  SLOT_RIBBON,
  SLOT_NEXT, /* from here on in columns */
  SLOT_HEALTH,
  SLOT_CHANGES,
  SLOT_ADOPTION,
  SLOT_RISKS,
  SLOT_FINDINGS,
  N_SLOTS
};

/* How is the customer: facts, each card by itself; what can be ticked is ticked here. */
typedef struct
{
  TwViewState *state;
  GtkWidget *widget, *content;
  GtkWidget *slots[N_SLOTS];
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
  g_autoptr (GPtrArray) approaches = g_ptr_array_new ();

  if (plan->customer->industry != NULL)
    g_ptr_array_add (parts, g_strdup (plan->customer->industry));
  if (plan->customer->seats != TW_INT_NONE)
    g_ptr_array_add (parts, tw_words_seats (plan->customer->seats));
  TW_FOREACH (TwApproach, approach, plan->approaches)
    g_ptr_array_add (approaches, approach->name);
  g_ptr_array_add (approaches, NULL);
  if (approaches->len > 1)
    g_ptr_array_add (parts, g_strjoinv (C_ ("list", ", "), (char **) approaches->pdata));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
add_fact (GtkWidget *box, const char *caption, const char *value)
{
  if (gtk_widget_get_first_child (box) != NULL)
    gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
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

/* The health, which leads to the workloads; its groups are in the tooltip. */
static GtkWidget *
pill_new (const TwHealth *health, TwDate today)
{
  GtkWidget *button = gtk_button_new ();
  g_autoptr (GString) tip = g_string_new (NULL);

  for (guint i = 0; i < health->n_groups; i++)
    {
      g_autofree char *level = tw_words_group_level (&health->groups[i], today);

      g_string_append_printf (tip, "%s%s: %s", i > 0 ? "\n" : "", health->groups[i].group->name,
                              level);
    }
  gtk_button_set_child (GTK_BUTTON (button), tw_pill_new (health->level));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "tw-pill-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  tw_set_tooltip (button, tip->str);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "workloads");
  return button;
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
  if (orientation == GTK_ORIENTATION_HORIZONTAL && gtk_widget_get_first_child (dates) != NULL)
    gtk_box_append (GTK_BOX (dates), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (rating), pill_new (health, today));
  gtk_widget_set_valign (reason, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (reason), tw_label_new (why, "tw-caption-strong"));
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
  GtkWidget *name = tw_line_new (18);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *avatar = adw_avatar_new (48, plan->customer->name, TRUE);
  g_autofree char *line = subtitle (plan);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (name, "tw-customer");
  tw_line_append (name, avatar);
  gtk_box_append (GTK_BOX (texts), tw_label_new (plan->customer->name, "title-1"));
  gtk_box_append (GTK_BOX (texts), tw_label_new (line, "tw-secondary"));
  tw_line_append (name, texts);
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

static void
release_facts (gpointer facts)
{
  tw_facts_unref (facts);
}

static GtkWidget *
ribbon_card_new (TwFacts *facts)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *area = tw_paint_new (260, 120, paint_ribbon, tw_facts_ref (facts), release_facts);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "tw-card");
  gtk_widget_add_css_class (area, "tw-ribbon");
  gtk_widget_set_hexpand (area, TRUE);
  gtk_box_append (GTK_BOX (card), area);
  return card;
}

/* --- the keyboard stays where it is while cards are made anew --- */

static GtkWidget *
next_focusable (GtkWidget *widget, int *left)
{
  GtkWidget *found = NULL;

  if (gtk_widget_get_focusable (widget) && gtk_widget_get_sensitive (widget) && (*left)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = next_focusable (child, left);
  return found;
}

/* Which of the slot's widgets has the keyboard, counted from 0; -1: none. */
static int
focus_in (GtkWidget *slot)
{
  GtkRoot *root = gtk_widget_get_root (slot);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL, *widget;
  int at = 0, left = 0;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, slot))
    return -1;
  while ((widget = next_focusable (slot, &left)) != NULL && widget != focus)
    left = ++at;
  return widget != NULL ? at : 0;
}

static void
put_focus_back (GtkWidget *slot, int at)
{
  GtkWidget *widget = NULL;

  for (; at >= 0 && widget == NULL; at--)
    {
      int left = at;

      widget = next_focusable (slot, &left);
    }
  if (widget != NULL)
    gtk_widget_grab_focus (widget);
}

/* Takes card over. */
static void
fill_slot (GtkWidget *slot, GtkWidget *card)
{
  int at = focus_in (slot);

  tw_clear_children (slot);
  gtk_box_append (GTK_BOX (slot), card);
  put_focus_back (slot, at);
}

static void
refresh (GtkWidget *widget)
{
  Page *page = g_object_get_data (G_OBJECT (widget), "tw-page");
  TwFacts *facts = tw_view_state_facts (page->state);

  fill_slot (page->slots[SLOT_HEAD], head_new (facts));
  gtk_widget_set_visible (page->slots[SLOT_RIBBON], tw_list_n (tw_facts_plan (facts)->motions) > 0);
  fill_slot (page->slots[SLOT_RIBBON], ribbon_card_new (facts));
  fill_slot (page->slots[SLOT_NEXT], tw_next_card_new (page->state, page->content));
  fill_slot (page->slots[SLOT_HEALTH], tw_health_card_new (facts));
  fill_slot (page->slots[SLOT_CHANGES], tw_changes_card_new (facts));
  fill_slot (page->slots[SLOT_ADOPTION], tw_adoption_card_new (facts));
  fill_slot (page->slots[SLOT_RISKS], tw_risks_card_new (facts));
  fill_slot (page->slots[SLOT_FINDINGS], tw_findings_card_new (page->state, page->all_findings));
}

static void
all_findings_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED,
                 gpointer data)
{
  Page *page = data;

  page->all_findings = !page->all_findings;
  refresh (page->widget);
}

GtkWidget *
tw_overview_page_new (TwViewState *state)
{
  static const GActionEntry entries[]
      = { { "all-findings", all_findings_cb, NULL, NULL, NULL, { 0 } } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  Page *page = g_new0 (Page, 1);
  GtkWidget *columns = tw_columns_new (3, 272, 18);

  page->state = state;
  page->widget = tw_column_new (1400, &page->content);
  for (guint i = 0; i < N_SLOTS; i++)
    {
      page->slots[i] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      if (i <= SLOT_RIBBON)
        gtk_box_append (GTK_BOX (page->content), page->slots[i]);
      else
        tw_columns_append (TW_COLUMNS (columns), page->slots[i]);
    }
  tw_columns_append (TW_COLUMNS (columns), tw_summary_card_new (state));
  gtk_box_append (GTK_BOX (page->content), columns);
  tw_next_card_prepare (state, page->content);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), page);
  gtk_widget_insert_action_group (page->widget, "overview", G_ACTION_GROUP (group));
  g_object_set_data_full (G_OBJECT (page->widget), "tw-page", page, g_free);
  tw_page_follow (page->widget, state, refresh);
  return page->widget;
}
