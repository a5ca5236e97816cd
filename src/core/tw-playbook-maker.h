/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-playbook.h"
#include "tw-schedule.h"

G_BEGIN_DECLS

/* How parts of a plan are made from a playbook (MAKING.md), for whoever makes a plan and whoever
 * adds to one. Only for tw-playbook-*.c. */

typedef struct
{
  TwPlaybook *playbook;
  TwPlan *plan;     /* what is added to; NULL: the plan is new, and its ids count up */
  TwPlaybook *home; /* of the plan that is added to, owned; NULL if it isn't here */
  int seats;
  GPtrArray *approaches; /* TwPbApproach: those chosen, in order */
  GPtrArray *scope;      /* TwPbWorkload, in the catalogue's order */
  GHashTable *used;      /* kinds of the activities that are in the plan */
  GHashTable *counters;  /* letter → how many ids were given; of a new plan */
  GHashTable *ids;       /* those that are taken; of a plan that is added to */
  const char *language;  /* of tw_terms_language(), or NULL */
} TwMaker;

/* What one motion contributes: its phase entries from first up to and with last. */
typedef struct
{
  TwPbMotion *motion;
  int first, last; /* places in the catalogue's phases; -1: no bound */
} TwRun;

/* An activity on its way into a phase of the plan, or there already. */
typedef struct
{
  TwPbActivity *source;
  TwPbApproach *approach; /* whose tag it gets, or NULL */
  TwActivity *made;       /* borrowed */
} TwChosen;

/* plan may be NULL. With one, approaches, scope, seats and language are its own. */
void tw_maker_init (TwMaker *maker, TwPlaybook *playbook, TwPlan *plan);
void tw_maker_clear (TwMaker *maker);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TwMaker, tw_maker_clear)

/* Writes a new id: counted for a new plan, random beside what is there. */
void tw_maker_give_id (TwMaker *maker, char **member, const TwRecordType *type);
/* The id that a workload, approach or stage of the playbook gets: its own, where that is free. */
void tw_maker_give_name_id (TwMaker *maker, char **member, const TwRecordType *type,
                            const char *id);
/* The place of a phase in the catalogue, or -1. */
int tw_maker_phase_order (TwMaker *maker, const char *phase);
gboolean tw_maker_in_scope (TwMaker *maker, const char *workload);
/* Step 2. motion may be NULL: one that the playbook doesn't have. */
gboolean tw_maker_fits (TwMaker *maker, TwPbMotion *motion, TwList *workloads, TwList *motions,
                        int min_seats);
/* Whether what is for these motions is for this one. */
gboolean tw_maker_is_for (TwPbMotion *motion, TwList *motions);
/* The first chosen approach that names the activity, or NULL. */
TwPbApproach *tw_maker_named_by (TwMaker *maker, const char *activity);
/* All activities that the catalogue and the chosen approaches have for a phase, in the order in
 * which they stand in a plan: TwChosen with the tags they get. entry may be NULL. */
GArray *tw_maker_candidates (TwMaker *maker, TwPbMotionPhase *entry, const char *phase);
/* Step 4, Links: for each of chosen the places in it of those that it comes after, as a GPtrArray
 * of GUINT_TO_POINTER. */
GPtrArray *tw_maker_links (TwMaker *maker, GArray *chosen);
/* An activity of the playbook, or of the one that the rest of the plan was made of. */
TwPbActivity *tw_maker_find_activity (TwMaker *maker, const char *id);
/* The id that the plan has for an approach of the playbook. */
const char *tw_maker_approach_id (TwMaker *maker, const char *kind);
TwActivity *tw_maker_make_activity (TwMaker *maker, TwPbMotion *motion, TwChosen *chosen);
/* NULL if nothing remains in it. */
TwPhase *tw_maker_make_phase (TwMaker *maker, TwPbMotion *motion, TwPbMotionPhase *entry);
/* NULL and an error if nothing of it remains. before: the id of what it comes after, or NULL. */
TwMotion *tw_maker_make_motion (TwMaker *maker, TwRun *run, const char *before, GError **error);
TwWorkload *tw_maker_make_workload (TwMaker *maker, TwPbWorkload *source);
TwApproach *tw_maker_make_approach (TwMaker *maker, TwPbApproach *source);
/* Step 5, Adoption: the stages with all their items. */
TwList *tw_maker_make_adoption (TwMaker *maker, TwSchedule *schedule);
/* Links across phases and motions, which only templates have, in motions that were made just now.
 * What a motion itself comes after is left alone in a plan that is added to. */
void tw_maker_follow (TwMaker *maker, TwList *motions);
/* The first activity of kind go-live, where the plan, which isn't published yet, names none. */
void tw_maker_find_go_live (TwPlan *plan);

/* --- of a plan that is added to --- */

/* A phase of maker->plan, and what the playbook has for it. */
typedef struct
{
  TwMotion *of;
  TwPhase *phase;
  TwPlace place;
  TwPbMotion *motion;     /* NULL if the playbook doesn't have it */
  TwPbMotionPhase *entry; /* as above */
  GArray *order;          /* tw_maker_candidates() */
} TwSite;

void tw_site_init (TwSite *site, TwMaker *maker, TwMotion *of, TwPhase *phase);
void tw_site_clear (TwSite *site);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TwSite, tw_site_clear)
/* Puts the activities of added (TwChosen without what is made) into the site's phase, at at
 * (G_MAXUINT: each where the playbook has it), and links what is there and hasn't begun to them.
 * plan is an edit of the maker's, with its phases at the same places. */
TwPlan *tw_site_fill (TwMaker *maker, TwPlan *plan, TwSite *site, GArray *added, guint at);

/* What stands in a list of activities and comes of a playbook: each kind once, as TwChosen. */
GArray *tw_maker_find_present (TwMaker *maker, TwList *activities);
/* What number i of chosen comes after by the rule, of tw_maker_links(), as a list of ids; NULL if
 * it is nothing. */
TwList *tw_maker_rule_links (GArray *chosen, GPtrArray *links, guint i);
gboolean tw_motion_has_kind (TwMotion *motion, const char *kind);
/* Puts a record into a list of the plan; takes it over. */
TwPlan *tw_plan_insert (TwPlan *plan, const char *list, guint at, gpointer record, GError **error);
void tw_refuse_unknown (GError **error, const char *id);
void tw_refuse_absent (GError **error, const char *id);

G_END_DECLS
