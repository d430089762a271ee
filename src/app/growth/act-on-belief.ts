import { findRatio } from '../../learning/ledger/weigh-evidence.ts';
import type { BeliefAct } from '../../model/api/growth.ts';
import type { LedgerEvent } from '../../model/misconception-ledger.ts';
import type { Misconception, MisconceptionId } from '../../model/misconception.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { ME } from '../rounds/rounds-app.ts';
import type { GrowthApp } from './growth-app.ts';
import { findJudgedRound } from './list-judged-rounds.ts';
import { loadCatalogue } from './load-catalogue.ts';

/** Writes down what I say about a belief: my own words for it or against it, that I worked through it, that it is not so. */
export function actOnBelief({ journal, clock }: GrowthApp, id: MisconceptionId, act: BeliefAct): Result<null, Problem> {
  const written = journal.write((): Result<null, Problem> => {
    const misconception = loadCatalogue(journal).find(id);
    if (!misconception) return failed(problem('not-found', `There is no misconception ${id} in the catalogue.`));
    const at = clock().toISOString();
    const round = act.type === 'answer' && act.round ? findJudgedRound(journal, act.round) : null;
    const { version, edition } = misconception;
    const event = toEvent(misconception, act, { at, context: round?.context ?? '', occasion: round?.occasion ?? `said ${at}` });
    journal.ledger.add({ misconception: id, version, ...(edition === undefined ? {} : { edition }), event });
    return ok(null);
  });
  return written.ok ? written.value : written;
}

function toEvent(misconception: Misconception, act: BeliefAct, { at, ...where }: { at: string; context: string; occasion: string }): LedgerEvent {
  switch (act.type) {
    case 'answer': {
      const direction = act.holds ? 'for' : 'against';
      const ratio = findRatio(misconception, 'question', direction);
      return { type: 'evidence', source: 'question', direction, ...where, words: act.words, transfer: false, ratio, at };
    }
    case 'addressed':
      return { type: 'addressed', at };
    case 'contest':
      return { type: 'contested', by: ME, why: act.why, at };
    case 'accept':
      return { type: 'accepted', by: ME, at };
  }
}
