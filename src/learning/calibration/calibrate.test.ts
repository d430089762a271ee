import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Forecast } from '../../model/calibration.ts';
import { calibrate } from './calibrate.ts';
import { scoreForecasts } from './score-forecasts.ts';
import { toInterval } from './to-interval.ts';

const forecast = (over: Partial<Forecast> = {}): Forecast => ({
  source: 'r_1',
  probability: 70,
  verdict: 'reject',
  sound: false,
  truth: true,
  basis: 'outcome',
  knewOutcome: false,
  at: '2026-01-01T00:00:00.000Z',
  ...over,
});

const anyForecast: fc.Arbitrary<Forecast> = fc.record({
  source: fc.constant('r_1'),
  probability: fc.integer({ min: 1, max: 99 }),
  verdict: fc.constantFrom('accept', 'change', 'reject', 'unsure'),
  sound: fc.constantFrom(true, false, null),
  truth: fc.constantFrom(true, false, null),
  basis: fc.constantFrom('outcome', 'opinion'),
  knewOutcome: fc.boolean(),
  at: fc.constant('2026-01-01T00:00:00.000Z'),
});

describe('the Brier score', () => {
  it('is worked out by hand for four forecasts', () => {
    // (.9-1)^2 + (.9-0)^2 + (.2-0)^2 + (.2-0)^2 = .01 + .81 + .04 + .04, over 4; groups 90: 1 of 2, 20: 0 of 2; base rate 1/4.
    const brier = scoreForecasts([
      { probability: 90, truth: true },
      { probability: 90, truth: false },
      { probability: 20, truth: false },
      { probability: 20, truth: false },
    ]);
    expect(brier?.score).toBeCloseTo(0.225, 12);
    expect(brier?.reliability).toBeCloseTo(0.1, 12);
    expect(brier?.resolution).toBeCloseTo(0.0625, 12);
    expect(brier?.uncertainty).toBeCloseTo(0.1875, 12);
  });

  it('is reliability less resolution plus uncertainty, whatever was said', () => {
    fc.assert(
      fc.property(fc.array(anyForecast, { minLength: 1, maxLength: 300 }), (forecasts) => {
        const settled = forecasts.map(({ probability, truth }) => ({ probability, truth: truth === true }));
        const { score, reliability, resolution, uncertainty } = scoreForecasts(settled) ?? expect.fail('nothing scored');
        expect(Math.abs(reliability - resolution + uncertainty - score)).toBeLessThan(1e-12);
        expect(Math.min(score, reliability, resolution, uncertainty)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('always saying the base rate scores the uncertainty', () => {
    const settled = [true, true, true, false].map((truth) => ({ probability: 75, truth }));
    expect(scoreForecasts(settled)).toEqual({ score: 0.1875, reliability: 0, resolution: 0, uncertainty: 0.1875 });
  });
});

describe('calibration', () => {
  it('counts each forecast once, in what it is made of or beside it', () => {
    fc.assert(
      fc.property(fc.array(anyForecast, { maxLength: 200 }), (forecasts) => {
        const { n, unresolved, knewOutcome, opinion, bins } = calibrate(forecasts);
        expect(n + unresolved + knewOutcome + opinion).toBe(forecasts.length);
        expect(bins.reduce((sum, bin) => sum + bin.n, 0)).toBe(n);
      }),
    );
  });

  it('does not change with what somebody knew, thought, or nobody can say yet', () => {
    const base = [forecast(), forecast({ probability: 30, truth: false, sound: true, verdict: 'accept' })];
    const { n, brier, bins, verdicts } = calibrate(base);
    const more = calibrate([...base, forecast({ knewOutcome: true, truth: false }), forecast({ basis: 'opinion', truth: false })]);
    expect({ n: more.n, brier: more.brier, bins: more.bins, verdicts: more.verdicts }).toEqual({ n, brier, bins, verdicts });
    expect(more).toMatchObject({ knewOutcome: 1, opinion: 1, unresolved: 0 });
    expect(calibrate([forecast({ truth: null })])).toMatchObject({ n: 0, unresolved: 1, brier: null, baseRate: null });
  });

  it('shows that who rejects everything raises every false alarm', () => {
    const all = [forecast(), forecast({ verdict: 'change' }), forecast({ sound: true }), forecast({ sound: true }), forecast({ verdict: 'unsure' })];
    expect(calibrate(all).verdicts).toEqual({ unsound: { hits: 2, misses: 0, unsure: 1 }, sound: { falseAlarms: 2, accepted: 0, unsure: 0 } });
  });

  it('gives an error of calibration only from a hundred forecasts', () => {
    const settled = Array.from({ length: 100 }, (_, index) => forecast({ truth: index % 2 === 0 }));
    expect(calibrate(settled.slice(1)).calibrationError).toBeNull();
    expect(calibrate(settled).calibrationError).toBeCloseTo(0.2, 12);
  });

  it("gives a bin the interval its count allows (Wilson's own: 8 of 10)", () => {
    const { low, high } = toInterval(8, 10);
    expect(low).toBeCloseTo(0.4902, 3);
    expect(high).toBeCloseTo(0.9433, 3);
    expect(toInterval(0, 3).low).toBe(0);
  });
});
