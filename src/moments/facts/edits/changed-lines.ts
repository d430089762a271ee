/** The added and removed lines of an edit, with their numbers, and how many remain when lines that only moved are cancelled. */
import type { Hunk } from '../../../model/hunk.ts';
import type { ChangedLine } from '../facts.ts';
import { headOf } from '../cut-text.ts';

export interface Changes {
  /** At most `MOST_LINES` each, for keeping. */
  readonly added: readonly ChangedLine[];
  readonly removed: readonly ChangedLine[];
  /** All of them, moved lines left out: for tracing, not for keeping. */
  readonly newTexts: readonly string[];
  readonly lostTexts: readonly string[];
}

const MOST_LINES = 400;
const LONGEST_LINE = 1000;

export function readChanges(hunks: readonly Hunk[]): Changes {
  const added: ChangedLine[] = [];
  const removed: ChangedLine[] = [];
  const allAdded: string[] = [];
  const allRemoved: string[] = [];
  for (const hunk of hunks) {
    let oldNumber = hunk.oldStart;
    let newNumber = hunk.newStart;
    for (const line of hunk.lines) {
      const sign = line.charCodeAt(0);
      if (sign === 43) {
        const text = line.slice(1);
        allAdded.push(text);
        if (added.length < MOST_LINES) added.push({ number: newNumber, text: headOf(text, LONGEST_LINE) });
        if (newNumber > 0) newNumber++;
      } else if (sign === 45) {
        const text = line.slice(1);
        allRemoved.push(text);
        if (removed.length < MOST_LINES) removed.push({ number: oldNumber, text: headOf(text, LONGEST_LINE) });
        if (oldNumber > 0) oldNumber++;
      } else if (sign !== 92) {
        // A context line; `\ No newline at end of file` is none.
        if (oldNumber > 0) oldNumber++;
        if (newNumber > 0) newNumber++;
      }
    }
  }
  return { added, removed, ...cancelMoved(allAdded, allRemoved) };
}

/** A line that is both removed and added was moved or indented anew. */
function cancelMoved(added: readonly string[], removed: readonly string[]): { newTexts: string[]; lostTexts: string[] } {
  const addedTexts = added.map((text) => text.trim());
  const removedTexts = removed.map((text) => text.trim());
  if (addedTexts.length === 0 || removedTexts.length === 0) return { newTexts: addedTexts, lostTexts: removedTexts };
  const countByText = new Map<string, number>();
  for (const text of removedTexts) countByText.set(text, (countByText.get(text) ?? 0) + 1);
  const movedByText = new Map<string, number>();
  const newTexts = addedTexts.filter((text) => {
    const count = countByText.get(text) ?? 0;
    if (count === 0) return true;
    countByText.set(text, count - 1);
    movedByText.set(text, (movedByText.get(text) ?? 0) + 1);
    return false;
  });
  const lostTexts = removedTexts.filter((text) => {
    const moved = movedByText.get(text) ?? 0;
    if (moved === 0) return true;
    movedByText.set(text, moved - 1);
    return false;
  });
  return { newTexts, lostTexts };
}
