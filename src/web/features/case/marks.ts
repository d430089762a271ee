/** Evidence a person marks in a case, kept as the model wants it: few ranges, each within one event. */
import type { SessionEvent } from '../../../model/event.ts';
import type { MarkedLines } from '../../../model/judgement.ts';

/** The model holds at most this many ranges. */
export const MOST_RANGES = 20;

type EventPlace = Pick<SessionEvent, 'id' | 'line'>;

const isOf = (mark: MarkedLines, event: EventPlace): boolean => mark.within?.event === event.id;

/** Indices of the event's lines that are marked. */
export function markedIndices(marks: readonly MarkedLines[], event: EventPlace): ReadonlySet<number> {
  const indices = new Set<number>();
  for (const mark of marks) {
    if (!isOf(mark, event) || !mark.within) continue;
    for (let index = mark.within.from; index <= mark.within.to; index += 1) indices.add(index);
  }
  return indices;
}

function toRanges(indices: ReadonlySet<number>): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  for (const index of [...indices].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last.to === index - 1) last.to = index;
    else ranges.push({ from: index, to: index });
  }
  return ranges;
}

/**
 * Marks with lines `from`..`to` of one event switched on or off; neighbouring lines join into one range. The same marks
 * come back where the change would need more ranges than the model holds.
 */
export function changeMarks(marks: readonly MarkedLines[], event: EventPlace, from: number, to: number, on: boolean): readonly MarkedLines[] {
  const indices = new Set(markedIndices(marks, event));
  for (let index = from; index <= to; index += 1) {
    if (on) indices.add(index);
    else indices.delete(index);
  }
  const own = toRanges(indices).map((range) => ({ start: event.line, end: event.line, within: { event: event.id, ...range } }));
  const next = [...marks.filter((mark) => !isOf(mark, event)), ...own];
  return next.length > MOST_RANGES ? marks : next;
}
