import type { RoundCard } from '../../model/api/today.ts';
import type { RoundList } from '../../model/api/rounds.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { Round } from '../../model/round.ts';
import type { RoundsApp } from './rounds-app.ts';

/** My rounds, newest first. Withdrawn ones are left out: nothing came of them. */
export function listRounds({ journal }: RoundsApp): Result<RoundList, Problem> {
  return journal.attempt(() => ({
    rounds: journal.rounds
      .list()
      .filter(({ state }) => state !== 'withdrawn')
      .map((round) => toRoundCard({ journal }, round)),
  }));
}

/** A round in a list. The session goes by its opening words: the title an agent gives it is often of how it ended. */
export function toRoundCard({ journal }: Pick<RoundsApp, 'journal'>, round: Round): RoundCard {
  const moment = journal.moments.get(round.moment)?.moment;
  const session = moment && journal.sessions.get(moment.session);
  return {
    id: round.id,
    moment: round.moment,
    question: moment?.question ?? 'The session of this round is no longer in the journal.',
    sessionTitle: session?.opening ?? '',
    state: round.state,
    createdAt: round.createdAt,
    closedAt: round.closedAt ?? null,
    generalRule: round.debrief?.generalRule ?? null,
  };
}
