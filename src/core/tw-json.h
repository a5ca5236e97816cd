/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-record.h"

G_BEGIN_DECLS

/* Strict JSON (RFC 8259, and narrower: no null, no fractions or exponents, no duplicate members,
 * 64 levels, valid UTF-8, one root) straight into records by their tables, and back. */

/* Where something stands in a file; line and column count from 1, columns in characters. */
typedef struct
{
  guint line, column;
  char *path; /* motions[1].phases[0].activities[2].days; "" for the root */
} TwPosition;

/* The most faults that one reading tells. */
#define TW_FAULTS_MAX 100

/* One thing that is wrong in a file. */
typedef struct
{
  TwPosition position;
  char *message; /* translated: what was expected, what was found */
} TwFault;

/* A fault at a byte offset; takes over path and message. */
TwFault *tw_fault_new (const char *bytes, gsize length, gsize offset, char *path, char *message);
void tw_fault_free (TwFault *fault);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwFault, tw_fault_free)
/* FILE:LINE:COLUMN: path: message; for the command line. */
char *tw_fault_to_string (TwFault *fault, const char *file);

typedef enum
{
  TW_JSON_STRICT = 0,
  TW_JSON_NULL_IS_ABSENT = 1 << 0, /* of playbooks */
} TwJsonFlags;

/* Reads one record of type from length bytes. Goes on after a fault where it can, so that all
 * that is wrong with values is told at once; wrong syntax ends it. Returns the record, or NULL
 * if there was any fault; faults (transfer full, TwFault, never NULL if it returned NULL) are
 * added to the array, 100 at most. offsets, if not NULL, receives for each record that was
 * read where it begins: a GHashTable of record pointer → GSIZE_TO_POINTER (byte offset), for
 * messages of checks that come later. */
gpointer tw_json_read (const TwRecordType *type, const char *bytes, gsize length, TwJsonFlags flags,
                       GHashTable **offsets, GPtrArray *faults);
/* The line and column of a byte offset. */
void tw_json_locate (const char *bytes, gsize length, gsize offset, guint *line, guint *column);

/* The byte offset of the member called name of the object that begins at offset; offset itself if
 * it has none. The bytes must have been read without a fault of syntax. */
gsize tw_json_member_offset (const char *bytes, gsize length, gsize offset, const char *name);

/* The canonical bytes of a record (FORMAT.md, Bytes). Free with g_string_free(). */
GString *tw_json_write (gpointer record);

G_END_DECLS
