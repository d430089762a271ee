/**
 * Tells whose each line of Aider's history is. Aider ends what it marks with two blanks (a Markdown line break); a model's own
 * headings and quotations do not. A history that a formatter has trimmed is told by its blank lines and fences alone.
 */
import { createFenceTracker } from '../markdown/create-fence-tracker.ts';
import { SESSION_START, toToolLine } from './records/record-schemas.ts';

export interface LineHandlers {
  readonly session: (date: string, time: string, line: number) => void;
  readonly user: (text: string, line: number) => void;
  readonly tool: (text: string, line: number) => void;
  /** A further line of what the program printed. */
  readonly toolMore: (text: string, line: number) => void;
  readonly reply: (text: string, line: number) => void;
}

const LINE_BREAK = /[ \t]{2}\r?$/;
/** Printed over several lines, of which only the first is marked. */
const LONG_TOOL_TEXT = /^> (?:# \d+ SEARCH\/REPLACE|Traceback)/;
const TOKENS = /^> Tokens: .* received/;

export function createLineReader(handlers: LineHandlers): (text: string, line: number) => void {
  const fence = createFenceTracker();
  let hasLineBreaks = false;
  let last: 'none' | 'user' | 'tool' | 'reply' = 'none';
  let isToolTextOpen = false;
  let wasBlank = true;

  function isMarked(text: string, mark: '####' | '>'): boolean {
    if (!text.startsWith(`${mark} `) && text !== mark) return false;
    if (fence.isOpen()) return TOKENS.test(text);
    if (LINE_BREAK.test(text)) return true;
    const isTool = mark === '>';
    if (hasLineBreaks) return isTool && (LONG_TOOL_TEXT.test(text) || (last === 'tool' && !wasBlank));
    return last !== 'reply' || (isTool && wasBlank && toToolLine(text.slice(2)).kind !== 'tool/said');
  }

  function readLine(text: string, line: number): void {
    const start = SESSION_START.exec(text);
    if (start) {
      last = 'none';
      isToolTextOpen = false;
      fence.reset();
      return handlers.session(start[1] ?? '', start[2] ?? '', line);
    }
    if (isToolTextOpen && !(text.startsWith('#### ') && LINE_BREAK.test(text))) {
      if (LINE_BREAK.test(text)) isToolTextOpen = false;
      return handlers.toolMore(text.trimEnd(), line);
    }
    isToolTextOpen = false;
    if (isMarked(text, '####')) {
      last = 'user';
      return handlers.user(text.slice(5).trimEnd(), line);
    }
    if (isMarked(text, '>')) {
      if (LINE_BREAK.test(text)) hasLineBreaks = true;
      else isToolTextOpen = hasLineBreaks;
      fence.reset();
      last = 'tool';
      return handlers.tool(text.slice(2).trimEnd(), line);
    }
    if (text.trim() === '' && last !== 'reply') return;
    fence.read(text);
    last = 'reply';
    handlers.reply(text, line);
  }

  return (text, line) => {
    readLine(text.endsWith('\r') ? text.slice(0, -1) : text, line);
    wasBlank = text.trim() === '';
  };
}
