interface Span {
  readonly start: number;
  readonly end: number;
}

const LONGEST = 80;
const WINDOW = 40;

/**
 * Lines of a file to show for a bug in some of them: the functions around where these are not too long, else a window in which
 * the bug stands anywhere. Joined where they meet; from 1, both ends included.
 *
 * @param offset 0..1, where in its window the bug stands
 */
export function chooseShownLines(lineCount: number, broken: readonly number[], functions: readonly Span[], offset: number): Span[] {
  const spans = broken.map((line): Span => {
    const around = functions.filter(({ start, end }) => start <= line && line <= end && end - start < LONGEST && end - start >= 2);
    const widest = around.toSorted((a, b) => b.end - b.start - (a.end - a.start))[0];
    if (widest) return widest;
    const start = Math.max(1, Math.min(line - Math.floor(offset * (WINDOW - 8)) - 4, lineCount - WINDOW + 1));
    return { start, end: Math.min(lineCount, start + WINDOW - 1) };
  });
  const joined: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && span.start <= last.end + 1) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else joined.push(span);
  }
  return joined;
}
