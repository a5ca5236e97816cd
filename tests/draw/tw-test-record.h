/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-canvas.h"

G_BEGIN_DECLS

/* A canvas that writes down what is painted on it: a line for each shape, with its place, to a
 * tenth of a pixel, and its colours; of a text what it says, its left and its middle, in whole
 * pixels. The same on every machine that has the font. */
TwCanvas *tw_test_record_new (TwMetrics *metrics);
/* What was written down so far; borrowed. */
const char *tw_test_record_text (TwCanvas *record);
/* Compares it with tests/data/pictures/NAME.txt; says the first line that differs and fails. With
 * TRACKWAY_WRITE_PICTURES=1 it writes that file anew instead. */
void tw_test_record_expect (TwCanvas *record, const char *name);

G_END_DECLS
