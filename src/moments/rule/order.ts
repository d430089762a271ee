/** Finding things by where they stand in the session. Lists are ordered by `seq`, as all lists of facts are. */
import type { Place } from '../facts/facts.ts';

export function lastBefore<T extends Place>(list: readonly T[], { seq }: Place, fits: (one: T) => boolean = () => true): T | undefined {
  return list.findLast((one) => one.seq < seq && fits(one));
}

export function firstAfter<T extends Place>(list: readonly T[], { seq }: Place, fits: (one: T) => boolean = () => true): T | undefined {
  return list.find((one) => one.seq > seq && fits(one));
}

/** Strictly between the two places. */
export function listBetween<T extends Place>(list: readonly T[], from: Place, to: Place): T[] {
  return list.filter(({ seq }) => seq > from.seq && seq < to.seq);
}
