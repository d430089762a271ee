/** Writes small sessions by hand for tests: every line is one event, a second after the one before. */
import { MAIN_THREAD, type Action, type EventOf, type PromptOrigin, type SessionEvent } from '../../model/event.ts';
import { toSessionId, type Session } from '../../model/session.ts';
import { createFactsBuilder } from './create-facts-builder.ts';
import type { ReadCode } from './facts.ts';
import type { SessionFacts } from './facts.ts';

type ResultPart = Partial<Omit<EventOf<'result'>, 'kind' | 'callId' | 'seq' | 'line' | 'id'>>;

export interface EditPart {
  readonly added?: readonly string[];
  readonly removed?: readonly string[];
  readonly change?: EventOf<'edit'>['change'];
  /** Where the file was before. */
  readonly movedFrom?: string;
  readonly before?: string;
  readonly after?: string;
}

export interface SessionScript {
  readonly prompt: (text: string, rest?: { origin?: PromptOrigin; thread?: string }) => number;
  readonly reply: (text: string) => number;
  readonly reasoning: (text: string) => number;
  /** A call with its result. Returns the call's seq. */
  readonly call: (action: Action, result?: ResultPart, rest?: { waitMs?: number }) => number;
  readonly run: (command: string, rest?: { result?: ResultPart; cwd?: string }) => number;
  readonly proceed: (handle: string, result: ResultPart) => number;
  /** A change with its position unknown. */
  readonly edit: (path: string, part: EditPart) => number;
  readonly interrupt: () => number;
  readonly wait: (ms: number) => void;
  readonly facts: (options?: { readCode?: ReadCode; cwd?: string }) => SessionFacts;
}

const START = Date.UTC(2026, 0, 5, 9);

export function createScript(): SessionScript {
  const events: SessionEvent[] = [];
  let now = START;
  const base = (): { id: string; seq: number; line: number; at: string; thread: string } => {
    const seq = events.length;
    now += 1000;
    return { id: `e${seq}`, seq, line: seq + 1, at: new Date(now).toISOString(), thread: MAIN_THREAD };
  };
  const add = (event: SessionEvent): number => events.push(event) - 1;

  const call: SessionScript['call'] = (action, result, { waitMs = 0 } = {}) => {
    const callId = `c${events.length}`;
    const seq = add({ ...base(), kind: 'call', callId, tool: action.type, action });
    if (result !== undefined) {
      now += waitMs - 1000 * Number(waitMs > 0);
      add({ ...base(), kind: 'result', callId, outcome: 'ok', text: '', ...result });
    }
    return seq;
  };

  return {
    prompt: (text, { origin = 'human', thread = MAIN_THREAD } = {}) => add({ ...base(), kind: 'prompt', text, origin, thread }),
    reply: (text) => add({ ...base(), kind: 'reply', text }),
    reasoning: (text) => add({ ...base(), kind: 'reasoning', text }),
    call,
    run: (command, { result, cwd } = {}) => call({ type: 'run', command, cwd }, result),
    proceed: (handle, result) => call({ type: 'continue', handle }, result),
    edit(path, { added = [], removed = [], change = 'update', movedFrom, before, after }) {
      const lines = [...removed.map((line) => `-${line}`), ...added.map((line) => `+${line}`)];
      const hunk = { oldStart: 0, oldLines: removed.length, newStart: 0, newLines: added.length, lines };
      return add({
        ...base(),
        kind: 'edit',
        callId: `c${events.length}`,
        path: movedFrom ?? path,
        change: movedFrom === undefined ? change : 'move',
        movedTo: movedFrom && path,
        hunks: [hunk],
        before,
        after,
      });
    },
    interrupt: () => add({ ...base(), kind: 'interruption', during: 'tool' }),
    wait(ms) {
      now += ms;
    },
    facts({ readCode, cwd } = {}) {
      const builder = createFactsBuilder({ agent: 'claude-code', file: 'session.jsonl', readCode });
      for (const event of events) builder.add(event);
      return builder.finish(madeSession(cwd));
    },
  };
}

const madeSession = (cwd: string | undefined): Session => ({
  id: toSessionId('claude-code', 'script'),
  agent: 'claude-code',
  nativeId: 'script',
  agentVersions: [],
  models: [],
  cwd,
  startedAt: null,
  endedAt: null,
});
