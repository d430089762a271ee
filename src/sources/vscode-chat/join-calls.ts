/**
 * The screen's parts and the model's rounds tell of the same calls, each half of it: the screen in which order and how they ended,
 * the rounds what the model asked for. Since about 1.105 they share an id; before, a tool's calls are paired in their order.
 */
import type { ToolCallRound } from './records/chat-request.ts';
import type { InvocationPart, SpokenPart } from './records/response-parts.ts';
import { toModelToolName } from './to-model-tool-name.ts';

export interface RoundCall {
  readonly id: string | undefined;
  readonly name: string;
  readonly input: unknown;
  /** Ms since the epoch. */
  readonly at: number | undefined;
}

export type Step =
  | { readonly step: 'part'; readonly part: SpokenPart }
  | { readonly step: 'call'; readonly part: InvocationPart | undefined; readonly call: RoundCall | undefined }
  | { readonly step: 'thinking'; readonly text: string }
  | { readonly step: 'summary'; readonly text: string };

type RoundItem = Extract<Step, { step: 'thinking' | 'summary' }> | { readonly step: 'call'; readonly call: RoundCall };

/** Everything that happened, in order; what only the rounds tell stands before the next call that both tell. */
export function joinCalls(parts: readonly SpokenPart[], rounds: readonly ToolCallRound[]): Step[] {
  const items = toRoundItems(rounds, !parts.some((part) => part.kind === 'thinking'));
  const indexByPart = pairCalls(parts, items);
  const paired = new Set(indexByPart.values());
  const steps: Step[] = [];
  let next = 0;
  const tellUntil = (end: number): void => {
    for (; next < end; next += 1) {
      const item = items[next];
      if (item && !paired.has(next)) steps.push(item.step === 'call' ? { ...item, part: undefined } : item);
    }
  };
  for (const part of parts) {
    if (part.kind !== 'toolInvocationSerialized') {
      steps.push({ step: 'part', part });
      continue;
    }
    const index = indexByPart.get(part);
    if (index !== undefined) tellUntil(index);
    const item = index === undefined ? undefined : items[index];
    steps.push({ step: 'call', part: part.value, call: item?.step === 'call' ? item.call : undefined });
  }
  tellUntil(items.length);
  return steps;
}

function toRoundItems(rounds: readonly ToolCallRound[], withThinking: boolean): RoundItem[] {
  return rounds.flatMap(({ toolCalls, thinking, timestamp, summary }) => {
    const thought = Array.isArray(thinking?.text) ? thinking.text.join('') : thinking?.text;
    const items: RoundItem[] = [];
    if (summary) items.push({ step: 'summary', text: summary });
    if (withThinking && typeof thought === 'string' && thought.trim() !== '') items.push({ step: 'thinking', text: thought });
    for (const { id, name, arguments: input } of toolCalls ?? [])
      items.push({ step: 'call', call: { id: id ?? undefined, name, input, at: timestamp ?? undefined } });
    return items;
  });
}

/** The index of each invocation's call among the items. */
function pairCalls(parts: readonly SpokenPart[], items: readonly RoundItem[]): Map<SpokenPart, number> {
  const indexByPart = new Map<SpokenPart, number>();
  const free = new Map(items.flatMap((item, index) => (item.step === 'call' ? [[index, item.call] as const] : [])));
  const pair = (part: SpokenPart, fits: (call: RoundCall) => boolean): void => {
    for (const [index, call] of free) {
      if (!fits(call)) continue;
      indexByPart.set(part, index);
      free.delete(index);
      return;
    }
  };
  const invocations = parts.filter((part) => part.kind === 'toolInvocationSerialized');
  for (const part of invocations) {
    const { toolCallId } = part.value;
    if (toolCallId) pair(part, (call) => call.id !== undefined && toBareId(call.id) === toBareId(toolCallId));
  }
  for (const part of invocations) {
    const name = toModelToolName(part.value.toolId ?? '');
    if (!indexByPart.has(part)) pair(part, (call) => call.name === name);
  }
  return indexByPart;
}

/** VS Code adds a number of its own to the model's id. */
const toBareId = (id: string): string => id.replace(/__vscode-\d+$/, '');
