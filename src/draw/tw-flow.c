/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "tw-flow.h"

#define SECTION_GAP 16
#define CELL_GAP 8
#define ROW_PADDING 2.6
#define GLYPH_SIZE 9.5
#define REST_SHARE 0.2 /* the least of the width for the column that takes the rest */

TwItem *
tw_flow_add (TwFlow *flow, TwItemKind kind, TwRect rect)
{
  TwItem item = { .kind = kind, .page = flow->page, .rect = rect };

  g_array_append_val (flow->items, item);
  return &g_array_index (flow->items, TwItem, flow->items->len - 1);
}

double
tw_flow_text_height (TwFlow *flow, TwFont font, double width, const char *text)
{
  PangoLayout *layout = tw_metrics_layout (flow->metrics, font, TW_TEXT_WRAP, width, text);
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

/* As it will be drawn: figures of one width are wider than the font's own. */
static double
text_width (TwFlow *flow, TwFont font, TwTextFlags flags, const char *text)
{
  int width;

  pango_layout_get_size (tw_metrics_layout (flow->metrics, font, flags, -1, text), &width, NULL);
  return (double) width / PANGO_SCALE + 1;
}

double
tw_flow_text (TwFlow *flow, TwFont font, TwTextFlags flags, double x, double y, double width,
              TwColor color, const char *text)
{
  PangoLayout *layout = tw_metrics_layout (flow->metrics, font, flags | TW_TEXT_WRAP, width, text);
  int used, height;
  TwItem *item;

  pango_layout_get_size (layout, &used, &height);
  if (*text == '\0')
    return (double) height / PANGO_SCALE;
  item = tw_flow_add (flow, TW_ITEM_TEXT,
                      (TwRect){ x, y, (double) used / PANGO_SCALE, (double) height / PANGO_SCALE });
  item->value = width;
  item->font = font;
  item->flags = flags | TW_TEXT_WRAP;
  item->color = color;
  item->text = g_strdup (text);
  return (double) height / PANGO_SCALE;
}

void
tw_flow_line (TwFlow *flow, double x1, double y1, double x2, double y2, double width, TwColor color)
{
  TwItem *item = tw_flow_add (flow, TW_ITEM_LINE, (TwRect){ x1, y1, x2 - x1, y2 - y1 });

  item->other = width;
  item->color = color;
}

void
tw_flow_new_page (TwFlow *flow)
{
  flow->page++;
  flow->y = flow->top;
}

void
tw_flow_need (TwFlow *flow, double height)
{
  if (flow->y + height > flow->bottom && flow->y > flow->top)
    tw_flow_new_page (flow);
}

void
tw_flow_paragraphs (TwFlow *flow, TwFont font, double indent, TwColor color, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      double width = flow->right - flow->left - indent;
      double height = tw_flow_text_height (flow, font, width, *line);

      /* A paragraph longer than a page goes word by word. */
      if (height > flow->bottom - flow->top)
        {
          char *middle = g_utf8_offset_to_pointer (*line, g_utf8_strlen (*line, -1) / 2);
          g_autofree char *first = g_strndup (*line, (gsize) (middle - *line));

          tw_flow_paragraphs (flow, font, indent, color, first);
          tw_flow_paragraphs (flow, font, indent, color, middle);
          continue;
        }
      tw_flow_need (flow, height);
      flow->y += tw_flow_text (flow, font, TW_TEXT_LEFT, flow->left + indent, flow->y, width, color,
                               *line);
    }
}

void
tw_flow_head (TwFlow *flow, const char *text, double below)
{
  double height = tw_metrics_text_height (flow->metrics, TW_FONT_HEADING);
  gboolean first = flow->y <= flow->top;

  tw_flow_need (flow, (first ? 0 : SECTION_GAP) + height + 4 + below);
  if (flow->y > flow->top)
    flow->y += SECTION_GAP;
  tw_flow_text (flow, TW_FONT_HEADING, TW_TEXT_LEFT, flow->left, flow->y, flow->right - flow->left,
                TW_COLOR_TEXT, text);
  g_array_index (flow->items, TwItem, flow->items->len - 1).what = 1;
  flow->y += height + 4;
}

TwCell *
tw_cells_add (GArray *cells, char *text)
{
  TwCell cell = TW_CELL_NONE;

  cell.text = text;
  g_array_append_val (cells, cell);
  return &g_array_index (cells, TwCell, cells->len - 1);
}

/* What stands before a cell's text takes so much. */
static double
cell_indent (TwFlow *flow, TwCell *cell)
{
  if (cell->dibs >= 0)
    return tw_dibs_width (flow->metrics);
  return cell->glyph >= 0 || cell->check >= 0 ? GLYPH_SIZE + 5 : 0;
}

static double
cell_width (TwFlow *flow, TwCell *cell, const TwColumn *column)
{
  /* As they are placed: figures of one width are wider than others. */
  TwTextFlags flags = column->right ? TW_TEXT_NUMERIC : TW_TEXT_LEFT;
  double width
      = cell->text != NULL
            ? text_width (flow, cell->bold ? TW_FONT_DENSE_BOLD : TW_FONT_DENSE, flags, cell->text)
            : 0;

  if (cell->second != NULL)
    width = MAX (width, tw_metrics_text_width (flow->metrics, TW_FONT_CAPTION, cell->second));
  return cell_indent (flow, cell) + width;
}

/* Takes from the columns, each by what it has over an even share, what the rest lacks. */
static void
squeeze (const TwColumn *columns, guint n, double room, double *widths, int rest)
{
  double lack = REST_SHARE * room - widths[rest], even = 0.75 * room / n, over = 0;

  for (guint i = 0; i < n; i++)
    if ((int) i != rest && columns[i].share > 0)
      over += MAX (0, widths[i] - even);
  for (guint i = 0; i < n && over > 0; i++)
    if ((int) i != rest && columns[i].share > 0)
      widths[i] -= MIN (1, lack / over) * MAX (0, widths[i] - even);
  widths[rest] = REST_SHARE * room;
}

/* What each column asks for, up to its share; one takes the rest. */
static void
set_widths (TwFlow *flow, const TwColumn *columns, guint n, GArray *cells, double *widths)
{
  double room = flow->right - flow->left - (n - 1) * CELL_GAP, sum = 0;
  int rest = -1;

  for (guint i = 0; i < n; i++)
    {
      double most = columns[i].share * room;

      widths[i] = tw_metrics_text_width (flow->metrics, TW_FONT_DENSE_BOLD, columns[i].title) + 1;
      for (guint j = i; j < cells->len; j += n)
        widths[i] = MAX (widths[i],
                         cell_width (flow, &g_array_index (cells, TwCell, j), &columns[i]) + 1);
      if (fabs (most) < 0.5)
        rest = (int) i;
      else
        {
          widths[i] = most < 0 ? -most : MIN (widths[i], most);
          sum += widths[i];
        }
    }
  if (rest >= 0)
    widths[rest] = room - sum;
  if (rest >= 0 && widths[rest] < REST_SHARE * room)
    squeeze (columns, n, room, widths, rest);
}

static double
cell_height (TwFlow *flow, TwCell *cell, double width)
{
  double room = width - cell_indent (flow, cell);
  double height = tw_metrics_text_height (flow->metrics, TW_FONT_DENSE);

  if (cell->text != NULL)
    height = tw_flow_text_height (flow, cell->bold ? TW_FONT_DENSE_BOLD : TW_FONT_DENSE, room,
                                  cell->text);
  if (cell->second != NULL)
    height += tw_flow_text_height (flow, TW_FONT_CAPTION, room, cell->second);
  return height;
}

static void
place_mark (TwFlow *flow, TwCell *cell, double x, double y)
{
  double line = tw_metrics_text_height (flow->metrics, TW_FONT_DENSE);
  TwItemKind kind = cell->dibs >= 0    ? TW_ITEM_DIBS
                    : cell->glyph >= 0 ? TW_ITEM_GLYPH
                                       : TW_ITEM_CHECK;
  TwItem *item;

  if (cell->dibs < 0 && cell->glyph < 0 && cell->check < 0)
    return;
  item = tw_flow_add (flow, kind,
                      (TwRect){ x, y + (line - GLYPH_SIZE) / 2,
                                kind == TW_ITEM_DIBS ? tw_dibs_width (flow->metrics) : GLYPH_SIZE,
                                GLYPH_SIZE });
  item->what = cell->dibs >= 0 ? cell->dibs : cell->glyph >= 0 ? cell->glyph : cell->check;
}

static void
place_cell (TwFlow *flow, TwCell *cell, const TwColumn *column, double x, double y, double width)
{
  double indent = cell_indent (flow, cell);
  TwFont font = cell->bold ? TW_FONT_DENSE_BOLD : TW_FONT_DENSE;

  place_mark (flow, cell, x, y);
  if (cell->text != NULL && *cell->text != '\0')
    {
      double room = width - indent;
      TwTextFlags flags = column->right ? TW_TEXT_NUMERIC : TW_TEXT_LEFT;
      double used = MIN (room, text_width (flow, font, flags, cell->text));

      y += tw_flow_text (flow, font, TW_TEXT_NUMERIC, column->right ? x + width - used : x + indent,
                         y, column->right ? used : room, TW_COLOR_TEXT, cell->text);
      g_array_index (flow->items, TwItem, flow->items->len - 1).uri = g_strdup (cell->uri);
    }
  if (cell->second != NULL)
    tw_flow_text (flow, TW_FONT_CAPTION, TW_TEXT_LEFT, x + indent, y, width - indent,
                  TW_COLOR_TEXT_2, cell->second);
}

static double
table_head_height (TwFlow *flow, const TwColumn *columns, guint n, const double *widths)
{
  double height = tw_metrics_text_height (flow->metrics, TW_FONT_DENSE_BOLD);

  for (guint i = 0; i < n; i++)
    height
        = MAX (height, tw_flow_text_height (flow, TW_FONT_DENSE_BOLD, widths[i], columns[i].title));
  return height + 2 * ROW_PADDING;
}

static void
place_table_head (TwFlow *flow, const TwColumn *columns, guint n, const double *widths)
{
  double x = flow->left;

  for (guint i = 0; i < n; i++)
    {
      double used = tw_metrics_text_width (flow->metrics, TW_FONT_DENSE_BOLD, columns[i].title) + 1;

      if (*columns[i].title != '\0')
        {
          tw_flow_text (flow, TW_FONT_DENSE_BOLD, TW_TEXT_LEFT,
                        columns[i].right ? x + widths[i] - MIN (used, widths[i]) : x, flow->y,
                        columns[i].right ? MIN (used, widths[i]) : widths[i], TW_COLOR_TEXT_2,
                        columns[i].title);
          g_array_index (flow->items, TwItem, flow->items->len - 1).what = 2;
        }
      x += widths[i] + CELL_GAP;
    }
  flow->y += table_head_height (flow, columns, n, widths);
  tw_flow_line (flow, flow->left, flow->y, flow->right, flow->y, 0.9, TW_COLOR_TEXT);
}

static double
row_height (TwFlow *flow, GArray *cells, guint row, guint n, const double *widths)
{
  double height = 0;

  for (guint i = 0; i < n; i++)
    height
        = MAX (height, cell_height (flow, &g_array_index (cells, TwCell, row * n + i), widths[i]));
  return height + 2 * ROW_PADDING;
}

static void
clear_cell (gpointer data)
{
  TwCell *cell = data;

  g_free (cell->text);
  g_free (cell->second);
  g_free (cell->uri);
}

void
tw_flow_table (TwFlow *flow, const char *head, const TwColumn *columns, guint n_columns,
               GArray *cells)
{
  g_autofree double *widths = g_new0 (double, n_columns);
  guint n_rows = cells->len / n_columns;

  g_array_set_clear_func (cells, clear_cell);
  set_widths (flow, columns, n_columns, cells, widths);
  for (guint row = 0; row < n_rows; row++)
    {
      double height = row_height (flow, cells, row, n_columns, widths), x = flow->left;
      gboolean new_page;

      if (row == 0 && head != NULL)
        tw_flow_head (flow, head, table_head_height (flow, columns, n_columns, widths) + height);
      new_page = flow->y + height > flow->bottom;
      if (new_page)
        tw_flow_new_page (flow);
      if (row == 0 || new_page)
        place_table_head (flow, columns, n_columns, widths);
      for (guint i = 0; i < n_columns; i++)
        {
          place_cell (flow, &g_array_index (cells, TwCell, row * n_columns + i), &columns[i], x,
                      flow->y + ROW_PADDING, widths[i]);
          x += widths[i] + CELL_GAP;
        }
      flow->y += height;
      tw_flow_line (flow, flow->left, flow->y, flow->right, flow->y, 0.6, TW_COLOR_LINE);
    }
}
