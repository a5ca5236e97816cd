/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-field-row.h"
#include "tw-overview-cards.h"
#include "tw-proposal.h"

/* The executive summary: what is proposed, or a person's own text, which is edited where it
 * stands; and whether what it was made from is as it was. */
typedef struct
{
  TwViewState *state;
  GtkWidget *card, *caption, *proposal, *own, *notice, *compared, *show, *use, *write;
} Card;

static void
refresh (GtkWidget *widget)
{
  Card *card = g_object_get_data (G_OBJECT (widget), "tw-card");
  TwFacts *facts = tw_view_state_facts (card->state);
  TwSummaryState state = tw_summary_state (facts);
  g_autofree char *proposal = tw_summary_proposal (facts);

  gtk_label_set_text (GTK_LABEL (card->caption), state == TW_SUMMARY_PROPOSED
                                                     ? _ ("Proposed from the plan")
                                                     : C_ ("summary", "Edited"));
  gtk_label_set_text (GTK_LABEL (card->proposal), proposal);
  gtk_label_set_text (GTK_LABEL (card->compared), proposal);
  gtk_widget_set_visible (card->proposal, state == TW_SUMMARY_PROPOSED);
  gtk_widget_set_visible (card->write, state == TW_SUMMARY_PROPOSED);
  gtk_widget_set_visible (card->own, state != TW_SUMMARY_PROPOSED);
  gtk_widget_set_visible (card->notice, state == TW_SUMMARY_OUTDATED);
}

static void
set_text (Card *card, const char *text, const char *label)
{
  GError *error = NULL;
  TwPlan *plan = tw_edit_summary (tw_view_state_facts (card->state), text, &error);

  tw_view_state_edit (card->state, card->card, plan, error, NULL, "%s", label);
}

static void
use_cb (GtkButton *button G_GNUC_UNUSED, gpointer data)
{
  set_text (data, NULL, C_ ("undo step", "Use the Proposed Summary"));
}

/* It was looked at, and still says what is so. */
static void
keep_cb (GtkButton *button G_GNUC_UNUSED, gpointer data)
{
  Card *card = data;

  set_text (card, tw_document_plan (tw_view_state_document (card->state))->summary,
            C_ ("undo step", "Keep the Summary"));
}

/* The proposal becomes a text of one's own, to go on from. */
static void
write_cb (GtkButton *button G_GNUC_UNUSED, gpointer data)
{
  Card *card = data;
  g_autofree char *proposal = tw_summary_proposal (tw_view_state_facts (card->state));

  set_text (card, proposal, C_ ("undo step", "Write the Summary"));
  refresh (card->card);
  gtk_widget_child_focus (card->own, GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
button_new (const char *label, GCallback callback, Card *card)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "tw-small");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect (button, "clicked", callback, card);
  return button;
}

static GtkWidget *
notice_new (Card *card)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *revealer = gtk_revealer_new ();

  card->compared = tw_label_new ("", "tw-dense");
  gtk_label_set_selectable (GTK_LABEL (card->compared), TRUE);
  card->show = gtk_toggle_button_new_with_label (_ ("Show Proposal"));
  gtk_widget_add_css_class (card->show, "tw-small");
  gtk_revealer_set_child (GTK_REVEALER (revealer), card->compared);
  g_object_bind_property (card->show, "active", revealer, "reveal-child", G_BINDING_SYNC_CREATE);
  gtk_widget_set_halign (card->show, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (buttons), button_new (_ ("Use Proposal"), G_CALLBACK (use_cb), card));
  gtk_box_append (GTK_BOX (buttons), button_new (_ ("Keep"), G_CALLBACK (keep_cb), card));
  gtk_box_append (GTK_BOX (box),
                  tw_label_new (_ ("The plan has changed since this was written"), "tw-slip"));
  gtk_box_append (GTK_BOX (box), card->show);
  gtk_box_append (GTK_BOX (box), revealer);
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}

GtkWidget *
tw_summary_card_new (TwViewState *state)
{
  Card *card = g_new0 (Card, 1);
  GtkWidget *content;

  card->state = state;
  card->card = tw_card_new (_ ("Executive summary"), "", NULL, NULL, &content);
  card->caption = gtk_widget_get_last_child (gtk_widget_get_first_child (card->card));
  card->proposal = tw_label_new ("", "tw-dense");
  card->write = button_new (_ ("Write Your Own"), G_CALLBACK (write_cb), card);
  card->own = tw_field_row_new (state, &tw_plan_type, NULL, "summary");
  gtk_widget_set_visible (gtk_widget_get_first_child (card->own), FALSE); /* the card has a head */
  card->notice = notice_new (card);
  gtk_box_append (GTK_BOX (content), card->proposal);
  gtk_box_append (GTK_BOX (content), card->own);
  gtk_box_append (GTK_BOX (content), card->notice);
  gtk_box_append (GTK_BOX (content), card->write);
  g_object_set_data_full (G_OBJECT (card->card), "tw-card", card, g_free);
  tw_page_follow (card->card, state, refresh);
  return card->card;
}
