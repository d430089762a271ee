import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { Round, RoundId } from '../../model/round.ts';
import { act, changeRound } from './change-round.ts';
import type { RoundsApp } from './rounds-app.ts';

/** From the reveal to what is kept of it. */
export function startDebrief(app: RoundsApp, id: RoundId): Result<Round, Problem> {
  return changeRound(app, id, act({ type: 'start-debrief' }));
}
