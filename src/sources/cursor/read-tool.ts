/** A Cursor tool call, and how it ended. No single field says so: a refused or failed command has the status "completed" too. */
import type { CallOutcome } from '../../model/event.ts';
import { cutText, OUTPUT_LIMIT } from '../cut-text.ts';
import { toFields, toOptionalText, toText, type Fields } from '../fields.ts';
import type { Tool } from './records/bubble.ts';
import { toToolKind } from './to-action.ts';

export interface ReadTool {
  readonly tool: string;
  readonly args: Fields;
  readonly raw: unknown;
  readonly result: Fields;
  /** Undefined where the call has not ended. */
  readonly output: ToolOutput | undefined;
}

export interface ToolOutput {
  readonly outcome: CallOutcome;
  readonly text: string;
  readonly cutChars?: number;
  readonly exitCode?: number;
  readonly exitInferred?: boolean;
}

const OPEN = new Set(['loading', 'running', 'pending', 'streaming']);
const REFUSED = /\b(?:reject|refus|declin|den(?:y|ied)|chose to skip|skipped)/i;

export function readTool(data: Tool): ReadTool {
  const raw = data.rawArgs === '' ? undefined : (data.rawArgs ?? undefined);
  const args = { ...parseFields(data.params), ...parseFields(raw) };
  const result = parseFields(data.result);
  const tool = data.name ?? 'tool';
  return { tool, args, raw, result, output: readOutput(data, toToolKind(tool) === 'run', result) };
}

function readOutput(data: Tool, isRun: boolean, result: Fields): ToolOutput | undefined {
  const status = data.status ?? '';
  if (OPEN.has(status) || (status === '' && data.result === undefined)) return undefined;
  const error = toErrorText(data.error);
  const cut = cutText(toOptionalText(result['output']) ?? toOptionalText(result['contents']) ?? (toText(data.result) || error), OUTPUT_LIMIT);
  const more = data.additionalData?.status ?? '';
  if (result['rejected'] === true || more === 'rejected' || data.userDecision === 'rejected' || (status !== 'completed' && REFUSED.test(error)))
    return { ...cut, outcome: 'refused' };
  if (status === 'cancelled' || status === 'aborted' || result['notInterrupted'] === false) return { ...cut, outcome: 'interrupted' };
  const exitCode = result['exitCode'] ?? result['exitCodeV2'];
  if (isRun && typeof exitCode === 'number') return { ...cut, outcome: exitCode === 0 ? 'ok' : 'failed', exitCode };
  if (status === 'error' || status === 'failed' || more === 'error' || error !== '') return { ...cut, outcome: 'failed' };
  return isRun && more === 'success' ? { ...cut, outcome: 'ok', exitCode: 0, exitInferred: true } : { ...cut, outcome: 'ok' };
}

const toErrorText = (error: unknown): string => {
  const { clientVisibleErrorMessage, message } =
    typeof error === 'string' ? { clientVisibleErrorMessage: parseFields(error)['clientVisibleErrorMessage'], message: error } : toFields(error);
  return toOptionalText(clientVisibleErrorMessage) ?? toText(message);
};

export function parseFields(value: unknown): Fields {
  if (typeof value !== 'string') return toFields(value);
  if (!/^\s*\{/.test(value)) return {};
  try {
    return toFields(JSON.parse(value));
  } catch {
    return {}; // arguments cut off while they were written
  }
}
