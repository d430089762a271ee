import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { Round, RoundId } from '../../model/round.ts';
import { act, changeRound } from './change-round.ts';
import type { RoundsApp } from './rounds-app.ts';

/** Ends the round with nothing revealed; the moment can be judged another day. */
export function withdrawRound(app: RoundsApp, id: RoundId): Result<Round, Problem> {
  return changeRound(app, id, act({ type: 'withdraw' }));
}
