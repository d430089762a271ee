import ICAL from 'ical.js';
import { isPlainRule } from './is-plain-rule.ts';
import type { WallMs } from './zones.ts';

const DAY_MS = 86_400_000;

/** How many steps may still be taken, for all events of a file together: what a file costs is bounded whatever stands in it. */
export interface Budget {
  steps: number;
}

export const toWallMs = (time: ICAL.Time): WallMs => Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);

const toFloating = (wall: WallMs): ICAL.Time => {
  const time = ICAL.Time.fromJSDate(new Date(wall), true);
  time.zone = ICAL.Timezone.localTimezone;
  return time;
};

/**
 * Wall times at which something repeats, between two walls, its first among them. Null where the rule is none that meetings have,
 * or the budget is used up. `until` compares as the rule says it: a rule that ends at an instant ends at that of the same wall.
 */
export function expandRule(start: WallMs, rule: ICAL.Recur, { from, to, budget }: { from: WallMs; to: WallMs; budget: Budget }): WallMs[] | null {
  if (!isPlainRule(rule)) return null;
  const found: WallMs[] = [];
  const iterator = rule.iterator(toFloating(jumpAhead(start, rule, from)));
  for (let next = iterator.next() as ICAL.Time | null; next; next = iterator.next() as ICAL.Time | null) {
    if ((budget.steps -= 1) < 0) return null;
    const wall = toWallMs(next);
    if (wall > to) break;
    if (wall >= from) found.push(wall);
  }
  return found;
}

/** A later time from which the same rule gives the same times, so that years before are not gone through one by one. Counted ones are. */
function jumpAhead(start: WallMs, { freq, interval, count }: ICAL.Recur, from: WallMs): WallMs {
  const period = freq === 'DAILY' ? interval * DAY_MS : freq === 'WEEKLY' ? interval * 7 * DAY_MS : 0;
  if (count || period === 0 || from <= start) return start;
  return start + Math.max(0, Math.floor((from - start) / period) - 1) * period;
}
