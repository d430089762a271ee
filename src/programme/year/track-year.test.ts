import { describe, expect, it } from 'vitest';
import { findEnd, planYear } from './plan-year.ts';
import { countOpenPause, trackYear, type YearFacts } from './track-year.ts';

const YEAR: YearFacts['year'] = { startsAt: '2026-01-05T09:00:00.000Z', months: 12, pauses: [], state: 'running' };
const held = (kind: string, heldAt: string | null = '2026-01-06T09:00:00.000Z') => ({ kind, heldAt });
const stands = (facts: Partial<YearFacts>, now: string): Record<string, string> =>
  Object.fromEntries(
    trackYear({ year: YEAR, meetings: [], answeredSurveys: null, ...facts }, now).map(({ kind, month, state }) => [`${kind} ${month}`, state]),
  );

describe('where a year stands', () => {
  it('is due two weeks either side of a day, overdue after that, and done by as many meetings as were held', () => {
    expect(stands({}, '2025-12-20T00:00:00.000Z')['first meeting 0']).toBe('ahead');
    expect(stands({}, '2026-01-18T00:00:00.000Z')['first meeting 0']).toBe('due');
    expect(stands({}, '2026-01-20T00:00:00.000Z')['first meeting 0']).toBe('overdue');
    expect(stands({ meetings: [held('first meeting', null)] }, '2026-01-20T00:00:00.000Z')['first meeting 0']).toBe('overdue');
    const two = stands({ meetings: [held('review'), held('review'), held('check-in')] }, '2026-08-01T00:00:00.000Z');
    expect(two).toMatchObject({ 'review 2': 'done', 'review 4': 'done', 'review 8': 'ahead', 'midpoint 6': 'overdue' });
  });

  it('takes the first meeting that was held for the first, and a completed year for its completion', () => {
    const now = '2027-02-01T00:00:00.000Z';
    expect(stands({ meetings: [held('check-in')] }, '2026-03-01T00:00:00.000Z')['first meeting 0']).toBe('done');
    expect(stands({ meetings: [held('check-in', null)] }, '2026-03-01T00:00:00.000Z')['first meeting 0']).toBe('overdue');
    expect(stands({ year: { ...YEAR, state: 'completed' } }, now)).toMatchObject({ 'completion 12': 'done', 'review 10': 'passed' });
    expect(stands({ year: { ...YEAR, state: 'ended' } }, now)['completion 12']).toBe('passed');
  });

  it('says of a survey only to who answers whether it was answered, and of forms nothing', () => {
    expect(stands({}, '2026-03-01T00:00:00.000Z')).toMatchObject({ 'survey 0': 'passed', 'unaided form 0': 'passed' });
    expect(stands({ answeredSurveys: [] }, '2026-03-01T00:00:00.000Z')['survey 0']).toBe('overdue');
    expect(stands({ answeredSurveys: [0] }, '2026-03-01T00:00:00.000Z')).toMatchObject({ 'survey 0': 'done', 'unaided form 0': 'passed' });
  });

  it('is late with nothing before it began, while it is paused, or once it is over', () => {
    for (const state of ['planned', 'paused', 'completed', 'ended'] as const)
      expect(Object.values(stands({ year: { ...YEAR, state }, answeredSurveys: [] }, '2026-12-01T00:00:00.000Z'))).not.toContain('overdue');
  });

  it('moves its days with a pause that goes on', () => {
    const paused = { ...YEAR, state: 'paused' as const, pauses: [{ from: '2026-02-01T00:00:00.000Z', to: null, why: '' }] };
    const now = '2026-03-03T00:00:00.000Z';
    expect(findEnd(countOpenPause(paused, now))).toBe('2027-02-04T09:00:00.000Z');
    expect(trackYear({ year: paused, meetings: [], answeredSurveys: null }, now).map(({ at }) => at)).toEqual(
      planYear(countOpenPause(paused, now)).map(({ at }) => at),
    );
    expect(findEnd(countOpenPause(paused, '2026-01-31T00:00:00.000Z'))).toBe(findEnd(paused));
  });
});
