import type { EventOf } from '../../../model/event.ts';
import type { Hunk } from '../../../model/hunk.ts';

/** Texts of files by their path in the tree. */
export type TreeTexts = Map<string, string>;

/**
 * Makes an edit of a session in a tree. False where it cannot be made exactly: its lines do not stand there, or stand in more than
 * one place, or the transcript holds only a part of them. Then nothing is changed.
 */
export function layEdit(texts: TreeTexts, { change, hunks }: Pick<EventOf<'edit'>, 'change' | 'hunks'>, path: string, movedTo: string | null): boolean {
  if (change === 'delete') return texts.delete(path);
  const before = texts.get(path);
  const after = change === 'create' ? toCreated(hunks) : before === undefined ? null : applyAll(before, hunks);
  if (after === null) return false;
  if (movedTo !== null) texts.delete(path);
  texts.set(movedTo ?? path, after);
  return true;
}

const sideOf = ({ lines }: Hunk, sign: '+' | '-'): string[] => lines.filter((line) => line[0] !== sign).map((line) => line.slice(1));
/** A cut hunk keeps its true lengths. */
const isWhole = (hunk: Hunk): boolean => sideOf(hunk, '+').length === hunk.oldLines && sideOf(hunk, '-').length === hunk.newLines;

function toCreated(hunks: readonly Hunk[]): string | null {
  if (!hunks.every((hunk) => isWhole(hunk) && hunk.oldLines === 0)) return null;
  return hunks
    .map((hunk) =>
      sideOf(hunk, '-')
        .map((line) => `${line}\n`)
        .join(''),
    )
    .join('');
}

function applyAll(text: string, hunks: readonly Hunk[]): string | null {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  let lines = text.split(/\r?\n/);
  let shift = 0;
  for (const hunk of hunks) {
    const [then, now] = [sideOf(hunk, '+'), sideOf(hunk, '-')];
    const at = isWhole(hunk) ? findPlace(lines, then, hunk.oldStart, shift) : -1;
    if (at === -1) return null;
    lines = [...lines.slice(0, at), ...now, ...lines.slice(at + then.length)];
    shift += now.length - then.length;
  }
  return lines.join(end);
}

function findPlace(lines: readonly string[], block: readonly string[], start: number, shift: number): number {
  const fits = (at: number): boolean => block.every((line, index) => lines[at + index] === withoutReturn(line));
  // Of an empty side git names the line before.
  if (block.length === 0) return start + shift >= 0 && start + shift <= lines.length && (start > 0 || lines.join('') === '') ? start + shift : -1;
  if (start > 0 && fits(start - 1 + shift)) return start - 1 + shift;
  const places = lines.flatMap((_, at) => (fits(at) ? [at] : []));
  return places.length === 1 ? (places[0] ?? -1) : -1;
}

const withoutReturn = (line: string): string => line.replace(/\r$/, '');

/** Whether the new side of every hunk stands in the text. */
export function holdsEdit(text: string, hunks: readonly Hunk[]): boolean {
  const lines = text.split(/\r?\n/);
  return hunks.every((hunk) => {
    const now = sideOf(hunk, '-');
    return now.length === 0 || lines.some((_, at) => now.every((line, index) => lines[at + index] === withoutReturn(line)));
  });
}
