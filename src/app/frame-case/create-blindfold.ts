import type { Journal } from '../../journal/open-journal.ts';
import type { EventOf, SessionEvent } from '../../model/event.ts';
import type { Hunk } from '../../model/hunk.ts';
import { readDerivedLine } from '../import/read-derived-line.ts';

/**
 * Shows an event as it stood at `shownUntil`. An edit is at the line of its tool call, but its hunks are made from the result,
 * which may come later and holds more of the file than the call says: only rows the call itself holds are left.
 */
export function createBlindfold(journal: Journal, derivation: number, shownUntil: number): (event: SessionEvent) => SessionEvent[] {
  return (event) => {
    if (event.line > shownUntil) return [];
    if (event.kind !== 'edit' || (event.resultLine ?? event.line) <= shownUntil) return [event];
    return [coverEdit(event, collectStrings(readDerivedLine(journal, derivation, event.line)))];
  };
}

function coverEdit(edit: EventOf<'edit'>, said: readonly string[]): SessionEvent {
  const wasSaid = (row: string): boolean => said.some((text) => text.includes(row));
  const { id, seq, line, at, thread, replayed, callId, path, change, movedTo } = edit;
  const hunks = edit.hunks.map((hunk) => coverHunk(hunk, wasSaid)).filter(({ lines }) => lines.length > 0);
  return { id, seq, line, at, thread, ...(replayed ? { replayed } : {}), kind: 'edit', callId, path, change, ...(movedTo ? { movedTo } : {}), hunks };
}

/** Positions were only known with the result, so they are left out: 0 says unknown. */
function coverHunk({ lines }: Hunk, wasSaid: (row: string) => boolean): Hunk {
  const left = lines.filter((row) => row.length === 1 || wasSaid(row.slice(1)));
  return {
    oldStart: 0,
    oldLines: left.filter((row) => !row.startsWith('+')).length,
    newStart: 0,
    newLines: left.filter((row) => !row.startsWith('-')).length,
    lines: left,
  };
}

/** Every string of a raw record, and of JSON inside its strings (some agents write a call's arguments so). */
function collectStrings(line: string | null): string[] {
  const strings: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      strings.push(value);
      if (/^\s*[[{]/.test(value)) visit(parseJson(value));
    } else if (typeof value === 'object' && value !== null) {
      for (const item of Object.values(value)) visit(item);
    }
  };
  visit(line === null ? null : parseJson(line));
  return strings;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
