import type { JudgementDraft } from '../../model/judgement.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { Round, RoundId } from '../../model/round.ts';
import { act, changeRound } from './change-round.ts';
import type { RoundsApp } from './rounds-app.ts';

/** Keeps the unfinished judgement, whole: it replaces the draft before it. */
export function saveDraft(app: RoundsApp, id: RoundId, draft: JudgementDraft): Result<Round, Problem> {
  return changeRound(app, id, act({ type: 'save-draft', draft }));
}
