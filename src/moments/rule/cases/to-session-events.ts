import type { AgentName } from '../../../model/agent.ts';
import { MAIN_THREAD, type Action, type CallOutcome, type EventOf, type SessionEvent } from '../../../model/event.ts';
import type { Hunk } from '../../../model/hunk.ts';
import { toSessionId, type Session } from '../../../model/session.ts';
import type { Step } from './case-file.ts';
import { diffLines } from './diff-lines.ts';

const CWD = '/project';
const START = Date.UTC(2026, 2, 2, 9);

/** Lines of the pretended file: step n (1-based) stands on 2n-1, what answers it on 2n. */
export const toStepNumber = (line: number): number => Math.ceil(line / 2);

/** The events a reader would make of a session written down as steps. */
export function toSessionEvents(steps: readonly Step[], agent: AgentName): { events: SessionEvent[]; session: Session } {
  const events: SessionEvent[] = [];
  let clock = START;
  steps.forEach((step, index) => {
    clock += (step.wait ?? 5) * 1000;
    const at = clock;
    const next = (line: number, afterMs = 0) => ({
      id: `e${events.length}`,
      seq: events.length,
      line,
      at: new Date(at + afterMs).toISOString(),
      thread: step.thread ?? MAIN_THREAD,
      ...(step.replayed ? { replayed: true } : {}),
    });
    const answered = addStep(step, index + 1, next, (event) => events.push(event), agent);
    if (answered) clock += 2000;
  });
  const session: Session = {
    id: toSessionId(agent, 'case'),
    agent,
    nativeId: 'case',
    agentVersions: [],
    models: [],
    cwd: CWD,
    startedAt: new Date(START).toISOString(),
    endedAt: new Date(clock).toISOString(),
  };
  return { events, session };
}

type Base = Pick<EventOf<'reply'>, 'id' | 'seq' | 'line' | 'at' | 'thread' | 'replayed'>;
type Next = (line: number, afterMs?: number) => Base;
type Emit = (event: SessionEvent) => void;

/** @returns whether the step was a call with an answer, which takes time */
function addStep(step: Step, number: number, next: Next, emit: Emit, agent: AgentName): boolean {
  const line = 2 * number - 1;
  if ('human' in step) emit({ ...next(line), kind: 'prompt', text: step.human, origin: step.origin ?? 'human' });
  else if ('say' in step) emit({ ...next(line), kind: 'reply', text: step.say });
  else if ('think' in step) emit({ ...next(line), kind: 'reasoning', text: step.think });
  else if ('interrupt' in step) emit({ ...next(line), kind: 'interruption', during: 'reply', ...(step.interrupt ? { reason: step.interrupt } : {}) });
  else if ('compact' in step) emit({ ...next(line), kind: 'compaction' });
  else {
    addCall(step, number, next, emit, agent);
    return true;
  }
  return false;
}

type CallStep = Extract<Step, { outcome?: CallOutcome }>;

function addCall(step: CallStep, number: number, next: Next, emit: Emit, agent: AgentName): void {
  const line = 2 * number - 1;
  const callId = `c${number}`;
  const { tool, action } = toAction(step);
  const exit = 'run' in step ? (step.exit ?? 0) : undefined;
  const outcome = step.outcome ?? ('run' in step && step.background ? 'running' : exit ? 'failed' : 'ok');
  const wasRun = outcome === 'ok' || outcome === 'failed';
  emit({ ...next(line), kind: 'call', callId, tool, action });
  emit({
    ...next(line + 1, 2000),
    kind: 'result',
    callId,
    outcome,
    text: 'out' in step && step.out !== undefined ? step.out : '',
    ...(exit !== undefined && wasRun ? { exitCode: exit, ...(agent === 'claude-code' && exit === 0 ? { exitInferred: true } : {}) } : {}),
    ...(wasRun ? { durationMs: 2000 } : {}),
    ...(outcome === 'running' ? { handle: callId } : {}),
    ...(step.because === undefined ? {} : { humanText: step.because }),
  });
  if ('edit' in step && outcome === 'ok') emit({ ...toEdit(step), ...next(line, 2000), callId, resultLine: line + 1 });
}

function toAction(step: CallStep): { tool: string; action: Action } {
  if ('run' in step) return { tool: 'Bash', action: { type: 'run', command: step.run, cwd: CWD, ...(step.background ? { background: true } : {}) } };
  if ('edit' in step) return { tool: step.create === undefined ? 'Edit' : 'Write', action: { type: 'edit', paths: [toPath(step.edit)] } };
  if ('read' in step) return { tool: 'Read', action: { type: 'read', path: toPath(step.read) } };
  if ('search' in step) return { tool: 'Grep', action: { type: 'search', query: step.search } };
  if ('fetch' in step) return { tool: 'WebFetch', action: { type: 'fetch', target: step.fetch } };
  if ('plan' in step) return { tool: 'ExitPlanMode', action: { type: 'plan', text: step.plan } };
  return { tool: 'AskUserQuestion', action: { type: 'ask', questions: [step.ask] } };
}

const toPath = (path: string): string => (path.startsWith('/') ? path : `${CWD}/${path}`);

type EditStep = Extract<Step, { edit: string }>;

function toEdit(step: EditStep): Omit<EventOf<'edit'>, keyof Base | 'callId'> {
  const base = { kind: 'edit', path: toPath(step.edit), ...(step.humanModified ? { humanModified: true } : {}) } as const;
  if (step.delete) return { ...base, change: 'delete', hunks: [] };
  if (step.create !== undefined) return { ...base, change: 'create', hunks: diffLines('', step.create), before: '', after: step.create };
  if (step.diff !== undefined) return { ...base, change: 'update', hunks: [toHunk(step.diff, step.from ?? 1)] };
  const before = step.before ?? '';
  const after = step.after ?? '';
  return { ...base, change: before === '' ? 'create' : 'update', hunks: diffLines(before, after), before, after };
}

function toHunk(diff: string, start: number): Hunk {
  const lines = diff
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line || ' ');
  const count = (except: string): number => lines.filter((line) => !line.startsWith(except)).length;
  return { oldStart: start, oldLines: count('+'), newStart: start, newLines: count('-'), lines };
}
