import { describe, expect, it } from 'vitest';
import type { HandOverFact, TrackedMilestone } from '../../../model/team/programme.ts';
import type { PersonId } from '../../../model/team/ids.ts';
import { describeHandOver, describeSpan, isPlanWritten, listDue, nameMilestone } from './describe-year.ts';

const milestone = (kind: TrackedMilestone['kind'], month: number, state: TrackedMilestone['state']): TrackedMilestone => ({
  kind,
  month,
  state,
  at: `2026-${String(month + 1).padStart(2, '0')}-05T09:00:00.000Z`,
});
const person = (name: string): HandOverFact['from'] => ({ id: name as PersonId, name });

describe('the words of a year', () => {
  it('name what is due, overdue first, and leave out what is done or ahead', () => {
    const milestones = [
      milestone('first meeting', 0, 'done'),
      milestone('survey', 2, 'due'),
      milestone('review', 4, 'overdue'),
      milestone('review', 6, 'ahead'),
    ];
    expect(listDue({ milestones }).map(nameMilestone)).toEqual(['Review, month 4', 'Survey, month 2']);
  });

  it('say whose word is missing in a hand-over', () => {
    const open: HandOverFact = {
      n: 1,
      from: person('Ben'),
      to: person('Cleo'),
      state: 'proposed',
      proposedAt: '',
      agreedByPreceptee: false,
      accepted: false,
      doneAt: null,
      note: null,
      levels: [],
    };
    expect(describeHandOver(open, 'Ana')).toBe('A hand-over from Ben to Cleo waits for Ana and Cleo.');
    expect(describeHandOver({ ...open, agreedByPreceptee: true }, 'Ana')).toBe('A hand-over from Ben to Cleo waits for Cleo.');
    expect(describeHandOver({ ...open, state: 'done', doneAt: '2026-03-04T12:00:00.000Z' }, 'Ana')).toBe('Ben handed over to Cleo on 4 Mar 2026.');
  });

  it('ask for agreement only once the plan is written', () => {
    const plan = {
      version: 2,
      goal: 'Ship alone.',
      owner: 'Grace',
      policyUrl: 'https://example.org',
      protectedHoursAWeek: 5,
      firstMeetingAt: '2026-01-06T09:00:00.000Z',
      agreements: [],
    };
    expect(isPlanWritten({ plan })).toBe(true);
    for (const gap of [{ goal: ' ' }, { owner: '' }, { policyUrl: 'example.org' }, { protectedHoursAWeek: 0 }, { firstMeetingAt: null }])
      expect(isPlanWritten({ plan: { ...plan, ...gap } })).toBe(false);
  });

  it('say when it runs, or that it is over', () => {
    const year = { startsAt: '2026-01-05T12:00:00.000Z', endsAt: '2027-01-05T12:00:00.000Z', state: 'running', completedAt: null, endedAt: null } as const;
    expect(describeSpan(year)).toBe('5 Jan 2026 to 5 Jan 2027');
    expect(describeSpan({ ...year, state: 'ended', endedAt: '2026-05-01T12:00:00.000Z' })).toBe('Ended on 1 May 2026');
  });
});
