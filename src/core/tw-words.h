/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-facts.h"

G_BEGIN_DECLS

/* Words that screen, paper, command line and screen reader share; all translated. Strings with
 * char * are to be freed with g_free(). Dates by translatable patterns, day and month in the
 * locale's order. */

typedef enum
{
  TW_DATE_LONG,             /* 22 January 2027 */
  TW_DATE_MEDIUM,           /* 22 January */
  TW_DATE_SHORT,            /* 22 Jan */
  TW_DATE_SHORT_YEAR,       /* 22 Jan 2027 */
  TW_DATE_WEEKDAY,          /* Fri */
  TW_DATE_MONTH,            /* January 2027 */
  TW_DATE_MONTH_NAME,       /* January */
  TW_DATE_MONTH_SHORT_YEAR, /* Jan 2027 */
  TW_DATE_MONTH_SHORT,      /* Jan */
} TwDateStyle;

char *tw_words_date (TwDate date, TwDateStyle style);
/* 22 January, with the year where it isn't the year of near. */
char *tw_words_date_near (TwDate date, TwDate near, gboolean brief);
/* 25 Jan – 5 Feb, 18–26 Jan, 12 Jan; years where they differ from near's (TW_DATE_NONE: never).
 * tight: closed up around the dash. */
char *tw_words_range (TwDate start, TwDate finish, TwDate near, gboolean tight);
/* Reads what a person typed for a date, in the locale's day order: 25.1., 25 Jan, 25/1/2027,
 * 2027-01-25, +5d and +2w (from has if given, else today), mon (the next one), today. FALSE
 * if it isn't one; "" gives TW_DATE_NONE. */
gboolean tw_words_parse_date (const char *text, TwDate has, TwDate today, TwDate *date);

const char *tw_words_status (TwStatus status);
const char *tw_words_health (int level); /* Red … Blue, Not rated yet */
const char *tw_words_slice_status (TwSliceStatus status);
const char *tw_words_entry_kind (TwEntryKind kind);
const char *tw_words_severity (int severity);
const char *tw_words_side (TwSide side);
char *tw_words_days (int days);                    /* 10 days; Milestone for 0 */
char *tw_words_slip (int days, gboolean brief);    /* +3 d, +3 days */
char *tw_words_percent (int percent);              /* 18 %, never broken */
char *tw_words_number (gint64 number);             /* 4,200 in the locale's way */
char *tw_words_period (const char *every);         /* every 2 weeks, quarterly */
char *tw_words_overdue (TwDate due, TwDate today); /* 4 days overdue */
/* done 21 Jan; 4 days overdue, was due 18 Jan; due 29 Jan. NULL for what has neither date. */
char *tw_words_due (TwDate due, TwDate done, TwDate today);
/* Every part of DIBS that is missing, in words, with commas; NULL if none. */
char *tw_words_dibs_missing (guint dibs);
/* When a workload's usage target is or will be reached: Reached, a date, No forecast, or – where
 * there is nothing to go by. */
char *tw_words_reached (TwWorkload *workload);
/* What an event is: Starts, Due, Decision, Meeting, … */
const char *tw_words_event (const TwEvent *event);
/* Its title: the record's name. */
const char *tw_words_event_title (const TwEvent *event);
/* "1 of 3 groups green". "Green expected 14 May" or NULL. */
char *tw_words_health_reason (const TwHealth *health);
char *tw_words_health_next (const TwHealth *health, TwDate today);
/* The executive summary as proposed from the facts, plain sentences (FORMAT.md summary_basis has
 * an example). names: the plan that things are called by (the customer's copy; what it lacks is
 * left out), NULL: the facts' own. */
char *tw_words_summary (TwFacts *facts, TwPlan *names);
/* A name for where there is little room: its words up to the first that begins with a small letter,
 * 'Security' for 'Security and Compliance'. */
char *tw_words_short_name (const char *name);
char *tw_words_activities (guint n); /* 3 activities */
char *tw_words_phases (guint n);     /* 3 phases */
char *tw_words_seats (int n);        /* 4,200 seats */
/* The recurring activities of a motion: 4 activities, Initiate to Migrate. */
char *tw_words_recurring (TwMotion *motion);
/* Nodes, in the order of the plan, as text for elsewhere: each activity a line, with its name, the
 * owner shown and its dates, tabs between them. */
char *tw_words_list (TwFacts *facts, const char *const *nodes);
/* Whether an activity is its motion's alone: made up for it, or named so by the playbook; and no
 * approach's. */
gboolean tw_node_is_unique (TwPlaybook *playbook, TwIndex *index, guint number);
/* Name, state, owner, dates, days, slip of a node, for screen readers. */
char *tw_words_node (TwFacts *facts, guint node);
/* Health review, every 2 weeks, held on 8 January, next on 5 February: with the last of its days up
 * to day. */
char *tw_words_occurrence (TwFacts *facts, const char *recurring, TwDate day);
/* From when to when a plan goes, and where it is, for screen readers of a whole picture of it. */
char *tw_words_course (TwFacts *facts);
/* Lines of rows (tw-fact-words.c). */
/* The customer as one calls it: 'Contoso' of 'Contoso Ltd'. */
char *tw_words_customer (TwPlan *plan);
/* Whose somebody is: Ours, Contoso, the partner's name. */
char *tw_words_side_of (TwPlan *plan, TwPerson *person);
/* A, B and 2 more; most: how many parts at most, at least two. */
char *tw_words_names (const char *const *names, guint n, guint most);
/* … and 12 more: what a list leaves out. */
char *tw_words_more (guint n);
/* What happens and to whom: Starts, moved by 3 days · Jonas Weber. */
char *tw_words_event_line (TwFacts *facts, TwEvent *event);
/* Whether it is later than in the baseline. */
gboolean tw_event_is_moved (TwFacts *facts, const TwEvent *event);
/* The open item of a stage that falls due first, those without a date last; NULL: none is open.
 * And what is said of it: Value case signed, 29 January. */
TwAdoptionItem *tw_facts_stage_next (TwFacts *facts, guint stage);
char *tw_words_stage_next (TwFacts *facts, guint stage);
/* Blocks Intune since 14 January · Priya Raman; High · Tom Lindqvist · review 5 February. */
char *tw_words_entry_line (TwFacts *facts, TwEntry *entry);
/* 1 blocker, 2 risks; NULL: none. */
char *tw_words_blockers (TwFacts *facts);
/* A meeting, a note or a point as a text to be sent, without what is internal in it. */
char *tw_words_journal (TwPlan *plan, gpointer record);
/* What happened since the baseline beside the activities, by its own dates, as sentences; NULL:
 * nothing. */
char *tw_words_since (TwFacts *facts);
/* The plan's confidentiality line, or the one made of customer and our organisation. */
char *tw_words_confidentiality (TwPlan *plan);

G_END_DECLS
