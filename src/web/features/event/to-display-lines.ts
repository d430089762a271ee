import type { SessionEvent } from '../../../model/event.ts';
import type { Hunk } from '../../../model/hunk.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { describeAction } from './describe-action.ts';
import { toShownAction } from './to-shown-path.ts';

/** One line as it stands on screen, and as marks count it. */
export interface DisplayLine {
  readonly text: string;
  readonly sign: ' ' | '+' | '-';
  /** Line of the file, new side first; null where the position is unknown or the line is not of a file. */
  readonly number: number | null;
  /** Lines of the file are left out before this one. */
  readonly gap: boolean;
}

const plainLine = (text: string): DisplayLine => ({ text, sign: ' ', number: null, gap: false });

const toSign = (line: string): DisplayLine['sign'] => (line.startsWith('+') ? '+' : line.startsWith('-') ? '-' : ' ');

function fromHunk(hunk: Hunk, isFirst: boolean): DisplayLine[] {
  const isPlaced = hunk.newStart > 0 || hunk.oldStart > 0;
  let oldNumber = hunk.oldStart;
  let newNumber = hunk.newStart;
  // "\ No newline at end of file" is a remark of the diff format, not a line of the file.
  return hunk.lines
    .filter((line) => !line.startsWith('\\'))
    .map((line, index) => {
      const sign = toSign(line);
      const number = sign === '-' ? oldNumber : newNumber;
      if (sign !== '+') oldNumber += 1;
      if (sign !== '-') newNumber += 1;
      return { text: toVisibleText(line.slice(1)), sign, number: isPlaced ? number : null, gap: index === 0 && !isFirst };
    });
}

export const hunksToLines = (hunks: readonly Hunk[]): DisplayLine[] => hunks.flatMap((hunk, index) => fromHunk(hunk, index === 0));

export function textToLines(text: string): DisplayLine[] {
  const lines = toVisibleText(text).split('\n');
  while (lines.length > 1 && lines.at(-1)?.trim() === '') lines.pop();
  return lines.map(plainLine);
}

/** The lines of an event a reader can point at; as many for everyone who sees it. Paths are shown from `cwd`. */
export function toDisplayLines(event: SessionEvent, cwd?: string | null): DisplayLine[] {
  switch (event.kind) {
    case 'edit':
      return event.hunks.length > 0
        ? hunksToLines(event.hunks)
        : [plainLine(event.change === 'delete' ? 'The file was deleted.' : 'The transcript does not hold the changed lines.')];
    case 'call':
      return textToLines(describeAction(toShownAction(event.action, cwd), event.tool).object);
    case 'interruption':
      return textToLines(event.reason ?? '');
    case 'compaction':
    case 'rollback':
      return [];
    default:
      return textToLines(event.text);
  }
}
