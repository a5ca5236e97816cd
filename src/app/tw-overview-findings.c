/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-check.h"
#include "tw-overview-cards.h"

/* As many findings as are read; the rest on demand. */
#define FINDINGS_MAX 4

/* What a remedy needs to know. */
typedef struct
{
  TwViewState *state;
  const char *finding; /* its id */
  char *place, *name;
} Remedy;

static void
remedy_free (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  Remedy *remedy = data;

  g_free (remedy->place);
  g_free (remedy->name);
  g_free (remedy);
}

static void
mend_cb (GtkButton *button, gpointer data)
{
  Remedy *remedy = data;
  GError *error = NULL;
  TwPlan *plan
      = tw_check_mend (tw_view_state_facts (remedy->state), remedy->finding, remedy->place, &error);

  tw_view_state_edit (remedy->state, button, plan, error, NULL,
                      C_ ("undo step, remedy and what it is for", "%s: %s"),
                      gtk_button_get_label (button), remedy->name);
}

/* Where it is edited: of the work that is the inspector. */
static const char *
page_of (TwFinding *finding)
{
  if (g_str_equal (finding->id, "past-deadline"))
    return "timeline";
  if (g_str_equal (finding->id, "status-note-gap"))
    return "journal";
  return finding->place.depth > 0 && g_str_equal (finding->place.steps[0].field->name, "motions")
             ? "motions"
             : NULL;
}

static GtkWidget *
remedy_new (TwViewState *state, TwFinding *finding)
{
  Remedy *remedy = g_new (Remedy, 1);
  GtkWidget *button = gtk_button_new_with_label (finding->remedy);

  *remedy = (Remedy){ state, finding->id, tw_place_to_string (&finding->place),
                      g_strdup (tw_record_name (finding->record)) };
  g_signal_connect_data (button, "clicked", G_CALLBACK (mend_cb), remedy, remedy_free, 0);
  gtk_widget_add_css_class (button, "tw-remedy");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

/* The sentence, and below it the edit that mends it. */
static void
add_finding (TwViewState *state, GtkWidget *list, TwFinding *finding, gboolean first)
{
  GtkWidget *box = tw_line_new (12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *glyph = tw_glyph_new (TW_GLYPH_LATE);

  gtk_widget_set_valign (glyph, GTK_ALIGN_START);
  gtk_widget_add_css_class (glyph, "tw-first-line");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), tw_label_new (finding->sentence, "tw-dense"));
  if (finding->remedy != NULL)
    gtk_box_append (GTK_BOX (texts), remedy_new (state, finding));
  tw_line_append (box, glyph);
  tw_line_append (box, texts);
  gtk_widget_add_css_class (tw_card_list_add (list, box, page_of (finding), finding->record),
                            first ? "tw-same-day" : "tw-new-day");
}

GtkWidget *
tw_findings_card_new (TwViewState *state, gboolean all)
{
  g_autoptr (GPtrArray) findings = tw_check (tw_view_state_facts (state));
  guint shown = all ? findings->len : MIN (findings->len, FINDINGS_MAX);
  g_autofree char *count = findings->len > 0 ? g_strdup_printf ("%u", findings->len) : NULL;
  GtkWidget *content, *list, *card = tw_card_new (_ ("Findings"), count, NULL, NULL, &content);

  if (findings->len == 0)
    {
      tw_card_add_nothing (content, _ ("Nothing to look at"), NULL, NULL);
      return card;
    }
  list = tw_card_list_new (content);
  for (guint i = 0; i < shown; i++)
    add_finding (state, list, findings->pdata[i], i == 0);
  if (findings->len > FINDINGS_MAX)
    {
      GtkWidget *more = gtk_button_new_with_label (all ? _ ("Show Fewer") : _ ("Show All"));

      gtk_widget_add_css_class (more, "flat");
      gtk_widget_set_halign (more, GTK_ALIGN_START);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (more), "overview.all-findings");
      gtk_box_append (GTK_BOX (content), more);
    }
  return card;
}
