/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Whether the bytes are a plan; ends the program if they are one and something is wrong. */
gboolean tw_fuzz_plan (const guint8 *data, gsize size);
/* The same, as libFuzzer calls it. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);
