/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-adoption-private.h"
#include "tw-columns.h"
#include "tw-field-row.h"
#include "tw-menu.h"

/* Stakeholders, scenarios, awareness, training: what carries adoption, and how far it is. */

#define N_ENABLERS (TW_ENABLER_TRAINING + 1)

typedef struct
{
  TwViewState *state;
  GtkWidget *buttons[N_ENABLERS];
} Enablers;

static const char *
word_of (guint kind)
{
  return tw_record_type_field (&tw_enabler_type, "kind")->words[kind];
}

/* What the playbook says of an enabler, or NULL. */
static const char *
summary_of (TwViewState *state, guint kind)
{
  TwPlaybook *const sources[]
      = { tw_document_playbook (tw_view_state_document (state)), tw_playbook_builtin () };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      TwPbWord *found = tw_list_find (sources[i]->ssat, word_of (kind), NULL);

      if (found != NULL)
        return found->summary;
    }
  return NULL;
}

static void
clicked_cb (GtkButton *button, gpointer data)
{
  static const char *const members[] = { "state", "notes", NULL, NULL };
  Enablers *self = data;
  guint kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "tw-kind"));
  const char *const ids[] = { word_of (kind), NULL };
  const char *summary = summary_of (self->state, kind);
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_widget_set_size_request (box, 280, -1);
  gtk_box_append (GTK_BOX (box), tw_label_new (tw_words_enabler ((TwEnablerKind) kind), "heading"));
  if (summary != NULL)
    {
      GtkWidget *label = tw_label_new (summary, "tw-secondary");

      gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
      gtk_box_append (GTK_BOX (box), label);
    }
  tw_field_rows_add (box, self->state, &tw_enabler_type, ids, members);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_add_css_class (popover, "tw-inspector");
  tw_popover_show (popover, GTK_WIDGET (button));
}

static void
show_enabler (Enablers *self, guint kind)
{
  static const TwGlyph glyphs[] = { TW_GLYPH_TODO, TW_GLYPH_PROGRESS, TW_GLYPH_DONE };
  TwEnabler *enabler = tw_plan_enabler (tw_document_plan (tw_view_state_document (self->state)),
                                        (TwEnablerKind) kind);
  TwEnablerState state = enabler != NULL ? enabler->state : TW_ENABLER_OPEN;
  const char *name = tw_words_enabler ((TwEnablerKind) kind);
  const char *notes = enabler != NULL ? enabler->notes : NULL;
  g_autofree char *label = g_strdup_printf ("%s: %s%s%s", name, tw_words_enabler_state (state),
                                            notes != NULL ? "\n" : "", notes != NULL ? notes : "");
  GtkWidget *row = tw_row_new (tw_glyph_new (glyphs[state]), name,
                               notes != NULL ? notes : tw_words_enabler_state (state), NULL);

  gtk_button_set_child (GTK_BUTTON (self->buttons[kind]), row);
  tw_set_tooltip (self->buttons[kind], label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[kind]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
refresh (GtkWidget *widget)
{
  Enablers *self = g_object_get_data (G_OBJECT (widget), "tw-enablers");

  for (guint i = 0; i < N_ENABLERS; i++)
    show_enabler (self, i);
}

GtkWidget *
tw_enablers_new (TwViewState *state)
{
  Enablers *self = g_new0 (Enablers, 1);
  GtkWidget *content, *card = tw_card_new (_ ("What carries adoption"), NULL, NULL, NULL, &content);
  GtkWidget *columns = tw_columns_new (N_ENABLERS, 210, 6);

  self->state = state;
  for (guint i = 0; i < N_ENABLERS; i++)
    {
      self->buttons[i] = gtk_button_new ();
      g_object_set_data (G_OBJECT (self->buttons[i]), "tw-kind", GUINT_TO_POINTER (i));
      g_signal_connect (self->buttons[i], "clicked", G_CALLBACK (clicked_cb), self);
      gtk_widget_add_css_class (self->buttons[i], "flat");
      gtk_widget_add_css_class (self->buttons[i], "tw-enabler");
      tw_columns_append (TW_COLUMNS (columns), self->buttons[i]);
    }
  gtk_box_append (GTK_BOX (content), columns);
  g_object_set_data_full (G_OBJECT (card), "tw-enablers", self, g_free);
  refresh (card);
  tw_page_follow (card, state, refresh);
  return card;
}
