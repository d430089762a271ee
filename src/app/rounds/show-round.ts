import type { RoundView } from '../../model/api/rounds.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { Round, RoundId } from '../../model/round.ts';
import { presentRound } from '../../rounds/present-round.ts';
import { resolveJudgement } from '../../rounds/resolve-judgement.ts';
import { isRevealed } from '../../rounds/round-progress.ts';
import { frameCase } from '../frame-case.ts';
import { frameOutcome } from '../frame-outcome.ts';
import { noSuchRound } from './change-round.ts';
import { ME, type RoundsApp } from './rounds-app.ts';

/** The round as I may see it now. Before the reveal the outcome is not even read. */
export function showRound({ journal }: RoundsApp, id: RoundId): Result<RoundView, Problem> {
  const read = journal.attempt((): Result<RoundView, Problem> => {
    const round = journal.rounds.get(id);
    return round ? toView(journal, round) : failed(noSuchRound());
  });
  return read.ok ? read.value : read;
}

function toView(journal: RoundsApp['journal'], round: Round): Result<RoundView, Problem> {
  const framed = frameCase(journal, round.moment);
  if (!framed)
    return failed(problem('not-found', 'The session of this round is no longer in the journal.', { next: 'Run "rounds import" where its transcript is.' }));
  const seen = presentRound(round, ME, isRevealed(round) ? frameOutcome(journal, round.moment) : null);
  if (!seen.ok) return seen;
  const { id, state, draft, sealedAt, judgement, outcome, debriefDraft, debrief, closedAt } = seen.value;
  const resolution = judgement && outcome ? resolveJudgement(judgement, outcome) : null;
  return ok({ id, state, case: framed, draft, judgement, sealedAt, outcome, resolution, debriefDraft, debrief, closedAt });
}
