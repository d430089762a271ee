import type { RoundList } from '../../model/api/rounds.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import { toRoundCard } from '../to-round-card.ts';
import type { RoundsApp } from './rounds-app.ts';

/** My rounds, newest first. Withdrawn ones are left out: nothing came of them. */
export function listRounds({ journal }: RoundsApp): Result<RoundList, Problem> {
  return journal.attempt(() => ({
    rounds: journal.rounds
      .list()
      .filter(({ state }) => state !== 'withdrawn')
      .flatMap((round) => toRoundCard(journal, round) ?? []),
  }));
}
