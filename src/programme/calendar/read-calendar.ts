import ICAL from 'ical.js';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { readEvent, readInstants, readText, type CalendarTime, type LeftOut, type Reading } from './read-event.ts';
import { readLines } from './read-lines.ts';
import { readZones } from './read-zones.ts';

export interface ReadCalendar {
  /** In order. */
  readonly times: readonly CalendarTime[];
  readonly leftOut: ReadonlyMap<LeftOut, number>;
}

export interface ReadRequest {
  /** ISO instants: what begins outside is not looked at. */
  readonly from: string;
  readonly to: string;
  /** IANA name of where who reads it is: times without a zone are meant there. */
  readonly zone: string;
}

const MAX_STEPS = 30_000;
const MAX_TIMES = 5_000;

/** What a calendar file says of a time. Whatever stands in it costs no more than so much; `bad-input` where it is no calendar. */
export function readCalendar(text: string, { from, to, zone }: ReadRequest): Result<ReadCalendar, Problem> {
  const lines = readLines(text);
  if (!lines.ok) return lines;
  const reading: Reading = {
    from: Date.parse(from),
    to: Date.parse(to),
    findInstant: readZones(lines.value.zones.map(parse).filter((described) => described !== null)),
    ownZone: zone,
    budget: { steps: MAX_STEPS },
  };
  const times: CalendarTime[] = [];
  const leftOut = new Map<LeftOut, number>();
  const leave = (why: LeftOut): void => void leftOut.set(why, (leftOut.get(why) ?? 0) + 1);
  const events = lines.value.events.map(parse).filter((event) => event !== null);
  for (let lost = lines.value.events.length - events.length; lost > 0; lost -= 1) leave('unreadable');
  for (const series of Map.groupBy(events, (event) => readText(event, 'uid') || event).values()) {
    const replaced = attempt(() => new Set(series.flatMap((event) => readInstants(event, 'recurrence-id', reading)))) ?? new Set<number>();
    for (const event of series) {
      const found = attempt(() => readEvent(event, reading, event.getFirstProperty('recurrence-id') ? new Set() : replaced)) ?? 'unreadable';
      if (typeof found === 'string') leave(found);
      else if (times.length + found.length > MAX_TIMES) leave('too-many');
      else times.push(...found);
    }
  }
  return ok({ times: times.toSorted((a, b) => a.from.localeCompare(b.from)), leftOut });
}

const parse = (lines: string): ICAL.Component | null => attempt(() => new ICAL.Component(ICAL.parse(lines) as never));

/** ical.js throws where a value is none of its kind: one entry less, and not the end of all others. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
