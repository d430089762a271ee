import { performance } from 'node:perf_hooks';
import { sampleJudgement } from '../../../tests/contract/team/sample-case.ts';
import { listUnanswered, type Which } from './create-rounds.ts';
import type { Person, Team } from './start-team.ts';

export interface Sealed {
  /** Of all of them. */
  readonly seconds: number;
  /** Of each in milliseconds, in order of size. */
  readonly times: readonly number[];
}

/** Seals `count` judgements over HTTP, as `atOnce` people at a time, each in rounds of their own. A refused one is an error. */
export async function sealAll(team: Team, { count, atOnce, which = 'first' }: { count: number; atOnce: number; which?: Which }): Promise<Sealed> {
  const each = Math.ceil(count / atOnce);
  const lanes = await Promise.all(team.people.slice(0, atOnce).map(async (person) => ({ person, rounds: await listUnanswered(team, person, each, which) })));
  if (lanes.length < atOnce || lanes.some(({ rounds }) => rounds.length < each)) throw new Error(`too few rounds for ${atOnce} people to seal ${each} each`);
  const times: number[] = [];
  const started = performance.now();
  await Promise.all(
    lanes.map(async ({ person, rounds }) => {
      for (const round of rounds) times.push(await sealOne(team, person, round));
    }),
  );
  return { seconds: (performance.now() - started) / 1000, times: times.toSorted((a, b) => a - b) };
}

/** Milliseconds until the seal was acknowledged. */
export async function sealOne({ url }: Team, { token }: Person, round: string): Promise<number> {
  const began = performance.now();
  const answered = await fetch(`${url}/api/team/rounds/${round}/seal`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(sampleJudgement('Nothing that ran says so.')),
  });
  const text = await answered.text();
  if (!answered.ok) throw new Error(`${answered.status} ${text}`);
  return performance.now() - began;
}
