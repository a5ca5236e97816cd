/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-tokens.h"
#include "tw-view-state.h"

G_BEGIN_DECLS

/* How a member is called where it is edited, and what can be chosen for it. One line a member in
 * tw-field-table.c; what kind of value it has stands in the record's own table. */
typedef struct
{
  const TwRecordType *type;
  const char *member;
  const char *label, *help;     /* untranslated; help may be NULL */
  const char *(*word) (int at); /* the names of its words */
  /* What would be a value, for the empty entry of a record; borrowed or NULL. */
  const char *(*hint) (TwViewState *state, gpointer record);
  gboolean below; /* of one of several: its name is long and stands below the label */
} TwFieldLook;

const TwFieldLook *tw_field_look (const TwRecordType *type, const char *member);
/* Translated. */
const char *tw_field_look_label (const TwFieldLook *look);
/* The label, and if the record's entry is empty what would be a value. record may be NULL; free
 * with g_free(). */
char *tw_field_look_title (const TwFieldLook *look, TwViewState *state, gpointer record);
/* What the record called id is called in a label: its name, else the word that it goes by; NULL if
 * it has neither. record may be NULL. */
const char *tw_field_record_name (const TwRecordType *type, const char *id, gpointer record);
const char *tw_field_look_help (const TwFieldLook *look); /* NULL: none */

/* What a member of the record called id can hold, by id: words, records of the plan, words of the
 * playbook; first, where it may be absent and isn't a list, a choice with id NULL. has (may be
 * NULL) is among them in any case. Transfer full. */
GPtrArray *tw_field_choices (TwViewState *state, const TwFieldLook *look, const TwField *field,
                             const char *id, const char *has);
/* The word that the choice at at stands for. */
int tw_field_choice_word (const TwField *field, guint at);
/* Adds what list holds to choices with its names, what is there already left out; of the links of
 * a phase also the one that is implied. id is the record's. */
void tw_field_add_tokens (TwViewState *state, const TwFieldLook *look, const TwField *field,
                          const char *id, TwList *list, GPtrArray *choices);

G_END_DECLS
