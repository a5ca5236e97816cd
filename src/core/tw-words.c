/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <math.h>

#include "tw-words.h"

static GDateTime *
date_time (TwDate date)
{
  int year, month, day;

  tw_date_split (date, &year, &month, &day);
  return g_date_time_new_utc (year, month, day, 0, 0, 0);
}

static char *
format_date (TwDate date, const char *pattern)
{
  g_autoptr (GDateTime) time = date_time (date);
  char *text = g_date_time_format (time, pattern);

  return text != NULL ? text : g_strdup ("");
}

char *
tw_words_date (TwDate date, TwDateStyle style)
{
  if (date == TW_DATE_NONE)
    return g_strdup ("");
  switch (style)
    {
    case TW_DATE_LONG:
      return format_date (date, C_ ("date, long", "%-d %B %Y"));
    case TW_DATE_MEDIUM:
      return format_date (date, C_ ("date, without a year", "%-d %B"));
    case TW_DATE_SHORT:
      return format_date (date, C_ ("date, short", "%-d %b"));
    case TW_DATE_SHORT_YEAR:
      return format_date (date, C_ ("date, short, with the year", "%-d %b %Y"));
    case TW_DATE_WEEKDAY:
      return format_date (date, "%a");
    case TW_DATE_MONTH:
      return format_date (date, C_ ("month and year", "%OB %Y"));
    case TW_DATE_MONTH_NAME:
      return format_date (date, "%OB");
    case TW_DATE_MONTH_SHORT_YEAR:
      return format_date (date, C_ ("short month and year", "%Ob %Y"));
    case TW_DATE_MONTH_SHORT:
    default:
      return format_date (date, "%Ob");
    }
}

static int
year_of (TwDate date)
{
  int year = 0;

  if (date != TW_DATE_NONE)
    tw_date_split (date, &year, NULL, NULL);
  return year;
}

static int
month_of (TwDate date)
{
  int month;

  tw_date_split (date, NULL, &month, NULL);
  return month;
}

char *
tw_words_date_near (TwDate date, TwDate near, gboolean brief)
{
  gboolean same = near == TW_DATE_NONE || year_of (date) == year_of (near);

  return tw_words_date (date, brief ? (same ? TW_DATE_SHORT : TW_DATE_SHORT_YEAR)
                                    : (same ? TW_DATE_MEDIUM : TW_DATE_LONG));
}

char *
tw_words_range (TwDate start, TwDate finish, TwDate near, gboolean tight)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (start == finish)
    return tw_words_date_near (start, near, TRUE);
  if (near != TW_DATE_NONE && year_of (start) == year_of (finish)
      && year_of (start) != year_of (near))
    {
      from = tw_words_date (start, TW_DATE_SHORT);
      to = tw_words_date (finish, TW_DATE_SHORT_YEAR);
    }
  else
    {
      from = tw_words_date_near (start, near, TRUE);
      to = tw_words_date_near (finish, near, TRUE);
    }
  if (year_of (start) == year_of (finish) && month_of (start) == month_of (finish))
    {
      g_autofree char *day = format_date (start, C_ ("first day of a range in one month", "%-d"));

      return g_strdup_printf (C_ ("range of days in one month", "%s–%s"), day, to);
    }
  return g_strdup_printf (tight ? C_ ("range of dates, closed up", "%s–%s")
                                : C_ ("range of dates", "%s – %s"),
                          from, to);
}

/* --- what a person typed --- */

/* +5d, +2w from has, else from today. */
static gboolean
parse_offset (const char *text, TwDate from, TwDate *date)
{
  int sign = *text == '-' ? -1 : 1;
  char *end;
  gint64 n = g_ascii_strtoll (text + 1, &end, 10), days;

  if (end == text + 1 || n > 100000)
    return FALSE;
  if (*end == '\0' || g_ascii_strcasecmp (end, "d") == 0)
    days = n;
  else if (g_ascii_strcasecmp (end, "w") == 0)
    days = 7 * n;
  else if (g_ascii_strcasecmp (end, "m") == 0 && sign > 0)
    days = (gint64) tw_date_add_period (from, (TwPeriod){ 'M', 1 }, (int) n) - from;
  else
    return FALSE;
  days = (gint64) from + sign * days;
  if (days < TW_DATE_MIN || days > TW_DATE_MAX)
    return FALSE;
  *date = (TwDate) days;
  return TRUE;
}

/* The next day of this name, after today. */
static gboolean
parse_weekday (const char *text, TwDate today, TwDate *date)
{
  static const char *const english[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
  g_autofree char *typed = g_utf8_casefold (text, -1);

  if (g_utf8_strlen (typed, -1) < 2)
    return FALSE;
  for (TwDate day = today + 1; day <= today + 7; day++)
    {
      g_autofree char *name = format_date (day, "%A");
      g_autofree char *folded = g_utf8_casefold (name, -1);

      if (g_str_has_prefix (folded, typed) || g_str_equal (typed, english[tw_date_weekday (day)]))
        {
          *date = day;
          return TRUE;
        }
    }
  return FALSE;
}

/* The month whose name begins with word, or 0. */
static int
parse_month (const char *word)
{
  g_autofree char *typed = g_utf8_casefold (word, -1);

  if (g_utf8_strlen (typed, -1) < 3)
    return 0;
  for (int month = 1; month <= 12; month++)
    {
      TwDate day = tw_date_new (2027, month, 1);
      const char *const patterns[] = { "%B", "%OB", "%b" };

      for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
        {
          g_autofree char *name = format_date (day, patterns[i]);
          g_autofree char *folded = g_utf8_casefold (name, -1);

          if (g_str_has_prefix (folded, typed) || g_str_has_prefix (typed, folded))
            return month;
        }
    }
  return 0;
}

/* The locale writes the month before the day. */
static gboolean
is_month_first (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *day = strpbrk (format, "de"), *month = strchr (format, 'm');

  return strstr (format, "%D") != NULL || (day != NULL && month != NULL && month < day);
}

/* A year left out is the one in which the date lies nearest to today. */
static gboolean
complete (int year, int month, int day, TwDate today, TwDate *date)
{
  if (year >= 0 && year < 100)
    year += 2000;
  if (year < 0)
    {
      TwDate best = TW_DATE_NONE;

      for (int y = year_of (today) - 1; y <= year_of (today) + 1; y++)
        {
          TwDate found = tw_date_new (y, month, day);

          if (found != TW_DATE_NONE
              && (best == TW_DATE_NONE
                  || ABS ((int) found - (int) today) < ABS ((int) best - (int) today)))
            best = found;
        }
      *date = best;
    }
  else
    *date = tw_date_new (year, month, day);
  return *date != TW_DATE_NONE;
}

static gboolean
parse_parts (char **words, TwDate today, TwDate *date)
{
  int numbers[3] = { -1, -1, -1 };
  int n = 0, month = 0, month_at = -1;

  for (char **word = words; *word != NULL; word++)
    {
      if (**word == '\0')
        continue;
      if (g_ascii_isdigit (**word))
        {
          char *end;

          if (n == 3)
            return FALSE;
          numbers[n++] = (int) MIN (g_ascii_strtoull (*word, &end, 10), 10000);
          if (*end != '\0')
            return FALSE;
        }
      else if (month == 0 && (month = parse_month (*word)) > 0)
        month_at = n;
      else
        return FALSE;
    }
  if (month_at >= 0)
    return n >= 1 && n <= 2 && complete (n == 2 ? numbers[1] : -1, month, numbers[0], today, date);
  if (n == 3 && numbers[0] > 31)
    return complete (numbers[0], numbers[1], numbers[2], today, date);
  if (n < 2)
    return FALSE;
  /* 25/1 can only mean one thing, whatever the locale. */
  if (is_month_first () ? numbers[0] <= 12 : numbers[1] > 12)
    return complete (n == 3 ? numbers[2] : -1, numbers[0], numbers[1], today, date);
  return complete (n == 3 ? numbers[2] : -1, numbers[1], numbers[0], today, date);
}

gboolean
tw_words_parse_date (const char *text, TwDate has, TwDate today, TwDate *date)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));
  g_auto (GStrv) words = NULL;

  *date = TW_DATE_NONE;
  if (*typed == '\0')
    return TRUE;
  if ((*typed == '+' || *typed == '-') && g_ascii_isdigit (typed[1]))
    return parse_offset (typed, has != TW_DATE_NONE ? has : today, date);
  if (g_ascii_strcasecmp (typed, "today") == 0
      || g_utf8_collate (typed, C_ ("typed for a date", "today")) == 0)
    {
      *date = today;
      return TRUE;
    }
  *date = tw_date_parse (typed);
  if (*date != TW_DATE_NONE || parse_weekday (typed, today, date))
    return TRUE;
  words = g_strsplit_set (typed, " ./-,", -1);
  return parse_parts (words, today, date);
}

/* --- names --- */

const char *
tw_words_status (TwStatus status)
{
  const char *const words[]
      = { C_ ("status", "Not started"), C_ ("status", "In progress"), C_ ("status", "Blocked"),
          C_ ("status", "Done"), C_ ("status", "Skipped") };

  return words[status];
}

const char *
tw_words_health (int level)
{
  const char *const words[] = { C_ ("health", "Red"), C_ ("health", "Yellow"),
                                C_ ("health", "Green"), C_ ("health", "Blue") };

  return level >= 0 ? words[level] : C_ ("health", "Not rated yet");
}

const char *
tw_words_slice_status (TwSliceStatus status)
{
  const char *const words[]
      = { C_ ("workload status", "Unknown"), C_ ("workload status", "In progress"),
          C_ ("workload status", "Blocked"), C_ ("workload status", "No intent"),
          C_ ("workload status", "Duplicate or invalid") };

  return words[status];
}

const char *
tw_words_entry_kind (TwEntryKind kind)
{
  const char *const words[] = { C_ ("register", "Risk"), C_ ("register", "Issue"),
                                C_ ("register", "Decision"), C_ ("register", "Action") };

  return words[kind];
}

const char *
tw_words_severity (int severity)
{
  const char *const words[]
      = { C_ ("severity", "Low"), C_ ("severity", "Medium"), C_ ("severity", "High") };

  return severity >= 0 ? words[severity] : "";
}

const char *
tw_words_side (TwSide side)
{
  const char *const words[] = { C_ ("side", "Ours"), C_ ("side", "Customer"),
                                C_ ("side", "Partner"), C_ ("side", "Vendor") };

  return words[side];
}

char *
tw_words_days (int days)
{
  if (days == 0)
    return g_strdup (_ ("Milestone"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong) ABS (days)),
                          days);
}

char *
tw_words_slip (int days, gboolean brief)
{
  const char *sign = days < 0 ? "−" : "+";

  if (brief)
    return g_strdup_printf (C_ ("slip in working days, short", "%s%d d"), sign, ABS (days));
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s%d day", "%s%d days", (gulong) ABS (days)), sign,
      ABS (days));
}

char *
tw_words_percent (int percent)
{
  return g_strdup_printf (C_ ("percent", "%d %%"), percent);
}

char *
tw_words_number (gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  const char *separator = nl_langinfo (THOUSEP);
  gsize length = strlen (digits);
  GString *text = g_string_new (NULL);

  if (*separator == '\0')
    separator = C_ ("thousands", ",");
  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0 && digits[i - 1] != '-')
        g_string_append (text, separator);
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (text, FALSE);
}

char *
tw_words_period (const char *every)
{
  TwPeriod period;
  gulong n;

  if (!tw_period_parse (every, &period))
    return g_strdup (every);
  n = (gulong) period.count;
  if (period.unit == 'M' && n == 3)
    return g_strdup (C_ ("every so often", "quarterly"));
  if (n == 1)
    return g_strdup (period.unit == 'D'   ? C_ ("every so often", "daily")
                     : period.unit == 'W' ? C_ ("every so often", "weekly")
                     : period.unit == 'M' ? C_ ("every so often", "monthly")
                                          : C_ ("every so often", "yearly"));
  return g_strdup_printf (
      period.unit == 'D'   ? g_dngettext (GETTEXT_PACKAGE, "every %lu day", "every %lu days", n)
      : period.unit == 'W' ? g_dngettext (GETTEXT_PACKAGE, "every %lu week", "every %lu weeks", n)
      : period.unit == 'M' ? g_dngettext (GETTEXT_PACKAGE, "every %lu month", "every %lu months", n)
                           : g_dngettext (GETTEXT_PACKAGE, "every %lu year", "every %lu years", n),
      n);
}

char *
tw_words_overdue (TwDate due, TwDate today)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d day overdue", "%d days overdue", today - due),
      (int) (today - due));
}

char *
tw_words_due (TwDate due, TwDate done, TwDate today)
{
  g_autofree char *day = tw_words_date_near (done != TW_DATE_NONE ? done : due, today, TRUE);

  if (done != TW_DATE_NONE)
    return g_strdup_printf (C_ ("checklist item", "done %s"), day);
  if (tw_is_item_overdue (due, done, today))
    {
      g_autofree char *overdue = tw_words_overdue (due, today);

      return g_strdup_printf (C_ ("checklist item, so many days overdue", "%s, was due %s"),
                              overdue, day);
    }
  return due != TW_DATE_NONE ? g_strdup_printf (C_ ("checklist item", "due %s"), day) : NULL;
}

char *
tw_words_dibs_missing (guint dibs)
{
  const char *const words[] = { C_ ("dibs", "target date"), C_ ("dibs", "intent"),
                                C_ ("dibs", "business reason"), C_ ("dibs", "success owner") };
  GString *text = NULL;

  for (guint i = 0; i < 4; i++)
    if (!(dibs & (1u << i)))
      {
        if (text == NULL)
          text = g_string_new (words[i]);
        else
          g_string_append_printf (text, ", %s", words[i]);
      }
  return text != NULL ? g_string_free (text, FALSE) : NULL;
}

char *
tw_words_reached (TwWorkload *workload)
{
  TwDate date;

  switch (tw_forecast (workload->readings, workload->entitled, workload->target, FALSE, &date, NULL,
                       NULL))
    {
    case TW_FORECAST_REACHED:
      return g_strdup (C_ ("usage target", "Reached"));
    case TW_FORECAST_EXPECTED:
      return tw_words_date (date, TW_DATE_SHORT_YEAR);
    case TW_FORECAST_NONE:
    default:
      return g_strdup (workload->target > 0 && tw_list_n (workload->readings) > 0
                           ? C_ ("usage target", "No forecast")
                           : "–");
    }
}

const char *
tw_words_event (const TwEvent *event)
{
  switch (event->kind)
    {
    case TW_EVENT_MEETING:
      return C_ ("event", "Meeting");
    case TW_EVENT_START:
      return C_ ("event", "Starts");
    case TW_EVENT_OCCURRENCE:
      return C_ ("event", "Recurring");
    case TW_EVENT_ENTRY:
      return tw_words_entry_kind (((TwEntry *) event->record)->kind);
    case TW_EVENT_NEXT_ACTION:
    case TW_EVENT_SLICE_NEXT:
      return C_ ("event", "Next action");
    case TW_EVENT_SLICE_DEPLOY:
      return C_ ("event", "Target date");
    case TW_EVENT_SLICE_UNBLOCK:
      return C_ ("event", "Unblocked by");
    case TW_EVENT_MILESTONE:
      return C_ ("event", "Milestone");
    case TW_EVENT_HANDOVER:
      return C_ ("event", "Hand-over");
    case TW_EVENT_DECISION:
      return C_ ("event", "Decision");
    case TW_EVENT_DEADLINE:
      return C_ ("event", "Licence renewal");
    case TW_EVENT_END:
    case TW_EVENT_ADOPTION_ITEM:
    default:
      return C_ ("event", "Due");
    }
}

const char *
tw_words_event_title (const TwEvent *event)
{
  if (event->kind == TW_EVENT_DEADLINE || event->kind == TW_EVENT_HANDOVER)
    return tw_words_event (event);
  if (event->kind == TW_EVENT_NEXT_ACTION && ((TwNote *) event->record)->next_action != NULL)
    return ((TwNote *) event->record)->next_action;
  if (event->workload != NULL)
    return event->workload->name;
  return tw_record_name (event->record);
}

/* --- sentences --- */

char *
tw_words_health_reason (const TwHealth *health)
{
  if (health->level == TW_LEVEL_NONE)
    return g_strdup (_ ("No usage recorded yet"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u group green",
                                       "%u of %u groups green", health->n_groups),
                          health->n_green, health->n_groups);
}

char *
tw_words_health_next (const TwHealth *health, TwDate today)
{
  g_autofree char *date = NULL;

  if (health->next_level == TW_LEVEL_NONE)
    return NULL;
  date = tw_words_date_near (health->next_expected, today, FALSE);
  return g_strdup_printf (C_ ("health level, date", "%s expected %s"),
                          tw_words_health (health->next_level), date);
}

static void
append_sentence (GString *text, char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

/* Numbers up to twelve in words, as a sentence begins with them. */
static char *
number_word (guint n)
{
  const char *const words[] = { C_ ("number at the start of a sentence", "No"),
                                C_ ("number at the start of a sentence", "One"),
                                C_ ("number at the start of a sentence", "Two"),
                                C_ ("number at the start of a sentence", "Three"),
                                C_ ("number at the start of a sentence", "Four"),
                                C_ ("number at the start of a sentence", "Five"),
                                C_ ("number at the start of a sentence", "Six"),
                                C_ ("number at the start of a sentence", "Seven"),
                                C_ ("number at the start of a sentence", "Eight"),
                                C_ ("number at the start of a sentence", "Nine"),
                                C_ ("number at the start of a sentence", "Ten"),
                                C_ ("number at the start of a sentence", "Eleven"),
                                C_ ("number at the start of a sentence", "Twelve") };

  return n < G_N_ELEMENTS (words) ? g_strdup (words[n]) : g_strdup_printf ("%u", n);
}

static void
tell_phase (TwFacts *facts, TwPlan *plan, GString *text)
{
  int phase = tw_facts_current_phase (facts);
  TwPlace place;
  /* With a plain space: files keep this sentence, and are compared with it. */
  g_autofree char *percent = g_strdup_printf (C_ ("percent in the summary", "%d %%"),
                                              tw_facts_plan_node (facts)->progress);
  g_autofree char *customer = tw_words_customer (plan);

  if (phase >= 0
      && tw_plan_find (
          plan, &tw_phase_type,
          tw_index_node (tw_schedule_index (tw_facts_schedule (facts)), (guint) phase)->id, &place))
    append_sentence (text, g_strdup_printf (_ ("%s is in the %s phase, with %s of the plan done."),
                                            customer, tw_record_name (tw_plan_at (plan, &place)),
                                            percent));
  else if (tw_list_n (plan->motions) > 0)
    append_sentence (text, g_strdup_printf (_ ("The plan of %s is finished."), customer));
  else
    append_sentence (text, g_strdup_printf (_ ("The plan of %s holds no motions yet."), customer));
}

static const TwNodeFacts *
go_live_facts (TwFacts *facts, const TwSpan **span)
{
  const char *go_live = tw_facts_plan (facts)->go_live;

  *span = go_live != NULL ? tw_schedule_find (tw_facts_schedule (facts), go_live) : NULL;
  return *span != NULL ? tw_facts_find (facts, go_live) : NULL;
}

/* Of these nodes those that the plan has by which things are called. */
static GArray *
seen_of (TwFacts *facts, TwIndex *names, GArray *nodes)
{
  TwIndex *whole = tw_schedule_index (tw_facts_schedule (facts));
  GArray *seen = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < nodes->len; i++)
    if (tw_index_find (names, tw_index_node (whole, g_array_index (nodes, guint, i))->id) >= 0)
      g_array_append_val (seen, g_array_index (nodes, guint, i));
  return seen;
}

static void
tell_changes (TwFacts *facts, TwPlan *names, GString *text)
{
  g_autoptr (TwIndex) index = tw_index_new (names);
  g_autoptr (GArray) finished = seen_of (facts, index, tw_facts_changes (facts)->finished);
  g_autoptr (GArray) slipped = seen_of (facts, index, tw_facts_changes (facts)->slipped);
  const TwSpan *span;
  const TwNodeFacts *go_live = go_live_facts (facts, &span);
  g_autofree char *day
      = span != NULL ? tw_words_date_near (span->start, tw_facts_today (facts), FALSE) : NULL;

  if (finished->len > 0)
    {
      g_autofree char *n = number_word (finished->len);
      g_autofree char *since
          = tw_words_date_near (tw_facts_baseline (facts)->taken, tw_facts_today (facts), FALSE);

      append_sentence (
          text,
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s activity was finished since %s.",
                                        "%s activities were finished since %s.", finished->len),
                           n, since));
    }
  if (slipped->len > 0)
    {
      g_autofree char *n = number_word (slipped->len);
      g_autofree char *by = NULL;
      int least = G_MAXINT, most = 0;

      for (guint i = 0; i < slipped->len; i++)
        {
          int slip = tw_facts_node (facts, g_array_index (slipped, guint, i))->slip;

          least = MIN (least, slip);
          most = MAX (most, slip);
        }
      by = least == most ? tw_words_days (most)
                         : g_strdup_printf (C_ ("from, to; of days", "%d to %d days"), least, most);
      append_sentence (
          text, go_live != NULL && go_live->in_baseline && go_live->slip == 0
                    ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                    "%s activity moved by %s; go-live stays on %s.",
                                                    "%s activities moved by %s; go-live stays on "
                                                    "%s.",
                                                    slipped->len),
                                       n, by, day)
                    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s activity moved by %s.",
                                                    "%s activities moved by %s.", slipped->len),
                                       n, by));
    }
  if (go_live != NULL && go_live->in_baseline && go_live->slip != 0)
    append_sentence (text, g_strdup_printf (_ ("Go-live moved to %s."), day));
}

/* A decision is urgent when it falls due in these days and holds something up. */
static void
tell_decisions (TwFacts *facts, TwPlan *plan, GString *text)
{
  guint n = 0;
  TwEvent *first = NULL;

  for (guint i = 0; i < tw_facts_next_days (facts)->len; i++)
    {
      TwEvent *event = &g_array_index (tw_facts_next_days (facts), TwEvent, i);

      if (event->kind != TW_EVENT_ENTRY || ((TwEntry *) event->record)->kind != TW_ENTRY_DECISION
          || ((TwEntry *) event->record)->activity == NULL
          || tw_plan_entry (plan, ((TwEntry *) event->record)->id) == NULL)
        continue;
      if (n++ == 0)
        first = event;
    }
  if (n > 0)
    {
      g_autofree char *number = number_word (n);
      g_autofree char *day = tw_words_date_near (first->date, tw_facts_today (facts), FALSE);

      append_sentence (
          text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s decision is urgent: %s by %s.",
                                              "%s decisions are urgent, first: %s by "
                                              "%s.",
                                              n),
                                 number, ((TwEntry *) first->record)->title, day));
    }
}

char *
tw_words_summary (TwFacts *facts, TwPlan *names)
{
  GString *text = g_string_new (NULL);

  if (names == NULL)
    names = tw_facts_plan (facts);
  tell_phase (facts, names, text);
  tell_changes (facts, names, text);
  tell_decisions (facts, names, text);
  return g_string_free (text, FALSE);
}

char *
tw_words_course (TwFacts *facts)
{
  TwSchedule *schedule = tw_facts_schedule (facts);
  const TwSpan *span = tw_schedule_plan_span (schedule);
  int current = tw_facts_current_phase (facts);
  g_autofree char *start = tw_words_date (span->start, TW_DATE_LONG);
  g_autofree char *finish = tw_words_date (span->finish, TW_DATE_LONG);
  g_autofree char *percent = tw_words_percent (
      (current < 0 ? tw_facts_plan_node (facts) : tw_facts_node (facts, (guint) current))
          ->progress);

  if (current < 0)
    return g_strdup_printf (C_ ("dates, percent", "%s to %s, %s done"), start, finish, percent);
  return g_strdup_printf (
      C_ ("dates, phase, percent", "%s to %s, current phase %s, %s"), start, finish,
      tw_record_name (tw_index_node (tw_schedule_index (schedule), (guint) current)->record),
      percent);
}

char *
tw_words_confidentiality (TwPlan *plan)
{
  TwPerson *lead = tw_plan_person (plan, plan->lead);

  if (plan->confidentiality != NULL)
    return g_strdup (plan->confidentiality);
  if (lead != NULL && lead->organisation != NULL)
    return g_strdup_printf (_ ("Confidential. For %s and %s only."), plan->customer->name,
                            lead->organisation);
  return g_strdup_printf (_ ("Confidential. For %s only."), plan->customer->name);
}
