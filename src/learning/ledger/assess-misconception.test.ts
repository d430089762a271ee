import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LedgerEvent, Evidence } from '../../model/misconception-ledger.ts';
import { MISCONCEPTIONS, findMisconception } from '../misconceptions/catalogue.ts';
import { assessMisconception, DELAY_DAYS } from './assess-misconception.ts';
import { MAX_LOG_ODDS, PRIOR_LOG_ODDS, weighEvidence } from './weigh-evidence.ts';

const race = findMisconception('C1') ?? expect.fail('no C1');
const day = (count: number): string => new Date(Date.UTC(2026, 0, 1) + count * 86_400_000).toISOString();
const sign = (on: number, over: Partial<Evidence> = {}): Evidence => ({
  type: 'evidence',
  source: 'distractor',
  direction: 'for',
  occasion: `case ${on}`,
  context: 'shop',
  words: null,
  transfer: false,
  at: day(on),
  ...over,
});
const said = (on: number, over: Partial<Evidence> = {}): Evidence => sign(on, { source: 'question', words: 'A longer sleep then?', ...over });
const passed = (on: number, over: Partial<Evidence> = {}): Evidence => sign(on, { source: 'recall', direction: 'against', ...over });
const addressed = (on: number): LedgerEvent => ({ type: 'addressed', at: day(on) });
const stateOf = (events: readonly LedgerEvent[]): string | undefined => assessMisconception(race, events)?.state;

const RESOLVED: readonly LedgerEvent[] = [
  sign(1),
  said(2),
  addressed(3),
  passed(5, { transfer: true, context: 'bank' }),
  passed(3 + DELAY_DAYS, { context: 'shop' }),
];

describe('where a belief stands', () => {
  it('is a reason to ask after any number of moments, and nothing more', () => {
    const seen = Array.from({ length: 9 }, (_, on) => sign(on, { source: 'moment' }));
    expect(stateOf(seen)).toBe('to-ask');
    expect(weighEvidence(race, seen)).toBe(PRIOR_LOG_ODDS);
    expect(stateOf([])).toBeUndefined();
  });

  it('is suspected by one sign, and confirmed only by two from two cases with one in their own words', () => {
    expect(stateOf([sign(1)])).toBe('suspected');
    expect(stateOf([sign(1), sign(2), sign(3)])).toBe('suspected');
    expect(stateOf([sign(1), said(1, { occasion: 'case 1' })])).toBe('suspected');
    expect(stateOf([sign(1), said(2)])).toBe('confirmed');
    expect(assessMisconception(race, [sign(1), sign(2)])?.missing).toEqual(['A sign in your own words.']);
  });

  it('is not confirmed while contested, by whoever, and is once that is taken back', () => {
    const contested: LedgerEvent = { type: 'contested', by: 'partner', why: 'It was a typing mistake.', at: day(1) };
    expect(stateOf([sign(1), contested, said(2)])).toBe('suspected');
    expect(assessMisconception(race, [sign(1), contested, said(2)])?.contested?.by).toBe('partner');
    expect(stateOf([sign(1), contested, said(2), { type: 'accepted', by: 'partner', at: day(3) }])).toBe('confirmed');
  });

  it('is resolved by a transfer case in another context and a recall after 14 days', () => {
    expect(stateOf(RESOLVED)).toBe('resolved');
    expect(stateOf([...RESOLVED.slice(0, 3), passed(5, { transfer: true, context: 'shop' }), passed(20)])).toBe('addressed');
    expect(stateOf([...RESOLVED.slice(0, 4), passed(3 + DELAY_DAYS - 1)])).toBe('addressed');
    expect(stateOf(RESOLVED.slice(0, 2).concat(RESOLVED.slice(3)))).toBe('confirmed');
  });

  it('starts the proof again where it shows once more before it is resolved', () => {
    expect(stateOf([...RESOLVED.slice(0, 4), sign(9), passed(20)])).toBe('addressed');
  });

  it('shows a relapse for good', () => {
    const relapsed = [...RESOLVED, sign(60)];
    expect(stateOf(relapsed)).toBe('relapsed');
    const again = assessMisconception(race, [...relapsed, addressed(61), passed(62, { transfer: true, context: 'farm' }), passed(80)]);
    expect(again).toMatchObject({ state: 'resolved', relapses: 1 });
    expect(again?.history.map(({ to }) => to)).toEqual(['suspected', 'confirmed', 'addressed', 'resolved', 'relapsed', 'addressed', 'resolved']);
  });
});

const anyEvidence = fc.record({
  type: fc.constant('evidence' as const),
  source: fc.constantFrom('distractor', 'prediction', 'question', 'recall', 'moment'),
  direction: fc.constantFrom('for', 'against'),
  occasion: fc.integer({ min: 0, max: 9 }).map((n) => `case ${n}`),
  context: fc.constantFrom('', 'shop', 'bank', 'farm'),
  words: fc.constantFrom(null, 'It is more reliable now.'),
  transfer: fc.boolean(),
  at: fc.integer({ min: 0, max: 90 }).map(day),
}) satisfies fc.Arbitrary<Evidence>;
const anyEvent: fc.Arbitrary<LedgerEvent> = fc.oneof(
  { weight: 6, arbitrary: anyEvidence },
  fc.integer({ min: 0, max: 90 }).map(addressed),
  fc.integer({ min: 0, max: 90 }).map((on): LedgerEvent => ({ type: 'contested', by: 'me', why: 'No.', at: day(on) })),
  fc.integer({ min: 0, max: 90 }).map((on): LedgerEvent => ({ type: 'accepted', by: 'me', at: day(on) })),
);

describe('under any sequence of events', () => {
  it('the weight stays within its cap, and does not depend on the order', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MISCONCEPTIONS), fc.array(anyEvidence, { maxLength: 200 }), (entry, evidence) => {
        const weight = weighEvidence(entry, evidence);
        expect(Math.abs(weight)).toBeLessThanOrEqual(MAX_LOG_ODDS);
        expect(weighEvidence(entry, evidence.toReversed())).toBeCloseTo(weight, 10);
      }),
    );
  });

  it('what a state needs has happened', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        const standing = assessMisconception(race, events);
        const steps = standing?.history.map(({ to }) => to) ?? [];
        const ordered = events.toSorted((a, b) => a.at.localeCompare(b.at));
        const signs = events.filter((one): one is Evidence => one.type === 'evidence' && one.direction === 'for' && one.source !== 'moment');
        if (steps.some((to) => to !== 'to-ask')) expect(signs.length).toBeGreaterThan(0);
        if (steps.includes('confirmed')) {
          expect(new Set(signs.map(({ occasion }) => occasion)).size).toBeGreaterThan(1);
          expect(signs.some(({ source, words }) => source === 'question' && words !== null)).toBe(true);
        }
        for (const [index, to] of steps.entries()) {
          if (to === 'resolved') expect(steps[index - 1]).toBe('addressed');
          if (to === 'relapsed') expect(steps[index - 1]).toBe('resolved');
        }
        expect(standing?.relapses ?? 0).toBe(steps.filter((to) => to === 'relapsed').length);
        // Nothing that happens later takes a relapse away.
        const before = assessMisconception(race, ordered.slice(0, -1));
        expect(standing?.relapses ?? 0).toBeGreaterThanOrEqual(before?.relapses ?? 0);
      }),
    );
  });

  it('moments change neither state nor weight of what is known', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), fc.integer({ min: 0, max: 90 }), (events, on) => {
        const standing = assessMisconception(race, events);
        const withMoment = assessMisconception(race, [...events, sign(on, { source: 'moment', occasion: 'case 99' })]);
        if (standing) expect({ ...withMoment, history: [] }).toEqual({ ...standing, history: [] });
        else expect(withMoment?.state).toBe('to-ask');
      }),
    );
  });
});
