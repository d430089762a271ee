import { performance } from 'node:perf_hooks';
import { sampleJudgement } from '../../../tests/contract/team/sample-case.ts';
import { listUnanswered } from './create-rounds.ts';
import type { Team } from './start-team.ts';

export interface Sealed {
  /** Of all of them. */
  readonly seconds: number;
  /** Of each in milliseconds, in order of size. */
  readonly times: readonly number[];
}

/** Seals `count` judgements over HTTP, `atOnce` at a time, each in a round of its own. A refused one is an error. */
export async function sealAll(team: Team, { count, atOnce }: { count: number; atOnce: number }): Promise<Sealed> {
  const rounds = await listUnanswered(team, count);
  if (rounds.length < count) throw new Error(`only ${rounds.length} rounds to seal`);
  const times: number[] = [];
  const started = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let round = rounds.pop(); round !== undefined; round = rounds.pop()) times.push(await sealOne(team, round));
    }),
  );
  return { seconds: (performance.now() - started) / 1000, times: times.toSorted((a, b) => a - b) };
}

/** Milliseconds until the seal was acknowledged. */
export async function sealOne({ url, people }: Team, round: string): Promise<number> {
  const began = performance.now();
  const answered = await fetch(`${url}/api/team/rounds/${round}/seal`, {
    method: 'POST',
    headers: { authorization: `Bearer ${people[1]?.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(sampleJudgement('Nothing that ran says so.')),
  });
  const text = await answered.text();
  if (!answered.ok) throw new Error(`${answered.status} ${text}`);
  return performance.now() - began;
}
