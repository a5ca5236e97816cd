/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <time.h>

/* What a stretch of work took: by the clock, and of the processor's time. */
typedef struct
{
  double clock, processor; /* ms */
} Taken;

static inline Taken
now (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &spent);
  return (Taken){ (double) g_get_monotonic_time () / 1000,
                  (double) spent.tv_sec * 1000 + (double) spent.tv_nsec / 1e6 };
}

static inline Taken
since (Taken before)
{
  Taken after = now ();

  return (Taken){ after.clock - before.clock, after.processor - before.processor };
}
