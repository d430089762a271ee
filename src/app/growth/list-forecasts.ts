import type { Forecast } from '../../model/calibration.ts';
import { resolveJudgement } from '../../rounds/resolve-judgement.ts';
import type { JudgedRound } from './judged-round.ts';

/** What I stated in revealed rounds, and how it came out. Where nothing settled it but that people talked it over, it is an opinion. */
export function listForecasts(rounds: readonly JudgedRound[]): Forecast[] {
  return rounds.flatMap(({ id, judgement, sound, propositions, revealedAt, isTalkedOver }) => {
    if (!judgement) return [];
    const { truth } = resolveJudgement(judgement, { sound, propositions: [...propositions] });
    const { probability, verdict, knewOutcome } = judgement;
    return [{ source: id, probability, verdict, sound, truth, basis: truth === null && isTalkedOver ? 'opinion' : 'outcome', knewOutcome, at: revealedAt }];
  });
}
