/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-canvas.h"

G_BEGIN_DECLS

/* What a canvas on screen keeps from frame to frame: the pictures of curves. */
typedef struct _TwStampCache TwStampCache;

TwStampCache *tw_stamp_cache_new (void);
void tw_stamp_cache_free (TwStampCache *cache);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwStampCache, tw_stamp_cache_free)

/* A canvas that appends nodes to a snapshot: straight things are nodes of colour, curves small
 * pictures that are made once, so that a frame repaints only what changed. All borrowed but
 * metrics. */
TwCanvas *tw_canvas_new_snapshot (GtkSnapshot *snapshot, TwMetrics *metrics, TwStampCache *cache);

G_END_DECLS
