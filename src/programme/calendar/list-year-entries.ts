import type { Milestone, Programme } from '../../model/programme.ts';
import { planYear } from '../year/plan-year.ts';
import type { CalendarEntry } from './write-calendar.ts';
import { findZone } from './zones.ts';

/** A year as one of its two people sees it. */
export interface CalendarYear {
  readonly id: string;
  readonly startsAt: string;
  readonly months: number;
  readonly pauses: readonly { readonly from: string; readonly to: string | null }[];
  readonly state: Programme['state'];
  readonly createdAt: string;
  readonly endedAt: string | null;
  /** The other of the two. */
  readonly partner: string;
}

export interface CalendarMeeting {
  readonly id: string;
  readonly kind: string;
  readonly startsAt: string;
  readonly minutes: number;
  readonly sequence: number;
  readonly changedAt: string;
  readonly cancelledAt: string | null;
  readonly partner: string;
}

const TITLE_BY_KIND: Readonly<Record<Milestone['kind'], (partner: string) => string>> = {
  'first meeting': (partner) => `first meeting with ${partner} due`,
  review: (partner) => `review with ${partner} due`,
  midpoint: (partner) => `midpoint with ${partner}`,
  survey: () => 'survey',
  'unaided form': () => 'drills without an agent',
  completion: (partner) => `end of the year with ${partner}`,
};

export const toMeetingEntry = ({ id, kind, startsAt, minutes, sequence, changedAt, cancelledAt, partner }: CalendarMeeting): CalendarEntry => ({
  uid: `${id}@rounds`,
  sequence,
  changedAt,
  title: `Rounds: ${kind} with ${partner}`,
  when: { startsAt, minutes },
  isCancelled: cancelledAt !== null,
});

/**
 * What is due in a year, as whole days of `zone`. A pause that goes on leaves open when the rest will be, so it is called off until
 * then; one that ended has moved it. Each such change counts as one for calendars.
 */
export function listMilestoneEntries(year: CalendarYear, zone: string): CalendarEntry[] {
  const { pauses, endedAt, partner } = year;
  const changes = [...pauses.flatMap(({ from, to }) => [from, to]), endedAt].filter((at) => at !== null);
  const openPause = pauses.find(({ to }) => to === null);
  const changedAt = [year.createdAt, ...changes].reduce((latest, at) => (at > latest ? at : latest));
  return planYear({ ...year, pauses: pauses.map((pause) => ({ ...pause, why: '' })) }).map(({ kind, month, at }) => ({
    uid: `${year.id}-${kind.replaceAll(' ', '-')}-${month}@rounds`,
    sequence: changes.length,
    changedAt,
    title: `Rounds: ${TITLE_BY_KIND[kind](partner)}`,
    when: { day: toDay(at, zone) },
    isCancelled: (openPause !== undefined && at > openPause.from) || (endedAt !== null && at > endedAt),
  }));
}

const toDay = (at: string, zone: string): string => new Date(findZone(zone)?.toWall(Date.parse(at)) ?? Date.parse(at)).toISOString().slice(0, 10);
