import type { Journal } from '../../journal/open-journal.ts';
import { assessMisconception } from '../../learning/ledger/assess-misconception.ts';
import { findMisconception } from '../../learning/misconceptions/catalogue.ts';
import type { HeldBelief, ShownEvidence } from '../../model/api/growth.ts';
import type { Evidence, MisconceptionState } from '../../model/misconception-ledger.ts';
import type { Misconception } from '../../model/misconception.ts';
import type { RoundId } from '../../model/round.ts';
import type { OwnRound } from './list-own-rounds.ts';

/** Beliefs with anything written down about them, what needs attention first. */
export function listBeliefs(journal: Journal, rounds: readonly OwnRound[]): HeldBelief[] {
  const roundByMoment = new Map<string, RoundId>(rounds.map(({ round, moment }) => [moment.id, round.id]));
  return [...Map.groupBy(journal.ledger.list(), ({ misconception }) => misconception)]
    .flatMap(([id, rows]) => {
      const misconception = findMisconception(id);
      const events = rows.map(({ event }) => event);
      const standing = misconception && assessMisconception(misconception, events);
      if (!misconception || !standing) return [];
      const { belief, concepts, activities, severity, refutation, transferCase, indicators } = misconception;
      const evidence = events.flatMap((event) => (event.type === 'evidence' ? [toShown(misconception, event, roundByMoment.get(event.occasion) ?? null)] : []));
      const questionToAsk = indicators[0]?.questionToAsk ?? '';
      return [{ id: misconception.id, belief, concepts, activities, severity, refutation, transferCase, questionToAsk, standing, evidence }];
    })
    .sort((a, b) => toOrder(a) - toOrder(b) || a.id.localeCompare(b.id));
}

function toShown({ indicators, counterIndicators }: Misconception, { source, direction, words, at }: Evidence, round: RoundId | null): ShownEvidence {
  const sign = (direction === 'for' ? indicators : counterIndicators).find((one) => one.source === source)?.sign ?? '';
  return { source, direction, words, at, sign, round };
}

/** Relapsed first, a mere reason to ask last. */
const toOrder = ({ standing }: HeldBelief): number => {
  const order = ['relapsed', 'confirmed', 'suspected', 'addressed', 'resolved', 'to-ask'] satisfies MisconceptionState[];
  return order.indexOf(standing.state);
};
