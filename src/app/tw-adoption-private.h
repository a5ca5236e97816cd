/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-adoption.h"
#include "tw-page.h"

G_BEGIN_DECLS

/* The parts of the Adoption page; only for tw-adoption-*.c. */

typedef enum
{
  TW_SHOWS_ALL,
  TW_SHOWS_OPEN,
  TW_SHOWS_OVERDUE,
} TwShows;

typedef struct
{
  TwViewState *state;
  GtkWidget *widget, *count, *filter, *tools, *all, *more, *board;
  GtkWidget *empty, *from_playbook, *first_stage; /* in place of the board */
  GtkWidget *add_stage;                           /* where a stage is added */
  GPtrArray *stages;                              /* TwAdoptionStage, in the plan's order */
  GActionGroup *actions;
  TwShows shows;
  char *workload; /* whose items are shown; NULL: everybody's */
  TwList *people; /* whom the rows were made with */
  TwDate today;
  gboolean restyled;  /* rows hold colours of the old style */
  char *follow_stage; /* the id of the stage whose arrow gets the focus */
  char *follow;       /* the id of an item that gets the focus when it is shown next */
} TwAdoption;

/* One stage on the page: its arrow, and the column with its list. */
typedef struct
{
  TwAdoption *page;
  char *id;
  GtkWidget *arrow, *column, *list, *none, *none_label, *offer, *add;
} TwAdoptionStage;

TwPlan *tw_adoption_plan (TwAdoption *page);
TwPlaybook *tw_adoption_playbook (TwAdoption *page);
/* The text of an item of the plan, or "". */
const char *tw_adoption_item_text (TwAdoption *page, const char *id);
/* The item that gets the focus after the next change; NULL: none. */
void tw_adoption_follow (TwAdoption *page, const char *id);
/* Whether the page's filter lets an item through. */
gboolean tw_adoption_shows (TwAdoption *page, TwAdoptionItem *item);

/* A row for items of a stage, with its edits as actions and keys. */
GtkWidget *tw_adoption_item_new (gpointer stage);
void tw_adoption_item_fill (GtkWidget *row, gpointer record, gpointer stage);
/* Opens all members of the row's item. */
void tw_adoption_item_edit (GtkWidget *row);

TwAdoptionStage *tw_adoption_stage_new (TwAdoption *page, const char *id);
void tw_adoption_stage_free (gpointer stage);
/* The stage that a widget in its list belongs to. */
TwAdoptionStage *tw_adoption_stage_of (GtkWidget *widget);
/* Shows the plan's stage number at; all: every row anew. */
void tw_adoption_stage_show (TwAdoptionStage *stage, guint at, gboolean all);
/* Opens the entry in which a stage is renamed. */
void tw_adoption_stage_rename (TwAdoptionStage *stage);
/* An item comes to stand at at in the stage to. */
void tw_adoption_stage_take (TwAdoptionStage *to, GtkWidget *widget, const char *item, guint at);
/* The menu of a stage, with actions of the page. Transfer full. */
GMenuModel *tw_adoption_stage_menu (TwAdoptionStage *stage);
/* What the playbook has for the stage and the plan lacks, to be added one by one or at once. */
void tw_adoption_stage_offer (TwAdoptionStage *stage);

/* The four enablers with their states. */
GtkWidget *tw_enablers_new (TwViewState *state);

G_END_DECLS
