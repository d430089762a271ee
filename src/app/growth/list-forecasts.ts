import type { Forecast } from '../../model/calibration.ts';
import { resolveJudgement } from '../../rounds/resolve-judgement.ts';
import type { OwnRound } from './list-own-rounds.ts';

/** What I stated in revealed rounds, and how it came out. Alone, only the session settles anything: there is no opinion among them. */
export function listForecasts(rounds: readonly OwnRound[]): Forecast[] {
  return rounds.flatMap(({ round, moment, sound, judgement }) => {
    if (!judgement) return [];
    const { truth } = resolveJudgement(judgement, { sound, propositions: moment.propositions });
    return [
      {
        source: round.id,
        probability: judgement.probability,
        verdict: judgement.verdict,
        sound,
        truth,
        basis: 'outcome',
        knewOutcome: judgement.knewOutcome,
        at: round.revealedAt ?? round.createdAt,
      },
    ];
  });
}
