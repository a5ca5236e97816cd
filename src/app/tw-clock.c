/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-clock.h"

struct _TwClock
{
  GObject parent_instance;

  TwDate today;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TwClock, tw_clock, G_TYPE_OBJECT)

static TwDate
read_day (guint *seconds_left)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  TwDate fixed = tw_date_parse (g_getenv ("TRACKWAY_TODAY"));
  int year, month, day;

  *seconds_left = (guint) (24 * 3600 - g_date_time_get_hour (now) * 3600
                           - g_date_time_get_minute (now) * 60 - g_date_time_get_second (now));
  if (fixed != TW_DATE_NONE)
    return fixed;
  g_date_time_get_ymd (now, &year, &month, &day);
  return tw_date_new (year, month, day);
}

static gboolean
midnight_cb (gpointer data)
{
  guint seconds_left;

  tw_clock_look (data);
  read_day (&seconds_left);
  g_timeout_add_seconds (seconds_left + 1, midnight_cb, data);
  return G_SOURCE_REMOVE;
}

static void
tw_clock_class_init (TwClockClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", G_OBJECT_CLASS_TYPE (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tw_clock_init (TwClock *self)
{
  guint seconds_left;

  self->today = read_day (&seconds_left);
  g_timeout_add_seconds (seconds_left + 1, midnight_cb, self);
}

TwClock *
tw_clock (void)
{
  static TwClock *clock;

  if (clock == NULL)
    clock = g_object_new (TW_TYPE_CLOCK, NULL);
  return clock;
}

TwDate
tw_clock_today (TwClock *self)
{
  return self->today;
}

void
tw_clock_look (TwClock *self)
{
  guint seconds_left;
  TwDate today = read_day (&seconds_left);

  if (today == self->today)
    return;
  self->today = today;
  g_signal_emit (self, signals[CHANGED], 0);
}
