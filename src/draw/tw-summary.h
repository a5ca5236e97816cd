/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-audience.h"
#include "tw-canvas.h"
#include "tw-facts.h"

G_BEGIN_DECLS

/* The printed summary: a plan's sections laid out on pages, ready to be painted on any canvas.
 * Lengths are points. What it shows comes from the audience's copy of the plan; dates, progress
 * and states are those of the whole plan, looked up by id. */
typedef struct _TwSummary TwSummary;

typedef enum
{
  TW_SECTION_HEAD = 1 << 0,
  TW_SECTION_SUMMARY = 1 << 1,
  TW_SECTION_HEALTH = 1 << 2,
  TW_SECTION_TIMELINE = 1 << 3,
  TW_SECTION_PHASES = 1 << 4,
  TW_SECTION_HANDOVERS = 1 << 5, /* of the internal edition */
  TW_SECTION_NEXT_STEPS = 1 << 6,
  TW_SECTION_WORKLOADS = 1 << 7,
  TW_SECTION_ADOPTION = 1 << 8,
  TW_SECTION_RISKS = 1 << 9,
  TW_SECTION_CHANGES = 1 << 10,
  TW_SECTION_EVERYTHING = 1 << 11, /* of the internal edition: every member of the plan */
  TW_SECTION_INTERNAL = TW_SECTION_HANDOVERS | TW_SECTION_EVERYTHING,
  TW_SECTION_ALL = (1 << 12) - 1,
} TwSection;

/* Their names as in --sections, in the order of the bits; NULL-terminated. */
extern const char *const tw_section_words[];

typedef struct
{
  TwAudience audience;
  TwSection sections;   /* 0: all that the audience has */
  double width, height; /* of the page, in points */
  gboolean grey;
} TwSummaryOptions;

#define TW_PAPER_A4_WIDTH 595.28
#define TW_PAPER_A4_HEIGHT 841.89
#define TW_PAPER_LETTER_WIDTH 612.0
#define TW_PAPER_LETTER_HEIGHT 792.0

/* metrics: tw_metrics_for_paper() at 72 dpi. Free with tw_summary_free(). */
TwSummary *tw_summary_new (TwFacts *facts, const TwSummaryOptions *options, TwMetrics *metrics);
void tw_summary_free (TwSummary *summary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwSummary, tw_summary_free)

guint tw_summary_n_pages (TwSummary *summary);
/* page counts from 0. */
void tw_summary_paint (TwSummary *summary, TwCanvas *canvas, guint page);

/* A text on a page, for tests: where it stands, its size in points, and what it says. */
typedef struct
{
  guint page;
  TwRect rect;
  double size;
  const char *text;
  int head; /* 1: of a section, 2: of a table, 0: neither */
} TwSummaryText;

/* Calls visit for each text in reading order. */
void tw_summary_each_text (TwSummary *summary,
                           void (*visit) (const TwSummaryText *text, gpointer data), gpointer data);

G_END_DECLS
