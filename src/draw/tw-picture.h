/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-summary.h"

G_BEGIN_DECLS

/* Plans as bytes of a file format; the same bytes for the same input. */

/* Text as it is on paper: 72 dpi, unhinted, so that a page looks the same at every zoom. */
TwMetrics *tw_paper_metrics (void);

/* The summary as PDF, with metadata, outline, page labels and links. */
GBytes *tw_picture_summary_pdf (TwFacts *facts, const TwSummaryOptions *options, GError **error);
/* A page of the summary (from 0) as PNG or SVG at 96 dpi. */
GBytes *tw_picture_summary_page (TwFacts *facts, const TwSummaryOptions *options, guint page,
                                 gboolean svg, GError **error);

/* Pictures of a whole plan on screen, in the light colours. */
typedef enum
{
  TW_VIEW_CALENDAR, /* with the names in an outline at its left */
  TW_VIEW_MAP,
  TW_VIEW_RIBBON,
} TwView;

/* Their names as in --view; NULL-terminated. */
extern const char *const tw_view_words[];

/* A view in a width (px) as PNG or SVG, of what the audience may see. */
GBytes *tw_picture_view (TwFacts *facts, TwView view, TwAudience audience, double width,
                         gboolean svg, GError **error);

G_END_DECLS
