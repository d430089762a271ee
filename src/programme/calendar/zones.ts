/** Time on a wall somewhere, and the instant that it names. */
const DAY_MS = 86_400_000;

/** Milliseconds as if the wall stood in Greenwich: what `Date.UTC` makes of year to second. */
export type WallMs = number;

/** Where wall time is known: its instants. */
export interface Zone {
  /** In a gap (clocks put forward) by the offset before it, of two the first: RFC 5545, 3.3.5. */
  readonly toInstant: (wall: WallMs) => number;
  readonly toWall: (instant: number) => WallMs;
}

const zoneByName = new Map<string, Zone | null>();

/** A zone of the IANA database as this machine has it; null where it knows none of this name. */
export function findZone(name: string): Zone | null {
  const known = zoneByName.get(name);
  if (known !== undefined) return known;
  const zone = makeZone(name);
  // Names come from files: not as many as somebody likes are kept.
  if (zoneByName.size < 500) zoneByName.set(name, zone);
  return zone;
}

export const isZone = (name: string): boolean => findZone(name) !== null;

function makeZone(name: string): Zone | null {
  // "+02:00" is an offset and no place, which has one only now.
  if (!/^[A-Za-z][\w+/-]{0,63}$/.test(name)) return null;
  let format: Intl.DateTimeFormat;
  try {
    const part = 'numeric';
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: part,
      month: part,
      day: part,
      hour: part,
      minute: part,
      second: part,
      era: 'short',
    });
  } catch {
    return null;
  }
  const toWall = (instant: number): WallMs => {
    const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    const number = (key: string): number => Number(parts[key]);
    const year = parts['era'] === 'BC' ? 1 - number('year') : number('year');
    const wall = new Date(0);
    wall.setUTCFullYear(year, number('month') - 1, number('day'));
    wall.setUTCHours(number('hour'), number('minute'), number('second'));
    return wall.getTime();
  };
  return { toWall, toInstant: (wall) => findInstant(wall, (instant) => toWall(instant) - Math.floor(instant / 1000) * 1000) };
}

/** `offsetAt`: milliseconds that the wall is ahead of Greenwich at an instant. */
export function findInstant(wall: WallMs, offsetAt: (instant: number) => number): number {
  const [before, after] = [wall - offsetAt(wall - DAY_MS), wall - offsetAt(wall + DAY_MS)];
  const isRight = (instant: number): boolean => instant + offsetAt(instant) === wall;
  return isRight(before) || !isRight(after) ? before : after;
}

/** Day of the week there, 1 is Monday; hour; and the Monday of that week as YYYY-MM-DD. */
export function findLocalDay(zone: Zone, instant: number): { weekday: number; hour: number; monday: string } {
  const wall = new Date(zone.toWall(instant));
  const weekday = wall.getUTCDay() || 7;
  return { weekday, hour: wall.getUTCHours(), monday: new Date(wall.getTime() - (weekday - 1) * DAY_MS).toISOString().slice(0, 10) };
}
