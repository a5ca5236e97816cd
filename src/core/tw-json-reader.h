/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-json.h"

G_BEGIN_DECLS

/* Where a reading of JSON stands. For the files of tw-json alone. */

#define TW_JSON_DEPTH_MAX 64

/* A step of the path to the value being read: a member's name, or a place in a list. */
typedef struct
{
  const char *name; /* in the bytes, not terminated; NULL: a place */
  gsize length;     /* of name, or the place */
} TwJsonStep;

typedef struct
{
  const char *begin, *at, *end;
  TwJsonFlags flags;
  TwJsonStep steps[TW_JSON_DEPTH_MAX + 2];
  guint n_steps; /* of the path: members and places */
  guint depth;   /* of brackets */
  GString *text; /* the string read last */
  GPtrArray *faults;
  GHashTable *offsets;
  GHashTable *seen; /* what stands in the list of strings or dates that is read, when it is long */
  gboolean broken;  /* wrong syntax: nothing after it can be trusted */
} TwJsonReader;

/* Tells what is wrong at a place in the bytes; takes over message. After TW_FAULTS_MAX of them
 * reading ends. */
void tw_json_add_fault (TwJsonReader *reader, const char *at, char *message);
/* The same as "expected …, found …". */
void tw_json_expect (TwJsonReader *reader, const char *at, const char *expected);
void tw_json_expect_field (TwJsonReader *reader, const char *at, const TwField *field);
/* Wrong syntax at the reader's place: told once, and reading ends. */
void tw_json_break_off (TwJsonReader *reader, const char *expected);

G_END_DECLS
