/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"
#include "tw-test-plan.h"

#define ROUNDS 300
#define SEED 20270122

/* Replaces n characters at at, or as many as there are. */
static void
replace (GString *text, gsize at, gsize n, const char *with)
{
  g_string_erase (text, (gssize) at, (gssize) MIN (n, text->len - at));
  g_string_insert (text, (gssize) at, with);
}

/* How many characters stand from at to the first of ends. */
static gsize
until (GString *text, gsize at, const char *ends)
{
  return strcspn (text->str + at, ends);
}

static gsize
anywhere (GRand *rand, GString *text)
{
  return text->len == 0 ? 0 : (gsize) g_rand_int_range (rand, 0, (int) text->len);
}

/* A string with its quotes, or what stands between two strings; NULL behind the last. */
static char *
a_string (GRand *rand, GString *text, gsize *at)
{
  *at = anywhere (rand, text);
  *at += until (text, *at, "\"");
  if (*at >= text->len)
    return NULL;
  return g_strndup (text->str + *at, 2 + until (text, *at + 1, "\""));
}

static void
swap_strings (GRand *rand, GString *text)
{
  gsize from, to;
  g_autofree char *one = a_string (rand, text, &from);
  g_autofree char *other = a_string (rand, text, &to);

  if (one != NULL && other != NULL)
    replace (text, to, strlen (other), one);
}

static void
change_number (GRand *rand, GString *text)
{
  gsize at = anywhere (rand, text);

  while (at < text->len && !g_ascii_isdigit (text->str[at]))
    at++;
  if (at < text->len)
    text->str[at] = (char) ('0' + g_rand_int_range (rand, 0, 10));
}

static void
change_line (GRand *rand, GString *text)
{
  gsize at = anywhere (rand, text), length;
  g_autofree char *line = NULL;

  at += until (text, at, "\n");
  if (at >= text->len)
    return;
  length = 1 + until (text, at + 1, "\n");
  line = g_strndup (text->str + at, length);
  if (g_rand_boolean (rand))
    g_string_erase (text, (gssize) at, (gssize) length);
  else
    g_string_insert (text, (gssize) (anywhere (rand, text)), line);
}

static const char *const tokens[]
    = { "{",    "}",    "[",    "]",          ",",          ":",           "\"",
        "null", "1.5",  "-1",   "1e9",        "9999-12-31", "99999999999", "\"\"",
        "[]",   "true", "\xff", "1900-01-01", "\\u0000",    "\\ud800",     "\n",
        "é",    "\\\"", "\\\\", "\\n",        "\\u00e9",    "\xef\xbb\xbf" };

static const char *
a_token (GRand *rand)
{
  return tokens[g_rand_int_range (rand, 0, G_N_ELEMENTS (tokens))];
}

static void
change_token (GRand *rand, GString *text)
{
  replace (text, anywhere (rand, text), (gsize) g_rand_int_range (rand, 0, 3), a_token (rand));
}

static void
change_value (GRand *rand, GString *text)
{
  gsize at = anywhere (rand, text);

  at += until (text, at, ":");
  if (at < text->len)
    replace (text, at + 1, until (text, at + 1, ",\n"), a_token (rand));
}

static void
cut (GRand *rand, GString *text)
{
  replace (text, anywhere (rand, text), (gsize) g_rand_int_range (rand, 0, 2000), "");
}

/* The example, as somebody would write it who doesn't know the format. */
static void
mutations (void)
{
  void (*const changes[]) (GRand *, GString *) = { swap_strings,  swap_strings,  change_number,
                                                   change_number, change_number, change_line,
                                                   change_token,  change_value,  cut };
  g_autofree char *path = tw_test_path (tw_fuzz_example);
  g_autofree char *example = NULL;
  GRand *rand = g_rand_new_with_seed (SEED);
  int taken = 0;

  g_assert_true (g_file_get_contents (path, &example, NULL, NULL));
  for (int i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GString) text = g_string_new (example);

      for (int n = i == 0 ? 0 : g_rand_int_range (rand, 1, 3); n > 0; n--)
        changes[g_rand_int_range (rand, 0, G_N_ELEMENTS (changes))](rand, text);
      taken += tw_fuzz ((const guint8 *) text->str, text->len);
    }
  g_rand_free (rand);
  g_test_message ("%d of %d are sound", taken, ROUNDS);
  /* Neither all nor none, or nothing was tried. */
  g_assert_cmpint (taken, >, ROUNDS / 10);
  g_assert_cmpint (taken, <, ROUNDS * 9 / 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzz/mutations", mutations);
  return g_test_run ();
}
