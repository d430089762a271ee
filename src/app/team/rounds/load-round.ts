import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { RoundCore, RoundId } from '../../../model/round.ts';
import type { Tx } from '../../../store/connect-store.ts';
import { readRound, type StoredRound } from '../../../store/rounds.ts';
import { readWholeRound, type WholeRound } from '../../../store/whole-round.ts';

export async function loadRound(tx: Tx, id: RoundId): Promise<Result<StoredRound, Problem>> {
  const round = await readRound(tx, id);
  return round ? ok(round) : failed(noSuchRound());
}

export async function loadWholeRound(tx: Tx, id: RoundId): Promise<Result<WholeRound, Problem>> {
  const whole = await readWholeRound(tx, id);
  return whole ? ok(whole) : failed(noSuchRound());
}

function noSuchRound(): Problem {
  return problem('not-found', 'There is no such round, or you do not take part in it.', { next: 'Open it from your list of rounds.' });
}

/** The round as the state machine knows it: that people answered, not what. */
export function toCore(round: StoredRound): RoundCore {
  return {
    id: round.id,
    state: round.state,
    participants: round.participants.map(({ person, answered }) => (answered ? { person, answered: true as const } : { person })),
    createdAt: round.createdAt,
    ...(round.revealedAt ? { revealedAt: round.revealedAt } : {}),
    ...(round.closedAt ? { closedAt: round.closedAt } : {}),
    debriefDraft: round.debriefDraft,
    log: [],
  };
}

export const peopleOf = (round: StoredRound): string[] => round.participants.map(({ person }) => person);
