/**
 * The parts of a file that are worth parsing: the top-level declarations that matter for an edit. Found by their first lines,
 * which begin at the margin; parsing the rest of a long file would cost as much as reading the whole transcript.
 */

export interface LineWindow {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** Begins something new at the margin. A closing bracket, `else`, or a continued line does not. */
const BEGINS = /^(?:[A-Za-z_@#]|\/\/|\/\*)/;
const CONTINUES = /^(?:else|elif|except|finally|catch|and|or)\b/;
const LEADS = /^(?:@|#\[|\/\/|\/\*| \*|#)/;
const LONG_STRING = /`|"""|'''/g;

/**
 * One window for each group of declarations that touch or follow each other; the whole file where none may be cut out.
 * @param touched ascending 0-based indexes of lines
 */
export function findDeclarationWindows(lines: readonly string[], touched: readonly number[]): LineWindow[] {
  const windows: { from: number; to: number }[] = [];
  for (const index of touched) {
    const last = windows.at(-1);
    if (last && index < last.to - 1) continue;
    const window = widen(lines, index, last?.to ?? 0);
    if (last && window.from <= last.to) last.to = Math.max(last.to, window.to);
    else windows.push(window);
  }
  return windows.length > 0 && standAlone(lines, windows) ? windows : [{ from: 0, to: lines.length }];
}

/** @param floor where the window before ends: what reaches it is one with it */
function widen(lines: readonly string[], index: number, floor: number): { from: number; to: number } {
  // One line further on both sides: a seam stands between two lines.
  let from = Math.max(0, index - 1);
  let to = Math.min(lines.length, index + 2);
  while (from > floor && !isBeginning(lines[from])) from--;
  // A decorator, attribute or comment belongs to what follows it.
  while (from > floor && LEADS.test(lines[from - 1] ?? '')) from--;
  while (to < lines.length && !isBeginning(lines[to])) to++;
  return { from, to };
}

const isBeginning = (line: string | undefined): boolean => line !== undefined && BEGINS.test(line) && !CONTINUES.test(line);

/** Text of a long string may begin at the margin too: then a window might start or end inside one. */
function standAlone(lines: readonly string[], windows: readonly LineWindow[]): boolean {
  const open = new Set<string>();
  const edges = new Set(windows.flatMap(({ from, to }) => [from, to]));
  const end = windows.at(-1)?.to ?? 0;
  for (let index = 0; index <= end; index++) {
    if (open.size > 0 && edges.has(index)) return false;
    const line = lines[index] ?? '';
    if (index === end || !(line.includes('`') || line.includes('"""') || line.includes("'''"))) continue;
    for (const [quote] of line.matchAll(LONG_STRING)) if (!open.delete(quote)) open.add(quote);
  }
  return true;
}
