import type { LessonAnchor } from '../../model/team/lesson.ts';
import { hashLines, splitLines } from './hash-lines.ts';
import { listSymbols, type CodeSymbol } from './list-symbols.ts';

/** holds: the same code, perhaps on other lines; stale: what it lay in is there (its lines now), its code is not; gone: neither. */
export type Followed =
  | { readonly state: 'holds'; readonly startLine: number; readonly endLine: number }
  | { readonly state: 'stale'; readonly startLine: number; readonly endLine: number }
  | { readonly state: 'gone' };

type Anchored = Pick<LessonAnchor, 'path' | 'symbol' | 'startLine' | 'endLine' | 'contentHash'>;

/**
 * Where the code of an anchor is in another version of its file; `text` is null where the file is not there.
 * While its function is there, a copy of the code elsewhere does not count: one `return null;` is like another.
 */
export function followAnchor(anchor: Anchored, text: string | null): Followed {
  if (text === null) return { state: 'gone' };
  const lines = splitLines(text);
  const length = anchor.endLine - anchor.startLine + 1;
  const homes = anchor.symbol === null ? [] : listSymbols(lines, anchor.path).filter(({ name }) => name === anchor.symbol);
  const start = findNearest(lines, anchor, (at) => homes.length === 0 || homes.some((home) => holds(home, at, length)));
  if (start !== null) return { state: 'holds', startLine: start, endLine: start + length - 1 };
  const [home] = homes;
  return home ? { state: 'stale', startLine: home.startLine, endLine: home.endLine } : { state: 'gone' };
}

const holds = ({ startLine, endLine }: CodeSymbol, start: number, length: number): boolean => startLine <= start && endLine >= start + length - 1;

/** The line nearest to where the code was at which it now begins. */
function findNearest(lines: readonly string[], { startLine, endLine, contentHash }: Anchored, isHome: (start: number) => boolean): number | null {
  const length = endLine - startLine + 1;
  const last = lines.length - length + 1;
  for (let distance = 0; distance < Math.max(startLine, last); distance++) {
    for (const start of distance === 0 ? [startLine] : [startLine - distance, startLine + distance]) {
      if (start < 1 || start > last || !isHome(start)) continue;
      if (hashLines(lines.slice(start - 1, start - 1 + length)) === contentHash) return start;
    }
  }
  return null;
}
