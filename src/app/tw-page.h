/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tw-canvas.h"
#include "tw-glyph.h"
#include "tw-view-state.h"

G_BEGIN_DECLS

/* What the pages share. A page shows a TwViewState; one that isn't seen is refreshed when it is
 * shown next. */

typedef void (*TwRefreshFunc) (GtkWidget *page);

/* Calls refresh (soon, once for many changes) whenever the state changed and the page is mapped
 * (or would be if it didn't hide itself), and when it is mapped after a change. */
void tw_page_follow (GtkWidget *page, TwViewState *state, TwRefreshFunc refresh);
/* Calls what refreshes the page at once, and not again soon. */
void tw_page_refresh (GtkWidget *page);

/* A drawn area of its own size; paint is called with the room that there is. */
typedef void (*TwPaintFunc) (TwCanvas *canvas, const TwPalette *palette, double width,
                             double height, gpointer data);
GtkWidget *tw_paint_new (int width, int height, TwPaintFunc paint, gpointer data,
                         GDestroyNotify destroy);

/* A label of text from a file: never markup. class may be NULL. */
GtkWidget *tw_label_new (const char *text, const char *class);
/* A line that ends with when something is due; how late it is stands out in it. */
void tw_label_set_due (GtkWidget *label, const char *line, TwDate due, TwDate done, TwDate today);
/* As gtk_widget_set_tooltip_text(), which for each visible widget asks the display where the
 * pointer is and waits for the answer: here only if one in a window gets another text, which may
 * be NULL. That of a GtkMenuButton isn't shown over what it has opened. */
void tw_set_tooltip (GtkWidget *widget, const char *text);
/* An AdwEntryRow that shows where its text begins once the focus has left it. title is never
 * markup. */
GtkWidget *tw_entry_row_new (const char *title);
/* Status glyph of 16 px with its name for screen readers. */
GtkWidget *tw_glyph_new (TwGlyph glyph);
/* Initials in a circle: solid for ours. Nothing (an empty box) for nobody. */
GtkWidget *tw_badge_new (TwPerson *person);
/* Whose somebody is, as a tag: tinted for ours, outlined for everybody else. */
GtkWidget *tw_tag_new (TwPlan *plan, TwPerson *person);
/* The three dots and the word; or the unknown glyph and "Not rated yet". */
GtkWidget *tw_pill_new (int level);
/* A card with a title, a caption at its right (may be NULL) and a button that opens a page of the
 * window, with its tooltip (may be NULL); *content gets its box. */
GtkWidget *tw_card_new (const char *title, const char *caption, const char *page, const char *tip,
                        GtkWidget **content);
/* Widgets side by side, of which texts may wrap: a GtkBox would lay such a text out dozens of
 * times, in search of the height that is least. */
GtkWidget *tw_line_new (int spacing);
void tw_line_append (GtkWidget *line, GtkWidget *child);
/* A row of a boxed list: prefix and suffix may be NULL, subtitle too. */
GtkWidget *tw_row_new (GtkWidget *prefix, const char *title, const char *subtitle,
                       GtkWidget *suffix);
GtkWidget *tw_boxed_list_new (void);
/* Tells all of text in overlay, in as many lines as that takes, for as long as reading it does. The
 * overlay has the toast. button: the label of its button, or NULL. */
AdwToast *tw_toast_add (AdwToastOverlay *overlay, const char *text, const char *button);
/* A card in place of what isn't there: what that is, and buttons that add it. */
GtkWidget *tw_nothing_new (const char *text, GtkWidget *buttons);
/* Gives widget the focus once what is under way has settled it elsewhere: what is left by Tab or by
 * a click can't keep it. */
void tw_focus_soon (GtkWidget *widget);
/* Nothing below widget has the focus any more. What is being typed there is of the record that it
 * was typed for: before another one is shown. */
void tw_take_focus_from (GtkWidget *widget);
/* As tw_set_tooltip() with a label's own text, told only while it is cut off. */
void tw_tell_when_cut (GtkWidget *label);
/* Ticks or unticks without calling func, which with data is connected to "toggled": a tick that was
 * refused goes, too. */
void tw_tick_show (GtkWidget *tick, gboolean active, GCallback func, gpointer data);
/* What an entry is for, told while it is empty and to screen readers. */
void tw_set_placeholder (GtkWidget *entry, const char *text);
/* Removes all children of a box, or all rows of a list. */
void tw_clear_children (GtkWidget *box);
/* A scrolled, clamped column with the page's margin; *content gets its box. */
GtkWidget *tw_column_new (int max_width, GtkWidget **content);

/* Scrolls to widget once what has just changed around it has been laid out: to an entry, say, that
 * moves down with each line that it adds. */
void tw_keep_in_sight (GtkWidget *widget);

/* Of an entry that adds what is typed: Ctrl+Z there is the plan's while nothing is typed. */
void tw_adding_entry_init (GtkWidget *entry);
/* Empties it; its own undo doesn't bring back what was added. */
void tw_adding_entry_clear (GtkWidget *entry);

/* The pages. */
GtkWidget *tw_overview_page_new (TwViewState *state);
GtkWidget *tw_timeline_page_new (TwViewState *state);
GtkWidget *tw_motions_page_new (TwViewState *state);
GtkWidget *tw_adoption_page_new (TwViewState *state);
GtkWidget *tw_workloads_page_new (TwViewState *state);
GtkWidget *tw_journal_page_new (TwViewState *state);

G_END_DECLS
