import type { Hunk } from '../../model/hunk.ts';

/** Runs of changed lines without those around. As in a diff without context, a side with no lines starts at the line before. */
export function toBareHunks({ oldStart, newStart, lines }: Hunk): Hunk[] {
  const bare: Hunk[] = [];
  let [old, now] = [Math.max(0, oldStart - 1), Math.max(0, newStart - 1)];
  let run: string[] = [];
  const close = (): void => {
    const removed = run.filter((line) => line[0] === '-');
    const added = run.filter((line) => line[0] === '+');
    if (run.length > 0) bare.push(toHunk(removed, added, old - removed.length, now - added.length));
    run = [];
  };
  for (const line of lines) {
    if (line[0] === '-') old += 1;
    else if (line[0] === '+') now += 1;
    else {
      close();
      old += 1;
      now += 1;
      continue;
    }
    run.push(line);
  }
  close();
  return bare;
}

/** The one run of lines in which two texts differ, from the first such line to the last; none where they are the same. */
export function compareTexts(before: string, after: string): Hunk[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let rest = 0;
  while (rest < old.length - start && rest < now.length - start && old.at(-1 - rest) === now.at(-1 - rest)) rest += 1;
  const removed = old.slice(start, old.length - rest).map((line) => `-${line}`);
  const added = now.slice(start, now.length - rest).map((line) => `+${line}`);
  return removed.length + added.length === 0 ? [] : [toHunk(removed, added, start, start)];
}

/** @param oldAt how many lines stand before it */
const toHunk = (removed: readonly string[], added: readonly string[], oldAt: number, newAt: number): Hunk => ({
  oldStart: removed.length === 0 ? oldAt : oldAt + 1,
  oldLines: removed.length,
  newStart: added.length === 0 ? newAt : newAt + 1,
  newLines: added.length,
  lines: [...removed, ...added],
});
