import type { MomentId } from '../model/moment.ts';
import type { Round, RoundId } from '../model/round.ts';

/** A round of a case, before anyone was called to it. Calling is its first transition. A person named twice takes part once. */
export function frameRound({ id, moment, people, at }: { id: RoundId; moment: MomentId; people: readonly [string, ...string[]]; at: string }): Round {
  return { id, moment, state: 'framed', participants: [...new Set(people)].map((person) => ({ person })), createdAt: at, log: [] };
}
