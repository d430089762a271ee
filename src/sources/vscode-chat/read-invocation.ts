/** How a tool call of VS Code's chat ended. */
import type { CallOutcome } from '../../model/event.ts';
import { cutText, OUTPUT_LIMIT } from '../cut-text.ts';
import { toFields, toList, toText } from '../fields.ts';
import { terminalDataSchema, type InvocationPart, type TerminalData } from './records/response-parts.ts';

export interface ToolOutput {
  readonly outcome: CallOutcome;
  readonly text: string;
  readonly cutChars?: number;
  readonly exitCode?: number;
  readonly durationMs?: number;
  readonly handle?: string;
}

const FAILED = /^(?:ERROR\b|Error[: ]|The (?:edit|patch) could not be|Invalid (?:input|patch)|Tool .* (?:failed|does not exist))/;
const REFUSED = /^The user (?:cancelled|canceled|chose to skip|rejected|declined|skipped)\b/;
const EXITED = /^(?:Command exited with code|Exit code:?) (-?\d+)\s*$/gm;
const RUNS_ON = /^(?:Note: [^\n]*?)?Command is running in terminal with ID=([\w-]+)/;
const DENIED = 0;
const SKIPPED = 5;

export const toTerminalData = (part: InvocationPart | undefined): TerminalData | undefined => terminalDataSchema.safeParse(part?.toolSpecificData).data;

/** What ran: the person may have changed the line, and the tool may have. */
export const toCommand = ({ commandLine, command }: TerminalData): string =>
  commandLine?.userEdited || commandLine?.toolEdited || commandLine?.original || command || '';

/**
 * @param said the result as the model saw it; undefined where it was not kept
 * @returns undefined where the call has not ended
 */
export function readInvocation(part: InvocationPart | undefined, said: string | undefined): ToolOutput | undefined {
  const terminal = toTerminalData(part);
  const details = toFields(part?.resultDetails);
  const shown = terminal?.terminalCommandOutput?.text ?? said ?? toDetailsText(details);
  const cut = cutText(shown, OUTPUT_LIMIT);
  if (isRefused(part) || REFUSED.test(shown)) return { ...cut, outcome: 'refused' };
  if (part?.isComplete === false && said === undefined) return undefined;
  const state = terminal?.terminalCommandState;
  const durationMs = state?.duration ?? undefined;
  const exitCode = state?.exitCode ?? (terminal ? toStatedCode(said) : undefined);
  if (exitCode !== undefined) return { ...cut, outcome: exitCode === 0 ? 'ok' : 'failed', exitCode, durationMs };
  const handle = terminal ? RUNS_ON.exec(said ?? '')?.[1] : undefined;
  if (handle) return { ...cut, outcome: 'running', handle };
  return { ...cut, outcome: details['isError'] === true || FAILED.test(said ?? '') ? 'failed' : 'ok', durationMs };
}

function isRefused(part: InvocationPart | undefined): boolean {
  const confirmed = part?.isConfirmed;
  if (typeof confirmed === 'boolean') return !confirmed && part?.isComplete !== true;
  return confirmed?.type === DENIED || confirmed?.type === SKIPPED;
}

/** The tool puts the code on a line of its own, after the output. */
function toStatedCode(said: string | undefined): number | undefined {
  const last = [...(said?.slice(-2000) ?? '').matchAll(EXITED)].at(-1)?.[1];
  return last === undefined ? undefined : Number(last);
}

/** What a tool of another program took and gave. */
const toDetailsText = (details: ReturnType<typeof toFields>): string =>
  toList(details['output'])
    .map((entry) => toText(toFields(entry)['value']))
    .join('\n');
