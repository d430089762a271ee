import type { Hunk } from '../../model/hunk.ts';

/** Whether the change of this hunk is still in a text, wherever it has moved: its added lines, one after the other; or, where it only takes away, none of what it took. */
export function standsIn(text: string, { lines }: Hunk): boolean {
  const side = (mark: '+' | '-'): string[] => lines.filter((line) => line[0] === mark).map((line) => toCompared(line.slice(1)));
  const all = text.split('\n').map(toCompared);
  const [added, removed] = [side('+'), side('-')];
  return added.length > 0 ? holds(all, added) : !holds(all, removed);
}

const toCompared = (line: string): string => line.trimEnd();

const holds = (all: readonly string[], some: readonly string[]): boolean => all.some((_, from) => some.every((line, index) => all[from + index] === line));
