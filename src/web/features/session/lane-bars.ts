import type { LaneMark } from '../../../model/api/sessions.ts';
import type { TimeScale } from './time-scale.ts';
import type { TimeView } from './time-view.ts';

/** A mark of a lane with its place on the shown time. */
export interface PlacedMark extends LaneMark {
  readonly at: number;
  readonly end: number;
}

/** What is drawn: one mark, or several that fall on the same pixels. */
export interface Bar {
  readonly x: number;
  readonly width: number;
  readonly red: boolean;
  readonly seq: number;
  readonly label: string;
  readonly count: number;
}

const NARROWEST_PX = 3;

export const placeMarks = (marks: readonly LaneMark[], scale: TimeScale): PlacedMark[] =>
  marks.map((mark) => ({ ...mark, at: scale.toShown(mark.from), end: scale.toShown(Math.max(mark.from, mark.to)) }));

/**
 * Bars for the marks in view, at most about one a pixel however many marks there are. Marks of one colour that touch are
 * drawn as one; a red one is never swallowed by others.
 */
export function toBars(marks: readonly PlacedMark[], view: TimeView, widthPx: number): Bar[] {
  const perMs = widthPx / (view.to - view.from);
  const bars: Bar[] = [];
  for (const mark of marks) {
    if (mark.end < view.from || mark.at > view.to) continue;
    const x = Math.max(0, (mark.at - view.from) * perMs);
    const width = Math.max(NARROWEST_PX, Math.min(widthPx, (mark.end - view.from) * perMs) - x);
    const red = mark.red ?? false;
    const last = bars.at(-1);
    if (last && last.red === red && x < last.x + last.width)
      bars[bars.length - 1] = { ...last, width: Math.max(last.width, x + width - last.x), count: last.count + 1 };
    else bars.push({ x, width, red, seq: mark.seq, label: mark.label, count: 1 });
  }
  return bars;
}

/** The mark nearest to a point of time; null where there is none. */
export function nearestMark<M extends Pick<PlacedMark, 'at' | 'end'>>(marks: readonly M[], at: number): M | null {
  const distance = ({ at: from, end }: M): number => (at < from ? from - at : at > end ? at - end : 0);
  return marks.reduce<M | null>((nearest, mark) => (nearest === null || distance(mark) < distance(nearest) ? mark : nearest), null);
}
