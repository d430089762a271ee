import { problem, type Problem } from '../../model/problem.ts';
import { failed, type Result } from '../../model/result.ts';
import type { Round, RoundId } from '../../model/round.ts';
import { actOnRound } from '../../rounds/act-on-round.ts';
import type { RoundAction } from '../../rounds/round-action.ts';
import { ME, type RoundsApp } from './rounds-app.ts';

/** One change of a round by me, made at `at`. */
export type Change = (round: Round, by: { readonly person: string; readonly at: string }) => Result<Round, Problem>;

/**
 * Reads the round, changes it and saves it in one write transaction: two tabs, or the terminal and a tab, cannot both move it,
 * and when this returns ok the change is on the disk. A refused change leaves the round as it was.
 */
export function changeRound({ journal, clock }: RoundsApp, id: RoundId, change: Change): Result<Round, Problem> {
  const written = journal.write((): Result<Round, Problem> => {
    const before = journal.rounds.get(id);
    if (!before) return failed(noSuchRound());
    const changed = change(before, { person: ME, at: clock().toISOString() });
    return changed.ok ? journal.rounds.update(changed.value, before.state) : changed;
  });
  return written.ok ? written.value : written;
}

/** A change that is one action and nothing else. */
export function act(action: RoundAction): Change {
  return (round, by) => actOnRound(round, { ...by, action });
}

export function noSuchRound(): Problem {
  return problem('not-found', 'There is no such round in this journal.', { next: 'Start one from Today or from a session.' });
}
