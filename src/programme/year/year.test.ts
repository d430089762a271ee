import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HandOver, Programme } from '../../model/programme.ts';
import { addMonths } from './add-months.ts';
import { moveProgramme } from './move-programme.ts';
import { findEnd, planYear } from './plan-year.ts';

const START = '2026-01-31T09:00:00.000Z';
const programme = (over: Partial<Programme> = {}): Programme => ({
  preceptee: 'ada',
  preceptor: 'bo',
  lead: 'lin',
  startsAt: START,
  months: 12,
  state: 'planned',
  plan: {
    goal: 'Own one service.',
    owner: 'Lin',
    policyUrl: 'https://example.org/policy',
    protectedHoursAWeek: 5,
    agreedBy: ['ada', 'bo', 'lin'],
    firstMeetingAt: START,
  },
  pauses: [],
  handOvers: [],
  completedAt: null,
  ...over,
});
const moved = (of: Programme, act: Parameters<typeof moveProgramme>[1], at = START): Programme => {
  const result = moveProgramme(of, act, at);
  return result.ok ? result.value : expect.fail(result.problem.what);
};
const refused = (of: Programme, act: Parameters<typeof moveProgramme>[1], at = START): string => {
  const result = moveProgramme(of, act, at);
  return result.ok ? expect.fail('was allowed') : `${result.problem.what} ${result.problem.next ?? ''}`;
};

const at = (on: number): string => new Date(Date.parse(START) + on * 86_400_000).toISOString();

describe('starting a year', () => {
  it('needs goal, owner, policy, protected time agreed by all three, and a first meeting', () => {
    const plan = { goal: '', owner: '', policyUrl: 'javascript:alert(1)', protectedHoursAWeek: 0, agreedBy: ['ada'], firstMeetingAt: null };
    const words = refused(programme({ plan }), { type: 'start' });
    for (const missing of ['goal', 'answers', 'Publish', 'protected hours', 'agreed by bo, lin', 'first meeting']) expect(words).toContain(missing);
    expect(moved(programme(), { type: 'start' }).state).toBe('running');
  });
});

describe('the days of a year', () => {
  it('are a review every two months, the midpoint and the completion among them, surveys at 0, 6, 12 and unaided forms at 0, 3, 6, 12', () => {
    const due = planYear(programme());
    const months = (kind: string): number[] => due.filter((one) => one.kind === kind).map(({ month }) => month);
    expect(months('review')).toEqual([2, 4, 8, 10]);
    expect(months('midpoint')).toEqual([6]);
    expect(months('completion')).toEqual([12]);
    expect(months('survey')).toEqual([0, 6, 12]);
    expect(months('unaided form')).toEqual([0, 3, 6, 12]);
    expect(addMonths(START, 1)).toBe('2026-02-28T09:00:00.000Z');
  });

  it('move by what a year was paused, and only what was still to come', () => {
    const paused = moved(moved(programme(), { type: 'start' }), { type: 'pause', why: 'leave' }, '2026-05-01T09:00:00.000Z');
    expect(refused(paused, { type: 'complete' })).toContain('paused');
    const resumed = moved(paused, { type: 'resume' }, '2026-07-01T09:00:00.000Z');
    expect(findEnd(resumed)).toBe(new Date(Date.parse('2027-01-31T09:00:00.000Z') + 61 * 86_400_000).toISOString());
    const [before, after] = [planYear(programme()), planYear(resumed)];
    expect(after.filter((one) => one.at < '2026-05-01')).toEqual(before.filter((one) => one.at < '2026-05-01'));
    expect(refused(resumed, { type: 'complete' }, '2027-02-01T09:00:00.000Z')).toContain('not over');
    expect(moved(resumed, { type: 'complete' }, findEnd(resumed)).state).toBe('completed');
  });

  it('last as long as planned plus what was paused, whatever the pauses', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 40 })), { maxLength: 5 }), (steps) => {
        let day = 0;
        let of = moved(programme(), { type: 'start' });
        let paused = 0;
        for (const [run, rest] of steps) {
          of = moved(of, { type: 'pause', why: 'leave' }, at(day + run));
          of = moved(of, { type: 'resume' }, at(day + run + rest));
          day += run + rest;
          paused += rest;
        }
        expect(Date.parse(findEnd(of)) - Date.parse(findEnd(programme()))).toBe(paused * 86_400_000);
      }),
    );
  });
});

describe('changing the preceptor', () => {
  const handOver: HandOver = { from: 'bo', to: 'cy', summary: 'Two projects.', focus: 'E6', openProjects: [], agreedByPreceptee: true, at: START };
  const running = moved(programme(), { type: 'start' });

  it('goes with a written hand-over the preceptee agreed to', () => {
    expect(moved(running, { type: 'hand-over', handOver })).toMatchObject({ preceptor: 'cy', state: 'running', handOvers: [handOver] });
    expect(refused(running, { type: 'hand-over', handOver: { ...handOver, summary: '', agreedByPreceptee: false } })).toMatch(/Write what was done.*agreed/);
    expect(refused(running, { type: 'hand-over', handOver: { ...handOver, to: 'ada' } })).toContain('third person');
  });
});
