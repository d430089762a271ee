import type { Judgement } from '../../model/judgement.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { Round, RoundId } from '../../model/round.ts';
import { actOnRound, revealIfAllAnswered } from '../../rounds/act-on-round.ts';
import type { RoundAction } from '../../rounds/round-action.ts';
import { changeRound } from './change-round.ts';
import type { RoundsApp } from './rounds-app.ts';

/** Seals my judgement for good. The round is revealed in the same step when mine was the last answer: alone, at once. */
export function sealJudgement(app: RoundsApp, id: RoundId, judgement: Judgement): Result<Round, Problem> {
  return answer(app, id, { type: 'seal', judgement });
}

/** Gives up my answer for good, to see what happened without having judged. */
export function passRound(app: RoundsApp, id: RoundId): Result<Round, Problem> {
  return answer(app, id, { type: 'pass' });
}

function answer(app: RoundsApp, id: RoundId, action: RoundAction): Result<Round, Problem> {
  return changeRound(app, id, (round, by) => {
    const answered = actOnRound(round, { ...by, action });
    return answered.ok ? revealIfAllAnswered(answered.value, by) : answered;
  });
}
