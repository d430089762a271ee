import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MomentId } from '../../model/moment.ts';
import type { MisconceptionId } from '../../model/misconception.ts';
import type { RecallCard } from '../../model/recall.ts';
import { chooseSibling, type SiblingCase } from './choose-sibling.ts';
import { createScheduler } from './create-scheduler.ts';
import { CARDS_A_DAY, listDue } from './list-due.ts';
import { makeCard } from './make-card.ts';
import { nameKind } from './name-kind.ts';
import { reviewCard } from './review-card.ts';

const at = (day: number): string => new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toISOString();
const moment = (n: number): MomentId => `m_${n.toString(16).padStart(16, '0')}` as MomentId;
const card = (n: number, over: Partial<RecallCard> = {}): RecallCard => ({
  ...makeCard({
    source: { type: 'round', id: `r_${n}` },
    concepts: [`concept ${n}`],
    misconception: null,
    rule: 'Wait for the event, not for the clock.',
    moment: moment(n),
    context: 'shop',
    createdAt: at(n),
  }),
  ...over,
});
const sibling = (n: number, over: Partial<SiblingCase> = {}): SiblingCase => ({
  moment: moment(n),
  concepts: ['concept 1'],
  beliefs: [],
  context: 'shop',
  judged: false,
  ...over,
});

describe('what is asked today', () => {
  it('is at most five, the longest overdue first, and nothing of today', () => {
    const cards = Array.from({ length: 9 }, (_, n) => card(n));
    expect(listDue(cards, { at: at(20), answeredToday: [] }).map(({ createdAt }) => createdAt)).toEqual([0, 1, 2, 3, 4].map(at));
    expect(listDue(cards, { at: at(0), answeredToday: [] })).toEqual([]);
    expect(listDue(cards, { at: at(20), answeredToday: [card(7), card(8)] })).toHaveLength(3);
  });

  it('leaves out what was put away, and the second card of a concept', () => {
    const shared = { concepts: ['concept 1'] };
    expect(listDue([card(1), card(2, shared), card(3, { putAwayAt: at(4) })], { at: at(9), answeredToday: [] })).toHaveLength(1);
    expect(listDue([card(2, shared)], { at: at(9), answeredToday: [card(1)] })).toEqual([]);
  });

  it('is never more than five a day, whatever was answered before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 60 }), (held, answered, day) => {
        const cards = Array.from({ length: held }, (_, n) => card(n));
        const answeredToday = Array.from({ length: answered }, (_, n) => card(100 + n));
        const due = listDue(cards, { at: at(day), answeredToday });
        expect(due.length + answered).toBeLessThanOrEqual(Math.max(CARDS_A_DAY, answered));
        expect(new Set(due.flatMap(({ concepts }) => concepts)).size).toBe(due.length);
      }),
    );
  });
});

describe('the case a card is asked through', () => {
  it('shares a concept, is neither its own nor judged nor used, and lies elsewhere where it can', () => {
    const asked = reviewCard(card(1), { at: at(2), grade: 'good', kind: 'plain', moment: moment(4) }, createScheduler({ programmeEnd: null }));
    const cases = [
      sibling(1),
      sibling(2, { judged: true }),
      sibling(3, { concepts: ['something else'] }),
      sibling(4, { context: 'bank' }),
      sibling(5),
      sibling(6, { context: 'bank' }),
    ];
    expect(chooseSibling(asked, cases)?.moment).toBe(moment(6));
    expect(chooseSibling(asked, cases.slice(0, 5))?.moment).toBe(moment(5));
    expect(chooseSibling(asked, cases.slice(0, 4))).toBeNull();
  });

  it('offers the same wrong belief where the card works on one', () => {
    const onBelief = card(1, { misconception: 'C1' as MisconceptionId });
    expect(chooseSibling(onBelief, [sibling(2), sibling(3, { concepts: [], beliefs: ['C1'] })])?.moment).toBe(moment(3));
  });

  it('shows transfer elsewhere, and delay after fourteen days', () => {
    expect(nameKind(card(1), sibling(2, { context: 'bank' }), at(3))).toBe('transfer');
    expect(nameKind(card(1), sibling(2, { context: '' }), at(3))).toBe('plain');
    expect(nameKind(card(1), sibling(2), at(15))).toBe('delayed');
    expect(nameKind(card(1), null, at(14))).toBe('plain');
  });
});
