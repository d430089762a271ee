import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWeeklyAct, isMyTurn, type WeekSoFar } from './find-weekly-act.ts';
import { addWeeks, toWeek, toWeekStart } from './to-week.ts';

describe('a week', () => {
  it('begins on its Monday in UTC, also over a year’s end', () => {
    expect(['2026-03-01T23:59:59Z', '2026-03-02T00:00:00Z', '2026-03-08T23:59:59Z', '2027-01-01T00:00:00Z'].map((at) => toWeek(new Date(at)))).toEqual([
      '2026-02-23',
      '2026-03-02',
      '2026-03-02',
      '2026-12-28',
    ]);
  });

  it('holds every instant from its Monday to the next', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (at) => {
        const week = toWeek(at);
        expect(toWeekStart(week).getUTCDay()).toBe(1);
        expect(toWeekStart(week) <= at && at < toWeekStart(addWeeks(week, 1))).toBe(true);
      }),
    );
  });
});

describe('what is next about a page', () => {
  const sides = ['preceptee', 'preceptor'] as const;

  it('is never the turn of both to write, and never of nobody', () => {
    const anyWeek = fc.record({
      isRunning: fc.constant(true),
      hasPrecepteeHalf: fc.boolean(),
      hasPreceptorHalf: fc.boolean(),
      focus: fc.constantFrom(null, 'preceptee', 'preceptor'),
      isAgreed: fc.boolean(),
    });
    fc.assert(
      fc.property(anyWeek, ({ focus, isAgreed, ...so }) => {
        const acts = sides.map((mine) => findWeeklyAct({ ...so, mine, focus: focus === null ? null : { isMine: focus === mine, isAgreed } }));
        expect(acts.filter((act) => act === 'write').length).toBeLessThanOrEqual(1);
        if (!acts.includes('done')) expect(acts.some(isMyTurn)).toBe(true);
      }),
    );
  });

  it('is nothing while the year rests', () => {
    const so: WeekSoFar = { isRunning: false, mine: 'preceptee', hasPrecepteeHalf: false, hasPreceptorHalf: false, focus: null };
    expect(findWeeklyAct(so)).toBe('not-running');
  });
});
