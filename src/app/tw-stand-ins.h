/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tw-canvas.h"
#include "tw-facts.h"

G_BEGIN_DECLS

/* Focusable children over what a widget paints itself, for the keyboard and for screen readers:
 * they are used again and again, and see nothing of the pointer. The widget paints the ring of the
 * one that has the focus. */
typedef struct _TwStandIns TwStandIns;

typedef struct
{
  const char *id;
  TwRect rect; /* in the widget */
  gboolean selected;
} TwStandIn;

/* What the one for id is called; free with g_free(). */
typedef char *(*TwStandInWords) (const char *id, gpointer data);

TwStandIns *tw_stand_ins_new (GtkWidget *widget, TwStandInWords words, gpointer data);
/* Before the widget is gone. */
void tw_stand_ins_free (TwStandIns *self);
/* One for each of all (TwStandIn), of the same id only the first; from the widget's
 * size_allocate. */
void tw_stand_ins_place (TwStandIns *self, GArray *all);
/* Tells what the widget as a whole shows. */
void tw_stand_ins_describe (TwStandIns *self, TwFacts *facts);
/* How many there were at most. */
guint tw_stand_ins_n (TwStandIns *self);
/* What they are called, or whether they are selected, changed: told when they are placed next. */
void tw_stand_ins_make_stale (TwStandIns *self);
/* The id of the one that has the focus, or NULL; visible: only if its ring is to be seen. */
const char *tw_stand_ins_focused (TwStandIns *self, gboolean visible);
/* The widget is one stop of the Tab key, in it one goes by arrows: for its focus(). */
gboolean tw_stand_ins_enter (TwStandIns *self, GtkDirectionType direction);
/* The one for id gets the focus: for the widget's grab_focus(). */
gboolean tw_stand_ins_grab (TwStandIns *self, const char *id);
/* The focus goes from the widget, if it has it, to the one for id (NULL: to none) when it is
 * placed. */
void tw_stand_ins_focus (TwStandIns *self, const char *id);

G_END_DECLS
