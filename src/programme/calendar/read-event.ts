import ICAL from 'ical.js';
import { expandRule, toWallMs, type Budget } from './expand-event.ts';
import type { FindInstant } from './read-zones.ts';
import { findZone } from './zones.ts';

/** An entry of somebody's calendar. Only its beginning and end may ever leave the place where it was read. */
export interface CalendarTime {
  /** The same for all times of something that repeats. */
  readonly series: string;
  readonly title: string;
  /** Names and addresses of who is invited. */
  readonly people: readonly string[];
  readonly from: string;
  readonly to: string;
}

/** Why an entry is not among the times. */
export type LeftOut = 'all-day' | 'cancelled' | 'free' | 'too-long' | 'unknown-zone' | 'unusual-repetition' | 'unreadable' | 'too-many';

export interface Reading {
  /** Milliseconds of the epoch: what begins outside is not looked at. */
  readonly from: number;
  readonly to: number;
  readonly findInstant: FindInstant;
  /** Where times without a zone are meant. */
  readonly ownZone: string;
  readonly budget: Budget;
}

const DAY_MS = 86_400_000;
const LONGEST_MS = 12 * 3_600_000;
const MAX_PEOPLE = 50;
const MAX_TEXT = 200;

/** The times of an event between two instants, without those in `replaced`, which other events of its series stand for. */
export function readEvent(event: ICAL.Component, reading: Reading, replaced: ReadonlySet<number>): CalendarTime[] | LeftOut {
  if (readText(event, 'status').toUpperCase() === 'CANCELLED') return 'cancelled';
  if (readText(event, 'transp').toUpperCase() === 'TRANSPARENT') return 'free';
  const start = event.getFirstProperty('dtstart');
  const time = start?.getFirstValue() as ICAL.Time | undefined;
  if (!start || !time) return 'unreadable';
  if (time.isDate) return 'all-day';
  const first = toInstant(start, time, reading);
  if (first === null) return 'unknown-zone';
  if (Number.isNaN(first)) return 'unreadable';
  const lengthMs = readLength(event, first, reading);
  if (lengthMs === null || !(lengthMs > 0)) return 'unreadable';
  if (lengthMs > LONGEST_MS) return 'too-long';

  const instants = listInstants(event, { start, time, first }, reading);
  if (instants === null) return 'unusual-repetition';
  const excluded = new Set([...replaced, ...readInstants(event, 'exdate', reading)]);
  const excludedDays = readDays(event, 'exdate');
  const about = { series: readText(event, 'uid'), title: readText(event, 'summary'), people: readPeople(event) };
  return [...new Map(instants.map((each) => [each.instant, each])).values()]
    .filter(({ instant }) => instant >= reading.from && instant < reading.to && !excluded.has(instant))
    .filter(({ wall }) => !excludedDays.has(Math.floor(wall / DAY_MS)))
    .map(({ instant }) => ({ ...about, from: new Date(instant).toISOString(), to: new Date(instant + lengthMs).toISOString() }));
}

/** Instants that a property of this name names, as EXDATE and RECURRENCE-ID do. */
export function readInstants(event: ICAL.Component, name: string, reading: Reading): number[] {
  return event
    .getAllProperties(name)
    .flatMap((property) => (property.getValues() as ICAL.Time[]).map((time) => (time.isDate ? null : toInstant(property, time, reading))))
    .filter((instant) => instant !== null);
}

export const readText = (event: ICAL.Component, name: string): string => {
  const value: unknown = event.getFirstPropertyValue(name);
  return typeof value === 'string' ? value.slice(0, MAX_TEXT) : '';
};

interface Start {
  readonly start: ICAL.Property;
  readonly time: ICAL.Time;
  readonly first: number;
}

/** Null where it repeats in a way that no meeting does. */
function listInstants(event: ICAL.Component, { start, time, first }: Start, reading: Reading): { wall: number; instant: number }[] | null {
  const rules = event.getAllProperties('rrule').map((property) => property.getFirstValue() as ICAL.Recur);
  const firstWall = toWallMs(time);
  const once = [{ wall: firstWall, instant: first }, ...readInstants(event, 'rdate', reading).map((instant) => ({ wall: instant, instant }))];
  const [rule] = rules;
  if (!rule) return once;
  if (rules.length > 1) return null;
  const { until } = rule;
  // Compared here: ical.js would compare the end, an instant, with times on a wall.
  const isIn = makeEnd(until as ICAL.Time | null, start, reading);
  const open = rule.clone();
  open.until = null as never;
  // A wall is at most a day from its instant.
  const walls = expandRule(firstWall, open, { from: reading.from - DAY_MS, to: reading.to + DAY_MS, budget: reading.budget });
  if (walls === null) return null;
  const repeated = walls.map((wall) => ({ wall, instant: findInstantOf(start, time, wall, reading) ?? Number.NaN }));
  return [...once, ...repeated.filter((each) => each.wall !== firstWall && isIn(each))];
}

function makeEnd(until: ICAL.Time | null, start: ICAL.Property, reading: Reading): (at: { wall: number; instant: number }) => boolean {
  if (!until) return () => true;
  if (until.isDate) return ({ wall }) => wall < toWallMs(until) + DAY_MS;
  const end = isUtc(until) ? toWallMs(until) : toInstant(start, until, reading);
  return ({ instant }) => end === null || instant <= end;
}

const isUtc = (time: ICAL.Time): boolean => time.zone === ICAL.Timezone.utcTimezone;

const toInstant = (property: ICAL.Property, time: ICAL.Time, reading: Reading): number | null => findInstantOf(property, time, toWallMs(time), reading);

/** The instant of a wall where `time` of this property is. */
function findInstantOf(property: ICAL.Property, time: ICAL.Time, wall: number, { findInstant, ownZone }: Reading): number | null {
  const name: unknown = property.getParameter('tzid');
  if (isUtc(time)) return wall;
  return typeof name === 'string' ? findInstant(name, wall) : (findZone(ownZone)?.toInstant(wall) ?? wall);
}

function readLength(event: ICAL.Component, first: number, reading: Reading): number | null {
  const end = event.getFirstProperty('dtend');
  if (end) {
    const time = end.getFirstValue() as ICAL.Time;
    const last = time.isDate ? null : toInstant(end, time, reading);
    return last === null ? null : last - first;
  }
  const duration = event.getFirstPropertyValue('duration') as ICAL.Duration | null;
  return duration ? duration.toSeconds() * 1000 : null;
}

/** Days that some programs write where a time belongs. */
const readDays = (event: ICAL.Component, name: string): ReadonlySet<number> =>
  new Set(
    event
      .getAllProperties(name)
      .flatMap((property) => property.getValues() as ICAL.Time[])
      .filter(({ isDate }) => isDate)
      .map((day) => Math.floor(toWallMs(day) / DAY_MS)),
  );

function readPeople(event: ICAL.Component): string[] {
  return [...event.getAllProperties('attendee'), ...event.getAllProperties('organizer')]
    .slice(0, MAX_PEOPLE)
    .flatMap((property) => [property.getParameter('cn'), property.getFirstValue()])
    .filter((text): text is string => typeof text === 'string')
    .map((text) => text.replace(/^mailto:/i, '').slice(0, MAX_TEXT));
}
