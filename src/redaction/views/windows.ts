/** Stretches of whole lines around places of a text: what changed there is looked at again without reading the rest once more. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** @param places in order. @param reach characters before and after each that belong to it; rounded up to whole lines of bounded length. */
export function windowsAround(text: string, places: readonly Span[], reach: number): Span[] {
  const windows: { start: number; end: number }[] = [];
  for (const place of places) {
    const last = windows.at(-1);
    if (last && place.end + reach <= last.end) continue;
    const start = Math.max(0, place.start - reach);
    const end = Math.min(text.length, place.end + reach);
    if (last && start <= last.end) last.end = lineEnd(text, end);
    else windows.push({ start: lineStart(text, start), end: lineEnd(text, end) });
    const before = windows.at(-2);
    const current = windows.at(-1);
    if (before && current && current.start <= before.end) {
      before.end = Math.max(before.end, current.end);
      windows.pop();
    }
  }
  return windows;
}

/** Start of the line of the next match at or after a place; the text's length where there is none. @param pattern with the flag `g` */
export function nextLineWith(text: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  return found ? Math.max(from, text.lastIndexOf('\n', found.index) + 1) : text.length;
}

/** A longer line is cut: minified code has no lines to speak of. */
const LONGEST_LINE = 4000;

function lineStart(text: string, at: number): number {
  const newline = text.lastIndexOf('\n', at - 1);
  return at === 0 ? 0 : Math.max(newline + 1, at - LONGEST_LINE, 0);
}

function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return Math.min(newline === -1 ? text.length : newline, at + LONGEST_LINE, text.length);
}
