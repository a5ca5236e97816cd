/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-fold.h"
#include "tw-map-paint.h"
#include "tw-page.h"
#include "tw-settings.h"
#include "tw-timeline-legend.h"
#include "tw-words.h"

/* Those of the calendar (TwLegend), and of the map (TwMapLegend) behind them. */
#define MAP(legend) (TW_N_LEGENDS + TW_MAP_LEGEND_##legend)
#define N_ITEMS (TW_N_LEGENDS + TW_N_MAP_LEGENDS)

typedef struct
{
  TwViewState *state;
  GtkWidget *items[N_ITEMS], *labels[N_ITEMS];
  GtkWidget *filtered, *ends;
} Legend;

static const char *const names[N_ITEMS] = { [TW_LEGEND_PROGRESS] = NC_ ("legend", "Progress"),
                                            [TW_LEGEND_CRITICAL] = NC_ ("legend", "Critical"),
                                            [TW_LEGEND_BLOCKED] = NC_ ("legend", "Blocked"),
                                            [TW_LEGEND_MOVES] = NC_ ("legend", "Would move"),
                                            [TW_LEGEND_RECURRING] = NC_ ("legend", "Recurring"),
                                            [TW_LEGEND_HOLIDAY] = NC_ ("legend", "Holiday"),
                                            [MAP (DONE)] = NC_ ("legend", "Phase done"),
                                            [MAP (PROGRESS)] = NC_ ("legend", "Progress"),
                                            [MAP (UNUSED)] = NC_ ("legend", "Not needed here"),
                                            [MAP (HANDOVER)] = NC_ ("legend", "Hand-over"),
                                            [MAP (MILESTONE)] = NC_ ("legend", "Milestone") };

static void
paint (TwCanvas *canvas, const TwPalette *palette, double width, double height, gpointer data)
{
  guint item = GPOINTER_TO_UINT (data);

  if (item < TW_N_LEGENDS)
    tw_timeline_paint_swatch (canvas, palette, (TwLegend) item, width, height);
  else
    tw_map_paint_swatch (canvas, palette, (TwMapLegend) (item - TW_N_LEGENDS), width, height);
}

/* "12 of 32 activities" */
static char *
count_words (TwViewState *state)
{
  TwFacts *facts = tw_view_state_facts (state);
  TwIndex *index = tw_schedule_index (tw_facts_schedule (facts));
  guint seen = 0, all = 0;

  for (guint i = 0; i < tw_index_n_nodes (index); i++)
    if (tw_index_node (index, i)->kind == TW_KIND_ACTIVITY)
      {
        all++;
        seen += tw_filter_has_activity (tw_view_state_filter (state), tw_facts_plan (facts),
                                        tw_index_node (index, i)->record);
      }
  /* Translators: how many of a plan's activities a filter shows. */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u of %u activity", "%u of %u activities", all), seen, all);
}

static void
show_words (Legend *self, gboolean filters)
{
  TwFacts *facts = tw_view_state_facts (self->state);
  const TwSpan *span = tw_schedule_plan_span (tw_facts_schedule (facts));
  g_autofree char *finish = tw_words_date (span->finish, TW_DATE_LONG);
  g_autofree char *percent = tw_words_percent (tw_facts_plan_node (facts)->progress);
  g_autofree char *ends = g_strdup_printf (_ ("Plan ends %s, %s done"), finish, percent);
  TwBaseline *baseline = tw_view_state_baseline (self->state);

  gtk_label_set_text (GTK_LABEL (self->ends), ends);
  gtk_widget_set_visible (self->filtered,
                          filters && tw_filter_is_on (tw_view_state_filter (self->state)));
  if (gtk_widget_get_visible (self->filtered))
    {
      g_autofree char *count = count_words (self->state);

      gtk_label_set_text (GTK_LABEL (self->filtered), count);
    }
  if (baseline != NULL)
    {
      g_autofree char *date = tw_words_date_near (baseline->taken, tw_facts_today (facts), FALSE);
      g_autofree char *as_of = g_strdup_printf (_ ("As of %s"), date);

      gtk_label_set_text (GTK_LABEL (self->labels[TW_LEGEND_BASELINE]), as_of);
    }
}

/* An empty plan has nothing that could be told. */
static void
show (GtkWidget *legend)
{
  Legend *self = g_object_get_data (G_OBJECT (legend), "tw-legend");
  TwPlan *plan = tw_document_plan (tw_view_state_document (self->state));

  gtk_widget_set_visible (legend, tw_list_n (plan->motions) > 0
                                      && g_settings_get_boolean (tw_settings (), "show-legend"));
}

void
tw_timeline_legend_refresh (GtkWidget *legend, GArray *rows, gboolean dragging)
{
  Legend *self = g_object_get_data (G_OBJECT (legend), "tw-legend");
  TwTimelineOptions options = { .critical = tw_view_state_critical (self->state),
                                .baseline = tw_view_state_compares (self->state) };
  guint bits = rows != NULL ? tw_timeline_legend (tw_view_state_facts (self->state), rows, &options)
                            : ((1u << TW_N_MAP_LEGENDS) - 1) << TW_N_LEGENDS;

  if (dragging)
    bits |= 1u << TW_LEGEND_MOVES;
  show (legend);
  show_words (self, rows != NULL);
  if (rows == NULL)
    gtk_label_set_text (GTK_LABEL (self->ends), _ ("Press Enter on a phase to see its activities"));
  for (guint i = 0; i < N_ITEMS; i++)
    gtk_widget_set_visible (self->items[i], (bits & (1u << i)) != 0);
}

static GtkWidget *
line_label_new (const char *text, const char *class)
{
  GtkWidget *label = tw_label_new (text, class);

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static GtkWidget *
swatches_new (Legend *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  for (guint i = 0; i < N_ITEMS; i++)
    {
      GtkWidget *item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

      self->labels[i] = gtk_label_new (
          names[i] != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "legend", names[i]) : "");
      gtk_widget_add_css_class (self->labels[i], "tw-secondary");
      gtk_box_append (GTK_BOX (item), tw_paint_new (24, 14, paint, GUINT_TO_POINTER (i), NULL));
      gtk_box_append (GTK_BOX (item), self->labels[i]);
      gtk_box_append (GTK_BOX (box), item);
      self->items[i] = item;
    }
  return box;
}

GtkWidget *
tw_timeline_legend_new (TwViewState *state)
{
  Legend *self = g_new0 (Legend, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *fold = tw_fold_new ();

  self->state = state;
  gtk_widget_add_css_class (box, "tw-legend");
  self->filtered = line_label_new ("", "heading");
  self->ends = line_label_new ("", "tw-secondary");
  /* Where there is no room for all, none is shown. */
  tw_fold_add (TW_FOLD (fold), swatches_new (self), 0);
  tw_fold_add (TW_FOLD (fold), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), 0);
  gtk_widget_set_hexpand (fold, TRUE);
  gtk_box_append (GTK_BOX (box), self->filtered);
  gtk_box_append (GTK_BOX (box), fold);
  gtk_box_append (GTK_BOX (box), self->ends);
  g_object_set_data_full (G_OBJECT (box), "tw-legend", self, g_free);
  g_signal_connect_object (tw_settings (), "changed::show-legend", G_CALLBACK (show), box,
                           G_CONNECT_SWAPPED);
  return box;
}
