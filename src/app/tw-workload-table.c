/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-charts.h"
#include "tw-drag.h"
#include "tw-fold.h"
#include "tw-menu.h"
#include "tw-page.h"
#include "tw-words.h"
#include "tw-workload-table.h"
#include "tw-workloads.h"

/* From which width on a row has all columns; all but sparkline and seats; else it is two lines. */
#define FULL_FROM 740
#define PART_FROM 500
/* From which on a group's name and what turns it green have one line. */
#define GROUP_FROM 700

/* The columns that are as wide in every row. */
typedef enum
{
  COLUMN_STATUS,
  COLUMN_DIBS,
  COLUMN_SEATS,
  COLUMN_SPARK,
  COLUMN_USAGE,
  COLUMN_REACHED,
  N_COLUMNS
} Column;

typedef struct
{
  TwViewState *state;
  GtkWidget *list;
  GtkSizeGroup *sizes[2][N_COLUMNS]; /* of the full and of the shorter arrangement */
} Table;

static Table *
table_of (gpointer list)
{
  return g_object_get_data (list, "tw-table");
}

/* --- what is drawn --- */

static void
paint_dibs (TwCanvas *canvas, const TwPalette *palette, double width G_GNUC_UNUSED, double height,
            gpointer data)
{
  tw_dibs_paint (canvas, palette, 0, height / 2, GPOINTER_TO_UINT (data));
}

typedef struct
{
  TwWorkload *workload;
  TwDate today;
} Spark;

static void
spark_free (gpointer data)
{
  tw_record_unref (((Spark *) data)->workload);
  g_free (data);
}

static void
paint_spark (TwCanvas *canvas, const TwPalette *palette, double width, double height, gpointer data)
{
  Spark *spark = data;
  TwWorkload *workload = spark->workload;
  guint n = tw_list_n (workload->readings);
  g_autofree TwUsagePoint *points = g_new0 (TwUsagePoint, n + 1);

  for (guint i = 0; i < n; i++)
    {
      TwReading *reading = workload->readings->items[i];

      points[i] = (TwUsagePoint){ reading->date, 100.0 * reading->active / workload->entitled };
    }
  tw_sparkline_paint (canvas, palette, (TwRect){ 0, 0, width, height }, points, n,
                      workload->target > 0 ? workload->target : -1, spark->today);
}

/* --- cells --- */

static GtkWidget *
cell_label_new (const char *text, const char *class, gboolean at_end)
{
  GtkWidget *label = tw_label_new (text, class);

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_xalign (GTK_LABEL (label), at_end ? 1 : 0);
  return label;
}

/* Cut off where there is no room, and then in the tooltip. */
static GtkWidget *
short_label_new (const char *text, const char *class, int chars)
{
  GtkWidget *label = cell_label_new (text, class, FALSE);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), chars);
  gtk_label_set_max_width_chars (GTK_LABEL (label), chars);
  tw_tell_when_cut (label);
  return label;
}

/* The name of the icon that stands for a product. */
static const char *
icon_of (TwWorkload *workload)
{
  static const struct
  {
    const char *kind, *icon;
  } icons[] = {
    { "exchange", "mail-unread-symbolic" },
    { "onedrive", "folder-remote-symbolic" },
    { "sharepoint", "folder-remote-symbolic" },
    { "windows-10", "computer-symbolic" },
    { "office-proplus", "x-office-document-symbolic" },
    { "aadp", "dialog-password-symbolic" },
    { "intune", "phone-symbolic" },
    { "teams", "chat-message-new-symbolic" },
    { "edge", "web-browser-symbolic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_strcmp0 (workload->kind, icons[i].kind) == 0)
      return icons[i].icon;
  return "view-app-grid-symbolic";
}

static GtkWidget *
name_new (TwWorkload *workload)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = tw_label_new (workload->name, "tw-strong");

  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_widget_set_hexpand (label, TRUE);
  tw_tell_when_cut (label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_of (workload)));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/* Why it is so: the playbook's reason, and which part is meant where there are several. */
static char *
reason_line (Table *table, TwWorkload *workload, TwSlice *slice)
{
  TwPlaybook *playbook = tw_document_playbook (tw_view_state_document (table->state));
  const char *reason
      = slice != NULL ? tw_playbook_name (playbook, TW_WORD_REASON, slice->reason) : NULL;
  guint n = tw_list_n (workload->slices);

  if (n > 1 && slice != NULL && slice->name != NULL)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s, one of %u part", "%s, one of %u parts", n), slice->name,
        n);
  return g_strdup (reason != NULL ? reason : "");
}

static const char *
status_name (TwSlice *slice)
{
  return tw_words_slice_status (slice != NULL ? slice->status : TW_SLICE_UNKNOWN);
}

static GtkWidget *
glyph_of (TwSlice *slice)
{
  return tw_glyph_new (slice != NULL ? tw_glyph_for_slice (slice->status) : TW_GLYPH_UNKNOWN);
}

static GtkWidget *
status_new (Table *table, TwWorkload *workload)
{
  TwSlice *slice = tw_workload_leading_slice (workload);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *reason = reason_line (table, workload, slice);
  GtkWidget *name = short_label_new (status_name (slice), NULL, 16);

  if (slice != NULL && slice->status == TW_SLICE_BLOCKED)
    gtk_widget_add_css_class (name, "tw-blocked");
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), name);
  if (*reason != '\0')
    gtk_box_append (GTK_BOX (texts), short_label_new (reason, "tw-secondary", 22));
  gtk_box_append (GTK_BOX (box), glyph_of (slice));
  gtk_box_append (GTK_BOX (box), texts);
  return box;
}

static GtkWidget *
dibs_new (TwWorkload *workload)
{
  guint letters = tw_workload_dibs (workload);
  GtkWidget *dibs = tw_paint_new (104, 26, paint_dibs, GUINT_TO_POINTER (letters), NULL);
  g_autofree char *missing = tw_words_dibs_missing (letters);
  g_autofree char *text = missing != NULL ? g_strdup_printf (_ ("Missing: %s"), missing) : NULL;
  const char *said = text != NULL ? text : _ ("All of DIBS is on record");

  tw_set_tooltip (dibs, said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dibs), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  return dibs;
}

static GtkWidget *
seats_new (TwWorkload *workload)
{
  g_autofree char *number
      = workload->entitled > 0 ? tw_words_number (workload->entitled) : g_strdup ("–");

  return cell_label_new (number, "numeric", TRUE);
}

static GtkWidget *
curve_new (Table *table, TwWorkload *workload)
{
  Spark *spark;

  if (tw_workload_usage (workload, NULL) < 0)
    return gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  spark = g_new0 (Spark, 1);
  *spark = (Spark){ tw_record_ref (workload), tw_view_state_today (table->state) };
  return tw_paint_new (88, 36, paint_spark, spark, spark_free);
}

static GtkWidget *
usage_new (TwWorkload *workload)
{
  double usage = tw_workload_usage (workload, NULL);
  int percent = tw_usage_percent (usage);
  g_autofree char *text
      = usage < 0 ? g_strdup ("–")
        : workload->target > 0
            ? g_strdup_printf (C_ ("usage, target", "%d / %d %%"), percent, workload->target)
            : tw_words_percent (percent);

  return cell_label_new (text, "numeric", TRUE);
}

static GtkWidget *
reached_new (TwWorkload *workload)
{
  TwSlice *slice = tw_workload_leading_slice (workload);
  gboolean wanted = slice == NULL || slice->status != TW_SLICE_NO_INTENT;
  g_autofree char *when = wanted ? tw_words_reached (workload) : g_strdup ("–");
  g_autofree char *trend = tw_words_usage_trend (workload);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  TwDate date;

  if (wanted
      && tw_forecast (workload->readings, workload->entitled, workload->target, FALSE, &date, NULL,
                      NULL)
             == TW_FORECAST_REACHED)
    gtk_box_append (GTK_BOX (box), tw_glyph_new (TW_GLYPH_DONE));
  gtk_box_append (GTK_BOX (box), cell_label_new (when, "numeric", TRUE));
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  tw_set_tooltip (box, trend);
  return box;
}

/* --- rows --- */

/* Puts a cell into line; all of a column are as wide. */
static void
add_cell (Table *table, GtkWidget *line, guint arrangement, Column column, GtkWidget *cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_box_append (GTK_BOX (box), cell);
  gtk_widget_set_hexpand (box, FALSE);
  gtk_size_group_add_widget (table->sizes[arrangement][column], box);
  gtk_box_append (GTK_BOX (line), box);
}

static GtkWidget *
line_new (void)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 15);

  gtk_widget_add_css_class (line, "tw-workload");
  return line;
}

static GtkWidget *
full_line_new (Table *table, TwWorkload *workload)
{
  GtkWidget *line = line_new ();

  gtk_box_append (GTK_BOX (line), name_new (workload));
  add_cell (table, line, 0, COLUMN_STATUS, status_new (table, workload));
  add_cell (table, line, 0, COLUMN_DIBS, dibs_new (workload));
  add_cell (table, line, 0, COLUMN_SEATS, seats_new (workload));
  add_cell (table, line, 0, COLUMN_SPARK, curve_new (table, workload));
  add_cell (table, line, 0, COLUMN_USAGE, usage_new (workload));
  add_cell (table, line, 0, COLUMN_REACHED, reached_new (workload));
  return line;
}

static GtkWidget *
part_line_new (Table *table, TwWorkload *workload)
{
  GtkWidget *line = line_new ();

  gtk_box_append (GTK_BOX (line), name_new (workload));
  add_cell (table, line, 1, COLUMN_STATUS, status_new (table, workload));
  add_cell (table, line, 1, COLUMN_DIBS, dibs_new (workload));
  add_cell (table, line, 1, COLUMN_USAGE, usage_new (workload));
  add_cell (table, line, 1, COLUMN_REACHED, reached_new (workload));
  return line;
}

static GtkWidget *
short_line_new (TwWorkload *workload)
{
  TwSlice *slice = tw_workload_leading_slice (workload);
  GtkWidget *line = line_new (), *glyph = glyph_of (slice);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *ends = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *status = tw_label_new (status_name (slice), "tw-secondary");
  GtkWidget *reached = reached_new (workload);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (ends, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (reached, "tw-secondary");
  gtk_box_append (GTK_BOX (texts), name_new (workload));
  gtk_box_append (GTK_BOX (texts), status);
  gtk_box_append (GTK_BOX (ends), usage_new (workload));
  gtk_box_append (GTK_BOX (ends), reached);
  gtk_box_append (GTK_BOX (line), glyph);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), ends);
  return line;
}

static void
fill_row (Table *table, GtkListBoxRow *row, TwWorkload *workload)
{
  TwSlice *slice = tw_workload_leading_slice (workload);
  GtkWidget *fold = tw_fold_new ();
  g_autofree char *label
      = g_strdup_printf (C_ ("workload, status", "%s, %s"), workload->name, status_name (slice));

  tw_fold_add (TW_FOLD (fold), full_line_new (table, workload), FULL_FROM);
  tw_fold_add (TW_FOLD (fold), part_line_new (table, workload), PART_FROM);
  tw_fold_add (TW_FOLD (fold), short_line_new (workload), 0);
  gtk_list_box_row_set_child (row, fold);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* --- heads --- */

static GtkWidget *
head_label_new (const char *text, gboolean at_end)
{
  return cell_label_new (text, "tw-secondary", at_end);
}

/* The names of the columns; in the shortest arrangement there are none. */
static GtkWidget *
column_heads_new (Table *table)
{
  GtkWidget *fold = tw_fold_new ();

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *line = line_new (), *name = head_label_new (_ ("Workload"), FALSE);

      gtk_widget_set_hexpand (name, TRUE);
      gtk_widget_add_css_class (line, "tw-column-head");
      gtk_box_append (GTK_BOX (line), name);
      add_cell (table, line, i, COLUMN_STATUS, head_label_new (_ ("Status"), FALSE));
      add_cell (table, line, i, COLUMN_DIBS, head_label_new (_ ("DIBS"), FALSE));
      if (i == 0)
        {
          add_cell (table, line, i, COLUMN_SEATS, head_label_new (_ ("Seats"), TRUE));
          add_cell (table, line, i, COLUMN_SPARK, head_label_new (_ ("12 months"), FALSE));
        }
      add_cell (table, line, i, COLUMN_USAGE, head_label_new (_ ("Of target"), TRUE));
      add_cell (table, line, i, COLUMN_REACHED, head_label_new (_ ("Reached on"), TRUE));
      tw_fold_add (TW_FOLD (fold), line, i == 0 ? FULL_FROM : PART_FROM);
    }
  tw_fold_add (TW_FOLD (fold), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), 0);
  return fold;
}

/* Beside the name of a group, or below it: that it is green, or what would make it so. */
static GtkWidget *
group_state_new (Table *table, const TwHealthGroup *group, gboolean beside)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *next = tw_words_group_next (group, tw_view_state_today (table->state));
  GtkWidget *label;

  if (group->level == TW_HEALTH_GREEN)
    gtk_box_append (GTK_BOX (box), tw_glyph_new (TW_GLYPH_DONE));
  label = tw_label_new (next != NULL ? next : tw_words_health (group->level), "tw-secondary");
  if (group->level == TW_HEALTH_GREEN)
    gtk_widget_add_css_class (label, "tw-green");
  if (beside)
    {
      gtk_label_set_wrap (GTK_LABEL (label), FALSE);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      tw_tell_when_cut (label);
    }
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
group_line_new (Table *table, const TwHealthGroup *group, GtkOrientation orientation)
{
  GtkWidget *line = gtk_box_new (orientation, orientation == GTK_ORIENTATION_HORIZONTAL ? 18 : 0);
  GtkWidget *name = tw_label_new (
      group != NULL ? group->group->name : _ ("Outside the health groups"), "tw-strong");
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *why = group != NULL ? tw_words_group_why (group) : NULL;

  gtk_label_set_max_width_chars (GTK_LABEL (name), 24);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (line, "tw-group-head");
  gtk_box_append (GTK_BOX (texts), name);
  gtk_box_append (GTK_BOX (line), texts);
  if (why != NULL)
    gtk_box_append (GTK_BOX (texts), tw_label_new (why, "tw-secondary"));
  if (group != NULL)
    gtk_box_append (GTK_BOX (line),
                    group_state_new (table, group, orientation == GTK_ORIENTATION_HORIZONTAL));
  return line;
}

static const TwHealthGroup *
group_of (Table *table, GtkListBoxRow *row)
{
  TwFacts *facts = tw_view_state_facts (table->state);
  TwWorkload *workload = row != NULL ? tw_list_find (tw_facts_plan (facts)->workloads,
                                                     tw_drag_id (GTK_WIDGET (row)), NULL)
                                     : NULL;

  return workload != NULL ? tw_health_group_of (tw_facts_health (facts), workload) : NULL;
}

/* What the page can do with the row's workload, which is selected. */
static GMenuModel *
menu_of (GtkWidget *row)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) statuses = g_menu_new ();
  const char *const *words = tw_record_type_field (&tw_slice_type, "status")->words;

  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
  for (int i = 0; words[i] != NULL; i++)
    tw_menu_append (statuses, tw_words_slice_status ((TwSliceStatus) i), "workloads.status",
                    words[i]);
  g_menu_append (menu, _ ("Edit…"), "workloads.edit");
  g_menu_append_submenu (menu, _ ("Set Status"), G_MENU_MODEL (statuses));
  g_menu_append (menu, _ ("Add Usage Value…"), "workloads.usage-of");
  g_menu_append (menu, _ ("Show Activities"), "workloads.activities");
  g_menu_append (menu, _ ("Remove…"), "workloads.remove");
  return G_MENU_MODEL (menu);
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  Table *table = data;
  const TwHealthGroup *group = group_of (table, row);
  GtkWidget *box, *fold;

  if (before != NULL && group_of (table, before) == group)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  fold = tw_fold_new ();
  if (before == NULL)
    gtk_box_append (GTK_BOX (box), column_heads_new (table));
  tw_fold_add (TW_FOLD (fold), group_line_new (table, group, GTK_ORIENTATION_HORIZONTAL),
               GROUP_FROM);
  tw_fold_add (TW_FOLD (fold), group_line_new (table, group, GTK_ORIENTATION_VERTICAL), 0);
  gtk_box_append (GTK_BOX (box), fold);
  gtk_list_box_row_set_header (row, box);
}

/* --- the list --- */

/* The plan's workloads in the order of the groups; those that are in none at the end. */
static GPtrArray *
in_order (Table *table)
{
  TwFacts *facts = tw_view_state_facts (table->state);
  const TwHealth *health = tw_facts_health (facts);
  GPtrArray *workloads = g_ptr_array_new ();

  for (guint i = 0; i <= health->n_groups; i++)
    TW_FOREACH (TwWorkload, workload, tw_facts_plan (facts)->workloads)
      if (tw_health_group_of (health, workload)
          == (i < health->n_groups ? &health->groups[i] : NULL))
        g_ptr_array_add (workloads, workload);
  return workloads;
}

static GtkListBoxRow *
find_row (Table *table, const char *id)
{
  GtkWidget *row = gtk_widget_get_first_child (table->list);

  for (; row != NULL && id != NULL; row = gtk_widget_get_next_sibling (row))
    if (GTK_IS_LIST_BOX_ROW (row) && g_strcmp0 (tw_drag_id (row), id) == 0)
      return GTK_LIST_BOX_ROW (row);
  return NULL;
}

/* Rows stay while their workload does, so that the focus does. */
void
tw_workload_table_refresh (GtkWidget *list)
{
  Table *table = table_of (list);
  g_autoptr (GPtrArray) workloads = in_order (table);
  GtkListBox *box = GTK_LIST_BOX (list);

  for (guint i = 0; i < workloads->len; i++)
    {
      TwWorkload *workload = workloads->pdata[i];
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (box, (int) i);

      while (row != NULL && g_strcmp0 (tw_drag_id (GTK_WIDGET (row)), workload->id) != 0
             && tw_list_find (tw_facts_plan (tw_view_state_facts (table->state))->workloads,
                              tw_drag_id (GTK_WIDGET (row)), NULL)
                    == NULL)
        {
          gtk_list_box_remove (box, GTK_WIDGET (row));
          row = gtk_list_box_get_row_at_index (box, (int) i);
        }
      if (row == NULL || g_strcmp0 (tw_drag_id (GTK_WIDGET (row)), workload->id) != 0)
        {
          GtkListBoxRow *moved = find_row (table, workload->id);

          if (moved != NULL)
            gtk_list_box_remove (box, GTK_WIDGET (moved));
          row = GTK_LIST_BOX_ROW (gtk_list_box_row_new ());
          tw_drag_set_record (GTK_WIDGET (row), &tw_workload_type, workload->id);
          tw_menu_attach (GTK_WIDGET (row), menu_of);
          gtk_list_box_insert (box, GTK_WIDGET (row), (int) i);
        }
      fill_row (table, row, workload);
    }
  for (GtkListBoxRow *row; (row = gtk_list_box_get_row_at_index (box, (int) workloads->len));)
    gtk_list_box_remove (box, GTK_WIDGET (row));
  gtk_list_box_invalidate_headers (box);
}

void
tw_workload_table_select (GtkWidget *list, const char *id)
{
  gtk_list_box_select_row (GTK_LIST_BOX (list), find_row (table_of (list), id));
}

static void
table_free (gpointer data)
{
  Table *table = data;

  for (guint i = 0; i < 2; i++)
    for (guint j = 0; j < N_COLUMNS; j++)
      g_object_unref (table->sizes[i][j]);
  g_free (table);
}

GtkWidget *
tw_workload_table_new (TwViewState *state)
{
  Table *table = g_new0 (Table, 1);

  table->state = state;
  table->list = tw_boxed_list_new ();
  for (guint i = 0; i < 2; i++)
    for (guint j = 0; j < N_COLUMNS; j++)
      table->sizes[i][j] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (table->list), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (table->list, "tw-workloads");
  gtk_list_box_set_header_func (GTK_LIST_BOX (table->list), header_cb, table, NULL);
  g_object_set_data_full (G_OBJECT (table->list), "tw-table", table, table_free);
  return table->list;
}
