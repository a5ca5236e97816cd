/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tw-document.h"

G_BEGIN_DECLS

/* One plan, or the welcome if there is none yet. */
#define TW_TYPE_WINDOW (tw_window_get_type ())
G_DECLARE_FINAL_TYPE (TwWindow, tw_window, TW, WINDOW, AdwApplicationWindow)

/* document may be NULL. */
TwWindow *tw_window_new (GtkApplication *application, TwDocument *document, TwDate today);
/* Shows the document in place of the welcome. */
void tw_window_set_document (TwWindow *window, TwDocument *document);
/* Borrowed; NULL while it is the welcome. */
TwDocument *tw_window_document (TwWindow *window);
/* Shows the window that holds the plan of file, and says whether there is one. */
gboolean tw_window_present_file (GFile *file);
/* Opens a file here if the window is the welcome, else in a window of its own; one that is open
 * already is shown. */
void tw_window_open (TwWindow *window, GFile *file);
/* The page called overview, timeline, motions, adoption, workloads or journal. */
void tw_window_show_page (TwWindow *window, const char *page);

G_END_DECLS
