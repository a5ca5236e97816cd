/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "tw-plan-file.h"
#include "tw-test-mark.h"
#include "tw-test-plan.h"
#include "tw-test-run.h"

/* The summary as others read it: the bytes of the file, and what poppler finds in them. */

#define ROUNDS 50

/* Only in the internal edition, as is the last one. */
#define HANDOVERS "Hand-overs"
static const char *const heads[] = { "Contoso Ltd",
                                     "Summary",
                                     "Health",
                                     "Timeline",
                                     "Phases",
                                     HANDOVERS,
                                     "Next steps",
                                     "Workloads",
                                     "Adoption",
                                     "Risks and decisions",
                                     "Changes since 8 January",
                                     "Everything in this plan",
                                     NULL };

typedef struct
{
  char *folder, *plan, *pdf;
} Place;

static void
set_up (Place *place, gconstpointer data G_GNUC_UNUSED)
{
  place->folder = g_dir_make_tmp ("trackway-XXXXXX", NULL);
  place->plan = g_build_filename (place->folder, "a.plan.json", NULL);
  place->pdf = g_build_filename (place->folder, "a.pdf", NULL);
}

static void
tear_down (Place *place, gconstpointer data G_GNUC_UNUSED)
{
  g_remove (place->plan);
  g_remove (place->pdf);
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  g_free (place->folder);
  g_free (place->plan);
  g_free (place->pdf);
}

static void export(Place *place, const char *plan, const char *audience)
{
  g_autofree char *line = g_strdup_printf ("export '%s' -o '%s' --audience %s --today 2027-01-22",
                                           plan, place->pdf, audience);
  g_auto (TwTestRun) run = tw_test_cli (line);

  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);
}

static void
export_example (Place *place, const char *audience)
{
  g_autofree char *path = tw_test_path ("data/examples/contoso.plan.json");

  export(place, path, audience);
}

/* What one of poppler's programs says of the file. */
static char *
poppler (Place *place, const char *program, const char *rest)
{
  g_autofree char *command = g_strdup_printf ("%s '%s' %s", program, place->pdf, rest);
  g_auto (TwTestRun) run = tw_test_run (command);

  g_assert_cmpint (run.status, ==, 0);
  return g_steal_pointer (&run.out);
}

/* Whether lines that are these follow each other, with others between. */
static void
has_lines_in_order (const char *text, const char *const *lines, guint n)
{
  g_auto (GStrv) all = g_strsplit_set (text, "\n\f", -1);
  char **at = all;

  for (guint i = 0; i < n; i++)
    {
      while (*at != NULL && !g_str_equal (*at, lines[i]))
        at++;
      if (*at == NULL)
        g_error ("“%s” doesn’t follow what should stand before it", lines[i]);
      at++;
    }
}

/* The heads, as they stand between two tags or after a line. */
static char *
collect_heads (const char *text, const char *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GString *found = g_string_new (NULL);

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *head = g_match_info_fetch (match, 1);

      g_string_append_printf (found, "%s%s", found->len > 0 ? "\n" : "", head);
    }
  return g_string_free (found, FALSE);
}

static void
reading_order (Place *place, gconstpointer data)
{
  gboolean internal = g_str_equal (data, "internal");
  guint n = g_strv_length ((char **) heads) - !internal;
  g_autofree char *expected = NULL;
  g_autofree char *text = NULL;
  g_autofree char *structure = NULL;
  g_autofree char *outline = NULL;
  g_autofree char *in_structure = NULL;
  g_autofree char *in_outline = NULL;
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();

  export_example (place, data);
  text = poppler (place, "pdftotext -enc UTF-8", "-");
  for (guint i = 0; i < n; i++)
    if (internal || !g_str_equal (heads[i], HANDOVERS))
      g_ptr_array_add (wanted, (char *) heads[i]);
  has_lines_in_order (text, (const char *const *) wanted->pdata, wanted->len);
  g_ptr_array_add (wanted, NULL);
  expected = g_strjoinv ("\n", (char **) wanted->pdata);
  structure = poppler (place, "pdfinfo -struct-text", "");
  in_structure = collect_heads (structure, "^ *H1 .*\\n *\"(.*)\"$");
  g_assert_cmpstr (in_structure, ==, expected);
  outline = poppler (place, "pdftohtml -xml -i -stdout", "");
  in_outline = collect_heads (outline, "<item page=\"[0-9]+\">(.*)</item>");
  g_assert_cmpstr (in_outline, ==, expected);
}

static void
metadata (Place *place, gconstpointer audience)
{
  static const char *const lines[]
      = { "Title:           Contoso Ltd: Microsoft 365 onboarding", "Subject:         Contoso Ltd",
          "Author:          Maya Okafor", "CreationDate:    Fri Jan 22 00:00:00 2027 UTC" };
  g_autofree char *found = NULL;

  export_example (place, audience);
  found = poppler (place, "pdfinfo", "");
  has_lines_in_order (found, lines, G_N_ELEMENTS (lines));
}

static void
same_bytes (Place *place, gconstpointer audience)
{
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;
  gsize length, other_length;

  export_example (place, audience);
  g_assert_true (g_file_get_contents (place->pdf, &one, &length, NULL));
  export_example (place, audience);
  g_assert_true (g_file_get_contents (place->pdf, &other, &other_length, NULL));
  g_assert_cmpmem (one, length, other, other_length);
}

/* Inflates what deflate compressed, and adds it; the rest are pictures and fonts. */
static void
add_inflated (GByteArray *bytes, const char *stream, gsize length)
{
  g_autoptr (GZlibDecompressor) inflate = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  gsize done = 0, read, written;
  GConverterResult result = G_CONVERTER_CONVERTED;
  guint8 part[65536];

  while (result == G_CONVERTER_CONVERTED)
    {
      result = g_converter_convert (G_CONVERTER (inflate), stream + done, length - done, part,
                                    sizeof part, G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
      if (result == G_CONVERTER_ERROR)
        return;
      g_byte_array_append (bytes, part, (guint) written);
      done += read;
    }
}

/* The file, and behind it what its streams hold. */
static GByteArray *
raw_bytes (Place *place)
{
  static const char begin[] = "stream\n", end[] = "endstream";
  GByteArray *bytes = g_byte_array_new ();
  g_autofree char *file = NULL;
  const char *at, *stop;
  gsize length;

  g_assert_true (g_file_get_contents (place->pdf, &file, &length, NULL));
  g_byte_array_append (bytes, (const guint8 *) file, (guint) length);
  at = file;
  while ((at = memmem (at, length - (gsize) (at - file), begin, strlen (begin))) != NULL)
    {
      at += strlen (begin);
      stop = memmem (at, length - (gsize) (at - file), end, strlen (end));
      if (stop == NULL)
        break;
      add_inflated (bytes, at, (gsize) (stop - at));
      at = stop + strlen (end);
    }
  return bytes;
}

/* Whether the bytes hold a text, be it as UTF-16 or as that in hexadecimal digits. */
static gboolean
raw_holds (GByteArray *bytes, const char *text)
{
  g_autoptr (GByteArray) wide = g_byte_array_new ();
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      const guint8 unit[] = { 0, (guint8) *at };

      g_byte_array_append (wide, unit, sizeof unit);
      g_string_append_printf (digits, "00%02x", unit[1]);
    }
  for (guint i = 0; i < 2; i++)
    {
      if (memmem (bytes->data, bytes->len, digits->str, digits->len) != NULL)
        return TRUE;
      g_string_ascii_up (digits);
    }
  return memmem (bytes->data, bytes->len, text, strlen (text)) != NULL
         || memmem (bytes->data, bytes->len, wide->data, wide->len) != NULL;
}

/* The words that begin as a marker does. */
static GHashTable *
markers_in (const char *text)
{
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRegex) regex = g_regex_new (TW_TEST_MARK "[-0-9A-Z]*", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    g_hash_table_add (found, g_match_info_fetch (match, 0));
  return found;
}

static void
is_all_internal (Place *place, guint round, guint n)
{
  g_autofree char *text = NULL;
  g_autoptr (GHashTable) found = NULL;
  g_autoptr (GByteArray) raw = NULL;

  export(place, place->plan, "internal");
  text = poppler (place, "pdftotext -enc UTF-8", "-");
  found = markers_in (text);
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *marker = tw_test_marker (i);

      if (!g_hash_table_contains (found, marker))
        g_error ("%s of %u isn't in the internal edition of round %u", marker, n, round);
    }
  g_assert_true (g_hash_table_contains (found, TW_TEST_MARK_UNKNOWN));
  /* Both are looked at, the file itself and what its pages are made of. */
  raw = raw_bytes (place);
  g_assert_true (raw_holds (raw, "Everything in this plan"));
  g_assert_true (raw_holds (raw, "BDC"));
}

static void
is_nothing_internal (Place *place, guint round)
{
  g_autofree char *text = NULL;
  g_autofree char *info = NULL;
  g_autoptr (GByteArray) raw = NULL;

  export(place, place->plan, "customer");
  text = poppler (place, "pdftotext -enc UTF-8", "-");
  info = poppler (place, "pdfinfo -struct-text", "");
  raw = raw_bytes (place);
  if (strstr (text, TW_TEST_MARK) != NULL || strstr (text, TW_TEST_MARK_YEAR) != NULL
      || strstr (info, TW_TEST_MARK) != NULL || raw_holds (raw, TW_TEST_MARK))
    g_error ("the customer's copy of round %u holds a marker", round);
}

static void
nothing_internal_for_the_customer (Place *place, gconstpointer data G_GNUC_UNUSED)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      guint n;
      g_autoptr (TwPlan) plan = tw_test_marked_plan (round, &n);
      g_autoptr (GBytes) bytes = tw_plan_to_bytes (plan);
      g_autoptr (GFile) file = g_file_new_for_path (place->plan);

      g_assert_true (tw_file_replace (file, bytes, NULL, NULL, NULL));
      is_nothing_internal (place, round);
      is_all_internal (place, round, n);
    }
}

/* The ids that the plan took from the catalogue are no names, anchors or labels. */
static void
no_id_of_the_catalogue (Place *place, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (TwPlan) plan = tw_test_contoso ();
  g_autoptr (GByteArray) raw = NULL;
  guint n = 0;

  export_example (place, "customer");
  raw = raw_bytes (place);
  for (guint i = 0; i < 2; i++)
    TW_FOREACH (TwRecord, record, i == 0 ? plan->approaches : plan->workloads)
      {
        char buffer[TW_DATE_LENGTH];
        const char *id = tw_record_key (record, buffer);

        /* The others are words that a text may have. */
        if (strchr (id, '-') == NULL)
          continue;
        g_assert_false (raw_holds (raw, id));
        n++;
      }
  g_assert_cmpuint (n, >, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, data, function) g_test_add (name, Place, data, set_up, function, tear_down)
  ADD ("/pdf/reading-order/customer", "customer", reading_order);
  ADD ("/pdf/reading-order/internal", "internal", reading_order);
  ADD ("/pdf/metadata/customer", "customer", metadata);
  ADD ("/pdf/metadata/internal", "internal", metadata);
  ADD ("/pdf/same-bytes/customer", "customer", same_bytes);
  ADD ("/pdf/same-bytes/internal", "internal", same_bytes);
  ADD ("/pdf/nothing-internal-for-the-customer", NULL, nothing_internal_for_the_customer);
  ADD ("/pdf/no-id-of-the-catalogue", NULL, no_id_of_the_catalogue);
  return g_test_run ();
}
