/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What can be chosen: an id and the name that stands for it. */
typedef struct
{
  char *id, *name;
  gpointer record; /* what it stands for, borrowed; may be NULL */
} TwChoice;

/* GPtrArray of TwChoice that frees them. */
GPtrArray *tw_choices_new (void);
void tw_choices_add (GPtrArray *choices, const char *id, const char *name, gpointer record);
/* The one with this id, or -1. */
int tw_choices_find (GPtrArray *choices, const char *id);
/* The choice that is called just so, in capitals or not; NULL if there is none. choices may be
 * NULL.
 */
TwChoice *tw_choices_called (GPtrArray *choices, const char *name);

/* A popover with a list that is searched by typing. */

/* What may be chosen, asked when it opens; transfer full, NULL: nothing. */
typedef GPtrArray *(*TwChooserChoicesFunc) (gpointer data);
/* id: the choice's, or what was typed. */
typedef void (*TwChooserFunc) (const char *id, gpointer data);
/* free_text: what is typed may be taken as it is. */
GtkWidget *tw_chooser_new (gboolean free_text, TwChooserChoicesFunc choices, TwChooserFunc func,
                           gpointer data);

G_END_DECLS
