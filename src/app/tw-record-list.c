/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-drag.h"
#include "tw-record-list.h"

/* The record that the row stands for; compared, and kept alive by the row. NULL: none. */
static gpointer
record_of (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "tw-record") : NULL;
}

GtkListBoxRow *
tw_record_list_row (GtkListBox *list, const char *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (record_of (row) != NULL && g_strcmp0 (tw_drag_id (GTK_WIDGET (row)), id) == 0)
      return row;
  return NULL;
}

/* The id of the row that has the focus in it, or NULL. */
static char *
focused_id (GtkListBox *list)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (list));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (list)))
    return NULL;
  if (!GTK_IS_LIST_BOX_ROW (focus))
    focus = gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);
  return g_strdup (tw_drag_id (focus));
}

static void
remove_missing (GtkListBox *list, TwList *records)
{
  GtkListBoxRow *row;
  int at = 0;

  while (record_of (row = gtk_list_box_get_row_at_index (list, at)) != NULL)
    if (tw_list_find (records, tw_drag_id (GTK_WIDGET (row)), NULL) == NULL)
      gtk_list_box_remove (list, GTK_WIDGET (row));
    else
      at++;
}

/* The row of id, at its place; NULL if there is none yet. The focus goes with it: GTK would move
 * it away from what was taken out, if it weren't given anew. */
static GtkWidget *
bring_row (GtkListBox *list, const char *id, int at)
{
  GtkListBoxRow *row = tw_record_list_row (list, id);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (list));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (row == NULL || gtk_list_box_row_get_index (row) == at)
    return GTK_WIDGET (row);
  g_object_ref (row);
  gtk_list_box_remove (list, GTK_WIDGET (row));
  gtk_list_box_insert (list, GTK_WIDGET (row), at);
  if (focus != NULL
      && (focus == GTK_WIDGET (row) || gtk_widget_is_ancestor (focus, GTK_WIDGET (row))))
    {
      gtk_root_set_focus (root, NULL);
      gtk_widget_grab_focus (focus);
    }
  g_object_unref (row);
  return GTK_WIDGET (row);
}

void
tw_record_list_show (GtkListBox *list, TwList *records, gboolean all, TwRecordRowFunc make,
                     TwRecordFillFunc fill, gpointer data)
{
  g_autofree char *focused = focused_id (list);
  g_autofree char *still_focused = NULL;
  GtkListBoxRow *lost;
  int at = 0;

  remove_missing (list, records);
  TW_FOREACH (TwRecord, record, records)
    {
      char buffer[TW_DATE_LENGTH];
      const char *id = tw_record_key (record, buffer);
      GtkWidget *row = bring_row (list, id, at);
      gboolean fills = all || row == NULL || record_of (GTK_LIST_BOX_ROW (row)) != record;

      if (row == NULL)
        {
          row = make (data);
          gtk_list_box_insert (list, row, at);
        }
      if (fills)
        {
          g_object_set_data_full (G_OBJECT (row), "tw-record", tw_record_ref (record),
                                  tw_record_unref);
          tw_drag_set_record (row, record->type, id);
          fill (row, record, data);
        }
      at++;
    }
  still_focused = focused_id (list);
  lost = focused != NULL && still_focused == NULL ? tw_record_list_row (list, focused) : NULL;
  if (lost != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (lost));
}

guint
tw_record_list_drop_place (GtkWidget *target, const char *id, gboolean below)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (target));
  GtkListBoxRow *moved = tw_record_list_row (list, id);
  int to = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (target)) + (below ? 1 : 0);

  if (moved != NULL && gtk_list_box_row_get_index (moved) < to)
    to--;
  return (guint) to;
}
