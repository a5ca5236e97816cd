/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "tw-flow.h"

#define SECTION_GAP 16
#define CELL_GAP 8
#define ROW_PADDING 2.6
#define GLYPH_SIZE 9.5
#define STEP 6.0 /* what a column gives to another, and twice that, and so on */
#define MAX_ROUNDS 40

TwItem *
tw_flow_add (TwFlow *flow, TwItemKind kind, TwRect rect)
{
  TwItem item = { .kind = kind, .page = flow->page, .rect = rect };

  g_array_append_val (flow->items, item);
  return &g_array_index (flow->items, TwItem, flow->items->len - 1);
}

double
tw_flow_text_height (TwFlow *flow, TwFont font, TwTextFlags flags, double width, const char *text)
{
  PangoLayout *layout = tw_metrics_layout (flow->metrics, font, flags | TW_TEXT_WRAP, width, text);
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

  /* Pages don't mirror: columns of names stay columns, whichever way one of them is written. */
  if (pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL)
    flags ^= TW_TEXT_RIGHT;
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

double
tw_flow_text_right (TwFlow *flow, TwFont font, TwTextFlags flags, double right, double y,
                    double most, TwColor color, const char *text)
{
  double width = MIN (most, text_width (flow, font, flags, text));

  return tw_flow_text (flow, font, flags | TW_TEXT_RIGHT, right - width, y, width, color, text);
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

/* Where a text may be parted: behind the line or else the word in its middle; in the middle, if
 * nothing is behind these. */
static char *
middle_of (char *text)
{
  char *middle = g_utf8_offset_to_pointer (text, g_utf8_strlen (text, -1) / 2);
  char *end = strchr (middle, '\n');

  if (end == NULL || end[1] == '\0')
    end = strchr (middle, ' ');
  return end != NULL && end[1] != '\0' ? end + 1 : middle;
}

void
tw_flow_paragraphs (TwFlow *flow, TwFont font, double indent, TwColor color, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      double width = flow->right - flow->left - indent;
      double height = tw_flow_text_height (flow, font, TW_TEXT_LEFT, width, *line);

      /* A paragraph longer than a page goes in parts. */
      if (height > flow->bottom - flow->top)
        {
          char *middle = middle_of (*line);
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

char *
tw_flow_whole_days (char *words)
{
  GString *text = g_string_new (NULL);

  for (const char *at = words; *at != '\0'; at++)
    if (*at == ' ' && !g_str_has_suffix (text->str, "–"))
      g_string_append (text, "\u00a0");
    else
      g_string_append_c (text, *at);
  g_free (words);
  return g_string_free (text, FALSE);
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

static TwFont
cell_font (TwCell *cell)
{
  return cell->bold ? TW_FONT_DENSE_BOLD : TW_FONT_DENSE;
}

/* Without limit. */
static double
cell_width (TwFlow *flow, TwCell *cell)
{
  double width
      = cell->text != NULL ? text_width (flow, cell_font (cell), TW_TEXT_NUMERIC, cell->text) : 0;

  if (cell->second != NULL)
    width = MAX (width, tw_metrics_text_width (flow->metrics, TW_FONT_CAPTION, cell->second) + 1);
  return cell_indent (flow, cell) + width + 1;
}

/* How wide the longest word of a text is, if it isn't shorter than those before. */
static double
word_width (TwFlow *flow, TwFont font, const char *text, glong *longest)
{
  double widest = 0;

  while (text != NULL && *text != '\0')
    {
      gsize length = strcspn (text, " \n");
      glong n = g_utf8_strlen (text, (gssize) length);

      if (n >= *longest)
        {
          g_autofree char *word = g_strndup (text, length);

          *longest = n;
          widest = MAX (widest, text_width (flow, font, TW_TEXT_NUMERIC, word));
        }
      text += length + (text[length] != '\0');
    }
  return widest;
}

/* The columns of a table while they are made to fit. */
typedef struct
{
  guint n, n_rows;
  const TwColumn *columns;
  double *cells; /* what each cell asks for to stand on one line, row by row */
  double *widths, *least;
} Fit;

/* How narrow a column may become: its figures and days, its title and its longest words stay
 * whole. */
static double
least_width (TwFlow *flow, Fit *fit, guint column, GArray *cells)
{
  double least
      = tw_metrics_text_width (flow->metrics, TW_FONT_DENSE_BOLD, fit->columns[column].title) + 1;
  glong longest = 0;

  if (fit->columns[column].kind == TW_COLUMN_RIGHT)
    return fit->widths[column];
  for (guint i = column; i < cells->len; i += fit->n)
    {
      TwCell *cell = &g_array_index (cells, TwCell, i);
      double word = MAX (word_width (flow, cell_font (cell), cell->text, &longest),
                         word_width (flow, TW_FONT_CAPTION, cell->second, &longest));

      if (!cell->wide)
        least = MAX (least, cell_indent (flow, cell) + word + 1);
    }
  return MIN (least, fit->widths[column]);
}

/* How long the table gets: by the lines of its rows, about, and the longer for few that are high
 * than for more that are less so. Not counted further than to limit. */
static guint
measure_rows (Fit *fit, guint limit)
{
  guint sum = 0;

  for (guint row = 0; row < fit->n_rows && sum < limit; row++)
    {
      double most = 1;

      for (guint i = 0; i < fit->n; i++)
        {
          double cell = fit->cells[row * fit->n + i];

          /* The end of a line is seldom the end of a word. */
          if (cell > fit->widths[i])
            most = MAX (most, ceil (1.15 * cell / fit->widths[i]));
        }
      sum += (guint) (most * most);
    }
  return sum;
}

static void
move_width (Fit *fit, guint from, guint to, double width)
{
  fit->widths[from] -= width;
  fit->widths[to] += width;
}

/* Finds what makes the table shortest when one column gives it to another; FALSE: nothing does. */
static gboolean
move_best_width (Fit *fit)
{
  guint now = measure_rows (fit, G_MAXUINT), best = now, from = 0, to = 0;
  double width = 0;

  for (guint i = 0; i < fit->n; i++)
    for (guint j = 0; j < fit->n; j++)
      for (double d = STEP; i != j && fit->widths[i] - d >= fit->least[i]; d *= 2)
        {
          guint cost;

          move_width (fit, i, j, d);
          cost = measure_rows (fit, best);
          move_width (fit, j, i, d);
          if (cost >= best)
            continue;
          best = cost;
          from = i;
          to = j;
          width = d;
        }
  move_width (fit, from, to, width);
  return best < now;
}

/* Makes the least small enough that there is room for all. */
static void
set_least (TwFlow *flow, Fit *fit, GArray *cells, double room)
{
  double sum = 0;

  for (guint i = 0; i < fit->n; i++)
    sum += fit->least[i] = least_width (flow, fit, i, cells);
  for (guint i = 0; i < fit->n && sum > room; i++)
    fit->least[i] = MIN (fit->least[i], room / fit->n);
}

/* Gives each column its least and its part of what is left over, then looks for better. */
static void
squeeze (Fit *fit, double room)
{
  double least = 0, over = 0;

  for (guint i = 0; i < fit->n; i++)
    {
      least += fit->least[i];
      over += fit->widths[i] - fit->least[i];
    }
  for (guint i = 0; i < fit->n; i++)
    fit->widths[i] = fit->least[i] + (room - least) * (fit->widths[i] - fit->least[i]) / over;
  for (guint round = 0; round < MAX_ROUNDS && move_best_width (fit); round++)
    ;
}

/* What each column asks for, or as much of it as there is; one takes the rest. */
static void
set_widths (TwFlow *flow, const TwColumn *columns, guint n, GArray *cells, double *widths)
{
  double room = flow->right - flow->left - (n - 1) * CELL_GAP, sum = 0;
  g_autofree double *asked = g_new (double, cells->len);
  g_autofree double *least = g_new (double, n);
  Fit fit = { n, cells->len / n, columns, asked, widths, least };

  for (guint i = 0; i < n; i++)
    {
      widths[i] = tw_metrics_text_width (flow->metrics, TW_FONT_DENSE_BOLD, columns[i].title) + 1;
      for (guint j = i; j < cells->len; j += n)
        {
          TwCell *cell = &g_array_index (cells, TwCell, j);

          asked[j] = cell->wide ? 0 : cell_width (flow, cell);
          widths[i] = MAX (widths[i], asked[j]);
        }
      widths[i] = columns[i].kind == TW_COLUMN_EVEN ? room / n : MIN (widths[i], room);
      sum += widths[i];
    }
  if (sum > room + 0.01)
    {
      set_least (flow, &fit, cells, room);
      squeeze (&fit, room);
      return;
    }
  for (guint i = 0; i < n; i++)
    if (columns[i].kind == TW_COLUMN_REST)
      widths[i] += room - sum;
}

/* The width that a cell gets in a column. */
static double
cell_room (TwFlow *flow, TwCell *cell, double width)
{
  return cell->wide ? flow->right - flow->left : width;
}

static double
cell_height (TwFlow *flow, TwCell *cell, double width)
{
  double room = cell_room (flow, cell, width) - cell_indent (flow, cell);
  double height = tw_metrics_text_height (flow->metrics, TW_FONT_DENSE);

  if (cell->text != NULL)
    height = tw_flow_text_height (flow, cell_font (cell), TW_TEXT_NUMERIC, room, cell->text);
  if (cell->second != NULL)
    height += tw_flow_text_height (flow, TW_FONT_CAPTION, TW_TEXT_LEFT, room, cell->second);
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
  double indent = cell_indent (flow, cell), room = cell_room (flow, cell, width) - indent;
  TwFont font = cell_font (cell);

  place_mark (flow, cell, x, y);
  if (cell->text != NULL && *cell->text != '\0')
    {
      y += column->kind == TW_COLUMN_RIGHT ? tw_flow_text_right (
               flow, font, TW_TEXT_NUMERIC, x + width, y, room, TW_COLOR_TEXT, cell->text)
                                           : tw_flow_text (flow, font, TW_TEXT_NUMERIC, x + indent,
                                                           y, room, TW_COLOR_TEXT, cell->text);
      g_array_index (flow->items, TwItem, flow->items->len - 1).uri = g_strdup (cell->uri);
    }
  if (cell->second != NULL)
    tw_flow_text (flow, TW_FONT_CAPTION, TW_TEXT_LEFT, x + indent, y, room, TW_COLOR_TEXT_2,
                  cell->second);
}

static double
table_head_height (TwFlow *flow, const TwColumn *columns, guint n, const double *widths)
{
  double height = tw_metrics_text_height (flow->metrics, TW_FONT_DENSE_BOLD);

  for (guint i = 0; i < n; i++)
    height = MAX (height, tw_flow_text_height (flow, TW_FONT_DENSE_BOLD, TW_TEXT_LEFT, widths[i],
                                               columns[i].title));
  return height + 2 * ROW_PADDING;
}

static void
place_table_head (TwFlow *flow, const TwColumn *columns, guint n, const double *widths)
{
  double x = flow->left;

  for (guint i = 0; i < n; i++)
    {
      if (*columns[i].title != '\0')
        {
          if (columns[i].kind == TW_COLUMN_RIGHT)
            tw_flow_text_right (flow, TW_FONT_DENSE_BOLD, TW_TEXT_LEFT, x + widths[i], flow->y,
                                widths[i], TW_COLOR_TEXT_2, columns[i].title);
          else
            tw_flow_text (flow, TW_FONT_DENSE_BOLD, TW_TEXT_LEFT, x, flow->y, widths[i],
                          TW_COLOR_TEXT_2, columns[i].title);
          g_array_index (flow->items, TwItem, flow->items->len - 1).what = 2;
        }
      x += widths[i] + CELL_GAP;
    }
  flow->y += table_head_height (flow, columns, n, widths);
  tw_flow_line (flow, flow->left, flow->y, flow->right, flow->y, 0.9, TW_COLOR_TEXT);
}

/* Above and below the words of a row, which may have marks higher than they are. */
static double
row_padding (TwFlow *flow, GArray *cells, guint row, guint n)
{
  double line = tw_metrics_text_height (flow->metrics, TW_FONT_DENSE);

  for (guint i = 0; i < n; i++)
    if (g_array_index (cells, TwCell, row * n + i).dibs >= 0)
      return MAX (ROW_PADDING, (tw_dibs_height (flow->metrics) - line) / 2 + 2);
  return ROW_PADDING;
}

static double
row_height (TwFlow *flow, GArray *cells, guint row, guint n, const double *widths)
{
  double height = 0;

  for (guint i = 0; i < n; i++)
    height
        = MAX (height, cell_height (flow, &g_array_index (cells, TwCell, row * n + i), widths[i]));
  return height + 2 * row_padding (flow, cells, row, n);
}

static void
clear_cell (gpointer data)
{
  TwCell *cell = data;

  g_free (cell->text);
  g_free (cell->second);
  g_free (cell->uri);
}

/* Parts a row that is higher than that: what of its cells is too much goes on in a row below. */
static void
part_row (TwFlow *flow, GArray *cells, guint row, guint n, const double *widths, double most)
{
  while (row_height (flow, cells, row, n, widths) > most)
    {
      for (guint i = 0; i < n; i++)
        {
          TwCell rest = TW_CELL_NONE;
          TwCell *cell = &g_array_index (cells, TwCell, row * n + i);

          if (cell_height (flow, cell, widths[i]) > most / 2 && cell->text != NULL)
            {
              char *middle = middle_of (cell->text);

              rest.text = g_strdup (middle);
              rest.bold = cell->bold;
              rest.wide = cell->wide;
              *middle = '\0';
              g_strchomp (cell->text);
            }
          rest.tied = i == 0;
          g_array_insert_val (cells, (row + 1) * n + i, rest);
        }
    }
}

static gboolean
is_tied (GArray *cells, guint row, guint n)
{
  return (row + 1) * n <= cells->len && g_array_index (cells, TwCell, row * n).tied;
}

static void
place_row (TwFlow *flow, const TwColumn *columns, guint n, GArray *cells, guint row,
           const double *widths)
{
  double x = flow->left, y = flow->y + row_padding (flow, cells, row, n);

  for (guint i = 0; i < n; i++)
    {
      place_cell (flow, &g_array_index (cells, TwCell, row * n + i), &columns[i], x, y, widths[i]);
      x += widths[i] + CELL_GAP;
    }
}

/* No row stands alone, be it under the head or on the last page, nor is one parted from the first
 * that is tied to it. */
void
tw_flow_table (TwFlow *flow, const char *head, const TwColumn *columns, guint n, GArray *cells,
               double below)
{
  g_autofree double *widths = g_new0 (double, n);
  double titles;

  g_array_set_clear_func (cells, clear_cell);
  set_widths (flow, columns, n, cells, widths);
  titles = table_head_height (flow, columns, n, widths);
  for (guint row = 0; row < cells->len / n; row++)
    {
      double height, keep;
      gboolean new_page;

      part_row (flow, cells, row, n, widths, flow->bottom - flow->top - titles - 2 * SECTION_GAP);
      keep = height = row_height (flow, cells, row, n, widths);
      if ((row == 0 && cells->len > n) || (row + 2) * n == cells->len
          || (is_tied (cells, row + 1, n) && !is_tied (cells, row, n)))
        keep += row_height (flow, cells, row + 1, n, widths);
      if ((row + 2) * n >= cells->len)
        keep += below;
      if (row == 0 && head != NULL)
        tw_flow_head (flow, head, titles + keep);
      else if (row == 0)
        tw_flow_need (flow, titles + keep);
      new_page = row > 0 && flow->y + keep > flow->bottom && flow->y > flow->top + titles;
      if (row > 0 && (new_page || !is_tied (cells, row, n)))
        tw_flow_line (flow, flow->left, flow->y, flow->right, flow->y, 0.6, TW_COLOR_LINE);
      if (new_page)
        tw_flow_new_page (flow);
      if (row == 0 || new_page)
        place_table_head (flow, columns, n, widths);
      place_row (flow, columns, n, cells, row, widths);
      flow->y += height;
    }
  if (cells->len > 0)
    tw_flow_line (flow, flow->left, flow->y, flow->right, flow->y, 0.6, TW_COLOR_LINE);
}
