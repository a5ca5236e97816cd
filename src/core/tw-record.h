/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "tw-date.h"

G_BEGIN_DECLS

/* A record is a plain struct that begins with TwRecord and is described by one static table.
 * Once published (put into a plan, given to anybody else) it never changes; until then only
 * the one who made it with tw_record_new() or tw_record_copy() writes its members. */

typedef enum
{
  TW_FIELD_LINE,   /* char *: GRefString, 1 to 1,000 characters, no control characters */
  TW_FIELD_TEXT,   /* char *: GRefString, to 100,000 characters, line feeds allowed */
  TW_FIELD_ID,     /* char *: tw_id_new() */
  TW_FIELD_DATE,   /* TwDate */
  TW_FIELD_INT,    /* int, TW_INT_NONE for absent */
  TW_FIELD_BOOL,   /* gboolean */
  TW_FIELD_WORD,   /* int: place in words, TW_WORD_NONE for absent */
  TW_FIELD_WORDS,  /* guint: one bit for each of words */
  TW_FIELD_LINES,  /* TwList * of GRefStrings */
  TW_FIELD_REF,    /* char *: tw_id_new(), the id of a record */
  TW_FIELD_REFS,   /* TwList * of tw_id_new() */
  TW_FIELD_DATES,  /* TwList * of GUINT_TO_POINTER (TwDate), written in order */
  TW_FIELD_RECORD, /* TwRecord * */
  TW_FIELD_LIST,   /* TwList * of TwRecord * */
} TwFieldType;

/* The most characters of a line and a text. */
#define TW_LINE_MAX 1000
#define TW_TEXT_MAX 100000

#define TW_INT_NONE G_MININT
#define TW_WORD_NONE (-1)

/* Who may see a member (FORMAT.md, Audience). */
typedef enum
{
  TW_MEMBER_PUBLIC,
  TW_MEMBER_INTERNAL,
  TW_MEMBER_HIDES,     /* true keeps the record out of the customer's copy */
  TW_MEMBER_SHOWS,     /* false lets it in */
  TW_MEMBER_STANDS_IN, /* replaces the member name there */
} TwMemberAudience;

/* How two versions of a member come together (FORMAT.md, Merge). */
typedef enum
{
  TW_MERGE_VALUE,
  TW_MERGE_AGREE,   /* must be the same on every side */
  TW_MERGE_SET,     /* entries come and go one by one */
  TW_MERGE_MEMBERS, /* member by member, or record by record by the type's key */
} TwMergeKind;

/* What a reference may name; also the id spaces: all nodes are one. */
typedef enum
{
  TW_KIND_PERSON = 1 << 0,
  TW_KIND_WORKLOAD = 1 << 1,
  TW_KIND_APPROACH = 1 << 2,
  TW_KIND_MOTION = 1 << 3,
  TW_KIND_PHASE = 1 << 4,
  TW_KIND_ACTIVITY = 1 << 5,
  TW_KIND_RECURRING = 1 << 6,
  TW_KIND_ENTRY = 1 << 7,
  TW_KIND_BASELINE = 1 << 8,
  TW_KIND_NODE = TW_KIND_MOTION | TW_KIND_PHASE | TW_KIND_ACTIVITY | TW_KIND_RECURRING,
} TwKind;

/* In TwField.catalogue: the id of any record of the catalogue, which is never shown. */
#define TW_CATALOGUE_ID (-1)

/* One member of a record: one line of FORMAT.md's table. */
struct _TwField
{
  const char *name; /* in the file */
  TwFieldType type;
  gsize offset; /* in the struct */
  gboolean required;
  int standard; /* the default of numbers, booleans, word and words; left out by the writer */
  int min, max; /* of numbers; max of lines and texts in characters, 0: the type's limit */
  const char *const *words; /* of word and words, NULL-terminated, untranslated */
  const TwRecordType *of;   /* of record and list */
  TwKind refers_to;         /* of ref and refs */
  TwMemberAudience audience;
  TwMergeKind merge;
  int unit;            /* members with the same number are merged as one; 0: by itself */
  int catalogue;       /* of the playbook's words in lines: 1 + TwWordKind, or TW_CATALOGUE_ID */
  gboolean code;       /* a line or text that only programs read */
  gboolean keep_empty; /* absent and [] differ, and [] is written */
  gboolean id_alone;   /* of a list: a string stands for a record that has nothing but this id */
};

struct _TwRecordType
{
  const char *name; /* as in FORMAT.md */
  gsize size;
  const TwField *fields; /* in the order in which they are written */
  guint n_fields;
  const char *key;   /* the member by which records of a list are told apart, or NULL */
  TwKind kind;       /* 0: nothing refers to it */
  gboolean one_line; /* written on one line */
  gboolean sorted;   /* lists of it are written in the order of key */
};

struct _TwRecord
{
  const TwRecordType *type;
  gatomicrefcount count;
  gboolean fits;     /* every member by itself, as was seen once; not of copies */
  JsonNode *unknown; /* the object of members that the table doesn't have, in their order; or
                      * NULL. A node, since a JsonObject isn't counted atomically */
};

/* A flat counted array that never changes once published. NULL is absent. */
struct _TwList
{
  gatomicrefcount count;
  TwFieldType type; /* of the field that holds it: LIST, LINES, REFS or DATES */
  guint n;
  gpointer items[];
};

/* A value of any field, borrowed; which member counts is told by the field. */
typedef union
{
  char *string; /* LINE, TEXT, ID, REF: any UTF-8, needn't be a GRefString; NULL: absent */
  TwDate date;
  int number; /* INT, BOOL, WORD */
  guint words;
  TwList *list;
  TwRecord *record;
} TwValue;

/* A record with every member at its default. */
gpointer tw_record_new (const TwRecordType *type);
/* A copy that the caller may write until it is published; what it holds is shared. */
gpointer tw_record_copy (gpointer record);
gpointer tw_record_ref (gpointer record);
void tw_record_unref (gpointer record);
/* The unknown members of a record that isn't published, to add to. */
JsonObject *tw_record_add_unknown (gpointer record);
/* The same values in every member, unknown ones included. Shared parts aren't descended into.
 * Both may be NULL. */
gboolean tw_record_equal (gpointer a, gpointer b);

/* The field called name, or NULL. */
const TwField *tw_record_type_field (const TwRecordType *type, const char *name);
/* The value of a member, borrowed. */
TwValue tw_record_get (gpointer record, const TwField *field);
/* Writes a member of a record that isn't published; takes a reference, ids by tw_id_new(). */
void tw_record_set (gpointer record, const TwField *field, TwValue value);
gboolean tw_value_equal (const TwField *field, TwValue a, TwValue b);
/* Whether the writer leaves the member out. */
gboolean tw_value_is_standard (const TwField *field, TwValue value);
/* What a field takes, in words: 'a whole number from 0 to 10000'; translated. Free with g_free().
 */
char *tw_field_expected (const TwField *field);
/* Whether a string fits a field of strings: length, control characters, a date that exists for
 * TW_FIELD_DATE, one of the words for TW_FIELD_WORD, the form of an id. */
gboolean tw_field_takes_string (const TwField *field, const char *string);
/* NULL if value fits the field by itself, or a sentence that says what was expected. Absent
 * values fit unless required. Free with g_free(). */
char *tw_field_complaint (const TwField *field, TwValue value);
/* The place of word among the words of a field, or TW_WORD_NONE. */
int tw_field_word (const TwField *field, const char *word);
/* The id (or other key: kind, date, quarter, first day as text) of a record in a list; a
 * string that lives as long as the record, or, for dates, in buffer. */
const char *tw_record_key (gpointer record, char buffer[TW_DATE_LENGTH]);

/* The id that is spelt so: always the same string, so that ids are told apart by their addresses;
 * it is kept as long as the program runs. GLib's interned strings won't do: a plain GRefString that
 * goes takes the interned one with its text out of the table, and threads that make and release
 * the same one collide. A GRefString; release with g_ref_string_release(). */
char *tw_id_new (const char *id);

/* Strings of records: assigning and clearing, for a record that isn't published.
 * value may be NULL or "" for absent. */
void tw_string_set (char **member, const char *value);
void tw_id_set (char **member, const char *value);
/* A list that takes over the n references in items (records, GRefStrings). For type REFS the
 * items must come from tw_id_new(). */
TwList *tw_list_new (TwFieldType type, gpointer *items, guint n);
/* Takes over the references of an array made with g_ptr_array_new(), and the array. NULL for
 * an empty one. Dates are put in order. */
TwList *tw_list_new_take (TwFieldType type, GPtrArray *items);
/* A list of references to ids, or of lines, from a NULL-terminated vector; NULL if empty. */
TwList *tw_list_new_strv (TwFieldType type, const char *const *strings);
TwList *tw_list_ref (TwList *list);
void tw_list_unref (TwList *list);
gboolean tw_list_equal (TwList *a, TwList *b);
/* A new list with n_removed items at at replaced by those of added, which may be NULL; NULL if
 * nothing remains. list may be NULL. */
TwList *tw_list_splice (TwList *list, TwFieldType type, guint at, guint n_removed, TwList *added);
/* Whether a list of refs or lines holds the string. */
gboolean tw_list_has (TwList *list, const char *string);
/* The record with this key, or NULL; -1 for at if there is none. at may be NULL. */
gpointer tw_list_find (TwList *list, const char *key, int *at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwList, tw_list_unref)

static inline guint
tw_list_n (TwList *list)
{
  return list != NULL ? list->n : 0;
}

static inline gpointer *
tw_list_begin (TwList *list)
{
  return list != NULL ? list->items : NULL;
}

static inline gpointer *
tw_list_end (TwList *list)
{
  return list != NULL ? list->items + list->n : NULL;
}

/* for each item of list, which may be NULL: TW_FOREACH (TwPhase, phase, motion->phases) { … } */
#define TW_FOREACH(Type, item, list)                                                               \
  for (Type **item##_at = (Type **) tw_list_begin (list), *item;                                   \
       item##_at < (Type **) tw_list_end (list) && ((item = *item##_at), TRUE); item##_at++)

G_END_DECLS
