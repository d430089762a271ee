import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reckonPair, type PairInputs } from './reckon-pair.ts';
import { listInfluences, simulatePair, type PairRanges } from './simulate-pair.ts';

const EXAMPLE: PairInputs = {
  salary: 120_000,
  replacement: 1,
  retentionJunior: 0.23,
  retentionSenior: 0.2,
  secondYear: 0,
  preceptorHoursAWeek: 10,
  weeks: 52,
  rate: 96,
  ramp: 0,
  delivered: 0,
};
const RANGES: PairRanges = {
  ...(Object.fromEntries(Object.entries(EXAMPLE).map(([name, value]) => [name, [value, value, value]])) as unknown as PairRanges),
  replacement: [0.5, 1, 2],
  preceptorHoursAWeek: [3, 5, 10],
};

describe("a pair's year in money", () => {
  it('is the worked example to the cent', () => {
    const { benefit, cost, net, breakEvenHours } = reckonPair(EXAMPLE);
    expect([benefit, cost, net].map((amount) => amount.toFixed(2))).toEqual(['51600.00', '49920.00', '1680.00']);
    expect(breakEvenHours?.toFixed(2)).toBe('10.34');
    expect(reckonPair({ ...EXAMPLE, preceptorHoursAWeek: 5 }).net.toFixed(2)).toBe('26640.00');
  });

  it('does not pay where it does not', () => {
    const halved = reckonPair({ ...EXAMPLE, replacement: 0.5 });
    expect(halved.benefit.toFixed(2)).toBe('25800.00');
    expect(halved.net.toFixed(2)).toBe('-24120.00');
    expect(halved.pays).toBe(false);
  });

  it('is nothing at its break-even, whatever the inputs', () => {
    const amount = fc.double({ min: 1, max: 1e5, noNaN: true });
    const share = fc.double({ min: -0.5, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(amount, share, share, amount, amount, (salary, retentionJunior, retentionSenior, rate, ramp) => {
        const inputs = { ...EXAMPLE, salary, retentionJunior, retentionSenior, rate, ramp };
        const hours = reckonPair(inputs).breakEvenHours ?? expect.fail();
        expect(Math.abs(reckonPair({ ...inputs, preceptorHoursAWeek: hours }).net)).toBeLessThan(1e-4);
      }),
    );
  });

  it('has a distribution that the same seed gives again, around what is likeliest', () => {
    const [first, again] = [1, 1].map(() => simulatePair(RANGES, { runs: 4000, seed: 7 }));
    expect(first).toEqual(again);
    const [low, , middle, , high] = first?.percentiles ?? [];
    expect(low).toBeLessThan(middle ?? 0);
    expect(middle).toBeLessThan(high ?? 0);
    expect(first?.histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(4000);
    // The mean of a triangle is the mean of its corners: hours 6, replacement 3.5/3.
    expect(Math.abs((middle ?? 0) - (60_200 - 6 * 52 * 96))).toBeLessThan(6000);
    expect(simulatePair({ ...RANGES, replacement: [0, 0, 0] }, { runs: 500, seed: 7 }).pays).toBe(0);
  });

  it('says what moves it most, and that what is fixed moves nothing', () => {
    const influences = listInfluences(RANGES);
    expect(influences.slice(0, 2).map(({ input }) => input)).toEqual(['replacement', 'preceptorHoursAWeek']);
    expect(influences.slice(2).every(({ low, high }) => low === high)).toBe(true);
  });
});
