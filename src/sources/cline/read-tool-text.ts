/** How a tool call of Cline, Roo or Kilo ended: everything stands in the words of the result. */
import type { CallOutcome } from '../../model/event.ts';
import { cutProse, cutText, OUTPUT_LIMIT } from '../cut-text.ts';
import { takeTagged } from './read-user-text.ts';

export interface ToolOutput {
  readonly outcome: CallOutcome;
  readonly text: string;
  readonly cutChars?: number;
  readonly exitCode?: number;
  readonly humanText?: string;
}

const REFUSED = /^(?:\{"status":"denied"|(?:The )?user denied this operation|This tool call was rejected by the user|The tool execution was skipped)/i;
const FAILED =
  /^(?:\{"status":"error"|The tool execution failed|\[ERROR\]|Error\b|Access to .* is blocked|Command execution blocked|<error>|<file_write_result>\s*<error>)/i;
const INTERRUPTED = /^(?:Task was interrupted|Tool .* interrupted|\[Response interrupted)/i;
const RUNS_ON = /^Command is still running in (?:the user's )?terminal/;
/** What stands before the output. A program may print such a line too, further down. */
const FRAME = /^(?:Command (?:executed|execution)[^\n]*|Exit code: [^\n]*|<VSCE[^\n]*)(?:\n(?:Exit code: [^\n]*|Command (?:executed|execution)[^\n]*))*/i;
const EXIT_CODE = /exit code:? (-?\d+)/i;
const OUTPUT_MARK = /^\s*Output:\n?/;
const FEEDBACK_TAGS = ['feedback', 'answer', 'user_message'];

export function readToolText(tool: string, said: string, isError: boolean): ToolOutput {
  const start = said.trimStart();
  const humanText = toHumanText(said);
  if (REFUSED.test(start)) return { ...cutText(said, OUTPUT_LIMIT), outcome: 'refused', humanText };
  if (INTERRUPTED.test(start)) return { ...cutText(said, OUTPUT_LIMIT), outcome: 'interrupted', humanText };
  if (tool !== 'execute_command') return { ...cutText(said, OUTPUT_LIMIT), outcome: isError || FAILED.test(start) ? 'failed' : 'ok', humanText };
  if (RUNS_ON.test(start)) return { ...cutText(said, OUTPUT_LIMIT), outcome: 'running', humanText };
  const frame = FRAME.exec(start)?.[0] ?? '';
  const printed = cutText(start.slice(frame.length).replace(OUTPUT_MARK, ''), OUTPUT_LIMIT);
  const code = EXIT_CODE.exec(frame)?.[1];
  if (code !== undefined) return { ...printed, outcome: code === '0' ? 'ok' : 'failed', exitCode: Number(code), humanText };
  const isFailed = isError || FAILED.test(start) || frame.startsWith('Command execution was not successful');
  return { ...printed, outcome: isFailed ? 'failed' : 'ok', humanText };
}

/** What the person wrote when approving, refusing or answering. */
export function toHumanText(said: string): string | undefined {
  const text = FEEDBACK_TAGS.map((tag) => takeTagged(said, tag)).find(Boolean);
  return text ? cutProse(text) : undefined;
}
