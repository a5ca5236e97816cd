/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "tw-date.h"

G_BEGIN_DECLS

/* Tells which day it is, and when the next one begins. Signal: changed. There is one for the whole
 * program. TRACKWAY_TODAY in the environment holds it on a day, for pictures and tests. */
#define TW_TYPE_CLOCK (tw_clock_get_type ())
G_DECLARE_FINAL_TYPE (TwClock, tw_clock, TW, CLOCK, GObject)

/* Borrowed. */
TwClock *tw_clock (void);
TwDate tw_clock_today (TwClock *clock);
/* Looks again: for the moment in which a window is taken up, after a night asleep. */
void tw_clock_look (TwClock *clock);

G_END_DECLS
