import type { PairId } from '../../model/team/ids.ts';
import type { Pair } from '../../model/team/pair.ts';
import type { TeamPort } from './team-port.ts';

/** Stands where no pair is known: such bytes are for looking at, and are never sent. */
export const NOBODY = 'g_0000000000000000' as PairId;

export interface Readers {
  readonly pair: Pair | null;
  readonly pairs: readonly Pair[];
  readonly hindrance: string | null;
}

const none = (hindrance: string, pairs: readonly Pair[] = []): Readers => ({ pair: null, pairs, hindrance });

/** Who will see it. Looking at a case works without a team and without a network. */
export async function findReaders(team: TeamPort | null, chosen: PairId | undefined): Promise<Readers> {
  if (!team) return none('You are not logged in to a team. "rounds login URL" in a terminal does that; until then nothing can be sent.');
  const listed = await team.listPairs();
  if (!listed.ok) return none([listed.problem.what, listed.problem.next].filter(Boolean).join(' '));
  const pairs = listed.value;
  if (pairs.length === 0) return none(`You are in no pair on ${team.host} yet: make one there, then share.`);
  const pair = chosen === undefined ? (pairs.length === 1 ? pairs[0] : undefined) : pairs.find(({ id }) => id === chosen);
  if (pair) return { pair, pairs, hindrance: null };
  return none(chosen === undefined ? 'Choose the pair that shall see it.' : 'You are not in this pair.', pairs);
}
