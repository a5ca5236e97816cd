/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tw-checklist.h"
#include "tw-field-row-private.h"
#include "tw-words.h"

/* Rows of members that are lists: links, workloads, roles, days, words of one's own, checks. */

static TwPlan *
token_each (TwSchedule *schedule, const char *id, gpointer data, GError **error)
{
  TwFieldChange *change = data;
  TwFieldRow *self = change->self;
  g_autoptr (TwList) list = NULL;
  g_autoptr (GPtrArray) strings = g_ptr_array_new ();

  if (g_str_equal (self->field->name, "after"))
    return change->add ? tw_edit_link (schedule, id, change->token, error)
                       : tw_edit_unlink (schedule, id, change->token, error);
  TW_FOREACH (char, one, tw_field_row_value (self, id).list)
    if (!g_str_equal (one, change->token))
      g_ptr_array_add (strings, one);
  if (change->add)
    g_ptr_array_add (strings, (gpointer) change->token);
  g_ptr_array_add (strings, NULL);
  list = tw_list_new_strv (self->field->type, (const char *const *) strings->pdata);
  change->value.list = list;
  return tw_field_row_set_each (schedule, id, change, error);
}

static void
token_cb (TwTokens *tokens G_GNUC_UNUSED, const char *id, gboolean add, gpointer data)
{
  TwFieldChange change = { .self = data, .token = id, .add = add };

  tw_field_row_edit (data, token_each, &change, FALSE);
}

static gboolean
all_have (TwFieldRow *self, const char *token)
{
  for (char **id = self->ids; *id != NULL; id++)
    {
      gboolean has = FALSE;

      TW_FOREACH (char, one, tw_field_row_value (self, *id).list)
        has |= g_str_equal (one, token);
      if (!has)
        return FALSE;
    }
  return TRUE;
}

/* What there is, without what is there already. */
static GPtrArray *
token_choices (TwTokens *tokens G_GNUC_UNUSED, gpointer data)
{
  TwFieldRow *self = data;
  GPtrArray *choices = tw_field_choices (self->state, self->look, self->field,
                                         tw_field_row_id (self->ids[0]), NULL);

  for (guint i = choices->len; i-- > 0;)
    if (all_have (self, ((TwChoice *) choices->pdata[i])->id))
      g_ptr_array_remove_index (choices, i);
  return choices;
}

static void
token_show (TwFieldRow *self, TwValue value G_GNUC_UNUSED, gboolean mixed G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) shown = tw_choices_new ();

  /* What at least one of them has: taking it away takes it from all. */
  for (char **id = self->ids; *id != NULL; id++)
    tw_field_add_tokens (self->state, self->look, self->field, tw_field_row_id (*id),
                         tw_field_row_value (self, *id).list, shown);
  tw_tokens_show (TW_TOKENS (self->input), shown);
}

/* A row that is all tokens. */
static GtkWidget *
tokens_row_new (TwFieldRow *self, gboolean free_text, TwTokensChoicesFunc choices,
                TwTokensFunc func)
{
  const char *title = tw_field_look_label (self->look);
  GtkWidget *row = adw_preferences_row_new ();

  self->input = tw_tokens_new (title, free_text, choices, func, self);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), self->input);
  return row;
}

static GtkWidget *
token_make (TwFieldRow *self)
{
  return tokens_row_new (self, self->field->type == TW_FIELD_LINES, token_choices, token_cb);
}

/* --- days --- */

static TwPlan *
day_each (TwSchedule *schedule, const char *id, gpointer data, GError **error)
{
  TwFieldChange *change = data;
  TwFieldRow *self = change->self;
  GPtrArray *days = g_ptr_array_new ();
  g_autoptr (TwList) list = NULL;
  TwDate day = TW_DATE_NONE;

  if (!tw_words_parse_date (change->token, TW_DATE_NONE, tw_view_state_today (self->state), &day))
    {
      g_ptr_array_unref (days);
      g_set_error (error, TW_ERROR, TW_ERROR_REFUSED, _ ("“%s” isn’t a date"), change->token);
      return NULL;
    }
  TW_FOREACH (void, one, tw_field_row_value (self, id).list)
    if (GPOINTER_TO_UINT (one) != day)
      g_ptr_array_add (days, one);
  if (change->add)
    g_ptr_array_add (days, GUINT_TO_POINTER (day));
  list = tw_list_new_take (TW_FIELD_DATES, days);
  change->value.list = list;
  return tw_field_row_set_each (schedule, id, change, error);
}

static void
day_cb (TwTokens *tokens G_GNUC_UNUSED, const char *id, gboolean add, gpointer data)
{
  TwFieldChange change = { .self = data, .token = id, .add = add };

  tw_field_row_edit (data, day_each, &change, FALSE);
}

static void
days_show (TwFieldRow *self, TwValue value, gboolean mixed G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) shown = tw_choices_new ();

  TW_FOREACH (void, one, value.list)
    {
      TwDate day = (TwDate) GPOINTER_TO_UINT (one);
      g_autofree char *name = tw_words_date_near (day, tw_view_state_today (self->state), FALSE);
      char id[TW_DATE_LENGTH];

      tw_date_iso (day, id);
      tw_choices_add (shown, id, name, NULL);
    }
  tw_tokens_show (TW_TOKENS (self->input), shown);
}

static GtkWidget *
days_make (TwFieldRow *self)
{
  return tokens_row_new (self, TRUE, NULL, day_cb);
}

/* --- checklists --- */

static void
checks_show (TwFieldRow *self, TwValue value, gboolean mixed G_GNUC_UNUSED)
{
  tw_checklist_show (self->input, self->ids[0], value.list);
}

static GtkWidget *
checks_make (TwFieldRow *self)
{
  GtkWidget *head, *column = tw_field_row_heading (self, &head);

  self->input = tw_checklist_new (self->state, head);
  gtk_box_append (GTK_BOX (column), self->input);
  return column;
}

const TwFieldEditor tw_field_tokens = { token_make, token_show };
const TwFieldEditor tw_field_checks = { checks_make, checks_show };
const TwFieldEditor tw_field_days = { days_make, days_show };
