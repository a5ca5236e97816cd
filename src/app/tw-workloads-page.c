/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tw-charts.h"
#include "tw-fold.h"
#include "tw-page.h"
#include "tw-words.h"

/* Which product lags: the workloads with status, DIBS, usage and forecast, read-only. */
typedef struct
{
  TwViewState *state;
  GtkWidget *content;
} Page;

static void
paint_dibs (TwCanvas *canvas, const TwPalette *palette, double width G_GNUC_UNUSED, double height,
            gpointer data)
{
  tw_dibs_paint (canvas, palette, 0, height / 2, GPOINTER_TO_UINT (data));
}

typedef struct
{
  TwWorkload *workload;
  TwDate today;
} Spark;

static void
spark_free (gpointer data)
{
  tw_record_unref (((Spark *) data)->workload);
  g_free (data);
}

static void
paint_spark (TwCanvas *canvas, const TwPalette *palette, double width, double height, gpointer data)
{
  Spark *spark = data;
  TwWorkload *workload = spark->workload;
  guint n = tw_list_n (workload->readings);
  g_autofree TwUsagePoint *points = g_new0 (TwUsagePoint, n + 1);

  for (guint i = 0; i < n; i++)
    {
      TwReading *reading = workload->readings->items[i];

      points[i] = (TwUsagePoint){ reading->date, 100.0 * reading->active / workload->entitled };
    }
  tw_sparkline_paint (canvas, palette, (TwRect){ 0, 0, width, height }, points, n,
                      workload->target > 0 ? workload->target : -1, spark->today);
}

/* narrow: without DIBS and sparkline. */
static GtkWidget *
workload_line_new (Page *page, TwWorkload *workload, gboolean narrow)
{
  TwPlaybook *playbook = tw_document_playbook (tw_view_state_document (page->state));
  TwSlice *slice = tw_list_n (workload->slices) > 0 ? workload->slices->items[0] : NULL;
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *dibs;
  guint letters = tw_workload_dibs (workload);
  g_autofree char *missing = tw_words_dibs_missing (letters);
  const char *reason
      = slice != NULL ? tw_playbook_name (playbook, TW_WORD_REASON, slice->reason) : NULL;
  g_autofree char *line
      = slice == NULL ? g_strdup ("")
                      : g_strdup_printf ("%s%s%s", tw_words_slice_status (slice->status),
                                         reason != NULL ? " · " : "", reason != NULL ? reason : "");
  double usage = tw_workload_usage (workload, NULL);

  dibs = tw_paint_new (104, 26, paint_dibs, GUINT_TO_POINTER (letters), NULL);
  gtk_widget_set_tooltip_text (dibs, missing != NULL ? missing : _ ("All of DIBS is on record"));
  gtk_widget_set_visible (dibs, !narrow);
  gtk_box_append (GTK_BOX (side), dibs);
  if (usage >= 0)
    {
      Spark *spark = g_new0 (Spark, 1);
      g_autofree char *when = tw_words_reached (workload);
      g_autofree char *percent = workload->target > 0
                                     ? g_strdup_printf (C_ ("usage, target", "%d / %d %%"),
                                                        (int) floor (usage + 0.5), workload->target)
                                     : tw_words_percent ((int) floor (usage + 0.5));
      GtkWidget *value = tw_label_new (percent, NULL), *date = tw_label_new (when, "tw-secondary");

      GtkWidget *curve;

      *spark = (Spark){ tw_record_ref (workload), tw_view_state_today (page->state) };
      curve = tw_paint_new (88, 36, paint_spark, spark, spark_free);
      gtk_widget_set_visible (curve, !narrow);
      gtk_widget_set_visible (date, !narrow);
      gtk_box_append (GTK_BOX (side), curve);
      gtk_label_set_wrap (GTK_LABEL (value), FALSE);
      gtk_label_set_width_chars (GTK_LABEL (value), narrow ? 0 : 10);
      gtk_label_set_width_chars (GTK_LABEL (date), 11);
      gtk_box_append (GTK_BOX (side), value);
      gtk_box_append (GTK_BOX (side), date);
    }
  return tw_row_new (
      tw_glyph_new (slice != NULL ? tw_glyph_for_slice (slice->status) : TW_GLYPH_UNKNOWN),
      workload->name, line, side);
}

static GtkWidget *
workload_row_new (Page *page, TwWorkload *workload)
{
  GtkWidget *fold = tw_fold_new ();

  tw_fold_add (TW_FOLD (fold), workload_line_new (page, workload, FALSE), 680);
  tw_fold_add (TW_FOLD (fold), workload_line_new (page, workload, TRUE), 0);
  return fold;
}

static void
refresh (GtkWidget *widget)
{
  Page *page = g_object_get_data (G_OBJECT (widget), "tw-page");
  TwFacts *facts = tw_view_state_facts (page->state);
  TwPlan *plan = tw_facts_plan (facts);
  const TwHealth *health = tw_facts_health (facts);
  g_autofree char *reason = tw_words_health_reason (health);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *list = tw_boxed_list_new ();

  tw_clear_children (page->content);
  gtk_box_append (GTK_BOX (head), tw_label_new (_ ("Workloads"), "title-3"));
  gtk_box_append (GTK_BOX (head), tw_pill_new (health->level));
  gtk_box_append (GTK_BOX (head), tw_label_new (reason, "tw-secondary"));
  gtk_box_append (GTK_BOX (page->content), head);
  TW_FOREACH (TwWorkload, workload, plan->workloads)
    gtk_list_box_append (GTK_LIST_BOX (list), workload_row_new (page, workload));
  gtk_widget_set_visible (list, tw_list_n (plan->workloads) > 0);
  gtk_box_append (GTK_BOX (page->content), list);
  if (tw_list_n (plan->workloads) == 0)
    gtk_box_append (GTK_BOX (page->content), tw_label_new (_ ("No workloads"), "tw-secondary"));
}

GtkWidget *
tw_workloads_page_new (TwViewState *state)
{
  Page *page = g_new0 (Page, 1);
  GtkWidget *widget = tw_column_new (1100, &page->content);

  page->state = state;
  g_object_set_data_full (G_OBJECT (widget), "tw-page", page, g_free);
  tw_page_follow (widget, state, refresh);
  return widget;
}
