import type { Meeting } from '../../../model/team/meeting.ts';

export interface SortedMeetings {
  /** Begun, and neither held nor cancelled: somebody has to say. */
  readonly unsaid: readonly Meeting[];
  readonly next: Meeting | undefined;
  readonly later: readonly Meeting[];
  /** The latest first. */
  readonly past: readonly Meeting[];
}

/** What is next, what is to be said of the last ones, and the rest. */
export function sortMeetings(meetings: readonly Meeting[], now: Date): SortedMeetings {
  const at = now.toISOString();
  const open = meetings.filter(({ heldAt, cancelledAt }) => heldAt === null && cancelledAt === null);
  const [next, ...later] = open.filter(({ startsAt }) => startsAt > at).toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
  return {
    unsaid: open.filter(({ startsAt }) => startsAt <= at),
    next,
    later,
    past: meetings.filter((meeting) => !open.includes(meeting)).toSorted((a, b) => b.startsAt.localeCompare(a.startsAt)),
  };
}
