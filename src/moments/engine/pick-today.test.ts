import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MomentKind } from '../../model/kind.ts';
import { toMomentId } from '../../model/moment.ts';
import { toSessionId } from '../../model/session.ts';
import { pickToday, type DatedMoment, type PickableMoment, type PickOptions } from './pick-today.ts';

const NOW = Date.UTC(2026, 2, 20, 12);
const HOUR = 3_600_000;
const KINDS: readonly MomentKind[] = ['scope', 'design', 'leftover', 'edge-case'];

let made = 0;
function dated({
  kind = KINDS[made % 4] ?? 'scope',
  total = 0.5,
  hoursAgo = 1,
  session = `s${made}`,
  line = 1,
  rule = 'a-rule',
} = {}): DatedMoment<PickableMoment> {
  const moment = {
    id: toMomentId(rule, [`e${made++}`]),
    session: toSessionId('codex', session),
    kind,
    rule,
    decision: { start: line, end: line },
    score: { worth: 2, confidence: total, agreement: 1, novelty: 1, teachability: 1, total },
  };
  return { moment, at: NOW - hoursAgo * HOUR };
}

const pick = (candidates: readonly DatedMoment<PickableMoment>[], rest: Partial<PickOptions> = {}): PickableMoment[] =>
  pickToday(candidates, { date: '2026-03-20', now: NOW, ...rest });

describe('pickToday', () => {
  test('offers at most three, best first', () => {
    const all = [0.2, 0.9, 0.4, 0.6].map((total) => dated({ total }));
    expect(pick(all).map(({ score }) => score.total)).toEqual([0.9, 0.6, 0.4]);
    expect(pick(all, { room: 1 })).toHaveLength(1);
  });

  test('prefers new work unless the older is much better', () => {
    const today = dated({ total: 0.4 });
    expect(pick([dated({ total: 0.5, hoursAgo: 24 * 7 }), today])[0]).toBe(today.moment);
    const excellent = dated({ total: 1, hoursAgo: 24 * 2 });
    expect(pick([excellent, today])[0]).toBe(excellent.moment);
  });

  test('leaves work older than two weeks in Sessions', () => {
    expect(pick([dated({ hoursAgo: 24 * 15 })])).toEqual([]);
  });

  test('offers no decision that was taken, nor another finding on it', () => {
    const judged = dated({ session: 'one', line: 7 });
    const twin = dated({ session: 'one', line: 7 });
    expect(pick([judged, twin], { taken: [judged.moment] })).toEqual([]);
    expect(pick([judged, twin])).toHaveLength(1);
  });

  test('does not offer three of a kind or of a session where there is a choice', () => {
    const same = [0.9, 0.8, 0.7].map((total, index) => dated({ total, kind: 'scope', session: 'one', line: index * 10 }));
    const other = dated({ total: 0.3, kind: 'design' });
    expect(pick([...same, other])).toContain(other.moment);
  });

  test('about a third is sound once there are enough, at every place alike', () => {
    const all = Array.from({ length: 20 }, (_, index) => dated(index % 2 === 0 ? { kind: 'good-practice' } : {}));
    const days = Array.from({ length: 900 }, (_, day) => pick(all, { date: `day ${day}` }).map(({ kind }) => kind === 'good-practice'));
    for (const place of [0, 1, 2]) {
      const share = days.filter((list) => list[place]).length / days.length;
      expect(share).toBeGreaterThan(0.28);
      expect(share).toBeLessThan(0.39);
    }
  });

  test('does not offer two sound ones of one rule where there is a choice', () => {
    const often = [0.9, 0.8, 0.7, 0.6].map((total) => dated({ kind: 'good-practice', rule: 'often', total }));
    const seldom = dated({ kind: 'good-practice', rule: 'seldom', total: 0.1 });
    expect(pick([...often, seldom]).filter(({ rule }) => rule === 'often')).toHaveLength(2);
  });

  describe('with a year of 300 sessions', () => {
    const DAYS = 365;
    const year = Array.from({ length: 300 }, (_, index) => {
      const hoursAgo = 24 * ((index * 137) % DAYS) + 1;
      const session = `session ${index}`;
      const unsound = [0.8, 0.6, 0.4].map((total, at) => dated({ total, hoursAgo, session, line: at * 10 + 1 }));
      const sound = [0.5, 0.45].map((total, at) =>
        dated({ kind: 'good-practice', rule: `rule ${(index + at) % 7}`, total, hoursAgo, session, line: at * 10 + 101 }),
      );
      return [...unsound, ...sound];
    }).flat();
    const ageInDays = ({ id }: PickableMoment, now: number): number => (now - (year.find(({ moment }) => moment.id === id)?.at ?? 0)) / (24 * HOUR);

    test('the first import offers three of the last two weeks, of three sessions', () => {
      const picked = pick(year);
      expect(picked).toHaveLength(3);
      expect(picked.every((moment) => ageInDays(moment, NOW) < 14)).toBe(true);
      expect(new Set(picked.map(({ session }) => session)).size).toBe(3);
    });

    test('the backlog does not flood the days that follow, and runs dry', () => {
      const taken: PickableMoment[] = [];
      const offered = Array.from({ length: 30 }, (_, day) => {
        const now = NOW + day * 24 * HOUR;
        const picked = pick(year, { date: `day ${day}`, now, taken });
        expect(picked.every((moment) => ageInDays(moment, now) < 14)).toBe(true);
        taken.push(...picked);
        return picked.length;
      });
      expect(Math.max(...offered)).toBe(3);
      expect(offered.slice(14)).toEqual(Array.from({ length: 16 }, () => 0));
    });

    test('about a third of what a year of work offers is sound, and hardly a day is of one sort', () => {
      const start = NOW - (DAYS - 14) * 24 * HOUR;
      const taken: PickableMoment[] = [];
      const days = Array.from({ length: DAYS - 14 }, (_, day) => {
        const now = start + day * 24 * HOUR;
        const picked = pick(
          year.filter(({ at }) => at <= now),
          { date: `day ${day}`, now, taken },
        );
        taken.push(...picked);
        return picked;
      });
      const sound = taken.filter(({ kind }) => kind === 'good-practice').length;
      expect(sound / taken.length).toBeGreaterThan(0.28);
      expect(sound / taken.length).toBeLessThan(0.4);
      expect(days.every((picked) => picked.length <= 3)).toBe(true);
      const alike = days.filter((picked) => picked.length === 3 && new Set(picked.map(({ kind, rule }) => `${kind} ${rule}`)).size === 1);
      expect(alike.length / days.length).toBeLessThan(0.02);
    });
  });

  test('one date gives one list, whatever the order the moments come in', () => {
    const all = Array.from({ length: 12 }, (_, index) => dated(index % 2 === 0 ? { kind: 'good-practice' } : {}));
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), fc.string(), (shuffled, date) => {
        expect(pick(shuffled, { date })).toEqual(pick(all, { date }));
      }),
    );
  });
});
