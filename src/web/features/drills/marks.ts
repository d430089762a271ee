import type { BlindDrill } from '../../../model/api/drills.ts';
import type { DrillLine } from '../../../model/drill.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import type { DisplayLine } from '../event/to-display-lines.ts';

/** More lines than this name no place. */
export const MOST_MARKS = 6;

/** A line that somebody named. */
export interface Mark {
  readonly path: string;
  readonly line: number;
}

export type ShownPart = BlindDrill['files'][number]['shown'][number];

const isSame = (one: Mark, other: Mark): boolean => one.path === other.path && one.line === other.line;
export const isMarked = (marks: readonly Mark[], mark: Mark): boolean => marks.some((one) => isSame(one, mark));

/** Lines are marked or freed together; those beyond the limit are left as they were. */
export function setMarks(marks: readonly Mark[], changed: readonly Mark[], on: boolean): Mark[] {
  const others = marks.filter((one) => !isMarked(changed, one));
  return on ? [...others, ...changed].slice(0, MOST_MARKS) : others;
}

/** As an answer names them: lines that follow each other as one. */
export function toLines(marks: readonly Mark[]): DrillLine[] {
  const lines: DrillLine[] = [];
  for (const { path, line } of marks.toSorted((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1))) {
    const last = lines.at(-1);
    if (last && last.path === path && last.end === line - 1) lines[lines.length - 1] = { ...last, end: line };
    else lines.push({ path, start: line, end: line });
  }
  return lines;
}

export const toDisplayed = ({ start, lines }: ShownPart): DisplayLine[] =>
  lines.map((text, index) => ({ text: toVisibleText(text), sign: ' ', number: start + index, gap: false }));
