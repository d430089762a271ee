/**
 * Claude Code writes a patch with two blanks for each leading tab, so its lines are not those of the file. Where the file before
 * or after is known, its own lines take their place.
 */
import type { Hunk } from '../../model/hunk.ts';

/** The hunks with the lines of the file; undefined where they do not fit it. `after` may be unknown: added lines then stay as they are. */
export function restoreTabs(hunks: readonly Hunk[], before: string, after: string | undefined): Hunk[] | undefined {
  const oldLines = createLineCursor(before);
  const newLines = after === undefined ? undefined : createLineCursor(after);
  const restored: Hunk[] = [];
  for (const hunk of hunks) {
    const lines: string[] = [];
    let oldNumber = hunk.oldStart;
    let newNumber = hunk.newStart;
    for (const line of hunk.lines) {
      const mark = line[0] ?? ' ';
      const own = mark === '+' ? newLines?.(newNumber) : oldLines(oldNumber);
      if (own === undefined ? mark !== '+' || newLines !== undefined : toShown(own) !== toShown(line.slice(1))) return undefined;
      lines.push(own?.startsWith('\t') ? withTabs(line, own) : line);
      if (mark !== '+') oldNumber += 1;
      if (mark !== '-') newNumber += 1;
    }
    restored.push({ ...hunk, lines });
  }
  return restored;
}

/** Made of the patch's line: a slice of the file would keep the whole file in memory. */
function withTabs(line: string, own: string): string {
  const tabs = own.length - own.replace(/^\t+/, '').length;
  return line.slice(0, 1) + '\t'.repeat(tabs) + line.slice(1 + 2 * tabs);
}

/** The same on both sides: tabs as the patch shows them. A carriage return is no part of its lines. */
const toShown = (line: string): string => (line.startsWith('\t') ? line.replace(/^\t+/, (tabs) => '  '.repeat(tabs.length)) : line).replace(/\r$/, '');

/** Lines by their 1-based number, asked for in rising order: the file is gone through once and never split. */
function createLineCursor(text: string): (number: number) => string | undefined {
  let line = 1;
  let start = 0;
  return (number) => {
    for (; line < number; line += 1) {
      const newline = text.indexOf('\n', start);
      if (newline === -1) return undefined;
      start = newline + 1;
    }
    const end = text.indexOf('\n', start);
    return end === -1 ? text.slice(start) : text.slice(start, end);
  };
}
