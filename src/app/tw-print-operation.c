/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-page.h"
#include "tw-picture.h"
#include "tw-print-operation.h"
#include "tw-settings.h"

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
  { TW_SECTION_EVERYTHING, NC_ ("section", "Everything in this plan (only for us)") },
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
  gboolean previews;
  char *viewer; /* the program for previews, if it isn't there */
} Job;

/* Pages are laid out for the paper chosen, in the text of an export: a print context's own is
 * rounded to whole points. */
static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, gpointer data)
{
  Job *job = data;
  TwSummaryOptions options = { .audience = job->audience,
                               .sections = job->sections,
                               .width = gtk_print_context_get_width (context),
                               .height = gtk_print_context_get_height (context) };

  job->metrics = tw_paper_metrics ();
  job->summary = tw_summary_new (job->facts, &options, job->metrics);
  gtk_print_operation_set_n_pages (operation, (int) tw_summary_n_pages (job->summary));
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

/* GTK aborts if a preview of ours has nothing to draw on. */
static void
show_no_preview (GtkPrintOperationPreview *preview, GtkPrintContext *context)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_t *cr = cairo_create (surface);

  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  g_signal_connect (preview, "ready", G_CALLBACK (gtk_print_operation_preview_end_preview), NULL);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* GTK hands the pages to a program and says nothing if there is none. */
static gboolean
preview_cb (GtkPrintOperation *operation G_GNUC_UNUSED, GtkPrintOperationPreview *preview,
            GtkPrintContext *context, GtkWindow *parent, gpointer data)
{
  Job *job = data;
  g_autofree char *command = NULL;
  g_autofree char *path = NULL;
  g_auto (GStrv) words = NULL;

  job->previews = TRUE;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (parent)), "gtk-print-preview-command",
                &command, NULL);
  if (command == NULL || !g_shell_parse_argv (command, NULL, &words, NULL))
    return FALSE;
  path = g_find_program_in_path (words[0]);
  if (path != NULL)
    return FALSE;
  job->viewer = g_strdup (words[0]);
  show_no_preview (preview, context);
  return TRUE;
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
      if (sections_of_a_page[i].section & TW_SECTION_INTERNAL)
        g_object_bind_property (job->internal, "active", job->checks[i], "sensitive",
                                G_BINDING_SYNC_CREATE);
      gtk_box_append (GTK_BOX (page), job->checks[i]);
    }
  return page;
}

static void
apply_cb (GtkPrintOperation *operation G_GNUC_UNUSED, GtkWidget *page G_GNUC_UNUSED, gpointer data)
{
  Job *job = data;

  job->audience = gtk_check_button_get_active (GTK_CHECK_BUTTON (job->internal))
                      ? TW_AUDIENCE_INTERNAL
                      : TW_AUDIENCE_CUSTOMER;
  job->sections = TW_SECTION_HEAD;
  for (guint i = 0; i < G_N_ELEMENTS (sections_of_a_page); i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (job->checks[i])))
      job->sections |= sections_of_a_page[i].section;
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
  g_free (job->viewer);
  g_free (job);
}

/* What is to be told after; NULL: nothing, for what is seen needs no words. Free with g_free(). */
static char *
outcome (Job *job, GtkPrintOperationResult result, const GError *error)
{
  if (job->viewer != NULL)
    return g_strdup_printf (_ ("There is no “%s” to show the preview. Print to a file instead."),
                            job->viewer);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    return g_strdup (error->message);
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY && !job->previews)
    return g_strdup (_ ("Summary printed"));
  return NULL;
}

void
tw_print (GtkWindow *parent, TwFacts *facts)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;
  GtkPrintOperationResult result;
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
  g_signal_connect (operation, "preview", G_CALLBACK (preview_cb), job);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent,
                                    &error);
  told = outcome (job, result, error);
  if (told != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.tell", "s", told);
}
