import { expect, it } from 'vitest';
import type { SessionEvent } from '../../../model/event.ts';
import { splitCase, toBlocks, type CaseBlock } from './split-case.ts';

const base = (seq: number) => ({ id: `e${seq}`, seq, line: seq + 1, at: null, thread: 'main' });
const seqs = (blocks: readonly CaseBlock[]): number[] => blocks.map(({ event }) => event.seq);
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
  expect([parts.decision, parts.before, parts.after].map(seqs)).toEqual([[3], [1], [5]]);
});

it('keeps everything before it where the decision is not among what is shown', () => {
  const parts = splitCase({ shown, decision: { start: 90, end: 90 }, task: null, lastAsked: null });
  expect(seqs(parts.before)).toEqual([0, 1, 3, 5]);
  expect(parts.after).toEqual([]);
});

const run = (seq: number, callId: string): SessionEvent => ({ ...base(seq), kind: 'call', callId, tool: 'Bash', action: { type: 'run', command: callId } });
const end = (seq: number, callId: string): SessionEvent => ({ ...base(seq), kind: 'result', callId, outcome: 'failed', text: callId });

it('puts each result below its call, also where calls ran at once', () => {
  const events = [run(0, 'a'), run(1, 'b'), end(2, 'b'), end(3, 'a'), end(4, 'earlier')];
  expect(toBlocks(events).map(({ event, result }) => [event.seq, result?.seq])).toEqual([
    [0, 3],
    [1, 2],
    [4, undefined],
  ]);
  // A result that is judged brings the command it belongs to.
  const parts = splitCase({ shown: events, decision: { start: 4, end: 4 }, task: null, lastAsked: null });
  expect([seqs(parts.decision), seqs(parts.after)]).toEqual([[0], [1, 4]]);
});
