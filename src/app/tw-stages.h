/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-charts.h"

G_BEGIN_DECLS

/* Stages in a row of arrows, and under each a column. Where there is no room for all columns, one
 * is shown, and its arrow says so. Time runs from left to right in any language. */
#define TW_TYPE_STAGES (tw_stages_get_type ())
G_DECLARE_FINAL_TYPE (TwStages, tw_stages, TW, STAGES, GtkWidget)

GtkWidget *tw_stages_new (void);
/* arrow lies over the painted one and takes its clicks and keys. */
void tw_stages_append (TwStages *stages, GtkWidget *arrow, GtkWidget *column);
void tw_stages_clear (TwStages *stages);
/* What an arrow shows; its words are copied. */
void tw_stages_set_arrow (TwStages *stages, guint at, const TwStageArrow *arrow);
/* The column that is shown where it is one. */
void tw_stages_choose (TwStages *stages, guint at);
guint tw_stages_chosen (TwStages *stages);
/* Whether only the chosen column is shown. */
gboolean tw_stages_is_narrow (TwStages *stages);

G_END_DECLS
