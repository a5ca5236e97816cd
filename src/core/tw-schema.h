/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-json.h"

G_BEGIN_DECLS

/* The JSON Schema (2020-12) of files whose root is a record of type root and that are read with
 * flags, made from the tables; the bytes that lie in data/schema/. It refuses what the reader
 * refuses for type, range, word or a missing member. Free with g_free(). */
char *tw_schema_write (const TwRecordType *root, TwJsonFlags flags, const char *id,
                       const char *title);

G_END_DECLS
