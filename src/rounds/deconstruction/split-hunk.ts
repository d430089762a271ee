import type { Hunk } from '../../model/hunk.ts';

const CONTEXT = 3;

/** One hunk for each run of changed lines: git joins changes that stand near each other, and each is to be taken out by itself. */
export function splitHunk({ oldStart, newStart, lines }: Hunk): Hunk[] {
  const split: Hunk[] = [];
  for (let from = 0; from < lines.length; from += 1) {
    if (isContext(lines[from])) continue;
    let to = from;
    while (to < lines.length && !isContext(lines[to])) to += 1;
    const begin = contextBefore(lines, from);
    const end = contextAfter(lines, to);
    // Seen by themselves, the changes before are as they are now on both sides.
    const before = lines.slice(0, begin);
    const own = lines.slice(begin, end);
    split.push({
      oldStart: oldStart + countOld(before),
      oldLines: countOld(own),
      newStart: newStart + countNew(before),
      newLines: countNew(own),
      lines: own,
    });
    from = to - 1;
  }
  return split;
}

const isContext = (line: string | undefined): boolean => line?.[0] !== '+' && line?.[0] !== '-';
const countOld = (lines: readonly string[]): number => lines.filter((line) => line[0] !== '+').length;
const countNew = (lines: readonly string[]): number => lines.filter((line) => line[0] !== '-').length;

function contextBefore(lines: readonly string[], from: number): number {
  let begin = from;
  while (begin > 0 && from - begin < CONTEXT && isContext(lines[begin - 1])) begin -= 1;
  return begin;
}

function contextAfter(lines: readonly string[], to: number): number {
  let end = to;
  while (end < lines.length && end - to < CONTEXT && isContext(lines[end])) end += 1;
  return end;
}
