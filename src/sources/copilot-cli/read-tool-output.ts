/** How a tool call of Copilot CLI ended. A command's exit code stands in a mark after its output. */
import type { CallOutcome } from '../../model/event.ts';
import { cutProse, cutText, OUTPUT_LIMIT } from '../cut-text.ts';
import type { ToolComplete } from './records/tool-execution.ts';

export interface ToolOutput {
  readonly outcome: CallOutcome;
  readonly text: string;
  readonly cutChars?: number;
  readonly exitCode?: number;
  readonly handle?: string;
  readonly humanText?: string;
}

/** The last thing in the output: what a program prints before it cannot be taken for it. */
const EXITED = /\n?<(?:shellId: \S+ completed|exited|command (?:exited|completed)[^<>\n]*?) with exit code (-?\d+)>\s*$/;
const RUNS_ON = /<command (?:with (?:shellId|id): (\S+) is still running|started in (?:detached )?background with (?:shellId|id): ([^\s>]+))[^<>]*>\s*$/;
const REFUSED = /^(?:rejected|denied|user_rejected|permission_denied)$/i;
const REFUSED_WORDS = /\b(?:rejected|denied) by (?:the )?user\b|\buser (?:rejected|denied|declined)\b|^Permission denied and could not request permission/i;
const FEEDBACK = /(?:feedback|reason|user said)[^\n:]*:\s*([\s\S]+)/i;
const INTERRUPTED = /^(?:aborted|cancelled|canceled|interrupted)$/i;
const INTERRUPTED_WORDS = /^(?:operation |tool (?:call |execution )?|command )?(?:was )?(?:aborted|cancelled|canceled|interrupted)\b/i;
const ANSWERED = /^User (?:responded|answered|selected)[^:]*:\s*([\s\S]+)/;

export function readToolOutput(complete: ToolComplete): ToolOutput {
  const { success, result, error } = complete;
  const said = result?.content ?? result?.textResultForLlm ?? result?.text_result_for_llm ?? error?.message ?? '';
  const kind = result?.resultType ?? result?.result_type ?? '';
  const code = error?.code ?? kind;
  const isFailed = success === false || (error ?? undefined) !== undefined || /^(?:failure|error)$/i.test(kind);
  const cut = cutText(said, OUTPUT_LIMIT);
  const start = said.slice(0, 400);
  if (REFUSED.test(code) || (isFailed && REFUSED_WORDS.test(start))) return { ...cut, outcome: 'refused', humanText: toFeedback(start) };
  if (INTERRUPTED.test(code) || (isFailed && INTERRUPTED_WORDS.test(start))) return { ...cut, outcome: 'interrupted' };
  const tail = said.slice(-400);
  const runsOn = RUNS_ON.exec(tail);
  if (runsOn && !isFailed) return { ...cut, outcome: 'running', handle: runsOn[1] ?? runsOn[2] };
  const exited = EXITED.exec(tail);
  if (exited) {
    const printed = cutText(said.slice(0, said.length - exited[0].length), OUTPUT_LIMIT);
    return { ...printed, outcome: exited[1] === '0' && !isFailed ? 'ok' : 'failed', exitCode: Number(exited[1]) };
  }
  return { ...cut, outcome: isFailed ? 'failed' : 'ok' };
}

/** What the person typed when the agent asked. */
export const toAnswer = (text: string): string | undefined => ANSWERED.exec(text)?.[1]?.trim() || undefined;

function toFeedback(said: string): string | undefined {
  const feedback = FEEDBACK.exec(said)?.[1]?.trim();
  return feedback ? cutProse(feedback) : undefined;
}
