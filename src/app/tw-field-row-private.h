/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-edit.h"
#include "tw-field-row.h"
#include "tw-field-table.h"
#include "tw-page.h"

G_BEGIN_DECLS

/* What the kinds of editors share with the row that they stand in. */

typedef struct _TwFieldRow TwFieldRow;

/* A kind of editor: how it is made, and how it shows a value. mixed: the records differ. */
typedef struct
{
  GtkWidget *(*make) (TwFieldRow *self);
  void (*show) (TwFieldRow *self, TwValue value, gboolean mixed);
} TwFieldEditor;

struct _TwFieldRow
{
  TwViewState *state;
  const TwFieldLook *look;
  const TwField *field;
  GStrv ids; /* one entry, "", for what the plan holds once */
  const TwFieldEditor *editor;
  GtkWidget *row, *input; /* the row, and what is edited in it */
  char *complaint;        /* why what stands there isn't taken; or what an edit did */
  char *chosen;           /* the name of what is chosen, where it stands below the title */
  gboolean refused, showing;
  int began;          /* the number that stood here when the keyboard came */
  TwPlan *refused_by; /* the plan that didn't take it; compared, never read */
};

/* What an edit of each record needs to know. */
typedef struct
{
  TwFieldRow *self;
  TwValue value;
  const char *token; /* of a list: what is added, or taken away; NULL: value is set */
  gboolean add;
  char *sentence;
} TwFieldChange;

/* Lists: tw-field-lists.c. */
extern const TwFieldEditor tw_field_tokens, tw_field_days, tw_field_checks;

TwDocument *tw_field_row_document (TwFieldRow *self);
/* NULL for what the plan holds once. */
const char *tw_field_row_id (const char *id);
/* Of the record called id; its default while it is absent. */
TwValue tw_field_row_value (TwFieldRow *self, const char *id);
/* Sets the change's value in one record; for tw_field_row_edit(). */
TwPlan *tw_field_row_set_each (TwSchedule *schedule, const char *id, gpointer data, GError **error);
/* One edit of all records of the row; what is refused is said in it. merges: typing goes on. */
void tw_field_row_edit (TwFieldRow *self, TwEditFunc each, TwFieldChange *change, gboolean merges);
/* A column below a heading, whose box is *box; a row that ends with input. */
GtkWidget *tw_field_row_heading (TwFieldRow *self, GtkWidget **box);
GtkWidget *tw_field_row_action (TwFieldRow *self, GtkWidget *input);

G_END_DECLS
