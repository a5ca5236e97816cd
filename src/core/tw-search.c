/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "tw-audience.h"
#include "tw-search.h"
#include "tw-words.h"

/* Of a long text, in characters: how far in what was found may stand before the beginning is cut
 * off, what is shown before it then, and in all. */
#define FAR 40
#define BEFORE 24
#define SHOWN 160

/* One record, in the order of the file. */
typedef struct
{
  TwRecord *record;
  int above; /* the record that holds it, -1 for the plan */
  TwStep step;
  guint depth;
  gsize text;    /* in folded: its name, a line feed, its other members with line feeds between */
  gsize n_title; /* bytes of its name there */
  gboolean internal;
} Item;

struct _TwSearch
{
  TwPlan *plan;
  TwPlaybook *playbook;
  GArray *items;
  GString *folded; /* NUL-terminated texts */
};

/* --- letters --- */

/* What doesn't come apart into a plain letter and marks. */
static const struct
{
  gunichar letter;
  const char *plain;
} plain_letters[]
    = { { 0xdf, "ss" }, { 0xe6, "ae" }, { 0xf0, "d" },  { 0xf8, "o" },   { 0xfe, "th" },
        { 0x111, "d" }, { 0x131, "i" }, { 0x142, "l" }, { 0x153, "oe" }, { 0x3c2, "σ" } };

/* Accents, Hebrew points and Arabic vowel signs. Marks of other scripts tell words apart. */
static gboolean
is_accent (gunichar c)
{
  return (c >= 0x300 && c <= 0x36f) || (c >= 0x591 && c <= 0x5c7) || (c >= 0x64b && c <= 0x652);
}

static void
fold_letter (GString *folded, gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n; i++)
    {
      gunichar lower = g_unichar_tolower (parts[i]);
      const char *plain = NULL;

      if (is_accent (lower))
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (plain_letters) && plain == NULL; j++)
        if (plain_letters[j].letter == lower)
          plain = plain_letters[j].plain;
      if (plain != NULL)
        g_string_append (folded, plain);
      else
        g_string_append_unichar (folded, g_unichar_isspace (lower) ? ' ' : lower);
    }
}

/* Appends text as it is compared, line feeds as spaces. places (may be NULL) gets, for each byte
 * that was appended, where in text its letter begins. */
static void
fold (GString *folded, const char *text, GArray *places)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gsize before = folded->len;
      guint place = (guint) (at - text);

      if ((guchar) *at < 0x80)
        g_string_append_c (folded, g_ascii_isspace (*at) ? ' ' : g_ascii_tolower (*at));
      else
        fold_letter (folded, g_utf8_get_char (at));
      for (; places != NULL && before < folded->len; before++)
        g_array_append_val (places, place);
    }
}

static GStrv
words_of (const char *text)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  fold (folded, text, NULL);
  parts = g_strsplit (folded->str, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      g_strv_builder_add (words, parts[i]);
  return g_strv_builder_end (words);
}

/* --- making ready --- */

/* The string at place at of a member that people read, as it is shown; NULL behind the last. */
static const char *
shown_string (TwPlaybook *playbook, gpointer record, const TwField *field, guint at)
{
  TwValue value = tw_record_get (record, field);
  const char *string = NULL;

  if (field->code || field->catalogue == TW_CATALOGUE_ID)
    return NULL;
  if (field->type == TW_FIELD_LINES)
    string = at < tw_list_n (value.list) ? value.list->items[at] : NULL;
  else if ((field->type == TW_FIELD_LINE || field->type == TW_FIELD_TEXT) && at == 0)
    string = value.string;
  return field->catalogue > 0 && string != NULL
             ? tw_playbook_name (playbook, (TwWordKind) (field->catalogue - 1), string)
             : string;
}

static void
add_text (TwSearch *self, Item *item)
{
  const TwField *title = tw_record_title (item->record->type);
  const char *name = title != NULL ? tw_record_get (item->record, title).string : NULL;

  item->text = self->folded->len;
  if (name != NULL)
    fold (self->folded, name, NULL);
  item->n_title = self->folded->len - item->text;
  for (guint i = 0; i < item->record->type->n_fields; i++)
    {
      const TwField *field = &item->record->type->fields[i];
      const char *string;

      for (guint at = 0;
           field != title
           && (string = shown_string (self->playbook, item->record, field, at)) != NULL;
           at++)
        {
          g_string_append_c (self->folded, '\n');
          fold (self->folded, string, NULL);
        }
    }
  g_string_append_c (self->folded, '\0');
}

static void
add_record (TwSearch *self, TwRecord *record, int above, TwStep step)
{
  Item *parent = above >= 0 ? &g_array_index (self->items, Item, (guint) above) : NULL;
  Item item = { .record = record, .above = above, .step = step };
  int own = (int) self->items->len;

  item.depth = parent != NULL ? parent->depth + 1 : 0;
  item.internal = (parent != NULL && parent->internal) || tw_record_is_internal (record)
                  || (step.field != NULL && step.field->audience == TW_MEMBER_INTERNAL);
  add_text (self, &item);
  g_array_append_val (self->items, item);
  for (guint i = 0; i < record->type->n_fields; i++)
    {
      const TwField *field = &record->type->fields[i];
      TwValue value = tw_record_get (record, field);

      if (field->of == &tw_baseline_type)
        continue;
      if (field->type == TW_FIELD_RECORD && value.record != NULL)
        add_record (self, value.record, own, (TwStep){ field, 0 });
      for (guint at = 0; field->type == TW_FIELD_LIST && at < tw_list_n (value.list); at++)
        add_record (self, value.list->items[at], own, (TwStep){ field, at });
    }
}

TwSearch *
tw_search_new (TwPlan *plan, TwPlaybook *playbook)
{
  TwSearch *self = g_new0 (TwSearch, 1);

  self->plan = tw_plan_ref (plan);
  self->playbook = tw_record_ref (playbook);
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  self->folded = g_string_new (NULL);
  add_record (self, &plan->record, -1, (TwStep){ NULL, 0 });
  return self;
}

void
tw_search_free (TwSearch *self)
{
  tw_plan_unref (self->plan);
  tw_record_unref (self->playbook);
  g_array_unref (self->items);
  g_string_free (self->folded, TRUE);
  g_free (self);
}

TwPlan *
tw_search_plan (TwSearch *self)
{
  return self->plan;
}

/* --- finding --- */

/* How good a hit is; the lower the better. */
enum
{
  BEGINS,       /* the name begins with what was typed */
  WORDS_BEGIN,  /* each word begins a word of the name */
  IN_NAME,      /* all words are in the name */
  IN_NAME_PATH, /* the rest is in the names of what it stands in */
  IN_MEMBERS,
  NOT_FOUND
};

typedef struct
{
  guint item, rank;
} Found;

static Item *
item_at (TwSearch *self, guint number)
{
  return &g_array_index (self->items, Item, number);
}

/* Where word is in the name of an item: -1 not at all, 0 in a word, 1 at the beginning of one. */
static int
in_name (TwSearch *self, Item *item, const char *word)
{
  const char *name = self->folded->str + item->text, *end = name + item->n_title;
  gsize length = strlen (word);
  int found = -1;

  for (const char *at = strstr (name, word); at != NULL && at + length <= end && found < 1;
       at = strstr (at + 1, word))
    found = at == name || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))) ? 1 : 0;
  return found;
}

static gboolean
in_path (TwSearch *self, Item *item, const char *word)
{
  for (int above = item->above; above > 0; above = item_at (self, (guint) above)->above)
    if (in_name (self, item_at (self, (guint) above), word) >= 0)
      return TRUE;
  return FALSE;
}

static guint
rank_of (TwSearch *self, Item *item, GStrv words, const char *phrase)
{
  guint rank = WORDS_BEGIN, n_own = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *text = self->folded->str + item->text;
      int in = strstr (text, words[i]) != NULL ? in_name (self, item, words[i]) : -2;

      if (in == -2 && !in_path (self, item, words[i]))
        return NOT_FOUND;
      n_own += in != -2;
      rank = MAX (rank, in == 1    ? WORDS_BEGIN
                        : in == 0  ? IN_NAME
                        : in == -2 ? IN_NAME_PATH
                                   : IN_MEMBERS);
    }
  if (n_own == 0)
    return NOT_FOUND;
  return rank == WORDS_BEGIN && g_str_has_prefix (self->folded->str + item->text, phrase) ? BEGINS
                                                                                          : rank;
}

/* The better first, then what stands higher up, then in the order of the file. */
static gint
compare_found (gconstpointer a, gconstpointer b, gpointer search)
{
  const Found *one = a, *other = b;
  Item *first = item_at (search, one->item), *second = item_at (search, other->item);

  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;
  if (first->depth != second->depth)
    return first->depth < second->depth ? -1 : 1;
  return one->item < other->item ? -1 : one->item > other->item;
}

/* --- showing --- */

static gint
compare_ranges (gconstpointer a, gconstpointer b)
{
  return (gint) ((const TwRange *) a)->start - (gint) ((const TwRange *) b)->start;
}

/* Where text has the words, in order and apart. */
static GArray *
matches_in (const char *text, GStrv words)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (TwRange));
  guint kept = 0;

  if (text == NULL)
    return ranges;
  fold (folded, text, places);
  for (guint i = 0; words[i] != NULL; i++)
    for (const char *at = strstr (folded->str, words[i]); at != NULL;
         at = strstr (at + strlen (words[i]), words[i]))
      {
        gsize start = (gsize) (at - folded->str), last = start + strlen (words[i]) - 1;
        const char *end = text + g_array_index (places, guint, last);
        TwRange range = { g_array_index (places, guint, start), 0 };

        /* With the marks that stand on the last letter. */
        do
          end = g_utf8_next_char (end);
        while (is_accent (g_utf8_get_char (end)));
        range.end = (guint) (end - text);
        g_array_append_val (ranges, range);
      }
  g_array_sort (ranges, compare_ranges);
  for (guint i = 0; i < ranges->len; i++)
    {
      TwRange *range = &g_array_index (ranges, TwRange, i);
      TwRange *before = kept > 0 ? &g_array_index (ranges, TwRange, kept - 1) : NULL;

      if (before != NULL && range->start <= before->end)
        before->end = MAX (before->end, range->end);
      else
        g_array_index (ranges, TwRange, kept++) = *range;
    }
  g_array_set_size (ranges, kept);
  return ranges;
}

/* One line of text around the first of the words. */
static char *
excerpt (const char *text, GStrv words)
{
  g_autoptr (GArray) matches = matches_in (text, words);
  const char *match = text + (matches->len > 0 ? g_array_index (matches, TwRange, 0).start : 0);
  const char *start = match, *end;
  GString *line = g_string_new (NULL);

  if (g_utf8_pointer_to_offset (text, match) < FAR)
    start = text;
  for (guint i = 0; i < BEFORE && start > text; i++)
    start = g_utf8_prev_char (start);
  /* From the beginning of a word on. */
  while (start > text && start < match && !g_ascii_isspace (start[-1]))
    start = g_utf8_next_char (start);
  while (start < match && g_ascii_isspace (*start))
    start++;
  end = start;
  for (guint i = 0; i < SHOWN && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  if (start > text)
    g_string_append (line, "… ");
  g_string_append_len (line, start, end - start);
  if (*end != '\0')
    g_string_append (line, "…");
  g_strdelimit (line->str, "\n\t", ' ');
  return g_string_free (line, FALSE);
}

/* What stands for the name of a record: its own, or that of what holds it; NULL: none does. */
static const char *
name_of (TwSearch *self, Item *item)
{
  const char *name = tw_record_name (item->record);

  if (tw_record_is (item->record, &tw_handover_type))
    return C_ ("event", "Hand-over");
  if (name == NULL && item->above > 0)
    return name_of (self, item_at (self, (guint) item->above));
  return name;
}

/* Where it stands: 'Customer Health › Assess'; of what stands in the plan itself, what tells it
 * apart. NULL: nothing. */
static char *
path_of (TwSearch *self, Item *item)
{
  GString *path = NULL;
  TwNote *note = (TwNote *) item->record;

  if (item->record->type == &tw_note_type || item->record->type == &tw_meeting_type)
    {
      gboolean meeting = item->record->type == &tw_meeting_type;
      g_autofree char *day
          = tw_words_date (meeting ? ((TwMeeting *) item->record)->date : note->date, TW_DATE_LONG);

      return g_strconcat (meeting ? C_ ("event", "Meeting")
                          : note->kind != NULL
                              ? tw_playbook_name (self->playbook, TW_WORD_NOTE_TYPE, note->kind)
                              : C_ ("journal", "Note"),
                          ", ", day, NULL);
    }
  if (item->record->type == &tw_entry_type)
    return g_strdup (tw_words_entry_kind (((TwEntry *) item->record)->kind));
  if (item->record->type == &tw_person_type)
    return g_strdup (((TwPerson *) item->record)->organisation);
  for (int above = item->above; above > 0; above = item_at (self, (guint) above)->above)
    {
      const char *name = name_of (self, item_at (self, (guint) above));

      if (name == NULL)
        continue;
      if (path == NULL)
        path = g_string_new (name);
      else
        {
          g_string_prepend (path, " › ");
          g_string_prepend (path, name);
        }
    }
  return path != NULL ? g_string_free (path, FALSE) : NULL;
}

/* The first member other than the name that has the most of the words. */
static const TwField *
best_member (TwSearch *self, Item *item, GStrv words, const char **string)
{
  const TwField *title = tw_record_title (item->record->type), *best = NULL;
  guint most = 0;

  for (guint i = 0; i < item->record->type->n_fields; i++)
    {
      const TwField *field = &item->record->type->fields[i];
      const char *one;

      for (guint at = 0;
           field != title && (one = shown_string (self->playbook, item->record, field, at)) != NULL;
           at++)
        {
          g_autoptr (GArray) matches = matches_in (one, words);

          if (matches->len > most)
            {
              best = field;
              *string = one;
              most = matches->len;
            }
        }
    }
  return best;
}

static void
hit_free (gpointer data)
{
  TwHit *hit = data;

  g_free (hit->title);
  g_free (hit->detail);
  g_array_unref (hit->title_matches);
  g_array_unref (hit->detail_matches);
  g_free (hit);
}

static void
set_place (TwSearch *self, guint number, TwPlace *place)
{
  Item *item = item_at (self, number);

  place->depth = item->depth;
  for (; item->above >= 0; item = item_at (self, (guint) item->above))
    place->steps[item->depth - 1] = item->step;
}

static TwHit *
hit_new (TwSearch *self, const Found *found, GStrv words)
{
  Item *item = item_at (self, found->item);
  TwHit *hit = g_new0 (TwHit, 1);
  const char *name, *string = NULL;

  hit->record = item->record;
  set_place (self, found->item, &hit->place);
  if (found->rank == IN_MEMBERS)
    hit->member = best_member (self, item, words, &string);
  if (hit->member == NULL)
    hit->member = tw_record_title (item->record->type);
  hit->internal = item->internal || hit->member->audience == TW_MEMBER_INTERNAL;
  name = name_of (self, item);
  hit->title = excerpt (name != NULL ? name : string, words);
  hit->detail = string != NULL ? excerpt (string, words) : path_of (self, item);
  hit->title_matches = matches_in (hit->title, words);
  hit->detail_matches = matches_in (hit->detail, words);
  return hit;
}

TwHits *
tw_search_find (TwSearch *self, const char *text, guint limit)
{
  g_auto (GStrv) words = words_of (text);
  g_autofree char *phrase = g_strjoinv (" ", words);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  TwHits *hits = g_new0 (TwHits, 1);

  hits->hits = g_ptr_array_new_with_free_func (hit_free);
  for (guint i = 0; words[0] != NULL && i < self->items->len; i++)
    {
      Found one = { i, rank_of (self, item_at (self, i), words, phrase) };

      if (one.rank != NOT_FOUND)
        g_array_append_val (found, one);
    }
  g_array_sort_with_data (found, compare_found, self);
  for (guint i = 0; i < MIN (limit, found->len); i++)
    g_ptr_array_add (hits->hits, hit_new (self, &g_array_index (found, Found, i), words));
  hits->n_more = found->len - hits->hits->len;
  return hits;
}

void
tw_hits_free (TwHits *hits)
{
  g_ptr_array_unref (hits->hits);
  g_free (hits);
}
