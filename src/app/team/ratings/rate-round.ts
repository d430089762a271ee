import type { GiveRating, RatingList, RoundRatings } from '../../../model/api/team/ratings.ts';
import type { ActivityId } from '../../../model/activity-names.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { RoundId } from '../../../model/round.ts';
import type { PersonId, RatingId } from '../../../model/team/ids.ts';
import { isRevealed } from '../../../rounds/round-progress.ts';
import { readCase, type StoredCase } from '../../../store/cases.ts';
import type { Actor, Tx } from '../../../store/connect-store.ts';
import { hasLooked, insertRating, listHeldRatings, listRatings, listRatingsOfRound, lookAtRatings } from '../../../store/ratings.ts';
import { readContent } from '../cases/case-bodies.ts';
import { listActivities } from '../cases/list-activities.ts';
import { makeId } from '../make-id.ts';
import { loadRound, peopleOf } from '../rounds/load-round.ts';
import type { SharedApp } from '../team-app.ts';

interface RatedRound {
  readonly people: readonly string[];
  readonly activities: readonly ActivityId[];
  readonly context: string | null;
}

/** What I may see of the ratings of a round I took part in. */
export function showRoundRatings(app: SharedApp, actor: Actor, id: RoundId): Promise<Result<RoundRatings, Problem>> {
  return app.store.as(actor, async (tx) => {
    const round = await loadRevealed(app, tx, id);
    return round.ok ? ok(await showWithin(tx, id, round.value)) : round;
  });
}

/** Keeps what I say about one person and one activity; either of the two questions, or both. Said once, it stays. */
export function rateRound(app: SharedApp, actor: Actor, id: RoundId, given: GiveRating): Promise<Result<RoundRatings, Problem>> {
  return app.store.as(actor, async (tx) => {
    const round = await loadRevealed(app, tx, id);
    if (!round.ok) return round;
    const { people, context } = round.value;
    if (!people.includes(given.person))
      return failed(problem('not-allowed', 'They took no part in this round.', { next: 'Rate somebody who did, or yourself.' }));
    if (given.person === actor.person && (await hasLooked(tx, id, given.activity)))
      return failed(
        problem('conflict', 'You looked at what was said of you here.', { why: 'What you said now would answer it.', next: 'Say yours in the next round.' }),
      );
    const where = context ?? given.context;
    if (where === '')
      return failed(problem('bad-input', 'Say where it was.', { why: 'This case names no repository.', next: 'A repository or an area is enough.' }));
    const at = app.clock().toISOString();
    for (const view of ['retrospective', 'prospective'] as const) {
      const level = given[view];
      if (level === null) continue;
      const { person, activity, agentErrorCaught, note } = given;
      await insertRating(tx, { id: makeId<RatingId>('v'), person, activity, view, level, round: id, context: where, agentErrorCaught, note, at });
    }
    // What somebody says of themselves may open what others said of them, and theirs to those.
    tx.tell(given.person === actor.person ? people : [actor.person, given.person], 'changed', { ratings: id });
    return ok(await showWithin(tx, id, round.value));
  });
}

/** Opens what others said of me in one activity though I say nothing myself. It cannot be closed again. */
export function lookAtMyRatings(app: SharedApp, actor: Actor, id: RoundId, activity: ActivityId): Promise<Result<RoundRatings, Problem>> {
  return app.store.as(actor, async (tx) => {
    const round = await loadRevealed(app, tx, id);
    if (!round.ok) return round;
    if (!(await lookAtRatings(tx, { round: id, activity, at: app.clock().toISOString() })))
      return failed(problem('not-found', 'Nobody said anything of you in this activity.', { next: 'Reload to see what there is.' }));
    tx.tell([actor.person], 'changed', { ratings: id });
    return ok(await showWithin(tx, id, round.value));
  });
}

/** Every rating by me, and those I may read beside them. */
export function listMyRatings({ store }: SharedApp, actor: Actor): Promise<Result<RatingList, Problem>> {
  return store.as(actor, async (tx) => ok({ me: actor.person as PersonId, ratings: await listRatings(tx) }));
}

async function showWithin(tx: Tx, id: RoundId, { activities, context }: RatedRound): Promise<RoundRatings> {
  const held = await listHeldRatings(tx, id);
  return {
    activities: [...activities],
    context,
    ratings: await listRatingsOfRound(tx, id),
    held: held.map(({ person, rater, activity, view }) => ({ person, rater, activity, view })),
  };
}

async function loadRevealed(app: SharedApp, tx: Tx, id: RoundId): Promise<Result<RatedRound, Problem>> {
  const round = await loadRound(tx, id);
  if (!round.ok) return round;
  if (!isRevealed(round.value)) return failed(problem('conflict', 'This round is not revealed.', { next: 'Rate once both have answered. Nothing was kept.' }));
  const stored = await readCase(tx, round.value.case);
  if (!stored || stored.forgottenAt !== null)
    return failed(problem('conflict', 'This case was forgotten.', { why: 'A rating holds to its case: without one it shows nothing.' }));
  const context = await readRepository(app, stored);
  if (!context.ok) return context;
  const activities = await listActivities(app, tx, stored);
  return activities.ok ? ok({ people: peopleOf(round.value), activities: activities.value, context: context.value }) : activities;
}

/** Where it was is not the rater's to choose where the case says it: several contexts are asked for, and one word is quickly changed. */
async function readRepository(app: SharedApp, stored: StoredCase): Promise<Result<string | null, Problem>> {
  const content = await readContent(app, stored);
  return content.ok ? ok(content.value.case?.repository?.slice(0, 200) || null) : content;
}
