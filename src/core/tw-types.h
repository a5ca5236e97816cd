/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Errors of every room. The message is translated where the error is made, names the place
 * and says what was expected; it is what a person sees. */
#define TW_ERROR (tw_error_quark ())

typedef enum
{
  TW_ERROR_INVALID,  /* the input is at fault: a file, a field, a link */
  TW_ERROR_REFUSED,  /* an edit that a rule forbids */
  TW_ERROR_CHANGED,  /* the file on disk isn't the one that was read */
  TW_ERROR_FAILED,   /* reading or writing went wrong */
  TW_ERROR_TOO_LATE, /* a date after 9999-12-31 */
} TwError;

GQuark tw_error_quark (void);

typedef struct _TwRecord TwRecord;
typedef struct _TwRecordType TwRecordType;
typedef struct _TwField TwField;
typedef struct _TwList TwList;
typedef struct _TwIndex TwIndex;
typedef struct _TwSchedule TwSchedule;
typedef struct _TwPlaybook TwPlaybook;
typedef struct _TwWorkdays TwWorkdays;

G_END_DECLS
