import type { EventMark } from '../../moments/facts/facts.ts';

export interface TimeLine {
  readonly durationMs: number;
  /** Milliseconds since the session's start; a record without a time has that of the last one before it. */
  readonly timeOf: (seq: number) => number;
  /** Events in equal slices of the session's time. */
  readonly spark: (slices: number) => number[];
}

/** Where a session has no times at all, each event counts as a second, so that its shape can still be drawn. */
const UNTIMED_EVENT_MS = 1000;

export function createTimeLine(marks: readonly EventMark[]): TimeLine {
  const times = toTimes(marks);
  const durationMs = times.at(-1) ?? 0;
  return {
    durationMs,
    timeOf: (seq) => times[indexOf(marks, seq)] ?? 0,
    spark: (slices) => {
      const counts = Array.from({ length: Math.min(slices, Math.max(1, marks.length)) }, () => 0);
      for (const [index, time] of times.entries()) {
        const share = durationMs > 0 ? time / durationMs : index / times.length;
        const slice = Math.min(counts.length - 1, Math.floor(share * counts.length));
        counts[slice] = (counts[slice] ?? 0) + 1;
      }
      return counts;
    },
  };
}

/** Non-decreasing: records replayed by a fork, or written by two threads at once, may carry earlier times. */
function toTimes(marks: readonly EventMark[]): number[] {
  const own = marks.filter(({ at, replayed }) => at !== null && !replayed);
  const start = (own.length > 0 ? own : marks).reduce((least, { at }) => Math.min(least, at ?? Infinity), Infinity);
  if (start === Infinity) return marks.map((_, index) => index * UNTIMED_EVENT_MS);
  let latest = 0;
  return marks.map(({ at }) => (latest = Math.max(latest, (at ?? start) - start)));
}

/** Index of the last mark at or before `seq`. */
function indexOf(marks: readonly EventMark[], seq: number): number {
  let low = 0;
  let high = marks.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((marks[middle]?.seq ?? Infinity) <= seq) low = middle;
    else high = middle - 1;
  }
  return low;
}
