import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MomentKind } from '../../model/kind.ts';
import { toMomentId, type MomentId } from '../../model/moment.ts';
import { toSessionId } from '../../model/session.ts';
import { pickToday, type PickableMoment } from './pick-today.ts';

const NOW = Date.UTC(2026, 2, 20, 12);
const HOUR = 3_600_000;
const DATE = '2026-03-20';

let made = 0;
function moment({ kind = 'scope' as MomentKind, total = 0.5, hoursAgo = 1, session = `s${made}`, line = 1, rule = 'a-rule' } = {}): PickableMoment {
  return {
    id: toMomentId(rule, [`e${made++}`]),
    session: toSessionId('codex', session),
    kind,
    rule,
    at: new Date(NOW - hoursAgo * HOUR).toISOString(),
    decision: { start: line, end: line },
    score: { worth: 2, confidence: total, agreement: 1, novelty: 1, teachability: 1, total },
  };
}

const none: ReadonlySet<MomentId> = new Set();
const pick = (moments: readonly PickableMoment[], rest: Partial<Parameters<typeof pickToday>[0]> = {}) => pickToday({ date: DATE, now: NOW, moments, done: none, ...rest });

describe('pickToday', () => {
  test('offers at most three, best first', () => {
    const moments = [0.2, 0.9, 0.4, 0.6].map((total, index) => moment({ total, kind: (['scope', 'design', 'leftover', 'edge-case'] as const)[index]! }));
    expect(pick(moments)).toEqual([moments[1], moments[3], moments[2]]);
  });

  test('prefers new work unless the older is much better', () => {
    const today = moment({ total: 0.4 });
    const lastWeek = moment({ total: 0.5, hoursAgo: 24 * 7, kind: 'design' });
    expect(pick([lastWeek, today])[0]).toBe(today);
    const excellent = moment({ total: 1, hoursAgo: 24 * 2, kind: 'design' });
    expect(pick([excellent, today])[0]).toBe(excellent);
  });

  test('leaves work older than two weeks, and work without a time, in Sessions', () => {
    expect(pick([moment({ hoursAgo: 24 * 15 }), { ...moment(), at: null }])).toEqual([]);
  });

  test('does not offer again what is done, nor another finding on the same decision', () => {
    const judged = moment({ session: 'one', line: 7 });
    const twin = moment({ session: 'one', line: 7, kind: 'design' });
    expect(pick([judged, twin], { done: new Set([judged.id]) })).toEqual([]);
  });

  test('what was offered today keeps its place, and counts once it is done', () => {
    const [a, b, c, d] = [0.9, 0.8, 0.7, 0.6].map((total) => moment({ total })) as [PickableMoment, PickableMoment, PickableMoment, PickableMoment];
    const better = moment({ total: 1 });
    expect(pick([better, a, b, c, d], { offered: [a.id, b.id, c.id], done: new Set([b.id]) })).toEqual([a, c]);
  });

  test('feedback that a rule is legitimate here lowers its moments', () => {
    const called = moment({ total: 0.6, rule: 'called-legitimate' });
    const other = moment({ total: 0.5, kind: 'design' });
    expect(pick([called, other], { legitimate: new Map([['called-legitimate', 1]]) })[0]).toBe(other);
  });

  test('does not offer three of a kind, nor three of a session, where there is a choice', () => {
    const same = [0.9, 0.8, 0.7].map((total, index) => moment({ total, session: 'one', line: index * 10 }));
    const other = moment({ total: 0.3, kind: 'design' });
    expect(pick([...same, other])).toContain(other);
  });

  test('about a third is sound once there are enough, and its place follows no pattern', () => {
    const moments = [...Array.from({ length: 9 }, (_, index) => moment({ kind: (['scope', 'design', 'leftover'] as const)[index % 3]! })), ...Array.from({ length: 9 }, () => moment({ kind: 'good-practice' }))];
    const days = Array.from({ length: 900 }, (_, day) => pick(moments, { date: `day ${day}` }).map(({ kind }) => kind === 'good-practice'));
    for (const place of [0, 1, 2]) {
      const share = days.filter((list) => list[place]).length / days.length;
      expect(share).toBeGreaterThan(0.28);
      expect(share).toBeLessThan(0.39);
    }
  });

  test('a date gives one list, whatever the order the moments come in', () => {
    const all = [...Array.from({ length: 6 }, () => moment()), ...Array.from({ length: 6 }, () => moment({ kind: 'good-practice' }))];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), fc.date({ noInvalidDate: true }), (shuffled, date) => {
        expect(pick(shuffled, { date: date.toISOString() })).toEqual(pick(all, { date: date.toISOString() }));
      }),
    );
  });
});
