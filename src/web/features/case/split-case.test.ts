import { expect, it } from 'vitest';
import type { SessionEvent } from '../../../model/event.ts';
import { splitCase } from './split-case.ts';

const base = (seq: number) => ({ id: `e${seq}`, seq, line: seq + 1, at: null, thread: 'main' });
const shown: SessionEvent[] = [
  { ...base(0), kind: 'prompt', text: 'find out why', origin: 'human' },
  { ...base(1), kind: 'reply', text: 'I look.' },
  { ...base(2), kind: 'call', callId: 'c', tool: 'Edit', action: { type: 'edit', paths: ['a'] } },
  { ...base(3), line: 3, kind: 'edit', callId: 'c', path: 'a', change: 'update', hunks: [] },
  { ...base(4), kind: 'result', callId: 'c', outcome: 'ok', text: 'updated' },
  { ...base(5), kind: 'call', callId: 'd', tool: 'Bash', action: { type: 'run', command: 'npm test' } },
];

it('sets the decision apart and shows nothing twice', () => {
  const parts = splitCase({ shown, decision: { start: 3, end: 3 }, task: { line: 1, text: 'find out why' }, lastAsked: null });
  expect([parts.decision, parts.before, parts.after].map((events) => events.map(({ seq }) => seq))).toEqual([[3], [1], [5]]);
});

it('keeps everything before it where the decision is not among what is shown', () => {
  const parts = splitCase({ shown, decision: { start: 90, end: 90 }, task: null, lastAsked: null });
  expect(parts.before.map(({ seq }) => seq)).toEqual([0, 1, 3, 5]);
  expect(parts.after).toEqual([]);
});
