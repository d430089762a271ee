import type { DebriefDraft } from '../../model/debrief.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { Round, RoundId } from '../../model/round.ts';
import { act, changeRound } from './change-round.ts';
import type { RoundsApp } from './rounds-app.ts';

/** Keeps the unfinished debrief, whole: it replaces the draft before it. */
export function saveDebrief(app: RoundsApp, id: RoundId, draft: DebriefDraft): Result<Round, Problem> {
  return changeRound(app, id, act({ type: 'save-debrief', draft }));
}
