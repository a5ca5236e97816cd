/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-print-operation.h"
#include "tw-summary.h"

typedef struct
{
  TwFacts *facts;
  TwMetrics *metrics;
  TwSummary *summary;
} Job;

/* Pages are laid out for the paper chosen, with the print context's own text. */
static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, gpointer data)
{
  Job *job = data;
  PangoContext *pango = gtk_print_context_create_pango_context (context);
  TwSummaryOptions options = { .audience = TW_AUDIENCE_CUSTOMER,
                               .width = gtk_print_context_get_width (context),
                               .height = gtk_print_context_get_height (context) };

  pango_cairo_context_set_resolution (pango, 72);
  job->metrics = tw_metrics_for_paper (pango, NULL);
  job->summary = tw_summary_new (job->facts, &options, job->metrics);
  gtk_print_operation_set_n_pages (operation, (int) tw_summary_n_pages (job->summary));
  g_object_unref (pango);
}

static void
draw_cb (GtkPrintOperation *operation G_GNUC_UNUSED, GtkPrintContext *context, int page,
         gpointer data)
{
  Job *job = data;
  g_autoptr (TwCanvas) canvas
      = tw_canvas_new_cairo (gtk_print_context_get_cairo_context (context), job->metrics);

  tw_summary_paint (job->summary, canvas, (guint) page);
}

static void
end_cb (GtkPrintOperation *operation G_GNUC_UNUSED, GtkPrintContext *context G_GNUC_UNUSED,
        gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->summary, tw_summary_free);
  g_clear_pointer (&job->metrics, tw_metrics_unref);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->summary, tw_summary_free);
  g_clear_pointer (&job->metrics, tw_metrics_unref);
  tw_facts_unref (job->facts);
  g_free (job);
}

void
tw_print (GtkWindow *parent, TwFacts *facts)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GError) error = NULL;
  Job *job = g_new0 (Job, 1);

  job->facts = tw_facts_ref (facts);
  gtk_print_operation_set_job_name (operation, tw_facts_plan (facts)->title);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* The margins are the summary's own. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "tw-job", job, job_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), job);
  g_signal_connect (operation, "end-print", G_CALLBACK (end_cb), job);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.tell", "s", error->message);
}
