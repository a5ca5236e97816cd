/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-window.h"

/* Windows of tests, and real input for them: keys and pointer go through XTEST, so that they take
 * the way of a person's. */

gboolean tw_test_give_up (gpointer expired);

/* Lets the main loop run until condition, five seconds at most. */
#define WAIT_FOR(condition)                                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gboolean expired = FALSE;                                                                      \
    guint timer = g_timeout_add (5000, tw_test_give_up, &expired);                                 \
                                                                                                   \
    while (!(condition) && !expired)                                                               \
      g_main_context_iteration (NULL, TRUE);                                                       \
    if (!expired)                                                                                  \
      g_source_remove (timer);                                                                     \
    g_assert_true (condition);                                                                     \
  }                                                                                                \
  G_STMT_END

/* gtk_test_init() and what every program of windows sets. */
void tw_test_init_windows (int *argc, char ***argv);
/* Lets what is under way come to rest. */
void tw_test_settle (void);
/* A window on a new document of plan, on 22 January 2027, mapped and with the keyboard. */
TwWindow *tw_test_window_of (TwPlan *plan, TwDocument **document);
/* Gives a window the keyboard, once it is there. */
void tw_test_focus (GtkWindow *window);
void tw_test_window_destroy (TwWindow *window, TwDocument *document);

/* A test of one window, which ends by undoing all that it did. */
typedef struct
{
  TwPlan *plan; /* as it was */
  TwDocument *document;
  TwWindow *window;
} TwTestWindow;

/* Shows a page of plan, which is taken over. */
void tw_test_begin (TwTestWindow *test, TwPlan *plan, const char *page);
/* What was done is in the plan's bytes; undone in n steps nothing of it is left, and done again all
 * of it is there. */
void tw_test_end (TwTestWindow *test, guint n_steps);

/* The plan is what the edit, which is taken over, would have made; one undo brings before back. */
void tw_test_expect_edit (TwWindow *window, TwDocument *document, TwPlan *before, TwPlan *edit);
/* The name of the page that is shown. */
const char *tw_test_page (TwTestWindow *test);
/* The dialog that is shown over the window, with the keyboard. */
GtkWindow *tw_test_dialog (TwWindow *window);
/* The plan's window that isn't this one; NULL while there is none. */
TwWindow *tw_test_other_window (TwWindow *window);

/* Presses and lets go of keys: "Return", "ctrl+alt+Up"; several with spaces between them. */
void tw_test_keys (const char *keys);
/* Types ASCII letters, digits and spaces. */
void tw_test_type (const char *text);
/* The mapped label, or button's label, with this text below root; fails if there is none within
 * five seconds. */
GtkWidget *tw_test_find (gpointer root, const char *text);
/* Whether there is such a label; for WAIT_FOR(), where it takes a while. */
gboolean tw_test_sees (gpointer root, const char *text);
/* The first widget of a type in widget and below it, or NULL. */
GtkWidget *tw_test_find_type (GtkWidget *widget, GType type);
/* The first mapped widget below root with this tooltip; fails if there is none. */
GtkWidget *tw_test_tip (gpointer root, const char *tip);
/* The first mapped entry, spin button or text below root; fails if there is none. */
GtkWidget *tw_test_entry_in (gpointer root);
/* Clicks into the middle of widget. */
void tw_test_click (GtkWidget *widget);
/* Moves the pointer to a point of widget; presses or lets go of a button (1 left, 2 middle, 3
 * right, 4 and 5 the wheel) or a modifier ("ctrl"). */
void tw_test_point (GtkWidget *widget, double x, double y);
void tw_test_button (guint number, gboolean down);
void tw_test_hold (const char *modifier, gboolean down);
/* Drags from the middle of one widget to a place in another: 0, 0.5, 1 of its height. */
void tw_test_drag (GtkWidget *from, GtkWidget *to, double where);
