import type { Span } from './windows.ts';

/** A text derived from another (something left out, decoded, or glued), with the way back from its offsets. */
export interface TextView {
  readonly text: string;
  /** The stretch of the base text that the stretch of this view came from. */
  readonly toBase: (start: number, end: number) => { readonly start: number; readonly end: number };
}

/** A view in which some stretches are decoded. */
export interface DecodedView extends TextView {
  /** The decoded stretches, in offsets of the view and in order. */
  readonly decoded: readonly Span[];
}

/** A run of base text that stands in the view. `from`..`to` is its place in the base; a decoded run has another length there. */
interface Run {
  readonly at: number;
  readonly length: number;
  readonly from: number;
  readonly to: number;
}

export interface ViewBuilder {
  /** Appends `base.slice(from, to)` as it is. */
  readonly copy: (from: number, to: number) => void;
  /** Appends `text`, which stands for `base.slice(from, to)`. */
  readonly put: (text: string, from: number, to: number) => void;
  readonly finish: () => TextView;
}

export function createViewBuilder(base: string): ViewBuilder {
  const runs: Run[] = [];
  const parts: string[] = [];
  let length = 0;
  const add = (text: string, from: number, to: number) => {
    if (text === '') return;
    parts.push(text);
    runs.push({ at: length, length: text.length, from, to });
    length += text.length;
  };
  return {
    copy: (from, to) => add(base.slice(from, to), from, to),
    put: add,
    finish: () => ({ text: parts.join(''), toBase: (start, end) => ({ start: toBaseStart(runs, start), end: toBaseEnd(runs, end) }) }),
  };
}

/** Last run that begins at or before the offset. */
function findRun(runs: readonly Run[], offset: number): Run | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return runs[low];
}

function toBaseStart(runs: readonly Run[], offset: number): number {
  const run = findRun(runs, offset);
  if (!run) return 0;
  return run.to - run.from === run.length ? run.from + (offset - run.at) : run.from;
}

function toBaseEnd(runs: readonly Run[], offset: number): number {
  if (offset === 0) return 0;
  const run = findRun(runs, offset - 1);
  if (!run) return 0;
  return run.to - run.from === run.length ? run.from + (offset - run.at) : run.to;
}

/** A view of the base with each found stretch replaced by what `decode` says: `undefined` keeps it as it is. */
export function viewReplacing(base: string, pattern: RegExp, decode: (found: string) => string | undefined): DecodedView | undefined {
  const builder = createViewBuilder(base);
  const decoded: Span[] = [];
  let length = 0;
  let done = 0;
  for (const found of base.matchAll(pattern)) {
    const text = decode(found[0]);
    if (text === undefined) continue;
    builder.copy(done, found.index);
    builder.put(text, found.index, found.index + found[0].length);
    length += found.index - done + text.length;
    decoded.push({ start: length - text.length, end: length });
    done = found.index + found[0].length;
  }
  if (done === 0) return undefined;
  builder.copy(done, base.length);
  return { ...builder.finish(), decoded };
}
