/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-page.h"
#include "tw-print-operation.h"
#include "tw-settings.h"
#include "tw-summary.h"

/* What a person chooses from: the head is always there. */
static const struct
{
  TwSection section;
  const char *name;
} sections_of_a_page[] = {
  { TW_SECTION_SUMMARY, NC_ ("section", "Summary") },
  { TW_SECTION_HEALTH, NC_ ("section", "Health") },
  { TW_SECTION_TIMELINE, NC_ ("section", "Timeline") },
  { TW_SECTION_PHASES, NC_ ("section", "Phases") },
  { TW_SECTION_HANDOVERS, NC_ ("section", "Hand-overs (only for us)") },
  { TW_SECTION_NEXT_STEPS, NC_ ("section", "Next steps") },
  { TW_SECTION_WORKLOADS, NC_ ("section", "Workloads") },
  { TW_SECTION_ADOPTION, NC_ ("section", "Adoption") },
  { TW_SECTION_RISKS, NC_ ("section", "Risks and decisions") },
  { TW_SECTION_CHANGES, NC_ ("section", "Changes") },
};

typedef struct
{
  TwFacts *facts;
  TwAudience audience;
  TwSection sections;
  GtkWidget *internal;                                  /* of the dialog's own page */
  GtkWidget *checks[G_N_ELEMENTS (sections_of_a_page)]; /* one a section */
  TwMetrics *metrics;
  TwSummary *summary;
} Job;

/* Pages are laid out for the paper chosen, with the print context's own text. */
static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, gpointer data)
{
  Job *job = data;
  PangoContext *pango = gtk_print_context_create_pango_context (context);
  TwSummaryOptions options = { .audience = job->audience,
                               .sections = job->sections,
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

/* --- the dialog's own page --- */

static gpointer
page_cb (GtkPrintOperation *operation G_GNUC_UNUSED, gpointer data)
{
  Job *job = data;
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *customer = gtk_check_button_new_with_mnemonic (_ ("For the _customer"));

  job->internal = gtk_check_button_new_with_mnemonic (_ ("For _us: all that is internal, too"));
  gtk_check_button_set_group (GTK_CHECK_BUTTON (job->internal), GTK_CHECK_BUTTON (customer));
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (job->audience == TW_AUDIENCE_INTERNAL ? job->internal : customer), TRUE);
  gtk_widget_add_css_class (page, "tw-page");
  gtk_box_append (GTK_BOX (page), tw_label_new (_ ("Edition"), "heading"));
  gtk_box_append (GTK_BOX (page), customer);
  gtk_box_append (GTK_BOX (page), job->internal);
  gtk_box_append (GTK_BOX (page), tw_label_new (_ ("Sections"), "heading"));
  for (guint i = 0; i < G_N_ELEMENTS (sections_of_a_page); i++)
    {
      job->checks[i] = gtk_check_button_new_with_label (
          g_dpgettext2 (GETTEXT_PACKAGE, "section", sections_of_a_page[i].name));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (job->checks[i]), TRUE);
      gtk_box_append (GTK_BOX (page), job->checks[i]);
    }
  return page;
}

/* All checked: whatever the audience has, the rest of the plan in the internal edition. */
static void
apply_cb (GtkPrintOperation *operation G_GNUC_UNUSED, GtkWidget *page G_GNUC_UNUSED, gpointer data)
{
  Job *job = data;
  TwSection chosen = TW_SECTION_HEAD;
  gboolean all = TRUE;

  job->audience = gtk_check_button_get_active (GTK_CHECK_BUTTON (job->internal))
                      ? TW_AUDIENCE_INTERNAL
                      : TW_AUDIENCE_CUSTOMER;
  for (guint i = 0; i < G_N_ELEMENTS (sections_of_a_page); i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (job->checks[i])))
      chosen |= sections_of_a_page[i].section;
    else
      all = FALSE;
  job->sections = all ? 0 : chosen;
}

static TwAudience
usual_audience (void)
{
  g_autofree char *word = g_settings_get_string (tw_settings (), "print-audience");

  return g_str_equal (word, "internal") ? TW_AUDIENCE_INTERNAL : TW_AUDIENCE_CUSTOMER;
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
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GError) error = NULL;
  Job *job = g_new0 (Job, 1);

  job->facts = tw_facts_ref (facts);
  job->audience = usual_audience ();
  gtk_print_operation_set_custom_tab_label (operation, _ ("Summary"));
  g_signal_connect (operation, "create-custom-widget", G_CALLBACK (page_cb), job);
  g_signal_connect (operation, "custom-widget-apply", G_CALLBACK (apply_cb), job);
  gtk_print_operation_set_job_name (operation, tw_facts_plan (facts)->title);
  /* What Print to File proposes. */
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
                          tw_facts_plan (facts)->customer->name);
  gtk_print_operation_set_print_settings (operation, settings);
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
