import type { Debrief } from '../../model/debrief.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { Round, RoundId } from '../../model/round.ts';
import { toJudgedAlone } from '../growth/list-judged-rounds.ts';
import { loadCatalogue } from '../growth/load-catalogue.ts';
import { recordRound } from '../growth/record-round.ts';
import { act, changeRound } from './change-round.ts';
import type { RoundsApp } from './rounds-app.ts';

/** Keeps the debrief, ends the round and takes what it says into growth, at once. Refused with an empty reinforcement or more than one rule. */
export function closeRound(app: RoundsApp, id: RoundId, debrief: Debrief): Result<Round, Problem> {
  return changeRound(app, id, (round, by) => {
    const closed = act({ type: 'close', debrief })(round, by);
    const judged = closed.ok ? toJudgedAlone(app.journal, closed.value) : null;
    if (judged) recordRound(app.journal, loadCatalogue(app.journal), judged);
    return closed;
  });
}
