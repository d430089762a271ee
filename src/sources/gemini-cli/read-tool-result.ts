/** How a tool call of Gemini CLI or of its forks ended. A command's exit code stands only in the text, in the lines around its output. */
import type { CallOutcome } from '../../model/event.ts';
import { cutProse, cutText, OUTPUT_LIMIT } from '../cut-text.ts';
import { toFields, toText } from '../fields.ts';
import { readResponse } from './read-parts.ts';

export interface ToolResult {
  readonly outcome: CallOutcome;
  readonly text: string;
  readonly cutChars?: number;
  readonly exitCode?: number;
  readonly exitInferred?: boolean;
  readonly handle?: string;
  readonly humanText?: string;
}

const REFUSED = /did not allow|(?:permission was|user) (?:declined|denied|rejected)|\bdeclined to answer\b/i;
const CANCELLED = /^Command was cancelled by user\b/;
const TIMED_OUT = /^Command (?:was automatically cancelled|timed out)\b/;
const IN_BACKGROUND = /^(?:Command moved to background|Background command started)[^\n]*?\(?PID: (\d+)/;
const ASKING = new Set(['ask_user', 'ask_user_question']);

/** @param response the parts given to the model */
export function readToolResult(tool: string, status: string, response: unknown, display: unknown): ToolResult {
  const { text: said, isError } = readResponse(response);
  const shown = said === '' && typeof display === 'string' ? display : said;
  if (status === 'cancelled') return { ...cutText(shown, OUTPUT_LIMIT), outcome: REFUSED.test(said.slice(0, 400)) ? 'refused' : 'interrupted' };
  const outcome = status === 'error' || (status !== 'success' && isError) ? 'failed' : 'ok';
  if (tool === 'run_shell_command') return readCommand(shown, outcome);
  const isRefused = outcome === 'failed' && REFUSED.test(said.slice(0, 400));
  return {
    ...cutText(shown, OUTPUT_LIMIT),
    outcome: isRefused ? 'refused' : outcome,
    humanText: ASKING.has(tool) && outcome === 'ok' ? toAnswers(said) : undefined,
  };
}

const WRAPPER = /^<untrusted_context>\n([\s\S]*?)\n?<\/untrusted_context>\s*$/;
const FRAME_LINE = /^(?:Error|Exit Code|Signal|Background PIDs|Process Group PGID): /;

function readCommand(said: string, outcome: CallOutcome): ToolResult {
  const text = WRAPPER.exec(said)?.[1] ?? said;
  const handle = IN_BACKGROUND.exec(text)?.[1];
  if (handle !== undefined) return { ...cutText(text, OUTPUT_LIMIT), outcome: 'running', handle };
  if (CANCELLED.test(text)) return { ...cutText(text, OUTPUT_LIMIT), outcome: 'interrupted' };
  if (TIMED_OUT.test(text)) return { ...cutText(text, OUTPUT_LIMIT), outcome: 'failed' };
  const { printed, frame } = splitFrame(text);
  const cut = cutText(printed, OUTPUT_LIMIT);
  const stated = frame.get('Exit Code');
  if (stated !== undefined && /^-?\d+$/.test(stated)) return { ...cut, outcome: stated === '0' ? outcome : 'failed', exitCode: Number(stated) };
  // Since 0.4x the code is only written when it is not 0. A signal ends a command without one.
  if (frame.size === 0 || outcome === 'failed' || frame.has('Signal') || stated !== undefined)
    return { ...cut, outcome: frame.has('Signal') ? 'failed' : outcome };
  return { ...cut, outcome, exitCode: 0, exitInferred: true };
}

/** The lines after the output are the agent's; what a program prints can only stand before them. */
function splitFrame(text: string): { printed: string; frame: ReadonlyMap<string, string> } {
  const frame = new Map<string, string>();
  let end = text.length;
  while (end > 0) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(start, end);
    if (!FRAME_LINE.test(line)) break;
    const colon = line.indexOf(': ');
    frame.set(line.slice(0, colon), line.slice(colon + 2));
    end = Math.max(0, start - 1);
  }
  const body = text.slice(0, end);
  const output = /(?:^|\n)(?:Output|Stdout): /.exec(body);
  const printed = output && (output.index === 0 || body.startsWith('Command: ')) ? body.slice(output.index + output[0].length) : body;
  return { printed: printed === '(empty)' ? '' : printed, frame };
}

/** What the person chose or wrote, as JSON in the answer's text. */
function toAnswers(said: string): string | undefined {
  let answers: unknown;
  try {
    answers = toFields(JSON.parse(said))['answers'];
  } catch {
    return cutProse(said.trim()) || undefined; // told in words
  }
  return cutProse(Object.values(toFields(answers)).map(toText).filter(Boolean).join('\n')) || undefined;
}
