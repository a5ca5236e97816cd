/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-page.h"
#include "tw-preview.h"
#include "tw-ribbon.h"
#include "tw-words.h"

/* How much of a ghost is to be seen. */
#define GHOST .45

typedef struct
{
  TwFacts *facts, *before; /* either may be NULL */
  GtkWidget *counts, *ghost, *ribbon, *advice;
} Preview;

static void
paint (TwCanvas *canvas, const TwPalette *palette, double width, TwFacts *facts, TwRibbonLook look)
{
  g_autoptr (TwRibbon) ribbon = NULL;

  if (facts == NULL)
    return;
  ribbon = tw_ribbon_new (tw_facts_plan (facts), facts, tw_canvas_metrics (canvas), look, width);
  tw_ribbon_paint (canvas, palette, TW_COLOR_CARD_BG, ribbon);
}

static void
paint_ribbon (TwCanvas *canvas, const TwPalette *palette, double width, double height G_GNUC_UNUSED,
              gpointer data)
{
  Preview *self = data;

  paint (canvas, palette, width, self->facts,
         self->before != NULL ? TW_RIBBON_FULL : TW_RIBBON_PREVIEW);
}

static void
paint_ghost (TwCanvas *canvas, const TwPalette *palette, double width, double height G_GNUC_UNUSED,
             gpointer data)
{
  paint (canvas, palette, width, ((Preview *) data)->before, TW_RIBBON_FULL);
}

/* "10 phases, 32 activities. Ends 30 September 2027"; a plan without any ends nowhere. */
static char *
count (TwFacts *facts)
{
  const TwSpan *span = tw_schedule_plan_span (tw_facts_schedule (facts));
  g_autofree char *finish = tw_words_date (span->finish, TW_DATE_LONG);
  g_autofree char *phases = NULL, *activities = NULL;
  guint n_phases = 0, n_activities = 0;

  TW_FOREACH (TwMotion, motion, tw_facts_plan (facts)->motions)
    TW_FOREACH (TwPhase, phase, motion->phases)
      {
        n_phases++;
        n_activities += tw_list_n (phase->activities);
      }
  if (n_phases == 0)
    return g_strdup (_ ("An empty plan"));
  phases = tw_words_phases (n_phases);
  activities = tw_words_activities (n_activities);
  return g_strdup_printf (C_ ("phases, activities, last day", "%s, %s. Ends %s"), phases,
                          activities, finish);
}

void
tw_preview_advise (GtkWidget *widget, const char *advice)
{
  Preview *self = g_object_get_data (G_OBJECT (widget), "tw-preview");

  gtk_label_set_text (GTK_LABEL (self->advice), advice != NULL ? advice : "");
  gtk_widget_set_visible (gtk_widget_get_parent (self->advice), advice != NULL && *advice != '\0');
}

void
tw_preview_show (GtkWidget *widget, TwFacts *facts, TwFacts *before, const char *advice)
{
  Preview *self = g_object_get_data (G_OBJECT (widget), "tw-preview");
  g_autofree char *counts = facts != NULL ? count (facts) : g_strdup ("");

  if (facts != NULL)
    tw_facts_ref (facts);
  if (before != NULL)
    tw_facts_ref (before);
  g_clear_pointer (&self->facts, tw_facts_unref);
  g_clear_pointer (&self->before, tw_facts_unref);
  self->facts = facts;
  self->before = before;
  gtk_label_set_text (GTK_LABEL (self->counts), counts);
  tw_preview_advise (widget, advice);
  gtk_widget_set_visible (self->ghost, before != NULL);
  gtk_widget_queue_draw (self->ghost);
  gtk_widget_queue_draw (self->ribbon);
}

static void
preview_free (gpointer data)
{
  Preview *self = data;

  g_clear_pointer (&self->facts, tw_facts_unref);
  g_clear_pointer (&self->before, tw_facts_unref);
  g_free (self);
}

static GtkWidget *
ribbon_new (Preview *self, TwPaintFunc func)
{
  GtkWidget *ribbon = tw_paint_new (240, 108, func, self, NULL);

  gtk_widget_set_hexpand (ribbon, TRUE);
  return ribbon;
}

GtkWidget *
tw_preview_new (void)
{
  Preview *self = g_new0 (Preview, 1);
  GtkWidget *content, *card = tw_card_new (_ ("Preview"), NULL, NULL, NULL, &content);
  GtkWidget *line = tw_line_new (8);

  self->counts = tw_label_new ("", "tw-secondary");
  self->ghost = ribbon_new (self, paint_ghost);
  self->ribbon = ribbon_new (self, paint_ribbon);
  self->advice = tw_label_new ("", "tw-warning");
  gtk_widget_set_opacity (self->ghost, GHOST);
  gtk_widget_set_visible (self->ghost, FALSE);
  /* At the end of the card's head. */
  tw_line_append (gtk_widget_get_first_child (content), self->counts);
  gtk_box_append (GTK_BOX (content), self->ghost);
  gtk_box_append (GTK_BOX (content), self->ribbon);
  tw_line_append (line, tw_glyph_new (TW_GLYPH_LATE));
  tw_line_append (line, self->advice);
  gtk_box_append (GTK_BOX (content), line);
  gtk_widget_set_margin_top (card, 9);
  gtk_widget_set_margin_start (card, 24);
  gtk_widget_set_margin_end (card, 24);
  gtk_widget_set_margin_bottom (card, 18);
  g_object_set_data_full (G_OBJECT (card), "tw-preview", self, preview_free);
  return card;
}
