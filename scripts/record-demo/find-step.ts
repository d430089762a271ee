/** Which step of a scenario a model request asks for, from the request alone: the server keeps no state. */
import { createHash } from 'node:crypto';
import type { Scenario, Step } from './scenario.ts';

export interface InputItem {
  readonly type?: string;
  readonly role?: string;
  readonly content?: readonly { readonly text?: string }[] | string;
}

export interface FoundStep {
  readonly step: Step;
  /** Stable for this step of this scenario; ids of messages and calls are made from it. */
  readonly key: string;
}

const CALLS = new Set(['function_call', 'custom_tool_call']);

function textOf(item: InputItem): string {
  if (typeof item.content === 'string') return item.content;
  return (item.content ?? []).map((part) => part.text ?? '').join('');
}

/** Calls one step makes; a step is over when as many calls follow the prompt in the request. */
const callCount = (step: Step): number => (Array.isArray(step.run) ? step.run.length : step.run !== undefined || step.patch !== undefined ? 1 : 0);

/** The step that answers `input`, or null where the scenario has none (the agent asked for more than was written). */
export function findStep(scenario: Scenario, input: readonly InputItem[]): FoundStep | null {
  let turnIndex = -1;
  let calls = 0;
  for (const item of input) {
    const nextPrompt = scenario.turns[turnIndex + 1]?.prompt.trim();
    if (nextPrompt !== undefined && item.role === 'user' && textOf(item).trim() === nextPrompt) {
      turnIndex += 1;
      calls = 0;
    } else if (CALLS.has(item.type ?? '')) calls += 1;
  }
  const steps = scenario.turns[turnIndex]?.steps ?? [];
  let before = 0;
  for (const [stepIndex, step] of steps.entries()) {
    if (before === calls) return { step, key: createHash('sha256').update(`${scenario.id}:${turnIndex}:${stepIndex}`).digest('hex').slice(0, 24) };
    before += callCount(step);
  }
  return null;
}
