import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatchProfile } from '../../model/programme.ts';
import { findRelief } from './find-relief.ts';
import { reckonLoad } from './reckon-load.ts';
import { countSharedHours, suggestPairs, type PreceptorProfile } from './suggest-pairs.ts';
import { LEAST_PEOPLE, suppressSmallGroups, type Group } from './suppress-small-groups.ts';

const hour = (count: number): string => new Date(Date.UTC(2026, 0, 5) + count * 3_600_000).toISOString();
const span = (from: number, to: number): { from: string; to: string } => ({ from: hour(from), to: hour(to) });
const WEEK = span(0, 7 * 24);

describe("a preceptor's load", () => {
  it('counts each hour once, cuts at the period, and warns before the cap', () => {
    expect(reckonLoad([span(9, 11), span(10, 12), span(-5, 1), span(30, 29)], { period: WEEK, cap: 6 })).toMatchObject({
      hours: 4,
      state: 'within',
      advice: null,
    });
    expect(reckonLoad([span(9, 14)], { period: WEEK, cap: 6 }).state).toBe('near');
    expect(reckonLoad([span(9, 16)], { period: WEEK, cap: 6 })).toMatchObject({ hours: 7, state: 'over' });
  });

  it('is never more than the period, whatever overlaps', () => {
    const anySpan = fc.tuple(fc.integer({ min: -50, max: 250 }), fc.integer({ min: -50, max: 250 })).map(([from, to]) => span(from, to));
    fc.assert(
      fc.property(fc.array(anySpan), (spans) => {
        const { hours } = reckonLoad(spans, { period: WEEK, cap: 5 });
        expect(hours).toBeLessThanOrEqual(7 * 24);
        expect(reckonLoad([...spans, ...spans], { period: WEEK, cap: 5 }).hours).toBeCloseTo(hours, 9);
      }),
    );
  });
});

describe('relief for a preceptor', () => {
  const bo = { id: 'bo', name: 'Bo', hours: 11, cap: 10 };

  it('names who has most time, and says when nobody has', () => {
    const free = [
      { id: 'cy', name: 'Cy', hours: 8.5, cap: 10 },
      { id: 'di', name: 'Di', hours: 6, cap: 8 },
      { id: 'ed', name: 'Ed', hours: 2.5, cap: 10 },
    ];
    expect(findRelief(bo, [bo, ...free])).toEqual(['Ed has 7.5 h a week free.', 'Di has 2 h a week free.']);
    expect(findRelief(bo, [bo])).toEqual([expect.stringContaining('Nobody else')]);
  });
});

const group = (name: string, from: number, to: number): Group<number> => ({
  name,
  people: new Set(Array.from({ length: to - from }, (_, n) => `p${from + n}`)),
  value: 1,
});

const named = (groups: readonly Group<number>[]): string[] => suppressSmallGroups(groups).flatMap(({ name, n }) => (n === null ? [] : [name]));

describe('groups that may be shown', () => {
  it('hide few people, and a second group where the first could be had by subtraction', () => {
    expect(named([group('a', 0, 6), group('b', 6, 12)])).toEqual(['a', 'b']);
    expect(named([group('a', 0, 6), group('b', 6, 12), group('c', 12, 14)])).toEqual(['b']);
    expect(named([group('all', 0, 12), group('most', 0, 11)])).toEqual(['all']);
    expect(named([group('a', 0, 4)])).toEqual([]);
  });

  it('leave nothing about fewer than five by taking one from another, or all shown from everybody', () => {
    const anyGroup = fc
      .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 12 }))
      .map(([from, size]) => group(`${from}-${size}`, from, from + size));
    fc.assert(
      fc.property(fc.array(anyGroup, { maxLength: 8 }), (groups) => {
        const shown = groups.filter((_, index) => suppressSmallGroups(groups)[index]?.n !== null);
        const everybody = new Set(groups.flatMap(({ people }) => [...people]));
        const sets = [everybody, ...shown.map(({ people }) => people)];
        for (const one of shown) {
          expect(one.people.size).toBeGreaterThanOrEqual(LEAST_PEOPLE);
          for (const other of sets) {
            const left = [...other].filter((person) => !one.people.has(person)).length;
            expect(left === 0 || left >= LEAST_PEOPLE).toBe(true);
          }
        }
        const hidden = [...everybody].filter((person) => !shown.some(({ people }) => people.has(person))).length;
        expect(shown.length === 0 || hidden === 0 || hidden >= LEAST_PEOPLE).toBe(true);
      }),
    );
  });
});

const profile = (person: string, over: Partial<MatchProfile> = {}): MatchProfile => ({
  person,
  areas: ['payments'],
  activities: ['E6'],
  utcOffset: 60,
  from: 9,
  to: 17,
  wishes: [],
  declines: [],
  ...over,
});
const preceptor = (person: string, over: Partial<PreceptorProfile> = {}): PreceptorProfile => ({ ...profile(person), hours: 0, cap: 10, ...over });

describe('pairs that are suggested', () => {
  it('say why, and put common areas before wishes', () => {
    const suggestions = suggestPairs([profile('ada', { wishes: ['cy'] })], [preceptor('bo'), preceptor('cy', { areas: ['maps'], activities: [] })]);
    expect(suggestions.map((one) => one.preceptor)).toEqual(['bo', 'cy']);
    expect(suggestions[0]?.reasons[0]).toBe('Both name payments.');
    expect(suggestions[1]?.cautions).toContain('No area in common: the first projects need one.');
    expect(JSON.stringify(suggestions)).not.toContain('wish');
    const [mutual] = suggestPairs([profile('ada', { wishes: ['bo'] })], [preceptor('bo', { wishes: ['ada'] })]);
    expect(JSON.stringify(mutual)).not.toMatch(/wish/i);
    const ranked = suggestPairs([profile('ada', { wishes: ['cy'] })], [preceptor('bo'), preceptor('cy', { wishes: ['ada'] })]);
    expect(ranked.map((each) => each.preceptor)).toEqual(['cy', 'bo']);
  });

  it('leave out who declines, is declined, is full, sleeps meanwhile, or is the same person', () => {
    const all = [
      preceptor('ada'),
      preceptor('bo', { hours: 6 }),
      preceptor('cy', { declines: ['ada'] }),
      preceptor('dee', { utcOffset: -480 }),
      preceptor('eve'),
    ];
    expect(suggestPairs([profile('ada', { declines: ['eve'] })], all)).toEqual([]);
  });

  it('count shared hours over the date line and over midnight', () => {
    expect(countSharedHours(profile('a'), profile('b'))).toBe(8);
    expect(countSharedHours(profile('a', { utcOffset: 780 }), profile('b', { utcOffset: -660 }))).toBe(8);
    expect(countSharedHours(profile('a', { from: 22, to: 6 }), profile('b', { from: 0, to: 8 }))).toBe(6);
    expect(countSharedHours(profile('a'), profile('b', { utcOffset: -480 }))).toBe(0);
  });
});
