/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Folders in which writing fails. */

/* Puts an empty file system of so many KiB over folder, which no other process sees and which
 * goes with this one: call it in a g_test_trap_subprocess(). FALSE and a message where the machine
 * doesn't let one. */
gboolean tw_test_begin_small_disk (const char *folder, guint kib);
void tw_test_end_small_disk (const char *folder);
/* Fills the disk of folder until so many KiB are free, by a file called filler. */
void tw_test_fill_disk (const char *folder, guint kib);
/* Root writes anywhere: makes folder, with what it holds, one that can be read only, and goes on
 * as a user who isn't root; and back. */
void tw_test_begin_read_only (const char *folder);
void tw_test_end_read_only (const char *folder);
/* What a folder holds: names in order, a space between. Free with g_free(). */
char *tw_test_names (const char *folder);
