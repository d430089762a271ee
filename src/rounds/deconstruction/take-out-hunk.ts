import type { Hunk } from '../../model/hunk.ts';

/** The text as it was without this one change; null where the hunk does not stand in it. `after` is the text the hunk leads to. */
export function takeOutHunk(after: string, { newStart, lines }: Hunk): string | null {
  const all = after.split('\n');
  const now = lines.filter((line) => line[0] !== '-').map((line) => line.slice(1));
  const then = lines.filter((line) => line[0] !== '+').map((line) => line.slice(1));
  // Of an empty side git names the line before.
  const from = now.length === 0 ? newStart : newStart - 1;
  if (from < 0 || !now.every((line, index) => withoutReturn(all[from + index]) === withoutReturn(line))) return null;
  return [...all.slice(0, from), ...then, ...all.slice(from + now.length)].join('\n');
}

const withoutReturn = (line: string | undefined): string | undefined => line?.replace(/\r$/, '');
