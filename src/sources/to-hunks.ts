/** Hunks of a change, from the shapes agents write: whole texts, unified diffs, or old and new fragments. */
import type { Hunk } from '../model/hunk.ts';
import { HUNK_LINE_LIMIT } from './cut-text.ts';

/** Lines of a text; a newline at the end does not make another line. */
export function toLines(text: string): string[] {
  if (text === '') return [];
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

export const toCreateHunks = (content: string): Hunk[] => toFragmentHunks('', content, 1);

export const toDeleteHunks = (content: string): Hunk[] => toFragmentHunks(content, '', 1);

/** A replaced fragment. `start` is its first line in the file, 0 when unknown. */
export function toFragmentHunks(before: string, after: string, start = 0): Hunk[] {
  const removed = toLines(before);
  const added = toLines(after);
  if (removed.length + added.length === 0) return [];
  const hunk = {
    oldStart: removed.length === 0 ? 0 : start,
    oldLines: removed.length,
    newStart: added.length === 0 ? 0 : start,
    newLines: added.length,
    lines: [...removed.map((line) => `-${line}`), ...added.map((line) => `+${line}`)],
  };
  return limitHunks([hunk]);
}

const HUNK_HEAD = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

/** Hunks of a unified diff; file headers are skipped. */
export function parseUnifiedDiff(diff: string): Hunk[] {
  const hunks: Hunk[] = [];
  let current: Hunk | undefined;
  for (const line of toLines(diff)) {
    const head = HUNK_HEAD.exec(line);
    if (head) {
      current = { oldStart: Number(head[1]), oldLines: Number(head[2] ?? 1), newStart: Number(head[3]), newLines: Number(head[4] ?? 1), lines: [] };
      hunks.push(current);
    } else if (current && (line[0] === '+' || line[0] === '-' || line[0] === ' ')) {
      current.lines.push(line);
    } else if (current && line === '') {
      current.lines.push(' '); // some agents trim the blank of an empty context line
    }
  }
  return limitHunks(hunks);
}

/** At most the limit's lines in all; a cut hunk keeps its true starts and lengths. */
export function limitHunks(hunks: readonly Hunk[]): Hunk[] {
  const kept: Hunk[] = [];
  let room = HUNK_LINE_LIMIT;
  for (const hunk of hunks) {
    if (room <= 0) break;
    kept.push(hunk.lines.length > room ? { ...hunk, lines: hunk.lines.slice(0, room) } : hunk);
    room -= hunk.lines.length;
  }
  return kept;
}

/** The file after its hunks, or undefined where they do not fit it. Whole stretches are copied, since edits of big files are many. */
export function applyHunks(before: string, hunks: readonly Hunk[]): string | undefined {
  let after = '';
  let copied = 0; // offset in `before` up to which `after` is done
  let line = 1;
  let lineStart = 0; // offset of `line`
  for (const hunk of hunks) {
    const start = hunk.oldLines === 0 ? hunk.oldStart + 1 : hunk.oldStart;
    if (start < line) return undefined;
    for (; line < start; line += 1) {
      const newline = before.indexOf('\n', lineStart);
      if (newline === -1) return undefined;
      lineStart = newline + 1;
    }
    after += before.slice(copied, lineStart);
    for (const entry of hunk.lines) {
      const text = entry.slice(1);
      if (entry[0] !== '+') {
        const end = lineStart + text.length;
        if (lineStart > before.length || !before.startsWith(text, lineStart) || (end < before.length && before[end] !== '\n')) return undefined;
        lineStart = end + 1;
        line += 1;
      }
      if (entry[0] !== '-') after += `${text}\n`;
    }
    copied = lineStart;
  }
  // Past the end means that the last line, which ends in no newline, was part of a hunk.
  return copied > before.length ? after.slice(0, -1) : after + before.slice(copied);
}
