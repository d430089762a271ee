import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithin, listMonths, placeOnYear, spanYears } from './place-on-year.ts';

const YEAR = { from: '2026-01-05T09:00:00.000Z', to: '2027-01-05T09:00:00.000Z' };
const instant = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((at) => at.toISOString());

describe('a day on the line of a year', () => {
  it('stands between the ends, in order, and outside at the nearer end', () => {
    expect(placeOnYear('2026-07-06T21:00:00.000Z', YEAR)).toBeCloseTo(50, 1);
    expect(placeOnYear('2020-01-01T00:00:00.000Z', YEAR)).toBe(0);
    expect(placeOnYear('2040-01-01T00:00:00.000Z', YEAR)).toBe(100);
    fc.assert(
      fc.property(instant, instant, (one, other) => {
        if (one <= other) expect(placeOnYear(one, YEAR)).toBeLessThanOrEqual(placeOnYear(other, YEAR));
      }),
    );
  });

  it('has at most a dozen months within it, and a line for several years from the first to the last', () => {
    expect(listMonths(YEAR).map(({ label }) => label)).toEqual(['Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', '2027']);
    const long = spanYears([
      { startsAt: '2026-06-01T00:00:00.000Z', endsAt: '2027-06-01T00:00:00.000Z' },
      { startsAt: YEAR.from, endsAt: YEAR.to },
    ]);
    expect(long).toEqual({ from: YEAR.from, to: '2027-06-01T00:00:00.000Z' });
    expect(spanYears([])).toBeNull();
    fc.assert(
      fc.property(instant, instant, (from, to) => {
        const months = listMonths({ from, to });
        expect(months.length).toBeLessThanOrEqual(12);
        expect(months.every(({ at }) => isWithin(at, { from, to }))).toBe(true);
      }),
    );
  });
});
