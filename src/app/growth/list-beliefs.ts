import type { Journal } from '../../journal/open-journal.ts';
import { assessMisconception } from '../../learning/ledger/assess-misconception.ts';
import { toWeighedEvent } from '../../learning/ledger/first-ratios.ts';
import type { HeldBelief, ShownEvidence } from '../../model/api/growth.ts';
import type { Evidence, LedgerEvent, MisconceptionState } from '../../model/misconception-ledger.ts';
import type { Misconception } from '../../model/misconception.ts';
import type { JudgedRound } from './judged-round.ts';
import { loadCatalogue } from './load-catalogue.ts';

/** Beliefs with anything written down about them, what needs attention first. */
export function listBeliefs(journal: Journal, rounds: readonly JudgedRound[]): HeldBelief[] {
  const catalogue = loadCatalogue(journal);
  const roundByOccasion = new Map(rounds.map((round) => [round.occasion, round]));
  return [...Map.groupBy(journal.ledger.list(), ({ misconception }) => misconception)]
    .flatMap(([id, rows]) => {
      const misconception = catalogue.find(id);
      const events = rows.map(toWeighedEvent);
      const standing = misconception && assessMisconception(misconception, events);
      if (!misconception || !standing) return [];
      const { belief, concepts, activities, severity, refutation, transferCase } = misconception;
      const evidence = events.flatMap((event) => (event.type === 'evidence' ? [toShown(misconception, event, roundByOccasion.get(event.occasion))] : []));
      const questionToAsk = chooseQuestion(misconception, events);
      return [{ id: misconception.id, belief, concepts, activities, severity, refutation, transferCase, questionToAsk, standing, evidence }];
    })
    .sort((a, b) => toOrder(a) - toOrder(b) || a.id.localeCompare(b.id));
}

function toShown({ indicators, counterIndicators }: Misconception, { source, direction, words, at }: Evidence, round: JudgedRound | undefined): ShownEvidence {
  const sign = (direction === 'for' ? indicators : counterIndicators).find((one) => one.source === source)?.sign ?? '';
  return { source, direction, words, at, sign, round: round?.id ?? null, forTwo: round?.forTwo ?? false };
}

/** The question that goes with the latest sign: what was chosen, foreseen or recalled each asks for something else. */
function chooseQuestion({ indicators }: Misconception, events: readonly LedgerEvent[]): string {
  const latest = events.findLast((event) => event.type === 'evidence' && event.direction === 'for');
  const source = latest?.type === 'evidence' ? latest.source : 'question';
  return (indicators.find((one) => one.source === source) ?? indicators[0])?.questionToAsk ?? '';
}

/** Relapsed first, a mere reason to ask last. */
const toOrder = ({ standing }: HeldBelief): number => {
  const order = ['relapsed', 'confirmed', 'suspected', 'addressed', 'resolved', 'to-ask'] satisfies MisconceptionState[];
  return order.indexOf(standing.state);
};
