import { findMisconception } from '../../learning/misconceptions/catalogue.ts';
import type { BeliefAct } from '../../model/api/growth.ts';
import type { LedgerEvent } from '../../model/misconception-ledger.ts';
import type { MisconceptionId } from '../../model/misconception.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { ME } from '../rounds/rounds-app.ts';
import type { GrowthApp } from './growth-app.ts';

/** Writes down what I say about a belief: my own words for it or against it, that I worked through it, that it is not so. */
export function actOnBelief({ journal, clock }: GrowthApp, id: MisconceptionId, act: BeliefAct): Result<null, Problem> {
  const misconception = findMisconception(id);
  if (!misconception) return failed(problem('not-found', `There is no misconception ${id} in the catalogue.`));
  const written = journal.write((): Result<null, Problem> => {
    const at = clock().toISOString();
    const round = act.type === 'answer' && act.round ? journal.rounds.get(act.round) : null;
    const moment = round && journal.moments.get(round.moment)?.moment;
    const context = (moment && journal.sessions.get(moment.session)?.repository) ?? '';
    journal.ledger.add({ misconception: id, version: misconception.version, event: toEvent(act, { at, context, occasion: moment?.id ?? `said ${at}` }) });
    return ok(null);
  });
  return written.ok ? written.value : written;
}

function toEvent(act: BeliefAct, { at, context, occasion }: { at: string; context: string; occasion: string }): LedgerEvent {
  switch (act.type) {
    case 'answer':
      return { type: 'evidence', source: 'question', direction: act.holds ? 'for' : 'against', occasion, context, words: act.words, transfer: false, at };
    case 'addressed':
      return { type: 'addressed', at };
    case 'contest':
      return { type: 'contested', by: ME, why: act.why, at };
    case 'accept':
      return { type: 'accepted', by: ME, at };
  }
}
