/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-charts.h"
#include "tw-menu.h"
#include "tw-overview-cards.h"
#include "tw-show.h"
#include "tw-words.h"
#include "tw-workloads.h"

/* Names of finished activities in their one line. */
#define NAMES_MAX 2

/* --- what the cards share --- */

GtkWidget *
tw_card_list_new (GtkWidget *content)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "tw-card-list");
  gtk_box_append (GTK_BOX (content), list);
  return list;
}

GtkWidget *
tw_card_list_add (GtkWidget *list, GtkWidget *child, const char *page, gpointer record)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  if (record != NULL)
    tw_show_on_activate (row, page, record);
  else
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static GtkWidget *
line_new (const char *text, const char *class)
{
  GtkWidget *label = tw_label_new (text, class);

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  tw_tell_when_cut (label);
  return label;
}

static GtkWidget *
value_new (const char *text, const char *class)
{
  GtkWidget *label = tw_label_new (text, class);

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  return label;
}

static GtkWidget *
small_glyph_new (TwGlyph glyph)
{
  GtkWidget *area = tw_glyph_new (glyph);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), 12);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), 12);
  return area;
}

GtkWidget *
tw_card_texts_new (const char *title, TwGlyph glyph, const char *line)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), line_new (title, "tw-dense"));
  gtk_widget_add_css_class (gtk_widget_get_first_child (texts), "tw-strong");
  if (line == NULL)
    return texts;
  if (glyph != TW_N_GLYPHS)
    gtk_box_append (GTK_BOX (below), small_glyph_new (glyph));
  gtk_box_append (GTK_BOX (below), line_new (line, "tw-secondary"));
  gtk_box_append (GTK_BOX (texts), below);
  return texts;
}

void
tw_card_add_nothing (GtkWidget *content, const char *text, const char *button, const char *action)
{
  GtkWidget *label = tw_label_new (text, "tw-secondary"), *widget;

  gtk_box_append (GTK_BOX (content), label);
  if (button == NULL)
    return;
  widget = gtk_button_new_with_label (button);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (widget), action);
  gtk_widget_set_halign (widget, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (content), widget);
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
meter_new (int width, double value, double threshold)
{
  Meter *meter = g_new (Meter, 1);

  *meter = (Meter){ value, threshold };
  return tw_paint_new (width, 16, paint_meter, meter, g_free);
}

/* --- workload health --- */

static GtkWidget *
component_new (const TwHealthComponent *one, int above)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *value = value_new ("", "tw-dense");
  GtkWidget *passed = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *percent = one->percent >= 0
                                 ? g_strdup_printf (C_ ("usage, threshold", "<b>%d</b> / %d %%"),
                                                    tw_usage_percent (one->percent), above)
                                 : NULL;

  if (percent != NULL) /* numbers alone */
    gtk_label_set_markup (GTK_LABEL (value), percent);
  else
    gtk_label_set_text (GTK_LABEL (value), _ ("No usage"));
  gtk_label_set_width_chars (GTK_LABEL (value), 9);
  gtk_label_set_xalign (GTK_LABEL (value), 1);
  gtk_box_append (GTK_BOX (box), line_new (one->component->name, "tw-dense"));
  gtk_box_append (GTK_BOX (box), meter_new (88, one->percent, above));
  gtk_box_append (GTK_BOX (box), value);
  gtk_widget_set_size_request (passed, 14, -1);
  if (one->above)
    gtk_box_append (GTK_BOX (passed), small_glyph_new (TW_GLYPH_DONE));
  gtk_box_append (GTK_BOX (box), passed);
  return box;
}

static GtkWidget *
group_head_new (const TwHealthGroup *group, TwDate today)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *words = tw_words_group_level (group, today);
  g_autofree char *why = tw_words_group_why (group);
  g_autofree char *next = tw_words_group_next (group, today);
  g_autofree char *tip
      = g_strdup_printf ("%s%s%s", why, next != NULL ? "\n" : "", next != NULL ? next : "");
  GtkWidget *name = line_new (group->group->name, "tw-caption-strong");
  GtkWidget *level
      = value_new (words, group->level == TW_HEALTH_GREEN ? "tw-green" : "tw-secondary");

  gtk_widget_add_css_class (level, "tw-level");
  tw_set_tooltip (level, tip);
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), level);
  gtk_widget_add_css_class (head, "tw-group-line");
  return head;
}

GtkWidget *
tw_health_card_new (TwFacts *facts)
{
  const TwHealth *health = tw_facts_health (facts);
  GtkWidget *content, *list,
      *card = tw_card_new (_ ("Workload health"), _ ("▏threshold"), "workloads",
                           _ ("Open Workloads"), &content);

  if (health->level == TW_LEVEL_NONE)
    {
      tw_card_add_nothing (content, _ ("Not rated yet"), _ ("Update Usage"), "win.update-usage");
      return card;
    }
  list = tw_card_list_new (content);
  for (guint i = 0; i < health->n_groups; i++)
    {
      const TwHealthGroup *group = &health->groups[i];

      for (guint j = 0; j < group->n_components; j++)
        {
          const TwHealthComponent *one = &group->components[j];
          GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *row;

          if (j == 0)
            gtk_box_append (GTK_BOX (box), group_head_new (group, tw_facts_today (facts)));
          gtk_box_append (GTK_BOX (box), component_new (one, group->group->green->above));
          row = tw_card_list_add (list, box, NULL, one->workload);
          gtk_widget_add_css_class (row, j == 0 && i > 0 ? "tw-new-day" : "tw-same-day");
        }
    }
  return card;
}

/* --- adoption --- */

static GtkWidget *
stage_new (TwFacts *facts, guint at, const TwStageFacts *own)
{
  TwStage *stage = tw_facts_plan (facts)->adoption->items[at];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *meter = meter_new (60, own->n > 0 ? 100.0 * own->done / own->n : 0, -1);
  GtkWidget *name = line_new (stage->name, "tw-dense"), *count = value_new ("", "tw-dense");
  g_autofree char *numbers
      = g_strdup_printf (C_ ("items done, of all", "<b>%u</b> of %u"), own->done, own->n);
  g_autofree char *next = tw_words_stage_next (facts, at);

  gtk_label_set_width_chars (GTK_LABEL (name), 9);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 9);
  gtk_widget_set_hexpand (name, FALSE);
  gtk_widget_add_css_class (name, "tw-strong");
  gtk_label_set_markup (GTK_LABEL (count), numbers); /* numbers alone */
  gtk_widget_set_hexpand (meter, TRUE);
  gtk_widget_set_hexpand (right, TRUE);
  gtk_box_append (GTK_BOX (bar), meter);
  gtk_box_append (GTK_BOX (bar), count);
  gtk_box_append (GTK_BOX (right), bar);
  if (next != NULL)
    {
      if (own->overdue > 0)
        gtk_box_append (GTK_BOX (below), small_glyph_new (TW_GLYPH_LATE));
      gtk_box_append (GTK_BOX (below), line_new (next, "tw-secondary"));
      gtk_box_append (GTK_BOX (right), below);
    }
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), right);
  return box;
}

GtkWidget *
tw_adoption_card_new (TwFacts *facts)
{
  TwPlan *plan = tw_facts_plan (facts);
  guint n = tw_list_n (plan->adoption), done = 0, all = 0;
  g_autofree TwStageFacts *stages = g_new0 (TwStageFacts, n + 1);
  g_autofree char *count = NULL;
  GtkWidget *content, *list, *card;

  for (guint i = 0; i < n; i++)
    {
      tw_facts_stage (facts, i, &stages[i]);
      done += stages[i].done;
      all += stages[i].n;
    }
  count = n > 0 ? g_strdup_printf (_ ("%u of %u done"), done, all) : NULL;
  card = tw_card_new (_ ("Adoption"), count, "adoption", _ ("Open Adoption"), &content);
  if (n == 0)
    {
      tw_card_add_nothing (content, _ ("No stages yet"), NULL, NULL);
      return card;
    }
  list = tw_card_list_new (content);
  for (guint i = 0; i < n; i++)
    {
      TwAdoptionItem *next = tw_facts_stage_next (facts, i);

      tw_card_list_add (list, stage_new (facts, i, &stages[i]), NULL,
                        next != NULL ? (gpointer) next : plan->adoption->items[i]);
    }
  return card;
}

/* --- since the last meeting --- */

static GtkWidget *
counter_new (guint n, const char *word)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *number = g_strdup_printf ("%u", n);
  GtkWidget *figure = value_new (number, "title-3"), *label = value_new (word, "tw-secondary");

  gtk_widget_set_valign (figure, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (box), figure);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static GtkWidget *
counters_new (const TwChanges *changes)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (box), counter_new (changes->finished->len, C_ ("change", "finished")));
  gtk_box_append (GTK_BOX (box), counter_new (changes->slipped->len, C_ ("change", "slipped")));
  gtk_box_append (GTK_BOX (box), counter_new (changes->added->len, C_ ("change", "new")));
  if (changes->gone->len > 0)
    gtk_box_append (GTK_BOX (box), counter_new (changes->gone->len, C_ ("change", "gone")));
  return box;
}

static void
add_change (GtkWidget *list, TwGlyph glyph, const char *text, const char *value, const char *class,
            gpointer record)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (box), tw_glyph_new (glyph));
  gtk_box_append (GTK_BOX (box), line_new (text, "tw-dense"));
  gtk_box_append (GTK_BOX (box), value_new (value, class));
  gtk_widget_add_css_class (tw_card_list_add (list, box, NULL, record), "tw-change");
}

static gpointer
node_record (TwFacts *facts, GArray *nodes, guint at)
{
  return tw_index_node (tw_schedule_index (tw_facts_schedule (facts)),
                        g_array_index (nodes, guint, at))
      ->record;
}

static void
add_slipped (GtkWidget *list, TwFacts *facts)
{
  GArray *slipped = tw_facts_changes (facts)->slipped;

  for (guint i = 0; i < slipped->len; i++)
    {
      TwActivity *activity = node_record (facts, slipped, i);
      g_autofree char *slip
          = tw_words_slip (tw_facts_node (facts, g_array_index (slipped, guint, i))->slip, FALSE);

      add_change (list, TW_GLYPH_LATE, activity->name, slip, "tw-slip", activity);
    }
}

/* What finished is told in one line: the first by name. */
static void
add_finished (GtkWidget *list, TwFacts *facts)
{
  GArray *finished = tw_facts_changes (facts)->finished;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < finished->len; i++)
    g_ptr_array_add (names, ((TwActivity *) node_record (facts, finished, i))->name);
  if (names->len == 0)
    return;
  text = tw_words_names ((const char *const *) names->pdata, names->len, NAMES_MAX);
  add_change (list, TW_GLYPH_DONE, text, C_ ("change", "Finished"), "tw-dense",
              node_record (facts, finished, 0));
}

/* The last row says whether go-live moved. */
static void
add_go_live (GtkWidget *list, TwFacts *facts)
{
  TwSchedule *schedule = tw_facts_schedule (facts);
  const char *id = tw_facts_plan (facts)->go_live;
  const TwNodeFacts *own = id != NULL ? tw_facts_find (facts, id) : NULL;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  if (own == NULL || !own->in_baseline)
    return;
  date
      = tw_words_date_near (tw_schedule_find (schedule, id)->finish, tw_facts_today (facts), FALSE);
  text = own->slip == 0 ? g_strdup_printf (C_ ("go-live", "Still %s"), date)
                        : g_strdup_printf (C_ ("go-live", "Now %s"), date);
  add_change (list, TW_GLYPH_MILESTONE, _ ("Go-live"), text,
              own->slip == 0 ? "tw-dense" : "tw-slip",
              tw_index_activity (tw_schedule_index (schedule), id));
}

static GMenuModel *
changes_menu (GtkWidget *card G_GNUC_UNUSED)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Record Meeting"), "win.record-meeting");
  return G_MENU_MODEL (menu);
}

static void
add_changes (GtkWidget *content, TwFacts *facts)
{
  const TwChanges *changes = tw_facts_changes (facts);
  g_autofree char *more = tw_words_since (facts);
  GtkWidget *list;

  gtk_box_append (GTK_BOX (content), counters_new (changes));
  list = tw_card_list_new (content);
  add_slipped (list, facts);
  for (guint i = 0; i < changes->added->len; i++)
    {
      TwActivity *activity = node_record (facts, changes->added, i);

      add_change (list, TW_GLYPH_NEW, activity->name, C_ ("change", "New"), "tw-dense", activity);
    }
  add_finished (list, facts);
  for (guint i = 0; i < changes->gone->len; i++)
    add_change (list, TW_GLYPH_SKIPPED, ((TwBaselineItem *) changes->gone->pdata[i])->name,
                C_ ("change", "Gone"), "tw-dense", NULL);
  add_go_live (list, facts);
  if (more != NULL)
    gtk_box_append (GTK_BOX (content), tw_label_new (more, "tw-secondary"));
}

GtkWidget *
tw_changes_card_new (TwFacts *facts)
{
  TwBaseline *baseline = tw_facts_baseline (facts);
  TwBaseline *newest = tw_plan_newest_baseline (tw_facts_plan (facts));
  TwBaseline *shown = baseline != NULL ? baseline : newest;
  g_autofree char *date
      = shown != NULL ? tw_words_date_near (shown->taken, tw_facts_today (facts), FALSE) : NULL;
  g_autofree char *caption
      = baseline != NULL ? g_strdup_printf (_ ("Compared with %s"), date) : NULL;
  GtkWidget *content, *card = tw_card_new (_ ("Since last meeting"), caption, "timeline",
                                           _ ("Open Timeline"), &content);

  if (baseline != NULL)
    {
      add_changes (content, facts);
      tw_menu_attach (card, changes_menu);
    }
  else if (newest != NULL)
    {
      g_autofree char *compare = g_strdup_printf (_ ("Compare with %s"), date);

      tw_card_add_nothing (content, _ ("Nothing is compared just now"), compare, "win.compare");
    }
  else
    tw_card_add_nothing (content, _ ("No meeting recorded yet"), _ ("Record Meeting"),
                         "win.record-meeting");
  return card;
}

/* --- blockers and risks --- */

GtkWidget *
tw_risks_card_new (TwFacts *facts)
{
  GPtrArray *blockers = tw_facts_blockers (facts);
  g_autofree char *count = tw_words_blockers (facts);
  GtkWidget *content, *list,
      *card
      = tw_card_new (_ ("Blockers and risks"), count, "journal", _ ("Open Journal"), &content);

  if (blockers->len == 0)
    {
      tw_card_add_nothing (content, _ ("No blockers or risks"), NULL, NULL);
      return card;
    }
  list = tw_card_list_new (content);
  for (guint i = 0; i < blockers->len; i++)
    {
      TwEntry *entry = blockers->pdata[i];
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *glyph = tw_glyph_new (tw_glyph_for_entry (entry));
      g_autofree char *line = tw_words_entry_line (facts, entry);

      gtk_widget_set_valign (glyph, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), glyph);
      gtk_box_append (GTK_BOX (box), tw_card_texts_new (entry->title, TW_N_GLYPHS, line));
      gtk_widget_add_css_class (tw_card_list_add (list, box, NULL, entry),
                                i > 0 ? "tw-new-day" : "tw-same-day");
    }
  return card;
}
