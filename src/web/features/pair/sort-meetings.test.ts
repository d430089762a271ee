import { expect, it } from 'vitest';
import type { Meeting } from '../../../model/team/meeting.ts';
import { sortMeetings } from './sort-meetings.ts';

const NOW = new Date('2026-03-04T10:00:00.000Z');
const meeting = (day: number, over: Partial<Meeting> = {}): Meeting =>
  ({ id: `a_${day}`, startsAt: `2026-03-0${day}T09:00:00.000Z`, heldAt: null, cancelledAt: null, ...over }) as Meeting;

it('tells what is next from what somebody has still to say', () => {
  const [one, two, held, off, six, nine] = [
    meeting(1),
    meeting(2),
    meeting(3, { heldAt: '2026-03-03T10:00:00.000Z' }),
    meeting(5, { cancelledAt: '2026-03-03T10:00:00.000Z' }),
    meeting(6),
    meeting(9),
  ];
  expect(sortMeetings([nine, off, six, one, held, two], NOW)).toEqual({ unsaid: [one, two], next: six, later: [nine], past: [off, held] });
  expect(sortMeetings([], NOW).next).toBeUndefined();
});
