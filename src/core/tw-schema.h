/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-record.h"

G_BEGIN_DECLS

/* The JSON Schema (2020-12) of a root record type, made from its tables; bytes as committed in
 * data/schema/. Free with g_free(). */
char *tw_schema_write (const TwRecordType *root, const char *id, const char *title);

G_END_DECLS
