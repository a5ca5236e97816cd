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

static GtkWidget *
row_new (gpointer record, TwRecordRowFunc func, gpointer data)
{
  GtkWidget *made = func (record, data), *row = made;
  char buffer[TW_DATE_LENGTH];

  if (!GTK_IS_LIST_BOX_ROW (made))
    {
      row = gtk_list_box_row_new ();
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), made);
    }
  g_object_set_data_full (G_OBJECT (row), "tw-record", tw_record_ref (record), tw_record_unref);
  tw_drag_set_record (row, ((TwRecord *) record)->type, tw_record_key (record, buffer));
  return row;
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

void
tw_record_list_show (GtkListBox *list, TwList *records, gboolean all, TwRecordRowFunc func,
                     gpointer data)
{
  g_autofree char *id = focused_id (list);
  GtkListBoxRow *row;
  gboolean anew = FALSE;
  int at = 0;

  TW_FOREACH (TwRecord, record, records)
    {
      char buffer[TW_DATE_LENGTH];

      /* What isn't in the list any more, or further down in it, goes. */
      while (record_of (row = gtk_list_box_get_row_at_index (list, at)) != NULL
             && (all || record_of (row) != record))
        {
          gtk_list_box_remove (list, GTK_WIDGET (row));
          if (all)
            break;
        }
      if (record_of (row = gtk_list_box_get_row_at_index (list, at)) != record || all)
        {
          gtk_list_box_insert (list, row_new (record, func, data), at);
          anew = anew || g_strcmp0 (tw_record_key (record, buffer), id) == 0;
        }
      at++;
    }
  while (record_of (row = gtk_list_box_get_row_at_index (list, at)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  if (id != NULL && anew && (row = tw_record_list_row (list, id)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
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
