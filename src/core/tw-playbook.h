/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tw-json.h"
#include "tw-plan.h"

G_BEGIN_DECLS

/* The catalogue that plans are made from. Its records are described by tables like a plan's,
 * in tw-playbook.c; unknown members ride along. All of it is immutable. */

typedef struct
{
  TwRecord record;
  char *id, *name, *abbreviation;
  TwSide side;
  char *summary;
} TwPbRole;

typedef struct
{
  TwRecord record;
  char *id, *name, *formerly, *abbreviation, *group;
  TwUnit unit;
  char *denominator, *health_group, *health_component;
  gboolean standard; /* "default": in a plan that names none */
  gboolean legacy;
} TwPbWorkload;

typedef enum
{
  TW_PB_INTERNAL,
  TW_PB_PUBLIC,
} TwPbAudience;

typedef struct
{
  TwRecord record;
  char *id, *text, *role;
  gboolean mandatory;
  int audience; /* TwPbAudience, or TW_WORD_NONE: by its role */
  TwList *workloads, *motions;
} TwPbItem;

typedef struct
{
  TwRecord record;
  char *id, *phase; /* phase: only of an approach's own */
  char *name, *customer_name, *formerly, *summary;
  TwList *primary_roles, *motions, *workloads, *deliverables;
  TwList *checklist; /* TwPbItem */
  int typical_days;
  TwList *after;   /* ids of the same phase, or "*" */
  TwList *follows; /* what else it comes after, as in TwPbMotion */
  gboolean milestone, optional, internal, current;
  char *part_of;
  int min_seats;
} TwPbActivity;

typedef struct
{
  TwRecord record;
  char *id, *name, *customer_name, *summary;
  TwList *exit_criteria;
  TwList *internal_exit_criteria, *public_exit_criteria; /* in whatever phase */
  int days;           /* it stays without activities if this isn't 0 */
  TwList *activities; /* TwPbActivity */
  gboolean current;
} TwPbPhase;

typedef struct
{
  TwRecord record;
  char *phase;
  TwList *activities, *unique, *optional; /* ids */
  TwList *follows;                        /* as in TwPbMotion; NULL: the phase before it */
} TwPbMotionPhase;

typedef struct
{
  TwRecord record;
  char *motion, *after_phase, *from_phase, *when;
} TwPbHandover;

typedef struct
{
  TwRecord record;
  guint health; /* bits of TwHealthLevel; 0: always */
  gboolean partner;
} TwPbAppliesWhen;

typedef struct
{
  TwRecord record;
  char *id, *name, *customer_name, *summary, *every;
  TwList *primary_roles, *phases;
  gboolean optional, internal;
  TwPbAppliesWhen *applies_when;
} TwPbRecurring;

typedef struct
{
  TwRecord record;
  char *id, *name, *customer_name, *abbreviation, *summary, *objective;
  TwList *entry_criteria;
  TwList *phases;               /* TwPbMotionPhase */
  TwList *recurring_activities; /* TwPbRecurring */
  TwList *hands_over_to;        /* TwPbHandover */
  TwList *superseded_by;
  /* Ids of motions and activities and MOTION:PHASE that it comes after, as far as they are in the
   * plan; empty: nothing; NULL: the motion before it. */
  TwList *follows;
  gboolean current;
} TwPbMotion;

typedef struct
{
  TwRecord record;
  char *id, *name, *workload;
  int green_above, yellow_above;
} TwPbKpi;

typedef struct
{
  TwRecord record;
  char *id, *name, *customer_name, *summary;
  TwList *motions, *workloads;
  TwList *kpis;       /* TwPbKpi */
  TwList *activities; /* TwPbActivity: its own, and with nothing but an id those it names */
  gboolean documented;
} TwPbApproach;

typedef struct
{
  TwRecord record;
  char *id, *text, *role, *evidence;
} TwPbAdoptionItem;

typedef struct
{
  TwRecord record;
  char *id, *name, *summary, *phase;
  TwList *checklist; /* TwPbAdoptionItem */
} TwPbStage;

typedef struct
{
  TwRecord record;
  char *id, *name, *summary, *hint;
  TwList *workloads;
} TwPbStatusDetail;

typedef struct
{
  TwRecord record;
  char *id, *name, *summary, *hint;
  TwList *details; /* TwPbStatusDetail */
} TwPbStatusReason;

typedef struct
{
  TwRecord record;
  char *id, *name, *summary;
  TwList *needs;
  TwList *reasons; /* TwPbStatusReason */
} TwPbStatus;

typedef struct
{
  TwRecord record;
  char *id, *name;
  TwList *workloads;
} TwPbHealthComponent;

typedef struct
{
  TwRecord record;
  int need;  /* 0: any, 1: all */
  int above; /* percent */
} TwPbBound;

typedef struct
{
  TwRecord record;
  char *id, *name;
  TwList *components; /* TwPbHealthComponent */
  TwPbBound *green, *yellow;
} TwPbHealthGroup;

typedef struct
{
  TwRecord record;
  char *id, *name, *summary;
} TwPbWord; /* business reasons, SSAT: what has an id and a name */

typedef struct
{
  TwRecord record;
  char *text;
  int minutes;
} TwPbAgendaItem;

typedef struct
{
  TwRecord record;
  char *id, *name, *summary, *every; /* every: NULL: once */
  TwList *agenda;                    /* TwPbAgendaItem */
  gboolean internal;
} TwPbMeeting;

typedef struct
{
  TwRecord record;
  char *id, *name, *summary;
  int max_sentences; /* 0: any number */
  TwList *avoid;     /* words that say nothing */
} TwPbNoteType;

typedef struct
{
  TwRecord record;
  TwList *groups; /* TwPbHealthGroup */
} TwPbHealth;

typedef struct
{
  TwRecord record;
  TwList *stages; /* TwPbStage */
} TwPbAdoption;

struct _TwPlaybook
{
  TwRecord record;
  int format, version;
  char *id, *title, *summary, *language, *edition, *plan_title;
  TwList *roles, *workloads, *phases, *motions, *approaches;
  TwPbAdoption *adoption_continuum;
  TwList *statuses;
  TwPbHealth *health;
  TwList *business_reasons; /* TwPbWord */
  TwList *note_types;       /* TwPbNoteType */
  TwList *meetings;         /* TwPbMeeting */
  TwList *ssat;             /* TwPbWord */
  TwList *default_motions, *default_approaches;
};

extern const TwRecordType tw_playbook_type, tw_pb_workload_type, tw_pb_item_type,
    tw_pb_activity_type, tw_pb_phase_type, tw_pb_motion_phase_type, tw_pb_motion_type,
    tw_pb_recurring_type, tw_pb_applies_when_type, tw_pb_kpi_type, tw_pb_approach_type,
    tw_pb_adoption_item_type, tw_pb_stage_type, tw_pb_adoption_type;

static inline void
tw_playbook_unref (TwPlaybook *playbook)
{
  tw_record_unref (playbook);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwPlaybook, tw_playbook_unref)

/* Reads a playbook from bytes; NULL and faults (of TwFault) if it is wrong. */
TwPlaybook *tw_playbook_read (GBytes *bytes, GPtrArray *faults);
/* The embedded FastTrack playbook; borrowed, made once. */
TwPlaybook *tw_playbook_builtin (void);
/* The built-in one first, then those of $XDG_DATA_HOME/trackway/playbooks and of the system's
 * data directories (the first of an id counts); a file that can't be read is left out, its
 * faults in *problems (lines of text; may be NULL). GPtrArray of TwPlaybook, transfer full. */
GPtrArray *tw_playbook_list (GPtrArray **problems);
/* The one with this id; NULL if there is none. id NULL: the built-in one. Transfer full. */
TwPlaybook *tw_playbook_find (const char *id);

/* Look-ups; borrowed, NULL if there is none. Activities are searched in phases and approaches. */
TwPbMotion *tw_playbook_motion (TwPlaybook *playbook, const char *id);
TwPbApproach *tw_playbook_approach (TwPlaybook *playbook, const char *id);
TwPbPhase *tw_playbook_phase (TwPlaybook *playbook, const char *id);
TwPbActivity *tw_playbook_activity (TwPlaybook *playbook, const char *id);

/* What the name shown for a catalogue word is: looked up in playbook (may be NULL), then in the
 * built-in one, else the word itself. Borrowed. */
typedef enum
{
  TW_WORD_ROLE,
  TW_WORD_REASON, /* level 2 of a status */
  TW_WORD_DETAIL, /* level 3 */
  TW_WORD_BUSINESS_REASON,
  TW_WORD_NOTE_TYPE,
  TW_WORD_MEETING,
  TW_WORD_WORKLOAD,
  TW_WORD_MOTION,
  TW_WORD_PHASE,
  TW_WORD_APPROACH,
} TwWordKind;

const char *tw_playbook_name (TwPlaybook *playbook, TwWordKind kind, const char *word);
gboolean tw_playbook_knows (TwPlaybook *playbook, TwWordKind kind, const char *word);
/* By id, of this playbook or of the built-in one; id may be NULL. */
TwPbNoteType *tw_playbook_note_type (TwPlaybook *playbook, const char *id);
TwPbMeeting *tw_playbook_meeting (TwPlaybook *playbook, const char *id);
/* Whether a role is the customer's side. */
gboolean tw_playbook_role_is_customer (TwPlaybook *playbook, const char *role);

/* What New Plan asks (MAKING.md). */
typedef struct
{
  const char *customer;
  TwDate start, renewal;         /* renewal TW_DATE_NONE: none */
  int seats;                     /* 0: unknown */
  const char *const *motions;    /* ids in order, NULL-terminated; NULL: the default */
  const char *const *approaches; /* NULL: the default */
  const char *const *workloads;  /* NULL: the playbook's default */
  TwCalendar *calendar;          /* NULL: Monday to Friday */
  const char *language;          /* BCP 47; NULL, or one that the terms don't have: English */
  const char *plan_id;           /* NULL: a random one */
} TwPlanRequest;

/* Makes a plan by MAKING.md. NULL and TW_ERROR_REFUSED, in words, if it can't be. An empty
 * vector of motions (not NULL) makes a plan without any. */
TwPlan *tw_playbook_make_plan (TwPlaybook *playbook, const TwPlanRequest *request, GError **error);

G_END_DECLS
