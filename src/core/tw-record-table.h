/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-record.h"

/* The short hand in which field tables are written. Only for files that hold tables. */

#define WORDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* A line of a table: the struct's type, the member's name (also in the file), the field's type,
 * then whatever isn't nothing. */
#define FIELD(Struct, member, Type, ...)                                                           \
  {                                                                                                \
    .name = #member, .type = TW_FIELD_##Type, .offset = G_STRUCT_OFFSET (Struct, member),          \
    __VA_ARGS__                                                                                    \
  }
#define NUMBER(Struct, member, least, most, ...)                                                   \
  FIELD (Struct, member, INT, .standard = TW_INT_NONE, .min = least, .max = most, __VA_ARGS__)
#define WORD(Struct, member, preset, words_, ...)                                                  \
  FIELD (Struct, member, WORD, .standard = preset, .words = words_, __VA_ARGS__)
#define REF(Struct, member, what, ...)                                                             \
  FIELD (Struct, member, REF, .refers_to = TW_KIND_##what, __VA_ARGS__)
#define REFS(Struct, member, what, ...)                                                            \
  FIELD (Struct, member, REFS, .refers_to = (what), .merge = TW_MERGE_SET, __VA_ARGS__)
#define LIST(Struct, member, what, ...)                                                            \
  FIELD (Struct, member, LIST, .of = &tw_##what##_type, .merge = TW_MERGE_MEMBERS, __VA_ARGS__)
#define RECORD(Struct, member, what, ...)                                                          \
  FIELD (Struct, member, RECORD, .of = &tw_##what##_type, .merge = TW_MERGE_MEMBERS, __VA_ARGS__)
#define KEY(Struct) FIELD (Struct, id, ID, .required = TRUE)
#define REQUIRED .required = TRUE
#define INTERNAL .audience = TW_MEMBER_INTERNAL
#define NAMED_BY(what) .catalogue = 1 + TW_WORD_##what
#define CATALOGUE_ID .catalogue = TW_CATALOGUE_ID
#define CODE .code = TRUE
#define STANDS_IN .audience = TW_MEMBER_STANDS_IN
#define HIDES(Struct) FIELD (Struct, internal, BOOL, .audience = TW_MEMBER_HIDES)
#define SHOWS(Struct) FIELD (Struct, internal, BOOL, .standard = TRUE, .audience = TW_MEMBER_SHOWS)

#define TYPE(symbol, Struct, label, ...)                                                           \
  const TwRecordType tw_##symbol##_type = { .name = label,                                         \
                                            .size = sizeof (Struct),                               \
                                            .fields = symbol##_fields,                             \
                                            .n_fields = G_N_ELEMENTS (symbol##_fields),            \
                                            __VA_ARGS__ }
