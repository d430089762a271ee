/** How a tool call of Claude Code ended. */
import type { CallOutcome } from '../../model/event.ts';
import { cutText, OUTPUT_LIMIT, cutProse } from '../cut-text.ts';
import { toFields, toList, toText } from '../fields.ts';
import type { ToolResultBlock } from './records/blocks/tool-result.ts';
import { answersResultSchema } from './records/results/answers-result.ts';
import { commandResultSchema } from './records/results/command-result.ts';
import { delegateResultSchema } from './records/results/delegate-result.ts';

export interface ToolResult {
  readonly outcome: CallOutcome;
  readonly text: string;
  readonly cutChars?: number;
  readonly exitCode?: number;
  readonly exitInferred?: boolean;
  readonly durationMs?: number;
  readonly handle?: string;
  readonly humanText?: string;
}

const REFUSED = /^(?:Error: )?The user doesn't want to (?:proceed with this tool use|take this action)|^(?:Error: )?User rejected/;
const REASON = /(?:the user said:|provided the following reason for the rejection:)\s*([\s\S]*)/;
/** A note the program adds after the person's reason. */
const REASON_END = /\n\s*\n?Note: The user's next message may contain a correction/;
const INTERRUPTED =
  /\[Request interrupted by user|^<tool_use_error>Sibling tool call errored|^Sibling tool call errored|^The user interrupted|^Interrupted by user/;
const EXIT_CODE = /^(?:Error: )?(?:Command failed with )?exit code:? (\d+)/i;
const STATED_EXIT_CODE = /<exit_code>(-?\d+)<\/exit_code>/;
const BACKGROUND = /^(?:Command (?:running|was manually backgrounded|was backgrounded)[^\n]*?ID: ?|Command running in background with ID: )([\w-]+)/;
const RUNNING_STATUS = /<status>running<\/status>/;

const COMMAND_TOOLS = new Set(['Bash', 'PowerShell']);
const CONTINUE_TOOLS = new Set(['BashOutput', 'TaskOutput', 'AgentOutputTool']);

export function readToolResult(tool: string, block: ToolResultBlock, structure: unknown): ToolResult {
  const said = toContentText(block.content);
  const failed = block.is_error === true;
  const cut = cutText(said, OUTPUT_LIMIT);
  const isRefused = failed && (REFUSED.test(said) || structure === 'User rejected tool use');
  if (isRefused) return { ...cut, outcome: 'refused', humanText: toReason(said) };
  const result = commandResultSchema.safeParse(structure).data ?? {};
  const durationMs = result.durationMs ?? (result.durationSeconds != null ? Math.round(result.durationSeconds * 1000) : undefined);
  if (result.interrupted === true || (failed && INTERRUPTED.test(said))) return { ...cut, outcome: 'interrupted', durationMs };
  if (tool === 'Task' || tool === 'Agent') return { ...cut, ...readDelegation(structure, failed) };
  if (COMMAND_TOOLS.has(tool)) {
    const handle = result.backgroundTaskId ?? BACKGROUND.exec(said)?.[1];
    if (handle && !failed) return { ...cut, outcome: 'running', handle };
    return { ...cut, ...readExit(said, failed, result.returnCodeInterpretation != null), durationMs };
  }
  if (CONTINUE_TOOLS.has(tool)) return { ...cut, ...readContinued(said, failed) };
  if (tool === 'AskUserQuestion') return { ...cut, outcome: failed ? 'failed' : 'ok', humanText: toAnswers(structure) };
  return { ...cut, outcome: failed ? 'failed' : 'ok', durationMs };
}

/** Success states no code. A command that ended otherwise without being an error (a search that found nothing) had some code we cannot know. */
function readExit(said: string, failed: boolean, endedOtherwise: boolean): Pick<ToolResult, 'outcome' | 'exitCode' | 'exitInferred'> {
  const stated = EXIT_CODE.exec(said)?.[1];
  if (failed) return stated === undefined ? { outcome: 'failed' } : { outcome: 'failed', exitCode: Number(stated) };
  return endedOtherwise ? { outcome: 'ok' } : { outcome: 'ok', exitCode: 0, exitInferred: true };
}

function readContinued(said: string, failed: boolean): Pick<ToolResult, 'outcome' | 'exitCode'> {
  if (RUNNING_STATUS.test(said)) return { outcome: 'running' };
  const stated = STATED_EXIT_CODE.exec(said)?.[1];
  const exitCode = stated === undefined ? undefined : Number(stated);
  return { outcome: failed || (exitCode !== undefined && exitCode !== 0) ? 'failed' : 'ok', exitCode };
}

function readDelegation(structure: unknown, failed: boolean): Pick<ToolResult, 'outcome' | 'durationMs' | 'handle'> {
  const result = delegateResultSchema.safeParse(structure).data ?? {};
  const runsOn = result.status === 'async_launched' || result.status === 'teammate_spawned';
  return { outcome: failed ? 'failed' : runsOn ? 'running' : 'ok', durationMs: result.totalDurationMs ?? undefined, handle: result.agentId ?? undefined };
}

function toReason(said: string): string | undefined {
  const reason = REASON.exec(said)?.[1]?.split(REASON_END)[0]?.trim();
  return reason ? cutProse(reason) : undefined;
}

function toAnswers(structure: unknown): string | undefined {
  const result = answersResultSchema.safeParse(structure).data;
  if (!result) return undefined;
  const said = Object.entries(result.answers).flatMap(([question, answer]) => [toText(answer), result.annotations?.[question]?.notes ?? '']);
  return cutProse([...new Set(said.map((part) => part.trim()).filter(Boolean))].join('\n')) || undefined;
}

/** The text of a result's content, which is a string or blocks. */
export function toContentText(content: unknown): string {
  if (typeof content === 'string') return content;
  return toList(content)
    .map((item) => {
      const block = toFields(item);
      return typeof block['text'] === 'string' ? block['text'] : `[${toText(block['type']) || 'block'}]`;
    })
    .join('\n');
}
