/** How a tool call of Codex ended. Its exit code stands only in the text. */
import type { CallOutcome } from '../../model/event.ts';
import { cutText, OUTPUT_LIMIT } from '../cut-text.ts';
import { toFields, toList, toText } from '../fields.ts';

export interface ToolOutput {
  readonly outcome: CallOutcome;
  readonly text: string;
  readonly cutChars?: number;
  readonly exitCode?: number;
  readonly durationMs?: number;
  readonly handle?: string;
  readonly humanText?: string;
}

const EXITED = /^(?:Process exited with code|Exit code:) (-?\d+)/m;
const RUNS_ON = /^Process running with session ID (\d+)/m;
const WALL_TIME = /^Wall time: ([\d.]+) seconds/m;
const PREAMBLE = /^(?:(?:Chunk ID|Wall time|Exit code|Process exited|Process running|Original token count|Total output lines|Warning)[^\n]*\n)+(?:Output:\n)?/;
const INTERRUPTED = /^(?:aborted by user|aborted$|command aborted|Interrupted by user|\[Request interrupted)/i;
const REFUSED = /\brejected by user\b|\buser (?:rejected|denied|declined)\b|\bdenied by user\b/i;
const REASON = /(?:rejected by user|user rejected|user said)[^\n:]*:\s*([\s\S]+)/i;
const FAILED =
  /^(?:apply_patch verification failed|patch failed|write_stdin failed|exec_command failed|failed to (?:parse|spawn|apply)|unsupported (?:call|custom tool)|execution error|tool call error|Error[: ]|err:|unable to|invalid |sandbox error|command timed out|failed in sandbox)/i;

export function readToolOutput(output: unknown): ToolOutput {
  const { text: said, isError } = toSaid(output);
  const structured = parseStructured(said);
  if (structured) return structured;
  // The frame stands before the output; what a program prints further down must not be taken for it.
  const frame = PREAMBLE.exec(said)?.[0] ?? '';
  const printed = cutText(said.slice(frame.length), OUTPUT_LIMIT);
  const seconds = WALL_TIME.exec(frame)?.[1];
  const durationMs = seconds === undefined ? undefined : Math.round(Number(seconds) * 1000);
  const handle = RUNS_ON.exec(frame)?.[1];
  if (handle !== undefined) return { ...printed, outcome: 'running', handle, durationMs };
  const exit = EXITED.exec(frame)?.[1];
  if (exit !== undefined) return { ...printed, outcome: exit === '0' ? 'ok' : 'failed', exitCode: Number(exit), durationMs };
  return { ...printed, ...toUnframedOutcome(said, isError), durationMs };
}

function toUnframedOutcome(said: string, isError: boolean): Pick<ToolOutput, 'outcome' | 'humanText'> {
  const start = said.slice(0, 400);
  if (INTERRUPTED.test(start)) return { outcome: 'interrupted' };
  if (REFUSED.test(start)) return { outcome: 'refused', humanText: REASON.exec(start)?.[1]?.trim() || undefined };
  return { outcome: isError || FAILED.test(start) ? 'failed' : 'ok' };
}

/** Old versions: JSON in the text, with the code in `metadata`. */
function parseStructured(said: string): ToolOutput | undefined {
  if (!said.startsWith('{"output"')) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(said);
  } catch {
    return undefined; // a program that prints JSON-like text
  }
  const { output, metadata } = toFields(value);
  const { exit_code: exitCode, duration_seconds: seconds } = toFields(metadata);
  if (typeof output !== 'string' || typeof exitCode !== 'number') return undefined;
  const durationMs = typeof seconds === 'number' ? Math.round(seconds * 1000) : undefined;
  return { ...cutText(output, OUTPUT_LIMIT), outcome: exitCode === 0 ? 'ok' : 'failed', exitCode, durationMs };
}

function toSaid(output: unknown): { text: string; isError: boolean } {
  if (typeof output === 'string') return { text: output, isError: false };
  if (Array.isArray(output)) return { text: toBlocksText(output), isError: false };
  const { content, success } = toFields(output);
  return { text: Array.isArray(content) ? toBlocksText(content) : toText(content), isError: success === false };
}

const toBlocksText = (blocks: readonly unknown[]): string =>
  toList(blocks)
    .map((block) => {
      const { text, type } = toFields(block);
      return typeof text === 'string' ? text : `[${toText(type) || 'block'}]`;
    })
    .join('\n');
