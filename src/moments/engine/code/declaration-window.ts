/**
 * The part of a file that is worth parsing: the top-level declarations that an edit touched. Found by their first lines, which
 * begin at the margin; parsing the rest of a long file would cost as much as reading the whole transcript.
 */

export interface LineWindow {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** Begins something new at the margin. A closing bracket, `else`, or a continued line does not. */
const BEGINS = /^(?:[A-Za-z_@#]|\/\/|\/\*)/;
const CONTINUES = /^(?:else|elif|except|finally|catch|and|or)\b/;
const LONG_STRING = /`|"""|'''/g;

/** @param touched 0-based indexes of changed lines and of seams, in any order */
export function findDeclarationWindow(lines: readonly string[], touched: readonly number[]): LineWindow {
  const all = { from: 0, to: lines.length };
  if (touched.length === 0) return all;
  let from = touched.reduce((least, index) => Math.min(least, index), lines.length - 1);
  let to = touched.reduce((most, index) => Math.max(most, index), 0) + 1;
  // One line further on both sides: a seam stands between two lines.
  from = Math.max(0, from - 1);
  to = Math.min(lines.length, to + 1);
  while (from > 0 && !isBeginning(lines[from])) from--;
  // A decorator, attribute or comment belongs to what follows it.
  while (from > 0 && /^(?:@|#\[|\/\/|\/\*| \*|#)/.test(lines[from - 1] ?? '')) from--;
  while (to < lines.length && !isBeginning(lines[to])) to++;
  // Text of a long string may begin at the margin too: then the window might start or end inside one.
  return isBalanced(lines.slice(0, from)) && isBalanced(lines.slice(from, to)) ? { from, to } : all;
}

const isBeginning = (line: string | undefined): boolean => line !== undefined && BEGINS.test(line) && !CONTINUES.test(line);

function isBalanced(lines: readonly string[]): boolean {
  const countByQuote = new Map<string, number>();
  for (const line of lines) for (const [quote] of line.matchAll(LONG_STRING)) countByQuote.set(quote, (countByQuote.get(quote) ?? 0) + 1);
  return [...countByQuote.values()].every((count) => count % 2 === 0);
}
