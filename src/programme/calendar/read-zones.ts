import ICAL from 'ical.js';
import { findInstant, findZone, type WallMs } from './zones.ts';

/** From wall time to an instant; null where nobody says where the wall is. */
export type FindInstant = (name: string, wall: WallMs) => number | null;

const MAX_CHANGES = 200;

/** Names of places as this machine knows them; else what the file itself says of a zone, as programs with names of their own do. */
export function readZones(zones: readonly ICAL.Component[]): FindInstant {
  const describedByName = new Map<string, ICAL.Component>();
  for (const zone of zones) describedByName.set(String(zone.getFirstPropertyValue('tzid')), zone);
  const offsetsByName = new Map<string, ((instant: number) => number) | null>();

  return (name, wall) => {
    // Some programs write a path of their own before the name: /citadel.org/20190101_1/Europe/Berlin.
    const known = findZone(name) ?? findZone(name.split('/').slice(-2).join('/')) ?? findZone(name.split('/').slice(-3).join('/'));
    if (known) return known.toInstant(wall);
    if (!offsetsByName.has(name)) offsetsByName.set(name, describe(describedByName.get(name)));
    const offsetAt = offsetsByName.get(name);
    return offsetAt ? findInstant(wall, offsetAt) : null;
  };
}

function describe(component: ICAL.Component | undefined): ((instant: number) => number) | null {
  const changes = component?.getAllSubcomponents() ?? [];
  if (!component || changes.length === 0 || changes.length > MAX_CHANGES || !changes.every(isYearly)) return null;
  const zone = new ICAL.Timezone(component);
  return (instant) => {
    const at = ICAL.Time.fromJSDate(new Date(instant), true);
    // ical.js asks by wall time: the wall of the offset that it has around then.
    const guess = zone.utcOffset(at) * 1000;
    return zone.utcOffset(ICAL.Time.fromJSDate(new Date(instant + guess), true)) * 1000;
  };
}

/** Clocks change on a day of the year. A rule that says anything else could keep ical.js busy for ever. */
function isYearly(change: ICAL.Component): boolean {
  const start = change.getFirstPropertyValue('dtstart') as ICAL.Time | null;
  const offsets = ['tzoffsetfrom', 'tzoffsetto'].every((name) => change.getFirstPropertyValue(name) !== null);
  return (
    offsets &&
    start !== null &&
    start.year >= 1600 &&
    change.getAllProperties('rrule').length <= 1 &&
    change.getAllProperties('rdate').length <= MAX_CHANGES &&
    change.getAllProperties('rrule').every((property) => {
      const rule = property.getFirstValue() as ICAL.Recur;
      const parts = Object.keys(rule.parts);
      return (
        rule.freq === 'YEARLY' && rule.interval === 1 && parts.every((part) => ['BYMONTH', 'BYDAY', 'BYMONTHDAY'].includes(part)) && parts.includes('BYMONTH')
      );
    })
  );
}
