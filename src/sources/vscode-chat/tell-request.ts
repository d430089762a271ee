/** Turns one request of a chat into events: the prompt, then what came of it, part by part. */
import { hash } from 'node:crypto';
import { MAIN_THREAD, type Action, type PromptOrigin } from '../../model/event.ts';
import { cutProse, cutText, OUTPUT_LIMIT } from '../cut-text.ts';
import type { NewEvent } from '../event-log.ts';
import { toFields, toOptionalText, toText } from '../fields.ts';
import { toInstant } from '../to-instant.ts';
import { joinCalls, type Step } from './join-calls.ts';
import { mergeTextEdits, toGroupEdits } from './merge-text-edits.ts';
import { readInvocation, toCommand, toTerminalData } from './read-invocation.ts';
import { readResultText } from './read-result-text.ts';
import type { ChatRequest } from './records/chat-request.ts';
import type { InvocationPart, SpokenPart, TextEditGroupPart } from './records/response-parts.ts';
import { toVsCodeAction } from './to-action.ts';
import { toVsCodeEdits } from './to-edits.ts';
import { toModelToolName } from './to-model-tool-name.ts';
import { toPath } from './to-path.ts';

export interface ToldRequest {
  /** The workspace, where the answer names it. */
  readonly cwd: string | undefined;
  readonly humanText: string | undefined;
}

const CANCELLED = 2;
/** A fence that stood around an edit the screen shows in its place. */
const FENCE = /^\s*`{3,}[\w-]*\s*$/;

export function tellRequest(request: ChatRequest, parts: readonly SpokenPart[], line: number, add: (event: NewEvent) => void): ToldRequest {
  const startedMs = request.timestamp ?? undefined;
  const text = (typeof request.message === 'string' ? request.message : request.message?.text) ?? '';
  const id = request.requestId ?? `request:${hash('sha1', `${startedMs}\n${text}`).slice(0, 16)}`;
  const model = request.modelId?.replace(/^copilot\//, '');
  const results = request.result?.metadata?.toolCallResults ?? {};
  let nowMs = startedMs;
  let said = ''; // Markdown waiting to become a reply
  let count = 0;
  let cwd: string | undefined;
  let isLastOpen = false; // the last call has not ended

  const place = (suffix: string, thread = MAIN_THREAD) => ({ id: `${id}${suffix}`, line, at: toInstant(nowMs), thread });
  const passTo = (ms: number | null | undefined): void => {
    if (ms != null && ms > (nowMs ?? 0)) nowMs = ms;
  };
  const nextSuffix = (): string => `#${(count += 1)}`;

  function tellSaid(): void {
    const reply = said.trim();
    said = '';
    if (reply.split('\n').every((row) => row.trim() === '' || FENCE.test(row))) return;
    isLastOpen = false;
    add({ ...place(nextSuffix()), kind: 'reply', text: cutProse(reply), model });
  }

  function tellCall({ part, call }: Extract<Step, { step: 'call' }>, groups: readonly TextEditGroupPart[]): void {
    tellSaid();
    const callId = call?.id ?? part?.toolCallId ?? `${id}${nextSuffix()}`;
    const tool = call?.name ?? toModelToolName(part?.toolId ?? 'tool');
    // The call that starts a sub-agent bears its id too, and is not its own.
    const thread = isDelegation(part) ? MAIN_THREAD : (part?.subAgentInvocationId ?? MAIN_THREAD);
    const terminal = toTerminalData(part);
    cwd ??= toPath(terminal?.cwd) || undefined;
    passTo(call?.at);
    passTo(terminal?.terminalCommandState?.timestamp);
    const at = toInstant(nowMs);
    add({ id: callId, line, at, thread, kind: 'call', callId, tool, action: toCallAction(tool, { step: 'call', part, call }, groups) });
    const kept = call?.id === undefined ? undefined : results[call.id];
    const output = readInvocation(part, kept === undefined ? undefined : readResultText(kept));
    isLastOpen = output === undefined;
    if (!output) return;
    if (output.outcome === 'ok' || groups.length > 0) {
      const edits = output.outcome === 'refused' ? [] : mergeTextEdits(call ? toVsCodeEdits(tool, call.input) : [], groups, output.outcome === 'ok');
      for (const [index, edit] of edits.entries())
        add({ id: `${callId}#edit${index || ''}`, line, at, thread, kind: 'edit', callId, resultLine: line, ...edit });
    }
    passTo(nowMs === undefined || output.durationMs === undefined ? undefined : nowMs + output.durationMs);
    add({ ...place('', thread), id: `${callId}#result`, kind: 'result', callId, ...output });
  }

  /** The chat edits a file without a tool, as its older modes do. */
  function tellGroupAlone(group: TextEditGroupPart): void {
    const edits = toGroupEdits([group]);
    if (edits.length === 0) return;
    tellSaid();
    const callId = `${id}${nextSuffix()}`;
    add({ ...place(''), id: callId, kind: 'call', callId, tool: 'edit', action: { type: 'edit', paths: edits.map((edit) => edit.path) } });
    for (const edit of edits) add({ ...place(''), id: `${callId}#edit`, kind: 'edit', callId, resultLine: line, ...edit });
    add({ ...place(''), id: `${callId}#result`, kind: 'result', callId, outcome: 'ok', text: '' });
  }

  function tellPart(part: SpokenPart): void {
    if (part.kind === 'markdown' || part.kind === 'markdownContent' || part.kind === 'markdownVuln') {
      cwd ??= toPath(part.value.baseUri).replace(/(.)\/$/, '$1') || undefined;
      const { value, content } = part.value;
      said += value ?? (typeof content === 'string' ? content : (content?.value ?? ''));
    } else if (part.kind === 'inlineReference') {
      const { name, inlineReference } = part.value;
      const path = inlineReference.path ?? inlineReference.uri?.path ?? '';
      said += `\`${name ?? inlineReference.name ?? path.slice(path.lastIndexOf('/') + 1)}\``;
    } else if (part.kind === 'thinking') {
      const thought = Array.isArray(part.value.value) ? part.value.value.join('') : (part.value.value ?? '');
      tellThought(thought);
    } else if (part.kind === 'warning' || part.kind === 'systemNotification') {
      const content = typeof part.value.content === 'string' ? part.value.content : part.value.content.value;
      tellSaid();
      if (content.trim() !== '') add({ ...place(nextSuffix()), kind: 'note', topic: 'other', text: cutText(content, OUTPUT_LIMIT).text });
    }
  }

  function tellThought(thought: string): void {
    if (thought.trim() === '') return;
    tellSaid();
    add({ ...place(nextSuffix()), kind: 'reasoning', text: cutProse(thought) });
  }

  function tellSummary(summary: string): void {
    tellSaid();
    add({ ...place(nextSuffix()), kind: 'compaction' });
    add({ ...place(nextSuffix()), kind: 'prompt', origin: 'summary', text: cutProse(summary) });
  }

  const origin = toOrigin(request, text);
  const images = (request.variableData?.variables ?? []).filter((variable) => variable.kind === 'image').length;
  if (text.trim() !== '' || images > 0) add({ ...place(''), kind: 'prompt', origin, text: cutProse(text), images: images || undefined });

  const steps = joinCalls(parts, request.result?.metadata?.toolCallRounds ?? []);
  const { groupsByCall, alone } = assignGroups(steps);
  for (const step of steps) {
    if (step.step === 'call') tellCall(step, groupsByCall.get(step) ?? []);
    else if (step.step === 'thinking') tellThought(step.text);
    else if (step.step === 'summary') tellSummary(step.text);
    else if (step.part.kind === 'textEditGroup') {
      if (alone.has(step.part.value)) tellGroupAlone(step.part.value);
    } else tellPart(step.part);
  }
  if (startedMs !== undefined) passTo(startedMs + (request.result?.timings?.totalElapsed ?? 0));
  const wasOpen = isLastOpen && said.trim() === '';
  tellSaid();
  const error = request.result?.errorDetails;
  const isCancelled = request.isCanceled === true || request.modelState?.value === CANCELLED || error?.code === 'canceled';
  if (isCancelled) add({ ...place('#interruption'), kind: 'interruption', during: wasOpen ? 'tool' : 'reply' });
  else if (error?.message) add({ ...place('#error'), kind: 'note', topic: 'error', text: cutText(error.message, OUTPUT_LIMIT).text });
  return { cwd, humanText: origin === 'human' ? text : undefined };
}

/** A button's text stands where the person's own would. */
function toOrigin({ confirmation, isSystemInitiated }: ChatRequest, text: string): PromptOrigin {
  if (isSystemInitiated === true) return 'system';
  return confirmation || /^@\w+ (?:Continue|Pause|Cancel): "/.test(text) ? 'command' : 'human';
}

function toCallAction(tool: string, { part, call }: Extract<Step, { step: 'call' }>, groups: readonly TextEditGroupPart[]): Action {
  const terminal = toTerminalData(part);
  const asked = call ? toVsCodeAction(tool, call.input) : undefined;
  if (terminal) {
    const asRun = asked?.type === 'run' ? asked : undefined;
    return { ...asRun, type: 'run', command: cutProse(toCommand(terminal) || asRun?.command || ''), cwd: toPath(terminal.cwd) || undefined };
  }
  if (isDelegation(part))
    return { type: 'delegate', prompt: cutProse(toText(toFields(part?.toolSpecificData)['prompt'])), thread: toOptionalText(part?.subAgentInvocationId) };
  if (asked) return asked;
  if (groups.length > 0) return { type: 'edit', paths: [...new Set(groups.map((group) => toPath(group.uri)))] };
  const { input } = toFields(part?.resultDetails);
  const shown = part?.pastTenseMessage ?? part?.invocationMessage;
  return { type: 'other', input: cutProse(toOptionalText(input) ?? (typeof shown === 'string' ? shown : (shown?.value ?? ''))) };
}

const isDelegation = (part: InvocationPart | undefined): boolean => toFields(part?.toolSpecificData)['kind'] === 'subagent';

/** Edits on the screen belong to the call before them that names their file, else to the last call that edits, else to none. */
function assignGroups(steps: readonly Step[]): { groupsByCall: Map<Step, TextEditGroupPart[]>; alone: Set<TextEditGroupPart> } {
  const groupsByCall = new Map<Step, TextEditGroupPart[]>();
  const alone = new Set<TextEditGroupPart>();
  const editing: { step: Step; paths: readonly string[] }[] = [];
  for (const step of steps) {
    if (step.step === 'call') {
      const tool = step.call?.name ?? toModelToolName(step.part?.toolId ?? '');
      const action = toVsCodeAction(tool, step.call?.input);
      if (action.type === 'edit') editing.push({ step, paths: action.paths });
    } else if (step.step === 'part' && step.part.kind === 'textEditGroup') {
      const group = step.part.value;
      const path = toPath(group.uri);
      const owner = editing.findLast(({ paths }) => paths.includes(path)) ?? editing.at(-1);
      if (owner) groupsByCall.set(owner.step, [...(groupsByCall.get(owner.step) ?? []), group]);
      else alone.add(group);
    }
  }
  return { groupsByCall, alone };
}
