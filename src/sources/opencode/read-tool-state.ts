/** How a tool call of OpenCode ended. It is the one agent that states a command's exit code as a number. */
import type { CallOutcome } from '../../model/event.ts';
import { cutProse, cutText, OUTPUT_LIMIT } from '../cut-text.ts';
import { toFields, toList, toText } from '../fields.ts';
import type { ToolPart } from './records/part.ts';

export interface ToolEnd {
  readonly outcome: CallOutcome;
  readonly text: string;
  readonly cutChars?: number;
  readonly exitCode?: number;
  readonly humanText?: string;
}

const REFUSED = /^(?:Error: )?The user (?:rejected permission|dismissed this question|indicated that they do not want)/;
const FEEDBACK = /with the following feedback: ([\s\S]+)/;
const NOT_ALLOWED = /specified a rule which prevents you from using/;
const ABORTED = /^(?:Error: )?(?:Tool execution (?:was )?(?:aborted|interrupted)|Aborted)\b/;
const COMMAND_ABORTED = /User aborted the command\s*(?:<\/\w+>\s*)*$/;

/** Undefined where it has not ended. */
export function readToolState(tool: string, state: ToolPart['state']): ToolEnd | undefined {
  const metadata = toFields(state.metadata);
  if (state.status === 'error') return readFailure(toText(state.error), metadata['interrupted'] === true);
  if (state.status !== 'completed') return undefined;
  const said = toText(state.output);
  const cut = cutText(said, OUTPUT_LIMIT);
  if (tool === 'bash') return { ...cut, ...readExit(metadata['exit'], said) };
  return { ...cut, outcome: 'ok', humanText: tool === 'question' ? toAnswers(metadata['answers']) : undefined };
}

function readFailure(said: string, isInterrupted: boolean): ToolEnd {
  const cut = cutText(said, OUTPUT_LIMIT);
  if (isInterrupted || ABORTED.test(said)) return { ...cut, outcome: 'interrupted' };
  if (!REFUSED.test(said) && !NOT_ALLOWED.test(said)) return { ...cut, outcome: 'failed' };
  const feedback = FEEDBACK.exec(said)?.[1]?.trim();
  return { ...cut, outcome: 'refused', humanText: feedback ? cutProse(feedback) : undefined };
}

function readExit(exit: unknown, said: string): Pick<ToolEnd, 'outcome' | 'exitCode'> {
  if (COMMAND_ABORTED.test(said)) return { outcome: 'interrupted' };
  if (typeof exit !== 'number' || !Number.isInteger(exit)) return { outcome: exit === null ? 'failed' : 'ok' }; // null: a signal or the time limit ended it
  return { outcome: exit === 0 ? 'ok' : 'failed', exitCode: exit };
}

function toAnswers(answers: unknown): string | undefined {
  const said = toList(answers).flatMap((answer) => (Array.isArray(answer) ? answer : [answer]).map(toText));
  return cutProse(said.filter(Boolean).join('\n')) || undefined;
}
