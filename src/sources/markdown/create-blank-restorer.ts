/** A reader is given no blank lines; in Markdown they mean something. Gives them back, from the gaps in the numbers. */
import type { RawLine } from '../source.ts';

/** A file of nothing but newlines must not cost a call for each. */
const BLANKS_KEPT = 1000;

/** Calls `onLine` for every line in order, the blank ones before it included. */
export function createBlankRestorer(onLine: (text: string, line: number) => void): (line: RawLine) => void {
  let last: number | undefined;
  return ({ line, bytes }) => {
    const from = Math.max((last ?? line - 1) + 1, line - BLANKS_KEPT);
    for (let blank = from; blank < line; blank += 1) onLine('', blank);
    last = line;
    onLine(bytes.toString('utf8'), line);
  };
}
