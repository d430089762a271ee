import type { Debrief } from '../../model/debrief.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { Round, RoundId } from '../../model/round.ts';
import { act, changeRound } from './change-round.ts';
import type { RoundsApp } from './rounds-app.ts';

/** Keeps the debrief and ends the round. Refused with an empty reinforcement or more than one rule. */
export function closeRound(app: RoundsApp, id: RoundId, debrief: Debrief): Result<Round, Problem> {
  return changeRound(app, id, act({ type: 'close', debrief }));
}
