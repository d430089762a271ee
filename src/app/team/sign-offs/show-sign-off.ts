import { ACTIVITY_NAMES } from '../../../model/activity-names.ts';
import type { ProgrammeContent } from '../../../model/team/programme-content.ts';
import { toReviewDepth } from '../../../learning/entrustment/to-review-depth.ts';
import type { HeldLevel, ShownSignOffEvidence, SignOffCard, SignOffList, SignOffState, SignOffView } from '../../../model/api/team/sign-offs.ts';
import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import type { SignOffEvidence } from '../../../model/sign-off.ts';
import type { CaseId, PersonId, SignOffId } from '../../../model/team/ids.ts';
import { findSignedLevels, type SignedLevel } from '../../../programme/sign-off/find-signed-levels.ts';
import { ALONE } from '../../../programme/sign-off/list-refusals.ts';
import { listOpenCases } from '../../../store/cases.ts';
import type { Actor, Tx } from '../../../store/connect-store.ts';
import { namePeople } from '../../../store/lessons.ts';
import { listDissentAsked, listDissents, listSignOffs, readOwnChain, type StoredSignOff } from '../../../store/sign-offs.ts';
import type { SharedApp } from '../team-app.ts';
import { nameRefusals } from './name-refusals.ts';
import { readRecordClock } from './record-clock.ts';
import { nameBelief, readContentOf, toAskedWords } from './sign-off-content.ts';
import { loadSignOff, readRules, readScene, toRequest } from './sign-off-scene.ts';

type NameOf = (person: string) => string;

/** My requests, those addressed to me, what I am asked, and what is signed for me and holds. */
export function listMySignOffs(app: SharedApp, actor: Actor): Promise<Result<SignOffList, Problem>> {
  return app.store.as(actor, async (tx) => {
    const { now, behind } = await readRecordClock(app, tx);
    const all = await listSignOffs(tx);
    const asked = await listDissentAsked(tx);
    const held = findSignedLevels(actor.person, await readOwnChain(tx), now);
    const nameOf = await readNames(tx, [
      ...all.flatMap(({ person, signer }) => [person, signer]),
      ...asked.map(({ person }) => person),
      ...held.map(({ by }) => by as PersonId),
    ]);
    const words = await readWordsOf(tx, [...all, ...asked]);
    const cards = all.map((stored) => toCard(stored, nameOf, words(stored), now));
    return ok({
      me: actor.person as PersonId,
      mine: cards.filter(({ person }) => person === actor.person),
      toSign: cards.filter(({ signer }) => signer === actor.person),
      asked: asked.map((one) => ({ ...one, name: nameOf(one.person), activityName: words(one) })),
      held: held.map((level) => toHeldLevel(level, nameOf)),
      clockBehind: behind,
    });
  });
}

export function showSignOff(app: SharedApp, actor: Actor, id: SignOffId): Promise<Result<SignOffView, Problem>> {
  return app.store.as(actor, (tx) => showWithin(app, tx, id));
}

/** The same within a transaction that has just changed it. */
export async function showWithin(app: Pick<SharedApp, 'clock'>, tx: Tx, id: SignOffId): Promise<Result<SignOffView, Problem>> {
  const found = await loadSignOff(tx, id);
  if (!found.ok) return found;
  const stored = found.value;
  const { now } = await readRecordClock(app, tx);
  const dissents = await listDissents(tx, id);
  const nameOf = await readNames(tx, [
    stored.person,
    stored.signer,
    ...stored.evidence.map(({ rater }) => rater as PersonId),
    ...dissents.map(({ by }) => by),
    ...(stored.reversed ? [stored.reversed.by as PersonId] : []),
  ]);
  const { reversed } = stored;
  const content = await readContentOf(tx, stored.person);
  return ok({
    ...toCard(stored, nameOf, content.names[stored.activity], now),
    ...toAskedWords(content, stored.activity, stored.level),
    rules: await readRules(tx, stored.person),
    evidence: await showEvidence(tx, stored.evidence, nameOf),
    dissents: dissents.map((one) => ({ ...one, name: nameOf(one.by) })),
    shownBeliefs: stored.shownBeliefs.map((one) => ({
      misconception: one.id,
      state: one.state,
      contested: one.contested,
      belief: nameBelief(content, one.id),
    })),
    beliefsFrom: stored.level < ALONE ? null : stored.beliefsFrom,
    refusals: stored.state === 'open' ? await nameRefusals(tx, await toRequest(tx, stored), await readScene(tx, stored, app.clock().toISOString())) : [],
    declinedWhy: stored.declinedWhy,
    expiresAt: stored.granted?.expiresAt ?? null,
    reversed: reversed ? { by: reversed.by as PersonId, name: nameOf(reversed.by), why: reversed.why, at: reversed.at } : null,
    mine: stored.person === tx.actor.person ? 'person' : 'signer',
  });
}

/** With who rated, and whether the case opens to me: a link gives nobody a right. */
export async function showEvidence(tx: Tx, evidence: readonly SignOffEvidence[], nameOf: NameOf): Promise<ShownSignOffEvidence[]> {
  const opening = new Set<string>(
    await listOpenCases(
      tx,
      evidence.map((one) => one.case as CaseId),
    ),
  );
  return evidence.map((one) => ({
    ...one,
    case: one.case as CaseId,
    rater: one.rater as PersonId,
    raterName: nameOf(one.rater),
    opens: opening.has(one.case),
  }));
}

export async function readNames(tx: Tx, people: readonly PersonId[]): Promise<NameOf> {
  const nameById = new Map<string, string>((await namePeople(tx, people)).map(({ id, name }) => [id, name]));
  return (person) => nameById.get(person) ?? 'somebody who left';
}

type OfActivity = Pick<StoredSignOff, 'person' | 'activity'>;

/** How the cohort of each person calls an activity. */
async function readWordsOf(tx: Tx, of: readonly OfActivity[]): Promise<(one: OfActivity) => string> {
  const contentByPerson = new Map<string, ProgrammeContent>();
  for (const { person } of of) if (!contentByPerson.has(person)) contentByPerson.set(person, await readContentOf(tx, person));
  return ({ person, activity }) => contentByPerson.get(person)?.names[activity] ?? ACTIVITY_NAMES[activity];
}

export function toHeldLevel({ activity, level, by, expiresAt, request }: SignedLevel, nameOf: NameOf): HeldLevel {
  return { activity, level, reviewDepth: toReviewDepth(level), by: by as PersonId, byName: nameOf(by), expiresAt, request: request as SignOffId };
}

function toCard(stored: StoredSignOff, nameOf: NameOf, activityName: string, now: string): SignOffCard {
  const { id, person, activity, level, signer, at, decidedAt } = stored;
  return { id, person, name: nameOf(person), activity, activityName, level, signer, signerName: nameOf(signer), state: toState(stored, now), at, decidedAt };
}

function toState({ state, granted, reversed }: StoredSignOff, now: string): SignOffState {
  if (state !== 'granted') return state;
  if (reversed) return 'reversed';
  return granted && granted.expiresAt <= now ? 'expired' : 'granted';
}
