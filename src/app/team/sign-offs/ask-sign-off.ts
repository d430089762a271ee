import type { AskSignOff, DraftSignOffQuery, SignOffDraft, SignOffView } from '../../../model/api/team/sign-offs.ts';
import { describeProblem, problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { SignOffEvidence, SignOffRequest } from '../../../model/sign-off.ts';
import type { PersonId, SignOffId } from '../../../model/team/ids.ts';
import type { SignOffScene } from '../../../programme/sign-off/list-refusals.ts';
import { addMonths } from '../../../programme/year/add-months.ts';
import type { Actor, Tx } from '../../../store/connect-store.ts';
import { namePeople } from '../../../store/lessons.ts';
import { listHeldRatings, listRatings, type StoredRating } from '../../../store/ratings.ts';
import { listDailyPreceptors, readLatestRecorded, readOwnChain, readOwnEvidenceHashes, requestSignOff } from '../../../store/sign-offs.ts';
import type { Caller } from '../caller.ts';
import { makeId } from '../make-id.ts';
import type { SharedApp } from '../team-app.ts';
import { nameRefusals } from './name-refusals.ts';
import { readNames, showEvidence, showWithin } from './show-sign-off.ts';
import { readContentOf, toAskedWords, toShownBeliefs } from './sign-off-content.ts';
import { readRules } from './sign-off-scene.ts';
import { tellOfSignOff } from './tell-of-sign-off.ts';

/** Nobody stands for whom nobody is asked yet: no person has this id. */
const NO_SIGNER = '-' as PersonId;

/** What there is for a sign-off of mine, before asking for it: the ratings that can be evidence, and every reason against. */
export function draftSignOff(
  { store, clock }: SharedApp,
  actor: Actor,
  { activity, level, signer }: DraftSignOffQuery,
): Promise<Result<SignOffDraft, Problem>> {
  return store.as(actor, async (tx) => {
    const now = clock().toISOString();
    const scene = await readOwnScene(tx, now);
    const usable = (await listUsable(tx, activity)).filter(({ at }) => addMonths(at, scene.rules.evidenceMonths) >= now);
    const request = toAsked(tx, { activity, level, signer: signer ?? NO_SIGNER }, usable, now);
    const held = (await listHeldRatings(tx, null)).filter((one) => one.person === actor.person && one.activity === activity && one.view === 'prospective');
    const nameOf = await readNames(
      tx,
      [...usable, ...held].map(({ rater }) => rater),
    );
    const shown = await showEvidence(tx, request.evidence, nameOf);
    return ok({
      activity,
      ...toAskedWords(await readContentOf(tx, actor.person as PersonId), activity, level),
      rules: scene.rules,
      evidence: shown.map((one, index) => ({ ...one, rating: usable[index]?.id }) as SignOffDraft['evidence'][number]),
      held: held.map(({ round, rater }) => ({ round, raterName: nameOf(rater) })),
      mayNotSign: [actor.person as PersonId, ...(await listDailyPreceptors(tx, actor.person as PersonId))],
      refusals: await nameRefusals(tx, request, scene),
    });
  });
}

/**
 * Asks somebody to sign. What has a reason against it now is not sent, so that no signer has to say no to what nobody could
 * sign; everybody who rated the activity is asked whether they disagree.
 */
export function askSignOff(app: SharedApp, actor: Actor & Partial<Pick<Caller, 'byToken'>>, given: AskSignOff): Promise<Result<SignOffView, Problem>> {
  // A page of this server has no journal to look into. A program may still say what is not so: the signer's page says that.
  if (given.beliefsFrom === 'journal' && actor.byToken !== true) return Promise.resolve(failed(noJournalHere()));
  return app.store.as(actor, async (tx) => {
    const now = app.clock().toISOString();
    if ((await namePeople(tx, [given.signer])).length === 0)
      return failed(problem('not-found', 'Who should sign is not in your organisation.', { next: 'Choose somebody of the list. Nothing was asked.' }));
    const usable = await listUsable(tx, given.activity);
    const chosen = given.ratings.flatMap((id) => usable.find((rating) => rating.id === id) ?? []);
    if (chosen.length !== given.ratings.length)
      return failed(
        problem('not-found', 'Not every rating named can be evidence for this.', {
          why: 'Evidence is what others said of you, in this activity, about how the next may be done.',
          next: 'Choose from those offered. Nothing was asked.',
        }),
      );
    const shownBeliefs = toShownBeliefs(await readContentOf(tx, actor.person as PersonId), given.shownBeliefs);
    const scene = { ...(await readOwnScene(tx, now)), misconceptions: shownBeliefs };
    const refusals = await nameRefusals(tx, toAsked(tx, given, chosen, now), scene);
    if (refusals.length > 0)
      return failed(
        problem('not-allowed', 'This cannot be signed yet.', {
          why: refusals.map(({ words }) => words).join(' '),
          next: 'Settle these first. Nothing was asked.',
        }),
      );
    const id = makeId<SignOffId>('o');
    await requestSignOff(tx, { id, ...given, shownBeliefs, at: now });
    await tellOfSignOff(tx, id);
    const view = await showWithin(app, tx, id);
    if (!view.ok) throw new Error(describeProblem(view.problem));
    return view;
  });
}

const noJournalHere = (): Problem =>
  problem('not-allowed', 'Only your own Rounds can say what your journal says.', {
    why: 'This was asked from a page of the team’s server, which has no journal.',
    next: 'Ask from your own Rounds, or give your word. Nothing was asked.',
  });

/** Ratings that can be evidence: by others, of this activity, about the next case. */
async function listUsable(tx: Tx, activity: AskSignOff['activity']): Promise<StoredRating[]> {
  return (await listRatings(tx)).filter(
    (rating) => rating.person === tx.actor.person && rating.rater !== tx.actor.person && rating.activity === activity && rating.view === 'prospective',
  );
}

async function readOwnScene(tx: Tx, now: string): Promise<SignOffScene> {
  const me = tx.actor.person as PersonId;
  return {
    rules: await readRules(tx, me),
    now,
    dailyPreceptors: await listDailyPreceptors(tx, me),
    hashByCase: await readOwnEvidenceHashes(tx),
    misconceptions: [],
    records: await readOwnChain(tx),
    latestRecorded: await readLatestRecorded(tx),
  };
}

/** As it would be asked: whoever rated will be, so nobody is left out yet. */
function toAsked(
  tx: Tx,
  { activity, level, signer }: Pick<AskSignOff, 'activity' | 'level' | 'signer'>,
  ratings: readonly StoredRating[],
  at: string,
): SignOffRequest {
  const evidence = ratings.map(toEvidence);
  return { id: '-', person: tx.actor.person, activity, level, signer, evidence, askedForDissent: evidence.map(({ rater }) => rater), dissents: [], at };
}

const toEvidence = ({ case: id, context, rater, level, agentErrorCaught, caseHash, at }: StoredRating): SignOffEvidence => ({
  case: id,
  context,
  rater,
  level,
  agentErrorCaught,
  hash: caseHash,
  at,
});
