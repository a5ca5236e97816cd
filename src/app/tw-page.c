/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-charts.h"
#include "tw-page.h"
#include "tw-words.h"

/* --- following the state --- */

typedef struct
{
  GtkWidget *page;
  TwViewState *state;
  TwRefreshFunc refresh;
  gulong handler;
  guint idle;
  gboolean stale;
} Follower;

/* What hides itself while there is nothing to show follows on. */
static gboolean
is_seen (GtkWidget *page)
{
  GtkWidget *parent = gtk_widget_get_parent (page);

  return gtk_widget_get_mapped (page)
         || (!gtk_widget_get_visible (page) && parent != NULL && gtk_widget_get_mapped (parent));
}

void
tw_page_refresh (GtkWidget *page)
{
  Follower *follower = g_object_get_data (G_OBJECT (page), "tw-follower");

  g_clear_handle_id (&follower->idle, g_source_remove);
  follower->stale = FALSE;
  follower->refresh (page);
}

static gboolean
refresh_cb (gpointer data)
{
  Follower *follower = data;

  follower->idle = 0;
  if (is_seen (follower->page)) /* it didn't leave the screen meanwhile */
    tw_page_refresh (follower->page);
  return G_SOURCE_REMOVE;
}

static void
state_changed_cb (TwViewState *state G_GNUC_UNUSED, gpointer data)
{
  Follower *follower = data;

  follower->stale = TRUE;
  if (follower->idle == 0 && is_seen (follower->page))
    follower->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 10, refresh_cb, follower, NULL);
}

static void
page_mapped_cb (GtkWidget *page, gpointer data)
{
  Follower *follower = data;

  if (follower->stale && follower->idle == 0)
    tw_page_refresh (page);
}

static void
follower_free (gpointer data)
{
  Follower *follower = data;

  g_clear_handle_id (&follower->idle, g_source_remove);
  g_signal_handler_disconnect (follower->state, follower->handler);
  g_object_unref (follower->state);
  g_free (follower);
}

void
tw_page_follow (GtkWidget *page, TwViewState *state, TwRefreshFunc refresh)
{
  Follower *follower = g_new0 (Follower, 1);

  follower->page = page;
  follower->state = g_object_ref (state);
  follower->refresh = refresh;
  follower->stale = TRUE;
  follower->handler = g_signal_connect (state, "changed", G_CALLBACK (state_changed_cb), follower);
  g_signal_connect (page, "map", G_CALLBACK (page_mapped_cb), follower);
  g_object_set_data (G_OBJECT (page), "tw-state", state);
  g_object_set_data_full (G_OBJECT (page), "tw-follower", follower, follower_free);
}

/* --- drawing --- */

typedef struct
{
  TwPaintFunc paint;
  gpointer data;
  GDestroyNotify destroy;
} Paint;

static void
paint_free (gpointer data)
{
  Paint *paint = data;

  if (paint->destroy != NULL)
    paint->destroy (paint->data);
  g_free (paint);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  Paint *paint = data;
  AdwStyleManager *style = adw_style_manager_get_default ();
  g_autoptr (TwMetrics) metrics
      = tw_metrics_from_context (gtk_widget_get_pango_context (GTK_WIDGET (area)));
  g_autoptr (TwCanvas) canvas = tw_canvas_new_cairo (cr, metrics);

  paint->paint (canvas,
                tw_palette_for_screen (adw_style_manager_get_dark (style),
                                       adw_style_manager_get_high_contrast (style)),
                width, height, paint->data);
}

GtkWidget *
tw_paint_new (int width, int height, TwPaintFunc func, gpointer data, GDestroyNotify destroy)
{
  GtkWidget *area = gtk_drawing_area_new ();
  Paint *paint = g_new0 (Paint, 1);

  *paint = (Paint){ func, data, destroy };
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), width);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), height);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, paint, paint_free);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), area, G_CONNECT_SWAPPED);
  return area;
}

GtkWidget *
tw_label_new (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static PangoAttrList *
mark_overdue (const char *line, const char *overdue)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  const TwRgba *color = &tw_palette_for_screen (adw_style_manager_get_dark (style),
                                                adw_style_manager_get_high_contrast (style))
                             ->colors[TW_COLOR_YELLOW_TEXT];
  PangoAttrList *list = pango_attr_list_new ();
  const char *at = strstr (line, overdue);
  PangoAttribute *const attributes[]
      = { pango_attr_weight_new (PANGO_WEIGHT_BOLD),
          pango_attr_foreground_new ((guint16) (color->red * 65535),
                                     (guint16) (color->green * 65535),
                                     (guint16) (color->blue * 65535)) };

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      attributes[i]->start_index = (guint) (at != NULL ? at - line : 0);
      attributes[i]->end_index
          = at != NULL ? attributes[i]->start_index + (guint) strlen (overdue) : 0;
      pango_attr_list_insert (list, attributes[i]);
    }
  return list;
}

void
tw_label_set_due (GtkWidget *label, const char *line, TwDate due, TwDate done, TwDate today)
{
  g_autoptr (PangoAttrList) marks = NULL;

  if (tw_is_item_overdue (due, done, today))
    {
      g_autofree char *overdue = tw_words_overdue (due, today);

      marks = mark_overdue (line, overdue);
    }
  gtk_label_set_text (GTK_LABEL (label), line);
  gtk_label_set_attributes (GTK_LABEL (label), marks);
}

/* A window that is left for another one keeps its focus, and the cursor its place. */
static void
show_beginning (GtkEventControllerFocus *controller G_GNUC_UNUSED, gpointer row)
{
  GtkRoot *root = gtk_widget_get_root (row);

  if (root != NULL && gtk_root_get_focus (root) == NULL)
    gtk_editable_set_position (GTK_EDITABLE (row), 0);
}

GtkWidget *
tw_entry_row_new (const char *title)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect (focus, "leave", G_CALLBACK (show_beginning), row);
  gtk_widget_add_controller (row, focus);
  return row;
}

static void
paint_glyph (TwCanvas *canvas, const TwPalette *palette, double width, double height, gpointer data)
{
  double size = MIN (width, height);

  tw_glyph_paint (canvas, palette, (TwGlyph) GPOINTER_TO_INT (data), (width - size) / 2,
                  (height - size) / 2, size);
}

GtkWidget *
tw_glyph_new (TwGlyph glyph)
{
  GtkWidget *area = tw_paint_new (16, 16, paint_glyph, GINT_TO_POINTER (glyph), NULL);

  tw_set_tooltip (area, tw_glyph_name (glyph));
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tw_glyph_name (glyph), -1);
  return area;
}

GtkWidget *
tw_badge_new (TwPerson *person)
{
  g_autofree char *initials = person != NULL ? tw_person_initials (person) : NULL;
  GtkWidget *label;

  if (person == NULL)
    return gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  label = gtk_label_new (initials);
  gtk_widget_add_css_class (label, "tw-badge");
  gtk_widget_add_css_class (label, person->side == TW_SIDE_OURS ? "ours" : "customer");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  tw_set_tooltip (label, person->name);
  return label;
}

GtkWidget *
tw_tag_new (TwPlan *plan, TwPerson *person)
{
  g_autofree char *text = tw_words_side_of (plan, person);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN ((int) g_utf8_strlen (text, -1), 12));
  gtk_widget_add_css_class (label, "tw-tag");
  gtk_widget_add_css_class (label, person->side == TW_SIDE_OURS ? "ours" : "customer");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  tw_set_tooltip (label, person->name);
  return label;
}

static void
paint_dots (TwCanvas *canvas, const TwPalette *palette, double width G_GNUC_UNUSED, double height,
            gpointer data)
{
  tw_health_dots_paint (canvas, palette, 0, height / 2, 10, GPOINTER_TO_INT (data));
}

GtkWidget *
tw_pill_new (int level)
{
  static const char *const classes[] = { "red", "yellow", "green", "blue" };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  if (level < 0)
    gtk_box_append (GTK_BOX (box), tw_glyph_new (TW_GLYPH_UNKNOWN));
  else
    {
      gtk_widget_add_css_class (box, "tw-pill");
      gtk_widget_add_css_class (box, classes[level]);
      gtk_box_append (GTK_BOX (box),
                      tw_paint_new (38, 14, paint_dots, GINT_TO_POINTER (level), NULL));
    }
  gtk_box_append (GTK_BOX (box), gtk_label_new (tw_words_health (level)));
  return box;
}

GtkWidget *
tw_line_new (int spacing)
{
  GtkWidget *line = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (line), spacing);
  gtk_widget_set_vexpand (line, FALSE); /* whatever is in it */
  return line;
}

void
tw_line_append (GtkWidget *line, GtkWidget *child)
{
  gtk_widget_set_vexpand (child, TRUE); /* has the line's height */
  gtk_grid_attach_next_to (GTK_GRID (line), child, NULL, GTK_POS_RIGHT, 1, 1);
}

GtkWidget *
tw_card_new (const char *title, const char *caption, const char *page, const char *tip,
             GtkWidget **content)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = tw_line_new (12);
  GtkWidget *label = tw_label_new (title, "heading");

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "tw-card");
  gtk_widget_set_hexpand (label, TRUE);
  tw_line_append (head, label);
  if (caption != NULL)
    tw_line_append (head, tw_label_new (caption, "tw-secondary"));
  if (page != NULL)
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("go-next-symbolic");

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.page");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", page);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "tw-card-link");
      tw_set_tooltip (button, tip);
      tw_line_append (head, button);
    }
  gtk_box_append (GTK_BOX (card), head);
  *content = card;
  return card;
}

/* Long texts wrap; they don't ask for a wide row. */
static GtkWidget *
row_label_new (const char *text, const char *class)
{
  GtkWidget *label = tw_label_new (text, class);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  return label;
}

GtkWidget *
tw_row_new (GtkWidget *prefix, const char *title, const char *subtitle, GtkWidget *suffix)
{
  GtkWidget *row = tw_line_new (12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (row, "tw-row");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  if (prefix != NULL)
    tw_line_append (row, prefix);
  gtk_box_append (GTK_BOX (texts), row_label_new (title, NULL));
  if (subtitle != NULL && *subtitle != '\0')
    gtk_box_append (GTK_BOX (texts), row_label_new (subtitle, "tw-secondary"));
  tw_line_append (row, texts);
  if (suffix != NULL)
    {
      gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
      if (GTK_IS_LABEL (suffix))
        gtk_label_set_wrap (GTK_LABEL (suffix), FALSE);
      tw_line_append (row, suffix);
    }
  return row;
}

GtkWidget *
tw_nothing_new (const char *text, GtkWidget *buttons)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = tw_label_new (text, "title-4");

  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "tw-nothing");
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}

GtkWidget *
tw_boxed_list_new (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  return list;
}

AdwToast *
tw_toast_add (AdwToastOverlay *overlay, const char *text, const char *button)
{
  AdwToast *toast = adw_toast_new ("");
  GtkWidget *label = tw_label_new (text, "heading");
  int room = gtk_widget_get_width (GTK_WIDGET (overlay)) / 10 - (button != NULL ? 16 : 9);

  /* The overlay asks how high it is at its natural width, and cuts it off there. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), CLAMP (room, 20, 80));
  adw_toast_set_custom_title (toast, label);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_timeout (toast, 5 + (guint) g_utf8_strlen (text, -1) / 25);
  adw_toast_overlay_add_toast (overlay, toast);
  return toast;
}

/* What a button has opened tells more than its tooltip, which would lie over it. */
static gboolean
query_tooltip_cb (GtkMenuButton *button)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  if (popover != NULL && gtk_widget_get_visible (GTK_WIDGET (popover)))
    g_signal_stop_emission_by_name (button, "query-tooltip");
  return FALSE;
}

void
tw_set_tooltip (GtkWidget *widget, const char *text)
{
  gboolean alone = gtk_widget_get_visible (widget) && gtk_widget_get_root (widget) == NULL;
  const char *was = gtk_widget_get_tooltip_text (widget);

  if (g_strcmp0 (was, text) == 0)
    return;
  if (was == NULL && GTK_IS_MENU_BUTTON (widget))
    g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  if (alone)
    gtk_widget_set_visible (widget, FALSE);
  gtk_widget_set_tooltip_text (widget, text);
  if (alone)
    gtk_widget_set_visible (widget, TRUE);
}

static gboolean
focus_cb (gpointer widget)
{
  if (gtk_widget_get_mapped (widget))
    gtk_widget_grab_focus (widget);
  return G_SOURCE_REMOVE;
}

void
tw_focus_soon (GtkWidget *widget)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, focus_cb, g_object_ref (widget), g_object_unref);
}

void
tw_take_focus_from (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, widget))
    gtk_root_set_focus (root, NULL);
}

static gboolean
cut_cb (GtkWidget *label, int x G_GNUC_UNUSED, int y G_GNUC_UNUSED, gboolean keyboard G_GNUC_UNUSED,
        GtkTooltip *tooltip, gpointer data G_GNUC_UNUSED)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (label)));
  return TRUE;
}

void
tw_tell_when_cut (GtkWidget *label)
{
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (cut_cb), NULL);
}

static gboolean
keep_in_sight_tick (GtkWidget *widget, GdkFrameClock *clock G_GNUC_UNUSED, gpointer data)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  int *frames_left = data;
  graphene_rect_t bounds;

  if (scrolled != NULL && gtk_widget_compute_bounds (widget, scrolled, &bounds))
    {
      GtkAdjustment *vertical
          = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
      double top = gtk_adjustment_get_value (vertical) + bounds.origin.y;

      gtk_adjustment_clamp_page (vertical, top, top + bounds.size.height);
    }
  return --*frames_left > 0;
}

/* A frame is told of before it is laid out, and what a list lays out may take it another one. */
void
tw_keep_in_sight (GtkWidget *widget)
{
  int frames = 3;

  gtk_widget_add_tick_callback (widget, keep_in_sight_tick, g_memdup2 (&frames, sizeof (frames)),
                                g_free);
}

static gboolean
adding_undo_cb (GtkWidget *entry, GVariant *arguments, gpointer data G_GNUC_UNUSED)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0')
    return FALSE;
  return gtk_widget_activate_action (entry, g_variant_get_string (arguments, NULL), NULL);
}

void
tw_adding_entry_init (GtkWidget *entry)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  for (guint redo = 0; redo < 2; redo++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new_with_arguments (
            gtk_keyval_trigger_new (GDK_KEY_z, GDK_CONTROL_MASK | (redo ? GDK_SHIFT_MASK : 0)),
            gtk_callback_action_new (adding_undo_cb, NULL, NULL), "s",
            redo ? "win.redo" : "win.undo"));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (entry, keys);
}

void
tw_adding_entry_clear (GtkWidget *entry)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), TRUE);
}

void
tw_tick_show (GtkWidget *tick, gboolean active, GCallback func, gpointer data)
{
  g_signal_handlers_block_by_func (tick, func, data);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), active);
  g_signal_handlers_unblock_by_func (tick, func, data);
}

void
tw_set_placeholder (GtkWidget *entry, const char *text)
{
  g_object_set (entry, "placeholder-text", text, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
tw_clear_children (GtkWidget *box)
{
  GtkWidget *child;
  GtkListBoxRow *row;

  if (!GTK_IS_LIST_BOX (box))
    while ((child = gtk_widget_get_first_child (box)) != NULL)
      gtk_box_remove (GTK_BOX (box), child);
  else /* all but what stands there when it is empty */
    while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), 0)) != NULL)
      gtk_list_box_remove (GTK_LIST_BOX (box), GTK_WIDGET (row));
}

GtkWidget *
tw_column_new (int max_width, GtkWidget **content)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), max_width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), max_width);
  gtk_widget_add_css_class (box, "tw-page");
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  *content = box;
  return scrolled;
}
