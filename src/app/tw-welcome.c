/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-ask.h"
#include "tw-clock.h"
#include "tw-draft.h"
#include "tw-file-dialog.h"
#include "tw-fold.h"
#include "tw-menu.h"
#include "tw-page.h"
#include "tw-ribbon.h"
#include "tw-settings.h"
#include "tw-welcome.h"
#include "tw-words.h"

typedef struct
{
  TwWindow *window;
  GtkWidget *box, *list, *head, *empty;
  GCancellable *cancellable;
} Welcome;

/* One plan of the list. */
typedef struct
{
  char *path;
  gboolean draft, missing;
  TwFacts *facts; /* NULL: it can't be read */
} Known;

static void
known_free (gpointer data)
{
  Known *known = data;

  g_free (known->path);
  g_clear_pointer (&known->facts, tw_facts_unref);
  g_free (known);
}

/* --- reading, in a thread --- */

static void
read_known (Known *known, TwDate today)
{
  g_autoptr (GFile) file = g_file_new_for_path (known->path);
  g_autoptr (TwPlanRead) read = NULL;
  g_autoptr (TwSchedule) schedule = NULL;

  known->missing = !g_file_query_exists (file, NULL);
  if (known->missing)
    return;
  read = tw_plan_read_file (file);
  schedule = read->plan != NULL ? tw_schedule_new (read->plan, NULL) : NULL;
  if (schedule != NULL)
    known->facts = tw_facts_new (schedule, NULL, today, tw_plan_newest_baseline (read->plan));
}

static void
read_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data, GCancellable *cancellable)
{
  GPtrArray *all = data;
  TwDate today = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (task), "tw-today"));

  for (guint i = 0; i < all->len && !g_cancellable_is_cancelled (cancellable); i++)
    read_known (all->pdata[i], today);
  g_task_return_boolean (task, TRUE);
}

static void
add_known (GPtrArray *all, const char *path, gboolean draft)
{
  Known *known = g_new0 (Known, 1);

  known->path = g_strdup (path);
  known->draft = draft;
  g_ptr_array_add (all, known);
}

static TwEvent *
next_event (Known *known)
{
  GArray *events = known->facts != NULL ? tw_facts_next_days (known->facts) : NULL;

  return events != NULL && events->len > 0 ? &g_array_index (events, TwEvent, 0) : NULL;
}

/* Drafts first, then by their next date, then in the order in which they were opened. */
static int
compare_known (gconstpointer a, gconstpointer b)
{
  Known *one = *(Known *const *) a, *other = *(Known *const *) b;
  TwEvent *event = next_event (one), *another = next_event (other);
  TwDate date = event != NULL ? event->date : TW_DATE_MAX;
  TwDate other_date = another != NULL ? another->date : TW_DATE_MAX;

  if (one->draft != other->draft)
    return one->draft ? -1 : 1;
  return date < other_date ? -1 : date > other_date;
}

/* --- rows --- */

static void
paint_ribbon (TwCanvas *canvas, const TwPalette *palette, double width, double height G_GNUC_UNUSED,
              gpointer data)
{
  g_autoptr (TwRibbon) ribbon = tw_ribbon_new (tw_facts_plan (data), data,
                                               tw_canvas_metrics (canvas), TW_RIBBON_MINI, width);

  tw_ribbon_paint (canvas, palette, TW_COLOR_CARD_BG, ribbon);
}

static void
release_facts (gpointer facts)
{
  tw_facts_unref (facts);
}

/* As wide as its column, whatever it says: the columns of all rows stand in line. */
static GtkWidget *
column_label_new (const char *text, const char *class)
{
  GtkWidget *label = tw_label_new (text, class);

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  return label;
}

static GtkWidget *
two_lines_new (const char *first, const char *second)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *below = column_label_new (second, "tw-secondary");

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (below, *second != '\0');
  gtk_box_append (GTK_BOX (box), column_label_new (first, "tw-strong"));
  gtk_box_append (GTK_BOX (box), below);
  return box;
}

static GtkWidget *
name_new (Known *known)
{
  g_autofree char *base = g_path_get_basename (known->path);
  TwPlan *plan = known->facts != NULL ? tw_facts_plan (known->facts) : NULL;
  g_autofree char *seats = plan != NULL && plan->customer->seats != TW_INT_NONE
                               ? tw_words_seats (plan->customer->seats)
                               : NULL;
  g_autoptr (GFile) origin = known->draft ? tw_draft_origin (known->path, NULL) : NULL;
  g_autofree char *of = origin != NULL ? g_file_get_basename (origin) : NULL;
  g_autofree char *unsaved = of != NULL ? g_strdup_printf (_ ("Unsaved edits of %s"), of) : NULL;
  g_autofree char *line
      = seats != NULL && plan->customer->industry != NULL
            ? g_strdup_printf (C_ ("industry, seats", "%s, %s"), plan->customer->industry, seats)
        : seats != NULL ? g_strdup (seats)
                        : g_strdup (known->draft ? "" : base);

  if (plan == NULL)
    return two_lines_new (known->draft ? _ ("A draft that can’t be read") : base,
                          known->missing ? _ ("Not found: moved or deleted?")
                                         : _ ("Can’t be read; open it to see why"));
  return two_lines_new (plan->customer->name, unsaved != NULL ? unsaved
                                              : known->draft  ? _ ("Draft, never saved")
                                                              : line);
}

static GtkWidget *
phase_new (Known *known)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  int current = tw_facts_current_phase (known->facts);
  TwIndex *index = tw_schedule_index (tw_facts_schedule (known->facts));
  TwPlan *plan = tw_facts_plan (known->facts);
  const char *name = current >= 0 ? tw_record_name (tw_index_node (index, (guint) current)->record)
                     : tw_list_n (plan->motions) == 0 ? _ ("No activities yet")
                                                      : C_ ("plan", "Finished");

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box),
                  tw_paint_new (200, 8, paint_ribbon, tw_facts_ref (known->facts), release_facts));
  gtk_box_append (GTK_BOX (box), column_label_new (name, "tw-secondary"));
  return box;
}

static GtkWidget *
next_new (Known *known)
{
  TwEvent *event = next_event (known);
  TwDate today = tw_facts_today (known->facts);
  g_autofree char *date = event != NULL ? tw_words_date_near (event->date, today, FALSE) : NULL;
  GtkWidget *box = two_lines_new (event == NULL          ? _ ("Nothing soon")
                                  : event->date == today ? C_ ("date", "Today")
                                                         : date,
                                  event != NULL ? tw_words_event_title (event) : "");

  gtk_widget_set_size_request (box, 176, -1);
  return box;
}

static GtkWidget *
avatar_new (Known *known)
{
  const char *name = known->facts != NULL ? tw_facts_plan (known->facts)->customer->name : NULL;
  GtkWidget *avatar = adw_avatar_new (40, name, name != NULL);

  if (name == NULL)
    adw_avatar_set_icon_name (ADW_AVATAR (avatar), "dialog-question-symbolic");
  return avatar;
}

/* What a row does beside being opened. */
static GtkWidget *
button_new (Known *known, GCallback callback, const char *label, Welcome *self)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data_full (G_OBJECT (button), "tw-path", g_strdup (known->path), g_free);
  g_signal_connect (button, "clicked", callback, self);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static void load (Welcome *self);

static void
located_cb (GFile *file, gpointer data)
{
  GtkWidget *button = data;
  Welcome *self = g_object_get_data (G_OBJECT (button), "tw-welcome");
  g_autofree char *path = g_file_get_path (file);

  tw_settings_replace_recent (g_object_get_data (G_OBJECT (button), "tw-path"), path);
  load (self);
}

static void
locate_cb (GtkButton *button, gpointer data)
{
  Welcome *self = data;

  g_object_set_data (G_OBJECT (button), "tw-welcome", self);
  tw_file_dialog_open (GTK_WINDOW (self->window), located_cb, button);
}

static void
discard_response (const char *response, gpointer data)
{
  Welcome *self = g_object_get_data (G_OBJECT (data), "tw-welcome");

  if (g_str_equal (response, "discard"))
    {
      tw_draft_discard (g_object_get_data (G_OBJECT (data), "tw-path"));
      load (self);
    }
}

static void
discard_cb (GtkButton *button, gpointer data)
{
  Welcome *self = data;

  g_object_set_data (G_OBJECT (button), "tw-welcome", self);
  tw_ask (GTK_WINDOW (self->window), _ ("Throw this draft away?"),
          _ ("It was never saved to a file, and can’t be brought back."), discard_response, button,
          "cancel", _ ("Cancel"), "discard", _ ("Throw Away"), NULL);
}

static GtkWidget *
suffix_new (Known *known, Welcome *self, gboolean wide)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  /* The room is the name's. */
  gtk_widget_set_hexpand (box, FALSE);
  if (known->facts != NULL && !known->draft)
    gtk_box_append (GTK_BOX (box), tw_pill_new (tw_facts_health (known->facts)->level));
  if (known->missing && !known->draft)
    gtk_box_append (GTK_BOX (box), button_new (known, G_CALLBACK (locate_cb), _ ("Locate…"), self));
  if (known->draft)
    gtk_box_append (GTK_BOX (box),
                    button_new (known, G_CALLBACK (discard_cb), _ ("Throw Away…"), self));
  if (!known->missing && wide)
    {
      GtkWidget *next = gtk_image_new_from_icon_name ("go-next-symbolic");

      gtk_widget_set_hexpand (next, TRUE);
      gtk_widget_set_halign (next, GTK_ALIGN_END);
      gtk_box_append (GTK_BOX (box), next);
    }
  return box;
}

static GtkWidget *
line_new (Known *known, Welcome *self, gboolean wide)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, wide ? 18 : 9);
  GtkWidget *name = name_new (known), *suffix = suffix_new (known, self, wide);

  gtk_widget_add_css_class (row, "tw-known");
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (row), avatar_new (known));
  gtk_box_append (GTK_BOX (row), name);
  if (wide && known->facts != NULL)
    {
      gtk_box_append (GTK_BOX (row), phase_new (known));
      gtk_box_append (GTK_BOX (row), next_new (known));
    }
  if (wide)
    gtk_widget_set_size_request (suffix, 170, -1);
  gtk_box_append (GTK_BOX (row), suffix);
  return row;
}

/* --- the menu of a row --- */

static const char *
path_of (gpointer row)
{
  return g_object_get_data (row, "tw-path");
}

static void open_row (Welcome *self, GtkWidget *row);

static void
open_folder (Welcome *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = g_file_get_uri (folder);
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri (uri, NULL, &error))
    tw_tell (GTK_WINDOW (self->window), _ ("The folder can’t be opened"), error->message);
}

static void
row_action (GSimpleAction *action, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  GtkWidget *row = data;
  Welcome *self = g_object_get_data (G_OBJECT (row), "tw-welcome");
  const char *name = g_action_get_name (G_ACTION (action));

  if (g_str_equal (name, "open"))
    open_row (self, row);
  else if (g_str_equal (name, "folder"))
    open_folder (self, path_of (row));
  else
    {
      tw_settings_replace_recent (path_of (row), NULL);
      load (self);
    }
}

static GMenuModel *
menu_of (GtkWidget *row)
{
  GMenu *menu = g_menu_new ();

  if (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)))
    {
      g_menu_append (menu, _ ("Open"), "known.open");
      g_menu_append (menu, _ ("Open Folder"), "known.folder");
    }
  g_menu_append (menu, _ ("Remove from List"), "known.forget");
  return G_MENU_MODEL (menu);
}

static void
add_menu (GtkWidget *row)
{
  static const GActionEntry entries[] = {
    { "open", row_action, NULL, NULL, NULL, { 0 } },
    { "folder", row_action, NULL, NULL, NULL, { 0 } },
    { "forget", row_action, NULL, NULL, NULL, { 0 } },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), row);
  gtk_widget_insert_action_group (row, "known", G_ACTION_GROUP (group));
  tw_menu_attach (row, menu_of);
}

static GtkWidget *
row_new (Known *known, Welcome *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *fold = tw_fold_new ();

  tw_fold_add (TW_FOLD (fold), line_new (known, self, TRUE), 780);
  tw_fold_add (TW_FOLD (fold), line_new (known, self, FALSE), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), fold);
  tw_set_tooltip (row, known->draft ? NULL : known->path);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !known->missing);
  if (known->missing)
    gtk_widget_add_css_class (row, "tw-offer");
  g_object_set_data_full (G_OBJECT (row), "tw-path", g_strdup (known->path), g_free);
  g_object_set_data (G_OBJECT (row), "tw-draft", GINT_TO_POINTER (known->draft));
  g_object_set_data (G_OBJECT (row), "tw-welcome", self);
  if (!known->draft)
    add_menu (row);
  if (known->facts != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    tw_facts_plan (known->facts)->customer->name, -1);
  return row;
}

/* --- the list --- */

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  Welcome *self = g_object_get_data (source, "tw-welcome");
  GPtrArray *all = g_task_get_task_data (G_TASK (result));

  if (self == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_ptr_array_sort (all, compare_known);
  tw_clear_children (self->list);
  for (guint i = 0; i < all->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), row_new (all->pdata[i], self));
  gtk_widget_set_visible (self->list, all->len > 0);
  gtk_widget_set_visible (self->head, all->len > 0);
  gtk_widget_set_visible (self->empty, all->len == 0);
}

/* Reads drafts and recent plans without holding the window up. */
static void
load (Welcome *self)
{
  g_auto (GStrv) recent = g_settings_get_strv (tw_settings (), "recent-plans");
  g_auto (GStrv) drafts = tw_draft_list ();
  GPtrArray *all = g_ptr_array_new_with_free_func (known_free);
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  for (char **path = drafts; *path != NULL; path++)
    add_known (all, *path, TRUE);
  for (char **path = recent; *path != NULL; path++)
    add_known (all, *path, FALSE);
  task = g_task_new (self->box, self->cancellable, loaded_cb, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, all, (GDestroyNotify) g_ptr_array_unref);
  g_object_set_data (G_OBJECT (task), "tw-today", GUINT_TO_POINTER (tw_clock_today (tw_clock ())));
  g_task_run_in_thread (task, read_thread);
}

static void
open_row (Welcome *self, GtkWidget *row)
{
  g_autofree char *path = g_strdup (path_of (row));

  if (g_object_get_data (G_OBJECT (row), "tw-draft") != NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TwDocument) document = tw_document_open_draft (path, &error);

      if (document != NULL)
        tw_window_set_document (self->window, document);
      else
        tw_tell (GTK_WINDOW (self->window), _ ("The draft can’t be opened"), error->message);
    }
  else
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);

      tw_window_open (self->window, file);
    }
}

static void
activated_cb (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row, gpointer data)
{
  open_row (data, GTK_WIDGET (row));
}

/* --- the page --- */

static GtkWidget *
action_button (const char *label, const char *action, const char *class)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  if (class != NULL)
    gtk_widget_add_css_class (button, class);
  return button;
}

static GtkWidget *
title_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *icon = gtk_image_new_from_icon_name (APPLICATION_ID);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 88);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), tw_label_new (_ ("Trackway"), "title-1"));
  gtk_box_append (GTK_BOX (texts),
                  tw_label_new (_ ("Plan customer onboarding, phase by phase"), "tw-text-2"));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_bottom (box, 12);
  return box;
}

static GtkWidget *
empty_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = tw_label_new (_ ("Plan your first customer"), "title-3");
  GtkWidget *new = action_button (_ ("_New Plan"), "win.new", "suggested-action");
  GtkWidget *example = action_button (_ ("Open _Example"), "win.open-example", "pill");

  gtk_widget_add_css_class (new, "pill");
  gtk_widget_set_halign (title, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (buttons), new);
  gtk_box_append (GTK_BOX (buttons), example);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_set_margin_top (box, 36);
  return box;
}

static void
welcome_free (gpointer data)
{
  Welcome *self = data;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_free (self);
}

static GtkWidget *
header_new (GMenuModel *menu)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *title = gtk_label_new (_ ("Trackway")), *squeezer = adw_squeezer_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "open-menu-symbolic");
  gtk_menu_button_set_primary (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  tw_set_tooltip (button, _ ("Main Menu"));
  /* Where there is no room for it whole, the name below is enough. */
  gtk_widget_add_css_class (title, "title");
  adw_squeezer_set_allow_none (ADW_SQUEEZER (squeezer), TRUE);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), title);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), squeezer);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header),
                             action_button (_ ("_New Plan"), "win.new", "suggested-action"));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header),
                             action_button (_ ("_Open…"), "win.open", NULL));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), button);
  return header;
}

GtkWidget *
tw_welcome_new (TwWindow *window, GMenuModel *menu)
{
  Welcome *self = g_new0 (Welcome, 1);
  GtkWidget *content, *column = tw_column_new (948, &content);
  GtkWidget *sorted = tw_label_new (_ ("Sorted by next date"), "tw-secondary");
  GtkWidget *label = tw_label_new (_ ("Recent plans"), "heading");
  GtkWidget *hint = tw_label_new (_ ("Drop a plan file here to open it"), "tw-secondary");

  self->window = window;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_object_set_data_full (G_OBJECT (self->box), "tw-welcome", self, welcome_free);
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (self->head), label);
  gtk_box_append (GTK_BOX (self->head), sorted);
  self->list = tw_boxed_list_new ();
  self->empty = empty_new ();
  g_signal_connect (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  gtk_widget_set_halign (hint, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->head, FALSE);
  gtk_widget_set_visible (self->list, FALSE);
  gtk_widget_set_visible (self->empty, FALSE);
  gtk_box_append (GTK_BOX (content), title_new ());
  gtk_box_append (GTK_BOX (content), self->head);
  gtk_box_append (GTK_BOX (content), self->list);
  gtk_box_append (GTK_BOX (content), self->empty);
  gtk_box_append (GTK_BOX (content), hint);
  gtk_box_append (GTK_BOX (self->box), header_new (menu));
  gtk_box_append (GTK_BOX (self->box), column);
  load (self);
  return self->box;
}
