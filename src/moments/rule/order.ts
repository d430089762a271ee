/** Finding things by where they stand in the session, in logarithmic time: a session may have a hundred thousand events. */
import type { Place } from '../facts/facts.ts';

/** How many of the list come before the first that `fits`; the list must be parted by it. */
function partition<T>(list: readonly T[], fits: (one: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(list[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Lists of facts are ordered by `seq`. */
const indexFrom = <T extends Place>(list: readonly T[], least: number): number => partition(list, ({ seq }) => seq >= least);

export function lastBefore<T extends Place>(list: readonly T[], { seq }: Place, fits: (one: T) => boolean = () => true): T | undefined {
  for (let index = indexFrom(list, seq) - 1; index >= 0; index -= 1) {
    const one = list[index] as T;
    if (fits(one)) return one;
  }
  return undefined;
}

export function firstAfter<T extends Place>(list: readonly T[], { seq }: Place, fits: (one: T) => boolean = () => true): T | undefined {
  for (let index = indexFrom(list, seq + 1); index < list.length; index += 1) {
    const one = list[index] as T;
    if (fits(one)) return one;
  }
  return undefined;
}

/** Strictly between the two places. */
export function listBetween<T extends Place>(list: readonly T[], from: Place, to: Place): T[] {
  return list.slice(indexFrom(list, from.seq + 1), indexFrom(list, to.seq));
}

export function listAt<T extends Place>(list: readonly T[], { seq }: Place): T[] {
  return list.slice(indexFrom(list, seq), indexFrom(list, seq + 1));
}

const sortedByList = new WeakMap<readonly Place[], readonly Place[]>();

/** Lines follow `seq` but for calls made at the same time, whose edits stand on the line of their call. */
function byLine<T extends Place>(list: readonly T[]): readonly T[] {
  const known = sortedByList.get(list) as readonly T[] | undefined;
  if (known) return known;
  const isSorted = list.every(({ line }, index) => index === 0 || line >= (list[index - 1] as T).line);
  const sorted = isSorted ? list : list.toSorted((a, b) => a.line - b.line || a.seq - b.seq);
  sortedByList.set(list, sorted);
  return sorted;
}

/** Those on the lines from `start` to `end`, both included, in the order of the session. */
export function listOnLines<T extends Place>(list: readonly T[], start: number, end: number): T[] {
  const sorted = byLine(list);
  const found = sorted.slice(
    partition(sorted, ({ line }) => line >= start),
    partition(sorted, ({ line }) => line > end),
  );
  return sorted === list ? found : found.toSorted((a, b) => a.seq - b.seq);
}

/** The first, in the order of the session, on a line after `line`, that fits. */
export function firstAfterLine<T extends Place>(list: readonly T[], line: number, fits: (one: T) => boolean = () => true): T | undefined {
  const sorted = byLine(list);
  for (let index = partition(sorted, (one) => one.line > line); index < sorted.length; index += 1) {
    const one = sorted[index] as T;
    if (fits(one)) return one;
  }
  return undefined;
}

/** The last, in the order of lines, on `line` or before it. */
export function lastUpToLine<T extends Place>(list: readonly T[], line: number): T | undefined {
  const sorted = byLine(list);
  return sorted[partition(sorted, (one) => one.line > line) - 1];
}
