/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tw-edit.h"
#include "tw-nodes.h"
#include "tw-words.h"

/* What is selected goes to the clipboard as records for other plans, and as text for elsewhere. */

static gboolean
copy (GtkWidget *widget)
{
  TwViewState *state = tw_nodes_state (widget);
  const char *const *ids = tw_view_state_selection (state);
  g_autoptr (GBytes) clip = NULL;
  g_autofree char *text = NULL;
  GdkContentProvider *parts[2];
  g_autoptr (GdkContentProvider) all = NULL;

  if (!tw_nodes_is_any_selected (state))
    return FALSE;
  clip = tw_clip_new (tw_document_plan (tw_view_state_document (state)), ids);
  text = tw_words_list (tw_view_state_facts (state), ids);
  parts[0] = gdk_content_provider_new_for_bytes (TW_CLIP_MIME, clip);
  parts[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  all = gdk_content_provider_new_union (parts, G_N_ELEMENTS (parts));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), all);
  return TRUE;
}

static void
copy_action (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  copy (widget);
}

static void
cut_action (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  if (copy (widget))
    tw_nodes_delete (widget, TRUE);
}

/* --- pasting: what was asked for may come when the window is gone --- */

static TwPlan *
plan_of (GtkWidget *widget)
{
  return tw_document_plan (tw_view_state_document (tw_nodes_state (widget)));
}

/* Behind the last of what is selected; with no node selected, at the end of what is shown. */
static const char *
behind (GtkWidget *widget)
{
  const char *const *ids = tw_view_state_selection (tw_nodes_state (widget));
  guint n = g_strv_length ((char **) ids);

  return n > 0 && !g_str_equal (ids[n - 1], TW_RECURRING_GROUP)
             ? ids[n - 1]
             : g_object_get_data (G_OBJECT (widget), "tw-nodes-home");
}

/* Takes over plan, ids and error. */
static void
pasted (GtkWidget *widget, TwPlan *plan, GStrv ids, GError *error)
{
  TwViewState *state = tw_nodes_state (widget);
  guint n = ids != NULL ? g_strv_length (ids) : 0;

  if (gtk_widget_get_root (widget) == NULL)
    {
      g_clear_pointer (&plan, tw_plan_unref);
      g_clear_error (&error);
    }
  else if (tw_view_state_edit (state, widget, plan, error, NULL,
                               g_dngettext (GETTEXT_PACKAGE, "Paste %u Item", "Paste %u Items", n),
                               n)
           && n > 0)
    tw_view_state_select_all (state, (const char *const *) ids);
  g_strfreev (ids);
}

static void
text_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  GError *error = NULL;
  g_autofree char *text
      = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, &error);
  GStrv ids = NULL;
  TwPlan *plan = text != NULL
                     ? tw_edit_paste_lines (plan_of (widget), text, behind (widget), &ids, &error)
                     : NULL;

  pasted (widget, plan, ids, error);
}

static void
bytes_cb (GObject *memory, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  GError *error = NULL;
  gboolean read = g_output_stream_splice_finish (G_OUTPUT_STREAM (memory), result, &error) >= 0;
  g_autoptr (GBytes) clip
      = read ? g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory)) : NULL;
  GStrv ids = NULL;
  TwPlan *plan
      = clip != NULL ? tw_edit_paste (plan_of (widget), clip, behind (widget), &ids, &error) : NULL;

  pasted (widget, plan, ids, error);
}

static void
stream_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream
      = gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, NULL, &error);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream != NULL)
    g_output_stream_splice_async (
        memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
        G_PRIORITY_DEFAULT, NULL, bytes_cb, data);
  else
    {
      pasted (data, NULL, NULL, g_steal_pointer (&error));
      g_object_unref (data);
    }
}

static void
paste_action (GtkWidget *widget, const char *action G_GNUC_UNUSED,
              GVariant *parameter G_GNUC_UNUSED)
{
  static const char *types[] = { TW_CLIP_MIME, NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);

  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), TW_CLIP_MIME))
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, stream_cb,
                              g_object_ref (widget));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_cb, g_object_ref (widget));
}

void
tw_nodes_install_clip_actions (GtkWidgetClass *class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
    guint key;
  } actions[] = {
    { "nodes.copy", copy_action, GDK_KEY_c },
    { "nodes.cut", cut_action, GDK_KEY_x },
    { "nodes.paste", paste_action, GDK_KEY_v },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (class, actions[i].name, NULL, actions[i].activate);
      gtk_widget_class_add_binding_action (class, actions[i].key, GDK_CONTROL_MASK, actions[i].name,
                                           NULL);
    }
}
