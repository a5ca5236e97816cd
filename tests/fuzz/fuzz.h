/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What fuzz-NAME.c reads: a file of the source tree. */
extern const char tw_fuzz_example[];
/* Whether the bytes are such a file; ends the program if they are one and something is wrong. */
gboolean tw_fuzz (const guint8 *data, gsize size);
/* The same, as libFuzzer calls it. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);
