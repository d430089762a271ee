/** What src/programme/sign-off needs to judge a request, out of the store. */
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import { signOffRulesSchema, type SignOffRequest, type SignOffRules } from '../../../model/sign-off.ts';
import type { PersonId, SignOffId } from '../../../model/team/ids.ts';
import type { SignOffScene } from '../../../programme/sign-off/list-refusals.ts';
import { toOverrides } from '../programmes/merge-content.ts';
import type { Tx } from '../../../store/connect-store.ts';
import {
  listDailyPreceptors,
  listDissents,
  readChainOf,
  readEvidenceHashes,
  readLatestRecorded,
  readSignOff,
  readSignOffRules,
  type StoredDissent,
  type StoredSignOff,
} from '../../../store/sign-offs.ts';

export async function loadSignOff(tx: Tx, id: SignOffId): Promise<Result<StoredSignOff, Problem>> {
  const found = await readSignOff(tx, id);
  return found
    ? ok(found)
    : failed(problem('not-found', 'There is no such request, or it is neither yours nor addressed to you.', { next: 'Open it from your list of sign-offs.' }));
}

/** As the programme of this person has them; what it left alone is the product's. */
export async function readRules(tx: Tx, person: PersonId): Promise<SignOffRules> {
  return signOffRulesSchema.parse(toOverrides({ signOff: await readSignOffRules(tx, person) }).signOff);
}

export async function readScene(tx: Tx, stored: StoredSignOff, now: string): Promise<SignOffScene> {
  return {
    rules: await readRules(tx, stored.person),
    now,
    dailyPreceptors: await listDailyPreceptors(tx, stored.person),
    hashByCase: await readEvidenceHashes(tx, stored.id),
    misconceptions: stored.shownBeliefs,
    records: await readChainOf(tx, stored.id),
    latestRecorded: await readLatestRecorded(tx),
  };
}

/** The request as it is judged and recorded. */
export async function toRequest(tx: Tx, stored: StoredSignOff): Promise<SignOffRequest> {
  return fillRequest(stored, await listDissents(tx, stored.id));
}

function fillRequest({ id, person, activity, level, signer, evidence, at }: StoredSignOff, asked: readonly StoredDissent[]): SignOffRequest {
  return {
    id,
    person,
    activity,
    level,
    signer,
    evidence: [...evidence],
    askedForDissent: asked.map(({ by }) => by),
    dissents: asked.flatMap(({ by, words, answer }) => (words === null ? [] : [{ by, words, answer }])),
    at,
  };
}
